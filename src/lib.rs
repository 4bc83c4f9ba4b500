//! Is this customer an owner of that bank account?
//!
//! A bank reports who owns an account; a customer states who they are. This crate compares the two, field by field (name,
//! email, phone, address), and gives each field a score from 0 to 100 on the documented scale, with the reasons:
//! in-process, offline, without sending personal data anywhere.
//!
//! ```
//! use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, match_owners};
//!
//! let customer = OwnerInformation { name: Some("Jenny Rosen".into()), ..Default::default() };
//! let owner = AccountOwner { name: Some("JENNIFER ROSEN".into()), ..Default::default() };
//! let answer = match_owners(&customer, &[owner], &MatchOptions::default());
//! let name = answer.results.name.and_then(|result| result.comparison()).expect("both sides have a name");
//! assert_eq!(name.score.get(), 85);
//! assert!(name.reasons.codes().any(|code| code == "name.nickname"));
//! ```
//!
//! # The few types
//!
//! | | |
//! |---|---|
//! | [`OwnerInformation`], [`PostalAddress`] | what the customer states: the given side |
//! | [`AccountOwner`] | what the bank reports about one owner: the owner side |
//! | [`match_owners`] | scores the given side against the owners of an account; the best-fitting one answers |
//! | [`Record`] | one side, read once and compared many times |
//! | [`Candidates`] | many records, searched for those who reach a minimum |
//! | [`Name`], [`Email`], [`Phone`], [`Address`] | one field: `parse` → a typed value → `compare` → [`Comparison`] |
//! | [`Score`], [`Scale`], [`Interpretation`] | the number and what it says |
//! | [`Evidence`], [`Reasons`] | why: stable codes such as `name.nickname`, and a sentence for people |
//! | [`Explanation`] | why, for people, without a value of either side; [`Alignment`] shows both where the caller asks for it |
//! | [`decision`] | a policy: from the scores to proceed, step up or cancel |
//! | [`api`] | the documented JSON objects and the match request |
//! | [`documented`] | the documented examples as data |
//!
//! [From webhook to decision](guide::from_webhook_to_decision) walks the documented flow once, with every way in which it can
//! end. Further pages: [how a score is made](guide::how_a_score_is_made), [choosing thresholds](guide::choosing_thresholds),
//! [several owners](guide::several_owners), [limits](guide::limits), [privacy](guide::privacy) and
//! [adding a nickname or a country](guide::extending).
//!
//! # How a score is made
//!
//! Every field is the same small pipeline:
//!
//! ```text
//! text ── parse ──▶ Name / Email / Phone / Address ── compare ──▶ Reasons + Score ──▶ Interpretation
//! ```
//!
//! `parse` folds the text, reads the tables and keeps everything that `compare` needs. It is total: whatever bytes a bank
//! sends there is a value, or `None` where the text is blank or a placeholder (`N/A`, `000-000-0000`): missing data, which
//! is never a score of 0. `compare` is symmetric and deterministic; the score is 100 exactly when the two canonical values
//! are equal. What turns evidence into points is one calibration with a version of its own, [`CALIBRATION`].
//!
//! # Features
//!
//! All are additive, and each can be left out; `policy-files` and `zeroize` are off by default.
//!
//! | feature | brings | without it | dependency |
//! |---|---|---|---|
//! | `serde` | the types of [`api`] and the typed values read and write JSON | plain structs | serde |
//! | `numbering-plan` | phones in any form of any country through libphonenumber's plan, loaded on first need | the common forms (North American national, `+` international) are still read; the rest is compared by digits | phonenumber |
//! | `transliteration` | names and addresses in other scripts meet their Latin spelling | they match only within their own script | any_ascii |
//! | `idn` | internationalised domains meet their punycode form | they are compared as written | idna |
//! | `regional-formats` | postcode and unit shapes of rarer countries | they are compared as plain words | regex |
//! | `us-cities` | 150 KB of US place names (GeoNames, CC BY 4.0) by state and ZIP code: where the city of a line without commas begins | its form says where | none |
//! | `policy-files` | [decision policies](decision::Policy) are read from TOML and JSON texts, with the line and field of what is wrong | a policy is still a serde type | toml, serde_json, serde_path_to_error |
//! | `zeroize` | prepared values overwrite their buffers when they are dropped | memory is freed as it is | zeroize |

#![cfg_attr(docsrs, feature(doc_cfg))]

mod address;
pub mod api;
mod calibration;
mod candidates;
mod choice;
mod country;
pub mod decision;
pub mod documented;
mod email;
mod error;
mod evidence;
mod explain;
mod matcher;
mod name;
mod owner;
mod phone;
mod privacy;
mod record;
mod score;
mod tables;
mod text;

pub use address::{Address, AddressParts, SecondaryUnit};
pub use calibration::VERSION as CALIBRATION;
pub use candidates::{Candidate, Candidates};
pub use choice::{Choice, Clarity, OwnerChoice};
pub use country::Country;
pub use email::Email;
pub use error::Error;
pub use evidence::{Comparison, Effect, Evidence, Field, Reasons};
pub use explain::{Agreement, AlignedPart, Alignment, Explanation, FieldExplanation, Part, Statement};
pub use matcher::{FieldResult, MatchOptions, MatchResult, Results, match_owners};
pub use name::{AliasError, Aliases, Name, Party, PartyKind, Role};
pub use owner::{AccountOwner, OwnerInformation, PostalAddress};
pub use phone::{E164, Phone};
pub use record::Record;
pub use score::{Band, Interpretation, Scale, Score};

/// Longer pages; their code is tested.
#[cfg(all(any(doc, doctest), feature = "serde"))]
pub mod guide {
    #[doc = include_str!("../docs/thresholds.md")]
    pub mod choosing_thresholds {}
    #[doc = include_str!("../docs/extending.md")]
    pub mod extending {}
    #[doc = include_str!("../docs/from-webhook-to-decision.md")]
    pub mod from_webhook_to_decision {}
    #[doc = include_str!("../docs/scoring.md")]
    pub mod how_a_score_is_made {}
    #[doc = include_str!("../docs/limits.md")]
    pub mod limits {}
    #[doc = include_str!("../docs/privacy.md")]
    pub mod privacy {}
    #[doc = include_str!("../docs/owners.md")]
    pub mod several_owners {}
}

/// The code of the README is tested like that of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
