//! The id of a line that could not be scored, as far as it can be read.

use core::cell::Cell;
use core::fmt;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The id of a line that may be cut, not UTF-8 or not JSON: reading goes as far as the line allows, and what was read of
/// the id before something broke is kept.
pub(super) fn read(bytes: &[u8]) -> Option<&RawValue> {
    let id = Cell::new(None);
    // Whether the rest of the line can be read does not matter here.
    let _ = serde_json::Deserializer::from_slice(bytes).deserialize_map(IdVisitor { id: &id });
    id.into_inner()
}

struct IdVisitor<'cell, 'de> {
    id: &'cell Cell<Option<&'de RawValue>>,
}

impl<'de> Visitor<'de> for IdVisitor<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == "id" {
                self.id.set(Some(map.next_value()?));
                return Ok(());
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_far_as_the_line_allows() {
        let id = |bytes| read(bytes).map(RawValue::get);
        assert_eq!(id(br#"{"owners": 5, "id": {"row": 1.50}}"#), Some(r#"{"row": 1.50}"#));
        assert_eq!(id(br#"{"id": "a", "owner_inf"#), Some(r#""a""#));
        assert_eq!(id(b"{\"name\": \"\xff\", \"id\": 7}"), Some("7"));
        assert_eq!(id(br#"{"id": "a"#), None);
        assert_eq!(id(br#"["id"]"#), None);
        assert_eq!(id(b"\xff\xfe"), None);
    }
}
