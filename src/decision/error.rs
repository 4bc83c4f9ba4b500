//! What is wrong with a policy, and where.

use crate::score::Score;
use core::fmt;

/// What is wrong with a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Every weight is 0.
    NoWeight,
    /// `step_up_from` is above `proceed_from`.
    Thresholds { step_up: Score, proceed: Score },
    /// A field that stands among the required ones already.
    RequiredTwice(usize),
    /// A veto below 0.
    VetoNeverSpeaks(usize),
    /// A veto that leaves everything open.
    VetoHoldsNothing(usize),
    /// The text cannot be read as a policy.
    #[cfg_attr(not(feature = "policy-files"), allow(dead_code))]
    Unreadable { field: Option<String>, message: String },
}

/// What is wrong with a [`Policy`](super::Policy): a sentence, the field to blame, and where the policy was read from a
/// text the line and the column.
///
/// ```
/// use ownership_match::decision::{Policy, Weights};
/// let weights = Weights { name: 0, email: 0, phone: 0, address: 0 };
/// let error = Policy { weights, ..Policy::default() }.validate().unwrap_err();
/// assert_eq!(error.field().as_deref(), Some("weights"));
/// assert_eq!(error.to_string(), "field weights: at least one field must have a weight above 0");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct PolicyError {
    pub(super) kind: Kind,
    line: Option<usize>,
    column: Option<usize>,
}

impl PolicyError {
    pub(super) const fn new(kind: Kind) -> PolicyError {
        PolicyError { kind, line: None, column: None }
    }

    #[cfg(feature = "policy-files")]
    pub(super) fn at(mut self, (line, column): (usize, usize)) -> PolicyError {
        (self.line, self.column) = (Some(line), Some(column));
        self
    }

    /// The field to blame, as a path: `weights.name`, `vetoes[0].below`.
    #[must_use]
    pub fn field(&self) -> Option<String> {
        match &self.kind {
            Kind::NoWeight => Some("weights".to_owned()),
            Kind::Thresholds { .. } => Some("step_up_from".to_owned()),
            Kind::RequiredTwice(index) => Some(format!("required[{index}]")),
            Kind::VetoNeverSpeaks(index) => Some(format!("vetoes[{index}].below")),
            Kind::VetoHoldsNothing(index) => Some(format!("vetoes[{index}].outcome")),
            Kind::Unreadable { field, .. } => field.clone(),
        }
    }

    /// The line of the text, from 1, where the policy was read from one.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column in that line, from 1.
    #[must_use]
    pub const fn column(&self) -> Option<usize> {
        self.column
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        match &self.kind {
            Kind::NoWeight => "at least one field must have a weight above 0".to_owned(),
            Kind::Thresholds { step_up, proceed } => {
                format!("must not be above proceed_from ({step_up} is above {proceed})")
            }
            Kind::RequiredTwice(_) => "the field is required already".to_owned(),
            Kind::VetoNeverSpeaks(_) => "no score is below 0, so this veto would never speak".to_owned(),
            Kind::VetoHoldsNothing(_) => "a veto that leaves proceed open holds nothing down".to_owned(),
            Kind::Unreadable { message, .. } => message.clone(),
        }
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, "line {line}, column {column}, ")?;
        }
        match self.field() {
            Some(field) => write!(f, "field {field}: {}", self.message()),
            None => f.write_str(&self.message()),
        }
    }
}

// A policy is the configuration of the caller and no personal data, so what is wrong with it may be shown.
impl fmt::Debug for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PolicyError({self})")
    }
}

impl core::error::Error for PolicyError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// `unwrap` on a policy shows no more than `Debug`.
    #[test]
    fn debug_says_what_is_wrong() {
        let error = PolicyError::new(Kind::NoWeight);
        assert_eq!(format!("{error:?}"), format!("PolicyError({error})"));
    }
}
