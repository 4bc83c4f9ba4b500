//! Words and letters between two persons that are names as well: `JUAN GARCIA Y MARIA LOPEZ`, `KLAUS U BIRGIT WERNER`.

use super::beyond::names_person;
use super::split::has_sexes;
use super::title::marker;
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::tables::name::{self as tables, Marker};
use smallvec::SmallVec;

/// `JUAN GARCIA Y MARIA LOPEZ`, `GIOVANNI BIANCHI E MARIA ROSSI`: the letter that joins two persons in Spanish (y, e, o),
/// Italian, Portuguese (e), Polish (i) and German (u). It is also an initial, and joins two surnames (Ortega y Gasset): only where a given
/// name and a surname stand on both sides, in the same order, are there two persons.
pub(super) fn joins_persons(tokens: &Tokens, items: &[Item], current: &Draft, at: usize) -> bool {
    let word = tokens.word(items[at].token);
    let letter = may_join(word);
    if !letter && !may_be_and(word) && word != b"with" {
        return false;
    }
    let given = |item: &Item| item.entry.is_clearly_given();
    let surname = |item: &Item| !given(item) && item.entry.class == 0 && tokens.word(item.token).len() > 1;
    let left: SmallVec<[&Item; 8]> = current.items.iter().map(|&index| &items[usize::from(index)]).collect();
    // Up to a mark, a suffix or a phrase: `ALLISON Y HARVEY OR ROSE HADLEY`.
    let of_name = |place: &usize| {
        let item = &items[*place];
        item.is_word() && item.entry.generation == 0 && marker(tokens, items, *place).is_none()
    };
    let right: SmallVec<[&Item; 8]> = (at + 1..items.len()).take_while(of_name).map(|place| &items[place]).collect();
    let [next, .., end] = right.as_slice() else { return joins_given_names(&left, &right, letter) };
    // In Spanish many a given name is a surname as well: Rosa, Cruz, Santos.
    let called = |item: &Item| item.entry.given >= KNOWN_GIVEN && item.entry.given + 3 >= item.entry.surname;
    let begins = |item: &Item| item.entry.given >= KNOWN_GIVEN && item.entry.given > item.entry.surname;
    let couple = |one: &Item, other: &Item| begins(one) && begins(other) && has_sexes(one.entry, other.entry);
    let spanish = matches!(word, b"y" | b"o");
    // `BIANCHI MARCO E DE SANTIS GIULIA`
    let family = |words: &[&Item]| {
        let name = words.iter().position(|item| !item.entry.is(tables::PARTICLE));
        // A particle makes a surname of Luca.
        let named = |name: usize| surname(words[name]) || name > 0 && words[name].entry.class == 0;
        name.is_some_and(|name| name + 1 < words.len() && named(name))
    };
    // Hardly a name: two words on each side are enough.
    let whole = |words: &[&Item]| {
        words.len() > 1 && words.iter().all(|item| item.is_word()) && words[0].entry.class & !tables::HONORIFIC == 0
    };
    if word == b"andor" && whole(&left) && whole(&right) {
        return true;
    }
    match left.as_slice() {
        // `LUIS Y ROSA QUINTERO`, `UWE U. PETRA KESTREL`
        [only] => {
            let initial = matches!(items[at].token, Token::Word { dotted: true, .. });
            let met = |item: &Item| item.entry.given > 0 && item.entry.given + 3 >= item.entry.surname;
            let two = match word {
                b"y" => !initial && given(only) && (given(next) || called(next) && has_sexes(only.entry, next.entry)),
                // `KLAUS U BIRGIT WERNER`: of no one man the other name is that of a woman.
                _ => word == b"u" && met(only) && met(next) && has_sexes(only.entry, next.entry),
            };
            only.is_word() && two && surname(end)
        }
        [first, .., last] if left.iter().all(|item| item.is_word()) => {
            // `PAOLO DE LUCA`
            let ends = |words: &[&Item]| match words {
                [.., before, last] => surname(last) || before.entry.is(tables::PARTICLE) && last.entry.class == 0,
                _ => false,
            };
            let in_order = begins(first) && ends(&left) && ends(&right);
            let one_family = || {
                let (last, end) = (tokens.word(last.token), tokens.word(end.token));
                !letter && last == end && first.entry.given >= KNOWN_GIVEN && next.entry.given >= KNOWN_GIVEN
            };
            in_order && (given(next) || spanish && called(next))
                || family(&left) && family(&right) && (given(last) && given(end) || couple(last, end))
                || surname(last) && one_family()
        }
        _ => false,
    }
}

/// `KELLER HANS U ERIKA`, `ROSSI MARIO E ANNA`: a man and a woman behind their surname.
fn joins_given_names(left: &[&Item], right: &[&Item], letter: bool) -> bool {
    let ([surname, one], [other]) = (left, right) else { return false };
    let named = |item: &Item| item.is_word() && item.entry.class == 0;
    let called =
        |item: &Item| named(item) && item.entry.given >= KNOWN_GIVEN && item.entry.given + 3 >= item.entry.surname;
    letter
        && named(surname)
        && surname.entry.surname > surname.entry.given
        && called(one)
        && called(other)
        && other.entry.is_clearly_given()
        && has_sexes(one.entry, other.entry)
}

/// A given name that so many people (log2) have is one where it stands as one.
pub(super) const KNOWN_GIVEN: u8 = 10;

/// Words that mean `and`, written short or run together, where nothing but names stands beside them: they are names as well.
pub(super) const fn may_be_and(word: &[u8]) -> bool {
    matches!(word, b"an" | b"andor")
}

/// `HAROLD QUIST WITH INGRID QUIST`: only between two persons; firms have the word in their names.
pub(super) fn joins_owners(tokens: &Tokens, items: &[Item], current: &Draft, at: usize) -> bool {
    let first = current.items.first().map(|&index| items[usize::from(index)].entry);
    tokens.word(items[at].token) == b"with"
        && first.is_some_and(|first| first.given > first.surname)
        && names_person(tokens, items, at + 1)
}

/// Whether a word says that who follows is the wife or the husband.
pub(super) fn is_spouse(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| matches!(tokens.word(item.token), b"wife" | b"wf" | b"husband" | b"spouse"))
}

/// Whether the word joins two persons and two words of a name stand behind it: Or Cohen is one.
pub(super) fn joins_again(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    matches!(marker(tokens, items, at), Some((Marker::Joint, 1)))
        && items.get(at + 1..at + 3).is_some_and(|next| next.len() == 2 && next.iter().all(Item::is_word))
}

/// The letters that [`joins_persons`] reads.
pub(super) const fn may_join(word: &[u8]) -> bool {
    matches!(word, b"y" | b"e" | b"o" | b"i" | b"u")
}
