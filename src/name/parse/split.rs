//! A title → its parties, each with its role: `JOHN & JANE SMITH`, `PETER LARSEN CUST EMMA LARSEN UTMA MN`.

use super::account::{is_cut_client_account, is_retirement, own_retirement};
use super::beside::{is_account_number, is_number_in_front, is_year};
use super::beyond::{
    before_trust, begins_owner, ends_behind_mark, names_custodian, names_next, names_person, only_made_trust,
};
use super::joins::{is_spouse, joins_again, joins_owners, joins_persons};
use super::lists::{second_of_family, second_owner, split_trustees};
use super::particle::are_one_surname;
use super::party::is_plain_suffix;
use super::title::{
    ends_joining, holds, is_cut_phrase, is_date, is_of_one, joins_business, marker, names_agent, names_member,
};
use super::tokens::{Token, Tokens};
use super::{Draft, Item, MOST_PARTIES};
use crate::name::Role;
use crate::tables::name::{self as tables, Marker};
use smallvec::SmallVec;

/// The parties of a text.
pub(super) struct Split {
    pub(super) drafts: SmallVec<[Draft; 4]>,
    /// A party was announced and not named: `MR & MRS JOHN SMITH`, `JOHN SMITH & MRS`.
    pub(super) cut: bool,
    /// The items that are no part of a name but tell accounts apart: a number before it, the date of a trust, that it is
    /// irrevocable.
    pub(super) aside: SmallVec<[usize; 4]>,
    /// Those that are the end of an account number.
    pub(super) numbers: SmallVec<[usize; 1]>,
    /// More parties follow than are kept.
    pub(super) more: bool,
}

/// The role that a designation gives to the party before it, and the one that it gives to what follows.
fn roles(marker: Marker) -> (Option<Role>, Option<Role>) {
    match marker {
        Marker::Trustee | Marker::TrusteeOf => (Some(Role::Trustee), Some(Role::Trust)),
        Marker::Custodian | Marker::CustodianFor => (Some(Role::Custodian), Some(Role::Minor)),
        Marker::Guardian | Marker::Signer => (Some(Role::Guardian), None),
        // A dealer is an agent for a firm, and owns the account.
        Marker::GuardianFor | Marker::AgentFor => (Some(Role::Guardian), Some(Role::Minor)),
        Marker::AttorneyFor => (Some(Role::ActsFor), Some(Role::Principal)),
        Marker::WithAttorney => (None, Some(Role::ActsFor)),
        Marker::Beneficiary => (None, Some(Role::Beneficiary)),
        Marker::Relative => (None, Some(Role::Relative)),
        Marker::Attention => (None, Some(Role::Attention)),
        Marker::Dba => (None, Some(Role::TradeName)),
        Marker::Alias => (None, Some(Role::Alias)),
        Marker::Estate | Marker::Late => (None, Some(Role::Estate)),
        Marker::Executor | Marker::Attorney => (Some(Role::ActsFor), None),
        Marker::ExecutorOf => (Some(Role::ActsFor), Some(Role::Estate)),
        Marker::FamilyTrust => (Some(Role::FamilyTrust), None),
        Marker::TrustOf => (None, Some(Role::Trust)),
        _ => (None, None),
    }
}

/// The item of a designation that says that a trust is irrevocable.
fn irrevocable(tokens: &Tokens, items: &[Item], mut phrase: core::ops::Range<usize>) -> Option<usize> {
    phrase.find(|&at| tokens.word(items[at].token).starts_with(b"irrev"))
}

/// Splits the items into parties with their roles.
pub(super) fn split(tokens: &Tokens, items: &[Item]) -> Split {
    let mut aside: SmallVec<[usize; 4]> = SmallVec::new();
    let mut numbers = SmallVec::new();
    let mut titled = false;
    let mut out: SmallVec<[Draft; 4]> = SmallVec::new();
    let mut current = Draft::new(Role::Owner, false);
    let mut next_role = Role::Owner;
    let mut minor_expected = false;
    let mut joint_tail = false;
    let (mut retirement, mut to_minor) = (false, false);
    let mut at = 0;
    while at < items.len() && out.len() < MOST_PARTIES {
        let item = items[at];
        let have = current.items.iter().filter(|&&index| items[usize::from(index)].is_word()).count();
        let mut step = 1;
        let mut split = None;
        match item.token {
            Token::Ampersand if have > 0 && is_spouse(tokens, items, at + 1) => {
                // `HAROLD QUIST & WIFE INGRID`, as `AND WIFE`.
                step = 2;
                split = Some(true);
                titled |= !items[at + 2..].iter().any(Item::is_word);
            }
            Token::Ampersand => {
                if joins_business(tokens, items, &current, at + 1) {
                    current.ampersand = true;
                } else {
                    split = Some(true);
                }
            }
            Token::Separator if is_surname_first(items, &current, at) => current.items.push(at as u8),
            Token::Separator => split = Some(true),
            // `BLUEFEN BAKERY LLC, NORA QUIST, MEMBER`: who acts for the firm.
            Token::Word { .. } | Token::Comma if have >= 2 && names_member(tokens, items, at) => {
                step = usize::from(item.token == Token::Comma);
                next_role = Role::ActsFor;
                split = Some(false);
            }
            // `HAROLD QUIST 50% AND INGRID QUIST 50%`: the mark has parted them.
            Token::Word { .. } if current.items.is_empty() && !out.is_empty() && joins_again(tokens, items, at) => {}
            Token::Word { .. } => match marker(tokens, items, at)
                .map(|found| before_trust(found, tokens, items, at, have))
                .filter(|&(marker, count)| holds(marker, count, tokens, items, at, have))
            {
                None if is_account_number(tokens, items, &current, at) => numbers.push(at),
                None if at == 0 && is_number_in_front(tokens, items) => aside.push(at),
                None if joins_persons(tokens, items, &current, at) => split = Some(true),
                None if have >= 2 && (names_agent(tokens, items, at) || joins_owners(tokens, items, &current, at)) => {
                    split = Some(true);
                }
                None if have >= 2
                    && (is_cut_phrase(tokens, items, at) || ends_joining(tokens, items, &current, at)) =>
                {
                    titled = true;
                    step = items.len() - at;
                    current.for_clients |= is_cut_client_account(tokens, items, at);
                }
                None => current.items.push(at as u8),
                Some((marker, count)) => {
                    step = count;
                    let (mut before, mut after) = roles(marker);
                    if marker == Marker::Trustee && only_made_trust(tokens, items, at, count) {
                        (before, after) = (Some(Role::Guardian), None);
                    }
                    let agent = matches!(tokens.word(item.token), b"aif" | b"attorney");
                    if marker == Marker::Attorney && at == 0 {
                        (before, after) = (None, Some(Role::ActsFor));
                    } else if marker == Marker::Attorney && !agent && names_person(tokens, items, at + count) {
                        // `NORA QUIST POA PETER QUIST`: most likely who acts for her is named behind it.
                        (before, after) = (Some(Role::Principal), Some(Role::ActsFor));
                    }
                    let word = tokens.word(item.token);
                    if marker == Marker::Signer && !item.aside && items.get(at + count).is_some_and(Item::is_word) {
                        // `NORA QUIST, AUTHORIZED SIGNER IVO QUIST`: it may be meant for either.
                        after = before;
                    }
                    let acts = matches!(marker, Marker::Attorney | Marker::AttorneyFor | Marker::AgentFor);
                    if acts && have >= 3 && tokens.word(items[at - 1].token) == b"as" {
                        // `NORA QUIST AS POA`
                        current.items.pop();
                    }
                    if before.is_some() || after.is_some() {
                        current.role = before.unwrap_or(current.role);
                        next_role = after.unwrap_or(next_role);
                        split = Some(false);
                    }
                    // No firm is called one or the other.
                    let is_or = matches!(tokens.word(item.token), b"or" | b"andor" | b"ou" | b"oder" | b"of");
                    match marker {
                        Marker::Joint if !is_or && joins_business(tokens, items, &current, at + count) => {
                            current.ampersand = true
                        }
                        Marker::Joint => split = Some(true),
                        Marker::DropTail => {
                            joint_tail |= have >= 4 && !is_of_one(tokens, &items[at..at + count]);
                            if have >= 2 && names_next(tokens, items, at + count) {
                                // `HAROLD QUIST JT TEN INGRID QUIST`
                                split = Some(true);
                            }
                            // Who holds for life is not quite the owner.
                            if matches!(tokens.word(item.token), b"life" | b"le") {
                                aside.push(at);
                            }
                        }
                        Marker::Custodian | Marker::CustodianFor => minor_expected = true,
                        Marker::Utma => {
                            to_minor = true;
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
                        Marker::MinorTail => {
                            to_minor = true;
                            current.role = Role::Minor;
                            if names_custodian(tokens, items, at + count) {
                                split = Some(false);
                            }
                        }
                        Marker::Fbo => {
                            if have > 0 && current.role == Role::Owner {
                                current.role = Role::Custodian;
                            }
                            next_role = Role::Fbo;
                            split = Some(false);
                        }
                        Marker::EstateTail => current.role = Role::Estate,
                        Marker::TrustOf => aside.extend(irrevocable(tokens, items, at..at + count)),
                        Marker::Trust | Marker::TrustTail => {
                            aside.extend(irrevocable(tokens, items, at..at + count));
                            if current.role != Role::Trustee {
                                current.role = Role::Trust;
                            }
                            split = Some(false);
                        }
                        Marker::Dated => {
                            let dated = |item: &&Item| {
                                item.is_word() && is_date(tokens.word(item.token)) || item.token == Token::Separator
                            };
                            step += items[at + count..].iter().take_while(dated).count();
                            // A year alone says which trust it is.
                            match &items[at + count..at + step] {
                                [only] if is_year(tokens.word(only.token)) => numbers.push(at + count),
                                _ => aside.extend(at + count..at + step),
                            }
                        }
                        // The number of the account.
                        Marker::Account | Marker::ClientAccount | Marker::Escrow => {
                            if marker != Marker::Account {
                                aside.push(at);
                                match out.last_mut().filter(|_| ends_behind_mark(items, at, count, have)) {
                                    Some(before) => before.for_clients = true,
                                    None => current.for_clients = true,
                                }
                            }
                            retirement |= is_retirement(tokens, &items[at..at + count]);
                            let number =
                                |item: &Item| item.is_word() && tokens.word(item.token).iter().all(u8::is_ascii_digit);
                            if items.get(at + count).is_some_and(number) {
                                aside.push(at + count);
                                step += 1;
                            } else if marker == Marker::Account
                                && have > 0
                                && items
                                    .get(at + count)
                                    .is_some_and(|next| !next.entry.is(tables::PHRASE) && next.is_word())
                            {
                                // `NORA QUIST IRA BLUEFEN TRUST CO CUSTODIAN`
                                split = Some(false);
                            }
                        }
                        // `IVO QUIST OWNER NORA QUIST`
                        Marker::Standing if begins_owner(tokens, items, at + count) => split = Some(true),
                        Marker::Standing if word == b"owner" && current.role == Role::Guardian => {
                            current.role = Role::Owner;
                        }
                        // Those whose roles are all that they say, and those that say nothing.
                        _ => {}
                    }
                }
            },
            _ => current.items.push(at as u8),
        }
        if let Some(joint) = split {
            let kept = if joint { current.role } else { next_role };
            let named = current.items.iter().any(|&index| items[usize::from(index)].is_word());
            let following = match kept {
                // `C/O / ANN HOLT`: the mark stands before the one who is announced.
                _ if joint && !named => kept,
                // What stands beside a beneficiary is one, too, and who made a trust with another.
                Role::Beneficiary | Role::Minor | Role::Fbo | Role::Trust if joint => kept,
                Role::Trustee if joint => Role::Owner,
                other if !joint => other,
                _ => Role::Owner,
            };
            let done = core::mem::replace(&mut current, Draft::new(following, joint));
            // `IOLTA / NORA QUIST`
            current.for_clients = done.for_clients && done.items.is_empty();
            if !joint {
                next_role = Role::Owner;
            }
            let announced = !done.items.is_empty();
            titled |= !keep(&mut out, items, done) && announced;
        }
        at += step;
    }
    let more = items.iter().skip(at).any(Item::is_word);
    let joint = current.joint && !out.is_empty();
    let kept = keep(&mut out, items, current);
    let last = items.iter().rev().find(|item| item.is_word());
    let cut = titled || joint && !kept && last.is_some_and(|item| item.entry.is(tables::HONORIFIC));
    split_unmarked(tokens, items, &mut out, joint_tail);
    // `JOHN SMITH AND JANE SMITH TTEES`: the designation behind the last one is meant for both.
    for index in (1..out.len()).rev() {
        if out[index].joint
            && matches!(out[index].role, Role::Trustee | Role::Trust)
            && out[index - 1].role == Role::Owner
        {
            out[index - 1].role = out[index].role;
        }
        let shared = out[index].joint || out[index].role == Role::TradeName;
        out[index - 1].for_clients |= shared && out[index].for_clients;
    }
    if retirement && !to_minor {
        own_retirement(tokens, items, &mut out);
    }
    Split { drafts: out, cut, more, aside, numbers }
}

/// `MARK TOWNSEND INES CARVAJAL JTWROS`: nothing stands between two owners. The second begins where a given name follows
/// what is none. Where no title says that there are two (`stated`), all four words have to be clear.
fn split_unmarked(tokens: &Tokens, items: &[Item], drafts: &mut SmallVec<[Draft; 4]>, stated: bool) {
    if drafts.iter().any(|draft| draft.role == Role::Trustee) {
        return split_trustees(tokens, items, drafts);
    }
    let [draft] = drafts.as_slice() else { return };
    let plain = draft.items.iter().all(|&index| items[usize::from(index)].is_word());
    if plain && !draft.ampersand && matches!(draft.role, Role::Owner | Role::ActsFor) {
        if let Some(place) = second_titled(tokens, items, draft) {
            let estate =
                items.iter().take(usize::from(draft.items[0])).any(|item| tokens.word(item.token) == b"estate");
            split_at(drafts, place);
            if estate {
                drafts[0].role = Role::Estate;
            }
            return;
        }
    }
    let acts = || {
        let end = draft.items.last().map_or(0, |&last| usize::from(last) + 1);
        draft.items.len() == 4
            && draft.role == Role::ActsFor
            && end < items.len()
            && matches!(marker(tokens, items, end), Some((Marker::Attorney, _)))
    };
    let owner = draft.role == Role::Owner && (4..=6).contains(&draft.items.len());
    if draft.ampersand || !plain || !owner && !acts() {
        return;
    }
    let entry = |place: usize| items[usize::from(draft.items[place])].entry;
    let word = |place: usize| tokens.word(items[usize::from(draft.items[place])].token);
    if let Some(place) = second_of_family(draft.items.len(), entry, word) {
        return split_at(drafts, place);
    }
    let initial = |place: usize| word(place).len() == 1;
    let surname =
        |place: usize| entry(place).is_surname() && !entry(place).is_given() && !entry(place).is(tables::PARTICLE);
    // `NORA KESTREL VON MOHR`
    let item = |place: usize| &items[usize::from(draft.items[place])];
    let one_surname = |place: usize| are_one_surname(tokens, item(place), item(place + 1));
    let clear = draft.items.len() == 4
        && entry(0).is_clearly_given()
        && surname(1)
        && entry(2).is_clearly_given()
        && surname(3)
        && !one_surname(2);
    if !owner {
        // `NORA QUIST IVO VOSS POA`
        return if clear {
            split_at(drafts, 2)
        };
    }
    // A man and a woman, each with a surname behind: also where the names are rarer.
    let couple = draft.items.len() == 4
        && has_sexes(entry(0), entry(2))
        && entry(0).class == 0
        && entry(0).given >= entry(0).surname
        && entry(2).is_clearly_given()
        && !one_surname(2)
        && [1, 3].into_iter().all(|place| {
            let entry = entry(place);
            entry.class == 0
                && !initial(place)
                && (!entry.is_given() || entry.surname >= entry.given + MOSTLY_SURNAME)
                && (entry.surname > entry.given || entry.given == 0)
        });
    if couple {
        return split_at(drafts, 2);
    }
    // `QUIST VOSS NORA J JTWROS`: what ends with an initial has its surname in front, or no other owner;
    // `NORA QUIST IVO J JTWROS` has two.
    let stated = stated && (entry(0).is_clearly_given() || !initial(draft.items.len() - 1));
    if !(stated || clear) {
        let Some(place) = second_owner(draft.items.len(), entry, word) else { return };
        split_at(drafts, place);
        return;
    }
    let splits = (2..=draft.items.len() - 2).filter(|&place| {
        entry(place).is_given() && !entry(place - 1).is_clearly_given() && !initial(place - 1) && entry(0).is_given()
    });
    // Before what is more often a given name, and next to the middle of the text.
    let middle = draft.items.len();
    let unlikely = |place: usize| entry(place).given <= entry(place).surname;
    let place = splits.min_by_key(|&place| (unlikely(place), (2 * place).abs_diff(middle)));
    let Some(place) = place.or_else(|| second_owner(draft.items.len(), entry, word)) else { return };
    split_at(drafts, place);
}

/// Words of the longest text in which [`second_titled`] looks for a second owner.
const MOST_TITLED: usize = 12;

/// `HAROLD QUIST JR INGRID QUIST`, `MR HAROLD QUIST MRS INGRID VOSS`, `HAROLD QUIST INGRID QUIST POA`: where the second owner begins
/// when a suffix, or a title of each, parts two names; with a suffix, or before who acts for another, both have one surname.
fn second_titled(tokens: &Tokens, items: &[Item], draft: &Draft) -> Option<usize> {
    let count = draft.items.len();
    if !(4..=MOST_TITLED).contains(&count) {
        return None;
    }
    let item = |place: usize| &items[usize::from(draft.items[place])];
    let word = |place: usize| tokens.word(item(place).token);
    let title = |place: usize| {
        let entry = item(place).entry;
        entry.is(tables::HONORIFIC) && !entry.is(tables::AMBIGUOUS) && !entry.is_name()
    };
    let suffix = |place: usize| {
        let entry = item(place).entry;
        is_plain_suffix(word(place)) || entry.is(tables::POST_NOMINAL) && !entry.is_name() && word(place).len() > 1
    };
    // The words of a name between two places, without titles and suffixes.
    let name = |from: usize, to: usize| {
        let from = (from..to).find(|&place| !title(place)).unwrap_or(to);
        let to = (from..to).rev().find(|&place| !suffix(place)).map_or(from, |last| last + 1);
        (from, to)
    };
    (2..count - 1).find(|&second| {
        let ((from, to), (from_b, to_b)) = (name(0, second), name(second, count));
        if to < from + 2 || to_b < from_b + 2 {
            return false;
        }
        let long = |place: usize| word(place).len() > 2 && item(place).entry.class & !tables::PARTICLE == 0;
        let one_family = long(to - 1) && word(to - 1) == word(to_b - 1) && item(from_b).entry.given > 0
            || long(from) && word(from) == word(from_b) && item(from).entry.surname > item(from).entry.given;
        let parted = to < second || title(second) && title(0);
        parted && (one_family || title(0) && title(second)) || draft.role == Role::ActsFor && one_family
    })
}

/// A name that so many more people (log2) have as a surname is one behind a given name, also where it is a frequent one.
const MOSTLY_SURNAME: u8 = 5;

/// Whether two given names are those of a man and of a woman.
pub(super) const fn has_sexes(one: tables::Entry, other: tables::Entry) -> bool {
    one.sex | other.sex == 3 && one.sex != 0 && other.sex != 0
}

/// The one party becomes two; what it does for another, the second one does.
fn split_at(drafts: &mut SmallVec<[Draft; 4]>, place: usize) {
    let mut second = Draft::new(drafts[0].role, true);
    drafts[0].role = Role::Owner;
    second.items = drafts[0].items[place..].into();
    drafts[0].items.truncate(place);
    drafts.push(second);
}

/// `GRAUER;BETTINA`, `GRAUER/BETTINA MRS`: a mark between two words that are no two given names parts a surname from its given
/// name.
fn is_surname_first(items: &[Item], current: &Draft, at: usize) -> bool {
    let rest = &items[at + 1..];
    let words = rest.iter().take_while(|item| item.is_word()).count();
    let [only] = current.items.as_slice() else { return false };
    let before = items[usize::from(*only)].entry;
    // As travel agents have it, a title stands behind another mark.
    let titled =
        matches!(&rest[words..], [mark, title] if mark.token == items[at].token && title.entry.is(tables::HONORIFIC));
    if !(1..=2).contains(&words) || words < rest.len() && !titled || before.is(tables::BUSINESS | tables::LEGAL) {
        return false;
    }
    let (first, last) = (rest[0].entry, rest[words - 1].entry);
    // Behind a clear surname also a name that fewer people have.
    let given =
        first.is_clearly_given() || before.is_clearly_surname() && first.class == 0 && first.given > first.surname;
    given && !before.is_clearly_given() && (words == 1 || !last.is_surname())
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
