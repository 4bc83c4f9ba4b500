//! A surname and a given name that are written as one word.

use super::party::Builder;
use crate::name::word::{DAMAGED, DIGIT, HYPHEN, LAST, Word, word_of};
use crate::name::{PartyKind, PartySlot, UNSTATED};
use crate::tables::name as tables;

/// Letters of the shortest word that is taken for two names.
pub(super) const SHORTEST: usize = 10;
/// Letters of the shortest of the two.
const SHORTEST_NAME: usize = 4;
/// Letters of the longest word that is taken apart.
const LONGEST: usize = 40;

impl Builder<'_> {
    /// `CASTELLANOREBECCA`: the only word is in no table, and a known surname before a clear given name: a second way to read it.
    pub(super) fn part_glued(&mut self) {
        let [slot] = self.name.parties.as_slice() else { return };
        let slot = *slot;
        let [word] = self.name.words.as_slice() else { return };
        let word = *word;
        let text = word.text(&self.name.text);
        let plain = word.given == 0 && word.surname == 0 && word.links == 0 && !word.is(DAMAGED) && !word.is(DIGIT);
        if slot.kind != PartyKind::Person || !plain || !(SHORTEST..=LONGEST).contains(&text.len()) {
            return;
        }
        // The longest given name is meant: Marianne and no Anne.
        let found = (SHORTEST_NAME..=text.len() - SHORTEST_NAME).find_map(|at| {
            let (surname, given) = text.split_at(at);
            let (surname, given) = (tables::word(surname), tables::word(given));
            let names = given.is_clearly_given() && surname.surname > 0 && surname.surname >= surname.given;
            names.then_some((at, surname, given))
        });
        let Some((at, surname, given)) = found else { return };
        let part = |entry: tables::Entry, from: usize, to: usize, flags: u16| Word {
            start: word.start + from as u16,
            ..word_of(entry, &text[from..to], flags)
        };
        let parts = [
            (surname, part(surname, 0, at, word.flags & !(LAST | HYPHEN))),
            (given, part(given, at, text.len(), word.flags & !HYPHEN)),
        ];
        for (entry, mut part) in parts {
            part.first_link = self.name.links.end();
            entry.links().iter().for_each(|&link| self.name.links.push(link));
            part.links = self.name.links.count_from(part.first_link);
            part.kin = self.name.links.kin_from(part.first_link);
            self.name.words.push(part);
        }
        self.name.parties.push(PartySlot { first: 1, count: 2, surname: UNSTATED, alternative: true, ..slot });
    }
}
