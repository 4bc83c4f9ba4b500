//! Two texts as the field `phone`.

#![no_main]

#[macro_use]
mod pair;

use ownership_match::{Country, Phone};

pair_target!(|text| Phone::parse(text, Some(Country::US)));
