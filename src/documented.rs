//! The documented examples as data: what the published documentation of the scale shows.
//!
//! ```
//! use ownership_match::documented::EXAMPLES;
//! for example in EXAMPLES {
//!     let comparison = example.compare();
//!     assert!(example.expected.is_met_by(comparison), "{} | {}: {}", example.given, example.owner, example.expected);
//! }
//! ```

use core::fmt;

use crate::address::Address;
use crate::country::Country;
use crate::email::Email;
use crate::evidence::{Comparison, Field};
use crate::name::Name;
use crate::owner::PostalAddress;
use crate::phone::Phone;
pub use crate::tables::documented::EXAMPLES;

/// One side of a documented example. `Display` prints it; the parts of an address are parted by `; `.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name, email, phone or raw address line.
    Text(&'static str),
    /// A structured address: line1, line2, city, state, postal code, country.
    Parts([Option<&'static str>; 6]),
    /// Not reported.
    Missing,
}

impl Value {
    const fn text(self) -> Option<&'static str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Parts(_) | Value::Missing => None,
        }
    }

    fn address(self) -> Option<Address> {
        match self {
            Value::Text(line) => Address::parse(line, Some(Country::US)),
            Value::Parts(parts) => {
                let [line1, line2, city, state, postal_code, country] = parts.map(|part| part.map(str::to_owned));
                Address::from_parts(&PostalAddress { line1, line2, city, state, postal_code, country })
            }
            Value::Missing => None,
        }
    }

    /// The value as one raw line: line1, line2, city, `state postal_code`, country, joined by `, `.
    fn line(self) -> Option<String> {
        match self {
            Value::Text(line) => Some(line.to_owned()),
            Value::Parts([line1, line2, city, state, postal_code, country]) => {
                let last = [state, postal_code].into_iter().flatten().collect::<Vec<_>>().join(" ");
                let lines = [line1, line2, city, Some(last.as_str()), country];
                Some(lines.into_iter().flatten().collect::<Vec<_>>().join(", "))
            }
            Value::Missing => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::Parts(parts) => f.write_str(&parts.iter().flatten().copied().collect::<Vec<_>>().join("; ")),
            Value::Missing => f.write_str("null"),
        }
    }
}

/// What a documented example must give. `Display` prints the interval: `85–99`, `exactly 65`, `missing data`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A score within an inclusive interval; both ends are the same where the documentation shows one number.
    Score {
        /// The lowest score.
        min: u8,
        /// The highest score.
        max: u8,
    },
    /// No score, `missing_data: true`.
    MissingData,
}

impl Expected {
    /// Whether a comparison, `None` for missing data, is what the documentation shows.
    #[must_use]
    pub fn is_met_by(self, comparison: Option<Comparison>) -> bool {
        match (self, comparison) {
            (Expected::Score { min, max }, Some(comparison)) => (min..=max).contains(&comparison.score.get()),
            (Expected::MissingData, None) => true,
            _ => false,
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expected::Score { min, max } if min == max => write!(f, "exactly {min}"),
            Expected::Score { min, max } => write!(f, "{min}–{max}"),
            Expected::MissingData => f.write_str("missing data"),
        }
    }
}

/// One documented example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The compared field.
    pub field: Field,
    /// What the customer states.
    pub given: Value,
    /// What the bank reports.
    pub owner: Value,
    /// What must come out.
    pub expected: Expected,
}

impl Example {
    /// Compares the two sides with the default country US; `None` where one is missing.
    #[must_use]
    pub fn compare(&self) -> Option<Comparison> {
        fn both<T>(given: Option<T>, owner: Option<T>, compare: fn(&T, &T) -> Comparison) -> Option<Comparison> {
            Some(compare(&given?, &owner?))
        }
        let (given, owner) = (self.given.text(), self.owner.text());
        let phone = |text| Phone::parse(text, Some(Country::US));
        match self.field {
            Field::Name => both(given.and_then(Name::parse), owner.and_then(Name::parse), Name::compare),
            Field::Email => both(given.and_then(Email::parse), owner.and_then(Email::parse), Email::compare),
            Field::Phone => both(given.and_then(phone), owner.and_then(phone), Phone::compare),
            Field::Address => both(self.given.address(), self.owner.address(), Address::compare),
        }
    }

    /// The owner side of an address example as a bank would report it, in one line: as it is, in upper case, without
    /// commas, and both; each with its comparison. Empty for the other fields.
    #[must_use]
    pub fn compare_flattened(&self) -> Vec<(String, Option<Comparison>)> {
        let (Field::Address, Some(line)) = (self.field, self.owner.line()) else { return Vec::new() };
        let given = self.given.address();
        let (upper, bare) = (line.to_uppercase(), line.replace(',', ""));
        let both = bare.to_uppercase();
        [line, upper, bare, both]
            .into_iter()
            .map(|line| {
                let owner = Address::parse(&line, Some(Country::US));
                let comparison = given.as_ref().zip(owner.as_ref()).map(|(given, owner)| given.compare(owner));
                (line, comparison)
            })
            .collect()
    }
}
