//! All mutants that cargo-mutants lists in one build, each behind a switch: compiled once, a mutant costs a run of the tests.
//!
//! `switches switch LIST TREE` rewrites the files of a copy of the repository and writes `mutants.tsv` beside them; what does
//! not compile behind a switch is left out, and listed as such. `switches run TREE SECONDS TEST …` runs each test for each
//! mutant that the tests before it let pass, adds to `outcomes.tsv`, and prints a table and the survivors that are not argued.
//!
//! An operator is exchanged where it stands in the tree of the expression: the first `&&` of `a && b && c` gives `(a || b) && c`,
//! where cargo-mutants, which changes the text, gives `a || b && c`.

mod places;
mod run;
mod survivors;

use places::{Changes, Mutant};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::path::Path;
use std::process::Command;

/// The sources as they were, and the mutants of each.
struct Sources {
    files: BTreeMap<String, (String, Vec<Mutant>)>,
    names: Vec<String>,
    /// The function that each stands in; empty for a constant.
    functions: Vec<String>,
}

/// A file as it was written: where the mutants stand in it.
struct Written {
    regions: Vec<(Range<usize>, usize)>,
    wraps: Vec<(Range<usize>, Vec<usize>)>,
    matches: Vec<(Range<usize>, Vec<usize>)>,
}

fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["switch", list, tree] => {
            switch(Path::new(list), Path::new(tree));
            std::process::ExitCode::SUCCESS
        }
        ["run", tree, seconds, ref tests @ ..] => run::run(Path::new(tree), seconds.parse().expect("seconds"), tests),
        _ => panic!("switches switch LIST TREE | run TREE SECONDS TEST …"),
    }
}

fn byte(source: &str, place: &Value) -> usize {
    let number = |key: &str| place[key].as_u64().expect("a place") as usize;
    let line: usize = source.split_inclusive('\n').take(number("line") - 1).map(str::len).sum();
    let rest = &source[line..];
    line + rest.char_indices().nth(number("column") - 1).map_or(rest.len(), |(at, _)| at)
}

fn sources(list: &Path, tree: &Path) -> Sources {
    let list: Value = serde_json::from_str(&std::fs::read_to_string(list).expect("the list")).expect("JSON");
    let mut sources = Sources { files: BTreeMap::new(), names: Vec::new(), functions: Vec::new() };
    for (id, mutant) in list.as_array().expect("a list").iter().enumerate() {
        let file = mutant["file"].as_str().expect("a file");
        let (source, mutants) = sources
            .files
            .entry(file.to_owned())
            .or_insert_with(|| (std::fs::read_to_string(tree.join(file)).expect("a source"), Vec::new()));
        let span = byte(source, &mutant["span"]["start"])..byte(source, &mutant["span"]["end"]);
        let text = |key: &str| mutant[key].as_str().unwrap_or_default().to_owned();
        mutants.push(Mutant { id, genre: text("genre"), span, replacement: text("replacement") });
        sources.names.push(text("name"));
        sources.functions.push(mutant["function"]["function_name"].as_str().unwrap_or_default().to_owned());
    }
    sources
}

fn write(tree: &Path, file: &str, source: &str, changes: &Changes) -> Written {
    let mut out = String::new();
    let mut written = Written { regions: Vec::new(), wraps: Vec::new(), matches: Vec::new() };
    // Where each byte of the source went.
    let mut moved = vec![0; source.len() + 1];
    let mut insertions = changes.insertions.iter().peekable();
    for at in 0..=source.len() {
        moved[at] = out.len();
        while let Some(insertion) = insertions.next_if(|insertion| insertion.at == at) {
            for (id, held) in &insertion.holds {
                written.regions.push((out.len() + held.start..out.len() + held.end, *id));
            }
            out += &insertion.text;
        }
        if source.is_char_boundary(at) && !changes.cut.iter().any(|cut| cut.contains(&at)) {
            out.extend(source[at..].chars().next());
        }
    }
    let there = |(span, ids): &(Range<usize>, Vec<usize>)| (moved[span.start]..moved[span.end], ids.clone());
    written.wraps = changes.wraps.iter().map(there).collect();
    written.matches = changes.matches.iter().map(there).collect();
    std::fs::write(tree.join(file), out).expect("the file can be written");
    written
}

/// The functions that a constant calls, and the mutants that an error is about.
fn blamed(message: &Value, files: &BTreeMap<String, Written>) -> (Option<String>, BTreeSet<usize>) {
    let said = message["message"].as_str().unwrap_or_default();
    if message["code"]["code"] == "E0015" {
        let path = said.split('`').nth(1).unwrap_or_default();
        let path = path.split('<').next().filter(|path| !path.is_empty()).unwrap_or(path);
        let name = path.trim_end_matches("::").rsplit("::").next().unwrap_or_default();
        if name != "is" {
            return (Some(name.to_owned()), BTreeSet::new());
        }
    }
    assert!(!said.contains("delimiter"), "what is put in is not in order: {message}");
    let mut spans: Vec<&Value> = message["spans"].as_array().into_iter().flatten().collect();
    spans.sort_by_key(|span| span["is_primary"] != true);
    let mut found = BTreeSet::new();
    if message["code"]["code"] == "E0004" {
        for span in &spans {
            let Some(written) = files.get(span["file_name"].as_str().unwrap_or_default()) else { continue };
            let at = span["byte_start"].as_u64().unwrap_or_default() as usize;
            let of = written.matches.iter().filter(|(matched, ids)| matched.contains(&at) && !ids.is_empty());
            found.extend(
                of.min_by_key(|(matched, _)| matched.len()).into_iter().flat_map(|(_, ids)| ids.iter().copied()),
            );
        }
        return (None, found);
    }
    for span in &spans {
        let Some(written) = files.get(span["file_name"].as_str().unwrap_or_default()) else { continue };
        let number = |key: &str| span[key].as_u64().unwrap_or_default() as usize;
        let place = number("byte_start")..number("byte_end").max(number("byte_start") + 1);
        let holds = written.regions.iter().filter(|(region, _)| region.start < place.end && place.start < region.end);
        let inside =
            written.regions.iter().filter(|(region, _)| region.start <= place.start && place.end <= region.end);
        found.extend(inside.map(|region| region.1));
        if found.is_empty() {
            found.extend(holds.map(|region| region.1));
        }
        if !found.is_empty() {
            return (None, found);
        }
    }
    for span in &spans {
        let Some(written) = files.get(span["file_name"].as_str().unwrap_or_default()) else { continue };
        let number = |key: &str| span[key].as_u64().unwrap_or_default() as usize;
        let (start, end) = (number("byte_start"), number("byte_end"));
        let around = written.wraps.iter().filter(|(wrap, _)| wrap.start <= start && end <= wrap.end);
        let around = around.min_by_key(|(wrap, _)| wrap.len());
        if let Some((_, ids)) = around {
            return (None, ids.iter().copied().collect());
        }
    }
    (None, found)
}

fn switch(list: &Path, tree: &Path) {
    let sources = sources(list, tree);
    let root = std::fs::read_to_string(tree.join("src/lib.rs")).expect("the root");
    let (mut keep_const, mut left_out) = (HashSet::new(), BTreeSet::new());
    let placed = loop {
        let mut placed = HashSet::new();
        let mut files = BTreeMap::new();
        for (file, (source, mutants)) in &sources.files {
            let viable: Vec<Mutant> = mutants
                .iter()
                .filter(|mutant| !left_out.contains(&mutant.id))
                // Another iterator is another type: such a body cannot stand beside the one that is there.
                .filter(|mutant| mutant.genre != "FnValue" || !sources.names[mutant.id].contains("-> impl "))
                .map(|mutant| Mutant {
                    genre: mutant.genre.clone(),
                    span: mutant.span.clone(),
                    replacement: mutant.replacement.clone(),
                    ..*mutant
                })
                .collect();
            let changes = places::find(source, &viable, &keep_const);
            placed.extend(changes.placed.iter().copied());
            files.insert(file.clone(), write(tree, file, source, &changes));
        }
        // The root may hold mutants of its own: what is put in is put behind them.
        let root = if sources.files.contains_key("src/lib.rs") {
            std::fs::read_to_string(tree.join("src/lib.rs")).expect("the root")
        } else {
            root.clone()
        };
        std::fs::write(tree.join("src/lib.rs"), format!("{root}\nmod mutation_switch;\n")).expect("the root");
        let module =
            include_str!("mutation_switch.rs.txt").replace("COUNT_OF_MUTANTS", &sources.names.len().to_string());
        std::fs::write(tree.join("src/mutation_switch.rs"), module).expect("the module");

        let errors = check(tree);
        eprintln!("{} mutants behind switches, {} left out, {} errors", placed.len(), left_out.len(), errors.len());
        if errors.is_empty() {
            break placed;
        }
        let (functions, mutants) = (keep_const.len(), left_out.len());
        for error in &errors {
            let (function, ids) = blamed(error, &files);
            keep_const.extend(function);
            left_out.extend(ids);
        }
        if functions == keep_const.len() && mutants == left_out.len() {
            for error in &errors {
                eprintln!("{}", error["rendered"].as_str().unwrap_or_default());
            }
            panic!("errors that no mutant is to blame for");
        }
    };
    let mut out = String::new();
    for (id, (name, function)) in sources.names.iter().zip(&sources.functions).enumerate() {
        let state = match (placed.contains(&id), left_out.contains(&id)) {
            (true, _) => "switched",
            (false, true) => "does not compile",
            (false, false) => "constant",
        };
        out += &format!("{id}\t{state}\t{name}\t{function}\n");
    }
    std::fs::write(tree.join("mutants.tsv"), out).expect("the list can be written");
}

/// What the compiler refuses.
fn check(tree: &Path) -> Vec<Value> {
    let out = Command::new("cargo")
        .args(["test", "--no-run", "-p", "ownership-match", "--lib", "--all-features", "--message-format=json"])
        .current_dir(tree)
        .output()
        .expect("cargo runs");
    let text = String::from_utf8(out.stdout).expect("JSON is text");
    let errors: Vec<Value> = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|line| line["reason"] == "compiler-message" && line["message"]["level"] == "error")
        .map(|mut line| line["message"].take())
        .filter(|message| message["spans"].as_array().is_some_and(|spans| !spans.is_empty()))
        .collect();
    assert!(
        out.status.success() || !errors.is_empty(),
        "cargo fails without a place: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    errors
}
