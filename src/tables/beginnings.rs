//! The first three letters of all keys of a table, as bits: most words begin otherwise, and are told so without the table.

/// Which beginnings there are; few share a bit.
#[derive(Clone, Copy)]
pub(super) struct Beginnings([u64; 64]);

impl Beginnings {
    pub(super) const NONE: Beginnings = Beginnings([0; 64]);

    /// With one more key; a shorter one than three letters has no beginning.
    #[must_use]
    pub(super) const fn with(mut self, key: &[u8]) -> Beginnings {
        if let Some(first) = key.first_chunk() {
            let (word, bit) = place(first);
            self.0[word] |= 1 << bit;
        }
        self
    }

    /// Whether a key may begin so.
    #[inline]
    pub(super) const fn may_have(&self, first: &[u8; 3]) -> bool {
        let (word, bit) = place(first);
        self.0[word] & 1 << bit != 0
    }
}

const fn place(first: &[u8; 3]) -> (usize, u32) {
    let [first, second, third] = [first[0] as usize & 31, first[1] as usize & 31, first[2] as usize & 31];
    let bits = (first << 7) ^ (second << 3) ^ third;
    (bits >> 6, bits as u32 & 63)
}
