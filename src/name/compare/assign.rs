//! Which surname of the one side is which of the other, and the same for middle names.

use super::glance::Found;
use super::pair::Pair;
use super::parts::{Parts, Places};
use super::person::note;
use super::relation::{Link, Relation};
use crate::calibration::name as points;
use crate::evidence::{Evidence, Field, Reasons};
use crate::name::UNSTATED;
use crate::name::word::{EASTERN, HYPHEN, INITIAL, PARTICLE, Word};

/// What became of the surnames.
pub(super) struct Surnames {
    pub(super) cost: i32,
    pub(super) omission: i32,
    /// Which sides have a part that the other lacks.
    pub(super) left: (bool, bool),
    pub(super) state: State,
    pub(super) reasons: Reasons,
    /// What it costs that they stand in another order.
    pub(super) order: i32,
}

/// Two surnames that stand side by side in the one order on the one side, and in the other order on the other.
pub(super) struct Exchange {
    held: Option<(usize, usize)>,
    pub(super) found: bool,
}

impl Exchange {
    pub(super) const fn new() -> Exchange {
        Exchange { held: None, found: false }
    }

    /// Two words that belong together, and where they stand. `JENNY ROSEN JANE` has a middle name behind the surname, of East Asian
    /// names either may be it, and a hyphen joins the names of a couple in the one order or the other: none of these is meant.
    pub(super) fn add(&mut self, a: &Word, place: usize, b: &Word, other: usize) {
        let surname = |word: &Word| is_surname(word) && !word.is(HYPHEN);
        if surname(a) && surname(b) {
            self.found |= self.held.is_some_and(|(held, met)| {
                held + 1 == place && met == other + 1 || place + 1 == held && other == met + 1
            });
            self.held = Some((place, other));
        }
    }
}

/// Whether a word is a surname rather than a given name, and none of East Asia.
const fn is_surname(word: &Word) -> bool {
    word.surname > word.given && !word.is(EASTERN)
}

/// The same of one that hardly anybody is called by.
pub(super) const fn is_clearly_surname(word: &Word) -> bool {
    is_surname(word) && word.surname >= word.given + CLEARLY
}

/// What decides between pairs of words: the cost, how far apart their places are, and how early they stand.
type Rank = (i32, usize, usize);

/// Two words that belong together.
pub(super) struct Met {
    /// Their places in the two lists.
    pub(super) places: (usize, usize),
    pub(super) a: u8,
    pub(super) b: u8,
    pub(super) link: Link,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Agree,
    Absent,
    Conflict,
}

impl Pair<'_> {
    /// How rare the surnames of a pair of readings are: 0 for the most common to 10 for one that the table does not hold.
    pub(super) fn rarity(&self, a: &Parts, b: &Parts) -> i32 {
        let most = |words: &[Word], places: Places| places.fold(0, |most, at| words[usize::from(at)].surname.max(most));
        match most(self.a.words, a.surname).max(most(self.b.words, b.surname)) {
            0 => 10,
            weight => (20 - i32::from(weight)).clamp(0, 10),
        }
    }

    /// Pairs words of two lists, the closest first; each is used once. `cost` says what a pair costs, or that it is none.
    ///
    /// Pairs of one cost go by how far apart their places are, then by how early they stand. Pairs that compete for a word
    /// always differ in one of these, so that the order of the sides never decides.
    pub(super) fn assign(&self, a: Places, b: Places, cost: impl Fn(Link) -> Option<i32>, mut met: impl FnMut(Met)) {
        let (mut free_a, mut free_b) = (a, b);
        while !free_a.is_empty() && !free_b.is_empty() {
            let mut best: Option<(Rank, Met)> = None;
            for &Found { a: word, b: other, link } in self.found() {
                if !free_a.has(word) || !free_b.has(other) {
                    continue;
                }
                let Some(cost) = cost(link) else { continue };
                let (x, y) = (a.before(word), b.before(other));
                let rank = (cost, x.abs_diff(y), x + y);
                if best.as_ref().is_none_or(|(held, _)| rank < *held) {
                    best = Some((rank, Met { places: (x, y), a: word, b: other, link }));
                }
            }
            let Some((_, found)) = best else { break };
            (free_a, free_b) = (free_a.without(found.a), free_b.without(found.b));
            met(found);
        }
    }

    pub(super) fn surnames(&self, list_a: Places, list_b: Places) -> Surnames {
        if let (Some(x), Some(y)) = (list_a.only(), list_b.only()) {
            return self.single_surnames(self.link(x, y));
        }
        let mut reasons = Reasons::new(Field::Name);
        let absent = Surnames { cost: 0, omission: 0, left: (false, false), state: State::Absent, reasons, order: 0 };
        if list_a.is_empty() || list_b.is_empty() {
            return absent;
        }
        let (mut cost, mut matched, mut swapped) = (0, 0, false);
        let mut exchange = Exchange::new();
        let mut initials = 0;
        let may_be_one = |link: Link| (link.surname < points::CONFLICT).then_some(link.surname);
        self.assign(list_a, list_b, may_be_one, |Met { places, link, a, b }| {
            matched += 1;
            exchange.add(&self.a.words[usize::from(a)], places.0, &self.b.words[usize::from(b)], places.1);
            let initial = link.relation == Relation::Initial;
            initials += i32::from(initial);
            cost += if initial && list_a.len() > 1 && list_b.len() > 1 {
                points::SECOND_SURNAME_INITIAL
            } else {
                link.surname
            };
            swapped |= places.0 != places.1 && list_a.len() == list_b.len();
            note(&mut reasons, link.relation, false);
        });
        let (left_a, left_b) = (list_a.len() - matched, list_b.len() - matched);
        if matched == 0 {
            reasons = Reasons::new(Field::Name);
            reasons.add(Evidence::NameSurnameDiffers);
            return Surnames { cost: points::CONFLICT, state: State::Conflict, reasons, ..absent };
        }
        // A lone initial against a double surname says too little.
        if initials as usize == matched && list_a.len() != list_b.len() {
            return Surnames { cost: points::CONFLICT, state: State::Conflict, reasons, ..absent };
        }
        if cost == 0 {
            reasons.add(Evidence::NameSurnameAgrees);
        }
        if initials == 1 && matched == 1 {
            cost -= self.rare_initial();
        }
        // MICHAEL SCOTT, of Michael Scott Turner: all words of the surname but the last may be middle names.
        let middle = |words: &[Word], list: Places| {
            let last = list.last().unwrap_or(0);
            let surname = &words[usize::from(last)];
            let given = |word: &Word| word.is(INITIAL) || word.is_given() && word.given + 1 >= word.surname;
            surname.surname > surname.given && list.without(last).all(|at| given(&words[usize::from(at)]))
        };
        let mut omission = 0;
        if left_a > 0 && left_b > 0 {
            reasons.add(Evidence::NameSurnamePartDiffers);
            let middles = middle(self.a.words, list_a) && middle(self.b.words, list_b);
            cost += if middles { points::SURNAME_BEHIND_MIDDLE_CONFLICT } else { points::SURNAME_PART_CONFLICT };
        } else if left_a + left_b > 0 {
            reasons.add(Evidence::NameSurnamePartMissing);
            let (words, list) = if left_a > 0 { (self.a.words, list_a) } else { (self.b.words, list_b) };
            let mut short = if left_a > 0 { list_b } else { list_a };
            let hyphen = list.skip(1).any(|at| words[usize::from(at)].is(HYPHEN));
            let last = list.last().unwrap_or(0);
            let last_met = short.any(|other| {
                let link = if left_a > 0 { self.link(last, other) } else { self.link(other, last) };
                link.surname < points::CONFLICT
            });
            let doubtful = !hyphen && !last_met && middle(words, list);
            omission = if doubtful { points::SURNAME_MAY_BE_MISSING } else { points::SURNAME_PART_MISSING };
        }
        let order = match () {
            () if exchange.found => points::SURNAMES_EXCHANGED,
            () if swapped => points::OTHER_ORDER,
            () => 0,
        };
        Surnames { cost, omission, left: (left_a > 0, left_b > 0), state: State::Agree, reasons, order }
    }

    /// The same of one surname on each side.
    #[inline]
    pub(super) fn single_surnames(&self, link: Link) -> Surnames {
        let mut reasons = Reasons::new(Field::Name);
        let state = if link.surname < points::CONFLICT { State::Agree } else { State::Conflict };
        let mut cost = link.surname;
        if state == State::Conflict {
            reasons.add(Evidence::NameSurnameDiffers);
        } else {
            note(&mut reasons, link.relation, false);
        }
        if cost == 0 {
            reasons.add(Evidence::NameSurnameAgrees);
        }
        if state == State::Agree && link.relation == Relation::Initial {
            cost -= self.rare_initial();
        }
        Surnames { cost, omission: 0, left: (false, false), state, reasons, order: 0 }
    }

    /// What the initial of the only surname costs less beside names that few have.
    fn rare_initial(&self) -> i32 {
        let rare = |words: &[Word]| words.iter().all(|word| word.given < 14);
        if rare(self.a.words) && rare(self.b.words) { points::RARITY / 2 } else { 0 }
    }

    /// `Jose Luis Garcia` beside `JOSE GARCIA HERNANDEZ`, `Megan E Draper` beside `MEGAN DRAPER-HOLT` or `MEGAN HOLT-DRAPER`: the one side
    /// lacks the second of two surnames, or one of two with a hyphen, and its own middle names are clearly none. `of_a` says that the
    /// two surnames are those of `a`.
    pub(super) fn lacks_second(&self, list: Places, single: Places, mut middle: Places, of_a: bool) -> bool {
        let (words, others) = if of_a { (self.a.words, self.b.words) } else { (self.b.words, self.a.words) };
        let (Some(first), Some(last), Some(only)) = (list.first(), list.last(), single.first()) else { return false };
        let link = |word: u8| if of_a { self.link(word, only) } else { self.link(only, word) };
        let met = |one: u8, other: u8| link(one).surname < points::SLIP && link(other).surname >= points::CONFLICT;
        let hyphened = words[usize::from(last)].is(HYPHEN);
        if list.len() != 2 || single.len() != 1 || !(met(first, last) || hyphened && met(last, first)) {
            return false;
        }
        let (first, last) = (&words[usize::from(first)], &words[usize::from(last)]);
        let surname = |word: &Word| {
            // Of Nguyen and Tran the second is no second surname.
            word.is_frequent_surname() && word.surname >= word.given + CLEARLY && !word.is(EASTERN)
        };
        let given = |word: &Word| word.is(INITIAL) || word.is_given() && word.given >= word.surname + CLEARLY;
        (hyphened || surname(first) && surname(last)) && middle.all(|at| given(&others[usize::from(at)]))
    }

    /// Whether a middle name, or its initial, may be one of two surnames: the other one stands first, or a comma or a co-owner apart.
    /// Between the given name and the surname it is read so anyway. `of_a` says that the reading, of one surname, is one of `a`.
    pub(super) fn may_hold_surname(&self, reading: &Parts, of_a: bool) -> bool {
        let view = if of_a { self.a } else { self.b };
        (reading.reversed || view.surname != UNSTATED) && !reading.middle.is_empty()
    }

    /// `Helen Garner-Boyle` beside `BOYLE HELEN G`, `Helen Ann Garner-Boyle` beside `BOYLE HELEN GARNER`: the reading of the one surname
    /// with the other one of two among the middle names. `of_a` says that it is one of `a`.
    pub(super) fn with_other_surname(&self, single: &Parts, double: &Parts, of_a: bool) -> Option<Parts> {
        if !self.may_hold_surname(single, of_a) {
            return None;
        }
        let link = |other: u8, own: u8| if of_a { self.link(own, other) } else { self.link(other, own) };
        let others = if of_a { self.b.words } else { self.a.words };
        let hyphened = double.surname.last().is_some_and(|last| others[usize::from(last)].is(HYPHEN));
        let surname = single.surname.first()?;
        let met = { double.surname }.find(|&other| link(other, surname).surname < points::CONFLICT)?;
        let lacking = double.surname.without(met).first()?;
        // Without a hyphen the first of them may be a middle name: James Thomas Brown is not James B Thomas.
        if !hyphened {
            return None;
        }
        let stands = |link: Link| link.relation == Relation::Initial || link.relation <= Relation::Spelling;
        let moved = { single.middle }.find(|&own| stands(link(lacking, own)))?;
        Some(Parts { surname: single.surname.with(moved), middle: single.middle.without(moved), ..*single })
    }

    pub(super) fn middles(&self, a: Places, b: Places, reasons: &mut Reasons) -> Middle {
        let mut out = Middle { cost: 0, omission: 0, left: (false, false), agreed: Agreed::Nothing };
        let (mut left_a, mut left_b) = (a, b);
        self.assign(a, b, Link::of_middles, |Met { places, a: word, b: other, link }| {
            (left_a, left_b) = (left_a.without(word), left_b.without(other));
            let initial = link.relation == Relation::Initial;
            out.cost += if initial { points::MIDDLE_INITIAL } else { link.given / 2 };
            out.agreed = if initial && out.agreed != Agreed::Name { Agreed::Initial } else { Agreed::Name };
            note(reasons, link.relation, true);
            reasons.add(Evidence::NameMiddleAgrees);
            if places.0 != places.1 && a.len() == b.len() {
                reasons.add(Evidence::NameOrderSwapped);
            }
        });
        out.left = (!left_a.is_empty(), !left_b.is_empty());
        let (cost, omission) = self.left_middles(left_a, left_b, out.agreed, reasons);
        out.cost += cost;
        out.omission = omission;
        out
    }

    /// Liza D Ramos beside Liza Dela Cruz Ramos: the only middle name of the one side is the initial of the particle that stands before
    /// that of the other; `of_a` says that the initial is one of `a`.
    fn begins_particle(&self, short: Places, long: Places, of_a: bool) -> bool {
        let (a, b) = ((self.a.words, self.text.0), (self.b.words, self.text.1));
        let ((words, name), (others, other)) = if of_a { (a, b) } else { (b, a) };
        let (1, 1, Some(at), Some(place)) = (short.len(), long.len(), short.first(), long.first()) else {
            return false;
        };
        let word = &words[usize::from(at)];
        let before = &others[..usize::from(place)];
        let particles = before.iter().rev().take_while(|word| word.is(PARTICLE)).count();
        word.is(INITIAL)
            && before[before.len() - particles..]
                .first()
                .is_some_and(|held| held.first(&other.text) == word.first(&name.text))
    }

    /// What the middle names cost that are left, as a contradiction and as an omission.
    pub(super) fn left_middles(
        &self,
        left_a: Places,
        left_b: Places,
        agreed: Agreed,
        reasons: &mut Reasons,
    ) -> (i32, i32) {
        let (initials_a, initials_b) = (self.marked.0.initials, self.marked.1.initials);
        if !left_a.is_empty() && !left_b.is_empty() {
            if left_a.meets(initials_a) || left_b.meets(initials_b) {
                if self.begins_particle(left_a, left_b, true) || self.begins_particle(left_b, left_a, false) {
                    reasons.add(Evidence::NameInitial);
                    reasons.add(Evidence::NameMiddleAgrees);
                    return (points::MIDDLE_INITIAL, 0);
                }
                reasons.add(Evidence::NameMiddleInitialDiffers);
                (points::MIDDLE_INITIAL_CONFLICT, 0)
            } else {
                reasons.add(Evidence::NameMiddleDiffers);
                (points::MIDDLE_CONFLICT, 0)
            }
        } else if !left_a.is_empty() || !left_b.is_empty() {
            let (words, name, left, initials) = if left_a.is_empty() {
                (self.b.words, self.text.1, left_b, initials_b)
            } else {
                (self.a.words, self.text.0, left_a, initials_a)
            };
            let all_initials = left.is_within(initials);
            reasons.add(if all_initials { Evidence::NameMiddleInitialMissing } else { Evidence::NameMiddleMissing });
            let mut left = left;
            let mut patronymic = || left.all(|at| is_patronymic(words[usize::from(at)].text(&name.text)));
            let omission = if all_initials {
                points::MIDDLE_INITIAL_MISSING
            } else if patronymic() {
                points::PATRONYMIC_MISSING
            } else if agreed != Agreed::Nothing {
                points::ONE_MIDDLE_MISSING
            } else {
                points::MIDDLE_MISSING
            };
            (0, omission)
        } else {
            (0, 0)
        }
    }
}

/// So many times more people (log2) have a word as the one than as the other where it is clearly the one.
const CLEARLY: u8 = 3;

/// Slavic patronymics.
fn is_patronymic(word: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 8] = [b"ovich", b"evich", b"ovna", b"evna", b"ivna", b"ovych", b"yovych", b"inichna"];
    word.len() >= 7 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// What became of the middle names.
pub(super) struct Middle {
    pub(super) cost: i32,
    pub(super) omission: i32,
    /// Which sides have a name that the other lacks.
    pub(super) left: (bool, bool),
    pub(super) agreed: Agreed,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreed {
    Nothing,
    Initial,
    Name,
}
