//! Whether the streets of two addresses are different however both are read.
//!
//! Most pairs of a one-against-many comparison have nothing in common. The words before each possible end of a street
//! begin with the same word, so that this word shows for all ends at once what [`likeness`](super::phrase::likeness) would
//! find for each of them. The answer is one-sided: `false` says nothing.

use super::phrase::{allowed, is_saint_or_street};
use super::{Address, Token};

/// Whether no street of a reading of `a` is in any way like one of `b`.
pub(super) fn streets_are_far(a: &Address, b: &Address) -> bool {
    // A box may stand for the street; two readings without any street agree.
    let streets = |address: &Address| address.splits().filter(|split| split.street.0 < split.street.1).count();
    let empty = (streets(a) < a.ends.len(), streets(b) < b.ends.len());
    if a.delivery.is_some() || b.delivery.is_some() || empty == (true, true) {
        return false;
    }
    let mut last = None;
    for first in a.splits().filter(|split| split.street.0 < split.street.1) {
        for second in b.splits().filter(|split| split.street.0 < split.street.1) {
            let heads = (first.street.0, second.street.0);
            if last != Some(heads) && !heads_are_far(a, heads.0, b, heads.1) {
                return false;
            }
            last = Some(heads);
        }
    }
    true
}

/// Whether no phrase of `a` that begins at one token is like one of `b` that begins at another.
fn heads_are_far(a: &Address, at: u8, b: &Address, with: u8) -> bool {
    let (rest_a, rest_b) = (&a.tokens[usize::from(at)..], &b.tokens[usize::from(with)..]);
    let ([one, ..], [other, ..]) = (rest_a, rest_b) else { return false };
    // A type may be left out, an article too, and a route compares by its kind: then the phrase begins with another word.
    const LOOSE: u8 = Token::TYPE | Token::BEFORE | Token::PARTICLE | Token::NOISE | Token::ROUTE;
    // Phrases that are equal, begin each other or are initials begin with one letter.
    if one.is(LOOSE) || other.is(LOOSE) || a.spelling(*one).first() == b.spelling(*other).first() {
        return false;
    }
    // One word more on one side, a word left out: the first word of one side would be a word of the other.
    let holds = |tokens: &[Token], word: &Token| tokens.iter().any(|token| token.hash == word.hash);
    if holds(rest_b, one) || holds(rest_a, other) {
        return false;
    }
    // A slip of the pen in the word alone.
    let (only_one, only_other) = (one.letters & !other.letters, other.letters & !one.letters);
    let slips = allowed(usize::from(one.len.max(other.len))).unwrap_or(0);
    if one.len.abs_diff(other.len) as usize <= slips
        && only_one.count_ones().max(only_other.count_ones()) as usize <= slips
    {
        return false;
    }
    // Slips in all letters in a row: each moves the letters behind it by one place at most.
    is_missed(one, rest_b) || is_missed(other, rest_a)
}

/// The most slips that [`allowed`] allows any two phrases.
const MOST_SLIPS: u32 = 3;

/// Whether more letters of the word are missing where they would stand among the others than there can be slips.
fn is_missed(word: &Token, others: &[Token]) -> bool {
    let length = |token: &Token| if is_saint_or_street(*token) { 2 } else { usize::from(token.len) };
    let reach = length(word) + MOST_SLIPS as usize;
    let need = if is_saint_or_street(*word) { word.letters & super::letters(b"st") } else { word.letters };
    let (mut letters, mut reached) = (0, 0);
    for token in others {
        if reached >= reach {
            break;
        }
        letters |= token.letters;
        reached += length(token);
    }
    (need & !letters).count_ones() > MOST_SLIPS
}
