//! Customs of China, Taiwan and Hong Kong around the house number: streets in Pinyin, sections and lanes, flats before their floor.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, ROUTE};
use crate::tables::address::{self as tables, Designator, UnitKind, Word};
use smallvec::SmallVec;

impl Reader<'_> {
    /// `NANJING XI LU 123 HAO` is 123 Nanjing West Road; `NANJING ROAD WEST`, `WEST NANJING ROAD` are the same.
    pub(super) fn china(&mut self) {
        let mut at = 0;
        while at < self.ends.area.len() {
            let behind_name = at > 0 && self.ends.area[at - 1].is_word() && self.ends.area[at].gap <= Gap::Hyphen;
            let behind_number = at > 0 && self.is(at - 1, DIGITS);
            match self.bytes(at) {
                // `XILU`, `BEIDAJIE`; `JIANGUOLU`
                [_, .., b'l', b'u'] if self.is_glued_street(at, 2) => self.part_before(at, 2),
                text @ [_, .., b'j', b'i', b'e'] if text != b"dajie" && self.is_glued_street(at, 3) => {
                    self.part_before(at, 3);
                }
                b"lu" if behind_name => self.rewrite(at, "road"),
                b"jie" | b"dajie" if behind_name => self.rewrite(at, "street"),
                b"dadao" if behind_name => self.rewrite(at, "avenue"),
                b"qu" if behind_name => self.rewrite(at, "district"),
                b"hao" if behind_number && self.bytes(at + 1) == b"lou" => {
                    let building = self.ends.area[at - 1];
                    self.push_unit(UnitKind::Building, Designator::BUILDING, building);
                    self.take(at - 1, at + 2);
                    at = at.saturating_sub(2);
                }
                b"hao" if behind_number => {
                    self.ends.area.remove(at);
                    at -= 1;
                }
                b"shi" if behind_number => {
                    let room = self.ends.area[at - 1];
                    self.push_unit(UnitKind::Generic, Designator::NONE, room);
                    self.take(at - 1, at + 1);
                    at = at.saturating_sub(2);
                }
                _ => {}
            }
            at += 1;
        }
        self.direction_before_type();
        self.room_behind_building();
        self.pair_of_building_and_flat(1..=2);
        self.rooms();
    }

    /// Whether a word is a name and the type of its street in one.
    fn is_glued_street(&self, at: usize, ending: usize) -> bool {
        let text = self.bytes(at);
        let direction = matches!(&text[..text.len() - ending], b"xi" | b"dong" | b"nan" | b"bei" | b"zhong");
        self.ends.area[at].is_word() && (direction && at > 0 || text.len() >= ending + 5)
    }

    /// The direction right before the type of the street, wherever it was written, as a part of its name: Zhongshan East Road is not
    /// Zhongshan Road.
    fn direction_before_type(&mut self) {
        let is_type = |at: &usize| self.is(*at, Word::PRIMARY | Word::SUFFIX);
        let Some(of_type) = (1..self.ends.area.len()).find(is_type) else { return };
        if let Some(written) = compass(self.bytes(of_type - 1)).filter(|_| of_type > 1) {
            let gap = self.ends.area[of_type - 1].gap;
            self.ends.area[of_type - 1] = self.ends.lexer.written(written, gap, ROUTE);
            return;
        }
        let is_direction = |at: usize| self.is(at, Word::DIRECTIONAL) || self.bytes(at) == b"middle";
        let direction = |at: usize| is_direction(at) && self.ends.area[at].gap <= Gap::Hyphen;
        if of_type > 1 && self.is(of_type - 1, Word::DIRECTIONAL) {
            self.ends.area[of_type - 1].classes = ROUTE;
        } else if direction(of_type + 1) {
            self.ends.area[of_type..=of_type + 1].rotate_right(1);
            self.ends.area[of_type].classes = ROUTE;
        } else if let Some(first) = (0..of_type.saturating_sub(1)).find(|&at| is_direction(at)) {
            let plain =
                (first + 1..of_type).all(|at| self.ends.area[at].is_word() && self.ends.area[at].gap == Gap::Blank);
            if plain && (first == 0 || self.is_numeric(first - 1)) {
                let gap = self.ends.area[first].gap;
                self.ends.area[first..of_type].rotate_left(1);
                self.ends.area[of_type - 1].classes = ROUTE;
                self.ends.area[of_type - 1].gap = Gap::Blank;
                self.ends.area[first].gap = gap;
            }
        }
    }

    /// `BUILDING 18, 2008, 887 FUXING ROAD`: the room stands behind its building.
    fn room_behind_building(&mut self) {
        let building = |at: usize| self.ends.area[at].unit.is_some_and(|unit| unit.kind == UnitKind::Building);
        let len = self.ends.area.len();
        let room = |at: &usize| {
            building(*at - 2)
                && self.is_short_number(*at - 1, 1..=2)
                && self.is_short_number(*at, 3..=4)
                && (0..len).any(|other| !(at - 1..=*at).contains(&other) && self.is_numeric(other))
                && self.ends.area.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma || next.is(DIGITS))
        };
        if let Some(at) = (2..len).find(room) {
            self.push_bare_unit(at, at + 1);
        }
    }

    /// `NO. 12, LN. 34, SEC. 2, ZHONGXIAO E. RD.`: section, lane and alley belong to the name of the street, and stand behind its type.
    pub(super) fn taiwan(&mut self) {
        let mut parts: SmallVec<[(u8, &'static str, Lexeme); 3]> = SmallVec::new();
        let mut at = 0;
        while at + 1 < self.ends.area.len() {
            let part = match self.ends.lexer.code(&self.ends.area[at]) {
                b"sec" | b"section" => (0, "section"),
                b"ln" | b"lane" => (1, "lane"),
                b"aly" | b"alley" => (2, "alley"),
                _ => (3, ""),
            };
            if part.0 < 3 && self.is_numeric(at + 1) && self.ends.area[at + 1].gap == Gap::Blank && parts.len() < 3 {
                parts.push((part.0, part.1, self.ends.area[at + 1]));
                self.take(at, at + 2);
            } else {
                at += 1;
            }
        }
        let is_type = |at: &usize| self.is(*at, Word::PRIMARY | Word::SUFFIX);
        let place = (0..self.ends.area.len()).find(is_type).map_or(self.ends.area.len(), |at| at + 1);
        parts.sort_unstable_by_key(|part| part.0);
        for (nth, &(_, word, number)) in parts.iter().enumerate() {
            let word = self.ends.lexer.written(word, Gap::Blank, ROUTE);
            let number = Lexeme { gap: Gap::Blank, classes: number.classes | ROUTE, ..number };
            self.ends.area.insert(place + 2 * nth, word);
            self.ends.area.insert(place + 2 * nth + 1, number);
        }
        if let Some(next) = self.ends.area.get_mut(place + 2 * parts.len()).filter(|_| !parts.is_empty()) {
            next.gap = next.gap.max(Gap::Comma);
        }
    }

    /// `1203, 23/F`, `C, 31/F`: what stands first before the floor is the flat.
    pub(super) fn hong_kong(&mut self) {
        let door = (self.is_numeric(0) || self.bytes(0).len() == 1) && self.ends.area.len() > 3;
        let floor = self.bytes(2) == b"f" && self.stands_behind(2, Gap::Slash)
            || self.stands_behind(1, Gap::Taken) && self.street.units.iter().any(|unit| unit.kind == UnitKind::Floor);
        if door && floor && !self.is(0, Word::ORDINAL) {
            self.push_bare_unit(0, 1);
        }
        self.floor_and_flat();
        self.rooms();
    }

    /// `14A, BLOCK B, CITY GARDEN, 51 BROADWAY STREET`: the floor and the letter of its flat, where a house number stands behind.
    fn floor_and_flat(&mut self) {
        let split = match self.bytes(0) {
            [digits @ .., b'a'..=b'z'] if digits.iter().all(u8::is_ascii_digit) => digits.len(),
            _ => 0,
        };
        let house = |at: usize| {
            self.is_short_number(at, 1..=4)
                && !self.ends.area[at - 1].is(Word::UNIT)
                && self.ends.area.get(at + 1).is_some_and(|next| next.is_word() && next.gap == Gap::Blank)
        };
        if !(1..=2).contains(&split) || !(2..self.ends.area.len()).any(house) {
            return;
        }
        let start = usize::from(self.ends.area[0].start);
        let floor = tables::word("floor").and_then(|floor| floor.unit);
        let designator = floor.map_or(Designator::NONE, |floor| floor.designator);
        self.push_unit(UnitKind::Floor, designator, Lexeme::plain(start, start + split, Gap::Blank, DIGITS));
        self.push_unit(
            UnitKind::Generic,
            Designator::NONE,
            Lexeme::plain(start + split, start + split + 1, Gap::Blank, 0),
        );
        self.take(0, 1);
    }
}

/// The direction before the type of a street in Pinyin.
pub(super) fn compass(word: &[u8]) -> Option<&'static str> {
    Some(match word {
        b"dong" => "e",
        b"nan" => "s",
        b"xi" => "w",
        b"bei" => "n",
        b"zhong" => "middle",
        _ => return None,
    })
}
