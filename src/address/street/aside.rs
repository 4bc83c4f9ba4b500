//! What is said beside the street and is no part of it: the hall in which a room lies, the streets that cross.

use super::{FoundUnit, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme};
use crate::tables::address::{self as tables, Designator, Role, UnitKind, Word};
use core::ops::Range;
use smallvec::SmallVec;

impl Reader<'_> {
    /// `204 WAYNE HALL 500 COLLEGE AVE`, `WAYNE HALL 204 500 COLLEGE AVE`, `DEPARTMENT OF PHYSICS 12 500 COLLEGE AVE`: the number of a
    /// room beside the name of a building, before the house number of its street.
    pub(super) fn room_before_house(&mut self) {
        let first = self.is_numeric(0);
        let Some(number) = (1..self.ends.area.len()).find(|&at| self.is_numeric(at)).filter(|&at| at > 1) else {
            return;
        };
        let (room, house) = if first { (0, number) } else { (number, number + 1) };
        let hall = self.ends.area[number - 1].may(Role::BUILDING) && number > 1 + usize::from(first);
        let department = || !first && matches!(self.bytes(0), b"department" | b"dept");
        let plain = |word: &Lexeme| word.is_word() && word.gap < Gap::Comma && !word.is(Word::PRIMARY);
        let named = (hall || department()) && self.ends.area[1..number].iter().all(plain);
        let short = self.is(room, DIGITS) && !self.is(room, Word::ORDINAL) && self.bytes(room).len() <= 4;
        if named && short && (first || self.ends.area[room].gap == Gap::Blank) && self.begins_street(house) {
            self.push_room(room, if first { 1..house } else { 0..room });
            // `JANE DOE WAYNE HALL 204 500 COLLEGE AVE`: the owner, who is no part of the hall.
            if !first && hall && number > 2 {
                self.street.name.extend_from_slice(&self.ends.area[..number - 2]);
            }
            self.ends.area.drain(..house);
        }
    }

    /// `12TH FLOOR CONFERENCE ROOM 160 WATER ST`: a floor, and perhaps a name, before the house number of their street.
    pub(super) fn floor_before_house(&mut self) {
        let floor = self.ends.area.get(1).and_then(|next| next.unit).filter(|unit| unit.kind == UnitKind::Floor);
        let Some(floor) = floor.filter(|_| self.is(0, DIGITS) && self.is(0, Word::ORDINAL)) else { return };
        let house = (2..self.ends.area.len()).find(|&at| self.is_numeric(at));
        let Some(house) = house.filter(|&house| self.begins_street(house)) else { return };
        if self.ends.area[1].gap == Gap::Blank && !(2..house).any(|at| self.is(at, Word::PRIMARY)) {
            let identifier = core::iter::once(self.ends.area[0]).collect();
            self.street.units.push(FoundUnit { kind: floor.kind, designator: floor.designator, identifier });
            self.street.name.extend_from_slice(&self.ends.area[2..house]);
            self.ends.area.drain(..house);
        }
    }

    /// `600 101 W GRAND AVE`: in the United States the first of two numbers is that of a unit, but not where house numbers have two
    /// halves, or two neighbours: `39 24 PARSONS BLVD`, `101 103 OAK ST`.
    pub(super) fn unit_before_house(&mut self) {
        let number = |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL) && self.bytes(at).len() <= 5;
        // `66 3 RIVERS LN`, `4100 12 MILE RD`, `300 42 ND ST`, `1793 2400 EAST RD`: the number is part of the name.
        let named = || {
            if self.is(2, Word::DIRECTIONAL) {
                self.ends.area.get(3).is_none_or(|next| next.is(Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL))
            } else {
                self.bytes(1).len() < 3 || self.bytes(2).ends_with(b"s") || matches!(self.bytes(2), b"mile" | b"acre")
            }
        };
        if !number(0) || !number(1) || self.bytes(0).len() > 4 || named() {
            return;
        }
        let parted = matches!(self.ends.area[1].gap, Gap::Hyphen | Gap::Slash);
        let halves = self.ends.postcode.zip_prefix().is_none_or(|prefix| matches!(prefix, 110..=116 | 967 | 968));
        let value = |at: usize| self.bytes(at).iter().fold(0_u32, |value, digit| value * 10 + u32::from(digit - b'0'));
        let beside = value(0) < value(1) && value(1) - value(0) <= 20;
        let grid = tables::region_code(self.state()) == Some(("US", "ut"));
        if self.is_plainly_american() && !parted && !halves && !beside && !grid && self.begins_street(1) {
            self.push_bare_unit(0, 1);
            self.ends.area[0].gap = Gap::Blank;
        }
    }

    /// `500 COLLEGE AVE WAYNE HALL 204`, `500 COLLEGE AVE, 204 WAYNE HALL`: the hall and the room in it, where nothing but a city follows.
    pub(super) fn room_behind_street(&mut self) {
        let hall = |at: &usize| self.ends.area[*at].may(Role::BUILDING) && !self.is(*at, Word::PRIMARY);
        let found = (3..self.ends.area.len()).filter(hall).find_map(|hall| self.room_in(hall));
        if let Some((room, name, place)) = found.filter(|_| self.is_plainly_american()) {
            self.push_room(room, name);
            self.take(place.start, place.end);
        }
    }

    /// The room in the hall whose last word stands at a place, the words of its name, and all words of both.
    fn room_in(&self, hall: usize) -> Option<(usize, Range<usize>, Range<usize>)> {
        let room = |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL) && self.bytes(at).len() <= 4;
        let name =
            |at: usize| self.ends.area[at].is_word() && !self.is(at, Word::PRIMARY | Word::UNIT | Word::DIRECTIONAL);
        let behind = room(hall + 1) && self.ends.area[hall + 1].gap == Gap::Blank;
        let end = hall + 1 + usize::from(behind);
        // As far as the type of the street, a name and perhaps the room before it.
        let mut from = hall;
        while hall - from < LONGEST_NAME && from > 2 && self.ends.area[from].gap == Gap::Blank && name(from - 1) {
            from -= 1;
        }
        // `12 OAK LN 45 WHITE HALL AR` has a city of that name.
        let named = from < hall && !self.begins_city(from);
        let number = (!behind && from > 3 && room(from - 1)).then(|| from - 1);
        let (name, from) = (from, number.unwrap_or(from));
        let street = self.house().is_some_and(|house| house + 2 < from) && self.is(from - 1, Word::PRIMARY);
        let ends = || self.ends_part(end) || behind && self.ends_street(end) || self.begins_city(end);
        let room = number.or(behind.then_some(hall + 1)).filter(|_| named && street && ends())?;
        Some((room, name..hall + 1, from..end))
    }

    /// The room at a place, and the hall that some words name: by the last of them, and without those that name none (`PHYSICS
    /// BUILDING`).
    fn push_room(&mut self, at: usize, hall: Range<usize>) {
        let named = |word: &&Lexeme| word.unit.is_none() && !word.is(Word::PARTICLE);
        let words = 1 + usize::from(self.ends.area[hall.end - 1].unit.is_none());
        let mut identifier: SmallVec<[Lexeme; 3]> =
            self.ends.area[hall].iter().rev().filter(named).take(words).copied().collect();
        identifier.reverse();
        let room = core::iter::once(self.ends.area[at]).collect();
        let units = &mut self.street.units;
        units.push(FoundUnit { kind: UnitKind::Building, designator: Designator::BUILDING, identifier });
        units.push(FoundUnit { kind: UnitKind::Generic, designator: Designator::NONE, identifier: room });
    }

    /// `120 W 55TH ST BETWEEN 6TH AND 7TH AVES, NEW YORK`, `95 2ND AVE AT 6TH ST`: the streets that cross, behind one that has a house
    /// number, and up to a comma.
    pub(super) fn crossing(&mut self) {
        let found = (2..self.ends.area.len()).find(|&at| matches!(self.bytes(at), b"between" | b"btwn" | b"at"));
        let behind_house = |at: &usize| self.house().is_some_and(|house| house + 1 < *at);
        let Some(at) = found.filter(|at| behind_house(at) && self.is_plainly_american()) else { return };
        let typed = |at: usize| self.is(at, Word::PRIMARY | Word::ORDINAL);
        // `2450 BROADWAY AT 90TH ST`, `95 AVE A AT 6TH ST`
        let named = self.is_untyped_street(at - 1) || self.bytes(at - 1).len() == 1 && typed(at - 2);
        let street = typed(at - 1) || named || self.is(at - 1, Word::DIRECTIONAL) && typed(at - 2);
        let parted = (at + 1..self.ends.area.len()).find(|&at| self.ends.area[at].gap >= Gap::Comma);
        let stop = parted.unwrap_or(self.ends.area.len());
        let and = (at + 2..stop).find(|&at| self.bytes(at) == b"and").filter(|_| self.bytes(at) != b"at");
        // As far as the type of the last street; without one, as far as the comma.
        let last = (and.unwrap_or(at) + 2..stop).find(|&at| self.is(at, Word::PRIMARY));
        let known = || parted.or(self.ends.city.as_ref().map(|_| stop));
        let open = || (and.is_some() || typed(stop - 1) && stop > at + 2).then(known).flatten();
        let Some(end) = last.map(|last| last + 1).or_else(open) else { return };
        let house = self.is_numeric(at + 1) && !self.is(at + 1, Word::ORDINAL);
        let direction = end < stop && self.is(end, Word::DIRECTIONAL) && self.ends.area[end].raw_len < 3;
        if street && !house && !(direction && self.begins_city(end)) {
            self.take(at, end + usize::from(direction));
        }
    }
}

/// Words of the name of a hall before that word.
const LONGEST_NAME: usize = 3;
