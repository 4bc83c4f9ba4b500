//! Hostile fields of 64 KiB: the work is bounded, counted in allocations and in what is kept, never in seconds.
//!
//! Reading a field is one pass over its bytes, so the bytes that it allocates are a multiple of them; what it keeps for
//! comparing is capped, so twice the text keeps no more; and comparing works on what is kept alone.
//!
//! `cargo test --test hostile -- --nocapture` prints the table of `docs/reliability.md`.

#![cfg(feature = "serde")]

#[path = "../benches/common/texts.rs"]
mod texts;

use ownership_match::{AccountOwner, Address, Comparison, Country, Email, MatchOptions, Name, OwnerInformation, Phone};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use texts::{FIELD, UNITS, fill};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Bytes that reading may allocate for each byte of the field, buffers that grow by doubling included.
const READING: usize = 24;

/// Bytes that comparing two values may allocate, whatever was read: the size of a few buffers of capped length.
const COMPARING: usize = 64 << 10;

/// The longest JSON of what is kept of one field, as the measure of what comparing has to look at.
const KEPT: usize = 4 << 10;

/// What happened while something was done: allocations, and bytes in them.
fn counted<T>(work: impl FnOnce() -> T) -> (T, usize, usize) {
    let region = Region::new(COUNTED);
    let made = work();
    let change = region.change();
    let bytes = change.bytes_allocated + usize::try_from(change.bytes_reallocated).unwrap_or(0);
    (made, change.allocations + change.reallocations, bytes)
}

/// Reads and compares one field of `unit`, and prints a line of the table.
fn check<T: serde::Serialize>(
    field: &str,
    what: &str,
    unit: &str,
    parse: impl Fn(&str) -> Option<T>,
    compare: impl Fn(&T, &T) -> Comparison,
) {
    let (text, double) = (fill(unit, FIELD), fill(unit, 2 * FIELD));
    // A table that is loaded on first need is no work of this field.
    drop(parse(&text));
    let (value, count, bytes) = counted(|| parse(&text));
    assert!(bytes <= READING * text.len(), "{field}, {what}: reading allocated {bytes} bytes in {count} pieces");
    let (twice, _, twice_bytes) = counted(|| parse(&double));
    assert!(twice_bytes <= READING * double.len(), "{field}, {what}: {twice_bytes} bytes for twice the text");
    let (Some(value), Some(twice)) = (value, twice) else {
        println!("| {field} | {what} | {bytes} | missing data | |");
        return;
    };
    let kept = |value: &T| serde_json::to_string(value).map_or(0, |json| json.len());
    let (once_kept, twice_kept) = (kept(&value), kept(&twice));
    assert!(once_kept <= KEPT && twice_kept <= KEPT, "{field}, {what}: keeps {once_kept} and {twice_kept} bytes");
    for (a, b) in [(&value, &value), (&value, &twice), (&twice, &value)] {
        let (comparison, pieces, bytes) = counted(|| compare(a, b));
        assert!(bytes <= COMPARING, "{field}, {what}: comparing allocated {bytes} bytes in {pieces} pieces");
        assert!(comparison.reasons.codes().next().is_some());
    }
    // What an address leaves unread is not known, so that it never scores 100: `Address::parse` says so.
    let itself = compare(&value, &value);
    let is_cut = itself.reasons.codes().any(|code| code == "address.cut");
    assert_eq!(itself.score.get() == 100, !is_cut, "{field}, {what}: a value equals itself");
    let (_, _, comparing) = counted(|| compare(&value, &twice));
    println!("| {field} | {what} | {bytes} | {once_kept} | {comparing} |");
}

/// One test alone: the counters are those of the whole process.
#[test]
fn a_hostile_field_costs_a_bounded_number_of_allocations() {
    let us = Some(Country::US);
    println!("| field | repeated | bytes allocated by reading | bytes kept, as JSON | bytes allocated by comparing |");
    println!("|---|---|---:|---:|---:|");
    for (what, unit) in UNITS {
        check("name", what, unit, Name::parse, Name::compare);
        check("email", what, unit, Email::parse, Email::compare);
        check("phone", what, unit, |text| Phone::parse(text, us), Phone::compare);
        check("address", what, unit, |text| Address::parse(text, us), Address::compare);
    }
    co_owners();
}

/// Ten thousand owners in one string and ten thousand objects: the work grows with their number, not with its square.
fn co_owners() {
    let names = |count: usize| {
        (0..count).map(|number| format!("Olivia{number} Rosen{number}")).collect::<Vec<_>>().join(" OR ")
    };
    let (text, double) = (names(10_000), names(20_000));
    let (name, _, bytes) = counted(|| Name::parse(&text));
    let (twice, _, twice_bytes) = counted(|| Name::parse(&double));
    assert!(bytes <= READING * text.len() && twice_bytes <= READING * double.len(), "{bytes}, {twice_bytes}");
    let (name, twice) = (name.expect("names"), twice.expect("names"));
    let (_, _, comparing) = counted(|| name.compare(&twice));
    assert!(comparing <= COMPARING, "{comparing} bytes for comparing 10,000 owners with 20,000");

    let owners = |count: usize| -> Vec<AccountOwner> {
        let letters = |number: usize| -> String {
            (0..4).map(|place| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8)).collect()
        };
        let name = |number| Some(format!("Olivia {} Roe", letters(number)));
        (0..count).map(|number| AccountOwner { name: name(number), ..Default::default() }).collect()
    };
    let given = OwnerInformation { name: Some("Olivia Roe".to_owned()), ..Default::default() };
    let options = MatchOptions::default();
    let (few, many) = (owners(1_000), owners(10_000));
    let (_, few_pieces, few_bytes) = counted(|| ownership_match::match_owners(&given, &few, &options));
    let (_, many_pieces, many_bytes) = counted(|| ownership_match::match_owners(&given, &many, &options));
    assert!(many_pieces <= 11 * few_pieces.max(10), "{few_pieces} pieces for 1,000 owners, {many_pieces} for 10,000");
    assert!(many_bytes <= 11 * few_bytes.max(1 << 16), "{few_bytes} bytes for 1,000 owners, {many_bytes} for 10,000");
    println!("10,000 owners in one text: {bytes} bytes allocated by reading, {comparing} by comparing with 20,000");
    println!("10,000 owner objects: {many_pieces} allocations, {few_pieces} for 1,000");
}
