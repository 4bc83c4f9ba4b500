//! Streets that are called after a day: `RUA XV DE NOVEMBRO`, `VIA VENTI SETTEMBRE`, `CINCO DE MAYO DR`. The day is read in digits,
//! however it is written.

use super::Reader;
use crate::address::lex::{DIGITS, Gap};
use crate::tables::address::{DateWord, Role, Word, date_word};

/// Countries whose streets are often called after dates.
const DATED: [&str; 13] = ["BR", "PT", "FR", "BE", "LU", "CH", "ES", "MX", "AR", "CL", "CO", "PE", "IT"];
/// The digits of the days of a month.
const DAYS: [&str; 31] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
    "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31",
];

impl Reader<'_> {
    /// `16 DE SEPTIEMBRE NO. 44`: the mark says that a date was the name of the street.
    pub(super) fn date_names(&mut self) {
        self.spelled_date();
        self.year_of_date();
        let mark = matches!(self.bytes(3), b"no" | b"num" | b"number" | b"#");
        if mark
            && self.is(0, DIGITS)
            && self.bytes(1) == b"de"
            && self.is_numeric(4)
            && self.ends.country.is_some_and(|country| country.is_any_of(&DATED))
        {
            let gap = self.ends.area[3].gap;
            self.ends.area.remove(3);
            self.ends.area[3].gap = gap;
        }
    }

    /// `22 RUE DU 8 MAI 1945`: the year is often left out.
    fn year_of_date(&mut self) {
        if self.ends.country.is_some() && !self.country_is(&["FR", "BE", "LU", "CH"]) {
            return;
        }
        // `22 R DU 8 MAI 1945`: the letter is written out later.
        let typed = |at: usize| self.is(at, Word::BEFORE) || self.bytes(at) == b"r";
        let year = (3..self.ends.area.len()).find(|&at| {
            matches!(self.bytes(at), [b'1', b'7'..=b'9', _, _])
                && self.is(at, DIGITS)
                && self.ends.area[at].gap == Gap::Blank
                && self.is(at - 2, DIGITS)
                && date_word(self.bytes(at - 1)) == Some(DateWord::Month)
                && (1..at - 2).any(|before| typed(before) && self.is_numeric(before - 1))
        });
        if let Some(year) = year {
            self.take(year, year + 1);
        }
    }

    /// The first word is no house number then.
    fn spelled_date(&mut self) {
        let dated = self.country_is(&DATED);
        let typed = |to: usize| self.ends.area[..to].iter().any(|word| word.is(Word::BEFORE));
        // Elsewhere streets are called after the days of Mexico, which the tables know; or the line lost its country: `RUA XV DE
        // NOVEMBRO`.
        if !dated && !self.has(Role::TYPE) && !typed(self.ends.area.len()) {
            return;
        }
        let Some(month) = (1..self.ends.area.len()).find(|&at| date_word(self.bytes(at)) == Some(DateWord::Month))
        else {
            return;
        };
        let end = month - usize::from(self.bytes(month - 1) == b"de");
        let Some(last) = end.checked_sub(1) else { return };
        let Some((from, day)) = self.day_ending_at(last) else { return };
        let spanish = || end < month && from == last && self.ends.area[from].may(Role::TYPE);
        let joined = self.ends.area[from + 1..=month].iter().all(|word| word.gap < Gap::Comma);
        // `CINCO DE FEBRERO NO 310`
        let house = month + 1 + usize::from(matches!(self.bytes(month + 1), b"no" | b"num" | b"number" | b"#"));
        if joined && (dated || typed(from) || spanish()) && (from > 0 || self.is_numeric(house)) {
            let gap = self.ends.area[from].gap;
            self.ends.area.drain(from..last);
            self.ends.area[from] = self.ends.lexer.written(DAYS[usize::from(day) - 1], gap, DIGITS);
        }
    }

    /// The day whose last word stands at a place, and where its first stands: `XV`, `QUINZE`, `VINTE E CINCO`, `DIX-SEPT`.
    fn day_ending_at(&self, last: usize) -> Option<(usize, u8)> {
        let word = self.bytes(last);
        let ones = roman(word).or_else(|| day_of(word))?;
        let and = last.checked_sub(2).filter(|_| matches!(self.bytes(last - 1), b"e" | b"et" | b"y"));
        let before = and.or(last.checked_sub(1)).filter(|_| ones < 10);
        let whole = match before.map(|at| (at, date_word(self.bytes(at)))) {
            Some((at, Some(DateWord::Ten(tens)))) => (at, tens + ones),
            _ => (last, ones),
        };
        (usize::from(whole.1) <= DAYS.len()).then_some(whole)
    }
}

/// A Roman number as far as the days of a month.
fn roman(word: &[u8]) -> Option<u8> {
    const ONES: [&[u8]; 10] = [b"", b"i", b"ii", b"iii", b"iv", b"v", b"vi", b"vii", b"viii", b"ix"];
    let tens = word.iter().take_while(|&&letter| letter == b'x').count();
    let ones = ONES.iter().position(|ones| *ones == &word[tens..])?;
    u8::try_from(10 * tens + ones).ok().filter(|day| (1..=31).contains(day))
}

/// The day that is one word.
fn day_of(word: &[u8]) -> Option<u8> {
    match date_word(word)? {
        DateWord::Day(day) | DateWord::Ten(day) => Some(day),
        DateWord::Month => None,
    }
}
