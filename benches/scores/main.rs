//! What a pair of records costs, beside `strsim::jaro_winkler` on the names of the same pairs in the same group.
//!
//! `cargo bench --bench scores`: ids are `group/case`. Times are noisy; read them as ratios to `strsim_jaro_winkler` in the
//! same run. The inputs are in `benches/data/pairs.jsonl`; one iteration walks 500 pairs, or 100 records with 100 others.
//! What is computed is asserted before it is timed. `cargo bench --bench table` prints the ratios that are asked for.

#[path = "../common/mod.rs"]
mod common;
mod hostile;
mod line;
mod records;
mod search;

use criterion::{criterion_group, criterion_main};

criterion_group! {
    name = benches;
    config = common::settings();
    targets = records::cold_pair, records::prepare, records::one_to_one, records::one_to_many, search::search, line::json_line,
        hostile::hostile
}
criterion_main!(benches);
