//! The input in chunks of whole rows, numbered by the lines of the file: what one thread reads for all the others.
//!
//! A row that is too long, or a quote that is never closed, costs that row and not the rest of the file.

use super::cells::Cells;
use super::columns::Columns;
use super::source::{Position, Source};
use super::split::{self, Extent, Split};
use std::io::{self, Read};
use std::mem;
use std::sync::Arc;

/// How much text makes a chunk: some hundred rows, so that handing it on costs nothing beside scoring it.
pub(super) const CHUNK: usize = 1 << 17;

/// The most rows of a chunk: what is written for a row that is bad is longer than the shortest bad row.
const MAX_ROWS: usize = 4096;

/// The longest row: thousands of owners, and a bound on memory.
pub(super) const MAX_ROW: usize = 1 << 20;

/// Rows that go from hand to hand together.
#[derive(Default)]
pub(super) struct Chunk {
    /// The text of the rows and what is between them.
    pub(super) bytes: Vec<u8>,
    /// The rows in it.
    pub(super) rows: Vec<Row>,
    /// How far the input was read for it, in bytes of the file.
    pub(super) position: u64,
}

/// A row of a chunk.
pub(super) struct Row {
    /// The number of its first line, from 1; blank lines count.
    pub(super) line: u64,
    /// Where its text begins in the chunk.
    start: usize,
    /// Where its text ends.
    end: usize,
    /// What is wrong with its extent.
    pub(super) fault: Option<Fault>,
}

impl Row {
    /// The text of the row.
    pub(super) fn text<'a>(&self, chunk: &'a Chunk) -> &'a [u8] {
        &chunk.bytes[self.start..self.end]
    }
}

/// What is wrong with the extent of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is longer than [`MAX_ROW`] and was cut there.
    TooLong,
    /// A quote begins in this line and is not closed where it could be: the line alone is left out.
    OpenQuote,
}

/// How rows are told apart.
#[derive(Clone)]
pub(super) enum Layout {
    /// Every line is one.
    JsonLines,
    /// Records of cells.
    Csv {
        /// What stands between the cells.
        delimiter: u8,
        /// Which column is what.
        columns: Arc<Columns>,
    },
}

/// Reads chunks.
pub(super) struct Rows {
    reader: Box<dyn Read + Send>,
    position: Position,
    buffer: Vec<u8>,
    is_at_end: bool,
    failure: Option<io::Error>,
    /// The number of the line that the buffer begins with.
    line: u64,
    /// The rest of a row that is too long is being passed over.
    is_skipping: bool,
    /// How many rows may still be read.
    left: u64,
    layout: Layout,
    /// For counting the cells of a record.
    cells: Cells,
}

impl Rows {
    /// Begins to read; the layout is set later, when the beginning of the text was seen.
    pub(super) fn new(source: Source, limit: Option<u64>) -> Rows {
        Rows {
            reader: source.reader,
            position: source.position,
            buffer: Vec::new(),
            is_at_end: false,
            failure: None,
            line: 1,
            is_skipping: false,
            left: limit.unwrap_or(u64::MAX),
            layout: Layout::JsonLines,
            cells: Cells::new(b',', 0),
        }
    }

    /// The beginning of the text: a whole chunk where there is as much.
    pub(super) fn start(&mut self) -> io::Result<&[u8]> {
        self.fill(CHUNK);
        match self.failure.take_if(|_| self.buffer.is_empty()) {
            Some(error) => Err(error),
            None => Ok(&self.buffer),
        }
    }

    /// The first bytes of what was read.
    pub(super) fn first(&self, bytes: usize) -> &[u8] {
        &self.buffer[..bytes]
    }

    /// Passes over the first bytes of what [`start`](Rows::start) showed.
    pub(super) fn skip(&mut self, bytes: usize, lines: u64) {
        self.buffer.drain(..bytes);
        self.line += lines;
    }

    /// The first record, for a header; `None` where there is none, or none that ends within the longest row.
    pub(super) fn header(&mut self, delimiter: u8) -> Option<Extent> {
        loop {
            match split::record(&self.buffer, delimiter, self.is_at_end) {
                Split::Row(extent) => return (extent.next > 0 && extent.end <= MAX_ROW).then_some(extent),
                Split::Open { .. } if self.is_at_end || self.failure.is_some() || self.buffer.len() > MAX_ROW => {
                    return None;
                }
                Split::Open { .. } => self.fill(self.buffer.len() + CHUNK),
            }
        }
    }

    /// How the rows that follow are told apart.
    pub(super) fn set_layout(&mut self, layout: Layout) {
        if let Layout::Csv { delimiter, columns } = &layout {
            self.cells = Cells::new(*delimiter, columns.headers.len());
        }
        self.layout = layout;
    }

    /// The next rows; `None` behind the last. Where reading fails, the whole rows before are given first.
    pub(super) fn next_chunk(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            if self.left == 0 {
                return Ok(None);
            }
            // A row that is still open after so much text needs more of it.
            let before = self.buffer.len();
            self.fill(if before < CHUNK { CHUNK } else { before + CHUNK });
            let chunk = self.split();
            if !chunk.rows.is_empty() {
                return Ok(Some(chunk));
            }
            if let Some(error) = self.failure.take() {
                return Err(error);
            }
            if self.is_at_end && self.buffer.is_empty() {
                return Ok(None);
            }
        }
    }

    /// Reads on until the buffer holds so much, or there is no more. The same file always gives the same chunks.
    fn fill(&mut self, length: usize) {
        if self.is_at_end || self.failure.is_some() || self.buffer.len() >= length {
            return;
        }
        let missing = length - self.buffer.len();
        match self.reader.by_ref().take(missing as u64).read_to_end(&mut self.buffer) {
            Ok(read) => self.is_at_end = read < missing,
            Err(error) => self.failure = Some(error),
        }
    }

    /// Takes the whole rows out of the buffer.
    fn split(&mut self) -> Chunk {
        let mut rows = Vec::new();
        let mut start = 0;
        let mut buffer = mem::take(&mut self.buffer);
        while start < buffer.len() && rows.len() < MAX_ROWS && self.left > 0 {
            let rest = &buffer[start..];
            if self.is_skipping {
                let Some(extent) = self.rest_of_row(rest) else {
                    start = buffer.len();
                    break;
                };
                self.is_skipping = false;
                self.line += 1;
                start += extent.next;
                continue;
            }
            let Some((extent, fault)) = self.next_row(rest) else { break };
            let is_blank = fault.is_none() && self.is_blank(&rest[..extent.end]);
            if !is_blank {
                rows.push(Row { line: self.line, start, end: start + extent.end, fault });
                self.left -= 1;
            }
            self.line += extent.lines;
            start += extent.next;
        }
        // The shorter part is copied, so that no chunk holds the memory of a much longer text.
        let bytes = if start < buffer.len() / 2 {
            let bytes = buffer[..start].to_vec();
            buffer.drain(..start);
            self.buffer = buffer;
            bytes
        } else {
            self.buffer = buffer.split_off(start);
            buffer
        };
        Chunk { bytes, rows, position: self.position.get() }
    }

    /// The row that a text begins with, or `None` where more text is needed.
    fn next_row(&mut self, text: &[u8]) -> Option<(Extent, Option<Fault>)> {
        let split = match &self.layout {
            Layout::JsonLines => split::line(text, self.is_at_end),
            Layout::Csv { delimiter, .. } => split::record(text, *delimiter, self.is_at_end),
        };
        match split {
            Split::Row(extent) => {
                let is_too_long = extent.end > MAX_ROW;
                if extent.has_one_long_cell && (is_too_long || !self.fits(&text[..extent.end])) {
                    return Some(of_open_quote(text));
                }
                let end = extent.end.min(MAX_ROW);
                Some((Extent { end, ..extent }, is_too_long.then_some(Fault::TooLong)))
            }
            Split::Open { in_first_quote } => {
                let is_too_long = text.len() > MAX_ROW;
                if !is_too_long && !self.is_at_end {
                    return None;
                }
                if in_first_quote {
                    let (extent, fault) = of_open_quote(text);
                    // Of a line that is itself too long, the rest is passed over.
                    if extent.next < text.len() || self.is_at_end {
                        return Some((extent, fault));
                    }
                }
                self.is_skipping = is_too_long;
                let (end, next) = (text.len().min(MAX_ROW), text.len());
                // A carriage return ends a line of CSV only.
                let ends = if matches!(self.layout, Layout::JsonLines) { 0 } else { split::line_ends(text) };
                let lines = ends + u64::from(!is_too_long);
                let fault = if is_too_long { Fault::TooLong } else { Fault::OpenQuote };
                Some((Extent { end, next, lines, has_one_long_cell: false }, Some(fault)))
            }
        }
    }

    /// Where the rest of a row that is too long ends.
    fn rest_of_row(&self, text: &[u8]) -> Option<Extent> {
        match &self.layout {
            Layout::JsonLines => match split::line(text, false) {
                Split::Row(extent) => Some(extent),
                Split::Open { .. } => None,
            },
            Layout::Csv { .. } => Some(split::first_line(text)).filter(|extent| extent.next > extent.end),
        }
    }

    /// Whether a record has as many cells as the header.
    fn fits(&mut self, record: &[u8]) -> bool {
        let Layout::Csv { columns, .. } = &self.layout else { return true };
        self.cells.read(record);
        self.cells.count() == columns.headers.len()
    }

    fn is_blank(&self, text: &[u8]) -> bool {
        match &self.layout {
            Layout::JsonLines => text.trim_ascii().is_empty(),
            // A row of blank cells between tabs is a row.
            Layout::Csv { delimiter, .. } => text.iter().all(|byte| byte.is_ascii_whitespace() && byte != delimiter),
        }
    }
}

/// The first line of a record whose quote is not closed where it could be: the lines behind it are read again.
fn of_open_quote(text: &[u8]) -> (Extent, Option<Fault>) {
    let extent = split::first_line(text);
    let fault = if extent.end > MAX_ROW { Fault::TooLong } else { Fault::OpenQuote };
    (Extent { end: extent.end.min(MAX_ROW), ..extent }, Some(fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// The rows of a text: line, beginning of the text, length, fault.
    fn rows(text: Vec<u8>, header: Option<&str>) -> Vec<(u64, String, usize, Option<Fault>)> {
        let source = Source { reader: Box::new(Cursor::new(text)), position: Position::default(), size: None };
        let mut rows = Rows::new(source, None);
        if let Some(header) = header {
            let columns = Columns::read(header.as_bytes(), b',', &[]).unwrap_or_else(|error| panic!("{error}"));
            rows.set_layout(Layout::Csv { delimiter: b',', columns: Arc::new(columns) });
        }
        let mut all = Vec::new();
        while let Some(chunk) = rows.next_chunk().expect("memory can be read") {
            for row in &chunk.rows {
                let text = row.text(&chunk);
                let start = String::from_utf8_lossy(&text[..text.len().min(5)]).into_owned();
                all.push((row.line, start, text.len(), row.fault));
            }
        }
        all
    }

    fn row(line: u64, text: &str, fault: Option<Fault>) -> (u64, String, usize, Option<Fault>) {
        (line, text.to_owned(), text.len(), fault)
    }

    #[test]
    fn blank_lines_count_and_are_left_out() {
        assert_eq!(rows(b"a\n\r\n \t\nb\nc".to_vec(), None), [row(1, "a", None), row(4, "b", None), row(5, "c", None)]);
        assert_eq!(rows(b"\n\na,b\n\n".to_vec(), Some("x,y")), [row(3, "a,b", None)]);
        assert_eq!(rows(Vec::new(), None), []);
    }

    #[test]
    fn a_long_line_is_cut_and_the_next_one_is_whole() {
        for length in [MAX_ROW + 1, MAX_ROW + CHUNK, 3 * MAX_ROW + 5] {
            let mut text = vec![b'x'; MAX_ROW];
            text.push(b'\n');
            text.extend(std::iter::repeat_n(b'y', length));
            text.extend_from_slice(b"\nz\n");
            let (whole, cut) = ("xxxxx".to_owned(), "yyyyy".to_owned());
            let long = [(1, whole, MAX_ROW, None), (2, cut, MAX_ROW, Some(Fault::TooLong)), row(3, "z", None)];
            assert_eq!(rows(text.clone(), None), long, "{length}");
            assert_eq!(rows(text, Some("x")), long, "{length}");
        }
    }

    #[test]
    fn chunks_hold_whole_rows() {
        let text: Vec<u8> = (0..60_000).flat_map(|number| format!("{number},\"a\n\"\n").into_bytes()).collect();
        let all = rows(text, Some("x,y"));
        assert_eq!(all.len(), 60_000);
        for (index, (line, _, length, fault)) in all.iter().enumerate() {
            assert_eq!((*line, *length, *fault), (index as u64 * 2 + 1, index.to_string().len() + 5, None));
        }
    }

    #[test]
    fn a_quote_that_is_not_closed_costs_its_line() {
        let open = Some(Fault::OpenQuote);
        let found = rows(b"1,a\n2,\"b\n3,c\n4,\"d\",x\n".to_vec(), Some("x,y"));
        assert_eq!(
            found,
            [row(1, "1,a", None), row(2, "2,\"b", open), row(3, "3,c", None), row(4, "4,\"d\",x", None)]
                .map(|(line, text, length, fault)| (line, text[..text.len().min(5)].to_owned(), length, fault))
        );
        assert_eq!(
            rows(b"1,\"a\n2,b\n3,c".to_vec(), Some("x,y")),
            [row(1, "1,\"a", open), row(2, "2,b", None), row(3, "3,c", None)]
        );
        assert_eq!(rows(b"1,\"a".to_vec(), Some("x,y")), [row(1, "1,\"a", open)]);
        let mut text = b"1,\"a\n".to_vec();
        (0..MAX_ROW / 4).for_each(|_| text.extend_from_slice(b"2,b\r\n"));
        let found = rows(text, Some("x,y"));
        assert_eq!((found.len(), found[0].3), (1 + MAX_ROW / 4, open));
        assert!(found[1..].iter().all(|(_, text, _, fault)| text == "2,b" && fault.is_none()));
    }
}
