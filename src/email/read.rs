//! Raw text → the mailboxes that are spelled in it.
//!
//! Most texts are one plain address and take the fast path, one pass over the bytes. Everything else is cleaned (NFC, lower
//! case, full-width characters, what cannot be seen), unwrapped (`mailto:`, display names, angle brackets, comments, quotes),
//! divided (several addresses) and repaired (`gmail,com`, `@@`, a blank inside).

use super::mailbox::{
    MASKED, MAX_LOCAL, Mailbox, REPAIRED_AT, REPAIRED_BLANK, REPAIRED_COMMA, REPAIRED_DOTS, REPAIRED_WORDS,
};
use super::pieces::Kinds;
use super::placeholder;
use crate::tables::email as tables;
use crate::text::escape;
use crate::text::fold::is_invisible;
use crate::text::step::{self, Marks, STEP};
use smallvec::SmallVec;
use unicode_normalization::UnicodeNormalization;

/// Characters that are read: an address has 254 octets at most (RFC 5321), a field of several with names has some hundred.
const MAX_CHARACTERS: usize = 600;
/// Mailboxes of one field that are compared; each costs a comparison with each of the other side.
const MAX_MAILBOXES: usize = 4;
/// Inside a quoted local part, characters that mean something outside are moved to this private plane while reading.
const PROTECTED: u32 = 0xF0000;

/// What was read.
pub(super) struct Reading {
    /// The mailboxes, none where data is missing.
    pub(super) mailboxes: SmallVec<[Mailbox; 1]>,
    /// The whole text, where only a part of it was read.
    pub(super) cut: Option<Box<str>>,
}

/// Reads a text that [`plain`] does not read.
pub(super) fn read(raw: &str) -> Reading {
    let mut reader = Reader { mailboxes: SmallVec::new(), is_cut: false };
    let raw = raw.trim();
    let end = raw.char_indices().nth(MAX_CHARACTERS).map(|(end, _)| end);
    let head = end.map_or(raw, |end| &raw[..end]);
    reader.is_cut = end.is_some();
    let clean = clean(head);
    reader.text(&clean);
    let cut = reader.is_cut.then(|| raw.into());
    Reading { mailboxes: reader.mailboxes, cut }
}

/// The fast path: one address in ASCII with nothing around it and nothing unusual in it.
pub(super) fn plain(raw: &str) -> Option<Mailbox> {
    const LONGEST: usize = 128;
    let raw = raw.trim_ascii();
    let bytes = raw.as_bytes();
    let mut small = [0_u8; LONGEST];
    small.get_mut(..bytes.len())?.copy_from_slice(bytes);
    // What the first bytes are, a bit for each: those of the local part are among them.
    let (mut kinds, mut capitals) = (Kinds::default(), Marks::new());
    for (at, chunk) in small.chunks_exact_mut(STEP).take(bytes.len().div_ceil(STEP)).enumerate() {
        let Some(chunk) = chunk.first_chunk_mut::<STEP>() else { break };
        let told = step::read(chunk, &mut capitals, |byte| byte.is_ascii_uppercase());
        if at < MAX_LOCAL / STEP {
            kinds.add(at, told);
        }
    }
    let mut at = None;
    // Where no dot and no at sign may stand; the last dot of the domain.
    let (mut begun, mut last_dot) = (0, None);
    let mut sign = |index: usize| {
        match bytes.get(index) {
            Some(b'_' | b'-') => {}
            Some(b'+') if at.is_none() => {}
            Some(b'.') if index != begun => {
                begun = index + 1;
                last_dot = at.map(|_| index);
            }
            Some(b'@') if index != begun && at.is_none() => {
                begun = index + 1;
                at = Some(index);
            }
            _ => return None,
        }
        Some(())
    };
    let (read, behind) = (bytes.len().min(MAX_LOCAL), bytes.get(MAX_LOCAL..).unwrap_or(&[]));
    let mut others = Kinds { letters: !(kinds.letters | kinds.digits), digits: 0 }.first(read).letters;
    while others != 0 {
        sign(others.trailing_zeros() as usize)?;
        others &= others - 1;
    }
    for (index, _) in behind.iter().enumerate().filter(|(_, byte)| !byte.is_ascii_alphanumeric()) {
        sign(MAX_LOCAL + index)?;
    }
    let at = at.filter(|&at| begun != bytes.len() && at <= MAX_LOCAL)?;
    let text = if !capitals.any() { raw } else { core::str::from_utf8(small.get(..bytes.len())?).ok()? };
    let (local, domain) = (&text[..at], &text[at + 1..]);
    // A repeated end (`gmail.com.com`) and the beginning of a web address are for the slow path.
    let bytes = text.as_bytes();
    if local.starts_with("www.") || last_dot.is_some_and(|dot| bytes[at + 1..dot].ends_with(&bytes[dot + 1..])) {
        return None;
    }
    // What is no letter and no digit in the domain, where all of it is among the first bytes.
    let signs = if bytes.len() <= MAX_LOCAL { !(kinds.letters | kinds.digits) >> (at + 1) } else { u64::MAX };
    Some(Mailbox::of(local, domain, 0, kinds.first(at), signs))
}

/// NFC, lower case, and every variant of a character that means something in an address as that character.
fn clean(raw: &str) -> String {
    raw.nfc()
        .filter(|&c| !is_invisible(c))
        .flat_map(|c| {
            match c {
                '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
                '\u{3002}' | '\u{ff61}' | '\u{2024}' | '\u{fe52}' => '.',
                '\u{fe6b}' => '@',
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{3001}' | '\u{ff64}' => ';',
                c if c.is_whitespace() => ' ',
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
                '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
                '\u{2018}'..='\u{201b}' => '\'',
                '\u{2022}' | '\u{25cf}' | '\u{2217}' | '\u{2026}' => '*',
                c => c,
            }
            .to_lowercase()
        })
        .filter(|c| !c.is_control())
        .collect()
}

struct Reader {
    mailboxes: SmallVec<[Mailbox; 1]>,
    is_cut: bool,
}

impl Reader {
    /// A whole cleaned text.
    fn text(&mut self, clean: &str) {
        let mut flags = 0;
        // `nora%40example.com`, `nora%2bx@example.com`
        let escaped = !clean.contains('@') || clean.contains("%2b") || clean.contains('\\');
        // A line break parts two addresses, as that of the text itself does.
        let undone = if escaped { escape::undo(clean) } else { None };
        let undone = undone.map(|text| text.replace(['\n', '\r'], ";"));
        let mut text = undone.unwrap_or_else(|| clean.to_owned());
        if let Some(after) = text.find("mailto:").map(|at| at + "mailto:".len()) {
            text = unescape(&text[after..]);
        }
        if !text.contains('@') {
            let (spelled, is_spelled) = spell_out(&text);
            text = spelled;
            flags |= if is_spelled { REPAIRED_WORDS } else { 0 };
        }
        if !text.contains('@') {
            if !placeholder::says_none(&text) {
                let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                self.push(Mailbox::unreadable(&kept, 0));
            }
            return;
        }
        let text = unquote(&text);
        // `n/a@example.com`: its slash would part two addresses.
        if text.trim_start().starts_with("n/a@") && text.matches('@').count() == 1 {
            return;
        }
        let mut rest = text.as_str();
        let mut found = false;
        while let Some(start) = rest.find('<') {
            let inside = &rest[start + 1..];
            let end = inside.find(['>', '<']).unwrap_or(inside.len());
            if inside[..end].contains('@') {
                found = true;
                self.list(&inside[..end], flags);
            }
            rest = &inside[end..];
        }
        if !found {
            self.list(&uncomment(&text), flags);
        }
        if self.mailboxes.is_empty() && !self.is_cut {
            let kept: String = text.chars().filter(|c| !c.is_whitespace()).map(unprotect).collect();
            let says_something = kept.chars().any(char::is_alphanumeric);
            if says_something {
                self.push(Mailbox::unreadable(&kept, 0));
            }
        }
    }

    /// A text without wrappers: one or several addresses.
    fn list(&mut self, text: &str, flags: u16) {
        let text = tighten(text);
        let mut flags = flags;
        if text.contains("@@") {
            flags |= REPAIRED_AT;
        }
        let mut held: Option<String> = None;
        for raw_segment in text.split([';', '|', '/', ',']) {
            let segment = raw_segment.trim();
            // `gmail,com`: what follows the comma completes a domain.
            if let Some(domain) = held.as_ref().and_then(|held| held.rsplit_once('@')).map(|(_, domain)| domain) {
                if !domain.is_empty() && !domain.contains('.') && is_domain_end(segment) {
                    if let Some(held) = held.take() {
                        self.words(&format!("{held}.{segment}"), flags | REPAIRED_COMMA);
                    }
                    continue;
                }
            }
            // `jenny,rosen@example.com`: a comma without a blank may stand for the dot.
            let is_joined = |held: &String| !held.is_empty() && !held.contains(['@', ' ']) && raw_segment.contains('@');
            if let Some(beginning) = held.as_ref().filter(|held| is_joined(held) && !raw_segment.starts_with(' ')) {
                let first = segment.split(' ').next().unwrap_or(segment);
                self.address(&format!("{beginning}.{first}"), flags | REPAIRED_COMMA);
            }
            if let Some(whole) = held.replace(segment.to_owned()) {
                self.words(&whole, flags);
            }
        }
        if let Some(whole) = held {
            self.words(&whole, flags);
        }
    }

    /// One segment: words, of which those with `@` are addresses.
    fn words(&mut self, segment: &str, flags: u16) {
        let mut words = segment.split(' ').filter(|word| !word.is_empty()).peekable();
        let mut before: SmallVec<[&str; 4]> = SmallVec::new();
        while let Some(word) = words.next() {
            if !word.contains('@') {
                before.push(word);
                continue;
            }
            let mut address = word.to_owned();
            let mut flags = flags;
            // `jenny@gmail com`, `jenny@exam ple.com`: a blank inside the domain.
            let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
            if !domain.contains('.') {
                if let Some(next) = words.peek().filter(|next| !next.contains('@')) {
                    if is_domain_end(next) {
                        address = format!("{address}.{next}");
                        flags |= REPAIRED_COMMA;
                        words.next();
                    } else if next.contains('.') {
                        address = format!("{address}{next}");
                        flags |= REPAIRED_BLANK;
                        words.next();
                    }
                }
            } else if let Some(next) = words.peek().filter(|next| completes(domain, next)) {
                // `jenny@example.co m`
                address.push_str(next);
                flags |= REPAIRED_BLANK;
                words.next();
            }
            self.address(&address, flags);
            // `tara gill@example.org`: the words before may be a name in front of the address, or its beginning.
            if let Some(joined) = join(&before, &address) {
                self.address(&joined, flags | REPAIRED_BLANK);
            }
            before.clear();
        }
    }

    /// One address: `local@domain` with what punctuation is left around it.
    fn address(&mut self, text: &str, flags: u16) {
        let mut flags = flags;
        let text = text.trim_matches(|c: char| " ,;:'\"!?()<>{}=`".contains(c));
        // `email=jenny@example.com&list=1`, `unsubscribe?list=1&email=jenny@example.com`
        let parameter = |piece: &&str| piece.starts_with("email=") && piece.contains('@');
        let parameter = text.split(['?', '&']).find(parameter).map(|piece| &piece["email=".len()..]);
        let text = parameter.unwrap_or(text);
        let Some((local, mut domain)) = text.rsplit_once('@') else { return };
        // Square brackets around an address are wrappers; around a domain they make it a literal.
        let local = local.trim_start_matches('[');
        domain = if domain.starts_with('[') { domain } else { domain.trim_end_matches(']') };
        // `email:jenny@example.com`
        let local = local.rsplit_once(':').map_or(local, |(_, local)| local).trim_end_matches('@');
        let (local, middle) = local.split_once('@').map_or((local, None), |(local, middle)| (local, Some(middle)));
        let mut joined = String::new();
        let rejoined;
        let local = match middle {
            // `jenny@gmail.com@gmail.com`
            // `jenny@example@com`
            Some(middle) if !middle.is_empty() && !middle.contains(['.', '@']) && !domain.contains('.') => {
                flags |= REPAIRED_AT;
                rejoined = format!("{middle}.{domain}");
                domain = &rejoined;
                local
            }
            Some(middle) => {
                flags |= REPAIRED_AT;
                if middle.is_empty() || middle.contains('.') {
                    local
                } else {
                    joined.push_str(local);
                    joined.push('.');
                    joined.push_str(middle);
                    &joined
                }
            }
            None => local,
        };
        let local: String = local.chars().map(unprotect).collect();
        let mut local: &str = &local;
        // `www.jenny@example.com`: the beginning of a web address by habit.
        if let Some(rest) = local.strip_prefix("www.").filter(|rest| !rest.is_empty()) {
            local = rest;
            flags |= REPAIRED_WORDS;
        }
        let local = local.trim_matches(|c: char| "'\"".contains(c));
        // One dot at the end is the root of the domain name system.
        let domain = domain.strip_suffix('.').unwrap_or(domain);
        let repaired;
        let domain = if domain.starts_with('.') || domain.ends_with('.') || domain.contains("..") {
            flags |= REPAIRED_DOTS;
            repaired = domain.split('.').filter(|label| !label.is_empty()).collect::<Vec<_>>().join(".");
            &repaired
        } else {
            domain
        };
        // `gmail.com.com`
        let domain = match domain.rsplit_once('.') {
            Some((rest, last)) if rest.strip_suffix(last).is_some_and(|rest| rest.ends_with('.') && rest.len() > 1) => {
                flags |= REPAIRED_DOTS;
                rest
            }
            _ => domain,
        };
        if local.is_empty() || !local.chars().any(|c| c.is_alphanumeric() || c == '*') {
            return;
        }
        if text.contains('*') {
            flags |= MASKED;
        }
        self.push(Mailbox::new(local, domain, flags));
    }

    fn push(&mut self, mailbox: Mailbox) {
        if self.mailboxes.len() < MAX_MAILBOXES {
            self.mailboxes.push(mailbox);
        } else {
            self.is_cut = true;
        }
    }
}

/// `%40` and its like, and the parameters of a `mailto:` link taken off.
fn unescape(link: &str) -> String {
    let link = link.split('?').next().unwrap_or(link);
    escape::undo(link).unwrap_or_else(|| link.to_owned())
}

/// `jenny [at] example [dot] com`, and whether anything was spelled in words.
fn spell_out(text: &str) -> (String, bool) {
    const AT: [&str; 5] = ["[at]", "(at)", "{at}", "<at>", " at "];
    const DOT: [&str; 5] = ["[dot]", "(dot)", "{dot}", "<dot>", " dot "];
    let Some(at) = AT.iter().find(|at| text.contains(**at)) else { return (text.to_owned(), false) };
    let mut spelled = text.to_owned();
    for dot in DOT {
        spelled = spelled.replace(dot, ".");
    }
    // "will ask at visit" is prose: what follows `at` must look like a domain.
    match spelled.split_once(at) {
        Some((local, domain)) if domain.trim().contains('.') && !domain.trim().contains(' ') => {
            let local = local.trim();
            (format!("{}@{}", local, domain.trim()), true)
        }
        _ => (text.to_owned(), false),
    }
}

/// Takes quotes off: a quoted local part loses them (RFC 5322: they carry nothing), a quoted display name goes.
fn unquote(text: &str) -> String {
    if !text.contains('"') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('"') {
        out.push_str(&rest[..start]);
        let inside = &rest[start + 1..];
        let Some(end) = closing_quote(inside) else {
            rest = inside;
            continue;
        };
        let content = &inside[..end];
        rest = &inside[end + 1..];
        if rest.trim_start().starts_with('@') {
            let mut escaped = false;
            for c in content.chars() {
                escaped = c == '\\' && !escaped;
                if !escaped {
                    out.push(protect(c));
                }
            }
        } else if content.contains('@') {
            out.push_str(content);
        } else {
            // A display name; the blank keeps its neighbours apart.
            out.push(' ');
        }
    }
    out.push_str(rest);
    out
}

fn closing_quote(inside: &str) -> Option<usize> {
    let mut escaped = false;
    inside.char_indices().find_map(|(at, c)| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes.then_some(at)
    })
}

fn protect(c: char) -> char {
    if " ,;:@<>()|/\"'!?{}=`".contains(c) { char::from_u32(PROTECTED + u32::from(c)).unwrap_or(c) } else { c }
}

fn unprotect(c: char) -> char {
    match u32::from(c).checked_sub(PROTECTED) {
        Some(code @ 1..=0x7f) => char::from_u32(code).unwrap_or(c),
        _ => c,
    }
}

/// Takes comments off, `jenny(home)@example.com`; an address that stands in parentheses stays.
fn uncomment(text: &str) -> String {
    if !text.contains('(') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    if out.contains('@') { out } else { text.replace(['(', ')'], " ") }
}

/// Blanks around `@` carry nothing; several `@` in a row are one, but stay two to be seen.
fn tighten(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '@' {
            out.truncate(out.trim_end().len());
            if out.ends_with("@@") {
                continue;
            }
            out.push('@');
        } else if c == ' ' && out.ends_with(['@', ' ']) {
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether a word can end a domain that lacks its end: `com`, `con`, `co.uk`.
fn is_domain_end(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ')', '>']);
    matches!(word, "com" | "net" | "org" | "edu" | "gov" | "info" | "biz" | "me" | "io" | "co" | "example")
        || tables::meant_suffix(word).is_some()
        || word.split_once('.').is_some_and(|(second, top)| tables::is_double_suffix(second, top, word))
        || (word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Whether a blank fell into the end of a domain: the word after it completes one of the common ends.
fn completes(domain: &str, next: &str) -> bool {
    let begun = domain.rsplit('.').next().unwrap_or_default();
    ["com", "net", "org", "edu"].iter().any(|end| end.strip_prefix(begun) == Some(next))
}

/// The words before an address and the address as one, where they may be its beginning: one or two plain words that the
/// address does not already name and that are no label.
fn join(before: &[&str], address: &str) -> Option<String> {
    if before.is_empty() || before.len() > 2 {
        return None;
    }
    let local = address.split('@').next().unwrap_or_default();
    let is_beginning = |word: &&str| {
        word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
            && !local.contains(*word)
            && tables::placeholder(word.as_bytes()) == 0
            && !tables::is_role(word.as_bytes())
    };
    before.iter().all(is_beginning).then(|| format!("{}.{address}", before.join(".")))
}
