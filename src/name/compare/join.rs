//! Words of one side that are written together on the other.

use crate::name::word::{INITIAL, JOINED, PARTICLE, Word};
use crate::name::{Name, UNSTATED};
use smallvec::SmallVec;

/// The words of one side, some of them joined to meet the other side.
pub(super) struct View {
    pub(super) words: SmallVec<[Word; 10]>,
    pub(super) surname: u8,
}

impl View {
    /// How much speaks for the given name standing first: above 0 for it, below 0 for the surname standing first.
    pub(super) fn given_first(&self) -> i32 {
        if self.surname != UNSTATED {
            return 0;
        }
        let mut names = self.words.iter().filter(|word| !word.is(PARTICLE));
        let (Some(first), Some(last)) = (names.next(), names.next_back()) else { return 0 };
        let leaning = |word: &Word| i32::from(word.given > word.surname) - i32::from(word.surname > word.given);
        // A name that begins with a particle begins with its surname.
        let begins = if self.words.first().is_some_and(|word| word.is(PARTICLE)) { -1 } else { leaning(first) };
        begins - leaning(last)
    }
}

/// Joins neighbouring words that together are one word of the other side: MARY BETH and MARYBETH, DE LA CRUZ and DELACRUZ.
pub(super) fn join(view: &mut View, name: &Name, other: &View, other_name: &Name) {
    for target in &other.words {
        let wanted = target.text(&other_name.text);
        if wanted.len() < 2 || view.words.iter().any(|word| word.text(&name.text) == wanted) {
            continue;
        }
        let mut at = 0;
        while at + 1 < view.words.len() {
            let first = view.words[at];
            let mut len = usize::from(first.len);
            let mut end = at + 1;
            while end < view.words.len()
                && len < wanted.len()
                && usize::from(first.start) + len == usize::from(view.words[end].start)
            {
                len += usize::from(view.words[end].len);
                end += 1;
            }
            let start = usize::from(first.start);
            let within =
                view.surname == UNSTATED || usize::from(view.surname) <= at || usize::from(view.surname) >= end;
            if len == wanted.len() && end > at + 1 && within && name.text.get(start..start + len) == Some(wanted) {
                let joined = Word {
                    len: len as u8,
                    flags: (first.flags & !(INITIAL | PARTICLE)) | JOINED,
                    links: (0, 0),
                    sex: 0,
                    given: 0,
                    surname: 0,
                    letters: view.words[at..end].iter().fold(0, |letters, word| letters | word.letters),
                    ..first
                };
                view.words.drain(at + 1..end);
                view.words[at] = joined;
                if view.surname != UNSTATED && usize::from(view.surname) > at {
                    view.surname -= (end - at - 1) as u8;
                }
                break;
            }
            at += 1;
        }
    }
}
