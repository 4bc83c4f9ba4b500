//! The units inside a building: with a designator, and bare ones behind a street or a house number.

use super::lex::{DIGITS, Gap, MIXED, ROUTE};
use super::street::{FoundUnit, Reader};
use crate::tables::address::{Designator, Identifier, UnitKind, UnitWord, Word};
use smallvec::SmallVec;

impl Reader<'_> {
    /// The identifier of a unit that begins at `at`: its lexemes end where the answer says.
    fn identifier_end(&self, at: usize) -> Option<usize> {
        let lexeme = self.ends.area.get(at)?;
        let text = self.ends.lexer.bytes(lexeme);
        let roman = matches!(text, b"ii" | b"iii" | b"iv" | b"vi" | b"vii" | b"viii" | b"ix");
        if lexeme.is(ROUTE) || !(lexeme.is(DIGITS | MIXED) || text.len() == 1 || roman || text == b"ph") {
            return None;
        }
        let mut end = at + 1;
        while self.ends.area.get(end).is_some_and(|next| matches!(next.gap, Gap::Hyphen | Gap::Slash)) && end < at + 3 {
            end += 1;
        }
        // `3 B` at the end of its line is one identifier.
        let letter = self
            .ends
            .area
            .get(end)
            .is_some_and(|next| next.gap == Gap::Blank && next.is_word() && self.ends.lexer.bytes(next).len() == 1);
        // Before a city too: `APT 12 C TACOMA`; but `APT 12 E PALO ALTO`, `UNIT 4 D ST`.
        let before_city = letter
            && !self.is(end, Word::DIRECTIONAL | Word::BEFORE)
            && self.ends.area.get(end + 1).is_some_and(|next| {
                next.is_word()
                    && !next.is(Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL)
                    && self.bytes(end + 1).len() > 2
            })
            && self.ends.area[..at].iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX));
        let ends_line = before_city || self.ends.area.get(end + 1).is_none_or(|next| next.gap >= Gap::Comma);
        // `PISO 2 IZQ`; but `PISO 4 DTO B` is a floor and a door.
        let named = |at: usize| self.is(at, DIGITS | MIXED) || self.bytes(at).len() == 1;
        let near = |at: usize| self.ends.area.get(at).is_some_and(|lexeme| lexeme.gap == Gap::Blank);
        let beside = near(end) && side(self.bytes(end)).is_some() && !(near(end + 1) && named(end + 1));
        if end == at + 1 && lexeme.is(DIGITS) && (letter && ends_line || beside) {
            end += 1;
        }
        Some(end)
    }

    /// The unit that the word at a place names, also by the custom of its country: `15 TOP 9`, `19 M. 4`.
    fn designator(&self, at: usize) -> Option<UnitWord> {
        let lexeme = self.ends.area.get(at)?;
        if lexeme.unit.is_some() {
            return lexeme.unit;
        }
        let behind_number = at > 0 && self.is_numeric(at - 1) && self.is_numeric(at + 1);
        // `U 5 18 GEORGE ST`
        let unit_first = at == 0 && self.is_numeric(1) && self.is_numeric(2) && self.bytes(0) == b"u";
        let national = unit_first && self.country_is(&["AU", "NZ"])
            || behind_number
                && match self.bytes(at) {
                    b"top" => self.country_is(&["AT"]),
                    b"m" => self.country_is(&["PL"]),
                    _ => false,
                };
        national.then_some(UnitWord {
            kind: UnitKind::Generic,
            identifier: Identifier::Follows,
            designator: Designator::NONE,
        })
    }

    pub(super) fn units(&mut self) {
        let national = self.country_is(&["AT", "AU", "NZ", "PL"]);
        if !national && !self.ends.area.iter().any(|lexeme| lexeme.unit.is_some()) {
            return;
        }
        let mut at = 0;
        while at < self.ends.area.len() {
            let Some(UnitWord { kind, identifier: place, designator }) = self.designator(at) else {
                at += 1;
                continue;
            };
            // `3321 BAY # 18`: the street is called Bay.
            if at == 1 && self.is_numeric(0) && self.bytes(2) == b"#" {
                at += 1;
                continue;
            }
            // `BLK 218 SERANGOON AVE 4`: in Singapore the number of the block is the house number.
            if at == 0 && kind == UnitKind::Building && self.is_numeric(1) && self.country_is(&["SG"]) {
                self.ends.area.remove(0);
                continue;
            }
            let before = at.checked_sub(1);
            let ordinal_before = before.filter(|&before| {
                self.is(before, DIGITS) && self.ends.area[at].gap == Gap::Blank && !self.is(before, ROUTE)
            });
            let numbered_floor = kind == UnitKind::Floor
                && ordinal_before.is_some_and(|before| self.is(before, Word::ORDINAL) || place == Identifier::Precedes);
            // Behind the designator, a `No` or `#` may stand before the identifier.
            let mut next = at + 1;
            if matches!(self.bytes(next), b"no" | b"#") && self.identifier_end(next + 1).is_some() {
                next += 1;
            }
            let follows = self
                .ends
                .area
                .get(next)
                .is_some_and(|next| next.gap < Gap::Comma)
                .then(|| self.identifier_end(next))
                .flatten();
            let last = self.ends.area.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma);
            let (from, identifier, to) = match place {
                // `8062 10TH FL 24`: behind the house number the ordinal is the street.
                _ if numbered_floor && (follows.is_none() || self.is(at - 1, Word::ORDINAL) && at > 2) => {
                    (at - 1, Some(at - 1..at), at + 1)
                }
                Identifier::Follows if follows.is_some() => {
                    let end = follows.unwrap_or(next);
                    (at, Some(next..end), end)
                }
                Identifier::None if follows.is_some_and(|_| designator.text() == "ph") => {
                    let end = follows.unwrap_or(next);
                    (at, Some(next..end), end)
                }
                Identifier::None => (at, None, at + 1),
                Identifier::NoneAtEnd if last && at > 1 && !self.ends_city(at) => (at, None, at + 1),
                _ => {
                    at += 1;
                    continue;
                }
            };
            // A street called `Floor` or `Block` is followed by its suffix.
            if self.is(to, Word::PRIMARY) && self.ends.area[to].gap == Gap::Blank && from == 0 {
                at += 1;
                continue;
            }
            let identifier =
                identifier.map_or_else(SmallVec::new, |range| SmallVec::from_slice(&self.ends.area[range]));
            self.street.units.push(FoundUnit { kind, designator, identifier });
            self.take(from, to);
            at = from;
        }
    }

    /// `NICK RD SHADY SIDE MD`: at the end of a line, behind a word that ends no street, a word belongs to the city.
    fn ends_city(&self, at: usize) -> bool {
        self.ends.city.is_none()
            && at + 1 == self.ends.area.len()
            && self.ends.area[at].gap < Gap::Comma
            && !self.is(at - 1, Word::PRIMARY)
    }

    fn push_bare_unit(&mut self, from: usize, to: usize) {
        let identifier = SmallVec::from_slice(&self.ends.area[from..to]);
        self.street.units.push(FoundUnit { kind: UnitKind::Generic, designator: Designator::NONE, identifier });
        self.take(from, to);
    }

    /// `RD 3B ASHEVILLE`: a number right behind the suffix is a unit without a designator.
    pub(super) fn bare_units_behind_suffix(&mut self, from: usize) {
        // `BEDOK SOUTH AVE 3` is one of several avenues; a unit is floor and door, 05-12.
        if !self.ends.area.iter().skip(from + 1).any(|lexeme| lexeme.is(DIGITS | MIXED)) {
            return;
        }
        let avenues = self.country_is(&["SG"]);
        let mut at = from + 1;
        while at < self.ends.area.len() {
            let lexeme = self.ends.area[at];
            if !lexeme.is(DIGITS | MIXED) {
                at += 1;
                continue;
            }
            let suffix = self.is(at - 1, Word::PRIMARY)
                || self.is(at - 1, Word::DIRECTIONAL) && at >= 2 && self.is(at - 2, Word::PRIMARY)
                || self.is(at - 1, Word::SUFFIX) && at >= 2;
            let starts_with_digit = self.bytes(at).first().is_some_and(u8::is_ascii_digit);
            let mixed = lexeme.is(MIXED) && self.bytes(at).len() <= 5;
            let end = self.identifier_end(at).unwrap_or(at + 1);
            let at_end = self.ends.area.get(end).is_none_or(|next| next.gap >= Gap::Comma || next.is_word());
            if (suffix || lexeme.gap >= Gap::Comma)
                && (lexeme.is(DIGITS) && starts_with_digit || mixed)
                && !lexeme.is(ROUTE | Word::ORDINAL)
                && at_end
                && !(avenues && end == at + 1)
                && !self.is(at - 1, ROUTE)
            {
                self.push_bare_unit(at, end);
            } else {
                at += 1;
            }
        }
    }

    /// `23 3 B`, `112 III`: what follows a house number behind the street and is a number or a letter is a unit.
    pub(super) fn bare_units_from(&mut self, at: usize) {
        let mut end = at;
        while let Some(lexeme) = self.ends.area.get(end) {
            let text = self.ends.lexer.bytes(lexeme);
            let roman = matches!(text, b"ii" | b"iii" | b"iv" | b"vi" | b"vii" | b"viii" | b"ix");
            let small = lexeme.is(DIGITS | MIXED) && !lexeme.is(ROUTE) && text.len() <= 5
                || roman
                || end > at && side(text).is_some()
                || text.len() == 1 && (end > at || lexeme.gap >= Gap::Taken);
            if !small || end - at == 3 || end > at && lexeme.gap >= Gap::Comma {
                break;
            }
            end += 1;
        }
        if end > at {
            self.push_bare_unit(at, end);
        }
    }
}

/// The standard spelling of a word for the side of a floor, right or left, in Portugal and Spain; in Denmark.
pub(super) fn side(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"esq" | b"esqdo" | b"esquerdo" | b"izq" | b"izda" | b"izqda" | b"izquierda" => "izq",
        b"dto" | b"dir" | b"direito" | b"dcha" | b"drcha" | b"derecha" => "dch",
        b"fte" | b"frt" => "fte",
        b"th" => "th",
        b"tv" => "tv",
        b"mf" => "mf",
        _ => return None,
    })
}
