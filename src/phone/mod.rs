//! Phones: a text becomes a typed number; two numbers are compared.

use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::privacy::redacted_debug;
use crate::score::Score;
use crate::text::fold::{Reading, fold};

/// A phone number, ready to be compared.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone {
    text: String,
}

redacted_debug!(Phone);

impl Phone {
    /// Reads a phone number. `None` when the text holds none: it is blank, or a placeholder such as `N/A`.
    #[must_use]
    pub fn parse(raw: &str, _region: Option<crate::Country>) -> Option<Phone> {
        let mut text = String::new();
        fold(raw, Reading::Plain, |byte| text.push(char::from(byte)));
        (!text.trim().is_empty()).then(|| Phone { text })
    }

    /// Compares two phone numbers; symmetric.
    pub fn compare(&self, other: &Phone) -> Comparison {
        let mut reasons = Reasons::new(Field::Phone);
        if self == other {
            reasons.add(Evidence::PhoneExact);
            return Comparison { score: Score::MAX, reasons };
        }
        Comparison { score: Score::from_points(0), reasons }
    }
}
