//! The quick answers about two phrases beside the whole comparison.

use super::super::far::streets_are_far;
use super::super::names::{Names, by_all_comparisons, street_names};
use super::super::outline::{have_strange_cities, have_strange_streets};
use super::*;

/// Words that are like each other in every way that is looked for, and some that are not.
const WORDS: [&str; 36] = [
    "oak",
    "oaks",
    "oka",
    "oakland",
    "st",
    "street",
    "saint",
    "tree",
    "trees",
    "de",
    "la",
    "n",
    "north",
    "elm",
    "elmwood",
    "koeln",
    "koln",
    "op",
    "oyster",
    "point",
    "oysterpoint",
    "ave",
    "twp",
    "hwy",
    "5th",
    "lexington",
    "hill",
    "mill",
    "county",
    "road",
    "k",
    "kk",
    "dr",
    "doctor",
    "cel",
    "coronel",
];

proptest::proptest! {
    /// What the letters say early is what the whole comparison says.
    #[test]
    fn quick_answers_are_those_of_the_whole(
        first in proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..6),
        second in proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..6),
        city in proptest::bool::ANY,
        part in 0..4_usize,
    ) {
        let line = |words: &[&str]| {
            // Behind a comma a further part begins.
            let comma = if city && part > 0 && part < words.len() { part } else { 0 };
            let (street, parts) = words.split_at(comma);
            let streets = [street.join(" "), parts.join(" ")].join(if comma > 0 { ", " } else { "" });
            format!("12 {streets}{}", if city { ", Reno NV 89501" } else { "" })
        };
        let (Some(a), Some(b)) = (Address::parse(&line(&first), None), Address::parse(&line(&second), None)) else {
            return Ok(());
        };
        let far = streets_are_far(&a, &b);
        for one in a.splits() {
            for other in b.splits() {
                for (x, y) in [(one.street, other.street), (one.city, other.city)] {
                    let (x, y) = (Phrase::of(&a, x), Phrase::of(&b, y));
                    let found = likeness_by(by_letters, x, y);
                    proptest::prop_assert_eq!(likeness(x, y), found);
                }
                let is_first = a.split(0).as_ref() == Some(&one) && b.split(0).as_ref() == Some(&other);
                if is_first && have_strange_cities(&a, &b) {
                    let (x, y) = (Phrase::of(&a, one.city), Phrase::of(&b, other.city));
                    proptest::prop_assert_eq!(likeness(x, y), Likeness::Different);
                }
                let (x, y) = (Phrase::of(&a, one.street), Phrase::of(&b, other.street));
                let found = street_names(x, y);
                proptest::prop_assert!(!(far && matches!(found, Names::Agree { .. })), "far");
                let slowly = by_all_comparisons(x, y);
                let told = is_first && have_strange_streets(&a, &b);
                proptest::prop_assert!(!told || slowly == Names::Different);
                proptest::prop_assert!(x.is_empty() || y.is_empty() || found == slowly);
            }
        }
    }
}
