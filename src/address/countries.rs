//! The countries that a line may lie in without naming them.

use super::lex::{DIGITS, Gap, MIXED};
use super::postcode::Shape;
use super::read::Ends;
use crate::Country;
use crate::tables::address::{self as tables, Word};
use smallvec::SmallVec;

/// Countries by the shape of their postcodes. Source: the postal operators' addressing guides (UPU). Only countries whose
/// lines read otherwise when the country is known; the list bounds the readings of a line.
const FOUR: [&str; 11] = ["AR", "AT", "AU", "BE", "CH", "DK", "HU", "LU", "NO", "NZ", "ZA"];
const FIVE: [&str; 9] = ["DE", "ES", "FI", "FR", "IT", "MX", "PL", "SE", "US"];
const SIX: [&str; 3] = ["IN", "RO", "SG"];
const THREE_TWO: [&str; 4] = ["CZ", "GR", "SE", "SK"];
/// Countries named like their capital: `12 RUE DU NORD L-1234 LUXEMBOURG` names its city.
const CITY_STATES: [&str; 6] = ["GT", "HK", "LU", "MX", "PA", "SG"];

/// The countries in which the line should be read as well. None where it names its country or its form tells it.
pub(super) fn plausible(ends: &Ends) -> SmallVec<[Country; 12]> {
    let mut found: SmallVec<[Country; 12]> = SmallVec::new();
    let mut add = |codes: &[&str]| {
        for country in codes.iter().filter_map(|code| Country::new(code)) {
            if !found.contains(&country) {
                found.push(country);
            }
        }
    };
    let lexemes = &ends.lexer.lexemes;
    let last = lexemes.last().filter(|last| last.is_word()).map_or(&[][..], |last| ends.lexer.code(last));
    if let (Some(end), Some(country)) = (ends.named_by, ends.country) {
        // `DORFSTRASSE 12 9434 AU`: right behind a postcode two letters can be a city.
        let before = lexemes.get(lexemes.len().wrapping_sub(2)).filter(|word| word.is(DIGITS) && last.len() == 2);
        match before.map_or(0, |code| ends.lexer.bytes(code).len()) {
            4 => add(&FOUR),
            5 => add(&FIVE),
            _ => {}
        }
        if country.is_any_of(&CITY_STATES) {
            add(&[country.code()]);
        }
        // `88 SUTPHIN BLVD JAMAICA 11435` and the like: the name may be a city of the US.
        // Without the ZIP code only right behind a street: `KINGSTON JAMAICA` has a city of its own.
        let street_before = end.checked_sub(2).and_then(|at| ends.lexer.lexemes.get(at));
        let is_city = street_before.is_some_and(|word| word.is(Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL));
        let foreign = country != Country::US;
        if foreign && (matches!(ends.shape, Some(Shape::Five | Shape::ZipFour)) || ends.shape.is_none() && is_city) {
            add(&["US"]);
        }
        return found;
    }
    let fits = tables::region_code(ends.region).is_some_and(|(country, _)| match country {
        "US" => ends.postcode.zip_prefix().and_then(tables::zip_region) == Some(ends.region),
        _ => false,
    });
    if fits || ends.shape.is_some_and(|shape| shape.is_certain() && shape != Shape::Japan) {
        return found;
    }
    // `PERTH WA`, `MILANO MI`: a code without a postcode that fits is read in each country that has it.
    if let Some((own, code)) = tables::region_code(ends.region) {
        let others = tables::regions(code).iter().filter_map(|&id| tables::region_code(id)).map(|(country, _)| country);
        others.filter(|&country| country != own).for_each(|country| add(&[country]));
    }
    // `ANKARA TR`: the last word can be the code of the country.
    let code = core::str::from_utf8(last).ok().and_then(Country::new);
    if let Some(country) = code.filter(|country| tables::is_country(country.code())) {
        add(&[country.code()]);
    }
    // `1051 BUDAPEST, SAS UTCA 25`: the postcode first, the house number last.
    let first = lexemes.first().filter(|first| first.is(DIGITS) && ends.lexer.bytes(first).len() == 4);
    let comma = lexemes.iter().skip(2).any(|lexeme| lexeme.gap == Gap::Comma);
    if first.is_some() && comma && lexemes.last().is_some_and(|last| last.is(DIGITS)) {
        add(&["HU"]);
    }
    // Digits at the front are a house number otherwise, not a postcode.
    for (at, lexeme) in lexemes.iter().enumerate().skip(1) {
        let text = ends.lexer.bytes(lexeme);
        let letters = lexemes.get(at + 1).is_some_and(|next| next.is_word() && ends.lexer.code(next).len() == 2);
        // `1015 CT AMSTERDAM`: the letters could be a state.
        if text.len() == 4 && lexeme.is(DIGITS) && letters && at + 2 < lexemes.len() {
            add(&["NL"]);
        }
        let next = lexemes.get(at + 1).filter(|next| next.is(DIGITS) && next.gap <= Gap::Hyphen);
        let next = next.map_or(0, |next| ends.lexer.bytes(next).len());
        match text.len() {
            5 if lexeme.is(MIXED) && text[1..].iter().all(u8::is_ascii_digit) => add(&["AR"]),
            _ if !lexeme.is(DIGITS) => {}
            2 if next == 3 => add(&["PL"]),
            3 if next == 2 => add(&THREE_TWO),
            4 if next == 3 => add(&["PT"]),
            4 => add(&FOUR),
            5 => add(&FIVE),
            6 => add(&SIX),
            7 => add(&["PT", "IL"]),
            _ => {}
        }
    }
    found
}
