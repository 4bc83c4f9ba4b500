//! Two texts as the field `email`.

#![no_main]

#[macro_use]
mod pair;

use ownership_match::Email;

pair_target!(Email::parse);
