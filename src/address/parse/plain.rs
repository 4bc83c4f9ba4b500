//! The commonest addresses, read at once: `NUMBER STREET`, perhaps a unit, or a box; `CITY, STATE ZIP`, with or without `-1234`
//! and `USA`; or the same in parts.
//!
//! A text goes the short way, from its bytes to the value in one go: its lexemes ([`Short`]), the ends, the [`Street`] and the words,
//! each asked by bits what there is to be done. Nothing is decided here that the general rules would decide otherwise: those of
//! [`super::order`], [`super::several`], [`super::peel`], [`super::inner`] and [`super::countries`] about the ends of a line, those
//! of [`crate::address::street`] about the rest. What is taken here gives each of them nothing to do but what is done here; all else
//! is left to them, and read anew.

use super::city::{CityFits, REPEATED, alias, repeated_city};
use super::peel::is_label;
use super::read::Ends;
use super::repeated::repeats_field;
use super::saints::saint_city;
use super::split::{self, Line};
use crate::Country;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, Short, key_of};
use crate::address::number::HouseNumber;
use crate::address::postcode::{Detail, Postcode, Shape, zip_prefix};
use crate::address::street::DeliveryKind;
use crate::address::street::plain::Street;
use crate::address::{Address, Delivery, Text, Unit};
use crate::tables::address::{self as tables, Role, Word};

/// Digits of a ZIP code.
const ZIP: u8 = 5;

/// What is known of an address beside its words.
struct Place {
    postcode: Postcode,
    /// The number of the first three digits of the ZIP code.
    prefix: Option<u16>,
    /// The state.
    region: u16,
    /// The state that the ZIP code lies in.
    zip_region: u16,
}

/// Reads a line, where it is plain.
#[inline(always)]
pub(super) fn read_line(value: &mut Option<Address>, raw: &str) -> Option<()> {
    let mut short = Short::new();
    short.read(raw)?;
    let (end, place) = plain_end(&short)?;
    let street = Street::of(&short, end, place.region)?;
    let area = short.words().get(..end)?;
    // The rules of `read_area`.
    let us = Some(Country::US);
    let changed = may_be_alias(area) && alias(area, &short.lexer(), us).is_some()
        || street.has_comma(REPEATED.min(end / 2), end) && repeated_city(area, short.room().0).is_some()
        || street.has_saints()
            && saint_city(area, short.room().0, us, &place.postcode, place.region).is_some_and(|(_, saint)| saint);
    if changed {
        return None;
    }
    build(value, &mut short, &street, &place, end, None);
    Some(())
}

/// Reads the parts of a structured address, where they are plain: line1, line2, city, state, postal code, country.
#[inline(always)]
pub(super) fn read_parts(value: &mut Option<Address>, parts: [Option<&str>; 6]) -> Option<()> {
    let [Some(line1), line2, Some(city), Some(state), postal_code, Some(country)] = parts else { return None };
    let us = Some(Country::US);
    // A code in the field of the city is that of a state.
    if city.len() == 2 || !country.eq_ignore_ascii_case("us") {
        return None;
    }
    let mut short = Short::new();
    short.read(line1)?;
    if may_repeat_place(&short, postal_code) {
        return None;
    }
    if let Some(line2) = line2 {
        if repeats_field(line2, [Some(city), Some(state), postal_code], us) {
            return None;
        }
        let first_line = short.words().len();
        short.read(line2)?;
        // Shorter ones do not repeat a line.
        if short.words().len() > first_line + 2 || may_repeat_place(&short, postal_code) {
            return None;
        }
    }
    let end = short.words().len();
    let postcode = postal_code.and_then(|text| Postcode::of_field(text, us).0).unwrap_or_default();
    short.read(city)?;
    let words = short.words().get(end..)?;
    // A city that names its state or postcode as well, or a district.
    let more = match words {
        [] => true,
        [_] => false,
        [_, behind @ .., last] => {
            last.raw_len == 2 || last.gap >= Gap::Comma || behind.iter().any(|word| word.gap >= Gap::Comma)
        }
    };
    if more || !words.iter().all(Lexeme::is_word) || may_be_alias(words) && alias(words, &short.lexer(), us).is_some() {
        return None;
    }
    let to = short.words().len();
    let region = match *state.as_bytes() {
        [first, second] => tables::us_state([first.to_ascii_lowercase(), second.to_ascii_lowercase()])?,
        _ => {
            short.read(state)?;
            match short.words().get(to..)? {
                [word] => tables::region_of("US", short.code(word))?,
                words => tables::region_of("US", key_of(words, short.room().0))?,
            }
        }
    };
    let street = Street::of(&short, end, region)?;
    let prefix = postcode.zip_prefix();
    let zip_region = prefix.and_then(tables::zip_region).unwrap_or(0);
    build(value, &mut short, &street, &Place { postcode, prefix, region, zip_region }, end, Some(to));
    Some(())
}

/// Whether a line may end in its city, state or postcode once more.
fn may_repeat_place(short: &Short, postal_code: Option<&str>) -> bool {
    let Some(last) = short.words().last() else { return false };
    // Digits are spelled as they are written: such a postcode is the last word of the line or stands there once.
    let digits = postal_code.filter(|code| code.len() > 3 && code.bytes().all(|byte| byte.is_ascii_digit()));
    let other = digits.is_some_and(|digits| digits.len() <= ZIP.into() && digits.as_bytes() != short.code(last));
    // Most lines have no comma before their last word.
    let ends = last.is_word() || last.gap == Gap::Hyphen;
    !other || ends && short.marks.commas >> 2 != 0
}

/// Whether words may end in the alias of a city.
#[inline(always)]
fn may_be_alias(words: &[Lexeme]) -> bool {
    words.last().is_some_and(|last| last.may(Role::ALIAS_END) || last.len == 1)
}

/// Where street and city end in a line that names no other country, and what stands behind them; `None` where the general rules must
/// be asked.
///
/// The state has the ZIP code: no country but the United States is plausible, and what stands before them was not damaged.
/// No name of a region of more than two words ends in the code of a state, and none of a country has digits in it (a test
/// holds both).
#[inline(always)]
fn plain_end(short: &Short) -> Option<(usize, Place)> {
    let mut rest = short.words();
    let parted = |lexeme: &Lexeme| matches!(lexeme.gap, Gap::Blank | Gap::Comma);
    let mut named = false;
    if let [before @ .., last] = rest {
        if last.is_word() && parted(last) && matches!(short.code(last), b"us" | b"usa") {
            (rest, named) = (before, true);
        }
    }
    // What is spelled as it is written is no ordinal.
    let digits = |lexeme: &Lexeme, len: u8| {
        lexeme.is(DIGITS) && !lexeme.is(Word::ORDINAL) && lexeme.len == len && lexeme.raw_len == len
    };
    let mut detail = None;
    if let [before @ .., plus] = rest {
        if digits(plus, 4) && plus.gap == Gap::Hyphen {
            (rest, detail) = (before, Some(plus));
        }
    }
    let [area @ .., city, state, zip] = rest else { return None };
    let whole = digits(zip, ZIP) && parted(zip) && parted(state) && state.is_word() && state.raw_len == 2;
    let label = city.is(Word::NOISE) && is_label(short.bytes(city));
    if !whole || !state.may(Role::PLACE_END) || area.is_empty() || !city.is_word() || label {
        return None;
    }
    let code: &[u8; ZIP as usize] = short.bytes(zip).first_chunk()?;
    let prefix = zip_prefix(code);
    let region = prefix.and_then(tables::zip_region)?;
    if tables::us_state(*short.code(state).first_chunk()?) != Some(region) {
        return None;
    }
    let from = area.len();
    // `W VA`
    if city.may(Role::PLACE_START) && !tables::regions(short.lexer().place(from, from + 2)).is_empty() {
        return None;
    }
    // A second ZIP code may belong to another address; at the front of the line the digits are a house number.
    let mut numbers = short.marks.numbers & !(u32::MAX << from) & !1;
    while numbers != 0 {
        let number = &area[numbers.trailing_zeros() as usize];
        if number.is(DIGITS) && number.len == ZIP {
            return None;
        }
        numbers &= numbers - 1;
    }
    let end = from + 1;
    if short.last_line.is_some_and(|line| !is_place(short, usize::from(line), end)) {
        return None;
    }
    let mut postcode = Postcode::zip(code);
    postcode.detail = detail.and_then(|plus| Detail::digits(short.bytes(plus)));
    // `NEW YORK NY`, `HOUSTON TEXAS TX`: the city may be read as a region as well.
    if city.may(Role::PLACE_END) {
        let shape = if detail.is_some() { Shape::ZipFour } else { Shape::Five };
        let (lexer, country, shape) = (short.lexer(), Some(Country::US), Some(shape));
        let ends = Ends { lexer, postcode, region, country, shape, ..Ends::default() };
        if ends.region_before(end, named).is_some() {
            return None;
        }
    }
    Some((end, Place { postcode, prefix, region, zip_region: region }))
}

/// Whether what stands behind the last line break and before the state is the name of a place: no house number or box can be
/// read there, without which the lines are no addresses of their own.
fn is_place(short: &Short, line: usize, end: usize) -> bool {
    let door =
        |lexeme: &Lexeme| lexeme.is(DIGITS | MIXED | Word::PRIMARY) || lexeme.may(Role::CARE | Role::TYPE | Role::BOX);
    line < end && !short.words()[line..end].iter().any(door)
}

/// The value of a street and what stands behind it, up to a lexeme; of a city of its own behind that, up to another. A unit is taken
/// out of the lexemes.
#[inline(always)]
fn build(
    value: &mut Option<Address>,
    short: &mut Short,
    street: &Street,
    place: &Place,
    end: usize,
    city: Option<usize>,
) {
    let number = street.house.map(HouseNumber::of).unwrap_or_default();
    let address = value.insert(Address::unread(short.text(), number, place.postcode, Some(Country::US), place.region));
    let from = street.from();
    let mut words_end = end;
    if let Some(unit) = &street.unit {
        let identifier = plain_number(short, unit.at + 1);
        address.units.push(Unit { kind: unit.kind, designator: unit.designator, identifier });
        short.take_two(unit.at, end);
        words_end -= 2;
    }
    if street.house.is_none() {
        let (route, number) = (Text::default(), plain_number(short, from - 1));
        address.delivery = Some(Delivery { kind: DeliveryKind::PoBox, route, number });
    }
    let (lexemes, buffer) = (short.words(), short.room().0);
    let words = &lexemes[from..words_end];
    let classes = split::push_tokens(address, buffer, words);
    let words_to = address.tokens.len() as u8;
    if let Some(to) = city {
        split::push_tokens(address, buffer, &lexemes[end..to]);
    }
    address.region_from = address.tokens.len() as u8;
    split::set_place(address, place.zip_region);
    address.stated = street.stated(words.len());
    if city.is_some() {
        split::find_ends(address, words, classes, Some(words_to));
    } else {
        let premises = street.house.is_some();
        let fits = CityFits::of_words(address.tokens.get(1..).unwrap_or_default(), place.prefix, place.region);
        let line = Line { words, classes, fits, from: 0, premises, delivered: !premises, open: false };
        split::candidates(address, line);
    }
    address.keep_names();
}

/// Where the number at a lexeme is written, without zeros at its front.
fn plain_number(short: &Short, at: usize) -> Text {
    let lexeme = &short.words()[at];
    let zeros = split::leading_zeros(short.bytes(lexeme));
    Text { start: (lexeme.start + zeros as u16).to_le_bytes(), len: lexeme.len - zeros as u8 }
}

#[cfg(test)]
mod tests;
