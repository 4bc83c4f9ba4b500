//! The names that the words of a name may stand for, as a name keeps them.

use super::word::kin;
use smallvec::SmallVec;

/// The links of all words of a name, one behind the other. Those of the tables take a place each; the few that are larger, of a
/// caller's aliases and of other scripts, take three: [`WIDE`], then both halves. Few names need more than [`MOST`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept(pub(super) SmallVec<[u16; MOST]>);

/// Places that a name keeps within itself.
const MOST: usize = 12;

/// What no link of the tables is: the next two places are one link.
const WIDE: u16 = u16::MAX;

impl Kept {
    /// Places that are taken: where the links of the next word begin.
    pub(super) fn end(&self) -> u16 {
        self.0.len() as u16
    }

    /// Adds a link of the tables.
    pub(super) fn push(&mut self, link: u16) {
        self.0.push(link);
    }

    /// Adds a link that the tables have no room for.
    pub(super) fn push_wide(&mut self, link: u32) {
        self.0.extend_from_slice(&[WIDE, (link >> 16) as u16, link as u16]);
    }

    /// How many places are taken from a place on: as many as a word can name.
    pub(super) fn count_from(&self, first: u16) -> u8 {
        self.0.len().saturating_sub(usize::from(first)).min(usize::from(u8::MAX)) as u8
    }

    /// The bits of the names that the links from a place on lead to.
    pub(super) fn kin_from(&self, first: u16) -> u32 {
        Links(self.0.get(usize::from(first)..).unwrap_or(&[])).fold(0, |bits, link| bits | kin(link))
    }
}

/// Links one after the other.
#[derive(Clone, Copy)]
pub(super) struct Links<'a>(pub(super) &'a [u16]);

impl Iterator for Links<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        match *self.0 {
            [WIDE, high, low, ref rest @ ..] => {
                self.0 = rest;
                Some(u32::from(high) << 16 | u32::from(low))
            }
            // The last places of a word that has more links than it can name.
            [] | [WIDE, ..] => None,
            [link, ref rest @ ..] => {
                self.0 = rest;
                Some(u32::from(link))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::word::ORIGIN;

    #[test]
    fn links_are_read_as_they_were_added() {
        let mut kept = Kept::default();
        kept.push(5);
        kept.push_wide(ORIGIN | 0x3_1234);
        kept.push(1 << 15);
        kept.push_wide(7 << 2);
        assert_eq!(Links(&kept.0).collect::<Vec<_>>(), [5, ORIGIN | 0x3_1234, 1 << 15, 7 << 2]);
        assert_eq!((kept.end(), kept.count_from(0), kept.count_from(4), kept.count_from(9)), (8, 8, 4, 0));
        assert_eq!((kept.kin_from(5), kept.kin_from(9)), (1 << 7, 0));
        assert_eq!(Links(&kept.0[..6]).collect::<Vec<_>>(), [5, ORIGIN | 0x3_1234, 1 << 15], "cut within a link");
        for _ in 0..300 {
            kept.push(9);
        }
        assert_eq!(kept.count_from(0), u8::MAX);
    }
}
