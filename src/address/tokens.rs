//! Folded text becomes lexemes: words are looked up once, glued ones are parted.

use super::glued::{
    SHORTEST_COMPOUND, compound_types, ends_in_state_and_zip, is_ordinal_ending, short_type, side_behind, splits_behind,
};
use super::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED, append};
use crate::tables::address::{self as tables, Role, Word};
use crate::text::fold::{Reading, fold};
use smallvec::SmallVec;

/// Bytes of folded text that are read. A line of an address has under 200; whatever is cut is remembered.
const MAX_BYTES: usize = 512;
/// Lexemes that are read. The longest lines of real data have about 30.
const MAX_LEXEMES: usize = 48;
/// Of a longer text so many from its beginning and so many from its end.
const HEAD: usize = MAX_BYTES - TAIL;
const TAIL: usize = 128;
/// Lexemes of a part that follows more than are read; half of them are kept at the end of any part that has too many.
const ENDING: usize = 24;
/// Letters of one lexeme; the rest is another one.
pub(super) const MAX_TOKEN: usize = 60;

/// Bytes of most texts, which are read without more room than these need.
const SHORT: usize = 72;
/// Bytes of text that are looked at at once.
const STEP: usize = 8;
const ONES: u64 = u64::from_le_bytes([1; STEP]);
const HIGH: u64 = ONES << 7;

/// The upper bit of each byte of ASCII that is a lower-case letter, and of each that is a digit.
fn kinds(text: u64) -> (u64, u64) {
    // The upper bit is set from a byte on.
    let from = |byte: u8| text + ONES * u64::from(0x80 - byte);
    ((from(b'a') & !from(b'z' + 1)) & HIGH, (from(b'0') & !from(b'9' + 1)) & HIGH)
}

type Folded = SmallVec<[u8; 256]>;

/// Adds the lexemes of a text to those of the lexer.
pub(super) fn read(lexer: &mut Lexer, raw: &str) {
    if raw.is_empty() {
        return;
    }
    if raw.len() <= SHORT {
        let mut folded = [b' '; SHORT + STEP];
        folded[..raw.len()].copy_from_slice(raw.as_bytes());
        if fold_plain(&mut folded[..raw.len().next_multiple_of(STEP)]) {
            lexer.plain = true;
            read_folded(lexer, raw.len(), &folded);
            return;
        }
    }
    let mut folded = Folded::new();
    fold_into(lexer, raw, &mut folded);
    let end = folded.len();
    folded.extend([b' '; STEP]);
    read_folded(lexer, end, &folded);
}

/// Adds the lexemes of a folded text, which ends before [`STEP`] blanks or more.
fn read_folded(lexer: &mut Lexer, end: usize, padded: &[u8]) {
    let text = &padded[..end];
    let (first, base) = (lexer.lexemes.len(), lexer.buffer.len());
    if base == 0 {
        lexer.buffer = Folded::from_slice(text);
    } else {
        lexer.buffer.extend_from_slice(text);
    }
    Tokens { text, padded, base, lexer }.read();
    drop_middle(lexer, first);
}

/// Makes the letters of a text small that is a multiple of [`STEP`] long; whether it is as [`is_plain`] says.
fn fold_plain(text: &mut [u8]) -> bool {
    let mut other = 0;
    for chunk in text.chunks_exact_mut(STEP) {
        let Some(held) = chunk.first_chunk_mut::<STEP>() else { return false };
        let text = u64::from_le_bytes(*held);
        let ascii = text & !HIGH;
        // The upper bit of each byte of ASCII from one on.
        let from = |byte: u8| ascii + ONES * u64::from(0x80 - byte);
        let line_feed = !((ascii ^ (ONES * u64::from(b'\n'))) + ONES * 0x7f);
        other |= text | !from(b' ') & !line_feed | from(0x7f);
        let capital = from(b'A') & !from(b'Z' + 1) & HIGH;
        // A small letter is 32 more than its capital.
        *held = (text | capital >> 2).to_le_bytes();
    }
    other & HIGH == 0
}

/// Visible ASCII and line feeds, which are folded by making them small. Every byte is looked at, so that it can be done many at
/// once.
const fn is_plain(all: bool, byte: u8) -> bool {
    all & (matches!(byte, b' '..=b'~') | (byte == b'\n'))
}

/// Folds a text; the lexer is told what was lost of it.
fn fold_into(lexer: &mut Lexer, raw: &str, folded: &mut Folded) {
    lexer.plain = raw.len() <= MAX_BYTES && raw.bytes().fold(true, is_plain);
    if lexer.plain {
        *folded = Folded::from_slice(raw.as_bytes());
        folded.make_ascii_lowercase();
    } else {
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

/// Drops lexemes in the middle of a part of which there are too many.
fn drop_middle(lexer: &mut Lexer, first: usize) {
    let most = MAX_LEXEMES.saturating_sub(first).max(ENDING);
    if lexer.lexemes.len() - first > most {
        let (from, to) = (first + most - ENDING / 2, lexer.lexemes.len() - ENDING / 2);
        lexer.lexemes.drain(from..to);
        lexer.cut = true;
    }
}

/// A folded text that is read. The lexer's buffer holds a copy of it from `base` on.
struct Tokens<'a> {
    text: &'a [u8],
    /// The same with blanks behind it, so that every byte has [`STEP`] of them from it on.
    padded: &'a [u8],
    base: usize,
    lexer: &'a mut Lexer,
}

impl Tokens<'_> {
    fn read(&mut self) {
        let text = self.text;
        let mut gap = Gap::Comma;
        let mut at = 0;
        while let Some(&byte) = text.get(at) {
            match byte {
                b' ' => {}
                b'a'..=b'z' | b'0'..=b'9' | b'?' => {
                    at = self.token(at, gap);
                    gap = Gap::Blank;
                    continue;
                }
                b'#' => {
                    let mut mark = self.lexer.written("#", gap, Word::UNIT);
                    mark.unit = Some(tables::NUMBER_SIGN);
                    self.lexer.lexemes.push(mark);
                    gap = Gap::Blank;
                }
                b',' | b'(' | b')' | b'[' | b']' => gap = gap.max(Gap::Comma),
                b';' | b'\n' | b'|' => {
                    gap = gap.max(Gap::Comma);
                    self.lexer.last_line = u8::try_from(self.lexer.lexemes.len()).ok();
                }
                b'-' | b'/' => {
                    let next = text.get(at + 1).copied().unwrap_or(b' ');
                    let behind = at.checked_sub(1).is_some_and(|before| text[before].is_ascii_alphanumeric());
                    if behind && byte == b'/' {
                        if let Some(last) = self.lexer.lexemes.last_mut() {
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
    }

    /// Reads one token from `start`; returns where it ends.
    fn token(&mut self, start: usize, gap: Gap) -> usize {
        let (mut at, mut letters, mut digits) = (start, false, false);
        let behind = loop {
            let Some(chunk) = self.padded.get(at..).and_then(<[u8]>::first_chunk) else { break b'?' };
            let chunk = u64::from_le_bytes(*chunk);
            // What is not ASCII is not folded: it is looked at byte by byte.
            if chunk & HIGH != 0 || at + STEP - start > MAX_TOKEN {
                break b'?';
            }
            let (letter, digit) = kinds(chunk);
            let rest = !(letter | digit) & HIGH;
            // Those before the first that is neither.
            let held = rest.wrapping_sub(1) & !rest;
            (letters, digits) = (letters | (letter & held != 0), digits | (digit & held != 0));
            if rest != 0 {
                let ahead = rest.trailing_zeros() as usize / 8;
                at += ahead;
                break (chunk >> (8 * ahead)) as u8;
            }
            at += STEP;
        };
        // A letter that was lost, an apostrophe or a stop may go on.
        if matches!(behind, b'?' | b'\'' | b'`' | b'.') || short_type(&self.text[start..at], &self.text[at..]).is_some()
        {
            return self.token_with_marks(start, gap);
        }
        let token = Token { text: &self.text[start..at], start: self.base + start, gap };
        match (letters, digits) {
            (true, false) => {
                let lexeme = self.word(token);
                self.lexer.lexemes.push(lexeme);
            }
            (false, true) => self.lexer.lexemes.push(token.plain(DIGITS)),
            _ => self.parts(token),
        }
        at
    }

    /// Reads one token that may have apostrophes and stops in it, which are no part of its spelling.
    fn token_with_marks(&mut self, start: usize, gap: Gap) -> usize {
        let text = self.text;
        let mut spelling: SmallVec<[u8; MAX_TOKEN]> = SmallVec::new();
        let mut acronym = false;
        let mut at = start;
        while at < text.len() && spelling.len() < MAX_TOKEN {
            let byte = text[at];
            let ahead = |by: usize| text.get(at + by).copied().unwrap_or(b' ');
            match byte {
                b'a'..=b'z' | b'0'..=b'9' | b'?' => spelling.push(byte),
                b'\'' | b'`' if ahead(1).is_ascii_alphanumeric() => {}
                // `P.O.`, `U.S.A.`, `N.W.`: single letters with stops are one word.
                b'.' if (acronym || spelling.len() == 1)
                    && spelling[0].is_ascii_alphabetic()
                    && ahead(1).is_ascii_alphabetic()
                    && !ahead(2).is_ascii_alphanumeric() =>
                {
                    acronym = true;
                }
                // `3.º`
                b'.' if ahead(1) == b'o'
                    && !ahead(2).is_ascii_alphanumeric()
                    && spelling.iter().all(u8::is_ascii_digit) => {}
                // Grid numbers: 39.2.
                b'.' if spelling.iter().all(u8::is_ascii_digit) && ahead(1).is_ascii_digit() => spelling.push(byte),
                _ => break,
            }
            at += 1;
        }
        if let Some(rest) = short_type(&spelling, &text[at..]) {
            append(&mut spelling, rest);
        }
        let place = self.lexer.buffer.len();
        append(&mut self.lexer.buffer, &spelling);
        self.parts(Token { text: &spelling, start: place, gap });
        at
    }

    /// Adds a token as one lexeme, or as two where a designator and a number are glued together.
    fn parts(&mut self, token: Token) {
        let bytes = token.text;
        // A letter that was lost on the way (`M?IN`) is a letter.
        let is_letter = |byte: &&u8| byte.is_ascii_alphabetic() || **byte == b'?' && bytes.len() > 1;
        let letters = bytes.iter().take_while(is_letter).count();
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let lexeme = if letters == bytes.len() {
            self.word(token)
        } else if digits == bytes.len() {
            token.plain(DIGITS)
        } else if letters > 4 && ends_in_state_and_zip(bytes, letters) {
            // `PLANOTX75074`
            let state = letters - 2;
            let city = self.word(Token { text: &bytes[..state], ..token });
            self.lexer.lexemes.push(city);
            return self.parts(Token { text: &bytes[state..], start: token.start + state, gap: Gap::Blank });
        } else if letters >= 2 && splits_behind(bytes, letters) {
            let (head, tail) = bytes.split_at(letters);
            let designator = self.word(Token { text: head, ..token });
            self.lexer.lexemes.push(designator);
            return self.parts(Token { text: tail, start: token.start + letters, gap: Gap::Blank });
        } else if digits > 0 && matches!(&bytes[digits..], b"ii" | b"iii" | b"iv") {
            // `310II` is the second floor of 310.
            return self.parted(token, digits, digits);
        } else if let Some(side) = side_behind(bytes, digits) {
            // `3ºESQ`, `2DTO`
            return self.parted(token, digits, side);
        } else if self.lexer.lexemes.is_empty()
            && digits > 0
            && bytes.len() - digits > 3
            && bytes[digits..].iter().all(u8::is_ascii_lowercase)
            && !is_ordinal_ending(&bytes[digits..])
            && &bytes[digits..] != b"quater"
        {
            // `100MAIN ST`
            return self.parted(token, digits, digits);
        } else if digits == 5 && matches!(&bytes[digits..], b"us" | b"usa") {
            return self.parted(token, digits, digits);
        } else if (1..=3).contains(&digits) && matches!(&bytes[digits..], b"fl" | b"flr" | b"floor") {
            // `2FL`, but not `32541FL`
            let ordinal = token.plain(DIGITS | Word::ORDINAL);
            self.lexer.lexemes.push(Lexeme { len: digits as u8, ..ordinal });
            return self.parts(Token { text: &bytes[digits..], start: token.start + digits, gap: Gap::Blank });
        } else if digits > 0 && is_ordinal_ending(&bytes[digits..]) && !self.is_zero(&bytes[digits..], digits) {
            let ordinal = token.plain(DIGITS | Word::ORDINAL);
            Lexeme { len: digits as u8, ..ordinal }
        } else {
            token.plain(MIXED)
        };
        self.lexer.lexemes.push(lexeme);
    }

    /// Adds the digits at the front of a token, and what begins at a place behind them.
    fn parted(&mut self, token: Token, digits: usize, behind: usize) {
        self.lexer.lexemes.push(Token { text: &token.text[..digits], ..token }.plain(DIGITS));
        self.parts(Token { text: &token.text[behind..], start: token.start + behind, gap: Gap::Blank });
    }

    /// Whether the `o` behind digits is a zero rather than an ordinal (`3º`): behind three, or at the front of a line.
    fn is_zero(&self, ending: &[u8], digits: usize) -> bool {
        ending == b"o" && (digits > 2 || digits == 2 && self.lexer.lexemes.is_empty())
    }

    /// A lexeme of letters, in its standard spelling.
    #[inline]
    fn word(&mut self, token: Token) -> Lexeme {
        let text = token.text;
        let hash = tables::hash(text);
        let written = token.plain(0).with_letters(hash as u32, 0);
        let known = tables::entry_hashed(hash, text);
        if let Some(word) = known.filter(|word| word.roles & Role::WORD != 0) {
            let lexeme = Lexeme {
                classes: word.classes,
                roles: word.roles,
                short_saint: matches!(text, b"st" | b"ste"),
                unit: word.unit,
                ..written
            };
            // Two spellings of which the hashes differ do.
            if word.hash == hash as u32 && word.standard.as_bytes() == text {
                return lexeme.with_letters(word.hash, word.letters);
            }
            return self.lexer.respelled(lexeme, word.standard).with_letters(word.hash, word.letters);
        }
        let lexeme = Lexeme { roles: known.map_or(0, |word| word.roles), ..written };
        if text.len() < SHORTEST_COMPOUND { lexeme } else { self.compound(text, lexeme) }
    }

    /// A word that ends in the type of its street.
    fn compound(&mut self, text: &[u8], lexeme: Lexeme) -> Lexeme {
        if !matches!(text, [.., b's', b'e'] | [.., b't', b'r']) {
            return of_compound_type(text, lexeme);
        }
        let own = if text.ends_with(b"strasse") { Role::TYPE } else { 0 };
        let lexeme = Lexeme { roles: lexeme.roles | own, ..lexeme };
        // `Hauptstr.` is `Hauptstraße`: the type is the end of the word.
        let stem = text.strip_suffix(b"strase").or_else(|| text.strip_suffix(b"str")).filter(|stem| stem.len() > 2);
        if let Some(stem) = stem {
            let start = self.lexer.buffer.len() as u16;
            append(&mut self.lexer.buffer, stem);
            append(&mut self.lexer.buffer, b"strasse");
            let (len, roles) = ((stem.len() + b"strasse".len()) as u8, lexeme.roles | Role::TYPE);
            return Lexeme { start, len, classes: Word::AFTER, roles, ..lexeme }.with_letters(0, 0);
        }
        of_compound_type(text, lexeme)
    }
}

fn of_compound_type(text: &[u8], lexeme: Lexeme) -> Lexeme {
    let typed = compound_types(text).iter().any(|end| text.len() > end.len() + 2 && text.ends_with(end));
    if typed { Lexeme { classes: Word::AFTER, ..lexeme } } else { lexeme }
}

/// A token: its letters, where they are in the lexer's buffer, and what stood before it.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a [u8],
    start: usize,
    gap: Gap,
}

impl Token<'_> {
    /// The lexeme that is spelled as it is written.
    fn plain(self, classes: u16) -> Lexeme {
        Lexeme::plain(self.start, self.start + self.text.len(), self.gap, classes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_folded_alike() {
        for byte in 0..=u8::MAX {
            for place in 0..STEP {
                let mut text = *b"aB 9\n~{[";
                text[place] = byte;
                let (plain, small) =
                    (text.iter().fold(true, |all, &byte| is_plain(all, byte)), text.to_ascii_lowercase());
                assert_eq!(fold_plain(&mut text), plain, "{byte}");
                assert!(!plain || text == small[..], "{byte}");
            }
        }
    }
}
