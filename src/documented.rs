//! The documented examples as data: what the published documentation of the scale shows.

use crate::evidence::Field;
pub use crate::tables::documented::EXAMPLES;

/// One side of a documented example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name, email, phone or raw address line.
    Text(&'static str),
    /// A structured address: line1, line2, city, state, postal code, country.
    Parts([Option<&'static str>; 6]),
    /// Not reported.
    Missing,
}

/// What a documented example must give.
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
