//! What holds of every field: two texts with a tab between are read without a panic, each equals itself, and both compare alike
//! in both directions.

/// Makes a fuzz target of the function that reads one text.
macro_rules! pair_target {
    ($read:expr) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            let (a, b) = text.split_once('\t').unwrap_or((&text, ""));
            let (a, b) = ($read(a), $read(b));
            for value in [&a, &b].into_iter().flatten() {
                assert_eq!(value.compare(value).score.get(), 100, "a value equals itself");
            }
            if let (Some(a), Some(b)) = (&a, &b) {
                let there = a.compare(b);
                assert_eq!(there, b.compare(a), "a comparison is symmetric");
                assert!(there.reasons.codes().next().is_some(), "a score has a reason");
                // The JSON of what was understood can be written and read.
                for value in [a, b] {
                    let json = serde_json::to_vec(value).expect("what was understood is JSON");
                    serde_json::from_slice::<serde_json::Value>(&json).expect("it is well-formed");
                }
            }
        });
    };
}
