//! Two mailboxes whose local parts share nothing, told apart by a few machine words.
//!
//! Of one address against many, nearly all others are such, so that what `slip` and `explain` would look for is ruled out
//! here first. Nothing is decided otherwise than they do: each test says which of their findings it rules out.

use super::mailbox::{HAS_FORMS, Mailbox, PLAIN};
use crate::calibration::email as points;

/// The letters of a local part, for first questions.
#[derive(Clone, Copy, Default)]
pub(super) struct Sketch {
    /// Which letters occur (low half), and which twice or more (high half).
    pub(super) held: u64,
    /// The first four letters.
    head: u32,
    /// The last four letters.
    tail: u32,
}

impl Sketch {
    /// Sketches lower-case letters.
    pub(super) fn of(letters: &[u8]) -> Sketch {
        let (mut once, mut twice) = (0_u64, 0_u64);
        for &letter in letters {
            let bit = 1 << (letter & 31);
            twice |= once & bit;
            once |= bit;
        }
        let four = |letters: &[u8]| match *letters {
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
            _ => 0,
        };
        let head = letters.get(..4).map_or(0, four);
        let tail = letters.len().checked_sub(4).and_then(|start| letters.get(start..)).map_or(0, four);
        Sketch { held: once | twice << 32, head, tail }
    }

    /// Whether two begin with the same three letters; where one has no four, it is not known.
    pub(super) fn may_begin_alike(self, other: Sketch) -> bool {
        (self.head ^ other.head) << 8 == 0 || self.head == 0 || other.head == 0
    }

    /// How many letters differ at least: one that is inserted or left out changes one bit, one that is exchanged two.
    pub(super) fn bits_apart(self, other: Sketch) -> u32 {
        (self.held ^ other.held).count_ones()
    }

    /// How many different letters only one of the two has.
    pub(super) fn letters_apart(self, other: Sketch) -> u32 {
        ((self.held ^ other.held) as u32).count_ones()
    }
}

/// Letters off that may be a slip in a word of so many.
pub(super) const fn most_edits(letters: usize) -> u32 {
    let mut edits = super::slip::MAX_EDITS;
    while edits > 0 && points::slip(letters, edits).is_none() {
        edits -= 1;
    }
    edits as u32
}

/// Whether two mailboxes are plain and certainly unrelated, as `local::relate` would find after all its questions.
pub(super) fn are_distant(a: &Mailbox, b: &Mailbox) -> bool {
    // No function, mask, repair, letter outside ASCII, relay, and no provider whose rules go beyond dots and plus signs.
    if !(a.has(PLAIN) && b.has(PLAIN)) {
        return false;
    }
    let (left, right) = (a.sketch, b.sketch);
    // The same letters, one cut short, shared ends of four letters.
    if left.head == right.head || left.tail == right.tail {
        return false;
    }
    let (short, long) = if a.letter_count() <= b.letter_count() { (a, b) } else { (b, a) };
    if short.letter_count() == long.letter_count() {
        // The parts in the other order: the same letters.
        if left.held as u32 == right.held as u32 {
            return false;
        }
    } else if short.sketch.held as u32 & !(long.sketch.held as u32) == 0 {
        // A part of the name, one part more, initials: every letter of the short one is in the long one.
        return false;
    }
    // Two forms of one name.
    if a.has(HAS_FORMS) && b.has(HAS_FORMS) {
        return false;
    }
    !may_be_slip(a, b) && !may_share_parts(a, b)
}

/// How many letters two words differ in at least.
pub(super) fn letters_apart(a: &[u8], b: &[u8]) -> u32 {
    let letters = |word: &[u8]| word.iter().fold(0_u32, |held, letter| held | 1 << (letter & 31));
    (letters(a) ^ letters(b)).count_ones()
}

/// Whether as many letters as the sketches differ in may be slips.
pub(super) fn may_be_slip(a: &Mailbox, b: &Mailbox) -> bool {
    let apart = a.sketch.bits_apart(b.sketch);
    let parts = if a.parts() == b.parts() { a.parts().max(1) } else { 1 };
    // More than slips in each part can change.
    if apart as usize > 2 * super::slip::MAX_EDITS * parts {
        return false;
    }
    let most = if parts > 1 {
        (0..parts).map(|index| most_edits(a.part_length(index).max(b.part_length(index)))).sum()
    } else {
        most_edits(a.letter_count().max(b.letter_count()))
    };
    apart <= 2 * most
}

/// Whether a first or last part of one is a first or last part of the other.
fn may_share_parts(a: &Mailbox, b: &Mailbox) -> bool {
    if a.parts() < 2 || b.parts() < 2 {
        return false;
    }
    [0, a.parts() - 1].into_iter().any(|of_a| {
        [0, b.parts() - 1]
            .into_iter()
            .any(|of_b| a.part_length(of_a) == b.part_length(of_b) && a.part(of_a) == b.part(of_b))
    })
}
