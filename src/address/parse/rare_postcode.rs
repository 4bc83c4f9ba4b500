//! Postcodes of rarer countries, only where the country is named. The patterns are compiled at the first such line.

use crate::Country;
use crate::address::lex::Lexer;
use crate::address::postcode::{Found, Postcode, Shape};
use regex::Regex;
use std::sync::LazyLock;

/// Country and the pattern of its postcode, without blanks. Source: the postal operators' addressing guides (UPU).
const PATTERNS: [(&str, &str); 13] = [
    ("AD", "^ad[0-9]{3}$"),
    ("BN", "^[a-z]{2}[0-9]{4}$"),
    ("BM", "^[a-z]{2}[0-9a-z]{2}$"),
    ("KY", "^ky[0-9]{5}$"),
    ("LV", "^lv[0-9]{4}$"),
    ("LT", "^lt[0-9]{5}$"),
    ("MT", "^[a-z]{3}[0-9]{4}$"),
    ("SZ", "^[a-z][0-9]{3}$"),
    ("TW", "^[0-9]{3}$"),
    ("IS", "^[0-9]{3}$"),
    ("FO", "^[0-9]{3}$"),
    ("BB", "^bb[0-9]{5}$"),
    ("SA", "^[0-9]{9}$"),
];

/// The second letters of the countries above, as bits, by the first letter.
static COUNTRIES: [u32; 26] = {
    let mut letters = [0; 26];
    let mut at = 0;
    while at < PATTERNS.len() {
        if let [first, second] = PATTERNS[at].0.as_bytes() {
            letters[(*first - b'A') as usize] |= 1 << (*second - b'A');
        }
        at += 1;
    }
    letters
};

static COMPILED: LazyLock<Vec<(&'static str, Regex)>> = LazyLock::new(|| {
    PATTERNS.iter().filter_map(|&(country, pattern)| Some((country, Regex::new(pattern).ok()?))).collect()
});

/// The postcode of a rarer country, which is named, that ends right before `end`.
pub(in crate::address) fn ending_at(lexer: &Lexer, end: usize, country: Option<Country>) -> Option<Found> {
    let [first, second] = country?.letters().map(|letter| letter - b'A');
    if COUNTRIES[usize::from(first)] & 1 << second == 0 {
        return None;
    }
    let (_, pattern) = COMPILED.iter().find(|(of, _)| country.is_some_and(|country| country.is_any_of(&[of])))?;
    for words in 1..=2.min(end) {
        let from = end - words;
        let joined: Vec<u8> = lexer.key(from, end).as_ref().iter().copied().filter(|&byte| byte != b' ').collect();
        let text = core::str::from_utf8(&joined).ok()?;
        if pattern.is_match(text) {
            return Some(Found { code: Postcode::new(&joined)?, shape: Shape::Rare, from });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_pattern_compiles() {
        assert_eq!(super::COMPILED.len(), super::PATTERNS.len());
    }
}
