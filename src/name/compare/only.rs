//! Two persons of whom only one word of each relates to a word of the other: where these two meet, and what that is worth at most.
//!
//! Most people who share anything share one name, or an initial. Two words that stand where no words are compared, the initial of
//! a middle name beside a surname, are as good as strangers.

use super::pair::{Found, Pair, Places};
use super::person::is_called_by_last;
use super::relation::Relation;
use crate::calibration::name as points;
use crate::name::reading::{MOST_READINGS, Range, Reading};
use crate::name::word::{INITIAL, Word};

/// Where a word stands in a reading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Surname,
    /// The first word of the given name.
    Given,
    Middle,
    /// A particle, a further word of the given name, a middle name of somebody who is called by the last: it meets no word.
    Beside,
}

/// Where a word stands in a reading; `core` are the words of a range that are compared.
#[inline]
fn part(word: u8, reading: &Reading, core: impl Fn(Range) -> Places) -> Part {
    let within = |range: Range| range.0 <= word && word < range.1;
    if within(reading.surname) {
        if core(reading.surname).has(word) { Part::Surname } else { Part::Beside }
    } else if within(reading.given) {
        if core(reading.given).first() == Some(word) { Part::Given } else { Part::Beside }
    } else if within(reading.middle) && !is_called_by_last(reading) && core(reading.middle).has(word) {
        Part::Middle
    } else {
        Part::Beside
    }
}

impl Pair<'_> {
    /// The only two words that relate, where no alias does.
    pub(super) fn only_found(&self) -> Option<&Found> {
        match self.found() {
            [one] if self.alias.of_a | self.alias.of_b == 0 => Some(one),
            _ => None,
        }
    }

    /// Where the one of the only two words that relate which `a` has stands in a reading.
    pub(super) fn part_of_a(&self, one: &Found, reading: &Reading) -> Part {
        part(one.a, reading, |range| self.core_a(range))
    }

    /// The same of `b`, in each of its readings.
    pub(super) fn parts_of_b(&self, one: &Found, readings: &[Reading]) -> [Part; MOST_READINGS] {
        let mut parts = [Part::Beside; MOST_READINGS];
        for (held, reading) in parts.iter_mut().zip(readings) {
            *held = part(one.b, reading, |range| self.core_b(range));
        }
        parts
    }

    /// Whether the only two words that relate meet in a pair of readings; nothing meets there otherwise.
    pub(super) fn meets(&self, one: &Found, a: Part, b: Part) -> bool {
        let link = one.link;
        let initial = |words: &[Word], at: u8| words[usize::from(at)].is(INITIAL);
        match (a, b) {
            (Part::Surname, Part::Surname) => link.surname < points::CONFLICT,
            (Part::Given, Part::Given) => link.given < points::CONFLICT,
            (Part::Given, Part::Middle) => link.is_close() && !initial(self.b.words, one.b),
            (Part::Middle, Part::Given) => link.is_close() && !initial(self.a.words, one.a),
            (Part::Middle, Part::Middle) => link.of_middles().is_some(),
            _ => false,
        }
    }

    /// The most points that a pair of readings can come to in which they meet: nothing else agrees, and what they cost themselves
    /// is lost.
    pub(super) fn most_of_one(&self, one: &Found, (a, of_a): (&Reading, Part), (b, of_b): (&Reading, Part)) -> i32 {
        let is_empty = |range: Range| range.0 == range.1;
        if (of_a, of_b) == (Part::Middle, Part::Middle) {
            return points::STRAY_WORD;
        }
        let in_part = self.order(a, b).in_part();
        if of_a == Part::Surname {
            let alone = is_empty(a.given) || is_empty(b.given);
            let part = if alone { points::SURNAME_ALONE } else { points::SURNAME_ONLY };
            let rare = points::SURNAME_ONLY_RARE * self.rarity(a.surname, b.surname) / 10;
            // Of two surnames each an initial costs less.
            let initial = one.link.relation == Relation::Initial;
            let cost = if initial { points::SECOND_SURNAME_INITIAL } else { one.link.surname };
            return (part + rare - cost / 3 - in_part).max(points::NOTHING);
        }
        // Where one is a middle name, it is the given name of somebody who goes by it.
        let alone = is_empty(a.surname) || is_empty(b.surname);
        let part = if alone { points::GIVEN_ALONE } else { points::GIVEN_ONLY };
        (part - one.link.given / 3 - in_part).max(points::NOTHING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;
    use crate::name::compare::pair::{Glance, related};
    use crate::name::compare::person::whole_view;
    use crate::name::reading::readings;
    use proptest::prelude::*;

    /// Words that are names of every part, in more than one order, and initials, particles and slips of each other.
    const WORDS: [&str; 32] = [
        "Nguyen",
        "Thi",
        "Lan",
        "Hoa",
        "Hoang",
        "An",
        "Maria",
        "Mario",
        "Jose",
        "Garcia",
        "Lopez",
        "Lopes",
        "Mark",
        "Marc",
        "J",
        "M",
        "Chen",
        "Xiaoli",
        "Anna",
        "Anne",
        "Smith",
        "Smyth",
        "de",
        "la",
        "Cruz",
        "Ivan",
        "Ivanovich",
        "Kim",
        "Ji",
        "Hoon",
        "William",
        "Bill",
    ];

    /// What two names have in common, where it is two words.
    fn with_only<T>(one: &str, other: &str, ask: impl Fn(&Pair<'_>, &Found) -> T) -> T {
        let (a, b) = (Name::parse(one).expect("a name"), Name::parse(other).expect("a name"));
        let (slot_a, slot_b) = (&a.parties[0], &b.parties[0]);
        let (view_a, view_b) = (whole_view(&a, slot_a), whole_view(&b, slot_b));
        let found = related(view_a, &a, view_b, &b, Glance::of_views(view_a, &a, view_b, &b));
        let pair = Pair::new((&a, slot_a, view_a), (&b, slot_b, view_b), found);
        ask(&pair, pair.only_found().expect("two words that relate"))
    }

    /// Where the bound says that they meet, the readings are compared in full.
    #[test]
    fn words_meet_only_where_they_relate() {
        let meets = |one: &str, other: &str, a: Part, b: Part| with_only(one, other, |pair, one| pair.meets(one, a, b));
        // Juan is another name of John, and no other surname.
        assert!(meets("John Smith", "JUAN CRUZ", Part::Given, Part::Given));
        assert!(!meets("John Smith", "JUAN CRUZ", Part::Surname, Part::Surname));
        assert!(!meets("John Smith", "JUAN CRUZ", Part::Given, Part::Surname));
        // A surname cut off is no given name cut off, and what only looks alike is no middle name that somebody goes by.
        assert!(meets("Budi", "BUDIMAN", Part::Surname, Part::Surname));
        assert!(!meets("Budi", "BUDIMAN", Part::Given, Part::Given));
        assert!(!meets("Tim Barker", "LE VAN TAM", Part::Given, Part::Middle));
        assert!(!meets("Tim Barker", "LE VAN TAM", Part::Middle, Part::Given));
    }

    /// An initial is no particle, and a particle among the middle names meets no word.
    #[test]
    fn particles_stand_beside_the_names() {
        let parts = with_only("Ruth E Hayes", "ABD EL KADER BENALI", |pair, one| {
            pair.parts_of_b(one, &readings(pair.b.words, pair.b.surname)).contains(&Part::Middle)
        });
        assert!(!parts);
    }

    fn text() -> impl Strategy<Value = String> {
        (prop::collection::vec(prop::sample::select(&WORDS[..]), 1..6), 0_usize..8).prop_map(|(mut words, comma)| {
            let first = words.remove(0);
            if comma == 0 { format!("{first}, {}", words.join(" ")) } else { format!("{first} {}", words.join(" ")) }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// No pair of readings comes to more than the bound by which it is left out, and the best of them answers.
        #[test]
        fn bounds_leave_out_nothing_that_is_better(one in text(), other in text()) {
            let (Some(a), Some(b)) = (Name::parse(&one), Name::parse(&other)) else { return Ok(()) };
            let (slot_a, slot_b) = (&a.parties[0], &b.parties[0]);
            let (view_a, view_b) = (whole_view(&a, slot_a), whole_view(&b, slot_b));
            let found = related(view_a, &a, view_b, &b, Glance::of_views(view_a, &a, view_b, &b));
            let pair = Pair::new((&a, slot_a, view_a), (&b, slot_b, view_b), found);
            if pair.is_unrelated() {
                return Ok(());
            }
            let best = pair.best().points;
            let (of_a, of_b) = (readings(view_a.words, view_a.surname), readings(view_b.words, view_b.surname));
            let mut most = pair.whole().map_or(points::LEAST, |outcome| outcome.points);
            for reading_a in &of_a {
                for reading_b in &of_b {
                    let read = pair.read(reading_a, reading_b).points;
                    most = most.max(read);
                    let reach = pair.reach(reading_a);
                    if pair.is_within(reach, reading_b) {
                        let bound = pair.most(reach, reading_a, reading_b);
                        prop_assert!(read <= bound, "{} ~ {}: {} is above {}", one, other, read, bound);
                    }
                }
            }
            prop_assert_eq!(best, most, "{} ~ {}", one, other);
        }
    }
}
