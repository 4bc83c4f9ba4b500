//! The documented examples are law: every one, and every address example flattened to one line.

use ownership_match::documented::{EXAMPLES, Example, Expected, Value};
use ownership_match::{Address, Comparison, Country, Email, Field, Name, Phone, PostalAddress};

fn parts(parts: [Option<&str>; 6]) -> PostalAddress {
    let [line1, line2, city, state, postal_code, country] = parts.map(|part| part.map(str::to_owned));
    PostalAddress { line1, line2, city, state, postal_code, country }
}

fn address(value: Value) -> Option<Address> {
    match value {
        Value::Text(line) => Address::parse(line, Some(Country::US)),
        Value::Parts(six) => Address::from_parts(&parts(six)),
        Value::Missing => None,
    }
}

fn compare(example: &Example) -> Option<Comparison> {
    let text = |value: Value| match value {
        Value::Text(text) => Some(text),
        _ => None,
    };
    let us = Some(Country::US);
    Some(match example.field {
        Field::Name => Name::parse(text(example.given)?)?.compare(&Name::parse(text(example.owner)?)?),
        Field::Email => Email::parse(text(example.given)?)?.compare(&Email::parse(text(example.owner)?)?),
        Field::Phone => Phone::parse(text(example.given)?, us)?.compare(&Phone::parse(text(example.owner)?, us)?),
        Field::Address => address(example.given)?.compare(&address(example.owner)?),
    })
}

fn holds(expected: Expected, comparison: Option<Comparison>) -> bool {
    match (expected, comparison) {
        (Expected::Score { min, max }, Some(comparison)) => (min..=max).contains(&comparison.score.get()),
        (Expected::MissingData, None) => true,
        _ => false,
    }
}

fn hold(field: Field) {
    let mut seen = 0;
    for example in EXAMPLES.iter().filter(|example| example.field == field) {
        let comparison = compare(example);
        assert!(holds(example.expected, comparison), "{example:?} gave {comparison:?}");
        seen += 1;
    }
    assert!(seen >= 6, "the documentation shows at least six examples of each field");
}

#[test]
fn documented_names() {
    hold(Field::Name);
}

#[test]
fn documented_emails() {
    hold(Field::Email);
}

#[test]
fn documented_phones() {
    hold(Field::Phone);
}

#[test]
fn documented_addresses() {
    hold(Field::Address);
}

#[test]
fn documented_addresses_as_one_line() {
    for example in EXAMPLES.iter().filter(|example| example.field == Field::Address) {
        let line = match example.owner {
            Value::Text(line) => line.to_owned(),
            Value::Parts([line1, line2, city, state, postal_code, country]) => {
                let last = [state, postal_code].into_iter().flatten().collect::<Vec<_>>().join(" ");
                let lines = [line1, line2, city, Some(last.as_str()), country];
                lines.into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            Value::Missing => continue,
        };
        let given = address(example.given).expect("the given side is an address");
        for variant in [line.clone(), line.to_uppercase(), line.replace(',', ""), line.to_uppercase().replace(',', "")] {
            let owner = Address::parse(&variant, Some(Country::US)).expect("the line is an address");
            let comparison = given.compare(&owner);
            assert!(holds(example.expected, Some(comparison)), "{variant:?} {:?} gave {comparison:?}", example.expected);
        }
    }
}
