//! Properties of addresses over generated ones.

use ownership_match::{Address, PostalAddress};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Generated {
    number: u32,
    direction: &'static str,
    street: String,
    suffix: (&'static str, &'static str),
    unit: Option<(&'static str, String)>,
    city: &'static str,
    state: (&'static str, &'static str),
    zip: &'static str,
}

fn generated() -> impl Strategy<Value = Generated> {
    let streets = prop::sample::select(vec![
        "Juniper Hollow",
        "Wexford",
        "Main",
        "Oyster Point",
        "Saint Charles",
        "Mount Hope",
        "5th",
        "Martin Luther King Jr",
        "Cactus Bloom",
        "Old Mill Creek",
        "Elm",
        "Washington",
        "Forest Park",
        "42nd",
        "La Cienega",
        "O'Farrell",
    ]);
    let suffixes = prop::sample::select(vec![
        ("St", "STREET"),
        ("Ave", "AVENUE"),
        ("Blvd", "BOULEVARD"),
        ("Rd", "ROAD"),
        ("Dr", "DRIVE"),
        ("Ln", "LANE"),
        ("Pkwy", "PARKWAY"),
        ("Ter", "TERRACE"),
        ("Way", "WAY"),
    ]);
    let units = prop::option::of((
        prop::sample::select(vec!["Apt", "Ste", "Unit", "Fl"]),
        prop_oneof![(1u32..3000).prop_map(|number| number.to_string()), "[1-9][A-D]"],
    ));
    let places = prop::sample::select(vec![
        ("Asheville", ("NC", "NORTH CAROLINA"), "28803"),
        ("South San Francisco", ("CA", "CALIFORNIA"), "94080"),
        ("New York", ("NY", "NEW YORK"), "10118"),
        ("West Palm Beach", ("FL", "FLORIDA"), "33405"),
        ("Salt Lake City", ("UT", "UTAH"), "84111"),
        ("St. Louis", ("MO", "MISSOURI"), "63101"),
        ("Fort Wayne", ("IN", "INDIANA"), "46805"),
        ("Portland", ("OR", "OREGON"), "97205"),
        ("Dover", ("DE", "DELAWARE"), "19901"),
        ("Grand Rapids", ("MI", "MICHIGAN"), "49503"),
        ("Washington", ("DC", "DC"), "20001"),
        ("Long Beach", ("CA", "CALIFORNIA"), "90802"),
    ]);
    (1u32..99_999, prop::sample::select(vec!["", "N", "SW"]), streets, suffixes, units, places).prop_map(
        |(number, direction, street, suffix, unit, (city, state, zip))| Generated {
            number,
            direction,
            street: street.to_owned(),
            suffix,
            unit,
            city,
            state,
            zip,
        },
    )
}

impl Generated {
    fn line1(&self) -> String {
        let words = [self.number.to_string(), self.direction.to_owned(), self.street.clone(), self.suffix.0.to_owned()];
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn parts(&self) -> PostalAddress {
        PostalAddress {
            line1: Some(self.line1()),
            line2: self.unit.as_ref().map(|(designator, identifier)| format!("{designator} {identifier}")),
            city: Some(self.city.to_owned()),
            state: Some(self.state.0.to_owned()),
            postal_code: Some(self.zip.to_owned()),
            country: Some("US".to_owned()),
        }
    }

    /// The formats in which a bank may write the address on one line.
    fn lines(&self) -> Vec<String> {
        let unit = self.unit.as_ref().map(|(designator, identifier)| format!("{designator} {identifier}"));
        let line1 = self.line1();
        let mut street = vec![line1.as_str()];
        street.extend(unit.as_deref());
        let (city, state, zip) = (self.city, self.state.0, self.zip);
        let all = |with: &str| street.join(with);
        let mut lines = vec![
            format!("{}, {city}, {state} {zip}, US", all(", ")),
            format!("{}, {city}, {state} {zip}", all(", ")),
            format!("{}\n{city}, {state} {zip}", all("\n")),
            format!("{} {city} {state} {zip} USA", all(" ")),
            format!("{}, {city}, {} {zip}", all(" "), self.state.1),
            format!("{}, {city}, {state}, {zip}, United States", all(" ")),
            format!("{} {city} {state} {zip}-1234", all(" ")),
        ];
        lines.extend(lines.clone().iter().map(|line| line.to_uppercase()).collect::<Vec<_>>());
        lines.extend(lines.clone().iter().map(|line| line.replace([',', '\n'], " ")).collect::<Vec<_>>());
        lines
    }
}

fn score(a: &Address, b: &Address) -> u8 {
    let (there, back) = (a.compare(b), b.compare(a));
    assert_eq!(there, back, "symmetric");
    there.score.get()
}

proptest! {
    #[test]
    fn a_flattened_address_is_the_same(given in generated()) {
        let structured = Address::from_parts(&given.parts()).expect("an address");
        prop_assert_eq!(score(&structured, &structured), 100);
        for line in given.lines() {
            let read = Address::parse(&line, None).expect("an address");
            prop_assert_eq!(score(&structured, &read), 100, "{}", line);
            prop_assert_eq!(read.country(), Some(ownership_match::Country::US));
        }
    }

    #[test]
    fn spelling_out_the_suffix_changes_nothing(given in generated()) {
        let structured = Address::from_parts(&given.parts()).expect("an address");
        let mut spelled = given.clone();
        spelled.suffix.0 = given.suffix.1;
        let spelled = Address::from_parts(&spelled.parts()).expect("an address");
        prop_assert_eq!(score(&structured, &spelled), 100);
    }

    #[test]
    fn structured_addresses_are_symmetric(a in generated(), b in generated()) {
        let (a, b) = (Address::from_parts(&a.parts()).expect("one"), Address::from_parts(&b.parts()).expect("one"));
        let found = score(&a, &b);
        prop_assert!(found <= 100);
    }

    #[test]
    fn lines_are_symmetric(a in generated(), b in generated()) {
        let (a, b) = (a.lines().remove(3), b.lines().remove(3));
        let (a, b) = (Address::parse(&a, None).expect("one"), Address::parse(&b, None).expect("one"));
        score(&a, &b);
    }

    /// From an equal pair, each further damaged part never raises, and another value costs at least what none does.
    #[test]
    fn damage_never_raises(given in generated(), order in Just([0usize, 1, 2, 3, 4]).prop_shuffle()) {
        let whole = given.parts();
        let address = Address::from_parts(&whole).expect("an address");
        let (mut missing, mut other) = (whole.clone(), whole.clone());
        let mut last = 100;
        for part in order {
            let damage = |parts: &mut PostalAddress, value: Option<&str>| {
                let value = value.map(str::to_owned);
                match part {
                    0 => parts.line2 = value,
                    1 => parts.postal_code = value,
                    2 => parts.state = value,
                    3 => parts.city = value,
                    _ => parts.line1 = value,
                }
            };
            let mut one_missing = other.clone();
            damage(&mut one_missing, None);
            damage(&mut missing, None);
            damage(&mut other, Some(["Apt 7701", "33999", "ME", "Kalamazoo", "8123 Bluebonnet Ct"][part]));
            let conflicting = score(&address, &Address::from_parts(&other).expect("an address"));
            prop_assert!(conflicting <= last, "part {part}: {last} rose to {conflicting}");
            if let Some(without) = Address::from_parts(&one_missing).filter(|_| part < 3) {
                let without = score(&address, &without);
                prop_assert!(conflicting <= without, "part {part}: {conflicting} with another value, {without} without");
            }
            last = conflicting;
        }
    }

    #[test]
    fn any_text_gives_a_symmetric_answer(a in "\\PC{0,80}", b in "\\PC{0,80}") {
        if let (Some(a), Some(b)) = (Address::parse(&a, None), Address::parse(&b, None)) {
            score(&a, &b);
            prop_assert_eq!(score(&a, &a.clone()), 100);
            let _ = a.parts();
        }
    }

    #[test]
    fn words_of_addresses_in_any_order_give_a_symmetric_answer(
        words in prop::collection::vec(prop::sample::select(vec![
            "12", "5th", "3B", "#", "apt", "st", "ste", "n", "main", "blvd", "po", "box", "rr", "co", "/", "-", ",", "ca", "94080", "1/2",
            "unit", "fl", "floor", "2nd", "SW10", "4QP", "hwy", "us", "1015", "CJ", "calle", "rue", "berlin", "new", "york", "0", "no",
            "v", "le", "c", "o", "5", "de", "mayo", "bis", "cedex", "75008", "milano", "mi", "d", "10115", "general", "delivery", "unit", "psc",
            "apo", "ae", "saint", "forty", "second", "ordinal", "texas", "tx", "germany", "1-2-3-4", "10/12", "N6W23001", "39.2", "av", "ma",
        ]), 0..24),
        at in 0usize..24,
    ) {
        let cut = at.min(words.len());
        let (a, b) = (words[..cut].join(" "), words[cut..].join(" "));
        if let (Some(a), Some(b)) = (Address::parse(&a, None), Address::parse(&b, None)) {
            score(&a, &b);
            prop_assert_eq!(score(&a, &a.clone()), 100);
            let _ = a.parts();
        }
    }
}

#[test]
fn hostile_lines_take_bounded_time() {
    let started = std::time::Instant::now();
    let unit = "12 st apt 3 blvd n main, ";
    for line in [
        unit.repeat(40_000),
        "\u{0301}".repeat(500_000),
        "a".repeat(1_000_000),
        "1-".repeat(500_000),
        "# ".repeat(500_000),
    ] {
        if let Some(address) = Address::parse(&line, None) {
            let _ = address.compare(&address);
            let short = Address::parse("12 st apt 3 blvd", None).expect("an address");
            assert!(address.compare(&short).score.get() < 100);
        }
    }
    assert!(started.elapsed() < std::time::Duration::from_secs(20));
}

/// More than is read: the value is still the same as itself and no other, and its ends are read.
#[test]
fn a_very_long_address_is_itself() {
    let noise = "deliver to the back door past the second gate and ring twice ";
    for times in [9, 40, 400] {
        let line = |inside: &str, zip: &str| {
            let half = noise.repeat(times);
            format!("12 Main St Apt 4 {half}{inside} {half} Reno NV {zip}")
        };
        let parse = |line: &str| Address::parse(line, None).expect("an address");
        let whole = parse(&line("blue", "89501"));
        assert_eq!(score(&whole, &parse(&line("blue", "89501"))), 100);
        assert_eq!(score(&whole, &parse(&line("BLUE", "89501").replace("door past", "door  past"))), 100);
        assert!(score(&whole, &parse(&line("green", "89501"))) < 100, "what is not read differs");
        let comparison = whole.compare(&parse(&line("blue", "10001")));
        assert!(comparison.score.get() < 100);
        assert_eq!(whole.parts().postal_code.as_deref(), Some("89501"));
        assert_eq!(whole.parts().house_number.as_deref(), Some("12"));
        let structured = |words: &str| {
            let line1 = format!("12 Main St {}{words}", noise.repeat(times));
            let text = |text: &str| Some(text.to_owned());
            let (city, state, postal_code) = (text("Reno"), text("NV"), text("89501"));
            let parts = PostalAddress { line1: Some(line1), city, state, postal_code, ..PostalAddress::default() };
            Address::from_parts(&parts).expect("an address")
        };
        assert_eq!(score(&structured("blue"), &structured("blue")), 100);
        assert!(score(&structured("blue"), &structured("green")) < 100);
        assert_eq!(structured("blue").parts().city.as_deref(), Some("reno"));
    }
}
