//! The ratios that are asked for, from what the other benches of the same run have measured.
//!
//! `cargo bench` ends with it; `cargo bench --bench table` prints it again, `-- --check` fails where a *must* is missed. Ratios
//! are of medians, per pair, to what is named beside them; in brackets the ratio of the fastest samples, which other work on
//! the machine disturbs less.

mod common;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

/// What is measured: the median and the fastest sample.
#[derive(Clone, Copy)]
struct Measured {
    median: f64,
    fastest: f64,
}

/// A row of the table.
struct Row {
    what: &'static str,
    beside: &'static str,
    measured: Option<Measured>,
    unit: &'static str,
    must: Option<f64>,
    aim: Option<f64>,
    note: String,
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
}

/// The time of one element of a case, in nanoseconds.
fn time(folder: &Path) -> Option<Measured> {
    let new = folder.join("new");
    let elements = json(&new.join("benchmark.json"))?["throughput"]["Elements"].as_f64().unwrap_or(1.0);
    let median = json(&new.join("estimates.json"))?["median"]["point_estimate"].as_f64()?;
    let sample = json(&new.join("sample.json"))?;
    let numbers = |key: &str| -> Option<Vec<f64>> { sample[key].as_array()?.iter().map(Value::as_f64).collect() };
    let each = numbers("times")?.into_iter().zip(numbers("iters")?).map(|(time, times)| time / times);
    Some(Measured { median: median / elements, fastest: each.fold(f64::INFINITY, f64::min) / elements })
}

fn ratio(group: &str, case: &str, beside: &str) -> Option<Measured> {
    let group = common::results().join(group);
    let (case, beside) = (time(&group.join(case))?, time(&group.join(beside))?);
    Some(Measured { median: case.median / beside.median, fastest: case.fastest / beside.fastest })
}

/// The worst of all fields and fillings, and which it is.
fn hostile() -> Option<(Measured, String)> {
    let units = std::fs::read_dir(common::results().join("hostile/utf8")).ok()?;
    let mut worst: Option<(Measured, String)> = None;
    for unit in units.flatten().filter(|entry| entry.path().join("new").exists()) {
        let unit = unit.file_name().to_string_lossy().into_owned();
        for field in ["name", "email", "phone", "address"] {
            let found = ratio("hostile", &format!("{field}/{unit}"), &format!("utf8/{unit}"))?;
            if worst.as_ref().is_none_or(|(held, _)| found.median > held.median) {
                worst = Some((found, format!("the worst: {field} of {unit}")));
            }
        }
    }
    worst
}

/// The figures that another bench kept.
fn figures(file: &str) -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string(common::results().join(file)).unwrap_or_default();
    let line = |line: &str| line.split_once('\t').and_then(|(key, value)| Some((key.to_owned(), value.parse().ok()?)));
    text.lines().filter_map(line).collect()
}

fn rows() -> Vec<Row> {
    let (sizes, first) = (figures("sizes.tsv"), figures("first.tsv"));
    let size = |key: &str| sizes.get(key).copied().unwrap_or(f64::NAN);
    let names = "strsim, the names";
    let timed =
        |what, measured, must, aim| Row { what, beside: names, measured, unit: "×", must, aim, note: String::new() };
    let exact = |value: Option<f64>| value.map(|value| Measured { median: value, fastest: value });
    let (hostile, worst) = hostile().unzip();
    let first_ratio = first.get("first_pair_ns").zip(first.get("steady_pair_ns")).map(|(first, steady)| first / steady);
    let micros = |key: &str| first.get(key).map_or(f64::NAN, |time| time / 1000.0);
    vec![
        Row {
            note: format!("{:.1} % of the pairs allocate", size("cold_pairs_that_allocate_percent")),
            ..timed(
                "one cold pair, four fields",
                ratio("cold_pair", "ownership_match", common::YARDSTICK),
                Some(2.4),
                Some(1.6),
            )
        },
        Row {
            note: format!("{:.1} % of the pairs allocate", size("prepared_pairs_that_allocate_percent")),
            ..timed(
                "prepared one against many, four fields",
                ratio("one_to_many", "ownership_match", common::YARDSTICK_OF_MANY),
                Some(0.48),
                Some(0.28),
            )
        },
        timed(
            "prepared name alone",
            ratio("name", "compare_one_against_many", common::YARDSTICK_OF_MANY),
            Some(0.16),
            Some(0.09),
        ),
        timed("prepare one record: an owner", ratio("prepare", "owner", common::YARDSTICK), Some(1.0), Some(0.65)),
        timed("prepare one record: a given side", ratio("prepare", "given", common::YARDSTICK), Some(1.0), Some(0.65)),
        Row {
            beside: "serde_json, borrowed",
            ..timed(
                "JSON line in, scores line out",
                ratio("json_line", "ownership_match", "serde_json_borrowed"),
                Some(3.1),
                Some(1.6),
            )
        },
        Row {
            beside: "",
            unit: " B",
            note: format!("{:.1} % of the records own a heap block", size("records_that_own_a_block_percent")),
            ..timed("one prepared record, inline", exact(sizes.get("record_bytes").copied()), Some(768.0), Some(512.0))
        },
        Row {
            beside: "the steady cold pair",
            note: format!(
                "{:.1} µs; the first number that needs the plan {:.0} µs",
                micros("first_pair_ns"),
                micros("numbering_plan_first_call_ns")
            ),
            ..timed("first pair in a fresh process", exact(first_ratio), Some(100.0), Some(25.0))
        },
        Row {
            beside: "one UTF-8 check of it",
            note: worst.unwrap_or_default(),
            ..timed("a hostile field of 64 KiB", hostile, Some(150.0), Some(30.0))
        },
        timed("prepared pair by pair", ratio("one_to_one", "ownership_match", common::YARDSTICK), None, None),
        timed(
            "search with a minimum of 70, by columns",
            ratio("search_at_least_70", "candidates_at_least", common::YARDSTICK_OF_MANY),
            None,
            None,
        ),
        Row {
            beside: "the plain loop",
            ..timed(
                "search with a minimum of 70, by columns",
                ratio("search_at_least_70", "candidates_at_least", "plain_loop"),
                None,
                None,
            )
        },
        Row {
            beside: "the plain loop",
            ..timed(
                "search for the best from 70, by columns",
                ratio("search_at_least_70", "candidates_best", "plain_loop"),
                None,
                None,
            )
        },
        timed("name, cold", ratio("name", "cold", common::YARDSTICK), None, None),
        timed("email, cold", ratio("email", "cold", common::YARDSTICK), None, None),
        timed("phone, cold", ratio("phone", "cold", common::YARDSTICK), None, None),
        timed("address, cold", ratio("address", "cold", common::YARDSTICK), None, None),
    ]
}

/// What a row says of its *must* and its *aim*.
fn verdict(row: &Row) -> &'static str {
    match (row.measured, row.must, row.aim) {
        (None, ..) => "not measured",
        (Some(found), Some(must), _) if found.median > must => "MISSED",
        (Some(found), _, Some(aim)) if found.median <= aim => "aim",
        (_, Some(_), _) => "must",
        _ => "",
    }
}

fn main() -> ExitCode {
    let rows = rows();
    let mut table = String::new();
    table.push_str("| what | beside | measured | must | aim | reached | |\n|---|---|---:|---:|---:|---|---|\n");
    let number = |value: f64, unit: &str| match unit {
        "×" if value < 10.0 => format!("{value:.2} ×"),
        "×" => format!("{value:.0} ×"),
        unit => format!("{value:.0}{unit}"),
    };
    for row in &rows {
        let limit = |limit: Option<f64>| limit.map_or(String::new(), |limit| format!("≤ {limit}"));
        let measured = row.measured.map_or("-".to_owned(), |found| {
            let median = number(found.median, row.unit);
            if found.fastest == found.median { median } else { format!("{median} ({:.2})", found.fastest) }
        });
        // Writing into a text cannot fail.
        let _ = writeln!(
            table,
            "| {} | {} | {measured} | {} | {} | {} | {} |",
            row.what,
            row.beside,
            limit(row.must),
            limit(row.aim),
            verdict(row),
            row.note
        );
    }
    print!("{table}");
    let missed = rows.iter().filter(|row| row.must.is_some() && !matches!(verdict(row), "must" | "aim")).count();
    if std::env::args().any(|argument| argument == "--check") && missed > 0 {
        eprintln!("{missed} of the limits that must be kept are not");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
