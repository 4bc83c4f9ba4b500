//! A reference that is an id, or the object itself where the caller asked to expand it.

/// An id string, or the expanded object.
///
/// ```
/// use ownership_match::api::{AccountOwnership, Expandable};
/// let reference: Expandable<AccountOwnership> = Expandable::Id("fcaowns_1".to_owned());
/// assert!(reference.object().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expandable<T> {
    /// Not expanded: the id only.
    Id(String),
    /// The object.
    Object(Box<T>),
}

impl<T> Expandable<T> {
    /// The object, or `None` where only the id is there.
    #[must_use]
    pub fn object(&self) -> Option<&T> {
        match self {
            Expandable::Id(_) => None,
            Expandable::Object(object) => Some(object),
        }
    }
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Expandable<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Expandable::Id(id) => serializer.serialize_str(id),
            Expandable::Object(object) => object.serialize(serializer),
        }
    }
}

#[cfg(feature = "serde")]
impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Expandable<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(super::json::TextOrObject(core::marker::PhantomData))
    }
}
