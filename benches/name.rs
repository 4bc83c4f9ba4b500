//! What reading and comparing a name costs, beside `strsim::jaro_winkler`, `rapidfuzz` and `human_name` on the same names.
//!
//! `cargo bench --bench name`: ids are `name/case`; one iteration walks 500 pairs of `benches/data/pairs.jsonl`, or 100 names
//! with 100 others. Times are noisy; read them as ratios to `strsim_jaro_winkler` of the same run. `human_name` answers with
//! yes or no.

mod common;

use common::{MANY, PAIRS};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use ownership_match::Name;
use std::hint::black_box;

fn name(criterion: &mut Criterion) {
    let read = |raw: &str| Name::parse(raw).expect("a name");
    let documented = read("Jenny Rosen").compare(&read("Jennifer Rosen")).score.get();
    assert_eq!(documented, 85, "what is timed answers as documented");
    common::field(
        criterion,
        "name",
        |pair| Name::parse(pair.given.name.as_deref()?),
        |pair| Name::parse(pair.owner.name.as_deref()?),
        |a, b| a.compare(b).score.get(),
        |group, pairs| {
            let names: Vec<(&str, &str)> =
                pairs.iter().filter_map(|pair| pair.given.name.as_deref().zip(pair.owner.name.as_deref())).collect();
            let lower = common::lower_names(pairs);
            let human: Vec<_> =
                names.iter().filter_map(|(a, b)| human_name::Name::parse(a).zip(human_name::Name::parse(b))).collect();
            assert!(human.len() > PAIRS / 2, "human_name reads most of them");
            group.bench_function("rapidfuzz_jaro_winkler", |bencher| {
                let similarity = rapidfuzz::distance::jaro_winkler::similarity;
                bencher.iter(|| lower.iter().map(|(a, b)| similarity(black_box(a).bytes(), b.bytes())).sum::<f64>());
            });
            group.bench_function("human_name_parse_both", |bencher| {
                bencher.iter(|| {
                    let read = |(a, b): &(&str, &str)| human_name::Name::parse(a).zip(human_name::Name::parse(b));
                    names.iter().filter(|pair| black_box(read(pair)).is_some()).count()
                });
            });
            group.throughput(Throughput::Elements(human.len() as u64));
            group.bench_function("human_name_compare", |bencher| {
                bencher.iter(|| human.iter().filter(|(a, b)| black_box(a).consistent_with(b)).count());
            });
            group.throughput(Throughput::Elements((MANY * MANY) as u64));
            group.bench_function("rapidfuzz_batch_one_against_many", |bencher| {
                bencher.iter(|| {
                    let given = lower[..MANY].iter().map(|(given, _)| {
                        rapidfuzz::distance::jaro_winkler::BatchComparator::new(black_box(given).bytes())
                    });
                    given.map(|a| lower[..MANY].iter().map(|(_, b)| a.similarity(b.bytes())).sum::<f64>()).sum::<f64>()
                });
            });
        },
    );
}

criterion_group! {
    name = benches;
    config = common::settings();
    targets = name
}
criterion_main!(benches);
