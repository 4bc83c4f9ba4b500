//! Words of a street that are compared as letters in a row, and are no word that they spell by chance.

use super::phrase::{Phrase, is_type};
use crate::address::Token;
use smallvec::SmallVec;

/// Whether a part of a phrase is a name and `Street`, which are compared as `FORDST`, and the other part neither ends so nor is as
/// long as a name with which its type was written in one word.
pub(super) fn is_glued_street(whole: Phrase, x: Phrase, y: Phrase) -> bool {
    /// Letters of a name that hardly becomes another one when `ST` is written behind it.
    const LONG: usize = 7;
    let last = x.tokens.len() - 1;
    let street = |word: &[u8]| word.starts_with(b"st");
    let glued = || {
        let word = y.word(0);
        y.tokens.len() == 1 && word.len() >= LONG + b"st".len() && word.ends_with(b"st")
    };
    last > 0
        && x.word(last) == b"street"
        && is_type(whole, x, last)
        && !(y.tokens.len() > 1 && street(y.word(y.tokens.len() - 1)))
        && !glued()
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
