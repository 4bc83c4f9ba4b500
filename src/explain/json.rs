//! Explanations as JSON.

use super::{AlignedPart, Alignment, Explanation, FieldExplanation, Statement};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

impl Serialize for Statement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Statement", 4)?;
        object.serialize_field("code", self.code())?;
        object.serialize_field("effect", self.effect().code())?;
        object.serialize_field("part", self.part().code())?;
        object.serialize_field("sentence", self.sentence())?;
        object.end()
    }
}

impl Serialize for FieldExplanation {
    /// `{"field", "match_score", "interpretation", "meaning", "reasons": […]}`, and `parts` where both sides are revealed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let comparison = self.result().comparison();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("field", self.field().key())?;
        map.serialize_entry("match_score", &comparison.map(|comparison| comparison.score))?;
        map.serialize_entry("interpretation", &comparison.map(|comparison| comparison.interpretation().code()))?;
        map.serialize_entry("meaning", self.meaning())?;
        map.serialize_entry("reasons", &self.statements().collect::<Vec<_>>())?;
        if let Some(alignment) = self.alignment() {
            map.serialize_entry("parts", alignment)?;
        }
        map.end()
    }
}

impl Serialize for Explanation {
    /// `{"choice": "owner 1 of 2 …", "fields": […]}`, and `other_owners` (field → 0-based index) where fields are of others.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(choice) = self.choice() {
            map.serialize_entry("choice", &choice.to_string())?;
        }
        if !self.others.is_empty() {
            let others: std::collections::BTreeMap<_, _> =
                self.others.iter().map(|(field, owner)| (field.key(), owner)).collect();
            map.serialize_entry("other_owners", &others)?;
        }
        map.serialize_entry("fields", self.fields())?;
        map.end()
    }
}

impl Serialize for Alignment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.parts())
    }
}

impl Serialize for AlignedPart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("AlignedPart", 4)?;
        object.serialize_field("part", self.part().code())?;
        object.serialize_field("given", &self.given())?;
        object.serialize_field("owner", &self.owner())?;
        object.serialize_field("agreement", self.agreement().code())?;
        object.end()
    }
}
