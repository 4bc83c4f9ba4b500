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

/// The ends of the street, the likeliest first. All else about a split follows from its end, so that two bytes hold one.
#[derive(Clone, Copy, Default)]
pub(super) struct StreetEnds {
    /// The token behind the street; the upper bits say whether a directional stands before it and behind it.
    ends: [u16; MAX_SPLITS + 1],
    count: u8,
    /// In the last one the words before the house number are the street.
    named: bool,
}

/// The street has a directional before it, behind it.
const BEFORE: u16 = 1 << 14;
const BEHIND: u16 = 1 << 15;

impl StreetEnds {
    pub(super) fn len(&self) -> usize {
        usize::from(self.count)
    }

    fn push(&mut self, end: u16) {
        if let Some(slot) = self.ends.get_mut(usize::from(self.count)) {
            *slot = end;
            self.count += 1;
        }
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

    #[inline]
    pub(super) fn split_at(&self, at: usize) -> Split {
        let end = self.ends.ends[at];
        let to = (end & !(BEFORE | BEHIND)) as u8;
        // `BROADWAY 12 NEW YORK`: in the last reading what stands before the number is the street.
        let named = self.ends.named && at + 1 == self.ends.len();
        let (name, from) = if named { ((0, 0), 0) } else { ((0, self.name_to), self.name_to) };
        let (before, behind) = (end & BEFORE != 0, end & BEHIND != 0);
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

    /// The same where no word of the street is a directional.
    pub(super) fn push_plain_split(&mut self, to: u8) {
        self.ends.push(u16::from(to));
    }

    /// Adds, last, the reading in which the words before the house number are the street.
    pub(super) fn push_named_split(&mut self) {
        self.push_end(0, self.name_to);
        self.ends.named = true;
    }

    /// Keeps the readings that hold; whether any are left.
    pub(super) fn retain_splits(&mut self, holds: impl Fn(&Split) -> bool) -> bool {
        let (count, named) = (self.ends.len(), self.ends.named);
        let mut kept = StreetEnds::default();
        for at in 0..count {
            if holds(&self.split_at(at)) {
                kept.push(self.ends.ends[at]);
                kept.named = named && at + 1 == count;
            }
        }
        self.ends = kept;
        kept.count > 0
    }

    fn push_end(&mut self, from: u8, to: u8) {
        let direction = |at: u8| self.tokens[usize::from(at)].is(Token::DIRECTION);
        // A directional belongs to a name, not only to a type: North Avenue is a name and Avenue.
        let named = |from: u8, to: u8| {
            self.token_range((from, to)).iter().any(|token| !token.is(Token::DIRECTION) && !token.is(Token::PRIMARY))
        };
        let (mut core_from, mut core_to, mut end) = (from, to, u16::from(to));
        if core_to > core_from + 1 && direction(core_from) && named(core_from + 1, core_to) {
            core_from += 1;
            end |= BEFORE;
        }
        if core_to > core_from + 1 && direction(core_to - 1) && named(core_from, core_to - 1) {
            core_to -= 1;
            end |= BEHIND;
        }
        debug_assert!(core_from <= core_to);
        self.ends.push(end);
    }
}
