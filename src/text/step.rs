//! Sixteen bytes at a time: which of them are letters, digits or a sign, as bits of a machine word.
//!
//! The fast readers of names, emails and addresses begin here. What is asked of every byte of a block without a branch is asked of
//! all of them at once wherever the machine can (SSE2 and NEON always can): written byte by byte, it is the same on every machine.

/// Bytes of text that are looked at at once.
pub(crate) const STEP: usize = 16;

/// The bytes of a step of which something is so: a bit for each, that of the first lowest.
#[inline(always)]
pub(crate) fn bits(bytes: &[u8; STEP], is: impl Fn(&u8) -> bool) -> u64 {
    let (mut first, mut last) = ([0; STEP / 2], [0; STEP / 2]);
    let (low, high) = bytes.split_at(STEP / 2);
    let ask = |held: &mut [u8; STEP / 2], bytes: &[u8]| {
        held.iter_mut().zip(bytes).for_each(|(held, byte)| *held = if is(byte) { u8::MAX } else { 0 });
    };
    ask(&mut first, low);
    ask(&mut last, high);
    gathered(first) | gathered(last) << (STEP / 2)
}

/// Eight bytes of ones or zeros as one byte. Of each another bit is kept, so that their sum, in the uppermost byte of the product,
/// carries nothing.
#[inline(always)]
const fn gathered(bytes: [u8; STEP / 2]) -> u64 {
    (u64::from_le_bytes(bytes) & 0x8040_2010_0804_0201).wrapping_mul(0x0101_0101_0101_0101) >> 56
}

/// Whether something is so of any byte of several steps: it is asked at the end, not of each step.
#[derive(Clone, Copy)]
pub(crate) struct Any([u8; STEP]);

impl Any {
    pub(crate) const fn new() -> Any {
        Any([0; STEP])
    }

    #[inline(always)]
    pub(crate) fn add(&mut self, bytes: &[u8; STEP], is: impl Fn(&u8) -> bool) {
        self.0.iter_mut().zip(bytes).for_each(|(held, byte)| *held |= if is(byte) { u8::MAX } else { 0 });
    }

    #[inline(always)]
    pub(crate) fn is_found(self) -> bool {
        u128::from_le_bytes(self.0) != 0
    }
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
                    let expected = (0..STEP).map(|at| u64::from(bytes[at].is_ascii_alphabetic()) << at).sum::<u64>();
                    assert_eq!(bits(&bytes, u8::is_ascii_alphabetic), expected, "{byte} in {bytes:?}");
                    let mut any = Any::new();
                    any.add(&bytes, |byte| *byte == b'\'');
                    any.add(&[b'a'; STEP], |byte| *byte == b'\'');
                    assert_eq!(any.is_found(), byte == b'\'', "{byte} in {bytes:?}");
                }
            }
        }
    }
}
