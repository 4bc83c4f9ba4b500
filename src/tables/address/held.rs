//! Tables by folded words: one hash of the whole word chooses a short bucket, in which the spelling decides.

/// A table from folded text to what is known about it. It is a constant: nothing is built when it is first used.
pub(super) struct Held<T: 'static> {
    /// Where the entries of each bucket begin, and where the last ends: a power of two and one more.
    pub(super) starts: &'static [u16],
    /// Key and value, by bucket.
    pub(super) entries: &'static [(&'static [u8], T)],
}

impl<T> Held<T> {
    /// What is known about a folded text.
    pub(super) fn get(&'static self, key: &[u8]) -> Option<&'static T> {
        self.get_hashed(hash(key), key)
    }

    /// The same, where the hash of the text is known.
    #[inline]
    pub(super) fn get_hashed(&'static self, hash: u64, key: &[u8]) -> Option<&'static T> {
        let bucket = hash as usize & (self.starts.len() - 2);
        let (from, to) = (usize::from(self.starts[bucket]), usize::from(self.starts[bucket + 1]));
        self.entries.get(from..to)?.iter().find(|(held, _)| same(held, key)).map(|(_, value)| value)
    }

    /// The hashes of all keys, in the order of the entries; `N` is how many they are.
    pub(super) const fn hashes<const N: usize>(&self) -> [u64; N] {
        let (mut hashes, mut at) = ([0; N], 0);
        while at < N {
            hashes[at] = hash(self.entries[at].0);
            at += 1;
        }
        hashes
    }

    /// The same, where the [`hashes`](Held::hashes) of the keys are kept beside them. Words of up to eight letters are equal where
    /// they have one hash and one length: of those of one length [`hash`] takes all letters in, and each step of it can be undone.
    #[inline]
    pub(super) fn get_by_hash(&'static self, hashes: &'static [u64], hash: u64, key: &[u8]) -> Option<&'static T> {
        let buckets = self.starts.len() - 2;
        let mut at = usize::from(self.starts[hash as usize & buckets]);
        loop {
            let held = *hashes.get(at)?;
            if held == hash {
                break;
            }
            // Those of one bucket stand together.
            if (held ^ hash) as usize & buckets != 0 {
                return None;
            }
            at += 1;
        }
        let (held, value) = self.entries.get(at)?;
        (held.len() == key.len() && (key.len() <= 8 || *held == key)).then_some(value)
    }

    /// Whether it is held at all.
    pub(super) fn contains(&'static self, key: &[u8]) -> bool {
        self.get(key).is_some()
    }
}

/// Whether two words are the same: read as [`hash`] reads them, which for short words takes less than a call does.
fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let ends = |word: &[u8]| Some((u64::from_le_bytes(*word.first_chunk()?), u64::from_le_bytes(*word.last_chunk()?)));
    let halves =
        |word: &[u8]| Some((u32::from_le_bytes(*word.first_chunk()?), u32::from_le_bytes(*word.last_chunk()?)));
    match one.len() {
        0..4 => one.iter().eq(other),
        4..8 => halves(one) == halves(other),
        8..=16 => ends(one) == ends(other),
        _ => one == other,
    }
}

/// A hash of a word, for tables and to say quickly that two spellings differ. It reads up to eight bytes at a time, from
/// both ends, where they may overlap: words are short, and a loop over their bytes costs more than two multiplications.
/// The generator of the tables has the same.
pub(crate) const fn hash(word: &[u8]) -> u64 {
    // The length takes part in all bits, as letters of words of other lengths could make up for it in the lower ones.
    let mut hash = (word.len() as u64).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mut rest = word;
    while rest.len() > 16 {
        let Some((chunk, behind)) = rest.split_first_chunk::<8>() else { break };
        (hash, rest) = (mixed(hash, u64::from_le_bytes(*chunk)), behind);
    }
    if let (true, Some(first), Some(last)) = (rest.len() > 8, rest.first_chunk::<8>(), rest.last_chunk::<8>()) {
        return mixed(mixed(hash, u64::from_le_bytes(*first)), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        return mixed(hash, u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32);
    }
    match rest {
        [] => hash,
        [one] => mixed(hash, *one as u64),
        [one, .., last] => mixed(hash, *one as u64 | (rest[1] as u64) << 8 | (*last as u64) << 16),
    }
}

/// The [`hash`] of the first letters of two times eight, of one at least.
#[inline(always)]
pub(crate) const fn hash_of_halves(low: u64, high: u64, len: usize) -> u64 {
    let hash = (len as u64).wrapping_mul(0xff51_afd7_ed55_8ccd);
    if len < 4 {
        // The last of two letters is the second one as well.
        let letters = match len {
            1 => low & 0xff,
            2 => low & 0xffff | (low & 0xff00) << 8,
            _ => low & 0xff_ffff,
        };
        return mixed(hash, letters);
    }
    if len <= 8 {
        return mixed(hash, low & 0xffff_ffff | low >> (8 * (len - 4)) << 32);
    }
    let behind = 8 * (len - 8) as u32;
    let last = if behind == 64 { high } else { low >> behind | high << (64 - behind) };
    mixed(mixed(hash, low), last)
}

const fn mixed(hash: u64, word: u64) -> u64 {
    let hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::{hash, hash_of_halves, same};

    #[test]
    fn words_in_halves_have_their_hash() {
        for word in [b"abcdefghijklmnop", b"main street n 12", b"zyxwvutsrqponmlk"] {
            let half = |at: usize| u64::from_le_bytes(*word[at..].first_chunk().expect("eight letters"));
            for len in 1..=word.len() {
                assert_eq!(hash_of_halves(half(0), half(8), len), hash(&word[..len]), "{len}");
            }
        }
    }

    #[test]
    fn words_are_the_same_in_every_letter() {
        let word = b"abcdefghijklmnopqrst";
        for len in 0..=word.len() {
            assert!(same(&word[..len], &word[..len]));
            assert!(len == 0 || !same(&word[..len], &word[..len - 1]));
            for at in 0..len {
                let mut other = *word;
                other[at] = b'-';
                assert!(!same(&word[..len], &other[..len]), "{len} {at}");
            }
        }
    }
}
