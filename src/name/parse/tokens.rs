//! Folded text → words and the marks between them.

use super::lost;
use crate::name::word::{COLUMN, HYPHEN, SLASHED, UMLAUT};
use crate::tables::name as tables;
use crate::text::fold::{Notes, Reading, fold};
use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;

/// Characters of a name that are read. The longest name fields in use hold 140 (ISO 20022); several people with their
/// designations fit as well. What follows only tells names apart that begin alike.
pub(super) const MOST_CHARACTERS: usize = 320;
/// Words that are read of them.
pub(super) const MOST_WORDS: usize = 48;
/// Letters that one word keeps: the longest surnames in use have less than 40.
const MOST_LETTERS: usize = 60;

/// What stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::name) enum Token {
    /// A word: start and length in the folded text, and its flags.
    Word {
        /// Where it starts in [`Tokens::text`].
        start: u16,
        /// How many letters it has.
        len: u8,
        /// Flags of [`super::word`].
        flags: u16,
        /// It ends with a full stop.
        dotted: bool,
    },
    /// `,`
    Comma,
    /// `&`, `+`
    Ampersand,
    /// `/`, `;`, `|`, a line end
    Separator,
    /// An opening parenthesis or quotation mark
    Open,
    /// A closing one
    Close,
}

/// The tokens of one name.
pub(in crate::name) struct Tokens {
    pub(in crate::name) text: SmallVec<[u8; 128]>,
    pub(in crate::name) tokens: SmallVec<[Token; 24]>,
    pub(in crate::name) notes: Notes,
    /// Something was left unread at the end.
    pub(in crate::name) cut: bool,
}

impl Tokens {
    pub(in crate::name) fn word(&self, token: Token) -> &[u8] {
        match token {
            Token::Word { start, len, .. } => &self.text[usize::from(start)..usize::from(start) + usize::from(len)],
            _ => b"",
        }
    }

    /// Characters of the text, with one blank between its words.
    pub(in crate::name) fn width(&self) -> usize {
        let marks = self.tokens.iter().map(|token| match token {
            Token::Ampersand => 2,
            _ => 1,
        });
        (self.text.len() + marks.sum::<usize>()).saturating_sub(1)
    }
}

/// Reads the words and marks of a name.
pub(in crate::name) fn tokens(raw: &str) -> Tokens {
    // A tab parts columns, as two blanks do.
    let spaced = raw.contains('\t').then(|| raw.replace('\t', "  "));
    let raw = spaced.as_deref().unwrap_or(raw);
    let mut folded: SmallVec<[u8; 128]> = SmallVec::new();
    // What folding leaves as it is, but for capitals, is most of all names.
    let notes = if raw.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        folded.extend_from_slice(raw.as_bytes());
        folded.make_ascii_lowercase();
        Notes::default()
    } else {
        fold(raw, Reading::Plain, |byte| folded.push(byte))
    };
    if folded.contains(&b'*') {
        lost::part_starred(&mut folded);
    }
    let slashes = folded.contains(&b'/');
    let umlauts = if notes.digraph { umlauts(raw) } else { SmallVec::new() };
    let mut out = Tokens { text: SmallVec::new(), tokens: SmallVec::new(), notes, cut: false };
    let mut words = 0;
    let mut at = 0;
    while at < folded.len() {
        let byte = folded[at];
        if is_letter(byte) {
            if words == MOST_WORDS {
                out.cut = true;
                break;
            }
            if slashes && words >= 2 && byte.is_ascii_digit() {
                if let Some(end) = part(&folded, at) {
                    take_undivided(&mut out);
                    out.tokens.push(Token::Separator);
                    at = end;
                    continue;
                }
            }
            words += 1;
            let after_hyphen =
                at > 0 && folded[at - 1] == b'-' && matches!(out.tokens.last(), Some(Token::Word { .. }));
            let end = word(&folded, at, after_hyphen, slashes, &mut out);
            if umlauts.iter().any(|place| (at..end).contains(place)) {
                mark(&mut out, UMLAUT);
            }
            if at >= 2 && folded[at - 2..at] == *b"  " {
                mark(&mut out, COLUMN);
            }
            at = end;
            continue;
        }
        let token = match byte {
            b',' => Some(Token::Comma),
            b'&' | b'+' => Some(Token::Ampersand),
            b'%' if means_care_of(&folded, at) => {
                push(&mut out, b"co", SLASHED, false);
                None
            }
            b'%' if is_share(&folded, &out) => {
                if let Some(Token::Word { start, .. }) = out.tokens.pop() {
                    out.text.truncate(usize::from(start));
                }
                Some(Token::Separator)
            }
            b'/' | b';' | b'|' | b'\n' | b'\\' => Some(Token::Separator),
            b'<' if folded[at + 1..].starts_with(b"br") => match line_end(&folded[at + 3..]) {
                Some(rest) => {
                    at += 2 + rest;
                    Some(Token::Separator)
                }
                None => None,
            },
            b'(' | b'[' | b'{' => Some(Token::Open),
            b')' | b']' | b'}' => Some(Token::Close),
            b'"' => Some(quotation_mark(&out)),
            b'\'' if opens_quotation(&folded, at) => Some(Token::Open),
            b'\''
                if out.tokens.iter().rev().find(|t| matches!(t, Token::Open | Token::Close)) == Some(&Token::Open) =>
            {
                Some(Token::Close)
            }
            _ => None,
        };
        out.tokens.extend(token);
        at += 1;
    }
    lost::join_tilde(&mut out);
    out
}

/// Where in the folded text the letters with a second reading are.
fn umlauts(raw: &str) -> SmallVec<[usize; 8]> {
    let mut out = SmallVec::new();
    let mut at = 0;
    for c in raw.nfc() {
        let place = at;
        if fold(c.encode_utf8(&mut [0; 4]), Reading::Plain, |_| at += 1).digraph {
            out.push(place);
        }
    }
    out
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// An odd quotation mark opens, an even one closes.
fn quotation_mark(out: &Tokens) -> Token {
    match out.tokens.iter().rev().find(|token| matches!(token, Token::Open | Token::Close)) {
        Some(Token::Open) => Token::Close,
        _ => Token::Open,
    }
}

/// An apostrophe before a word that another one ends: 'Bob'.
fn opens_quotation(folded: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(b' ', |before| folded[before]);
    let mut end = at + 1;
    while end < folded.len() && end < at + 20 && is_letter(folded[end]) {
        end += 1;
    }
    before == b' '
        && end > at + 2
        && folded.get(end) == Some(&b'\'')
        && folded.get(end + 1).is_none_or(|&next| next == b' ')
}

/// Reads one word from `at`; gives where it ends.
fn word(folded: &[u8], at: usize, after_hyphen: bool, slashes: bool, out: &mut Tokens) -> usize {
    if slashes {
        if let Some((end, letters)) = slashed(folded, at) {
            push(out, &letters, SLASHED, false);
            return end;
        }
    }
    // Letters and nothing else, before a blank or the end.
    let plain = folded[at..].iter().take_while(|byte| is_letter(**byte)).count();
    let end = at + plain;
    if plain <= MOST_LETTERS && matches!(folded.get(end), None | Some(b' ' | b',')) {
        push(out, &folded[at..end], if after_hyphen { HYPHEN } else { 0 }, false);
        return end;
    }
    if let Some((end, letters)) = dotted(folded, at) {
        // `D.O.` is a degree, where `DO` alone is a surname.
        let osteopath = letters.as_slice() == b"do";
        push(out, &letters, 0, osteopath);
        return end;
    }
    if let Some((end, letters)) = degree(folded, at) {
        push(out, &letters, 0, false);
        return end;
    }
    let mut letters: SmallVec<[u8; 64]> = SmallVec::new();
    let mut end = at;
    while end < folded.len() {
        let next_is_letter = folded.get(end + 1).is_some_and(|&next| is_letter(next));
        match folded[end] {
            byte if is_letter(byte) => letters.push(byte),
            // A lost letter, inside a word or at its end.
            b'?' if next_is_letter || end > at => letters.push(b'?'),
            b'*' if next_is_letter => letters.push(b'?'),
            b'\'' | b'`' if next_is_letter => {}
            // `M}LLER`
            b'{' | b'}' | b'[' | b']' if next_is_letter && lost::is_umlaut(&letters, &folded[end + 1..]) => {
                letters.push(b'?')
            }
            _ => break,
        }
        end += 1;
    }
    // A letter of two bytes was lost.
    if let Some(twice) = letters.windows(2).position(|two| two == b"??") {
        if lost::is_tilde(&letters[..twice], &letters[twice + 2..]) {
            letters.remove(twice);
        }
    }
    if letters.len() > MOST_LETTERS {
        letters.truncate(MOST_LETTERS);
        out.cut = true;
    }
    let dotted = folded.get(end) == Some(&b'.');
    push(out, &letters, if after_hyphen { HYPHEN } else { 0 }, dotted);
    end
}

/// Marks the last word.
fn mark(out: &mut Tokens, flag: u16) {
    if let Some(Token::Word { flags, .. }) = out.tokens.last_mut() {
        *flags |= flag;
    }
}

/// How many bytes end the line end of a web page: `>`, `/>`, ` />`.
fn line_end(rest: &[u8]) -> Option<usize> {
    let end = rest.iter().position(|byte| !matches!(byte, b' ' | b'/'))?;
    (rest[end] == b'>').then_some(end + 1)
}

fn push(out: &mut Tokens, letters: &[u8], flags: u16, dotted: bool) {
    let start = out.text.len() as u16;
    out.text.extend_from_slice(letters);
    out.tokens.push(Token::Word { start, len: letters.len() as u8, flags, dotted });
}

/// Letters between slashes that are an abbreviation of account titles: c/o, d/b/a, and/or, also with blanks beside the slash.
fn slashed(folded: &[u8], at: usize) -> Option<(usize, SmallVec<[u8; 8]>)> {
    let mut letters: SmallVec<[u8; 8]> = SmallVec::new();
    let mut end = at;
    let (mut slashes, mut spaced) = (0, false);
    while end < folded.len() && letters.len() < 8 {
        match folded[end] {
            byte if is_letter(byte) => letters.push(byte),
            b'/' if folded.get(end + 1).is_some_and(|&next| is_letter(next)) => slashes += 1,
            b'.' => {}
            b' ' | b'/' if slash_between(folded, end).is_some() => {
                spaced = true;
                slashes += 1;
                end = slash_between(folded, end).unwrap_or(end);
                continue;
            }
            _ => break,
        }
        end += 1;
    }
    if letters.len() > 2 && folded[at..].starts_with(b"c/o") {
        // `C/OBRENDA TATE`
        letters.truncate(2);
        return Some((at + 3, letters));
    }
    let known = core::str::from_utf8(&letters)
        .is_ok_and(|word| tables::slashed(word).is_some() || !spaced && matches!(word, "as" | "sa" | "ks" | "ps"));
    (slashes > 0 && known).then_some((end, letters))
}

/// `HAROLD QUIST 50% INGRID QUIST 50%`: what each of several owners holds, told by the sign at the end. The number is the last
/// word that was read.
fn is_share(folded: &[u8], out: &Tokens) -> bool {
    let Some(Token::Word { start, len, .. }) = out.tokens.last() else { return false };
    let number = &out.text[usize::from(*start)..];
    let words = out.tokens.iter().filter(|token| matches!(token, Token::Word { .. })).count();
    (1..=3).contains(len) && number.iter().all(u8::is_ascii_digit) && words > 2 && ends_with_share(folded)
}

/// Takes back the word that says that a part is not marked off: `UND 1/2`.
fn take_undivided(out: &mut Tokens) {
    if let Some(&Token::Word { start, .. }) = out.tokens.last() {
        if matches!(&out.text[usize::from(start)..], b"und" | b"undiv" | b"undivided") {
            out.text.truncate(usize::from(start));
            out.tokens.pop();
        }
    }
}

/// Whether a text ends with the sign of percent, perhaps in parentheses.
fn ends_with_share(folded: &[u8]) -> bool {
    let end = folded.iter().rposition(|byte| !matches!(byte, b' ' | b')' | b'.'));
    end.is_some_and(|end| folded[end] == b'%')
}

/// `HAROLD QUIST 1/2 INT`, `QUIST HAROLD UND 1/2`: the part that one of several owners holds, behind a name. Gives where it ends,
/// the word that says so included.
fn part(folded: &[u8], at: usize) -> Option<usize> {
    let digits = |from: usize| folded[from..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let value = |from: usize, count: usize| {
        folded[from..from + count].iter().fold(0_u32, |number, digit| number * 10 + u32::from(digit - b'0'))
    };
    let above = digits(at);
    let slash = at + above;
    if !(1..=3).contains(&above) || folded.get(slash) != Some(&b'/') {
        return None;
    }
    let below = digits(slash + 1);
    let end = slash + 1 + below;
    if !(1..=3).contains(&below) || !(1..value(slash + 1, below)).contains(&value(at, above)) {
        return None;
    }
    let rest = folded.get(end..).unwrap_or(&[]);
    let said = [&b" interest"[..], b" int"]
        .into_iter()
        .find(|word| rest.starts_with(word) && !rest.get(word.len()).is_some_and(|&next| is_letter(next)));
    match (said, rest) {
        (Some(word), _) => Some(end + word.len()),
        (None, [b',' | b')' | b';' | b'&', ..] | [b' ', b'&', ..]) => Some(end),
        // `FIT CLUB 9/11`: at the end it is a part only behind others, or where it is said.
        (None, []) => is_said_before(folded, at).then_some(end),
        (None, _) => rest.starts_with(b" and ").then_some(end),
    }
}

/// Whether `UND` or another part stands before the last one.
fn is_said_before(folded: &[u8], at: usize) -> bool {
    let before = folded.get(..at).unwrap_or(&[]).trim_ascii_end();
    let ends =
        |word: &[u8]| before.strip_suffix(word).is_some_and(|rest| rest.last().is_none_or(|&last| !is_letter(last)));
    ends(b"und")
        || ends(b"undivided")
        || before.windows(3).any(|three| matches!(three, [x, b'/', y] if x.is_ascii_digit() && y.is_ascii_digit()))
}

/// Whether a sign of percent means c/o: a name stands behind it, and no number before it.
fn means_care_of(folded: &[u8], at: usize) -> bool {
    let next = folded.get(at + 1..).unwrap_or(&[]).iter().find(|byte| **byte != b' ');
    next.is_some_and(u8::is_ascii_lowercase) && !at.checked_sub(1).is_some_and(|before| folded[before].is_ascii_digit())
}

/// Where the letters go on behind a slash with a blank on either side of it.
fn slash_between(folded: &[u8], at: usize) -> Option<usize> {
    let slash = at + usize::from(folded.get(at) == Some(&b' '));
    let next = slash + 1 + usize::from(folded.get(slash + 1) == Some(&b' '));
    (folded.get(slash) == Some(&b'/') && folded.get(next).is_some_and(|&next| is_letter(next))).then_some(next)
}

/// Single letters with a full stop each and no blank between: l.l.c., a.j., s.a.
fn dotted(folded: &[u8], at: usize) -> Option<(usize, SmallVec<[u8; 8]>)> {
    let mut letters: SmallVec<[u8; 8]> = SmallVec::new();
    let mut end = at;
    while letters.len() < 8
        && folded.get(end).is_some_and(|&byte| is_letter(byte))
        && !folded.get(end + 1).is_some_and(|&next| is_letter(next) || matches!(next, b'\'' | b'?'))
    {
        letters.push(folded[end]);
        end += 1;
        if folded.get(end) != Some(&b'.') {
            break;
        }
        end += 1;
    }
    (letters.len() >= 2).then_some((end, letters))
}

/// Letters of the longest degree that is written with full stops between its parts.
const LONGEST_DEGREE: usize = 8;

/// A degree the parts of which end with full stops: Ph.D., LL.M., Psy.D., B.Sc., also Ph. D.
fn degree(folded: &[u8], at: usize) -> Option<(usize, SmallVec<[u8; 8]>)> {
    let mut letters: SmallVec<[u8; 8]> = SmallVec::new();
    let (mut end, mut parts) = (at, 0);
    loop {
        let count = folded.get(end..)?.iter().take_while(|byte| is_letter(**byte)).count();
        if count == 0 || letters.len() + count > LONGEST_DEGREE {
            break;
        }
        letters.extend_from_slice(&folded[end..end + count]);
        end += count;
        parts += 1;
        if folded.get(end) != Some(&b'.') {
            break;
        }
        end += 1;
        // M. D. are most likely the initials of somebody.
        let blank = parts == 1 && count > 1 && matches!(folded.get(end..), Some([b' ', _, b'.', ..]));
        end += usize::from(blank);
    }
    let known = tables::word(&letters).is(tables::POST_NOMINAL) || matches!(letters.as_slice(), b"med" | b"aud");
    let whole = !folded.get(end).is_some_and(|&next| is_letter(next));
    (parts > 1 && known && whole).then_some((end, letters))
}
