//! The case file of phones: every pair in its interval, in both directions.

use ownership_match::{Country, Phone};

#[test]
fn every_case_is_in_its_interval() {
    let us = Some(Country::US);
    let mut misses = Vec::new();
    let mut seen = 0;
    let rows = include_str!("cases/phone.tsv").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for line in rows.skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [given, owner, min, max, _] = cells[..] else { panic!("five cells: {line}") };
        let outcome = Phone::parse(given, us).zip(Phone::parse(owner, us)).map(|(given, owner)| {
            let comparison = given.compare(&owner);
            assert_eq!(comparison, owner.compare(&given), "not symmetric: {line}");
            comparison
        });
        seen += 1;
        let fits = match outcome {
            Some(comparison) => {
                let bound = |text: &str| text.parse::<u8>().unwrap_or(u8::MAX);
                (bound(min)..=bound(max)).contains(&comparison.score.get())
            }
            None => min == "missing",
        };
        if !fits {
            misses.push(format!("{line} gave {outcome:?}"));
        }
    }
    println!("phone cases: {} of {seen} in their interval", seen - misses.len());
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}
