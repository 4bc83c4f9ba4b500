use crate::run::{file, run, run_with};

#[test]
fn a_value_is_understood_as_an_object() {
    for (field, value) in [
        ("name", "Jenny Rosen"),
        ("email", "jennyrosen@example.com"),
        ("phone", "+1 212-555-5555"),
        ("address", "354 Oyster Point Blvd, South San Francisco, CA 94080"),
        ("address", r#"{"line1": "354 Oyster Point Blvd", "country": "US"}"#),
    ] {
        assert!(run(&["normalize", field, value]).good().json().is_object(), "{field}");
    }
}

#[test]
fn nothing_is_null_but_a_phone_is_always_an_object() {
    for field in ["name", "email", "address"] {
        assert!(run(&["normalize", field, " "]).good().json().is_null(), "{field}");
    }
    for value in ["", "call me", "+1 212-555-5555"] {
        let phone = run(&["normalize", "phone", value, "--region", "US"]).good().json();
        for key in ["e164", "extension", "valid"] {
            assert!(phone.get(key).is_some(), "{key} of {value}");
        }
        assert!(phone["valid"].is_boolean());
    }
}

#[test]
fn every_line_is_answered_by_one_line() {
    let input = concat!(
        r#"{"value": "+1 212-555-5555", "region": null}"#,
        "\n",
        r#"{"value": "(212) 555-5555", "region": "US"}"#,
        "\r\n",
        r#"{"value": "not a number"}"#,
        "\n",
        r#"{"value": null}"#,
        "\n",
        r#"{"value": "2125555555", "region": "ZZ", "other": [1]}"#,
    );
    let path = file("normalize_phones.jsonl", input.as_bytes());
    for answer in [
        run_with(&["normalize", "phone", "--jsonl"], input.as_bytes()),
        run_with(&["normalize", "phone", "--jsonl", "-"], input.as_bytes()),
        run(&["normalize", "phone", "--jsonl", &path]),
        run(&["normalize", "phone", "--jsonl", &path, "--region", "GB"]),
    ] {
        let lines = answer.good().lines();
        assert_eq!(lines.len(), 5);
        assert!(lines.iter().all(|line| line.get("e164").is_some()));
    }
}

#[test]
fn addresses_in_lines_may_be_objects() {
    let input = br#"{"value": {"line1": "354 Oyster Point Blvd", "country": "US"}}
{"value": "354 Oyster Point Blvd"}"#;
    let lines = run_with(&["normalize", "address", "--jsonl"], input).good().lines();
    assert!(lines.iter().all(serde_json::Value::is_object));
}

#[test]
fn bad_lines_are_answered_in_their_place() {
    let input = b"{\"value\": \"Jenny\"}\n\xff\xfe\nZzyzx\n[1]\n{\"value\": 5}\n{\"value\": {\"line1\": \"Zzyzx\"}}\n{\"value\": \"x\", \"region\": \"USA\"}\n{\"value\": \"Rosen\"}\n";
    let answer = run_with(&["normalize", "name", "--jsonl"], input);
    let answer = answer.bad(1, &["standard input, line 2: not UTF-8", "(6 of 8 lines could not be read)"]);
    let lines = answer.lines();
    let codes: Vec<_> = lines.iter().map(|line| line["error"]["code"].as_str()).collect();
    let (utf8, json, object) = (Some("invalid_utf8"), Some("invalid_json"), Some("not_an_object"));
    let (kind, value) = (Some("invalid_type"), Some("invalid_value"));
    assert_eq!(codes, [None, utf8, json, object, kind, kind, value, None]);
    assert_eq!((&lines[4]["line"], &lines[4]["error"]["field"]), (&5.into(), &"value".into()));
    assert_eq!(lines[6]["error"]["field"], "region");
    assert!(!answer.stdout.contains("Zzyzx") && !answer.stderr.contains("Zzyzx"));
}

#[test]
fn empty_input_gives_empty_output() {
    assert_eq!(run_with(&["normalize", "name", "--jsonl"], b"").good().stdout, "");
}

#[test]
fn an_address_that_is_broken_json_is_refused() {
    let refused = run(&["normalize", "address", r#"{"line1": "Zzyzx""#]).bad(1, &["VALUE", "not JSON"]);
    assert!(!refused.stderr.contains("Zzyzx"));
}
