//! The generated pairs: what a customer stated, and the same or another owner's text as a bank may have damaged it.
//!
//! Everything follows from the pair's number and the seeds, with whole numbers only: the same pairs on every machine.

use crate::damage::{Dice, damaged};
use serde_json::Value;

/// One text of each field on either side; an address of the given side may be in parts.
pub(crate) struct Pair {
    pub(crate) given: [Value; 4],
    pub(crate) owner: [String; 4],
}

const KEYS: [&str; 4] = ["name", "email", "phone", "raw_address"];

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The parts of a stated address on one line.
fn line(address: &Value) -> String {
    let part = |key: &str| text(&address[key]);
    let parts = [part("line1"), part("line2"), part("city"), format!("{} {}", part("state"), part("postal_code"))];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
}

/// `count` pairs from the benchmark's pairs. Of four pairs, two hold the stated texts damaged, one the bank's texts damaged,
/// and one the bank's texts as they are.
pub(crate) fn pairs(seeds: &str, count: usize) -> Vec<Pair> {
    let seeds: Vec<Value> =
        seeds.lines().map(|line| serde_json::from_str(line).expect("a benchmark pair is JSON")).collect();
    (0..count)
        .map(|number| {
            let seed = &seeds[number % seeds.len()];
            let other = &seeds[(number * 7 + 3) % seeds.len()];
            let (given, owner) = (&seed["given"], &seed["owner"]);
            let mut dice = Dice::new(number as u64);
            let stated = [text(&given["name"]), text(&given["email"]), text(&given["phone"]), line(&given["address"])];
            let texts: [String; 4] = std::array::from_fn(|field| {
                let reported = text(&owner[KEYS[field]]);
                let stranger = text(&other["owner"][KEYS[field]]);
                match number % 4 {
                    0 | 1 => damaged(&stated[field], &stranger, &mut dice),
                    2 => damaged(&reported, &stranger, &mut dice),
                    _ => reported,
                }
            });
            let given = [&given["name"], &given["email"], &given["phone"], &given["address"]].map(Value::clone);
            Pair { given, owner: texts }
        })
        .collect()
}
