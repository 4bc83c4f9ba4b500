//! An address text becomes lexemes: words and numbers in their standard spelling, with what stood between them.

use crate::tables::address::{self as tables, Role, UnitWord, Word};
use crate::text::fold::{Reading, fold};
use smallvec::SmallVec;

/// Bytes of folded text that are read. A line of an address has under 200; whatever is cut is remembered.
const MAX_BYTES: usize = 512;
/// Lexemes that are read. The longest lines of real data have about 30.
const MAX_LEXEMES: usize = 48;
/// Letters of one lexeme; the rest is another one.
const MAX_TOKEN: usize = 60;

/// What stood before a lexeme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A blank, or nothing.
    Blank,
    /// A hyphen without blanks around it.
    Hyphen,
    /// A slash without blanks around it.
    Slash,
    /// A comma, a line break, the end of a structured part.
    Comma,
    /// Something was taken out here: a unit, a house number, a postcode.
    Taken,
}

/// A word or a number. Small, as the rules move lexemes about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme {
    /// Its standard spelling: where in the buffer.
    start: u16,
    /// How it was written: where in the buffer.
    raw: u16,
    /// The classes of [`Word`] and those below.
    pub(super) classes: u16,
    /// The constants of [`Role`]: which rules can begin here.
    roles: u16,
    len: u8,
    raw_len: u8,
    /// What stood before it.
    pub(super) gap: Gap,
    /// It is written `st` or `ste`, which can be Saint.
    pub(super) short_saint: bool,
    /// A slash stood right behind it, as in `C/ Mayor`.
    pub(super) slashed: bool,
    /// The unit that it can name.
    pub(super) unit: Option<UnitWord>,
}

/// Only digits (in the upper bits that [`Word`] leaves free).
pub(super) const DIGITS: u16 = 1 << 12;
/// Digits and letters.
pub(super) const MIXED: u16 = 1 << 13;
/// The number or the kind of a numbered route: never a house number or a unit.
pub(super) const ROUTE: u16 = 1 << 14;
/// A city that was written by an alias.
pub(super) const ALIAS: u16 = 1 << 15;

impl Lexeme {
    /// Whether it has any of the classes.
    pub(super) fn is(&self, classes: u16) -> bool {
        self.classes & classes != 0
    }

    /// Whether any of the rules can begin here.
    pub(super) fn may(&self, roles: u16) -> bool {
        self.roles & roles != 0
    }

    /// Whether it consists of letters only.
    pub(super) fn is_word(&self) -> bool {
        !self.is(DIGITS | MIXED)
    }
}

/// The lexemes of a text and the buffer that holds their spelling.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexer {
    /// The folded text as it was read, and behind it the standard spellings that differ from it.
    buffer: SmallVec<[u8; 256]>,
    pub(super) lexemes: SmallVec<[Lexeme; 24]>,
    /// Something was left unread.
    pub(super) cut: bool,
    /// A character was lost before the text came here.
    pub(super) damaged: bool,
}

/// What a byte of folded text can be in a token; 0 where it is no part of one.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'?' => LOST,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const LOST: u8 = 4;

impl Lexer {
    /// The standard spelling of a lexeme.
    pub(super) fn bytes(&self, lexeme: &Lexeme) -> &[u8] {
        let start = usize::from(lexeme.start);
        &self.buffer[start..start + usize::from(lexeme.len)]
    }

    /// A lexeme in a spelling that a rule gives it.
    pub(super) fn written(&mut self, text: &str, gap: Gap, classes: u16) -> Lexeme {
        let start = self.buffer.len() as u16;
        self.buffer.extend_from_slice(text.as_bytes());
        let roles = tables::entry(text.as_bytes()).map_or(0, |word| word.roles);
        Lexeme {
            start,
            raw: start,
            classes,
            roles,
            len: text.len() as u8,
            raw_len: 0,
            gap,
            short_saint: false,
            slashed: false,
            unit: None,
        }
    }

    /// A lexeme of letters and digits that were parted.
    pub(super) fn joined(&mut self, text: &[u8], gap: Gap) -> Lexeme {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(text);
        self.plain(start, self.buffer.len(), gap, MIXED)
    }

    /// A lexeme that is spelled as it is written.
    fn plain(&self, start: usize, end: usize, gap: Gap, classes: u16) -> Lexeme {
        let (start, len) = (start as u16, (end - start) as u8);
        Lexeme {
            start,
            raw: start,
            classes,
            roles: 0,
            len,
            raw_len: len,
            gap,
            short_saint: false,
            slashed: false,
            unit: None,
        }
    }

    /// The lexemes of one part of an address, at the end of those that are there; the first stands behind a comma.
    pub(super) fn read(&mut self, raw: &str) {
        if raw.is_empty() {
            return;
        }
        let first = self.lexemes.len();
        let from = self.buffer.len();
        self.fold(raw);
        let to = self.buffer.len();
        let mut gap = Gap::Comma;
        let mut at = from;
        while at < to {
            let byte = self.buffer[at];
            match byte {
                b' ' => {}
                b'a'..=b'z' | b'0'..=b'9' | b'?' => {
                    if self.lexemes.len() >= MAX_LEXEMES {
                        self.cut = true;
                        break;
                    }
                    at = self.token(at, to, gap);
                    gap = Gap::Blank;
                    continue;
                }
                b'#' => {
                    if self.lexemes.len() < MAX_LEXEMES {
                        let mut mark = self.written("#", gap, Word::UNIT);
                        mark.unit = Some(tables::NUMBER_SIGN);
                        self.lexemes.push(mark);
                    }
                    gap = Gap::Blank;
                }
                b',' | b';' | b'\n' | b'|' | b'(' | b')' | b'[' | b']' => gap = gap.max(Gap::Comma),
                b'-' | b'/' => {
                    let next = if at + 1 < to { self.buffer[at + 1] } else { b' ' };
                    let behind = at > from && self.buffer[at - 1].is_ascii_alphanumeric();
                    if behind && byte == b'/' {
                        if let Some(last) = self.lexemes.last_mut() {
                            last.slashed = true;
                        }
                    }
                    let glued = behind && next.is_ascii_alphanumeric();
                    let joint = if byte == b'-' { Gap::Hyphen } else { Gap::Slash };
                    // ` - ` parts an address as a comma does.
                    gap = gap.max(if glued {
                        joint
                    } else if !behind && next == b' ' {
                        Gap::Comma
                    } else {
                        Gap::Blank
                    });
                }
                _ => {}
            }
            at += 1;
        }
        // Most texts have neither.
        let (mut classes, mut saints) = (0, false);
        for lexeme in &self.lexemes[first..] {
            classes |= lexeme.classes;
            saints |= lexeme.short_saint;
        }
        if classes & (Word::TEN | Word::ORDINAL) != 0 {
            self.join_ordinals(first);
        }
        if saints {
            self.resolve_saints(first);
        }
    }

    /// Writes a folded text behind what is there.
    fn fold(&mut self, raw: &str) {
        let from = self.buffer.len();
        // What folding does to visible ASCII and line feeds. Every byte is looked at, so that it can be done many at once.
        let plain = |ok, byte| ok & (matches!(byte, b' '..=b'~') | (byte == b'\n'));
        if raw.len() <= MAX_BYTES && raw.bytes().fold(true, plain) {
            self.buffer.extend_from_slice(raw.as_bytes());
            self.buffer[from..].make_ascii_lowercase();
            return;
        }
        // More characters than this cannot matter: each gives a byte or is invisible.
        let bounded = if raw.len() <= 4 * MAX_BYTES {
            raw
        } else {
            raw.char_indices().nth(4 * MAX_BYTES).map_or(raw, |(end, _)| &raw[..end])
        };
        let mut cut = bounded.len() < raw.len();
        let buffer = &mut self.buffer;
        let notes = fold(bounded, Reading::Plain, |byte| {
            if buffer.len() - from < MAX_BYTES {
                buffer.push(byte);
            } else {
                cut = true;
            }
        });
        self.cut |= cut;
        self.damaged |= notes.damaged;
    }

    /// Reads one token of the folded text that ends at `to`, from `start`; returns where it ends.
    fn token(&mut self, start: usize, to: usize, gap: Gap) -> usize {
        let mut at = start;
        let mut kinds = 0;
        for &byte in &self.buffer[start..to.min(start + MAX_TOKEN)] {
            let kind = KINDS[usize::from(byte)];
            if kind == 0 {
                break;
            }
            kinds |= kind;
            at += 1;
        }
        if at < to && at - start < MAX_TOKEN && matches!(self.buffer[at], b'\'' | b'`' | b'.') {
            let (at, end) = self.token_with_marks(start, at, to);
            self.push(start, end, gap);
            return at;
        }
        match kinds {
            LETTER => {
                let lexeme = self.word(start, at, gap);
                self.lexemes.push(lexeme);
            }
            DIGIT => {
                let lexeme = self.plain(start, at, gap, DIGITS);
                self.lexemes.push(lexeme);
            }
            _ => self.push(start, at, gap),
        }
        at
    }

    /// The rest of a token behind the first mark inside it. Apostrophes and stops are left out, and the letters move up:
    /// returns where the text goes on, and where the spelling ends.
    fn token_with_marks(&mut self, start: usize, mut at: usize, to: usize) -> (usize, usize) {
        let mut acronym = false;
        let mut end = at;
        while at < to && end - start < MAX_TOKEN {
            let byte = self.buffer[at];
            let ahead = |by: usize| if at + by < to { self.buffer[at + by] } else { b' ' };
            match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'?' => {
                    self.buffer[end] = byte;
                    end += 1;
                }
                b'\'' | b'`' if ahead(1).is_ascii_alphanumeric() => {}
                // `P.O.`, `U.S.A.`, `N.W.`: single letters with stops are one word.
                b'.' if (acronym || end - start == 1)
                    && self.buffer[start].is_ascii_alphabetic()
                    && ahead(1).is_ascii_alphabetic()
                    && !ahead(2).is_ascii_alphanumeric() =>
                {
                    acronym = true;
                }
                // Grid numbers: 39.2.
                b'.' if self.buffer[start..end].iter().all(u8::is_ascii_digit) && ahead(1).is_ascii_digit() => {
                    self.buffer[end] = byte;
                    end += 1;
                }
                _ => break,
            }
            at += 1;
        }
        (at, end)
    }

    /// Adds the buffer's `start..end` as one lexeme, or as two where a designator and a number are glued together.
    fn push(&mut self, start: usize, end: usize, gap: Gap) {
        let bytes = &self.buffer[start..end];
        // A letter that was lost on the way (`M?IN`) is a letter.
        let is_letter = |byte: &&u8| byte.is_ascii_alphabetic() || **byte == b'?' && bytes.len() > 1;
        let letters = bytes.iter().take_while(is_letter).count();
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let lexeme = if letters == bytes.len() {
            self.word(start, end, gap)
        } else if digits == bytes.len() {
            self.plain(start, end, gap, DIGITS)
        } else if letters >= 2 && self.splits_behind(start, start + letters, end) {
            let designator = self.word(start, start + letters, gap);
            self.lexemes.push(designator);
            return self.push(start + letters, end, Gap::Blank);
        } else if digits > 0 && is_ordinal_ending(&bytes[digits..]) {
            let ordinal = self.plain(start, start + digits, gap, DIGITS | Word::ORDINAL);
            Lexeme { raw_len: (end - start) as u8, ..ordinal }
        } else {
            self.plain(start, end, gap, MIXED)
        };
        self.lexemes.push(lexeme);
    }

    /// `APT3B`, `FL1`, `POBOX7`, `CA94080`: letters that name something and its number without a blank.
    fn splits_behind(&self, start: usize, middle: usize, end: usize) -> bool {
        let head = &self.buffer[start..middle];
        let tail = &self.buffer[middle..end];
        if tail.len() == 5 && tail.iter().all(u8::is_ascii_digit) && !tables::regions(head).is_empty() {
            return true;
        }
        matches!(head, b"pobox" | b"pob" | b"box" | b"rr" | b"hc" | b"psc" | b"cmr" | b"no" | b"hwy" | b"cp")
            || tables::word(head)
                .and_then(|word| word.unit)
                .is_some_and(|unit| unit.identifier == tables::Identifier::Follows)
    }

    /// A lexeme of letters, in its standard spelling.
    fn word(&mut self, start: usize, end: usize, gap: Gap) -> Lexeme {
        let written = self.plain(start, end, gap, 0);
        let text = &self.buffer[start..end];
        let known = tables::entry(text);
        if let Some(word) = known.filter(|word| word.roles & Role::WORD != 0) {
            let lexeme = Lexeme {
                classes: word.classes,
                roles: word.roles,
                short_saint: matches!(text, b"st" | b"ste"),
                unit: word.unit,
                ..written
            };
            return if word.standard.as_bytes() == text { lexeme } else { self.respelled(lexeme, word.standard) };
        }
        let own = if text.ends_with(b"strasse") { Role::TYPE } else { 0 };
        let lexeme = Lexeme { roles: known.map_or(0, |word| word.roles) | own, ..written };
        // `Hauptstr.` is `Hauptstraße`: the type is the end of the word.
        let stem = text.strip_suffix(b"strase").or_else(|| text.strip_suffix(b"str")).filter(|stem| stem.len() > 2);
        if let Some(stem) = stem.map(<[u8]>::len) {
            let from = self.buffer.len();
            for at in start..start + stem {
                let byte = self.buffer[at];
                self.buffer.push(byte);
            }
            self.buffer.extend_from_slice(b"strasse");
            let len = (self.buffer.len() - from) as u8;
            return Lexeme {
                start: from as u16,
                len,
                classes: Word::AFTER,
                roles: lexeme.roles | Role::TYPE,
                ..lexeme
            };
        }
        if compound_types(text).iter().any(|end| text.len() > end.len() + 2 && text.ends_with(end)) {
            return Lexeme { classes: Word::AFTER, ..lexeme };
        }
        lexeme
    }

    /// A lexeme in another spelling.
    fn respelled(&mut self, lexeme: Lexeme, standard: &str) -> Lexeme {
        let start = self.buffer.len() as u16;
        self.buffer.extend_from_slice(standard.as_bytes());
        Lexeme { start, len: standard.len() as u8, ..lexeme }
    }

    /// A lexeme turns out to be another word, which names no unit.
    pub(super) fn becomes(&mut self, at: usize, standard: &str, classes: u16) {
        let lexeme = self.respelled(self.lexemes[at], standard);
        self.lexemes[at] = Lexeme { classes, unit: None, short_saint: false, ..lexeme };
    }

    /// A lexeme as a code would be written: short words keep their own spelling (`CT` is no court).
    pub(super) fn code(&self, lexeme: &Lexeme) -> &[u8] {
        if !(1..=3).contains(&lexeme.raw_len) {
            return self.bytes(lexeme);
        }
        let start = usize::from(lexeme.raw);
        &self.buffer[start..start + usize::from(lexeme.raw_len)]
    }

    /// The lexemes `from..to` as the key of a place: one short word is a code.
    pub(super) fn place(&self, from: usize, to: usize) -> SmallVec<[u8; 48]> {
        if to == from + 1 { SmallVec::from_slice(self.code(&self.lexemes[from])) } else { self.key(from, to) }
    }

    /// The lexemes `from..to` as one key, parted by blanks.
    pub(super) fn key(&self, from: usize, to: usize) -> SmallVec<[u8; 48]> {
        self.key_of(&self.lexemes[from..to])
    }

    /// Lexemes as one key, parted by blanks.
    pub(super) fn key_of(&self, lexemes: &[Lexeme]) -> SmallVec<[u8; 48]> {
        let mut key = SmallVec::new();
        for lexeme in lexemes {
            if !key.is_empty() {
                key.push(b' ');
            }
            key.extend_from_slice(self.bytes(lexeme));
        }
        key
    }
}

/// Street types at the end of a compound word (Lindenstraße, Kastanjelaan, Storgatan): those that end in its last letter.
fn compound_types(word: &[u8]) -> &'static [&'static [u8]] {
    match word {
        [.., b'a'] => &[b"gata"],
        [.., b'e'] => &[b"strasse", b"allee", b"gasse", b"kade", b"gade"],
        [.., b'f'] => &[b"dreef"],
        [.., b'g'] => &[b"weg", b"steenweg"],
        [.., b'j'] => &[b"vej"],
        [.., b'k'] => &[b"dijk"],
        [.., b'l'] => &[b"singel"],
        [.., b'm'] => &[b"damm"],
        [.., b'n'] => &[b"laan", b"plein", b"gatan", b"vagen", b"vegen", b"veien", b"stigen"],
        [.., b'r'] => &[b"ufer"],
        [.., b't'] => &[b"straat", b"gracht"],
        [.., b'u'] => &[b"katu"],
        [.., b'z'] => &[b"platz"],
        _ => &[],
    }
}

/// `5th`, `1er`, `2e`, `3o` (3º).
fn is_ordinal_ending(ending: &[u8]) -> bool {
    // The swapped ones are slips of the pen that mean nothing else.
    matches!(
        ending,
        b"st" | b"nd" | b"rd" | b"th" | b"er" | b"re" | b"eme" | b"ieme" | b"o" | b"ts" | b"dn" | b"dr" | b"ht"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(raw: &str) -> String {
        let mut lexer = Lexer::default();
        lexer.read(raw);
        String::from_utf8(lexer.key(0, lexer.lexemes.len()).to_vec()).expect("ASCII")
    }

    #[test]
    fn words_are_written_one_way() {
        assert_eq!(words("N. Main St., Apt.3B"), "n main street apt 3b");
        assert_eq!(words("Forty-Second St"), "42 street");
        assert_eq!(words("P.O. Box 7"), "po box 7");
        assert_eq!(words("Hauptstr. 22"), "hauptstrasse 22");
        assert_eq!(words("O’Farrell"), "ofarrell");
        assert_eq!(words("CA94080"), "ca 94080");
    }

    #[test]
    fn saint_and_street_are_told_apart() {
        assert_eq!(words("2218 St Charles Ave"), "2218 saint charles avenue");
        assert_eq!(words("645 Larch St St. Paul"), "645 larch street saint paul");
        assert_eq!(words("1 Court St New Haven"), "1 court street new haven");
        assert_eq!(words("415 rue Ste-Hélène"), "415 rue saint helene");
        assert_eq!(words("400 W 5th St Ste 210"), "400 w 5 street ste 210");
    }
}
