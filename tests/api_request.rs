//! Match requests: what is refused, with which code and parameter, and what is matched and said.

#![cfg(feature = "serde")]

use ownership_match::api::{Account, Customer, MatchAnswer, MatchRequest, MatchType, Notice};
use ownership_match::{Error, OwnerInformation};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn sample(name: &str) -> Value {
    let path = format!("{}/data/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the sample is in the repository");
    serde_json::from_str(&text).expect("the sample is JSON")
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("the object can be read")
}

/// The object with some of its keys changed.
fn with(mut object: Value, changes: Value) -> Value {
    for (key, value) in changes.as_object().expect("changes are an object") {
        object[key] = value.clone();
    }
    object
}

fn answer(account: Value, given: Value) -> Result<MatchAnswer, Error> {
    let given: OwnerInformation = read(given);
    MatchRequest::with_owner_information(&read(account), &given).answer()
}

fn refusal(account: Value, given: Value) -> (&'static str, Option<&'static str>) {
    let error = answer(account, given).expect_err("the request is refused");
    assert!(!error.hint().is_empty() && !error.to_string().is_empty());
    (error.code(), error.param())
}

fn given_refusal(given: Value) -> (&'static str, Option<&'static str>) {
    refusal(sample("account.json"), given)
}

#[test]
fn nothing_given_is_refused() {
    let nothing = ("nothing_given", Some("owner_information"));
    assert_eq!(given_refusal(json!({})), nothing);
    assert_eq!(given_refusal(json!({"name": " ", "email": "", "phone": null, "address": {"line1": "\t"}})), nothing);
    let account: Account = read(sample("account.json"));
    let customer: Customer = read(json!({"id": "cus_1"}));
    let error = MatchRequest::with_customer(&account, &customer).answer().expect_err("an empty customer");
    assert_eq!((error.code(), error.param()), ("nothing_given", Some("customer")));
    assert!(error.is_nothing_given() && error.is_given_side());
}

#[test]
fn an_incomplete_address_names_the_missing_part() {
    let address = &sample("owner_information.json")["address"];
    for (key, param) in [
        ("line1", "owner_information[address][line1]"),
        ("city", "owner_information[address][city]"),
        ("state", "owner_information[address][state]"),
        ("postal_code", "owner_information[address][postal_code]"),
        ("country", "owner_information[address][country]"),
    ] {
        for gap in [Value::Null, json!(""), json!("  ")] {
            let changed = with(address.clone(), json!({key: gap}));
            assert_eq!(given_refusal(json!({"address": changed})), ("address_incomplete", Some(param)));
        }
    }
    assert!(answer(sample("account.json"), json!({"address": address})).is_ok(), "line2 may be absent");
}

#[test]
fn a_country_without_states_or_postcodes_needs_none() {
    let address = |state: &str, postal_code: &str, country: &str| json!({"address": {"line1": "1 High St", "city": "Town", "state": state, "postal_code": postal_code, "country": country}});
    assert!(answer(sample("account.json"), address("", "SW1A 1AA", "GB")).is_ok());
    assert!(answer(sample("account.json"), address("Kowloon", "", "hk")).is_ok());
    let param = Some("owner_information[address][postal_code]");
    assert_eq!(given_refusal(address("", "", "FR")), ("address_incomplete", param));
}

#[test]
fn emails_and_phones_that_are_none_are_refused() {
    assert_eq!(given_refusal(json!({"email": "Jenny"})), ("email_invalid", Some("owner_information[email]")));
    assert_eq!(given_refusal(json!({"phone": "Jenny"})), ("phone_invalid", Some("owner_information[phone]")));
    let account: Account = read(sample("account.json"));
    let customer: Customer = read(with(sample("customer.json"), json!({"phone": "call me"})));
    let error = MatchRequest::with_customer(&account, &customer).answer().expect_err("no phone");
    assert_eq!((error.code(), error.param()), ("phone_invalid", Some("customer[phone]")));
}

#[test]
fn without_a_type_the_account_holder_is_matched() {
    let account: Account = read(sample("account.json"));
    let customer: Customer = read(sample("customer.json"));
    let code = |account: &Account, customer: Option<&Customer>| {
        MatchRequest::with_account_holder(account, customer).answer().map_err(|error| {
            assert!(error.is_account_holder());
            (error.code(), error.param())
        })
    };
    assert_eq!(code(&account, None), Err(("account_holder_required", Some("customer"))));
    let answer = code(&account, Some(&customer)).expect("the holder is matched");
    assert_eq!(answer.to_object(String::new(), 0).match_type, Some(MatchType::Customer));
    let other: Customer = read(with(sample("customer.json"), json!({"id": "cus_other"})));
    assert_eq!(code(&account, Some(&other)), Err(("account_holder_mismatch", Some("customer"))));
    let answer = MatchRequest::with_customer(&account, &other).answer().expect("a named type takes any customer");
    assert_eq!(answer.notices(), [Notice::CustomerNotHolder]);
    assert_eq!(answer.owner_count(), 1);
    let business: Account =
        read(with(sample("account.json"), json!({"account_holder": {"type": "account", "account": "acct_1"}})));
    assert_eq!(code(&business, Some(&customer)), Err(("account_holder_not_customer", Some("customer"))));
    let unknown: Account = read(with(sample("account.json"), json!({"account_holder": null})));
    assert!(code(&unknown, Some(&customer)).is_ok(), "an unknown holder contradicts nobody");
    let holder = json!({"type": "customer", "customer": sample("customer.json")});
    let expanded: Account = read(with(sample("account.json"), json!({"account_holder": holder})));
    assert!(code(&expanded, None).is_ok(), "an expanded holder is there to be matched");
}

#[test]
fn each_account_without_owners_has_its_own_refusal() {
    let given = sample("owner_information.json");
    let code = |account: Value| {
        let (code, param) = refusal(account, given.clone());
        assert_eq!(param, Some("financial_connections_account"));
        code
    };
    assert_eq!(code(sample("account_never_refreshed.json")), "ownership_not_refreshed");
    assert_eq!(code(sample("account_not_expanded.json")), "ownership_not_expanded");
    assert_eq!(code(sample("account_pending.json")), "ownership_refresh_pending");
    assert_eq!(code(sample("account_failed.json")), "ownership_refresh_failed");
    assert_eq!(code(sample("account_disconnected.json")), "account_disconnected");
    assert_eq!(code(with(sample("account.json"), json!({"ownership": null}))), "ownership_unavailable");
    assert_eq!(code(with(sample("account.json"), json!({"ownership": " "}))), "ownership_unavailable");
    // A new state of the refresh is no proof that there never was one.
    let paused = json!({"ownership": null, "ownership_refresh": {"status": "paused"}});
    assert_eq!(code(with(sample("account.json"), paused)), "ownership_unavailable");
    for permissions in [json!([]), json!(["balances", "payment_method"])] {
        let account = with(sample("account_never_refreshed.json"), json!({"permissions": permissions}));
        assert_eq!(code(account), "ownership_permission_missing");
    }
    let unknown = with(sample("account_never_refreshed.json"), json!({"permissions": null}));
    assert_eq!(code(unknown), "ownership_not_refreshed");
}

#[test]
fn predicates_tell_the_causes_apart() {
    let given = sample("owner_information.json");
    let error = |account: &str| answer(sample(account), given.clone()).expect_err("no owners");
    assert!(error("account_never_refreshed.json").is_not_refreshed());
    assert!(error("account_not_expanded.json").is_not_expanded());
    assert!(error("account_pending.json").is_refresh_pending());
    assert!(error("account_failed.json").is_refresh_failed());
    assert!(error("account_disconnected.json").is_disconnected());
    assert!(!error("account_failed.json").is_refresh_pending());
    assert!(!error("account_failed.json").is_given_side());
}

#[test]
fn a_partial_account_with_expanded_owners_is_matched() {
    let ownership = sample("account.json")["ownership"].clone();
    let answer = answer(json!({"ownership": ownership}), json!({"name": "Jennifer Rosen"})).expect("owners are there");
    assert_eq!(answer.result().owner, Some(0));
    assert_eq!(answer.refreshed_at(), Some(1_651_784_999));
    assert!(answer.notices().is_empty());
}

#[test]
fn earlier_owners_are_matched_and_their_age_is_said() {
    let given = json!({"name": "Jennifer Rosen"});
    let answer_of = |account: Value| answer(account, given.clone()).expect("earlier owners are there");
    let failed = answer_of(sample("account_failed_earlier_owners.json"));
    assert_eq!(failed.notices(), [Notice::RefreshFailed, Notice::OwnersIncomplete]);
    assert_eq!(failed.refreshed_at(), Some(1_651_784_999));
    let score = failed.result().results.name.and_then(|name| name.match_score()).map(|score| score.get());
    assert_eq!(score, Some(100));
    let refresh = sample("account_pending.json")["ownership_refresh"].clone();
    let pending = answer_of(with(sample("account.json"), json!({"ownership_refresh": refresh})));
    assert_eq!(pending.notices(), [Notice::RefreshPending]);
}

#[test]
fn no_owners_at_all_are_missing_data() {
    let ownership =
        json!({"id": "fcaowns_1", "created": 7, "owners": {"object": "list", "data": [], "has_more": false}});
    let empty = with(sample("account.json"), json!({"ownership": ownership}));
    let answer =
        answer(empty.clone(), json!({"name": "Jenny Rosen"})).expect("an account without owners has an answer");
    assert_eq!((answer.result().owner, answer.refreshed_at()), (None, Some(7)));
    assert!(answer.result().results.name.is_some_and(|name| name.missing_data()));
    assert_eq!(answer.result().results.email, None);
    let refresh = sample("account_failed.json")["ownership_refresh"].clone();
    let failed = with(empty, json!({"ownership_refresh": refresh}));
    assert_eq!(refusal(failed, json!({"name": "Jenny Rosen"})).0, "ownership_refresh_failed");
}

#[test]
fn the_answer_is_the_documented_object() {
    let account: Account = read(sample("account.json"));
    let customer: Customer = read(sample("customer.json"));
    let answer = MatchRequest::with_customer(&account, &customer).answer().expect("the documented call");
    let object = answer.to_object("fcom_1NtI9uBHO5VeT9SUyC5OxPVM".to_owned(), 1_651_785_000);
    let mut written = serde_json::to_value(&object).expect("the match can be written");
    let mut documented = sample("ownership_match.json");
    // The scores are the matter of the documented examples; here it is everything around them.
    for results in [&mut written["results"], &mut documented["results"]] {
        for field in ["name", "address", "email"] {
            results[field]["match_score"] = Value::Null;
        }
    }
    assert_eq!(written, documented);
    let given: OwnerInformation = read(sample("owner_information.json"));
    let answer = MatchRequest::with_owner_information(&account, &given).answer().expect("the documented call");
    let object = serde_json::to_value(answer.to_object(String::new(), 0)).expect("the match can be written");
    assert_eq!((&object["type"], &object["customer"]), (&json!("owner_information"), &Value::Null));
}

#[test]
fn messages_are_pinned_and_quote_nothing() {
    let address = with(sample("owner_information.json")["address"].clone(), json!({"postal_code": ""}));
    let error = answer(sample("account.json"), json!({"name": "Zzyzx", "address": address})).expect_err("no postcode");
    assert_eq!(
        error.to_string(),
        "the given address is incomplete: owner_information[address][postal_code] is missing"
    );
    assert_eq!(
        format!("{error:?}"),
        r#"Error { code: "address_incomplete", param: Some("owner_information[address][postal_code]") }"#
    );
    let error = answer(sample("account.json"), json!({"email": "Zzyzx"})).expect_err("no email");
    assert_eq!(error.to_string(), "the given email is not an email address");
    assert!(!format!("{error} {error:?} {}", error.hint()).contains("Zzyzx"));
}
