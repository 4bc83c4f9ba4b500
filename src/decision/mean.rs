//! The weighed mean of scores, kept as a fraction.

use crate::score::Score;
use core::fmt;

/// The weighed mean of the fields, 0 to 100, kept as a fraction so that thresholds are met exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mean {
    pub(crate) sum: u32,
    pub(crate) weight: u32,
}

impl Mean {
    /// Whether the mean is at least a score.
    #[must_use]
    pub const fn reaches(self, score: Score) -> bool {
        self.sum >= score.get() as u32 * self.weight
    }

    /// The mean as a number, 0.0 to 100.0.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.sum) / f64::from(self.weight)
    }
}

impl fmt::Display for Mean {
    /// At most two decimals, cut and not rounded, so that what is shown never reaches a threshold that the mean does not.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = u64::from(self.sum) * 100 / u64::from(self.weight.max(1));
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        match rest {
            0 => write!(f, "{whole}"),
            rest if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            rest => write!(f, "{whole}.{rest:02}"),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Mean {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}
