//! The reasons of a comparison, and the comparison: what every field answers.

use super::{Effect, Evidence, Field};
use core::fmt;

/// The reasons of one comparison: a set of [`Evidence`] about one field, without allocation.
///
/// ```
/// use ownership_match::{Evidence, Name};
/// let given = Name::parse("Jenny Rosen").unwrap();
/// let comparison = given.compare(&given);
/// assert_eq!(comparison.reasons.iter().collect::<Vec<_>>(), [Evidence::NameExact]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reasons {
    field: Field,
    bits: u64,
}

/// The bits of the evidence that lowers a score, by field.
const LOWERING: [u64; 4] = {
    const fn bits(all: &[Evidence]) -> u64 {
        let (mut bits, mut at) = (0, 0);
        while at < all.len() {
            if matches!(all[at].effect(), Effect::Lowered) {
                bits |= 1 << at;
            }
            at += 1;
        }
        bits
    }
    [
        bits(Evidence::all(Field::Name)),
        bits(Evidence::all(Field::Email)),
        bits(Evidence::all(Field::Phone)),
        bits(Evidence::all(Field::Address)),
    ]
};

impl Reasons {
    /// No reasons yet.
    pub(crate) const fn new(field: Field) -> Reasons {
        Reasons { field, bits: 0 }
    }

    /// Adds a reason; one about another field is a mistake of the caller and is ignored.
    #[inline(always)]
    pub(crate) fn add(&mut self, evidence: Evidence) {
        debug_assert_eq!(evidence.field(), self.field);
        // By the place in the row of the field, so that nothing is looked up where the field is known.
        let all = Evidence::all(self.field);
        let position = (evidence as u32).wrapping_sub(all[0] as u32);
        if position < all.len() as u32 {
            self.bits |= 1 << position;
        }
    }

    /// These reasons and one more.
    #[inline(always)]
    pub(crate) fn with(mut self, evidence: Evidence) -> Reasons {
        self.add(evidence);
        self
    }

    /// The reasons of a field whose [bits](Evidence::bit) these are.
    pub(crate) const fn of_bits(field: Field, bits: u64) -> Reasons {
        Reasons { field, bits }
    }

    /// A number that orders sets of reasons, for a fixed choice between equal scores.
    pub(crate) const fn rank(self) -> u64 {
        self.bits
    }

    /// Whether these reasons come first in the order of lists, each told in its order: at the first reason that only one of
    /// them has, that one comes first, unless the other has ended there.
    pub(crate) const fn come_before(self, other: Reasons) -> bool {
        let apart = self.bits ^ other.bits;
        if apart == 0 {
            return false;
        }
        let behind = u64::MAX << apart.trailing_zeros() << 1;
        if self.bits & apart & apart.wrapping_neg() != 0 { other.bits & behind != 0 } else { self.bits & behind == 0 }
    }

    /// The field that the reasons are about.
    #[must_use]
    pub const fn field(self) -> Field {
        self.field
    }

    /// Whether a reason is among them.
    #[must_use]
    pub fn contains(self, evidence: Evidence) -> bool {
        evidence.field() == self.field && self.bits & (1 << evidence.position()) != 0
    }

    /// Whether one of them lowered the score: every score below 100 has such a reason.
    pub(crate) const fn lowered(self) -> bool {
        self.bits & LOWERING[self.field as usize] != 0
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The reasons in the order in which they are told.
    pub fn iter(self) -> impl Iterator<Item = Evidence> {
        Evidence::all(self.field).iter().copied().filter(move |&evidence| self.contains(evidence))
    }

    /// The stable codes in the order in which they are told.
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        self.iter().map(Evidence::code)
    }
}

impl fmt::Debug for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// The answer of one comparator: the score and its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct Comparison {
    /// The score.
    pub score: crate::Score,
    /// What raised and lowered it.
    pub reasons: Reasons,
}

impl Comparison {
    /// What the score says on the scale of its field.
    #[must_use]
    pub fn interpretation(self) -> crate::Interpretation {
        self.reasons.field.scale().interpret(self.score)
    }
}
