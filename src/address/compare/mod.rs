//! Two addresses → verdicts on their parts → evidence and points. No table is read here.
//!
//! - [`choose`]: which readings of the two are compared; [`lends`]: readings that cannot be right beside the other side.
//! - [`evaluate`]: verdicts on the parts become evidence and points; [`boxes`]: those on boxes and routes.
//! - [`names`], [`units`], [`place`], [`towns`], [`nearness`]: the verdicts on two streets, their units, city and region, two postcodes.
//! - [`phrase`]: how like two streets or two cities are; [`joined`]: letters in a row; [`spelling`]: two words.
//! - [`outline`], [`glance`], [`far`]: what tells two strangers apart at once; [`most`]: that no other reading is worth more.

mod boxes;
pub(in crate::address) mod choose;
mod ends;
mod evaluate;
mod far;
pub(in crate::address) mod glance;
mod joined;
mod lends;
mod most;
mod names;
pub(in crate::address) mod nearness;
pub(in crate::address) mod outline;
pub(in crate::address) mod phrase;
mod place;
// What is read without the tables of these features is told otherwise.
#[cfg(all(test, feature = "regional-formats", feature = "us-cities", feature = "transliteration"))]
mod quick_answers;
mod spelling;
mod towns;
mod units;
