//! The names that people in the United States have, by the Census of 2020: how many have each as a given name and as a
//! surname, and which sex the given name has.
//!
//! 124,000 names as text would weigh more than the rest of the library. A name is kept as a bucket, a tag of 16 bits and
//! two bytes: a word that is in no list is taken for a name once in 6,000 times, which makes a slip in it weigh more and
//! never makes two words equal.

/// Where the entries of each bucket begin (little-endian), their tags, and the bits of each; the words that are kept as text are
/// among them.
static NAMES: &[u8] = include_bytes!("names.bin");

const BUCKETS: usize = 1 << 13;

/// FNV-1a, letter by letter, with its bits mixed once more: the upper bits choose the bucket, those below are the tag.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) const fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// Takes the next letter.
    pub(crate) fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    pub(crate) const fn finish(self) -> u64 {
        (self.0 ^ self.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// The hash of a word.
pub(super) fn hash(word: &[u8]) -> u64 {
    let mut hash = Hash::new();
    word.iter().for_each(|&byte| hash.add(byte));
    hash.finish()
}

const fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
}

/// Where the tags of a table begin.
const TAGS: usize = (BUCKETS + 1) * 4;
/// Where the bits of the entries begin, behind all tags.
const BITS: usize = TAGS + 2 * number(NAMES, BUCKETS * 4);

/// What is known of a word at first sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known(u16);

impl Known {
    const PINYIN: u16 = 1 << 12;
    const HELD: u16 = 1 << 13;
    const NAMED: u16 = 1 << 14;

    /// log2 of how many have it as a given name; 0 not in the census.
    pub(crate) const fn given(self) -> u8 {
        (self.0 & 31) as u8
    }

    /// log2 of how many have it as a surname; 0 not in the census.
    pub(crate) const fn surname(self) -> u8 {
        (self.0 >> 5 & 31) as u8
    }

    /// 1 male, 2 female, 0 both.
    pub(crate) const fn sex(self) -> u8 {
        (self.0 >> 10 & 3) as u8
    }

    /// Whether the census has it, as either.
    pub(crate) const fn is_name(self) -> bool {
        self.0 & 1023 != 0
    }

    /// Whether a name of the census is Chinese in Pinyin.
    pub(super) const fn is_pinyin(self) -> bool {
        self.0 & Known::PINYIN != 0
    }

    /// Whether the rules may call it by its letters; where not, they do not.
    pub(crate) const fn is_named(self) -> bool {
        self.0 & Known::NAMED != 0
    }

    /// Whether it may be kept as text; where not, it is not.
    pub(crate) const fn may_be_held(self) -> bool {
        self.0 & Known::HELD != 0
    }
}

/// What is known of a folded word of so many letters, by its hash.
#[inline]
pub(crate) fn look_up(letters: usize, hash: u64) -> Known {
    const LOWEST: u64 = 0x0001_0001_0001_0001;
    // The table holds no longer word.
    if !(1..=24).contains(&letters) {
        return Known(Known::HELD | Known::NAMED);
    }
    let bucket = (hash >> 51) as usize;
    let Some(bounds) = NAMES.get(bucket * 4..bucket * 4 + 8) else { return Known(0) };
    let (mut place, end) = (number(bounds, 0), number(bounds, 4));
    let wanted = LOWEST * (hash >> 35 & 0xffff);
    // Four tags at a time; bits follow the last ones, so that there are always four.
    while place < end {
        let Some(tags) = NAMES.get(TAGS + place * 2..TAGS + place * 2 + 8) else { break };
        let differing =
            u64::from_le_bytes([tags[0], tags[1], tags[2], tags[3], tags[4], tags[5], tags[6], tags[7]]) ^ wanted;
        // The lowest of these bits is that of the first tag in which nothing differs.
        let found = differing.wrapping_sub(LOWEST) & !differing & LOWEST << 15;
        if found != 0 {
            place += found.trailing_zeros() as usize / 16;
            let bits = NAMES.get(BITS + place * 2..BITS + place * 2 + 2).filter(|_| place < end);
            return Known(bits.map_or(0, |bits| u16::from_le_bytes([bits[0], bits[1]])));
        }
        place += 4;
    }
    Known(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up(word: &[u8]) -> Known {
        super::look_up(word.len(), hash(word))
    }

    #[test]
    fn names_have_their_weight() {
        let william = look_up(b"william");
        assert_eq!((william.given(), william.surname(), william.sex(), william.is_pinyin()), (21, 13, 1, false));
        assert_eq!(look_up(b"smith").surname(), 21);
        assert_eq!((look_up(b"prabha").given(), look_up(b"prabha").sex()), (9, 2));
        assert_eq!((look_up(b"prabhat").given(), look_up(b"prabhat").sex()), (8, 1));
        assert!(look_up(b"zhang").is_pinyin());
        assert_eq!(look_up(b"qqxyzzq"), Known(0));
    }

    #[test]
    fn few_words_are_taken_for_names() {
        let mut taken = 0;
        for number in 0..50_000_u32 {
            let word = format!("zq{number}");
            taken += u32::from(look_up(word.as_bytes()).is_name());
        }
        assert!(taken < 50_000 / 2_000, "{taken} of 50,000");
    }
}
