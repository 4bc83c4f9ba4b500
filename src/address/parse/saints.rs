//! `ST` between a street and a city: Broadway Street in Louis, or Broadway in St. Louis?

use super::read::Ends;
use crate::Country;
use crate::address::lex::{self, Gap, Lexeme, Lexer};
use crate::address::postcode::Postcode;
use crate::tables::address::{self as tables, CityFit, Role, Word};

impl Ends {
    /// `77 BROADWAY ST LOUIS MO 63101`: `ST` is Saint where [`saint_city`](Ends::saint_city) says so. Where no table knows the
    /// cities, both senses are kept: the place of the word is told.
    pub(super) fn resolve_saint_city(&mut self) {
        match self.saint_city(&self.area) {
            Some((at, true)) => self.area[at] = self.lexer.saint(self.area[at]),
            Some((at, false)) => self.saint = Some(at),
            None => {}
        }
    }

    /// Where `ST` stands between a street and a city, and whether it is Saint: where the words behind it are a city of ZIP code
    /// or state with Saint, and fit worse without it. Where no table knows the cities, it may be.
    fn saint_city(&self, area: &[Lexeme]) -> Option<(usize, bool)> {
        saint_city(area, &self.lexer.buffer, self.country, &self.postcode, self.region)
    }
}

/// The same of words that are spelled in a buffer, of an address of which country, postcode and region are known.
pub(super) fn saint_city(
    area: &[Lexeme],
    buffer: &[u8],
    country: Option<Country>,
    postcode: &Postcode,
    region: u16,
) -> Option<(usize, bool)> {
    let end = area.len();
    // One that begins the line or stands behind its number is read before.
    let at = (2..end.saturating_sub(1)).rev().find(|&at| area[at].is_short_street())?;
    let behind = &area[at + 1..];
    if !behind.iter().all(Lexeme::is_word) || behind[0].gap >= Gap::Comma || area[at].gap >= Gap::Comma {
        return None;
    }
    let american = country.is_none_or(|country| country == Country::US);
    let prefix = postcode.zip_prefix().filter(|_| american);
    let state = if region == 0 { prefix.and_then(tables::zip_region).unwrap_or(0) } else { region };
    if american && state != 0 {
        let city = lex::city_hash(behind, buffer);
        let rank = |fit: CityFit| match fit {
            CityFit::Zip => 2,
            CityFit::State => 1,
            CityFit::Unknown => 0,
        };
        let with = rank(tables::city_fit(tables::city_hash(city, crate::address::hash(b"saint")), prefix, state));
        (with > 0 && with > rank(tables::city_fit(city, prefix, state))).then_some((at, true))
    } else {
        behind[0].may(Role::SAINT).then_some((at, false))
    }
}

impl Lexer {
    /// The same text with the word at a place in the sense of Saint.
    pub(super) fn with_saint(mut self, at: usize) -> Lexer {
        if at < self.lexemes.len() {
            self.becomes(at, "saint", Word::SAINT);
        }
        self
    }
}

impl Lexeme {
    /// Whether it is written `ST` and read as Street.
    fn is_short_street(&self) -> bool {
        self.is(Word::PRIMARY) && self.is_short_saint()
    }
}

#[cfg(test)]
mod tests {
    // Without the places of the United States their form alone decides.
    #[cfg(feature = "us-cities")]
    #[test]
    fn a_city_with_saint_is_told_from_a_street() {
        for (line, street, city) in [
            ("77 BROADWAY ST LOUIS MO 63101", "broadway", "saint louis"),
            ("18 COUNTY ROAD 12 ST PAUL MN 55101", "cr 12", "saint paul"),
            ("77 BROADWAY ST ST LOUIS MO 63101", "broadway street", "saint louis"),
            ("500 MAIN ST RENO NV 89501", "main street", "reno"),
            // Paul is a city of Idaho as well.
            ("12 LAKE ST PAUL ID 83347", "lake street", "paul"),
        ] {
            let parts = crate::Address::parse(line, None).expect("an address").parts();
            assert_eq!((parts.thoroughfare.as_deref(), parts.city.as_deref()), (Some(street), Some(city)), "{line}");
        }
    }
}
