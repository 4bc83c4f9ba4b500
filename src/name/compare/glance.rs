//! What is seen of two sides without reading their words: which words of the one may have to do with which of the other.

use super::join::{View, may_join, may_split};
use super::relation::{Link, is_unrelated, is_unrelated_closely, most_slips, relate_closely};
use crate::name::Name;
use crate::name::sketch::Sketch;
use crate::name::word::{INITIAL, SOUND, Word};
use crate::text::similarity::without;
use smallvec::SmallVec;

/// What is seen of two sides without reading their words.
#[derive(Clone, Copy)]
pub(super) struct Glance {
    /// Which words of the one side may have to do with which of the other: a bit for each pair of words, row by row. The last
    /// bit speaks for all pairs behind it.
    candidates: u64,
    /// Words of a side are together one word of the other, or initials of one may be parted for names of the other.
    pub(super) may_join: bool,
}

/// The last bit of the candidates.
const LAST_CANDIDATE: usize = 63;

impl Glance {
    /// `sketches` are those of the words.
    #[inline]
    pub(super) fn of(a: View<'_>, name_a: &Name, b: View<'_>, name_b: &Name, sketches: (&Sketch, &Sketch)) -> Glance {
        let (of_a, of_b) = sketches;
        let special = of_a.special || of_b.special;
        let candidates = candidates(a, name_a, b, name_b, special);
        let (join_a, join_b) = if candidates == 0 && !special {
            // Initials, together with their neighbours or alone, meet only a word that begins as they do: the first of them and
            // that word would be candidates.
            (of_a.joined_names & of_b.lengths, of_b.joined_names & of_a.lengths)
        } else {
            (of_a.joined & of_b.lengths, of_b.joined & of_a.lengths)
        };
        let abbreviated = (of_a.abbreviated, of_b.abbreviated);
        Glance {
            candidates,
            may_join: join_a != 0 && may_join((a, name_a), join_a, of_a.sounds, (b, name_b))
                || join_b != 0 && may_join((b, name_b), join_b, of_b.sounds, (a, name_a))
                || (abbreviated.0 || abbreviated.1) && may_split(a, b, abbreviated),
        }
    }

    /// The same for words that were joined or parted to meet the other side.
    pub(super) fn of_views(a: View<'_>, name_a: &Name, b: View<'_>, name_b: &Name) -> Glance {
        Glance { candidates: candidates(a, name_a, b, name_b, true), may_join: false }
    }

    /// No word may have to do with any of the other side.
    pub(super) const fn is_empty(self) -> bool {
        self.candidates == 0
    }
}

/// The pairs of words that may have to do with each other; `special` where any may be related in ways that only a closer look
/// shows.
#[inline]
fn candidates(a: View<'_>, name_a: &Name, b: View<'_>, name_b: &Name, special: bool) -> u64 {
    if special || b.words.len() > LANES || a.words.len() > MOST_ROWS {
        return all_candidates(a, name_a, b, name_b);
    }
    let lanes = Lanes::of(b.words);
    let (mut candidates, mut first) = (0, 0);
    for x in a.words {
        candidates |= u64::from(lanes.alike(x)) << first;
        first += b.words.len();
    }
    if candidates == 0 { 0 } else { left_of(candidates, a, name_a, b, name_b) }
}

/// So many rows have bits of their own, however long they are.
const MOST_ROWS: usize = LAST_CANDIDATE / LANES;

/// The same, pair by pair.
#[inline(never)]
fn all_candidates(a: View<'_>, name_a: &Name, b: View<'_>, name_b: &Name) -> u64 {
    let (mut candidates, mut place) = (0, 0);
    for x in a.words {
        for y in b.words {
            candidates |= u64::from(!is_unrelated(x, name_a.side(), y, name_b.side())) << place;
            place = (place + 1).min(LAST_CANDIDATE);
        }
    }
    candidates
}

/// Those of some pairs of words that a closer look leaves.
#[inline(never)]
fn left_of(candidates: u64, a: View<'_>, name_a: &Name, b: View<'_>, name_b: &Name) -> u64 {
    let (side_a, side_b, width) = (name_a.side(), name_b.side(), b.words.len());
    let (mut left, mut of) = (candidates, candidates);
    while of != 0 {
        let place = of.trailing_zeros() as usize;
        of &= of - 1;
        if is_unrelated_closely(&a.words[place / width], side_a, &b.words[place % width], side_b) {
            left &= !(1 << place);
        }
    }
    left
}

/// How many words a word is held against at once: what a vector of every processor holds.
const LANES: usize = 4;

/// What is asked of words of one side, beside each other. Most words differ from all of them in letters, sound, beginning and
/// links at once.
pub(super) struct Lanes {
    letters: [u32; LANES],
    /// [`Word::hint`], and the second letter above it.
    hints: [u32; LANES],
    /// The bits of the hint that tell how a word begins: of an initial the first letter alone.
    begins: [u32; LANES],
    kin: [u32; LANES],
    /// The bit of each word; none where there is no word.
    bits: [u32; LANES],
}

/// What [`Lanes`] hold of how a word begins and sounds.
#[inline]
fn hint(word: &Word) -> u32 {
    u32::from(word.hint) | u32::from(word.second) << u16::BITS
}

/// The bits of the first letter.
const FIRST: u32 = !SOUND as u32;
/// The bits of the second letter.
const SECOND: u32 = (u8::MAX as u32) << u16::BITS;

/// The highest bit of a number that is 0 or has not that bit: set where it is 0.
const fn zero(bits: u32) -> u32 {
    bits.wrapping_sub(1)
}

/// The highest bit of a number: set where it is not 0.
const fn not_zero(bits: u32) -> u32 {
    bits | bits.wrapping_neg()
}

impl Lanes {
    /// Those of [`LANES`] words at most. They stand in memory, so that vectors are read from there.
    #[inline(never)]
    pub(super) fn of(words: &[Word]) -> Lanes {
        let none = [0; LANES];
        let mut lanes = Lanes { letters: none, hints: none, begins: none, kin: none, bits: none };
        for (at, word) in words.iter().enumerate().take(LANES) {
            lanes.letters[at] = word.letters;
            lanes.hints[at] = hint(word);
            // All bits, or none of an initial.
            lanes.begins[at] = FIRST | SECOND & u32::from(word.flags & INITIAL).wrapping_sub(1);
            lanes.kin[at] = word.kin;
            lanes.bits[at] = 1 << at;
        }
        lanes
    }

    /// Which of them a word may have to do with, a bit each. No word has one of the special marks.
    #[inline]
    pub(super) fn alike(&self, x: &Word) -> u32 {
        match most_slips(x.len) {
            1 if x.is(INITIAL) => self.begin_alike(x),
            1 => self.alike_within::<1>(x),
            2 => self.alike_within::<2>(x),
            _ => self.alike_within::<3>(x),
        }
    }

    /// Those from which a word does not differ in all of letters, sound, beginning and links. Slips may make one of it and so many
    /// others at most. Other readings leave out at most two kinds of letters (of `aa` one stays), so that those are seen by their
    /// letters.
    ///
    /// It stands alone, so that nothing comes between what is asked of all at once.
    #[inline(never)]
    fn alike_within<const SLIPS: u32>(&self, x: &Word) -> u32 {
        self.each(|at| {
            let hint = self.hints[at] ^ hint(x);
            zero(without(self.letters[at] ^ x.letters, 2 * SLIPS))
                | zero(hint & u32::from(SOUND))
                | zero(hint & self.begins[at])
                | not_zero(self.kin[at] & x.kin)
        })
    }

    /// Those that begin as an initial does: it meets no others.
    #[inline(never)]
    fn begin_alike(&self, x: &Word) -> u32 {
        self.each(|at| zero((self.hints[at] ^ hint(x)) & FIRST))
    }

    /// The bits of those for which the highest bit is set. It is arithmetic alone, so that all are asked at once.
    #[inline]
    fn each(&self, ask: impl Fn(usize) -> u32) -> u32 {
        let mut each = 0;
        for at in 0..LANES {
            each |= (ask(at) as i32 >> (u32::BITS - 1)) as u32 & self.bits[at];
        }
        each
    }
}

/// Two words that have to do with each other.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) a: u8,
    pub(super) b: u8,
    pub(super) link: Link,
}

/// The pairs of words that have to do with each other.
pub(super) type Related = SmallVec<[Found; 8]>;

/// The words that have to do with each other, among those that may, row by row.
pub(super) fn related(a: View<'_>, name_a: &Name, b: View<'_>, name_b: &Name, glance: Glance) -> Related {
    let mut found = Related::new();
    let (side_a, side_b) = (name_a.side(), name_b.side());
    let mut relate = |at: usize, other: usize| {
        let link = relate_closely(a.words[at], side_a, b.words[other], side_b);
        if link != Link::NONE {
            found.push(Found { a: at as u8, b: other as u8, link });
        }
    };
    let width = b.words.len();
    let mut candidates = glance.candidates & !(1 << LAST_CANDIDATE);
    while candidates != 0 {
        let place = candidates.trailing_zeros() as usize;
        candidates &= candidates - 1;
        relate(place / width, place % width);
    }
    if glance.candidates >> LAST_CANDIDATE != 0 {
        for place in LAST_CANDIDATE..a.words.len() * width {
            let (at, other) = (place / width, place % width);
            if !is_unrelated(&a.words[at], side_a, &b.words[other], side_b) {
                relate(at, other);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::compare::person::whole_view;

    #[test]
    fn candidates_are_those_that_are_not_ruled_out() {
        let cases = include_str!("../../../tests/cases/name.tsv");
        let cells = cases.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split('\t').take(2));
        let mut names: Vec<Name> = cells.step_by(5).filter_map(Name::parse).collect();
        // More rows than have bits of their own.
        let long =
            "Ana Rosa Elena Clara Julia Laura Marta Paula Irene Nuria Silvia Teresa Carmen Pilar Luz Sol Mar Garcia";
        names.push(Name::parse(long).expect("a name"));
        assert!(names.last().is_some_and(|name| usize::from(name.parties[0].count) > MOST_ROWS + 1));
        for a in &names {
            for b in &names {
                let (slot_a, slot_b) = (&a.parties[0], &b.parties[0]);
                let (view_a, view_b) = (whole_view(a, slot_a), whole_view(b, slot_b));
                let (mut wanted, mut place) = (0_u64, 0);
                for x in view_a.words {
                    for y in view_b.words {
                        wanted |= u64::from(!is_unrelated(x, a.side(), y, b.side())) << place;
                        place = (place + 1).min(LAST_CANDIDATE);
                    }
                }
                let special = slot_a.sketch.special || slot_b.sketch.special;
                assert!(candidates(view_a, a, view_b, b, special) == wanted);
            }
        }
    }
}
