//! Abbreviations the letters of which are written apart: `WEI CHEN M D`, `NORA QUIST P O D IVO QUIST`.

use super::Item;
use super::title::marker;
use super::tokens::{Token, Tokens};
use crate::name::word::SLASHED;
use crate::tables::name as tables;
use smallvec::SmallVec;

/// Joins the letters of a degree, and of three letters those of an abbreviation of account titles, behind two words and more.
pub(super) fn join_letters(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let letter = |item: &Item| tokens.word(item.token).len() == 1;
    let mut at = 2;
    while at < items.len() {
        let count = items[at..].iter().take_while(|item| letter(item)).count();
        if let Some(item) = joined(tokens, items, at, count) {
            items[at] = item;
            items.drain(at + 1..at + count);
        }
        at += count.max(1);
    }
}

/// The word that so many letters at a place make.
fn joined(tokens: &Tokens, items: &[Item], at: usize, count: usize) -> Option<Item> {
    if !(2..=3).contains(&count) {
        return None;
    }
    let Token::Word { start, .. } = items[at].token else { return None };
    let letters = tokens.text.get(usize::from(start)..usize::from(start) + count)?;
    let entry = tables::word(letters);
    let ends = || !items.get(at + count).is_some_and(Item::is_word) || marker(tokens, items, at + count).is_some();
    // Other degrees of two letters are initials as often, and are read at the end of a text only.
    let degree = entry.is(tables::POST_NOMINAL) && (count == 3 || letters == b"md");
    let flags = match () {
        () if degree && ends() && is_behind_person(tokens, items, at) => 0,
        () if count == 3 && names_before(items, at) >= 2 => {
            tables::slashed(core::str::from_utf8(letters).ok()?)?;
            SLASHED
        }
        () => return None,
    };
    Some(Item { token: Token::Word { start, len: count as u8, flags, dotted: false }, entry, ..items[at] })
}

/// How many words stand right before a place.
fn names_before(items: &[Item], at: usize) -> usize {
    items[..at].iter().rev().take_while(|item| item.is_word()).count()
}

/// Whether the words before a place, or before a comma there, are a given name and a surname: behind a surname that stands in
/// front, letters are initials.
fn is_behind_person(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let comma = items[at - 1].token == Token::Comma;
    let end = at - usize::from(comma);
    let title = |item: &&Item| item.entry.is(tables::HONORIFIC) && !item.entry.is_name();
    let words: SmallVec<[&Item; 8]> = items[end - names_before(items, end)..end].iter().skip_while(title).collect();
    let [first, .., last] = words.as_slice() else { return false };
    let long = |item: &Item| tokens.word(item.token).len() > 1;
    let given = match first.entry {
        // Behind a comma letters are initials, unless a given name stands before it.
        entry if comma => entry.given > entry.surname,
        entry if entry.is_clearly_surname() => false,
        entry if entry.given > entry.surname => true,
        _ => !last.entry.is_clearly_given(),
    };
    (2..=LONGEST_PERSON).contains(&words.len())
        && given
        && long(first)
        && long(last)
        && words.iter().all(|item| item.entry.class & !(tables::PARTICLE | tables::PHRASE) == 0)
}

/// Words of the longest name that a degree is looked for behind.
const LONGEST_PERSON: usize = 4;
