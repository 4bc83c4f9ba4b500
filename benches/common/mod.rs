//! What the benches share: the pairs of `benches/data/pairs.jsonl`, the yardstick of every group, and how long one is timed.
#![allow(dead_code)] // Every bench takes what it needs of it.

use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};
use ownership_match::{AccountOwner, OwnerInformation};
use serde::{Deserialize, Serialize};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pairs walked in one iteration.
pub(crate) const PAIRS: usize = 500;

/// Values on each side where every one meets every other.
pub(crate) const MANY: usize = 100;

/// The id of `strsim::jaro_winkler` on the two lower-cased names of the same pairs, in every group.
pub(crate) const YARDSTICK: &str = "strsim_jaro_winkler";

/// The same where every name meets every other.
pub(crate) const YARDSTICK_OF_MANY: &str = "strsim_jaro_winkler_one_against_many";

/// A customer and an account owner.
#[derive(Deserialize, Serialize)]
pub(crate) struct Pair {
    pub(crate) given: OwnerInformation,
    pub(crate) owner: AccountOwner,
}

/// The first pairs of the file that pass.
pub(crate) fn pairs_where(is_wanted: impl Fn(&Pair) -> bool) -> Vec<Pair> {
    let pairs: Vec<Pair> = include_str!("../data/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a pair is JSON"))
        .filter(is_wanted)
        .take(PAIRS)
        .collect();
    assert_eq!(pairs.len(), PAIRS, "the file has enough of them");
    pairs
}

/// The first pairs of the file.
pub(crate) fn pairs() -> Vec<Pair> {
    pairs_where(|_| true)
}

/// The two names of each pair in lower case: what `strsim` gets.
pub(crate) fn lower_names(pairs: &[Pair]) -> Vec<(String, String)> {
    let lower = |name: &Option<String>| name.as_deref().unwrap_or_default().to_lowercase();
    pairs.iter().map(|pair| (lower(&pair.given.name), lower(&pair.owner.name))).collect()
}

/// Short windows: all groups together take a few minutes, and what is read from them are ratios.
pub(crate) fn settings() -> Criterion {
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1200))
}

/// Times the yardstick, pair by pair.
pub(crate) fn yardstick(group: &mut BenchmarkGroup<'_, WallTime>, names: &[(String, String)]) {
    group.throughput(Throughput::Elements(names.len() as u64));
    group.bench_function(YARDSTICK, |bencher| {
        bencher.iter(|| names.iter().map(|(a, b)| strsim::jaro_winkler(black_box(a), black_box(b))).sum::<f64>());
    });
}

/// Times the yardstick on each of [`MANY`] given names with each of [`MANY`] names of owners.
pub(crate) fn yardstick_of_many(group: &mut BenchmarkGroup<'_, WallTime>, names: &[(String, String)]) {
    group.throughput(Throughput::Elements((MANY * MANY) as u64));
    group.bench_function(YARDSTICK_OF_MANY, |bencher| {
        bencher.iter(|| {
            let given = names[..MANY].iter().map(|(given, _)| given);
            given
                .flat_map(|a| names[..MANY].iter().map(move |(_, b)| strsim::jaro_winkler(black_box(a), b)))
                .sum::<f64>()
        });
    });
}

/// Times `parse` of both sides, `compare` of what was parsed pair by pair and each with each, and both together, for one
/// field; `peers` adds to the group what others do with the same pairs.
pub(crate) fn field<T>(
    criterion: &mut Criterion,
    name: &str,
    given: impl Fn(&Pair) -> Option<T>,
    owner: impl Fn(&Pair) -> Option<T>,
    compare: impl Fn(&T, &T) -> u8,
    peers: impl FnOnce(&mut BenchmarkGroup<'_, WallTime>, &[Pair]),
) {
    let pairs = pairs_where(|pair| given(pair).is_some() && owner(pair).is_some());
    let names = lower_names(&pairs);
    let prepared: Vec<(T, T)> = pairs.iter().filter_map(|pair| given(pair).zip(owner(pair))).collect();
    for (a, b) in &prepared {
        assert_eq!(compare(a, b), compare(b, a), "{name}: a comparison is symmetric");
        assert_eq!((compare(a, a), compare(b, b)), (100, 100), "{name}: a value equals itself");
    }
    let mut group = criterion.benchmark_group(name);
    yardstick(&mut group, &names);
    group.bench_function("cold", |bencher| {
        bencher.iter(|| {
            let read = pairs.iter().filter_map(|pair| given(black_box(pair)).zip(owner(pair)));
            read.map(|(a, b)| u32::from(compare(&a, &b))).sum::<u32>()
        });
    });
    group.bench_function("parse_both", |bencher| {
        bencher.iter(|| pairs.iter().filter(|pair| black_box(given(pair).zip(owner(pair))).is_some()).count());
    });
    group.bench_function("compare", |bencher| {
        bencher.iter(|| prepared.iter().map(|(a, b)| u32::from(compare(black_box(a), black_box(b)))).sum::<u32>());
    });
    peers(&mut group, &pairs);
    yardstick_of_many(&mut group, &names);
    group.bench_function("compare_one_against_many", |bencher| {
        bencher.iter(|| {
            let given = prepared[..MANY].iter().map(|(given, _)| given);
            given.flat_map(|a| prepared[..MANY].iter().map(|(_, b)| u32::from(compare(black_box(a), b)))).sum::<u32>()
        });
    });
    group.finish();
}

/// Where criterion keeps what it measured, and where the other benches put their figures for the table.
pub(crate) fn results() -> PathBuf {
    if let Some(home) = std::env::var_os("CRITERION_HOME") {
        return PathBuf::from(home);
    }
    let program = std::env::current_exe().expect("a bench knows where it is");
    let target = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists());
    target.unwrap_or(Path::new("target")).join("criterion")
}

/// Prints figures, and keeps them for the table as lines of a key and a value.
pub(crate) fn keep(file: &str, figures: &[(&str, f64)]) {
    let lines: String = figures.iter().map(|(key, value)| format!("{key}\t{value}\n")).collect();
    print!("{lines}");
    let folder = results();
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(folder.join(file), lines))
        .expect("the target folder");
}
