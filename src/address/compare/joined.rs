//! Words of a street that are compared as letters in a row, and are no word that they spell by chance.

use super::phrase::{Phrase, is_type};
use crate::address::Token;
use crate::text::similarity::edits;
use smallvec::SmallVec;

/// Whether a part of a phrase is a name and `Street`, which are compared as `FORDST`, and the other part neither ends so nor is a
/// word with which its type was written in one.
pub(super) fn is_glued_street(whole: Phrase, x: Phrase, y: Phrase) -> bool {
    let last = x.tokens.len() - 1;
    last > 0
        && x.word(last) == b"street"
        && is_type(whole, x, last)
        && !(y.tokens.len() > 1 && y.word(y.tokens.len() - 1).starts_with(b"st"))
        && !(y.tokens.len() == 1 && (holds_street(y.word(0)) || is_slip_with_street(x.word(0), y.word(0))))
}

/// `RIVRST`, `CENTREST`: a letter less than the name has or two that are swapped, and `ST` behind it; `FOREST` has another one than
/// Ford.
fn is_slip_with_street(name: &[u8], word: &[u8]) -> bool {
    let sum = |text: &[u8]| text.iter().map(|&letter| u32::from(letter)).sum::<u32>();
    word.strip_suffix(b"st").is_some_and(|rest| {
        let left_out = rest.len() + 1 == name.len();
        (left_out || rest.len() == name.len() && sum(rest) == sum(name)) && edits(name, rest, 1).is_some()
    })
}

/// Whether a word may be a name with `ST` behind it, `MAINST`: it is long or no name ends so, as Forest, Hurst and August do.
fn holds_street(word: &[u8]) -> bool {
    const LONG: usize = 9;
    word.strip_suffix(b"st").is_some_and(|name| {
        word.len() >= LONG || !matches!(name.last(), None | Some(b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'r'))
    })
}

/// `op` for Oyster Point, `jh` for Juniper Hollow: one letter for each word, at least two.
pub(super) fn is_initials(phrase: Phrase, letters: &[u8]) -> bool {
    if letters.len() < 2 || letters.len() > phrase.tokens.len() {
        return false;
    }
    let words: SmallVec<[u8; 8]> = (0..phrase.tokens.len())
        .filter(|&at| !phrase.tokens[at].is(Token::PARTICLE))
        .map(|at| phrase.word(at)[0])
        .take(8)
        .collect();
    words.len() >= 2 && words.as_slice() == letters
}
