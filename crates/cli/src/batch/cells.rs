//! The cells of a CSV row: reading and writing them.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Takes records apart; the memory for it is used again for each.
pub(super) struct Cells {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

impl Cells {
    /// Reads records of so many cells; of a longer one it only learns that there is one more.
    pub(super) fn new(delimiter: u8, width: usize) -> Cells {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Cells { reader, text: Vec::new(), ends: vec![0; width + 1], count: 0 }
    }

    /// Reads a record, which ends where the bytes end.
    pub(super) fn read(&mut self, record: &[u8]) {
        // Taking quotes off never makes a text longer.
        if self.text.len() < record.len() {
            self.text.resize(record.len(), 0);
        }
        self.reader.reset();
        self.count = 0;
        let (mut rest, mut written) = (record, 0);
        loop {
            let (text, ends) = (&mut self.text[written..], &mut self.ends[self.count..]);
            let (result, read, wrote, ended) = self.reader.read_record(rest, text, ends);
            rest = &rest[read..];
            written += wrote;
            self.count += ended;
            match result {
                // With nothing left, the next call ends the record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => break,
            }
        }
    }

    /// How many cells there are, or one more than the width where there are more.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// A cell; empty where the record is shorter.
    pub(super) fn get(&self, index: usize) -> &[u8] {
        if index >= self.count {
            return b"";
        }
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start..self.ends[index]]
    }
}

/// Writes cells with delimiters between them.
pub(super) struct Record<'a> {
    out: &'a mut Vec<u8>,
    delimiter: u8,
    is_first: bool,
}

impl<'a> Record<'a> {
    /// Begins a record.
    pub(super) fn begin(out: &'a mut Vec<u8>, delimiter: u8) -> Record<'a> {
        Record { out, delimiter, is_first: true }
    }

    /// Writes a cell, in quotes where it needs them.
    pub(super) fn cell(&mut self, text: impl AsRef<[u8]>) {
        let text = text.as_ref();
        self.delimit();
        let needs_quotes = |&byte: &u8| matches!(byte, b'"' | b'\n' | b'\r') || byte == self.delimiter;
        if !text.iter().any(needs_quotes) {
            self.out.extend_from_slice(text);
            return;
        }
        self.out.push(b'"');
        for &byte in text {
            if byte == b'"' {
                self.out.push(b'"');
            }
            self.out.push(byte);
        }
        self.out.push(b'"');
    }

    /// Writes a cell of words, with a blank between them.
    pub(super) fn words(&mut self, words: impl Iterator<Item = &'static str>) {
        self.delimit();
        for (index, word) in words.enumerate() {
            if index > 0 {
                self.out.push(b' ');
            }
            self.out.extend_from_slice(word.as_bytes());
        }
    }

    /// Ends the record.
    pub(super) fn end(self) {
        self.out.push(b'\n');
    }

    fn delimit(&mut self) {
        if !self.is_first {
            self.out.push(self.delimiter);
        }
        self.is_first = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(record: &str, width: usize) -> (usize, Vec<String>) {
        let mut cells = Cells::new(b',', width);
        cells.read(record.as_bytes());
        let texts = (0..width).map(|index| String::from_utf8_lossy(cells.get(index)).into_owned());
        (cells.count(), texts.collect())
    }

    #[test]
    fn cells_are_read_without_their_quotes() {
        let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        assert_eq!(read("a,b", 2), (2, texts(&["a", "b"])));
        assert_eq!(read("\"a\n\"\"b\"\"\",", 2), (2, texts(&["a\n\"b\"", ""])));
        assert_eq!(read("a", 2), (1, texts(&["a", ""])));
        assert_eq!(read("a,b,c,d,e", 2).0, 3);
        assert_eq!(read("", 2).0, 0);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let texts = ["plain", "", "a,b", "\"", "a\r\nb", " ", "é"];
        let mut out = Vec::new();
        let mut record = Record::begin(&mut out, b',');
        texts.iter().for_each(|text| record.cell(text));
        record.end();
        assert_eq!(out.pop(), Some(b'\n'));
        let (count, read) = read(std::str::from_utf8(&out).expect("text"), texts.len());
        assert_eq!((count, read), (texts.len(), texts.map(str::to_owned).to_vec()));
    }
}
