//! Addresses, emails and phones allocate nothing on the common path, neither while they are read nor while they are compared.
//!
//! The pairs of the benchmarks are near-real; a few long or unusual values may own one block each. The counter is of the
//! whole process, so that there is one test in this file.
#![cfg(feature = "serde")]

use ownership_match::{AccountOwner, Address, Country, Email, OwnerInformation, Phone, PostalAddress};
use serde::Deserialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::hint::black_box;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Pairs that are looked at.
const PAIRS: usize = 500;

#[derive(Deserialize)]
struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

/// The result, and how many blocks were asked for meanwhile.
fn counted<T>(work: impl FnOnce() -> T) -> (T, usize) {
    let region = Region::new(COUNTED);
    let result = black_box(work());
    let change = region.change();
    (result, change.allocations + change.reallocations)
}

/// Reads each text and compares each with a hundred others; gives how often a block was asked for, by value and by pair.
fn count<S, T>(texts: &[S], read: impl Fn(&S) -> Option<T>, compare: impl Fn(&T, &T) -> u8) -> (usize, usize, usize) {
    let mut in_reading = 0;
    let mut values = Vec::with_capacity(texts.len());
    for text in texts {
        let (value, blocks) = counted(|| read(text));
        in_reading += usize::from(blocks > 0);
        values.extend(value);
    }
    assert!(values.len() > texts.len() / 2, "most texts are values");
    let (mut in_comparing, mut pairs) = (0, 0);
    for (place, a) in values.iter().enumerate() {
        for b in values.iter().skip(place).take(100) {
            let (_, blocks) = counted(|| compare(a, b));
            in_comparing += usize::from(blocks > 0);
            pairs += 1;
        }
    }
    println!("{in_reading} of {} readings and {in_comparing} of {pairs} comparisons allocate", texts.len());
    (in_reading, in_comparing, pairs)
}

#[test]
fn common_values_allocate_nothing() {
    // The counter counts.
    assert!(counted(|| vec![0_u8; 64]).1 > 0);
    let pairs: Vec<Pair> = include_str!("../benches/data/pairs.jsonl")
        .lines()
        .take(PAIRS)
        .map(|line| serde_json::from_str(line).expect("a pair is JSON"))
        .collect();
    let both = |given: fn(&Pair) -> &Option<String>, owner: fn(&Pair) -> &Option<String>| -> Vec<String> {
        pairs.iter().flat_map(|pair| [given(pair).clone(), owner(pair).clone()]).flatten().collect()
    };
    let phones = both(|pair| &pair.given.phone, |pair| &pair.owner.phone);
    let (in_reading, in_comparing, _) =
        count(&phones, |text| Phone::parse(text, Some(Country::US)), |a, b| a.compare(b).score.get());
    assert_eq!((in_reading, in_comparing), (0, 0), "no phone allocates");

    let emails = both(|pair| &pair.given.email, |pair| &pair.owner.email);
    let (in_reading, in_comparing, compared) =
        count(&emails, |text| Email::parse(text), |a, b| a.compare(b).score.get());
    assert!(in_reading * 50 <= emails.len(), "one email in fifty is longer than what is kept inline: {in_reading}");
    // Distances of words that are nearly the same.
    assert!(in_comparing * 50 <= compared, "{in_comparing} of {compared}");

    // Lines of many words, texts that hold several addresses, and lines that may be read in another sense as well (a cut
    // postcode, `ST` before a city) own a block.
    let lines: Vec<&String> = pairs.iter().filter_map(|pair| pair.owner.raw_address.as_ref()).collect();
    let read = |line: &&String| Address::parse(line, Some(Country::US));
    let (in_reading, in_comparing, _) = count(&lines, read, |a, b| a.compare(b).score.get());
    assert!(in_reading * 10 <= lines.len(), "nine of ten lines of an address are kept inline: {in_reading}");
    assert_eq!(in_comparing, 0, "no comparison of addresses allocates");
    let parts: Vec<&PostalAddress> = pairs.iter().filter_map(|pair| pair.given.address.as_ref()).collect();
    let read = |parts: &&PostalAddress| Address::from_parts(parts);
    let (in_reading, in_comparing, _) = count(&parts, read, |a, b| a.compare(b).score.get());
    assert!(in_reading * 50 <= parts.len(), "49 of 50 addresses in parts are kept inline: {in_reading}");
    assert_eq!(in_comparing, 0, "no comparison of addresses allocates");
}
