//! The reasons of the golden set and of the tables of cases, pinned beside their scores.
//!
//! Codes of evidence are a stable interface: whoever reads them in a program or in an audit must see every change of them.
//! `tests/pinned/reasons.tsv` holds one line for each pair; `UPDATE_REASONS=1 cargo test --test reasons` writes it anew. What
//! moves by it is told in `CHANGELOG.md`, which only a reader of the change can see to.
//!
//! Behind each row of cases stand the answers for what is near it, in short: its first text beside the two of the next row, and
//! both with slips of people, keyboards and systems. Behind all of them stand pairs that tell a rule from a mutant of it where
//! no other pair here does (`tests/cases/telling.tsv`).

mod common;
#[path = "common/damage.rs"]
mod damage;

use damage::{Dice, damaged};
use ownership_match::{Comparison, Field};
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};
use std::path::Path;

const HEAD: &str = "# Score and reasons of the golden set and of tests/cases, in their order; written by tests/reasons.rs.\n\
                    # near: the score in two hexadecimal digits and a digest of the reasons of each pair made from the row.\n\
                    field\tpair\tscore\treasons\tnear\n";

/// A line of the file, and what it says of pairs that are near its own.
struct Row {
    field: Field,
    /// What tells the pair: a new row between others moves no line but its own.
    pair: String,
    answer: String,
    near: Vec<Near>,
}

struct Near {
    texts: (String, String),
    cell: String,
}

impl Row {
    fn line(&self) -> String {
        let near: Vec<&str> = self.near.iter().map(|near| near.cell.as_str()).collect();
        format!("{}\t{}\t{}\t{}", self.field.key(), self.pair, self.answer, near.join(" "))
    }
}

/// The comparison of a pair: both directions give it.
fn one(place: &str, answer: Option<(Comparison, Comparison)>) -> Option<Comparison> {
    let (there, back) = answer?;
    assert_eq!(there, back, "{place}: another answer in the other direction");
    Some(there)
}

fn told(place: &str, answer: Option<(Comparison, Comparison)>) -> String {
    let Some(answer) = one(place, answer) else { return "missing\t".to_owned() };
    let codes: Vec<&str> = answer.reasons.codes().collect();
    format!("{}\t{}", answer.score.get(), codes.join(" "))
}

/// FNV-1a: it guards against mistakes, not against an attacker.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn near(field: Field, a: String, b: String) -> Near {
    let answer = one(&format!("{a} ~ {b}"), common::compare_cells(field, &a, &b));
    let cell = answer.map_or("--".to_owned(), |answer| {
        let codes: Vec<&str> = answer.reasons.codes().collect();
        let digest = digest(&codes.join(" "));
        format!("{:02x}{:03x}", answer.score.get(), (digest ^ digest >> 32) & 0xfff)
    });
    Near { texts: (a, b), cell }
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for row in include_str!("golden/pairs.jsonl").lines() {
        let row: Value = serde_json::from_str(row).expect("a golden row is JSON");
        let field = Field::ALL.into_iter().find(|field| row["field"] == field.key()).expect("a field");
        let pair = row["id"].as_str().expect("an id").to_owned();
        let answer = told(&pair, common::compare_json(field, &row["a"], &row["b"]));
        rows.push(Row { field, pair, answer, near: Vec::new() });
    }
    for (field, table) in [
        (Field::Name, include_str!("cases/name.tsv")),
        (Field::Email, include_str!("cases/email.tsv")),
        (Field::Phone, include_str!("cases/phone.tsv")),
        (Field::Address, include_str!("cases/address.tsv")),
    ] {
        let pairs: Vec<(&str, &str)> = table
            .lines()
            .filter(|row| !row.starts_with('#') && !row.is_empty())
            .skip(1)
            .map(|row| {
                let mut cells = row.split('\t');
                (cells.next().expect("a given side"), cells.next().expect("an owner's side"))
            })
            .collect();
        for (at, &(a, b)) in pairs.iter().enumerate() {
            let pair = format!("{a} ~ {b}");
            let answer = told(&pair, common::compare_cells(field, a, b));
            let (next_a, next_b) = pairs[(at + 1) % pairs.len()];
            let mut dice = Dice::new(digest(&pair));
            let mut slip = |text: &str| damaged(text, next_b, &mut dice);
            let slips = [(slip(a), b.to_owned()), (a.to_owned(), slip(b)), (slip(a), slip(a))];
            let crossed = [next_a, next_b].map(|next| (a.to_owned(), next.to_owned()));
            let near = crossed.into_iter().chain(slips).map(|(a, b)| near(field, a, b)).collect();
            rows.push(Row { field, pair, answer, near });
        }
    }
    for row in include_str!("cases/telling.tsv").lines().filter(|row| !row.starts_with('#')).skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let field = Field::ALL.into_iter().find(|field| cells[0] == field.key()).expect("a field");
        let pair = format!("{} ~ {}", cells[1], cells[2]);
        let answer = told(&pair, common::compare_cells(field, cells[1], cells[2]));
        rows.push(Row { field, pair, answer, near: Vec::new() });
    }
    rows
}

/// What moved of a row, in words.
fn moved(row: &Row, held: Option<&str>) -> Vec<String> {
    let (line, field) = (row.line(), row.field.key());
    let Some(held) = held else { return vec![format!("new    {line}")] };
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<String>>();
    let (before, now) = (cells(held), cells(&line));
    let mut told = Vec::new();
    if before[2..4] != now[2..4] {
        let answers = [before, now].map(|cells| cells[2..4].join(" "));
        told.push(format!("held   {field}\t{}\t{}\nfound  {field}\t{0}\t{}", row.pair, answers[0], answers[1]));
    }
    let mut held = held.rsplit('\t').next().unwrap_or_default().split(' ');
    for Near { texts: (a, b), cell } in &row.near {
        let held = held.next().unwrap_or_default();
        if held != cell {
            let score = |cell: &str| u8::from_str_radix(cell.get(..2).unwrap_or_default(), 16).ok();
            told.push(format!("near   {field}\t{a} ~ {b}\t{:?} -> {:?}", score(held), score(cell)));
        }
    }
    told
}

#[test]
fn reasons_are_what_they_were() {
    if !common::IS_WHOLE {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pinned/reasons.tsv");
    let rows = rows();
    let lines: Vec<String> = rows.iter().map(Row::line).collect();
    let found = format!("{HEAD}{}\n", lines.join("\n"));
    if std::env::var_os("UPDATE_REASONS").is_some() {
        std::fs::write(path, found).expect("the file can be written");
        return;
    }
    let held = std::fs::read_to_string(path).expect("the file of reasons");
    let key = |line: &str| line.splitn(3, '\t').take(2).map(str::to_owned).collect::<Vec<String>>();
    // A pair may stand twice in a table.
    let mut before: BTreeMap<Vec<String>, VecDeque<&str>> = BTreeMap::new();
    for line in held.lines().skip(HEAD.lines().count()) {
        before.entry(key(line)).or_default().push_back(line);
    }
    let mut told: Vec<String> = rows
        .iter()
        .flat_map(|row| moved(row, before.get_mut(&key(&row.line())).and_then(VecDeque::pop_front)))
        .collect();
    told.extend(before.values().flatten().map(|line| format!("gone   {line}")));
    assert!(told.is_empty(), "{} answers moved:\n{}", told.len(), told[..told.len().min(60)].join("\n"));
    assert_eq!(held, found, "the order of the pairs");
}
