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

fn region() -> impl Strategy<Value = Country> {
    let codes = ["US", "CA", "GB", "DE", "FR", "IT", "MX", "AR", "BR", "IN", "CN", "JP", "RU", "AU", "SG", "HU", "NG"];
    proptest::sample::select(codes.to_vec()).prop_filter_map("a country", Country::new)
}

/// A valid number: region, calling code, trunk prefix, national digits.
fn abroad() -> impl Strategy<Value = (&'static str, &'static str, &'static str, String)> {
    prop_oneof![
        "74[0-9]{2}[1-9][0-9]{5}".prop_map(|digits| ("GB", "44", "0", digits)),
        "15[12][1-9][0-9]{7}".prop_map(|digits| ("DE", "49", "0", digits)),
        "6[1-9][0-9]{7}".prop_map(|digits| ("FR", "33", "0", digits)),
        "4[1-2][1-9][0-9]{6}".prop_map(|digits| ("AU", "61", "0", digits)),
        "98[1-7][0-9]{7}".prop_map(|digits| ("IN", "91", "0", digits)),
    ]
}

/// One damage to a number.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Slip,
    Delete,
    DropArea,
    Extension,
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
    fn any_regions_compare_alike_in_both_directions(
        a in any_text(), b in any_text(), here in proptest::option::of(region()), there in proptest::option::of(region())
    ) {
        if let (Some(a), Some(b)) = (Phone::parse(&a, here), Phone::parse(&b, there)) {
            let comparison = a.compare(&b);
            prop_assert_eq!(comparison, b.compare(&a));
            prop_assert_eq!(comparison.score.get() == 100, a == b);
        }
    }

    #[test]
    fn formatting_never_matters_abroad((region, code, trunk, national) in abroad()) {
        let (first, rest) = national.split_at(3);
        let here = Country::new(region);
        let plain = Phone::parse(&format!("+{code}{national}"), None).expect("a number");
        for text in [
            format!("{trunk}{first} {rest}"),
            format!("+{code} {first}-{rest}"),
            format!("00{code}{first}.{rest}"),
            format!("+{code} (0) {first} {rest}"),
            format!("tel: {trunk}{first}/{rest}"),
        ] {
            let read = Phone::parse(&text, here).expect("a number");
            prop_assert_eq!(plain.compare(&read).score.get(), 100, "{} {}", region, text);
            // The default country of elsewhere: read in the country of the other side.
            let elsewhere = Phone::parse(&text, Country::new("US")).expect("a number");
            prop_assert!(plain.compare(&elsewhere).score.get() >= 99, "{} {}", region, text);
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
    fn leaving_out_and_slipping_never_raise(
        digits in national(), place in 3_usize..10, add in 1_u8..10, gone in 3_usize..10,
        order in Just(vec![Harm::Slip, Harm::Delete, Harm::DropArea, Harm::Extension]).prop_shuffle()
    ) {
        let clean = us(&digits).expect("a number");
        let (mut slipped, mut deleted, mut area, mut extension) = (false, false, true, "");
        let mut last = 100;
        for harm in order {
            match harm {
                Harm::Slip => slipped = true,
                Harm::Delete => deleted = true,
                Harm::DropArea => area = false,
                Harm::Extension => extension = " x12",
            }
            let mut text: Vec<u8> = digits.bytes().collect();
            if slipped {
                text[place] = b'0' + (text[place] - b'0' + add) % 10;
            }
            if deleted {
                text.remove(gone);
            }
            let text = String::from_utf8(text).expect("digits");
            let Some(other) = us(&format!("{}{extension}", if area { &text } else { &text[3..] })) else { return Ok(()) };
            // Deleting the digit that slipped mends it. Of a subscriber number without one of its digits a slip may make what
            // begins with the area code (859 285 3000: 853000, 859000).
            let begins = !area && text[3..].starts_with(&digits[..3]);
            let mends = slipped && deleted && (place == gone || begins);
            let score = clean.compare(&other).score.get();
            prop_assert!(score <= last || mends, "{score} after {last}: {text} {area}");
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

#[test]
fn the_country_of_neither_side_is_stated() {
    let score = |a: &str, here: Option<&str>, b: &str, there: Option<&str>| {
        let read = |raw, region: Option<&str>| Phone::parse(raw, region.and_then(Country::new)).expect("a number");
        read(a, here).compare(&read(b, there)).score.get()
    };
    // The same was typed, and the countries are those of two addresses or none.
    assert_eq!(score("07700 900123", Some("GB"), "07700 900123", Some("US")), 99);
    assert_eq!(score("503-555-0187", None, "(503) 555-0187", Some("US")), 99);
    assert_eq!(score("06 12 34 56 78", Some("FR"), "06 12 34 56 78", Some("BE")), 99);
    assert!((70..99).contains(&score("0151 23456789", Some("DE"), "0151 23456788", Some("US"))));
    assert!(score("503-555-0187", None, "971-482-9931", Some("US")) < 20);
    // Two calling codes that are stated are never one number.
    assert_eq!(score("+33 6 12 34 56 78", None, "+34 6 12 34 56 78", None), 60);
}
