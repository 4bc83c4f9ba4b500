//! Generator of the tables of `src/tables/address`.

use super::address_roles::{roles, senses};
use super::support;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const SUFFIXES: &str = "data/street_suffixes.tsv";
const TYPES: &str = "data/street_types.tsv";
const DIRECTIONALS: &str = "data/directionals.tsv";
const ORDINALS: &str = "data/ordinal_words.tsv";
const WORDS: &str = "data/address_words.tsv";
const UNITS: &str = "data/unit_designators.tsv";
pub(crate) const REGIONS: &str = "data/address_regions.tsv";
pub(crate) const COUNTRIES: &str = "data/address_countries.tsv";
const TERRITORIES: &str = "data/address_territories.tsv";
pub(crate) const ALIASES: &str = "data/city_aliases.tsv";
const ZIP_PREFIXES: &str = "data/zip_prefixes.tsv";
const DIRECTIONAL_CITIES: &str = "data/directional_cities.tsv";
pub(crate) const STREET_ALIASES: &str = "data/street_aliases.tsv";
const CITIES: &str = "data/us_cities.tsv";
pub(crate) const ROLES: &str = "data/address_roles.tsv";
pub(crate) const NAMES: &str = "data/street_names.tsv";
const TITLES: &str = "data/street_titles.tsv";
const DATES: &str = "data/date_words.tsv";

/// A table as `src/tables/address/held.rs` holds it.
#[derive(Default)]
struct Held(Vec<(String, String)>);

impl Held {
    fn entry(&mut self, key: &str, value: String) {
        self.0.push((key.to_owned(), value));
    }

    /// The constant: entries by bucket, half as many as buckets at most.
    fn build(&self) -> String {
        let buckets = (self.0.len() * 2).next_power_of_two();
        let mut entries: Vec<(usize, &String, &String)> = self
            .0
            .iter()
            .map(|(key, value)| (held_hash(key.as_bytes()) as usize & (buckets - 1), key, value))
            .collect();
        entries.sort();
        assert!(entries.windows(2).all(|two| two[0].1 != two[1].1), "a key twice");
        let starts: Vec<usize> =
            (0..=buckets).map(|bucket| entries.partition_point(|entry| entry.0 < bucket)).collect();
        let mut text = format!("Held {{\n    starts: &{starts:?},\n    entries: &[\n");
        for (_, key, value) in entries {
            writeln!(text, "        (b{key:?}, {value}),").expect("a string");
        }
        text.push_str("    ],\n}");
        text
    }
}

/// The hash of `src/tables/address/held.rs`.
fn held_hash(word: &[u8]) -> u64 {
    let mixed = |hash: u64, word: u64| {
        let hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 32
    };
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte));
    let mut hash = (word.len() as u64).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mut rest = word;
    while rest.len() > 16 {
        hash = mixed(hash, number(&rest[..8]));
        rest = &rest[8..];
    }
    match rest.len() {
        0 => hash,
        1 => mixed(hash, u64::from(rest[0])),
        length @ 2..=3 => mixed(hash, number(&[rest[0], rest[1], rest[length - 1]])),
        length @ 4..=8 => mixed(hash, number(&rest[..4]) | number(&rest[length - 4..]) << 32),
        length => mixed(mixed(hash, number(&rest[..8])), number(&rest[length - 8..])),
    }
}

/// One word: how it is written in every address, what it can be, and the unit that it can name.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) standard: Option<String>,
    classes: BTreeSet<&'static str>,
    unit: Option<[String; 3]>,
}

/// Keys are what folding leaves: lower-case letters and digits, words parted by one blank.
fn assert_folded(file: &str, key: &str) {
    let fine = !key.is_empty()
        && !key.contains("  ")
        && key.trim() == key
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' ' || byte == b'#');
    assert!(fine, "{file}: `{key}` is not in folded form");
}

/// The rows of a file, checked for folded form and for duplicates of their first `key` cells.
pub(crate) fn rows(file: &str, key: usize) -> Vec<Vec<String>> {
    let rows = support::rows(file);
    let mut seen = BTreeSet::new();
    for row in &rows {
        assert_folded(file, &row[0]);
        assert!(seen.insert(row[..key].to_vec()), "{file}: `{}` twice", row[0]);
    }
    rows
}

fn words() -> BTreeMap<String, Word> {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    // The first file that names a word says how it is written; the others add what else it can be.
    let mut add = |key: &str, standard: &str, classes: &[&'static str]| {
        let word = words.entry(key.to_owned()).or_default();
        word.standard.get_or_insert_with(|| standard.to_owned());
        word.classes.extend(classes);
    };
    for row in rows(SUFFIXES, 1) {
        let classes: &[&str] = if row[2] == "yes" { &["SUFFIX", "PRIMARY"] } else { &["SUFFIX"] };
        add(&row[0], &row[1], classes);
    }
    for row in rows(TYPES, 1) {
        let classes: &[&str] = match row[3].as_str() {
            "before" => &["BEFORE"],
            "after" => &["AFTER"],
            "both" => &["BEFORE", "AFTER"],
            other => panic!("{TYPES}: position `{other}`"),
        };
        add(&row[0], &row[1], classes);
    }
    for row in rows(DIRECTIONALS, 1) {
        let classes: &[&str] = if row[2] == "yes" { &["DIRECTIONAL", "SPELLED"] } else { &["DIRECTIONAL"] };
        add(&row[0], &row[1], classes);
    }
    for row in rows(ORDINALS, 1) {
        match row[1].strip_prefix('+') {
            Some(ten) => add(&row[0], &row[0], if ten.len() == 2 { &["TEN"] } else { panic!("{ORDINALS}: {ten}") }),
            None => add(&row[0], &row[1], &["ORDINAL"]),
        }
    }
    for row in rows(WORDS, 1) {
        let class = match row[2].as_str() {
            "saint" => "SAINT",
            "particle" => "PARTICLE",
            "noise" => "NOISE",
            "abbreviation" => "PLAIN",
            other => panic!("{WORDS}: kind `{other}`"),
        };
        add(&row[0], &row[1], &[class]);
    }
    for row in rows(UNITS, 1) {
        add(&row[0], &row[0], &["UNIT"]);
    }
    for row in rows(UNITS, 1) {
        let word = words.get_mut(&row[0]).expect("just added");
        word.unit = Some([row[1].clone(), row[2].clone(), row[3].clone()]);
    }
    words
}

/// Words as addresses write them.
fn written(words: &BTreeMap<String, Word>, name: &str) -> String {
    let standard = |word: &str| words.get(word).and_then(|word| word.standard.clone()).unwrap_or(word.to_owned());
    name.split(' ').map(standard).collect::<Vec<_>>().join(" ")
}

/// A name as the words of addresses are written; a code of up to three letters stays as it is.
fn standard(words: &BTreeMap<String, Word>, name: &str) -> String {
    if name.len() <= 3 {
        return name.to_owned();
    }
    written(words, name)
}

/// The names of regions and countries, of aliases of cities and of streets, in the words of addresses.
pub(crate) fn names(words: &BTreeMap<String, Word>, file: &str) -> Vec<String> {
    let key = if file == REGIONS { 2 } else { 1 };
    let write = if file == STREET_ALIASES { written } else { standard };
    rows(file, key).iter().map(|row| write(words, &row[0])).collect()
}

#[test]
fn address_words() {
    let mut map = Held::default();
    let words = words();
    let mut designators: Vec<&str> = vec!["", "#", "bldg"];
    designators.extend(words.values().filter_map(|word| word.unit.as_ref()).map(|unit| unit[0].as_str()));
    let mut seen = BTreeSet::new();
    designators.retain(|designator| seen.insert(*designator));
    let (mut roles, senses) = (roles(&words), senses());
    for key in senses.keys() {
        roles.entry(key.clone()).or_default();
    }
    for (key, roles) in roles.iter().filter(|(key, roles)| !roles.is_empty() || senses.contains_key(*key)) {
        let nothing = Word::default();
        let word = words.get(key).unwrap_or(&nothing);
        let constants = |of: &str, names: &BTreeSet<&'static str>| -> String {
            let constants: Vec<String> = names.iter().map(|name| format!("{of}::{name}")).collect();
            if constants.is_empty() { format!("{of}::PLAIN") } else { constants.join(" | ") }
        };
        let unit = word.unit.as_ref().map_or("None".to_owned(), |[standard, kind, identifier]| {
            let kind = match kind.as_str() {
                "apartment" => "Apartment",
                "suite" => "Suite",
                "office" => "Office",
                "room" => "Room",
                "generic" => "Generic",
                "floor" => "Floor",
                "building" => "Building",
                "side" => "Side",
                other => panic!("{UNITS}: kind `{other}`"),
            };
            let identifier = match identifier.as_str() {
                "yes" => "Follows",
                "after" => "Precedes",
                "no" => "None",
                "end" => "NoneAtEnd",
                other => panic!("{UNITS}: identifier `{other}`"),
            };
            let designator = designators.iter().position(|designator| designator == standard).expect("collected above");
            format!(
                "Some(UnitWord {{ kind: UnitKind::{kind}, identifier: Identifier::{identifier}, designator: Designator({designator}) }})"
            )
        });
        let standard = word.standard.as_deref().unwrap_or(key);
        let tells = senses.get(key).map(|senses| format!(".that_tells({})", constants("Sense", senses)));
        map.entry(
            key.as_str(),
            format!(
                "Word::new({standard:?}, {}, {}, {unit}){}",
                constants("Word", &word.classes),
                if roles.is_empty() { "0".to_owned() } else { constants("Role", roles) },
                tells.unwrap_or_default(),
            ),
        );
    }
    let body = format!(
        "use super::held::Held;\nuse super::{{Designator, Identifier, Role, Sense, UnitKind, UnitWord, Word}};\n\n/// {} words of addresses, and those with a role alone, by their folded form.\n#[rustfmt::skip]\npub(super) static WORDS: Held<Word> = {};\n\n/// Standard designators of units; none, `#` and buildings come first.\n#[rustfmt::skip]\npub(super) static DESIGNATORS: &[&str] = &{designators:?};\n",
        words.len(),
        map.build()
    );
    support::emit(
        "src/tables/address/words.rs",
        &[
            SUFFIXES,
            TYPES,
            DIRECTIONALS,
            ORDINALS,
            WORDS,
            UNITS,
            REGIONS,
            COUNTRIES,
            ALIASES,
            STREET_ALIASES,
            ROLES,
            NAMES,
        ],
        &body,
    );
}

#[test]
fn address_places() {
    let mut body = "use super::DateWord;\nuse super::held::Held;\n\n".to_owned();
    // Regions: an id for every (country, code); a name can belong to several countries (`wa`, `nl`, `sa`).
    let regions = rows(REGIONS, 2);
    let codes: BTreeSet<(String, String)> = regions.iter().map(|row| (row[1].clone(), row[2].clone())).collect();
    let codes: Vec<(String, String)> = codes.into_iter().collect();
    writeln!(body, "/// Country and code of every region; the id of a region is its place here, counted from 1.\n#[rustfmt::skip]\npub(super) static REGION_CODES: &[(&str, &str)] = &[").expect("a string");
    for (country, code) in &codes {
        writeln!(body, "    ({country:?}, {code:?}),").expect("a string");
    }
    body.push_str("];\n\n");
    let words = words();
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for row in &regions {
        let name = standard(&words, &row[0]);
        let id =
            codes.iter().position(|(country, code)| *country == row[1] && *code == row[2]).expect("collected above");
        let ids = names.entry(name).or_default();
        if !ids.contains(&(id + 1)) {
            ids.push(id + 1);
        }
    }
    let mut map = Held::default();
    for (name, ids) in &names {
        let mut ids = ids.clone();
        ids.sort_unstable();
        map.entry(name.as_str(), format!("&{ids:?}"));
    }
    writeln!(body, "/// The ids of the regions that a folded name or code can mean.\n#[rustfmt::skip]\npub(super) static REGIONS: Held<&'static [u16]> = {};\n", map.build()).expect("a string");

    let mut map = Held::default();
    let countries: BTreeMap<String, String> =
        rows(COUNTRIES, 1).into_iter().map(|row| (standard(&words, &row[0]), row[1].clone())).collect();
    for row in countries.iter().map(|(name, code)| [name, code]) {
        assert!(row[1].len() == 2 && row[1].bytes().all(|byte| byte.is_ascii_uppercase()), "{COUNTRIES}: {}", row[1]);
        map.entry(row[0].as_str(), format!("{:?}", row[1]));
    }
    writeln!(body, "/// The two-letter code of a country by its folded name or three-letter code.\n#[rustfmt::skip]\npub(super) static COUNTRIES: Held<&'static str> = {};\n", map.build()).expect("a string");

    let _codes_of_countries: BTreeSet<&String> = countries.values().collect();
    let known: BTreeSet<&String> = countries.values().collect();
    let known: Vec<&String> = known.into_iter().collect();
    writeln!(body, "/// The two-letter codes of the countries that the table names, sorted.\n#[rustfmt::skip]\npub(super) static COUNTRY_CODES: &[&str] = &{known:?};\n").expect("a string");

    let territories: Vec<(String, String)> =
        rows(TERRITORIES, 1).into_iter().map(|row| (row[0].to_ascii_uppercase(), row[1].clone())).collect();
    assert!(territories.iter().all(|(code, _)| code.len() == 2), "{TERRITORIES}: a code has two letters");
    writeln!(body, "/// Codes of territories, and the countries that they are addressed as parts of.\n#[rustfmt::skip]\npub(super) static TERRITORIES: &[(&str, &str)] = &{territories:?};\n").expect("a string");

    let mut zips = [0_usize; 1000];
    let mut last = -1;
    for row in support::rows(ZIP_PREFIXES) {
        let [from, to] = [&row[0], &row[1]].map(|digits| digits.parse::<i32>().expect("three digits"));
        assert!(last < from && from <= to && to < 1000, "{ZIP_PREFIXES}: {} is not in order", row[0]);
        last = to;
        let id = codes.iter().position(|(country, code)| country == "US" && *code == row[2]).expect("a state") + 1;
        zips[from as usize..=to as usize].fill(id);
    }
    writeln!(body, "/// The region of a ZIP code by its first three digits; 0 for none.\n#[rustfmt::skip]\npub(super) static ZIP_REGIONS: [u16; 1000] = {zips:?};\n").expect("a string");

    let mut map = Held::default();
    let aliases = rows(ALIASES, 1);
    let aliases: BTreeMap<String, String> = aliases
        .iter()
        .map(|row| {
            assert_folded(ALIASES, &row[1]);
            (standard(&words, &row[0]), standard(&words, &row[1]))
        })
        .collect();
    for (alias, city) in &aliases {
        map.entry(alias.as_str(), format!("&{:?}", city.split(' ').collect::<Vec<_>>()));
    }
    writeln!(body, "/// The words of a city by its alias.\n#[rustfmt::skip]\npub(super) static CITY_ALIASES: Held<&'static [&'static str]> = {};\n", map.build()).expect("a string");

    let mut map = Held::default();
    let aliases: BTreeMap<String, (String, String)> = rows(STREET_ALIASES, 1)
        .into_iter()
        .map(|row| {
            assert_folded(STREET_ALIASES, &row[1]);
            (written(&words, &row[0]), (written(&words, &row[1]), row[2].clone()))
        })
        .collect();
    for (alias, (street, state)) in &aliases {
        map.entry(alias.as_str(), format!("(&{:?}, {state:?})", street.split(' ').collect::<Vec<_>>()));
    }
    let longest = aliases.keys().map(|alias| alias.split(' ').count()).max().unwrap_or(0);
    writeln!(body, "/// The words of a street by its other name, and the state that it lies in, if it is one.\n#[rustfmt::skip]\npub(super) static STREET_ALIASES: Held<(&'static [&'static str], &'static str)> = {};\n", map.build()).expect("a string");
    writeln!(
        body,
        "/// Words of the longest other name of a street.\npub(super) const LONGEST_STREET_ALIAS: usize = {longest};\n"
    )
    .expect("a string");
    let mut set = Held::default();
    let cities: BTreeSet<String> = rows(DIRECTIONAL_CITIES, 1).iter().map(|row| standard(&words, &row[0])).collect();
    for city in &cities {
        set.entry(city.as_str(), "()".to_owned());
    }
    writeln!(body, "/// Cities whose name begins with a directional.\n#[rustfmt::skip]\npub(super) static DIRECTIONAL_CITIES: Held<()> = {};\n", set.build()).expect("a string");
    let titles = rows(TITLES, 2);
    writeln!(body, "/// Titles in names of streets: short forms that are other words as well, and what they may stand for.\npub(super) static TITLES: [(&[u8], &[u8]); {}] = [", titles.len()).expect("a string");
    for row in &titles {
        assert!(row[0][..1] == row[1][..1], "{TITLES}: `{}` and `{}` begin with other letters", row[0], row[1]);
        writeln!(body, "    (b{:?}, b{:?}),", row[0], row[1]).expect("a string");
    }
    body.push_str("];\n\n");
    let mut map = Held::default();
    for row in rows(DATES, 1) {
        let number: u8 = row[2].parse().expect("the number of a day or month");
        let value = match row[1].as_str() {
            "day" | "ten" if !(1..=31).contains(&number) => panic!("{DATES}: day {number}"),
            "day" => format!("DateWord::Day({number})"),
            "ten" => format!("DateWord::Ten({number})"),
            "month" if (1..=12).contains(&number) => "DateWord::Month".to_owned(),
            other => panic!("{DATES}: `{other}` {number}"),
        };
        map.entry(row[0].as_str(), value);
    }
    writeln!(body, "/// The words of dates that streets are called after.\n#[rustfmt::skip]\npub(super) static DATE_WORDS: Held<DateWord> = {};", map.build()).expect("a string");
    support::emit(
        "src/tables/address/places.rs",
        &[
            REGIONS,
            COUNTRIES,
            TERRITORIES,
            ZIP_PREFIXES,
            ALIASES,
            STREET_ALIASES,
            DIRECTIONAL_CITIES,
            SUFFIXES,
            TYPES,
            DIRECTIONALS,
            ORDINALS,
            WORDS,
            TITLES,
            DATES,
        ],
        &body,
    );
}

/// Every word that a table writes is a word that the tables leave alone: writing twice changes nothing.
#[test]
fn address_words_are_written_once() {
    let words = words();
    for (key, word) in &words {
        let standard = word.standard.as_deref().unwrap_or(key);
        let again = words.get(standard).and_then(|word| word.standard.as_deref()).unwrap_or(standard);
        assert_eq!(again, standard, "{key} is written {standard}, which is written {again}");
    }
}

/// The hash of a name by `city_hash` of `src/tables/address/mod.rs`.
fn city_hash(name: &str) -> u64 {
    name.split(' ').rev().fold(2, |rest, word| {
        let hash = (rest ^ (held_hash(word.as_bytes()) & 0xffff_ffff)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 32
    })
}

/// Cities as addresses write them: the library itself says how, so the tables of words must be fresh first.
#[test]
fn address_cities() {
    const BUCKETS: usize = 1 << 14;
    let mut entries: BTreeSet<(usize, u16, u16)> = BTreeSet::new();
    for row in rows(CITIES, 1) {
        let city = ownership_match::Address::from_parts(&ownership_match::PostalAddress {
            line1: Some("1 Main St".to_owned()),
            city: Some(row[0].clone()),
            country: Some("US".to_owned()),
            ..ownership_match::PostalAddress::default()
        });
        let city = city.and_then(|address| address.parts().city).unwrap_or_else(|| panic!("{CITIES}: {}", row[0]));
        let hash = city_hash(&city);
        for prefix in row[1].split(' ') {
            let prefix = prefix.parse().unwrap_or_else(|_| panic!("{CITIES}: three digits: {prefix}"));
            entries.insert(((hash >> 50) as usize, (hash >> 34) as u16, prefix));
        }
    }
    let mut sizes = vec![0_u16; BUCKETS + 1];
    for (bucket, _, _) in &entries {
        sizes[bucket + 1] += 1;
    }
    let mut bytes = Vec::new();
    let mut start = 0_u16;
    for size in sizes {
        start = start.checked_add(size).expect("fewer than 65,536 places");
        bytes.extend(start.to_le_bytes());
    }
    for (_, tag, prefix) in &entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(prefix.to_le_bytes());
    }
    support::emit_bytes("src/tables/address/cities.bin", &bytes);
}
