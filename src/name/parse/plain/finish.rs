//! Completes a plain name once all of its words are read: where they stand in the name, which are particles, and who the parties are.

use super::{Plain, has};
use crate::name::parse::particle::{Ordered, is_particle};
use crate::name::parse::pinyin::spread_pinyin;
use crate::name::sketch::Sketch;
use crate::name::word::{EASTERN, FILLS, HYPHEN, LAST, PARTICLE, PINYIN, Word, fills_field};
use crate::name::{MOST_LETTERS, Name, PartyKind, PartySlot, Role, UNSTATED};
use crate::tables::name as tables;
use smallvec::SmallVec;

impl Plain<'_> {
    /// Completes the name, with the words of the surname behind the others.
    #[inline]
    pub(super) fn finish(&mut self) {
        let count = self.name.words.len();
        // How many words stand before a comma.
        let ahead = self.surname.saturating_sub(self.title);
        let stated = (ahead > 0).then_some(count - ahead);
        if self.generation == 0 {
            self.mark_last(usize::from(self.surname > 0));
        }
        let behind = if self.generation == 0 { self.len } else { self.len - self.last_len };
        self.name.text = self.letters(self.begin, behind);
        if self.marks.particles != 0 {
            self.mark_particles(ahead, stated);
        }
        if ahead > 0 {
            put_behind(self.name, ahead);
        }
        if self.marks.syllables != 0 || self.marks.not_chinese == 0 {
            spread_pinyin(&mut self.name.words, &self.name.text);
        }
        self.name.parties.push(slot(&self.name.words, 0, stated, self.generation));
    }

    /// Completes the name of two persons.
    #[inline(never)]
    pub(super) fn finish_joint(&mut self) {
        self.name.text = self.letters(self.begin, self.len);
        self.mark_last(self.joined);
        let count = self.name.words.len();
        for (first, end) in [(0, self.parted), (self.parted, count)] {
            let words = &mut self.name.words[first..end];
            spread_pinyin(words, &self.name.text);
            self.name.parties.push(slot(words, first, None, 0));
        }
    }

    /// Marks the last word of the text, where `more` characters stand between the words but the blanks.
    fn mark_last(&mut self, more: usize) {
        let width = self.len + self.count + self.parted - 1 + more;
        if let Some(last) = self.name.words.last_mut() {
            last.flags |= if fills_field(width) { LAST | FILLS } else { LAST };
        }
    }

    /// Marks the words that are particles, of which so many stand before a comma.
    fn mark_particles(&mut self, ahead: usize, stated: Option<usize>) {
        let count = self.name.words.len();
        // Where the word at a place of the name stands in the text.
        let place_of = |place: usize| (place + ahead) % count;
        let mut found = 0_u8;
        for place in 0..count {
            let is_one = is_particle(count, place, stated, |place| {
                let at = place_of(place);
                let word = self.name.words[at];
                let text = word.text(&self.name.text);
                Ordered {
                    text,
                    particle: has(self.marks.particles, at + self.title),
                    name: word.is_given() || word.is_frequent_surname(),
                    eastern: word.is(EASTERN),
                    surname: (word.given == 0 || word.surname >= word.given + 3) && !word.is(PINYIN),
                    given: word.given > word.surname + 2
                        && word.surname <= tables::FREQUENT_SURNAME
                        && !word.is(PINYIN),
                    hyphened: word.is(HYPHEN),
                }
            });
            found |= u8::from(is_one) << place_of(place);
        }
        for (_, word) in self.name.words.iter_mut().enumerate().filter(|(at, _)| has(found, *at)) {
            word.flags |= PARTICLE;
        }
    }

    /// The letters from one place to another.
    fn letters(&self, from: usize, to: usize) -> SmallVec<[u8; MOST_LETTERS]> {
        match self.text.get(from..).and_then(<[u8]>::first_chunk) {
            // All of the room at once, whatever stands behind the letters.
            Some(room) if to - from <= MOST_LETTERS => SmallVec::from_buf_and_len(*room, to - from),
            _ => SmallVec::from_slice(self.text.get(from..to).unwrap_or(&[])),
        }
    }
}

/// A person: the words, how many stand before them, where a comma says that the surname starts, and the suffix.
#[inline]
fn slot(words: &[Word], first: usize, stated: Option<usize>, generation: u8) -> PartySlot {
    PartySlot {
        first: first as u8,
        count: words.len() as u8,
        aliases: 0,
        surname: stated.map_or(UNSTATED, |start| start as u8),
        kind: PartyKind::Person,
        role: Role::Owner,
        generation,
        legal: 0,
        alternative: false,
        sketch: Sketch::of(words),
    }
}

/// Puts the words before a comma behind the others.
fn put_behind(name: &mut Name, ahead: usize) {
    let Some(front) = name.words.get(ahead).copied() else { return };
    let (letters, links) = (front.start, front.first_link);
    let (all_letters, all_links) = (name.text.len() as u16, name.links.end());
    name.text.rotate_left(usize::from(letters));
    name.links.0.rotate_left(usize::from(links));
    name.words.rotate_left(ahead);
    let parted = name.words.len() - ahead;
    for word in &mut name.words[..parted] {
        (word.start, word.first_link) = (word.start - letters, word.first_link - links);
    }
    for word in &mut name.words[parted..] {
        (word.start, word.first_link) = (word.start + all_letters - letters, word.first_link + all_links - links);
    }
}
