//! Where the street can end and the city begin; and building the value.

use super::city::{CityFits, town_apart};
use super::read::Ends;
use crate::address::lex::{self, Gap, Lexeme, Lexer};
use crate::address::splits::MAX_SPLITS;
use crate::address::street::{self, Street};
use crate::address::{Address, DIRECTED_TOWN, Delivery, Text, Token, Unit};
use crate::calibration::address as points;
use crate::tables::address::{self as tables, CityFit, Role, Word};
use smallvec::SmallVec;

/// Letters of a unit, of the number of a box.
const MAX_TEXT: usize = 60;

/// Builds the value from what was read; `None` when there was nothing to read.
pub(super) fn build(ends: &mut Ends) -> Option<Address> {
    let mut street = Street::default();
    street::read(ends, &mut street);
    // It is built where it is returned.
    let mut built = Some(ends.unread(street.number));
    let Some(address) = &mut built else { return built };
    let lexer = &ends.lexer;
    if !street.name.is_empty() {
        push_tokens(address, &lexer.buffer, &street.name);
    }
    address.name_to = address.tokens.len() as u8;
    let classes = push_tokens(address, &lexer.buffer, &ends.area);
    let words_to = address.tokens.len() as u8;
    if let Some(city) = &ends.city {
        push_tokens(address, &lexer.buffer, city);
    }
    address.region_from = address.tokens.len() as u8;
    if !ends.region_words.is_empty() {
        push_tokens(address, &lexer.buffer, &ends.region_words);
    }
    push_units(address, lexer, &street);
    if !street.deliveries.is_empty() {
        push_deliveries(address, lexer, &street);
    }
    address.number.spelled = push_text(address, &street.number_text);
    address.care_of = push_long_text(address, street.care_of.as_deref().unwrap_or_default());
    let american = address.country.is_none_or(|country| country == crate::Country::US);
    set_place(address, if american { ends.zip_region() } else { 0 });
    set_flags(address, ends, &street);
    let nothing = address.tokens.is_empty() && address.postcode.is_empty() && address.region == 0;
    if nothing
        && !address.number.is_some()
        && address.delivery.is_none()
        && address.units.is_empty()
        && address.country.is_none()
    {
        built = None;
        return built;
    }
    // Not before the first word: there a comma parts the street from what was taken out.
    for (at, word) in ends.area.iter().enumerate() {
        if word.gap >= Gap::Comma && at > 0 {
            address.stated |= 1 << (usize::from(address.name_to) + at).min(63);
        }
    }
    find_ends(address, &ends.area, classes, ends.city.as_ref().map(|_| words_to));
    // An urbanización is no street.
    let urbanization = address.tokens.first().is_some_and(|first| address.spelling(*first) == b"urb");
    if address.name_to > 0 && !urbanization {
        // `BROADWAY 12 NEW YORK`: what stands before the number may be the street.
        address.push_named_split();
    }
    address.keep_names();
    built
}

/// What follows from region and postcode.
#[inline(always)]
pub(super) fn set_place(address: &mut Address, zip_region: u16) {
    address.zip_region = zip_region;
    if [*b"dc", *b"ut"].map(tables::us_state).contains(&Some(address.region)) {
        address.flags |= crate::address::GRID;
    }
}

/// Where the street of some words can end, or where it does; `classes` are those of all words.
pub(super) fn find_ends(address: &mut Address, words: &[Lexeme], classes: u16, end: Option<u8>) {
    match end {
        Some(end) => {
            address.push_split(end);
            address.flags |= crate::address::CERTAIN;
            address.stated |= 1 << end.min(63);
            address.flags |= town_apart(address, end);
        }
        None => {
            let (premises, delivered) = (address.number.is_some(), address.delivery.is_some());
            let open = address.flags & crate::address::OPEN_END != 0;
            let (fits, from) = (CityFits::of(address), usize::from(address.name_to));
            candidates(address, Line { words, classes, fits, from, premises, delivered, open });
        }
    }
}

/// Adds words, which are spelled in a buffer; the classes of all of them.
#[inline(always)]
pub(super) fn push_tokens(address: &mut Address, buffer: &[u8], lexemes: &[Lexeme]) -> u16 {
    let (mut all, mut common) = (0, 0);
    let first = address.tokens.len();
    for (at, lexeme) in lexemes.iter().enumerate() {
        all |= lexeme.classes;
        if lexeme.may(Role::NAME) && first + at < 32 {
            common |= 1 << (first + at);
        }
        let mut classes = 0;
        // Most words are only names.
        if lexeme.classes != 0 {
            // `KONINGIN EMMASTRAAT`: a word that ends in a type is no type behind another one.
            let compound = at > 0 && lexeme.is(Word::AFTER) && !lexeme.may(Role::WORD);
            classes = token_classes(lexeme) & !if compound { Token::TYPE } else { 0 };
        }
        let (hash, letters) = lexeme.hash_and_letters(buffer);
        address.tokens.push(Token { hash, letters, start: lexeme.start, len: lexeme.len, classes });
    }
    address.common |= common;
    if all & lex::ALIAS != 0 {
        address.flags |= crate::address::ALIAS;
    }
    all
}

/// What a lexeme can be, in the classes of a token: those of the same bits, and what others add to them.
fn token_classes(lexeme: &Lexeme) -> u8 {
    const _: () = assert!(
        Word::SUFFIX == Token::TYPE as u16
            && Word::BEFORE == Token::BEFORE as u16
            && Word::DIRECTIONAL == Token::DIRECTION as u16
            && Word::PARTICLE == Token::PARTICLE as u16
            && Word::NOISE == Token::NOISE as u16
            && Word::PRIMARY == Token::PRIMARY as u16
    );
    let added = |from: u16, to: u8| if lexeme.is(from) { to } else { 0 };
    lexeme.classes as u8 | added(Word::BEFORE | Word::AFTER, Token::TYPE) | added(lex::MIXED, Token::NUMBER)
}

fn push_text(address: &mut Address, text: &[u8]) -> Text {
    push_long_text(address, &text[..text.len().min(MAX_TEXT)])
}

/// At most 255 letters.
fn push_long_text(address: &mut Address, text: &[u8]) -> Text {
    let start = (address.text.len() as u16).to_le_bytes();
    if text.is_empty() {
        return Text { start, len: 0 };
    }
    let text = &text[..text.len().min(usize::from(u8::MAX))];
    lex::append(&mut address.text, text);
    Text { start, len: text.len() as u8 }
}

/// Identifiers are written without leading zeros, and with hyphens only between two numbers: 1-12 is not 11-2; units of one
/// address are sorted, so that their order says nothing.
fn push_units(address: &mut Address, lexer: &Lexer, street: &Street) {
    for unit in &street.units {
        let mut joined: SmallVec<[u8; 16]> = SmallVec::new();
        let identifier = match unit.identifier.as_slice() {
            [whole] => lexer.bytes(whole),
            lexemes => {
                join_identifier(&mut joined, lexer, lexemes);
                joined.as_slice()
            }
        };
        let identifier: &[u8] = match identifier {
            b"ii" => b"2",
            b"iii" => b"3",
            b"iv" => b"4",
            b"vi" => b"6",
            other => other,
        };
        let mut text = without_leading_zeros(identifier);
        if text.is_empty() {
            // A unit without an identifier is named by its designator: rear, basement.
            text = unit.designator.text().as_bytes();
        }
        if text.len() > MAX_TEXT {
            address.flags |= crate::address::CUT;
        }
        let identifier = push_text(address, text);
        address.units.push(Unit { kind: unit.kind, designator: unit.designator, identifier });
    }
    if address.units.len() < 2 {
        return;
    }
    let mut units = core::mem::take(&mut address.units);
    units.sort_by(|a, b| (a.kind as u8, address.identifier(a)).cmp(&(b.kind as u8, address.identifier(b))));
    units.dedup_by(|a, b| a.kind == b.kind && address.identifier(a) == address.identifier(b));
    address.units = units;
}

/// Writes an identifier of several lexemes.
fn join_identifier(identifier: &mut SmallVec<[u8; 16]>, lexer: &Lexer, lexemes: &[Lexeme]) {
    for lexeme in lexemes {
        let text = lexer.bytes(lexeme);
        let side = if identifier.is_empty() { None } else { crate::address::street::secondary::side(text) };
        let text = side.map_or(text, str::as_bytes);
        if identifier.last().is_some_and(u8::is_ascii_digit) && text.first().is_some_and(u8::is_ascii_digit) {
            identifier.push(b'-');
        }
        identifier.extend_from_slice(text);
    }
}

fn without_leading_zeros(text: &[u8]) -> &[u8] {
    &text[leading_zeros(text)..]
}

/// The zeros that say nothing at the front of a number.
pub(super) fn leading_zeros(text: &[u8]) -> usize {
    let zeros = text.iter().take_while(|&&byte| byte == b'0').count();
    zeros.min(text.len().saturating_sub(1))
}

fn push_deliveries(address: &mut Address, lexer: &Lexer, street: &Street) {
    let mut push = |found: &street::Delivery| {
        let text = |lexeme: Option<Lexeme>| {
            lexeme.map_or(SmallVec::<[u8; 16]>::new(), |lexeme| {
                SmallVec::from_slice(without_leading_zeros(lexer.bytes(&lexeme)))
            })
        };
        let route = push_text(address, &text(found.route));
        let number = push_text(address, &text(found.number));
        Delivery { kind: found.kind, route, number }
    };
    let mut found = street.deliveries.iter().map(&mut push);
    let (first, second) = (found.next(), found.next());
    address.delivery = first;
    if let (Some(first), Some(second)) = (first, second) {
        // A box that is written twice is one.
        if !address.has_same_box(&first, address, &second) {
            address.more.get_or_insert_default().second_delivery = Some(second);
        }
    }
}

fn set_flags(address: &mut Address, ends: &Ends, street: &Street) {
    for (holds, flag) in [
        (ends.lexer.cut || address.tokens.len() > 250, crate::address::CUT),
        (ends.lexer.damaged, crate::address::DAMAGED),
        (street.care_of.is_some(), crate::address::CARE_OF),
        (address.care_of.len == u8::MAX, crate::address::CUT),
        (street.has_alias, crate::address::STREET_ALIAS),
        (ends.swapped, crate::address::SWAPPED),
        (street.is_building_flat, crate::address::BUILDING_FLAT),
        (address.postcode.is_empty() && address.region == 0 && ends.city.is_none(), crate::address::OPEN_END),
    ] {
        if holds {
            address.flags |= flag;
        }
    }
}

/// The candidate splits of words that hold both street and city, the likeliest first.
#[inline(always)]
pub(super) fn candidates(address: &mut Address, line: Line) {
    let Line { words, classes, from, .. } = line;
    address.flags |= line.fits.towns;
    let directed = classes & Word::DIRECTIONAL != 0;
    if directed && line.has_directed_town(address) {
        address.marks |= DIRECTED_TOWN;
    }
    // Words with a street type hold a street.
    let typed = || classes & Word::PRIMARY != 0 && words.iter().skip(1).any(|word| word.is(Word::PRIMARY));
    let mut ranked = Ranked { places: [0; MAX_SPLITS], count: 0 };
    // So there is behind a house number.
    if words.is_empty() || !(line.premises && from == 0 || typed()) {
        ranked.add(line.prior_of_none(), 0);
    }
    let mut rest = words;
    while let [before, behind @ ..] = rest {
        rest = behind;
        let next = behind.first();
        // A street does not end before its own type; `ST PASS CHRISTIAN` may, as a type stands before as well.
        let starts_with_type = next.is_some_and(|next| next.is(Word::PRIMARY) && next.gap < Gap::Comma);
        // `CRA 7 | BIS`, `ZHONGXIAO ROAD | LANE 6`: no town begins with what numbers a street.
        let numbers_street = next.is_some_and(|next| {
            let spelling = |further: usize| {
                let token = address.tokens.get(from + words.len() - behind.len() + further);
                token.map_or(&[][..], |token| address.spelling(*token))
            };
            let part = || matches!(spelling(0), b"lane" | b"alley" | b"section");
            let told = || before.is(lex::ROUTE) || before.is(Word::PRIMARY | Word::SUFFIX) && part();
            next.is(lex::ROUTE) && next.gap < Gap::Comma && if next.is_word() { told() } else { spelling(1) == b"gil" }
        });
        if (!starts_with_type || before.is(Word::PRIMARY)) && !numbers_street {
            ranked.add(line.prior(address, before, next, behind.len()), words.len() - behind.len());
        }
    }
    let (best, next) = (ranked.likelihood(0), ranked.likelihood(1).unwrap_or(-100));
    address.margin = best.map_or(100, |best| (best - next).clamp(0, 100) as u8);
    // Without a directional the end is all there is to be held.
    if directed {
        ranked.all().for_each(|place| address.push_split((from + place) as u8));
    } else {
        address.push_plain_splits(ranked.all().map(|place| (from + place) as u8));
    }
}

/// Places with their likelihood, the likeliest first; of two equal ones the earlier end of the street, the longer city. Only as
/// many as are kept.
struct Ranked {
    /// The upper half orders by likelihood, the lower by the place, the last one lowest.
    places: [i32; MAX_SPLITS],
    count: usize,
}

impl Ranked {
    /// More places than a line has.
    const PLACES: i32 = 1 << 12;

    #[inline(always)]
    fn add(&mut self, likelihood: i32, place: usize) {
        let ranked = likelihood * Self::PLACES + (Self::PLACES - 1 - place as i32);
        let mut at = self.count;
        if at < MAX_SPLITS {
            self.count += 1;
        } else if self.places[MAX_SPLITS - 1] < ranked {
            at -= 1;
        } else {
            return;
        }
        while at > 0 && self.places[at - 1] < ranked {
            self.places[at] = self.places[at - 1];
            at -= 1;
        }
        self.places[at] = ranked;
    }

    fn likelihood(&self, at: usize) -> Option<i32> {
        self.places[..self.count].get(at).map(|ranked| ranked.div_euclid(Self::PLACES))
    }

    /// The places, the likeliest first.
    fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.places[..self.count].iter().map(|ranked| (Self::PLACES - 1 - ranked.rem_euclid(Self::PLACES)) as usize)
    }
}

/// The words of a street and its city, and what is known beside them.
pub(super) struct Line<'a> {
    pub(super) words: &'a [Lexeme],
    /// Those of all words.
    pub(super) classes: u16,
    pub(super) fits: CityFits,
    /// The words among the tokens begin here.
    pub(super) from: usize,
    /// A house number is known.
    pub(super) premises: bool,
    /// A box or route is known.
    pub(super) delivered: bool,
    /// Nothing stands behind the words.
    pub(super) open: bool,
}

impl Line<'_> {
    /// How likely there is no street.
    #[inline(always)]
    fn prior_of_none(&self) -> i32 {
        use points::split as weights;
        let typed = self.classes & (Word::PRIMARY | Word::AFTER | Word::BEFORE) != 0;
        if self.delivered && !self.premises {
            weights::GAP
        } else if self.premises || typed {
            -weights::NO_STREET
        } else {
            weights::NO_CITY
        }
    }

    /// Whether a direction behind the type of a street may be that of a town.
    fn has_directed_town(&self, address: &Address) -> bool {
        let words = self.words;
        let town =
            |at: usize| words[at].is(Word::SPELLED) || tables::is_directional_city(&city_key(address, self.from + at));
        let behind_type = |at: usize| words[at].is(Word::DIRECTIONAL) && words[at - 1].is(Word::SUFFIX);
        (2..words.len()).any(|at| behind_type(at) && town(at))
    }

    /// How likely the street ends behind `last`, before `next`, with which a city of so many words begins.
    #[inline(always)]
    fn prior(&self, address: &Address, last: &Lexeme, next: Option<&Lexeme>, city: usize) -> i32 {
        use points::split as weights;
        let mut prior = 0;
        match next {
            Some(next) if next.gap >= Gap::Comma => {
                prior += if next.gap == Gap::Taken { weights::GAP } else { weights::COMMA };
            }
            Some(next) if next.is(Word::PRIMARY) => prior -= weights::SPLIT_TYPE,
            Some(_) => {}
            None => {
                prior -= if self.premises || !self.delivered && self.classes & Word::PRIMARY != 0 {
                    weights::NO_CITY
                } else {
                    weights::NO_CITY * 2
                };
                if self.open {
                    prior += weights::NO_CITY / 2;
                }
            }
        }
        prior += match self.fits.of_last(city) {
            CityFit::Zip => weights::CITY_OF_ZIP,
            CityFit::State => weights::CITY_OF_STATE,
            CityFit::Unknown => 0,
        };
        // Cities have one or two words, sometimes three.
        if city > 3 {
            prior -= weights::LONG_CITY * (city as i32 - 3);
        }
        // Most words are only names.
        const TOLD: u16 =
            Word::PRIMARY | Word::SUFFIX | Word::AFTER | Word::BEFORE | Word::DIRECTIONAL | Word::PARTICLE | lex::ROUTE;
        if last.is(TOLD) { prior + self.prior_behind(address, last, city) } else { prior }
    }

    /// What the word behind which the street ends says by its classes.
    #[inline(always)]
    fn prior_behind(&self, address: &Address, last: &Lexeme, city: usize) -> i32 {
        use points::split as weights;
        let Line { words, classes, fits, from, .. } = self;
        let (mut prior, place) = (0, words.len() - city);
        let named = place >= 2 || *from > 0;
        if last.is(Word::PRIMARY) {
            prior += if named { weights::TYPE } else { weights::TYPE / 4 };
        } else if last.is(Word::SUFFIX) {
            prior += if place >= 2 { weights::WEAK_TYPE } else { 0 };
        } else if last.is(Word::AFTER) {
            prior += weights::WEAK_TYPE;
        }
        if last.is(Word::DIRECTIONAL) && place >= 2 && words[place - 2].is(Word::SUFFIX | lex::ROUTE) {
            // Where the city without the directional is known, the list of those with one says nothing about this place.
            let directional = match (fits.of_last(city + 1), fits.of_last(city)) {
                (CityFit::Zip, _) => true,
                (with, without) if with != without => with == CityFit::State && without == CityFit::Unknown,
                _ => {
                    let key = city_key(address, from + place - 1);
                    tables::is_directional_city(&key)
                }
            };
            prior += if directional {
                -weights::TYPE
            } else if last.is(Word::SPELLED) && !words[place - 2].is(lex::ROUTE) {
                weights::TYPE - weights::SPELLED
            } else {
                weights::TYPE + 2
            };
        }
        // `RUE PRINCIPALE O GATINEAU`
        let typed_before =
            || classes & Word::BEFORE != 0 && words[..place - 1].iter().any(|word| word.is(Word::BEFORE));
        if place >= 3 && last.is(Word::DIRECTIONAL) && !last.is(Word::SPELLED) && typed_before() {
            prior += weights::WEAK_TYPE;
        }
        if last.is(lex::ROUTE) && last.is(lex::DIGITS) {
            prior += weights::TYPE;
        }
        // `RUE DE LA | PAIX`, `CALLE | A`: a street has a name.
        if last.is(Word::PARTICLE) || place == 1 && last.is(Word::BEFORE) {
            prior -= weights::TYPE;
        }
        prior
    }
}

/// The words of a city that begins at a token, parted by blanks.
fn city_key(address: &Address, from: usize) -> SmallVec<[u8; 48]> {
    let mut key = SmallVec::new();
    for token in &address.tokens[from..usize::from(address.region_from)] {
        if !key.is_empty() {
            key.push(b' ');
        }
        key.extend_from_slice(address.spelling(*token));
    }
    key
}

#[cfg(test)]
mod tests {
    use crate::Address;

    /// Street and city of a line that says nothing about where one ends, read without another side.
    #[test]
    fn blind_readings_find_the_city() {
        for (line, street, city) in [
            ("155 Quarry Lake Parkway Baltimore MD 21209", "quarry lake parkway", "baltimore"),
            ("12345 Cleveland Blvd Cleveland OH 44111", "cleveland boulevard", "cleveland"),
            ("354 Oyster Point Blvd South San Francisco CA 94080", "oyster point boulevard", "s san francisco"),
            ("501 Palmetto Dr W Palm Bch FL 33405", "palmetto drive", "w palm beach"),
            ("6105 N Meridian St Indianapolis IN 46208", "meridian street", "indianapolis"),
            ("80 Slate Creek Dr Apt 4 Salt Lake City UT 84111", "slate creek drive", "salt lake city"),
            ("2300 US Hwy 41 North Tifton GA 31794", "ushwy 41", "tifton"),
            ("Lindenstr. 48 50674 Köln", "lindenstrasse", "koln"),
        ] {
            let parts = Address::parse(line, None).expect("an address").parts();
            assert_eq!((parts.thoroughfare.as_deref(), parts.city.as_deref()), (Some(street), Some(city)), "{line}");
        }
    }
}
