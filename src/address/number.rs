//! House numbers: plain, hyphenated, with a letter or a fraction, ranges, blocks and grids.

use super::{Address, Text};

/// A house number. `0` in a part, letter or fraction means that there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct HouseNumber {
    /// The numbers between hyphens: 112-10, 3-14-7, the ends of a range.
    pub(super) parts: [u32; 3],
    /// How many of them there are; 0 when there is no number.
    pub(super) count: u8,
    /// The letter behind: 14A; `bis` is b, `ter` is t.
    pub(super) letter: u8,
    /// Numerator and denominator of a fraction behind: 1/2 is `0x12`.
    pub(super) fraction: u8,
    /// A letter inside stands for the digit that looks like it: 3O4.
    pub(super) lookalike: bool,
    /// What the parts cannot hold is spelled out: where in the text of the address. The grid address N6W23001, a number with
    /// a letter inside, one of more parts or digits than fit.
    pub(super) spelled: Text,
}

/// How two house numbers stand to each other, from the same to far apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Numbers {
    /// The same, or neither side has one.
    Same,
    /// The same digits, parted otherwise: 41-18 and 4118.
    Joined,
    /// One is an end of the other's range.
    Range,
    /// A letter or a fraction on one side only.
    Detail,
    /// One side has no number.
    Missing,
    /// Two letters, or two fractions.
    OtherDetail,
    /// Digits swapped, dropped or doubled.
    Digits,
    /// Another number nearby, or one digit is another.
    Near,
    /// Another number.
    Far,
}

/// Digits of the longest part that is held as a number; what is longer is spelled out.
pub(super) const MAX_DIGITS: usize = 9;

/// Compares the house numbers of two addresses; symmetric.
#[inline(always)]
pub(super) fn numbers(a: &Address, b: &Address) -> Numbers {
    match (a.number.single(), b.number.single()) {
        // Nearly all.
        (Some(one), Some(other)) if one != other => plain(one, other),
        _ if same_number(a, b) => Numbers::Same,
        _ => a.number.compare(&b.number),
    }
}

/// Whether their distance shows that two addresses have numbers and nothing else, which are [far](Numbers::Far) apart: nearly all.
#[inline(always)]
pub(super) fn are_far(a: &Address, b: &Address) -> bool {
    a.number.single().zip(b.number.single()).is_some_and(|(one, other)| are_far_apart(one, other))
}

#[inline(always)]
fn are_far_apart(one: u32, other: u32) -> bool {
    let (short, long) = (one.min(other), one.max(other));
    let apart = long - short;
    // Another digit in one place makes one number of another that is no neighbour, or two neighbouring digits that are swapped, only
    // where they are a multiple of ten apart, or the last two digits are swapped; so does a digit that is dropped, unless it is the last.
    apart > LAST_SWAPPED && apart % 10 != 0 && long / 10 != short
}

/// Numbers of which the last two digits are swapped are no further apart: 109 and 190.
const LAST_SWAPPED: u32 = 81;

/// Whether two addresses have the same house number, or both none.
#[inline(always)]
pub(super) fn same_number(a: &Address, b: &Address) -> bool {
    a.number.has_same_values(&b.number)
        && (!a.number.is_spelled() || a.written(a.number.spelled) == b.written(b.number.spelled))
}

/// Whether the second part of a house number tells another house than the first alone: in Korea, and of a block and its lot.
/// `123-125` are two houses, for blocks have lower numbers.
pub(super) fn has_sub_numbers(address: &Address) -> bool {
    let lot = || address.number.parts[0] < HIGHEST_BLOCK || address.number.parts[1] < address.number.parts[0];
    address.country.is_some_and(|country| country.is_any_of(&["KR"]) || country.is_any_of(&["PH"]) && lot())
}

/// Hardly any subdivision of the Philippines has so many blocks.
const HIGHEST_BLOCK: u32 = 100;

impl HouseNumber {
    /// A number and nothing else.
    pub(super) fn of(value: u32) -> HouseNumber {
        HouseNumber { parts: [value, 0, 0], count: 1, ..HouseNumber::default() }
    }

    /// Whether there is one.
    pub(super) fn is_some(&self) -> bool {
        self.count > 0 || self.is_spelled()
    }

    /// The only number, where nothing else is asked for before it.
    #[inline(always)]
    fn single(&self) -> Option<u32> {
        // One with a letter for a digit is spelled out as well.
        (self.count == 1 && !self.is_spelled()).then_some(self.parts[0])
    }

    fn is_spelled(&self) -> bool {
        self.spelled.len > 0
    }

    fn has_same_values(&self, other: &HouseNumber) -> bool {
        let values =
            |number: &HouseNumber| (number.count, number.letter, number.fraction, number.lookalike, number.spelled.len);
        self.parts == other.parts && values(self) == values(other)
    }

    /// Compares two house numbers that are not spelled the same; symmetric.
    fn compare(&self, other: &HouseNumber) -> Numbers {
        if self.lookalike || other.lookalike {
            let plain = |number: &HouseNumber| {
                let spelled = if number.lookalike { Text::default() } else { number.spelled };
                HouseNumber { lookalike: false, spelled, ..*number }
            };
            return plain(self).compare(&plain(other)).max(Numbers::Near);
        }
        if !self.is_some() || !other.is_some() {
            return if self.is_some() == other.is_some() { Numbers::Same } else { Numbers::Missing };
        }
        if self.is_spelled() || other.is_spelled() {
            return Numbers::Far;
        }
        if self.parts == other.parts && self.count == other.count {
            let conflict = |a: u8, b: u8| a != 0 && b != 0 && a != b;
            return if conflict(self.letter, other.letter) || conflict(self.fraction, other.fraction) {
                Numbers::OtherDetail
            } else if self.has_same_values(other) {
                Numbers::Same
            } else {
                Numbers::Detail
            };
        }
        // Single numbers are different here: they are no ends of a range, and not parted otherwise.
        if self.count == 1 && other.count == 1 {
            return plain(self.parts[0], other.parts[0]);
        }
        let same_range = self.is_range_in_short(other) || other.is_range_in_short(self);
        let beside = (self.letter, self.fraction) == (other.letter, other.fraction);
        if self.is_joined(other) || other.is_joined(self) || same_range && beside {
            return Numbers::Joined;
        }
        if self.in_range_of(other) || other.in_range_of(self) {
            return Numbers::Range;
        }
        if self.count == other.count && self.differ_by_one_near_part(other) { Numbers::Near } else { Numbers::Far }
    }

    /// Whether a number of one part is the digits of one of several parts in a row: 4118 and 41-18. A second part is often
    /// written with two digits: 4108 and 41-08.
    fn is_joined(&self, parted: &HouseNumber) -> bool {
        if self.count != 1 || (self.letter, self.fraction) != (parted.letter, parted.fraction) {
            return false;
        }
        let [first, second, _] = parted.parts;
        let padded =
            parted.count == 2 && second < 100 && u64::from(self.parts[0]) == u64::from(first) * 100 + u64::from(second);
        padded || self.digits() == parted.digits()
    }

    /// Whether all parts but one are the same, and that one is a neighbour or a digit off: `1-12-3` and `1-13-3`.
    fn differ_by_one_near_part(&self, other: &HouseNumber) -> bool {
        let mut differing = self.parts.iter().zip(&other.parts).filter(|(one, other)| one != other);
        let (Some((&one, &with)), None) = (differing.next(), differing.next()) else { return false };
        let (mut left, mut right) = (smallvec::SmallVec::new(), smallvec::SmallVec::new());
        push_digits(one, &mut left);
        push_digits(with, &mut right);
        plain(one, with) <= Numbers::Near || crate::text::similarity::edits(&left, &right, 1).is_some()
    }

    /// `1240-42` and `1240-1242`. In Queens `112-04` and `112-14` are two houses: there the first half is smaller.
    fn is_range_in_short(&self, full: &HouseNumber) -> bool {
        let [first, second, _] = self.parts;
        first >= 1000
            && (10..100).contains(&second)
            && full.parts[1] > full.parts[0]
            && self.range().is_some_and(|range| full.range() == Some(range))
    }

    /// A single number that is an end of a range such as 1935-37.
    fn in_range_of(&self, range: &HouseNumber) -> bool {
        self.count == 1 && range.range().is_some_and(|(low, end)| self.parts[0] == low || self.parts[0] == end)
    }

    /// The first and the last number of a range.
    fn range(&self) -> Option<(u32, u32)> {
        if self.count != 2 {
            return None;
        }
        let [low, high, _] = self.parts;
        // A part has nine digits at most, so that nothing here overflows.
        // 1935-37 ends at 1937; Queens' 112-10 is no range: its second half is smaller and not longer than two digits.
        let scale = 10u32.pow(high.checked_ilog10().unwrap_or(0) + 1);
        let end = if high < low { low - low % scale + high } else { high };
        let is_range = end > low && end - low <= 60 && (end - low) % 2 == 0;
        is_range.then_some((low, end))
    }

    /// All digits in a row.
    fn digits(&self) -> smallvec::SmallVec<[u8; 30]> {
        let mut digits = smallvec::SmallVec::new();
        for &part in &self.parts[..usize::from(self.count)] {
            push_digits(part, &mut digits);
        }
        digits
    }
}

fn push_digits(number: u32, out: &mut smallvec::SmallVec<[u8; 30]>) {
    let places = number.checked_ilog10().unwrap_or(0) + 1;
    for place in (0..places).rev() {
        out.push((number / 10u32.pow(place) % 10) as u8);
    }
}

fn plain(a: u32, b: u32) -> Numbers {
    let (short, long) = (a.min(b), a.max(b));
    let apart = long - short;
    let near = apart <= NEIGHBOURS;
    // The first power of ten with more digits than the smaller one.
    let mut above = 10_u64;
    while above <= u64::from(short) {
        above *= 10;
    }
    if u64::from(long) < above {
        // From the last digit: how many differ, and whether two neighbours are swapped.
        let (mut x, mut y, mut differing, mut crossed) = (a, b, 0, false);
        while x != y {
            let (high, low) = ((x / 10, y / 10), (x % 10, y % 10));
            if low.0 != low.1 {
                differing += 1;
                crossed |= differing == 1 && low == (high.1 % 10, high.0 % 10);
            }
            (x, y) = high;
        }
        if differing == 2 && crossed {
            return Numbers::Digits;
        }
        if differing == 1 || near {
            let far = above == 10 && apart > NEIGHBOURS / 2;
            return if far { Numbers::Far } else { Numbers::Near };
        }
        return Numbers::Far;
    }
    // One digit dropped or doubled; 5 and 54 share too little.
    if u64::from(long) < above * 10 && above > 10 && is_without_a_digit(short, long) {
        return Numbers::Digits;
    }
    if near { Numbers::Near } else { Numbers::Far }
}

/// Whether a number is another one without one of its digits.
fn is_without_a_digit(short: u32, long: u32) -> bool {
    let mut scale = 1;
    while scale <= long {
        if long / scale / 10 * scale + long % scale == short {
            return true;
        }
        // What is left is longer than any number that is held.
        let Some(next) = u32::checked_mul(scale, 10) else { return false };
        scale = next;
    }
    false
}

/// Numbers this far apart are neighbours: five houses on one side of the street.
const NEIGHBOURS: u32 = 10;

#[cfg(test)]
mod tests {
    use super::*;

    fn places(number: u32) -> u32 {
        number.checked_ilog10().unwrap_or(0) + 1
    }

    fn number(parts: &[u32], letter: u8) -> HouseNumber {
        let mut number = HouseNumber { count: parts.len() as u8, letter, ..HouseNumber::default() };
        number.parts[..parts.len()].copy_from_slice(parts);
        number
    }

    proptest::proptest! {
        /// A digit dropped is one edit of the digits in a row.
        #[test]
        fn a_dropped_digit_is_one_edit(short in 10_u32..100_000, long in 10_u32..1_000_000) {
            for long in [long, short * 10 + 7, short / 10 * 100 + 50 + short % 10] {
                if places(long) == places(short) + 1 {
                    let (mut left, mut right) = (smallvec::SmallVec::new(), smallvec::SmallVec::new());
                    push_digits(short, &mut left);
                    push_digits(long, &mut right);
                    let edits = crate::text::similarity::edits(&left, &right, 1);
                    proptest::prop_assert_eq!(is_without_a_digit(short, long), edits.is_some());
                }
            }
        }
    }

    /// What [`plain`] finds by sums, by the digits themselves.
    fn by_digits(a: u32, b: u32) -> Numbers {
        let (short, long) = (a.min(b).to_string(), a.max(b).to_string());
        let near = a.abs_diff(b) <= NEIGHBOURS;
        if short.len() < long.len() {
            let dropped = |at: usize| [&long[..at], &long[at + 1..]].concat() == short;
            let is_dropped = short.len() + 1 == long.len() && short.len() > 1 && (0..long.len()).any(dropped);
            return if is_dropped { Numbers::Digits } else { [Numbers::Far, Numbers::Near][usize::from(near)] };
        }
        let (x, y) = (short.as_bytes(), long.as_bytes());
        let differing: Vec<usize> = (0..x.len()).filter(|&at| x[at] != y[at]).collect();
        match differing[..] {
            [one, other] if other == one + 1 && x[one] == y[other] && x[other] == y[one] => Numbers::Digits,
            [_] if x.len() == 1 && a.abs_diff(b) > NEIGHBOURS / 2 => Numbers::Far,
            [_] => Numbers::Near,
            _ if near => Numbers::Near,
            _ => Numbers::Far,
        }
    }

    proptest::proptest! {
        #[test]
        fn plain_numbers_are_compared_by_their_digits(a in 0_u32..1_000_000, b in 0_u32..1_000_000, change in 0_u32..10) {
            let swapped = a / 100 * 100 + a % 10 * 10 + a / 10 % 10;
            let near = a + change;
            for b in [b, near, swapped, a + 10 * change, a * 10 + change, a / 100 * 1_000 + change * 100 + a % 100, a / 10] {
                proptest::prop_assert!(a == b || plain(a, b) == by_digits(a, b), "{a} {b}");
                proptest::prop_assert!(!are_far_apart(a, b) || plain(a, b) == Numbers::Far, "{a} {b}");
            }
        }
    }

    #[test]
    fn short_numbers_are_compared_by_their_digits() {
        // Interpreted, each pair takes milliseconds.
        let most = if cfg!(miri) { 30 } else { 300 };
        for a in 0..most {
            for b in (0..most).filter(|&b| b != a) {
                assert_eq!(plain(a, b), by_digits(a, b), "{a} {b}");
                assert!(!are_far_apart(a, b) || plain(a, b) == Numbers::Far, "{a} {b}");
            }
        }
    }

    #[test]
    fn a_range_is_short_and_on_one_side_of_the_street() {
        let range = |low, high, single| number(&[single], 0).in_range_of(&number(&[low, high], 0));
        assert!(range(1935, 37, 1937) && range(1935, 37, 1935) && range(12, 14, 14) && range(100, 160, 160));
        assert!(!range(1935, 37, 1936), "between the ends");
        assert!(!range(12, 15, 15), "on two sides of the street");
        assert!(!range(12, 12, 12), "no other end");
        assert!(!range(100, 162, 162), "too long for a range");
        assert!(!range(112, 10, 110), "a second half that is smaller");
        assert!(!number(&[12, 14], 0).in_range_of(&number(&[12, 14], 0)), "no single number");
    }

    #[test]
    fn one_part_of_several_is_near() {
        let near = |a: [u32; 3], b: [u32; 3]| number(&a, 0).differ_by_one_near_part(&number(&b, 0));
        assert!(near([1, 12, 3], [1, 13, 3]) && near([1, 12, 3], [1, 21, 3]), "a neighbour, two digits swapped");
        assert!(near([1, 120, 3], [1, 820, 3]) && near([1, 12, 3], [1, 123, 3]), "a digit off, a digit more");
        assert!(!near([1, 12, 3], [1, 45, 3]) && !near([1, 12, 3], [1, 12, 3]) && !near([1, 12, 3], [1, 13, 4]));
    }

    #[test]
    fn numbers_are_same_near_or_far() {
        for (a, b, expected) in [
            (number(&[354], 0), number(&[354], 0), Numbers::Same),
            (number(&[354], 0), number(&[345], 0), Numbers::Digits),
            (number(&[354], 0), number(&[54], 0), Numbers::Digits),
            (number(&[354], 0), number(&[3554], 0), Numbers::Digits),
            (number(&[354], 0), number(&[355], 0), Numbers::Near),
            (number(&[354], 0), number(&[9920], 0), Numbers::Far),
            (number(&[1847], 0), number(&[305], 0), Numbers::Far),
            (number(&[14], b'a'), number(&[14], 0), Numbers::Detail),
            (number(&[14], b'a'), number(&[14], b'b'), Numbers::OtherDetail),
            (number(&[41, 18], 0), number(&[4118], 0), Numbers::Joined),
            (number(&[41, 100], 0), number(&[4200], 0), Numbers::Far),
            (number(&[1, 2, 3], 0), number(&[102], 0), Numbers::Far),
            (number(&[1240, 42], 0), number(&[1240, 1242], 0), Numbers::Joined),
            (number(&[112, 14], 0), number(&[112, 114], 0), Numbers::Near),
            (number(&[1935, 37], 0), number(&[1935], 0), Numbers::Range),
            (number(&[1935, 37], 0), number(&[1937], 0), Numbers::Range),
            (number(&[112, 10], 0), number(&[112], 0), Numbers::Far),
            (number(&[41, 8], 0), number(&[4108], 0), Numbers::Joined),
            (number(&[1, 12, 3], 0), number(&[11, 2, 3], 0), Numbers::Far),
            (number(&[1, 12, 3], 0), number(&[1, 13, 3], 0), Numbers::Near),
            (number(&[5, 999_999_999], 0), number(&[5], 0), Numbers::Far),
            (number(&[999_999_999, 999_999_998], 0), number(&[999_999_999], 0), Numbers::Far),
            (HouseNumber::default(), number(&[112], 0), Numbers::Missing),
        ] {
            assert_eq!(a.compare(&b), expected, "{a:?} {b:?}");
            assert_eq!(b.compare(&a), expected, "{b:?} {a:?}");
        }
    }
}
