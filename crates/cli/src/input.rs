//! Reading files and standard input.

use crate::failure::Failure;
use crate::problem::{self, Problem};
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The longest document or line: far above any documented object, and a bound on memory.
pub(crate) const MAX_LENGTH: usize = 8 << 20;

/// A document that was read, with the bytes that it was read from.
pub(crate) struct Document<T> {
    /// The object.
    pub(crate) value: T,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// What a path is called in messages.
pub(crate) fn name(path: &Path) -> String {
    if is_standard(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Whether a path stands for standard input.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Opens a file, or standard input.
pub(crate) fn open(path: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if is_standard(path) {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// A file cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Data(format!("{} cannot be read: {error}", name(path)))
}

/// Reads a whole file that holds one JSON object.
pub(crate) fn document<T: DeserializeOwned>(path: &Path) -> Result<Result<Document<T>, Problem>, Failure> {
    let mut bytes = Vec::new();
    let limit = MAX_LENGTH as u64 + 1;
    open(path)?.take(limit).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() > MAX_LENGTH {
        return Ok(Err(Problem::new("too_long", format!("more than {MAX_LENGTH} bytes"))));
    }
    Ok(problem::parse(problem::without_mark(&bytes)).map(|value| Document { value, bytes }))
}

/// Reads a whole file of text.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let limit = MAX_LENGTH as u64 + 1;
    open(path)?.take(limit).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() > MAX_LENGTH {
        return Err(Failure::Data(format!("{}: more than {MAX_LENGTH} bytes", name(path))));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to() + 1;
        Failure::Data(format!("{}: not UTF-8 from byte {at} on", name(path)))
    })
}

/// Lines of bytes, numbered from 1, held one at a time in one buffer.
pub(crate) struct Lines<R> {
    reader: R,
    buffer: Vec<u8>,
    number: u64,
}

/// One line.
pub(crate) struct Line<'a> {
    /// Its number, from 1; blank lines count.
    pub(crate) number: u64,
    /// Its bytes without the line end: the first [`MAX_LENGTH`] of them where it is longer.
    pub(crate) bytes: &'a [u8],
    /// Whether it is longer than that.
    pub(crate) is_cut: bool,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a reader.
    pub(crate) fn new(reader: R) -> Lines<R> {
        Lines { reader, buffer: Vec::new(), number: 0 }
    }

    /// The next line that is not blank.
    pub(crate) fn next_line(&mut self) -> io::Result<Option<Line<'_>>> {
        loop {
            self.buffer.clear();
            let Some(is_cut) = self.fill()? else { return Ok(None) };
            self.number += 1;
            let first = if self.number == 1 { problem::without_mark(&self.buffer).len() } else { self.buffer.len() };
            let start = self.buffer.len() - first;
            if !self.buffer[start..].trim_ascii().is_empty() || is_cut {
                return Ok(Some(Line { number: self.number, bytes: &self.buffer[start..], is_cut }));
            }
        }
    }

    /// Reads one line into the buffer and says whether it was cut; `None` at the end of the input.
    fn fill(&mut self) -> io::Result<Option<bool>> {
        let mut is_cut = false;
        let mut is_empty = true;
        loop {
            let available = match self.reader.fill_buf() {
                Ok(available) => available,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if available.is_empty() {
                return Ok((!is_empty).then_some(is_cut));
            }
            is_empty = false;
            let end = available.iter().position(|&byte| byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            let room = MAX_LENGTH - self.buffer.len();
            is_cut |= part.len() > room;
            self.buffer.extend_from_slice(&part[..part.len().min(room)]);
            let used = end.map_or(available.len(), |end| end + 1);
            self.reader.consume(used);
            if end.is_some() {
                return Ok(Some(is_cut));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8]) -> Vec<(u64, usize, bool)> {
        let mut lines = Lines::new(text);
        let mut seen = Vec::new();
        while let Some(line) = lines.next_line().expect("memory can be read") {
            seen.push((line.number, line.bytes.len(), line.is_cut));
        }
        seen
    }

    #[test]
    fn blank_lines_count_and_are_left_out() {
        assert_eq!(lines(b"\xef\xbb\xbfab\r\n\n \t\r\nc"), [(1, 3, false), (4, 1, false)]);
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"\n\n"), []);
    }

    #[test]
    fn long_lines_are_cut_and_the_next_one_is_whole() {
        let mut text = vec![b'x'; MAX_LENGTH];
        text.extend_from_slice(b"\n");
        text.extend(std::iter::repeat_n(b'y', MAX_LENGTH + 1));
        text.extend_from_slice(b"\nz\n");
        assert_eq!(lines(&text), [(1, MAX_LENGTH, false), (2, MAX_LENGTH, true), (3, 1, false)]);
    }
}
