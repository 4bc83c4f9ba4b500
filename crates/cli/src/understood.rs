//! What the library understood of one value, as JSON: the only place that knows the shape of it.

use ownership_match::{Address, Country, Email, Name, Phone, PostalAddress};
use serde::{Serialize, Serializer};

/// A value as it was understood; `None` inside where it holds nothing.
pub(crate) enum Understood {
    Name(Option<Name>),
    Email(Option<Email>),
    Phone(Option<Phone>),
    Address(Option<Address>),
}

impl Understood {
    /// Reads a text as a value of a field.
    pub(crate) fn of_text(field: ownership_match::Field, text: &str, region: Option<Country>) -> Understood {
        use ownership_match::Field;
        match field {
            Field::Name => Understood::Name(Name::parse(text)),
            Field::Email => Understood::Email(Email::parse(text)),
            Field::Phone => Understood::Phone(Phone::parse(text, region)),
            Field::Address => Understood::Address(Address::parse(text, region)),
        }
    }

    /// Reads an address in parts.
    pub(crate) fn of_parts(parts: &PostalAddress) -> Understood {
        Understood::Address(Address::from_parts(parts))
    }
}

impl Serialize for Understood {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Understood::Name(name) => name.serialize(serializer),
            Understood::Email(email) => email.serialize(serializer),
            Understood::Address(address) => address.serialize(serializer),
            Understood::Phone(Some(phone)) => phone.serialize(serializer),
            // Who reads lines by the million asks for the same keys in each.
            Understood::Phone(None) => {
                UnreadablePhone { e164: None, extension: None, valid: false }.serialize(serializer)
            }
        }
    }
}

/// A phone that holds nothing.
#[derive(Serialize)]
struct UnreadablePhone {
    e164: Option<&'static str>,
    extension: Option<&'static str>,
    valid: bool,
}
