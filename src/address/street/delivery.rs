//! What stands in place of a street or has a number of its own: boxes, rural and numbered routes.

use super::{Delivery, DeliveryKind, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, ROUTE, are_of_owner};
use crate::tables::address::{self as tables, CityFit, Role, Word};
use smallvec::SmallVec;

impl Reader<'_> {
    /// PO boxes, rural routes, boxes of the armed forces, general delivery.
    pub(super) fn delivery(&mut self) {
        // All but general delivery has a number, or a letter in its place, behind its first word.
        let numbered = |at: usize| self.is_numeric(at) || self.bytes(at).len() == 1;
        if !(1..self.ends.area.len()).any(|at| numbered(at) || self.bytes(at) == b"delivery") {
            return;
        }
        self.part_glued_route();
        let site = self.site();
        // A box that stands first, without PO before it.
        let mut bare_box = false;
        let mut at = 0;
        while at < self.ends.area.len() {
            // `P0 BOX 14`: a zero for the letter.
            let zero = self.bytes(at) == b"p0" && self.bytes(at + 1) == b"box";
            if (self.is_numeric(at) || !self.ends.area[at].may(Role::BOX)) && !zero {
                at += 1;
                continue;
            }
            let kind_and_width = match (self.bytes(at), self.bytes(at + 1), self.bytes(at + 2)) {
                (b"po" | b"gpo", b"box" | b"drawer", _) | (b"caixa", b"postal", _) | (b"casella", b"postale", _) => {
                    Some((DeliveryKind::PoBox, 2))
                }
                (b"p", b"o" | b"0", b"box" | b"drawer")
                | (b"post", b"office" | b"ofc", b"box")
                | (b"apartado", b"de", b"correos") => Some((DeliveryKind::PoBox, 3)),
                (b"p" | b"p0" | b"lock", b"box", _)
                | (b"apartado", b"postal", _)
                | (b"locked", b"bag", _)
                | (b"private", b"bag", _) => Some((DeliveryKind::PoBox, 2)),
                (b"po", _, _) if self.is_short_box(at, 1) => Some((DeliveryKind::PoBox, 1)),
                (b"p", b"o", _) if self.is_short_box(at, 2) => Some((DeliveryKind::PoBox, 2)),
                (b"pobox" | b"pob" | b"postfach" | b"apartado" | b"postbus" | b"lockbox", _, _) => {
                    Some((DeliveryKind::PoBox, 1))
                }
                (b"box" | b"drawer" | b"caller", _, _) if at == 0 => Some((DeliveryKind::PoBox, 1)),
                (b"box", _, _) if self.is_box_of_owner(at) => Some((DeliveryKind::PoBox, 1)),
                (b"bp", _, _) if at == 0 || self.ends.area[at].gap == Gap::Comma || self.is(at + 1, DIGITS) => {
                    Some((DeliveryKind::PoBox, 1))
                }
                // `CP 155`: case postale; elsewhere these letters stand before a postcode.
                _ if self.country_is(&["CA"]) && self.ends.lexer.code(&self.ends.area[at]) == b"cp" => {
                    Some((DeliveryKind::PoBox, 1))
                }
                (b"case", b"postale", _) => Some((DeliveryKind::PoBox, 2)),
                // `1201 RR 620`: a ranch road of Texas.
                (b"rr", _, _) if self.is_ranch_road(at) => None,
                (b"rr" | b"rfd", _, _) => Some((DeliveryKind::RuralRoute, 1)),
                (b"rural", b"route", _) | (b"rural", b"delivery", _) => Some((DeliveryKind::RuralRoute, 2)),
                (b"road", _, _) if at == 0 => Some((DeliveryKind::RuralRoute, 1)),
                // `R R 3 BOX 88`, `H C 61 BOX 9`: the letters are written apart.
                (b"r", b"r", _) if self.is_numeric(at + 2) => Some((DeliveryKind::RuralRoute, 2)),
                (b"r", b"d", _) if self.is_route_and_box(at + 2) => Some((DeliveryKind::RuralRoute, 2)),
                (b"h", b"c", b"r") if self.is_numeric(at + 3) => Some((DeliveryKind::HighwayContract, 3)),
                (b"h", b"c", _) if self.is_numeric(at + 2) => Some((DeliveryKind::HighwayContract, 2)),
                // `RT 3 BOX 88`, `R 3 BOX 88`; behind a house number it is a numbered route.
                (b"route" | b"r", _, _)
                    if self.is_route_and_box(at + 1) && !(0..at).any(|before| self.is_numeric(before)) =>
                {
                    Some((DeliveryKind::RuralRoute, 1))
                }
                // `BOX 88 RT 3`
                (b"route" | b"r", _, _) if at == 0 && bare_box && self.is(1, DIGITS) && self.is_plainly_american() => {
                    Some((DeliveryKind::RuralRoute, 1))
                }
                (b"hc" | b"hcr", _, _) => Some((DeliveryKind::HighwayContract, 1)),
                (b"highway", b"contract", b"route") if self.is_numeric(at + 3) => {
                    Some((DeliveryKind::HighwayContract, 3))
                }
                (b"star" | b"highway", b"route" | b"contract", _)
                    if self.is_numeric(at + 2) && self.bytes(at + 3) == b"box" =>
                {
                    Some((DeliveryKind::HighwayContract, 2))
                }
                (b"star", b"route", _) => Some((DeliveryKind::HighwayContract, 2)),
                (b"psc" | b"cmr", _, _) => Some((DeliveryKind::Military, 1)),
                (b"unit", _, b"box") => Some((DeliveryKind::Military, 1)),
                (b"unit", b"#", _) if self.bytes(at + 3) == b"box" => Some((DeliveryKind::Military, 1)),
                (b"general" | b"gen", b"delivery", _) => {
                    self.push_delivery(Delivery { kind: DeliveryKind::General, route: None, number: None });
                    self.take(at, at + 2);
                    continue;
                }
                _ => None,
            };
            let Some((kind, width)) = kind_and_width else {
                at += 1;
                continue;
            };
            let mut end = at + width;
            if self.bytes(end) == b"#" || self.bytes(end) == b"no" {
                end += 1;
            }
            let single = self.ends.area.get(end).is_some_and(|lexeme| self.ends.lexer.bytes(lexeme).len() == 1);
            if !(self.is_numeric(end) || single && kind == DeliveryKind::PoBox) {
                at += 1;
                continue;
            }
            let mut first = self.ends.area[end];
            end += 1;
            // `POSTFACH 12 03`: German box numbers are written in pairs of digits.
            let pair = |reader: &Self, at: usize| reader.is(at, DIGITS) && reader.bytes(at).len() == 2;
            if self.bytes(at) == b"postfach" {
                while pair(self, end) && self.ends.area[end].gap == Gap::Blank && self.bytes(end - 1).len() <= 2 {
                    let joined: SmallVec<[u8; 16]> =
                        self.ends.lexer.bytes(&first).iter().chain(self.bytes(end)).copied().take(16).collect();
                    first = self.ends.lexer.joined(&joined, first.gap);
                    end += 1;
                }
            }
            if self.is_letter_of_box(end) {
                first = self.with_letter(first, end);
                end += 1;
            }
            let mut delivery = Delivery { kind, route: None, number: Some(first) };
            if kind != DeliveryKind::PoBox {
                delivery = Delivery { kind, route: Some(first), number: None };
                // `PSC 473 BOX #1182`
                let number = end + 1 + usize::from(self.bytes(end + 1) == b"#");
                if self.bytes(end) == b"box" && self.is_numeric(number) {
                    let number = self.ends.area[number];
                    end += 2 + usize::from(self.bytes(end + 1) == b"#");
                    let letter = self.is_letter_of_box(end);
                    delivery.number = Some(if letter { self.with_letter(number, end) } else { number });
                    end += usize::from(letter);
                }
            }
            // `BOX 5 RR 1`: the box of the route stands before it.
            let route = matches!(kind, DeliveryKind::RuralRoute | DeliveryKind::HighwayContract);
            if bare_box && at == 0 && route && delivery.number.is_none() {
                delivery.number = self.street.deliveries.pop().and_then(|before| before.number);
            }
            bare_box = kind == DeliveryKind::PoBox && at == 0 && self.bytes(at) == b"box";
            self.push_delivery(delivery);
            self.take(at, end);
        }
        let Some(site) = site else { return };
        let route = |delivery: &&mut Delivery| delivery.kind == DeliveryKind::RuralRoute && delivery.number.is_none();
        match self.street.deliveries.iter_mut().find(route) {
            Some(delivery) => delivery.number = Some(site),
            None => self.push_delivery(Delivery { kind: DeliveryKind::RuralRoute, route: None, number: Some(site) }),
        }
    }

    /// `SITE 12 BOX 8 RR 1`, `RR 1 SITE 12 COMP 8`: in Canada the boxes of a rural route stand at sites, and are numbered at each. Takes
    /// both numbers out, as one.
    fn site(&mut self) -> Option<Lexeme> {
        if !self.country_is(&["CA"]) {
            return None;
        }
        // `SITE NO 12`
        if let Some(mark) =
            (1..self.ends.area.len()).find(|&at| self.bytes(at) == b"no" && self.bytes(at - 1) == b"site")
        {
            self.ends.area.remove(mark);
        }
        let boxed =
            |at: usize| matches!(self.bytes(at), b"box" | b"comp" | b"compartment" | b"c") && self.is_numeric(at + 1);
        let len = self.ends.area.len();
        let at = (0..len).find(|&at| self.bytes(at) == b"site" && self.is_numeric(at + 1))?;
        // The box behind its site, or before it.
        let with = [Some(at + 2), at.checked_sub(2)].into_iter().flatten().find(|&with| boxed(with))?;
        let mut number: SmallVec<[u8; 16]> = SmallVec::from_slice(self.bytes(at + 1));
        number.push(b'-');
        number.extend_from_slice(self.bytes(with + 1));
        // What is longer is no number of a box; cut, it would be another's as well.
        if number.len() > 16 {
            return None;
        }
        let from = at.min(with);
        let gap = self.ends.area[from].gap;
        self.take(from, from + 4);
        Some(self.ends.lexer.joined(&number, gap))
    }

    /// `BOX 221-B`, `BOX 221 B` before a city: whether the letter at a place belongs to the number of the box before it. Cities begin
    /// with a direction, and with the letters of `O FALLON`, `L ANSE` and `D IBERVILLE`.
    fn is_letter_of_box(&self, at: usize) -> bool {
        let Some(letter) = self.ends.area.get(at).filter(|letter| letter.is_word() && self.bytes(at).len() == 1) else {
            return false;
        };
        // `F WORTH` is a city with its first word cut short.
        let word = |next: &Lexeme| next.gap >= Gap::Comma || next.is_word() && self.begins_city(at + 1);
        let parted = || {
            letter.gap == Gap::Blank
                && !letter.is(Word::DIRECTIONAL)
                && !matches!(self.bytes(at), b"o" | b"l" | b"d")
                && self.ends.area.get(at + 1).is_none_or(word)
                && self.is_plainly_american()
                && !self.is_short_mount(at)
        };
        letter.gap == Gap::Hyphen || parted()
    }

    /// `PO BOX 31 M VERNON`: whether a letter is short for the Mount or Fort of a city that fits the place as well as the words behind it.
    fn is_short_mount(&self, at: usize) -> bool {
        let whole: &[u8] = match self.bytes(at) {
            b"m" => b"mount",
            b"f" => b"fort",
            _ => return false,
        };
        let Some(city) = self.ends.area.get(at + 1..).filter(|city| !city.is_empty()) else { return false };
        let hash = tables::city_hash(self.ends.lexer.city_hash(city), crate::address::hash(whole));
        let rank = |fit: CityFit| match fit {
            CityFit::Zip => 2,
            CityFit::State => 1,
            CityFit::Unknown => 0,
        };
        let with = rank(tables::city_fit(hash, self.ends.postcode.zip_prefix(), self.state()));
        with > 0 && with >= rank(self.city_fit(at + 1))
    }

    /// The number of a box with the letter behind it as one.
    fn with_letter(&mut self, number: Lexeme, letter: usize) -> Lexeme {
        let joined: SmallVec<[u8; 16]> =
            self.ends.lexer.bytes(&number).iter().chain(self.bytes(letter)).copied().take(16).collect();
        self.ends.lexer.joined(&joined, number.gap)
    }

    /// `R3 BOX 88`: a rural route by one letter, written as one word with its number.
    fn part_glued_route(&mut self) {
        let [b'r', digits @ ..] = self.bytes(0) else { return };
        let route = self.is(0, MIXED) && digits.len() <= 2 && digits.iter().all(u8::is_ascii_digit);
        if route && self.bytes(1) == b"box" && self.is_numeric(2) {
            let Lexeme { start, len, gap, .. } = self.ends.area[0];
            let (from, to) = (usize::from(start), usize::from(start) + usize::from(len));
            self.ends.area[0] = Lexeme::plain(from + 1, to, Gap::Blank, DIGITS);
            let letters = self.ends.lexer.written("rr", gap, 0);
            self.ends.area.insert(0, letters);
        }
    }

    /// `JANE DOE BOX 63 CORDOVA AK`: a box behind nothing but the words of an owner, and no part of the name of a street.
    fn is_box_of_owner(&self, at: usize) -> bool {
        at > 1
            && self.is(at + 1, DIGITS)
            && self.is_plainly_american()
            && are_of_owner(&self.ends.area[..at])
            && !(at + 2..self.ends.area.len()).any(|at| self.is(at, Word::PRIMARY) || self.is_numeric(at))
    }

    /// `3 BOX 88`, `#3 BOX 88`
    fn is_route_and_box(&self, at: usize) -> bool {
        let number = at + usize::from(self.bytes(at) == b"#");
        self.is_numeric(number) && self.bytes(number + 1) == b"box" && self.is_numeric(number + 2)
    }

    /// Keeps a box or route. A third one is not held: the address is not read whole then.
    pub(super) fn push_delivery(&mut self, delivery: Delivery) {
        if self.street.deliveries.len() < 2 {
            self.street.deliveries.push(delivery);
        } else {
            self.ends.lexer.cut = true;
        }
    }

    /// Whether `RR` at a place stands behind a house number, in Texas, without a box.
    fn is_ranch_road(&self, at: usize) -> bool {
        at > 0
            && self.is_numeric(at - 1)
            && self.is(at + 1, DIGITS)
            && self.bytes(at + 2) != b"box"
            && tables::region_code(self.ends.region) == Some(("US", "tx"))
    }

    /// Whether a word is the state that the address lies in; its name also where the line does not say which that is.
    pub(super) fn is_own_state(&self, at: usize) -> bool {
        // As it is written: `KY` is no Key, `CT` no Court.
        let Some(word) = self.ends.area.get(at) else { return false };
        let Some(region) = tables::region_of("US", self.ends.lexer.code(word)) else { return false };
        if self.ends.region != 0 {
            return self.ends.region == region;
        }
        let of_zip = self.ends.postcode.zip_prefix().and_then(tables::zip_region);
        // `418 KY 52`
        let placeless = || self.ends.country.is_none() && self.ends.postcode.is_empty() && self.is_house(at - 1);
        (self.bytes(at).len() > 3 || word.raw_len == 2 && at > 0 && placeless())
            && of_zip.is_none_or(|state| state == region)
    }

    /// Whether a word is the code of a state, in its own spelling: WY is no Way, CT no Court.
    fn is_state_code(&self, at: usize) -> bool {
        let code = self.ends.lexer.code(&self.ends.area[at]);
        code.len() == 2 && tables::region_of("US", code).is_some()
    }

    /// `PO 882`, `P.O. # 882` in the United States: a box without its word, behind which no street stands.
    fn is_short_box(&self, at: usize, width: usize) -> bool {
        let number = at + width + usize::from(self.bytes(at + width) == b"#");
        let typed = || (number + 1..self.ends.area.len()).any(|at| self.is(at, Word::PRIMARY));
        let ends =
            self.ends.area.get(number + 1).is_none_or(|next| next.gap >= Gap::Comma || next.is_word() && !typed());
        self.is(number, DIGITS) && ends && self.is_plainly_american()
    }

    /// Numbered routes: `US HWY 41`, `COUNTY ROAD 12`, `SR 39`, `I-10`. Kind and number become words of the street. A numbered
    /// route has its number behind its first word.
    pub(super) fn routes(&mut self) {
        let mut at = 0;
        while at < self.ends.area.len() {
            if self.is_numeric(at) {
                at += 1;
                continue;
            }
            // A route begins with its kind, with the code of a state, or with the name of one behind the house number.
            let state = self.ends.area[at].raw_len == 2 || at > 0 && self.is(at + 1, DIGITS) && self.is_house(at - 1);
            let of_state = self.state_road(at);
            if of_state.is_none() && !state && !self.ends.area[at].may(Role::ROUTE) {
                at += 1;
                continue;
            }
            let (written, width) = match (self.bytes(at), self.bytes(at + 1)) {
                _ if of_state.is_some() => ("sr", of_state.unwrap_or_default()),
                (b"us", b"highway" | b"route") => ("ushwy", 2),
                (b"u", b"s") if matches!(self.bytes(at + 2), b"highway" | b"route") => ("ushwy", 3),
                (b"u", b"s") if at == 1 => ("ushwy", 2),
                (b"county" | b"co" | b"cnty" | b"cty", b"road" | b"route" | b"highway") => ("cr", 2),
                (b"state" | b"street", b"route" | b"road" | b"highway") if self.is(at + 2, DIGITS) => ("sr", 2),
                // `STATE ROUTE 17K`, `NYS ROUTE 17K`
                (b"state", b"route" | b"road" | b"highway") | (b"street", b"route") if self.is_road_number(at + 2) => {
                    ("sr", 2)
                }
                // `STATE ROUTE #9`
                (b"state", b"route" | b"highway") if self.bytes(at + 2) == b"#" && self.is(at + 3, DIGITS) => ("sr", 2),
                (b"nys", b"route" | b"highway" | b"road") => ("sr", 2),
                (b"r", b"t") if at == 1 => ("route", 2),
                (b"s", b"r") if at == 1 => ("sr", 2),
                (b"c", b"r") if at == 1 => ("cr", 2),
                (b"f", b"m") if at == 1 => ("fm", 2),
                (b"ranch", b"road") => ("rm", 2),
                (b"fm" | b"farm", b"road") => ("fm", 2),
                (b"farm" | b"ranch", b"to") if self.bytes(at + 2) == b"market" => {
                    let road = self.bytes(at + 3) == b"road";
                    (if self.bytes(at) == b"farm" { "fm" } else { "rm" }, 3 + usize::from(road))
                }
                (b"rr" | b"rm", _) if self.is_ranch_road(at) => ("rm", 1),
                // `NC HIGHWAY 54`
                (_, b"highway" | b"route")
                    if at > 0 && self.is_numeric(at - 1) && self.is_road_number(at + 2) && self.is_state_code(at) =>
                {
                    ("sr", 2)
                }
                (b"us", _) => ("ushwy", 1),
                (b"cr" | b"cord" | b"cth", _) => ("cr", 1),
                // `12 FR 123`: a farm road of Missouri.
                (b"fr", _) if at == 1 && tables::region_code(self.ends.region) == Some(("US", "mo")) => ("fm", 1),
                (b"sr" | b"sh", _) => ("sr", 1),
                // `STH 33`: a state trunk highway of Wisconsin; elsewhere it is South.
                _ if self.ends.lexer.code(&self.ends.area[at]) == b"sth"
                    && tables::region_code(self.ends.region) == Some(("US", "wi")) =>
                {
                    ("sr", 1)
                }
                (b"i" | b"interstate" | b"ih", _) => ("interstate", 1),
                // `TX-16`
                _ if at > 0
                    && self.is_numeric(at - 1)
                    && self.is_road_number(at + 1)
                    && self.ends.area[at + 1].gap == Gap::Hyphen
                    && self.is_state_code(at) =>
                {
                    ("sr", 1)
                }
                // `3928 VERMONT 122`, `300 NC 54`: the road of the state that the address lies in.
                (_, _)
                    if at > 0
                        && self.is_house(at - 1)
                        && self.is(at + 1, DIGITS)
                        // `3540 NE 30TH ST`
                        && !self.is(at + 1, Word::ORDINAL)
                        && self.bytes(at + 1).len() <= 3
                        && self.is_own_state(at) =>
                {
                    ("sr", 1)
                }
                (b"fm", _) => ("fm", 1),
                (b"highway", _) => ("highway", 1),
                (b"route", _) => ("route", 1),
                _ => {
                    at += 1;
                    continue;
                }
            };
            let number = at + width;
            // `COUNTY ROAD NO 12`, `CR #12`; behind the name of a highway or a route the mark is that of a unit.
            let mark = match self.bytes(number) {
                b"no" | b"number" => true,
                b"#" => {
                    let called = || match written {
                        // `COUNTY ROAD #9 APT 4`
                        "cr" | "fm" if self.ends.area.get(number + 2).is_some_and(|next| next.unit.is_some()) => true,
                        // A road may be called County Road, and have few units.
                        "cr" | "fm" => width == 1 || self.bytes(number + 1).len() > 2 && !self.names_its_roads(),
                        "sr" | "ushwy" => true,
                        "highway" | "route" => self.is_house(at - 1),
                        _ => false,
                    };
                    self.is_behind_house(at) && called() && self.ends.area[number].gap <= Gap::Blank
                }
                _ => false,
            };
            if mark && self.is(number + 1, DIGITS) {
                self.ends.area.remove(number);
            }
            if self.is(number, DIGITS | MIXED) && self.ends.area[number].gap <= Gap::Hyphen {
                let gap = self.ends.area[at].gap;
                self.ends.area.drain(at..at + width - 1);
                self.ends.area[at] = self.ends.lexer.written(written, gap, ROUTE | Word::SUFFIX);
                self.ends.area[at + 1].classes = self.ends.area[at + 1].classes & !MIXED | DIGITS | ROUTE;
                self.ends.area[at + 1].gap = Gap::Blank;
                self.letter_of_road(at + 1);
                // `K-10 HWY`
                let again = of_state.is_some() && self.bytes(at + 2) == b"highway" && !self.is_numeric(at + 3);
                if again && self.ends.area[at + 2].gap == Gap::Blank {
                    self.ends.area.remove(at + 2);
                }
                at += 1;
            }
            at += 1;
        }
    }

    /// Whether a lexeme is the number of a road: digits, perhaps with a letter behind them; the road along the coast of Florida
    /// has one before them as well.
    pub(super) fn is_road_number(&self, at: usize) -> bool {
        let digit = || self.bytes(at).first().is_some_and(u8::is_ascii_digit);
        self.is(at, DIGITS) || self.is(at, MIXED) && (digit() || self.bytes(at) == b"a1a")
    }

    /// `ROUTE 9-W`, `ROUTE 9 W` along the Hudson, in New York and the north-eastern corner of New Jersey: the letter belongs to the
    /// number. Elsewhere such a letter is a direction (`HIGHWAY 31-S`) or a unit (`HIGHWAY 9 B`).
    fn letter_of_road(&mut self, at: usize) {
        let hudson = match tables::region_code(self.ends.region) {
            Some(("US", "ny")) => true,
            Some(("US", "nj")) => self.ends.postcode.zip_prefix() == Some(76),
            _ => false,
        };
        let near = |letter: &Lexeme| {
            // `ROUTE 9 W CREEK NJ` is in West Creek.
            letter.gap == Gap::Hyphen || letter.gap == Gap::Blank && !self.begins_city(at + 1)
        };
        let letter = self.ends.area.get(at + 1).filter(|_| hudson && self.bytes(at) == b"9");
        if letter.is_some_and(|letter| self.ends.lexer.code(letter) == b"w" && near(letter)) {
            let gap = self.ends.area[at].gap;
            self.ends.area[at] = self.ends.lexer.joined(b"9w", gap);
            self.ends.area[at].classes = DIGITS | ROUTE;
            self.ends.area.remove(at + 1);
        }
    }
}
