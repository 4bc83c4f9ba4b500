//! Words that only their neighbours explain: ordinals of two words, Saint and Street.

use super::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::tables::address::{self as tables, CityFit, Role, Word};
use smallvec::SmallVec;

impl Lexer {
    /// `Forty-Second` → 42.
    pub(super) fn join_ordinals(&mut self, first: usize) {
        let mut at = first;
        while at + 1 < self.lexemes.len() {
            let (ten, one) = (self.lexemes[at], self.lexemes[at + 1]);
            if ten.is(Word::TEN) && one.is(Word::ORDINAL) && one.gap <= Gap::Hyphen {
                let mut joined: SmallVec<[u8; 24]> = SmallVec::new();
                joined.extend_from_slice(self.bytes(&ten));
                if let Some(name) = ordinal_name(self.bytes(&one)) {
                    joined.extend_from_slice(name.as_bytes());
                    if let Some(word) = tables::word(&joined) {
                        self.becomes(at, word.standard, word.classes | DIGITS);
                        self.lexemes.remove(at + 1);
                    }
                }
            }
            at += 1;
        }
    }

    /// `PARKS ST` is not Park Street: a type before the type is a word of the name, and is spelled as it is written.
    pub(super) fn keep_plurals(&mut self, first: usize) {
        for at in first..self.lexemes.len().saturating_sub(1) {
            let (word, next) = (self.lexemes[at], self.lexemes[at + 1]);
            let written = usize::from(word.raw)..usize::from(word.raw) + usize::from(word.raw_len);
            let plural = word.is(Word::SUFFIX)
                && next.is(Word::PRIMARY)
                && next.gap < Gap::Comma
                && self.buffer[written.clone()].strip_suffix(b"s") == Some(self.bytes(&word));
            if plural {
                self.lexemes[at] = Lexeme::plain(written.start, written.end, word.gap, 0);
            }
        }
    }

    /// `ST` before a name is Saint, behind one it is Street; `STE` before a name is Sainte, before a number Suite.
    pub(super) fn resolve_saints(&mut self, first: usize) {
        for at in first..self.lexemes.len() {
            let lexeme = self.lexemes[at];
            if !lexeme.short_saint {
                continue;
            }
            let is_st = lexeme.is(Word::SUFFIX);
            let is_ste = !is_st;
            let Some(next) = self.lexemes.get(at + 1) else { continue };
            if !next.is_word() || next.gap >= Gap::Comma || self.bytes(next).len() < 3 {
                continue;
            }
            let names = !next.is(Word::PRIMARY | Word::DIRECTIONAL | Word::UNIT) && !next.may(Role::NUMBER);
            let free = at == first || lexeme.gap == Gap::Comma || {
                let before = self.lexemes[at - 1];
                let number_first = before.is(DIGITS | MIXED) && !before.is(Word::ORDINAL) && at == first + 1;
                let unit_before = at >= first + 2 && before.is(DIGITS | MIXED) && self.lexemes[at - 2].is(Word::UNIT);
                // `93200 ST DENIS`, `9000 ST GALLEN`: behind a postcode stands its city.
                let postcode_before =
                    at >= first + 2 && before.is(DIGITS) && !before.is(Word::ORDINAL) && self.bytes(&before).len() >= 4;
                number_first
                    || unit_before
                    || postcode_before
                    || before.is(Word::DIRECTIONAL | Word::BEFORE | Word::PARTICLE)
                    // `LARCH ST ST PAUL`; but `1 COURT ST` is a street named Court.
                    || before.is(Word::PRIMARY) && (at >= first + 3 || at == first + 2 && self.lexemes[first].is_word())
            };
            let free = free && !self.is_named_by_type(first, at);
            // `9135 WEST ST BOLTON`: where no other type follows, a street is called West.
            // So it is where another directional stands before it: `33 S EAST ST INDIANAPOLIS`.
            let direction = at >= first + 2
                && self.lexemes[at - 1].is(Word::DIRECTIONAL)
                && (self.lexemes[at - 2].is(DIGITS) && are_of_owner(&self.lexemes[first..at - 2])
                    || self.lexemes[at - 2].is(Word::DIRECTIONAL));
            // `12 NORTH ST GRAND RAPIDS MI`, `44 WEST ST GLEN COVE NY`: words of cities are no types behind a direction that is
            // spelled out.
            let spelled = at > first && self.lexemes[at - 1].is(Word::DIRECTIONAL) && self.lexemes[at - 1].raw_len > 2;
            let direction = direction || spelled && self.is_behind_house(first, at);
            let behind = &self.lexemes[at + 1..self.lexemes.len() - usize::from(self.ends_in_own_state(at + 1))];
            let typed = if spelled {
                let goes_on = |next: &Lexeme| next.gap >= Gap::Comma || next.is_word() && next.raw_len > 2;
                let ends = |at: usize| behind.get(at + 1).is_none_or(goes_on);
                (0..behind.len()).any(|at| behind[at].is(Word::PRIMARY) && ends(at))
            } else {
                behind.iter().any(|later| later.is(Word::SUFFIX | Word::BEFORE | Word::AFTER))
            };
            if names && (free && is_st && (typed || !direction) || is_ste) {
                self.becomes(at, "saint", Word::SAINT);
            }
        }
    }
}

impl Lexer {
    /// `44 SOUTH ST HARTFORD CT`: whether the words from a place on are a city and its state, which is written like a street type.
    fn ends_in_own_state(&self, from: usize) -> bool {
        let [city @ .., last] = self.lexemes.get(from..).unwrap_or_default() else { return false };
        let code = self.code(last);
        if city.is_empty() || last.raw_len != 2 || !last.is(Word::PRIMARY) {
            return false;
        }
        let state = code.first_chunk().copied().and_then(tables::us_state);
        state.is_some_and(|state| tables::city_fit(self.city_hash(city), None, state) != CityFit::Unknown)
    }

    /// `APT 12 66 WHARF ST RENO`: what stands between the house number, wherever that is, and `ST` is the name of the street, also
    /// where it is a type elsewhere. `10 W 7 ST ST PAUL` has its type before the city.
    fn is_named_by_type(&self, first: usize, at: usize) -> bool {
        let end = |word: &Lexeme| {
            matches!(self.bytes(word), b"street" | b"avenue" | b"road" | b"boulevard" | b"drive" | b"lane")
        };
        at >= first + 3
            && self.lexemes[at - 1].is(Word::PRIMARY)
            && !end(&self.lexemes[at - 1])
            && self.is_behind_house(first, at)
    }

    /// Whether the word before a place stands right behind a house number, before which a unit may stand.
    fn is_behind_house(&self, first: usize, at: usize) -> bool {
        let number = |at: usize| self.lexemes[at].is(DIGITS | MIXED) && !self.lexemes[at].is(Word::ORDINAL);
        if at < first + 2 || !number(at - 2) {
            return false;
        }
        // A number before it is that of a unit, which its designator begins.
        at == first + 2
            || self.lexemes[at - 2].gap >= Gap::Comma
            // `742 S 1300 EAST ST` is no house 1300.
            || !number(at - 3) && !self.lexemes[at - 3].is(Word::DIRECTIONAL)
            || at >= first + 4 && self.lexemes[at - 4].is(Word::UNIT)
    }
}

/// `JANE Q DOE 200 W ST`, `JANE DOE BOX 63`: whether the words before the house number, the street or the box of a line are those
/// of an owner, or none at all. One word is no owner, nor is what belongs to a street, a building, a unit or a route.
pub(in crate::address) fn are_of_owner(words: &[Lexeme]) -> bool {
    let of_place = Word::PRIMARY | Word::BEFORE | Word::UNIT;
    words.len() != 1
        && words.iter().enumerate().all(|(at, word)| {
            // `JOHN S DOE`: an initial may be a direction, or begin a route.
            let initial = at > 0 && at + 1 < words.len() && word.raw_len == 1;
            // `ANN WEST`
            let surname = at > 0 && word.raw_len > 2;
            word.is_word()
                && (initial || surname || !word.is(Word::DIRECTIONAL))
                && (initial || !word.may(Role::BOX | Role::ROUTE | Role::BUILDING))
                && !word.is(of_place)
                && word.unit.is_none()
        })
}

/// The ordinal word of one digit.
fn ordinal_name(digit: &[u8]) -> Option<&'static str> {
    let names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
    let [digit @ b'1'..=b'9'] = digit else { return None };
    names.get(usize::from(digit - b'1')).copied()
}
