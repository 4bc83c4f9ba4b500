//! A short row of digits in one machine word.

/// At most 16 digits, four bits each, the last one lowest: 1 to 10 for the digits 0 to 9, 15 for one that is hidden, 0 where
/// there is none. So a row is one machine word, zeros in front count, and two rows are equal when the words are.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Digits(u64);

crate::privacy::redacted_debug!(Digits);

/// A digit that the text hides (`***-***-5555`).
pub(super) const HIDDEN: u8 = 15;

/// The lowest bit of every place.
const PLACES: u64 = 0x1111_1111_1111_1111;

/// The bits of the last `count` places.
const fn last(count: usize) -> u64 {
    if count >= Digits::MOST { u64::MAX } else { (1 << (4 * count)) - 1 }
}

/// What stands for a digit.
const fn code(digit: u8) -> u64 {
    if digit >= HIDDEN { 15 } else { digit as u64 + 1 }
}

impl Digits {
    /// As many digits as fit. E.164 allows 15 with the calling code.
    pub(super) const MOST: usize = 16;

    /// Packs digits, or `None` when there are too many.
    pub(super) fn new(digits: &[u8]) -> Option<Digits> {
        if digits.len() > Digits::MOST {
            return None;
        }
        Some(Digits(digits.iter().fold(0, |packed, &digit| packed << 4 | code(digit & 15))))
    }

    /// These and one more, from 0 to 9.
    pub(super) const fn with(self, digit: u8) -> Digits {
        Digits(self.0 << 4 | (digit as u64 + 1))
    }

    /// A constant row.
    pub(super) const fn of(digits: [u8; 10]) -> Digits {
        let mut packed = 0;
        let mut place = 0;
        while place < digits.len() {
            packed = packed << 4 | code(digits[place]);
            place += 1;
        }
        Digits(packed)
    }

    pub(super) const fn len(self) -> usize {
        (67 - self.0.leading_zeros() as usize) / 4
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The digits in order, in a fixed buffer of which [`len`](Digits::len) are meant.
    pub(super) fn unpack(self) -> [u8; Digits::MOST] {
        let mut digits = [0; Digits::MOST];
        let len = self.len();
        for (place, digit) in digits.iter_mut().enumerate().take(len) {
            let code = (self.0 >> (4 * (len - 1 - place)) & 15) as u8;
            *digit = if code == HIDDEN { HIDDEN } else { code - 1 };
        }
        digits
    }

    /// The digits after the first `count`.
    pub(super) const fn skip(self, count: usize) -> Digits {
        Digits(self.0 & last(self.len().saturating_sub(count)))
    }

    /// The first `count` digits.
    pub(super) const fn take(self, count: usize) -> Digits {
        let cut = self.len().saturating_sub(count);
        Digits(if cut >= Digits::MOST { 0 } else { self.0 >> (4 * cut) })
    }

    /// The places in which two rows differ that are aligned at their ends: the lowest bit of each.
    pub(super) const fn places_apart(self, other: Digits) -> u64 {
        let bits = self.0 ^ other.0;
        let bits = bits | bits >> 2;
        (bits | bits >> 1) & PLACES
    }

    /// How many places are among [`places_apart`](Digits::places_apart).
    pub(super) const fn count_apart(apart: u64) -> usize {
        // Two places of one bit each are one of two bits, and the highest byte of the product is the sum of all.
        let pairs = (apart + (apart >> 4)) & 0x0303_0303_0303_0303;
        (pairs.wrapping_mul(0x0101_0101_0101_0101) >> 56) as usize
    }

    /// The last `count` digits, without those behind them: `cut` digits are taken off the end first.
    pub(super) const fn middle(self, cut: usize, count: usize) -> Digits {
        Digits(if cut >= Digits::MOST { 0 } else { self.0 >> (4 * cut) & last(count) })
    }

    /// Whether a row begins with these digits; no row begins with none.
    pub(super) fn begins(self, row: Digits) -> bool {
        !self.is_empty() && row.take(self.len()) == self
    }

    /// What follows a prefix, where these digits begin with it.
    pub(super) fn strip(self, prefix: Digits) -> Option<Digits> {
        (self.len() >= prefix.len() && self.take(prefix.len()) == prefix).then(|| self.skip(prefix.len()))
    }

    /// Whether all digits are the same one.
    pub(super) fn all(self, digit: u8) -> bool {
        self.0 == (code(digit) * PLACES) & last(self.len())
    }

    /// The digits as text; a hidden one is `*`.
    pub(super) fn write(self, mut out: impl FnMut(u8)) {
        self.unpack()[..self.len()].iter().for_each(|&digit| out(if digit == HIDDEN { b'*' } else { b'0' + digit }));
    }
}

/// One digit or two, or none: a trunk prefix.
#[derive(Clone, Copy, Default)]
pub(super) struct Prefix(u8);

impl Prefix {
    /// Packs the digits of a text.
    pub(super) fn of(text: &str) -> Prefix {
        Prefix(text.bytes().fold(0, |packed, byte| packed << 4 | code(byte & 15) as u8))
    }

    pub(super) const fn digits(self) -> Digits {
        Digits(self.0 as u64)
    }
}

/// The digits of a number below 1000, such as a calling code; none for 0.
pub(super) const fn of_code(number: u16) -> Digits {
    let ones = code((number % 10) as u8);
    Digits(match number {
        0 => 0,
        1..=9 => ones,
        10..=99 => code((number / 10) as u8) << 4 | ones,
        _ => code((number / 100 % 10) as u8) << 8 | code((number / 10 % 10) as u8) << 4 | ones,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_cut_and_compared() {
        let digits = Digits::new(&[0, 4, 4, 7]).expect("short");
        for count in 0..=Digits::MOST {
            assert_eq!(Digits::count_apart(PLACES & last(count)), count);
        }
        assert_eq!(digits.skip(1), Digits::new(&[4, 4, 7]).expect("short"));
        assert_eq!(digits.take(2), Digits::new(&[0, 4]).expect("short"));
        assert_eq!(digits.take(9), digits);
        assert_eq!(digits.skip(9), Digits::default());
        assert_eq!(digits.strip(Digits::new(&[0]).expect("short")), Some(digits.skip(1)));
        assert_eq!(digits.strip(of_code(44)), None);
        for (prefix, begins) in
            [(&[0_u8][..], true), (&[0, 4], true), (&[4], false), (&[], false), (&[0, 4, 4, 7, 1], false)]
        {
            assert_eq!(Digits::new(prefix).expect("short").begins(digits), begins);
        }
        assert_eq!(of_code(0), Digits::default());
        for (number, digits) in [(7, &[7][..]), (44, &[4, 4]), (90, &[9, 0]), (852, &[8, 5, 2]), (100, &[1, 0, 0])] {
            assert_eq!(Some(of_code(number)), Digits::new(digits));
        }
        assert!(Digits::new(&[1; 17]).is_none());
        let full = Digits::new(&[9; 16]).expect("sixteen fit");
        assert_eq!((full.skip(0), full.take(16)), (full, full));
        assert!(
            full.all(9) && !digits.all(0) && Digits::new(&[0, 0]).expect("short").all(0) && Digits::default().all(7)
        );
        assert_eq!(digits.unpack()[..digits.len()], [0, 4, 4, 7]);
        assert_eq!(Digits::new(&[HIDDEN, 0]).expect("short").unpack()[..2], [HIDDEN, 0]);
        assert_eq!(digits.middle(1, 2), Digits::new(&[4, 4]).expect("short"));
    }
}
