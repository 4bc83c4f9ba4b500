//! Whether the streets of two addresses are different however both are read.
//!
//! Most pairs of a one-against-many comparison have nothing in common. The words before each possible end of a street
//! begin with the same word, so that this word shows for all ends at once what [`likeness`](super::phrase::likeness) would
//! find for each of them. The answer is one-sided: `false` says nothing.

use super::phrase::{DROPPED, Phrase, allowed, is_saint_or_street};
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
            // What the first words of a street tell is told for all its ends.
            let known = match last {
                Some((of, far)) if of == heads => far,
                _ => heads_are_far(a, heads.0, b, heads.1),
            };
            last = Some((heads, known));
            if !known && !phrases_are_far(Phrase::of(a, first.street), Phrase::of(b, second.street)) {
                return false;
            }
        }
    }
    true
}

/// A type may be left out, an article too, and a route compares by its kind: then a phrase begins with another word.
const LOOSE: u8 = Token::TYPE | Token::BEFORE | Token::PARTICLE | Token::NOISE | Token::ROUTE;

/// Whether two streets, with their types or without, are different by the letters of their words: what
/// [`street_names`](super::names::street_names) finds in up to four comparisons.
///
/// The first words are held against each other in each of these comparisons, and so are the words that only one side has.
pub(super) fn phrases_are_far(a: Phrase, b: Phrase) -> bool {
    let ([one, ..], [other, ..]) = (a.tokens, b.tokens) else { return false };
    if one.is(LOOSE) || other.is(LOOSE) || holds(b.tokens, one) || holds(a.tokens, other) {
        return false;
    }
    let (only_one, only_other) = (one.letters & !other.letters, other.letters & !one.letters);
    if only_one == 0 || only_other == 0 || slips(only_one, only_other, one.len, other.len) {
        return false;
    }
    let (own_a, own_b) = (Own::of(a.tokens, b.tokens), Own::of(b.tokens, a.tokens));
    let (only_a, only_b) = (own_a.letters & !own_b.all_letters, own_b.letters & !own_a.all_letters);
    // But for the second letters of digraphs both sides have the same letters.
    if (only_a | only_b) & !DROPPED == 0 {
        return false;
    }
    let most = allowed(own_a.most.max(own_b.most)).unwrap_or(0);
    let lengths = own_a.least > own_b.most + most || own_b.least > own_a.most + most;
    if only_a != 0 && only_b != 0 && (lengths || only_a.count_ones().max(only_b.count_ones()) as usize > most) {
        return true;
    }
    // One side has all letters of the other, but is too long for it to be a slip: it can be cut, or initials.
    let initials = own_a.least <= b.tokens.len() || own_b.least <= a.tokens.len();
    lengths && !initials && a.address.spelling(*one).first() != b.address.spelling(*other).first()
}

fn holds(tokens: &[Token], word: &Token) -> bool {
    tokens.iter().any(|token| token.hash == word.hash)
}

/// Whether two words can be one but for slips of the pen, by the letters that only one has.
fn slips(only_one: u32, only_other: u32, length: u8, other_length: u8) -> bool {
    let most = allowed(usize::from(length.max(other_length))).unwrap_or(0);
    usize::from(length.abs_diff(other_length)) <= most
        && only_one.count_ones().max(only_other.count_ones()) as usize <= most
}

/// The words of one side that are compared in any case: no type at the end, no article, no word that the other side has.
struct Own {
    letters: u32,
    /// How many letters are compared at least; at most those of all words.
    least: usize,
    most: usize,
    all_letters: u32,
}

impl Own {
    fn of(tokens: &[Token], others: &[Token]) -> Own {
        let mut own = Own { letters: 0, least: 0, most: 0, all_letters: 0 };
        for (at, word) in tokens.iter().enumerate() {
            own.most += usize::from(word.len);
            own.all_letters |= word.letters;
            let ends_in_type = at + 1 == tokens.len() && word.is(Token::TYPE);
            if !ends_in_type && !word.is(Token::PARTICLE | Token::NOISE) && !holds(others, word) {
                own.letters |= compared_letters(word);
                own.least += compared_length(word);
            }
        }
        own
    }
}

fn compared_length(word: &Token) -> usize {
    if is_saint_or_street(*word) { 2 } else { usize::from(word.len) }
}

/// Saint and Street are both compared as `ST`.
fn compared_letters(word: &Token) -> u32 {
    if is_saint_or_street(*word) { word.letters & super::letters(b"st") } else { word.letters }
}

/// Whether no phrase of `a` that begins at one token is like one of `b` that begins at another.
fn heads_are_far(a: &Address, at: u8, b: &Address, with: u8) -> bool {
    let (rest_a, rest_b) = (&a.tokens[usize::from(at)..], &b.tokens[usize::from(with)..]);
    let ([one, ..], [other, ..]) = (rest_a, rest_b) else { return false };
    // Phrases that are equal, begin each other or are initials begin with one letter.
    if one.is(LOOSE) || other.is(LOOSE) || a.spelling(*one).first() == b.spelling(*other).first() {
        return false;
    }
    // One word more on one side, a word left out: the first word of one side would be a word of the other.
    if holds(rest_b, one) || holds(rest_a, other) {
        return false;
    }
    // A slip of the pen in the word alone.
    let (only_one, only_other) = (one.letters & !other.letters, other.letters & !one.letters);
    if slips(only_one, only_other, one.len, other.len) {
        return false;
    }
    // Slips in all letters in a row: each moves the letters behind it by one place at most.
    is_missed(one, rest_b) || is_missed(other, rest_a)
}

/// The most slips that [`allowed`] allows any two phrases.
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
