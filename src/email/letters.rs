//! The letters of a local part that is not ASCII: folded, and letters of other scripts that look like Latin ones.

use crate::text::fold::{Reading, fold};

/// How the letters of a text mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin letters with marks, or wholly another script.
    One,
    /// Latin letters with letters of another script that look like Latin ones, or nothing but such letters.
    Mixed,
}

/// A local part in ASCII, and how its letters mix. Foreign letters between Latin ones are read as what they look like
/// (Cyrillic `е` is `e`, `р` is `p`), a word in another script by its sound.
pub(super) fn fold_local(text: &str) -> (String, Script) {
    let foreign = |c: char| c.is_alphabetic() && !is_latin(c);
    let alike = text.chars().filter(|&c| foreign(c) && look_alike(c).is_some()).count();
    let strange = text.chars().filter(|&c| foreign(c)).count();
    let latin = text.chars().any(|c| c.is_alphabetic() && is_latin(c));
    if alike > 0 && (latin || alike == strange) {
        return (looks_like(text), Script::Mixed);
    }
    (folded(text), Script::One)
}

/// A text in ASCII, with letters of other scripts read as what they look like.
pub(super) fn looks_like(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let replaced: String = text.chars().map(|c| look_alike(c).unwrap_or(c)).collect();
    folded(&replaced)
}

/// A text in ASCII with `ü` as `ue` and its like; empty where no letter has a second reading.
pub(super) fn second_reading(text: &str) -> String {
    let mut out = String::new();
    let notes = fold(text, Reading::Digraph, |byte| keep(byte, &mut out));
    if notes.digraph { out } else { String::new() }
}

fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold(text, Reading::Plain, |byte| keep(byte, &mut out));
    out
}

/// Blanks that folding puts around words of other scripts do not stand in an address.
fn keep(byte: u8, out: &mut String) {
    if byte > b' ' {
        out.push(char::from(byte));
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Lower-case letters of other scripts that look like a Latin letter (Unicode confusables, UTS #39): those that are drawn the
/// same in common typefaces.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        // Cyrillic.
        'а' => 'a',
        'е' | 'ё' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' | 'ү' => 'y',
        'х' => 'x',
        'і' | 'ї' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        'ԁ' => 'd',
        'һ' => 'h',
        'ԛ' => 'q',
        'ԝ' => 'w',
        'ӏ' => 'l',
        'ѵ' => 'v',
        // Greek.
        'α' => 'a',
        'ο' => 'o',
        'ν' => 'v',
        'ι' => 'i',
        'κ' => 'k',
        'ρ' => 'p',
        'υ' => 'u',
        'χ' => 'x',
        'ϲ' => 'c',
        'ϳ' => 'j',
        // Armenian.
        'օ' => 'o',
        'ս' => 'u',
        'հ' => 'h',
        'ո' => 'n',
        'ց' => 'g',
        // Latin letters of phonetics.
        'ɡ' => 'g',
        'ɑ' => 'a',
        'ı' => 'i',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_alike_are_seen() {
        assert_eq!(fold_local("jеnny"), ("jenny".to_owned(), Script::Mixed));
        assert_eq!(fold_local("сор"), ("cop".to_owned(), Script::Mixed));
        assert_eq!(fold_local("jénny"), ("jenny".to_owned(), Script::One));
        assert_eq!(fold_local("иван").1, Script::One);
    }
}
