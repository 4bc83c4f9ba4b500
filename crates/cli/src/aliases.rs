//! Aliases from a file: nicknames, spellings and whole names that the tables of the library do not hold.
//!
//! A table as those of the library: lines with `#` in front are comments, the first other line names the columns, tabs part the
//! cells. The columns `kind`, `alias` and `name` may stand in any order; others are the reader's own notes.

use crate::failure::Failure;
use crate::input;
use ownership_match::{AliasError, Aliases};
use std::path::Path;

/// What a row adds.
#[derive(Clone, Copy)]
enum Kind {
    Nickname,
    Spelling,
    Name,
}

impl Kind {
    fn add(self, aliases: &mut Aliases, alias: &str, name: &str) -> Result<(), AliasError> {
        match self {
            Kind::Nickname => aliases.add_nickname(alias, name),
            Kind::Spelling => aliases.add_spelling(alias, name),
            Kind::Name => aliases.add_name(alias, name),
        }
    }
}

/// What is wrong with a table. It quotes no cell: names are personal data.
#[derive(Debug, PartialEq, Eq)]
struct Wrong {
    /// From 1.
    line: usize,
    /// The column to blame, where it is one.
    field: Option<&'static str>,
    message: String,
}

/// Aliases, and the text that they were read from.
#[derive(Default)]
pub(crate) struct Read {
    /// What was added.
    pub(crate) aliases: Aliases,
    /// The file; empty where none was named.
    pub(crate) text: String,
}

/// Reads the aliases of a file; none where no file is named.
pub(crate) fn read(path: Option<&Path>) -> Result<Read, Failure> {
    let Some(path) = path else { return Ok(Read::default()) };
    let text = input::text(path)?;
    match parse(&text) {
        Ok(aliases) => Ok(Read { aliases, text }),
        Err(wrong) => {
            let field = wrong.field.map(|field| format!(", field {field}")).unwrap_or_default();
            Err(Failure::Data(format!("{}, line {}{field}: {}", input::name(path), wrong.line, wrong.message)))
        }
    }
}

fn parse(text: &str) -> Result<Aliases, Wrong> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = text
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let mut aliases = Aliases::new();
    // A table without a row adds nothing, but one without a head is none.
    let wrong = |line, message: &str| Wrong { line, field: None, message: message.to_owned() };
    let Some((head_line, head)) = rows.next() else {
        return Err(wrong(1, "the table has no line that names its columns: kind, alias, name, with tabs between"));
    };
    let columns = columns(head).map_err(|message| Wrong { line: head_line, field: None, message })?;
    for (line, row) in rows {
        let cells: Vec<&str> = row.split('\t').map(str::trim).collect();
        if cells.len() > columns.count {
            let message = format!("{} cells where the table has {} columns", cells.len(), columns.count);
            return Err(Wrong { line, field: None, message });
        }
        let cell = |field: &'static str, at: usize| match cells.get(at).filter(|cell| !cell.is_empty()) {
            Some(cell) => Ok(*cell),
            None => Err(Wrong { line, field: Some(field), message: "nothing stands there".to_owned() }),
        };
        let (kind, alias, name) = (cell(KIND, columns.kind)?, cell(ALIAS, columns.alias)?, cell(NAME, columns.name)?);
        let kind = match kind {
            "nickname" => Kind::Nickname,
            "spelling" => Kind::Spelling,
            "name" => Kind::Name,
            _ => {
                let message = "a kind is nickname, spelling or name".to_owned();
                return Err(Wrong { line, field: Some(KIND), message });
            }
        };
        kind.add(&mut aliases, alias, name).map_err(|error| Wrong {
            line,
            field: Some(blamed(kind, alias)),
            message: error.to_string(),
        })?;
    }
    Ok(aliases)
}

/// Which of the two is to blame: an alias that cannot be one of anybody is, or else the name.
fn blamed(kind: Kind, alias: &str) -> &'static str {
    let someone = ["Quill", "Voss"].map(|someone| kind.add(&mut Aliases::new(), alias, someone));
    if someone.iter().all(Result::is_err) { ALIAS } else { NAME }
}

const KIND: &str = "kind";
const ALIAS: &str = "alias";
const NAME: &str = "name";

/// Where the columns stand.
struct Columns {
    count: usize,
    kind: usize,
    alias: usize,
    name: usize,
}

fn columns(head: &str) -> Result<Columns, String> {
    let names: Vec<String> = head.split('\t').map(|name| name.trim().to_ascii_lowercase()).collect();
    let place = |sought: &str| {
        let mut found = names.iter().enumerate().filter(|(_, name)| *name == sought).map(|(at, _)| at);
        match (found.next(), found.next()) {
            (Some(at), None) => Ok(at),
            (None, _) => {
                Err(format!("no column {sought}: the first line names kind, alias and name, with tabs between"))
            }
            (Some(_), Some(_)) => Err(format!("two columns {sought}")),
        }
    };
    Ok(Columns { count: names.len(), kind: place(KIND)?, alias: place(ALIAS)?, name: place(NAME)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ownership_match::Name;

    fn score(aliases: &Aliases, given: &str, owner: &str) -> u8 {
        let read = |raw| Name::parse_with(raw, aliases).expect("a name");
        read(given).compare(&read(owner)).score.get()
    }

    #[test]
    fn rows_are_added_by_their_kind() {
        let text = "\u{feff}# ours\r\nname\tnote\tKind\tALIAS\r\n\r\nAbimbola\tx\tnickname\tBimbo\r\nKrzysztof\t\tspelling\tKszysztof\r\nSamuel Clemens\t\tname\tMark Twain\r\n";
        let aliases = parse(text).expect("the table is good");
        assert_eq!(score(&aliases, "Bimbo Okafor", "ABIMBOLA OKAFOR"), 85);
        assert!(score(&aliases, "Kszysztof Zielinski", "KRZYSZTOF ZIELINSKI") > 85);
        assert!(score(&aliases, "Mark Twain", "SAMUEL CLEMENS") >= 85);
        assert!(parse("kind\talias\tname\n").expect("a table without rows").is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line_and_field() {
        let head = "# ours\nkind\talias\tname\n";
        let wrong = |rows: &str| parse(&format!("{head}{rows}")).expect_err("the table is wrong");
        for (rows, line, field, part) in [
            ("nickname\tZzyzx\tQwxv", 0, None, ""),
            ("nickname\tZzyzx", 3, Some("name"), "nothing stands there"),
            ("nickname\t \tZzyzx", 3, Some("alias"), "nothing stands there"),
            ("Zzyzx\tZzyzx\tQwxv", 3, Some("kind"), "nickname, spelling or name"),
            ("\n#\nnickname\tZzyzx Qwxv\tQwxv", 5, Some("alias"), "one word each"),
            ("nickname\tZzyzx\tQwxv Zzyzx", 3, Some("name"), "one word each"),
            ("name\tN/A\tZzyzx Qwxv", 3, Some("alias"), "one person or business"),
            ("name\tZzyzx Qwxv\tZzyzx & Qwxv Zzyzx", 3, Some("name"), "one person or business"),
            ("spelling\tZzyzx\tZZYZX", 3, Some("name"), "differs"),
            ("nickname\tZzyzx\tQwxv\tZzyzx", 3, None, "4 cells where the table has 3 columns"),
        ] {
            if part.is_empty() {
                assert!(parse(&format!("{head}{rows}")).is_ok());
                continue;
            }
            let wrong = wrong(rows);
            assert_eq!((wrong.line, wrong.field), (line, field), "{rows}: {wrong:?}");
            assert!(wrong.message.contains(part), "{rows}: {wrong:?}");
            assert!(!wrong.message.to_lowercase().contains("zzyzx"), "{wrong:?}");
        }
        for (text, line, part) in [
            ("", 1, "names its columns"),
            ("# ours\n", 1, "names its columns"),
            ("nickname\tZzyzx\tQwxv\n", 1, "no column kind"),
            ("kind\talias\n", 1, "no column name"),
            ("kind\talias\tname\talias\n", 1, "two columns alias"),
            ("kind,alias,name\n", 1, "with tabs between"),
        ] {
            let wrong = parse(text).expect_err("the table is wrong");
            assert_eq!(wrong.line, line, "{text}");
            assert!(wrong.message.contains(part), "{text}: {wrong:?}");
        }
    }
}
