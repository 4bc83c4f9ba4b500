//! The JSON object of an address: what was understood, for `normalize`.

use super::{Address, AddressParts, SecondaryUnit};
use serde::ser::{Serialize, SerializeStruct, Serializer};

impl Serialize for Address {
    /// The object of [`AddressParts`].
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.parts().serialize(serializer)
    }
}

impl Serialize for AddressParts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Address", 13)?;
        object.serialize_field("name", &self.name)?;
        object.serialize_field("house_number", &self.house_number)?;
        object.serialize_field("predirectional", &self.predirectional)?;
        object.serialize_field("thoroughfare", &self.thoroughfare)?;
        object.serialize_field("postdirectional", &self.postdirectional)?;
        object.serialize_field("units", &self.units)?;
        object.serialize_field("po_box", &self.po_box)?;
        object.serialize_field("route", &self.route)?;
        object.serialize_field("city", &self.city)?;
        object.serialize_field("state", &self.state)?;
        object.serialize_field("postal_code", &self.postal_code)?;
        object.serialize_field("postal_code_detail", &self.postal_code_detail)?;
        object.serialize_field("country", &self.country)?;
        object.end()
    }
}

impl Serialize for SecondaryUnit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("SecondaryUnit", 2)?;
        object.serialize_field("designator", &self.designator)?;
        object.serialize_field("identifier", &self.identifier)?;
        object.end()
    }
}
