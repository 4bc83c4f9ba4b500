//! Where the city begins in US lines without commas: `tests/cases/us_bank_lines.tsv`, which `data/scripts/us_bank_lines.py` made.

use ownership_match::{Address, AddressParts, PostalAddress};

/// The lines, and the address that each was made from. Without street types a line is the last word of its street shorter.
fn lines(typed: bool) -> Vec<(String, Address)> {
    include_str!("cases/us_bank_lines.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            let [number, street, unit, city, state, code, line] = cells[..] else { panic!("seven cells: {row}") };
            let part = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let given = Address::from_parts(&PostalAddress {
                line1: Some(format!("{number} {street}")),
                line2: part(unit),
                city: part(city),
                state: part(state),
                postal_code: part(code),
                country: Some("US".to_owned()),
            });
            let shorter = street.rsplit_once(' ').filter(|(name, _)| !typed && name.len() > 2);
            let line = match shorter {
                Some((name, _)) => [number, name, unit, city, state, code].join(" "),
                None => line.to_owned(),
            };
            (line, given.expect("an address"))
        })
        .collect()
}

/// The share of lines whose city is read as it was meant; prints those that are not.
fn rate(kind: &str, typed: bool, read: impl Fn(&Address, &Address) -> AddressParts) -> f64 {
    let lines = lines(typed);
    let mut right = 0;
    for (line, given) in &lines {
        let address = Address::parse(line, None).expect("an address");
        let (found, meant) = (read(&address, given).city, given.parts().city);
        if found == meant {
            right += 1;
        } else {
            println!("{kind}: {line}: {found:?}");
        }
    }
    let rate = f64::from(right) / lines.len() as f64;
    println!("{kind}: {right} of {} cities, {rate:.4}", lines.len());
    rate
}

#[test]
fn the_city_is_found_blind() {
    let rate = rate("blind", true, |line, _| line.parts());
    let least = if cfg!(feature = "us-cities") { 0.95 } else { 0.80 };
    assert!(rate >= least, "{rate:.4} of the cities, at least {least}");
}

#[test]
fn the_city_is_found_beside_the_claim() {
    let rate = rate("guided", true, |line, given| line.parts_beside(given));
    assert!(rate >= 0.99, "{rate:.4} of the cities");
}

/// `12 CHERRY LAKE FOREST IL`: what is left to go by is the table of places, or the claim.
#[test]
fn the_city_is_found_behind_streets_without_their_type() {
    let blind = rate("blind, no street type", false, |line, _| line.parts());
    let guided = rate("guided, no street type", false, |line, given| line.parts_beside(given));
    let least = if cfg!(feature = "us-cities") { 0.90 } else { 0.50 };
    assert!(blind >= least, "{blind:.4} of the cities, at least {least}");
    assert!(guided >= 0.97, "{guided:.4} of the cities");
}
