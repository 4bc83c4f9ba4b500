//! Hyphens of house numbers that were lost on the way: in Puerto Rico, Queens, Hawaii, Canada and India.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme};
use crate::tables::address::Word;

impl Reader<'_> {
    /// `118 15 CALLE 73`: in Puerto Rico the numbers of a block and of its house, where the hyphen between them was lost.
    pub(super) fn block_and_house(&mut self) {
        if !self.is_puerto_rico() {
            return;
        }
        let short = |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL) && self.bytes(at).len() <= 3;
        let unit = |at: usize| self.ends.area[at].unit.is_some() || matches!(self.bytes(at), b"#" | b"km" | b"box");
        let block = (0..self.ends.area.len()).find(|&at| {
            short(at)
                && !matches!(self.ends.area[at].gap, Gap::Hyphen | Gap::Slash)
                && short(at + 1)
                && self.ends.area[at + 1].gap == Gap::Blank
                && self.is(at + 2, Word::BEFORE)
                && self.ends.area[at + 2].gap < Gap::Comma
                && !at.checked_sub(1).is_some_and(|before| unit(before) || self.is(before, Word::BEFORE))
        });
        if let Some(block) = block {
            self.ends.area[block + 1].gap = Gap::Hyphen;
        }
    }

    /// `12 3 45 HIMAYATNAGAR`: in India the ward, the block and the house are one number, of which the hyphens were lost.
    pub(super) fn parts_of_house(&mut self) {
        if !self.country_is(&["IN"]) {
            return;
        }
        let part = |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL) && self.bytes(at).len() <= 4;
        let flat = |at: usize| at > 0 && self.ends.area[at - 1].unit.is_some();
        let first = (0..self.ends.area.len()).find(|&at| part(at) && !flat(at)).unwrap_or(0);
        let parts = (first..self.ends.area.len())
            .take_while(|&at| part(at) && (at == first || self.ends.area[at].gap == Gap::Blank))
            .count();
        if parts > 2 && self.ends.area.get(first + parts).is_some_and(Lexeme::is_word) {
            self.ends.area[first + 1..first + parts].iter_mut().for_each(|part| part.gap = Gap::Hyphen);
        }
    }

    /// `37 52 80TH ST JACKSON HEIGHTS NY 11372`: in Queens the two halves of a house number have a hyphen.
    pub(super) fn hyphen_of_queens(&mut self) {
        let short =
            |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL) && (2..=3).contains(&self.bytes(at).len());
        let street = self.is(2, DIGITS) && self.ends.area.get(3).is_some_and(|word| word.is(Word::PRIMARY));
        let queens = |prefix: u16| (110..=116).contains(&prefix);
        // `88 10 WHITNEY AVE`: behind them a street that has a name. In Brooklyn and on Long Island it may be another number.
        let named = self.bytes(1).len() == 2
            && self.ends.area.get(2).is_some_and(|word| word.is_word() && !word.is(Word::PRIMARY) && word.raw_len > 2)
            && (3..self.ends.area.len()).any(|at| self.is(at, Word::PRIMARY));
        let named_in = |prefix: u16| queens(prefix) && prefix != 112 && prefix != 115;
        let prefix = self.ends.postcode.zip_prefix();
        if short(0)
            && short(1)
            && self.ends.area[1].gap == Gap::Blank
            && (street && prefix.is_some_and(queens) || named && prefix.is_some_and(named_in))
        {
            self.ends.area[1].gap = Gap::Hyphen;
        }
        // `59 232 KE NUI RD HALEIWA HI 96712`: so it is on Oahu.
        let hawaii = self.bytes(0).len() == 2
            && self.is(0, DIGITS)
            && self.is(1, DIGITS)
            && !self.is(1, Word::ORDINAL)
            && self.bytes(1).len() > 1
            && self.ends.area[1].gap == Gap::Blank
            && self.ends.area.get(2).is_some_and(|word| word.is_word() && !word.is(Word::PRIMARY));
        if hawaii && self.ends.postcode.zip_prefix().is_some_and(|prefix| prefix == 967 || prefix == 968) {
            self.ends.area[1].gap = Gap::Hyphen;
        }
    }

    /// `1205 - 88 HARBOUR SQ`, `1205 88 HARBOUR SQ`: in Canada the flat and the house, the hyphen between which was lost or has blanks.
    /// `88 45 AVE` is a street that is called by a number.
    pub(super) fn hyphen_of_canada(&mut self) {
        let number = |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL);
        let street = self.ends.area.get(2).is_some_and(|word| {
            word.is_word() && word.raw_len > 2 && !word.is(Word::PRIMARY | Word::DIRECTIONAL) && word.gap == Gap::Blank
        });
        // `45 1000 ISLANDS PKWY`
        let counted = matches!(self.bytes(2), b"islands" | b"island" | b"mile" | b"acres");
        let typed = || !counted && (3..self.ends.area.len()).any(|at| self.is(at, Word::PRIMARY));
        let parted = |gap: Gap| gap == Gap::Blank || gap == Gap::Comma;
        if self.country_is(&["CA"]) && number(0) && number(1) && street && parted(self.ends.area[1].gap) && typed() {
            self.ends.area[1].gap = Gap::Hyphen;
        }
    }
}
