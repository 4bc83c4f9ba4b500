//! What a comparison asks first about the likeliest street and city of an address, kept so that a few machine words of each side
//! tell two strangers apart.
//!
//! Most pairs of a one-against-many comparison have nothing in common. What is told here is what
//! [`likeness`](super::phrase::likeness) and [`street_names`](super::names::street_names) would find; `false` says nothing.

use super::glance::{DROPPED, are_far_words, are_near_words, may_be_slips};
use super::names::name_of;
use super::phrase::{LEFT_OUT, Phrase, Sum};
use super::spelling::allowed;
use super::{Address, Token};
use crate::text::similarity::has_at_most;

/// What the words of a phrase show together: of a street those of its name, and those of its name and its type.
#[derive(Clone, Copy, Default)]
pub(super) struct Outline {
    /// The words without the type, and with it.
    core: Letters,
    whole: Letters,
    /// The letters that it may begin with where words before the first that says something may be left out.
    begins: u32,
    /// Where the words of the name are.
    name: (u8, u8),
    /// How many words stand before the name and behind it: its type, or none.
    beside: (u8, u8),
    /// The first word of the name that is never left out.
    anchor: u8,
}

/// The letters of words in a row.
#[derive(Clone, Copy, Default)]
struct Letters {
    /// Those that are compared in any case.
    needed: u32,
    /// All of them.
    all: u32,
    /// How many are compared in a row.
    length: u8,
}

impl Letters {
    fn of(sum: &Sum) -> Option<Letters> {
        Some(Letters { needed: sum.needed, all: sum.letters, length: u8::try_from(sum.length()).ok()? })
    }

    /// Whether slips of the pen may make one of both.
    fn may_be_slips(&self, other: &Letters) -> bool {
        let lengths = (usize::from(self.length), usize::from(other.length));
        may_be_slips(self.needed & !other.all, other.needed & !self.all, lengths)
    }
}

impl Outline {
    /// The outline of a street; an empty one where the letters do not tell enough.
    pub(super) fn of_street(address: &Address, (from, to): (u8, u8)) -> Outline {
        let name = name_of(address.token_range((from, to)));
        let name = (from + name.0 as u8, from + name.1 as u8);
        Outline::of(address, name, (name.0 - from, to - name.1))
    }

    /// The outline of a city that has no number of a district; an empty one else.
    pub(super) fn of_city(address: &Address, city: (u8, u8)) -> Outline {
        let numbered = address.token_range(city).iter().any(|token| token.is(Token::NUMBER));
        if numbered { Outline::default() } else { Outline::of(address, city, (0, 0)) }
    }

    fn of(address: &Address, name: (u8, u8), beside: (u8, u8)) -> Outline {
        let tokens = address.token_range(name);
        let core = Phrase { address, tokens, open: false }.sum();
        let mut whole = core;
        if beside.0 > 0 {
            whole.add(address, address.tokens[usize::from(name.0 - 1)]);
        } else if beside.1 > 0 {
            whole.add(address, address.tokens[usize::from(name.1)]);
        }
        let anchor = tokens.iter().position(|token| !token.is(LEFT_OUT));
        // A route is compared by its kind.
        let (Some(anchor), Some(core), Some(whole), 0) =
            (anchor, Letters::of(&core), Letters::of(&whole), whole.classes & Token::ROUTE)
        else {
            return Outline::default();
        };
        let first =
            |token: &Token| address.spelling(*token).first().map_or(u32::MAX, |&first| super::letters(&[first]));
        Outline {
            core,
            whole,
            begins: tokens[..=anchor].iter().map(first).fold(0, |all, letter| all | letter),
            name,
            beside,
            anchor: name.0 + anchor as u8,
        }
    }

    fn is_empty(&self) -> bool {
        self.name.0 == self.name.1
    }

    /// Where the words of the name and its type are.
    fn words(&self) -> (u8, u8) {
        (self.name.0 - self.beside.0, self.name.1 + self.beside.1)
    }

    /// Whether a word is among them.
    fn holds(&self, address: &Address, word: Token) -> bool {
        word.letters & !self.whole.all == 0
            && address.token_range(self.words()).iter().any(|held| held.hash == word.hash)
    }
}

impl Address {
    /// Keeps the outlines of the likeliest split, once it is known.
    pub(super) fn keep_outlines(&mut self) {
        let Some(split) = self.split(0) else { return };
        self.outlines = (Outline::of_street(self, split.street), Outline::of_city(self, split.city));
    }
}

impl Phrase<'_> {
    /// The outline of a street of a split.
    pub(super) fn outline(&self) -> Outline {
        let kept = &self.address.outlines.0;
        let from = self.place(0) as u8;
        let words = (from, from + self.tokens.len() as u8);
        if kept.words() == words { *kept } else { Outline::of_street(self.address, words) }
    }
}

/// Whether two phrases are different, with their types and without them: whatever of them is compared. None of the ways holds in
/// which [`likeness`](super::phrase::likeness) finds two phrases alike; it leaves the words out that are the same at both ends.
#[inline]
pub(super) fn are_strangers((a, of_a): (&Address, &Outline), (b, of_b): (&Address, &Outline)) -> bool {
    if of_a.is_empty() || of_b.is_empty() {
        return false;
    }
    // What only one side has is least where its name is beside all words of the other. The other side has the letters of the
    // words that are left out.
    let (only_a, only_b) = (of_a.core.needed & !of_b.whole.all, of_b.core.needed & !of_a.whole.all);
    // Slips of the pen in all letters in a row: what is left out makes neither the lengths nor the letters less different.
    let most = allowed(usize::from(of_a.whole.length.max(of_b.whole.length))).unwrap_or(0) as u32;
    if has_at_most(only_a, most)
        && has_at_most(only_b, most)
        && [&of_a.core, &of_a.whole]
            .into_iter()
            .any(|one| one.may_be_slips(&of_b.core) || one.may_be_slips(&of_b.whole))
    {
        return false;
    }
    let word = |address: &Address, at: u8| address.tokens[usize::from(at)];
    let (first, other) = (word(a, of_a.name.0), word(b, of_b.name.0));
    if of_a.begins & of_b.begins == 0 && of_a.beside.0 + of_b.beside.0 == 0 && !are_near_words(first, other) {
        // They begin with different letters, so that neither is the other one, begins it or is its initials, and their first
        // words are not alike. One is among the words of the other only where that has its anchor.
        return !of_b.holds(b, word(a, of_a.anchor)) && !of_a.holds(a, word(b, of_b.anchor));
    }
    // Each has a letter that the other has not: neither is the other one, begins it, is its initials or is among its words. That
    // is so without the second letters of digraphs too, where one of the letters is none of these.
    if only_a == 0 || only_b == 0 || (only_a | only_b) & !DROPPED == 0 {
        return false;
    }
    // Nor are they alike word by word: where they have as many words, two words in the same place are not.
    stand_alike(of_a, of_b).is_none_or(|(from_front, from_back)| {
        from_front && are_far_words(first, other)
            || from_back && are_far_words(word(a, of_a.name.1 - 1), word(b, of_b.name.1 - 1))
    })
}

/// Whether the first words of two names, and the last ones, stand in the same place wherever two phrases of as many words are
/// compared, with types or without them; `None` where no two have as many.
#[inline]
fn stand_alike(a: &Outline, b: &Outline) -> Option<(bool, bool)> {
    let (count_a, count_b) = (a.name.1 - a.name.0, b.name.1 - b.name.0);
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
