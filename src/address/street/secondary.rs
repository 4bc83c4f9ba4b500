//! The units inside a building: with a designator, and bare ones behind a street or a house number.

use super::customs::{DIGIT_TEXTS, NUMBERS};
use super::{FoundUnit, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, ROUTE};
use crate::address::postcode::Shape;
use crate::tables::address::{self as tables, CityFit, Designator, Identifier, Role, UnitKind, UnitWord, Word};
use smallvec::SmallVec;

impl Reader<'_> {
    /// The identifier of a unit that begins at `at`: its lexemes end where the answer says.
    pub(super) fn identifier_end(&self, at: usize) -> Option<usize> {
        let lexeme = self.ends.area.get(at)?;
        let text = self.ends.lexer.bytes(lexeme);
        let roman = matches!(text, b"ii" | b"iii" | b"iv" | b"vi" | b"vii" | b"viii" | b"ix");
        // `ACME TOWER 4TH FLOOR`: the ordinal is that of the floor.
        let of_floor = lexeme.is(Word::ORDINAL)
            && self.ends.area.get(at + 1).is_some_and(|next| {
                next.gap == Gap::Blank && next.unit.is_some_and(|unit| unit.kind == UnitKind::Floor)
            });
        if of_floor || lexeme.is(ROUTE) || !(lexeme.is(DIGITS | MIXED) || text.len() == 1 || roman || text == b"ph") {
            return None;
        }
        let mut end = at + 1;
        // `UNIT 7/45 HARBOUR ST`: at the front of a line the house number stands behind the slash.
        let door = |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL);
        if at == 1
            && lexeme.is(DIGITS | MIXED)
            && door(end)
            && matches!(self.ends.area[end].gap, Gap::Hyphen | Gap::Slash)
            && self
                .ends
                .area
                .get(end + 1)
                .is_some_and(|next| next.is_word() && next.gap == Gap::Blank && next.raw_len > 1)
            && !self.ends.area[end + 1..].iter().any(|later| later.is(DIGITS | MIXED))
        {
            return Some(end);
        }
        while self.ends.area.get(end).is_some_and(|next| matches!(next.gap, Gap::Hyphen | Gap::Slash)) && end < at + 3 {
            end += 1;
        }
        // `STE B 12` is B12 behind the street; but `BLDG B 12` is a building and a door in it.
        let building = at
            .checked_sub(1)
            .is_some_and(|before| self.ends.area[before].unit.is_some_and(|unit| unit.kind == UnitKind::Building));
        let behind_letter = end == at + 1
            && !building
            && at > 2
            && text.len() == 1
            && lexeme.is_word()
            && self.is(end, DIGITS)
            && !self.is(end, ROUTE | Word::ORDINAL)
            && self.ends.area[end].gap == Gap::Blank
            && self.bytes(end).len() <= 4
            && self.ends.area[..at].iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX))
            && self.ends.area.get(end + 1).is_none_or(|next| next.gap >= Gap::Comma || next.is_word());
        if behind_letter {
            return Some(end + 1);
        }
        // `3 B` at the end of its line is one identifier.
        let letter = self
            .ends
            .area
            .get(end)
            .is_some_and(|next| next.gap == Gap::Blank && next.is_word() && self.ends.lexer.bytes(next).len() == 1);
        // Before a city too: `APT 12 C TACOMA`; but `APT 12 E PALO ALTO`, `UNIT 4 D ST`, `STE 12 O FALLON`.
        let before_city = letter
            && self.bytes(end) != b"o"
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
        if at > 1 && lexeme.may(Role::NUMBER) && self.is_number_of_unit(at) {
            return Some(tables::NUMBER_SIGN);
        }
        if self.is_space(at) {
            return tables::word("spc").and_then(|space| space.unit);
        }
        // `U 5 18 GEORGE ST`
        let unit_first = at == 0 && self.is_numeric(1) && self.is_numeric(2) && self.bytes(0) == b"u";
        let generic =
            UnitWord { kind: UnitKind::Generic, identifier: Identifier::Follows, designator: Designator::NONE };
        let unit = (unit_first && self.country_is(&["AU", "NZ"])).then_some(generic);
        unit.or_else(|| self.national_unit(at))
    }

    /// `MOBILE LN SP 41`, `CAMINO ALTO SP 41`: behind a street of the United States it is the space of a trailer.
    fn is_space(&self, at: usize) -> bool {
        at > 2
            && self.bytes(at) == b"sp"
            && (self.is(at - 1, Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL)
                || self.house().is_some_and(|house| house + 2 < at && self.is(house + 1, Word::BEFORE)))
            && (self.is(at + 1, DIGITS | MIXED) || self.bytes(at + 1) == b"#")
            && self.is_plainly_american()
    }

    /// `OAK AVE NO 6`: behind a house number and its street, or a comma, the word for a number names a unit. Elsewhere than in the
    /// United States and Canada streets are numbered so; there it is a name with a type behind it: `LOCK NO 4 RD`.
    fn is_number_of_unit(&self, at: usize) -> bool {
        let typed = self.is(at - 1, Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL | ROUTE);
        // `12 ROAD NO 3`
        let numbered =
            at == 2 && matches!(self.bytes(1), b"road" | b"street" | b"avenue" | b"lane" | b"highway" | b"route");
        let street = (typed || self.is_numeric(at + 1)) && !numbered;
        let plain = self.ends.country.is_none() && matches!(self.ends.shape, None | Some(Shape::Five));
        let american =
            self.country_is(&["US", "CA"]) || plain && street && (at > 2 && typed || self.bytes(at) == b"number");
        american
            && (street || self.ends.area[at].gap >= Gap::Comma)
            && self.has_house_number_before(at)
            && self.ends.area.get(at + 1).is_some_and(|next| next.gap < Gap::Comma && !next.is(Word::DIRECTIONAL))
            && (self.begins_city(at + 2)
                || !self.ends.area.get(at + 2).is_some_and(|next| next.gap < Gap::Comma && next.is(Word::PRIMARY)))
    }

    /// Whether a number stands before a place, behind nothing but a name: not that of `CALLE 10 NO 5`.
    fn has_house_number_before(&self, at: usize) -> bool {
        let first = (0..at).find(|&before| self.is_numeric(before) || self.is(before, Word::BEFORE));
        first.is_some_and(|first| self.is_numeric(first) && first + 1 < at)
    }

    /// Takes the units out; `numbered` says that the word for a number occurs.
    pub(super) fn units(&mut self, numbered: bool) {
        let spaces = |reader: &Self| (3..reader.ends.area.len()).any(|at| reader.is_space(at));
        let national = numbered || self.has_national_units() || spaces(self);
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
            // `UNIT PH2` is the second penthouse, and no unit beside it.
            let penthouse = self.ends.area.get(at + 1).is_some_and(|next| {
                next.gap == Gap::Blank && next.unit.is_some_and(|unit| unit.designator.text() == "ph")
            });
            // `APT LL`, `UNIT UPPER`: so is the side of a house.
            let side = || {
                let next = self.ends.area.get(at + 1).filter(|next| next.gap == Gap::Blank);
                next.and_then(|next| next.unit).is_some_and(|unit| unit.identifier == Identifier::NoneAtEnd)
                    && self.ends_unit(at, at + 2)
            };
            if at > 0 && matches!(kind, UnitKind::Apartment | UnitKind::Generic) && (penthouse || side()) {
                self.ends.area.remove(at);
                continue;
            }
            // `APT BLK 218`: a block of flats.
            let block = self.ends.area.get(at + 1).is_some_and(|next| {
                next.gap == Gap::Blank && next.unit.is_some_and(|unit| unit.kind == UnitKind::Building)
            });
            if at == 0 && block && kind == UnitKind::Apartment && self.country_is(&["SG"]) {
                self.ends.area.remove(0);
                continue;
            }
            // `BLK 218 SERANGOON AVE 4`: in Singapore the number of the block is the house number.
            if at == 0 && kind == UnitKind::Building && self.is_numeric(1) && self.country_is(&["SG"]) {
                self.ends.area.remove(0);
                continue;
            }
            // `LOWER LEVEL`, `UPPER UNIT`
            if kind == UnitKind::Side && at > 1 && self.is_side_named(at + 1) {
                self.ends.area.remove(at + 1);
            }
            let before = at.checked_sub(1);
            let ordinal_before = before.filter(|&before| {
                self.is(before, DIGITS) && self.ends.area[at].gap == Gap::Blank && !self.is(before, ROUTE)
            });
            let numbered_floor = kind == UnitKind::Floor
                && ordinal_before.is_some_and(|before| {
                    self.is(before, Word::ORDINAL) || place == Identifier::Precedes || self.is_floor(before)
                });
            // Behind the designator, a `No` or `#` may stand before the identifier.
            let mut next = at + 1;
            if matches!(self.bytes(next), b"no" | b"number" | b"nbr" | b"num" | b"#")
                && self.identifier_end(next + 1).is_some()
            {
                next += 1;
            }
            if place == Identifier::Follows {
                self.spelled_identifier(next);
            }
            let follows = self
                .ends
                .area
                .get(next)
                .is_some_and(|next| next.gap < Gap::Comma)
                .then(|| self.identifier_end(next))
                .flatten();
            let last = self.ends.area.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma);
            let beside_city = place == Identifier::NoneAtEnd && self.is_beside_city(at);
            let (from, identifier, to) = match place {
                // `8062 10TH FL 24`: behind the house number the ordinal is the street.
                _ if numbered_floor
                    && (follows.is_none() || self.is(at - 1, Word::ORDINAL) && !self.is_street(at - 1)) =>
                {
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
                Identifier::NoneAtEnd if last && at > 1 && !self.ends_city(at) || beside_city => (at, None, at + 1),
                // `24 OAK ST, APT`: the number was left out.
                Identifier::Follows if last && self.is_left_open(at, kind) => {
                    self.take(at, at + 1);
                    continue;
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            // A street called `Floor` or `Block` is followed by its suffix.
            // But `APT 7 WHARF HOUSE 19 MILL ST` names a building.
            let building = self.ends.area.get(to + 1).is_some_and(|word| word.may(Role::BUILDING));
            if self.is(to, Word::PRIMARY) && self.ends.area[to].gap == Gap::Blank && from == 0 && !building {
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

    /// `52 OAK ST 2 FL`, `52 OAK ST, 2 FLOOR`: whether the number of a floor stands at a place, behind a street with a house number.
    fn is_floor(&self, at: usize) -> bool {
        let typed = |at: usize| self.is(at, Word::PRIMARY | Word::SUFFIX | ROUTE) || self.is_untyped_street(at);
        at > 2
            && self.bytes(at).len() <= 2
            && matches!(self.bytes(at + 1), b"fl" | b"flr" | b"floor")
            && (self.ends.area[at].gap >= Gap::Comma
                || typed(at - 1)
                || self.is(at - 1, Word::DIRECTIONAL) && typed(at - 2))
            && self.has_house_number_before(at)
            && (self.country_is(&["US", "CA"]) || self.ends.country.is_none() && self.ends.shape.is_none())
    }

    /// Whether a word that names what lies at a side of the house stands at a place, and nothing behind it.
    fn is_side_named(&self, at: usize) -> bool {
        self.ends.area.get(at).is_some_and(|word| word.gap == Gap::Blank)
            && matches!(self.bytes(at), b"level" | b"lvl" | b"floor" | b"unit" | b"apartment" | b"apt" | b"flat")
            && self.ends_unit(at - 1, at + 1)
    }

    /// `52 OAK ST UPPER TOLEDO OH`: whether a word stands between the type of a street and its city, and is not part of that:
    /// `UPPER MARLBORO`. In Pennsylvania and New Jersey townships are called so.
    fn is_beside_city(&self, at: usize) -> bool {
        // Beside a ZIP code the city is one of it: `UPPER ARLINGTON` is not near the Arlington of its state.
        let least = if self.ends.postcode.is_empty() { CityFit::State } else { CityFit::Zip };
        // `61 FENWICK UPR TOLEDO`: what is no word of a name needs no type before it.
        let short = at > 1 && self.is_certain(at);
        (short || at > 2 && self.is(at - 1, Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL | ROUTE))
            // `52 OAK ST FL 2 FRONT TOLEDO OH`: the floor is taken out by then.
            && matches!(self.ends.area[at].gap, Gap::Blank | Gap::Taken)
            && self.has_house_number_before(at)
            && self.begins_city_alone(at + 1)
            && self.city_fit(at + 1) == least
            && !(self.ends.area[at].unit.is_some_and(|unit| matches!(unit.designator.text(), "uppr" | "lowr"))
                && matches!(tables::region_code(self.ends.region), Some(("US", "pa" | "nj"))))
    }

    /// Whether a unit in words that begins at a place ends before another: nothing stands there, or the city.
    fn ends_unit(&self, from: usize, to: usize) -> bool {
        let alone = || to == self.ends.area.len() && from > 2 && self.is(from - 1, Word::PRIMARY);
        self.ends_part(to) || alone() || self.begins_city_alone(to)
    }

    /// Whether the words from a place on are a city, and not with the word before it.
    fn begins_city_alone(&self, at: usize) -> bool {
        at < self.ends.area.len() && self.begins_city(at) && !self.begins_city(at - 1)
    }

    /// Whether nothing stands at a place, of which the city is known, or what stands there is parted from what is before it.
    pub(super) fn ends_part(&self, at: usize) -> bool {
        self.ends.area.get(at).map_or(self.ends.city.is_some(), |next| next.gap >= Gap::Comma)
    }

    /// `APARTMENT TWO`: the number in words of a unit, at the end of its line or before the city.
    fn spelled_identifier(&mut self, at: usize) {
        let Some(word) = self.ends.area.get(at).filter(|word| word.is_word() && word.gap == Gap::Blank) else { return };
        let digit = NUMBERS.iter().position(|&number| number.as_bytes() == self.ends.lexer.bytes(word));
        if let Some(digit) = digit.filter(|_| self.ends_unit(at - 1, at + 1)) {
            self.ends.area[at] = self.ends.lexer.written(DIGIT_TEXTS[digit], Gap::Blank, DIGITS);
        }
    }

    /// Whether the word for a flat or an office stands behind a street, with nothing behind it.
    fn is_left_open(&self, at: usize, kind: UnitKind) -> bool {
        let street = at > 2 && self.is_numeric(0) && self.is(at - 1, Word::PRIMARY | Word::DIRECTIONAL);
        let flat = matches!(kind, UnitKind::Apartment | UnitKind::Office) || self.bytes(at) == b"unit";
        street && flat && !self.is(at, Word::PRIMARY | Word::SUFFIX) && !self.ends_city(at)
    }

    /// Whether an ordinal is the street right behind the house number, perhaps with a direction between them.
    fn is_street(&self, at: usize) -> bool {
        at == 1 || at == 2 && self.is_numeric(0) && self.is(1, Word::DIRECTIONAL)
    }

    /// `NICK RD SHADY SIDE MD`: at the end of a line, behind a word that ends no street, a word belongs to the city.
    fn ends_city(&self, at: usize) -> bool {
        self.ends.city.is_none()
            && at + 1 == self.ends.area.len()
            && self.ends.area[at].gap < Gap::Comma
            && !self.is(at - 1, Word::PRIMARY)
    }

    pub(super) fn push_bare_unit(&mut self, from: usize, to: usize) {
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
            if self.is_lettered_door(at) {
                self.push_bare_unit(at, at + 2);
                continue;
            }
            if !lexeme.is(DIGITS | MIXED) {
                at += 1;
                continue;
            }
            let suffix = self.is(at - 1, Word::PRIMARY)
                || self.is(at - 1, Word::DIRECTIONAL) && at >= 2 && self.is(at - 2, Word::PRIMARY)
                || self.is(at - 1, Word::SUFFIX) && at >= 2
                // `AVENUE J 4`
                || at >= 2 && self.bytes(at - 1).len() == 1 && self.bytes(at - 2) == b"avenue"
                // `CLEMENTI AVE 5 04-77`
                || avenues && at >= 2 && self.is(at - 1, DIGITS) && self.is(at - 2, Word::PRIMARY);
            let suffix = suffix || self.is_behind_grid(at) || from == 0 && self.is_behind_untyped(at);
            let starts_with_digit = self.bytes(at).first().is_some_and(u8::is_ascii_digit);
            let mixed = lexeme.is(MIXED) && self.bytes(at).len() <= 5;
            let may_be_unit = (suffix || lexeme.gap >= Gap::Comma)
                && (lexeme.is(DIGITS) && starts_with_digit || mixed)
                && !lexeme.is(ROUTE | Word::ORDINAL)
                && !self.is(at - 1, ROUTE);
            if !may_be_unit {
                at += 1;
                continue;
            }
            let end = self.identifier_end(at).unwrap_or(at + 1);
            let at_end = self.ends.area.get(end).is_none_or(|next| next.gap >= Gap::Comma || next.is_word());
            if at_end && !(avenues && end == at + 1) {
                self.push_bare_unit(at, end);
            } else {
                at += 1;
            }
        }
    }

    /// `12 ELM ST A-4`: a letter and a number behind a street that has a name and a type; `AVENUE A-4` is called by the letter.
    fn is_lettered_door(&self, at: usize) -> bool {
        // `16TH ST B-4`
        let named = |word: &Lexeme| {
            (word.is_word() || word.is(Word::ORDINAL))
                && !word.is(Word::DIRECTIONAL | Word::PRIMARY | Word::BEFORE | ROUTE)
        };
        let behind = || self.ends.area.get(at + 2).is_none_or(|next| next.gap >= Gap::Comma || next.is_word());
        self.ends.area[at].len == 1
            && self.ends.area[at].is_word()
            && self.is(at + 1, DIGITS)
            && self.bytes(at + 1).len() <= 4
            && matches!(self.ends.area[at + 1].gap, Gap::Hyphen | Gap::Slash)
            && self.type_before(at).is_some_and(|of_type| self.ends.area[..of_type].iter().any(named))
            && behind()
            && self.street.number.is_some()
            && self.country_is(&["US", "CA"])
    }

    /// `650 S 500 W 9 SALT LAKE CITY`: whether a street of a grid in Utah stands right before a place.
    fn is_behind_grid(&self, at: usize) -> bool {
        at >= 3
            && self.is(at - 1, Word::DIRECTIONAL)
            && self.is(at - 2, DIGITS)
            && self.is(at - 3, Word::DIRECTIONAL)
            && tables::region_code(self.state()) == Some(("US", "ut"))
    }

    /// `321 N CLARK 2800 CHICAGO`: a number between a street that has no type and its city is a unit where the street has a direction
    /// and an ordinary name; `COUNTY 12`, `N STATE 12`, `NAVAJO 64` or `LOCK 4` are numbered roads and places.
    fn is_behind_untyped(&self, at: usize) -> bool {
        let Some((name, before)) = self.ends.area[..at].split_last() else { return false };
        let behind = || match self.ends.area.get(at + 1) {
            // `PALM 12 A`
            Some(_) => self.bytes(at + 1).len() > 1 && self.begins_city(at + 1),
            None => self.ends.city.is_some(),
        };
        // `4 E SUPERIOR 2R CHICAGO`: a floor and a side, or a flat.
        let door = || {
            name.len > 3
                && self.is(at, MIXED)
                && matches!(self.bytes(at), [b'0'..=b'9', .., b'a'..=b'z'])
                && self.bytes(at).iter().filter(|byte| byte.is_ascii_alphabetic()).count() == 1
        };
        (name.may(Role::NAME) || door())
            && !name.may(Role::ROUTE)
            && !before.is_empty()
            && !name.is(ROUTE | Word::BEFORE | Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL)
            && name.gap < Gap::Comma
            && before.iter().all(|word| word.is(Word::DIRECTIONAL) && word.gap < Gap::Comma)
            && self.country_is(&["US"])
            && self.street.number.is_some()
            && self.bytes(at).len() <= 4
            && self.bytes(at).first().is_some_and(u8::is_ascii_digit)
            // `VERMONT 5A`
            && !self.is_own_state(at - 1)
            && behind()
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
pub(in crate::address) fn side(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"esq" | b"esqdo" | b"esquerdo" | b"iz" | b"izq" | b"izda" | b"izqda" | b"izquierda" => "izq",
        b"dto" | b"dir" | b"direito" | b"dcha" | b"drcha" | b"derecha" => "dch",
        b"fte" | b"frt" => "fte",
        b"th" => "th",
        b"tv" => "tv",
        b"mf" => "mf",
        _ => return None,
    })
}
