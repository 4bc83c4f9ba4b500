//! Names of every origin are served alike: at 70, the share of true owners who are missed differs little between origins, at the
//! same share of strangers who are accepted (`cargo test --test origins -- --nocapture` prints both).
//!
//! `tests/cases/origins.tsv` holds whole names of people of seven origins. Each is compared with what banks write of it, and with
//! everybody else of the same origin, a relative's given name among them.

#![cfg(feature = "transliteration")]

use any_ascii::any_ascii;
use ownership_match::Name;
use std::collections::BTreeMap;

struct Person {
    given: Vec<&'static str>,
    surname: &'static str,
}

fn people() -> BTreeMap<&'static str, Vec<Person>> {
    let mut out: BTreeMap<_, Vec<Person>> = BTreeMap::new();
    let rows = include_str!("cases/origins.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let [origin, given, surname] = cells[..] else { panic!("three cells: {row}") };
        out.entry(origin).or_default().push(Person { given: given.split(' ').collect(), surname });
    }
    out
}

/// What banks write of a person, each with what it is.
fn forms(person: &Person, other: &Person) -> Vec<(&'static str, String)> {
    let capitals = |text: &str| any_ascii(text).to_uppercase();
    let given = capitals(&person.given.join(" "));
    let first = capitals(person.given[0]);
    let surname = capitals(person.surname);
    let initials = |names: &[&str]| names.iter().map(|name| format!(" {}", &capitals(name)[..1])).collect::<String>();
    let middle = initials(&person.given[1..]);
    let mut out = vec![
        ("whole", format!("{given} {surname}")),
        ("surname first", format!("{surname} {given}")),
        ("behind a comma", format!("{surname}, {given}")),
        ("a title", format!("MR {given} {surname}")),
        ("an initial for the middle name", format!("{first}{middle} {surname}")),
        ("the same behind the surname", format!("{surname} {first}{middle}")),
        ("a middle initial more", format!("{given} K {surname}")),
        ("first given name", format!("{first} {surname}")),
        ("joint", format!("{given} {surname} OR {} {surname}", capitals(other.given[0]))),
        (
            "joint with a stranger",
            format!("{} {} & {given} {surname}", capitals(other.given[0]), capitals(other.surname)),
        ),
        ("no hyphens", format!("{given} {surname}").replace(['-', '\''], " ")),
        ("glued", format!("{given} {surname}").replace(['-', '\''], "")),
    ];
    let parts: Vec<&str> = person.surname.split(' ').collect();
    if parts.len() == 2 && parts.iter().all(|part| part.starts_with(char::is_uppercase) && part.len() > 2) {
        out.push(("first surname", format!("{given} {}", capitals(parts[0]))));
        out.push(("first given name and surname", format!("{first} {}", capitals(parts[0]))));
        out.push((
            "an initial for the second surname",
            format!("{given} {} {}", capitals(parts[0]), &capitals(parts[1])[..1]),
        ));
    }
    if person.given.len() == 1 {
        out.push(("an initial", format!("{} {surname}", &first[..1])));
    }
    out
}

/// How many are missed, or accepted, of how many.
type Share = (usize, usize);

fn percent((some, all): Share) -> f64 {
    100.0 * some as f64 / all as f64
}

fn score(one: &str, other: &str) -> u8 {
    let read = |text: &str| Name::parse(text).unwrap_or_else(|| panic!("a name: {text}"));
    read(one).compare(&read(other)).score.get()
}

#[test]
fn names_of_every_origin_are_served_alike() {
    let (mut least, mut most): (f64, f64) = (100.0, 0.0);
    let mut seen = Vec::new();
    for (origin, people) in people() {
        let (mut missed, mut accepted): (Share, Share) = ((0, 0), (0, 0));
        for (at, person) in people.iter().enumerate() {
            let stated = format!("{} {}", person.given.join(" "), person.surname);
            let next = &people[(at + 1) % people.len()];
            for (form, owner) in forms(person, next) {
                missed.1 += 1;
                let score = score(&stated, &owner);
                if score < 70 {
                    missed.0 += 1;
                    println!("{origin}, {form}: {stated} beside {owner} {score}");
                }
            }
            for other in people.iter().filter(|other| !core::ptr::eq(*other, person)) {
                for surname in [other.surname, person.surname] {
                    let owner = format!("{} {surname}", other.given.join(" ")).to_uppercase();
                    accepted.1 += 1;
                    let score = score(&stated, &owner);
                    if score >= 70 {
                        accepted.0 += 1;
                        println!("{origin}, another: {stated} beside {owner} {score}");
                    }
                }
            }
        }
        println!(
            "{origin}: {:.1} % of {} forms missed, {:.2} % of {} others accepted",
            percent(missed),
            missed.1,
            percent(accepted),
            accepted.1
        );
        (least, most) = (least.min(percent(missed)), most.max(percent(missed)));
        seen.push(percent(accepted));
    }
    assert_eq!(seen.len(), 7);
    assert!(most - least < 2.0, "{least:.1} % to {most:.1} % are missed");
    assert!(seen.iter().all(|&share| share < 0.5), "{seen:?} % are accepted");
}
