//! Tables of addresses and their typed look-ups: [`word`], [`regions`], [`country`], [`city_alias`].
//!
//! All keys are folded. Parsing looks words up; comparing never does.

#[cfg(feature = "us-cities")]
mod cities;
mod held;
mod places;
mod words;

pub(crate) use held::{hash, hash_of_halves};

/// What kind of unit a designator names. Identifiers compare among doors, among floors, among buildings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum UnitKind {
    /// Apartment, flat, Wohnung, piso …
    Apartment,
    /// Suite.
    Suite,
    /// Office.
    Office,
    /// Room.
    Room,
    /// `#`, Unit, No: stands for any of the others.
    Generic,
    /// Floor, Etage, piso …
    Floor,
    /// Building, tower, block, staircase.
    Building,
    /// Rear, basement, penthouse: a unit without an identifier.
    Side,
}

/// Where the identifier of a designator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Identifier {
    /// `APT 4`. None of them is 0, so that nothing but zeros is a word that names no unit.
    Follows = 1,
    /// `2 HOOG`.
    Precedes,
    /// `BSMT`.
    None,
    /// `UPPER`: a unit only at the end of its line.
    NoneAtEnd,
}

/// The standard spelling of a designator, by its place in the table; two units with one designator have one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Designator(u8);

impl Designator {
    /// None was written.
    pub(crate) const NONE: Designator = Designator(0);
    /// `#`, which says nothing.
    pub(crate) const MARK: Designator = Designator(1);
    /// A building, tower, block or staircase.
    pub(crate) const BUILDING: Designator = Designator(2);

    /// The spelling; empty where none was written.
    pub(crate) fn text(self) -> &'static str {
        words::DESIGNATORS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// A word that names a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitWord {
    pub(crate) kind: UnitKind,
    /// Where the identifier stands.
    pub(crate) identifier: Identifier,
    pub(crate) designator: Designator,
}

/// What a rule may begin with: a rule of the reading looks only where a word has its role. One look-up of a word gives all.
pub(crate) struct Role;

impl Role {
    /// The word has a standard spelling, classes or a unit; others are in the table for their roles alone.
    pub(crate) const WORD: u16 = 1;
    /// Words for another person.
    pub(crate) const CARE: u16 = 1 << 1;
    /// Letters that stand for a street type.
    pub(crate) const TYPE: u16 = 1 << 2;
    /// Boxes and rural routes.
    pub(crate) const BOX: u16 = 1 << 3;
    /// Numbered routes.
    pub(crate) const ROUTE: u16 = 1 << 4;
    /// The name or code of a region or country ends in the word.
    pub(crate) const PLACE_END: u16 = 1 << 5;
    /// The name of a region or country of several words begins with it.
    pub(crate) const PLACE_START: u16 = 1 << 6;
    /// The alias of a city ends in it.
    pub(crate) const ALIAS_END: u16 = 1 << 7;
    /// Another name of a street begins with it.
    pub(crate) const STREET_ALIAS: u16 = 1 << 8;
    /// The word `number`, which can name a unit.
    pub(crate) const NUMBER: u16 = 1 << 9;
    /// An ordinary name of streets, which another one is a letter apart from.
    pub(crate) const NAME: u16 = 1 << 10;
    /// It is the second word of another name of a street.
    pub(crate) const STREET_ALIAS_ON: u16 = 1 << 11;
    /// The name of a building with flats ends in it.
    pub(crate) const BUILDING: u16 = 1 << 12;
    /// Behind `ST` it is a town that is called after a saint.
    pub(crate) const SAINT: u16 = 1 << 13;
    /// Roads, lanes or avenues behind it are called by letters.
    pub(crate) const LETTERED: u16 = 1 << 14;
    /// Behind a street and before a number it names a unit; elsewhere it is a name.
    pub(crate) const DWELLING: u16 = 1 << 15;
}

/// What a word tells of the name that it stands in, where no rule begins with it: asked of single words by their spelling.
pub(crate) struct Sense;

impl Sense {
    /// The name of a company or a trust ends with it.
    pub(crate) const FIRM: u8 = 1;
    /// A word for a dwelling or the side of a house that is no part of a street's name.
    pub(crate) const DWELLING: u8 = 1 << 1;
    /// The legal form of a company.
    pub(crate) const FORM: u8 = 1 << 2;
    /// The date of a trust stands behind it.
    pub(crate) const DATE: u8 = 1 << 3;
    /// The name of a ship of the armed forces begins with it.
    pub(crate) const SHIP: u8 = 1 << 4;
    /// A street that is called so has no type.
    pub(crate) const STREET: u8 = 1 << 5;
    /// Short for a state before the ZIP code of that state alone: elsewhere it is another word, or a country.
    pub(crate) const STATE: u8 = 1 << 6;
    /// The name of a district, or of a street that lies beside another, begins with it where the type of a street stands first.
    pub(crate) const DISTRICT: u8 = 1 << 7;
}

/// A word of the date that a street is called after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// The number of a day.
    Day(u8),
    /// The same, and the number of another day together with the ones behind it.
    Ten(u8),
    Month,
}

/// What the tables know about a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// How the word is written in every address, wherever it stands.
    pub(crate) standard: &'static str,
    /// What it can be: a union of the constants of this type.
    pub(crate) classes: u16,
    /// What can begin with it: a union of the constants of [`Role`].
    pub(crate) roles: u16,
    /// A union of the constants of [`Sense`].
    pub(crate) senses: u8,
    /// The unit that it can name.
    pub(crate) unit: Option<UnitWord>,
    /// The hash of the standard spelling and its [`letters`].
    pub(crate) hash: u32,
    pub(crate) letters: u32,
}

impl Word {
    const fn new(standard: &'static str, classes: u16, roles: u16, unit: Option<UnitWord>) -> Word {
        let (hash, letters) = (hash(standard.as_bytes()) as u32, letters(standard.as_bytes()));
        Word { standard, classes, roles, senses: 0, unit, hash, letters }
    }

    /// The same word, which has senses.
    const fn that_tells(self, senses: u8) -> Word {
        Word { senses, ..self }
    }

    /// Nothing but a word with a standard spelling.
    pub(crate) const PLAIN: u16 = 0;
    // The lower eight are the classes of a token in the value of an address; two of them are free here.
    /// Ends an English street name.
    pub(crate) const SUFFIX: u16 = 1;
    /// A street type that stands before the name.
    pub(crate) const BEFORE: u16 = 1 << 1;
    /// A compass direction.
    pub(crate) const DIRECTIONAL: u16 = 1 << 2;
    /// An article or preposition that may be left out of a street name.
    pub(crate) const PARTICLE: u16 = 1 << 4;
    /// Says nothing beside a city.
    pub(crate) const NOISE: u16 = 1 << 5;
    /// Such a street type that seldom occurs inside the names of streets and cities.
    pub(crate) const PRIMARY: u16 = 1 << 6;
    /// A compass direction that is written out and can begin the name of a city.
    pub(crate) const SPELLED: u16 = 1 << 8;
    /// Names a unit.
    pub(crate) const UNIT: u16 = 1 << 9;
    /// A street type of another language that stands after the name.
    pub(crate) const AFTER: u16 = 1 << 10;
    /// An ordinal number.
    pub(crate) const ORDINAL: u16 = 1 << 11;
    /// Saint.
    pub(crate) const SAINT: u16 = 1 << 12;
    /// Twenty, thirty …: an ordinal together with the next word.
    pub(crate) const TEN: u16 = 1 << 13;
}

/// The unit that `#` names, which stands for any designator; a row that begins with it would be a comment.
pub(crate) const NUMBER_SIGN: UnitWord =
    UnitWord { kind: UnitKind::Generic, identifier: Identifier::Follows, designator: Designator::MARK };

/// What the tables know about a folded word.
pub(crate) fn word(folded: impl AsRef<[u8]>) -> Option<&'static Word> {
    entry(folded.as_ref()).filter(|word| word.roles & Role::WORD != 0)
}

/// The same, also for words that are known for their roles alone.
pub(crate) fn entry(folded: &[u8]) -> Option<&'static Word> {
    words::WORDS.get(folded)
}

/// The same, where the [`hash`] of the word is known.
pub(crate) fn entry_hashed(hash: u64, folded: &[u8]) -> Option<&'static Word> {
    words::WORDS.get_by_hash(&HASHES, hash, folded)
}

/// Whether a folded word in its standard spelling has a [`Sense`].
pub(crate) fn has_sense(folded: &[u8], sense: u8) -> bool {
    entry(folded).is_some_and(|word| word.senses & sense != 0)
}

/// What a folded word is of a date.
pub(crate) fn date_word(folded: &[u8]) -> Option<DateWord> {
    places::DATE_WORDS.get(folded).copied()
}

/// The hashes of all words.
static HASHES: [u64; words::WORDS.entries.len()] = words::WORDS.hashes();

/// The letters of a word as bits.
pub(crate) const fn letters(bytes: &[u8]) -> u32 {
    let mut letters = 0;
    let mut at = 0;
    while at < bytes.len() {
        letters |= LETTERS[bytes[at] as usize];
        at += 1;
    }
    letters
}

/// The bit of each letter. What is no letter falls on the six bits behind them, so that a bit that only one of two words has
/// always is a letter that only it has.
pub(crate) static LETTERS: [u32; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let bit = if (byte as u8).is_ascii_lowercase() { byte - b'a' as usize } else { 26 + byte % 6 };
        letters[byte] = 1 << bit;
        byte += 1;
    }
    letters
};

/// The ids of the regions that a folded name or code can mean; one per country.
pub(crate) fn regions(folded: impl AsRef<[u8]>) -> &'static [u16] {
    places::REGIONS.get(folded.as_ref()).copied().unwrap_or_default()
}

/// The state of the United States that two small letters mean.
#[inline]
pub(crate) fn us_state(code: [u8; 2]) -> Option<u16> {
    let [first @ b'a'..=b'z', second @ b'a'..=b'z'] = code else { return None };
    Some(US_STATES[usize::from(first - b'a')][usize::from(second - b'a')]).filter(|&state| state != 0)
}

/// The regions of the United States by the two letters that mean them; 0 for none.
static US_STATES: [[u16; 26]; 26] = {
    let mut states = [[0; 26]; 26];
    let mut at = 0;
    while at < places::REGIONS.entries.len() {
        let (name, ids) = places::REGIONS.entries[at];
        if let [first @ b'a'..=b'z', second @ b'a'..=b'z'] = name {
            let mut id = 0;
            while id < ids.len() {
                if let [b'U', b'S'] = places::REGION_CODES[ids[id] as usize - 1].0.as_bytes() {
                    states[(*first - b'a') as usize][(*second - b'a') as usize] = ids[id];
                }
                id += 1;
            }
        }
        at += 1;
    }
    states
};

/// Country and code (lower case) of a region id; ids come from [`regions`].
pub(crate) fn region_code(id: u16) -> Option<(&'static str, &'static str)> {
    places::REGION_CODES.get(usize::from(id).checked_sub(1)?).copied()
}

/// The numbers of the regions the code of which begins with some letters and goes on.
pub(crate) fn regions_that_begin(letters: &[u8]) -> Vec<u16> {
    let begins = |code: &str| code.len() > letters.len() && code.as_bytes().starts_with(letters);
    let codes = places::REGION_CODES.iter().enumerate();
    codes.filter(|(_, (_, code))| begins(code)).map(|(at, _)| at as u16 + 1).collect()
}

/// The two-letter code of a country by its folded name or three-letter code.
pub(crate) fn country(folded: impl AsRef<[u8]>) -> Option<&'static str> {
    places::COUNTRIES.get(folded.as_ref()).copied()
}

/// The country that a territory with a code of its own is addressed as a part of.
pub(crate) fn country_of_territory(code: &str) -> Option<&'static str> {
    let part = places::TERRITORIES.iter().find(|(part, _)| code.eq_ignore_ascii_case(part));
    part.map(|(_, whole)| *whole)
}

/// Whether the table of countries has the two-letter code (upper case).
pub(crate) fn is_country(code: &str) -> bool {
    let [first @ b'A'..=b'Z', second @ b'A'..=b'Z'] = code.as_bytes() else { return false };
    COUNTRY_LETTERS[usize::from(first - b'A')] & 1 << (second - b'A') != 0
}

/// The second letters of the codes of countries, as bits, by the first letter.
static COUNTRY_LETTERS: [u32; 26] = {
    let mut letters = [0; 26];
    let mut at = 0;
    while at < places::COUNTRY_CODES.len() {
        if let [first, second] = places::COUNTRY_CODES[at].as_bytes() {
            letters[(*first - b'A') as usize] |= 1 << (*second - b'A');
        }
        at += 1;
    }
    letters
};

/// The state that the first three digits of a ZIP code belong to.
pub(crate) fn zip_region(prefix: u16) -> Option<u16> {
    places::ZIP_REGIONS.get(usize::from(prefix)).copied().filter(|&region| region != 0)
}

/// The id of a region of a country, by its folded name or code in the words of addresses.
pub(crate) fn region_of(country: &str, folded: impl AsRef<[u8]>) -> Option<u16> {
    regions(folded).iter().copied().find(|&id| region_code(id).is_some_and(|(of, _)| of == country))
}

/// The canonical words of a city by its alias.
pub(crate) fn city_alias(folded: impl AsRef<[u8]>) -> Option<&'static [&'static str]> {
    places::CITY_ALIASES.get(folded.as_ref()).copied()
}

/// The words of the longest other name of a street.
pub(crate) const LONGEST_STREET_ALIAS: usize = places::LONGEST_STREET_ALIAS;

/// The words of a street by its other name in the words of addresses; the state that it lies in is empty where it is no one state.
pub(crate) fn street_alias(name: &[u8]) -> Option<(&'static [&'static str], &'static str)> {
    places::STREET_ALIASES.get(name).copied()
}

/// Whether another name of a street begins with words.
pub(crate) fn begins_street_alias(words: impl AsRef<[u8]>) -> bool {
    let words = words.as_ref();
    let behind = |name: &&'static [u8]| name.strip_prefix(words).is_some_and(|rest| matches!(rest, [] | [b' ', ..]));
    places::STREET_ALIASES.entries.iter().any(|(name, _)| behind(name))
}

/// Whether words are the name of a city, where ZIP code and state are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "us-cities"), allow(dead_code, reason = "nothing is known without the table"))]
pub(crate) enum CityFit {
    /// A place whose ZIP codes begin with the same three digits.
    Zip,
    /// A place of the state.
    State,
    /// Not in the table.
    Unknown,
}

/// The hash of a name without words. With this one no word of the tables of addresses, and no two or three letters, are
/// taken for a place that they are not.
pub(crate) const NO_CITY: u64 = 2;

/// The hash of the name of a city that is one word longer at its front: from the hash of the shorter name, [`NO_CITY`] for
/// none, and from [`hash`] of the word.
pub(crate) const fn city_hash(rest: u64, word: u32) -> u64 {
    let hash = (rest ^ word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ hash >> 32
}

/// How words fit the first three digits of a ZIP code, or a state, as the name of a city; by their [`city_hash`].
#[cfg(feature = "us-cities")]
#[inline]
pub(crate) fn city_fit(name: u64, prefix: Option<u16>, state: u16) -> CityFit {
    cities::fit(name, prefix, state)
}

/// Without the table no city is known.
#[cfg(not(feature = "us-cities"))]
pub(crate) fn city_fit(_: u64, _: Option<u16>, _: u16) -> CityFit {
    CityFit::Unknown
}

/// Whether a city of that name begins with a directional.
pub(crate) fn is_directional_city(folded: &[u8]) -> bool {
    places::DIRECTIONAL_CITIES.contains(folded)
}

/// Whether a short form, which is another word as well, may stand for a title or the beginning of the name of a street.
pub(crate) fn is_title(short: &[u8], long: &[u8]) -> bool {
    places::TITLES.contains(&(short, long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_hashes() {
        let mut hashes = HASHES.to_vec();
        hashes.sort_unstable();
        assert!(hashes.windows(2).all(|pair| pair[0] != pair[1]), "the first of a hash is the only one");
        for (key, word) in words::WORDS.entries {
            let found = entry_hashed(hash(key), key).expect("in the table");
            assert!(core::ptr::eq(found, word));
            let mut other = key.to_vec();
            for at in 0..key.len() {
                for letter in [b'a', b'z', b'0', b'?'] {
                    other[at] = letter;
                    assert_eq!(entry_hashed(hash(&other), &other), entry(&other), "{other:?}");
                }
                other[at] = key[at];
            }
        }
    }

    #[test]
    fn words_know_what_they_can_be() {
        let avenue = word("avenue").expect("in the table");
        assert_eq!(word("ave").map(|word| word.standard), Some("avenue"));
        assert_eq!(avenue.standard, "avenue");
        assert!(avenue.classes & Word::PRIMARY != 0);
        assert!(word("st").expect("in the table").classes & Word::SUFFIX != 0);
        assert_eq!(word("apartment").and_then(|word| word.unit).map(|unit| unit.designator.text()), Some("apt"));
        assert_eq!(word("xyzzy"), None);
        assert_eq!(Designator::NONE.text(), "");
        assert_eq!((Designator::MARK.text(), Designator::BUILDING.text()), ("#", "bldg"));
    }

    /// What reading a word relies on.
    #[test]
    fn a_word_has_the_hash_of_its_standard_spelling_where_it_is_that() {
        for (word, known) in words::WORDS.entries {
            let spelled = known.standard.as_bytes() == *word;
            assert_eq!(known.hash == hash(word) as u32, spelled, "{}", known.standard);
            let told = known.classes != 0 || known.unit.is_some() || !spelled;
            assert!(known.roles & Role::WORD != 0 || !told, "{}", known.standard);
        }
    }

    #[test]
    fn a_code_can_mean_several_regions() {
        let countries: Vec<_> = regions("wa").iter().filter_map(|&id| region_code(id)).collect();
        assert_eq!(countries, [("AU", "wa"), ("US", "wa")]);
        assert_eq!(region_code(0), None);
    }

    #[test]
    fn states_are_found_by_two_letters() {
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                let code = [first, second];
                assert_eq!(us_state(code), region_of("US", code), "{code:?}");
            }
        }
        assert_eq!(us_state(*b"ca").and_then(region_code), Some(("US", "ca")));
    }

    #[test]
    fn zip_codes_know_their_state() {
        assert_eq!(zip_region(940).and_then(region_code), Some(("US", "ca")));
        assert_eq!(zip_region(28).and_then(region_code), Some(("US", "ri")));
        assert_eq!(zip_region(0), None);
        assert_eq!(zip_region(999).and_then(region_code), Some(("US", "ak")));
    }

    /// What [`crate::address`] says of lines that are read at once.
    #[test]
    fn no_name_goes_on_into_a_state_or_a_number() {
        let states: Vec<&[u8]> = places::REGION_CODES
            .iter()
            .filter(|(country, code)| *country == "US" && code.len() == 2)
            .map(|(_, code)| word(code).map_or(code.as_bytes(), |word| word.standard.as_bytes()))
            .collect();
        assert!(states.len() > 50);
        for (name, _) in places::REGIONS.entries {
            // `W VA` is asked for; no longer name is.
            let mut words = name.rsplit(|&byte| byte == b' ');
            let last = words.next().unwrap_or_default();
            assert!(words.nth(1).is_none() || !states.contains(&last), "{name:?}");
        }
        assert!(!places::COUNTRIES.entries.iter().any(|(name, _)| name.iter().any(u8::is_ascii_digit)));
    }

    #[test]
    fn places_are_found() {
        assert!(is_country("JP") && !is_country("XX"));
        assert_eq!(region_of("US", "n carolina"), region_of("US", "nc"));
        assert_eq!(country("deutschland"), Some("DE"));
        assert_eq!(city_alias("nyc"), Some(["new", "york"].as_slice()));
        assert!(is_directional_city(b"w palm beach"));
    }
}
