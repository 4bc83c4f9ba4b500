//! Two persons of whom only one word of each relates to a word of the other: where these two meet, and what that is worth at most.
//!
//! Most people who share anything share one name, or an initial. Two words that stand where no words are compared, the initial of
//! a middle name beside a surname, are as good as strangers.

use super::assign::{Agreed, State};
use super::glance::Found;
use super::pair::Pair;
use super::parts::{Parts, Places};
use super::person::{Outcome, given_part, note_given, surname_part};
use super::relation::{Link, Relation};
use crate::calibration::name as points;
use crate::evidence::{Evidence, Reasons};
use crate::name::reading::MOST_READINGS;

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

/// Where a word stands in a reading.
#[inline]
fn part(word: u8, reading: &Parts) -> Part {
    if reading.surname.has(word) {
        Part::Surname
    } else if reading.given.first() == Some(word) {
        Part::Given
    } else if reading.middle.has(word) && !reading.called_by_last {
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

    /// Whether the only two words that relate meet in a pair of readings; nothing meets there otherwise.
    pub(super) fn meets(&self, one: &Found, a: Part, b: Part) -> bool {
        let link = one.link;
        match (a, b) {
            (Part::Surname, Part::Surname) => link.surname < points::CONFLICT,
            (Part::Given, Part::Given) => link.given < points::CONFLICT,
            (Part::Given, Part::Middle) => link.is_close() && !self.marked.1.initials.has(one.b),
            (Part::Middle, Part::Given) => link.is_close() && !self.marked.0.initials.has(one.a),
            (Part::Middle, Part::Middle) => link.of_middles().is_some(),
            _ => false,
        }
    }

    /// The readings that compare best where nothing but two words relates, and nobody is called by the last of the middle names.
    pub(super) fn best_of_one(&self, one: &Found, of_a: &[Parts], of_b: &[Parts]) -> Outcome {
        let mut best = Outcome::new(points::LEAST);
        if self.marked.0.whole().only().is_some() {
            best = self.whole().unwrap_or(best);
        }
        let mut parts_of_b = [Part::Beside; MOST_READINGS];
        for (held, reading) in parts_of_b.iter_mut().zip(of_b) {
            *held = part(one.b, reading);
        }
        // Two surnames come to more than any other parts.
        let most_of_given = given_part(true, one.link.given).max(points::STRAY_WORD);
        for a in of_a {
            let of_a = part(one.a, a);
            if of_a != Part::Surname && most_of_given < best.points {
                continue;
            }
            for (b, of_b) in of_b.iter().zip(parts_of_b) {
                let meet = self.meets(one, of_a, of_b);
                if meet && self.most_of_one(one, (a, of_a), (b, of_b)) >= best.points {
                    best = best.better(self.read_one(one, (a, of_a), (b, of_b)));
                }
            }
        }
        if best.points > points::NOTHING {
            return best;
        }
        for a in of_a {
            let of_a = part(one.a, a);
            for (b, of_b) in of_b.iter().zip(parts_of_b) {
                if !self.meets(one, of_a, of_b) {
                    best = best.better(self.read_apart(a, b));
                }
            }
        }
        best
    }

    /// The most points that a pair of readings can come to in which they meet: nothing else agrees, and what they cost themselves
    /// is lost.
    fn most_of_one(&self, one: &Found, (a, of_a): (&Parts, Part), (b, of_b): (&Parts, Part)) -> i32 {
        let in_part = self.order(a, b).in_part();
        let most = match (of_a, of_b) {
            (Part::Middle, Part::Middle) => return points::STRAY_WORD,
            (Part::Surname, _) => {
                let alone = a.given.is_empty() || b.given.is_empty();
                // Of two surnames each an initial costs less, and one is lacking.
                let initial = one.link.relation == Relation::Initial;
                let cost = if initial { points::SECOND_SURNAME_INITIAL } else { one.link.surname };
                let lacking = if is_single(a, b) { 0 } else { points::SURNAME_PART_MISSING };
                surname_part(alone, self.rarity(a, b), cost + lacking)
            }
            // Where one is a middle name, it is the given name of somebody who goes by it.
            _ => {
                let alone = a.surname.is_empty() || b.surname.is_empty();
                given_part(alone, one.link.given)
            }
        };
        (most - in_part).max(points::NOTHING)
    }

    /// What [`read`](Pair::read) finds of a pair of readings in which the only two words that relate meet.
    fn read_one(&self, one: &Found, (a, of_a): (&Parts, Part), (b, of_b): (&Parts, Part)) -> Outcome {
        match (of_a, of_b) {
            (Part::Surname, _) => self.read_surname(one, a, b),
            (Part::Given, Part::Given) => self.read_given(one.link, a, b),
            _ => self.read(a, b),
        }
    }

    /// The same where they are surnames: the given names differ, or there is only one.
    fn read_surname(&self, one: &Found, a: &Parts, b: &Parts) -> Outcome {
        let surnames =
            if is_single(a, b) { self.single_surnames(one.link) } else { self.surnames(a.surname, b.surname) };
        let alone = a.given.is_empty() || b.given.is_empty();
        let order = self.stated_order(a, b, false, surnames.order);
        let agree = surnames.state == State::Agree;
        let points = if agree {
            let part = surname_part(alone, self.rarity(a, b), surnames.cost + surnames.omission);
            part - order.in_part - self.contradiction()
        } else {
            points::NOTHING
        };
        let mut outcome = Outcome { points: points.max(points::NOTHING), reasons: surnames.reasons };
        let reasons = &mut outcome.reasons;
        if !alone {
            reasons.add(Evidence::NameGivenDiffers);
        } else if !a.given.is_empty() || !b.given.is_empty() {
            reasons.add(Evidence::NameGivenMissing);
        }
        let (middle_a, middle_b) = (a.middle, b.middle);
        // Each side has a name that the other lacks.
        let beside = surnames.left.0 && !middle_b.is_empty() || surnames.left.1 && !middle_a.is_empty();
        let second = || {
            surnames.left.1 && self.lacks_second(b.surname, a.surname, middle_a, false)
                || surnames.left.0 && self.lacks_second(a.surname, b.surname, middle_b, true)
        };
        if beside && !second() {
            reasons.add(Evidence::NameMiddleDiffers);
        }
        if agree {
            reasons.add(Evidence::NameFirstOrLastOnly);
        }
        self.note_rest(middle_a, middle_b, order.differs, reasons);
        outcome
    }

    /// The same where they are given names: the surnames differ, or there is only one.
    fn read_given(&self, link: Link, a: &Parts, b: &Parts) -> Outcome {
        let alone = a.surname.is_empty() || b.surname.is_empty();
        let nickname = matches!(link.relation, Relation::Nickname | Relation::LooseNickname);
        let order = self.stated_order(a, b, link.given >= points::SLIP && (nickname || !alone), 0);
        let points = given_part(alone, link.given) - order.in_part - self.contradiction();
        let mut outcome = Outcome::new(points.max(points::NOTHING));
        let reasons = &mut outcome.reasons;
        note_given(reasons, link);
        if link.given == 0 {
            reasons.add(Evidence::NameGivenAgrees);
        }
        reasons.add(Evidence::NameFirstOrLastOnly);
        reasons.add(if alone { Evidence::NameSurnameMissing } else { Evidence::NameSurnameDiffers });
        self.note_rest(a.middle, b.middle, order.differs, reasons);
        outcome
    }

    /// The reasons of what is left beside two words.
    fn note_rest(&self, middle_a: Places, middle_b: Places, other_order: bool, reasons: &mut Reasons) {
        self.left_middles(middle_a, middle_b, Agreed::Nothing, reasons);
        self.generation(reasons);
        if other_order {
            reasons.add(Evidence::NameOrderSwapped);
        }
    }
}

/// Whether the surname of both readings is one word.
fn is_single(a: &Parts, b: &Parts) -> bool {
    a.surname.only().is_some() && b.surname.only().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;
    use crate::name::compare::glance::{Glance, related};
    use crate::name::compare::person::whole_view;
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
        let pair = Pair::new((&a, slot_a, view_a), (&b, slot_b, view_b), &found);
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
            pair.parts_of_b(&mut None).iter().any(|reading| part(one.b, reading) == Part::Middle)
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
            let pair = Pair::new((&a, slot_a, view_a), (&b, slot_b, view_b), &found);
            if pair.is_unrelated() {
                return Ok(());
            }
            let best = pair.best();
            let (mut room_a, mut room_b) = (None, None);
            let (of_a, of_b) = (pair.parts_of_a(&mut room_a), pair.parts_of_b(&mut room_b));
            let mut most = pair.whole().unwrap_or_else(|| Outcome::new(points::LEAST));
            for reading_a in of_a {
                for reading_b in of_b {
                    let outcome = pair.read(reading_a, reading_b);
                    let read = outcome.points;
                    most = most.better(outcome);
                    let reach = pair.reach(reading_a);
                    if pair.is_within(reach, reading_b) {
                        let bound = pair.most(reach, reading_a, reading_b);
                        prop_assert!(read <= bound, "{} ~ {}: {} is above {}", one, other, read, bound);
                    }
                }
            }
            prop_assert_eq!((best.points, best.reasons), (most.points, most.reasons), "{} ~ {}", one, other);
        }
    }
}
