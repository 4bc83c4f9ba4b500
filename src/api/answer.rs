//! The answer of a match request.

use super::ownership_match::{MatchType, OwnershipMatch};
use crate::choice::OwnerChoice;
use crate::decision::{Decision, Policy};
use crate::explain::Explanation;
use crate::matcher::MatchResult;
use crate::owner::OwnerInformation;
use crate::privacy::redacted_debug;

/// Something that the reader of an answer should know about the owners that were matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// A refresh is under way: the owners are those of an earlier one.
    RefreshPending,
    /// The last refresh failed: the owners are those of an earlier one.
    RefreshFailed,
    /// The account has more owners than were supplied (`has_more`): the best one may not be among them.
    OwnersIncomplete,
    /// The Customer of the request is not the one who linked the account.
    CustomerNotHolder,
}

impl Notice {
    /// The stable code: `ownership_refresh_pending`, `ownership_refresh_failed`, `owners_incomplete`,
    /// `customer_not_account_holder`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Notice::RefreshPending => "ownership_refresh_pending",
            Notice::RefreshFailed => "ownership_refresh_failed",
            Notice::OwnersIncomplete => "owners_incomplete",
            Notice::CustomerNotHolder => "customer_not_account_holder",
        }
    }

    /// A sentence for people, without its full stop.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Notice::RefreshPending => "a refresh is pending: the owners are those of an earlier one",
            Notice::RefreshFailed => "the last refresh failed: the owners are those of an earlier one",
            Notice::OwnersIncomplete => "the account has more owners than these",
            Notice::CustomerNotHolder => "the customer is not the one who linked the account",
        }
    }
}

/// The answer of a [`MatchRequest`](super::MatchRequest): the scores with their reasons, and about which data they are.
///
/// The library has no clock and no randomness: [`to_object`](MatchAnswer::to_object) takes the id and the time of the
/// documented object from the caller.
#[derive(Clone, PartialEq, Eq)]
#[must_use]
pub struct MatchAnswer {
    pub(super) account: Option<String>,
    pub(super) match_type: MatchType,
    pub(super) customer: Option<String>,
    pub(super) ownership: Option<String>,
    pub(super) owner_information: OwnerInformation,
    pub(super) result: MatchResult,
    pub(super) owner_choice: OwnerChoice,
    pub(super) owner_count: usize,
    pub(super) refreshed_at: Option<i64>,
    pub(super) notices: Vec<Notice>,
}

redacted_debug!(MatchAnswer);

impl MatchAnswer {
    /// Which owner fits best, and the results of the four fields with their reasons.
    pub const fn result(&self) -> MatchResult {
        self.result
    }

    /// What was asked for where the account has several owners.
    #[must_use]
    pub const fn owner_choice(&self) -> OwnerChoice {
        self.owner_choice
    }

    /// How many owners the account reports, those of [`Notice::OwnersIncomplete`] not counted.
    #[must_use]
    pub const fn owner_count(&self) -> usize {
        self.owner_count
    }

    /// How old the owners are: when the bank's data was read, in seconds since 1970-01-01 UTC, where that is known.
    #[must_use]
    pub const fn refreshed_at(&self) -> Option<i64> {
        self.refreshed_at
    }

    /// What the reader should know about the owners.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Why the answer is what it is, in words, without a value of either side. Both sides are
    /// shown by [`MatchRequest::reveal`](super::MatchRequest::reveal).
    pub fn explain(&self) -> Explanation {
        self.result.explain()
    }

    /// The decision of a policy.
    pub fn decide(&self, policy: &Policy) -> Decision {
        policy.decide(&self.result.results)
    }

    /// The documented object.
    #[must_use]
    pub fn to_object(&self, id: String, created: i64) -> OwnershipMatch {
        OwnershipMatch {
            id: Some(id),
            created: Some(created),
            customer: self.customer.clone(),
            financial_connections_account: self.account.clone(),
            owner_information: Some(self.owner_information.clone()),
            ownership: self.ownership.clone(),
            results: self.result.results.into(),
            match_type: Some(self.match_type.clone()),
            ..OwnershipMatch::default()
        }
    }
}
