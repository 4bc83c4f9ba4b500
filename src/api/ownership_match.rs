//! The ownership match: the documented answer.

use super::kind::{Kind, Named};
use super::open::open_enum;
use crate::evidence::Field;
use crate::matcher::{FieldResult, Results};
use crate::owner::OwnerInformation;
use crate::privacy::redacted_debug;

open_enum! {
    /// Where the given side came from.
    MatchType {
        /// A Customer object.
        Customer "customer",
        /// Explicit data.
        OwnerInformation "owner_information",
    }
}

/// The answer of a match: `{"id": "fcom_…", "object": "financial_connections.ownership_match", …}`.
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct OwnershipMatch {
    /// The id, `fcom_…`.
    pub id: Option<String>,
    /// `financial_connections.ownership_match`.
    #[cfg_attr(feature = "serde", serde(default))]
    pub object: Kind<OwnershipMatch>,
    /// When the match was made, in seconds since 1970-01-01 UTC.
    pub created: Option<i64>,
    /// The id of the customer, where the given side came from one.
    pub customer: Option<String>,
    /// The id of the account.
    pub financial_connections_account: Option<String>,
    /// What was given; the Customer's data where it came from one.
    pub owner_information: Option<OwnerInformation>,
    /// The id of the ownership that was matched.
    pub ownership: Option<String>,
    /// The results of the four fields.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::json::null_as_default"))]
    pub results: MatchResults,
    /// Where the given side came from.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub match_type: Option<MatchType>,
}

redacted_debug!(OwnershipMatch);

impl Named for OwnershipMatch {
    const OBJECT: &'static str = "financial_connections.ownership_match";
}

/// The results of the four fields; `None` where the given side did not state the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct MatchResults {
    /// Result of the name.
    pub name: Option<FieldScore>,
    /// Result of the address.
    pub address: Option<FieldScore>,
    /// Result of the email.
    pub email: Option<FieldScore>,
    /// Result of the phone.
    pub phone: Option<FieldScore>,
}

impl MatchResults {
    /// The result of a field.
    #[must_use]
    pub const fn field(&self, field: Field) -> Option<FieldScore> {
        match field {
            Field::Name => self.name,
            Field::Email => self.email,
            Field::Phone => self.phone,
            Field::Address => self.address,
        }
    }
}

impl From<Results> for MatchResults {
    fn from(results: Results) -> Self {
        MatchResults {
            name: results.name.map(FieldScore::from),
            address: results.address.map(FieldScore::from),
            email: results.email.map(FieldScore::from),
            phone: results.phone.map(FieldScore::from),
        }
    }
}

/// The result of one field that was given: `{"match_score": 85, "missing_data": false}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct FieldScore {
    /// The score, 0 to 100; `None` where data is missing.
    pub match_score: Option<u8>,
    /// Whether the bank does not report the field.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::json::null_as_default"))]
    pub missing_data: bool,
}

impl From<FieldResult> for FieldScore {
    fn from(result: FieldResult) -> Self {
        FieldScore { match_score: result.match_score().map(crate::Score::get), missing_data: result.missing_data() }
    }
}

#[cfg(feature = "serde")]
super::json::json_object!(OwnershipMatch, MatchResults, FieldScore);
