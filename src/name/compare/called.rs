//! Names that somebody goes by: a middle name, a short form that stands beside the given name, an initial.

use super::assign::is_clearly_surname;
use super::pair::Pair;
use super::parts::Places;
use super::relation::{Link, Relation};
use crate::calibration::name as points;
use crate::name::word::{HYPHEN, INITIAL, Word};

impl Pair<'_> {
    /// The middle names of both sides where one has an initial for the given name: `M PARK` leaves nothing out of Min-jun, nor
    /// `J MOREAU` of Jean-Luc.
    pub(super) fn behind_initial(&self, middle_a: Places, middle_b: Places) -> (Places, Places) {
        let joined = |words: &[Word], mut places: Places| places.all(|place| words[usize::from(place)].is(HYPHEN));
        match (middle_a.is_empty(), middle_b.is_empty()) {
            (true, false) if joined(self.b.words, middle_b) => (middle_a, middle_a),
            (false, true) if joined(self.a.words, middle_a) => (middle_b, middle_b),
            _ => (middle_a, middle_b),
        }
    }

    /// `Lorena Lori Smith`, `LORI SMITH`: a given name with its own short form behind it, by which the other side knows the same
    /// person. The middle names that are left.
    pub(super) fn stated_beside(
        &self,
        link: Link,
        x: u8,
        middle_a: Places,
        y: u8,
        middle_b: Places,
    ) -> Option<(Places, Places)> {
        if !matches!(link.relation, Relation::Nickname | Relation::LooseNickname) {
            return None;
        }
        let equal = |link: Link| link.relation == Relation::Equal;
        let (mut of_a, mut of_b) = (middle_a, middle_b);
        if let Some(place) = of_b.find(|&other| equal(self.link(x, other))) {
            return Some((middle_a, middle_b.without(place)));
        }
        of_a.find(|&other| equal(self.link(other, y))).map(|place| (middle_a.without(place), middle_b))
    }

    /// The given name is a middle name of the other side: what that costs, what it costs as an omission, and which middle names it
    /// takes.
    pub(super) fn moved_given(
        &self,
        x: u8,
        mut middle_a: Places,
        y: u8,
        mut middle_b: Places,
    ) -> Option<(i32, i32, Option<u8>, Option<u8>)> {
        let close = Link::is_close;
        let in_b = middle_b.find(|&other| close(self.link(x, other)) && !self.marked.1.initials.has(other));
        let in_a = middle_a.find(|&other| close(self.link(other, y)) && !self.marked.0.initials.has(other));
        let left_out = |skipped: Word| {
            if skipped.is(INITIAL) { points::GOES_BY_MIDDLE_INITIAL } else { points::GOES_BY_MIDDLE }
        };
        let cost = |link: Link| {
            if link.relation == Relation::Nickname { points::NICKNAME_OF_MIDDLE } else { link.given }
        };
        match (in_a, in_b) {
            (Some(from_a), Some(from_b)) => {
                let (one, other) = (&self.a.words[usize::from(x)], &self.b.words[usize::from(y)]);
                // `GARCIA PEREZ JUAN`: of Juan Perez Garcia no name changed places but the surnames.
                let cost = match () {
                    () if is_clearly_surname(one) || is_clearly_surname(other) => points::SURNAMES_EXCHANGED,
                    () if are_two_sexes(one.sex, other.sex) => points::OTHER_NAME,
                    () => points::MIDDLE_SWAPPED,
                };
                Some((cost, 0, Some(from_a), Some(from_b)))
            }
            (None, Some(from_b)) => {
                Some((cost(self.link(x, from_b)), left_out(self.b.words[usize::from(y)]), None, Some(from_b)))
            }
            (Some(from_a), None) => {
                Some((cost(self.link(from_a, y)), left_out(self.a.words[usize::from(x)]), Some(from_a), None))
            }
            (None, None) => None,
        }
    }
}

/// Whether a man has the one name and a woman the other: José María, María José.
pub(super) const fn are_two_sexes(sex: u8, other: u8) -> bool {
    sex | other == 3
}
