use crate::run::run;

#[test]
fn every_documented_example_is_printed_with_its_mark() {
    // Whether they are all inside is the matter of `documented.rs`.
    let answer = run(&["examples"]);
    let marks = answer.stdout.lines().filter(|line| line.trim_start().starts_with(['✓', '✗'])).count();
    assert_eq!(marks, 28 + 28, "28 examples, and seven addresses flattened in four ways");
    assert!(answer.stdout.contains(" of 28 documented examples"), "{}", answer.stdout);
    assert_eq!(answer.stderr, "");
    let outside = answer.stdout.contains('✗');
    assert_eq!(answer.code, i32::from(outside));
}

#[test]
fn equal_values_are_marked_as_good() {
    let answer = run(&["examples"]);
    let line = answer.stdout.lines().find(|line| line.contains("Jenny Jane Rosen  |  Jenny Jane Rosen"));
    assert!(line.is_some_and(|line| line.contains("✓  100")), "{line:?}");
    let line = answer.stdout.lines().find(|line| line.contains("+1 212-555-5555  |  null"));
    assert!(line.is_some_and(|line| line.contains("✓ null")), "{line:?}");
}
