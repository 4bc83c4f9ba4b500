//! What names explain of two local parts: another order, an initial, one part more, a short form, a shared surname.

use super::given_names::{are_one_name, are_variants, is_surname};
use super::local::{BOUNDED_WORD, Relation, WORD};
use super::mailbox::{HAS_FORMS, Mailbox};
use super::slip::{Generations, generations};
use crate::calibration::email::{self as points, Level};
use crate::evidence::Evidence;

/// What names explain: the same parts in another order, an initial, one part more, …
pub(super) fn explain(a: &Mailbox, b: &Mailbox) -> Relation {
    let mut best = Relation::new(points::UNRELATED).because(Evidence::EmailLocalDiffers);
    let mut offer = |level: Level, evidence: Evidence| {
        if level.private > best.level.private {
            best = Relation::new(level).because(evidence);
        }
    };
    if is_swapped(a.letters(), b.letters()) || are_parts_swapped(a, b) {
        offer(points::SWAPPED, Evidence::EmailSwapped);
    }
    match generations(a.letters(), b.letters()) {
        Some(Generations::Differ) => offer(points::PART_DIFFERS, Evidence::EmailLocalDiffers),
        Some(Generations::OneSide) => offer(points::MIDDLE_PART, Evidence::EmailMiddlePart),
        None => {}
    }
    // The side with fewer letters is the short one; of as many, none is.
    for (short, long) in [(a, b), (b, a)] {
        if let Some((level, evidence)) = one_part_more(short, long) {
            offer(level, evidence);
        }
        if has_initials(short, long) {
            offer(points::INITIALS, Evidence::EmailInitials);
        }
    }
    if a.has(HAS_FORMS) && b.has(HAS_FORMS) && are_one_name(a.letters(), b.letters()) {
        offer(points::NICKNAME_ALONE, Evidence::EmailNickname);
    }
    if let Some((level, evidence)) = shared_ends(a, b) {
        offer(level, evidence);
    }
    best
}

/// `jennyrosen`, `rosenjenny`: one is the other turned round at some letter; they are not the same.
fn is_swapped(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && (1..a.len()).any(|cut| {
            let least = cut.min(a.len() - cut);
            let most = cut.max(a.len() - cut);
            (least >= BOUNDED_WORD || most >= WORD) && a[..cut] == b[a.len() - cut..] && a[cut..] == b[..a.len() - cut]
        })
}

/// `li.wei`, `wei.li`: two parts in the other order, of as few letters as many names of the East have.
fn are_parts_swapped(a: &Mailbox, b: &Mailbox) -> bool {
    a.parts() == 2
        && b.parts() == 2
        && a.part(0) == b.part(1)
        && a.part(1) == b.part(0)
        && a.part(0).len().min(a.part(1).len()) >= 2
        && a.part(0) != a.part(1)
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
        // `jli` beside `jenny.li`: a surname is whole where only the given name stands before it.
        let is_word = |word: &[u8]| {
            let whole = short.parts() > 1 || long.parts() == 2 && word == surname;
            word.len() >= BOUNDED_WORD || word.len() >= 2 && whole
        };
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

/// As many letters at the ends of two forms of a name are tried as part of the name (`kate`, `catherine`).
const SHARED_LETTERS: usize = 2;

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
        // `katejones`, `catherinejones`: the names may share their last letters.
        let is_short_form = (surname.saturating_sub(SHARED_LETTERS).max(WORD)..=surname).any(|surname| {
            let (first, second) = (&left[..left.len() - surname], &right[..right.len() - surname]);
            are_one_name(first, second) && is_surname(&left[left.len() - surname..])
        });
        if is_short_form {
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
            && (1..a.parts()).all(|index| a.part(index) == b.part(index))
            && (are_variants(first_a, first_b) || are_one_name(first_a, first_b))
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
