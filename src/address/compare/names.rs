//! The names and types of two streets.

use super::outline::{Outline, are_strangers};
use super::phrase::{Likeness, Phrase, likeness, same};
use super::spelling::{differ_in_ending, is_title_of, same_type};
use crate::address::Token;
use crate::calibration::address as points;
use crate::evidence::Evidence;
use core::cmp::Ordering;

/// A verdict on the names and types of two streets.
#[cfg_attr(test, derive(PartialEq))]
pub(super) enum Names {
    Agree { cost: i32, reasons: [Option<Evidence>; 2] },
    Missing,
    Different,
}

pub(super) fn street_names(a: Phrase, b: Phrase) -> Names {
    if a.is_empty() != b.is_empty() {
        return Names::Missing;
    }
    let parts = (a.parts(), b.parts());
    if parts.0 | parts.1 == 0 { unless_strangers(a, b) } else { with_parts(a, b, parts, unless_strangers) }
}

/// Compares two streets in every way.
#[cfg(test)]
pub(super) fn by_all_comparisons(a: Phrase, b: Phrase) -> Names {
    let all = |a: Phrase, b: Phrase| by_types(a, b, without_type(a), without_type(b));
    with_parts(a, b, (a.parts(), b.parts()), all)
}

/// Compares two streets, each as one part, unless their letters show at once that they are different.
fn unless_strangers(a: Phrase, b: Phrase) -> Names {
    if are_strangers(Outline::of_street(a.address, a.tokens), Outline::of_street(b.address, b.tokens)) {
        Names::Different
    } else {
        by_types(a, b, without_type(a), without_type(b))
    }
}

/// Compares two streets as they are and without further parts behind them; `parts` says where parts begin.
#[inline(never)]
fn with_parts(a: Phrase, b: Phrase, parts: (u64, u64), compare: fn(Phrase, Phrase) -> Names) -> Names {
    let whole = compare(a, b);
    let heads = match (first_part(a, parts.0), first_part(b, parts.1)) {
        (Some(at), None) => beside_parts(compare(head(a, at), b), points::STREET_ADDED),
        (None, Some(at)) => beside_parts(compare(a, head(b, at)), points::STREET_ADDED),
        (Some(at), Some(with)) if have_quarters((a, at), (b, with)) => {
            beside_parts(compare(head(a, at), head(b, with)), points::STREET_TOLD_APART)
        }
        _ => return whole,
    };
    cheaper(whole, heads)
}

impl Phrase<'_> {
    /// The words behind the first one with which a comma or a field says that another part begins, as bits.
    #[inline]
    fn parts(&self) -> u64 {
        // Most addresses state none inside their streets.
        if self.address.stated == 0 {
            return 0;
        }
        let place = self.place(0).min(63);
        self.address.stated >> place & !1 & !(u64::MAX << self.tokens.len().min(63))
    }
}

/// Where a further part begins behind the name of a street: `14 Cornhill Rd, Wortley`.
#[inline]
pub(super) fn part_of(street: Phrase) -> Option<usize> {
    first_part(street, street.parts())
}

/// The first of the places where parts begin, unless a number stands there.
#[inline]
fn first_part(street: Phrase, parts: u64) -> Option<usize> {
    (parts != 0)
        .then(|| parts.trailing_zeros() as usize)
        .filter(|&at| !street.tokens[at].is(Token::NUMBER | Token::ROUTE))
}

/// The directional behind a street that a further part follows: `1010 1st St NW, Riverside`.
pub(super) fn direction_before_part(street: Phrase) -> Option<Token> {
    part_of(street).and_then(|at| last_direction(&street.tokens[..at]))
}

/// The directional behind the words of a street that has a name.
fn last_direction(words: &[Token]) -> Option<Token> {
    let (last, name) = words.split_last()?;
    let named = || name.iter().any(|token| !token.is(Token::DIRECTION) && !token.is(Token::PRIMARY));
    (last.is(Token::DIRECTION) && named()).then_some(*last)
}

/// A street without the further part behind it, and without the directional before that: directionals are compared apart.
fn head(street: Phrase, at: usize) -> Phrase {
    let words = &street.tokens[..at];
    let end = at - usize::from(last_direction(words).is_some());
    Phrase { tokens: &words[..end], open: false, ..street }
}

/// Whether two streets have house numbers and types, and quarters behind them: `12 Main St, Sunny Acres` and `12 Main St, Shady
/// Pines`. A part with a type is a street of its own.
fn have_quarters((a, at): (Phrase, usize), (b, with): (Phrase, usize)) -> bool {
    const STREETS: [&[u8]; 11] = [
        b"street",
        b"road",
        b"lane",
        b"avenue",
        b"drive",
        b"close",
        b"way",
        b"place",
        b"terrace",
        b"crescent",
        b"court",
    ];
    let typed = |tokens: &[Token]| tokens.iter().any(|token| token.is(Token::TYPE));
    let quartered = |street: Phrase, at: usize| {
        let is_street = |at: usize| street.tokens[at].is(Token::TYPE) && STREETS.contains(&street.word(at));
        street.address.number.is_some() && typed(&street.tokens[..at]) && !(at..street.tokens.len()).any(is_street)
    };
    quartered(a, at) && quartered(b, with)
}

/// The verdict on two streets beside which further parts cost some points, where they are alike but for them.
fn beside_parts(heads: Names, parts: i32) -> Names {
    match heads {
        Names::Agree { cost, reasons } if !reasons.contains(&Some(Evidence::AddressStreetPartial)) => {
            let partial = reasons[1].or(Some(Evidence::AddressStreetPartial));
            Names::Agree { cost: cost + parts, reasons: [reasons[0], partial] }
        }
        _ => Names::Different,
    }
}

/// The verdict that costs less; of two that cost the same the first.
fn cheaper(one: Names, other: Names) -> Names {
    match (&one, &other) {
        (Names::Agree { cost, .. }, Names::Agree { cost: less, .. }) if less < cost => other,
        (Names::Agree { .. }, _) | (_, Names::Different | Names::Missing) => one,
        _ => other,
    }
}

/// What `SOUTH GATE RD` costs beside `SOUTHGATE RD`, where the direction before one street begins the first word of the other;
/// each street with the direction before it.
pub(super) fn parted_direction((a, of_a): (Phrase, Option<Token>), (b, of_b): (Phrase, Option<Token>)) -> Option<i32> {
    let (parted, direction, joined) = match (of_a, of_b) {
        (Some(direction), None) => (a, direction, b),
        (None, Some(direction)) => (b, direction, a),
        _ => return None,
    };
    let (Some(_), Some(_)) = (parted.tokens.first(), joined.tokens.first()) else { return None };
    let (name, whole) = (parted.word(0), joined.word(0));
    let behind = whole.strip_prefix(spelled(parted.address.spelling(direction))?)?;
    if behind != name || name.len() < LEAST_BEHIND_DIRECTION {
        return None;
    }
    match (&parted.tokens[1..], &joined.tokens[1..]) {
        (rest, other) if rest.iter().map(|word| word.hash).eq(other.iter().map(|word| word.hash)) => {
            Some(points::STREET_PARTED)
        }
        ([of_type], []) | ([], [of_type]) if of_type.is(Token::TYPE) => {
            Some(points::STREET_PARTED + points::TYPE_MISSING)
        }
        _ => None,
    }
}

/// Whether the name of a street begins with a direction and goes on: `Southgate`.
pub(super) fn begins_with_direction(word: &[u8]) -> bool {
    matches!(word.first(), Some(b'n' | b's' | b'e' | b'w'))
        && [b"north".as_slice(), b"south", b"east", b"west"]
            .iter()
            .any(|direction| word.len() >= direction.len() + LEAST_BEHIND_DIRECTION && word.starts_with(direction))
}

/// Letters that a name has at least behind the direction with which it begins.
const LEAST_BEHIND_DIRECTION: usize = 3;

/// A direction spelled out.
fn spelled(direction: &[u8]) -> Option<&'static [u8]> {
    Some(match direction {
        b"n" => b"north",
        b"s" => b"south",
        b"e" => b"east",
        b"w" => b"west",
        _ => return None,
    })
}

/// A street without its type, and the type.
type Bare<'a> = Option<(Phrase<'a>, Token)>;

/// Compares two streets, each with its type and without it.
#[inline(never)]
fn by_types(a: Phrase, b: Phrase, bare_a: Bare, bare_b: Bare) -> Names {
    // `CITY LAKE ST`, `LAKE ST`: what says nothing beside a city is a name in front of a street.
    // `CITY VIEW DR`, `CITYVIEW DR` are one.
    let begins = |word: &[u8]| word.starts_with(b"city") || word.starts_with(b"county");
    let named = |street: Phrase| !street.is_empty() && begins(street.word(0));
    let other_name = named(a) != named(b);
    let mut best: Option<(i32, [Option<Evidence>; 2])> = None;
    let mut keep = |likeness: Likeness, extra: i32, reason: Option<Evidence>| {
        let likeness = if likeness == Likeness::Variant && other_name { Likeness::Begins } else { likeness };
        let Some((mut cost, name_reason)) = name_cost(likeness) else { return };
        cost += extra;
        if likeness == Likeness::Partial {
            // Words in place of a type are told by `extra`, and are not counted twice.
            cost = partial_cost(a, b).max(points::STREET_ADDED + extra);
        }
        if best.is_none_or(|(held, _)| cost < held) {
            best = Some((cost, [name_reason, reason]));
        }
    };
    let other_types = match (bare_a, bare_b) {
        (Some((_, type_a)), Some((_, type_b))) => !same_type(a.address.spelling(type_a), b.address.spelling(type_b)),
        _ => false,
    };
    if same(a, b) {
        return Names::Agree { cost: 0, reasons: [None, None] };
    }
    if !other_types {
        keep(likeness(a, b), 0, None);
    }
    // Where the other side has a type of its own, only the same name will do: `5th St` is no part of `5th Ave`.
    let plain = |likeness: Likeness, typed: bool| {
        if typed && likeness >= Likeness::Truncated { Likeness::Different } else { likeness }
    };
    // `HUR ST`, `HURST ST`: the type of one street is no end of the name of another that has a type as well.
    let apart = |likeness: Likeness, bare: Phrase, whole: Phrase| {
        let types = bare_a.is_some() && bare_b.is_some() && bare.tokens.len() == 1;
        let joined = likeness == Likeness::Variant && whole.word(whole.tokens.len() - 1) == b"street";
        if types && joined { Likeness::Different } else { likeness }
    };
    let typed = |street: Phrase| street.tokens.iter().any(|token| token.is(Token::PRIMARY));
    // Further words where the other side has its type may be another type: `Chemin du Lac`, `Tour du Lac`.
    let missing = |likeness: Likeness, bare: Phrase, other: Phrase| {
        let words = likeness == Likeness::Partial && other.tokens.len() > bare.tokens.len();
        points::TYPE_MISSING + if words { points::TYPE_FOR_WORDS - points::TYPE_MISSING } else { 0 }
    };
    // `4 THE GREEN`, `4 GREEN LANE`: an article stands in place of a type.
    let article = |untyped: Phrase, bare: Phrase| untyped.word(0) == b"the" && bare.word(0) != b"the";
    let missing = |likeness: Likeness, bare: Phrase, other: Phrase| {
        let cost = missing(likeness, bare, other);
        if likeness == Likeness::Variant && article(other, bare) { cost.max(points::STREET_PART) } else { cost }
    };
    if let Some((bare, of_type)) = bare_a {
        let found = plain(apart(likeness(bare, b), bare, b), typed(b) || bare_b.is_some());
        if is_glued(found, bare, of_type, b) {
            keep(Likeness::Variant, 0, None);
        }
        keep(found, missing(found, bare, b), Some(Evidence::AddressStreetTypeMissing));
    }
    if let Some((bare, of_type)) = bare_b {
        let found = plain(apart(likeness(a, bare), bare, a), typed(a) || bare_a.is_some());
        if is_glued(found, bare, of_type, a) {
            keep(Likeness::Variant, 0, None);
        }
        keep(found, missing(found, bare, a), Some(Evidence::AddressStreetTypeMissing));
    }
    // `SUNSET BL`: a type in letters that no table has, which says little more than none.
    let short_b = bare_a
        .filter(|_| is_untyped(b, bare_b))
        .and_then(|(bare, of_type)| without_short_type(b, a.address.spelling(of_type)).map(|other| (bare, other)));
    let short_a = bare_b
        .filter(|_| is_untyped(a, bare_a))
        .and_then(|(bare, of_type)| without_short_type(a, b.address.spelling(of_type)).map(|other| (other, bare)));
    for (first, second) in [short_b, short_a].into_iter().flatten() {
        // `CR` is Circle rather than Court.
        let is = |street: Phrase, word: &[u8]| street.word(street.tokens.len() - 1) == word;
        let unsure = is(a, b"cr") && is(b, b"court") || is(b, b"cr") && is(a, b"court");
        let cost = if unsure { points::TYPE_FOR_WORDS } else { points::TYPE_MISSING };
        keep(plain(likeness(first, second), true), cost, Some(Evidence::AddressStreetTypeMissing));
    }
    if let (Some((first, type_a)), Some((second, type_b)), false) = (bare_a, bare_b, other_types) {
        // `BOULEVARD SAINT-JOSEPH`, `SAINT-JOSEPH BLVD`: a type stands before the name in French and behind it in English, where such
        // a type is not one that stands first by its class. `AVENUE C` is not `C AVENUE`: the name is more than a letter or a number.
        let long = |bare: Phrase| (0..bare.tokens.len()).any(|at| bare.word(at).len() > 2);
        let first_type = |street: Phrase| {
            street.tokens[0].is(Token::BEFORE) || matches!(street.word(0), b"boulevard" | b"avenue" | b"place")
        };
        let ends = |street: Phrase, bare: Phrase| first_type(street) && long(bare);
        // Before the one name and behind the other.
        let in_front = |street: Phrase, of_type: Token| street.tokens[0].hash == of_type.hash;
        let turned = in_front(a, type_a) != in_front(b, type_b) && (ends(a, first) || ends(b, second));
        if type_a.hash != type_b.hash || turned {
            let plural = differ_in_ending(a.address.spelling(type_a), b.address.spelling(type_b));
            keep(likeness(first, second), points::STREET_VARIANT, plural.then_some(Evidence::AddressStreetVariant));
        }
    }
    if let (Some((first, _)), Some((second, _)), true) = (bare_a, bare_b, other_types) {
        let numbered = first.tokens.iter().chain(second.tokens).any(|token| token.is(Token::NUMBER));
        let cost = if numbered { points::NUMBERED_TYPE_CONFLICT } else { points::TYPE_CONFLICT };
        keep(likeness(first, second), cost, Some(Evidence::AddressStreetTypeConflict));
    }
    best.map_or(Names::Different, |(cost, reasons)| Names::Agree { cost, reasons })
}

/// `49 WOODGATESTREET`, `49 WOODGATE STREET`: the name of one street, which begins that of the other, and its type behind it.
fn is_glued(found: Likeness, bare: Phrase, of_type: Token, other: Phrase) -> bool {
    if !matches!(found, Likeness::Begins | Likeness::Shortened) || bare.tokens.len() != other.tokens.len() {
        return false;
    }
    let last = bare.tokens.len() - 1;
    let behind = other.word(last).strip_prefix(bare.word(last));
    // The words before it are the same, or these were not alike in this way.
    behind.is_some_and(|behind| behind == bare.address.spelling(of_type))
}

/// `RUE DU DR ROUX`, `RUE DU DOCTEUR ROUX`: titles written out and shortened, perhaps before a saint. `x` is what is left of a phrase
/// between the words that both share: the last word of a street is no title, `OAK DR`.
pub(super) fn are_titles(whole: Phrase, x: Phrase, y: Phrase) -> bool {
    let saint = |word: &[u8]| matches!(word, b"saint" | b"street");
    let alike = |at: usize| {
        let (one, other) = (x.word(at), y.word(at));
        one == other || is_title_of(one, other) || saint(one) && saint(other)
    };
    let last = x.tokens.as_ptr_range().end == whole.tokens.as_ptr_range().end;
    x.tokens.len() == y.tokens.len()
        && !(last && x.tokens.len() == 1)
        && is_title_of(x.word(0), y.word(0))
        && (1..x.tokens.len()).all(alike)
}

/// `VIA GARIBALDI GIUSEPPE`: in Italy streets are also written with the surname first.
pub(super) fn is_turned(x: Phrase, y: Phrase) -> bool {
    let italian = |phrase: Phrase| phrase.address.country.is_some_and(|country| country.is_any_of(&["IT"]));
    x.tokens.len() == 2
        && y.tokens.len() == 2
        && x.tokens[0].hash == y.tokens[1].hash
        && x.tokens[1].hash == y.tokens[0].hash
        && (italian(x) || italian(y))
}

/// Whether a street has no type behind its name; `MISSION BL`, `PARK BL` seem to have one before it.
fn is_untyped(street: Phrase, bare: Bare) -> bool {
    bare.is_none_or(|(name, _)| {
        street.tokens.len() == 2 && name.place(0) > street.place(0) && !street.tokens[0].is(Token::BEFORE)
    })
}

/// The street without its last word, where that is no name and two or three letters of the other street's type: its first ones, or
/// its first and consonants behind it in their order. `BL` for Boulevard; but `CR` is Court, Circle, Crescent and Center.
fn without_short_type<'a>(street: Phrase<'a>, of_type: &[u8]) -> Option<Phrase<'a>> {
    let (last, name) = street.tokens.split_last()?;
    let word = street.address.spelling(*last);
    let known = Token::NUMBER | Token::ROUTE | Token::DIRECTION | Token::PARTICLE | Token::NOISE;
    let fits = (2..=3).contains(&word.len()) && word.len() < of_type.len() && word[0] == of_type[0];
    if name.is_empty() || last.is(known) || !fits || street.is_common(name.len()) {
        return None;
    }
    let vowel = |letter: &&u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u');
    let mut behind = of_type[1..].iter().filter(|letter| !vowel(letter));
    let consonants = word[1..].iter().all(|letter| behind.any(|of_type| of_type == letter));
    (consonants || of_type.starts_with(word)).then_some(Phrase { tokens: name, ..street })
}

/// The street without its type, which stands behind or before the name; `None` where that leaves nothing.
pub(super) fn without_type(street: Phrase) -> Bare {
    let name = name_of(street.tokens);
    type_of(street.tokens, name).map(|of_type| (Phrase { tokens: &street.tokens[name.0..name.1], ..street }, of_type))
}

/// Where the words of a street are without its type; all of them where that would leave nothing.
#[inline(always)]
pub(super) fn name_of(street: &[Token]) -> (usize, usize) {
    let whole = (0, street.len());
    let [first, .., last] = street else { return whole };
    if first.is(Token::ROUTE) {
        whole
    } else if first.is(Token::BEFORE) {
        (1, street.len())
    } else if last.is(Token::TYPE) && !last.is(Token::ROUTE) {
        (0, street.len() - 1)
    } else if first.is(Token::TYPE) {
        (1, street.len())
    } else {
        whole
    }
}

/// The type that stands before or behind the name of a street.
#[inline(always)]
pub(super) fn type_of(street: &[Token], name: (usize, usize)) -> Option<Token> {
    if name.0 > 0 { street.first().copied() } else { street.get(name.1).copied() }
}

/// What words of the name on one side only cost, by how many of them the other side shares.
fn partial_cost(a: Phrase, b: Phrase) -> i32 {
    let bare = |street| without_type(street).map_or(street, |(bare, _)| bare);
    let (few, many) = (bare(a), bare(b));
    match few.tokens.len().cmp(&many.tokens.len()) {
        Ordering::Less => extra_cost(a, many, b),
        Ordering::Greater => extra_cost(b, few, a),
        Ordering::Equal => extra_cost(a, many, b).max(extra_cost(b, few, a)),
    }
}

/// What the words of a name that the other street has not cost; the name is that of the street `long`.
fn extra_cost(other: Phrase, name: Phrase, long: Phrase) -> i32 {
    const EMPTY: u8 = Token::DIRECTION | Token::PARTICLE | Token::NOISE;
    let is_shared = |token: &Token| other.tokens.iter().any(|of_other| of_other.hash == token.hash);
    let (mut shared, mut extra, mut told_apart, mut last_is_extra) = (0, 0, false, false);
    // `CALLE HIDALGO, COL. CENTRO`: behind a comma stand a quarter or a building, no words of the name.
    let of_name = (1..name.tokens.len()).find(|&at| name.begins_part(at)).unwrap_or(name.tokens.len());
    if name.tokens[of_name..].iter().any(|token| !is_shared(token)) && name.tokens[..of_name].iter().all(is_shared) {
        return points::STREET_ADDED;
    }
    for token in name.tokens.iter().filter(|token| !token.is(EMPTY)) {
        let word = name.address.spelling(*token);
        // `FM 1960 ROAD`, `VESTERGADE ST TH`: types and what is as short are no names, nor is a word that was damaged.
        if !is_shared(token) && (token.is(Token::PRIMARY) || word.len() <= 2 || word.contains(&b'?')) {
            continue;
        }
        last_is_extra = !is_shared(token);
        if !last_is_extra {
            shared += 1;
        } else if !is_title(word) {
            extra += 1;
            told_apart |= tells_apart(word);
        }
    }
    // `Rue Hugo`: a given name may be left out before the surname where the type stands first.
    let given_name = extra == 1 && !last_is_extra && long.tokens.first().is_some_and(|first| first.is(Token::BEFORE));
    match (shared, extra) {
        (_, 0) => points::STREET_TITLE,
        (shared, extra) if !told_apart && (shared > extra || given_name) => points::STREET_PARTIAL,
        (shared, extra) if shared > extra => points::STREET_TOLD_APART,
        _ => points::STREET_PART,
    }
}

/// Words of rank beside a name, which are often left out.
fn is_title(word: &[u8]) -> bool {
    const TITLES: [&[u8]; 16] = [
        b"jr",
        b"sr",
        b"dr",
        b"doctor",
        b"general",
        b"gen",
        b"president",
        b"presidente",
        b"rev",
        b"reverend",
        b"capt",
        b"captain",
        b"col",
        b"colonel",
        b"prof",
        b"professor",
    ];
    TITLES.contains(&word)
}

/// Words that tell one street from another of the same name.
fn tells_apart(word: &[u8]) -> bool {
    const WORDS: [&[u8]; 20] = [
        b"old", b"new", b"little", b"great", b"upper", b"lower", b"north", b"south", b"east", b"west", b"inner",
        b"outer", b"alte", b"neue", b"kleine", b"grosse", b"higashi", b"nishi", b"minami", b"kita",
    ];
    WORDS.contains(&word)
}

fn name_cost(likeness: Likeness) -> Option<(i32, Option<Evidence>)> {
    Some(match likeness {
        Likeness::Same | Likeness::Absent => (0, None),
        Likeness::Variant => (points::STREET_VARIANT, Some(Evidence::AddressStreetVariant)),
        Likeness::Typo(_, weighed) => (
            points::STREET_TYPO + points::STREET_TYPO_MORE * (i32::from(weighed) - 1),
            Some(Evidence::AddressStreetTypo),
        ),
        Likeness::Shortened => (points::STREET_SHORTENED, Some(Evidence::AddressStreetShortened)),
        Likeness::Begins => (points::STREET_BEGINS, Some(Evidence::AddressStreetShortened)),
        Likeness::Truncated => (points::STREET_TRUNCATED, Some(Evidence::AddressStreetTruncated)),
        Likeness::Initials => (points::STREET_INITIALS, Some(Evidence::AddressStreetInitials)),
        Likeness::Partial => (points::STREET_PARTIAL, Some(Evidence::AddressStreetPartial)),
        Likeness::Missing | Likeness::Different => return None,
    })
}
