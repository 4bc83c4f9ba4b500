//! Two texts with a tab between: each is read without a panic, equals itself, and compares alike in both directions.

#![no_main]

use libfuzzer_sys::fuzz_target;
use ownership_match::Name;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (a, b) = text.split_once('\t').unwrap_or((&text, ""));
    let (a, b) = (Name::parse(a), Name::parse(b));
    for value in [&a, &b].into_iter().flatten() {
        assert_eq!(value.compare(value).score.get(), 100, "a value equals itself");
    }
    if let (Some(a), Some(b)) = (&a, &b) {
        let there = a.compare(b);
        assert_eq!(there, b.compare(a), "a comparison is symmetric");
        assert_eq!(there.score.get() == 100, b.clone().compare(&a.clone()).score.get() == 100);
        assert!(there.reasons.codes().next().is_some(), "a score has a reason");
        // The JSON of what was understood can be written and read.
        for value in [a, b] {
            let json = serde_json::to_vec(value).expect("what was understood is JSON");
            serde_json::from_slice::<serde_json::Value>(&json).expect("it is well-formed");
        }
    }
});
