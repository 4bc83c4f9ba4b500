//! What reading and comparing addresses costs, beside `strsim::jaro_winkler` on the names of the same pairs.
//!
//! `cargo bench --bench address`: times are noisy; read them as ratios to `strsim_jaro_winkler` in the same run. One iteration
//! walks 500 pairs of `benches/data/pairs.jsonl` that have both addresses, or 100 addresses with 100 others.

mod common;

use criterion::{Criterion, criterion_group, criterion_main};
use ownership_match::{Address, Country, PostalAddress};
use std::hint::black_box;

fn addresses(criterion: &mut Criterion) {
    let us = Some(Country::US);
    let text = |text: &str| Some(text.to_owned());
    let documented = PostalAddress {
        line1: text("354 Oyster Point Blvd"),
        city: text("South San Francisco"),
        state: text("CA"),
        postal_code: text("94080"),
        country: text("US"),
        ..PostalAddress::default()
    };
    let line = Address::parse("354 Oyster Point Blvd South San Francisco, CA 94080 USA", us).expect("an address");
    let score = Address::from_parts(&documented).map(|given| given.compare(&line).score.get());
    assert_eq!(score, Some(100), "what is timed answers as documented");
    common::field(
        criterion,
        "address",
        |pair| Address::from_parts(pair.given.address.as_ref()?),
        |pair| Address::parse(pair.owner.raw_address.as_deref()?, us),
        |a, b| a.compare(b).score.get(),
        |group, pairs| {
            group.bench_function("parse_structured", |bencher| {
                let given: Vec<&PostalAddress> = pairs.iter().filter_map(|pair| pair.given.address.as_ref()).collect();
                bencher.iter(|| given.iter().filter_map(|parts| Address::from_parts(black_box(parts))).count());
            });
            let lines: Vec<&str> = pairs.iter().filter_map(|pair| pair.owner.raw_address.as_deref()).collect();
            group.bench_function("parse_blind", |bencher| {
                bencher.iter(|| lines.iter().filter_map(|line| Address::parse(black_box(line), us)).count());
            });
            // The line is read and the claim chooses where its street ends.
            let given: Vec<Address> =
                pairs.iter().filter_map(|pair| Address::from_parts(pair.given.address.as_ref()?)).collect();
            group.bench_function("parse_guided", |bencher| {
                bencher.iter(|| {
                    let both = given.iter().zip(&lines);
                    both.filter_map(|(given, line)| Some(Address::parse(black_box(line), us)?.compare(given)))
                        .map(|comparison| u32::from(comparison.score.get()))
                        .sum::<u32>()
                });
            });
        },
    );
}

criterion_group! {
    name = benches;
    config = common::settings();
    targets = addresses
}
criterion_main!(benches);
