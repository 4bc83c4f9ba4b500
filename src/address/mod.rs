//! Addresses: a line or parts become a typed address; two addresses are compared.
//!
//! - [`lex`]: text → words and numbers in their standard spelling. Look here when `St`, `5th` or `Hauptstr.` is misread.
//! - [`tokens`]: the same, letter by letter; glued words are parted here. [`folded`]: the letters themselves.
//! - [`neighbours`]: words that only their neighbours explain (`ST` is Street or Saint).
//! - [`postcode`]: the shapes of postcodes and how near two are.
//! - [`read`]: a line or the parts of a structured address are read. [`peel`]: country, postcode and region are taken from the
//!   end of a line. [`inner`]: a postcode inside a line.
//! - [`glued`]: words that are written as one. [`plain`]: the commonest addresses, read at once; [`plain_street`]: their streets.
//! - [`attempt`]: a damaged postcode.
//! - [`street`]: boxes and routes ([`delivery`]), units ([`secondary`]) and the house number ([`premises`], [`number`]) are
//!   taken out of what is left.
//! - [`lettered`]: roads that are called by letters. [`numbered`]: by numbers.
//! - [`compass`]: directions that are written in two words.
//! - [`customs`]: what stands around the house number by the custom of a country.
//! - [`national`]: the same where it means something in one country only.
//! - [`split`]: the places where the street can end and the city begin; the value is built. [`splits`]: how it holds them.
//! - [`phrase`]: how like two streets or two cities are; [`glance`]: strangers by their letters; [`spelling`]: two words.
//!   [`nearness`]: two postcodes; [`place`]: what differs about city, region and postcode.
//! - [`countries`]: the countries that a line may lie in without naming them.
//! - [`whole`]: texts of which not everything is read.
//! - [`placeholder`]: texts that say that nothing is known.
//! - [`several`]: texts that hold more than one address.
//! - [`order`]: lines in an unusual order. [`ahead`]: lines that begin with their place, read once more.
//! - [`city`]: aliases of cities.
//! - [`names`], [`units`]: the verdicts on two streets and on their units.
//! - [`saints`]: `ST` between a street and a city.
//! - [`lends`]: readings that cannot be right beside the other side.
//! - [`outline`]: what tells two strangers apart, kept by each side.
//! - [`far`]: streets of which the letters show that they are different in every reading.
//! - [`choose`]: which readings of two addresses are compared.
//! - [`compare`]: verdicts on the parts become evidence and points.

mod ahead;
mod align;
mod attempt;
mod choose;
mod city;
mod compare;
mod compass;
mod countries;
mod customs;
mod delivery;
mod far;
mod folded;
mod glance;
mod glued;
mod inner;
mod lends;
mod lettered;
mod lex;
mod names;
mod national;
mod nearness;
mod neighbours;
mod number;
mod numbered;
mod order;
mod outline;
mod parts;
mod peel;
mod phrase;
mod place;
mod placeholder;
mod plain;
mod plain_street;
mod postcode;
mod premises;
#[cfg(feature = "regional-formats")]
mod rare_postcode;
mod read;
mod saints;
mod secondary;
mod several;
mod spelling;
mod split;
mod splits;
mod street;
mod tokens;
mod units;
mod whole;

#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "zeroize")]
mod wipe;

use crate::evidence::Comparison;
use crate::privacy::redacted_debug;
use crate::tables::address::{Designator, UnitKind, letters};
use crate::{Country, PostalAddress};
use lex::Lexer;
use number::HouseNumber;
use postcode::Postcode;
use smallvec::SmallVec;
use splits::StreetEnds;
use street::DeliveryKind;

pub use parts::{AddressParts, SecondaryUnit};

/// A postal address, ready to be compared.
///
/// It is read from one line ([`Address::parse`]) or from parts ([`Address::from_parts`]); both give the same value where
/// they say the same. A line does not say where its street ends and its city begins: the value holds the few places
/// where that can be, the likeliest first, and a comparison chooses among them.
///
/// ```
/// use ownership_match::{Address, PostalAddress};
/// let given = Address::from_parts(&PostalAddress {
///     line1: Some("354 Oyster Point Blvd".to_owned()),
///     city: Some("South San Francisco".to_owned()),
///     state: Some("CA".to_owned()),
///     postal_code: Some("94080".to_owned()),
///     country: Some("US".to_owned()),
///     ..PostalAddress::default()
/// })
/// .unwrap();
/// let owner = Address::parse("354 Oyster Point Blvd South San Francisco, CA 94080 USA", None).unwrap();
/// assert_eq!(given.compare(&owner).score.get(), 100);
/// ```
#[derive(Clone)]
pub struct Address {
    /// What was read, folded, and the standard spellings that differ from it: tokens, units and box numbers are places in it.
    text: SmallVec<[u8; 64]>,
    /// Words before the house number, words of street and city, words of a region that the tables do not know.
    tokens: SmallVec<[Token; 8]>,
    /// Where the street can end, the likeliest first; never empty.
    ends: StreetEnds,
    units: SmallVec<[Unit; 2]>,
    number: HouseNumber,
    delivery: Option<Delivery>,
    /// A second box or route, other than the first.
    second_delivery: Option<Delivery>,
    /// The words for another person (`C/O`): where their spelling is.
    care_of: Text,
    /// Where more is given than is read: a digest of the whole. Empty otherwise.
    whole: Text,
    /// The tokens before which a comma, a field or something that was taken out says that another part may begin, as bits.
    stated: u64,
    /// The tokens that are ordinary names of streets, of which another one is a letter apart, as bits.
    common: u32,
    postcode: Postcode,
    country: Option<Country>,
    /// The region by its id in the tables; 0 for none.
    region: u16,
    /// The region that the ZIP code lies in; 0 where that is not known.
    zip_region: u16,
    /// The words before the house number end here.
    name_to: u8,
    /// The words of an unknown region begin here.
    region_from: u8,
    flags: u16,
    /// The first letters of a word that was left out, inside which the line ends.
    cut_word: [u8; 4],
    /// How much likelier the first split is than the next.
    margin: u8,
    /// What the street and the city of the likeliest split show.
    names: (outline::Name, outline::Name),
    /// Most lines have none.
    readings: Option<Box<Readings>>,
}

/// What the other readings of a line begin with.
struct Again {
    lexer: Lexer,
    /// The words of the name of the country that the line names.
    name: Option<usize>,
    /// The country that is named.
    named: Option<Country>,
}

/// Other readings of the text; a comparison chooses among them.
#[derive(Clone, Default)]
struct Readings(Vec<(Reading, Address)>);

/// What another reading of a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// The line in a country that it does not name but may lie in; it counts beside a side of that country.
    In(Country),
    /// A further address that the text holds.
    Further,
    /// The same words in another sense: a street that ends before `ST LOUIS`, a city that is cut where it looks like a state.
    Otherwise,
}

redacted_debug!(Address);

/// More text than is read: such an address never equals another through what was read of it.
const CUT: u16 = 1;
/// The city was written by an alias.
const ALIAS: u16 = 1 << 1;
/// Words for another person (`C/O`) were left out.
const CARE_OF: u16 = 1 << 2;
/// Streets of this place are a grid in which a directional is part of the address (Washington DC, Utah).
const GRID: u16 = 1 << 3;
/// Nothing stands behind the words: no postcode, region or country. The line may have been cut by the bank.
const OPEN_END: u16 = 1 << 4;
/// A character was lost.
const DAMAGED: u16 = 1 << 5;
/// The place where the street ends is known, not guessed.
const CERTAIN: u16 = 1 << 6;
/// The street was written by another name of the tables (6th Avenue, Avenue of the Americas).
const STREET_ALIAS: u16 = 1 << 7;
/// City and state stood in each other's place.
const SWAPPED: u16 = 1 << 8;
/// The last word is read as the beginning of the last word of the city; it counts only where it is.
const TAIL: u16 = 1 << 9;

/// One word: where its spelling is, what it can be, and a hash and its letters for fast inequality.
#[derive(Clone, Copy)]
struct Token {
    hash: u32,
    /// One bit for each letter that occurs in it; digits share the bits that are left.
    letters: u32,
    start: u16,
    len: u8,
    classes: u8,
}

impl Token {
    /// A street type.
    const TYPE: u8 = 1;
    /// A street type that stands before the name.
    const BEFORE: u8 = 1 << 1;
    /// A compass direction.
    const DIRECTION: u8 = 1 << 2;
    /// A number.
    const NUMBER: u8 = 1 << 3;
    /// An article or preposition.
    const PARTICLE: u8 = 1 << 4;
    /// A word that says nothing beside a city.
    const NOISE: u8 = 1 << 5;
    /// A street type that seldom occurs inside names.
    const PRIMARY: u8 = 1 << 6;
    /// Kind or number of a numbered route.
    const ROUTE: u8 = 1 << 7;

    fn is(self, classes: u8) -> bool {
        self.classes & classes != 0
    }

    /// One of 64 bits by the hash: words of two phrases whose bits are apart are all different.
    fn bit(self) -> u64 {
        1 << (self.hash & 63)
    }
}

/// A unit inside a building.
#[derive(Clone, Copy)]
struct Unit {
    kind: UnitKind,
    designator: Designator,
    identifier: Text,
}

/// A box or route that stands in place of a street.
#[derive(Clone, Copy)]
struct Delivery {
    kind: DeliveryKind,
    /// Route and box: where their spelling is.
    route: Text,
    number: Text,
}

/// Where a spelling is in the text of an address.
#[derive(Clone, Copy, Debug, Default)]
struct Text {
    start: [u8; 2],
    len: u8,
}

impl Text {
    fn start(self) -> u16 {
        u16::from_le_bytes(self.start)
    }
}

/// Only ever used to say quickly that two spellings differ.
const fn hash(bytes: &[u8]) -> u32 {
    crate::tables::address::hash(bytes) as u32
}

impl Address {
    /// Reads an address line. `None` when the text holds none: it is blank, or a placeholder such as `N/A`.
    ///
    /// The line may have commas, line breaks or neither. It is read by its form: what country it is in follows from what it
    /// names, or from the shapes of its postcode and region. `country` is the caller's default country; a default says nothing
    /// about a particular line, so it never becomes the country of the address; it only tells whether `JAMAICA 11435` is a city
    /// with its ZIP code or a country.
    /// Of more than 512 letters the beginning and the end are read; such an address scores 100 only beside the same text.
    /// Where the text holds several complete addresses, a comparison takes the one that fits best, and says so.
    ///
    /// ```
    /// use ownership_match::Address;
    /// let address = Address::parse("FLAT 4 18 HARROW WEIR TERRACE LONDON SW10 4QP", None).unwrap();
    /// assert_eq!(address.country().unwrap().code(), "GB");
    /// assert_eq!(address.parts().house_number.as_deref(), Some("18"));
    /// assert!(Address::parse("N/A", None).is_none());
    /// ```
    #[must_use]
    pub fn parse(raw: &str, country: Option<Country>) -> Option<Address> {
        if placeholder::is_placeholder(raw) {
            return None;
        }
        Address::parse_text(raw, None, country)
    }

    /// Reads a text that holds one address or more, in the country that a field beside it names.
    fn parse_text(raw: &str, named: Option<Country>, default: Option<Country>) -> Option<Address> {
        let mut ends = read::Ends::default();
        ends.lexer.read(raw);
        if let Some(end) = if named.is_none() { ends.take_plain_ends() } else { None } {
            if let Some(street) = ends.plain_line(end) {
                return ends.plain_value(&street, end, None);
            }
            ends.take_area(end);
            return Address::build(&mut ends, &[raw]);
        }
        match several::parts(raw, named, default) {
            Some(parts) => Address::of_several(parts),
            None => Address::read_one(&mut ends, raw, named, default),
        }
    }

    /// What was read of some texts. It stays where it is returned.
    fn build(ends: &mut read::Ends, texts: &[&str]) -> Option<Address> {
        let mut built = split::build(ends);
        if let Some(address) = &mut built {
            address.keep_whole(texts);
        }
        built
    }

    /// An address with others, each of which may stand beside any address of the other side.
    fn of_several(addresses: impl IntoIterator<Item = Address>) -> Option<Address> {
        let mut addresses = addresses.into_iter();
        let mut first = addresses.next()?;
        first.readings.get_or_insert_default().0.extend(addresses.map(|address| (Reading::Further, address)));
        Some(first)
    }

    /// Reads a line that holds one address.
    fn parse_one(raw: &str, named: Option<Country>, default: Option<Country>) -> Option<Address> {
        let mut ends = read::Ends::default();
        ends.lexer.read(raw);
        Address::read_one(&mut ends, raw, named, default)
    }

    /// Reads a line of one address from its lexemes.
    fn read_one(ends: &mut read::Ends, raw: &str, named: Option<Country>, default: Option<Country>) -> Option<Address> {
        read::line(ends, named, default);
        let plausible = if named.is_some() { SmallVec::new() } else { countries::plausible(ends) };
        let otherwise = ends.saint.is_some() || ends.attempt.is_some() || ends.tail_code || ends.cut_word;
        // What other readings begin with.
        let again = (otherwise || !plausible.is_empty()).then(|| Again {
            lexer: ends.lexer.clone(),
            // A foreign country's name that is taken for a city is the whole of it.
            name: countries::words_of_name(ends),
            named: named.or(ends.country.filter(|_| ends.named_by.is_some())),
        });
        let (turned, turned_in) = ahead::turned(ends);
        // It stays where it is returned.
        let mut built = split::build(ends);
        let Some(address) = &mut built else { return built };
        for (at, line) in turned.into_iter().enumerate() {
            address.read_turned(line, named.or(turned_in), at < ahead::IN_EACH_COUNTRY);
        }
        if let Some(again) = again {
            address.read_again(ends, again, &plausible);
        }
        address.keep_whole(&[raw]);
        built
    }

    /// Adds the other readings of a line.
    fn read_again(&mut self, ends: &read::Ends, again: Again, plausible: &[Country]) {
        let Again { lexer, name, named } = again;
        if let Some(attempt) = ends.attempt {
            let ends = attempt::read(lexer.clone(), attempt, named);
            self.add_reading(Reading::Otherwise, ends.and_then(|mut ends| split::build(&mut ends)));
        }
        if ends.tail_code {
            if let Some(mut reading) = split::build(&mut read::line_with_tail(lexer.clone())) {
                reading.flags |= TAIL;
                self.add_reading(Reading::Otherwise, Some(reading));
            }
        }
        if ends.cut_word {
            let mut lexer = lexer.clone();
            let mut cut_word = [0; 4];
            if let Some(last) = lexer.lexemes.pop() {
                let letters = lexer.code(&last).iter();
                cut_word.iter_mut().zip(letters).for_each(|(held, letter)| *held = *letter);
            }
            if let Some(mut reading) = split::build(&mut read::line_otherwise(lexer, named)) {
                reading.cut_word = cut_word;
                self.add_reading(Reading::Otherwise, Some(reading));
            }
        }
        if let Some(at) = ends.saint {
            let reading = split::build(&mut read::line_otherwise(lexer.clone().with_saint(at), named));
            self.add_reading(Reading::Otherwise, reading);
        }
        for &country in plausible {
            if let Some(mut reading) = split::build(&mut read::line_in(lexer.clone(), country)) {
                let taken = name.filter(|_| country == Country::US);
                if taken.is_some_and(|words| !countries::keep_whole_name(&mut reading, words)) {
                    continue;
                }
                reading.flags |= self.flags & CUT;
                self.add_reading(Reading::In(country), Some(reading));
            }
        }
    }

    /// Adds the readings of a line that begins with its place, in the usual order.
    fn read_turned(&mut self, line: ahead::Line, named: Option<Country>, in_each_country: bool) {
        let mut ends = read::line_otherwise(line.lexer.clone(), named);
        let holds = |ends: &read::Ends| line.is_read_with(&ends.postcode);
        let plausible = if named.is_some() || !in_each_country { SmallVec::new() } else { countries::plausible(&ends) };
        for country in plausible {
            let mut reading = read::line_in(ends.lexer.clone(), country);
            if holds(&reading) {
                self.add_reading(Reading::In(country), split::build(&mut reading));
            }
        }
        if holds(&ends) {
            self.add_reading(Reading::Otherwise, split::build(&mut ends));
        }
    }

    /// Reads a structured address. `None` when it holds nothing but blanks and placeholders.
    ///
    /// Parts may be empty; when there is no city, or no street, all of them are read as one line.
    #[must_use]
    pub fn from_parts(parts: &PostalAddress) -> Option<Address> {
        let clean = parts.parts().map(|part| part.filter(|text| !placeholder::is_placeholder(text)));
        let [line1, line2, city, state, postal_code, country] = clean;
        if [line1, line2, city, state, postal_code].iter().all(Option::is_none) {
            return None;
        }
        if city.is_some() && (line1.is_some() || line2.is_some()) {
            let mut ends = read::Ends::default();
            let (after_lines, after_city) = read::parts(&mut ends, line1, line2, [city, state, postal_code, country]);
            if let Some(street) = ends.plain_parts(after_lines, after_city) {
                return ends.plain_value(&street, after_lines, Some(after_city));
            }
            ends.take_parts(after_lines, after_city);
            return Address::build(&mut ends, &clean.map(Option::unwrap_or_default));
        }
        let named = country.and_then(read::country_of_field);
        let lines: SmallVec<[&str; 5]> = [line1, line2, city, state, postal_code].into_iter().flatten().collect();
        Address::parse_text(&lines.join(", "), named, None)
    }

    /// The country that the address names, or that follows unmistakably from its form: a state with a ZIP code, a
    /// Canadian, British, Irish or Dutch postcode.
    ///
    /// ```
    /// use ownership_match::Address;
    /// let country = |line| Address::parse(line, None).and_then(|address| address.country()).map(|country| country.to_string());
    /// assert_eq!(country("400 W 5th St, Austin TX 78701").as_deref(), Some("US"));
    /// assert_eq!(country("1 University Ave Toronto ON M5J 2P1").as_deref(), Some("CA"));
    /// assert_eq!(country("Lindenstr. 48, 50674 Koeln"), None);
    /// ```
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.country
    }

    /// Compares two addresses; symmetric.
    ///
    /// ```
    /// use ownership_match::{Address, Evidence};
    /// let a = Address::parse("400 W 5th St Ste 210, Austin TX 78701", None).unwrap();
    /// let b = Address::parse("400 WEST FIFTH STREET AUSTIN TEXAS 78701", None).unwrap();
    /// let comparison = a.compare(&b);
    /// assert!((85..=99).contains(&comparison.score.get()));
    /// assert!(comparison.reasons.contains(Evidence::AddressUnitMissing));
    /// ```
    pub fn compare(&self, other: &Address) -> Comparison {
        choose::compare(self, other)
    }

    /// Both sides part beside part, `self` as the given one: the pair of readings that compares best.
    ///
    /// It shows both values. An explanation that does not is [`Comparison::explain`].
    pub fn align(&self, owner: &Address) -> crate::Alignment {
        align::align(self, owner)
    }

    fn add_reading(&mut self, of: Reading, reading: Option<Address>) {
        if let Some(reading) = reading {
            self.readings.get_or_insert_default().0.push((of, reading));
        }
    }

    fn bytes(&self, start: u16, len: u8) -> &[u8] {
        &self.text[usize::from(start)..usize::from(start) + usize::from(len)]
    }

    fn spelling(&self, token: Token) -> &[u8] {
        self.bytes(token.start, token.len)
    }

    fn written(&self, text: Text) -> &[u8] {
        self.bytes(text.start(), text.len)
    }

    fn token_range(&self, (from, to): (u8, u8)) -> &[Token] {
        &self.tokens[usize::from(from)..usize::from(to)]
    }
}
