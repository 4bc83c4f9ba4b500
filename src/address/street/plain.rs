//! The commonest streets, read at once: a house number, words and perhaps one unit; or a box.
//!
//! What is taken here gives the rules of [`crate::address::street`] nothing to do but what is done here; all else is left to them.

use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, Marks, RULES, Short, key_of};
use crate::address::number::MAX_DIGITS;
use crate::tables::address::{self as tables, Designator, Identifier, Role, UnitKind, Word};

/// A street, behind which a city may stand, with all that is to be taken out of it.
pub(in crate::address) struct Street {
    /// The house number; without one the number of a box, which stands in place of a street, is the third word.
    pub(in crate::address) house: Option<u32>,
    pub(in crate::address) unit: Option<PlainUnit>,
    /// The lexemes before which a comma or more stands, as bits.
    commas: u32,
    /// Any of them is written `st` or `ste`.
    saints: bool,
}

impl Street {
    /// The street of an address in the United States that ends at a lexeme; `None` where the general rules must be asked.
    #[inline(always)]
    pub(in crate::address) fn of(short: &Short, end: usize, region: u16) -> Option<Street> {
        // Units, marks and numbers have customs of their own there.
        if tables::us_state(*b"pr") == Some(region) {
            return None;
        }
        let area = short.words().get(..end)?;
        // The blocks of a grid are called so.
        let block = |words: &[Lexeme]| words[0].is(Word::ORDINAL) && words[1].is(Word::DIRECTIONAL);
        if tables::us_state(*b"ut") == Some(region) && area.windows(2).any(block) {
            return None;
        }
        let mut marks = short.marks;
        let all = !(u32::MAX << end);
        for bits in [
            &mut marks.numbers,
            &mut marks.directions,
            &mut marks.units,
            &mut marks.rules,
            &mut marks.letters,
            &mut marks.commas,
            &mut marks.saints,
        ] {
            *bits &= all;
        }
        if area.first()?.is(DIGITS) {
            Street::with_house(short, area, marks)
        } else {
            Street::with_box(short, area, marks)
        }
    }

    /// Where the words begin.
    pub(in crate::address) const fn from(&self) -> usize {
        if self.house.is_some() { 1 } else { 3 }
    }

    /// Whether any of the lexemes may be Saint.
    pub(in crate::address) const fn has_saints(&self) -> bool {
        self.saints
    }

    /// Whether a comma stands before any of the last of so many lexemes.
    pub(in crate::address) const fn has_comma(&self, last: usize, count: usize) -> bool {
        last > 0 && self.commas >> (count - last) != 0
    }

    /// The words before which a comma stands, or something that was taken out, as bits; so many words are left. Not the first:
    /// there a comma parts the street from what was taken out.
    pub(in crate::address) const fn stated(&self, words: usize) -> u64 {
        let mut commas = self.commas >> self.from();
        if let Some(unit) = &self.unit {
            // Designator and identifier are taken out; what stands behind them is told by that.
            let at = unit.at - self.from();
            let before = commas & !(u32::MAX << at);
            commas = before | commas >> 2 & u32::MAX << at | ((at < words) as u32) << at;
        }
        (commas & !1) as u64
    }

    /// A house number, a street and perhaps one unit behind its first word, where that is all there is to be taken.
    ///
    /// What is no word: the number, an ordinal right behind it or behind the letter of a direction (`980 W 42ND AVE`), and the
    /// identifier of the unit. Rules that begin at a number find no other.
    #[inline(always)]
    fn with_house(short: &Short, area: &[Lexeme], marks: Marks) -> Option<Street> {
        let [number, first, ..] = area else { return None };
        let digits = number.is(DIGITS) && !number.is(Word::ORDINAL) && usize::from(number.len) <= MAX_DIGITS;
        if !digits || !is_plain_first(short, first) {
            return None;
        }
        // A letter behind name and type has a rule.
        if marks.letters >> 3 != 0 {
            return None;
        }
        // Not the house number itself.
        let behind = |marks: u32| marks & !1;
        // Directions in two words have a rule.
        let (directions, units) = (behind(marks.directions), behind(marks.units));
        if directions & directions << 1 != 0 || units & units.wrapping_sub(1) != 0 {
            return None;
        }
        let ordinal = area.get(2).is_some_and(|second| is_ordinal_behind(first, second));
        if behind(marks.numbers) & !(units | units << 1 | 1 << 1 | u32::from(ordinal) << 2) != 0 {
            return None;
        }
        // Most words begin no rule.
        let mut rules = behind(marks.rules);
        while rules != 0 {
            let words = &area[rules.trailing_zeros() as usize..];
            let care = words[0].may(Role::CARE | Role::NUMBER);
            if care || !is_plain_type(short, words) || !is_plain_box(short, words) {
                return None;
            }
            if words[0].may(Role::STREET_ALIAS) && may_be_street_alias(short, words) {
                return None;
            }
            rules &= rules - 1;
        }
        let unit = match units {
            0 => None,
            _ => {
                let at = units.trailing_zeros() as usize;
                // `TOWNSHIP ROAD #14` is the number of the road.
                if at > 2 && matches!(short.bytes(&area[at - 2]), b"twp" | b"private" | b"pvt" | b"priv") {
                    return None;
                }
                Some(plain_unit(short, area, at)?)
            }
        };
        let value = short.bytes(number).iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        Some(Street { house: Some(value), unit, commas: marks.commas, saints: marks.saints != 0 })
    }

    /// `PO BOX 12` at the front of words that are nothing but the name of a place.
    #[inline(never)]
    fn with_box(short: &Short, area: &[Lexeme], marks: Marks) -> Option<Street> {
        let [po, word, number, rest @ ..] = area else { return None };
        let boxed = short.bytes(po) == b"po" && short.bytes(word) == b"box";
        if !boxed || !number.is(DIGITS) || number.is(Word::ORDINAL) {
            return None;
        }
        let named = |lexeme: &Lexeme| {
            lexeme.gap != Gap::Hyphen
                && !lexeme.is(Word::PRIMARY)
                && !lexeme.may(RULES & !Role::ROUTE)
                && (!lexeme.may(Role::ROUTE) || short.bytes(lexeme) == b"s")
        };
        let urbanization = rest.first().is_some_and(|first| short.bytes(first) == b"urb");
        let directions = marks.directions >> 3;
        // A letter may belong to the number of the box.
        let other = (marks.numbers | marks.units | marks.letters) >> 3 | directions & directions << 1;
        if urbanization || other != 0 || !rest.iter().all(named) {
            return None;
        }
        Some(Street { house: None, unit: None, commas: marks.commas, saints: marks.saints != 0 })
    }
}

/// Whether another name of a street may begin at the first of some words; a unit behind it is taken out.
fn may_be_street_alias(short: &Short, words: &[Lexeme]) -> bool {
    let goes_on = |at: usize| words.get(at).is_some_and(|next| next.may(Role::STREET_ALIAS_ON));
    let unit = words.get(1).is_some_and(|next| next.unit.is_some());
    // `MILL AVE` is none, though `MILL KING` is one.
    let longer =
        if unit { goes_on(3) } else { goes_on(1) && tables::begins_street_alias(key_of(&words[..2], short.room().0)) };
    longer || tables::street_alias(short.bytes(&words[0])).is_some()
}

/// Whether the word behind a house number is no part of it and begins no rule: a word, an ordinal, a directional.
fn is_plain_first(short: &Short, first: &Lexeme) -> bool {
    let code = short.code(first);
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

/// Whether no rule about types of other countries or numbered and lettered roads begins at the first of some words: `PL` is no
/// plaza in the United States; a street is a state's road only before another type, and `S` the road of a state before an `R`,
/// which has rules as well.
fn is_plain_type(short: &Short, words: &[Lexeme]) -> bool {
    !words[0].may(Role::ROUTE | Role::TYPE)
        || match short.bytes(&words[0]) {
            b"s" | b"place" | b"close" | b"estate" | b"jr" => true,
            b"street" => words.get(1).is_none_or(|next| short.bytes(next) != b"road"),
            _ => false,
        }
}

/// Whether no box or route begins at the first of some words, which do not stand at the front of a line: `ROAD` and `OLD POST`,
/// `UNIT 4`.
fn is_plain_box(short: &Short, words: &[Lexeme]) -> bool {
    let bytes = |at: usize| words.get(at).map_or(&[][..], |word| short.bytes(word));
    match bytes(0) {
        _ if !words[0].may(Role::BOX) => true,
        b"road" => true,
        b"unit" => bytes(2) != b"box",
        b"post" => !matches!(bytes(1), b"office" | b"ofc"),
        _ => false,
    }
}

/// A unit whose identifier is the lexeme behind its designator.
pub(in crate::address) struct PlainUnit {
    /// Where the designator stands.
    pub(in crate::address) at: usize,
    pub(in crate::address) kind: UnitKind,
    pub(in crate::address) designator: Designator,
}

/// The unit that the word or mark at a place names by the next: `AVE APT 4`, `AVE #4`. What stands before it is a word, before a mark
/// a type behind a name, and what stands behind it is no part of it.
fn plain_unit(short: &Short, area: &[Lexeme], at: usize) -> Option<PlainUnit> {
    let [before, unit, identifier, behind @ ..] = &area[at - 1..] else { return None };
    let of = unit.unit.filter(|of| of.identifier == Identifier::Follows)?;
    // No other designator of two letters can be the kind of a route.
    let named = match short.bytes(unit) {
        b"#" => at > 2 && before.is(Word::PRIMARY),
        [_] => false,
        [_, _] => matches!(short.bytes(unit), b"fl" | b"rm"),
        _ => true,
    };
    let numeric = !identifier.is_word() && identifier.gap == Gap::Blank && identifier.unit.is_none();
    // `9TULSA` may be the beginning of the city as well.
    let glued = identifier.is(MIXED) && identifier.len > 4;
    // `PHYSICS BUILDING 12` has a rule.
    let hall = unit.may(Role::BUILDING) && !before.is(Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL);
    if !before.is_word() || !unit.is_word() || !named || !numeric || glued || hall {
        return None;
    }
    if let Some(next) = behind.first() {
        let joined = matches!(next.gap, Gap::Hyphen | Gap::Slash);
        if joined || next.len == 1 || super::secondary::side(short.bytes(next)).is_some() {
            return None;
        }
    }
    Some(PlainUnit { at, kind: of.kind, designator: of.designator })
}
