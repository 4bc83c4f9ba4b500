//! Bytes of prepared values, how many of them own a block of the heap, and how many cold pairs ask for one.
//!
//! `cargo bench --bench sizes`: counts, not times; they are the same on every run. All pairs of `benches/data/pairs.jsonl`.

mod common;

use ownership_match::{Address, Email, MatchOptions, Name, Phone, Record};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::hint::black_box;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How many blocks were asked for, and how many bytes of what was made stay in them.
fn counted<T>(work: impl FnOnce() -> T) -> (T, usize, isize) {
    let region = Region::new(COUNTED);
    let result = black_box(work());
    let change = region.change();
    let kept = change.bytes_allocated as isize - change.bytes_deallocated as isize;
    (result, change.allocations + change.reallocations, kept)
}

fn main() {
    let pairs = common::pairs();
    let options = MatchOptions::default();
    let (mut records, mut owning, mut heap, mut asking) = (Vec::new(), 0, 0, 0);
    let mut in_comparing = 0;
    for pair in &pairs {
        let (given, of_given, given_bytes) = counted(|| Record::of_given(&pair.given, &options));
        let (owner, of_owner, owner_bytes) = counted(|| Record::of_owner(&pair.owner, &options));
        let (_, of_comparing, _) = counted(|| given.compare(&owner));
        owning += usize::from(given_bytes > 0) + usize::from(owner_bytes > 0);
        heap += given_bytes + owner_bytes;
        asking += usize::from(of_given + of_owner + of_comparing > 0);
        in_comparing += usize::from(of_comparing > 0);
        records.extend([given, owner]);
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    common::keep(
        "sizes.tsv",
        &[
            ("record_bytes", size_of::<Record>() as f64),
            ("name_bytes", size_of::<Name>() as f64),
            ("email_bytes", size_of::<Email>() as f64),
            ("phone_bytes", size_of::<Phone>() as f64),
            ("address_bytes", size_of::<Address>() as f64),
            ("records_that_own_a_block_percent", percent(owning, records.len())),
            ("heap_bytes_of_a_record", heap as f64 / records.len() as f64),
            ("cold_pairs_that_allocate_percent", percent(asking, pairs.len())),
            ("prepared_pairs_that_allocate_percent", percent(in_comparing, pairs.len())),
        ],
    );
}
