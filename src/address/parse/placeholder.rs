//! Texts that stand where an address should be and say that nothing is known.

use crate::address::lex::{DIGITS, Lexeme, Lexer};
use crate::tables::address as tables;

/// Whether a text holds no address: placeholders stand alone: `UNKNOWN`, `N/A`, `0 0 00000`, `XXXXX`, `NO ADDRESS ON FILE`.
#[inline(always)]
pub(super) fn is_placeholder(text: &str) -> bool {
    // Most texts are told by their first two letters.
    if let [first, second, ..] = text.as_bytes() {
        let letters = first.is_ascii_alphabetic() && second.is_ascii_alphabetic();
        if letters && SECONDS[usize::from(first & 31)] & 1 << (second & 31) == 0 {
            return false;
        }
        // A word of digits that are not all the same.
        if first.is_ascii_digit() && second.is_ascii_digit() && first != second {
            return false;
        }
    }
    may_begin_placeholder(text) && is_nothing_but_fillers(text)
}

/// `TULSA OK 00000`, `TULSA OK 99999 USA`: takes a ZIP code that says nothing from behind a state.
pub(super) fn drop_filler_zip(lexer: &mut Lexer) {
    let lexemes = lexer.lexemes.as_slice();
    let named = lexemes.last().is_some_and(|last| matches!(lexer.code(last), b"us" | b"usa"));
    let end = lexemes.len() - usize::from(named);
    let filler = |digits: &Lexeme| {
        let text = lexer.bytes(digits);
        digits.is(DIGITS) && (text.iter().all(|&digit| digit == b'0') || matches!(text, b"99999" | b"9999"))
    };
    let count = lexemes[..end].iter().rev().take(2).take_while(|digits| filler(digits)).count();
    let Some(state) = (end - count).checked_sub(1).filter(|&state| count > 0 && state > 2) else { return };
    let code = lexer.code(&lexemes[state]);
    let first = lexer.bytes(&lexemes[end - count]);
    // `KEENE NH 0` ends inside its ZIP code.
    let cut = first.len() < 5 && matches!(code, b"ct" | b"ma" | b"me" | b"nh" | b"nj" | b"pr" | b"ri" | b"vi" | b"vt");
    if code.len() == 2 && tables::region_of("US", code).is_some() && first != b"9999" && !cut {
        lexer.lexemes.drain(end - count..end);
    }
}

/// Whether all words of a text say nothing.
#[inline(never)]
fn is_nothing_but_fillers(text: &str) -> bool {
    // Texts of nothing but punctuation and blanks, however long, have no word to be looked for.
    if text.bytes().fold(true, |none, byte| none & !(byte.is_ascii_alphanumeric() | !byte.is_ascii())) {
        return true;
    }
    let (mut count, mut nothing, mut apart) = (0, false, ["", ""]);
    for word in text.split(|c: char| is_mark(c) || !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let says_nothing = is_nothing(word);
        // `N` and `A` are fillers as well, so that the two words of `N/A` come so far.
        if count == LONGEST || !says_nothing && !is_any(word, &FILLERS) {
            return false;
        }
        if let Some(held) = apart.get_mut(count) {
            *held = word;
        }
        (count, nothing) = (count + 1, nothing | says_nothing);
    }
    nothing || count == 0 || count == 2 && matches!(apart, ["n", "a"] | ["N", "A"])
}

/// Marks on letters and signs that cannot be seen, which the standard library tells from letters by a long search.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{344}' | '\u{2000}'..='\u{206f}' | '\u{fff0}'..='\u{ffff}')
}

/// Words of the longest placeholder.
const LONGEST: usize = 6;

/// The second letters of the words below by their first ones, as bits; all behind an `x`.
static SECONDS: [u32; 32] = {
    let mut seconds = [0; 32];
    seconds[b'x' as usize & 31] = u32::MAX;
    let mut at = 0;
    while at < NOTHING.len() + FILLERS.len() {
        let word = if at < NOTHING.len() { NOTHING[at] } else { FILLERS[at - NOTHING.len()] };
        if let [first, second, ..] = word.as_bytes() {
            seconds[*first as usize & 31] |= 1 << (*second & 31);
        }
        at += 1;
    }
    seconds
};

/// Whether the first three letters are those of a word below, or no letters at all.
fn may_begin_placeholder(text: &str) -> bool {
    let letter = |at: usize| text.as_bytes().get(at).map_or(b' ', u8::to_ascii_lowercase);
    let (first, second, third) = (letter(0), letter(1), letter(2));
    let seconds: &[u8] = match first {
        b'n' => b"aiou",
        b'u' | b'o' => b"n",
        b'a' => b"dpsv",
        b'p' => b"r",
        b'f' | b'g' | b'm' | b'w' => b"i",
        b't' => b"bh",
        b'r' => b"e",
        b's' => b"a",
        b'1'..=b'8' | b'b'..=b'z' if first != b'x' => return false,
        _ => return true,
    };
    if !second.is_ascii_alphanumeric() {
        return true;
    }
    // `Apt`, `Unit` and `San` are not among them.
    let thirds: &[u8] = match (first, second) {
        _ if !third.is_ascii_alphanumeric() => return seconds.contains(&second),
        (b'a', b'd') | (b't', b'b') | (b'r', b'e') => b"d",
        (b'a', b'p') => b"p",
        (b'a', b'v') => b"a",
        (b'u', b'n') => b"adks",
        (b'n', b'a') => b"n",
        (b'n', b'i' | b'u') | (b'f', b'i') => b"l",
        (b'n', b'o') => b"nt",
        (b'p', b'r') => b"o",
        (b'g', b'i') => b"v",
        (b'm', b'i') => b"s",
        (b'w', b'i') => b"t",
        (b't', b'h') => b"e",
        (b's', b'a') => b"m",
        _ => return false,
    };
    thirds.contains(&third)
}

/// Zeros, nines, crosses, or a word that says so.
fn is_nothing(word: &str) -> bool {
    let filled = word.bytes().all(|byte| byte == b'0') || word.bytes().all(|byte| byte == b'9') && word.len() > 3;
    filled || word.len() > 1 && word.bytes().all(|byte| matches!(byte, b'x' | b'X')) || is_any(word, &NOTHING)
}

fn is_any(word: &str, known: &[&str]) -> bool {
    let first = word.as_bytes().first().map(u8::to_ascii_lowercase);
    known.iter().any(|known| known.as_bytes().first().copied() == first && word.eq_ignore_ascii_case(known))
}

/// Words that alone say that nothing is known. None begins with letters that [`may_begin_placeholder`] leaves out.
const NOTHING: [&str; 19] = [
    "na",
    "nan",
    "none",
    "null",
    "nil",
    "unknown",
    "undefined",
    "unavailable",
    "unspecified",
    "available",
    "applicable",
    "provided",
    "address",
    "file",
    "tbd",
    "missing",
    "withheld",
    "redacted",
    "unk",
];
/// Words that stand beside them. `ON` and `AS` are states.
const FILLERS: [&str; 9] = ["n", "a", "not", "no", "on", "same", "as", "the", "given"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_a_letter_or_a_number() {
        assert!(('\0'..=char::MAX).all(|c| !is_mark(c) || !c.is_alphanumeric()));
    }

    #[test]
    fn every_word_is_reached() {
        for word in NOTHING {
            assert!(is_placeholder(word), "{word}");
        }
        for word in FILLERS {
            assert!(is_placeholder(&format!("{word} unknown")), "{word}");
        }
        for text in ["", " ", "N/A", "0 0 00000", "9999", "xXx", "NO ADDRESS ON FILE"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["ON", "AS", "X", "99", "12 Main St", "Unit 4"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
