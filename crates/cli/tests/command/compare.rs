use crate::run::run;
use serde_json::{Value, json};

#[test]
fn equal_values_are_exact() {
    for (field, value) in [
        ("name", "Jenny Rosen"),
        ("email", "jennyrosen@example.com"),
        ("phone", "+1 212-555-5555"),
        ("address", "354 Oyster Point Blvd, South San Francisco, CA 94080"),
    ] {
        let answer = run(&["compare", field, value, value, "--format", "json"]).good().json();
        assert_eq!(answer["field"], field);
        assert_eq!(answer["match_score"], 100, "{field}");
        assert_eq!((&answer["missing_data"], &answer["interpretation"]), (&json!(false), &json!("exact")));
        let code = json!(format!("{field}.exact"));
        assert!(answer["reasons"].as_array().is_some_and(|reasons| reasons.contains(&code)), "{answer}");
        assert!(answer["calibration"].is_string());
        let text = run(&["compare", field, value, value]).good().stdout;
        assert!(text.contains("100") && text.contains("exact"), "{text}");
    }
}

#[test]
fn addresses_are_objects_or_lines() {
    let object = r#"{"line1": "354 Oyster Point Blvd", "city": "South San Francisco", "state": "CA", "postal_code": "94080", "country": "US"}"#;
    let score = |given: &str, owner: &str| {
        run(&["compare", "address", given, owner, "--format", "json"]).good().json()["match_score"].clone()
    };
    assert_eq!(score(object, object), 100);
    assert!(score(object, "354 Oyster Point Blvd").is_u64());
    assert!(score("354 Oyster Point Blvd", object).is_u64());
    run(&["compare", "address", r#"{"line1": 5}"#, "x"]).bad(1, &["GIVEN", "field line1"]);
    let refused = run(&["compare", "address", "x", r#"{"line1": "Zzyzx""#]).bad(1, &["OWNER", "not JSON"]);
    assert!(!refused.stderr.contains("Zzyzx"));
}

#[test]
fn nothing_to_compare_is_missing_data() {
    for (given, owner) in [("", "Jenny"), ("Jenny", " "), ("", "")] {
        for field in ["name", "email", "phone", "address"] {
            let answer = run(&["compare", field, given, owner, "--format", "json"]).good().json();
            assert_eq!((&answer["match_score"], &answer["missing_data"]), (&Value::Null, &json!(true)));
            assert_eq!((&answer["interpretation"], &answer["reasons"]), (&Value::Null, &json!([])));
            run(&["compare", field, given, owner]).good();
        }
    }
}

#[test]
fn values_may_begin_with_a_hyphen() {
    let answer = run(&["compare", "phone", "-212-555-5555", "-212-555-5555", "--region", "US", "--format", "json"]);
    assert_eq!(answer.good().json()["match_score"], 100);
}

#[test]
fn any_bytes_have_a_score() {
    let long = "é\u{202e}\u{1}'\"{}[]<>@+-9 ".repeat(500);
    for field in ["name", "email", "phone", "address"] {
        let answer = run(&["compare", field, &long, &long, "--format", "json"]).good().json();
        assert!(answer["match_score"].is_u64() || answer["missing_data"] == true, "{field}");
    }
}
