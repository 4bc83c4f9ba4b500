//! Words of a form beside a name: what it asks for in front (`ACCOUNT HOLDER: NORA QUIST`), and behind a comma what the person is
//! or where she lives (`NORA QUIST, OWNER`; `NORA QUIST, TX`).

use super::Item;
use super::tokens::{Token, Tokens};
use crate::tables::name::Label;
use smallvec::SmallVec;

/// Letters of the longest label: `primary account holder name`.
const LONGEST: usize = 32;

/// What stands behind a label and its colon, where there is one.
pub(super) fn without_label(raw: &str) -> &str {
    let Some((label, name)) = raw.split_once(':').filter(|(label, _)| label.len() <= LONGEST) else { return raw };
    let mut words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // `OWNER 1: NORA QUIST`
    let number = |word: &str| matches!(word.as_bytes(), [b'1'..=b'9']);
    let is_label = words.next().is_some_and(is_of_label) && words.all(|word| is_of_label(word) || number(word));
    if is_label && name.contains(char::is_alphabetic) { name } else { raw }
}

fn is_of_label(word: &str) -> bool {
    Label::Asked.names(word.as_bytes())
}

/// Whether a word behind a comma may be no part of the name before it.
pub(super) fn may_stand_behind(word: &[u8]) -> bool {
    [Label::Standing, Label::Practice, Label::State].iter().any(|label| label.names(word))
}

/// Takes what stands behind the last comma off a whole name; before `PC` only the comma, which is written or not.
pub(super) fn take_behind(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let [front @ .., comma, last] = items.as_slice() else { return };
    let word = tokens.word(last.token);
    if comma.token != Token::Comma || !may_stand_behind(word) || last.entry.is_given() {
        return;
    }
    // `NORA QUIST`, and before what somebody is also `QUIST, NORA`.
    let is_whole = match front {
        [first, middle @ .., end] if front.iter().all(Item::is_word) => {
            middle.len() <= 2
                && first.entry.is_clearly_given()
                && !end.entry.is_clearly_given()
                && tokens.word(end.token).len() > 1
        }
        [surname, comma, given, rest @ ..] => {
            let words = surname.is_word() && given.is_word() && rest.iter().all(Item::is_word);
            Label::Standing.names(word)
                && comma.token == Token::Comma
                && words
                && rest.len() <= 2
                && !surname.entry.is_clearly_given()
                && given.entry.is_clearly_given()
        }
        _ => false,
    };
    let firm = |item: &Item| item.entry.shows_firm();
    if !is_whole || front.iter().any(firm) {
        return;
    }
    let behind = front.len();
    if Label::Practice.names(word) {
        items.remove(behind);
    } else {
        items.truncate(behind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_end_with_a_colon() {
        for raw in ["ACCOUNT HOLDER: NORA", "Owner Name:NORA", "MEMBER : NORA", "Owner(1): NORA"] {
            assert_eq!(without_label(raw).trim(), "NORA", "{raw}");
        }
        for raw in [
            "NORA",
            "1: NORA",
            "OWNER 12: NORA",
            "TRUSTEE: NORA",
            ": NORA",
            "OWNER:",
            "OWNER: 12",
            "ACCOUNT HOLDER NORA",
            "NORA: OWNER",
        ] {
            assert_eq!(without_label(raw), raw);
        }
    }
}
