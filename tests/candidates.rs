//! A search with a minimum answers what the plain loop over all records answers.
#![cfg(feature = "serde")]

use ownership_match::{AccountOwner, Candidate, Candidates, Field, MatchOptions, OwnerInformation, Record};
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let lines = include_str!("../benches/data/pairs.jsonl").lines().take(400);
    lines.map(|line| serde_json::from_str(line).expect("a pair is JSON")).collect()
});

/// A field of one pair, or of another, or blank, or only a placeholder.
#[derive(Clone, Debug)]
enum Source {
    Same,
    Other(Index),
    Blank,
    Placeholder,
}

fn source() -> impl Strategy<Value = Source> {
    prop_oneof![
        6 => Just(Source::Same),
        2 => any::<Index>().prop_map(Source::Other),
        1 => Just(Source::Blank),
        1 => Just(Source::Placeholder),
    ]
}

fn pick<T: Clone>(
    source: &Source,
    own: &Pair,
    field: impl Fn(&Pair) -> Option<T>,
    placeholder: Option<T>,
) -> Option<T> {
    match source {
        Source::Same => field(own),
        Source::Other(index) => field(index.get(&PAIRS)),
        Source::Blank => None,
        Source::Placeholder => placeholder,
    }
}

fn owner(index: &Index, sources: &[Source; 4]) -> Record {
    let pair = index.get(&PAIRS);
    let none = Some("N/A".to_owned());
    let owner = AccountOwner {
        name: pick(&sources[0], pair, |pair| pair.owner.name.clone(), none.clone()),
        email: pick(&sources[1], pair, |pair| pair.owner.email.clone(), none.clone()),
        phone: pick(&sources[2], pair, |pair| pair.owner.phone.clone(), none.clone()),
        raw_address: pick(&sources[3], pair, |pair| pair.owner.raw_address.clone(), none),
        ..AccountOwner::default()
    };
    Record::of_owner(&owner, &MatchOptions::default())
}

fn given(index: &Index, sources: &[Source; 4]) -> Record {
    let pair = index.get(&PAIRS);
    let none = Some("N/A".to_owned());
    let given = OwnerInformation {
        name: pick(&sources[0], pair, |pair| pair.given.name.clone(), none.clone()),
        email: pick(&sources[1], pair, |pair| pair.given.email.clone(), none.clone()),
        phone: pick(&sources[2], pair, |pair| pair.given.phone.clone(), none),
        address: pick(&sources[3], pair, |pair| pair.given.address.clone(), None),
    };
    Record::of_given(&given, &MatchOptions::default())
}

fn sources() -> impl Strategy<Value = [Source; 4]> {
    [source(), source(), source(), source()]
}

/// Any minimum, and those at which a mean can stand exactly.
fn minimum() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..=100.0, 4 => (0_u32..=500).prop_map(|whole| f64::from(whole) / 5.0), 1 => -1.0..=101.0, 1 => Just(f64::NAN)]
}

/// The best by the rules of the owners of an account: the mean, then name, address, phone, email, then the earlier place.
fn best(found: &[Candidate]) -> Option<Candidate> {
    let rank = |candidate: &Candidate| {
        let results = candidate.results;
        let scores = [Field::Name, Field::Address, Field::Phone, Field::Email]
            .map(|field| results.field(field).and_then(|result| result.match_score()).map(|score| score.get()));
        (results.mean().map(|mean| (mean * 1000.0).round() as u64), scores)
    };
    found.iter().rev().max_by(|a, b| rank(a).cmp(&rank(b))).copied()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_search_answers_like_the_plain_loop(
        given_index in any::<Index>(),
        given_sources in sources(),
        // Some candidates belong to the given side, so that there are matches.
        owners in prop::collection::vec((any::<bool>(), any::<Index>(), sources()), 0..12),
        minimum in minimum(),
    ) {
        let given = given(&given_index, &given_sources);
        let owners: Vec<Record> = owners
            .iter()
            .map(|(own, index, sources)| owner(if *own { &given_index } else { index }, sources))
            .collect();
        let candidates: Candidates = owners.iter().cloned().collect();
        prop_assert_eq!(candidates.len(), owners.len());

        let plain: Vec<Candidate> = owners
            .iter()
            .enumerate()
            .map(|(place, owner)| Candidate { place, results: given.compare(owner) })
            .filter(|candidate| candidate.results.mean().is_some_and(|mean| mean >= minimum))
            .collect();
        let found: Vec<Candidate> = candidates.at_least(&given, minimum).collect();
        prop_assert_eq!(&found, &plain);
        prop_assert_eq!(candidates.best(&given, minimum), best(&plain));
        for (place, owner) in owners.iter().enumerate() {
            let expected = plain.iter().find(|candidate| candidate.place == place).map(|candidate| candidate.results);
            prop_assert_eq!(given.compare_at_least(owner, minimum), expected);
            prop_assert_eq!(candidates.compare(&given, place), Some(given.compare(owner)));
        }
        prop_assert_eq!(candidates.compare(&given, owners.len()), None);
    }
}

#[test]
fn the_pairs_of_the_bench_are_found_and_left_out() {
    let options = MatchOptions::default();
    let candidates: Candidates = PAIRS.iter().map(|pair| Record::of_owner(&pair.owner, &options)).collect();
    let (mut kept, mut left_out) = (0, 0);
    for pair in PAIRS.iter().step_by(20) {
        let given = Record::of_given(&pair.given, &options);
        let found: Vec<usize> = candidates.at_least(&given, 70.0).map(|candidate| candidate.place).collect();
        kept += found.len();
        left_out += candidates.len() - found.len();
        assert_eq!(candidates.best(&given, 70.0).is_some(), !found.is_empty());
    }
    assert!(kept >= 5 && left_out > 100 * kept, "the minimum tells them apart: {kept}, {left_out}");
}

#[test]
fn nothing_given_has_no_mean_and_meets_no_minimum() {
    let options = MatchOptions::default();
    let nothing = Record::of_given(&OwnerInformation::default(), &options);
    let owner = Record::of_owner(&PAIRS[0].owner, &options);
    let candidates: Candidates = [owner.clone()].into_iter().collect();
    assert_eq!(nothing.compare_at_least(&owner, 0.0), None);
    assert_eq!(candidates.best(&nothing, 0.0), None);
    assert_eq!(candidates.at_least(&nothing, 0.0).count(), 0);
}

#[test]
fn how_many_records_there_are() {
    let mut candidates = Candidates::with_capacity(2);
    assert_eq!((candidates.is_empty(), candidates.len()), (true, 0));
    let owner = AccountOwner { name: Some("Jenny Rosen".to_owned()), ..AccountOwner::default() };
    assert_eq!(candidates.push(Record::of_owner(&owner, &MatchOptions::default())), 0);
    assert_eq!((candidates.is_empty(), candidates.len()), (false, 1));
}
