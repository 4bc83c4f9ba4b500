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
    /// Says who owns a firm.
    Proprietor,
    /// Asks for the given name.
    Given,
    /// Asks for the middle name.
    Middle,
    /// Asks for the surname.
    Surname,
}

/// Labels there are.
const LABELS: usize = Label::Surname as usize + 1;

/// Where the rows of each label begin and end; those of one stand together.
static ROWS: [(usize, usize); LABELS] = {
    let (mut rows, mut at) = ([(0, 0); LABELS], 0);
    while at < forms::LABELS.len() {
        let label = forms::LABELS[at].0 as usize;
        rows[label] = (if rows[label].1 == 0 { at } else { rows[label].0 }, at + 1);
        at += 1;
    }
    rows
};

impl Label {
    /// Whether a word says this, in whatever case.
    pub(crate) fn names(self, word: &[u8]) -> bool {
        let (from, to) = ROWS[self as usize];
        forms::LABELS[from..to].iter().any(|(_, held)| held.eq_ignore_ascii_case(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_one_of_its_label_alone() {
        for (label, word) in &forms::LABELS {
            assert!(label.names(&word.to_ascii_uppercase()), "{label:?}");
        }
        for label in forms::LABELS.map(|(label, _)| label) {
            let (from, to) = ROWS[label as usize];
            assert!(forms::LABELS[from..to].iter().all(|(other, _)| *other == label), "{label:?}");
        }
        assert!(!Label::State.names(b"surname"));
    }
}
