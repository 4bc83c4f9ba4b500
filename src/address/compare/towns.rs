//! Whether two cities whose names share words or letters are two towns of the tables: Hartford and West Hartford.

use super::nearness::Nearness;
use super::phrase::{Likeness, Phrase};
use crate::address::splits::Split;
use crate::address::{Address, TOWN, TOWN_WORDS, Token};

/// A side in one of its readings.
type Side<'a> = (&'a Address, &'a Split);

/// Whether the cities are two towns, although they share words or letters; the postcodes differ, or one is missing.
pub(super) fn are_other_towns(a: Side, b: Side, city: Likeness, postcode: Nearness) -> bool {
    if city >= Likeness::Absent {
        return false;
    }
    let (known_a, known_b) = (known(a), known(b));
    if known_b && begins_earlier(a, b) || known_a && begins_earlier(b, a) {
        return true;
    }
    // `WST HAVEN`: a word before a city that is neither its own nor the street's may be a slip of what the other one has there.
    if is_behind_word(a) || is_behind_word(b) {
        return false;
    }
    match city {
        Likeness::Same => false,
        // The same letters, or a word less: `LA FAYETTE` is Lafayette, Union City is not Union.
        Likeness::Variant => known_a && known_b && letters(a) != letters(b),
        // `LINDENWOLD`, which is not in the tables, is no Linden where its postcode lies elsewhere as well.
        Likeness::Shortened | Likeness::Begins if postcode == Nearness::Other => {
            known(if letters(a) < letters(b) { a } else { b })
        }
        Likeness::Partial if known_a != known_b => has_direction(a, b) && known_b || has_direction(b, a) && known_a,
        _ => known_a && known_b,
    }
}

/// Whether a word stands between the street and a city that is no part of either.
fn is_behind_word((address, split): Side) -> bool {
    let between = split.city.0.checked_sub(1).filter(|&last| last >= address.name_to && last < 63);
    between.is_some_and(|last| !address.tokens[usize::from(last)].is(Token::TYPE | Token::DIRECTION | Token::NOISE))
}

fn words(split: &Split) -> u8 {
    split.city.1 - split.city.0
}

fn is_town(address: &Address, words: u8) -> bool {
    (1..=TOWN_WORDS).contains(&usize::from(words)) && address.flags & TOWN << (words - 1) != 0
}

/// Whether a city is a town of the tables.
fn known((address, split): Side) -> bool {
    is_town(address, words(split))
}

/// How many letters a city has.
fn letters((address, split): Side) -> usize {
    Phrase::of(address, split.city).tokens.iter().map(|token| usize::from(token.len)).sum()
}

/// Whether the last word of a street makes a town with the city behind it, and the other street has no such word:
/// `60 CENTRAL AVE W HARTFORD` beside 60 Central Ave, Hartford. Behind a comma, or in a field of its own, a city begins where it does.
fn begins_earlier((address, split): Side, (other, with): Side) -> bool {
    let from = split.city.0;
    let Some(last) = from.checked_sub(1).filter(|&last| last >= address.name_to) else { return false };
    let states = |place: u8| place < 63 && address.stated >> place & 1 != 0;
    // `PARK AVE, NORTH PLAINFIELD`: the direction is none of the street, whether or not the town is in the tables.
    let parted = || states(last) && last > address.name_to && address.tokens[usize::from(last)].is(Token::DIRECTION);
    if from >= 63 || states(from) || !is_town(address, words(split) + 1) && !parted() {
        return false;
    }
    let word = address.tokens[usize::from(last)].hash;
    !other.tokens[..usize::from(with.city.0)].iter().any(|token| token.hash == word)
}

/// Whether a city that stands behind a comma or in a field of its own is the other one with a direction before it.
fn has_direction((address, split): Side, (other, with): Side) -> bool {
    let (city, rest) = (Phrase::of(address, split.city), Phrase::of(other, with.city));
    let stated = split.city.0 < 63 && address.stated >> split.city.0 & 1 != 0;
    stated
        && city.tokens.len() == rest.tokens.len() + 1
        && city.tokens[0].is(Token::DIRECTION)
        && city.tokens[1..].iter().map(|token| token.hash).eq(rest.tokens.iter().map(|token| token.hash))
}
