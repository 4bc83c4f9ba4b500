//! What stands before the house number and has a number of its own: a company, a trust and its date, an account.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED};
use crate::tables::address::{self as tables, Sense, Word};

/// Where the last word of a firm may stand whose name begins with a number. Behind more words that number is the one of a house in a
/// street without a type.
const LONGEST_FIRM: usize = 3;

/// Countries that write the type of a street first and its number behind the name.
const TYPE_FIRST: [&str; 10] = ["ES", "MX", "AR", "CL", "CO", "PE", "IT", "BR", "PT", "PL"];

impl Reader<'_> {
    /// `3 KINGS LLC 904 OAK LN`, `ODELL TRUST 2010 904 OAK LN`, `ACCT 4471 904 OAK LN`: the house number is the one that has a street
    /// behind it. Up to it all is a name.
    pub(super) fn front(&mut self) {
        if self.ends.area.len() < 4 {
            return;
        }
        self.repeated_street();
        let anywhere = || self.ends.country.is_none() && self.ends.region == 0 && self.ends.postcode.is_empty();
        if !self.country_is(&["US"]) && !anywhere() {
            return;
        }
        self.room_before_house();
        self.floor_before_house();
        self.unit_before_house();
        let Some(house) = self.account_end().or_else(|| self.firm_end()) else { return };
        self.street.name.extend_from_slice(&self.ends.area[..house]);
        self.ends.area.drain(..house);
        self.ends.area[0].gap = Gap::Blank;
    }

    /// `904 OAK LN 904 OAK LN`, `904 OAK LN 904 OAK LN APT 4`: the same line twice, perhaps with a unit in one of them.
    fn repeated_street(&mut self) {
        // A house number, a name and a type.
        const SHORTEST: usize = 3;
        let len = self.ends.area.len();
        let Some(house) = (0..len).find(|&at| self.is(at, DIGITS)).filter(|&house| house + 2 * SHORTEST <= len) else {
            return;
        };
        let again = (house + SHORTEST..len).find(|&at| self.is(at, DIGITS) && self.bytes(at) == self.bytes(house));
        let Some(again) = again else { return };
        let same = (0..again - house).take_while(|&at| self.bytes(house + at) == self.bytes(again + at)).count();
        let named = |at: usize| self.ends.area.get(at).is_some_and(|word| word.unit.is_some());
        let typed = || (SHORTEST - 1..same).any(|at| self.is(house + at, Word::PRIMARY | Word::SUFFIX));
        if same < SHORTEST {
            return;
        }
        if house + same == again {
            self.ends.area.drain(house..again);
            if house > 0 {
                self.ends.area[house].gap = Gap::Comma;
            }
        } else if typed() && named(house + same) && house + same + 2 == again {
            self.take(again, again + same);
        }
    }

    /// `JANE DOE CALLE TEJO 4`, `EDIFICIO SOL VIA ROMA 15`: who or what stands before a street, as far as its house number, where the
    /// type is its first word. `GRAN VIA 15` and `VILLA DEL CAMINO REAL 15` are streets.
    pub(super) fn name_before_type(&mut self, number: usize) {
        const SHORTEST_NAME: usize = 2;
        if !self.country_is(&TYPE_FIRST) {
            return;
        }
        let is_type = |&at: &usize| self.is(at, Word::BEFORE) || self.bytes(at) == b"avenue";
        let Some(at) = (0..number.min(self.ends.area.len())).find(is_type) else { return };
        // `VIA 20 SETTEMBRE 15`
        let named = at + 1 < number && self.ends.area[at + 1].is_word() || at + 2 < number;
        let plain = |word: &Lexeme| word.is_word() && !word.is(Word::PRIMARY);
        // `COL CENTRO CALLE TEJO 4`, `LOS PINOS CALLE TEJO 4`: streets of one name lie in several districts of a city.
        let district =
            self.is(0, Word::PARTICLE) || (0..at).any(|word| tables::has_sense(self.bytes(word), Sense::DISTRICT));
        if at >= SHORTEST_NAME
            && !district
            && named
            && !self.is(at - 1, Word::PARTICLE)
            && self.ends.area[..at].iter().all(plain)
        {
            self.street.name.extend(self.ends.area.drain(..at));
            self.ends.area[0].gap = Gap::Blank;
        }
    }

    /// Where the house number stands behind the number of an account, or behind the country.
    fn account_end(&self) -> Option<usize> {
        match self.bytes(0) {
            b"acct" | b"account" => {
                let mark = matches!(self.bytes(1), b"#" | b"no" | b"number");
                let number = 1 + usize::from(mark);
                (self.is_numeric(number) && self.begins_street(number + 1)).then_some(number + 1)
            }
            // `US 9 HUDSON RIVER RD` may be a route: none has a number as great as these.
            b"us" => {
                let route = self.is(1, DIGITS) && self.bytes(1).len() < 4;
                (!route && self.begins_street(1)).then_some(1)
            }
            _ => None,
        }
    }

    /// Where the house number stands behind the name of a company or a trust with a number in it or a date behind it.
    fn firm_end(&self) -> Option<usize> {
        let number = (0..self.ends.area.len()).find(|&at| self.is_numeric(at))?;
        // `904 OAK LN C/O 3 KINGS LLC 12 ELM ST` and `100 OAK ST TRUST 12 ELM ST` have their street before the firm; `12 ELM ST LLC` is
        // the name of one.
        let is_firm = |at: usize| tables::has_sense(self.bytes(at), Sense::FIRM);
        let company = self.is(2, Word::PRIMARY) && self.bytes(3) == b"llc";
        // `3 KINGS LANDSCAPING INC`, `24/7 LOCKSMITH LLC`
        let untyped = |at: &usize| {
            !self.is(*at, Word::BEFORE | Word::SUFFIX | Word::PRIMARY)
                && (!self.is_numeric(*at) || self.is_slashed(*at))
        };
        let short = || self.bytes(0).len() <= 2;
        // `12 MONTROSE PORTER TRUST` is the trust of a person, and a house before it.
        let company_of = |at: usize| tables::has_sense(self.bytes(at), Sense::FORM);
        let named = || is_firm(2) && untyped(&1) || short() && (1..=LONGEST_FIRM).take_while(untyped).any(company_of);
        let numbered = is_firm(number + 1) || number == 0 && (named() || company);
        // The date of a trust tells of it alone.
        let firm = |at: usize| is_firm(at - 1) && (at - 1 < number || numbered) || self.is_date(at);
        let begins = |at: usize| self.is_numeric(at) || self.is_dated(at);
        (1..self.ends.area.len() - 2).rev().filter(|&at| begins(at) && firm(at)).find_map(|at| {
            let house = self.date_end(at);
            (number < house && self.begins_street(house)).then_some(house)
        })
    }

    /// Whether a word stands at a place that is followed by the date of a trust.
    fn is_dated(&self, at: usize) -> bool {
        tables::has_sense(self.bytes(at), Sense::DATE)
    }

    /// Where the date of a trust ends that may begin at a place: `DTD 01/02/2010`, `DTD 1 2 2010`, `DATED MARCH 2 2010`, `01022010`,
    /// `2010`.
    fn date_end(&self, at: usize) -> usize {
        let dated = self.is_dated(at);
        let from = at + usize::from(dated);
        let year = |at: usize| self.is(at, DIGITS) && matches!(self.bytes(at), [b'1', b'9', _, _] | [b'2', b'0', _, _]);
        let day = |at: usize| self.is(at, DIGITS) && self.bytes(at).len() <= 2;
        let month = |at: usize| day(at) || self.ends.area.get(at).is_some_and(Lexeme::is_word);
        let glued = || self.is(from, DIGITS) && is_date_without_marks(self.bytes(from), dated);
        let to = if self.is_date(from) || dated && month(from) && day(from + 1) && year(from + 2) {
            from + 3
        } else if year(from) || glued() {
            from + 1
        } else {
            return from;
        };
        // Without a number behind it the year is the number of the house, and so it is in a row of them: `1935-37 CHESTNUT ST`.
        let parted = self.ends.area.get(to).is_some_and(|next| matches!(next.gap, Gap::Hyphen | Gap::Slash));
        if self.is_numeric(to) && !parted { to } else { from }
    }

    /// Whether a date in three numbers begins at a place.
    fn is_date(&self, at: usize) -> bool {
        let parted = |at: usize| {
            self.is(at, DIGITS)
                && self.ends.area.get(at).is_some_and(|next| matches!(next.gap, Gap::Slash | Gap::Hyphen))
        };
        self.is(at, DIGITS) && parted(at + 1) && parted(at + 2)
    }

    /// Whether a number stands at a place behind a slash.
    fn is_slashed(&self, at: usize) -> bool {
        self.is(at, DIGITS) && self.ends.area[at].gap == Gap::Slash
    }

    /// Whether a house number stands at a place, and behind it a name and the type of a street.
    pub(super) fn begins_street(&self, at: usize) -> bool {
        let row = self.is(at + 1, DIGITS) && self.ends.area[at + 1].gap == Gap::Hyphen;
        let at = at + usize::from(row);
        let typed = || (at + 2..self.ends.area.len()).any(|later| self.is(later, Word::PRIMARY));
        let name = |word: &Lexeme| word.gap == Gap::Blank && !word.is(MIXED | Word::PRIMARY);
        self.is(at, DIGITS)
            && !self.is(at, Word::ORDINAL)
            && self.ends.area.get(at + 1).is_some_and(|next| name(next) && (next.is_word() || next.is(Word::ORDINAL)))
            && typed()
    }
}

/// `01022010`, and behind the word for a date `010210` too: month, day and year.
fn is_date_without_marks(digits: &[u8], dated: bool) -> bool {
    let within = |digits: &[u8], least: &[u8], most: &[u8]| (least..=most).contains(&digits);
    let (Some(month), Some(day), Some(year)) = (digits.get(..2), digits.get(2..4), digits.get(4..)) else {
        return false;
    };
    let year = match year.len() {
        2 => dated,
        4 => year.starts_with(b"19") || year.starts_with(b"20"),
        _ => false,
    };
    year && within(month, b"01", b"12") && within(day, b"01", b"31")
}
