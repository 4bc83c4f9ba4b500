//! The strict reading of an address, for the given side.

use super::domain;
use super::mailbox::MAX_LOCAL;

/// RFC 5321, 4.5.3.1.3 less the angle brackets: a whole address has 254 octets at most.
const MAX_ADDRESS: usize = 254;
/// RFC 1035, 2.3.4.
const MAX_LABEL: usize = 63;
/// RFC 1035, 2.3.4, less the root.
const MAX_DOMAIN: usize = 253;

/// Whether a text is a valid address and nothing else.
pub(super) fn is_valid_address(raw: &str) -> bool {
    let Some((local, domain)) = raw.rsplit_once('@') else { return false };
    let ascii = domain::ascii_form(domain);
    raw.len() <= MAX_ADDRESS && is_local(local) && is_domain(&ascii)
}

/// A dot-atom or a quoted string (RFC 5321, 4.1.2), with letters outside ASCII as RFC 6531 allows.
fn is_local(local: &str) -> bool {
    if local.is_empty() || local.len() > MAX_LOCAL {
        return false;
    }
    if let Some(inside) = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return is_quoted(inside);
    }
    local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_character))
}

fn is_quoted(inside: &str) -> bool {
    let mut escaped = false;
    for c in inside.chars() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == '"' {
            return false;
        }
        if c.is_control() {
            return false;
        }
    }
    !escaped && !inside.is_empty()
}

fn is_atom_character(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || "!#$%&'*+-/=?^_`{|}~".contains(c)
        || (!c.is_ascii() && !c.is_control() && !c.is_whitespace() && !crate::text::fold::is_invisible(c))
}

/// At least two labels of letters, digits and inner hyphens; the last one is not a number.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= MAX_LABEL
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || is_unfolded(byte))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    domain.len() <= MAX_DOMAIN
        && domain.contains('.')
        && domain.split('.').all(is_label)
        && top.len() >= 2
        && top.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Without IDNA a domain keeps its letters outside ASCII: whether they are allowed is then not known, and not refused.
const fn is_unfolded(byte: u8) -> bool {
    cfg!(not(feature = "idn")) && !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::is_valid_address;

    #[test]
    fn valid_addresses() {
        for text in
            ["jenny@example.com", "j.r+x@mail.example.co.uk", "\"jenny rosen\"@example.com", "o'brien@example.ie"]
        {
            assert!(is_valid_address(text), "{text}");
        }
        assert!(is_valid_address("jénny@bücher.de"));
    }

    #[test]
    fn invalid_addresses() {
        for text in [
            "",
            "jenny",
            "@example.com",
            "jenny@",
            "jenny@example",
            "jenny@@example.com",
            ".jenny@example.com",
            "jenny.@example.com",
            "jenny@.example.com",
            "jenny@example.com.",
            "jenny@-example.com",
            "jenny rosen@example.com",
            " jenny@example.com",
            "jenny@192.0.2.1",
            "<jenny@example.com>",
            "jenny@exam ple.com",
            "\"jenny@example.com",
        ] {
            assert!(!is_valid_address(text), "{text}");
        }
        assert!(!is_valid_address(&format!("{}@example.com", "x".repeat(65))));
        assert!(!is_valid_address(&format!("jenny@{}.com", "x".repeat(64))));
    }
}
