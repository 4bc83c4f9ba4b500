//! How fresh the owners are, and when they may be read again.

use super::account::{Account, AccountStatus, Permission};
use super::opaque::Opaque;
use super::open::open_enum;

open_enum! {
    /// The state of the last attempt to read the owners from the bank.
    RefreshStatus {
        /// The attempt is under way.
        Pending "pending",
        /// The owners were read.
        Succeeded "succeeded",
        /// The bank did not answer; the owners of an earlier attempt remain.
        Failed "failed",
    }
}

/// The last attempt to read the owners from the bank (`ownership_refresh`).
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct OwnershipRefresh {
    /// Why the attempt failed, where it did and the bank said so.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub error: Option<Opaque>,
    /// When the attempt began, in seconds since 1970-01-01 UTC.
    pub last_attempted_at: Option<i64>,
    /// From when the next attempt may be asked for; null while one is pending and on inactive accounts.
    pub next_refresh_available_at: Option<i64>,
    /// How the attempt stands.
    pub status: Option<RefreshStatus>,
}

#[cfg(feature = "serde")]
super::json::json_object!(OwnershipRefresh);

/// Whether a refresh of the owners may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshDecision {
    /// Yes, now.
    Allowed,
    /// No.
    Blocked {
        /// Why not.
        reason: RefreshBlocked,
        /// From when it will be allowed, in seconds since 1970-01-01 UTC, where that is known.
        from: Option<i64>,
    },
}

impl RefreshDecision {
    /// Whether a refresh may be asked for now.
    #[must_use]
    pub const fn is_allowed(self) -> bool {
        matches!(self, RefreshDecision::Allowed)
    }
}

/// Why a refresh of the owners may not be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefreshBlocked {
    /// The account is inactive or disconnected.
    AccountNotActive,
    /// The customer did not grant the `ownership` permission.
    PermissionMissing,
    /// A refresh is under way.
    Pending,
    /// The bank names no time from which it may be refreshed.
    NotAvailable,
    /// The time from which it may be refreshed has not come.
    TooEarly,
}

impl RefreshBlocked {
    /// The stable code: `account_not_active`, `ownership_permission_missing`, `refresh_pending`, `refresh_not_available`,
    /// `refresh_too_early`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            RefreshBlocked::AccountNotActive => "account_not_active",
            RefreshBlocked::PermissionMissing => "ownership_permission_missing",
            RefreshBlocked::Pending => "refresh_pending",
            RefreshBlocked::NotAvailable => "refresh_not_available",
            RefreshBlocked::TooEarly => "refresh_too_early",
        }
    }

    /// A sentence for people, without its full stop.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            RefreshBlocked::AccountNotActive => "the account is not active",
            RefreshBlocked::PermissionMissing => "the account lacks the ownership permission",
            RefreshBlocked::Pending => "a refresh is pending",
            RefreshBlocked::NotAvailable => "the bank names no time from which it may be refreshed",
            RefreshBlocked::TooEarly => "the time from which it may be refreshed has not come",
        }
    }
}

impl Account {
    /// Whether a refresh of the owners may be asked for at a time, given in seconds since 1970-01-01 UTC.
    ///
    /// It may where the account is active, has the `ownership` permission, no refresh is pending, and
    /// `next_refresh_available_at` is there and not later than `now`. An account that was never refreshed may be. A
    /// status and permissions that are not there are unknown and forbid nothing.
    ///
    /// ```
    /// use ownership_match::api::{Account, OwnershipRefresh, RefreshBlocked, RefreshDecision};
    /// let refresh = OwnershipRefresh { next_refresh_available_at: Some(2_000), ..OwnershipRefresh::default() };
    /// let account = Account { ownership_refresh: Some(refresh), ..Account::default() };
    /// assert_eq!(
    ///     account.can_refresh(1_999),
    ///     RefreshDecision::Blocked { reason: RefreshBlocked::TooEarly, from: Some(2_000) },
    /// );
    /// assert!(account.can_refresh(2_000).is_allowed());
    /// ```
    #[must_use]
    pub fn can_refresh(&self, now: i64) -> RefreshDecision {
        let blocked = |reason, from| RefreshDecision::Blocked { reason, from };
        if self.status.as_ref().is_some_and(|status| *status != AccountStatus::Active) {
            return blocked(RefreshBlocked::AccountNotActive, None);
        }
        if self.permits(&Permission::Ownership) == Some(false) {
            return blocked(RefreshBlocked::PermissionMissing, None);
        }
        let Some(refresh) = &self.ownership_refresh else { return RefreshDecision::Allowed };
        if refresh.status == Some(RefreshStatus::Pending) {
            return blocked(RefreshBlocked::Pending, None);
        }
        match refresh.next_refresh_available_at {
            None => blocked(RefreshBlocked::NotAvailable, None),
            Some(from) if from > now => blocked(RefreshBlocked::TooEarly, Some(from)),
            Some(_) => RefreshDecision::Allowed,
        }
    }
}
