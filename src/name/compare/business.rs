//! Two businesses, or a business and a person, → points and reasons.

use super::cut::cut_off;
use super::person::Outcome;
use super::relation::{Link, Relation, relate};
use super::slip::SHORTEST_CUT;
use crate::calibration::WHOLE;
use crate::calibration::name as points;
use crate::evidence::Evidence;
use crate::name::word::{BUSINESS, DIGIT, FILLS, GENERIC, INITIAL, LAST, PARTICLE, Word, same};
use crate::name::{Name, PartySlot};
use crate::tables::name as tables;
use crate::text::similarity::edits;
use smallvec::SmallVec;

/// How much a word says about which business it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Generic,
    Trade,
    Distinctive,
    Number,
}

pub(super) fn weight(word: Word) -> Weight {
    if word.is(GENERIC) {
        Weight::Generic
    } else if word.is(BUSINESS) {
        Weight::Trade
    } else if word.is(DIGIT) || word.meaning >= 20_000 {
        Weight::Number
    } else {
        Weight::Distinctive
    }
}

/// Digits of the shortest number that tells the shops of one firm apart; with fewer it is the name: Area 51.
const SHORTEST_SHOP_NUMBER: u8 = 3;

/// `TACOMUNDO #114`: behind a name; 4410 Magnolia LLC is called so.
fn is_shop_number(word: Word) -> bool {
    word.is(DIGIT) && word.len >= SHORTEST_SHOP_NUMBER
}

/// Compares two businesses.
pub(super) fn compare(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    let outcome = compare_whole(a, slot_a, b, slot_b);
    cut_off(a, slot_a, b, slot_b).map_or(outcome, |cut| outcome.better(cut.outcome))
}

/// The same, with no regard to where a field ends.
fn compare_whole(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    // Words are met one after the other, so that it must not matter which side is called the first. `BERG JP` and `BERGJP` have the
    // same letters, and end elsewhere.
    let order = (&b.text, slot_b.first).cmp(&(&a.text, slot_a.first));
    if order.then_with(|| places(b, slot_b).cmp(places(a, slot_a))).is_lt() {
        compare_in_order(b, slot_b, a, slot_a)
    } else {
        compare_in_order(a, slot_a, b, slot_b)
    }
}

/// Where the words of a business stand in its text.
fn places(name: &Name, slot: &PartySlot) -> impl Iterator<Item = (u16, u8)> {
    name.words_of(slot).iter().map(|word| (word.start, word.len))
}

fn compare_in_order(a: &Name, slot_a: &PartySlot, b: &Name, slot_b: &PartySlot) -> Outcome {
    let (words_a, words_b) = (a.words_of(slot_a), b.words_of(slot_b));
    let (mut used_a, mut used_b) = (0_u32, 0_u32);
    let mut cost = 0;
    let mut matched: [i32; 4] = [0; 4];
    let (mut typo, mut short) = (false, false);
    let (mut slips, mut doubtful) = (0, 0);
    let mut order: SmallVec<[(u8, u8); 12]> = SmallVec::new();
    let joined = spaced(a, words_a, &mut used_a, b, words_b, &mut used_b, &mut matched)
        | spaced(b, words_b, &mut used_b, a, words_a, &mut used_a, &mut matched);
    for pass in 0..2 {
        for (i, &x) in words_a.iter().enumerate().take(32) {
            if used_a & (1 << i) != 0 {
                continue;
            }
            let best = words_b
                .iter()
                .enumerate()
                .take(32)
                .filter(|(j, _)| used_b & (1 << j) == 0)
                .map(|(j, &y)| (j, same_word(x, a, y, b)))
                .filter(|(_, cost)| if pass == 0 { *cost <= points::ABBREVIATION } else { *cost < points::CONFLICT })
                .min_by_key(|(j, cost)| (*cost, *j));
            if let Some((j, word_cost)) = best {
                used_a |= 1 << i;
                used_b |= 1 << j;
                cost += word_cost;
                typo |= word_cost >= points::SLIP;
                short |= word_cost == points::ABBREVIATION;
                let weight = weight(x).max(weight(words_b[j]));
                matched[weight as usize] += 1;
                // One letter off in a long word, or a cut, is a slip of the pen, and another family is told elsewhere.
                let loose = word_cost > points::SLIP && word_cost < points::SISTER_FIRM;
                slips += i32::from(loose && weight >= Weight::Distinctive);
                let (p, q) = (x.text(&a.text), words_b[j].text(&b.text));
                let may_differ = word_cost == points::ABBREVIATION && weight >= Weight::Distinctive;
                doubtful += i32::from(
                    may_differ && (tables::is_doubtful_abbreviation(p, q) || tables::is_doubtful_abbreviation(q, p)),
                );
                order.push((i as u8, j as u8));
            }
        }
    }
    let left = |words: &[Word], used: u32| {
        let mut counts = [0_i32; 4];
        for (place, &word) in words.iter().enumerate() {
            if (place >= 32 || used & (1 << place) == 0) && !word.is(PARTICLE) {
                counts[weight(word) as usize] += 1;
            }
        }
        counts
    };
    let (left_a, left_b) = (left(words_a, used_a), left(words_b, used_b));
    let mut outcome = Outcome::new(0).with(Evidence::NameBusinessDetected);
    if typo {
        outcome = outcome.with(Evidence::NameTypo);
    }
    if short {
        outcome = outcome.with(Evidence::NameAbbreviation);
    }
    if joined {
        outcome = outcome.with(Evidence::NameJoined);
    }
    let [generic, trade, distinctive, number] = [0, 1, 2, 3];
    if matched.iter().sum::<i32>() == 0 && acronym(a, words_a, b, words_b) {
        outcome.points = WHOLE - points::ACRONYM;
        return outcome.with(Evidence::NameAcronym);
    }
    let nothing_distinctive_matched = matched[distinctive] == 0 && matched[number] == 0;
    let sums = (left_a.iter().sum::<i32>(), left_b.iter().sum::<i32>());
    let left_somewhere = sums.0 + sums.1 > 0;
    // `TECH SOLUTIONS GROUP` has all words of Tech Solutions, neither of which has one of its own: possible, no more.
    let general = matched[trade] == 0 && matched[generic] > 1 && (sums.0 == 0 || sums.1 == 0);
    if nothing_distinctive_matched
        && left_somewhere
        && (left_a[distinctive] + left_a[number] > 0
            || left_b[distinctive] + left_b[number] > 0
            || matched[trade] == 0 && !general)
    {
        let shared = matched[generic] + matched[trade] > 0;
        outcome.points = if shared { points::GENERIC_ONLY } else { points::NOTHING };
        return outcome.with(if shared {
            Evidence::NameOnlyGenericWords
        } else {
            Evidence::NameDistinctiveWordDiffers
        });
    }
    if left_a[number] > 0 && left_b[number] > 0 {
        let only_number = matched[distinctive] == 0;
        outcome.points = if only_number { points::GENERIC_ONLY } else { WHOLE - points::NUMBER_CONFLICT };
        return outcome.with(Evidence::NameNumberDiffers);
    }
    let both = |kind: usize| left_a[kind] > 0 && left_b[kind] > 0;
    let special = |counts: [i32; 4]| counts[distinctive] + counts[number] > 0;
    let mut words = 0;
    if both(distinctive) || (special(left_a) && special(left_b)) {
        words = points::DISTINCTIVE_CONFLICT;
        outcome = outcome.with(Evidence::NameDistinctiveWordDiffers);
    } else if special(left_a) || special(left_b) {
        let many = (left_a[distinctive] + left_b[distinctive] + left_a[number] + left_b[number]).min(3);
        let held = matched[distinctive] + matched[number] + matched[trade];
        words = points::DISTINCTIVE_MISSING * (many + 1) / (1 + held.min(3));
        let shop = |words: &[Word], used: u32| matches!(words, [_, .., last] if is_shop_number(*last) && used >> (words.len() - 1).min(31) & 1 == 0);
        if left_a[distinctive] + left_b[distinctive] == 0 && (shop(words_a, used_a) || shop(words_b, used_b)) {
            words = words.min(points::NUMBER_MISSING);
        }
        outcome = outcome.with(Evidence::NameBusinessWordMissing);
    }
    let mut kinds = 0;
    if both(trade) || (left_a[trade] > 0 && left_b[generic] > 0) || (left_b[trade] > 0 && left_a[generic] > 0) {
        kinds = points::TRADE_CONFLICT;
        outcome = outcome.with(Evidence::NameDistinctiveWordDiffers);
    } else if both(generic) {
        // Firms of one owner are called so: Holdings and Properties.
        kinds = points::GENERIC_CONFLICT;
        outcome = outcome.with(Evidence::NameDistinctiveWordDiffers);
    } else if left_a[trade] + left_b[trade] > 0 {
        kinds = points::TRADE_MISSING;
        outcome = outcome.with(Evidence::NameBusinessWordMissing);
    } else if left_a[generic] + left_b[generic] > 0 {
        kinds = points::GENERIC_MISSING;
        outcome = outcome.with(Evidence::NameBusinessWordMissing);
    }
    if slips > 0 && slips == matched[distinctive] + matched[number] {
        cost += points::SOLE_WORD_SLIP;
    }
    if doubtful > 0 && doubtful == matched[distinctive] + matched[number] {
        cost += points::SOLE_SHORT_FORM;
    }
    // Both tell the same difference (AUTO REPAIR, FLORAL DESIGN): the larger counts in full.
    cost += words.max(kinds) + words.min(kinds) / points::FURTHER_OMISSIONS;
    let forms = |slot: &PartySlot| [slot.legal, slot.generation];
    if forms(slot_a) != forms(slot_b) {
        let (x, y) = (forms(slot_a), forms(slot_b));
        let shared = x.iter().any(|form| *form != 0 && y.contains(form));
        if slot_a.legal == 0 || slot_b.legal == 0 || shared {
            cost += points::FORM_MISSING;
            outcome = outcome.with(Evidence::NameLegalFormMissing);
        } else {
            cost += points::FORM_CONFLICT;
            outcome = outcome.with(Evidence::NameLegalFormDiffers);
        }
    }
    // Bakery on one side, Ceramics on the other: a trade that the tables do not know is one as well.
    let other_trade = left_a[trade] > 0 && left_b[distinctive] > 0 || left_b[trade] > 0 && left_a[distinctive] > 0;
    if other_trade || nothing_distinctive_matched && left_somewhere && general {
        cost = cost.max(points::SISTER_FIRM);
    }
    let apart = |name: &Name, words: &[Word], used: u32| {
        let left = |place: usize| place >= 32 || used & (1 << place) == 0;
        words.iter().enumerate().any(|(place, word)| left(place) && tells_apart(*word, word.text(&name.text)))
    };
    if apart(a, words_a, used_a) || apart(b, words_b, used_b) {
        cost = cost.max(points::SISTER_FIRM);
    }
    // By the words of one side, and not by when they were met: equal words are met first.
    order.sort_unstable();
    if order.windows(2).any(|pair| pair[0].1 > pair[1].1) {
        cost += points::WORD_ORDER;
        outcome = outcome.with(Evidence::NameOrderSwapped);
    }
    if matched[distinctive] + matched[number] > 0 {
        outcome = outcome.with(Evidence::NameBusinessWordsAgree);
    }
    outcome.points = (WHOLE - cost.max(points::OTHER_READING)).max(points::GENERIC_ONLY);
    // `SMITH BARNES & JONES` may be a firm of three partners; Smith & Jones is none of it. Nothing else without a trade is another
    // way to read a name as a firm.
    let partners = |slot: &PartySlot, words: &[Word]| {
        slot.alternative && slot.legal == 0 && !words.iter().any(|word| word.is(BUSINESS))
    };
    if left_somewhere && (partners(slot_a, words_a) || partners(slot_b, words_b)) {
        outcome.points = outcome.points.min(points::SOME_PARTNERS);
    }
    outcome
}

/// What one firm has and its sister has not: `PROPERTIES II`, `FOUNDATION`, `EMPLOYEES`. Numbers of shops are larger.
pub(super) fn tells_apart(word: Word, text: &[u8]) -> bool {
    const LARGEST: u16 = 20_020;
    (20_002..=LARGEST).contains(&word.meaning) && (text.len() > 1 || text[0].is_ascii_digit())
        || matches!(
            text,
            b"foundation"
                | b"fdn"
                | b"fndn"
                | b"friends"
                | b"auxiliary"
                | b"alumni"
                | b"employees"
                | b"boosters"
                | b"pta"
        )
}

/// `WRKS`, `LNDSCP`: a word of the tables without its vowels.
fn is_skeleton(x: Word, short: &[u8], y: Word, long: &[u8]) -> bool {
    let vowel = |letter: &u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u');
    if !y.is(BUSINESS) || x.is(BUSINESS) || short.len() < 4 {
        return false;
    }
    // Letters that stand twice are written once.
    let mut last = 0;
    let mut consonants = long.iter().filter(|letter| !vowel(letter)).filter(|&&letter| {
        let again = letter == last;
        last = letter;
        !again
    });
    short[0] == long[0] && short.iter().eq(consonants.by_ref())
}

/// What two words of businesses cost when they are one.
fn same_word(x: Word, a: &Name, y: Word, b: &Name) -> i32 {
    let (p, q) = (x.text(&a.text), y.text(&b.text));
    if p == q {
        return 0;
    }
    if x.meaning != 0 && x.meaning == y.meaning || tables::is_abbreviation(p, q) || tables::is_abbreviation(q, p) {
        return points::ABBREVIATION;
    }
    if is_skeleton(x, p, y, q) || is_skeleton(y, q, x, p) {
        return points::ABBREVIATION;
    }
    // Lee's Nails, Lee Nails; Brand, Brands.
    let plural = |short: &[u8], long: &[u8]| short.len() >= 2 && long.strip_suffix(b"s") == Some(short);
    if plural(p, q) || plural(q, p) {
        // RJ's Barbecue, RJ Barbecue: or the S is an initial, too.
        return if p.len().min(q.len()) == 2 { points::TWO_SLIPS } else { points::ABBREVIATION };
    }
    if x.meaning >= 20_000
        || y.meaning >= 20_000
        || p.iter().any(u8::is_ascii_digit) && q.iter().any(u8::is_ascii_digit)
    {
        return points::CONFLICT;
    }
    let link: Link = relate(x, a.side(), y, b.side());
    match link.relation {
        // Carter and Carver are two families, and their firms two; that either word is somebody's surname says nothing.
        Relation::Typo => match edits(p, q, 2) {
            Some(1) if p.len().min(q.len()) >= 5 && p[0] == q[0] => {
                let families = x.surname.min(y.surname) >= points::IN_USE;
                if families && link.surname >= points::SISTER_FIRM { points::SISTER_FIRM } else { points::SLIP }
            }
            Some(2) if p.len().min(q.len()) >= 9 && p[0] == q[0] => points::TWO_SLIPS,
            _ => points::CONFLICT,
        },
        // No column of surnames cut Brightwater from Brightwaterford.
        Relation::Truncated if link.surname == points::SURNAME_FRAGMENT => points::CONFLICT,
        Relation::Joined | Relation::Reading | Relation::Truncated => link.surname,
        Relation::Spelling if link.surname <= points::SOUND => link.surname + points::SLIP,
        _ => {
            // A word that the end of the field cut.
            let (cut, short, long) = if p.len() < q.len() { (x, p, q) } else { (y, q, p) };
            let length = if p.len() < q.len() { a.text.len() } else { b.text.len() };
            if cut.is(LAST) && length >= SHORTEST_CUT && long.starts_with(short) {
                points::TRUNCATED
            } else {
                points::CONFLICT
            }
        }
    }
}

/// A B C and ABC, or SUN SHINE and SUNSHINE: neighbours that are one word of the other side.
fn spaced(
    a: &Name,
    words: &[Word],
    used: &mut u32,
    b: &Name,
    others: &[Word],
    used_b: &mut u32,
    matched: &mut [i32; 4],
) -> bool {
    let mut found = false;
    for (j, other) in others.iter().enumerate().take(32) {
        let wanted = other.text(&b.text);
        for at in 0..words.len().saturating_sub(1).min(31) {
            let start = usize::from(words[at].start);
            let mut len = usize::from(words[at].len);
            let mut end = at + 1;
            while end < words.len().min(32) && len < wanted.len() && start + len == usize::from(words[end].start) {
                len += usize::from(words[end].len);
                end += 1;
            }
            let bits = (at..end).fold(0_u32, |bits, place| bits | (1 << place));
            if end > at + 1
                && len == wanted.len()
                && *used & bits == 0
                && *used_b & (1 << j) == 0
                && a.text.get(start..start + len) == Some(wanted)
            {
                *used |= bits;
                *used_b |= 1 << j;
                matched[weight(*other) as usize] += 1;
                found = true;
                break;
            }
        }
    }
    found
}

/// Whether one side is a single word of the initials of all words of the other.
fn acronym(a: &Name, words_a: &[Word], b: &Name, words_b: &[Word]) -> bool {
    let spells = |short: &[u8], name: &Name, words: &[Word]| {
        short.len() >= 3
            && short.len() == words.len()
            && words.iter().zip(short).all(|(word, &letter)| word.text(&name.text).first() == Some(&letter))
    };
    match (words_a, words_b) {
        ([one], many) => spells(one.text(&a.text), b, many),
        (many, [one]) => spells(one.text(&b.text), a, many),
        _ => false,
    }
}

/// `RASHMI TENDULKAR`: a given name that fewer people have, but all of them men or all of them women, before a surname. Of words
/// of another kind, Harbor and Cedar, hardly one is so.
fn has_rare_names(names: &[Word]) -> bool {
    const IN_USE: u8 = 7;
    // Lotus Spice, Delta Sigma: hardly anybody has the last word for a surname.
    const SURNAME: u8 = 10;
    let [first, .., last] = names else { return false };
    let plain = |word: &Word| !word.is(BUSINESS) && !word.is(GENERIC) && !word.is(DIGIT);
    let surname = last.surname >= SURNAME && last.surname > last.given + 1;
    names.iter().all(plain) && first.sex != 0 && first.given >= IN_USE && first.given > first.surname && surname
}

/// Whether single words that are no business by themselves are the initials or the whole of a business on the other side.
pub(super) fn compare_with_person(
    business: &Name,
    slot: &PartySlot,
    person: &Name,
    person_slot: &PartySlot,
) -> Outcome {
    let words = business.words_of(slot);
    let names = person.words_of(person_slot);
    // A name that is a business's although it does not show: all its words are there.
    let clearly_person = names.len() >= 2
        && (names.first().is_some_and(|word| word.is_given())
            || names.last().is_some_and(|word| word.is_clearly_given())
            || has_rare_names(names))
        || person_slot.surname != crate::name::UNSTATED
        || person_slot.generation != 0;
    // `SAINT BARTHOLOMEW EVANGE` fills its field; of a person's names the last has to be none of its own.
    let filled = |last: &Word| {
        last.is(FILLS)
            && !last.is(INITIAL)
            && (!clearly_person || names.len() > 2 && last.given == 0 && last.surname == 0)
    };
    // Where a word of the business ends, the person is one after whom it may be called.
    let filled = names.last().is_some_and(filled);
    let inside = || cut_off(business, slot, person, person_slot).filter(|cut| cut.inside).map(|cut| cut.outcome);
    let cut = if filled || !clearly_person { inside() } else { None };
    if let Some(outcome) = cut.filter(|_| filled) {
        return outcome;
    }
    if !clearly_person {
        let outcome = compare_whole(business, slot, person, person_slot);
        let outcome = cut.map_or(outcome, |cut| outcome.better(cut));
        // `BLUE HERON BRUNCH` beside Blue Heron Cafe: nobody is called Brunch, and both are firms.
        let unknown = |last: &&Word| last.given == 0 && last.surname == 0 && !last.is(INITIAL);
        let least = names.last().filter(unknown).map_or(700, |_| WHOLE - points::SISTER_FIRM);
        if outcome.points >= least {
            return outcome;
        }
    }
    let held = |name: &Word| words.iter().any(|word| same(*word, &business.text, *name, &person.text));
    let core: SmallVec<[&Word; 6]> = names.iter().filter(|word| !word.is(PARTICLE) && !word.is(INITIAL)).collect();
    let count = core.iter().filter(|name| held(name)).count();
    let outcome =
        Outcome::new(points::NOTHING).with(Evidence::NamePersonAndBusiness).with(Evidence::NameBusinessDetected);
    if count == 0 {
        return outcome;
    }
    let points = if count >= 2 && count == core.len() {
        points::BUSINESS_OF_NAME
    } else if count >= 2 {
        points::BUSINESS_OF_NAME - points::SLIP
    } else if core.len() == 1 {
        points::BUSINESS_OF_SURNAME
    } else {
        // The surname says more than a given name.
        let given = core.iter().filter(|name| held(name)).all(|name| name.is_clearly_given());
        if given { points::BUSINESS_OF_SURNAME - points::SLIP } else { points::BUSINESS_OF_SURNAME }
    };
    Outcome { points, ..outcome }
}
