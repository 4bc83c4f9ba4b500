//! What stands behind a phrase of an account title: another person, or nothing.

use super::title::{is_behind_person, marker};
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::name::word::fills_field;
use crate::tables::name::{self as tables, Marker};

/// Whether two words of a name stand at a place.
pub(super) fn names_next(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let name = |item: &Item| {
        item.is_word()
            && (item.entry.given | item.entry.surname) > 0
            && !item.entry.is(tables::BUSINESS | tables::LEGAL)
    };
    matches!(items.get(at..), Some([first, second, ..]) if name(first) && second.is_word())
        && (at..at + 2).all(|place| marker(tokens, items, place).is_none())
}

/// Whether the name of a person stands at a place.
pub(super) fn begins_person(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    names_next(tokens, items, at) && items[at..at + 2].iter().any(|item| item.entry.given > item.entry.surname)
}

/// The same of another owner, not of who gets the money after the first, nor of a firm: `NORA QUIST OWNER IVO QUIST BENEFICIARY`,
/// `NORA QUIST MEMBER IVO QUIST LLC`.
pub(super) fn begins_owner(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let gets = |place: usize| matches!(marker(tokens, items, place), Some((Marker::Beneficiary | Marker::Relative, _)));
    let firm = |item: &Item| item.entry.shows_firm();
    let mut name = (at + 2..items.len()).take_while(|&place| marker(tokens, items, place).is_none());
    begins_person(tokens, items, at) && !name.any(|place| firm(&items[place])) && !(at + 2..items.len()).any(gets)
}

/// `EMMA QUIST MINOR NORA QUIST CUSTODIAN`: whether who holds the account for a child is named behind it.
pub(super) fn names_custodian(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let comma = items.get(at).is_some_and(|item| item.token == Token::Comma);
    let from = at + usize::from(comma);
    let holds = |place: usize| matches!(marker(tokens, items, place), Some((Marker::Custodian | Marker::Guardian, _)));
    names_next(tokens, items, from) && (from + 2..items.len()).any(holds)
}

/// `EST NORA QUIST`, `EST NORA QUIST DECD`: whether a person is named, and nothing else but that she died.
pub(super) fn names_estate(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let ends = |place: &usize| marker(tokens, items, *place) == Some((Marker::EstateTail, items.len() - place));
    let end = (at..items.len()).rev().find(ends).unwrap_or(items.len());
    names_person(tokens, &items[..end], at)
}

/// `NORA QUIST / IOLTA`: whether a phrase stands alone behind a mark, at the end.
pub(super) fn ends_behind_mark(items: &[Item], at: usize, count: usize, have: usize) -> bool {
    have == 0 && at + count == items.len() && at > 1 && items[at - 1].token == Token::Separator
}

/// `NORA QUIST TRUSTOR IVO QUIST TRUSTEE`: whether she only made the trust, and another one is its trustee.
pub(super) fn only_made_trust(tokens: &Tokens, items: &[Item], at: usize, count: usize) -> bool {
    let comma = items.get(at + count).is_some_and(|item| item.token == Token::Comma);
    let next = at + count + usize::from(comma);
    let trustee = |place: usize| matches!(marker(tokens, items, place), Some((Marker::Trustee | Marker::TrusteeOf, _)));
    count == 1
        && matches!(tokens.word(items[at].token), b"trustor" | b"trustors" | b"settlor" | b"settlors")
        && names_next(tokens, items, next)
        && (next + 2..items.len()).any(trustee)
}

/// `NORA QUIST TR QUIST LIVING TRUST`: behind a person and before the trust, the letters that are short for a trust elsewhere are a
/// trustee.
pub(super) fn before_trust(
    (found, count): (Marker, usize),
    tokens: &Tokens,
    items: &[Item],
    at: usize,
    have: usize,
) -> (Marker, usize) {
    let trust = |place: usize| matches!(marker(tokens, items, place), Some((Marker::Trust | Marker::FamilyTrust, _)));
    let trustee = found == Marker::TrustTail
        && count == 1
        && items.get(at + 1).is_some_and(Item::is_word)
        && is_behind_person(tokens, items, at, have)
        && !trust(at + 1)
        && (at + 2..items.len()).any(trust);
    (if trustee { Marker::Trustee } else { found }, count)
}

/// Characters of the narrowest field that holds two owners.
const NARROWEST: usize = 20;

/// A surname that so many times (log2) fewer people have is the beginning of the other one.
const MUCH_RARER: u8 = 2;

/// `HAROLD QUIST AND INGRID QUI`: where the field ends within the surname that the owner before has, the last owner has it. Gives
/// what stands there.
pub(super) fn complete_cut(tokens: &Tokens, items: &[Item], drafts: &mut [Draft]) -> Option<usize> {
    let [.., before, last] = drafts else { return None };
    let cut = usize::from(*last.items.last()?);
    let of_name =
        |index: &&u8| items[usize::from(**index)].is_word() && items[usize::from(**index)].entry.generation == 0;
    let surname = *before.items.iter().rfind(of_name)?;
    let (short, long) = (tokens.word(items[cut].token), tokens.word(items[usize::from(surname)].token));
    let (entry, whole) = (items[cut].entry, items[usize::from(surname)].entry);
    // Where the text is as wide as a field, it is cut there, also where a few people are called by what is left.
    let given = entry.given > 0 && (entry.is_given() || !fills_field(tokens.width()));
    let rare = entry.surname == 0 || entry.surname + MUCH_RARER <= whole.surname;
    let two = last.joint && last.role == before.role && last.items.len() > 1 && before.items.len() > 1;
    let is_cut = (2..long.len()).contains(&short.len())
        && long.starts_with(short)
        && items.iter().rposition(Item::is_word) == Some(cut)
        && tokens.width() >= NARROWEST;
    if !(two && is_cut && rare && !given && entry.class | whole.class == 0 && !whole.is_clearly_given()) {
        return None;
    }
    *last.items.last_mut()? = surname;
    Some(cut)
}

/// Whether a person's name of two words and more stands at a place, and nothing else behind it: no designation, no number, no
/// `ON`, `TO`, `OBO` or `DATED`.
pub(super) fn names_person(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let Some(rest) = items.get(at..) else { return false };
    // Behind a clear given name a surname may be one that no table knows.
    let clear = rest.first().is_some_and(|item| item.entry.is_clearly_given());
    let known = |item: &Item| (item.entry.given | item.entry.surname) > 0 || clear && item.entry.class == 0;
    let name = |item: &&Item| known(item) && tokens.word(item.token).len() > 1;
    // `A/C JORDAN TEMPLE`: a trade that is a surname as well, behind a given name alone.
    let surname = |place: usize| {
        let entry = items[place].entry;
        let alone = rest.len() == 2 && place == at + 1 && rest[0].entry.is_given();
        alone && entry.is_surname() && !entry.is(tables::LEGAL | tables::GENERIC)
    };
    let plain = |place: usize| {
        let word = tokens.word(items[place].token);
        items[place].is_word()
            && word.iter().all(u8::is_ascii_alphabetic)
            && (!items[place].entry.is(tables::BUSINESS | tables::LEGAL) || surname(place))
            && !matches!(
                word,
                b"on" | b"to" | b"in" | b"of" | b"for" | b"by" | b"at" | b"as" | b"the" | b"obo" | b"file"
            )
            && marker(tokens, items, place).is_none()
    };
    rest.iter().any(|item| item.entry.given > 0)
        && rest.iter().filter(name).count() >= 2
        && (at..items.len()).all(plain)
}
