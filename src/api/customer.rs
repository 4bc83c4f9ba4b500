//! The Customer object: one of the sources of the given side.

use super::kind::{Kind, Named};
use crate::owner::{OwnerInformation, PostalAddress};
use crate::privacy::redacted_debug;

/// A customer of the business: `{"id": "cus_…", "object": "customer", …}`.
///
/// The four fields of the given side stand beside the id; absent, empty and blank mean the same: not given.
///
/// ```
/// use ownership_match::api::Customer;
/// let customer = Customer { name: Some("Jenny Rosen".to_owned()), ..Customer::default() };
/// assert_eq!(customer.owner_information().name.as_deref(), Some("Jenny Rosen"));
/// assert_eq!(format!("{customer:?}"), "Customer { .. }");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct Customer {
    /// The id, `cus_…`.
    pub id: Option<String>,
    /// `customer`.
    #[cfg_attr(feature = "serde", serde(default))]
    pub object: Kind<Customer>,
    /// The address.
    pub address: Option<PostalAddress>,
    /// When the customer was created, in seconds since 1970-01-01 UTC.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub created: Option<i64>,
    /// The email address.
    pub email: Option<String>,
    /// Whether this is live data, as opposed to a test.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub livemode: Option<bool>,
    /// The full name of the person or business.
    pub name: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
}

redacted_debug!(Customer);

impl Named for Customer {
    const OBJECT: &'static str = "customer";
}

impl Customer {
    /// The four fields of the given side.
    #[must_use]
    pub fn owner_information(&self) -> OwnerInformation {
        OwnerInformation {
            name: self.name.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            address: self.address.clone(),
        }
    }
}

#[cfg(feature = "serde")]
super::json::json_object!(Customer);
