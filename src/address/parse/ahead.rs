//! Lines that begin with their place: `79102 FREIBURG, GARTENWEG 7`, `FREMANTLE WA 6160 8 WATTLE ST`, `TOKYO CHIYODA-KU
//! OTEMACHI 1-7-2`.
//!
//! Without a comma such a line does not say where its city ends. It is read once more, with the place behind the street, for each
//! of the few ends; beside the other side the better reading counts.

use super::countries;
use super::read::{Ends, prefix_country};
use crate::Country;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED, ROUTE};
use crate::address::postcode::{self, Pattern, Postcode, is_outward};
use crate::tables::address::{self as tables, Word};
use smallvec::SmallVec;

/// Words of a city that stands first. Longer ones are too rare to read a line for.
const LONGEST_CITY: usize = 4;
/// Lines in the usual order that are made of one: the city has one word, two or three, or all before a number.
const MOST: usize = 4;
/// So many of them, the likeliest, are also read as they read in each country that they may lie in.
pub(super) const IN_EACH_COUNTRY: usize = 2;

/// A line in the usual order.
pub(super) struct Line {
    pub(super) lexer: Lexer,
    /// The postcode that was moved; a reading that takes these digits for anything else is none.
    code: SmallVec<[u8; 10]>,
}

impl Line {
    /// Whether a reading has the postcode that was moved; of an Argentine one its digits.
    pub(super) fn is_read_with(&self, postcode: &Postcode) -> bool {
        let read = postcode.as_bytes();
        match self.code.as_slice() {
            [] => true,
            [_, digits @ .., _, _, _] if digits.len() == 4 && digits == read => true,
            code => code == read,
        }
    }
}

/// The lines in the usual order; most often none, which takes no room.
pub(super) type Turned = Vec<Line>;

/// A postcode in front of the street.
struct Ahead {
    from: usize,
    to: usize,
    /// Its country writes it behind the city.
    behind_city: bool,
}

/// The lines in the usual order that a line may stand for; none for nearly all. The country is the one that it names.
pub(super) fn turned(ends: &Ends) -> (Turned, Option<Country>) {
    let mut lines = Turned::new();
    let lexemes = ends.lexer.lexemes.as_slice();
    let mut named = ends.country.filter(|_| ends.named_by.is_some());
    // A text of which not all is read is no line of an address that could be turned.
    let whole = lexemes.len() > 3 && !ends.lexer.cut;
    let Some(first) = lexemes.first().filter(|_| whole) else { return (lines, named) };
    // The country may stand in front of all, or behind all.
    let mut start = 0;
    if first.is_word() && (lexemes[1].is(DIGITS) && lexemes[1].len > 2) {
        let code = ends.lexer.code(first);
        let written =
            || core::str::from_utf8(code).ok().filter(|_| lexemes[1].gap == Gap::Hyphen).and_then(Country::new);
        let prefix = prefix_country(code).or_else(|| written().filter(|country| tables::is_country(country.code())));
        let country = prefix.or_else(|| tables::country(ends.lexer.place(0, 1)).and_then(Country::new));
        if country.is_some() {
            (start, named) = (1, country);
        }
    }
    let end =
        ends.named_by.filter(|&end| end == lexemes.len()).map_or(lexemes.len(), |end| countries::name_start(ends, end));
    if let Some(words) = japanese_city(&ends.lexer, start, end) {
        lines.push(Line { lexer: japanese(&ends.lexer, start, words, end), code: SmallVec::new() });
        return (lines, named);
    }
    // `SINGAPORE 120340 340 CLEMENTI AVE 5` names its city.
    let ahead = postcode_ahead(ends, start, end).or_else(|| {
        start = 0;
        postcode_ahead(ends, start, end)
    });
    let Some(code) = ahead else {
        if let Some(comma) = city_ahead(&ends.lexer, end) {
            let mut line = with(&ends.lexer, &[&lexemes[comma..end], &lexemes[..comma]]);
            let to = line.lexemes.len() - comma;
            line.lexemes[to].gap = Gap::Comma;
            // `SZEGED, KOSSUTH U 8 6722`: the postcode stays behind all.
            let tail = lexemes[comma..end].iter().rev().take_while(|lexeme| is_long(lexeme)).count();
            line.lexemes[to - tail..].rotate_left(tail);
            lines.push(Line { lexer: line, code: SmallVec::new() });
        }
        return (lines, named);
    };
    let rest = &lexemes[code.to..end];
    let letters: SmallVec<[u8; 10]> =
        lexemes[code.from..code.to].iter().flat_map(|lexeme| ends.lexer.code(lexeme)).copied().collect();
    let (digits, head) = (&lexemes[code.from..code.to], &lexemes[start..code.from]);
    if !head.is_empty() {
        lines.push(Line { lexer: placed(&ends.lexer, rest, &[head, digits]), code: letters });
        return (lines, named);
    }
    for words in city_ends(&ends.lexer, rest) {
        let (city, street) = rest.split_at(words);
        if city.iter().any(|word| word.is(Word::PRIMARY)) {
            continue;
        }
        let place = if code.behind_city { [city, digits] } else { [digits, city] };
        lines.push(Line { lexer: placed(&ends.lexer, street, &place), code: letters.clone() });
    }
    (lines, named)
}

/// The lexemes of the parts one behind the other.
fn with(lexer: &Lexer, parts: &[&[Lexeme]]) -> Lexer {
    let mut line = Lexer { buffer: lexer.buffer.clone(), cut: lexer.cut, damaged: lexer.damaged, ..Lexer::default() };
    for part in parts {
        line.lexemes.extend_from_slice(part);
    }
    line
}

/// A street and behind it the parts of its place.
fn placed(lexer: &Lexer, street: &[Lexeme], place: &[&[Lexeme]; 2]) -> Lexer {
    let mut line = with(lexer, &[street, place[0], place[1]]);
    let (first, second) = (street.len(), street.len() + place[0].len());
    line.lexemes[0].gap = Gap::Blank;
    line.lexemes[first].gap = Gap::Comma;
    line.lexemes[second].gap = Gap::Blank;
    line
}

/// The postcode at a place, and a street with its number behind it; the only one of the line.
fn postcode_ahead(ends: &Ends, start: usize, end: usize) -> Option<Ahead> {
    let lexemes = &ends.lexer.lexemes[..end];
    let words = lexemes[start..].iter().take_while(|lexeme| lexeme.is_word()).count();
    // Behind a city, which is no street: `FREIBURG 79102 GARTENWEG 7`.
    let city = &lexemes[start..start + words];
    let name = &city[..city.len() - usize::from(state_before_zip(&ends.lexer, start, start + words))];
    let street = name.iter().any(|word| word.is(Word::PRIMARY | Word::BEFORE | Word::AFTER | Word::UNIT));
    if words > LONGEST_CITY || street {
        return None;
    }
    let (width, behind_city) = postcode_width(&ends.lexer, start + words, end).or_else(|| {
        // `BS6` and `M4S` are a word where letters stand first.
        (words == 0).then(|| postcode_width(&ends.lexer, start, end)).flatten()
    })?;
    let (from, to) = (start + words, start + words + width);
    let rest = &lexemes[to..];
    let code = || lexemes[from..to].iter().flat_map(|lexeme| ends.lexer.code(lexeme)).copied();
    // `BUDAPEST ANDRASSY UT 14` is no line that ends inside a ZIP code of Utah.
    let whole = ends.postcode.as_bytes().len() > 3;
    if whole && !code().eq(ends.postcode.as_bytes().iter().copied()) {
        return None;
    }
    let number = (0..rest.len()).any(|at| is_house_number(&ends.lexer, rest, at) && (at > 0 || words > 0));
    let named = rest.iter().filter(|lexeme| lexeme.is_word()).count() > usize::from(words == 0);
    // Behind the postcode stands the city.
    let begins = words > 0 || rest.first().is_some_and(Lexeme::is_word);
    (number && named && begins).then_some(Ahead { from, to, behind_city })
}

/// Whether the word before a place is the code of a state behind its city and before its own ZIP code, whole or cut: in `CODY WY
/// 8241 16 OAK DR` it is no Way, in `CANTON CT 0601 16 OAK DR` no Court.
fn state_before_zip(lexer: &Lexer, start: usize, at: usize) -> bool {
    let Some([.., state, zip]) = lexer.lexemes.get(start..=at).filter(|words| words.len() > 2) else { return false };
    let code = lexer.code(state);
    if !zip.is(DIGITS) || !(4..=5).contains(&zip.len) || code.len() != 2 {
        return false;
    }
    let of_zip = postcode::zip_prefix(lexer.bytes(zip)).and_then(tables::zip_region);
    of_zip.is_some() && of_zip == tables::region_of("US", code)
}

/// How many lexemes the postcode has that begins at a place, and whether its country writes it behind the city.
fn postcode_width(lexer: &Lexer, at: usize, end: usize) -> Option<(usize, bool)> {
    let first =
        lexer.lexemes[..end].get(at).filter(|first| first.is(DIGITS | MIXED) && !first.is(Word::ORDINAL | ROUTE))?;
    let head = Pattern::of(lexer.code(first));
    if let Some(second) = lexer.lexemes[..end].get(at + 1).filter(|second| second.gap < Gap::Slash) {
        let hyphen = second.gap == Gap::Hyphen;
        match (head.as_slice(), Pattern::of(lexer.code(second)).as_slice()) {
            (b"ldl", b"dld") => return Some((2, true)),
            (head, b"dll") if is_outward(head) => return Some((2, true)),
            (b"dddd", b"ll") | (b"ddd", b"dd") => return Some((2, false)),
            (b"dd" | b"dddd" | b"ddddd", b"ddd") | (b"ddd", b"dddd") if hyphen => return Some((2, false)),
            (b"ddd", b"ddd") => return Some((2, true)),
            _ => {}
        }
        if hyphen {
            return None;
        }
    }
    match head.as_slice() {
        b"dddd" | b"ddddd" | b"ddddll" | b"ddddddd" | b"dddddddd" => Some((1, false)),
        b"lddddlll" => Some((1, false)),
        b"dddddd" | b"ldldld" => Some((1, true)),
        [outward @ .., b'd', b'l', b'l'] if is_outward(outward) => Some((1, true)),
        _ => None,
    }
}

/// Whether the number at a place can be that of a house: no ordinal, no route, no unit.
fn is_house_number(lexer: &Lexer, words: &[Lexeme], at: usize) -> bool {
    let (number, before) = (&words[at], at.checked_sub(1).map(|before| &words[before]));
    number.is(DIGITS | MIXED)
        && !number.is(Word::ORDINAL | ROUTE)
        && lexer.bytes(number).first().is_some_and(u8::is_ascii_digit)
        && before.is_none_or(|before| before.unit.is_none() || before.is(Word::PRIMARY))
}

/// Digits that are too many for a house.
fn is_long(lexeme: &Lexeme) -> bool {
    lexeme.is(DIGITS) && lexeme.len > 3
}

/// Where the city can end that stands before its street, in words: at a comma; before a number that has a name behind it; before
/// a type that stands first; else behind the first, the second, the third.
fn city_ends(lexer: &Lexer, rest: &[Lexeme]) -> SmallVec<[usize; MOST]> {
    let mut found = SmallVec::new();
    let Some(number) = (1..rest.len()).find(|&at| is_house_number(lexer, rest, at)) else { return found };
    let mut add = |words: usize| {
        if found.len() < MOST && !found.contains(&words) && words > 0 {
            found.push(words);
        }
    };
    let commas = (1..=number.min(LONGEST_CITY)).filter(|&at| rest[at].gap >= Gap::Comma);
    let commas: SmallVec<[usize; 4]> = commas.collect();
    if !commas.is_empty() {
        commas.iter().for_each(|&comma| add(comma));
        return found;
    }
    let name_behind = rest.get(number + 1).is_some_and(|next| next.is_word() && next.unit.is_none() && next.len > 1);
    if name_behind && number <= LONGEST_CITY {
        add(number);
    }
    // `FRANKFURTER ALLEE 7` ends in its type.
    if let Some(typed) = (1..number - 1).find(|&at| rest[at].is(Word::BEFORE)) {
        add(typed);
        return found;
    }
    let last = &rest[number - 1];
    // A type of its own has a name before it; one that is glued to its name stands alone.
    let typed = last.is(Word::PRIMARY | Word::AFTER) && last.len <= LONGEST_TYPE;
    let most = number.saturating_sub(if typed { 2 } else { 1 });
    if last.is(Word::AFTER) && !typed {
        add(most);
    }
    (1..=most.min(3)).for_each(&mut add);
    found
}

/// Letters of `strasse`, `avenue`: a longer word has its type at its end.
const LONGEST_TYPE: u8 = 7;

/// `FREIBURG, GARTENWEG 7, 79102`: words and a comma stand before a street that ends in its number, and no city behind it.
fn city_ahead(lexer: &Lexer, end: usize) -> Option<usize> {
    let lexemes = &lexer.lexemes[..end];
    let comma = (1..end.min(LONGEST_CITY + 1)).find(|&at| lexemes[at].gap == Gap::Comma)?;
    let tail = lexemes.iter().rev().take_while(|lexeme| is_long(lexeme)).count().min(1);
    let to = end.checked_sub(tail).filter(|&to| to > comma + 1)?;
    let plain = |word: &Lexeme| word.is_word() && !word.is(Word::PRIMARY | Word::BEFORE | Word::AFTER | Word::UNIT);
    let street = lexemes[comma].is_word() && lexemes[comma].unit.is_none();
    (lexemes[..comma].iter().all(plain)
        && street
        && is_house_number(lexer, lexemes, to - 1)
        && !is_long(&lexemes[to - 1]))
    .then_some(comma)
}

/// Where the city of a Japanese line ends that begins with its prefecture, perhaps behind a postcode: `100-0004 TOKYO CHIYODA-KU`.
fn japanese_city(lexer: &Lexer, start: usize, end: usize) -> Option<usize> {
    let lexemes = &lexer.lexemes[..end];
    let from = prefecture(lexer, start, end)?;
    let city = (from + 1..end.min(from + 1 + LONGEST_CITY)).take_while(|&at| lexemes[at].is_word()).find(|&at| {
        lexemes[at].gap <= Gap::Hyphen && matches!(lexer.code(&lexemes[at]), b"ku" | b"shi" | b"gun" | b"city")
    })?;
    // The ward behind the city of a prefecture: `OSAKA-FU OSAKA-SHI KITA-KU`.
    let ward = (city + 2 < end && lexer.code(&lexemes[city + 2]) == b"ku").then_some(city + 2);
    let to = ward.unwrap_or(city) + 1;
    (to + 1 < end && lexemes[to].is_word() && lexemes[to..].iter().any(|lexeme| lexeme.is(DIGITS))).then_some(to)
}

/// Where a prefecture of Japan begins, at the front or behind a postcode.
fn prefecture(lexer: &Lexer, start: usize, end: usize) -> Option<usize> {
    let lexemes = &lexer.lexemes[..end];
    let digits = lexemes[start..].iter().take(2).take_while(|lexeme| lexeme.is(DIGITS)).count();
    let at = start + digits;
    let name = lexemes.get(at).filter(|name| name.is_word())?;
    tables::region_of("JP", lexer.bytes(name)).map(|_| at)
}

/// A Japanese line in the order of English: street, city, prefecture, postcode.
fn japanese(lexer: &Lexer, start: usize, city_to: usize, end: usize) -> Lexer {
    let lexemes = &lexer.lexemes;
    let at = prefecture(lexer, start, end).unwrap_or(start);
    let suffix = lexemes[at + 1].gap == Gap::Hyphen && matches!(lexer.code(&lexemes[at + 1]), b"to" | b"fu" | b"ken");
    let city = at + 1 + usize::from(suffix);
    // A postcode behind the house number.
    let hyphen = lexemes[end - 1].gap == Gap::Hyphen && lexemes[end - 1].len == 4 && lexemes[end - 2].len == 3;
    let tail = if hyphen { 2 } else { usize::from(lexemes[end - 1].is(DIGITS) && lexemes[end - 1].len == 7) };
    let street = &lexemes[city_to..end - tail];
    let code = if at > start { &lexemes[start..at] } else { &lexemes[end - tail..end] };
    let mut line = with(lexer, &[street, &lexemes[city..city_to], &lexemes[at..=at], code]);
    let city_at = street.len();
    let prefecture_at = city_at + (city_to - city);
    line.lexemes[0].gap = Gap::Blank;
    line.lexemes[city_at].gap = Gap::Comma;
    line.lexemes[prefecture_at].gap = Gap::Comma;
    if let Some(code) = line.lexemes.get_mut(prefecture_at + 1) {
        code.gap = Gap::Blank;
    }
    line
}
