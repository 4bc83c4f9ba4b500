//! What people and systems write where there is no email address.

use super::mailbox::{self, MAX_LOCAL, Mailbox};
use crate::tables::email::{self as tables, Placeholder};
use smallvec::SmallVec;

/// Words of a text without `@` that are looked at; a placeholder has fewer.
const MAX_WORDS: usize = 12;

/// Whether a mailbox is a placeholder: `none@none.com`, `noemail@example.com`, `abc@abc.com`.
pub(super) fn is_placeholder(mailbox: &Mailbox) -> bool {
    if mailbox.has(mailbox::UNREADABLE) {
        // Texts are looked at where their words are still apart.
        return false;
    }
    let written = mailbox.written();
    if mailbox.has(mailbox::MASKED) {
        // `***@***.com` shows nothing at all.
        return !written.iter().chain(mailbox.brand()).any(u8::is_ascii_alphanumeric);
    }
    if written.len() > MAX_LOCAL {
        return false;
    }
    // What is looked up below begins with the letters of the local part.
    if let Some(first) = written.first_chunk::<3>() {
        if first.iter().all(u8::is_ascii_alphanumeric) && !tables::may_begin_placeholder(*first) {
            return false;
        }
    }
    let brand = mailbox.brand();
    // Letters and digits of the local part, then those of the brand.
    let mut text: SmallVec<[u8; 2 * MAX_LOCAL]> = SmallVec::new();
    let mut push = |piece: &[u8]| {
        if piece.iter().all(u8::is_ascii_alphanumeric) {
            text.extend_from_slice(piece);
        } else {
            text.extend(piece.iter().copied().filter(u8::is_ascii_alphanumeric));
        }
        text.len()
    };
    let (end, whole) = (push(written), push(brand));
    let (plain, brand) = text[..whole].split_at(end);
    let kinds = tables::placeholder(plain);
    // `no@email.com`, `not@available.com`: the address as a whole says it.
    if (kinds | tables::placeholder(&text)) & Placeholder::LOCAL != 0 {
        return true;
    }
    kinds & (Placeholder::TWICE | Placeholder::NEGATION) != 0 && brand == plain
}

/// Whether a text without `@` says that there is no address (`N/A`, `no email on file`, `-`): it holds no other words.
pub(super) fn says_none(text: &str) -> bool {
    let mut words = 0;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        words += 1;
        if words > MAX_WORDS {
            return false;
        }
        if word.bytes().all(|byte| byte == b'0') {
            continue;
        }
        let plain: SmallVec<[u8; MAX_LOCAL]> = word.bytes().filter(u8::is_ascii_alphanumeric).take(MAX_LOCAL).collect();
        let kinds = tables::placeholder(&plain);
        if kinds & (Placeholder::NEGATION | Placeholder::FILLER | Placeholder::LOCAL) == 0 {
            return false;
        }
    }
    // Nothing but such words, zeros and punctuation; `email` alone is a label.
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_say_none() {
        for text in [
            "n/a",
            "na",
            "none",
            "-",
            "no email on file",
            "email not provided",
            "not available",
            "000",
            "null",
            "?",
            "customer does not have email",
            "sin correo",
            "keine e-mail",
            "n.a.",
            "doesn't have one email",
            "email",
        ] {
            let expected = text != "doesn't have one email";
            assert_eq!(says_none(text), expected, "{text}");
        }
        for text in ["415-555-0142", "jenny", "jennyrosen at example", "on file", "no way"] {
            assert_eq!(says_none(text), text == "on file", "{text}");
        }
    }
}
