//! The golden set: development pairs with the interval that each score should fall in.
//!
//! `cargo test --test golden -- --nocapture` prints, per field, how many rows are inside, and every row that is not.

mod common;

use ownership_match::Field;
use serde_json::Value;

struct Row {
    id: String,
    a: Value,
    b: Value,
    min: u8,
    max: u8,
    note: String,
}

fn rows(field: Field) -> Vec<Row> {
    include_str!("golden/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a golden row is JSON"))
        .filter(|row| row["field"] == field.key())
        .map(|row| Row {
            id: row["id"].as_str().expect("an id").to_owned(),
            a: row["a"].clone(),
            b: row["b"].clone(),
            min: u8::try_from(row["min"].as_u64().expect("a score")).expect("a score"),
            max: u8::try_from(row["max"].as_u64().expect("a score")).expect("a score"),
            note: row["note"].as_str().unwrap_or_default().to_owned(),
        })
        .collect()
}

/// At least `floor` rows of the field are inside their interval. The floor only rises.
fn hold(field: Field, floor: usize) {
    let rows = rows(field);
    let mut inside = 0;
    for row in &rows {
        let outcome = common::compare_json(field, &row.a, &row.b);
        let (fits, shown) = match outcome {
            Some((comparison, reverse)) => {
                assert_eq!(comparison, reverse, "{}: not symmetric", row.id);
                let score = comparison.score.get();
                let codes: Vec<_> = comparison.reasons.codes().collect();
                ((row.min..=row.max).contains(&score), format!("{score} {}", codes.join(" ")))
            }
            // A placeholder may answer with no score where the row expects one near 0.
            None => (row.min == 0, "missing".to_owned()),
        };
        inside += usize::from(fits);
        if !fits {
            println!("{} [{}..{}] {} | {} | {} | {shown}", row.id, row.min, row.max, row.note, row.a, row.b);
        }
    }
    println!("golden {}: {inside} of {} rows in their interval", field.key(), rows.len());
    assert!(inside >= floor, "{}: {inside} rows inside, the floor is {floor}", field.key());
}

#[test]
fn names_hold_their_floor() {
    hold(Field::Name, 200);
}

#[test]
fn emails_hold_their_floor() {
    hold(Field::Email, 80);
}

#[test]
fn phones_hold_their_floor() {
    hold(Field::Phone, 70);
}

#[test]
fn addresses_hold_their_floor() {
    hold(Field::Address, 150);
}
