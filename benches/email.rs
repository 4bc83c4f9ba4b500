//! What reading and comparing an email address costs, beside `strsim::jaro_winkler` and a plain lower-case-and-split, in one
//! run.
//!
//! `cargo bench --bench email`: ids are `email/case`; one iteration walks [`PAIRS`] pairs of `benches/data/pairs.jsonl`, in
//! `email_hard` those of [`HARD`]. Times are noisy; read them as ratios within a group.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ownership_match::{AccountOwner, Email, OwnerInformation};
use serde::Deserialize;
use std::hint::black_box;

/// Pairs walked in one iteration.
const PAIRS: usize = 500;

/// Pairs off the common path, and the score of each.
const HARD: [(&str, &str, u8); 16] = [
    ("jennyrosen@example.com", "jenny.rosen@example.com", 94),
    ("jennyrosen@example.com", "jennyrosen12345@example.com", 78),
    ("jennyrosen@example.com", "jennyrosen@test.com", 65),
    ("jennyrosen@example.com", "marksmith@example.com", 45),
    ("jennyrosen@example.com", "marksmith@test.com", 5),
    ("Jenny Rosen <Jenny.Rosen+bank@gmail.com>", "jennyrosen@googlemail.com", 100),
    ("mailto:jennyrosen@example.com", "jennyrosen(home)@example.com.", 100),
    ("jennyrosen@gmial.com", "jennyrosen@gmail.com", 92),
    ("jenny@bücher.de", "jenny@xn--bcher-kva.de", 100),
    ("jennyrosen@example.com; jr@work.com", "jennyrosen@example.com", 99),
    ("jennifer.rosen@acme.com", "jenny.rosen@acme.com", 77),
    ("mikejones@acme.com", "michaeljones@acme.com", 77),
    ("tim.jones@acme.com", "tom.jones@acme.com", 66),
    ("rosenjenny@example.com", "jennyrosen@example.com", 78),
    ("j***n@example.com", "jennyrosen@example.com", 60),
    ("jenny rosen@example.com", "jenny.rosen@example.com", 97),
];

#[derive(Deserialize)]
struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

fn pairs() -> Vec<(String, String)> {
    include_str!("data/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Pair>(line).expect("a pair is JSON"))
        .filter_map(|pair| Some((pair.given.email?, pair.owner.email?)))
        .take(PAIRS)
        .collect()
}

/// The plain alternative: lower case, parted at the last at sign.
fn split(raw: &str) -> (String, usize) {
    let lower = raw.trim().to_lowercase();
    let at = lower.rfind('@').unwrap_or(lower.len());
    (lower, at)
}

fn group(criterion: &mut Criterion, name: &str, pairs: &[(String, String)]) {
    let prepared: Vec<(Email, Email)> =
        pairs.iter().filter_map(|(a, b)| Email::parse(a).zip(Email::parse(b))).collect();
    assert!(prepared.len() > pairs.len() / 2, "{name}: most pairs have an address on both sides");
    for (a, b) in &prepared {
        assert_eq!(a.compare(b), b.compare(a), "{name}: a comparison is symmetric");
        assert_eq!(a.compare(a).score.get(), 100, "{name}: a value equals itself");
    }
    let lower: Vec<(String, String)> = pairs.iter().map(|(a, b)| (a.to_lowercase(), b.to_lowercase())).collect();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(pairs.len() as u64));
    group.bench_function("parse_both", |bencher| {
        bencher
            .iter(|| pairs.iter().filter(|(a, b)| black_box(Email::parse(a).zip(Email::parse(b))).is_some()).count());
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
    group.bench_function("lower_case_and_split_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|(a, b)| black_box((split(a), split(b))).0.1 > 0).count());
    });
    group.bench_function("strsim_jaro_winkler", |bencher| {
        bencher.iter(|| lower.iter().map(|(a, b)| strsim::jaro_winkler(black_box(a), black_box(b))).sum::<f64>());
    });
    group.finish();
}

fn email(criterion: &mut Criterion) {
    for (a, b, expected) in HARD {
        let score = Email::parse(a).zip(Email::parse(b)).map(|(a, b)| a.compare(&b).score.get());
        assert_eq!(score, Some(expected), "{a} {b}");
    }
    let pairs = pairs();
    assert_eq!(pairs.len(), PAIRS);
    group(criterion, "email", &pairs);
    let hard: Vec<(String, String)> = HARD.iter().map(|(a, b, _)| ((*a).into(), (*b).into())).collect();
    group(criterion, "email_hard", &hard);
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = email
}
criterion_main!(benches);
