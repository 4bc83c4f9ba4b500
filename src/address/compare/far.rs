//! Whether the streets of two addresses are different however both are read.
//!
//! Most pairs of a one-against-many comparison have nothing in common. The words before each possible end of a street
//! begin with the same word, so that this word shows for all ends at once what [`likeness`](super::phrase::likeness) would
//! find for each of them. The answer is one-sided: `false` says nothing.

use super::names::begins_with_direction;
use crate::address::sum::is_saint_or_street;
use crate::address::{Address, Token};

/// Whether no street of a reading of `a` is in any way like one of `b`.
pub(super) fn streets_are_far(a: &Address, b: &Address) -> bool {
    all_heads(a, b, heads_are_far)
}

/// Whether no street of a reading of `a` is the same as one of `b`, written in the same letters or in other ones of the same sound:
/// only slips of the pen may make it one.
pub(super) fn streets_begin_apart(a: &Address, b: &Address) -> bool {
    all_heads(a, b, heads_begin_apart)
}

/// Whether something holds of the first words of each two streets, of which one at least has words.
#[inline(always)]
fn all_heads(a: &Address, b: &Address, holds: fn(&Address, u8, &Address, u8) -> bool) -> bool {
    // A box may stand for the street.
    if a.delivery.is_some() || b.delivery.is_some() {
        return false;
    }
    let mut last = None;
    let mut both_empty = false;
    for first in a.splits() {
        for second in b.splits() {
            if first.street.0 == first.street.1 || second.street.0 == second.street.1 {
                // Two readings without any street agree.
                both_empty |= first.street.0 == first.street.1 && second.street.0 == second.street.1;
                continue;
            }
            // What the first words of a street tell is told for all its ends.
            let heads = (first.street.0, second.street.0);
            if last != Some(heads) && !holds(a, heads.0, b, heads.1) {
                return false;
            }
            last = Some(heads);
        }
    }
    !both_empty
}

/// A type may be left out, an article too, and a route compares by its kind: then a phrase begins with another word.
const LOOSE: u8 = Token::TYPE | Token::BEFORE | Token::PARTICLE | Token::NOISE | Token::ROUTE;

fn holds(tokens: &[Token], word: &Token) -> bool {
    tokens.iter().any(|token| token.hash == word.hash)
}

fn compared_length(word: &Token) -> usize {
    if is_saint_or_street(*word) { 2 } else { usize::from(word.len) }
}

/// Saint and Street are both compared as `ST`.
fn compared_letters(word: &Token) -> u32 {
    if is_saint_or_street(*word) { word.letters & crate::address::letters(b"st") } else { word.letters }
}

/// Whether no phrase of `a` that begins at one token has the letters of one of `b` that begins at another.
fn heads_begin_apart(a: &Address, at: u8, b: &Address, with: u8) -> bool {
    let (rest_a, rest_b) = (&a.tokens[usize::from(at)..], &b.tokens[usize::from(with)..]);
    let ([one, ..], [other, ..]) = (rest_a, rest_b) else { return false };
    // A direction may be parted from the name that it begins.
    if begins_with_direction(a.spelling(*one)) || begins_with_direction(b.spelling(*other)) {
        return false;
    }
    // Phrases that are equal, begin each other or are initials begin with one letter.
    if one.is(LOOSE) || other.is(LOOSE) || a.spelling(*one).first() == b.spelling(*other).first() {
        return false;
    }
    // `9 MILE`, `NINE MILE`
    if one.is(Token::NUMBER) != other.is(Token::NUMBER)
        && rest_a.get(1).map(|of| of.hash) == rest_b.get(1).map(|of| of.hash)
    {
        return false;
    }
    true
}

/// Whether no phrase of `a` that begins at one token is like one of `b` that begins at another.
fn heads_are_far(a: &Address, at: u8, b: &Address, with: u8) -> bool {
    let (rest_a, rest_b) = (&a.tokens[usize::from(at)..], &b.tokens[usize::from(with)..]);
    let ([one, ..], [other, ..]) = (rest_a, rest_b) else { return false };
    if !heads_begin_apart(a, at, b, with) {
        return false;
    }
    // One word more on one side, a word left out: the first word of one side would be a word of the other.
    if holds(rest_b, one) || holds(rest_a, other) {
        return false;
    }
    // Slips of the pen, in the word alone or in all letters in a row: each moves the letters behind it by one place at most.
    is_missed(one, rest_b) || is_missed(other, rest_a)
}

/// The most slips that [`allowed`](super::spelling::allowed) allows any two phrases.
const MOST_SLIPS: u32 = 3;

/// Whether more letters of the word are missing where they would stand among the others than there can be slips.
fn is_missed(word: &Token, others: &[Token]) -> bool {
    let reach = compared_length(word) + MOST_SLIPS as usize;
    let need = compared_letters(word);
    let (mut letters, mut reached) = (0, 0);
    for token in others {
        if reached >= reach {
            break;
        }
        letters |= token.letters;
        reached += compared_length(token);
    }
    (need & !letters).count_ones() > MOST_SLIPS
}
