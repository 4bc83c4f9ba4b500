//! How like two phrases are: the names of two streets, or of two cities.

use super::glance::{are_apart, is_far, share_word};
use super::joined::{is_glued_street, is_initials};
use super::names::{are_titles, is_turned};
use super::spelling::{
    Letters, allowed, are_of_two_persons, are_opposites, differ_in_ending, is_number_in_words, is_open_kind,
    is_slip_of_direction, look_alike, short_likeness, slips, stems, without_digraphs, word_likeness,
};
use crate::address::sum::Sum;
use crate::address::{Address, Token};
use crate::calibration::address as points;

/// How like two phrases are, from the same to different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Word for word the same.
    Same,
    /// The same letters, parted otherwise, or the same but for articles.
    Variant,
    /// A letter or two are off: how many, and the same weighed by how likely they make another word.
    Typo(u8, u8),
    /// A word on one side is shortened to its first letters, beside others that are the same.
    Shortened,
    /// One side stops inside or before a word of the other, where the line ends.
    Truncated,
    /// One side is written by its initials.
    Initials,
    /// The only word of one side begins the only one of the other: `Wash` and Washington, but also Elm and Elmwood.
    Begins,
    /// Words on one side only; all others are the same.
    Partial,
    /// Neither side says anything.
    Absent,
    /// One side says nothing.
    Missing,
    /// Different.
    Different,
}

/// A run of words of an address.
#[derive(Clone, Copy)]
pub(super) struct Phrase<'a> {
    pub(super) address: &'a Address,
    pub(super) tokens: &'a [Token],
    /// The line ends behind the phrase, perhaps because it was cut.
    pub(super) open: bool,
}

impl<'a> Phrase<'a> {
    pub(super) fn of(address: &'a Address, range: (u8, u8)) -> Phrase<'a> {
        let open = address.flags & crate::address::OPEN_END != 0 && usize::from(range.1) == address.tokens.len();
        Phrase { address, tokens: address.token_range(range), open }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Whether a comma or a field says that another part begins with the word at a place.
    pub(super) fn begins_part(&self, at: usize) -> bool {
        let place = self.place(at);
        place < 64 && self.address.stated & 1 << place != 0
    }

    /// Which token of the address the word at a place is.
    pub(super) fn place(&self, at: usize) -> usize {
        let place = self.tokens[at..].as_ptr() as usize - self.address.tokens.as_ptr() as usize;
        place / size_of::<Token>()
    }

    /// Whether the word at a place is an ordinary name of streets.
    pub(super) fn is_common(&self, at: usize) -> bool {
        let place = self.place(at);
        place < 32 && self.address.common & 1 << place != 0
    }

    pub(super) fn word(&self, at: usize) -> &'a [u8] {
        self.address.spelling(self.tokens[at])
    }

    fn narrowed(&self, from: usize, to: usize) -> Phrase<'a> {
        Phrase { tokens: &self.tokens[from..to], ..*self }
    }

    /// All letters in a row; without the tokens of some classes. Saint and Street share `ST`.
    fn joined(&self, without: u8) -> Letters {
        let mut letters = Letters::new();
        for &token in self.tokens.iter().filter(|token| !token.is(without)) {
            let word = self.address.spelling(token);
            letters.extend_from_slice(if matches!(word, b"saint" | b"street") { b"st" } else { word });
        }
        letters
    }

    /// What the words tell together.
    #[inline(always)]
    pub(super) fn sum(&self) -> Sum {
        let mut sum = Sum::default();
        for token in self.tokens {
            sum.add(self.address, *token);
        }
        sum
    }

    fn has_only(&self, classes: u8) -> bool {
        self.tokens.iter().all(|token| token.is(classes))
    }
}

/// Whether two words are the same.
pub(super) fn same_word(a: Phrase, i: usize, b: Phrase, j: usize) -> bool {
    a.tokens[i].hash == b.tokens[j].hash && a.word(i) == b.word(j)
}

/// Whether two phrases are the same word for word.
pub(super) fn same(a: Phrase, b: Phrase) -> bool {
    a.tokens.len() == b.tokens.len() && (0..a.tokens.len()).all(|at| same_word(a, at, b, at))
}

/// Compares two phrases; symmetric.
pub(super) fn likeness(a: Phrase, b: Phrase) -> Likeness {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => return Likeness::Absent,
        (true, false) | (false, true) => return Likeness::Missing,
        _ => {}
    }
    if same(a, b) {
        return Likeness::Same;
    }
    let (of_a, of_b) = (a.sum(), b.sum());
    if !share_word(a, &of_a, b, &of_b) {
        // No word is the same: all is left to be compared by letters.
        let far = are_apart((a, &of_a), (b, &of_b)) || is_far((a, &of_a), (b, &of_b));
        return if far { Likeness::Different } else { by_letters(a, b, a, b, false) };
    }
    likeness_by(rest_likeness, a, b)
}

/// The same; what is left between equal ends is compared by a function.
pub(super) fn likeness_by(
    rest: impl Fn(Phrase, Phrase, Phrase, Phrase, bool) -> Likeness,
    a: Phrase,
    b: Phrase,
) -> Likeness {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => return Likeness::Absent,
        (true, false) | (false, true) => return Likeness::Missing,
        _ => {}
    }
    if same(a, b) {
        return Likeness::Same;
    }
    // Quick way out: the words that are the same at both ends are left out.
    let shortest = a.tokens.len().min(b.tokens.len());
    let head = (0..shortest).take_while(|&at| same_word(a, at, b, at)).count();
    let tail = (0..shortest - head)
        .take_while(|&at| same_word(a, a.tokens.len() - 1 - at, b, b.tokens.len() - 1 - at))
        .count();
    let (x, y) = (a.narrowed(head, a.tokens.len() - tail), b.narrowed(head, b.tokens.len() - tail));
    if x.is_empty() || y.is_empty() {
        let extra = if x.is_empty() { y } else { x };
        let (short, shared) = if x.is_empty() { (a, a.tokens) } else { (b, b.tokens) };
        if extra.has_only(Token::PARTICLE | Token::NOISE) {
            return Likeness::Variant;
        }
        if shared.iter().all(|token| token.is(Token::PARTICLE | Token::NOISE | Token::DIRECTION)) {
            return Likeness::Different;
        }
        if short.open && tail == 0 {
            return Likeness::Truncated;
        }
        // `ELM AVE, GATE 8`: behind a comma stands no number of a street; `SHANTI NIKETAN, 80 FEET ROAD` adds the road to a building.
        let road = extra.tokens[0].is(Token::NUMBER) && extra.tokens.len() > 2;
        let named = road || !extra.tokens[0].is(Token::NUMBER | Token::ROUTE | Token::PRIMARY | Token::BEFORE);
        let note = tail == 0 && named && extra.begins_part(0);
        // A number on one side only names another street: County Road, County Road 12; in China a direction does.
        let compass = || matches!(extra.word(0), b"e" | b"n" | b"s" | b"w" | b"middle");
        let part = extra.tokens.len() == 1 && extra.tokens[0].is(Token::ROUTE) && compass();
        return if part || !note && extra.tokens.iter().any(|token| token.is(Token::NUMBER)) {
            Likeness::Different
        } else {
            Likeness::Partial
        };
    }
    rest(a, b, x, y, head + tail > 0)
}

/// What is left between equal ends is compared by letters.
fn rest_likeness(a: Phrase, b: Phrase, x: Phrase, y: Phrase, shared: bool) -> Likeness {
    let (of_x, of_y) = (x.sum(), y.sum());
    let far = !share_word(x, &of_x, y, &of_y) && are_apart((x, &of_x), (y, &of_y)) || is_far((x, &of_x), (y, &of_y));
    if far && !are_one_number(x, y) && !are_titles(a, x, y) {
        Likeness::Different
    } else {
        by_letters(a, b, x, y, shared)
    }
}

/// `9 MILE RD`, `NINE MILE RD`: a number in digits and in letters.
fn are_one_number(x: Phrase, y: Phrase) -> bool {
    let ([one], [other]) = (x.tokens, y.tokens) else { return false };
    let (digits, word) = match (one.is(Token::NUMBER), other.is(Token::NUMBER)) {
        (true, false) => (x.word(0), y.word(0)),
        (false, true) => (y.word(0), x.word(0)),
        _ => return false,
    };
    is_number_in_words(digits, word)
}

pub(super) fn by_letters(a: Phrase, b: Phrase, x: Phrase, y: Phrase, shared: bool) -> Likeness {
    if shared && (are_one_number(x, y) || are_titles(a, x, y)) && share_name(a, b) {
        return Likeness::Variant;
    }
    if shared && (is_cut_inside(a, x, y) || is_cut_inside(b, y, x)) {
        return Likeness::Partial;
    }
    if may_be_joined(a, b, x, y) { in_a_row(a, b, x, y, shared) } else { word_by_word(a, b, x, y, shared) }
}

/// `1250 MARTIN LUTHER KIN ATLANTA`: whether a long street ends inside a word of the other one, which goes on behind it. A field
/// of so many characters was cut, and the rest of the address put behind it.
fn is_cut_inside(short: Phrase, x: Phrase, y: Phrase) -> bool {
    const LEAST: usize = "martinlutherk".len();
    // With its blanks and a house number a field of twenty characters.
    const FIELD: usize = "martinlutherkin".len();
    let ([_], [_, _, ..]) = (x.tokens, y.tokens) else { return false };
    let (cut, whole) = (x.word(0), y.word(0));
    let last = x.tokens.as_ptr_range().end == short.tokens.as_ptr_range().end;
    let known = Token::NUMBER | Token::ROUTE | Token::PRIMARY | Token::DIRECTION | Token::PARTICLE;
    // A street that a type begins is whole; so is one that a comma or the end of its field ends, unless that is as wide as it is.
    let letters = short.sum().letters.length();
    let ended = letters < FIELD && short.begins_part(short.tokens.len());
    let whole_street = ended || short.tokens[0].is(Token::BEFORE);
    last && !short.open
        && !whole_street
        && short.tokens.len() > 2
        && cut.len() > 2
        && cut.len() < whole.len()
        && whole.starts_with(cut)
        && !x.tokens[0].is(known)
        && letters >= LEAST
}

/// Without the letters in a row.
pub(super) fn word_by_word(a: Phrase, b: Phrase, x: Phrase, y: Phrase, shared: bool) -> Likeness {
    if has_number(x) || has_number(y) {
        return Likeness::Different;
    }
    by_words(a, b, x, y, shared).unwrap_or_else(|| by_order(x, y))
}

/// With the letters in a row.
pub(super) fn in_a_row(a: Phrase, b: Phrase, x: Phrase, y: Phrase, shared: bool) -> Likeness {
    let (left, right) = (x.joined(0), y.joined(0));
    // Where nothing may be left out, the whole phrases are the same only where what is left between their equal ends is.
    if left == right || (leaves_out(a) || leaves_out(b)) && a.joined(LEFT_OUT) == b.joined(LEFT_OUT) {
        return Likeness::Variant;
    }
    // `US Highway 101` and `Highway 101`: the kind of the route is left open on one side.
    if let ([one], [other]) = (x.tokens, y.tokens) {
        if one.is(Token::ROUTE) && other.is(Token::ROUTE) && !one.is(Token::NUMBER) && !other.is(Token::NUMBER) {
            return if is_open_kind(x.word(0), y.word(0)) || is_open_kind(y.word(0), x.word(0)) {
                Likeness::Shortened
            } else {
                Likeness::Different
            };
        }
    }
    // `N COVE RD`, `NW COVE RD`: no direction is short for another.
    if let ([one], [other]) = (x.tokens, y.tokens) {
        if one.is(Token::DIRECTION) && other.is(Token::DIRECTION) {
            return Likeness::Different;
        }
    }
    if has_number(x) || has_number(y) {
        return if look_alike(&left, &right) { Likeness::Typo(1, 1) } else { Likeness::Different };
    }
    let digraphs = !writes_english(a) && !writes_english(b);
    if digraphs && without_digraphs(&left) == without_digraphs(&right) {
        return Likeness::Variant;
    }
    if let ([_], [_]) = (x.tokens, y.tokens) {
        if are_opposites(&left, &right) || are_of_two_persons(&left, &right) {
            return Likeness::Different;
        }
    }
    if is_initials(x, &right) || is_initials(y, &left) {
        return Likeness::Initials;
    }
    if let Some(found) = by_words(a, b, x, y, shared) {
        return found;
    }
    // `FORD ST`, `FOREST`: a name and its type in a row are no slip or beginning of another name.
    if is_glued_street(a, x, y) || is_glued_street(b, y, x) {
        return by_order(x, y);
    }
    let (short, long, open) = if left.len() < right.len() { (&left, &right, a.open) } else { (&right, &left, b.open) };
    // `SAN LUIS OB`, `FO`: behind equal words, or a city of which two letters are left.
    let least = if shared { 1 } else { 2 };
    if open && short.len() >= least && long.starts_with(short) {
        return Likeness::Truncated;
    }
    match slips(&left, &right) {
        Some((slips, weighed)) => Likeness::Typo(slips, weighed),
        None => by_order(x, y),
    }
}

/// Words that may be left out.
pub(in crate::address) const LEFT_OUT: u8 = Token::PARTICLE | Token::NOISE;

fn leaves_out(phrase: Phrase) -> bool {
    phrase.tokens.iter().any(|token| token.is(LEFT_OUT))
}

fn has_number(phrase: Phrase) -> bool {
    phrase.tokens.iter().any(|token| token.is(Token::NUMBER))
}

/// Whether letters in a row can say anything about what is left between equal ends: not where one side has too many of them
/// for slips of the pen or initials, nothing may be left out, and no side is cut.
pub(super) fn may_be_joined(a: Phrase, b: Phrase, x: Phrase, y: Phrase) -> bool {
    let (left, right) = (x.sum().letters.length(), y.sum().letters.length());
    let most = allowed(left.max(right)).unwrap_or(0);
    left.abs_diff(right) <= most
        || a.open
        || b.open
        || x.tokens.len() == 1 && y.tokens.len() == 1
        || right <= x.tokens.len()
        || left <= y.tokens.len()
        || leaves_out(a)
        || leaves_out(b)
        || !writes_english(a) && !writes_english(b)
}

/// What is left between equal ends, word by word, where there are as many; `None` where a word is different.
fn by_words(a: Phrase, b: Phrase, x: Phrase, y: Phrase, shared: bool) -> Option<Likeness> {
    if x.tokens.len() != y.tokens.len() {
        return None;
    }
    // G. Garibaldi and Giuseppe Garibaldi; Eisenhwr and Eisenhower.
    let mut worst = Likeness::Same;
    for at in 0..x.tokens.len() {
        let mut pair = word_likeness(x.word(at), y.word(at), shared || x.tokens.len() > 1);
        if pair == Likeness::Different {
            pair = short_likeness(x.word(at), y.word(at), || share_name(a, b));
        }
        if let Likeness::Typo(slips, weighed) = pair {
            // A type that is misspelt is no other name; but `Rise` is one only where it ends its street.
            let named = x.is_common(at) && y.is_common(at) && !differ_in_ending(x.word(at), y.word(at));
            // A street of one word is called so.
            let typed = is_type(a, x, at) && !(named && a.tokens.len() == 1)
                || is_type(b, y, at) && !(named && b.tokens.len() == 1);
            // `Kerkstraat`, `Kernstraat`: the name that ends in a type is misspelt, or another one.
            if typed && stems(x.word(at), y.word(at)).is_none() {
                pair = Likeness::Typo(slips, slips);
            } else if named {
                // A slip of the pen seldom makes another name that so many streets have.
                let more = if slips > 1 { points::STREET_OTHER_NAME_MORE } else { 0 };
                let weighed = weighed + points::STREET_OTHER_NAME + more;
                pair = Likeness::Typo(slips, weighed.max(points::STREET_OTHER_NAME_LEAST));
            }
        }
        worst = worst.max(pair);
        if worst >= Likeness::Different {
            return None;
        }
    }
    let says = |phrase: Phrase| {
        let empty = Token::TYPE | Token::DIRECTION | Token::PARTICLE | Token::NOISE;
        phrase.tokens.iter().filter(|token| !token.is(empty)).count()
    };
    let initial = (0..x.tokens.len()).any(|at| x.word(at).len().min(y.word(at).len()) == 1);
    // `M ST` is a street of its own: an initial stands beside a name that is the same.
    // `MEADO` is cut, but Oak Hill and Oak Hillcrest are two names: a type is a whole word.
    let whole = (0..x.tokens.len()).any(|at| {
        let (one, other) = (x.tokens[at], y.tokens[at]);
        let short = if one.len < other.len { one } else { other };
        one.len != other.len && short.is(Token::TYPE)
    });
    // `EAST ST`, `ELM ST`: a direction is no initial of a name; `ESAT ST` is a slip of it.
    let direction = |at: usize| {
        x.tokens[at].is(Token::DIRECTION) != y.tokens[at].is(Token::DIRECTION)
            && !is_slip_of_direction(x.word(at), y.word(at))
    };
    let first = x.place(0) == a.place(0);
    if initial && first && worst == Likeness::Shortened && direction(0) && !share_name(a, b) {
        return Some(Likeness::Different);
    }
    let alone = if initial { !share_name(a, b) } else { says(a).min(says(b)) <= 1 && (whole || !share_name(a, b)) };
    Some(if worst == Likeness::Shortened && alone { Likeness::Begins } else { worst })
}

/// Whether all words of one side are among those of the other.
fn by_order(x: Phrase, y: Phrase) -> Likeness {
    let bits = |phrase: Phrase| phrase.tokens.iter().fold(0, |bits, token| bits | token.bit());
    if bits(x) & bits(y) == 0 {
        return Likeness::Different;
    }
    if is_turned(x, y) {
        Likeness::Variant
    } else if subset(x, y) || subset(y, x) {
        Likeness::Partial
    } else {
        Likeness::Different
    }
}

/// Whether the word at a place of a part of a phrase is the type of the street, first or last of all words.
pub(super) fn is_type(whole: Phrase, part: Phrase, at: usize) -> bool {
    let (token, place) = (part.tokens[at], part.tokens[at..].as_ptr_range());
    let last = place.start.wrapping_add(1) == whole.tokens.as_ptr_range().end;
    token.is(Token::TYPE) && last || token.is(Token::BEFORE) && place.start == whole.tokens.as_ptr()
}

/// Whether a word that is neither a type nor a directional is the same on both sides.
fn share_name(a: Phrase, b: Phrase) -> bool {
    const EMPTY: u8 = Token::DIRECTION | Token::PARTICLE | Token::NOISE;
    // `AVENUE A`: the first word may be the type as well.
    let types = |phrase: Phrase, at: usize| at == 0 && phrase.tokens[at].is(Token::TYPE) || is_type(phrase, phrase, at);
    let is_name = |phrase: Phrase, at: usize| !phrase.tokens[at].is(EMPTY) && !types(phrase, at);
    (0..a.tokens.len())
        .filter(|&i| is_name(a, i))
        .any(|i| (0..b.tokens.len()).any(|j| is_name(b, j) && same_word(a, i, b, j)))
}

/// Whether the address lies where English is written: `aa` and `ae` are no other spellings of `a` there.
fn writes_english(phrase: Phrase) -> bool {
    phrase
        .address
        .country
        .is_some_and(|country| country.is_any_of(&["US", "GB", "IE", "CA", "AU", "NZ", "IN", "SG", "ZA"]))
}

/// Whether every word of `a` that says something is a word of `b`, in the same order.
fn subset(a: Phrase, b: Phrase) -> bool {
    let mut from = 0;
    let mut found = 0;
    for at in (0..a.tokens.len()).filter(|&at| !a.tokens[at].is(Token::PARTICLE | Token::NOISE)) {
        let Some(place) = (from..b.tokens.len()).find(|&place| same_word(a, at, b, place)) else { return false };
        from = place + 1;
        found += usize::from(!a.tokens[at].is(Token::DIRECTION));
    }
    found > 0
}

#[cfg(test)]
mod tests;
