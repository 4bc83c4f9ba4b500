//! What the words of a party have between them: enough to see of most words that they have nothing to do with any of it.

use super::word::{ABJAD, DAMAGED, DIGIT, INITIAL, Word};

/// Marks of words that may be related in ways that a sketch does not show.
pub(super) const SPECIAL: u16 = DAMAGED | DIGIT | ABJAD;

/// The words of a party, taken together.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sketch {
    /// A bit for each length of a word: see [`length_bit`].
    pub(super) lengths: u16,
    /// A bit for each length that neighbours may have when they are written together: see [`length_bit`].
    pub(super) joined: u16,
    /// The same for neighbours that are no initials.
    pub(super) joined_names: u16,
    /// The consonants of all words.
    pub(super) sounds: u16,
    /// A word has one of the special marks.
    pub(super) special: bool,
    /// A word may be initials that are written together.
    pub(super) abbreviated: bool,
}

/// The bit of a length, the last one for all above.
pub(super) const fn length_bit(length: u32) -> u16 {
    1 << if length > LAST_BIT { LAST_BIT } else { length }
}

const LAST_BIT: u32 = u16::BITS - 1;

/// How many letters more or fewer words written together may have than the word that they are.
pub(super) const MOST_LONGER: u8 = 2;

/// Whether a word may be initials written together. `JA HALE`: few families are called Ja, and beside James Alan Hale it is no surname.
pub(super) fn may_be_initials(word: Word) -> bool {
    word.may_be_initials() || word.len == 2
}

impl Sketch {
    pub(super) fn of(words: &[Word]) -> Sketch {
        let mut sketch = Sketch::default();
        let (mut with_initials, mut names) = (0_u64, 0_u64);
        let mut words = words;
        while let [word, behind @ ..] = words {
            sketch.lengths |= length_bit(u32::from(word.len));
            sketch.abbreviated |= may_be_initials(*word);
            sketch.sounds |= word.sound();
            sketch.special |= word.flags & SPECIAL != 0;
            let mut initials = word.is(INITIAL);
            let mut length = u32::from(word.len);
            for next in behind {
                length = (length + u32::from(next.len)).min(MOST_LENGTH);
                initials |= next.is(INITIAL);
                // With initials only the same letters meet; else the sound, or a slip, which may add or leave out some.
                if initials {
                    with_initials |= 1 << length;
                } else {
                    names |= ((2 << (2 * MOST_LONGER)) - 1) << (length - u32::from(MOST_LONGER));
                }
            }
            words = behind;
        }
        let bits = |lengths: u64| lengths as u16 | if lengths >> LAST_BIT != 0 { 1 << LAST_BIT } else { 0 };
        sketch.joined_names = bits(names);
        sketch.joined = bits(names | with_initials);
        sketch
    }
}

/// Lengths above are one.
const MOST_LENGTH: u32 = 60;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;

    fn of(text: &str) -> Sketch {
        let name = Name::parse(text).expect("a name");
        Sketch::of(&name.words)
    }

    /// A sketch that says more than it has to is right as well, and leaves more pairs to compare word by word.
    #[test]
    fn a_sketch_says_no_more_than_the_words() {
        let sketch = of("Mary Smith");
        assert!(!sketch.special && !sketch.abbreviated);
        assert_eq!(sketch.lengths, 1 << 4 | 1 << 5);
        assert_eq!(sketch.joined, 0b11111 << 7);
        assert_eq!(sketch.joined, sketch.joined_names);
        // What holds an initial is met only by the same letters.
        let sketch = of("Mary B Smith");
        assert_eq!(sketch.joined_names, 0);
        assert_eq!(sketch.joined, 1 << 5 | 1 << 10 | 1 << 6);
        assert!(of("M4ry Smith").special);
    }
}
