//! Properties of the phone comparator.

use ownership_match::{Country, Phone};
use proptest::prelude::*;

fn us(raw: &str) -> Option<Phone> {
    Phone::parse(raw, Some(Country::US))
}

/// Ten national digits that no placeholder rule takes.
fn national() -> impl Strategy<Value = String> {
    "[2-8][0-9]{2}[2-8][0-9]{6}".prop_filter("a placeholder", |digits| us(digits).is_some())
}

/// Spellings of one North American number that carry nothing.
fn spelled(digits: &str) -> Vec<String> {
    let (area, exchange, line) = (&digits[..3], &digits[3..6], &digits[6..]);
    vec![
        digits.to_owned(),
        format!("({area}) {exchange}-{line}"),
        format!("{area}.{exchange}.{line}"),
        format!("+1 {area}-{exchange}-{line}"),
        format!("1-{area}-{exchange}-{line}"),
        format!("tel:+1-{area}-{exchange}-{line}"),
        format!(" \u{200e}{area}\u{2011}{exchange}\u{2011}{line} "),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9+() .x*#;=,/-]{0,40}",
        "\\+[0-9]{1,15}( ?x[0-9]{1,4})?",
        "[0-9]{3,12}( (or|/|home|ext) [0-9]{1,12}){0,5}",
        "[a-zA-Z0-9 @.,+-]{0,30}",
    ]
}

proptest! {
    #[test]
    fn formatting_never_matters(digits in national()) {
        for a in spelled(&digits) {
            for b in spelled(&digits) {
                let (a, b) = (us(&a).expect("a number"), us(&b).expect("a number"));
                prop_assert_eq!(a.compare(&b).score.get(), 100);
            }
        }
    }

    #[test]
    fn any_two_texts_compare_alike_in_both_directions(a in any_text(), b in any_text()) {
        if let (Some(a), Some(b)) = (us(&a), us(&b)) {
            let comparison = a.compare(&b);
            prop_assert_eq!(comparison, b.compare(&a));
            prop_assert_eq!(comparison.score.get() == 100, a == b);
            prop_assert_eq!(a.compare(&a).score.get(), 100);
        }
    }

    #[test]
    fn more_damage_never_raises(digits in national(), places in proptest::collection::vec((0_usize..10, 1_u8..10), 1..6)) {
        let clean = us(&digits).expect("a number");
        let mut damaged = digits.into_bytes();
        let mut touched = [false; 10];
        let mut last = 100;
        for (place, add) in places {
            // A further part: damage of what is damaged already could mend it.
            if core::mem::replace(&mut touched[place], true) {
                continue;
            }
            damaged[place] = b'0' + (damaged[place] - b'0' + add) % 10;
            let text = String::from_utf8(damaged.clone()).expect("digits");
            let Some(other) = Phone::parse(&format!("+1{text}"), None) else { return Ok(()) };
            let score = clean.compare(&other).score.get();
            // Two neighbours that changed places are one slip and not two.
            let swapped = clean.compare(&other).reasons.codes().any(|code| code == "phone.digits_swapped");
            prop_assert!(score <= last || swapped, "{score} after {last}: {text}");
            last = score;
        }
    }

    #[test]
    fn an_extension_on_one_side_costs_less_than_another_one(digits in national()) {
        let none = us(&digits).expect("a number");
        let one = us(&format!("{digits} x12")).expect("a number");
        let other = us(&format!("{digits} x34")).expect("a number");
        let score = |a: &Phone, b: &Phone| a.compare(b).score;
        prop_assert!(score(&none, &one) > score(&one, &other));
        prop_assert!(score(&none, &one).get() < 100);
    }
}

#[test]
fn hostile_texts_are_read_in_bounded_time() {
    for part in ["1", "+1 ", "212-555-5555 or ", "x12 ", "*", "(0)", "a", "\u{301}", "\u{200b}", ",", "home "] {
        let text = part.repeat(65_536 / part.len());
        let phone = us(&text);
        if let Some(phone) = phone {
            assert_eq!(phone.compare(&phone).score.get(), 100);
        }
    }
}
