//! Words and marks around the house number that mean something in one country only.

use super::Reader;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED, ROUTE};
use crate::tables::address::{self as tables, Designator, Identifier, UnitKind, UnitWord, Word};

/// Countries where Spanish is written.
const SPANISH: [&str; 6] = ["ES", "MX", "AR", "CL", "CO", "PE"];

/// `340 CLEMENTI AVE 5 S120340`, `S(120340)`: in Singapore its letter stands for the city before the postcode.
pub(in crate::address) fn singapore(lexer: &mut Lexer) {
    let Some(at) = lexer.lexemes.len().checked_sub(1).filter(|&at| at > 2) else { return };
    let last = lexer.lexemes[at];
    let text = lexer.bytes(&last);
    let (letter, digits) = match text.strip_prefix(b"s") {
        Some(digits) => (at, digits),
        None => (at - 1, text),
    };
    let plain = digits.len() == 6 && digits.iter().all(u8::is_ascii_digit);
    // `ANDHERI S 400058` is a directional.
    let parted = letter == at || last.gap == Gap::Comma && lexer.bytes(&lexer.lexemes[letter]) == b"s";
    if !plain || !parted {
        return;
    }
    let gap = lexer.lexemes[letter].gap;
    let from = usize::from(last.start) + text.len() - digits.len();
    lexer.lexemes.truncate(letter);
    let city = lexer.written("singapore", gap, 0);
    lexer.lexemes.push(city);
    lexer.lexemes.push(Lexeme::plain(from, from + 6, Gap::Blank, DIGITS));
}

impl Reader<'_> {
    /// The type of a street that a word stands for in the country of the line.
    pub(super) fn national_type(&self, at: usize) -> Option<&'static str> {
        Some(match self.ends.lexer.code(&self.ends.area[at]) {
            b"pl" if self.country_is(&SPANISH) => "plaza",
            _ if self.bytes(at) == b"piazza" && self.country_is(&SPANISH) => "plaza",
            b"ps" | b"pg" if self.country_is(&["ES"]) => "paseo",
            b"bld" if self.country_is(&["FR", "BE", "LU"]) => "boulevard",
            b"jr" if self.country_is(&["PE"]) => "jiron",
            b"pc" if self.country_is(&["PT", "BR"]) => "praca",
            b"al" if self.country_is(&["BR", "PT"]) => "alameda",
            b"pl" if self.country_is(&["PL"]) => "plac",
            b"al" if self.country_is(&["PL"]) => "aleja",
            b"os" if self.country_is(&["PL"]) => "osiedle",
            _ => return None,
        })
    }

    /// The type behind a name that a word stands for in the country of the line: `WIENER PL. 2`, `12 ORCHARD CR`.
    pub(super) fn national_type_behind(&self, at: usize) -> Option<&'static str> {
        let behind_name = at > 0 && self.ends.area[at - 1].is_word() && self.ends.area[at].gap == Gap::Blank;
        match self.ends.lexer.code(&self.ends.area[at]) {
            _ if !behind_name => None,
            b"pl" if self.country_is(&["DE", "AT", "CH"]) => Some("platz"),
            b"g" if self.country_is(&["AT"]) && self.is_numeric(at + 1) => Some("gasse"),
            b"cr" if at > 1 && self.country_is(&["AU", "NZ"]) => Some("crescent"),
            b"u" if self.country_is(&["HU"]) => Some("utca"),
            b"sk" | b"sok" if self.country_is(&["TR"]) || self.is_numbered_in_turkey(at) => Some("sokak"),
            _ => None,
        }
    }

    /// `GUL SK NO: 53`, where nothing says the country.
    fn is_numbered_in_turkey(&self, at: usize) -> bool {
        self.ends.country.is_none()
            && self.ends.region == 0
            && self.ends.area.get(at + 1).is_some_and(|mark| self.ends.lexer.code(mark) == b"no")
            && self.is_numeric(at + 2)
    }

    /// `RUA DAS ACACIAS S/N`: without a number, as in Italy `SNC`.
    pub(super) fn without_number(&mut self) {
        if !(self.country_is(&SPANISH) || self.country_is(&["BR", "PT"])) {
            return;
        }
        let parted = |at: usize| {
            self.bytes(at) == b"s" && self.bytes(at + 1) == b"n" && self.ends.area[at + 1].gap == Gap::Slash
        };
        let Some(at) = (1..self.ends.area.len()).find(|&at| parted(at) || self.bytes(at) == b"sn") else { return };
        if self.bytes(at) == b"s" {
            self.ends.area.remove(at + 1);
        }
        let gap = self.ends.area[at].gap;
        self.ends.area[at] = self.ends.lexer.written("snc", gap, Word::NOISE);
    }

    /// `FALCAO 12 R/C`: in Portugal the letters of the ground floor are one word.
    pub(super) fn ground_floor(&mut self) {
        if !self.country_is(&["PT"]) {
            return;
        }
        let slashed = |at: usize| self.bytes(at) == b"c" && self.ends.area[at].gap == Gap::Slash;
        let Some(at) = (2..self.ends.area.len()).find(|&at| slashed(at) && self.bytes(at - 1) == b"r") else { return };
        let gap = self.ends.area[at - 1].gap;
        self.ends.area[at - 1] = self.ends.lexer.written("rc", gap, 0);
        self.ends.area.remove(at);
    }

    /// `3E ETAGE`: the ordinal of a floor in French.
    pub(super) fn french_floor(&mut self) {
        let floor = |at: &usize| self.is(at - 1, MIXED) && self.bytes(*at) == b"etage";
        let Some(at) = (2..self.ends.area.len()).find(floor) else { return };
        let ordinal = self.ends.area[at - 1];
        if let [digits @ .., b'e'] = self.bytes(at - 1) {
            if (1..=2).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit) {
                let (from, len) = (usize::from(ordinal.start), digits.len());
                self.ends.area[at - 1] = Lexeme::plain(from, from + len, ordinal.gap, DIGITS | Word::ORDINAL);
            }
        }
    }

    /// The unit that a word behind the house number names by the custom of its country: `15 TOP 9`, `19 M. 4`, `14 SC. B`.
    pub(super) fn national_unit(&self, at: usize) -> Option<UnitWord> {
        let behind_number = at > 0 && self.is_numeric(at - 1);
        let generic =
            UnitWord { kind: UnitKind::Generic, identifier: Identifier::Follows, designator: Designator::NONE };
        let building = UnitWord { kind: UnitKind::Building, designator: Designator::BUILDING, ..generic };
        let numbered = self.is_numeric(at + 1);
        // `BL. C2, SC. A`: the block before it is taken out by then.
        let lettered = numbered || self.bytes(at + 1).len() == 1;
        if at > 0 && lettered && self.country_is(&["RO"]) && matches!(self.bytes(at), b"sc" | b"scara") {
            return Some(building);
        }
        if at > 0 && numbered && self.ends.area[at + 1].gap == Gap::Blank {
            // `CALLE PINO MZ 4 LT 12`: block and lot where streets have no numbers; `VIA ROMA 12, PIANO 3`.
            match self.ends.lexer.code(&self.ends.area[at]) {
                b"mz" | b"mza" | b"manzana" if self.country_is(&SPANISH) => return Some(building),
                b"lt" | b"lte" | b"lote" if self.country_is(&SPANISH) => return Some(generic),
                // `CL 24 12 30 TO 2 AP 301`
                b"to" | b"tr" | b"bq" if self.country_is(&["CO"]) => return Some(building),
                b"in" | b"lc" | b"cs" | b"ca" | b"casa" if self.country_is(&["CO"]) => return Some(generic),
                b"piano" if self.country_is(&["IT"]) => return Some(UnitWord { kind: UnitKind::Floor, ..generic }),
                _ => {}
            }
        }
        if !behind_number {
            return None;
        }
        let ground_floor = || tables::word("bajo").and_then(|floor| floor.unit);
        match self.bytes(at) {
            b"top" if numbered && self.country_is(&["AT"]) => Some(generic),
            b"m" | b"lok" if numbered && self.country_is(&["PL"]) => Some(generic),
            // `CARRERA 15 # 93-60 OF 402`
            b"of" if numbered && (self.country_is(&SPANISH) || self.is_from_corner(at)) => {
                Some(UnitWord { kind: UnitKind::Office, ..generic })
            }
            b"d" if numbered && self.is_turkish() => Some(generic),
            b"cs" | b"casa" if numbered && (self.country_is(&["BR"]) || self.is_cut_in_portuguese()) => Some(generic),
            b"hs" | b"huis" if self.country_is(&["NL"]) => ground_floor(),
            b"rc" if self.country_is(&["PT"]) => ground_floor(),
            b"pb" if self.country_is(&SPANISH) => ground_floor(),
            // `VIA DELLA SCALA 12` is a street.
            b"sc" | b"scala" if (numbered || self.bytes(at + 1).len() == 1) && self.country_is(&["IT"]) => {
                Some(building)
            }
            _ => None,
        }
    }

    /// Whether units can be named so.
    pub(super) fn has_national_units(&self) -> bool {
        self.country_is(&["AT", "AU", "BR", "IT", "NL", "NZ", "PL", "PT", "RO", "TR"])
            || self.country_is(&SPANISH)
            || self.is_from_corner(2)
            || self.is_turkish()
            || self.is_cut_in_portuguese()
    }

    /// Whether nothing says the country, which the type of the street does.
    fn is_cut_in_portuguese(&self) -> bool {
        self.ends.country.is_none() && self.ends.region == 0 && self.ends.is_in_portuguese()
    }

    fn is_turkish(&self) -> bool {
        let is_type = |word: &Lexeme| matches!(self.ends.lexer.bytes(word), b"caddesi" | b"sokak" | b"bulvari");
        self.country_is(&["TR"]) || self.ends.area.iter().any(|word| word.is(Word::AFTER) && is_type(word))
    }

    /// `CARRERA 11 # 82-51`, `CALLE 25 No. 6-14`: where streets have numbers, a mark stands before that of the house.
    pub(super) fn numbered_street(&mut self) {
        let code = |at: usize| self.ends.area.get(at).map_or(&[][..], |word| self.ends.lexer.code(word));
        let short = match code(0) {
            b"cl" => Some("calle"),
            b"kr" => Some("carrera"),
            _ => None,
        };
        // `AVENUE 7 # 3` is English.
        let typed = short.is_some() || self.is(0, Word::BEFORE) && !self.is(0, Word::SUFFIX);
        let short_number = |at: usize| self.is_numeric(at) && self.bytes(at).len() <= 4;
        if !typed || !short_number(1) || self.ends.area[1].gap >= Gap::Comma {
            return;
        }
        let is_mark = |at: usize| matches!(code(at), b"#" | b"no" | b"nro" | b"num" | b"numero");
        // `CALLE 10 BIS SUR # 5-51`
        let Some(mark) = (2..self.ends.area.len().min(5)).find(|&at| is_mark(at)) else {
            // `CALLE 60 491`: the first of two numbers is the name of the street. In Puerto Rico others look for it.
            let two = self.is(1, DIGITS) && self.is(2, DIGITS) && self.stands_behind(2, Gap::Blank);
            if two && matches!(code(0), b"calle" | b"cl" | b"av" | b"avenida" | b"avda") && !self.is_puerto_rico() {
                self.ends.area[1].classes |= ROUTE;
            }
            return;
        };
        let plain = (2..mark).all(|at| self.ends.area[at].is_word() && self.ends.area[at].gap < Gap::Comma);
        if !plain || !self.is(mark + 1, DIGITS | MIXED) {
            return;
        }
        self.ends.area.remove(mark);
        self.ends.area[mark].gap = Gap::Blank;
        // `NO 93 60`
        let distance = self.is(mark, DIGITS) && self.is(mark + 1, DIGITS) && !self.is(mark + 2, DIGITS | MIXED);
        if let Some(next) = self.ends.area.get_mut(mark + 1).filter(|next| distance && next.gap == Gap::Blank) {
            next.gap = Gap::Hyphen;
        }
        self.ends.area[1].classes |= ROUTE;
        if let Some(written) = short {
            let gap = self.ends.area[0].gap;
            self.ends.area[0] = self.ends.lexer.written(written, gap, Word::BEFORE);
        }
    }

    /// A word that is no type where it stands: `3 TV` is to the left, `PR HENDRIKKADE`, `BURG DE VLUGTLAAN` begin with titles. How it is written out.
    pub(super) fn no_type(&self, at: usize) -> Option<&'static str> {
        Some(match self.ends.lexer.code(&self.ends.area[at]) {
            b"tv" if at > 0 && self.country_is(&["DK", "NO"]) => "tv",
            b"pr" if self.country_is(&["NL", "BE"]) => "pr",
            b"burg" if self.country_is(&["NL", "BE"]) => "burgemeester",
            _ => return None,
        })
    }

    /// `B 102 SURYA APARTMENTS` is B-102: in India flats have letters.
    pub(super) fn flat_letter(&mut self) {
        let letter = self.bytes(0).len() == 1 && self.ends.area[0].is_word() && self.country_is(&["IN"]);
        if letter && self.is(1, DIGITS) && self.ends.area[1].gap == Gap::Blank {
            self.ends.area[1].gap = Gap::Hyphen;
        }
    }

    /// `100 FEET ROAD`, `100 FT RD`: in India roads are called after their width, which is no house number. The letters are also short for
    /// Fort.
    pub(super) fn road_by_width(&mut self) {
        let is_width = |at: &usize| {
            self.is(*at, DIGITS)
                && matches!(self.bytes(at + 1), b"feet" | b"fort" | b"ft" | b"foot")
                && matches!(self.bytes(at + 2), b"road" | b"ring" | b"main")
        };
        let Some(at) = (0..self.ends.area.len()).find(is_width) else { return };
        self.ends.area[at].classes |= Word::ORDINAL;
        if self.bytes(at + 1) != b"feet" {
            let gap = self.ends.area[at + 1].gap;
            self.ends.area[at + 1] = self.ends.lexer.written("feet", gap, 0);
        }
    }

    /// `BD. UNIRII NR. 143 SECTOR 3`: the number of a part of the town is no house number.
    pub(super) fn sector(&mut self) {
        let is_sector =
            |at: &usize| self.bytes(at - 1) == b"sector" && self.is(*at, DIGITS) && self.bytes(*at).len() < 4;
        if !self.country_is(&["RO"]) {
            return;
        }
        if let Some(at) =
            (1..self.ends.area.len()).find(is_sector).filter(|&at| (0..at - 1).any(|at| self.is_numeric(at)))
        {
            self.ends.area[at].classes |= ROUTE;
        }
    }

    /// `U3/8 WATTLE GR`: a unit by its letter in Australia and New Zealand.
    pub(super) fn unit_letter(&mut self) {
        let Some(first) = self.ends.area.first().copied().filter(|first| first.is(MIXED)) else { return };
        let digits = self.bytes(0).strip_prefix(b"u").unwrap_or_default();
        let plain = !digits.is_empty() && digits.len() < 5 && digits.iter().all(u8::is_ascii_digit);
        if plain && self.is(1, DIGITS) && self.country_is(&["AU", "NZ"]) {
            let from = usize::from(first.start);
            self.ends.area[0] = Lexeme::plain(from + 1, from + usize::from(first.len), Gap::Blank, DIGITS);
            self.ends.area[1].gap = Gap::Blank;
            self.ends.area.insert(0, Lexeme::plain(from, from + 1, first.gap, 0));
        }
    }

    /// Whether a house number stands behind the number of its street, with the distance from the corner: `# 82-51`.
    pub(super) fn is_from_corner(&self, at: usize) -> bool {
        let street = self.ends.area.iter().position(|word| !word.is(Word::BEFORE));
        street.is_some_and(|street| street > 0 && self.is(street, ROUTE) && at > street)
    }

    /// `神宮前1丁目12番3号`: the signs behind the numbers of chome, block and house stand for hyphens.
    fn written_chome(&mut self) {
        let Some(at) = (1..self.ends.area.len().saturating_sub(1))
            .find(|&at| self.bytes(at) == b"ding" && self.bytes(at + 1) == b"mu" && self.is(at - 1, DIGITS))
        else {
            return;
        };
        let mut at = at;
        let mut width = 2;
        while width > 0 && at > 0 && self.is(at - 1, DIGITS) {
            self.ends.area.drain(at..at + width);
            if !self.is(at, DIGITS) {
                break;
            }
            self.ends.area[at].gap = Gap::Hyphen;
            at += 1;
            width = match (self.bytes(at), self.bytes(at + 1)) {
                (b"fan", b"di") => 2,
                (b"fan" | b"hao", _) => 1,
                _ => 0,
            };
        }
        if let Some(next) = self.ends.area.get_mut(at) {
            next.gap = next.gap.max(Gap::Comma);
        }
    }

    /// `PARK HEIGHTS 405 1-1-2 OTEMACHI`, `405 PARK HEIGHTS 1-1-2 OTEMACHI`, `1-1-2 OTEMACHI PARK HEIGHTS 405`: the number of a flat beside
    /// the name of a building in Japan, before or behind those of block and house. Districts of Sapporo are numbered too: `KITA 12`.
    pub(super) fn flat_in_japan(&mut self) {
        if !self.country_is(&["JP"]) {
            return;
        }
        let len = self.ends.area.len();
        let hyphen = |at: usize| self.is(at, DIGITS) && self.ends.area[at].gap == Gap::Hyphen;
        let Some(house) = (0..len).find(|&at| self.is(at, DIGITS) && hyphen(at + 1)) else { return };
        let flat = |at: &usize| self.is_numeric(*at) && self.bytes(*at).len() <= 4;
        // `APT 405 1-1-2 OTEMACHI` is read with the other units.
        // In `LIONS TOWER 405` the word is the end of a name.
        let named = |at: usize, from: usize| at > from && matches!(self.bytes(at), b"tower" | b"building" | b"bldg");
        let words = |from: usize, to: usize| {
            (from..to).all(|at| self.ends.area[at].is_word())
                && !to.checked_sub(1).is_some_and(|last| self.is(last, Word::UNIT) && !named(last, from))
        };
        let last = house.checked_sub(1).filter(|at| flat(at) && words(0, *at));
        if let Some(at) =
            last.or((house > 1 && flat(&0) && (1..house).all(|at| self.ends.area[at].is_word())).then_some(0))
        {
            self.street.name.extend((0..house).filter(|&word| word != at).map(|word| self.ends.area[word]));
            self.push_bare_unit(at, at + 1);
            self.ends.area.drain(..house - 1);
            return;
        }
        let end = (house + 1..len).find(|&at| !hyphen(at)).unwrap_or(len);
        let mut behind = (end..len).filter(|&at| self.is_numeric(at));
        if let (Some(at), None) = (behind.next().filter(flat), behind.next()) {
            let district = matches!(self.bytes(at - 1), b"kita" | b"minami" | b"nishi" | b"higashi" | b"jo" | b"cho");
            // `5-8-3 ROPPONGI, 391 MAISON BLANCHE`
            let first = self.ends.area[at].gap == Gap::Comma && self.ends.area.get(at + 1).is_some_and(Lexeme::is_word);
            if (at > end + 1 && self.ends.area[at].gap == Gap::Blank || first) && words(end, at) && !district {
                self.push_bare_unit(at, at + 1);
            }
        }
    }

    /// `8-CHOME 15-BAN 33-GO`, `15 BANCHI 33`: the words behind the numbers of block and house stand for hyphens; behind that of a flat
    /// (`405-GO`) the word says nothing.
    fn ban_and_go(&mut self) {
        let mut at = 1;
        while at < self.ends.area.len() {
            let block = matches!(self.bytes(at), b"ban" | b"banchi");
            if self.is(at - 1, DIGITS) && (block || matches!(self.bytes(at), b"go" | b"goshitsu")) {
                self.ends.area.remove(at);
                if let Some(next) = self.ends.area.get_mut(at).filter(|next| block && next.is(DIGITS)) {
                    next.gap = Gap::Hyphen;
                }
            }
            at += 1;
        }
    }

    /// `4-1 MARUNOUCHI 2-CHOME`, `MARUNOUCHI 2 CHOME 4-1`: the number of the chome stands before those of block and house; also
    /// `MARUNOUCHI 2 4 1`.
    pub(super) fn chome(&mut self) {
        if self.ends.country.is_none_or(|country| country.is_any_of(&["JP"])) {
            self.written_chome();
        }
        if !self.country_is(&["JP"]) {
            return;
        }
        self.ban_and_go();
        let area = &mut self.ends.area;
        let lexer = &self.ends.lexer;
        let is_chome = |at: usize, area: &[Lexeme]| lexer.bytes(&area[at]) == b"chome" && area[at - 1].is(DIGITS);
        if let Some(at) = (1..area.len()).find(|&at| is_chome(at, area)) {
            let mut chome = area[at - 1];
            area.drain(at - 1..=at);
            let follows = area.get(at - 1).is_some_and(|next| next.is(DIGITS));
            // `#405, 4-1 MARUNOUCHI 2-CHOME`: not the number of a flat.
            let block =
                |at: &usize| area[*at].is(DIGITS) && area.get(at + 1).is_some_and(|next| next.gap == Gap::Hyphen);
            let first = (0..at - 1).find(block).or_else(|| area[..at - 1].iter().position(|lexeme| lexeme.is(DIGITS)));
            let first = first.filter(|_| !follows);
            let place = first.unwrap_or(at - 1);
            if first.is_some() {
                // What stands behind is no part of the street.
                if let Some(next) = area.get_mut(at - 1) {
                    next.gap = next.gap.max(Gap::Comma);
                }
                chome.gap = area[place].gap;
            }
            if let Some(block) = area.get_mut(place).filter(|block| block.is(DIGITS)) {
                block.gap = Gap::Hyphen;
            }
            area.insert(place, chome);
            // `1 CHOME 7 2`
            let behind =
                area[place + 1..].iter_mut().take(2).take_while(|next| next.is(DIGITS) && next.gap <= Gap::Hyphen);
            behind.for_each(|next| next.gap = Gap::Hyphen);
        }
        let Some(first) = area.iter().position(|lexeme| lexeme.is(DIGITS)) else { return };
        let run = area[first..].iter().take_while(|lexeme| lexeme.is(DIGITS)).count();
        let others = area[first + run..].iter().any(|lexeme| lexeme.is(DIGITS | MIXED));
        if (2..=3).contains(&run) && !others && area[first + 1..first + run].iter().all(|next| next.gap == Gap::Blank) {
            area[first + 1..first + run].iter_mut().for_each(|next| next.gap = Gap::Hyphen);
        }
    }
}

/// The type that two letters stand for in the United States alone: elsewhere `CI` may be short for Circuit.
pub(in crate::address) fn american_type(letters: &[u8]) -> Option<&'static str> {
    Some(match letters {
        b"bl" => "boulevard",
        b"ci" => "circle",
        b"hy" => "highway",
        b"py" => "parkway",
        _ => return None,
    })
}
