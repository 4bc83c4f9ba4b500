//! An address text becomes lexemes: words and numbers in their standard spelling, with what stood between them.

use crate::tables::address::{self as tables, Word};
use crate::text::fold::{Reading, fold};
use smallvec::SmallVec;

/// Bytes of folded text that are read. A line of an address has under 200; whatever is cut is remembered.
const MAX_BYTES: usize = 512;
/// Of a longer text so many from its beginning and so many from its end.
const HEAD: usize = MAX_BYTES - TAIL;
const TAIL: usize = 128;
/// Lexemes that are read. The longest lines of real data have about 30.
const MAX_LEXEMES: usize = 48;
/// Lexemes of a part that follows more than are read; half of them are kept at the end of any part that has too many.
const ENDING: usize = 24;

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

/// The text of a lexeme.
#[derive(Clone, Copy, Debug)]
enum Text {
    /// A slice of the lexer's buffer.
    Buffer(u16, u8),
    /// A standard spelling of a table.
    Table(&'static str),
}

/// A word or a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexeme {
    text: Text,
    /// How it was written, in the buffer.
    raw: (u16, u8),
    /// What stood before it.
    pub(super) gap: Gap,
    /// The classes of [`Word`] and those below.
    pub(super) classes: u16,
    /// What the tables know about it.
    pub(super) word: Option<&'static Word>,
    /// It is written `st` or `ste`, which can be Saint.
    short_saint: bool,
    /// A slash stood right behind it, as in `C/ Mayor`.
    pub(super) slashed: bool,
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

    /// Whether it is written `st` or `ste` and may be read as Saint.
    pub(super) fn is_short_saint(&self) -> bool {
        self.short_saint
    }

    /// Reads it as Saint.
    pub(super) fn make_saint(&mut self) {
        self.short_saint = false;
        self.text = Text::Table("saint");
        self.classes = Word::SAINT;
        self.word = None;
    }

    /// Reads it as a word of a name, whatever it is.
    pub(super) fn make_plain(&mut self) {
        (self.classes, self.word, self.short_saint) = (0, None, false);
    }

    /// Whether it consists of letters only.
    pub(super) fn is_word(&self) -> bool {
        !self.is(DIGITS | MIXED)
    }
}

/// The lexemes of a text and the buffer that holds their spelling.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexer {
    buffer: SmallVec<[u8; 224]>,
    pub(super) lexemes: SmallVec<[Lexeme; 24]>,
    /// Something was left unread.
    pub(super) cut: bool,
    /// A character was lost before the text came here.
    pub(super) damaged: bool,
}

impl Lexer {
    /// The text of a lexeme.
    pub(super) fn text(&self, lexeme: &Lexeme) -> &str {
        match lexeme.text {
            Text::Table(text) => text,
            // Folded text is ASCII.
            Text::Buffer(..) => core::str::from_utf8(self.bytes(lexeme)).unwrap_or(""),
        }
    }

    /// The text of a lexeme as bytes, which costs no check for UTF-8.
    pub(super) fn bytes(&self, lexeme: &Lexeme) -> &[u8] {
        match lexeme.text {
            Text::Table(text) => text.as_bytes(),
            Text::Buffer(start, len) => {
                self.buffer.get(usize::from(start)..usize::from(start) + usize::from(len)).unwrap_or_default()
            }
        }
    }

    /// A lexeme with the spelling of a table.
    pub(super) fn table(text: &'static str, gap: Gap, classes: u16) -> Lexeme {
        Lexeme { text: Text::Table(text), raw: (0, 0), gap, classes, word: None, short_saint: false, slashed: false }
    }

    /// The lexemes of one part of an address, at the end of those that are there; the first stands behind a comma.
    pub(super) fn read(&mut self, raw: &str) {
        let first = self.lexemes.len();
        let mut folded: SmallVec<[u8; 224]> = SmallVec::new();
        // What folding does to visible ASCII and line feeds.
        if raw.len() <= MAX_BYTES && raw.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
            folded.extend_from_slice(raw.as_bytes());
            folded.make_ascii_lowercase();
        } else {
            self.fold_ends(raw, &mut folded);
        }
        let mut gap = Gap::Comma;
        let mut at = 0;
        while at < folded.len() {
            let byte = folded[at];
            let next = folded.get(at + 1).copied().unwrap_or(b' ');
            match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'?' => {
                    at = self.token(&folded, at, gap);
                    gap = Gap::Blank;
                    continue;
                }
                b'#' => {
                    let mut mark = Lexer::table("#", gap, Word::UNIT);
                    mark.word = Some(&tables::NUMBER_SIGN);
                    self.lexemes.push(mark);
                    gap = Gap::Blank;
                }
                b',' | b';' | b'\n' | b'|' | b'(' | b')' | b'[' | b']' => gap = gap.max(Gap::Comma),
                b'-' | b'/' => {
                    let behind = at.checked_sub(1).is_some_and(|before| folded[before].is_ascii_alphanumeric());
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
        self.drop_middle(first);
        self.join_ordinals(first);
        self.resolve_saints(first);
    }

    /// Folds a text of which as much is kept as is read: of a longer one the beginning and the end, where country, postcode
    /// and city stand.
    fn fold_ends(&mut self, raw: &str, folded: &mut SmallVec<[u8; 224]>) {
        // More characters than this cannot matter: each gives a byte or is invisible.
        let nth = |count: usize| raw.char_indices().nth(4 * count).map(|(at, _)| at);
        let Some(_) = nth(MAX_BYTES) else {
            self.damaged |= fold(raw, Reading::Plain, |byte| folded.push(byte)).damaged;
            if folded.len() > MAX_BYTES {
                let end: SmallVec<[u8; TAIL]> = SmallVec::from_slice(&folded[folded.len() - TAIL..]);
                self.join_ends(folded, &end);
            }
            return;
        };
        let head = &raw[..nth(HEAD).unwrap_or(raw.len())];
        let tail = raw.char_indices().rev().nth(4 * TAIL).map_or(raw, |(at, _)| &raw[at..]);
        self.damaged |= fold(head, Reading::Plain, |byte| folded.push(byte)).damaged;
        let mut end: SmallVec<[u8; TAIL]> = SmallVec::new();
        self.damaged |= fold(tail, Reading::Plain, |byte| end.push(byte)).damaged;
        let last = end.len().saturating_sub(TAIL);
        let end: SmallVec<[u8; TAIL]> = SmallVec::from_slice(&end[last..]);
        self.join_ends(folded, &end);
    }

    /// Keeps the beginning of a folded text, and the end from its first whole word on.
    fn join_ends(&mut self, folded: &mut SmallVec<[u8; 224]>, end: &[u8]) {
        self.cut = true;
        folded.truncate(HEAD);
        folded.push(b'\n');
        let word = end.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(0);
        folded.extend_from_slice(&end[word..]);
    }

    /// Drops lexemes in the middle of a part of which there are too many.
    fn drop_middle(&mut self, first: usize) {
        let most = MAX_LEXEMES.saturating_sub(first).max(ENDING);
        if self.lexemes.len() - first > most {
            let (from, to) = (first + most - ENDING / 2, self.lexemes.len() - ENDING / 2);
            self.lexemes.drain(from..to);
            self.cut = true;
        }
    }

    /// Reads one token from `at`, returns where it ends.
    fn token(&mut self, folded: &[u8], mut at: usize, gap: Gap) -> usize {
        let start = self.buffer.len();
        let mut acronym = false;
        while at < folded.len() && self.buffer.len() - start < 60 {
            let byte = folded[at];
            let ahead = |by: usize| folded.get(at + by).copied().unwrap_or(b' ');
            match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'?' => self.buffer.push(byte),
                b'\'' | b'`' if ahead(1).is_ascii_alphanumeric() => {}
                // `P.O.`, `U.S.A.`, `N.W.`: single letters with stops are one word.
                b'.' if (acronym || self.buffer.len() - start == 1)
                    && self.buffer[start].is_ascii_alphabetic()
                    && ahead(1).is_ascii_alphabetic()
                    && !ahead(2).is_ascii_alphanumeric() =>
                {
                    acronym = true;
                }
                // Grid numbers: 39.2.
                b'.' if self.buffer[start..].iter().all(u8::is_ascii_digit) && ahead(1).is_ascii_digit() => {
                    self.buffer.push(byte);
                }
                _ => break,
            }
            at += 1;
        }
        self.push(start, self.buffer.len(), gap);
        at
    }

    /// Adds the buffer's `start..end` as one lexeme, or as two where a designator and a number are glued together.
    fn push(&mut self, start: usize, end: usize, gap: Gap) {
        let bytes = &self.buffer[start..end];
        // A letter that was lost on the way (`M?IN`) is a letter.
        let is_letter = |byte: &&u8| byte.is_ascii_alphabetic() || **byte == b'?' && bytes.len() > 1;
        let letters = bytes.iter().take_while(is_letter).count();
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if letters == bytes.len() {
            let lexeme = self.word(start, end, gap);
            self.lexemes.push(lexeme);
        } else if digits == bytes.len() {
            self.raw(start, end, gap, DIGITS);
        } else if letters >= 2 && self.splits_behind(start, start + letters, end) {
            let designator = self.word(start, start + letters, gap);
            self.lexemes.push(designator);
            self.push(start + letters, end, Gap::Blank);
        } else if let Some(side) = side_behind(bytes, digits) {
            // `3ºESQ`, `2DTO`
            self.raw(start, start + digits, gap, DIGITS);
            self.push(start + side, end, Gap::Blank);
        } else if self.lexemes.is_empty()
            && digits > 0
            && bytes.len() - digits > 3
            && bytes[digits..].iter().all(u8::is_ascii_lowercase)
            && !is_ordinal_ending(&bytes[digits..])
            && &bytes[digits..] != b"quater"
        {
            // `100MAIN ST`
            self.raw(start, start + digits, gap, DIGITS);
            self.push(start + digits, end, Gap::Blank);
        } else if digits == 5 && matches!(&bytes[digits..], b"us" | b"usa") {
            self.raw(start, start + digits, gap, DIGITS);
            self.push(start + digits, end, Gap::Blank);
        } else if digits > 0 && is_ordinal_ending(&bytes[digits..]) && !self.is_zero(&bytes[digits..], digits) {
            self.raw(start, start + digits, gap, DIGITS | Word::ORDINAL);
            if let Some(ordinal) = self.lexemes.last_mut() {
                ordinal.raw.1 = (end - start) as u8;
            }
        } else {
            self.raw(start, end, gap, MIXED);
        }
    }

    /// Whether the `o` behind digits is a zero rather than an ordinal (`3º`): behind three, or at the front of a line.
    fn is_zero(&self, ending: &[u8], digits: usize) -> bool {
        ending == b"o" && (digits > 2 || digits == 2 && self.lexemes.is_empty())
    }

    /// A lexeme of letters and digits that were parted.
    pub(super) fn joined(&mut self, text: &[u8], gap: Gap) -> Lexeme {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(text);
        let place = (start as u16, text.len() as u8);
        let text = Text::Buffer(place.0, place.1);
        Lexeme { text, raw: place, gap, classes: MIXED, word: None, short_saint: false, slashed: false }
    }

    fn raw(&mut self, start: usize, end: usize, gap: Gap, classes: u16) {
        let text = Text::Buffer(start as u16, (end - start) as u8);
        self.lexemes.push(Lexeme {
            text,
            raw: (start as u16, (end - start) as u8),
            gap,
            classes,
            word: None,
            short_saint: false,
            slashed: false,
        });
    }

    /// `APT3B`, `FL1`, `POBOX7`, `CA94080`: letters that name something and its number without a blank.
    fn splits_behind(&self, start: usize, middle: usize, end: usize) -> bool {
        let head = core::str::from_utf8(&self.buffer[start..middle]).unwrap_or("");
        let tail = &self.buffer[middle..end];
        if tail.len() == 5 && tail.iter().all(u8::is_ascii_digit) && !tables::regions(head).is_empty() {
            return true;
        }
        matches!(head, "pobox" | "pob" | "box" | "rr" | "hc" | "psc" | "cmr" | "no" | "hwy" | "cp")
            || tables::word(head).and_then(|word| word.unit).is_some_and(|unit| unit.1 == tables::Identifier::Follows)
    }

    /// A lexeme of letters, in its standard spelling.
    fn word(&mut self, start: usize, end: usize, gap: Gap) -> Lexeme {
        let text = core::str::from_utf8(&self.buffer[start..end]).unwrap_or("");
        let raw = (start as u16, (end - start) as u8);
        if let Some(word) = tables::word(text) {
            let classes = word.classes;
            let short_saint = matches!(text, "st" | "ste");
            return Lexeme {
                text: Text::Table(word.standard),
                raw,
                gap,
                classes,
                word: Some(word),
                short_saint,
                slashed: false,
            };
        }
        let mut classes = 0;
        let mut place = Text::Buffer(start as u16, (end - start) as u8);
        // `Hauptstr.` is `Hauptstraße`: the type is the end of the word.
        let stem = text.strip_suffix("strase").or_else(|| text.strip_suffix("str")).filter(|stem| stem.len() > 2);
        if let Some(stem) = stem.map(str::len) {
            let from = self.buffer.len();
            for at in start..start + stem {
                let byte = self.buffer[at];
                self.buffer.push(byte);
            }
            self.buffer.extend_from_slice(b"strasse");
            place = Text::Buffer(from as u16, (self.buffer.len() - from) as u8);
            classes = Word::AFTER;
        } else if COMPOUND_TYPES.iter().any(|end| text.len() > end.len() + 2 && text.ends_with(end)) {
            classes = Word::AFTER;
        }
        Lexeme { text: place, raw, gap, classes, word: None, short_saint: false, slashed: false }
    }

    /// `Forty-Second` → 42.
    fn join_ordinals(&mut self, first: usize) {
        let mut at = first;
        while at + 1 < self.lexemes.len() {
            let (ten, one) = (self.lexemes[at], self.lexemes[at + 1]);
            if ten.is(Word::TEN) && one.is(Word::ORDINAL) && one.gap <= Gap::Hyphen {
                let mut joined: SmallVec<[u8; 24]> = SmallVec::new();
                joined.extend_from_slice(self.bytes(&ten));
                let number = self.text(&one);
                if let (Some(name), [digit]) = (ordinal_name(number), number.as_bytes()) {
                    debug_assert!(digit.is_ascii_digit());
                    joined.extend_from_slice(name.as_bytes());
                    let key = core::str::from_utf8(&joined).unwrap_or("");
                    if let Some(word) = tables::word(key) {
                        let slot = &mut self.lexemes[at];
                        slot.text = Text::Table(word.standard);
                        slot.classes = word.classes | DIGITS;
                        slot.word = Some(word);
                        self.lexemes.remove(at + 1);
                    }
                }
            }
            at += 1;
        }
        for lexeme in &mut self.lexemes[first..] {
            if lexeme.is(Word::ORDINAL) {
                lexeme.classes |= DIGITS;
            }
        }
    }

    /// `ST` before a name is Saint, behind one it is Street; `STE` before a name is Sainte, before a number Suite.
    fn resolve_saints(&mut self, first: usize) {
        for at in first..self.lexemes.len() {
            let lexeme = self.lexemes[at];
            if !lexeme.short_saint {
                continue;
            }
            let is_st = lexeme.is(Word::SUFFIX);
            let is_ste = !is_st;
            let Some(next) = self.lexemes.get(at + 1) else { continue };
            if !next.is_word() || next.gap >= Gap::Comma || self.bytes(next).len() < 3 {
                continue;
            }
            let names = !next.is(Word::PRIMARY | Word::DIRECTIONAL | Word::UNIT);
            let free = at == first || lexeme.gap == Gap::Comma || {
                let before = self.lexemes[at - 1];
                let number_first = before.is(DIGITS | MIXED) && !before.is(Word::ORDINAL) && at == first + 1;
                let unit_before = at >= first + 2 && before.is(DIGITS | MIXED) && self.lexemes[at - 2].is(Word::UNIT);
                // `93200 ST DENIS`, `9000 ST GALLEN`: behind a postcode stands its city.
                let postcode_before =
                    at >= first + 2 && before.is(DIGITS) && !before.is(Word::ORDINAL) && self.bytes(&before).len() >= 4;
                number_first
                    || unit_before
                    || postcode_before
                    || before.is(Word::DIRECTIONAL | Word::BEFORE | Word::PARTICLE)
                    // `LARCH ST ST PAUL`; but `1 COURT ST` is a street named Court.
                    || before.is(Word::PRIMARY) && (at >= first + 3 || at == first + 2 && self.lexemes[first].is_word())
            };
            // `9135 WEST ST BOLTON`: where no other type follows, a street is called West.
            // So it is where another directional stands before it: `33 S EAST ST INDIANAPOLIS`.
            let direction = at >= first + 2
                && self.lexemes[at - 1].is(Word::DIRECTIONAL)
                && (at == first + 2 && self.lexemes[first].is(DIGITS) || self.lexemes[at - 2].is(Word::DIRECTIONAL));
            let typed = self.lexemes[at + 1..].iter().any(|later| later.is(Word::SUFFIX | Word::BEFORE | Word::AFTER));
            if names && (free && is_st && (typed || !direction) || is_ste) {
                self.lexemes[at].make_saint();
            }
        }
    }

    /// The text of a lexeme as a code would be written: short words keep their own spelling (`CT` is no court).
    pub(super) fn code(&self, lexeme: &Lexeme) -> &str {
        let (start, len) = lexeme.raw;
        if !(1..=3).contains(&len) {
            return self.text(lexeme);
        }
        core::str::from_utf8(&self.buffer[usize::from(start)..usize::from(start) + usize::from(len)]).unwrap_or("")
    }

    /// The same as bytes.
    pub(super) fn code_bytes(&self, lexeme: &Lexeme) -> &[u8] {
        let (start, len) = lexeme.raw;
        if !(1..=3).contains(&len) {
            return self.bytes(lexeme);
        }
        self.buffer.get(usize::from(start)..usize::from(start) + usize::from(len)).unwrap_or_default()
    }

    /// The lexemes `from..to` as the key of a place: one short word is a code.
    pub(super) fn place(&self, from: usize, to: usize) -> SmallVec<[u8; 48]> {
        if to == from + 1 { self.code(&self.lexemes[from]).bytes().collect() } else { self.key(from, to) }
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

/// Street types at the end of a compound word: Lindenstraße, Kastanjelaan, Storgatan.
const COMPOUND_TYPES: [&str; 25] = [
    "strasse", "weg", "platz", "allee", "gasse", "damm", "ufer", "straat", "laan", "gracht", "kade", "plein", "singel",
    "dreef", "dijk", "gatan", "gata", "vagen", "vegen", "veien", "gade", "vej", "stigen", "katu", "steenweg",
];

/// Where the word for the side of a floor begins behind its digits.
fn side_behind(bytes: &[u8], digits: usize) -> Option<usize> {
    let rest = core::str::from_utf8(&bytes[digits..]).ok().filter(|_| digits > 0)?;
    let side = rest.strip_prefix('o').unwrap_or(rest);
    (side.len() > 2 && super::secondary::side(side).is_some()).then(|| bytes.len() - side.len())
}

/// `5th`, `1er`, `2e`, `3o` (3º).
fn is_ordinal_ending(ending: &[u8]) -> bool {
    // The swapped ones are slips of the pen that mean nothing else.
    matches!(
        ending,
        b"st" | b"nd" | b"rd" | b"th" | b"er" | b"re" | b"eme" | b"ieme" | b"o" | b"ts" | b"dn" | b"dr" | b"ht"
    )
}

/// The ordinal word of one digit.
fn ordinal_name(digit: &str) -> Option<&'static str> {
    let names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    let number: usize = digit.parse().ok()?;
    names.get(number.checked_sub(1)?).copied()
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
