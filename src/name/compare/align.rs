//! Two names part beside part.

use super::glance::{Glance, related};
use super::join::{View, meet, view};
use super::pair::Pair;
use super::parties;
use super::parts::Parts;
use super::person::{Outcome, whole_view};
use crate::evidence::{Evidence, Field, Reasons};
use crate::explain::{Alignment, Part};
use crate::name::reading::{Range, Reading, readings};
use crate::name::{Name, Party, PartyKind, PartySlot, Role};

/// Aligns the pair of parties that compares best, each in the reading that compares best.
pub(in crate::name) fn align(a: &Name, b: &Name) -> Alignment {
    let mut best: Option<((i32, u64), &PartySlot, &PartySlot)> = None;
    for slot_a in &a.parties {
        for slot_b in &b.parties {
            let outcome = parties(a, slot_a, b, slot_b);
            let rank = (outcome.points, outcome.reasons.rank());
            if best.is_none_or(|(held, ..)| rank > held) {
                best = Some((rank, slot_a, slot_b));
            }
        }
    }
    let mut alignment = Alignment::new(Field::Name);
    let Some((_, slot_a, slot_b)) = best else { return alignment };
    let (left, right) = (Party { name: a, slot: slot_a }, Party { name: b, slot: slot_b });
    if left.kind() == PartyKind::Person && right.kind() == PartyKind::Person {
        let (x, y) = best_readings(a, slot_a, b, slot_b);
        let mut push = |part: Part, of: fn(&Read) -> &str| {
            alignment.push(part, Some(of(&x).to_owned()), Some(of(&y).to_owned()));
        };
        push(Part::GivenName, |read| &read.given);
        push(Part::MiddleName, |read| &read.middle);
        push(Part::Surname, |read| &read.surname);
        let generation = |party: Party<'_>| party.generation().map(str::to_owned);
        alignment.push(Part::Generation, generation(left), generation(right));
        let nicknames = |party: Party<'_>| Some(party.nicknames().join(" "));
        alignment.push(Part::Nickname, nicknames(left), nicknames(right));
    } else {
        let words = |name: &Name, slot: &PartySlot| {
            let words = name.words_of(slot).iter().map(|word| String::from_utf8_lossy(word.text(&name.text)));
            Some(words.collect::<Vec<_>>().join(" "))
        };
        alignment.push(Part::BusinessName, words(a, slot_a), words(b, slot_b));
        // Forms are kept by their number only, so that all that can be told is whether they are the same.
        let other = if slot_a.legal == slot_b.legal { "stated" } else { "another one" };
        let form = |party: Party<'_>, words: &str| party.has_legal_form().then(|| words.to_owned());
        alignment.push(
            Part::LegalForm,
            form(left, "stated"),
            form(right, if left.has_legal_form() { other } else { "stated" }),
        );
    }
    if left.role() != Role::Owner || right.role() != Role::Owner {
        let role = |party: Party<'_>| Some(party.role().code().to_owned());
        alignment.push(Part::Party, role(left), role(right));
    }
    alignment
}

/// What a pair of readings comes to.
type Found = (Outcome, (Reading, Reading));

/// A person in words, in one reading.
struct Read {
    given: String,
    middle: String,
    surname: String,
}

/// Both persons in the readings that compare best; the canonical ones where nothing relates.
fn best_readings(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> (Read, Read) {
    let (whole_a, whole_b) = (whole_view(a, slot_a), whole_view(b, slot_b));
    let made = meet(whole_a, a, whole_b, b);
    let (view_a, view_b) = (view(made.0.as_ref(), whole_a), view(made.1.as_ref(), whole_b));
    let found = related(view_a, a, view_b, b, Glance::of_views(view_a, a, view_b, b));
    let pair = Pair::new((a, slot_a, view_a), (b, slot_b, view_b), &found);
    let (of_a, of_b) = (readings(pair.a.words, pair.a.surname), readings(pair.b.words, pair.b.surname));
    let mut best = (of_a[0], of_b[0]);
    let mut reasons = Reasons::new(Field::Name);
    if !pair.is_unrelated() {
        let rank = |outcome: &Outcome| (outcome.points, outcome.reasons.rank());
        let best_of = |of_a: &[Reading]| {
            let mut most: Option<Found> = None;
            for &reading_a in of_a {
                for &reading_b in &of_b {
                    let parts_a = Parts::of(&reading_a, &pair.marked.0);
                    let parts_b = Parts::of(&reading_b, &pair.marked.1);
                    let outcome = pair.read(&parts_a, &parts_b);
                    if most.as_ref().is_none_or(|(held, _)| rank(&outcome) > rank(held)) {
                        most = Some((outcome, (reading_a, reading_b)));
                    }
                }
            }
            most
        };
        let mut found = best_of(&of_a);
        // Where all words are there on both sides it was not a reading that decided: the given side is shown as it stands.
        let whole = pair.whole().map(|whole| whole.points);
        if found.as_ref().zip(whole).is_some_and(|((outcome, _), whole)| whole >= outcome.points) {
            found = best_of(&of_a[..1]);
        }
        if let Some((outcome, readings)) = found {
            (reasons, best) = (outcome.reasons, readings);
        }
    }
    let read = |view: View<'_>, name: &Name, reading: Reading| {
        let text = |range: Range| {
            let words = &view.words[usize::from(range.0)..usize::from(range.1)];
            words.iter().map(|word| String::from_utf8_lossy(word.text(&name.text))).collect::<Vec<_>>().join(" ")
        };
        Read { given: text(reading.given), middle: text(reading.middle), surname: text(reading.surname) }
    };
    let (mut x, mut y) = (read(pair.a, a, best.0), read(pair.b, b, best.1));
    if reasons.contains(Evidence::NameGoesByMiddle) {
        // The side without further names is called by the middle one of the other.
        let shorter = match (x.middle.is_empty(), y.middle.is_empty()) {
            (true, false) => Some(&mut x),
            (false, true) => Some(&mut y),
            _ => None,
        };
        if let Some(side) = shorter {
            side.middle = core::mem::take(&mut side.given);
        }
    }
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown of a part on both sides.
    fn shown(given: &str, owner: &str, part: Part) -> (String, String) {
        let (a, b) = (Name::parse(given).expect("a name"), Name::parse(owner).expect("a name"));
        let alignment = align(&a, &b);
        let part = alignment.parts().iter().find(|shown| shown.part() == part);
        let text = |side: Option<&str>| side.unwrap_or("-").to_owned();
        part.map_or_else(|| (text(None), text(None)), |part| (text(part.given()), text(part.owner())))
    }

    fn pair(given: &str, owner: &str) -> (String, String) {
        (given.to_owned(), owner.to_owned())
    }

    #[test]
    fn legal_forms_are_told_as_the_same_or_another() {
        assert_eq!(shown("Rosen Bakery LLC", "ROSEN BAKERY LLC", Part::LegalForm), pair("stated", "stated"));
        assert_eq!(shown("Rosen Bakery LLC", "ROSEN BAKERY INC", Part::LegalForm), pair("stated", "another one"));
    }

    #[test]
    fn whoever_goes_by_a_middle_name_has_it_beside_that() {
        assert_eq!(shown("Jane Rosen", "JENNY JANE ROSEN", Part::MiddleName), pair("jane", "jane"));
        assert_eq!(shown("Jenny Jane Rosen", "JANE ROSEN", Part::MiddleName), pair("jane", "jane"));
        assert_eq!(shown("Jenny Jane Rosen", "JANE ROSEN", Part::GivenName), pair("jenny", "-"));
    }

    #[test]
    fn of_readings_that_compare_alike_the_first_is_shown() {
        let parts = [Part::GivenName, Part::MiddleName, Part::Surname];
        let [given, middle, surname] = parts.map(|part| shown("Tran La", "AN ANNA LA", part));
        assert_eq!([given, middle, surname], [pair("tran", "anna"), pair("-", "-"), pair("la", "la an")]);
    }

    #[test]
    fn of_owners_who_compare_alike_the_first_is_shown() {
        assert_eq!(shown("Jenny Rosen", "MARK GUPTA AND LIAM OBRIEN", Part::Surname), pair("rosen", "gupta"));
    }
}
