//! The phrases of an account title (JTWROS, TTEE, FBO …) and what they mean where they stand.

use super::account::{
    conditions_air, ends_with_custodian, is_called_ira, is_held_by_firm, is_retirement, is_surname_of_owner,
};
use super::beyond::{begins_owner, begins_person, ends_behind_mark, names_custodian, names_estate, names_person};
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::name::Role;
use crate::name::word::SLASHED;
use crate::tables::name::{self as tables, Marker};
use smallvec::SmallVec;

/// Words of the longest phrase of the table.
const LONGEST_PHRASE: usize = 6;

/// The longest phrase of account titles that starts at an item, and how many items it takes.
pub(super) fn marker(tokens: &Tokens, items: &[Item], at: usize) -> Option<(Marker, usize)> {
    if is_slashed(&items[at]) {
        let letters = core::str::from_utf8(tokens.word(items[at].token)).unwrap_or("");
        return tables::slashed(letters).map(|marker| (marker, 1));
    }
    if !items[at].entry.is(tables::PHRASE) {
        return None;
    }
    let mut text: SmallVec<[u8; 64]> = SmallVec::new();
    let mut best = None;
    for (count, item) in items[at..].iter().take(LONGEST_PHRASE).enumerate() {
        if count > 0 {
            text.push(b' ');
        }
        match item.token {
            Token::Word { .. } => text.extend_from_slice(tokens.word(item.token)),
            // `HUSBAND & WIFE`
            Token::Ampersand if count > 0 => text.extend_from_slice(b"and"),
            _ => break,
        }
        if let Some(marker) = core::str::from_utf8(&text).ok().and_then(tables::phrase) {
            best = Some((marker, count + 1));
        }
    }
    best
}

/// Whether the letters of an abbreviation stood between slashes.
const fn is_slashed(item: &Item) -> bool {
    matches!(item.token, Token::Word { flags, .. } if flags & SLASHED != 0)
}

/// Letters of a text from which on a field may have cut the title at its end.
pub(super) const SHORTEST_CUT: usize = 16;

/// Whether the rest of a text is the beginning of a phrase: `JOHN SMITHERS REVOCABLE LIV`, `JOHN J SMITHERS JT TE`.
pub(super) fn is_cut_phrase(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let rest = &items[at..];
    if is_individual(tokens, items, at) {
        return true;
    }
    if rest.len() > 3 || tokens.text.len() < SHORTEST_CUT || !rest.iter().all(Item::is_word) {
        return false;
    }
    let mut text: SmallVec<[u8; 64]> = SmallVec::new();
    for item in rest {
        if !text.is_empty() {
            text.push(b' ');
        }
        text.extend_from_slice(tokens.word(item.token));
    }
    let first = tokens.word(rest[0].token).len();
    let enough = if rest.len() == 1 {
        // `EL SOL TRADING` is whole, and does not go on with AS; nor does a firm of escrow with ACCOUNT.
        first >= 4
            && rest[0].entry.given == 0
            && rest[0].entry.surname == 0
            && !rest[0].entry.is(tables::BUSINESS)
            && !core::str::from_utf8(&text).is_ok_and(tables::begins_client_account)
    } else {
        rest[0].entry.is(tables::PHRASE) && text.len() >= first + 3
    };
    // A profession is whole, although an account may have its name from it.
    enough
        && core::str::from_utf8(&text).is_ok_and(|text| {
            tables::begins_phrase(text) && !matches!(tables::phrase(text), Some(Marker::Profession | Marker::Standing))
        })
}

/// `NORA QUIST IND`: owned by one; a firm of industries has another name than a given name and a surname.
fn is_individual(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let [first, .., last] = &items[..at] else { return false };
    tokens.word(items[at].token) == b"ind"
        && at + 1 == items.len()
        && at <= 3
        && items[..at].iter().all(|item| item.is_word() && item.entry.class == 0)
        && first.entry.is_clearly_given()
        && last.entry.is_surname()
        && !last.entry.is_clearly_given()
}

/// Whether a text ends with the word that joins the next owner: `JOHN SMITH AND`, `JOHN SMITH AND/OR`. `OR`, `OU` and `ET` are
/// names as well; behind a given name and a surname they are none.
pub(super) fn ends_joining(tokens: &Tokens, items: &[Item], current: &Draft, at: usize) -> bool {
    let Some((Marker::Joint, count)) = marker(tokens, items, at) else { return false };
    if items[at + count..].iter().any(Item::is_word) {
        return false;
    }
    let mut words = current.items.iter().map(|&index| &items[usize::from(index)]).filter(|item| item.is_word());
    let (first, last) = (words.next(), words.next_back());
    let person = first.is_some_and(|first| first.entry.is_clearly_given())
        && last.is_some_and(|last| {
            let surname = last.entry.surname >= last.entry.given && tokens.word(last.token).len() > 1;
            (last.entry.is_surname() || surname) && !last.entry.is_clearly_given()
        });
    person || count > 1 || tokens.word(items[at].token).len() > 2
}

/// `MILDRED VANCE BY JOYCE VANCE POA`: who acts for the owner stands behind.
pub(super) fn names_agent(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let acts = |place: usize| {
        matches!(
            marker(tokens, items, place),
            Some((Marker::Attorney | Marker::Custodian | Marker::Guardian | Marker::Signer, _))
        )
    };
    tokens.word(items[at].token) == b"by" && (at + 3..items.len()).any(acts)
}

/// `AS HIS SOLE PROPERTY`, `A MARRIED WOMAN`: who owns it alone is one, however many words his name has.
pub(super) fn is_of_one(tokens: &Tokens, phrase: &[Item]) -> bool {
    let has = |words: &[&[u8]]| phrase.iter().any(|item| words.contains(&tokens.word(item.token)));
    has(&[b"sole", b"separate", b"man", b"woman"]) && !has(&[b"their"])
}

pub(super) fn is_date(word: &[u8]) -> bool {
    const MONTHS: [&[u8]; 12] =
        [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];
    word.iter().all(u8::is_ascii_digit) || (word.len() >= 3 && MONTHS.contains(&&word[..3]))
}

/// Whether the last word before a place is a legal form.
fn is_behind_form(items: &[Item], at: usize) -> bool {
    items[..at].iter().rfind(|item| item.is_word()).is_some_and(|item| item.entry.is(tables::LEGAL))
}

/// Whether the words before a place are all of the name of one person: a clear given name before a surname, or behind it.
pub(super) fn is_behind_person(tokens: &Tokens, items: &[Item], at: usize, have: usize) -> bool {
    let mut words: SmallVec<[usize; 8]> = (0..at).rev().filter(|&place| items[place].is_word()).take(have).collect();
    words.reverse();
    let title = |place: &usize| items[*place].entry.is(tables::HONORIFIC) && !items[*place].entry.is_name();
    while words.first().is_some_and(title) {
        words.remove(0);
    }
    let degree = |place: &usize| items[*place].entry.is(tables::POST_NOMINAL) && !items[*place].entry.is_name();
    while words.len() > 2 && words.last().is_some_and(degree) {
        words.pop();
    }
    let [begin, .., end] = *words.as_slice() else { return false };
    let (first, last) = (&items[begin], &items[end]);
    let given = |item: &Item| item.entry.is_clearly_given();
    let surname = |item: &Item| {
        !given(item)
            && tokens.word(item.token).len() > 1
            && (item.entry.is_surname() || item.entry.given == 0 && item.entry.class == 0)
    };
    let firm = |item: &Item| item.entry.shows_firm();
    // Tomas, Martin: beside a clear surname also a given name that is met as a surname.
    let of_both = |one: &Item, other: &Item| {
        one.entry.is_given()
            && one.entry.given + 3 > one.entry.surname
            && other.entry.is_clearly_surname()
            && other.entry.class == 0
    };
    let surname_first = surname(first)
        && given(&items[words[1]])
        && (first.entry.surname > 0 || items[begin + 1].token == Token::Comma);
    words.len() <= LONGEST_PERSON
        && !words.iter().any(|&place| firm(&items[place]))
        && (given(first) && surname(last) || surname_first || of_both(first, last) || of_both(&items[words[1]], first))
}

/// Words of the longest name behind which [`is_behind_person`] looks.
const LONGEST_PERSON: usize = 4;

/// Whether a phrase that may also be a name means its designation here.
pub(super) fn holds(marker: Marker, count: usize, tokens: &Tokens, items: &[Item], at: usize, have: usize) -> bool {
    let follows = items.get(at + count).is_some_and(Item::is_word);
    let rest = items[at + count..].iter().filter(|item| item.is_word()).count();
    let word = tokens.word(items[at].token);
    let next_is_marker = items.get(at + count).is_some_and(|item| {
        item.entry.is(tables::PHRASE)
            || is_slashed(item)
            || item.token == Token::Separator
            || item.token == Token::Ampersand
    });
    // `POD & ANN HOLT`, `ATTN; ANN HOLT`
    let parts =
        |place: usize| items.get(place).is_some_and(|item| matches!(item.token, Token::Separator | Token::Ampersand));
    let titled = |back: usize| at.checked_sub(back).is_some_and(|place| items[place].entry.is(tables::HONORIFIC));
    match marker {
        // Or, Ou and Et are names of people, too: they only separate where names stand on both sides, or titles.
        Marker::Joint => {
            let title = |place: Option<usize>| {
                place.and_then(|place| items.get(place)).is_some_and(|item| item.entry.is(tables::HONORIFIC))
            };
            let titles = title(at.checked_sub(1)) && title(Some(at + count));
            // `JOHN SMITH,OR,MARY JONES`
            let comma = |place: usize| items.get(place).is_some_and(|item| item.token == Token::Comma);
            let between_commas = at.checked_sub(1).is_some_and(comma) && comma(at + count) && rest >= 1;
            let follows = follows || between_commas;
            // `GARNIER MAURICE OU COLETTE`
            let given = |place: Option<usize>| {
                place.and_then(|place| items.get(place)).is_some_and(|item| item.entry.given > item.entry.surname)
            };
            let named = given(at.checked_sub(1)) && given(Some(at + count));
            have >= 1 && follows && (word != b"ou" || titles || named || have >= 2 && rest >= 2)
        }
        // `DR MED HANS MAIER`: a degree of several words stands before the name.
        // `ACCOUNT OF NORA QUIST`
        Marker::Drop if matches!(word, b"account" | b"acct") => {
            have == 0 && (names_person(tokens, items, at + count) || begins_owner(tokens, items, at + count))
        }
        Marker::Drop => {
            have >= 1 || (items[at].entry.is(tables::HONORIFIC) || matches!(word, b"rt" | b"the")) && follows
        }
        // `JOINT OWNER NORA QUIST`
        Marker::DropTail if at == 0 => count > 1 && names_person(tokens, items, count),
        Marker::DropTail => {
            have >= 1 && (rest == 0 || count > 1 || next_is_marker || word.len() > 4 || word == b"wros")
        }
        // A beneficiary may be named elsewhere: JOHN SMITH TOD. Tod is a name, too, where no marks set it apart.
        Marker::Beneficiary => {
            let marked = at.checked_sub(1).is_some_and(parts) && (parts(at + count) || word != b"tod");
            (have >= 2 || marked || word == b"pod") && (follows || rest == 0 || parts(at + count))
        }
        // KUMAR A/L SUBRAMANIAM, MR KUMAR A/L SUBRAMANIAM: behind one name the father's is the other one.
        Marker::Relative if have == 2 && titled(2) => false,
        // SIVA KUMAR A/L RAMAN: in Malaysia the father's name is the last one of everybody.
        Marker::Relative if matches!(word, b"al" | b"ap") && (have == 2 || have == 3 && titled(3)) => false,
        Marker::Alias | Marker::Relative => have >= 2 && (follows || rest > 0 && parts(at + count)),
        Marker::Attention | Marker::Dba | Marker::Fbo => follows || rest > 0 && parts(at + count),
        // Bluefen Escrow is the firm's name; behind a form or a person it is what a lawyer holds.
        Marker::Escrow if !is_behind_form(items, at) && !is_behind_person(tokens, items, at, have) => false,
        // `IOLTA NORA QUIST`, `IOLTA / NORA QUIST`
        Marker::ClientAccount if at == 0 && matches!(word, b"iolta" | b"iota") => {
            names_person(tokens, items, at + count + usize::from(parts(at + count)))
        }
        // `NORA QUIST / IOLTA`
        Marker::ClientAccount | Marker::Escrow if ends_behind_mark(items, at, count, have) => true,
        // `A/C NORA QUIST`
        Marker::Account if at == 0 && word == b"ac" => names_person(tokens, items, at + count),
        // `529 PLAN NORA QUIST`; Ira Nora Quist is called so.
        Marker::Account if at == 0 && names_nobody(&items[..count]) && names_person(tokens, items, count) => true,
        // `BLUEFEN HTG & A/C`, `BLUEFEN A/C REPAIR` have it from the air.
        Marker::Account if word == b"ac" && conditions_air(tokens, items, at) => false,
        Marker::Account if word == b"ira" && count == 1 && is_called_ira(tokens, items, at, have) => false,
        Marker::Account if count > 1 && is_surname_of_owner(tokens, items, at, have) => false,
        Marker::Account | Marker::ClientAccount | Marker::Escrow => {
            // `HIROSHI TANABE ACCT 0045`, `HIROSHI TANABE CHK X0045`
            let number = |item: &Item| {
                let word = tokens.word(item.token);
                word.strip_prefix(b"x").unwrap_or(word).iter().all(u8::is_ascii_digit)
            };
            let numbered = rest == 1 && follows && items.get(at + count).is_some_and(number);
            let held = || {
                is_retirement(tokens, &items[at..at + count])
                    && is_behind_person(tokens, items, at, have)
                    && ends_with_custodian(tokens, items, at + count)
            };
            (have >= 2 || next_is_marker || count > 1)
                && (rest == 0 || next_is_marker || have >= 2 && numbered || held())
                || have == 0 && is_held_by_firm(tokens, items, at, count)
        }
        Marker::Trust => {
            // `NORTHERN TRUST COMPANY` is a business.
            let business = items.get(at + count).is_some_and(|item| item.entry.is(tables::BUSINESS | tables::LEGAL));
            have >= 1 && !business
        }
        Marker::FamilyTrust => have >= 1,
        // The Trust of Virginia is no person's.
        Marker::TrustOf => {
            let named = |item: &Item| item.entry.is_clearly_given();
            let names = &items[at + count..];
            at == 0 && rest >= 2 && names.first().is_some_and(named)
        }
        Marker::TrustTail => (have >= 2 || have == 1 && (count > 1 || word == b"trs")) && (rest == 0 || next_is_marker),
        Marker::EstateTail => {
            if at == 0 && word == b"est" {
                return names_estate(tokens, items, at + count);
            }
            let real = at > 0 && tokens.word(items[at - 1].token) == b"real";
            have >= 2 && !real && (rest == 0 || next_is_marker)
        }
        // `POA HALE, PETER`: who acts for somebody is named behind it.
        Marker::Attorney if at == 0 && matches!(word, b"poa" | b"power") => rest >= 2,
        Marker::Executor | Marker::Attorney => {
            have >= 2 && (word.len() > 4 || rest == 0 || next_is_marker || word == b"poa" || word == b"aif")
        }
        Marker::WithAttorney => have >= 2,
        // James Minor and Carla Jean Minor are called so.
        Marker::MinorTail => {
            let mut names = items[..at].iter().rev().take(have).filter(|item| tokens.word(item.token).len() > 1);
            let surname = names.next().is_some_and(|item| item.is_word() && !item.entry.is_clearly_given());
            let ends = || rest == 0 || next_is_marker || names_custodian(tokens, items, at + count);
            have >= 1 && (count > 1 || surname && names.next().is_some() && ends())
        }
        // Nora Signer is called so.
        Marker::Signer if count == 1 => (rest == 0 || next_is_marker) && is_behind_person(tokens, items, at, have),
        Marker::Custodian | Marker::Trustee | Marker::Guardian | Marker::Signer => have >= 1,
        Marker::Dated => have >= 1 || follows,
        // The Late Night Diner is none.
        Marker::Late => names_person(tokens, items, at + count),
        Marker::Estate => follows,
        // `IVO QUIST OWNER NORA QUIST`
        Marker::Standing if have >= 2 && begins_owner(tokens, items, at + count) => {
            begins_person(tokens, items, at - 2) || is_behind_person(tokens, items, at, have)
        }
        // Nora Quist Owner may be called so: that name is read with and without it, unless something else stands there.
        Marker::Standing if count == 1 && items[at].entry.surname > 0 && at == have && !items[at].aside => false,
        Marker::Standing => (rest == 0 || next_is_marker) && is_behind_person(tokens, items, at, have),
        // A name is read with and without what may be a part of it as well.
        Marker::Profession | Marker::Nothing => false,
        // One word, Atf, is also the beginning of a firm's name; A/T/F is not.
        Marker::TrusteeOf if count == 1 && !is_slashed(&items[at]) => have >= 2 && follows,
        Marker::TrusteeOf
        | Marker::CustodianFor
        | Marker::GuardianFor
        | Marker::ExecutorOf
        | Marker::AttorneyFor
        | Marker::AgentFor
        | Marker::Utma => true,
    }
}

/// Whether no word of a phrase is anybody's name, or the phrase has several.
fn names_nobody(phrase: &[Item]) -> bool {
    phrase.len() > 1 || phrase.iter().all(|item| item.entry.given | item.entry.surname == 0)
}

/// Whether behind the legal form of a firm a person is named, and what she is there ends the text.
pub(super) fn names_member(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    let form = |item: &Item| item.entry.is(tables::LEGAL) && !item.entry.is_name() && tokens.word(item.token).len() > 2;
    if !at.checked_sub(1).is_some_and(|before| form(&items[before])) {
        return false;
    }
    let from = at + usize::from(items[at].token == Token::Comma);
    (from + 2..items.len()).any(|place| {
        let words = items[from..place].iter().filter(|item| item.is_word()).count();
        matches!(marker(tokens, items, place), Some((Marker::Standing | Marker::DropTail | Marker::Guardian | Marker::Signer, count))
            if place + count == items.len())
            && words >= 2
            && is_behind_person(tokens, items, place, words)
    })
}

/// `DEV & PRIYA PATEL`, `DEV PATEL & PRIYA PATEL`: a word of many firms that some people are called by, in the place of a given
/// name; nothing but names stands beside it, and a given name begins the other side.
fn is_called(tokens: &Tokens, item: &Item, own: &[&Item], other: &[&Item]) -> bool {
    let initial = |item: &Item| tokens.word(item.token).len() == 1;
    let called = |item: &Item| item.entry.given >= tables::RARELY_GIVEN && item.entry.given > item.entry.surname;
    let surname = |item: &Item| item.entry.surname >= tables::RARELY_GIVEN;
    let name = |item: &&Item| initial(item) || item.entry.class == 0 && (called(item) || surname(item));
    item.entry.is_given_for_firm()
        && own.first().is_some_and(|first| core::ptr::eq(*first, item))
        && own[1..].iter().all(name)
        && other.iter().all(name)
        && other.first().is_some_and(|first| called(first))
}

/// Whether `&` or `and` after the current party joins the words of one business: FINCH & DAUGHTERS INC, JOHNSON & JOHNSON.
pub(super) fn joins_business(tokens: &Tokens, items: &[Item], current: &Draft, from: usize) -> bool {
    let left: SmallVec<[&Item; 8]> =
        current.items.iter().map(|&index| &items[usize::from(index)]).filter(|item| item.is_word()).collect();
    let right: SmallVec<[&Item; 8]> = items[from.min(items.len())..]
        .iter()
        .enumerate()
        .take_while(|(offset, item)| {
            matches!(item.token, Token::Word { .. } | Token::Comma)
                && match marker(tokens, items, from + offset) {
                    // `COMMUNITY PROPERTY`, `TIC` are no words of a firm, `JOINT` may be.
                    Some((Marker::DropTail, _)) => tokens.word(item.token) == b"joint",
                    Some((marker, _)) => matches!(
                        marker,
                        Marker::Account
                            | Marker::ClientAccount
                            | Marker::Escrow
                            | Marker::TrustTail
                            | Marker::Standing
                            | Marker::Profession
                            | Marker::Nothing
                    ),
                    None => true,
                }
        })
        .map(|(_, item)| item)
        .filter(|item| item.is_word())
        .collect();
    // MUELLER GMBH & CO KG: what follows the first form belongs to it.
    let form = left.last().is_some_and(|item| item.entry.is(tables::LEGAL)) && left.len() > 1;
    if form && items.get(from).is_some_and(|item| matches!(tokens.word(item.token), b"co" | b"cie" | b"company")) {
        return true;
    }
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let names = |item: &&Item| {
        item.entry.is_name() || is_called(tokens, item, &left, &right) || is_called(tokens, item, &right, &left)
    };
    let untitled = |items: &[&Item]| items.iter().filter(|item| !item.entry.is(tables::HONORIFIC)).count();
    let shows = |items: &[&Item]| {
        items.iter().any(|item| item.entry.is(tables::BUSINESS) && !names(item))
            || items.last().is_some_and(|item| item.entry.is(tables::LEGAL) && untitled(items) > 1 && !names(item))
    };
    let given = |item: &Item| item.entry.is_clearly_given();
    if shows(&left) || shows(&right) {
        let two_parties = left.len() >= 2 && given(left[0]) && !shows(&left) && right.len() >= 3;
        return !two_parties;
    }
    // Two single words: a firm, unless both are given names (`ABE & BEA & CAL HOLT`: or may be, and a third is joined).
    let joined = |at: usize| {
        items.get(at).is_some_and(|item| item.token == Token::Ampersand)
            || items.get(at).is_some() && matches!(marker(tokens, items, at), Some((Marker::Joint, _)))
    };
    let further = joined(from + 1) && items.len() > from + 2;
    let name = |item: &Item| given(item) || further && item.entry.given > 0;
    left.len() == 1
        && right.len() == 1
        && !(name(left[0]) && name(right[0]))
        && matches!(current.role, Role::Owner | Role::TradeName)
        && !current.joint
}
