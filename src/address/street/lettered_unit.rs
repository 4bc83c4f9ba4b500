//! One letter behind a street is a unit without a designator: `416 ELDER ST B FRESNO`, or `B` alone in the second line.

use super::Reader;
use crate::address::lex::{Gap, ROUTE};
use crate::tables::address::{Role, Word};

impl Reader<'_> {
    /// Takes out a letter behind the type of a street that has a name, in the United States, where it stands alone in its line, before
    /// a comma, or before words that are a city without it and none with it. The letters of directions are left to the street, and
    /// those that may be what is left of a word (`O FALLON`, `R` for rear, a line that ends behind its street) to the rest.
    pub(super) fn letter_behind_street(&mut self) {
        let lettered = |reader: &Self, at: usize| reader.ends.area[at].len == 1 && reader.ends.area[at].is_word();
        let Some(at) = (2..self.ends.area.len()).find(|&at| lettered(self, at)) else { return };
        if self.is_unit_letter(at) {
            self.push_bare_unit(at, at + 1);
        }
    }

    fn is_unit_letter(&self, at: usize) -> bool {
        let letter = &self.ends.area[at];
        let plain = !letter.is(Word::DIRECTIONAL | ROUTE)
            && !matches!(self.bytes(at), b"o" | b"r")
            && !matches!(letter.gap, Gap::Hyphen | Gap::Slash)
            && self.street.number.is_some()
            && self.street.units.is_empty()
            && self.country_is(&["US"]);
        if !plain || !self.is(at - 1, Word::PRIMARY) || matches!(self.bytes(at - 1), b"highway" | b"route") {
            return false;
        }
        // `COUNTY ROAD B`, `W AVENUE K`
        const NO_NAME: u16 = Word::DIRECTIONAL | Word::PRIMARY | Word::BEFORE | ROUTE;
        let before = &self.ends.area[..at - 1];
        if !before.iter().any(|word| !word.is(NO_NAME)) || before.iter().any(|word| word.may(Role::ROUTE)) {
            return false;
        }
        match self.ends.area.get(at + 1) {
            None => self.ends.city.is_some(),
            Some(next) if next.gap >= Gap::Comma => true,
            Some(next) => next.gap == Gap::Blank && next.is_word() && self.begins_city(at + 1) && !self.begins_city(at),
        }
    }
}
