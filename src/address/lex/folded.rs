//! The folded bytes of a text, and which of them are letters and digits.

use super::Lexer;
use crate::text::fold::{Reading, fold};
use crate::text::mojibake;
use crate::text::step::{self, Marks, STEP};
use smallvec::SmallVec;

/// Bytes of folded text that are read. A line of an address has under 200; whatever is cut is remembered.
const MAX_BYTES: usize = 512;
/// Of a longer text so many from its beginning and so many from its end.
const HEAD: usize = MAX_BYTES - TAIL;
const TAIL: usize = 128;
/// Bytes of most texts, which are read without more room than these need.
pub(super) const SHORT: usize = 96;
/// Bytes of which the kinds are held at a time, one bit for each.
pub(super) const WINDOW: usize = 64;

pub(super) type Folded = SmallVec<[u8; 256]>;

/// Which bytes from a place on are letters and which are digits.
#[derive(Clone, Copy, Default)]
pub(super) struct Kinds {
    pub(super) from: usize,
    pub(super) letters: u64,
    pub(super) digits: u64,
}

impl Kinds {
    /// The kinds of the bytes of folded text from a place on, behind which there are [`STEP`] blanks or more.
    #[inline(never)]
    pub(super) fn of(padded: &[u8], from: usize) -> Kinds {
        let mut kinds = Kinds { from, ..Kinds::default() };
        for (at, chunk) in padded[from..].chunks_exact(STEP).take(WINDOW / STEP).enumerate() {
            let Some(chunk) = chunk.first_chunk() else { break };
            kinds.add(at, step::read(&mut { *chunk }, &mut Marks::new(), |_| false));
        }
        kinds
    }

    /// Adds letters and digits so many steps from the first.
    #[inline(always)]
    fn add(&mut self, at: usize, (letters, digits): (u64, u64)) {
        self.letters |= letters << (STEP * at);
        self.digits |= digits << (STEP * at);
    }
}

/// Makes the letters of a text small, behind which there are [`STEP`] blanks or more; the kinds of its first bytes where it is as
/// [`is_plain`] says.
pub(super) fn fold_plain(text: &mut [u8], len: usize) -> Option<Kinds> {
    let (mut other, mut kinds) = (Marks::new(), Kinds::default());
    for (at, chunk) in text.chunks_exact_mut(STEP).take(len.div_ceil(STEP)).enumerate() {
        let chunk = chunk.first_chunk_mut::<STEP>()?;
        let told = step::read(chunk, &mut other, |byte| !is_plain(true, byte));
        if at < WINDOW / STEP {
            kinds.add(at, told);
        }
    }
    (!other.any()).then_some(kinds)
}

/// Visible ASCII and line feeds, which are folded by making them small. Every byte is looked at, so that it can be done many at
/// once.
pub(super) const fn is_plain(all: bool, byte: u8) -> bool {
    all & (matches!(byte, b' '..=b'~') | (byte == b'\n'))
}

/// Folds a text; the lexer is told what was lost of it.
pub(super) fn fold_into(lexer: &mut Lexer, raw: &str, folded: &mut Folded) {
    if raw.len() <= MAX_BYTES && raw.bytes().fold(true, is_plain) {
        *folded = Folded::from_slice(raw.as_bytes());
        folded.make_ascii_lowercase();
    } else {
        let repaired = mojibake::repair(raw);
        let raw = repaired.as_deref().unwrap_or(raw);
        lexer.japanese |= raw.chars().take(MAX_BYTES).any(|letter| ('\u{3005}'..='\u{9fff}').contains(&letter));
        fold_ends(lexer, raw, folded);
    }
}

/// Folds a text of which as much is kept as is read: of a longer one the beginning and the end, where country, postcode
/// and city stand.
fn fold_ends(lexer: &mut Lexer, raw: &str, folded: &mut Folded) {
    // More characters than this cannot matter: each gives a byte or is invisible.
    let nth = |count: usize| raw.char_indices().nth(4 * count).map(|(at, _)| at);
    if nth(MAX_BYTES).is_none() {
        lexer.damaged |= fold(raw, Reading::Plain, |byte| folded.push(byte)).damaged;
        if folded.len() > MAX_BYTES {
            let end: SmallVec<[u8; TAIL]> = SmallVec::from_slice(&folded[folded.len() - TAIL..]);
            join_ends(lexer, folded, &end);
        }
        return;
    }
    let head = &raw[..nth(HEAD).unwrap_or(raw.len())];
    let tail = raw.char_indices().rev().nth(4 * TAIL).map_or(raw, |(at, _)| &raw[at..]);
    lexer.damaged |= fold(head, Reading::Plain, |byte| folded.push(byte)).damaged;
    let mut end: SmallVec<[u8; TAIL]> = SmallVec::new();
    lexer.damaged |= fold(tail, Reading::Plain, |byte| end.push(byte)).damaged;
    let last = end.len().saturating_sub(TAIL);
    join_ends(lexer, folded, &end[last..]);
}

/// Keeps the beginning of a folded text, and the end from its first whole word on.
fn join_ends(lexer: &mut Lexer, folded: &mut Folded, end: &[u8]) {
    lexer.cut = true;
    folded.truncate(HEAD);
    folded.push(b'\n');
    let word = end.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(0);
    folded.extend_from_slice(&end[word..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_folded_alike() {
        for byte in 0..=u8::MAX {
            for place in 0..STEP {
                let mut text = *b"aB 9\n~{[        ";
                text[place] = byte;
                let (plain, small) =
                    (text.iter().fold(true, |all, &byte| is_plain(all, byte)), text.to_ascii_lowercase());
                let kinds = fold_plain(&mut text, STEP);
                assert_eq!(kinds.is_some(), plain, "{byte}");
                assert!(!plain || text == small[..], "{byte}");
                let held = |is: fn(&u8) -> bool| (0..STEP).map(|at| u64::from(is(&text[at])) << at).sum::<u64>();
                let of = kinds.unwrap_or_else(|| Kinds::of(&text, 0));
                assert_eq!(of.letters, held(u8::is_ascii_lowercase), "{byte}");
                assert_eq!(of.digits, held(u8::is_ascii_digit), "{byte}");
            }
        }
    }
}
