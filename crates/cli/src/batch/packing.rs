//! Packing the output. Every chunk is packed for itself, by the thread that scored it: a gzip file may have many members and
//! a Zstandard file many frames, and what stands before an end that came too early can still be read.

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use std::io::Write;
use std::path::Path;

/// How the output is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    /// As text.
    None,
    /// As gzip.
    Gzip,
    /// As Zstandard.
    Zstandard,
}

impl Packing {
    /// What the name of a file asks for.
    pub(super) fn of_name(path: &Path) -> Packing {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("gz") => Packing::Gzip,
            Some("zst") => Packing::Zstandard,
            _ => Packing::None,
        }
    }

    /// Packs a text.
    pub(super) fn pack(self, text: Vec<u8>) -> Vec<u8> {
        match self {
            Packing::None => text,
            _ if text.is_empty() => text,
            _ => self.pack_whole(&text),
        }
    }

    /// What a file without text holds: a packed file is never empty.
    pub(super) fn of_nothing(self) -> Vec<u8> {
        self.pack_whole(b"")
    }

    fn pack_whole(self, text: &[u8]) -> Vec<u8> {
        match self {
            Packing::None => text.to_vec(),
            Packing::Gzip => {
                // The fast level: a row is read, scored and written in microseconds, and rows of scores are alike.
                let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 4), Compression::fast());
                encoder.write_all(text).and_then(|()| encoder.finish()).expect("memory can be written")
            }
            Packing::Zstandard => compress_to_vec(text, CompressionLevel::Fastest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::zstd::Zstd;
    use super::*;
    use flate2::bufread::MultiGzDecoder;
    use std::io::Read;

    #[test]
    fn what_is_packed_in_parts_is_read_as_one() {
        let parts = [&b"a row\n"[..], b"", &[b'x'; 300_000], b"the last\n"];
        let text = parts.concat();
        for packing in [Packing::Gzip, Packing::Zstandard] {
            let packed: Vec<u8> = parts.iter().flat_map(|part| packing.pack(part.to_vec())).collect();
            assert!(packed.len() < 10_000);
            for (packed, text) in [(packed, &text[..]), (packing.of_nothing(), b"")] {
                let mut read = Vec::new();
                let result = match packing {
                    Packing::Gzip => MultiGzDecoder::new(&packed[..]).read_to_end(&mut read),
                    _ => Zstd::new(&packed[..]).read_to_end(&mut read),
                };
                assert_eq!(result.expect("it can be read"), text.len());
                assert!(read == text);
            }
        }
    }
}
