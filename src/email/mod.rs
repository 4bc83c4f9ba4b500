//! Emails: a text becomes a typed mailbox; two mailboxes are compared.
//!
//! - `read`: raw text → the spelled mailboxes in it, with wrappers taken off and slips repaired;
//! - `mailbox`: one spelled mailbox → its prepared form, by the rules of its provider;
//! - `pieces`: the letters, digits and text that it is made of;
//! - `domain`: the ASCII form of a domain, its registrable part and its brand;
//! - `letters`: the folded letters of a local part, and letters of other scripts that look alike;
//! - `placeholder`: what people write where there is no address;
//! - `local`: how two local parts relate; `slip` by letters that are off, `explain` by names, `given_names` which names;
//! - `distant`: whether that question is worth asking: most pairs share nothing;
//! - `compare`: how two domains relate, and the score of the whole;
//! - `validate`: the strict reading, for the given side.

mod align;
mod compare;
mod distant;
mod domain;
mod explain;
mod given_names;
#[cfg(feature = "serde")]
mod json;
mod letters;
mod local;
mod mailbox;
mod pieces;
mod placeholder;
mod read;
mod slip;
mod validate;
#[cfg(feature = "zeroize")]
mod wipe;

use crate::evidence::Comparison;
use crate::privacy::redacted_debug;
use crate::tables::email::Kind;
use mailbox::Mailbox;

/// An email address, ready to be compared.
///
/// Reading is lenient and total: display names, `mailto:`, angle brackets, comments, quoted local parts, full-width
/// characters, a trailing dot, several addresses in one field and the usual slips (`gmail,com`, `@@`, a blank inside).
///
/// The canonical value is the mailbox: lower case, the domain in its ASCII form (IDNA), and only those spellings folded that
/// the provider documents as one mailbox (dots and tags at Gmail, tags at Outlook, the three domains of Apple, …). Two
/// addresses score 100 exactly when their canonical values are equal.
///
/// ```
/// use ownership_match::Email;
/// let given = Email::parse("Jenny Rosen <Jenny.Rosen+bank@gmail.com>").unwrap();
/// let owner = Email::parse("JENNYROSEN@GOOGLEMAIL.COM").unwrap();
/// assert_eq!(given.compare(&owner).score.get(), 100);
/// let elsewhere = Email::parse("jennyrosen@test.com").unwrap();
/// assert_eq!(elsewhere.compare(&Email::parse("jennyrosen@example.com").unwrap()).score.get(), 65);
/// ```
///
/// `docs/emails.md` in the repository says how each band comes about, with a table of hard pairs.
///
/// # Limitations
///
/// - Two people whose rare given names are one letter apart at one domain look like a slip; frequent names look like two
///   people, also where one of them is a slip.
/// - `jenny@acme.com` and `jrosen@acme.com` may be one person; nothing in the texts says so.
/// - Whether a private domain is hosted at a provider that ignores dots or tags cannot be known without a network.
#[derive(Clone)]
pub struct Email {
    first: Mailbox,
    rare: Option<Box<Rare>>,
}

redacted_debug!(Email);

/// What few values have: further mailboxes in the same field, or the rest of a text that was too long.
#[derive(Clone, Default, PartialEq, Eq)]
struct Rare {
    others: Vec<Mailbox>,
    cut: Option<Box<str>>,
}

/// Canonical equality: the same mailboxes.
impl PartialEq for Email {
    fn eq(&self, other: &Email) -> bool {
        self.first.is_same(&other.first) && self.rare == other.rare
    }
}

impl Eq for Email {}

impl Email {
    /// Reads an email address. `None` when data is missing: the text is blank, or a placeholder such as `N/A`,
    /// `no email on file`, `none@none.com` or `noemail@…`.
    ///
    /// Any other text gives a value; where it holds no mailbox, [`is_readable`](Email::is_readable) says so, and it scores 0
    /// unless the other side is the same text.
    ///
    /// ```
    /// use ownership_match::Email;
    /// assert!(Email::parse("no email on file").is_none());
    /// assert!(!Email::parse("415-555-0142").unwrap().is_readable());
    /// ```
    #[must_use]
    pub fn parse(raw: &str) -> Option<Email> {
        if let Some(first) = read::plain(raw) {
            return (!placeholder::is_placeholder(&first)).then_some(Email { first, rare: None });
        }
        let reading = read::read(raw);
        let mut found = reading.mailboxes.into_iter().filter(|mailbox| !placeholder::is_placeholder(mailbox));
        let first = found.next()?;
        let mut others: Vec<Mailbox> = found.collect();
        if others.is_empty() && reading.cut.is_none() {
            return Some(Email { first, rare: None });
        }
        // The order in which several addresses stand carries nothing.
        let mut all = vec![first];
        all.append(&mut others);
        all.sort_by(Mailbox::order);
        all.dedup_by(|a, b| a.is_same(b));
        let mut all = all.into_iter();
        let first = all.next()?;
        // A list of its own length: one that was longer keeps copies of what stood behind its end.
        let mut others = Vec::with_capacity(all.len());
        others.extend(all);
        let rare = (!others.is_empty() || reading.cut.is_some()).then(|| Box::new(Rare { others, cut: reading.cut }));
        Some(Email { first, rare })
    }

    /// Whether a text is a plain, valid address as a form should demand it: `local@domain` by RFC 5321 and nothing around
    /// it, at most 254 bytes, a domain of at least two labels; internationalised addresses (RFC 6531) are valid.
    ///
    /// Scores never ask for this: it is for the validation of the given side.
    ///
    /// ```
    /// use ownership_match::Email;
    /// assert!(Email::is_valid_address("jenny.rosen+bank@example.com"));
    /// assert!(!Email::is_valid_address("Jenny <jenny@example.com>"));
    /// assert!(!Email::is_valid_address("jenny..rosen@example.com"));
    /// ```
    #[must_use]
    pub fn is_valid_address(raw: &str) -> bool {
        validate::is_valid_address(raw)
    }

    /// Compares two email addresses; symmetric. Of several addresses in one field the best pair counts.
    // Not inlined: the answer is written where it is kept.
    #[inline(never)]
    pub fn compare(&self, other: &Email) -> Comparison {
        compare::compare(self, other)
    }

    /// Both sides part beside part, `self` as the given one: the pair of mailboxes that compares best.
    ///
    /// It shows both values. An explanation that does not is [`Comparison::explain`].
    pub fn align(&self, owner: &Email) -> crate::Alignment {
        align::align(self, owner)
    }

    /// The canonical address: what decides equality, but that a domain is kept as written where the provider has several for
    /// one mailbox. Of a text that holds no mailbox, `text@`.
    ///
    /// ```
    /// use ownership_match::Email;
    /// assert_eq!(Email::parse("<Jenny.Rosen+x@GoogleMail.com>").unwrap().address(), "jennyrosen@googlemail.com");
    /// assert_eq!(Email::parse("jenny+x@example.com").unwrap().address(), "jenny+x@example.com");
    /// ```
    #[must_use]
    pub fn address(&self) -> String {
        self.first.address()
    }

    /// The local part without its tag, as its provider tells it apart: lower case, at Gmail without dots.
    ///
    /// ```
    /// use ownership_match::Email;
    /// assert_eq!(Email::parse("Jenny.Rosen+x@Gmail.com").unwrap().local(), "jennyrosen");
    /// assert_eq!(Email::parse("Jenny.Rosen@Example.com").unwrap().local(), "jenny.rosen");
    /// ```
    #[must_use]
    pub fn local(&self) -> &str {
        self.first.canonical_local()
    }

    /// The domain as written, in its ASCII form: lower case, punycode. Empty where the text has none.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.first.domain()
    }

    /// The registrable part of the domain: `example.co.uk` of `mail.example.co.uk`.
    #[must_use]
    pub fn registrable_domain(&self) -> &str {
        mailbox::as_text(self.first.registrable())
    }

    /// The tag after a plus sign, where there is one: `bank` of `jenny+bank@example.com`.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        self.first.tag().and_then(|tag| tag.strip_prefix('+')).filter(|tag| !tag.is_empty())
    }

    /// The short name of the mail provider, when the domain belongs to a known one: `gmail`, `microsoft`, `apple`.
    #[must_use]
    pub fn provider(&self) -> Option<&'static str> {
        self.first.provider().map(|provider| provider.name)
    }

    /// Whether the domain is a public mail provider, on which many unrelated people have addresses.
    #[must_use]
    pub fn is_public_provider(&self) -> bool {
        self.is_kind(Kind::Public)
    }

    /// Whether the address forwards from an opaque name, as Apple's Hide My Email does.
    #[must_use]
    pub fn is_relay(&self) -> bool {
        self.is_kind(Kind::Relay)
    }

    /// Whether the domain belongs to a service for throw-away mail. A flag: it moves no score.
    #[must_use]
    pub fn is_disposable(&self) -> bool {
        self.is_kind(Kind::Disposable)
    }

    /// Whether the local part names a function and not a person, such as `info` or `sales`.
    #[must_use]
    pub fn is_role(&self) -> bool {
        self.first.has(mailbox::ROLE)
    }

    /// Whether the address is masked, such as `j***n@example.com`.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        self.first.has(mailbox::MASKED)
    }

    /// Whether a slip in the spelling was repaired, such as `gmail,com`.
    #[must_use]
    pub fn is_repaired(&self) -> bool {
        self.first.is_repaired()
    }

    /// Whether the text holds a mailbox at all.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        !self.first.has(mailbox::UNREADABLE)
    }

    /// How many different mailboxes the field holds, at least 1.
    #[must_use]
    pub fn mailbox_count(&self) -> usize {
        1 + self.rare.as_ref().map_or(0, |rare| rare.others.len())
    }

    /// All mailboxes; the first one is the one that the accessors are about.
    fn mailboxes(&self) -> impl Iterator<Item = &Mailbox> {
        core::iter::once(&self.first).chain(self.rare.iter().flat_map(|rare| &rare.others))
    }

    fn is_kind(&self, kind: Kind) -> bool {
        self.first.provider().is_some_and(|provider| provider.kind == kind)
    }
}
