//! The case file of emails: every pair in its interval, in both directions.

use ownership_match::Email;

/// Reads `\u{435}` as the character.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').expect("an escape is closed");
        let code = u32::from_str_radix(code, 16).expect("an escape is a number");
        out.push_str(before);
        out.push(char::from_u32(code).expect("an escape is a character"));
        rest = after;
    }
    out + rest
}

#[test]
fn every_case_is_in_its_interval() {
    let mut misses = Vec::new();
    let mut seen = 0;
    let rows = include_str!("cases/email.tsv").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    for line in rows.skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [given, owner, min, max, category] = cells[..] else { panic!("five cells: {line}") };
        // Without the crate for internationalised domains they are compared as written.
        if !cfg!(feature = "idn") && category.contains("IDN") {
            continue;
        }
        let (given, owner) = (unescape(given), unescape(owner));
        let outcome = Email::parse(&given).zip(Email::parse(&owner)).map(|(given, owner)| {
            let comparison = given.compare(&owner);
            assert_eq!(comparison, owner.compare(&given), "not symmetric: {line}");
            comparison
        });
        seen += 1;
        let fits = match outcome {
            Some(comparison) => {
                let bound = |text: &str| text.parse::<u8>().unwrap_or(u8::MAX);
                (bound(min)..=bound(max)).contains(&comparison.score.get())
            }
            None => min == "missing",
        };
        if !fits {
            misses.push(format!("{line} gave {outcome:?}"));
        }
    }
    println!("email cases: {} of {seen} in their interval", seen - misses.len());
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}
