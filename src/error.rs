//! Why a match request is refused.

use core::fmt;

/// Which parameter of the documented call the given side came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// `owner_information[…]`.
    OwnerInformation,
    /// `customer[…]`.
    Customer,
}

/// A part of the given side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GivenPart {
    Email,
    Phone,
    Line1,
    City,
    State,
    PostalCode,
    Country,
}

/// The kinds of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    NothingGiven(Side),
    AddressIncomplete(Side, GivenPart),
    InvalidEmail(Side),
    InvalidPhone(Side),
    AccountHolderRequired,
    AccountHolderMismatch,
    AccountHolderNotCustomer,
    Disconnected,
    PermissionMissing,
    NotRefreshed,
    RefreshPending,
    RefreshFailed,
    NotExpanded,
    Unavailable,
}

/// Why a [`MatchRequest`](crate::api::MatchRequest) is refused.
///
/// An error has a stable [`code`](Error::code), a sentence ([`Display`](fmt::Display)), a [`hint`](Error::hint) of what to do
/// next and, where one parameter is to blame, its name ([`param`](Error::param)). None of them quotes personal data.
///
/// | code | cause | predicate |
/// |---|---|---|
/// | `nothing_given` | none of name, email, phone, address is given | [`is_nothing_given`](Error::is_nothing_given) |
/// | `address_incomplete` | an address without a part that it needs | [`is_address_incomplete`](Error::is_address_incomplete) |
/// | `email_invalid` | an email that is no email | [`is_invalid_email`](Error::is_invalid_email) |
/// | `phone_invalid` | a phone that is no phone | [`is_invalid_phone`](Error::is_invalid_phone) |
/// | `account_holder_required` | no given side, and the account holder's Customer was not supplied | [`is_account_holder`](Error::is_account_holder) |
/// | `account_holder_mismatch` | the Customer is not the account's holder | [`is_account_holder`](Error::is_account_holder) |
/// | `account_holder_not_customer` | the holder of the account is no customer | [`is_account_holder`](Error::is_account_holder) |
/// | `account_disconnected` | the account was disconnected | [`is_disconnected`](Error::is_disconnected) |
/// | `ownership_permission_missing` | the customer did not allow the owners to be read | [`is_permission_missing`](Error::is_permission_missing) |
/// | `ownership_not_refreshed` | the owners were never read | [`is_not_refreshed`](Error::is_not_refreshed) |
/// | `ownership_refresh_pending` | they are being read for the first time | [`is_refresh_pending`](Error::is_refresh_pending) |
/// | `ownership_refresh_failed` | they could not be read, and never were before | [`is_refresh_failed`](Error::is_refresh_failed) |
/// | `ownership_not_expanded` | the account carries only the id of its ownership | [`is_not_expanded`](Error::is_not_expanded) |
/// | `ownership_unavailable` | the account carries no ownership although its refresh neither failed nor is pending | [`is_unavailable`](Error::is_unavailable) |
///
/// ```
/// use ownership_match::OwnerInformation;
/// use ownership_match::api::{Account, MatchRequest};
/// let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..OwnerInformation::default() };
/// let error = MatchRequest::with_owner_information(&Account::default(), &given).answer().unwrap_err();
/// assert_eq!(error.code(), "ownership_not_refreshed");
/// assert!(error.is_not_refreshed());
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
}

impl Error {
    pub(crate) const fn new(kind: Kind) -> Error {
        Error { kind }
    }

    /// The stable code of the cause.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            Kind::NothingGiven(_) => "nothing_given",
            Kind::AddressIncomplete(..) => "address_incomplete",
            Kind::InvalidEmail(_) => "email_invalid",
            Kind::InvalidPhone(_) => "phone_invalid",
            Kind::AccountHolderRequired => "account_holder_required",
            Kind::AccountHolderMismatch => "account_holder_mismatch",
            Kind::AccountHolderNotCustomer => "account_holder_not_customer",
            Kind::Disconnected => "account_disconnected",
            Kind::PermissionMissing => "ownership_permission_missing",
            Kind::NotRefreshed => "ownership_not_refreshed",
            Kind::RefreshPending => "ownership_refresh_pending",
            Kind::RefreshFailed => "ownership_refresh_failed",
            Kind::NotExpanded => "ownership_not_expanded",
            Kind::Unavailable => "ownership_unavailable",
        }
    }

    /// The parameter to blame, named as the documented API does: `owner_information[address][postal_code]`.
    #[must_use]
    pub const fn param(&self) -> Option<&'static str> {
        Some(match self.kind {
            Kind::NothingGiven(Side::OwnerInformation) => "owner_information",
            Kind::NothingGiven(Side::Customer)
            | Kind::AccountHolderRequired
            | Kind::AccountHolderMismatch
            | Kind::AccountHolderNotCustomer => "customer",
            Kind::AddressIncomplete(side, part) => given_param(side, part),
            Kind::InvalidEmail(side) => given_param(side, GivenPart::Email),
            Kind::InvalidPhone(side) => given_param(side, GivenPart::Phone),
            Kind::Disconnected
            | Kind::PermissionMissing
            | Kind::NotRefreshed
            | Kind::RefreshPending
            | Kind::RefreshFailed
            | Kind::NotExpanded
            | Kind::Unavailable => "financial_connections_account",
        })
    }

    /// What to do next, as a sentence.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self.kind {
            Kind::NothingGiven(_) => "State at least one of name, email, phone and address.",
            Kind::AddressIncomplete(..) => {
                "State line1, city, state, postal_code and country, or leave the whole address out; line2 may be absent."
            }
            Kind::InvalidEmail(_) => "Correct the email address, or leave it out.",
            Kind::InvalidPhone(_) => "State the phone with + and country code, or leave it out.",
            Kind::AccountHolderRequired => {
                "Retrieve the Customer that is the account's holder and supply it, or supply owner_information."
            }
            Kind::AccountHolderMismatch => {
                "Supply the Customer that holds the account, or name the type of the request to match another one."
            }
            Kind::AccountHolderNotCustomer => {
                "Supply a Customer or owner_information, and name the type of the request."
            }
            Kind::Disconnected => "Ask the customer to link the account again.",
            Kind::PermissionMissing => "Ask the customer to link the account again with the ownership permission.",
            Kind::NotRefreshed => "Refresh the ownership of the account, and wait for the event that says it ended.",
            Kind::RefreshPending => "Wait for the event that says the refresh ended, then retrieve the account again.",
            Kind::RefreshFailed => "Refresh the ownership again when next_refresh_available_at has come.",
            Kind::NotExpanded => "Retrieve the account with ownership expanded (expand[]=ownership).",
            Kind::Unavailable => "Retrieve the account again with ownership expanded (expand[]=ownership).",
        }
    }

    /// Whether the given side is at fault: nothing given, an incomplete address, an invalid email or phone.
    #[must_use]
    pub const fn is_given_side(&self) -> bool {
        self.is_nothing_given() || self.is_address_incomplete() || self.is_invalid_email() || self.is_invalid_phone()
    }

    /// Whether none of the four fields is given.
    #[must_use]
    pub const fn is_nothing_given(&self) -> bool {
        matches!(self.kind, Kind::NothingGiven(_))
    }

    /// Whether the given address lacks a part that it needs.
    #[must_use]
    pub const fn is_address_incomplete(&self) -> bool {
        matches!(self.kind, Kind::AddressIncomplete(..))
    }

    /// Whether the given email is no email.
    #[must_use]
    pub const fn is_invalid_email(&self) -> bool {
        matches!(self.kind, Kind::InvalidEmail(_))
    }

    /// Whether the given phone is no phone.
    #[must_use]
    pub const fn is_invalid_phone(&self) -> bool {
        matches!(self.kind, Kind::InvalidPhone(_))
    }

    /// Whether the account holder's Customer was not supplied, is another one, or does not exist.
    #[must_use]
    pub const fn is_account_holder(&self) -> bool {
        matches!(self.kind, Kind::AccountHolderRequired | Kind::AccountHolderMismatch | Kind::AccountHolderNotCustomer)
    }

    /// Whether the account was disconnected.
    #[must_use]
    pub const fn is_disconnected(&self) -> bool {
        matches!(self.kind, Kind::Disconnected)
    }

    /// Whether the account is known to lack the `ownership` permission.
    #[must_use]
    pub const fn is_permission_missing(&self) -> bool {
        matches!(self.kind, Kind::PermissionMissing)
    }

    /// Whether the owners were never read.
    #[must_use]
    pub const fn is_not_refreshed(&self) -> bool {
        matches!(self.kind, Kind::NotRefreshed)
    }

    /// Whether the owners are being read and there are none from before.
    #[must_use]
    pub const fn is_refresh_pending(&self) -> bool {
        matches!(self.kind, Kind::RefreshPending)
    }

    /// Whether the owners could not be read and there are none from before.
    #[must_use]
    pub const fn is_refresh_failed(&self) -> bool {
        matches!(self.kind, Kind::RefreshFailed)
    }

    /// Whether the account carries only the id of its ownership.
    #[must_use]
    pub const fn is_not_expanded(&self) -> bool {
        matches!(self.kind, Kind::NotExpanded)
    }

    /// Whether the account carries no ownership although its refresh neither failed nor is pending.
    #[must_use]
    pub const fn is_unavailable(&self) -> bool {
        matches!(self.kind, Kind::Unavailable)
    }
}

const fn given_param(side: Side, part: GivenPart) -> &'static str {
    match (side, part) {
        (Side::OwnerInformation, GivenPart::Email) => "owner_information[email]",
        (Side::OwnerInformation, GivenPart::Phone) => "owner_information[phone]",
        (Side::OwnerInformation, GivenPart::Line1) => "owner_information[address][line1]",
        (Side::OwnerInformation, GivenPart::City) => "owner_information[address][city]",
        (Side::OwnerInformation, GivenPart::State) => "owner_information[address][state]",
        (Side::OwnerInformation, GivenPart::PostalCode) => "owner_information[address][postal_code]",
        (Side::OwnerInformation, GivenPart::Country) => "owner_information[address][country]",
        (Side::Customer, GivenPart::Email) => "customer[email]",
        (Side::Customer, GivenPart::Phone) => "customer[phone]",
        (Side::Customer, GivenPart::Line1) => "customer[address][line1]",
        (Side::Customer, GivenPart::City) => "customer[address][city]",
        (Side::Customer, GivenPart::State) => "customer[address][state]",
        (Side::Customer, GivenPart::PostalCode) => "customer[address][postal_code]",
        (Side::Customer, GivenPart::Country) => "customer[address][country]",
    }
}

// What a message says is visible to users and asserted by tests: a change of one belongs in the changelog.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self.kind {
            Kind::NothingGiven(_) => "nothing is given: none of name, email, phone and address",
            Kind::AddressIncomplete(side, part) => {
                return write!(f, "the given address is incomplete: {} is missing", given_param(side, part));
            }
            Kind::InvalidEmail(_) => "the given email is not an email address",
            Kind::InvalidPhone(_) => "the given phone is not a phone number",
            Kind::AccountHolderRequired => "the account holder's Customer must be supplied",
            Kind::AccountHolderMismatch => "the supplied Customer is not the holder of the account",
            Kind::AccountHolderNotCustomer => "the holder of the account is not a customer",
            Kind::Disconnected => "the account is disconnected: its owners are no longer available",
            Kind::PermissionMissing => "the account lacks the ownership permission",
            Kind::NotRefreshed => "the ownership of the account was never refreshed",
            Kind::RefreshPending => "the ownership refresh is pending, and there are no owners from an earlier one",
            Kind::RefreshFailed => "the ownership refresh failed, and there are no owners from an earlier one",
            Kind::NotExpanded => "the ownership of the account is an id that is not expanded",
            Kind::Unavailable => "the account carries no ownership, and the state of its refresh does not say why",
        };
        f.write_str(message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("code", &self.code()).field("param", &self.param()).finish()
    }
}

impl std::error::Error for Error {}
