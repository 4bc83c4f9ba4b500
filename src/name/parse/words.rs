//! One word of the text → a word of the name.

use super::Item;
use super::hebrew::is_told_by_consonants;
use super::party::Builder;
use super::script::Script;
use super::tokens::Token;
use crate::name::named::NUMBER_WORDS;
use crate::name::word::{
    self, ABJAD, ALIAS, FILLS, HYPHEN, INITIAL, LAST, ORIGIN, SCRIPT, UMLAUT, abbreviated, fills_field,
};
use crate::tables::name as tables;

/// Numbers of the meanings of number words start here, above those of business words.
pub(super) const NUMBERS: u16 = 20_000;

impl Builder<'_> {
    /// What the tables say about the word after one, particles left out: `MA DEL CARMEN`.
    pub(super) fn next_entry(&self, index: u8) -> Option<tables::Entry> {
        self.items[usize::from(index) + 1..]
            .iter()
            .find(|item| item.is_word() && !item.entry.is(tables::PARTICLE))
            .map(|item| item.entry)
    }

    /// `MA DE LA CRUZ`, `MA DELOS SANTOS`: a Spanish particle and a name follow.
    fn before_spanish_particle(&self, index: u8) -> bool {
        let mut rest = self.items[usize::from(index) + 1..].iter().take_while(|item| item.is_word());
        let particle = rest
            .next()
            .is_some_and(|item| matches!(self.tokens.word(item.token), b"de" | b"del" | b"dela" | b"delos" | b"delas"));
        particle && rest.next().is_some()
    }

    /// `MA GPE`: what is short for Guadalupe follows.
    fn before_guadalupe(&self, index: u8) -> bool {
        self.items.get(usize::from(index) + 1).is_some_and(|next| self.tokens.word(next.token) == b"gpe")
    }

    /// `JOSE MA AZNAR`, `ROSA MA SOTO`: behind what many are called before María, and before a surname that is none of China.
    fn is_behind_spanish_given(&self, index: u8) -> bool {
        let at = usize::from(index);
        let before = at.checked_sub(1).map_or(&b""[..], |before| self.tokens.word(self.items[before].token));
        let surname = |next: &Item| next.is_word() && !next.entry.pinyin && next.entry.surname > next.entry.given;
        matches!(before, b"jose" | b"rosa" | b"ana" | b"luz" | b"eva" | b"jesus" | b"angel" | b"juan")
            && self.items.get(at + 1).is_some_and(surname)
    }

    /// Appends a word to the name.
    pub(super) fn push(&mut self, index: u8, flags: u16) {
        let item = self.item(index);
        let Token::Word { flags: written, dotted, .. } = item.token else { return };
        let text = self.word(index);
        let spanish =
            self.before_spanish_particle(index) || self.before_guadalupe(index) || self.is_behind_spanish_given(index);
        let entry = match abbreviated(text, dotted, spanish, self.next_entry(index)) {
            Some(long) => tables::word(long),
            None => item.entry,
        };
        let mut flags = flags | (written & (HYPHEN | UMLAUT));
        if self.script.is_some() {
            flags |= SCRIPT;
        }
        let original = self.beside.original.as_deref().unwrap_or("");
        if self.script == Some(Script::Abjad) && is_told_by_consonants(original, text) {
            flags |= ABJAD;
        }
        if self.items.iter().rposition(Item::is_word) == Some(usize::from(index)) {
            flags |= LAST;
            if fills_field(self.tokens.width()) {
                flags |= FILLS;
            }
        }
        let mut word = word::word_of(entry, text, flags);
        if flags & ALIAS != 0 {
            word.flags &= !INITIAL;
        }
        if let Some(number) = number(item.entry, text) {
            word.meaning = NUMBERS + number;
        }
        word.start = self.name.text.len() as u16;
        self.name.text.extend_from_slice(text);
        let links = &mut self.name.links;
        let first = links.end();
        entry.links().iter().for_each(|&link| links.push(link));
        self.aliases.links(text).iter().for_each(|&link| links.push_wide(link));
        word.kin = links.kin_from(first);
        if !self.origins.is_empty() && self.origins.len() == self.items.iter().filter(|item| item.is_word()).count() {
            let place = self.items[..usize::from(index)].iter().filter(|item| item.is_word()).count();
            self.name.links.push_wide(ORIGIN | self.origins[place] << 2);
        }
        (word.first_link, word.links) = (first, self.name.links.count_from(first));
        self.name.words.push(word);
    }
}

/// The number that a word says: digits, number words, ordinals.
pub(super) fn number(entry: tables::Entry, word: &[u8]) -> Option<u16> {
    if entry.named {
        if let Some((_, number)) = NUMBER_WORDS.iter().find(|(name, _)| name.as_bytes() == word) {
            return Some(*number);
        }
    }
    // 6TH, 42ND
    let ordinal = word.len() > 2 && [b"th", b"nd", b"st", b"rd"].iter().any(|ending| word.ends_with(*ending));
    let word = if ordinal { &word[..word.len() - 2] } else { word };
    if !word.is_empty() && word.len() <= 4 && word.iter().all(u8::is_ascii_digit) {
        return Some(word.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')));
    }
    None
}
