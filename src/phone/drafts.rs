//! A cleaned text → drafts: the digits of each number in it, its extension, and what else was noticed.

use super::digits::HIDDEN;
use smallvec::SmallVec;

/// More numbers in one field than this are not kept; such a field never equals another through the first ones.
pub(super) const MOST_NUMBERS: usize = 4;
/// So many digits are a number by themselves; fewer are part of one (`030 / 23125041`) or an extension.
const NUMBER: usize = 7;
/// Longer digits after a number are another number and not its extension.
const LONGEST_EXTENSION: usize = 6;
/// Set on a digit that is spelled by a letter of the keypad.
pub(super) const LETTER: u8 = 0x10;

/// The raw material of one number.
#[derive(Clone, Default)]
pub(super) struct Draft {
    /// The digits; [`HIDDEN`] ones, and with [`LETTER`] those spelled by letters.
    pub(super) digits: SmallVec<[u8; 24]>,
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

/// Words that say what kind of number it is, and carry nothing.
fn is_label(word: &[u8]) -> bool {
    matches!(
        word,
        b"h" | b"home"
            | b"house"
            | b"c"
            | b"cell"
            | b"cellular"
            | b"m"
            | b"mob"
            | b"mobile"
            | b"handy"
            | b"movil"
            | b"celular"
            | b"cel"
            | b"w"
            | b"work"
            | b"business"
            | b"bus"
            | b"office"
            | b"off"
            | b"o"
            | b"d"
            | b"direct"
            | b"p"
            | b"t"
            | b"tel"
            | b"tlf"
            | b"telefon"
            | b"telefono"
            | b"telefone"
            | b"telephone"
            | b"ph"
            | b"phone"
            | b"number"
            | b"no"
            | b"nr"
            | b"num"
            | b"f"
            | b"fax"
            | b"main"
            | b"primary"
            | b"secondary"
            | b"other"
            | b"day"
            | b"evening"
            | b"eve"
            | b"night"
            | b"landline"
            | b"residence"
            | b"res"
            | b"preferred"
            | b"contact"
            | b"call"
            | b"sms"
            | b"text"
            | b"whatsapp"
            | b"voice"
            | b"portable"
            | b"mobil"
            | b"gsm"
            | b"pager"
            | b"alt"
            | b"line"
            | b"fixe"
            | b"fijo"
            | b"casa"
            | b"personal"
            | b"private"
            | b"privat"
    )
}

/// Words that stand between two numbers.
fn is_conjunction(word: &[u8]) -> bool {
    matches!(word, b"or" | b"and" | b"und" | b"oder" | b"ou" | b"et" | b"y" | b"e" | b"of" | b"en")
}

/// Words before an extension.
fn is_extension(word: &[u8]) -> bool {
    matches!(
        word,
        b"x" | b"ext"
            | b"exte"
            | b"extn"
            | b"xt"
            | b"xtn"
            | b"extension"
            | b"extensao"
            | b"extencion"
            | b"anexo"
            | b"int"
            | b"interno"
            | b"dob"
            | b"poste"
            | b"dw"
            | b"durchwahl"
            | b"apparat"
            | b"toestel"
            | b"ramal"
            | b"wew"
    )
}

/// The keypad digit of a letter (ITU-T E.161).
fn keypad(letter: u8) -> u8 {
    match letter {
        b'a'..=b'c' => 2,
        b'd'..=b'f' => 3,
        b'g'..=b'i' => 4,
        b'j'..=b'l' => 5,
        b'm'..=b'o' => 6,
        b'p'..=b's' => 7,
        b't'..=b'v' => 8,
        _ => 9,
    }
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
    fn step(&mut self, byte: u8) {
        match byte {
            b'0'..=b'9' => {
                if !self.open.extension.is_empty() {
                    self.close();
                }
                self.open.digits.push(byte - b'0');
                self.at += 1;
            }
            b'+' => {
                self.at += 1;
                if self.open.digits.len() >= NUMBER {
                    self.close();
                }
                self.open.broken |= !self.open.digits.is_empty();
                self.open.plus = true;
            }
            b'a'..=b'z' => self.word(),
            b'*' => {
                self.at += 1;
                self.hide(1);
            }
            b'#' | b'~' => self.hash(),
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
                    if following >= NUMBER {
                        self.close();
                    } else if matches!(byte, b',' | b';') && (1..=LONGEST_EXTENSION).contains(&following) {
                        // A dialling pause before an extension: 212 555 5555,,12.
                        self.extension();
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

    /// How many digits and hidden digits are left in the text.
    fn following_digits(&self) -> usize {
        self.text[self.at..].iter().filter(|byte| byte.is_ascii_digit() || **byte == b'*').count()
    }

    fn hide(&mut self, count: usize) {
        self.open.masked = true;
        self.open.digits.extend(core::iter::repeat_n(HIDDEN, count));
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
        if word.len() >= 2 && word.iter().all(|&letter| letter == b'x') {
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
        } else if digits >= 3 && self.open.extension.is_empty() {
            self.open.letters += word.len();
            self.open.digits.extend(word.iter().map(|&letter| keypad(letter) | LETTER));
        } else {
            self.found.words = true;
        }
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
        let draft = core::mem::take(&mut self.open);
        if draft.digits.is_empty() {
            return;
        }
        if self.found.drafts.len() == MOST_NUMBERS {
            self.found.cut = true;
        } else {
            self.found.drafts.push(draft);
        }
    }
}
