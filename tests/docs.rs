//! The tables of the guide pages: every score, reason and size in them is computed anew.
//!
//! `UPDATE_DOCS=1 cargo test --test docs` writes them.

use ownership_match::{Comparison, Country, Email, Evidence, Name, Phone};
use std::path::Path;

/// Computes the last cells of every row anew and compares the page with what came out.
fn check(page: &str, row: impl Fn(&[&str]) -> Option<Vec<String>>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(page);
    let text = std::fs::read_to_string(&path).expect("the page is there");
    let mut rows = 0;
    let mut out = String::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let computed = line.starts_with("| ").then(|| row(&cells)).flatten();
        match computed {
            Some(cells) => {
                rows += 1;
                out.push_str(&format!("| {} |", cells.join(" | ")));
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    assert!(rows > 0, "{page} has rows");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, out).expect("the page can be written");
    } else {
        for (held, computed) in text.lines().zip(out.lines()) {
            assert_eq!(held, computed, "{page}: UPDATE_DOCS=1 cargo test --test docs");
        }
    }
}

#[test]
fn names() {
    check("names.md", |cells| match *cells {
        ["What is hard" | "Table" | "Without", ..] => None,
        // What `ci/tables` printed.
        [table, ..] if table.ends_with(".tsv`") => None,
        [what, given, owner, ..] if cells.len() == 5 => {
            let comparison = Name::parse(given)?.compare(&Name::parse(owner)?);
            let reasons: Vec<String> =
                comparison.reasons.iter().map(|reason: Evidence| format!("`{}`", reason.code())).collect();
            Some(vec![what.into(), given.into(), owner.into(), comparison.score.to_string(), reasons.join(" ")])
        }
        [table, _] if table.ends_with(".bin`") => {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tables/name").join(table.trim_matches('`'));
            let bytes = std::fs::metadata(file).expect("the table is there").len();
            Some(vec![table.into(), bytes.to_string()])
        }
        _ => None,
    });
}

/// A row of a page of hard pairs; `∅` where a side holds no data.
fn pair(cells: &[&str], compare: impl Fn(&str, &str) -> Option<Comparison>) -> Option<Vec<String>> {
    let [what, given, owner, _, _] = *cells else { return None };
    if what == "What is hard" || what.starts_with("---") {
        return None;
    }
    let (score, reasons) = match compare(given.trim_matches('`'), owner.trim_matches('`')) {
        Some(comparison) => {
            let codes = comparison.reasons.codes().map(|code| format!("`{code}`"));
            (comparison.score.to_string(), codes.collect::<Vec<_>>().join(" "))
        }
        None => ("∅".to_owned(), "missing data".to_owned()),
    };
    Some(vec![what.into(), given.into(), owner.into(), score, reasons])
}

#[test]
fn phones() {
    let read = |raw: &str| Phone::parse(raw, Some(Country::US));
    check("phones.md", |cells| pair(cells, |given, owner| Some(read(given)?.compare(&read(owner)?))));
}

#[cfg(feature = "idn")]
#[test]
fn emails() {
    check("emails.md", |cells| pair(cells, |given, owner| Some(Email::parse(given)?.compare(&Email::parse(owner)?))));
}
