//! Parties that share the surname of a neighbour: `JOHN & JANE SMITH`.

use super::party::{Builder, Items};
use super::title::{is_behind_person, marker};
use super::tokens::Token;
use super::{Draft, MOST_NAME_WORDS};
use crate::name::reading::{Reading, readings};
use crate::name::word::{HYPHEN, INITIAL, PARTICLE, SLASHED, Word, is_eastern};
use crate::name::{PartyKind, PartySlot, Role, UNSTATED};
use crate::tables::name as tables;
use smallvec::SmallVec;

/// What the tables may say of a word of a name, beside that it is one.
const NAMES: u16 = tables::HONORIFIC | tables::AMBIGUOUS | tables::PARTICLE | tables::POST_NOMINAL;

/// A word that so much more often (log2) is a surname is one, where an initial stands behind it.
const MORE_OFTEN: u8 = 3;

/// The same for a title that may be a surname before two given names.
const TITLED_SURNAME: u8 = 12;

/// A name that is no more often (log2) a surname may be a given name behind another one: Devin Lee.
const AS_OFTEN: u8 = 2;

/// A surname that so many people (log2) have is one where it stands as one.
pub(super) const SURNAME_IN_USE: u8 = 9;

impl Builder<'_> {
    /// `LORRAINE SUTTON NEE BECK`: one word behind is another surname of the same person.
    pub(super) fn other_surname(&mut self, draft: &Draft) {
        let [only] = draft.items.as_slice() else { return };
        let Some(before) = self.name.parties.len().checked_sub(1) else { return };
        let slot = self.name.parties[before];
        if slot.kind != PartyKind::Person || self.clearly_given(*only) {
            return;
        }
        let words = self.name.words_of(&slot);
        let given = readings(words, slot.surname)[0];
        let own: SmallVec<[Word; 6]> =
            words[usize::from(given.given.0)..usize::from(given.middle.1.max(given.given.1))].iter().copied().collect();
        if own.is_empty() || self.name.words.len() + own.len() >= MOST_NAME_WORDS {
            return;
        }
        let first = self.name.words.len();
        let count = own.len();
        self.name.words.extend(own);
        self.push(*only, 0);
        self.name.parties.push(PartySlot {
            first: first as u8,
            count: (self.name.words.len() - first) as u8,
            aliases: 0,
            surname: count as u8,
            role: Role::Alias,
            alternative: true,
            ..slot
        });
    }

    /// `NADIA PROKOP DO`: behind a given name and a surname the degree is as likely as the surname of Vietnam, so that the words
    /// before it are a second way to read them.
    pub(super) fn without_osteopath(&self, items: &[u8]) -> Option<Items> {
        let (last, rest) = items.split_last()?;
        if self.word(*last) != b"do" || self.is_hyphened(*last) || rest.len() < 2 {
            return None;
        }
        let eastern = |index: &u8| is_eastern(self.item(*index).entry, self.word(*index));
        let surname = |index: u8| {
            let entry = self.item(index).entry;
            entry.class == 0 && !entry.is_given() && self.word(index).len() > 2
        };
        let name = rest.iter().position(|&index| !self.item(index).entry.is(tables::HONORIFIC))?;
        let (first, end) = (rest[name], rest[rest.len() - 1]);
        // `JENNIFER LYNN DO` has no other surname.
        let in_order = self.clearly_given(first) && surname(end)
            || surname(first) && rest[name + 1..].iter().any(|&index| self.clearly_given(index));
        let person = in_order
            && rest.iter().all(|index| self.item(*index).entry.class & !NAMES == 0)
            && !rest.iter().any(eastern);
        person.then(|| rest.into())
    }

    /// `COREY NULL HASKELL`, `HASKELL, COREY, NONE`: a system wrote it for the name that it has not; but Roberta Ann Null is called
    /// so. Without it two names are left.
    pub(super) fn without_nothing(&self, items: &[u8]) -> Option<Items> {
        let nothing = |index: &u8| {
            self.item(*index).entry.is(tables::PHRASE)
                && tables::phrase(core::str::from_utf8(self.word(*index)).unwrap_or(""))
                    == Some(tables::Marker::Nothing)
                || matches!(self.item(*index).token, Token::Word { flags, .. } if flags & SLASHED != 0)
                    && self.word(*index) == b"na"
        };
        if !items.iter().any(nothing) {
            return None;
        }
        // Nan is a woman's name in front and between others, and one of China.
        let nan = |index: &u8| self.word(*index) == b"nan";
        let chinese = |index: &u8| !nan(index) && (2..4).contains(&self.word(*index).len());
        let (_, front) = items.split_last()?;
        if front.iter().any(nan) || items.iter().any(nan) && items.iter().any(chinese) {
            return None;
        }
        let rest: Items = items.iter().copied().filter(|index| !nothing(index)).collect();
        // `NULL ANTHONY JAMES`: Mr Null, whose surname stands first.
        let outside = [items.first(), items.last()].into_iter().flatten().any(nothing);
        let mut names = rest.iter().copied().filter(|&index| self.item(index).is_word());
        if outside && names.clone().all(|index| self.clearly_given(index)) {
            return None;
        }
        // `DEBORAH KAY NULL`: there are people called Null.
        let surname = |index: &u8| self.word(*index) == b"null";
        let outer = [items.first(), items.last()].into_iter().flatten().any(surname);
        let (first, last) = (names.next()?, names.next_back()?);
        if outer && self.is_left_given(first, last) {
            return None;
        }
        let words = rest.iter().filter(|index| self.item(**index).is_word()).count();
        (rest.len() < items.len() && words >= 2).then_some(rest)
    }

    /// `NORA QUIST ATTORNEY AT LAW`, `QUIST, NORA, REALTOR`: what a person does for a living, or her firm, which may have its name
    /// from her.
    pub(super) fn without_profession(&self, items: &[u8], role: Role) -> Option<Items> {
        // Her trust account is not her trust.
        if matches!(role, Role::Trust | Role::FamilyTrust) {
            return None;
        }
        let ends = |index: u8, count: usize| items.last().is_some_and(|&last| last + 1 == index + count as u8);
        let place = items.iter().position(|&index| match marker(self.tokens, self.items, usize::from(index)) {
            Some((tables::Marker::Profession | tables::Marker::Standing, count)) => ends(index, count),
            _ => false,
        })?;
        let (name, profession) = items.split_at(place);
        let words = name.iter().filter(|index| self.item(**index).is_word()).count();
        // `ROBERT THOMAS LAWYER`: there are people called Lawyer.
        let in_use = profession.len() == 1 && self.item(profession[0]).entry.surname >= SURNAME_IN_USE;
        let mut names = name.iter().copied().filter(|&index| self.item(index).is_word());
        let given = names.next().zip(names.next_back()).is_some_and(|(first, last)| {
            // Many more are owners than are called so, where another surname stands before it.
            let owner = self.word(profession[0]) == b"owner";
            let named = self.clearly_given(first) && self.item(last).entry.is_surname();
            !(owner && named) && self.is_left_given(first, last)
        });
        (!(in_use && given) && is_behind_person(self.tokens, self.items, usize::from(profession[0]), words))
            .then(|| name.into())
    }

    /// `BISHOP KEVIN LYNN`: a bishop, or Kevin Lynn Bishop with his surname in front; `BISHOP KEVIN COLE` is a bishop. Gives
    /// the words with the surname behind.
    pub(super) fn with_titled_surname(&self, items: &[u8]) -> Option<Items> {
        let (first, rest) = items.split_first()?;
        let entry = self.item(*first).entry;
        if !entry.is(tables::AMBIGUOUS) || !entry.is(tables::HONORIFIC) || entry.surname < TITLED_SURNAME {
            return None;
        }
        let given = |index: &u8| {
            let item = self.item(*index);
            item.is_word() && self.word(*index).len() > 1 && item.entry.given > item.entry.surname
        };
        let named = rest.len() == 2 && rest.iter().all(given);
        named.then(|| rest.iter().copied().chain([*first]).collect())
    }

    /// Whether of the outer words of a name, without what may be its surname, the one that becomes the surname is more often a given
    /// name.
    fn is_left_given(&self, first: u8, last: u8) -> bool {
        let behind = self.clearly_given(first) || self.item(last).entry.is_clearly_surname();
        let entry = self.item(if behind { last } else { first }).entry;
        entry.given > entry.surname
    }

    /// Adds a second way to read the whole text.
    pub(super) fn also(&mut self, draft: &Draft) {
        let person = self.person(&draft.items, draft.role);
        self.name.parties.extend(person.map(|slot| PartySlot { alternative: true, ..slot }));
    }

    /// A single name, or a given name with initials: the surname of a neighbour is meant. `J SMITH` has its own; `KENT B` is a
    /// given name unless far more people have it as a surname.
    pub(super) fn lacks_surname(&self, slot: &PartySlot) -> bool {
        let words = self.name.words_of(slot);
        let mut names = words.iter().filter(|word| !word.is(INITIAL));
        let given = match (names.next(), names.next()) {
            // `J & M SMITH`
            (None, _) => true,
            (Some(name), None) if words.first().is_some_and(|first| first.is(INITIAL)) => name.is_clearly_given(),
            (Some(name), None) => words.len() == 1 || name.given + MORE_OFTEN >= name.surname,
            _ => false,
        };
        slot.surname == UNSTATED && given
    }

    /// `MARTHA & PAUL JENNINGS`: the surname behind is meant for both.
    pub(super) fn inherit(&mut self, lacking: usize, from: usize, surname: Option<(u8, u8)>, alternative: bool) {
        let source = self.name.parties[from];
        let range = surname.unwrap_or_else(|| {
            let words = self.name.words_of(&source);
            readings(words, source.surname)[0].surname
        });
        let target = self.name.parties[lacking];
        let own: SmallVec<[Word; 6]> = self.name.words_of(&target).iter().copied().collect();
        if self.begin_alike(&own, self.name.words_of(&source)) {
            return;
        }
        let taken: SmallVec<[Word; 6]> =
            self.name.words_of(&source)[usize::from(range.0)..usize::from(range.1)].iter().copied().collect();
        if self.name.words.len() + own.len() + taken.len() > MOST_NAME_WORDS {
            return;
        }
        let slot = PartySlot {
            first: self.name.words.len() as u8,
            count: (own.len() + taken.len()) as u8,
            surname: own.len() as u8,
            aliases: 0,
            alternative,
            ..target
        };
        self.name.words.extend(own);
        self.name.words.extend(taken);
        if alternative {
            self.name.parties.push(slot);
        } else {
            self.name.parties[lacking] = slot;
        }
    }

    /// `JENNINGS M R; JENNINGS PAUL T`: two initials stand behind the surname that the other one has in front, too. Martin R and Martin T
    /// Jennings are two.
    fn begin_alike(&self, own: &[Word], source: &[Word]) -> bool {
        let [name, initials @ ..] = own else { return false };
        let text = &self.name.text;
        initials.len() > 1 && !name.is_clearly_given() && source.len() > 2 && source[0].text(text) == name.text(text)
    }

    /// `JENNINGS MARTHA & PAUL`, `SMITH, JOHN & JANE`, `JOHN SMITH & JANE`: the surname before is meant for both.
    pub(super) fn inherit_back(&mut self, lacking: usize, before: usize) {
        let source = self.name.parties[before];
        let words = self.name.words_of(&source);
        let all = readings(words, source.surname);
        let behind = all[0].surname;
        let Some(ahead) = surname_ahead(words, &all) else {
            return self.inherit(lacking, before, Some(behind), false);
        };
        let first_given = words.first().is_some_and(|word| word.is_clearly_given());
        let last_given = words.last().is_some_and(|word| word.is_clearly_given() || word.is(INITIAL));
        match (first_given, last_given) {
            (true, false) => self.inherit(lacking, before, Some(behind), false),
            (false, true) => {
                // Without a hyphen the second word may be the given name.
                let both = &words[usize::from(ahead.0)..usize::from(ahead.1)];
                if matches!(both, [one, other] if !one.is(PARTICLE) && !other.is(HYPHEN)) {
                    self.inherit(lacking, before, Some((ahead.0, ahead.0 + 1)), true);
                }
                self.inherit(lacking, before, Some(ahead), false);
            }
            _ => {
                // Either may be the surname: both are kept.
                self.inherit(lacking, before, Some(ahead), true);
                self.inherit(lacking, before, Some(behind), false);
            }
        }
    }

    /// `MARY ANN & JOHN SMITH`: two given names before a party with a surname may be one person of that family.
    /// `drafts` are those up to that of the party.
    pub(super) fn given_before(&mut self, index: usize, drafts: &[Draft]) {
        let (Some(before), [.., draft, _]) = (index.checked_sub(1), drafts) else { return };
        let slot = self.name.parties[before];
        if slot.kind != PartyKind::Person || slot.surname != UNSTATED || slot.role != self.name.parties[index].role {
            return;
        }
        // `DANIEL MARTIN JR & ANN QUIST`, `DANIEL MARTIN MD & ANN QUIST`: what stands behind a surname ends a whole name.
        let degree = |index: &u8| self.is_degree(*index) && !self.item(*index).entry.is_name();
        if slot.generation != 0 || draft.items.last().is_some_and(degree) {
            return;
        }
        if are_two_given(self.name.words_of(&slot)) {
            self.inherit(before, index, None, true);
        }
    }

    /// `JENNINGS PAUL & MARTHA LEE`, `JENNINGS, PAUL & MARTHA LEE`: behind a surname that stands first, given names may be those of one
    /// person of that family, even where the last of them is a surname as well.
    pub(super) fn given_behind(&mut self, index: usize, before: usize) {
        let (source, slot) = (self.name.parties[before], self.name.parties[index]);
        // A suffix stands behind the surname.
        let whole = slot.surname != UNSTATED || slot.generation != 0;
        if whole || slot.role != source.role || !may_be_given_names(self.name.words_of(&slot)) {
            return;
        }
        // `TAYLOR JAMES & MARK GORDON` may be two whole names, where no comma tells the order.
        let given = |word: &Word| word.is(INITIAL) || word.given > 0 && word.given >= word.surname;
        if source.surname == UNSTATED && !self.name.words_of(&slot).iter().all(given) {
            return;
        }
        if let Some(surname) = surname_in_front(self.name.words_of(&source), source.surname) {
            self.inherit(index, before, Some(surname), true);
        }
    }
}

/// A given name that more people have than have it as a surname.
fn is_more_given(word: &Word) -> bool {
    word.is_given() && word.given > word.surname
}

/// Two given names, the last of which is none of the surnames that are given names, too: James Jordan is one whole name.
pub(super) fn are_two_given(words: &[Word]) -> bool {
    matches!(words, [first, last] if is_more_given(first) && last.is_clearly_given())
}

/// Whether the words may all be given names, and not only initials beside one.
pub(super) fn may_be_given_names(words: &[Word]) -> bool {
    let [first, rest @ ..] = words else { return false };
    (is_more_given(first) || first.is(INITIAL))
        && rest.iter().all(|word| word.is(INITIAL) || word.given > 0 && word.given + AS_OFTEN >= word.surname)
        && rest.iter().any(|word| !word.is(INITIAL))
}

/// Where the surname of a name stands that surely stands first, or that a comma tells.
pub(super) fn surname_in_front(words: &[Word], surname: u8) -> Option<(u8, u8)> {
    let all = readings(words, surname);
    if surname != UNSTATED {
        return Some(all[0].surname);
    }
    let (first, last) = (words.first()?, words.last()?);
    let given = is_more_given(last) || last.is(INITIAL) && words.len() > 2;
    let family = first.given == 0 || first.surname > first.given;
    let turned = family && given || !first.is_clearly_given() && last.is_clearly_given();
    if turned { surname_ahead(words, &all) } else { None }
}

/// Where the surname stands in front, if it does: `QUIST NADIA LEE`, and both words of `TRASK-WOLCOTT NADIA` and `TRASK WOLCOTT NADIA`.
fn surname_ahead(words: &[Word], all: &[Reading]) -> Option<(u8, u8)> {
    let mut reversed = all.iter().filter(|reading| reading.reversed);
    let (one, two) = (reversed.next()?, reversed.next());
    let called = |reading: &Reading| &words[usize::from(reading.given.0)];
    let double = |two: &&Reading| {
        let behind = called(one);
        behind.is(HYPHEN) || !behind.is(INITIAL) && !is_more_given(behind) && called(two).is_clearly_given()
    };
    Some(two.filter(double).unwrap_or(one).surname)
}
