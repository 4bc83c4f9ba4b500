//! The house number of a street: where it stands and what belongs to it.

use super::{FoundUnit, NUMBER_FIRST, Reader};
use crate::address::Text;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, ROUTE};
use crate::address::number::{HouseNumber, MAX_DIGITS};
use crate::tables::address::{DateWord, Designator, UnitKind, Word, date_word};
use smallvec::SmallVec;

impl Reader<'_> {
    fn is_house_number(&self, at: usize) -> bool {
        let Some(lexeme) = self.ends.area.get(at) else { return false };
        let text = self.ends.lexer.bytes(lexeme);
        if lexeme.is(ROUTE | Word::ORDINAL) || self.is_district(at) {
            return false;
        }
        let starts = text.first().is_some_and(u8::is_ascii_digit);
        let grid = matches!(text.first(), Some(b'n' | b's' | b'e' | b'w'))
            && text.len() > 4
            && text[1..].iter().filter(|byte| byte.is_ascii_digit()).count() > 2;
        lexeme.is(DIGITS) || lexeme.is(MIXED) && (starts || grid)
    }

    /// `SMITHFIELD MARKET, DUBLIN 6`; `AL BARSHA 1, DUBAI`: a number that is the end of a district's name.
    fn is_district(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let dublin = self.bytes(before) == b"dublin"
            && (self.country_is(&["IE"]) || self.ends.country.is_none() && self.ends.region == 0);
        let gulf = || {
            self.country_is(&["AE"])
                && self.ends.area[before].is_word()
                && !self.is(before, Word::PRIMARY | Word::SUFFIX | Word::UNIT)
                && !matches!(self.bytes(before), b"villa" | b"house" | b"building" | b"no" | b"#")
        };
        self.bytes(at).len() <= 2 && (dublin || gulf())
    }

    /// Where the house number is, and whether it stands behind the street.
    fn number_place(&self) -> Option<(usize, bool)> {
        // `5 DE MAYO 23`: a number before `de` is a date, and the house number comes later.
        let date =
            self.is(1, Word::PARTICLE) && self.bytes(1) == b"de" && self.ends.area.len() > 2 && self.is_numeric(3);
        // `2E JAN STEENSTRAAT 9`: an ordinal where Dutch is spoken.
        let ordinal = self.country_is(&["NL", "BE"])
            && matches!(self.bytes(0), [.., b'0'..=b'9', b'e'] | [.., b'd' | b't', b'e'])
            && self.ends.area.get(1).is_some_and(|next| next.is_word() && next.gap < Gap::Comma)
            && (2..self.ends.area.len()).any(|at| self.is_house_number(at));
        // `3 MAJA 10` is a date: the number never stands first there.
        let ordinal = ordinal
            || self.country_is(&["CZ", "PL", "SK"])
                && self.ends.area.get(1).is_some_and(|next| next.is_word() && next.gap < Gap::Comma)
                && (2..self.ends.area.len()).any(|at| self.is_house_number(at));
        if let Some(block) = self.block_number() {
            return Some(block);
        }
        if self.is_house_number(0) && !date && !ordinal {
            return Some((0, false));
        }
        let candidates: SmallVec<[usize; 8]> = (1..self.ends.area.len())
            .filter(|&at| self.is_house_number(at) && !matches!(self.ends.area[at].gap, Gap::Hyphen | Gap::Slash))
            .collect();
        let &first = candidates.first()?;
        let street_before = |at: usize| self.ends.area[..at].iter().any(|lexeme| lexeme.is(Word::BEFORE | Word::AFTER));
        // `RESIDENCE LES LILAS 14 RUE DU MOULIN`
        for &at in &candidates {
            if self.is(at + 1, Word::BEFORE) && self.ends.area[at + 1].gap < Gap::Comma && !street_before(at) {
                return Some((at, false));
            }
        }
        let suffix_behind = self.ends.area[first + 1..].iter().any(|lexeme| lexeme.is(Word::PRIMARY | Word::SUFFIX));
        if street_before(first) || date || self.country_is(&NUMBER_BEHIND) {
            // The last number before a comma or a gap: `Calle 5 de Mayo 23`.
            let stop = (first + 1..self.ends.area.len())
                .find(|&at| self.ends.area[at].gap >= Gap::Comma && !self.is_house_number(at))
                .unwrap_or(self.ends.area.len());
            let last = candidates.iter().copied().rfind(|&at| at < stop).unwrap_or(first);
            // Two numbers in a row are house number and unit.
            // So are `5 A 12`, a house with its staircase and flat.
            let stairs = |at: usize| {
                self.bytes(at).len() == 1 && at > first && self.is_numeric(at - 1) && self.country_is(&STAIRS)
            };
            let run = (first..=last).rev().take_while(|&at| self.is_numeric(at) || stairs(at)).last().unwrap_or(last);
            return Some((run, true));
        }
        let comma_before = self.ends.area[first].gap >= Gap::Comma;
        let suffix_before = self.ends.area[..first].iter().any(|lexeme| lexeme.is(Word::PRIMARY));
        if suffix_behind || comma_before && !suffix_before || self.country_is(&NUMBER_FIRST) && !suffix_before {
            return Some((first, false));
        }
        // `MAIN STREET 5`, `MINAMIDAI 3-14-7`
        Some((first, true))
    }

    /// `RUA DAS FLORES 727 BELA VISTA 6157`: the line ends within its postcode, which is left out. The street has a name before its
    /// number, and what stands behind that is no date.
    fn cut_postcode(&mut self) {
        let area = &self.ends.area;
        let is_name = |word: &Lexeme| word.is_word() && !word.is(Word::BEFORE | Word::PARTICLE | Word::DIRECTIONAL);
        let last = area.iter().rposition(|word| !(word.is(DIGITS) && word.gap == Gap::Hyphen)).unwrap_or(0);
        let Some(house) = (2..last).find(|&at| self.is_house_number(at)) else { return };
        let typed = area[0].is(Word::BEFORE) && !area[0].is(Word::SUFFIX)
            || area[1..house].iter().any(|word| word.is(Word::AFTER) && !word.is(Word::PRIMARY));
        let behind = &area[house + 1..last];
        let is_date = |word: &Lexeme| date_word(self.ends.lexer.bytes(word)) == Some(DateWord::Month);
        let letter = |word: &Lexeme| !matches!(word.gap, Gap::Hyphen | Gap::Slash) || word.len == 1;
        // `STRASSE DES 17 JUNI 135`
        let dated = area[house - 1].is(Word::PARTICLE) || self.bytes(house - 1) == b"des";
        if typed
            && !dated
            && area[0].is_word()
            && area[last].is(DIGITS)
            && area[last].gap == Gap::Blank
            && area[..house].iter().any(is_name)
            && behind.iter().any(is_name)
            && behind.first().is_some_and(letter)
            && self.bytes(house + 1) != b"de"
            && !behind.iter().any(is_date)
        {
            self.ends.area.truncate(last);
            // Two lines that end in other digits are not the same.
            self.ends.lexer.cut = true;
        }
    }

    pub(super) fn number(&mut self) {
        if self.ends.postcode.is_empty() {
            self.cut_postcode();
        }
        let Some((at, behind)) = self.number_place() else {
            self.bare_units_behind_suffix(0);
            return;
        };
        let end = self.read_number(at, behind);
        self.take(at, end);
        if behind {
            self.bare_units_from(at);
            self.name_before_type(at);
            return;
        }
        if at > 0 {
            self.street.name.extend_from_slice(&self.ends.area[..at]);
            self.ends.area.drain(..at);
        }
        if let Some(first) = self.ends.area.first_mut() {
            first.gap = Gap::Blank;
        }
        self.bare_units_behind_suffix(0);
    }

    /// By its postcode or, where that is missing, by the city.
    fn is_in_edinburgh(&self) -> bool {
        let named = |word: &Lexeme| self.ends.lexer.bytes(word) == b"edinburgh";
        // `EDINBURGH MIDLOTHIAN`; but `12/2 EDINBURGH RD`.
        let len = self.ends.area.len();
        let in_area = || {
            self.ends.area.last().is_some_and(named)
                || len > 4 && named(&self.ends.area[len - 2]) && !self.is(len - 1, Word::PRIMARY | Word::SUFFIX)
        };
        if self.ends.postcode.as_bytes().is_empty() {
            // There are others in the United States.
            self.ends.region == 0
                && (self.ends.country.is_none() || self.country_is(&["GB"]))
                && (self.ends.city.as_ref().and_then(|city| city.first()).is_some_and(named) || in_area())
        } else {
            self.country_is(&["GB"]) && self.ends.postcode.as_bytes().starts_with(b"eh")
        }
    }

    /// Reads the number that begins at `at`; returns where it ends. Units before it (`10-123`, `5/22`) are taken too.
    fn read_number(&mut self, at: usize, behind: bool) -> usize {
        // Most numbers are digits alone.
        let parted = |next: &Lexeme| matches!(next.gap, Gap::Hyphen | Gap::Slash);
        let held = self.bytes(at).len() <= MAX_DIGITS;
        let alone = !self.ends.area.get(at + 1).is_some_and(parted) || !behind && self.is_fraction(at + 1);
        if held && self.is(at, DIGITS) && !self.is(at, ROUTE) && alone {
            let mut number = HouseNumber { parts: [value(self.bytes(at)), 0, 0], count: 1, ..HouseNumber::default() };
            let end = self.number_detail(at + 1, &mut number, behind);
            self.street.number = number;
            return end;
        }
        let mut chain: SmallVec<[usize; 5]> = SmallVec::new();
        chain.push(at);
        let mut end = at + 1;
        while let Some(next) = self.ends.area.get(end) {
            let glued =
                matches!(next.gap, Gap::Hyphen | Gap::Slash) && self.is_numeric(end) && !next.is(ROUTE | Word::ORDINAL);
            if !glued || chain.len() == MAX_PARTS {
                break;
            }
            chain.push(end);
            end += 1;
        }
        // `10624-102 AVENUE NW`: in Canada the number of a street may stand behind a hyphen as well.
        if chain.len() == 2 && !behind && self.country_is(&["CA"]) && matches!(self.bytes(end), b"avenue" | b"street") {
            end = chain.pop().unwrap_or(end);
            self.ends.area[end].gap = Gap::Blank;
        }
        let slash = chain.len() == 2 && self.ends.area[chain[1]].gap == Gap::Slash;
        let (first, second) = (value(self.bytes(at)), chain.get(1).map_or(0, |&at| value(self.bytes(at))));
        let mut number = HouseNumber::default();
        let mut unit: Option<(usize, usize)> = None;
        let fraction = slash && first < second && matches!(second, 2 | 3 | 4 | 8) && at > 0;
        // `41/7 GARSCUBE ST`: in Edinburgh the flat stands behind the slash.
        let edinburgh = slash && !behind && self.is_in_edinburgh();
        // `1/22-24 WATTLEBIRD CRES`: a unit before the numbers of its house.
        let before_range = chain.len() == 3
            && !behind
            && self.ends.area[chain[1]].gap == Gap::Slash
            && self.ends.area[chain[2]].gap == Gap::Hyphen
            && self.country_is(&["AU", "NZ"]);
        if before_range {
            unit = Some((at, at + 1));
            chain.remove(0);
        } else if edinburgh {
            unit = Some((chain[1], chain[1] + 1));
            chain.pop();
        } else if slash && !fraction && !behind && !self.country_is(&COMPOUND)
            || chain.len() == 2 && !slash && !behind && self.country_is(&["CA"])
        {
            // `5/22 Wattlebird Cres`, `903-1502 Pender St`: the unit stands first.
            unit = Some((at, at + 1));
            chain.remove(0);
        } else if chain.len() == 2
            && behind
            // `MARSZALKOWSKA 84/92 M. 117`: beside a flat both numbers are those of the house.
            && !(slash && self.country_is(&["PL"]) && !self.street.units.is_empty())
            && (slash
                || second < first
                    && !self.country_is(&["JP", "KR"])
                    && !self.is_from_corner(at)
                    && !self.is_behind_numbered_calle(at))
        {
            unit = Some((chain[1], chain[1] + 1));
            chain.pop();
        } else if chain.len() == 3 && behind && chain[1..].iter().all(|&at| self.ends.area[at].gap == Gap::Slash) {
            // `15/2/9`: house, staircase and door.
            let stair = self.ends.area[chain[1]];
            let identifier = core::iter::once(stair).collect();
            self.street.units.push(FoundUnit {
                kind: UnitKind::Building,
                designator: Designator::BUILDING,
                identifier,
            });
            unit = Some((chain[2], chain[2] + 1));
            chain.truncate(1);
        } else if chain.len() >= 4 {
            // `3-14-7-502`: block, lot, house and room.
            let last = chain.pop().unwrap_or(at);
            unit = Some((last, last + 1));
        }
        self.set_parts(&chain, &mut number);
        if let Some((from, to)) = unit {
            let identifier = SmallVec::from_slice(&self.ends.area[from..to]);
            self.street.units.push(FoundUnit { kind: UnitKind::Generic, designator: Designator::NONE, identifier });
        }
        end = self.number_detail(end, &mut number, behind);
        self.street.number = number;
        end
    }

    /// `808 ASH ST 1/2`: a fraction in place of a unit belongs to the house number.
    pub(super) fn half_behind_street(&mut self) {
        let number = &self.street.number;
        let plain = (number.count, number.letter, number.fraction) == (1, 0, 0);
        if self.street.units.is_empty() || !plain || !self.country_is(&["US"]) {
            return;
        }
        let fraction = |unit: &FoundUnit| match unit.identifier.as_slice() {
            [up, down] if unit.designator == Designator::NONE && down.gap == Gap::Slash => {
                let digit =
                    |of: &Lexeme| if of.is(DIGITS) && of.len == 1 { value(self.ends.lexer.bytes(of)) } else { 0 };
                fraction_of(digit(up), digit(down))
            }
            _ => None,
        };
        let found = self.street.units.iter().enumerate().find_map(|(at, unit)| Some((at, fraction(unit)?)));
        if let Some((at, fraction)) = found {
            self.street.units.remove(at);
            self.street.number.fraction = fraction;
        }
    }

    /// `619-1/2`: a fraction behind a hyphen.
    fn is_fraction(&self, at: usize) -> bool {
        let digit =
            |at: usize, gap: Gap| self.is(at, DIGITS) && self.bytes(at).len() == 1 && self.ends.area[at].gap == gap;
        digit(at, Gap::Hyphen) && digit(at + 1, Gap::Slash) && self.bytes(at) < self.bytes(at + 1)
    }

    /// The parts of a number and the letter behind the last; what they cannot hold is spelled out as a whole.
    fn set_parts(&mut self, chain: &[usize], number: &mut HouseNumber) {
        let Some((&tail, before)) = chain.split_last() else { return };
        let text: SmallVec<[u8; 24]> = SmallVec::from_slice(self.bytes(tail));
        // `27.5 ELM ST`
        if let Some(whole) = text.strip_suffix(b".5").filter(|_| before.is_empty() && self.country_is(&["US"])) {
            if (1..=MAX_DIGITS).contains(&whole.len()) && whole.iter().all(u8::is_ascii_digit) {
                number.parts[0] = value(whole);
                number.count = 1;
                number.fraction = 0x12;
                return;
            }
        }
        let read = if before.is_empty() { digits_for_lookalikes(&text) } else { None };
        let digits = read.as_deref().unwrap_or(&text);
        let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let letter = match &digits[length..] {
            [] => Some(0),
            // Also one that was lost.
            [letter] if letter.is_ascii_alphabetic() || *letter == b'?' => Some(*letter),
            b"bis" => Some(b'b'),
            b"ter" => Some(b't'),
            b"quater" => Some(b'q'),
            _ => None,
        };
        let plain = |part: &[u8]| part.iter().all(u8::is_ascii_digit) && part.len() <= MAX_DIGITS;
        let held = chain.len() <= number.parts.len()
            && (1..=MAX_DIGITS).contains(&length)
            && before.iter().all(|&at| plain(self.bytes(at)));
        if let Some(letter) = letter.filter(|_| held) {
            for &at in before {
                number.parts[usize::from(number.count)] = value(self.bytes(at));
                number.count += 1;
            }
            number.parts[usize::from(number.count)] = value(digits);
            number.count += 1;
            number.letter = letter;
            number.lookalike = read.is_some();
            if read.is_none() {
                return;
            }
        }
        let mut spelled: SmallVec<[u8; 24]> = SmallVec::new();
        for &at in chain {
            if !spelled.is_empty() {
                spelled.push(b'-');
            }
            spelled.extend_from_slice(self.bytes(at));
        }
        // Longer than any number: what is left out is remembered, as with a line that is too long.
        self.ends.lexer.cut |= spelled.len() > MAX_SPELLED;
        spelled.truncate(MAX_SPELLED);
        number.spelled = Text { start: [0; 2], len: spelled.len() as u8 };
        self.street.number_text = spelled;
    }

    /// `218 1 2 VINE ST`: a half that lost its stroke, before the name of a street.
    fn is_half(&self, at: usize) -> bool {
        self.bytes(at) == b"1"
            && self.bytes(at + 1) == b"2"
            && self.ends.area[at..].iter().take(3).all(|lexeme| lexeme.gap == Gap::Blank)
            && self.ends.area.get(at + 2).is_some_and(|name| name.is_word() && !name.is(Word::PRIMARY))
            && self.ends.area[at + 2..].iter().any(|lexeme| lexeme.is(Word::PRIMARY))
            && self.country_is(&["US"])
    }

    /// A letter, `bis` or a fraction behind the number.
    fn number_detail(&mut self, mut end: usize, number: &mut HouseNumber, behind: bool) -> usize {
        let Some(next) = self.ends.area.get(end).copied() else { return end };
        // As it is written: `TER` is no terrace here.
        let text = self.ends.lexer.code(&next);
        match text {
            b"bis" => (number.letter, end) = (b'b', end + 1),
            b"ter"
                if next.gap == Gap::Blank
                    && !behind
                    && self.ends.area.get(end + 1).is_some_and(|after| after.is(Word::BEFORE)) =>
            {
                (number.letter, end) = (b't', end + 1);
            }
            b"quater" => (number.letter, end) = (b'q', end + 1),
            _ if text.len() == 1 && next.is_word() && number.letter == 0 && next.gap < Gap::Comma => {
                let glued = matches!(next.gap, Gap::Hyphen | Gap::Slash);
                let after = self.ends.area.get(end + 1);
                // `14 A POND RD`; but `14 A ST` is A Street, `14 N MAIN` a direction, `14 R DU LAC` a street.
                let letter = !self.ends.initial
                    && !next.is(Word::DIRECTIONAL | Word::BEFORE)
                    && !matches!(text, b"o" | b"l" | b"d")
                    && after.is_some_and(|after| {
                        // `22 A WHARF RD` is Wharf Road; `44 M G ROAD` has two initials.
                        let typed = self
                            .ends
                            .area
                            .get(end + 2)
                            .is_some_and(|word| word.is(Word::PRIMARY) && word.gap < Gap::Comma)
                            && !matches!(
                                self.bytes(end + 1),
                                b"street" | b"avenue" | b"road" | b"boulevard" | b"drive" | b"lane"
                            );
                        (typed || !after.is(Word::PRIMARY) || after.is(Word::BEFORE))
                            && !after.is(Word::DIRECTIONAL)
                            && after.is_word()
                            && after.gap < Gap::Comma
                            && self.bytes(end + 1).len() > 1
                    })
                    && self.ends.area[end + 1..]
                        .iter()
                        .any(|lexeme| lexeme.is(Word::PRIMARY | Word::SUFFIX | Word::BEFORE));
                // `101 B, IMPASSE DES LILAS`
                let before_type = !behind
                    && !next.is(Word::DIRECTIONAL)
                    && after.is_some_and(|after| after.is(Word::BEFORE) && after.gap == Gap::Comma);
                let at_end = behind && after.is_none_or(|after| after.gap >= Gap::Comma);
                if glued || letter && !behind || before_type || at_end && text != b"o" {
                    (number.letter, end) = (text[0], end + 1);
                }
            }
            _ if next.is(DIGITS) && next.gap <= Gap::Hyphen && text.len() == 1 => {
                let below = self.ends.area.get(end + 1);
                let digit = |below: &&Lexeme| {
                    below.gap == Gap::Slash && below.is(DIGITS) && self.ends.lexer.bytes(below).len() == 1
                };
                if let Some(below) = below.filter(digit) {
                    let (up, down) = (text[0] - b'0', self.ends.lexer.bytes(below)[0] - b'0');
                    if up < down {
                        (number.fraction, end) = (up << 4 | down, end + 2);
                    }
                } else if !behind && self.is_half(end) {
                    (number.fraction, end) = (0x12, end + 2);
                }
            }
            _ => {}
        }
        end
    }
}

/// The fraction of a house, as it is held: halves, thirds and quarters.
fn fraction_of(up: u32, down: u32) -> Option<u8> {
    ((1..down).contains(&up) && down <= 4).then_some((up << 4 | down) as u8)
}

/// The digits at the beginning of a part; of more than nine the first nine.
fn value(text: &[u8]) -> u32 {
    let digits = text.iter().take(MAX_DIGITS).take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |value, digit| value * 10 + u32::from(digit - b'0'))
}

/// `3O4` is 304 as a scanner reads it: a letter between digits stands for the digit that looks like it. `None` where there is
/// no such letter.
fn digits_for_lookalikes(text: &[u8]) -> Option<SmallVec<[u8; 24]>> {
    let digit = |byte: u8| match byte {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        other => other,
    };
    let read: SmallVec<[u8; 24]> = text.iter().map(|&byte| digit(byte)).collect();
    // One letter behind the digits is the letter of a house.
    let behind = text.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let whole = text.first().is_some_and(u8::is_ascii_digit) && read.iter().all(u8::is_ascii_digit);
    (behind != 1 && read.as_slice() != text && whole).then_some(read)
}

/// Parts of one number that are read; what follows is a word of the street.
const MAX_PARTS: usize = 8;
/// Letters of a number that is spelled out.
const MAX_SPELLED: usize = 60;
/// Countries in which both numbers around a stroke are the house's, the plot and what it was divided into: `NO 14/1, MG ROAD`.
const COMPOUND: [&str; 5] = ["IN", "PK", "BD", "LK", "NP"];
/// Countries that write the staircase between house and flat.
const STAIRS: [&str; 4] = ["FI", "SE", "NO", "DK"];
/// Countries that write the number behind the street.
const NUMBER_BEHIND: [&str; 24] = [
    "DE", "AT", "CH", "NL", "BE", "ES", "PT", "IT", "SE", "NO", "DK", "FI", "PL", "CZ", "SK", "HU", "MX", "BR", "AR",
    "CL", "CO", "PE", "JP", "GR",
];
