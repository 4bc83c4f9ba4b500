//! The same answer everywhere: the scores of the golden set and of 2,000 generated pairs, pinned.
//!
//! `tests/pinned/scores.txt` holds each score of the calibration in two hexadecimal digits (`--`: missing data), and
//! `tests/pinned/versions.tsv` the digest of that file for each version of the calibration. A score that moves without a
//! new `VERSION` in `src/calibration.rs` fails here; `UPDATE_SCORES=1 cargo test --test pinned` writes both files, but
//! only for a version that is not listed yet and that `CHANGELOG.md` tells about under **Scores**
//! (`Calibration <version>: …`). A row of `versions.tsv` never changes once it stands there.

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/damage.rs"]
mod damage;
mod generate;

use ownership_match::{CALIBRATION, Field};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const GENERATED: usize = 2_000;
const IN_A_LINE: usize = 50;

/// The score of one pair, `None` for missing data; both directions give it.
fn score(field: Field, given: &Value, owner: &Value) -> Option<u8> {
    let (there, back) = common::compare_json(field, given, owner)?;
    assert_eq!(there, back, "not symmetric");
    Some(there.score.get())
}

/// Every pair that is pinned: its block, and its texts.
fn pairs() -> Vec<(Field, &'static str, Value, Value)> {
    let golden: Vec<Value> = include_str!("../golden/pairs.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a golden row is JSON"))
        .collect();
    let generated = generate::pairs(include_str!("../../benches/data/pairs.jsonl"), GENERATED);
    let mut all = Vec::new();
    for field in Field::ALL {
        let of_field = golden.iter().filter(|row| row["field"] == field.key());
        all.extend(of_field.map(|row| (field, "golden", row["a"].clone(), row["b"].clone())));
        let at = field as usize;
        all.extend(
            generated.iter().map(|pair| (field, "made", pair.given[at].clone(), Value::from(pair.owner[at].as_str()))),
        );
    }
    all
}

/// The lines of the file of scores.
fn lines(scores: &[(Field, &'static str, Option<u8>)]) -> String {
    let mut text = String::new();
    let mut last = None;
    let mut number = 0;
    for &(field, block, score) in scores {
        if last != Some((field, block)) {
            (last, number) = (Some((field, block)), 0);
        }
        if number % IN_A_LINE == 0 {
            let start = if text.is_empty() { "" } else { "\n" };
            write!(text, "{start}{} {block} {number:04} ", field.key()).expect("a string takes all");
        }
        match score {
            Some(score) => write!(text, "{score:02x}").expect("a string takes all"),
            None => text.push_str("--"),
        }
        number += 1;
    }
    text.push('\n');
    text
}

/// The scores of the file one by one, in hexadecimal digits.
fn cells(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.rsplit(' ').next())
        .flat_map(|row| (0..row.len() / 2).filter_map(|at| row.get(2 * at..2 * at + 2)))
        .collect()
}

/// FNV-1a, 64 bits: it guards against mistakes, not against an attacker.
fn digest(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

/// The versions with their digests, in the order in which they came.
fn versions(text: &str) -> Vec<(&str, &str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
}

/// Whether the change log tells about the version under a heading **Scores**.
fn told(changelog: &str, version: &str) -> bool {
    let entry = format!("Calibration {version}:");
    changelog
        .split("\n### ")
        .filter(|section| section.starts_with("Scores"))
        .any(|section| section.lines().any(|line| line.trim_start_matches("- ").starts_with(&entry)))
}

/// What may be written for scores with this digest: the new text of `versions.tsv`, or why not.
fn accept(held: &str, version: &str, digest: &str, changelog: &str) -> Result<String, String> {
    match versions(held).into_iter().find(|(known, _)| *known == version) {
        Some((_, known)) if known == digest => return Ok(held.to_owned()),
        Some(_) => {
            return Err(format!(
                "scores moved, and the calibration is still {version}: a new VERSION in src/calibration.rs"
            ));
        }
        None => {}
    }
    if !told(changelog, version) {
        return Err(format!("CHANGELOG.md has no line `Calibration {version}: …` under Scores"));
    }
    Ok(format!("{held}{version}\t{digest}\n"))
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(file(name)).expect("the file is there")
}

#[test]
fn scores_move_only_with_their_version() {
    if !common::IS_WHOLE {
        return;
    }
    let pairs = pairs();
    let scores: Vec<_> = pairs.iter().map(|(field, block, a, b)| (*field, *block, score(*field, a, b))).collect();
    let made = lines(&scores);
    let digest = digest(&made);
    let accepted = accept(&read("tests/pinned/versions.tsv"), CALIBRATION, &digest, &read("CHANGELOG.md"));
    if std::env::var_os("UPDATE_SCORES").is_some() {
        let versions = accepted.expect("the change of scores is declared");
        std::fs::write(file("tests/pinned/versions.tsv"), versions).expect("the file can be written");
        std::fs::write(file("tests/pinned/scores.txt"), made).expect("the file can be written");
        return;
    }
    let held = read("tests/pinned/scores.txt");
    if held != made {
        let decimal = |cell: &str| u8::from_str_radix(cell, 16).map_or("missing".to_owned(), |score| score.to_string());
        let (before, after) = (cells(&held), cells(&made));
        let moved = before.iter().zip(&after).zip(&pairs).filter(|((before, after), _)| before != after);
        for ((before, after), (field, block, a, b)) in moved.clone().take(100) {
            println!("{} {block} {} -> {}: {a} | {b}", field.key(), decimal(before), decimal(after));
        }
        let hint = accepted.err().unwrap_or_else(|| "UPDATE_SCORES=1 cargo test --test pinned".to_owned());
        panic!("{} of {} scores moved: {hint}", moved.count(), pairs.len());
    }
    let listed = accepted.expect("the version is listed with this digest");
    assert_eq!(versions(&listed).last(), Some(&(CALIBRATION, digest.as_str())), "the last version is the one in use");
    assert_eq!(listed, read("tests/pinned/versions.tsv"), "UPDATE_SCORES=1 cargo test --test pinned");
    assert!(told(&read("CHANGELOG.md"), CALIBRATION), "CHANGELOG.md tells about {CALIBRATION} under Scores");
}

#[test]
fn a_listed_version_takes_no_other_scores() {
    let held = "# header\n1.0\taaaa\n";
    let log = "## Unreleased\n\n### Added\n\n- Calibration 3.0: not here.\n\n### Scores\n\n- Calibration 2.0: why.\n";
    assert_eq!(accept(held, "1.0", "aaaa", log).as_deref(), Ok(held));
    assert!(accept(held, "1.0", "bbbb", log).is_err(), "a listed version with other scores");
    assert!(accept(held, "3.0", "bbbb", log).is_err(), "a version that the change log tells about elsewhere");
    assert_eq!(accept(held, "2.0", "bbbb", log).as_deref(), Ok("# header\n1.0\taaaa\n2.0\tbbbb\n"));
}

#[test]
fn versions_are_listed_once() {
    let text = read("tests/pinned/versions.tsv");
    let mut names: Vec<_> = versions(&text).into_iter().map(|(version, _)| version).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

/// The generator makes a spread of scores, or the file pins little.
#[test]
fn generated_pairs_reach_all_bands() {
    for field in Field::ALL {
        let made = pairs().into_iter().filter(|(of, block, ..)| *of == field && *block == "made");
        let scores: Vec<_> = made.map(|(field, _, a, b)| score(field, &a, &b)).collect();
        assert_eq!(scores.len(), GENERATED);
        for band in [0..30, 30..60, 60..70, 70..85, 85..100, 100..101] {
            let inside = scores.iter().flatten().filter(|score| band.contains(*score)).count();
            assert!(inside >= 10, "{}: {inside} pairs in {band:?}", field.key());
        }
    }
}

/// What needs no feature has the same score whatever features are on: names and emails in ASCII, American numbers.
#[test]
fn features_move_no_plain_score() {
    let held = read("tests/pinned/scores.txt");
    let is_american = |text: &str| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_common = text.bytes().all(|byte| byte.is_ascii_digit() || b"()-. ".contains(&byte));
        is_common && digits == 10 && !text.starts_with(['0', '1'])
    };
    let mut seen = [0; 4];
    for (cell, (field, block, a, b)) in cells(&held).into_iter().zip(pairs()) {
        let (Value::String(given), Value::String(owner)) = (&a, &b) else { continue };
        let is_plain = match field {
            Field::Name => given.is_ascii() && owner.is_ascii(),
            Field::Email => given.is_ascii() && owner.is_ascii() && !format!("{given}{owner}").contains("xn--"),
            Field::Phone => is_american(given) && is_american(owner),
            Field::Address => false,
        };
        if is_plain {
            seen[field as usize] += 1;
            let score = score(field, &a, &b).map_or("--".to_owned(), |score| format!("{score:02x}"));
            assert_eq!(score, cell, "{} {block}: {a} | {b}", field.key());
        }
    }
    assert!(seen[0] > 1_500 && seen[1] > 1_500 && seen[2] > 300, "{seen:?} plain pairs");
}
