//! What the words of a party have between them: enough to see of most words that they have nothing to do with any of it.

use super::word::{ABJAD, DAMAGED, DIGIT, INITIAL, Word};

/// Marks of words that may be related in ways that a sketch does not show.
pub(super) const SPECIAL: u16 = DAMAGED | DIGIT | ABJAD;

/// The words of a party, taken together.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sketch {
    /// A bit for each first letter.
    pub(super) firsts: u32,
    /// A bit for each length that neighbours may have when they are written together: see [`length_bit`].
    pub(super) joined: u32,
    /// A word has one of the special marks.
    pub(super) special: bool,
    /// A word may be initials that are written together.
    pub(super) abbreviated: bool,
}

/// The bit of a length, the last one for all above.
pub(super) const fn length_bit(length: u32) -> u32 {
    1 << if length > 31 { 31 } else { length }
}

/// The bit of the first letter of a word.
pub(super) const fn first_bit(word: &Word) -> u32 {
    1 << (word.hint >> 11)
}

/// How many letters more or fewer words written together may have than the word that they are.
pub(super) const MOST_LONGER: u8 = 2;

impl Sketch {
    pub(super) fn of(words: &[Word]) -> Sketch {
        let mut sketch = Sketch::default();
        let mut joined = 0_u64;
        let mut words = words;
        while let [word, behind @ ..] = words {
            sketch.firsts |= first_bit(word);
            sketch.abbreviated |= word.may_be_initials();
            sketch.special |= word.flags & SPECIAL != 0;
            let mut initials = word.is(INITIAL);
            let mut length = u32::from(word.len);
            for next in behind {
                length = (length + u32::from(next.len)).min(MOST_LENGTH);
                initials |= next.is(INITIAL);
                // With initials only the same letters meet; else the sound, or a slip, which may add or leave out some.
                joined |= if initials {
                    1 << length
                } else {
                    ((2 << (2 * MOST_LONGER)) - 1) << (length - u32::from(MOST_LONGER))
                };
            }
            words = behind;
        }
        sketch.joined = joined as u32 | if joined >> 31 != 0 { 1 << 31 } else { 0 };
        sketch
    }
}

/// Lengths above are one.
const MOST_LENGTH: u32 = 60;
