//! Real output is valid against the JSON Schemas of the repository.

use crate::run::{file, run, run_with, sample};
use serde_json::{Value, json};

fn schema(name: &str) -> Value {
    let path = format!("{}/../../data/schema/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the schema is in the repository");
    serde_json::from_str(&text).expect("the schema is JSON")
}

#[track_caller]
fn assert_valid(root: &Value, value: &Value) {
    if let Err(problem) = validate(root, root, value, "$") {
        panic!("{problem}: {value}");
    }
}

/// Validates a value against the keywords that the schemas here use. A keyword that is not known here is a failure, so that
/// nothing is taken as checked that was not.
fn validate(root: &Value, schema: &Value, value: &Value, path: &str) -> Result<(), String> {
    let fail = |keyword: &str| Err(format!("{path} breaks {keyword}"));
    for (keyword, rule) in schema.as_object().ok_or_else(|| format!("the schema of {path} is no object"))? {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let pointer = rule.as_str().and_then(|rule| rule.strip_prefix('#')).ok_or("a local reference")?;
                validate(root, root.pointer(pointer).ok_or("a reference to nothing")?, value, path)?;
            }
            "type" => {
                let names = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                if !names.iter().any(|name| is_of_type(value, name.as_str().unwrap_or_default())) {
                    return fail(keyword);
                }
            }
            "const" if rule != value => return fail(keyword),
            "enum" if !rule.as_array().is_some_and(|values| values.contains(value)) => return fail(keyword),
            "minimum" if value.as_f64().zip(rule.as_f64()).is_some_and(|(value, least)| value < least) => {
                return fail(keyword);
            }
            "maximum" if value.as_f64().zip(rule.as_f64()).is_some_and(|(value, most)| value > most) => {
                return fail(keyword);
            }
            "const" | "enum" | "minimum" | "maximum" => {}
            "pattern" => {
                // The one pattern of the schemas: a field, a dot, and a snake case word.
                assert_eq!(rule, "^(name|email|phone|address)\\.[a-z0-9_]+$");
                let (field, word) = value.as_str().and_then(|code| code.split_once('.')).unwrap_or_default();
                let is_snake = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
                if !["name", "email", "phone", "address"].contains(&field) || word.is_empty() || !is_snake {
                    return fail(keyword);
                }
            }
            "required" => {
                let Some(object) = value.as_object() else { continue };
                let keys = rule.as_array().ok_or("a list of keys")?;
                if !keys.iter().all(|key| object.contains_key(key.as_str().unwrap_or_default())) {
                    return fail(keyword);
                }
            }
            "properties" => {
                let properties = rule.as_object().ok_or("properties")?;
                for (key, part) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = properties.get(key) {
                        validate(root, schema, part, &format!("{path}.{key}"))?;
                    }
                }
            }
            "additionalProperties" => {
                assert_eq!(rule, false);
                let known = schema["properties"].as_object().ok_or("properties")?;
                if value.as_object().is_some_and(|object| !object.keys().all(|key| known.contains_key(key))) {
                    return fail(keyword);
                }
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    validate(root, rule, item, &format!("{path}[]"))?;
                }
            }
            "uniqueItems" => {
                let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
                if items.iter().enumerate().any(|(place, item)| items[..place].contains(item)) {
                    return fail(keyword);
                }
            }
            "oneOf" => {
                let choices = rule.as_array().ok_or("a list of schemas")?;
                let valid = choices.iter().filter(|choice| validate(root, choice, value, path).is_ok());
                if valid.count() != 1 {
                    return fail(keyword);
                }
            }
            other => return Err(format!("the keyword {other} is not known to this test")),
        }
    }
    Ok(())
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known to this test"),
    }
}

#[test]
fn the_match_object_is_valid() {
    let schema = schema("ownership_match.json");
    let (customer, given) = (sample("customer.json"), sample("owner_information.json"));
    for account in ["account.json", "account_failed_earlier_owners.json"] {
        for source in [["--customer", &customer], ["--owner-information", &given]] {
            let account = sample(account);
            let mut args = vec!["match", "--format", "json", "--account", &account];
            args.extend(source);
            assert_valid(&schema, &run(&args).good().json());
            let policy = policy("careful.toml");
            args.extend(["--best-per-field", "--policy", &policy]);
            assert_valid(&schema, &run(&args).good().json());
            for telling in ["--explain", "--reveal"] {
                assert_valid(&schema, &run(&[&args[..], &[telling]].concat()).good().json());
            }
        }
    }
}

/// Decisions of every kind: held down, without a mean, without owners.
#[test]
fn every_decision_is_valid() {
    let schema = schema("ownership_match.json");
    let (customer, given) = (sample("customer.json"), file("schema_given.json", br#"{"name": "Jenny Rosen"}"#));
    let nobody = file("schema_nobody.json", br#"{"ownership": {"owners": {"has_more": true}}}"#);
    let two = br#"{"id": "fca_1", "ownership": {"owners": {"data": [
        {"name": "THOMAS QUILL", "phone": "+1 212 555 5555"}, {"name": "JENNY ROSEN", "phone": "+1 646 717 0199"}]}}}"#;
    let two = file("schema_two.json", two);
    let held: &[u8] = b"required = [\"phone\"]\n[[vetoes]]\nfield = \"name\"\nbelow = 100\noutcome = \"cancel\"\n";
    let phone: &[u8] = b"missing = \"left_out\"\n[weights]\nname = 0\nemail = 0\naddress = 0\n";
    let (held, phone) = (file("schema_held.toml", held), file("schema_phone.toml", phone));
    let mut outcomes = std::collections::BTreeSet::new();
    for account in [&sample("account.json"), &nobody, &two] {
        for policy in [&held, &phone] {
            for source in [["--owner-information", &given], ["--customer", &customer]] {
                let args = ["match", "--format", "json", "--account", account, "--policy", policy, "--best-per-field"];
                for telling in ["--explain", "--reveal"] {
                    let answer = run(&[&args[..], &source, &[telling]].concat()).good().json();
                    assert_valid(&schema, &answer);
                    let (decision, others) = (&answer["decision"], &answer["explanation"]["other_owners"]);
                    outcomes.insert(decision["outcome"].to_string());
                    outcomes.extend(decision["mean"].is_null().then(|| "no mean".to_owned()));
                    outcomes.extend(others.is_object().then(|| "other owners".to_owned()));
                }
            }
        }
    }
    let all = ["\"cancel\"", "\"proceed\"", "\"step_up\"", "no mean", "other owners"];
    assert!(outcomes.iter().eq(all.iter()), "{outcomes:?}");
}

fn policy(name: &str) -> String {
    format!("{}/../../data/policies/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn policies_are_valid() {
    use ownership_match::decision::Policy;
    let schema = schema("policy.json");
    for name in ["default.toml", "careful.toml"] {
        let text = std::fs::read_to_string(policy(name)).expect("the policy is in the repository");
        let read = Policy::from_toml(&text).expect("the policy can be read");
        assert_valid(&schema, &serde_json::to_value(&read).expect("a policy can be written"));
    }
    let text = std::fs::read_to_string(policy("to_the_letter.json")).expect("the policy is in the repository");
    assert_valid(&schema, &serde_json::from_str(&text).expect("the policy is JSON"));
    let all = serde_json::to_value(Policy::default()).expect("a policy can be written");
    let (keys, known) = (all.as_object().expect("an object"), schema["properties"].as_object().expect("properties"));
    assert!(known.keys().eq(keys.keys()), "the schema knows every key");
    for (key, value) in [
        ("proceed_from", json!(101)),
        ("missing", json!("skip")),
        ("weight", json!({})),
        ("required", json!(["name", "name"])),
    ] {
        assert!(validate(&schema, &schema, &json!({key: value}), "$").is_err(), "{key}");
    }
}

#[test]
fn batch_lines_are_valid() {
    let text = std::fs::read_to_string(sample("batch.jsonl")).expect("a sample");
    let input = schema("batch_input.json");
    for line in text.lines() {
        assert_valid(&input, &serde_json::from_str(line).expect("the sample is JSON lines"));
    }
    let (output, errors) = (schema("batch_output.json"), schema("batch_errors.json"));
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(b"\xff\nx\n[]\n{\"id\": 1}\n{\"owners\": 5}\n{\"owners\": [], \"owners\": []}\n");
    let told = file("schema_errors.jsonl", b"");
    for more in [&[][..], &["--pass-through"], &["--errors", &told], &["--errors", &told, "--errors-raw"]] {
        let lines = run_with(&[&["batch", "-q"], more].concat(), &bytes).lines();
        assert_eq!(lines.len(), 11);
        for line in &lines {
            assert_valid(&output, line);
        }
        let passed = lines.iter().filter(|line| line.get("input").is_some()).count();
        assert_eq!(passed, if more == ["--pass-through"] { 9 } else { 0 }, "all lines that are JSON");
        if more.contains(&"--errors") {
            assert_eq!(assert_lines_valid(&errors, &told), 6);
        }
    }
    let csv = b"id,given_name,owner_name\n1\n2,\"a,a\n3,,a\n";
    let args = ["batch", "-q", "--format", "csv", "--errors", &told, "--errors-raw"];
    run_with(&args, csv).bad(1, &["(3 of 3 lines could not be read)"]);
    assert_eq!(assert_lines_valid(&errors, &told), 3);
}

/// Validates a file of JSON lines, and gives their number.
fn assert_lines_valid(schema: &Value, path: &str) -> usize {
    let text = std::fs::read_to_string(path).expect("the file is there");
    text.lines().for_each(|line| assert_valid(schema, &serde_json::from_str(line).expect("JSON")));
    text.lines().count()
}

/// The columns that are documented are those that come, and every cell is what the documentation says.
#[test]
fn batch_columns_are_valid() {
    let columns = schema("batch_csv_output.json");
    let answer = run(&["batch", "-q", &sample("batch.csv")]).good();
    let mut lines = answer.stdout.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().expect("a header");
    let names: Vec<_> = columns["fields"].as_array().expect("a list").iter().map(|field| &field["name"]).collect();
    assert_eq!(json!(header), json!(names));
    for line in lines {
        for (cell, field) in line.iter().zip(columns["fields"].as_array().expect("a list")) {
            let is_valid = match field["type"].as_str().expect("a type") {
                "integer" => cell.is_empty() || cell.parse::<u64>().is_ok(),
                "boolean" => ["", "true", "false"].contains(cell),
                "string" => true,
                other => panic!("the type {other} is not known to this test"),
            };
            let known = field["constraints"]["enum"].as_array();
            let is_known = known.is_none_or(|known| cell.is_empty() || known.contains(&json!(cell)));
            assert!(is_valid && is_known, "{} {cell}", field["name"]);
        }
    }
}

#[test]
fn the_schemas_refuse_what_is_wrong() {
    let output = schema("batch_output.json");
    let line = run(&["batch", "-q", &sample("batch.jsonl")]).good().lines().remove(1);
    let broken = |pointer: &str, value: Value| {
        let mut line = line.clone();
        *line.pointer_mut(pointer).expect("the line has the part") = value;
        assert!(validate(&output, &output, &line, "$").is_err(), "{pointer}");
    };
    broken("/results/name/match_score", json!(101));
    broken("/results/name/match_score", json!("100"));
    broken("/results/name/interpretation", json!("unlikely"));
    broken("/results/phone/interpretation", json!("very_strong"));
    broken("/results/name/reasons", json!(["Jenny"]));
    broken("/results", json!({}));
    broken("/owner", json!(-1));
    let mut extra = line.clone();
    extra["inputs"] = json!({});
    assert!(validate(&output, &output, &extra, "$").is_err());
    let errors = schema("batch_errors.json");
    let told = json!({"line": 1, "code": "open_quote", "field": null, "message": "m"});
    assert_valid(&errors, &told);
    for wrong in [json!({"line": 0}), json!({"code": "odd"}), json!({"field": 5}), json!({"more": 5})] {
        let mut told = told.clone();
        let (key, value) = wrong.as_object().and_then(|wrong| wrong.iter().next()).expect("one key");
        told[key] = value.clone();
        assert!(validate(&errors, &errors, &told, "$").is_err(), "{wrong}");
    }
    let input = schema("batch_input.json");
    for wrong in [
        json!([]),
        json!({}),
        json!({"owner_information": {"name": 5}}),
        json!({"owner_information": {}, "owners": [5]}),
    ] {
        assert!(validate(&input, &input, &wrong, "$").is_err(), "{wrong}");
    }
}
