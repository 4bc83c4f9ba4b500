//! What the place of two addresses, city, region and postcode, costs beside streets that agree and is worth alone.

use super::boxes::Boxes;
use super::evaluate::{Common, Regions, Streets};
use super::nearness::Nearness;
use super::phrase::{Likeness, Phrase, likeness, same};
use crate::address::splits::Split;
use crate::address::{Address, Token};
use crate::calibration::{WHOLE, address as points};
use crate::evidence::{Evidence, Reasons};

impl Common {
    /// What the place costs where the streets agree, and the cap that it sets.
    // Where the streets are different, only the reasons are asked for.
    #[inline(always)]
    pub(super) fn place_cost(&self, city: Likeness, region_words: Likeness, reasons: &mut Reasons) -> (i32, i32) {
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
            // A postcode that is a slip apart says no more for the place than none does.
            Nearness::Missing | Nearness::Slip if no_city => cap = points::NO_PLACE_CAP,
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

    pub(super) fn postcode_cost(&self) -> (i32, Evidence) {
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

    pub(super) fn region_cost(&self) -> i32 {
        match self.region {
            Regions::Same => 0,
            Regions::Implied => points::STATE_IMPLIED,
            Regions::Missing if self.needs_region => points::STATE_MISSING,
            Regions::Missing => points::REGION_WORDS,
            Regions::Different => points::STATE_CONFLICT,
        }
    }

    /// What a place is worth where the streets do not agree.
    pub(super) fn without_streets(&self, place: i32) -> i32 {
        if self.country_conflict { place.min(points::place::STATE) / 2 } else { place }
    }

    /// What the place alone is worth.
    #[inline(always)]
    pub(super) fn place_points(&self, city: Likeness, streets: &Streets, a: &Address, b: &Address) -> i32 {
        if self.region == Regions::Different && self.postcode != Nearness::Same {
            return points::place::COUNTRY;
        }
        self.points_of_region(city, streets, a, b)
    }

    /// The same in one region, or of one postcode.
    fn points_of_region(&self, city: Likeness, streets: &Streets, a: &Address, b: &Address) -> i32 {
        use points::place;
        let bare = |address: &Address| {
            address.tokens.is_empty() && address.region == 0 && !address.number.is_some() && address.delivery.is_none()
        };
        let same_city = city < Likeness::Partial;
        let missing = matches!(streets, Streets::Missing);
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
        base + if self.same_number && !missing { place::NUMBER } else { 0 }
            + if self.boxes == Boxes::Different { place::OTHER_BOX } else { 0 }
    }
}

/// The two cities, without words of a region that only one side keeps apart.
pub(super) fn cities(a: &Address, first: &Split, b: &Address, second: &Split) -> Likeness {
    let (city_a, city_b) = (without_region(a, first, b), without_region(b, second, a));
    let found = likeness(city_a, city_b);
    if found == Likeness::Different {
        let (short_a, short_b) = (without_district(city_a), without_district(city_b));
        // `PRAHA 1` and `PRAHA`; but `DUBLIN 4` is not `DUBLIN 6`.
        if (short_a.tokens.len() < city_a.tokens.len()) != (short_b.tokens.len() < city_b.tokens.len()) {
            return likeness(short_a, short_b).max(Likeness::Partial);
        }
    }
    if found != Likeness::Different && found != Likeness::Partial {
        return found;
    }
    if found == Likeness::Different && [a, b].iter().any(|side| side.country.is_some_and(|it| it.code() == "HK")) {
        return in_hong_kong(city_a, city_b);
    }
    let of_district = district_of(a, first, b, second, found).or_else(|| district_of(b, second, a, first, found));
    of_district.unwrap_or(found)
}

/// The cities of two addresses the first of which has its great city for a region and a district for the city, as forms of East Asia
/// ask for: `TAIPEI CITY` beside Da'an District in it; `JUNG-GU DAEJEON` beside Jung-gu in Daegu.
fn district_of(a: &Address, first: &Split, b: &Address, second: &Split, found: Likeness) -> Option<Likeness> {
    let none = |address: &Address| usize::from(address.region_from) == address.tokens.len();
    if none(a) || !none(b) || !a.country.is_some_and(|country| country.is_any_of(&["CN", "JP", "KR", "TW"])) {
        return None;
    }
    let region = Phrase::of(a, (a.region_from, a.tokens.len() as u8));
    let (district, city) = (Phrase::of(a, first.city), Phrase::of(b, second.city));
    if found == Likeness::Different {
        return same(city, region).then_some(Likeness::Partial);
    }
    let (front, behind) = city.tokens.split_at_checked(district.tokens.len())?;
    let begins = same(Phrase { tokens: front, ..city }, district);
    let other = || likeness(Phrase { tokens: behind, ..city }, region) == Likeness::Different;
    (begins && !behind.is_empty() && other()).then_some(Likeness::Different)
}

/// The places of two addresses in Hong Kong, which is one city: `MONG KOK KLN` lies in it, whichever of its parts the other side names.
fn in_hong_kong(a: Phrase, b: Phrase) -> Likeness {
    let (first, second) = (without_parts(a), without_parts(b));
    if first.tokens.is_empty() || second.tokens.is_empty() {
        return Likeness::Partial;
    }
    likeness(first, second).max(Likeness::Variant)
}

/// A place without the parts of Hong Kong behind it.
fn without_parts(place: Phrase) -> Phrase {
    const PARTS: [&[u8]; 10] = [b"hong", b"kong", b"hk", b"kowloon", b"kln", b"new", b"territories", b"nt", b"n", b"t"];
    let is_part = |at: &usize| PARTS.contains(&place.word(*at));
    let parts = (0..place.tokens.len()).rev().take_while(is_part).count();
    Phrase { tokens: &place.tokens[..place.tokens.len() - parts], ..place }
}

/// A city without the number of a district behind it.
fn without_district(city: Phrase) -> Phrase {
    match city.tokens {
        [words @ .., last] if !words.is_empty() && last.is(Token::NUMBER) && last.len <= 2 => {
            Phrase { tokens: words, ..city }
        }
        _ => city,
    }
}

/// The city of `a` without the region that `b` knows apart: `LEEDS WEST YORKSHIRE`.
fn without_region<'a>(a: &'a Address, split: &Split, b: &Address) -> Phrase<'a> {
    let city = Phrase::of(a, split.city);
    if usize::from(b.region_from) == b.tokens.len() {
        return city;
    }
    let region = Phrase::of(b, (b.region_from, b.tokens.len() as u8));
    let has_own = usize::from(a.region_from) < a.tokens.len();
    if has_own || city.tokens.len() <= region.tokens.len() {
        return city;
    }
    let from = city.tokens.len() - region.tokens.len();
    let tail = Phrase { tokens: &city.tokens[from..], ..city };
    if same(tail, region) { Phrase { tokens: &city.tokens[..from], ..city } } else { city }
}

/// How like the words for a region are that the tables do not know, such as a county. They are missing where one side alone has
/// them, also inside its city.
pub(super) fn region_words(a: &Address, first: &Split, b: &Address, second: &Split) -> Likeness {
    let none = |address: &Address| usize::from(address.region_from) == address.tokens.len();
    if none(a) && none(b) {
        return Likeness::Absent;
    }
    let words = |address| Phrase::of(address, (address.region_from, address.tokens.len() as u8));
    let stripped = |address: &Address, split: &Split, other: &Address| {
        without_region(address, split, other).tokens.len() < usize::from(split.city.1 - split.city.0)
    };
    match likeness(words(a), words(b)) {
        Likeness::Missing if stripped(a, first, b) || stripped(b, second, a) => Likeness::Same,
        found => found,
    }
}
