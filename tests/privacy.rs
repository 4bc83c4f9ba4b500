//! Personal data never reaches a log by accident: `Debug` and errors of every public type, walked with marker values.

#![cfg(feature = "serde")]

use ownership_match::api::{
    Account, AccountHolder, AccountOwnership, Customer, Event, EventData, EventObject, Expandable, MatchRequest,
    Opaque, OwnerList, OwnershipMatch, OwnershipRefresh,
};
use ownership_match::decision::Policy;
use ownership_match::{
    AccountOwner, Address, Aliases, Candidates, Email, Error, Field, MatchOptions, Name, OwnerInformation, Phone,
    PostalAddress, Record, match_owners,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

/// What is sought, in lower case: pieces of every marker value below, however it is normalized.
const MARKERS: [&str; 5] = ["zzyz", "qwxv", "5550188", "7741", "89509"];

const NAME: &str = "Zzyzxova Qwxvik";
const EMAIL: &str = "zzyzxova@qwxv.example";
const PHONE: &str = "+1 212-555-0188";
const LINE: &str = "7741 Zzyzx Road, Qwxvton, NV 89509";

/// Public types that hold nothing of a person: scores, codes, ids of objects, times, and what the caller configures.
const IMPERSONAL: &[&str] = &[
    "Agreement",
    "AccountStatus",
    "AliasError",
    "Band",
    "Choice",
    "Clarity",
    "Comparison",
    "Country",
    "Decision",
    "Effect",
    "EventType",
    "Example",
    "Expected",
    "Field",
    "FieldResult",
    "FieldScore",
    "HolderType",
    "Interpretation",
    "Kind",
    "MatchResult",
    "MatchResults",
    "MatchType",
    "Mean",
    "Notice",
    "Outcome",
    "OwnerChoice",
    "Part",
    "PartyKind",
    "Permission",
    "Policy",
    "PolicyError",
    "Readme",
    "Reason",
    "Reasons",
    "RefreshBlocked",
    "RefreshDecision",
    "RefreshStatus",
    "Results",
    "Role",
    "Scale",
    "Score",
    "Statement",
    "Value",
    "Veto",
    "Weights",
    "Without",
];

fn parts() -> Value {
    json!({"line1": "7741 Zzyzx Road", "line2": "Qwxv 7741", "city": "Qwxvton", "state": "Zzyz", "postal_code": "89509", "country": "Qwxvland"})
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("the object can be read")
}

/// Everything that was walked: the name of the type and what was shown of it.
#[derive(Default)]
struct Walk {
    shown: Vec<(&'static str, String)>,
}

impl Walk {
    fn debug(&mut self, name: &'static str, value: impl Debug) {
        self.shown.push((name, format!("{value:?} {value:#?}")));
    }

    fn text(&mut self, name: &'static str, text: String) {
        self.shown.push((name, text));
    }
}

fn walk() -> Walk {
    let mut walk = Walk::default();
    let address: PostalAddress = read(parts());
    let given: OwnerInformation = read(json!({"name": NAME, "email": EMAIL, "phone": PHONE, "address": parts()}));
    let owner: AccountOwner =
        read(json!({"name": NAME, "email": EMAIL, "phone": PHONE, "raw_address": LINE, "address": parts()}));
    let ownership: AccountOwnership =
        read(json!({"owners": {"data": [{"name": NAME, "email": EMAIL, "phone": PHONE, "raw_address": LINE}]}}));
    let customer = json!({"id": "cus_1", "name": NAME, "email": EMAIL, "phone": PHONE, "address": parts()});
    let account: Account = read(json!({
        "id": "fca_1", "display_name": NAME, "institution_name": NAME, "last4": "7741", "balance": {NAME: [EMAIL, 5_550_188]},
        "account_holder": {"type": "customer", "customer": customer},
        "ownership": serde_json::to_value(&ownership).expect("written"),
        "ownership_refresh": {"status": "failed", "error": {"message": NAME}},
    }));
    let event: Event = read(json!({"data": {"object": serde_json::to_value(&account).expect("written")}}));
    let opaque: Opaque = read(json!({NAME: [EMAIL, {"phone": 5_550_188}]}));
    let options = MatchOptions::default();

    walk.debug("PostalAddress", &address);
    walk.debug("OwnerInformation", &given);
    walk.debug("AccountOwner", &owner);
    walk.debug("AccountOwnership", &ownership);
    walk.debug("OwnerList", &ownership.owners);
    walk.debug("OwnerList", OwnerList { data: vec![owner.clone()], ..OwnerList::default() });
    walk.debug("Customer", read::<Customer>(customer.clone()));
    walk.debug("Account", &account);
    walk.debug("AccountHolder", account.account_holder.as_ref().expect("a holder"));
    walk.debug("AccountHolder", AccountHolder::default());
    walk.debug("OwnershipRefresh", account.ownership_refresh.as_ref().expect("a refresh"));
    walk.debug("OwnershipRefresh", OwnershipRefresh { error: Some(opaque.clone()), ..OwnershipRefresh::default() });
    walk.debug("Expandable", account.ownership.as_ref().expect("an ownership"));
    walk.debug("Expandable", Expandable::Object(Box::new(given.clone())));
    walk.debug("Opaque", &opaque);
    walk.debug("Event", &event);
    walk.debug("EventData", &event.data);
    walk.debug("EventData", EventData { object: Some(EventObject::Other(opaque.clone())) });
    walk.debug("EventObject", event.data.object.as_ref().expect("an object"));
    walk.debug("EventObject", EventObject::Other(opaque));

    let name = Name::parse(NAME).expect("a name");
    walk.debug("Name", &name);
    walk.debug("Party", name.parties().collect::<Vec<_>>());
    walk.debug("Email", Email::parse(EMAIL));
    let phone = Phone::parse(PHONE, None).expect("a phone");
    walk.debug("Phone", &phone);
    walk.debug("Phone", Phone::parse("call Zzyzx", None));
    walk.debug("E164", phone.e164());
    let line = Address::parse(LINE, None).expect("an address");
    walk.debug("Address", &line);
    walk.debug("AddressParts", line.parts());
    walk.debug(
        "SecondaryUnit",
        Address::parse("1 Main St Apt Zzyz 7741, Reno NV", None).map(|line| line.parts().units),
    );
    let (left, right) = (Record::of_given(&given, &options), Record::of_owner(&owner, &options));
    walk.debug("Record", (&left, &right));
    let candidates: Candidates = [right.clone()].into_iter().collect();
    walk.debug("Candidate", candidates.best(&left, 0.0));
    walk.debug("Candidates", candidates);
    let mut aliases = Aliases::new();
    aliases.add_nickname("Zzyzx", "Qwxvik").expect("two names");
    walk.debug("Aliases", &aliases);
    walk.debug("MatchOptions", MatchOptions::default().with_aliases(aliases));

    let owners = [owner.clone(), AccountOwner { name: Some("Thomas Quill".to_owned()), ..owner }];
    let result = match_owners(&given, &owners, &options);
    walk.debug("MatchResult", result);
    walk.debug("Explanation", result.explain());
    walk.text("Explanation", result.explain().to_string());
    walk.text("Explanation", serde_json::to_string(&result.explain()).expect("written"));
    let revealed = result.reveal(&given, &owners, &options);
    walk.debug("Explanation", &revealed);
    walk.debug("FieldExplanation", revealed.fields());
    for field in Field::ALL {
        let alignment = left.align(&right, field).expect("both sides have it");
        assert!(sought(&alignment.to_string()).is_some(), "the markers are there to be found: {alignment}");
        walk.debug("AlignedPart", alignment.parts());
        walk.debug("Alignment", alignment);
    }
    let decision = Policy::default().decide(&result.results);
    walk.text("Decision", format!("{decision} {decision:?} {}", serde_json::to_string(&decision).expect("written")));

    let information = OwnerInformation { address: None, ..given.clone() };
    let request = MatchRequest::with_owner_information(&account, &information);
    walk.debug("MatchRequest", request.clone());
    let answer = request.answer().expect("an answer");
    walk.debug("MatchAnswer", &answer);
    walk.debug("OwnershipMatch", answer.to_object("fcom_1".to_owned(), 0));
    walk.debug("OwnershipMatch", read::<OwnershipMatch>(json!({"owner_information": {"name": NAME}})));
    for error in errors(&account, &given) {
        walk.text("Error", format!("{error} {error:?} {} {:?}", error.hint(), error.param()));
    }
    walk
}

/// Every refusal that looks at the values.
fn errors(account: &Account, given: &OwnerInformation) -> Vec<Error> {
    let wrong = |change: fn(&mut OwnerInformation)| {
        let mut given = given.clone();
        given.address = None;
        change(&mut given);
        given
    };
    let given = [
        wrong(|given| given.email = Some("Zzyzx Qwxv".to_owned())),
        wrong(|given| given.phone = Some("Zzyzx".to_owned())),
        wrong(|given| given.address = Some(PostalAddress { line1: Some(LINE.to_owned()), ..PostalAddress::default() })),
    ];
    let refused =
        given.iter().map(|given| MatchRequest::with_owner_information(account, given).answer().expect_err("wrong"));
    let mut errors: Vec<Error> = refused.collect();
    let other = Customer { id: Some("cus_Zzyzx".to_owned()), name: Some(NAME.to_owned()), ..Customer::default() };
    errors.push(MatchRequest::with_account_holder(account, Some(&other)).answer().expect_err("another customer"));
    errors
}

/// The first marker in a text.
fn sought(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    MARKERS.into_iter().find(|marker| text.contains(marker))
}

#[test]
fn nothing_that_is_walked_shows_personal_data() {
    for (name, shown) in walk().shown {
        assert_eq!(sought(&shown), None, "{name}: {shown}");
    }
}

#[test]
fn every_public_type_is_walked_or_known_to_be_impersonal() {
    let walked: BTreeSet<String> = walk().shown.iter().map(|(name, _)| (*name).to_owned()).collect();
    let impersonal: BTreeSet<String> = IMPERSONAL.iter().map(|name| (*name).to_owned()).collect();
    let mut declared = BTreeSet::new();
    for path in sources() {
        let text = std::fs::read_to_string(&path).expect("a source");
        let mut open = false;
        for line in text.lines() {
            let item = ["pub struct ", "pub enum "].iter().find_map(|begin| line.strip_prefix(begin));
            // An open enumeration is declared by a macro: its name stands alone before a brace.
            open |= line.starts_with("open_enum! {");
            let in_macro = line.strip_prefix("    ").filter(|_| open).and_then(|line| line.strip_suffix(" {"));
            if let Some(name) = item.or(in_macro.filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric()))) {
                declared.insert(name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_owned());
                open = false;
            }
        }
    }
    let unknown: Vec<_> =
        declared.iter().filter(|name| !walked.contains(*name) && !impersonal.contains(*name)).collect();
    assert!(unknown.is_empty(), "walk these with markers, or say that they are impersonal: {unknown:?}");
    let gone: Vec<_> = walked.union(&impersonal).filter(|name| !declared.contains(*name)).collect();
    assert!(gone.is_empty(), "no such types any more: {gone:?}");
}

/// The sources of the library.
fn sources() -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 50, "{}", found.len());
    found
}

#[test]
fn nothing_is_logged() {
    for path in sources() {
        let text = std::fs::read_to_string(&path).expect("a source");
        // Unit tests stand at the end of a file and may print.
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = code.split("#[cfg(all(test,").next().unwrap_or_default();
        for line in code.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            for call in ["println!", "print!", "dbg!", "log::", "tracing::", "std::io::stderr", "panic!"] {
                assert!(!line.contains(call), "{}: {line}", path.display());
            }
        }
    }
}

/// Puts a value of the wrong kind, which is a marker, under every key of an object; what is said of it must not quote it.
fn refuses_quietly<T: DeserializeOwned>(name: &str, keys: &[&str]) {
    let wrong = [
        json!(NAME),
        json!(5_550_188),
        json!(-5_550_188),
        json!(5_550_188.5),
        json!([NAME]),
        json!({"x": NAME}),
        json!(true),
    ];
    let mut refused = 0;
    let mut check = |text: String, key: &str| {
        if let Err(error) = serde_json::from_str::<T>(&text) {
            refused += 1;
            let said = format!("{error} {error:?}");
            assert_eq!(sought(&said), None, "{name}.{key}: {said}");
            assert!(!said.contains("`true`"), "{name}.{key}: {said}");
            assert!(error.line() > 0, "the place is said: {said}");
        }
    };
    for key in keys {
        for value in &wrong {
            check(json!({*key: value}).to_string(), key);
            check(json!({*key: [value]}).to_string(), key);
        }
    }
    for value in &wrong {
        check(value.to_string(), "");
    }
    assert!(refused > keys.len(), "{name}: {refused} values were refused");
}

#[test]
fn errors_of_reading_quote_no_value() {
    refuses_quietly::<PostalAddress>("PostalAddress", &["line1", "line2", "city", "state", "postal_code", "country"]);
    refuses_quietly::<OwnerInformation>("OwnerInformation", &["name", "email", "phone", "address"]);
    refuses_quietly::<AccountOwner>(
        "AccountOwner",
        &["name", "email", "phone", "ownership", "raw_address", "address", "refreshed_at"],
    );
    refuses_quietly::<OwnerList>("OwnerList", &["object", "data", "has_more", "url"]);
    refuses_quietly::<AccountOwnership>("AccountOwnership", &["id", "object", "created", "owners"]);
    refuses_quietly::<Customer>(
        "Customer",
        &["id", "object", "address", "created", "email", "livemode", "name", "phone"],
    );
    refuses_quietly::<Account>(
        "Account",
        &[
            "id",
            "object",
            "account_holder",
            "category",
            "created",
            "display_name",
            "institution_name",
            "last4",
            "livemode",
            "ownership",
            "ownership_refresh",
            "permissions",
            "prefetch",
            "status",
            "subcategory",
            "supported_payment_method_types",
        ],
    );
    refuses_quietly::<OwnershipMatch>(
        "OwnershipMatch",
        &["id", "object", "created", "customer", "owner_information", "ownership", "results", "type"],
    );
    refuses_quietly::<Event>("Event", &["id", "object", "created", "data", "livemode", "type"]);
}

#[test]
fn what_is_wrong_is_still_said() {
    let said = |text: &str| serde_json::from_str::<OwnerInformation>(text).expect_err("wrong").to_string();
    assert_eq!(said(r#"{"phone": 2125550188}"#), "invalid type: a number, expected a string at line 1 column 20");
    assert_eq!(
        said(r#"{"address": "7741 Zzyzx Road"}"#),
        "invalid type: a text, expected an object at line 1 column 29"
    );
    assert_eq!(said("{\"name\": \"Zzyzx\""), "EOF while parsing an object at line 1 column 16");
}
