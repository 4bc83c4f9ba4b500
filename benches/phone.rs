//! What reading and comparing a phone number costs, beside `phonenumber::parse`, `strsim::osa_distance` of the digits and
//! keeping the digits alone, in one run.
//!
//! `cargo bench --bench phone`: ids are `phone_<input>/case`; one iteration walks all pairs of the input. Times are noisy;
//! read them as ratios within a group. What the first call of each reader costs is printed once, before any group.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ownership_match::{AccountOwner, Country, OwnerInformation, Phone};
use serde::Deserialize;
use std::hint::black_box;
use std::time::Instant;

/// Pairs of one country.
const PAIRS: usize = 500;

/// Pairs in the form that the interface asks for, of two dozen countries, and the score of each.
const E164: [(&str, &str, u8); 26] = [
    ("+12125555555", "+12125555555", 100),
    ("+14155550142", "+14155550143", 85),
    ("+442079460301", "+442079460301", 100),
    ("+447700900123", "+447700900132", 87),
    ("+4915112345678", "+4915112345678", 100),
    ("+493023125041", "+493023125041", 100),
    ("+33639981205", "+33639981206", 85),
    ("+390655518274", "+390655518274", 100),
    ("+34612345678", "+34699112233", 5),
    ("+61412345678", "+61412345678", 100),
    ("+819012345678", "+819012345678", 100),
    ("+919876501234", "+919876501243", 87),
    ("+5511987654321", "+5511987654321", 100),
    ("+525552504471", "+5215552504471", 99),
    ("+541123456789", "+5491123456789", 99),
    ("+79123456789", "+79123456789", 100),
    ("+8613800138000", "+8613800138000", 100),
    ("+821012345678", "+821012345678", 100),
    ("+31612345678", "+31612345678", 100),
    ("+41791234567", "+41791234567", 100),
    ("+46701234567", "+46701234567", 100),
    ("+4741234567", "+4741234568", 85),
    ("+48512345678", "+48512345678", 100),
    ("+27821234567", "+27821234567", 100),
    ("+2348031234567", "+2348031234567", 100),
    ("+6561234870", "+6598761234", 5),
];

#[derive(Deserialize)]
struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

fn us_pairs() -> Vec<(String, String)> {
    include_str!("data/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Pair>(line).expect("a pair is JSON"))
        .filter_map(|pair| Some((pair.given.phone?, pair.owner.phone?)))
        .take(PAIRS)
        .collect()
}

fn read(raw: &str) -> Option<Phone> {
    Phone::parse(raw, Some(Country::US))
}

/// The plain alternative: the digits and nothing else.
fn digits(raw: &str) -> String {
    raw.chars().filter(char::is_ascii_digit).collect()
}

fn crate_read(raw: &str) -> Option<phonenumber::PhoneNumber> {
    let hint = if raw.starts_with('+') { None } else { Some(phonenumber::country::Id::US) };
    phonenumber::parse(hint, raw).ok()
}

fn group(criterion: &mut Criterion, name: &str, pairs: &[(String, String)]) {
    let prepared: Vec<(Phone, Phone)> = pairs.iter().filter_map(|(a, b)| read(a).zip(read(b))).collect();
    assert!(prepared.len() > pairs.len() / 2, "{name}: most pairs have a number on both sides");
    for (a, b) in &prepared {
        assert_eq!(a.compare(b), b.compare(a), "{name}: a comparison is symmetric");
        assert_eq!(a.compare(a).score.get(), 100, "{name}: a value equals itself");
    }
    let plain: Vec<(String, String)> = pairs.iter().map(|(a, b)| (digits(a), digits(b))).collect();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(pairs.len() as u64));
    group.bench_function("parse_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|(a, b)| black_box(read(a).zip(read(b))).is_some()).count());
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| prepared.iter().map(|(a, b)| u32::from(black_box(a).compare(b).score.get())).sum::<u32>());
    });
    let many = &prepared[..prepared.len().min(100)];
    group.bench_function("compare_one_against_many", |bencher| {
        // As many comparisons as in `compare`: each owner with one given value after the other.
        let rounds = prepared.len().div_ceil(many.len());
        bencher.iter(|| {
            let given = prepared.iter().map(|(a, _)| a).take(rounds);
            given
                .flat_map(|a| many.iter().map(move |(_, b)| u32::from(black_box(a).compare(b).score.get())))
                .sum::<u32>()
        });
    });
    group.bench_function("digits_only_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|(a, b)| black_box((digits(a), digits(b))).0.len() > 9).count());
    });
    group.bench_function("strsim_osa_distance", |bencher| {
        bencher.iter(|| plain.iter().map(|(a, b)| strsim::osa_distance(black_box(a), black_box(b))).sum::<usize>());
    });
    group.bench_function("phonenumber_parse_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|(a, b)| black_box(crate_read(a).zip(crate_read(b))).is_some()).count());
    });
    group.finish();
}

/// The first call of each reader, in a process that has read nothing before.
fn first_use() {
    let start = Instant::now();
    let ours = (read("(212) 555-5555"), read("+442079460301"));
    let own = start.elapsed();
    let start = Instant::now();
    let theirs = crate_read("(212) 555-5555");
    let plan = start.elapsed();
    assert!(ours.0.is_some() && ours.1.is_some() && theirs.is_some());
    println!("first use: two numbers {own:?}, phonenumber::parse {plan:?}");
    assert!(own * 10 < plan, "the first US and E.164 number must not load the plan of the crate: {own:?} {plan:?}");
}

fn phone(criterion: &mut Criterion) {
    first_use();
    for (a, b, expected) in E164 {
        let score = read(a).zip(read(b)).map(|(a, b)| a.compare(&b).score.get());
        assert_eq!(score, Some(expected), "{a} {b}");
    }
    let us = us_pairs();
    assert_eq!(us.len(), PAIRS);
    group(criterion, "phone_us", &us);
    let e164: Vec<(String, String)> = E164.iter().map(|(a, b, _)| ((*a).into(), (*b).into())).collect();
    group(criterion, "phone_e164", &e164);
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = phone
}
criterion_main!(benches);
