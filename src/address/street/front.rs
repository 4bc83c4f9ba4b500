//! What stands before the house number and has a number of its own: a company, a trust and its date, an account.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED};
use crate::tables::address::Word;

/// Words with which the name of a company or a trust ends.
const FIRMS: [&[u8]; 24] = [
    b"llc",
    b"inc",
    b"corp",
    b"ltd",
    b"llp",
    b"pllc",
    b"trust",
    b"mgmt",
    b"management",
    b"properties",
    b"holdings",
    b"assn",
    b"hoa",
    b"enterprises",
    b"investments",
    b"partners",
    b"associates",
    b"foundation",
    b"ventures",
    b"rentals",
    b"realty",
    b"group",
    b"services",
    b"company",
];

impl Reader<'_> {
    /// `3 KINGS LLC 904 OAK LN`, `ODELL TRUST 2010 904 OAK LN`, `ACCT 4471 904 OAK LN`: the house number is the one that has a street
    /// behind it. Up to it all is a name.
    pub(super) fn front(&mut self) {
        if !self.country_is(&["US"]) || self.ends.area.len() < 4 {
            return;
        }
        let Some(house) = self.account_end().or_else(|| self.firm_end()) else { return };
        self.street.name.extend_from_slice(&self.ends.area[..house]);
        self.ends.area.drain(..house);
        self.ends.area[0].gap = Gap::Blank;
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
        let is_firm = |at: usize| FIRMS.contains(&self.bytes(at));
        let company = self.is(2, Word::PRIMARY) && self.bytes(3) == b"llc";
        let numbered = is_firm(number + 1) || number == 0 && (is_firm(2) && !self.is(1, Word::PRIMARY) || company);
        let firm = |at: usize| is_firm(at) && (at < number || numbered);
        let begins = |at: usize| self.is_numeric(at) || self.is_dated(at);
        (1..self.ends.area.len() - 2).rev().filter(|&at| begins(at) && firm(at - 1)).find_map(|at| {
            let house = self.date_end(at);
            (number < house && self.begins_street(house)).then_some(house)
        })
    }

    /// Whether a word stands at a place that is followed by the date of a trust.
    fn is_dated(&self, at: usize) -> bool {
        matches!(self.bytes(at), b"dtd" | b"dated" | b"uad" | b"ua")
    }

    /// Where the date of a trust ends that may begin at a place: `DTD 01/02/2010`, `2010`.
    fn date_end(&self, at: usize) -> usize {
        let from = at + usize::from(self.is_dated(at));
        let year = |at: usize| self.is(at, DIGITS) && matches!(self.bytes(at), [b'1', b'9', _, _] | [b'2', b'0', _, _]);
        let parted = |at: usize| {
            self.is(at, DIGITS)
                && self.ends.area.get(at).is_some_and(|next| matches!(next.gap, Gap::Slash | Gap::Hyphen))
        };
        let to = if self.is(from, DIGITS) && parted(from + 1) && parted(from + 2) {
            from + 3
        } else if year(from) {
            from + 1
        } else {
            return from;
        };
        // Without a number behind it the year is the number of the house, and so it is in a row of them: `1935-37 CHESTNUT ST`.
        let parted = self.ends.area.get(to).is_some_and(|next| next.gap != Gap::Blank);
        if self.is_numeric(to) && !parted { to } else { from }
    }

    /// Whether a house number stands at a place, and behind it a name and the type of a street.
    fn begins_street(&self, at: usize) -> bool {
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
