//! What an account is for, and accounts that are held for another: for the clients of a lawyer, and by the bank that is custodian of
//! an IRA.

use super::beyond::names_person;
use super::share::SURNAME_IN_USE;
use super::title::{is_behind_person, marker};
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::name::Role;
use crate::name::word::HYPHEN;
use crate::tables::name::{self as tables, Label, Marker};
use smallvec::SmallVec;

/// Takes what an account is for off the end, behind the form of a firm or the name of a person: `BLUEFEN BAKERY LLC SALES TAX`,
/// `NORA QUIST REWARDS CHECKING`. Gives what stood behind the form.
pub(super) fn take_purpose(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) -> SmallVec<[Token; 4]> {
    let mut taken = SmallVec::new();
    let product = |item: &Item| Label::Product.names(tokens.word(item.token));
    let Some(last) = items.last().filter(|last| product(last) || Label::Purpose.names(tokens.word(last.token))) else {
        return taken;
    };
    // `BLUEFEN BAKERY LLC MONEY MARKET SAVINGS`; Bluefen LLC Capital has a word more.
    let kinds = product(last);
    let purpose = |item: &Item| {
        let word = tokens.word(item.token);
        Label::Purpose.names(word) || kinds && Label::Kind.names(word)
    };
    let mark = |item: &Item| matches!(item.token, Token::Comma | Token::Separator);
    let before = items.iter().rposition(|item| !(purpose(item) || product(item) || mark(item)));
    let Some(before) = before.filter(|&before| before > 0) else { return taken };
    let form = items[before];
    // `BLUEFEN COMPANY SALES` may be one name.
    let is_form = form.entry.is(tables::LEGAL) && !matches!(tokens.word(form.token), b"company" | b"corporation");
    if is_form && !form.entry.is_name() && tokens.word(form.token).len() > 2 {
        taken.extend(items.drain(before + 1..).filter(Item::is_word).map(|item| item.token));
    } else if product(last) {
        // A part of what stands there may be a surname.
        let first = items[..=before].iter().rposition(|item| !item.is_word()).map_or(0, |mark| mark + 1);
        let person = |&from: &usize| is_behind_person(tokens, items, from, from - first);
        let from = (before + 1..items.len() - 1)
            .filter(|&from| items[from..].iter().all(Item::is_word))
            // `NORA GOLD CHECKING`
            .filter(|&from| !items[from].entry.is_surname() || from + 2 < items.len())
            .find(person);
        items.truncate(from.unwrap_or(items.len()));
    }
    taken
}

/// Whether the words for an account are those of one that a bank has to hold for its owner.
pub(super) fn is_retirement(tokens: &Tokens, phrase: &[Item]) -> bool {
    let is = |item: &Item, words: &[&[u8]]| words.contains(&tokens.word(item.token));
    phrase.iter().any(|item| is(item, &[b"ira", b"hsa", b"retirement"]))
        || phrase.windows(2).any(|two| is(&two[0], &[b"health"]) && is(&two[1], &[b"savings"]))
}

/// Whether `A/C` is what cools a house: joined to another trade, or before one or a form.
pub(super) fn conditions_air(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let joins = |item: &Item| item.token == Token::Ampersand || tokens.word(item.token) == b"and";
    let air = |item: &Item| Label::Air.names(tokens.word(item.token));
    let joined = at.checked_sub(1).is_some_and(|before| joins(&items[before]) || air(&items[before]));
    let trade = |item: &Item| item.entry.is(tables::BUSINESS | tables::LEGAL);
    joined
        || items.get(at + 1).is_some_and(trade)
        // `BLUEFEN A/C & HEATING`
        || matches!(items.get(at + 1..at + 3), Some([and, next]) if joins(and) && (trade(next) || air(next)))
}

/// `KESTREL-MOHR IRA`, `VAN DIJK IRA`, `IRA & NORA VAN DIJK`: a given name, where no other stands beside the surname; no bank keeps a
/// retirement account of a surname alone.
pub(super) fn is_called_ira(tokens: &Tokens, items: &[Item], at: usize, have: usize) -> bool {
    let joint = |item: &Item| item.token == Token::Ampersand;
    if have == 0 {
        return items.get(at + 1).is_some_and(joint);
    }
    let end = if items[at - 1].is_word() { at } else { at - 1 };
    let Some(surname) = end.checked_sub(have).map(|first| &items[first..end]) else { return false };
    let Some((last, before)) = surname.split_last() else { return false };
    let hyphened = |item: &Item| matches!(item.token, Token::Word { flags, .. } if flags & HYPHEN != 0);
    if have == 2 && hyphened(last) {
        return true;
    }
    let mut joined: SmallVec<[u8; 32]> = SmallVec::new();
    surname.iter().for_each(|item| joined.extend_from_slice(tokens.word(item.token)));
    let known = || tables::word(&joined).surname > 0;
    !before.is_empty()
        && surname.iter().all(Item::is_word)
        && before.iter().all(|item| item.entry.is(tables::PARTICLE))
        && (before.iter().any(|item| !item.entry.is_name()) || known())
}

/// `JAMES ROTH IRA`, `AMY M SIMPLE IRA`: the kind of account is the surname of who has no other before it.
pub(super) fn is_surname_of_owner(tokens: &Tokens, items: &[Item], at: usize, have: usize) -> bool {
    let Some(before) = at.checked_sub(have).map(|first| &items[first..at]) else { return false };
    let titled = |item: &&Item| item.entry.is(tables::HONORIFIC) && !item.entry.is_name();
    let mut names = before.iter().filter(|item| tokens.word(item.token).len() > 1).skip_while(titled);
    items[at].entry.surname >= SURNAME_IN_USE
        && before.iter().all(Item::is_word)
        && names.next().is_some_and(|first| first.entry.is_clearly_given())
        && names.next().is_none()
}

/// Whether a text ends within a phrase for an account that is held for clients: `NORA QUIST ATTORNEY TRUST`.
pub(super) fn is_cut_client_account(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let mut text: SmallVec<[u8; 64]> = SmallVec::new();
    for item in &items[at..] {
        if !text.is_empty() {
            text.push(b' ');
        }
        text.extend_from_slice(tokens.word(item.token));
    }
    core::str::from_utf8(&text).is_ok_and(tables::begins_client_account_only)
}

/// `NORA QUIST IRA BLUEFEN TRUST CO CUSTODIAN`: whether a firm and its designation end the text.
pub(super) fn ends_with_custodian(tokens: &Tokens, items: &[Item], from: usize) -> bool {
    let firm = |item: &Item| item.entry.shows_firm();
    let ends = |place: usize| matches!(marker(tokens, items, place), Some((Marker::Custodian, count)) if place + count == items.len());
    items[from..].iter().any(firm) && (from + 1..items.len()).any(ends)
}

/// `BLUEFEN BANK NA CUST IRA NORA QUIST`: whether a firm and its designation stand before the words for the account, and a person
/// behind them.
pub(super) fn is_held_by_firm(tokens: &Tokens, items: &[Item], at: usize, count: usize) -> bool {
    let ends = |place: &usize| matches!(marker(tokens, items, *place), Some((Marker::Custodian | Marker::CustodianFor, count)) if place + count == at);
    let firm = |before: &[Item]| match before {
        [only] => only.entry.given == 0 && only.entry.surname == 0,
        _ => before.iter().any(|item| item.entry.shows_firm()),
    };
    is_retirement(tokens, &items[at..at + count])
        && names_person(tokens, items, at + count)
        && (1..at).rev().find(ends).is_some_and(|custodian| firm(&items[..custodian]))
}

/// `BLUEFEN BANK NA CUST NORA QUIST ROTH IRA`: the firm is custodian by law, and who is named behind it is of age.
pub(super) fn own_retirement(tokens: &Tokens, items: &[Item], drafts: &mut [Draft]) {
    let firm = |draft: &Draft| draft.role == Role::Custodian && is_firm(tokens, items, draft, drafts);
    if drafts.iter().any(firm) {
        drafts.iter_mut().filter(|draft| draft.role == Role::Minor).for_each(|draft| draft.role = Role::Fbo);
    }
}

/// Whether a custodian is a firm. Dev Patel, Rose Garden and James Bank are people; Chase Bank and Charles Schwab Trust are none.
fn is_firm(tokens: &Tokens, items: &[Item], draft: &Draft, drafts: &[Draft]) -> bool {
    let words = |draft: &Draft| -> SmallVec<[Item; 12]> {
        draft.items.iter().map(|&index| items[usize::from(index)]).filter(Item::is_word).collect()
    };
    let own = words(draft);
    let Some((first, rest)) = own.split_first() else { return draft.ampersand };
    // The surname of the child shows no firm.
    let minor = drafts.iter().filter(|draft| draft.role == Role::Minor).flat_map(words);
    let family: SmallVec<[&[u8]; 8]> = minor.map(|item| tokens.word(item.token)).collect();
    let strange = |item: &Item| !family.contains(&tokens.word(item.token));
    let called = |item: &Item| item.entry.given >= tables::RARELY_GIVEN;
    let shows = |item: &Item| item.entry.shows_firm() && !called(item) && strange(item);
    let firm = match rest.len() {
        // `BLUEFEN CUST NORA QUIST IRA`: no person goes by one word but by a given name or a surname.
        0 => shows(first) || strange(first) && !called(first) && first.entry.surname < tables::RARELY_GIVEN,
        // What begins as a person is a firm by nobody's name, or by what a bank is called behind two words or one that is hardly
        // anybody's given name.
        count @ 1..=2 if called(first) => {
            let banks = count == 2 || !first.entry.is_clearly_given();
            let nobody = |item: &Item| item.entry.given == 0 && item.entry.surname == 0;
            let bank = |item: &Item| matches!(tokens.word(item.token), b"bank" | b"trust" | b"co" | b"company");
            rest.iter().any(|item| shows(item) && (nobody(item) || banks && bank(item)))
        }
        _ => own.iter().any(shows),
    };
    draft.ampersand || firm
}
