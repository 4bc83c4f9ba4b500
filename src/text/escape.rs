//! Characters that a system spelled for another one and nobody spelled back: in a web page (`&amp;`, `&#39;`, `&Ntilde;`), a link
//! (`%40`), a string of code (`\'`, `\u00f1`).

/// Letters of the longest reference that is read.
const LONGEST: usize = 10;

/// Bytes of the longest text that is looked through. Of none are more than a few hundred characters read, and hardly any of them
/// takes ten bytes, as `&Ntilde;` nearly does.
const MOST_BYTES: usize = 2560;

/// Whether anything in a text can be spelled so: what a link, code or a page spells has one of these marks. A reference of a page
/// is told by its end, as far more texts have an `&`.
fn may_be_spelled(raw: &str) -> bool {
    let mark = |byte: u8| matches!(byte, b'%' | b'\\' | b';');
    raw.len() <= MOST_BYTES && raw.bytes().fold(false, |found, byte| found | mark(byte))
}

/// The text as it was before; `None` where nothing in it was spelled.
pub(crate) fn undo(raw: &str) -> Option<String> {
    if !may_be_spelled(raw) {
        return None;
    }
    let mut text: Option<String> = None;
    // What a web page spelled may be spelled once more: `&amp;#39;`.
    for step in [percent, backslashes, references, references] {
        text = step(text.as_deref().unwrap_or(raw)).or(text);
    }
    text
}

/// `Ra%C3%BAl+Mu%C3%B1oz`, `nora%40example.com`, `%28503%29%20555-0187`: what a link holds. Behind a digit the sign of percent may be
/// one (`50%45`), unless the text shows elsewhere that it comes from a link.
fn percent(raw: &str) -> Option<String> {
    if !raw.contains('%') {
        return None;
    }
    let (bytes, spaced) = (raw.as_bytes(), raw.contains(' '));
    let code = |at: usize| {
        let digits = bytes.get(at + 1..at + 3).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
        let code = u8::from_str_radix(core::str::from_utf8(digits).ok()?, 16).ok()?;
        (bytes[at] == b'%' && (code >= b' ' || matches!(code, b'\n' | b'\r'))).then_some(code)
    };
    // In an address, before a blank where there is no other, and before a mark whose code no share is (`503%2D555`).
    let certain = |at: usize, code: u8| {
        let behind_number = at > 0 && bytes[at - 1].is_ascii_digit();
        let is_mark = code.is_ascii_punctuation() && bytes[at + 2].is_ascii_alphabetic();
        !behind_number || code == b'@' || code == b' ' && !spaced || is_mark
    };
    if !(0..bytes.len()).any(|at| code(at).is_some_and(|code| certain(at, code))) {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    // A blank is written `+` in a link, but in front and in an address it is what it is.
    let (mut at, mut pluses) = (0, Vec::new());
    while let Some(&byte) = bytes.get(at) {
        let code = code(at);
        if byte == b'+' && at > 0 && !spaced {
            pluses.push(out.len());
        }
        out.push(code.unwrap_or(byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    if !out.contains(&b'@') {
        pluses.into_iter().for_each(|plus| out[plus] = b' ');
    }
    String::from_utf8(out).ok()
}

/// `O\'HALL`, `MU\u00d1OZ`, `NORA QUIST\nIVO QUIST`. Before a small letter the last one may be the beginning of a word, where
/// it stands there once, and between bare quotes another one is theirs (`"no\"ra"@example.com`).
fn backslashes(raw: &str) -> Option<String> {
    if !raw.contains('\\') {
        return None;
    }
    let bare = raw.starts_with('"') || raw.as_bytes().windows(2).any(|two| two[1] == b'"' && two[0] != b'\\');
    let breaks = raw.contains(r"\r\n") || raw.matches(r"\n").count() > 1;
    let mut out = String::new();
    let mut rest = raw;
    let mut found = false;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let behind = from.trim_start_matches('\\');
        let small = behind.get(1..).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_lowercase()));
        let (character, length) = match behind.as_bytes() {
            [b'u', ..] => {
                let code = behind.get(1..5).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                (code.and_then(char::from_u32).filter(|c| !c.is_control()), 5)
            }
            [b'n', ..] if breaks => (Some('\n'), 1),
            [b'n' | b'r', ..] if !small => (Some('\n'), 1),
            [b't', ..] if !small => (Some('\t'), 1),
            [b'"', ..] if bare => (None, 0),
            [mark @ (b'\'' | b'"' | b'/'), ..] => (Some(char::from(*mark)), 1),
            _ => (None, 0),
        };
        if let Some(character) = character {
            out.push(character);
            rest = behind.get(length..).unwrap_or("");
            found = true;
        } else {
            out.push_str(&from[..from.len() - behind.len()]);
            rest = behind;
        }
    }
    out.push_str(rest);
    found.then_some(out)
}

/// The text with the references of a web page resolved, those of letters with marks to the letter; `None` where it holds none.
fn references(raw: &str) -> Option<String> {
    if !raw.contains(';') {
        return None;
    }
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
        assert_eq!(undo("O&#39;HALL &amp; MU&Ntilde;OZ").as_deref(), Some("O'HALL & MUÑOZ"));
        assert_eq!(undo("O&amp;#39;HALL").as_deref(), Some("O'HALL"));
        assert_eq!(undo("QUIST & HALL; CO"), None);
        assert_eq!(undo("A&B&"), None);
    }

    #[test]
    fn links_are_read() {
        assert_eq!(undo("Ra%C3%BAl+Mu%C3%B1oz").as_deref(), Some("Raúl Muñoz"));
        assert_eq!(undo("Nora%20Quist").as_deref(), Some("Nora Quist"));
        assert_eq!(undo("nora7+x%40example.com").as_deref(), Some("nora7+x@example.com"));
        assert_eq!(undo("nora1%2Bx%40example.com").as_deref(), Some("nora1+x@example.com"));
        assert_eq!(undo("%28503%29%20555-0187").as_deref(), Some("(503) 555-0187"));
        assert_eq!(undo("503%2D555%2D0187").as_deref(), Some("503-555-0187"));
        assert_eq!(undo("%2B44+20%2079460000").as_deref(), Some("+44 20 79460000"));
        assert_eq!(undo("7+Oak+St%0D%0AReno").as_deref(), Some("7 Oak St\r\nReno"));
        // No byte of a letter, a share, a sign alone, a control character.
        for raw in ["%C3QUIST", "NORA 50%45 IVO", "% QUIST", "QUIST%", "QUIST%07", "50%0A"] {
            assert_eq!(undo(raw), None, "{raw}");
        }
    }

    #[test]
    fn strings_of_code_are_read() {
        assert_eq!(undo(r"O\'HALL").as_deref(), Some("O'HALL"));
        assert_eq!(undo(r"O\\'HALL").as_deref(), Some("O'HALL"));
        assert_eq!(undo(r"MU\u00d1OZ").as_deref(), Some("MUÑOZ"));
        assert_eq!(undo(r"NORA QUIST\nIVO QUIST\n").as_deref(), Some("NORA QUIST\nIVO QUIST\n"));
        assert_eq!(undo(r#"\"NORA\" QUIST"#).as_deref(), Some(r#""NORA" QUIST"#));
        assert_eq!(undo(r#""no\"ra"@example.com"#), None);
        assert_eq!(undo(r"7 oak st\napt 4\nreno").as_deref(), Some("7 oak st\napt 4\nreno"));
        for raw in [r"nora quist\nils quist", r"NORA\IVO", r"QUIST\", r"MU\u00", r"\u0007"] {
            assert_eq!(undo(raw), None, "{raw}");
        }
    }
}
