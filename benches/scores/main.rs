//! What a comparison costs, beside `strsim::jaro_winkler` on the names of the same pairs in the same group.
//!
//! `cargo bench`: ids are `group/case`. Times are noisy; read them as ratios to `strsim` in the same run. The inputs are in
//! `benches/data/pairs.jsonl`; one iteration walks [`PAIRS`] pairs. What is computed is asserted before it is timed.

use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime};
use ownership_match::{
    AccountOwner, Address, Country, Email, MatchOptions, Name, OwnerInformation, Phone, PostalAddress, Record,
    match_owners,
};
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
    pairs: Vec<Pair>,
    /// The two names of each pair in lower case: what `strsim` gets.
    names: Vec<(String, String)>,
}

fn input() -> Input {
    let pairs: Vec<Pair> = include_str!("data/pairs.jsonl")
        .lines()
        .take(PAIRS)
        .map(|line| serde_json::from_str(line).expect("a pair is JSON"))
        .collect();
    let lower = |name: &Option<String>| name.as_deref().unwrap_or_default().to_lowercase();
    let names = pairs.iter().map(|pair| (lower(&pair.given.name), lower(&pair.owner.name))).collect();
    Input { pairs, names }
}

/// The yardstick of every group.
fn strsim_names(group: &mut BenchmarkGroup<'_, WallTime>, input: &Input) {
    group.throughput(Throughput::Elements(PAIRS as u64));
    group.bench_function("strsim_jaro_winkler_names", |bencher| {
        bencher.iter(|| input.names.iter().map(|(a, b)| strsim::jaro_winkler(black_box(a), black_box(b))).sum::<f64>());
    });
}

/// Times `parse` of both sides and `compare` of what was parsed, for one field.
fn field<T>(
    criterion: &mut Criterion,
    input: &Input,
    name: &str,
    given: impl Fn(&Pair) -> Option<T>,
    owner: impl Fn(&Pair) -> Option<T>,
    compare: impl Fn(&T, &T) -> u8,
) {
    let prepared: Vec<(T, T)> = input.pairs.iter().filter_map(|pair| given(pair).zip(owner(pair))).collect();
    assert!(prepared.len() > PAIRS / 2, "{name}: most pairs have the field on both sides");
    for (a, b) in &prepared {
        assert_eq!(compare(a, b), compare(b, a), "{name}: a comparison is symmetric");
        assert_eq!((compare(a, a), compare(b, b)), (100, 100), "{name}: a value equals itself");
    }
    let mut group = criterion.benchmark_group(name);
    strsim_names(&mut group, input);
    group.bench_function("parse_both", |bencher| {
        bencher.iter(|| input.pairs.iter().filter(|pair| black_box(given(pair).zip(owner(pair))).is_some()).count());
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| prepared.iter().map(|(a, b)| u32::from(compare(black_box(a), black_box(b)))).sum::<u32>());
    });
    group.finish();
}

fn fields(criterion: &mut Criterion) {
    let input = input();
    let us = Some(Country::US);
    field(
        criterion,
        &input,
        "name",
        |pair| Name::parse(pair.given.name.as_deref()?),
        |pair| Name::parse(pair.owner.name.as_deref()?),
        |a, b| a.compare(b).score.get(),
    );
    field(
        criterion,
        &input,
        "email",
        |pair| Email::parse(pair.given.email.as_deref()?),
        |pair| Email::parse(pair.owner.email.as_deref()?),
        |a, b| a.compare(b).score.get(),
    );
    field(
        criterion,
        &input,
        "phone",
        |pair| Phone::parse(pair.given.phone.as_deref()?, us),
        |pair| Phone::parse(pair.owner.phone.as_deref()?, us),
        |a, b| a.compare(b).score.get(),
    );
    field(
        criterion,
        &input,
        "address",
        |pair| Address::from_parts(pair.given.address.as_ref()?),
        |pair| Address::parse(pair.owner.raw_address.as_deref()?, us),
        |a, b| a.compare(b).score.get(),
    );
}

fn whole_pair(criterion: &mut Criterion) {
    let input = input();
    let options = MatchOptions::default();
    let documented = match_owners(&documented_customer(), &[documented_owner()], &options).results;
    let score = |result: Option<ownership_match::FieldResult>| Some(result?.match_score()?.get());
    assert_eq!(
        [documented.name, documented.email, documented.phone, documented.address].map(score),
        [Some(85), Some(65), None, Some(100)]
    );
    let mut group = criterion.benchmark_group("pair");
    strsim_names(&mut group, &input);
    group.bench_function("cold", |bencher| {
        bencher.iter(|| {
            for pair in &input.pairs {
                let given = Record::of_given(black_box(&pair.given), &options);
                let _ = black_box(given.compare(&Record::of_owner(black_box(&pair.owner), &options)));
            }
        });
    });
    group.bench_function("prepare_owner", |bencher| {
        bencher.iter(|| {
            input.pairs.iter().for_each(|pair| drop(black_box(Record::of_owner(black_box(&pair.owner), &options))))
        });
    });
    let prepared: Vec<(Record, Record)> = input
        .pairs
        .iter()
        .map(|pair| (Record::of_given(&pair.given, &options), Record::of_owner(&pair.owner, &options)))
        .collect();
    group.bench_function("prepared", |bencher| {
        bencher.iter(|| {
            for (given, owner) in &prepared {
                let _ = black_box(black_box(given).compare(black_box(owner)));
            }
        });
    });
    group.finish();
}

fn documented_customer() -> OwnerInformation {
    OwnerInformation {
        name: Some("Jenny Rosen".to_owned()),
        email: Some("jennyrosen@example.com".to_owned()),
        phone: Some("+1 212-555-5555".to_owned()),
        address: Some(PostalAddress {
            line1: Some("354 Oyster Point Blvd".to_owned()),
            city: Some("South San Francisco".to_owned()),
            state: Some("CA".to_owned()),
            postal_code: Some("94080".to_owned()),
            country: Some("US".to_owned()),
            ..PostalAddress::default()
        }),
    }
}

fn documented_owner() -> AccountOwner {
    AccountOwner {
        name: Some("Jennifer Rosen".to_owned()),
        email: Some("jennyrosen@test.com".to_owned()),
        raw_address: Some("354 Oyster Point Blvd South San Francisco, CA 94080 USA".to_owned()),
        ..AccountOwner::default()
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = fields, whole_pair
}
criterion_main!(benches);
