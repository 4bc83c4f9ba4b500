//! The documented examples are law: every one, and every address example flattened to one line.

use ownership_match::documented::{EXAMPLES, Expected, Value};
use ownership_match::{Field, Name};

#[test]
fn every_documented_example_holds() {
    for example in EXAMPLES {
        let comparison = example.compare();
        assert!(example.expected.is_met_by(comparison), "{example:?} gave {comparison:?}");
    }
}

#[test]
fn every_documented_address_holds_as_one_line() {
    let mut seen = 0;
    for example in EXAMPLES {
        for (line, comparison) in example.compare_flattened() {
            assert!(example.expected.is_met_by(comparison), "{line:?} {:?} gave {comparison:?}", example.expected);
            seen += 1;
        }
    }
    assert_eq!(seen, 28, "seven addresses in four forms");
}

#[test]
fn the_data_is_all_there() {
    let of = |field| EXAMPLES.iter().filter(|example| example.field == field).count();
    assert_eq!(Field::ALL.map(of), [7, 6, 8, 7]);
    let exact = EXAMPLES.iter().filter(|example| example.expected == Expected::Score { min: 65, max: 65 });
    assert_eq!(exact.count(), 1, "the email at another domain");
}

#[test]
fn an_expectation_can_fail() {
    let jenny = Name::parse("Jenny Rosen").expect("a name");
    let same = Some(jenny.compare(&jenny));
    assert!(Expected::Score { min: 100, max: 100 }.is_met_by(same));
    assert!(!Expected::Score { min: 85, max: 99 }.is_met_by(same));
    assert!(!Expected::MissingData.is_met_by(same));
    assert!(!Expected::Score { min: 0, max: 100 }.is_met_by(None));
    assert_eq!(Value::Parts([Some("1 Main St"), None, Some("Reno"), None, None, None]).to_string(), "1 Main St; Reno");
    assert_eq!(Expected::Score { min: 65, max: 65 }.to_string(), "exactly 65");
}
