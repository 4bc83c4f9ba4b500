//! A mailbox that is ready to be compared; [`prepare`] makes it, by the rules of its provider.

mod prepare;

use super::distant::Sketch;
pub(super) use super::pieces::MAX_LOCAL;
use super::pieces::{INLINE, MAX_PARTS, Parts};
use crate::tables::email::{self as tables, NO_PROVIDER, Provider, rule};
use core::cmp::Ordering;

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

/// Nothing about it asks for more than letters, digits and domain: see `distant`.
pub(super) const PLAIN: u16 = 1 << 13;
/// What a plain mailbox has not.
const UNUSUAL: u16 = ROLE | MASKED | UNREADABLE | FOREIGN | FOREIGN_DOMAIN | REPAIRED;
/// Its letters are one word that has other forms in the name tables.
pub(super) const HAS_FORMS: u16 = 1 << 14;

/// What of the flags belongs to the canonical value: a repaired mailbox is another reading of one that needed no repair.
const CANONICAL: u16 = UNREADABLE | MASKED | REPAIRED;

/// A mailbox, ready to be compared.
///
/// Its pieces stand one behind the other in `text`: written local part without tag, folded to ASCII · domain · letters and
/// digits, where the written local part is not just these · the suffix that is meant, where the written one is a slip · tag
/// with its `+`.
#[derive(Clone)]
pub(super) struct Mailbox {
    text: [u8; INLINE],
    parts: Parts,
    provider: u8,
    /// What few mailboxes have.
    more: Option<Box<More>>,
    /// What `distant` asks first.
    pub(super) sketch: Sketch,
    /// A hash of the domain: another one is another domain.
    domain_key: u32,
    ends: Ends,
    flags: u16,
    /// What comparing asks about the provider.
    rules: u16,
    /// Where each part ends among the letters.
    part_ends: [u8; MAX_PARTS],
}

/// Where the pieces of a text begin and end.
#[derive(Clone, Copy, Default)]
struct Ends {
    written: u16,
    domain: u16,
    /// The brand begins where the registrable part does.
    brand_start: u16,
    brand: u16,
    letters_start: u16,
    letters: u16,
    digits: u16,
    meant_start: u16,
    meant: u16,
    tag: u16,
}

/// What few mailboxes have: a text that is not short, and exact letters that are not ASCII.
#[derive(Clone, Default)]
struct More {
    text: Vec<u8>,
    foreign: Foreign,
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
    /// Overwrites the letters.
    #[cfg(feature = "zeroize")]
    pub(super) fn wipe(&mut self) {
        use zeroize::Zeroize;
        self.text.zeroize();
        self.sketch.zeroize();
        self.domain_key.zeroize();
        if let Some(more) = &mut self.more {
            // Not the vector itself: its length is what the pieces are cut from.
            more.text.as_mut_slice().zeroize();
            let foreign = &mut more.foreign;
            for text in [&mut foreign.local, &mut foreign.digraph, &mut foreign.domain, &mut foreign.domain_digraph] {
                text.zeroize();
            }
        }
    }

    fn slice(&self, start: u16, end: u16) -> &[u8] {
        let text = match &self.more {
            Some(more) if !more.text.is_empty() => more.text.as_slice(),
            _ => &self.text,
        };
        &text[usize::from(start)..usize::from(end)]
    }

    fn foreign(&self) -> Option<&Foreign> {
        self.more.as_deref().map(|more| &more.foreign)
    }

    /// Whether a flag is set.
    pub(super) fn has(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    /// Whether both are [`PLAIN`], and not both have other [forms](HAS_FORMS).
    #[inline(always)]
    pub(super) const fn are_plain(&self, other: &Mailbox) -> bool {
        self.flags & other.flags & (PLAIN | HAS_FORMS) == PLAIN
    }

    /// Whether a slip in the spelling was repaired.
    pub(super) fn is_repaired(&self) -> bool {
        self.has(REPAIRED)
    }

    /// The local part without its tag, folded to ASCII.
    pub(super) fn written(&self) -> &[u8] {
        self.slice(0, self.ends.written)
    }

    /// The local part without its tag, in its own letters.
    pub(super) fn canonical_local(&self) -> &str {
        self.exact_local().unwrap_or_else(|| as_text(self.written()))
    }

    /// The canonical address.
    pub(super) fn address(&self) -> String {
        format!("{}{}@{}", self.canonical_local(), self.counted_tag().unwrap_or_default(), self.domain())
    }

    /// The letters of the local part, without separators and digits.
    pub(super) fn letters(&self) -> &[u8] {
        self.slice(self.ends.letters_start, self.ends.letters)
    }

    /// The digits of the local part.
    pub(super) fn digits(&self) -> &[u8] {
        self.slice(self.ends.letters, self.ends.digits)
    }

    /// How many parts separators and digits make of the letters.
    pub(super) fn parts(&self) -> usize {
        self.parts as usize
    }

    /// How many letters the local part has.
    pub(super) fn letter_count(&self) -> usize {
        usize::from(self.ends.letters - self.ends.letters_start)
    }

    /// How many letters one part has.
    pub(super) fn part_length(&self, index: usize) -> usize {
        usize::from(self.part_ends[index]) - if index == 0 { 0 } else { usize::from(self.part_ends[index - 1]) }
    }

    /// One part of the letters.
    pub(super) fn part(&self, index: usize) -> &[u8] {
        let start = if index == 0 { 0 } else { usize::from(self.part_ends[index - 1]) };
        &self.letters()[start..usize::from(self.part_ends[index])]
    }

    /// The domain in ASCII form, as bytes.
    pub(super) fn domain_bytes(&self) -> &[u8] {
        self.slice(self.ends.written, self.ends.domain)
    }

    /// The domain in ASCII form.
    pub(super) fn domain(&self) -> &str {
        as_text(self.domain_bytes())
    }

    /// The domain as it looks, in Latin letters, where it was made from others.
    pub(super) fn domain_as_it_looks(&self) -> Option<&str> {
        self.foreign().map(|foreign| &*foreign.domain).filter(|domain| !domain.is_empty())
    }

    /// The domain in its second reading (`müller.de` as `mueller.de`), where it has one.
    pub(super) fn domain_digraph(&self) -> Option<&str> {
        self.foreign().map(|foreign| &*foreign.domain_digraph).filter(|domain| !domain.is_empty())
    }

    /// The local part in its second reading (`müller` as `mueller`), where it has one.
    pub(super) fn digraph(&self) -> Option<&str> {
        self.foreign().map(|foreign| &*foreign.digraph).filter(|local| !local.is_empty())
    }

    /// The registrable part of the domain.
    pub(super) fn registrable(&self) -> &[u8] {
        self.slice(self.ends.brand_start, self.ends.domain)
    }

    /// The label left of the public suffix.
    pub(super) fn brand(&self) -> &[u8] {
        self.slice(self.ends.brand_start, self.ends.brand)
    }

    /// What follows the brand, without its dot; empty where the domain is one label.
    pub(super) fn suffix(&self) -> &[u8] {
        self.slice((self.ends.brand + 1).min(self.ends.domain), self.ends.domain)
    }

    /// The suffix that is meant where the written one is a slip; empty where it is none.
    pub(super) fn meant_suffix(&self) -> &[u8] {
        self.slice(self.ends.meant_start, self.ends.meant)
    }

    /// The tag with its plus sign.
    pub(super) fn tag(&self) -> Option<&str> {
        let tag = self.tag_bytes();
        (!tag.is_empty()).then(|| as_text(tag))
    }

    fn tag_bytes(&self) -> &[u8] {
        self.slice(self.ends.meant, self.ends.tag)
    }

    /// The tag where it counts: not where the provider documents that it does not.
    pub(super) fn counted_tag(&self) -> Option<&str> {
        if self.has(TAG_IGNORED) { None } else { self.tag() }
    }

    /// The known provider of the domain.
    pub(super) fn provider(&self) -> Option<&'static Provider> {
        tables::provider(self.provider)
    }

    /// Whether the provider has one of these rules.
    pub(super) fn follows(&self, rules: u16) -> bool {
        self.rules & rules != 0
    }

    /// Whether the provider documents that dots in the local part are ignored.
    pub(super) fn ignores_dots(&self) -> bool {
        self.follows(rule::IGNORES_DOTS)
    }

    /// Whether both domains belong to one known provider.
    pub(super) fn shares_provider(&self, other: &Mailbox) -> bool {
        self.provider != NO_PROVIDER && self.provider == other.provider
    }

    /// Whether the domains are the same.
    pub(super) fn has_same_domain(&self, other: &Mailbox) -> bool {
        self.domain_key == other.domain_key && self.domain_bytes() == other.domain_bytes()
    }

    /// Whether both domains lead to the same mailboxes.
    pub(super) fn shares_domain(&self, other: &Mailbox) -> bool {
        self.has_same_domain(other) || self.follows(rule::ALIASES) && self.shares_provider(other)
    }

    /// The same, seen by the keys of the domains alone: it may be so. Of two known domains it is so.
    #[inline(always)]
    pub(super) fn may_share_domain(&self, other: &Mailbox) -> bool {
        self.domain_key == other.domain_key || self.follows(rule::ALIASES) && self.provider == other.provider
    }

    /// Whether both domains are known and the same.
    #[inline(always)]
    pub(super) fn share_known_domain(&self, other: &Mailbox) -> bool {
        self.rules & other.rules & rule::KNOWN != 0 && self.has_same_domain(other)
    }

    /// Whether the domain of this one may be named as the letters of the other: they are as long, and no provider's.
    #[inline(always)]
    pub(super) fn may_name(&self, other: &Mailbox) -> bool {
        !self.follows(rule::KNOWN) && usize::from(self.ends.brand - self.ends.brand_start) == other.letter_count()
    }

    /// Whether the canonical values are equal.
    pub(super) fn is_same(&self, other: &Mailbox) -> bool {
        self.written() == other.written()
            && self.shares_domain(other)
            && (self.flags ^ other.flags) & CANONICAL == 0
            && (self.has(TAG_IGNORED) || self.tag_bytes() == other.tag_bytes())
            && self.exact_local() == other.exact_local()
    }

    /// The local part where folding to ASCII lost something.
    pub(super) fn exact_local(&self) -> Option<&str> {
        self.foreign().map(|foreign| &*foreign.local).filter(|local| !local.is_empty())
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
pub(super) fn as_text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default()
}
