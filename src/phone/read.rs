//! Digits → a number of a numbering plan: calling code, national digits, validity.
//!
//! The order of the steps is libphonenumber's (`parse`): calling code after a plus or an international prefix, calling code
//! without either, trunk prefix. What it leaves unreadable or invalid is then read once more the way people write it.

use super::digits::{Digits, of_code};
use super::drafts::{Draft, LETTER};
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
}

impl Reading {
    fn is_valid(&self) -> bool {
        self.plan.is_valid(&self.national)
    }

    /// Valid, or of a length that the plan knows.
    fn is_possible(&self) -> bool {
        self.plan.length(self.national.len()) == Length::Possible
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
    let (digits, strange) = spelled(draft, home)?;
    if digits.len() < 2 {
        return None;
    }
    let extension = Digits::new(&draft.extension)?;
    let reading = best(&digits, draft, home, region);
    if strange || words {
        // Words stand around the digits: only what the plan knows is a number, and not, say, a house number.
        reading.as_ref().filter(|reading| reading.is_possible())?;
    }
    let Some(reading) = reading else {
        let national = Digits::new(&digits)?;
        return Some(Number { national, typed: national, extension, explicit: draft.plus, ..Number::default() });
    };
    Some(Number {
        calling_code: reading.plan.calling_code,
        national: Digits::new(&reading.national)?,
        typed: if reading.explicit { Digits::default() } else { Digits::new(&digits).unwrap_or_default() },
        extension,
        trunk: trunk(reading.plan),
        area: area_length(reading.plan, &reading.national),
        valid: reading.is_valid(),
        explicit: reading.explicit,
        masked: false,
        spelled: digits.len() == draft.digits.len() && draft.letters > 0,
    })
}

fn trunk(plan: &Plan) -> Digits {
    let digits: SmallVec<[u8; 4]> = plan.national.bytes().map(|byte| byte - b'0').collect();
    Digits::new(&digits).unwrap_or_default()
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
        return Some((draft.digits.iter().copied().collect(), false));
    }
    let pure: Row = draft.digits.iter().copied().filter(|digit| digit & LETTER == 0).collect();
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
        .or_else(|| international(digits, draft.plus, home).filter(Reading::is_valid))
        // `0033…` is international even where the plan does not have the number, unless it is one at home.
        .or_else(|| {
            let at_home = plain.as_ref().is_some_and(Reading::is_possible);
            international(digits, draft.plus, home)
                .filter(|reading| !at_home && reading.explicit && reading.is_possible())
        })
        .or_else(|| moved(digits, draft.plus, plain.as_ref(), region))
        .or(plain)
}

/// libphonenumber's reading, but for rules of regions that are [`special`](Plan::special).
fn standard(digits: &[u8], plus: bool, home: Option<&'static Plan>) -> Option<Reading> {
    if plus {
        let (plan, rest) = Plan::split_code(digits)?;
        return (rest.len() >= 2).then(|| Reading { plan, national: cut_trunk(rest, plan), explicit: true });
    }
    let home = home?;
    if let Some(prefix) = home.idd(digits).filter(|&prefix| digits.get(prefix).is_some_and(|&digit| digit != 0)) {
        let rest = &digits[prefix..];
        if rest.len() > 2 {
            let (plan, rest) = Plan::split_code(rest)?;
            return Some(Reading { plan, national: cut_trunk(rest, plan), explicit: true });
        }
    }
    let code = of_code(home.calling_code);
    let code = &code.unpack()[..code.len()];
    if let Some(rest) = digits.strip_prefix(code) {
        // Its own calling code, written without a plus.
        let potential = strip_trunk(rest, home);
        if (!home.is_general(digits) && home.is_general(&potential)) || home.length(digits.len()) == Length::TooLong {
            let main = Plan::of_code(home.calling_code).unwrap_or(home);
            return Some(Reading { plan: main, national: cut_trunk(&potential, main), explicit: false });
        }
    }
    Some(Reading { plan: home, national: cut_trunk(digits, home), explicit: false })
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

/// International forms that the plan of the own side does not know: `00…` and `011…` from anywhere, a calling code
/// without a plus in a number that is too long to be national.
fn international(digits: &[u8], plus: bool, home: Option<&'static Plan>) -> Option<Reading> {
    let read = |rest: &[u8], explicit| {
        let (plan, rest) = Plan::split_code(rest)?;
        Some(Reading { plan, national: cut_trunk(rest, plan), explicit })
    };
    for prefix in [[0, 0].as_slice(), &[0, 1, 1]] {
        if let Some(rest) = digits.strip_prefix(prefix) {
            return read(rest, true);
        }
    }
    let home = home.filter(|home| !plus && home.length(digits.len()) == Length::TooLong)?;
    read(digits, false).filter(|reading| reading.plan.calling_code != home.calling_code)
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
    Some(Reading { plan, national, explicit: plain.explicit }).filter(Reading::is_valid)
}
