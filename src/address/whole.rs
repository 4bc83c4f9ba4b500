//! Texts of which not everything is read: a digest of the whole says whether two are the same.

use super::{Address, Text};
use crate::text::digest::Digest;
use crate::text::fold::{Reading, fold};
use crate::text::is_single_spaced;

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

impl Address {
    /// Keeps a digest of texts of which not everything was read, so that they are still equal to themselves.
    pub(super) fn keep_whole(&mut self, texts: &[&str]) {
        if self.flags & super::CUT == 0 {
            return;
        }
        let mut digest = Digest::new();
        // However many blanks and line feeds there are.
        let mut blank = true;
        for text in texts {
            if text.is_ascii() {
                write_ascii(text, &mut digest, &mut blank);
            } else {
                write(text, &mut digest, &mut blank);
            }
            digest.push(b'|');
            blank = false;
        }
        self.whole = Text { start: (self.text.len() as u16).to_le_bytes(), len: 16 };
        digest.finish().into_iter().for_each(|half| self.text.extend_from_slice(&half.to_be_bytes()));
    }
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

    /// What is not read of a long text is no part of another address, and no reason to call two addresses the same.
    #[test]
    fn texts_that_are_not_read_to_the_end_are_the_same_only_as_a_whole() {
        let words: Vec<String> =
            ["12", "Oak"].map(str::to_owned).into_iter().chain((0..60).map(|at| format!("hill{at}x"))).collect();
        let is_same = |one: &[String], other: &[String]| {
            let read = |words: &[String]| Address::parse(&format!("{} St, Reno NV 89501", words.join(" ")), None);
            let (Some(one), Some(other)) = (read(one), read(other)) else { return false };
            (one.compare(&other).score.get() == 100, other.compare(&one).score.get() == 100) == (true, true)
        };
        assert!(is_same(&words, &words));
        let mut others = words.clone();
        others[40].push('y');
        assert!(!is_same(&words, &others) && !is_same(&others, &words));
        // Nor is it the same as what is read of it.
        for width in 16..21 {
            for from in 2..words.len() - width {
                assert!(!is_same(&words, &[&words[..from], &words[from + width..]].concat()), "{from} {width}");
            }
        }
    }
}
