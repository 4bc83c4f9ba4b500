//! Every evidence code of addresses is told by a case of `tests/cases/address.tsv`: a code that nothing gives is dead.

mod common;

use ownership_match::{Address, Evidence, Field};
use std::collections::BTreeSet;

fn address(text: &str) -> Option<Address> {
    common::of_cell(&text.replace("\\n", "\n"))
}

#[test]
fn every_code_is_told_by_a_case() {
    let mut told = BTreeSet::new();
    for line in include_str!("cases/address.tsv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split('\t');
        let sides = cells.next().and_then(address).zip(cells.next().and_then(address));
        if let Some((given, owner)) = sides {
            told.extend(given.compare(&owner).reasons.iter().map(|evidence| evidence.code()));
        }
    }
    let silent: Vec<&str> = Evidence::all(Field::Address)
        .iter()
        .map(|evidence| evidence.code())
        .filter(|code| !told.contains(code))
        .collect();
    assert!(silent.is_empty(), "no case gives {silent:?}");
}
