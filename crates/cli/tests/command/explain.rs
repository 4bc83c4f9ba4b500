//! `--explain` and `--reveal`.

use crate::run::{run, sample};
use serde_json::json;

fn matched(more: &[&str]) -> crate::run::Run {
    let (account, customer) = (sample("account.json"), sample("customer.json"));
    run(&[&["match", "--account", &account, "--customer", &customer], more].concat()).good()
}

/// What the bank reports in the sample, and parts of it that the customer did not state.
const OF_THE_BANK: [&str; 3] = ["jennifer", "test.com", "jennyrosen@test.com"];

#[test]
fn an_explanation_shows_no_value_of_either_side() {
    for more in [&["--explain"][..], &["--explain", "--format", "json"]] {
        // What was given is echoed by the documented object, so it is left out here.
        let text = matched(more).stdout.to_lowercase();
        for value in OF_THE_BANK {
            assert!(!text.contains(value), "{value} is the bank's: {text}");
        }
    }
    let text = matched(&["--explain"]).stdout;
    assert!(text.contains("name 85 of 100: very strong match, such as a few characters off\n"), "{text}");
    assert!(
        text.contains("- lowered: a given name is a nickname of the other (name.nickname, given name)\n"),
        "{text}"
    );
    assert!(text.contains("phone: no score, there is nothing to compare with\n"), "{text}");
    for value in ["Jenny", "Oyster", "555"] {
        assert!(!text.contains(value), "{value} is personal data");
    }
}

#[test]
fn both_sides_are_shown_where_that_is_asked_for() {
    let text = matched(&["--reveal"]).stdout;
    for line in ["given name  jenny ≠ jennifer", "surname     rosen = rosen", "domain   example.com ≠ test.com"] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
    let json = matched(&["--reveal", "--format", "json"]).json();
    let name = &json["explanation"]["fields"][0];
    assert_eq!(name["field"], "name");
    assert_eq!(
        name["parts"][0],
        json!({"part": "given_name", "given": "jenny", "owner": "jennifer", "agreement": "different"})
    );
    assert_eq!(name["reasons"][0]["code"], "name.nickname");
    let json = matched(&["--format", "json"]).json();
    assert!(json.get("explanation").is_none(), "only where it is asked for");
}

#[test]
fn one_pair_is_explained() {
    let args = ["compare", "phone", "212 555 5555", "347 555 5555"];
    let text = run(&[&args[..], &["--explain"]].concat()).good().stdout;
    assert!(text.starts_with("phone 60 of 100: weak match, such as all the same except area code\n"), "{text}");
    assert!(!text.contains("347"), "{text}");
    let text = run(&[&args[..], &["--reveal"]].concat()).good().stdout;
    assert!(text.contains("area code     212     ≠ 347\n"), "{text}");
    let json = run(&[&args[..], &["--explain", "--format", "json"]].concat()).good().json();
    assert_eq!(json["explanation"]["reasons"][0]["part"], "area_code");
    assert!(json["explanation"].get("parts").is_none());
    let missing = run(&["compare", "phone", "212 555 5555", "", "--explain"]).good().stdout;
    assert_eq!(missing, "phone: no score, there is nothing to compare with\n");
}

#[test]
fn a_name_that_holds_controls_cannot_move_the_screen() {
    for field in ["name", "email", "phone", "address"] {
        let text = run(&["compare", field, "a\u{1b}[2Jb@c.de", "\u{9b}31m x\u{202e}", "--reveal"]).good().stdout;
        assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{field}: {text:?}");
    }
}

#[test]
fn a_value_beside_nothing_is_revealed_too() {
    for (field, given, owner, row) in [
        ("name", "Jenny Rosen", "N/A", "surname     rosen ≠ -"),
        ("email", "", "jenny@example.com", "mailbox  - ≠ jenny"),
        ("phone", "000-000-0000", "212 555 5555", "area code     - ≠ 212"),
        ("address", r#"{"line1": "5 Oak St", "city": "Reno"}"#, " ", "city          reno       ≠ -"),
    ] {
        let text = run(&["compare", field, given, owner, "--reveal"]).good().stdout;
        assert!(text.contains("no score") && text.contains(row), "{text}");
        assert!(!run(&["compare", field, given, owner, "--explain"]).good().stdout.contains('≠'));
    }
}
