//! The digest of texts as they are folded: two that differ in nothing but case, marks and blanks have the same one.

use super::digest::Digest;
use super::fold::{Reading, fold};
use super::is_single_spaced;

/// What folding makes of a byte of ASCII where blanks and line ends are one: 0 where it drops it.
static WHOLE: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        folded[byte] = match byte as u8 {
            b' ' | b'\t' | b'\n' | b'\r' => b' ',
            visible @ b'!'..=b'~' => visible.to_ascii_lowercase(),
            _ => 0,
        };
        byte += 1;
    }
    folded
};

/// Bytes that are folded together.
const BLOCK: usize = 256;

/// The digest of some texts, each told from the next.
pub(crate) fn digest_of(texts: &[&str]) -> [u64; 2] {
    let mut digest = Digest::new();
    // However many blanks and line feeds there are.
    let mut blank = true;
    for text in texts {
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control());
        if text.is_ascii() {
            write_ascii(text, &mut digest, &mut blank);
        } else {
            write(text, &mut digest, &mut blank);
        }
        digest.push(b'|');
        blank = false;
    }
    digest.finish()
}

/// Writes a text as it is folded, several blanks as one.
fn write(text: &str, digest: &mut Digest, blank: &mut bool) {
    fold(text, Reading::Plain, |byte| {
        let is_blank = matches!(byte, b' ' | b'\n');
        if !(is_blank && *blank) {
            digest.push(if is_blank { b' ' } else { byte });
        }
        *blank = is_blank;
    });
}

/// The same for ASCII, without asking what each byte is.
fn write_ascii(text: &str, digest: &mut Digest, blank: &mut bool) {
    for bytes in text.as_bytes().chunks(BLOCK) {
        if is_single_spaced(bytes) && !(*blank && bytes.starts_with(b" ")) {
            digest.write(bytes, |byte| byte.to_ascii_lowercase());
            *blank = bytes.ends_with(b" ");
            continue;
        }
        let (mut folded, mut len) = ([0; BLOCK], 0);
        for &byte in bytes {
            let byte = WHOLE[usize::from(byte)];
            let is_blank = byte == b' ';
            if let Some(place) = folded.get_mut(len) {
                *place = byte;
            }
            len += usize::from(byte != 0 && !(is_blank && *blank));
            *blank = if byte == 0 { *blank } else { is_blank };
        }
        digest.write(folded.get(..len).unwrap_or(&[]), |byte| byte);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn ascii_is_written_as_it_is_folded(text in "([ -~]{0,300}|[ \\nA-b]{0,40}|[\\x00-\\x7f]{0,9}){0,4}", mut blank: bool) {
            let (mut quick, mut whole, mut behind) = (Digest::new(), Digest::new(), blank);
            write_ascii(&text, &mut quick, &mut blank);
            write(&text, &mut whole, &mut behind);
            assert_eq!((quick.finish(), blank), (whole.finish(), behind));
        }
    }

    #[test]
    fn ascii_is_folded_alike() {
        for byte in 0..128_u8 {
            let (mut folded, text) = (Vec::new(), [b'A', byte, b'z']);
            let text = core::str::from_utf8(&text).expect("ASCII");
            fold(text, Reading::Plain, |byte| folded.push(if byte == b'\n' { b' ' } else { byte }));
            let table = text.bytes().map(|byte| WHOLE[usize::from(byte)]).filter(|&byte| byte != 0);
            assert!(table.eq(folded), "{byte}");
        }
    }
}
