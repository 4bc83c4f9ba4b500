//! The two sides as they arrive: what the customer states and what the bank reports.

use crate::privacy::redacted_debug;

/// A structured postal address. Every part may be absent; absent, empty and blank mean the same: not given.
///
/// ```
/// use ownership_match::PostalAddress;
/// let address = PostalAddress {
///     line1: Some("354 Oyster Point Blvd".to_owned()),
///     city: Some("South San Francisco".to_owned()),
///     state: Some("CA".to_owned()),
///     postal_code: Some("94080".to_owned()),
///     country: Some("US".to_owned()),
///     ..PostalAddress::default()
/// };
/// assert!(!address.is_empty());
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct PostalAddress {
    /// Street and house number, or a PO Box.
    pub line1: Option<String>,
    /// The secondary unit: apartment, suite, floor.
    pub line2: Option<String>,
    /// City, town or locality.
    pub city: Option<String>,
    /// State, province, county or prefecture: name or code.
    pub state: Option<String>,
    /// ZIP or postcode.
    pub postal_code: Option<String>,
    /// Country: ISO 3166-1 alpha-2 code; names are understood too.
    pub country: Option<String>,
}

redacted_debug!(PostalAddress);

impl PostalAddress {
    /// The six parts in the order of an envelope: line1, line2, city, state, postal code, country; blank ones are `None`.
    #[must_use]
    pub fn parts(&self) -> [Option<&str>; 6] {
        [&self.line1, &self.line2, &self.city, &self.state, &self.postal_code, &self.country].map(|part| given(part))
    }

    /// Whether every part is absent or blank.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(Option::is_none)
    }
}

/// What the customer states: the given side of a match (`owner_information`).
///
/// Absent, empty and blank mean the same: not given.
///
/// ```
/// use ownership_match::OwnerInformation;
/// let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..OwnerInformation::default() };
/// assert_eq!(format!("{given:?}"), "OwnerInformation { .. }");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct OwnerInformation {
    /// Full name of the person or business.
    pub name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Phone number, best with `+` and country code.
    pub phone: Option<String>,
    /// Postal address.
    pub address: Option<PostalAddress>,
}

redacted_debug!(OwnerInformation);

/// What the bank reports about one owner of the account: the owner side of a match.
///
/// Any part may be absent. The address is one unparsed line (`raw_address`) or structured (`address`); where both are
/// there, the structured one is read.
///
/// ```
/// use ownership_match::AccountOwner;
/// let owner = AccountOwner { name: Some("JENNIFER ROSEN".to_owned()), ..AccountOwner::default() };
/// assert_eq!(format!("{owner:?}"), "AccountOwner { .. }");
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct AccountOwner {
    /// Full name as the bank holds it; several people may stand in it.
    pub name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Phone number as the bank holds it.
    pub phone: Option<String>,
    /// Id of the ownership object that this owner belongs to (`fcaowns_…`).
    pub ownership: Option<String>,
    /// The address as one unparsed line.
    pub raw_address: Option<String>,
    /// The address in parts, where the caller has it so. Not in the documented object.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub address: Option<PostalAddress>,
    /// When the bank's data was read, in seconds since 1970-01-01 UTC.
    pub refreshed_at: Option<i64>,
}

redacted_debug!(AccountOwner);

#[cfg(feature = "serde")]
crate::api::json::json_object!(PostalAddress, OwnerInformation, AccountOwner);

/// The text of a part that is given; absent, empty and blank mean not given.
pub(crate) fn given(part: &Option<String>) -> Option<&str> {
    part.as_deref().map(trimmed).filter(|text| !text.is_empty())
}

/// A text without the blanks around it; most have none.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}
