//! What people and systems write where there is no phone number.

use super::words::is_label;

/// Words of a text that are looked at; a placeholder has fewer.
const MOST_WORDS: usize = 10;

/// Words that say that there is none, or that it stands elsewhere. Never a given name or surname.
const NEGATIONS: [&str; 51] = [
    "aucun",
    "blank",
    "deceased",
    "decline",
    "declined",
    "disconnected",
    "empty",
    "geen",
    "ingen",
    "invalid",
    "kein",
    "keine",
    "missing",
    "na",
    "nan",
    "nao",
    "nenhum",
    "nessuno",
    "nil",
    "ninguno",
    "no",
    "nofon",
    "none",
    "nonumber",
    "nope",
    "nophone",
    "nophonenumber",
    "nophoneonfile",
    "not",
    "notapplicable",
    "notavailable",
    "notgiven",
    "notknown",
    "notprovided",
    "notset",
    "null",
    "pending",
    "private",
    "refused",
    "same",
    "see",
    "sin",
    "tba",
    "tbd",
    "unavailable",
    "undefined",
    "unknown",
    "unlisted",
    "withheld",
    "without",
    "wrong",
];

/// Words that may stand beside a negation.
const FILLERS: [&str; 25] = [
    "a",
    "above",
    "account",
    "applicable",
    "as",
    "at",
    "available",
    "customer",
    "do",
    "does",
    "file",
    "given",
    "has",
    "have",
    "known",
    "listed",
    "n",
    "notes",
    "numero",
    "nummer",
    "on",
    "provided",
    "set",
    "the",
    "yet",
];

/// Whether a cleaned text says that there is no number (`N/A`, `no phone on file`): it has no digit and no other words, or
/// nothing but `x`.
pub(super) fn says_none(cleaned: &[u8]) -> bool {
    if cleaned.iter().any(|byte| byte.is_ascii_digit() || *byte == b'@') {
        return false;
    }
    let mut negated = false;
    let mut words = cleaned.split(|byte| !byte.is_ascii_lowercase()).filter(|word| !word.is_empty());
    let mut single = [0_u8; MOST_WORDS];
    let mut singles = 0;
    for (count, word) in words.by_ref().enumerate() {
        if count == MOST_WORDS {
            return false;
        }
        if word.iter().all(|&letter| letter == b'x') {
            negated = true;
            continue;
        }
        // `N/A`, `n. a.`: letters that are one word together.
        if word.len() == 1 {
            single[singles] = word[0];
            singles += 1;
        }
        let is = |list: &[&str]| list.binary_search_by(|each| each.as_bytes().cmp(word)).is_ok();
        if is(&NEGATIONS) {
            negated = true;
        } else if !is(&FILLERS) && !is_label(word) {
            return false;
        }
    }
    // Nothing at all, or a label with nothing behind it, says as little.
    negated || singles == 0 || single[..singles] == *b"na"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_say_none() {
        assert!(NEGATIONS.is_sorted() && FILLERS.is_sorted());
        for text in [
            "",
            "-",
            "n/a",
            "n.a.",
            "none",
            "no phone number",
            "no number on file",
            "does not have a phone",
            "declined",
            "same as above",
            "unlisted",
            "phone:",
            "(   )   -",
            "xxx-xxx-xxxx",
            "none given",
            "wrong number",
            "see notes",
        ] {
            assert!(says_none(text.as_bytes()), "{text}");
        }
        for text in ["call me", "john", "no 5", "none@none.com", "a", "no way", "not jenny"] {
            assert!(!says_none(text.as_bytes()), "{text}");
        }
    }
}
