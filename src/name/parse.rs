//! One owner string → parties with their roles, still as tokens. [`super::party`] makes names of them.

use super::party::Builder;
use super::tokens::{MOST_CHARACTERS, Token, Tokens, tokens};
use super::{Name, Role, script};
use crate::tables::name::{self as tables, Entry, Marker};
use smallvec::SmallVec;

/// Owners that one string may name; more than any bank field has room for.
const MOST_PARTIES: usize = 8;
/// Words of the longest phrase of the table.
const LONGEST_PHRASE: usize = 6;

/// A word or mark with what the tables say about it.
#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) token: Token,
    pub(super) entry: Entry,
    /// In quotes or parentheses.
    pub(super) aside: bool,
}

impl Item {
    pub(super) const fn is_word(&self) -> bool {
        matches!(self.token, Token::Word { .. })
    }
}

/// One party as it stands in the text.
#[derive(Clone)]
pub(super) struct Draft {
    /// Indices of its items; commas are kept.
    pub(super) items: SmallVec<[u8; 12]>,
    pub(super) role: Role,
    /// Stands beside the party before as an owner of the same kind.
    pub(super) joint: bool,
    /// Holds an ampersand that joins words of one business.
    pub(super) ampersand: bool,
}

impl Draft {
    fn new(role: Role, joint: bool) -> Draft {
        Draft { items: SmallVec::new(), role, joint, ampersand: false }
    }
}

/// Reads a name; `None` when the text holds none.
pub(super) fn parse(raw: &str) -> Option<Name> {
    let end = raw.char_indices().nth(MOST_CHARACTERS).map_or(raw.len(), |(at, _)| at);
    let (head, tail) = raw.split_at(end);
    let repaired = script::repair(head);
    let raw_text = repaired.as_deref().unwrap_or(head);
    let script = script::of(raw_text);
    let latin = script.and_then(|script| script::latinise(raw_text, script));
    let tokens = tokens(latin.as_deref().unwrap_or(raw_text));
    if is_placeholder(&tokens) {
        return None;
    }
    let items = items(&tokens);
    let mut builder = Builder::new(&tokens, &items, script, raw_text, tail);
    let mut drafts = drafts(&tokens, &items);
    if drafts.is_empty() {
        // Nothing but phrases of account titles: they are all there is to compare.
        let mut draft = Draft::new(Role::Owner, false);
        draft.items = (0..items.len().min(200)).map(|index| index as u8).collect();
        drafts.push(draft);
    }
    builder.parties(&drafts);
    builder.finish()
}

/// Blank, without a letter or digit, or one of the words that systems write for nothing.
fn is_placeholder(tokens: &Tokens) -> bool {
    const NOTHING: [&str; 24] = [
        "na",
        "none",
        "null",
        "nil",
        "unknown",
        "unavailable",
        "notavailable",
        "notprovided",
        "notapplicable",
        "undefined",
        "noname",
        "nonameprovided",
        "notgiven",
        "notspecified",
        "tbd",
        "blank",
        "empty",
        "nameunavailable",
        "namenotavailable",
        "unknownname",
        "unknownowner",
        "accountholder",
        "accountowner",
        "redacted",
    ];
    let mut letters: SmallVec<[u8; 32]> = SmallVec::new();
    for &token in &tokens.tokens {
        letters.extend_from_slice(tokens.word(token));
        if letters.len() > 30 {
            return false;
        }
    }
    let same = letters.windows(2).all(|pair| pair[0] == pair[1]);
    letters.iter().all(|&byte| byte == b'?')
        || (same && letters.len() >= 3 && matches!(letters.first(), Some(b'x' | b'0' | b'9')))
        || core::str::from_utf8(&letters).is_ok_and(|word| NOTHING.contains(&word))
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
    out
}

/// The longest phrase of account titles that starts at an item, and how many items it takes.
fn marker(tokens: &Tokens, items: &[Item], at: usize) -> Option<(Marker, usize)> {
    if !items[at].entry.is(tables::PHRASE) {
        let word = core::str::from_utf8(tokens.word(items[at].token)).unwrap_or("");
        return if tables::is_slashed(word) { tables::phrase(word).map(|marker| (marker, 1)) } else { None };
    }
    let mut text: SmallVec<[u8; 64]> = SmallVec::new();
    let mut best = None;
    for (count, item) in items[at..].iter().take(LONGEST_PHRASE).enumerate() {
        if !item.is_word() {
            break;
        }
        if count > 0 {
            text.push(b' ');
        }
        text.extend_from_slice(tokens.word(item.token));
        if let Some(marker) = core::str::from_utf8(&text).ok().and_then(tables::phrase) {
            best = Some((marker, count + 1));
        }
    }
    best
}

/// Splits the items into parties with their roles.
fn drafts(tokens: &Tokens, items: &[Item]) -> SmallVec<[Draft; 4]> {
    let mut out: SmallVec<[Draft; 4]> = SmallVec::new();
    let mut current = Draft::new(Role::Owner, false);
    let mut next_role = Role::Owner;
    let mut minor_expected = false;
    let mut at = 0;
    while at < items.len() && out.len() < MOST_PARTIES {
        let item = items[at];
        let have = current.items.iter().filter(|&&index| items[usize::from(index)].is_word()).count();
        let mut step = 1;
        let mut split = None;
        match item.token {
            Token::Ampersand => {
                if joins_business(tokens, items, &current, at + 1) {
                    current.ampersand = true;
                } else {
                    split = Some(true);
                }
            }
            Token::Separator => split = Some(true),
            Token::Word { .. } => match marker(tokens, items, at)
                .filter(|&(marker, count)| holds(marker, count, tokens, items, at, have))
            {
                None => current.items.push(at as u8),
                Some((marker, count)) => {
                    step = count;
                    match marker {
                        Marker::Joint if joins_business(tokens, items, &current, at + count) => {
                            current.ampersand = true
                        }
                        Marker::Joint => split = Some(true),
                        Marker::Drop | Marker::DropTail | Marker::Account => {}
                        Marker::Trustee | Marker::TrusteeOf => {
                            current.role = Role::Trustee;
                            next_role = Role::Trust;
                            split = Some(false);
                        }
                        Marker::Custodian | Marker::CustodianFor => {
                            current.role = Role::Custodian;
                            next_role = Role::Minor;
                            minor_expected = true;
                            split = Some(false);
                        }
                        Marker::Guardian => {
                            current.role = Role::Guardian;
                            split = Some(false);
                        }
                        Marker::GuardianFor | Marker::AttorneyFor => {
                            current.role = Role::Guardian;
                            next_role = Role::Minor;
                            split = Some(false);
                        }
                        Marker::Utma => {
                            if current.role == Role::Owner && have > 0 && !minor_expected {
                                current.role = Role::Minor;
                            }
                            next_role = Role::Owner;
                            split = Some(false);
                            // The state whose act it is.
                            step += usize::from(
                                items.get(at + count).is_some_and(|item| tokens.word(item.token).len() == 2),
                            );
                        }
                        Marker::MinorTail => current.role = Role::Minor,
                        Marker::Beneficiary => {
                            next_role = Role::Beneficiary;
                            split = Some(false);
                        }
                        Marker::Fbo => {
                            if have > 0 && current.role == Role::Owner {
                                current.role = Role::Custodian;
                            }
                            next_role = Role::Fbo;
                            split = Some(false);
                        }
                        Marker::Relative => {
                            next_role = Role::Relative;
                            split = Some(false);
                        }
                        Marker::Attention => {
                            next_role = Role::Attention;
                            split = Some(false);
                        }
                        Marker::Dba => {
                            next_role = Role::TradeName;
                            split = Some(false);
                        }
                        Marker::Alias => {
                            next_role = Role::Alias;
                            split = Some(false);
                        }
                        Marker::Estate => {
                            next_role = Role::Estate;
                            split = Some(false);
                        }
                        Marker::EstateTail => current.role = Role::Estate,
                        Marker::Executor => {
                            current.role = Role::ActsFor;
                            split = Some(false);
                        }
                        Marker::ExecutorOf => {
                            current.role = Role::ActsFor;
                            next_role = Role::Estate;
                            split = Some(false);
                        }
                        Marker::Attorney => {
                            current.role = Role::ActsFor;
                            split = Some(false);
                        }
                        Marker::Trust | Marker::TrustTail => {
                            if current.role != Role::Trustee {
                                current.role = Role::Trust;
                            }
                            split = Some(false);
                        }
                        Marker::FamilyTrust => {
                            current.role = Role::FamilyTrust;
                            split = Some(false);
                        }
                        Marker::Dated => {
                            let dated = |item: &&Item| {
                                item.is_word() && is_date(tokens.word(item.token)) || item.token == Token::Separator
                            };
                            step += items[at + count..].iter().take_while(dated).count();
                        }
                    }
                }
            },
            _ => current.items.push(at as u8),
        }
        if let Some(joint) = split {
            let kept = if joint { current.role } else { next_role };
            let following = match kept {
                // What stands beside a beneficiary is one, too.
                Role::Beneficiary | Role::Minor | Role::Fbo if joint => kept,
                Role::Trustee if joint => Role::Owner,
                other if !joint => other,
                _ => Role::Owner,
            };
            let done = core::mem::replace(&mut current, Draft::new(following, joint));
            if !joint {
                next_role = Role::Owner;
            }
            keep(&mut out, items, done);
        }
        at += step;
    }
    keep(&mut out, items, current);
    // `JOHN SMITH AND JANE SMITH TTEES`: the designation behind the last one is meant for both.
    for index in (1..out.len()).rev() {
        if out[index].joint
            && matches!(out[index].role, Role::Trustee | Role::Trust)
            && out[index - 1].role == Role::Owner
        {
            out[index - 1].role = out[index].role;
        }
    }
    out
}

fn keep(out: &mut SmallVec<[Draft; 4]>, items: &[Item], mut draft: Draft) {
    while draft.items.last().is_some_and(|&index| !items[usize::from(index)].is_word()) {
        draft.items.pop();
    }
    while draft.items.first().is_some_and(|&index| !items[usize::from(index)].is_word()) {
        draft.items.remove(0);
    }
    // A title without a name: `MR & MRS JOHN SMITH`.
    let only_titles = draft.items.iter().all(|&index| items[usize::from(index)].entry.is(tables::HONORIFIC));
    if !(draft.items.is_empty() || only_titles && draft.items.len() <= 2) {
        out.push(draft);
    }
}

fn is_date(word: &[u8]) -> bool {
    const MONTHS: [&[u8]; 12] =
        [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];
    word.iter().all(u8::is_ascii_digit) || (word.len() >= 3 && MONTHS.contains(&&word[..3]))
}

/// Whether a phrase that may also be a name means its designation here.
fn holds(marker: Marker, count: usize, tokens: &Tokens, items: &[Item], at: usize, have: usize) -> bool {
    let follows = items.get(at + count).is_some_and(Item::is_word);
    let rest = items[at + count..].iter().filter(|item| item.is_word()).count();
    let word = tokens.word(items[at].token);
    let next_is_marker = items.get(at + count).is_some_and(|item| {
        item.entry.is(tables::PHRASE) || item.token == Token::Separator || item.token == Token::Ampersand
    });
    match marker {
        // Or, Ou and Et are names of people, too: they only separate where names stand on both sides.
        Marker::Joint => have >= 1 && follows && (word != b"ou" || have >= 2 && rest >= 2),
        Marker::Drop => have >= 1,
        Marker::DropTail => {
            have >= 1 && (rest == 0 || count > 1 || next_is_marker || word.len() > 4 || word == b"wros")
        }
        // A beneficiary may be named elsewhere: JOHN SMITH TOD.
        Marker::Beneficiary => have >= 2 && (follows || rest == 0),
        Marker::Alias | Marker::Relative => have >= 2 && follows,
        Marker::Attention | Marker::Dba | Marker::Fbo => follows,
        Marker::Account => (have >= 2 || next_is_marker || count > 1) && (rest == 0 || next_is_marker),
        Marker::Trust => {
            // `NORTHERN TRUST COMPANY` is a business.
            let business = items.get(at + count).is_some_and(|item| item.entry.is(tables::BUSINESS | tables::LEGAL));
            have >= 1 && !business
        }
        Marker::FamilyTrust => have >= 1,
        Marker::TrustTail => have >= 2 && (rest == 0 || next_is_marker),
        Marker::EstateTail => {
            let real = at > 0 && tokens.word(items[at - 1].token) == b"real";
            have >= 2 && !real && (rest == 0 || next_is_marker)
        }
        Marker::Executor | Marker::Attorney => {
            have >= 2 && (word.len() > 4 || rest == 0 || next_is_marker || word == b"poa" || word == b"aif")
        }
        Marker::Custodian | Marker::Trustee | Marker::Guardian | Marker::MinorTail => have >= 1,
        Marker::Dated => have >= 1 || follows,
        Marker::Estate => follows,
        Marker::TrusteeOf
        | Marker::CustodianFor
        | Marker::GuardianFor
        | Marker::ExecutorOf
        | Marker::AttorneyFor
        | Marker::Utma => true,
    }
}

/// Whether `&` or `and` after the current party joins the words of one business: FINCH & DAUGHTERS INC, JOHNSON & JOHNSON.
fn joins_business(tokens: &Tokens, items: &[Item], current: &Draft, from: usize) -> bool {
    let left: SmallVec<[&Item; 8]> =
        current.items.iter().map(|&index| &items[usize::from(index)]).filter(|item| item.is_word()).collect();
    let right: SmallVec<[&Item; 8]> = items[from.min(items.len())..]
        .iter()
        .enumerate()
        .take_while(|(offset, item)| {
            matches!(item.token, Token::Word { .. } | Token::Comma)
                && !matches!(marker(tokens, items, from + offset), Some((marker, _)) if marker != Marker::Account && marker != Marker::TrustTail && marker != Marker::DropTail)
        })
        .map(|(_, item)| item)
        .filter(|item| item.is_word())
        .collect();
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let names = |item: &&Item| item.entry.is_name();
    let shows = |items: &[&Item]| {
        items.iter().any(|item| item.entry.is(tables::BUSINESS) && !names(item))
            || items.last().is_some_and(|item| item.entry.is(tables::LEGAL) && items.len() > 1 && !names(item))
    };
    let given = |item: &Item| item.entry.is_clearly_given();
    if shows(&left) || shows(&right) {
        let two_parties = left.len() >= 2 && given(left[0]) && !shows(&left) && right.len() >= 3;
        return !two_parties;
    }
    // Two single words: a firm, unless both are given names.
    left.len() == 1
        && right.len() == 1
        && !(given(left[0]) && given(right[0]))
        && current.role == Role::Owner
        && !current.joint
}
