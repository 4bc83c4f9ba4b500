//! Words of a form beside a name: what it asks for in front (`ACCOUNT HOLDER: NORA QUIST`), and behind a comma what the person is
//! or where she lives (`NORA QUIST, OWNER`; `NORA QUIST, TX`).

use super::Item;
use super::tokens::{Token, Tokens};
use crate::tables::name::{self as tables, Label};
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

/// `First Name: Nora Last Name: Quist`, `{"last":"Quist","first":"Nora"}`, `firstName=Nora&lastName=Quist`: the parts of a name, each
/// behind what a form calls it, as one with the surname before a comma; and a name without the email beside it.
pub(super) fn join_parts(raw: &str) -> Option<String> {
    if raw.contains('@') {
        return without_email(raw);
    }
    let marks = |c: char| matches!(c, ':' | '=');
    let (mut given, mut middle, mut surname) = (None, None, None);
    let mut pieces = raw.split(marks).peekable();
    let mut label = asked(pieces.next()?)?;
    if !label.0.is_empty() {
        return None;
    }
    while let Some(piece) = pieces.next() {
        let next = if pieces.peek().is_some() { Some(asked(piece)?) } else { None };
        let value = next.map_or(piece, |(before, _)| before).trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let part = match label.1 {
            Label::Given => &mut given,
            Label::Surname => &mut surname,
            _ => &mut middle,
        };
        if part.replace(value).is_some() {
            return None;
        }
        label = next.unwrap_or(label);
    }
    let filled = |part: Option<&str>| part.is_some_and(|part| part.contains(char::is_alphabetic));
    if !filled(given) || !filled(surname) {
        return None;
    }
    let (given, middle, surname) = (given.unwrap_or(""), middle.unwrap_or(""), surname.unwrap_or(""));
    // `First: Nora Last: Quist & Ivo Voss`
    if let Some((surname, other)) = surname.split_once('&').filter(|(_, other)| other.trim().contains(' ')) {
        return Some(format!("{given} {middle} {} & {}", surname.trim_end(), other.trim_start()));
    }
    // Behind a comma, what is a form of firms as well is one: `CHAN, SAU`.
    let form = tables::word(given.to_ascii_lowercase().as_bytes()).is(tables::LEGAL);
    Some(if form { format!("{given} {middle} {surname}") } else { format!("{surname}, {given} {middle}") })
}

/// The part of a name that the end of a text asks for, and what stands before.
fn asked(piece: &str) -> Option<(&str, Label)> {
    let letters = |text: &str| text.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()).len();
    let word = |text: &str| text.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    let end = letters(piece);
    let mut start = end - word(&piece[..end]);
    let last = &piece[start..end];
    // `first name`, `first_name`
    let name = last.eq_ignore_ascii_case("name") || last.eq_ignore_ascii_case("initial");
    if name {
        let end = letters(&piece[..start]);
        start = end - word(&piece[..end]);
    }
    let label: &str = piece[start..].split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let part = [Label::Given, Label::Middle, Label::Surname].into_iter().find(|part| part.names(label.as_bytes()))?;
    Some((piece[..start].trim_matches(|c: char| !c.is_alphanumeric() && c != '.'), part))
}

/// `Nora Quist <nora@example.com>`; `None` where nothing else is left.
fn without_email(raw: &str) -> Option<String> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '(' | '[' | ';' | ',' | '/' | '"');
    let parts = |c: char| matches!(c, ';' | ',' | '/');
    let email = |word: &str| word.split_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    let (mut kept, mut found) = (String::with_capacity(raw.len()), false);
    for piece in raw.split_inclusive(ends) {
        let word = piece.trim_end_matches(ends);
        if !email(word) {
            kept.push_str(piece);
            continue;
        }
        found = true;
        // What stands around it goes with it: `Nora Quist<nora@example.com>`, `"nora@example.com" Nora Quist`.
        let quoted = piece.ends_with('"') && kept.ends_with('"');
        let before = kept.trim_end_matches(|c: char| quoted && c == '"' || c != '"' && ends(c)).len();
        kept.truncate(before);
        // `NORA QUIST <NORA@EXAMPLE.COM>;IVO QUIST`
        kept.push(piece.chars().next_back().filter(|&mark| parts(mark)).unwrap_or(' '));
    }
    let words: Vec<&str> = kept.split_whitespace().collect();
    let kept = words.join(" ");
    let kept = kept.trim_matches(|c: char| parts(c) || c == ' ');
    (found && kept.contains(char::is_alphabetic)).then(|| kept.to_owned())
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
    fn parts_of_a_name_are_joined() {
        for raw in [
            "First Name: Nora Last Name: Quist",
            "last_name: Quist, first_name: Nora",
            r#"{"first":"Nora","last":"Quist"}"#,
            "firstName=Nora&lastName=Quist",
            "LN:Quist FN:Nora",
        ] {
            assert_eq!(join_parts(raw).as_deref().map(str::trim), Some("Quist, Nora"), "{raw}");
        }
        let two = join_parts("First: Nora Last: Quist & Ivo Voss");
        assert_eq!(two.as_deref(), Some("Nora  Quist & Ivo Voss"));
        assert_eq!(join_parts("First Name: SAU Last Name: LIN").as_deref(), Some("SAU  LIN"));
        assert_eq!(join_parts("First: Nora Middle Initial: M. Last: Quist").as_deref(), Some("Quist, Nora M."));
        for raw in [
            "First: Nora",
            "Nora First: Ivo Last: Quist",
            "First: Nora Last:",
            "Owner: Nora",
            "First: A First: B Last: C",
        ] {
            assert_eq!(join_parts(raw), None, "{raw}");
        }
    }

    #[test]
    fn an_email_beside_a_name_is_left_out() {
        assert_eq!(join_parts("Nora Quist <nora@example.com>").as_deref(), Some("Nora Quist"));
        for raw in [
            "Nora Quist<nora@example.com>",
            "Nora Quist;nora@example.com",
            "nora@example.com,Nora Quist",
            "Nora Quist (nora@example.com)",
            "Nora Quist/\"nora@example.com\"",
        ] {
            assert_eq!(join_parts(raw).as_deref(), Some("Nora Quist"), "{raw}");
        }
        assert_eq!(join_parts("\"Quist, Nora\" <nora@example.com>").as_deref(), Some("\"Quist, Nora\""));
        for raw in ["nora@example.com", "Nora @ Quist", "7 nora@example.com"] {
            assert_eq!(join_parts(raw), None, "{raw}");
        }
    }

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
