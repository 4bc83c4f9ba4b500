//! `--aliases`.

use crate::run::{file, run, run_with, sample};

#[test]
fn aliases_are_known_to_all_that_compare_names() {
    let aliases = sample("aliases.tsv");
    let score = |more: &[&str]| {
        let args = ["compare", "name", "Bimbo Okafor", "ABIMBOLA OKAFOR", "--format", "json"];
        run(&[&args[..], more].concat()).good().json()["match_score"].clone()
    };
    assert!(score(&[]).as_u64().is_some_and(|score| score < 60));
    assert_eq!(score(&["--aliases", &aliases]), 85);

    let line = br#"{"id": 1, "owner_information": {"name": "Bimbo Okafor"}, "owners": [{"name": "ABIMBOLA OKAFOR"}]}"#;
    let name = |more: &[&str]| run_with(&[&["batch", "-q"], more].concat(), line).lines()[0]["results"]["name"].clone();
    assert_ne!(name(&[])["match_score"], 85);
    assert_eq!(name(&["--aliases", &aliases])["match_score"], 85);

    let account = br#"{"id": "fca_1", "ownership": {"owners": {"data": [{"name": "HARBOUR LANE HOLDINGS LTD"}]}}}"#;
    let account = file("aliases_account.json", account);
    let given = file("aliases_given.json", br#"{"name": "Brightwater"}"#);
    let args = ["match", "--account", &account, "--owner-information", &given, "--format", "json"];
    let matched = run(&[&args[..], &["--aliases", &aliases, "--reveal"]].concat()).good().json();
    assert!(matched["results"]["name"]["match_score"].as_u64().is_some_and(|score| (80..100).contains(&score)));
    assert!(run(&args).good().json()["results"]["name"]["match_score"].as_u64().is_some_and(|score| score < 60));
}

#[test]
fn a_wrong_table_is_told_with_its_line_and_field_and_not_quoted() {
    let told = |name: &str, bytes: &[u8], parts: &[&str]| {
        let path = file(name, bytes);
        let refused = run(&["compare", "name", "a", "b", "--aliases", &path]).bad(1, &[&[name][..], parts].concat());
        assert!(!refused.stderr.contains("Zzyzx"), "{}", refused.stderr);
        assert_eq!(refused.stdout, "");
    };
    let row = b"kind\talias\tname\nnickname\tZzyzx Zzyzx\tQwxv\n";
    told("aliases_words.tsv", row, &["line 2, field alias", "one word each"]);
    told(
        "aliases_kind.tsv",
        b"kind\talias\tname\nZzyzx\tZzyzx\tQwxv\n",
        &["line 2, field kind", "nickname, spelling or name"],
    );
    told("aliases_head.tsv", b"Zzyzx\tQwxv\n", &["line 1: no column kind"]);
    told("aliases_bytes.tsv", b"\xffZzyzx", &["not UTF-8"]);
    // Before a row is scored, and before an output is begun.
    let wrong = file("aliases_batch.tsv", row);
    assert_eq!(run_with(&["batch", "-q", "--aliases", &wrong], b"{}\n").bad(1, &["line 2, field alias"]).stdout, "");
    run(&["compare", "name", "a", "b", "--aliases", "no such file"]).bad(1, &["no such file", "cannot be read"]);
}

#[test]
fn aliases_that_cannot_be_meant_are_usage_errors() {
    let aliases = sample("aliases.tsv");
    run(&["compare", "email", "a@b.co", "a@b.co", "--aliases", &aliases]).bad(2, &["--aliases is of names"]);
    run(&["batch", "--aliases", "-"]).bad(2, &["standard input"]);
    run(&["match", "--account", "-", "--aliases", "-"]).bad(2, &["standard input"]);
    let kept = file("aliases_kept.tsv", b"kind\talias\tname\n");
    run(&["batch", &sample("batch.jsonl"), "--aliases", &kept, "-o", &kept]).bad(2, &["overwrite the aliases"]);
    let table = b"kind\talias\tname\nnickname\tBimbo\tAbimbola\n";
    run_with(&["compare", "name", "a", "b", "--aliases", "-"], table).good();
}
