//! Words of a name that are particles: de, van, al.

use super::Item;
use super::tokens::{Token, Tokens};
use crate::name::word::HYPHEN;
use crate::tables::name as tables;
use smallvec::SmallVec;

/// A surname, or a given name, that so many people (log2) have.
const IN_USE: u8 = 9;

/// What [`is_particle`] asks about a word of a name.
pub(super) struct Ordered<'w> {
    pub(super) text: &'w [u8],
    /// The tables say that it may be a particle, and a frequent name.
    pub(super) particle: bool,
    pub(super) name: bool,
    /// It is a family name that stands first.
    pub(super) eastern: bool,
    /// Most people who have it have it as their surname, or as their given name, and hardly anybody as the other; not so where it
    /// may be Chinese.
    pub(super) surname: bool,
    pub(super) given: bool,
    /// A hyphen joins it to the word before.
    pub(super) hyphened: bool,
}

/// `AL-HADDAD`, `VON MOHR`, `DELLA JONES`: whether what may be a given name is a particle of the surname behind it: a hyphen joins
/// them, they are known in one word, or few have the second one alone.
pub(super) fn are_one_surname(tokens: &Tokens, first: &Item, second: &Item) -> bool {
    let known = || tables::word(&[tokens.word(first.token), tokens.word(second.token)].concat()).surname > 0;
    matches!(second.token, Token::Word { flags, .. } if flags & HYPHEN != 0)
        || first.entry.is(tables::PARTICLE) && (!second.entry.is_surname() || known())
}

/// Whether a word inside a name is a particle here: de, van, al … before another word, not as the first of two. `stated` is
/// where a comma says that the surname starts.
pub(super) fn is_particle<'w>(
    count: usize,
    place: usize,
    stated: Option<usize>,
    word_at: impl Fn(usize) -> Ordered<'w>,
) -> bool {
    let Ordered { text: word, particle, name, .. } = word_at(place);
    if !particle || place + 1 >= count {
        return false;
    }
    let end = stated.filter(|&start| place < start).unwrap_or(count);
    if place + 1 >= end {
        return false;
    }
    let len = |place: usize| word_at(place).text.len();
    if word.len() == 1 {
        // A letter: y and e between surnames, o before O'Brien's; otherwise an initial.
        return matches!(word, b"y" | b"e") && place > 1 && len(place + 1) > 1 && count >= 4 && len(place - 1) > 1;
    }
    if matches!(word, b"mac" | b"mc" | b"fitz" | b"ben" | b"san" | b"santa") {
        return false;
    }
    // ST CLAIR-HOLT NORA K; Nora St John has another surname than Nora John.
    if matches!(word, b"st" | b"ste" | b"saint" | b"sainte") {
        return place + 2 < end && word_at(place + 2).hyphened && !word_at(place + 1).hyphened;
    }
    // GREEN AL J, SMITH DELLA M: behind a surname a name, before its initial; ANNA VAN D has one that begins so.
    if name && place == 1 && count == 3 && word_at(0).surname && len(2) == 1 {
        return false;
    }
    // TRAN THI LE HANG, KIM HYUN BIN, BIN HYUN KIM, KIM DA HYE: syllables of names, beside a family name that stands first or last.
    let (family_first, family_last) = (word_at(0).eastern, word_at(count - 1).eastern);
    if word == b"le" && place > 0 && family_first && count >= 3
        || matches!(word, b"bin" | b"da" | b"dal") && count == 3 && (family_first || family_last)
        || word == b"do" && place > 0 && count >= 3 && (family_first || family_last && place + 2 == count)
    {
        return false;
    }
    // TRAN VAN HUNG, HUNG VAN DO: a name of Vietnam, where it is given and no particle.
    let before_name = !word_at(place + 1).particle || place + 2 == count;
    if word == b"van" && before_name && (0..count).any(|place| word_at(place).eastern) {
        return false;
    }
    if place == 0 && stated != Some(0) {
        // VAN DER BERG JAN and AL-HARBI SALIM, but Van Morrison and Le Minh Duc.
        if word_at(place + 1).hyphened && count >= 3 {
            return true;
        }
        let mut run = 0;
        let vietnamese = word_at(0).eastern && count >= 3 && word_at(1).text == b"van" && !word_at(2).particle;
        while run < count && word_at(run).particle && !(vietnamese && run == 1) {
            run += 1;
        }
        // VAN HORN PAUL G, LE CLAIR PIERRE: a surname that is known in one word, before a given name. VAN DAM ANDRIES: before what is
        // rarely one, too, where the word with the particle is no given name itself.
        let is_known_surname = || {
            let next = word_at(place + 1).text;
            let mut joined: SmallVec<[u8; 32]> = SmallVec::from_slice(word);
            joined.extend_from_slice(next);
            let entry = tables::word(next);
            let weak = entry.given < IN_USE || entry.surname > entry.given;
            let called = |name: tables::Entry| {
                name.is_clearly_given() || weak && !name.is_surname() && (name.given > 0 || name.surname == 0)
            };
            let mut names = (place + 2..count).map(|place| word_at(place).text).filter(|text| text.len() > 1);
            // AL T SMITH: Al with an initial, and no Alt.
            next.len() > 1 && tables::word(&joined).surname >= IN_USE && names.any(|name| called(tables::word(name)))
        };
        // LO PRESTI RENZO, VAN LEEUWEN PIETER J: also where the particle is a name, between which and a given name a surname stands.
        let surname_first = || {
            let next = word_at(place + 1);
            // VAN MELKEBEEK DIETER, VON ARX OTTO: a word that is nobody's given name goes with the particle, before one that is.
            let long = next.text.len() >= if word == b"von" { 3 } else { 4 };
            let unknown = matches!(word, b"van" | b"von") && long && tables::word(next.text).given == 0;
            let follows = |place: usize| {
                let entry = tables::word(word_at(place).text);
                // Fewer people are called Von than Van.
                let most = if word == b"von" { entry.given + 1 } else { 0 };
                entry.given > 0 && entry.surname <= tables::FREQUENT_SURNAME.max(most)
            };
            // Of several names the last counts, for `DELLA REED ANN WHITLOW` ends with her surname.
            let last = || (place + 2..count).rfind(|&place| word_at(place).text.len() > 1);
            // VAN DIJK VEERLE: hardly anybody is called by either, and the last one is hardly a surname.
            let unheard = |last: usize| {
                let long = next.text.len() > 2 && !word_at(place).eastern;
                let (next, last) = (tables::word(next.text), tables::word(word_at(last).text));
                long && next.given < IN_USE && last.given == 0 && last.surname < IN_USE
            };
            let called = || last().is_some_and(|last| word_at(last).given || unknown && follows(last) || unheard(last));
            // DAS NEVES GRACE T: an initial ends no name the surname of which stands behind.
            let initial_behind = || {
                let sure = !word_at(place).eastern && !next.given || next.surname;
                count >= 4 && word_at(count - 1).text.len() == 1 && next.text.len() > 1 && len(2) > 1 && sure
            };
            !next.eastern && (next.surname && called() || is_known_surname() || initial_behind())
        };
        return count - run >= 2 && (run >= 2 || !name || stated.is_none() && surname_first());
    }
    true
}
