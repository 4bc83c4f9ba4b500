//! Whether two cities whose names share words or letters are two towns, Hartford and West Hartford, and whether one street is in
//! two parts of one city.

use super::nearness::Nearness;
use super::phrase::{Likeness, Phrase};
use crate::Country;
use crate::address::postcode::{Pattern, is_outward};
use crate::address::splits::Split;
use crate::address::{Address, CERTAIN, DIRECTED_TOWN, TOWN, TOWN_WORDS, Token};
use crate::calibration::{WHOLE, address as points};
use crate::evidence::{Evidence, Reasons};

/// A side in one of its readings.
type Side<'a> = (&'a Address, &'a Split);

/// Whether the cities are two towns, although they share words or letters; the postcodes differ, or one is missing.
pub(super) fn are_other_towns(a: Side, b: Side, city: Likeness, postcode: Nearness) -> bool {
    if city >= Likeness::Absent {
        return false;
    }
    let (known_a, known_b) = (known(a), known(b));
    // With a postcode on each side, and they differ, a name says enough that no table has. `DAYTONA` is no town of its own.
    let elsewhere = city == Likeness::Partial && matches!(postcode, Nearness::Slip | Nearness::Area | Nearness::Other);
    let namesake = |long: Side, short: Side, known: bool| match word_of_neighbour(long, short) {
        // `BEVERLY CA 90211`: beside a postcode next door a word was left out.
        Some(b"estates" | b"heights" | b"hills" | b"shores") => known || postcode != Nearness::Slip,
        word => word.is_some() && (known || postcode == Nearness::Other),
    };
    if elsewhere && (namesake(a, b, known_b) || namesake(b, a, known_a)) {
        return true;
    }
    if known_b && begins_earlier(a, b) || known_a && begins_earlier(b, a) {
        return true;
    }
    // `WST HAVEN`: a word before a city that is neither its own nor the street's may be a slip of what the other one has there.
    if is_behind_word(a) || is_behind_word(b) {
        return false;
    }
    match city {
        Likeness::Same => false,
        // The same letters, or a word less: `LA FAYETTE` is Lafayette, Union City is not Union.
        Likeness::Variant => known_a && known_b && letters(a) != letters(b),
        // `LINDENWOLD`, which is not in the tables, is no Linden where its postcode lies elsewhere as well.
        Likeness::Shortened | Likeness::Begins if postcode == Nearness::Other => {
            known(if letters(a) < letters(b) { a } else { b })
        }
        Likeness::Partial if known_a != known_b => has_direction(a, b) && known_b || has_direction(b, a) && known_a,
        _ => known_a && known_b,
    }
}

/// Whether a word stands between the street and a city that is no part of either.
fn is_behind_word((address, split): Side) -> bool {
    let between = split.city.0.checked_sub(1).filter(|&last| last >= address.name_to && last < 63);
    between.is_some_and(|last| !address.tokens[usize::from(last)].is(Token::TYPE | Token::DIRECTION | Token::NOISE))
}

fn words(split: &Split) -> u8 {
    split.city.1 - split.city.0
}

fn is_town(address: &Address, words: u8) -> bool {
    (1..=TOWN_WORDS).contains(&usize::from(words)) && address.flags & TOWN << (words - 1) != 0
}

/// Whether a city is a town of the tables.
fn known((address, split): Side) -> bool {
    is_town(address, words(split))
}

/// How many letters a city has.
fn letters((address, split): Side) -> usize {
    Phrase::of(address, split.city).tokens.iter().map(|token| usize::from(token.len)).sum()
}

/// Whether the last word of a street makes a town with the city behind it, and the other street has no such word:
/// `60 CENTRAL AVE W HARTFORD` beside 60 Central Ave, Hartford. Behind a comma, or in a field of its own, a city begins where it does.
fn begins_earlier((address, split): Side, (other, with): Side) -> bool {
    let from = split.city.0;
    let Some(last) = from.checked_sub(1).filter(|&last| last >= address.name_to) else { return false };
    let states = |place: u8| place < 63 && address.stated >> place & 1 != 0;
    // `PARK AVE, NORTH PLAINFIELD`: the direction is none of the street, whether or not the town is in the tables.
    let parted = || states(last) && address.tokens[usize::from(last)].is(Token::DIRECTION);
    if from >= 63 || states(from) || !is_town(address, words(split) + 1) && !parted() {
        return false;
    }
    let word = address.tokens[usize::from(last)].hash;
    !other.tokens[..usize::from(with.city.0)].iter().any(|token| token.hash == word)
}

/// Whether a city that stands behind a comma or in a field of its own is the other one with a direction before it.
fn has_direction((address, split): Side, (other, with): Side) -> bool {
    let (city, rest) = (Phrase::of(address, split.city), Phrase::of(other, with.city));
    let stated = split.city.0 < 63 && address.stated >> split.city.0 & 1 != 0;
    stated
        && city.tokens.len() == rest.tokens.len() + 1
        && city.tokens[0].is(Token::DIRECTION)
        && city.tokens[1..].iter().map(|token| token.hash).eq(rest.tokens.iter().map(|token| token.hash))
}

/// Whether a direction stands between a street and a guessed city, and the other street has none there: `12 ELM ST SOUTH HUNTINGTON`
/// beside 12 Elm St, Huntington. It is another street or another town.
fn may_begin_earlier((address, split): Side, (_, with): Side) -> bool {
    let from = split.city.0;
    let stated = from >= 63 || address.stated >> from & 1 != 0;
    split.behind != 0
        && !stated
        && address.flags & CERTAIN == 0
        && (with.before, with.behind) == (split.before, 0)
        && (address.marks & DIRECTED_TOWN != 0 || is_town(address, words(split) + 1))
        && address.tokens[usize::from(from) - 1].len == 1
}

/// Words behind the name of a town with which its neighbours are called.
const NEIGHBOURS: [&[u8]; 10] =
    [b"heights", b"hills", b"estates", b"shores", b"beach", b"park", b"gardens", b"springs", b"station", b"coast"];

/// The word behind the name of the other city where a city is called so: Berkeley Heights, Los Altos Hills.
fn word_of_neighbour<'a>((address, split): Side<'a>, (other, with): Side) -> Option<&'a [u8]> {
    let (city, rest) = (Phrase::of(address, split.city), Phrase::of(other, with.city));
    let (last, name) = city.tokens.split_last().filter(|(_, name)| !name.is_empty())?;
    // `LOS ALTOS HILLS`: a street may seem to end in the article.
    let words = |tokens| <[Token]>::iter(tokens).filter(|token| !token.is(Token::PARTICLE)).map(|token| token.hash);
    let word = address.spelling(*last);
    (words(name).eq(words(rest.tokens)) && NEIGHBOURS.contains(&word)).then_some(word)
}

/// The most that streets of one name in one city are worth, where the postcodes say that they lie in two parts of it.
pub(super) fn cap_of_parts(a: Side, b: Side, postcode: Nearness, reasons: &Reasons) -> i32 {
    if !matches!(postcode, Nearness::Slip | Nearness::Area | Nearness::Other) {
        return WHOLE;
    }
    let numbered = |(address, split): Side| {
        let street = Phrase::of(address, split.street);
        street.tokens.iter().any(|token| token.is(Token::NUMBER) && !token.is(Token::ROUTE))
    };
    let swapped = postcode == Nearness::Slip && is_swapped(a.0.postcode.as_bytes(), b.0.postcode.as_bytes());
    // `55 5TH ST` and `55 E 5TH ST` are two streets of a grid.
    if !swapped && reasons.contains(Evidence::AddressDirectionalMissing) && (numbered(a) || numbered(b)) {
        return points::DIRECTED_ELSEWHERE_CAP;
    }
    if !swapped && (may_begin_earlier(a, b) || may_begin_earlier(b, a)) {
        return points::DIRECTED_ELSEWHERE_CAP;
    }
    if are_other_districts(a.0, b.0, postcode) { points::OTHER_DISTRICT_CAP } else { WHOLE }
}

/// Whether two digits of one postcode stand in each other's place in the other one: a slip, and no other part of the city.
fn is_swapped(x: &[u8], y: &[u8]) -> bool {
    let at = (0..x.len()).find(|&at| x.get(at) != y.get(at)).unwrap_or(0);
    matches!((&x[at..], &y[at..]), ([p, q, ..], [r, s, ..]) if p == s && q == r)
}

/// Whether the postcodes of one city are those of two districts of it, where each district has streets of the same names. In the
/// United States names are given once in a city.
fn are_other_districts(a: &Address, b: &Address, postcode: Nearness) -> bool {
    let (x, y) = (a.postcode.as_bytes(), b.postcode.as_bytes());
    let any = |holds: fn(Country) -> bool| [a.country, b.country].into_iter().flatten().any(holds);
    if !any(|country| country != Country::US) {
        return false;
    }
    let british = any(|country| country.is_any_of(&["GB"]));
    let (form_x, form_y) = (Pattern::of(x), Pattern::of(y));
    // A damaged code is none of another district.
    let whole = |form: &[u8]| form.strip_suffix(b"dll").map_or(is_outward(form), is_outward);
    if !(british && whole(form_x.as_slice()) && whole(form_y.as_slice()) || form_x.as_slice() == form_y.as_slice()) {
        return false;
    }
    // The first half of a British code is that of a district.
    let outward = |code: &[u8]| if code.len() > 4 { code.len() - 3 } else { code.len() };
    let same_outward = || british && x[..outward(x)] == y[..outward(y)];
    match postcode {
        Nearness::Other => !same_outward(),
        // In Mexico City the first two digits are those of the borough.
        _ => any(|country| country.is_any_of(&["MX"])) && x.get(..2) != y.get(..2),
    }
}
