//! Whether two local parts are a few letters off, and not the names of two people.

use super::distant::{SLIP_LETTERS, may_be_slip, most_edits};
use super::given_names::{
    Kinship, are_different, are_surnames_apart, is_any_surname, is_clearly_surname, is_given, is_surname, kinship,
};
use super::local::{BOUNDED_WORD, Relation, separators};
use super::mailbox::Mailbox;
use crate::calibration::email as points;
use crate::evidence::Evidence;
use crate::text::similarity::edits;

/// Up to this length a different first letter is an initial (`jrosen`, `mrosen`); in longer words it may be a slip.
const INITIAL_LENGTH: usize = 8;
/// A local part of so few letters has a neighbour at every public provider.
pub(super) const SHORT: usize = 4;
/// A surname of so many letters is seldom another one with a letter more (`roberts`, `robert`); of fewer it often is (`doan`,
/// `doane`).
const LONG_SURNAME: usize = 6;
/// Letters off in any word that is still a slip; the calibration prices fewer.
pub(super) const MAX_EDITS: usize = 4;

/// A few letters off.
pub(super) fn slip(a: &Mailbox, b: &Mailbox) -> Option<Relation> {
    let (left, right) = (a.letters(), b.letters());
    if a.sketch.letters_apart(b.sketch) as usize > SLIP_LETTERS || left.len().abs_diff(right.len()) > MAX_EDITS {
        return None;
    }
    if is_other_initial(a, b) || generations(left, right).is_some() || is_given_and_surname(left, right) {
        return None;
    }
    let cost = if let Some(cost) = truncation(left, right) {
        cost
    } else if !may_be_slip(a, b) {
        return None;
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
    let relation = Relation::new(points::SAME);
    if cost < points::OTHER_NAME {
        let are_both = |left: &[u8], right: &[u8]| is_surname(left) && is_surname(right);
        // One letter off is a slip before it is another surname, but at a public provider there are both.
        if edits(left, right, 1).is_some() {
            if let Some((most, evidence)) = other_at_provider(a, b) {
                return Some(relation.less(cost, points::other_public(cost, most)).because(evidence));
            }
            if a.parts() == 1 && b.parts() == 1 && are_given_in_one_slip(left, right) {
                let relation = relation.less(points::CUT_GIVEN, points::CUT_GIVEN_PUBLIC);
                return Some(relation.because(Evidence::EmailOtherName));
            }
        } else if are_two_surnames(a, b, are_both) || are_bare_surnames(left, right, are_both) {
            let relation = relation.less(points::OTHER_NAME, points::OTHER_NAME_PUBLIC);
            return Some(relation.because(Evidence::EmailTypo));
        }
    }
    match other_given(a, b) {
        Kinship::TwoPeople => return None,
        // Both are names in use: a slip that hits another name is rarer than two people.
        Kinship::Other if cost < points::OTHER_NAME => {
            let relation = relation.less(points::OTHER_NAME, points::OTHER_NAME_PUBLIC);
            return Some(relation.because(Evidence::EmailOtherName));
        }
        Kinship::Other | Kinship::Unknown => {}
    }
    let separators = if a.parts() == b.parts() { 0 } else { separators(a, b) };
    // Few letters leave room for many people.
    let short = if left.len().max(right.len()) <= SHORT { points::SHORT_SLIP_PUBLIC } else { 0 };
    let relation = relation.less(cost + separators, short).because(Evidence::EmailTypo);
    Some(if separators > 0 { relation.because(Evidence::EmailSeparators) } else { relation })
}

/// Whether the two have given names of two people before one surname or behind it: `tim.smith` and `tom.smith`, `marialopez` and
/// `mariolopez`, `lopez.maria` and `lopez.mario`.
fn other_given(a: &Mailbox, b: &Mailbox) -> Kinship {
    if a.parts() > 1 && a.parts() == b.parts() {
        let is_rest_same = (1..a.parts()).all(|index| a.part(index) == b.part(index));
        if is_rest_same {
            return kinship(a.part(0), b.part(0));
        }
        let is_rest_same = (2..a.parts()).all(|index| a.part(index) == b.part(index));
        let is_behind = is_rest_same && (is_clearly_surname(a.part(0)) || is_clearly_surname(b.part(0)));
        return if is_behind { kinship(a.part(1), b.part(1)) } else { Kinship::Unknown };
    }
    let (left, right) = (a.letters(), b.letters());
    let shared = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    // Where the surname begins is not written: the longest end that is one.
    for surname in (BOUNDED_WORD..=shared).rev() {
        let (first, second) = (&left[..left.len() - surname], &right[..right.len() - surname]);
        if first.len().min(second.len()) < BOUNDED_WORD || !is_surname(&left[left.len() - surname..]) {
            continue;
        }
        let kinship = kinship(first, second);
        if kinship != Kinship::Unknown {
            return kinship;
        }
    }
    let shared = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    for surname in (BOUNDED_WORD..=shared).rev() {
        let ((name, first), (_, second)) = (left.split_at(surname), right.split_at(surname));
        // `goodman`, `goodnan` are no Good: a frequent given name stands behind it, and neither is a surname as a whole.
        let are_names = (is_given(first) || is_given(second)) && !is_any_surname(left) && !is_any_surname(right);
        if first.len().min(second.len()) < BOUNDED_WORD || !are_names || !is_clearly_surname(name) {
            continue;
        }
        let kinship = kinship(first, second);
        if kinship != Kinship::Unknown {
            return kinship;
        }
    }
    if a.parts() == 1 && b.parts() == 1 && left.len().max(right.len()) > SHORT {
        let kinship = kinship(left, right);
        if kinship != Kinship::Unknown {
            return kinship;
        }
    }
    if is_other_middle(left, right) || is_other_last_initial(left, right) || is_other_second_initial(left, right) {
        Kinship::Other
    } else {
        Kinship::Unknown
    }
}

/// Whether the one letter that differs is an initial behind a name: `sarahb`, `sarahp`; `smithj`, `smithr`. `hannah` is a name itself.
fn is_other_last_initial(left: &[u8], right: &[u8]) -> bool {
    let (Some((one, name)), Some((with, same))) = (left.split_last(), right.split_last()) else { return false };
    let is_name = |letters: &[u8]| is_given(letters) || is_surname(letters);
    one != with && name == same && name.len() > BOUNDED_WORD && is_name(name) && !is_name(left) && !is_name(right)
}

/// Whether the one letter that differs is the second of two initials before a surname: `jmsmith`, `jtsmith`.
fn is_other_second_initial(left: &[u8], right: &[u8]) -> bool {
    let ([first, one, surname @ ..], [other, with, same @ ..]) = (left, right) else { return false };
    first == other
        && one != with
        && surname == same
        && surname.len() > BOUNDED_WORD
        && is_surname(surname)
        && ![left, right, &left[1..], &right[1..]].into_iter().any(is_surname)
}

/// Whether the one letter that differs is an initial between given name and surname: `johnasmith`, `johnbsmith`.
fn is_other_middle(left: &[u8], right: &[u8]) -> bool {
    let front = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    left.len() == right.len()
        && front >= BOUNDED_WORD
        && left.len() > front + BOUNDED_WORD
        && left[front + 1..] == right[front + 1..]
        && is_given(&left[..front])
        && is_surname(&left[front + 1..])
        // `annagray`, `annafray`: here the letter begins the surname.
        && !is_surname(&left[front..])
        && !is_surname(&right[front..])
}

/// What two local parts one letter apart cost in all where a provider has millions and they are rather two people's, and why.
fn other_at_provider(a: &Mailbox, b: &Mailbox) -> Option<(i32, Evidence)> {
    let (left, right) = (a.letters(), b.letters());
    if is_second_initial(left, right) {
        return Some((points::OTHER_AT_PROVIDER, Evidence::EmailMiddleInitial));
    }
    let are_lone = a.parts() == 1 && b.parts() == 1;
    let are_apart = |are_surnames: fn(&[u8], &[u8]) -> bool| {
        are_two_surnames(a, b, are_surnames) || are_lone && are_bare_surnames(left, right, are_surnames)
    };
    // Beside other digits the letter may be one of them: `nora10`, `norai0`.
    let is_lettered = are_lone && a.digits() == b.digits() && is_name_and_letter(left, right);
    if !is_lettered && !are_apart(are_surnames_apart) {
        return None;
    }
    // Behind a given name it is rather an initial: `joseph`, `josephk`.
    let is_spelled = || {
        are_apart(|left, right| are_surnames_apart(left, right) && are_spellings(left, right))
            || is_lettered && is_long_and_letter(left, right, is_clearly_surname)
    };
    let most = if !(are_lone && are_two_given(left, right)) && is_spelled() {
        points::OTHER_SPELLING
    } else {
        points::OTHER_AT_PROVIDER
    };
    Some((most, Evidence::EmailTypo))
}

/// Whether two words alone are rather two given names than surnames: `martin`, `martina`, but not `williams`, `william`.
fn are_two_given(left: &[u8], right: &[u8]) -> bool {
    match kinship(left, right) {
        Kinship::TwoPeople => true,
        Kinship::Other => !is_surname(left) || !is_surname(right),
        Kinship::Unknown => false,
    }
}

/// Whether two words are given names of a man and a woman, one letter left out or two neighbours swapped: `kyle`, `kylee`;
/// `carol`, `carlo`. A hand makes these slips most often; another letter in place of one (`maria`, `mario`) is no such slip.
fn are_given_in_one_slip(left: &[u8], right: &[u8]) -> bool {
    let is_swapped = || left.iter().zip(right).filter(|(a, b)| a != b).count() == 2;
    left.len().max(right.len()) > SHORT
        && (left.len() != right.len() || is_swapped())
        && kinship(left, right) == Kinship::TwoPeople
}

/// Whether two surnames one letter apart are spellings of one: `gonzalez`, `gonzales`; `rodriguez`, `rodriquez`; `andersen`,
/// `anderson`; or a long one lost its last letter: `williams`, `william`.
fn are_spellings(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return is_long_and_letter(left, right, |_| true);
    }
    let front = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (Some(one), Some(other)) = (left.get(front), right.get(front)) else { return false };
    match (one.min(other), one.max(other)) {
        (b's', b'z') | (b'g', b'q') => front > 0,
        (b'e', b'o') => front >= BOUNDED_WORD && left[..front].ends_with(b"s") && left[front + 1..] == *b"n",
        _ => false,
    }
}

/// The shorter of two words before the longer.
fn by_length<'w>(left: &'w [u8], right: &'w [u8]) -> (&'w [u8], &'w [u8]) {
    if left.len() <= right.len() { (left, right) } else { (right, left) }
}

/// Whether one side is the other with one letter behind it, and the other is long and such a name.
fn is_long_and_letter(left: &[u8], right: &[u8], is_name: impl Fn(&[u8]) -> bool) -> bool {
    let (short, long) = by_length(left, right);
    short.len() >= LONG_SURNAME && long.len() == short.len() + 1 && long.starts_with(short) && is_name(short)
}

/// Two surnames alone or behind one initial: `parker`, `barker`; `jparker`, `jbarker`.
fn are_bare_surnames(left: &[u8], right: &[u8], are_surnames: impl Fn(&[u8], &[u8]) -> bool) -> bool {
    if left.len().max(right.len()) > SHORT && are_surnames(left, right) {
        return true;
    }
    let ([first, left @ ..], [other, right @ ..]) = (left, right) else { return false };
    first == other && left.len().min(right.len()) >= SHORT && are_surnames(left, right)
}

/// Whether one side has a second initial before the surname: `jsmith`, `jksmith`. A letter of the surname that is doubled is a
/// slip.
fn is_second_initial(left: &[u8], right: &[u8]) -> bool {
    let (short, long) = by_length(left, right);
    let ([first, surname @ ..], [other, second, same @ ..]) = (short, long) else { return false };
    first == other
        && surname == same
        && surname.len() > BOUNDED_WORD
        && surname.first() != Some(second)
        && is_surname(surname)
        && ![short, long, &long[1..]].into_iter().any(is_surname)
}

/// Whether one side is a name with one letter behind it: `john`, `johnb`; `mike`, `mikey`. A last letter that is doubled is a
/// slip.
fn is_name_and_letter(left: &[u8], right: &[u8]) -> bool {
    let (short, long) = by_length(left, right);
    let [name @ .., letter] = long else { return false };
    name == short && name.len() >= SHORT && name.last() != Some(letter) && (is_given(name) || is_surname(name))
}

/// What the generational suffixes of two local parts with one name tell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Generations {
    /// The father and the son: `johnsmithsr`, `johnsmithjr`.
    Differ,
    /// One of them alone has a suffix: `johnsmith`, `johnsmithjr`.
    OneSide,
}

/// The generational suffixes of two local parts that are the same but for them.
pub(super) fn generations(left: &[u8], right: &[u8]) -> Option<Generations> {
    let parted = |letters: &[u8]| -> usize {
        let suffixes = [b"jr".as_slice(), b"sr", b"iii", b"ii", b"iv"];
        let suffix = suffixes.iter().find(|suffix| letters.ends_with(suffix)).map_or(0, |suffix| suffix.len());
        if letters.len() > SHORT + suffix { letters.len() - suffix } else { letters.len() }
    };
    let (first, second) = (parted(left), parted(right));
    if left[..first] != right[..second] || left == right {
        return None;
    }
    Some(if first < left.len() && second < right.len() { Generations::Differ } else { Generations::OneSide })
}

/// Whether two local parts end in two surnames, one of which begins the other (`mary.cole`, `mary.coleman`; `marycole`,
/// `marycoleman`) or that are one letter apart (`robert.parker`, `robert.barker`).
fn are_two_surnames(a: &Mailbox, b: &Mailbox, are_surnames: impl Fn(&[u8], &[u8]) -> bool) -> bool {
    let (left, right) = (a.letters(), b.letters());
    let begins_at = |mailbox: &Mailbox| mailbox.letters().len() - mailbox.part(mailbox.parts() - 1).len();
    match (a.parts(), b.parts()) {
        (1, 1) => {
            let shorter = left.len().min(right.len());
            (BOUNDED_WORD..(shorter + 1).saturating_sub(BOUNDED_WORD)).any(|given| {
                left[..given] == right[..given]
                    && is_given(&left[..given])
                    && are_surnames(&left[given..], &right[given..])
            })
        }
        (0, _) | (_, 0) => false,
        _ => [begins_at(a), begins_at(b)].into_iter().any(|start| {
            start > 0
                && left.len().min(right.len()) > start
                && left[..start] == right[..start]
                && are_surnames(&left[start..], &right[start..])
        }),
    }
}

/// Whether one side is a given name and the other has a short surname behind it: `patience`, `patienceeze`. A field is seldom cut
/// just there.
fn is_given_and_surname(left: &[u8], right: &[u8]) -> bool {
    let (short, long) = by_length(left, right);
    let Some(surname) = long.strip_prefix(short) else { return false };
    short.len() > SHORT
        && surname.len() >= BOUNDED_WORD
        && is_given(short)
        && is_any_surname(surname)
        && !is_given(long)
}

/// One is the beginning of the other: the end was cut off.
fn truncation(left: &[u8], right: &[u8]) -> Option<i32> {
    let (short, long) = by_length(left, right);
    (short.len() >= points::TRUNCATED_LETTERS && long.starts_with(short))
        .then(|| points::truncated(long.len() - short.len()))?
}

/// What one word costs that is a few letters off another; `None` where that is no slip.
pub(super) fn word_slip(left: &[u8], right: &[u8]) -> Option<i32> {
    let longer = left.len().max(right.len());
    points::slip(longer, edits(left, right, most_edits(longer) as usize)?)
}

/// Whether two local parts differ in their first letter alone, as initials do (`jrosen`, `mrosen`; `rosen`, `jrosen`).
///
/// In a long word it may be a slip, unless its first two letters cannot begin an English word: then the first is an initial.
fn is_other_initial(a: &Mailbox, b: &Mailbox) -> bool {
    let (left, right) = (a.letters(), b.letters());
    let (short, long) = by_length(left, right);
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
    // `jjohn_mai` beside `john_mai` wrote a letter twice: before a given name no initial stands.
    let is_doubled = rest.first() == Some(first)
        && a.parts() > 1
        && a.parts() == b.parts()
        && a.part(0).len().min(b.part(0).len()) >= BOUNDED_WORD;
    short == rest && !is_doubled && rest.len() >= BOUNDED_WORD && (long.len() <= INITIAL_LENGTH || is_initial(long))
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
