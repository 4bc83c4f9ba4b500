//! The reasons of the golden set and of the tables of cases, pinned beside their scores.
//!
//! Codes of evidence are a stable interface: whoever reads them in a program or in an audit must see every change of them.
//! `tests/pinned/reasons.tsv` holds one line for each pair; `UPDATE_REASONS=1 cargo test --test reasons` writes it anew. What
//! moves by it is told in `CHANGELOG.md`, which only a reader of the change can see to.

mod common;

use ownership_match::{Comparison, Field};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

const HEAD: &str =
    "# Score and reasons of the golden set and of tests/cases, in their order; written by tests/reasons.rs.\n";

fn line(text: &mut String, field: Field, place: &str, answer: Option<(Comparison, Comparison)>) {
    let Some((there, back)) = answer else {
        return writeln!(text, "{}\t{place}\tmissing\t", field.key()).expect("a string takes all");
    };
    assert_eq!(there, back, "{place}: another answer in the other direction");
    let codes: Vec<&str> = there.reasons.codes().collect();
    writeln!(text, "{}\t{place}\t{}\t{}", field.key(), there.score.get(), codes.join(" ")).expect("a string takes all");
}

fn lines() -> String {
    let mut text = HEAD.to_owned();
    text.push_str("field\tpair\tscore\treasons\n");
    for row in include_str!("golden/pairs.jsonl").lines() {
        let row: Value = serde_json::from_str(row).expect("a golden row is JSON");
        let field = Field::ALL.into_iter().find(|field| row["field"] == field.key()).expect("a field");
        let id = row["id"].as_str().expect("an id");
        line(&mut text, field, id, common::compare_json(field, &row["a"], &row["b"]));
    }
    for (field, table) in [
        (Field::Name, include_str!("cases/name.tsv")),
        (Field::Email, include_str!("cases/email.tsv")),
        (Field::Phone, include_str!("cases/phone.tsv")),
        (Field::Address, include_str!("cases/address.tsv")),
    ] {
        for row in table.lines().filter(|row| !row.starts_with('#') && !row.is_empty()).skip(1) {
            let mut cells = row.split('\t');
            let (Some(a), Some(b)) = (cells.next(), cells.next()) else { panic!("two sides: {row}") };
            // The texts themselves tell the pair: a new row between others moves no line but its own.
            line(&mut text, field, &format!("{a} ~ {b}"), common::compare_cells(field, a, b));
        }
    }
    text
}

#[test]
fn reasons_are_what_they_were() {
    if !common::IS_WHOLE {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pinned/reasons.tsv");
    let found = lines();
    if std::env::var_os("UPDATE_REASONS").is_some() {
        std::fs::write(path, found).expect("the file can be written");
        return;
    }
    let held = std::fs::read_to_string(path).expect("the file of reasons");
    assert!(held.starts_with(HEAD));
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<String>>();
    let (before, now) = (lines(&held), lines(&found));
    let moved: Vec<String> = before
        .difference(&now)
        .map(|line| format!("held  {line}"))
        .chain(now.difference(&before).map(|line| format!("found {line}")))
        .collect();
    assert!(moved.is_empty(), "{} lines moved:\n{}", moved.len(), moved[..moved.len().min(40)].join("\n"));
    assert_eq!(held, found, "the order of the pairs");
}
