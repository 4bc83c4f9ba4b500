//! What stands in a field of a structured address and in another one once more.

use super::read::{Ends, country_of_field};
use crate::Country;
use crate::address::lex::{DIGITS, Gap, Lexer, tokens};
use crate::tables::address as tables;

/// Whether the second line is the city, the state, the postcode or the country once more.
pub(super) fn repeats_field(line: &str, fields: [Option<&str>; 3], country: Option<Country>) -> bool {
    let line = line.trim();
    let same = |field: Option<&str>| field.is_some_and(|field| field.trim().eq_ignore_ascii_case(line));
    // `CA` may be more than Canada.
    let named =
        || line.len() > 2 && !line.bytes().any(|byte| byte.is_ascii_digit()) && country_of_field(line) == country;
    // One letter may be a flat as well as a province.
    line.len() > 1 && fields.into_iter().any(same) || country.is_some() && named()
}

/// `500 ORCHARD LN` in both lines, perhaps with a unit in one of them.
pub(super) fn drop_repeated_line(lexer: &mut Lexer, first_line: usize) {
    // A house number, a name and a type.
    const SHORTEST: usize = 3;
    let (first, second) = lexer.lexemes.split_at(first_line.min(lexer.lexemes.len()));
    if first.len() < SHORTEST || second.len() < SHORTEST || first[0].is_word() {
        return;
    }
    if first.iter().zip(second).all(|(one, other)| lexer.bytes(one) == lexer.bytes(other)) {
        if second.len() <= first.len() {
            lexer.lexemes.truncate(first_line);
        } else {
            lexer.lexemes.drain(..first_line);
            lexer.last_line = None;
        }
    }
}

/// `500 ORCHARD LN, MADISON, WI 53703`, `500 ORCHARD LN, MADISON, WI, USA` in the field of the street, and city, state and postcode in
/// theirs once more.
pub(super) fn drop_repeated_place(lexer: &mut Lexer, place: [Option<&str>; 3], country: Option<Country>) {
    let [Some(city), state, postal_code] = place else { return };
    let end = lexer.lexemes.len();
    let Some(last) = lexer.lexemes.last() else { return };
    // Digits are spelled as they are written: such a postcode is the last word of the line or stands there once.
    let digits = postal_code.filter(|code| code.len() > 3 && code.bytes().all(|byte| byte.is_ascii_digit()));
    let other = digits.is_some_and(|digits| digits.len() <= tokens::MAX_TOKEN && digits.as_bytes() != lexer.code(last));
    // Most lines have no comma before their last word.
    let ends = last.is_word() || last.gap == Gap::Hyphen;
    let parted = || ends && lexer.lexemes.iter().skip(2).any(|lexeme| lexeme.gap >= Gap::Comma);
    if other && !parted() {
        return;
    }
    let mut fields = Lexer::default();
    fields.read(city);
    let city_to = fields.lexemes.len();
    // Most lines do not end in their city or postcode.
    if city_to == 0 || end < city_to + 3 {
        return;
    }
    fields.read(state.unwrap_or_default());
    let state_to = fields.lexemes.len();
    fields.read(postal_code.unwrap_or_default());
    let width = fields.lexemes.len();
    let stands = |end: usize, from: usize, to: usize| {
        let same = |(word, field)| lexer.code(word) == fields.code(field);
        end >= to - from && lexer.lexemes[end + from - to..end].iter().zip(&fields.lexemes[from..to]).all(same)
    };
    if width > city_to && end > width + 1 && stands(end, 0, width) {
        lexer.lexemes.truncate(end - width);
        return;
    }
    // What a form fills in for the street: `500 Orchard Ln, Madison, WI, USA`.
    let mut end = end - country.map_or(0, |country| words_of_country(lexer, country));
    // `31204-1123`
    let detail = end > 2 && lexer.lexemes[end - 1].gap == Gap::Hyphen && lexer.lexemes[end - 1].len == 4;
    let code = end - usize::from(detail);
    if stands(code, state_to, width) {
        end = code - (width - state_to);
    }
    if stands(end, city_to, state_to) {
        end -= state_to - city_to;
    } else if let Some(comma) = (3..end).rev().find(|&at| lexer.lexemes[at].gap >= Gap::Comma) {
        let field = fields.place(city_to, state_to);
        let written = lexer.place(comma, end);
        let same = tables::regions(&written).iter().any(|id| tables::regions(&field).contains(id));
        end = if same { comma } else { end };
    }
    let Some(city) = end.checked_sub(city_to).filter(|_| stands(end, 0, city_to)) else { return };
    // `8 Rue des Tanneurs, 69007 Lyon`
    let from = if stands(city, state_to, width) { city - (width - state_to) } else { city };
    if from > 1 && lexer.lexemes.get(from).is_some_and(|first| first.gap >= Gap::Comma) {
        lexer.lexemes.truncate(from);
    }
}

/// The words of the name of a country at the end of a line.
fn words_of_country(lexer: &Lexer, country: Country) -> usize {
    let end = lexer.lexemes.len();
    let named = |words: &usize| {
        let key = lexer.place(end - words, end);
        key.as_ref() == country.code().to_ascii_lowercase().as_bytes()
            || tables::country(&key).and_then(Country::new) == Some(country)
    };
    (1..=2.min(end)).find(named).unwrap_or(0)
}

impl Ends {
    /// `MACON, GA`, `MACON, GEORGIA`, `MACON 31204` in the field of the city; where that of the state is empty, the state is read there.
    /// Returns where the city ends.
    pub(super) fn drop_place_of_city(&mut self, from: usize, to: usize) -> usize {
        let mut end = to;
        let lexer = &self.lexer;
        if end > from + 1 && lexer.lexemes[end - 1].is(DIGITS) {
            end -= usize::from(lexer.bytes(&lexer.lexemes[end - 1]) == self.postcode.as_bytes());
        }
        if end > from + 1 {
            let comma = (from + 1..end).rev().find(|&at| lexer.lexemes[at].gap >= Gap::Comma);
            let code = (lexer.lexemes[end - 1].raw_len == 2).then_some(end - 1);
            if let Some(region) = code.or(comma) {
                let ids = tables::regions(lexer.place(region, end));
                if self.region == 0 && to == lexer.lexemes.len() {
                    self.region = self.region_of_postcode(ids).unwrap_or(0);
                }
                end = if self.region != 0 && ids.contains(&self.region) { region } else { end };
            }
        }
        self.lexer.lexemes.drain(end..to);
        end
    }

    /// `Georgia (GA)`, `GA - Georgia`, `US-GA`: the code of a state beside its name or that of the country, in the lexemes from a place on.
    pub(super) fn region_beside_code(&self, from: usize) -> Option<u16> {
        let (first, last) = match self.lexer.lexemes.get(from..)? {
            [first, .., last] => (first, last),
            _ => return None,
        };
        let american = self.country.is_some_and(|country| matches!(country, Country::US | Country::CA));
        let found = [last, first].into_iter().filter(|at| american && at.raw_len == 2);
        found.map(|at| tables::regions(self.lexer.code(at))).find_map(|ids| self.choose_region(ids, true))
    }
}
