//! Roads whose name is a number: `ROAD 204`, `AVENUE 12`, `TOWNSHIP ROAD 88`. The number behind the type is the name and no unit.

use super::lex::{DIGITS, Gap, MIXED, ROUTE};
use super::street::Reader;
use crate::tables::address::{self as tables, Word};
use smallvec::SmallVec;

impl Reader<'_> {
    /// A road that is called by a number, right behind the house number. Kind and number become words of the street, as those of
    /// [`routes`](Reader::routes) do.
    pub(super) fn numbered_road(&mut self) {
        let american =
            self.ends.country.is_none_or(|country| matches!(country, crate::Country::US | crate::Country::CA));
        if !american || !self.is_numeric(0) || self.is(0, Word::ORDINAL | ROUTE) {
            return;
        }
        // Also `N E LOOP 410`.
        let at = (1..3).find(|&at| !self.is(at, Word::DIRECTIONAL)).unwrap_or(3);
        let direction = at > 1;
        let Some((written, width)) = self.numbered_kind(at, direction) else { return };
        let mut number = at + width;
        // `PRIVATE ROAD # 12`
        if matches!(self.bytes(number), b"#" | b"no") && matches!(written, "twprd" | "pvtrd") {
            number += 1;
        }
        if written == "avenue" {
            self.lettered_avenue(number);
        }
        let lettered = self.is(number, ROUTE) && written == "avenue";
        let plain = lettered
            || self.is(number, DIGITS | MIXED)
                && !self.is(number, Word::ORDINAL | ROUTE)
                && self.bytes(number).first().is_some_and(u8::is_ascii_digit)
                && self.bytes(number).len() <= 4
                && self.ends.area[number].gap == Gap::Blank;
        // `500 AVENUE 12-3`, `500 LANE 4 RD`: something else.
        let behind = self
            .ends
            .area
            .get(number + 1)
            .is_none_or(|next| !matches!(next.gap, Gap::Hyphen | Gap::Slash) && !next.is(Word::PRIMARY));
        if !plain || !behind {
            return;
        }
        let gap = self.ends.area[at].gap;
        self.ends.area.drain(at + 1..number);
        self.ends.area[at] = self.ends.lexer.written(written, gap, ROUTE | Word::SUFFIX);
        self.ends.area[at + 1].classes = self.ends.area[at + 1].classes & !MIXED | DIGITS | ROUTE;
        let joined = match (self.bytes(1), self.bytes(2)) {
            _ if at != 3 => return,
            (b"n", b"e") => "ne",
            (b"n", b"w") => "nw",
            (b"s", b"e") => "se",
            (b"s", b"w") => "sw",
            _ => return,
        };
        self.ends.area[2] = self.ends.lexer.written(joined, Gap::Blank, Word::DIRECTIONAL);
        self.ends.area.remove(1);
    }

    /// `AVENUE J-4`, `AVENUE J 4`: in the desert of California avenues are called by letters, and those between them by numbers as well.
    fn lettered_avenue(&mut self, at: usize) {
        let californian = tables::region_code(self.ends.region) == Some(("US", "ca"));
        let Some(first) = self.ends.area.get(at).filter(|_| californian).copied() else { return };
        let short = |reader: &Self, at: usize| {
            reader.is(at, DIGITS)
                && !reader.is(at, Word::ORDINAL)
                && reader.bytes(at).len() <= 2
                && reader.ends.area[at].gap <= Gap::Hyphen
        };
        if first.is_word() && first.raw_len == 1 && first.gap == Gap::Blank && short(self, at + 1) {
            let joined: SmallVec<[u8; 16]> =
                self.ends.lexer.code(&first).iter().chain(self.bytes(at + 1)).copied().collect();
            self.ends.area.remove(at + 1);
            self.ends.area[at] = self.ends.lexer.joined(&joined, first.gap);
        }
        if let [letter, digits @ ..] = self.bytes(at) {
            let named = letter.is_ascii_alphabetic() && (1..=2).contains(&digits.len());
            if named && digits.iter().all(u8::is_ascii_digit) {
                self.ends.area[at].classes = DIGITS | ROUTE;
            }
        }
    }

    /// The kind of road that is called by a number and begins at a place, and how many words it has.
    fn numbered_kind(&self, at: usize, direction: bool) -> Option<(&'static str, usize)> {
        let state = tables::region_code(self.ends.region).map_or("", |(_, state)| state);
        let code = |at: usize| self.ends.area.get(at).map_or(&[][..], |lexeme| self.ends.lexer.code(lexeme));
        let canadian = self.country_is(&["CA"]);
        // `500 EAST AVE 12` is a unit on East Avenue, and so may `500 N AVE 12` be; `500 N AVENUE 52` is a street.
        let whole = self.ends.area.get(at).is_some_and(|lexeme| lexeme.raw_len == lexeme.len);
        // In Los Angeles so is `500 WEST AVE 30`.
        let lettered = !direction
            || state == "ca"
            || self.ends.area[at - 1].raw_len == 1 && (whole || matches!(state, "az" | "co" | "wa" | "nm"));
        Some(match (self.bytes(at), self.bytes(at + 1)) {
            (b"township" | b"twp", b"road" | b"highway") => ("twprd", 2),
            (b"private" | b"pvt" | b"priv", b"road" | b"drive" | b"lane") => ("pvtrd", 2),
            (b"forest" | b"fs", b"road") => ("forestrd", 2),
            (b"forest", b"service") if self.bytes(at + 2) == b"road" => ("forestrd", 3),
            (b"fire", b"lane" | b"road") => ("firelane", 2),
            (b"indian", b"route") => ("indianrte", 2),
            (b"range" | b"rge", b"road") if canadian => ("rangerd", 2),
            (b"concession" | b"conc", b"road") if canadian => ("concession", 2),
            (b"concession" | b"conc", _) if canadian => ("concession", 1),
            (b"side", b"road") if canadian => ("sideroad", 2),
            (b"sideroad", _) if canadian => ("sideroad", 1),
            (b"line", _) if canadian => ("line", 1),
            _ if canadian => return None,
            (b"park", b"road") if state == "tx" => ("parkrd", 2),
            _ if code(at) == b"tr" && matches!(state, "oh" | "pa" | "in" | "ks") => ("twprd", 1),
            _ if code(at) == b"pr" && state == "tx" => ("pvtrd", 1),
            (b"p", b"r") if state == "tx" => ("pvtrd", 2),
            _ if code(at) == b"lp" && state == "tx" => ("loop", 1),
            (b"loop", _) => ("loop", 1),
            (b"spur", _) => ("spur", 1),
            (b"road", _) if lettered => ("road", 1),
            (b"avenue", _) if lettered => ("avenue", 1),
            (b"lane", _) if !direction => ("lane", 1),
            (b"drive", _) if !direction => ("drive", 1),
            _ => return None,
        })
    }
}
