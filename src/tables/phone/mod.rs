//! Numbering plans: how the numbers of a region are dialled, which are assigned, and how long their area codes are.
//!
//! Facts of libphonenumber's metadata, compiled into automata over digits: one step per digit, nothing built at first use.

mod plan;

use crate::country::Country;

/// The numbering plan of one region.
pub(crate) struct Plan {
    /// The country calling code.
    pub(crate) calling_code: u16,
    /// The trunk prefix dialled before a national number, such as `0`; empty where there is none.
    pub(crate) national: &'static str,
    /// Every prefix that may be cut off a national number, longest first.
    pub(crate) trunks: &'static [&'static str],
    /// The shape of a number dialled within the region's area, which [`before`](Plan::before) completes.
    local: u16,
    /// What completes a local number.
    pub(crate) before: &'static str,
    /// The region's rule for national prefixes says more than this table: carrier codes, digits that move.
    pub(crate) special: bool,
    idd: u16,
    lengths: u32,
    local_lengths: u32,
    general: u16,
    valid: u16,
    areas: u16,
}

/// How the length of a national number fits its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// As some number of the plan.
    Possible,
    /// As a number dialled within its area.
    Local,
    /// Shorter than any.
    TooShort,
    /// Longer than any.
    TooLong,
    /// Between, but no number has it.
    Wrong,
}

impl Plan {
    /// The plan of a region.
    pub(crate) fn of_region(region: Country) -> Option<&'static Plan> {
        let [first, second] = [0, 1].map(|place| usize::from(region.code().as_bytes()[place] - b'A'));
        place(plan::REGIONS[first * 26 + second])
    }

    /// The plan of the main region of a calling code.
    pub(crate) fn of_code(calling_code: u16) -> Option<&'static Plan> {
        place(*plan::CODES.get(usize::from(calling_code))?)
    }

    /// Splits digits into a calling code in use and the rest. A calling code never begins with 0 (E.164).
    pub(crate) fn split_code(digits: &[u8]) -> Option<(&'static Plan, &[u8])> {
        let mut code = 0;
        for (count, &digit) in digits.iter().enumerate().take(3) {
            code = code * 10 + u16::from(digit);
            if code == 0 {
                return None;
            }
            if let Some(plan) = Plan::of_code(code) {
                return Some((plan, &digits[count + 1..]));
            }
        }
        None
    }

    /// Whether the digits have the shape of any national number.
    pub(crate) fn is_general(&self, digits: &[u8]) -> bool {
        accepts(self.general, digits)
    }

    /// Whether the digits are a national number that is assigned in a region of this calling code.
    pub(crate) fn is_valid(&self, digits: &[u8]) -> bool {
        accepts(self.valid, digits)
    }

    /// Whether the digits are dialled within the region's own area.
    pub(crate) fn is_local(&self, digits: &[u8]) -> bool {
        accepts(self.local, digits)
    }

    /// Prefixes that were dialled before a national number until the plan was changed, longest first. They are still
    /// written, and libphonenumber has dropped them.
    ///
    /// Mexico, 2019-08-03 (Instituto Federal de Telecomunicaciones, "Plan Técnico Fundamental de Numeración", Diario Oficial
    /// de la Federación 2018-05-11): ten digits for every call; gone are 01 (national), 044 and 045 (mobiles).
    pub(crate) fn retired(&self) -> &'static [&'static [u8]] {
        match self.calling_code {
            52 => &[&[0, 4, 4], &[0, 4, 5], &[0, 1]],
            _ => &[],
        }
    }

    /// The length of the prefix of international calls that the digits begin with.
    pub(crate) fn idd(&self, digits: &[u8]) -> Option<usize> {
        let mut state = self.idd;
        let mut longest = None;
        for (count, &digit) in digits.iter().enumerate() {
            state = plan::SHAPE_STEPS[usize::from(state)][usize::from(digit)];
            if plan::SHAPE_MARKS[usize::from(state)] == 1 {
                longest = Some(count + 1);
            }
        }
        longest
    }

    /// How a number of so many digits fits.
    pub(crate) fn length(&self, digits: usize) -> Length {
        let bit = 1_u32 << digits.min(31);
        if self.local_lengths & bit != 0 {
            Length::Local
        } else if self.lengths & bit != 0 {
            Length::Possible
        } else if self.lengths < bit {
            Length::TooLong
        } else if self.lengths & (bit - 1) == 0 {
            Length::TooShort
        } else {
            Length::Wrong
        }
    }

    /// The length of the area code of a national number; 0 where the number or its plan has none.
    pub(crate) fn area_length(&self, digits: &[u8]) -> u8 {
        let mut state = self.areas;
        let mut length = plan::AREA_MARKS[usize::from(state)];
        for &digit in digits {
            state = plan::AREA_STEPS[usize::from(state)][usize::from(digit)];
            if state == 0 {
                break;
            }
            length = plan::AREA_MARKS[usize::from(state)].max(length);
        }
        if usize::from(length) < digits.len() { length } else { 0 }
    }
}

fn place(place: u16) -> Option<&'static Plan> {
    plan::PLANS.get(usize::from(place).checked_sub(1)?)
}

fn accepts(start: u16, digits: &[u8]) -> bool {
    let mut state = start;
    for &digit in digits {
        state = plan::SHAPE_STEPS[usize::from(state)][usize::from(digit)];
    }
    plan::SHAPE_MARKS[usize::from(state)] == 1
}
