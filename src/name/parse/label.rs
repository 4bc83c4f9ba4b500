//! Words of a form beside a name: what it asks for in front (`ACCOUNT HOLDER: NORA QUIST`), and behind a comma what the person is
//! or where she lives (`NORA QUIST, OWNER`; `NORA QUIST, TX`).

use super::Item;
use super::tokens::{Token, Tokens};
use crate::tables::name as tables;
use smallvec::SmallVec;

/// Letters of the longest label: `primary account holder name`.
const LONGEST: usize = 32;

/// What stands behind a label and its colon, where there is one.
pub(super) fn without_label(raw: &str) -> &str {
    let Some((label, name)) = raw.split_once(':').filter(|(label, _)| label.len() <= LONGEST) else { return raw };
    let mut words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let is_label = words.peek().is_some() && words.all(is_of_label);
    if is_label && name.contains(char::is_alphabetic) { name } else { raw }
}

/// A role that decides about who owns an account (`BENEFICIARY`, `TRUSTEE`) is none of them.
fn is_of_label(word: &str) -> bool {
    const WORDS: [&str; 19] = [
        "account",
        "accountholder",
        "acct",
        "applicant",
        "borrower",
        "client",
        "customer",
        "depositor",
        "first",
        "full",
        "holder",
        "legal",
        "member",
        "name",
        "named",
        "names",
        "of",
        "owner",
        "primary",
    ];
    WORDS.iter().any(|each| each.eq_ignore_ascii_case(word))
}

/// Whether a word behind a comma may be no part of the name before it.
pub(super) fn may_stand_behind(word: &[u8]) -> bool {
    is_standing(word) || is_practice(word) || is_state(word)
}

/// What somebody is at the bank.
fn is_standing(word: &[u8]) -> bool {
    matches!(word, b"owner" | b"member" | b"borrower")
}

/// The firm of one professional. `PA` is also Pennsylvania.
fn is_practice(word: &[u8]) -> bool {
    matches!(word, b"pa" | b"pc")
}

/// A state of the United States; not those whose letters are a name, a degree or a particle as well (`AL`, `MD`, `DE`).
fn is_state(word: &[u8]) -> bool {
    const STATES: [&[u8; 2]; 42] = [
        b"ak", b"az", b"ar", b"ca", b"co", b"ct", b"dc", b"fl", b"ga", b"hi", b"id", b"il", b"in", b"ia", b"ks", b"ky",
        b"mi", b"mn", b"ms", b"mo", b"mt", b"nc", b"nd", b"ne", b"nh", b"nj", b"nm", b"nv", b"ny", b"oh", b"ok", b"pr",
        b"ri", b"sc", b"sd", b"tn", b"tx", b"ut", b"vt", b"wa", b"wi", b"wv",
    ];
    word.len() == 2 && STATES.iter().any(|state| state.as_slice() == word)
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
            is_standing(word)
                && comma.token == Token::Comma
                && words
                && rest.len() <= 2
                && !surname.entry.is_clearly_given()
                && given.entry.is_clearly_given()
        }
        _ => false,
    };
    let firm = |item: &Item| item.entry.is(tables::BUSINESS | tables::LEGAL) && !item.entry.is_name();
    if !is_whole || front.iter().any(firm) {
        return;
    }
    let behind = front.len();
    if is_practice(word) {
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
            assert_eq!(
                without_label(raw).trim().ends_with("NORA") && without_label(raw) != raw,
                !raw.contains('1'),
                "{raw}"
            );
        }
        for raw in ["NORA", "TRUSTEE: NORA", ": NORA", "OWNER:", "OWNER: 12", "ACCOUNT HOLDER NORA", "NORA: OWNER"] {
            assert_eq!(without_label(raw), raw);
        }
    }
}
