//! The words of a city at the end of a line: aliases and repetitions.

use super::lex::{ALIAS, Gap, Lexer};
use super::read::Lexemes;
use crate::tables::address::{self as tables, Word};
use smallvec::SmallVec;

/// Writes a city alias at the end as the city: `SSF` → South San Francisco. `closed` says that something stands behind
/// it that ends an address, without which `LA` is too short to be read so.
pub(super) fn expand_alias(words: &mut Lexemes, lexer: &Lexer, closed: bool) {
    for length in (1..=4.min(words.len())).rev() {
        let from = words.len() - length;
        let mut key: SmallVec<[u8; 48]> = SmallVec::new();
        for lexeme in &words[from..] {
            if !key.is_empty() {
                key.push(b' ');
            }
            key.extend_from_slice(lexer.text(lexeme).as_bytes());
        }
        let Some(city) = tables::city_alias(core::str::from_utf8(&key).unwrap_or("")) else { continue };
        if !closed && key.len() <= 2 {
            return;
        }
        let first_gap = words[from].gap;
        words.truncate(from);
        for (at, &word) in city.iter().enumerate() {
            let gap = if at == 0 { first_gap } else { Gap::Blank };
            let classes = tables::word(word).map_or(0, |word| word.classes & !(Word::PRIMARY | Word::UNIT));
            words.push(Lexer::table(word, gap, classes | ALIAS));
        }
        return;
    }
}

/// `HOUSTON, HOUSTON`: a city that stands there twice stands there once.
pub(super) fn drop_repeated_city(words: &mut Lexemes, lexer: &Lexer) {
    for length in 1..=3.min(words.len() / 2) {
        let second = words.len() - length;
        let first = second - length;
        let same = words[second].gap == Gap::Comma
            && (0..length).all(|at| {
                lexer.text(&words[first + at]) == lexer.text(&words[second + at]) && words[first + at].is_word()
            });
        if same && first > 0 {
            words.truncate(second);
            return;
        }
    }
}
