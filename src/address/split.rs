//! Where the street can end and the city begin; and building the value.

use super::lex::{self, Gap, Lexeme, Lexer};
use super::read::{Ends, Lexemes};
use super::street::{self, Street};
use super::{Address, Delivery, Split, Token, Unit};
use crate::calibration::address as points;
use crate::tables::address::{self as tables, CityFit, Word};
use smallvec::SmallVec;

/// Splits that are kept. More than these are never needed: a city name has five words at most, and a street with known
/// type or a comma has one or two likely ends.
const MAX_SPLITS: usize = 8;
/// Letters of a unit, of the number of a box.
const MAX_TEXT: usize = 60;
/// Words of the longest name in the table of places.
const LONGEST_CITY: usize = 6;

/// Builds the value from what was read; `None` when there was nothing to read.
pub(super) fn build(mut ends: Ends) -> Option<Address> {
    let street = street::read(&mut ends);
    let mut address = Address {
        text: SmallVec::new(),
        tokens: SmallVec::new(),
        splits: SmallVec::new(),
        units: SmallVec::new(),
        number: street.number,
        delivery: None,
        second_delivery: None,
        care_of: (0, 0),
        whole: (0, 0),
        stated: 0,
        postcode: ends.postcode,
        country: ends.country,
        region: ends.region,
        zip_region: 0,
        name_to: 0,
        region_from: 0,
        flags: 0,
        cut_word: [0; 4],
        margin: 100,
        readings: Vec::new(),
    };
    let lexer = &ends.lexer;
    push_tokens(&mut address, lexer, &street.name);
    address.name_to = address.tokens.len() as u8;
    push_tokens(&mut address, lexer, &street.words);
    let words_to = address.tokens.len() as u8;
    if let Some(city) = &ends.city {
        push_tokens(&mut address, lexer, city);
    }
    address.region_from = address.tokens.len() as u8;
    push_tokens(&mut address, lexer, &ends.region_words);
    push_units(&mut address, lexer, &street);
    push_deliveries(&mut address, lexer, &street);
    address.number.spelled = push_text(&mut address, &street.number_text);
    address.care_of = push_long_text(&mut address, street.care_of.as_deref().unwrap_or_default());
    if address.country.is_none_or(|country| country == crate::Country::US) {
        address.zip_region = address.postcode.zip_prefix().and_then(tables::zip_region).unwrap_or(0);
    }
    set_flags(&mut address, &ends, &street);
    let nothing = address.tokens.is_empty() && address.postcode.is_empty() && address.region == 0;
    if nothing
        && !address.number.is_some()
        && address.delivery.is_none()
        && address.units.is_empty()
        && address.country.is_none()
    {
        return None;
    }
    // Not before the first word: there a comma parts the street from what was taken out.
    for (at, _) in street.words.iter().enumerate().skip(1).filter(|(_, word)| word.gap >= Gap::Comma) {
        address.stated |= 1 << (usize::from(address.name_to) + at).min(63);
    }
    if ends.city.is_some() {
        let split = analyse(&address, (0, address.name_to), address.name_to, words_to, address.region_from);
        address.splits.push(split);
        address.flags |= super::CERTAIN;
        address.stated |= 1 << words_to.min(63);
    } else {
        candidates(&mut address, &street.words);
    }
    // An urbanización is no street.
    let urbanization = address.tokens.first().is_some_and(|first| address.spelling(*first) == b"urb");
    if address.name_to > 0 && !urbanization {
        // `BROADWAY 12 NEW YORK`: what stands before the number may be the street.
        let named = analyse(&address, (0, 0), 0, address.name_to, address.region_from);
        let named = Split { city: (address.name_to, address.region_from), ..named };
        address.splits.push(named);
    }
    Some(address)
}

fn push_tokens(address: &mut Address, lexer: &Lexer, lexemes: &Lexemes) {
    for lexeme in lexemes {
        let text = lexer.bytes(lexeme);
        let mut classes = 0;
        for (from, to) in [
            (Word::SUFFIX | Word::BEFORE | Word::AFTER, Token::TYPE),
            (Word::BEFORE, Token::BEFORE),
            (Word::DIRECTIONAL, Token::DIRECTION),
            (lex::DIGITS | lex::MIXED, Token::NUMBER),
            (Word::PARTICLE, Token::PARTICLE),
            (Word::NOISE, Token::NOISE),
            (Word::PRIMARY, Token::PRIMARY),
            (lex::ROUTE, Token::ROUTE),
        ] {
            if lexeme.is(from) {
                classes |= to;
            }
        }
        let start = address.text.len() as u16;
        address.text.extend_from_slice(text);
        let (hash, letters) = (super::hash(text), super::letters(text));
        address.tokens.push(Token { hash, letters, start, len: text.len() as u8, classes });
        if lexeme.is(lex::ALIAS) {
            address.flags |= super::ALIAS;
        }
    }
}

fn push_text(address: &mut Address, text: &[u8]) -> (u16, u8) {
    push_long_text(address, &text[..text.len().min(MAX_TEXT)])
}

/// At most 255 letters.
fn push_long_text(address: &mut Address, text: &[u8]) -> (u16, u8) {
    let start = address.text.len() as u16;
    let text = &text[..text.len().min(usize::from(u8::MAX))];
    address.text.extend_from_slice(text);
    (start, text.len() as u8)
}

/// Identifiers are written without leading zeros, and with hyphens only between two numbers: 1-12 is not 11-2; units of one address are sorted, so that their order says nothing.
fn push_units(address: &mut Address, lexer: &Lexer, street: &Street) {
    for unit in &street.units {
        let mut identifier: SmallVec<[u8; 16]> = SmallVec::new();
        for lexeme in &unit.identifier {
            let text = lexer.text(lexeme);
            let text = if identifier.is_empty() { text } else { super::secondary::side(text).unwrap_or(text) };
            let numbers =
                identifier.last().is_some_and(u8::is_ascii_digit) && text.starts_with(|c: char| c.is_ascii_digit());
            if numbers {
                identifier.push(b'-');
            }
            identifier.extend_from_slice(text.as_bytes());
        }
        let roman: Option<&[u8]> = match identifier.as_slice() {
            b"ii" => Some(b"2"),
            b"iii" => Some(b"3"),
            b"iv" => Some(b"4"),
            b"vi" => Some(b"6"),
            _ => None,
        };
        if let Some(digits) = roman {
            identifier = SmallVec::from_slice(digits);
        }
        let mut text = without_leading_zeros(&identifier);
        if text.is_empty() {
            // A unit without an identifier is named by its designator: rear, basement.
            text = unit.designator.as_bytes();
        }
        if text.len() > MAX_TEXT {
            address.flags |= super::CUT;
        }
        let (start, len) = push_text(address, text);
        address.units.push(Unit { kind: unit.kind, designator: unit.designator, start, len });
    }
    if address.units.len() < 2 {
        return;
    }
    let text = address.text.clone();
    let identifier = |unit: &Unit| &text[usize::from(unit.start)..usize::from(unit.start) + usize::from(unit.len)];
    address.units.sort_by(|a, b| (a.kind as u8, identifier(a)).cmp(&(b.kind as u8, identifier(b))));
    address.units.dedup_by(|a, b| a.kind == b.kind && identifier(a) == identifier(b));
}

fn without_leading_zeros(text: &[u8]) -> &[u8] {
    let zeros = text.iter().take_while(|&&byte| byte == b'0').count();
    &text[zeros.min(text.len().saturating_sub(1))..]
}

fn push_deliveries(address: &mut Address, lexer: &Lexer, street: &Street) {
    let mut push = |found: &street::Delivery| {
        let text = |lexeme: Option<Lexeme>| {
            lexeme.map_or(SmallVec::<[u8; 16]>::new(), |lexeme| {
                SmallVec::from_slice(without_leading_zeros(lexer.bytes(&lexeme)))
            })
        };
        let route = push_text(address, &text(found.route));
        let number = push_text(address, &text(found.number));
        Delivery { kind: found.kind, route, number }
    };
    let mut found = street.deliveries.iter().map(&mut push);
    let (first, second) = (found.next(), found.next());
    (address.delivery, address.second_delivery) = (first, second);
    // A box that is written twice is one.
    if let (Some(first), Some(second)) = (&address.delivery, &address.second_delivery) {
        if address.has_same_box(first, address, second) {
            address.second_delivery = None;
        }
    }
}

fn set_flags(address: &mut Address, ends: &Ends, street: &Street) {
    let code = tables::region_code(address.region);
    for (holds, flag) in [
        (ends.lexer.cut || address.tokens.len() > 250, super::CUT),
        (ends.lexer.damaged, super::DAMAGED),
        (street.care_of.is_some(), super::CARE_OF),
        (address.care_of.1 == u8::MAX, super::CUT),
        (street.has_alias, super::STREET_ALIAS),
        (ends.swapped, super::SWAPPED),
        (matches!(code, Some(("US", "dc" | "ut"))), super::GRID),
        (address.postcode.is_empty() && address.region == 0 && ends.city.is_none(), super::OPEN_END),
    ] {
        if holds {
            address.flags |= flag;
        }
    }
}

/// A split with its street between `from` and `to` and its city up to `end`.
fn analyse(address: &Address, name: (u8, u8), from: u8, to: u8, end: u8) -> Split {
    let direction = |at: u8| address.tokens[usize::from(at)].is(Token::DIRECTION);
    // A directional belongs to a name, not only to a type: North Avenue is a name and Avenue.
    let named = |from: u8, to: u8| {
        address.token_range((from, to)).iter().any(|token| !token.is(Token::DIRECTION) && !token.is(Token::PRIMARY))
    };
    let (mut core_from, mut core_to, mut before, mut behind) = (from, to, 0, 0);
    if core_to > core_from + 1 && direction(core_from) && named(core_from + 1, core_to) {
        before = core_from + 1;
        core_from += 1;
    }
    if core_to > core_from + 1 && direction(core_to - 1) && named(core_from, core_to - 1) {
        behind = core_to;
        core_to -= 1;
    }
    Split { name, street: (core_from, core_to), city: (to, end), before, behind }
}

/// The candidate splits of words that hold both street and city, the likeliest first.
fn candidates(address: &mut Address, words: &[Lexeme]) {
    let from = usize::from(address.name_to);
    let mut ranked: SmallVec<[(i32, usize); 16]> = SmallVec::new();
    for place in 0..=words.len() {
        // A street does not end before its own type; `ST PASS CHRISTIAN` may, as a type stands before as well.
        let starts_with_type = words.get(place).is_some_and(|next| next.is(Word::PRIMARY) && next.gap < Gap::Comma);
        if place > 0 && starts_with_type && !words[place - 1].is(Word::PRIMARY) {
            continue;
        }
        // Behind a house number there is a street, and words with a street type hold one.
        let typed = words.iter().skip(1).any(|word| word.is(Word::PRIMARY));
        if place == 0 && !words.is_empty() && (address.number.is_some() && address.name_to == 0 || typed) {
            continue;
        }
        ranked.push((prior(address, words, from, place), place));
    }
    // Stable: of two equal ones the earlier end of the street, the longer city, comes first.
    ranked.sort_by_key(|&(prior, _)| core::cmp::Reverse(prior));
    let next = ranked.get(1).map_or(-100, |next| next.0);
    address.margin = ranked.first().map_or(100, |best| (best.0 - next).clamp(0, 100) as u8);
    ranked.truncate(MAX_SPLITS);
    for &(_, place) in &ranked {
        let to = (from + place) as u8;
        let split = analyse(address, (0, address.name_to), from as u8, to, address.region_from);
        address.splits.push(split);
    }
}

/// How likely the street ends before the word at `place`.
fn prior(address: &Address, words: &[Lexeme], from: usize, place: usize) -> i32 {
    use points::split as weights;
    let mut prior = 0;
    let has_premises = address.number.is_some();
    let length = words.len();
    if let Some(next) = words.get(place) {
        if place > 0 {
            prior += match next.gap {
                Gap::Taken => weights::GAP,
                Gap::Comma => weights::COMMA,
                _ => 0,
            };
        }
        if place > 0 && next.is(Word::PRIMARY) && next.gap < Gap::Comma {
            prior -= weights::SPLIT_TYPE;
        }
    }
    if place == length && length > 0 {
        prior -= if has_premises || address.delivery.is_none() && words.iter().any(|word| word.is(Word::PRIMARY)) {
            weights::NO_CITY
        } else {
            weights::NO_CITY * 2
        };
        if address.flags & super::OPEN_END != 0 {
            prior += weights::NO_CITY / 2;
        }
    }
    if place == 0 {
        let delivered = address.delivery.is_some() && !has_premises;
        let typed = words.iter().any(|word| word.is(Word::PRIMARY | Word::AFTER | Word::BEFORE));
        prior += if delivered {
            weights::GAP
        } else if has_premises || typed {
            -weights::NO_STREET
        } else {
            weights::NO_CITY
        };
        return prior;
    }
    let last = &words[place - 1];
    let named = place >= 2 || from > 0;
    if last.is(Word::PRIMARY) {
        prior += if named { weights::TYPE } else { weights::TYPE / 4 };
    } else if last.is(Word::SUFFIX) {
        prior += if place >= 2 { weights::WEAK_TYPE } else { 0 };
    } else if last.is(Word::AFTER) {
        prior += weights::WEAK_TYPE;
    }
    let fit = city_fit(address, from + place);
    prior += match fit {
        CityFit::Zip => weights::CITY_OF_ZIP,
        CityFit::State => weights::CITY_OF_STATE,
        CityFit::Unknown => 0,
    };
    if last.is(Word::DIRECTIONAL) && place >= 2 && words[place - 2].is(Word::SUFFIX | lex::ROUTE) {
        // Where the city without the directional is known, the list of those with one says nothing about this place.
        let city = match (city_fit(address, from + place - 1), fit) {
            (CityFit::Zip, _) => true,
            (with, without) if with != without => with == CityFit::State && without == CityFit::Unknown,
            _ => {
                let key = city_key(address, from + place - 1);
                tables::is_directional_city(&key)
            }
        };
        prior += if city {
            -weights::TYPE
        } else if last.is(Word::SPELLED) && !words[place - 2].is(lex::ROUTE) {
            weights::TYPE - weights::SPELLED
        } else {
            weights::TYPE + 2
        };
    }
    // `RUE PRINCIPALE O GATINEAU`
    let typed_before = || words[..place - 1].iter().any(|word| word.is(Word::BEFORE));
    if place >= 3 && last.is(Word::DIRECTIONAL) && !last.is(Word::SPELLED) && typed_before() {
        prior += weights::WEAK_TYPE;
    }
    if last.is(lex::ROUTE) && last.is(lex::DIGITS) {
        prior += weights::TYPE;
    }
    // Cities have one or two words, sometimes three.
    let city = length - place;
    if city > 3 {
        prior -= weights::LONG_CITY * (city as i32 - 3);
    }
    // `RUE DE LA | PAIX`, `CALLE | A`: a street has a name.
    if last.is(Word::PARTICLE) || place == 1 && last.is(Word::BEFORE) {
        prior -= weights::TYPE;
    }
    prior
}

/// The words of a city that begins at a token, parted by blanks.
fn city_key(address: &Address, from: usize) -> SmallVec<[u8; 48]> {
    let mut key = SmallVec::new();
    for token in &address.tokens[from..usize::from(address.region_from)] {
        if !key.is_empty() {
            key.push(b' ');
        }
        key.extend_from_slice(address.spelling(*token));
    }
    key
}

/// Whether the words from a token on are a city of the ZIP code, or of the state.
fn city_fit(address: &Address, from: usize) -> CityFit {
    let length = usize::from(address.region_from) - from;
    let state = if address.region == 0 { address.zip_region } else { address.region };
    let american = address.country.is_none_or(|country| country == crate::Country::US);
    if !american || state == 0 || !(1..=LONGEST_CITY).contains(&length) {
        return CityFit::Unknown;
    }
    tables::city_fit(&city_key(address, from), address.postcode.zip_prefix(), state)
}

#[cfg(test)]
mod tests {
    use crate::Address;

    /// Street and city of a line that says nothing about where one ends, read without another side.
    #[test]
    fn blind_readings_find_the_city() {
        for (line, street, city) in [
            ("155 Quarry Lake Parkway Baltimore MD 21209", "quarry lake parkway", "baltimore"),
            ("12345 Cleveland Blvd Cleveland OH 44111", "cleveland boulevard", "cleveland"),
            ("354 Oyster Point Blvd South San Francisco CA 94080", "oyster point boulevard", "s san francisco"),
            ("501 Palmetto Dr W Palm Bch FL 33405", "palmetto drive", "w palm beach"),
            ("6105 N Meridian St Indianapolis IN 46208", "meridian street", "indianapolis"),
            ("80 Slate Creek Dr Apt 4 Salt Lake City UT 84111", "slate creek drive", "salt lake city"),
            ("2300 US Hwy 41 North Tifton GA 31794", "ushwy 41", "tifton"),
            ("Lindenstr. 48 50674 Köln", "lindenstrasse", "koln"),
        ] {
            let parts = Address::parse(line, None).expect("an address").parts();
            assert_eq!((parts.thoroughfare.as_deref(), parts.city.as_deref()), (Some(street), Some(city)), "{line}");
        }
    }
}
