//! Reading `data/`, writing and checking `src/tables/`.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository.
pub(crate) fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// Reads a file of the repository.
pub(crate) fn read(relative: &str) -> String {
    fs::read_to_string(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
}

/// The rows of a tab-separated table: comment lines (`#`) and the line of column names left out.
///
/// The comments must name source, licence, date and the rule for adding a row.
pub(crate) fn rows(relative: &str) -> Vec<Vec<String>> {
    let text = read(relative);
    let header: String = text.lines().take_while(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n");
    for key in ["source:", "licence:", "date:", "rule:"] {
        assert!(header.to_lowercase().contains(key), "{relative}: the header lacks `{key}`");
    }
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let columns = lines.next().unwrap_or_default().split('\t').count();
    lines
        .map(|line| {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            assert_eq!(cells.len(), columns, "{relative}: a row with another number of cells: {line}");
            cells
        })
        .collect()
}

/// Writes a generated file when `UPDATE_TABLES` is set, and checks that the one in the repository is the same otherwise.
pub(crate) fn emit(relative: &str, sources: &[&str], body: &str) {
    let text = format!(
        "// @generated from {} by `UPDATE_TABLES=1 cargo test --test tables`. Do not edit.\n\n{body}",
        sources.join(", ")
    );
    if std::env::var_os("UPDATE_TABLES").is_some() {
        fs::write(path(relative), text).unwrap_or_else(|error| panic!("{relative}: {error}"));
    } else {
        assert!(read(relative) == text, "{relative} is stale: run UPDATE_TABLES=1 cargo test --test tables");
    }
}

/// The same for a file that is no text.
pub(crate) fn emit_bytes(relative: &str, bytes: &[u8]) {
    if std::env::var_os("UPDATE_TABLES").is_some() {
        fs::write(path(relative), bytes).unwrap_or_else(|error| panic!("{relative}: {error}"));
    } else {
        let held = fs::read(path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"));
        assert!(held == bytes, "{relative} is stale: run UPDATE_TABLES=1 cargo test --test tables");
    }
}
