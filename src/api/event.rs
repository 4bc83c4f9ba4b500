//! What a webhook receives.

use super::account::Account;
use super::kind::{Kind, Named};
use super::opaque::Opaque;
use super::open::open_enum;
use super::refresh::RefreshStatus;
use crate::privacy::redacted_debug;

open_enum! {
    /// What happened.
    EventType {
        /// An account was linked.
        AccountCreated "financial_connections.account.created",
        /// The bank no longer answers for the account.
        AccountDeactivated "financial_connections.account.deactivated",
        /// The connection was ended.
        AccountDisconnected "financial_connections.account.disconnected",
        /// The bank answers for the account again.
        AccountReactivated "financial_connections.account.reactivated",
        /// An attempt to read the balance ended.
        RefreshedBalance "financial_connections.account.refreshed_balance",
        /// An attempt to read the owners ended, **well or badly**: see the status of `ownership_refresh`.
        RefreshedOwnership "financial_connections.account.refreshed_ownership",
    }
}

/// An event: `{"id": "evt_…", "object": "event", "type": …, "data": {"object": …}}`.
///
/// The account of an event carries `ownership` unexpanded: retrieve the account with `ownership` expanded to match it.
///
/// ```
/// use ownership_match::api::{Event, EventType};
/// let event = Event { event_type: Some(EventType::RefreshedOwnership), ..Event::default() };
/// assert!(event.account().is_none());
/// ```
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct Event {
    /// The id, `evt_…`.
    pub id: Option<String>,
    /// `event`.
    #[cfg_attr(feature = "serde", serde(default))]
    pub object: Kind<Event>,
    /// When it happened, in seconds since 1970-01-01 UTC.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub created: Option<i64>,
    /// What it is about.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::json::null_as_default"))]
    pub data: EventData,
    /// Whether this is live data, as opposed to a test.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub livemode: Option<bool>,
    /// What happened.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub event_type: Option<EventType>,
}

redacted_debug!(Event);

impl Named for Event {
    const OBJECT: &'static str = "event";
}

impl Event {
    /// The account that the event is about; `None` where it is about something else.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match &self.data.object {
            Some(EventObject::Account(account)) => Some(account),
            _ => None,
        }
    }
}

impl Event {
    /// The account whose ownership refresh ended, and how it ended; `None` where the event says something else.
    ///
    /// The event is sent after a failure as well. Its account is not the one to match: its ownership is not expanded.
    ///
    /// ```
    /// use ownership_match::api::{Account, Event, EventData, EventObject, EventType, OwnershipRefresh, RefreshStatus};
    /// let refresh = OwnershipRefresh { status: Some(RefreshStatus::Failed), ..OwnershipRefresh::default() };
    /// let account = Account { ownership_refresh: Some(refresh), ..Account::default() };
    /// let event = Event {
    ///     event_type: Some(EventType::RefreshedOwnership),
    ///     data: EventData { object: Some(EventObject::Account(Box::new(account))) },
    ///     ..Event::default()
    /// };
    /// let (_, status) = event.refreshed_ownership().expect("a refresh ended");
    /// assert_eq!(status, Some(&RefreshStatus::Failed));
    /// ```
    #[must_use]
    pub fn refreshed_ownership(&self) -> Option<(&Account, Option<&RefreshStatus>)> {
        let account = self.account().filter(|_| self.event_type == Some(EventType::RefreshedOwnership))?;
        Some((account, account.ownership_refresh.as_ref().and_then(|refresh| refresh.status.as_ref())))
    }
}

/// What an event is about (`data`).
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(remote = "Self"))]
pub struct EventData {
    /// The object.
    pub object: Option<EventObject>,
}

/// The object of an event.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(untagged))]
pub enum EventObject {
    /// An account.
    Account(Box<Account>),
    /// Anything else, or an account that cannot be read as one; carried unread.
    Other(Opaque),
}

#[cfg(feature = "serde")]
super::json::json_object!(Event, EventData);
