//! Several persons between commas: `JOHN SMITH, JANE SMITH`.

use super::particle::are_one_surname;
use super::party::{Builder, Items};
use super::split::has_sexes;
use super::tokens::{Token, Tokens};
use super::{Draft, Item};
use crate::name::Role;
use crate::name::word::is_eastern;
use crate::tables::name as tables;
use smallvec::SmallVec;

/// `1) NORA QUIST 2) IVO QUIST`, `NORA QUIST (PRIMARY) IVO QUIST (JOINT)`: what counts the owners, or says which of them one is,
/// parts them.
pub(super) fn part_numbered(tokens: &Tokens, items: &mut [Item]) {
    let word = |item: &Item| tokens.word(item.token);
    let said =
        |item: &Item| item.aside && matches!(word(item), b"primary" | b"secondary" | b"joint" | b"owner" | b"coowner");
    let firm = |item: &Item| item.entry.shows_firm() && !item.aside;
    if items.iter().any(said) && !items.iter().any(firm) {
        // Behind a name of two words, and before another one or nothing.
        let mut words = 0;
        for at in (2..items.len()).rev() {
            if !said(&items[at]) {
                words += usize::from(items[at].is_word());
            } else if words != 1 {
                items[at].token = Token::Separator;
                words = 0;
            }
        }
    }
    let Some(second) = items.iter().rposition(|item| word(item) == b"2") else { return };
    let Some(first) = items[..second].iter().position(|item| word(item) == b"1") else { return };
    // A whole name in each part, and nothing of a firm.
    let name = |items: &[Item]| {
        let words = items.iter().filter(|item| item.is_word()).count();
        words >= 2 && items.iter().any(|item| item.entry.given > 0) && !items.iter().any(|item| item.entry.shows_firm())
    };
    let (before, between, behind) = (&items[..first], &items[first + 1..second], &items[second + 1..]);
    if name(between) && (before.is_empty() && name(behind) || behind.is_empty() && name(before)) {
        items[first].token = Token::Separator;
        items[second].token = Token::Separator;
    }
}

/// `QUIST HAROLD QUIST INGRID`, `QUIST HAROLD J QUIST INGRID R`: where the second owner begins in words between which nothing
/// stands. Nobody has one surname in front and once more behind a given name. `entry` is what the tables say of a word, `word`
/// its letters.
pub(super) fn second_of_family<'w>(
    count: usize,
    entry: impl Fn(usize) -> tables::Entry,
    word: impl Fn(usize) -> &'w [u8],
) -> Option<usize> {
    /// A given name and an initial or a second given name.
    const GIVEN: usize = 2;
    let first = entry(0);
    // `MOHAMED ALI MOHAMED HASSAN` are four names of one man; in Vietnam a surname may be a given name as well.
    let family = first.class == 0 && word(0).len() > 2 && (first.is_clearly_surname() || first.given == 0);
    if !family || is_eastern(first, word(0)) {
        return None;
    }
    let second = (2..count - 1).find(|&place| word(place) == word(0))?;
    let name = |from: usize, to: usize| {
        let begins = entry(from).is_given() && !entry(from).is_clearly_surname();
        to - from <= GIVEN && begins && (from + 1..to).all(|place| word(place).len() == 1 || entry(place).is_given())
    };
    let clear = [1, second + 1].into_iter().any(|place| entry(place).given > entry(place).surname);
    (clear && name(1, second) && name(second + 1, count)).then_some(second)
}

/// `HAROLD P QUIST INGRID J QUIST`, `HAROLD QUIST INGRID QUIST`, `HAROLD P QUIST INGRID J VOSS`: where the second owner begins
/// in words between which nothing stands. Nobody has one surname twice with a given name between, nor two initials each
/// between a given name and a surname. `entry` is what the tables say of a word, `word` its letters.
pub(super) fn second_owner<'w>(
    count: usize,
    entry: impl Fn(usize) -> tables::Entry,
    word: impl Fn(usize) -> &'w [u8],
) -> Option<usize> {
    let last = count - 1;
    let initial = |place: usize| word(place).len() == 1;
    // A surname that stands there twice shows more than how often a given name is met.
    let given = |place: usize| entry(place).given > 0 && entry(place).given >= entry(place).surname && !initial(place);
    // `MOHAMED ALI AHMED ALI` are four names of one man.
    let family = |place: usize| word(place).len() > 2 && (entry(place).is_clearly_surname() || entry(place).given == 0);
    // … but no man has the name of a woman among them, and in `KAREN ALLEN AMY ALLEN` it is no name that fathers give on.
    let two = |second: usize| {
        let name = entry(last);
        let family = name.surname >= name.given.max(COMMON_SURNAME) && second == 2 && last == 3;
        let clear = || entry(0).is_clearly_given() && entry(second).is_clearly_given();
        word(last).len() > 2 && name.class == 0 && (has_sexes(entry(0), entry(second)) || family && clear())
    };
    // No particle or suffix, and no second surname: `ROSA MARTINEZ CRUZ MARTINEZ`.
    let begins = |place: usize| {
        let entry = entry(place);
        entry.class == 0 && entry.given >= entry.surname && !initial(place)
    };
    // `QUIST HAROLD J INGRID R`: nobody has an initial behind each of two given names.
    let one_in_front =
        count == 5 && initial(2) && initial(4) && entry(1).is_clearly_given() && entry(3).is_clearly_given();
    if one_in_front && family(0) && entry(0).class == 0 {
        return Some(3);
    }
    (2..last).find(|&second| {
        let between = |from: usize, to: usize| (from + 1..to).all(|place| initial(place) || entry(place).is_given());
        let one_family = word(second - 1) == word(last)
            && (family(last) || two(second))
            && (given(0) || given(second))
            && begins(second);
        let initials = second == 3 && last == 5 && initial(1) && initial(4);
        let name = |place: usize| entry(place).class == 0 && word(place).len() > 2;
        let two_families = initials
            && [0, second].into_iter().all(|place| given(place) && entry(place).given > 0 && name(place))
            && [second - 1, last].into_iter().all(name);
        one_family && between(0, second - 1) && between(second, last) || two_families
    })
}

/// Words of the longest name of two that stand between commas: a given name, an initial and a surname.
const LONGEST_IN_LIST: usize = 3;

/// What is a given name that much more often (log2) may end a whole name before a comma: Thomas, Bailey.
const AS_OFTEN: u8 = 2;

/// A surname of so many people (log2) and of no more as a given name is no name of a father between two given names: Allen, but not
/// Ali.
const COMMON_SURNAME: u8 = 17;

/// `HAROLD QUIST INGRID QUIST TTEES`, also beside the trust: where two trustees stand with nothing between them.
pub(super) fn split_trustees(tokens: &Tokens, items: &[Item], drafts: &mut SmallVec<[Draft; 4]>) {
    let trustee = |draft: &Draft| draft.role == Role::Trustee;
    let Some(at) = drafts.iter().position(trustee) else { return };
    let draft = &drafts[at];
    let count = draft.items.len();
    let plain = draft.items.iter().all(|&index| items[usize::from(index)].is_word());
    if drafts.iter().any(|draft| draft.joint || draft.ampersand) || !plain || !(4..=6).contains(&count) {
        return;
    }
    let entry = |place: usize| items[usize::from(draft.items[place])].entry;
    let word = |place: usize| tokens.word(items[usize::from(draft.items[place])].token);
    let surname = |place: usize| entry(place).class == 0 && entry(place).is_surname() && !entry(place).is_given();
    let given = |place: usize| entry(place).is_clearly_given();
    let clear = count == 4 && given(0) && surname(1) && given(2) && surname(3);
    let place = second_of_family(count, entry, word).or_else(|| second_owner(count, entry, word));
    let Some(place) = place.or(clear.then_some(2)) else { return };
    let mut second = Draft::new(Role::Trustee, true);
    second.items = draft.items[place..].into();
    drafts[at].items.truncate(place);
    drafts.insert(at + 1, second);
}

impl Builder<'_> {
    /// A comma may separate people: `JOHN SMITH, JANE SMITH`; `JOHN, JANE & PAUL SMITH`. Gives one list of items for each.
    pub(super) fn lists(&self, draft: &Draft, next: Option<&Draft>) -> SmallVec<[Items; 2]> {
        let mut out: SmallVec<[Items; 2]> = SmallVec::new();
        let segments: SmallVec<[&[u8]; 4]> = draft
            .items
            .split(|&index| matches!(self.item(index).token, Token::Comma | Token::Separator))
            .filter(|segment| !segment.is_empty())
            .collect();
        let full = |segment: &&[u8]| {
            segment.len() >= 2
                && self.clearly_given(segment[0])
                && !(segment.len() == 2 && self.are_one_surname(segment[0], segment[1]))
                && segment.last().is_some_and(|&last| !self.clearly_given(last) && self.word(last).len() > 1)
        };
        if let Some(second) = self.second_surname(&segments).filter(|_| !self.is_business(&draft.items, draft)) {
            let parted = draft.items.iter().position(|&index| index == second).unwrap_or(0);
            let (front, back) = draft.items.split_at(parted);
            out.extend([front.into(), back.into()]);
            return out;
        }
        // Given names alone, before one who has the surname of all. `KIM, JENNY OR VOSS, MARY` are two with their surnames first,
        // and so is the first of `KIM, JENNY OR JENNY ROSEN`.
        let given = |segment: &&[u8]| {
            let [only] = segment else { return false };
            let entry = self.item(*only).entry;
            entry.is_given() && !entry.is_clearly_surname()
        };
        let shared = || {
            let next = next.map_or(&[][..], |next| next.items.as_slice());
            let [first, .., last] = next else { return false };
            segments.iter().any(|segment| self.clearly_given(segment[0]))
                && segments.last().is_some_and(|segment| self.word(segment[0]) != self.word(*first))
                && next.iter().all(|&index| self.item(index).is_word())
                && self.item(*first).entry.is_given()
                && self.word(*last).len() > 1
                && !self.clearly_given(*last)
        };
        // `SEUNG LIM, MARY DUNNE`: one of them is clear, and in no other a surname stands first.
        let like = |segment: &&[u8]| self.may_be_person_in_list(segment) && !self.ends_with_given_name(segment);
        let one_full = segments.iter().any(full) && segments.iter().all(|segment| full(segment) || like(segment));
        // `ANN, BETH DUNPHY`
        let before = || match segments.as_slice() {
            [[one], other] => self.clearly_given(*one) && !self.item(*one).entry.is_surname() && full(other),
            _ => false,
        };
        let several =
            one_full || before() || self.are_of_one_family(&segments) || segments.iter().all(given) && shared();
        if segments.len() >= 2 && several && !self.is_business(&draft.items, draft) {
            out.extend(segments.iter().map(|segment| segment.iter().copied().collect::<Items>()));
        } else {
            out.push(draft.items.clone());
        }
        out
    }

    /// `WEI LIU, MEI ZHANG`, `JOSEPH HINES, CHELSEY BENJAMIN`: two names that may as well be one with two surnames before the comma.
    /// Gives both of them.
    pub(super) fn two_in_list(&self, items: &[u8]) -> Option<[Items; 2]> {
        let comma = items.iter().position(|&index| self.item(index).token == Token::Comma)?;
        let (one, other) = (&items[..comma], &items[comma + 1..]);
        let words = |segment: &[u8]| {
            segment.iter().all(|&index| self.item(index).is_word()) && segment.len() <= LONGEST_IN_LIST
        };
        let both = [one, other];
        let person = both.iter().all(|segment| words(segment) && self.may_be_person_in_list(segment));
        // What is often a given name ends one of them only where each begins with one that is no surname, and both where they are
        // surnames as well.
        let given = both.iter().filter(|segment| self.ends_with_given_name(segment)).count();
        let as_often = |segment: &&[u8]| {
            segment.last().is_some_and(|&last| self.item(last).entry.surname + AS_OFTEN >= self.item(last).entry.given)
        };
        let clear = || both.iter().all(|segment| self.clearly_given(segment[0]));
        let parted = given == 0 || clear() && (given == 1 || both.iter().all(as_often));
        (person && parted).then(|| [one.into(), other.into()])
    }

    /// Whether a name between commas begins with what may be a given name, and ends with what may be a surname.
    fn may_be_person_in_list(&self, segment: &[u8]) -> bool {
        let [first, .., last] = segment else { return false };
        let (first, end) = (self.item(*first).entry, self.item(*last).entry);
        // Mei is also a legal form of Brazil.
        first.class & !tables::LEGAL == 0
            && first.given > 0
            && (first.given + 1 >= first.surname || first.pinyin)
            && end.class == 0
            && end.surname > 0
            && self.word(*last).len() > 1
    }

    fn ends_with_given_name(&self, segment: &[u8]) -> bool {
        segment.last().is_some_and(|&last| self.item(last).entry.is_given())
    }

    /// `VON MOHR, NORA HOLM`
    fn are_one_surname(&self, first: u8, second: u8) -> bool {
        are_one_surname(self.tokens, self.item(first), self.item(second))
    }

    /// `QUIST, HAROLD, QUIST, INGRID`; `QUIST, HAROLD J QUIST, INGRID`; `QUIST, HAROLD VOSS, INGRID`: the surname of the second of
    /// two persons.
    fn second_surname(&self, segments: &[&[u8]]) -> Option<u8> {
        let entry = |index: u8| self.item(index).entry;
        let plain = |index: u8| entry(index).class == 0 && self.word(index).len() > 1;
        let surname = |index: u8| plain(index) && (!entry(index).is_given() || entry(index).is_clearly_surname());
        let given = |segment: &[u8]| {
            let (first, rest) = segment.split_first()?;
            let clear = entry(*first).given > entry(*first).surname;
            let may = clear || entry(*first).is_given() && !entry(*first).is_clearly_surname();
            let further = |index: &u8| self.word(*index).len() == 1 || entry(*index).is_given();
            (may && rest.len() <= 1 && rest.iter().all(further)).then_some(clear)
        };
        let (one, first, other, second) = match segments {
            [[one], first, [other], second] => (*one, *first, *other, *second),
            [[one], [first @ .., other], second] => (*one, first, *other, *second),
            _ => return None,
        };
        let clear = (given(first)?, given(second)?);
        // Of one family, one of them has a clear name; else both.
        let same = self.word(one) == self.word(other);
        let enough = if same || segments.len() == 4 { clear.0 || clear.1 } else { clear.0 && clear.1 };
        let family = || same && plain(one) && !entry(one).is_clearly_given();
        (enough && (family() || surname(one) && surname(other))).then_some(other)
    }

    /// `NORA QUIST, IVO QUIST`; `QUIST NORA A, QUIST IVO T`: each of the names between commas has the one surname.
    fn are_of_one_family(&self, segments: &[&[u8]]) -> bool {
        let name = |index: u8| {
            let entry = self.item(index).entry;
            self.word(index).len() > 2 && entry.class == 0 && !entry.is_clearly_given()
        };
        let ([first, .., last], [_, others @ ..]) = (segments.first().copied().unwrap_or(&[]), segments) else {
            return false;
        };
        let ends = |segment: &[u8]| match segment {
            [given, .., end] if self.word(*end) == self.word(*last) => {
                let entry = self.item(*given).entry;
                entry.given > 0 && !entry.is_clearly_surname()
            }
            _ => false,
        };
        let begins = |segment: &[u8]| segment.len() >= 2 && self.word(segment[0]) == self.word(*first);
        name(*last) && ends(segments[0]) && others.iter().all(|segment| ends(segment))
            || name(*first) && others.iter().all(|segment| begins(segment))
    }
}
