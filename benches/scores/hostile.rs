//! Hostile fields of 64 KiB, read and compared with an ordinary value, beside one check of the same bytes for UTF-8.

use crate::common;
use criterion::{BenchmarkId, Criterion, Throughput};
use ownership_match::{Address, Country, Email, Name, Phone};
use std::hint::black_box;
use std::time::Duration;

/// The size of a hostile field.
const FIELD: usize = 64 << 10;

/// What fills one: each costs another part of the reading.
const UNITS: [(&str, &str); 10] = [
    ("one_letter", "a"),
    ("names", "Rosen "),
    ("owners", "A Li OR "),
    ("commas", ", "),
    ("combining_marks", "e\u{301}\u{323}"),
    ("ideographs", "王"),
    ("mailboxes", "a@b.co "),
    ("digits", "5"),
    ("numbers", "503-555-0187 or "),
    ("addresses", "12 Elm St Apt 3, Dover, DE 19901; "),
];

pub(crate) fn hostile(criterion: &mut Criterion) {
    let us = Some(Country::US);
    let name = Name::parse("Jenny Rosen").expect("a name");
    let email = Email::parse("jennyrosen@example.com").expect("an email");
    let phone = Phone::parse("+1 212-555-5555", us).expect("a phone");
    let address = Address::parse("354 Oyster Point Blvd South San Francisco, CA 94080 USA", us).expect("an address");
    let of_name = |text: &str| Name::parse(text).map(|value| value.compare(&name).score.get());
    let of_email = |text: &str| Email::parse(text).map(|value| value.compare(&email).score.get());
    let of_phone = |text: &str| Phone::parse(text, us).map(|value| value.compare(&phone).score.get());
    let of_address = |text: &str| Address::parse(text, us).map(|value| value.compare(&address).score.get());

    let pairs = common::pairs();
    let mut group = criterion.benchmark_group("hostile");
    common::yardstick(&mut group, &common::lower_names(&pairs));
    group.sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(300));
    group.throughput(Throughput::Elements(1));
    for (unit, text) in UNITS {
        let text = text.repeat(FIELD / text.len());
        for score in [of_name(&text), of_email(&text), of_phone(&text), of_address(&text)] {
            assert!(score.is_none_or(|score| score < 100), "{unit}: no hostile field is the ordinary value");
        }
        group.bench_function(BenchmarkId::new("utf8", unit), |bencher| {
            bencher.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
        });
        group.bench_function(BenchmarkId::new("name", unit), |bencher| bencher.iter(|| of_name(black_box(&text))));
        group.bench_function(BenchmarkId::new("email", unit), |bencher| bencher.iter(|| of_email(black_box(&text))));
        group.bench_function(BenchmarkId::new("phone", unit), |bencher| bencher.iter(|| of_phone(black_box(&text))));
        group
            .bench_function(BenchmarkId::new("address", unit), |bencher| bencher.iter(|| of_address(black_box(&text))));
    }
    group.finish();
}
