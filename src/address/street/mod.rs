//! The street area of an address: boxes and routes, units and the house number are taken out; words are left.

mod aside;

mod chinese;
pub(in crate::address) mod colombian;
mod compass;
mod customs;
mod dated;
mod delivery;
mod dwelling;
mod eastern;
mod front;
mod gulf;
mod hyphens;
mod joined;
mod lettered;
mod lettered_unit;
mod marked;
pub(in crate::address) mod national;
mod numbered;
pub(in crate::address) mod plain;
mod premises;
pub(in crate::address) mod secondary;

pub(super) use national::american_type;

use super::lex::{DIGITS, Gap, Lexeme, MIXED};
use super::number::HouseNumber;
use crate::address::parse::read::{Ends, Lexemes};
use crate::tables::address::{self as tables, Designator, Role, UnitKind, Word};
use smallvec::SmallVec;

/// What kind of delivery stands in place of a street.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum DeliveryKind {
    /// A post office box.
    PoBox,
    /// A rural route (RR, RFD, RD) and its box.
    RuralRoute,
    /// A highway contract route (HC, star route) and its box.
    HighwayContract,
    /// PSC, CMR or UNIT of the armed forces, and its box.
    Military,
    /// General delivery.
    General,
}

/// A box or a route.
#[derive(Clone, Copy, Debug)]
pub(super) struct Delivery {
    pub(super) kind: DeliveryKind,
    /// The number of the route; nothing for a post office box.
    pub(super) route: Option<Lexeme>,
    /// The number of the box.
    pub(super) number: Option<Lexeme>,
}

/// A unit as it was found: its kind, its standard designator and the lexemes of its identifier.
#[derive(Clone, Debug)]
pub(super) struct FoundUnit {
    pub(super) kind: UnitKind,
    pub(super) designator: Designator,
    pub(super) identifier: SmallVec<[Lexeme; 3]>,
}

/// What the street area holds.
#[derive(Debug, Default)]
pub(super) struct Street {
    /// The boxes and routes, at most two.
    pub(super) deliveries: SmallVec<[Delivery; 2]>,
    pub(super) units: SmallVec<[FoundUnit; 2]>,
    pub(in crate::address) number: HouseNumber,
    /// The spelling of a house number that is spelled out.
    pub(super) number_text: SmallVec<[u8; 24]>,
    /// Words before the house number: a building, a company, a person.
    pub(super) name: Lexemes,
    /// The words for another person (`C/O`, `ATTN`) were taken out: these.
    pub(super) care_of: Option<SmallVec<[u8; 32]>>,
    /// The street was written by another name of the tables.
    pub(super) has_alias: bool,
    /// No house number, but the flat of a building that has a name.
    pub(super) is_building_flat: bool,
}

/// Reads the street area. Whether the city may stand at its end is known from [`Ends::city`].
pub(super) fn read(ends: &mut Ends, street: &mut Street) {
    let mut reader = Reader { ends, street };
    // What no word has, no rule begins with. A word that is written anew has the roles of the new one too.
    let (mut roles, mut classes) = (0, 0);
    for lexeme in &reader.ends.area {
        roles |= lexeme.roles;
        classes |= lexeme.classes;
    }
    if roles & Role::CARE != 0 {
        reader.care_of();
        reader.crossing();
    }
    reader.front();
    reader.grid();
    reader.date_names();
    reader.ground_floor();
    reader.without_number();
    if roles & Role::TYPE != 0 || classes & MIXED != 0 {
        reader.part_glued_type();
        reader.types_by_neighbour();
        roles = reader.ends.area.iter().fold(roles, |roles, lexeme| roles | lexeme.roles);
    }
    if classes & Word::ORDINAL != 0 {
        reader.block_of_grid();
    }
    reader.marks();
    if classes & Word::DIRECTIONAL != 0 {
        reader.join_directions();
    }
    if roles & Role::BUILDING != 0 {
        reader.room_behind_street();
    }
    if roles & Role::BOX != 0 {
        if classes & MIXED != 0 {
            reader.part_city_glued_to_box();
        }
        reader.delivery();
    }
    if roles & Role::ROUTE != 0 {
        reader.lettered_route();
    }
    if roles & Role::DWELLING != 0 {
        reader.dwelling();
    }
    reader.part_glued_designator();
    // A number behind the first word: there are none of the rules below without one.
    if reader.has_number_behind_first() {
        if classes & MIXED != 0 {
            reader.french_floor();
            reader.part_lettered_road();
            reader.part_interstate();
        }
        reader.routes();
        reader.numbered_road();
        if classes & MIXED != 0 {
            reader.part_glued_units();
            reader.part_glued_city();
        }
        reader.units(roles & Role::NUMBER != 0);
        if classes & Word::ORDINAL != 0 {
            reader.floor_by_ordinal();
        }
        reader.flat_before_house();
    } else {
        reader.units(roles & Role::NUMBER != 0);
    }
    if roles & Role::BUILDING != 0 || reader.ends.area.iter().any(|lexeme| lexeme.unit.is_some()) {
        reader.write_out_buildings();
    }
    reader.premises_before_road();
    reader.spelled_number();
    reader.number();
    reader.half_behind_street();
    reader.letter_behind_street();
    reader.building_flat();
    reader.urbanization_to_name();
    if reader.has(Role::STREET_ALIAS) {
        reader.street_alias();
    }
}

/// The area while it is read; in the end it holds the words of the street, and of the city where it is not known which those are.
/// The deliveries are read in `delivery.rs`.
pub(super) struct Reader<'a> {
    pub(super) ends: &'a mut Ends,
    pub(super) street: &'a mut Street,
}

impl Reader<'_> {
    pub(super) fn bytes(&self, at: usize) -> &[u8] {
        self.ends.area.get(at).map_or(&[], |lexeme| self.ends.lexer.bytes(lexeme))
    }

    pub(super) fn is(&self, at: usize, classes: u16) -> bool {
        self.ends.area.get(at).is_some_and(|lexeme| lexeme.is(classes))
    }

    /// Whether a number stands behind the first word.
    fn has_number_behind_first(&self) -> bool {
        self.ends.area.iter().skip(1).any(|lexeme| lexeme.is(DIGITS | MIXED))
    }

    /// Whether a rule can begin at any word.
    fn has(&self, role: u16) -> bool {
        self.ends.area.iter().any(|lexeme| lexeme.may(role))
    }

    pub(super) fn is_numeric(&self, at: usize) -> bool {
        self.is(at, DIGITS | MIXED)
    }

    /// Takes lexemes out; what follows stands behind a gap.
    pub(super) fn take(&mut self, from: usize, to: usize) {
        let comma = self.ends.area[from..to].iter().any(|lexeme| lexeme.gap >= Gap::Comma);
        self.ends.area.drain(from..to);
        if let Some(next) = self.ends.area.get_mut(from) {
            if from > 0 || comma {
                next.gap = Gap::Taken;
            }
        }
    }

    pub(super) fn country_is(&self, codes: &[&str]) -> bool {
        self.ends.country.is_some_and(|country| country.is_any_of(codes))
    }

    /// `C/O J SMITH`, `ATTN ACCOUNTING`: up to the next comma or house number.
    fn care_of(&mut self) {
        let mut at = 0;
        while at < self.ends.area.len() {
            if !self.ends.area[at].may(Role::CARE) {
                at += 1;
                continue;
            }
            let co = self.bytes(at) == b"c" && self.bytes(at + 1) == b"o" && self.ends.area[at + 1].gap == Gap::Slash;
            if co || matches!(self.bytes(at), b"attn" | b"attention" | b"fao") {
                let from = at;
                at += if co { 2 } else { 1 };
                let words = at;
                while at < self.ends.area.len()
                    && self.ends.area[at].gap < Gap::Comma
                    && !self.is_numeric(at)
                    && self.bytes(at) != b"po"
                    && !(matches!(self.bytes(at), b"rr" | b"hc" | b"box" | b"route") && self.is_numeric(at + 1))
                {
                    at += 1;
                }
                let care_of = self.street.care_of.get_or_insert_default();
                for lexeme in &self.ends.area[words..at] {
                    if !care_of.is_empty() {
                        care_of.push(b' ');
                    }
                    care_of.extend_from_slice(self.ends.lexer.bytes(lexeme));
                }
                self.ends.area.drain(from..at);
                at = from;
            } else {
                at += 1;
            }
        }
    }

    /// `AVENUE OF THE AMERICAS` is 6th Avenue in New York, `MLK BLVD` is Martin Luther King Boulevard.
    fn street_alias(&mut self) {
        let region = self.state();
        let Ends { area: words, lexer, .. } = &mut *self.ends;
        for at in 0..words.len() {
            if !words[at].may(Role::STREET_ALIAS) {
                continue;
            }
            let on = words.get(at + 1).is_some_and(|next| next.may(Role::STREET_ALIAS_ON));
            let longest = if on { tables::LONGEST_STREET_ALIAS.min(words.len() - at) } else { 1 };
            for length in (1..=longest).rev() {
                let key = lexer.key_of(&words[at..at + length]);
                let Some((street, state)) = tables::street_alias(key.as_ref()) else {
                    continue;
                };
                // A line that tells no state may lie there.
                if !state.is_empty() && region != 0 && tables::region_code(region) != Some(("US", state)) {
                    continue;
                }
                let first_gap = words[at].gap;
                words.drain(at..at + length);
                for (place, &word) in street.iter().enumerate() {
                    let gap = if place == 0 { first_gap } else { Gap::Blank };
                    let digits =
                        if word.bytes().all(|byte| byte.is_ascii_digit()) { DIGITS | Word::ORDINAL } else { 0 };
                    let classes = tables::word(word).map_or(0, |word| word.classes);
                    words.insert(at + place, lexer.written(word, gap, classes | digits));
                }
                self.street.has_alias = true;
                return;
            }
        }
    }

    /// `C/ MAYOR`, `R DAS FLORES`: one letter that stands for the type of the street.
    fn types_by_neighbour(&mut self) {
        for at in 0..self.ends.area.len() {
            // The area shrinks where two lexemes become one.
            if at >= self.ends.area.len() {
                break;
            }
            if !self.ends.area[at].may(Role::TYPE) && !self.is(at, MIXED) {
                continue;
            }
            // `KERK STR`: short for Street where English is written.
            if at > 0
                && self.country_is(&NUMBER_FIRST)
                && self.ends.lexer.code(&self.ends.area[at]) == b"str"
                && self.bytes(at) == b"strasse"
            {
                let gap = self.ends.area[at].gap;
                self.ends.area[at] = self.ends.lexer.written("street", gap, Word::SUFFIX | Word::PRIMARY);
                continue;
            }
            // `PARK MESA BL FRESNO`: it is no building without a number.
            let named = at > 1 && self.ends.area[at - 1].is_word();
            if let Some(written) = american_type(self.bytes(at)).filter(|_| named) {
                // `909 KAPIOLANI BL #2104`: nor is it behind a street without a type.
                let untyped = || self.is(0, DIGITS) && !(1..at).any(|before| self.is(before, Word::PRIMARY));
                if self.country_is(&["US"]) && (!self.is_identifier(at + 1) || untyped()) {
                    let gap = self.ends.area[at].gap;
                    self.ends.area[at] = self.ends.lexer.written(written, gap, Word::SUFFIX | Word::PRIMARY);
                    continue;
                }
            }
            // `STR LIPSCANI 33`
            if at == 0 && self.country_is(&["RO", "IT"]) && self.ends.lexer.code(&self.ends.area[at]) == b"str" {
                let gap = self.ends.area[at].gap;
                self.ends.area[at] = self.ends.lexer.written("strada", gap, Word::BEFORE);
                continue;
            }
            if let Some(written) = self.direction_by_neighbour(at) {
                let gap = self.ends.area[at].gap;
                self.ends.area[at] = self.ends.lexer.written(written, gap, Word::DIRECTIONAL);
                continue;
            }
            // `NIEUWSTR 12 GENT`: where Dutch is spoken, the end is straat.
            if self.country_is(&["NL", "BE"]) && self.bytes(at).ends_with(b"strasse") {
                let text: SmallVec<[u8; 24]> = self.bytes(at).iter().copied().take(24).collect::<SmallVec<[u8; 24]>>();
                let stem = text.len() - b"strasse".len();
                let gap = self.ends.area[at].gap;
                let joined: SmallVec<[u8; 32]> = text[..stem].iter().chain(b"straat").copied().collect();
                let mut straat = self.ends.lexer.joined(&joined, gap);
                straat.classes = Word::AFTER;
                self.ends.area[at] = straat;
                continue;
            }
            if let Some(written) = self.no_type(at) {
                let gap = self.ends.area[at].gap;
                self.ends.area[at] = self.ends.lexer.written(written, gap, 0);
                continue;
            }
            if let Some(written) = self.national_type_behind(at) {
                let gap = self.ends.area[at].gap;
                let classes = tables::word(written).map_or(0, |word| word.classes);
                self.ends.area[at] = self.ends.lexer.written(written, gap, classes);
                continue;
            }
            if at + 1 >= self.ends.area.len() {
                break;
            }
            let repeated =
                at > 0 && matches!(self.ends.lexer.code(&self.ends.area[at - 1]), b"bis" | b"ter" | b"quater");
            // `JANE DOE C/ MAYOR 4`
            let slashed = self.bytes(at) == b"c" && self.ends.area[at].slashed && self.country_is(&["ES", "MX"]);
            let first =
                at == 0 || slashed || self.is_numeric(at - 1) || repeated || self.ends.area[at].gap == Gap::Comma;
            // `R 7 DE SETEMBRO`
            let dated = self.is(at + 1, DIGITS) && self.bytes(at + 2) == b"de";
            if !first || !(self.ends.area[at + 1].is_word() || dated) {
                continue;
            }
            let particle = self.bytes(at + 1);
            // `V.LE EUROPA`: the stop inside parts what is one word.
            let joined = match (self.bytes(at), particle) {
                (b"v", b"le") => Some("viale"),
                (b"c", b"so") => Some("corso"),
                (b"l", b"go") => Some("largo"),
                (b"p", b"za" | b"zza") => Some("piazza"),
                _ => None,
            };
            if let Some(written) = joined.filter(|_| at + 2 < self.ends.area.len()) {
                let gap = self.ends.area[at].gap;
                self.ends.area.remove(at);
                self.ends.area[at] = self.ends.lexer.written(written, gap, Word::BEFORE);
                continue;
            }
            let written = match (self.bytes(at), particle) {
                _ if self.national_type(at).is_some() => self.national_type(at).unwrap_or_default(),
                (b"c", _) if self.ends.area[at].slashed || self.country_is(&["ES", "MX"]) => "calle",
                (b"c", b"de" | b"del") => "calle",
                // `Pº DE LA CASTELLANA`
                (b"po", b"de" | b"del") => "paseo",
                (b"po", word) if word != b"box" && self.country_is(&["ES"]) => "paseo",
                (_, _) if self.country_is(&["ES", "MX"]) && self.ends.lexer.code(&self.ends.area[at]) == b"cl" => {
                    "calle"
                }
                (b"ch", _) if self.country_is(&["CH", "FR", "BE", "LU"]) => "chemin",
                (b"ch", b"de" | b"des" | b"du") => "chemin",
                (b"all", b"de" | b"des" | b"du") => "allee",
                (b"r", _) if self.country_is(&["BR", "PT"]) => "rua",
                (b"r", _) if self.country_is(&["FR", "BE", "LU"]) => "rue",
                (b"r", b"das" | b"dos" | b"do" | b"da") => "rua",
                (b"r", b"des" | b"du" | b"la" | b"de") => "rue",
                (b"v", _) if self.country_is(&["IT"]) => "via",
                _ => continue,
            };
            let gap = self.ends.area[at].gap;
            self.ends.area[at] = self.ends.lexer.written(written, gap, Word::BEFORE);
        }
    }

    /// Whether a number or a letter stands at a place.
    fn is_identifier(&self, at: usize) -> bool {
        self.is_numeric(at) || matches!(self.bytes(at), [_] | b"no")
    }

    /// A word that is a directional where it stands: `RUE PRINCIPALE O` and `EST` in Canada, `E 3300 SO` in the United States.
    fn direction_by_neighbour(&self, at: usize) -> Option<&'static str> {
        let written = match self.ends.lexer.code(&self.ends.area[at]) {
            b"o" => "w",
            b"est" => "e",
            b"so" => "s",
            b"no" => "n",
            _ => return None,
        };
        let french = matches!(written, "w" | "e");
        let holds = if french {
            // `MAIN ST O LEARY` is a town.
            let types = if written == "w" { Word::BEFORE } else { Word::BEFORE | Word::PRIMARY };
            // `BOUL RENE-LEVESQUE O`: a type of both languages stands first where French is written.
            let first = usize::from(self.is_numeric(0));
            let french = || at > first + 1 && matches!(self.bytes(first), b"boulevard" | b"avenue" | b"place");
            at > 1
                && (self.ends.area[..at].iter().any(|lexeme| lexeme.is(types)) || french())
                && self.country_is(&["CA"])
        } else {
            // `MAIN ST NO 5` is a number.
            let before = at > 0 && (self.is(at - 1, Word::PRIMARY) || self.is(at - 1, DIGITS));
            // `MAIN ST NO D` is a unit.
            // `100 NO 8TH ST`, `1234 SO 500 EAST`
            let number = if written == "s" { DIGITS } else { Word::ORDINAL };
            let numbered = at > 0 && self.is(at - 1, DIGITS) && self.is(at + 1, number) || self.is_in_grid(at);
            let word = |next: &Lexeme| next.is_word() && next.raw_len > 1;
            // `RAINIER AVE SO #210`: it stands before no number of its own.
            let unit = written == "s" && (self.bytes(at + 1) == b"#" || self.is_numeric(at + 1));
            let named = self.ends.area.get(at + 1).is_none_or(word) || numbered || unit;
            // `13TH AVE NO`, `13TH AVE NO STE 130`: a line that is cut behind its street.
            let cut = at > 0
                && self.is(at - 1, Word::PRIMARY)
                && self.ends.area.get(at + 1).is_none_or(|next| next.unit.is_some());
            before && named && (self.country_is(&["US"]) || (numbered || cut) && self.is_plainly_american())
        };
        holds.then_some(written)
    }

    /// `W 5842 COUNTY RD`, `12 N 450 LAKE RD`: in Wisconsin and Illinois house numbers have the letter of a direction; how many words
    /// are one number.
    fn parted_grid(&self, at: usize) -> Option<usize> {
        let letter = |at: usize| {
            self.is(at, Word::DIRECTIONAL) && self.ends.area[at].raw_len == 1 && self.ends.area[at].gap == Gap::Blank
        };
        let number = |at: usize, lengths: core::ops::RangeInclusive<usize>| {
            self.is(at, DIGITS) && !self.is(at, Word::ORDINAL) && lengths.contains(&self.bytes(at).len())
        };
        let named = |at: usize| self.ends.area.get(at).is_some_and(|word| word.is_word() && word.gap < Gap::Comma);
        match tables::region_code(self.ends.region) {
            Some(("US", "wi")) => {
                let first = self.is(0, Word::DIRECTIONAL) && self.bytes(0).len() == 1;
                // `N 156 W 8480 PILGRIM RD`
                if first && number(1, 1..=5) && letter(2) && number(3, 3..=6) && named(4) {
                    return Some(4);
                }
                (first && number(1, 3..=5) && named(2)).then_some(2)
            }
            Some(("US", "il")) => {
                // `39W 123 OAK LN`, `39W-123 OAK LN`, `39 W123 OAK LN`
                let behind = self.is(at, MIXED)
                    && matches!(self.bytes(at), [b'0'..=b'9', .., b'n' | b's' | b'e' | b'w'])
                    && self.bytes(at).len() <= 3
                    && number(at + 1, 3..=3);
                let before = number(at, 1..=2)
                    && self.is(at + 1, MIXED)
                    && matches!(self.bytes(at + 1), [b'n' | b's' | b'e' | b'w', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9']);
                let road = !self.is(at + 2, Word::PRIMARY)
                    || matches!(self.bytes(at + 2), b"route" | b"highway") && self.is_numeric(at + 3);
                if (behind || before) && named(at + 2) && road {
                    return Some(2);
                }
                (number(at, 1..=2)
                    && letter(at + 1)
                    && number(at + 2, 3..=3)
                    && named(at + 3)
                    && !self.is(at + 3, Word::PRIMARY))
                .then_some(3)
            }
            _ => None,
        }
    }
}

/// Countries that write the number before the street.
pub(super) const NUMBER_FIRST: [&str; 10] = ["US", "CA", "GB", "IE", "AU", "NZ", "FR", "IN", "SG", "ZA"];
