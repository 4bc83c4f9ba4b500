//! What stands in the columns and slots of a form: two owners side by side, or the parts of one name with marks between them.

use super::joins::KNOWN_GIVEN;
use super::party::is_plain_suffix;
use super::split::has_sexes;
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::name::Role;
use crate::name::word::{COLUMN, HYPHEN};
use crate::tables::name as tables;
use smallvec::SmallVec;

/// `IVO QUIST          NORA VOSS`, `QUIST IVO     VOSS NORA`: a gap between two whole names parts two owners. The given names and
/// the surnames of one person may stand in columns as well: `LUIS ALBERTO     RIVERA CAMPOS`.
pub(super) fn part_columns(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    for at in (2..items.len().saturating_sub(1)).rev() {
        if is_behind_gap(&items[at]) && are_two(tokens, &items[..at], &items[at..]) {
            let aside = may_be_one(items[at - 1].entry, items[0].entry, items[at].entry);
            let separator = Item { token: Token::Separator, entry: tables::UNKNOWN, aside };
            items.insert(at, separator);
        }
    }
}

/// `MARY ROSE     GRACE HALE`: whether what ends before a gap may be the second given name of one person.
const fn may_be_one(last: tables::Entry, first: tables::Entry, next: tables::Entry) -> bool {
    last.is_given() && last.given >= last.surname && !has_sexes(first, next)
}

/// All words of a text in which a gap parts two owners that may be one; there is nothing else in it.
pub(super) fn whole(items: &[Item]) -> Option<Draft> {
    let gap = |item: &Item| item.token == Token::Separator && item.aside;
    let plain = |item: &Item| item.is_word() && !item.aside && item.entry.class == 0;
    if items.len() > LONGEST || !items.iter().any(gap) || !items.iter().all(|item| gap(item) || plain(item)) {
        return None;
    }
    let mut draft = Draft::new(Role::Owner, false);
    draft.items = (0..items.len()).filter(|&at| items[at].is_word()).map(|at| at as u8).collect();
    Some(draft)
}

/// Whether a gap stands before a word.
const fn is_behind_gap(item: &Item) -> bool {
    matches!(item.token, Token::Word { flags, .. } if flags & COLUMN != 0)
}

/// Whether a whole name ends before a gap, and another one in the same order begins behind it.
fn are_two(tokens: &Tokens, before: &[Item], behind: &[Item]) -> bool {
    let initial = |item: &Item| tokens.word(item.token).len() == 1;
    // Where gaps stand between all words they say nothing. `OR` and what else begins a phrase ends a name as a mark does.
    let ends = |item: &Item| !item.is_word() || item.entry.class & tables::PHRASE != 0 && !initial(item);
    let mark = before.iter().rposition(ends).map_or(0, |mark| mark + 1);
    let begin = before.iter().rposition(is_behind_gap).map_or(mark, |gap| gap.max(mark));
    let suffixes = before.iter().rev().take_while(|item| is_plain_suffix(tokens.word(item.token))).count();
    let left = &before[begin..(before.len() - suffixes).max(begin)];
    let ends = |item: &Item| ends(item) || is_behind_gap(item) || is_plain_suffix(tokens.word(item.token));
    let end = behind.iter().skip(1).position(ends).map_or(behind.len(), |end| end + 1);
    let ([first, .., last], [next, rest @ ..]) = (left, &behind[..end]) else { return false };
    // A hyphen makes one name of two words.
    let blank = |item: &Item| matches!(item.token, Token::Word { flags, .. } if flags & HYPHEN == 0);
    if !left[1..].iter().any(blank) || !rest.iter().any(blank) {
        return false;
    }
    let given = |item: &Item| item.entry.given >= KNOWN_GIVEN && item.entry.given > item.entry.surname;
    let surname = |item: &Item| item.entry.class == 0 && !initial(item) && !item.entry.is_clearly_given();
    let in_order = || {
        given(next) && rest.iter().find(|item| !initial(item) && !item.entry.is_clearly_given()).is_some_and(surname)
    };
    let surname_first = || surname(next) && rest.first().is_some_and(|item| item.entry.is_clearly_given());
    if given(first) && surname(last) {
        return in_order();
    }
    let last = left.iter().rfind(|item| !initial(item));
    surname(first) && !given(first) && last.is_some_and(|last| last.entry.is_clearly_given()) && surname_first()
}

/// `QUIST/NORA/M`, `NORA|M|QUIST`, `ORTEGA VOSS/NORA`, `QUIST/NORA & IVO`: marks between the parts of one name. Two given names
/// before a surname are two people: `NORA/IVO QUIST`.
pub(super) fn join(tokens: &Tokens, items: &mut SmallVec<[Item; 24]>) {
    let Some(mark) = items.iter().position(|item| item.token == Token::Separator) else { return };
    if items.len() > LONGEST || mark == 0 {
        return;
    }
    let initial = |item: &Item| tokens.word(item.token).len() == 1;
    let given = |item: &Item| item.is_word() && item.entry.is_clearly_given();
    let surname = |item: &Item| {
        item.is_word() && item.entry.class == 0 && !initial(item) && item.entry.surname > 0 && !item.entry.is_given()
    };
    let may_end = |item: &Item| item.is_word() && item.entry.class == 0 && item.entry.surname > item.entry.given;
    let may_begin = |item: &Item| item.is_word() && item.entry.is_given() && item.entry.given > item.entry.surname;
    let again = |item: &Item| item.token == Token::Separator;
    let beside = |item: &Item| {
        let entry = item.entry;
        item.is_word() && (initial(item) || entry.is_given() && !entry.is_clearly_surname())
    };
    let joint = |item: &Item| item.token == Token::Ampersand || tokens.word(item.token) == b"and";
    let (stated, further) = match items.as_slice() {
        // `NORA/QUIST`, `NORA/M/QUIST`
        [first, _, last] if given(first) && surname(last) => (false, None),
        [first, _, middle, other, last] if given(first) && initial(middle) && again(other) && surname(last) => {
            (false, Some(3))
        }
        // `QUIST/NORA/M`, and `AMES/WALTER/M`, both of which may be either
        [first, _, next, other, last]
            if (surname(first) && given(next) || may_end(first) && may_begin(next))
                && again(other)
                && (initial(last) || is_plain_suffix(tokens.word(last.token))) =>
        {
            (true, Some(3))
        }
        [first, _, next, and, others @ ..]
            if mark == 1
                && surname(first)
                && given(next)
                && joint(and)
                && !others.is_empty()
                && others.iter().all(beside) =>
        {
            (true, None)
        }
        // `ORTEGA VOSS/NORA INES`
        [first, second, _, rest @ ..] if mark == 2 && surname(first) && surname(second) => {
            if rest.is_empty() || !rest.iter().all(given) {
                return;
            }
            (true, None)
        }
        _ => return,
    };
    if let Some(other) = further {
        items.remove(other);
    }
    if stated {
        items[mark].token = Token::Comma;
    } else {
        items.remove(mark);
    }
}

/// Words and marks of the longest name that is looked at.
const LONGEST: usize = 8;
