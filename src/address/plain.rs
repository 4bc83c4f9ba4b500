//! The commonest lines, read at once: `NUMBER STREET`, perhaps a unit, `CITY, STATE ZIP`, with or without `-1234` and `USA`.
//!
//! Nothing is decided here that the general rules would decide otherwise: those of [`super::order`], [`super::several`],
//! [`super::peel`], [`super::inner`] and [`super::countries`] about the ends of a line, those of [`super::street`] about the
//! rest. What is taken here gives each of them nothing to do but what is done here; all else is left to them.

use super::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use super::number::{HouseNumber, MAX_DIGITS};
use super::peel::is_label;
use super::postcode::{Detail, Postcode, Shape, zip_prefix};
use super::read::{Ends, Lexemes};
use super::street::{Delivery, DeliveryKind, FoundUnit, Reader};
use crate::Country;
use crate::tables::address::{self as tables, Identifier, Role, Word};

/// Digits of a ZIP code.
const ZIP: u8 = 5;

impl Ends {
    /// Takes state, ZIP code and the name of the United States from the end of a line that names no other country; whether
    /// that is all there is to be read of its ends.
    pub(super) fn take_plain_ends(&mut self) -> bool {
        let Some((end, region)) = self.plain_end() else { return false };
        let lexemes = self.lexer.lexemes.as_slice();
        let (zip, behind) = (&lexemes[end + 1], &lexemes[end + 2..]);
        let plus = behind.first().filter(|plus| plus.is(DIGITS));
        let Some(mut postcode) = Postcode::new(self.lexer.bytes(zip)) else { return false };
        postcode.detail = plus.and_then(|plus| Detail::digits(self.lexer.bytes(plus)));
        let named = behind.len() > usize::from(plus.is_some());
        let area = Lexemes::from_slice(&lexemes[..end]);
        (self.postcode, self.region, self.country) = (postcode, region, Some(Country::US));
        self.shape = Some(if plus.is_some() { Shape::ZipFour } else { Shape::Five });
        // `NEW YORK NY`, `HOUSTON TEXAS TX`: the city may be read as a region as well.
        if lexemes[end - 1].may(Role::PLACE_END) && self.region_before(end, named).is_some() {
            (self.postcode, self.region, self.country, self.shape) = (Postcode::default(), 0, None, None);
            return false;
        }
        self.named_by = named.then_some(lexemes.len());
        self.area = area;
        self.read_area();
        true
    }

    /// Where street and city end, and the state behind them; `None` where the general rules must be asked.
    ///
    /// The state has the ZIP code: no country but the United States is plausible, and what stands before them was not damaged.
    /// No name of a region of more than two words ends in the code of a state, and none of a country has digits in it (a test
    /// holds both).
    fn plain_end(&self) -> Option<(usize, u16)> {
        let lexer = &self.lexer;
        if !lexer.plain || lexer.cut || lexer.damaged {
            return None;
        }
        let mut rest = lexer.lexemes.as_slice();
        let parted = |lexeme: &Lexeme| matches!(lexeme.gap, Gap::Blank | Gap::Comma);
        if let [before @ .., last] = rest {
            if last.is_word() && parted(last) && matches!(lexer.code(last), b"us" | b"usa") {
                rest = before;
            }
        }
        // What is spelled as it is written is no ordinal.
        let digits = |lexeme: &Lexeme, len: u8| {
            lexeme.is(DIGITS) && !lexeme.is(Word::ORDINAL) && lexeme.len == len && lexeme.raw_len == len
        };
        if let [before @ .., plus] = rest {
            if digits(plus, 4) && plus.gap == Gap::Hyphen {
                rest = before;
            }
        }
        let [area @ .., city, state, zip] = rest else { return None };
        let whole = digits(zip, ZIP) && parted(zip) && parted(state) && state.is_word() && state.raw_len == 2;
        let label = city.is(Word::NOISE) && is_label(lexer.bytes(city));
        if !whole || !state.may(Role::PLACE_END) || area.is_empty() || !city.is_word() || label {
            return None;
        }
        let region = zip_prefix(lexer.bytes(zip)).and_then(tables::zip_region)?;
        if !tables::regions(lexer.code(state)).contains(&region) {
            return None;
        }
        // `W VA`
        let from = area.len();
        if city.may(Role::PLACE_START) && !tables::regions(lexer.place(from, from + 2)).is_empty() {
            return None;
        }
        // A second ZIP code may belong to another address; at the front of the line the digits are a house number.
        if area[1..].iter().any(|lexeme| lexeme.is(DIGITS) && lexeme.len == ZIP) {
            return None;
        }
        let end = area.len() + 1;
        lexer.last_line.is_none_or(|line| is_place(lexer, usize::from(line), end)).then_some((end, region))
    }
}

/// Whether what stands behind the last line break and before the state is the name of a place: no house number or box can be
/// read there, without which the lines are no addresses of their own.
fn is_place(lexer: &Lexer, line: usize, end: usize) -> bool {
    let door =
        |lexeme: &Lexeme| lexeme.is(DIGITS | MIXED | Word::PRIMARY) || lexeme.may(Role::CARE | Role::TYPE | Role::BOX);
    line < end && !lexer.lexemes[line..end].iter().any(door)
}

impl Reader<'_> {
    /// Takes the house number from the front of the street, and one unit from behind its first word; whether that is all
    /// there is to be taken. No word has a role in a rule of types or other persons.
    ///
    /// What is no word: the number, an ordinal right behind it or behind the letter of a direction (`980 W 42ND AVE`), and the
    /// identifier of the unit. Rules that begin at a number find no other.
    pub(super) fn plain(&mut self) -> bool {
        // Units, marks and numbers have customs elsewhere.
        if self.ends.country != Some(Country::US) || tables::region_code(self.ends.region) == Some(("US", "pr")) {
            return false;
        }
        let lexer = &self.ends.lexer;
        let area = self.ends.area.as_slice();
        let [number, first, rest @ ..] = area else { return false };
        let digits = number.is(DIGITS) && !number.is(Word::ORDINAL) && usize::from(number.len) <= MAX_DIGITS;
        if !digits || !is_plain_first(lexer, first) || first.may(Role::BOX) && !is_plain_box(lexer, &area[1..]) {
            return false;
        }
        let mut unit = None;
        for (at, lexeme) in (2..).zip(rest) {
            if lexeme.may(Role::BOX) && !is_plain_box(lexer, &area[at..]) {
                return false;
            }
            if lexeme.unit.is_some() {
                if unit.is_some() {
                    return false;
                }
                unit = Some(at);
            } else if !lexeme.is_word() && unit != Some(at - 1) && !(at == 2 && is_ordinal_behind(first, lexeme)) {
                return false;
            }
        }
        let found = match unit {
            None => None,
            Some(at) => {
                let Some(found) = plain_unit(lexer, &area[at - 1..]) else { return false };
                Some((at, found))
            }
        };
        let value = lexer.bytes(number).iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        self.street.number = HouseNumber { parts: [value, 0, 0], count: 1, ..HouseNumber::default() };
        let area = &mut self.ends.area;
        let width = if let Some((at, found)) = found {
            self.street.units.push(found);
            if let Some(next) = area.get_mut(at + 2) {
                next.gap = Gap::Taken;
            }
            area.copy_within(1..at, 0);
            area.copy_within(at + 2.., at - 1);
            3
        } else {
            area.copy_within(1.., 0);
            1
        };
        area.truncate(area.len() - width);
        area[0].gap = Gap::Blank;
        true
    }
}

impl Reader<'_> {
    /// Takes `PO BOX 12` from the front of words that are nothing but the name of a place; whether it did.
    pub(super) fn plain_box(&mut self) -> bool {
        let lexer = &self.ends.lexer;
        let [po, word, number, rest @ ..] = self.ends.area.as_slice() else { return false };
        let boxed = lexer.bytes(po) == b"po" && lexer.bytes(word) == b"box";
        if !boxed || self.ends.country != Some(Country::US) || !number.is(DIGITS) || number.is(Word::ORDINAL) {
            return false;
        }
        let named = |lexeme: &Lexeme| {
            lexeme.is_word()
                && lexeme.gap != Gap::Hyphen
                && lexeme.unit.is_none()
                && !lexeme.is(Word::PRIMARY)
                && !lexeme.may(Role::CARE | Role::TYPE | Role::BOX | Role::STREET_ALIAS)
        };
        let urbanization = rest.first().is_some_and(|first| lexer.bytes(first) == b"urb");
        let puerto_rico = tables::region_code(self.ends.region) == Some(("US", "pr"));
        if urbanization || puerto_rico || !rest.iter().all(named) {
            return false;
        }
        let comma = [po, word, number].iter().any(|lexeme| lexeme.gap >= Gap::Comma);
        self.street.deliveries.push(Delivery { kind: DeliveryKind::PoBox, route: None, number: Some(*number) });
        let area = &mut self.ends.area;
        area.copy_within(3.., 0);
        area.truncate(area.len() - 3);
        if let Some(first) = area.first_mut().filter(|_| comma) {
            first.gap = Gap::Taken;
        }
        true
    }
}

/// Whether the word behind a house number is no part of it and begins no rule: a word, an ordinal, a directional.
fn is_plain_first(lexer: &Lexer, first: &Lexeme) -> bool {
    let code = lexer.code(first);
    let letter = code.len() == 1 && !(first.is_word() && first.is(Word::DIRECTIONAL));
    matches!(first.gap, Gap::Blank | Gap::Comma)
        && (first.is_word() || first.is(DIGITS) && first.is(Word::ORDINAL) && !first.is(MIXED))
        && first.unit.is_none()
        && !letter
        && !matches!(code, b"bis" | b"ter" | b"quater" | b"urb" | b"de")
}

/// `W 42ND`: an ordinal is neither a unit nor the number of a route, and one letter is no state.
fn is_ordinal_behind(direction: &Lexeme, ordinal: &Lexeme) -> bool {
    direction.is_word()
        && direction.is(Word::DIRECTIONAL)
        && direction.len == 1
        && ordinal.is(DIGITS)
        && ordinal.is(Word::ORDINAL)
        && !ordinal.is(MIXED)
        && ordinal.gap == Gap::Blank
}

/// Whether no box or route begins at the first of some words, which do not stand at the front of a line: `ROAD` and `OLD POST`,
/// `UNIT 4`.
fn is_plain_box(lexer: &Lexer, words: &[Lexeme]) -> bool {
    let bytes = |at: usize| words.get(at).map_or(&[][..], |word| lexer.bytes(word));
    match bytes(0) {
        b"road" => true,
        b"unit" => bytes(2) != b"box",
        b"post" => !matches!(bytes(1), b"office" | b"ofc"),
        _ => false,
    }
}

/// The unit that the second of some words names by the third: `AVE APT 4`. What stands before it is a word, and what stands
/// behind it is no part of it.
fn plain_unit(lexer: &Lexer, words: &[Lexeme]) -> Option<FoundUnit> {
    let [before, unit, identifier, behind @ ..] = words else { return None };
    let of = unit.unit.filter(|of| of.identifier == Identifier::Follows)?;
    // No other designator of two letters can be the kind of a route.
    let named = unit.len != 2 || matches!(lexer.bytes(unit), b"fl" | b"rm");
    let numeric = !identifier.is_word() && identifier.gap == Gap::Blank && identifier.unit.is_none();
    if !before.is_word() || !unit.is_word() || !named || !numeric {
        return None;
    }
    if let Some(next) = behind.first() {
        let joined = matches!(next.gap, Gap::Hyphen | Gap::Slash);
        if joined || next.len == 1 || super::secondary::side(lexer.bytes(next)).is_some() {
            return None;
        }
    }
    Some(FoundUnit { kind: of.kind, designator: of.designator, identifier: core::iter::once(*identifier).collect() })
}
