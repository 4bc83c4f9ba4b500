//! Both sides of a field, part beside part: what an explanation shows only where the caller asks for it.

use super::part::Part;
use crate::evidence::Field;
use core::fmt;

/// How a part of one side stands to the same part of the other, as normalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Agreement {
    /// The normalized parts are the same.
    Same,
    /// They are not; a difference may still be as small as a nickname.
    Different,
    /// Only the given side has the part.
    OnlyGiven,
    /// Only the owner side has it.
    OnlyOwner,
}

impl Agreement {
    /// The stable code: `same`, `different`, `only_given`, `only_owner`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Agreement::Same => "same",
            Agreement::Different => "different",
            Agreement::OnlyGiven => "only_given",
            Agreement::OnlyOwner => "only_owner",
        }
    }
}

/// One part of both sides, as normalized. It holds personal data of the customer **and of the bank**.
#[derive(Clone, PartialEq, Eq)]
pub struct AlignedPart {
    part: Part,
    given: Option<String>,
    owner: Option<String>,
}

impl AlignedPart {
    /// Which part.
    #[must_use]
    pub const fn part(&self) -> Part {
        self.part
    }

    /// What the customer states.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        self.given.as_deref()
    }

    /// What the bank reports.
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    /// How the two stand to each other.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        match (&self.given, &self.owner) {
            (Some(given), Some(owner)) if given == owner => Agreement::Same,
            (Some(_), None) => Agreement::OnlyGiven,
            (None, Some(_)) => Agreement::OnlyOwner,
            _ => Agreement::Different,
        }
    }
}

/// Both sides of a field, part beside part, in the normalized form that was compared. `Display` prints a table.
///
/// It holds personal data of the customer **and of the bank**: it is made only where the caller asks for it, and `Debug`
/// shows nothing of it.
///
/// ```
/// use ownership_match::{Agreement, Name};
/// let given = Name::parse("Jenny Rosen").unwrap();
/// let owner = Name::parse("ROSEN, JENNIFER").unwrap();
/// let alignment = given.align(&owner);
/// let rows: Vec<_> = alignment.parts().iter().map(|part| (part.part().code(), part.given(), part.owner())).collect();
/// assert_eq!(rows, [
///     ("given_name", Some("jenny"), Some("jennifer")),
///     ("surname", Some("rosen"), Some("rosen")),
/// ]);
/// assert_eq!(alignment.parts()[1].agreement(), Agreement::Same);
/// assert_eq!(format!("{alignment:?}"), "Alignment { .. }");
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct Alignment {
    field: Field,
    parts: Vec<AlignedPart>,
}

crate::privacy::redacted_debug!(AlignedPart, Alignment);

impl Alignment {
    pub(crate) const fn new(field: Field) -> Alignment {
        Alignment { field, parts: Vec::new() }
    }

    /// Adds a part, unless both sides lack it.
    pub(crate) fn push(&mut self, part: Part, given: Option<String>, owner: Option<String>) {
        let clean = |text: Option<String>| text.map(|text| printable(&text)).filter(|text| !text.is_empty());
        let (given, owner) = (clean(given), clean(owner));
        if given.is_some() || owner.is_some() {
            self.parts.push(AlignedPart { part, given, owner });
        }
    }

    /// The same where the bank reports nothing.
    pub(crate) fn only_given(mut self) -> Alignment {
        self.parts.iter_mut().for_each(|part| part.owner = None);
        self
    }

    /// The same where the customer states nothing that can be read.
    pub(crate) fn only_owner(mut self) -> Alignment {
        self.parts.iter_mut().for_each(|part| part.given = None);
        self
    }

    /// The field.
    #[must_use]
    pub const fn field(&self) -> Field {
        self.field
    }

    /// The parts that at least one side has.
    #[must_use]
    pub fn parts(&self) -> &[AlignedPart] {
        &self.parts
    }
}

/// A text that may be shown: what could move the cursor, colour the screen or turn the line is replaced.
fn printable(text: &str) -> String {
    let moves = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.trim().chars().map(|c| if moves(c) { '\u{fffd}' } else { c }).collect()
}

impl fmt::Display for Alignment {
    /// One line for each part: `given name  jenny ≠ jennifer`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = self.parts.iter().map(|part| part.part.code().len()).max().unwrap_or(0);
        let given = self.parts.iter().map(|part| part.given().unwrap_or("-").chars().count()).max().unwrap_or(0);
        for (place, part) in self.parts.iter().enumerate() {
            if place > 0 {
                f.write_str("\n")?;
            }
            let sign = if part.agreement() == Agreement::Same { '=' } else { '≠' };
            let left = part.given().unwrap_or("-");
            let pad = given.saturating_sub(left.chars().count());
            write!(f, "{:<label$}  {left}{:pad$} {sign} {}", part.part.words(), "", part.owner().unwrap_or("-"))?;
        }
        Ok(())
    }
}
