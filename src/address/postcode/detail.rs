//! What a postcode has beside the part that is compared first.

use core::num::NonZeroU16;

/// The detail of a postcode, plus one: four digits, or three letters as a number behind those.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::address) struct Detail(NonZeroU16);

/// Details below are four digits.
const BLOCKS: u16 = 10_000;

impl Detail {
    pub(in crate::address) fn digits(digits: &[u8]) -> Option<Detail> {
        let value = |digit: u8| Some(u16::from(digit.checked_sub(b'0').filter(|&value| value < 10)?));
        let [first, rest @ ..] = digits else { return None };
        let number = rest
            .iter()
            .try_fold(value(*first)?, |number: u16, &digit| number.checked_mul(10)?.checked_add(value(digit)?))?;
        NonZeroU16::new(number.checked_add(1)?).map(Detail)
    }

    pub(super) fn block(letters: &[u8]) -> Option<Detail> {
        let number =
            letters.iter().try_fold(0, |number, letter| Some(number * 26 + u16::from(letter.checked_sub(b'a')?)))?;
        NonZeroU16::new(BLOCKS + number + 1).map(Detail)
    }

    /// As it is written: the last four digits of a ZIP+4, the three letters of an Argentine block.
    pub(in crate::address) fn written(self) -> String {
        let number = self.0.get() - 1;
        match number.checked_sub(BLOCKS) {
            None => format!("{number:04}"),
            Some(block) => {
                [block / 676, block / 26 % 26, block % 26].iter().map(|&at| char::from(b'A' + at as u8)).collect()
            }
        }
    }
}
