//! The text of a plain name, looked at many bytes at a time: small letters, and where they are.

use crate::name::word::UMLAUT;
use crate::text::fold::{Reading, fold};
use crate::text::step::{self, Marks};
use smallvec::SmallVec;

/// Bytes of the longest plain name; longer ones are read by the other modules. A bit of a machine word stands for each.
pub(super) const LONGEST: usize = 56;

/// Bytes of a word that are copied at a time.
pub(super) const STEP: usize = 8;

/// The text of a name in small letters of ASCII, and which of its bytes are letters.
pub(super) struct Line {
    /// Room for a step behind the last letter.
    pub(super) text: [u8; LONGEST + STEP],
    pub(super) end: usize,
    pub(super) letters: u64,
    /// Letters that have a second reading.
    pub(super) umlauts: u64,
}

impl Line {
    pub(super) const fn new() -> Line {
        Line { text: [0; LONGEST + STEP], end: 0, letters: 0, umlauts: 0 }
    }

    /// `None` where the text is too long, or has letters that are not Latin.
    #[inline(always)]
    pub(super) fn read(&mut self, raw: &str) -> Option<()> {
        self.text.get_mut(..raw.len()).filter(|_| raw.len() <= LONGEST)?.copy_from_slice(raw.as_bytes());
        self.end = raw.len();
        if self.make_small() {
            self.spell(raw)?;
            self.make_small();
        }
        Some(())
    }

    /// Makes letters small and notes where they are; whether there are marks that [`spell`](Line::spell) takes out.
    #[inline(always)]
    fn make_small(&mut self) -> bool {
        const { assert!((LONGEST + STEP) % step::STEP == 0, "whole steps") };
        let (mut found, mut marks) = (0, Marks::new());
        for (at, chunk) in self.text.chunks_exact_mut(step::STEP).take(self.end.div_ceil(step::STEP)).enumerate() {
            let Some(chunk) = chunk.first_chunk_mut() else { break };
            let (letters, _) = step::read(chunk, &mut marks, |byte| (byte >= 0x80) | (byte == b'\''));
            found |= letters << (step::STEP * at);
        }
        self.letters = found;
        marks.any()
    }

    /// Spells letters with marks, and leaves out the apostrophes inside of words. `None` where other characters are.
    fn spell(&mut self, raw: &str) -> Option<()> {
        *self = Line::new();
        let (mut at, mut before) = (0, b' ');
        while let Some(&byte) = raw.as_bytes().get(at) {
            if byte >= 0x80 {
                let c = raw.get(at..)?.chars().next()?;
                let (spelled, umlaut) = latin(c).filter(|_| before != b'-')?;
                for letter in spelled {
                    self.umlauts |= u64::from(umlaut != 0) << self.end;
                    self.push(letter)?;
                }
                before = b'a';
                at += c.len_utf8();
                continue;
            }
            at += 1;
            if byte != b'\'' {
                before = byte;
                self.push(byte)?;
            } else if !(before.is_ascii_alphabetic() && raw.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic)) {
                return None;
            }
        }
        Some(())
    }

    fn push(&mut self, byte: u8) -> Option<()> {
        *self.text.get_mut(..LONGEST)?.get_mut(self.end)? = byte;
        self.end += 1;
        Some(())
    }
}

/// The letters from U+00C0 and from U+1EA0 on without their marks; a stop where that is not all there is to be said of one.
const LATIN: &[u8; 192] = b"aa.....ceeeeiiii.noooo...uuu.y..aaaa...ceeeeiiii.noooo...uuu.y.y\
    aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiii....jjkk.llllll.\
    ...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzzs";
const VIETNAMESE: &[u8; 90] = b"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooo\
    oooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

/// The letter that is left of one with a mark, where folding gives nothing else.
fn unmarked(c: char) -> Option<u8> {
    let at = |first: char| (c as usize).checked_sub(first as usize);
    let letter = at('\u{1ea0}').map_or_else(|| LATIN.get(at('\u{c0}')?), |at| VIETNAMESE.get(at))?;
    (*letter != b'.').then_some(*letter)
}

/// The letters that a letter with a mark is folded to, and the flag of those that have a second reading; `None` for any other
/// character.
fn latin(c: char) -> Option<(SmallVec<[u8; 4]>, u16)> {
    if let Some(letter) = unmarked(c) {
        return Some((SmallVec::from_slice(&[letter]), 0));
    }
    // Those that UTF-8 read as Latin-1 shows are left to be repaired.
    if !matches!(c, '\u{c0}'..='\u{17f}' | '\u{1ea0}'..='\u{1ef9}') || matches!(c, 'Ã' | 'Â' | 'Å' | 'Ä') {
        return None;
    }
    let mut spelled: SmallVec<[u8; 4]> = SmallVec::new();
    let notes = fold(c.encode_utf8(&mut [0; 4]), Reading::Plain, |byte| spelled.push(byte));
    let letters = !spelled.is_empty() && spelled.iter().all(u8::is_ascii_lowercase) && !notes.transliterated;
    letters.then_some((spelled, if notes.digraph { UMLAUT } else { 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_without_their_marks_are_those_that_folding_gives() {
        let mut told = 0;
        for c in ('\u{80}'..='\u{2fff}').filter(|c| unmarked(*c).is_some()) {
            let mut folded = Vec::new();
            let notes = fold(c.encode_utf8(&mut [0; 4]), Reading::Plain, |byte| folded.push(byte));
            assert_eq!(Some(folded.as_slice()), unmarked(c).as_ref().map(core::slice::from_ref), "{c}");
            assert!(!notes.digraph && !notes.transliterated, "{c}");
            told += 1;
        }
        assert!(told > 200);
        // What UTF-8 read as Latin-1 begins with, letters that have a second reading or are two, and no letters.
        assert!("ÃÂÅÄäöüåøđßæþŒ×÷ŉ".chars().all(|c| unmarked(c).is_none()));
    }
}
