use crate::run::{file, run, run_with, sample};
use serde_json::{Value, json};

fn json_of(account: &str, given: &[&str]) -> Value {
    let account = sample(account);
    let mut args = vec!["match", "--account", &account, "--format", "json", "--id", "fcom_1", "--created", "5"];
    args.extend(given);
    run(&args).good().json()
}

fn documented(name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(sample(name)).expect("a sample")).expect("a sample is JSON")
}

#[test]
fn json_is_the_documented_object_and_more() {
    let answer = json_of("account.json", &["--customer", &sample("customer.json")]);
    let expected = documented("ownership_match.json");
    for (key, value) in expected.as_object().expect("an object") {
        match key.as_str() {
            "id" => assert_eq!(answer[key], "fcom_1"),
            "created" => assert_eq!(answer[key], 5),
            "results" => {}
            _ => assert_eq!(&answer[key], value, "{key}"),
        }
    }
    assert_eq!(answer["owner"], 0);
    assert!(answer["calibration"].is_string());
    assert!(answer.get("refreshed_at").is_none(), "the age of the data is said where a refresh failed or is pending");
    for field in ["name", "address", "email"] {
        let result = &answer["results"][field];
        assert!(result["match_score"].is_u64() && result["interpretation"].is_string(), "{field}");
        assert_eq!(result["missing_data"], false);
        assert!(result["reasons"].is_array());
    }
    let phone = json!({"match_score": null, "missing_data": true, "interpretation": null, "reasons": []});
    assert_eq!(answer["results"]["phone"], phone);
}

#[test]
fn owner_information_is_answered_as_such() {
    let answer = json_of("account.json", &["--owner-information", &sample("owner_information.json")]);
    assert_eq!((&answer["type"], &answer["customer"]), (&json!("owner_information"), &Value::Null));
    assert_eq!(answer["owner_information"], documented("owner_information.json"));
}

#[test]
fn an_equal_name_is_a_hundred_and_what_is_not_given_is_null() {
    let given = file("match_name.json", br#"{"name": "jennifer rosen", "email": " "}"#);
    let answer = json_of("account.json", &["--owner-information", &given]);
    assert_eq!(answer["results"]["name"]["match_score"], 100);
    assert_eq!(answer["results"]["name"]["interpretation"], "exact");
    let reasons = answer["results"]["name"]["reasons"].as_array().expect("reasons");
    assert!(reasons.contains(&json!("name.exact")));
    for field in ["email", "phone", "address"] {
        assert_eq!(answer["results"][field], Value::Null, "{field}");
    }
}

#[test]
fn the_id_follows_from_the_input() {
    let id = |account: &str, customer: &str| {
        run(&["match", "--account", &sample(account), "--customer", &sample(customer), "--format", "json"])
            .good()
            .json()["id"]
            .clone()
    };
    let first = id("account.json", "customer.json");
    assert!(first.as_str().is_some_and(|id| id.starts_with("fcom_")));
    assert_eq!(first, id("account.json", "customer.json"));
    assert_ne!(first, id("account_failed_earlier_owners.json", "customer.json"));
    let with = |more: &[&str]| {
        let (account, customer) = (sample("account.json"), sample("customer.json"));
        let args = ["match", "--account", &account, "--customer", &customer, "--format", "json"];
        run(&[&args[..], more].concat()).good().json()["id"].clone()
    };
    // What can change the answer changes the id; what is so by default does not.
    assert_eq!(first, with(&["--region", "us"]));
    let others = [
        with(&["--region", "GB"]),
        with(&["--region", "CA"]),
        with(&["--best-per-field"]),
        with(&["--aliases", &sample("aliases.tsv")]),
        with(&["--aliases", &file("match_other_aliases.tsv", b"kind\talias\tname\n")]),
    ];
    for (place, id) in others.iter().enumerate() {
        assert!(*id != first && !others[..place].contains(id), "{place}");
    }
}

#[test]
fn owners_that_were_not_supplied_are_not_denied() {
    let account =
        file("match_no_owners.json", br#"{"id": "fca_1", "ownership": {"owners": {"data": [], "has_more": true}}}"#);
    let text = run(&["match", "--account", &account, "--customer", &sample("customer.json")]).good().stdout;
    assert!(text.contains("owner     none: there is no owner to compare with\n"), "{text}");
    assert!(text.contains("owners_incomplete"), "{text}");
}

#[test]
fn text_is_a_table() {
    let text =
        run(&["match", "--account", &sample("account.json"), "--customer", &sample("customer.json")]).good().stdout;
    for part in [
        "fca_1MwVK82eZvKYlo2Cjw8FMxXf",
        "owner     1 of 1 fits best (index 0)",
        "2022-05-05 21:09:59 UTC",
        "name",
        "address",
        "email",
        "phone",
        "missing",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    for value in ["Jennifer", "test.com", "Jenny", "Oyster"] {
        assert!(!text.contains(value), "{value} is personal data");
    }
}

#[test]
fn notices_are_said_in_both_formats() {
    let customer = sample("customer.json");
    let answer = json_of("account_failed_earlier_owners.json", &["--customer", &customer]);
    assert_eq!(answer["notices"], json!(["ownership_refresh_failed", "owners_incomplete"]));
    let account = sample("account_failed_earlier_owners.json");
    let text = run(&["match", "--account", &account, "--customer", &customer]).good().stdout;
    assert!(text.contains("the last refresh failed") && text.contains("more owners"), "{text}");
}

#[test]
fn standard_input_is_read() {
    let account = std::fs::read(sample("account.json")).expect("a sample");
    run_with(&["match", "--account", "-", "--customer", &sample("customer.json")], &account).good();
    run(&["match", "--account", "-", "--customer", "-"]).bad(2, &["standard input"]);
}

#[test]
fn refusals_are_told_on_both_streams() {
    for (account, code) in [
        ("account_never_refreshed.json", "ownership_not_refreshed"),
        ("account_not_expanded.json", "ownership_not_expanded"),
        ("account_pending.json", "ownership_refresh_pending"),
        ("account_failed.json", "ownership_refresh_failed"),
        ("account_disconnected.json", "account_disconnected"),
    ] {
        let (path, customer) = (sample(account), sample("customer.json"));
        let refused =
            run(&["match", "--account", &path, "--customer", &customer, "--format", "json"]).bad(1, &[account]);
        let error = &refused.json()["error"];
        assert_eq!((&error["code"], &error["param"]), (&json!(code), &json!("financial_connections_account")));
        assert!(error["message"].is_string());
        let text = run(&["match", "--account", &path, "--customer", &customer]).bad(1, &[account]);
        assert_eq!(text.stdout, "");
    }
}

#[test]
fn without_a_given_side_the_account_holder_is_asked_for() {
    let account = sample("account.json");
    let refused = run(&["match", "--account", &account, "--format", "json"])
        .bad(1, &["account holder's Customer must be supplied"]);
    assert_eq!(refused.json()["error"]["code"], "account_holder_required");
}

#[test]
fn an_incomplete_address_is_refused_with_its_parameter() {
    let given = file("match_no_postcode.json", br#"{"address": {"line1": "354 Oyster Point Blvd", "city": "South San Francisco", "state": "CA", "country": "US"}}"#);
    let account = sample("account.json");
    let args = ["match", "--account", &account, "--owner-information", &given, "--format", "json"];
    let refused = run(&args).bad(1, &["match_no_postcode.json", "owner_information[address][postal_code]"]);
    assert_eq!(refused.json()["error"]["param"], "owner_information[address][postal_code]");
    assert!(!refused.stderr.contains("Oyster"));
}

#[test]
fn bad_files_are_named_and_not_quoted() {
    let account = sample("account.json");
    let refused = |name: &str, bytes: &[u8], parts: &[&str]| {
        let given = file(name, bytes);
        let run = run(&["match", "--account", &account, "--customer", &given]).bad(1, parts);
        assert!(run.stderr.contains(name), "{}", run.stderr);
        assert!(!run.stderr.contains("Zzyzx"), "{}", run.stderr);
        assert_eq!(run.stdout, "");
    };
    refused(
        "match_wrong_type.json",
        b"{\n\"name\": [\"Zzyzx\"]}",
        &["line 2", "field name", "a list where a text belongs"],
    );
    refused("match_wrong_nested.json", br#"{"address": {"city": 5, "line1": "Zzyzx"}}"#, &["field address.city"]);
    refused("match_not_json.json", b"Zzyzx", &["not JSON"]);
    refused("match_truncated.json", br#"{"name": "Zzyzx"#, &["ends too early"]);
    refused("match_list.json", br#"["Zzyzx"]"#, &["not a JSON object"]);
    refused("match_empty.json", b"", &["not JSON"]);
    refused("match_binary.json", b"\x00\xff\xfe\x89PNG", &["not UTF-8"]);
    refused("match_other.json", br#"{"object": "Zzyzx"}"#, &["field object", "expected customer"]);
    run(&["match", "--account", &account, "--customer", "no such file"]).bad(1, &["no such file"]);
}

#[test]
fn a_byte_order_mark_is_no_harm() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(std::fs::read(sample("customer.json")).expect("a sample"));
    run(&["match", "--account", &sample("account.json"), "--customer", &file("match_mark.json", &bytes)]).good();
}
