//! One number of a phone field.

use super::digits::{Digits, Prefix, of_code};
use core::fmt;
use core::num::NonZeroU32;

/// The text states the calling code.
pub(super) const STATED: u8 = 1;
/// The text states none, and a prefix of the plan stands before the national digits, or they begin as with one.
pub(super) const PREFIXED: u8 = 2;

/// One number, with everything that comparing needs.
#[derive(Clone, Copy, Default)]
pub(super) struct Number {
    /// National digits, leading zeros kept; the digits as typed where no plan is known.
    pub(super) national: Digits,
    /// The digits as typed where the text states no calling code, or one that may be an area code, to be read in another country;
    /// else none.
    pub(super) typed: Digits,
    /// The extension.
    pub(super) extension: Digits,
    /// The calling code; 0 when unknown.
    pub(super) calling_code: u16,
    /// The length of the area code; 0 for none.
    pub(super) area: u8,
    /// The trunk prefix of the plan.
    pub(super) trunk: Prefix,
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
    /// How its calling code is known: [`STATED`], [`PREFIXED`], or neither.
    pub(super) origin: u8,
    /// Its shape, where nothing but calling code and digits decides about it: see [`prepared`](Number::prepared).
    pub(super) shape: Option<Shape>,
}

/// Calling code, length and area code of a number: of two that have them in common the digits decide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape(NonZeroU32);

impl Shape {
    /// The shape of national digits; `area` is the length of their area code, 0 for none.
    pub(super) fn of(calling_code: u16, national: Digits, area: u8) -> Option<Shape> {
        let (area, length) = (u32::from(area), national.len() as u32);
        let behind = if area == 0 { 0 } else { length.checked_sub(area)? };
        // Places of four bits behind the area code, what is too few places apart, the length.
        let (few, code) = ((area + 1).max(2), u32::from(calling_code));
        NonZeroU32::new((4 * behind) | (few << 6) | (length << 10) | (code << 16)).map(Shape)
    }

    /// Whether rows of this shape differ in their area code, where they have one, and in at least two digits more than it
    /// has, three at least: not one slip or two are between them.
    #[inline(always)]
    pub(super) const fn tells_apart(self, x: Digits, y: Digits) -> bool {
        let (apart, shape) = (x.places_apart(y), self.0.get());
        apart >> (shape & 63) != 0 && Digits::count_apart(apart) > (shape >> 6 & 15) as usize
    }
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
    /// A number that hides no digit, with what comparing asks first.
    ///
    /// It has a shape where it has no extension, was not repaired, states its calling code beyond doubt, and is of a plan whose numbers are dialled with
    /// a trunk prefix at most: not Mexico's, Argentina's and Brazil's.
    #[inline(always)]
    pub(super) fn prepared(mut self) -> Number {
        let doubtful = self.repaired || self.explicit && !self.typed.is_empty();
        if doubtful || !self.extension.is_empty() || matches!(self.calling_code, 52 | 54 | 55) {
            return self;
        }
        self.shape = Shape::of(self.calling_code, self.national, self.area);
        let (trunk, code) = (self.trunk.digits(), of_code(self.calling_code));
        self.origin = if self.explicit {
            STATED
        } else if self.typed != self.national || code.begins(self.typed) || trunk != code && trunk.begins(self.typed) {
            PREFIXED
        } else {
            0
        };
        self
    }

    /// The same number with an extension, of which nothing is [`prepared`](Number::prepared).
    pub(super) fn with_extension(self, extension: Digits) -> Number {
        Number { extension, shape: None, origin: 0, ..self }
    }

    /// Whether each of two numbers of one calling code is read in one way: not where one states the code and the other has a
    /// prefix, for this one may be part of the number.
    #[inline(always)]
    pub(super) const fn is_read_once_beside(&self, other: &Number) -> bool {
        self.origin | other.origin != STATED | PREFIXED
    }

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
