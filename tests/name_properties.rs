//! Properties of the name comparator.

use ownership_match::Name;
use proptest::prelude::*;

fn score(a: &str, b: &str) -> Option<u8> {
    Some(Name::parse(a)?.compare(&Name::parse(b)?).score.get())
}

const GIVEN: [&str; 16] = [
    "Jenny", "Jennifer", "William", "Bill", "María", "Mario", "Ji-woo", "Min", "Ahmed", "Mohammed", "Olga", "Sergei",
    "Priya", "Kwame", "Jürgen", "Jean-Luc",
];
const SURNAMES: [&str; 16] = [
    "Rosen",
    "Smith",
    "Smyth",
    "García Lopez",
    "García",
    "van der Meulen",
    "O'Brien",
    "Jang-Kang",
    "Kang",
    "Kim",
    "Nguyen",
    "al-Masri",
    "Ivanov",
    "Ivanova",
    "Venkatesh",
    "Featherstonehaugh",
];
const MIDDLE: [&str; 8] = ["", "Jane", "J", "J.", "Ann Marie", "Paul", "Q", "Kim"];

/// A person as people write them.
fn person() -> impl Strategy<Value = String> {
    let parts =
        (prop::sample::select(&GIVEN[..]), prop::sample::select(&MIDDLE[..]), prop::sample::select(&SURNAMES[..]));
    (parts, 0_u8..6).prop_map(|((given, middle, surname), form)| match form {
        0 => format!("{surname}, {given} {middle}"),
        1 => format!("{} {given} {middle}", surname.to_uppercase()),
        2 => format!("{given} {middle} {surname} Jr"),
        3 => format!("Dr. {given} {middle} {surname}"),
        _ => format!("{given} {middle} {surname}"),
    })
}

/// One or several people, a business, or anything.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => person(),
        2 => (person(), prop::sample::select(vec![" AND ", " & ", " OR ", " / ", " C/O ", " POD ", " DBA "]), person())
            .prop_map(|(a, between, b)| format!("{a}{between}{b}")),
        1 => (person(), prop::sample::select(vec!["LLC", "Inc", "GmbH", "Trust", "TTEE", "JT TEN"]))
            .prop_map(|(a, form)| format!("{a} {form}")),
        1 => any::<String>(),
        1 => "[a-zA-Z .,'&/()-]{0,40}",
    ]
}

proptest! {
    #[test]
    fn any_two_names_compare_alike_in_both_directions(a in any_name(), b in any_name()) {
        if let (Some(a), Some(b)) = (Name::parse(&a), Name::parse(&b)) {
            prop_assert_eq!(a.compare(&b), b.compare(&a));
            prop_assert_eq!(a.compare(&a).score.get(), 100);
        }
    }

    #[test]
    fn case_blanks_and_full_stops_never_matter(name in person(), other in person()) {
        let plain = score(&name, &other);
        prop_assert_eq!(score(&name.to_uppercase(), &other), plain);
        prop_assert_eq!(score(&name.replace(' ', "   "), &other), plain);
        prop_assert_eq!(score(&format!(" {name} "), &other), plain);
        prop_assert_eq!(score(&name.replace('.', ""), &other), plain);
    }

    #[test]
    fn another_surname_is_never_more_than_a_weak_match(
        given in "[B-DF-HJ-NP-TV-Z][aeiou][bdfgklmnprst][aeiou][bdfgklmnprst]",
        a in "[BDFGKLMNPRST][aeiou]{1,2}[bdfgklmnprst][aeiou][bdfgklmnprst]{1,2}",
        b in "[CHJQVWXYZ][ou][chjqvwxz][ou][chjqvwxz]{2}[ou]",
    ) {
        if let Some(score) = score(&format!("{given} {a}"), &format!("{given} {b}")) {
            prop_assert!(score <= 59, "{} {} {}: {}", given, a, b, score);
        }
    }

    #[test]
    fn the_order_of_several_parties_does_not_matter(a in person(), b in person(), asked in person()) {
        // `KIM, MIN OR WILLIAM SMITH` may be three people who are called Smith.
        prop_assume!(!a.starts_with("Kim, ") && !b.starts_with("Kim, "));
        // `ROSEN, JENNY OR WILLIAM KIM` may be William Kim Rosen, too: these surnames are given names as well.
        let in_front = |name: &str| SURNAMES.iter().any(|surname| name.to_uppercase().starts_with(&surname.to_uppercase()));
        let given = |name: &str| name.ends_with(" Kim") || name.ends_with(" Venkatesh");
        prop_assume!(!(in_front(&a) && given(&b) || in_front(&b) && given(&a)));
        let (forth, back) = (format!("{a} OR {b}"), format!("{b} OR {a}"));
        prop_assert_eq!(score(&asked, &forth), score(&asked, &back));
    }
}

#[test]
fn unicode_forms_are_one() {
    assert_eq!(score("Jürgen Muñoz", "Ju\u{308}rgen Mun\u{303}oz"), Some(100));
    assert_eq!(score("Ｊｅｎｎｙ Ｒｏｓｅｎ", "Jenny Rosen"), Some(100));
    assert_eq!(score("Jen\u{200b}ny\u{a0}Rosen", "Jenny Rosen"), Some(100));
}

#[test]
fn hostile_texts_are_read_in_bounded_time() {
    for part in [
        "a ", "AND ", "A AND ", ", ", "-", "'", "(", "\u{301}", "\u{200b}", "JR ", "DBA ", "Rosen ", "\u{202e}", "王",
        "é",
    ] {
        let text = part.repeat(65_536 / part.len());
        if let Some(name) = Name::parse(&text) {
            assert_eq!(name.compare(&name).score.get(), 100);
        }
    }
}

/// What is not kept of a long name is no reason to call two names the same, nor are blanks and case a reason to tell them apart.
#[test]
fn a_name_of_more_than_twenty_words_is_the_same_only_as_a_whole() {
    let long = |end: &str| format!("{}{end}", "Rosen Maria Quist ".repeat(7));
    for (one, other) in [("Ānu", "Ġnu"), ("Anu", "Anna"), ("7nu", "Wnu"), ("Ян", "Ань"), ("Anu Lee", "Anulee")] {
        assert!(score(&long(one), &long(other)).is_some_and(|score| score < 100), "{one} beside {other}");
    }
    for same in ["ANU LEE", "anu lee", "  Anu   Lee ", "Anu\tLee\n", "Anu\u{a0}Lee"] {
        assert_eq!(score(&long("Anu Lee"), &long(same)), Some(100), "{same:?}");
    }
}
