//! How two domains relate, and the score of the whole.

use super::Email;
use super::distant::are_distant;
use super::local::{self, Relation};
use super::mailbox::{DOTS_IGNORED, FOREIGN_DOMAIN, MASKED, MAX_LOCAL, Mailbox, ROLE, TAG_IGNORED, UNREADABLE};
use crate::calibration::email as points;
use crate::calibration::{NEARLY_WHOLE, WHOLE};
use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::score::Score;
use crate::tables::email::rule;
use crate::text::similarity::edits;

/// A brand of fewer letters has too many neighbours for a slip to be told from another name (`aol`, `aim`).
const SLIP_BRAND: usize = 5;
/// ... for two slips.
const TWO_SLIPS_BRAND: usize = 7;
/// ... for two slips in a private domain.
const TWO_SLIPS_PRIVATE: usize = 10;
/// The same label under another end is the same brand only from this length (`a.github.io`, `a.example`).
const BRAND: usize = 4;
/// The longest brand whose slips are counted; no host has more than 63 letters in a label.
const LONGEST_BRAND: usize = 63;
/// A part of a name that a domain repeats (`jenny@rosenfamily`).
const NAME_PART: usize = 3;

/// Compares two values: the same, or the best pair of their mailboxes.
#[inline(always)]
pub(super) fn compare(a: &Email, b: &Email) -> Comparison {
    if a.rare.is_none() && b.rare.is_none() && are_distant(&a.first, &b.first) {
        return compare_distant(&a.first, &b.first);
    }
    compare_whole(a, b)
}

/// Compares two values that may have something in common.
#[inline(never)]
fn compare_whole(a: &Email, b: &Email) -> Comparison {
    if a == b {
        return Comparison { score: Score::MAX, reasons: equality(&a.first, &b.first) };
    }
    if a.rare.is_none() && b.rare.is_none() {
        return told(compare_mailboxes(&a.first, &b.first));
    }
    let mut best: Option<(i32, Reasons)> = None;
    for left in a.mailboxes() {
        for right in b.mailboxes() {
            let found = if left.is_same(right) {
                (NEARLY_WHOLE, equality(left, right))
            } else {
                compare_mailboxes(left, right)
            };
            // Ties go to the longer list of reasons, then to the later ones, whichever side is asked.
            let rank = |(points, reasons): &(i32, Reasons)| (*points, reasons.codes().count(), reasons.rank());
            let is_better = best.as_ref().is_none_or(|best| rank(best) < rank(&found));
            if is_better {
                best = Some(found);
            }
        }
    }
    let (points, mut reasons) = best.unwrap_or((points::UNREADABLE, Reasons::new(Field::Email)));
    if a.mailbox_count() + b.mailbox_count() > 2 {
        reasons.add(Evidence::EmailOneOfSeveral);
    }
    if [a, b].iter().any(|email| email.rare.as_ref().is_some_and(|rare| rare.cut.is_some())) {
        reasons.add(Evidence::EmailCut);
    }
    Comparison { score: Score::from_points(points.min(NEARLY_WHOLE)), reasons }
}

/// The comparison of two mailboxes that are [distant](are_distant): the domains alone decide.
#[inline(always)]
pub(super) fn compare_distant(a: &Mailbox, b: &Mailbox) -> Comparison {
    let Relation { level, reasons } = Relation::unrelated();
    // A name that goes on in the domain would begin with all letters of the other one.
    if !a.may_share_domain(b) && !a.may_name(b) && !b.may_name(a) {
        return told((level.elsewhere, reasons.with(Evidence::EmailDomainDiffers)));
    }
    if a.share_known_domain(b) {
        return told((level.public, reasons.with(Evidence::EmailSameDomain).with(Evidence::EmailPublicProvider)));
    }
    compare_unrelated(a, b)
}

/// The comparison of two mailboxes whose local parts are unrelated.
#[inline(never)]
fn compare_unrelated(a: &Mailbox, b: &Mailbox) -> Comparison {
    told(at_domains(a, b, Relation::unrelated()))
}

/// Points and reasons as a comparison.
pub(super) fn told((points, reasons): (i32, Reasons)) -> Comparison {
    Comparison { score: Score::from_points(points), reasons }
}

/// The reasons of one mailbox in two spellings.
fn equality(a: &Mailbox, b: &Mailbox) -> Reasons {
    let mut reasons = Reasons::new(Field::Email);
    reasons.add(Evidence::EmailExact);
    if a.has(TAG_IGNORED) && a.tag() != b.tag() {
        reasons.add(Evidence::EmailTagIgnored);
    }
    if (a.has(DOTS_IGNORED) || b.has(DOTS_IGNORED)) && !a.has_same_parts(b) {
        reasons.add(Evidence::EmailDotsIgnored);
    }
    if !a.has_same_domain(b) {
        reasons.add(Evidence::EmailDomainAlias);
    }
    flag(a, b, &mut reasons);
    reasons
}

/// What is worth knowing and moves nothing.
fn flag(a: &Mailbox, b: &Mailbox, reasons: &mut Reasons) {
    if a.follows(rule::DISPOSABLE) || b.follows(rule::DISPOSABLE) {
        reasons.add(Evidence::EmailDisposable);
    }
}

/// Compares two mailboxes that are not the same.
pub(super) fn compare_mailboxes(a: &Mailbox, b: &Mailbox) -> (i32, Reasons) {
    let mut reasons = Reasons::new(Field::Email);
    if a.has(UNREADABLE) || b.has(UNREADABLE) {
        return unreadable(a, b, reasons);
    }
    if a.has(MASKED) || b.has(MASKED) {
        reasons.add(Evidence::EmailMasked);
        let fits = fits(a.written(), b.written()) && fits(a.domain_bytes(), b.domain_bytes());
        if !fits {
            return (points::MASK_CONFLICT, reasons);
        }
        let shows = |mailbox: &Mailbox| mailbox.written().iter().any(u8::is_ascii_alphanumeric);
        if !shows(a) || !shows(b) {
            return (points::MASK_SHOWS_NOTHING, reasons);
        }
        reasons.add(Evidence::EmailMaskFits);
        return (points::MASK_FITS, reasons);
    }
    let relation = local::relate(a, b);
    let (mut points, mut reasons) = at_domains(a, b, relation);
    flag(a, b, &mut reasons);
    if a.is_repaired() || b.is_repaired() {
        reasons.add(Evidence::EmailRepaired);
        points = (points - points::REPAIRED).max(points.min(relation.level.elsewhere));
    }
    if a.follows(rule::RELAY) || b.follows(rule::RELAY) {
        reasons.add(Evidence::EmailRelay);
        points = points.min(points::RELAY);
    }
    (points, reasons)
}

/// What a relation of local parts earns at these domains.
fn at_domains(a: &Mailbox, b: &Mailbox, relation: Relation) -> (i32, Reasons) {
    let mut reasons = relation.reasons;
    let is_public = |mailbox: &Mailbox| mailbox.follows(rule::KNOWN);
    if a.shares_domain(b) {
        reasons.add(Evidence::EmailSameDomain);
        if !a.has_same_domain(b) {
            reasons.add(Evidence::EmailDomainAlias);
        }
        if is_public(a) {
            reasons.add(Evidence::EmailPublicProvider);
            return (relation.level.public, reasons);
        }
        return (relation.level.private, reasons);
    }
    let near = if relation.is_unrelated() { None } else { relate_domains(a, b) };
    let elsewhere = relation.level.elsewhere;
    let Some((cost, evidence)) = near else {
        reasons.add(Evidence::EmailDomainDiffers);
        if elsewhere < points::NAME_IN_DOMAIN && (names(a, b) || names(b, a)) {
            reasons.add(Evidence::EmailNameInDomain);
            return (points::NAME_IN_DOMAIN, reasons);
        }
        return (elsewhere, reasons);
    };
    reasons.add(evidence);
    let level = if is_public(a) || is_public(b) { relation.level.public } else { relation.level.private };
    // A near domain never earns less than a far one, and a slip on top of another never more than one of them.
    ((level - cost).max(elsewhere), reasons)
}

/// A text without a mailbox is nothing, unless only its at sign is missing.
fn unreadable(a: &Mailbox, b: &Mailbox, mut reasons: Reasons) -> (i32, Reasons) {
    reasons.add(Evidence::EmailUnreadable);
    let (text, mailbox) = match (a.has(UNREADABLE), b.has(UNREADABLE)) {
        (true, false) => (a.written(), b),
        (false, true) => (b.written(), a),
        _ => return (points::UNREADABLE, reasons),
    };
    let domain = mailbox.domain_bytes();
    // Dots that do not count are no longer written there.
    let is_local = |rest: &[u8]| {
        rest.strip_prefix(mailbox.written()).is_some_and(|between| between.len() <= 1)
            || !mailbox.written().contains(&b'*') && plain(rest).eq(plain(mailbox.written()))
    };
    let has_both = !domain.is_empty() && plain(mailbox.written()).next().is_some();
    if has_both && text.strip_suffix(domain).is_some_and(is_local) {
        reasons.add(Evidence::EmailAtMissing);
        return (WHOLE - points::AT_MISSING, reasons);
    }
    // `DANAKOVACS84`: all behind the at sign was lost with it. Dots count at no provider: some take them out.
    let alike = || plain(text).eq(plain(mailbox.written()));
    if plain(text).count() >= LEAST_LOCAL_ALONE && alike() {
        reasons.add(Evidence::EmailAtMissing);
        return (points::LOCAL_ALONE, reasons);
    }
    (points::UNREADABLE, reasons)
}

/// The letters and digits of a text.
fn plain(text: &[u8]) -> impl Iterator<Item = &u8> {
    text.iter().filter(|byte| byte.is_ascii_alphanumeric())
}

/// The least letters and digits of a local part that says something without its domain.
const LEAST_LOCAL_ALONE: usize = 6;

/// Whether two texts agree where neither is masked; a run of `*` stands for any number of characters on either side.
fn fits(a: &[u8], b: &[u8]) -> bool {
    let (mask, text) = if a.contains(&b'*') { (a, b) } else { (b, a) };
    if text.contains(&b'*') {
        // Both are masked: the ends that show must agree.
        let head = |text: &[u8]| text.iter().position(|&byte| byte == b'*').unwrap_or(text.len());
        let tail = |text: &[u8]| text.iter().rev().position(|&byte| byte == b'*').unwrap_or(text.len());
        let (head, tail) = (head(mask).min(head(text)), tail(mask).min(tail(text)));
        return mask[..head] == text[..head] && mask[mask.len() - tail..] == text[text.len() - tail..];
    }
    if !mask.contains(&b'*') {
        return mask == text;
    }
    let mut pieces = mask.split(|&byte| byte == b'*');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut last: &[u8] = &[];
    for piece in pieces {
        // All but the last piece are searched for in order; the last one ends the text.
        if !last.is_empty() {
            let Some(at) = rest.windows(last.len()).position(|window| window == last) else { return false };
            rest = &rest[at + last.len()..];
        }
        last = piece;
    }
    rest.ends_with(last)
}

/// Whether two domains that differ are near, what that costs, and why.
fn relate_domains(a: &Mailbox, b: &Mailbox) -> Option<(i32, Evidence)> {
    let (left, right) = (a.domain_bytes(), b.domain_bytes());
    if left.is_empty() || right.is_empty() {
        return Some((points::DOMAIN_MISSING, Evidence::EmailDomainMissing));
    }
    if a.has(FOREIGN_DOMAIN) || b.has(FOREIGN_DOMAIN) {
        fn looks(mailbox: &Mailbox) -> &str {
            mailbox.domain_as_it_looks().unwrap_or(mailbox.domain())
        }
        if looks(a) == looks(b) {
            return Some((points::DOMAIN_LOOK_ALIKE, Evidence::EmailDomainLookAlike));
        }
        // `müller.de` and `mueller.de` can both be registered; firms own both.
        if a.domain_digraph() == Some(b.domain()) || b.domain_digraph() == Some(a.domain()) {
            return Some((points::SAME_BRAND, Evidence::EmailSameBrand));
        }
    }
    if left.starts_with(b"[") || right.starts_with(b"[") {
        // Every address of the internet has neighbours that are other machines.
        return None;
    }
    let known = (a.follows(rule::KNOWN), b.follows(rule::KNOWN));
    if a.shares_provider(b) {
        return Some((points::SAME_HOUSE, Evidence::EmailSameHouse));
    }
    if known == (true, true) {
        // Two real providers: however alike their names, neither is a slip of the other.
        return None;
    }
    if a.registrable() == b.registrable() {
        return Some((points::SUBDOMAIN, Evidence::EmailSubdomain));
    }
    let is_provider = known.0 || known.1;
    let squeezed = |domain| <[u8]>::iter(domain).filter(|&&byte| byte != b'.');
    if squeezed(left).eq(squeezed(right)) {
        let evidence = if is_provider { Evidence::EmailProviderTypo } else { Evidence::EmailDomainTypo };
        return Some((points::DOT_SLIP, evidence));
    }
    // `gmai`, `gmail`: cut short before its end. A written suffix of one letter is no suffix.
    let (short, long) = if left.len() <= right.len() { (a, b) } else { (b, a) };
    let is_cut = !short.domain_bytes().contains(&b'.') || short.suffix().len() == 1;
    if is_cut && short.brand().len() >= NAME_PART && long.domain_bytes().starts_with(short.domain_bytes()) {
        let cost = if long.follows(rule::KNOWN) { points::PROVIDER_TRUNCATED } else { points::DOMAIN_TRUNCATED };
        return Some((cost, Evidence::EmailDomainTruncated));
    }
    let brand = relate_brands(a, b, is_provider)?;
    let suffix = relate_suffixes(a, b, is_provider);
    match (brand, suffix) {
        ((cost, evidence), Some(slip)) => Some((cost + slip, evidence)),
        // Two real ends: the same brand at most.
        ((0, _), None) if a.brand().len() >= BRAND => Some((points::SAME_BRAND, Evidence::EmailSameBrand)),
        _ => None,
    }
}

/// The cost of two brands that differ by a slip; nothing for the same brand.
fn relate_brands(a: &Mailbox, b: &Mailbox, is_provider: bool) -> Option<(i32, Evidence)> {
    let (left, right) = (a.brand(), b.brand());
    let typo = if is_provider { Evidence::EmailProviderTypo } else { Evidence::EmailDomainTypo };
    if left == right {
        return Some((0, typo));
    }
    let length = left.len().max(right.len());
    if !(SLIP_BRAND..=LONGEST_BRAND).contains(&length) || left.len().abs_diff(right.len()) > 2 {
        return None;
    }
    if looks_alike(left, right) {
        let cost = if is_provider { points::PROVIDER_SLIP } else { points::DOMAIN_LOOK_ALIKE };
        return Some((cost, Evidence::EmailDomainLookAlike));
    }
    let cost = match (edits(left, right, 2)?, is_provider) {
        (1, true) => points::PROVIDER_SLIP,
        (2, true) if length >= TWO_SLIPS_BRAND => points::PROVIDER_TWO_SLIPS,
        (1, false) => points::DOMAIN_SLIP,
        (2, false) if length >= TWO_SLIPS_PRIVATE => points::DOMAIN_TWO_SLIPS,
        _ => return None,
    };
    Some((cost, typo))
}

/// The cost of two suffixes that are the same or a slip of each other; `None` where both are real.
fn relate_suffixes(a: &Mailbox, b: &Mailbox, is_provider: bool) -> Option<i32> {
    let (left, right) = (a.suffix(), b.suffix());
    if left == right {
        return Some(0);
    }
    if left.is_empty() || right.is_empty() {
        return Some(if is_provider { points::PROVIDER_TRUNCATED } else { points::DOMAIN_TRUNCATED });
    }
    if a.meant_suffix() == right || b.meant_suffix() == left {
        return Some(points::SUFFIX_SLIP);
    }
    // `gmail.co`, `libero.ti`: the provider has no such domain, or it would be known.
    let is_cut = left.starts_with(right) || right.starts_with(left);
    let is_swapped = matches!((left, right), ([a, b], [c, d]) if a == d && b == c);
    (is_provider && (is_cut || is_swapped)).then_some(points::PROVIDER_SUFFIX)
}

/// Whether two brands differ only in characters that look alike: `1`, `l` and `i`; `0` and `o`; `rn` and `m`; `vv` and `w`.
fn looks_alike(a: &[u8], b: &[u8]) -> bool {
    fn skeleton(text: &[u8]) -> impl Iterator<Item = u8> {
        let mut bytes = text.iter().copied().peekable();
        core::iter::from_fn(move || {
            let byte = bytes.next()?;
            Some(match (byte, bytes.peek()) {
                (b'r', Some(b'n')) => {
                    bytes.next();
                    b'm'
                }
                (b'v', Some(b'v')) => {
                    bytes.next();
                    b'w'
                }
                (b'1' | b'i', _) => b'l',
                (b'0', _) => b'o',
                (b'5', _) => b's',
                (byte, _) => byte,
            })
        })
    }
    skeleton(a).eq(skeleton(b))
}

/// Whether the private domain of `owner` goes on where its local part ends in the name of `person`: `jenny@rosenfamily.com` and
/// `jennyrosen@…`, or the domain is the whole name.
fn names(owner: &Mailbox, person: &Mailbox) -> bool {
    let (length, whole_length) = (owner.letter_count(), person.letter_count());
    if owner.follows(rule::KNOWN) || whole_length > MAX_LOCAL {
        return false;
    }
    let goes_on = !owner.has(ROLE)
        && length >= NAME_PART
        && whole_length >= length + NAME_PART
        && person.letters().strip_prefix(owner.letters()).is_some_and(|rest| owner.brand().starts_with(rest));
    goes_on || whole_length >= 2 * NAME_PART && owner.brand() == person.letters()
}
