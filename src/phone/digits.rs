//! A short row of digits in one machine word.

/// At most 16 digits, four bits each, the last one lowest. 15 stands for a digit that is hidden.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Digits {
    packed: u64,
    len: u8,
}

crate::privacy::redacted_debug!(Digits);

/// A digit that the text hides (`***-***-5555`).
pub(super) const HIDDEN: u8 = 15;

impl Digits {
    /// As many digits as fit. E.164 allows 15 with the calling code.
    pub(super) const MOST: usize = 16;

    /// Packs digits, or `None` when there are too many.
    pub(super) fn new(digits: &[u8]) -> Option<Digits> {
        if digits.len() > Digits::MOST {
            return None;
        }
        let packed = digits.iter().fold(0, |packed, &digit| packed << 4 | u64::from(digit & 15));
        Some(Digits { packed, len: digits.len() as u8 })
    }

    /// A constant row.
    pub(super) const fn of(digits: [u8; 10]) -> Digits {
        let mut packed = 0;
        let mut place = 0;
        while place < digits.len() {
            packed = packed << 4 | digits[place] as u64;
            place += 1;
        }
        Digits { packed, len: digits.len() as u8 }
    }

    pub(super) const fn len(self) -> usize {
        self.len as usize
    }

    pub(super) const fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The digits in order, in a fixed buffer of which [`len`](Digits::len) are meant.
    pub(super) fn unpack(self) -> [u8; Digits::MOST] {
        let mut digits = [0; Digits::MOST];
        for (place, digit) in digits.iter_mut().enumerate().take(self.len()) {
            *digit = (self.packed >> (4 * (self.len() - 1 - place)) & 15) as u8;
        }
        digits
    }

    /// The digits after the first `count`.
    pub(super) const fn skip(self, count: usize) -> Digits {
        let len = self.len().saturating_sub(count);
        let packed = if len >= Digits::MOST { self.packed } else { self.packed & ((1 << (4 * len)) - 1) };
        Digits { packed, len: len as u8 }
    }

    /// The first `count` digits.
    pub(super) const fn take(self, count: usize) -> Digits {
        let cut = self.len().saturating_sub(count);
        let packed = if cut >= Digits::MOST { 0 } else { self.packed >> (4 * cut) };
        Digits { packed, len: (self.len() - cut) as u8 }
    }

    /// What follows a prefix, where these digits begin with it.
    pub(super) fn strip(self, prefix: Digits) -> Option<Digits> {
        (self.len >= prefix.len && self.take(prefix.len()) == prefix).then(|| self.skip(prefix.len()))
    }

    /// Whether all digits are the same one.
    pub(super) fn all(self, digit: u8) -> bool {
        self.unpack()[..self.len()].iter().all(|&each| each == digit)
    }

    /// The digits as text; a hidden one is `*`.
    pub(super) fn write(self, mut out: impl FnMut(u8)) {
        self.unpack()[..self.len()].iter().for_each(|&digit| out(if digit == HIDDEN { b'*' } else { b'0' + digit }));
    }
}

/// The digits of a number below 1000, such as a calling code; none for 0.
pub(super) fn of_code(code: u16) -> Digits {
    let digits = [(code / 100 % 10) as u8, (code / 10 % 10) as u8, (code % 10) as u8];
    let zeros = digits.iter().take_while(|&&digit| digit == 0).count();
    Digits::new(&digits[zeros..]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_cut_and_compared() {
        let digits = Digits::new(&[0, 4, 4, 7]).expect("short");
        assert_eq!(digits.skip(1), Digits::new(&[4, 4, 7]).expect("short"));
        assert_eq!(digits.take(2), Digits::new(&[0, 4]).expect("short"));
        assert_eq!(digits.take(9), digits);
        assert_eq!(digits.skip(9), Digits::default());
        assert_eq!(digits.strip(Digits::new(&[0]).expect("short")), Some(digits.skip(1)));
        assert_eq!(digits.strip(of_code(44)), None);
        assert_eq!(of_code(0), Digits::default());
        assert!(Digits::new(&[1; 17]).is_none());
        let full = Digits::new(&[9; 16]).expect("sixteen fit");
        assert_eq!((full.skip(0), full.take(16)), (full, full));
    }
}
