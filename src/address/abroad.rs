//! `CHICAGO IL 60654 US`: behind the digits of a postcode the code of the country can be a city as well, as Au is in Switzerland
//! and Us in France. Such a line is read in the countries of those postcodes only when an address of one of them stands beside it.

use super::countries::{FIVE, FOUR};
use super::lex::DIGITS;
use super::order;
use super::read::{Ends, line_in};
use super::{Address, Lexer, Reading, split};
use crate::Country;

/// Bytes of the longest line of which readings are put off.
const LONGEST: usize = u8::MAX as usize;

/// The readings that a line has in other countries, as a flag of its address: it is read in them when it is known that they matter.
/// 0 where there are none, or where they cannot be made again from the line that the address holds.
///
/// In the United States itself the line reads as it does here: the code is taken from its end, then come the same steps.
pub(super) fn put_off(ends: &Ends, raw: &str) -> u16 {
    let lexer = &ends.lexer;
    let [.., third, before, last] = lexer.lexemes.as_slice() else { return 0 };
    let named = ends.named_by == Some(lexer.lexemes.len()) && ends.country == Some(Country::US);
    if !named || lexer.code(last) != b"us" || !before.is(DIGITS) || lexer.bytes(third) == b"cedex" {
        return 0;
    }
    // The buffer begins with the line where folding was no more than writing it in small letters.
    let held = lexer.buffer.get(..raw.len()).is_some_and(|line| line.eq_ignore_ascii_case(raw.as_bytes()));
    if !held || raw.len() > LONGEST || lexer.cut || lexer.damaged {
        return 0;
    }
    match lexer.bytes(before).len() {
        4 => super::ABROAD_FOUR,
        5 => super::ABROAD_FIVE,
        _ => 0,
    }
}

impl Address {
    /// Whether the other side calls for readings that were put off.
    pub(super) fn is_called_abroad(&self, other: &Address) -> bool {
        self.flags & (super::ABROAD_FOUR | super::ABROAD_FIVE) != 0
            && (other.further().next().is_some() || other.country.is_some_and(|country| country != Country::US))
    }

    /// The address with those of the readings that were put off that count beside the other side.
    #[cold]
    pub(super) fn called_abroad(&self, other: &Address) -> Address {
        let mut address = self.clone();
        let countries = || core::iter::once(other).chain(other.further()).filter_map(|other| other.country);
        address.read_abroad(|country| countries().any(|called| called == country));
        address
    }

    /// Reads the line in the countries that are wanted.
    pub(super) fn read_abroad(&mut self, wanted: impl Fn(Country) -> bool) {
        let codes: &[&str] = match self.flags & (super::ABROAD_FOUR | super::ABROAD_FIVE) {
            super::ABROAD_FOUR => &FOUR,
            super::ABROAD_FIVE => &FIVE,
            _ => return,
        };
        self.flags &= !(super::ABROAD_FOUR | super::ABROAD_FIVE);
        for country in codes.iter().filter_map(|code| Country::new(code)) {
            if country != Country::US && wanted(country) {
                let reading = self.line().and_then(|line| {
                    let mut lexer = Lexer::default();
                    lexer.read(line);
                    order::set_right(&mut lexer);
                    split::build(&mut line_in(lexer, country))
                });
                if let Some(mut reading) = reading {
                    reading.flags |= self.flags & super::CUT;
                    self.add_reading(Reading::In(country), Some(reading));
                }
            }
        }
    }

    /// The line as it was read.
    fn line(&self) -> Option<&str> {
        core::str::from_utf8(self.text.get(..usize::from(self.line_len))?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PostalAddress;

    #[test]
    fn a_line_is_read_abroad_where_the_other_side_lies_there() {
        let line = Address::parse("12 RUE DE LA GARE 95450 US", None).expect("an address");
        let abroad = |of: &Reading| matches!(of, Reading::In(_));
        assert!(line.flags & super::super::ABROAD_FIVE != 0);
        assert!(line.readings.as_ref().is_none_or(|readings| !readings.0.iter().any(|(of, _)| abroad(of))));
        let text = |text: &str| Some(text.to_owned());
        let mut parts = PostalAddress {
            line1: text("12 Rue de la Gare"),
            city: text("Us"),
            postal_code: text("95450"),
            country: text("FR"),
            ..PostalAddress::default()
        };
        let french = Address::from_parts(&parts).expect("an address");
        assert_eq!(line.parts_beside(&french).city.as_deref(), Some("us"));
        assert_eq!(line.compare(&french), french.compare(&line));
        assert!(line.compare(&french).score.get() > 90);
        parts.country = text("US");
        let american = Address::from_parts(&parts).expect("an address");
        assert!(!line.is_called_abroad(&american));
        // Of several addresses each may stand beside any.
        let several = "12 ELM ST RENO NV 89501 US; 9 OAK ST DOVER DE 19901 US";
        let several = Address::parse(several, None).expect("addresses");
        assert!(several.readings.is_some() && several.flags & super::super::ABROAD_FIVE == 0);
    }
}
