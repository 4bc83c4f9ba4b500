//! Texts that hold more than one address: `12 OAK ST RENO NV 89501; PO BOX 4 RENO NV 89505`.

use crate::Country;
use crate::address::Address;
use crate::tables::address as tables;
use smallvec::SmallVec;

/// Addresses that are read of one text. Accounts with more owners than this give more text than is read of a line anyway.
const MAX_ADDRESSES: usize = 4;

/// Bytes of a longer text are no longer looked at: four addresses of which each is read whole have fewer.
const LONGEST: usize = 8 << 10;

/// The addresses of a text that holds at least two whole ones; `None` otherwise.
pub(super) fn parts(
    raw: &str,
    named: Option<Country>,
    default: Option<Country>,
) -> Option<SmallVec<[Address; MAX_ADDRESSES]>> {
    if raw.len() > LONGEST {
        return None;
    }
    let parted = raw.bytes().fold(false, |parted, byte| parted | matches!(byte, b';' | b'|' | b'\n'));
    let coded = has_two_codes(raw).then(|| behind_zip_codes(raw)).flatten();
    let segments = coded.or_else(|| parted.then(|| between_separators(raw)).flatten())?;
    let mut addresses = SmallVec::new();
    for segment in segments {
        let address = Address::parse_one(segment, named, default)?;
        let place = !address.postcode.is_empty();
        let door = address.delivery.is_some() || address.number.is_some();
        if !place || !door {
            return None;
        }
        addresses.push(address);
    }
    Some(addresses)
}

/// Whether there are two runs of at least five digits.
fn has_two_codes(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let digits = |bytes: &mut dyn Iterator<Item = &u8>| bytes.take_while(|byte| byte.is_ascii_digit()).count();
    // One of five bytes is looked at: no run of five passes between two of them.
    let (mut at, mut codes) = (STEP - 1, 0);
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            let behind = digits(&mut bytes[at + 1..].iter());
            codes += u32::from(digits(&mut bytes[..at].iter().rev().take(STEP)) + 1 + behind >= STEP);
            // What stands right behind the run is no digit.
            at += behind + 1;
            if codes > 1 {
                return true;
            }
        }
        at += STEP;
    }
    false
}

/// Digits of a code.
const STEP: usize = 5;

/// A US address ends in state and ZIP code; where another one that does so follows, there are two.
fn behind_zip_codes(raw: &str) -> Option<SmallVec<[&str; MAX_ADDRESSES]>> {
    let mut ends: SmallVec<[usize; MAX_ADDRESSES]> = SmallVec::new();
    let mut last = "";
    let mut from = 0;
    for word in raw.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|')) {
        let end = from + word.len();
        if is_zip_of(word, last) {
            ends.push(end);
        }
        if !word.is_empty() {
            last = word;
        }
        // All separators above are one character of one byte, but for the rarer blanks.
        from = end + raw[end..].chars().next().map_or(0, char::len_utf8);
        if ends.len() > MAX_ADDRESSES {
            return None;
        }
    }
    if ends.len() < 2 {
        return None;
    }
    let mut segments = SmallVec::new();
    let mut from = 0;
    for (at, &end) in ends.iter().enumerate() {
        let end = if at + 1 == ends.len() { raw.len() } else { end };
        segments.push(without_country(raw[from..end].trim_start_matches(|c: char| !c.is_alphanumeric())));
        from = end;
    }
    Some(segments)
}

/// The country of the address before is no part of this one.
fn without_country(segment: &str) -> &str {
    let behind =
        segment.split_once(' ').filter(|(first, _)| matches!(first.trim_end_matches(','), "US" | "USA" | "U.S.A."));
    behind.map_or(segment, |(_, rest)| rest)
}

/// `94080` or `94080-1912` behind `CA`.
fn is_zip_of(word: &str, state: &str) -> bool {
    let bytes = word.as_bytes();
    let five = matches!(bytes.len(), 5 | 10) && bytes[..5].iter().all(u8::is_ascii_digit);
    if !five || bytes.len() == 10 && bytes[5] != b'-' || state.len() != 2 {
        return false;
    }
    let code = state.to_ascii_lowercase();
    let prefix = bytes[..3].iter().fold(0, |prefix, digit| prefix * 10 + u16::from(digit - b'0'));
    tables::zip_region(prefix).is_some_and(|region| tables::region_of("US", &code) == Some(region))
}

/// A semicolon, a bar or a line break between two whole addresses.
fn between_separators(raw: &str) -> Option<SmallVec<[&str; MAX_ADDRESSES]>> {
    let mut segments = SmallVec::new();
    for segment in raw.split([';', '|', '\n']).map(str::trim).filter(|segment| !segment.is_empty()) {
        // A whole address has a number in it and a few words; a line of one seldom has.
        let digits = segment.bytes().any(|byte| byte.is_ascii_digit());
        if !digits || segment.split_whitespace().count() < 4 || segments.len() == MAX_ADDRESSES {
            return None;
        }
        segments.push(segment);
    }
    (segments.len() > 1).then_some(segments)
}
