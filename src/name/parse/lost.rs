//! Marks inside of words: a letter that was lost, or what parts two names.

use super::tokens::{Token, Tokens};
use crate::tables::name as tables;
use smallvec::SmallVec;

/// Letters of the longest word that is tried.
const LONGEST: usize = 40;
/// So many stars are looked at: more than a bank writes between the parts of four names.
const MOST_TRIED: usize = 12;
/// Letters of the shortest name that a star parts from another.
const SHORTEST: usize = 3;

/// `QUIST*NORA*M`, `IVO QUIST*NORA VOSS`: stars between names become bars, unless one may be a letter that was lost (`MU*OZ`).
pub(super) fn part_starred(folded: &mut [u8]) {
    let mut parts = false;
    let mut tried = 0;
    for at in (0..folded.len()).filter(|&at| folded[at] == b'*') {
        let (before, behind) = around(folded, at);
        // `D****`, `QUIST*`: what is masked, and a footnote.
        if before.is_empty() || behind.is_empty() {
            return;
        }
        if !parts && tried < MOST_TRIED {
            tried += 1;
            parts = are_two_names(before, behind);
        }
    }
    if parts {
        for byte in folded.iter_mut().filter(|byte| **byte == b'*') {
            *byte = b'|';
        }
    }
}

/// The letters right before and right behind a place.
fn around(folded: &[u8], at: usize) -> (&[u8], &[u8]) {
    let letter = |byte: &&u8| byte.is_ascii_lowercase();
    let before = folded[..at].iter().rev().take(LONGEST).take_while(letter).count();
    let behind = folded[at + 1..].iter().take(LONGEST).take_while(letter).count();
    (&folded[at - before..at], &folded[at + 1..at + 1 + behind])
}

/// Whether two words are a given name and another name, and no word is known that has one letter between them.
fn are_two_names(before: &[u8], behind: &[u8]) -> bool {
    let (shorter, longer) = (before.len().min(behind.len()), before.len().max(behind.len()));
    if shorter < SHORTEST || longer >= LONGEST {
        return false;
    }
    let (one, other) = (tables::word(before), tables::word(behind));
    let known = |entry: tables::Entry| entry.given > 0 || entry.surname > 0;
    let called = |one: tables::Entry, other: tables::Entry| {
        one.is_given() && (!other.is_given() || other.is_clearly_surname() && !one.is_clearly_surname())
    };
    let given = one.is_clearly_given() || other.is_clearly_given() || called(one, other) || called(other, one);
    given
        && (known(one) && known(other) || shorter > SHORTEST)
        && !(b'a'..=b'z').any(|letter| joins(before, letter, behind))
}

/// Letters of the longest of them behind the `~`.
const LONGEST_ENDING: usize = 6;

/// `MU OZ`, `TREVI O`: whether the letter with a tilde is lost between two words. One letter behind a name is an initial.
pub(super) fn is_tilde(before: &[u8], behind: &[u8]) -> bool {
    let vowel = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u'));
    if !vowel(before.last()) || !vowel(behind.first()) {
        return false;
    }
    if !(2..=LONGEST_ENDING).contains(&behind.len()) && !matches!(behind, b"a" | b"o") {
        return false;
    }
    tables::is_tilde(before, behind) && (behind.len() > 1 || !is_known(before))
}

/// `M}LLER`, `G]NTER`: whether brackets stand for a letter with two dots, as in the German ISO 646, and make a known name of
/// what stands before them and behind.
pub(super) fn is_umlaut(before: &[u8], behind: &[u8]) -> bool {
    let end = behind.iter().take(LONGEST).take_while(|byte| byte.is_ascii_lowercase()).count();
    before.len() < LONGEST
        && !is_known(&behind[..end])
        && b"aou".iter().any(|letter| joins(before, *letter, &behind[..end]))
}

fn is_known(word: &[u8]) -> bool {
    let entry = tables::word(word);
    entry.given > 0 || entry.surname > 0
}

/// Joins the words between which such a letter is lost, with or without a mark in its place.
pub(super) fn join_tilde(out: &mut Tokens) {
    // Two words are a name of their own.
    let words = out.tokens.iter().filter(|token| matches!(token, Token::Word { .. })).count();
    let mut at = if words > 2 { 1 } else { out.tokens.len() };
    while at < out.tokens.len() {
        let first = at - if out.tokens[at - 1] == Token::Separator && at > 1 { 2 } else { 1 };
        if let (Token::Word { start, len, .. }, Token::Word { start: other, len: rest, dotted, .. }) =
            (out.tokens[first], out.tokens[at])
        {
            if is_tilde(out.word(out.tokens[first]), out.word(out.tokens[at])) {
                out.text.insert(usize::from(other), b'?');
                out.tokens[first] = Token::Word { start, len: len + 1 + rest, flags: 0, dotted };
                out.tokens.drain(first + 1..=at);
                for token in &mut out.tokens[first + 1..] {
                    if let Token::Word { start, .. } = token {
                        *start += 1;
                    }
                }
                continue;
            }
        }
        at += 1;
    }
}

/// Whether two parts of a word are a known name with a letter between them.
fn joins(before: &[u8], letter: u8, behind: &[u8]) -> bool {
    let mut word: SmallVec<[u8; 2 * LONGEST]> = SmallVec::from_slice(before);
    word.push(letter);
    word.extend_from_slice(behind);
    is_known(&word)
}
