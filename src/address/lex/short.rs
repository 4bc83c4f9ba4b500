//! Short texts of visible ASCII, which most are: one pass over the bytes gives their lexemes, and as bits what these can be.
//!
//! What is read here gives the lexemes that [`tokens`](super::tokens) gives, at the same places of the same buffer; where a text
//! has more in it than is looked for here, it is left to that. Nothing is kept on the heap, and nothing is moved.

use super::folded::is_plain;
use super::glued::{SHORTEST_COMPOUND, classes_of_compound, joined_type, may_end_in_type};
use super::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::tables::address::{self as tables, Role, Word};
use crate::text::step::{self, Marks as Other, STEP};
use smallvec::SmallVec;

/// Bytes of the longest text that is read.
const LONGEST: usize = 2 * WINDOW;
/// Bytes of which the kinds are held in a machine word.
const WINDOW: usize = 64;
/// Bytes of the buffer, which has a step of blanks behind what is read.
const ROOM: usize = 192;
/// Lexemes that are held.
const MOST: usize = 20;
/// Letters of the longest word that is read.
const LONGEST_WORD: usize = STEP;

/// The lexemes of some short texts.
pub(in crate::address) struct Short {
    /// The folded texts, behind each the standard spellings that differ from it.
    text: [u8; ROOM],
    len: usize,
    words: [Lexeme; MOST],
    count: usize,
    pub(in crate::address) marks: Marks,
    /// Where the lexemes behind the last line break, semicolon or bar begin, if there is one.
    pub(in crate::address) last_line: Option<u8>,
}

/// Which of the lexemes are what, a bit for each.
#[derive(Clone, Copy, Default)]
pub(in crate::address) struct Marks {
    /// They are no words.
    pub(in crate::address) numbers: u32,
    pub(in crate::address) directions: u32,
    /// They name units.
    pub(in crate::address) units: u32,
    /// Rules may begin with them: [`RULES`].
    pub(in crate::address) rules: u32,
    /// They are one letter, and neither a direction nor the mark of a unit.
    pub(in crate::address) letters: u32,
    /// A comma or more stands before them.
    pub(in crate::address) commas: u32,
    /// They are written `st` or `ste`.
    pub(in crate::address) saints: u32,
}

/// The rules that may begin at a word behind a house number, or behind a box.
pub(in crate::address) const RULES: u16 =
    Role::CARE | Role::NUMBER | Role::TYPE | Role::ROUTE | Role::BOX | Role::STREET_ALIAS;

/// What a lexeme is before it is written.
const BLANK: Lexeme = Lexeme {
    start: 0,
    raw: 0,
    classes: 0,
    roles: 0,
    len: 0,
    raw_len: 0,
    gap: Gap::Blank,
    short_saint: false,
    slashed: false,
    unit: None,
    hash: 0,
    letters: 0,
};

impl Short {
    /// Nothing is read. It is as large as it is simple: made where it is held.
    #[inline(always)]
    pub(in crate::address) const fn new() -> Short {
        let marks = Marks { numbers: 0, directions: 0, units: 0, rules: 0, letters: 0, commas: 0, saints: 0 };
        Short { text: [b' '; ROOM], len: 0, words: [BLANK; MOST], count: 0, marks, last_line: None }
    }

    /// The lexemes that are read.
    #[inline(always)]
    pub(in crate::address) fn words(&self) -> &[Lexeme] {
        &self.words[..self.count.min(MOST)]
    }

    /// The buffer that holds their spelling, with what stands behind it.
    #[inline(always)]
    pub(in crate::address) const fn room(&self) -> (&[u8; ROOM], usize) {
        (&self.text, self.len)
    }

    /// The folded texts and the spellings behind them.
    #[inline(always)]
    pub(in crate::address) fn text(&self) -> SmallVec<[u8; 64]> {
        match self.text.first_chunk() {
            // All of the room at once, whatever stands behind the letters.
            Some(room) if self.len <= room.len() => SmallVec::from_buf_and_len(*room, self.len),
            _ => SmallVec::from_slice(&self.text[..self.len.min(ROOM)]),
        }
    }

    /// Takes two lexemes out of those before a place: what stood behind them stands there then.
    pub(in crate::address) fn take_two(&mut self, at: usize, end: usize) {
        let words = &mut self.words[..end];
        words.copy_within(at + 2.., at);
        words[at].gap = Gap::Taken;
    }

    /// The spelling of a lexeme.
    #[inline(always)]
    pub(in crate::address) fn bytes(&self, lexeme: &Lexeme) -> &[u8] {
        lexeme.spelling(&self.text)
    }

    /// A lexeme as a code would be written.
    #[inline(always)]
    pub(in crate::address) fn code(&self, lexeme: &Lexeme) -> &[u8] {
        lexeme.code(&self.text)
    }

    /// The same lexemes, for all rules.
    #[inline(never)]
    pub(in crate::address) fn lexer(&self) -> Lexer {
        Lexer {
            buffer: SmallVec::from_slice(&self.text[..self.len]),
            lexemes: SmallVec::from_slice(self.words()),
            last_line: self.last_line,
            ..Lexer::default()
        }
    }

    /// Adds the lexemes of a text, the first behind a comma. `None` where the text is longer, or has more in it.
    pub(in crate::address) fn read(&mut self, raw: &str) -> Option<()> {
        let base = self.len;
        let end = base + raw.len();
        if raw.len() > LONGEST || end + 2 * STEP > ROOM {
            return None;
        }
        self.text.get_mut(base..end)?.copy_from_slice(raw.as_bytes());
        self.len = end;
        let (letters, digits) = self.fold(base, end)?;
        let first = self.count;
        let (mut at, mut gap) = (base, Gap::Comma);
        // What the word before may be beside the next.
        let mut before = Before::Other;
        // The kinds of the bytes from the next one on, and where those end of which they are known.
        let (mut of_letters, mut of_digits, mut known_to) = (letters[0], digits[0], base + WINDOW);
        if end > known_to {
            known_to -= (of_letters | of_digits).leading_ones() as usize;
        }
        while at < end {
            if at >= known_to {
                (of_letters, of_digits, known_to) = kinds_from((base, at), letters, digits)?;
            }
            let len = run(of_letters | of_digits);
            if len == 0 {
                let place = at;
                (at, gap) = self.mark((base, at, end), gap)?;
                (of_letters, of_digits) = (of_letters >> ((at - place) & 63), of_digits >> ((at - place) & 63));
                continue;
            }
            // Behind the text stand standard spellings.
            let next = if at + len < end { *self.text.get(at + len)? } else { b' ' };
            if len > LONGEST_WORD || !matches!(next, b' ' | b',') && self.goes_on((at, at + len, end), next) {
                return None;
            }
            let bit = 1_u32 << (self.count & 31);
            self.marks.commas |= if gap >= Gap::Comma { bit } else { 0 };
            let place = at;
            let (is_word, is_number) = (run(of_letters) == len, run(of_digits) == len);
            at += len + usize::from(next == b' ');
            (of_letters, of_digits) = (of_letters >> ((at - place) & 63), of_digits >> ((at - place) & 63));
            let lexeme = Lexeme::plain(place, place + len, gap, 0);
            gap = Gap::Blank;
            if is_number {
                self.marks.numbers |= bit;
                before = Before::Other;
                self.push(Lexeme { classes: DIGITS, ..lexeme })?;
                continue;
            }
            // A short type before a number.
            let last = *self.text.get(place + len - 1)?;
            if matches!(last, b'g' | b'l') && len > 4 && self.stands_before_number(place + len, next) {
                return None;
            }
            if !is_word {
                let (classes, len) = glued(self.text.get(place..place + len)?)?;
                self.marks.numbers |= bit;
                before = Before::Other;
                self.push(Lexeme { classes, len, ..lexeme })?;
                continue;
            }
            let chunk = self.text.get(place..place + STEP)?;
            let (low, high) = (u64::from_le_bytes(*chunk.first_chunk()?), u64::from_le_bytes(*chunk.last_chunk()?));
            let (mut start, mut raw) = (lexeme.start, lexeme.raw);
            // A letter with a stop is written once more, without it.
            if len == 1 && next == b'.' {
                start = self.append(&[low as u8])?;
                raw = start;
            }
            let hash = tables::hash_of_halves(low, high, len);
            let known = tables::entry_hashed(hash, self.text.get(place..place + len)?);
            let Some(known) = known else {
                let text = self.text.get(place..place + len)?;
                if len >= SHORTEST_COMPOUND && may_end_in_type(text) && may_be_compound(text) {
                    return None;
                }
                self.marks.letters |= if len == 1 { bit } else { 0 };
                self.push(Lexeme { start, raw, hash: hash as u32, ..lexeme })?;
                if before == Before::Saint && self.may_be_saint(first) {
                    return None;
                }
                before = Before::Other;
                continue;
            };
            let (mut classes, mut spelled, mut of_hash, mut next) = (known.classes, len, hash as u32, Before::Other);
            if known.roles & Role::WORD != 0 {
                if known.hash != of_hash {
                    (start, spelled, of_hash) =
                        (self.append(known.standard.as_bytes())?, known.standard.len(), known.hash);
                    next = if len == spelled + 1 { Before::Plural } else { next };
                }
                if len <= 3 && low as u16 == u16::from_le_bytes(*b"st") && self.is_saint(place, len) {
                    next = Before::Saint;
                    self.marks.saints |= bit;
                }
                // Twenty, thirty … are ordinals together with the next word.
                if known.classes & (Word::ORDINAL | Word::TEN) != 0 {
                    if known.classes & Word::TEN != 0 {
                        return None;
                    }
                    classes |= DIGITS;
                    self.marks.numbers |= bit;
                }
                if before == Before::Plural && known.classes & Word::PRIMARY != 0 && lexeme.gap < Gap::Comma {
                    return None;
                }
            }
            self.marks.directions |= if known.classes & Word::DIRECTIONAL != 0 { bit } else { 0 };
            self.marks.units |= if known.unit.is_some() { bit } else { 0 };
            self.marks.rules |= if known.roles & RULES != 0 { bit } else { 0 };
            if spelled == 1 && classes & (DIGITS | Word::DIRECTIONAL | Word::UNIT) == 0 {
                self.marks.letters |= bit;
            }
            self.push(Lexeme {
                start,
                raw,
                classes,
                roles: known.roles,
                len: spelled as u8,
                short_saint: next == Before::Saint,
                unit: known.unit,
                hash: of_hash,
                letters: known.letters,
                ..lexeme
            })?;
            if before == Before::Saint && self.may_be_saint(first) {
                return None;
            }
            before = next;
        }
        Some(())
    }

    #[inline(always)]
    fn push(&mut self, lexeme: Lexeme) -> Option<()> {
        *self.words.get_mut(self.count)? = lexeme;
        self.count += 1;
        Some(())
    }

    /// Whether a word is `st` or `ste`.
    fn is_saint(&self, at: usize, len: usize) -> bool {
        matches!(&self.text[at..at + len], b"st" | b"ste")
    }

    /// Whether a number stands behind a word, which ends at a place, and its stop.
    #[inline(never)]
    fn stands_before_number(&self, end: usize, next: u8) -> bool {
        let behind = if next == b'.' { 2 } else { 1 };
        self.text.get(end + behind).is_some_and(u8::is_ascii_digit)
    }

    /// Makes the letters of a text small; which of its bytes are letters and which digits, by windows.
    #[inline(always)]
    fn fold(&mut self, base: usize, end: usize) -> Option<([u64; 2], [u64; 2])> {
        let (mut other, mut letters, mut digits) = (Other::new(), [0; 2], [0; 2]);
        let mut at = base;
        while at < end {
            let chunk = self.text.get_mut(at..at + STEP)?.first_chunk_mut::<STEP>()?;
            let told = step::read(chunk, &mut other, |byte| !is_plain(true, byte));
            let (window, place) = (((at - base) / WINDOW) & 1, (at - base) % WINDOW);
            letters[window] |= told.0 << place;
            digits[window] |= told.1 << place;
            at += STEP;
        }
        (!other.any()).then_some((letters, digits))
    }

    /// Adds a standard spelling: where it begins.
    #[inline(always)]
    fn append(&mut self, standard: &[u8]) -> Option<u16> {
        let start = self.len;
        self.len += standard.len();
        self.text.get_mut(start..self.len)?.copy_from_slice(standard);
        Some(start as u16)
    }

    /// Reads what is neither letter nor digit at a place of a text; where it ends, and the gap behind it.
    #[inline(always)]
    fn mark(&mut self, (base, at, end): (usize, usize, usize), gap: Gap) -> Option<(usize, Gap)> {
        let pair = self.text.get(at..at + 2)?;
        let (byte, next) = (pair[0], pair[1]);
        let gap = match byte {
            b',' => gap.max(Gap::Comma),
            b' ' | b'.' => gap,
            _ => self.other_mark((base, at, end), gap)?,
        };
        // A blank behind it says nothing more.
        Some((at + 1 + usize::from(next == b' '), gap))
    }

    #[inline(never)]
    fn other_mark(&mut self, (base, place, end): (usize, usize, usize), gap: Gap) -> Option<Gap> {
        let byte = *self.text.get(place)?;
        Some(match byte {
            b'#' => {
                let mark = Lexeme::plain(place, place + 1, gap, Word::UNIT);
                let bit = 1 << (self.count & 31);
                *self.words.get_mut(self.count)? = Lexeme { raw_len: 0, unit: Some(tables::NUMBER_SIGN), ..mark };
                self.count += 1;
                self.marks.units |= bit;
                self.marks.commas |= if gap >= Gap::Comma { bit } else { 0 };
                Gap::Blank
            }
            b'(' | b')' | b'[' | b']' => gap.max(Gap::Comma),
            b';' | b'\n' | b'|' => {
                self.last_line = u8::try_from(self.count).ok();
                gap.max(Gap::Comma)
            }
            b'-' => {
                let next = if place + 1 < end { *self.text.get(place + 1)? } else { b' ' };
                let behind = place > base && self.text.get(place - 1)?.is_ascii_alphanumeric();
                // ` - ` parts an address as a comma does.
                gap.max(if behind && next.is_ascii_alphanumeric() {
                    Gap::Hyphen
                } else if !behind && next == b' ' {
                    Gap::Comma
                } else {
                    Gap::Blank
                })
            }
            // Letters that were lost, numbers with slashes, marks with which a program may have spelled others.
            b'?' | b'/' | b'&' | b'%' | b'\\' => return None,
            _ => gap,
        })
    }

    /// Whether a word, from one place to another of a text that ends at the third, may go on behind what stands behind its letters
    /// and digits.
    #[inline(never)]
    fn goes_on(&self, (at, to, end): (usize, usize, usize), next: u8) -> bool {
        match next {
            b'?' | b'\'' | b'`' => true,
            // `P.O.`, `3.º`, `39.2`; but `N. MAIN ST.`
            b'.' => {
                let digits = self.text[at..to].iter().any(u8::is_ascii_digit);
                digits || to == at + 1 && self.text[..end].get(to + 1).is_some_and(u8::is_ascii_alphanumeric)
            }
            _ => false,
        }
    }

    /// Whether the word before the last lexeme, which is written `st` or `ste`, may be Saint.
    #[inline(never)]
    fn may_be_saint(&self, first: usize) -> bool {
        let [.., saint, next] = self.words() else { return false };
        if next.gap >= Gap::Comma
            || next.len < 3
            || next.is(Word::PRIMARY | Word::DIRECTIONAL | Word::UNIT)
            || next.may(Role::NUMBER)
        {
            return false;
        }
        let at = self.count - 2;
        if !saint.is(Word::SUFFIX) || at == first || saint.gap == Gap::Comma {
            return true;
        }
        let before = &self.words[at - 1];
        let of_unit = || at >= first + 2 && self.words[at - 2].is(Word::UNIT);
        before.is(DIGITS | MIXED) && (!before.is(Word::ORDINAL) || of_unit())
            || before.is(Word::DIRECTIONAL | Word::BEFORE | Word::PARTICLE | Word::PRIMARY)
    }
}

/// What a word may be beside the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Other,
    /// It is written `st` or `ste`.
    Saint,
    /// It is spelled without its last letter.
    Plural,
}

/// How many of the lowest bits are set.
#[inline(always)]
const fn run(bits: u64) -> usize {
    (!bits).trailing_zeros() as usize
}

/// The letters and digits from a place of a text on, which begins at another, and where those of its words end of which they are
/// known; `None` where one goes on.
#[cold]
fn kinds_from((base, at): (usize, usize), letters: [u64; 2], digits: [u64; 2]) -> Option<(u64, u64, usize)> {
    let ahead = (at - base) & (LONGEST - 1);
    let from = |[low, high]: [u64; 2]| ((u128::from(high) << WINDOW | u128::from(low)) >> ahead) as u64;
    let (letters, digits) = (from(letters), from(digits));
    let whole = WINDOW - (letters | digits).leading_ones() as usize;
    (whole > 0).then_some((letters, digits, at + whole))
}

/// What letters and digits are that are written as one, and how many bytes of them are spelled; `None` where more rules are to be asked.
#[inline(never)]
fn glued(text: &[u8]) -> Option<(u16, u8)> {
    let whole = (MIXED, text.len() as u8);
    match text {
        // `5TH`
        [digits @ .., b's', b't'] | [digits @ .., b'n' | b'r', b'd'] | [digits @ .., b't', b'h']
            if digits.iter().all(u8::is_ascii_digit) =>
        {
            Some((DIGITS | Word::ORDINAL, digits.len() as u8))
        }
        // `12A`; `3O` is an ordinal, or a number.
        [digits @ .., b'a'..=b'n' | b'p'..=b'z'] if digits.iter().all(u8::is_ascii_digit) => Some(whole),
        // `B12`
        [b'a'..=b'z', b'0'..=b'9', ..] => Some(whole),
        _ => None,
    }
}

/// Whether a word ends in the type of its street, or in what may stand for one.
fn may_be_compound(text: &[u8]) -> bool {
    matches!(text, [.., b't', b'r'])
        || text.ends_with(b"strase")
        || text.ends_with(b"strasse")
        || classes_of_compound(text) != 0
        || joined_type(text).is_some()
}
