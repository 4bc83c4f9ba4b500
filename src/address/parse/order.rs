//! Lines in an unusual order: a unit or a county behind the ZIP code, a ZIP code before its city.

use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::address::postcode::{Shape, ending_at, zip_prefix};
use crate::tables::address::{self as tables, CityFit, Word};

/// Puts the parts of a line into the usual order.
pub(super) fn set_right(lexer: &mut Lexer) {
    crate::address::street::national::singapore(lexer);
    unit_to_front(lexer);
    code_to_end(lexer);
    postcode_to_end(lexer);
    drop_county(lexer);
    tail_to_front(lexer);
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

/// `LS12 4QT 14 CORNHILL RD`, `〒150-0001 東京都渋谷区神宮前1-12-3`: a postcode that is told by its form goes to the end. That of
/// Japan is written like the house numbers of Hawaii, `123-4567 KAUA`, and is told by the letters of the line or its prefecture.
fn code_to_end(lexer: &mut Lexer) {
    let [first, second, third, rest @ ..] = lexer.lexemes.as_slice() else { return };
    let lettered = first.is(MIXED) && lexer.bytes(first).first().is_some_and(u8::is_ascii_alphabetic);
    let digits = |lexeme: &Lexeme, count: usize| lexeme.is(DIGITS) && lexer.bytes(lexeme).len() == count;
    let japanese = digits(first, 3)
        && digits(second, 4)
        && second.gap == Gap::Hyphen
        && third.is_word()
        && !third.is(Word::PRIMARY)
        && rest.iter().any(|word| word.is(DIGITS))
        && !rest.iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX) || digits(word, 5))
        && (lexer.japanese || tables::region_of("JP", lexer.bytes(third)).is_some());
    let certain = lettered
        && !rest.is_empty()
        && third.is(DIGITS)
        && ending_at(lexer, 2, None).is_some_and(|found| {
            found.from == 0 && matches!(found.shape, Shape::Britain | Shape::Canada | Shape::Ireland)
        });
    // One at the end is the postcode.
    if japanese || certain && ending_at(lexer, lexer.lexemes.len(), None).is_none() {
        lexer.lexemes.rotate_left(2);
        let code = lexer.lexemes.len() - 2;
        lexer.lexemes[code].gap = Gap::Comma;
        lexer.lexemes[0].gap = Gap::Comma;
    }
}

/// `90016 LOS ANGELES CA 4410 MAGNOLIA BLVD`: the ZIP code before its city goes behind the state, and both behind the street.
fn postcode_to_end(lexer: &mut Lexer) {
    let Some(zip) = lexer.lexemes.first().filter(|first| first.is(DIGITS)) else { return };
    let digits = lexer.bytes(zip);
    if digits.len() != 5 {
        return;
    }
    let Some(region) = zip_prefix(digits).and_then(tables::zip_region) else { return };
    let lexemes = &lexer.lexemes;
    // `97701-2044 BEND OR 1402 ELM ST`
    let width =
        1 + usize::from(lexemes.get(1).is_some_and(|next| next.gap == Gap::Hyphen && next.is(DIGITS) && next.len == 4));
    if is_before_street(lexer, width, region) {
        lexer.lexemes.rotate_left(width);
        let place = lexer.lexemes.len() - width;
        lexer.lexemes[place].gap = Gap::Blank;
        lexer.lexemes[0].gap = Gap::Comma;
        return;
    }
    let state = (width + 1..(width + 4).min(lexemes.len().saturating_sub(2))).find(|&at| {
        tables::region_of("US", lexer.code(&lexemes[at])) == Some(region)
            // `32000 ELM ST FL 1 ASHEVILLE NC 28803` is a house number, and a floor.
            && is_city(lexer, width, at, region)
            && lexemes[at + 1].is(DIGITS | MIXED)
            && lexemes[at + 2..].iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX | Word::BEFORE))
            && !lexemes[at + 2..].iter().any(|word| word.is(DIGITS) && lexer.bytes(word).len() == 5)
    });
    if let Some(state) = state {
        lexer.lexemes[..=state].rotate_left(width);
        lexer.lexemes.rotate_left(state + 1);
        let city = lexer.lexemes.len() - state - 1;
        lexer.lexemes[city].gap = Gap::Comma;
        let zip = lexer.lexemes.len() - width;
        lexer.lexemes[zip].gap = Gap::Blank;
    }
}

/// Whether words are a city by their form, without the type of a street, or by the table: `BEND`.
fn is_city(lexer: &Lexer, from: usize, to: usize, region: u16) -> bool {
    let words = &lexer.lexemes[from..to];
    words.iter().all(Lexeme::is_word)
        && (!words.iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX))
            || tables::city_fit(lexer.city_hash(words), None, region) != CityFit::Unknown)
}

/// Whether a house number and a street stand behind a ZIP code at the front, and city and state at the end, where no other ZIP
/// code is: `97701 1402 ELM ST BEND OR`.
fn is_before_street(lexer: &Lexer, width: usize, region: u16) -> bool {
    let rest = lexer.lexemes.get(width..).unwrap_or(&[]);
    let [house, words @ .., state] = rest else { return false };
    let code = lexer.code(state);
    house.is(DIGITS | MIXED)
        && !house.is(Word::ORDINAL)
        && house.gap != Gap::Hyphen
        && state.is_word()
        && code.len() == 2
        && tables::region_of("US", code) == Some(region)
        && words.iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX | Word::BEFORE))
        // `12345 12 ST ALBANY NY`, `48001 8 MILE RD DETROIT MI` begin with a house number.
        && words.first().is_some_and(|first| !first.is(Word::PRIMARY) && lexer.bytes(first) != b"mile")
        && !words.iter().any(|word| word.is(DIGITS) && word.len == 5)
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

/// Words behind a ZIP code that are looked at: a name, a telephone number, a note.
const LONGEST_TAIL: usize = 8;

/// `PLANO TX 75025 (HOME)`, `PLANO TX 75025 MARIA DELGADO`: what stands behind state and ZIP code, and is no other address, no
/// unit and no country, goes to the front, where names stand.
fn tail_to_front(lexer: &mut Lexer) {
    let lexemes = lexer.lexemes.as_slice();
    let end = lexemes.len();
    let zip_region = |at: usize| {
        let zip = &lexemes[at];
        let digits = (zip.is(DIGITS) && zip.len == 5).then(|| lexer.bytes(zip));
        digits.and_then(zip_prefix).and_then(tables::zip_region)
    };
    let is_end = |at: usize| {
        zip_region(at).is_some_and(|region| tables::region_of("US", lexer.code(&lexemes[at - 1])) == Some(region))
    };
    let Some(zip) = (3..end.saturating_sub(1)).rev().take(LONGEST_TAIL).find(|&at| is_end(at)) else { return };
    let mut tail = zip + 1;
    let plus = &lexer.lexemes[tail];
    if plus.is(DIGITS) && (plus.gap == Gap::Hyphen || plus.gap == Gap::Blank && lexer.bytes(plus).len() == 4) {
        tail += 1;
    }
    if tail == end {
        return;
    }
    // `MADISON WI 53703, MADISON, WI 53703` says it twice.
    let country = matches!(lexer.code(&lexer.lexemes[end - 1]), b"us" | b"usa");
    let again = end - tail - usize::from(country);
    if again > 1 && tail > again && (0..again).all(|at| same_text(lexer, tail + at, tail - again + at)) {
        lexer.lexemes.truncate(tail);
        return;
    }
    // The name of the country may follow; that of another one is not for here.
    let country = |from: usize, to: usize| tables::country(lexer.place(from, to));
    let own = (1..=4.min(end - tail)).rev().find(|&words| country(tail, tail + words) == Some("US"));
    let own = own.or((lexer.lexemes.get(tail).map(|word| lexer.code(word)) == Some(b"us".as_slice())).then_some(1));
    let from = tail + own.unwrap_or(0);
    let foreign = (from..end).any(|at| country(at, end).is_some_and(|code| code != "US"));
    let words = &lexer.lexemes[from..end];
    let numbers = words.iter().any(|lexeme| lexeme.is(DIGITS | MIXED));
    let streets = words.iter().any(|word| word.is(Word::PRIMARY | Word::SUFFIX | Word::BEFORE | Word::UNIT));
    let house = lexer.lexemes[..zip - 1].iter().any(|lexeme| lexeme.is(DIGITS | MIXED));
    if foreign || words.is_empty() || !house || numbers && streets || (zip + 2..end).any(is_end) {
        return;
    }
    for word in &mut lexer.lexemes[from..end] {
        word.make_plain();
    }
    lexer.lexemes[from].gap = Gap::Comma;
    lexer.lexemes.rotate_right(end - from);
    lexer.lexemes[end - from].gap = Gap::Comma;
}

fn same_text(lexer: &Lexer, one: usize, other: usize) -> bool {
    lexer.bytes(&lexer.lexemes[one]) == lexer.bytes(&lexer.lexemes[other])
}
