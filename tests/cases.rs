//! The case files: hard pairs of each field with the interval that their score should fall in, in both directions.
//!
//! `tests/cases/<field>.tsv`: given, owner, least and greatest score, category. `missing` in place of both scores: a side
//! holds no data. `\u{435}` and `\n` stand for characters that cannot be seen in print. An address is a line, or six parts
//! parted by `|`: line1, line2, city, state, postal code, country.

mod common;

use ownership_match::Field;

fn hold(field: Field, table: &str) {
    let mut misses = Vec::new();
    let mut seen = 0;
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [given, owner, min, max, category] = cells[..] else { panic!("five cells: {line}") };
        // Without the crate for internationalised domains they are compared as written.
        if !cfg!(feature = "idn") && category.contains("IDN") {
            continue;
        }
        seen += 1;
        let bound = |text: &str| text.parse::<u8>().unwrap_or_else(|_| panic!("a score: {line}"));
        let (fits, gave) = match common::compare_cells(field, given, owner) {
            Some((comparison, reverse)) => {
                assert_eq!(comparison, reverse, "not symmetric: {line}");
                let fits = min != "missing" && (bound(min)..=bound(max)).contains(&comparison.score.get());
                (fits, format!("{comparison:?}"))
            }
            None => (min == "missing", "no score".to_owned()),
        };
        if !fits {
            misses.push(format!("{line} gave {gave}"));
        }
    }
    println!("{} cases: {} of {seen} in their interval", field.key(), seen - misses.len());
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}

#[test]
fn names_are_in_their_interval() {
    hold(Field::Name, include_str!("cases/name.tsv"));
}

#[test]
fn emails_are_in_their_interval() {
    hold(Field::Email, include_str!("cases/email.tsv"));
}

#[test]
fn phones_are_in_their_interval() {
    hold(Field::Phone, include_str!("cases/phone.tsv"));
}

#[test]
fn addresses_are_in_their_interval() {
    hold(Field::Address, include_str!("cases/address.tsv"));
}

/// What an address is aligned to is the reading that is scored: it denies nothing that the reasons say.
#[test]
fn addresses_are_aligned_as_they_are_scored() {
    use ownership_match::{Evidence, Part};
    let mut denied = Vec::new();
    for line in include_str!("cases/address.tsv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (Some(a), Some(b)) =
            (common::of_cell(&common::unescape(cells[0])), common::of_cell(&common::unescape(cells[1])))
        else {
            continue;
        };
        let (comparison, alignment) = (a.compare(&b), a.align(&b));
        let sides = |part: Part| {
            let found = alignment.parts().iter().find(|shown| shown.part() == part);
            found.map_or((None, None), |shown| (shown.given(), shown.owner()))
        };
        for (evidence, part, same) in [
            (Evidence::AddressPostalCodeMatch, Part::PostalCode, true),
            (Evidence::AddressPostalCodeMissing, Part::PostalCode, false),
            (Evidence::AddressPoBox, Part::PoBox, true),
            (Evidence::AddressUnitMatch, Part::Unit, true),
            (Evidence::AddressUnitMissing, Part::Unit, false),
            (Evidence::AddressCityMissing, Part::City, false),
            (Evidence::AddressHouseNumberMissing, Part::HouseNumber, false),
        ] {
            let (given, owner) = sides(part);
            let holds = if same { given.is_some() && owner.is_some() } else { given.is_none() || owner.is_none() };
            let exact = evidence == Evidence::AddressPostalCodeMatch && given != owner;
            if comparison.reasons.contains(evidence) && (!holds || exact) {
                denied.push(format!("{} denied by {given:?}, {owner:?}: {line}", evidence.code()));
            }
        }
    }
    assert!(denied.is_empty(), "{}", denied.join("\n"));
}
