//! Customs of East Asia and the Gulf around the house number: pairs of building and flat, words for parts of a house, the floor before
//! its letter, streets and quarters that are called by a number.

use super::chinese::compass;
use super::{FoundUnit, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, ROUTE};
use crate::address::parse::told::great_city;
use crate::address::postcode::Postcode;
use crate::tables::address::{self as tables, Designator, UnitKind, Word};
use smallvec::SmallVec;

/// Countries of the Gulf, where villas have numbers and many streets are called by one.
const GULF: [&str; 6] = ["AE", "BH", "KW", "OM", "QA", "SA"];
/// Countries in which a floor is written as a number and the letter F.
const FLOORS: [&str; 8] = ["AE", "CN", "HK", "JP", "KR", "PH", "SG", "TW"];

impl Reader<'_> {
    /// What is written otherwise in one of these countries becomes what the other rules read.
    pub(super) fn eastern(&mut self) {
        let Some(country) = self.ends.country else { return };
        let gulf = country.is_any_of(&GULF);
        if !gulf && !country.is_any_of(&FLOORS) {
            return;
        }
        if country.code() == "KR" {
            self.part_glued_in_korea();
        }
        if !gulf && self.ends.city.is_none() {
            self.place_first();
        }
        if country.is_any_of(&["HK", "JP", "PH", "SG"]) {
            self.named_building();
        }
        self.floor_by_letter();
        self.numbered_phase();
        match country.code() {
            "KR" => self.korea(),
            "CN" => self.china(),
            "TW" => self.taiwan(),
            "HK" => self.hong_kong(),
            "SG" => self.singapore_door(),
            "PH" => self.philippines(),
            "JP" => self.japan(),
            _ if gulf => self.gulf(),
            _ => {}
        }
        if !country.is_any_of(&["JP", "KR"]) {
            self.drop_number_marks();
        }
    }

    pub(super) fn is_short_number(&self, at: usize, digits: core::ops::RangeInclusive<usize>) -> bool {
        self.is(at, DIGITS) && !self.is(at, Word::ORDINAL | ROUTE) && digits.contains(&self.bytes(at).len())
    }

    pub(super) fn stands_behind(&self, at: usize, gap: Gap) -> bool {
        self.ends.area.get(at).is_some_and(|lexeme| lexeme.gap == gap)
    }

    /// Writes a word otherwise, with the classes that the tables have for it.
    pub(super) fn rewrite(&mut self, at: usize, text: &'static str) {
        let gap = self.ends.area[at].gap;
        let classes = tables::word(text).map_or(0, |word| word.classes);
        self.ends.area[at] = self.ends.lexer.written(text, gap, classes);
    }

    /// Parts a word before its last letters, which stand behind a hyphen then.
    pub(super) fn part_before(&mut self, at: usize, ending: usize) {
        let word = self.ends.area[at];
        let (start, end) = (usize::from(word.start), usize::from(word.start) + usize::from(word.len));
        let digits = self.bytes(at)[..usize::from(word.len) - ending].iter().all(u8::is_ascii_digit);
        let middle = end - ending;
        self.ends.area[at] = Lexeme::plain(start, middle, word.gap, if digits { DIGITS } else { 0 });
        self.ends.area.insert(at + 1, Lexeme::plain(middle, end, Gap::Hyphen, 0));
    }

    pub(super) fn push_unit(&mut self, kind: UnitKind, designator: Designator, identifier: Lexeme) {
        let identifier = core::iter::once(identifier).collect();
        self.street.units.push(FoundUnit { kind, designator, identifier });
    }

    /// `SEOUL GANGNAM-GU TEHERAN-RO 152`, `106 TAIPEI DA'AN DIST. NO. 12`: the largest place first, where the line ends with it elsewhere.
    fn place_first(&mut self) {
        let len = self.ends.area.len();
        // `06236 SEOUL`
        let coded = self.ends.postcode.is_empty()
            && len > 3
            && self.is(0, DIGITS)
            && (3..=6).contains(&self.bytes(0).len())
            && self.place_end(1).is_some_and(|end| end < len);
        let from = usize::from(coded);
        let (mut parts, mut end) = (SmallVec::<[usize; 4]>::new(), from);
        while let Some(next) = self.place_end(end).filter(|_| parts.len() < 4) {
            parts.push(end);
            end = next;
        }
        if parts.is_empty() || end + 1 >= len || !(end..len).any(|at| self.is_numeric(at)) {
            return;
        }
        if coded {
            self.ends.postcode = Postcode::new(self.bytes(0)).unwrap_or_default();
        }
        let mut turned: SmallVec<[Lexeme; 24]> = SmallVec::from_slice(&self.ends.area[end..]);
        turned[0].gap = Gap::Comma;
        for &start in parts.iter().rev() {
            let words = &self.ends.area[start..end];
            turned.extend(words.iter().enumerate().map(|(nth, word)| Lexeme {
                gap: if nth == 0 { Gap::Comma } else { word.gap.min(Gap::Hyphen) },
                ..*word
            }));
            end = start;
        }
        self.ends.area.clear();
        self.ends.area.extend(turned);
    }

    /// Where a place ends that begins here: a great city, or a district by the word behind its name.
    fn place_end(&self, at: usize) -> Option<usize> {
        // `NANJING WEST ROAD 12`, `SHANGHAI LU 5`: a street that is called after a city.
        let street = |at: usize| {
            let direction = self.is(at, Word::DIRECTIONAL) || compass(self.bytes(at)).is_some();
            let behind = at + usize::from(direction);
            let text = self.bytes(behind);
            self.is(behind, Word::PRIMARY) || [b"lu".as_slice(), b"jie", b"dao"].iter().any(|end| text.ends_with(end))
        };
        let great = |at: usize| great_city(self.bytes(at)).is_some() && !street(at + 1);
        let begins = at + usize::from(self.bytes(at) == b"new");
        let word = self.ends.area.get(at).is_some_and(Lexeme::is_word);
        let kind = |at: usize| {
            matches!(self.bytes(at), b"city" | b"si" | b"gu" | b"gun" | b"qu" | b"dist" | b"district" | b"ku" | b"shi")
        };
        if great(begins) {
            return Some(begins + 1 + usize::from(kind(begins + 1)));
        }
        (word && kind(at + 1) && self.ends.area[at + 1].gap <= Gap::Hyphen).then_some(at + 2)
    }

    /// `23F`, `5F.`: a floor by its letter.
    fn floor_by_letter(&mut self) {
        let is_floor = |at: &usize| match self.bytes(*at) {
            [digits @ .., b'f'] => (1..=2).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        let Some(at) = (0..self.ends.area.len()).find(is_floor) else { return };
        // `12F MABINI ST`, `BLK 12F LORONG 5`: the house, where there is no other number and behind its mark.
        let house = |other: usize| other != at && self.is_numeric(other) && !self.is(other, ROUTE);
        let marked =
            at > 0 && matches!(self.ends.lexer.code(&self.ends.area[at - 1]), b"blk" | b"block" | b"no" | b"#");
        if marked || !(0..self.ends.area.len()).any(house) {
            return;
        }
        let word = self.ends.area[at];
        let start = usize::from(word.start);
        let number = Lexeme::plain(start, start + usize::from(word.len) - 1, word.gap, DIGITS);
        let floor = tables::word("floor").and_then(|floor| floor.unit);
        self.push_unit(UnitKind::Floor, floor.map_or(Designator::NONE, |floor| floor.designator), number);
        self.take(at, at + 1);
    }

    /// `FORTUNE BUILDING 574 PRINCE EDWARD ROAD`: what stands behind the name of a building is the number of the house.
    fn named_building(&mut self) {
        let named = |at: &usize| {
            let word = &self.ends.area[*at];
            word.unit.is_some_and(|unit| unit.kind == UnitKind::Building)
                && matches!(self.ends.lexer.code(word), b"building" | b"bldg")
                && word.gap == Gap::Blank
                && self.ends.area[at - 1].is_word()
                && self.ends.area[at - 1].unit.is_none()
                && self.is_numeric(at + 1)
                && self.ends.area.get(at + 2).is_some_and(|next| next.gap < Gap::Comma)
        };
        if let Some(at) = (1..self.ends.area.len()).find(named) {
            self.ends.area[at].unit = None;
            self.ends.area[at + 1].gap = Gap::Comma;
        }
    }

    /// `PHASE 2 JASMINE ST`, `WAH FU ESTATE PHASE 1`: the number of a part of an estate is no house number.
    fn numbered_phase(&mut self) {
        for at in 1..self.ends.area.len() {
            if self.bytes(at - 1) == b"phase" && self.is_numeric(at) {
                self.ends.area[at].classes |= ROUTE;
            }
        }
    }

    /// `NO. 887 FUXING ROAD`, `MINSHENG ROAD NO. 47`: the mark before a number says nothing.
    fn drop_number_marks(&mut self) {
        let mut at = 0;
        while at + 1 < self.ends.area.len() {
            let mark = self.ends.lexer.code(&self.ends.area[at]) == b"no" && self.is_numeric(at + 1);
            if mark {
                let gap = self.ends.area[at].gap;
                self.ends.area.remove(at);
                self.ends.area[at].gap = gap;
            }
            at += 1;
        }
    }

    /// `105-1925`, `#105-1925`, `18-2008`: building and flat in one, where another number is that of the house.
    pub(super) fn pair_of_building_and_flat(&mut self, building: core::ops::RangeInclusive<usize>) {
        let len = self.ends.area.len();
        let pair = |at: usize| {
            self.is_short_number(at, building.clone())
                && self.is_short_number(at + 1, 3..=4)
                && self.stands_behind(at + 1, Gap::Hyphen)
                && !self.stands_behind(at, Gap::Hyphen)
                && !self.stands_behind(at + 2, Gap::Hyphen)
        };
        let Some(at) = (0..len).find(|&at| pair(at)) else { return };
        if !(0..len).any(|other| other != at && other != at + 1 && self.is_numeric(other) && !self.is(other, ROUTE)) {
            return;
        }
        self.push_unit(UnitKind::Building, Designator::BUILDING, self.ends.area[at]);
        self.push_unit(UnitKind::Generic, Designator::NONE, self.ends.area[at + 1]);
        let marked = at > 0
            && (self.bytes(at - 1) == b"#"
                || self.ends.area[at - 1].unit.is_some_and(|unit| unit.kind == UnitKind::Apartment));
        self.take(at - usize::from(marked), at + 2);
    }

    /// `105DONG 1925HO`, `TEHERANRO`, `YEONSUGU` as with hyphens.
    fn part_glued_in_korea(&mut self) {
        let mut at = 0;
        while at < self.ends.area.len() {
            let (word, text) = (self.ends.area[at], self.bytes(at));
            let glued: &[&[u8]] = match text.first() {
                Some(b'0'..=b'9') => &[b"dong", b"ho", b"gil"],
                // `HAEUNDAERO`: in some names of places the letters before are the end of a word.
                _ if HIGH_PLACES.iter().any(|place| text.strip_suffix(b"ro") == Some(place.as_bytes())) => &[b"ro"],
                // `DONGIL-RO`
                _ if self.begins_way(at + 1) => &[],
                _ if text.len() > 5 => &[b"daero", b"ro", b"gil", b"dong", b"gu", b"teugbyeolsi", b"gwangyeogsi"],
                _ => &[],
            };
            let ending = glued.iter().find(|ending| text.len() > ending.len() && text.ends_with(ending));
            let digits = |ending: &&&[u8]| text[..text.len() - ending.len()].iter().all(u8::is_ascii_digit);
            if let Some(ending) = ending.filter(|ending| word.is_word() || word.is(MIXED) && digits(ending)) {
                self.part_before(at, ending.len());
                // `서울특별시`: Seoul Special City.
                if ending.ends_with(b"si") {
                    self.ends.area.remove(at + 1);
                }
            }
            at += 1;
        }
    }

    /// `105 DONG 1925 HO` as with hyphens; the number of a lane (`12-GIL`) is no house number.
    fn korea(&mut self) {
        for at in 1..self.ends.area.len() {
            let before = self.is(at - 1, DIGITS);
            let number_behind = self.is(at + 1, DIGITS) && self.bytes(at + 2) == b"ho";
            match self.bytes(at) {
                b"dong" if before && (number_behind || self.bytes(at - 1).len() > 2) => {
                    self.ends.area[at].gap = Gap::Hyphen;
                }
                b"ho" if before => self.ends.area[at].gap = Gap::Hyphen,
                b"gil" if before => self.ends.area[at - 1].classes |= ROUTE,
                _ => {}
            }
        }
        self.quarter_beside_street();
        self.pair_of_building_and_flat(3..=4);
    }

    /// Whether the word for a street stands at a place, behind its name.
    fn begins_way(&self, at: usize) -> bool {
        matches!(self.bytes(at), b"ro" | b"daero" | b"gil") && self.ends.area[at].gap <= Gap::Hyphen
    }

    /// `152 TEHERAN-RO, GANGNAM-GU, SEOUL (YEOKSAM-DONG)`: beside a street the quarter says nothing.
    fn quarter_beside_street(&mut self) {
        let behind_name = |at: usize| self.ends.area[at - 1].is_word() && self.ends.area[at].gap <= Gap::Hyphen;
        let street = |at: usize| matches!(self.bytes(at), b"ro" | b"daero" | b"gil") && behind_name(at);
        let quarter = |at: &usize| self.bytes(*at) == b"dong" && behind_name(*at);
        let len = self.ends.area.len();
        let named = (1..len).any(street);
        if let Some(at) = (1..len).find(quarter).filter(|_| named) {
            self.take(at - 1, at + 1);
        }
    }

    /// Rooms, flats and units are the same doors.
    pub(super) fn rooms(&mut self) {
        let unit = tables::word("unit");
        for at in 0..self.ends.area.len() {
            if matches!(self.bytes(at), b"room" | b"rm") && self.ends.area[at].unit.is_some() {
                let gap = self.ends.area[at].gap;
                let classes = unit.map_or(0, |word| word.classes);
                let written = self.ends.lexer.written("unit", gap, classes);
                self.ends.area[at] = Lexeme { unit: unit.and_then(|word| word.unit), ..written };
            }
        }
    }

    /// `PARK COURT ROOM 338, ROPPONGI 5-8-3`: a part of the address before that of the house is a building and its flat.
    fn japan(&mut self) {
        self.rooms();
        let len = self.ends.area.len();
        let house = |at: usize| {
            self.is(at, DIGITS) && self.is(at + 1, DIGITS) && self.stands_behind(at + 1, Gap::Hyphen)
                || self.bytes(at) == b"chome"
        };
        let Some(house) = (1..len).find(|&at| house(at)) else { return };
        let start = (1..=house).rev().find(|&at| self.ends.area[at].gap >= Gap::Comma).unwrap_or(0);
        let numbers: SmallVec<[usize; 2]> = (0..start).filter(|&at| self.is_numeric(at)).take(2).collect();
        if start == 0 || numbers.len() > 1 {
            return;
        }
        if let Some(&at) = numbers.first() {
            let identifier = core::iter::once(self.ends.area[at]).collect();
            self.street.units.push(FoundUnit { kind: UnitKind::Generic, designator: Designator::NONE, identifier });
        }
        let building =
            |at: &usize| self.ends.area[*at].is_word() && !matches!(self.bytes(*at), b"#" | b"unit" | b"apt" | b"go");
        let name: SmallVec<[Lexeme; 8]> = (0..start).filter(building).map(|at| self.ends.area[at]).collect();
        self.street.name.extend(name);
        self.ends.area.drain(..start);
    }

    /// `05-12` is #05-12, where another number is that of the house.
    fn singapore_door(&mut self) {
        let len = self.ends.area.len();
        let pair = |at: usize| {
            self.is_short_number(at, 1..=2)
                && self.is_short_number(at + 1, 2..=4)
                && self.stands_behind(at + 1, Gap::Hyphen)
                && !self.stands_behind(at + 2, Gap::Hyphen)
                && !at.checked_sub(1).is_some_and(|mark| self.bytes(mark) == b"#" || self.is(mark, Word::UNIT))
        };
        let Some(at) = (0..len).find(|&at| pair(at)) else { return };
        if (0..len).any(|other| other != at && other != at + 1 && self.is_numeric(other)) {
            let gap = self.ends.area[at].gap;
            let mark = self.ends.lexer.written("#", gap, 0);
            self.ends.area[at].gap = Gap::Blank;
            self.ends.area.insert(at, Lexeme { raw_len: 0, unit: Some(tables::NUMBER_SIGN), ..mark });
        }
    }
}

/// Places of Korea whose names end in the word for a terrace or a high place.
const HIGH_PLACES: [&str; 5] = ["haeundae", "gyeongpodae", "taejongdae", "cheongwadae", "manghyangdae"];
