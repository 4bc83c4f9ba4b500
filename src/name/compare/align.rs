//! Two names part beside part.

use super::parties;
use super::person::{self, Read};
use crate::evidence::Field;
use crate::explain::{Alignment, Part};
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
        let (x, y) = person::best_readings(a, slot_a, b, slot_b);
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
