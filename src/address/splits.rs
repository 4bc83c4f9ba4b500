//! The places where the street of an address can end, as its value holds them.

use super::{Address, Token};

/// Splits that are kept. More than these are never needed: a city name has five words at most, and a street with known
/// type or a comma has one or two likely ends.
pub(super) const MAX_SPLITS: usize = 8;

/// One reading of the words: which are the street, which the city.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Split {
    /// Words before the street: a building, a company, a person.
    pub(super) name: (u8, u8),
    /// The street without its directionals.
    pub(super) street: (u8, u8),
    pub(super) city: (u8, u8),
    /// The directional before and behind the street: the place of its token plus one; 0 for none.
    pub(super) before: u8,
    pub(super) behind: u8,
}

/// The ends of the street, the likeliest first. All else about a split follows from its end.
#[derive(Clone, Copy, Default)]
pub(super) struct StreetEnds {
    /// The token behind the street.
    ends: [u8; MAX_SPLITS + 1],
    /// Those with a directional before the street, and behind it, as bits.
    before: [u8; 2],
    behind: [u8; 2],
    /// How many there are; the highest bit says that in the last one the words before the house number are the street.
    count: u8,
}

/// In the last split the words before the house number are the street.
const NAMED: u8 = 1 << 7;

impl StreetEnds {
    pub(super) fn len(&self) -> usize {
        usize::from(self.count & !NAMED)
    }

    fn is_named(&self) -> bool {
        self.count & NAMED != 0
    }

    fn push(&mut self, end: u8, (before, behind): (bool, bool)) {
        let at = self.len();
        if let Some(slot) = self.ends.get_mut(at) {
            *slot = end;
            self.before = (u16::from_le_bytes(self.before) | u16::from(before) << at).to_le_bytes();
            self.behind = (u16::from_le_bytes(self.behind) | u16::from(behind) << at).to_le_bytes();
            self.count += 1;
        }
    }

    /// Where one ends, and whether a directional stands before it and behind it.
    #[inline(always)]
    fn at(&self, at: usize) -> (u8, (bool, bool)) {
        let has = |bits: [u8; 2]| u16::from_le_bytes(bits) >> at & 1 != 0;
        (self.ends[at], (has(self.before), has(self.behind)))
    }
}

impl Address {
    /// The readings of the words, the likeliest first.
    pub(super) fn splits(&self) -> impl Iterator<Item = Split> + Clone {
        (0..self.ends.len()).map(|at| self.split_at(at))
    }

    /// The reading at a place among them.
    pub(super) fn split(&self, at: usize) -> Option<Split> {
        (at < self.ends.len()).then(|| self.split_at(at))
    }

    #[inline(always)]
    pub(super) fn split_at(&self, at: usize) -> Split {
        let (to, (before, behind)) = self.ends.at(at);
        // `BROADWAY 12 NEW YORK`: in the last reading what stands before the number is the street.
        let named = self.ends.is_named() && at + 1 == self.ends.len();
        let (name, from) = if named { ((0, 0), 0) } else { ((0, self.name_to), self.name_to) };
        Split {
            name,
            street: (from + u8::from(before), to - u8::from(behind)),
            city: (to, self.region_from),
            before: if before { from + 1 } else { 0 },
            behind: if behind { to } else { 0 },
        }
    }

    /// Adds the reading in which the street ends before the token at `to`.
    pub(super) fn push_split(&mut self, to: u8) {
        let from = self.name_to;
        self.push_end(from, to);
    }

    /// Sets the readings, where no word of the street is a directional: all that end the street before a token.
    #[inline(always)]
    pub(super) fn push_plain_splits(&mut self, ends: impl Iterator<Item = u8>) {
        for (held, to) in self.ends.ends.iter_mut().zip(ends) {
            *held = to;
            self.ends.count += 1;
        }
    }

    /// Adds, last, the reading in which the words before the house number are the street.
    pub(super) fn push_named_split(&mut self) {
        self.push_end(0, self.name_to);
        self.ends.count |= NAMED;
    }

    /// Keeps the readings that hold; whether any are left.
    pub(super) fn retain_splits(&mut self, holds: impl Fn(&Split) -> bool) -> bool {
        let (count, named) = (self.ends.len(), self.ends.is_named());
        let mut kept = StreetEnds::default();
        for at in 0..count {
            if holds(&self.split_at(at)) {
                let (end, directions) = self.ends.at(at);
                kept.push(end, directions);
                kept.count |= if named && at + 1 == count { NAMED } else { 0 };
            }
        }
        self.ends = kept;
        kept.len() > 0
    }

    fn push_end(&mut self, from: u8, to: u8) {
        let direction = |at: u8| self.tokens[usize::from(at)].is(Token::DIRECTION);
        // A directional belongs to a name, not only to a type: North Avenue is a name and Avenue, and so it is in E North Avenue.
        // `100 NORTH AVE, RIVERSIDE`: what stands behind a comma is no name of the street.
        let parted = |from: u8, to: u8| {
            // More words than that have no bit.
            let mut places = from + 1..to.min(64);
            if self.stated == 0 { to } else { places.find(|&at| self.stated >> at & 1 != 0).unwrap_or(to) }
        };
        let named = |from: u8, to: u8| {
            let words = self.token_range((from, parted(from, to)));
            words.iter().any(|token| !token.is(Token::DIRECTION) && !token.is(Token::PRIMARY))
                || matches!(words, [name, of_type] if name.is(Token::DIRECTION) && of_type.is(Token::PRIMARY))
        };
        let before = from < to && direction(from) && named(from + 1, to);
        let from = from + u8::from(before);
        let behind = from < to && direction(to - 1) && named(from, to - 1);
        self.ends.push(to, (before, behind));
    }
}
