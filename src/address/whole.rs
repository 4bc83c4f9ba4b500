//! Texts of which not everything is read: a digest of the whole says whether two are the same.

use super::{Address, Text};
use crate::text::whole;

impl Address {
    /// Keeps a digest of texts of which not everything was read, so that they are still equal to themselves.
    pub(super) fn keep_whole(&mut self, texts: &[&str]) {
        if self.flags & super::CUT == 0 {
            return;
        }
        self.whole = Text { start: (self.text.len() as u16).to_le_bytes(), len: 16 };
        whole::digest_of(texts).into_iter().for_each(|half| self.text.extend_from_slice(&half.to_be_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
