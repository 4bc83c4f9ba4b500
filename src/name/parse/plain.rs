//! Plain names: one person in Latin letters, perhaps with a title in front, the surname first with a comma, a suffix behind.
//! Most names are. One pass over their bytes reads them; what the other modules do for the rest gives the same for them, and
//! takes longer.

use super::party::{NAME_NOT_TITLE, is_particle, is_plain_suffix};
use super::title::{SHORTEST_CUT, may_join};
use super::words::number;
use crate::name::sketch::Sketch;
use crate::name::word::{FILLS, HYPHEN, LAST, PARTICLE, UMLAUT, fills_field, kin, plain_word};
use crate::name::{Name, PartyKind, PartySlot, Role, UNSTATED};
use crate::tables::name::{self as tables, Entry, Hash};
use crate::text::fold::{Reading, fold};
use smallvec::SmallVec;

/// Letters of the longest plain name; longer ones are read by the other modules.
const LONGEST: usize = 48;
/// The class of a suffix, and that of one that is a title before a name (`SR`).
const SUFFIX: u16 = tables::GENERATION;
const SENIOR: u16 = tables::GENERATION | tables::HONORIFIC | tables::AMBIGUOUS;
/// Words of the longest plain name, title and suffix included.
const MOST_WORDS: usize = 8;

/// A word of the text.
#[derive(Clone, Copy)]
struct Spot {
    start: u8,
    len: u8,
    flags: u16,
    letters: u32,
    entry: Entry,
}

/// The words of a plain name, in the order of the text.
pub(super) struct Plain {
    text: [u8; LONGEST],
    len: usize,
    spots: [Spot; MOST_WORDS],
    count: usize,
    /// How many words stand before a comma; 0 no comma.
    surname: usize,
    /// 1 where the first word is a title.
    title: usize,
    /// The suffix that the last word is; 0 none.
    generation: u8,
}

impl Plain {
    pub(super) const fn new() -> Plain {
        let none = Spot { start: 0, len: 0, flags: 0, letters: 0, entry: tables::UNKNOWN };
        Plain { text: [0; LONGEST], len: 0, spots: [none; MOST_WORDS], count: 0, surname: 0, title: 0, generation: 0 }
    }

    /// Reads the words; `None` where the text is more than them, or its words may be more than names.
    #[inline(always)]
    pub(super) fn read(&mut self, raw: &str) -> Option<()> {
        let bytes = raw.as_bytes();
        if bytes.len() > LONGEST {
            return None;
        }
        let (mut at, mut hyphen) = (0, 0);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b' ' => at += 1,
                b',' if self.count > 0 && self.surname == 0 => {
                    self.surname = self.count;
                    at += 1;
                }
                _ => {
                    at = self.word(raw, at, hyphen)?;
                    hyphen = 0;
                    let next = bytes.get(at + 1).copied();
                    match bytes.get(at) {
                        None | Some(b' ' | b',') => {}
                        // An initial or an abbreviation; letters behind it would be one with it.
                        Some(b'.') if matches!(next, None | Some(b' ' | b',')) => at += 1,
                        Some(b'-') if next.is_some_and(|next| next.is_ascii_alphabetic()) => {
                            hyphen = HYPHEN;
                            at += 1;
                        }
                        _ => return None,
                    }
                }
            }
        }
        if !self.take_fifth() {
            return None;
        }
        self.is_one_person().then_some(())
    }

    /// Takes a suffix of one letter from behind two words and more; whether it stands where it is one, or an initial.
    fn take_fifth(&mut self) -> bool {
        let fifth = |at: usize| self.spots.get(at).is_some_and(|spot| spot.entry.generation != 0 && spot.len == 1);
        // Right before the comma it may be the suffix of what stands there.
        if self.surname > 0 && fifth(self.surname - 1) {
            return false;
        }
        let last = self.count.saturating_sub(1);
        if self.generation == 0 && fifth(last) {
            // One word and a letter are read by the other modules.
            if last < self.title + 2 {
                return false;
            }
            // `QUIST, NORA V`: behind a comma and one name it is an initial.
            if self.surname > 0 && last == self.surname + 1 {
                return true;
            }
            self.generation = self.spots.get(last).map_or(0, |spot| spot.entry.generation);
        }
        true
    }

    /// Reads the word at a place of the text; gives where it ends.
    #[inline(always)]
    fn word(&mut self, raw: &str, mut at: usize, mut flags: u16) -> Option<usize> {
        let bytes = raw.as_bytes();
        let (start, mut len) = (self.len, self.len);
        let (mut letters, mut hash) = (0_u32, Hash::new());
        loop {
            let byte = bytes.get(at).copied().unwrap_or(b' ');
            let letter = (byte | 0x20).wrapping_sub(b'a');
            if letter < 26 {
                *self.text.get_mut(len)? = letter + b'a';
                letters |= 1 << letter;
                hash.add(letter + b'a');
                len += 1;
                at += 1;
            } else if byte == b'\'' && len > start && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
                at += 1;
            } else if byte >= 0x80 {
                let c = raw.get(at..)?.chars().next()?;
                let (spelled, umlaut) = latin(c)?;
                flags |= umlaut;
                for &letter in &spelled {
                    *self.text.get_mut(len)? = letter;
                    letters |= 1 << (letter - b'a');
                    hash.add(letter);
                    len += 1;
                }
                at += c.len_utf8();
            } else {
                break;
            }
        }
        let text = self.text.get(start..len)?;
        let spot = self.spots.get_mut(self.count)?;
        let entry = tables::hashed(text, hash.finish());
        if self.generation != 0 || text.is_empty() || is_more(text) {
            return None;
        }
        // A letter may begin a phrase the second word of which is in the tables.
        let names = tables::PARTICLE | if text.len() == 1 { tables::PHRASE } else { 0 };
        if entry.class & !names != 0 {
            match entry.class {
                tables::HONORIFIC if self.count == 0 && entry.given < NAME_NOT_TITLE => self.title = 1,
                SUFFIX | SENIOR if is_plain_suffix(text) => self.generation = entry.generation,
                // `V` is an initial, or the fifth behind a whole name: see [`Plain::take_fifth`].
                SUFFIX if text.len() == 1 => {}
                _ => return None,
            }
        }
        *spot = Spot { start: start as u8, len: (len - start) as u8, flags, letters, entry };
        self.len = len;
        self.count += 1;
        Some(at)
    }

    /// Whether the words are there and are those of one person, whatever the other modules look for.
    fn is_one_person(&self) -> bool {
        let Some((last, before)) = self.spots.get(..self.count).and_then(<[Spot]>::split_last) else { return false };
        // Each side of the comma has more than a title or a suffix.
        let end = self.end();
        let named = if self.surname == 0 { self.title < end } else { self.title < self.surname && self.surname < end };
        if !named || is_placeholder(self.text.get(..self.len).unwrap_or(&[])) {
            return false;
        }
        // What no table knows at the end of a long text may be a title that was cut.
        if self.generation == 0 && self.len >= SHORTEST_CUT && last.entry.given == 0 && last.entry.surname == 0 {
            let text =
                self.text.get(usize::from(last.start)..self.len).and_then(|text| core::str::from_utf8(text).ok());
            if last.len >= 4 && text.is_none_or(tables::begins_phrase) {
                return false;
            }
        }
        // BLUE HERON L L C
        let letter = |spot: Option<&Spot>| spot.is_some_and(|spot| spot.len == 1);
        if self.count >= 3 && letter(Some(last)) && letter(before.last()) {
            return false;
        }
        // JONG, MARIJKE DE: the particle stands behind.
        let particle = |at: usize| self.spots.get(at).is_some_and(|spot| spot.entry.is(tables::PARTICLE));
        if self.count >= 3 && (particle(end - 1) || self.surname >= 2 && particle(self.surname - 1)) {
            return false;
        }
        let clear = |at: usize| self.spots.get(at).is_some_and(|spot| spot.entry.is_clearly_given());
        if self.surname >= 2 && self.count >= self.surname + 2 && clear(0) && clear(self.surname) {
            // Two people may stand on the sides of the comma.
            return false;
        }
        // `JUAN GARCIA Y MARIA LOPEZ` are two.
        if self.count >= 5
            && self.spots.get(2..self.count - 2).is_some_and(|inner| inner.iter().any(|spot| self.joins(spot)))
        {
            return false;
        }
        // Two people may stand side by side, and the last words may be a phrase that was cut.
        let side_by_side =
            self.surname == 0 && (self.count == 4 && clear(0) && clear(2) || self.count >= 4 && self.may_be_two());
        self.count < 4 || !side_by_side && before.iter().all(|spot| !spot.entry.is(tables::PHRASE))
    }

    /// Whether the last word stands among the others as well, or two initials do: `HAROLD P QUIST INGRID J QUIST`.
    fn may_be_two(&self) -> bool {
        let Some((last, before)) = self.spots.get(..self.count).and_then(<[Spot]>::split_last) else { return false };
        let word =
            |spot: &Spot| self.text.get(usize::from(spot.start)..usize::from(spot.start) + usize::from(spot.len));
        before.iter().any(|spot| word(spot) == word(last)) || before.iter().filter(|spot| spot.len == 1).count() == 2
    }

    /// Whether a word may join two persons.
    fn joins(&self, spot: &Spot) -> bool {
        spot.len == 1
            && self.text.get(usize::from(spot.start)).is_some_and(|letter| may_join(core::slice::from_ref(letter)))
    }

    /// Where the words of the name end.
    const fn end(&self) -> usize {
        self.count - (self.generation != 0) as usize
    }

    /// The name, with the words of the surname behind the others.
    #[inline(always)]
    pub(super) fn name(&self) -> Name {
        let end = self.end();
        // The words from one on that stand in front in the name, and how many those are.
        let (front, given) =
            if self.surname == 0 { (self.title, end - self.title) } else { (self.surname, end - self.surname) };
        let count = end - self.title;
        let stated = (self.surname != 0).then_some(given);
        let spot_at = |place: usize| {
            let from = if place < given { front + place } else { self.title + place - given };
            &self.spots[from.min(MOST_WORDS - 1)]
        };
        let start_of = |at: usize| self.spots.get(at).map_or(self.len, |spot| usize::from(spot.start));
        let text_of = |spot: &Spot| {
            let start = usize::from(spot.start);
            self.text.get(start..start + usize::from(spot.len)).unwrap_or(&[])
        };
        let mut name = Name {
            text: SmallVec::new(),
            words: SmallVec::new(),
            links: SmallVec::new(),
            parties: SmallVec::new(),
            beside: None,
        };
        let (begin, parted) = (start_of(self.title), start_of(front));
        let behind = if end == self.count { self.len } else { start_of(end) };
        // What stands in front is most often all there is.
        name.text = SmallVec::from_slice(self.text.get(parted..behind).unwrap_or(&[]));
        if begin < parted {
            name.text.extend_from_slice(self.text.get(begin..parted).unwrap_or(&[]));
        }
        let mut at = 0;
        for place in 0..count {
            let spot = spot_at(place);
            let text = text_of(spot);
            let mut flags = spot.flags;
            if usize::from(spot.start) + text.len() == self.len {
                flags |= LAST;
                // The blanks between the words, and a comma.
                if fills_field(self.len + self.count - 1 + usize::from(self.surname > 0)) {
                    flags |= FILLS;
                }
            }
            let word_at = |place: usize| {
                let spot = spot_at(place);
                (text_of(spot), spot.entry, spot.flags)
            };
            if spot.entry.is(tables::PARTICLE) && is_particle(count, place, stated, word_at) {
                flags |= PARTICLE;
            }
            let mut word = plain_word(spot.entry, text, spot.letters, flags);
            if let Some(number) = number(text) {
                word.meaning = super::words::NUMBERS + number;
            }
            word.start = at;
            at += u16::from(spot.len);
            word.first_link = name.links.len() as u16;
            let links = spot.entry.links();
            word.links = links.len() as u8;
            for &link in links {
                word.kin |= kin(u32::from(link));
                name.links.push(u32::from(link));
            }
            name.words.push(word);
        }
        super::pinyin::spread_pinyin(&mut name.words, &name.text);
        name.parties.push(PartySlot {
            first: 0,
            count: count as u8,
            aliases: 0,
            surname: stated.map_or(UNSTATED, |start| start as u8),
            kind: PartyKind::Person,
            role: Role::Owner,
            generation: self.generation,
            legal: 0,
            alternative: false,
            sketch: Sketch::of(&name.words),
        });
        name
    }
}

/// Whether a word that is no name of the tables may be more than a name: it shows a business, or is an abbreviation.
fn is_more(word: &[u8]) -> bool {
    matches!(word, b"the" | b"of" | b"for" | b"at" | b"on" | b"by" | b"ma" | b"jos")
}

/// Whether the letters are one of the words that systems write for nothing.
fn is_placeholder(letters: &[u8]) -> bool {
    super::is_placeholder(letters)
}

/// The letters that a letter with a mark is folded to, and the flag of those that have a second reading; `None` for any other
/// character.
fn latin(c: char) -> Option<(SmallVec<[u8; 4]>, u16)> {
    // Those that UTF-8 read as Latin-1 shows are left to be repaired.
    if !matches!(c, '\u{c0}'..='\u{17f}' | '\u{1ea0}'..='\u{1ef9}') || matches!(c, 'Ã' | 'Â' | 'Å' | 'Ä') {
        return None;
    }
    let mut spelled: SmallVec<[u8; 4]> = SmallVec::new();
    let notes = fold(c.encode_utf8(&mut [0; 4]), Reading::Plain, |byte| spelled.push(byte));
    let letters = !spelled.is_empty() && spelled.iter().all(u8::is_ascii_lowercase) && !notes.transliterated;
    letters.then_some((spelled, if notes.digraph { UMLAUT } else { 0 }))
}
