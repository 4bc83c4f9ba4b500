//! Tables by folded words: one hash of eight bytes at a time chooses a short bucket, in which the spelling decides.

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
        let bucket = hash(key) as usize & (self.starts.len() - 2);
        let (from, to) = (usize::from(self.starts[bucket]), usize::from(self.starts[bucket + 1]));
        self.entries.get(from..to)?.iter().find(|(held, _)| *held == key).map(|(_, value)| value)
    }

    /// Whether it is held at all.
    pub(super) fn contains(&'static self, key: &[u8]) -> bool {
        self.get(key).is_some()
    }
}

/// The generator of the tables has the same.
fn hash(key: &[u8]) -> u64 {
    let mut hash = key.len() as u64;
    for chunk in key.chunks(8) {
        let word = chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
    }
    hash
}
