//! Digits → a number of a numbering plan: calling code, national digits, validity.
//!
//! The order of the steps is libphonenumber's (`parse`): calling code after a plus or an international prefix, calling code
//! without either, trunk prefix. What it leaves unreadable or invalid is then read once more the way people write it.

use super::digits::{Digits, Prefix, of_code};
use super::drafts::{Draft, LETTER, SLIPPED};
use super::fallback;
use super::number::Number;
use crate::country::Country;
use crate::tables::phone::{Length, Plan};
use smallvec::SmallVec;

type Row = SmallVec<[u8; 24]>;

/// A reading of the digits of one draft.
struct Reading {
    plan: &'static Plan,
    national: Row,
    /// The text states the calling code.
    explicit: bool,
    /// The text says something else by the letter, and is repaired.
    repaired: bool,
}

impl Reading {
    fn is_valid(&self) -> bool {
        self.plan.is_valid(&self.national)
    }

    /// Valid, or of a length that the plan knows.
    fn is_possible(&self) -> bool {
        self.plan.length(self.national.len()) == Length::Possible
    }

    /// How well a reading fits its plan.
    fn rank(reading: &Option<Reading>) -> (bool, bool) {
        reading.as_ref().map_or((false, false), |reading| (reading.is_valid(), reading.is_possible()))
    }
}

/// Reads a draft in a region. `None` when it is no number: too few or too many digits, letters that spell nothing.
pub(super) fn number(draft: &Draft, region: Option<Country>, words: bool) -> Option<Number> {
    if draft.broken {
        return None;
    }
    let home = region.and_then(Plan::of_region);
    if draft.masked {
        return masked(draft, home);
    }
    let (mut digits, mut strange) = spelled(draft, home)?;
    let mut slipped = draft.digits.iter().any(|digit| digit & SLIPPED != 0);
    let mut tail = Row::new();
    if let Some(end) = tail_of_nanp(&digits, draft, home) {
        tail.extend(digits.drain(end..));
    }
    if digits.len() < 2 {
        return None;
    }
    let extension = Digits::new(if tail.is_empty() { &draft.extension } else { &tail })?;
    let mut reading = best(&digits, draft, home, region);
    if slipped && draft.letters == 0 {
        // Letters that look like digits are digits, unless the number is a better one without them.
        let without: Row = draft.digits.iter().copied().filter(|digit| digit & SLIPPED == 0).collect();
        let other = best(&without, draft, home, region);
        if Reading::rank(&other) > Reading::rank(&reading) {
            (digits, reading, slipped, strange) = (without, other, false, true);
        }
    }
    if strange || words {
        // Words stand around the digits: only what the plan knows is a number, and not, say, a house number.
        reading.as_ref().filter(|reading| reading.is_possible())?;
    }
    let Some(reading) = reading else {
        let national = Digits::new(&digits)?;
        let number = Number { national, typed: national, extension, explicit: draft.plus, ..Number::default() };
        return Some(Number { repaired: slipped, ..number });
    };
    let number = Number {
        calling_code: reading.plan.calling_code,
        national: Digits::new(&reading.national)?,
        typed: if reading.explicit && !is_area(&reading, draft, &digits) {
            Digits::default()
        } else {
            Digits::new(&digits).unwrap_or_default()
        },
        extension,
        trunk: Prefix::of(reading.plan.national),
        area: area_length(reading.plan, &reading.national),
        valid: reading.is_valid(),
        explicit: reading.explicit,
        repaired: slipped || reading.repaired,
        spelled: digits.len() == draft.digits.len() && draft.letters > 0,
        ..Number::default()
    };
    Some(number.prepared())
}

/// Reads digits in libphonenumber's way alone; `None` where it gives no valid number, or a North American one that needs a
/// second look at what stands around it. `packed` are the same digits.
pub(super) fn plain(digits: &[u8], packed: Digits, plus: bool, home: Option<&'static Plan>) -> Option<Number> {
    let nanp = match (digits, plus) {
        ([1, national @ ..], _) => Some((national, packed.skip(1))),
        (_, false) => Some((digits, packed)),
        _ => None,
    };
    let Some((national, packed_national)) = nanp else {
        let Reading { plan, national, explicit, .. } = standard(digits, plus, home).filter(Reading::is_valid)?;
        return Some(number_of(plan, &national, Digits::new(&national)?, packed, explicit));
    };
    let (home, main) = (if plus { Plan::of_code(1) } else { home }?, Plan::of_code(1)?);
    // Neither a trunk prefix nor a prefix of international calls begins with a digit from 2 to 9.
    let is_whole = home.calling_code == 1 && national.len() == 10 && national[0] >= 2 && !home.is_local(national);
    (is_whole && home.is_valid(national)).then(|| number_of(main, national, packed_national, packed, plus))
}

/// A valid number of a plan: its national digits, also packed, and those that were typed.
fn number_of(plan: &Plan, national: &[u8], packed: Digits, typed: Digits, explicit: bool) -> Number {
    let number = Number {
        calling_code: plan.calling_code,
        national: packed,
        typed: if explicit { Digits::default() } else { typed },
        trunk: Prefix::of(plan.national),
        area: area_length(plan, national),
        valid: true,
        explicit,
        ..Number::default()
    };
    number.prepared()
}

/// The length of the area code, also of a number with a digit too few or too many.
fn area_length(plan: &Plan, national: &[u8]) -> u8 {
    plan.area_length(national)
}

/// A number with hidden digits: nothing is known but what is shown.
fn masked(draft: &Draft, home: Option<&'static Plan>) -> Option<Number> {
    let digits: Row = draft.digits.iter().map(|digit| digit & 15).collect();
    let home_code = home.map_or(0, |plan| plan.calling_code);
    let mut national = digits.as_slice();
    let mut calling_code = home_code;
    if draft.plus {
        let shown = digits.iter().take_while(|&&digit| digit < 10).count();
        calling_code = 0;
        if let Some((plan, rest)) = Plan::split_code(&digits[..shown]) {
            calling_code = plan.calling_code;
            national = &digits[shown - rest.len()..];
        }
    } else if home_code == 1 && digits.len() == 11 && digits[0] == 1 {
        national = &digits[1..];
    }
    Some(Number {
        calling_code,
        national: Digits::new(national)?,
        typed: if draft.plus { Digits::default() } else { Digits::new(&digits).unwrap_or_default() },
        extension: Digits::new(&draft.extension)?,
        explicit: draft.plus && calling_code != 0,
        masked: true,
        ..Number::default()
    })
}

/// Letters that a vanity number may have too many (1-800-CONTACTS has one); a text with more is no number.
const MOST_EXCESS: usize = 3;

/// The digits with the letters among them resolved, and whether letters were left out. `None` when they spell nothing.
fn spelled(draft: &Draft, home: Option<&'static Plan>) -> Option<(Row, bool)> {
    if draft.letters == 0 {
        return Some((draft.digits.iter().map(|digit| digit & 15).collect(), false));
    }
    let pure: Row = draft.digits.iter().filter(|digit| *digit & LETTER == 0).map(|digit| digit & 15).collect();
    let all: Row = draft.digits.iter().map(|digit| digit & 15).collect();
    let plan = if draft.plus { Plan::split_code(&pure).map(|(plan, _)| plan) } else { home };
    let trailing = draft.digits.iter().rev().take_while(|digit| *digit & LETTER != 0).count();
    if let (Some(plan), true) = (plan, draft.letters >= 3) {
        // A word on the keypad follows the area code (1-800-FLOWERS); what it has too many is not dialled.
        let code = of_code(plan.calling_code).len();
        let national = |row: &[u8]| -> Row {
            if draft.plus { row[code.min(row.len())..].iter().copied().collect() } else { cut_trunk(row, plan) }
        };
        let whole = national(&all);
        let excess = if plan.calling_code == 1 { whole.len().saturating_sub(10) } else { 0 };
        let cut = &all[..all.len() - excess];
        let fits = national(cut);
        let spells = if plan.calling_code == 1 { fits.len() == 10 } else { plan.is_valid(&fits) };
        if spells
            && excess <= MOST_EXCESS
            && excess < trailing
            && plan.length(national(&pure).len()) != Length::Possible
        {
            return Some((cut.iter().copied().collect(), false));
        }
    }
    // Letters after a whole number, or one or two that slipped in, are left out.
    (trailing == draft.letters || draft.letters < 3).then_some((pure, true))
}

/// Whether what was read as the prefix of international calls of North America may as well be an area code: `011 98765-4321` is a
/// number of São Paulo, `011 2345 6789` one of Delhi, and no country has them behind the prefix.
fn is_area(reading: &Reading, draft: &Draft, digits: &[u8]) -> bool {
    !draft.plus && digits.starts_with(ABROAD[1]) && !reading.is_valid()
}

/// The best reading: libphonenumber's where it gives a valid number, else the way people write.
fn best(digits: &[u8], draft: &Draft, home: Option<&'static Plan>, region: Option<Country>) -> Option<Reading> {
    let plain = standard(digits, draft.plus, home);
    if plain.as_ref().is_some_and(Reading::is_valid) {
        return plain;
    }
    let without_zero = draft.optional_zero.and_then(|at| {
        let mut without: Row = digits.iter().copied().collect();
        (at < without.len()).then(|| without.remove(at))?;
        standard(&without, draft.plus, home).filter(Reading::is_valid)
    });
    without_zero
        .or_else(|| international(digits, draft.plus, home))
        .or_else(|| retired(digits, draft.plus, home))
        .or_else(|| padded(digits, draft, home))
        .or_else(|| doubled(digits, draft.plus))
        // `0033…`, `001133…` are international even where the plan does not have the number, unless it is one at home.
        .or_else(|| {
            let at_home = plain.as_ref().is_some_and(Reading::is_possible);
            let mut abroad = [ABROAD[2], ABROAD[0]].into_iter().filter(|_| !at_home);
            abroad.find_map(|prefix| foreign(digits, prefix).filter(Reading::is_possible))
        })
        .or_else(|| moved(digits, draft.plus, plain.as_ref(), region))
        .or_else(|| mistaken(digits, draft.plus, plain.is_some(), home))
        .or(plain)
}

/// libphonenumber's reading, but for rules of regions that are [`special`](Plan::special).
fn standard(digits: &[u8], plus: bool, home: Option<&'static Plan>) -> Option<Reading> {
    if plus {
        let (plan, rest) = Plan::split_code(digits)?;
        return (rest.len() >= 2).then(|| Reading {
            plan,
            national: cut_trunk(rest, plan),
            explicit: true,
            repaired: false,
        });
    }
    let home = home?;
    if let Some(prefix) = home.idd(digits).filter(|&prefix| digits.get(prefix).is_some_and(|&digit| digit != 0)) {
        let rest = &digits[prefix..];
        if rest.len() > 2 {
            let (plan, rest) = Plan::split_code(rest)?;
            return Some(Reading { plan, national: cut_trunk(rest, plan), explicit: true, repaired: false });
        }
    }
    let code = of_code(home.calling_code);
    let code = &code.unpack()[..code.len()];
    if let Some(rest) = digits.strip_prefix(code) {
        // Its own calling code, written without a plus.
        let potential = strip_trunk(rest, home);
        if (!home.is_general(digits) && home.is_general(&potential)) || home.length(digits.len()) == Length::TooLong {
            let main = Plan::of_code(home.calling_code).unwrap_or(home);
            return Some(Reading {
                plan: main,
                national: cut_trunk(&potential, main),
                explicit: false,
                repaired: false,
            });
        }
    }
    Some(Reading { plan: home, national: cut_trunk(digits, home), explicit: false, repaired: false })
}

/// Cuts the trunk prefix where what is left is still long enough to be a number.
fn cut_trunk(digits: &[u8], plan: &Plan) -> Row {
    let potential = strip_trunk(digits, plan);
    match plan.length(potential.len()) {
        Length::TooShort | Length::Local | Length::Wrong => digits.iter().copied().collect(),
        Length::Possible | Length::TooLong => potential,
    }
}

/// Cuts the trunk prefix, or completes a local number, unless that spoils a number of the plan.
fn strip_trunk(digits: &[u8], plan: &Plan) -> Row {
    let whole = || digits.iter().copied().collect::<Row>();
    let keep = |row: Row| if plan.is_general(digits) && !plan.is_general(&row) { whole() } else { row };
    if plan.is_local(digits) {
        return keep(plan.before.bytes().map(|byte| byte - b'0').chain(digits.iter().copied()).collect());
    }
    for trunk in plan.trunks {
        if digits.len() >= trunk.len() && trunk.bytes().zip(digits).all(|(byte, &digit)| byte == b'0' + digit) {
            return keep(digits[trunk.len()..].iter().copied().collect());
        }
    }
    whole()
}

/// Prefixes of international calls, whatever the plan of the own side dials: most of the world, North America, Australia.
const ABROAD: [&[u8]; 3] = [&[0, 0], &[0, 1, 1], &[0, 0, 1, 1]];

/// What follows a prefix of international calls.
fn foreign(digits: &[u8], prefix: &[u8]) -> Option<Reading> {
    let (plan, rest) = Plan::split_code(digits.strip_prefix(prefix)?)?;
    Some(Reading { plan, national: cut_trunk(rest, plan), explicit: true, repaired: false })
}

/// Valid numbers in international forms that the plan of the own side does not know: `00…` and its like from anywhere, a
/// calling code without a plus in a number that is too long to be national.
fn international(digits: &[u8], plus: bool, home: Option<&'static Plan>) -> Option<Reading> {
    if let Some(reading) = ABROAD.iter().find_map(|prefix| foreign(digits, prefix).filter(Reading::is_valid)) {
        return Some(reading);
    }
    let home = home.filter(|_| !plus)?;
    let code = of_code(home.calling_code);
    if let Some(rest) = digits.strip_prefix(&code.unpack()[..code.len()]) {
        // Its own calling code, in a plan where so many digits might be national.
        let reading = Reading { plan: home, national: cut_trunk(rest, home), explicit: false, repaired: false };
        if reading.is_valid() {
            return Some(reading);
        }
    }
    let (plan, rest) = Plan::split_code(digits).filter(|_| home.length(digits.len()) == Length::TooLong)?;
    Some(Reading { plan, national: cut_trunk(rest, plan), explicit: false, repaired: false })
        .filter(|reading| reading.plan.calling_code != home.calling_code && reading.is_valid())
}

/// A prefix that was dialled at home until the plan changed (Mexico's 01, 044 and 045), before a number that is assigned.
fn retired(digits: &[u8], plus: bool, home: Option<&'static Plan>) -> Option<Reading> {
    let plan = if plus { Plan::split_code(digits)?.0 } else { home? };
    let rest = if plus { Plan::split_code(digits)?.1 } else { digits };
    let national = plan.retired().iter().find_map(|prefix| rest.strip_prefix(*prefix))?;
    Some(Reading { plan, national: national.iter().copied().collect(), explicit: plus, repaired: false })
        .filter(Reading::is_valid)
}

/// Zeros that fill a field of fixed width (`00006142284471`) before a whole North American number, with its calling code or
/// without. One zero before a number in groups is rather the trunk prefix of another plan (`020 7946 0301`).
fn padded(digits: &[u8], draft: &Draft, home: Option<&'static Plan>) -> Option<Reading> {
    /// Digits of a whole number without its calling code.
    const WHOLE: usize = 10;
    let home = home.filter(|home| home.calling_code == 1 && !draft.plus && draft.letters == 0)?;
    let zeros = digits.iter().take_while(|&&digit| digit == 0).count();
    let whole = &digits[zeros..];
    let national = if whole.len() > WHOLE { whole.strip_prefix(&[1])? } else { whole };
    if zeros == 0 || zeros == 1 && !draft.breaks.is_empty() || national.len() != WHOLE {
        return None;
    }
    let plan = Plan::of_code(home.calling_code)?;
    Some(Reading { plan, national: national.iter().copied().collect(), explicit: false, repaired: true })
        .filter(Reading::is_valid)
}

/// The calling code twice (`+44 44 20 7946 0301`), before a number that the plan has.
fn doubled(digits: &[u8], plus: bool) -> Option<Reading> {
    let (plan, rest) = Plan::split_code(digits).filter(|_| plus)?;
    let national = rest.strip_prefix(&digits[..digits.len() - rest.len()])?;
    Some(Reading { plan, national: cut_trunk(national, plan), explicit: true, repaired: true })
        .filter(Reading::is_valid)
}

/// A plus before a number of the own country (`+503 555 0187`), where the calling code that it would be has no such number.
fn mistaken(digits: &[u8], plus: bool, is_readable: bool, home: Option<&'static Plan>) -> Option<Reading> {
    let reading = standard(digits, false, home.filter(|_| plus)).filter(|reading| !reading.explicit)?;
    // A plus before a zero is no calling code at all, so any number of the own country is a better reading.
    (reading.is_valid() || !is_readable && reading.is_possible()).then_some(Reading { repaired: true, ..reading })
}

/// Where a whole North American number ends and a short group follows it: its extension, with no word before it
/// (`503-555-0187 204`, `503-555-0187/204`). One digit alone is rather a slip.
fn tail_of_nanp(digits: &[u8], draft: &Draft, home: Option<&'static Plan>) -> Option<usize> {
    const TAIL: core::ops::RangeInclusive<usize> = 2..=6;
    if !draft.extension.is_empty() || draft.letters > 0 || digits.len() < 12 {
        return None;
    }
    let end = if digits[0] == 1 { 11 } else { 10 };
    let is_cut = draft.breaks.iter().any(|&at| usize::from(at) == end) && TAIL.contains(&(digits.len() - end));
    let plan = Plan::of_code(1).filter(|_| is_cut && (end == 11 || !draft.plus))?;
    let is_home = draft.plus || home.is_some_and(|home| home.calling_code == 1);
    (is_home && plan.is_valid(&digits[end - 10..end])).then_some(end)
}

/// The rules of special regions, from the `phonenumber` crate.
fn moved(digits: &[u8], plus: bool, plain: Option<&Reading>, region: Option<Country>) -> Option<Reading> {
    let plain = plain?;
    if !plain.plan.special || !(6..=Digits::MOST).contains(&digits.len()) {
        return None;
    }
    let answer = fallback::ask(digits, plus, region)?;
    let plan = Plan::of_code(answer.calling_code).filter(|plan| plan.calling_code == plain.plan.calling_code)?;
    let national = answer.digits.unpack()[..answer.digits.len()].iter().copied().collect();
    Some(Reading { plan, national, explicit: plain.explicit, repaired: false }).filter(Reading::is_valid)
}
