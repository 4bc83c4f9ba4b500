//! Numbers that stand beside a name: the year of a trust, the end of an account number.

use super::title::marker;
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::tables::name::{self as tables, Marker};
use smallvec::SmallVec;

/// Takes out the years and the numbers that tell the trusts of one person apart: `QUIST FAMILY 2012 TRUST` is a family trust.
pub(super) fn take_trust_years(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) -> SmallVec<[Token; 1]> {
    let mut years = SmallVec::new();
    for at in (0..items.len()).rev() {
        if is_trust_year(tokens, items, at) || is_trust_number(tokens, items, at) {
            years.push(items.remove(at).token);
        }
    }
    years
}

/// `THE NORA QUIST 2012 IRREVOCABLE TRUST`, `THE 2012 QUIST FAMILY TRUST`, `QUIST FAMILY TRUST 2012`
fn is_trust_year(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let word = |at: usize| tokens.word(items[at].token);
    let year = word(at);
    if year.len() != 4 || !(year.starts_with(b"19") || year.starts_with(b"20")) || !year.iter().all(u8::is_ascii_digit)
    {
        return false;
    }
    let front = at == 0 || at == 1 && word(0) == b"the";
    if front {
        // Not the Trust Company of 1912, which has a form behind it.
        let trust = (at + 2..items.len()).rev().find(|&place| begins_trust(tokens, items, place).is_some());
        let ends = |place: usize| {
            items[place..]
                .iter()
                .all(|item| !item.is_word() || !item.entry.is(tables::BUSINESS | tables::LEGAL) || item.entry.is_name())
        };
        return items.get(at + 1).is_some_and(Item::is_word) && trust.is_some_and(ends);
    }
    let before = items.get(at + 1).is_some_and(Item::is_word) && begins_trust(tokens, items, at + 1).is_some();
    before || ends_trust(tokens, items, at)
}

/// `QUIST FAMILY TRUST B`, `QUIST FAMILY TRUST II`, `QUIST FAMILY TRUST 2`: which one of several.
fn is_trust_number(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let word = tokens.word(items[at].token);
    let number = !word.is_empty() && word.len() <= 2 && word.iter().all(u8::is_ascii_digit);
    let says = number || matches!(word, b"a" | b"b" | b"c" | b"d" | b"i" | b"ii" | b"iii" | b"iv" | b"v");
    says && items[at + 1..].is_empty() && ends_trust(tokens, items, at)
}

/// How many items the words for a trust take that begin at an item.
fn begins_trust(tokens: &Tokens, items: &[Item], at: usize) -> Option<usize> {
    match marker(tokens, items, at) {
        Some((Marker::Trust | Marker::FamilyTrust | Marker::TrustTail, count)) => Some(count),
        _ => None,
    }
}

/// Whether the words for a trust, and a name before them, end before an item, and no other word follows it.
fn ends_trust(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    !items.get(at + 1).is_some_and(Item::is_word)
        && (at.saturating_sub(LONGEST_TRUST).max(1)..at)
            .any(|from| begins_trust(tokens, items, from).is_some_and(|count| from + count == at))
}

/// Words of the longest phrase for a trust: `family revocable living trust`.
const LONGEST_TRUST: usize = 4;

/// Digits of the shortest number that a bank writes behind a name.
const SHORTEST_ACCOUNT_NUMBER: usize = 3;

/// `0012345 NORMAN WHITLOW`: an account number before the name of a person.
pub(super) fn is_number_in_front(tokens: &Tokens, items: &[Item]) -> bool {
    let [number, rest @ ..] = items else { return false };
    let digits = tokens.word(number.token);
    digits.len() > SHORTEST_ACCOUNT_NUMBER
        && digits.iter().all(u8::is_ascii_digit)
        && rest.len() >= 2
        && rest.iter().any(|item| item.entry.is_given())
        && !rest.iter().any(|item| item.entry.is(tables::BUSINESS | tables::LEGAL) && !item.entry.is_name())
}

/// `NORMAN WHITLOW 0045`, `… X1234`: the end of an account number behind the name of a person.
pub(super) fn is_account_number(tokens: &Tokens, items: &[Item], current: &Draft, at: usize) -> bool {
    let word = tokens.word(items[at].token);
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    let masked = word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'x' | b'?'));
    let last = !items[at + 1..].iter().any(Item::is_word);
    let mut before = current.items.iter().map(|&index| &items[usize::from(index)]).filter(|item| item.is_word());
    let form = |item: &Item| item.entry.is(tables::LEGAL) && tokens.word(item.token).len() > 1 && !item.entry.is_name();
    if masked
        && digits >= SHORTEST_ACCOUNT_NUMBER
        && last
        && before.clone().count() >= 2
        && before.clone().next_back().is_some_and(form)
    {
        // `QUIST TRUCKING LLC 0045`
        return true;
    }
    let person = before.clone().count() >= 2
        && before.clone().any(|item| item.entry.is_given())
        && !before.any(|item| item.entry.is(tables::BUSINESS | tables::LEGAL) && !item.entry.is_name());
    masked && digits >= SHORTEST_ACCOUNT_NUMBER && last && person
}
