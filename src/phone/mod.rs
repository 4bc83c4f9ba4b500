//! Phones: a text becomes a typed number; two numbers are compared.
//!
//! - `plain`: the common forms in one pass; all others go on:
//! - `clean`: any text → lower-case ASCII. Look here when a digit, a dash or an invisible character is misread.
//! - `drafts`: → the digits, extension and hidden digits of each number in the field. Look here when labels, separators,
//!   extensions or several numbers are misread.
//! - `read`: → calling code and national digits, by the numbering plans of `tables::phone`. Look here when a prefix is
//!   misread. `fallback` asks the `phonenumber` crate about the few forms that the tables leave open.
//! - `words`, `placeholder`: labels, words of an extension, what is written where there is no number.
//! - `compare`, `distance`: two numbers → evidence → points.

mod align;
mod clean;
mod compare;
mod digits;
mod distance;
mod drafts;
mod fallback;
#[cfg(feature = "serde")]
mod json;
mod number;
mod placeholder;
mod plain;
mod read;
#[cfg(feature = "zeroize")]
mod wipe;
mod words;

pub use number::E164;

use crate::country::Country;
use crate::evidence::Comparison;
use crate::privacy::redacted_debug;
use crate::tables::phone::Plan;
use crate::text::is_single_spaced;
use digits::Digits;
use number::Number;

/// A phone number, ready to be compared.
///
/// # Reading
///
/// Blanks, punctuation, invisible characters, labels (`home`, `tel:`) and the digits of any script are read the same way;
/// letters after an area code are keypad digits (`1-800-FLOWERS`). Extensions are kept apart (`x12`, `ext. 12`, `#12`,
/// `;ext=12`). A number without a calling code is read in the region that is given.
///
/// Several numbers in one field are kept; each is compared. A number with hidden digits (`***-***-5555`) is compared by
/// what it shows. Any other text (an address, an email) is kept as unreadable: it equals only itself.
///
/// `docs/phones.md` in the repository says how each band comes about, with a table of hard pairs.
///
/// ```
/// use ownership_match::{Country, Phone};
/// let us = Some(Country::US);
/// let given = Phone::parse("+1 212-555-5555", us).unwrap();
/// let owner = Phone::parse("(212) 555-5559 x12", us).unwrap();
/// assert_eq!(owner.e164().unwrap().as_str(), "+12125555559");
/// assert_eq!(owner.extension().as_deref(), Some("12"));
/// assert!((70..=99).contains(&given.compare(&owner).score.get()));
/// ```
#[derive(Clone)]
pub struct Phone {
    first: Number,
    rest: Option<Box<Rest>>,
}

redacted_debug!(Phone);

/// What a field holds beyond one number.
#[derive(Clone, Default)]
struct Rest {
    /// The numbers after the first one.
    others: Vec<Number>,
    /// The text, where it holds no number, or more than was read.
    text: Option<Box<str>>,
    /// The field holds no number.
    unreadable: bool,
}

impl Phone {
    /// Reads a phone number. `None` when the field is blank or holds only a placeholder: `N/A`, `unknown`, nothing but
    /// zeros, nines or hidden digits, `1234567890`.
    ///
    /// `region` is where a number without a calling code is read; without it such a number has no E.164 form.
    #[must_use]
    pub fn parse(raw: &str, region: Option<Country>) -> Option<Phone> {
        if let Some(first) = plain::number(raw, region) {
            return (!first.is_placeholder()).then_some(Phone { first, rest: None });
        }
        let Some(cleaned) = clean::clean(raw) else { return Some(Phone::unreadable(raw.as_bytes())) };
        if placeholder::says_none(&cleaned) {
            return None;
        }
        let drafts::Drafts { drafts, words, email, cut } = drafts::drafts(&cleaned);
        if email {
            return Some(Phone::unreadable(&cleaned));
        }
        // Nothing but hidden digits, or nothing but zeros, says nothing.
        let blank = |draft: &drafts::Draft| {
            if draft.plus && Plan::split_code(&draft.digits).is_some_and(|(_, rest)| rest.is_empty()) {
                // The calling code that a form had filled in.
                return true;
            }
            let all = |digit: u8| draft.digits.iter().all(|&each| each == digit);
            all(digits::HIDDEN) || (all(0) && !words)
        };
        if drafts.iter().all(blank) && !drafts.is_empty() {
            return None;
        }
        let alone = drafts.len() == 1;
        let mut numbers = drafts
            .iter()
            .filter_map(|draft| read::number(draft, region, words))
            // Next to a number, a few digits more are a note about it.
            .filter(|number| alone || number.national.len() >= 7);
        let Some(first) = numbers.next() else { return Some(Phone::unreadable(&cleaned)) };
        let mut others: Vec<Number> = numbers.collect();
        // What was left out may tell two fields apart, so the text decides about equality.
        let cut = cut || others.len() + 1 < drafts.len();
        if others.is_empty() && !cut {
            return (!first.is_placeholder()).then_some(Phone { first, rest: None });
        }
        let mut all = core::iter::once(first).chain(others.drain(..)).filter(|number| !number.is_placeholder());
        let first = all.next()?;
        let mut kept: Vec<Number> = Vec::new();
        for number in all {
            if number != first && !kept.contains(&number) {
                kept.push(number);
            }
        }
        let text = cut.then(|| text(&cleaned));
        let rest = (!kept.is_empty() || cut).then(|| Box::new(Rest { others: kept, text, unreadable: false }));
        Some(Phone { first, rest })
    }

    fn unreadable(text_: &[u8]) -> Phone {
        let rest = Rest { others: Vec::new(), text: Some(text(text_)), unreadable: true };
        Phone { first: Number::default(), rest: Some(Box::new(rest)) }
    }

    /// Compares two phone numbers; symmetric.
    // Not inlined: the answer is written where it is kept.
    #[inline(never)]
    pub fn compare(&self, other: &Phone) -> Comparison {
        compare::compare(self, other)
    }

    /// Both sides part beside part, `self` as the given one: the pair of numbers that compares best.
    ///
    /// It shows both values. An explanation that does not is [`Comparison::explain`].
    pub fn align(&self, owner: &Phone) -> crate::Alignment {
        align::align(self, owner)
    }

    /// The E.164 form of the number, the first one where there are several. `None` when its calling code is not known or
    /// digits are hidden. The numbering plan may not have the number: see [`is_valid`](Phone::is_valid).
    #[must_use]
    pub fn e164(&self) -> Option<E164> {
        self.first.e164()
    }

    /// The digits of the extension.
    #[must_use]
    pub fn extension(&self) -> Option<String> {
        (!self.first.extension.is_empty()).then(|| string(self.first.extension))
    }

    /// Whether the numbering plan has the number. It never decides about a score: 555 numbers are compared like others.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.first.valid
    }

    /// The country calling code, such as 1 or 44.
    #[must_use]
    pub fn calling_code(&self) -> Option<u16> {
        (self.first.calling_code != 0).then_some(self.first.calling_code)
    }

    /// The national digits, leading zeros kept, without a trunk prefix; `*` for a hidden one. Empty for an unreadable text.
    #[must_use]
    pub fn national_number(&self) -> String {
        string(self.first.national)
    }

    /// Whether digits are hidden, as in `***-***-5555`.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        self.numbers().any(|number| number.masked)
    }

    /// Whether the text says something else by the letter and was repaired: letters for digits, zeros that fill a field, a plus too many.
    ///
    /// ```
    /// use ownership_match::{Country, Phone};
    /// let phone = Phone::parse("5O3-555-0l87", Some(Country::US)).unwrap();
    /// assert!(phone.is_repaired());
    /// assert_eq!(phone.e164().unwrap().as_str(), "+15035550187");
    /// ```
    #[must_use]
    pub fn is_repaired(&self) -> bool {
        self.numbers().any(|number| number.repaired)
    }

    /// Whether the field holds several numbers.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.numbers().nth(1).is_some()
    }

    /// Whether the text holds no number.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.rest.as_ref().is_some_and(|rest| rest.unreadable)
    }

    fn numbers(&self) -> impl Iterator<Item = &Number> {
        let others = self.rest.as_ref().map_or(&[][..], |rest| rest.others.as_slice());
        core::iter::once(&self.first).chain(others).filter(|_| !self.is_unreadable())
    }

    fn text(&self) -> Option<&str> {
        self.rest.as_ref()?.text.as_deref()
    }
}

/// Equal canonical values: the same numbers in any order, or the same unreadable text.
impl PartialEq for Phone {
    fn eq(&self, other: &Phone) -> bool {
        if self.rest.is_none() && other.rest.is_none() {
            return self.first == other.first;
        }
        let holds = |a: &Phone, b: &Phone| a.numbers().all(|number| b.numbers().any(|each| each == number));
        self.is_unreadable() == other.is_unreadable()
            && self.text() == other.text()
            && holds(self, other)
            && holds(other, self)
    }
}

impl Eq for Phone {}

fn string(digits: Digits) -> String {
    let mut text = String::with_capacity(digits.len());
    digits.write(|byte| text.push(char::from(byte)));
    text
}

/// A text for comparing: small letters, blanks squeezed.
fn text(bytes: &[u8]) -> Box<str> {
    // What is no number may be long.
    let trimmed = bytes.trim_ascii();
    if is_single_spaced(trimmed) {
        return String::from_utf8(trimmed.to_ascii_lowercase()).unwrap_or_default().into();
    }
    if bytes.is_ascii() {
        // The same in one pass.
        let mut text = Vec::with_capacity(bytes.len());
        for word in bytes.split(|byte| matches!(byte, b' ' | b'\t'..=b'\r')).filter(|word| !word.is_empty()) {
            if !text.is_empty() {
                text.push(b' ');
            }
            text.extend_from_slice(word);
        }
        text.make_ascii_lowercase();
        return String::from_utf8(text).unwrap_or_default().into();
    }
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn us(raw: &str) -> Option<Phone> {
        Phone::parse(raw, Some(Country::US))
    }

    #[test]
    fn ascii_is_kept_as_any_text_is() {
        for byte in 0..128_u8 {
            let bytes = [b' ', byte, b'A', byte, byte, b'z', byte];
            for bytes in [&bytes[..], &bytes[..4], &bytes[2..4]] {
                let whole = String::from_utf8_lossy(bytes).to_lowercase();
                assert_eq!(*text(bytes), whole.split_whitespace().collect::<Vec<_>>().join(" "), "{byte}");
            }
        }
    }

    fn e164(raw: &str) -> Option<String> {
        us(raw)?.e164().map(|number| number.to_string())
    }

    #[test]
    fn placeholders_are_missing() {
        for raw in [
            "",
            "  ",
            "n/a",
            "N/A",
            "none",
            "Unknown",
            "-",
            "not provided",
            "000-000-0000",
            "0000000000",
            "999-999-9999",
            "+1 999 999 9999",
            "1234567890",
            "(123) 456-7890",
            "0",
            "***-***-****",
            "xxx-xxx-xxxx",
            "XXX XXX XXXX",
            "+1",
            "+44 ",
            "no number on file",
            "declined",
        ] {
            assert!(us(raw).is_none(), "{raw}");
        }
        for raw in ["555-555-5555", "111-111-1111", "+66 99 999 9999"] {
            assert!(us(raw).is_some_and(|phone| !phone.is_unreadable()), "{raw}");
        }
    }

    #[test]
    fn labels_and_notes_are_left_out() {
        for raw in [
            "+1 (212) 555-5555 (home)",
            "home: 212-555-5555",
            "Cell 212.555.5555",
            "tel:+1-212-555-5555",
            "H 212 555 5555",
            "212-555-5555 (c)",
            "Phone: 1 212 555 5555",
            "001 212 555 5555",
            "011 1 212 555 5555",
            "00 1 212 555 5555",
            "+1 (0)212 555 5555",
            "++1 212 555 5555",
            "tel:212-555-5555;phone-context=+1",
            "2125555555abc",
        ] {
            assert_eq!(e164(raw).as_deref(), Some("+12125555555"), "{raw}");
        }
    }

    #[test]
    fn extensions_are_kept_apart() {
        for raw in [
            "212 555 5555 x12",
            "212 555 5555x12",
            "212 555 5555 ext. 12",
            "212 555 5555 Extension: 12",
            "212 555 5555 #12",
            "212-555-5555;ext=12",
            "tel:+1-212-555-5555;ext=12",
            "212 555 5555,,12",
            "(212) 555-5555 (ext 12)",
        ] {
            assert_eq!(e164(raw).as_deref(), Some("+12125555555"), "{raw}");
            assert_eq!(us(raw).and_then(|phone| phone.extension()).as_deref(), Some("12"), "{raw}");
        }
    }

    #[test]
    fn letters_are_keypad_digits_after_an_area_code() {
        assert_eq!(e164("1-800-FLOWERS").as_deref(), Some("+18003569377"));
        assert_eq!(e164("1-888-GO-BAKER").as_deref(), Some("+18884622537"));
        assert_eq!(e164("1-800-CONTACTS").as_deref(), Some("+18002668228"));
        assert_eq!(e164("1-800-CALL-NOW").as_deref(), Some("+18002255669"));
    }

    #[test]
    fn other_texts_are_unreadable() {
        for raw in ["123 Main St", "jenny@example.com", "call me", "354 Oyster Point Blvd, 94080", "+44+7700 900123"] {
            let phone = us(raw).expect(raw);
            assert!(phone.is_unreadable(), "{raw}");
            assert_eq!((phone.e164(), phone.is_valid()), (None, false));
        }
    }

    #[test]
    fn several_numbers_are_split() {
        for raw in [
            "212-555-5555 or 347-555-5555",
            "212-555-5555 / 347-555-5555",
            "212-555-5555, 347-555-5555",
            "home 212 555 5555 cell 347 555 5555",
            "+12125555555 +13475555555",
            "2125555555\n3475555555",
            "212-555-5555; 347-555-5555",
        ] {
            let phone = us(raw).expect(raw);
            assert_eq!(phone.numbers().count(), 2, "{raw}");
            assert_eq!(e164(raw).as_deref(), Some("+12125555555"), "{raw}");
        }
        assert_eq!(us("+49 (0)30 / 23125041").map(|phone| phone.is_several()), Some(false));
        assert_eq!(us("212/555/5555").map(|phone| phone.is_several()), Some(false));
    }

    #[test]
    fn hidden_digits_are_recognised() {
        for raw in ["***-***-5555", "XXX-XXX-5555", "xxxxxx5555", "(•••) •••-5555", "###-###-5555", "+1 ***-***-5555"]
        {
            let phone = us(raw).expect(raw);
            assert!(phone.is_masked() && phone.e164().is_none(), "{raw}");
            assert_eq!(phone.national_number(), "******5555", "{raw}");
        }
    }

    #[test]
    fn ordinary_numbers_never_load_the_plan_of_the_crate() {
        for raw in
            ["(212) 555-5555", "212 555 555", "+12125555555", "+44 20 7946 0301", "+4915112345678", "555-5555", "junk"]
        {
            let _ = us(raw);
        }
        assert_eq!(fallback::CALLS.with(core::cell::Cell::get), 0);
        // The probe works: Argentina's mobile prefix moves digits.
        let _ = Phone::parse("011 15-2345-6789", Country::new("AR"));
        assert_eq!(fallback::CALLS.with(core::cell::Cell::get), usize::from(cfg!(feature = "numbering-plan")));
    }

    #[cfg(all(feature = "serde", feature = "numbering-plan"))]
    #[test]
    fn few_rows_ask_the_crate() {
        // The rows are for developers of the crate: a package comes without them.
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/phone_e164.jsonl");
        let Ok(rows) = std::fs::read_to_string(path) else { return };
        let (mut valid, mut asked, mut wrong, mut ordinary) = (0, 0, 0, 0);
        for line in rows.lines() {
            let row: serde_json::Value = serde_json::from_str(line).expect("a row is JSON");
            let before = fallback::CALLS.with(core::cell::Cell::get);
            let region = row["region"].as_str().and_then(Country::new);
            let phone = Phone::parse(row["input"].as_str().expect("a text"), region);
            let is_asked = fallback::CALLS.with(core::cell::Cell::get) > before;
            let form = row["form"].as_str().unwrap_or_default();
            if row["region"] == "US" || form.ends_with("/e164") || form.ends_with("/e164_nohint") {
                ordinary += 1;
                assert!(!is_asked, "US and E.164 input never loads the plan of the crate: {}", row["input"]);
            }
            if row["valid"] != true {
                continue;
            }
            let e164 = phone.and_then(|phone| phone.e164());
            valid += 1;
            asked += usize::from(is_asked);
            wrong += usize::from(!is_asked && e164.as_ref().map(E164::as_str) != row["e164"].as_str());
        }
        println!(
            "{} of {valid} valid rows are read without the crate, {wrong} of them otherwise than expected; none of the \
             {ordinary} US and E.164 rows asks it",
            valid - asked
        );
        assert!(ordinary > 500, "{ordinary}");
        assert_eq!(wrong, 0, "what the own tables answer is as the rows say");
        assert!(asked * 100 < valid, "{asked} of {valid} rows asked the crate");
    }

    #[test]
    fn a_phone_is_small() {
        assert!(size_of::<Phone>() <= 48, "{}", size_of::<Phone>());
    }
}
