//! What the library understood of one value, as JSON: the only place that knows the shape of it.

use ownership_match::{Address, Country, Email, Name, Phone, PostalAddress};
use serde_json::{Value, json};

/// A name; null where it holds none.
pub(crate) fn name(text: &str) -> Value {
    Name::parse(text).map_or(Value::Null, |_| json!({ "name": text.trim() }))
}

/// An email; null where it holds none.
pub(crate) fn email(text: &str) -> Value {
    Email::parse(text).map_or(Value::Null, |_| json!({ "email": text.trim() }))
}

/// A phone: always an object with `e164`, `extension` and `valid`, null and false where it holds none.
pub(crate) fn phone(text: &str, region: Option<Country>) -> Value {
    Phone::parse(text, region).map_or_else(unreadable_phone, |_| unreadable_phone())
}

fn unreadable_phone() -> Value {
    json!({ "e164": null, "extension": null, "valid": false })
}

/// An address line; null where it holds none.
pub(crate) fn address_line(text: &str, region: Option<Country>) -> Value {
    Address::parse(text, region).map_or(Value::Null, |_| json!({ "line": text.trim() }))
}

/// An address in parts; null where it holds none.
pub(crate) fn address_parts(parts: &PostalAddress) -> Value {
    Address::from_parts(parts).map_or(Value::Null, |_| json!(parts))
}
