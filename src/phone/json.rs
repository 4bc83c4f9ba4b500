//! What was understood of a phone field, as a JSON object.

use super::{Phone, string};
use serde::ser::{Serialize, SerializeStruct, Serializer};

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let flags: Vec<&str> = [
            ("masked", self.is_masked()),
            ("several", self.is_several()),
            ("unreadable", self.is_unreadable()),
            ("region_assumed", !self.is_unreadable() && !self.first.explicit),
            ("repaired", self.is_repaired()),
            ("vanity", self.numbers().any(|number| number.spelled)),
        ]
        .into_iter()
        .filter_map(|(flag, is_set)| is_set.then_some(flag))
        .collect();
        let others: Vec<String> = self
            .numbers()
            .skip(1)
            .map(|number| number.e164().map_or_else(|| string(number.national), |text| text.to_string()))
            .collect();
        let mut object = serializer.serialize_struct("Phone", 7)?;
        object.serialize_field("e164", &self.e164().as_ref().map(super::E164::as_str))?;
        object.serialize_field("extension", &self.extension())?;
        object.serialize_field("valid", &self.is_valid())?;
        object.serialize_field("calling_code", &self.calling_code())?;
        object.serialize_field("national_number", &self.national_number())?;
        object.serialize_field("others", &others)?;
        object.serialize_field("flags", &flags)?;
        object.end()
    }
}
