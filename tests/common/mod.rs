//! The pairs of the tables of cases and of the golden set: how they are written, and how they are compared.

#![allow(dead_code, reason = "not every test that shares this module reads all of them")]

use ownership_match::{Address, Comparison, Country, Email, Field, Name, Phone, PostalAddress};
use serde_json::Value;

/// The answers are those of all the features that can move one.
pub(crate) const IS_WHOLE: bool = cfg!(all(
    feature = "idn",
    feature = "numbering-plan",
    feature = "regional-formats",
    feature = "transliteration",
    feature = "us-cities"
));

/// The address of the six parts: line1, line2, city, state, postal code, country. Empty ones are missing.
pub(crate) fn of_parts([line1, line2, city, state, postal_code, country]: [&str; 6]) -> Option<Address> {
    let part = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Address::from_parts(&PostalAddress {
        line1: part(line1),
        line2: part(line2),
        city: part(city),
        state: part(state),
        postal_code: part(postal_code),
        country: part(country),
    })
}

/// The address of a cell: six parts parted by `|`, or a line.
pub(crate) fn of_cell(text: &str) -> Option<Address> {
    let parts: Vec<&str> = text.split('|').collect();
    match parts[..].try_into() {
        Ok(parts) => of_parts(parts),
        Err(_) => Address::parse(text, None),
    }
}

/// The address of a golden row: an object of parts, or a line of a US bank.
pub(crate) fn of_json(value: &Value) -> Option<Address> {
    let Value::Object(parts) = value else { return Address::parse(value.as_str()?, Some(Country::US)) };
    let part = |key: &str| parts.get(key)?.as_str().map(str::to_owned);
    Address::from_parts(&PostalAddress {
        line1: part("line1"),
        line2: part("line2"),
        city: part("city"),
        state: part("state"),
        postal_code: part("postal_code"),
        country: part("country"),
    })
}

/// Reads `\u{435}` and `\n` as the character.
pub(crate) fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').expect("an escape is closed");
        let code = u32::from_str_radix(code, 16).expect("an escape is a number");
        out.push_str(before);
        out.push(char::from_u32(code).expect("an escape is a character"));
        rest = after;
    }
    (out + rest).replace("\\n", "\n")
}

fn both<T>(a: Option<T>, b: Option<T>, compare: fn(&T, &T) -> Comparison) -> Option<(Comparison, Comparison)> {
    let (a, b) = (a?, b?);
    Some((compare(&a, &b), compare(&b, &a)))
}

/// Both directions of a pair of texts that are no addresses, phones as in the United States; `None` for missing data.
fn compare_texts(field: Field, a: &str, b: &str) -> Option<(Comparison, Comparison)> {
    let us = Some(Country::US);
    match field {
        Field::Name => both(Name::parse(a), Name::parse(b), Name::compare),
        Field::Email => both(Email::parse(a), Email::parse(b), Email::compare),
        Field::Phone => both(Phone::parse(a, us), Phone::parse(b, us), Phone::compare),
        Field::Address => unreachable!("an address is not always a text"),
    }
}

/// Both directions of a row of cases; `None` for missing data.
pub(crate) fn compare_cells(field: Field, a: &str, b: &str) -> Option<(Comparison, Comparison)> {
    let (a, b) = (unescape(a), unescape(b));
    match field {
        Field::Address => both(of_cell(&a), of_cell(&b), Address::compare),
        _ => compare_texts(field, &a, &b),
    }
}

/// Both directions of a golden row; `None` for missing data.
pub(crate) fn compare_json(field: Field, a: &Value, b: &Value) -> Option<(Comparison, Comparison)> {
    match field {
        Field::Address => both(of_json(a), of_json(b), Address::compare),
        _ => compare_texts(field, a.as_str()?, b.as_str()?),
    }
}
