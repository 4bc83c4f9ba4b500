//! The account that a customer linked.

use super::customer::Customer;
use super::expandable::Expandable;
use super::kind::{Kind, Named};
use super::opaque::Opaque;
use super::open::open_enum;
use super::ownership::AccountOwnership;
use super::refresh::OwnershipRefresh;
use crate::privacy::redacted_debug;

open_enum! {
    /// Whether the account can be reached.
    AccountStatus {
        /// It can.
        Active "active",
        /// The bank does not answer for it at present; what was read remains.
        Inactive "inactive",
        /// The customer or the business ended the connection; nothing remains.
        Disconnected "disconnected",
    }
}

open_enum! {
    /// What the customer allowed to be read.
    Permission {
        /// Balances.
        Balances "balances",
        /// The owners: what a match needs.
        Ownership "ownership",
        /// Payments from and to the account.
        PaymentMethod "payment_method",
        /// Transactions.
        Transactions "transactions",
    }
}

open_enum! {
    /// Who linked the account.
    HolderType {
        /// A customer of the business.
        Customer "customer",
        /// The business itself, or a connected one.
        Account "account",
    }
}

/// Who linked the account (`account_holder`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct AccountHolder {
    /// Whether it is a customer.
    #[cfg_attr(feature = "serde", serde(rename = "type", skip_serializing_if = "Option::is_none"))]
    pub holder_type: Option<HolderType>,
    /// The customer, where it is one: an id, or the object where the caller asked to expand it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub customer: Option<Expandable<Customer>>,
    /// The id of the business, where it is one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub account: Option<String>,
}

impl AccountHolder {
    /// The id of the customer, where it is known.
    #[must_use]
    pub fn customer_id(&self) -> Option<&str> {
        match self.customer.as_ref()? {
            Expandable::Id(id) => Some(id.as_str()),
            Expandable::Object(customer) => customer.id.as_deref(),
        }
        .filter(|id| !id.trim().is_empty())
    }
}

/// An account that a customer linked: `{"id": "fca_…", "object": "financial_connections.account", …}`.
///
/// Documented accounts are partial: a status or permissions that are not there are unknown, not refusals.
///
/// ```
/// use ownership_match::api::Account;
/// let account = Account { id: Some("fca_1".to_owned()), last4: Some("6789".to_owned()), ..Account::default() };
/// assert_eq!(format!("{account:?}"), "Account { .. }");
/// ```
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct Account {
    /// The id, `fca_…`.
    pub id: Option<String>,
    /// `financial_connections.account`.
    #[cfg_attr(feature = "serde", serde(default))]
    pub object: Kind<Account>,
    /// Who linked the account.
    pub account_holder: Option<AccountHolder>,
    /// The balance; carried unread.
    pub balance: Option<Opaque>,
    /// The last attempt to read the balance; carried unread.
    pub balance_refresh: Option<Opaque>,
    /// The kind of account: `cash`, `credit`, `investment`, `other`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub category: Option<String>,
    /// When the account was linked, in seconds since 1970-01-01 UTC.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub created: Option<i64>,
    /// The name that the bank or its customer gave the account.
    pub display_name: Option<String>,
    /// The bank.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub institution_name: Option<String>,
    /// The last four digits of the account number.
    pub last4: Option<String>,
    /// Whether this is live data, as opposed to a test.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub livemode: Option<bool>,
    /// The owners: null, an id, or the expanded object, which is the one that can be matched.
    pub ownership: Option<Expandable<AccountOwnership>>,
    /// The last attempt to read the owners; null where there was none.
    pub ownership_refresh: Option<OwnershipRefresh>,
    /// What the customer allowed to be read; `None` where it is not known.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub permissions: Option<Vec<Permission>>,
    /// What is read as soon as the account is linked.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub prefetch: Option<Vec<Permission>>,
    /// Whether the account can be reached; `None` where it is not known.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub status: Option<AccountStatus>,
    /// The kind within the category: `checking`, `savings`, …
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub subcategory: Option<String>,
    /// The payment methods that can be made of the account.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub supported_payment_method_types: Option<Vec<String>>,
}

redacted_debug!(Account);

impl Named for Account {
    const OBJECT: &'static str = "financial_connections.account";
}

impl Account {
    /// Whether a permission was granted; `None` where permissions are not known.
    #[must_use]
    pub fn permits(&self, permission: &Permission) -> Option<bool> {
        self.permissions.as_ref().map(|granted| granted.contains(permission))
    }
}

#[cfg(feature = "serde")]
super::json::json_object!(AccountHolder, Account);
