//! Generator of the tables of `src/tables/name`.

use super::support;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

#[path = "../../src/name/named.rs"]
mod named;

const NICKNAMES: &str = "data/name-nicknames.tsv";
const SPELLINGS: &str = "data/name-spellings.tsv";
const KINDRED: &str = "data/name-kindred.tsv";
const GIVEN: &str = "data/name-given.tsv";
const SURNAMES: &str = "data/name-surnames.tsv";
const AFFIXES: &str = "data/name-affixes.tsv";
const LEGAL_FORMS: &str = "data/name-legal-forms.tsv";
const BUSINESS_WORDS: &str = "data/name-business-words.tsv";
const PINYIN: &str = "data/name-pinyin.tsv";
const PHRASES: &str = "data/name-phrases.tsv";
const LEGAL_PHRASES: &str = "data/name-legal-phrases.tsv";
const ABBREVIATIONS: &str = "data/name-business-abbreviations.tsv";
const HEBREW: &str = "data/name-hebrew.tsv";
const LABELS: &str = "data/name-labels.tsv";
const EASTERN: &str = "data/name-eastern.tsv";
const TILDES: &str = "data/name-tildes.tsv";
const REGIONS: &str = "data/address_regions.tsv";
const ADDRESS_ROLES: &str = "data/address_roles.tsv";

/// What the tables say about one word; the generated form of `src/tables/name/mod.rs`'s `Entry`.
#[derive(Default)]
struct Entry {
    class: BTreeSet<&'static str>,
    generation: u8,
    legal: u8,
    business: u16,
    links: BTreeMap<u16, u16>,
}

fn folded(key: &str) -> &str {
    assert!(
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()),
        "{key:?} is not a folded word"
    );
    key
}

/// Numbers names in the order in which they are met, from 1.
#[derive(Default)]
struct Ids(BTreeMap<String, u16>);

impl Ids {
    fn id(&mut self, name: &str) -> u16 {
        let next = u16::try_from(self.0.len() + 1).expect("few names");
        *self.0.entry(name.to_owned()).or_insert(next)
    }
}

fn number(cell: &str) -> u8 {
    cell.parse().unwrap_or_else(|_| panic!("{cell:?} is no number"))
}

fn entries() -> BTreeMap<String, Entry> {
    let mut words: BTreeMap<String, Entry> = BTreeMap::new();
    let mut classes = Ids::default();
    let mut spelled = BTreeSet::new();
    for row in support::rows(SPELLINGS) {
        let id = classes.id(folded(&row[0]));
        assert!(spelled.insert(row[1].clone()), "{SPELLINGS}: {} twice", row[1]);
        for word in [&row[0], &row[1]] {
            words.entry(folded(word).to_owned()).or_default().links.insert(id, id << 2);
        }
    }
    let mut kindred = Ids::default();
    for row in support::rows(KINDRED) {
        // The bit of `KINDRED` in `src/tables/name/mod.rs`; the other classes are fewer.
        let id = kindred.id(folded(&row[0])) | 1 << 13;
        for word in [&row[0], &row[1]] {
            words.entry(folded(word).to_owned()).or_default().links.insert(id, id << 2);
        }
    }
    for row in support::rows(NICKNAMES) {
        assert!(!spelled.contains(&row[1]), "{NICKNAMES}: {} is not the head of its spellings", row[1]);
        let id = classes.id(folded(&row[1]));
        assert!(id < 1 << 13, "too many classes");
        let grade = match row[2].as_str() {
            "sure" => 1,
            "shared" => 2,
            "equivalent" => 3,
            other => panic!("{NICKNAMES}: grade {other:?}"),
        };
        words.entry(row[1].clone()).or_default().links.insert(id, id << 2);
        let held = words.entry(folded(&row[0]).to_owned()).or_default().links.insert(id, (id << 2) | grade);
        assert!(held.is_none(), "{NICKNAMES}: {} and {} are related twice", row[0], row[1]);
    }
    for row in support::rows(AFFIXES) {
        let entry = words.entry(folded(&row[0]).to_owned()).or_default();
        let class = match row[1].as_str() {
            "honorific" => "HONORIFIC",
            "ambiguous_honorific" => {
                entry.class.insert("HONORIFIC");
                "AMBIGUOUS"
            }
            "post_nominal" => "POST_NOMINAL",
            "particle" => "PARTICLE",
            "generation" => {
                entry.generation = number(&row[2]);
                "GENERATION"
            }
            other => panic!("{AFFIXES}: class {other:?}"),
        };
        assert!(entry.class.insert(class), "{AFFIXES}: {} is {class} twice", row[0]);
        if row[2] == "article" {
            assert!(entry.class.contains("HONORIFIC"), "{AFFIXES}: {} is no title", row[0]);
            entry.class.insert("ARTICLE");
        }
    }
    let mut forms = Ids::default();
    for row in support::rows(LEGAL_FORMS) {
        let form = forms.id(&row[1]);
        let entry = words.entry(folded(&row[0]).to_owned()).or_default();
        assert!(entry.class.insert("LEGAL"), "{LEGAL_FORMS}: {} twice", row[0]);
        entry.legal = u8::try_from(form).expect("few legal forms");
    }
    let mut meanings = Ids::default();
    for row in support::rows(BUSINESS_WORDS) {
        let meaning = meanings.id(&row[1]);
        let entry = words.entry(folded(&row[0]).to_owned()).or_default();
        assert!(entry.class.insert("BUSINESS"), "{BUSINESS_WORDS}: {} twice", row[0]);
        entry.business = meaning;
        if row[2] == "generic" {
            entry.class.insert("GENERIC");
        }
    }
    for row in support::rows(PHRASES) {
        let first = row[0].split(' ').next().expect("a word");
        if !first.contains('/') {
            words.entry(folded(first).to_owned()).or_default().class.insert("PHRASE");
        }
    }
    words
}

#[test]
fn words() {
    let words = entries();
    let mut links: Vec<u16> = Vec::new();
    let mut map: BTreeMap<(usize, &str), String> = BTreeMap::new();
    for (word, entry) in &words {
        let start = links.len();
        let mut own: Vec<u16> = entry.links.values().copied().collect();
        own.sort_by_key(|link| (link & 3, link >> 2));
        // A word with more meanings than these says too little to be kept in full.
        own.truncate(12);
        links.extend(&own);
        let class = if entry.class.is_empty() {
            "0".to_owned()
        } else {
            entry.class.iter().copied().collect::<Vec<_>>().join(" | ")
        };
        let bucket = (hash(word.as_bytes()) >> 52) as usize;
        map.entry((bucket, word.as_str())).or_insert_with(|| {
            format!(
                "e({class}, {}, {}, {}, {}, {})",
                entry.generation,
                entry.legal,
                entry.business,
                if own.is_empty() { 0 } else { start },
                own.len()
            )
        });
    }
    let starts: Vec<usize> =
        (0..=WORD_BUCKETS).map(|bucket| map.keys().filter(|(held, _)| *held < bucket).count()).collect();
    let mut body = String::from(
        "use super::{AMBIGUOUS, ARTICLE, BUSINESS, Entry, GENERATION, GENERIC, HONORIFIC, LEGAL, PARTICLE, PHRASE, POST_NOMINAL, entry as e};\n\n",
    );
    writeln!(
        body,
        "/// Words and what the tables say about each, by bucket.\n#[rustfmt::skip]\npub(super) static WORDS: [(&[u8], Entry); {}] = [{}];\n\n/// Where the words of each bucket begin.\n#[rustfmt::skip]\npub(super) static STARTS: [u16; {}] = {starts:?};\n",
        words.len(),
        map.iter().map(|((_, word), entry)| format!("(b{word:?}, {entry})")).collect::<Vec<_>>().join(", "),
        starts.len()
    )
    .expect("a string takes any text");
    writeln!(
        body,
        "/// Names that a word may stand for: number of the name × 4 + grade.\n#[rustfmt::skip]\npub(super) static LINKS: [u16; {}] = {links:?};",
        links.len()
    )
    .expect("a string takes any text");
    support::emit(
        "src/tables/name/words.rs",
        &[NICKNAMES, SPELLINGS, KINDRED, AFFIXES, LEGAL_FORMS, BUSINESS_WORDS, PHRASES],
        &body,
    );
}

#[test]
fn phrases() {
    let mut map = phf_codegen::Map::new();
    let rows = support::rows(PHRASES);
    let markers: Vec<(String, String)> = rows
        .iter()
        .flat_map(|row| alternatives(&row[0]).into_iter().map(move |phrase| (phrase, &row[1])))
        .map(|(phrase, row)| {
            let mut marker = String::new();
            for part in row.split('_') {
                marker.push_str(&part[..1].to_uppercase());
                marker.push_str(&part[1..]);
            }
            // What is written with slashes is found by its letters behind one: `c/o` as `/co`, which `co` is not.
            let slash = if phrase.contains('/') { "/" } else { "" };
            (format!("{slash}{}", phrase.replace('/', "")), format!("Marker::{marker}"))
        })
        .collect();
    let mut seen = BTreeMap::new();
    for (phrase, marker) in &markers {
        phrase.trim_start_matches('/').split(' ').for_each(|word| {
            folded(word);
        });
        if let Some(held) = seen.insert(phrase.as_str(), marker.as_str()) {
            assert_eq!(held, marker, "{PHRASES}: {phrase} twice");
            continue;
        }
        map.entry(phrase.as_str(), marker.as_str());
    }
    let mut body = String::from("use super::Marker;\n\n");
    writeln!(
        body,
        "/// {} phrases of account titles and what they do.\n#[rustfmt::skip]\npub(super) static PHRASES: phf::Map<&'static str, Marker> = {};\n",
        seen.len(),
        map.build()
    )
    .expect("a string takes any text");
    support::emit("src/tables/name/phrases.rs", &[PHRASES], &body);
}

/// The phrases of a row, the last word of which may be one of several: `tax account|acct`.
fn alternatives(phrase: &str) -> Vec<String> {
    let (front, last) = phrase.rsplit_once(' ').map_or(("", phrase), |(front, last)| (front, last));
    last.split('|').map(|word| format!("{front} {word}").trim_start().to_owned()).collect()
}

/// Legal forms of several words, the states whose law a firm may be of, and short forms in names of businesses.
#[test]
fn forms() {
    let legal: BTreeSet<String> = support::rows(LEGAL_FORMS).into_iter().map(|row| row[0].clone()).collect();
    let words = |phrase: &str| -> Vec<String> { phrase.split(' ').map(|word| folded(word).to_owned()).collect() };
    let mut forms: Vec<(Vec<String>, String)> = support::rows(LEGAL_PHRASES)
        .into_iter()
        .map(|row| {
            assert!(legal.contains(&row[1]), "{LEGAL_PHRASES}: {} is no row of {LEGAL_FORMS}", row[1]);
            (words(&row[0]), row[1].clone())
        })
        .collect();
    // The longer ones before those that end like them.
    forms.sort_by_key(|(words, _)| (std::cmp::Reverse(words.len()), words.clone()));
    assert!(forms.windows(2).all(|two| two[0].0 != two[1].0), "{LEGAL_PHRASES}: a form twice");
    let last: BTreeSet<&String> = forms.iter().filter_map(|(words, _)| words.last()).collect();
    // Short forms that are other words are states in addresses alone.
    let other_words: BTreeSet<String> = support::rows(ADDRESS_ROLES)
        .into_iter()
        .filter(|row| row[1] == "state before zip")
        .map(|row| row[0].clone())
        .collect();
    let states: BTreeSet<Vec<String>> = support::rows(REGIONS)
        .into_iter()
        .filter(|row| row[1] == "US" && row[0].len() > 2 && !other_words.contains(&row[0]))
        .map(|row| words(&row[0]))
        .collect();
    let pairs: BTreeSet<(String, String, bool)> = support::rows(ABBREVIATIONS)
        .into_iter()
        .map(|row| {
            let alone = match row[2].as_str() {
                "alone" => true,
                "beside" => false,
                other => panic!("{ABBREVIATIONS}: {other:?}"),
            };
            (folded(&row[0]).to_owned(), folded(&row[1]).to_owned(), alone)
        })
        .collect();
    let bytes = |words: &mut dyn Iterator<Item = &String>| -> String {
        words.map(|word| format!("b{word:?}")).collect::<Vec<_>>().join(", ")
    };
    let mut body = String::from("use super::Label;\n\n");
    writeln!(body, "/// Forms that are spelled out, and the word of the tables that means the same.")
        .expect("a string");
    writeln!(body, "pub(super) static SPELLED_OUT: [(&[&[u8]], &[u8]); {}] = [", forms.len()).expect("a string");
    for (words, form) in &forms {
        writeln!(body, "    (&[{}], b{form:?}),", bytes(&mut words.iter())).expect("a string");
    }
    writeln!(body, "];\n\n/// The words that they end with.").expect("a string");
    let ends = bytes(&mut last.iter().copied());
    writeln!(body, "pub(super) static ENDS: [&[u8]; {}] = [{ends}];\n", last.len()).expect("a string");
    writeln!(body, "/// States and territories of the United States.").expect("a string");
    writeln!(body, "pub(super) static STATES: [&[&[u8]]; {}] = [", states.len()).expect("a string");
    for state in &states {
        writeln!(body, "    &[{}],", bytes(&mut state.iter())).expect("a string");
    }
    writeln!(body, "];\n\n/// Short forms, the words that they may stand for, and whether they agree alone.")
        .expect("a string");
    writeln!(body, "pub(super) static ABBREVIATIONS: [(&[u8], &[u8], bool); {}] = [", pairs.len()).expect("a string");
    for (short, long, alone) in &pairs {
        writeln!(body, "    (b{short:?}, b{long:?}, {alone}),").expect("a string");
    }
    let hebrew: BTreeSet<(String, String)> =
        support::rows(HEBREW).into_iter().map(|row| (row[0].clone(), folded(&row[1]).to_owned())).collect();
    writeln!(body, "];\n\n/// Names in Hebrew letters, and in Latin ones.").expect("a string");
    writeln!(body, "pub(super) static HEBREW: [(&str, &str); {}] = [", hebrew.len()).expect("a string");
    for (name, latin) in &hebrew {
        writeln!(body, "    ({name:?}, {latin:?}),").expect("a string");
    }
    let labels: BTreeSet<(&str, String)> = support::rows(LABELS)
        .into_iter()
        .map(|row| {
            let label = match row[1].as_str() {
                "label" => "Asked",
                "standing" => "Standing",
                "practice" => "Practice",
                "state" => "State",
                "purpose" => "Purpose",
                "product" => "Product",
                "kind" => "Kind",
                "air" => "Air",
                "proprietor" => "Proprietor",
                "given" => "Given",
                "middle" => "Middle",
                "surname" => "Surname",
                other => panic!("{LABELS}: kind {other:?}"),
            };
            (label, folded(&row[0]).to_owned())
        })
        .collect();
    writeln!(body, "];\n\n/// Words of a form beside a name.").expect("a string");
    writeln!(body, "pub(super) static LABELS: [(Label, &[u8]); {}] = [", labels.len()).expect("a string");
    for (label, word) in &labels {
        writeln!(body, "    (Label::{label}, b{word:?}),").expect("a string");
    }
    let eastern = eastern_surnames();
    writeln!(body, "];\n\n/// Family names of peoples that write them first, in order.").expect("a string");
    writeln!(body, "pub(super) static EASTERN: [&[u8]; {}] = [", eastern.len()).expect("a string");
    for surname in &eastern {
        writeln!(body, "    b{surname:?},").expect("a string");
    }
    let tildes = support::rows(TILDES);
    writeln!(body, "];\n\n/// Surnames with `ñ`, for which `~` stands.").expect("a string");
    writeln!(body, "pub(super) static TILDES: [&[u8]; {}] = [", tildes.len()).expect("a string");
    for row in &tildes {
        writeln!(body, "    b{:?},", row[0].replace('ñ', "~")).expect("a string");
    }
    body.push_str("];\n");
    let sources = [LEGAL_PHRASES, REGIONS, ABBREVIATIONS, HEBREW, LABELS, EASTERN, TILDES];
    support::emit("src/tables/name/forms.rs", &sources, &body);
}

/// Family names of peoples that write them first.
fn eastern_surnames() -> BTreeSet<String> {
    support::rows(EASTERN).into_iter().map(|row| folded(&row[0]).to_owned()).collect()
}

/// Buckets of the words that are kept as text, as in `src/tables/name/mod.rs`.
const WORD_BUCKETS: usize = 1 << 12;

/// Buckets of a table of people's names, as in `src/tables/name/census.rs`.
const BUCKETS: usize = 1 << 13;

/// The hash of `src/tables/name/census.rs`: FNV-1a, with its bits mixed once more.
fn hash(word: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for &byte in word {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// What the packed table says about each name: the bits of `src/tables/name/census.rs`, by bucket and tag.
#[derive(Default)]
struct Packed(BTreeMap<(usize, u16), u16>);

impl Packed {
    fn place(word: &str) -> (usize, u16) {
        Packed::place_of(folded(word).as_bytes())
    }

    fn place_of(word: &[u8]) -> (usize, u16) {
        let hash = hash(word);
        ((hash >> 51) as usize, (hash >> 35) as u16)
    }

    /// Adds the names of one list with their weights, `shift` bits up, and what else is said of them.
    fn add(&mut self, file: &str, names: &[(String, u8, u16)], shift: u32) {
        let mut entries: Vec<((usize, u16), u8, u16)> =
            names.iter().map(|(name, weight, marks)| (Packed::place(name), *weight, *marks)).collect();
        // Of two names that share a tag, about six of them, the more frequent one speaks for both.
        entries.sort_unstable_by_key(|&(place, weight, marks)| (place, std::cmp::Reverse(weight), marks));
        let all = entries.len();
        entries.dedup_by_key(|entry| entry.0);
        assert!(all - entries.len() < 20, "{file}: {} names share a tag; change the hash", all - entries.len());
        for (place, weight, marks) in entries {
            // The list that comes first says whether its name is Pinyin.
            let held = self.0.entry(place).or_insert(marks);
            *held |= u16::from(weight) << shift;
        }
    }

    /// For each bucket where its entries begin, then the tags of all entries, the most frequent of a bucket first, then the
    /// bits of each.
    fn emit(&self, file: &str) {
        let weight = |bits: u16| if bits & 1023 == 0 { RARE } else { (bits & 31).max(bits >> 5 & 31) };
        let mut entries: Vec<(usize, std::cmp::Reverse<u16>, u16, u16)> =
            self.0.iter().map(|(&(bucket, tag), &bits)| (bucket, std::cmp::Reverse(weight(bits)), tag, bits)).collect();
        entries.sort_unstable();
        let mut bytes = Vec::new();
        for bucket in 0..=BUCKETS {
            let start = entries.partition_point(|entry| entry.0 < bucket);
            bytes.extend(u32::try_from(start).expect("few names").to_le_bytes());
        }
        entries.iter().for_each(|entry| bytes.extend(entry.2.to_le_bytes()));
        entries.iter().for_each(|entry| bytes.extend(entry.3.to_le_bytes()));
        support::emit_bytes(file, &bytes);
    }
}

/// Words that nobody is called stand among names of so many people (log2), by how often they are met.
const RARE: u16 = 12;

/// Letters of the longest word in the packed table.
const LONGEST_PACKED: usize = 24;

#[test]
fn people() {
    let weight = |cell: &str| {
        let weight = number(cell);
        assert!((1..32).contains(&weight), "a weight of {weight}");
        weight
    };
    let syllables = syllables();
    let pinyin = |name: &str| if is_pinyin(&syllables, name) { 1 << 12 } else { 0 };
    let given: Vec<(String, u8, u16)> = support::rows(GIVEN)
        .iter()
        .map(|row| {
            let sex = match row[2].as_str() {
                "b" => 0,
                "m" => 1,
                "f" => 2,
                other => panic!("{GIVEN}: sex {other:?}"),
            };
            (row[0].clone(), weight(&row[1]), sex << 10 | pinyin(&row[0]))
        })
        .collect();
    let surnames: Vec<(String, u8, u16)> =
        support::rows(SURNAMES).iter().map(|row| (row[0].clone(), weight(&row[1]), pinyin(&row[0]))).collect();
    let mut packed = Packed::default();
    for (file, names, shift) in [(GIVEN, &given, 0), (SURNAMES, &surnames, 5)] {
        let distinct: BTreeSet<&str> = names.iter().map(|(name, ..)| name.as_str()).collect();
        assert_eq!(distinct.len(), names.len(), "{file}: a name twice");
        assert!(
            names.iter().all(|(name, ..)| (2..=LONGEST_PACKED).contains(&name.len())),
            "{file}: a name is too short or too long"
        );
        packed.add(file, names, shift);
    }
    for word in entries().keys().filter(|word| word.len() <= LONGEST_PACKED) {
        *packed.0.entry(Packed::place(word)).or_default() |= 1 << 13;
    }
    let eastern = eastern_surnames();
    let numbers = named::NUMBER_WORDS.iter().map(|(word, _)| word);
    let named = eastern.iter().map(String::as_str).chain(named::MORE).chain(numbers.copied());
    for word in named.filter(|word| word.len() <= LONGEST_PACKED) {
        *packed.0.entry(Packed::place(word)).or_default() |= 1 << 14;
    }
    // Nobody is called by one letter, and none is taken for a name.
    let mut letters = (0..=u8::MAX).map(|letter| packed.0.get(&Packed::place_of(&[letter])).copied().unwrap_or(0));
    assert!(letters.all(|bits| bits & 1023 == 0), "a letter shares the tag of a name; change the hash");
    packed.emit("src/tables/name/names.bin");
}

/// Syllables of Standard Chinese, and whether European names hardly ever hold them.
fn syllables() -> BTreeMap<String, bool> {
    let rows = support::rows(PINYIN).into_iter();
    rows.map(|row| (folded(&row[0]).to_owned(), matches!(row[1].as_str(), "yes"))).collect()
}

/// As `is_pinyin` of `src/tables/name/mod.rs`, which asks only of words that no table holds.
fn is_pinyin(syllables: &BTreeMap<String, bool>, word: &str) -> bool {
    let says = |text: &str| if text.is_empty() { Some(false) } else { syllables.get(text).copied() };
    let own = (1..=word.len()).any(|at| match (says(&word[..at]), says(&word[at..])) {
        (Some(first), Some(second)) => first || second,
        _ => false,
    });
    (2..=14).contains(&word.len()) && own
}

/// The letters of a syllable as a number, the first in the highest byte.
fn key(syllable: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes[..syllable.len()].copy_from_slice(syllable.as_bytes());
    u64::from_be_bytes(bytes)
}

#[test]
fn pinyin() {
    let rows = syllables();
    let mut body = String::new();
    writeln!(
        body,
        "/// Syllables of Standard Chinese as numbers (their letters, the first in the highest byte), in order, and whether European\n/// names hardly ever hold them.\n#[rustfmt::skip]\npub(super) static SYLLABLES: [(u64, bool); {}] = {:?};",
        rows.len(),
        rows.iter().map(|(syllable, own)| (key(syllable), *own)).collect::<Vec<_>>()
    )
    .expect("a string takes any text");
    support::emit("src/tables/name/pinyin.rs", &[PINYIN], &body);
}
