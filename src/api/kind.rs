//! The `object` key: what kind of object a JSON object says it is.

use core::fmt;
use core::marker::PhantomData;

/// A documented object with the value of its `object` key.
pub trait Named {
    /// The value of the `object` key.
    const OBJECT: &'static str;
    /// Whether another value is taken too: the documentation itself shows older names of some objects.
    const LENIENT: bool = false;
}

/// The `object` key of an object: always the documented value, so that a customer is never read as an account.
///
/// ```
/// use ownership_match::api::Customer;
/// assert_eq!(Customer::default().object.name(), "customer");
/// ```
pub struct Kind<T>(PhantomData<fn() -> T>);

impl<T: Named> Kind<T> {
    /// The value of the key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        T::OBJECT
    }
}

impl<T> Default for Kind<T> {
    fn default() -> Self {
        Kind(PhantomData)
    }
}

impl<T> Clone for Kind<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kind<T> {}

impl<T> PartialEq for Kind<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Kind<T> {}

impl<T: Named> fmt::Debug for Kind<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::OBJECT)
    }
}

#[cfg(feature = "serde")]
impl<T: Named> serde::Serialize for Kind<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(T::OBJECT)
    }
}

#[cfg(feature = "serde")]
impl<'de, T: Named> serde::Deserialize<'de> for Kind<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::{Error, Unexpected};
        let object = Option::<std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        match object.as_deref().map(str::trim) {
            None | Some("") => Ok(Kind::default()),
            Some(object) if T::LENIENT || object == T::OBJECT => Ok(Kind::default()),
            Some(_) => Err(D::Error::invalid_value(Unexpected::Other("another kind of object"), &T::OBJECT)),
        }
    }
}
