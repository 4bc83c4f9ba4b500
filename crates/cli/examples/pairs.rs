//! Writes as many rows as are asked for, to try `batch` on a file of any size:
//!
//! ```sh
//! cargo run --release -p ownership-match-cli --example pairs -- 10000000 > pairs.jsonl
//! cargo run --release -p ownership-match-cli --example pairs -- 10000000 csv > pairs.csv
//! ```
//!
//! The rows are the pairs of the benchmarks (`benches/data/pairs.jsonl`) again and again, each with an id of its own.

use serde_json::{Value, json};
use std::error::Error;
use std::io::{self, BufWriter, ErrorKind, Write};

/// A column of the CSV and where its value stands in a pair.
const COLUMNS: [(&str, &str); 13] = [
    ("given_name", "/given/name"),
    ("given_email", "/given/email"),
    ("given_phone", "/given/phone"),
    ("given_line1", "/given/address/line1"),
    ("given_line2", "/given/address/line2"),
    ("given_city", "/given/address/city"),
    ("given_state", "/given/address/state"),
    ("given_postal_code", "/given/address/postal_code"),
    ("given_country", "/given/address/country"),
    ("owner_name", "/owner/name"),
    ("owner_email", "/owner/email"),
    ("owner_phone", "/owner/phone"),
    ("owner_raw_address", "/owner/raw_address"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().ok_or("how many rows?")?.parse()?;
    let is_csv = match arguments.next().as_deref() {
        None | Some("jsonl") => false,
        Some("csv") => true,
        Some(_) => return Err("the format is jsonl or csv".into()),
    };
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/data/pairs.jsonl");
    let pairs = std::fs::read_to_string(path)?;
    // What follows the id is the same in every round.
    let rows = pairs.lines().map(|line| of_pair(line, is_csv)).collect::<Result<Vec<_>, _>>()?;
    match write(&rows, count, is_csv) {
        // Who reads has enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result?),
    }
}

fn of_pair(line: &str, is_csv: bool) -> Result<String, serde_json::Error> {
    let pair: Value = serde_json::from_str(line)?;
    if !is_csv {
        let rest = json!({"owner_information": pair["given"], "owners": [pair["owner"]]}).to_string();
        return Ok(rest.strip_prefix('{').unwrap_or_default().to_owned());
    }
    let cells = COLUMNS.map(|(_, pointer)| {
        let text = pair.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        format!("\"{}\"", text.replace('"', "\"\""))
    });
    Ok(cells.join(","))
}

fn write(rows: &[String], count: usize, is_csv: bool) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    if is_csv {
        writeln!(out, "id,{}", COLUMNS.map(|(name, _)| name).join(","))?;
    }
    for (number, row) in (1..=count).zip(rows.iter().cycle()) {
        if is_csv {
            writeln!(out, "{number},{row}")?;
        } else {
            writeln!(out, "{{\"id\":{number},{row}")?;
        }
    }
    out.flush()
}
