//! The best-fitting owner of an account, missing data, and the shape of the public types.

use ownership_match::{
    AccountOwner, Address, Aliases, Choice, Clarity, Comparison, Country, Email, Evidence, Field, FieldResult,
    MatchOptions, MatchResult, Name, OwnerChoice, OwnerInformation, Phone, PostalAddress, Reasons, Record, Results,
    Scale, Score, match_owners,
};

fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

fn given() -> OwnerInformation {
    OwnerInformation {
        name: text("Jenny Rosen"),
        email: text("jennyrosen@example.com"),
        phone: text("+1 212-555-5555"),
        ..OwnerInformation::default()
    }
}

fn owner(name: &str, email: &str, phone: &str) -> AccountOwner {
    AccountOwner { name: text(name), email: text(email), phone: text(phone), ..AccountOwner::default() }
}

fn matched(given: &OwnerInformation, owners: &[AccountOwner]) -> MatchResult {
    match_owners(given, owners, &MatchOptions::default())
}

fn score(result: Option<FieldResult>) -> Option<u8> {
    Some(result?.match_score()?.get())
}

#[test]
fn the_best_owner_as_a_whole_answers_for_every_field() {
    let owners = [
        owner("Thomas Quill", "tq@elsewhere.org", "+1 212-555-5555"),
        owner("Jenny Rosen", "jennyrosen@example.com", "+1 646-717-0199"),
    ];
    let answer = matched(&given(), &owners);
    assert_eq!(answer.owner, Some(1));
    assert_eq!(score(answer.results.name), Some(100));
    assert!(score(answer.results.phone) < Some(100), "the phone of the other owner is not mixed in");
}

#[test]
fn a_missing_field_counts_as_fifty() {
    let mut unknown_phone = owner("Jenny Rosen", "jennyrosen@example.com", "");
    let stranger_phone = owner("Jenny Rosen", "jennyrosen@example.com", "+44 20 7946 0301");
    let answer = matched(&given(), &[stranger_phone.clone(), unknown_phone.clone()]);
    assert_eq!(answer.owner, Some(1), "unknown speaks neither for nor against, another number speaks against");
    assert_eq!(answer.results.phone, Some(FieldResult::Missing));

    let same_phone = owner("Jenny Rosen", "jennyrosen@example.com", "+1 212-555-5555");
    unknown_phone.phone = None;
    assert_eq!(matched(&given(), &[unknown_phone, same_phone]).owner, Some(1));
}

#[test]
fn name_counts_twice() {
    // Sums with the weights: the name alone (2 × 100) beats email and phone together only if those are not both equal.
    let only_name = owner("Jenny Rosen", "zz@elsewhere.org", "+44 20 7946 0301");
    let only_email = owner("Wilhelm Achterberg", "jennyrosen@example.com", "+44 20 7946 0301");
    assert_eq!(matched(&given(), &[only_email, only_name]).owner, Some(1));
}

#[test]
fn ties_go_to_the_earlier_owner() {
    let owners = [owner("Jenny Rosen", "", ""), owner("JENNY ROSEN", "", "")];
    assert_eq!(matched(&given(), &owners).owner, Some(0));
}

#[test]
fn the_choice_says_how_clear_it_was() {
    let clarity = |owners: &[AccountOwner]| matched(&given(), owners).choice.clarity();
    let (jenny, jennifer) = (owner("Jenny Rosen", "", ""), owner("Jennifer Rosen", "", ""));
    let stranger = owner("Wilhelm Achterberg", "wa@elsewhere.org", "+44 20 7946 0301");
    assert_eq!(clarity(&[]), Clarity::NoOwner);
    assert_eq!(
        clarity(std::slice::from_ref(&stranger)),
        Clarity::OnlyOwner,
        "whether the only owner fits is for the scores to say"
    );
    assert_eq!(clarity(&[jenny.clone(), jenny.clone()]), Clarity::Tied);
    assert_eq!(clarity(&[stranger.clone(), jennifer.clone(), jenny.clone()]), Clarity::Close);
    assert_eq!(clarity(&[stranger, jenny]), Clarity::Clear);
    let nothing = matched(&OwnerInformation::default(), &[jennifer.clone(), jennifer]);
    assert_eq!((nothing.choice.clarity(), nothing.choice.lead()), (Clarity::Tied, None));
    let all = [Clarity::NoOwner, Clarity::OnlyOwner, Clarity::Tied, Clarity::Close, Clarity::Clear];
    assert_eq!(all.map(Clarity::code), ["no_owner", "only_owner", "tied", "close", "clear"]);
}

#[test]
fn the_choice_is_told_however_many_owners_there_are() {
    let told = |owners: &[AccountOwner]| matched(&given(), owners).choice.to_string();
    let jenny = owner("Jenny Rosen", "", "");
    assert_eq!(told(&[]), "there is no owner to compare with");
    assert_eq!(told(std::slice::from_ref(&jenny)), "the account has one owner");
    let tied = "owner 1 of 2 fits best, no better than owner 2 as a whole";
    assert_eq!(told(&[jenny.clone(), jenny.clone()]), tied);
    // Of two that are next alike, the earlier one is named.
    let jennifer = owner("Jennifer Rosen", "", "");
    assert_eq!(matched(&given(), &[jenny, jennifer.clone(), jennifer]).choice.runner_up(), Some(1));
}

#[test]
fn the_lead_is_a_difference_of_means() {
    // Name counts twice and the two missing fields count as 50 on both sides: (100 - 85) × 2 / 4.
    let owners = [owner("Jennifer Rosen", "", ""), owner("Zed Quill", "", ""), owner("Jenny Rosen", "", "")];
    let choice = matched(&given(), &owners).choice;
    assert_eq!((choice.owner(), choice.runner_up()), (Some(2), Some(0)));
    assert_eq!(choice.lead().map(|lead| lead.to_string()).as_deref(), Some("7.5"));
    assert_eq!(choice.whole().map(|whole| whole.to_string()).as_deref(), Some("75"));
    assert_eq!(choice.to_string(), "owner 3 of 3 fits best, 7.5 points ahead of owner 1");
    let lengths: Vec<_> = (0..3)
        .map(|turn| {
            let mut owners = owners.clone();
            owners.rotate_left(turn);
            matched(&given(), &owners).choice.lead().map(|lead| lead.to_string())
        })
        .collect();
    assert!(
        lengths.iter().all(|lead| lead.as_deref() == Some("7.5")),
        "the order of the owners is no matter: {lengths:?}"
    );
}

#[test]
fn the_best_of_each_field_may_be_asked_for() {
    let owners = [
        owner("JENNY ROSEN", "", "+1 212-555-5559"),
        owner("Thomas Quill", "", "+1 212-555-5555"),
        owner("Jenny Rosen", "jennyrosen@example.com", ""),
    ];
    let options = MatchOptions::default().with_owner_choice(OwnerChoice::BestPerField);
    let answer = match_owners(&given(), &owners, &options);
    let whole = matched(&given(), &owners);
    assert_eq!((answer.owner, answer.choice), (whole.owner, whole.choice), "the owner who fits best is the same");
    assert_eq!(answer.owner, Some(2));
    let owner_of = |field| answer.owner_of(field);
    assert_eq!([score(answer.results.name), score(answer.results.email), score(answer.results.phone)], [Some(100); 3]);
    assert_eq!(owner_of(Field::Name), Some(2), "of equal scores that of the best owner");
    assert_eq!((owner_of(Field::Email), owner_of(Field::Phone)), (Some(2), Some(1)));
    assert_eq!(answer.results.address, None, "not given");
    for field in Field::ALL {
        assert_eq!(whole.owner_of(field), whole.owner);
        let best =
            owners.iter().map(|each| score(matched(&given(), std::slice::from_ref(each)).results.field(field))).max();
        assert_eq!(Some(score(answer.results.field(field))), best, "no owner has a higher one");
    }
    assert_eq!(match_owners(&given(), &[], &options).results, matched(&given(), &[]).results);
}

/// An owner who is no better in a field than the one who fits best lends nothing to the answer, wherever they stand.
#[test]
fn equal_scores_stay_with_the_best_owner() {
    let options = MatchOptions::default().with_owner_choice(OwnerChoice::BestPerField);
    let best = owner("Jenny Rosen", "jennyrosen@example.com", "");
    let same_name = owner("JENNY ROSEN", "", "");
    for (owners, place) in [([best.clone(), same_name.clone()], 0), ([same_name, best], 1)] {
        let answer = match_owners(&given(), &owners, &options);
        assert_eq!((answer.owner, answer.owner_of(Field::Name)), (Some(place), Some(place)));
        assert_eq!(answer.owner_of(Field::Phone), Some(place), "nobody has a phone");
    }
}

#[test]
fn options_are_what_they_were_set_to() {
    let plain = MatchOptions::default();
    assert_eq!((plain.default_country(), plain.owner_choice()), (Country::US, OwnerChoice::BestAsAWhole));
    assert!(plain.aliases().is_empty());
    let mut aliases = Aliases::new();
    aliases.add_nickname("Bimbo", "Abimbola").expect("two names");
    let options = MatchOptions::default()
        .with_default_country(Country::GB)
        .with_owner_choice(OwnerChoice::BestPerField)
        .with_aliases(aliases.clone());
    assert_eq!((options.default_country(), options.owner_choice()), (Country::GB, OwnerChoice::BestPerField));
    assert_eq!(options.aliases(), &aliases);

    let given = OwnerInformation { name: text("Bimbo Adeyemi"), ..OwnerInformation::default() };
    let name = |options| score(match_owners(&given, &[owner("Abimbola Adeyemi", "", "")], options).results.name);
    assert_eq!(name(&options), Some(85));
    assert!(name(&plain) < Some(85), "{:?}", name(&plain));
}

#[test]
fn what_is_missing_says_so() {
    let results = matched(&given(), &[owner("Jenny Rosen", "", "")]).results;
    let missing = |field| results.field(field).map(FieldResult::missing_data);
    assert_eq!(Field::ALL.map(missing), [Some(false), Some(true), Some(true), None]);
    assert_eq!(results.mean(), Some((2.0 * 100.0 + 50.0 + 50.0) / 4.0));
    assert_eq!(Results::default().mean(), None, "nothing was given");
}

/// The band of a score is the one that holds it, and says what it means.
#[test]
fn every_score_lies_in_its_band() {
    for scale in [Scale::General, Scale::Phone] {
        for score in (0..=100).filter_map(Score::new) {
            let band = scale.band(score);
            assert!(band.min <= score && score <= band.max, "{scale:?} {score}");
            assert_eq!(scale.interpret(score), band.interpretation);
        }
    }
    let codes = |scale: Scale| scale.bands().iter().map(|band| band.interpretation.code()).collect::<Vec<_>>();
    assert_eq!(codes(Scale::General), ["exact", "very_strong", "strong", "possible", "weak", "none"]);
    assert_eq!(codes(Scale::Phone), ["exact", "possible", "weak", "unlikely", "none"]);
}

#[test]
fn an_account_without_owners_misses_everything_that_is_given() {
    let answer = matched(&given(), &[]);
    assert_eq!(answer.owner, None);
    assert_eq!(answer.results.name, Some(FieldResult::Missing));
    assert_eq!(answer.results.address, None, "not given");
}

#[test]
fn blank_means_not_given_and_a_placeholder_means_missing() {
    let blank = OwnerInformation { name: text("  "), address: Some(PostalAddress::default()), ..given() };
    let answer = matched(&blank, &[owner("Jenny Rosen", "N/A", "000-000-0000")]);
    assert_eq!(answer.results.name, None);
    assert_eq!(answer.results.address, None);
    assert_eq!(answer.results.email, Some(FieldResult::Missing));
    assert_eq!(answer.results.phone, Some(FieldResult::Missing));

    let placeholder = OwnerInformation { phone: text("000-000-0000"), ..OwnerInformation::default() };
    let answer = matched(&placeholder, &[owner("Jenny Rosen", "", "+1 212-555-5555")]);
    assert_eq!(answer.results.phone, Some(FieldResult::Missing), "missing data is never 0");
}

#[test]
fn a_phone_is_read_in_the_country_of_its_own_address() {
    let given = OwnerInformation {
        phone: text("020 7946 0301"),
        address: Some(PostalAddress {
            line1: text("27 Calder Mews"),
            city: text("London"),
            postal_code: text("SW10 4QP"),
            country: text("GB"),
            ..PostalAddress::default()
        }),
        ..OwnerInformation::default()
    };
    let answer = matched(&given, &[owner("", "", "+44 20 7946 0301")]);
    assert_eq!(score(answer.results.phone), Some(100));
}

#[test]
fn a_phone_is_also_read_in_the_country_of_the_other_number() {
    let given = OwnerInformation { phone: text("020 7946 0301"), ..OwnerInformation::default() };
    let answer = matched(&given, &[owner("", "", "+44 20 7946 0301")]);
    let comparison = answer.results.phone.and_then(FieldResult::comparison).expect("both sides have a phone");
    assert_eq!(comparison.score.get(), 99);
    assert!(comparison.reasons.codes().any(|code| code == "phone.region_assumed"), "{comparison:?}");
}

#[test]
fn public_types_are_send_and_sync() {
    fn both<T: Send + Sync>() {}
    both::<Name>();
    both::<Email>();
    both::<Phone>();
    both::<Address>();
    both::<Record>();
    both::<OwnerInformation>();
    both::<AccountOwner>();
    both::<MatchOptions>();
    both::<MatchResult>();
    both::<Results>();
    both::<(Choice, Clarity, OwnerChoice)>();
    both::<(Comparison, Evidence, Field, Reasons, Score)>();
}

#[test]
fn debug_shows_no_personal_data() {
    let options = MatchOptions::default();
    let owner = owner("Markerperson", "markerperson@example.com", "+1 212-555-0188");
    let record = Record::of_owner(&owner, &options);
    let address = Address::parse("77 Markerstreet Ave, Reno, NV 89509", None);
    let shown = format!(
        "{owner:?} {record:?} {:?} {:?} {:?} {address:?}",
        Name::parse("Markerperson"),
        Email::parse("markerperson@example.com"),
        Phone::parse("+1 212-555-0188", None)
    )
    .to_lowercase();
    for marker in ["marker", "0188", "89509", "77"] {
        assert!(!shown.contains(marker), "{shown}");
    }
}

/// A number without a country code is read in the default country where the address names none.
#[test]
fn the_default_country_reads_numbers_without_a_code() {
    let given = OwnerInformation { phone: text("+44 20 7946 0018"), ..OwnerInformation::default() };
    let owners = [AccountOwner { phone: text("020 7946 0018"), ..AccountOwner::default() }];
    let phone = |options: &MatchOptions| score(match_owners(&given, &owners, options).results.phone);
    assert_eq!(phone(&MatchOptions::default().with_default_country(Country::GB)), Some(100));
    assert_ne!(phone(&MatchOptions::default()), Some(100));
}

/// An owner's address in parts is read where any part is given, else the line beside it.
#[test]
fn a_line_stands_in_for_parts_that_are_blank() {
    let parts = |line1: &str, postal_code: &str| PostalAddress {
        line1: text(line1),
        city: text("Austin"),
        state: text("TX"),
        postal_code: text(postal_code),
        ..PostalAddress::default()
    };
    let given = OwnerInformation { address: Some(parts("400 Elm St", "78701")), ..OwnerInformation::default() };
    let line = text("400 ELM ST AUSTIN TX 78701");
    let address = |address: Option<PostalAddress>| {
        let owner = AccountOwner { raw_address: line.clone(), address, ..AccountOwner::default() };
        score(matched(&given, &[owner]).results.address)
    };
    assert_eq!(address(None), Some(100));
    assert_eq!(address(Some(PostalAddress { line1: text(" "), ..PostalAddress::default() })), Some(100));
    assert!(address(Some(parts("9 Birch Rd", "78745"))).is_some_and(|score| score < 70), "the parts are read");
}
