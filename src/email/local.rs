//! How two local parts relate.
//!
//! Several explanations are tried (a slip, digits added, the order swapped, an initial for a name, …); the one that says the
//! most counts. Each is a level of the calibration less costs that add up.

use super::given_names::{are_different, are_variants, share_name};
use super::mailbox::{FOREIGN, LOOK_ALIKE, Mailbox, ROLE};
use crate::calibration::email::{self as points, Level};
use crate::evidence::{Evidence, Field, Reasons};
use crate::tables::email::Certainty;
use crate::text::similarity::edits;

/// A surname, or what may be one, in an unsegmented local part: shorter ends are shared by chance.
const WORD: usize = 4;
/// The same where a separator bounds it.
const BOUNDED_WORD: usize = 3;
/// With fewer letters beside them, digits are the name: a customer number.
const ID_LETTERS: usize = 1;
const ID_DIGITS: usize = 4;
/// Up to this length a different first letter is an initial (`jrosen`, `mrosen`); in longer words it may be a slip.
const INITIAL_LENGTH: usize = 8;
/// Letters off in any word that is still a slip; the calibration prices fewer.
const MAX_EDITS: usize = 4;

/// The relation of two local parts: what it earns in each place, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relation {
    /// What it earns.
    pub(super) level: Level,
    /// Why.
    pub(super) reasons: Reasons,
}

impl Relation {
    fn new(level: Level) -> Relation {
        Relation { level, reasons: Reasons::new(Field::Email) }
    }

    fn because(mut self, evidence: Evidence) -> Relation {
        self.reasons.add(evidence);
        self
    }

    /// Takes a cost off everywhere, and a further one at public providers.
    fn less(mut self, cost: i32, public: i32) -> Relation {
        self.level.private -= cost;
        self.level.public -= cost + public;
        self.level.elsewhere -= points::elsewhere_cost(cost + public);
        self
    }

    /// The relation that says more; the first where both say the same.
    fn or(self, other: Relation) -> Relation {
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
fn separators(a: &Mailbox, b: &Mailbox) -> i32 {
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
    let has_rule = |mailbox: &Mailbox| mailbox.provider().is_none_or(|provider| provider.plus != Certainty::None);
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

fn relate_written(a: &Mailbox, b: &Mailbox) -> Relation {
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
    let unrelated = Relation::new(points::UNRELATED).because(Evidence::EmailLocalDiffers);
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
    if !a.shares_provider(b) || !a.provider().is_some_and(|provider| provider.hyphen == Certainty::Likely) {
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
            && a.provider().is_some_and(|provider| {
                provider.punctuation == Certainty::Likely || provider.dots == Certainty::Likely
            });
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

/// A few letters off.
fn slip(a: &Mailbox, b: &Mailbox) -> Option<Relation> {
    let (left, right) = (a.letters(), b.letters());
    // A letter inserted or substituted changes two of the bits at most.
    if (a.mask() ^ b.mask()).count_ones() as usize > 2 * MAX_EDITS || left.len().abs_diff(right.len()) > MAX_EDITS {
        return None;
    }
    if is_other_initial(a, b) {
        return None;
    }
    let cost = if let Some(cost) = truncation(left, right) {
        cost
    } else if a.parts() > 1 && a.parts() == b.parts() {
        // Each part is judged by its own length: `tim.smith` and `tom.smith` are one letter off in three.
        let mut cost = 0;
        for index in 0..a.parts() {
            let (left, right) = (a.part(index), b.part(index));
            if index == 0 && are_different(left, right) {
                return None;
            }
            if left != right {
                cost += word_slip(left, right)?;
            }
        }
        cost
    } else {
        word_slip(left, right)?
    };
    let separators = if a.parts() == b.parts() { 0 } else { separators(a, b) };
    let relation = Relation::new(points::SAME).less(cost + separators, 0).because(Evidence::EmailTypo);
    Some(if separators > 0 { relation.because(Evidence::EmailSeparators) } else { relation })
}

/// One is the beginning of the other: the end was cut off.
fn truncation(left: &[u8], right: &[u8]) -> Option<i32> {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    (short.len() >= points::TRUNCATED_LETTERS && long.starts_with(short))
        .then(|| points::truncated(long.len() - short.len()))?
}

fn word_slip(left: &[u8], right: &[u8]) -> Option<i32> {
    let edits = edits(left, right, MAX_EDITS)?;
    points::slip(left.len().max(right.len()), edits)
}

/// Whether two local parts differ in their first letter alone, as initials do (`jrosen`, `mrosen`; `rosen`, `jrosen`).
///
/// In a long word it may be a slip, unless its first two letters cannot begin an English word: then the first is an initial.
fn is_other_initial(a: &Mailbox, b: &Mailbox) -> bool {
    let (left, right) = (a.letters(), b.letters());
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let [first, rest @ ..] = long else { return false };
    let has_initial = |mailbox: &Mailbox| mailbox.parts() > 1 && mailbox.part(0).len() == 1;
    if has_initial(a) && has_initial(b) && a.part(0) != b.part(0) {
        return true;
    }
    if short.len() == long.len() {
        let is_other = short.first() != Some(first) && short.get(1..) == Some(rest);
        return is_other
            && rest.len() >= BOUNDED_WORD
            && (long.len() <= INITIAL_LENGTH || is_initial(short) || is_initial(long));
    }
    short == rest && rest.len() >= BOUNDED_WORD && (long.len() <= INITIAL_LENGTH || is_initial(long))
}

/// Whether a word begins with two consonants that no word begins with: `jr`, `mb`.
fn is_initial(word: &[u8]) -> bool {
    let [first, second, ..] = word else { return false };
    let is_vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    if is_vowel(*first) || is_vowel(*second) {
        return false;
    }
    !matches!(
        (first, second),
        (b'b' | b'c' | b'f' | b'g' | b'k' | b'p' | b's' | b'v', b'l')
            | (b'b' | b'c' | b'd' | b'f' | b'g' | b'k' | b'p' | b't' | b'v' | b'w', b'r')
            | (
                b'b' | b'c' | b'd' | b'g' | b'j' | b'k' | b'l' | b'p' | b'q' | b'r' | b's' | b't' | b'w' | b'x' | b'z',
                b'h'
            )
            | (b's', b'c' | b'k' | b'm' | b'n' | b'p' | b't' | b'w' | b'r')
            | (b'k' | b'g' | b'm', b'n')
            | (b't' | b'd' | b'k', b'w')
            | (b't' | b'p', b's')
            | (b'm', b'c')
            | (b'c' | b't' | b'd', b'z')
    )
}

/// What names explain: the same parts in another order, an initial, one part more, …
fn explain(a: &Mailbox, b: &Mailbox) -> Relation {
    let (short, long) = if (a.letters().len(), a.parts()) <= (b.letters().len(), b.parts()) { (a, b) } else { (b, a) };
    let mut best = Relation::new(points::UNRELATED).because(Evidence::EmailLocalDiffers);
    let mut offer = |level: Level, evidence: Evidence| {
        if level.private > best.level.private {
            best = Relation::new(level).because(evidence);
        }
    };
    if is_swapped(a.letters(), b.letters()) {
        offer(points::SWAPPED, Evidence::EmailSwapped);
    }
    // Ties of the order above must not decide, so both directions are asked where it matters.
    for (short, long) in [(short, long), (long, short)] {
        if let Some((level, evidence)) = one_part_more(short, long) {
            offer(level, evidence);
        }
        if has_initials(short, long) {
            offer(points::INITIALS, Evidence::EmailInitials);
        }
    }
    if let Some((level, evidence)) = shared_ends(a, b) {
        offer(level, evidence);
    }
    best
}

/// `jennyrosen`, `rosenjenny`: one is the other turned round at some letter.
fn is_swapped(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() || a == b || a.len() < WORD + 1 {
        return false;
    }
    (1..a.len()).any(|cut| {
        let least = cut.min(a.len() - cut);
        let most = cut.max(a.len() - cut);
        (least >= BOUNDED_WORD || most >= WORD) && a[..cut] == b[a.len() - cut..] && a[cut..] == b[..a.len() - cut]
    })
}

/// Whether the long one has one part more than the short one, or the short one is a part of it.
fn one_part_more(short: &Mailbox, long: &Mailbox) -> Option<(Level, Evidence)> {
    let (letters, whole) = (short.letters(), long.letters());
    if letters.len() >= whole.len() {
        return None;
    }
    if long.parts() > 1 {
        let mut start = 0;
        for index in 0..long.parts() {
            let part = long.part(index);
            let end = start + part.len();
            let is_rest = letters.len() + part.len() == whole.len()
                && letters.starts_with(&whole[..start])
                && letters.ends_with(&whole[end..]);
            start = end;
            if !is_rest {
                continue;
            }
            let remaining = long.parts() - 1;
            return Some(if remaining == 1 && part.len() > 1 {
                (points::PART_OF_NAME, Evidence::EmailPartOfName)
            } else if part.len() == 1 {
                // `t.gill` against `gill` is an initial more, and hardly a name; `jennyrosen-a` is.
                if letters.len() >= 2 * WORD || remaining > 1 {
                    (points::MIDDLE_INITIAL, Evidence::EmailMiddleInitial)
                } else {
                    (points::PART_OF_NAME, Evidence::EmailPartOfName)
                }
            } else {
                (points::MIDDLE_PART, Evidence::EmailMiddlePart)
            });
        }
        let is_part = (0..long.parts()).any(|index| long.part(index) == letters);
        return (is_part && letters.len() >= BOUNDED_WORD).then_some((points::PART_OF_NAME, Evidence::EmailPartOfName));
    }
    let is_part =
        short.parts() == 1 && letters.len() >= WORD && (whole.starts_with(letters) || whole.ends_with(letters));
    is_part.then_some((points::PART_OF_NAME, Evidence::EmailPartOfName))
}

/// `jrosen`, `j.rosen` or `rosenj` against `jenny.rosen` or `jennyrosen`; `jennyr` against `jenny.rosen`.
fn has_initials(short: &Mailbox, long: &Mailbox) -> bool {
    let (letters, whole) = (short.letters(), long.letters());
    if letters.len() >= whole.len() {
        return false;
    }
    let ([initial, after @ ..], [before @ .., last]) = (letters, letters) else { return false };
    // What the initial stands for: at least one letter more.
    let named = |initial: u8, name: &[u8]| name.len() >= 2 && name[0] == initial;
    if long.parts() > 1 {
        let first = long.part(0);
        let others = &whole[first.len()..];
        let surname = long.part(long.parts() - 1);
        let given = &whole[..whole.len() - surname.len()];
        let is_word = |word: &[u8]| word.len() >= BOUNDED_WORD || (word.len() >= 2 && short.parts() > 1);
        return is_word(after) && (after == others || after == surname) && named(*initial, first)
            // `rosenj`, and `rosen.jenny` against `jrosen`
            || is_word(before) && before == surname && named(*last, first)
            || is_word(after) && after == first && named(*initial, others)
            // `jennyr`
            || is_word(before) && (before == first || before == given) && named(*last, surname);
    }
    let least = if short.parts() > 1 { BOUNDED_WORD } else { WORD };
    let ends = |word: &[u8], initial: u8| {
        word.len() >= least && whole.ends_with(word) && named(initial, &whole[..whole.len() - word.len()])
    };
    let begins = |word: &[u8], initial: u8| {
        word.len() >= least && whole.starts_with(word) && named(initial, &whole[word.len()..])
    };
    ends(after, *initial)
        || ends(before, *last)
        || begins(after, *initial)
        || (short.parts() > 1 && begins(before, *last))
}

/// What the beginnings or ends of two names share.
fn shared_ends(a: &Mailbox, b: &Mailbox) -> Option<(Level, Evidence)> {
    let (left, right) = (a.letters(), b.letters());
    if a.parts() > 1 && b.parts() > 1 {
        return shared_parts(a, b);
    }
    let suffix = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let prefix = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    // Where one side is segmented, its last part bounds the surname.
    let surname =
        [a, b].into_iter().filter(|mailbox| mailbox.parts() > 1).map(|mailbox| mailbox.part(mailbox.parts() - 1).len());
    let surname = surname.min().unwrap_or(suffix).min(suffix);
    if surname >= WORD {
        let (first, second) = (&left[..left.len() - surname], &right[..right.len() - surname]);
        if are_variants(first, second) {
            return Some((points::NICKNAME, Evidence::EmailNickname));
        }
        if (1..=2).contains(&first.len().min(second.len())) {
            return Some(initials_beside_surname(first, second));
        }
        return Some((points::SHARED_SURNAME, Evidence::EmailSharedSurname));
    }
    (prefix >= WORD).then_some((points::SHARED_GIVEN_NAME, Evidence::EmailSharedGivenName))
}

/// `jmrosen` or `j.m.rosen` against `jenny.rosen`: the first initial agrees, or it does not.
fn initials_beside_surname(first: &[u8], second: &[u8]) -> (Level, Evidence) {
    if first.first() == second.first() {
        (points::INITIALS_AND_MORE, Evidence::EmailInitials)
    } else {
        (points::INITIAL_CONFLICT, Evidence::EmailInitialConflict)
    }
}

/// The same where both are segmented.
fn shared_parts(a: &Mailbox, b: &Mailbox) -> Option<(Level, Evidence)> {
    let (last_a, last_b) = (a.part(a.parts() - 1), b.part(b.parts() - 1));
    if last_a == last_b && last_a.len() >= 2 {
        let (first_a, first_b) = (a.part(0), b.part(0));
        if a.parts() == b.parts()
            && (are_variants(first_a, first_b) || share_name(a.given(), b.given()))
            && (1..a.parts()).all(|index| a.part(index) == b.part(index))
        {
            return Some((points::NICKNAME, Evidence::EmailNickname));
        }
        if first_a == first_b && a.parts() > 2 && b.parts() > 2 {
            return Some((points::PART_DIFFERS, Evidence::EmailLocalDiffers));
        }
        if first_a.len().min(first_b.len()) == 1 {
            return Some(initials_beside_surname(first_a, first_b));
        }
        return Some((points::SHARED_SURNAME, Evidence::EmailSharedSurname));
    }
    if a.part(0) == b.part(0) && a.part(0).len() >= BOUNDED_WORD {
        return Some((points::SHARED_GIVEN_NAME, Evidence::EmailSharedGivenName));
    }
    let crossed = a.part(0) == last_b || b.part(0) == last_a;
    (crossed && a.part(0).len().max(b.part(0).len()) >= BOUNDED_WORD)
        .then_some((points::SHARED_SURNAME, Evidence::EmailSharedSurname))
}
