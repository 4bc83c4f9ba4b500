//! Words that were written as one: a name and the type of its street (`10 BONIWELLSTREET`), that type and the designator of a unit
//! (`10 ELM DRAPT 6`), an interstate and its number (`12 I35`).

use super::{NUMBER_FIRST, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, joined_type};
use crate::tables::address::{self as tables, Role, Word};

impl Reader<'_> {
    /// `10 BONIWELLSTREET`: behind a house number, where no other word of the line is a type.
    pub(super) fn part_glued_type(&mut self) {
        if self.ends.country.is_some() && !self.country_is(&NUMBER_FIRST) {
            return;
        }
        let glued = |lexeme: &Lexeme| lexeme.may(Role::TYPE) && joined_type(self.ends.lexer.bytes(lexeme)).is_some();
        let Some(at) = self.ends.area.iter().position(glued) else { return };
        let numbered = (0..at).any(|before| self.is_numeric(before));
        let typed = |word: &Lexeme| word.is(Word::PRIMARY | Word::BEFORE);
        let (before, behind) = (&self.ends.area[..at], &self.ends.area[at + 1..]);
        // `BONIWELLSTREET ST LUCIA`
        let saint =
            behind.len() > 1 && behind[0].is_short_saint() && behind[1].gap == Gap::Blank && self.begins_city(at + 1);
        let next = behind.first().is_some_and(|next| next.gap < Gap::Comma && next.is(Word::PRIMARY));
        let other = before.iter().any(typed) || next && !saint;
        if !numbered || other || self.begins_city(at) {
            return;
        }
        let whole = self.ends.area[at];
        let Some(written) = joined_type(self.bytes(at)) else { return };
        let from = usize::from(whole.start);
        let name = Lexeme::plain(from, from + usize::from(whole.len) - written.len(), whole.gap, 0);
        self.ends.area[at] = match tables::word(self.ends.lexer.bytes(&name)) {
            Some(word) => self.ends.lexer.written(word.standard, whole.gap, word.classes),
            None => name,
        };
        let classes = tables::word(written).map_or(0, |word| word.classes);
        let written = self.ends.lexer.written(written, Gap::Blank, classes);
        if saint {
            self.ends.area[at + 1] = self.ends.lexer.saint(self.ends.area[at + 1]);
        }
        self.ends.area.insert(at + 1, written);
    }

    /// `10 ELM DRAPT 6`, `10 ELM STUNIT B`: lines that were joined without a blank.
    pub(super) fn part_glued_designator(&mut self) {
        let parts = |at: usize| {
            let word = self.bytes(at);
            let designator = ["apt", "unit", "suite", "ste"].into_iter().find(|end| word.ends_with(end.as_bytes()))?;
            let street = tables::word(&word[..word.len() - designator.len()])?;
            (street.classes & Word::PRIMARY != 0).then_some((street, designator))
        };
        let number = |at: usize| {
            let mark = usize::from(self.bytes(at) == b"#");
            let letter = self.bytes(at + mark).len() == 1;
            (self.is_numeric(at + mark) || letter) && self.ends.area[at + mark].gap == Gap::Blank
        };
        let found = (2..self.ends.area.len()).find_map(|at| {
            let word = &self.ends.area[at];
            let plain = word.is_word() && word.classes == 0 && word.gap == Gap::Blank && number(at + 1);
            Some((at, if plain { parts(at)? } else { return None }))
        });
        let Some((at, (street, designator))) = found.filter(|_| self.is_numeric(0)) else { return };
        self.ends.area[at] = self.ends.lexer.written(street.standard, Gap::Blank, street.classes);
        let unit = tables::word(designator).and_then(|word| word.unit);
        let written = self.ends.lexer.written(designator, Gap::Blank, Word::UNIT);
        self.ends.area.insert(at + 1, Lexeme { unit, ..written });
    }

    /// `12 I35 SERVICE RD`: an interstate behind the house number is read as it is behind a hyphen; a letter may follow.
    pub(super) fn part_interstate(&mut self) {
        let found = (1..self.ends.area.len()).find(|&at| self.is(at, MIXED) && self.is_behind_house(at));
        let Some((at, [b'i', number @ ..])) = found.map(|at| (at, self.bytes(at))) else { return };
        let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let lettered = matches!(&number[digits..], [] | [b'e' | b'w' | b'n' | b's']);
        if !(1..=3).contains(&digits) || !lettered || !self.is_plainly_american() {
            return;
        }
        let classes = if digits == number.len() { DIGITS } else { MIXED };
        let whole = self.ends.area[at];
        let (from, to) = (usize::from(whole.start), usize::from(whole.start) + usize::from(whole.len));
        self.ends.area[at] = self.ends.lexer.written("i", whole.gap, 0);
        self.ends.area.insert(at + 1, Lexeme::plain(from + 1, to, Gap::Hyphen, classes));
    }
}
