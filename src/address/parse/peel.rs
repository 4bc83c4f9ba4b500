//! Country, postcode and region are taken from the end of a line, in whatever order they stand.

use super::read::{Ends, FOUR_DIGITS, prefix_country};
use crate::Country;
use crate::address::lex::{DIGITS, Gap, Lexeme, Lexer, MIXED};
use crate::address::postcode::{self, Postcode, Shape};
use crate::tables::address::{self as tables, CityFit, Role, Sense, Word};

impl Ends {
    /// Takes country, postcode and region from the end, in whatever order they stand; returns where the rest ends.
    pub(super) fn peel(&mut self) -> usize {
        let mut end = self.lexer.lexemes.len();
        let mut named = self.assumed;
        if self.whole_tail {
            return end;
        }
        // `BERLIN DE`, read as it reads in Germany.
        if let Some(country) = self.country.filter(|_| self.assumed) {
            let own = self.last(end).is_some_and(|last| {
                last.is_word() && country.code().as_bytes().eq_ignore_ascii_case(self.lexer.code(last))
            });
            end -= usize::from(own && end > 2);
        }
        loop {
            let before = end;
            if let Some(last) = self.last(end) {
                // `CP` is Camp in the United States.
                let label = last.is(Word::NOISE) && is_label(self.lexer.bytes(last)) || self.lexer.code(last) == b"cp";
                if label && end > 1 {
                    end -= 1;
                }
            }
            // PARIS CEDEX 08
            if end > 2
                && self.lexer.lexemes[end - 1].is(DIGITS)
                && self.lexer.bytes(&self.lexer.lexemes[end - 2]) == b"cedex"
            {
                end -= 2;
            }
            let mut ends_place = self.may_end_place(end);
            // `MEXICO MO 65265`: before a state stands a city, whatever its name.
            if let Some(from) = self.cut_zip_before(end) {
                end = from;
                ends_place = self.may_end_place(end);
            }
            if !named && self.region == 0 {
                if let Some((from, country)) = self
                    .country_before(end, ends_place)
                    .filter(|&(from, country)| country == Country::US || !self.is_city(from, end))
                {
                    self.named_by = Some(end);
                    self.note_tail(from, end);
                    // `APO AE 09012 GERMANY`
                    let country = if self.is_behind_military(from) { Country::US } else { country };
                    (self.country, named, end) = (Some(country), true, from);
                }
            }
            if self.postcode.is_empty() {
                if let Some(from) = self.postcode_before(end, named) {
                    end = from;
                }
            }
            if end != before {
                ends_place = self.may_end_place(end);
            }
            if let Some((from, region)) = ends_place.then(|| self.region_before(end, named)).flatten() {
                if self.region == 0 || self.region == region {
                    self.note_tail(from, end);
                    (self.region, end) = (region, from);
                }
            }
            if end == before || end == 0 {
                return end;
            }
        }
    }

    /// Whether the region and ZIP code of a post office of the armed forces end at a place: they are American wherever they stand.
    fn is_behind_military(&self, end: usize) -> bool {
        let words = &self.lexer.lexemes[..end];
        let words = match words {
            [before @ .., _] if words.last().is_some_and(|last| last.gap == Gap::Hyphen) => before,
            _ => words,
        };
        let [.., region, zip] = words else { return false };
        let prefix = postcode::zip_prefix(self.lexer.bytes(zip)).filter(|_| zip.is(DIGITS) && zip.len == 5);
        matches!(self.lexer.code(region), b"aa" | b"ae" | b"ap")
            && prefix.is_some_and(|prefix| matches!(prefix, 90..=99 | 340 | 962..=966))
    }

    /// Remembers that the last word of the line was read as a code: it may be the beginning of a city's last word.
    fn note_tail(&mut self, from: usize, end: usize) {
        let code = end == self.lexer.lexemes.len() && from + 1 == end && !self.assumed;
        self.tail_code =
            code && self.postcode.is_empty() && self.last(end).is_some_and(|last| self.lexer.code(last).len() <= 3);
    }

    /// `KENAI AK 9`: the bank's line ends inside the ZIP code.
    fn cut_zip_before(&mut self, end: usize) -> Option<usize> {
        let at = end.checked_sub(1).filter(|&at| at > 3)?;
        let (cut, state) = (&self.lexer.lexemes[at], &self.lexer.lexemes[at - 1]);
        let digits = self.lexer.bytes(cut);
        let whole = end == self.lexer.lexemes.len() && self.country.is_none() && self.postcode.is_empty();
        if !whole || !cut.is(DIGITS) || cut.is(Word::ORDINAL) || digits.len() > 4 || cut.gap != Gap::Blank {
            return None;
        }
        let code = self.lexer.code(state);
        let region = tables::region_of("US", code).filter(|_| code.len() == 2 && state.is_word())?;
        // `BAYAMON PR 959` lost its zeros.
        if let [first, second, third] = *digits {
            let whole = [b'0', b'0', first, second, third];
            if postcode::zip_prefix(&whole).and_then(tables::zip_region) == Some(region) {
                self.postcode = Postcode::new(&whole)?;
                return Some(at);
            }
        }
        // `FREMANTLE WA 616` is no ZIP code of Washington.
        let prefix = postcode::zip_prefix(self.lexer.bytes(cut));
        if prefix.is_some_and(|prefix| tables::zip_region(prefix) != Some(region)) && !self.lost_zero(at, region) {
            return None;
        }
        // `RI 2910` lost its zero; `UNIT CO 4` and `HIGHWAY CO 9` are no ends of a city.
        let city = &self.lexer.lexemes[at - 2];
        if digits.len() == 4 && self.lost_zero(at, region) || !city.is_word() || city.is(Word::UNIT | Word::PRIMARY) {
            return None;
        }
        self.postcode = Postcode::new(digits)?;
        Some(at)
    }

    /// `88 SUTPHIN BLVD JAMAICA 11435`: the name of a country before a ZIP code is a city where the default is the US, but not
    /// behind a city (`10 MAIN ST MADRID SPAIN 13660`).
    fn is_city(&self, from: usize, end: usize) -> bool {
        self.default == Some(Country::US)
            && matches!(self.shape, Some(Shape::Five | Shape::ZipFour))
            && self.postcode.zip_prefix().and_then(tables::zip_region).is_some()
            && self.lexer.code(&self.lexer.lexemes[from]).len() > 3
            && end < self.lexer.lexemes.len()
            && !self.would_leave_no_street(from)
            && !self.stands_behind_city(from, end)
    }

    /// Whether a name that begins at a lexeme has a city before it: words behind those of a street, which are no city with it
    /// (`NEW LEBANON`).
    fn stands_behind_city(&self, from: usize, end: usize) -> bool {
        let Some(before) = from.checked_sub(1) else { return false };
        let prefix = self.postcode.zip_prefix();
        let state = prefix.and_then(tables::zip_region).unwrap_or(0);
        let city = || self.lexer.city_hash(&self.lexer.lexemes[before..end]);
        !self.may_be_behind_street(from) && tables::city_fit(city(), prefix, state) == CityFit::Unknown
    }

    /// Whether a lexeme may be the first behind a street: a type, a number or a unit (`APT B`) stands before it, or there is no
    /// type (`12 BROADWAY JAMAICA 11435`).
    pub(super) fn may_be_behind_street(&self, at: usize) -> bool {
        let typed = |lexeme: &Lexeme| lexeme.is(Word::PRIMARY | Word::SUFFIX | Word::DIRECTIONAL);
        let before = self.lexer.lexemes.get(..at).unwrap_or(&[]);
        let [.., last] = before else { return false };
        let unit = before.iter().rev().take(2).any(|lexeme| lexeme.is(Word::UNIT));
        typed(last) || !last.is_word() || unit || !before.iter().any(typed)
    }

    /// Whether nothing before `end` can be a street.
    fn would_leave_no_street(&self, end: usize) -> bool {
        end < 2 || !self.lexer.lexemes[..end].iter().any(|lexeme| lexeme.is(Word::PRIMARY | Word::SUFFIX))
    }

    fn country_before(&self, end: usize, ends_place: bool) -> Option<(usize, Country)> {
        let longest = if ends_place { 4.min(end) } else { 0 };
        for words in (1..=longest).rev() {
            if !self.may_be_place(end - words, end) {
                continue;
            }
            let key = self.lexer.place(end - words, end);
            if let Some(code) = tables::country(&key) {
                // `Georgia`-like names are not in the table; `Mexico` as the end of `New Mexico` is.
                let longer = end > words && !tables::regions(self.lexer.place(end - words - 1, end)).is_empty();
                if !longer && (end > words || words > 1) {
                    // `HONG KONG CHINA`
                    let code = if code == "CN" && self.is_hong_kong(end - words) { "HK" } else { code };
                    return Country::new(code).map(|country| (end - words, country));
                }
            }
        }
        let last = self.last(end)?;
        let text = self.lexer.code(last);
        if text.len() != 2 || !last.is_word() || end < 2 {
            return None;
        }
        if matches!(text, b"us" | b"uk" | b"gb") {
            return Some((end - 1, if text == b"us" { Country::US } else { Country::GB }));
        }
        let country = core::str::from_utf8(text).ok().and_then(Country::new)?;
        if !tables::is_country(country.code()) {
            return None;
        }
        // A two-letter code is a country only where no region can be meant.
        let found = postcode::ending_at(&self.lexer, end - 1, Some(country));
        let is_us_state = tables::region_of("US", text);
        if let Some(found) = found {
            let fits = match (found.shape, country.code()) {
                (Shape::Five | Shape::ZipFour, _) => {
                    is_us_state.is_none() || found.code.zip_prefix().and_then(tables::zip_region) != is_us_state
                }
                (Shape::Four, _) => is_us_state.is_none() || last.gap == Gap::Comma,
                _ => true,
            };
            return fits.then_some((end - 1, country));
        }
        let foreign_region =
            |code: &str| end >= 2 && tables::region_of(code, self.lexer.code(&self.lexer.lexemes[end - 2])).is_some();
        // `RUA MOSTARDEIRO 850, PORTO ALEGRE, RS`
        let brazilian = || tables::region_of("BR", text).is_some() && self.is_in_portuguese();
        let plain =
            is_us_state.is_none() && last.gap == Gap::Comma && tables::region_of("AU", text).is_none() && !brazilian();
        (plain || (country == Country::CA && foreign_region("CA"))).then_some((end - 1, country))
    }

    /// A postcode at the end. Digits alone are one only where they cannot be a house number.
    fn postcode_before(&mut self, end: usize, named: bool) -> Option<usize> {
        let hint = self.country.filter(|_| named);
        let found = postcode::ending_at(&self.lexer, end, hint)?;
        if found.from == 0
            && (end < self.lexer.lexemes.len() || !found.shape.is_certain())
            && self.lexer.lexemes.len() > 1
        {
            return None;
        }
        let mut from = found.from;
        let mut code = found.code;
        let before = self.last(from).copied();
        // `PO BOX 740709` is no code of India, and the number of a unit none at all where a line is cut behind it.
        let boxed = found.shape == Shape::Six && before.is_some_and(|before| before.may(Role::BOX));
        let cut = end == self.lexer.lexemes.len() && self.region == 0 && self.country.is_none();
        if boxed || cut && before.is_some_and(|before| self.names_unit(&before)) {
            return None;
        }
        match found.shape {
            Shape::Four => {
                let region = before.as_ref().map(|before| self.lexer.code(before)).unwrap_or_default();
                // WA is Washington as well: the codes of Western Australia begin with 6.
                let western = region != b"wa" || self.lexer.bytes(&self.lexer.lexemes[from]).first() == Some(&b'6');
                let australian =
                    western && tables::region_of("AU", region).is_some() || region_behind(&self.lexer, from, "AU");
                let american = tables::region_of("US", region).filter(|_| {
                    before.is_some_and(|before| before.is_word()) && hint.is_none_or(|country| country == Country::US)
                });
                let zero = american.filter(|&state| self.lost_zero(from, state));
                if let Some(_state) = zero {
                    let digits = core::str::from_utf8(self.lexer.bytes(&self.lexer.lexemes[from])).unwrap_or_default();
                    code = Postcode::of_field(digits, Some(Country::US)).0?;
                } else if !(australian && hint.is_none_or(|country| country.is_any_of(&["AU"]))) {
                    // Elsewhere four digits at the end are a postcode where the country that is named has such.
                    let country = hint?;
                    if !country.is_any_of(&FOUR_DIGITS) {
                        return None;
                    }
                }
            }
            // An address in digits only, such as `Hauptstr. 12345`, is too rare to count.
            Shape::Five | Shape::Six if before.is_none() => {}
            _ => {}
        }
        if let Some(country) = found.shape.country().filter(|_| found.shape != Shape::ZipFour || hint.is_none()) {
            if self.country.is_none() || !named {
                self.country = Some(country);
            }
        }
        // D-10115, F-75002: the country before the postcode.
        if let Some(prefix) = before.filter(|before| before.is_word() && self.lexer.lexemes[from].gap == Gap::Hyphen) {
            if let Some(country) = prefix_country(self.lexer.bytes(&prefix)) {
                self.country.get_or_insert(country);
                from -= 1;
            }
        }
        self.postcode = code;
        self.shape = Some(found.shape);
        Some(from)
    }

    /// `RI 2910` is 02910: the number with a zero before it belongs to the state.
    fn lost_zero(&self, at: usize, state: u16) -> bool {
        let [tens, ones, ..] = self.lexer.bytes(&self.lexer.lexemes[at]) else { return false };
        let digits = [b'0', *tens, *ones];
        postcode::zip_prefix(&digits).and_then(tables::zip_region) == Some(state)
    }

    pub(super) fn region_before(&self, end: usize, named: bool) -> Option<(usize, u16)> {
        for words in (1..=4.min(end)).rev() {
            let from = end - words;
            let parted = || self.lexer.lexemes[from + 1..end].iter().any(|lexeme| lexeme.gap >= Gap::Comma);
            if !self.may_be_place(from, end) || parted() {
                continue;
            }
            let key = self.lexer.place(from, end);
            let key = key.as_ref();
            let ids = tables::regions(key);
            // `GANGNAM-GU`: the districts of Korea, and no Guam.
            let hyphen = words == 1 && self.lexer.lexemes[from].gap == Gap::Hyphen;
            if ids.is_empty() || hyphen && matches!(key, b"gu" | b"ri" | b"si" | b"do") {
                continue;
            }
            let Some(region) = self.choose_region(ids, named) else { continue };
            if words == 1 && tables::has_sense(key, Sense::STATE) && !self.is_state_there(from, region) {
                continue;
            }
            if words == 2 && key.len() == 3 && !self.is_code_of_two(from, region) {
                continue;
            }
            let word = || self.is_street_type(from, region) || self.is_direction_or_floor(from, region);
            if words == 1 && (word() || self.is_southeast(from)) {
                continue;
            }
            // Codes of the continent are too short to be told from words (`AV`, `ST`) where no country is named.
            let american =
                tables::region_code(region).is_some_and(|(country, _)| !matches!(country, "IT" | "DE" | "NL"));
            if !american && !named && key.len() <= 3 {
                continue;
            }
            // `VIA ROMA 1 20121 MILANO MI`: a postcode between number and city is no American address.
            if !named && self.postcode.is_empty() && words == 1 && self.has_inner_postcode(from) {
                return None;
            }
            let is_code = words == 1 && key.len() <= 3;
            // `88 Greenwich St New York 10006`, `12 Via Roma Milano`: what is a city as well stays one where no other is left.
            if !is_code && (self.would_leave_no_city(from) || self.region != 0 && !repeats(region, key)) {
                return None;
            }
            // `3522 KL UTRECHT`: right behind a postcode of the continent stands the city.
            let certain = |found: postcode::Found| found.shape.is_certain() && found.shape != Shape::Canada;
            if !is_code
                && self.postcode.is_empty()
                && postcode::ending_at(&self.lexer, from, self.country).is_some_and(certain)
            {
                return None;
            }
            // A region that is written like a city alias must fit its postcode: LA 90016 is Los Angeles.
            let implied = self.postcode.zip_prefix().and_then(tables::zip_region);
            let other = implied.filter(|&state| state != region);
            if other.is_some() && tables::city_alias(key).is_some() {
                return None;
            }
            // `NORTH WASHINGTON 16063`, `INDIANA 15701`: a city of the state that the ZIP code lies in.
            let is_city = |from: usize, state: u16| {
                let hash = self.lexer.city_hash(&self.lexer.lexemes[from..end]);
                tables::city_fit(hash, self.postcode.zip_prefix(), state) != CityFit::Unknown
            };
            if !is_code && other.is_some_and(|state| is_city(from, state) || from > 1 && is_city(from - 1, state)) {
                return None;
            }
            return Some((from, region));
        }
        None
    }

    /// Whether a word that may be another one is short for a state: its ZIP code stands behind it, or without one a city of it before
    /// it (`SPOKANE WASH`). `12 SAND WASH 98101` has no city.
    fn is_state_there(&self, at: usize, state: u16) -> bool {
        let city = |words: &usize| {
            let hash = self.lexer.city_hash(&self.lexer.lexemes[at - words..at]);
            tables::city_fit(hash, None, state) != CityFit::Unknown
        };
        match self.postcode.zip_prefix().and_then(tables::zip_region) {
            Some(of_zip) => of_zip == state && at > 2,
            None => self.postcode.is_empty() && (1..=3.min(at.saturating_sub(2))).any(|words| city(&words)),
        }
    }

    /// Whether two letters are the code of a state: that of the ZIP code. Without one `D C` stands behind Washington; `BOGOTA D C` is
    /// in Colombia.
    fn is_code_of_two(&self, at: usize, region: u16) -> bool {
        match self.postcode.zip_prefix().and_then(tables::zip_region) {
            Some(of_zip) => of_zip == region,
            None => {
                let capital = tables::region_code(region) == Some(("US", "dc"));
                self.postcode.is_empty()
                    && (!capital || self.last(at).is_some_and(|city| self.lexer.bytes(city) == b"washington"))
            }
        }
    }

    /// Whether a code that is short for a street type as well stands for it: `140 SUMAC CT`, `4402 FERN GULLY CT 61614`. The state
    /// has its ZIP code behind it, or its city before it with a street before that.
    fn is_street_type(&self, at: usize, region: u16) -> bool {
        let code = &self.lexer.lexemes[at];
        if !code.is(Word::PRIMARY | Word::SUFFIX) || code.gap >= Gap::Comma || at == 0 {
            return false;
        }
        let zip = self.postcode.zip_prefix().and_then(tables::zip_region);
        let typed = |end: usize| {
            self.lexer.lexemes[1..end.max(1)].iter().any(|word| word.is(Word::PRIMARY | Word::BEFORE | Word::AFTER))
        };
        // `AV. PAULISTA 299 CURITIBA PR`: the type of the street stands first, and nothing looks like a postcode.
        let first = &self.lexer.lexemes[0];
        let mut digits = self.lexer.lexemes[1..at].iter().filter(|word| word.is(DIGITS)).peekable();
        if first.is_word() && first.is(Word::BEFORE) && digits.peek().is_some() && digits.all(|number| number.len < 5) {
            return false;
        }
        // `CURITIBA PR 80240-020`: the postcode says that no English is written.
        let foreign = tables::region_code(region).is_some_and(|(country, _)| !matches!(country, "US" | "CA"));
        if foreign && zip.is_none() && !self.postcode.is_empty() {
            return false;
        }
        if zip == Some(region) || typed(at) || self.lexer.lexemes[1..at].iter().any(|word| word.gap >= Gap::Comma) {
            return false;
        }
        // `WY` is a state rather: the other sense is read beside it, of which [`Ends::type_at_end`] tells.
        if zip.is_none() && self.lexer.code(code) == b"wy" {
            return false;
        }
        let street =
            self.lexer.lexemes[..at].iter().position(|lexeme| lexeme.is(DIGITS | MIXED)).map_or(0, |at| at + 1);
        // Behind the number of a post office box stands the city; `BOX 12 AVON CT` is a house.
        let boxed = street > 1 && self.lexer.lexemes[street - 2].may(Role::BOX) && {
            let bare = self.lexer.code(&self.lexer.lexemes[street - 2]) == b"box";
            !bare || self.last(street - 2).is_some_and(|po| matches!(self.lexer.code(po), b"po" | b"o" | b"office"))
        };
        let city = (street + usize::from(!boxed)..at).any(|from| {
            tables::city_fit(self.lexer.city_hash(&self.lexer.lexemes[from..at]), None, region) != CityFit::Unknown
        });
        zip.is_some() || !city
    }

    /// `655 PEACHTREE ST NE 30308`, `655 LEMON CT 2ND FL 10472`: right behind a street, or the number of a floor, where no city stands
    /// and the ZIP code is not of that state; `655 PEACHTREE ST NE` without one.
    fn is_direction_or_floor(&self, at: usize, region: u16) -> bool {
        let code = &self.lexer.lexemes[at];
        let (text, Some(before)) = (self.lexer.code(code), self.last(at).filter(|_| at > 1)) else { return false };
        if !matches!(text, b"ne" | b"fl") || code.gap >= Gap::Comma {
            return false;
        }
        let behind = at > 2 && if text == b"ne" { before.is(Word::PRIMARY) } else { before.is(Word::ORDINAL) };
        match self.postcode.zip_prefix().and_then(tables::zip_region) {
            Some(of_zip) => behind && of_zip != region,
            None => behind && self.postcode.is_empty() && text == b"ne" && self.lexer.lexemes[0].is(DIGITS | MIXED),
        }
    }

    /// `222 7TH ST SE` is not in Sergipe: addresses of Brazil begin with the street, or it stands with its type behind the number,
    /// `222 RUA ITABAIANA ARACAJU SE`.
    fn is_southeast(&self, at: usize) -> bool {
        let code = &self.lexer.lexemes[at];
        at > 1
            && self.lexer.code(code) == b"se"
            && code.gap < Gap::Comma
            && self.country.is_none()
            && self.postcode.is_empty()
            && self.lexer.lexemes[0].is(DIGITS | MIXED)
            && !self.lexer.lexemes[1].is(Word::BEFORE)
    }

    /// Whether the word before a place can be the last of the name or code of a region or country.
    fn may_end_place(&self, end: usize) -> bool {
        self.last(end).is_some_and(|last| last.is_word() && last.may(Role::PLACE_END))
    }

    /// Whether lexemes can be the name of a region or country: if they are several, such a name begins with the first.
    fn may_be_place(&self, from: usize, end: usize) -> bool {
        end == from + 1 || self.lexer.lexemes[from].may(Role::PLACE_START)
    }

    /// Whether five digits stand behind a house number and before a word.
    fn has_inner_postcode(&self, end: usize) -> bool {
        (2..end).any(|at| {
            let lexeme = &self.lexer.lexemes[at];
            lexeme.is(DIGITS)
                && self.lexer.bytes(lexeme).len() == 5
                && self.lexer.lexemes[at - 1].is(DIGITS | MIXED)
                && self.lexer.lexemes.get(at + 1).is_some_and(Lexeme::is_word)
        })
    }

    /// Whether what ends before `end` is a street without a city: a type, a number or nothing stands there.
    fn would_leave_no_city(&self, end: usize) -> bool {
        // Five digits and more are a postcode rather than a house number: `BANGALORE 560003 KARNATAKA`.
        let postcode = self.last(end).is_some_and(|last| last.is(DIGITS | MIXED) && self.lexer.bytes(last).len() > 4)
            && self.last(end - 1).is_some_and(|city| city.is_word() && !city.is(Word::PRIMARY | Word::AFTER));
        // `31ST STREET NORTHWEST WASHINGTON`, `111 W WASHINGTON`
        let directional = self.last(end).is_some_and(|last| last.is(Word::DIRECTIONAL))
            && self.last(end - 1).is_some_and(|word| word.is(Word::PRIMARY) || end == 2 && word.is(DIGITS));
        directional
            || !postcode && self.last(end).is_none_or(|last| last.is(Word::PRIMARY | DIGITS | MIXED | Word::AFTER))
            || self.lexer.lexemes.get(end).is_some_and(|first| first.gap == Gap::Comma)
                && !self.lexer.lexemes[1..end].iter().any(|lexeme| lexeme.gap == Gap::Comma)
                && self.last(end).is_some_and(|last| last.is(Word::SUFFIX))
    }
}

/// Whether a word only says that a postcode stands beside it.
pub(super) fn is_label(word: &[u8]) -> bool {
    matches!(word, b"cp" | b"zip" | b"cep" | b"plz" | b"pin" | b"postcode" | b"pincode" | b"cedex")
}

/// Whether the name of a region that stands before the same region (`HOUSTON TEXAS TX`) says it twice: it is no city.
fn repeats(region: u16, name: &[u8]) -> bool {
    let country = tables::region_code(region).map(|(country, _)| country);
    matches!(country, Some("US" | "CA" | "AU")) && !matches!(name, b"new york" | b"quebec" | b"washington")
}

fn region_behind(lexer: &Lexer, end: usize, country: &str) -> bool {
    (2..=3.min(end)).any(|words| {
        let key = lexer.place(end - words, end);
        tables::region_of(country, &key).is_some()
    })
}
