//! From four scores to one decision: weights, thresholds, what a missing field does, required fields, vetoes.
//!
//! The default policy means what the documentation's example code means: the mean over the fields asked for, asked but
//! missing counts 0, not asked is left out; proceed from 70, step up from 60, else cancel.
//!
//! ```
//! use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, match_owners};
//! use ownership_match::decision::{Outcome, Policy};
//!
//! let given = OwnerInformation { name: Some("Jenny Rosen".into()), ..Default::default() };
//! let owner = AccountOwner { name: Some("JENNIFER ROSEN".into()), ..Default::default() };
//! let answer = match_owners(&given, &[owner], &MatchOptions::default());
//! let decision = Policy::default().decide(&answer.results);
//! assert_eq!(decision.outcome, Outcome::Proceed);
//! assert_eq!(decision.mean.map(|mean| mean.to_string()), Some("85".to_owned()));
//! ```
//!
//! # Policies in files
//!
//! A [`Policy`] is a plain value that serde reads and writes. With the feature `policy-files` it also comes from TOML
//! ([`Policy::from_toml`]) and JSON ([`Policy::from_json`]), and what is wrong with a file is said with its line and field.

mod error;
#[cfg(feature = "policy-files")]
mod file;
mod mean;
mod reason;

pub use error::PolicyError;
pub use mean::Mean;
pub use reason::Reason;

use core::fmt;

use crate::evidence::Field;
use crate::matcher::{FieldResult, Results};
use crate::score::Score;
use error::Kind;

/// What to do about the payment or the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Outcome {
    /// Do not go on.
    Cancel,
    /// Ask the customer for more proof.
    StepUp,
    /// Go on.
    Proceed,
}

impl Outcome {
    /// The stable code: `cancel`, `step_up`, `proceed`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Outcome::Cancel => "cancel",
            Outcome::StepUp => "step_up",
            Outcome::Proceed => "proceed",
        }
    }
}

/// What a field without a score counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Without {
    /// It counts 0, with its weight (`|| 0` in the documentation's code).
    Zero,
    /// It is left out of the mean.
    LeftOut,
}

/// The weight of each field in the mean; 0 leaves a field out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, default, remote = "Self")
)]
pub struct Weights {
    /// Weight of the name.
    pub name: u16,
    /// Weight of the email.
    pub email: u16,
    /// Weight of the phone.
    pub phone: u16,
    /// Weight of the address.
    pub address: u16,
}

impl Weights {
    /// The weight of a field.
    #[must_use]
    pub const fn of(&self, field: Field) -> u16 {
        match field {
            Field::Name => self.name,
            Field::Email => self.email,
            Field::Phone => self.phone,
            Field::Address => self.address,
        }
    }
}

impl Default for Weights {
    /// All fields count the same.
    fn default() -> Weights {
        Weights { name: 1, email: 1, phone: 1, address: 1 }
    }
}

/// A field below a score holds the outcome down, whatever the mean says.
///
/// It says nothing about a field without a score: that one is held down by [`required`](Policy::required).
///
/// ```
/// use ownership_match::decision::{Outcome, Veto};
/// use ownership_match::{Field, Score};
/// let veto = Veto { field: Field::Address, below: Score::new(30).unwrap(), outcome: Outcome::StepUp };
/// assert_eq!(veto.outcome.code(), "step_up");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, remote = "Self")
)]
pub struct Veto {
    /// The field that is watched.
    pub field: Field,
    /// The veto speaks when the field has a score and it is below this one.
    pub below: Score,
    /// The best outcome that the veto leaves open.
    pub outcome: Outcome,
}

/// A decision policy. Serializable, so that it lives in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields, default, remote = "Self")
)]
pub struct Policy {
    /// The weight of each field in the mean.
    pub weights: Weights,
    /// The lowest mean that proceeds.
    pub proceed_from: Score,
    /// The lowest mean that steps up; below it is a cancel.
    pub step_up_from: Score,
    /// A field that was asked for but has no score.
    pub missing: Without,
    /// A field that was not asked for.
    pub not_asked: Without,
    /// Fields without which nothing proceeds: one of them without a score leaves a step-up at best.
    pub required: Vec<Field>,
    /// Fields that hold the outcome down on their own.
    pub vetoes: Vec<Veto>,
}

// A derived reader would take the items of a list by position: four weights, or the parts of a veto.
#[cfg(feature = "serde")]
crate::api::json::only_objects!(core::convert::identity; Weights, Veto, Policy);

const fn score(value: u8) -> Score {
    match Score::new(value) {
        Some(score) => score,
        None => Score::MAX,
    }
}

impl Default for Policy {
    /// What the documentation's example code means.
    fn default() -> Policy {
        Policy {
            weights: Weights::default(),
            proceed_from: score(70),
            step_up_from: score(60),
            missing: Without::Zero,
            not_asked: Without::LeftOut,
            required: Vec::new(),
            vetoes: Vec::new(),
        }
    }
}

impl Policy {
    /// The documentation's example code to the letter: it adds the email twice and the phone never, divides by four, and
    /// counts whatever has no score as 0.
    #[must_use]
    pub fn documented_to_the_letter() -> Policy {
        Policy {
            weights: Weights { name: 1, email: 2, phone: 0, address: 1 },
            not_asked: Without::Zero,
            ..Policy::default()
        }
    }

    /// Whether the policy can be meant so.
    ///
    /// # Errors
    ///
    /// When every weight is 0, when `step_up_from` is above `proceed_from`, when a field is required twice, or when a veto can
    /// never hold anything down.
    pub fn validate(&self) -> Result<(), PolicyError> {
        let refuse = |kind| Err(PolicyError::new(kind));
        if Field::ALL.iter().all(|&field| self.weights.of(field) == 0) {
            return refuse(Kind::NoWeight);
        }
        if self.step_up_from > self.proceed_from {
            return refuse(Kind::Thresholds { step_up: self.step_up_from, proceed: self.proceed_from });
        }
        for (index, field) in self.required.iter().enumerate() {
            if self.required[..index].contains(field) {
                return refuse(Kind::RequiredTwice(index));
            }
        }
        for (index, veto) in self.vetoes.iter().enumerate() {
            if veto.below == Score::MIN {
                return refuse(Kind::VetoNeverSpeaks(index));
            }
            if veto.outcome == Outcome::Proceed {
                return refuse(Kind::VetoHoldsNothing(index));
            }
        }
        Ok(())
    }

    /// The decision for the results of a match.
    ///
    /// Without any field that counts there is no mean, and the outcome is a step-up at best: nothing was shown.
    pub fn decide(&self, results: &Results) -> Decision {
        let mean = self.mean(results);
        let mut reasons = Vec::new();
        let mut outcome = match mean {
            None => {
                reasons.push(Reason::NothingCounted);
                Outcome::StepUp
            }
            Some(mean) if mean.reaches(self.proceed_from) => {
                reasons.push(Reason::ReachesProceed);
                Outcome::Proceed
            }
            Some(mean) if mean.reaches(self.step_up_from) => {
                reasons.push(Reason::ReachesStepUp);
                Outcome::StepUp
            }
            Some(_) => {
                reasons.push(Reason::BelowStepUp);
                Outcome::Cancel
            }
        };
        for &field in &self.required {
            if results.field(field).and_then(FieldResult::match_score).is_none() {
                reasons.push(Reason::RequiredMissing(field));
                outcome = outcome.min(Outcome::StepUp);
            }
        }
        for veto in &self.vetoes {
            let held = results.field(veto.field).and_then(FieldResult::match_score);
            if held.is_some_and(|held| held < veto.below) {
                reasons.push(Reason::Vetoed { field: veto.field, below: veto.below });
                outcome = outcome.min(veto.outcome);
            }
        }
        Decision { outcome, mean, reasons }
    }

    fn mean(&self, results: &Results) -> Option<Mean> {
        let mut mean = Mean { sum: 0, weight: 0 };
        for field in Field::ALL {
            let weight = u32::from(self.weights.of(field));
            let (held, without) = match results.field(field) {
                Some(result) => (result.match_score(), self.missing),
                None => (None, self.not_asked),
            };
            match (held, without) {
                (Some(held), _) => mean.sum += weight * u32::from(held.get()),
                (None, Without::Zero) => {}
                (None, Without::LeftOut) => continue,
            }
            mean.weight += weight;
        }
        (mean.weight > 0).then_some(mean)
    }
}

/// The decision with its reasons. `Display` prints both, one reason to a line.
///
/// ```
/// use ownership_match::{OwnerInformation, MatchOptions, match_owners};
/// use ownership_match::decision::Policy;
/// let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..OwnerInformation::default() };
/// let decision = Policy::default().decide(&match_owners(&given, &[], &MatchOptions::default()).results);
/// assert_eq!(decision.to_string(), "cancel, mean 0\n- the mean is too low (policy.below_step_up)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[must_use]
pub struct Decision {
    /// What to do.
    pub outcome: Outcome,
    /// The weighed mean that decided; `None` when no field counted.
    pub mean: Option<Mean>,
    /// Why: the mean first, then what held it down.
    pub reasons: Vec<Reason>,
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.outcome.code().replace('_', " "))?;
        match self.mean {
            Some(mean) => write!(f, ", mean {mean}")?,
            None => f.write_str(", no mean")?,
        }
        self.reasons.iter().try_for_each(|reason| write!(f, "\n- {} ({})", reason.sentence(), reason.code()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Comparison, Reasons};

    fn result(field: Field, value: u8) -> Option<FieldResult> {
        Some(FieldResult::Compared(Comparison { score: score(value), reasons: Reasons::new(field) }))
    }

    /// The documented sample: name 85, address 100, email 65, the phone asked for but missing.
    fn sample() -> Results {
        Results {
            name: result(Field::Name, 85),
            email: result(Field::Email, 65),
            phone: Some(FieldResult::Missing),
            address: result(Field::Address, 100),
        }
    }

    fn decided(policy: &Policy, results: &Results) -> (Outcome, String) {
        let decision = policy.decide(results);
        (decision.outcome, decision.mean.map(|mean| mean.to_string()).unwrap_or_default())
    }

    #[test]
    fn documented_sample_steps_up_by_default() {
        assert_eq!(decided(&Policy::default(), &sample()), (Outcome::StepUp, "62.5".to_owned()));
    }

    #[test]
    fn documented_sample_proceeds_with_missing_fields_skipped() {
        let policy = Policy { missing: Without::LeftOut, ..Policy::default() };
        assert_eq!(decided(&policy, &sample()), (Outcome::Proceed, "83.33".to_owned()));
    }

    #[test]
    fn documented_code_to_the_letter_proceeds() {
        assert_eq!(decided(&Policy::documented_to_the_letter(), &sample()), (Outcome::Proceed, "78.75".to_owned()));
    }

    #[test]
    fn what_was_not_asked_is_left_out_and_counts_zero_to_the_letter() {
        let only_name = Results { name: result(Field::Name, 90), ..Results::default() };
        assert_eq!(decided(&Policy::default(), &only_name), (Outcome::Proceed, "90".to_owned()));
        assert_eq!(decided(&Policy::documented_to_the_letter(), &only_name), (Outcome::Cancel, "22.5".to_owned()));
    }

    #[test]
    fn thresholds_are_met_exactly() {
        let policy = Policy { missing: Without::LeftOut, ..Policy::default() };
        let of = |a, b| Results { name: result(Field::Name, a), email: result(Field::Email, b), ..Results::default() };
        assert_eq!(policy.decide(&of(70, 70)).outcome, Outcome::Proceed);
        assert_eq!(policy.decide(&of(70, 69)).outcome, Outcome::StepUp);
        assert_eq!(policy.decide(&of(60, 60)).outcome, Outcome::StepUp);
        assert_eq!(policy.decide(&of(60, 59)).outcome, Outcome::Cancel);
    }

    #[test]
    fn a_veto_holds_the_outcome_down() {
        let veto = Veto { field: Field::Address, below: score(30), outcome: Outcome::StepUp };
        let policy = Policy { vetoes: vec![veto], ..Policy::default() };
        let of = |address| Results {
            name: result(Field::Name, 100),
            email: result(Field::Email, 100),
            phone: result(Field::Phone, 100),
            address: result(Field::Address, address),
        };
        assert_eq!(policy.decide(&of(30)).outcome, Outcome::Proceed);
        let decision = policy.decide(&of(29));
        assert_eq!(decision.outcome, Outcome::StepUp);
        assert_eq!(
            decision.reasons,
            [Reason::ReachesProceed, Reason::Vetoed { field: Field::Address, below: score(30) }]
        );
    }

    #[test]
    fn a_required_field_without_a_score_steps_up_at_best() {
        let policy = Policy { required: vec![Field::Phone], missing: Without::LeftOut, ..Policy::default() };
        let decision = policy.decide(&sample());
        assert_eq!(decision.outcome, Outcome::StepUp);
        assert!(decision.reasons.contains(&Reason::RequiredMissing(Field::Phone)));
    }

    #[test]
    fn nothing_that_counts_is_never_a_proceed() {
        let decision = Policy::default().decide(&Results::default());
        assert_eq!((decision.outcome, decision.mean), (Outcome::StepUp, None));
    }

    #[test]
    fn a_decision_is_told_with_its_codes() {
        assert_eq!(
            [Outcome::Cancel, Outcome::StepUp, Outcome::Proceed].map(Outcome::code),
            ["cancel", "step_up", "proceed"]
        );
        assert!(Outcome::Cancel < Outcome::StepUp && Outcome::StepUp < Outcome::Proceed);
        let told = Policy::default().decide(&sample()).to_string();
        assert_eq!(
            told,
            "step up, mean 62.5\n- the mean is high enough to step up, and too low to proceed (policy.reaches_step_up)"
        );
        let told = Policy::default().decide(&Results::default()).to_string();
        assert_eq!(told, "step up, no mean\n- no field counted, so nothing was shown (policy.nothing_counted)");
    }

    #[test]
    fn weights_are_those_of_their_fields() {
        let weights = Weights { name: 2, email: 3, phone: 5, address: 7 };
        assert_eq!(Field::ALL.map(|field| weights.of(field)), [2, 3, 5, 7]);
        let policy = Policy { weights, missing: Without::LeftOut, ..Policy::default() };
        // 2 * 85 + 3 * 65 + 7 * 100 = 1065, by 12.
        assert_eq!(decided(&policy, &sample()).1, "88.75");
    }

    /// Equal thresholds leave no step-up, and are meant so.
    #[test]
    fn equal_thresholds_are_allowed() {
        assert_eq!(Policy { step_up_from: score(70), ..Policy::default() }.validate(), Ok(()));
    }

    #[test]
    fn impossible_policies_are_refused() {
        let no_weight = Weights { name: 0, email: 0, phone: 0, address: 0 };
        let refused = |policy: Policy| policy.validate().expect_err("the policy cannot be meant so").to_string();
        assert_eq!(
            refused(Policy { weights: no_weight, ..Policy::default() }),
            "field weights: at least one field must have a weight above 0"
        );
        assert_eq!(
            refused(Policy { step_up_from: score(80), ..Policy::default() }),
            "field step_up_from: must not be above proceed_from (80 is above 70)"
        );
        assert_eq!(
            refused(Policy { required: vec![Field::Name, Field::Phone, Field::Name], ..Policy::default() }),
            "field required[2]: the field is required already"
        );
        let veto = Veto { field: Field::Name, below: score(0), outcome: Outcome::Cancel };
        assert!(refused(Policy { vetoes: vec![veto], ..Policy::default() }).starts_with("field vetoes[0].below"));
        let error = Policy { step_up_from: score(80), ..Policy::default() }.validate().expect_err("80 is above 70");
        assert_eq!(format!("{error:?}"), format!("PolicyError({error})"));
        let veto = Veto { field: Field::Name, below: score(9), outcome: Outcome::Proceed };
        assert!(refused(Policy { vetoes: vec![veto], ..Policy::default() }).starts_with("field vetoes[0].outcome"));
        for policy in [Policy::default(), Policy::documented_to_the_letter()] {
            assert_eq!(policy.validate(), Ok(()));
        }
    }
}
