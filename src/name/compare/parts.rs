//! What is compared of each reading of a side: told once, and asked of every pair of readings.

use super::join::View;
use crate::name::reading::{MOST_READINGS, Range, Reading, are_read_as_any, readings};
use crate::name::word::{HYPHEN, INITIAL, PARTICLE};

/// Places of words in a party, in ascending order: a bit each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Places(u64);

impl Places {
    pub(super) const NONE: Places = Places(0);

    /// The places of a range.
    const fn of(range: Range) -> Places {
        Places(bits(range.1) & !bits(range.0))
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    pub(super) const fn first(self) -> Option<u8> {
        if self.0 == 0 { None } else { Some(self.0.trailing_zeros() as u8) }
    }

    /// The place where there is only one.
    pub(super) const fn only(self) -> Option<u8> {
        if self.0 & self.0.wrapping_sub(1) == 0 { self.first() } else { None }
    }

    pub(super) const fn last(self) -> Option<u8> {
        if self.0 == 0 { None } else { Some(63 - self.0.leading_zeros() as u8) }
    }

    pub(super) const fn with(self, place: u8) -> Places {
        Places(self.0 | 1 << place)
    }

    pub(super) const fn without(self, place: u8) -> Places {
        Places(self.0 & !(1 << place))
    }

    pub(super) const fn has(self, place: u8) -> bool {
        self.0 & (1 << place) != 0
    }

    /// How many of the places stand before one.
    pub(super) const fn before(self, place: u8) -> usize {
        (self.0 & bits(place)).count_ones() as usize
    }

    pub(super) const fn meets(self, other: Places) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn is_within(self, other: Places) -> bool {
        self.0 & !other.0 == 0
    }

    /// Those that are not among others.
    pub(super) const fn but(self, others: Places) -> Places {
        Places(self.0 & !others.0)
    }
}

impl Iterator for Places {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let first = self.first()?;
        self.0 &= self.0 - 1;
        Some(first)
    }
}

/// The bits below a place. A party has at most 42 words.
const fn bits(place: u8) -> u64 {
    (1_u64 << (place & 63)) - 1
}

/// The words of a side that each of its readings tells apart.
#[derive(Clone, Copy)]
pub(super) struct Marked {
    pub(super) all: Places,
    pub(super) particles: Places,
    pub(super) initials: Places,
    hyphened: bool,
}

impl Marked {
    pub(super) fn of(view: View<'_>) -> Marked {
        let (mut particles, mut initials, mut flags) = (0, 0, 0);
        for (place, word) in view.words.iter().enumerate() {
            particles |= u64::from(word.is(PARTICLE)) << place;
            initials |= u64::from(word.is(INITIAL)) << place;
            flags |= word.flags;
        }
        Marked {
            all: Places(bits(view.words.len() as u8)),
            particles: Places(particles),
            initials: Places(initials),
            hyphened: flags & HYPHEN != 0,
        }
    }

    /// The words of a range that are no particles; where there are no others, all.
    const fn core(&self, range: Places) -> Places {
        let core = range.but(self.particles);
        if core.is_empty() { range } else { core }
    }

    /// The same of all words.
    pub(super) const fn whole(&self) -> Places {
        self.core(self.all)
    }
}

/// One reading of a side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    /// The words that are compared: particles only where there are no others.
    pub(super) given: Places,
    pub(super) middle: Places,
    pub(super) surname: Places,
    /// All words of the given and middle names, whichever stand first, and of the surname.
    pub(super) names: Places,
    pub(super) family: Places,
    /// The surname stands first, and no comma says so.
    pub(super) reversed: bool,
    /// The given name stands behind the middle names, which do not count as names that meet then.
    pub(super) called_by_last: bool,
    /// The surname stands between the given name and the middle ones.
    pub(super) surname_inside: bool,
}

impl Parts {
    pub(super) const fn of(reading: &Reading, marked: &Marked) -> Parts {
        let Reading { given, middle, surname, reversed } = *reading;
        let called_by_last = middle.0 < given.0;
        let names =
            (if called_by_last { middle.0 } else { given.0 }, if middle.1 > given.1 { middle.1 } else { given.1 });
        let family = Places::of(surname);
        Parts {
            given: marked.core(Places::of(given)),
            middle: marked.core(Places::of(middle)),
            surname: marked.core(family),
            names: Places::of(names),
            family,
            reversed,
            called_by_last,
            surname_inside: !reversed && surname.1 <= middle.0,
        }
    }
}

/// Where the readings of a side are kept that are not those of most names.
pub(super) type Room = Option<Built>;

/// Readings of a side that were made for it.
pub(super) struct Built {
    held: [Parts; MOST_READINGS],
    count: usize,
}

/// What is compared of each reading of a side, the canonical one first. Never empty.
pub(super) fn parts_of_all<'r>(view: View<'_>, marked: &Marked, room: &'r mut Room) -> &'r [Parts] {
    match parts_of_any(view, marked) {
        Some(parts) => parts,
        None => {
            let built = room.insert(build(view, marked));
            built.held.get(..built.count).unwrap_or(&[])
        }
    }
}

#[inline(never)]
fn build(view: View<'_>, marked: &Marked) -> Built {
    let readings = readings(view.words, view.surname);
    let mut built = Built { held: [NO_PARTS; MOST_READINGS], count: readings.len() };
    for (held, reading) in built.held.iter_mut().zip(&readings) {
        *held = Parts::of(reading, marked);
    }
    built
}

/// The same where nothing is known of the words that would have them read in ways of their own: most names. Nothing is made for
/// them.
fn parts_of_any(view: View<'_>, marked: &Marked) -> Option<&'static [Parts]> {
    let count = view.words.len();
    if !marked.particles.is_empty() || !(1..=ANY.len()).contains(&count) {
        return None;
    }
    if usize::from(view.surname) < count {
        return STATED[count - 1].get(usize::from(view.surname)).map(core::slice::from_ref);
    }
    let any = !marked.hyphened && are_read_as_any(view.words);
    any.then(|| &ANY[count - 1][..if count > 2 { 4 } else { 2 }])
}

/// The reading of one, two, three or four words of which a comma says where the surname starts: by how many they are, and by that.
static STATED: [[Parts; 4]; 4] = {
    let mut all = [[NO_PARTS; 4]; 4];
    let mut count = 1;
    while count <= 4 {
        let mut surname = 0;
        while surname < count {
            let given = if surname == 0 { 0 } else { 1 };
            all[count as usize - 1][surname as usize] = any((0, given), (given, surname), (surname, count), false);
            surname += 1;
        }
        count += 1;
    }
    all
};

/// The readings of any one, two, three or four words.
static ANY: [[Parts; 4]; 4] = [
    [any((0, 0), (0, 0), (0, 1), false), any((0, 1), (1, 1), (1, 1), false), NO_PARTS, NO_PARTS],
    [any((0, 1), (1, 1), (1, 2), false), any((1, 2), (2, 2), (0, 1), true), NO_PARTS, NO_PARTS],
    of_many(3),
    of_many(4),
];

const NO_PARTS: Parts = any((0, 0), (0, 0), (0, 0), false);

const fn any(given: Range, middle: Range, surname: Range, reversed: bool) -> Parts {
    const UNMARKED: Marked =
        Marked { all: Places::NONE, particles: Places::NONE, initials: Places::NONE, hyphened: false };
    Parts::of(&Reading { given, middle, surname, reversed }, &UNMARKED)
}

/// Given name first and surname first, each with one surname and with two.
const fn of_many(count: u8) -> [Parts; 4] {
    [
        any((0, 1), (1, count - 1), (count - 1, count), false),
        any((0, 1), (1, count - 2), (count - 2, count), false),
        any((1, 2), (2, count), (0, 1), true),
        any((2, 3), (3, count), (0, 2), true),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::compare::person::whole_view;
    use crate::name::word::{EASTERN, PINYIN};
    use crate::name::{Name, UNSTATED};

    /// What is known of a side has no other readings than those that are made for it.
    fn is_told(view: View<'_>) -> bool {
        let marked = Marked::of(view);
        let built = build(view, &marked);
        let parts = parts_of_any(view, &marked);
        assert!(parts.is_none_or(|parts| *parts == built.held[..built.count]), "{} words", view.words.len());
        parts.is_some()
    }

    #[test]
    fn most_names_are_read_as_any() {
        let cases = include_str!("../../../tests/cases/name.tsv");
        let cells = cases.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split('\t').take(2));
        let names: Vec<Name> = cells.filter_map(Name::parse).collect();
        let sides = || names.iter().flat_map(|name| name.parties.iter().map(|slot| whole_view(name, slot)));
        let (told, all) = (sides().filter(|view| is_told(*view)).count(), sides().count());
        assert!(10 * told > 9 * all, "{told} of {all}");
    }

    /// Words with all marks by which readings are told, at the places that count, of one to five words and behind any comma.
    #[test]
    fn words_with_readings_of_their_own_are_not_read_as_any() {
        let name = Name::parse("Ana Bea Cid Dia Eva").expect("a name");
        let marks = [0, EASTERN, PINYIN, HYPHEN, PARTICLE];
        // Known as nothing, as a given name, as a surname.
        let known = [(0, 0), (20, 0), (0, 20)];
        let mut told = 0;
        let choices = known.len() * marks.len();
        for (count, choice) in (1..=5).flat_map(|count| (0..choices.pow(3)).map(move |choice| (count, choice))) {
            let mut words = name.words[..count].to_vec();
            for (at, place) in [0, 1, count - 1].into_iter().enumerate() {
                if let Some(word) = words.get_mut(place) {
                    let choice = choice / choices.pow(at as u32) % choices;
                    (word.given, word.surname) = known[choice % known.len()];
                    word.flags |= marks[choice / known.len()];
                }
            }
            for surname in (0..=count as u8).chain([UNSTATED]) {
                told += usize::from(is_told(View { words: &words, surname }));
            }
        }
        assert!(told > 20_000, "{told}");
    }
}
