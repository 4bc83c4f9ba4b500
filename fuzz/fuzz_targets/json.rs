//! The JSON objects and policies: what is read is written and read again as the same, and can be matched.

#![no_main]

use libfuzzer_sys::fuzz_target;
use ownership_match::api::{Account, Customer, Event, MatchRequest, OwnershipMatch};
use ownership_match::decision::Policy;
use ownership_match::{AccountOwner, MatchOptions, OwnerInformation, match_owners};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads an object; what is written of it is read as the same again.
fn round<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let read: T = serde_json::from_slice(bytes).ok()?;
    let written = serde_json::to_vec(&read).expect("an object can be written");
    let again: T = serde_json::from_slice(&written).expect("what was written can be read");
    assert_eq!(written, serde_json::to_vec(&again).expect("it can be written again"));
    Some(read)
}

fuzz_target!(|bytes: &[u8]| {
    let (account, customer) = (round::<Account>(bytes), round::<Customer>(bytes));
    if let Some(account) = &account {
        let customer = customer.unwrap_or_default();
        if let Ok(answer) = MatchRequest::with_account_holder(account, Some(&customer)).answer() {
            let _ = answer.explain();
            let _ = answer.decide(&Policy::default());
        }
    }
    round::<OwnershipMatch>(bytes);
    if let Some(event) = round::<Event>(bytes) {
        let _ = event.refreshed_ownership();
    }
    let (given, owner) = (round::<OwnerInformation>(bytes), round::<AccountOwner>(bytes));
    if let (Some(given), Some(owner)) = (given, owner) {
        let answer = match_owners(&given, &[owner], &MatchOptions::default());
        let _ = answer.explain();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        for policy in [Policy::from_toml(text), Policy::from_json(text)].into_iter().flatten() {
            policy.validate().expect("what was read is valid");
        }
    }
});
