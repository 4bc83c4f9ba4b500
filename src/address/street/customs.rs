//! Customs of countries around the house number: marks before it, a flat and the name of its building, a word in its place.

use super::{Delivery, DeliveryKind, FoundUnit, Reader};
use crate::address::lex::{DIGITS, Gap, Lexeme, MIXED, are_of_owner};
use crate::address::parse::read::Ends;
use crate::tables::address::{self as tables, Designator, Role, Sense, UnitKind, Word};
use smallvec::SmallVec;

impl Reader<'_> {
    /// What is put right before boxes, routes and units are looked for.
    pub(super) fn marks(&mut self) {
        self.ship();
        self.block_letter();
        self.block_and_house();
        self.parts_of_house();
        self.urbanization();
        self.corner();
        self.numbered_street();
        self.road_by_width();
        self.sector();
        self.eastern();
        self.slashed_floor();
        self.flat_in_korea();
        self.number_mark();
        self.chome();
        self.flat_in_japan();
        self.flat_letter();
        self.unit_letter();
        self.hyphen_of_queens();
        self.hyphen_of_canada();
    }

    /// `USS KEARSARGE (LHD-3) FPO AE 09534`: a ship of the armed forces stands in place of a street, and is told by its name alone;
    /// before it an owner, who may have a rank (`PO2`).
    fn ship(&mut self) {
        let forces = match tables::region_code(self.ends.region) {
            Some((_, state)) => matches!(state, "aa" | "ae" | "ap"),
            None => self.ends.area.iter().any(|word| self.ends.lexer.bytes(word) == b"fpo"),
        };
        let ship = |at: &usize| tables::has_sense(self.bytes(*at), Sense::SHIP);
        let plain = |from: &usize| forces && !(0..*from).any(|before| self.is(before, DIGITS));
        let Some(from) = (0..self.ends.area.len()).find(ship).filter(plain) else { return };
        self.street.name.extend(self.ends.area.drain(..from));
        let len = self.ends.area.len();
        let end = (1..len).find(|&at| matches!(self.bytes(at), b"fpo" | b"unit" | b"box")).unwrap_or(len);
        let name = self.name_of_ship_end(end);
        if self.bytes(end) == b"box" && self.is_numeric(end + 1) {
            self.box_of_ship(name, end);
            return;
        }
        for at in 1..name {
            self.ends.area[at].gap = Gap::Blank;
        }
        self.ends.area.drain(name..end);
        if let Some(next) = self.ends.area.get_mut(name) {
            next.gap = Gap::Comma;
        }
        // `USS BATAAN UNIT 100207 BOX 2`: the unit stands in place of a street, and the ship before it.
        if self.bytes(name) == b"unit" {
            self.street.name.extend(self.ends.area.drain(..name));
        }
    }

    /// Where the name of a ship ends whose line ends at a place: behind it stand the letters of its kind and its number, `CVN-68`, `CVN68`.
    fn name_of_ship_end(&self, end: usize) -> usize {
        let Some(number) = (2..end).find(|&at| self.is_numeric(at)) else { return end };
        let mut name = number;
        if self.is(number, DIGITS) && number > 2 {
            name -= 1;
        }
        // `T-AO 190`
        while name > 2 && self.ends.area[name].gap == Gap::Hyphen {
            name -= 1;
        }
        name
    }

    /// `USS NIMITZ (CVN-68) BOX 20`: boxes are numbered on each ship.
    fn box_of_ship(&mut self, end: usize, at: usize) {
        let name: SmallVec<[u8; 32]> = (1..end).flat_map(|at| self.bytes(at)).copied().collect();
        if !name.is_empty() {
            let route = self.ends.lexer.joined(&name, Gap::Blank);
            let number = Some(self.ends.area[at + 1]);
            self.push_delivery(Delivery { kind: DeliveryKind::Military, route: Some(route), number });
            self.take(0, at + 2);
        }
    }

    /// `B-12 CALLE 3`, `CALLE 3 B-12`, `CALLE 3 # B 12`: in Puerto Rico the letter of a block and the number of its house are one.
    fn block_letter(&mut self) {
        if !self.is_puerto_rico() {
            return;
        }
        // `HC-01 BOX 1234`, `RR-2`, `KM-4` are no blocks: only a street or an urbanización has them.
        let len = self.ends.area.len();
        let urban = (0..len).any(|at| self.is_urbanization(at));
        if (0..len).any(|at| self.bytes(at) == b"box") || !urban && !(0..len).any(|at| self.is(at, Word::BEFORE)) {
            return;
        }
        if urban {
            self.calle_in_english();
        }
        let Some(at) = (0..len).find(|&at| self.is_block(at, urban)) else { return };
        // `# C4` is a house where there is no other.
        let at = if at > 0 && self.bytes(at - 1) == b"#" {
            self.ends.area.remove(at - 1);
            at - 1
        } else {
            at
        };
        if self.is(at, MIXED) {
            self.ends.area[at].gap = Gap::Blank;
            return;
        }
        let joined: SmallVec<[u8; 8]> = self.bytes(at).iter().chain(self.bytes(at + 1)).copied().collect();
        let gap = self.ends.area[at].gap;
        self.ends.area[at] = self.ends.lexer.joined(&joined, gap);
        self.ends.area.remove(at + 1);
    }

    /// `COND PLAZA REAL APT 904, 187 CARR 2`: in Puerto Rico the name of a building or a quarter before a house on a numbered road,
    /// once the units were taken out.
    pub(super) fn premises_before_road(&mut self) {
        if !self.is_puerto_rico() {
            return;
        }
        let named = matches!(
            self.bytes(0),
            b"cond"
                | b"condominio"
                | b"condominium"
                | b"edif"
                | b"edificio"
                | b"res"
                | b"residencial"
                | b"bo"
                | b"barrio"
        );
        let road = |at: usize| matches!(self.bytes(at), b"carr" | b"carretera" | b"pr") && self.is_numeric(at + 1);
        let house = (2..self.ends.area.len()).find(|&at| self.is_numeric(at));
        if let Some(house) = house.filter(|&at| named && self.is(at, DIGITS) && road(at + 1)) {
            self.street.name.extend(self.ends.area.drain(..house));
        }
    }

    fn is_urbanization(&self, at: usize) -> bool {
        matches!(self.bytes(at), b"urb" | b"urbanizacion" | b"urbanization")
    }

    /// Whether the letter of a block stands at a place, and behind it the number of a house.
    fn is_block(&self, at: usize, urban: bool) -> bool {
        // One letter, or the same one twice; `PH-2` and `NO-14` are a unit and a number, so is what stands behind `APT`.
        let letter = matches!(self.bytes(at), [b'a'..=b'z'])
            || matches!(self.bytes(at), [one @ b'a'..=b'z', other] if one == other && *one != b'r');
        let marked = at > 0 && self.bytes(at - 1) == b"#";
        let from = at - usize::from(marked);
        let behind = urban && self.is_behind_calle(from);
        let mixed = marked && behind && self.is(at, MIXED) && self.bytes(at)[0].is_ascii_alphabetic();
        let unit = from > 0 && self.ends.area[from - 1].unit.is_some() || marked && !behind;
        let before = self.is(at + 2, Word::BEFORE);
        // Behind a house number it is a flat: `120 CALLE SOL B-2`. Without an urbanización `# D-4` is one on one side only.
        let first = at == 0 || before || behind;
        // `AB-12 CALLE MAGALY`: the blocks of large ones have two letters.
        let pair = || {
            let hyphen = self.ends.area.get(at + 1).is_some_and(|next| next.gap == Gap::Hyphen);
            let other = matches!(self.bytes(at), b"ph" | b"no" | b"km" | b"hc" | b"rr" | b"po" | b"bo" | b"pr");
            before && hyphen && !other && matches!(self.bytes(at), [b'a'..=b'z', b'a'..=b'z'])
        };
        let number = || {
            let gap = self.ends.area.get(at + 1).map(|next| next.gap);
            self.is(at + 1, DIGITS)
                && self.bytes(at + 1).len() <= 3
                && (gap == Some(Gap::Hyphen) || urban && gap == Some(Gap::Blank) && (before || behind))
        };
        mixed || (letter || pair()) && !unit && first && number()
    }

    /// `CALLE 12 …`, `CALLE LUNA …`: whether a place lies right behind a street before which no house number stands.
    fn is_behind_calle(&self, at: usize) -> bool {
        at >= 2
            && self.is(at - 2, Word::BEFORE)
            && self.ends.area[at].gap < Gap::Comma
            && !(0..at - 2).any(|before| self.is_numeric(before))
    }

    /// `C4 12 ST`, where Calle 12 is meant.
    fn calle_in_english(&mut self) {
        let street = |at: usize| {
            self.is(at, DIGITS) && self.bytes(at + 1) == b"street" && self.ends.area[at + 1].gap == Gap::Blank
        };
        let Some(at) = (0..self.ends.area.len() - 1).find(|&at| street(at)) else { return };
        let (number, gap) = (self.ends.area[at], self.ends.area[at].gap);
        self.ends.area[at] = self.ends.lexer.written("calle", gap, Word::BEFORE);
        self.ends.area[at + 1] = Lexeme { gap: Gap::Blank, ..number };
    }

    /// `CALLE 3 B12, URB VILLA FONTANA`: the urbanización stands first, wherever it was written.
    fn urbanization(&mut self) {
        if !self.is_puerto_rico() {
            return;
        }
        let Some(from) = (0..self.ends.area.len()).find(|&at| self.is_urbanization(at)) else { return };
        let ends = |at: usize, reader: &Self| {
            reader.ends.area[at].gap >= Gap::Comma || reader.is_numeric(at) || reader.is(at, Word::BEFORE | Word::UNIT)
        };
        let bound = (from + 1..self.ends.area.len()).find(|&at| ends(at, self));
        // Without a comma the city follows.
        let Some(to) = bound.or(self.ends.city.as_ref().map(|_| self.ends.area.len())) else { return };
        self.ends.area[from] = self.ends.lexer.written("urb", Gap::Comma, 0);
        if let Some(next) = self.ends.area.get_mut(to) {
            next.gap = Gap::Comma;
        }
        self.ends.area[..to].rotate_left(from);
        if let Some(street) = self.ends.area.get_mut(to - from).filter(|_| from > 0) {
            street.gap = Gap::Comma;
        }
    }

    /// An urbanización before a street with its number behind it is no part of the street.
    pub(super) fn urbanization_to_name(&mut self) {
        let Ends { area: words, lexer, .. } = &mut *self.ends;
        if !self.street.name.is_empty() || words.first().is_none_or(|first| lexer.bytes(first) != b"urb") {
            return;
        }
        let street = (1..words.len()).find(|&at| words[at].gap >= Gap::Comma || words[at].is(Word::BEFORE));
        if let Some(street) = street {
            self.street.name = words.drain(..street).collect();
        }
    }

    pub(super) fn is_puerto_rico(&self) -> bool {
        tables::region_code(self.ends.region) == Some(("US", "pr"))
    }

    /// `CALLE MAYOR NUM 14`, `RUA AUGUSTA Nº 110`, `STR LIPSCANI NR 33`, `#100 MAIN ST`: the mark before a house number says
    /// nothing; behind a house number it names a unit.
    fn number_mark(&mut self) {
        // `DOOR NO 65/800`, `H.NO 8-77-187`, `PLOT NO 11`: in India the mark has a word before it.
        let kind = matches!(self.bytes(0), b"door" | b"h" | b"d" | b"house" | b"plot" | b"shop");
        if kind && self.bytes(1) == b"no" && self.is(2, DIGITS | MIXED) && self.country_is(&["IN"]) {
            let gap = self.ends.area[0].gap;
            self.ends.area.drain(..2);
            self.ends.area[0].gap = gap;
        }
        let numbered = |at: usize, reader: &Self| reader.is_numeric(at) && !reader.is(at, Word::ORDINAL);
        let Some(first) = (0..self.ends.area.len()).find(|&at| numbered(at, self)) else { return };
        let Some(mark) = first.checked_sub(1).filter(|&mark| self.ends.area[first].gap < Gap::Comma || mark > 0) else {
            return;
        };
        let text = self.ends.lexer.code(&self.ends.area[mark]);
        let sign = self.bytes(mark) == b"#";
        let is_mark = sign || matches!(text, b"no" | b"num" | b"numero" | b"nr" | b"nro");
        if !is_mark {
            return;
        }
        // In English a street that is one of several has such a number: `ROAD NO 3`.
        let typed_before = self.is(0, Word::BEFORE) && !self.is(0, Word::SUFFIX)
            || self.country_is(&SPANISH_AND_PORTUGUESE)
                && (self.is(0, Word::BEFORE) || self.ends.lexer.code(&self.ends.area[0]) == b"av")
            || (0..mark).any(|at| self.is(at, Word::AFTER) && !self.is(at, Word::PRIMARY));
        let behind = mark > 1 && typed_before;
        // `#12/3 4TH CROSS`: the other half of the same number.
        let halves = self.ends.area.get(first + 1).is_some_and(|next| next.is(DIGITS) && next.gap == Gap::Slash);
        let half = |at: usize| halves && at == first + 1;
        let others = (first + 1..self.ends.area.len()).any(|at| numbered(at, self) && !half(at));
        // `#356, SHANTI NIKETAN, STATION ROAD`: in India houses are numbered so, and flats by their name.
        let indian = self.country_is(&["IN"]);
        let in_front =
            mark == 0
                && sign
                && (!others || indian)
                && self.ends.area.get(2 + usize::from(halves)).is_some_and(|word| {
                    (word.is_word() || word.is(Word::ORDINAL)) && (word.gap < Gap::Comma || indian)
                });
        if behind || in_front {
            self.ends.area.remove(mark);
            self.ends.area[mark].gap = Gap::Blank;
        }
    }

    /// `7 ALDER HOUSE 22 WHARF RD`, `3/2 18 BYRES ROAD`: the first number is that of a flat, the second that of the house.
    pub(super) fn flat_before_house(&mut self) {
        // `2B 14 ABBEY GARDENS`
        let lettered = self.is(0, MIXED) && self.bytes(0).first().is_some_and(u8::is_ascii_digit);
        if !(self.is(0, DIGITS) || lettered) || self.is(0, Word::ORDINAL) {
            return;
        }
        let street = |from: usize| {
            (from..self.ends.area.len()).any(|at| self.is(at, Word::PRIMARY | Word::SUFFIX | Word::BEFORE))
        };
        let house = |at: usize| self.is(at, DIGITS) && !self.is(at, Word::ORDINAL) && street(at + 1);
        let slashed = self.is(1, DIGITS)
            && self.ends.area[1].gap == Gap::Slash
            && house(2)
            && matches!(self.ends.area[2].gap, Gap::Blank | Gap::Comma)
            && self.ends.area.get(3).is_some_and(|word| word.is_word());
        // `905 88 MERTON ST`: a numbered street has its type right behind the number.
        let bare = self.country_is(&["AU", "CA", "GB", "IE", "NZ"])
            && house(1)
            && self.ends.area[1].gap == Gap::Blank
            && self.ends.area.get(2).is_some_and(|word| {
                let name = word.is_word() && !word.is(Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL);
                (name || word.is(Word::ORDINAL)) && word.gap == Gap::Blank
            });
        let width = if slashed {
            2
        } else if bare {
            1
        } else {
            let Some(second) = (2..self.ends.area.len()).find(|&at| self.is_numeric(at)).filter(|&at| house(at)) else {
                return;
            };
            let named = self.ends.area[second - 1].may(Role::BUILDING) && self.ends.area[second].gap <= Gap::Comma;
            let plain = (1..second - 1).all(|at| !self.is(at, Word::PRIMARY));
            // Behind the number of the house stands the name of its street.
            if !named
                || !plain
                || !self.ends.area.get(second + 1).is_some_and(|word| word.is_word() && word.gap < Gap::Comma)
            {
                return;
            }
            1
        };
        let identifier = SmallVec::from_slice(&self.ends.area[..width]);
        self.street.units.push(FoundUnit { kind: UnitKind::Generic, designator: Designator::NONE, identifier });
        self.ends.area.drain(..width);
    }

    /// `FLAT 3 STEEPLE COURT, MILL LANE`, `APT 12 THE ANCHORAGE, DOCK RD`: where a building has a name and
    /// no number, its flat may be written as one. `FLAT 3, MILL LANE` is a flat of some house, `UNIT 4 MILL PARK` a workshop.
    pub(super) fn building_flat(&mut self) {
        let [unit] = self.street.units.as_slice() else { return };
        let workshop = unit.kind == UnitKind::Generic && unit.designator.text() == "unit";
        let office = unit.kind == UnitKind::Office && self.country_is(&["AE"]);
        let flat = unit.kind == UnitKind::Apartment || workshop || office;
        if self.street.number.is_some() || !flat || !self.country_is(&["AE", "GB", "IE", "IN", "PH"]) {
            return;
        }
        let len = self.ends.area.len();
        let comma = (1..len).find(|&at| self.ends.area[at].gap >= Gap::Comma).unwrap_or(len);
        // In the Emirates the name of a building stands right behind its flat, whatever its last word is.
        if self.country_is(&["AE"]) {
            self.street.is_building_flat = self.ends.area.first().is_some_and(Lexeme::is_word);
            return;
        }
        // Its last word stands behind its name, and before the name of a street or city: `MILL COURT ROAD` is a street.
        let ends_name = |at: usize| self.ends.area[at].may(Role::BUILDING);
        let named = (1..comma).any(|at| ends_name(at) && (at + 1 == comma || !self.is(at + 1, Word::PRIMARY)));
        let untyped = || !(0..comma).any(|at| self.is(at, Word::PRIMARY | Word::SUFFIX | Word::BEFORE));
        let street = || (comma..len).any(|at| self.is(at, Word::PRIMARY));
        self.street.is_building_flat = named || !workshop && untyped() && street();
    }

    /// `ONE MAIN ST`, `JANE DOE ONE MAIN ST`: a number in words, where no other is the house number.
    pub(super) fn spelled_number(&mut self) {
        let spelled = |at: usize| {
            let short = (3..=5).contains(&self.bytes(at).len());
            NUMBERS.iter().position(|&word| short && word.as_bytes() == self.bytes(at))
        };
        if (0..self.ends.area.len()).any(|at| self.is_numeric(at)) {
            return;
        }
        let (at, digit) = match spelled(0) {
            Some(digit) if self.names_street(digit) => (0, digit),
            Some(_) => return,
            None => match (2..self.ends.area.len()).find_map(|at| Some((at, spelled(at)?))) {
                Some((at, digit)) if self.is_behind_owner(at, digit) => (at, digit),
                _ => return,
            },
        };
        if self.ends.area.get(at + 1).is_some_and(|next| next.gap < Gap::Comma) {
            let gap = self.ends.area[at].gap;
            self.ends.area[at] = self.ends.lexer.written(DIGIT_TEXTS[digit], gap, DIGITS);
            self.street.name.extend(self.ends.area.drain(..at));
        }
    }

    /// Whether nothing but the words of an owner stands before a number in words, and behind it a name and the type of a street.
    fn is_behind_owner(&self, at: usize, digit: usize) -> bool {
        // `JANE DOE FIVE POINTS RD`, `JANE DOE THREE BRIDGE RD`, `JANE DOE NINE MILE RD`: what is counted is a name.
        // `JANE DOE THREE PARK AVE` is a house in Park Avenue.
        let counted = || self.bytes(at + 1).ends_with(b"s") || matches!(self.bytes(at + 1), b"mile" | b"bridge");
        self.country_is(&["US"])
            && (digit == 0 || !counted())
            && are_of_owner(&self.ends.area[..at])
            && !self.is(at + 1, Word::PRIMARY)
            && (at + 2..self.ends.area.len()).any(|at| self.is(at, Word::PRIMARY))
    }

    /// Whether a number in words has a street behind it: `ONE MAIN ST`, `THREE EMBARCADERO CENTER`, `ONE BROADWAY`; not `TWO RIVERS`.
    fn names_street(&self, digit: usize) -> bool {
        let words = &self.ends.area;
        if (2..words.len()).any(|at| self.is(at, Word::PRIMARY)) {
            return true;
        }
        let plural = digit > 0 && self.bytes(1).ends_with(b"s");
        let city = usize::from(self.ends.city.is_none());
        self.country_is(&["US"])
            && !plural
            && words.len() > 1 + city
            && ((2..words.len()).any(|at| self.is(at, Word::SUFFIX)) || !self.begins_city(0))
    }

    /// `CALLE 24 118`, `CALLE 24 31-12`: whether a house number stands at a place, behind a street of Puerto Rico that is called by a
    /// number.
    pub(super) fn is_behind_numbered_calle(&self, at: usize) -> bool {
        self.is_puerto_rico()
            && at >= 2
            && self.is(at, DIGITS)
            && self.is(at - 1, DIGITS)
            && self.is(at - 2, Word::BEFORE)
            && self.ends.area[at - 1].gap == Gap::Blank
            && self.ends.area[at].gap == Gap::Blank
            && !(0..at - 2).any(|before| self.is_numeric(before))
    }

    /// `B12 CALLE 3`, `CALLE 3 B12`: in Puerto Rico houses of an urbanización have the letter of their block; the number behind
    /// the type is the name of the street.
    pub(super) fn block_number(&self) -> Option<(usize, bool)> {
        if !self.is_puerto_rico() {
            return None;
        }
        let block = |at: usize| {
            let text = self.bytes(at);
            self.is(at, MIXED)
                && text.len() <= 5
                && text[0].is_ascii_alphabetic()
                && text[text.len() - 1].is_ascii_digit()
        };
        let Some(at) = (0..self.ends.area.len()).find(|&at| block(at)) else {
            return (2..self.ends.area.len()).find(|&at| self.is_behind_numbered_calle(at)).map(|at| (at, true));
        };
        let before_street = self.is(at + 1, Word::BEFORE) && self.ends.area[at + 1].gap < Gap::Comma;
        let behind_street =
            at >= 2 && self.ends.area[at].gap < Gap::Comma && (0..at - 1).any(|before| self.is(before, Word::BEFORE));
        (before_street || behind_street).then_some((at, !before_street))
    }
}

/// Countries that write the type of a street first, and a mark before the house number.
const SPANISH_AND_PORTUGUESE: [&str; 10] = ["ES", "PT", "BR", "MX", "AR", "CL", "CO", "PE", "RO", "IT"];

pub(super) const NUMBERS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
pub(super) const DIGIT_TEXTS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
