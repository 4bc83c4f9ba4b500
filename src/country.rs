//! Countries and regions by their ISO 3166-1 alpha-2 code.

use crate::tables;
use core::fmt;

/// A country or region by its ISO 3166-1 alpha-2 code, such as `US`; the default country of phones and addresses.
///
/// Any two Latin letters are taken: whether the code is assigned is for the tables that use it to know.
///
/// ```
/// use ownership_match::Country;
/// assert_eq!(Country::new("gb"), Some(Country::GB));
/// assert_eq!(Country::GB.code(), "GB");
/// assert_eq!(Country::new("Great Britain"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The United States, the default.
    pub const US: Country = Country(*b"US");
    /// Canada.
    pub const CA: Country = Country(*b"CA");
    /// The United Kingdom.
    pub const GB: Country = Country(*b"GB");

    /// A country from its two-letter code in either case, or `None` for any other text.
    #[must_use]
    pub const fn new(code: &str) -> Option<Country> {
        match code.as_bytes() {
            [first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => {
                Some(Country([first.to_ascii_uppercase(), second.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// A country that is assigned its code by ISO 3166-1, in either case; `UK` is [`GB`](Country::GB), as people write it. `None` for any
    /// other text: what a person types is better refused than read in a country that does not exist.
    ///
    /// ```
    /// use ownership_match::Country;
    /// assert_eq!(Country::assigned("uk"), Some(Country::GB));
    /// assert_eq!(Country::assigned("ZZ"), None);
    /// ```
    #[must_use]
    pub fn assigned(code: &str) -> Option<Country> {
        let country = Country::new(code)?;
        if country == Country(*b"UK") {
            return Some(Country::GB);
        }
        let code = country.code();
        let is_assigned = tables::address::is_country(code)
            || tables::address::country_of_territory(code).is_some()
            || tables::phone::Plan::of_region(country).is_some();
        is_assigned.then_some(country)
    }

    /// Whether it is one of the countries with these upper-case codes: compared as bytes, which needs no check for UTF-8.
    pub(crate) fn is_any_of(self, codes: &[&str]) -> bool {
        codes.iter().any(|code| code.as_bytes() == self.0)
    }

    /// The bytes of its code.
    pub(crate) const fn letters(self) -> [u8; 2] {
        self.0
    }

    /// The two upper-case letters.
    #[must_use]
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Default for Country {
    fn default() -> Self {
        Country::US
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_assigned_codes_are_countries() {
        // Countries, territories with a plan of their own or without, and what people write for the United Kingdom.
        for code in ["us", "GB", "HK", "PR", "GG", "AC", "BL", "XK"] {
            assert_eq!(Country::assigned(code), Country::new(code), "{code}");
        }
        assert_eq!(Country::assigned("UK"), Some(Country::GB));
        for code in ["ZZ", "EN", "XX", "", "U", "USA", "1A", "ÜS"] {
            assert_eq!(Country::assigned(code), None, "{code}");
        }
    }
}
