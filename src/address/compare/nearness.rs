//! How near two postcodes are: a slip, a cut, an area in common; and what a damaged one may be.

use crate::address::Address;
use crate::address::postcode::{Pattern, Postcode, is_outward};
use smallvec::SmallVec;

/// How near two postcodes are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// The same.
    Same,
    /// One character is another, missing or too much, or two neighbours are swapped.
    Slip,
    /// One ends inside: the bank's line was cut there.
    Cut,
    /// The same area: the first half agrees.
    Area,
    /// Another one.
    Other,
    /// One or both are missing.
    Missing,
}

/// Whether two addresses name different countries, or one is in a territory overseas that is addressed as a part of the other's
/// country: `97400 SAINT-DENIS` and `93200 SAINT-DENIS`.
#[inline(always)]
pub(super) fn are_other_countries(a: &Address, b: &Address, postcode: Nearness) -> bool {
    let (Some(one), Some(other)) = (a.country, b.country) else { return false };
    let elsewhere = matches!(postcode, Nearness::Area | Nearness::Other);
    one != other || elsewhere && one.is_any_of(&["FR", "GB"]) && are_parted(one, &a.postcode, &b.postcode)
}

/// Whether one of two postcodes of a country lies overseas.
#[inline(never)]
fn are_parted(country: crate::Country, a: &Postcode, b: &Postcode) -> bool {
    is_overseas(country, a.as_bytes()) != is_overseas(country, b.as_bytes())
}

/// Whether a postcode lies in a territory that is addressed as a part of its country, and is no part of the mainland.
fn is_overseas(country: crate::Country, postcode: &[u8]) -> bool {
    match *postcode {
        [b'9', b'7' | b'8', _, _, _] => country.is_any_of(&["FR"]),
        [b'i', b'm', ..] | [b'j', b'e', ..] | [b'g', b'y', ..] => country.is_any_of(&["GB"]),
        _ => false,
    }
}

/// Whether the longer code was cut to the shorter: anywhere in one of digits, behind its first half or in its second in one of
/// letters and digits (`SW1A`, `H91`, `1016`).
fn is_cut(long: &[u8], short: &[u8]) -> bool {
    if short.len() >= long.len() || !long.starts_with(short) {
        return false;
    }
    if long.iter().all(u8::is_ascii_digit) {
        return long.len() >= 5;
    }
    let second = match Pattern::of(long).as_slice() {
        b"ddddll" => 2,
        [b'l', b'd', _, _, _, _, _] => 4,
        _ => 3,
    };
    short.len() + second >= long.len()
}

/// The letters that are taken for digits, and the other way round, become digits.
pub(in crate::address) fn with_digits(code: &[u8]) -> SmallVec<[u8; 12]> {
    let digit = |&byte: &u8| match byte {
        b'o' | b'q' => b'0',
        b'i' | b'l' => b'1',
        b'z' => b'2',
        b's' => b'5',
        b'b' => b'8',
        other => other,
    };
    code.iter().take(12).map(digit).collect()
}

/// Whether a code can be the first half of one of letters and digits, where letters may stand for digits: `kia` for K1A.
pub(in crate::address) fn is_first_half(code: &[u8]) -> bool {
    (1..=2.min(code.len())).any(|letters| {
        let digits = with_digits(&code[letters..]);
        code[..letters].iter().all(u8::is_ascii_alphabetic)
            && (digits.first().is_some_and(u8::is_ascii_digit))
            && is_outward(&[Pattern::of(&code[..letters]).as_slice(), Pattern::of(&digits).as_slice()].concat())
    })
}

/// The same for the second half: `obi` for 0B1.
pub(in crate::address) fn is_second_half(code: &[u8]) -> bool {
    let digits = with_digits(code);
    code.len() == 3 && digits.first().is_some_and(u8::is_ascii_digit)
}

/// Whether a code is the second half of a British one: `6uw`.
pub(in crate::address) fn is_inward(code: &[u8]) -> bool {
    Pattern::of(code).as_slice() == b"dll"
}

/// Compares two postcodes; the detail of ZIP+4 is left to the caller.
#[inline(always)]
pub(super) fn nearness(a: &Postcode, b: &Postcode) -> Nearness {
    if a.is_empty() || b.is_empty() {
        return Nearness::Missing;
    }
    of_few(a, b).unwrap_or_else(|| of_any(a.as_bytes(), b.as_bytes()))
}

/// The same of two codes of any characters.
fn of_any(a: &[u8], b: &[u8]) -> Nearness {
    if a == b {
        return Nearness::Same;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if is_cut(long, short) {
        return Nearness::Cut;
    }
    if with_digits(a) == with_digits(b) {
        return Nearness::Slip;
    }
    if crate::text::similarity::edits(a, b, 1).is_some() {
        return Nearness::Slip;
    }
    let half = a.len().max(b.len()).div_ceil(2);
    if a.len() == b.len() && a[..half] == b[..half] { Nearness::Area } else { Nearness::Other }
}

/// The same of two codes of as many characters, eight at most, that are all ASCII: nearly all.
#[inline(always)]
fn of_few(a: &Postcode, b: &Postcode) -> Option<Nearness> {
    /// A bit that no byte of ASCII has, and one that its letters have and its digits have not.
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const LETTER: u64 = u64::from_le_bytes([0x40; 8]);
    let ((x, length), (y, other)) = (a.few()?, b.few()?);
    let (all, apart) = (x | y, x ^ y);
    if length != other || all & HIGH != 0 {
        return None;
    }
    if apart == 0 {
        return Some(Nearness::Same);
    }
    // The places that differ: the first, the last.
    let (first, last) = (apart.trailing_zeros() & !7, (63 - apart.leading_zeros()) & !7);
    let byte = |code: u64, at: u32| code >> at & 0xff;
    let swapped = last == first + 8 && byte(x, first) == byte(y, last) && byte(x, last) == byte(y, first);
    Some(if first == last || swapped || all & LETTER != 0 && look_alike(a, b) {
        Nearness::Slip
    } else if first as usize / 8 >= length.div_ceil(2) {
        Nearness::Area
    } else {
        Nearness::Other
    })
}

/// Whether two codes are the same but for letters that are taken for digits.
#[inline(never)]
fn look_alike(a: &Postcode, b: &Postcode) -> bool {
    with_digits(a.as_bytes()) == with_digits(b.as_bytes())
}

/// Whether two postcodes of more than four characters that are a slip apart differ in the last one alone, or in their
/// lengths: then one of them is no postcode of another place, only a damaged one.
pub(super) fn differ_in_last(a: &[u8], b: &[u8]) -> bool {
    let length = a.len().max(b.len());
    length > 4 && (a.len() != b.len() || a[..length - 1] == b[..length - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`nearness`] finds for two codes of ASCII as long as each other, place by place.
    fn by_places(a: &[u8], b: &[u8]) -> Nearness {
        let differing: Vec<usize> = (0..a.len()).filter(|&at| a[at] != b[at]).collect();
        match differing[..] {
            [] => Nearness::Same,
            [_] => Nearness::Slip,
            [one, other] if other == one + 1 && a[one] == b[other] && a[other] == b[one] => Nearness::Slip,
            _ if with_digits(a) == with_digits(b) => Nearness::Slip,
            [first, ..] if first >= a.len().div_ceil(2) => Nearness::Area,
            _ => Nearness::Other,
        }
    }

    proptest::proptest! {
        #[test]
        fn codes_are_compared_place_by_place(
            a in "[ab0-2]{5,7}",
            puts in proptest::collection::vec((0_usize..7, "[oilz0-9a]"), 1..4),
        ) {
            let mut b = a.clone().into_bytes();
            for (at, put) in &puts {
                let at = at % b.len();
                b[at] = put.as_bytes()[0];
            }
            let b = String::from_utf8(b).expect("ASCII");
            let (Some(one), Some(other)) = (Postcode::of_field(&a, None).0, Postcode::of_field(&b, None).0) else {
                return Ok(());
            };
            let (x, y) = (one.as_bytes(), other.as_bytes());
            if x.len() == y.len() {
                proptest::prop_assert_eq!(nearness(&one, &other), by_places(x, y), "{} {}", a, b);
            }
        }
    }

    #[test]
    fn halves_of_codes_of_letters_and_digits() {
        for half in ["k1a", "kia", "sw1a", "m5v", "h91"] {
            assert!(is_first_half(half.as_bytes()), "{half}");
        }
        for other in ["", "k", "xyw", "123", "1ka", "?1a", "k?1"] {
            assert!(!is_first_half(other.as_bytes()), "{other}");
        }
        for half in ["0b1", "ob1", "2pn", "lab", "3hn"] {
            assert!(is_second_half(half.as_bytes()), "{half}");
        }
        for other in ["", "a01", "0b", "0b12", "xyz"] {
            assert!(!is_second_half(other.as_bytes()), "{other}");
        }
        assert!(is_inward(b"6uw") && !is_inward(b"u6w") && !is_inward(b"66w"));
    }

    proptest::proptest! {
        /// Codes of one origin: what the words of a machine say is what the characters say.
        #[test]
        fn few_characters_are_near_as_many_are(
            a in "[0-2oa]{1,8}",
            b in "[0-2oa]{1,8}",
            at in 0_usize..8,
            swap in proptest::bool::ANY,
        ) {
            let mut c = a.clone().into_bytes();
            let at = at % c.len();
            if swap && at > 0 { c.swap(at - 1, at) } else { c[at] = b.as_bytes()[0] }
            for other in [b.as_bytes(), &c] {
                let (x, y) = (Postcode::new(a.as_bytes()).expect("short"), Postcode::new(other).expect("short"));
                let few = of_few(&x, &y);
                proptest::prop_assert!(few.is_none_or(|few| few == of_any(x.as_bytes(), y.as_bytes())));
                proptest::prop_assert_eq!(few.is_some(), a.len() == other.len());
            }
        }
    }

    #[test]
    fn a_slip_is_not_another_code() {
        let code = |text: &str| Postcode::of_field(text, None).0.expect("a code");
        assert_eq!(nearness(&code("94080"), &code("94008")), Nearness::Slip);
        assert_eq!(nearness(&code("94080"), &code("94011")), Nearness::Area);
        assert_eq!(nearness(&code("94080"), &code("10001")), Nearness::Other);
        assert_eq!(nearness(&code("ls6 3hn"), &code("LS63HN")), Nearness::Same);
        // Two places differ, in letters that look alike.
        let plain = |text: &[u8]| Postcode::new(text).expect("short");
        assert_eq!(nearness(&plain(b"9i1l5"), &plain(b"9l1i5")), Nearness::Slip);
        assert_eq!(nearness(&plain(b"iabl"), &plain(b"labi")), Nearness::Slip);
    }
}
