//! The countries that a line may lie in without naming them.

use super::read::Ends;
use crate::Country;
use crate::address::Address;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED};
use crate::address::postcode::Shape;
use crate::tables::address::{self as tables, CityFit, Word};
use smallvec::SmallVec;

/// Countries by the shape of their postcodes. Source: the postal operators' addressing guides (UPU). Only countries whose
/// lines read otherwise when the country is known; the list bounds the readings of a line.
const FOUR: [&str; 11] = ["AR", "AT", "AU", "BE", "CH", "DK", "HU", "LU", "NO", "NZ", "ZA"];
const FIVE: [&str; 9] = ["DE", "ES", "FI", "FR", "IT", "MX", "PL", "SE", "US"];
const SIX: [&str; 4] = ["CN", "IN", "RO", "SG"];
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
    // A state of the US and a ZIP code that lies in it.
    let fits = tables::region_code(ends.region).is_some_and(|(country, _)| match country {
        "US" => ends.postcode.zip_prefix().and_then(tables::zip_region) == Some(ends.region),
        _ => false,
    });
    if let (Some(end), Some(country)) = (ends.named_by, ends.country) {
        // `DORFSTRASSE 12 9434 AU`: right behind a postcode two letters can be a city.
        let behind = lexemes.get(lexemes.len().wrapping_sub(2)).filter(|word| word.is(DIGITS) && last.len() == 2);
        let before = behind.filter(|_| !(fits && country == Country::US));
        match before.map_or(0, |code| ends.lexer.bytes(code).len()) {
            4 => {
                add(&FOUR);
                // `DEN HAAG, 1554 GB`: letters of its postcode.
                add(&["NL"]);
            }
            5 => add(&FIVE),
            _ => {}
        }
        if country.is_any_of(&CITY_STATES) {
            add(&[country.code()]);
        }
        if country != Country::US && name_may_be_us_city(ends, end) {
            add(&["US"]);
        }
        return found;
    }
    if fits || ends.shape.is_some_and(|shape| shape.is_certain() && shape != Shape::Japan) {
        return found;
    }
    // `PERTH WA`, `MILANO MI`: a code without a postcode that fits is read in each country that has it.
    if let Some((own, code)) = tables::region_code(ends.region) {
        // `MORELIA MICH`, `BRASILIA DF`: also in each that has the state as it is written.
        let meant = tables::regions(code).iter().chain(tables::regions(last));
        let others = meant.filter_map(|&id| tables::region_code(id)).map(|(country, _)| country);
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
    add(super::told::told_by_words(ends));
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
            7 => add(&["PT", "IL", "CL"]),
            _ => {}
        }
    }
    // `75460 PARIS FR` names a country, and it is not the US.
    if ends.coded {
        found.retain(|country| *country != Country::US);
    }
    found
}

impl Ends {
    /// Whether Hong Kong stands before `end`.
    pub(super) fn is_hong_kong(&self, end: usize) -> bool {
        end > 2 && tables::country(self.lexer.place(end - 2, end)) == Some("HK")
    }

    /// Whether a street of the line has a type that is Portuguese alone.
    pub(in crate::address) fn is_in_portuguese(&self) -> bool {
        let is_type = |word: &Lexeme| {
            matches!(self.lexer.bytes(word), b"rua" | b"travessa" | b"alameda" | b"praca" | b"rodovia" | b"estrada")
        };
        self.lexer.lexemes.iter().any(is_type)
    }
}

/// Whether the name of a foreign country that ends at a lexeme may be a city of the US: `88 SUTPHIN BLVD JAMAICA 11435`. It is a
/// place where the ZIP code says, and stands right where a city does: what stands before it is no city of its own, as in
/// `KINGSTON JAMAICA` and `75460 PARIS FRANCE`. Without a ZIP code it stands right behind a street.
fn name_may_be_us_city(ends: &Ends, end: usize) -> bool {
    let from = name_start(ends, end);
    let lexemes = &ends.lexer.lexemes;
    let typed = |lexeme: &Lexeme| lexeme.is(Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL);
    let Some(before) = from.checked_sub(1).map(|at| &lexemes[at]) else { return false };
    match ends.shape {
        // `SAN FRANCISCO UA 94137`: before the ZIP code stands a state, misspelt.
        Some(Shape::Five | Shape::ZipFour) if is_code(ends, end) => end < lexemes.len(),
        None => typed(before),
        Some(Shape::Five | Shape::ZipFour) => {
            let prefix = ends.postcode.zip_prefix();
            let state = prefix.and_then(tables::zip_region).unwrap_or(0);
            let known = !cfg!(feature = "us-cities")
                || tables::city_fit(ends.lexer.city_hash(&lexemes[from..end]), prefix, state) != CityFit::Unknown;
            ends.may_be_behind_street(from) && state != 0 && known
        }
        _ => false,
    }
}

/// Whether a country is named by its code.
fn is_code(ends: &Ends, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|at| ends.lexer.code(&ends.lexer.lexemes[at]).len() == 2)
}

/// Where the name of a country that ends at a lexeme begins.
pub(super) fn name_start(ends: &Ends, end: usize) -> usize {
    let named = |from: &usize| tables::country(ends.lexer.place(*from, end)).is_some();
    (end.saturating_sub(4)..end).find(named).unwrap_or(end.saturating_sub(1))
}

/// Takes the readings out in which the name of a country is only a part of the city, or of the street; whether any are left.
pub(super) fn keep_whole_name(reading: &mut Address, words: usize) -> bool {
    let any = reading.retain_splits(|split| usize::from(split.city.1 - split.city.0) == words);
    reading.keep_names();
    any
}

/// The words of the name by which a line names its country; `None` where it names none, or by its code.
pub(super) fn words_of_name(ends: &Ends) -> Option<usize> {
    ends.named_by.filter(|&end| !is_code(ends, end)).map(|end| end - name_start(ends, end))
}
