//! Domains: the ASCII form, the registrable part, the brand.
//!
//! Public suffixes of two labels come from a table of this crate, not from a copy of the Public Suffix List (9,000 rules,
//! new ones every week): a score must be the same on every machine under one version of the calibration, the list would add
//! some hundred KiB to every program that links us, and what it knows beyond the table (city suffixes of Japan, tenants of
//! hosting services) is hardly ever seen behind an `@`.

use crate::tables::email as tables;
use core::ops::Range;
use std::borrow::Cow;

/// The ASCII form of a lower-case domain: punycode for labels in other letters (UTS #46, non-transitional).
pub(super) fn ascii_form(domain: &str) -> Cow<'_, str> {
    if domain.is_ascii() {
        return Cow::Borrowed(domain);
    }
    #[cfg(feature = "idn")]
    if let Ok(ascii) = idna::domain_to_ascii(domain) {
        return Cow::Owned(ascii);
    }
    // Not a domain by the standard (or the standard is not linked): it is compared as written.
    Cow::Borrowed(domain)
}

/// The registrable part of a domain and its brand, the label left of the public suffix, as ranges of bytes.
///
/// A domain literal (`[192.0.2.1]`) or a single label is both itself. `signs` are the bytes that may be dots, a bit for each of
/// the first 64.
pub(super) fn registrable(domain: &str, signs: u64) -> (Range<usize>, Range<usize>) {
    let whole = 0..domain.len();
    if domain.starts_with('[') {
        return (whole.clone(), whole);
    }
    let last_dot = |text: &str| {
        let text = text.as_bytes();
        let mut held = match text.len() {
            0 => 0,
            length @ 1..=64 => signs & u64::MAX >> (64 - length),
            _ => return text.iter().rposition(|&byte| byte == b'.'),
        };
        while held != 0 {
            let place = held.ilog2() as usize;
            if text.get(place) == Some(&b'.') {
                return Some(place);
            }
            held &= !(1 << place);
        }
        None
    };
    let Some(top) = last_dot(domain) else { return (whole.clone(), whole) };
    let second = last_dot(&domain[..top]).map_or(0, |dot| dot + 1);
    if second > 0 && tables::is_double_suffix(&domain[second..top], &domain[top + 1..], &domain[second..]) {
        let brand = last_dot(&domain[..second - 1]).map_or(0, |dot| dot + 1);
        return (brand..domain.len(), brand..second - 1);
    }
    (second..domain.len(), second..top)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(domain: &str) -> (&str, &str) {
        let (registrable, brand) = registrable(domain, u64::MAX);
        (&domain[registrable], &domain[brand])
    }

    #[test]
    fn registrable_parts() {
        assert_eq!(parts("example.com"), ("example.com", "example"));
        assert_eq!(parts("mail.example.com"), ("example.com", "example"));
        assert_eq!(parts("mail.example.co.uk"), ("example.co.uk", "example"));
        assert_eq!(parts("co.uk"), ("co.uk", "co"));
        assert_eq!(parts("a.github.io"), ("a.github.io", "a"));
        assert_eq!(parts("gmail"), ("gmail", "gmail"));
        assert_eq!(parts("[192.0.2.1]"), ("[192.0.2.1]", "[192.0.2.1]"));
        assert_eq!(parts(""), ("", ""));
    }

    #[cfg(feature = "idn")]
    #[test]
    fn other_letters_become_punycode() {
        assert_eq!(ascii_form("bücher.de"), "xn--bcher-kva.de");
        assert_eq!(ascii_form("example.com"), "example.com");
    }
}
