//! The same answer for any number of threads, in any order, for prepared and for fresh values.

use ownership_match::{
    AccountOwner, Address, Aliases, Country, Email, Evidence, Field, MatchOptions, Name, OwnerInformation, Phone,
    Record, match_owners,
};
use proptest::prelude::*;
use std::thread;

struct Pair {
    given: OwnerInformation,
    owner: AccountOwner,
}

/// Pairs of the hard cases, one of each field beside the other: enough to meet every table.
fn pairs() -> Vec<Pair> {
    let cells = |table: &str| -> Vec<(String, String)> {
        let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
        rows.filter_map(|line| {
            let mut cells = line.split('\t').map(str::to_owned);
            Some((cells.next()?, cells.next()?))
        })
        .collect()
    };
    let [names, emails, phones, addresses] = [
        include_str!("cases/name.tsv"),
        include_str!("cases/email.tsv"),
        include_str!("cases/phone.tsv"),
        include_str!("cases/us_bank_lines.tsv"),
    ]
    .map(cells);
    (0..names.len())
        .map(|at| {
            let (name, email) = (names[at].clone(), emails[at % emails.len()].clone());
            let (phone, address) = (phones[at % phones.len()].clone(), addresses[at % addresses.len()].clone());
            Pair {
                given: OwnerInformation {
                    name: Some(name.0),
                    email: Some(email.0),
                    phone: Some(phone.0),
                    ..OwnerInformation::default()
                },
                owner: AccountOwner {
                    name: Some(name.1),
                    email: Some(email.1),
                    phone: Some(phone.1),
                    raw_address: Some(address.0),
                    ..AccountOwner::default()
                },
            }
        })
        .collect()
}

/// Scores and reasons of every field.
type Told = Vec<Option<(u8, Vec<Evidence>)>>;

fn told(pair: &Pair) -> Told {
    let answer = match_owners(&pair.given, std::slice::from_ref(&pair.owner), &MatchOptions::default());
    Field::ALL
        .into_iter()
        .map(|field| {
            let comparison = answer.results.field(field)?.comparison()?;
            Some((comparison.score.get(), comparison.reasons.iter().collect()))
        })
        .collect()
}

#[test]
fn threads_and_order_change_nothing() {
    let pairs = pairs();
    // The threads come first: whatever is loaded on first need is loaded by several of them at once.
    let by_threads: Vec<Vec<(usize, Told)>> = thread::scope(|scope| {
        let work = |start: usize| {
            let pairs = &pairs;
            scope.spawn(move || {
                // Each goes through all pairs, from another place and in another order.
                let step = [1, 7, 11, 13][start % 4];
                let order = (0..pairs.len()).map(|at| (start * 100 + at * step) % pairs.len());
                order.map(|at| (at, told(&pairs[at]))).collect::<Vec<_>>()
            })
        };
        let threads: Vec<_> = (0..6).map(work).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    let alone: Vec<Told> = pairs.iter().map(told).collect();
    assert!(alone.iter().flatten().flatten().count() > pairs.len());
    for (at, told) in by_threads.into_iter().flatten() {
        assert_eq!(told, alone[at], "pair {at}");
    }
}

#[test]
fn a_prepared_record_answers_as_a_fresh_one() {
    let options = MatchOptions::default();
    let pairs: Vec<Pair> = pairs().into_iter().step_by(5).collect();
    let records: Vec<(Record, Record)> = pairs
        .iter()
        .map(|pair| (Record::of_given(&pair.given, &options), Record::of_owner(&pair.owner, &options)))
        .collect();
    for (pair, (given, owner)) in pairs.iter().zip(&records) {
        let fresh = match_owners(&pair.given, std::slice::from_ref(&pair.owner), &options).results;
        // Compared with others in between, and as a copy.
        for (_, other) in records.iter().take(5) {
            let _ = given.compare(other);
        }
        for results in [given.compare(owner), given.clone().compare(&owner.clone())] {
            for field in Field::ALL {
                assert_eq!(results.field(field), fresh.field(field));
            }
        }
    }
}

/// What both sides write alike is read once.
#[test]
fn the_same_texts_on_both_sides_answer_as_those_that_are_read_apart() {
    let mut aliases = Aliases::new();
    aliases.add_nickname("Bimbo", "Abimbola").expect("two names");
    for options in [MatchOptions::default(), MatchOptions::default().with_aliases(aliases)] {
        for pair in pairs() {
            for (name, email) in [(true, true), (true, false), (false, true)] {
                let mut owner = pair.owner.clone();
                if name {
                    owner.name.clone_from(&pair.given.name);
                }
                if email {
                    owner.email.clone_from(&pair.given.email);
                }
                let apart = Record::of_given(&pair.given, &options).compare(&Record::of_owner(&owner, &options));
                assert_eq!(match_owners(&pair.given, &[owner], &options).results, apart);
            }
        }
    }
}

fn owner() -> impl Strategy<Value = AccountOwner> {
    let name =
        prop::sample::select(vec!["Jenny Rosen", "JENNIFER ROSEN", "Mark Rosen", "Olivia Chen", "Acme LLC", "N/A"]);
    let email =
        prop::option::of(prop::sample::select(vec!["jenny@rosen.example", "jrosen@gmail.com", "mark@rosen.example"]));
    let phone = prop::option::of(prop::sample::select(vec!["(503) 555-0187", "503-555-0178", "212-555-0199"]));
    (name, email, phone).prop_map(|(name, email, phone)| AccountOwner {
        name: Some(name.to_owned()),
        email: email.map(str::to_owned),
        phone: phone.map(str::to_owned),
        ..AccountOwner::default()
    })
}

proptest! {
    /// Whoever stands first, the one who fits best answers; only owners who fit alike are told apart by their place.
    #[test]
    fn the_order_of_owners_changes_no_score(owners in prop::collection::vec(owner(), 1..6), turn in 0_usize..6) {
        let given = OwnerInformation {
            name: Some("Jenny Rosen".to_owned()),
            email: Some("jenny@rosen.example".to_owned()),
            phone: Some("5035550187".to_owned()),
            ..OwnerInformation::default()
        };
        let options = MatchOptions::default();
        let mut turned = owners.clone();
        turned.rotate_left(turn % owners.len());
        turned.reverse();
        let (here, there) = (match_owners(&given, &owners, &options), match_owners(&given, &turned, &options));
        prop_assert_eq!(here.results.mean(), there.results.mean());
        let mut means: Vec<_> = owners
            .iter()
            .map(|owner| match_owners(&given, std::slice::from_ref(owner), &options).results.mean())
            .collect();
        means.sort_by(|a, b| a.partial_cmp(b).expect("a number"));
        prop_assert_eq!(here.results.mean(), *means.last().expect("an owner"));
        let best = means.iter().filter(|mean| **mean == here.results.mean()).count();
        if best == 1 {
            for field in Field::ALL {
                prop_assert_eq!(here.results.field(field), there.results.field(field));
            }
        }
    }
}

/// What needs no feature has one answer, whatever features are on: the pairs are plain, American and in ASCII.
#[test]
fn features_change_no_plain_answer() {
    let us = Some(Country::US);
    let name = |a: &str, b: &str| Name::parse(a).expect("a name").compare(&Name::parse(b).expect("a name")).score.get();
    let email = |a: &str, b: &str| Email::parse(a).expect("one").compare(&Email::parse(b).expect("one")).score.get();
    let phone =
        |a: &str, b: &str| Phone::parse(a, us).expect("one").compare(&Phone::parse(b, us).expect("one")).score.get();
    let address = |a: &str, b: &str| {
        Address::parse(a, us).expect("one").compare(&Address::parse(b, us).expect("one")).score.get()
    };
    let home = "1068 Broad Parkway, Apt 238, Salt Lake City, UT 84123";
    assert_eq!(
        [
            name("Jenny Rosen", "ROSEN, JENNY"),
            name("Jenny Rosen", "JENNIFER ROSEN"),
            name("Jenny Rosen", "MARK ROSEN"),
            name("John M Doe", "JOHN H DOE"),
            name("Acme LLC", "ACME INC"),
        ],
        [100, 85, 51, 64, 88]
    );
    assert_eq!(
        [
            email("jennyrosen@example.com", "JennyRosen@Example.com"),
            email("jennyrosen@example.com", "jennyrosen@test.com"),
            email("jenny.rosen@gmail.com", "jennyrosen@googlemail.com"),
            email("marksmith@example.com", "jennyrosen@test.com"),
        ],
        [100, 65, 100, 5]
    );
    assert_eq!(
        [
            phone("(212) 555-5555", "+1 212 555 5555"),
            phone("212-555-5555", "212-555-5559"),
            phone("212-555-5555", "347-555-5555"),
            phone("212-555-5555", "347-999-9999"),
        ],
        [100, 85, 60, 5]
    );
    assert_eq!(
        [
            address(home, "1068 BROAD PKWY APT 238, SALT LAKE CITY, UTAH 84123-1234"),
            address(home, "1068 Broad Parkway, Salt Lake City, UT 84123"),
            address(home, "1070 Broad Parkway, Apt 238, Salt Lake City, UT 84123"),
        ],
        [100, 93, 67]
    );
}
