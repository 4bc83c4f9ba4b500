//! Match answers as a caller takes them further: the options they were made with, both sides side by side, the documented object, and
//! the codes and sentences that travel with them.

#![cfg(feature = "serde")]

use ownership_match::api::{
    Account, MatchAnswer, MatchRequest, Notice, OwnershipMatch, RefreshBlocked, RefreshDecision,
};
use ownership_match::{AccountOwner, Agreement, Field, MatchOptions, OwnerChoice, OwnerInformation, Record};
use serde_json::{Value, json};

fn sample(name: &str) -> Value {
    let path = format!("{}/data/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the sample is in the repository");
    serde_json::from_str(&text).expect("the sample is JSON")
}

fn account(changes: Value) -> Account {
    let mut account = sample("account.json");
    for (key, value) in changes.as_object().expect("changes are an object") {
        account[key] = value.clone();
    }
    serde_json::from_value(account).expect("an account")
}

fn with_owners(owners: Value) -> Account {
    let mut ownership = sample("account.json")["ownership"].clone();
    ownership["owners"]["data"] = owners;
    account(json!({ "ownership": ownership }))
}

fn given(value: Value) -> OwnerInformation {
    serde_json::from_value(value).expect("what the customer states")
}

#[test]
fn the_options_decide_between_owners_and_are_told() {
    let account = with_owners(json!([
        {"name": "Nora Quist", "email": "someone@example.com"},
        {"name": "Peter Hale", "email": "nora.quist@example.org"},
    ]));
    let given = given(json!({"name": "Nora Quist", "email": "nora.quist@example.org"}));
    let answer = |choice: OwnerChoice| -> MatchAnswer {
        let options = MatchOptions::default().with_owner_choice(choice);
        MatchRequest::with_owner_information(&account, &given).with_options(options).answer().expect("owners are there")
    };
    let whole = answer(OwnerChoice::BestAsAWhole);
    let mixed = answer(OwnerChoice::BestPerField);
    assert_eq!((whole.owner_choice().code(), mixed.owner_choice().code()), ("best_as_a_whole", "best_per_field"));
    assert_eq!((whole.owner_count(), mixed.owner_count()), (2, 2));
    let email = |answer: &MatchAnswer| {
        let object: OwnershipMatch = answer.to_object("fcom_1".to_owned(), 0);
        assert_eq!(object.results.field(Field::Name), object.results.name);
        assert_eq!(object.results.field(Field::Address), object.results.address);
        assert_eq!(object.results.field(Field::Phone), object.results.phone);
        object.results.field(Field::Email).and_then(|result| result.match_score)
    };
    // The name counts twice: of the owner who has it, the email is another one.
    assert_eq!(email(&mixed), Some(100));
    assert!(email(&whole) < Some(60));
}

#[test]
fn both_sides_are_shown_where_they_are_asked_for() {
    let account = with_owners(json!([{"name": "QUIST NORA K", "phone": "+12125555555"}]));
    let given = given(json!({"name": "Nora Quist", "phone": "(212) 555-5555"}));
    let request = MatchRequest::with_owner_information(&account, &given);
    let told = request.answer().expect("owners are there").explain();
    assert!(told.fields().iter().all(|field| field.alignment().is_none()));
    let shown = request.reveal().expect("owners are there");
    let name = shown.field(Field::Name).and_then(|field| field.alignment()).expect("the name is aligned");
    assert_eq!(name.field(), Field::Name);
    let codes: Vec<&str> = name.parts().iter().map(|part| part.agreement().code()).collect();
    assert!(codes.contains(&"same") && codes.contains(&"only_owner"), "{codes:?}");
    // The same by hand, from two records.
    let owner = AccountOwner { name: Some("QUIST NORA K".to_owned()), ..AccountOwner::default() };
    let options = MatchOptions::default();
    let aligned = Record::of_given(&given, &options).align(&Record::of_owner(&owner, &options), Field::Name);
    let field =
        told.field(Field::Name).expect("the name was given").clone().with_alignment(aligned.expect("both have a name"));
    assert_eq!(field.alignment(), Some(name));
    assert_eq!(Agreement::Different.code(), "different");
    assert_eq!(Agreement::OnlyGiven.code(), "only_given");
}

#[test]
fn an_account_without_ownership_is_told_from_one_without_the_permission() {
    let given = given(json!({"name": "Nora Quist"}));
    let refusal = |account: Account| {
        MatchRequest::with_owner_information(&account, &given).answer().expect_err("nothing to match")
    };
    let unavailable = refusal(account(json!({"ownership": null})));
    assert!(unavailable.is_unavailable() && !unavailable.is_permission_missing());
    let denied = refusal(account(json!({"ownership": null, "permissions": ["balances"]})));
    assert!(denied.is_permission_missing() && !denied.is_unavailable());
}

#[test]
fn a_refresh_that_is_refused_says_why() {
    let next = 1_651_871_399;
    assert!(account(json!({})).can_refresh(next).is_allowed());
    assert!(!account(json!({})).can_refresh(next - 1).is_allowed());
    let reasons = [
        RefreshBlocked::AccountNotActive,
        RefreshBlocked::PermissionMissing,
        RefreshBlocked::Pending,
        RefreshBlocked::NotAvailable,
        RefreshBlocked::TooEarly,
    ];
    let mut codes: Vec<&str> = reasons.iter().map(|reason| reason.code()).collect();
    assert!(reasons.iter().all(|reason| !reason.sentence().is_empty() && !reason.sentence().ends_with('.')));
    assert!(reasons.iter().all(|&reason| !RefreshDecision::Blocked { reason, from: None }.is_allowed()));
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), reasons.len());
}

#[test]
fn what_the_reader_should_know_is_said_in_words() {
    let notices = [Notice::RefreshPending, Notice::RefreshFailed, Notice::OwnersIncomplete, Notice::CustomerNotHolder];
    let mut said: Vec<(&str, &str)> = notices.iter().map(|notice| (notice.code(), notice.sentence())).collect();
    assert!(said.iter().all(|(code, sentence)| !code.contains(' ') && sentence.contains(' ')));
    said.dedup();
    assert_eq!(said.len(), notices.len());
    let mut ownership = sample("account.json")["ownership"].clone();
    ownership["owners"]["has_more"] = json!(true);
    let incomplete = account(json!({ "ownership": ownership }));
    let given = given(json!({"name": "Jennifer Rosen"}));
    let answer = MatchRequest::with_owner_information(&incomplete, &given).answer().expect("owners are there");
    assert_eq!(answer.notices(), [Notice::OwnersIncomplete]);
}
