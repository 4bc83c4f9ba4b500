//! `batch` on CSV.

use crate::run::{Run, file, run, run_with, sample};
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

const HEADER: &str = "id,given_name,given_phone,owner_name,owner_phone";

fn batch(input: &[u8]) -> Run {
    run_with(&["batch", "-q", "--format", "csv"], input)
}

/// The rows of CSV, each as a map from header to cell.
fn rows(text: &str) -> Vec<Row> {
    rows_between(text, ',')
}

fn rows_between(text: &str, delimiter: char) -> Vec<Row> {
    let mut records = vec![vec![String::new()]];
    let mut is_quoted = false;
    for c in text.chars() {
        let record = records.last_mut().expect("never empty");
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' if !is_quoted => records.push(vec![String::new()]),
            c if c == delimiter && !is_quoted => record.push(String::new()),
            c => record.last_mut().expect("never empty").push(c),
        }
    }
    assert_eq!(records.pop(), Some(vec![String::new()]), "the text ends in a line end");
    let header = records.remove(0);
    let width = header.len();
    records
        .into_iter()
        .map(|record| {
            assert_eq!(record.len(), width, "{record:?}");
            header.iter().cloned().zip(record).collect()
        })
        .collect()
}

#[track_caller]
fn assert_cells(row: &Row, cells: &[(&str, &str)]) {
    for (header, cell) in cells {
        assert_eq!(row[*header], *cell, "{header} of {row:?}");
    }
}

/// The codes of bad rows by line.
fn errors(rows: &[Row]) -> Vec<(&str, &str)> {
    let bad = rows.iter().filter(|row| !row["error_code"].is_empty());
    bad.map(|row| (row["error_line"].as_str(), row["error_code"].as_str())).collect()
}

#[test]
fn the_sample_is_answered_row_by_row() {
    let answer = run(&["batch", "-q", &sample("batch.csv")]).good();
    let rows = rows(&answer.stdout);
    assert_cells(
        &rows[0],
        &[("id", "1"), ("owner", "0"), ("name_score", "85"), ("name_interpretation", "very_strong")],
    );
    assert_cells(&rows[0], &[("address_score", "100"), ("email_score", "65"), ("name_missing", "false")]);
    assert_cells(&rows[0], &[("phone_score", ""), ("phone_missing", "true"), ("phone_reasons", "")]);
    assert!(rows[0]["name_reasons"].split(' ').any(|code| code == "name.nickname"));
    assert_cells(&rows[1], &[("owner", "1"), ("name_score", "100"), ("email_missing", ""), ("error_code", "")]);
    assert!(rows.iter().all(|row| row["calibration"] == ownership_match::CALIBRATION));
}

/// The pairs of the benchmarks in either format.
#[test]
fn csv_and_json_lines_score_the_same() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/data/pairs.jsonl");
    let text = std::fs::read_to_string(path).expect("the pairs are in the repository");
    let parts = ["name", "email", "phone", "address/line1", "address/line2", "address/city", "address/state"];
    let columns = parts.iter().map(|part| format!("given/{part}")).chain(
        ["given/address/postal_code", "given/address/country", "owner/name", "owner/email", "owner/phone"]
            .map(str::to_owned),
    );
    let columns: Vec<_> = columns.chain(["owner/raw_address".to_owned()]).collect();
    let mut csv = columns.join(",").replace('/', "_") + "\n";
    let mut lines = String::new();
    for line in text.lines().take(300) {
        let pair: Value = serde_json::from_str(line).expect("JSON");
        let cell = |column: &String| {
            let text = pair.pointer(&format!("/{column}")).and_then(Value::as_str).unwrap_or_default();
            format!("\"{}\"", text.replace('"', "\"\""))
        };
        csv += &(columns.iter().map(cell).collect::<Vec<_>>().join(",") + "\n");
        lines += &format!("{}\n", json!({"owner_information": pair["given"], "owners": [pair["owner"]]}));
    }
    let csv = rows(&batch(csv.as_bytes()).good().stdout);
    let json = run_with(&["batch", "-q"], lines.as_bytes()).good().lines();
    assert_eq!((csv.len(), json.len()), (300, 300));
    for (row, line) in csv.iter().zip(json) {
        assert_eq!(row["owner"], line["owner"].to_string());
        for field in ["name", "email", "phone", "address"] {
            let result = &line["results"][field];
            let codes: Vec<_> = result["reasons"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let score = result["match_score"].as_u64().map(|score| score.to_string()).unwrap_or_default();
            let word = result["interpretation"].as_str().unwrap_or_default();
            let cells = ["score", "interpretation", "reasons"].map(|part| row[&format!("{field}_{part}")].as_str());
            assert_eq!(cells, [score.as_str(), word, &codes.join(" ")], "{line}");
        }
    }
}

#[test]
fn marks_line_ends_and_quotes_are_understood() {
    let lines = [
        HEADER,
        "\"1\",\"Rosen, Jenny\",,\"Rosen, Jenny\",",
        "",
        "2,\"Jenny\nRosen\",,\"Jenny\nRosen\",",
        "3,Jim,,Jim,",
    ];
    for end in ["\n", "\r\n", "\r"] {
        let answer = batch(format!("\u{feff}{}", lines.join(end)).as_bytes()).good();
        let rows = rows(&answer.stdout);
        let ids: Vec<_> = rows.iter().map(|row| (row["id"].as_str(), row["name_score"].as_str())).collect();
        assert_eq!(ids, [("1", "100"), ("2", "100"), ("3", "100")], "{end:?}");
    }
    let answer = batch(b"id;given_name;owner_name\n1;Jim;Jim\n").bad(1, &["no column of the given side"]);
    assert_eq!(answer.stdout, "");
    let separated =
        run_with(&["batch", "-q", "--delimiter", ";"], b"id;given_name;owner_name\n\"1;\";Jim;Jim\n").good();
    assert_cells(&rows_between(&separated.stdout, ';')[0], &[("id", "1;"), ("name_score", "100")]);
    let tabs = file("batch_tabs.tsv", b"id\tgiven_name\towner_name\n\t\t\n1\tJim\tJim\n");
    let tabbed = run(&["batch", "-q", &tabs]);
    assert_cells(&rows_between(&tabbed.stdout, '\t')[0], &[("error_code", "nothing_given")]);
    assert_cells(&rows_between(&tabbed.stdout, '\t')[1], &[("id", "1"), ("name_score", "100")]);
}

#[test]
fn bad_rows_are_told_in_their_place_and_the_rest_is_scored() {
    let input = format!(
        "{HEADER}\n1,Jim,,Jim,\n2,Zzyzx\n3,Jim,,Jim,,\n4,,,Zzyzx,\n5,\"Zzyzx,,Jim,\n6,Jim,,Jim,\n7,Jim,,\"Jim,"
    );
    let answer =
        batch(input.as_bytes()).bad(1, &["standard input, line 3: 2 of 5 cells", "(5 of 7 lines could not be read)"]);
    let rows = rows(&answer.stdout);
    let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str()).collect();
    assert_eq!(ids, ["1", "2", "3", "4", "5", "6", "7"]);
    let expected = [
        ("3", "wrong_columns"),
        ("4", "wrong_columns"),
        ("5", "nothing_given"),
        ("6", "open_quote"),
        ("8", "open_quote"),
    ];
    assert_eq!(errors(&rows), expected);
    assert_cells(&rows[5], &[("name_score", "100"), ("error_line", "")]);
    assert!(!answer.stdout.contains("Zzyzx") && !answer.stderr.contains("Zzyzx"));
}

#[test]
fn a_cell_that_is_not_utf8_is_read_with_the_replacement_character() {
    let mut input = format!("{HEADER}\n1,J").into_bytes();
    input.extend_from_slice(b"\xf6rg Rosen,,J\xc3\xb6rg Rosen,\n");
    let output = file("batch_latin1.csv", b"");
    let answer = run_with(&["batch", "--format", "csv", "--pass-through", "-o", &output], &input);
    let stderr = &answer.stderr;
    assert!(stderr.contains("1 row is not UTF-8") && stderr.contains("1 scored, 0 bad"), "{stderr}");
    // What passes through is not touched: a file in Latin-1 stays one.
    let written = std::fs::read(&output).expect("the output");
    assert!(written.windows(7).any(|bytes| bytes == b"J\xf6rg Ro"));
    let score: u8 = rows(&batch(&input).good().stdout)[0]["name_score"].parse().expect("a score");
    assert!((60..100).contains(&score), "{score}");
}

#[test]
fn a_header_must_make_sense() {
    for (input, says) in [
        ("", "there is no header"),
        ("given_name,id\nJim,1\n", "no column of an owner"),
        ("owner_name,id\nJim,1\n", "no column of the given side"),
        ("\n\nJim,Jim\n", "no column of the given side"),
        ("given_name,owner_name,Given Name\nJim,Jim,Jim\n", "columns 1 and 3 are both given_name"),
        ("given_name,\"owner_name\nJim,Jim\n", "there is no header"),
        ("\u{0}\u{1}PNG", "no column of the given side"),
    ] {
        let answer = batch(input.as_bytes()).bad(1, &[says]);
        assert_eq!(answer.stdout, "", "{input}");
    }
    let utf16: Vec<u8> = "\u{feff}given_name,owner_name\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    batch(&utf16).bad(1, &["UTF-16"]);
    run_with(&["batch", "-q"], &utf16).bad(1, &["UTF-16"]);
    // Only a header: there is nothing to do, and it was done.
    let answer = batch(format!("{HEADER}\n").as_bytes()).good();
    assert_eq!(rows(&answer.stdout), Vec::<Row>::new());
    assert_eq!(batch(HEADER.as_bytes()).good().stdout, answer.stdout);
}

#[test]
fn columns_can_be_named_on_the_command_line() {
    let input = b"Konto,Kunde,Inhaber,owner_nmae\n7,Jim,Jim,x\n";
    let named = ["--column", "id=Konto", "--column", "given_name=Kunde", "--column", "owner_name=Inhaber"];
    let answer = run_with(&[&["batch"], &named[..]].concat(), input);
    assert_cells(&rows(&answer.stdout)[0], &[("id", "7"), ("name_score", "100")]);
    assert!(answer.stderr.contains("note: standard input: the column owner_nmae is not used"), "{}", answer.stderr);
    run_with(&["batch", "--column", "given_name=Kind"], input).bad(1, &["no column has the header Kind"]);
    run(&["batch", "--column", "given_nmae=Kunde"]).bad(2, &["the key of a column"]);
    run(&["batch", "--column", "Kunde"]).bad(2, &["KEY=HEADER"]);
    run(&["batch", "--column", "id=Kunde", &sample("batch.jsonl")]).bad(2, &["for CSV"]);
}

#[test]
fn owners_are_told_apart_by_their_number() {
    let header = "given_name,owner_name,owner2_name,owner_3_raw_address,owner3_name";
    let answer = batch(format!("{header}\nJim,Ann,,,Jim\nJim,Ann,Jim,,\nJim,,,,\nJim, ,Ann,,Ann\n").as_bytes()).good();
    let owners: Vec<_> = rows(&answer.stdout).iter().map(|row| row["owner"].clone()).collect();
    assert_eq!(owners, ["2", "1", "", "1"]);
    assert_cells(&rows(&answer.stdout)[2], &[("name_score", ""), ("name_missing", "true")]);
}

#[test]
fn what_came_in_passes_through() {
    let input = "note,given_name,owner_name\n\"a \"\"quoted\"\"\nnote\",Jim,Jim\nx,Jim\n";
    let answer = run_with(&["batch", "-q", "--pass-through"], input.as_bytes());
    assert!(answer.stdout.starts_with("note,given_name,owner_name,owner,name_score,"), "{}", answer.stdout);
    assert!(answer.stdout.contains("\n\"a \"\"quoted\"\"\nnote\",Jim,Jim,0,100,"), "{}", answer.stdout);
    assert!(answer.stdout.contains("\nx,Jim,,,"), "{}", answer.stdout);
    assert_eq!(errors(&rows(&answer.stdout)), [("4", "wrong_columns")]);
    let twice = run_with(&["batch", "--pass-through"], b"given_name,owner_name,owner\nJim,Jim,x\n");
    twice.bad(2, &["has a column owner already"]);
}
