//! The calibration: every constant that turns evidence into points, each with its reason and the examples that pin it.
//!
//! Points are permille of the scale: 1000 stands for 100. Rounding to a score happens once, at the end.

/// The version of constants, rules and tables together. It travels with every result; whatever can move a score moves it.
pub const VERSION: &str = "2026.11.1";

/// The whole scale.
pub(crate) const WHOLE: i32 = 1000;
/// What an equality earns that was reached through another reading, or with more detail on one side: never 100.
pub(crate) const NEARLY_WHOLE: i32 = 990;

/// How the fields of one owner are weighed to find the owner who fits best as a whole.
pub(crate) mod owner {
    /// Name counts twice: it is the one field that every bank reports, and the one that is asked for (spec, section 4).
    pub(crate) const NAME_WEIGHT: u32 = 2;
    /// Email, phone and address count once each.
    pub(crate) const OTHER_WEIGHT: u32 = 1;
    /// A missing field counts as 50: it speaks neither for nor against (spec, section 4).
    pub(crate) const MISSING: u32 = 50;
}

/// Names.
pub(crate) mod name {}

/// Emails.
pub(crate) mod email {}

/// Phones.
pub(crate) mod phone {}

/// Addresses.
pub(crate) mod address {}
