//! Emails: a text becomes a typed mailbox; two mailboxes are compared.

use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::privacy::redacted_debug;
use crate::score::Score;
use crate::text::fold::{Reading, fold};

/// An email address, ready to be compared.
#[derive(Clone, PartialEq, Eq)]
pub struct Email {
    text: String,
}

redacted_debug!(Email);

impl Email {
    /// Reads an email address. `None` when the text holds none: it is blank, or a placeholder such as `N/A`.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Email> {
        let mut text = String::new();
        fold(raw, Reading::Plain, |byte| text.push(char::from(byte)));
        (!text.trim().is_empty()).then(|| Email { text })
    }

    /// Compares two email addresses; symmetric.
    pub fn compare(&self, other: &Email) -> Comparison {
        let mut reasons = Reasons::new(Field::Email);
        if self == other {
            reasons.add(Evidence::EmailExact);
            return Comparison { score: Score::MAX, reasons };
        }
        Comparison { score: Score::from_points(0), reasons }
    }
}
