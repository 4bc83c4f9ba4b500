//! Records that were read once are compared without a block of the heap; most cold pairs ask for none either.
//!
//! All pairs of the benchmarks. The counter is of the whole process, so that there is one test in this file.
#![cfg(feature = "serde")]

use ownership_match::{AccountOwner, Candidates, MatchOptions, OwnerInformation, Record};
use serde::Deserialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::hint::black_box;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Records of each side where each meets each.
const MANY: usize = 100;

/// Pairs that are read and compared.
const COLD: usize = 500;

/// The most cold pairs of a hundred that ask for a block: it only falls.
const ASKING: usize = 45;

#[derive(Deserialize)]
struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

/// How many blocks were asked for.
fn blocks<T>(work: impl FnOnce() -> T) -> usize {
    let region = Region::new(COUNTED);
    black_box(work());
    let change = region.change();
    change.allocations + change.reallocations
}

#[test]
fn prepared_records_are_compared_without_the_heap() {
    // The counter counts.
    assert!(blocks(|| vec![0_u8; 64]) > 0);
    let options = MatchOptions::default();
    let pairs: Vec<Pair> = include_str!("../benches/data/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a pair is JSON"))
        .collect();
    let records: Vec<(Record, Record)> = pairs
        .iter()
        .map(|pair| (Record::of_given(&pair.given, &options), Record::of_owner(&pair.owner, &options)))
        .collect();

    let asking = records.iter().filter(|(given, owner)| blocks(|| given.compare(owner)) > 0).count();
    println!("{asking} of {} prepared pairs ask for a block", records.len());
    assert_eq!(asking, 0, "pair by pair");

    let many = &records[..MANY];
    let mut asking = 0;
    for (given, _) in many {
        asking += many.iter().filter(|(_, owner)| blocks(|| given.compare(owner)) > 0).count();
    }
    println!("{asking} of {} ask for a block, each with each", MANY * MANY);
    assert_eq!(asking, 0, "each with each");

    let candidates: Candidates = many.iter().map(|(_, owner)| owner.clone()).collect();
    for (given, _) in many {
        assert_eq!(blocks(|| (candidates.at_least(given, 70.0).count(), candidates.best(given, 70.0))), 0, "a search");
    }

    let cold = |pair: &Pair| Record::of_given(&pair.given, &options).compare(&Record::of_owner(&pair.owner, &options));
    let asking = pairs[..COLD].iter().filter(|pair| blocks(|| cold(pair)) > 0).count();
    println!("{asking} of {COLD} cold pairs ask for a block");
    assert!(100 * asking <= ASKING * COLD, "{ASKING} of 100 cold pairs at most: {asking} of {COLD}");
}
