//! The owners of an account as the bank reported them at one time.

use super::kind::{Kind, Named};
use crate::owner::AccountOwner;

/// A snapshot of the owners of an account: `{"id": "fcaowns_…", "object": "financial_connections.account_ownership", …}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct AccountOwnership {
    /// The id, `fcaowns_…`.
    pub id: Option<String>,
    /// `financial_connections.account_ownership`.
    #[cfg_attr(feature = "serde", serde(default))]
    pub object: Kind<AccountOwnership>,
    /// When the snapshot was taken, in seconds since 1970-01-01 UTC.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub created: Option<i64>,
    /// The owners.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::json::null_as_default"))]
    pub owners: OwnerList,
}

impl Named for AccountOwnership {
    const OBJECT: &'static str = "financial_connections.account_ownership";
    const LENIENT: bool = true;
}

/// A page of owners: `{"object": "list", "data": […], "has_more": false, "url": …}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct OwnerList {
    /// `list`.
    #[cfg_attr(feature = "serde", serde(default))]
    pub object: Kind<OwnerList>,
    /// The owners, in the bank's order.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::json::null_as_default"))]
    pub data: Vec<AccountOwner>,
    /// Whether the account has owners that are not in `data`.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::json::null_as_default"))]
    pub has_more: bool,
    /// Where the list can be retrieved.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub url: Option<String>,
}

impl Named for OwnerList {
    const OBJECT: &'static str = "list";
    const LENIENT: bool = true;
}

#[cfg(feature = "serde")]
super::json::json_object!(AccountOwnership, OwnerList);
