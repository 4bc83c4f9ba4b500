//! Explanations: what they say, in which order, and that they show nothing of the owner side unless asked to.

use ownership_match::{
    AccountOwner, Address, Agreement, Alignment, Comparison, Country, Effect, Email, Evidence, Field, FieldResult,
    MatchOptions, Name, OwnerChoice, OwnerInformation, Part, Phone, PostalAddress, Record, match_owners,
};

const US: Option<Country> = Some(Country::US);

fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

/// Both sides of a field as text, compared and aligned.
fn pair(field: Field, given: &str, owner: &str) -> (Comparison, Alignment) {
    fn both<T>(
        given: Option<T>,
        owner: Option<T>,
        compare: fn(&T, &T) -> Comparison,
        align: fn(&T, &T) -> Alignment,
    ) -> (Comparison, Alignment) {
        let (given, owner) = (given.expect("a value"), owner.expect("a value"));
        (compare(&given, &owner), align(&given, &owner))
    }
    match field {
        Field::Name => both(Name::parse(given), Name::parse(owner), Name::compare, Name::align),
        Field::Email => both(Email::parse(given), Email::parse(owner), Email::compare, Email::align),
        Field::Phone => both(Phone::parse(given, US), Phone::parse(owner, US), Phone::compare, Phone::align),
        Field::Address => both(Address::parse(given, US), Address::parse(owner, US), Address::compare, Address::align),
    }
}

fn rows(field: Field, given: &str, owner: &str) -> Vec<(Part, Option<String>, Option<String>)> {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let (_, alignment) = pair(field, given, owner);
    alignment.parts().iter().map(|part| (part.part(), owned(part.given()), owned(part.owner()))).collect()
}

#[test]
fn every_reason_is_told_once_with_its_code_and_part_the_most_decisive_first() {
    for (field, given, owner) in [
        (Field::Name, "Jenny Jane Rosen", "MARK ROSEN JR OR MARY JONES"),
        (Field::Email, "jenny.rosen+x@example.com", "jrosen@exmaple.com"),
        (Field::Phone, "212 555 5555 x1", "+1 212 555 5559"),
        (Field::Address, "354 Oyster Point Blvd Fl 1, South San Francisco CA 94080", "354 OYSTER PT SSF CA 94080-1234"),
    ] {
        let (comparison, _) = pair(field, given, owner);
        let explanation = comparison.explain();
        let told: Vec<Evidence> = explanation.statements().map(|statement| statement.evidence()).collect();
        assert!(told.len() > 1, "{field:?}: {told:?}");
        assert_eq!(told, comparison.reasons.iter().collect::<Vec<_>>());
        let place = |evidence: &Evidence| Evidence::all(field).iter().position(|each| each == evidence);
        assert!(told.windows(2).all(|pair| place(&pair[0]) < place(&pair[1])), "in order of weight");
        let shown = explanation.to_string();
        for statement in explanation.statements() {
            let effect = statement.effect().code();
            let line = shown.lines().find(|line| line.contains(statement.code())).expect("every reason has a line");
            assert!(line.starts_with(&format!("- {effect}: {} (", statement.sentence())), "{line}");
            if statement.part() != Part::Whole {
                assert!(line.ends_with(&format!(", {})", statement.part().words())), "{line}");
            }
        }
        let meaning = field.scale().band(comparison.score).meaning;
        assert!(shown.starts_with(&format!("{} {} of 100: {meaning}\n", field.key(), comparison.score)), "{shown}");
    }
}

#[test]
fn every_score_has_a_reason_that_is_told() {
    // A score below 100 without anything that lowered it would leave people guessing.
    for (field, given, owner) in [
        (Field::Name, "Jenny Rosen", "Jennifer Rosen"),
        (Field::Email, "jennyrosen@example.com", "marksmith@test.com"),
        (Field::Phone, "212 555 5555", "347 999 9999"),
        (Field::Address, "354 Oyster Point Blvd, South San Francisco CA 94080", "1 University Ave Toronto ON M5J 2P1"),
    ] {
        let (comparison, _) = pair(field, given, owner);
        assert!(
            comparison.explain().statements().any(|statement| statement.effect() == Effect::Lowered),
            "{comparison:?}"
        );
        let (same, alignment) = pair(field, given, given);
        assert_eq!(same.explain().statements().count(), 1);
        assert!(alignment.parts().iter().all(|part| part.agreement() == Agreement::Same), "{alignment}");
    }
}

/// The pairs of the golden set and of the case files, those that a package comes without left out.
#[cfg(feature = "serde")]
fn known_pairs() -> Vec<(Field, String, String)> {
    use serde_json::Value;
    let read = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
        std::fs::read_to_string(path).unwrap_or_default()
    };
    let mut pairs = Vec::new();
    for line in read("golden/pairs.jsonl").lines() {
        let row: Value = serde_json::from_str(line).expect("a golden row is JSON");
        let field = Field::ALL.into_iter().find(|field| row["field"] == field.key()).expect("a field");
        let text = |side: &Value| side.as_str().map_or_else(|| side.to_string(), str::to_owned);
        pairs.push((field, text(&row["a"]), text(&row["b"])));
    }
    for field in Field::ALL {
        let cases = read(&format!("cases/{}.tsv", field.key()));
        for line in cases.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let mut cells = line.split('\t').map(|cell| cell.replace(" | ", ", "));
            pairs.extend(cells.next().zip(cells.next()).map(|(given, owner)| (field, given, owner)));
        }
    }
    pairs
}

#[cfg(feature = "serde")]
#[test]
fn every_score_below_a_hundred_says_what_lowered_it() {
    let pairs = known_pairs();
    let address = |text: &str| match serde_json::from_str::<PostalAddress>(text) {
        Ok(parts) => Address::from_parts(&parts),
        Err(_) => Address::parse(text, US),
    };
    let of = |field, given: &str, owner: &str| match field {
        Field::Name => Some(Name::parse(given)?.compare(&Name::parse(owner)?)),
        Field::Email => Some(Email::parse(given)?.compare(&Email::parse(owner)?)),
        Field::Phone => Some(Phone::parse(given, US)?.compare(&Phone::parse(owner, US)?)),
        Field::Address => Some(address(given)?.compare(&address(owner)?)),
    };
    // Said together, these would contradict each other.
    let contradictions = [
        ("name.surname_agrees", "name.surname_differs"),
        ("name.given_agrees", "name.given_differs"),
        ("name.given_agrees", "name.given_missing"),
        ("address.city_match", "address.city_conflict"),
        ("address.city_match", "address.city_missing"),
        ("address.street_match", "address.street_conflict"),
        ("address.postal_code_match", "address.postal_code_conflict"),
        ("email.same_domain", "email.domain_differs"),
        ("email.same_local", "email.local_differs"),
        ("phone.same_number", "phone.different"),
    ];
    let mut seen = 0;
    for (place, (field, given, owner)) in pairs.iter().enumerate() {
        // Its own pair, both ways, and others of the same field.
        let far = [1, 7, 31].map(|step| &pairs[(place + step) % pairs.len()]);
        let others = far.iter().filter(|(of, ..)| of == field).map(|(_, _, owner)| (given, owner));
        for (given, owner) in [(given, owner), (owner, given)].into_iter().chain(others) {
            let Some(comparison) = of(*field, given, owner) else { continue };
            seen += 1;
            let lowered = comparison.reasons.iter().any(|evidence| evidence.effect() == Effect::Lowered);
            let exact = comparison.score.get() == 100;
            assert_eq!(lowered, !exact, "{given} | {owner}: {} {:?}", comparison.score, comparison.reasons);
            let codes: Vec<_> = comparison.reasons.codes().collect();
            for (one, other) in contradictions {
                assert!(!(codes.contains(&one) && codes.contains(&other)), "{given} | {owner}: {codes:?}");
            }
        }
    }
    assert!(pairs.is_empty() || seen > 5000, "{seen}");
}

#[test]
fn missing_data_is_explained_as_such() {
    let shown = FieldResult::Missing.explain(Field::Phone).to_string();
    assert_eq!(shown, "phone: no score, there is nothing to compare with");
}

#[test]
fn names_are_aligned_in_the_reading_that_compares_best() {
    use Part::{GivenName, MiddleName, Surname};
    let of = |part, given: &str, owner: &str| (part, text(given), text(owner));
    assert_eq!(
        rows(Field::Name, "Jenny Jane Rosen", "ROSEN JENNY J"),
        [of(GivenName, "jenny", "jenny"), of(MiddleName, "jane", "j"), of(Surname, "rosen", "rosen")]
    );
    let joint = rows(Field::Name, "John Smith Jr", "MARY JONES OR SMITH JOHN");
    assert_eq!(joint[..2], [of(GivenName, "john", "john"), of(Surname, "smith", "smith")], "the party that fits");
    assert_eq!(joint[2], (Part::Generation, text("jr"), None));
    let role = rows(Field::Name, "Mary Jones", "MARY JONES TTEE");
    assert_eq!(role.last(), Some(&of(Part::Party, "owner", "trustee")));
    let business = rows(Field::Name, "Acme Widgets LLC", "ACME WIDGETS");
    assert_eq!(business[0], of(Part::BusinessName, "acme widgets", "acme widgets"));
    assert_eq!(business[1], (Part::LegalForm, text("stated"), None));
    // A person has no parts to show beside a business: all words of both are shown.
    let mixed = rows(Field::Name, "Joan Acme", "ACME WIDGETS LLC");
    assert_eq!(mixed[0], of(Part::BusinessName, "joan acme", "acme widgets"));
    // Both stand in another role.
    let roles = rows(Field::Name, "Mary Jones TTEE", "MARY JONES TTEE");
    assert_eq!(roles.last(), Some(&of(Part::Party, "trustee", "trustee")));
}

#[test]
fn the_other_fields_are_aligned_by_what_was_compared() {
    let of = |part, given: &str, owner: &str| (part, text(given), text(owner));
    assert_eq!(
        rows(Field::Email, "Jenny.Rosen+bank@gmail.com", "x@y.org, jennyrosen@googlemail.com"),
        [
            of(Part::Mailbox, "jennyrosen", "jennyrosen"),
            (Part::Tag, text("bank"), None),
            of(Part::Domain, "gmail.com", "googlemail.com"),
        ]
    );
    assert_eq!(rows(Field::Email, "jr@example.com", "call me")[0].0, Part::Whole);
    assert_eq!(
        rows(Field::Phone, "020 7946 0301", "+44 20 7946 0301"),
        [of(Part::CallingCode, "+44", "+44"), of(Part::AreaCode, "20", "20"), of(Part::Number, "79460301", "79460301")],
        "read in the country of the other one"
    );
    let local = rows(Field::Phone, "212 555 5555", "555-5555");
    assert_eq!(local[1..], [(Part::AreaCode, text("212"), None), of(Part::Number, "5555555", "5555555")]);
    assert_eq!(rows(Field::Phone, "212 555 5555", "call me"), [of(Part::Whole, "2125555555", "call me")]);
    let address =
        rows(Field::Address, "92 Wexford Avenue, Cranston RI 02910", "92 WEXFORD AVE APT 3 CRANSTON RI 02910-4417");
    assert!(address.contains(&of(Part::Street, "wexford avenue", "wexford avenue")), "{address:?}");
    assert!(address.contains(&(Part::Unit, None, text("apt 3"))), "{address:?}");
    assert!(address.contains(&of(Part::PostalCode, "02910", "02910")), "{address:?}");
    let rear =
        rows(Field::Address, "92 Wexford Avenue Rear, Cranston RI 02910", "92 WEXFORD AVE REAR CRANSTON RI 02910");
    assert!(rear.contains(&of(Part::Unit, "rear", "rear")), "a unit without a number is told once: {rear:?}");
}

/// Of several values those stand beside each other that compare best, on either side; the given one of equals is the first.
#[test]
fn of_several_values_the_best_pair_is_aligned() {
    let shown = |field, given: &str, owner: &str| pair(field, given, owner).1.to_string();
    let (one, two) = ("+1 212-555-0187", "646 803 9924 / 212 555 0187");
    let same = "calling code  +1      = +1\narea code     212     = 212\nnumber        5550187 = 5550187";
    assert_eq!([shown(Field::Phone, one, two), shown(Field::Phone, two, one)], [same; 2]);
    let (one, two) = ("mark@example.org", "jenny@example.com, mark@example.org, mark@example.net");
    let same = "mailbox  mark        = mark\ndomain   example.org = example.org";
    assert_eq!([shown(Field::Email, one, two), shown(Field::Email, two, one)], [same; 2]);
    // Nothing tells these two apart.
    let first = rows(Field::Phone, "+1 212-555-0187", "646 803 9924 / 917 803 9924");
    assert!(first.contains(&(Part::AreaCode, text("212"), text("646"))), "{first:?}");
    let first = rows(Field::Email, "mark@example.org", "jenny@example.com, tim@example.net");
    assert!(first.contains(&(Part::Mailbox, text("mark"), text("jenny"))), "{first:?}");
}

/// What the comparison left out is not shown as a difference: the digit of a mobile.
#[test]
fn a_mobile_digit_is_left_out_where_it_was_not_compared() {
    for (given, owner) in [("+52 1 55 1234 5679", "+52 55 1234 5678"), ("+52 55 1234 5679", "+52 1 55 1234 5678")] {
        let rows = rows(Field::Phone, given, owner);
        assert!(rows.contains(&(Part::AreaCode, text("55"), text("55"))), "{rows:?}");
        assert!(rows.contains(&(Part::Number, text("12345679"), text("12345678"))), "{rows:?}");
    }
}

/// What is shown beside each other is what was compared, and not another reading of the same text.
#[test]
fn what_is_aligned_is_what_was_compared() {
    let of = |part, given: &str, owner: &str| (part, text(given), text(owner));
    // Of several addresses in one text the one that fits, in both directions.
    let several = "12 Pine St, Boston, MA 02118-1234; 5 Oak St, Reno, NV 89501";
    for (given, owner) in [("5 Oak St, Reno, NV 89501", several), (several, "5 Oak St, Reno, NV 89501")] {
        let rows = rows(Field::Address, given, owner);
        assert_eq!(rows[0], of(Part::HouseNumber, "5", "5"), "{rows:?}");
        assert!(rows.iter().all(|(_, given, owner)| given == owner), "{rows:?}");
    }
    let turned = "5 Oak St, Reno, NV 89501; 12 Pine St, Boston, MA 02118-1234";
    assert!(rows(Field::Address, several, turned).iter().all(|(_, given, owner)| given == owner));
    let care_of = rows(Field::Address, "5 Oak St, Reno, NV 89501", "C/O J SMITH 5 OAK ST RENO NV 89501");
    assert_eq!(care_of[0], (Part::Premises, None, text("c/o")));
    // Prefixes that the comparison leaves out.
    for (given, owner, area) in [
        ("+52 55 5250 4471", "+52 1 55 5250 4471", "55"),
        ("+54 9 11 2345 6789", "+54 11 2345 6789", "11"),
        ("+52 55 5250 4471", "044 55 5250 4471", "55"),
    ] {
        let rows = rows(Field::Phone, given, owner);
        assert!(rows.iter().all(|(_, given, owner)| given == owner), "{given} {owner} {rows:?}");
        assert!(rows[1].1.as_deref().is_some_and(|digits| digits.starts_with(area)), "{rows:?}");
    }
    // The rules of one provider, beside a slip of its domain.
    assert_eq!(
        rows(Field::Email, "hugo.salas@gmail.com", "hugo.salas@gmai.com")[0],
        of(Part::Mailbox, "hugosalas", "hugosalas")
    );
    // The given side as it stands.
    assert_eq!(
        rows(Field::Name, "Ludwig van Beethoven", "BEETHOVEN LUDWIG"),
        [of(Part::GivenName, "ludwig", "ludwig"), of(Part::Surname, "van beethoven", "beethoven")]
    );
    assert_eq!(
        rows(Field::Name, "Jenny Jane Rosen", "JANE ROSEN"),
        [
            (Part::GivenName, text("jenny"), None),
            of(Part::MiddleName, "jane", "jane"),
            of(Part::Surname, "rosen", "rosen")
        ]
    );
}

/// A name of one word has no given name beside its surname, and stands in no order.
#[test]
fn nothing_is_said_of_parts_that_neither_side_has() {
    let codes = |field, given, owner| pair(field, given, owner).0.reasons.codes().collect::<Vec<_>>();
    assert_eq!(codes(Field::Name, "Quill", "Voss"), ["name.surname_differs"]);
    let reread = codes(Field::Name, "Müller", "MUELLER");
    assert!(!reread.contains(&"name.given_agrees") && reread.contains(&"name.surname_agrees"), "{reread:?}");
    let alone = codes(Field::Name, "Jenny", "JENNY ROSEN");
    assert!(!alone.contains(&"name.order_swapped"), "{alone:?}");
    // Both may lack it.
    assert_eq!(Evidence::AddressPostalCodeMissing.sentence(), "at least one side has no postal code");
    assert!(codes(Field::Address, "Berlin", "Paris").contains(&"address.postal_code_missing"));
    // One of two forms may be there on both sides.
    assert_eq!(Evidence::NameLegalFormMissing.sentence(), "a legal form is on one side only");
}

#[test]
fn what_moves_the_screen_is_not_aligned() {
    let (_, alignment) = pair(Field::Phone, "call\u{1b}[31m me\u{202e}", "call me");
    assert!(!alignment.to_string().contains(['\u{1b}', '\u{202e}']), "{:?}", alignment.to_string());
}

#[test]
fn a_side_that_lacks_the_field_is_shown_as_such() {
    let options = MatchOptions::default();
    let given = Record::of_given(&OwnerInformation { name: text("Jenny Rosen"), ..Default::default() }, &options);
    let owner = Record::of_owner(&AccountOwner { email: text("jr@example.com"), ..Default::default() }, &options);
    let agreements = |field| {
        given.align(&owner, field).map(|all| all.parts().iter().map(|part| part.agreement()).collect::<Vec<_>>())
    };
    assert_eq!(agreements(Field::Name), Some(vec![Agreement::OnlyGiven; 2]));
    assert_eq!(agreements(Field::Email), Some(vec![Agreement::OnlyOwner; 2]));
    assert_eq!(agreements(Field::Phone), None);
}

#[test]
fn the_answer_is_revealed_field_by_field_of_the_owner_who_answers_it() {
    let given = OwnerInformation { name: text("Jenny Rosen"), phone: text("+1 212 555 5555"), ..Default::default() };
    let owners = [
        AccountOwner { name: text("JENNY ROSEN"), phone: text("+1 646 717 0199"), ..Default::default() },
        AccountOwner { name: text("THOMAS QUILL"), phone: text("212-555-5555"), ..Default::default() },
    ];
    let options = MatchOptions::default().with_owner_choice(OwnerChoice::BestPerField);
    let answer = match_owners(&given, &owners, &options);
    let explained = answer.explain();
    assert!(!explained.is_revealing());
    let shown = explained.to_string();
    assert!(shown.starts_with("owner 1 of 2 fits best, "), "{shown}");
    assert!(shown.contains("\nthe phone fits owner 2 best\n"), "{shown}");
    #[cfg(feature = "serde")]
    {
        let json = serde_json::to_value(&explained).expect("an explanation can be written");
        assert_eq!(json["other_owners"], serde_json::json!({"phone": 1}));
        let whole = match_owners(&given, &owners, &MatchOptions::default()).explain();
        let json = serde_json::to_value(&whole).expect("an explanation can be written");
        assert!(json.get("other_owners").is_none(), "{json}");
    }
    let revealed = answer.reveal(&given, &owners, &options);
    assert!(revealed.is_revealing());
    let phone = revealed.field(Field::Phone).and_then(|field| field.alignment()).expect("an alignment");
    assert!(phone.parts().iter().all(|part| part.agreement() == Agreement::Same), "{phone}");
    assert_eq!(revealed.fields().len(), 2, "what was given");
    for shown in [format!("{revealed:?}"), format!("{phone:?}"), format!("{:?}", phone.parts())] {
        assert!(!shown.to_lowercase().contains("rosen") && !shown.contains("555"), "{shown}");
    }
}

/// Every value of the owner side of the golden set that has four characters or more and is not the given one.
#[cfg(feature = "serde")]
#[test]
fn no_explanation_of_the_golden_set_shows_an_owner_value() {
    use serde_json::Value;
    // The set is for developers of the crate: a package comes without it.
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/pairs.jsonl");
    let Ok(set) = std::fs::read_to_string(path) else { return };
    let part = |value: &Value, key: &str| value[key].as_str().map(str::to_owned);
    let parts = |value: &Value| PostalAddress {
        line1: part(value, "line1"),
        line2: part(value, "line2"),
        city: part(value, "city"),
        state: part(value, "state"),
        postal_code: part(value, "postal_code"),
        country: part(value, "country"),
    };
    let texts = |value: &Value| -> Vec<String> {
        match value {
            Value::String(text) => vec![text.clone()],
            parts => parts
                .as_object()
                .into_iter()
                .flat_map(|parts| parts.values())
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        }
    };
    let holds = |shown: &str, value: &str| shown.contains(value);
    let (mut checked, mut revealed, mut found) = (0, 0, 0);
    for line in set.lines() {
        let row: Value = serde_json::from_str(line).expect("a golden row is JSON");
        for (a, b) in [("a", "b"), ("b", "a")] {
            let (left, right) = (&row[a], &row[b]);
            let mut given = OwnerInformation::default();
            let mut owner = AccountOwner::default();
            match row["field"].as_str().expect("a field") {
                "name" => (given.name, owner.name) = (left.as_str().map(Into::into), right.as_str().map(Into::into)),
                "email" => (given.email, owner.email) = (left.as_str().map(Into::into), right.as_str().map(Into::into)),
                "phone" => (given.phone, owner.phone) = (left.as_str().map(Into::into), right.as_str().map(Into::into)),
                _ => {
                    given.address = Some(match left {
                        Value::String(line) => PostalAddress { line1: Some(line.clone()), ..Default::default() },
                        object => parts(object),
                    });
                    match right {
                        Value::String(line) => owner.raw_address = Some(line.clone()),
                        object => owner.address = Some(parts(object)),
                    }
                }
            }
            let options = MatchOptions::default();
            let owners = [owner];
            let answer = match_owners(&given, &owners, &options);
            let explanation = answer.explain();
            let decision = ownership_match::decision::Policy::default().decide(&answer.results);
            let json = serde_json::to_string(&explanation).expect("an explanation can be written");
            let shown = format!("{explanation}\n{explanation:?}\n{json}\n{decision}\n{decision:?}").to_lowercase();
            let own: Vec<String> = texts(left).iter().map(|text| text.to_lowercase()).collect();
            for value in texts(right).iter().map(|text| text.trim().to_lowercase()) {
                if value.chars().count() >= 4 && !own.contains(&value) {
                    assert!(!holds(&shown, &value), "{}: {shown}", row["id"]);
                    checked += 1;
                }
            }
            let reveals = answer.reveal(&given, &owners, &options);
            revealed += usize::from(reveals.is_revealing());
            let reveals = reveals.to_string().to_lowercase();
            found += texts(right).iter().filter(|value| holds(&reveals, &value.to_lowercase())).count();
        }
    }
    assert!(checked >= 900, "{checked} values were sought");
    assert!(found >= 100, "what is sought is found where both sides are revealed: {found}");
    assert!(revealed >= 980, "{revealed} of 1000 pairs can be revealed");
}
