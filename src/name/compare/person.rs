//! Two persons → points and reasons: every way to read the one against every way to read the other, the best counts.

use super::assign::{Agreed, State};
use super::join::{View, may_join, meet};
use super::relation::{Link, Relation, is_unrelated, relate};
use crate::calibration::WHOLE;
use crate::calibration::name as points;
use crate::evidence::{Evidence, Field, Reasons};
use crate::name::reading::{Range, Reading, readings};
use crate::name::word::{INITIAL, JOINED, PARTICLE, SCRIPT, Word, same};
use crate::name::{Name, PartySlot, UNSTATED};
use smallvec::SmallVec;

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

/// Everything that the readings of a pair share.
pub(super) struct Pair<'a> {
    pub(super) a: View,
    pub(super) b: View,
    links: SmallVec<[Link; 25]>,
    alias: Alias,
    generation: (u8, u8),
    pub(super) text: (&'a Name, &'a Name),
}

/// Which given names the stated nicknames meet.
#[derive(Clone, Copy, Default)]
struct Alias {
    /// Bits of the words of `b` that an alias of `a` equals, and the other way round.
    of_a: u64,
    of_b: u64,
}

/// Compares two persons.
pub(super) fn compare(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    let unrelated = || {
        let outcome = Outcome::new(points::NOTHING).with(Evidence::NameSurnameDiffers);
        // Of two people with one name each, neither has a given name beside it.
        let single = slot_a.count == 1 && slot_b.count == 1;
        if single { outcome } else { outcome.with(Evidence::NameGivenDiffers) }
    };
    if slot_a.aliases == 0 && slot_b.aliases == 0 && are_unrelated(a, slot_a, b, slot_b) {
        return unrelated();
    }
    let pair = Pair::new(a, slot_a, b, slot_b);
    if pair.is_unrelated() {
        return unrelated();
    }
    let mut best = pair.whole().unwrap_or_else(|| Outcome::new(points::LEAST));
    let of_b = readings(&pair.b.words, pair.b.surname);
    for reading_a in readings(&pair.a.words, pair.a.surname) {
        for reading_b in &of_b {
            if pair.most(&reading_a, reading_b) >= best.points {
                best = best.better(pair.read(&reading_a, reading_b));
            }
        }
    }
    best
}

/// Whether no word of the one side can have to do with any of the other, as they stand, joined or as initials: seen without
/// reading them. Most pairs of people are such.
fn are_unrelated(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> bool {
    let (words_a, words_b) = (a.words_of(slot_a), b.words_of(slot_b));
    words_a.iter().enumerate().all(|(i, &x)| {
        words_b.iter().enumerate().all(|(j, &y)| {
            let same_first = x.first(&a.text) == y.first(&b.text);
            is_unrelated(x, a.side(), y, b.side())
                && !may_join(x, words_a.len() - i, y, same_first)
                && !may_join(y, words_b.len() - j, x, same_first)
        })
    })
}

/// Bits of the words that an alias equals.
fn met(aliases: &[Word], name: &Name, words: &[Word], other: &Name) -> u64 {
    let mut bits = 0;
    for alias in aliases {
        for (place, word) in words.iter().enumerate().take(64) {
            if same(*alias, &name.text, *word, &other.text) {
                bits |= 1_u64 << place;
            }
        }
    }
    bits
}

impl<'a> Pair<'a> {
    pub(super) fn new(a: &'a Name, slot_a: &PartySlot, b: &'a Name, slot_b: &PartySlot) -> Pair<'a> {
        let view = |name: &Name, slot: &PartySlot| View { words: name.words_of(slot).into(), surname: slot.surname };
        let (mut view_a, mut view_b) = (view(a, slot_a), view(b, slot_b));
        meet(&mut view_a, a, &mut view_b, b);
        let mut links: SmallVec<[Link; 25]> = SmallVec::new();
        for &x in &view_a.words {
            for &y in &view_b.words {
                links.push(relate(x, a.side(), y, b.side()));
            }
        }
        let alias = Alias {
            of_a: met(a.aliases_of(slot_a), a, &view_b.words, b),
            of_b: met(b.aliases_of(slot_b), b, &view_a.words, a),
        };
        Pair { a: view_a, b: view_b, links, alias, generation: (slot_a.generation, slot_b.generation), text: (a, b) }
    }

    /// The most points that a pair of readings can come to: by which parts have words that relate at all.
    fn most(&self, a: &Reading, b: &Reading) -> i32 {
        let related = |a: Range, b: Range, cost: fn(&Link) -> i32| {
            (a.0..a.1).any(|x| (b.0..b.1).any(|y| cost(&self.link(x, y)) < points::CONFLICT))
        };
        let aliases = (self.alias.of_a | self.alias.of_b) != 0;
        let given = aliases
            || related((a.given.0, a.middle.1.max(a.given.1)), (b.given.0, b.middle.1.max(b.given.1)), |link| {
                link.given
            });
        match (given, related(a.surname, b.surname, |link| link.surname)) {
            (false, false) => points::STRAY_WORD,
            (true, false) => (points::GIVEN_ONLY + points::MIDDLE_BESIDE_GIVEN).max(points::GIVEN_ALONE),
            (false, true) => points::SURNAME_ALONE + points::SURNAME_ONLY_RARE,
            (true, true) if a.reversed != b.reversed => WHOLE - points::ORDER,
            (true, true) => WHOLE - points::OTHER_READING,
        }
    }

    /// No word has to do with any of the other side.
    pub(super) fn is_unrelated(&self) -> bool {
        let relates = |link: &Link| link.given.min(link.surname) < points::CONFLICT;
        self.alias.of_a == 0 && self.alias.of_b == 0 && !self.links.iter().any(relates)
    }

    pub(super) fn link(&self, a: u8, b: u8) -> Link {
        self.links.get(usize::from(a) * self.b.words.len() + usize::from(b)).copied().unwrap_or(Link::NONE)
    }

    /// The words of a range that are no particles; where there are no others, all.
    pub(super) fn core(words: &[Word], range: Range) -> SmallVec<[u8; 6]> {
        let mut out: SmallVec<[u8; 6]> =
            (range.0..range.1).filter(|&at| !words[usize::from(at)].is(PARTICLE)).collect();
        if out.is_empty() {
            out = (range.0..range.1).collect();
        }
        out
    }

    /// All words are there on both sides, whatever their order.
    pub(super) fn whole(&self) -> Option<Outcome> {
        let a = Pair::core(&self.a.words, (0, self.a.words.len() as u8));
        let b = Pair::core(&self.b.words, (0, self.b.words.len() as u8));
        if a.len() != b.len() || a.is_empty() {
            return None;
        }
        let mut used = 0_u64;
        let mut cost = 0;
        let mut shift = None;
        let mut rotated = true;
        let mut reasons = Reasons::new(Field::Name);
        for (place, &x) in a.iter().enumerate() {
            let free = b.iter().enumerate().filter(|(other, _)| used & (1_u64 << other) == 0);
            let (other, link) = free
                .map(|(other, &y)| (other, self.link(x, y)))
                .filter(|(_, link)| link.relation <= Relation::Spelling)
                .min_by_key(|(_, link)| link.given)?;
            used |= 1_u64 << other;
            cost += link.given;
            note(&mut reasons, link.relation, true);
            let by = (other + b.len() - place) % b.len();
            rotated &= *shift.get_or_insert(by) == by;
        }
        let moved = shift != Some(0) || !rotated;
        if moved && self.is_patronymic() || moved && (self.a.surname != UNSTATED && self.b.surname != UNSTATED) {
            return None;
        }
        if a.len() == 1 && self.a.words[usize::from(a[0])].is(JOINED) != self.b.words[usize::from(b[0])].is(JOINED) {
            cost += points::ALL_JOINED;
        }
        if moved {
            reasons.add(Evidence::NameOrderSwapped);
            let end = rotated && matches!(shift, Some(by) if by == 1 || by + 1 == b.len());
            cost += if end { points::ORDER } else { points::OTHER_ORDER };
        }
        reasons.add(Evidence::NameSurnameAgrees);
        if a.len() > 1 {
            reasons.add(Evidence::NameGivenAgrees);
        }
        let mut outcome = Outcome { points: WHOLE - cost, reasons };
        let omission = self.particles(&mut outcome);
        outcome.points -= omission;
        outcome.points -= self.generation(&mut outcome.reasons).0;
        outcome.points = outcome.points.min(WHOLE - points::OTHER_READING);
        Some(outcome)
    }

    /// `Saad bin Noor`: the second is the father, so that the other order is another person.
    fn is_patronymic(&self) -> bool {
        if self.a.words.len() < 3 || self.b.words.len() < 3 {
            return false;
        }
        let states = |view: &View, name: &Name| {
            let inside = view.words.get(1..view.words.len().max(2) - 1).unwrap_or(&[]);
            inside
                .iter()
                .any(|word| matches!(word.text(&name.text), b"bin" | b"ibn" | b"bint" | b"binti" | b"binte" | b"ben"))
        };
        states(&self.a, self.text.0) && states(&self.b, self.text.1)
    }

    /// Particles that differ: what that costs.
    fn particles(&self, outcome: &mut Outcome) -> i32 {
        let lacking = |words: &[Word], name: &Name, others: &[Word], other: &Name| {
            words
                .iter()
                .filter(|word| word.is(PARTICLE))
                .any(|word| !others.iter().any(|held| same(*held, &other.text, *word, &name.text)))
        };
        if !self.a.words.iter().chain(&self.b.words).any(|word| word.is(PARTICLE)) {
            return 0;
        }
        let a = lacking(&self.a.words, self.text.0, &self.b.words, self.text.1);
        let b = lacking(&self.b.words, self.text.1, &self.a.words, self.text.0);
        if a || b {
            outcome.reasons.add(Evidence::NameParticleMissing);
        }
        match (a, b) {
            (false, false) => 0,
            (true, true) => points::PARTICLE_CONFLICT,
            _ => points::PARTICLE_MISSING,
        }
    }

    /// Generational suffixes: what they cost, and whether it is an omission.
    fn generation(&self, reasons: &mut Reasons) -> (i32, bool) {
        match self.generation {
            (a, b) if a == b => (0, false),
            (0, _) | (_, 0) => {
                reasons.add(Evidence::NameGenerationMissing);
                (points::GENERATION_MISSING, true)
            }
            (2, 22) | (22, 2) => {
                reasons.add(Evidence::NameGenerationDiffers);
                (points::GENERATION_SIMILAR, false)
            }
            _ => {
                reasons.add(Evidence::NameGenerationDiffers);
                (points::GENERATION_CONFLICT, false)
            }
        }
    }

    /// One reading of each side.
    pub(super) fn read(&self, a: &Reading, b: &Reading) -> Outcome {
        let surnames = self.surnames(a.surname, b.surname);
        let mut outcome = Outcome { points: 0, reasons: surnames.reasons };
        let reasons = &mut outcome.reasons;
        let (given_a, given_b) = (Pair::core(&self.a.words, a.given), Pair::core(&self.b.words, b.given));
        let mut middle_a = Pair::core(&self.a.words, a.middle);
        let mut middle_b = Pair::core(&self.b.words, b.middle);
        let mut given_cost = 0;
        let mut omission = 0;
        let mut middle_cost = 0;
        let mut state = State::Absent;
        let mut rarity = 0;
        let mut initial = false;
        let mut given = None;
        if let (Some(&x), Some(&y)) = (given_a.first(), given_b.first()) {
            let link = self.link(x, y);
            if self.alias.of_a & (1_u64 << y) != 0 || self.alias.of_b & (1_u64 << x) != 0 {
                given_cost = points::STATED_NICKNAME.min(link.given);
                state = State::Agree;
                reasons.add(Evidence::NameStatedNickname);
            } else if link.given < points::CONFLICT {
                given_cost = link.given;
                given = Some(link.relation);
                state = State::Agree;
                initial = link.relation == Relation::Initial;
                if link.given >= points::OTHER_NAME && link.relation == Relation::Typo {
                    reasons.add(Evidence::NameGivenLooksAlike);
                } else {
                    note(reasons, link.relation, true);
                }
            } else if let Some((cost, from_a, from_b)) = self.moved_given(x, &middle_a, y, &middle_b) {
                given_cost = cost;
                state = State::Agree;
                middle_a.retain(|place| Some(*place) != from_a);
                middle_b.retain(|place| Some(*place) != from_b);
                reasons.add(if from_a.is_some() && from_b.is_some() {
                    Evidence::NameMiddleSwapped
                } else {
                    Evidence::NameGoesByMiddle
                });
            } else {
                state = State::Conflict;
                reasons.add(Evidence::NameGivenDiffers);
            }
        } else if given_a.len() != given_b.len() {
            reasons.add(Evidence::NameGivenMissing);
        }
        if state == State::Agree && given_cost == 0 {
            reasons.add(Evidence::NameGivenAgrees);
        }
        // Middle names.
        let middle = self.middles(&middle_a, &middle_b, reasons);
        middle_cost += middle.cost;
        // Each side has a name that the other lacks: whatever they are called, they contradict (Ji-hoon and Ji-hye Lim).
        if surnames.left.0 && middle.left.1 || surnames.left.1 && middle.left.0 {
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
            rarity = self.rarity(a.surname, b.surname);
        }
        if initial && middle.agreed == Agreed::Nothing {
            given_cost -= points::RARITY * rarity / 10;
        }
        for part in [surnames.omission, middle.omission] {
            omission = combine(omission, part);
        }
        let mut particles = Outcome::new(0);
        let particle = self.particles(&mut particles);
        let (generation, generation_missing) = self.generation(reasons);
        let mut order = if a.reversed != b.reversed { points::ORDER } else { 0 };
        let implausible = if self.is_implausible(a, b) { points::IMPLAUSIBLE_ORDER } else { 0 };
        order += implausible;
        let reversed = if a.reversed { &self.a } else { &self.b };
        let nickname = matches!(given, Some(Relation::Nickname | Relation::LooseNickname));
        let unsure = given_cost >= points::SLIP && (nickname || surnames.cost >= points::SLIP);
        if a.reversed != b.reversed && unsure && reversed.given_first() >= 0 {
            order += points::UNSURE_ORDER;
        }
        if self.is_patronymic() && a.reversed != b.reversed {
            order += points::FATHER_AND_SON;
        }
        if surnames.swapped {
            order += points::OTHER_ORDER;
        }
        // One word alone stands in no order.
        let ordered = self.a.words.len() > 1 && self.b.words.len() > 1;
        if order > 0 && a.reversed != b.reversed && ordered || surnames.swapped {
            reasons.add(Evidence::NameOrderSwapped);
        }
        // Where a part contradicts, or only one part is there.
        let rare = points::SURNAME_ONLY_RARE * rarity / 10;
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
                points::SURNAME_ONLY + rare - (surnames.cost + surnames.omission) / 3
            }
            (State::Absent, State::Agree) => {
                reasons.add(Evidence::NameFirstOrLastOnly);
                points::SURNAME_ALONE + rare - (surnames.cost + surnames.omission) / 3
            }
            (State::Agree, State::Conflict) => {
                reasons.add(Evidence::NameFirstOrLastOnly);
                let more = if middle.agreed == Agreed::Name { points::MIDDLE_BESIDE_GIVEN } else { 0 };
                points::GIVEN_ONLY + more - given_cost / 3
            }
            (State::Agree, State::Absent) => {
                reasons.add(Evidence::NameFirstOrLastOnly);
                reasons.add(Evidence::NameSurnameMissing);
                points::GIVEN_ALONE - given_cost / 3
            }
            (State::Agree, State::Agree) => {
                omission = combine(omission, particle);
                if generation_missing {
                    omission = combine(omission, generation);
                }
                let total = given_cost
                    + middle_cost
                    + surnames.cost
                    + omission
                    + order
                    + if generation_missing { 0 } else { generation };
                if particle > 0 {
                    reasons.add(Evidence::NameParticleMissing);
                }
                // However much adds up, the surname agrees as it does in a household.
                let floor = points::SURNAME_ONLY - (surnames.cost + given_cost) / 3 - order;
                outcome.points = (WHOLE - total.max(points::OTHER_READING)).max(floor);
                return outcome;
            }
        };
        let contradiction = if generation_missing { 0 } else { generation / 10 };
        // A given name in common is told as one, not as a surname of people who are read the other way round.
        outcome.points = (part - (order + implausible) / 2 - contradiction).max(points::NOTHING);
        outcome
    }

    /// The given name is a middle name of the other side: what that costs, and which middle names it takes.
    fn moved_given(&self, x: u8, middle_a: &[u8], y: u8, middle_b: &[u8]) -> Option<(i32, Option<u8>, Option<u8>)> {
        let close = |link: Link| link.relation <= Relation::Nickname && link.given <= points::NICKNAME;
        let in_b = middle_b
            .iter()
            .find(|&&other| close(self.link(x, other)) && !self.b.words[usize::from(other)].is(INITIAL))
            .copied();
        let in_a = middle_a
            .iter()
            .find(|&&other| close(self.link(other, y)) && !self.a.words[usize::from(other)].is(INITIAL))
            .copied();
        match (in_a, in_b) {
            (Some(from_a), Some(from_b)) => Some((points::MIDDLE_SWAPPED, Some(from_a), Some(from_b))),
            (None, Some(from_b)) => {
                let skipped = self.b.words[usize::from(y)];
                let cost = if skipped.is(INITIAL) { points::GOES_BY_MIDDLE_INITIAL } else { points::GOES_BY_MIDDLE };
                Some((cost + self.link(x, from_b).given, None, Some(from_b)))
            }
            (Some(from_a), None) => {
                let skipped = self.a.words[usize::from(x)];
                let cost = if skipped.is(INITIAL) { points::GOES_BY_MIDDLE_INITIAL } else { points::GOES_BY_MIDDLE };
                Some((cost + self.link(from_a, y).given, Some(from_a), None))
            }
            (None, None) => None,
        }
    }

    /// Whether what the tables know of the words speaks against this pair of readings: names that are written given name
    /// first are not read the other way round only because a slip costs less in a surname (`Mario Barrera`, `MARIA
    /// BARRERA`). Where nothing is known, the given name comes first.
    fn is_implausible(&self, a: &Reading, b: &Reading) -> bool {
        let (of_a, of_b) = (self.a.given_first(), self.b.given_first());
        match (a.reversed, b.reversed) {
            (false, false) => false,
            (true, true) => of_a + of_b >= 0,
            (true, false) => of_a > of_b,
            (false, true) => of_b > of_a,
        }
    }
}

/// The larger omission counts in full, the smaller in part.
fn combine(a: i32, b: i32) -> i32 {
    a.max(b) + a.min(b) / points::FURTHER_OMISSIONS
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
        Relation::Nickname if given => Evidence::NameNickname,
        Relation::LooseNickname if given => Evidence::NameLooseNickname,
        Relation::Initial => Evidence::NameInitial,
        Relation::Near if given => Evidence::NameGivenLooksAlike,
        Relation::Equal | Relation::Near | Relation::Nickname | Relation::LooseNickname | Relation::None => return,
    });
}

/// Whether any word of a party was written in another script.
pub(super) fn is_transliterated(words: &[Word]) -> bool {
    words.iter().any(|word| word.is(SCRIPT))
}
