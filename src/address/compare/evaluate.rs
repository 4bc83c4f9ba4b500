//! Verdicts on the parts of two addresses, read in one way each, become evidence and points. No table is read here.

use super::boxes::Boxes;
use super::lends::{hides_street, lends_words};
use super::names::{Names, direction_before_part, part_of, parted_direction, street_names};
use super::nearness::{Nearness, are_other_countries, differ_in_last, nearness};
use super::phrase::{Likeness, Phrase, likeness};
use super::place::{cities, region_words};
use super::towns::{are_other_towns, cap_of_parts};
use super::units::{is_flat_for_number, is_lettered_unit, is_number_in_street, units};
use crate::Country;
use crate::address::number::{Numbers, are_far, has_sub_numbers, numbers, same_number};
use crate::address::splits::Split;
use crate::address::street::DeliveryKind;
use crate::address::{Address, INITIAL};
use crate::calibration::{WHOLE, address as points};
use crate::evidence::{Evidence, Field, Reasons};

/// Letters and digits of an Eircode.
const EIRCODE: usize = 7;

/// How the persons behind `C/O` stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CareOf {
    /// The same, or none on both sides.
    Same,
    OneSide,
    Different,
}

/// How two regions stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Regions {
    Same,
    /// Missing on one side, but the ZIP code tells it.
    Implied,
    Missing,
    Different,
}

impl Regions {
    #[inline]
    fn of(a: &Address, b: &Address, postcode: Nearness) -> Regions {
        // `Columbus OH 43215`, `COLUMBUS 31901`: the ZIP code of the one lies outside of the region of the other, which its own does not
        // contradict. Codes that are near are one with a slip.
        let elsewhere = |by_zip: u16, region: u16, own: u16| {
            ![0, region].contains(&by_zip)
                && [0, region].contains(&own)
                && postcode == Nearness::Other
                && a.country.or(b.country) == Some(crate::Country::US)
                && b.country.or(a.country) == Some(crate::Country::US)
        };
        // The region of the one, where only the other one has one.
        let implied = |by_zip: u16, region: u16| if by_zip == region { Regions::Implied } else { Regions::Missing };
        let by_zip = (a.zip_region, b.zip_region);
        match (a.region, b.region) {
            // The ZIP codes tell both: Springfield 62701, Springfield 65802.
            (0, 0) if by_zip.0 != by_zip.1 && by_zip.0 != 0 && by_zip.1 != 0 => Regions::Different,
            (x, y) if x == y => Regions::Same,
            (0, y) if elsewhere(a.zip_region, y, b.zip_region) => Regions::Different,
            (x, 0) if elsewhere(b.zip_region, x, a.zip_region) => Regions::Different,
            (0, y) => implied(a.zip_region, y),
            (x, 0) => implied(b.zip_region, x),
            _ => Regions::Different,
        }
    }
}

/// Verdicts that do not depend on where the streets end.
pub(super) struct Common {
    /// Both sides have a house number, and it is the same.
    pub(super) same_number: bool,
    pub(super) boxes: Boxes,
    pub(super) region: Regions,
    /// The country writes its region in every address, and a side has none.
    pub(super) needs_region: bool,
    pub(super) postcode: Nearness,
    /// The postcodes are a slip apart where that says little: see [`differ_in_last`]. Those of four digits are near to too
    /// many others.
    pub(super) last_of_postcode: bool,
    pub(super) detail_conflict: bool,
    pub(super) country_conflict: bool,
    /// No two streets of the readings can agree; it is asked for where both sides have several.
    pub(super) far: bool,
    pub(super) alias: bool,
    pub(super) care_of: CareOf,
    pub(super) street_alias: bool,
    pub(super) swapped: bool,
    pub(super) grid: bool,
    pub(super) general: bool,
    /// No reading is refused: all of them were.
    pub(super) any_reading: bool,
}

/// A verdict on the two streets.
pub(super) enum Streets {
    Agree(i32),
    Different,
    Missing,
}

impl Common {
    pub(super) fn of(a: &Address, b: &Address) -> Common {
        // A second box stands behind a first.
        let general = |address: &Address| {
            address.delivery.is_some() && address.deliveries().any(|delivery| delivery.kind == DeliveryKind::General)
        };
        Common {
            boxes: Boxes::of(a, b),
            far: a.ends.len() > 1 && b.ends.len() > 1 && super::far::streets_are_far(a, b),
            care_of: if (a.flags ^ b.flags) & crate::address::CARE_OF != 0 {
                CareOf::OneSide
            } else if a.has_same_care_of(b) {
                CareOf::Same
            } else {
                CareOf::Different
            },
            street_alias: (a.flags ^ b.flags) & crate::address::STREET_ALIAS != 0,
            swapped: (a.flags ^ b.flags) & crate::address::SWAPPED != 0,
            grid: (a.flags | b.flags) & crate::address::GRID != 0,
            general: general(a) || general(b),
            ..Common::of_strangers(a, b)
        }
    }

    /// Verdicts on two addresses the streets of which have nothing in common, or of which one is a box and the other a street.
    ///
    /// Streets that do not agree leave the place alone to count. Who is told behind `C/O`, another name of a street, a grid and
    /// general delivery are asked for only once streets or boxes agree: they are set here without looking. So is a line with its
    /// street and city swapped, which does not come this way.
    #[inline(always)]
    pub(super) fn of_strangers(a: &Address, b: &Address) -> Common {
        let postcode = nearness(&a.postcode, &b.postcode);
        let region = Regions::of(a, b, postcode);
        let writes_region = |country: crate::Country| country.is_any_of(&["US", "CA", "AU", "MX", "BR", "IN"]);
        Common {
            same_number: a.number.is_some() && same_number(a, b),
            boxes: Boxes::None,
            region,
            needs_region: region == Regions::Missing && [a.country, b.country].into_iter().flatten().all(writes_region),
            postcode,
            last_of_postcode: postcode == Nearness::Slip
                && differ_in_last(a.postcode.as_bytes(), b.postcode.as_bytes()),
            detail_conflict: matches!((a.postcode.detail, b.postcode.detail), (Some(x), Some(y)) if x != y),
            country_conflict: are_other_countries(a, b, postcode),
            far: false,
            alias: (a.flags ^ b.flags) & crate::address::ALIAS != 0,
            care_of: CareOf::Same,
            street_alias: false,
            swapped: false,
            grid: false,
            general: false,
            any_reading: false,
        }
    }

    /// The points and reasons of one pair of readings; `None` where it is clear early that `wins` says no to the points.
    // Kept apart from the loop over the pairs, before which all that they share would be worked out, asked for or not.
    #[inline(never)]
    pub(super) fn evaluate(
        &self,
        (a, first): (&Address, &Split),
        (b, second): (&Address, &Split),
        wins: impl Fn(i32) -> bool,
    ) -> Option<(i32, Reasons)> {
        let mut reasons = Reasons::new(Field::Address);
        let streets = self.streets((a, first), (b, second), &mut reasons);
        // Without an agreement of the streets the place is all that counts: at most what the best of cities would give.
        let place_only = !matches!(streets, Streets::Agree(_));
        let wins = |city: Likeness| wins(self.without_streets(self.place_points(city, &streets, a, b)));
        if place_only && !wins(Likeness::Same) {
            return None;
        }
        let city = cities(a, first, b, second);
        if place_only && !wins(city) {
            return None;
        }
        if !b.may_go_on(second, a) || !a.may_go_on(first, b) {
            return None;
        }
        // `STEAMBOAT SP`: a code that is read as the beginning of a word says so only beside that word.
        let begins = matches!(city, Likeness::Truncated | Likeness::Begins | Likeness::Shortened | Likeness::Same);
        if (a.flags | b.flags) & crate::address::TAIL != 0 && !begins {
            return None;
        }
        if !self.any_reading
            && city == Likeness::Partial
            && (a.begins_with_directional(first) || b.begins_with_directional(second))
        {
            // `PARK AVE S NEW YORK` beside New York: the street ends in the directional, as another reading says.
            return None;
        }
        if !self.any_reading && city == Likeness::Partial && (hides_street(a, first) || hides_street(b, second)) {
            return None;
        }
        let guessed = |address: &Address| address.flags & crate::address::CERTAIN == 0;
        if !self.any_reading
            && (guessed(a) && lends_words((a, first), (b, second))
                || guessed(b) && lends_words((b, second), (a, first)))
        {
            return None;
        }
        let other_town = !place_only
            && self.postcode != Nearness::Same
            && are_other_towns((a, first), (b, second), city, self.postcode);
        // Without a second postcode a town may have been written for its neighbour.
        let unsure = matches!(self.postcode, Nearness::Missing | Nearness::Cut);
        let city = if other_town && !unsure { Likeness::Different } else { city };
        let region_words = region_words(a, first, b, second);
        let (place_cost, place_cap) = self.place_cost(city, region_words, &mut reasons);
        let place = self.place_points(city, &streets, a, b);
        let cost = match streets {
            Streets::Agree(cost) => cost,
            Streets::Different | Streets::Missing => {
                return Some((self.without_streets(place), reasons));
            }
        };
        let (unit_cost, unit_cap, unit_reason) = units(a, b);
        let mut found = WHOLE - cost - place_cost - unit_cost - self.name_cost(a, first, b, second, &mut reasons);
        if let Some(reason) = unit_reason {
            reasons.add(reason);
        }
        found = found.min(unit_cap).min(place_cap);
        if city < Likeness::Absent {
            found = found.min(cap_of_parts((a, first), (b, second), self.postcode, &reasons));
        }
        if (a.marks | b.marks) & INITIAL != 0 {
            found = found.min(points::INITIAL_CAP);
        }
        if other_town {
            found = found.min(points::OTHER_TOWN_CAP);
        }
        // `THE OLD RECTORY CHURCH RD`, `THE OLD BAKERY CHURCH RD`: without a house number the words are the premises.
        // `OAK HOUSE, QUEENS DRIVE, CLIFTON`: a quarter behind a comma is none, where the postcode or the flat is the same.
        let told = self.postcode == Nearness::Same || reasons.contains(Evidence::AddressUnitMatch);
        let quarter = cost == points::STREET_ADDED && told;
        let partial = reasons.contains(Evidence::AddressStreetPartial) && !quarter;
        if partial && !a.number.is_some() && !b.number.is_some() {
            found = found.min(points::PARTIAL_NO_NUMBER_CAP);
        }
        // An Eircode is that of one door.
        let numbers = self.same_number || !a.number.is_some() && !b.number.is_some();
        let one_door =
            || numbers && [a.country, b.country] == [Country::new("IE"); 2] && a.postcode.as_bytes().len() == EIRCODE;
        if self.postcode == Nearness::Same && unit_cost == 0 && one_door() {
            found = found.max(points::SAME_DOOR_FLOOR - place_cost);
        }
        // … so that another one without a house number is another door.
        let eircodes = || b.postcode.as_bytes().len() == EIRCODE && self.postcode != Nearness::Same;
        if !a.number.is_some() && !b.number.is_some() && one_door() && eircodes() {
            found = found.min(points::UNIT_CONFLICT_NO_NUMBER_CAP);
        }
        // In Puerto Rico streets of many urbanizaciones have the same name.
        let urbanization = |address: &Address| address.name_to > 0 && address.spelling(address.tokens[0]) == b"urb";
        if reasons.contains(Evidence::AddressNameConflict) && urbanization(a) && urbanization(b) {
            found = found.min(points::URBANIZATION_CONFLICT_CAP);
        }
        // `LOT 9 KOOKABURRA LANE`: without a house number the unit is the premises.
        if unit_reason == Some(Evidence::AddressUnitConflict) && !a.number.is_some() && !b.number.is_some() {
            found = found.min(points::UNIT_CONFLICT_NO_NUMBER_CAP);
        }
        // `PO BOX 4402 HONOLULU 96812`, `PO BOX 4402 HONOLULU 96804`
        let whole = a.postcode.as_bytes().len() == b.postcode.as_bytes().len();
        let elsewhere = whole && matches!(self.postcode, Nearness::Area | Nearness::Other);
        if elsewhere && reasons.contains(Evidence::AddressPoBox) {
            found = found.min(points::BOX_ELSEWHERE_CAP);
        }
        if self.general {
            reasons.add(Evidence::AddressGeneralDelivery);
            found = found.min(points::GENERAL_DELIVERY_CAP);
        }
        // The same place with another street would be worth this much: the same street is not worth less.
        found = found.max(place.min(place_cap));
        if self.country_conflict {
            // State, postcode and city say where it is: the country is a slip. The bank may have no postcode.
            let near = matches!(self.postcode, Nearness::Same | Nearness::Slip | Nearness::Missing);
            let placed = near && self.region == Regions::Same && a.region != 0;
            let capped = found.min(points::OTHER_COUNTRY_CAP);
            let is_slip = placed && city < Likeness::Partial;
            found = if is_slip { capped.max(found - points::COUNTRY_SLIP) } else { capped };
        }
        Some((found, reasons))
    }

    fn streets(
        &self,
        (a, first): (&Address, &Split),
        (b, second): (&Address, &Split),
        reasons: &mut Reasons,
    ) -> Streets {
        let (street_a, street_b) = (Phrase::of(a, first.street), Phrase::of(b, second.street));
        if self.far {
            // Far streets have no boxes beside them, and one of them has words in all readings.
            let missing = street_a.is_empty() || street_b.is_empty();
            let reason = if missing { Evidence::AddressStreetMissing } else { Evidence::AddressStreetConflict };
            reasons.add(reason);
            return if missing { Streets::Missing } else { Streets::Different };
        }
        let pure = |address: &Address, street: Phrase| {
            address.delivery.is_some() && street.is_empty() && !address.number.is_some()
        };
        let is_flat = |address: &Address| address.delivery.is_none() && !address.units.is_empty();
        match (pure(a, street_a), pure(b, street_b), self.boxes) {
            (true, true, Boxes::Same) => {
                reasons.add(Evidence::AddressPoBox);
                return Streets::Agree(0);
            }
            (true, _, Boxes::SharedOneMore) | (_, true, Boxes::SharedOneMore) => {
                reasons.add(Evidence::AddressPoBox);
                reasons.add(Evidence::AddressPoBoxExtra);
                return Streets::Agree(points::BOX_EXTRA);
            }
            (true, _, Boxes::SharedOther) | (_, true, Boxes::SharedOther) => {
                reasons.add(Evidence::AddressPoBox);
                reasons.add(Evidence::AddressPoBoxConflict);
                return Streets::Agree(points::BOX_OTHER);
            }
            (true, _, Boxes::Same) | (_, true, Boxes::Same) => {
                reasons.add(Evidence::AddressPoBox);
                reasons.add(Evidence::AddressPoBoxExtra);
                return Streets::Agree(points::BOX_EXTRA);
            }
            (true, _, Boxes::Different) | (_, true, Boxes::Different) => {
                reasons.add(Evidence::AddressPoBoxConflict);
                return Streets::Different;
            }
            // The words beside the boxes (`STN MAIN`) are no premises.
            (_, _, Boxes::Different) if !a.number.is_some() && !b.number.is_some() => {
                reasons.add(Evidence::AddressPoBoxConflict);
                return Streets::Different;
            }
            // `FLAT 761 ROSE BUILDING DUBAI`: all words may be the city's.
            (true, false, _) if !street_b.is_empty() || is_flat(b) => {
                reasons.add(Evidence::AddressPoBoxVersusStreet);
                return Streets::Different;
            }
            (false, true, _) if !street_a.is_empty() || is_flat(a) => {
                reasons.add(Evidence::AddressPoBoxVersusStreet);
                return Streets::Different;
            }
            _ => {}
        }
        let mut directions_agree = false;
        let cost = match street_names(street_a, street_b) {
            Names::Agree { cost, reasons: names } => {
                names.into_iter().flatten().for_each(|reason| reasons.add(reason));
                cost
            }
            Names::Missing => {
                reasons.add(Evidence::AddressStreetMissing);
                return Streets::Missing;
            }
            Names::Different => {
                let direction = |address: &Address, split: &Split| {
                    split.before.checked_sub(1).map(|at| address.tokens[usize::from(at)])
                };
                let directions = (direction(a, first), direction(b, second));
                let Some(cost) = parted_direction((street_a, directions.0), (street_b, directions.1)) else {
                    reasons.add(Evidence::AddressStreetConflict);
                    return Streets::Different;
                };
                reasons.add(Evidence::AddressStreetVariant);
                directions_agree = true;
                cost
            }
        };
        let (number_cost, reason) = number_cost(a, b);
        if let Some(reason) = reason {
            reasons.add(reason);
        }
        let direction_cost = if directions_agree { 0 } else { self.directions((a, first), (b, second), reasons) };
        let box_cost = match self.boxes {
            Boxes::None | Boxes::Same => 0,
            Boxes::OneSide | Boxes::SharedOneMore => {
                reasons.add(Evidence::AddressPoBoxExtra);
                points::BOX_EXTRA
            }
            Boxes::Different | Boxes::SharedOther => {
                reasons.add(Evidence::AddressPoBoxConflict);
                points::BOX_OTHER
            }
        };
        let mut total = cost + number_cost + direction_cost + box_cost;
        if self.street_alias {
            total += points::STREET_ALIAS;
            reasons.add(Evidence::AddressStreetVariant);
        }
        if total == 0 && a.number.is_some() && !street_a.is_empty() {
            reasons.add(Evidence::AddressStreetMatch);
        }
        Streets::Agree(total)
    }

    fn directions(
        &self,
        (a, first): (&Address, &Split),
        (b, second): (&Address, &Split),
        reasons: &mut Reasons,
    ) -> i32 {
        let word = |address: &Address, at: u8| at.checked_sub(1).map_or(0, |at| address.tokens[usize::from(at)].hash);
        let behind = |address: &Address, split: &Split| match split.behind {
            0 => direction_before_part(Phrase::of(address, split.street)).map_or(0, |token| token.hash),
            at => word(address, at),
        };
        let (x, y) = ((word(a, first.before), behind(a, first)), (word(b, second.before), behind(b, second)));
        if x == y {
            return 0;
        }
        let conflict = |p: u32, q: u32| p != 0 && q != 0 && p != q;
        let moved = |p: (u32, u32), q: (u32, u32)| p.0 != 0 && p.1 == 0 && q.0 == 0 && q.1 != 0;
        // `HILL ROAD, BANDRA WEST`: a word of the quarter, which is on one side only.
        let in_quarter = |address: &Address, split: &Split| {
            split.behind != 0 && part_of(Phrase::of(address, split.street)).is_some()
        };
        let (cost, reason) = if conflict(x.0, y.0) || conflict(x.1, y.1) {
            (points::DIRECTION_CONFLICT, Evidence::AddressDirectionalConflict)
        } else if moved(x, y) || moved(y, x) {
            let same = x.0.max(x.1) == y.0.max(y.1);
            if same {
                (points::DIRECTION_MOVED, Evidence::AddressDirectionalMoved)
            } else {
                (points::DIRECTION_CONFLICT, Evidence::AddressDirectionalConflict)
            }
        } else if x.0 == y.0 && (in_quarter(a, first) || in_quarter(b, second)) {
            return 0;
        } else {
            let cost = if self.grid { points::DIRECTION_MISSING_GRID } else { points::DIRECTION_MISSING };
            (cost, Evidence::AddressDirectionalMissing)
        };
        reasons.add(reason);
        cost
    }

    /// Names before the streets, and words for another person.
    fn name_cost(&self, a: &Address, first: &Split, b: &Address, second: &Split, reasons: &mut Reasons) -> i32 {
        let (cost, reason) = match likeness(Phrase::of(a, first.name), Phrase::of(b, second.name)) {
            _ if self.care_of == CareOf::Different => (points::NAME_CONFLICT, Some(Evidence::AddressNameConflict)),
            Likeness::Same | Likeness::Absent if self.care_of == CareOf::OneSide => {
                (points::NAME_EXTRA, Some(Evidence::AddressNameExtra))
            }
            Likeness::Same | Likeness::Absent => (0, None),
            Likeness::Different => (points::NAME_CONFLICT, Some(Evidence::AddressNameConflict)),
            _ => (points::NAME_EXTRA, Some(Evidence::AddressNameExtra)),
        };
        if let Some(reason) = reason {
            reasons.add(reason);
        }
        cost
    }
}

/// Whether two addresses are in the United States.
#[inline(always)]
pub(super) fn are_american(a: &Address, b: &Address) -> bool {
    a.country == Some(Country::US) && b.country == Some(Country::US)
}

/// What the house numbers cost, and the reason.
#[inline(always)]
pub(super) fn number_cost(a: &Address, b: &Address) -> (i32, Option<Evidence>) {
    // Nearly all; only elsewhere may a house have two numbers, one of them where a unit stands.
    if are_american(a, b) && are_far(a, b) {
        return (points::NUMBER_FAR, Some(Evidence::AddressHouseNumberConflict));
    }
    number_cost_closely(a, b)
}

#[inline(never)]
fn number_cost_closely(a: &Address, b: &Address) -> (i32, Option<Evidence>) {
    match numbers(a, b) {
        Numbers::Detail if is_lettered_unit(a, b) || is_lettered_unit(b, a) => {
            (points::NUMBER_LETTER_UNIT, Some(Evidence::AddressHouseNumberFormat))
        }
        Numbers::Same => (0, None),
        // `18-42 SEJONG-DAERO`, block and lot: the second number is another house beside the first, and no end of a range.
        Numbers::Joined | Numbers::Range if has_sub_numbers(a) || has_sub_numbers(b) => {
            (points::NUMBER_NEAR, Some(Evidence::AddressHouseNumberNear))
        }
        Numbers::Joined => (points::NUMBER_JOINED, Some(Evidence::AddressHouseNumberFormat)),
        Numbers::Range => (points::NUMBER_RANGE, Some(Evidence::AddressHouseNumberDetail)),
        Numbers::Detail => (points::NUMBER_DETAIL, Some(Evidence::AddressHouseNumberDetail)),
        Numbers::Far | Numbers::Near | Numbers::Digits if is_number_in_street(a, b) || is_number_in_street(b, a) => {
            (points::NUMBER_RANGE, Some(Evidence::AddressHouseNumberDetail))
        }
        Numbers::Missing if is_flat_for_number(a, b) || is_flat_for_number(b, a) => {
            (points::NUMBER_LETTER_UNIT, Some(Evidence::AddressHouseNumberFormat))
        }
        // `FLAT C, 29/F, BLOCK 3, TAI KOO SHING`: flat, floor and block of an estate tell the door.
        Numbers::Missing if a.units.len() > 1 && b.units.len() > 1 && units(a, b).0 == 0 => {
            (points::NUMBER_DETAIL, Some(Evidence::AddressHouseNumberMissing))
        }
        Numbers::Missing => (points::NUMBER_MISSING, Some(Evidence::AddressHouseNumberMissing)),
        Numbers::OtherDetail => (points::NUMBER_OTHER_DETAIL, Some(Evidence::AddressHouseNumberDetailConflict)),
        Numbers::Digits => (points::NUMBER_DIGITS, Some(Evidence::AddressHouseNumberDigits)),
        Numbers::Near => (points::NUMBER_NEAR, Some(Evidence::AddressHouseNumberNear)),
        Numbers::Far => (points::NUMBER_FAR, Some(Evidence::AddressHouseNumberConflict)),
    }
}
