//! What the README shows is what the command prints.
//!
//! A block that begins with ```` ```console ```` holds commands (`$ cargo run --release -- ARGUMENTS`, continued by `\`) and
//! what they print. Every one is run from the root of the repository and its standard output compared.

use std::path::Path;
use std::process::Command;

struct Shown {
    arguments: Vec<String>,
    output: String,
}

/// The words of a command line; single quotes hold a word together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("never empty").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn shown(readme: &str) -> Vec<Shown> {
    let mut all = Vec::new();
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default().replace("\\\n", " ");
        for command in block.split("$ ").skip(1) {
            let (line, output) = command.split_once('\n').unwrap_or((command, ""));
            if let Some(arguments) = line.strip_prefix("cargo run --release -- ") {
                all.push(Shown { arguments: words(arguments), output: output.to_owned() });
            }
        }
    }
    all
}

#[test]
fn readme_commands_print_what_it_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the README is there");
    let shown = shown(&readme);
    assert!(shown.len() >= 5, "the README shows its commands");
    for Shown { arguments, output } in shown {
        let run = Command::new(env!("CARGO_BIN_EXE_ownership-match"))
            .args(&arguments)
            .current_dir(&root)
            .output()
            .expect("the command starts");
        let printed = String::from_utf8(run.stdout).expect("the command prints UTF-8");
        assert_eq!(printed.trim_end(), output.trim_end(), "{arguments:?}");
    }
}
