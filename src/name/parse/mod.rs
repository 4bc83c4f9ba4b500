//! One owner string → parties with their roles, still as tokens; `party` makes names of them.

mod account;
mod apart;
mod beside;
mod beyond;
mod business;
mod glued;
mod hebrew;
mod indic;
mod joins;
mod kana;
mod label;
mod legal;
mod line;
mod lists;
mod lost;
mod particle;
mod party;
mod pinyin;
mod plain;
mod proprietor;
mod script;
mod share;
mod slots;
mod split;
mod strip;
mod title;
pub(super) mod tokens;
mod words;

use super::word::{HYPHEN, Word};
use super::{Aliases, Name, PartySlot, Role};
use crate::tables::name::{self as tables, Entry};
use crate::text::escape;
use party::Builder;
use script::Script;
use smallvec::SmallVec;
use split::{Split, split};
use tokens::{MOST_CHARACTERS, Token, Tokens, tokens};

/// Owners that one string may name; more than any bank field has room for.
const MOST_PARTIES: usize = 8;
/// Words that a name holds, those of shared surnames and of other names included: their places fit a byte.
const MOST_NAME_WORDS: usize = 250;

/// A word or mark with what the tables say about it.
#[derive(Clone, Copy)]
struct Item {
    token: Token,
    entry: Entry,
    /// In quotes or parentheses.
    aside: bool,
}

impl Item {
    const fn is_word(&self) -> bool {
        matches!(self.token, Token::Word { .. })
    }
}

/// One party as it stands in the text.
#[derive(Clone)]
struct Draft {
    /// Indices of its items; commas are kept.
    items: SmallVec<[u8; 12]>,
    role: Role,
    /// Stands beside the party before as an owner of the same kind.
    joint: bool,
    /// Holds an ampersand that joins words of one business.
    ampersand: bool,
    /// The money is that of clients.
    for_clients: bool,
}

impl Draft {
    fn new(role: Role, joint: bool) -> Draft {
        Draft { items: SmallVec::new(), role, joint, ampersand: false, for_clients: false }
    }
}

/// Reads a name in its place, which holds none; it holds none then where the text does not.
pub(super) fn parse(name: &mut Option<Name>, raw: &str, aliases: &Aliases) {
    if !aliases.is_empty() {
        *name = parse_stated(raw, aliases);
        let Some(name) = name else { return };
        for place in 0..name.parties.len() {
            let slot = name.parties[place];
            for other in aliases.names(name, &slot) {
                add_alias(name, slot.role, &other);
            }
        }
    } else if plain::read(name.insert(Name::empty()), raw).is_none() {
        *name = parse_stated(raw, aliases);
    }
}

/// Adds the first party of another name as a second way to read one with a role.
fn add_alias(name: &mut Name, role: Role, other: &Name) {
    let Some(party) = other.parties.first() else { return };
    let (first, text, links) = (name.words.len(), name.text.len(), name.links.end());
    if first + other.words.len() > MOST_NAME_WORDS || name.parties.len() > 2 * MOST_PARTIES {
        return;
    }
    name.text.extend_from_slice(&other.text);
    name.links.0.extend_from_slice(&other.links.0);
    name.words.extend(other.words.iter().map(|word| Word {
        start: word.start + text as u16,
        first_link: word.first_link + links,
        ..*word
    }));
    name.parties.push(PartySlot { first: party.first + first as u8, role, alternative: true, ..*party });
}

/// Reads what the text says, without the other names of its parties.
#[inline(never)]
pub(super) fn parse_stated(raw: &str, aliases: &Aliases) -> Option<Name> {
    let undone = escape::undo(raw);
    let raw = undone.as_deref().unwrap_or(raw);
    let short = raw.len() <= LONGEST_FORM_TEXT;
    let joined = if short && raw.contains([':', '=', '@']) { label::join_parts(raw) } else { None };
    let raw = label::without_label(joined.as_deref().unwrap_or(raw));
    if raw.len() <= MOST_CHARACTERS && raw.is_ascii() {
        // Nothing to repair, to spell out or to cut.
        return read(raw, None, raw, "", aliases);
    }
    let end = raw.char_indices().nth(MOST_CHARACTERS).map_or(raw.len(), |(at, _)| at);
    let (head, tail) = raw.split_at(end);
    let repaired = crate::text::mojibake::repair(head);
    let raw_text = repaired.as_deref().unwrap_or(head);
    // Mª is written for María, with the mark in the place of a full stop.
    let spelled = raw_text.contains('ª').then(|| raw_text.replace('ª', "a."));
    let raw_text = spelled.as_deref().unwrap_or(raw_text);
    let script = script::of(raw_text);
    let latin = script.and_then(|script| script::latinise(raw_text, script));
    read(latin.as_deref().unwrap_or(raw_text), script, raw_text, tail, aliases)
}

/// Reads a text that is spelled out in Latin letters. `head` is what stood there, `tail` what is not read.
fn read(latin: &str, script: Option<Script>, head: &str, tail: &str, aliases: &Aliases) -> Option<Name> {
    let tokens = tokens(latin);
    if says_nothing(&tokens) {
        return None;
    }
    let mut items = items(&tokens);
    let purpose = account::take_purpose(&tokens, &mut items);
    let taken = beside::take_trust_numbers(&tokens, &mut items);
    let mut builder = Builder::new(&tokens, &items, script, head, tail, aliases);
    for token in purpose {
        builder.set_aside(tokens.word(token));
    }
    for (token, says) in taken {
        match says {
            beside::TrustNumber::Year => builder.set_number_aside(tokens.word(token)),
            beside::TrustNumber::Which(which) => builder.set_trust_aside(tokens.word(token), which),
        }
    }
    read_title(builder, &tokens, &items)
}

/// Reads a text of several parties, or of one with more than names.
fn read_title(mut builder: Builder<'_>, tokens: &Tokens, items: &[Item]) -> Option<Name> {
    let Split { mut drafts, cut, more, aside, numbers } = split(tokens, items);
    if drafts.is_empty() {
        // Nothing but phrases of account titles: they are all there is to compare.
        let mut draft = Draft::new(Role::Owner, false);
        draft.items = (0..items.len().min(200)).map(|index| index as u8).collect();
        drafts.push(draft);
    }
    if cut {
        builder.cut();
    }
    if more {
        builder.cut_short();
    }
    for item in aside {
        builder.set_aside(tokens.word(items[item].token));
    }
    for item in numbers {
        builder.set_number_aside(tokens.word(items[item].token));
    }
    if let Some(item) = beyond::complete_cut(tokens, items, &mut drafts) {
        builder.set_aside(tokens.word(items[item].token));
    }
    builder.parties(&drafts);
    if let Some(whole) = slots::whole(items) {
        builder.also(&whole);
    }
    builder.part_glued();
    builder.finish()
}

/// Blank, without a letter or digit, or one of the words that systems write for nothing.
fn says_nothing(tokens: &Tokens) -> bool {
    let mut letters: SmallVec<[u8; 32]> = SmallVec::new();
    for &token in &tokens.tokens {
        letters.extend_from_slice(tokens.word(token));
        if letters.len() > LONGEST_PLACEHOLDER {
            return false;
        }
    }
    is_placeholder(&letters)
}

/// No placeholder has more letters.
const LONGEST_PLACEHOLDER: usize = 30;

/// The same for the letters and digits of a text.
fn is_placeholder(letters: &[u8]) -> bool {
    let Some(&first) = letters.first() else { return true };
    if letters.len() > LONGEST_PLACEHOLDER {
        return false;
    }
    match first {
        b'?' => letters.iter().all(|&byte| byte == b'?'),
        b'x' | b'0' | b'9' => letters.len() >= 3 && letters.iter().all(|&byte| byte == first),
        b'a' | b'b' | b'e' | b'n' | b'r' | b't' | b'u' => matches!(
            letters,
            b"na"
                | b"none"
                | b"nonenone"
                | b"null"
                | b"nullnull"
                | b"nil"
                | b"unknown"
                | b"unavailable"
                | b"notavailable"
                | b"notprovided"
                | b"notapplicable"
                | b"undefined"
                | b"undefinedundefined"
                | b"noname"
                | b"nonameprovided"
                | b"notgiven"
                | b"notspecified"
                | b"tbd"
                | b"blank"
                | b"empty"
                | b"nameunavailable"
                | b"namenotavailable"
                | b"unknownname"
                | b"unknownowner"
                | b"accountholder"
                | b"accountowner"
                | b"redacted"
        ),
        _ => false,
    }
}

fn items(tokens: &Tokens) -> SmallVec<[Item; 24]> {
    let mut aside = false;
    let mut out: SmallVec<[Item; 24]> = SmallVec::new();
    for &token in tokens.tokens.iter().take(250) {
        match token {
            Token::Open => aside = true,
            Token::Close => aside = false,
            _ => {
                let entry = match token {
                    Token::Word { .. } => tables::word(tokens.word(token)),
                    _ => tables::UNKNOWN,
                };
                out.push(Item { token, entry, aside });
            }
        }
    }
    join_mac(tokens, &mut out);
    lists::part_numbered(tokens, &mut out);
    slots::part_columns(tokens, &mut out);
    slots::join(tokens, &mut out);
    read_monsieur(tokens, &mut out);
    join_van_t(tokens, &mut out);
    apart::join_letters(tokens, &mut out);
    join_form(tokens, &mut out);
    legal::turn_front(tokens, &mut out);
    legal::join_spelled_out(tokens, &mut out);
    label::take_behind(tokens, &mut out);
    proprietor::part_proprietor(tokens, &mut out);
    out
}

/// `BLUE HERON L L C`, `GRUPO NORTE S A DE C V`, `NADIA PROKOP M D`: the letters of a legal form or of a degree, written apart at the
/// end. Two letters are the initials of a person where a given name or a surname alone stands before them, but not behind both.
fn join_form(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let mut end = items.len();
    loop {
        let form =
            |last: &Item| last.entry.is(tables::LEGAL | tables::POST_NOMINAL) || tokens.word(last.token) == b"de";
        while items[..end].last().is_some_and(form) {
            end -= 1;
        }
        let letters = items[..end].iter().rev().take_while(|item| tokens.word(item.token).len() == 1).count();
        let form = (2..=letters.min(LONGEST_FORM)).rev().find_map(|count| {
            let from = end - count;
            let Token::Word { start, .. } = items[from].token else { return None };
            let text = tokens.text.get(usize::from(start)..usize::from(start) + count)?;
            let entry = tables::word(text);
            let before = items.get(..from).filter(|before| before.iter().any(Item::is_word))?;
            let names = before
                .iter()
                .filter(|item| item.is_word() && item.entry.class & (tables::HONORIFIC | tables::GENERATION) == 0);
            let first = before[0].entry;
            let called = first.is_name() || first.surname > 0 && !first.is(tables::BUSINESS);
            let person = first.is_clearly_given() || called && names.count() == 1;
            let token = Token::Word { start, len: count as u8, flags: 0, dotted: false };
            let form = entry.is(tables::LEGAL) && (count > 2 || !person);
            (form || is_degree(tokens, &items[..end - letters], text, entry))
                .then_some((from, Item { token, entry, ..items[from] }))
        });
        let Some((from, form)) = form else { return };
        items[from] = form;
        items.drain(from + 1..end);
        end = from;
    }
}

/// Whether letters behind the whole name of a person are those of a degree, or before one those of the firm of a professional.
fn is_degree(tokens: &Tokens, before: &[Item], text: &[u8], entry: Entry) -> bool {
    let named = before.first().is_some_and(|first| first.entry.is_clearly_given() || first.entry.is(tables::HONORIFIC));
    let degree = entry.is(tables::POST_NOMINAL) || matches!(text, b"pa" | b"pc");
    degree
        && named
        && before.iter().all(Item::is_word)
        && title::is_behind_person(tokens, before, before.len(), before.len())
}

/// `VAN 'T HOFF`, `VAN T HOFF`, `HOFF, WILLEM VAN 'T`: one particle, as in `VANT HOFF`. In front, or right behind a comma, it may be
/// Van T Nguyen, unless a comma or a given name behind says that the surname stands there.
fn join_van_t(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let word = |item: &Item| tokens.word(item.token);
    let Some(at) = items.windows(2).position(|two| word(&two[0]) == b"van" && word(&two[1]) == b"t") else { return };
    // `DR VAN T SMITH`, `KIM VAN T. BARKER`: the letter is an initial.
    let initial = matches!(items[at + 1].token, Token::Word { dotted: true, .. });
    let name = |before: usize| items[before].is_word() && !items[before].entry.is(tables::HONORIFIC);
    let behind_name = !initial && at.checked_sub(1).is_some_and(name);
    let comma = items[..at].iter().any(|item| item.token == Token::Comma);
    let surname = match (items.get(at + 2), items.get(at + 3)) {
        (None, _) => behind_name && comma,
        (Some(next), _) if !next.is_word() || next.entry.generation != 0 => false,
        (_, Some(end)) if at == 0 => end.token == Token::Comma || end.entry.given > end.entry.surname + 2,
        _ => behind_name,
    };
    let eastern = || items.iter().any(|item| crate::name::word::is_eastern(item.entry, word(item)));
    if let Token::Word { start, .. } = items[at].token {
        if surname && !eastern() {
            let token = Token::Word { start, len: 4, flags: 0, dotted: false };
            items[at] = Item { token, entry: tables::word(b"vant"), ..items[at] };
            items.remove(at + 1);
        }
    }
}

/// `MC DONALD SEAN`, `SEAN & ANN MAC DONALD`: one surname, where it is known as one. Mac Arthur Hale has another.
fn join_mac(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let mut at = 0;
    while at + 1 < items.len() {
        if let Some(joined) = mac(tokens, items, at) {
            items[at] = joined;
            items.remove(at + 1);
        }
        at += 1;
    }
}

/// The surname that the word at a place begins, and the next one ends.
fn mac(tokens: &Tokens, items: &[Item], at: usize) -> Option<Item> {
    let (item, next) = (items[at], items[at + 1]);
    let is_mac = tokens.word(item.token) == b"mac";
    let Token::Word { start, len, .. } = item.token else { return None };
    let Token::Word { start: from, len: more, flags, .. } = next.token else { return None };
    if !(is_mac || tokens.word(item.token) == b"mc")
        || more < 3
        || flags & HYPHEN != 0
        || from != start + u16::from(len)
    {
        return None;
    }
    let joined = tables::word(tokens.text.get(usize::from(start)..usize::from(from) + usize::from(more))?);
    // In front Mac is a given name, unless one stands behind.
    let front = at == 0 || !items[at - 1].is_word();
    let called = match items.get(at + 2..).unwrap_or(&[]) {
        [Item { token: Token::Comma, .. }, ..] => true,
        // `MAC DONALD/NORA`
        [Item { token: Token::Separator, .. }, next] => next.entry.is_clearly_given(),
        // Mac Arthur James
        [next, ..] => next.entry.is_clearly_given() && !(is_mac && next.entry.is_surname()),
        [] => false,
    };
    // `MC LEAN` may be M C Lean.
    if !is_mac && items.len() == 2 {
        return None;
    }
    let surname = joined.surname > 0 && joined.surname + LESS_OFTEN >= next.entry.surname;
    (surname && !(is_mac && front && !called)).then_some(Item {
        token: Token::Word { start, len: len + more, flags: 0, dotted: false },
        entry: joined,
        aside: item.aside,
    })
}

/// A surname with Mac may be that much rarer (log2) than the one without.
const LESS_OFTEN: u8 = 3;

/// Bytes of the longest text in which the parts of a form are looked for: more than any has of which a name is read.
const LONGEST_FORM_TEXT: usize = 10 * MOST_CHARACTERS;

/// Letters of the longest legal form that is written letter by letter.
const LONGEST_FORM: usize = 5;

/// `M OU MME JEAN MARTIN`, `MME ET M MARTIN`: beside the title of the other one, the letter is a title and no initial.
fn read_monsieur(tokens: &Tokens, items: &mut [Item]) {
    let joint = |item: &Item| item.token == Token::Ampersand || matches!(tokens.word(item.token), b"ou" | b"et");
    for at in 0..items.len().saturating_sub(2) {
        let [first, between, last] = [items[at], items[at + 1], items[at + 2]];
        let (m, title) = (|item: Item| tokens.word(item.token) == b"m", |item: Item| item.entry.is(tables::HONORIFIC));
        if joint(&between) && (m(first) && title(last) || title(first) && m(last)) {
            items[if m(first) { at } else { at + 2 }].entry = tables::word(b"monsieur");
        }
    }
}

#[cfg(test)]
mod tests;
