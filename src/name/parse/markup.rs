//! Characters that a web page spelled as references: `&amp;`, `&#39;`, `&Ntilde;`.

/// Letters of the longest reference that is read.
const LONGEST: usize = 10;

/// The text with its references resolved, those of letters with marks to the letter; `None` where it holds none.
pub(super) fn resolve(raw: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = raw;
    let mut found = false;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let end = from.bytes().take(LONGEST).position(|byte| byte == b';');
        let spelled = end.and_then(|end| from.get(1..end)).and_then(character);
        match (spelled, end) {
            (Some(character), Some(end)) => {
                out.push(character);
                rest = from.get(end + 1..).unwrap_or("");
                found = true;
            }
            _ => {
                out.push('&');
                rest = from.get(1..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

/// What one reference stands for.
fn character(name: &str) -> Option<char> {
    if let Some(code) = name.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => code.parse(),
        };
        return char::from_u32(code.ok()?).filter(|c| !c.is_control());
    }
    match name.to_ascii_lowercase().as_str() {
        "amp" => return Some('&'),
        "apos" | "rsquo" | "lsquo" => return Some('\''),
        "quot" | "ldquo" | "rdquo" => return Some('"'),
        "nbsp" => return Some(' '),
        "szlig" => return Some('ß'),
        "aelig" => return Some('æ'),
        _ => {}
    }
    let mut letters = name.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    let mark = match letters.as_str().to_ascii_lowercase().as_str() {
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "circ" => '\u{302}',
        "tilde" => '\u{303}',
        "uml" => '\u{308}',
        "ring" => '\u{30a}',
        "cedil" => '\u{327}',
        "caron" => '\u{30c}',
        "slash" if letter.eq_ignore_ascii_case(&'o') => return Some('ø'),
        _ => return None,
    };
    unicode_normalization::char::compose(letter, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        assert_eq!(resolve("O&#39;HALL &amp; MU&Ntilde;OZ").as_deref(), Some("O'HALL & MUÑOZ"));
        assert_eq!(resolve("QUIST & HALL; CO"), None);
        assert_eq!(resolve("A&B&"), None);
    }
}
