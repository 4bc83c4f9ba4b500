//! Two texts as the field `name`.

#![no_main]

#[macro_use]
mod pair;

use ownership_match::Name;

pair_target!(Name::parse);
