//! Units of which the place tells that they are some: `52 OAK LN CONDO 4`, `52 OAK LN, VILLA 4`, of which the words are names elsewhere;
//! a floor that is called by its ordinal alone, `52 OAK LN 2ND`.

use super::{Ends, FoundUnit, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, ROUTE};
use crate::address::postcode::Shape;
use crate::tables::address::{self as tables, Designator, Identifier, Role, Sense, UnitKind, Word};
use smallvec::SmallVec;

impl Reader<'_> {
    /// `FLAT C 29/F BLOCK 3`: in Hong Kong the floor stands before a stroke and its letter.
    pub(super) fn slashed_floor(&mut self) {
        let is_floor = |at: &usize| {
            self.is(at - 1, DIGITS)
                && self.bytes(at - 1).len() <= 2
                && self.bytes(*at) == b"f"
                && self.ends.area[*at].gap == Gap::Slash
        };
        let Some(at) = (1..self.ends.area.len()).find(is_floor) else { return };
        let identifier = core::iter::once(self.ends.area[at - 1]).collect();
        let floor = tables::word("floor").and_then(|floor| floor.unit);
        let designator = floor.map_or(Designator::NONE, |floor| floor.designator);
        self.street.units.push(FoundUnit { kind: UnitKind::Floor, designator, identifier });
        self.take(at - 1, at + 1);
    }

    /// `122-DONG 1851-HO`: in Korea the building and the flat, each before its word.
    pub(super) fn flat_in_korea(&mut self) {
        for (word, kind, designator) in [
            (b"dong".as_slice(), UnitKind::Building, Designator::BUILDING),
            (b"ho".as_slice(), UnitKind::Generic, Designator::NONE),
        ] {
            let is_unit = |at: &usize| {
                self.is(at - 1, DIGITS) && self.bytes(*at) == word && self.ends.area[*at].gap == Gap::Hyphen
            };
            let Some(at) = (1..self.ends.area.len()).find(is_unit) else { continue };
            let identifier = core::iter::once(self.ends.area[at - 1]).collect();
            self.street.units.push(FoundUnit { kind, designator, identifier });
            self.take(at - 1, at + 1);
        }
    }

    /// `ROSE BLDG`, `INDEX TWR`: behind its name and before no number of its own, the word is a part of that.
    pub(super) fn write_out_buildings(&mut self) {
        let Ends { area, lexer, .. } = &mut *self.ends;
        for lexeme in area.iter_mut().chain(&mut self.street.name) {
            let written = match lexer.code(lexeme) {
                b"bldg" => "building",
                b"twr" => "tower",
                _ => continue,
            };
            *lexeme = Lexeme { roles: lexeme.roles, ..lexer.written(written, lexeme.gap, lexeme.classes) };
        }
    }

    /// Takes out a word for a dwelling and its number behind the type of a street that has a house number, where nothing but the city
    /// follows. `OAK VILLA LN`, `CABIN SITE 4`, `PALM CONDO 52 OAK LN` are names.
    pub(super) fn dwelling(&mut self) {
        let Some(house) = self.house().filter(|_| self.is_plainly_american()) else { return };
        for at in house + 2..self.ends.area.len() {
            if !self.ends.area[at].may(Role::DWELLING)
                || !self.ends.area[at].is_word()
                || !(self.is_behind_street(house, at) || self.is_behind_name(house, at))
            {
                continue;
            }
            let own = match self.ends.lexer.code(&self.ends.area[at]) {
                // `OLD MILL TR 4` is a trail.
                b"tr" => !matches!(self.bytes(at - 1), b"street" | b"avenue" | b"road" | b"lane" | b"drive" | b"court"),
                b"ut" => self.is_own_state(at),
                b"mobile" => self.bytes(at + 1) != b"home",
                _ => false,
            };
            if own {
                continue;
            }
            let mut from = at + 1 + usize::from(self.bytes(at + 1) == b"home");
            from += usize::from(matches!(self.bytes(from), b"#" | b"no" | b"number"));
            let plain = self.ends.area.get(from).is_some_and(|first| first.gap == Gap::Blank)
                && (self.is(from, DIGITS | MIXED) || self.bytes(from).len() == 1)
                // `CONDO E`: without a comma the letter may be the direction of what follows.
                && !self.is(from, ROUTE | Word::ORDINAL | Word::DIRECTIONAL)
                && self.bytes(from).len() <= 4;
            let Some(to) = self.identifier_end(from).filter(|&to| plain && self.ends_street(to)) else { continue };
            // `CASA D ORO`
            let letter = self.bytes(from).len() == 1 && self.ends.area[from].is_word();
            if letter
                && !self.is_certain(at)
                && self.ends.area.get(to).is_some_and(|next| next.gap < Gap::Comma)
                && !self.begins_city(to)
            {
                continue;
            }
            // `LT 4`
            let lot = tables::word("lot").and_then(|lot| lot.unit).filter(|_| self.bytes(at) == b"lt");
            let identifier = SmallVec::from_slice(&self.ends.area[from..to]);
            self.street.units.push(FoundUnit {
                kind: UnitKind::Generic,
                designator: lot.map_or(Designator::NONE, |lot| lot.designator),
                identifier,
            });
            self.take(at, to);
            return;
        }
    }

    /// `52 OAK LN, 2ND`, `52 OAK LN 2ND`, `2ND UNIT`: an ordinal behind the type of a street that has a name is that of
    /// a floor.
    pub(super) fn floor_by_ordinal(&mut self) {
        let Some(house) = self.house().filter(|_| self.is_plainly_american()) else { return };
        let ordinal = |at: usize| self.is(at, DIGITS) && self.is(at, Word::ORDINAL) && !self.is(at, ROUTE);
        let Some(at) = (house + 2..self.ends.area.len()).rev().find(|&at| ordinal(at)) else { return };
        let street = &self.ends.area[house + 1..at];
        let named = street.iter().any(|word| !word.is(Word::PRIMARY | Word::DIRECTIONAL | Word::BEFORE));
        if self.bytes(at).len() > 2 || !named || !self.is_behind_street(house, at) {
            return;
        }
        // `CALLE MAYOR 12 ESC 2 3º`
        if self.ends.country.is_none() && !self.is(at - 1, Word::PRIMARY | Word::DIRECTIONAL) {
            return;
        }
        let unit = self.ends.area.get(at + 1).is_some_and(|next| {
            let flat = |unit: tables::UnitWord| {
                unit.identifier == Identifier::Follows && matches!(unit.kind, UnitKind::Apartment | UnitKind::Generic)
            };
            next.gap == Gap::Blank && next.unit.is_some_and(flat)
        });
        let to = at + 1 + usize::from(unit);
        let ends = self.ends_street(to) && !self.begins_city(at);
        let floor = tables::word("fl").and_then(|floor| floor.unit).filter(|_| ends);
        if let Some(floor) = floor {
            let identifier = core::iter::once(self.ends.area[at]).collect();
            self.street.units.push(FoundUnit { kind: floor.kind, designator: floor.designator, identifier });
            self.take(at, to);
        }
    }

    /// Where the house number stands: first, or behind the words for an owner.
    pub(super) fn house(&self) -> Option<usize> {
        (0..self.ends.area.len()).find(|&at| self.is_numeric(at) && !self.is(at, Word::ORDINAL))
    }

    /// Whether a place lies behind the type of a street or its number, with a comma between or without.
    fn is_behind_street(&self, house: usize, at: usize) -> bool {
        let ends = |last: usize| {
            last > house + 1 && self.is(last, Word::PRIMARY | ROUTE | DIGITS)
                || last > house && (self.is(last, Word::ORDINAL) || self.is_untyped_street(last))
        };
        matches!(self.ends.area[at].gap, Gap::Blank | Gap::Comma)
            && (ends(at - 1) || self.is(at - 1, Word::DIRECTIONAL) && ends(at - 2))
    }

    /// `52 BROADWAY CONDO 4`: whether a word that is no part of a street's name stands behind one that has no type. `52 CAMINO LEJO
    /// CASA 4`: behind the name where the type stands before it.
    fn is_behind_name(&self, house: usize, at: usize) -> bool {
        let particle = matches!(self.bytes(at - 1), b"la" | b"las" | b"el" | b"los" | b"de" | b"del");
        let typed = at > house + 2 && self.is(house + 1, Word::BEFORE) && !particle;
        let plain = |word: &Lexeme| word.is_word() && word.unit.is_none() && word.gap < Gap::Comma;
        (self.is_certain(at) || typed)
            && matches!(self.ends.area[at].gap, Gap::Blank | Gap::Comma)
            && self.ends.area[house + 1..at].iter().all(plain)
    }

    /// Whether a street is called by a word alone: `BROADWAY`.
    pub(super) fn is_untyped_street(&self, at: usize) -> bool {
        tables::has_sense(self.bytes(at), Sense::STREET)
    }

    /// Whether a word is no part of a street's name.
    pub(super) fn is_certain(&self, at: usize) -> bool {
        tables::has_sense(self.bytes(at), Sense::DWELLING)
    }

    /// Whether a unit may end at a place: nothing follows, or a comma, or a city, or words that are no street.
    pub(super) fn ends_street(&self, at: usize) -> bool {
        let Some(next) = self.ends.area.get(at) else { return true };
        // Without its state a city that is called like a street cannot be told: `GLEN COVE`.
        let street = |word: &Lexeme| word.is(Word::PRIMARY) && self.ends.region != 0;
        next.gap >= Gap::Comma
            || next.gap == Gap::Blank
                && self.ends.city.is_none()
                && (self.begins_city(at)
                    || !next.is(Word::PRIMARY)
                        && self.ends.area[at..].iter().all(|word| word.is_word() && !street(word) && word.raw_len != 1))
    }

    /// In the United States, but not in Puerto Rico, where units have customs of their own; or nothing says where.
    pub(super) fn is_plainly_american(&self) -> bool {
        match self.ends.country {
            None => self.ends.region == 0 && matches!(self.ends.shape, None | Some(Shape::Five)),
            Some(_) => self.country_is(&["US"]) && tables::region_code(self.ends.region) != Some(("US", "pr")),
        }
    }
}
