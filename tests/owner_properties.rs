//! Properties of the choice among several owners, and of what is told about it.

use ownership_match::{
    AccountOwner, Clarity, Field, FieldResult, MatchOptions, OwnerChoice, OwnerInformation, Score, match_owners,
};
use proptest::prelude::*;

fn names() -> impl Strategy<Value = Option<String>> {
    let some = |text: &'static str| Just(Some(text.to_owned()));
    prop_oneof![
        some("Jenny Rosen"),
        some("ROSEN, JENNIFER"),
        some("Mark Rosen"),
        some("THOMAS QUILL OR JENNY ROSEN"),
        some("Acme Widgets LLC"),
        some("N/A"),
        Just(None),
        "\\PC{0,24}".prop_map(Some),
    ]
}

fn phones() -> impl Strategy<Value = Option<String>> {
    let some = |text: &'static str| Just(Some(text.to_owned()));
    prop_oneof![some("+1 212-555-5555"), some("212 555 5559"), some("347-999-9999"), some("call me"), Just(None)]
}

fn emails() -> impl Strategy<Value = Option<String>> {
    let some = |text: &'static str| Just(Some(text.to_owned()));
    prop_oneof![some("jennyrosen@example.com"), some("jr@example.com"), some("tq@elsewhere.org"), Just(None)]
}

fn owner() -> impl Strategy<Value = AccountOwner> {
    (names(), emails(), phones()).prop_map(|(name, email, phone)| AccountOwner {
        name,
        email,
        phone,
        ..AccountOwner::default()
    })
}

fn given() -> impl Strategy<Value = OwnerInformation> {
    (names(), emails(), phones()).prop_map(|(name, email, phone)| OwnerInformation {
        name,
        email,
        phone,
        ..OwnerInformation::default()
    })
}

fn score(result: Option<FieldResult>) -> Option<Score> {
    result.and_then(FieldResult::match_score)
}

proptest! {
    #[test]
    fn the_lead_does_not_depend_on_the_order_of_the_owners(
        given in given(),
        owners in proptest::collection::vec(owner(), 0..5),
        turn in 0_usize..5,
    ) {
        let options = MatchOptions::default();
        let answer = match_owners(&given, &owners, &options);
        let mut turned = owners.clone();
        let by = turn.min(owners.len());
        turned.rotate_left(by);
        let other = match_owners(&given, &turned, &options);
        prop_assert_eq!(answer.choice.lead(), other.choice.lead());
        prop_assert_eq!(answer.choice.clarity(), other.choice.clarity());
        prop_assert_eq!(answer.choice.whole(), other.choice.whole());
        for field in Field::ALL {
            prop_assert_eq!(score(answer.results.field(field)), score(other.results.field(field)), "ties score alike");
        }
    }

    #[test]
    fn clarity_says_how_many_owners_there_are_and_how_far_the_next_one_is(
        given in given(),
        owners in proptest::collection::vec(owner(), 0..5),
    ) {
        let choice = match_owners(&given, &owners, &MatchOptions::default()).choice;
        let lead = choice.lead().map(|lead| lead.value());
        match choice.clarity() {
            Clarity::NoOwner => prop_assert!(owners.is_empty()),
            Clarity::OnlyOwner => prop_assert_eq!(owners.len(), 1),
            Clarity::Tied => prop_assert!(owners.len() > 1 && lead.is_none_or(|lead| lead == 0.0)),
            Clarity::Close => prop_assert!(lead.is_some_and(|lead| lead > 0.0 && lead < 10.0)),
            Clarity::Clear => prop_assert!(lead.is_some_and(|lead| lead >= 10.0)),
            _ => prop_assert!(false, "another clarity"),
        }
        prop_assert_ne!(choice.owner().is_some() && choice.runner_up() == choice.owner(), true);
        prop_assert_eq!(choice.runner_up().is_some(), owners.len() > 1);
    }

    #[test]
    fn the_best_of_each_field_is_never_below_any_owner(
        given in given(),
        owners in proptest::collection::vec(owner(), 0..5),
    ) {
        let options = MatchOptions::default().with_owner_choice(OwnerChoice::BestPerField);
        let best = match_owners(&given, &owners, &options);
        for field in Field::ALL {
            let each = owners.iter().map(|owner| {
                score(match_owners(&given, std::slice::from_ref(owner), &MatchOptions::default()).results.field(field))
            });
            prop_assert_eq!(score(best.results.field(field)), each.max().flatten());
            if let Some(owner) = best.owner_of(field).filter(|_| score(best.results.field(field)).is_some()) {
                let alone = match_owners(&given, &owners[owner..=owner], &MatchOptions::default());
                prop_assert_eq!(score(alone.results.field(field)), score(best.results.field(field)));
            }
        }
    }

    #[test]
    fn an_explanation_is_made_of_the_results_alone(
        given in given(),
        owners in proptest::collection::vec(owner(), 1..4),
    ) {
        // Results are scores and codes: what is made of them can hold nothing of the values.
        let answer = match_owners(&given, &owners, &MatchOptions::default());
        let told = answer.explain().to_string();
        prop_assert!(told.ends_with(&answer.results.explain().to_string()), "{}", told);
        prop_assert!(told.starts_with(&answer.choice.to_string()), "{}", told);
        // Total: whatever a bank sends can be aligned.
        let revealed = answer.reveal(&given, &owners, &MatchOptions::default());
        prop_assert_eq!(revealed.fields().len(), answer.explain().fields().len());
        let _ = revealed.to_string();
    }
}
