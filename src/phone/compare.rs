//! Two phones → evidence → points.
//!
//! Every number of one field is compared with every number of the other and the best pair answers. A number that was read
//! in an assumed country is also read in the country of the other one, when that one states it.

use super::Phone;
use super::digits::{Digits, HIDDEN, of_code};
use super::distance::{Difference, difference};
use super::number::Number;
use crate::calibration::{NEARLY_WHOLE, WHOLE, phone as points};
use crate::evidence::{Comparison, Evidence, Field, Reasons};
use crate::score::Score;
use crate::tables::phone::retired;
use core::cmp::Reverse;

/// Points and their reasons, as two machine words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Verdict {
    points: i32,
    /// The bits of the reasons, in the order in which they are told.
    reasons: u64,
}

impl Verdict {
    fn new(points: i32, evidence: Evidence) -> Verdict {
        Verdict { points, reasons: evidence.bit() }
    }

    fn with(mut self, evidence: Evidence, cost: i32) -> Verdict {
        self.reasons |= evidence.bit();
        self.points = (self.points - cost).max(0);
        self
    }

    /// The better of two; on equal points the one whose reasons come first, so that the order of the sides never matters.
    fn better(self, other: Verdict) -> Verdict {
        let rank = |verdict: Verdict| (verdict.points, Reverse((verdict.reasons.trailing_zeros(), verdict.reasons)));
        if rank(other) > rank(self) { other } else { self }
    }

    /// The comparison of two values that are not the same, however well they agree.
    fn told(self) -> Comparison {
        let score = Score::from_points(self.points.min(NEARLY_WHOLE));
        Comparison { score, reasons: Reasons::of_bits(Field::Phone, self.reasons) }
    }
}

/// Compares two phones; symmetric.
#[inline(always)]
pub(super) fn compare(a: &Phone, b: &Phone) -> Comparison {
    if a.rest.is_none() && b.rest.is_none() && are_apart(&a.first, &b.first) {
        return Verdict::new(points::NONE, Evidence::PhoneDifferent).told();
    }
    compare_whole(a, b)
}

/// Compares two phones that may have something in common.
#[inline(never)]
fn compare_whole(a: &Phone, b: &Phone) -> Comparison {
    if a.rest.is_some() || b.rest.is_some() {
        return compare_several(a, b);
    }
    if a.first == b.first { exact() } else { numbers(&a.first, &b.first).told() }
}

/// Compares two phones of which one holds more than one number, or none: the best pair answers.
fn compare_several(a: &Phone, b: &Phone) -> Comparison {
    if a == b {
        return exact();
    }
    let mut best: Option<Verdict> = None;
    for x in a.numbers() {
        for y in b.numbers() {
            let verdict = numbers(x, y);
            best = Some(best.map_or(verdict, |held| held.better(verdict)));
        }
    }
    let Some(mut best) = best else {
        return Verdict::new(points::NONE, Evidence::PhoneUnreadable).told();
    };
    if a.is_several() || b.is_several() {
        best = best.with(Evidence::PhoneSeveral, 0);
    }
    if a.text() != b.text() {
        best = best.with(Evidence::PhoneReadInPart, 0);
    }
    best.told()
}

/// The comparison of two values that are the same.
fn exact() -> Comparison {
    Comparison { score: Score::MAX, ..Verdict::new(WHOLE, Evidence::PhoneExact).told() }
}

/// Whether two numbers have nothing but chance in common, as [`numbers`] would find: most pairs of a one-against-many comparison.
/// They are of one plan and shape, each is read in one way, and nothing beside the digits decides.
#[inline(always)]
fn are_apart(x: &Number, y: &Number) -> bool {
    x.shape == y.shape
        && x.is_read_once_beside(y)
        && x.shape.is_some_and(|shape| shape.tells_apart(x.national, y.national))
}

/// Compares two numbers.
fn numbers(x: &Number, y: &Number) -> Verdict {
    if x.masked || y.masked {
        return masked(x, y);
    }
    if x.shape.is_some() && y.shape.is_some() {
        if x.calling_code != y.calling_code {
            if is_far_abroad(x, y) && is_far_abroad(y, x) {
                return as_read(x, y);
            }
        } else if x.explicit == y.explicit || x.area == y.area && x.is_read_once_beside(y) {
            return national(x.national, y.national, usize::from(x.area.max(y.area)));
        }
    }
    in_every_country(x, y)
}

/// Whether [`reread`] finds nothing in common where one number states no calling code and is read in the plan of another one:
/// there it has no prefix.
fn is_far_abroad(stated: &Number, assumed: &Number) -> bool {
    assumed.typed.is_empty()
        || stated.national.len() == assumed.typed.len()
            && stated.shape.is_some_and(|shape| shape.tells_apart(stated.national, assumed.typed))
            && !stated.trunk.digits().begins(assumed.typed)
            && !of_code(stated.calling_code).begins(assumed.typed)
}

/// Compares two numbers that hide nothing, each in its own country and, where it states none, in that of the other.
fn in_every_country(x: &Number, y: &Number) -> Verdict {
    let reread = |verdict: Verdict, stated: &Number, assumed: &Number| {
        // Neither may state its calling code: then the country of each is an assumption, and the digits are what was typed.
        let is_abroad = stated.calling_code != assumed.calling_code && stated.calling_code != 0;
        let is_stated = stated.explicit && stated.national != assumed.national;
        if assumed.typed.is_empty() || !(is_abroad || is_stated) {
            return verdict;
        }
        reread(stated, assumed).map_or(verdict, |reread| verdict.better(reread))
    };
    let mut verdict = reread(reread(as_read(x, y), x, y), y, x);
    if x.repaired != y.repaired {
        verdict.points = verdict.points.min(NEARLY_WHOLE);
        verdict.reasons |= Evidence::PhoneRepaired.bit();
    }
    match (x.extension.is_empty(), y.extension.is_empty()) {
        (true, true) => verdict,
        (false, false) if x.extension == y.extension => verdict,
        (false, false) => verdict.with(Evidence::PhoneExtensionConflict, points::EXTENSION_CONFLICT),
        _ => verdict.with(Evidence::PhoneExtensionMissing, points::EXTENSION_MISSING),
    }
}

/// Compares two numbers in the countries that they were read in.
fn as_read(x: &Number, y: &Number) -> Verdict {
    if x.calling_code == y.calling_code {
        return in_plan(x.calling_code, x.national, y.national, usize::from(x.area.max(y.area)));
    }
    if x.national == y.national && x.explicit && y.explicit {
        return Verdict::new(points::CALLING_CODE_CONFLICT, Evidence::PhoneCallingCodeConflict);
    }
    Verdict::new(points::NONE, Evidence::PhoneDifferent).with(Evidence::PhoneCallingCodeConflict, 0)
}

/// Compares national digits of one calling code, also without the digit that once marked a mobile.
fn in_plan(calling_code: u16, x: Digits, y: Digits, area: usize) -> Verdict {
    let verdict = national(x, y, area);
    let (short_x, short_y) = (without_mobile_digit(calling_code, x), without_mobile_digit(calling_code, y));
    if short_x.is_none() && short_y.is_none() || x == y {
        return verdict;
    }
    let mut other = national(short_x.unwrap_or(x), short_y.unwrap_or(y), area);
    other.points = other.points.min(NEARLY_WHOLE);
    verdict.better(other.with(Evidence::PhoneMobileDigit, 0))
}

/// The national digits without the digit that once marked a mobile: 1 in Mexico (not dialled since 2019, still written), 9
/// in Argentina (dialled from abroad only). It is no part of the subscriber's number.
pub(super) fn without_mobile_digit(calling_code: u16, national: Digits) -> Option<Digits> {
    /// The digit and the ten of a whole number.
    const LENGTH: usize = 11;
    const RULES: [(u16, u8); 2] = [(52, 1), (54, 9)];
    let &(_, digit) = RULES.iter().find(|(code, _)| *code == calling_code)?;
    if national.len() == LENGTH { national.strip(Digits::new(&[digit])?) } else { None }
}

/// Reads a number without a calling code in the country of one that has it: as typed, without the trunk prefix of that
/// country or one that it has retired, or with its calling code typed without a plus.
///
/// `None` where nothing is read otherwise than it was: that verdict, with the assumption told, is never the better one.
fn reread(stated: &Number, assumed: &Number) -> Option<Verdict> {
    let (calling_code, typed) = (stated.calling_code, assumed.typed);
    let is_as_read = calling_code == assumed.calling_code && stated.area >= assumed.area;
    let mut best: Option<Verdict> = None;
    let mut read = |digits| {
        if !is_as_read || digits != assumed.national {
            let read = in_plan(calling_code, stated.national, digits, usize::from(stated.area));
            best = Some(best.map_or(read, |best| best.better(read)));
        }
    };
    read(typed);
    let behind = |prefix: Digits| typed.strip(prefix).filter(|rest| !prefix.is_empty() && !rest.is_empty());
    behind(stated.trunk.digits()).map(&mut read);
    behind(of_code(calling_code)).map(&mut read);
    if stated.shape.is_none() {
        retired(calling_code).iter().filter_map(|prefix| behind(Digits::new(prefix)?)).for_each(&mut read);
        dialled_at_home(calling_code, typed).into_iter().flatten().for_each(&mut read);
    }
    let mut best = best?;
    best.points = best.points.min(NEARLY_WHOLE);
    Some(best.with(Evidence::PhoneRegionAssumed, 0))
}

/// Numbers that digits may be which are dialled at home with more than a trunk prefix: Argentina's 15 between area code and
/// mobile number (`0341 15 456-7890`), Brazil's carrier of two digits after the trunk zero (`0 15 11 98765-4321`).
fn dialled_at_home(calling_code: u16, typed: Digits) -> [Option<Digits>; 3] {
    /// Digits of a whole number of Argentina without its mobile digit.
    const ARGENTINA: usize = 10;
    if !matches!(calling_code, 54 | 55) {
        return [None; 3];
    }
    let digits = typed.unpack();
    let digits = digits[..typed.len()].strip_prefix(&[0]).unwrap_or(&digits[..typed.len()]);
    match calling_code {
        54 if digits.len() == ARGENTINA + 2 => [2, 3, 4].map(|area| {
            let (area, rest) = digits.split_at(area);
            let subscriber = rest.strip_prefix(&[1, 5])?;
            let mut whole = [0; ARGENTINA];
            whole[..area.len()].copy_from_slice(area);
            whole[area.len()..].copy_from_slice(subscriber);
            Digits::new(&whole)
        }),
        55 if digits.len() < typed.len() && matches!(digits.len(), 12 | 13) => [Digits::new(&digits[2..]), None, None],
        _ => [None; 3],
    }
}

/// Compares national digits; `area` is the length of the area code, 0 where the plan has none.
fn national(x: Digits, y: Digits, area: usize) -> Verdict {
    if x.len() == y.len() {
        return by_digits(x, y, area);
    }
    match without_area(x, y, area) {
        None => by_digits(x, y, area),
        // The whole area code is left out, and not one digit of it (Japan's 3).
        Some(verdict) if verdict.points == points::AREA_MISSING => verdict,
        Some(verdict) => verdict.better(by_digits(x, y, area)),
    }
}

/// Compares national digits as they stand.
fn by_digits(x: Digits, y: Digits, area: usize) -> Verdict {
    if x != y && x.len().min(y.len()) < points::FEWEST_DIGITS {
        return Verdict::new(points::NONE, Evidence::PhoneDifferent);
    }
    match difference(x, y) {
        Difference::None => Verdict::new(WHOLE, Evidence::PhoneSameNumber),
        Difference::Digits { count: 1, first, .. } => slip(Evidence::PhoneOneDigitOff, points::ONE_DIGIT, first < area),
        Difference::Swapped { first } => slip(Evidence::PhoneDigitsSwapped, points::SWAPPED, first < area),
        Difference::Missing { first } => slip(Evidence::PhoneDigitMissing, points::MISSING_DIGIT, first < area),
        Difference::Digits { last, .. } if last < area => {
            Verdict::new(points::AREA_CONFLICT, Evidence::PhoneAreaCodeConflict)
        }
        Difference::Digits { count, first, .. } if first >= area => match count {
            2 => Verdict::new(points::TWO_DIGITS, Evidence::PhoneTwoDigitsOff),
            _ if area == 0 => Verdict::new(points::NONE, Evidence::PhoneDifferent),
            3 => Verdict::new(points::THREE_DIGITS, Evidence::PhoneAreaCodeOnly),
            // More than half of the subscriber's digits can agree by their front: the same exchange.
            _ if 2 * (first - area) >= x.len() - area - 1 => {
                Verdict::new(points::SAME_EXCHANGE, Evidence::PhoneAreaCodeOnly)
            }
            _ => Verdict::new(points::AREA_ONLY, Evidence::PhoneAreaCodeOnly),
        },
        Difference::Digits { count, .. } => {
            // Area code and number differ. One slip in the number beside another area code is still a hint.
            let beyond = if count <= area + 1 {
                x.skip(area).places_apart(y.skip(area)).count_ones() as usize
            } else {
                usize::MAX
            };
            match (count, beyond) {
                (2, 1) => Verdict::new(points::DIGIT_IN_EACH, Evidence::PhoneTwoDigitsOff)
                    .with(Evidence::PhoneAreaCodeConflict, 0),
                (_, 0 | 1) => Verdict::new(points::AREA_AND_DIGIT, Evidence::PhoneDifferent),
                _ => Verdict::new(points::NONE, Evidence::PhoneDifferent),
            }
        }
        Difference::Two => Verdict::new(points::TWO_SLIPS, Evidence::PhoneTwoDigitsOff),
        Difference::Many => many(x, y, area),
    }
}

/// Compares a number as it is dialled within its area (`555-0187`) with a whole one, where one side has just the area code
/// more.
fn without_area(x: Digits, y: Digits, area: usize) -> Option<Verdict> {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    if area == 0 || short.len() < points::LOCAL_DIGITS || long.len() != short.len() + area {
        return None;
    }
    let verdict =
        |evidence, whole| Verdict::new(whole - points::LOCAL_COST, evidence).with(Evidence::PhoneAreaCodeMissing, 0);
    Some(match difference(short, long.skip(area)) {
        Difference::None => Verdict::new(points::AREA_MISSING, Evidence::PhoneAreaCodeMissing),
        Difference::Digits { count: 1, .. } => verdict(Evidence::PhoneOneDigitOff, points::ONE_DIGIT),
        Difference::Swapped { .. } => verdict(Evidence::PhoneDigitsSwapped, points::SWAPPED),
        Difference::Digits { count: 2, .. } => verdict(Evidence::PhoneTwoDigitsOff, points::TWO_DIGITS),
        _ => return None,
    })
}

/// One slip; inside the area code it is also another area.
fn slip(evidence: Evidence, whole: i32, in_area: bool) -> Verdict {
    let verdict = Verdict::new(whole, evidence);
    if in_area { verdict.with(Evidence::PhoneAreaCodeConflict, points::IN_AREA) } else { verdict }
}

/// Rows of other lengths that no two slips explain: an area code left out, the same area code, or nothing.
fn many(x: Digits, y: Digits, area: usize) -> Verdict {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let ends = long.skip(long.len() - short.len()) == short;
    if ends && short.len() >= points::LOCAL_DIGITS && (area == 0 || long.len() - short.len() <= area) {
        // A part of the area code, or what a plan without area codes puts in front.
        return Verdict::new(points::AREA_MISSING, Evidence::PhoneAreaCodeMissing);
    }
    if area > 0 && short.len() > area && short.take(area) == long.take(area) {
        return Verdict::new(points::AREA_ONLY, Evidence::PhoneAreaCodeOnly);
    }
    Verdict::new(points::NONE, Evidence::PhoneDifferent)
}

/// Compares what is shown of two numbers, aligned at their ends: hidden digits prove nothing.
fn masked(x: &Number, y: &Number) -> Verdict {
    let (left, right) = (x.national.unpack(), y.national.unpack());
    let (left, right) = (&left[..x.national.len()], &right[..y.national.len()]);
    let mut shown = 0;
    let mut conflict = x.calling_code != y.calling_code && x.explicit && y.explicit;
    for (a, b) in left.iter().rev().zip(right.iter().rev()) {
        if *a != HIDDEN && *b != HIDDEN {
            shown += 1;
            conflict |= a != b;
        }
    }
    let verdict = if conflict {
        Verdict::new(points::NONE, Evidence::PhoneDifferent)
    } else if shown >= points::SHOWN_DIGITS {
        Verdict::new(points::SHOWN_AGREE, Evidence::PhoneShownDigitsAgree)
    } else {
        Verdict::new(points::SHOWN_TOO_FEW, Evidence::PhoneDifferent)
    };
    verdict.with(Evidence::PhoneMasked, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;
    use proptest::prelude::*;

    /// Numbers of one shape are not read again, so that a plan with a home form, a mobile digit or a retired prefix gives none.
    #[test]
    fn plans_that_are_read_in_several_ways_give_no_shape() {
        for (code, digits) in [(52, "5512345678"), (54, "1123456789"), (55, "11961234567")] {
            let number = Phone::parse(&format!("+{code}{digits}"), None).expect("a number").first;
            assert!(number.calling_code == code && number.shape.is_none(), "{code}");
        }
        let digits = Phone::parse("+12125550187", None).expect("a number").first.national;
        for code in (1..1000).filter(|code| !matches!(code, 52 | 54 | 55)) {
            assert!(crate::tables::phone::retired(code).is_empty(), "{code}");
            assert!(without_mobile_digit(code, digits).is_none(), "{code}");
            assert!(dialled_at_home(code, digits).iter().all(Option::is_none), "{code}");
        }
    }

    /// Countries with area codes and without, with prefixes of every kind: calling code, prefix, digits of a number.
    const PLANS: [(&str, &str, &str, &str); 11] = [
        ("US", "1", "1", "2125550187"),
        ("GB", "44", "0", "2079460301"),
        ("DE", "49", "0", "3023125018"),
        ("FR", "33", "0", "612345670"),
        ("IT", "39", "", "0612345678"),
        ("HU", "36", "06", "201234567"),
        ("RU", "7", "8", "4951234567"),
        ("MX", "52", "01", "5512345678"),
        ("AR", "54", "0", "1123456789"),
        ("BR", "55", "0", "11987654321"),
        ("SG", "65", "", "61234567"),
    ];

    /// A number with some of its digits exchanged, written in one of the ways of its country or of another one.
    fn written(harm: &[(usize, u8)], cut: usize, style: usize, plan: usize) -> Option<Phone> {
        let (country, code, prefix, digits) = PLANS[plan];
        let mut digits = digits.as_bytes().to_vec();
        for &(place, digit) in harm {
            let place = place % digits.len();
            digits[place] = b'0' + digit;
        }
        digits.truncate(digits.len() - cut);
        let digits = core::str::from_utf8(&digits).expect("digits");
        let text = match style % 6 {
            0 | 1 => format!("+{code} {digits}"),
            2 => digits.to_owned(),
            3 => format!("{prefix}{digits}"),
            4 => format!("{code}{digits}"),
            _ => format!("{prefix}{digits} ext. {}", 7 + cut),
        };
        Phone::parse(&text, Country::new(if style < 6 { country } else { "US" }))
    }

    fn harm() -> impl Strategy<Value = Vec<(usize, u8)>> {
        let slips = |most| prop::collection::vec((0_usize..11, 0_u8..10), 0..most);
        prop_oneof![slips(5), slips(30)]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 8_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// What a few words of a machine say at once is what the whole comparison says.
        #[test]
        fn quick_answers_are_those_of_the_whole(
            harms in (harm(), harm()), cuts in (0_usize..2, 0_usize..2), styles in (0_usize..12, 0_usize..12),
            plan in 0..PLANS.len(), other in 0..PLANS.len() * 4,
        ) {
            let there = if other < PLANS.len() { other } else { plan };
            let pair = (written(&harms.0, cuts.0, styles.0, plan), written(&harms.1, cuts.1, styles.1, there));
            let (Some(a), Some(b)) = pair else { return Ok(()) };
            let (x, y) = (&a.first, &b.first);
            if !x.masked && !y.masked && x != y {
                let whole = in_every_country(x, y);
                prop_assert_eq!(numbers(x, y), whole);
                if are_apart(x, y) {
                    prop_assert_eq!(whole, Verdict::new(points::NONE, Evidence::PhoneDifferent));
                }
            }
        }
    }

    /// Numbers that differ in nearly all places, and are near each other when one is read again, with a prefix or without: each
    /// question of the quick answers is asked for one of them.
    #[test]
    fn what_is_near_when_read_again_is_no_stranger() {
        let number = |text: &str, country: &str| Phone::parse(text, Country::new(country)).expect("a number").first;
        for (stated, assumed, country) in [
            ("+44 113 149 6018", "0131 496 0187", "GB"),
            ("+44 7911 496018", "191 149 6018", "GB"),
            ("+39 123 456 7877", "391 234 5678", "IT"),
            ("+7 005 553 53 59", "800 555 35 35", "RU"),
            ("+44 131 496 0187", "0131 496 018", "US"),
            ("+44 131 496 0187", "441 314 9601", "US"),
            ("+44 131 496 0187", "131 4960 1875", "US"),
        ] {
            let (x, y) = (number(stated, country), number(assumed, country));
            let whole = in_every_country(&x, &y);
            assert!(whole.points > points::NONE, "{stated} ~ {assumed}");
            assert!(whole.reasons & Evidence::PhoneRegionAssumed.bit() != 0, "{stated} ~ {assumed}");
            assert!(!are_apart(&x, &y) && !are_apart(&y, &x), "{stated} ~ {assumed}");
            assert_eq!((numbers(&x, &y), numbers(&y, &x)), (whole, whole), "{stated} ~ {assumed}");
        }
    }

    /// What the common strangers are told by: without it each of them would cost as much as a number that is near.
    #[test]
    fn strangers_are_told_at_once() {
        let number = |text: &str| Phone::parse(text, Country::new("US")).expect("a number").first;
        let are_told = |a: &str, b: &str| are_apart(&number(a), &number(b)) && are_apart(&number(b), &number(a));
        for (a, b) in [
            ("212 555 0187", "646 803 9924"),
            ("+1 212 555 0187", "(646) 803-9924"),
            ("+1 212 555 0187", "+1 646-803-9924"),
            ("+44 161 496 0301", "+44 113 318 4402"),
            ("+49 30 23125018", "+49 89 98716650"),
            ("+65 6123 4567", "+65 9187 2203"),
        ] {
            assert!(are_told(a, b), "{a} ~ {b}");
        }
        for (a, b) in [
            ("212 555 0187", "212 803 9924"),
            ("212 555 0187", "646 555 0188"),
            ("212 555 0187", "6I4 803 9924"),
            ("+52 55 1234 5678", "+52 81 8765 4390"),
            ("+65 6123 4567", "+65 6123 4598"),
            ("212 555 0187", "646 555 0187"),
            ("212 555 0187", "213 555 0188"),
            ("212 555 0187", "646 803 9924 x4"),
            ("212 555 0187 x4", "646 803 9924 x4"),
            ("+44 20 7946 0301", "+44 161 318 4402"),
            ("+1 212 555 0187", "+44 20 7946 0301"),
            ("212 555 0187", "646 803 99"),
        ] {
            assert!(!are_told(a, b), "{a} ~ {b}");
        }
        // As dialled within Antigua: beside a number of Cayman these seven digits count, two of which are off.
        let local = Phone::parse("462 0123", Country::new("AG")).expect("a number").first;
        assert!(!are_apart(&local, &number("+1 345 462 0155")) && !are_apart(&number("+1 345 462 0155"), &local));
    }
}
