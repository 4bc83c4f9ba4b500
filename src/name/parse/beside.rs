//! Numbers that stand beside a name: the year of a trust, the end of an account number.

use super::title::marker;
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::tables::name::{self as tables, Marker};
use smallvec::SmallVec;

/// Takes out the years that tell the trusts of one person apart: `QUIST FAMILY 2012 TRUST` is a family trust.
pub(super) fn take_trust_years(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) -> SmallVec<[Token; 1]> {
    let mut years = SmallVec::new();
    for at in (1..items.len()).rev() {
        if is_trust_year(tokens, items, at) && items[..at].iter().any(Item::is_word) {
            years.push(items.remove(at).token);
        }
    }
    years
}

/// `THE NORA QUIST 2012 IRREVOCABLE TRUST`
fn is_trust_year(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let year = tokens.word(items[at].token);
    year.len() == 4
        && (year.starts_with(b"19") || year.starts_with(b"20"))
        && year.iter().all(u8::is_ascii_digit)
        && items.get(at + 1).is_some_and(Item::is_word)
        && matches!(marker(tokens, items, at + 1), Some((Marker::Trust | Marker::FamilyTrust | Marker::TrustTail, _)))
}

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
