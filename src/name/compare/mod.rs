//! Two names → the pair of parties that fits best, what their roles allow, and whether the canonical values are equal.

mod align;
mod assign;
mod business;
mod called;
mod cut;
mod gender;
mod glance;
mod japanese;
mod join;
mod korean;
mod only;
mod pair;
mod parts;
mod person;
mod relation;
mod slip;
mod sound;
#[cfg(test)]
mod strangers;

use super::{Name, PartyKind, PartySlot, Role};
use crate::calibration::WHOLE;
use crate::calibration::name as points;
use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::name::word::{ALIAS, INITIAL, PARTICLE, Word, same};
use crate::score::Score;
pub(super) use align::align;
use cut::letters;
use glance::Glance;
use person::Outcome;
pub(super) use relation::Side;
pub(super) use sound::is_vowel;

/// Compares two names; symmetric.
pub(super) fn compare(a: &Name, b: &Name) -> Comparison {
    if let ([slot_a], [slot_b]) = (a.parties.as_slice(), b.parties.as_slice()) {
        if is_plain(a, slot_a) && is_plain(b, slot_b) {
            return compare_plain(a, slot_a, b, slot_b);
        }
    }
    compare_parties(a, b)
}

/// Whether a name is one person who owns the account, and nothing stands beside it.
fn is_plain(name: &Name, slot: &PartySlot) -> bool {
    slot.kind == PartyKind::Person && slot.role == Role::Owner && slot.aliases == 0 && name.beside.is_none()
}

/// Compares two names each of which is one person: what [`compare_parties`] finds, which never gets to roles, joint parties or
/// other scripts here.
fn compare_plain(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Comparison {
    let glance = person::glance(a, slot_a, b, slot_b);
    debug_assert!(slot_a.count > 0 && slot_b.count > 0, "a person has a word");
    if glance.is_empty() && !glance.may_join {
        // Most pairs: the names of neither are names of the other, so that they are not equal either.
        let outcome = person::unrelated(slot_a, slot_b);
        return Comparison { score: Score::from_points(outcome.points), reasons: outcome.reasons };
    }
    compare_closely(glance, a, slot_a, b, slot_b)
}

/// The same of those whose words may have to do with each other.
#[inline(never)]
fn compare_closely(glance: Glance, a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Comparison {
    if same_party(a, slot_a, b, slot_b) {
        return exact();
    }
    let mut outcome = person::compare_at(glance, a, slot_a, b, slot_b);
    outcome.points = outcome.points.clamp(0, WHOLE);
    finish(outcome)
}

/// The canonical values are equal.
fn exact() -> Comparison {
    let mut reasons = Reasons::new(Field::Name);
    reasons.add(Evidence::NameExact);
    Comparison { score: Score::MAX, reasons }
}

fn finish(mut outcome: Outcome) -> Comparison {
    if !outcome.reasons.lowered() {
        // A trade name or an account number beside the name, `MR & MRS`: not equal, and nothing of the name differs.
        outcome.reasons.add(Evidence::NameTextBeside);
    }
    Comparison { score: Score::from_points(outcome.points), reasons: outcome.reasons }
}

/// Compares two names of any parties.
#[inline(never)]
fn compare_parties(a: &Name, b: &Name) -> Comparison {
    if equal(a, b) {
        return exact();
    }
    let mut best: Option<Outcome> = None;
    for slot_a in &a.parties {
        for slot_b in &b.parties {
            let outcome = parties(a, slot_a, b, slot_b);
            best = Some(best.map_or(outcome, |held| held.better(outcome)));
        }
    }
    let Some(mut outcome) = best else {
        return Comparison { score: Score::MIN, reasons: Reasons::new(Field::Name) };
    };
    if a.whole() != b.whole() {
        outcome.reasons.add(Evidence::NameCut);
    }
    if a.original() != b.original() {
        outcome = outcome.with(Evidence::NameTransliterated);
    }
    // Two years, two accounts: another trust, another store.
    let differ = |x: u64, y: u64| x != 0 && y != 0 && x != y;
    let (which_a, which_b) = (a.which(), b.which());
    if (differ(a.number(), b.number()) || differ(which_a.into(), which_b.into()))
        && outcome.points > points::OTHER_NUMBER
    {
        outcome.points = points::OTHER_NUMBER;
        outcome.reasons.add(Evidence::NameNumberDiffers);
    } else if which_a != which_b {
        outcome.points = outcome.points.min(points::TRUST_NOT_SAID);
    }
    finish(outcome)
}

/// One party of each side.
fn parties(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    let mut outcome = match (slot_a.kind, slot_b.kind) {
        (PartyKind::Person, PartyKind::Person) => person::compare(a, slot_a, b, slot_b),
        (PartyKind::Business, PartyKind::Business) => business::compare(a, slot_a, b, slot_b),
        (PartyKind::Business, PartyKind::Person) => business::compare_with_person(a, slot_a, b, slot_b),
        (PartyKind::Person, PartyKind::Business) => business::compare_with_person(b, slot_b, a, slot_a),
    };
    // Words beyond those that are kept may tell another person.
    if slot_a.count.max(slot_b.count) >= super::MOST_PARTY_WORDS && a.whole() != b.whole() {
        outcome.points = outcome.points.min(points::PARTY_CUT);
    }
    // A trade name is the same owner by another name, not one of several.
    let several = |name: &Name| {
        let owner = |slot: &&PartySlot| !slot.alternative && !matches!(slot.role, Role::TradeName | Role::Alias);
        name.parties.iter().filter(owner).count() > 1
    };
    if several(a) || several(b) {
        outcome.points -= points::ONE_OF_SEVERAL;
        if several(a) && several(b) && initials_differ(a, slot_a, b, slot_b) {
            outcome.points = outcome.points.min(points::INITIAL_OF_SEVERAL);
        }
        outcome.reasons.add(Evidence::NameJointParty);
    }
    if slot_a.role != slot_b.role {
        // Points are rounded after each, so the order is that of the roles and not of the sides.
        let mut roles = [slot_a.role, slot_b.role];
        roles.sort_unstable_by_key(|role| role.code());
        for role in roles {
            take_role(&mut outcome, role);
        }
    }
    outcome.points = outcome.points.clamp(0, WHOLE);
    outcome
}

/// `J & K TILE` beside `J & R TILE`: both name their parties by initials, and there is one that no party of the other side has, or
/// begins with. It may be a firm.
fn initials_differ(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> bool {
    let initial = |name: &Name, slot: &PartySlot| {
        slot.kind == PartyKind::Person
            && matches!(name.words_of(slot), [first, particles @ .., _]
                if first.is(INITIAL) && particles.iter().all(|word| word.is(PARTICLE)))
    };
    // M Smith is Mary Smith, and J Smith is J A Smith: only another letter contradicts.
    let begins = |x: &Name, slot: &PartySlot, y: &Name, other: &PartySlot| {
        let [letter, rest @ ..] = x.words_of(slot) else { return false };
        let (Some(surname), words) = (rest.last(), y.words_of(other)) else { return false };
        // `J DELACRUZ`, `J DE LA CRUZ`
        if let [given, others @ ..] = words {
            if letters(x, rest).is_some_and(|all| letters(y, others) == Some(all)) {
                return given.first(&y.text) == letter.first(&x.text);
            }
        }
        let given = words.iter().find(|word| !same(*surname, &x.text, **word, &y.text));
        words.iter().any(|word| same(*surname, &x.text, *word, &y.text))
            && given.is_some_and(|given| given.first(&y.text) == letter.first(&x.text))
    };
    let within = |x: &Name, y: &Name| {
        x.parties
            .iter()
            .filter(|slot| initial(x, slot))
            .all(|slot| y.parties.iter().any(|other| begins(x, slot, y, other)))
    };
    initial(a, slot_a) && initial(b, slot_b) && !(within(a, b) && within(b, a))
}

/// What a party costs that is no plain owner.
fn take_role(outcome: &mut Outcome, role: Role) {
    let (cost, most) = match role {
        Role::Owner => return,
        Role::Trustee => (points::TRUSTEE, WHOLE),
        Role::Trust | Role::FamilyTrust => (points::TRUST, WHOLE),
        Role::Custodian => (points::CUSTODIAN, WHOLE),
        Role::Fbo => (points::FBO, WHOLE),
        Role::Principal => (points::PRINCIPAL, WHOLE),
        Role::TradeName => (points::TRADE_NAME, WHOLE),
        Role::Alias => (points::ALIAS, WHOLE),
        Role::Estate => (points::ESTATE, WHOLE),
        Role::Guardian => (0, points::GUARDIAN),
        Role::Attention | Role::Relative | Role::ActsFor => (0, points::ACTS_FOR),
        Role::Minor => (0, points::WARD),
        Role::Beneficiary => (0, points::BENEFICIARY),
    };
    outcome.reasons.add(Evidence::NameRole);
    // Roles cost as far as the names agree: a household stays one.
    outcome.points = (outcome.points - cost * outcome.points / WHOLE).min(most);
    if most < WHOLE {
        outcome.reasons.add(Evidence::NameNotAnOwner);
    } else if role == Role::Estate {
        outcome.reasons.add(Evidence::NameEstate);
    }
}

/// Whether the canonical values are equal: the same parties, each with the same words in the order that a comma states or
/// that they are written in, the same suffixes, legal forms and roles. Titles are no part of it.
pub(super) fn equal(a: &Name, b: &Name) -> bool {
    if a.beside != b.beside {
        return false;
    }
    if let ([slot_a], [slot_b]) = (a.parties.as_slice(), b.parties.as_slice()) {
        return same_party(a, slot_a, b, slot_b);
    }
    let count = |name: &Name| name.parties.iter().filter(|slot| !slot.alternative).count();
    let within = |x: &Name, y: &Name| {
        x.parties
            .iter()
            .filter(|slot| !slot.alternative)
            .all(|slot| y.parties.iter().filter(|other| !other.alternative).any(|other| same_party(x, slot, y, other)))
    };
    count(a) == count(b) && within(a, b) && within(b, a)
}

fn same_party(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> bool {
    slot_a.kind == slot_b.kind
        && slot_a.role == slot_b.role
        && slot_a.generation == slot_b.generation
        && slot_a.legal == slot_b.legal
        && same_words(a.words_of(slot_a), a, b.words_of(slot_b), b)
        && same_words(a.aliases_of(slot_a), a, b.aliases_of(slot_b), b)
}

fn same_words(words: &[Word], a: &Name, others: &[Word], b: &Name) -> bool {
    words.len() == others.len()
        && words.iter().zip(others).all(|(x, y)| same(*x, &a.text, *y, &b.text) && (x.flags ^ y.flags) & ALIAS == 0)
}
