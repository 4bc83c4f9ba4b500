//! What the letters of two phrases show at once: that they are different, whatever of them is compared.
//!
//! Most pairs of a one-against-many comparison have nothing in common. What is told here is what
//! [`likeness`](super::phrase::likeness) and [`street_names`](super::names::street_names) would find; `false` says nothing.

use super::glance::{are_far_words, are_near_words, share_hash};
use super::names::{begins_with_direction, name_of, type_of};
use super::phrase::LEFT_OUT;
use super::spelling::{allowed_beside, is_title_of, same_type};
use crate::address::sum::Letters;
use crate::address::{Address, PLAIN, Token};
use crate::tables::address::LETTERS;
use crate::text::similarity::has_at_most;

/// What each side keeps of its likeliest street and city.
#[derive(Clone, Copy, Default)]
#[cfg_attr(test, derive(Debug))]
pub(in crate::address) struct Names {
    street: Name,
    /// The letters of all words of the street.
    all: u32,
    /// Those that its name and its type have in a row.
    typed: u32,
    city: Name,
}

/// What a name shows. With the letters that are asked for beside it, it is an [`Outline`].
#[derive(Clone, Copy)]
#[cfg_attr(test, derive(Debug))]
struct Name {
    /// The letters that are compared in any case.
    needed: u32,
    /// The places among [`LETTERS`] of the letters that it may begin with, where words before the first that is never left out
    /// may be; [`ANY`] where more than these.
    begins: [u8; 2],
    /// How many letters in a row are compared.
    length: u8,
    /// How many slips of the pen it may hold with its type, and what the bits below say.
    classes: u8,
}

/// The bits of the classes that count slips.
const SLIPS: u8 = 3;
/// Nothing is told of the name at once.
const UNTOLD: u8 = 1 << 2;
/// One of the words is a number.
const NUMBER: u8 = 1 << 3;
/// A type stands before the name, and behind it: the lowest bits of these.
const TYPE_BEFORE: u32 = 4;
const TYPE_BEHIND: u32 = 5;
/// It is one word.
const SINGLE: u8 = 1 << 6;
/// Its words have more letters than are compared in any case, or its type is compared with other ones: Rue and Street.
const MORE: u8 = 1 << 7;

/// A name may begin with any letter.
const ANY: u8 = u8::MAX;

/// Nothing is known of it, and nothing is told.
impl Default for Name {
    fn default() -> Name {
        Name { needed: 0, begins: [ANY; 2], length: 0, classes: UNTOLD }
    }
}

impl Name {
    /// What some words show of which those between two places are a name: of a street beside its type.
    fn of(address: &Address, words: &[Token], (from, to): (usize, usize)) -> Name {
        Name::with_letters(&address.text, words, (from, to)).0
    }

    /// The same, and the letters of the name with its type.
    #[inline(always)]
    fn with_letters(text: &[u8], words: &[Token], (from, to): (usize, usize)) -> (Name, Letters) {
        let (name, of_type) = (&words[from..to], type_of(words, (from, to)));
        let (mut letters, mut any) = (Letters::default(), 0);
        for token in name {
            letters.add_spelled(text, *token);
            any |= token.classes;
        }
        let mut classes = (from as u8) << TYPE_BEFORE | ((words.len() - to) as u8) << TYPE_BEHIND;
        // A route is compared by its kind, and is no type of a street.
        classes |= if any & Token::ROUTE != 0 { UNTOLD } else { 0 };
        classes |= if any & Token::NUMBER != 0 { NUMBER } else { 0 };
        // `9 MILE` may be written `NINE MILE`.
        if name.is_empty() || name.len() > 1 && name[0].is(Token::NUMBER) {
            classes |= UNTOLD;
        }
        // Longer words hold no fewer slips: these are the most in any words that it is compared with.
        let mut longest = letters.length();
        let mut typed = letters;
        if let Some(of_type) = of_type {
            typed.add_spelled(text, of_type);
            longest += usize::from(of_type.len);
            classes |= if is_rue_or_chemin(text, of_type) { MORE } else { 0 };
        }
        classes |= if letters.all == letters.needed { 0 } else { MORE };
        classes |= if name.len() == 1 { SINGLE } else { 0 };
        classes |= allowed_beside(longest).unwrap_or(0) as u8 & SLIPS;
        // Of so many letters nothing is told.
        let length = u8::try_from(letters.length).unwrap_or_else(|_| {
            classes |= UNTOLD;
            0
        });
        let letter = |token: &Token| {
            token.spelling(text).first().map_or(ANY, |&first| LETTERS[usize::from(first)].trailing_zeros() as u8)
        };
        let begins = match name {
            [first, ..] if !first.is(LEFT_OUT) => [letter(first); 2],
            [left_out, first, ..] if !first.is(LEFT_OUT) => [letter(left_out), letter(first)],
            _ => [ANY; 2],
        };
        (Name { needed: letters.needed, begins, length, classes }, typed)
    }

    /// The letters that it may begin with, as bits.
    #[inline(always)]
    fn begins(self) -> u32 {
        let [one, other] = self.begins;
        if one.max(other) == ANY { u32::MAX } else { 1 << (one & 31) | 1 << (other & 31) }
    }

    /// How many words stand before the name and behind it.
    #[inline(always)]
    fn beside(self) -> (usize, usize) {
        (usize::from(self.classes >> TYPE_BEFORE & 1), usize::from(self.classes >> TYPE_BEHIND & 1))
    }
}

/// Whether a type is one that is compared with other ones.
fn is_rue_or_chemin(text: &[u8], of_type: Token) -> bool {
    const RUE: u32 = crate::address::hash(b"rue");
    const CHEMIN: u32 = crate::address::hash(b"chemin");
    matches!(of_type.hash, RUE | CHEMIN) && matches!(of_type.spelling(text), b"rue" | b"chemin")
}

/// What the words of a phrase show together: of a street those of its name, and those of its name and its type.
// It is handed on by value: where it is asked for closely, and not before, it is written to the stack.
#[derive(Clone, Copy)]
pub(super) struct Outline<'a> {
    address: &'a Address,
    /// The words; that there are none is [`UNTOLD`].
    words: &'a [Token],
    name: Name,
    /// The letters of all words.
    all: u32,
}

impl<'a> Outline<'a> {
    /// The outline of a street.
    #[inline]
    pub(super) fn of_street(address: &'a Address, words: &'a [Token]) -> Outline<'a> {
        // What is kept of the likeliest street is told anew where nothing of it is told, but may be of a part of it.
        let kept = address.names.street.classes & UNTOLD == 0
            && core::ptr::eq(words, address.token_range(address.split_at(0).street));
        if kept {
            return Outline { address, words, name: address.names.street, all: address.names.all };
        }
        let name = Name::of(address, words, name_of(words));
        Outline { address, words, name, all: words.iter().fold(0, |all, token| all | token.letters) }
    }

    /// The outline of the street of the likeliest split.
    #[inline]
    pub(super) fn of_first_street(address: &'a Address) -> Outline<'a> {
        let words = address.token_range(address.split_at(0).street);
        Outline { address, words, name: address.names.street, all: address.names.all }
    }

    /// The outline of the city of the likeliest split.
    #[inline]
    pub(super) fn of_first_city(address: &'a Address) -> Outline<'a> {
        let words = address.token_range(address.split_at(0).city);
        let name = address.names.city;
        Outline { address, words, name, all: words.iter().fold(0, |all, token| all | token.letters) }
    }

    /// Where the name stands among the words.
    #[inline(always)]
    fn at(&self) -> (usize, usize) {
        let (before, behind) = self.name.beside();
        (before, self.words.len() - behind)
    }

    fn count(&self) -> usize {
        let (from, to) = self.at();
        to - from
    }

    /// The words of the name.
    #[inline(always)]
    fn of_name(&self) -> &'a [Token] {
        let (from, to) = self.at();
        &self.words[from..to]
    }

    /// The letters of the name.
    #[inline(always)]
    fn core(&self) -> Letters {
        let Name { needed, length, classes, .. } = self.name;
        let more = if classes & MORE != 0 { self.of_name() } else { &[] };
        Letters { needed, all: more.iter().fold(needed, |all, token| all | token.letters), length: u32::from(length) }
    }

    /// The type beside the name.
    #[inline(always)]
    fn of_type(&self) -> Option<&'a Token> {
        let (before, behind) = self.name.beside();
        if before + behind == 0 { None } else { self.words.get(behind * (self.words.len() - 1)) }
    }

    /// The letters of a name with its type.
    #[inline(always)]
    fn with_type(&self, mut core: Letters, of_type: Option<&Token>) -> Letters {
        if let Some(of_type) = of_type {
            core.add(self.address, *of_type);
        }
        core
    }

    /// Whether it has the word of another name that is never left out; so it may, where all are. `first` is the first word of
    /// that name.
    #[inline(always)]
    fn holds_anchor(self, of: Outline, first: Token) -> bool {
        (first.is(LEFT_OUT) || first.letters & !self.all == 0) && self.holds_anchor_closely(of)
    }

    #[inline(never)]
    fn holds_anchor_closely(self, of: Outline) -> bool {
        of.of_name()
            .iter()
            .find(|token| !token.is(LEFT_OUT))
            .is_none_or(|word| word.letters & !self.all == 0 && self.words.iter().any(|held| held.hash == word.hash))
    }
}

impl Address {
    /// Keeps what the street and the city of the likeliest split show, once it is known.
    pub(in crate::address) fn keep_names(&mut self) {
        const UNUSUAL: u16 = crate::address::CUT | crate::address::DAMAGED | crate::address::SWAPPED;
        let Some(split) = self.split(0) else { return };
        let (text, tokens) = (self.text.as_slice(), self.tokens.as_slice());
        let range = |(from, to): (u8, u8)| &tokens[usize::from(from)..usize::from(to)];
        let (words, city) = (range(split.street), range(split.city));
        let (mut street, typed) = Name::with_letters(text, words, name_of(words));
        // `SOUTHGATE` may be written `SOUTH GATE`, which begins with another word: nothing is told of it.
        if words.get(street.beside().0).is_some_and(|first| begins_with_direction(first.spelling(text))) {
            street.classes |= UNTOLD;
        }
        // Behind a comma a further part may be left out.
        let (from, to) = (u32::from(split.street.0.min(63)), u32::from(split.street.1.min(63)));
        if self.stated >> from & !1 & !(u64::MAX << to.saturating_sub(from)) != 0 {
            street.classes |= UNTOLD;
        }
        let (city, _) = Name::with_letters(text, city, (0, city.len()));
        self.names = Names { street, all: typed.all, typed: typed.needed, city };
        self.street_words = split.street.1 - split.street.0;
        let plain = self.flags & UNUSUAL == 0 && usize::from(self.region_from) == self.tokens.len();
        self.marks = self.marks & !PLAIN | u8::from(plain);
    }

    /// Whether nothing about it is unusual, and it has no further readings. What only a reading can have, a word that was cut or a tail,
    /// is not asked for: readings never come here.
    #[inline(always)]
    pub(super) fn is_plain(&self) -> bool {
        self.marks & PLAIN != 0 && self.more.is_none()
    }
}

/// How many words the city of the likeliest split has.
#[inline(always)]
pub(super) fn count_of_city(address: &Address) -> u8 {
    let (from, to) = address.split_at(0).city;
    to - from
}

/// Whether the streets of the likeliest splits are different, whatever of them is compared: see [`are_strangers`], of which it is
/// what is told of most pairs.
#[inline(always)]
pub(super) fn have_strange_streets(a: &Address, b: &Address) -> bool {
    let (street, other) = (a.names.street, b.names.street);
    (street.classes | other.classes) & (UNTOLD | 1 << TYPE_BEFORE) == 0
        && street.begins() & other.begins() == 0
        && have_strange_letters(a, b)
        && have_strange_beginnings(a, b)
        || streets_are_strangers(a, b)
}

/// Whether slips of the pen make neither of two streets the other one, with types or without them.
#[inline(always)]
fn have_strange_letters(a: &Address, b: &Address) -> bool {
    let (Names { street, all, typed, .. }, Names { street: other, all: other_all, typed: other_typed, .. }) =
        (&a.names, &b.names);
    let most = most_slips(*street, *other);
    let differ = |only: (u32, u32), most: u32| !(has_at_most(only.0, most) && has_at_most(only.1, most));
    // What only one side has is least where its name is beside all words of the other.
    differ((street.needed & !other_all, other.needed & !all), most)
        || (street.classes | other.classes) & MORE == 0
            && differ((street.needed & !other.needed, other.needed & !street.needed), most)
            && differ((typed & !other.needed, other.needed & !all), most)
            && differ((street.needed & !other_all, other_typed & !street.needed), most)
}

/// Whether the first words of two streets, before which no type stands, are never left out, no slips of each other and not among the
/// words of the other one.
#[inline(always)]
fn have_strange_beginnings(a: &Address, b: &Address) -> bool {
    let (Some(one), Some(other)) = (first_of_street(a), first_of_street(b)) else { return false };
    one.letters & !b.names.all != 0
        && other.letters & !a.names.all != 0
        && (one.classes | other.classes) & LEFT_OUT == 0
        && !are_near_words(*one, *other)
}

/// The first word of the street of the likeliest split.
#[inline(always)]
fn first_of_street(address: &Address) -> Option<&Token> {
    address.tokens.get(usize::from(address.split_at(0).street.0))
}

#[inline(never)]
fn streets_are_strangers(a: &Address, b: &Address) -> bool {
    are_strangers(Outline::of_first_street(a), Outline::of_first_street(b))
}

/// The same of the cities; where the number of a district may be left out, nothing is told.
#[inline(always)]
pub(super) fn have_strange_cities(a: &Address, b: &Address) -> bool {
    let (city, other) = (a.names.city, b.names.city);
    let classes = city.classes | other.classes;
    if classes & (UNTOLD | NUMBER) != 0 {
        return false;
    }
    have_strange_letters_of_cities(a, b) || cities_are_strangers(a, b)
}

/// Whether each of two cities has a letter that the other has not, and they are no slips of each other: only where they have as many words
/// they may be alike word by word, and one word is not, nor are several of which the last ones are far.
#[inline(always)]
fn have_strange_letters_of_cities(a: &Address, b: &Address) -> bool {
    let (city, other) = (a.names.city, b.names.city);
    let only = (city.needed & !letters_of_city(b), other.needed & !letters_of_city(a));
    let most = most_slips(city, other);
    only.0 != 0
        && only.1 != 0
        && !(has_at_most(only.0, most) && has_at_most(only.1, most))
        && (city.classes & SINGLE != 0 || count_of_city(a) != count_of_city(b) || end_far(a, b))
}

/// The letters of all words of the city of the likeliest split.
#[inline(always)]
fn letters_of_city(address: &Address) -> u32 {
    let Name { needed, classes, .. } = address.names.city;
    let more = if classes & MORE != 0 { address.token_range(address.split_at(0).city) } else { &[] };
    more.iter().fold(needed, |all, token| all | token.letters)
}

/// Whether the last words of two cities, behind which no region stands, are far from each other.
#[inline(never)]
fn end_far(a: &Address, b: &Address) -> bool {
    a.tokens.last().zip(b.tokens.last()).is_some_and(|(one, other)| are_far_words(*one, *other))
}

#[inline(never)]
fn cities_are_strangers(a: &Address, b: &Address) -> bool {
    are_strangers(Outline::of_first_city(a), Outline::of_first_city(b))
}

/// How many slips of the pen two names may hold at most.
#[inline(always)]
fn most_slips(one: Name, other: Name) -> u32 {
    u32::from((one.classes & SLIPS).max(other.classes & SLIPS))
}

/// Whether two phrases are different, with their types and without them: whatever of them is compared. None of the ways holds in
/// which [`likeness`](super::phrase::likeness) finds two phrases alike; it leaves the words out that are the same at both ends.
pub(super) fn are_strangers(a: Outline, b: Outline) -> bool {
    if (a.name.classes | b.name.classes) & UNTOLD != 0 {
        return false;
    }
    let (Some(&first), Some(&other)) = (a.words.get(a.name.beside().0), b.words.get(b.name.beside().0)) else {
        return false;
    };
    // What only one side has is least where its name is beside all words of the other. The other side has the letters of the
    // words that are left out.
    let only = (a.name.needed & !b.all, b.name.needed & !a.all);
    let most = most_slips(a.name, b.name);
    if has_at_most(only.0, most) && has_at_most(only.1, most) && may_be_slips_of_pen(a, b) {
        return false;
    }
    let begin_apart =
        a.name.begins() & b.name.begins() == 0 && (a.name.classes | b.name.classes) & 1 << TYPE_BEFORE == 0;
    if begin_apart && !are_near_words(first, other) {
        // They begin with different letters, so that neither is the other one, begins it or is its initials, and their first
        // words are not alike. One is among the words of the other only where that has the word that is never left out.
        return !b.holds_anchor(a, first) && !a.holds_anchor(b, other);
    }
    are_strangers_by_letters(a, b, only)
}

/// Whether slips of the pen in all letters in a row may make one of both, with types or without them: the same words at both ends
/// make neither the lengths nor the letters less different.
///
/// With both types they are compared only where these are one type, and it is left out where it is the same word at the same end.
#[inline(never)]
fn may_be_slips_of_pen(a: Outline, b: Outline) -> bool {
    let (core_a, core_b) = (a.core(), b.core());
    let (type_a, type_b) = (a.of_type(), b.of_type());
    let (whole_a, whole_b) = (a.with_type(core_a, type_a), b.with_type(core_b, type_b));
    core_a.may_be_slips(&core_b)
        || whole_a.may_be_slips(&core_b)
        || core_a.may_be_slips(&whole_b)
        || whole_a.may_be_slips(&whole_b)
            && type_a.zip(type_b).is_some_and(|(type_a, type_b)| {
                let (one, other) = (a.address.spelling(*type_a), b.address.spelling(*type_b));
                same_type(one, other) && !(one == other && a.name.beside() == b.name.beside())
            })
}

/// The same of two phrases that slips of the pen do not make one; `only` are the letters that only one of them has.
#[inline(never)]
fn are_strangers_by_letters(a: Outline, b: Outline, only: (u32, u32)) -> bool {
    // Each has a letter that the other has not: neither is the other one, begins it, is its initials or is among its words. So it
    // is with the second letters of digraphs, of which only an `e` may be left out.
    if only.0 == 0 || only.1 == 0 {
        return false;
    }
    // Nor are they alike word by word: where they have as many words, two words in the same place are not.
    stand_alike(a, b).is_none_or(|(from_front, from_back)| {
        let (name, other) = (a.of_name(), b.of_name());
        let ([first, ..], [with, ..]) = (name, other) else { return false };
        // `DR FLEMING`, `DOCTOR FLEMING`
        let titles = || is_title_of(a.address.spelling(*first), b.address.spelling(*with));
        from_back && are_far_words(name[name.len() - 1], other[other.len() - 1])
            || from_front && are_far_words(*first, *with) && !titles()
    })
}

/// Whether the first words of two names, and the last ones, stand in the same place wherever two phrases of as many words are
/// compared, with types or without them; `None` where no two have as many.
fn stand_alike(a: Outline, b: Outline) -> Option<(bool, bool)> {
    const UNTYPED: (usize, usize) = (0, 0);
    let (of_a, of_b) = (a.name.beside(), b.name.beside());
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

/// Whether the shorter one of two cities that are strangers is another one than the last words of the longer one as well: no word
/// is the same, slips of the pen do not make it of them, and their first words are not alike.
#[inline(never)]
pub(super) fn have_other_ends(a: &Address, b: &Address) -> bool {
    let (a, b) = (Outline::of_first_city(a), Outline::of_first_city(b));
    let (short, long) = if a.words.len() < b.words.len() { (a, b) } else { (b, a) };
    let end = &long.words[long.words.len() - short.words.len()..];
    let most = most_slips(a.name, b.name).max(1);
    let ([first, ..], [with, ..]) = (short.words, end) else { return false };
    !has_at_most(short.name.needed & !long.all, most) && !are_near_words(*first, *with) && !share_hash(short.words, end)
}

#[cfg(test)]
mod tests;
