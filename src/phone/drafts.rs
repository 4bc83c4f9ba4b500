//! A cleaned text → drafts: the digits of each number in it, its extension, and what else was noticed.

use super::digits::HIDDEN;
use super::words::{is_conjunction, is_extension, is_label, keypad, slipped_digit};
use smallvec::SmallVec;

/// More numbers in one field than this are not kept; such a field never equals another through the first ones.
pub(super) const MOST_NUMBERS: usize = 4;
/// So many digits are a number by themselves; fewer are part of one (`030 / 23125041`) or an extension.
const NUMBER: usize = 7;
/// So many digits are a whole number in nearly every country: a word after them is no word on the keypad.
const WHOLE: usize = 10;
/// More digits than a number has that is dialled from one country: two numbers with nothing but a blank between them.
const TWO_NUMBERS: usize = 17;
/// The same where the first one states its calling code: three digits and the seventeen of some numbers of Indonesia.
const TWO_NUMBERS_ABROAD: usize = 21;
/// Longer digits after a number are another number and not its extension.
const LONGEST_EXTENSION: usize = 6;
/// Set on a digit that is spelled by a letter of the keypad.
pub(super) const LETTER: u8 = 0x10;
/// Set on a digit for which a letter that looks like it is written.
pub(super) const SLIPPED: u8 = 0x20;

/// The raw material of one number.
#[derive(Clone, Default)]
pub(super) struct Draft {
    /// The digits; [`HIDDEN`] ones, with [`LETTER`] those spelled by letters, with [`SLIPPED`] those that may be letters.
    pub(super) digits: SmallVec<[u8; 24]>,
    /// Where a group of digits begins after another one.
    pub(super) breaks: SmallVec<[u8; 8]>,
    /// A plus stood before the first digit.
    pub(super) plus: bool,
    /// Where `(0)` stood: a trunk zero that is dialled only at home.
    pub(super) optional_zero: Option<usize>,
    /// The extension.
    pub(super) extension: SmallVec<[u8; 8]>,
    /// Some digits are hidden.
    pub(super) masked: bool,
    /// How many digits are spelled by letters.
    pub(super) letters: usize,
    /// A plus in the middle: not a number.
    pub(super) broken: bool,
}

/// What a text holds.
#[derive(Default)]
pub(super) struct Drafts {
    /// The numbers, in order.
    pub(super) drafts: SmallVec<[Draft; 1]>,
    /// A word stood before a number that is no label.
    pub(super) words: bool,
    /// An email address.
    pub(super) email: bool,
    /// There were more than [`MOST_NUMBERS`].
    pub(super) cut: bool,
}

struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
    open: Draft,
    found: Drafts,
}

/// Reads the numbers of a cleaned text.
pub(super) fn drafts(text: &[u8]) -> Drafts {
    let mut scanner = Scanner { text, at: 0, open: Draft::default(), found: Drafts::default() };
    while let Some(&byte) = text.get(scanner.at) {
        scanner.step(byte);
    }
    scanner.close();
    scanner.found
}

impl Scanner<'_> {
    /// `+1 (+1) 503 555 0187`: the calling code that a form had filled in stands before it once more.
    fn repeats_code(&self) -> bool {
        const LONGEST_CODE: usize = 3;
        let code = self.open.digits.as_slice();
        let again = self.text[self.at..].iter().map(|byte| byte.wrapping_sub(b'0'));
        (1..=LONGEST_CODE).contains(&code.len()) && code.iter().copied().eq(again.take(code.len()))
    }

    fn step(&mut self, byte: u8) {
        match byte {
            b'0'..=b'9' => {
                if !self.open.extension.is_empty() {
                    self.close();
                }
                let is_first = self.at == 0 || !self.text[self.at - 1].is_ascii_digit();
                if is_first && !self.open.digits.is_empty() && self.open.digits.len() < usize::from(u8::MAX) {
                    self.open.breaks.push(self.open.digits.len() as u8);
                }
                self.open.digits.push(byte - b'0');
                self.at += 1;
            }
            b'+' => {
                self.at += 1;
                if self.open.digits.len() >= NUMBER {
                    self.close();
                }
                let behind_one = self.open.digits.as_slice() == [1];
                let following = if behind_one { self.following_digits() } else { 0 };
                // `+1+447700900123`: the calling code of North America that a form had filled in, before a number with its own.
                if self.open.plus && (self.repeats_code() || following > WHOLE) {
                    self.open.digits.clear();
                    self.open.breaks.clear();
                }
                // `+1+5035550187` is a number of North America.
                self.open.broken |= !self.open.digits.is_empty() && following != WHOLE;
                self.open.plus = true;
            }
            b'a'..=b'z' => self.word(),
            b'*' | b'#' if self.service_code() => {}
            b'*' => {
                self.at += 1;
                self.hide(1);
            }
            b'#' | b'~' => self.hash(),
            b'_' | b'?' if self.text[self.at..].get(1) == Some(&byte) => {
                let run = self.text[self.at..].iter().take_while(|&&each| each == byte).count();
                self.at += run;
                self.hide(run);
            }
            b'(' if self.text[self.at..].starts_with(b"(0)") && !self.open.digits.is_empty() => {
                self.open.optional_zero = Some(self.open.digits.len());
                self.open.digits.push(0);
                self.at += 3;
            }
            b';' if self.parameter() => {}
            b'\n' | b'|' | b'/' | b'&' | b',' | b';' => {
                self.at += 1;
                if self.open.digits.len() >= NUMBER {
                    let following = self.following_digits();
                    if byte == b'/' && self.repeats_end() {
                        return;
                    }
                    if following >= NUMBER {
                        self.close();
                    } else if matches!(byte, b',' | b';') && (1..=LONGEST_EXTENSION).contains(&following) {
                        if self.open.digits.len() >= WHOLE && self.words_follow() {
                            self.found.words = true;
                            self.at = self.text.len();
                        } else {
                            // A dialling pause before an extension: 212 555 5555,,12.
                            self.extension();
                        }
                    }
                }
            }
            b'@' => {
                self.found.email = true;
                self.at = self.text.len();
            }
            _ => self.at += 1,
        }
    }

    /// `; 354 Oyster Point Blvd`: with words behind them digits are no extension.
    fn words_follow(&self) -> bool {
        self.text[self.at..].iter().any(u8::is_ascii_lowercase)
    }

    /// How many digits and hidden digits are left in the text.
    fn following_digits(&self) -> usize {
        self.text[self.at..].iter().filter(|byte| byte.is_ascii_digit() || **byte == b'*').count()
    }

    fn hide(&mut self, count: usize) {
        self.open.masked = true;
        self.open.digits.extend(core::iter::repeat_n(HIDDEN, count));
    }

    /// `*67 212 …`, `#31#…`: what is dialled before a number to show or hide one's own is no part of it. Returns whether it was one.
    fn service_code(&mut self) -> bool {
        let (before, text) = self.text.split_at(self.at);
        let [_, tens, units, end, ..] = text else { return false };
        let is_code = tens.is_ascii_digit() && units.is_ascii_digit() && matches!(end, b' ' | b'#' | b'-');
        if !is_code || !before.iter().all(|&byte| byte == b' ') {
            return false;
        }
        self.at += 4;
        true
    }

    /// `212-555-0101/0102`: a second number with other last digits, as many as the last group has. Returns whether it begins here.
    fn repeats_end(&mut self) -> bool {
        const LAST_GROUP: usize = 4;
        let run = self.text[self.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let whole = self.open.digits.len();
        let group = whole - self.open.breaks.last().map_or(0, |&at| usize::from(at));
        if run != LAST_GROUP || group != LAST_GROUP || whole < WHOLE || self.open.masked || self.open.letters > 0 {
            return false;
        }
        let kept = whole - LAST_GROUP;
        let second = Draft {
            digits: self.open.digits[..kept].iter().copied().collect(),
            breaks: self.open.breaks.iter().copied().filter(|&at| usize::from(at) < kept).collect(),
            plus: self.open.plus,
            ..Draft::default()
        };
        self.close();
        self.open = second;
        true
    }

    /// `#` before an extension, hidden digits (`###-###-5555`), or a label (`# 212 …`).
    fn hash(&mut self) {
        let run = self.text[self.at..].iter().take_while(|&&byte| byte == b'#').count();
        if run >= 2 {
            self.at += run;
            self.hide(run);
            return;
        }
        self.at += 1;
        if self.open.digits.len() >= 3 && self.open.extension.is_empty() {
            self.extension();
        }
    }

    /// Takes the digits that come next as an extension, where there are any.
    fn extension(&mut self) {
        let mut at = self.at;
        while self
            .text
            .get(at)
            .is_some_and(|byte| matches!(byte, b' ' | b'.' | b':' | b'=' | b'-' | b'#' | b'(' | b','))
        {
            at += 1;
        }
        let digits = self.text[at..].iter().take_while(|byte| byte.is_ascii_digit());
        let before = at;
        for digit in digits {
            self.open.extension.push(digit - b'0');
            at += 1;
        }
        if at > before {
            self.at = at;
        }
    }

    /// The parameters of RFC 3966: `;ext=`, `;phone-context=`, `;isub=`. Returns whether there was one.
    fn parameter(&mut self) -> bool {
        let rest = &self.text[self.at + 1..];
        let Some(equals) = rest.iter().position(|&byte| byte == b'=') else { return false };
        let name = &rest[..equals];
        if name.len() > 20 || !name.iter().all(|&byte| byte.is_ascii_lowercase() || byte == b'-') {
            return false;
        }
        self.at += equals + 2;
        let value = self.text[self.at..].iter().take_while(|&&byte| byte != b';').count();
        let (start, end) = (self.at, self.at + value);
        match name {
            b"ext" => self.extension(),
            // The context is what goes before the number: +1, or a domain that says nothing about it.
            b"phone-context" if self.text.get(start) == Some(&b'+') && !self.open.plus => {
                let context =
                    self.text[start + 1..end].iter().filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0');
                let mut digits: SmallVec<[u8; 24]> = context.collect();
                digits.extend(self.open.digits.iter().copied());
                self.open.digits = digits;
                self.open.breaks.clear();
                self.open.plus = true;
            }
            _ => {}
        }
        self.at = self.at.max(end);
        true
    }

    fn word(&mut self) {
        let start = self.at;
        while self.text.get(self.at).is_some_and(u8::is_ascii_lowercase) {
            self.at += 1;
        }
        let word = &self.text[start..self.at];
        let digits = self.open.digits.len();
        if self.is_slip(start, word) {
            self.open
                .digits
                .extend(word.iter().filter_map(|&letter| slipped_digit(letter)).map(|digit| digit | SLIPPED));
        } else if word.len() >= 2 && word.iter().all(|&letter| letter == b'x') {
            self.hide(word.len());
        } else if is_extension(word) && digits >= 3 && self.open.extension.is_empty() && self.digit_follows() {
            self.extension();
        } else if word == b"x" && (self.open.masked || self.text.get(self.at) == Some(&b'-')) {
            self.hide(1);
        } else if is_conjunction(word) && digits >= NUMBER && self.following_digits() >= NUMBER {
            self.close();
        } else if is_label(word) && !(self.is_spelled(start)) {
            if digits >= NUMBER {
                self.close();
            }
        } else if digits >= WHOLE || digits >= NUMBER && self.following_digits() >= NUMBER {
            // A note: what comes after it is not part of this number.
            self.close();
            self.found.words = true;
        } else if digits >= 3 && self.open.extension.is_empty() {
            self.open.letters += word.len();
            self.open.digits.extend(word.iter().map(|&letter| keypad(letter) | LETTER));
        } else {
            self.found.words = true;
        }
    }

    /// Whether a word is one or two letters that stand for digits (`5O3-555-0l87`): directly beside a digit, and not the
    /// label of a second number (`… o9714829931`).
    fn is_slip(&self, start: usize, word: &[u8]) -> bool {
        let is_digit = |at: Option<usize>| at.and_then(|at| self.text.get(at)).is_some_and(u8::is_ascii_digit);
        let (before, after) = (is_digit(start.checked_sub(1)), is_digit(Some(self.at)));
        let digits = self.open.digits.len();
        let is_second = !before && digits >= NUMBER && self.following_digits() >= NUMBER;
        let has_begun = digits > 0 || self.open.plus && self.text[..start].ends_with(b"+");
        word.len() <= 2
            && word.iter().all(|&letter| slipped_digit(letter).is_some())
            && self.open.extension.is_empty()
            && !self.open.masked
            && has_begun
            && (before || after || digits == 0)
            && !is_second
    }

    /// Whether digits come next, but for punctuation.
    fn digit_follows(&self) -> bool {
        self.text[self.at..].iter().find(|byte| byte.is_ascii_alphanumeric()).is_some_and(u8::is_ascii_digit)
    }

    /// Whether a word is part of a number spelled by letters, as in 1-800-CALL-NOW: three digits or more but no whole
    /// number are before it, joined by a hyphen or nothing.
    fn is_spelled(&self, start: usize) -> bool {
        (3..NUMBER).contains(&self.open.digits.len())
            && start > 0
            && (self.text[start - 1] == b'-' || self.text[start - 1].is_ascii_digit())
    }

    fn close(&mut self) {
        let mut draft = core::mem::take(&mut self.open);
        if draft.digits.is_empty() {
            return;
        }
        unmask(&mut draft);
        if let Some(second) = split(&mut draft) {
            self.keep(draft);
            self.keep(second);
        } else {
            self.keep(draft);
        }
    }

    fn keep(&mut self, draft: Draft) {
        if self.found.drafts.len() == MOST_NUMBERS {
            self.found.cut = true;
        } else {
            self.found.drafts.push(draft);
        }
    }
}

/// Takes stars out that hide nothing, because a whole North American number stands beside them: a footnote (`503-555-0187*`)
/// or a dot between groups (`503•555•0187`).
fn unmask(draft: &mut Draft) {
    const STARS: usize = 2;
    let shown = draft.digits.iter().filter(|&&digit| digit != HIDDEN).count();
    let first = draft.digits.iter().find(|&&digit| digit != HIDDEN);
    let is_whole = shown == WHOLE && !draft.plus || shown == WHOLE + 1 && first == Some(&1);
    if draft.masked && is_whole && draft.digits.len() - shown <= STARS {
        draft.digits.retain(|digit| *digit != HIDDEN);
        draft.breaks.clear();
        draft.masked = false;
    }
}

/// Cuts two numbers apart that only a blank or hyphen parts: at the gap nearest to their middle.
fn split(draft: &mut Draft) -> Option<Draft> {
    let whole = draft.digits.len();
    // `0011 49 151 23456789` dials its calling code.
    let abroad = draft.plus || draft.digits.starts_with(&[0, 0]);
    let fewest = if abroad { TWO_NUMBERS_ABROAD } else { TWO_NUMBERS };
    if whole < fewest || draft.masked || draft.letters > 0 || draft.optional_zero.is_some() {
        return None;
    }
    let middle = |at: usize| (2 * at).abs_diff(whole);
    let at = draft.breaks.iter().map(|&at| usize::from(at)).min_by_key(|&at| (middle(at), at))?;
    if at < NUMBER || whole - at < NUMBER {
        return None;
    }
    let digits = draft.digits.drain(at..).collect();
    let breaks = draft.breaks.iter().filter(|&&each| usize::from(each) > at).map(|&each| each - at as u8).collect();
    draft.breaks.retain(|each| usize::from(*each) < at);
    Some(Draft { digits, breaks, extension: core::mem::take(&mut draft.extension), ..Draft::default() })
}
