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

/// FNV-1a, with its bits mixed once more: the upper bits choose the bucket, those below are the tag.
fn hash(word: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in word {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn start(table: &[u8], bucket: usize) -> Option<usize> {
    let bytes = table.get(bucket * 4..bucket * 4 + 4)?;
    Some(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
}

/// The weight of a name (log2 of how many people have it; 0 not in the table) and its sex.
fn info(table: &[u8], hash: u64) -> Option<(u8, u8)> {
    let bucket = (hash >> 51) as usize;
    let tag = ((hash >> 35) as u16).to_le_bytes();
    let (first, end, count) = (start(table, bucket)?, start(table, bucket + 1)?, start(table, BUCKETS)?);
    let tags = (BUCKETS + 1) * 4;
    let place = table.get(tags + first * 2..tags + end * 2)?.chunks_exact(2).position(|held| held == tag)?;
    let info = *table.get(tags + count * 2 + first + place)?;
    Some((info & 31, info >> 5))
}

/// Weight and sex of a folded word as a given name, and as a surname (which has no sex).
pub(super) fn look_up(word: &[u8]) -> ((u8, u8), (u8, u8)) {
    // The tables hold no shorter and no longer name.
    if !(2..=24).contains(&word.len()) {
        return ((0, 0), (0, 0));
    }
    let hash = hash(word);
    (info(GIVEN, hash).unwrap_or((0, 0)), info(SURNAMES, hash).unwrap_or((0, 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_their_weight() {
        assert_eq!(look_up(b"william"), ((21, 1), (13, 0)));
        assert_eq!(look_up(b"smith").1, (21, 0));
        assert_eq!(look_up(b"prabha").0, (9, 2));
        assert_eq!(look_up(b"prabhat").0, (8, 1));
        assert_eq!(look_up(b"qqxyzzq"), ((0, 0), (0, 0)));
    }

    #[test]
    fn few_words_are_taken_for_names() {
        let mut taken = 0;
        for number in 0..50_000_u32 {
            let word = format!("zq{number}");
            let ((given, _), (surname, _)) = look_up(word.as_bytes());
            taken += u32::from(given != 0 || surname != 0);
        }
        assert!(taken < 50_000 / 2_000, "{taken} of 50,000");
    }
}
