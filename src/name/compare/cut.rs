//! The name of a business that a field of the bank cut off: `TAMARACK RIDGE HOMEOWNERS ASSOC`.

use super::business::{Weight, tells_apart, weight};
use super::person::Outcome;
use crate::calibration::WHOLE;
use crate::calibration::name as points;
use crate::evidence::Evidence;
use crate::name::word::{BUSINESS, DIGIT, FILLS, LAST, Word};
use crate::name::{Name, PartySlot};

/// Letters of the shortest name that is taken for the beginning of another: the narrowest fields hold about 20 characters.
const SHORTEST: usize = 15;

/// A name that a field cut off, beside the whole one.
pub(super) struct Cut {
    pub(super) outcome: Outcome,
    /// The text ends inside of a word of the other, and not where one ends.
    pub(super) inside: bool,
}

/// One name ends where a field ends, or inside of a word, and the other begins with all of its letters. `None` where none is cut,
/// or where a number is left that tells firms apart, or behind a whole word any other word that does.
pub(super) fn cut_off(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Option<Cut> {
    let (words_a, words_b) = (a.words_of(slot_a), b.words_of(slot_b));
    let (text_a, text_b) = (letters(a, words_a)?, letters(b, words_b)?);
    if is_form_cut((words_a, slot_a, text_a), (slot_b, text_b))
        || is_form_cut((words_b, slot_b, text_b), (slot_a, text_a))
    {
        let outcome = Outcome::new(WHOLE - points::CUT_AT_FIELD).with(Evidence::NameBusinessDetected);
        let outcome = outcome.with(Evidence::NameTruncated).with(Evidence::NameLegalFormMissing);
        return Some(Cut { outcome: outcome.with(Evidence::NameBusinessWordsAgree), inside: true });
    }
    let (cut, slot, short, long, text) = if text_a.len() < text_b.len() {
        (words_a, slot_a, text_a, text_b, (words_b, b))
    } else {
        (words_b, slot_b, text_b, text_a, (words_a, a))
    };
    let last = cut.last().copied().filter(|last| last.is(LAST))?;
    let fills = last.is(FILLS);
    let whole = short.len();
    if cut.len() < 2 || whole < SHORTEST || slot.legal != 0 || whole == long.len() || !long.starts_with(short) {
        return None;
    }
    let (words, name) = text;
    let mut at = 0;
    let mut inside = false;
    let mut other = false;
    for word in words {
        let next = at + usize::from(word.len);
        inside |= at < whole && whole < next;
        other |= at >= whole && (weight(*word) == Weight::Distinctive || tells_apart(*word, word.text(&name.text)));
        // `FUND II` and `FUND III` are two, also where neither number is left.
        if at >= whole
            && (word.is(DIGIT) || word.meaning >= 20_000 || word.text(&name.text).iter().all(u8::is_ascii_digit))
        {
            return None;
        }
        at = next;
    }
    // Electric is a word of its own beside Electrical.
    let fragment = inside && !last.is(BUSINESS) && last.given == 0 && last.surname == 0;
    if !(fills || fragment) {
        return None;
    }
    // `RIVERSIDE PROPERTIES` is as wide as a field, and may be a whole name beside Riverside Properties North.
    if !inside && other {
        return None;
    }
    let cost = match (fills, inside) {
        (true, true) => points::CUT_AT_FIELD,
        (true, false) => points::CUT_AT_WORD,
        (false, _) => points::CUT_IN_WORD,
    };
    let points = WHOLE - cost;
    let outcome = Outcome::new(points).with(Evidence::NameBusinessDetected).with(Evidence::NameTruncated);
    Some(Cut { outcome: outcome.with(Evidence::NameBusinessWordsAgree), inside })
}

/// Beginnings of legal forms (LLC, Inc, Corp, Co, PLLC, Ltd): `SOLUTIONS NY` and `FUNDS II` are others.
const FORMS_CUT: [&[u8]; 9] = [b"l", b"ll", b"i", b"in", b"co", b"cor", b"pl", b"pll", b"lt"];

/// `TECHNOVA SOLUTIONS I`, `HARTLEY DENTAL GROUP PL`: a field ended within the legal form that the other side has.
fn is_form_cut(cut: (&[Word], &PartySlot, &[u8]), whole: (&PartySlot, &[u8])) -> bool {
    let ((words, slot, text), (other, letters)) = (cut, whole);
    let Some(last) = words.last().filter(|last| last.is(LAST) && last.is(FILLS)) else { return false };
    slot.legal == 0
        && other.legal != 0
        && text.strip_prefix(letters).is_some_and(|end| end.len() == usize::from(last.len) && FORMS_CUT.contains(&end))
}

/// The letters of the words, one behind the other; `None` where they do not stand so.
pub(super) fn letters<'n>(name: &'n Name, words: &[Word]) -> Option<&'n [u8]> {
    let (first, last) = (words.first()?, words.last()?);
    let follows = words.windows(2).all(|pair| pair[0].start + u16::from(pair[0].len) == pair[1].start);
    name.text.get(usize::from(first.start)..usize::from(last.start) + usize::from(last.len)).filter(|_| follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_goes_on_is_cut() {
        let is_cut = |one: &str, other: &str| {
            let (a, b) = (Name::parse(one).expect("a name"), Name::parse(other).expect("a name"));
            cut_off(&a, &a.parties[0], &b, &b.parties[0]).is_some()
        };
        assert!(is_cut("LUMIO KABUSHIKI K", "Lumio Kabushiki Kisha"));
        // The same letters, parted otherwise.
        assert!(!is_cut("HARBORVIEW DENTAL CARE CEM", "Harborview Dental Car Ecem"));
    }
}
