//! What is said beside the street and is no part of it: the hall in which a room lies, the streets that cross.

use super::{FoundUnit, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme};
use crate::tables::address::{Designator, Role, UnitKind, Word};

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
            self.push_room(room);
            let words = if first { 1..house } else { 0..room };
            self.street.name.extend_from_slice(&self.ends.area[words]);
            self.ends.area.drain(..house);
        }
    }

    /// `500 COLLEGE AVE WAYNE HALL 204`, `500 COLLEGE AVE, 204 WAYNE HALL`: the hall and the room in it, where nothing but a city follows.
    pub(super) fn room_behind_street(&mut self) {
        let hall = |at: usize| self.ends.area[at].may(Role::BUILDING) && !self.is(at, Word::PRIMARY);
        let Some(hall) = (3..self.ends.area.len()).rev().find(|&at| hall(at)) else { return };
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
        let from = number.unwrap_or(from);
        let street = self.is(0, DIGITS) && self.is(from - 1, Word::PRIMARY);
        let ends = || self.ends_part(end) || behind && self.ends_street(end) || self.begins_city(end);
        let Some(room) = number.or(behind.then_some(hall + 1)).filter(|_| named && street && ends()) else { return };
        if !self.is_plainly_american() {
            return;
        }
        self.push_room(room);
        let words = self.ends.area[from..end].iter().enumerate().filter(|(at, _)| from + at != room);
        self.street.name.extend(words.map(|(_, word)| *word));
        self.take(from, end);
    }

    fn push_room(&mut self, at: usize) {
        let identifier = core::iter::once(self.ends.area[at]).collect();
        self.street.units.push(FoundUnit { kind: UnitKind::Generic, designator: Designator::NONE, identifier });
    }

    /// `120 W 55TH ST BETWEEN 6TH AND 7TH AVES, NEW YORK`, `95 2ND AVE AT 6TH ST`: the streets that cross, behind one that has a house
    /// number, and up to a comma.
    pub(super) fn crossing(&mut self) {
        let found = (3..self.ends.area.len()).find(|&at| matches!(self.bytes(at), b"between" | b"btwn" | b"at"));
        let Some(at) = found.filter(|_| self.is_numeric(0) && self.is_plainly_american()) else { return };
        let comma = (at + 1..self.ends.area.len()).find(|&at| self.ends.area[at].gap >= Gap::Comma);
        let Some(end) = comma.or(self.ends.city.as_ref().map(|_| self.ends.area.len())) else { return };
        let typed = |at: usize| self.is(at, Word::PRIMARY | Word::ORDINAL);
        let street = typed(at - 1) || self.is(at - 1, Word::DIRECTIONAL) && typed(at - 2);
        let and = || (at + 2..end - 1).any(|and| self.bytes(and) == b"and");
        // `BETWEEN 6TH & 7TH AVE`
        let crossed = end > at + 2 && (typed(end - 1) || self.bytes(at) != b"at" && and());
        let house = self.is_numeric(at + 1) && !self.is(at + 1, Word::ORDINAL);
        if crossed && street && !house {
            self.take(at, end);
        }
    }
}

/// Words of the name of a hall before that word.
const LONGEST_NAME: usize = 3;
