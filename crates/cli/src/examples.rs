//! `examples`: the documented examples with their scores.

use crate::Ending;
use crate::failure::Failure;
use ownership_match::documented::{EXAMPLES, Example, Expected, Value};
use ownership_match::{Address, CALIBRATION, Comparison, Country, Email, Field, Name, Phone, PostalAddress};
use std::io::{self, Write};

pub(crate) fn run(out: &mut impl Write) -> Result<Ending, Failure> {
    write(out).map_err(|error| Failure::output("standard output", error))
}

fn write(out: &mut impl Write) -> io::Result<Ending> {
    let mut documented = Count::default();
    let mut flattened = Count::default();
    for field in [Field::Name, Field::Email, Field::Phone, Field::Address] {
        writeln!(out, "{}", field.key())?;
        for example in EXAMPLES.iter().filter(|example| example.field == field) {
            documented.line(out, example.expected, compare(example), &[shown(example.given), shown(example.owner)])?;
        }
        writeln!(out)?;
    }
    writeln!(out, "address, the owner side as one line; in upper case; without commas")?;
    for example in EXAMPLES.iter().filter(|example| example.field == Field::Address) {
        let given = address(example.given);
        for line in lines(example.owner) {
            let owner = Address::parse(&line, Some(Country::US));
            let comparison = given.as_ref().zip(owner.as_ref()).map(|(given, owner)| given.compare(owner));
            flattened.line(out, example.expected, comparison, &[line])?;
        }
    }
    writeln!(out, "\n{} of {} documented examples are in their interval", documented.inside, documented.all)?;
    writeln!(out, "{} of {} flattened addresses are in their interval", flattened.inside, flattened.all)?;
    writeln!(out, "calibration {CALIBRATION}")?;
    let is_good = documented.inside == documented.all && flattened.inside == flattened.all;
    Ok(if is_good { Ending::Good } else { Ending::Bad })
}

/// How many were shown, and how many of them are in their interval.
#[derive(Default)]
struct Count {
    inside: usize,
    all: usize,
}

impl Count {
    fn line(
        &mut self,
        out: &mut impl Write,
        expected: Expected,
        comparison: Option<Comparison>,
        values: &[String],
    ) -> io::Result<()> {
        let score = comparison.map(|comparison| comparison.score.get());
        let (is_inside, interval) = match expected {
            Expected::Score { min, max } if min == max => (score == Some(min), format!("exactly {min}")),
            Expected::Score { min, max } => {
                (score.is_some_and(|score| (min..=max).contains(&score)), format!("{min}–{max}"))
            }
            Expected::MissingData => (score.is_none(), "missing data".to_owned()),
        };
        self.all += 1;
        self.inside += usize::from(is_inside);
        let mark = if is_inside { '✓' } else { '✗' };
        let score = score.map_or_else(|| "null".to_owned(), |score| score.to_string());
        writeln!(out, "  {mark} {score:>4}  {interval:<12}  {}", values.join("  |  "))
    }
}

fn compare(example: &Example) -> Option<Comparison> {
    fn both<T>(given: Option<T>, owner: Option<T>, compare: fn(&T, &T) -> Comparison) -> Option<Comparison> {
        Some(compare(&given?, &owner?))
    }
    let (given, owner) = (text(example.given), text(example.owner));
    let phone = |text| Phone::parse(text, Some(Country::US));
    match example.field {
        Field::Name => both(given.and_then(Name::parse), owner.and_then(Name::parse), Name::compare),
        Field::Email => both(given.and_then(Email::parse), owner.and_then(Email::parse), Email::compare),
        Field::Phone => both(given.and_then(phone), owner.and_then(phone), Phone::compare),
        Field::Address => both(address(example.given), address(example.owner), Address::compare),
    }
}

fn text(value: Value) -> Option<&'static str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Parts(_) | Value::Missing => None,
    }
}

fn address(value: Value) -> Option<Address> {
    match value {
        Value::Text(line) => Address::parse(line, Some(Country::US)),
        Value::Parts(parts) => {
            let [line1, line2, city, state, postal_code, country] = parts.map(|part| part.map(str::to_owned));
            Address::from_parts(&PostalAddress { line1, line2, city, state, postal_code, country })
        }
        Value::Missing => None,
    }
}

fn shown(value: Value) -> String {
    match value {
        Value::Text(text) => text.to_owned(),
        Value::Parts(parts) => parts.into_iter().flatten().collect::<Vec<_>>().join("; "),
        Value::Missing => "null".to_owned(),
    }
}

/// An owner side as one raw line: as it is, in upper case, without commas, and both.
fn lines(value: Value) -> Vec<String> {
    let line = match value {
        Value::Text(line) => line.to_owned(),
        Value::Parts([line1, line2, city, state, postal_code, country]) => {
            let last = [state, postal_code].into_iter().flatten().collect::<Vec<_>>().join(" ");
            [line1, line2, city, Some(last.as_str()), country].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Value::Missing => return Vec::new(),
    };
    let (upper, bare) = (line.to_uppercase(), line.replace(',', ""));
    let both = bare.to_uppercase();
    vec![line, upper, bare, both]
}
