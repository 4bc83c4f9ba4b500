//! The documented JSON objects, and a match request that mirrors the documented call.
//!
//! Every object is a plain struct. With the `serde` feature it reads and writes the documented JSON: unknown keys are
//! ignored, absent and null mean the same, an unknown value of an enumeration is kept and written back, and parts that
//! the library does not read (balances and their like) are carried as [`Opaque`]. `Debug` shows nothing personal.
//!
//! - [`Account`], [`AccountOwnership`], [`OwnershipRefresh`]: the bank account, its owners, and how fresh they are;
//! - [`Customer`] and [`OwnerInformation`](crate::OwnerInformation): the two shapes of the given side;
//! - [`MatchRequest`] → [`MatchAnswer`] → [`OwnershipMatch`]: the documented call, validated;
//! - [`Event`]: what a webhook receives.
//!
//! ```
//! use ownership_match::OwnerInformation;
//! use ownership_match::api::{Account, AccountOwnership, Expandable, MatchRequest, OwnerList};
//! use ownership_match::AccountOwner;
//!
//! let owner = AccountOwner { name: Some("JENNY ROSEN".to_owned()), ..AccountOwner::default() };
//! let owners = OwnerList { data: vec![owner], ..OwnerList::default() };
//! let account = Account {
//!     ownership: Some(Expandable::Object(Box::new(AccountOwnership { owners, ..AccountOwnership::default() }))),
//!     ..Account::default()
//! };
//! let given = OwnerInformation { name: Some("Jenny Rosen".to_owned()), ..OwnerInformation::default() };
//! let answer = MatchRequest::with_owner_information(&account, &given).answer()?;
//! assert_eq!(answer.result().owner, Some(0));
//! let ownership_match = answer.to_object("fcom_1".to_owned(), 1_700_000_000);
//! assert_eq!(ownership_match.results.name.and_then(|name| name.match_score), Some(100));
//! # Ok::<(), ownership_match::Error>(())
//! ```

mod account;
mod answer;
mod customer;
mod event;
mod expandable;
mod given;
#[cfg(feature = "serde")]
pub(crate) mod json;
mod kind;
mod opaque;
mod open;
mod ownership;
mod ownership_match;
#[cfg(feature = "serde")]
pub(crate) mod quiet;
mod refresh;
mod request;

pub use account::{Account, AccountHolder, AccountStatus, HolderType, Permission};
pub use answer::{MatchAnswer, Notice};
pub use customer::Customer;
pub use event::{Event, EventData, EventObject, EventType};
pub use expandable::Expandable;
pub use kind::{Kind, Named};
pub use opaque::Opaque;
pub use ownership::{AccountOwnership, OwnerList};
pub use ownership_match::{FieldScore, MatchResults, MatchType, OwnershipMatch};
pub use refresh::{OwnershipRefresh, RefreshBlocked, RefreshDecision, RefreshStatus};
pub use request::MatchRequest;
