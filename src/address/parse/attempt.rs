//! What stands where a postcode belongs and has a digit, but the shape of none: it was damaged, or the bank's line ends in it.
//!
//! The line is read once more with these words as its postcode; beside the other side the better reading counts.

use super::city::expand_alias;
use super::read::{Ends, Lexemes};
use crate::Country;
use crate::address::compare::nearness;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::address::postcode::{Postcode, Shape};
use crate::tables::address::{self as tables, Word};
use smallvec::SmallVec;

/// Letters and digits of the longest postcode, and one too many.
const LONGEST: usize = 9;

/// Where the attempt stands in the lexemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attempt {
    from: usize,
    to: usize,
    /// The city before which it stands ends here.
    end: usize,
}

impl Ends {
    /// The words that can be a damaged postcode; only where the line has no other. What stands behind `end` has been read.
    pub(super) fn find_attempt(&mut self, end: usize) {
        if !self.postcode.is_empty() || self.assumed {
            return;
        }
        // Codes behind a city in the middle of a line are read with it.
        let whole = if self.country.is_some() { end } else { self.lexer.lexemes.len() };
        self.attempt = at_end(&self.lexer, end).or_else(|| before_city(&self.lexer, whole));
    }
}

fn has_digit(lexer: &Lexer, lexeme: &Lexeme) -> bool {
    lexeme.is(DIGITS | MIXED) && !lexeme.is(Word::ORDINAL) && lexer.code(lexeme).len() < LONGEST
}

/// Whether a house number stands before a place, behind which there is a word.
fn has_house(lexer: &Lexer, end: usize) -> bool {
    lexer.lexemes[..end].iter().any(|lexeme| lexeme.is(DIGITS | MIXED))
        && lexer.lexemes[..end].iter().any(Lexeme::is_word)
}

/// Whether a word can be the end of a city or the code of its region.
fn ends_city(lexeme: &Lexeme) -> bool {
    lexeme.is_word() && !lexeme.is(Word::PRIMARY | Word::SUFFIX | Word::UNIT | Word::BEFORE | Word::AFTER)
}

/// `LONDON SW1A`, `OTTAWA ON K1A OB1`, `PLANO TX 7502S`, `CAPE TOWN 800I`.
fn at_end(lexer: &Lexer, end: usize) -> Option<Attempt> {
    let last_at = end.checked_sub(1)?;
    let last = &lexer.lexemes[last_at];
    let before = lexer.lexemes.get(last_at.checked_sub(1)?)?;
    let city_before = |from: usize| {
        let region = from.checked_sub(1).is_some_and(|at| lexer.lexemes[at].is_word() && is_region(lexer, at));
        from > 1 && (region || ends_city(&lexer.lexemes[from - 1])) && has_house(lexer, from - 1)
    };
    let near = last.gap < Gap::Comma;
    // Two halves, in one of which letters may stand for digits.
    let halves = near
        && (has_digit(lexer, last) || has_digit(lexer, before))
        && lexer.code(last).len() <= 4
        && lexer.code(before).len() <= 5
        && (has_digit(lexer, before) && !before.is(Word::UNIT)
            || last_at > 1 && before.is_word() && lexer.code(before).len() <= 3 && is_region(lexer, last_at - 2)
            || nearness::is_first_half(lexer.code(before))
                && (!is_region(lexer, last_at - 1) || nearness::is_inward(lexer.code(last))))
        && (has_digit(lexer, last)
            || nearness::is_second_half(lexer.code(last))
            || lexer.code(last).len() == 2 && !is_region(lexer, last_at) && before.is(MIXED));
    if halves && city_before(last_at - 1) {
        return Some(Attempt { from: last_at - 1, to: end, end });
    }
    let enough = lexer.code(last).len() > 1;
    (has_digit(lexer, last) && enough && last.gap != Gap::Hyphen && city_before(last_at)).then_some(Attempt {
        from: last_at,
        to: end,
        end,
    })
}

/// Whether the word at a place is the code or name of a region.
fn is_region(lexer: &Lexer, at: usize) -> bool {
    !tables::regions(lexer.code(&lexer.lexemes[at])).is_empty()
}

/// `15 RUE DE RIVOLI 7500 PARIS`, `LINDENSTR 48 5O674 KOELN`.
fn before_city(lexer: &Lexer, end: usize) -> Option<Attempt> {
    let words = lexer.lexemes[..end].iter().rev().take_while(|lexeme| lexeme.is_word()).count();
    let at = end.checked_sub(words + 1)?;
    let (number, city) = (&lexer.lexemes[at], &lexer.lexemes[at + 1..end]);
    let unit_before = at > 0 && lexer.lexemes[at - 1].is(Word::UNIT | Word::PRIMARY | Word::SUFFIX);
    let digits = lexer.code(number).iter().filter(|byte| byte.is_ascii_digit()).count();
    let street = city.first().is_some_and(|first| first.is(Word::DIRECTIONAL))
        || city.iter().any(|word| word.is(Word::PRIMARY | Word::BEFORE | Word::AFTER | Word::UNIT));
    (words > 0 && at > 1 && has_digit(lexer, number) && digits > 2 && !unit_before && !street && has_house(lexer, at))
        .then_some(Attempt { from: at, to: at + 1, end })
}

/// The line with the attempt as its postcode, in the country that it names.
pub(super) fn read(mut lexer: Lexer, attempt: Attempt, named: Option<Country>) -> Option<Ends> {
    let mut bytes: SmallVec<[u8; 24]> = SmallVec::new();
    for lexeme in &lexer.lexemes[attempt.from..attempt.to] {
        bytes.extend_from_slice(lexer.code(lexeme));
    }
    let postcode = Postcode::new(&bytes)?;
    let mut city = Lexemes::from_slice(&lexer.lexemes[attempt.to..attempt.end]);
    lexer.lexemes.truncate(attempt.from);
    if city.is_empty() {
        return Some(super::read::line_with_postcode(lexer, postcode, named, shape_of(&bytes)));
    }
    let area = Lexemes::from_slice(&lexer.lexemes);
    let mut ends = Ends { lexer, postcode, area, country: named, ..Ends::default() };
    let last = city.last().filter(|_| city.len() > 1);
    if let Some(province) = last.and_then(|last| tables::region_of("IT", ends.lexer.code(last))) {
        ends.region = province;
        city.pop();
    }
    expand_alias(&mut city, &mut ends.lexer, true, ends.country);
    ends.city = Some(city);
    Some(ends)
}

/// The shape that a damaged code of digits has by its length: which of the regions that share a code is meant follows from it.
fn shape_of(code: &[u8]) -> Option<Shape> {
    let digits = nearness::with_digits(code);
    match digits.len() {
        _ if !digits.iter().all(u8::is_ascii_digit) => None,
        // No country with regions and four digits has codes that begin with 9.
        3 | 4 if digits[0] != b'9' => Some(Shape::Four),
        3..=5 => Some(Shape::Five),
        8 | 9 => Some(Shape::Brazil),
        _ => None,
    }
}
