//! Two addresses part beside part.

use super::{Address, AddressParts, SecondaryUnit};
use crate::evidence::Field;
use crate::explain::{Alignment, Part};

/// Aligns the pair of readings that compares best.
pub(super) fn align(a: &Address, b: &Address) -> Alignment {
    let (a, b) = a.parts_of_both(b);
    let mut alignment = Alignment::new(Field::Address);
    let mut push = |part: Part, of: fn(&AddressParts) -> Option<String>| alignment.push(part, of(&a), of(&b));
    push(Part::Premises, |parts| parts.name.clone());
    push(Part::HouseNumber, |parts| parts.house_number.clone());
    push(Part::Street, |parts| {
        let words = [&parts.predirectional, &parts.thoroughfare, &parts.postdirectional];
        Some(words.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" "))
    });
    push(Part::Unit, |parts| Some(parts.units.iter().map(unit).collect::<Vec<_>>().join(" ")));
    push(Part::PoBox, |parts| {
        let route = parts.route.iter().cloned();
        Some(route.chain(parts.po_box.iter().map(|number| format!("box {number}"))).collect::<Vec<_>>().join(" "))
    });
    push(Part::City, |parts| parts.city.clone());
    push(Part::State, |parts| parts.state.clone());
    push(Part::PostalCode, |parts| parts.postal_code.clone());
    push(Part::PostalCodeDetail, |parts| parts.postal_code_detail.clone());
    push(Part::Country, |parts| parts.country.clone());
    alignment
}

fn unit(unit: &SecondaryUnit) -> String {
    match &unit.designator {
        Some(designator) if *designator != unit.identifier => format!("{designator} {}", unit.identifier),
        _ => unit.identifier.clone(),
    }
}
