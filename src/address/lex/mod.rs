//! An address text becomes lexemes: words and numbers in their standard spelling, with what stood between them.

mod folded;
mod glued;
mod neighbours;
mod short;
pub(in crate::address) mod tokens;

pub(super) use glued::{compound_types, joined_type};
pub(super) use neighbours::are_of_owner;
pub(super) use short::{Marks, RULES, Short};

use super::Token;
use crate::tables::address::{self as tables, UnitWord, Word};
use smallvec::SmallVec;

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
    pub(super) start: u16,
    /// How it was written: where in the buffer.
    pub(super) raw: u16,
    /// The classes of [`Word`] and those below.
    pub(super) classes: u16,
    /// The constants of [`Role`](crate::tables::address::Role): which rules can begin here.
    pub(super) roles: u16,
    pub(super) len: u8,
    pub(super) raw_len: u8,
    /// What stood before it.
    pub(super) gap: Gap,
    /// It is written `st` or `ste`, which can be Saint.
    pub(super) short_saint: bool,
    /// A slash stood right behind it, as in `C/ Mayor`.
    pub(super) slashed: bool,
    /// The unit that it can name.
    pub(super) unit: Option<UnitWord>,
    /// The hash of its standard spelling and its letters, where reading it gave them; 0 otherwise.
    pub(super) hash: u32,
    pub(super) letters: u32,
}

/// Only digits (in the bits that [`Word`] leaves free).
pub(super) const DIGITS: u16 = Token::NUMBER as u16;
/// Digits and letters.
pub(super) const MIXED: u16 = 1 << 14;
/// The number or the kind of a numbered route: never a house number or a unit.
pub(super) const ROUTE: u16 = Token::ROUTE as u16;
/// A city that was written by an alias.
pub(super) const ALIAS: u16 = 1 << 15;

impl Lexeme {
    /// A lexeme that is spelled as it is written.
    pub(super) fn plain(start: usize, end: usize, gap: Gap, classes: u16) -> Lexeme {
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
            hash: 0,
            letters: 0,
        }
    }

    /// The same lexeme, of whose spelling hash and letters are known.
    pub(super) fn with_letters(self, hash: u32, letters: u32) -> Lexeme {
        Lexeme { hash, letters, ..self }
    }

    /// Whether it has any of the classes.
    pub(super) fn is(&self, classes: u16) -> bool {
        self.classes & classes != 0
    }

    /// Whether it is written `st` or `ste` and may be read as Saint.
    pub(super) fn is_short_saint(&self) -> bool {
        self.short_saint
    }

    /// The hash of its standard spelling, which stands in a buffer, and its letters.
    #[inline(always)]
    pub(super) fn hash_and_letters(&self, buffer: &[u8]) -> (u32, u32) {
        if self.letters != 0 && self.hash != 0 {
            return (self.hash, self.letters);
        }
        let text = self.spelling(buffer);
        (
            if self.hash == 0 { crate::address::hash(text) } else { self.hash },
            if self.letters == 0 { crate::address::letters(text) } else { self.letters },
        )
    }

    /// Its standard spelling, which stands in a buffer.
    #[inline(always)]
    pub(super) fn spelling<'a>(&self, buffer: &'a [u8]) -> &'a [u8] {
        let start = usize::from(self.start);
        &buffer[start..start + usize::from(self.len)]
    }

    /// How a code would be written, which stands in a buffer: short words keep their own spelling (`CT` is no court).
    #[inline(always)]
    pub(super) fn code<'a>(&self, buffer: &'a [u8]) -> &'a [u8] {
        if !(1..=3).contains(&self.raw_len) {
            return self.spelling(buffer);
        }
        let start = usize::from(self.raw);
        &buffer[start..start + usize::from(self.raw_len)]
    }

    /// Reads it as a word of a name, whatever it is.
    pub(super) fn make_plain(&mut self) {
        (self.classes, self.unit, self.short_saint) = (0, None, false);
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
    pub(super) buffer: SmallVec<[u8; 256]>,
    pub(super) lexemes: SmallVec<[Lexeme; 24]>,
    /// Something was left unread.
    pub(super) cut: bool,
    /// A character was lost before the text came here.
    pub(super) damaged: bool,
    /// A character was read that is used in Japan and not in the west: the sign of a postcode, kana, an ideograph.
    pub(super) japanese: bool,
    /// Where the lexemes behind the last line break, semicolon or bar begin, if there is one.
    pub(super) last_line: Option<u8>,
}

impl Lexer {
    /// The standard spelling of a lexeme.
    #[inline(always)]
    pub(super) fn bytes(&self, lexeme: &Lexeme) -> &[u8] {
        lexeme.spelling(&self.buffer)
    }

    /// A lexeme in a spelling that a rule gives it.
    pub(super) fn written(&mut self, text: &str, gap: Gap, classes: u16) -> Lexeme {
        let roles = tables::entry(text.as_bytes()).map_or(0, |word| word.roles);
        let lexeme = self.respelled(Lexeme::plain(0, 0, gap, classes), text);
        Lexeme { roles, ..lexeme }
    }

    /// A lexeme of letters and digits that were parted.
    pub(super) fn joined(&mut self, text: &[u8], gap: Gap) -> Lexeme {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(text);
        Lexeme::plain(start, self.buffer.len(), gap, MIXED)
    }

    /// The lexemes of one part of an address, at the end of those that are there; the first stands behind a comma.
    pub(super) fn read(&mut self, raw: &str) {
        let first = self.lexemes.len();
        let found = tokens::read(self, raw);
        // Most texts have none of them.
        if found.tens {
            self.join_ordinals(first);
        }
        if found.saints {
            self.resolve_saints(first);
        }
        if found.plurals {
            self.keep_plurals(first);
        }
    }

    /// A lexeme in another spelling.
    pub(super) fn respelled(&mut self, lexeme: Lexeme, standard: &str) -> Lexeme {
        let start = self.buffer.len() as u16;
        append(&mut self.buffer, standard.as_bytes());
        Lexeme { start, len: standard.len() as u8, hash: 0, letters: 0, ..lexeme }
    }

    /// A lexeme turns out to be another word, which names no unit.
    pub(super) fn becomes(&mut self, at: usize, standard: &str, classes: u16) {
        self.lexemes[at] = self.read_as(self.lexemes[at], standard, classes);
    }

    /// A lexeme read as another word, which names no unit.
    pub(super) fn read_as(&mut self, lexeme: Lexeme, standard: &str, classes: u16) -> Lexeme {
        let lexeme = self.respelled(lexeme, standard);
        let roles = lexeme.roles | tables::entry(standard.as_bytes()).map_or(0, |word| word.roles);
        Lexeme { classes, roles, unit: None, short_saint: false, ..lexeme }
    }

    /// A lexeme read as Saint.
    pub(super) fn saint(&mut self, lexeme: Lexeme) -> Lexeme {
        self.read_as(lexeme, "saint", Word::SAINT)
    }

    /// The hash of lexemes as the name of a city.
    pub(super) fn city_hash(&self, lexemes: &[Lexeme]) -> u64 {
        city_hash(lexemes, &self.buffer)
    }

    /// A lexeme as a code would be written: short words keep their own spelling (`CT` is no court).
    pub(super) fn code(&self, lexeme: &Lexeme) -> &[u8] {
        lexeme.code(&self.buffer)
    }

    /// The lexemes `from..to` as the key of a place: one short word is a code.
    pub(super) fn place(&self, from: usize, to: usize) -> Key<'_> {
        if to == from + 1 { Key::Held(self.code(&self.lexemes[from])) } else { self.key(from, to) }
    }

    /// The lexemes `from..to` as one key, parted by blanks.
    pub(super) fn key(&self, from: usize, to: usize) -> Key<'_> {
        self.key_of(&self.lexemes[from..to])
    }

    /// Lexemes as one key, parted by blanks.
    pub(super) fn key_of(&self, lexemes: &[Lexeme]) -> Key<'_> {
        key_of(lexemes, &self.buffer)
    }
}

/// The hash of lexemes as the name of a city.
pub(super) fn city_hash(lexemes: &[Lexeme], buffer: &[u8]) -> u64 {
    let words = lexemes.iter().rev().map(|lexeme| lexeme.hash_and_letters(buffer).0);
    words.fold(tables::NO_CITY, tables::city_hash)
}

/// Lexemes as one key, parted by blanks.
pub(super) fn key_of<'a>(lexemes: &[Lexeme], buffer: &'a [u8]) -> Key<'a> {
    // Most stand so in the text.
    if let [first, rest @ ..] = lexemes {
        let from = usize::from(first.start);
        let mut to = from + usize::from(first.len);
        let behind = |next: &Lexeme| {
            let stands = usize::from(next.start) == to + 1 && buffer.get(to) == Some(&b' ');
            to += 1 + usize::from(next.len);
            stands
        };
        if rest.iter().all(behind) {
            return Key::Held(&buffer[from..to]);
        }
    }
    let mut key = SmallVec::new();
    for lexeme in lexemes {
        if !key.is_empty() {
            key.push(b' ');
        }
        append(&mut key, lexeme.spelling(buffer));
    }
    Key::Written(key)
}

/// Words parted by blanks.
#[derive(Debug)]
pub(super) enum Key<'a> {
    /// They stand so in the text.
    Held(&'a [u8]),
    Written(SmallVec<[u8; 48]>),
}

impl AsRef<[u8]> for Key<'_> {
    fn as_ref(&self) -> &[u8] {
        match self {
            Key::Held(key) => key,
            Key::Written(key) => key,
        }
    }
}

/// Writes a word behind what is there. `extend_from_slice` moves what stands behind the place, which here is nothing, and
/// copies by calls; words are too short for that.
pub(super) fn append<const N: usize>(text: &mut SmallVec<[u8; N]>, word: &[u8]) {
    text.extend(word.iter().copied());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(raw: &str) -> String {
        let mut lexer = Lexer::default();
        lexer.read(raw);
        String::from_utf8(lexer.key(0, lexer.lexemes.len()).as_ref().to_vec()).expect("ASCII")
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
    fn words_of_any_length_are_read_to_their_end() {
        for len in [59, 60, 61, 63, 64, 65, 119, 120, 121, 125, 200] {
            let expected: Vec<String> =
                "x".repeat(len).as_bytes().chunks(60).map(|part| "x".repeat(part.len())).collect();
            for before in ["", "7 ", "7 longer words, before "] {
                let expected = format!("{before}{} y 9", expected.join(" ")).replace(',', "");
                assert_eq!(words(&format!("{before}{} y 9", "X".repeat(len))), expected, "{len}");
            }
        }
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
