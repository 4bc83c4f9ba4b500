//! Roads whose name is a number: `TOWNSHIP ROAD 88`, `LOOP 410`, `RANGE ROAD 22`. The number behind the kind is the name and no
//! unit. Behind a plain type (`NORTH AVENUE 5`) it may be either, and no text tells which.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, ROUTE};
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
        self.avenue_of_grid(at);
        self.loop_of_interstate(at);
        let Some((written, width)) = self.numbered_kind(at) else { return };
        let mut number = at + width;
        // `TOWNSHIP ROAD #14`, `PRIVATE ROAD # 3306`: `PRIVATE ROAD #8` is a unit.
        let mark = matches!(self.bytes(number), b"#" | b"no")
            && self.ends.area[number].gap <= Gap::Blank
            && (written == "twprd" || written == "pvtrd" && self.bytes(number + 1).len() > 2);
        number += usize::from(mark);
        let plain = self.is(number, DIGITS | MIXED)
            && !self.is(number, Word::ORDINAL | ROUTE)
            && self.bytes(number).first().is_some_and(u8::is_ascii_digit)
            && self.bytes(number).len() <= 4
            && (self.ends.area[number].gap == Gap::Blank || mark && self.ends.area[number].gap <= Gap::Blank);
        // `500 LOOP 12-3`, `500 LOOP 4 RD`: something else.
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
        self.ends.area[at + 1].gap = Gap::Blank;
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

    /// `1234 S 5TH EAST`, in Utah: the blocks of the grid are called by their number or by hundreds, as in `1234 S 500 E`.
    pub(super) fn block_of_grid(&mut self) {
        let utah = || tables::region_code(self.state()) == Some(("US", "ut")) && self.is_plainly_american();
        let Some(house) = self.house().filter(|_| utah()) else { return };
        let at = house + 1 + usize::from(self.is(house + 1, Word::DIRECTIONAL));
        let block = self.is(at, DIGITS) && self.is(at, Word::ORDINAL) && self.bytes(at).len() <= 2;
        let next = |at: usize| self.ends.area.get(at).filter(|next| next.gap == Gap::Blank);
        let across = next(at + 1).is_some_and(|next| next.is(Word::DIRECTIONAL) && next.len == 1);
        if block && across && !next(at + 2).is_some_and(|next| next.is(Word::PRIMARY)) && !self.begins_city(at + 1) {
            let gap = self.ends.area[at].gap;
            let hundreds: SmallVec<[u8; 4]> = self.bytes(at).iter().chain(b"00").copied().collect();
            let joined = self.ends.lexer.joined(&hundreds, gap);
            self.ends.area[at] = Lexeme { classes: DIGITS, ..joined };
        }
    }

    /// `465 NO 200 EAST`, `1845 W 3300 SO` in Utah: whether a place lies in the grid, before its number or behind it.
    pub(super) fn is_in_grid(&self, at: usize) -> bool {
        let house = || at == 1 && self.is(0, DIGITS) && self.is(2, DIGITS) && self.is(3, Word::DIRECTIONAL);
        let block = || at == 3 && self.is(0, DIGITS) && self.is(1, Word::DIRECTIONAL) && self.is(2, DIGITS);
        tables::region_code(self.state()) == Some(("US", "ut")) && (house() || block())
    }

    /// `N6 W 23001`: the grid numbers of Wisconsin are one number, however they are parted.
    pub(super) fn grid(&mut self) {
        // Behind an owner too, where it begins with a digit.
        let begins = |at: &usize| match tables::region_code(self.ends.region) {
            Some(("US", "il")) => self.is_numeric(*at),
            Some(("US", "wi")) => self.is(*at, MIXED) && matches!(self.bytes(*at), [b'n' | b's' | b'e' | b'w', ..]),
            _ => false,
        };
        let from = (0..self.ends.area.len()).find(begins).unwrap_or(0);
        // Its first letter has digits behind it, in one word with it or in the next.
        let begins = self.is(from, MIXED)
            || self.is(from + 1, MIXED)
            || self.bytes(from).len() == 1 && self.is_numeric(from + 1)
            || self.is(from + 1, Word::DIRECTIONAL) && self.is_numeric(from + 2);
        if !begins {
            return;
        }
        let parted = self.parted_grid(from);
        for count in parted.unwrap_or(2)..=parted.unwrap_or(4).min(self.ends.area.len() - from) {
            let mut joined: SmallVec<[u8; 16]> = SmallVec::new();
            for lexeme in &self.ends.area[from..from + count] {
                joined.extend_from_slice(self.ends.lexer.bytes(lexeme));
            }
            let glued = self.ends.area[from + 1..from + count].iter().all(|lexeme| lexeme.gap < Gap::Comma);
            if glued && (parted.is_some() || is_grid(&joined)) {
                let gap = self.ends.area[from].gap;
                let whole = self.ends.lexer.joined(&joined, gap);
                self.ends.area.drain(from..from + count - 1);
                self.ends.area[from] = whole;
                return;
            }
        }
    }

    /// `42108 W AVENUE J-4`, `AVE J4`: between the lettered avenues of the Antelope Valley lie others, a number behind the letter.
    /// Written in one word it is read as it is behind a hyphen or a blank: as the avenue and a number, which may be a unit as well.
    fn avenue_of_grid(&mut self, at: usize) {
        if self.bytes(at) != b"avenue" || !self.is(at + 1, MIXED) || self.ends.postcode.zip_prefix() != Some(935) {
            return;
        }
        if let [b'a'..=b'z', b'0'..=b'9'] | [b'a'..=b'z', b'0'..=b'9', b'0'..=b'9'] = self.bytes(at + 1) {
            let name = self.ends.area[at + 1];
            let (from, to) = (usize::from(name.start), usize::from(name.start) + usize::from(name.len));
            self.ends.area[at + 1] = Lexeme::plain(from, from + 1, name.gap, 0);
            self.ends.area.insert(at + 2, Lexeme::plain(from + 1, to, Gap::Hyphen, DIGITS));
        }
    }

    /// `2400 NE INTERSTATE 410 LOOP`, `INTERSTATE 410`: the interstates of three digits around the cities of Texas are also called
    /// Loop.
    fn loop_of_interstate(&mut self, at: usize) {
        if self.bytes(at) != b"interstate"
            || !self.is(at, ROUTE)
            || !matches!(self.bytes(at + 1), b"410" | b"610" | b"820")
        {
            return;
        }
        if tables::region_code(self.ends.region) == Some(("US", "tx")) {
            let gap = self.ends.area[at].gap;
            self.ends.area[at] = self.ends.lexer.written("loop", gap, ROUTE | Word::SUFFIX);
            if self.bytes(at + 2) == b"loop" && self.ends.area[at + 2].gap == Gap::Blank {
                self.ends.area.remove(at + 2);
            }
        }
    }

    /// Whether the address lies in a state in which a road may be called Township Road or County Road, without a number.
    pub(super) fn names_its_roads(&self) -> bool {
        tables::region_code(self.ends.region).is_some_and(|(_, state)| NAMED.contains(&state))
    }

    /// The kind of road that is called by a number and begins at a place, and how many words it has.
    fn numbered_kind(&self, at: usize) -> Option<(&'static str, usize)> {
        let state = tables::region_code(self.ends.region).map_or("", |(_, state)| state);
        let code = |at: usize| self.ends.area.get(at).map_or(&[][..], |lexeme| self.ends.lexer.code(lexeme));
        let canadian = self.country_is(&["CA"]);
        let bare = self.bytes(2).len() > 1 && !(3..self.ends.area.len()).any(|at| self.is_numeric(at));
        let american = !state.is_empty() && self.country_is(&["US"])
            || self.ends.region == 0 && self.ends.country.is_none() && self.ends.postcode.as_bytes().is_empty() && bare;
        // The bank may have lost the state, and with it the country.
        let placeless = self.ends.region == 0 && self.ends.country.is_none();
        let digits = |at: usize| self.bytes(at + usize::from(self.bytes(at) == b"#")).len();
        let texan = state == "tx" || self.ends.region == 0;
        // `ROAD 204`: behind the house number a type alone is no name, and the number is no unit.
        // Elsewhere streets and roads are numbered so, `HOUSE 12 ROAD 3`, and no rule is needed.
        let unnamed = at == 1 && american && state != "pr" && self.is(2, DIGITS) && self.ends.area[1].gap == Gap::Blank;
        let western = matches!(state, "az" | "nm" | "ut" | "co" | "wy" | "mt" | "id" | "or" | "ca" | "nv");
        let wooded = matches!(state, "me" | "nh" | "wi" | "mi") || self.ends.region == 0;
        Some(match (self.bytes(at), self.bytes(at + 1)) {
            (b"twp", b"road") if !NAMED.contains(&state) => ("twprd", 2),
            // Elsewhere a road may be called Private Road, Forest Road or Loop, and the number is a unit.
            (b"private" | b"pvt" | b"priv", b"road") if texan => ("pvtrd", 2),
            (b"fs", b"road") => ("forestrd", 2),
            (b"forest", b"road") if western && digits(at + 2) > 1 && self.is(at + 2, DIGITS) => ("forestrd", 2),
            (b"forest", b"service") if self.bytes(at + 2) == b"road" => ("forestrd", 3),
            (b"fire", b"lane") if wooded => ("firelane", 2),
            (b"indian", b"route") => ("indianrte", 2),
            (b"range" | b"rge", b"road") if canadian || placeless && digits(at + 2) > 1 => ("rangerd", 2),
            (b"concession" | b"conc", b"road") if canadian || placeless => ("concession", 2),
            (b"concession" | b"conc", _) if canadian || placeless => ("concession", 1),
            (b"side", b"road") if canadian || placeless => ("sideroad", 2),
            (b"sideroad", _) if canadian || placeless => ("sideroad", 1),
            _ if canadian => return None,
            (b"road", _) if unnamed => ("road", 1),
            (b"avenue", _) if unnamed => ("avenue", 1),
            (b"state", b"loop") if texan => ("loop", 2),
            _ if code(at) == b"tr" && matches!(state, "oh" | "pa" | "in" | "ks") => ("twprd", 1),
            _ if code(at) == b"pr" && state == "tx" => ("pvtrd", 1),
            (b"p", b"r") if state == "tx" => ("pvtrd", 2),
            _ if code(at) == b"lp" && state == "tx" => ("loop", 1),
            (b"loop", _) if texan => ("loop", 1),
            (b"spur", _) if texan => ("spur", 1),
            _ => return None,
        })
    }
}

impl Reader<'_> {
    /// How many words before its number a road has that is called after its state, behind the house number: `TEXAS HWY 71`, `NORTH
    /// CAROLINA HIGHWAY 55`, `INDIANA STATE ROAD 46`, `SOUTH CAROLINA 9`; in Kansas and Michigan also `K-10`, `M-59`.
    pub(super) fn state_road(&self, at: usize) -> Option<usize> {
        if !self.is_behind_house(at) {
            return None;
        }
        let letter = self.letter_of_state();
        // `HWY M-37`, `STATE ROUTE M-37`
        let state = usize::from(self.bytes(at) == b"state");
        let lettered = at + state + usize::from(matches!(self.bytes(at + state), b"highway" | b"route"));
        if self.bytes(lettered).len() == 1 && letter.contains(&self.bytes(lettered)[0]) && self.is(lettered + 1, DIGITS)
        {
            let gap = self.ends.area[lettered + 1].gap;
            if gap == Gap::Hyphen || gap == Gap::Blank && letter.len() == 1 {
                return Some(lettered + 1 - at);
            }
        }
        // Names have up to three words, as far as the number or the kind of the road.
        let is_kind = |at: usize| matches!(self.bytes(at), b"highway" | b"route" | b"state" | b"road");
        let behind = (at + 1..=at + 3).find(|&at| is_kind(at) || self.is_numeric(at))?;
        if !self.is_state(at, behind) {
            return None;
        }
        let state = usize::from(self.bytes(behind) == b"state");
        let kind = match self.bytes(behind + state) {
            b"highway" | b"route" => 1,
            b"road" if state > 0 => 1,
            // One word is read below.
            // `100 NEW YORK 204`: the name of a city as well, and a flat.
            _ if state == 0 && (behind > at + 1 && self.bytes(at + 1) != b"york" || self.bytes(behind) == b"a1a") => 0,
            _ => return None,
        };
        let number = behind + state + kind;
        (self.is_road_number(number) && self.bytes(number).len() <= 4).then_some(number - at)
    }

    /// Whether a word is a house number, or the end of one (`418-B`, `418-420`). `BLDG 5 FL 2`, `MAIN ST 5 FL 2`: a unit.
    pub(super) fn is_house(&self, at: usize) -> bool {
        let letter = at > 0
            && self.bytes(at).len() == 1
            && self.is(at - 1, DIGITS)
            && self.ends.area[at].gap <= Gap::Hyphen
            && !self.is(at, Word::DIRECTIONAL);
        let unit = || self.is(at - 1, Word::UNIT) || self.bytes(at - 1) == b"#";
        (self.is_numeric(at) || letter)
            && !self.is(at, Word::ORDINAL | ROUTE)
            && (at == 0 || !unit() && !(0..at).any(|before| self.is(before, Word::PRIMARY)))
    }

    /// Whether a place lies right behind a house number, or behind one and a direction.
    pub(super) fn is_behind_house(&self, at: usize) -> bool {
        at > 0 && self.is_house(at - 1) || at > 1 && self.is(at - 1, Word::DIRECTIONAL) && self.is_house(at - 2)
    }

    /// The letter that roads of the state have before their number in Kansas and Michigan; either, where nothing says which state.
    pub(super) fn letter_of_state(&self) -> &'static [u8] {
        let of_zip = || self.ends.postcode.zip_prefix().and_then(tables::zip_region).unwrap_or(0);
        let region = if self.ends.region == 0 { of_zip() } else { self.ends.region };
        match tables::region_code(region) {
            Some(("US", "ks")) => b"k",
            Some(("US", "mi")) => b"m",
            None if self.ends.country.is_none() && self.ends.postcode.is_empty() => b"km",
            _ => b"",
        }
    }

    /// `12 M37`, `12 HWY K10` are read as they are behind a hyphen.
    pub(super) fn part_lettered_road(&mut self) {
        let letter = self.letter_of_state();
        let glued = |at: usize| match self.bytes(at) {
            [first, number @ ..] => {
                letter.contains(first) && (1..=3).contains(&number.len()) && number.iter().all(u8::is_ascii_digit)
            }
            _ => false,
        };
        let behind = |at: usize| self.is_behind_house(at) || matches!(self.bytes(at - 1), b"highway" | b"route");
        let found = (1..self.ends.area.len()).find(|&at| self.is(at, MIXED) && glued(at) && behind(at));
        let Some(at) = found.filter(|_| !letter.is_empty()) else { return };
        let name = self.ends.area[at];
        let (from, to) = (usize::from(name.start), usize::from(name.start) + usize::from(name.len));
        self.ends.area[at] = Lexeme::plain(from, from + 1, name.gap, 0);
        self.ends.area.insert(at + 1, Lexeme::plain(from + 1, to, Gap::Hyphen, DIGITS));
    }

    /// Whether some words are the state that the address lies in.
    fn is_state(&self, from: usize, to: usize) -> bool {
        let words = &self.ends.area[from..to];
        if words.iter().skip(1).any(|word| word.gap > Gap::Blank) {
            return false;
        }
        let region = match words {
            [word] => tables::region_of("US", self.ends.lexer.code(word)),
            _ => tables::region_of("US", self.ends.lexer.key_of(words)),
        };
        let own = match self.ends.region {
            0 => self.ends.postcode.zip_prefix().and_then(tables::zip_region),
            state => Some(state),
        };
        region.is_some_and(|region| own.map_or(words.len() > 1 || words[0].len > 3, |own| own == region))
    }
}

/// A grid number such as `n6w23001`.
fn is_grid(text: &[u8]) -> bool {
    let Some((&first, rest)) = text.split_first() else { return false };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let Some((&second, last)) = rest[digits..].split_first() else { return false };
    let across = matches!((first, second), (b'n' | b's', b'e' | b'w') | (b'e' | b'w', b'n' | b's'));
    across && digits > 0 && (3..=6).contains(&last.len()) && last.iter().all(u8::is_ascii_digit)
}

/// States in which a road may be called Township Road, without a number: `#5` is a unit there.
const NAMED: [&str; 12] = ["ma", "me", "nh", "ri", "ct", "vt", "nj", "ny", "md", "de", "ca", "tn"];
