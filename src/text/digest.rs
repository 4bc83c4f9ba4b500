//! A digest of texts that are too long to keep: equal digests say that two of them are the same.
//!
//! Nobody can write a text that has the digest of another: its keys are drawn at random once in a process and never leave it
//! (SipHash, as the standard library keeps its maps from being aimed at). So a digest is compared and never stored or shown.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

static KEYS: LazyLock<[RandomState; 2]> = LazyLock::new(|| [RandomState::new(), RandomState::new()]);

/// Bytes that are handed on together: a hasher takes long for each call.
const BLOCK: usize = 64;

/// A digest of the bytes that are pushed.
pub(crate) struct Digest {
    halves: [<RandomState as BuildHasher>::Hasher; 2],
    block: [u8; BLOCK],
    held: usize,
}

impl Digest {
    pub(crate) fn new() -> Digest {
        Digest { halves: [KEYS[0].build_hasher(), KEYS[1].build_hasher()], block: [0; BLOCK], held: 0 }
    }

    pub(crate) fn push(&mut self, byte: u8) {
        if self.held == BLOCK {
            self.flush();
        }
        if let Some(place) = self.block.get_mut(self.held) {
            *place = byte;
            self.held += 1;
        }
    }

    fn flush(&mut self) {
        let held = self.block.get(..self.held).unwrap_or(&[]);
        self.halves.iter_mut().for_each(|half| half.write(held));
        self.held = 0;
    }

    /// The digest, of 128 bits.
    pub(crate) fn finish(mut self) -> [u64; 2] {
        self.flush();
        self.halves.map(|half| half.finish())
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
    fn texts_have_digests_of_their_own() {
        let long = "a".repeat(3 * BLOCK);
        assert_eq!(of(&long), of(&long));
        for other in [format!("{long}a"), format!("{long}\0"), format!("b{long}"), long[1..].to_owned(), String::new()]
        {
            assert_ne!(of(&long), of(&other));
        }
        let [one, two] = of(&long);
        assert_ne!(one, two, "each half has a key of its own");
    }
}
