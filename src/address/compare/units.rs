//! The units of two addresses.

use crate::address::{Address, Unit};
use crate::calibration::{WHOLE, address as points};
use crate::evidence::Evidence;
use crate::tables::address::{Designator, UnitKind};

/// What the units cost, the cap that they set and the reason. Units compare within groups: doors, floors, buildings.
pub(super) fn units(a: &Address, b: &Address) -> (i32, i32, Option<Evidence>) {
    if is_short_form(a, b) || is_short_form(b, a) {
        return (points::UNIT_GENERIC, WHOLE, Some(Evidence::AddressUnitDesignator));
    }
    if is_lettered_unit(a, b) || is_lettered_unit(b, a) {
        return (0, WHOLE, Some(Evidence::AddressUnitDesignator));
    }
    let there = pair_units(a, b);
    // Units are paired greedily, so that with several of them the direction can matter: the dearer one counts.
    let back = pair_units(b, a);
    if (back.0, core::cmp::Reverse(back.1), back.2) > (there.0, core::cmp::Reverse(there.1), there.2) {
        back
    } else {
        there
    }
}

/// Whether the unit of `a` is both units of `b` in one: `640 4 B` and `640 Piso 4 Dto B`, `UNIT 5-201` and `BLDG 5 UNIT 201`.
fn is_short_form(a: &Address, b: &Address) -> bool {
    let ([bare], [one, two]) = (a.units.as_slice(), b.units.as_slice()) else { return false };
    is_floor_and_door(a, bare, b, (one, two))
        || !matches!(bare.kind, UnitKind::Floor | UnitKind::Building)
            && [(one, two), (two, one)].into_iter().any(|(first, second)| {
                let rest = a.identifier(bare).strip_prefix(b.identifier(first));
                rest.is_some_and(|rest| is_second_behind(first, second, b, rest))
            })
}

/// Whether what stands behind the first of two units in one identifier is the second.
fn is_second_behind(first: &Unit, second: &Unit, b: &Address, rest: &[u8]) -> bool {
    let (before, behind) = (b.identifier(first), b.identifier(second));
    let parted = rest.strip_prefix(b"-") == Some(behind);
    let digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
    match (first.kind, second.kind) {
        // `APT 1F`: the front of the first floor.
        (UnitKind::Floor, UnitKind::Side) => matches!((rest, behind), (b"f", b"frnt") | (b"r", b"rear")),
        (_, UnitKind::Floor | UnitKind::Building) => false,
        (UnitKind::Floor, _) => parted,
        // `APT B4`, `UNIT 5201`; but `UNIT 123` is not the third of building 12.
        (UnitKind::Building, _) => {
            let told = match (digits(before), digits(behind)) {
                (true, true) => behind.len() >= 3,
                (one, other) => one != other,
            };
            parted || told && rest == behind
        }
        // `STE 100-22` is `STE 100 #22`.
        _ => parted && second.designator == Designator::MARK,
    }
}

/// Whether the bare unit of `a` is the floor and the door of `b` in one.
fn is_floor_and_door(a: &Address, bare: &Unit, b: &Address, (one, two): (&Unit, &Unit)) -> bool {
    let (door, floor) = if two.kind == UnitKind::Floor { (one, two) } else { (two, one) };
    let (whole, floor_text, door_text) = (a.identifier(bare), b.identifier(floor), b.identifier(door));
    bare.designator == Designator::NONE
        && floor.kind == UnitKind::Floor
        && whole.strip_prefix(floor_text).is_some_and(|rest| {
            // Where both numbers are parted, they are parted between floor and door.
            rest == door_text || rest.strip_prefix(b"-").is_some_and(|rest| rest == door_text)
        })
}

/// Whether the letter behind the house number of `a` is the unit of `b`: `88B Elm St` and `88 Elm St Apt B`.
pub(super) fn is_lettered_unit(a: &Address, b: &Address) -> bool {
    let (lettered, plain) = (&a.number, &b.number);
    let [unit] = b.units.as_slice() else { return false };
    lettered.letter != 0
        && a.units.is_empty()
        && (plain.letter, lettered.fraction, plain.fraction) == (0, 0, 0)
        && (lettered.count, lettered.parts) == (plain.count, plain.parts)
        && !matches!(unit.kind, UnitKind::Floor | UnitKind::Building)
        && b.identifier(unit) == [lettered.letter]
}

/// Whether the house number of `b` is the flat of `a`, which has none: `3 Steeple Court` and `Flat 3 Steeple Court`.
pub(super) fn is_flat_for_number(a: &Address, b: &Address) -> bool {
    a.flags & crate::address::BUILDING_FLAT != 0 && is_unit_for_number(a, b)
}

/// Whether `b` has the second number of `a` alone: in Czechia and Slovakia houses have the number of their entry and that in the
/// street, `1233/22` and `22`.
pub(super) fn is_number_in_street(a: &Address, b: &Address) -> bool {
    // A number behind a slash has no designator; `HLAVNÁ 5 APT 12` is a flat.
    let slashed = |unit: &Unit| unit.kind == UnitKind::Generic && unit.designator == Designator::NONE;
    matches!(a.units.as_slice(), [unit] if slashed(unit))
        && b.units.is_empty()
        && a.number.is_some()
        && [a.country, b.country].into_iter().flatten().any(|country| country.is_any_of(&["CZ", "SK"]))
        && is_unit_for_number(a, b)
}

/// Whether the only unit of `a` is written like the house number of `b`, which has no unit.
fn is_unit_for_number(a: &Address, b: &Address) -> bool {
    let [unit] = a.units.as_slice() else { return false };
    let (flat, number) = (a.identifier(unit), &b.number);
    let digits = flat.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let value = flat[..digits].iter().take(9).fold(0_u32, |value, digit| value * 10 + u32::from(digit - b'0'));
    let letter: &[u8] = if number.letter == 0 { &[] } else { core::slice::from_ref(&number.letter) };
    b.units.is_empty()
        && !matches!(unit.kind, UnitKind::Floor | UnitKind::Building)
        && (1..=9).contains(&digits)
        && (number.count, number.fraction) == (1, 0)
        && number.parts[0] == value
        && flat[digits..] == *letter
}

/// Pairs the units of `a` with those of `b`, in the order of `a`.
fn pair_units(a: &Address, b: &Address) -> (i32, i32, Option<Evidence>) {
    if a.units.is_empty() && b.units.is_empty() {
        return (0, WHOLE, None);
    }
    if a.units.is_empty() || b.units.is_empty() {
        return (points::UNIT_MISSING, WHOLE, Some(Evidence::AddressUnitMissing));
    }
    // The second penthouse is not apartment 2.
    let comparable = |unit: &Unit, with: &Unit| {
        comparable(unit, with)
            && is_numbered_penthouse(unit, a.identifier(unit)) == is_numbered_penthouse(with, b.identifier(with))
    };
    let missing = (points::UNIT_MISSING, WHOLE, Some(Evidence::AddressUnitMissing));
    let conflict = (points::UNIT_CONFLICT, points::UNIT_CONFLICT_CAP, Some(Evidence::AddressUnitConflict));
    let mut worst = (0, WHOLE, None);
    let mut matched = false;
    let mut leftover = false;
    let mut used: u32 = 0;
    for unit in &a.units {
        let found = |alike: fn(&[u8], &[u8]) -> bool| {
            b.units.iter().enumerate().take(32).find(|(at, with)| {
                used & (1 << at) == 0 && alike(a.identifier(unit), b.identifier(with)) && comparable(unit, with)
            })
        };
        let same = found(|a, b| a == b);
        let lookalike =
            || found(look_alike).filter(|(_, with)| !a.units.iter().any(|own| a.identifier(own) == b.identifier(with)));
        let joined = || found(are_joined);
        let Some((at, with)) = same.or_else(joined).or_else(lookalike) else {
            leftover = true;
            continue;
        };
        used |= 1 << at;
        matched = true;
        let mut cost = designators(unit, with);
        let mut reason = Evidence::AddressUnitDesignator;
        let joined = same.is_none() && are_joined(a.identifier(unit), b.identifier(with));
        if joined {
            cost = cost.max(points::UNIT_GENERIC);
        } else if same.is_none() {
            (cost, reason) = (cost + points::UNIT_LOOKALIKE, Evidence::AddressUnitLookalike);
        }
        if cost > worst.0 {
            worst = (cost, WHOLE, Some(reason));
        }
    }
    let free_b = |at: usize| used & (1 << at.min(31)) == 0;
    let any_free = (0..b.units.len()).any(free_b);
    if leftover && any_free {
        // What is left on both sides conflicts where it is of one group.
        let same_group = a.units.iter().any(|unit| {
            let own = b.units.iter().any(|with| {
                let (one, other) = (a.identifier(unit), b.identifier(with));
                (one == other || are_joined(one, other) || look_alike(one, other)) && comparable(unit, with)
            });
            !own && b.units.iter().enumerate().any(|(at, with)| free_b(at) && (comparable(unit, with) || !matched))
        });
        return if same_group { conflict } else { missing };
    }
    if leftover || any_free {
        let detail = (points::UNIT_DETAIL, WHOLE, Some(Evidence::AddressUnitDetail));
        return if matched && detail.0 > worst.0 { detail } else { worst };
    }
    if worst.0 == 0 { (0, WHOLE, Some(Evidence::AddressUnitMatch)) } else { worst }
}

/// Whether only one identifier parts its numbers, and the digits are the same in a row: 05-12 and 0512.
fn are_joined(a: &[u8], b: &[u8]) -> bool {
    let parts = |text: &[u8]| text.contains(&b'-');
    let digits =
        |text: &'_ [u8]| text.iter().copied().filter(|&byte| byte != b'-').collect::<smallvec::SmallVec<[u8; 64]>>();
    parts(a) != parts(b) && digits(a) == digits(b)
}

/// Whether two identifiers differ only in characters that look alike: O and 0, I, L and 1.
fn look_alike(a: &[u8], b: &[u8]) -> bool {
    let plain = |byte: u8| match byte {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        other => other,
    };
    // Letters alone are letters.
    let has_digit = |text: &[u8]| text.iter().any(u8::is_ascii_digit);
    a.len() == b.len() && has_digit(a) && has_digit(b) && a.iter().zip(b).all(|(&a, &b)| plain(a) == plain(b))
}

/// Whether the identifiers of two units mean the same kind of thing.
fn comparable(a: &Unit, b: &Unit) -> bool {
    let group = |unit: &Unit| match unit.kind {
        UnitKind::Floor => 1,
        UnitKind::Building => 2,
        _ => 0,
    };
    group(a) == group(b) || a.kind == UnitKind::Generic || b.kind == UnitKind::Generic
}

/// Whether a unit is one of several penthouses: of what names a side of a house only they are numbered.
fn is_numbered_penthouse(unit: &Unit, identifier: &[u8]) -> bool {
    unit.kind == UnitKind::Side && (identifier.len() == 1 || identifier.first().is_some_and(u8::is_ascii_digit))
}

/// What other designators of one identifier cost.
fn designators(a: &Unit, b: &Unit) -> i32 {
    let mark = |unit: &Unit| matches!(unit.designator, Designator::NONE | Designator::MARK);
    if a.kind == b.kind && a.designator == b.designator {
        0
    } else if mark(a) || mark(b) {
        points::UNIT_MARK
    } else if a.kind == b.kind || a.kind == UnitKind::Generic || b.kind == UnitKind::Generic {
        points::UNIT_GENERIC
    } else {
        points::UNIT_KIND
    }
}
