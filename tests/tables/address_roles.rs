//! What the rules of addresses look for in words, from `data/address_roles.tsv` and the names of the other tables.

use super::address::{ALIASES, COUNTRIES, NAMES, REGIONS, ROLES, STREET_ALIASES, Word, names, rows};
use std::collections::{BTreeMap, BTreeSet};

/// Whether one word becomes the other by one letter that is changed, added or lost, other than a final s or e.
fn is_a_letter_apart(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let without = |at: usize| [&long[..at], &long[at + 1..]].concat();
    match long.len() - short.len() {
        0 => short.bytes().zip(long.bytes()).filter(|(a, b)| a != b).count() == 1,
        1 => (0..long.len()).any(|at| without(at) == short) && !(long.starts_with(short) && long.ends_with(['s', 'e'])),
        _ => false,
    }
}

/// Whether two names are a letter apart, or two where one of them is long.
fn are_slips_apart(a: &str, b: &str) -> bool {
    is_a_letter_apart(a, b) || a.len().max(b.len()) >= 8 && strsim::levenshtein(a, b) == 2
}

/// The constant of `Sense` that a row of the roles means.
fn sense(of: &str) -> Option<&'static str> {
    match of {
        "firm" => Some("FIRM"),
        "dwelling alone" => Some("DWELLING"),
        "firm form" => Some("FORM"),
        "date" => Some("DATE"),
        "ship" => Some("SHIP"),
        "street alone" => Some("STREET"),
        "state before zip" => Some("STATE"),
        "district" => Some("DISTRICT"),
        _ => None,
    }
}

/// What words tell of the name that they stand in: the constants of `Sense`.
pub(crate) fn senses() -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut senses: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for row in rows(ROLES, 2) {
        if let Some(sense) = sense(&row[1]) {
            senses.entry(row[0].clone()).or_default().insert(sense);
        }
    }
    senses
}

/// What can begin with each word that is written in an address, or end in it: the constants of `Role`.
pub(crate) fn roles(words: &BTreeMap<String, Word>) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut of_rules: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for row in rows(ROLES, 2) {
        of_rules.entry(row[0].clone()).or_default().insert(match row[1].as_str() {
            "care" => "CARE",
            "type" => "TYPE",
            "box" => "BOX",
            "route" => "ROUTE",
            "number" => "NUMBER",
            "building" => "BUILDING",
            "saint" => "SAINT",
            "lettered" => "LETTERED",
            "dwelling" => "DWELLING",
            other => match sense(other) {
                Some(_) => continue,
                None => panic!("{ROLES}: role `{other}`"),
            },
        });
    }
    let names_of_streets = rows(NAMES, 1);
    for row in &names_of_streets {
        let name = row[0].as_str();
        assert!(name.len() <= 11, "{NAMES}: `{name}` is too long");
        let beside = names_of_streets.iter().any(|other| are_slips_apart(name, &other[0]));
        assert!(beside, "{NAMES}: no other name is a slip or two apart from `{name}`");
        of_rules.entry(name.to_owned()).or_default().insert("NAME");
    }
    let last = |name: &String| name.rsplit(' ').next().unwrap_or_default().to_owned();
    let first = |name: &String| name.split(' ').next().unwrap_or_default().to_owned();
    let second = |name: &String| name.split(' ').nth(1).map(str::to_owned);
    let places: Vec<String> = [names(words, REGIONS), names(words, COUNTRIES)].concat();
    let sets: [(&str, BTreeSet<String>); 5] = [
        ("PLACE_END", places.iter().map(last).collect()),
        ("PLACE_START", places.iter().filter(|name| name.contains(' ')).map(first).collect()),
        ("ALIAS_END", names(words, ALIASES).iter().map(last).collect()),
        ("STREET_ALIAS", names(words, STREET_ALIASES).iter().map(first).collect()),
        ("STREET_ALIAS_ON", names(words, STREET_ALIASES).iter().filter_map(second).collect()),
    ];
    let mut roles: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    let known = sets.iter().flat_map(|(_, set)| set).chain(of_rules.keys()).chain(words.keys());
    for key in known.collect::<BTreeSet<_>>() {
        let standard = words.get(key).and_then(|word| word.standard.as_ref()).unwrap_or(key);
        let found = roles.entry(key.clone()).or_default();
        // A rule may look at the standard spelling or, for short words, at the written one.
        for spelling in [key, standard] {
            found.extend(of_rules.get(spelling).into_iter().flatten());
        }
        for (role, set) in &sets {
            if set.contains(standard) || *role == "PLACE_END" && key.len() <= 3 && set.contains(key) {
                found.insert(role);
            }
        }
        if words.contains_key(key) {
            found.insert("WORD");
        }
    }
    roles
}
