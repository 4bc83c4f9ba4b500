//! The names that people in the United States have, by the Census of 2020: how many have each as a given name and as a
//! surname, and which sex the given name has.
//!
//! 135,000 names as text would weigh more than the rest of the library. A name is kept as a bucket, a tag of 16 bits and
//! one byte: a word that is in no list is taken for a name once in 6,000 times, which makes a slip in it weigh more and
//! never makes two words equal.

/// Where the entries of each bucket begin (little-endian), their tags, and a byte for each: weight and sex.
static GIVEN: &[u8] = include_bytes!("given.bin");
static SURNAMES: &[u8] = include_bytes!("surnames.bin");

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
/// Where the bytes of the entries begin, behind all tags.
const GIVEN_BYTES: usize = TAGS + 2 * number(GIVEN, BUCKETS * 4);
const SURNAME_BYTES: usize = TAGS + 2 * number(SURNAMES, BUCKETS * 4);

/// What is known of the people who have a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct People {
    /// log2 of how many have it as a given name, and as a surname; 0 not in the table.
    pub(super) given: u8,
    pub(super) surname: u8,
    /// 1 male, 2 female, 0 both.
    pub(super) sex: u8,
    /// It is Chinese in Pinyin.
    pub(super) pinyin: bool,
}

/// The byte of a name: five bits of weight, two of sex, one that it is Pinyin. `bytes` is where those of the table begin.
#[inline]
fn info(table: &[u8], bytes: usize, hash: u64) -> Option<u8> {
    const LOWEST: u64 = 0x0001_0001_0001_0001;
    let bucket = (hash >> 51) as usize;
    let bounds = table.get(bucket * 4..bucket * 4 + 8)?;
    let (mut place, end) = (number(bounds, 0), number(bounds, 4));
    let wanted = LOWEST * (hash >> 35 & 0xffff);
    // Four tags at a time; bytes follow the last ones, so that there are always four.
    while place < end {
        let tags = table.get(TAGS + place * 2..)?.first_chunk()?;
        let differing = u64::from_le_bytes(*tags) ^ wanted;
        // The lowest of these bits is that of the first tag in which nothing differs.
        let found = differing.wrapping_sub(LOWEST) & !differing & LOWEST << 15;
        if found != 0 {
            place += found.trailing_zeros() as usize / 16;
            return if place < end { table.get(bytes + place).copied() } else { None };
        }
        place += 4;
    }
    None
}

/// What is known of a folded word; `None` where neither table holds it.
pub(super) fn look_up(word: &[u8], hash: u64) -> Option<People> {
    // The tables hold no shorter and no longer name.
    if !(2..=24).contains(&word.len()) {
        return None;
    }
    let (given, surname) = (info(GIVEN, GIVEN_BYTES, hash), info(SURNAMES, SURNAME_BYTES, hash));
    let known = given.or(surname)?;
    let (given, surname) = (given.unwrap_or(0), surname.unwrap_or(0));
    Some(People { given: given & 31, surname: surname & 31, sex: given >> 5 & 3, pinyin: known & 128 != 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up(word: &[u8]) -> Option<People> {
        super::look_up(word, hash(word))
    }

    #[test]
    fn names_have_their_weight() {
        let william = People { given: 21, surname: 13, sex: 1, pinyin: false };
        assert_eq!(look_up(b"william"), Some(william));
        assert_eq!(look_up(b"smith").map(|people| people.surname), Some(21));
        assert_eq!(look_up(b"prabha").map(|people| (people.given, people.sex)), Some((9, 2)));
        assert_eq!(look_up(b"prabhat").map(|people| (people.given, people.sex)), Some((8, 1)));
        assert_eq!(look_up(b"zhang").map(|people| people.pinyin), Some(true));
        assert_eq!(look_up(b"qqxyzzq"), None);
    }

    #[test]
    fn few_words_are_taken_for_names() {
        let mut taken = 0;
        for number in 0..50_000_u32 {
            let word = format!("zq{number}");
            taken += u32::from(look_up(word.as_bytes()).is_some());
        }
        assert!(taken < 50_000 / 2_000, "{taken} of 50,000");
    }
}
