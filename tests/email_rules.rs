//! Every rule of every mail provider, as `data/email_providers.tsv` states it, at each domain of the provider: a rule that
//! the provider documents makes one mailbox (100), one that is only likely 95 to 99, and where there is none two spellings
//! are not one.

use ownership_match::Email;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// One mailbox.
const SAME: RangeInclusive<u8> = 100..=100;
/// Likely one mailbox.
const LIKELY: RangeInclusive<u8> = 95..=99;
/// Strong evidence, and never as strong as a likely rule.
const NO_RULE: RangeInclusive<u8> = 70..=94;
/// Two mailboxes of one house: as two domains, or hardly more.
const TWO_DOMAINS: RangeInclusive<u8> = 65..=69;

/// The cells of the rows of a table, by the names of its columns.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let columns: Vec<&str> = lines.next().expect("a line of column names").split('\t').collect();
    lines
        .map(|line| columns.iter().zip(line.split('\t')).map(|(name, cell)| ((*name).into(), cell.into())).collect())
        .collect()
}

fn score(a: &str, b: &str) -> u8 {
    let (a, b) = (Email::parse(a).expect("an address"), Email::parse(b).expect("an address"));
    assert_eq!(a.compare(&b), b.compare(&a));
    a.compare(&b).score.get()
}

#[track_caller]
fn hold(a: &str, b: &str, expected: &RangeInclusive<u8>) {
    let score = score(a, b);
    assert!(expected.contains(&score), "{a} {b}: {score}, expected {expected:?}");
}

fn by_certainty(cell: &str) -> RangeInclusive<u8> {
    match cell {
        "documented" => SAME,
        "likely" => LIKELY,
        "none" => NO_RULE,
        other => panic!("no such certainty: {other}"),
    }
}

#[test]
fn every_rule_scores_by_its_certainty() {
    let mut domains: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows(include_str!("../data/email_domains.tsv")) {
        domains.entry(row["provider"].clone()).or_default().push(row["domain"].clone());
    }
    let mut rules = 0;
    for row in rows(include_str!("../data/email_providers.tsv")) {
        let name = &row["provider"];
        let own = domains.get(name).unwrap_or_else(|| panic!("{name} has no domain"));
        let stated = ["dots", "plus", "hyphen", "subdomain", "aliases", "punctuation", "exchange"]
            .iter()
            .filter(|rule| row[**rule] != "none");
        let stated = stated.count();
        assert_eq!(row["date"] != "-", stated > 0, "{name}: a rule has a date, and only a rule");
        assert!(stated == 0 || row["source"].len() > 1, "{name}: a rule names its source");
        rules += stated;
        if row["kind"] == "relay" {
            assert_eq!(stated, 0, "{name}: a relay has no rules");
            continue;
        }
        for domain in own {
            let at = |local: &str| format!("{local}@{domain}");
            // Dots alone; punctuation is about any of `.`, `-` and `_`.
            let dots = if row["dots"] == "none" { &row["punctuation"] } else { &row["dots"] };
            hold(&at("jenny.rosen"), &at("jennyrosen"), &by_certainty(dots));
            let punctuation = by_certainty(&row["punctuation"]);
            hold(&at("jenny_rosen"), &at("jennyrosen"), &punctuation);
            if row["dots"] == "none" {
                hold(&at("jenny_rosen"), &at("jenny.rosen"), &punctuation);
            }
            let exchange = if row["exchange"] == "none" { &row["punctuation"] } else { &row["exchange"] };
            if row["dots"] == "none" {
                hold(
                    &at("jenny-rosen"),
                    &at("jenny.rosen"),
                    &if row["hyphen"] == "none" { by_certainty(exchange) } else { 0..=94 },
                );
            }
            // Tags.
            let plus = by_certainty(&row["plus"]);
            hold(&at("jennyrosen+bank"), &at("jennyrosen"), &plus);
            hold(&at("jennyrosen+bank"), &at("jennyrosen+shop"), &plus);
            assert!(score(&at("+bank"), &at("jennyrosen")) <= 40, "a tag never leaves an empty name");
            match row["hyphen"].as_str() {
                // The nickname need not be the account, so one keyword is less sure than two.
                "likely" => {
                    hold(&at("jennyrosen-bank"), &at("jennyrosen-shop"), &LIKELY);
                    hold(&at("jennyrosen-bank"), &at("jennyrosen"), &(85..=94));
                }
                "none" => hold(&at("jennyrosen-bank"), &at("jennyrosen-shop"), &(0..=94)),
                other => panic!("{name}: not tested: {other}"),
            }
            match row["subdomain"].as_str() {
                "documented" => hold(&format!("bank@jennyrosen.{domain}"), &at("jennyrosen"), &SAME),
                "none" => hold(&format!("bank@jennyrosen.{domain}"), &at("jennyrosen"), &(0..=69)),
                other => panic!("{name}: not tested: {other}"),
            }
            // Domains.
            if domain != &own[0] {
                let expected = match row["aliases"].as_str() {
                    "documented" => SAME,
                    "none" => TWO_DOMAINS,
                    other => panic!("{name}: not tested: {other}"),
                };
                hold(&at("jennyrosen"), &format!("jennyrosen@{}", own[0]), &expected);
            }
        }
    }
    println!("{rules} rules hold at every domain of their provider");
    assert!(rules >= 18, "{rules}");
}

#[test]
fn a_tag_at_any_other_domain_is_likely() {
    hold("jennyrosen+bank@acme.com", "jennyrosen@acme.com", &LIKELY);
    hold("jennyrosen+bank@acme.com", "jennyrosen+shop@acme.com", &LIKELY);
}

/// One mailbox in a text that was not read to its end is cut, and not one of several.
#[test]
fn a_cut_text_with_one_mailbox_is_not_several() {
    let long = format!("jenny@example.com {}", "x ".repeat(400));
    let (cut, whole) = (Email::parse(&long).expect("an email"), Email::parse("jenny@example.com").expect("an email"));
    let codes: Vec<&str> = cut.compare(&whole).reasons.codes().collect();
    assert!(codes.contains(&"email.cut") && !codes.contains(&"email.one_of_several"), "{codes:?}");
}
