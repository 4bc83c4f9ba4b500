//! What was understood of a name, as JSON.

use super::{Name, Party, PartyKind};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// `{"parties": [{"kind", "role", "given", "middle", "surname", "suffix", "nicknames", …}, …]}`.
impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("parties", &self.parties().collect::<Vec<_>>())?;
        map.serialize_entry("transliterated", &self.original().is_some())?;
        map.end()
    }
}

impl Serialize for Party<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let business = self.kind() == PartyKind::Business;
        map.serialize_entry("kind", if business { "business" } else { "person" })?;
        map.serialize_entry("role", self.role().code())?;
        if business {
            map.serialize_entry("name", &self.surname().join(" "))?;
            map.serialize_entry("legal_form", &self.has_legal_form())?;
        } else {
            map.serialize_entry("given", &self.given().join(" "))?;
            map.serialize_entry("middle", &self.middle().join(" "))?;
            map.serialize_entry("surname", &self.surname().join(" "))?;
            map.serialize_entry("suffix", &self.generation())?;
            map.serialize_entry("nicknames", &self.nicknames())?;
            map.serialize_entry("order_stated", &self.is_order_stated())?;
        }
        map.end()
    }
}
