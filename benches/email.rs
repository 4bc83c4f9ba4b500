//! What reading and comparing an email address costs, beside `strsim::jaro_winkler` and a plain lower-case-and-split, in one
//! run.
//!
//! `cargo bench --bench email`: ids are `email/case`; one iteration walks 500 pairs of `benches/data/pairs.jsonl` or 100
//! addresses with 100 others, in `email_hard` those of [`HARD`], which have no names: there the yardstick gets the emails.
//! Times are noisy; read them as ratios within a group.

mod common;

use common::YARDSTICK;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ownership_match::Email;
use std::hint::black_box;

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

/// The plain alternative: lower case, parted at the last at sign.
fn split(raw: &str) -> (String, usize) {
    let lower = raw.trim().to_lowercase();
    let at = lower.rfind('@').unwrap_or(lower.len());
    (lower, at)
}

fn hard(criterion: &mut Criterion) {
    for (a, b, expected) in HARD {
        let score = Email::parse(a).zip(Email::parse(b)).map(|(a, b)| a.compare(&b).score.get());
        assert_eq!(score, Some(expected), "{a} {b}");
    }
    let prepared: Vec<(Email, Email)> =
        HARD.iter().filter_map(|(a, b, _)| Email::parse(a).zip(Email::parse(b))).collect();
    let mut group = criterion.benchmark_group("email_hard");
    group.throughput(Throughput::Elements(HARD.len() as u64));
    group.bench_function("parse_both", |bencher| {
        bencher
            .iter(|| HARD.iter().filter(|(a, b, _)| black_box(Email::parse(a).zip(Email::parse(b))).is_some()).count());
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| prepared.iter().map(|(a, b)| u32::from(black_box(a).compare(b).score.get())).sum::<u32>());
    });
    group.bench_function(YARDSTICK, |bencher| {
        bencher.iter(|| HARD.iter().map(|(a, b, _)| strsim::jaro_winkler(black_box(a), black_box(b))).sum::<f64>());
    });
    group.finish();
}

fn email(criterion: &mut Criterion) {
    common::field(
        criterion,
        "email",
        |pair| Email::parse(pair.given.email.as_deref()?),
        |pair| Email::parse(pair.owner.email.as_deref()?),
        |a, b| a.compare(b).score.get(),
        |group, pairs| {
            let emails: Vec<(&str, &str)> =
                pairs.iter().filter_map(|pair| pair.given.email.as_deref().zip(pair.owner.email.as_deref())).collect();
            group.bench_function("lower_case_and_split_both", |bencher| {
                bencher.iter(|| emails.iter().filter(|(a, b)| black_box((split(a), split(b))).0.1 > 0).count());
            });
            group.bench_function("rapidfuzz_ratio", |bencher| {
                bencher.iter(|| {
                    emails.iter().map(|(a, b)| rapidfuzz::fuzz::ratio(black_box(a).bytes(), b.bytes())).sum::<f64>()
                });
            });
        },
    );
    hard(criterion);
}

criterion_group! {
    name = benches;
    config = common::settings();
    targets = email
}
criterion_main!(benches);
