//! What reading and comparing a name costs, beside `strsim::jaro_winkler` and the crate `human_name` on the same names.
//!
//! `cargo bench --bench name`: ids are `name/case`; one iteration walks [`PAIRS`] pairs of `benches/data/pairs.jsonl`. Times
//! are noisy; read them as ratios to `strsim_jaro_winkler` of the same run. `human_name` answers with yes or no.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ownership_match::{AccountOwner, Name, OwnerInformation};
use serde::Deserialize;
use std::hint::black_box;

/// Pairs walked in one iteration.
const PAIRS: usize = 500;

#[derive(Deserialize)]
struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

fn names() -> Vec<(String, String)> {
    include_str!("data/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Pair>(line).expect("a pair is JSON"))
        .filter_map(|pair| Some((pair.given.name?, pair.owner.name?)))
        .take(PAIRS)
        .collect()
}

fn name(criterion: &mut Criterion) {
    let names = names();
    assert_eq!(names.len(), PAIRS);
    let read = |raw: &str| Name::parse(raw).expect("a name");
    let documented = read("Jenny Rosen").compare(&read("Jennifer Rosen")).score.get();
    assert_eq!(documented, 85, "what is timed answers as documented");
    let prepared: Vec<(Name, Name)> = names.iter().map(|(a, b)| (read(a), read(b))).collect();
    for (a, b) in &prepared {
        assert_eq!(a.compare(b), b.compare(a), "a comparison is symmetric");
        assert_eq!(a.compare(a).score.get(), 100, "a name equals itself");
    }
    let lower: Vec<(String, String)> = names.iter().map(|(a, b)| (a.to_lowercase(), b.to_lowercase())).collect();
    let human: Vec<_> =
        names.iter().filter_map(|(a, b)| human_name::Name::parse(a).zip(human_name::Name::parse(b))).collect();
    assert!(human.len() > PAIRS / 2, "human_name reads most of them");

    let mut group = criterion.benchmark_group("name");
    group.throughput(Throughput::Elements(PAIRS as u64));
    group.bench_function("strsim_jaro_winkler", |bencher| {
        bencher.iter(|| lower.iter().map(|(a, b)| strsim::jaro_winkler(black_box(a), black_box(b))).sum::<f64>());
    });
    group.bench_function("parse_both", |bencher| {
        bencher.iter(|| names.iter().filter(|(a, b)| black_box((read(a), read(b))).0.parties().count() > 0).count());
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| prepared.iter().map(|(a, b)| u32::from(black_box(a).compare(b).score.get())).sum::<u32>());
    });
    group.bench_function("human_name_parse_both", |bencher| {
        bencher.iter(|| {
            let read = |(a, b): &(String, String)| human_name::Name::parse(a).zip(human_name::Name::parse(b));
            names.iter().filter(|pair| black_box(read(pair)).is_some()).count()
        });
    });
    group.bench_function("human_name_compare", |bencher| {
        bencher.iter(|| human.iter().filter(|(a, b)| black_box(a).consistent_with(b)).count());
    });
    group.finish();
}

criterion_group!(benches, name);
criterion_main!(benches);
