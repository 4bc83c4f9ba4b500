//! Streets that are called after a day: `RUA XV DE NOVEMBRO`, `VIA VENTI SETTEMBRE`, `CINCO DE MAYO DR`. The day is read in digits,
//! however it is written.

use super::Reader;
use crate::address::lex::{DIGITS, Gap};
use crate::tables::address::{Role, Word};

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

    /// The first word is no house number then.
    fn spelled_date(&mut self) {
        let dated = self.country_is(&DATED);
        let typed = |to: usize| self.ends.area[..to].iter().any(|word| word.is(Word::BEFORE));
        // Elsewhere streets are called after the days of Mexico, which the tables know; or the line lost its country: `RUA XV DE
        // NOVEMBRO`.
        if !dated && !self.has(Role::TYPE) && !typed(self.ends.area.len()) {
            return;
        }
        let Some(month) = (1..self.ends.area.len()).find(|&at| is_month(self.bytes(at))) else { return };
        let end = month - usize::from(self.bytes(month - 1) == b"de");
        let Some(last) = end.checked_sub(1) else { return };
        let Some((from, day)) = self.day_ending_at(last) else { return };
        let spanish = || end < month && from == last && self.ends.area[from].may(Role::TYPE);
        let joined = self.ends.area[from + 1..=month].iter().all(|word| word.gap < Gap::Comma);
        if joined && (dated || typed(from) || spanish()) && (from > 0 || self.is_numeric(month + 1)) {
            let gap = self.ends.area[from].gap;
            self.ends.area.drain(from..last);
            self.ends.area[from] = self.ends.lexer.written(DAYS[usize::from(day) - 1], gap, DIGITS);
        }
    }

    /// The day whose last word stands at a place, and where its first stands: `XV`, `QUINZE`, `VINTE E CINCO`, `DIX-SEPT`.
    fn day_ending_at(&self, last: usize) -> Option<(usize, u8)> {
        let word = self.bytes(last);
        let ones = roman(word).or_else(|| day_of_word(word))?;
        let and = last.checked_sub(2).filter(|_| matches!(self.bytes(last - 1), b"e" | b"et" | b"y"));
        let tens = |at: &usize| tens_of_word(self.bytes(*at)).filter(|_| ones < 10);
        let before = and.or(last.checked_sub(1));
        let whole = before.and_then(|at| Some((at, tens(&at)? + ones))).unwrap_or((last, ones));
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

/// The number behind which that of one digit may stand.
fn tens_of_word(word: &[u8]) -> Option<u8> {
    Some(match word {
        b"dix" => 10,
        b"vinte" | b"vingt" | b"veinte" | b"venti" => 20,
        b"trinta" | b"trente" | b"treinta" | b"trenta" => 30,
        _ => return None,
    })
}

/// The number in one Portuguese, Spanish, Italian or French word.
fn day_of_word(word: &[u8]) -> Option<u8> {
    Some(match word {
        b"primeiro" | b"primero" | b"primo" | b"premier" | b"um" | b"uno" | b"un" => 1,
        b"dois" | b"dos" | b"due" | b"deux" => 2,
        b"tres" | b"tre" | b"trois" => 3,
        b"quatro" | b"cuatro" | b"quattro" | b"quatre" => 4,
        b"cinco" | b"cinque" | b"cinq" => 5,
        b"seis" | b"sei" | b"six" => 6,
        b"sete" | b"siete" | b"sette" | b"sept" => 7,
        b"oito" | b"ocho" | b"otto" | b"huit" => 8,
        b"nove" | b"nueve" | b"neuf" => 9,
        b"dez" | b"diez" | b"dieci" => 10,
        b"onze" | b"once" | b"undici" => 11,
        b"doze" | b"doce" | b"dodici" | b"douze" => 12,
        b"treze" | b"trece" | b"tredici" | b"treize" => 13,
        b"quatorze" | b"catorze" | b"catorce" | b"quattordici" => 14,
        b"quinze" | b"quince" | b"quindici" => 15,
        b"dezesseis" | b"dezasseis" | b"dieciseis" | b"sedici" | b"seize" => 16,
        b"dezessete" | b"dezassete" | b"diecisiete" | b"diciassette" => 17,
        b"dezoito" | b"dieciocho" | b"diciotto" => 18,
        b"dezenove" | b"dezanove" | b"diecinueve" | b"diciannove" => 19,
        b"veintiuno" | b"ventuno" => 21,
        b"veintidos" | b"ventidue" => 22,
        b"veintitres" | b"ventitre" => 23,
        b"veinticuatro" | b"ventiquattro" => 24,
        b"veinticinco" | b"venticinque" => 25,
        b"veintiseis" | b"ventisei" => 26,
        b"veintisiete" | b"ventisette" => 27,
        b"veintiocho" | b"ventotto" => 28,
        b"veintinueve" | b"ventinove" => 29,
        b"trentuno" => 31,
        _ => return tens_of_word(word),
    })
}

/// The months after whose days streets are called.
fn is_month(word: &[u8]) -> bool {
    const MONTHS: [&[u8]; 44] = [
        b"janeiro",
        b"enero",
        b"gennaio",
        b"janvier",
        b"fevereiro",
        b"febrero",
        b"febbraio",
        b"fevrier",
        b"marco",
        b"marzo",
        b"mars",
        b"abril",
        b"aprile",
        b"avril",
        b"maio",
        b"mayo",
        b"maggio",
        b"mai",
        b"junho",
        b"junio",
        b"giugno",
        b"juin",
        b"julho",
        b"julio",
        b"luglio",
        b"juillet",
        b"agosto",
        b"aout",
        b"setembro",
        b"septiembre",
        b"setiembre",
        b"settembre",
        b"septembre",
        b"outubro",
        b"octubre",
        b"ottobre",
        b"octobre",
        b"novembro",
        b"noviembre",
        b"novembre",
        b"dezembro",
        b"diciembre",
        b"dicembre",
        b"decembre",
    ];
    word.len() > 2 && MONTHS.contains(&word)
}
