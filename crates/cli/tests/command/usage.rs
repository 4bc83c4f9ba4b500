use crate::run::run;

#[test]
fn wrong_command_lines_are_refused_with_2() {
    for args in [
        &[][..],
        &["guess"],
        &["match"],
        &["match", "--account", "a", "--customer", "b", "--owner-information", "c"],
        &["match", "--account", "a", "--format", "xml"],
        &["match", "--account", "a", "--created", "today"],
        &["compare", "name", "Jenny"],
        &["compare", "surname", "Jenny", "Jenny"],
        &["compare", "phone", "1", "1", "--region", "USA"],
        &["normalize", "name"],
        &["normalize", "name", "Jenny", "--jsonl", "file"],
        &["batch", "a", "b"],
        &["examples", "more"],
    ] {
        let refused = run(args);
        assert_eq!(refused.code, 2, "{args:?}");
        assert_eq!(refused.stdout, "", "{args:?}");
        assert!(!refused.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn a_value_without_quotes_is_not_repeated() {
    let refused = run(&["compare", "name", "Jenny", "Jane", "Zzyzx"]).bad(2, &["needs quotes"]);
    assert!(!refused.stderr.contains("Zzyzx"));
    for args in [
        &["compare", "phone", "1", "2", "-Zzyzx-5550188"][..],
        &["compare", "Zzyzx", "Zzyzx"],
        &["compare", "Zzyzx 5550188", "Jane", "Jane"],
        &["normalize", "Zzyzx"],
        &["Zzyzx"],
        &["Zzyzx 5550188", "more"],
    ] {
        let refused = run(args).bad(2, &["--help"]);
        assert!(!refused.stderr.contains("Zzyzx") && !refused.stderr.contains("5550188"), "{}", refused.stderr);
    }
    // Names of options are not data, and a tip helps.
    run(&["match", "--acount", "a"]).bad(2, &["--account"]);
}

#[test]
fn the_version_names_the_calibration() {
    let version = run(&["--version"]).good().stdout;
    assert!(version.starts_with(concat!("ownership-match ", env!("CARGO_PKG_VERSION"))), "{version}");
    assert!(version.contains(&format!("calibration {}", ownership_match::CALIBRATION)), "{version}");
}

#[test]
fn help_is_printed_on_standard_output() {
    for args in [&["--help"][..], &["match", "--help"], &["batch", "--help"]] {
        assert!(run(args).good().stdout.contains("Usage"));
    }
}
