//! Sixteen bytes at a time: their letters made small, and which of them are letters and digits, as bits of a machine word.
//!
//! The fast readers of names, emails and addresses begin here. One loop over a whole step, without a branch in it, becomes a few
//! instructions for all of its bytes wherever the machine has them (SSE2 and NEON are always there): loops of their own for each
//! question, or those of the standard library, did not.

/// Bytes of text that are looked at at once.
pub(crate) const STEP: usize = 16;

/// Whether any byte of some steps is a mark of those that are asked for.
#[derive(Clone, Copy)]
pub(crate) struct Marks([u8; STEP]);

impl Marks {
    pub(crate) const fn new() -> Marks {
        Marks([0; STEP])
    }

    #[inline]
    pub(crate) fn any(self) -> bool {
        u128::from_le_bytes(self.0) != 0
    }
}

/// Makes the letters of ASCII in a step small; where letters are and where digits, a bit for each byte, that of the first lowest.
/// Adds to the marks what is one, before that.
#[inline]
pub(crate) fn read(bytes: &mut [u8; STEP], marks: &mut Marks, is_mark: impl Fn(u8) -> bool) -> (u64, u64) {
    let (mut letters, mut digits) = ([0; STEP], [0; STEP]);
    for at in 0..STEP {
        let byte = bytes[at];
        letters[at] = if (byte | 0x20).wrapping_sub(b'a') < 26 { u8::MAX } else { 0 };
        digits[at] = if byte.wrapping_sub(b'0') < 10 { u8::MAX } else { 0 };
        marks.0[at] |= if is_mark(byte) { u8::MAX } else { 0 };
        // A small letter is 32 more than its capital.
        bytes[at] = byte | letters[at] & 0x20;
    }
    (gathered(&letters), gathered(&digits))
}

/// Bytes of ones or zeros as bits. Of each of eight another bit is kept, so that their sum, in the uppermost byte of the product,
/// carries nothing.
#[inline]
fn gathered(bytes: &[u8; STEP]) -> u64 {
    let half = |at: usize| {
        let mut half = [0; STEP / 2];
        half.copy_from_slice(&bytes[at..at + STEP / 2]);
        (u64::from_le_bytes(half) & 0x8040_2010_0804_0201).wrapping_mul(0x0101_0101_0101_0101) >> 56
    };
    half(0) | half(STEP / 2) << (STEP / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_in_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..STEP {
                for beside in [0, b'/', b'a', b'Z', b'9', 0x7f, 0x80, 0xff] {
                    let mut bytes = [beside; STEP];
                    bytes[place] = byte;
                    let held = |is: fn(&u8) -> bool| (0..STEP).map(|at| u64::from(is(&bytes[at])) << at).sum::<u64>();
                    let expected = (held(u8::is_ascii_alphabetic), held(u8::is_ascii_digit));
                    let (mut small, mut marks) = (bytes, Marks::new());
                    assert_eq!(read(&mut small, &mut marks, |byte| byte == b'\''), expected, "{byte} in {bytes:?}");
                    assert_eq!(small, bytes.map(|byte| byte.to_ascii_lowercase()));
                    read(&mut [b'a'; STEP], &mut marks, |byte| byte == b'\'');
                    assert_eq!(marks.any(), byte == b'\'', "{byte} in {bytes:?}");
                }
            }
        }
    }
}
