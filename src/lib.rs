//! Is this customer an owner of that bank account?

#![cfg_attr(docsrs, feature(doc_cfg))]

mod address;
mod calibration;
mod country;
pub mod documented;
mod email;
mod evidence;
mod matcher;
mod name;
mod owner;
mod phone;
mod privacy;
mod score;
mod tables;
mod text;

pub use address::Address;
pub use calibration::VERSION as CALIBRATION;
pub use country::Country;
pub use email::Email;
pub use evidence::{Comparison, Effect, Evidence, Field, Reasons};
pub use matcher::{FieldResult, MatchOptions, MatchResult, Record, Results, match_owners};
pub use name::{Name, Party, PartyKind, Role};
pub use owner::{AccountOwner, OwnerInformation, PostalAddress};
pub use phone::Phone;
pub use score::{Band, Interpretation, Scale, Score};
