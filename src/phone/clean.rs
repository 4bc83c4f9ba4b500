//! Any text → lower-case ASCII in which every digit, dash, plus and blank is the ASCII one.

use crate::text::escape;
use crate::text::fold::{Reading, fold};
use smallvec::SmallVec;
use std::borrow::Cow;

/// A longer text is not read as phone numbers: four numbers with labels and extensions take less than half of it.
pub(super) const MOST_CHARACTERS: usize = 256;

/// A cleaned text; inline for whatever is one number with a label.
pub(super) type Cleaned = SmallVec<[u8; 64]>;

/// Cleans a text, or `None` when it is longer than [`MOST_CHARACTERS`].
pub(super) fn clean(raw: &str) -> Option<Cleaned> {
    // `%2B15035550187`, `&#43;15035550187`
    let undone = if raw.len() <= MOST_CHARACTERS { escape::undo(raw) } else { None };
    let raw = whole_number(undone.as_deref().unwrap_or(raw).trim());
    let raw = raw.as_ref();
    let mut cleaned = Cleaned::new();
    if raw.is_ascii() {
        if raw.len() > MOST_CHARACTERS {
            return None;
        }
        for byte in raw.bytes() {
            match byte {
                b'\t' => cleaned.push(b' '),
                b'\r' => cleaned.push(b'\n'),
                byte if byte.is_ascii_control() && byte != b'\n' => {}
                byte => cleaned.push(byte.to_ascii_lowercase()),
            }
        }
        return Some(cleaned);
    }
    let mut plain = String::with_capacity(raw.len().min(4 * MOST_CHARACTERS));
    for (count, c) in raw.chars().enumerate() {
        if count == MOST_CHARACTERS {
            return None;
        }
        plain.push(match c {
            // Dots that hide digits, before folding makes blanks of them.
            '\u{2022}' | '\u{25cf}' | '\u{2217}' | '\u{26ab}' => '*',
            c => digit(c).map_or(c, char::from),
        });
    }
    fold(&plain, Reading::Plain, |byte| cleaned.push(byte));
    Some(cleaned)
}

/// A number that a spreadsheet kept as a decimal fraction (`5035550187.0`), with separators of thousands (`5,035,550,187`)
/// or as a power of ten (`5.035550187E+9`), as it was before.
fn whole_number(raw: &str) -> Cow<'_, str> {
    /// As many digits as an ordinary national number has; fewer, and `.0` may be part of it.
    const FEWEST: usize = 9;
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = raw.split_once('.').unwrap_or((raw, ""));
    let is_fraction = matches!(fraction, "0" | "00");
    if (is_fraction || whole.len() == raw.len()) && has_thousands(whole.as_bytes()) {
        return Cow::Owned(whole.replace(',', ""));
    }
    if is_fraction && whole.len() >= FEWEST && are_digits(whole) {
        return Cow::Borrowed(whole);
    }
    let power = fraction
        .split_once(['E', 'e'])
        .filter(|(decimals, _)| whole.len() == 1 && are_digits(whole) && are_digits(decimals));
    let power = power.and_then(|(decimals, exponent)| power_of_ten(whole, decimals, exponent));
    power.map_or(Cow::Borrowed(raw), Cow::Owned)
}

/// The digits of a power of ten. A zero at its end is not written (`5.03555018E+09` is 5035550180); the letter stands for it, so that
/// the number is told to be repaired. Where more digits lack it was rounded, and they are hidden, as is the last one that is shown.
fn power_of_ten(whole: &str, decimals: &str, exponent: &str) -> Option<String> {
    /// The exponents of numbers of nine to fifteen digits.
    const LENGTHS: core::ops::RangeInclusive<usize> = 8..=14;
    const MOST_ZEROS: usize = 1;
    const ZERO: &str = "o";
    let exponent: usize = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let lacking = exponent.checked_sub(decimals.len()).filter(|_| LENGTHS.contains(&exponent))?;
    if lacking <= MOST_ZEROS {
        return Some(format!("{whole}{decimals}{}", ZERO.repeat(lacking)));
    }
    let shown = decimals.len().checked_sub(1)?;
    Some(format!("{whole}{}{}", &decimals[..shown], "*".repeat(lacking + 1)))
}

/// Whether a text is ten or eleven digits with a comma before each three: one or two digits, and three groups. People who
/// write commas between the groups of a number never leave fewer than three digits for the first one.
fn has_thousands(text: &[u8]) -> bool {
    const GROUPS: usize = 3;
    let behind = GROUPS * 4;
    let Some(first) = text.len().checked_sub(behind) else { return false };
    (1..=2).contains(&first)
        && text
            .iter()
            .enumerate()
            .all(|(at, &byte)| if at >= first && (at - first) % 4 == 0 { byte == b',' } else { byte.is_ascii_digit() })
}

/// The ASCII digit of a decimal digit of any script (Unicode general category Nd).
fn digit(c: char) -> Option<u8> {
    /// The zeros of the scripts whose digits are met in text; each is followed by its nine others.
    const ZEROS: [u32; 37] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
        0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
        0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0,
    ];
    let number = u32::from(c);
    if (0x1d7ce..=0x1d7ff).contains(&number) {
        // Five styles of mathematical digits, ten each.
        return Some(b'0' + ((number - 0x1d7ce) % 10) as u8);
    }
    let place = ZEROS.partition_point(|&zero| zero <= number).checked_sub(1)?;
    let value = number - ZEROS[place];
    (value < 10).then(|| b'0' + value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(raw: &str) -> String {
        String::from_utf8(clean(raw).expect("short").to_vec()).expect("ASCII")
    }

    #[test]
    fn digits_of_every_script_meet() {
        assert_eq!(cleaned("٤١٥ ۵۵۵ ０१४२ 𝟙𝟚"), "415 555 0142 12");
        assert_eq!(cleaned("＋１\u{a0}４１５–５５５"), "+1 415-555");
    }

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        assert_eq!(cleaned("\u{202a}+1\u{200b}2\u{202c}"), "+12");
    }

    #[test]
    fn fractions_of_spreadsheets_are_whole_numbers() {
        assert_eq!(cleaned("4155550142.0"), "4155550142");
        assert_eq!(cleaned("415.555.0"), "415.555.0");
        assert_eq!(cleaned("4155550142.00"), "4155550142");
        assert_eq!(cleaned("4.155550142E+09"), "4155550142");
        assert_eq!(cleaned("4,155,550,142"), "4155550142");
        assert_eq!(cleaned("14,155,550,142.0"), "14155550142");
        for raw in
            ["415,555,0142", "4155,550,142", "4,155,550,14", "4,155,550,142.5", ",155,550,142", "414,155,550,142"]
        {
            assert_eq!(cleaned(raw), raw);
        }
        assert_eq!(cleaned("4.15555014E9"), "415555014o");
        assert_eq!(cleaned("4.155550142E+10"), "4155550142o");
        // Digits were lost here, and the last one may be rounded.
        assert_eq!(cleaned("4.1555501E+09"), "4155550***");
        assert_eq!(cleaned("4.15555E+09"), "41555*****");
        for raw in ["4.1555e+07", "4.e+09", "4.1555e-09", "41.555e+09"] {
            assert_eq!(cleaned(raw), raw);
        }
    }

    #[test]
    fn long_texts_are_not_read() {
        assert!(clean(&"5".repeat(MOST_CHARACTERS + 1)).is_none());
        assert!(clean(&"٥".repeat(MOST_CHARACTERS + 1)).is_none());
    }
}
