//! Roads that are called by letters: `COUNTY ROAD K`, `STATE HIGHWAY KK`. As with numbered routes, another letter is another road.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, ROUTE};
use crate::tables::address::{self as tables, CityFit, Word};

impl Reader<'_> {
    /// A road that is called by one letter or two, right behind the house number. Kind and letters become words of the street.
    pub(super) fn lettered_route(&mut self) {
        // Before it may stand an owner.
        let Some(house) = (0..self.ends.area.len()).find(|&at| self.is_numeric(at)).filter(|&house| house != 1) else {
            return;
        };
        let kind = house + 1;
        // `CO LINE RD`: County Line Road.
        let line = self.bytes(kind + 1) == b"line" && self.is(kind + 2, Word::PRIMARY);
        if line && matches!(self.bytes(kind), b"co" | b"cnty" | b"cty") {
            let gap = self.ends.area[kind].gap;
            self.ends.area[kind] = self.ends.lexer.written("county", gap, Word::NOISE);
            return;
        }
        // `W COUNTY ROAD MM`
        let first = kind + usize::from(self.is(kind, Word::DIRECTIONAL));
        let own_state = |at: usize| self.bytes(at).len() == 2 && tables::region_of("US", self.bytes(at)).is_some();
        let (written, width) = match (self.bytes(first), self.bytes(first + 1)) {
            (b"county" | b"co" | b"cnty" | b"cty", b"road" | b"route" | b"highway" | b"trunk") => ("cr", 2),
            (b"cth" | b"cr", _) => ("cr", 1),
            (b"state" | b"street", b"route" | b"road" | b"highway") => ("sr", 2),
            (_, b"highway" | b"route") if own_state(first) => ("sr", 2),
            (b"highway", _) => ("highway", 1),
            (b"route", _) => ("route", 1),
            _ => return,
        };
        let at = first + width;
        // `STATE HWY M-37`: the letter of the state.
        let own = self.is(at + 1, DIGITS) && self.ends.area[at + 1].gap == Gap::Hyphen;
        if own && matches!(self.bytes(at), [letter] if self.letter_of_state().contains(letter)) {
            return;
        }
        // Without its letter neither `CR` nor `COUNTY HIGHWAY` is a road.
        if !self.is_letter_of_road(at, written == "cr" && self.bytes(first + 1) != b"road") {
            return;
        }
        let (gap, letters) = (self.ends.area[first].gap, self.ends.area[at]);
        self.ends.area.drain(first..at - 1);
        self.ends.area[first] = self.ends.lexer.written(written, gap, ROUTE | Word::SUFFIX);
        self.ends.area[first + 1] = Lexeme::plain(
            usize::from(letters.raw),
            usize::from(letters.raw) + usize::from(letters.raw_len),
            Gap::Blank,
            DIGITS | ROUTE,
        );
    }

    /// Whether the word at a place is the letters of a road, and not the beginning of a city or a directional.
    fn is_letter_of_road(&self, at: usize, certain: bool) -> bool {
        let Some(letters) = self.ends.area.get(at).filter(|word| word.is_word() && word.gap <= Gap::Hyphen) else {
            return false;
        };
        let last = self.ends.area.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma);
        match self.ends.lexer.code(letters) {
            [_] if letters.is(Word::DIRECTIONAL) => {
                let region = tables::region_code(self.state());
                let lettered = region.is_some_and(|(country, state)| country == "US" && LETTERED.contains(&state));
                (certain || lettered) && (last || !self.begins_city(at))
            }
            [letter] => letter.is_ascii_alphabetic(),
            [one, other] if one == other => true,
            // `CV`; but `LA CROSSE`, `ST PAUL`.
            b"st" | b"mt" | b"ft" | b"pt" | b"lk" => false,
            [_, _] => letters.classes & !(Word::SUFFIX | Word::PRIMARY) == 0 && letters.unit.is_none(),
            _ => false,
        }
    }

    /// The state that the line names, or that its ZIP code lies in; 0 for none.
    pub(super) fn state(&self) -> u16 {
        let prefix = self.ends.postcode.zip_prefix();
        if self.ends.region == 0 { prefix.and_then(tables::zip_region).unwrap_or(0) } else { self.ends.region }
    }

    /// Whether the words from a place on are a city, with the word at that place.
    pub(super) fn begins_city(&self, at: usize) -> bool {
        if self.ends.city.is_some() {
            return false;
        }
        let words = || self.ends.area.get(at..).unwrap_or_default();
        self.city_fit(at) != CityFit::Unknown || tables::is_directional_city(self.ends.lexer.key_of(words()).as_ref())
    }

    /// How the words from a place on fit the place of the line as the name of its city.
    pub(super) fn city_fit(&self, at: usize) -> CityFit {
        let words = self.ends.area.get(at..).unwrap_or_default();
        tables::city_fit(self.ends.lexer.city_hash(words), self.ends.postcode.zip_prefix(), self.state())
    }
}

/// States with roads that are called by letters, also by those of directions. Elsewhere such a letter behind a road is a direction.
const LETTERED: [&str; 7] = ["wi", "mo", "ks", "ne", "co", "oh", "mi"];
