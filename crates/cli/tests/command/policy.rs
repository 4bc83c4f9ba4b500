//! `match --policy`.

use crate::run::{Run, file, run, run_with, sample};
use serde_json::{Value, json};

fn policy(name: &str) -> String {
    format!("{}/../../data/policies/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn decide(policy: &str, more: &[&str]) -> Run {
    let (account, customer) = (sample("account.json"), sample("customer.json"));
    let mut args = vec!["match", "--account", &account, "--customer", &customer, "--policy", policy];
    args.extend(more);
    run(&args)
}

fn decision(policy: &str) -> Value {
    decide(policy, &["--format", "json"]).good().json()["decision"].clone()
}

#[test]
fn the_documented_sample_is_decided_as_the_policies_say() {
    let of = |name: &str| {
        let decision = decision(&policy(name));
        (decision["outcome"].clone(), decision["mean"].clone())
    };
    assert_eq!(of("default.toml"), (json!("step_up"), json!(62.5)));
    assert_eq!(of("to_the_letter.json"), (json!("proceed"), json!(78.75)));
    assert_eq!(of("careful.toml").0, "proceed");
    let skipped = file("policy_skipped.toml", b"missing = \"left_out\"");
    let mean = decision(&skipped)["mean"].as_f64().expect("a mean");
    assert!((mean - 250.0 / 3.0).abs() < 1e-9, "{mean}");
}

#[test]
fn the_default_policy_is_the_one_that_is_written_out() {
    use ownership_match::decision::Policy;
    let text = std::fs::read_to_string(policy("default.toml")).expect("the policy is in the repository");
    assert_eq!(Policy::from_toml(&text), Ok(Policy::default()));
    let text = std::fs::read_to_string(policy("to_the_letter.json")).expect("the policy is in the repository");
    assert_eq!(Policy::from_json(&text), Ok(Policy::documented_to_the_letter()));
}

#[test]
fn a_decision_says_why_and_shows_nothing_of_the_bank() {
    let vetoed = file(
        "policy_vetoed.toml",
        b"missing = \"left_out\"\nrequired = [\"phone\"]\n[[vetoes]]\nfield = \"email\"\nbelow = 70\noutcome = \"cancel\"\n",
    );
    let found = decision(&vetoed);
    assert_eq!(found["outcome"], "cancel");
    let codes: Vec<_> = found["reasons"].as_array().expect("reasons").iter().map(|reason| &reason["code"]).collect();
    assert_eq!(codes, ["policy.reaches_proceed", "policy.required_missing", "policy.vetoed"]);
    assert_eq!((&found["reasons"][1]["field"], &found["reasons"][2]["field"]), (&json!("phone"), &json!("email")));
    let text = decide(&vetoed, &[]).good().stdout;
    assert!(text.contains("decision: cancel, mean 83.33\n"), "{text}");
    assert!(text.contains("the phone is required and has no score (policy.required_missing)"), "{text}");
    assert!(text.contains("the email scores below 70 (policy.vetoed)"), "{text}");
    for value in ["Jennifer", "test.com", "Oyster"] {
        assert!(!text.contains(value), "{value} is the bank's");
    }
}

#[test]
fn a_policy_is_read_from_standard_input_in_either_format() {
    let (account, customer) = (sample("account.json"), sample("customer.json"));
    let args = ["match", "--account", &account, "--customer", &customer, "--policy", "-", "--format", "json"];
    for text in ["proceed_from = 62", "{\"proceed_from\": 62}"] {
        assert_eq!(run_with(&args, text.as_bytes()).good().json()["decision"]["outcome"], "proceed");
    }
    run(&["match", "--account", &account, "--customer", "-", "--policy", "-"]).bad(2, &["standard input"]);
}

#[test]
fn a_wrong_policy_is_told_with_its_line_and_field() {
    let refused = |name: &str, text: &[u8], parts: &[&str]| {
        let path = file(name, text);
        let mut all = vec![name];
        all.extend(parts);
        assert_eq!(decide(&path, &[]).bad(1, &all).stdout, "");
    };
    refused(
        "policy_key.toml",
        b"proceed_from = 70\n[weights]\nnmae = 1\n",
        &["line 3", "field weights.nmae", "unknown"],
    );
    refused("policy_value.json", b"{\n\"missing\": \"skip\"}", &["line 2", "field missing", "`left_out`"]);
    refused("policy_order.toml", b"\nstep_up_from = 90", &["line 2", "field step_up_from", "must not be above"]);
    refused("policy_syntax.toml", b"proceed_from 70", &["line 1"]);
    refused("policy_bytes.toml", b"\xff", &["not UTF-8"]);
    decide("no such policy", &[]).bad(1, &["no such policy", "cannot be read"]);
}

#[test]
fn the_best_of_each_field_may_be_asked_for() {
    let account = br#"{"id": "fca_1", "ownership": {"owners": {"data": [
        {"name": "THOMAS QUILL", "phone": "+1 212 555 5555"}, {"name": "JENNY ROSEN", "phone": "+1 646 717 0199"}]}}}"#;
    let account = file("best_per_field_account.json", account);
    let given = file("best_per_field_given.json", br#"{"name": "Jenny Rosen", "phone": "+1 212 555 5555"}"#);
    let args = ["match", "--account", &account, "--owner-information", &given];
    let json = |more: &[&str]| run(&[&args[..], more, &["--format", "json"]].concat()).good().json();
    let (whole, each) = (json(&[]), json(&["--best-per-field"]));
    assert_eq!((&whole["owner"], &each["owner"]), (&json!(1), &json!(1)));
    assert_eq!(each["results"]["phone"]["match_score"], 100);
    assert_ne!(whole["results"]["phone"]["match_score"], 100);
    assert_eq!(each["owner_of"], json!({"name": 1, "address": null, "email": null, "phone": 0}));
    assert_eq!((&whole["owner_of"], &whole["choice"]["clarity"]), (&Value::Null, &json!("clear")));
    assert_ne!(whole["id"], each["id"], "another question");
    let text = run(&[&args[..], &["--best-per-field"]].concat()).good().stdout;
    assert!(text.contains("choice    owner 2 of 2 fits best"), "{text}");
    assert!(text.contains("choice    the phone fits owner 1 best"), "{text}");
}
