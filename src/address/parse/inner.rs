//! A postcode inside a line: before its city, or behind it with the street following.

use super::city::{drop_district, expand_alias, without_district};
use super::read::{Ends, FOUR_DIGITS, Lexemes, prefix_country};
use crate::Country;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED};
use crate::address::postcode::{self, Postcode, Shape};
use crate::tables::address::{self as tables, Word};

impl Ends {
    /// A postcode inside the line: before its city, or behind it with the street following.
    pub(super) fn split_at_postcode(&mut self, end: usize) -> bool {
        for stop in (1..end).rev() {
            let Some(found) = postcode::ending_at(&self.lexer, stop, self.country) else { continue };
            let mut from = found.from;
            let lexemes = &self.lexer.lexemes;
            let behind = &lexemes[stop..end];
            let before = &lexemes[..from];
            // `DEPT 33629 SAN FRANCISCO`
            if !found.shape.is_certain() && before.last().is_some_and(|before| self.names_unit(before)) {
                continue;
            }
            // `NO 218 SEC 2`: a house in Taiwan.
            let mark = |word: &Lexeme| self.lexer.code(word) == b"no" && found.code.as_bytes().len() == 3;
            if before.last().is_some_and(mark) {
                continue;
            }
            // `H.NO 8-77-187`: the end of a house number.
            if lexemes[from].gap == Gap::Hyphen && before.last().is_some_and(|before| before.is(DIGITS)) {
                continue;
            }
            // `AV. APOQUINDO 4801 OF. 257`, `LAVALLE 4864 PB`: an office and the ground floor in Spanish; a Dutch house has a number.
            let spanish = matches!(found.code.as_bytes(), [_, _, _, _, b'o', b'f'] | [_, _, _, _, b'p', b'b']);
            if found.shape == Shape::Netherlands && spanish && !before.iter().any(|word| word.is(DIGITS | MIXED)) {
                continue;
            }
            let region = before
                .last()
                .and_then(|last| tables::region_of("US", self.lexer.code(last)).filter(|_| last.is_word()));
            let street_follows =
                behind.iter().any(|lexeme| lexeme.is(DIGITS | MIXED)) && behind.iter().any(Lexeme::is_word);
            let american = matches!(found.shape, Shape::Five | Shape::ZipFour) && region.is_some();
            // `BEND OR 97701 1402 ELM ST`: four digits without their hyphen before a street are a house number; so they are where
            // no other stands before the city.
            let house = american
                && found.shape == Shape::ZipFour
                && stop == from + 2
                && lexemes[from + 1].gap != Gap::Hyphen
                && (behind.iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX | Word::BEFORE))
                    || !before.iter().any(|word| word.is(DIGITS | MIXED)) && !behind.is_empty())
                && !has_street(before);
            if house {
                continue;
            }
            // `D-01067 DRESDEN, AM ALTEN MARKT 4`
            let prefix = (from == 1 && lexemes[from].gap == Gap::Hyphen)
                .then(|| prefix_country(self.lexer.bytes(&lexemes[0])))
                .flatten();
            // `15 GRAFTON ST D02 X285 DUBLIN 2`: a postal district of the city, and no street.
            let district = found.shape == Shape::Ireland
                && matches!(behind, [city, district] if self.lexer.bytes(city) == b"dublin" && self.lexer.bytes(district).len() <= 2);
            if street_follows
                && !district
                && (american
                    || found.shape.is_certain()
                    || (from == 0 || prefix.is_some()) && matches!(found.shape, Shape::Four | Shape::Five | Shape::Six))
            {
                // `SAN FRANCISCO CA 94080 354 OYSTER POINT BLVD`; `1051 Budapest, Sas utca 25`.
                if from == 0 || prefix.is_some() {
                    let certain = lexemes[0].is(DIGITS | MIXED) && found.shape.is_certain();
                    if !certain && prefix.is_none() && !self.is_postcode_first() {
                        continue;
                    }
                    self.country = self.country.or(prefix);
                    let Some(comma) = behind.iter().skip(1).position(|lexeme| lexeme.gap == Gap::Comma) else {
                        continue;
                    };
                    self.city = Some(Lexemes::from_slice(&behind[..=comma]));
                    self.area = Lexemes::from_slice(&behind[comma + 1..]);
                } else if has_street(before) {
                    // `500 OAK ST RENO NV 89501 C/O 12 MAIN ST`: what stands before the postcode is an address of its own.
                    continue;
                } else {
                    let cut = from - usize::from(american);
                    // `SOLOMONS MD 20629 7805 PERCY ST NE`: the state is known, and what was taken for one at the end is a direction.
                    let direction = lexemes.last().is_some_and(|last| last.is(Word::DIRECTIONAL | Word::SUFFIX));
                    let whole = american
                        && direction
                        && self.region != 0
                        && region != Some(self.region)
                        && self.named_by.is_none();
                    let behind = if whole { &lexemes[stop..] } else { behind };
                    if american {
                        self.region = region.unwrap_or(0);
                    }
                    let mut city = Lexemes::from_slice(&lexemes[..cut]);
                    self.area = Lexemes::from_slice(behind);
                    expand_alias(&mut city, &mut self.lexer, true, self.country);
                    self.city = Some(city);
                }
                self.set_postcode(found.code, found.shape);
                return true;
            }
            if behind.is_empty() || !behind[0].is_word() || from == 0 {
                continue;
            }
            let numbered = before.iter().any(|lexeme| lexeme.is(DIGITS | MIXED));
            // `BERLINER ALLEE 55-205 FRANKFURT`, `AV. AMAZONAS 21-166 Y COLON`: without another number before it these are houses.
            if found.shape == Shape::Poland && !numbered && lexemes[from].gap < Gap::Comma {
                continue;
            }
            // `4 RUE HAXO 75018 PARIS 18`
            let district = without_district(behind, &self.lexer).filter(|_| numbered);
            let mut named = &behind[..district.map_or(behind.len(), |(words, _)| words)];
            // `VIA ROMA 12 83100 AVELLINO AV`: the province is no avenue.
            if let [city @ .., last] = named {
                let province = tables::region_of("IT", self.lexer.code(last)).is_some() && last.raw_len == 2;
                let italian = self.country.is_none_or(|country| country.is_any_of(&["IT"])) && self.region == 0;
                if province && italian && !city.is_empty() && before[0].is(Word::BEFORE) && !before[0].is(Word::SUFFIX)
                {
                    named = city;
                }
            }
            let typed = named
                .iter()
                .any(|lexeme| lexeme.is(Word::PRIMARY | Word::AFTER | DIGITS | MIXED) && !lexeme.is(Word::PARTICLE))
                && !is_city_behind(before, named);
            let before_city = self.country.is_some_and(|country| country.is_any_of(&["RO", "CO"]));
            let american_tail = self.region != 0
                && tables::region_code(self.region).is_some_and(|(country, _)| matches!(country, "US" | "CA"));
            if (typed
                || american_tail
                || !numbered && found.shape == Shape::Four
                || found.shape == Shape::Six && !before_city)
                && !found.shape.is_certain()
            {
                continue;
            }
            if found.shape == Shape::Four && !self.country.is_some_and(|country| country.is_any_of(&FOUR_DIGITS)) {
                // `Bahnhofstrasse 5 8001 Zürich`: a number stands before it.
                if !before.last().is_some_and(|last| {
                    last.is(DIGITS | MIXED) || lexemes[from].gap >= Gap::Comma || lexemes[from].gap == Gap::Hyphen
                }) {
                    continue;
                }
            }
            if lexemes[from].gap == Gap::Hyphen {
                let prefix = self.lexer.bytes(&lexemes[from - 1]);
                // `UTCA 14. H-4024 DEBRECEN`; elsewhere `H-2204` is a flat.
                let hungarian = prefix == b"h" && self.region == 0 && from > 1 && lexemes[from - 2].is(DIGITS);
                let country = prefix_country(prefix).or_else(|| Country::new("HU").filter(|_| hungarian));
                if let Some(country) = country {
                    self.country.get_or_insert(country);
                    from -= 1;
                }
            }
            let mut city = Lexemes::from_slice(behind);
            if let Some(country) = self.country_of_code(&city, found.shape) {
                self.country.get_or_insert(country);
                self.coded = true;
                city.pop();
            }
            if let Some(last) = city.last().copied().filter(|last| city.len() > 1 && self.lexer.code(last).len() == 2) {
                if let Some(province) = tables::region_of("IT", self.lexer.code(&last))
                    .filter(|_| self.region == 0 && found.shape == Shape::Five)
                {
                    if self.country.is_none_or(|country| country.is_any_of(&["IT"])) {
                        self.region = province;
                        self.coded |= tables::region_of("US", self.lexer.code(&last)).is_none();
                        city.pop();
                    }
                }
            }
            drop_district(&mut city, &self.lexer, &found.code);
            while district.is_none()
                && city
                    .last()
                    .is_some_and(|last| last.is(Word::NOISE) && self.lexer.bytes(last) == b"cedex" || last.is(DIGITS))
            {
                city.pop();
            }
            expand_alias(&mut city, &mut self.lexer, true, self.country);
            let mut area = Lexemes::from_slice(&self.lexer.lexemes[..from]);
            while area.last().is_some_and(|last| matches!(self.lexer.code(last), b"cp" | b"cep" | b"plz")) {
                area.pop();
            }
            self.area = area;
            self.city = Some(city);
            self.set_postcode(found.code, found.shape);
            return true;
        }
        false
    }

    /// `75004 PARIS FR`, `10117 BERLIN, DE`: the code of a country behind the city, where its postcodes look so and the code is
    /// no province.
    fn country_of_code(&self, city: &[Lexeme], shape: Shape) -> Option<Country> {
        let last = city.last().filter(|last| city.len() > 1 && last.is_word())?;
        let code = self.lexer.code(last);
        let country = core::str::from_utf8(code).ok().and_then(Country::new)?;
        let fits = match shape {
            Shape::Five => country.is_any_of(&["DE", "ES", "FI", "FR", "IT", "MX", "TR"]),
            Shape::Four => country.is_any_of(&FOUR_DIGITS),
            other => other.country() == Some(country),
        };
        let province = ["IT", "MX"].iter().any(|of| shape == Shape::Five && tables::region_of(of, code).is_some());
        (fits && !province && self.country.is_none_or(|named| named == country)).then_some(country)
    }

    /// Whether addresses of the country begin with the postcode: `1051 BUDAPEST, SAS UTCA 25`.
    fn is_postcode_first(&self) -> bool {
        self.country.is_some_and(|country| country.is_any_of(&["HU", "RU", "LT", "UA", "BY", "KZ", "CN"]))
    }

    fn set_postcode(&mut self, code: Postcode, shape: Shape) {
        self.postcode = code;
        self.shape = Some(shape);
        self.imply_country();
    }
}

/// Whether a word for a street at the end of what stands behind a postcode is the end of a city: `LINDENSTR 48 95028 HOF`,
/// `67433 NEUSTADT AN DER WEINSTRASSE`. A house number stands right before the postcode, behind a street.
fn is_city_behind(before: &[Lexeme], behind: &[Lexeme]) -> bool {
    let Some(((number, street), (last, names))) = before.split_last().zip(behind.split_last()) else { return false };
    let named = |lexeme: &Lexeme| lexeme.is_word() && !lexeme.is(Word::UNIT);
    number.is(DIGITS | MIXED)
        && street.iter().any(named)
        && last.is(Word::AFTER)
        && !names.iter().any(|lexeme| lexeme.is(Word::PRIMARY | DIGITS | MIXED))
}

/// Whether a house number and, behind it, the type of a street stand among the words.
fn has_street(words: &[Lexeme]) -> bool {
    let number = words.iter().position(|lexeme| lexeme.is(DIGITS | MIXED));
    number.is_some_and(|at| words[at..].iter().any(|lexeme| lexeme.is(Word::PRIMARY)))
}
