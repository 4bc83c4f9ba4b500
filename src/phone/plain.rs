//! The common forms in one pass: digits, blanks, hyphens, dots and parentheses, with a plus before them or not, and perhaps an
//! extension behind an `x`.
//!
//! Whatever is written otherwise, is no valid number, or leaves a question open is for the other readers; a number that is
//! read here is read the same by them.

use super::digits::Digits;
use super::number::Number;
use super::read;
use crate::country::Country;
use crate::tables::phone::Plan;

/// Longer texts have something beside the number.
const LONGEST: usize = 24;
/// Digits of a number with its calling code (E.164).
const MOST: usize = 15;
/// Fewer digits behind a single dot may be the fraction of a number from a spreadsheet (`5035550187.0`).
const FRACTION: usize = 2;
/// Digits of the longest extension.
const EXTENSION: usize = 6;

/// Reads a valid number in a common form.
pub(super) fn number(raw: &str, region: Option<Country>) -> Option<Number> {
    if raw.len() > LONGEST {
        return None;
    }
    let mut row = [0; MOST];
    let mut count = 0;
    let mut packed = Digits::default();
    let mut plus = false;
    let mut dots = 0;
    let mut before_dot = 0;
    let mut extension = Digits::default();
    let mut bytes = raw.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' => {
                *row.get_mut(count)? = byte - b'0';
                packed = packed.with(byte - b'0');
                count += 1;
            }
            b' ' | b'-' | b'(' | b')' => {}
            b'.' => {
                dots += 1;
                before_dot = count;
            }
            b'+' if count == 0 && !plus => plus = true,
            b'x' | b'X' if (1..=EXTENSION).contains(&bytes.len()) => {
                for byte in bytes.by_ref() {
                    extension = extension.with(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
                }
            }
            _ => return None,
        }
    }
    if dots == 1 && count - before_dot <= FRACTION {
        return None;
    }
    let number = read::plain(&row[..count], packed, plus, region.and_then(Plan::of_region))?;
    Some(if extension.is_empty() { number } else { number.with_extension(extension) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Phone;

    #[test]
    fn common_forms_are_read_in_one_pass() {
        for raw in [
            "(212) 555-5555",
            "212.555.5555",
            "2125555555",
            "1 212 555 5555",
            "+1 (212) 555-5555",
            "+442079460301",
            "+49 30 23125041",
            "+44 (0)20 7946 0301",
            "(212) 555-5555 x1",
            "+442079460301X0042",
        ] {
            let plain = number(raw, Some(Country::US)).expect(raw);
            // A label sends the same number to the other readers.
            let labelled = Phone::parse(&format!("tel: {raw}"), Some(Country::US)).expect(raw);
            assert!(plain == labelled.first && plain.typed == labelled.first.typed, "{raw}");
            assert!(plain.shape == labelled.first.shape && plain.origin == labelled.first.origin, "{raw}");
            assert_eq!((plain.area, plain.valid, plain.explicit), (labelled.first.area, true, labelled.first.explicit));
        }
        for raw in [
            "212 555 5555 x1a",
            "212 555 5555 x 1",
            "212 555 5555 x",
            "212 555 5555 x1234567",
            "2125555550.0",
            "++12125555555",
            "011 44 20 7946 0301",
            "123",
            "",
            "+",
            "(0)",
        ] {
            assert!(number(raw, Some(Country::US)).is_none(), "{raw}");
        }
    }
}
