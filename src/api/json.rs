//! How objects are read: from a JSON object and nothing else, and with null where a key may be absent.

use core::fmt;
use core::marker::PhantomData;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

/// Implements `Serialize` and `Deserialize` over functions derived with `#[serde(remote = "Self")]`.
///
/// What a derive alone reads is also an array, its items taken by position: a list of two texts would silently become a
/// name and an email. Here only an object is read, and what is wrong with a value is said without it
/// ([`quiet`](super::quiet)).
macro_rules! json_object {
    ($($type:ident),+) => { $crate::api::json::only_objects!($crate::api::quiet::Quiet; $($type),+); };
}

/// The same over a reader of the caller's choice: what configures the caller may be quoted.
macro_rules! only_objects {
    ($reader:path; $($type:ident),+) => {$(
        #[cfg(feature = "serde")]
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $type::serialize(self, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct ObjectVisitor;

                impl<'de> ::serde::de::Visitor<'de> for ObjectVisitor {
                    type Value = $type;

                    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, map: A) -> Result<$type, A::Error> {
                        $type::deserialize(::serde::de::value::MapAccessDeserializer::new(map))
                    }
                }

                ::serde::Deserializer::deserialize_map($reader(deserializer), ObjectVisitor)
            }
        }
    )+};
}

pub(crate) use {json_object, only_objects};

/// Null reads as the default value, as an absent key does.
pub(super) fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads a text or an object, for [`Expandable`](super::Expandable).
pub(super) struct TextOrObject<T>(pub(super) PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for TextOrObject<T> {
    type Value = super::Expandable<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or an object")
    }

    fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<Self::Value, E> {
        Ok(super::Expandable::Id(id.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|object| super::Expandable::Object(Box::new(object)))
    }
}
