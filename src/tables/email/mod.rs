//! Tables of the email comparator: mail providers and their rules, public suffixes, words that name no person.

mod domains;
mod suffixes;
mod words;

/// How sure it is that a provider ignores a difference in spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    /// It does not, as far as is known.
    None,
    /// It works in practice, or only staff said so.
    Likely,
    /// The provider's own pages say so.
    Documented,
}

/// What kind of mail service a provider is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Many unrelated people have addresses there.
    Public,
    /// It forwards under names that say nothing about their holder.
    Relay,
    /// Its mailboxes are thrown away after use.
    Disposable,
}

/// A mail provider and its rules; each row of `data/email_providers.tsv` names its source.
#[derive(Debug)]
pub(crate) struct Provider {
    /// Its short name.
    pub(crate) name: &'static str,
    /// What kind of service it is.
    pub(crate) kind: Kind,
    /// Dots in the local part are ignored.
    pub(crate) dots: Certainty,
    /// What follows a plus sign is a tag.
    pub(crate) plus: Certainty,
    /// What follows the last hyphen is a tag.
    pub(crate) hyphen: Certainty,
    /// `tag@user.domain` is `user@domain`.
    pub(crate) subdomain: Certainty,
    /// All its domains lead to one mailbox.
    pub(crate) aliases: Certainty,
    /// Dots, hyphens and underscores in the local part are ignored.
    pub(crate) punctuation: Certainty,
    /// A dot and a hyphen in the local part are one and the same.
    pub(crate) exchange: Certainty,
}

/// The places in which a word is a placeholder, as bits.
pub(crate) struct Placeholder;

impl Placeholder {
    /// In a text without `@`: says that there is none.
    pub(crate) const NEGATION: u8 = 1;
    /// In a text without `@`: accompanies a negation.
    pub(crate) const FILLER: u8 = 2;
    /// As local part at any domain.
    pub(crate) const LOCAL: u8 = 4;
    /// As local part that the domain repeats.
    pub(crate) const TWICE: u8 = 8;
}

/// No provider.
pub(crate) const NO_PROVIDER: u8 = u8::MAX;

/// The longest key of any table here; longer text is not hashed.
const LONGEST_KEY: usize = 32;

/// The number of the provider of a domain in ASCII form, or [`NO_PROVIDER`].
pub(crate) fn provider_of(domain: &str) -> u8 {
    if domain.len() > LONGEST_KEY {
        return NO_PROVIDER;
    }
    domains::DOMAINS.get(domain).copied().unwrap_or(NO_PROVIDER)
}

/// A provider by its number.
pub(crate) fn provider(number: u8) -> Option<&'static Provider> {
    domains::PROVIDERS.get(usize::from(number))
}

/// Whether two labels, without the dot between them, end a domain as a public suffix: `co` and `uk`.
pub(crate) fn is_double_suffix(second: &str, top: &str, both: &str) -> bool {
    (top.len() == 2 && second.len() <= 4 && suffixes::SECOND.contains(second))
        || (both.len() <= LONGEST_KEY && suffixes::WHOLE.contains(both))
}

/// Whether a local part in lower-case letters names a function and not a person: `info`, `sales`.
pub(crate) fn is_role(letters: &str) -> bool {
    letters.len() <= LONGEST_KEY && words::ROLES.contains(letters)
}

/// The places in which a word is a placeholder: bits of [`Placeholder`].
pub(crate) fn placeholder(word: &str) -> u8 {
    if word.len() > LONGEST_KEY { 0 } else { words::PLACEHOLDERS.get(word).copied().unwrap_or(0) }
}

/// The end of a domain that is meant when it is a slip: `con` is `com`.
pub(crate) fn meant_suffix(written: &str) -> Option<&'static str> {
    if written.len() > LONGEST_KEY { None } else { words::SLIPS.get(written).copied() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_are_found_by_domain() {
        let name = |domain| provider(provider_of(domain)).map(|provider| provider.name);
        assert_eq!(name("googlemail.com"), Some("gmail"));
        assert_eq!(name("hotmail.co.uk"), Some("microsoft"));
        assert_eq!(name("example.com"), None);
        assert_eq!(name(&"x".repeat(10_000)), None);
    }

    #[test]
    fn no_key_is_longer_than_what_is_looked_up() {
        let keys = domains::DOMAINS.keys().chain(words::PLACEHOLDERS.keys()).chain(words::SLIPS.keys());
        let keys = keys.chain(words::ROLES.iter()).chain(suffixes::WHOLE.iter());
        assert!(keys.into_iter().all(|key| key.len() <= LONGEST_KEY));
        assert!(suffixes::SECOND.iter().all(|key| key.len() <= 4));
    }

    #[test]
    fn suffixes_of_two_labels() {
        assert!(is_double_suffix("co", "uk", "co.uk"));
        assert!(is_double_suffix("github", "io", "github.io"));
        assert!(!is_double_suffix("example", "com", "example.com"));
        assert!(!is_double_suffix("co", "example", "co.example"));
    }
}
