//! Two texts as the field `address`.

#![no_main]

#[macro_use]
mod pair;

use ownership_match::{Address, Country};

pair_target!(|text| Address::parse(text, Some(Country::US)));
