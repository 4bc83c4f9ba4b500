//! The street area of an address: boxes and routes, units and the house number are taken out; words are left.

use super::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED, ROUTE};
use super::number::HouseNumber;
use super::read::{Ends, Lexemes};
use crate::tables::address::{Identifier, UnitKind, Word};
use smallvec::SmallVec;

/// What kind of delivery stands in place of a street.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum DeliveryKind {
    /// A post office box.
    PoBox,
    /// A rural route (RR, RFD, RD) and its box.
    RuralRoute,
    /// A highway contract route (HC, star route) and its box.
    HighwayContract,
    /// PSC, CMR or UNIT of the armed forces, and its box.
    Military,
    /// General delivery.
    General,
}

/// A box or a route.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delivery {
    pub(super) kind: DeliveryKind,
    /// The number of the route; nothing for a post office box.
    pub(super) route: Option<Lexeme>,
    /// The number of the box.
    pub(super) number: Option<Lexeme>,
}

/// A unit as it was found: its kind, its standard designator and the lexemes of its identifier.
#[derive(Clone, Debug)]
pub(super) struct FoundUnit {
    pub(super) kind: UnitKind,
    /// The standard designator; empty where none was written.
    pub(super) designator: &'static str,
    pub(super) identifier: SmallVec<[Lexeme; 3]>,
}

/// What the street area holds.
#[derive(Debug, Default)]
pub(super) struct Street {
    pub(super) delivery: Option<Delivery>,
    pub(super) units: SmallVec<[FoundUnit; 2]>,
    pub(super) number: HouseNumber,
    /// Words before the house number: a building, a company, a person.
    pub(super) name: Lexemes,
    /// The words of the street; of the city too where it is not known which those are.
    pub(super) words: Lexemes,
    /// Words for another person were left out (`C/O`, `ATTN`).
    pub(super) has_care_of: bool,
}

/// Reads the street area. Whether the city may stand at its end is known from [`Ends::city`].
pub(super) fn read(ends: &mut Ends) -> Street {
    let mut street = Street::default();
    let mut area = core::mem::take(&mut ends.area);
    let second_line = ends.second_line;
    let mut reader = Reader { ends, area: &mut area, street: &mut street };
    reader.care_of();
    reader.grid();
    reader.types_by_neighbour();
    reader.delivery();
    reader.routes();
    reader.units();
    reader.number(second_line);
    street
}

/// The area while it is read; the deliveries are read in `delivery.rs`.
pub(super) struct Reader<'a> {
    pub(super) ends: &'a mut Ends,
    pub(super) area: &'a mut Lexemes,
    pub(super) street: &'a mut Street,
}

impl Reader<'_> {
    pub(super) fn text(&self, at: usize) -> &str {
        self.area.get(at).map_or("", |lexeme| self.ends.lexer.text(lexeme))
    }

    pub(super) fn is(&self, at: usize, classes: u16) -> bool {
        self.area.get(at).is_some_and(|lexeme| lexeme.is(classes))
    }

    pub(super) fn is_numeric(&self, at: usize) -> bool {
        self.is(at, DIGITS | MIXED)
    }

    /// Takes lexemes out; what follows stands behind a gap.
    pub(super) fn take(&mut self, from: usize, to: usize) {
        let comma = self.area[from..to].iter().any(|lexeme| lexeme.gap >= Gap::Comma);
        self.area.drain(from..to);
        if let Some(next) = self.area.get_mut(from) {
            if from > 0 || comma {
                next.gap = Gap::Taken;
            }
        }
    }

    fn country_is(&self, codes: &[&str]) -> bool {
        self.ends.country.is_some_and(|country| codes.contains(&country.code()))
    }

    /// `C/O J SMITH`, `ATTN ACCOUNTING`: up to the next comma or house number.
    fn care_of(&mut self) {
        let mut at = 0;
        while at < self.area.len() {
            let co = self.text(at) == "c" && self.text(at + 1) == "o" && self.area[at + 1].gap == Gap::Slash;
            if co || matches!(self.text(at), "attn" | "attention" | "fao") {
                let from = at;
                at += if co { 2 } else { 1 };
                while at < self.area.len()
                    && self.area[at].gap < Gap::Comma
                    && !self.is_numeric(at)
                    && self.text(at) != "po"
                {
                    at += 1;
                }
                self.area.drain(from..at);
                self.street.has_care_of = true;
                at = from;
            } else {
                at += 1;
            }
        }
    }

    /// `C/ MAYOR`, `R DAS FLORES`: one letter that stands for the type of the street.
    fn types_by_neighbour(&mut self) {
        for at in 0..self.area.len() {
            // The area shrinks where two lexemes become one.
            if at + 1 >= self.area.len() {
                break;
            }
            // `KERK STR`: short for Street where English is written.
            if at > 0
                && self.country_is(&NUMBER_FIRST)
                && self.ends.lexer.code(&self.area[at]) == "str"
                && self.text(at) == "strasse"
            {
                let gap = self.area[at].gap;
                self.area[at] = Lexer::table("street", gap, Word::SUFFIX | Word::PRIMARY);
                continue;
            }
            let first = at == 0 || self.is_numeric(at - 1) || self.area[at].gap == Gap::Comma;
            if !first || !self.area[at + 1].is_word() {
                continue;
            }
            let particle = self.text(at + 1);
            // `V.LE EUROPA`: the stop inside parts what is one word.
            let joined = match (self.text(at), particle) {
                ("v", "le") => Some("viale"),
                ("c", "so") => Some("corso"),
                ("l", "go") => Some("largo"),
                ("p", "za" | "zza") => Some("piazza"),
                _ => None,
            };
            if let Some(written) = joined.filter(|_| at + 2 < self.area.len()) {
                let gap = self.area[at].gap;
                self.area.remove(at);
                self.area[at] = Lexer::table(written, gap, Word::BEFORE);
                continue;
            }
            let written = match (self.text(at), particle) {
                ("c", _) if self.area[at].slashed || self.country_is(&["ES", "MX"]) => "calle",
                ("c", "de" | "del") => "calle",
                (_, _) if self.country_is(&["ES"]) && self.ends.lexer.code(&self.area[at]) == "cl" => "calle",
                ("ch", _) if self.country_is(&["CH", "FR", "BE", "LU"]) => "chemin",
                ("ch", "de" | "des" | "du") => "chemin",
                ("r", _) if self.country_is(&["BR", "PT"]) => "rua",
                ("r", _) if self.country_is(&["FR", "BE", "LU"]) => "rue",
                ("r", "das" | "dos" | "do" | "da") => "rua",
                ("r", "des" | "du" | "la" | "de") => "rue",
                ("v", _) if self.country_is(&["IT"]) => "via",
                _ => continue,
            };
            let gap = self.area[at].gap;
            self.area[at] = Lexer::table(written, gap, Word::BEFORE);
        }
    }

    /// The identifier of a unit that begins at `at`: its lexemes end where the answer says.
    fn identifier_end(&self, at: usize) -> Option<usize> {
        let lexeme = self.area.get(at)?;
        let text = self.ends.lexer.text(lexeme);
        let roman = matches!(text, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix");
        if lexeme.is(ROUTE) || !(lexeme.is(DIGITS | MIXED) || text.len() == 1 || roman || text == "ph") {
            return None;
        }
        let mut end = at + 1;
        while self.area.get(end).is_some_and(|next| matches!(next.gap, Gap::Hyphen | Gap::Slash)) && end < at + 3 {
            end += 1;
        }
        // `3 B` at the end of its line is one identifier.
        let letter = self
            .area
            .get(end)
            .is_some_and(|next| next.gap == Gap::Blank && next.is_word() && self.ends.lexer.text(next).len() == 1);
        let ends_line = self.area.get(end + 1).is_none_or(|next| next.gap >= Gap::Comma);
        if end == at + 1 && lexeme.is(DIGITS) && letter && ends_line {
            end += 1;
        }
        Some(end)
    }

    /// The unit that the word at a place names, also by the custom of its country: `15 TOP 9`, `19 M. 4`.
    fn designator(&self, at: usize) -> Option<(UnitKind, Identifier, &'static str)> {
        let lexeme = self.area.get(at)?;
        let behind_number = at > 0 && self.is_numeric(at - 1) && self.is_numeric(at + 1);
        // `U 5 18 GEORGE ST`
        let unit_first = at == 0 && self.is_numeric(1) && self.is_numeric(2) && self.text(0) == "u";
        let national = unit_first && self.country_is(&["AU", "NZ"])
            || behind_number
                && match self.text(at) {
                    "top" => self.country_is(&["AT"]),
                    "m" => self.country_is(&["PL"]),
                    _ => false,
                };
        let unit = lexeme.word.and_then(|word| word.unit);
        unit.or(national.then_some((UnitKind::Generic, Identifier::Follows, "")))
    }

    /// `N6 W 23001`: the grid numbers of Wisconsin are one number, however they are parted.
    fn grid(&mut self) {
        for count in 2..=4.min(self.area.len()) {
            let mut joined: SmallVec<[u8; 16]> = SmallVec::new();
            for lexeme in &self.area[..count] {
                joined.extend(self.ends.lexer.text(lexeme).bytes().take(8));
            }
            let glued = self.area[1..count].iter().all(|lexeme| lexeme.gap < Gap::Comma);
            if glued && is_grid(&joined) {
                let gap = self.area[0].gap;
                let whole = self.ends.lexer.joined(&joined, gap);
                self.area.drain(..count - 1);
                self.area[0] = whole;
                return;
            }
        }
    }

    fn units(&mut self) {
        let mut at = 0;
        while at < self.area.len() {
            let Some((kind, place, designator)) = self.designator(at) else {
                at += 1;
                continue;
            };
            // `BLK 218 SERANGOON AVE 4`: in Singapore the number of the block is the house number.
            if at == 0 && kind == UnitKind::Building && self.is_numeric(1) && self.country_is(&["SG"]) {
                self.area.remove(0);
                continue;
            }
            let before = at.checked_sub(1);
            let ordinal_before = before.filter(|&before| {
                self.is(before, DIGITS) && self.area[at].gap == Gap::Blank && !self.is(before, ROUTE)
            });
            let numbered_floor = kind == UnitKind::Floor
                && ordinal_before.is_some_and(|before| self.is(before, Word::ORDINAL) || place == Identifier::Precedes);
            // Behind the designator, a `No` or `#` may stand before the identifier.
            let mut next = at + 1;
            if matches!(self.text(next), "no" | "#") && self.identifier_end(next + 1).is_some() {
                next += 1;
            }
            let follows = self
                .area
                .get(next)
                .is_some_and(|next| next.gap < Gap::Comma)
                .then(|| self.identifier_end(next))
                .flatten();
            let last = self.area.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma);
            let (from, identifier, to) = match place {
                _ if numbered_floor && (follows.is_none() || self.is(at - 1, Word::ORDINAL)) => {
                    (at - 1, Some(at - 1..at), at + 1)
                }
                Identifier::Follows if follows.is_some() => {
                    let end = follows.unwrap_or(next);
                    (at, Some(next..end), end)
                }
                Identifier::None if follows.is_some_and(|_| designator == "ph") => {
                    let end = follows.unwrap_or(next);
                    (at, Some(next..end), end)
                }
                Identifier::None => (at, None, at + 1),
                Identifier::NoneAtEnd if last && at > 1 && !self.ends_city(at) => (at, None, at + 1),
                _ => {
                    at += 1;
                    continue;
                }
            };
            // A street called `Floor` or `Block` is followed by its suffix.
            if self.is(to, Word::PRIMARY) && self.area[to].gap == Gap::Blank && from == 0 {
                at += 1;
                continue;
            }
            let identifier: SmallVec<[Lexeme; 3]> =
                identifier.map_or_else(SmallVec::new, |range| self.area[range].iter().copied().collect());
            self.street.units.push(FoundUnit { kind, designator, identifier });
            self.take(from, to);
            at = from;
        }
    }

    /// `NICK RD SHADY SIDE MD`: at the end of a line, behind a word that ends no street, a word belongs to the city.
    fn ends_city(&self, at: usize) -> bool {
        self.ends.city.is_none()
            && at + 1 == self.area.len()
            && self.area[at].gap < Gap::Comma
            && !self.is(at - 1, Word::PRIMARY)
    }

    fn push_bare_unit(&mut self, from: usize, to: usize) {
        let identifier = self.area[from..to].iter().copied().collect();
        self.street.units.push(FoundUnit { kind: UnitKind::Generic, designator: "", identifier });
        self.take(from, to);
    }

    fn is_house_number(&self, at: usize) -> bool {
        let Some(lexeme) = self.area.get(at) else { return false };
        let text = self.ends.lexer.text(lexeme).as_bytes();
        if lexeme.is(ROUTE | Word::ORDINAL) {
            return false;
        }
        let starts = text.first().is_some_and(u8::is_ascii_digit);
        let grid = matches!(text.first(), Some(b'n' | b's' | b'e' | b'w'))
            && text.len() > 4
            && text[1..].iter().filter(|byte| byte.is_ascii_digit()).count() > 2;
        lexeme.is(DIGITS) || lexeme.is(MIXED) && (starts || grid)
    }

    /// Where the house number is, and whether it stands behind the street.
    fn number_place(&self) -> Option<(usize, bool)> {
        // `5 DE MAYO 23`: a number before `de` is a date, and the house number comes later.
        let date = self.is(1, Word::PARTICLE) && self.text(1) == "de" && self.area.len() > 2 && self.is_numeric(3);
        if self.is_house_number(0) && !date {
            return Some((0, false));
        }
        let candidates: SmallVec<[usize; 8]> = (1..self.area.len())
            .filter(|&at| self.is_house_number(at) && !matches!(self.area[at].gap, Gap::Hyphen | Gap::Slash))
            .collect();
        let &first = candidates.first()?;
        let street_before = |at: usize| self.area[..at].iter().any(|lexeme| lexeme.is(Word::BEFORE | Word::AFTER));
        // `RESIDENCE LES LILAS 14 RUE DU MOULIN`
        for &at in &candidates {
            if self.is(at + 1, Word::BEFORE) && self.area[at + 1].gap < Gap::Comma && !street_before(at) {
                return Some((at, false));
            }
        }
        let suffix_behind = self.area[first + 1..].iter().any(|lexeme| lexeme.is(Word::PRIMARY | Word::SUFFIX));
        if street_before(first) || date || self.country_is(&NUMBER_BEHIND) {
            // The last number before a comma or a gap: `Calle 5 de Mayo 23`.
            let stop = (first + 1..self.area.len())
                .find(|&at| self.area[at].gap >= Gap::Comma && !self.is_house_number(at))
                .unwrap_or(self.area.len());
            let last = candidates.iter().copied().rfind(|&at| at < stop).unwrap_or(first);
            // Two numbers in a row are house number and unit.
            // So are `5 A 12`, a house with its staircase and flat.
            let stairs = |at: usize| {
                self.text(at).len() == 1 && at > first && self.is_numeric(at - 1) && self.country_is(&STAIRS)
            };
            let run = (first..=last).rev().take_while(|&at| self.is_numeric(at) || stairs(at)).last().unwrap_or(last);
            return Some((run, true));
        }
        let comma_before = self.area[first].gap >= Gap::Comma;
        let suffix_before = self.area[..first].iter().any(|lexeme| lexeme.is(Word::PRIMARY));
        if suffix_behind || comma_before && !suffix_before || self.country_is(&NUMBER_FIRST) && !suffix_before {
            return Some((first, false));
        }
        // `MAIN STREET 5`, `MINAMIDAI 3-14-7`
        Some((first, true))
    }

    fn number(&mut self, second_line: Option<usize>) {
        let _ = second_line;
        let Some((at, behind)) = self.number_place() else {
            self.bare_units_behind_suffix(0);
            self.street.words = core::mem::take(self.area);
            return;
        };
        let end = self.read_number(at, behind);
        if behind {
            self.take(at, end);
            self.bare_units_from(at);
            self.street.words = core::mem::take(self.area);
        } else {
            self.take(at, end);
            let rest: Lexemes = self.area.drain(at..).collect();
            self.street.name = core::mem::take(self.area);
            *self.area = rest;
            if let Some(first) = self.area.first_mut() {
                first.gap = Gap::Blank;
            }
            self.bare_units_behind_suffix(0);
            self.street.words = core::mem::take(self.area);
        }
    }

    /// Reads the number that begins at `at`; returns where it ends. Units before it (`10-123`, `5/22`) are taken too.
    fn read_number(&mut self, at: usize, behind: bool) -> usize {
        let mut chain: SmallVec<[usize; 5]> = SmallVec::new();
        chain.push(at);
        let mut end = at + 1;
        while let Some(next) = self.area.get(end) {
            let glued =
                matches!(next.gap, Gap::Hyphen | Gap::Slash) && self.is_numeric(end) && !next.is(ROUTE | Word::ORDINAL);
            if !glued || chain.len() == 5 {
                break;
            }
            chain.push(end);
            end += 1;
        }
        let slash = chain.len() == 2 && self.area[chain[1]].gap == Gap::Slash;
        let value = |reader: &Self, at: usize| {
            reader
                .text(at)
                .bytes()
                .take_while(u8::is_ascii_digit)
                .fold(0u32, |value, digit| value.saturating_mul(10).saturating_add(u32::from(digit - b'0')))
        };
        let (first, second) = (value(self, at), chain.get(1).map_or(0, |&at| value(self, at)));
        let mut number = HouseNumber::default();
        let mut unit: Option<(usize, usize)> = None;
        let fraction = slash && first < second && matches!(second, 2 | 3 | 4 | 8) && at > 0;
        if slash && !fraction && !behind || chain.len() == 2 && !slash && !behind && self.country_is(&["CA"]) {
            // `5/22 Wattlebird Cres`, `903-1502 Pender St`: the unit stands first.
            unit = Some((at, at + 1));
            chain.remove(0);
        } else if chain.len() == 2 && behind && (slash || second < first && !self.country_is(&["JP"])) {
            unit = Some((chain[1], chain[1] + 1));
            chain.pop();
        } else if chain.len() == 3 && behind && chain[1..].iter().all(|&at| self.area[at].gap == Gap::Slash) {
            // `15/2/9`: house, staircase and door.
            let stair = self.area[chain[1]];
            let identifier = core::iter::once(stair).collect();
            self.street.units.push(FoundUnit { kind: UnitKind::Building, designator: "bldg", identifier });
            unit = Some((chain[2], chain[2] + 1));
            chain.truncate(1);
        } else if chain.len() >= 4 {
            // `3-14-7-502`: block, lot, house and room.
            let last = chain.pop().unwrap_or(at);
            unit = Some((last, last + 1));
        }
        for &place in chain.iter().take(3) {
            number.parts[usize::from(number.count)] = value(self, place);
            number.count += 1;
        }
        let tail = *chain.last().unwrap_or(&at);
        let text: SmallVec<[u8; 16]> = self.text(tail).bytes().take(16).collect();
        if !text.first().is_some_and(u8::is_ascii_digit) || text.contains(&b'.') {
            number = HouseNumber { grid: super::hash(&text) | 1, ..HouseNumber::default() };
        } else {
            let letters: SmallVec<[u8; 16]> = text.iter().copied().skip_while(u8::is_ascii_digit).collect();
            match letters.as_slice() {
                [] => {}
                [letter] => number.letter = *letter,
                b"bis" => number.letter = b'b',
                b"ter" => number.letter = b't',
                b"quater" => number.letter = b'q',
                _ => number.grid = super::hash(&text) | 1,
            }
        }
        if let Some((from, to)) = unit {
            let identifier = self.area[from..to].iter().copied().collect();
            self.street.units.push(FoundUnit { kind: UnitKind::Generic, designator: "", identifier });
        }
        end = self.number_detail(end, &mut number, behind);
        self.street.number = number;
        end
    }

    /// A letter, `bis` or a fraction behind the number.
    fn number_detail(&mut self, mut end: usize, number: &mut HouseNumber, behind: bool) -> usize {
        let Some(next) = self.area.get(end).copied() else { return end };
        let text = self.text(end);
        match text {
            "bis" => (number.letter, end) = (b'b', end + 1),
            "ter"
                if next.gap == Gap::Blank
                    && !behind
                    && self.area.get(end + 1).is_some_and(|after| after.is(Word::BEFORE)) =>
            {
                (number.letter, end) = (b't', end + 1);
            }
            "quater" => (number.letter, end) = (b'q', end + 1),
            _ if text.len() == 1 && next.is_word() && number.letter == 0 && next.gap < Gap::Comma => {
                let glued = matches!(next.gap, Gap::Hyphen | Gap::Slash);
                let after = self.area.get(end + 1);
                // `14 A POND RD`; but `14 A ST` is A Street, `14 N MAIN` a direction, `14 R DU LAC` a street.
                let letter = !next.is(Word::DIRECTIONAL | Word::BEFORE)
                    && !matches!(text, "o" | "l" | "d")
                    && after.is_some_and(|after| {
                        !after.is(Word::PRIMARY | Word::DIRECTIONAL) && after.is_word() && after.gap < Gap::Comma
                    })
                    && self.area[end + 1..].iter().any(|lexeme| lexeme.is(Word::PRIMARY | Word::SUFFIX | Word::BEFORE));
                let at_end = behind && after.is_none_or(|after| after.gap >= Gap::Comma);
                if glued || letter && !behind || at_end && !matches!(text, "o") {
                    (number.letter, end) = (text.as_bytes()[0], end + 1);
                }
            }
            _ if next.is(DIGITS) && next.gap <= Gap::Hyphen && text.len() == 1 => {
                let below = self.area.get(end + 1);
                if let Some(below) = below.filter(|below| below.gap == Gap::Slash && below.is(DIGITS)) {
                    let (up, down) = (text.as_bytes()[0] - b'0', self.ends.lexer.text(below).as_bytes()[0] - b'0');
                    if up < down {
                        (number.fraction, end) = (up << 4 | down, end + 2);
                    }
                }
            }
            _ => {}
        }
        end
    }

    /// `RD 3B ASHEVILLE`: a number right behind the suffix is a unit without a designator.
    fn bare_units_behind_suffix(&mut self, from: usize) {
        let mut at = from + 1;
        while at < self.area.len() {
            let lexeme = self.area[at];
            let suffix = self.is(at - 1, Word::PRIMARY)
                || self.is(at - 1, Word::DIRECTIONAL) && at >= 2 && self.is(at - 2, Word::PRIMARY)
                || self.is(at - 1, Word::SUFFIX) && at >= 2;
            let starts_with_digit = self.text(at).as_bytes().first().is_some_and(u8::is_ascii_digit);
            let mixed = lexeme.is(MIXED) && self.text(at).len() <= 5;
            let end = self.identifier_end(at).unwrap_or(at + 1);
            let at_end = self.area.get(end).is_none_or(|next| next.gap >= Gap::Comma || next.is_word());
            if (suffix || lexeme.gap >= Gap::Comma)
                && (lexeme.is(DIGITS) && starts_with_digit || mixed)
                && !lexeme.is(ROUTE | Word::ORDINAL)
                && at_end
                && !self.is(at - 1, ROUTE)
            {
                self.push_bare_unit(at, end);
            } else {
                at += 1;
            }
        }
    }

    /// `23 3 B`, `112 III`: what follows a house number behind the street and is a number or a letter is a unit.
    fn bare_units_from(&mut self, at: usize) {
        let mut end = at;
        while let Some(lexeme) = self.area.get(end) {
            let text = self.ends.lexer.text(lexeme);
            let roman = matches!(text, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix");
            let small = lexeme.is(DIGITS | MIXED) && !lexeme.is(ROUTE) && text.len() <= 5
                || roman
                || end > at && SIDES.contains(&text)
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

/// A grid number such as `n6w23001`.
fn is_grid(text: &[u8]) -> bool {
    let Some((&first, rest)) = text.split_first() else { return false };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let Some((&second, last)) = rest[digits..].split_first() else { return false };
    let across = matches!((first, second), (b'n' | b's', b'e' | b'w') | (b'e' | b'w', b'n' | b's'));
    across && digits > 0 && (3..=6).contains(&last.len()) && last.iter().all(u8::is_ascii_digit)
}

/// The side of a floor, right or left, in Portugal and Spain.
const SIDES: [&str; 9] = ["esq", "dto", "dir", "dcha", "izq", "izda", "izqda", "fte", "frt"];
/// Countries that write the staircase between house and flat.
const STAIRS: [&str; 4] = ["FI", "SE", "NO", "DK"];
/// Countries that write the number before the street.
const NUMBER_FIRST: [&str; 10] = ["US", "CA", "GB", "IE", "AU", "NZ", "FR", "IN", "SG", "ZA"];
/// Countries that write the number behind the street.
const NUMBER_BEHIND: [&str; 24] = [
    "DE", "AT", "CH", "NL", "BE", "ES", "PT", "IT", "SE", "NO", "DK", "FI", "PL", "CZ", "SK", "HU", "MX", "BR", "AR",
    "CL", "CO", "PE", "JP", "GR",
];
