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
        let [first, second] = [0, 1].map(|place| usize::from(region.letters()[place] - b'A'));
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
        self.local != 0 && accepts(self.local, digits)
    }

    /// Prefixes that were dialled before a national number until the plan was changed: see [`retired`].
    pub(crate) fn retired(&self) -> &'static [&'static [u8]] {
        retired(self.calling_code)
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

/// Prefixes that were dialled before a national number until the plan was changed, longest first. They are still written,
/// and libphonenumber has dropped them.
///
/// Mexico, 2019-08-03 (Instituto Federal de Telecomunicaciones, "Plan Técnico Fundamental de Numeración", Diario Oficial
/// de la Federación 2018-05-11): ten digits for every call; gone are 01 (national), 044 and 045 (mobiles).
pub(crate) fn retired(calling_code: u16) -> &'static [&'static [u8]] {
    match calling_code {
        52 => &[&[0, 4, 4], &[0, 4, 5], &[0, 1]],
        _ => &[],
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

#[cfg(test)]
mod tests {
    use super::*;

    fn area(e164: &str) -> u8 {
        let digits: Vec<u8> = e164.bytes().map(|byte| byte - b'0').collect();
        let (plan, national) = Plan::split_code(&digits).expect("a calling code");
        assert!(plan.is_valid(national), "{e164}");
        plan.area_length(national)
    }

    #[test]
    fn area_codes_have_the_length_of_their_plan() {
        // What libphonenumber's `length_of_geographical_area_code` says of each.
        for (e164, length) in [
            ("12125550187", 3),
            ("442079460958", 2),
            ("441614960228", 3),
            ("441339555555", 4),
            ("493023125041", 2),
            ("4933056789012", 5),
            ("33199004217", 1),
            ("390669821234", 2),
            ("39055123456", 3),
            ("61293744000", 1),
            ("81355507182", 1),
            ("551132321010", 2),
            ("5511987654321", 2),
            ("525512345678", 2),
            ("526641234567", 3),
            ("541123456789", 2),
            ("543414567890", 3),
            ("74951234567", 3),
            ("861065529988", 2),
            ("8675512345678", 3),
            ("912223456789", 2),
            ("911412345678", 3),
            ("41443051234", 2),
            ("4687712345", 1),
            ("31201234567", 2),
            ("3222345678", 1),
            ("35312345678", 1),
            ("6493001234", 1),
            ("27115551234", 2),
            ("902123456789", 3),
            ("97235551234", 1),
            ("823123456789", 2),
            ("622112345678", 2),
        ] {
            assert_eq!(area(e164), length, "{e164}");
        }
    }

    #[test]
    fn area_codes_are_short() {
        assert!(plan::AREA_MARKS.iter().all(|&length| length < 14));
    }

    #[test]
    fn mobiles_and_plans_without_areas_have_none() {
        for e164 in [
            "447400123456",
            "4915112345678",
            "33612345678",
            "393471234567",
            "34911234567",
            "34612345678",
            "61412345678",
            "819012345678",
            "79123456789",
            "8613800138000",
            "919876543210",
            "6561234870",
            "4722334455",
            "436641234567",
            "48221234567",
            "351212345678",
            "573012345678",
            "56221234567",
            "302101234567",
            "2348031234567",
        ] {
            assert_eq!(area(e164), 0, "{e164}");
        }
    }

    #[test]
    fn nothing_leads_out_of_the_first_state() {
        assert_eq!((plan::SHAPE_STEPS[0], plan::SHAPE_MARKS[0]), ([0; 10], 0));
    }

    /// A number is read in the plan of its region, and beside another one in the main plan of the calling code.
    #[test]
    fn regions_of_a_calling_code_share_a_short_trunk_prefix() {
        for plan in &plan::PLANS {
            assert!(plan.national.len() <= 2, "{}", plan.calling_code);
            assert_eq!(Plan::of_code(plan.calling_code).map(|main| main.national), Some(plan.national));
        }
    }

    #[test]
    fn retired_prefixes_never_begin_a_number_of_their_plan() {
        let mexico = Plan::of_code(52).expect("a plan");
        assert_eq!(mexico.retired().len(), 3);
        for prefix in mexico.retired() {
            assert!(!mexico.is_general(&[*prefix, &[5, 5, 1, 2, 3, 4, 5, 6, 7, 8]].concat()));
        }
        assert!(Plan::of_code(1).is_some_and(|plan| plan.retired().is_empty()));
    }
}
