//! What the words of a form say beside a name.

use super::forms;

/// What a word of a form says beside a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// Asks for the name, in front of it and a colon.
    Asked,
    /// What somebody is at the bank.
    Standing,
    /// The firm of one professional. `PA` is also Pennsylvania.
    Practice,
    /// A state of the United States.
    State,
    /// What the account of a firm is for.
    Purpose,
    /// An account.
    Product,
    /// Which one of its kind an account is.
    Kind,
    /// A trade before the A/C that cools a house.
    Air,
    /// Asks for the given name.
    Given,
    /// Asks for the middle name.
    Middle,
    /// Asks for the surname.
    Surname,
}

impl Label {
    /// Whether a word says this, in whatever case.
    pub(crate) fn names(self, word: &[u8]) -> bool {
        forms::LABELS.iter().any(|(label, held)| *label == self && held.eq_ignore_ascii_case(word))
    }
}
