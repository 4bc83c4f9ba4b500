//! Marks inside of words: a letter that was lost, or what parts two names.

use crate::tables::name as tables;
use smallvec::SmallVec;

/// Letters of the longest word that is tried.
const LONGEST: usize = 40;
/// Letters of the shortest name that a star parts from another.
const SHORTEST: usize = 3;

/// `QUIST*NORA*M`, `IVO QUIST*NORA VOSS`: stars between names become bars, unless one may be a letter that was lost (`MU*OZ`).
pub(super) fn part_starred(folded: &mut [u8]) {
    let mut parts = false;
    for at in (0..folded.len()).filter(|&at| folded[at] == b'*') {
        let (before, behind) = around(folded, at);
        // `D****`, `QUIST*`: what is masked, and a footnote.
        if before.is_empty() || behind.is_empty() {
            return;
        }
        parts = parts || are_two_names(before, behind);
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
    let given = one.is_clearly_given() || other.is_clearly_given();
    given && (known(one) && known(other) || shorter > SHORTEST) && !(b'a'..=b'z').any(|letter| joins(before, letter, behind))
}

/// Whether two parts of a word are a known name with a letter between them.
fn joins(before: &[u8], letter: u8, behind: &[u8]) -> bool {
    let mut word: SmallVec<[u8; 2 * LONGEST]> = SmallVec::from_slice(before);
    word.push(letter);
    word.extend_from_slice(behind);
    let entry = tables::word(&word);
    entry.given > 0 || entry.surname > 0
}
