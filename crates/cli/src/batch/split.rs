//! Where rows end: the only reading that one thread does for all, so it looks at as little as it can.

use memchr::{memchr, memchr3};

/// Where a row ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// The row is all there.
    Row(Extent),
    /// The bytes end before the row does.
    Open {
        /// Whether a quote is open, and all the line ends since the beginning of the row are behind it.
        in_first_quote: bool,
    },
}

/// A row in bytes that begin with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// The length without the line end.
    pub(super) end: usize,
    /// Where the next row begins.
    pub(super) next: usize,
    /// How many lines it takes.
    pub(super) lines: u64,
    /// Whether one cell alone holds all the line ends in it: what a quote too many looks like, and an ordinary cell too.
    pub(super) has_one_long_cell: bool,
}

/// Finds the end of a line.
pub(super) fn line(bytes: &[u8], is_last: bool) -> Split {
    match memchr(b'\n', bytes) {
        Some(end) => Split::Row(Extent { end, next: end + 1, lines: 1, has_one_long_cell: false }),
        None if is_last => {
            Split::Row(Extent { end: bytes.len(), next: bytes.len(), lines: 1, has_one_long_cell: false })
        }
        None => Split::Open { in_first_quote: false },
    }
}

/// Finds the end of a CSV record as `csv-core` does: a line ends in CRLF, LF or CR; a quote counts at the beginning of a
/// cell only; a doubled one within quotes is a character.
pub(super) fn record(bytes: &[u8], delimiter: u8, is_last: bool) -> Split {
    let mut extent = Extent { lines: 1, ..Extent::default() };
    let mut long_cells = 0;
    let mut at = 0;
    loop {
        let Some(found) = memchr3(b'"', b'\n', b'\r', &bytes[at..]).map(|found| at + found) else {
            if is_last {
                (extent.end, extent.next) = (bytes.len(), bytes.len());
                break;
            }
            return Split::Open { in_first_quote: false };
        };
        if bytes[found] == b'"' {
            at = found + 1;
            if found > 0 && bytes[found - 1] != delimiter {
                continue;
            }
            let Some(close) = closing_quote(bytes, at, is_last) else {
                return Split::Open { in_first_quote: long_cells == 0 };
            };
            let lines = line_ends(&bytes[at..close]);
            long_cells += u32::from(lines > 0);
            extent.lines += lines;
            at = close + 1;
        } else if bytes[found] == b'\r' && found + 1 == bytes.len() && !is_last {
            // The line feed may come with the next bytes.
            return Split::Open { in_first_quote: false };
        } else {
            let is_pair = bytes[found..].starts_with(b"\r\n");
            (extent.end, extent.next) = (found, found + 1 + usize::from(is_pair));
            break;
        }
    }
    extent.has_one_long_cell = long_cells == 1;
    Split::Row(extent)
}

/// The quote that closes a cell whose content begins at `from`.
fn closing_quote(bytes: &[u8], from: usize, is_last: bool) -> Option<usize> {
    let mut at = from;
    loop {
        let quote = at + memchr(b'"', &bytes[at..])?;
        match bytes.get(quote + 1) {
            Some(b'"') => at = quote + 2,
            // A second quote may come with the next bytes.
            None if !is_last => return None,
            _ => return Some(quote),
        }
    }
}

/// How many lines end in a text; CRLF is one end.
pub(super) fn line_ends(bytes: &[u8]) -> u64 {
    let feeds = memchr::memchr_iter(b'\n', bytes).count();
    let returns = memchr::memchr_iter(b'\r', bytes).filter(|&at| bytes.get(at + 1) != Some(&b'\n')).count();
    (feeds + returns) as u64
}

/// The first line of a record that was taken for several.
pub(super) fn first_line(bytes: &[u8]) -> Extent {
    let end = memchr::memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
    let ends = if bytes[end..].starts_with(b"\r\n") { 2 } else { usize::from(end < bytes.len()) };
    Extent { end, next: end + ends, lines: 1, has_one_long_cell: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(end: usize, next: usize, lines: u64, has_one_long_cell: bool) -> Split {
        Split::Row(Extent { end, next, lines, has_one_long_cell })
    }

    #[test]
    fn records_end_where_the_quotes_allow() {
        let record = |text: &str| super::record(text.as_bytes(), b',', false);
        assert_eq!(record("a,b\nc"), row(3, 4, 1, false));
        assert_eq!(record("a,b\r\nc"), row(3, 5, 1, false));
        assert_eq!(record("a,b\rc"), row(3, 4, 1, false));
        assert_eq!(record("a,\"b\nc\"\nd"), row(7, 8, 2, true));
        assert_eq!(record("a,\"b\r\nc\",\"\"\"\n\"\nd"), row(14, 15, 3, false));
        assert_eq!(record("a,b\"\nc\"\n"), row(4, 5, 1, false));
        assert_eq!(record("\"a\"b\"\nc"), row(5, 6, 1, false));
        assert_eq!(record("\n"), row(0, 1, 1, false));
        for open in ["a,b", "a,b\r", ""] {
            assert_eq!(record(open), Split::Open { in_first_quote: false });
        }
        for open in ["a,\"b\n", "a,\"b\"", "\"\"\"", "a,\"b\"\"\n\n"] {
            assert_eq!(record(open), Split::Open { in_first_quote: true }, "{open:?}");
        }
        assert_eq!(record("\"a\n\",\"b\n"), Split::Open { in_first_quote: false });
    }

    #[test]
    fn the_last_record_needs_no_line_end() {
        assert_eq!(record(b"a,b", b',', true), row(3, 3, 1, false));
        assert_eq!(record(b"a,\"b\"", b',', true), row(5, 5, 1, false));
        assert_eq!(record(b"a;b\r", b';', true), row(3, 4, 1, false));
        assert_eq!(record(b"a,\"b\n", b',', true), Split::Open { in_first_quote: true });
        assert_eq!(line(b"a", true), row(1, 1, 1, false));
        assert_eq!(line(b"a\nb", true), row(1, 2, 1, false));
    }

    /// The splitter and the parser of the cells must never disagree.
    #[test]
    fn csv_core_ends_records_at_the_same_place() {
        let mut state = 1u32;
        for _ in 0..20_000 {
            let text: Vec<u8> = (0..24)
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    b"ab,,\"\"\"\n\r "[(state >> 24) as usize % 10]
                })
                .collect();
            // An empty line is no record to csv-core, and is left out here too.
            if matches!(text[0], b'\n' | b'\r') {
                continue;
            }
            let Split::Row(extent) = record(&text, b',', true) else { continue };
            let mut reader = csv_core::Reader::new();
            let (mut output, mut ends) = ([0; 64], [0; 64]);
            let (result, read, _, _) = reader.read_record(&text, &mut output, &mut ends);
            match result {
                csv_core::ReadRecordResult::Record => {
                    // It takes the first byte of a line end only.
                    assert_eq!(read, extent.end + 1, "{:?}", String::from_utf8_lossy(&text));
                }
                _ => assert_eq!(extent.end, text.len(), "{:?}", String::from_utf8_lossy(&text)),
            }
        }
    }
}
