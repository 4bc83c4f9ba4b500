//! What the phone reader answers is held against rows made with another port of libphonenumber.
//!
//! `cargo test --test phone_e164 -- --nocapture` prints the shares and every valid row that differs.

use ownership_match::{Country, Phone};
use serde_json::Value;

/// Rows per thousand of the valid ones that must be equal.
const FLOOR: usize = 999;
/// Forms that must be equal without exception.
const ORDINARY: [&str; 6] = ["national", "international", "international_nohint", "e164", "e164_nohint", "rfc3966"];

#[test]
fn e164_rows_agree_with_libphonenumber() {
    let (mut valid, mut equal, mut ordinary, mut extensions) = (0, 0, 0, 0);
    let mut wrong_ordinary = 0;
    for line in include_str!("golden/phone_e164.jsonl").lines() {
        let row: Value = serde_json::from_str(line).expect("a row is JSON");
        if row["valid"] != true {
            continue;
        }
        let input = row["input"].as_str().expect("a text");
        let region = row["region"].as_str().and_then(Country::new);
        let phone = Phone::parse(input, region);
        let e164 = phone.as_ref().and_then(Phone::e164).map(|number| number.to_string());
        let extension = phone.as_ref().and_then(Phone::extension);
        let same = e164.as_deref() == row["e164"].as_str();
        let form = row["form"].as_str().unwrap_or_default();
        valid += 1;
        equal += usize::from(same);
        extensions += usize::from(extension.as_deref() == row["extension"].as_str());
        if form.split('/').nth(1).is_some_and(|form| ORDINARY.contains(&form.trim_end_matches("_nohint"))) {
            ordinary += 1;
            wrong_ordinary += usize::from(!same);
        }
        if !same {
            println!("{form} {} {input:?}: {e164:?}, expected {}", row["region"], row["e164"]);
        }
    }
    println!(
        "E.164: {equal} of {valid} valid rows equal, {extensions} extensions; ordinary forms {}/{ordinary}",
        ordinary - wrong_ordinary
    );
    assert_eq!(wrong_ordinary, 0, "ordinary forms are equal without exception");
    assert!(equal * 1000 >= valid * FLOOR, "{equal} of {valid}");
}

/// Valid numbers that are read otherwise than by libphonenumber: input, what it answers, why.
const KNOWN_FAILURES: [(&str, &str, &str); 2] = [
    ("+62 001 803 12345678901", "+6200180312345678901", TOO_LONG),
    ("+81 00 37 1234 5678 90123", "+8100371234567890123", TOO_LONG),
];
/// E.164 allows 15 digits with the calling code, a number keeps 16 after it. Only toll-free numbers of Indonesia and Japan,
/// which are dialled at home alone, have 17.
const TOO_LONG: &str = "seventeen national digits";

#[test]
fn known_failures_are_still_known() {
    for (input, expected, why) in KNOWN_FAILURES {
        let phone = Phone::parse(input, None).expect("a text");
        let e164 = phone.e164().map(|number| number.to_string());
        // Mended? Then the row goes from this list to the floor above.
        assert_ne!(e164.as_deref(), Some(expected), "{input} is mended: {why}");
        assert!(phone.is_unreadable(), "not read in part: {input}");
        assert_eq!(phone.compare(&phone).score.get(), 100, "it still equals itself");
    }
    // One digit less is read.
    let sixteen = Phone::parse("+62 001 803 1234567890", None).and_then(|phone| phone.e164());
    assert_eq!(sixteen.map(|number| number.to_string()).as_deref(), Some("+620018031234567890"));
}
