//! Lines that end inside a word, beside an address that may go on.

use crate::address::splits::Split;
use crate::address::{Address, More, Token};

/// Letters of the longest word that says nothing as a whole where a line is cut behind them.
const LONGEST_SHORT_CUT: usize = 4;

impl Address {
    /// Whether a line that ends inside a word (`MAIN ST P`, `MAIN ST AP`) may go on with the city, or the unit, of this address.
    #[inline]
    pub(super) fn may_go_on(&self, split: &Split, line: &Address) -> bool {
        line.more.as_ref().is_none_or(|more| match more.cut_word {
            [0, ..] => true,
            ref cut if more.is_cut_at_width => self.has_longer(line, more, cut),
            ref cut => self.goes_on(split, cut),
        })
    }

    /// Whether behind the last word of a line stands one in this address, its region or its postcode, that begins with the letters of
    /// the cut one and goes on. `MAIN STREET SPRINGFIELD MA` is not cut within Main; `DUBLIN CO` ends within Co. Dublin.
    fn has_longer(&self, line: &Address, more: &More, cut: &[u8]) -> bool {
        let length = cut.iter().take_while(|&&letter| letter != 0).count();
        // A long word may be whole, and the width of the line a coincidence.
        let begins =
            |word: &[u8]| (word.len() > length || length > LONGEST_SHORT_CUT) && word.starts_with(&cut[..length]);
        let Some(last) = line.tokens.last().map(|last| line.spelling(*last)) else { return false };
        let is_last = |token: &Token| self.spelling(*token) == last;
        let more_follows = |three: &[Token]| is_last(&three[0]) && self.spelling(three[1]) == &cut[..length];
        let region = || more.cut_regions.contains(&self.region);
        self.tokens.windows(2).any(|two| is_last(&two[0]) && begins(self.spelling(two[1])))
            || self.tokens.windows(3).any(more_follows)
            || self.tokens.last().is_some_and(is_last) && (begins(self.postcode.as_bytes()) || region())
    }

    fn goes_on(&self, split: &Split, cut: &[u8]) -> bool {
        let length = cut.iter().take_while(|&&letter| letter != 0).count();
        let cut = &cut[..length];
        let mut city = self.token_range(split.city).iter().flat_map(|token| self.spelling(*token));
        split.city.0 == split.city.1
            || cut.iter().all(|letter| city.next() == Some(letter))
            || !self.units.is_empty()
                && crate::address::parse::read::CUT_DESIGNATORS.iter().any(|whole| whole.as_bytes().starts_with(cut))
    }
}
