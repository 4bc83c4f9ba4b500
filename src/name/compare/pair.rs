//! The words of two persons side by side: how each relates to each, and what they tell together.

use super::glance::Found;
use super::join::View;
use super::parts::{Marked, Parts, Places, Room, parts_of_all};
use super::person::{Outcome, surname_part};
use super::relation::Link;
use crate::calibration::WHOLE;
use crate::calibration::name as points;
use crate::evidence::{Evidence, Field, Reasons};
use crate::name::word::{JOINED, PARTICLE, PINYIN, Word, same};
use crate::name::{Name, PartySlot, UNSTATED};

/// Everything that the readings of a pair share.
pub(super) struct Pair<'a> {
    pub(super) a: View<'a>,
    pub(super) b: View<'a>,
    found: &'a [Found],
    pub(super) marked: (Marked, Marked),
    pub(super) alias: Alias,
    /// How much speaks for the given name standing first, on both sides.
    pub(super) given_first: (i32, i32),
    generation: (u8, u8),
    pub(super) text: (&'a Name, &'a Name),
}

/// What the order of the words costs.
#[derive(Clone, Copy)]
pub(super) struct Order {
    swapped: i32,
    implausible: i32,
}

impl Order {
    /// Where all parts agree.
    pub(super) const fn whole(self) -> i32 {
        self.swapped + self.implausible
    }

    /// Where a part contradicts: a given name in common is told as one, not as a surname of people who are read the other way
    /// round.
    pub(super) const fn in_part(self) -> i32 {
        self.swapped / 2 + self.implausible
    }
}

/// What the order of the words costs, with all that speaks against it.
pub(super) struct StatedOrder {
    /// Where all parts agree.
    pub(super) whole: i32,
    /// Where a part contradicts.
    pub(super) in_part: i32,
    /// The sides differ in it.
    pub(super) differs: bool,
}

/// Which given names the stated nicknames meet.
#[derive(Clone, Copy, Default)]
pub(super) struct Alias {
    /// Bits of the words of `b` that an alias of `a` equals, and the other way round.
    pub(super) of_a: u64,
    pub(super) of_b: u64,
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
    pub(super) fn new(
        (a, slot_a, view_a): (&'a Name, &PartySlot, View<'a>),
        (b, slot_b, view_b): (&'a Name, &PartySlot, View<'a>),
        found: &'a [Found],
    ) -> Pair<'a> {
        let marked = (Marked::of(view_a), Marked::of(view_b));
        let alias = Alias {
            of_a: met(a.aliases_of(slot_a), a, view_b.words, b),
            of_b: met(b.aliases_of(slot_b), b, view_a.words, a),
        };
        Pair {
            a: view_a,
            b: view_b,
            found,
            marked,
            alias,
            given_first: (given_first(view_a, &marked.0), given_first(view_b, &marked.1)),
            generation: (slot_a.generation, slot_b.generation),
            text: (a, b),
        }
    }

    /// What is compared of each reading of `a`.
    pub(super) fn parts_of_a<'r>(&self, room: &'r mut Room) -> &'r [Parts] {
        parts_of_all(self.a, &self.marked.0, room)
    }

    /// The same of `b`.
    pub(super) fn parts_of_b<'r>(&self, room: &'r mut Room) -> &'r [Parts] {
        parts_of_all(self.b, &self.marked.1, room)
    }

    /// The words of `b` that the names and the surnames of a reading of `a` relate to.
    pub(super) fn reach(&self, a: &Parts) -> (Places, Places) {
        let (mut given, mut family) = (Places::NONE, Places::NONE);
        for found in self.found {
            if a.names.has(found.a) && found.link.given < points::CONFLICT {
                given = given.with(found.b);
            }
            if a.family.has(found.a) && found.link.surname < points::CONFLICT {
                family = family.with(found.b);
            }
        }
        (given, family)
    }

    /// Whether any word of a reading of `b` is reached.
    pub(super) fn is_within(&self, reach: (Places, Places), b: &Parts) -> bool {
        self.alias.of_a | self.alias.of_b != 0 || reach.0.meets(b.names) || reach.1.meets(b.family)
    }

    /// The most points that a pair of readings can come to, by which parts have words that relate at all: `reach` is that of
    /// the reading of `a`.
    pub(super) fn most(&self, reach: (Places, Places), a: &Parts, b: &Parts) -> i32 {
        let given = self.alias.of_a | self.alias.of_b != 0 || reach.0.meets(b.names);
        let order = self.order(a, b);
        let most = match (given, reach.1.meets(b.family)) {
            (false, false) => points::STRAY_WORD,
            (true, false) if a.surname.is_empty() || b.surname.is_empty() => points::GIVEN_ALONE,
            (true, false) if a.middle.is_empty() || b.middle.is_empty() => points::GIVEN_ONLY - order.in_part(),
            (true, false) => points::GIVEN_ONLY + points::MIDDLE_BESIDE_GIVEN - order.in_part(),
            (false, true) => {
                let alone = a.given.is_empty() || b.given.is_empty();
                surname_part(alone, self.rarity(a, b), 0) - order.in_part()
            }
            (true, true) => {
                // No surname alone comes to more, in whatever order.
                const _: () = assert!(
                    WHOLE - points::SURNAME_PART_MISSING - points::ORDER
                        >= points::SURNAME_ONLY + points::SURNAME_ONLY_RARE
                );
                // Of one surname and several a part is lacking, or differs as well, unless it stands among the middle names.
                let lacking = match (a.surname.only(), b.surname.only()) {
                    (Some(_), None) if !self.may_hold_surname(a, true) => points::SURNAME_PART_MISSING,
                    (None, Some(_)) if !self.may_hold_surname(b, false) => points::SURNAME_PART_MISSING,
                    _ => 0,
                };
                WHOLE - (order.whole() + lacking).max(points::OTHER_READING)
            }
        };
        most.max(points::STRAY_WORD)
    }

    /// No word has to do with any of the other side.
    pub(super) fn is_unrelated(&self) -> bool {
        self.alias.of_a | self.alias.of_b == 0
            && self.found.iter().all(|found| found.link.given.min(found.link.surname) >= points::CONFLICT)
    }

    /// The pairs of words that have to do with each other.
    pub(super) fn found(&self) -> &[Found] {
        self.found
    }

    pub(super) fn link(&self, a: u8, b: u8) -> Link {
        self.found.iter().find(|found| (found.a, found.b) == (a, b)).map_or(Link::NONE, |found| found.link)
    }

    /// `Saad bin Noor`: the second is the father, so that the other order is another person.
    pub(super) fn is_patronymic(&self) -> bool {
        let states = |view: View<'_>, name: &Name| {
            let inside = view.words.get(1..view.words.len().max(2) - 1).unwrap_or(&[]);
            inside
                .iter()
                .any(|word| matches!(word.text(&name.text), b"bin" | b"ibn" | b"bint" | b"binti" | b"binte" | b"ben"))
        };
        states(self.a, self.text.0) && states(self.b, self.text.1)
    }

    /// Particles that differ: what that costs.
    pub(super) fn particles(&self, outcome: &mut Outcome) -> i32 {
        let lacking = |words: &[Word], name: &Name, others: &[Word], other: &Name| {
            words
                .iter()
                .filter(|word| word.is(PARTICLE))
                .any(|word| !others.iter().any(|held| same(*held, &other.text, *word, &name.text)))
        };
        if self.marked.0.particles.is_empty() && self.marked.1.particles.is_empty() {
            return 0;
        }
        let joined = |words: &[Word]| words.iter().any(|word| word.is(PARTICLE) && word.is(JOINED));
        if joined(self.a.words) || joined(self.b.words) {
            outcome.reasons.add(Evidence::NameJoined);
        }
        let a = lacking(self.a.words, self.text.0, self.b.words, self.text.1);
        let b = lacking(self.b.words, self.text.1, self.a.words, self.text.0);
        if a || b {
            outcome.reasons.add(Evidence::NameParticleMissing);
        }
        match (a, b) {
            (false, false) => 0,
            (true, true) => points::PARTICLE_CONFLICT,
            _ => points::PARTICLE_MISSING,
        }
    }

    /// What generational suffixes that differ cost where another part contradicts as well.
    pub(super) fn contradiction(&self) -> i32 {
        let (cost, missing) = self.generation(&mut Reasons::new(Field::Name));
        if missing { 0 } else { cost / 10 }
    }

    /// Generational suffixes: what they cost, and whether it is an omission.
    pub(super) fn generation(&self, reasons: &mut Reasons) -> (i32, bool) {
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

    /// What the order of the words costs in a pair of readings.
    pub(super) fn order(&self, a: &Parts, b: &Parts) -> Order {
        // An initial behind the surname tells the order by itself: `GARCIA J` is no more in doubt than `GARCIA, J`.
        let is_told = |parts: &Parts, marked: &Marked| {
            parts.reversed && parts.given.first().is_some_and(|place| marked.initials.has(place))
        };
        let swapped = a.reversed != b.reversed && !is_told(a, &self.marked.0) && !is_told(b, &self.marked.1);
        Order {
            swapped: if swapped { points::ORDER } else { 0 },
            implausible: if self.is_implausible(a, b) { points::IMPLAUSIBLE_ORDER } else { 0 },
        }
    }

    /// What the order of the words costs in a pair of readings, with what speaks against it beside the tables: names that are
    /// `unsure`, because each part is one slip or nickname away, and what it costs that surnames changed places.
    pub(super) fn stated_order(&self, a: &Parts, b: &Parts, unsure: bool, surnames: i32) -> StatedOrder {
        let turned = a.reversed != b.reversed;
        let mut more = surnames;
        if turned {
            let reversed = if a.reversed { self.given_first.0 } else { self.given_first.1 };
            if unsure && reversed >= 0 {
                more += points::UNSURE_ORDER;
            }
            if self.is_patronymic() {
                more += points::FATHER_AND_SON;
            }
        }
        // Michael Ka Ho Wong, MICHAEL WONG KA HO
        let inside = a.surname_inside != b.surname_inside;
        let moved = inside && !turned && !a.middle.is_empty() && !b.middle.is_empty();
        if moved {
            more += points::ORDER;
        }
        let order = self.order(a, b);
        StatedOrder {
            whole: order.whole() + more,
            in_part: order.in_part() + more / 2,
            differs: moved || surnames > 0 || turned && self.is_ordered(),
        }
    }

    /// Whether what the tables know of the words speaks against this pair of readings: names that are written given name
    /// first are not read the other way round only because a slip costs less in a surname (`Mario Barrera`, `MARIA
    /// BARRERA`), nor are those that are written surname first (`Chen Xiaoli`, `CHEN XIAOLIN`). Where nothing is known, the
    /// given name comes first.
    fn is_implausible(&self, a: &Parts, b: &Parts) -> bool {
        let (of_a, of_b) = self.given_first;
        // Of Gordon Blake the tables say the same, and are wrong.
        let chinese = |view: View<'_>| view.words.first().is_some_and(|word| word.is(PINYIN));
        match (a.reversed, b.reversed) {
            (false, false) => of_a.max(of_b) <= SURNAME_FIRST && chinese(self.a) && chinese(self.b),
            (true, true) => of_a + of_b >= 0,
            (true, false) => of_a - register(self.a, &self.marked.0) > of_b,
            (false, true) => of_b - register(self.b, &self.marked.1) > of_a,
        }
    }
}

/// [`given_first`] of a Chinese name both ends of which say that the surname stands first.
const SURNAME_FIRST: i32 = -2;

/// How much speaks for the given name standing first: above 0 for it, below 0 for the surname standing first.
fn given_first(view: View<'_>, marked: &Marked) -> i32 {
    let names = marked.all.but(marked.particles);
    let (Some(first), Some(last)) = (names.first(), names.last()) else { return 0 };
    if view.surname != UNSTATED || first == last {
        return 0;
    }
    let leaning = |at: u8| {
        let word = &view.words[usize::from(at)];
        i32::from(word.given > word.surname) - i32::from(word.surname > word.given)
    };
    // KEENA ROBERT D ends with ROBERT.
    let behind = names.without(first).but(marked.initials).last();
    // A name that begins with a particle begins with its surname.
    (if first == 0 { leaning(first) } else { -1 }) - behind.map_or(0, leaning)
}

/// How much an initial behind two names says for the surname standing first, beside a name in the other order, where it outweighs
/// what the tables say of either name: registers write HEMASPAANDRA LANE A.
fn register(view: View<'_>, marked: &Marked) -> i32 {
    let last = marked.all.last().unwrap_or(0);
    let behind = last > 1 && marked.initials.has(last) && !marked.initials.has(last - 1);
    if view.surname == UNSTATED && behind { 2 } else { 0 }
}
