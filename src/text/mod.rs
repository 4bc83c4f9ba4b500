//! Text, before any field gives it a meaning.
//!
//! - [`digest`]: whether two texts that are too long to keep are the same.
//! - [`escape`]: characters that a system spelled, in a link, a web page or a string of code.
//! - [`fold`]: any Unicode text → lower-case ASCII with its punctuation, in one fixed documented order. Look here when two
//!   spellings of the same letters do not meet.
//! - [`mojibake`]: what became of letters in a wrong encoding.
//! - [`step`]: eight bytes at a time, for the fast readers.
//! - [`similarity`]: how far apart two folded words are. Look here when a slip of the pen is judged wrongly.
//! - [`whole`]: the digest of a text as it is folded.

pub(crate) mod digest;
pub(crate) mod escape;
pub(crate) mod fold;
pub(crate) mod mojibake;
pub(crate) mod similarity;
pub(crate) mod step;
pub(crate) mod whole;

/// Whether bytes are visible ASCII with single blanks between, which is folded by making it small. Every byte is looked at, so that
/// it can be done many at once.
pub(crate) fn is_single_spaced(bytes: &[u8]) -> bool {
    let next = bytes.get(1..).unwrap_or(&[]);
    bytes.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'))
        && bytes.iter().zip(next).fold(true, |all, (byte, next)| all & ((*byte != b' ') | (*next != b' ')))
}
