//! The first letters of all keys of a table, as bits: most words begin otherwise, and are told so without the table.

/// Letters that share a bit.
const RUN: usize = 3;
/// How many runs of letters are told: from the first, from the second …
const RUNS: usize = 3;

/// Which beginnings there are; few share a bit.
#[derive(Clone, Copy)]
pub(super) struct Beginnings([[u64; 64]; RUNS]);

impl Beginnings {
    pub(super) const NONE: Beginnings = Beginnings([[0; 64]; RUNS]);

    /// With one more key; a shorter one than a run has no beginning.
    #[must_use]
    pub(super) const fn with(mut self, key: &[u8]) -> Beginnings {
        let mut from = 0;
        while from < RUNS && from + RUN <= key.len() {
            let (word, bit) = place(key[from], key[from + 1], key[from + 2]);
            self.0[from][word] |= 1 << bit;
            from += 1;
        }
        self
    }

    /// Whether a key may begin with letters.
    #[inline]
    pub(super) fn may_have(&self, letters: &[u8]) -> bool {
        self.0.iter().zip(letters.windows(RUN)).all(|(held, run)| {
            let (word, bit) = place(run[0], run[1], run[2]);
            held[word] & 1 << bit != 0
        })
    }
}

const fn place(first: u8, second: u8, third: u8) -> (usize, u32) {
    let [first, second, third] = [first as usize & 31, second as usize & 31, third as usize & 31];
    let bits = (first << 7) ^ (second << 3) ^ third;
    (bits >> 6, bits as u32 & 63)
}
