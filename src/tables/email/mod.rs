//! Tables of the email comparator: mail providers and their rules, public suffixes, words that name no person.

mod domains;
mod index;
mod suffixes;
mod words;

use super::beginnings::Beginnings;

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

impl Provider {
    /// The rules that comparing asks for, as bits: a mailbox carries them.
    const fn rules(&self) -> u16 {
        const fn bit(holds: bool, rule: u16) -> u16 {
            if holds { rule } else { 0 }
        }
        rule::KNOWN
            | bit(matches!(self.dots, Certainty::Documented), rule::IGNORES_DOTS)
            | bit(matches!(self.aliases, Certainty::Documented), rule::ALIASES)
            | bit(matches!(self.hyphen, Certainty::Likely), rule::HYPHEN_TAGS)
            | bit(
                matches!(self.punctuation, Certainty::Likely) || matches!(self.dots, Certainty::Likely),
                rule::LIKELY_PUNCTUATION,
            )
            | bit(matches!(self.exchange, Certainty::Likely), rule::LIKELY_EXCHANGE)
            | bit(matches!(self.plus, Certainty::None), rule::NO_TAGS)
            | bit(matches!(self.kind, Kind::Relay), rule::RELAY)
            | bit(matches!(self.kind, Kind::Disposable), rule::DISPOSABLE)
    }
}

/// What comparing asks about the provider of a mailbox, as bits.
pub(crate) mod rule {
    /// The domain belongs to a known provider.
    pub(crate) const KNOWN: u16 = 1;
    /// Documented: dots in the local part are ignored.
    pub(crate) const IGNORES_DOTS: u16 = 1 << 1;
    /// Documented: all its domains lead to one mailbox.
    pub(crate) const ALIASES: u16 = 1 << 2;
    /// Likely: what follows the last hyphen is a tag.
    pub(crate) const HYPHEN_TAGS: u16 = 1 << 3;
    /// Likely: dots, or all separators, are ignored.
    pub(crate) const LIKELY_PUNCTUATION: u16 = 1 << 4;
    /// Likely: a dot and a hyphen are one and the same.
    pub(crate) const LIKELY_EXCHANGE: u16 = 1 << 5;
    /// It has no tags after a plus sign.
    pub(crate) const NO_TAGS: u16 = 1 << 6;
    /// It forwards under names that say nothing about their holder.
    pub(crate) const RELAY: u16 = 1 << 7;
    /// Its mailboxes are thrown away after use.
    pub(crate) const DISPOSABLE: u16 = 1 << 8;
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

/// The number of the provider of a domain in ASCII form, or [`NO_PROVIDER`]; and a hash of the domain: two that differ in it
/// are two, and two known ones that do not are one.
pub(crate) fn provider_of(domain: &str) -> (u8, u32) {
    let hash = index::hash(domain.as_bytes());
    (domains::DOMAINS.get_hashed(domain.as_bytes(), hash).unwrap_or(NO_PROVIDER), hash)
}

/// A provider by its number.
pub(crate) fn provider(number: u8) -> Option<&'static Provider> {
    domains::PROVIDERS.get(usize::from(number))
}

/// The rules of a provider by its number, as bits; none where there is no provider.
pub(crate) fn rules(number: u8) -> u16 {
    RULES.get(usize::from(number)).copied().unwrap_or(0)
}

/// The rules of all providers.
static RULES: [u16; domains::PROVIDERS.len()] = {
    let mut rules = [0; domains::PROVIDERS.len()];
    let mut at = 0;
    while at < rules.len() {
        rules[at] = domains::PROVIDERS[at].rules();
        at += 1;
    }
    rules
};

/// Whether two labels, without the dot between them, end a domain as a public suffix: `co` and `uk`.
pub(crate) fn is_double_suffix(second: &str, top: &str, both: &str) -> bool {
    (top.len() == 2 && second.len() <= 4 && suffixes::SECOND.get(second.as_bytes()).is_some())
        || suffixes::WHOLE.get(both.as_bytes()).is_some()
}

/// Whether a local part in lower-case letters names a function and not a person: `info`, `sales`.
pub(crate) fn is_role(letters: &[u8]) -> bool {
    words::ROLES.get(letters).is_some()
}

/// The places in which a word is a placeholder: bits of [`Placeholder`].
pub(crate) fn placeholder(word: &[u8]) -> u8 {
    words::PLACEHOLDERS.get(word).unwrap_or(0)
}

/// Whether what stands for no address in a local part may begin with three letters; most words are told by them.
pub(crate) fn may_begin_placeholder(first: [u8; 3]) -> bool {
    BEGINNINGS.may_have(&first)
}

/// The beginnings of all placeholders but those that only stand beside others.
static BEGINNINGS: Beginnings = {
    let (mut beginnings, mut at) = (Beginnings::NONE, 0);
    while at < words::PLACEHOLDERS.rows.len() {
        let (key, kinds) = words::PLACEHOLDERS.rows[at];
        if kinds != Placeholder::FILLER {
            beginnings = beginnings.with(key.as_bytes());
        }
        at += 1;
    }
    beginnings
};

/// The end of a domain that is meant when it is a slip: `con` is `com`.
pub(crate) fn meant_suffix(written: &str) -> Option<&'static str> {
    words::SLIPS.get(written.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_are_found_by_domain() {
        let name = |domain| provider(provider_of(domain).0).map(|provider| provider.name);
        assert_eq!(name("googlemail.com"), Some("gmail"));
        assert_eq!(name("hotmail.co.uk"), Some("microsoft"));
        assert_eq!(name("example.com"), None);
        assert_eq!(name(&"x".repeat(10_000)), None);
    }

    /// Comparing takes two known domains of one hash for the same.
    #[test]
    fn known_domains_differ_in_their_hashes() {
        let hashes: std::collections::BTreeSet<u32> =
            domains::DOMAINS.rows.iter().map(|(domain, _)| provider_of(domain).1).collect();
        assert_eq!(hashes.len(), domains::DOMAINS.rows.len());
    }

    #[test]
    fn every_key_is_found_and_nothing_else() {
        fn hold<V: Copy>(index: &index::Index<V>) {
            assert!(index.slots.len().is_power_of_two() && index.slots.len() >= 2 * index.rows.len());
            for (key, _) in index.rows {
                assert!(key.len() <= index::LONGEST_KEY && index.get(key.as_bytes()).is_some(), "{key}");
                assert!(
                    index.get(format!("{key}q").as_bytes()).is_none() && index.get(key.repeat(9).as_bytes()).is_none(),
                    "{key}"
                );
            }
        }
        hold(&domains::DOMAINS);
        hold(&words::PLACEHOLDERS);
        hold(&words::SLIPS);
        hold(&words::ROLES);
        hold(&suffixes::WHOLE);
        hold(&suffixes::SECOND);
        assert!(suffixes::SECOND.rows.iter().all(|(key, ())| key.len() <= 4));
    }

    #[test]
    fn placeholders_begin_as_they_may() {
        for (key, _) in words::PLACEHOLDERS.rows.iter().filter(|(_, kinds)| *kinds != Placeholder::FILLER) {
            assert!(key.as_bytes().first_chunk().is_none_or(|first| may_begin_placeholder(*first)), "{key}");
        }
        assert!(!may_begin_placeholder(*b"wro") || !may_begin_placeholder(*b"mic"));
    }

    #[test]
    fn suffixes_of_two_labels() {
        assert!(is_double_suffix("co", "uk", "co.uk"));
        assert!(is_double_suffix("github", "io", "github.io"));
        assert!(!is_double_suffix("example", "com", "example.com"));
        assert!(!is_double_suffix("co", "example", "co.example"));
    }
}
