//! Zstandard: all the frames of a file, one after the other, with their checksums.

use ruzstd::decoding::errors::{
    BlockHeaderReadError, DecodeBlockContentError, DecompressBlockError, FrameDecoderError, ReadFrameHeaderError,
};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, Read};

/// Reads what was packed. A decoder of `ruzstd` reads a single frame and leaves its checksum to the caller.
pub(super) struct Zstd<R> {
    source: R,
    decoder: FrameDecoder,
    is_in_frame: bool,
    /// The input ended within a frame: said when what was unpacked of it is read.
    is_cut: bool,
}

/// A last block without content and a checksum: it ends a frame whose end is missing, so that what the decoder keeps as its window
/// comes out.
const EMPTY_END: [u8; 7] = [1, 0, 0, 0, 0, 0, 0];

/// What the decoder says about bytes that are no Zstandard, without the names of its types.
fn damaged(_: FrameDecoderError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the Zstandard data is damaged")
}

/// Whether the input ended in or between the blocks of a frame.
fn is_end(error: &FrameDecoderError) -> bool {
    use DecodeBlockContentError as Content;
    let source = match error {
        FrameDecoderError::FailedToReadBlockHeader(BlockHeaderReadError::ReadError(source))
        | FrameDecoderError::FailedToReadBlockBody(Content::ReadError { source, .. })
        | FrameDecoderError::FailedToReadBlockBody(Content::DecompressBlockError(
            DecompressBlockError::BlockContentReadError(source),
        ))
        | FrameDecoderError::FailedToReadChecksum(source) => source,
        _ => return false,
    };
    source.kind() == io::ErrorKind::UnexpectedEof
}

impl<R: BufRead> Zstd<R> {
    /// Reads from packed bytes.
    pub(super) fn new(source: R) -> Zstd<R> {
        Zstd { source, decoder: FrameDecoder::new(), is_in_frame: false, is_cut: false }
    }

    /// Whether bytes begin a frame, or one of the sixteen kinds of frames that are skipped (0x184D2A5?).
    pub(super) fn is_start(bytes: &[u8], magic: [u8; 4]) -> bool {
        bytes.starts_with(&magic) || matches!(bytes, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..])
    }

    /// Begins the next frame; `false` at the end of the input.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.source) {
                Ok(()) => {
                    self.is_in_frame = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let length = u64::from(length);
                    if io::copy(&mut self.source.by_ref().take(length), &mut io::sink())? < length {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(damaged(error)),
            }
        }
        Ok(false)
    }

    /// Ends a frame whose content was all read.
    fn end(&mut self) -> io::Result<()> {
        self.is_in_frame = false;
        if self.is_cut {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum()) {
            (Some(told), Some(found)) if told != found => {
                Err(io::Error::new(io::ErrorKind::InvalidData, "the checksum of a Zstandard frame is wrong"))
            }
            _ => Ok(()),
        }
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.is_in_frame && !self.begin()? {
                return Ok(0);
            }
            // What the decoder still needs as its window cannot be collected yet, so that one call may give nothing.
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let strategy = BlockDecodingStrategy::UptoBytes(buffer.len());
                match self.decoder.decode_blocks(&mut self.source, strategy) {
                    Err(error) if is_end(&error) => {
                        self.is_cut = true;
                        if !self.decoder.is_finished() {
                            self.decoder
                                .decode_blocks(EMPTY_END.as_slice(), BlockDecodingStrategy::All)
                                .map_err(damaged)?;
                        }
                    }
                    other => drop(other.map_err(damaged)?),
                }
            }
            let count = self.decoder.read(buffer)?;
            if count > 0 {
                return Ok(count);
            }
            self.end()?;
        }
    }
}
