//! Fixed workloads whose instructions `ci/instructions` counts under Callgrind.
//!
//! `instructions NAME` runs one of them, `instructions --list` names them. Only what runs inside `measured` is counted, so
//! that reading the input costs nothing.

mod common;
#[path = "common/texts.rs"]
mod texts;

use common::Pair;
use ownership_match::{
    Address, Candidates, Comparison, Country, Email, MatchOptions, Name, Phone, Record, match_owners,
};
use std::hint::black_box;
use texts::{FIELD, UNITS, fill};

/// The function that Callgrind looks for.
#[inline(never)]
fn measured(work: &mut dyn FnMut()) {
    work();
}

/// How many pairs are walked.
const WALKED: usize = 200;

/// Records on each side where each meets each.
const MANY: usize = 50;

/// What is done with the pairs.
type Workload = fn(&[Pair]);

/// The names of the workloads, and what they do with the pairs.
const WORKLOADS: [(&str, Workload); 16] = [
    ("prepare_200_owners", prepare),
    ("prepared_50_by_50", one_to_many),
    ("candidates_50_by_50_at_least_70", candidates),
    ("cold_200_pairs", cold),
    ("name_200_pairs", name),
    ("email_200_pairs", email),
    ("phone_200_pairs", phone),
    ("address_200_pairs", address),
    // `ci/instructions` holds the longer ones to a multiple of the shorter.
    ("hostile_name_16k", |_| hostile(SHORTER, Name::parse, Name::compare)),
    ("hostile_name_64k", |_| hostile(FIELD, Name::parse, Name::compare)),
    ("hostile_email_16k", |_| hostile(SHORTER, Email::parse, Email::compare)),
    ("hostile_email_64k", |_| hostile(FIELD, Email::parse, Email::compare)),
    ("hostile_phone_16k", |_| hostile(SHORTER, us_phone, Phone::compare)),
    ("hostile_phone_64k", |_| hostile(FIELD, us_phone, Phone::compare)),
    ("hostile_address_16k", |_| hostile(SHORTER, us_address, Address::compare)),
    ("hostile_address_64k", |_| hostile(FIELD, us_address, Address::compare)),
];

/// A quarter of a hostile field.
const SHORTER: usize = FIELD / 4;

fn us_phone(text: &str) -> Option<Phone> {
    Phone::parse(text, Some(Country::US))
}

fn us_address(text: &str) -> Option<Address> {
    Address::parse(text, Some(Country::US))
}

/// Reads a field of each hostile text, and compares it with itself.
fn hostile<T>(length: usize, parse: impl Fn(&str) -> Option<T>, compare: impl Fn(&T, &T) -> Comparison) {
    let texts: Vec<String> = UNITS.iter().map(|(_, unit)| fill(unit, length)).collect();
    // What is loaded on first need is no work of the texts.
    texts.iter().for_each(|text| drop(parse(text)));
    measured(&mut || {
        for value in texts.iter().filter_map(|text| parse(black_box(text))) {
            let _ = black_box(compare(&value, &value));
        }
    });
}

fn records(pairs: &[Pair]) -> Vec<(Record, Record)> {
    let options = MatchOptions::default();
    let read = |pair: &Pair| (Record::of_given(&pair.given, &options), Record::of_owner(&pair.owner, &options));
    pairs.iter().map(read).collect()
}

fn prepare(pairs: &[Pair]) {
    let options = MatchOptions::default();
    measured(&mut || pairs.iter().for_each(|pair| drop(black_box(Record::of_owner(black_box(&pair.owner), &options)))));
}

fn one_to_many(pairs: &[Pair]) {
    let records = records(&pairs[..MANY]);
    measured(&mut || {
        for (given, _) in &records {
            for (_, owner) in &records {
                let _ = black_box(black_box(given).compare(black_box(owner)));
            }
        }
    });
}

fn candidates(pairs: &[Pair]) {
    let records = records(&pairs[..MANY]);
    let candidates: Candidates = records.iter().map(|(_, owner)| owner.clone()).collect();
    measured(&mut || {
        for (given, _) in &records {
            black_box(candidates.at_least(black_box(given), 70.0).count());
        }
    });
}

fn cold(pairs: &[Pair]) {
    let options = MatchOptions::default();
    measured(&mut || {
        for pair in pairs {
            let owners = std::slice::from_ref(black_box(&pair.owner));
            let _ = black_box(match_owners(black_box(&pair.given), owners, &options));
        }
    });
}

/// Reads both sides of a field and compares them.
fn field<T>(
    pairs: &[Pair],
    given: impl Fn(&Pair) -> Option<T>,
    owner: impl Fn(&Pair) -> Option<T>,
    compare: impl Fn(&T, &T) -> u8,
) {
    measured(&mut || {
        for pair in pairs {
            if let Some((given, owner)) = given(black_box(pair)).zip(owner(black_box(pair))) {
                black_box(compare(&given, &owner));
            }
        }
    });
}

fn name(pairs: &[Pair]) {
    let given = |pair: &Pair| Name::parse(pair.given.name.as_deref()?);
    field(pairs, given, |pair| Name::parse(pair.owner.name.as_deref()?), |a, b| a.compare(b).score.get());
}

fn email(pairs: &[Pair]) {
    let given = |pair: &Pair| Email::parse(pair.given.email.as_deref()?);
    field(pairs, given, |pair| Email::parse(pair.owner.email.as_deref()?), |a, b| a.compare(b).score.get());
}

fn phone(pairs: &[Pair]) {
    let us = Some(Country::US);
    let given = |pair: &Pair| Phone::parse(pair.given.phone.as_deref()?, us);
    field(pairs, given, |pair| Phone::parse(pair.owner.phone.as_deref()?, us), |a, b| a.compare(b).score.get());
}

fn address(pairs: &[Pair]) {
    let us = Some(Country::US);
    let given = |pair: &Pair| Address::from_parts(pair.given.address.as_ref()?);
    field(pairs, given, |pair| Address::parse(pair.owner.raw_address.as_deref()?, us), |a, b| a.compare(b).score.get());
}

fn main() {
    // `cargo bench` runs every bench with `--bench`: there is nothing to be timed here.
    let wanted = std::env::args().skip(1).find(|argument| argument != "--bench").unwrap_or_default();
    match WORKLOADS.iter().find(|(name, _)| *name == wanted) {
        Some((_, work)) => work(&common::pairs()[..WALKED]),
        None if wanted == "--list" => WORKLOADS.iter().for_each(|(name, _)| println!("{name}")),
        None => println!("`ci/instructions` counts the instructions of these workloads"),
    }
}
