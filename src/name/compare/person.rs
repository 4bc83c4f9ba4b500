//! Two persons → points and reasons: every way to read the one against every way to read the other, the best counts.

use super::assign::{Agreed, Exchange, Met, State};
use super::called::are_two_sexes;
use super::glance::{Glance, Related, related};
use super::join::{View, meet, view};
use super::korean::is_syllable;
use super::pair::Pair;
use super::parts::Parts;
use super::relation::{Link, Relation};
use crate::calibration::WHOLE;
use crate::calibration::name as points;
use crate::evidence::{Evidence, Field, Reasons};
use crate::name::reading::MOST_READINGS;
use crate::name::word::{EASTERN, INITIAL, JOINED, PINYIN, Word, same};
use crate::name::{Name, PartySlot, UNSTATED};

/// Points with their reasons.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    pub(super) points: i32,
    pub(super) reasons: Reasons,
}

impl Outcome {
    pub(super) fn new(points: i32) -> Outcome {
        Outcome { points, reasons: Reasons::new(Field::Name) }
    }

    pub(super) fn with(mut self, evidence: Evidence) -> Outcome {
        self.reasons.add(evidence);
        self
    }

    /// The better of two; of equals the one whose reasons come first in a fixed order, so that both directions agree.
    pub(super) fn better(self, other: Outcome) -> Outcome {
        if (other.points, other.reasons.rank()) > (self.points, self.reasons.rank()) { other } else { self }
    }
}

/// Compares two persons.
pub(super) fn compare(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    compare_at(glance(a, slot_a, b, slot_b), a, slot_a, b, slot_b)
}

/// What is seen of two persons without reading their words.
#[inline]
pub(super) fn glance(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Glance {
    Glance::of(whole_view(a, slot_a), a, whole_view(b, slot_b), b, (&slot_a.sketch, &slot_b.sketch))
}

/// Compares two persons of whom that is seen.
pub(super) fn compare_at(glance: Glance, a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    if glance.may_join {
        return compare_met(a, slot_a, b, slot_b);
    }
    // Most pairs have nothing that joining could bring together, and are compared as they stand.
    compare_views(glance, (a, slot_a, whole_view(a, slot_a)), (b, slot_b, whole_view(b, slot_b)))
}

/// Compares two persons, words of whom may be joined to meet words of the other.
#[cold]
fn compare_met(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    let (whole_a, whole_b) = (whole_view(a, slot_a), whole_view(b, slot_b));
    let made = meet(whole_a, a, whole_b, b);
    let (view_a, view_b) = (view(made.0.as_ref(), whole_a), view(made.1.as_ref(), whole_b));
    compare_views(Glance::of_views(view_a, a, view_b, b), (a, slot_a, view_a), (b, slot_b, view_b))
}

/// A party of a name, and its words as they are compared.
type Viewed<'a> = (&'a Name, &'a PartySlot, View<'a>);

/// Compares two persons by the words that may have to do with each other.
fn compare_views(glance: Glance, a: Viewed, b: Viewed) -> Outcome {
    let found = if glance.is_empty() { Related::new() } else { related(a.2, a.0, b.2, b.0, glance) };
    // A stated nickname may meet a given name where no words are alike.
    if found.is_empty() && a.1.aliases == 0 && b.1.aliases == 0 {
        return unrelated(a.1, b.1);
    }
    let pair = Pair::new(a, b, &found);
    if pair.is_unrelated() {
        return unrelated(a.1, b.1);
    }
    let mut outcome = pair.best();
    if outcome.points > points::SYLLABLES_EXCHANGED && has_syllables_exchanged(a, b) {
        outcome.points = points::SYLLABLES_EXCHANGED;
        outcome.reasons.add(Evidence::NameMiddleSwapped);
    }
    outcome
}

/// Nguyen Anh Tuan and Nguyen Tuan Anh, Kim Min Ji and Kim Ji Min: behind the one family name that stands first the same syllables
/// in another order are another name.
fn has_syllables_exchanged((a, _, of_a): Viewed, (b, _, of_b): Viewed) -> bool {
    let ([first_a, rest_a @ ..], [first_b, rest_b @ ..]) = (of_a.words, of_b.words) else { return false };
    let stated = |view: View| view.surname != UNSTATED;
    if rest_a.len() < 2 || rest_a.len() != rest_b.len() || stated(of_a) || stated(of_b) {
        return false;
    }
    let chinese = |first: &Word, rest: &[Word]| {
        first.is(PINYIN) && first.surname >= first.given && rest.iter().all(|word| word.is(PINYIN))
    };
    let korean = || rest_a.iter().all(|word| is_syllable(word.text(&a.text)));
    if !(first_a.is(EASTERN) || chinese(first_a, rest_a) && chinese(first_b, rest_b) || korean()) {
        return false;
    }
    let one = |x: &Word, y: &Word| same(*x, &a.text, *y, &b.text);
    // NGUYEN TUAN VAN: the middle names of most people of Vietnam stand anywhere.
    fn names<'n>(words: &'n [Word], name: &'n Name) -> impl Iterator<Item = &'n [u8]> {
        words.iter().map(|word| word.text(&name.text)).filter(|text| !matches!(*text, b"van" | b"thi"))
    }
    // Kim Smith Anna is Kim Anna Smith.
    let syllable =
        |word: &Word| !word.is(INITIAL) && (!word.is_frequent_surname() || word.is(EASTERN) || word.is(PINYIN));
    one(first_a, first_b)
        && rest_a.iter().all(syllable)
        && !names(rest_a, a).eq(names(rest_b, b))
        && rest_a.iter().all(|x| rest_b.iter().any(|y| one(x, y)))
        && rest_b.iter().all(|y| rest_a.iter().any(|x| one(x, y)))
}

pub(super) fn whole_view<'a>(name: &'a Name, slot: &PartySlot) -> View<'a> {
    View { words: name.words_of(slot), surname: slot.surname }
}

/// Two people who have no name in common. Of two with one name each, neither has a given name beside it.
pub(super) fn unrelated(slot_a: &PartySlot, slot_b: &PartySlot) -> Outcome {
    let outcome = Outcome::new(points::NOTHING).with(Evidence::NameSurnameDiffers);
    let single = slot_a.count == 1 && slot_b.count == 1;
    if single { outcome } else { outcome.with(Evidence::NameGivenDiffers) }
}

impl Pair<'_> {
    /// The readings that compare best.
    pub(super) fn best(&self) -> Outcome {
        let (mut room_a, mut room_b) = (None, None);
        let (of_a, of_b) = (self.parts_of_a(&mut room_a), self.parts_of_b(&mut room_b));
        let called_by_last = of_a.iter().chain(of_b).any(|parts| parts.called_by_last);
        if let Some(one) = self.only_found().filter(|_| !called_by_last) {
            return self.best_of_one(one, of_a, of_b);
        }
        let mut best = self.whole().unwrap_or_else(|| Outcome::new(points::LEAST));
        // The pairs of readings in which no words meet, and those that can come to more, with the most that they can come to.
        let (mut apart, mut left) = (0_u32, 0_u32);
        let mut most = [points::LEAST; MOST_READINGS * MOST_READINGS];
        let least = best.points;
        let mut place = 0;
        let mut keep = |bound: Option<i32>| {
            match bound {
                None => apart |= 1 << place,
                Some(bound) if bound >= least => {
                    left |= 1 << place;
                    most[place] = bound;
                }
                Some(_) => {}
            }
            place += 1;
        };
        for reading_a in of_a {
            let reach = self.reach(reading_a);
            for reading_b in of_b {
                keep(self.is_within(reach, reading_b).then(|| self.most(reach, reading_a, reading_b)));
            }
        }
        let pair = |at: usize| (&of_a[at / of_b.len()], &of_b[at % of_b.len()]);
        // Those that can come to most are read first: most of the others need not be read then.
        while let Some((at, bound)) = highest(&most, left).filter(|(_, bound)| *bound >= best.points) {
            left &= !(1 << at);
            let (reading_a, reading_b) = pair(at);
            debug_assert!(self.read(reading_a, reading_b).points <= bound);
            best = best.better(self.read(reading_a, reading_b));
        }
        while apart != 0 && best.points <= points::NOTHING {
            let at = apart.trailing_zeros() as usize;
            apart &= apart - 1;
            let (reading_a, reading_b) = pair(at);
            best = best.better(self.read_apart(reading_a, reading_b));
        }
        best
    }

    /// What [`read`](Pair::read) finds of a pair of readings in which no words meet: nothing, and what they lack.
    pub(super) fn read_apart(&self, a: &Parts, b: &Parts) -> Outcome {
        let mut outcome = Outcome::new(points::NOTHING);
        let reasons = &mut outcome.reasons;
        if !a.surname.is_empty() && !b.surname.is_empty() {
            reasons.add(Evidence::NameSurnameDiffers);
        }
        if !a.given.is_empty() && !b.given.is_empty() {
            reasons.add(Evidence::NameGivenDiffers);
        } else if !a.given.is_empty() || !b.given.is_empty() {
            reasons.add(Evidence::NameGivenMissing);
        }
        self.left_middles(a.middle, b.middle, Agreed::Nothing, reasons);
        self.generation(reasons);
        if a.reversed != b.reversed && self.is_ordered() {
            reasons.add(Evidence::NameOrderSwapped);
        }
        outcome
    }

    /// One word alone stands in no order.
    pub(super) fn is_ordered(&self) -> bool {
        self.a.words.len() > 1 && self.b.words.len() > 1
    }

    /// All words are there on both sides, whatever their order.
    pub(super) fn whole(&self) -> Option<Outcome> {
        let (a, b) = (self.marked.0.whole(), self.marked.1.whole());
        let count = a.len();
        if count != b.len() || count == 0 {
            return None;
        }
        if self.found().len() < count {
            return None;
        }
        let mut cost = 0;
        let mut shift = None;
        let mut rotated = true;
        let mut matched = 0;
        let mut exchange = Exchange::new();
        let mut reasons = Reasons::new(Field::Name);
        let may_be_one = |link: Link| (link.relation <= Relation::Spelling).then_some(link.given);
        self.assign(a, b, may_be_one, |Met { places: (place, other), link, a, b }| {
            matched += 1;
            exchange.add(&self.a.words[usize::from(a)], place, &self.b.words[usize::from(b)], other);
            cost += link.given;
            note(&mut reasons, link.relation, true);
            let by = (other + count - place) % count;
            rotated &= *shift.get_or_insert(by) == by;
        });
        if matched < count {
            return None;
        }
        let moved = shift != Some(0) || !rotated;
        if moved && self.is_patronymic() || moved && (self.a.surname != UNSTATED && self.b.surname != UNSTATED) {
            return None;
        }
        if let (1, Some(x), Some(y)) = (count, a.first(), b.first()) {
            if self.a.words[usize::from(x)].is(JOINED) != self.b.words[usize::from(y)].is(JOINED) {
                cost += points::ALL_JOINED;
            }
        }
        if moved {
            reasons.add(Evidence::NameOrderSwapped);
            let end = rotated && matches!(shift, Some(by) if by == 1 || by + 1 == count);
            let called =
                |words: &[Word]| words.first().filter(|word| word.is_clearly_given()).map_or(0, |word| word.sex);
            if !end && are_two_sexes(called(self.a.words), called(self.b.words)) {
                return None;
            }
            cost += match () {
                () if end => points::ORDER,
                () if exchange.found => points::SURNAMES_EXCHANGED,
                () => points::OTHER_ORDER,
            };
        }
        reasons.add(Evidence::NameSurnameAgrees);
        if count > 1 {
            reasons.add(Evidence::NameGivenAgrees);
        }
        let mut outcome = Outcome { points: WHOLE - cost, reasons };
        let omission = self.particles(&mut outcome);
        outcome.points -= omission;
        outcome.points -= self.generation(&mut outcome.reasons).0;
        outcome.points = outcome.points.min(WHOLE - points::OTHER_READING);
        Some(outcome)
    }

    /// One reading of each side, and where a middle name may be one of two surnames, that as well.
    pub(super) fn read(&self, a: &Parts, b: &Parts) -> Outcome {
        let read = self.read_as_told(a, b, false);
        let other = match (a.surname.len(), b.surname.len()) {
            (1, 2) => self.with_other_surname(a, b, true).map(|a| self.read_as_told(&a, b, true)),
            (2, 1) => self.with_other_surname(b, a, false).map(|b| self.read_as_told(a, &b, true)),
            _ => None,
        };
        other.map_or(read, |other| read.better(other))
    }

    /// One reading of each side; `apart` says that one of the surnames does not stand with the other, so that their order tells nothing.
    fn read_as_told(&self, a: &Parts, b: &Parts, apart: bool) -> Outcome {
        let surnames = self.surnames(a.surname, b.surname);
        let mut outcome = Outcome { points: 0, reasons: surnames.reasons };
        let reasons = &mut outcome.reasons;
        let (mut middle_a, mut middle_b) = (a.middle, b.middle);
        let mut given_cost = 0;
        // What of it is an omission, of somebody who goes by the middle name.
        let (mut first_omission, mut left_out_by_a) = (0, false);
        let mut omission = 0;
        let mut middle_cost = 0;
        let mut state = State::Absent;
        let mut rare = 0;
        let mut initial = false;
        let mut given = None;
        if let (Some(x), Some(y)) = (a.given.first(), b.given.first()) {
            let link = self.link(x, y);
            if self.alias.of_a & (1_u64 << y) != 0 || self.alias.of_b & (1_u64 << x) != 0 {
                given_cost = points::STATED_NICKNAME.min(link.given);
                state = State::Agree;
                reasons.add(Evidence::NameStatedNickname);
            } else if let Some((from_a, from_b)) = self.stated_beside(link, x, middle_a, y, middle_b) {
                given_cost = points::STATED_NICKNAME;
                state = State::Agree;
                (middle_a, middle_b) = (from_a, from_b);
                reasons.add(Evidence::NameStatedNickname);
            } else if link.given < points::CONFLICT {
                given_cost = link.given;
                given = Some(link.relation);
                state = State::Agree;
                initial = link.relation == Relation::Initial;
                note_given(reasons, link);
                if initial {
                    (middle_a, middle_b) = self.behind_initial(middle_a, middle_b);
                }
            } else if let Some((cost, left_out, from_a, from_b)) = self.moved_given(x, middle_a, y, middle_b) {
                given_cost = cost + left_out;
                (first_omission, left_out_by_a) = (left_out, from_b.is_some());
                state = State::Agree;
                middle_a = from_a.map_or(middle_a, |place| middle_a.without(place));
                middle_b = from_b.map_or(middle_b, |place| middle_b.without(place));
                reasons.add(if from_a.is_some() && from_b.is_some() {
                    Evidence::NameMiddleSwapped
                } else {
                    Evidence::NameGoesByMiddle
                });
            } else {
                state = State::Conflict;
                reasons.add(Evidence::NameGivenDiffers);
            }
        } else if a.given != b.given {
            // One side has none.
            reasons.add(Evidence::NameGivenMissing);
        }
        if state == State::Agree && given_cost == 0 {
            reasons.add(Evidence::NameGivenAgrees);
        }
        // Middle names.
        let middle = self.middles(middle_a, middle_b, reasons);
        middle_cost += middle.cost;
        // Each side has a name that the other lacks: whatever they are called, they contradict (Ji-hoon and Ji-hye Lim), unless one is
        // clearly a middle name and the other a second surname.
        let beside = surnames.left.0 && middle.left.1 || surnames.left.1 && middle.left.0;
        // Luis Garcia, JOSE LUIS GARCIA HERNANDEZ: who leaves out the first name leaves out the second surname, too.
        let goes_by_middle = first_omission > 0;
        let of_b = if goes_by_middle { left_out_by_a && !beside } else { beside };
        let of_a = if goes_by_middle { !left_out_by_a && !beside } else { beside };
        let second = of_b && surnames.left.1 && self.lacks_second(b.surname, a.surname, middle_a, false)
            || of_a && surnames.left.0 && self.lacks_second(a.surname, b.surname, middle_b, true);
        if beside && !second {
            middle_cost += points::MIDDLE_CONFLICT;
            reasons.add(Evidence::NameMiddleDiffers);
        }
        if initial {
            given_cost = match middle.agreed {
                Agreed::Name => points::INITIAL_BESIDE_NAME,
                Agreed::Initial => points::INITIAL_BESIDE_INITIAL,
                Agreed::Nothing => given_cost,
            };
        }
        if surnames.state == State::Agree {
            rare = self.rarity(a, b);
        }
        if initial && middle.agreed == Agreed::Nothing {
            given_cost -= points::RARITY * rare / 10;
        }
        // Mary Jane Smith, MARY SMITH-JONES: possible, and no more.
        let surname_omission =
            if beside && second { surnames.omission.max(points::SURNAME_BESIDE_MIDDLE) } else { surnames.omission };
        let initials = initial && middle.agreed == Agreed::Nothing && middle.omission == points::MIDDLE_INITIAL_MISSING;
        let middle_omission = if initials { points::INITIAL_MISSING_BESIDE_INITIAL } else { middle.omission };
        for part in [surname_omission, middle_omission] {
            omission = combine(omission, part);
        }
        let (generation, generation_missing) = self.generation(reasons);
        let nickname = matches!(given, Some(Relation::Nickname | Relation::LooseNickname));
        // `PAPANIKOLA MAGDALEN`: columns cut both, and their letters leave no doubt.
        let cut = given == Some(Relation::Truncated)
            && surnames.cost == points::SURNAME_FRAGMENT
            && surnames.reasons.contains(Evidence::NameTruncated);
        let unsure = given_cost >= points::SLIP && (nickname || surnames.cost >= points::SLIP) && !cut;
        let order = self.stated_order(a, b, unsure, if apart { 0 } else { surnames.order });
        if order.differs {
            reasons.add(Evidence::NameOrderSwapped);
        }
        // Where a part contradicts, or only one part is there.
        let of_surname = |alone| surname_part(alone, rare, surnames.cost + surnames.omission);
        let part = match (state, surnames.state) {
            (State::Conflict, State::Conflict)
            | (State::Absent, State::Conflict)
            | (State::Conflict, State::Absent) => {
                let stray = middle.agreed == Agreed::Name;
                let limit = if stray { points::STRAY_WORD } else { points::NOTHING };
                outcome.points = limit;
                return outcome;
            }
            (State::Absent, State::Absent) => {
                outcome.points = points::NOTHING;
                return outcome;
            }
            (State::Conflict, State::Agree) => {
                reasons.add(Evidence::NameFirstOrLastOnly);
                of_surname(false)
            }
            (State::Absent, State::Agree) => {
                reasons.add(Evidence::NameFirstOrLastOnly);
                of_surname(true)
            }
            (State::Agree, State::Conflict) => {
                reasons.add(Evidence::NameFirstOrLastOnly);
                let more = if middle.agreed == Agreed::Name { points::MIDDLE_BESIDE_GIVEN } else { 0 };
                given_part(false, given_cost) + more
            }
            (State::Agree, State::Absent) => {
                reasons.add(Evidence::NameFirstOrLastOnly);
                reasons.add(Evidence::NameSurnameMissing);
                given_part(true, given_cost)
            }
            (State::Agree, State::Agree) => {
                let particle = self.particles(&mut Outcome::new(0));
                omission = combine(omission, particle);
                if generation_missing {
                    omission = combine(omission, generation);
                }
                let first_omission = if second { first_omission } else { 0 };
                let total = given_cost - first_omission
                    + middle_cost
                    + surnames.cost
                    + combine(omission, first_omission)
                    + order.whole
                    + if generation_missing { 0 } else { generation };
                if particle > 0 {
                    reasons.add(Evidence::NameParticleMissing);
                }
                // However much adds up, the surname agrees as it does in a household, where the given name differs.
                let floor = of_surname(false) - order.in_part - self.contradiction();
                outcome.points = (WHOLE - total.max(points::OTHER_READING)).max(floor);
                return outcome;
            }
        };
        outcome.points = (part - order.in_part - self.contradiction()).max(points::NOTHING);
        outcome
    }
}

/// The place of the highest of some bounds, and the bound.
fn highest(bounds: &[i32], mut places: u32) -> Option<(usize, i32)> {
    let mut highest = None;
    while places != 0 {
        let at = places.trailing_zeros() as usize;
        places &= places - 1;
        if highest.is_none_or(|(_, held)| bounds[at] > held) {
            highest = Some((at, bounds[at]));
        }
    }
    highest
}

/// What a surname in common is worth by itself: `alone` where one side has no given name, `cost` as of a surname that agrees.
pub(super) fn surname_part(alone: bool, rarity: i32, cost: i32) -> i32 {
    let part = if alone { points::SURNAME_ALONE } else { points::SURNAME_ONLY };
    part + points::SURNAME_ONLY_RARE * rarity / 10 - cost / 3
}

/// The same of a given name: `alone` where one side has no surname.
pub(super) fn given_part(alone: bool, cost: i32) -> i32 {
    (if alone { points::GIVEN_ALONE } else { points::GIVEN_ONLY }) - cost / 3
}

/// The larger omission counts in full, the smaller in part.
fn combine(a: i32, b: i32) -> i32 {
    a.max(b) + a.min(b) / points::FURTHER_OMISSIONS
}

/// The reason that two given names give that may be one.
pub(super) fn note_given(reasons: &mut Reasons, link: Link) {
    if link.given >= points::OTHER_NAME && link.relation == Relation::Typo {
        reasons.add(Evidence::NameGivenLooksAlike);
    } else {
        note(reasons, link.relation, true);
    }
}

/// The reason that a relation gives.
pub(super) fn note(reasons: &mut Reasons, relation: Relation, given: bool) {
    reasons.add(match relation {
        Relation::Joined => Evidence::NameJoined,
        Relation::Reading => Evidence::NameOtherReading,
        Relation::Spelling => Evidence::NameSpelling,
        Relation::Gendered if !given => Evidence::NameGenderedSurname,
        Relation::Gendered | Relation::Typo => Evidence::NameTypo,
        Relation::Truncated => Evidence::NameTruncated,
        // No surname is short for another: two that are compared as ones are alike in their letters.
        Relation::Nickname | Relation::LooseNickname if !given => Evidence::NameTypo,
        Relation::Nickname => Evidence::NameNickname,
        Relation::LooseNickname => Evidence::NameLooseNickname,
        Relation::Initial => Evidence::NameInitial,
        Relation::Near if given => Evidence::NameGivenLooksAlike,
        Relation::Equal | Relation::Near | Relation::None => return,
    });
}
