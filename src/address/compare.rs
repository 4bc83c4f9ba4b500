//! Verdicts on the parts of two addresses, read in one way each, become evidence and points. No table is read here.

use super::Address;
use super::lends::{hides_street, lends_words};
use super::names::{Names, street_names};
use super::number::{Numbers, numbers, same_number};
use super::phrase::{Likeness, Phrase, likeness, same};
use super::postcode::{Nearness, nearness};
use super::splits::Split;
use super::street::DeliveryKind;
use super::units::units;
use crate::calibration::{WHOLE, address as points};
use crate::evidence::{Evidence, Field, Reasons};

/// How the boxes of two addresses stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Boxes {
    None,
    Same,
    Different,
    OneSide,
    /// One box is the same, and one side has another as well.
    SharedOneMore,
    /// One box is the same, and each side has another as well.
    SharedOther,
}

impl Boxes {
    fn of(a: &Address, b: &Address) -> Boxes {
        let counts = (a.deliveries().count(), b.deliveries().count());
        if counts.0 == 0 || counts.1 == 0 {
            return if counts == (0, 0) { Boxes::None } else { Boxes::OneSide };
        }
        let shared = a.deliveries().filter(|of| b.deliveries().any(|with| a.has_same_box(of, b, with))).count();
        match shared {
            0 => Boxes::Different,
            shared if shared == counts.0 && shared == counts.1 => Boxes::Same,
            shared if shared == counts.0.min(counts.1) => Boxes::SharedOneMore,
            _ => Boxes::SharedOther,
        }
    }
}

/// How the persons behind `C/O` stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CareOf {
    /// The same, or none on both sides.
    Same,
    OneSide,
    Different,
}

/// How two regions stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Regions {
    Same,
    /// Missing on one side, but the ZIP code tells it.
    Implied,
    Missing,
    Different,
}

/// Verdicts that do not depend on where the streets end.
pub(super) struct Common {
    same_number: bool,
    boxes: Boxes,
    region: Regions,
    /// The country writes its region in every address.
    needs_region: bool,
    postcode: Nearness,
    /// The postcodes differ where that says little: see [`differ_in_last`]. Those of four digits are near to too many others.
    last_of_postcode: bool,
    detail_conflict: bool,
    country_conflict: bool,
    /// No two streets of the readings can agree; it is asked for when the likeliest readings do not decide.
    pub(super) far: bool,
    alias: bool,
    care_of: CareOf,
    street_alias: bool,
    swapped: bool,
    grid: bool,
    general: bool,
    /// No reading is refused: all of them were.
    pub(super) any_reading: bool,
}

/// A verdict on the two streets.
enum Streets {
    Agree(i32),
    Different,
    Missing,
}

impl Common {
    pub(super) fn of(a: &Address, b: &Address) -> Common {
        let boxes = Boxes::of(a, b);
        let region = match (a.region, b.region) {
            (x, y) if x == y => Regions::Same,
            (0, y) => {
                if a.zip_region == y {
                    Regions::Implied
                } else {
                    Regions::Missing
                }
            }
            (x, 0) => {
                if b.zip_region == x {
                    Regions::Implied
                } else {
                    Regions::Missing
                }
            }
            _ => Regions::Different,
        };
        let detail_conflict = matches!((a.postcode.detail, b.postcode.detail), (Some(x), Some(y)) if x != y);
        let general = |address: &Address| address.deliveries().any(|delivery| delivery.kind == DeliveryKind::General);
        let writes_region = |country: crate::Country| country.is_any_of(&["US", "CA", "AU", "MX", "BR", "IN"]);
        Common {
            same_number: same_number(a, b),
            boxes,
            region,
            needs_region: [a.country, b.country].into_iter().flatten().all(writes_region),
            postcode: nearness(&a.postcode, &b.postcode),
            last_of_postcode: differ_in_last(a.postcode.as_bytes(), b.postcode.as_bytes()),
            detail_conflict,
            country_conflict: matches!((a.country, b.country), (Some(x), Some(y)) if x != y),
            far: false,
            alias: (a.flags ^ b.flags) & super::ALIAS != 0,
            care_of: if (a.flags ^ b.flags) & super::CARE_OF != 0 {
                CareOf::OneSide
            } else if a.has_same_care_of(b) {
                CareOf::Same
            } else {
                CareOf::Different
            },
            street_alias: (a.flags ^ b.flags) & super::STREET_ALIAS != 0,
            swapped: (a.flags ^ b.flags) & super::SWAPPED != 0,
            grid: (a.flags | b.flags) & super::GRID != 0,
            general: general(a) || general(b),
            any_reading: false,
        }
    }

    /// The points and reasons of one pair of readings; `None` where it is clear early that `wins` says no to the points.
    pub(super) fn evaluate(
        &self,
        (a, first): (&Address, &Split),
        (b, second): (&Address, &Split),
        wins: impl Fn(i32) -> bool,
    ) -> Option<(i32, Reasons)> {
        let mut reasons = Reasons::new(Field::Address);
        let streets = self.streets((a, first), (b, second), &mut reasons);
        // Without an agreement of the streets the place is all that counts: at most what the best of cities would give.
        if !matches!(streets, Streets::Agree(_)) && !wins(self.place_points(Likeness::Same, &streets, a, b)) {
            return None;
        }
        let city = cities(a, first, b, second);
        if !b.may_go_on(second, &a.cut_word) || !a.may_go_on(first, &b.cut_word) {
            return None;
        }
        // `STEAMBOAT SP`: a code that is read as the beginning of a word says so only beside that word.
        let begins = matches!(city, Likeness::Truncated | Likeness::Begins | Likeness::Shortened | Likeness::Same);
        if (a.flags | b.flags) & super::TAIL != 0 && !begins {
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
        if !self.any_reading && (lends_words((a, first), (b, second)) || lends_words((b, second), (a, first))) {
            return None;
        }
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
        // `THE OLD RECTORY CHURCH RD`, `THE OLD BAKERY CHURCH RD`: without a house number the words are the premises.
        if reasons.contains(Evidence::AddressStreetPartial) && !a.number.is_some() && !b.number.is_some() {
            found = found.min(points::PARTIAL_NO_NUMBER_CAP);
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
        if self.general {
            reasons.add(Evidence::AddressGeneralDelivery);
            found = found.min(points::GENERAL_DELIVERY_CAP);
        }
        // The same place with another street would be worth this much: the same street is not worth less.
        found = found.max(place.min(place_cap));
        if self.country_conflict {
            found = found.min(points::OTHER_COUNTRY_CAP);
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
            (true, false, _) if !street_b.is_empty() => {
                reasons.add(Evidence::AddressPoBoxVersusStreet);
                return Streets::Different;
            }
            (false, true, _) if !street_a.is_empty() => {
                reasons.add(Evidence::AddressPoBoxVersusStreet);
                return Streets::Different;
            }
            _ => {}
        }
        let names = if super::far::phrases_are_far(street_a, street_b) {
            Names::Different
        } else {
            street_names(street_a, street_b)
        };
        let cost = match names {
            Names::Agree { cost, reasons: names } => {
                names.into_iter().flatten().for_each(|reason| reasons.add(reason));
                cost
            }
            Names::Missing => {
                reasons.add(Evidence::AddressStreetMissing);
                return Streets::Missing;
            }
            Names::Different => {
                reasons.add(Evidence::AddressStreetConflict);
                return Streets::Different;
            }
        };
        let (number_cost, reason) = number_cost(a, b);
        if let Some(reason) = reason {
            reasons.add(reason);
        }
        let direction_cost = self.directions((a, first), (b, second), reasons);
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
        let (x, y) = ((word(a, first.before), word(a, first.behind)), (word(b, second.before), word(b, second.behind)));
        if x == y {
            return 0;
        }
        let conflict = |p: u32, q: u32| p != 0 && q != 0 && p != q;
        let moved = |p: (u32, u32), q: (u32, u32)| p.0 != 0 && p.1 == 0 && q.0 == 0 && q.1 != 0;
        let (cost, reason) = if conflict(x.0, y.0) || conflict(x.1, y.1) {
            (points::DIRECTION_CONFLICT, Evidence::AddressDirectionalConflict)
        } else if moved(x, y) || moved(y, x) {
            let same = x.0.max(x.1) == y.0.max(y.1);
            if same {
                (points::DIRECTION_MOVED, Evidence::AddressDirectionalMoved)
            } else {
                (points::DIRECTION_CONFLICT, Evidence::AddressDirectionalConflict)
            }
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

    /// What the place costs where the streets agree, and the cap that it sets.
    fn place_cost(&self, city: Likeness, region_words: Likeness, reasons: &mut Reasons) -> (i32, i32) {
        let mut cap = WHOLE;
        let (city_cost, city_reason) = match city {
            // By another name it is told below.
            Likeness::Same if self.alias => (0, None),
            Likeness::Same => (0, Some(Evidence::AddressCityMatch)),
            Likeness::Absent => (0, None),
            Likeness::Variant => (points::CITY_VARIANT, Some(Evidence::AddressCityVariant)),
            Likeness::Typo(slips, _) => {
                (points::CITY_TYPO + points::CITY_TYPO_MORE * (i32::from(slips) - 1), Some(Evidence::AddressCityTypo))
            }
            Likeness::Shortened | Likeness::Begins | Likeness::Truncated => {
                (points::CITY_TRUNCATED, Some(Evidence::AddressCityTruncated))
            }
            Likeness::Initials => (points::CITY_INITIALS, Some(Evidence::AddressCityInitials)),
            Likeness::Partial => (points::CITY_PARTIAL, Some(Evidence::AddressCityPartial)),
            Likeness::Missing => (points::CITY_MISSING, Some(Evidence::AddressCityMissing)),
            Likeness::Different => (points::CITY_CONFLICT, Some(Evidence::AddressCityConflict)),
        };
        let mut cost = city_cost;
        if let Some(reason) = city_reason {
            reasons.add(reason);
        }
        if self.alias && city < Likeness::Missing {
            cost += points::CITY_ALIAS;
            reasons.add(Evidence::AddressCityAlias);
        }
        if self.swapped {
            cost += points::SWAPPED;
            reasons.add(Evidence::AddressCityStateSwapped);
        }
        let (postcode_cost, reason) = self.postcode_cost();
        cost += postcode_cost + self.region_cost();
        reasons.add(reason);
        match self.region {
            Regions::Same => {}
            Regions::Implied | Regions::Missing => reasons.add(Evidence::AddressStateMissing),
            Regions::Different => reasons.add(Evidence::AddressStateConflict),
        }
        match region_words {
            Likeness::Missing => {
                cost += points::REGION_WORDS;
                reasons.add(Evidence::AddressStateMissing);
            }
            Likeness::Different => {
                cost += points::REGION_WORDS_CONFLICT;
                reasons.add(Evidence::AddressStateConflict);
            }
            Likeness::Same | Likeness::Absent => {}
            // The same county in other letters.
            _ => {
                cost += points::REGION_WORDS;
                reasons.add(Evidence::AddressStateConflict);
            }
        }
        let no_city = matches!(city, Likeness::Missing | Likeness::Absent);
        if self.country_conflict {
            reasons.add(Evidence::AddressCountryConflict);
        }
        match self.postcode {
            Nearness::Same => {}
            _ if self.region == Regions::Different => cap = points::OTHER_STATE_CAP,
            Nearness::Missing if no_city => cap = points::NO_PLACE_CAP,
            Nearness::Missing | Nearness::Cut if city == Likeness::Different => cap = points::OTHER_CITY_CAP,
            // What a slip of the pen may confirm, another city denies.
            Nearness::Slip if city == Likeness::Different && self.last_of_postcode => cap = points::OTHER_CITY_CAP,
            Nearness::Slip | Nearness::Area | Nearness::Other if city == Likeness::Different => {
                cap = points::OTHER_PLACE_CAP;
            }
            Nearness::Area | Nearness::Other if no_city => cap = points::OTHER_CITY_CAP,
            _ => {}
        }
        (cost, cap)
    }

    fn postcode_cost(&self) -> (i32, Evidence) {
        match self.postcode {
            Nearness::Same if self.detail_conflict => (points::POSTCODE_DETAIL, Evidence::AddressPostalCodeDetail),
            Nearness::Same => (0, Evidence::AddressPostalCodeMatch),
            Nearness::Missing => (points::POSTCODE_MISSING, Evidence::AddressPostalCodeMissing),
            Nearness::Slip => (points::POSTCODE_SLIP, Evidence::AddressPostalCodeNear),
            Nearness::Cut => (points::POSTCODE_CUT, Evidence::AddressPostalCodeNear),
            Nearness::Area => (points::POSTCODE_AREA, Evidence::AddressPostalCodeNear),
            Nearness::Other => (points::POSTCODE_CONFLICT, Evidence::AddressPostalCodeConflict),
        }
    }

    fn region_cost(&self) -> i32 {
        match self.region {
            Regions::Same => 0,
            Regions::Implied => points::STATE_IMPLIED,
            Regions::Missing if self.needs_region => points::STATE_MISSING,
            Regions::Missing => points::REGION_WORDS,
            Regions::Different => points::STATE_CONFLICT,
        }
    }

    /// The most that any pair of readings can be worth: what they all lose is lost, and the place alone is worth no more than
    /// with the same city.
    pub(super) fn most(&self, a: &Address, b: &Address) -> i32 {
        let place = |streets: Streets| self.place_points(Likeness::Same, &streets, a, b);
        let missing = place(Streets::Missing).max(place(Streets::Different));
        if self.far {
            return self.without_streets(missing);
        }
        let agreeing = if self.boxes == Boxes::None {
            WHOLE - number_cost(a, b).0 - units(a, b).0 - self.postcode_cost().0 - self.region_cost()
        } else {
            WHOLE
        };
        agreeing.max(missing)
    }

    /// What a place is worth where the streets do not agree.
    fn without_streets(&self, place: i32) -> i32 {
        if self.country_conflict { place.min(points::place::STATE) / 2 } else { place }
    }

    /// What the place alone is worth.
    fn place_points(&self, city: Likeness, streets: &Streets, a: &Address, b: &Address) -> i32 {
        use points::place;
        let bare = |address: &Address| {
            address.tokens.is_empty() && address.region == 0 && !address.number.is_some() && address.delivery.is_none()
        };
        let same_city = matches!(
            city,
            Likeness::Same
                | Likeness::Variant
                | Likeness::Typo(..)
                | Likeness::Initials
                | Likeness::Shortened
                | Likeness::Begins
                | Likeness::Truncated
        );
        let missing = matches!(streets, Streets::Missing);
        if self.region == Regions::Different && self.postcode != Nearness::Same {
            return place::COUNTRY;
        }
        let base = match self.postcode {
            Nearness::Same if bare(a) || bare(b) => place::BARE_POSTCODE,
            Nearness::Same if missing => place::POSTCODE_ONLY_PLACE,
            Nearness::Same => place::POSTCODE,
            _ if same_city && missing => place::CITY + place::NUMBER,
            _ if same_city => place::CITY,
            _ if city == Likeness::Partial => place::CITY_PARTIAL,
            Nearness::Slip | Nearness::Area => place::POSTCODE_AREA,
            _ if self.region == Regions::Same && a.region != 0 => place::STATE,
            _ => place::COUNTRY,
        };
        let same_number = self.same_number && a.number.is_some() && !missing;
        base + if same_number { place::NUMBER } else { 0 }
            + if self.boxes == Boxes::Different { place::OTHER_BOX } else { 0 }
    }
}

/// What the house numbers cost, and the reason.
fn number_cost(a: &Address, b: &Address) -> (i32, Option<Evidence>) {
    match numbers(a, b) {
        Numbers::Same => (0, None),
        Numbers::Joined => (points::NUMBER_JOINED, Some(Evidence::AddressHouseNumberFormat)),
        Numbers::Range => (points::NUMBER_RANGE, Some(Evidence::AddressHouseNumberDetail)),
        Numbers::Detail => (points::NUMBER_DETAIL, Some(Evidence::AddressHouseNumberDetail)),
        Numbers::Missing => (points::NUMBER_MISSING, Some(Evidence::AddressHouseNumberMissing)),
        Numbers::OtherDetail => (points::NUMBER_OTHER_DETAIL, Some(Evidence::AddressHouseNumberDetailConflict)),
        Numbers::Digits => (points::NUMBER_DIGITS, Some(Evidence::AddressHouseNumberDigits)),
        Numbers::Near => (points::NUMBER_NEAR, Some(Evidence::AddressHouseNumberNear)),
        Numbers::Far => (points::NUMBER_FAR, Some(Evidence::AddressHouseNumberConflict)),
    }
}

/// Whether two postcodes of more than four characters that are a slip apart differ in the last one alone, or in their
/// lengths: then one of them is no postcode of another place, only a damaged one.
fn differ_in_last(a: &[u8], b: &[u8]) -> bool {
    let length = a.len().max(b.len());
    length > 4 && (a.len() != b.len() || a[..length - 1] == b[..length - 1])
}

impl Address {
    /// Whether a line that ends inside a word (`MAIN ST P`, `MAIN ST AP`) may go on with the city, or the unit, of this address.
    fn may_go_on(&self, split: &Split, cut: &[u8; 4]) -> bool {
        let length = cut.iter().take_while(|&&letter| letter != 0).count();
        let cut = &cut[..length];
        let mut city = self.token_range(split.city).iter().flat_map(|token| self.spelling(*token));
        cut.is_empty()
            || split.city.0 == split.city.1
            || cut.iter().all(|letter| city.next() == Some(letter))
            || !self.units.is_empty()
                && super::read::CUT_DESIGNATORS.iter().any(|whole| whole.as_bytes().starts_with(cut))
    }
}

/// The two cities, without words of a region that only one side keeps apart.
fn cities(a: &Address, first: &Split, b: &Address, second: &Split) -> Likeness {
    let city_a = without_region(a, first, b);
    let city_b = without_region(b, second, a);
    likeness(city_a, city_b)
}

/// The city of `a` without the region that `b` knows apart: `LEEDS WEST YORKSHIRE`.
fn without_region<'a>(a: &'a Address, split: &Split, b: &Address) -> Phrase<'a> {
    let city = Phrase::of(a, split.city);
    let region = Phrase::of(b, (b.region_from, b.tokens.len() as u8));
    let has_own = usize::from(a.region_from) < a.tokens.len();
    if region.is_empty() || has_own || city.tokens.len() <= region.tokens.len() {
        return city;
    }
    let from = city.tokens.len() - region.tokens.len();
    let tail = Phrase { tokens: &city.tokens[from..], ..city };
    if same(tail, region) { Phrase { tokens: &city.tokens[..from], ..city } } else { city }
}

/// How like the words for a region are that the tables do not know, such as a county. They are missing where one side alone has
/// them, also inside its city.
fn region_words(a: &Address, first: &Split, b: &Address, second: &Split) -> Likeness {
    let words = |address| Phrase::of(address, (address.region_from, address.tokens.len() as u8));
    let stripped = |address: &Address, split: &Split, other: &Address| {
        without_region(address, split, other).tokens.len() < usize::from(split.city.1 - split.city.0)
    };
    match likeness(words(a), words(b)) {
        Likeness::Missing if stripped(a, first, b) || stripped(b, second, a) => Likeness::Same,
        found => found,
    }
}
