//! Two phones part beside part.

use super::compare::without_mobile_digit;
use super::digits::Digits;
use super::number::Number;
use super::{Phone, string};
use crate::evidence::{Evidence, Field};
use crate::explain::{Alignment, Part};

/// Aligns the pair of numbers that compares best.
pub(super) fn align(a: &Phone, b: &Phone) -> Alignment {
    let alone = |number: &Number| Phone { first: *number, rest: None };
    let mut best: Option<(crate::Comparison, Number, Number)> = None;
    for x in a.numbers() {
        for y in b.numbers() {
            let comparison = alone(x).compare(&alone(y));
            if best.as_ref().is_none_or(|(held, ..)| comparison.score > held.score) {
                best = Some((comparison, *x, *y));
            }
        }
    }
    let mut alignment = Alignment::new(Field::Phone);
    let Some((comparison, x, y)) = best else {
        alignment.push(Part::Whole, whole(a), whole(b));
        return alignment;
    };
    let rereads = comparison.reasons.contains(Evidence::PhoneRegionAssumed);
    let (mut left, mut right) = (Shown::of(&x, &y, rereads), Shown::of(&y, &x, rereads));
    if comparison.reasons.contains(Evidence::PhoneMobileDigit) {
        left.without_mobile_digit(&x);
        right.without_mobile_digit(&y);
    }
    if comparison.reasons.contains(Evidence::PhoneSameNumber) && left.national != right.national {
        // Prefixes of the country that one side writes were left out of the comparison.
        let shorter = if left.national.len() < right.national.len() { left.national } else { right.national };
        (left.national, right.national) = (shorter, shorter);
    }
    let (of_left, of_right) = areas(&left, &right, comparison.reasons.contains(Evidence::PhoneAreaCodeMissing));
    let digits = |digits: Digits| Some(string(digits)).filter(|text| !text.is_empty());
    alignment.push(Part::CallingCode, left.calling_code, right.calling_code);
    alignment.push(Part::AreaCode, digits(left.national.take(of_left)), digits(right.national.take(of_right)));
    alignment.push(Part::Number, digits(left.national.skip(of_left)), digits(right.national.skip(of_right)));
    alignment.push(Part::Extension, digits(x.extension), digits(y.extension));
    alignment
}

/// How many digits of each side stand beside each other as the area code.
fn areas(left: &Shown, right: &Shown, is_missing: bool) -> (usize, usize) {
    let (a, b) = (left.national.len(), right.national.len());
    if is_missing {
        return (a.saturating_sub(b), b.saturating_sub(a));
    }
    let area = usize::from(left.area.max(right.area));
    // A number that has no digits beyond it is shown whole, and so is the other one.
    if area < a.min(b) { (area, area) } else { (0, 0) }
}

/// The field as one text: what holds no number, or the first number beside such a text.
fn whole(phone: &Phone) -> Option<String> {
    phone.text().map(str::to_owned).or_else(|| Some(phone.national_number()).filter(|text| !text.is_empty()))
}

/// A number in the country in which it was compared.
struct Shown {
    calling_code: Option<String>,
    national: Digits,
    area: u8,
}

impl Shown {
    fn of(number: &Number, other: &Number, rereads: bool) -> Shown {
        let code = |code: u16| (code != 0).then(|| format!("+{code}"));
        if rereads && !number.typed.is_empty() && other.explicit && number.calling_code != other.calling_code {
            let typed = number.typed;
            // Where the plan has no trunk prefix, nothing is left out.
            let national = typed.strip(other.trunk.digits()).unwrap_or(typed);
            return Shown { calling_code: code(other.calling_code), national, area: other.area };
        }
        Shown { calling_code: code(number.calling_code), national: number.national, area: number.area }
    }

    /// Leaves out the digit that once marked a mobile, as the comparison did.
    fn without_mobile_digit(&mut self, number: &Number) {
        if let Some(national) = without_mobile_digit(number.calling_code, self.national) {
            self.national = national;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Country;

    /// What is shown of two numbers, part by part.
    fn shown(given: (&str, &str), owner: (&str, &str)) -> Vec<(Part, String, String)> {
        let read = |(text, country): (&str, &str)| Phone::parse(text, Country::new(country)).expect("a number");
        let text = |side: Option<&str>| side.unwrap_or("-").to_owned();
        let alignment = align(&read(given), &read(owner));
        alignment.parts().iter().map(|part| (part.part(), text(part.given()), text(part.owner()))).collect()
    }

    #[test]
    fn strangers_are_shown_in_their_own_countries() {
        let codes = |given, owner| {
            let (part, left, right) = shown(given, owner).remove(0);
            assert_eq!(part, Part::CallingCode);
            (left, right)
        };
        let own = ("+1".to_owned(), "+44".to_owned());
        assert_eq!(codes(("+1 212 555 0187", "US"), ("+44 20 7946 0301", "US")), own);
        assert_eq!(codes(("212 555 0187", "US"), ("+44 20 7946 0301", "US")), own);
        // Read in the country of the other side it is the same number.
        assert_eq!(codes(("020 7946 0301", "US"), ("+44 20 7946 0301", "US")), ("+44".to_owned(), "+44".to_owned()));
    }

    #[test]
    fn a_number_as_short_as_an_area_code_is_shown_whole() {
        let parts = shown(("45678", "NL"), ("61", "AU"));
        assert_eq!(parts[1], (Part::Number, "45678".to_owned(), "61".to_owned()));
    }
}
