//! How two local parts relate.
//!
//! Several explanations are tried (a slip, digits added, the order swapped, an initial for a name, …); the one that says the
//! most counts. Each is a level of the calibration less costs that add up.

use super::explain::explain;
use super::mailbox::{FOREIGN, LOOK_ALIKE, Mailbox, ROLE};
use super::slip::slip;
use crate::calibration::email::{self as points, Level};
use crate::evidence::{Evidence, Field, Reasons};
use crate::tables::email::rule;

/// A surname, or what may be one, in an unsegmented local part: shorter ends are shared by chance.
pub(super) const WORD: usize = 4;
/// The same where a separator bounds it.
pub(super) const BOUNDED_WORD: usize = 3;
/// With fewer letters beside them, digits are the name: a customer number.
const ID_LETTERS: usize = 1;
const ID_DIGITS: usize = 4;

/// The relation of two local parts: what it earns in each place, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relation {
    /// What it earns.
    pub(super) level: Level,
    /// Why.
    pub(super) reasons: Reasons,
}

impl Relation {
    pub(super) fn new(level: Level) -> Relation {
        Relation { level, reasons: Reasons::new(Field::Email) }
    }

    /// Nothing is shared.
    #[inline(always)]
    pub(super) fn unrelated() -> Relation {
        Relation::new(points::UNRELATED).because(Evidence::EmailLocalDiffers)
    }

    pub(super) fn because(mut self, evidence: Evidence) -> Relation {
        self.reasons = self.reasons.with(evidence);
        self
    }

    /// Takes a cost off everywhere, and a further one at public providers.
    pub(super) fn less(mut self, cost: i32, public: i32) -> Relation {
        self.level.private -= cost;
        self.level.public -= cost + public;
        self.level.elsewhere -= points::elsewhere_cost(cost + public);
        self
    }

    /// The relation that says more; the first where both say the same.
    pub(super) fn or(self, other: Relation) -> Relation {
        if other.level.private > self.level.private { other } else { self }
    }

    /// Whether nothing is shared, so that the domains alone decide.
    pub(super) fn is_unrelated(&self) -> bool {
        self.level == points::UNRELATED || self.level == points::ROLE_AND_PERSON || self.level == points::TWO_ROLES
    }
}

/// Relates the local parts of two readable mailboxes that are not the same mailbox. Symmetric.
pub(super) fn relate(a: &Mailbox, b: &Mailbox) -> Relation {
    let same = is_same_local(a, b);
    let is_digraph =
        |one: &Mailbox, other: &Mailbox| one.digraph().is_some_and(|local| local.as_bytes() == other.written());
    if !same && (is_digraph(a, b) || is_digraph(b, a)) {
        let relation = Relation::new(points::SAME).less(points::DIACRITICS, 0).because(Evidence::EmailDiacritics);
        return tags(a, b, relation);
    }
    let mut relation =
        if same { Relation::new(points::SAME).because(Evidence::EmailSameLocal) } else { relate_written(a, b) };
    if same && !a.shares_domain(b) {
        relation = weigh_identity(a, relation);
    }
    tags(a, b, letters_of_scripts(a, b, relation))
}

/// Whether the local parts are the same; where one provider ignores dots, it cannot be held against the other that it does not.
fn is_same_local(a: &Mailbox, b: &Mailbox) -> bool {
    fn without_dots(mailbox: &Mailbox) -> impl Iterator<Item = &u8> {
        mailbox.written().iter().filter(|&&byte| byte != b'.')
    }
    a.written() == b.written()
        || (a.ignores_dots() || b.ignores_dots()) && !a.written().is_empty() && without_dots(a).eq(without_dots(b))
}

/// The cost of separators that differ.
pub(super) fn separators(a: &Mailbox, b: &Mailbox) -> i32 {
    if a.ignores_dots() || b.ignores_dots() { 0 } else { points::SEPARATORS }
}

/// A same local part at two domains is an identity unless it names a function or is too short.
fn weigh_identity(a: &Mailbox, mut relation: Relation) -> Relation {
    let length = a.letters().len() + a.digits().len();
    let (most, evidence) = if a.has(ROLE) {
        (points::SAME_ROLE_ELSEWHERE, Evidence::EmailRole)
    } else if length <= 2 {
        (points::TINY_LOCAL_ELSEWHERE, Evidence::EmailShortLocal)
    } else if length == 3 {
        (points::SHORT_LOCAL_ELSEWHERE, Evidence::EmailShortLocal)
    } else {
        return relation;
    };
    relation.level.elsewhere = most;
    relation.because(evidence)
}

/// The cost of tags that differ where they are not documented to be ignored.
fn tags(a: &Mailbox, b: &Mailbox, relation: Relation) -> Relation {
    let (left, right) = (a.counted_tag(), b.counted_tag());
    if left == right || relation.is_unrelated() {
        return relation;
    }
    let has_rule = |mailbox: &Mailbox| !mailbox.follows(rule::NO_TAGS);
    let cost = match (left, right) {
        _ if !has_rule(a) && !has_rule(b) => points::TAG_WITHOUT_RULE,
        (Some(_), Some(_)) => points::TAG_CONFLICT,
        _ => points::LIKELY,
    };
    relation.less(cost, 0).because(Evidence::EmailTagDiffers)
}

/// The cost of letters that folding to ASCII made equal.
fn letters_of_scripts(a: &Mailbox, b: &Mailbox, relation: Relation) -> Relation {
    if !(a.has(FOREIGN) || b.has(FOREIGN)) || a.exact_local() == b.exact_local() || relation.is_unrelated() {
        relation
    } else if a.has(LOOK_ALIKE) || b.has(LOOK_ALIKE) {
        relation.less(points::LOOK_ALIKE, 0).because(Evidence::EmailLookAlikeLetters)
    } else {
        relation.less(points::DIACRITICS, 0).because(Evidence::EmailDiacritics)
    }
}

/// `0liver`, `l0pez`: one digit stands inside a word for the letter that it looks like. Behind a word it is a digit.
fn has_look_alike_digit(a: &[u8], b: &[u8]) -> bool {
    let alike = |at: usize| {
        let (digits, letter) = if a[at].is_ascii_digit() { (a, b[at]) } else { (b, a[at]) };
        let is_letter = |at: usize| digits.get(at).is_some_and(u8::is_ascii_lowercase);
        matches!((digits[at], letter), (b'0', b'o') | (b'1', b'l' | b'i') | (b'5', b's'))
            && is_letter(at + 1)
            && at.checked_sub(1).is_none_or(|before| !digits[before].is_ascii_digit())
    };
    let mut differing = a.iter().zip(b).enumerate().filter(|(_, (p, q))| p != q).map(|(at, _)| at);
    a.len() == b.len() && differing.next().is_some_and(alike) && differing.next().is_none()
}

fn relate_written(a: &Mailbox, b: &Mailbox) -> Relation {
    if has_look_alike_digit(a.written(), b.written()) {
        let length = a.letters().len().max(b.letters().len());
        if let Some(cost) = points::slip(length, 1) {
            let short = if length <= super::slip::SHORT { points::SHORT_SLIP_PUBLIC } else { 0 };
            return Relation::new(points::SAME).less(cost, short).because(Evidence::EmailTypo);
        }
    }
    if let Some(relation) = hyphen_tag(a, b) {
        return relation;
    }
    if let Some(relation) = roles(a, b) {
        return relation;
    }
    let (left, right) = (a.letters(), b.letters());
    let is_id = |mailbox: &Mailbox| mailbox.letters().len() <= ID_LETTERS && mailbox.digits().len() >= ID_DIGITS;
    if is_id(a) && is_id(b) && a.digits() != b.digits() {
        return Relation::new(points::NUMERIC_ID).because(Evidence::EmailNumericId);
    }
    let unrelated = Relation::unrelated();
    if left.is_empty() || right.is_empty() {
        return unrelated;
    }
    if left == right {
        return same_letters(a, b);
    }
    let best = match slip(a, b) {
        Some(slip) => slip.or(explain(a, b)),
        None => explain(a, b),
    };
    if best.is_unrelated() {
        return best;
    }
    let best = digits(a, b, best);
    // Costs never take a relation below none at all.
    unrelated.or(best)
}

/// Yahoo: `nick-keyword`. The nickname is not the name of the account, so two keywords are surer than one and none.
fn hyphen_tag(a: &Mailbox, b: &Mailbox) -> Option<Relation> {
    if !a.shares_provider(b) || !a.follows(rule::HYPHEN_TAGS) {
        return None;
    }
    let nick = |mailbox: &Mailbox| {
        mailbox
            .written()
            .iter()
            .rposition(|&byte| byte == b'-')
            .filter(|&at| at > 0)
            .map(|at| at..mailbox.written().len())
    };
    let without = |mailbox: &Mailbox| nick(mailbox).map_or(mailbox.written().len(), |tag| tag.start);
    if a.written()[..without(a)] != b.written()[..without(b)] {
        return None;
    }
    let both = nick(a).is_some() && nick(b).is_some();
    let cost = if both { points::TAG_CONFLICT } else { points::HYPHEN_OMITTED };
    Some(
        Relation::new(points::SAME).less(cost, 0).because(Evidence::EmailLikelyRule).because(Evidence::EmailTagDiffers),
    )
}

fn roles(a: &Mailbox, b: &Mailbox) -> Option<Relation> {
    let level = match (a.has(ROLE), b.has(ROLE)) {
        (false, false) => return None,
        (true, true) if a.letters() == b.letters() => return None,
        (true, true) => points::TWO_ROLES,
        _ => points::ROLE_AND_PERSON,
    };
    Some(Relation::new(level).because(Evidence::EmailRole).because(Evidence::EmailLocalDiffers))
}

/// The letters are the same: separators or digits make the difference.
fn same_letters(a: &Mailbox, b: &Mailbox) -> Relation {
    let relation = Relation::new(points::SAME);
    let plain = |mailbox: &Mailbox| mailbox.written().iter().filter(|byte| byte.is_ascii_alphanumeric()).count();
    let squeezed = a.written().iter().filter(|byte| byte.is_ascii_alphanumeric());
    if plain(a) == plain(b) && squeezed.eq(b.written().iter().filter(|byte| byte.is_ascii_alphanumeric())) {
        let is_likely = a.shares_provider(b)
            && (a.follows(rule::LIKELY_PUNCTUATION)
                || a.follows(rule::LIKELY_EXCHANGE) && is_exchanged(a.written(), b.written()));
        let (cost, evidence) = if is_likely {
            (points::LIKELY, Evidence::EmailLikelyRule)
        } else {
            (points::SEPARATORS, Evidence::EmailSeparators)
        };
        return relation.less(cost, 0).because(evidence);
    }
    if a.digits() == b.digits() {
        return relation.less(points::DIGITS_MOVED, 0).because(Evidence::EmailDigitsMoved);
    }
    // The same letters beside other digits, perhaps with separators: `jenny.rosen85`, `jennyrosen`.
    let has_separator = |mailbox: &Mailbox| mailbox.written().iter().any(|byte| !byte.is_ascii_alphanumeric());
    let relation = if has_separator(a) != has_separator(b) && separators(a, b) > 0 {
        relation.less(separators(a, b), 0).because(Evidence::EmailSeparators)
    } else {
        relation
    };
    digits(a, b, relation)
}

/// Whether two local parts are the same but for dots and hyphens in each other's places.
fn is_exchanged(a: &[u8], b: &[u8]) -> bool {
    let dot = |byte: &u8| if *byte == b'-' { b'.' } else { *byte };
    a.iter().map(dot).eq(b.iter().map(dot))
}

/// The cost of digits that differ.
fn digits(a: &Mailbox, b: &Mailbox, relation: Relation) -> Relation {
    let (short, long) =
        if a.digits().len() <= b.digits().len() { (a.digits(), b.digits()) } else { (b.digits(), a.digits()) };
    if short == long {
        return relation;
    }
    let stem = points::short_stem(a.letters().len().min(b.letters().len()));
    let added = points::digits_added(long.len() - short.len());
    if short.is_empty() {
        return relation.less(stem + added, points::DIGITS_PUBLIC).because(Evidence::EmailDigitsAdded);
    }
    if long.starts_with(short) || long.ends_with(short) {
        let cost = stem + added + points::DIGITS_EXTENDED;
        return relation.less(cost, points::DIGITS_PUBLIC).because(Evidence::EmailDigitsAdded);
    }
    let cost = stem + points::DIGITS_CONFLICT;
    relation.less(cost, points::DIGITS_CONFLICT_PUBLIC).because(Evidence::EmailDigitsConflict)
}
