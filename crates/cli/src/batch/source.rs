//! Where rows come from: a file or standard input, unpacked where it is gzip or Zstandard.

use super::zstd::Zstd;
use crate::failure::Failure;
use crate::input;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much of a packed input is read at a time.
const BLOCK: usize = 1 << 16;

/// What gzip (RFC 1952) begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What a Zstandard frame (RFC 8878) begins with.
const ZSTANDARD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// An open input.
pub(super) struct Source {
    /// The rows as text.
    pub(super) reader: Box<dyn Read + Send>,
    /// How many bytes of the input itself were read.
    pub(super) position: Position,
    /// How many there are, where that is known.
    pub(super) size: Option<u64>,
}

/// A count of bytes that another thread can read.
#[derive(Clone, Default)]
pub(super) struct Position(Arc<AtomicU64>);

impl Position {
    /// The count.
    pub(super) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Opens a file or standard input. Whether it is packed is told by what it begins with, not by its name.
pub(super) fn open(path: &Path) -> Result<Source, Failure> {
    let unreadable = |error: io::Error| input::unreadable(path, &error);
    let (raw, size): (Box<dyn Read + Send>, _) = if input::is_standard(path) {
        (Box::new(io::stdin()), None)
    } else {
        let file = File::open(path).map_err(unreadable)?;
        // Only of a file is the size that of what can be read: a pipe or a device says 0.
        let size = file.metadata().ok().filter(|data| data.is_file()).map(|data| data.len());
        (Box::new(file), size)
    };
    let position = Position::default();
    let mut raw = Counted { raw, position: position.clone() };
    let mut start = Vec::new();
    raw.by_ref().take(ZSTANDARD.len() as u64).read_to_end(&mut start).map_err(unreadable)?;
    let is_packed_name = path.extension().is_some_and(|extension| extension == "gz" || extension == "zst");
    if start.is_empty() && is_packed_name {
        return Err(Failure::Data(format!("{} is empty: not even packed", input::name(path))));
    }
    let (is_gzip, is_zstandard) = (start.starts_with(&GZIP), Zstd::<&[u8]>::is_start(&start, ZSTANDARD));
    let whole = Cursor::new(start).chain(raw);
    let reader: Box<dyn Read + Send> = if is_gzip {
        Box::new(MultiGzDecoder::new(BufReader::with_capacity(BLOCK, whole)))
    } else if is_zstandard {
        Box::new(Zstd::new(BufReader::with_capacity(BLOCK, whole)))
    } else {
        Box::new(whole)
    };
    Ok(Source { reader, position, size })
}

/// Counts what is read.
struct Counted {
    raw: Box<dyn Read + Send>,
    position: Position,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.raw.read(buffer)?;
        self.position.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
