//! The pieces that a mailbox is made of: its text while it is written, and the letters and digits of its local part.

use crate::text::step::STEP;

/// Parts of a local part (`jenny`, `rosen`) that are told apart; the last takes the rest.
pub(super) const MAX_PARTS: usize = 6;

/// How many parts separators and digits make of the letters. Unlike a number it has values to spare, so that
/// what holds a mailbox or none is no larger than one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Parts {
    None,
    One,
    Two,
    Three,
    Four,
    Five,
    Six,
}

impl Parts {
    pub(super) const ALL: [Parts; MAX_PARTS + 1] =
        [Parts::None, Parts::One, Parts::Two, Parts::Three, Parts::Four, Parts::Five, Parts::Six];
}

/// RFC 5321, 4.5.3.1.1: a local part has 64 octets at most. What is longer is compared for equality only.
pub(super) const MAX_LOCAL: usize = 64;
/// Bytes of text that a mailbox keeps inline: 120 in all with what stands beside them. Two mailboxes of a hundred are longer.
pub(super) const INLINE: usize = 52;

/// The text of a mailbox while it is written.
pub(super) struct Draft {
    pub(super) inline: [u8; INLINE],
    pub(super) len: usize,
    /// The whole text, once it is longer than what is kept inline.
    pub(super) long: Vec<u8>,
}

impl Draft {
    pub(super) fn new() -> Draft {
        Draft { inline: [0; INLINE], len: 0, long: Vec::new() }
    }

    /// What stands from one place to another.
    pub(super) fn slice(&self, from: u16, to: u16) -> &[u8] {
        let text = if self.long.is_empty() { &self.inline[..] } else { &self.long };
        text.get(usize::from(from)..usize::from(to)).unwrap_or(&[])
    }

    /// Adds a piece and gives its end.
    pub(super) fn push(&mut self, piece: &[u8]) -> u16 {
        let end = self.len + piece.len();
        if piece.is_empty() {
            return end as u16;
        }
        if let Some(place) = self.inline.get_mut(self.len..end) {
            place.copy_from_slice(piece);
        } else {
            if self.long.is_empty() {
                self.long.extend_from_slice(&self.inline[..self.len.min(INLINE)]);
            }
            self.long.extend_from_slice(piece);
        }
        self.len = end;
        end as u16
    }
}

/// What the bytes of a local part are, a bit for each; none of them where it is longer than any may be.
#[derive(Clone, Copy, Default)]
pub(super) struct Kinds {
    /// Small letters.
    pub(super) letters: u64,
    pub(super) digits: u64,
}

impl Kinds {
    pub(super) fn of(text: &[u8]) -> Kinds {
        let mut kinds = Kinds::default();
        if text.len() > MAX_LOCAL {
            return kinds;
        }
        for (at, byte) in text.iter().enumerate() {
            kinds.letters |= u64::from(byte.is_ascii_lowercase()) << at;
            kinds.digits |= u64::from(byte.is_ascii_digit()) << at;
        }
        kinds
    }

    /// Adds letters and digits so many steps from the first.
    #[inline(always)]
    pub(super) fn add(&mut self, at: usize, (letters, digits): (u64, u64)) {
        self.letters |= letters << (STEP * at);
        self.digits |= digits << (STEP * at);
    }

    /// Those of the first bytes.
    pub(super) const fn first(self, count: usize) -> Kinds {
        let kept = if count < MAX_LOCAL { !(u64::MAX << count) } else { u64::MAX };
        Kinds { letters: self.letters & kept, digits: self.digits & kept }
    }

    /// Where a byte is first in the text, which is no letter and no digit.
    pub(super) fn find(self, text: &[u8], sign: u8) -> Option<usize> {
        if text.len() > MAX_LOCAL {
            return text.iter().position(|&byte| byte == sign);
        }
        let mut others = Kinds { letters: !(self.letters | self.digits), digits: 0 }.first(text.len()).letters;
        while others != 0 {
            let place = others.trailing_zeros() as usize;
            if text.get(place) == Some(&sign) {
                return Some(place);
            }
            others &= others - 1;
        }
        None
    }

    /// Whether no letter stands behind a digit.
    pub(super) const fn is_in_order(self) -> bool {
        self.letters & !(self.digits ^ self.digits.wrapping_sub(1)) == 0
    }
}

/// The runs of bits that are set: where each begins and ends.
pub(super) struct Runs(pub(super) u64);

impl Iterator for Runs {
    type Item = core::ops::Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        let (bits, lowest) = (self.0, self.0 & self.0.wrapping_neg());
        // The sum carries through the first run.
        self.0 &= bits.wrapping_add(lowest);
        let run = bits ^ self.0;
        (bits != 0).then(|| bits.trailing_zeros() as usize..64 - run.leading_zeros() as usize)
    }
}

/// What the dots of a local part are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dots {
    /// None, or such as the provider tells apart.
    Usual,
    /// Left out, as the provider documents.
    Ignored,
    /// Twice or at an end, which no provider allows.
    Odd,
}

/// Writes the local part by the rule of the provider about dots; says what it met.
pub(super) fn push_written(text: &mut Draft, bytes: &[u8], kinds: Kinds, ignores_dots: bool) -> Dots {
    if kinds.find(bytes, b'.').is_none() {
        text.push(bytes);
        return Dots::Usual;
    }
    let has_others = bytes.iter().any(|&byte| byte != b'.');
    if ignores_dots && has_others {
        bytes.split(|&byte| byte == b'.').for_each(|piece| {
            text.push(piece);
        });
        return Dots::Ignored;
    }
    text.push(bytes);
    // Dots that are all there is, or that the provider tells apart.
    let is_odd = bytes.starts_with(b".") || bytes.ends_with(b".") || bytes.windows(2).any(|pair| pair == b"..");
    if is_odd { Dots::Odd } else { Dots::Usual }
}
