//! Which readings of two addresses are compared: equal values first, then the best pair of splits.

use super::boxes::Boxes;
use super::evaluate::{Common, Streets, are_american};
use super::lends::lends_words;
use super::nearness::{Nearness, nearness};
use super::outline::{count_of_city, have_other_ends, have_strange_cities, have_strange_streets};
use super::phrase::{Likeness, Phrase, same};
use super::place::cities;
use crate::address::number::{are_far, same_number};
use crate::address::splits::Split;
use crate::address::{Address, Delivery, Reading, Token, Unit};
use crate::calibration::{WHOLE, address as points};
use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::score::Score;

/// Compares two addresses; symmetric.
pub(in crate::address) fn compare(a: &Address, b: &Address) -> Comparison {
    compare_strangers(a, b).unwrap_or_else(|| compare_closely(a, b))
}

/// Compares two addresses in all their readings.
pub(super) fn compare_closely(a: &Address, b: &Address) -> Comparison {
    if a.equals(b) {
        let mut reasons = Reasons::new(Field::Address);
        reasons.add(Evidence::AddressExact);
        return Comparison { score: Score::MAX, reasons };
    }
    let mut best = best_of_pair(a, b);
    let mut several = false;
    if a.more.is_some() || b.more.is_some() {
        for (first, second) in further_pairs(a, b) {
            several = true;
            let other = best_of_pair(first, second);
            if other.is_better_than(&best) {
                best = other;
            }
        }
    }
    if several {
        best.reasons.add(Evidence::AddressOneOfSeveral);
    }
    if (a.flags | b.flags) & (crate::address::CUT | crate::address::DAMAGED) != 0 {
        best.reasons.add(Evidence::AddressCut);
    }
    if !best.reasons.lowered() {
        // The number behind the street, a line read in the country of the other side.
        best.reasons.add(Evidence::AddressOtherReading);
    }
    Comparison { score: Score::from_points(best.points), reasons: best.reasons }
}

/// Compares two addresses of which the likeliest streets have nothing in common, or one of which is a box and the other a street,
/// where no other reading can be worth more: most pairs. It is what [`Common::evaluate`] finds of the first pair of splits and
/// [`best_of_splits`] ends with.
#[inline]
pub(super) fn compare_strangers(a: &Address, b: &Address) -> Option<Comparison> {
    if !a.is_plain() || !b.is_plain() {
        return None;
    }
    let (boxes, reason) = match (a.delivery.is_some(), b.delivery.is_some()) {
        (false, false) if have_strange_streets(a, b) => (Boxes::None, Evidence::AddressStreetConflict),
        (true, false) if is_pure(a) && b.street_words > 0 => (Boxes::OneSide, Evidence::AddressPoBoxVersusStreet),
        (false, true) if is_pure(b) && a.street_words > 0 => (Boxes::OneSide, Evidence::AddressPoBoxVersusStreet),
        _ => return None,
    };
    let likeness = if have_strange_cities(a, b) {
        // Neither is empty: words are lent only where one street is the longer one, and the other city.
        let (words, others) = (count_of_city(a), count_of_city(b));
        let crossed =
            words > others && a.street_words < b.street_words || words < others && a.street_words > b.street_words;
        if crossed && !have_other_ends(a, b) && lend_words(a, b) {
            return None;
        }
        if boxes == Boxes::None && are_states_apart(a, b) {
            return Some(in_other_states());
        }
        Likeness::Different
    } else {
        cities_beside_strangers(a, b)?
    };
    compare_places(a, b, (boxes, reason), likeness)
}

/// Whether two addresses of the United States are in two states, with other postcodes and house numbers that are far apart: most
/// strangers. With the same street and city they would be worth no more than another place.
#[inline(always)]
fn are_states_apart(a: &Address, b: &Address) -> bool {
    const _: () = assert!(
        WHOLE - points::POSTCODE_CONFLICT - points::STATE_CONFLICT - points::NUMBER_FAR <= points::place::COUNTRY
    );
    are_american(a, b)
        && a.region != 0
        && b.region != 0
        && a.region != b.region
        && nearness(&a.postcode, &b.postcode) == Nearness::Other
        && are_far(a, b)
}

/// What two addresses in other states are worth that have nothing in common.
fn in_other_states() -> Comparison {
    let mut reasons = Reasons::new(Field::Address);
    for reason in [
        Evidence::AddressStreetConflict,
        Evidence::AddressCityConflict,
        Evidence::AddressPostalCodeConflict,
        Evidence::AddressStateConflict,
    ] {
        reasons.add(reason);
    }
    Comparison { score: Score::from_points(points::place::COUNTRY), reasons }
}

/// Compares the places of two addresses the streets of which have nothing in common.
#[inline(never)]
fn compare_places(
    a: &Address,
    b: &Address,
    (boxes, reason): (Boxes, Evidence),
    likeness: Likeness,
) -> Option<Comparison> {
    let common = Common { boxes, ..Common::of_strangers(a, b) };
    let worth = common.without_streets(common.place_points(likeness, &Streets::Different, a, b));
    let alone = a.ends.len() + b.ends.len() <= 2;
    if !(alone || common.is_most(worth, a, b) || common.is_most_of_strangers(worth, a, b)) {
        return None;
    }
    let mut reasons = Reasons::new(Field::Address);
    reasons.add(reason);
    common.place_cost(likeness, Likeness::Absent, &mut reasons);
    Some(Comparison { score: Score::from_points(worth), reasons })
}

/// Whether a box stands in place of a street.
fn is_pure(address: &Address) -> bool {
    address.street_words == 0 && !address.number.is_some()
}

/// How like the cities of the likeliest splits are that their letters do not tell apart, where the streets have nothing in common;
/// `None` where the whole comparison is asked.
#[inline(never)]
fn cities_beside_strangers(a: &Address, b: &Address) -> Option<Likeness> {
    // Words of the street may be among those of the city where part of it agrees.
    match cities(a, &a.split_at(0), b, &b.split_at(0)) {
        Likeness::Partial => None,
        _ if a.equals(b) || lend_words(a, b) => None,
        found => Some(found),
    }
}

/// Whether one of the likeliest splits, a guessed one, hides words that the other side has in their place.
#[inline(never)]
pub(super) fn lend_words(a: &Address, b: &Address) -> bool {
    let (first, second) = (a.split_at(0), b.split_at(0));
    let guessed = |address: &Address| address.flags & crate::address::CERTAIN == 0;
    guessed(a) && lends_words((a, &first), (b, &second)) || guessed(b) && lends_words((b, &second), (a, &first))
}

/// A pair of readings and what it is worth.
pub(super) struct Choice {
    pub(super) points: i32,
    pub(super) reasons: Reasons,
    /// The places of the two splits among those of their address.
    pub(super) splits: (usize, usize),
}

impl Choice {
    /// Of two readings with the same points the one whose reasons come first is told: symmetric.
    pub(super) fn is_better_than(&self, other: &Choice) -> bool {
        self.points > other.points || self.points == other.points && self.reasons.come_before(other.reasons)
    }
}

/// The pairs of addresses beside the first of each side, where a text holds several.
fn further_pairs<'a>(a: &'a Address, b: &'a Address) -> impl Iterator<Item = (&'a Address, &'a Address)> {
    let all = |address: &'a Address| core::iter::once(address).chain(address.further());
    all(a).flat_map(move |first| all(b).map(move |second| (first, second))).skip(1)
}

/// The best reading of two addresses, each in its own country.
fn best_of_pair(a: &Address, b: &Address) -> Choice {
    let mut best = best_splits(a, b);
    further_readings(a, b, |a, b| {
        let other = best_splits(a, b);
        if !other.reasons.is_empty() && other.is_better_than(&best) {
            best = other;
        }
    });
    best
}

/// The pairs of readings of two addresses beside those that each has by itself.
fn further_readings<'a>(a: &'a Address, b: &'a Address, mut consider: impl FnMut(&'a Address, &'a Address)) {
    if a.more.is_none() && b.more.is_none() {
        return;
    }
    match (a.country, b.country) {
        // Neither names its country: both are read as they read in each country that they may both lie in.
        (None, None) => {
            for (of, first) in a.readings() {
                let Reading::In(country) = of else { continue };
                b.readings_in(Some(*country)).for_each(|second| consider(first, second));
            }
        }
        // A line that names no country is also read as it reads in the country of the other side.
        _ => {
            a.readings_in(b.country).for_each(|a| consider(a, b));
            b.readings_in(a.country).for_each(|b| consider(a, b));
        }
    }
    for a in a.otherwise() {
        consider(a, b);
    }
    for b in b.otherwise() {
        consider(a, b);
    }
}

/// The best pair of splits.
fn best_splits(a: &Address, b: &Address) -> Choice {
    let mut common = Common::of(a, b);
    best_of_splits(&common, a, b).unwrap_or_else(|| {
        // Each reading hides words of street or city in the other. One of them is told all the same: an answer has a reason.
        common.any_reading = true;
        let nothing = Choice { points: 0, reasons: Reasons::new(Field::Address), splits: (0, 0) };
        best_of_splits(&common, a, b).unwrap_or(nothing)
    })
}

/// The best pair of splits among those that the comparison takes.
pub(super) fn best_of_splits(common: &Common, a: &Address, b: &Address) -> Option<Choice> {
    let mut best: Option<Choice> = None;
    let alone = a.ends.len() + b.ends.len() <= 2;
    // Of readings with the same points the likelier is told: none that comes later is likelier.
    let in_order = |at: (usize, usize)| at == (0, 0) || a.ends.len() == 1 || b.ends.len() == 1;
    'pairs: for i in 0..a.ends.len() {
        let first = a.split_at(i);
        for j in 0..b.ends.len() {
            let second = b.split_at(j);
            // Of two readings with the same points the likelier one is told; then the one whose reasons come first.
            let order = |(i, j): (usize, usize)| i + j;
            let wins = |points: i32| {
                best.as_ref().is_none_or(|held| {
                    points > held.points || points == held.points && order((i, j)) <= order(held.splits)
                })
            };
            let Some((points, reasons)) = common.evaluate((a, &first), (b, &second), wins) else { continue };
            let found = Choice { points, reasons, splits: (i, j) };
            let better = best.as_ref().is_none_or(|held| {
                if points == held.points && order(found.splits) != order(held.splits) {
                    order(found.splits) < order(held.splits)
                } else {
                    found.is_better_than(held)
                }
            });
            if better {
                best = Some(found);
                if !alone && in_order((i, j)) && common.is_most(points, a, b) {
                    break 'pairs;
                }
            }
        }
    }
    best
}

/// An address in the reading that was compared: the address itself or one of its readings, and the place of the split.
pub(in crate::address) type Chosen<'a> = (&'a Address, usize);

/// How two addresses are read beside each other: as [`compare`] compares them, of several addresses the two that fit best.
pub(in crate::address) fn beside<'a>(a: &'a Address, b: &'a Address) -> (Chosen<'a>, Chosen<'a>) {
    let mut best: Option<(Choice, &'a Address, &'a Address)> = None;
    let mut consider = |a: &'a Address, b: &'a Address| {
        let found = best_splits(a, b);
        if best.as_ref().is_none_or(|(held, ..)| !found.reasons.is_empty() && found.is_better_than(held)) {
            best = Some((found, a, b));
        }
    };
    for (first, second) in core::iter::once((a, b)).chain(further_pairs(a, b)) {
        consider(first, second);
        further_readings(first, second, &mut consider);
    }
    match best {
        Some((choice, a, b)) => ((a, choice.splits.0), (b, choice.splits.1)),
        None => ((a, 0), (b, 0)),
    }
}

impl Address {
    fn readings(&self) -> &[(Reading, Address)] {
        self.more.as_ref().map_or(&[], |more| &more.readings)
    }

    /// The line as it reads in a country; several where it does not say where its city ends.
    fn readings_in(&self, country: Option<crate::Country>) -> impl Iterator<Item = &Address> {
        let readings = if country.is_some() { self.readings() } else { &[] };
        let holds = move |of: Reading| matches!(of, Reading::In(named) if Some(named) == country);
        readings.iter().filter(move |(of, _)| holds(*of)).map(|(_, reading)| reading)
    }

    /// The same words in another sense.
    fn otherwise(&self) -> impl Iterator<Item = &Address> {
        self.readings().iter().filter(|(of, _)| *of == Reading::Otherwise).map(|(_, reading)| reading)
    }

    /// The addresses behind the first of a text that holds several.
    pub(super) fn further(&self) -> impl Iterator<Item = &Address> {
        self.readings().iter().filter(|(of, _)| *of == Reading::Further).map(|(_, address)| address)
    }

    /// Whether the canonical values are equal: the same parts, the country filled in, ZIP+4 left out where one side has none.
    fn equals(&self, other: &Address) -> bool {
        if self.more.is_some() || other.more.is_some() {
            let further = (self.further().count(), other.further().count());
            if further.0 != further.1 || !self.further().zip(other.further()).all(|(a, b)| a.equals(b)) {
                return false;
            }
        }
        // What was not read of one of them may be anything.
        if (self.flags | other.flags) & crate::address::CUT != 0 {
            return self.whole.len > 0 && self.written(self.whole) == other.written(other.whole);
        }
        // What differs most often comes first.
        if self.region != other.region || self.postcode.packed() != other.postcode.packed() || !same_number(self, other)
        {
            return false;
        }
        let details = (self.postcode.detail, other.postcode.detail);
        let unequal_details = matches!(details, (Some(a), Some(b)) if a != b);
        let countries = matches!((self.country, other.country), (Some(a), Some(b)) if a != b);
        if (self.flags ^ other.flags)
            & (crate::address::ALIAS | crate::address::CARE_OF | crate::address::STREET_ALIAS | crate::address::SWAPPED)
            != 0
            || unequal_details
            || countries
            || self.name_to != other.name_to
            || !self.has_same_care_of(other)
            || self.units.len() != other.units.len()
        {
            return false;
        }
        let certain = self.flags & other.flags & crate::address::CERTAIN != 0;
        if certain && self.split(0) != other.split(0) {
            return false;
        }
        // A line without a comma has its street end where the other side says; two sides that say it say the same.
        let stated = |address: &Address| match address.split(0) {
            Some(split) if address.flags & crate::address::CERTAIN != 0 => 1 << split.city.0.min(63),
            _ => address.stated,
        };
        let (ends, others) = (stated(self), stated(other));
        if ends != 0 && others != 0 && ends & others == 0 {
            return false;
        }
        let everything = |address| Phrase { address, tokens: &address.tokens, open: false };
        same(everything(self), everything(other))
            && self.units.iter().zip(&other.units).all(|(unit, with)| self.has_same_unit(unit, other, with))
            && self.deliveries().count() == other.deliveries().count()
            && self.deliveries().zip(other.deliveries()).all(|(of, with)| self.has_same_box(of, other, with))
    }

    /// The boxes and routes.
    pub(in crate::address) fn deliveries(&self) -> impl Iterator<Item = &Delivery> {
        self.delivery.iter().chain(self.more.iter().flat_map(|more| &more.second_delivery))
    }

    /// Whether a guessed city begins with a directional that can belong to the street before it, or with the type of one that ends
    /// in two: `24TH STREET DR SE CEDAR RAPIDS`.
    pub(super) fn begins_with_directional(&self, split: &Split) -> bool {
        let token = |at: u8| self.tokens.get(usize::from(at)).copied();
        let last = split.city.0.checked_sub(1).and_then(token);
        let types = last.is_some_and(|token| token.is(Token::PRIMARY));
        let first =
            token(split.city.0).is_some_and(|token| token.is(Token::DIRECTION) || types && token.is(Token::PRIMARY));
        // `3300 S SALT LAKE CITY`, `US HWY 9 S PLATTSBURGH`: behind a number or a route as well as behind a type.
        const ENDS: u8 = Token::TYPE | Token::NUMBER | Token::ROUTE;
        let before = last.is_some_and(|token| token.is(ENDS));
        // `RUE NOTRE-DAME E TROIS-RIVIERES`: the type stands first.
        let typed = self.token_range(split.street).first().is_some_and(|token| token.is(Token::TYPE));
        let behind_street = split.city.0 == split.street.1;
        self.flags & crate::address::CERTAIN == 0 && first && (before || typed) && behind_street
    }

    /// Whether the same person, or none, stands behind `C/O`.
    pub(super) fn has_same_care_of(&self, other: &Address) -> bool {
        self.care_of.len == other.care_of.len
            && (self.care_of.len == 0 || self.written(self.care_of) == other.written(other.care_of))
    }

    fn has_same_unit(&self, unit: &Unit, other: &Address, with: &Unit) -> bool {
        unit.kind == with.kind && unit.designator == with.designator && self.identifier(unit) == other.identifier(with)
    }

    pub(in crate::address) fn identifier(&self, unit: &Unit) -> &[u8] {
        self.written(unit.identifier)
    }

    pub(in crate::address) fn has_same_box(&self, of: &Delivery, other: &Address, with: &Delivery) -> bool {
        of.kind == with.kind
            && self.written(of.route) == other.written(with.route)
            && self.written(of.number) == other.written(with.number)
    }
}
