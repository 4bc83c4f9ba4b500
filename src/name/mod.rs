//! Names: one owner string becomes a typed name; two names are compared.

use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::privacy::redacted_debug;
use crate::score::Score;
use crate::text::fold::{Reading, fold};

/// The name of a person or business, ready to be compared.
#[derive(Clone, PartialEq, Eq)]
pub struct Name {
    text: String,
}

redacted_debug!(Name);

impl Name {
    /// Reads a name. `None` when the text holds none: it is blank, or a placeholder such as `N/A`.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Name> {
        let mut text = String::new();
        fold(raw, Reading::Plain, |byte| text.push(char::from(byte)));
        (!text.trim().is_empty()).then(|| Name { text })
    }

    /// Compares two names; symmetric.
    pub fn compare(&self, other: &Name) -> Comparison {
        let mut reasons = Reasons::new(Field::Name);
        if self == other {
            reasons.add(Evidence::NameExact);
            return Comparison { score: Score::MAX, reasons };
        }
        Comparison { score: Score::from_points(0), reasons }
    }
}
