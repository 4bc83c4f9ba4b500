//! What words tell together without being read: their letters, how many they are, their hashes and classes.

use super::{Address, Token};
use crate::address::compare::glance::may_be_slips;
use crate::address::compare::phrase::LEFT_OUT;

/// The letters of words in a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Letters {
    /// Those that are compared in any case: `Phrase::joined` has them without articles too.
    pub(super) needed: u32,
    /// All of them.
    pub(super) all: u32,
    /// How many are compared in a row.
    pub(super) length: u32,
}

impl Letters {
    /// Adds a word. Saint and Street are compared as `ST`.
    #[inline(always)]
    pub(super) fn add(&mut self, address: &Address, token: Token) {
        self.add_spelled(&address.text, token);
    }

    /// The same where the text of the address is at hand.
    #[inline(always)]
    pub(super) fn add_spelled(&mut self, text: &[u8], token: Token) {
        let (mut needed, mut length) = (token.letters, u32::from(token.len));
        if is_saint_or_street(token) && matches!(token.spelling(text), b"saint" | b"street") {
            (needed, length) = (const { super::letters(b"st") }, 2);
        }
        self.all |= token.letters;
        self.needed |= if token.is(LEFT_OUT) { 0 } else { needed };
        self.length += length;
    }

    /// The letters that the other has not.
    #[inline(always)]
    pub(super) const fn only_beside(&self, other: &Letters) -> u32 {
        self.needed & !other.all
    }

    /// Whether slips of the pen may make one of both.
    #[inline(always)]
    pub(super) fn may_be_slips(&self, other: &Letters) -> bool {
        may_be_slips(self.only_beside(other), other.only_beside(self), (self.length(), other.length()))
    }

    /// How many letters are compared in a row.
    pub(super) const fn length(&self) -> usize {
        self.length as usize
    }
}

/// What the words of a phrase tell together.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    /// The bits of the words.
    pub(super) bits: u64,
    pub(super) letters: Letters,
    /// What any of the words can be.
    pub(super) classes: u8,
}

impl Sum {
    #[inline(always)]
    pub(super) fn add(&mut self, address: &Address, token: Token) {
        self.bits |= token.bit();
        self.letters.add(address, token);
        self.classes |= token.classes;
    }
}

pub(super) fn is_saint_or_street(token: Token) -> bool {
    const SAINT: u32 = super::hash(b"saint");
    const STREET: u32 = super::hash(b"street");
    matches!(token.hash, SAINT | STREET)
}
