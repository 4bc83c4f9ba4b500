//! One owner string → parties with their roles, still as tokens; `party` makes names of them.

mod business;
mod party;
mod script;
mod share;
mod title;
pub(super) mod tokens;
mod words;

use super::word::{SLASHED, Word};
use super::{Aliases, Name, PartySlot, Role};
use crate::tables::name::{self as tables, Entry, Marker};
use party::Builder;
use script::Script;
use smallvec::SmallVec;
use title::{holds, is_cut_phrase, is_date, joins_business, marker};
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
}

impl Draft {
    fn new(role: Role, joint: bool) -> Draft {
        Draft { items: SmallVec::new(), role, joint, ampersand: false }
    }
}

/// Reads a name; `None` when the text holds none.
pub(super) fn parse(raw: &str, aliases: &Aliases) -> Option<Name> {
    let mut name = parse_stated(raw, aliases)?;
    if aliases.is_empty() {
        return Some(name);
    }
    for place in 0..name.parties.len() {
        let slot = name.parties[place];
        for other in aliases.names(&name, &slot) {
            add_alias(&mut name, slot.role, &other);
        }
    }
    Some(name)
}

/// Adds the first party of another name as a second way to read one with a role.
fn add_alias(name: &mut Name, role: Role, other: &Name) {
    let Some(party) = other.parties.first() else { return };
    let (first, text, links) = (name.words.len(), name.text.len(), name.links.len());
    if first + other.words.len() > MOST_NAME_WORDS || name.parties.len() > 2 * MOST_PARTIES {
        return;
    }
    name.text.extend_from_slice(&other.text);
    name.links.extend_from_slice(&other.links);
    name.words.extend(other.words.iter().map(|word| Word {
        start: word.start + text as u16,
        links: (word.links.0 + links as u16, word.links.1),
        ..*word
    }));
    name.parties.push(PartySlot { first: party.first + first as u8, role, alternative: true, ..*party });
}

/// Reads what the text says, without the other names of its parties.
pub(super) fn parse_stated(raw: &str, aliases: &Aliases) -> Option<Name> {
    if raw.len() <= MOST_CHARACTERS && raw.is_ascii() {
        // Nothing to repair, to spell out or to cut.
        return read(raw, None, raw, "", aliases);
    }
    let end = raw.char_indices().nth(MOST_CHARACTERS).map_or(raw.len(), |(at, _)| at);
    let (head, tail) = raw.split_at(end);
    let repaired = script::repair(head);
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
    if is_placeholder(&tokens) {
        return None;
    }
    let items = items(&tokens);
    let mut builder = Builder::new(&tokens, &items, script, head, tail, aliases);
    if let Some(surname) = plain_person(&tokens, &items) {
        builder.plain(surname);
        return builder.finish();
    }
    read_title(builder, &tokens, &items)
}

/// Whether the text is the words of one person and nothing else: two or three words that are no title, suffix, particle,
/// phrase or word of a business, perhaps the surname first with a comma. Most names are; what follows for the others gives
/// the same for them, and takes longer. Gives how many words a comma says the surname has.
fn plain_person(tokens: &Tokens, items: &[Item]) -> Option<u8> {
    let comma = matches!(items.get(1), Some(item) if item.token == Token::Comma);
    let words = items.len() - usize::from(comma);
    if !(2..=3).contains(&words) {
        return None;
    }
    let plain = items.iter().enumerate().all(|(place, item)| match item.token {
        Token::Word { start, len, flags, .. } => {
            let text = &tokens.text[usize::from(start)..usize::from(start) + usize::from(len)];
            // An initial may also be a particle between surnames, which takes four words, or begin a phrase.
            let class = item.entry.class;
            let initial = len == 1
                && class & !(tables::PARTICLE | tables::PHRASE) == 0
                && (class & tables::PHRASE == 0 || marker(tokens, items, place).is_none());
            (class == 0 || initial)
                && !item.aside
                && flags & SLASHED == 0
                && text.iter().all(u8::is_ascii_lowercase)
                && !matches!(text, b"the" | b"of" | b"for" | b"at" | b"on" | b"by")
        }
        Token::Comma => comma && place == 1,
        _ => false,
    });
    // What no table knows at the end of a long text may be a title that was cut.
    let last = items.last()?.entry;
    let cut = tokens.text.len() >= title::SHORTEST_CUT && last.given == 0 && last.surname == 0;
    (plain && !cut).then_some(u8::from(comma))
}

/// Reads a text of several parties, or of one with more than names.
fn read_title(mut builder: Builder<'_>, tokens: &Tokens, items: &[Item]) -> Option<Name> {
    let Split { mut drafts, cut, aside } = split(tokens, items);
    if drafts.is_empty() {
        // Nothing but phrases of account titles: they are all there is to compare.
        let mut draft = Draft::new(Role::Owner, false);
        draft.items = (0..items.len().min(200)).map(|index| index as u8).collect();
        drafts.push(draft);
    }
    if cut {
        builder.cut();
    }
    for item in aside {
        builder.set_aside(tokens.word(items[item].token));
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

/// The parties of a text.
struct Split {
    drafts: SmallVec<[Draft; 4]>,
    /// A party was announced and not named: `MR & MRS JOHN SMITH`, `JOHN SMITH & MRS`.
    cut: bool,
    /// The items that are no part of a name but tell accounts apart: an account number behind it, the date of a trust, that it
    /// is irrevocable.
    aside: SmallVec<[usize; 4]>,
}

/// Splits the items into parties with their roles.
fn split(tokens: &Tokens, items: &[Item]) -> Split {
    let mut aside: SmallVec<[usize; 4]> = SmallVec::new();
    let mut titled = false;
    let mut out: SmallVec<[Draft; 4]> = SmallVec::new();
    let mut current = Draft::new(Role::Owner, false);
    let mut next_role = Role::Owner;
    let mut minor_expected = false;
    let mut joint_tail = false;
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
            Token::Separator if is_surname_first(items, &current, at) => current.items.push(at as u8),
            Token::Separator => split = Some(true),
            Token::Word { .. } => match marker(tokens, items, at)
                .filter(|&(marker, count)| holds(marker, count, tokens, items, at, have))
            {
                None if is_account_number(tokens, items, &current, at) => aside.push(at),
                None if have >= 2 && is_cut_phrase(tokens, items, at) => {
                    titled = true;
                    step = items.len() - at;
                }
                None => current.items.push(at as u8),
                Some((marker, count)) => {
                    step = count;
                    match marker {
                        Marker::Joint if joins_business(tokens, items, &current, at + count) => {
                            current.ampersand = true
                        }
                        Marker::Joint => split = Some(true),
                        Marker::Drop | Marker::Account => {}
                        Marker::DropTail => joint_tail |= have >= 4,
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
                            let kind = (at..at + count).find(|&at| tokens.word(items[at].token).starts_with(b"irrev"));
                            aside.extend(kind);
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
                            aside.extend(at + count..at + step);
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
            let announced = !done.items.is_empty();
            titled |= !keep(&mut out, items, done) && announced;
        }
        at += step;
    }
    let cut = titled
        || current.joint && !out.is_empty() && !keep(&mut out, items, current.clone()) && {
            let last = items.iter().rev().find(|item| item.is_word());
            last.is_some_and(|item| item.entry.is(tables::HONORIFIC))
        };
    if !current.joint || out.is_empty() {
        keep(&mut out, items, current);
    }
    split_unmarked(tokens, items, &mut out, joint_tail);
    // `JOHN SMITH AND JANE SMITH TTEES`: the designation behind the last one is meant for both.
    for index in (1..out.len()).rev() {
        if out[index].joint
            && matches!(out[index].role, Role::Trustee | Role::Trust)
            && out[index - 1].role == Role::Owner
        {
            out[index - 1].role = out[index].role;
        }
    }
    Split { drafts: out, cut, aside }
}

/// `MARK TOWNSEND INES CARVAJAL JTWROS`: nothing stands between two owners. The second begins where a given name follows
/// what is none. Where no title says that there are two (`stated`), all four words have to be clear.
fn split_unmarked(tokens: &Tokens, items: &[Item], drafts: &mut SmallVec<[Draft; 4]>, stated: bool) {
    let [draft] = drafts.as_slice() else { return };
    let plain = draft.items.iter().all(|&index| items[usize::from(index)].is_word());
    if draft.role != Role::Owner || draft.ampersand || !plain || !(4..=6).contains(&draft.items.len()) {
        return;
    }
    let entry = |place: usize| items[usize::from(draft.items[place])].entry;
    let initial = |place: usize| tokens.word(items[usize::from(draft.items[place])].token).len() == 1;
    let surname =
        |place: usize| entry(place).is_surname() && !entry(place).is_given() && !entry(place).is(tables::PARTICLE);
    let clear = draft.items.len() == 4
        && entry(0).is_clearly_given()
        && surname(1)
        && entry(2).is_clearly_given()
        && surname(3);
    if !(stated || clear) {
        return;
    }
    let splits = (2..=draft.items.len() - 2).filter(|&place| {
        entry(place).is_given() && !entry(place - 1).is_clearly_given() && !initial(place - 1) && entry(0).is_given()
    });
    // The middle of the text is the likeliest place.
    let middle = draft.items.len();
    let Some(place) = splits.min_by_key(|&place| (2 * place).abs_diff(middle)) else { return };
    let mut second = Draft::new(Role::Owner, true);
    second.items = draft.items[place..].into();
    drafts[0].items.truncate(place);
    drafts.push(second);
}

/// `GRAUER;BETTINA`: a mark between two words that are no two given names parts a surname from its given name.
fn is_surname_first(items: &[Item], current: &Draft, at: usize) -> bool {
    let rest = &items[at + 1..];
    let words = rest.iter().take_while(|item| item.is_word()).count();
    let [only] = current.items.as_slice() else { return false };
    let before = items[usize::from(*only)].entry;
    (1..=2).contains(&words)
        && words == rest.len()
        && !before.is_clearly_given()
        && !before.is(tables::BUSINESS | tables::LEGAL)
        && rest[0].entry.is_clearly_given()
        && rest.last().is_some_and(|last| !last.entry.is_surname())
}

/// Keeps a party that names somebody; says whether it did.
fn keep(out: &mut SmallVec<[Draft; 4]>, items: &[Item], mut draft: Draft) -> bool {
    while draft.items.last().is_some_and(|&index| !items[usize::from(index)].is_word()) {
        draft.items.pop();
    }
    while draft.items.first().is_some_and(|&index| !items[usize::from(index)].is_word()) {
        draft.items.remove(0);
    }
    // A title without a name: `MR & MRS JOHN SMITH`.
    let only_titles = draft.items.iter().all(|&index| items[usize::from(index)].entry.is(tables::HONORIFIC));
    let named = !(draft.items.is_empty() || only_titles && draft.items.len() <= 2);
    if named {
        out.push(draft);
    }
    named
}

/// Digits of the shortest number that a bank writes behind a name.
const SHORTEST_ACCOUNT_NUMBER: usize = 3;

/// `NORMAN WHITLOW 0045`, `… X1234`: the end of an account number behind the name of a person.
fn is_account_number(tokens: &Tokens, items: &[Item], current: &Draft, at: usize) -> bool {
    let word = tokens.word(items[at].token);
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    let masked = word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'x' | b'?'));
    let last = !items[at + 1..].iter().any(Item::is_word);
    let mut before = current.items.iter().map(|&index| &items[usize::from(index)]).filter(|item| item.is_word());
    let person = before.clone().count() >= 2
        && before.clone().any(|item| item.entry.is_given())
        && !before.any(|item| item.entry.is(tables::BUSINESS | tables::LEGAL) && !item.entry.is_name());
    masked && digits >= SHORTEST_ACCOUNT_NUMBER && last && person
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_read_as_by_the_whole_machinery() {
        let cases = include_str!("../../../tests/cases/name.tsv");
        let cells = cases.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split('\t').take(2));
        let mut plain = 0;
        for raw in cells.filter(|cell| cell.is_ascii()) {
            let (tokens, aliases) = (tokens(raw), Aliases::new());
            let items = items(&tokens);
            let builder = || Builder::new(&tokens, &items, None, raw, "", &aliases);
            let Some(surname) = plain_person(&tokens, &items) else { continue };
            plain += 1;
            let mut quick = builder();
            quick.plain(surname);
            let (quick, whole) =
                (quick.finish().expect("a name"), read_title(builder(), &tokens, &items).expect("a name"));
            assert_eq!((&quick.text, &quick.links, quick.unread), (&whole.text, &whole.links, whole.unread), "{raw}");
            assert!(quick.words == whole.words && quick.parties == whole.parties, "{raw}");
        }
        assert!(plain > 400, "{plain}");
    }
}
