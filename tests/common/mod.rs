//! Addresses as the tables of cases write them.

use ownership_match::{Address, PostalAddress};

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
#[allow(dead_code, reason = "not every test that shares this module reads cells")]
pub(crate) fn of_cell(text: &str) -> Option<Address> {
    let parts: Vec<&str> = text.split('|').collect();
    match parts[..].try_into() {
        Ok(parts) => of_parts(parts),
        Err(_) => Address::parse(text, None),
    }
}
