//! Two addresses part beside part.

use super::{Address, AddressParts, SecondaryUnit};
use crate::evidence::Field;
use crate::explain::{Alignment, Part};

/// Aligns the pair of readings that compares best.
pub(super) fn align(a: &Address, b: &Address) -> Alignment {
    let (left, right) = best_readings(a, b);
    let (a, b) = (left.parts(), right.parts());
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

/// Both addresses with the one reading that a comparison chooses: where the street ends, and the country it is read in.
fn best_readings(a: &Address, b: &Address) -> (Address, Address) {
    let mut best: Option<(crate::Score, Address, Address)> = None;
    for (a, b) in candidates(a, b).flat_map(|left| candidates(b, a).map(move |right| (left, right))) {
        for first in &a.splits {
            for second in &b.splits {
                let alone = |address: &Address, split: &super::Split| {
                    let mut alone = address.clone();
                    alone.readings.clear();
                    alone.splits.clear();
                    alone.splits.push(*split);
                    alone
                };
                let (left, right) = (alone(a, first), alone(b, second));
                let score = left.compare(&right).score;
                if best.as_ref().is_none_or(|(held, ..)| score > *held) {
                    best = Some((score, left, right));
                }
            }
        }
    }
    best.map_or_else(|| (a.clone(), b.clone()), |(_, a, b)| (a, b))
}

/// The address as it reads by itself and in the country of the other one, and further addresses that the text holds.
fn candidates<'a>(address: &'a Address, other: &'a Address) -> impl Iterator<Item = &'a Address> {
    let further = address.readings.iter().filter(|(of, _)| of.is_none() || *of == other.country);
    core::iter::once(address).chain(further.map(|(_, reading)| reading))
}
