//! Why a decision came out as it did.

use crate::evidence::Field;
use crate::score::Score;

/// Why a decision came out as it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The mean reaches the threshold to proceed.
    ReachesProceed,
    /// The mean reaches the threshold to step up, and not the one to proceed.
    ReachesStepUp,
    /// The mean is below both thresholds.
    BelowStepUp,
    /// No field counted, so there is no mean.
    NothingCounted,
    /// A required field has no score.
    RequiredMissing(Field),
    /// The score of a field is below its veto.
    Vetoed {
        /// The field.
        field: Field,
        /// The lowest score at which the veto is silent.
        below: Score,
    },
}

impl Reason {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Reason::ReachesProceed => "policy.reaches_proceed",
            Reason::ReachesStepUp => "policy.reaches_step_up",
            Reason::BelowStepUp => "policy.below_step_up",
            Reason::NothingCounted => "policy.nothing_counted",
            Reason::RequiredMissing(_) => "policy.required_missing",
            Reason::Vetoed { .. } => "policy.vetoed",
        }
    }

    /// The field that the reason is about, if it is about one.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Reason::RequiredMissing(field) | Reason::Vetoed { field, .. } => Some(field),
            _ => None,
        }
    }

    /// A sentence for people, without its full stop.
    ///
    /// ```
    /// use ownership_match::Field;
    /// use ownership_match::decision::Reason;
    /// assert_eq!(Reason::RequiredMissing(Field::Phone).sentence(), "the phone is required and has no score");
    /// ```
    #[must_use]
    pub fn sentence(self) -> String {
        match self {
            Reason::ReachesProceed => "the mean is high enough to proceed".to_owned(),
            Reason::ReachesStepUp => "the mean is high enough to step up, and too low to proceed".to_owned(),
            Reason::BelowStepUp => "the mean is too low".to_owned(),
            Reason::NothingCounted => "no field counted, so nothing was shown".to_owned(),
            Reason::RequiredMissing(field) => format!("the {} is required and has no score", field.key()),
            Reason::Vetoed { field, below } => format!("the {} scores below {below}", field.key()),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Reason {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.code())?;
        if let Some(field) = self.field() {
            map.serialize_entry("field", &field)?;
        }
        map.serialize_entry("sentence", &self.sentence())?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VETO: Reason = Reason::Vetoed { field: Field::Name, below: Score::MAX };

    #[test]
    fn codes_and_sentences_are_stable() {
        let missing = Reason::RequiredMissing(Field::Phone);
        let all =
            [Reason::ReachesProceed, Reason::ReachesStepUp, Reason::BelowStepUp, Reason::NothingCounted, missing, VETO];
        assert_eq!(
            all.map(Reason::code),
            [
                "policy.reaches_proceed",
                "policy.reaches_step_up",
                "policy.below_step_up",
                "policy.nothing_counted",
                "policy.required_missing",
                "policy.vetoed"
            ]
        );
        assert_eq!(missing.sentence(), "the phone is required and has no score");
        assert_eq!(VETO.sentence(), "the name scores below 100");
        assert_eq!(all.map(Reason::field), [None, None, None, None, Some(Field::Phone), Some(Field::Name)]);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn the_field_is_told_where_there_is_one() {
        let json = |reason: Reason| serde_json::to_string(&reason).expect("JSON");
        let expected = r#"{"code":"policy.vetoed","field":"name","sentence":"the name scores below 100"}"#;
        assert_eq!(json(VETO), expected);
        let expected = r#"{"code":"policy.below_step_up","sentence":"the mean is too low"}"#;
        assert_eq!(json(Reason::BelowStepUp), expected);
    }
}
