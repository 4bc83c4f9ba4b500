//! A match request: an account and a given side, validated, then matched.

use super::account::{Account, AccountStatus, HolderType, Permission};
use super::answer::{MatchAnswer, Notice};
use super::customer::Customer;
use super::expandable::Expandable;
use super::given;
use super::ownership::AccountOwnership;
use super::ownership_match::MatchType;
use super::refresh::RefreshStatus;
use crate::error::{Error, Kind, Side};
use crate::explain::Explanation;
use crate::matcher::{MatchOptions, match_owners};
use crate::owner::OwnerInformation;

/// A match request that mirrors the documented call: an account, and the given side from one of three sources.
///
/// - [`with_customer`](MatchRequest::with_customer): type `customer`, any Customer;
/// - [`with_owner_information`](MatchRequest::with_owner_information): type `owner_information`, explicit data;
/// - [`with_account_holder`](MatchRequest::with_account_holder): no type named; the Customer who holds the account.
///
/// # Errors
///
/// [`answer`](MatchRequest::answer) refuses, in this order: a given side that cannot be used, a Customer who does not hold
/// the account where no type was named, and an account whose owners cannot be had. [`Error`] lists the causes.
///
/// ```
/// use ownership_match::api::{Account, Customer, MatchRequest};
/// let account = Account::default();
/// let error = MatchRequest::with_account_holder(&account, None).answer().unwrap_err();
/// assert_eq!(error.code(), "account_holder_required");
/// let error = MatchRequest::with_customer(&account, &Customer::default()).answer().unwrap_err();
/// assert_eq!((error.code(), error.param()), ("nothing_given", Some("customer")));
/// ```
#[derive(Clone)]
pub struct MatchRequest<'a> {
    account: &'a Account,
    source: Source<'a>,
    options: MatchOptions,
}

/// Where the given side comes from.
#[derive(Clone, Copy)]
enum Source<'a> {
    Customer(&'a Customer),
    OwnerInformation(&'a OwnerInformation),
    AccountHolder(Option<&'a Customer>),
}

impl<'a> MatchRequest<'a> {
    /// A request of type `customer`.
    #[must_use]
    pub fn with_customer(account: &'a Account, customer: &'a Customer) -> MatchRequest<'a> {
        MatchRequest::new(account, Source::Customer(customer))
    }

    /// A request of type `owner_information`.
    #[must_use]
    pub fn with_owner_information(account: &'a Account, information: &'a OwnerInformation) -> MatchRequest<'a> {
        MatchRequest::new(account, Source::OwnerInformation(information))
    }

    /// A request with no type named: the given side is the Customer who holds the account, as the caller retrieved it, or
    /// as it stands expanded in the account.
    #[must_use]
    pub fn with_account_holder(account: &'a Account, customer: Option<&'a Customer>) -> MatchRequest<'a> {
        MatchRequest::new(account, Source::AccountHolder(customer))
    }

    fn new(account: &'a Account, source: Source<'a>) -> MatchRequest<'a> {
        MatchRequest { account, source, options: MatchOptions::default() }
    }

    /// Sets the options of the match.
    #[must_use]
    pub fn with_options(mut self, options: MatchOptions) -> MatchRequest<'a> {
        self.options = options;
        self
    }

    /// Validates the request and matches.
    pub fn answer(&self) -> Result<MatchAnswer, Error> {
        let (match_type, side, customer, information) = match self.source {
            Source::OwnerInformation(information) => {
                (MatchType::OwnerInformation, Side::OwnerInformation, None, information.clone())
            }
            Source::Customer(customer) => {
                (MatchType::Customer, Side::Customer, Some(customer), customer.owner_information())
            }
            Source::AccountHolder(supplied) => {
                let customer = self.account_holder(supplied)?;
                (MatchType::Customer, Side::Customer, Some(customer), customer.owner_information())
            }
        };
        given::validate(&information, side, self.options.default_country())?;
        let ownership = self.ownership()?;
        let result = match_owners(&information, &ownership.owners.data, &self.options);
        Ok(MatchAnswer {
            account: self.account.id.clone(),
            match_type,
            customer: customer.and_then(|customer| customer.id.clone()),
            ownership: ownership.id.clone(),
            owner_information: information,
            result,
            owner_choice: self.options.owner_choice(),
            owner_count: ownership.owners.data.len(),
            refreshed_at: result
                .owner
                .and_then(|owner| ownership.owners.data[owner].refreshed_at)
                .or(ownership.created),
            notices: self.notices(ownership, customer),
        })
    }

    /// Explains the answer of this request with **both sides'** normalized parts aligned: for those who may see the bank's
    /// data. [`MatchAnswer::explain`] is the explanation for everybody else.
    ///
    /// # Errors
    ///
    /// As for [`answer`](MatchRequest::answer).
    pub fn reveal(&self) -> Result<Explanation, Error> {
        let answer = self.answer()?;
        let ownership = self.ownership()?;
        Ok(answer.result.reveal(&answer.owner_information, &ownership.owners.data, &self.options))
    }

    /// The Customer who holds the account.
    fn account_holder(&self, supplied: Option<&'a Customer>) -> Result<&'a Customer, Error> {
        let holder = self.account.account_holder.as_ref();
        if holder.and_then(|holder| holder.holder_type.as_ref()).is_some_and(|kind| *kind != HolderType::Customer) {
            return Err(Error::new(Kind::AccountHolderNotCustomer));
        }
        let expanded = || holder.and_then(|holder| holder.customer.as_ref()).and_then(Expandable::object);
        let Some(customer) = supplied.or_else(expanded) else {
            return Err(Error::new(Kind::AccountHolderRequired));
        };
        if self.is_held_by_another(customer) {
            return Err(Error::new(Kind::AccountHolderMismatch));
        }
        Ok(customer)
    }

    /// Whether both the Customer and the holder of the account are known, and differ.
    fn is_held_by_another(&self, customer: &Customer) -> bool {
        let id = customer.id.as_deref().filter(|id| !id.trim().is_empty());
        let holder = self.account.account_holder.as_ref().and_then(|holder| holder.customer_id());
        id.zip(holder).is_some_and(|(id, holder)| id != holder)
    }

    /// The owners of the account, or why they cannot be had.
    ///
    /// What is known to forbid a match does so even where owners are there: they were kept from before the customer
    /// disconnected the account or withdrew the permission.
    fn ownership(&self) -> Result<&'a AccountOwnership, Error> {
        let account = self.account;
        if account.status == Some(AccountStatus::Disconnected) {
            return Err(Error::new(Kind::Disconnected));
        }
        if account.permits(&Permission::Ownership) == Some(false) {
            return Err(Error::new(Kind::PermissionMissing));
        }
        let refresh = account.ownership_refresh.as_ref().map(|refresh| refresh.status.as_ref());
        let without_owners = match refresh {
            Some(Some(RefreshStatus::Pending)) => Some(Kind::RefreshPending),
            Some(Some(RefreshStatus::Failed)) => Some(Kind::RefreshFailed),
            _ => None,
        };
        match &account.ownership {
            Some(Expandable::Object(ownership)) => match without_owners {
                Some(kind) if ownership.owners.data.is_empty() => Err(Error::new(kind)),
                _ => Ok(ownership),
            },
            Some(Expandable::Id(id)) if !id.trim().is_empty() => Err(Error::new(Kind::NotExpanded)),
            _ => Err(Error::new(match (without_owners, refresh) {
                (Some(kind), _) => kind,
                // A state that is new: the refresh is there, so that there never was one cannot be said.
                (None, Some(Some(_))) => Kind::Unavailable,
                (None, _) => Kind::NotRefreshed,
            })),
        }
    }

    fn notices(&self, ownership: &AccountOwnership, customer: Option<&Customer>) -> Vec<Notice> {
        let status = self.account.ownership_refresh.as_ref().and_then(|refresh| refresh.status.as_ref());
        [
            (status == Some(&RefreshStatus::Pending), Notice::RefreshPending),
            (status == Some(&RefreshStatus::Failed), Notice::RefreshFailed),
            (ownership.owners.has_more, Notice::OwnersIncomplete),
            (customer.is_some_and(|customer| self.is_held_by_another(customer)), Notice::CustomerNotHolder),
        ]
        .into_iter()
        .filter_map(|(holds, notice)| holds.then_some(notice))
        .collect()
    }
}

impl core::fmt::Debug for MatchRequest<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("MatchRequest").finish_non_exhaustive()
    }
}
