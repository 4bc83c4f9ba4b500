//! The addresses of Colombia: a numbered street, the street of the corner before the house and the distance from it.
//!
//! Source of the short forms: the nomenclature of the Colombian land registry (IGAC) and tax authority (DIAN), which banks write:
//! `KR 24A 12B 30`, `AK 30 12 30`, `CL 24 BIS SUR 12 30`.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED, ROUTE};
use crate::tables::address::Word;
use smallvec::SmallVec;

/// Digits of the number of a street or house, at most.
const MOST_DIGITS: usize = 3;

/// What an address of Colombia begins with: the words of the street and the house number.
struct Corner {
    /// Type, number and part of the town (`avenue calle 24a bis sur`).
    street: SmallVec<[Written; 6]>,
    /// The street of the corner, and the distance from it.
    house: (SmallVec<[u8; 8]>, Lexeme),
    /// The lexemes that are read.
    to: usize,
}

/// A word that is written anew.
enum Written {
    Word(&'static str),
    Number(SmallVec<[u8; 8]>),
}

/// Whether a line begins as addresses do in Colombia.
pub(in crate::address) fn begins_at_corner(lexer: &Lexer, lexemes: &[Lexeme]) -> bool {
    corner(lexer, lexemes).is_some()
}

/// The words of a street's type and how many lexemes they are.
fn types(lexer: &Lexer, lexemes: &[Lexeme]) -> Option<(&'static [&'static str], usize)> {
    let code = |at: usize| lexemes.get(at).map_or(&[][..], |lexeme| lexer.code(lexeme));
    let plain = |at: usize| match code(at) {
        b"cl" | b"cll" | b"calle" | b"c" => 1,
        b"kr" | b"cr" | b"cra" | b"crr" | b"kra" | b"carrera" | b"k" => 2,
        _ => 0,
    };
    Some(match (code(0), plain(0), plain(1)) {
        (_, 1, _) => (&["calle"], 1),
        (_, 2, _) => (&["carrera"], 1),
        (b"ac", ..) => (&["avenue", "calle"], 1),
        (b"ak", ..) => (&["avenue", "carrera"], 1),
        (b"av" | b"ave" | b"avda" | b"avenida" | b"avenue", _, 1) => (&["avenue", "calle"], 2),
        (b"av" | b"ave" | b"avda" | b"avenida" | b"avenue", _, 2) => (&["avenue", "carrera"], 2),
        (b"av" | b"ave" | b"avda" | b"avenida", ..) => (&["avenue"], 1),
        (b"dg" | b"diag" | b"diagonal", ..) => (&["diagonal"], 1),
        (b"tv" | b"tr" | b"trv" | b"trans" | b"transv" | b"transversal", ..) => (&["transversal"], 1),
        _ => return None,
    })
}

/// The part of the town that a word tells.
fn direction(code: &[u8]) -> Option<&'static str> {
    Some(match code {
        b"sur" | b"s" => "sur",
        b"este" | b"e" => "este",
        b"norte" | b"n" => "norte",
        b"oeste" | b"w" => "oeste",
        _ => return None,
    })
}

fn corner(lexer: &Lexer, lexemes: &[Lexeme]) -> Option<Corner> {
    let code = |at: usize| lexemes.get(at).map_or(&[][..], |lexeme| lexer.code(lexeme));
    let near = |at: usize| lexemes.get(at).is_some_and(|lexeme| lexeme.gap < Gap::Comma);
    let numeric = |at: usize| lexemes.get(at).is_some_and(|lexeme| lexeme.is(DIGITS | MIXED));
    let is_mark = |at: usize| matches!(code(at), b"#" | b"no" | b"nro" | b"num" | b"numero" | b"n" | b"nr");
    let (written, mut at) = types(lexer, lexemes)?;
    let mut street: SmallVec<[Written; 6]> = written.iter().map(|word| Written::Word(word)).collect();
    // `24A`, `24 A`
    let lettered = |at: &mut usize| {
        let text = lexer.bytes(lexemes.get(*at)?);
        // `24BIS`
        let (text, bis) = text.strip_suffix(b"bis").map_or((text, false), |number| (number, true));
        let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let fits = (1..=MOST_DIGITS).contains(&digits) && text.len() <= digits + 2 && near(*at);
        let mut number: SmallVec<[u8; 8]> = SmallVec::from_slice(text);
        if bis {
            *at += 1;
            return fits.then_some((number, true));
        }
        *at += 1;
        let letter = code(*at);
        if digits == text.len() && matches!(letter, [b'a'..=b'h']) && near(*at) && !(letter == b"e" && numeric(*at + 1))
        {
            number.extend_from_slice(letter);
            *at += 1;
        }
        fits.then_some((number, false))
    };
    let (number, glued) = lettered(&mut at)?;
    // `AV 6N # 25-10`: the north.
    let north = matches!(*number, [.., b'n']) && number.len() > 1;
    street.push(Written::Number(if north { SmallVec::from_slice(&number[..number.len() - 1]) } else { number }));
    if glued || code(at) == b"bis" {
        street.push(Written::Word("bis"));
        at += usize::from(!glued);
    }
    // `CALLE 24 N 12 30` has a mark, `CALLE 24 N # 12 30` is in the north.
    let mark = code(at) == b"n" && numeric(at + 1);
    let mut part = direction(code(at)).filter(|_| near(at) && !mark);
    at += usize::from(part.is_some());
    part = part.or(north.then_some("norte"));
    let marked = is_mark(at);
    at += usize::from(marked);
    let (mut near_corner, glued) = lettered(&mut at)?;
    if glued || code(at) == b"bis" {
        near_corner.extend_from_slice(b"bis");
        at += usize::from(!glued);
    }
    // `# 1 SUR-50`
    if let Some(of_corner) = direction(code(at)).filter(|_| near(at) && numeric(at + 1)) {
        near_corner.extend_from_slice(of_corner.as_bytes());
        at += 1;
    }
    let distance =
        *lexemes.get(at).filter(|distance| distance.is(DIGITS) && usize::from(distance.len) <= MOST_DIGITS)?;
    // `# 12 B - 30`: a hyphen between blanks parts as a comma does.
    if !marked && !near(at) {
        return None;
    }
    at += 1;
    // `# 12-30 SUR`: behind the house number it says the same.
    if let Some(behind) = direction(code(at)).filter(|_| near(at) && part.is_none() && !numeric(at + 1)) {
        part = Some(behind);
        at += 1;
    }
    street.extend(part.map(Written::Word));
    Some(Corner { street, house: (near_corner, distance), to: at })
}

impl Reader<'_> {
    /// `KR 24A 12B 30` is `Carrera 24A # 12B-30`: the street by its type and number, the house by the corner and the distance from it.
    pub(super) fn corner(&mut self) {
        // Other countries have such corners; what no country is named of is read in this one as well.
        if !self.country_is(&["CO"]) {
            return;
        }
        let Some(Corner { street, house: (near, distance), to }) = corner(&self.ends.lexer, &self.ends.area) else {
            return;
        };
        let gap = self.ends.area[0].gap;
        let mut words: SmallVec<[Lexeme; 8]> = SmallVec::new();
        for word in street {
            words.push(match word {
                Written::Word(text) => self.ends.lexer.written(text, Gap::Blank, 0),
                Written::Number(text) => self.ends.lexer.joined(&text, Gap::Blank),
            });
        }
        let is_type = |word: &&mut Lexeme| !word.is(MIXED);
        words.iter_mut().take_while(is_type).for_each(|word| word.classes |= Word::BEFORE);
        // The number, and what stands behind it: no town begins with these.
        words.iter_mut().skip_while(is_type).for_each(|word| word.classes |= ROUTE);
        words[0].gap = gap;
        let digits = near.iter().all(u8::is_ascii_digit);
        let mut corner = self.ends.lexer.joined(&near, Gap::Blank);
        if digits {
            corner.classes = DIGITS;
        }
        words.push(corner);
        words.push(Lexeme { gap: Gap::Hyphen, ..distance });
        if let Some(next) = self.ends.area.get_mut(to) {
            next.gap = next.gap.max(Gap::Taken);
        }
        self.ends.area.drain(..to);
        self.ends.area.insert_many(0, words);
    }
}
