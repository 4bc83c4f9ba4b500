//! Properties of decision policies over generated ones, and of the JSON objects over generated texts.

#![cfg(feature = "serde")]

use ownership_match::api::{Account, Customer, Event, MatchRequest};
use ownership_match::decision::{Outcome, Policy, Veto, Weights, Without};
use ownership_match::{Comparison, Email, Field, FieldResult, Name, Phone, Results, Score};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Pairs of phones, so that a score between 5 and 100 can be had from the public API for any field of a policy.
fn comparisons() -> Vec<Comparison> {
    let base = Phone::parse("503-555-0187", None).expect("a number");
    let others =
        ["503-555-0187", "503-555-0178", "503-555-0188", "555-0187", "212-555-0187", "503-555-9999", "212-444-9999"];
    let mut all: Vec<Comparison> =
        others.iter().map(|other| base.compare(&Phone::parse(other, None).expect("a number"))).collect();
    all.sort_by_key(|comparison| comparison.score);
    all
}

fn result() -> impl Strategy<Value = Option<FieldResult>> {
    prop_oneof![
        1 => Just(None),
        1 => Just(Some(FieldResult::Missing)),
        6 => prop::sample::select(comparisons()).prop_map(|comparison| Some(FieldResult::Compared(comparison))),
    ]
}

fn results() -> impl Strategy<Value = Results> {
    (result(), result(), result(), result()).prop_map(|(name, email, phone, address)| Results {
        name,
        email,
        phone,
        address,
    })
}

fn field() -> impl Strategy<Value = Field> {
    prop::sample::select(Field::ALL.to_vec())
}

fn score() -> impl Strategy<Value = Score> {
    (0_u8..=100).prop_map(|score| Score::new(score).expect("a score"))
}

fn policy() -> impl Strategy<Value = Policy> {
    let without = || prop::sample::select(vec![Without::Zero, Without::LeftOut]);
    let veto = (field(), score(), prop::sample::select(vec![Outcome::Cancel, Outcome::StepUp]))
        .prop_map(|(field, below, outcome)| Veto { field, below, outcome });
    (
        (0_u16..4, 0_u16..4, 0_u16..4, 0_u16..4),
        (score(), score()),
        (without(), without()),
        prop::collection::vec(field(), 0..3),
        prop::collection::vec(veto, 0..3),
    )
        .prop_map(|((name, email, phone, address), (a, b), (missing, not_asked), required, vetoes)| Policy {
            weights: Weights { name, email, phone, address },
            proceed_from: a.max(b),
            step_up_from: a.min(b),
            missing,
            not_asked,
            required,
            vetoes,
        })
}

fn put(results: &mut Results, field: Field, result: Option<FieldResult>) {
    *match field {
        Field::Name => &mut results.name,
        Field::Email => &mut results.email,
        Field::Phone => &mut results.phone,
        Field::Address => &mut results.address,
    } = result;
}

proptest! {
    /// A better score of a field never makes the outcome worse.
    #[test]
    fn a_higher_score_never_lowers_the_outcome(policy in policy(), results in results(), field in field(), at in 0_usize..6) {
        let all = comparisons();
        let (mut low, mut high) = (results, results);
        put(&mut low, field, Some(FieldResult::Compared(all[at])));
        put(&mut high, field, Some(FieldResult::Compared(all[at + 1])));
        prop_assert!(policy.decide(&low).outcome <= policy.decide(&high).outcome);
    }

    /// A field without weight that is neither required nor watched moves nothing.
    #[test]
    fn a_field_without_weight_says_nothing(policy in policy(), results in results(), field in field(), other in result()) {
        let mut policy = policy;
        match field {
            Field::Name => policy.weights.name = 0,
            Field::Email => policy.weights.email = 0,
            Field::Phone => policy.weights.phone = 0,
            Field::Address => policy.weights.address = 0,
        }
        policy.required.retain(|required| *required != field);
        policy.vetoes.retain(|veto| veto.field != field);
        let mut changed = results;
        put(&mut changed, field, other);
        prop_assert_eq!(policy.decide(&results).outcome, policy.decide(&changed).outcome);
        prop_assert_eq!(policy.decide(&results).reasons, policy.decide(&changed).reasons);
    }

    /// What holds an outcome down never raises it, and each required field and veto that speaks is told.
    #[test]
    fn conditions_only_hold_down(policy in policy(), results in results()) {
        let free = Policy { required: Vec::new(), vetoes: Vec::new(), ..policy.clone() };
        let (held, mean) = (policy.decide(&results), free.decide(&results));
        prop_assert!(held.outcome <= mean.outcome);
        prop_assert_eq!(held.mean, mean.mean);
        prop_assert_eq!(held.reasons.len() == 1, held.reasons == mean.reasons);
        if let Some(mean) = held.mean {
            prop_assert!((0.0..=100.0).contains(&mean.value()));
        }
    }

    #[test]
    fn a_policy_is_written_and_read_as_the_same(policy in policy()) {
        let json = serde_json::to_string(&policy).expect("a policy is JSON");
        prop_assert_eq!(serde_json::from_str::<Policy>(&json).expect("it is read"), policy);
    }

    /// Objects that look like the documented ones are read without a panic, and written as they are read.
    #[test]
    fn near_objects_are_read_and_written_alike(text in object(3)) {
        same::<Account>(&text)?;
        same::<Customer>(&text)?;
        same::<Event>(&text)?;
        let account = serde_json::from_str::<Account>(&text).unwrap_or_default();
        let customer = serde_json::from_str::<Customer>(&text).unwrap_or_default();
        for request in
            [MatchRequest::with_customer(&account, &customer), MatchRequest::with_account_holder(&account, Some(&customer))]
        {
            match request.answer() {
                Ok(answer) => drop(answer.explain()),
                Err(error) => prop_assert!(!error.code().is_empty()),
            }
        }
    }
}

/// What is read of a text is written, and read as the same.
fn same<T: Serialize + DeserializeOwned>(text: &str) -> Result<(), TestCaseError> {
    let Ok(read) = serde_json::from_str::<T>(text) else { return Ok(()) };
    let written = serde_json::to_string(&read).expect("an object can be written");
    let again: T = serde_json::from_str(&written).expect("what was written can be read");
    prop_assert_eq!(written, serde_json::to_string(&again).expect("it can be written again"));
    Ok(())
}

/// JSON with the documented keys and values, or others in their places.
fn object(depth: u32) -> impl Strategy<Value = String> {
    let keys = prop::sample::select(vec![
        "id",
        "object",
        "account_holder",
        "customer",
        "type",
        "owners",
        "ownership",
        "data",
        "name",
        "email",
        "phone",
        "raw_address",
        "address",
        "line1",
        "city",
        "status",
        "permissions",
        "ownership_refresh",
        "last_attempted_at",
        "next_refresh_available_at",
        "livemode",
        "created",
        "unknown",
        "",
    ]);
    let plain = prop::sample::select(vec![
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "1697000000",
        "\"\"",
        "\"customer\"",
        "\"active\"",
        "\"succeeded\"",
        "\"ownership\"",
        "\"Jenny Rosen\"",
        "\"JENNIFER ROSEN\"",
        "\"jenny@example.com\"",
        "\"+15035550187\"",
        "\"12 Elm St\\nDover DE 19901\"",
        "\"financial_connections.account\"",
        "\"list\"",
        "\"\\ud800\"",
        "[]",
        "{}",
    ])
    .prop_map(str::to_owned);
    plain.prop_recursive(depth, 24, 6, move |inner| {
        prop_oneof![
            3 => prop::collection::vec((keys.clone(), inner.clone()), 0..6).prop_map(|entries| {
                let entries: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", entries.join(","))
            }),
            1 => prop::collection::vec(inner, 0..4).prop_map(|values| format!("[{}]", values.join(","))),
        ]
    })
}

const SURNAMES: [&str; 6] = ["Featherston", "Okonkwo", "Rosenberg", "Villanueva", "Lindqvist", "Hargreaves"];
const GIVEN: [&str; 6] = ["Jennifer", "Kwabena", "Margarita", "Theodore", "Priyanka", "Alexander"];
const MIDDLE: [&str; 4] = ["Quentin", "Beatrix", "Zoltan", "Imogen"];

proptest! {
    /// Another middle name says at least as much against as none; so does another generation.
    #[test]
    fn a_contradiction_in_a_name_costs_at_least_an_omission(
        given in prop::sample::select(&GIVEN[..]), surname in prop::sample::select(&SURNAMES[..]), middle in 0_usize..4, by in 1_usize..4,
    ) {
        let score = |a: &str, b: &str| Name::parse(a).expect("a name").compare(&Name::parse(b).expect("a name")).score;
        let (middle, other) = (MIDDLE[middle], MIDDLE[(middle + by) % 4]);
        let whole = format!("{given} {middle} {surname}");
        let without = score(&whole, &format!("{given} {surname}"));
        let conflict = score(&whole, &format!("{given} {other} {surname}"));
        prop_assert!(conflict <= without);
        let initial = score(&whole, &format!("{given} {} {surname}", &other[..1]));
        prop_assert!(initial <= without);
        let junior = format!("{given} {surname} Jr");
        let bare = score(&junior, &format!("{given} {surname}"));
        for generation in ["Sr", "III", "IV"] {
            let conflict = score(&junior, &format!("{given} {surname} {generation}"));
            prop_assert!(conflict <= bare);
        }
        prop_assert!(bare < score(&junior, &junior) && without < score(&whole, &whole));
    }

    /// From an equal pair each further damage to a name lowers the score, or leaves it.
    #[test]
    fn more_damage_to_a_name_never_raises(
        given in 0_usize..6, surname in 0_usize..6, middle in prop::sample::select(&MIDDLE[..]),
        by in (1_usize..6, 1_usize..6), order in Just([0_usize, 1, 2]).prop_shuffle(),
    ) {
        let mut parts = [GIVEN[given], middle, SURNAMES[surname]];
        let whole = Name::parse(&parts.join(" ")).expect("a name");
        let mut last = 100;
        for part in order {
            parts[part] = ["", GIVEN[(given + by.0) % 6], SURNAMES[(surname + by.1) % 6]][[1, 0, 2][part]];
            let damaged = Name::parse(&parts.join(" ")).expect("a name");
            let score = whole.compare(&damaged).score.get();
            prop_assert!(score <= last, "{parts:?}: {last} rose to {score}");
            last = score;
        }
    }

    /// A mailbox that differs is never worth more than one that is the same, at any domain.
    #[test]
    fn another_mailbox_is_never_worth_more(
        local in "[a-z]{5,9}", other in "[a-z]{5,9}",
        domain in prop::sample::select(vec!["gmail.com", "rosen.example", "outlook.com"]),
        at in prop::sample::select(vec!["gmail.com", "rosen.example", "northwind.example"]),
    ) {
        let score = |a: String, b: String| Some(Email::parse(&a)?.compare(&Email::parse(&b)?).score);
        let same = score(format!("{local}@{domain}"), format!("{local}@{at}"));
        if let (Some(same), Some(different)) = (same, score(format!("{local}@{domain}"), format!("{other}@{at}"))) {
            prop_assert!(different <= same, "{local} {other}: {different:?} {same:?}");
        }
    }
}
