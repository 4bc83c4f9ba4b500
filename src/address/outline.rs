//! What the letters of two phrases show at once: that they are different, whatever of them is compared.
//!
//! Most pairs of a one-against-many comparison have nothing in common. What is told here is what
//! [`likeness`](super::phrase::likeness) and [`street_names`](super::names::street_names) would find; `false` says nothing.

use super::glance::{DROPPED, are_far_words, are_near_words, may_be_slips};
use super::names::{name_of, type_of};
use super::phrase::{LEFT_OUT, is_saint_or_street};
use super::spelling::allowed;
use super::splits::Split;
use super::{Address, Token};
use crate::tables::address::LETTERS;
use crate::text::similarity::has_at_most;

/// What a name shows that each side keeps of its likeliest street and city. With the letters that are asked for beside it, it is
/// an [`Outline`].
#[derive(Clone, Copy, Default)]
pub(super) struct Name {
    /// The letters that are compared in any case.
    needed: u32,
    /// The places among [`LETTERS`] of the letters that it may begin with, where words before the first that is never left out
    /// may be; [`ANY`] where more than these.
    begins: [u8; 2],
    /// How many letters in a row are compared.
    length: u8,
    /// What any of the words can be.
    classes: u8,
}

/// A name may begin with any letter.
const ANY: u8 = u8::MAX;

impl Name {
    /// What some words show that are a name.
    pub(super) fn of(address: &Address, words: &[Token]) -> Name {
        let mut letters = Letters::default();
        let mut classes = 0;
        for token in words {
            letters.add(address, token);
            classes |= token.classes;
        }
        // Of so many letters nothing is told.
        let length = u8::try_from(letters.length).unwrap_or_else(|_| {
            classes |= Token::ROUTE;
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
    /// The words, and those of the name.
    words: &'a [Token],
    name: &'a [Token],
    /// How many words stand before the name and behind it: its type, or none.
    beside: (u8, u8),
    /// The letters without the type, and with it.
    core: Letters,
    whole: Letters,
    /// The letters that the name may begin with.
    begins: u32,
    /// What any of the words can be.
    classes: u8,
}

/// The letters of words in a row.
#[derive(Clone, Copy, Default)]
struct Letters {
    /// Those that are compared in any case.
    needed: u32,
    /// All of them.
    all: u32,
    /// How many are compared in a row.
    length: u32,
}

impl Letters {
    #[inline(always)]
    fn add(&mut self, address: &Address, token: &Token) {
        let short = is_saint_or_street(*token) && matches!(address.spelling(*token), b"saint" | b"street");
        let needed = if short { token.letters & const { super::letters(b"st") } } else { token.letters };
        self.all |= token.letters;
        self.needed |= if token.is(LEFT_OUT) { 0 } else { needed };
        self.length += if short { 2 } else { u32::from(token.len) };
    }

    /// Whether slips of the pen may make one of both.
    #[inline(always)]
    fn may_be_slips(&self, other: &Letters) -> bool {
        let lengths = (self.length as usize, other.length as usize);
        may_be_slips(self.needed & !other.all, other.needed & !self.all, lengths)
    }
}

impl<'a> Outline<'a> {
    /// The outline of a street.
    #[inline]
    pub(super) fn of_street(address: &'a Address, words: &'a [Token]) -> Outline<'a> {
        let name = name_of(words);
        Outline::of(address, words, name, Name::of(address, &words[name.0..name.1]))
    }

    /// The outline of the street of the likeliest split.
    #[inline]
    pub(super) fn of_first_street(address: &'a Address, split: &Split) -> Outline<'a> {
        let words = address.token_range(split.street);
        Outline::of(address, words, name_of(words), address.names.0)
    }

    /// The outline of the city of the likeliest split.
    #[inline]
    pub(super) fn of_first_city(address: &'a Address, split: &Split) -> Outline<'a> {
        let words = address.token_range(split.city);
        Outline::of(address, words, (0, words.len()), address.names.1)
    }

    /// `at` is where the name stands among the words.
    #[inline(always)]
    fn of(address: &'a Address, words: &'a [Token], at: (usize, usize), kept: Name) -> Outline<'a> {
        let name = &words[at.0..at.1];
        let all = name.iter().fold(0, |all, token| all | token.letters);
        let core = Letters { needed: kept.needed, all, length: u32::from(kept.length) };
        let (mut whole, mut classes) = (core, kept.classes);
        if let Some(of_type) = type_of(words, at) {
            whole.add(address, &of_type);
            classes |= of_type.classes;
        }
        let beside = (at.0 as u8, (words.len() - at.1) as u8);
        Outline { words, name, beside, core, whole, begins: kept.begins(), classes }
    }

    /// The first word of the name and its last.
    #[inline]
    fn ends(&self) -> Option<(&Token, &Token)> {
        Some((self.name.first()?, self.name.last()?))
    }

    /// Whether it has the word of another name that is never left out; so it may, where all are.
    fn holds_anchor(&self, of: &Outline) -> bool {
        of.name.iter().find(|token| !token.is(LEFT_OUT)).is_none_or(|word| {
            word.letters & !self.whole.all == 0 && self.words.iter().any(|held| held.hash == word.hash)
        })
    }

    /// Whether any of the words can be one of some classes.
    pub(super) const fn has(&self, classes: u8) -> bool {
        self.classes & classes != 0
    }
}

impl Address {
    /// Keeps what the street and the city of the likeliest split show, once it is known.
    pub(super) fn keep_names(&mut self) {
        let Some(split) = self.split(0) else { return };
        let (street, city) = (self.token_range(split.street), self.token_range(split.city));
        let name = name_of(street);
        self.names = (Name::of(self, &street[name.0..name.1]), Name::of(self, city));
    }
}

/// Whether two phrases are different, with their types and without them: whatever of them is compared. None of the ways holds in
/// which [`likeness`](super::phrase::likeness) finds two phrases alike; it leaves the words out that are the same at both ends.
#[inline]
pub(super) fn are_strangers(a: &Outline, b: &Outline) -> bool {
    let (Some((first, last)), Some((other, other_last))) = (a.ends(), b.ends()) else { return false };
    // A route is compared by its kind.
    if a.has(Token::ROUTE) || b.has(Token::ROUTE) {
        return false;
    }
    // What only one side has is least where its name is beside all words of the other. The other side has the letters of the
    // words that are left out.
    let (only_a, only_b) = (a.core.needed & !b.whole.all, b.core.needed & !a.whole.all);
    // Slips of the pen in all letters in a row: what is left out makes neither the lengths nor the letters less different.
    let most = allowed(a.whole.length.max(b.whole.length) as usize).unwrap_or(0) as u32;
    if has_at_most(only_a, most)
        && has_at_most(only_b, most)
        && [&a.core, &a.whole].into_iter().any(|one| one.may_be_slips(&b.core) || one.may_be_slips(&b.whole))
    {
        return false;
    }
    let begin_apart = a.begins & b.begins == 0 && a.beside.0 + b.beside.0 == 0;
    if begin_apart && !are_near_words(*first, *other) {
        // They begin with different letters, so that neither is the other one, begins it or is its initials, and their first
        // words are not alike. One is among the words of the other only where that has the word that is never left out.
        return !b.holds_anchor(a) && !a.holds_anchor(b);
    }
    // Each has a letter that the other has not: neither is the other one, begins it, is its initials or is among its words. That
    // is so without the second letters of digraphs too, where one of the letters is none of these.
    if only_a == 0 || only_b == 0 || (only_a | only_b) & !DROPPED == 0 {
        return false;
    }
    // Nor are they alike word by word: where they have as many words, two words in the same place are not.
    stand_alike(a, b).is_none_or(|(from_front, from_back)| {
        from_front && are_far_words(*first, *other) || from_back && are_far_words(*last, *other_last)
    })
}

/// Whether the first words of two names, and the last ones, stand in the same place wherever two phrases of as many words are
/// compared, with types or without them; `None` where no two have as many.
#[inline]
fn stand_alike(a: &Outline, b: &Outline) -> Option<(bool, bool)> {
    let (count_a, count_b) = (a.name.len(), b.name.len());
    let (typed_a, typed_b) = (a.beside != (0, 0), b.beside != (0, 0));
    if count_a == count_b {
        let alike = a.beside == b.beside || !typed_a || !typed_b;
        Some((alike, alike))
    } else if count_a == count_b + 1 && typed_b {
        Some((b.beside.0 == 0, b.beside.1 == 0))
    } else if count_b == count_a + 1 && typed_a {
        Some((a.beside.0 == 0, a.beside.1 == 0))
    } else {
        None
    }
}
