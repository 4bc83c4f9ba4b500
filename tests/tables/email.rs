//! Generator of the tables of `src/tables/email`.

#[allow(dead_code, unreachable_pub)]
#[path = "../../src/tables/email/index.rs"]
mod index;

use super::support;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

const PROVIDERS: &str = "data/email_providers.tsv";
const DOMAINS: &str = "data/email_domains.tsv";
const SUFFIXES: &str = "data/email_suffixes.tsv";
const ROLES: &str = "data/email_roles.tsv";
const PLACEHOLDERS: &str = "data/email_placeholders.tsv";
const SLIPS: &str = "data/email_slips.tsv";

fn is_domain(text: &str) -> bool {
    text.split('.').all(|label| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    })
}

fn certainty(cell: &str) -> &'static str {
    match cell {
        "none" => "Certainty::None",
        "likely" => "Certainty::Likely",
        "documented" => "Certainty::Documented",
        other => panic!("{PROVIDERS}: no such certainty: {other}"),
    }
}

/// The text of an index of keys with a value each.
fn index(name: &str, kind: &str, rows: &BTreeMap<String, String>) -> String {
    let mut slots = vec![0; (3 * rows.len()).next_power_of_two()];
    for (row, key) in rows.keys().enumerate() {
        assert!(key.len() <= index::LONGEST_KEY, "{key} is too long");
        let mut place = index::hash(key.as_bytes()) as usize;
        while slots[place % slots.len()] != 0 {
            place += 1;
        }
        let count = slots.len();
        slots[place % count] = row + 1;
    }
    let rows: Vec<String> = rows.iter().map(|(key, value)| format!("({key:?}, {value})")).collect();
    format!(
        "#[rustfmt::skip]\npub(super) static {name}: Index<{kind}> = Index {{\n    slots: &{slots:?},\n    rows: &[{}],\n}};\n",
        rows.join(", ")
    )
}

#[test]
fn email_domains() {
    let mut numbers = BTreeMap::new();
    let mut body = String::from(
        "use super::index::Index;\nuse super::{Certainty, Kind, Provider};\n\n/// The providers; a domain names its own by position.\n\
         #[rustfmt::skip]\npub(super) const PROVIDERS: &[Provider] = &[\n",
    );
    for (number, row) in support::rows(PROVIDERS).iter().enumerate() {
        assert!(numbers.insert(row[0].clone(), number).is_none(), "{PROVIDERS}: {} twice", row[0]);
        let kind = match row[1].as_str() {
            "public" => "Kind::Public",
            "relay" => "Kind::Relay",
            "disposable" => "Kind::Disposable",
            other => panic!("{PROVIDERS}: no such kind: {other}"),
        };
        let rules = ["dots", "plus", "hyphen", "subdomain", "aliases", "punctuation", "exchange"];
        let rules: Vec<String> =
            rules.iter().zip(&row[2..]).map(|(rule, cell)| format!("{rule}: {}", certainty(cell))).collect();
        writeln!(body, "    Provider {{ name: {:?}, kind: {kind}, {} }},", row[0], rules.join(", ")).expect("text");
    }
    assert!(numbers.len() < 255, "a provider is numbered in a byte, 255 stands for none");
    body.push_str("];\n\n/// Domain to the position of its provider.\n");
    let mut map = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in support::rows(DOMAINS) {
        assert!(is_domain(&row[0]), "{DOMAINS}: not in folded form: {}", row[0]);
        assert!(seen.insert(row[0].clone()), "{DOMAINS}: {} twice", row[0]);
        let number = numbers.get(&row[1]).unwrap_or_else(|| panic!("{DOMAINS}: no such provider: {}", row[1]));
        map.insert(row[0].clone(), number.to_string());
    }
    body.push_str(&index("DOMAINS", "u8", &map));
    support::emit("src/tables/email/domains.rs", &[PROVIDERS, DOMAINS], &body);
}

#[test]
fn email_suffixes() {
    let mut body = String::from("use super::index::Index;\n\n");
    let mut seen = BTreeSet::new();
    let rows = support::rows(SUFFIXES);
    for (kind, name, about) in [
        ("second", "SECOND", "Labels that make a suffix together with any two-letter top-level domain."),
        ("whole", "WHOLE", "Other suffixes of two labels."),
    ] {
        let mut set = BTreeMap::new();
        for row in rows.iter().filter(|row| row[1] == kind) {
            assert!(is_domain(&row[0]), "{SUFFIXES}: not in folded form: {}", row[0]);
            assert_eq!(row[0].matches('.').count(), usize::from(kind == "whole"), "{SUFFIXES}: {}", row[0]);
            assert!(seen.insert(row[0].clone()), "{SUFFIXES}: {} twice", row[0]);
            set.insert(row[0].clone(), "()".to_owned());
        }
        write!(body, "/// {about}\n{}", index(name, "()", &set)).expect("text");
    }
    assert_eq!(seen.len(), rows.len(), "{SUFFIXES}: a row of no known kind");
    support::emit("src/tables/email/suffixes.rs", &[SUFFIXES], &body);
}

#[test]
fn email_words() {
    let mut body = String::from("use super::Placeholder;\nuse super::index::Index;\n\n");
    let mut set = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in support::rows(ROLES) {
        assert!(row[0].bytes().all(|byte| byte.is_ascii_lowercase()), "{ROLES}: not in folded form: {}", row[0]);
        assert!(seen.insert(row[0].clone()), "{ROLES}: {} twice", row[0]);
        set.insert(row[0].clone(), "()".to_owned());
    }
    body.push_str("/// Words that name a function and not a person.\n");
    body.push_str(&index("ROLES", "()", &set));
    let mut map = BTreeMap::new();
    let mut kinds = BTreeMap::<String, Vec<&str>>::new();
    for row in support::rows(PLACEHOLDERS) {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        assert!(row[0].bytes().all(plain), "{PLACEHOLDERS}: not in folded form: {}", row[0]);
        let kind = match row[1].as_str() {
            "negation" => "NEGATION",
            "filler" => "FILLER",
            "local" => "LOCAL",
            "twice" => "TWICE",
            other => panic!("{PLACEHOLDERS}: no such kind: {other}"),
        };
        let kinds = kinds.entry(row[0].clone()).or_default();
        assert!(!kinds.contains(&kind), "{PLACEHOLDERS}: {} twice", row[0]);
        kinds.push(kind);
    }
    for (word, kinds) in kinds {
        let bits: Vec<String> = kinds.iter().map(|kind| format!("Placeholder::{kind}")).collect();
        map.insert(word, bits.join(" | "));
    }
    body.push_str("\n/// Words of placeholders, and in which place each is one.\n");
    body.push_str(&index("PLACEHOLDERS", "u8", &map));
    let mut map = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in support::rows(SLIPS) {
        assert!(seen.insert(row[0].clone()), "{SLIPS}: {} twice", row[0]);
        map.insert(row[0].clone(), format!("{:?}", row[1]));
    }
    body.push_str("\n/// Ends of a domain that are slips, and the end that is meant.\n");
    body.push_str(&index("SLIPS", "&str", &map));
    support::emit("src/tables/email/words.rs", &[ROLES, PLACEHOLDERS, SLIPS], &body);
}
