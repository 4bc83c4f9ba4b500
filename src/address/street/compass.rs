//! Directions that are written in two words: `41 S W 8TH ST`, `K STREET NORTH WEST`.

use super::Reader;
use crate::Country;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED, ROUTE};
use crate::tables::address::Word;

impl Reader<'_> {
    /// Two words for a direction between two others become one, before the name of the street or behind its type.
    pub(super) fn join_directions(&mut self) {
        if self.ends.country.is_some_and(|country| !matches!(country, Country::US | Country::CA)) {
            return;
        }
        let mut at = 1;
        while at + 1 < self.ends.area.len() {
            if let Some(written) = self.direction_of_two(at) {
                let gap = self.ends.area[at].gap;
                self.ends.area.remove(at);
                self.ends.area[at] = self.ends.lexer.written(written, gap, Word::DIRECTIONAL);
            }
            at += 1;
        }
    }

    /// The direction that the words at a place and behind it are together.
    fn direction_of_two(&self, at: usize) -> Option<&'static str> {
        let second = self.ends.area.get(at + 1).filter(|second| second.gap <= Gap::Hyphen)?;
        let written = joined(self.bytes(at), self.bytes(at + 1))?;
        let letters = second.raw_len == 1 && self.ends.area[at].raw_len == 1;
        if !letters && (second.raw_len == 1 || self.ends.area[at].raw_len == 1) {
            return None;
        }
        let next = self.ends.area.get(at + 2).filter(|next| next.gap < Gap::Comma);
        if self.is(at - 1, Word::PRIMARY | Word::SUFFIX | ROUTE) {
            // `MAIN ST S W PALM BEACH`, `MAIN ST NORTH EAST MD`
            let city = self.begins_city(at) || next.is_some() && self.begins_city(at + 1);
            return (at > 1 && !city).then_some(written);
        }
        // So it is where `ST` may be Saint: `100 S E ST GATE 4`.
        if next.is_some_and(|next| self.ends.lexer.code(next) == b"st") {
            return None;
        }
        // `100 S E ST` is E Street, `100 NORTH WEST SHORE BLVD` West Shore Boulevard.
        let name = next.is_some_and(|next| {
            let typed = self.ends.area[at + 3..].iter().any(|word| word.is(Word::PRIMARY));
            next.is(DIGITS | MIXED) || letters && !next.is(Word::PRIMARY) && (typed || !next.is(Word::SUFFIX))
        });
        (at == 1 && self.is_numeric(0) && name).then_some(written)
    }
}

/// The direction between two others.
fn joined(first: &[u8], second: &[u8]) -> Option<&'static str> {
    Some(match (first, second) {
        (b"n", b"e") => "ne",
        (b"n", b"w") => "nw",
        (b"s", b"e") => "se",
        (b"s", b"w") => "sw",
        _ => return None,
    })
}

impl Lexer {
    /// `22 LARCH DR N E GRAND RAPIDS`, `22 LARCH N E GRAND RAPIDS`, `22 PASEO NUEVO N E ALBUQUERQUE`: the same text with the two letters or words
    /// behind the type of a street, or behind one without a type there, as one direction. There are towns called East Grand Rapids and
    /// West Palm Beach, so that both senses are kept.
    pub(in crate::address) fn with_joined_direction(&self) -> Option<Lexer> {
        let alike = |at: usize| {
            let (first, second) = (self.lexemes[at], self.lexemes[at + 1]);
            (first.raw_len == 1) == (second.raw_len == 1) && first.gap == Gap::Blank && second.gap == Gap::Blank
        };
        let direction = |at: usize| joined(self.bytes(&self.lexemes[at]), self.bytes(&self.lexemes[at + 1]));
        let behind = |at: usize| self.lexemes[at + 2].is_word() && self.lexemes[at + 2].gap == Gap::Blank;
        let name = |word: &Lexeme| word.is_word() && !word.is(Word::PRIMARY | Word::DIRECTIONAL);
        let street = |at: usize| {
            at > 2 && self.lexemes[at - 1].is(Word::PRIMARY)
                || self.lexemes[0].is(DIGITS) && self.lexemes[1..at].iter().all(name)
        };
        let at = (2..self.lexemes.len().saturating_sub(2))
            .find(|&at| alike(at) && direction(at).is_some() && street(at) && behind(at))?;
        let written = direction(at)?;
        if !self.lexemes[..at].iter().any(|before| before.is(DIGITS)) {
            return None;
        }
        let mut lexer = self.clone();
        lexer.lexemes.remove(at + 1);
        lexer.becomes(at, written, Word::DIRECTIONAL);
        lexer.last_line = lexer.last_line.map(|line| if usize::from(line) > at { line - 1 } else { line });
        Some(lexer)
    }
}
