//! The hard cases of addresses: every row of `cases/address.tsv`, in both directions.

use ownership_match::{Address, PostalAddress};

fn address(text: &str) -> Option<Address> {
    let cells: Vec<&str> = text.split(" | ").flat_map(|cell| cell.split("| ")).collect();
    if cells.len() < 6 {
        return Address::parse(&text.replace("\\n", "\n"), None);
    }
    let part = |at: usize| Some(cells[at].trim().to_owned()).filter(|text| !text.is_empty());
    Address::from_parts(&PostalAddress {
        line1: part(0),
        line2: part(1),
        city: part(2),
        state: part(3),
        postal_code: part(4),
        country: part(5),
    })
}

#[test]
fn hard_cases_are_in_their_interval() {
    let mut misses = Vec::new();
    let mut rows = 0;
    let lines = include_str!("cases/address.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let [given, owner, min, max, category] = cells[..] else { panic!("five cells: {line}") };
        rows += 1;
        let (a, b) = (address(given), address(owner));
        let (Some(a), Some(b)) = (a, b) else {
            if min != "null" {
                misses.push(format!("{category}: {given} / {owner} gave no score"));
            }
            continue;
        };
        let comparison = a.compare(&b);
        assert_eq!(comparison, b.compare(&a), "{category}: not symmetric");
        let score = comparison.score.get();
        let inside = min.parse::<u8>().is_ok_and(|min| min <= score) && max.parse::<u8>().is_ok_and(|max| score <= max);
        if !inside {
            let codes: Vec<_> = comparison.reasons.codes().collect();
            misses.push(format!("[{min}..{max}] {category}: {given} / {owner} gave {score} {}", codes.join(" ")));
        }
    }
    println!("cases: {} of {rows} in their interval", rows - misses.len());
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}
