//! Hebrew in Latin letters: it writes few vowels, and some letters are a vowel or a consonant.

use crate::tables::name as tables;

const fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}')
}

/// The text in Latin letters; what is not Hebrew stays as it is.
pub(super) fn latinise(raw: &str) -> String {
    if !raw.contains(is_hebrew) {
        return raw.to_owned();
    }
    // Points and accents, where they are written.
    let plain: String = raw.chars().filter(|c| !('\u{591}'..='\u{5c7}').contains(c)).collect();
    let mut out = String::new();
    let mut rest = plain.as_str();
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| !is_hebrew(c)).unwrap_or(rest.len());
        if end == 0 {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or("");
            continue;
        }
        let (word, behind) = rest.split_at(end);
        match tables::hebrew(word) {
            Some(latin) => out.push_str(latin),
            None => spell(&mut out, word),
        }
        rest = behind;
    }
    out
}

/// Consonants of the shortest word that its consonants tell: דן may be Dan or Don.
const FEWEST_CONSONANTS: usize = 3;

/// Whether the consonants of a word in Latin letters tell which name of a text it is. They do not where its vowels are known, nor
/// in Hebrew where they are few.
pub(super) fn is_told_by_consonants(text: &str, word: &[u8]) -> bool {
    if !text.contains(is_hebrew) {
        return true;
    }
    let silent = |at: usize, letter: u8| match letter {
        b'a' | b'e' | b'i' | b'o' | b'u' => true,
        // The second letter of sh, ch and tz.
        b'h' => at > 0 && matches!(word[at - 1], b's' | b'c'),
        b'z' => at > 0 && word[at - 1] == b't',
        _ => false,
    };
    let sounds = word.iter().enumerate().filter(|&(at, &letter)| !silent(at, letter));
    sounds.count() >= FEWEST_CONSONANTS && !tables::is_hebrew_name(word)
}

/// Spells a word letter by letter.
fn spell(out: &mut String, word: &str) {
    let letters: Vec<char> = word.chars().collect();
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        let (first, last) = (at == 0, at + 1 == letters.len());
        let doubled = letters.get(at + 1) == Some(&c);
        let (latin, step) = match c {
            'א' | 'ע' => ("a", 1),
            'ב' => (if first { "b" } else { "v" }, 1),
            'ג' => ("g", 1),
            'ד' => ("d", 1),
            'ה' => (if last { "a" } else { "h" }, 1),
            'ו' if doubled => ("v", 2),
            'ו' => (if first { "v" } else { "o" }, 1),
            'ז' => ("z", 1),
            'ח' => ("h", 1),
            'ט' | 'ת' => ("t", 1),
            'י' if doubled => ("ai", 2),
            'י' => (if first { "y" } else { "i" }, 1),
            'כ' => (if first { "k" } else { "ch" }, 1),
            'ך' => ("ch", 1),
            'ל' => ("l", 1),
            'מ' | 'ם' => ("m", 1),
            'נ' | 'ן' => ("n", 1),
            'ס' => ("s", 1),
            'פ' => (if first { "p" } else { "f" }, 1),
            'ף' => ("f", 1),
            'צ' | 'ץ' => ("tz", 1),
            'ק' => ("k", 1),
            'ר' => ("r", 1),
            'ש' => ("sh", 1),
            _ => ("", 1),
        };
        out.push_str(latin);
        at += step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_vowels_or_consonants() {
        assert_eq!(latinise("יוסף כהן"), "yosef kohen");
        assert_eq!(latinise("ברק, רחל"), "brk, rachel");
    }
}
