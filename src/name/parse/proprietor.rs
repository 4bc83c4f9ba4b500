//! A firm without a form, and who owns it: `BLUEFEN BAKERY NORA QUIST OWNER`, `BLUEFEN BAKERY PROP NORA QUIST`; or the owner alone,
//! `PROP NORA QUIST`.

use super::Item;
use super::beyond::names_person;
use super::title::is_behind_person;
use super::tokens::{Token, Tokens};
use crate::tables::name::{self as tables, Label};
use smallvec::SmallVec;

/// Words of the longest name that is looked for behind the firm.
const LONGEST_NAME: usize = 4;

/// Parts a firm from its owner by a mark in the place of the word that says so, or before the name that it ends with. A firm with a
/// form owns what it has itself.
pub(super) fn part_proprietor(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let says = |item: &Item| Label::Proprietor.names(tokens.word(item.token));
    let Some(at) = items.iter().rposition(says) else { return };
    let firm = |part: &[Item]| part.iter().any(|item| item.entry.shows_firm());
    let form = |item: &Item| item.entry.is(tables::LEGAL) && !item.entry.is_name();
    let plain = |item: &Item| (item.is_word() || item.token == Token::Comma) && !form(item);
    if at == 0 {
        // `PROP ROSE GARDEN` may be her garden.
        if begins_owner(tokens, items) && !items[1..].iter().any(|item| item.entry.is(tables::BUSINESS | tables::LEGAL))
        {
            items.remove(0);
        }
        return;
    }
    // The German word is none of a name, and says that a firm stands before it; a word alone would be a surname before the mark.
    let stated = tokens.word(items[at].token).starts_with(b"inh") && at + 1 < items.len();
    if at == 1 && !firm(&items[..1]) || !(stated || firm(items)) || !items.iter().all(plain) {
        return;
    }
    // `SOLE OWNER`, `SOLE PROP`
    let sole = tokens.word(items[at - 1].token) == b"sole";
    let end = at - usize::from(sole);
    let person = |from: usize, to: usize| {
        let words = items[from..to].iter().filter(|item| item.is_word()).count();
        let begins = items[from].entry.is_given() && items[from].entry.given > items[from].entry.surname;
        (2..=LONGEST_NAME).contains(&words) && begins && is_behind_person(tokens, items, to, words)
    };
    // `NORA QUIST PROP MANAGEMENT` is a firm that manages property.
    let named = |at: usize| !items[at].entry.is(tables::BUSINESS | tables::GENERIC);
    let mark = Item { token: Token::Separator, entry: tables::UNKNOWN, aside: false };
    if at + 1 < items.len() {
        if stated && names_person(tokens, items, at + 1)
            || person(at + 1, items.len()) && firm(&items[..end])
            || person(0, end) && firm(&items[at + 1..]) && named(at + 1)
        {
            items[at] = mark;
            items.drain(end..at);
        }
        return;
    }
    let ends = if items[end - 1].token == Token::Comma { end - 1 } else { end };
    // `APARTMENTS AT MADISON PARK OWNER`: the words behind a preposition belong to the firm.
    let whole = |from: usize| !is_preposition(tokens.word(items[from - 1].token));
    let from =
        (1..ends).find(|&from| items[from].is_word() && whole(from) && firm(&items[..from]) && person(from, ends));
    if let Some(from) = from {
        items.truncate(ends);
        items.insert(from, mark);
    }
}

fn is_preposition(word: &[u8]) -> bool {
    matches!(word, b"at" | b"of" | b"on" | b"in" | b"the" | b"near")
}

/// `PROP NORA QUIST`: whether nothing but the name of a person stands behind the first word.
fn begins_owner(tokens: &Tokens, items: &[Item]) -> bool {
    let words = items.len() - 1;
    (2..=LONGEST_NAME).contains(&words)
        && items[1..].iter().all(Item::is_word)
        && items[1].entry.is_clearly_given()
        && is_behind_person(tokens, items, items.len(), words)
}
