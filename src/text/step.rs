//! Eight bytes at a time: which of them are letters, digits or a sign, as bits of a machine word.
//!
//! The fast readers of names, emails and addresses begin here. Each answer is in the upper bit of its byte, for every byte there
//! is; [`gathered`] brings the eight together.

/// Bytes of text that are looked at at once.
pub(crate) const STEP: usize = 8;
const ONES: u64 = u64::from_le_bytes([1; STEP]);
/// The upper bits of all bytes: those of a byte of ASCII are not set.
pub(crate) const HIGH: u64 = ONES << 7;

/// The bytes of ASCII that are a byte or above; what is not ASCII counts by its lower bits. No sum carries into the next byte.
#[inline(always)]
pub(crate) const fn from(bytes: u64, byte: u8) -> u64 {
    (bytes & !HIGH) + ONES * (0x80 - byte) as u64
}

/// The bytes that are letters of ASCII, small or capital. A small one is 32 more than its capital, so that `letters >> 2` makes
/// all of them small.
#[inline(always)]
pub(crate) const fn letters(bytes: u64) -> u64 {
    let small = bytes | ONES << 5;
    from(small, b'a') & !from(small, b'z' + 1) & !bytes & HIGH
}

/// The bytes that are digits of ASCII.
#[inline(always)]
pub(crate) const fn digits(bytes: u64) -> u64 {
    from(bytes, b'0') & !from(bytes, b'9' + 1) & !bytes & HIGH
}

/// The bytes that are a sign of ASCII.
#[inline(always)]
pub(crate) const fn are(bytes: u64, sign: u8) -> u64 {
    !from(bytes ^ (ONES * sign as u64), 1) & !bytes & HIGH
}

/// The upper bits of eight bytes as one byte, the first lowest: no two of the products fall on one bit.
#[inline(always)]
pub(crate) const fn gathered(upper: u64) -> u64 {
    (upper >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
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
                    let (held, bit) = (u64::from_le_bytes(bytes), |bits| gathered(bits) >> place & 1 == 1);
                    assert_eq!(bit(letters(held)), byte.is_ascii_alphabetic(), "{byte} in {bytes:?}");
                    assert_eq!(bit(digits(held)), byte.is_ascii_digit(), "{byte} in {bytes:?}");
                    assert_eq!(bit(are(held, b'\'')), byte == b'\'', "{byte} in {bytes:?}");
                    assert!(byte >= 0x80 || bit(from(held, b' ') & HIGH) == (byte >= b' '), "{byte} in {bytes:?}");
                    assert_eq!((held | letters(held) >> 2).to_le_bytes(), bytes.map(|byte| byte.to_ascii_lowercase()));
                }
            }
        }
    }
}
