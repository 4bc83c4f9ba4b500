//! One spelled mailbox → its prepared form, by the rules of its provider.

use super::domain;
use super::letters::{self, Script};
use crate::tables::email::{self as tables, Certainty, NO_PROVIDER, Provider};
use core::cmp::Ordering;
use smallvec::SmallVec;

/// The local part names a function.
pub(super) const ROLE: u16 = 1;
/// Characters are masked.
pub(super) const MASKED: u16 = 1 << 1;
/// The text holds no mailbox.
pub(super) const UNREADABLE: u16 = 1 << 2;
/// The tag is no part of the mailbox, as the provider documents.
pub(super) const TAG_IGNORED: u16 = 1 << 3;
/// Dots were taken out, as the provider documents.
pub(super) const DOTS_IGNORED: u16 = 1 << 4;
/// The local part has letters outside ASCII.
pub(super) const FOREIGN: u16 = 1 << 5;
/// ... of which some look like Latin letters beside them.
pub(super) const LOOK_ALIKE: u16 = 1 << 6;
/// The domain was made from letters outside ASCII.
pub(super) const FOREIGN_DOMAIN: u16 = 1 << 7;
/// Dots stand twice or at an end, which no provider allows.
pub(super) const REPAIRED_DOTS: u16 = 1 << 8;
/// `@@` or a second domain.
pub(super) const REPAIRED_AT: u16 = 1 << 9;
/// A comma or blank for a dot.
pub(super) const REPAIRED_COMMA: u16 = 1 << 10;
/// A blank inside.
pub(super) const REPAIRED_BLANK: u16 = 1 << 11;
/// `at` and `dot` in words.
pub(super) const REPAIRED_WORDS: u16 = 1 << 12;
const REPAIRED: u16 = REPAIRED_DOTS | REPAIRED_AT | REPAIRED_COMMA | REPAIRED_BLANK | REPAIRED_WORDS;

/// What of the flags belongs to the canonical value: a repaired mailbox is another reading of one that needed no repair.
const CANONICAL: u16 = UNREADABLE | MASKED | REPAIRED;

/// Parts of a local part (`jenny`, `rosen`) that are told apart; the last takes the rest.
const MAX_PARTS: usize = 6;
/// RFC 5321, 4.5.3.1.1: a local part has 64 octets at most. What is longer is compared for equality only.
pub(super) const MAX_LOCAL: usize = 64;

/// A piece of the buffer.
#[derive(Clone, Copy, Default)]
struct Span {
    start: u16,
    end: u16,
}

/// A mailbox, ready to be compared.
#[derive(Clone)]
pub(super) struct Mailbox {
    /// Written local part without tag, folded to ASCII · domain · letters · digits · tag with its `+`.
    text: SmallVec<[u8; 48]>,
    written: Span,
    domain: Span,
    registrable: Span,
    brand: Span,
    letters: Span,
    digits: Span,
    tag: Span,
    meant_suffix: Span,
    flags: u16,
    /// The letters that occur, as bits, to see quickly that two local parts are far apart.
    mask: u32,
    /// Where each part ends among the letters.
    part_ends: [u8; MAX_PARTS],
    parts: u8,
    provider: u8,
    /// What few mailboxes have.
    foreign: Option<Box<Foreign>>,
}

/// The exact letters of a mailbox that is not ASCII.
#[derive(Clone, Default, PartialEq, Eq)]
struct Foreign {
    /// The local part without tag in its own letters (lower case, NFC); it decides equality.
    local: Box<str>,
    /// The local part in its second reading (`ü` as `ue`), where it has one.
    digraph: Box<str>,
    /// The domain in Latin letters, as it looks.
    domain: Box<str>,
    /// The domain in its second reading, where it has one.
    domain_digraph: Box<str>,
}

impl Mailbox {
    /// Prepares a mailbox from lower-case NFC text. `flags` says what the reader noticed.
    pub(super) fn new(local: &str, domain_text: &str, flags: u16) -> Mailbox {
        let ascii = domain::ascii_form(domain_text);
        let mut domain_form: &str = &ascii;
        let mut local = local;
        let mut flags = flags;
        let mut provider_number = tables::provider_of(domain_form);
        let mut user_domain_tag = None;
        if provider_number == NO_PROVIDER {
            // Fastmail: tag@user.fastmail.com is user@fastmail.com.
            if let Some((user, parent)) = domain_form.split_once('.') {
                let number = tables::provider_of(parent);
                if tables::provider(number).is_some_and(|provider| provider.subdomain == Certainty::Documented)
                    && !matches!(user, "" | "www" | "mail")
                {
                    provider_number = number;
                    user_domain_tag = Some(local);
                    local = user;
                    domain_form = parent;
                }
            }
        }
        let provider = tables::provider(provider_number);

        // A tag at the very beginning would leave an empty name: then it is none.
        let (base, mut tag) = match local.find('+') {
            Some(at) if at > 0 => local.split_at(at),
            _ => (local, ""),
        };
        if provider.is_some_and(|provider| provider.plus == Certainty::Documented) {
            flags |= TAG_IGNORED;
        }
        if let Some(user_tag) = user_domain_tag {
            tag = user_tag;
        }
        let mut mailbox = Mailbox {
            text: SmallVec::new(),
            written: Span::default(),
            domain: Span::default(),
            registrable: Span::default(),
            brand: Span::default(),
            letters: Span::default(),
            digits: Span::default(),
            tag: Span::default(),
            meant_suffix: Span::default(),
            flags,
            mask: 0,
            part_ends: [0; MAX_PARTS],
            parts: 0,
            provider: provider_number,
            foreign: None,
        };
        let foreign_domain = !domain_text.is_ascii();
        if foreign_domain {
            mailbox.flags |= FOREIGN_DOMAIN;
        }
        let folded;
        let folded_base = if base.is_ascii() {
            base
        } else {
            let (text, script) = letters::fold_local(base);
            folded = text;
            mailbox.flags |= FOREIGN;
            if script == Script::Mixed {
                mailbox.flags |= LOOK_ALIKE;
            }
            &folded
        };
        if foreign_domain || mailbox.has(FOREIGN) {
            let (domain_text, local) =
                (if foreign_domain { domain_text } else { "" }, if mailbox.has(FOREIGN) { base } else { "" });
            mailbox.foreign = Some(Box::new(Foreign {
                local: local.into(),
                digraph: letters::second_reading(local).into(),
                domain: letters::looks_like(domain_text).into(),
                domain_digraph: letters::second_reading(domain_text).into(),
            }));
        }
        mailbox.set_local(folded_base, provider);
        mailbox.domain = mailbox.push(domain_form);
        let (registrable, brand) = domain::registrable(domain_form);
        let start = mailbox.domain.start;
        mailbox.registrable = Span { start: start + registrable.start as u16, end: start + registrable.end as u16 };
        mailbox.brand = Span { start: start + brand.start as u16, end: start + brand.end as u16 };
        mailbox.set_letters(folded_base);
        if provider.is_none() {
            // No top-level domain in Latin letters ends in a digit: `com1` is a slip of `com`.
            let suffix = mailbox.suffix();
            let letters = suffix.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            if let Some(meant) = tables::meant_suffix(suffix) {
                mailbox.meant_suffix = mailbox.push(meant);
            } else if letters < suffix.len() && letters > 0 && !suffix.contains("--") {
                let start = mailbox.domain.end - suffix.len() as u16;
                mailbox.meant_suffix = Span { start, end: start + letters as u16 };
            }
        }
        if user_domain_tag.is_some() {
            mailbox.text.push(b'+');
        }
        mailbox.tag = mailbox.push(tag);
        if user_domain_tag.is_some() {
            mailbox.tag.start -= 1;
        }
        if mailbox.digits().is_empty() || mailbox.digits().len() <= 2 {
            let role = tables::is_role(as_text(mailbox.letters()));
            mailbox.flags |= if role { ROLE } else { 0 };
        }
        mailbox
    }

    /// A text that holds no mailbox; it keeps its letters for the case that only the at sign is missing.
    pub(super) fn unreadable(text: &str, flags: u16) -> Mailbox {
        let mut mailbox = Mailbox::new("", "", flags | UNREADABLE);
        let folded = letters::looks_like(text);
        mailbox.written = mailbox.push(&folded);
        if !text.is_ascii() {
            mailbox.foreign = Some(Box::new(Foreign { local: text.into(), ..Foreign::default() }));
        }
        mailbox
    }

    /// Overwrites the letters.
    #[cfg(feature = "zeroize")]
    pub(super) fn wipe(&mut self) {
        use zeroize::Zeroize;
        self.text.as_mut_slice().zeroize();
        self.mask.zeroize();
        if let Some(foreign) = &mut self.foreign {
            for text in [&mut foreign.local, &mut foreign.digraph, &mut foreign.domain, &mut foreign.domain_digraph] {
                text.zeroize();
            }
        }
    }

    /// The written local part, by the documented rule of the provider.
    fn set_local(&mut self, base: &str, provider: Option<&Provider>) {
        let start = self.text.len() as u16;
        let dots = provider.is_some_and(|provider| provider.dots == Certainty::Documented);
        if dots && base.bytes().any(|byte| byte != b'.') {
            self.text.extend(base.bytes().filter(|&byte| byte != b'.'));
            if self.text.len() < base.len() {
                self.flags |= DOTS_IGNORED;
            }
        } else {
            self.text.extend_from_slice(base.as_bytes());
            if base.starts_with('.') || base.ends_with('.') || base.contains("..") {
                self.flags |= REPAIRED_DOTS;
            }
        }
        self.written = Span { start, end: self.text.len() as u16 };
    }

    /// The letters and digits of a local part, and where its parts end.
    fn set_letters(&mut self, base: &str) {
        if base.len() > MAX_LOCAL {
            return;
        }
        let start = self.text.len();
        let mut digits: SmallVec<[u8; MAX_LOCAL]> = SmallVec::new();
        let mut begun = start;
        for byte in base.bytes() {
            if byte.is_ascii_lowercase() {
                self.text.push(byte);
                self.mask |= 1 << (byte - b'a');
                continue;
            }
            if byte.is_ascii_digit() {
                digits.push(byte);
            }
            if self.text.len() > begun {
                begun = self.text.len();
                self.end_part(begun - start);
            }
        }
        if self.text.len() > begun {
            self.end_part(self.text.len() - start);
        }
        self.letters = Span { start: start as u16, end: self.text.len() as u16 };
        let start = self.text.len() as u16;
        self.text.extend_from_slice(&digits);
        self.digits = Span { start, end: self.text.len() as u16 };
    }

    fn end_part(&mut self, end: usize) {
        // At most MAX_LOCAL letters, so an end fits a byte.
        let last = usize::from(self.parts).min(MAX_PARTS - 1);
        self.part_ends[last] = end as u8;
        self.parts = (last + 1) as u8;
    }

    fn push(&mut self, text: &str) -> Span {
        let start = self.text.len() as u16;
        self.text.extend_from_slice(text.as_bytes());
        Span { start, end: self.text.len() as u16 }
    }

    fn slice(&self, span: Span) -> &[u8] {
        &self.text[usize::from(span.start)..usize::from(span.end)]
    }

    /// Whether a flag is set.
    pub(super) fn has(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    /// Whether a slip in the spelling was repaired.
    pub(super) fn is_repaired(&self) -> bool {
        self.has(REPAIRED)
    }

    /// The local part without its tag, folded to ASCII.
    pub(super) fn written(&self) -> &[u8] {
        self.slice(self.written)
    }

    /// The local part without its tag, in its own letters.
    pub(super) fn canonical_local(&self) -> &str {
        match &self.foreign {
            Some(foreign) if !foreign.local.is_empty() => &foreign.local,
            _ => as_text(self.written()),
        }
    }

    /// The canonical address.
    pub(super) fn address(&self) -> String {
        format!("{}{}@{}", self.canonical_local(), self.counted_tag().unwrap_or_default(), self.domain())
    }

    /// The letters of the local part, without separators and digits.
    pub(super) fn letters(&self) -> &[u8] {
        self.slice(self.letters)
    }

    /// The digits of the local part.
    pub(super) fn digits(&self) -> &[u8] {
        self.slice(self.digits)
    }

    /// The letters that occur, as bits.
    pub(super) fn mask(&self) -> u32 {
        self.mask
    }

    /// How many parts separators and digits make of the letters.
    pub(super) fn parts(&self) -> usize {
        usize::from(self.parts)
    }

    /// One part of the letters.
    pub(super) fn part(&self, index: usize) -> &[u8] {
        let start = if index == 0 { 0 } else { usize::from(self.part_ends[index - 1]) };
        &self.letters()[start..usize::from(self.part_ends[index])]
    }

    /// The domain in ASCII form.
    pub(super) fn domain(&self) -> &str {
        as_text(self.slice(self.domain))
    }

    /// The domain as it looks, in Latin letters, where it was made from others.
    pub(super) fn domain_as_it_looks(&self) -> Option<&str> {
        self.foreign.as_ref().map(|foreign| &*foreign.domain).filter(|domain| !domain.is_empty())
    }

    /// The domain in its second reading (`müller.de` as `mueller.de`), where it has one.
    pub(super) fn domain_digraph(&self) -> Option<&str> {
        self.foreign.as_ref().map(|foreign| &*foreign.domain_digraph).filter(|domain| !domain.is_empty())
    }

    /// The local part in its second reading (`müller` as `mueller`), where it has one.
    pub(super) fn digraph(&self) -> Option<&str> {
        self.foreign.as_ref().map(|foreign| &*foreign.digraph).filter(|local| !local.is_empty())
    }

    /// The registrable part of the domain.
    pub(super) fn registrable(&self) -> &str {
        as_text(self.slice(self.registrable))
    }

    /// The label left of the public suffix.
    pub(super) fn brand(&self) -> &str {
        as_text(self.slice(self.brand))
    }

    /// What follows the brand, without its dot; empty where the domain is one label.
    pub(super) fn suffix(&self) -> &str {
        as_text(self.slice(Span { start: (self.brand.end + 1).min(self.domain.end), end: self.domain.end }))
    }

    /// The suffix that is meant where the written one is a slip; empty where it is none.
    pub(super) fn meant_suffix(&self) -> &str {
        as_text(self.slice(self.meant_suffix))
    }

    /// The tag with its plus sign.
    pub(super) fn tag(&self) -> Option<&str> {
        let tag = self.slice(self.tag);
        (!tag.is_empty()).then(|| as_text(tag))
    }

    /// The tag where it counts: not where the provider documents that it does not.
    pub(super) fn counted_tag(&self) -> Option<&str> {
        if self.has(TAG_IGNORED) { None } else { self.tag() }
    }

    /// The known provider of the domain.
    pub(super) fn provider(&self) -> Option<&'static Provider> {
        tables::provider(self.provider)
    }

    /// Whether the provider documents that dots in the local part are ignored.
    pub(super) fn ignores_dots(&self) -> bool {
        self.provider().is_some_and(|provider| provider.dots == Certainty::Documented)
    }

    /// Whether both domains belong to one known provider.
    pub(super) fn shares_provider(&self, other: &Mailbox) -> bool {
        self.provider != NO_PROVIDER && self.provider == other.provider
    }

    /// Whether both domains lead to the same mailboxes.
    pub(super) fn shares_domain(&self, other: &Mailbox) -> bool {
        self.slice(self.domain) == other.slice(other.domain)
            || self.shares_provider(other)
                && self.provider().is_some_and(|provider| provider.aliases == Certainty::Documented)
    }

    /// Whether the canonical values are equal.
    pub(super) fn is_same(&self, other: &Mailbox) -> bool {
        self.written() == other.written()
            && self.shares_domain(other)
            && (self.flags ^ other.flags) & CANONICAL == 0
            && (self.has(TAG_IGNORED) || self.slice(self.tag) == other.slice(other.tag))
            && self.exact_local() == other.exact_local()
    }

    /// The local part where folding to ASCII lost something.
    pub(super) fn exact_local(&self) -> Option<&str> {
        self.foreign.as_ref().map(|foreign| &*foreign.local).filter(|local| !local.is_empty())
    }

    /// Whether the dots of the local part stand in the same places, among its letters.
    pub(super) fn has_same_parts(&self, other: &Mailbox) -> bool {
        self.parts == other.parts && self.part_ends == other.part_ends
    }

    /// An order of mailboxes that depends on the canonical value first.
    pub(super) fn order(&self, other: &Mailbox) -> Ordering {
        let key = |mailbox: &Mailbox| (mailbox.flags & CANONICAL, mailbox.parts);
        self.written()
            .cmp(other.written())
            .then_with(|| if self.shares_domain(other) { Ordering::Equal } else { self.domain().cmp(other.domain()) })
            .then_with(|| if self.has(TAG_IGNORED) { Ordering::Equal } else { self.tag().cmp(&other.tag()) })
            .then_with(|| self.exact_local().cmp(&other.exact_local()))
            .then_with(|| key(self).0.cmp(&key(other).0))
    }
}

impl PartialEq for Mailbox {
    fn eq(&self, other: &Mailbox) -> bool {
        self.is_same(other)
    }
}

impl Eq for Mailbox {}

/// A piece of the buffer as text; every piece was pushed as text.
fn as_text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default()
}
