//! Survivors that are argued: the rows of `ci/survivors/*.tsv`.
//!
//! A row is `file`, `function`, `mutation`, `nth`, `reason`, parted by tabs. The mutation is the text of cargo-mutants without
//! line and column, `nth` counts equal texts of a function from 1 in the order of the source, so that rows hold while lines
//! move. The reason begins with a word that the header of the file explains (`# speed: …`), then a colon.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A mutant by its place among those of its function, as a row names it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) file: String,
    function: String,
    mutation: String,
    nth: usize,
}

impl std::fmt::Display for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Key { file, function, mutation, nth } = self;
        write!(out, "{file}\t{function}\t{mutation}\t{nth}")
    }
}

/// What a line of `mutants.tsv` says.
pub(crate) struct Listed<'l> {
    pub(crate) id: &'l str,
    pub(crate) is_switched: bool,
    /// As cargo-mutants prints it, with line and column.
    pub(crate) name: &'l str,
    pub(crate) key: Key,
}

/// File, function and mutation, which several mutants may share.
type Text<'l> = (&'l str, &'l str, &'l str);

/// Reads `mutants.tsv`: number, state, name, function.
pub(crate) fn listed(list: &str) -> Vec<Listed<'_>> {
    let mut places: BTreeMap<Text<'_>, BTreeSet<(usize, usize)>> = BTreeMap::new();
    let mut read = Vec::new();
    for line in list.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, state, name, function] = cells[..] else { panic!("not a line of mutants.tsv: {line}") };
        let (place, mutation) = name.split_once(": ").expect("a place and what is replaced");
        let mut place = place.rsplitn(3, ':');
        let mut number = || place.next().and_then(|number| number.parse().ok()).expect("a line and a column");
        let (column, row): (usize, usize) = (number(), number());
        let file = place.next().expect("a file");
        places.entry((file, function, mutation)).or_default().insert((row, column));
        read.push((id, state == "switched", name, (file, function, mutation), (row, column)));
    }
    let key = |of: Text<'_>, place| Key {
        file: of.0.to_owned(),
        function: of.1.to_owned(),
        mutation: of.2.to_owned(),
        nth: 1 + places[&of].range(..place).count(),
    };
    read.into_iter()
        .map(|(id, is_switched, name, of, place)| Listed { id, is_switched, name, key: key(of, place) })
        .collect()
}

/// The rows that are in order, with the file and line of each, and what is wrong with the others.
pub(crate) fn argued(tree: &Path) -> (BTreeMap<Key, String>, Vec<String>) {
    let (mut rows, mut wrong) = (BTreeMap::new(), Vec::new());
    let folder = std::fs::read_dir(tree.join("ci/survivors")).into_iter().flatten();
    let mut files: Vec<_> = folder.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "tsv")) {
        let text = std::fs::read_to_string(path).expect("the survivors");
        let words: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("# ")?.split_once(": ")).map(|(word, _)| word).collect();
        let shown = path.strip_prefix(tree).unwrap_or(path).display();
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty()) {
            let place = format!("{shown}:{}", at + 1);
            let cells: Vec<&str> = line.split('\t').collect();
            if cells == ["file", "function", "mutation", "nth", "reason"] {
                continue;
            }
            let [file, function, mutation, nth, reason] = cells[..] else {
                wrong.push(format!("{place}: not five cells"));
                continue;
            };
            let (word, argument) = reason.split_once(": ").unwrap_or((reason, ""));
            let Some(nth) = nth.parse().ok().filter(|nth| *nth > 0) else {
                wrong.push(format!("{place}: `nth` is no number from 1"));
                continue;
            };
            if argument.trim().is_empty() || !words.contains(&word) {
                wrong.push(format!("{place}: no argument, or the header does not explain `{word}`"));
            }
            if !tree.join(file).exists() {
                wrong.push(format!("{place}: there is no {file}"));
            }
            let key = Key { file: file.to_owned(), function: function.to_owned(), mutation: mutation.to_owned(), nth };
            if let Some(other) = rows.insert(key, place.clone()) {
                wrong.push(format!("{place}: the same as {other}"));
            }
        }
    }
    (rows, wrong)
}
