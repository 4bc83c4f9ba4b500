//! What reading and comparing addresses costs, beside `strsim::jaro_winkler` on the names of the same pairs in the same group.
//!
//! `cargo bench --bench address`: times are noisy; read them as ratios to `strsim_jaro_winkler_names` in the same run. One
//! iteration walks all pairs of `benches/data/pairs.jsonl` that have both addresses, up to [`PAIRS`].

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ownership_match::{AccountOwner, Address, Country, OwnerInformation, PostalAddress};
use serde::Deserialize;
use std::hint::black_box;

/// Pairs walked in one iteration.
const PAIRS: usize = 500;

#[derive(Deserialize)]
struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

struct Input {
    names: (String, String),
    given: PostalAddress,
    line: String,
}

fn input() -> Vec<Input> {
    let lower = |name: Option<String>| name.unwrap_or_default().to_lowercase();
    include_str!("data/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Pair>(line).expect("a pair is JSON"))
        .filter_map(|Pair { given, owner }| {
            Some(Input {
                names: (lower(given.name), lower(owner.name)),
                given: given.address?,
                line: owner.raw_address?,
            })
        })
        .take(PAIRS)
        .collect()
}

fn addresses(criterion: &mut Criterion) {
    let input = input();
    let us = Some(Country::US);
    let prepared: Vec<(Address, Address)> =
        input.iter().filter_map(|pair| Address::from_parts(&pair.given).zip(Address::parse(&pair.line, us))).collect();
    assert!(prepared.len() > PAIRS / 2, "most pairs have both addresses");
    for (given, owner) in &prepared {
        assert_eq!(given.compare(owner), owner.compare(given), "a comparison is symmetric");
        assert_eq!((given.compare(given).score.get(), owner.compare(owner).score.get()), (100, 100));
    }
    let mut group = criterion.benchmark_group("address");
    group.throughput(Throughput::Elements(input.len() as u64));
    group.bench_function("strsim_jaro_winkler_names", |bencher| {
        bencher.iter(|| {
            input
                .iter()
                .map(|pair| strsim::jaro_winkler(black_box(&pair.names.0), black_box(&pair.names.1)))
                .sum::<f64>()
        });
    });
    group.bench_function("parse_structured", |bencher| {
        bencher.iter(|| input.iter().filter_map(|pair| Address::from_parts(black_box(&pair.given))).count());
    });
    group.bench_function("parse_blind", |bencher| {
        bencher.iter(|| input.iter().filter_map(|pair| Address::parse(black_box(&pair.line), us)).count());
    });
    // The line is read and the claim chooses where its street ends.
    group.bench_function("parse_guided", |bencher| {
        bencher.iter(|| {
            prepared
                .iter()
                .zip(&input)
                .filter_map(|((given, _), pair)| Some(Address::parse(black_box(&pair.line), us)?.compare(given)))
                .map(|comparison| u32::from(comparison.score.get()))
                .sum::<u32>()
        });
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| {
            prepared
                .iter()
                .map(|(given, owner)| u32::from(black_box(given).compare(black_box(owner)).score.get()))
                .sum::<u32>()
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = addresses
}
criterion_main!(benches);
