//! The beginning of an input: what it is, and for CSV which column is what.

use super::columns::{self, Columns};
use super::rows::{Layout, Rows};
use super::split::{self, Split};
use crate::args::{BatchArgs, RowFormat};
use crate::failure::Failure;
use crate::input;
use crate::problem;
use std::path::Path;
use std::sync::Arc;

/// Reads as far as the first row, and finds out how rows are told apart.
pub(super) fn layout(rows: &mut Rows, args: &BatchArgs) -> Result<Layout, Failure> {
    let bad = |what: &str| Failure::Data(format!("{}: {what}", input::name(&args.input)));
    let start = rows.start().map_err(|error| input::unreadable(&args.input, &error))?;
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        return Err(bad("the text is UTF-16: it must be UTF-8"));
    }
    let name = Name::of(&args.input);
    let delimiter = args.delimiter.unwrap_or(if name == Name::Tabs { b'\t' } else { b',' });
    let mark = start.len() - problem::without_mark(start).len();
    let format = args.format.unwrap_or(match name {
        Name::Lines => RowFormat::Jsonl,
        Name::Csv | Name::Tabs => RowFormat::Csv,
        Name::Other if args.delimiter.is_some() || !args.columns.is_empty() => RowFormat::Csv,
        Name::Other => by_content(&start[mark..], delimiter),
    });
    rows.skip(mark, 0);
    let layout = match format {
        RowFormat::Jsonl if !args.columns.is_empty() || args.delimiter.is_some() => {
            return Err(Failure::Usage("--column and --delimiter are for CSV, and the input is JSON lines".to_owned()));
        }
        RowFormat::Jsonl => Layout::JsonLines,
        RowFormat::Csv => {
            let header = rows.header(delimiter).ok_or_else(|| bad("there is no header: a line of column names"))?;
            let text = rows.first(header.end).to_vec();
            let columns =
                Columns::read(&text, delimiter, &args.columns).map_err(|what| bad(&format!("header: {what}")))?;
            columns.is_complete().map_err(|what| bad(&format!("header: {what}")))?;
            rows.skip(header.next, header.lines);
            Layout::Csv { delimiter, columns: Arc::new(columns) }
        }
    };
    rows.set_layout(layout.clone());
    Ok(layout)
}

/// What a name says of its file.
#[derive(PartialEq, Eq)]
enum Name {
    Lines,
    Csv,
    Tabs,
    Other,
}

impl Name {
    fn of(path: &Path) -> Name {
        let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("jsonl" | "ndjson" | "json") => Name::Lines,
            Some("csv") => Name::Csv,
            Some("tsv") => Name::Tabs,
            _ => Name::Other,
        }
    }
}

/// CSV where the first line is a header by the scheme, else JSON lines: what is neither is then told line by line.
fn by_content(start: &[u8], delimiter: u8) -> RowFormat {
    // The pieces of a JSON object between its commas fold to the names of columns too.
    if matches!(start.trim_ascii_start().first(), Some(b'{' | b'[')) {
        return RowFormat::Jsonl;
    }
    match split::record(start, delimiter, true) {
        Split::Row(extent) if columns::is_header(&start[..extent.end], delimiter) => RowFormat::Csv,
        _ => RowFormat::Jsonl,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_file_is() {
        let is = |path: &str, name: Name| Name::of(Path::new(path)) == name;
        assert!(is("a.jsonl", Name::Lines) && is("a/b.NDJSON.gz", Name::Lines));
        assert!(is("a.csv", Name::Csv) && is("a.jsonl.csv.zst", Name::Csv) && is("a.tsv", Name::Tabs));
        assert!(is("a.csv/b", Name::Other) && is("-", Name::Other) && is("csv", Name::Other));
    }

    #[test]
    fn content_says_it_where_the_name_does_not() {
        assert!(by_content(b"given_name,owner_name\n", b',') == RowFormat::Csv);
        for text in [&b" {\"id\": 1, \"owner_information\": {\"name\": 1}}\n"[..], b"", b"\x00\xff,given\n", b"Zzyzx\n"]
        {
            assert!(by_content(text, b',') == RowFormat::Jsonl);
        }
    }
}
