//! A mark before a number that a road may be called by, or a unit.

use crate::address::lex::{DIGITS, Lexeme, Lexer};

impl Lexer {
    /// `12345 COUNTY RD # 105`, `880 STATE HIGHWAY # 212`: the same text with the number behind the mark as a unit. It is read as the
    /// number of the road; a road may be called County Road as well, and where the parts are given apart the number is a unit.
    pub(in crate::address) fn with_unit_for_mark(&self) -> Option<Lexer> {
        let is = |at: usize, words: &[&[u8]]| words.contains(&self.bytes(&self.lexemes[at]));
        let last = self.lexemes.len().checked_sub(1)?;
        let mark = (3..last).find(|&at| {
            is(at, &[b"#"])
                && self.lexemes[at + 1].is(DIGITS)
                && is(at - 1, &[b"road", b"highway", b"route"])
                && is(at - 2, &[b"county", b"co", b"cnty", b"cty", b"state"])
                && self.lexemes[..at - 2].iter().any(|before| before.is(DIGITS))
        })?;
        let mut lexer = self.clone();
        lexer.read("unit");
        let unit = lexer.lexemes.pop()?;
        lexer.lexemes[mark] = Lexeme { gap: self.lexemes[mark].gap, ..unit };
        Some(lexer)
    }
}
