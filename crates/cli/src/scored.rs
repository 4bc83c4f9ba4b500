//! The JSON of a field's result: the documented keys, the interpretation and the reasons.

use ownership_match::{Comparison, FieldResult};
use serde::{Serialize, Serializer};

/// The result of one field.
#[derive(Serialize)]
pub(crate) struct FieldJson {
    match_score: Option<u8>,
    missing_data: bool,
    interpretation: Option<&'static str>,
    reasons: Codes,
}

impl From<FieldResult> for FieldJson {
    fn from(result: FieldResult) -> FieldJson {
        let comparison = result.comparison();
        FieldJson {
            match_score: result.match_score().map(|score| score.get()),
            missing_data: result.missing_data(),
            interpretation: comparison.map(|comparison| comparison.interpretation().code()),
            reasons: Codes(comparison),
        }
    }
}

/// The codes of the reasons, written as a list without making one.
struct Codes(Option<Comparison>);

impl Serialize for Codes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().flat_map(|comparison| comparison.reasons.codes()))
    }
}
