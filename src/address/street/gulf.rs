//! Customs of the Gulf and the Philippines around the house number: streets and quarters that are called by a number, block and lot.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, ROUTE};
use crate::tables::address::Word;
use smallvec::SmallVec;

impl Reader<'_> {
    /// `VILLA 12, STREET 15`, `ZONE 55 STREET 850 VILLA 12`, `BLOCK 5 STREET 12 BUILDING 7`: the number of the house stands first, behind
    /// it the street and then the quarter, each called by its number.
    pub(super) fn gulf(&mut self) {
        let local = !self.country_is(&["AE"]);
        let mut parts: SmallVec<[(u8, Lexeme, Lexeme); 4]> = SmallVec::new();
        let mut at = 0;
        while at + 1 < self.ends.area.len() {
            let kind = match self.ends.lexer.code(&self.ends.area[at]) {
                b"villa" | b"house" => 0,
                b"building" | b"bldg" if local => 0,
                b"street" | b"st" | b"road" | b"rd" | b"way" | b"avenue" | b"ave" => 1,
                b"block" | b"blk" | b"zone" if local => 2,
                _ => 3,
            };
            let mark = usize::from(matches!(self.bytes(at + 1), b"no" | b"#" | b"number"));
            let number = at + 1 + mark;
            let near = self.ends.area.get(number).is_some_and(|next| next.gap < Gap::Comma);
            // `AL WASL ROAD 12`: a street that has a name.
            let named = kind == 1
                && self.ends.area[at].gap < Gap::Comma
                && at > 0
                && self.ends.area[at - 1].is_word()
                && !parts.iter().any(|part| part.0 == 0);
            if kind < 3 && near && !named && self.is_numeric(number) && !parts.iter().any(|part| part.0 == kind) {
                parts.push((kind, self.ends.area[at], self.ends.area[number]));
                self.take(at, number + 1);
            } else {
                at += 1;
            }
        }
        if parts.is_empty() {
            return;
        }
        parts.sort_unstable_by_key(|part| part.0);
        if let Some(first) = self.ends.area.first_mut() {
            first.gap = first.gap.max(Gap::Comma);
        }
        let mut place = 0;
        for &(kind, word, number) in &parts {
            if kind == 0 {
                // `VILLA 12, HOUSE 12`: where streets and quarters are numbered too, the word says nothing.
                if !local {
                    self.ends.area.insert(place, Lexeme { gap: Gap::Comma, ..word });
                    place += 1;
                }
                let gap = if local { Gap::Comma } else { Gap::Blank };
                self.ends.area.insert(place, Lexeme { gap, ..number });
                place += 1;
                continue;
            }
            let text = match (kind, self.ends.lexer.code(&word)) {
                (1, b"way") => "way",
                (1, b"avenue" | b"ave") => "avenue",
                (1, b"road" | b"rd") => "road",
                (1, _) => "street",
                (_, b"zone") => "zone",
                _ => "block",
            };
            let word = self.ends.lexer.written(text, Gap::Blank, ROUTE);
            let number = Lexeme { gap: Gap::Blank, classes: number.classes | ROUTE, ..number };
            self.ends.area.insert(place, word);
            self.ends.area.insert(place + 1, number);
            place += 2;
        }
    }

    /// `BLK 5 LOT 12`, `LOT 12 BLOCK 5`, `B5 L12`: block and lot are the house number.
    pub(super) fn philippines(&mut self) {
        for at in 0..self.ends.area.len() {
            if matches!(self.bytes(at), b"brgy" | b"bgy" | b"brg") {
                self.rewrite(at, "barangay");
            }
        }
        let glued = |at: usize, letter: u8| {
            let text = self.bytes(at);
            let digits = text.get(1..).filter(|rest| !rest.is_empty() && rest.iter().all(u8::is_ascii_digit));
            digits.is_some_and(|digits| text[0] == letter && digits.len() <= 3)
        };
        let word = |at: usize| match self.ends.area.get(at).map_or(&[][..], |lexeme| self.ends.lexer.code(lexeme)) {
            b"blk" | b"block" | b"b" => Some(b'b'),
            b"lot" | b"lt" | b"l" => Some(b'l'),
            _ => None,
        };
        // The letter, the number and where the next begins.
        let part = |at: usize| {
            let letter = [b'b', b'l'].into_iter().find(|&letter| glued(at, letter));
            match (letter, word(at)) {
                (Some(letter), _) => {
                    let lexeme = self.ends.area[at];
                    let start = usize::from(lexeme.start);
                    let number = Lexeme::plain(start + 1, start + usize::from(lexeme.len), Gap::Blank, DIGITS);
                    Some((letter, number, at + 1))
                }
                (None, Some(letter)) => {
                    let number = at + 1 + usize::from(self.bytes(at + 1) == b"no" || self.bytes(at + 1) == b"#");
                    let plain = self.is_numeric(number) && self.bytes(number).len() <= 4;
                    plain.then(|| (letter, self.ends.area[number], number + 1))
                }
                (None, None) => None,
            }
        };
        let both = |from: usize| {
            let (first, one, middle) = part(from)?;
            let (second, other, end) = part(middle)?;
            (first != second).then_some((if first == b'b' { (one, other) } else { (other, one) }, end))
        };
        let found = (0..self.ends.area.len()).find_map(|from| Some((from, both(from)?)));
        let Some((from, ((block, lot), end))) = found else { return self.flat_before_comma() };
        self.take(from, end);
        let next = self.ends.area.first().map(|first| first.gap);
        self.ends.area.insert(0, Lexeme { gap: next.unwrap_or(Gap::Blank), ..block });
        self.ends.area.insert(1, Lexeme { gap: Gap::Hyphen, ..lot });
        if let Some(next) = self.ends.area.get_mut(2) {
            next.gap = Gap::Blank;
        }
    }

    /// `307 EASTWOOD PARKVIEW, 243 MABINI STREET`: the flat of a building stands before its name.
    fn flat_before_comma(&mut self) {
        let typed = |at: usize| self.is(at, Word::PRIMARY);
        let house = |at: &usize| self.is_numeric(*at) && self.ends.area[*at].gap >= Gap::Comma;
        let Some(second) = (2..self.ends.area.len()).find(house) else { return };
        let street = (second + 1..self.ends.area.len()).any(typed);
        let named = self.ends.area[1].is_word() && self.ends.area[1].gap == Gap::Blank && !(1..second).any(typed);
        if self.is_numeric(0) && !self.is(0, Word::ORDINAL) && named && street {
            self.push_bare_unit(0, 1);
        }
    }
}
