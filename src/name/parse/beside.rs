//! Numbers that stand beside a name: the year of a trust, the end of an account number.

use super::title::{is_behind_person, marker};
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::tables::address;
use crate::tables::name::{self as tables, Marker};
use smallvec::SmallVec;

/// What a number beside the words for a trust says.
pub(super) enum TrustNumber {
    /// The year of the trust.
    Year,
    /// Which one it is of several.
    Which(u16),
}

/// Takes out the years and the numbers that tell the trusts of one person apart: `QUIST FAMILY 2012 TRUST` is a family trust.
pub(super) fn take_trust_numbers(
    tokens: &Tokens,
    items: &mut SmallVec<[Item; 24]>,
) -> SmallVec<[(Token, TrustNumber); 1]> {
    let mut taken = SmallVec::new();
    let mut at = items.len();
    while at > 0 {
        at -= 1;
        if is_trust_year(tokens, items, at) {
            taken.push((items.remove(at).token, TrustNumber::Year));
        } else if let Some(which) = trust_number(tokens, items, at) {
            taken.push((items.remove(at).token, TrustNumber::Which(which)));
            // `TRUST NO 2`
            if at > 0 && is_no(tokens.word(items[at - 1].token)) {
                at -= 1;
                items.remove(at);
            }
        }
    }
    taken
}

pub(super) fn is_year(word: &[u8]) -> bool {
    word.len() == 4 && (word.starts_with(b"19") || word.starts_with(b"20")) && word.iter().all(u8::is_ascii_digit)
}

fn is_no(word: &[u8]) -> bool {
    matches!(word, b"no" | b"num" | b"number")
}

/// `THE NORA QUIST 2012 IRREVOCABLE TRUST`, `THE 2012 QUIST FAMILY TRUST`, `QUIST FAMILY TRUST 2012`
fn is_trust_year(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let word = |at: usize| tokens.word(items[at].token);
    if !is_year(word(at)) {
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
    before || ends(tokens, items, at) && is_behind_trust(tokens, items, at)
}

/// `QUIST FAMILY TRUST B`, `QUIST FAMILY TRUST II`, `QUIST FAMILY TRUST NO 2 DATED 2012`: which one of several.
fn trust_number(tokens: &Tokens, items: &[Item], at: usize) -> Option<u16> {
    let word = tokens.word(items[at].token);
    let which = which(word)?;
    // `QUIST TRUST II NORA QUIST TTEE`
    let named = || {
        let firm = |item: &Item| item.entry.shows_firm();
        matches!(word, b"ii" | b"iii" | b"iv") && !items[at + 1..].iter().any(firm)
    };
    ((ends(tokens, items, at) || named()) && is_behind_trust(tokens, items, at)).then_some(which)
}

/// The number that tells trusts apart: one of at most three digits, a Roman one, a letter.
fn which(word: &[u8]) -> Option<u16> {
    const ROMAN: [&[u8]; 12] = [b"i", b"ii", b"iii", b"iv", b"v", b"vi", b"vii", b"viii", b"ix", b"x", b"xi", b"xii"];
    const LETTERS: u16 = 1000;
    match word {
        [letter @ b'a'..=b'h'] => Some(LETTERS + u16::from(*letter)),
        [] => None,
        _ if word.len() <= 3 && word.iter().all(u8::is_ascii_digit) => {
            Some(word.iter().fold(0, |value, digit| value * 10 + u16::from(digit - b'0')))
        }
        _ => ROMAN.iter().position(|roman| *roman == word).map(|place| place as u16 + 1),
    }
    .filter(|&which| which > 0)
}

/// How many items the words for a trust take that begin at an item.
fn begins_trust(tokens: &Tokens, items: &[Item], at: usize) -> Option<usize> {
    match marker(tokens, items, at) {
        Some((Marker::Trust | Marker::FamilyTrust | Marker::TrustTail, count)) => Some(count),
        _ => None,
    }
}

/// Whether nothing of a name stands behind an item: the end, a mark or a designation, as in `II DATED`, `II TTEE`.
fn ends(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    !items.get(at + 1).is_some_and(Item::is_word) || marker(tokens, items, at + 1).is_some()
}

/// Whether the words for a trust, and a name before them, end before an item; other numbers may stand between.
fn is_behind_trust(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let number = |item: &&Item| {
        let word = tokens.word(item.token);
        is_year(word) || is_no(word) || which(word).is_some()
    };
    let end = at - items[..at].iter().rev().take_while(number).count();
    (end.saturating_sub(LONGEST_TRUST).max(1)..end)
        .any(|from| begins_trust(tokens, items, from).is_some_and(|count| from + count == end))
}

/// Words of the longest phrase for a trust: `family revocable living trust`.
const LONGEST_TRUST: usize = 4;

/// Digits of the shortest number that a bank writes behind a name.
const SHORTEST_ACCOUNT_NUMBER: usize = 3;

/// `0012345 NORMAN WHITLOW`: an account number before the name of a person; `1. NORMAN WHITLOW`: his place in a list.
pub(super) fn is_number_in_front(tokens: &Tokens, items: &[Item]) -> bool {
    let [number, rest @ ..] = items else { return false };
    let digits = tokens.word(number.token);
    let marked =
        matches!(number.token, Token::Word { dotted: true, .. }) || tokens.tokens.get(1) == Some(&Token::Close);
    let listed = digits.len() == 1 && marked && rest.iter().any(|item| item.entry.is_clearly_given());
    // `1 NORMAN WHITLOW`, `01 NORMAN WHITLOW`; 14 Penny Lane is a house, and 3 Rivers Grant no person.
    let which = matches!(digits, [b'0', b'1'..=b'9'] | [b'1'..=b'9']);
    let before_person = || {
        let surname = |last: &Item| last.entry.surname > last.entry.given && !is_street_type(tokens.word(last.token));
        rest.iter().all(Item::is_word)
            && rest.first().is_some_and(|first| first.entry.is_clearly_given())
            && rest.last().is_some_and(surname)
            && is_behind_person(tokens, items, items.len(), rest.len())
    };
    // Three digits may be those of an account or of a house.
    (digits.len() > SHORTEST_ACCOUNT_NUMBER || listed || which && before_person())
        && digits.iter().all(u8::is_ascii_digit)
        && rest.len() >= 2
        && rest.iter().any(|item| item.entry.is_given())
        && !rest.iter().any(|item| item.entry.shows_firm())
}

/// Whether a word may be that of a street.
fn is_street_type(word: &[u8]) -> bool {
    address::entry(word).is_some_and(|entry| entry.classes & address::Word::SUFFIX != 0)
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
        && before.clone().any(|item| item.entry.given > 0)
        && !before.any(|item| item.entry.shows_firm());
    masked && digits >= SHORTEST_ACCOUNT_NUMBER && last && person
}
