//! Addresses: a line or parts become a typed address; two addresses are compared.
//!
//! - [`lex`]: text → words and numbers in their standard spelling. Look here when `St`, `5th` or `Hauptstr.` is misread.
//! - [`parse`]: a line or the parts of a structured address → the ends (country, postcode, region, city) and the street, in each
//!   way that they may be read.
//! - [`street`]: what is left for the street → house number, units, boxes and routes, and the words of its name.
//! - [`compare`]: two addresses → verdicts on their parts → evidence and points.
//!
//! What they share is the value: [`number`] of the house, [`postcode`], [`splits`] (where the street can end), [`sum`] (what words
//! tell together without being read) and [`whole`] (texts of which not everything is read). It is shown by [`parts`], [`align`].

mod align;
mod compare;
mod lex;
mod number;
mod parse;
mod parts;
mod postcode;
mod splits;
mod street;
mod sum;
mod whole;

#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "zeroize")]
mod wipe;

use crate::Country;
use crate::evidence::Comparison;
use crate::privacy::redacted_debug;
use crate::tables::address::{Designator, UnitKind, letters};
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
    /// How much likelier the first split is than the next.
    margin: u8,
    /// What the street and the city of the likeliest split show.
    names: compare::outline::Names,
    /// How many words that street has.
    street_words: u8,
    /// [`PLAIN`], [`DIRECTED_TOWN`] and [`INITIAL`].
    marks: u8,
    /// Most lines have none.
    more: Option<Box<More>>,
}

/// What few addresses have.
/// Letters that are kept of a word inside which a line ends: more than two towns of one beginning have in common.
const LONGEST_CUT_WORD: usize = 12;

#[derive(Clone, Default)]
struct More {
    /// Other readings of the text; a comparison chooses among them.
    readings: Vec<(Reading, Address)>,
    /// A second box or route, other than the first.
    second_delivery: Option<Delivery>,
    /// The first letters of a word that was left out, inside which the line ends.
    cut_word: [u8; LONGEST_CUT_WORD],
    /// That word is taken for one by the width of the line alone: it counts beside a word that begins so.
    is_cut_at_width: bool,
    /// The regions the code of which begins with those letters and goes on.
    cut_regions: Vec<u16>,
}

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

/// A mark: all was read, in one way but for the end of the street, with nothing swapped, damaged or taken for a region.
const PLAIN: u8 = 1;
/// A mark: the direction behind the type of a street may be that of a town, being one of the tables or spelled out.
const DIRECTED_TOWN: u8 = 1 << 1;
/// A mark: a reading in which the letter behind the house number is that of a given name.
const INITIAL: u8 = 1 << 2;
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
/// No house number, but the flat of a building that has a name, where flats are often written as house numbers.
const BUILDING_FLAT: u16 = 1 << 10;

/// The last word is a place of the state or the ZIP code; the bits above say so of the last two words, and so on.
const TOWN: u16 = 1 << 11;
/// The most words of which they say so.
const TOWN_WORDS: usize = 5;
const _: () = assert!(TOWN << (TOWN_WORDS - 1) == 1 << 15);

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

    /// Its spelling in the text of its address.
    #[inline(always)]
    fn spelling(self, text: &[u8]) -> &[u8] {
        let start = usize::from(self.start);
        &text[start..start + usize::from(self.len)]
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
    /// A text of which nothing is known but these.
    #[inline(always)]
    fn unread(
        text: SmallVec<[u8; 64]>,
        number: HouseNumber,
        postcode: Postcode,
        country: Option<Country>,
        region: u16,
    ) -> Address {
        Address {
            text,
            tokens: SmallVec::new(),
            ends: StreetEnds::default(),
            units: SmallVec::new(),
            number,
            delivery: None,
            care_of: Text::default(),
            whole: Text::default(),
            stated: 0,
            common: 0,
            postcode,
            country,
            region,
            zip_region: 0,
            name_to: 0,
            region_from: 0,
            flags: 0,
            marks: 0,
            margin: 100,
            names: Default::default(),
            street_words: 0,
            more: None,
        }
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
        compare::choose::compare(self, other)
    }

    /// Both sides part beside part, `self` as the given one: the pair of readings that compares best.
    ///
    /// It shows both values. An explanation that does not is [`Comparison::explain`].
    pub fn align(&self, owner: &Address) -> crate::Alignment {
        align::align(self, owner)
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

    #[inline]
    fn token_range(&self, (from, to): (u8, u8)) -> &[Token] {
        &self.tokens[usize::from(from)..usize::from(to)]
    }
}
