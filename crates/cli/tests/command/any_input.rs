//! Every place where a sub-command reads, given what it should never get: the command says what is wrong and ends.

use crate::run::{Run, run_with, sample};

/// A word that stands in the wrong input where it can: no message repeats it.
const PRIVATE: &str = "Zzyzxperson";

/// Inputs that none of the readers expects, and one that is only large.
fn inputs() -> Vec<(&'static str, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut state = 0x9E37_79B9_u32;
    while bytes.len() < 20_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        bytes.extend(state.to_be_bytes());
    }
    let long = PRIVATE.repeat(400_000);
    vec![
        ("nothing", Vec::new()),
        ("blanks", b" \n\t\n ".to_vec()),
        ("a mark alone", b"\xEF\xBB\xBF".to_vec()),
        ("zero bytes", vec![0; 5000]),
        ("random bytes", bytes),
        ("gzip that ends early", b"\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\xAB".to_vec()),
        ("Zstandard that is none", b"\x28\xB5\x2F\xFD\xFF\xFF\xFF\xFF".to_vec()),
        ("prose", format!("{PRIVATE} lives here\nand has an account\n").into_bytes()),
        ("JSON that is cut", format!(r#"{{"name":"{PRIVATE}","ownership":{{"owners":[{{"#).into_bytes()),
        ("JSON of another shape", format!(r#"[["{PRIVATE}"],1,{{"a":null}}]"#).into_bytes()),
        ("a JSON number", b"1e400".to_vec()),
        (
            "fields of other kinds",
            format!(r#"{{"object":7,"name":{{"{PRIVATE}":1}},"email":[],"phone":true}}"#).into_bytes(),
        ),
        ("deep JSON", b"[".repeat(200_000)),
        ("deep objects", br#"{"a":"#.repeat(200_000)),
        ("one line of 4 MB", long.clone().into_bytes()),
        ("a JSON text of 4 MB", format!(r#"{{"object":"customer","name":"{long}"}}"#).into_bytes()),
        ("half a character", b"{\"name\":\"\xE2\x82\"}".to_vec()),
        ("an unpaired escape", br#"{"object":"customer","name":"\ud800"}"#.to_vec()),
    ]
}

/// The run ended by itself, said why it failed, and repeated nothing of what it read.
#[track_caller]
fn is_told(run: &Run, what: &str) {
    assert!((0..=2).contains(&run.code), "{what}: exit code {}\n{}", run.code, run.stderr);
    assert!(!run.stderr.contains("panicked"), "{what}: {}", run.stderr);
    assert!(!run.stderr.contains(PRIVATE), "{what}: {}", &run.stderr[..run.stderr.len().min(400)]);
    assert!(run.stderr.len() < 4_000, "{what}: {} characters of messages", run.stderr.len());
    if run.code != 0 {
        assert!(run.stderr.contains("error"), "{what}: exit code {} and no word of it: {:?}", run.code, run.stderr);
    }
}

#[test]
fn match_reads_anything_anywhere() {
    let (account, customer) = (sample("account.json"), sample("customer.json"));
    let places: [&[&str]; 5] = [
        &["match", "--account", "-", "--customer", &customer],
        &["match", "--account", &account, "--customer", "-"],
        &["match", "--account", &account, "--owner-information", "-"],
        &["match", "--account", &account, "--customer", &customer, "--policy", "-"],
        &["match", "--account", &account, "--customer", &customer, "--aliases", "-"],
    ];
    for (what, input) in inputs() {
        for place in places {
            let run = run_with(place, &input);
            is_told(&run, &format!("{what} in {place:?}"));
            // A large name, even of half a pair of escapes, is a name; a policy that changes nothing is the default one, and
            // there may be no aliases.
            let empty = ["nothing", "blanks", "a mark alone"].contains(&what);
            let optional = place.contains(&"--aliases") || place.contains(&"--policy");
            let fine = empty && optional || ["a JSON text of 4 MB", "an unpaired escape"].contains(&what);
            assert!(run.code != 0 || fine, "{what} in {place:?} is taken for good");
        }
    }
}

#[test]
fn batch_and_normalize_answer_every_line() {
    let places: [&[&str]; 9] = [
        &["compare", "name", "--aliases", "-", "Jenny", "Jane"],
        &["normalize", "email", "--jsonl"],
        &["batch"],
        &["batch", "--format", "jsonl"],
        &["batch", "--format", "csv"],
        &["batch", "--format", "csv", "--delimiter", "tab", "--pass-through"],
        &["normalize", "name", "--jsonl"],
        &["normalize", "phone", "--jsonl"],
        &["normalize", "address", "--jsonl"],
    ];
    for (what, input) in inputs() {
        for place in places {
            is_told(&run_with(place, &input), &format!("{what} in {place:?}"));
        }
    }
}

#[test]
fn values_of_any_kind_are_compared_and_read() {
    let long = "1 Main St, ".repeat(10_000);
    for value in ["", " ", "\u{FEFF}", "\u{202E}gro.elpmaxe@a", "{", "[]", "{\"line1\":7}", "-", "\n\n", "%00", &long] {
        for field in ["name", "email", "phone", "address"] {
            let told =
                |args: &[&str]| is_told(&run_with(args, b""), &format!("{:.20} as {field}: {:?}", value, args[0]));
            told(&["compare", field, "--", value, value]);
            told(&["compare", field, "--reveal", "--", value, "x"]);
            told(&["compare", field, "--format", "json", "--", "x", value]);
            told(&["normalize", field, "--", value]);
        }
    }
}

#[test]
fn what_is_no_file_is_named() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let (account, customer) = (sample("account.json"), sample("customer.json"));
    for path in [folder, "no-such-file.json"] {
        for args in [
            &["match", "--account", path, "--customer", &customer][..],
            &["match", "--account", &account, "--customer", path],
            &["match", "--account", &account, "--customer", &customer, "--policy", path],
            &["match", "--account", &account, "--customer", &customer, "--aliases", path],
            &["batch", path],
            &["normalize", "name", "--jsonl", path],
        ] {
            let run = run_with(args, b"");
            is_told(&run, path);
            assert_ne!(run.code, 0, "{args:?}");
            assert!(run.stderr.contains(path), "{args:?}: {}", run.stderr);
        }
    }
}
