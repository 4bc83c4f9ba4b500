//! Reading: what is at the ends of a line (country, postcode, region), and what is left for street and city.

use super::city::{drop_district, drop_repeated_city, expand_alias};
use super::repeated::{drop_repeated_line, drop_repeated_place, repeats_field};
use crate::Country;
use crate::address::Address;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::address::number::HouseNumber;
use crate::address::postcode::{Pattern, Postcode, Shape};
use crate::address::street::american_type;
use crate::tables::address::{self as tables, Role, Word};
use smallvec::SmallVec;

/// Lexemes of a part of an address.
pub(in crate::address) type Lexemes = SmallVec<[Lexeme; 24]>;

/// An address whose ends have been read.
#[derive(Clone, Debug)]
pub(in crate::address) struct Ends {
    pub(in crate::address) lexer: Lexer,
    pub(in crate::address) country: Option<Country>,
    /// The region, by its id in the tables; 0 for none.
    pub(in crate::address) region: u16,
    /// A region that the tables do not know, in words.
    pub(super) region_words: Lexemes,
    pub(in crate::address) postcode: Postcode,
    pub(in crate::address) shape: Option<Shape>,
    /// The street with its number and units; also the city, where [`city`](Ends::city) is `None`.
    pub(in crate::address) area: Lexemes,
    /// The city, where it is certain which words it has.
    pub(in crate::address) city: Option<Lexemes>,
    /// The line names its country, in the lexemes that end here.
    pub(super) named_by: Option<usize>,
    /// City and state stood in each other's place.
    pub(super) swapped: bool,
    /// The country is not read from the line: it is read as if it lay there.
    pub(super) assumed: bool,
    /// The country follows from the code behind the city, its own or that of a province, which is no state of the US.
    pub(super) coded: bool,
    /// The last word was read as the code of a region or country, and nothing stands behind it.
    pub(super) tail_code: bool,
    /// Nothing is taken from the end: the last word is the beginning of a word of the city.
    pub(super) whole_tail: bool,
    /// The line ends inside its last word, which says nothing: a letter, the beginning of a designator.
    pub(super) cut_word: bool,
    /// Words that can be a damaged postcode.
    pub(super) attempt: Option<super::attempt::Attempt>,
    /// Where `ST` stands that may be Street and Saint.
    pub(super) saint: Option<usize>,
    /// The caller's default country.
    pub(super) default: Option<Country>,
    /// The letter behind the house number is no part of it, but that of a given name.
    pub(in crate::address) initial: bool,
}

impl Default for Ends {
    /// Nothing has been read. It is as large as it is simple: made where it is held, not elsewhere and moved.
    #[inline(always)]
    fn default() -> Ends {
        Ends {
            lexer: Lexer::default(),
            country: None,
            region: 0,
            region_words: Lexemes::new(),
            postcode: Postcode::default(),
            shape: None,
            area: Lexemes::new(),
            city: None,
            named_by: None,
            swapped: false,
            assumed: false,
            coded: false,
            tail_code: false,
            whole_tail: false,
            cut_word: false,
            attempt: None,
            saint: None,
            default: None,
            initial: false,
        }
    }
}

/// Reads a line of which the lexemes are read. `default` is the country that it is most likely in when it says nothing.
pub(super) fn line(ends: &mut Ends, named: Option<Country>, default: Option<Country>) {
    super::order::set_right(&mut ends.lexer);
    (ends.country, ends.default) = (named, default);
    read_ends(ends);
}

/// The lexemes of a line as if it lay in a country: the name of a country in it is the name of a city.
pub(super) fn line_in(lexer: Lexer, country: Country) -> Ends {
    let mut ends = Ends { lexer, country: Some(country), assumed: true, ..Ends::default() };
    read_ends(&mut ends);
    ends
}

/// The lexemes of a line in another sense, in the country that a field beside it names.
pub(super) fn line_otherwise(lexer: Lexer, named: Option<Country>) -> Ends {
    let mut ends = Ends { lexer, country: named, ..Ends::default() };
    read_ends(&mut ends);
    ends
}

/// The lexemes of a line that ends inside its city.
pub(super) fn line_with_tail(lexer: Lexer) -> Ends {
    let mut ends = Ends { lexer, whole_tail: true, ..Ends::default() };
    read_ends(&mut ends);
    ends
}

/// The lexemes of a line whose postcode has been read, in the country that is named.
pub(super) fn line_with_postcode(
    lexer: Lexer,
    postcode: Postcode,
    named: Option<Country>,
    shape: Option<Shape>,
) -> Ends {
    let mut ends = Ends { lexer, country: named, postcode, shape, ..Ends::default() };
    read_ends(&mut ends);
    // A shape that was damaged tells no country without a region of it.
    if ends.region == 0 && ends.named_by.is_none() {
        ends.country = named;
    }
    ends
}

fn read_ends(ends: &mut Ends) {
    let end = ends.peel();
    if ends.postcode.is_empty() && ends.split_at_postcode(end) {
        return;
    }
    ends.find_attempt(end);
    ends.cut_word = ends.ends_inside_word() || ends.ends_at_width();
    ends.imply_country();
    ends.take_area(end);
}

impl Ends {
    /// `118 R PARKS AVE`: the same where the letter may be that of a given name. `118 B PARKS AVE`, `118 C OAK ST` have flats rather.
    pub(super) fn with_initial(&self) -> Option<Ends> {
        let [number, letter, name, behind, ..] = self.area.as_slice() else { return None };
        let initial = letter.len == 1 && letter.gap == Gap::Blank && letter.is_word() && !letter.is(Word::DIRECTIONAL);
        let least = match self.lexer.bytes(letter) {
            b"a" | b"b" | b"d" => u8::MAX,
            b"c" => 5,
            _ => 3,
        };
        let plain = |word: &Lexeme| word.is_word() && word.gap < Gap::Comma;
        let named = || {
            plain(name)
                && plain(behind)
                && name.len >= least
                && !name.may(Role::NAME)
                && !name.is(Word::PRIMARY | Word::SUFFIX)
        };
        let american = || self.country == Some(Country::US);
        (initial && number.is(DIGITS) && named() && american()).then(|| Ends { initial: true, ..self.clone() })
    }

    /// An address of which country, region, postcode and house number are known, and its text.
    #[inline(always)]
    pub(super) fn unread(&self, number: HouseNumber) -> Address {
        Address::unread(SmallVec::from_slice(&self.lexer.buffer), number, self.postcode, self.country, self.region)
    }

    /// Street and city, which end at a lexeme, where the rest is known.
    pub(super) fn take_area(&mut self, end: usize) {
        self.area.extend_from_slice(&self.lexer.lexemes[..end]);
        self.resolve_saint_city();
        let closed = self.region != 0 || !self.postcode.is_empty();
        expand_alias(&mut self.area, &mut self.lexer, closed, self.country);
        drop_repeated_city(&mut self.area, &self.lexer);
    }

    /// The street, which ends at a lexeme, and the city, which ends at another.
    pub(super) fn take_parts(&mut self, after_lines: usize, after_city: usize) {
        let lexemes = self.lexer.lexemes.as_slice();
        self.area.extend_from_slice(&lexemes[..after_lines]);
        let words = self.city.insert(Lexemes::from_slice(&lexemes[after_lines..after_city]));
        drop_district(words, &self.lexer, &self.postcode);
        expand_alias(words, &mut self.lexer, true, self.country);
        self.imply_country();
    }
}

/// Reads the six parts of a structured address that has a city of its own; the lexemes at which the street and the city end.
pub(super) fn parts(
    ends: &mut Ends,
    line1: Option<&str>,
    line2: Option<&str>,
    rest: [Option<&str>; 4],
) -> (usize, usize) {
    let [mut city, mut state, postal_code, country] = rest;
    // `APO AP 96319` with Japan behind it: the post offices of the armed forces are American wherever they stand.
    let military = matches!((city, state), (Some(city), Some(state)) if is_military(city, state));
    ends.country = if military { Some(Country::US) } else { country.and_then(country_of_field) };
    if let (Some(first), Some(second)) = (city, state) {
        // A state's code in the field of the city, and no state in its own: they stand in each other's place.
        let code = first.len() == 2 && ends.is_region(first);
        if code && !ends.is_region(second) {
            (city, state, ends.swapped) = (state, city, true);
        }
    }
    let line2 = line2.filter(|line| !repeats_field(line, [city, state, postal_code], ends.country));
    ends.lexer.read(line1.unwrap_or_default());
    drop_repeated_place(&mut ends.lexer, [city, state, postal_code], ends.country);
    let first_line = ends.lexer.lexemes.len();
    if let Some(line2) = line2 {
        ends.lexer.read(line2);
        drop_repeated_place(&mut ends.lexer, [city, state, postal_code], ends.country);
    }
    drop_repeated_line(&mut ends.lexer, first_line);
    let after_lines = ends.lexer.lexemes.len();
    if let Some(text) = postal_code {
        let (code, shape) = Postcode::of_field(text, ends.country);
        ends.shape = shape;
        ends.postcode = code.unwrap_or_default();
    }
    ends.lexer.read(city.unwrap_or_default());
    let after_city = ends.lexer.lexemes.len();
    if let Some(region) = state.and_then(|text| ends.region_of_code(text)) {
        ends.region = region;
    } else if let Some(text) = state {
        ends.lexer.read(text);
        let key = ends.lexer.place(after_city, ends.lexer.lexemes.len());
        let ids = tables::regions(&key);
        let chosen = ends.choose_region(ids, true).or_else(|| ends.region_of_postcode(ids));
        ends.region = chosen.or_else(|| ends.region_beside_code(after_city)).unwrap_or(0);
        if ends.region == 0 {
            ends.region_words.extend_from_slice(&ends.lexer.lexemes[after_city..]);
        }
    }
    let after_city =
        if after_city > after_lines + 1 { ends.drop_place_of_city(after_lines, after_city) } else { after_city };
    (after_lines, after_city)
}

/// Whether a field ends in the digits of a ZIP code behind other words.
pub(super) fn ends_in_zip(field: &str) -> bool {
    let digits = field.trim_end().bytes().rev().take_while(|byte| byte.is_ascii_digit() || *byte == b'-').count();
    digits >= 5 && digits < field.trim().len()
}

/// Whether city and state are those of a post office of the armed forces.
fn is_military(city: &str, state: &str) -> bool {
    // `A.P.O.`, `APO AE` in the field of the city.
    let is_any_of = |text: &str, codes: [&str; 3]| {
        let letters = text.bytes().filter(|&byte| byte != b'.').map(|byte| byte.to_ascii_lowercase());
        codes.iter().any(|code| letters.clone().eq(code.bytes()))
    };
    let post = city.split_whitespace().next().is_some_and(|word| is_any_of(word, ["apo", "fpo", "dpo"]));
    let forces = || state.trim().get(..12).is_some_and(|name| name.eq_ignore_ascii_case("armed forces"));
    post && (is_any_of(state.trim(), ["aa", "ae", "ap"]) || forces())
}

/// A country field: a code or a name.
pub(super) fn country_of_field(raw: &str) -> Option<Country> {
    // No other country is called so.
    if raw.eq_ignore_ascii_case("us") {
        return Some(Country::US);
    }
    if let Some((folded, len)) = short_code(raw) {
        let named = tables::country(&folded[..len]);
        return named.or((len == 2).then_some(raw)).and_then(country_of_code);
    }
    let mut lexer = Lexer::default();
    lexer.read(raw);
    let key = lexer.place(0, lexer.lexemes.len());
    tables::country(&key).or(if raw.trim().len() == 2 { Some(raw.trim()) } else { None }).and_then(country_of_code)
}

/// The country of a code, of a territory that of which it is a part: `SAN JUAN PR 00901` is in the United States.
fn country_of_code(code: &str) -> Option<Country> {
    Country::new(tables::country_of_territory(code).unwrap_or(code))
}

/// A field of two or three letters, folded, and how many they are: it is looked up as it is written.
fn short_code(raw: &str) -> Option<([u8; 3], usize)> {
    let written = raw.as_bytes();
    if !matches!(written.len(), 2 | 3) || !written.iter().all(u8::is_ascii_alphabetic) {
        return None;
    }
    let mut folded = [0; 3];
    folded[..written.len()].copy_from_slice(written);
    folded.make_ascii_lowercase();
    Some((folded, written.len()))
}

impl Ends {
    /// The region of a field that holds its code; `None` leaves it to the lexer, which reads more.
    fn region_of_code(&self, raw: &str) -> Option<u16> {
        let (folded, len) = short_code(raw)?;
        match folded {
            [first, second, 0] if self.country == Some(Country::US) => tables::us_state([first, second]),
            _ => self.choose_region(tables::regions(&folded[..len]), true),
        }
    }

    /// The region that agrees with the postcode, whatever country stands beside them: New York beside 10001, a province beside a
    /// Canadian code.
    pub(super) fn region_of_postcode(&self, ids: &[u16]) -> Option<u16> {
        let zip = self.zip_region();
        let canadian = Pattern::of(self.postcode.as_bytes()).as_slice() == b"ldldld";
        let is_province = |id: u16| tables::region_code(id).is_some_and(|(country, _)| country == "CA");
        ids.iter().copied().find(|&id| id == zip || canadian && is_province(id))
    }

    /// Whether a text is a region of the United States, Canada or Australia, or of the country that is named.
    fn is_region(&self, text: &str) -> bool {
        let mut lexer = Lexer::default();
        lexer.read(text);
        let key = lexer.place(0, lexer.lexemes.len());
        let ids = tables::regions(&key);
        let of = |id: &u16| tables::region_code(*id).map(|(country, _)| country);
        ids.iter().filter_map(of).any(|country| {
            self.country.map_or(matches!(country, "US" | "CA" | "AU"), |named| named.is_any_of(&[country]))
        })
    }

    /// Whether a number behind a word or mark is that of a unit; behind a floor, and behind `FL`, it may be a ZIP code.
    pub(super) fn names_unit(&self, word: &Lexeme) -> bool {
        let floor = |unit: tables::UnitWord| unit.kind == tables::UnitKind::Floor;
        word.unit.is_some_and(|unit| unit.identifier == tables::Identifier::Follows && !floor(unit))
            && tables::region_of("US", self.lexer.code(word)).is_none()
    }

    /// The region that the ZIP code lies in, if it is one; 0 where that is not known.
    pub(super) fn zip_region(&self) -> u16 {
        self.postcode.zip_prefix().and_then(tables::zip_region).unwrap_or(0)
    }

    pub(super) fn last(&self, end: usize) -> Option<&Lexeme> {
        end.checked_sub(1).and_then(|at| self.lexer.lexemes.get(at))
    }

    /// The region that is meant, by country and by the shape of the postcode.
    pub(super) fn choose_region(&self, ids: &[u16], named: bool) -> Option<u16> {
        let of = |country: &[u8]| {
            let lies_there = |id| tables::region_code(id).is_some_and(|(of, _)| of.as_bytes() == country);
            ids.iter().copied().find(|&id| lies_there(id))
        };
        if let Some(country) = self.country.filter(|_| named || self.shape.is_some_and(Shape::is_certain)) {
            return of(&country.letters());
        }
        let order: &[&str] = match self.shape {
            None => &["US", "CA", "AU", "MX", "BR", "IN", "JP"],
            Some(Shape::Five | Shape::ZipFour) => &["US", "MX", "IT", "DE"],
            Some(Shape::Four) => &["AU", "US"],
            Some(Shape::Six) => &["IN"],
            Some(Shape::Brazil) => &["BR"],
            Some(_) => &[],
        };
        order.iter().find_map(|country| of(country.as_bytes()))
    }

    /// `MAIN ST P`, `MAIN ST APT`, `MAIN ST UNI`: the last word is too short to say where the address lies, or names a unit that
    /// the line has no room for.
    pub(super) fn ends_inside_word(&self) -> bool {
        let lexemes = &self.lexer.lexemes;
        let [.., before, last] = lexemes.as_slice() else { return false };
        if !self.postcode.is_empty() || self.named_by.is_some() && !self.tail_code || self.assumed || self.whole_tail {
            return false;
        }
        let text = self.lexer.code(last);
        // `100 AVENUE B` is the name of the street.
        let named = lexemes.len() > 3 && !lexemes[lexemes.len() - 3].is(DIGITS | MIXED);
        let typed = before.is(Word::PRIMARY) && (named || self.lexer.bytes(before) != b"avenue")
            || before.is(DIGITS | MIXED) && lexemes.len() > 3
            || before.is(Word::DIRECTIONAL)
            || self.lexer.bytes(before).len() == 1 && lexemes[lexemes.len().saturating_sub(3)].is(Word::UNIT);
        last.is_word()
            && last.gap == Gap::Blank
            && typed
            && lexemes.len() > 3
            && (text.len() == 1 && !last.is(Word::DIRECTIONAL)
                || text.len() == 2 && last.is(Word::PRIMARY)
                || last.unit.is_some_and(|unit| unit.identifier == tables::Identifier::Follows)
                || text.len() > 1 && CUT_DESIGNATORS.iter().any(|whole| whole.as_bytes().starts_with(text)))
    }

    /// `TRAVESSA SAO JOSE 973 APTO 97 BELA VI`: the line is as wide as a field and has no postcode, so that its last word may be the
    /// beginning of a longer one, whatever else it looks like.
    fn ends_at_width(&self) -> bool {
        let [.., before, last] = self.lexer.lexemes.as_slice() else { return false };
        let width = usize::from(last.raw) + usize::from(last.raw_len);
        let numbered = self.lexer.lexemes.iter().any(|lexeme| lexeme.is(DIGITS | MIXED));
        self.postcode.is_empty()
            && (self.named_by.is_none() || self.tail_code)
            && width >= NARROWEST_FIELD
            && last.is_word()
            && last.gap == Gap::Blank
            && before.is_word()
            && numbered
    }

    /// `77 RIDGE TR`, `77 LAKE LA`: the letters at the end of a line that is a house number and its street alone may be those of the
    /// type as well; its standard spelling and classes.
    pub(super) fn type_at_end(&self) -> Option<(&'static str, u16)> {
        let [number, _, .., last] = self.lexer.lexemes.as_slice() else { return None };
        let alone = self.postcode.is_empty() && last.raw_len == 2 && last.gap == Gap::Blank && number.is(DIGITS);
        let street = &self.lexer.lexemes[1..self.lexer.lexemes.len() - 1];
        let standard = match self.lexer.code(last) {
            _ if !alone || self.assumed => return None,
            b"la" => "lane",
            b"tr" => "trail",
            b"wy" => "way",
            // `180 S 19TH ST CT`
            b"ct" if matches!(street, [.., at, typed] if at.is(Word::ORDINAL) && typed.is(Word::PRIMARY)) => "court",
            letters => american_type(letters)?,
        };
        // `12 OAK ST LA` may be Los Angeles or Louisiana; `BL` or `CI` is no place of the United States.
        let other = |word: &Lexeme| {
            word.gap >= Gap::Comma
                || !word.is_word() && standard != "court"
                || word.is(Word::PRIMARY) && matches!(standard, "lane" | "trail" | "way")
        };
        (!street.iter().any(other)).then(|| (standard, tables::word(standard).map_or(0, |word| word.classes)))
    }

    /// The country that follows unmistakably from the form.
    pub(super) fn imply_country(&mut self) {
        if self.country.is_some() {
            return;
        }
        self.country = self.shape.and_then(Shape::country);
        if self.country.is_none() {
            let of_region = tables::region_code(self.region).map(|(country, _)| country);
            self.country = match (of_region, self.shape) {
                (Some(country), _) => Country::new(country),
                _ => None,
            };
        }
    }
}

/// Letters of the narrowest field that banks cut addresses at: four lines of 35 in transfers, 30 to 40 elsewhere.
const NARROWEST_FIELD: usize = 28;

/// Designators at whose beginning a line can end.
pub(in crate::address) const CUT_DESIGNATORS: [&str; 9] =
    ["apt", "apartment", "unit", "ste", "suite", "floor", "room", "building", "flat"];

/// Countries whose postcodes have four digits.
pub(super) const FOUR_DIGITS: [&str; 17] =
    ["AR", "AU", "AT", "BE", "BG", "CH", "CY", "DK", "GE", "HU", "LI", "LU", "NO", "NZ", "PH", "SI", "ZA"];

/// The country of the letter before a postcode, an old custom of the continent: D-10115.
pub(super) fn prefix_country(prefix: &[u8]) -> Option<Country> {
    Country::new(match prefix {
        b"d" => "DE",
        b"a" => "AT",
        b"f" => "FR",
        b"i" => "IT",
        b"e" => "ES",
        b"b" => "BE",
        b"l" => "LU",
        b"p" => "PT",
        b"s" => "SE",
        b"n" => "NO",
        b"ch" => "CH",
        b"nl" => "NL",
        b"dk" => "DK",
        b"fi" => "FI",
        b"de" => "DE",
        b"fr" => "FR",
        b"it" => "IT",
        b"es" => "ES",
        b"be" => "BE",
        b"at" => "AT",
        b"se" => "SE",
        _ => return None,
    })
}
