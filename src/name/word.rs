//! One word of a name, with everything that comparing asks of it.

use crate::tables::name as tables;

/// A single letter: an initial.
pub(super) const INITIAL: u16 = 1;
/// de, van, al … inside a name.
pub(super) const PARTICLE: u16 = 2;
/// A letter of it has a second reading (ü is `u` or `ue`).
pub(super) const UMLAUT: u16 = 4;
/// A letter of it was lost and stands as `?`.
pub(super) const DAMAGED: u16 = 8;
/// Holds a digit.
pub(super) const DIGIT: u16 = 16;
/// The last word of the whole text: a bank's field may end inside it.
pub(super) const LAST: u16 = 32;
/// Written together with the word before by a hyphen.
pub(super) const HYPHEN: u16 = 64;
/// Several words of the text read as one.
pub(super) const JOINED: u16 = 128;
/// Comes from another script.
pub(super) const SCRIPT: u16 = 256;
/// Comes from a script that writes no short vowels.
pub(super) const ABJAD: u16 = 512;
/// A family name of a people that writes it first and calls its people by the last word.
pub(super) const EASTERN: u16 = 1024;
/// Shows a business.
pub(super) const BUSINESS: u16 = 2048;
/// Says nothing about which business it is.
pub(super) const GENERIC: u16 = 4096;
/// A nickname in quotes or parentheses.
pub(super) const ALIAS: u16 = 8192;

/// Chinese, in Pinyin.
pub(super) const PINYIN: u16 = 16384;
/// Its letters stood between slashes: `c/o`, but not the surnames Ho and So.
pub(super) const SLASHED: u16 = 32768;

/// Two blanks and more stand before it in the text: of the words that are read. What is an initial is told later, of those of a name.
pub(super) const COLUMN: u16 = INITIAL;

/// Ends a text that is as wide as the fields of banks are: most likely cut. No word of a name has [`SLASHED`].
pub(super) const FILLS: u16 = SLASHED;

/// Whether a text of so many characters fills a field: 22 are those of a payment through the clearing house, 26 of an embossed
/// card, 35 of a line of a wire.
pub(super) const fn fills_field(width: usize) -> bool {
    matches!(width, 20 | 22 | 26 | 30 | 32 | 35 | 40)
}

/// A word: where its letters are, and what the tables say about it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: u16,
    pub(super) len: u8,
    /// 1 male, 2 female, 0 both or not known.
    pub(super) sex: u8,
    /// log2 of how many people have it as given name and as surname; 0 not known.
    pub(super) given: u8,
    pub(super) surname: u8,
    pub(super) flags: u16,
    /// Place of its links among those of the name, and how many they are.
    pub(super) first_link: u16,
    pub(super) links: u8,
    /// A bit for each of the names that the links lead to: words without a bit in common share no name.
    pub(super) kin: u32,
    /// Number of the meaning of a business word or of a legal form.
    pub(super) meaning: u16,
    /// The consonants of its letters, as [`consonants`] tells them, and five bits of its first letter above them.
    pub(super) hint: u16,
    /// Its second letter; 0 where it has one only.
    pub(super) second: u8,
    /// Which letters it has.
    pub(super) letters: u32,
}

impl Word {
    pub(super) const fn is(self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    /// The consonants of its letters.
    pub(super) const fn sound(self) -> u16 {
        self.hint & SOUND
    }

    /// Its first letter.
    pub(super) fn first(self, text: &[u8]) -> u8 {
        text.get(usize::from(self.start)).copied().unwrap_or(0)
    }

    /// The letters of the word.
    pub(super) fn text(self, text: &[u8]) -> &[u8] {
        let start = usize::from(self.start);
        text.get(start..start + usize::from(self.len)).unwrap_or(&[])
    }

    /// Whether it may be the initials of several names, written together: no family is called so.
    pub(super) const fn may_be_initials(self) -> bool {
        matches!(self.len, 2 | 3) && self.surname == 0
    }

    /// A frequent given name.
    pub(super) const fn is_given(self) -> bool {
        self.given >= tables::FREQUENT_GIVEN
    }

    /// A frequent surname.
    pub(super) const fn is_frequent_surname(self) -> bool {
        self.surname >= tables::FREQUENT_SURNAME
    }

    /// Much more often a given name than a surname.
    pub(super) const fn is_clearly_given(self) -> bool {
        self.is_given() && self.given > self.surname + 2
    }
}

/// A bit for each letter, one for all digits.
pub(super) fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// Whether two words have the same letters. Their length and the set of their letters rule most out.
pub(super) fn same(a: Word, text_a: &[u8], b: Word, text_b: &[u8]) -> bool {
    a.len == b.len && a.letters == b.letters && a.text(text_a) == b.text(text_b)
}

/// The consonants of a set of letters, those that sound alike in one language or another taken for one, and those that may be
/// silent or vowels left out. Words that sound the same have the same.
pub(super) const fn consonants(letters: u32) -> u16 {
    const fn set(of: &[u8]) -> u32 {
        let (mut mask, mut at) = (0, 0);
        while at < of.len() {
            mask |= 1 << (of[at] - b'a');
            at += 1;
        }
        mask
    }
    const fn bit(letters: u32, of: &[u8], place: u32) -> u16 {
        if letters & set(of) != 0 { 1 << place } else { 0 }
    }
    bit(letters, b"b", 0)
        | bit(letters, b"d", 1)
        | bit(letters, b"g", 2)
        | bit(letters, b"l", 3)
        | bit(letters, b"m", 4)
        | bit(letters, b"n", 5)
        | bit(letters, b"r", 6)
        | bit(letters, b"t", 7)
        | bit(letters, b"ckqszx", 8)
        | bit(letters, b"pf", 9)
        | bit(letters, b"vw", 10)
}

/// The same by thirds of the letters, each of which is told for itself.
#[inline(always)]
fn consonants_by_thirds(letters: u32) -> u16 {
    const THIRD: u32 = 9;
    static TOLD: [[u16; 1 << THIRD]; 3] = {
        let (mut told, mut third) = ([[0; 1 << THIRD]; 3], 0);
        while third < told.len() {
            let mut at = 0;
            while at < 1 << THIRD {
                told[third][at] = consonants((at as u32) << (third as u32 * THIRD));
                at += 1;
            }
            third += 1;
        }
        told
    };
    let of = |third: u32| TOLD[third as usize][(letters >> (third * THIRD)) as usize & ((1 << THIRD) - 1)];
    of(0) | of(1) | of(2)
}

/// Whether a folded word is a family name of a people that writes it first.
pub(super) fn is_eastern(entry: tables::Entry, word: &[u8]) -> bool {
    entry.named && tables::is_eastern_surname(word)
}

/// Turns what the tables say into a word.
pub(super) fn word_of(entry: tables::Entry, bytes: &[u8], mut flags: u16) -> Word {
    if bytes.iter().any(u8::is_ascii_digit) {
        flags |= DIGIT;
    }
    if bytes.contains(&b'?') {
        flags |= DAMAGED;
    }
    if entry.is(tables::BUSINESS) {
        flags |= BUSINESS;
    }
    if entry.is(tables::GENERIC) {
        flags |= GENERIC;
    }
    plain_word(entry, bytes, letters(bytes), flags)
}

/// The same for a word of letters that shows no business.
#[inline]
pub(super) fn plain_word(entry: tables::Entry, bytes: &[u8], letters: u32, mut flags: u16) -> Word {
    if bytes.len() == 1 && bytes[0].is_ascii_alphabetic() {
        flags |= INITIAL;
    }
    if is_eastern(entry, bytes) {
        flags |= EASTERN;
    }
    if entry.pinyin {
        flags |= PINYIN;
    }
    Word {
        start: 0,
        len: bytes.len() as u8,
        sex: entry.sex,
        given: entry.given,
        surname: entry.surname,
        flags,
        first_link: 0,
        links: 0,
        kin: 0,
        meaning: entry.business,
        hint: hint(letters, bytes),
        second: bytes.get(1).copied().unwrap_or(0),
        letters,
    }
}

/// The part of [`Word::hint`] that holds consonants.
pub(super) const SOUND: u16 = (1 << 11) - 1;

/// What [`Word::hint`] holds.
pub(super) fn hint(letters: u32, word: &[u8]) -> u16 {
    consonants_by_thirds(letters) | u16::from(word.first().copied().unwrap_or(0) & 31) << 11
}

/// The bit of a name that links lead to, in [`Word::kin`].
pub(super) const fn kin(link: u32) -> u32 {
    1 << ((link >> 2) & 31)
}

/// Marks a link that leads to no name: the character that a word was before transliteration, where one character is one word.
pub(super) const ORIGIN: u32 = 1 << 31;

/// The name that an abbreviation stands for: `Ma.` María, `Jos.` Joseph; also `MA GUADALUPE`, whose full stop the bank left
/// out, and MA DE LA CRUZ, but not Ma Yun, Ma Xiaohong.
pub(super) fn abbreviated(
    word: &[u8],
    dotted: bool,
    before_particle: bool,
    next: Option<tables::Entry>,
) -> Option<&'static [u8]> {
    match word {
        b"ma" if dotted || before_particle || next.is_some_and(|next| next.is_clearly_given()) => Some(b"maria"),
        b"jos" if dotted => Some(b"joseph"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_other_marks_have_bits_of_their_own() {
        assert_eq!(letters(b"azza"), 1 | 1 << 25);
        assert_eq!(letters(b"09"), 1 << 26);
        assert_eq!(letters(b"?"), 1 << 27);
    }

    /// By fewer bits fewer strangers would be told at a glance; one more, and words that sound the same would be strangers.
    #[test]
    fn consonants_that_sound_alike_share_a_bit_and_no_others_do() {
        for (place, alike) in ["b", "d", "g", "l", "m", "n", "r", "t", "ckqszx", "pf", "vw"].iter().enumerate() {
            for letter in alike.bytes() {
                assert_eq!(consonants(letters(&[letter])), 1 << place, "{}", char::from(letter));
            }
        }
        for letters in (0..1 << 28).step_by(1013) {
            assert_eq!(consonants_by_thirds(letters), consonants(letters), "{letters}");
        }
        assert_eq!(consonants(letters(b"aehijouy")), 0);
        assert_eq!(consonants(letters(b"bdglmnrtcpv")), SOUND);
    }

    #[test]
    fn each_name_that_links_lead_to_has_its_bit() {
        // The lowest two bits of a link say how it leads there.
        assert_eq!([kin(4 << 2), kin(4 << 2 | 3), kin(5 << 2)], [1 << 4, 1 << 4, 1 << 5]);
    }
}
