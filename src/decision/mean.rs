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

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(sum: u32, weight: u32) -> Mean {
        Mean { sum, weight }
    }

    #[test]
    fn it_is_shown_with_two_decimals_at_most_and_cut() {
        for (sum, weight, shown) in [
            (250, 4, "62.5"),
            (250, 3, "83.33"),
            (200, 3, "66.66"),
            (70, 1, "70"),
            (201, 100, "2.01"),
            (6999, 100, "69.99"),
        ] {
            assert_eq!(mean(sum, weight).to_string(), shown);
        }
        assert_eq!(mean(0, 0).to_string(), "0");
    }

    #[test]
    fn it_is_a_fraction() {
        assert_eq!(mean(250, 4).value(), 62.5);
        assert_eq!(mean(9, 6).value(), 1.5);
        let score = |value| Score::new(value).expect("a score");
        assert!(mean(210, 3).reaches(score(70)) && !mean(209, 3).reaches(score(70)) && mean(211, 3).reaches(score(70)));
        assert!(mean(0, 1).reaches(Score::MIN));
    }

    #[cfg(feature = "serde")]
    #[test]
    fn it_is_a_number_in_json() {
        assert_eq!(serde_json::to_string(&mean(250, 4)).expect("JSON"), "62.5");
    }
}
