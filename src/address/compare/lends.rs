//! Readings that hide words of the street in the city, or of the city in the street.

use super::names::part_of;
use super::phrase::{Likeness, Phrase, likeness, same};
use crate::address::splits::Split;
use crate::address::{Address, Token};

/// Whether the split of `a`, a guessed one, hides words of its street in its city, or words of its city in its street, where `b` has
/// others in their place: `9 CALLE | SOL SAN JUAN` beside Calle Luna, San Juan; `77 RUE DE LYON MARSEILLE` beside Rue de Lyon,
/// Paris. Another reading compares them with each other.
#[inline]
pub(super) fn lends_words((a, first): (&Address, &Split), (b, second): (&Address, &Split)) -> bool {
    let (lengths, others) = (counts(first), counts(second));
    // What both have in their cities is lent only where one street is the longer one, and the other city.
    let crossed = lengths.1 > others.1 && lengths.0 < others.0 || lengths.1 < others.1 && lengths.0 > others.0;
    (lengths.1 == 0 || crossed) && lends_closely((a, first), (b, second))
}

/// How many words street and city have.
#[inline]
fn counts(split: &Split) -> (usize, usize) {
    let count = |(from, to): (u8, u8)| usize::from(to - from);
    (count(split.street), count(split.city))
}

#[inline(never)]
fn lends_closely((a, first): (&Address, &Split), (b, second): (&Address, &Split)) -> bool {
    let (lengths, others) = (counts(first), counts(second));
    let (street, city) = (Phrase::of(a, first.street), Phrase::of(a, first.city));
    let (other_street, other_city) = (Phrase::of(b, second.street), Phrase::of(b, second.city));
    if others.1 > 0 && hides_city(a, street, city, other_street) {
        return true;
    }
    if others.1 == 0 || street.is_empty() || other_street.is_empty() {
        return false;
    }
    // `27 CALDER MEWS WEETWOOD LEEDS` beside `27 Calder Mews, Headingley, Leeds`: a comma says that the street is no longer.
    let whole = part_of(other_street) == Some(lengths.0) && street.tokens.iter().any(|token| token.is(Token::TYPE));
    // `4 STEEPLE COURT HIGH STREET BRISTOL`: what stands between is a street of its own.
    let quarter = |tokens: &[Token]| !tokens.iter().any(|token| token.is(Token::PRIMARY));
    let to_city = lengths.1 > others.1
        && lengths.0 < others.0
        && !(whole && quarter(&city.tokens[..lengths.1 - others.1]) && quarter(&other_street.tokens[lengths.0..]));
    let to_street = lengths.1 == 0 && lengths.0 > others.0;
    // `1-2-3 HIGASHI SHIBUYA | KU` beside Shibuya, Shibuya-ku.
    if (1..others.1).contains(&lengths.1) && lengths.0 > others.0 {
        let end = Phrase { tokens: &other_city.tokens[others.1 - lengths.1..], ..other_city };
        return same_end(city, end);
    }
    // `MAGNOLIA BVLD LOS ANGELES`: what stands in the city is the type of the street, misspelt.
    let garbled = to_city
        && lengths.1 == others.1 + 1
        && other_street.tokens.last().is_some_and(|last| last.is(Token::TYPE))
        && is_garbled(a.spelling(city.tokens[0]), b.spelling(other_street.tokens[others.0 - 1]));
    !garbled && to_city && same_end(Phrase { tokens: &city.tokens[lengths.1 - others.1..], ..city }, other_city)
        || to_street
            && (same(Phrase { tokens: &street.tokens[..others.0], ..street }, other_street)
                || lengths.0 > others.1
                    && same_end(Phrase { tokens: &street.tokens[lengths.0 - others.1..], ..street }, other_city))
}

/// Whether a street without a city behind it ends in words of which the other street has none: they are the city.
/// `OLD MAIN ST ELKO` beside Main Street, Reno. Beside a box, words without a type are a city even where they stand alone.
fn hides_city(a: &Address, street: Phrase, city: Phrase, other: Phrase) -> bool {
    if !city.is_empty() || street.is_empty() {
        return false;
    }
    let place = |token: &Token| other.tokens.iter().rposition(|of_other| of_other.hash == token.hash);
    let last = street.tokens.iter().enumerate().rev().find_map(|(at, token)| Some((at, place(token)?)));
    // `MARTIN LUTHER KIN`, `WINTERGREEN HOL`: what stands behind may be what is left of the name on the other side.
    let left = |at: usize, with: usize| {
        let word = street.tokens.get(at + 1).map_or(&[][..], |token| a.spelling(*token));
        other.tokens[with + 1..]
            .iter()
            .any(|token| !token.is(Token::TYPE) || !word.is_empty() && other.address.spelling(*token).starts_with(word))
    };
    let behind = last.filter(|&(at, with)| !left(at, with)).map(|(at, _)| &street.tokens[at + 1..]);
    const STREET: u8 = Token::TYPE | Token::DIRECTION | Token::NUMBER | Token::ROUTE;
    match behind {
        Some(behind) => !behind.is_empty() && !behind.iter().any(|token| token.is(STREET)),
        None => {
            last.is_none()
                && a.delivery.is_some()
                && !a.number.is_some()
                && !street.tokens.iter().any(|token| token.is(STREET))
        }
    }
}

/// Whether a guessed city holds the end of a street that has no type of its own: `MAIN | RENO HILL RD ELKO`.
pub(super) fn hides_street(a: &Address, split: &Split) -> bool {
    let city = Phrase::of(a, split.city);
    a.flags & crate::address::CERTAIN == 0
        && city.tokens.len() > 2
        && !Phrase::of(a, split.street).tokens.iter().any(|token| token.is(Token::TYPE))
        && city.tokens[1..city.tokens.len() - 1].iter().any(|token| token.is(Token::PRIMARY))
}

/// Whether a word has only letters of a street type and begins as it does: BVLD, STRET, DRVIE.
fn is_garbled(word: &[u8], street_type: &[u8]) -> bool {
    let count = |text: &[u8], letter: u8| text.iter().filter(|&&other| other == letter).count();
    word.len() > 2
        && word.first() == street_type.first()
        && word.iter().all(|&letter| count(word, letter) <= count(street_type, letter))
}

/// Whether two phrases of one length are the same city.
fn same_end(a: Phrase, b: Phrase) -> bool {
    likeness(a, b) < Likeness::Shortened
}
