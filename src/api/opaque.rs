//! A part of a documented object that the library carries but does not read.

/// Any JSON value, carried unread: balances, errors of the bank, objects of other kinds.
///
/// `Debug` shows nothing of it.
#[derive(Clone, Default, PartialEq)]
pub enum Opaque {
    /// Null.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A number without fraction below zero, or within the range of `i64`.
    Signed(i64),
    /// A number without fraction above the range of `i64`.
    Unsigned(u64),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Opaque>),
    /// An object, its keys in the order in which they were read.
    Object(Vec<(String, Opaque)>),
}

crate::privacy::redacted_debug!(Opaque);

#[cfg(feature = "serde")]
mod json {
    use super::Opaque;
    use core::fmt;
    use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
    use serde::ser::{Serialize, Serializer};

    impl Serialize for Opaque {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Opaque::Null => serializer.serialize_unit(),
                Opaque::Bool(value) => serializer.serialize_bool(*value),
                Opaque::Signed(value) => serializer.serialize_i64(*value),
                Opaque::Unsigned(value) => serializer.serialize_u64(*value),
                Opaque::Float(value) => serializer.serialize_f64(*value),
                Opaque::Text(value) => serializer.serialize_str(value),
                Opaque::List(items) => serializer.collect_seq(items),
                Opaque::Object(entries) => serializer.collect_map(entries.iter().map(|(key, value)| (key, value))),
            }
        }
    }

    impl<'de> Deserialize<'de> for Opaque {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(OpaqueVisitor)
        }
    }

    struct OpaqueVisitor;

    impl<'de> Visitor<'de> for OpaqueVisitor {
        type Value = Opaque;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any value")
        }

        fn visit_unit<E: Error>(self) -> Result<Opaque, E> {
            Ok(Opaque::Null)
        }

        fn visit_none<E: Error>(self) -> Result<Opaque, E> {
            Ok(Opaque::Null)
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Opaque, D::Error> {
            Opaque::deserialize(deserializer)
        }

        fn visit_bool<E: Error>(self, value: bool) -> Result<Opaque, E> {
            Ok(Opaque::Bool(value))
        }

        fn visit_i64<E: Error>(self, value: i64) -> Result<Opaque, E> {
            Ok(Opaque::Signed(value))
        }

        fn visit_u64<E: Error>(self, value: u64) -> Result<Opaque, E> {
            Ok(i64::try_from(value).map_or(Opaque::Unsigned(value), Opaque::Signed))
        }

        fn visit_f64<E: Error>(self, value: f64) -> Result<Opaque, E> {
            Ok(Opaque::Float(value))
        }

        fn visit_str<E: Error>(self, value: &str) -> Result<Opaque, E> {
            Ok(Opaque::Text(value.to_owned()))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Opaque, A::Error> {
            let mut list = Vec::new();
            while let Some(item) = items.next_element()? {
                list.push(item);
            }
            Ok(Opaque::List(list))
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Opaque, A::Error> {
            let mut object = Vec::new();
            while let Some(entry) = entries.next_entry()? {
                object.push(entry);
            }
            Ok(Opaque::Object(object))
        }
    }
}
