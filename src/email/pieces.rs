//! The pieces that a mailbox is made of: its text while it is written, and the letters and digits of its local part.

/// Parts of a local part (`jenny`, `rosen`) that are told apart; the last takes the rest.
pub(super) const MAX_PARTS: usize = 6;
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

    /// Adds a piece and gives its end.
    pub(super) fn push(&mut self, piece: &[u8]) -> u16 {
        let end = self.len + piece.len();
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

/// The letters and digits of a local part.
pub(super) struct Letters {
    pub(super) letters: [u8; MAX_LOCAL],
    pub(super) count: usize,
    pub(super) digits: [u8; MAX_LOCAL],
    pub(super) digit_count: usize,
    /// No letter stands behind a digit.
    pub(super) in_order: bool,
    pub(super) part_ends: [u8; MAX_PARTS],
    pub(super) parts: usize,
}

impl Letters {
    /// None of them where the local part is longer than any may be.
    pub(super) fn of(base: &str) -> Letters {
        let mut found = Letters {
            letters: [0; MAX_LOCAL],
            count: 0,
            digits: [0; MAX_LOCAL],
            digit_count: 0,
            in_order: true,
            part_ends: [0; MAX_PARTS],
            parts: 0,
        };
        if base.len() > MAX_LOCAL {
            return found;
        }
        let mut begun = 0;
        for byte in base.bytes() {
            if byte.is_ascii_lowercase() {
                found.letters[found.count] = byte;
                found.count += 1;
                found.in_order &= found.digit_count == 0;
                continue;
            }
            if byte.is_ascii_digit() {
                found.digits[found.digit_count] = byte;
                found.digit_count += 1;
            }
            if found.count > begun {
                begun = found.count;
                found.end_part();
            }
        }
        if found.count > begun {
            found.end_part();
        }
        found
    }

    fn end_part(&mut self) {
        // At most MAX_LOCAL letters, so an end fits a byte.
        let last = self.parts.min(MAX_PARTS - 1);
        self.part_ends[last] = self.count as u8;
        self.parts = last + 1;
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
pub(super) fn push_written(text: &mut Draft, base: &str, ignores_dots: bool) -> Dots {
    let bytes = base.as_bytes();
    if !bytes.contains(&b'.') {
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
