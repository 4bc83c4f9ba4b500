//! What the letters, lengths and hashes of two phrases show without reading their words: that no reading of
//! [`by_letters`](super::phrase::by_letters) can make them alike. Most pairs of phrases are strangers, and are told so here.

use super::phrase::{LEFT_OUT, Phrase};
use super::spelling::allowed_beside;
use crate::address::Token;
use crate::address::sum::{Sum, is_saint_or_street};
use crate::text::similarity::has_at_most;

/// Whether the letters alone show that what is left between equal ends is different: no reading of [`by_letters`](super::phrase::by_letters) can hold.
pub(super) fn is_far((x, of_x): (Phrase, &Sum), (y, of_y): (Phrase, &Sum)) -> bool {
    // Letters of one side that the other side has not. Equal letters, with articles and without them, initials, beginnings and
    // words that are all among the others leave none on one side at least. So do digraphs, of which only an `e` may be dropped.
    let (only_x, only_y) = (of_x.letters.only_beside(&of_y.letters), of_y.letters.only_beside(&of_x.letters));
    if only_x == 0 || only_y == 0 || of_x.letters.may_be_slips(&of_y.letters) {
        return false;
    }
    if let ([one], [other]) = (x.tokens, y.tokens) {
        if one.is(Token::ROUTE) && other.is(Token::ROUTE) {
            return false;
        }
    }
    x.tokens.len() != y.tokens.len() || x.tokens.iter().zip(y.tokens).any(|(one, other)| are_far_words(*one, *other))
}

/// Whether words may be the same but for slips of the pen, by the letters that only one side has and how many each has. A slip
/// adds or takes one letter at most.
#[inline(always)]
pub(in crate::address) fn may_be_slips(only_x: u32, only_y: u32, lengths: (usize, usize)) -> bool {
    let most = allowed_beside(lengths.0.max(lengths.1)).unwrap_or(0);
    lengths.0.abs_diff(lengths.1) <= most && has_at_most(only_x, most as u32) && has_at_most(only_y, most as u32)
}

/// Whether a word of two phrases may be the same: by the hashes of the words where their bits leave it open.
#[inline(always)]
pub(super) fn share_word(x: Phrase, of_x: &Sum, y: Phrase, of_y: &Sum) -> bool {
    of_x.bits & of_y.bits != 0 && share_hash(x.tokens, y.tokens)
}

#[inline(never)]
pub(super) fn share_hash(x: &[Token], y: &[Token]) -> bool {
    x.iter().any(|one| y.iter().any(|other| one.hash == other.hash))
}

/// Whether two phrases begin so differently that, their first words being no slips of each other, nothing but slips in all
/// letters in a row can make one of them: neither is the other one, begins it or is its initials.
///
/// `classes` are those of all words, `lengths` the least letters that are compared of each, `counts` the most words.
#[inline]
pub(super) fn begin_apart(x: Phrase, y: Phrase, classes: u8, lengths: (usize, usize), counts: (usize, usize)) -> bool {
    if classes & LEFT_OUT != 0 {
        return openings(x) & openings(y) == 0;
    }
    // The second letter of a digraph may be left out, and Saint and Street are compared as `ST`.
    let digraph = |first: u8, second: u8| matches!(&[first, second], b"ae" | b"oe" | b"ue" | b"aa");
    match (x.word(0), y.word(0)) {
        ([first, ..], [other, ..]) if first != other => true,
        (&[first, second, ..], &[_, with, ..]) => {
            second != with
                && !digraph(first, second)
                && !digraph(first, with)
                && !is_saint_or_street(x.tokens[0])
                && !is_saint_or_street(y.tokens[0])
                && lengths.0 > counts.1
                && lengths.1 > counts.0
        }
        _ => false,
    }
}

/// The bits of the letters that a phrase may begin with where words before the first that says something may be left out; all
/// of them where no word says anything.
#[inline(never)]
fn openings(phrase: Phrase) -> u32 {
    let mut letters = 0;
    for (at, token) in phrase.tokens.iter().enumerate() {
        let Some(&first) = phrase.word(at).first() else { break };
        letters |= crate::tables::address::LETTERS[usize::from(first)];
        if !token.is(LEFT_OUT) {
            return letters;
        }
    }
    u32::MAX
}

/// Whether two phrases that have no word in common are different because they begin with different letters, so that only slips
/// of the pen could make one of them: no reading of [`by_letters`](super::phrase::by_letters) can hold.
#[inline]
pub(super) fn are_apart((x, of_x): (Phrase, &Sum), (y, of_y): (Phrase, &Sum)) -> bool {
    let (one, other) = (x.tokens[0], y.tokens[0]);
    !of_x.letters.may_be_slips(&of_y.letters)
        && begin_apart(
            x,
            y,
            of_x.classes | of_y.classes,
            (of_x.letters.length(), of_y.letters.length()),
            (x.tokens.len(), y.tokens.len()),
        )
        && !(one.is(Token::ROUTE) && other.is(Token::ROUTE))
        && (x.tokens.len() != y.tokens.len() || !are_near_words(one, other))
}

/// Whether two words may be the same but for slips of the pen, by their letters and lengths.
#[inline(always)]
pub(super) fn are_near_words(one: Token, other: Token) -> bool {
    let (only_one, only_other) = (one.letters & !other.letters, other.letters & !one.letters);
    may_be_slips(only_one, only_other, (usize::from(one.len), usize::from(other.len)))
}

/// Whether the letters show that neither of two words is the other one but for slips of the pen, or begins it.
#[inline(always)]
pub(super) fn are_far_words(one: Token, other: Token) -> bool {
    let (only_one, only_other) = (one.letters & !other.letters, other.letters & !one.letters);
    only_one != 0
        && only_other != 0
        && !may_be_slips(only_one, only_other, (usize::from(one.len), usize::from(other.len)))
}
