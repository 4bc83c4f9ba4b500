//! The names and types of two streets.

use super::Token;
use super::phrase::{Likeness, Phrase, likeness};
use crate::calibration::address as points;
use crate::evidence::Evidence;

/// A verdict on the names and types of two streets.
pub(super) enum Names {
    Agree { cost: i32, reasons: [Option<Evidence>; 2] },
    Missing,
    Different,
}

pub(super) fn street_names(a: Phrase, b: Phrase) -> Names {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => return Names::Agree { cost: 0, reasons: [None, None] },
        (true, false) | (false, true) => return Names::Missing,
        _ => {}
    }
    let mut best: Option<(i32, [Option<Evidence>; 2])> = None;
    let mut keep = |likeness: Likeness, extra: i32, reason: Option<Evidence>| {
        let Some((cost, name_reason)) = name_cost(likeness) else { return };
        if best.is_none_or(|(held, _)| cost + extra < held) {
            best = Some((cost + extra, [name_reason, reason]));
        }
    };
    let (bare_a, bare_b) = (without_type(a), without_type(b));
    let other_types = match (bare_a, bare_b) {
        (Some((_, type_a)), Some((_, type_b))) => !same_type(a.address.spelling(type_a), b.address.spelling(type_b)),
        _ => false,
    };
    let whole = likeness(a, b);
    if whole == Likeness::Same {
        return Names::Agree { cost: 0, reasons: [None, None] };
    }
    if !other_types {
        keep(whole, 0, None);
    }
    // Where the other side has a type of its own, only the same name will do: `5th St` is no part of `5th Ave`.
    let plain = |likeness: Likeness, typed: bool| {
        if typed && likeness >= Likeness::Truncated { Likeness::Different } else { likeness }
    };
    let typed = |street: Phrase| street.tokens.iter().any(|token| token.is(Token::PRIMARY));
    // Further words where the other side has its type may be another type: `Chemin du Lac`, `Tour du Lac`.
    let missing = |likeness: Likeness, bare: Phrase, other: Phrase| {
        let words = likeness == Likeness::Partial && other.tokens.len() > bare.tokens.len();
        points::TYPE_MISSING + if words { points::TYPE_FOR_WORDS - points::TYPE_MISSING } else { 0 }
    };
    if let Some((bare, _)) = bare_a {
        let found = plain(likeness(bare, b), typed(b) || bare_b.is_some());
        keep(found, missing(found, bare, b), Some(Evidence::AddressStreetTypeMissing));
    }
    if let Some((bare, _)) = bare_b {
        let found = plain(likeness(a, bare), typed(a) || bare_a.is_some());
        keep(found, missing(found, bare, a), Some(Evidence::AddressStreetTypeMissing));
    }
    if let (Some((first, type_a)), Some((second, type_b)), false) = (bare_a, bare_b, other_types) {
        if type_a.hash != type_b.hash {
            keep(likeness(first, second), points::STREET_VARIANT, None);
        }
    }
    if let (Some((first, _)), Some((second, _)), true) = (bare_a, bare_b, other_types) {
        let numbered = first.tokens.iter().chain(second.tokens).any(|token| token.is(Token::NUMBER));
        let cost = if numbered { points::NUMBERED_TYPE_CONFLICT } else { points::TYPE_CONFLICT };
        keep(likeness(first, second), cost, Some(Evidence::AddressStreetTypeConflict));
    }
    best.map_or(Names::Different, |(cost, reasons)| Names::Agree { cost, reasons })
}

/// Whether two street types are one: the bilingual streets of Canada are Rue Sherbrooke and Sherbrooke Street.
fn same_type(a: &[u8], b: &[u8]) -> bool {
    let english = |word: &[u8]| match word {
        b"rue" => 1,
        b"street" => 2,
        b"chemin" => 3,
        b"road" => 4,
        _ => 0,
    };
    a == b || matches!((english(a), english(b)), (1, 2) | (2, 1) | (3, 4) | (4, 3))
}

/// The street without its type, which stands behind or before the name; `None` where that leaves nothing.
fn without_type(street: Phrase) -> Option<(Phrase, Token)> {
    let (first, last) = (*street.tokens.first()?, *street.tokens.last()?);
    if street.tokens.len() < 2 || first.is(Token::ROUTE) {
        return None;
    }
    if first.is(Token::BEFORE) {
        return Some((Phrase { tokens: &street.tokens[1..], ..street }, first));
    }
    if last.is(Token::TYPE) && !last.is(Token::ROUTE) {
        return Some((Phrase { tokens: &street.tokens[..street.tokens.len() - 1], ..street }, last));
    }
    (first.is(Token::TYPE)).then_some((Phrase { tokens: &street.tokens[1..], ..street }, first))
}

fn name_cost(likeness: Likeness) -> Option<(i32, Option<Evidence>)> {
    Some(match likeness {
        Likeness::Same | Likeness::Absent => (0, None),
        Likeness::Variant => (points::STREET_VARIANT, Some(Evidence::AddressStreetVariant)),
        Likeness::Typo(_, weighed) => (
            points::STREET_TYPO + points::STREET_TYPO_MORE * (i32::from(weighed) - 1),
            Some(Evidence::AddressStreetTypo),
        ),
        Likeness::Shortened => (points::STREET_SHORTENED, Some(Evidence::AddressStreetShortened)),
        Likeness::Begins => (points::STREET_BEGINS, Some(Evidence::AddressStreetShortened)),
        Likeness::Truncated => (points::STREET_TRUNCATED, Some(Evidence::AddressStreetTruncated)),
        Likeness::Initials => (points::STREET_INITIALS, Some(Evidence::AddressStreetInitials)),
        Likeness::Partial => (points::STREET_PARTIAL, Some(Evidence::AddressStreetPartial)),
        Likeness::Missing | Likeness::Different => return None,
    })
}
