//! What the letters of two phrases show at once: that they are different, whatever of them is compared.
//!
//! Most pairs of a one-against-many comparison have nothing in common. What is told here is what
//! [`likeness`](super::phrase::likeness) and [`street_names`](super::names::street_names) would find; `false` says nothing.

use super::glance::{are_far_words, are_near_words};
use super::names::{begins_with_direction, name_of, same_type, type_of};
use super::phrase::LEFT_OUT;
use super::spelling::{allowed_beside, is_title_of};
use crate::address::splits::Split;
use crate::address::sum::Letters;
use crate::address::{Address, Token};
use crate::tables::address::LETTERS;
use crate::text::similarity::has_at_most;

/// What a name shows that each side keeps of its likeliest street and city. With the letters that are asked for beside it, it is
/// an [`Outline`].
#[derive(Clone, Copy)]
pub(in crate::address) struct Name {
    /// The letters that are compared in any case.
    needed: u32,
    /// The places among [`LETTERS`] of the letters that it may begin with, where words before the first that is never left out
    /// may be; [`ANY`] where more than these.
    begins: [u8; 2],
    /// How many letters in a row are compared.
    length: u8,
    /// Which of [`TOLD`] any of the words can be, [`UNTOLD`], and below them how many slips of the pen it may hold with its type.
    classes: u8,
}

/// What words can be that is asked for.
const TOLD: u8 = Token::ROUTE | Token::NUMBER;
/// The bits of the classes that count slips.
const SLIPS: u8 = 3;
/// The bit that says that nothing is told of a name at once.
const UNTOLD: u8 = 1 << 2;
const _: () = assert!(TOLD & SLIPS == 0 && (TOLD | SLIPS) & UNTOLD == 0);

/// A name may begin with any letter.
const ANY: u8 = u8::MAX;

/// Nothing is known of it, and nothing is told.
impl Default for Name {
    fn default() -> Name {
        Name { needed: 0, begins: [ANY; 2], length: 0, classes: UNTOLD }
    }
}

impl Name {
    /// What some words show that are a name, of a street beside its type.
    fn of(address: &Address, words: &[Token], of_type: Option<Token>) -> Name {
        let mut letters = Letters::default();
        let mut classes = 0;
        for token in words {
            letters.add(address, *token);
            classes |= token.classes & TOLD;
        }
        // `9 MILE` may be written `NINE MILE`.
        if let [first, _, ..] = words {
            if first.is(Token::NUMBER) {
                classes |= UNTOLD;
            }
        }
        // Longer words hold no fewer slips: these are the most in any words that it is compared with.
        let longest = letters.length() + of_type.map_or(0, |of_type| usize::from(of_type.len));
        classes |= allowed_beside(longest).unwrap_or(0) as u8 & SLIPS;
        // Of so many letters nothing is told.
        let length = u8::try_from(letters.length).unwrap_or_else(|_| {
            classes |= UNTOLD;
            0
        });
        let letter = |token: &Token| {
            address.spelling(*token).first().map_or(ANY, |&first| LETTERS[usize::from(first)].trailing_zeros() as u8)
        };
        let begins = match words {
            [first, ..] if !first.is(LEFT_OUT) => [letter(first); 2],
            [left_out, first, ..] if !first.is(LEFT_OUT) => [letter(left_out), letter(first)],
            _ => [ANY; 2],
        };
        Name { needed: letters.needed, begins, length, classes }
    }

    /// The letters that it may begin with, as bits.
    #[inline]
    fn begins(self) -> u32 {
        let [one, other] = self.begins;
        if one.max(other) == ANY { u32::MAX } else { 1 << (one & 31) | 1 << (other & 31) }
    }
}

/// What the words of a phrase show together: of a street those of its name, and those of its name and its type.
pub(super) struct Outline<'a> {
    address: &'a Address,
    /// The words.
    words: &'a [Token],
    /// Where the name stands among them: its type may stand before it or behind it.
    at: (usize, usize),
    name: Name,
    /// The letters of all words.
    all: u32,
}

impl<'a> Outline<'a> {
    /// The outline of a street.
    #[inline]
    pub(super) fn of_street(address: &'a Address, words: &'a [Token]) -> Outline<'a> {
        let at = name_of(words);
        Outline::of(address, words, at, Name::of(address, &words[at.0..at.1], type_of(words, at)))
    }

    /// The outline of the street of the likeliest split.
    #[inline(always)]
    pub(super) fn of_first_street(address: &'a Address, split: &Split) -> Outline<'a> {
        let words = address.token_range(split.street);
        Outline::of(address, words, name_of(words), address.names.0)
    }

    /// The outline of the city of the likeliest split.
    #[inline(always)]
    pub(super) fn of_first_city(address: &'a Address, split: &Split) -> Outline<'a> {
        let words = address.token_range(split.city);
        Outline::of(address, words, (0, words.len()), address.names.1)
    }

    #[inline(always)]
    fn of(address: &'a Address, words: &'a [Token], at: (usize, usize), name: Name) -> Outline<'a> {
        Outline { address, words, at, name, all: words.iter().fold(0, |all, token| all | token.letters) }
    }

    #[inline(always)]
    fn count(&self) -> usize {
        self.at.1 - self.at.0
    }

    /// How many words stand before the name and behind it.
    #[inline(always)]
    fn beside(&self) -> (usize, usize) {
        (self.at.0, self.words.len() - self.at.1)
    }

    /// The letters of the name.
    #[inline]
    fn core(&self) -> Letters {
        let all = self.words[self.at.0..self.at.1].iter().fold(0, |all, token| all | token.letters);
        Letters { needed: self.name.needed, all, length: u32::from(self.name.length) }
    }

    /// The letters of a name with its type.
    #[inline]
    fn with_type(&self, mut core: Letters, of_type: Token) -> Letters {
        core.add(self.address, of_type);
        core
    }

    /// Whether it has the word of another name that is never left out; so it may, where all are. `first` is the first word of
    /// that name.
    #[inline]
    fn holds_anchor(&self, of: &Outline, first: Token) -> bool {
        (first.is(LEFT_OUT) || first.letters & !self.all == 0) && self.holds_anchor_closely(of)
    }

    #[inline(never)]
    fn holds_anchor_closely(&self, of: &Outline) -> bool {
        of.words[of.at.0..of.at.1]
            .iter()
            .find(|token| !token.is(LEFT_OUT))
            .is_none_or(|word| word.letters & !self.all == 0 && self.words.iter().any(|held| held.hash == word.hash))
    }

    /// Whether any word of the name can be one of some classes.
    pub(super) const fn has(&self, classes: u8) -> bool {
        self.name.classes & classes != 0
    }
}

impl Address {
    /// Keeps what the street and the city of the likeliest split show, once it is known.
    pub(in crate::address) fn keep_names(&mut self) {
        let Some(split) = self.split(0) else { return };
        let (street, city) = (self.token_range(split.street), self.token_range(split.city));
        let name = name_of(street);
        let mut names = (Name::of(self, &street[name.0..name.1], type_of(street, name)), Name::of(self, city, None));
        // `SOUTHGATE` may be written `SOUTH GATE`, which begins with another word: nothing is told of it.
        if street.get(name.0).is_some_and(|first| begins_with_direction(self.spelling(*first))) {
            names.0.classes |= UNTOLD;
        }
        // Behind a comma a further part may be left out.
        let (from, to) = (u32::from(split.street.0.min(63)), u32::from(split.street.1.min(63)));
        if self.stated >> from & !1 & !(u64::MAX << to.saturating_sub(from)) != 0 {
            names.0.classes |= UNTOLD;
        }
        self.names = names;
    }
}

/// Whether two phrases are different, with their types and without them: whatever of them is compared. None of the ways holds in
/// which [`likeness`](super::phrase::likeness) finds two phrases alike; it leaves the words out that are the same at both ends.
#[inline(always)]
pub(super) fn are_strangers(a: &Outline, b: &Outline) -> bool {
    // A route is compared by its kind, and is no type of a street.
    if a.count() == 0 || b.count() == 0 || (a.name.classes | b.name.classes) & (Token::ROUTE | UNTOLD) != 0 {
        return false;
    }
    // What only one side has is least where its name is beside all words of the other. The other side has the letters of the
    // words that are left out.
    let (only_a, only_b) = (a.name.needed & !b.all, b.name.needed & !a.all);
    let most = u32::from((a.name.classes & SLIPS).max(b.name.classes & SLIPS));
    if has_at_most(only_a, most) && has_at_most(only_b, most) && may_be_slips_of_pen(a, b) {
        return false;
    }
    let (first, other) = (a.words[a.at.0], b.words[b.at.0]);
    let begin_apart = a.name.begins() & b.name.begins() == 0 && a.at.0 + b.at.0 == 0;
    if begin_apart && !are_near_words(first, other) {
        // They begin with different letters, so that neither is the other one, begins it or is its initials, and their first
        // words are not alike. One is among the words of the other only where that has the word that is never left out.
        return !b.holds_anchor(a, first) && !a.holds_anchor(b, other);
    }
    are_strangers_by_letters(a, b, (only_a, only_b))
}

/// Whether slips of the pen in all letters in a row may make one of both, with types or without them: the same words at both ends
/// make neither the lengths nor the letters less different.
///
/// With both types they are compared only where these are one type, and it is left out where it is the same word at the same end.
#[inline(never)]
fn may_be_slips_of_pen(a: &Outline, b: &Outline) -> bool {
    let (core_a, core_b) = (a.core(), b.core());
    if core_a.may_be_slips(&core_b) {
        return true;
    }
    let (type_a, type_b) = (type_of(a.words, a.at), type_of(b.words, b.at));
    let whole_a = type_a.map(|of_type| a.with_type(core_a, of_type));
    if whole_a.is_some_and(|whole| whole.may_be_slips(&core_b)) {
        return true;
    }
    let whole_b = type_b.map(|of_type| b.with_type(core_b, of_type));
    if whole_b.is_some_and(|whole| whole.may_be_slips(&core_a)) {
        return true;
    }
    let (Some(type_a), Some(type_b), Some(whole_a), Some(whole_b)) = (type_a, type_b, whole_a, whole_b) else {
        return false;
    };
    whole_a.may_be_slips(&whole_b) && {
        let (one, other) = (a.address.spelling(type_a), b.address.spelling(type_b));
        same_type(one, other) && !(one == other && a.at.0 == b.at.0)
    }
}

/// The same of two phrases that slips of the pen do not make one; `only` are the letters that only one of them has.
#[inline(never)]
fn are_strangers_by_letters(a: &Outline, b: &Outline, only: (u32, u32)) -> bool {
    // Each has a letter that the other has not: neither is the other one, begins it, is its initials or is among its words. So it
    // is with the second letters of digraphs, of which only an `e` may be left out.
    if only.0 == 0 || only.1 == 0 {
        return false;
    }
    // Nor are they alike word by word: where they have as many words, two words in the same place are not.
    stand_alike(a, b).is_none_or(|(from_front, from_back)| {
        let (first, other) = (a.words[a.at.0], b.words[b.at.0]);
        // `DR FLEMING`, `DOCTOR FLEMING`
        let titles = || is_title_of(a.address.spelling(first), b.address.spelling(other));
        from_front && are_far_words(first, other) && !titles()
            || from_back && are_far_words(a.words[a.at.1 - 1], b.words[b.at.1 - 1])
    })
}

/// Whether the first words of two names, and the last ones, stand in the same place wherever two phrases of as many words are
/// compared, with types or without them; `None` where no two have as many.
fn stand_alike(a: &Outline, b: &Outline) -> Option<(bool, bool)> {
    const UNTYPED: (usize, usize) = (0, 0);
    let (of_a, of_b) = (a.beside(), b.beside());
    if a.count() == b.count() {
        let alike = of_a == of_b || of_a == UNTYPED || of_b == UNTYPED;
        Some((alike, alike))
    } else if a.count() == b.count() + 1 && of_b != UNTYPED {
        Some((of_b.0 == 0, of_b.1 == 0))
    } else if b.count() == a.count() + 1 && of_a != UNTYPED {
        Some((of_a.0 == 0, of_a.1 == 0))
    } else {
        None
    }
}
