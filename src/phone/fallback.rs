//! The numbering plan of the `phonenumber` crate, for the few national forms that the own tables do not decide: carrier
//! codes and digits that move (Argentina's 15, Brazil's and Colombia's carriers).
//!
//! The crate decodes its metadata on the first call (tens of milliseconds) and shares one cache of regular expressions
//! between threads, so ordinary numbers never come here. Its answer is only taken where the own tables call it valid.

use super::digits::Digits;
use crate::country::Country;

/// What the crate made of a number: its calling code and national digits.
pub(super) struct Answer {
    pub(super) calling_code: u16,
    pub(super) digits: Digits,
}

#[cfg(test)]
thread_local! {
    /// How often this thread asked the crate: proves which inputs stay away from it.
    pub(super) static CALLS: core::cell::Cell<usize> = const { core::cell::Cell::new(0) };
}

/// Asks the crate. `digits` are at most a few dozen; `region` is the hint, and none is given where there was a plus,
/// because the crate would cut the hint's trunk prefix off a number that already has its calling code.
#[cfg(feature = "numbering-plan")]
pub(super) fn ask(digits: &[u8], plus: bool, region: Option<Country>) -> Option<Answer> {
    #[cfg(test)]
    CALLS.with(|calls| calls.set(calls.get() + 1));
    let mut text = String::with_capacity(digits.len() + 1);
    if plus {
        text.push('+');
    }
    text.extend(digits.iter().map(|&digit| char::from(b'0' + digit % 10)));
    let hint = if plus { None } else { Some(region?.code().parse().ok()?) };
    let number = phonenumber::parse(hint, text).ok()?;
    let mut national: smallvec::SmallVec<[u8; 24]> = smallvec::SmallVec::new();
    let zeros = usize::from(number.national().zeros());
    national.extend(core::iter::repeat_n(0, zeros.min(Digits::MOST)));
    let value = number.national().value();
    if value > 0 {
        let places = value.ilog10();
        national.extend((0..=places).rev().map(|place| (value / 10_u64.pow(place) % 10) as u8));
    }
    Some(Answer { calling_code: number.code().value(), digits: Digits::new(&national)? })
}

/// Without the plan nothing more is known than the own tables say.
#[cfg(not(feature = "numbering-plan"))]
pub(super) fn ask(_digits: &[u8], _plus: bool, _region: Option<Country>) -> Option<Answer> {
    None
}
