//! What reading and comparing a phone number costs, beside `phonenumber::parse`, `strsim::osa_distance` of the digits and
//! keeping the digits alone, in one run.
//!
//! `cargo bench --bench phone`: ids are `phone/case` for the US pairs of `benches/data/pairs.jsonl` and `phone_e164/case` for
//! those of [`E164`]; one iteration walks all pairs of the input. Times are noisy; read them as ratios within a group. What
//! the first call of each reader costs is printed once, before any group.

mod common;

use common::YARDSTICK;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime};
use ownership_match::{Country, Phone};
use std::hint::black_box;
use std::time::Instant;

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

/// What others do with the same numbers.
fn peers(group: &mut BenchmarkGroup<'_, WallTime>, pairs: &[(&str, &str)]) {
    let plain: Vec<(String, String)> = pairs.iter().map(|(a, b)| (digits(a), digits(b))).collect();
    group.bench_function("digits_only_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|(a, b)| black_box((digits(a), digits(b))).0.len() > 9).count());
    });
    group.bench_function("strsim_osa_distance", |bencher| {
        bencher.iter(|| plain.iter().map(|(a, b)| strsim::osa_distance(black_box(a), black_box(b))).sum::<usize>());
    });
    group.bench_function("phonenumber_parse_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|(a, b)| black_box(crate_read(a).zip(crate_read(b))).is_some()).count());
    });
}

/// Numbers alone have no names: here the yardstick gets the numbers.
fn e164(criterion: &mut Criterion) {
    for (a, b, expected) in E164 {
        let score = read(a).zip(read(b)).map(|(a, b)| a.compare(&b).score.get());
        assert_eq!(score, Some(expected), "{a} {b}");
    }
    let pairs: Vec<(&str, &str)> = E164.iter().map(|(a, b, _)| (*a, *b)).collect();
    let prepared: Vec<(Phone, Phone)> = pairs.iter().filter_map(|(a, b)| read(a).zip(read(b))).collect();
    let mut group = criterion.benchmark_group("phone_e164");
    group.throughput(Throughput::Elements(pairs.len() as u64));
    group.bench_function(YARDSTICK, |bencher| {
        bencher.iter(|| pairs.iter().map(|(a, b)| strsim::jaro_winkler(black_box(a), black_box(b))).sum::<f64>());
    });
    group.bench_function("parse_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|(a, b)| black_box(read(a).zip(read(b))).is_some()).count());
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| prepared.iter().map(|(a, b)| u32::from(black_box(a).compare(b).score.get())).sum::<u32>());
    });
    peers(&mut group, &pairs);
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
    common::field(
        criterion,
        "phone",
        |pair| read(pair.given.phone.as_deref()?),
        |pair| read(pair.owner.phone.as_deref()?),
        |a, b| a.compare(b).score.get(),
        |group, pairs| {
            let phones: Vec<(&str, &str)> =
                pairs.iter().filter_map(|pair| pair.given.phone.as_deref().zip(pair.owner.phone.as_deref())).collect();
            peers(group, &phones);
        },
    );
    e164(criterion);
}

criterion_group! {
    name = benches;
    config = common::settings();
    targets = phone
}
criterion_main!(benches);
