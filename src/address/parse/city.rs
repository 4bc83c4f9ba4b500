//! The words of a city at the end of a line: aliases, repetitions, and whether they are one.

use super::read::Lexemes;
use crate::Country;
use crate::address::lex::{ALIAS, DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::address::postcode::Postcode;
use crate::address::{Address, TOWN, TOWN_WORDS, Token};
use crate::tables::address::{self as tables, CityFit, Role, Word};

/// Writes a city alias at the end as the city: `SSF` → South San Francisco. `closed` says that something stands behind
/// it that ends an address, without which `LA` is too short to be read so; `country` is the one that is known.
pub(super) fn expand_alias(words: &mut Lexemes, lexer: &mut Lexer, closed: bool, country: Option<Country>) {
    let Some((from, city)) = alias(words, lexer, country) else { return };
    let district = district(words).copied();
    let district = district.filter(|_| from + 1 < words.len() && alias_at_end(words, lexer).is_none());
    if !closed && words.len() == from + 1 && lexer.bytes(&words[from]).len() <= 2 {
        return;
    }
    let mut from = from;
    let mut first_gap = words[from].gap;
    words.truncate(from);
    // `CIUDAD DE MEXICO CDMX`: the city stands there twice.
    if let Some((again, _)) = alias_at_end(words, lexer).filter(|(_, other)| *other == city) {
        from = again;
        first_gap = words[from].gap;
        words.truncate(from);
    }
    for (at, &word) in city.iter().enumerate() {
        let gap = if at == 0 { first_gap } else { Gap::Blank };
        let classes = tables::word(word).map_or(0, |word| word.classes & !(Word::PRIMARY | Word::UNIT));
        words.push(lexer.written(word, gap, classes | ALIAS));
    }
    words.extend(district);
}

/// Where the alias of a city at the end of words begins, and the city that it means.
#[inline(always)]
pub(super) fn alias(
    words: &[Lexeme],
    lexer: &Lexer,
    country: Option<Country>,
) -> Option<(usize, &'static [&'static str])> {
    // Most lines end otherwise.
    let last = words.last()?;
    if last.may(Role::ALIAS_END) || last.len == 1 { known_alias(words, lexer, country) } else { None }
}

fn known_alias(words: &[Lexeme], lexer: &Lexer, country: Option<Country>) -> Option<(usize, &'static [&'static str])> {
    // `COPENHAGEN N`: the letter of a district stands behind the city.
    let before_district = || district(words).and_then(|_| alias_at_end(&words[..words.len() - 1], lexer));
    let (from, city) = alias_at_end(words, lexer).or_else(before_district)?;
    let abroad = country.is_some_and(|country| country != Country::US);
    let american = |name: &Lexeme| ALSO_AMERICAN.iter().any(|other| other.as_bytes() == lexer.bytes(name));
    let means_itself = is_end_of_itself(words, from, city, lexer) || !abroad && american(&words[from]);
    (!means_itself).then_some((from, city))
}

/// One letter behind the name of a city.
fn district(words: &[Lexeme]) -> Option<&Lexeme> {
    words.last().filter(|last| words.len() > 1 && last.is_word() && last.len == 1)
}

/// English names of cities of Europe that are cities of the US as well: they stand for another name in their own country only.
const ALSO_AMERICAN: [&str; 4] = ["athens", "geneva", "posen", "stettin"];

/// Whether the words that an alias leaves out stand before it: `LAS VEGAS` is no `LAS` and the short name of Las Vegas.
fn is_end_of_itself(words: &[Lexeme], from: usize, city: &[&str], lexer: &Lexer) -> bool {
    let left_out = city.len().saturating_sub(words.len() - from);
    let alike = |lexemes: &[Lexeme], city: &[&str]| {
        lexemes.iter().map(|word| lexer.bytes(word)).eq(city.iter().map(|word| word.as_bytes()))
    };
    left_out > 0
        && from >= left_out
        && alike(&words[from..], &city[left_out..])
        && alike(&words[from - left_out..from], &city[..left_out])
}

/// How many words a city has without the number of a district behind it, and the number: `PARIS 18`, `LYON 3EME`, `WIEN 4`,
/// `PARIS 18E ARRONDISSEMENT`.
pub(super) fn without_district(words: &[Lexeme], lexer: &Lexer) -> Option<(usize, u32)> {
    let quarter =
        |word: &Lexeme| matches!(lexer.bytes(word), b"arrondissement" | b"arrdt" | b"ardt" | b"arr" | b"bezirk");
    let end = words.len() - usize::from(words.last().is_some_and(quarter));
    let at = end.checked_sub(1).filter(|&at| at > 0)?;
    let number = &words[at];
    let text = lexer.bytes(number);
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let plain = number.is(DIGITS | MIXED) && number.gap == Gap::Blank && matches!(&text[digits..], b"" | b"e");
    // Districts have two digits at most.
    let value = text[..digits.min(2)].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    (plain && matches!(digits, 1 | 2) && value > 0 && words[..at].iter().all(Lexeme::is_word)).then_some((at, value))
}

/// Leaves the number of a district out that the postcode says as well: `75018 PARIS 18`, `1040 WIEN 4`, `110 00 PRAHA 1`.
pub(super) fn drop_district(words: &mut Lexemes, lexer: &Lexer, postcode: &Postcode) {
    let Some((at, district)) = without_district(words, lexer) else { return };
    let digits = postcode.as_bytes();
    let two = |from: usize| match digits.get(from..from + 2) {
        Some(&[tens, ones]) if digits.iter().all(u8::is_ascii_digit) => {
            Some(u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
        }
        _ => None,
    };
    // Its end in France and Switzerland, behind the first digit in Austria and Hungary, one digit in Prague.
    let prague = digits.len() == 5 && digits.starts_with(b"1") && digits.ends_with(b"00");
    let said = [two(digits.len().saturating_sub(2)), two(1)].contains(&Some(district))
        || prague && u32::from(digits[1] - b'0') == district % 10;
    if said {
        words.truncate(at);
    }
}

/// Where the longest alias at the end begins, and the city that it means.
fn alias_at_end(words: &[Lexeme], lexer: &Lexer) -> Option<(usize, &'static [&'static str])> {
    if !words.last().is_some_and(|last| last.may(Role::ALIAS_END)) {
        return None;
    }
    (1..=4.min(words.len())).rev().find_map(|length| {
        let from = words.len() - length;
        let key = lexer.key_of(&words[from..]);
        Some((from, tables::city_alias(&key)?))
    })
}

/// `HOUSTON, HOUSTON`: a city that stands there twice stands there once.
pub(super) fn drop_repeated_city(words: &mut Lexemes, lexer: &Lexer) {
    if let Some(end) = repeated_city(words, &lexer.buffer) {
        words.truncate(end);
    }
}

/// Words of a city that is looked for before a comma.
pub(super) const REPEATED: usize = 3;

/// Where a city ends that is repeated at the end; the words are spelled in a buffer.
pub(super) fn repeated_city(words: &[Lexeme], buffer: &[u8]) -> Option<usize> {
    // Before the first of the two there are other words.
    for length in 1..=REPEATED.min(words.len().saturating_sub(1) / 2) {
        let (before, city) = words.split_at(words.len() - length);
        let same = |(one, other): (&Lexeme, &Lexeme)| {
            one.len == other.len && one.is_word() && one.spelling(buffer) == other.spelling(buffer)
        };
        if city[0].gap == Gap::Comma && before.iter().rev().zip(city.iter().rev()).all(same) {
            return Some(before.len());
        }
    }
    None
}

/// Whether a city that stands apart, from a token on, is known, as the flags of an address.
pub(super) fn town_apart(address: &Address, from: u8) -> u16 {
    let words = address.tokens.get(usize::from(from)..usize::from(address.region_from)).unwrap_or_default();
    let state = if address.region == 0 { address.zip_region } else { address.region };
    let american = address.country.is_none_or(|country| country == Country::US);
    if !american || state == 0 || !(1..=TOWN_WORDS).contains(&words.len()) {
        return 0;
    }
    let name = words.iter().rev().fold(tables::NO_CITY, |name, token| tables::city_hash(name, token.hash));
    let known = tables::city_fit(name, address.postcode.zip_prefix(), state) != CityFit::Unknown;
    if known { TOWN << (words.len() - 1) } else { 0 }
}

/// Words of the longest name in the table of places.
const LONGEST_CITY: usize = 6;

/// Whether the last word, the last two words, and so on, are a city of the ZIP code, or of the state.
pub(super) struct CityFits {
    /// By how many words at the end they are; none, and more than a city has, are none.
    fits: [CityFit; LONGEST_CITY + 2],
    /// Of how many words at the end it is known that they are a city, as the flags of an address. Where the ZIP code is that of
    /// fewer words, more of them are none that is only of the state: `CENTRAL AVE W SPRINGFIELD MA 01108`.
    pub(super) towns: u16,
}

impl CityFits {
    pub(super) fn of(address: &Address) -> CityFits {
        let state = if address.region == 0 { address.zip_region } else { address.region };
        let american = address.country.is_none_or(|country| country == Country::US);
        if !american || state == 0 {
            return CityFits { fits: [CityFit::Unknown; LONGEST_CITY + 2], towns: 0 };
        }
        // Before the first word ends no street.
        let words = address.tokens.get(usize::from(address.name_to) + 1..usize::from(address.region_from));
        CityFits::of_words(words.unwrap_or_default(), address.postcode.zip_prefix(), state)
    }

    /// The same of some words of an address in a state.
    #[inline(always)]
    pub(super) fn of_words(words: &[Token], prefix: Option<u16>, state: u16) -> CityFits {
        let mut found = CityFits { fits: [CityFit::Unknown; LONGEST_CITY + 2], towns: 0 };
        let (mut name, mut town, mut of_zip) = (tables::NO_CITY, TOWN, false);
        for (fit, token) in found.fits[1..=LONGEST_CITY].iter_mut().zip(words.iter().rev()) {
            // The hash of a name is made of those of its words from the last on: one word more is one step more.
            name = tables::city_hash(name, token.hash);
            *fit = tables::city_fit(name, prefix, state);
            if *fit != CityFit::Unknown {
                of_zip |= *fit == CityFit::Zip;
                found.towns |= if *fit == CityFit::Zip || !of_zip { town } else { 0 };
            }
            // That of more words than are told has no bit.
            town <<= 1;
        }
        found
    }

    /// Whether so many words at the end are a city.
    #[inline(always)]
    pub(super) fn of_last(&self, words: usize) -> CityFit {
        self.fits[words.min(LONGEST_CITY + 1)]
    }
}
