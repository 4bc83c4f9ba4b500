//! A digest of texts that are too long to keep: equal digests say that two of them are the same.
//!
//! Nobody can write a text that has the digest of another: half of it is SipHash with keys that are drawn at random once in a
//! process and never leave it, as the standard library keeps its maps from being aimed at. So a digest is compared and never
//! stored or shown. The other half is a plain product of the words, so that chance needs 128 bits as well.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

static KEYS: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// Bytes that are handed on together: a hasher takes long for each call.
const BLOCK: usize = 512;

/// A digest of the bytes that are pushed.
pub(crate) struct Digest {
    keyed: <RandomState as BuildHasher>::Hasher,
    product: u64,
    block: [u8; BLOCK],
    held: usize,
}

impl Digest {
    pub(crate) fn new() -> Digest {
        Digest { keyed: KEYS.build_hasher(), product: 0xcbf2_9ce4_8422_2325, block: [0; BLOCK], held: 0 }
    }

    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        if self.held == BLOCK {
            self.flush();
        }
        if let Some(place) = self.block.get_mut(self.held) {
            *place = byte;
            self.held += 1;
        }
    }

    /// The same for several bytes, each as it is folded.
    pub(crate) fn write(&mut self, mut bytes: &[u8], fold: impl Fn(u8) -> u8) {
        while !bytes.is_empty() {
            if self.held == BLOCK {
                self.flush();
            }
            let (now, later) = bytes.split_at(bytes.len().min(BLOCK - self.held));
            if let Some(room) = self.block.get_mut(self.held..self.held + now.len()) {
                room.iter_mut().zip(now).for_each(|(place, byte)| *place = fold(*byte));
            }
            self.held += now.len();
            bytes = later;
        }
    }

    fn flush(&mut self) {
        let held = self.block.get(..self.held).unwrap_or(&[]);
        self.keyed.write(held);
        let step = |product: u64, word: u64| (product ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(23);
        let mut words = held.chunks_exact(8);
        let product = words
            .by_ref()
            .fold(self.product, |product, word| step(product, word.try_into().map_or(0, u64::from_le_bytes)));
        let rest = words.remainder();
        self.product = rest.iter().fold(product, |product, byte| step(product, u64::from(*byte)));
        self.held = 0;
    }

    /// The digest, of 128 bits.
    pub(crate) fn finish(mut self) -> [u64; 2] {
        self.flush();
        [self.keyed.finish(), self.product]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> [u64; 2] {
        let mut digest = Digest::new();
        text.bytes().for_each(|byte| digest.push(byte));
        digest.finish()
    }

    #[test]
    fn a_text_may_be_written_in_pieces() {
        let long = "abc".repeat(BLOCK);
        for at in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1] {
            let mut digest = Digest::new();
            digest.write(&long.as_bytes()[..at], |byte| byte);
            digest.write(&long.as_bytes()[at..], |byte| byte);
            assert_eq!(digest.finish(), of(&long), "{at}");
        }
    }

    #[test]
    fn texts_have_digests_of_their_own() {
        let long = "a".repeat(3 * BLOCK);
        assert_eq!(of(&long), of(&long));
        for other in [format!("{long}a"), format!("{long}\0"), format!("b{long}"), long[1..].to_owned(), String::new()]
        {
            assert_ne!(of(&long), of(&other));
        }
        let [one, two] = of(&long);
        assert_ne!(one, two, "the halves are made in two ways");
    }
}
