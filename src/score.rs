//! The scale: what a number from 0 to 100 means.

use core::fmt;

/// A score from 0 to 100: how strongly one field says that the customer is the owner.
///
/// A score is ordinal: 80 is stronger than 70, but not "ten points more likely". What an interval means is
/// documented by the [`Scale`] of its field.
///
/// ```
/// use ownership_match::Score;
/// assert_eq!(Score::new(85).map(Score::get), Some(85));
/// assert_eq!(Score::new(101), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// 0: nothing agrees.
    pub const MIN: Score = Score(0);
    /// 100: the canonical values are equal.
    pub const MAX: Score = Score(100);

    /// A score, or `None` above 100.
    #[must_use]
    pub const fn new(value: u8) -> Option<Score> {
        if value <= 100 { Some(Score(value)) } else { None }
    }

    /// The number, 0 to 100.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The one place where points (permille) become a score.
    ///
    /// 100 is kept for equal canonical values: what merely rounds to 100 is 99.
    pub(crate) const fn from_points(points: i32) -> Score {
        let points = if points < 0 { 0 } else { points };
        let rounded = (points + 5) / 10;
        Score(if rounded > 99 { 99 } else { rounded as u8 })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Score {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Score {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Score, D::Error> {
        deserializer.deserialize_u8(ScoreVisitor)
    }
}

#[cfg(feature = "serde")]
struct ScoreVisitor;

#[cfg(feature = "serde")]
impl serde::de::Visitor<'_> for ScoreVisitor {
    type Value = Score;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 0 to 100")
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Score, E> {
        let score = u8::try_from(value).ok().and_then(Score::new);
        score.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Unsigned(value), &self))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Score, E> {
        let score = u8::try_from(value).ok().and_then(Score::new);
        score.ok_or_else(|| E::invalid_value(serde::de::Unexpected::Signed(value), &self))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What a score says in words.
///
/// Names, emails and addresses share one [`Scale`], phones have their own; a variant that a scale does not use
/// never comes out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Interpretation {
    /// 100: the same value.
    Exact,
    /// A few characters off. Not on the phone scale.
    VeryStrong,
    /// The majority matches. Not on the phone scale.
    Strong,
    /// A partial match or a nickname; for phones one digit off or missing.
    Possible,
    /// A household member or similar fields; for phones all but the area code.
    Weak,
    /// Only the area code is the same. Only on the phone scale.
    Unlikely,
    /// No match, or an unlikely one.
    None,
}

impl Interpretation {
    /// The stable code used in JSON: `exact`, `very_strong`, `strong`, `possible`, `weak`, `unlikely`, `none`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Interpretation::Exact => "exact",
            Interpretation::VeryStrong => "very_strong",
            Interpretation::Strong => "strong",
            Interpretation::Possible => "possible",
            Interpretation::Weak => "weak",
            Interpretation::Unlikely => "unlikely",
            Interpretation::None => "none",
        }
    }
}

/// One documented interval of scores with its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Band {
    /// The lowest score in the band.
    pub min: Score,
    /// The highest score in the band.
    pub max: Score,
    /// What the band says.
    pub interpretation: Interpretation,
    /// The documented sentence.
    pub meaning: &'static str,
}

const fn band(min: u8, max: u8, interpretation: Interpretation, meaning: &'static str) -> Band {
    Band { min: Score(min), max: Score(max), interpretation, meaning }
}

/// The bands of names, emails and addresses, from the top.
const GENERAL: [Band; 6] = [
    band(100, 100, Interpretation::Exact, "exact match"),
    band(85, 99, Interpretation::VeryStrong, "very strong match, such as a few characters off"),
    band(70, 84, Interpretation::Strong, "strong match, such as majority matches"),
    band(60, 69, Interpretation::Possible, "possible match, such as partial matches or nicknames"),
    band(30, 59, Interpretation::Weak, "weak match, such as possible household member or similar fields"),
    band(0, 29, Interpretation::None, "no or unlikely match"),
];

/// The bands of phones, from the top.
const PHONE: [Band; 5] = [
    band(100, 100, Interpretation::Exact, "exact match"),
    band(70, 99, Interpretation::Possible, "possible match, such as a digit off or a missing number"),
    band(50, 69, Interpretation::Weak, "weak match, such as all the same except area code"),
    band(20, 49, Interpretation::Unlikely, "unlikely match, such as only the same area code"),
    band(0, 19, Interpretation::None, "no match"),
];

/// A documented scale of interpretation.
///
/// ```
/// use ownership_match::{Interpretation, Scale, Score};
/// let score = Score::new(55).unwrap();
/// assert_eq!(Scale::General.interpret(score), Interpretation::Weak);
/// assert_eq!(Scale::Phone.interpret(score), Interpretation::Weak);
/// assert_eq!(Scale::Phone.interpret(Score::new(30).unwrap()), Interpretation::Unlikely);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scale {
    /// The scale of names, emails and addresses.
    General,
    /// The scale of phones.
    Phone,
}

impl Scale {
    /// The bands of the scale, from the highest to the lowest; together they cover 0 to 100 once.
    #[must_use]
    pub const fn bands(self) -> &'static [Band] {
        match self {
            Scale::General => &GENERAL,
            Scale::Phone => &PHONE,
        }
    }

    /// The band that a score lies in.
    ///
    /// ```
    /// use ownership_match::{Scale, Score};
    /// assert_eq!(Scale::Phone.band(Score::MAX).meaning, "exact match");
    /// ```
    #[must_use]
    pub fn band(self, score: Score) -> Band {
        let bands = self.bands();
        // The lowest band begins at 0, so one is always found.
        bands.iter().find(|band| score >= band.min).copied().unwrap_or(bands[bands.len() - 1])
    }

    /// What a score says on this scale.
    #[must_use]
    pub fn interpret(self, score: Score) -> Interpretation {
        self.band(score).interpretation
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_cover_every_score_once() {
        for scale in [Scale::General, Scale::Phone] {
            for value in 0..=100 {
                let score = Score(value);
                let holding = scale.bands().iter().filter(|band| band.min <= score && score <= band.max);
                assert_eq!(holding.count(), 1, "{scale:?} {value}");
            }
        }
    }

    #[test]
    fn points_round_to_99_at_most() {
        assert_eq!(Score::from_points(-20), Score(0));
        assert_eq!(Score::from_points(654), Score(65));
        assert_eq!(Score::from_points(655), Score(66));
        assert_eq!(Score::from_points(998), Score(99));
        assert_eq!(Score::from_points(5000), Score(99));
    }
}
