//! Lines in an unusual order: a unit or a county behind the ZIP code, a ZIP code before its city.

use super::lex::{DIGITS, Gap, Lexer, MIXED};
use super::postcode::zip_prefix;
use crate::tables::address::{self as tables, Word};

/// Puts the parts of a line into the usual order.
pub(super) fn set_right(lexer: &mut Lexer) {
    unit_to_front(lexer);
    postcode_to_end(lexer);
    drop_county(lexer);
}

/// `88 HILL ST NEWARK NJ 07102 APT 5`: a unit behind the postcode stands before the street instead.
fn unit_to_front(lexer: &mut Lexer) {
    let Some(at) = lexer.lexemes.len().checked_sub(2).filter(|&at| at > 2) else { return };
    let follows = lexer.lexemes[at].unit.is_some_and(|unit| unit.identifier == tables::Identifier::Follows);
    let before = &lexer.lexemes[at - 1];
    if follows && lexer.lexemes[at + 1].is(DIGITS | MIXED) && before.is(DIGITS) && lexer.bytes(before).len() == 5 {
        lexer.lexemes.rotate_right(2);
        lexer.lexemes[2].gap = Gap::Comma;
    }
}

/// `90016 LOS ANGELES CA 4410 MAGNOLIA BLVD`: the ZIP code before its city goes behind the state, and both behind the street.
fn postcode_to_end(lexer: &mut Lexer) {
    let Some(zip) = lexer.lexemes.first().filter(|first| first.is(DIGITS)) else { return };
    let digits = lexer.bytes(zip);
    let Some(region) = zip_prefix(digits).filter(|_| digits.len() == 5).and_then(tables::zip_region) else { return };
    let lexemes = &lexer.lexemes;
    let state = (2..5.min(lexemes.len().saturating_sub(2))).find(|&at| {
        tables::region_of("US", lexer.code(&lexemes[at])) == Some(region)
            // `32000 ELM ST FL 1 ASHEVILLE NC 28803` is a house number, and a floor.
            && lexemes[1..at].iter().all(|word| word.is_word() && !word.is(Word::PRIMARY | Word::SUFFIX))
            && lexemes[at + 1].is(DIGITS | MIXED)
            && lexemes[at + 2..].iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX | Word::BEFORE))
            && !lexemes[at + 2..].iter().any(|word| word.is(DIGITS) && lexer.bytes(word).len() == 5)
    });
    if let Some(state) = state {
        lexer.lexemes[..=state].rotate_left(1);
        lexer.lexemes.rotate_left(state + 1);
        let city = lexer.lexemes.len() - state - 1;
        lexer.lexemes[city].gap = Gap::Comma;
        if let Some(zip) = lexer.lexemes.last_mut() {
            zip.gap = Gap::Blank;
        }
    }
}

/// `NEWARK NJ 07102 ESSEX COUNTY`: the county behind the ZIP code says nothing.
fn drop_county(lexer: &mut Lexer) {
    let end = lexer.lexemes.len();
    if end < 6 || !matches!(lexer.bytes(&lexer.lexemes[end - 1]), b"county" | b"parish") {
        return;
    }
    let zip = (3..end - 1).rev().take(4).find(|&at| lexer.lexemes[at].is(DIGITS));
    if let Some(zip) = zip.filter(|&at| lexer.bytes(&lexer.lexemes[at]).len() == 5) {
        if tables::region_of("US", lexer.code(&lexer.lexemes[zip - 1])).is_some() {
            lexer.lexemes.truncate(zip + 1);
        }
    }
}
