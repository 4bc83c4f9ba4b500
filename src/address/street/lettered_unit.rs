//! Units of which the form alone tells that they are some: one letter behind a street, `416 ELDER ST B FRESNO`, or `B` alone in the
//! second line; designator and identifier in one word, `APTB12`.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, ROUTE};
use crate::tables::address::{self as tables, Role, Word};

impl Reader<'_> {
    /// Takes out a letter behind the type of a street that has a name, in the United States, where it stands alone in its line, before
    /// a comma, or before words that are a city without it and none with it. The letters of directions are left to the street, and
    /// those that may be what is left of a word (`O FALLON`, `R` for rear, a line that ends behind its street) to the rest.
    pub(super) fn letter_behind_street(&mut self) {
        let lettered = |reader: &Self, at: usize| reader.ends.area[at].len == 1 && reader.ends.area[at].is_word();
        let Some(at) = (2..self.ends.area.len()).find(|&at| lettered(self, at)) else { return };
        if let Some(end) = self.unit_letter_end(at) {
            self.push_bare_unit(at, end);
        }
    }

    /// Where a unit ends that begins with the letter at a place.
    fn unit_letter_end(&self, at: usize) -> Option<usize> {
        let letter = &self.ends.area[at];
        let plain = !letter.is(Word::DIRECTIONAL | ROUTE)
            && !matches!(self.bytes(at), b"o" | b"r")
            && !matches!(letter.gap, Gap::Hyphen | Gap::Slash)
            && self.street.number.is_some()
            && self.street.units.is_empty()
            && self.country_is(&["US"]);
        let of_type = self.type_before(at)?;
        if !plain || matches!(self.bytes(of_type), b"highway" | b"route") {
            return None;
        }
        // `COUNTY ROAD B`, `W AVENUE K`
        const NO_NAME: u16 = Word::DIRECTIONAL | Word::PRIMARY | Word::BEFORE | ROUTE;
        let before = &self.ends.area[..of_type];
        // `S MAIN ST B`, `ST JAMES ST B`: what may be State there is not.
        let route = |(place, word): (usize, &Lexeme)| {
            word.may(Role::ROUTE) && !word.is(Word::DIRECTIONAL) && self.bytes(place) != b"st"
        };
        if !before.iter().any(|word| !word.is(NO_NAME)) || before.iter().enumerate().any(route) {
            return None;
        }
        // Forest Road B, Old Avenue C
        if matches!(before, [only] if only.may(Role::LETTERED)) {
            return None;
        }
        // `B 2` is B2.
        let number =
            self.is(at + 1, DIGITS) && !self.is(at + 1, ROUTE | Word::ORDINAL) && self.bytes(at + 1).len() <= 3;
        let end = at + 1 + usize::from(number && self.ends.area[at + 1].gap == Gap::Blank);
        let ends = match self.ends.area.get(end) {
            None => self.ends.city.is_some(),
            Some(next) if next.gap >= Gap::Comma => true,
            Some(next) => next.gap == Gap::Blank && next.is_word() && self.begins_city(end) && !self.begins_city(at),
        };
        ends.then_some(end)
    }

    /// The type of a street that stands right before a place, or before the direction there: `OAK ST B`, `OAK ST NW B`.
    pub(super) fn type_before(&self, at: usize) -> Option<usize> {
        let direction = at > 1 && self.is(at - 1, Word::DIRECTIONAL) && self.ends.area[at - 1].gap == Gap::Blank;
        let of_type = at.checked_sub(1 + usize::from(direction))?;
        self.is(of_type, Word::PRIMARY).then_some(of_type)
    }

    /// `APT 9TULSA`: parts the number of a unit from the city behind it.
    pub(super) fn part_glued_city(&mut self) {
        if !self.country_is(&["US"]) || !self.is_numeric(0) || self.ends.city.is_some() {
            return;
        }
        let behind = |at: usize| self.is(at, MIXED) && self.ends.area[at - 1].unit.is_some();
        if let Some(at) = (3..self.ends.area.len()).find(|&at| behind(at)) {
            self.part_city_at(at, 4);
        }
    }

    /// Parts `1187MOUNT` behind a box into its number and the first word of the city: `PO BOX 1187MOUNT AIRY NC`.
    pub(super) fn part_city_glued_to_box(&mut self) {
        if !self.country_is(&["US"]) || self.ends.city.is_some() {
            return;
        }
        let behind = |at: usize| self.is(at, MIXED) && self.bytes(at - 1) == b"box";
        if let Some(at) = (1..self.ends.area.len()).find(|&at| behind(at)) {
            self.part_city_at(at, 3);
        }
    }

    /// Parts a number and so many letters at least that begin a city.
    fn part_city_at(&mut self, at: usize, least: usize) {
        let text = self.bytes(at);
        let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let letters = text[digits..].iter().all(u8::is_ascii_lowercase);
        if !(1..=if least < 4 { 6 } else { 4 }).contains(&digits) || text.len() - digits < least || !letters {
            return;
        }
        let whole = self.ends.area[at];
        let (from, to) = (usize::from(whole.start), usize::from(whole.start) + usize::from(whole.len));
        self.ends.area[at] = Lexeme::plain(from, from + digits, whole.gap, DIGITS);
        let mut city = Lexeme::plain(from + digits, to, Gap::Blank, 0);
        // `6SANTA CLARA`: as the word is spelled where it stands alone.
        if let Some(word) = tables::word(self.ends.lexer.bytes(&city)) {
            city = Lexeme { classes: word.classes, ..self.ends.lexer.respelled(city, word.standard) };
        }
        self.ends.area.insert(at + 1, city);
        if !self.begins_city(at + 1) {
            self.ends.area.remove(at + 1);
            self.ends.area[at] = whole;
        }
    }

    /// Parts `APTB12`, `STEC7`, `SP14`, `LT14` behind a street of the United States into the designator and what it names. `APT208`
    /// was parted when it was read.
    pub(super) fn part_glued_units(&mut self) {
        if !self.country_is(&["US"]) || !self.is_numeric(0) {
            return;
        }
        const STREET: u16 = Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL;
        let behind =
            |at: usize| self.is(at, MIXED) && (self.is(at - 1, STREET) || self.ends.area[at].gap >= Gap::Comma);
        let Some(at) = (3..self.ends.area.len()).find(|&at| behind(at)) else { return };
        let Some((designator, width)) = glued(self.bytes(at)) else { return };
        let whole = self.ends.area[at];
        let (from, to) = (usize::from(whole.start), usize::from(whole.start) + usize::from(whole.len));
        let identifier = Lexeme::plain(from + width, to, Gap::Blank, 0);
        let digits = self.ends.lexer.bytes(&identifier).iter().all(u8::is_ascii_digit);
        let unit = tables::word(designator).and_then(|word| word.unit);
        let written = self.ends.lexer.written(designator, whole.gap, Word::UNIT);
        self.ends.area[at] = Lexeme { unit, ..written };
        self.ends.area.insert(at + 1, Lexeme { classes: if digits { DIGITS } else { MIXED }, ..identifier });
    }
}

/// The designator with which a word begins that goes on with an identifier, and how many letters it has.
fn glued(word: &[u8]) -> Option<(&'static str, usize)> {
    // Letters that begin identifiers too are no designator: `U5`.
    const BEFORE_DIGITS: [(&[u8], &str); 3] = [(b"sp", "spc"), (b"lt", "lot"), (b"un", "unit")];
    const BEFORE_LETTER: [(&[u8], &str); 3] = [(b"apt", "apt"), (b"ste", "ste"), (b"unit", "unit")];
    let digits = |text: &[u8]| (1..=4).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
    let of = |(short, whole): &(&[u8], &'static str), letters: usize| {
        let rest = word.strip_prefix(*short)?.get(letters..)?;
        digits(rest).then_some((*whole, short.len()))
    };
    BEFORE_DIGITS.iter().find_map(|entry| of(entry, 0)).or_else(|| BEFORE_LETTER.iter().find_map(|entry| of(entry, 1)))
}
