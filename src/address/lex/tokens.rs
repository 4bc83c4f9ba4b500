//! Folded text becomes lexemes: words are looked up once, glued ones are parted.

use super::folded::{Folded, Kinds, SHORT, WINDOW, fold_into, fold_plain};
use super::glued::{
    SHORTEST_COMPOUND, classes_of_compound, is_ordinal_ending, joined_type, may_end_in_type, short_type, side_behind,
    splits_behind, state_before_zip,
};
use super::{DIGITS, Gap, Lexeme, Lexer, MIXED, append};
use crate::address::postcode::{Pattern, is_outward};
use crate::tables::address::{self as tables, Role, Word};
use crate::text::escape;
use crate::text::step::STEP;
use smallvec::SmallVec;

/// Lexemes that are read. The longest lines of real data have about 30.
const MAX_LEXEMES: usize = 48;
/// Lexemes of a part that follows more than are read; half of them are kept at the end of any part that has too many.
const ENDING: usize = 24;
/// Letters of one lexeme; the rest is another one.
pub(in crate::address) const MAX_TOKEN: usize = 60;

/// What there is among some lexemes that their neighbours explain.
#[derive(Clone, Copy, Default)]
pub(super) struct Found {
    /// Twenty, thirty …
    pub(super) tens: bool,
    /// A word that is written `st` or `ste`.
    pub(super) saints: bool,
    /// A word that is spelled without its last letter.
    pub(super) plurals: bool,
    /// A mark with which a program may have spelled another character.
    escapes: bool,
}

/// Adds the lexemes of a text to those of the lexer.
pub(super) fn read(lexer: &mut Lexer, raw: &str) -> Found {
    let (first, base) = (lexer.lexemes.len(), lexer.buffer.len());
    let before = (lexer.cut, lexer.damaged, lexer.japanese, lexer.last_line);
    let found = read_written(lexer, raw);
    // `12 OAK ST\nAPT 4`, `O&#39;FARRELL ST`: once more, as it was before. Other texts are not asked for it.
    let undone = if found.escapes { escape::undo(raw) } else { None };
    let Some(undone) = undone else { return found };
    lexer.lexemes.truncate(first);
    lexer.buffer.truncate(base);
    (lexer.cut, lexer.damaged, lexer.japanese, lexer.last_line) = before;
    read_written(lexer, &undone)
}

/// The same for a text in which nothing is spelled otherwise.
fn read_written(lexer: &mut Lexer, raw: &str) -> Found {
    if raw.is_empty() {
        return Found::default();
    }
    if raw.len() <= SHORT {
        let mut folded = [b' '; SHORT + STEP];
        folded[..raw.len()].copy_from_slice(raw.as_bytes());
        if let Some(kinds) = fold_plain(&mut folded, raw.len()) {
            return read_folded(lexer, raw.len(), &folded, kinds);
        }
    }
    let mut folded = Folded::new();
    fold_into(lexer, raw, &mut folded);
    let end = folded.len();
    folded.extend([b' '; STEP]);
    let kinds = Kinds::of(&folded, 0);
    read_folded(lexer, end, &folded, kinds)
}

/// Adds the lexemes of a folded text, which ends before [`STEP`] blanks or more; `kinds` are those of its beginning.
fn read_folded(lexer: &mut Lexer, end: usize, padded: &[u8], kinds: Kinds) -> Found {
    let text = &padded[..end];
    let (first, base) = (lexer.lexemes.len(), lexer.buffer.len());
    lexer.buffer.extend_from_slice(text);
    let mut tokens = Tokens { text, padded, base, kinds, lexer, found: Found::default() };
    tokens.read();
    let found = tokens.found;
    drop_middle(lexer, first);
    found
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
    kinds: Kinds,
    lexer: &'a mut Lexer,
    found: Found,
}

impl Tokens<'_> {
    fn read(&mut self) {
        let (text, mut kinds) = (self.text, self.kinds);
        let mut gap = Gap::Comma;
        let mut at = 0;
        while at < text.len() {
            if at >= kinds.from + WINDOW {
                kinds = Kinds::of(self.padded, at);
            }
            let ahead = at - kinds.from;
            let (letters, digits) = (kinds.letters >> ahead, kinds.digits >> ahead);
            let len = (!(letters | digits)).trailing_zeros() as usize;
            if len == 0 {
                (at, gap) = self.mark(at, gap);
                continue;
            }
            // The word may go on behind those of which the kinds are known.
            if ahead + len >= WINDOW && ahead > 0 {
                kinds = Kinds::of(self.padded, at);
                continue;
            }
            at = self.token(at, len, (letters, digits), gap);
            gap = Gap::Blank;
        }
    }

    /// Reads what is neither blank nor word at a place; returns where it ends, and the gap behind it.
    fn mark(&mut self, at: usize, gap: Gap) -> (usize, Gap) {
        let text = self.text;
        let byte = text[at];
        let gap = match byte {
            // A letter that was lost.
            b'?' => return (self.token_with_marks(at, gap), Gap::Blank),
            b'#' => {
                let place = self.base + at;
                let mark = Lexeme::plain(place, place + 1, gap, Word::UNIT);
                self.lexer.lexemes.push(Lexeme { raw_len: 0, unit: Some(tables::NUMBER_SIGN), ..mark });
                Gap::Blank
            }
            b',' | b'(' | b')' | b'[' | b']' => gap.max(Gap::Comma),
            b';' | b'\n' | b'|' => {
                self.lexer.last_line = u8::try_from(self.lexer.lexemes.len()).ok();
                gap.max(Gap::Comma)
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
                gap.max(if glued {
                    joint
                } else if !behind && next == b' ' {
                    Gap::Comma
                } else {
                    Gap::Blank
                })
            }
            b'&' | b'%' | b'\\' => {
                self.found.escapes = true;
                gap
            }
            _ => gap,
        };
        // A blank behind it says nothing more.
        (at + 1 + usize::from(text.get(at + 1) == Some(&b' ')), gap)
    }

    /// Reads one token from `start` that begins with so many letters and digits; returns where it ends, behind a blank, which parts
    /// words and says nothing else. The first bits say which of them are letters and which digits.
    #[inline(always)]
    fn token(&mut self, start: usize, len: usize, (letters, digits): (u64, u64), gap: Gap) -> usize {
        let at = start + len;
        // Without the upper bits, which are of what stands behind.
        let held = |bits: u64| bits << (WINDOW - len) != 0;
        let (letters, digits) = (held(letters), held(digits));
        // A letter that was lost, an apostrophe or a stop may go on. None does behind the stop of a word of letters.
        let next = self.padded.get(at).copied();
        let marked = match next {
            Some(b' ') => false,
            Some(b'?' | b'\'' | b'`') | None => true,
            Some(b'.') => digits || len < 2,
            _ => false,
        };
        if marked || len > MAX_TOKEN {
            return self.token_with_marks(start, gap);
        }
        let token = Token { text: &self.text[start..at], start: self.base + start, gap };
        if !letters {
            self.lexer.lexemes.push(token.plain(DIGITS));
        } else if matches!(token.text.last(), Some(b'g' | b'l')) && short_type(token.text, &self.text[at..]).is_some() {
            return self.token_with_marks(start, gap);
        } else if !digits {
            let lexeme = self.word(token);
            self.lexer.lexemes.push(lexeme);
        } else {
            self.parts(token);
        }
        at + usize::from(next == Some(b' '))
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
                // `89511.0`: a number that a program held with a fraction.
                b'.' if ahead(1) == b'0'
                    && !matches!(ahead(2), b'a'..=b'z' | b'0'..=b'9' | b'.')
                    && spelling.iter().all(u8::is_ascii_digit) =>
                {
                    at += 1;
                }
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
            return self.push_word(token);
        } else if digits == bytes.len() {
            token.plain(DIGITS)
        } else if let Some(state) = if letters > 3 { state_before_zip(bytes, letters) } else { None } {
            self.push_word(Token { text: &bytes[..state], ..token });
            return self.parts(Token { text: &bytes[state..], start: token.start + state, gap: Gap::Blank });
        } else if letters >= 2 && splits_behind(bytes, letters) {
            let (head, tail) = bytes.split_at(letters);
            self.push_word(Token { text: head, ..token });
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
        } else if matches!(digits, 5 | 9) && matches!(&bytes[digits..], b"us" | b"usa") {
            return self.parted(token, digits, digits);
        } else if (1..=3).contains(&digits)
            && matches!(&bytes[digits..], b"fl" | b"flr" | b"floor")
            && !(digits == 1 && token.gap == Gap::Blank && self.ends_in_outward_code())
        {
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

    /// `CF15 4FL`: no floor behind the first half of a British postcode.
    fn ends_in_outward_code(&self) -> bool {
        let Some(last) = self.lexer.lexemes.last().filter(|last| last.is(MIXED)) else { return false };
        let unit = self.lexer.lexemes.iter().rev().nth(1).is_some_and(|before| before.is(Word::UNIT));
        !unit && is_outward(Pattern::of(self.lexer.code(last)).as_slice())
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

    /// Adds a lexeme of letters, in its standard spelling.
    fn push_word(&mut self, token: Token) {
        let lexeme = self.word(token);
        self.lexer.lexemes.push(lexeme);
    }

    /// The lexeme of letters, in its standard spelling.
    #[inline(always)]
    fn word(&mut self, token: Token) -> Lexeme {
        let text = token.text;
        let hash = tables::hash(text);
        let known = tables::entry_hashed(hash, text);
        let mut lexeme = token.plain(0);
        lexeme.hash = hash as u32;
        if let Some(word) = known {
            // A word that is known for its roles alone has no classes and is spelled as it is written.
            (lexeme.classes, lexeme.roles, lexeme.unit) = (word.classes, word.roles, word.unit);
            lexeme.letters = word.letters;
        }
        if let Some(word) = known.filter(|word| word.roles & Role::WORD != 0) {
            lexeme.short_saint = matches!(text, b"st" | b"ste");
            self.found.saints |= lexeme.short_saint;
            // No word of the table has the hash of its standard spelling but that spelling itself.
            if word.hash != hash as u32 {
                lexeme.hash = word.hash;
                lexeme.start = self.lexer.buffer.len() as u16;
                lexeme.len = word.standard.len() as u8;
                append(&mut self.lexer.buffer, word.standard.as_bytes());
                self.found.plurals |= text.len() == word.standard.len() + 1;
            }
            // An ordinal number is written in digits, whatever it was.
            if word.classes & (Word::ORDINAL | Word::TEN) != 0 {
                self.found.tens |= lexeme.is(Word::TEN);
                lexeme.classes |= if lexeme.is(Word::ORDINAL) { DIGITS } else { 0 };
            }
        } else if text.len() >= SHORTEST_COMPOUND && may_end_in_type(text) {
            match text {
                [.., b's', b'e'] | [.., b't', b'r'] => lexeme = self.compound(text, lexeme),
                _ => {
                    lexeme.classes = classes_of_compound(text);
                    lexeme.roles |= if joined_type(text).is_some() { Role::TYPE } else { 0 };
                }
            }
        }
        lexeme
    }

    /// A word that ends in the type of its street.
    fn compound(&mut self, text: &[u8], lexeme: Lexeme) -> Lexeme {
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
        Lexeme { classes: classes_of_compound(text), ..lexeme }
    }
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
