//! What the documentation shows, end to end: these tests hold as soon as every comparator meets the documented examples.

#[path = "command/run.rs"]
mod run;

use run::{run, sample};
use serde_json::{Value, json};

#[test]
fn the_documented_match_gives_the_documented_scores() {
    let (account, customer) = (sample("account.json"), sample("customer.json"));
    let answer = run(&["match", "--account", &account, "--customer", &customer, "--format", "json"]).good().json();
    let documented: Value =
        serde_json::from_str(&std::fs::read_to_string(sample("ownership_match.json")).expect("a sample"))
            .expect("JSON");
    for field in ["name", "address", "email", "phone"] {
        for key in ["match_score", "missing_data"] {
            assert_eq!(answer["results"][field][key], documented["results"][field][key], "{field} {key}");
        }
    }
    let scores = ["name", "address", "email", "phone"].map(|field| answer["results"][field]["match_score"].clone());
    assert_eq!(scores, [json!(85), json!(100), json!(65), Value::Null]);
    let words = ["name", "address", "email", "phone"].map(|field| answer["results"][field]["interpretation"].clone());
    assert_eq!(words, [json!("very_strong"), json!("exact"), json!("possible"), Value::Null]);
}

#[test]
fn the_documented_match_is_a_table() {
    let text =
        run(&["match", "--account", &sample("account.json"), "--customer", &sample("customer.json")]).good().stdout;
    let row = |field: &str| {
        let line = text.lines().find(|line| line.starts_with(field)).unwrap_or_else(|| panic!("no {field} in {text}"));
        line.split_whitespace().nth(1).map(str::to_owned)
    };
    // The first line that begins with `email` and so on is the row; the head of the table begins with `field`.
    assert_eq!(row("name ").as_deref(), Some("85"));
    assert_eq!(row("address ").as_deref(), Some("100"));
    assert_eq!(row("email ").as_deref(), Some("65"));
    assert_eq!(row("phone ").as_deref(), Some("missing"));
}

#[test]
fn the_first_line_of_the_sample_batch_gives_the_documented_scores() {
    let answer = run(&["batch", "-q", &sample("batch.jsonl")]).good();
    let line: Value = serde_json::from_str(answer.stdout.lines().next().expect("a line")).expect("JSON");
    let scores = ["name", "address", "email", "phone"].map(|field| line["results"][field]["match_score"].clone());
    assert_eq!(scores, [json!(85), json!(100), json!(65), Value::Null]);
}

#[test]
fn every_documented_example_is_inside() {
    let answer = run(&["examples"]).good();
    assert!(!answer.stdout.contains('✗'), "{}", answer.stdout);
    assert!(answer.stdout.contains("28 of 28 documented examples"), "{}", answer.stdout);
}

#[test]
fn a_documented_phone_has_its_e164() {
    let phone = run(&["normalize", "phone", "(212) 555-5555"]).good().json();
    assert_eq!(phone["e164"], "+12125555555");
    assert_eq!(phone["extension"], Value::Null);
}
