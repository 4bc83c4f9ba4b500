//! Records of four fields: strings in, scores and reasons out; read once; compared pair by pair and each with each.

use crate::common::{self, MANY, Pair};
use criterion::{Criterion, Throughput};
use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, PostalAddress, Record, match_owners};
use std::hint::black_box;

/// The records of both sides.
pub(crate) fn prepared(pairs: &[Pair]) -> Vec<(Record, Record)> {
    let options = MatchOptions::default();
    let read = |pair: &Pair| (Record::of_given(&pair.given, &options), Record::of_owner(&pair.owner, &options));
    pairs.iter().map(read).collect()
}

pub(crate) fn cold_pair(criterion: &mut Criterion) {
    let pairs = common::pairs();
    let options = MatchOptions::default();
    let documented = match_owners(&documented_customer(), &[documented_owner()], &options).results;
    let score = |result: Option<ownership_match::FieldResult>| Some(result?.match_score()?.get());
    assert_eq!(
        [documented.name, documented.email, documented.phone, documented.address].map(score),
        [Some(85), Some(65), None, Some(100)],
        "what is timed answers as documented"
    );
    let mut group = criterion.benchmark_group("cold_pair");
    common::yardstick(&mut group, &common::lower_names(&pairs));
    group.bench_function("ownership_match", |bencher| {
        bencher.iter(|| {
            for pair in &pairs {
                let owners = std::slice::from_ref(black_box(&pair.owner));
                let _ = black_box(match_owners(black_box(&pair.given), owners, &options));
            }
        });
    });
    // The plain alternative: a ratio of the words in order, for each field.
    let texts: Vec<[(String, String); 4]> = pairs.iter().map(texts).collect();
    group.bench_function("rapidfuzz_token_sort_ratio_of_four_fields", |bencher| {
        let ratio = |(a, b): &(String, String)| rapidfuzz::fuzz::ratio(sorted(a).bytes(), sorted(b).bytes());
        bencher.iter(|| black_box(&texts).iter().flatten().map(ratio).sum::<f64>());
    });
    // Two fields that a crate understands, and nothing for the other two.
    let phone = |raw: &str| {
        let hint = if raw.starts_with('+') { None } else { Some(phonenumber::country::Id::US) };
        phonenumber::parse(hint, raw).ok()
    };
    group.bench_function("human_name_and_phonenumber_of_two_fields", |bencher| {
        bencher.iter(|| {
            let names = |[(a, b), ..]: &[(String, String); 4]| {
                let names = human_name::Name::parse(a).zip(human_name::Name::parse(b));
                names.is_some_and(|(a, b)| a.consistent_with(&b))
            };
            let phones = |[_, _, (a, b), _]: &[(String, String); 4]| phone(a) == phone(b);
            black_box(&texts).iter().filter(|pair| names(pair) & phones(pair)).count()
        });
    });
    group.finish();
}

/// Name, email, phone and address of both sides as texts.
fn texts(pair: &Pair) -> [(String, String); 4] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let line = pair.given.address.as_ref().map(|address| address.parts().into_iter().flatten().collect::<Vec<_>>());
    [
        (text(&pair.given.name), text(&pair.owner.name)),
        (text(&pair.given.email), text(&pair.owner.email)),
        (text(&pair.given.phone), text(&pair.owner.phone)),
        (line.unwrap_or_default().join(" "), text(&pair.owner.raw_address)),
    ]
}

fn sorted(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

pub(crate) fn prepare(criterion: &mut Criterion) {
    let pairs = common::pairs();
    let options = MatchOptions::default();
    for (given, owner) in &prepared(&pairs) {
        assert_eq!(given.compare(given).mean(), Some(100.0), "a record equals itself");
        assert_eq!(owner.compare(owner).mean(), Some(100.0), "a record equals itself");
    }
    let mut group = criterion.benchmark_group("prepare");
    common::yardstick(&mut group, &common::lower_names(&pairs));
    group.bench_function("owner", |bencher| {
        bencher
            .iter(|| pairs.iter().for_each(|pair| drop(black_box(Record::of_owner(black_box(&pair.owner), &options)))));
    });
    group.bench_function("given", |bencher| {
        bencher
            .iter(|| pairs.iter().for_each(|pair| drop(black_box(Record::of_given(black_box(&pair.given), &options)))));
    });
    let names: Vec<&str> = pairs.iter().filter_map(|pair| pair.owner.name.as_deref()).collect();
    group.bench_function("human_name_parse_of_one_field", |bencher| {
        bencher
            .iter(|| names.iter().filter(|name| black_box(human_name::Name::parse(black_box(name))).is_some()).count());
    });
    group.finish();
}

pub(crate) fn one_to_one(criterion: &mut Criterion) {
    let pairs = common::pairs();
    let prepared = prepared(&pairs);
    let options = MatchOptions::default();
    for (pair, (given, owner)) in pairs.iter().zip(&prepared) {
        let fresh = match_owners(&pair.given, std::slice::from_ref(&pair.owner), &options).results;
        assert_eq!(given.compare(owner), fresh, "what is read once answers like what is read anew");
    }
    let mut group = criterion.benchmark_group("one_to_one");
    common::yardstick(&mut group, &common::lower_names(&pairs));
    group.bench_function("ownership_match", |bencher| {
        bencher.iter(|| {
            for (given, owner) in &prepared {
                let _ = black_box(black_box(given).compare(black_box(owner)));
            }
        });
    });
    let lower = common::lower_names(&pairs);
    group.bench_function("rapidfuzz_jaro_winkler_of_one_field", |bencher| {
        let similarity = rapidfuzz::distance::jaro_winkler::similarity;
        bencher.iter(|| lower.iter().map(|(a, b)| similarity(black_box(a).bytes(), b.bytes())).sum::<f64>());
    });
    group.finish();
}

pub(crate) fn one_to_many(criterion: &mut Criterion) {
    let pairs = common::pairs();
    let prepared = &prepared(&pairs)[..MANY];
    for (given, owner) in prepared {
        assert_eq!(given.compare(owner).mean(), owner.compare(given).mean(), "a comparison is symmetric");
    }
    let names = common::lower_names(&pairs);
    let mut group = criterion.benchmark_group("one_to_many");
    common::yardstick_of_many(&mut group, &names);
    group.throughput(Throughput::Elements((MANY * MANY) as u64));
    group.bench_function("ownership_match", |bencher| {
        bencher.iter(|| {
            for (given, _) in prepared {
                for (_, owner) in prepared {
                    let _ = black_box(black_box(given).compare(black_box(owner)));
                }
            }
        });
    });
    group.bench_function("rapidfuzz_batch_jaro_winkler_of_one_field", |bencher| {
        bencher.iter(|| {
            let given = names[..MANY]
                .iter()
                .map(|(given, _)| rapidfuzz::distance::jaro_winkler::BatchComparator::new(black_box(given).bytes()));
            given.map(|a| names[..MANY].iter().map(|(_, b)| a.similarity(b.bytes())).sum::<f64>()).sum::<f64>()
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
