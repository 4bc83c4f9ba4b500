//! Explanations: from reasons to sentences for people.
//!
//! An explanation says what each field scored, what that means on the documented scale, and why: a sentence for each piece of
//! evidence, its stable code and the part that it is about beside it, the most decisive first. It is made of fixed sentences
//! and quotes **no value of either side**, so that whoever reads it decides without seeing the bank's data.
//!
//! Both sides' normalized parts, aligned, are shown only where the caller asks for it by name ([`MatchResult::reveal`],
//! [`Name::align`](crate::Name::align) and its like).
//!
//! - `part`: which part of a value a piece of evidence is about;
//! - `align`: both sides part beside part; each field makes its own in `src/<field>/align.rs`;
//! - `json`: the same for machines.

mod align;
#[cfg(feature = "serde")]
mod json;
mod part;

pub use align::{Agreement, AlignedPart, Alignment};
pub use part::Part;

use crate::choice::{Choice, OwnerChoice};
use crate::evidence::{Comparison, Effect, Evidence, Field};
use crate::matcher::{FieldResult, MatchOptions, MatchResult, Results};
use crate::owner::{AccountOwner, OwnerInformation};
use crate::record::Record;
use core::fmt;

/// One reason in words.
///
/// ```
/// use ownership_match::{Name, Part};
/// let explanation = Name::parse("Jenny Rosen").unwrap().compare(&Name::parse("Jennifer Rosen").unwrap()).explain();
/// let statement = explanation.statements().next().unwrap();
/// assert_eq!(statement.code(), "name.nickname");
/// assert_eq!(statement.sentence(), "a given name is a nickname of the other");
/// assert_eq!(statement.part(), Part::GivenName);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    evidence: Evidence,
}

impl Statement {
    /// The piece of evidence.
    #[must_use]
    pub const fn evidence(self) -> Evidence {
        self.evidence
    }

    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.evidence.code()
    }

    /// What it did to the score.
    #[must_use]
    pub const fn effect(self) -> Effect {
        self.evidence.effect()
    }

    /// The part of the value that it is about.
    #[must_use]
    pub fn part(self) -> Part {
        Part::of(self.evidence)
    }

    /// The sentence, without its full stop.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        self.evidence.sentence()
    }
}

/// Why one field scored what it scored. `Display` prints it, one reason to a line.
///
/// ```
/// use ownership_match::Name;
/// let explanation = Name::parse("Jenny Rosen").unwrap().compare(&Name::parse("Jennifer Rosen").unwrap()).explain();
/// assert_eq!(
///     explanation.to_string(),
///     "name 85 of 100: very strong match, such as a few characters off\n\
///      - lowered: a given name is a nickname of the other (name.nickname, given name)\n\
///      - raised: the surnames agree (name.surname_agrees, surname)"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct FieldExplanation {
    field: Field,
    result: FieldResult,
    alignment: Option<Alignment>,
}

impl FieldExplanation {
    /// The field.
    #[must_use]
    pub const fn field(&self) -> Field {
        self.field
    }

    /// What is explained.
    pub const fn result(&self) -> FieldResult {
        self.result
    }

    /// What the score means, in the words of the documented scale; for missing data, that there is no score.
    #[must_use]
    pub fn meaning(&self) -> &'static str {
        match self.result.comparison() {
            Some(comparison) => self.field.scale().band(comparison.score).meaning,
            None => "no score, there is nothing to compare with",
        }
    }

    /// The reasons in words, the most decisive first.
    pub fn statements(&self) -> impl Iterator<Item = Statement> {
        self.result
            .comparison()
            .into_iter()
            .flat_map(|comparison| comparison.reasons.iter())
            .map(|evidence| Statement { evidence })
    }

    /// Shows both sides with it. From here on it holds personal data of the customer **and of the bank**.
    pub fn with_alignment(self, alignment: Alignment) -> FieldExplanation {
        FieldExplanation { alignment: Some(alignment), ..self }
    }

    /// Both sides, where they were asked for.
    #[must_use]
    pub const fn alignment(&self) -> Option<&Alignment> {
        self.alignment.as_ref()
    }
}

impl fmt::Display for FieldExplanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.result.match_score() {
            Some(score) => write!(f, "{} {score} of 100: {}", self.field.key(), self.meaning())?,
            None => write!(f, "{}: {}", self.field.key(), self.meaning())?,
        }
        for statement in self.statements() {
            let (effect, code, part) = (statement.effect().code(), statement.code(), statement.part());
            write!(f, "\n- {effect}: {} ({code}", statement.sentence())?;
            match part {
                Part::Whole => f.write_str(")")?,
                part => write!(f, ", {})", part.words())?,
            }
        }
        if let Some(alignment) = &self.alignment {
            alignment.to_string().lines().try_for_each(|line| write!(f, "\n  {line}"))?;
        }
        Ok(())
    }
}

/// Why an answer is what it is: which owner answers, and each field that was given. `Display` prints it, the fields parted by
/// a blank line.
///
/// ```
/// use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, match_owners};
/// let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..Default::default() };
/// let owner = AccountOwner { name: Some("MARK ROSEN".to_owned()), ..Default::default() };
/// let answer = match_owners(&given, &[owner.clone()], &MatchOptions::default());
/// assert!(!answer.explain().to_string().contains("mark"));
/// let revealed = answer.reveal(&given, &[owner], &MatchOptions::default());
/// assert!(revealed.to_string().contains("given name  jenny ≠ mark"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Explanation {
    choice: Option<Choice>,
    fields: Vec<FieldExplanation>,
    /// Whose results other than the best owner's are explained.
    others: Vec<(Field, usize)>,
}

impl Explanation {
    /// How the owner was chosen, where there was a choice.
    #[must_use]
    pub const fn choice(&self) -> Option<&Choice> {
        self.choice.as_ref()
    }

    /// The fields that were given, in the order of the documented answer: name, address, email, phone.
    pub fn fields(&self) -> &[FieldExplanation] {
        &self.fields
    }

    /// The explanation of a field, where it was given.
    #[must_use]
    pub fn field(&self, field: Field) -> Option<&FieldExplanation> {
        self.fields.iter().find(|each| each.field == field)
    }

    /// Whether both sides are shown with it.
    #[must_use]
    pub fn is_revealing(&self) -> bool {
        self.fields.iter().any(|field| field.alignment.is_some())
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        if let Some(choice) = &self.choice {
            write!(f, "{choice}")?;
            between = "\n\n";
        }
        for (field, owner) in &self.others {
            write!(f, "\nthe {} fits owner {} best", field.key(), owner + 1)?;
        }
        for field in &self.fields {
            write!(f, "{between}{field}")?;
            between = "\n\n";
        }
        Ok(())
    }
}

impl Comparison {
    /// The reasons in words. It quotes no value of either side.
    pub const fn explain(self) -> FieldExplanation {
        FieldResult::Compared(self).explain(self.reasons.field())
    }
}

impl FieldResult {
    /// The reasons in words. It quotes no value of either side.
    pub const fn explain(self, field: Field) -> FieldExplanation {
        FieldExplanation { field, result: self, alignment: None }
    }
}

/// The order of the documented answer.
const ORDER: [Field; 4] = [Field::Name, Field::Address, Field::Email, Field::Phone];

impl Results {
    /// The reasons of every field that was given, in words. It quotes no value of either side.
    pub fn explain(&self) -> Explanation {
        let fields = ORDER.into_iter().filter_map(|field| Some(self.field(field)?.explain(field))).collect();
        Explanation { choice: None, fields, others: Vec::new() }
    }
}

impl MatchResult {
    /// The choice of the owner, and the reasons of every field that was given, in words. It quotes no value of either side.
    pub fn explain(&self) -> Explanation {
        let is_other = |&(_, owner): &(Field, usize)| Some(owner) != self.owner;
        let given = |field: &Field| self.results.field(*field).is_some();
        let others = ORDER.into_iter().filter(given).filter_map(|field| Some((field, self.owner_of(field)?)));
        Explanation { choice: Some(self.choice), others: others.filter(is_other).collect(), ..self.results.explain() }
    }

    /// The same, with **both sides'** normalized parts aligned: for those who may see the bank's data.
    ///
    /// The given side, the owners and the options are those that were matched.
    pub fn reveal(&self, given: &OwnerInformation, owners: &[AccountOwner], options: &MatchOptions) -> Explanation {
        let mut explanation = self.explain();
        let given = Record::of_given(given, options);
        for field in &mut explanation.fields {
            let owner = self.owner_of(field.field).and_then(|owner| owners.get(owner));
            let owner = Record::of_owner(owner.unwrap_or(&AccountOwner::default()), options);
            field.alignment = given.align(&owner, field.field);
        }
        explanation
    }
}

impl OwnerChoice {
    /// The stable code: `best_as_a_whole`, `best_per_field`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            OwnerChoice::BestAsAWhole => "best_as_a_whole",
            OwnerChoice::BestPerField => "best_per_field",
        }
    }
}
