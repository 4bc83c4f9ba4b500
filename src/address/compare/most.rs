//! Whether a pair of readings is worth the most that any can be, so that no other one is looked at.

use super::boxes::Boxes;
use super::evaluate::{Common, Streets, are_american, number_cost};
use super::far::streets_begin_apart;
use super::nearness::Nearness;
use super::phrase::Likeness;
use super::place::cities;
use super::units::units;
use crate::address::Address;
use crate::calibration::{WHOLE, address as points};

impl Common {
    /// Whether no pair of readings can be worth more: what they all lose is lost, and the place alone is worth no more than with
    /// the same city.
    #[inline(never)]
    pub(super) fn is_most(&self, points: i32, a: &Address, b: &Address) -> bool {
        let place = |streets: Streets| self.place_points(Likeness::Same, &streets, a, b);
        let different = place(Streets::Different);
        let missing = different.max(place(Streets::Missing));
        if self.far {
            return points >= self.without_streets(missing);
        }
        // Boxes on both sides may stand for the streets.
        let box_cost = match self.boxes {
            Boxes::None => 0,
            Boxes::OneSide => points::BOX_EXTRA,
            _ => return points >= missing.max(WHOLE),
        };
        // A street is missing only where a split has none.
        let has_none = |address: &Address| address.splits().any(|split| split.street.0 == split.street.1);
        if points < different || points < missing && (has_none(a) || has_none(b)) {
            return false;
        }
        // The dearest to be found out come last.
        let mut most = WHOLE - box_cost - self.postcode_cost().0 - self.region_cost();
        if points < most {
            most -= number_cost(a, b).0;
        }
        points >= most || points >= most - units(a, b).0
    }

    /// Whether no pair of readings of two addresses of the United States is worth more than the place, where streets and cities of the
    /// likeliest are different: in no reading are the cities alike, so that no place is worth more, and streets that slips of the pen
    /// make the same lose too much.
    #[inline(never)]
    pub(super) fn is_most_of_strangers(&self, points: i32, a: &Address, b: &Address) -> bool {
        let lost = self.postcode_cost().0 + self.region_cost() + points::CITY_MISSING + points::STREET_TYPO;
        self.postcode != Nearness::Same
            && are_american(a, b)
            && points >= WHOLE - lost - number_cost(a, b).0
            && (a.flags | b.flags) & crate::address::OPEN_END == 0
            && streets_begin_apart(a, b)
            && a.splits().all(|first| b.splits().all(|second| cities(a, &first, b, &second) >= Likeness::Missing))
    }
}
