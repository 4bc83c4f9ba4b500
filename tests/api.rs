//! The documented JSON objects: read, written back unchanged in meaning, tolerant of what they do not know.

#![cfg(feature = "serde")]

use ownership_match::api::{
    Account, AccountHolder, AccountOwnership, AccountStatus, Customer, Event, EventData, EventType, Expandable,
    FieldScore, HolderType, MatchResults, OwnerList, OwnershipMatch, OwnershipRefresh, Permission, RefreshBlocked,
    RefreshDecision, RefreshStatus,
};
use ownership_match::{AccountOwner, OwnerInformation, PostalAddress};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn sample(name: &str) -> Value {
    let path = format!("{}/data/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the sample is in the repository");
    serde_json::from_str(&text).expect("the sample is JSON")
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    // Through text, as it comes: a value in memory would hide how numbers and borrowed texts are read.
    serde_json::from_str(&value.to_string()).expect("the object can be read")
}

fn written(object: &impl Serialize) -> Value {
    serde_json::to_value(object).expect("the object can be written")
}

#[test]
fn documented_objects_are_written_back_unchanged() {
    fn same<T: DeserializeOwned + Serialize>(name: &str) {
        let value = sample(name);
        assert_eq!(written(&read::<T>(value.clone())), value, "{name}");
    }
    for name in [
        "account.json",
        "account_disconnected.json",
        "account_failed.json",
        "account_failed_earlier_owners.json",
        "account_never_refreshed.json",
        "account_not_expanded.json",
        "account_pending.json",
    ] {
        same::<Account>(name);
    }
    same::<Customer>("customer.json");
    same::<OwnerInformation>("owner_information.json");
    same::<OwnershipMatch>("ownership_match.json");
    same::<Event>("event.json");
}

#[test]
fn the_parts_of_documented_objects_are_written_back_unchanged() {
    fn same<T: DeserializeOwned + Serialize>(value: &Value) {
        assert!(value.is_object(), "{value}");
        assert_eq!(written(&read::<T>(value.clone())), *value);
    }
    let (account, matched) = (sample("account.json"), sample("ownership_match.json"));
    same::<AccountHolder>(&account["account_holder"]);
    same::<AccountOwnership>(&account["ownership"]);
    same::<OwnerList>(&account["ownership"]["owners"]);
    same::<AccountOwner>(&account["ownership"]["owners"]["data"][0]);
    for sample_ in ["account.json", "account_pending.json", "account_failed.json"] {
        same::<OwnershipRefresh>(&sample(sample_)["ownership_refresh"]);
    }
    same::<PostalAddress>(&sample("customer.json")["address"]);
    same::<MatchResults>(&matched["results"]);
    for field in ["name", "address", "email", "phone"] {
        same::<FieldScore>(&matched["results"][field]);
    }
    same::<EventData>(&sample("event.json")["data"]);
    same::<Account>(&sample("event.json")["data"]["object"]);
}

#[test]
fn the_event_that_a_refresh_ended_is_told_from_others() {
    let status = |change: Value| {
        let mut event = sample("event.json");
        for (pointer, value) in change.as_object().expect("changes") {
            *event.pointer_mut(pointer).expect("the event has the part") = value.clone();
        }
        let event: Event = read(event);
        event.refreshed_ownership().map(|(account, status)| (account.id.is_some(), status.cloned()))
    };
    assert_eq!(status(json!({})), Some((true, Some(RefreshStatus::Succeeded))));
    let failed = json!({"/data/object/ownership_refresh/status": "failed"});
    assert_eq!(status(failed), Some((true, Some(RefreshStatus::Failed))));
    assert_eq!(status(json!({"/data/object/ownership_refresh": null})), Some((true, None)), "a status is not made up");
    assert_eq!(status(json!({"/type": "financial_connections.account.refreshed_balance"})), None);
    assert_eq!(status(json!({"/data/object": null})), None);
}

#[test]
fn the_documented_account_is_read() {
    let account: Account = read(sample("account.json"));
    assert_eq!(account.status, Some(AccountStatus::Active));
    assert_eq!(account.permits(&Permission::Ownership), Some(true));
    assert_eq!(account.permits(&Permission::Transactions), Some(false));
    let holder = account.account_holder.as_ref().expect("a holder");
    assert_eq!(holder.holder_type, Some(HolderType::Customer));
    assert_eq!(holder.customer_id(), Some("cus_9s6XI9OFIdpjIg"));
    let ownership = account.ownership.as_ref().and_then(Expandable::object).expect("an expanded ownership");
    let owner = &ownership.owners.data[0];
    assert_eq!(owner.name.as_deref(), Some("Jennifer Rosen"));
    assert_eq!((owner.phone.as_deref(), owner.refreshed_at), (None, Some(1_651_784_999)));
    let refresh = account.ownership_refresh.as_ref().expect("a refresh");
    assert_eq!(refresh.status, Some(RefreshStatus::Succeeded));
}

#[test]
fn absent_and_null_mean_the_same() {
    fn both<T: DeserializeOwned + Default + PartialEq + std::fmt::Debug>(keys: &[&str]) {
        assert_eq!(read::<T>(json!({})), T::default());
        let nulls: serde_json::Map<String, Value> = keys.iter().map(|key| ((*key).to_owned(), Value::Null)).collect();
        assert_eq!(read::<T>(Value::Object(nulls)), T::default());
    }
    both::<Account>(&[
        "id",
        "object",
        "account_holder",
        "balance",
        "balance_refresh",
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
    ]);
    both::<AccountHolder>(&["type", "customer", "account"]);
    both::<AccountOwnership>(&["id", "object", "created", "owners"]);
    both::<OwnerList>(&["object", "data", "has_more", "url"]);
    both::<OwnershipRefresh>(&["status", "last_attempted_at", "next_refresh_available_at", "error"]);
    both::<AccountOwner>(&["name", "email", "phone", "ownership", "raw_address", "address", "refreshed_at"]);
    both::<Customer>(&["id", "object", "created", "name", "email", "phone", "address", "livemode"]);
    both::<OwnerInformation>(&["name", "email", "phone", "address"]);
    both::<PostalAddress>(&["line1", "line2", "city", "state", "postal_code", "country"]);
    both::<OwnershipMatch>(&[
        "id",
        "object",
        "created",
        "customer",
        "owner_information",
        "ownership",
        "results",
        "type",
    ]);
    both::<Event>(&["id", "object", "created", "data", "livemode", "type"]);
}

#[test]
fn a_partial_account_knows_that_it_does_not_know() {
    let account: Account = read(json!({"id": "fca_1", "object": "financial_connections.account"}));
    assert_eq!((account.permits(&Permission::Ownership), account.status), (None, None));
}

#[test]
fn unknown_keys_are_ignored() {
    let customer: Customer =
        read(json!({"id": "cus_1", "name": "Jenny Rosen", "currency": "usd", "nested": {"a": [1]}}));
    assert_eq!(customer.name.as_deref(), Some("Jenny Rosen"));
    let account: Account = read(json!({"id": "fca_1", "transaction_refresh": null, "subscriptions": ["x"]}));
    assert_eq!(account.id.as_deref(), Some("fca_1"));
    let owners: OwnerList =
        read(json!({"data": [{"id": "fcaown_1", "object": "x", "name": "Jenny Rosen"}], "total": 1}));
    assert_eq!(owners.data.len(), 1);
}

#[test]
fn unknown_values_of_enumerations_are_kept() {
    let value = json!({
        "account_holder": {"type": "trust"},
        "ownership_refresh": {"status": "paused", "last_attempted_at": 1, "next_refresh_available_at": null},
        "permissions": ["ownership", "telepathy"],
        "status": "dreaming",
    });
    let account: Account = read(value.clone());
    assert_eq!(account.status, Some(AccountStatus::Other("dreaming".to_owned())));
    assert_eq!(account.permits(&Permission::Ownership), Some(true));
    let back = written(&account);
    for key in ["account_holder", "ownership_refresh", "permissions", "status"] {
        assert_eq!(back[key], value[key], "{key}");
    }
}

#[test]
fn what_is_not_read_is_carried() {
    let balance =
        json!({"current": {"usd": -12, "jpy": 18_446_744_073_709_551_615_u64}, "rate": 1.5, "list": [true, null, "x"]});
    let error = json!({"code": "bank_unavailable", "message": "later"});
    let account: Account = read(json!({
        "balance": balance,
        "ownership_refresh": {"status": "failed", "last_attempted_at": 1, "next_refresh_available_at": 2, "error": error},
    }));
    let back = written(&account);
    assert_eq!(back["balance"], balance);
    assert_eq!(back["ownership_refresh"]["error"], error);
}

#[test]
fn ownership_has_three_shapes() {
    let shape = |ownership: Value| read::<Account>(json!({"ownership": ownership})).ownership;
    assert_eq!(shape(Value::Null), None);
    assert_eq!(shape(json!("fcaowns_1")), Some(Expandable::Id("fcaowns_1".to_owned())));
    let expanded = shape(json!({"id": "fcaowns_1", "owners": {"data": [{"name": "Jenny Rosen"}]}}));
    assert!(expanded.as_ref().and_then(Expandable::object).is_some_and(|ownership| ownership.owners.data.len() == 1));
}

#[test]
fn only_objects_are_read_as_objects() {
    // A derived reader would take the items by position, and make a name of the first one.
    assert!(serde_json::from_value::<OwnerInformation>(json!(["Jenny Rosen"])).is_err());
    assert!(serde_json::from_value::<AccountOwner>(json!(["Jenny Rosen"])).is_err());
    assert!(serde_json::from_value::<OwnerInformation>(json!({"address": ["354 Oyster Point Blvd"]})).is_err());
    assert!(serde_json::from_value::<Account>(json!([])).is_err());
}

#[test]
fn another_kind_of_object_is_not_read_as_this_one() {
    assert!(serde_json::from_value::<Account>(sample("customer.json")).is_err());
    assert!(serde_json::from_value::<Customer>(sample("account.json")).is_err());
    // The documentation shows an older name of the ownership.
    assert!(serde_json::from_value::<AccountOwnership>(json!({"object": "linked_account_ownership"})).is_ok());
}

#[test]
fn events_are_read_whatever_they_are_about() {
    let event: Event = read(sample("event.json"));
    assert_eq!(event.event_type, Some(EventType::RefreshedOwnership));
    let account = event.account().expect("the event is about an account");
    assert!(matches!(account.ownership, Some(Expandable::Id(_))));
    let value = json!({"id": "evt_1", "object": "event", "type": "customer.created", "data": {"object": sample("customer.json")}});
    let event: Event = read(value.clone());
    assert_eq!(event.event_type, Some(EventType::Other("customer.created".to_owned())));
    assert!(event.account().is_none());
    assert_eq!(written(&event), value);
}

#[test]
fn debug_shows_nothing_personal() {
    let marker = "Zzyzx";
    let address = json!({"line1": marker, "line2": marker, "city": marker, "state": marker, "postal_code": marker, "country": marker});
    let four = json!({"name": marker, "email": marker, "phone": marker, "address": address});
    let owner = json!({"name": marker, "email": marker, "phone": marker, "raw_address": marker, "address": address});
    let ownership = json!({"owners": {"data": [owner]}});
    let account = json!({
        "balance": {"note": marker}, "display_name": marker, "institution_name": marker, "last4": marker,
        "ownership": ownership, "account_holder": {"customer": four},
        "ownership_refresh": {"status": "failed", "error": {"message": marker}},
    });
    let event = json!({"data": {"object": account}});
    let other = json!({"data": {"object": {"object": "customer", "name": marker}}});
    let matched = json!({"owner_information": four});
    for shown in [
        format!("{:?}", read::<PostalAddress>(address.clone())),
        format!("{:?}", read::<OwnerInformation>(four.clone())),
        format!("{:?}", read::<Customer>(four.clone())),
        format!("{:?}", read::<AccountOwner>(owner.clone())),
        format!("{:?}", read::<AccountOwnership>(ownership.clone())),
        format!("{:?}", read::<AccountOwnership>(ownership).owners),
        format!("{:?}", read::<Account>(account.clone())),
        format!("{:?}", read::<Account>(account.clone()).ownership),
        format!("{:?}", read::<Account>(account.clone()).ownership_refresh),
        format!("{:?}", read::<Account>(account.clone()).account_holder),
        format!("{:?}", read::<Account>(account).balance),
        format!("{:?}", read::<Event>(event.clone())),
        format!("{:?}", read::<Event>(event).data),
        format!("{:?}", read::<Event>(other).data),
        format!("{:?}", read::<OwnershipMatch>(matched)),
    ] {
        assert!(!shown.contains(marker), "{shown}");
    }
}

#[test]
fn a_refresh_is_allowed_by_the_documented_rules() {
    use RefreshBlocked::{AccountNotActive, NotAvailable, Pending, PermissionMissing, TooEarly};
    let at = |changes: Value, now: i64| {
        let mut account = sample("account.json");
        for (key, value) in changes.as_object().expect("changes") {
            account[key] = value.clone();
        }
        read::<Account>(account).can_refresh(now)
    };
    let blocked = |reason, from| RefreshDecision::Blocked { reason, from };
    let next = 1_651_871_399;
    assert_eq!(at(json!({}), next), RefreshDecision::Allowed);
    assert_eq!(at(json!({}), next - 1), blocked(TooEarly, Some(next)));
    assert_eq!(at(json!({"ownership_refresh": null}), 0), RefreshDecision::Allowed);
    assert_eq!(at(json!({"status": "inactive"}), next), blocked(AccountNotActive, None));
    assert_eq!(at(json!({"status": "disconnected"}), next), blocked(AccountNotActive, None));
    assert_eq!(at(json!({"status": null, "permissions": null}), next), RefreshDecision::Allowed);
    assert_eq!(at(json!({"permissions": ["balances"]}), next), blocked(PermissionMissing, None));
    let refresh =
        |status: &str, next: Value| json!({"ownership_refresh": {"status": status, "next_refresh_available_at": next}});
    assert_eq!(at(refresh("pending", Value::Null), next), blocked(Pending, None));
    assert_eq!(at(refresh("failed", Value::Null), next), blocked(NotAvailable, None));
    assert_eq!(at(refresh("failed", json!(5)), 5), RefreshDecision::Allowed);
}
