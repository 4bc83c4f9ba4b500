//! What was understood of an email address, as a JSON object.

use super::Email;
use super::mailbox::Mailbox;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The keys: `address` (canonical), `local`, `domain`, `registrable_domain`, `tag`, `provider`, the flags that are set, and
/// `others` (canonical addresses) where the field holds several.
impl Serialize for Email {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if self.is_readable() {
            map.serialize_entry("address", &self.address())?;
            map.serialize_entry("local", self.local())?;
            map.serialize_entry("domain", self.domain())?;
            map.serialize_entry("registrable_domain", self.registrable_domain())?;
        } else {
            map.serialize_entry("unreadable", &true)?;
        }
        if let Some(tag) = self.tag() {
            map.serialize_entry("tag", tag)?;
        }
        if let Some(provider) = self.provider() {
            map.serialize_entry("provider", provider)?;
        }
        for (key, is_set) in [
            ("public_provider", self.is_public_provider()),
            ("relay", self.is_relay()),
            ("disposable", self.is_disposable()),
            ("role", self.is_role()),
            ("masked", self.is_masked()),
            ("repaired", self.is_repaired()),
        ] {
            if is_set {
                map.serialize_entry(key, &true)?;
            }
        }
        let others: Vec<String> = self.mailboxes().skip(1).map(Mailbox::address).collect();
        if !others.is_empty() {
            map.serialize_entry("others", &others)?;
        }
        map.end()
    }
}
