//! Postcodes: their shapes by country, at the end of a line or before its city.

mod detail;

use super::lex::{DIGITS, Gap, Lexer, MIXED};
use crate::Country;
use crate::tables::address as tables;
use smallvec::SmallVec;

pub(super) use detail::Detail;

/// A postcode as it compares: letters and digits without blanks, and the ZIP+4 detail apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Postcode {
    text: [u8; 10],
    len: u8,
    /// The four digits of ZIP+4.
    pub(super) detail: Option<Detail>,
}

impl Postcode {
    pub(super) fn new(text: &[u8]) -> Option<Postcode> {
        let mut code = Postcode::default();
        if text.is_empty() || text.len() > code.text.len() {
            return None;
        }
        code.text[..text.len()].copy_from_slice(text);
        code.len = text.len() as u8;
        Some(code)
    }

    /// The five digits of a ZIP code.
    pub(super) fn zip(digits: &[u8; 5]) -> Postcode {
        let mut code = Postcode { len: 5, ..Postcode::default() };
        code.text[..5].copy_from_slice(digits);
        code
    }

    /// The letters and digits, lower case; empty when there is no postcode.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.text[..usize::from(self.len)]
    }

    /// The letters and digits as one number, the first one lowest; two codes are the same where it and the lengths are.
    pub(super) fn packed(&self) -> u128 {
        let mut packed = [0; 16];
        packed[..self.text.len()].copy_from_slice(&self.text);
        u128::from_le_bytes(packed)
    }

    /// The same of a code of eight characters at most, and how many they are.
    #[inline]
    pub(super) fn few(&self) -> Option<(u64, usize)> {
        let [a, b, c, d, e, f, g, h, ..] = self.text;
        (self.len <= 8).then(|| (u64::from_le_bytes([a, b, c, d, e, f, g, h]), usize::from(self.len)))
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// A postcode that stands in a field of its own: any letters and digits; and the shape that the field ends in.
    pub(super) fn of_field(raw: &str, country: Option<Country>) -> (Option<Postcode>, Option<Shape>) {
        if raw.len() == 5 && raw.bytes().all(|byte| byte.is_ascii_digit()) {
            return (Postcode::new(raw.as_bytes()), Some(Shape::Five));
        }
        let mut lexer = Lexer::default();
        lexer.read(raw);
        let found = ending_at(&lexer, lexer.lexemes.len(), country);
        (Postcode::of_lexemes(&lexer, found, country), found.map(|found| found.shape))
    }

    fn of_lexemes(lexer: &Lexer, found: Option<Found>, country: Option<Country>) -> Option<Postcode> {
        let american = country == Some(Country::US);
        if let Some(found) = found.filter(|found| !american || found.shape != Shape::Four) {
            if found.from == 0 || found.from == 1 && lexer.bytes(&lexer.lexemes[0]).len() <= 2 {
                return Some(found.code);
            }
        }
        let mut bytes: SmallVec<[u8; 16]> = SmallVec::new();
        for lexeme in &lexer.lexemes {
            bytes.extend_from_slice(lexer.code(lexeme));
        }
        bytes.truncate(10);
        // 2910 is a ZIP that lost its leading zero in a spreadsheet.
        if american && matches!(bytes.len(), 3 | 4) && bytes.iter().all(u8::is_ascii_digit) {
            let zeros = 5 - bytes.len();
            bytes.insert_from_slice(0, &b"00"[..zeros]);
        }
        Postcode::new(&bytes)
    }

    /// The first three digits of a ZIP code.
    pub(super) fn zip_prefix(&self) -> Option<u16> {
        let [a, b, c, d, e, ..] = self.text;
        if self.len == 5 { zip_prefix(&[a, b, c, d, e]) } else { None }
    }
}

/// The number of the first three of some digits.
#[inline(always)]
pub(super) fn zip_prefix(digits: &[u8]) -> Option<u16> {
    let &[a, b, c, ..] = digits else { return None };
    let value = |digit: u8| u16::from(digit.wrapping_sub(b'0'));
    let whole = digits.iter().fold(true, |all, digit| all & digit.is_ascii_digit());
    whole.then(|| value(a) * 100 + value(b) * 10 + value(c))
}

/// The shape of a postcode that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `A1A 1A1`
    Canada,
    /// `SW10 4QP`
    Britain,
    /// `H91 K2T5`
    Ireland,
    /// `3522 KL`
    Netherlands,
    /// Five digits: US, MX and most of the continent of Europe.
    Five,
    /// Five digits and four: a ZIP+4.
    ZipFour,
    /// Six digits: IN, CN, SG, RU …
    Six,
    /// `164-0014`
    Japan,
    /// `13092-110`
    Brazil,
    /// `1000-205`
    Portugal,
    /// `00-950`
    Poland,
    /// `114 55`: SE, CZ, SK, GR
    FiveSplit,
    /// Four digits: AU, CH, AT, DK, NO, NZ, BE, ZA …
    Four,
    /// `C1425ABC`
    Argentina,
    /// A shape of a rarer country that is named.
    #[cfg_attr(not(feature = "regional-formats"), allow(dead_code, reason = "such shapes are not read without it"))]
    Rare,
}

impl Shape {
    /// The country that has this shape and no other.
    pub(super) fn country(self) -> Option<Country> {
        Country::new(match self {
            Shape::Canada => "CA",
            Shape::Britain => "GB",
            Shape::Ireland => "IE",
            Shape::Netherlands => "NL",
            Shape::ZipFour => "US",
            Shape::Japan => "JP",
            Shape::Brazil => "BR",
            Shape::Portugal => "PT",
            Shape::Poland => "PL",
            Shape::Argentina => "AR",
            _ => return None,
        })
    }

    /// Whether the shape cannot be mistaken for a house number.
    pub(super) fn is_certain(self) -> bool {
        !matches!(self, Shape::Four | Shape::Five | Shape::FiveSplit | Shape::Six | Shape::Poland)
    }
}

/// A postcode that ends before a place in the lexemes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) code: Postcode,
    pub(super) shape: Shape,
    /// Where it begins.
    pub(super) from: usize,
}

/// The pattern of a text: `d` for a digit, `l` for a letter; of its first twelve characters.
pub(super) struct Pattern {
    letters: [u8; 12],
    len: usize,
}

impl Pattern {
    pub(super) fn of(text: &[u8]) -> Pattern {
        let mut pattern = Pattern { letters: [b'l'; 12], len: text.len().min(12) };
        for (letter, byte) in pattern.letters.iter_mut().zip(text) {
            if byte.is_ascii_digit() {
                *letter = b'd';
            }
        }
        pattern
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        &self.letters[..self.len]
    }
}

pub(super) fn is_outward(pattern: &[u8]) -> bool {
    matches!(pattern, b"ld" | b"ldd" | b"ldl" | b"lld" | b"lldd" | b"lldl")
}

/// The postcode that ends right before `end`, if there is one. `country` is the one that is named, if any.
pub(super) fn ending_at(lexer: &Lexer, end: usize, country: Option<Country>) -> Option<Found> {
    let last_at = end.checked_sub(1)?;
    let last = &lexer.lexemes[last_at];
    // Letters as they are written: `VL` is no Ville, `2ND` no ordinal.
    let text = lexer.code(last);
    let digits = |text: &[u8]| text.iter().all(u8::is_ascii_digit);
    // Letters alone are at most the end of `3522 KL`, unless the country has a shape of its own.
    let ends_code = || last_at.checked_sub(1).is_some_and(|before| lexer.code(&lexer.lexemes[before]).len() == 4);
    if last.is_word() && (text.len() != 2 || !ends_code() && !text.iter().any(u8::is_ascii_digit)) {
        return rare_ending_at(lexer, end, country);
    }
    let found = |text: &[u8], shape: Shape, from: usize| Some(Found { code: Postcode::new(text)?, shape, from });
    // Five digits end no longer code, and are told without their pattern.
    if text.len() == 5 && digits(text) {
        return if is_other_number(lexer, last_at) { None } else { found(text, Shape::Five, last_at) };
    }
    let joined = |from: usize| {
        let mut bytes: SmallVec<[u8; 16]> = SmallVec::new();
        for lexeme in &lexer.lexemes[from..end] {
            bytes.extend_from_slice(lexer.code(lexeme));
        }
        bytes
    };
    let shape = Pattern::of(text);
    let is = |code: &str| country.is_none_or(|country| country.is_any_of(&[code]));
    if let Some(before_at) = last_at.checked_sub(1) {
        let before = &lexer.lexemes[before_at];
        let head = lexer.code(before);
        let head_shape = Pattern::of(head);
        let near = last.gap < Gap::Comma;
        let hyphen = last.gap == Gap::Hyphen;
        let ordinal = before.is(tables::Word::ORDINAL);
        match (head_shape.as_slice(), shape.as_slice()) {
            _ if !near || ordinal => {}
            (b"ldl", b"dld") if is("CA") => return found(&joined(before_at), Shape::Canada, before_at),
            // A province stands before it: the last digit was taken for a letter.
            (b"ldl", b"dll") if country.is_none() && is_region_before(lexer, before_at, "CA") => {
                return found(&joined(before_at), Shape::Canada, before_at);
            }
            (head, b"dll") if is_outward(head) && is("GB") => {
                return found(&joined(before_at), Shape::Britain, before_at);
            }
            // `RM10` is read as a room and its number.
            (b"d" | b"dd", b"dll") if before_at > 0 && is("GB") => {
                let area = &lexer.lexemes[before_at - 1];
                if before.gap == Gap::Blank && lexer.bytes(area).len() <= 2 && area.is_word() {
                    return found(&joined(before_at - 1), Shape::Britain, before_at - 1);
                }
            }
            (b"ldd" | b"ldl", [_, _, _, _])
                if is("IE")
                    && last.is(MIXED | DIGITS)
                    // Numbers of the grids of Wisconsin look so too; the routing keys of Ireland with N are these.
                    && (head[0] != b'n' || before_at > 0 && matches!(head, b"n37" | b"n39" | b"n41" | b"n91")) =>
            {
                return found(&joined(before_at), Shape::Ireland, before_at);
            }
            (b"dddd", b"ll")
                if country.is_some_and(|country| country.is_any_of(&["NL"])) || country.is_none() && before_at > 0 =>
            {
                let direction = last.is(tables::Word::DIRECTIONAL);
                let region = tables::region_of("US", lexer.code(last)).is_some();
                let house = || is_other_number(lexer, before_at);
                // `STE 1340 MC LEAN VA`: a number behind a designator is that of a unit.
                let unit = before_at > 0
                    && lexer.lexemes[before_at - 1]
                        .unit
                        .is_some_and(|unit| unit.identifier == tables::Identifier::Follows);
                // `FM 1960 RD W HOUSTON TX`, `FARM TO MARKET 1960 RD`: behind the kind of a numbered road.
                let road = before_at > 0
                    && text == b"rd"
                    && (lexer.lexemes[before_at - 1].may(tables::Role::ROUTE)
                        || lexer.bytes(&lexer.lexemes[before_at - 1]) == b"market");
                // `1138-HO` is a flat of Korea: the letter O does not occur in Dutch postcodes.
                if country.is_some()
                    || text != b"ho"
                        && !hyphen
                        && !road
                        && !unit
                        && !direction
                        && !region
                        && !begins_name(lexer, end)
                        && !house()
                {
                    return found(&joined(before_at), Shape::Netherlands, before_at);
                }
            }
            (b"ddddd", b"dddd") if is("US") && (hyphen || country.is_some() || before_at > 0) => {
                let mut zip = found(head, Shape::ZipFour, before_at)?;
                zip.code.detail = Detail::digits(text);
                return Some(zip);
            }
            (b"dddd", b"dddd") if is("US") && hyphen => {
                if let Some(zip) = without_zero(lexer, before_at, head, text) {
                    return Some(zip);
                }
            }
            (b"ddd", b"dddd") if is("JP") && hyphen => return found(&joined(before_at), Shape::Japan, before_at),
            // The line is cut inside ZIP+4.
            (b"ddddd", b"d" | b"dd" | b"ddd") if hyphen && is("US") && zip_of_state(lexer, before_at) => {
                return found(head, Shape::ZipFour, before_at);
            }
            (b"ddddd", b"ddd") if is("BR") && (hyphen || country.is_some()) => {
                return found(&joined(before_at), Shape::Brazil, before_at);
            }
            // `#08-115` is a floor and its door.
            (b"dd", b"ddd")
                if hyphen && is("PL") && before_at > 0 && lexer.bytes(&lexer.lexemes[before_at - 1]) != b"#" =>
            {
                return found(&joined(before_at), Shape::Poland, before_at);
            }
            (b"dd", b"ddd") if country.is_some_and(|country| country.is_any_of(&["PL"])) && before_at > 0 => {
                return found(&joined(before_at), Shape::Poland, before_at);
            }
            // `SAO PAULO SP 0310-200`: the state says that a digit is missing.
            (b"dddd", b"ddd") if country.is_none() && hyphen && is_region_before(lexer, before_at, "BR") => {
                return found(&joined(before_at), Shape::Brazil, before_at);
            }
            (b"dddd", b"ddd") if (hyphen || country.is_some()) && is("PT") => {
                return found(&joined(before_at), Shape::Portugal, before_at);
            }
            (b"ddd", b"dd") if country.is_some_and(|country| country.is_any_of(&["SE", "CZ", "SK", "GR"])) => {
                return found(&joined(before_at), Shape::FiveSplit, before_at);
            }
            (b"ddd", b"ddd")
                if country.is_some_and(|country| country.is_any_of(&["IN"])) || country.is_none() && before_at > 2 =>
            {
                return found(&joined(before_at), Shape::Six, before_at);
            }
            (b"dd", b"ddd") if country.is_some_and(|country| country.is_any_of(&["FR"])) && before_at > 0 => {
                return found(&joined(before_at), Shape::Five, before_at);
            }
            _ => {}
        }
    }
    match shape.as_slice() {
        b"ldldld" if is("CA") => found(text, Shape::Canada, last_at),
        [head @ .., b'd', b'l', b'l'] if is_outward(head) && is("GB") => found(text, Shape::Britain, last_at),
        [b'l', b'd', b'd', _, _, _, _] | [b'l', b'd', b'l', _, _, _, _] if is("IE") => {
            found(text, Shape::Ireland, last_at)
        }
        // `1138HO` is a flat of Korea: the letter O does not occur in Dutch postcodes.
        b"ddddll" if is("NL") && !text.ends_with(b"ho") => found(text, Shape::Netherlands, last_at),
        b"ddddddddd" if is("US") => {
            let mut zip = found(&text[..5], Shape::ZipFour, last_at)?;
            zip.code.detail = Detail::digits(&text[5..]);
            Some(zip)
        }
        b"dddddddd" if is("US") || is("BR") => {
            let zip = if is("US") { without_zero(lexer, last_at, &text[..4], &text[4..]) } else { None };
            zip.or_else(|| if is("BR") { found(text, Shape::Brazil, last_at) } else { None })
        }
        b"ddddddd" if country.is_some_and(|country| country.is_any_of(&["PT"])) => {
            found(text, Shape::Portugal, last_at)
        }
        // The letter of the province and the three letters of the block are detail: the digits alone are one place.
        b"lddddlll" if is("AR") => {
            let mut code = found(&text[1..5], Shape::Argentina, last_at)?;
            code.code.detail = Detail::block(&text[5..]);
            Some(code)
        }
        // `S2000`: the letter of the province stands before the old postcode.
        b"ldddd" if country.is_some_and(|country| country.is_any_of(&["AR"])) => {
            found(&text[1..], Shape::Four, last_at)
        }
        // `SAO PAULO SP 1426001`: a code that lost its leading zero in a spreadsheet.
        b"ddddddd" if is("BR") && (country.is_some() || is_region_before(lexer, last_at, "BR")) => {
            let mut code = [b'0'; 8];
            code[1..].copy_from_slice(text);
            found(&code, Shape::Brazil, last_at)
        }
        b"ddddddd" if is("JP") || is("IL") || is("CL") => found(text, Shape::Japan, last_at),
        b"dddddd" => found(text, Shape::Six, last_at),
        b"ddddd" => found(text, Shape::Five, last_at),
        b"dddd" => found(text, Shape::Four, last_at),
        _ => rare_ending_at(lexer, end, country),
    }
}

/// Whether the code of a region of a country stands before a place.
fn is_region_before(lexer: &Lexer, at: usize, country: &str) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        let code = lexer.code(&lexer.lexemes[before]);
        code.len() == 2 && tables::region_of(country, code).is_some()
    })
}

/// Whether the digits at a place are no postcode but the number of a box, or a house number behind the ZIP code of a state:
/// `EATON NY 13308 10378 LAKE AVE`.
fn is_other_number(lexer: &Lexer, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let lexeme = &lexer.lexemes[before];
    matches!(lexer.bytes(lexeme), b"box" | b"pob" | b"pobox")
        || lexeme.is(DIGITS) && lexeme.len == 5 && zip_of_state(lexer, before)
}

/// Whether the five digits at a place are a ZIP code of the state before them.
fn zip_of_state(lexer: &Lexer, at: usize) -> bool {
    let state = zip_prefix(lexer.bytes(&lexer.lexemes[at])).and_then(tables::zip_region);
    let code = at.checked_sub(1).map(|before| lexer.code(&lexer.lexemes[before]));
    state.is_some() && code.and_then(|code| tables::region_of("US", code)) == state
}

/// `CAMBRIDGE MA 21401922`, `HOBOKEN NJ 7030-2207`: a ZIP+4 behind its state that lost its leading zero in a spreadsheet.
fn without_zero(lexer: &Lexer, at: usize, zip: &[u8], plus: &[u8]) -> Option<Found> {
    let zip: SmallVec<[u8; 8]> = core::iter::once(&b'0').chain(zip).copied().collect();
    let state = tables::region_of("US", lexer.code(&lexer.lexemes[at.checked_sub(1)?]))?;
    let code = Postcode { detail: Detail::digits(plus), ..Postcode::new(&zip)? };
    let fits = zip_prefix(&zip).and_then(tables::zip_region) == Some(state);
    fits.then_some(Found { code, shape: Shape::ZipFour, from: at })
}

/// Whether the two letters that end before a place can be the first word of the name that follows, so that they are no
/// certain part of a Dutch postcode: `9000 ST GALLEN`, `2400 LE LOCLE`.
fn begins_name(lexer: &Lexer, end: usize) -> bool {
    let letters = &lexer.lexemes[end - 1];
    let follows = lexer.lexemes.get(end).is_some_and(|next| next.is_word() && next.gap < Gap::Comma);
    // The Dutch post uses neither SA nor SD nor SS.
    let code = lexer.code(letters);
    if matches!(code, b"sa" | b"sd" | b"ss") {
        return true;
    }
    if !follows
        || !matches!(
            code,
            b"st" | b"le" | b"la" | b"de" | b"du" | b"au" | b"el" | b"al" | b"am" | b"im" | b"an" | b"in" | b"en"
        )
    {
        return false;
    }
    // Streets of which the types are only Dutch; but 9100 ST NIKLAAS is a town of Flanders.
    let dutch = |text: &[u8]| DUTCH_TYPES.iter().any(|end| text.len() > end.len() && text.ends_with(end));
    code == b"st" || !lexer.lexemes[..end - 1].iter().any(|lexeme| dutch(lexer.bytes(lexeme)))
}

/// Ends of compound street names that are written in Dutch alone.
const DUTCH_TYPES: [&[u8]; 9] =
    [b"straat", b"laan", b"gracht", b"kade", b"plein", b"singel", b"dreef", b"dijk", b"hof"];

/// The postcode of a rarer country, where the feature that knows them is there.
fn rare_ending_at(lexer: &Lexer, end: usize, country: Option<Country>) -> Option<Found> {
    #[cfg(feature = "regional-formats")]
    return crate::address::parse::rare_postcode::ending_at(lexer, end, country);
    #[cfg(not(feature = "regional-formats"))]
    {
        let _ = (lexer, end, country);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Option<(Shape, String)> {
        let mut lexer = Lexer::default();
        lexer.read(text);
        let found = ending_at(&lexer, lexer.lexemes.len(), None)?;
        Some((found.shape, String::from_utf8(found.code.as_bytes().to_vec()).expect("ASCII")))
    }

    #[test]
    fn shapes_are_told_apart() {
        for (text, expected, code) in [
            ("x M5J 2P1", Shape::Canada, "m5j2p1"),
            ("x T2N4K7", Shape::Canada, "t2n4k7"),
            ("x SW10 4QP", Shape::Britain, "sw104qp"),
            ("x LS63HN", Shape::Britain, "ls63hn"),
            ("x RM10 8AB", Shape::Britain, "rm108ab"),
            ("x H91 K2T5", Shape::Ireland, "h91k2t5"),
            ("x H91K2T5", Shape::Ireland, "h91k2t5"),
            ("x 3522 KL", Shape::Netherlands, "3522kl"),
            ("x 3522KL", Shape::Netherlands, "3522kl"),
            ("x 94080", Shape::Five, "94080"),
            ("x 94080-1912", Shape::ZipFour, "94080"),
            ("x 029104417", Shape::ZipFour, "02910"),
            ("x 164-0014", Shape::Japan, "1640014"),
            ("x 13092-110", Shape::Brazil, "13092110"),
            ("x 411001", Shape::Six, "411001"),
            ("x 3220", Shape::Four, "3220"),
        ] {
            assert_eq!(shape(text), Some((expected, code.to_owned())), "{text}");
        }
        assert_eq!(shape("Main St"), None);
    }
}
