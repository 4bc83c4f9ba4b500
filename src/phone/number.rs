//! One number of a phone field.

use super::digits::{Digits, of_code};
use core::fmt;

/// One number, with everything that comparing needs.
#[derive(Clone, Copy, Default)]
pub(super) struct Number {
    /// National digits, leading zeros kept; the digits as typed where no plan is known.
    pub(super) national: Digits,
    /// The digits as typed where the text states no calling code, to be read in another country; else none.
    pub(super) typed: Digits,
    /// The extension.
    pub(super) extension: Digits,
    /// The trunk prefix of the plan.
    pub(super) trunk: Digits,
    /// The calling code; 0 when unknown.
    pub(super) calling_code: u16,
    /// The length of the area code; 0 for none.
    pub(super) area: u8,
    /// The numbering plan calls it assigned.
    pub(super) valid: bool,
    /// The text states the calling code.
    pub(super) explicit: bool,
    /// Some digits are hidden.
    pub(super) masked: bool,
    /// Some digits are spelled by letters.
    #[cfg_attr(not(feature = "serde"), allow(dead_code))]
    pub(super) spelled: bool,
    /// The text says something else by the letter, and is repaired: another reading, never the same value.
    pub(super) repaired: bool,
}

/// Equal canonical values: calling code, national digits, extension, and whether it was repaired.
impl PartialEq for Number {
    #[inline]
    fn eq(&self, other: &Number) -> bool {
        self.calling_code == other.calling_code
            && self.national == other.national
            && self.extension == other.extension
            && self.repaired == other.repaired
    }
}

impl Eq for Number {}

impl Number {
    /// Nothing but zeros or nines, or the digits in order: typed to fill a field. A number that states its calling code
    /// and is assigned (+66 99 999 9999) is a number.
    pub(super) fn is_placeholder(&self) -> bool {
        const RISING: Digits = Digits::of([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
        if self.explicit && self.valid {
            return false;
        }
        let typed = if self.explicit { self.national } else { self.typed };
        let filled = |digits: Digits| {
            !digits.is_empty() && (digits.all(0) || (digits.len() >= 4 && digits.all(9)) || digits == RISING)
        };
        filled(typed) || (!self.valid && filled(self.national))
    }

    /// The E.164 form, for a number with a calling code and no hidden digits.
    pub(super) fn e164(&self) -> Option<E164> {
        (self.calling_code != 0 && !self.masked).then(|| {
            let mut text = E164 { bytes: [0; E164::MOST], len: 0 };
            text.push(b'+');
            of_code(self.calling_code).write(|byte| text.push(byte));
            self.national.write(|byte| text.push(byte));
            text
        })
    }
}

/// A number in E.164 form, such as `+12125555555`; inline text.
///
/// ```
/// use ownership_match::{Country, Phone};
/// let phone = Phone::parse("(212) 555-5555", Some(Country::US)).unwrap();
/// assert_eq!(phone.e164().unwrap().as_str(), "+12125555555");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct E164 {
    bytes: [u8; E164::MOST],
    len: u8,
}

crate::privacy::redacted_debug!(E164);

impl E164 {
    /// A plus, three digits of a calling code and the national digits.
    const MOST: usize = 4 + Digits::MOST;

    fn push(&mut self, byte: u8) {
        if usize::from(self.len) < E164::MOST {
            self.bytes[usize::from(self.len)] = byte;
            self.len += 1;
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
