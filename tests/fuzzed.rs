//! The small inputs that fuzzing keeps in `fuzz/corpus`, read again without a fuzzer (`ci/fuzz` makes them).

#![cfg(all(feature = "serde", feature = "policy-files"))]

use ownership_match::api::{Account, Customer, Event, OwnershipMatch};
use ownership_match::decision::Policy;
use ownership_match::{Address, Comparison, Country, Email, Field, Name, Phone};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// The inputs of a target.
fn inputs(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = std::fs::read_dir(folder).expect("the corpus is there");
    let inputs: Vec<_> = files.map(|file| std::fs::read(file.expect("an entry").path()).expect("an input")).collect();
    assert!(!inputs.is_empty(), "{target} has inputs");
    inputs
}

/// What the target of a field asserts.
fn hold<T: Serialize>(field: Field, parse: impl Fn(&str) -> Option<T>, compare: impl Fn(&T, &T) -> Comparison) {
    for bytes in inputs(field.key()) {
        let text = String::from_utf8_lossy(&bytes);
        let (a, b) = text.split_once('\t').unwrap_or((&text, ""));
        let (a, b) = (parse(a), parse(b));
        for value in [&a, &b].into_iter().flatten() {
            let itself = compare(value, value);
            let is_cut = itself.reasons.codes().any(|code| code == "address.cut");
            assert_eq!(itself.score.get() == 100, !is_cut, "{text:?}: a value equals itself");
            serde_json::to_string(value).expect("what was understood is JSON");
        }
        if let (Some(a), Some(b)) = (&a, &b) {
            let there = compare(a, b);
            assert_eq!(there, compare(b, a), "{text:?}: not symmetric");
            assert!(there.reasons.codes().next().is_some(), "{text:?}: a score has a reason");
        }
    }
}

#[test]
fn fields_hold_on_what_fuzzing_kept() {
    let us = Some(Country::US);
    hold(Field::Name, Name::parse, Name::compare);
    hold(Field::Email, Email::parse, Email::compare);
    hold(Field::Phone, |text| Phone::parse(text, us), Phone::compare);
    hold(Field::Address, |text| Address::parse(text, us), Address::compare);
}

#[test]
fn objects_hold_on_what_fuzzing_kept() {
    fn round<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
        let Ok(read) = serde_json::from_slice::<T>(bytes) else { return };
        let written = serde_json::to_vec(&read).expect("an object can be written");
        let again: T = serde_json::from_slice(&written).expect("what was written can be read");
        assert_eq!(written, serde_json::to_vec(&again).expect("it can be written again"));
    }
    for bytes in inputs("json") {
        round::<Account>(&bytes);
        round::<Customer>(&bytes);
        round::<Event>(&bytes);
        round::<OwnershipMatch>(&bytes);
        if let Ok(text) = std::str::from_utf8(&bytes) {
            for policy in [Policy::from_toml(text), Policy::from_json(text)].into_iter().flatten() {
                assert_eq!(policy.validate(), Ok(()));
            }
        }
    }
}
