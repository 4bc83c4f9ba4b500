//! The commonest addresses, read at once: `NUMBER STREET`, perhaps a unit, or a box; `CITY, STATE ZIP`, with or without `-1234`
//! and `USA`; or the same in parts.
//!
//! Nothing is decided here that the general rules would decide otherwise: those of [`super::order`], [`super::several`],
//! [`super::peel`], [`super::inner`] and [`super::countries`] about the ends of a line, those of [`crate::address::street`] about the
//! rest. What is taken here gives each of them nothing to do but what is done here; all else is left to them.

use super::city::{REPEATED, alias, repeated_city};
use super::peel::is_label;
use super::read::Ends;
use super::split;
use crate::Country;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::address::number::HouseNumber;
use crate::address::postcode::{Detail, Postcode, Shape, zip_prefix};
use crate::address::street::DeliveryKind;
use crate::address::street::plain::Street;
use crate::address::{Address, Delivery, Text, Unit};
use crate::tables::address::{self as tables, Role, Word};

/// Digits of a ZIP code.
const ZIP: u8 = 5;

impl Ends {
    /// Takes state, ZIP code and the name of the United States from the end of a line that names no other country, where that
    /// is all there is to be read of its ends; where the rest of it ends.
    pub(super) fn take_plain_ends(&mut self) -> Option<usize> {
        let (end, region) = self.plain_end()?;
        let lexemes = self.lexer.lexemes.as_slice();
        let (zip, behind) = (&lexemes[end + 1], &lexemes[end + 2..]);
        let plus = behind.first().filter(|plus| plus.is(DIGITS));
        let mut postcode = Postcode::zip(self.lexer.bytes(zip).first_chunk()?);
        postcode.detail = plus.and_then(|plus| Detail::digits(self.lexer.bytes(plus)));
        let named = behind.len() > usize::from(plus.is_some());
        (self.postcode, self.region, self.country) = (postcode, region, Some(Country::US));
        self.shape = Some(if plus.is_some() { Shape::ZipFour } else { Shape::Five });
        // `NEW YORK NY`, `HOUSTON TEXAS TX`: the city may be read as a region as well.
        if lexemes[end - 1].may(Role::PLACE_END) && self.region_before(end, named).is_some() {
            (self.postcode, self.region, self.country, self.shape) = (Postcode::default(), 0, None, None);
            return None;
        }
        self.named_by = named.then_some(lexemes.len());
        Some(end)
    }

    /// The rest of a line of which the ends were taken, up to a lexeme, where it is as plain.
    pub(super) fn plain_line(&self, end: usize) -> Option<Street> {
        let area = &self.lexer.lexemes[..end];
        let street = Street::of(&self.lexer, area, self.region)?;
        // The rules of `read_area`.
        let changed = alias(area, &self.lexer, self.country).is_some()
            || street.has_comma(REPEATED.min(end / 2), end) && repeated_city(area, &self.lexer).is_some()
            || street.has_saints() && self.saint_city(area).is_some_and(|(_, saint)| saint);
        (!changed).then_some(street)
    }

    /// The street of parts of which it ends at a lexeme and the city at another, where both are plain.
    pub(super) fn plain_parts(&self, after_lines: usize, after_city: usize) -> Option<Street> {
        let lexer = &self.lexer;
        let city = &lexer.lexemes[after_lines..after_city];
        let known = self.country == Some(Country::US) && self.region_words.is_empty() && !self.swapped;
        let whole = known && !lexer.cut && !lexer.damaged;
        if !whole || !city.iter().all(Lexeme::is_word) || alias(city, lexer, self.country).is_some() {
            return None;
        }
        Street::of(lexer, &lexer.lexemes[..after_lines], self.region)
    }

    /// The value of a street and what stands behind it, up to a lexeme; of a city of its own behind that, up to another. A unit is
    /// taken out of the lexemes.
    pub(super) fn plain_value(
        &mut self,
        value: &mut Option<Address>,
        street: &Street,
        end: usize,
        city: Option<usize>,
    ) {
        let number = street.house.map(HouseNumber::of).unwrap_or_default();
        let address = value.insert(self.unread(number));
        let from = street.from();
        let mut words_end = end;
        if let Some(unit) = &street.unit {
            let identifier = self.plain_number(unit.at + 1);
            address.units.push(Unit { kind: unit.kind, designator: unit.designator, identifier });
            let area = &mut self.lexer.lexemes[..end];
            area.copy_within(unit.at + 2.., unit.at);
            area[unit.at].gap = Gap::Taken;
            words_end -= 2;
        }
        if street.house.is_none() {
            let (route, number) = (Text::default(), self.plain_number(from - 1));
            address.delivery = Some(Delivery { kind: DeliveryKind::PoBox, route, number });
        }
        let lexemes = self.lexer.lexemes.as_slice();
        let words = &lexemes[from..words_end];
        let classes = split::push_tokens(address, &self.lexer, words);
        let words_to = address.tokens.len() as u8;
        if let Some(to) = city {
            split::push_tokens(address, &self.lexer, &lexemes[end..to]);
        }
        address.region_from = address.tokens.len() as u8;
        split::set_place(address, self.zip_region());
        address.stated = street.stated(words.len());
        split::find_ends(address, words, classes, city.map(|_| words_to));
        address.keep_names();
    }

    /// Where the number at a lexeme is written, without zeros at its front.
    fn plain_number(&self, at: usize) -> Text {
        let lexeme = &self.lexer.lexemes[at];
        let zeros = split::leading_zeros(self.lexer.bytes(lexeme));
        Text { start: (lexeme.start + zeros as u16).to_le_bytes(), len: lexeme.len - zeros as u8 }
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
        let code: &[u8; ZIP as usize] = lexer.bytes(zip).first_chunk()?;
        let region = zip_prefix(code).and_then(tables::zip_region)?;
        if tables::us_state(*lexer.code(state).first_chunk()?) != Some(region) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Token;
    use crate::address::parse::several;
    use proptest::sample::select;

    /// All of a value that a comparison sees.
    fn seen(address: &Address) -> String {
        let text = |text: Text| String::from_utf8_lossy(address.written(text)).into_owned();
        let token =
            |token: &Token| (String::from_utf8_lossy(address.spelling(*token)).into_owned(), token.hash, token.letters);
        let words: Vec<_> = address.tokens.iter().map(|word| (token(word), word.classes)).collect();
        let ends: Vec<_> =
            address.splits().map(|split| (split.name, split.street, split.city, split.before, split.behind)).collect();
        let units: Vec<_> =
            address.units.iter().map(|unit| (unit.kind, unit.designator, text(unit.identifier))).collect();
        let boxes: Vec<_> =
            address.deliveries().map(|delivery| (delivery.kind, text(delivery.route), text(delivery.number))).collect();
        let number = HouseNumber { spelled: Text::default(), ..address.number };
        let place = (address.postcode, address.country, address.region, address.zip_region);
        let marks = (address.stated, address.common, address.name_to, address.region_from, address.flags);
        let texts = (
            text(address.number.spelled),
            text(address.care_of),
            text(address.whole),
            address.more.as_ref().map(|more| more.cut_word),
        );
        format!("{words:?} {ends:?} {units:?} {boxes:?} {number:?} {place:?} {marks:?} {texts:?} {}", address.margin)
            + if address.more.is_some() { " and other readings" } else { "" }
    }

    /// Words that rules begin with, or that look so.
    const WORDS: [&str; 81] = [
        "mill",
        "king",
        "boulevard",
        "mem",
        "lindenstr",
        "oak",
        "elm",
        "main",
        "st",
        "street",
        "st",
        "pl",
        "ave",
        "avenue",
        "of",
        "the",
        "americas",
        "mlk",
        "rd",
        "road",
        "old",
        "post",
        "county",
        "state",
        "hwy",
        "s",
        "n",
        "south",
        "w",
        "nw",
        "so",
        "no",
        "r",
        "u",
        "us",
        "c",
        "o",
        "jr",
        "cl",
        "est",
        "junior",
        "ranch",
        "farm",
        "apt",
        "unit",
        "ste",
        "fl",
        "#",
        "#7",
        "#12b",
        "private",
        "twp",
        "rm",
        "floor",
        "upper",
        "box",
        "po",
        "4",
        "3b",
        "42nd",
        "5",
        "12",
        "b",
        "second",
        "twenty",
        "hauptstrasse",
        "saint",
        "louis",
        "las",
        "vegas",
        "city",
        "mount",
        "o'brien",
        "12-3",
        "1/2",
        "de",
        "la",
        "rue",
        "attn",
        "parks",
        "bis",
    ];

    /// Places with their states and ZIP codes.
    const PLACES: [&str; 14] = [
        "reno nv 89501",
        "las vegas, nv 89101",
        "new york ny 10001",
        "saint louis mo 63101",
        "louis mo 63101-1234 usa",
        "salt lake city, ut 84101",
        "s salt lake city ut 84115",
        "washington dc 20001 us",
        "north las vegas nv 89030",
        "winston-salem nc 27101",
        "ssf ca 94080",
        "ponce pr 00716",
        "houston, houston tx 77001",
        "paul id 83347",
    ];

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(20_000))]
        /// What is read at once is what the general rules read.
        #[test]
        fn plain_addresses_are_read_as_by_the_general_rules(
            number in select(&["12", "980", "1", "0012", "1234567890", "42nd", "po box", "n"][..]),
            words in proptest::collection::vec(select(&WORDS[..]), 0..6),
            commas in 0_u8..64,
            place in select(&PLACES[..]),
        ) {
            let mut street = String::from(number);
            for (at, word) in words.iter().enumerate() {
                street += if commas & 9 << at == 9 << at { ", " } else { " " };
                street += word;
            }
            let line = format!("{street}{} {place}", ["", ",", "\n"][usize::from(commas % 3)]);
            let mut ends = Ends::default();
            ends.lexer.read(&line);
            let mut plain = None;
            if let Some(end) = ends.take_plain_ends() {
                if let Some(found) = ends.plain_line(end) {
                    ends.plain_value(&mut plain, &found, end, None);
                }
            }
            if let Some(plain) = plain.filter(|_| several::parts(&line, None, None).is_none()) {
                let general = Address::parse_one(&line, None, None).expect("an address");
                proptest::prop_assert_eq!(seen(&plain), seen(&general), "{}", line);
            }
            // The same street with a place of its own.
            let (city, rest) = place.split_at(place.rfind([' ']).unwrap_or(0));
            let read = || {
                let mut ends = Ends { country: Some(Country::US), ..Ends::default() };
                ends.lexer.read(&street);
                let after_lines = ends.lexer.lexemes.len();
                ends.lexer.read(city);
                let after_city = ends.lexer.lexemes.len();
                ends.postcode = Postcode::of_field(rest.trim(), ends.country).0.unwrap_or_default();
                ends.region = ends.zip_region();
                (ends, after_lines, after_city)
            };
            let (mut ends, after_lines, after_city) = read();
            if let Some(found) = ends.plain_parts(after_lines, after_city) {
                let mut plain = None;
                ends.plain_value(&mut plain, &found, after_lines, Some(after_city));
                let plain = plain.expect("an address");
                let (mut ends, ..) = read();
                ends.take_parts(after_lines, after_city);
                let general = split::build(&mut ends).expect("an address");
                proptest::prop_assert_eq!(seen(&plain), seen(&general), "{} | {}", street, place);
            }
        }
    }
}
