use crate::run::{Run, file, run, run_with, sample};
use serde_json::{Value, json};
use std::process::{Command, Stdio};

fn batch(input: &[u8]) -> Run {
    run_with(&["batch", "--quiet"], input)
}

/// The one error line that a bad line gives.
fn error_of(line: &[u8]) -> Value {
    let answer = batch(line).bad(1, &["standard input, line 1", "(1 of 1 lines could not be read)"]);
    assert!(!answer.stdout.contains("Zzyzx"), "{}", answer.stdout);
    let mut lines = answer.lines();
    assert_eq!(lines.len(), 1);
    lines.remove(0)
}

#[test]
fn the_sample_is_answered_line_by_line() {
    let answer = run(&["batch", "-q", &sample("batch.jsonl")]).good();
    let lines = answer.lines();
    let ids: Vec<_> = lines.iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, [json!("1"), json!("2"), json!(3), json!({"row": 4}), Value::Null]);
    let owners: Vec<_> = lines.iter().map(|line| line["owner"].clone()).collect();
    assert_eq!(owners, [json!(0), json!(1), Value::Null, json!(0), json!(0)]);
    for line in &lines {
        let keys: Vec<_> = line.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["calibration", "id", "owner", "results"]);
        let keys: Vec<_> = line["results"].as_object().expect("results").keys().map(String::as_str).collect();
        assert_eq!(keys, ["address", "email", "name", "phone"]);
    }
    let name = &lines[1]["results"]["name"];
    assert_eq!((&name["match_score"], &name["missing_data"]), (&json!(100), &json!(false)));
    assert_eq!(name["interpretation"], "exact");
    assert!(name["reasons"].as_array().is_some_and(|reasons| reasons.contains(&json!("name.exact"))));
    let missing = json!({"match_score": null, "missing_data": true, "interpretation": null, "reasons": []});
    assert_eq!(lines[0]["results"]["phone"], missing);
    assert_eq!(lines[2]["results"], json!({"name": missing, "email": null, "phone": null, "address": null}));
}

#[test]
fn the_output_goes_where_it_is_told() {
    let input = file(
        "batch_in.jsonl",
        b"{\"id\": 1, \"owner_information\": {\"name\": \"Jenny\"}, \"owners\": [{\"name\": \"JENNY\"}]}\n",
    );
    let output = file("batch_out.jsonl", b"something old that is longer than what will be written, so that a rest of it would show up behind the end of the new text if the file were not cut to its new length");
    let answer = run(&["batch", "-q", &input, "-o", &output]).good();
    assert_eq!(answer.stdout, "");
    let written = std::fs::read_to_string(&output).expect("the output is there");
    let line: Value = serde_json::from_str(&written).expect("one line");
    assert_eq!(line["results"]["name"]["match_score"], 100);
    run(&["batch", "-q", &input, "-o", &input]).bad(2, &["overwrite"]);
    assert!(std::fs::read_to_string(&input).expect("the input is there").contains("Jenny"));
    run(&["batch", "-q", "no such file", "-o", &output]).bad(1, &["no such file"]);
    assert_eq!(
        std::fs::read_to_string(&output).expect("the output is there"),
        written,
        "an output is not lost to a slip"
    );
}

#[test]
fn garbage_is_answered_in_its_place_and_the_rest_is_scored() {
    let good = r#"{"id": "good", "owner_information": {"name": "Jenny Rosen"}, "owners": [{"name": "JENNY ROSEN"}]}"#;
    let mut input = Vec::new();
    for bad in [&b"\x00\xff\xfe\x89PNG"[..], b"Zzyzx", b"", b"[]", b" \t", b"{\"id\": 6}", b"{\"id\": 7, \"owner_inf"] {
        input.extend_from_slice(bad);
        input.extend_from_slice(b"\n");
        input.extend_from_slice(good.as_bytes());
        input.extend_from_slice(b"\r\n");
    }
    let answer = batch(&input).bad(1, &["standard input, line 1: not UTF-8", "(5 of 12 lines could not be read)"]);
    let lines = answer.lines();
    let good = lines.iter().filter(|line| line["id"] == "good" && line["results"]["name"]["match_score"] == 100);
    assert_eq!((lines.len(), good.count()), (12, 7));
    let errors: Vec<_> = lines
        .iter()
        .filter(|line| line.get("error").is_some())
        .map(|line| {
            (
                line["id"].clone(),
                line["line"].as_u64().expect("a number"),
                line["error"]["code"].as_str().expect("a code"),
            )
        })
        .collect();
    let expected = [
        (Value::Null, 1, "invalid_utf8"),
        (Value::Null, 3, "invalid_json"),
        (Value::Null, 7, "not_an_object"),
        (json!(6), 11, "nothing_given"),
        (json!(7), 13, "invalid_json"),
    ];
    assert_eq!(errors, expected);
    assert!(!answer.stdout.contains("Zzyzx") && !answer.stderr.contains("Zzyzx"));
}

#[test]
fn a_known_key_of_the_wrong_type_is_named() {
    for (line, field) in [
        (&br#"{"id": 1, "owner_information": {"name": "Zzyzx"}, "owners": [{"phone": 5}]}"#[..], "owners[0].phone"),
        (br#"{"owners": [{}, {"address": {"city": ["Zzyzx"]}}], "id": 1}"#, "owners[1].address.city"),
        (br#"{"id": 1, "owner_information": ["Zzyzx"]}"#, "owner_information"),
        (br#"{"id": 1, "owner_information": "Zzyzx"}"#, "owner_information"),
        (br#"{"id": 1, "owner_information": {"address": "Zzyzx"}}"#, "owner_information.address"),
        (br#"{"id": 1, "owner_information": {"address": {"line1": true}}}"#, "owner_information.address.line1"),
        (br#"{"id": 1, "owner_information": {"name": "Zzyzx"}, "owners": {"name": "Zzyzx"}}"#, "owners"),
        (br#"{"id": 1, "owner_information": {"name": "Zzyzx"}, "owners": [null]}"#, "owners[0]"),
        (br#"{"id": 1, "owner_information": {"name": "Zzyzx"}, "owners": ["Zzyzx"]}"#, "owners[0]"),
        (
            br#"{"id": 1, "owner_information": {"name": "Zzyzx"}, "owners": [{"refreshed_at": "Zzyzx"}]}"#,
            "owners[0].refreshed_at",
        ),
    ] {
        let error = error_of(line);
        assert_eq!(error["id"], 1, "{field}");
        let (code, told) = (error["error"]["code"].as_str(), error["error"]["field"].as_str());
        assert_eq!((code, told), (Some("invalid_type"), Some(field)), "{error}");
        let keys: Vec<_> = error.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["error", "id", "line"]);
    }
}

#[test]
fn no_field_given_is_an_error_of_the_line() {
    for line in [
        &b"{\"id\": 1}"[..],
        br#"{"id": 1, "owner_information": null, "owners": []}"#,
        br#"{"id": 1, "owner_information": {}, "owners": [{"name": "Zzyzx"}]}"#,
        br#"{"id": 1, "owner_information": {"name": " ", "email": "", "address": {"line1": "\t"}}}"#,
    ] {
        assert_eq!(error_of(line)["error"]["code"], "nothing_given");
    }
}

#[test]
fn an_incomplete_given_side_is_scored() {
    let line = br#"{"owner_information": {"address": {"line1": "354 Oyster Point Blvd, South San Francisco, CA 94080"}, "phone": "Zzyzx"}, "owners": [{"raw_address": "510 Townsend St", "phone": "2125555555"}]}"#;
    let lines = batch(line).good().lines();
    assert!(lines[0]["results"]["address"]["match_score"].is_u64());
    assert!(lines[0]["results"]["phone"].is_object());
}

#[test]
fn ids_come_back_as_they_were_written() {
    for id in ["1.50", "12345678901234567890123", "\"\\u00e9\"", "[1, {\"a\": null}]", "true"] {
        let answer = batch(format!(r#"{{"id": {id}, "owner_information": {{"name": "Jenny"}}}}"#).as_bytes()).good();
        assert!(answer.stdout.starts_with(&format!(r#"{{"id":{id},"#)), "{}", answer.stdout);
    }
}

#[test]
fn unknown_keys_are_ignored_and_unicode_is_kept() {
    let line = "{\"id\": \"é\", \"x\": {\"y\": [1]}, \"owner_information\": {\"name\": \"Jörg 王\", \"z\": 1}, \"owners\": [{\"name\": \"JÖRG 王\", \"id\": 5}]}";
    let lines = batch(line.as_bytes()).good().lines();
    assert_eq!((&lines[0]["id"], &lines[0]["results"]["name"]["match_score"]), (&json!("é"), &json!(100)));
}

#[test]
fn a_line_that_is_too_long_is_told_and_the_next_is_scored() {
    let mut input = br#"{"id": "long", "owner_information": {"name": ""#.to_vec();
    input.resize(input.len() + (8 << 20), b'x');
    input.extend_from_slice(b"\"}}\n{\"id\": \"next\", \"owner_information\": {\"name\": \"Jenny\"}}\n");
    let answer = batch(&input);
    assert_eq!(answer.code, 1);
    let lines = answer.lines();
    assert_eq!((&lines[0]["id"], &lines[0]["error"]["code"]), (&json!("long"), &json!("line_too_long")));
    assert_eq!((&lines[1]["id"], lines.len()), (&json!("next"), 2));
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    let mut line = br#"{"id": 1, "x": "#.to_vec();
    line.resize(line.len() + 100_000, b'[');
    assert_eq!(error_of(&line)["error"]["code"], "invalid_json");
}

#[test]
fn a_line_that_is_damaged_anywhere_is_answered_by_one_line() {
    let sample = std::fs::read(sample("batch.jsonl")).expect("a sample");
    let line = sample.split(|&byte| byte == b'\n').next().expect("a line");
    let mut input = Vec::new();
    let mut count = 0;
    for position in 1..line.len() {
        input.extend_from_slice(&line[..position]);
        input.push(b'\n');
        for byte in [0xff, 0, b'"', b'{', b']', b'5'] {
            let mut damaged = line.to_vec();
            damaged[position] = byte;
            input.extend_from_slice(&damaged);
            input.push(b'\n');
        }
        count += 7;
    }
    let answer = batch(&input).bad(1, &["standard input, line 1", "lines could not be read"]);
    let lines = answer.lines();
    assert_eq!(lines.len(), count);
    for line in lines.iter().filter(|line| line.get("error").is_some()) {
        let message = line["error"]["message"].as_str().expect("a message");
        assert!(!["Jenn", "Oyster", "555-", "example.com"].iter().any(|value| message.contains(value)), "{message}");
    }
}

#[test]
fn empty_input_gives_empty_output() {
    assert_eq!(batch(b"").good().stdout, "");
    assert_eq!(batch(b"\n \n\t\r\n").good().stdout, "");
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let line = "{\"id\": 1, \"owner_information\": {\"name\": \"Jenny\"}, \"owners\": []}\n";
    let input = file("batch_pipe.jsonl", line.repeat(20_000).as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_ownership-match"))
        .args(["batch", &input])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
