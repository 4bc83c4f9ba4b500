//! Folding: any Unicode text becomes lower-case ASCII letters, digits, punctuation, blanks and line feeds.
//!
//! The order is fixed, one character at a time:
//!
//! 0. text that is not in NFC is brought there, so that a letter and its mark are one character;
//! 1. ASCII: lower-cased, controls dropped (a tab is a blank; line ends stay line feeds);
//! 2. what cannot be seen (zero-width characters, direction marks, soft hyphens, marks on Latin letters) is dropped;
//! 3. blanks, line ends, apostrophes and hyphens of every kind become the ASCII one;
//! 4. Latin letters that do not decompose (ß ø ł đ æ œ þ ð ı …) are spelled out;
//! 5. NFKD (UAX #15), its marks dropped;
//! 6. other scripts are transliterated, when the `transliteration` feature is on;
//! 7. a letter that is still not ASCII is spelled as `q`, its hexadecimal number and `q`: different letters stay different.
//!
//! Some letters have a second reading (ü is `u` but also `ue`, đ is `d` but also `dj`): [`Reading::Digraph`] gives it, and
//! [`Notes::digraph`] says whether there was any.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Which reading of a letter that has two: `ü` as `u` (the canonical one) or as `ue`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// ä ö ü ø å đ → a o u o a d.
    Plain,
    /// ä ö ü ø å đ → ae oe ue oe aa dj.
    Digraph,
}

/// What folding noticed on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notes {
    /// A letter had a second reading.
    pub(crate) digraph: bool,
    /// A letter of another script was written in Latin letters.
    pub(crate) transliterated: bool,
    /// A replacement character (U+FFFD) stood where a letter was lost; it is folded to `?`.
    pub(crate) damaged: bool,
}

/// Folds a text into ASCII bytes.
///
/// `out` is called with each byte in order. Linear in the length of `raw`: one character gives a bounded number of bytes.
pub(crate) fn fold(raw: &str, reading: Reading, out: impl FnMut(u8)) -> Notes {
    // The quick check says yes for ASCII as well, but a scan of bytes is much cheaper and is the common path.
    if raw.is_ascii() || is_nfc_quick(raw.chars()) == IsNormalized::Yes {
        fold_chars(raw.chars(), reading, out)
    } else {
        fold_chars(raw.nfc(), reading, out)
    }
}

fn fold_chars(chars: impl Iterator<Item = char>, reading: Reading, mut out: impl FnMut(u8)) -> Notes {
    let mut notes = Notes::default();
    let mut chars = chars.peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out(b'\n');
                }
            }
            '\n' => out(b'\n'),
            '\t' => out(b' '),
            c if c.is_ascii() => {
                if !c.is_ascii_control() {
                    out(c.to_ascii_lowercase() as u8);
                }
            }
            c => {
                for lower in c.to_lowercase() {
                    fold_char(lower, reading, &mut notes, &mut out);
                }
            }
        }
    }
    notes
}

/// Folds one lower-case character that may be outside ASCII.
fn fold_char(c: char, reading: Reading, notes: &mut Notes, out: &mut impl FnMut(u8)) {
    if c.is_ascii() {
        out(c as u8);
        return;
    }
    if is_invisible(c) || is_latin_mark(c) {
        return;
    }
    if let Some(plain) = punctuation(c) {
        emit(plain, out);
        return;
    }
    if c == char::REPLACEMENT_CHARACTER {
        notes.damaged = true;
        out(b'?');
        return;
    }
    if let Some((plain, digraph)) = letter(c) {
        notes.digraph |= plain != digraph;
        emit(if reading == Reading::Digraph { digraph } else { plain }, out);
        return;
    }
    if is_vulgar_fraction(c) {
        out(b' ');
    }
    decompose_compatible(c, |part| {
        if part.is_ascii() {
            out(part.to_ascii_lowercase() as u8);
        } else if is_common_letter(part) && !is_invisible(part) {
            transliterate(part, notes, out);
        } else if is_latin_mark(part) || is_invisible(part) {
        } else if part == '\u{2044}' {
            // The stroke inside ½, which decomposes to 1⁄2.
            out(b'/');
        } else if let Some((plain, _)) = letter(part) {
            emit(plain, out);
        } else {
            transliterate(part, notes, out);
        }
    });
}

fn emit(text: &str, out: &mut impl FnMut(u8)) {
    text.bytes().for_each(out);
}

/// Characters that take no space and carry nothing: default-ignorable code points and controls.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Combining marks that sit on Latin, Greek and Cyrillic letters. Marks of other scripts can be vowels: they stay.
fn is_latin_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Blanks, line ends, apostrophes, hyphens and a few separators of every kind → the ASCII one.
fn punctuation(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        // Typographic, modifier-letter, prime and accent characters that stand for an apostrophe: O’Brien, Oʼahu, O´Hara.
        '\u{b4}'
        | '\u{2b9}'..='\u{2bf}'
        | '\u{2c8}'
        | '\u{2ca}'
        | '\u{2cb}'
        | '\u{2018}'..='\u{201b}'
        | '\u{2032}'
        | '\u{2035}'
        | '\u{55a}'
        | '\u{5f3}'
        | '\u{a78b}'
        | '\u{a78c}'
        | '\u{ff07}' => "'",
        '\u{ab}' | '\u{bb}' | '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ff02}' => "\"",
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{207b}'
        | '\u{208b}'
        | '\u{2212}'
        | '\u{2d7}'
        | '\u{58a}'
        | '\u{5be}'
        | '\u{fe58}'
        | '\u{fe63}'
        | '\u{ff0d}' => "-",
        '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{30fb}' | '\u{ff65}' => " ",
        '\u{3001}' | '\u{ff64}' | '\u{60c}' => ",",
        '\u{3002}' | '\u{ff61}' => ".",
        '\u{2116}' => "no ",
        _ => return None,
    })
}

/// Latin letters that do not decompose, and those with a second reading: (plain, digraph).
fn letter(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        'ä' => ("a", "ae"),
        'ö' => ("o", "oe"),
        'ü' => ("u", "ue"),
        'å' => ("a", "aa"),
        'ø' => ("o", "oe"),
        'ß' | 'ẞ' => ("ss", "ss"),
        'æ' | 'ǽ' | 'ǣ' => ("ae", "ae"),
        'œ' => ("oe", "oe"),
        'ł' => ("l", "l"),
        'đ' => ("d", "dj"),
        'ð' | 'ɖ' | 'ɗ' => ("d", "d"),
        'þ' => ("th", "th"),
        'ı' | 'ɨ' => ("i", "i"),
        'ŋ' | 'ɲ' => ("n", "n"),
        'ħ' | 'ɦ' => ("h", "h"),
        'ŧ' | 'ƭ' => ("t", "t"),
        'ƙ' | 'ĸ' => ("k", "k"),
        'ɓ' | 'ƀ' => ("b", "b"),
        'ƴ' => ("y", "y"),
        'ə' | 'ɛ' => ("e", "e"),
        'ɔ' => ("o", "o"),
        'ƒ' => ("f", "f"),
        // The sign of degrees is typed for it: `N° 12`, `3° B`.
        'º' | '°' => ("o", "o"),
        'ª' => ("a", "a"),
        _ => return None,
    })
}

fn is_vulgar_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')
}

/// Letters of scripts of which the standard library finds one only by a long search.
fn is_common_letter(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{1100}'..='\u{11ff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
        | '\u{4e00}'..='\u{9fff}')
}

/// A character outside ASCII that has no compatibility spelling in Latin letters.
fn transliterate(c: char, notes: &mut Notes, out: &mut impl FnMut(u8)) {
    if !is_common_letter(c) && !c.is_alphanumeric() && !is_combining_mark(c) {
        // Symbols, emoji and foreign punctuation separate words and carry nothing.
        out(b' ');
        return;
    }
    #[cfg(feature = "transliteration")]
    {
        let latin = any_ascii::any_ascii_char(c);
        if !latin.is_empty() {
            notes.transliterated = true;
            // One ideograph is one word or syllable: 王伟 is `wang wei`, and kana, which spell sounds, stay joined.
            let word = matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
            if word {
                out(b' ');
            }
            latin.bytes().filter(u8::is_ascii_alphanumeric).for_each(|byte| out(byte.to_ascii_lowercase()));
            if word {
                out(b' ');
            }
            return;
        }
    }
    let _ = notes;
    // The first of the Korean letters of a syllable is silent where this one is it.
    if is_combining_mark(c) || cfg!(feature = "transliteration") && c == '\u{110b}' {
        return;
    }
    out(b'q');
    emit_hexadecimal(u32::from(c), out);
    out(b'q');
}

fn emit_hexadecimal(number: u32, out: &mut impl FnMut(u8)) {
    let digits = (32 - number.leading_zeros()).div_ceil(4).max(1);
    for place in (0..digits).rev() {
        let digit = (number >> (4 * place)) & 15;
        out(b"0123456789abcdef"[digit as usize]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(raw: &str, reading: Reading) -> String {
        let mut bytes = Vec::new();
        fold(raw, reading, |byte| bytes.push(byte));
        String::from_utf8(bytes).expect("folding gives ASCII")
    }

    fn plain(raw: &str) -> String {
        folded(raw, Reading::Plain)
    }

    #[test]
    fn letters_that_do_not_decompose_are_spelled_out() {
        assert_eq!(plain("Groß Kjær Łukasz Đorđe Œuvre Þóra Işık"), "gross kjaer lukasz dorde oeuvre thora isik");
    }

    #[test]
    fn umlauts_have_two_readings() {
        assert_eq!(plain("Jürgen Müller"), "jurgen muller");
        assert_eq!(folded("Jürgen Müller", Reading::Digraph), "juergen mueller");
        assert_eq!(folded("Ju\u{308}rgen", Reading::Digraph), "juergen");
    }

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        assert_eq!(plain("Ro\u{200b}s\u{ad}en\u{202e}"), "rosen");
        assert_eq!(plain("a\u{a0}b\tc\r\nd\re"), "a b c\nd\ne");
    }

    #[test]
    fn compatibility_forms_meet() {
        assert_eq!(plain("Ｊｅｎｎｙ ﬁ ² ½"), "jenny fi 2  1/2");
        assert_eq!(plain("O’Brien – x"), "o'brien - x");
    }

    #[test]
    fn lost_letters_stay_visible() {
        let notes = fold("Ren\u{fffd}e", Reading::Plain, |_| ());
        assert!(notes.damaged);
        assert_eq!(plain("Ren\u{fffd}e"), "ren?e");
    }

    #[cfg(feature = "transliteration")]
    #[test]
    fn other_scripts_are_transliterated() {
        assert_eq!(plain("Сергей Иванов"), "sergei ivanov");
        assert_eq!(plain("王伟").split_whitespace().collect::<Vec<_>>(), ["wang", "wei"]);
        assert_eq!(plain("タナカ"), "tanaka");
    }

    #[test]
    fn any_character_folds_to_printable_ascii() {
        for c in ('\0'..=char::MAX).step_by(7) {
            fold(c.encode_utf8(&mut [0; 4]), Reading::Plain, |byte| {
                assert!(byte == b'\n' || (b' '..=b'~').contains(&byte), "{:x}", u32::from(c));
            });
        }
    }

    #[test]
    fn common_letters_are_letters() {
        assert!(('\0'..=char::MAX).filter(|&c| is_common_letter(c)).all(char::is_alphanumeric));
    }
}
