//! One against many with a minimum: every candidate compared in full, stopped early, and stored by columns.

use crate::common::{self, MANY};
use crate::records;
use criterion::{Criterion, Throughput};
use ownership_match::{Candidates, Record, Results};
use std::hint::black_box;

/// The minimum mean: what the documented policy proceeds from.
const MINIMUM: f64 = 70.0;

pub(crate) fn search(criterion: &mut Criterion) {
    let pairs = common::pairs();
    let prepared = &records::prepared(&pairs)[..MANY];
    let candidates: Candidates = prepared.iter().map(|(_, owner)| owner.clone()).collect();
    let plain = |given: &Record| -> Vec<(usize, Results)> {
        let all = prepared.iter().map(|(_, owner)| given.compare(owner)).enumerate();
        all.filter(|(_, results)| results.mean().is_some_and(|mean| mean >= MINIMUM)).collect()
    };
    let mut found = 0;
    for (given, _) in prepared {
        let expected = plain(given);
        let columns: Vec<_> = candidates.at_least(given, MINIMUM).map(|each| (each.place, each.results)).collect();
        assert_eq!(columns, expected, "the same answers");
        found += expected.len();
    }
    assert!((MANY / 4..MANY * MANY / 4).contains(&found), "some are above the minimum, and most are not: {found}");

    let mut group = criterion.benchmark_group("search_at_least_70");
    common::yardstick_of_many(&mut group, &common::lower_names(&pairs));
    group.throughput(Throughput::Elements((MANY * MANY) as u64));
    group.bench_function("plain_loop", |bencher| {
        bencher.iter(|| {
            let given = prepared.iter().map(|(given, _)| black_box(given));
            let means = given.flat_map(|given| prepared.iter().map(move |(_, owner)| given.compare(owner).mean()));
            means.flatten().filter(|mean| *mean >= MINIMUM).count()
        });
    });
    group.bench_function("compare_at_least", |bencher| {
        bencher.iter(|| {
            let given = prepared.iter().map(|(given, _)| black_box(given));
            given
                .flat_map(|given| prepared.iter().filter_map(move |(_, owner)| given.compare_at_least(owner, MINIMUM)))
                .count()
        });
    });
    group.bench_function("candidates_at_least", |bencher| {
        bencher.iter(|| {
            prepared.iter().map(|(given, _)| candidates.at_least(black_box(given), MINIMUM).count()).sum::<usize>()
        });
    });
    group.bench_function("candidates_best", |bencher| {
        bencher.iter(|| {
            prepared.iter().filter(|(given, _)| black_box(candidates.best(black_box(given), MINIMUM)).is_some()).count()
        });
    });
    group.finish();
}
