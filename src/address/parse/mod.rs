//! A text or the parts of a structured address → the address, with the other readings that it may have.

mod ahead;
mod attempt;
mod city;
mod countries;
mod inner;
mod order;
mod peel;
mod placeholder;
mod plain;
#[cfg(feature = "regional-formats")]
pub(in crate::address) mod rare_postcode;
pub(in crate::address) mod read;
mod repeated;
mod saints;
mod several;
mod split;
pub(in crate::address) mod told;

use super::lex::{Lexeme, Lexer};
use crate::address::{Address, CUT, INITIAL, Reading, TAIL};
use crate::{Country, PostalAddress};
use smallvec::SmallVec;

/// What the other readings of a line begin with.
struct Again {
    lexer: Lexer,
    /// The words of the name of the country that the line names.
    name: Option<usize>,
    /// The country that is named, and that of the field beside the line.
    named: Option<Country>,
    by_field: Option<Country>,
    /// What the letters at the end are as a type.
    typed: Option<(&'static str, u16)>,
}

impl Address {
    /// Reads an address line. `None` when the text holds none: it is blank, or a placeholder such as `N/A`.
    ///
    /// The line may have commas, line breaks or neither. It is read by its form: what country it is in follows from what it
    /// names, or from the shapes of its postcode and region. `country` is the caller's default country; a default says nothing
    /// about a particular line, so it never becomes the country of the address; it only tells whether `JAMAICA 11435` is a city
    /// with its ZIP code or a country.
    /// Of more than 512 letters the beginning and the end are read; such an address scores 100 only beside the same text.
    /// Where the text holds several complete addresses, a comparison takes the one that fits best, and says so.
    ///
    /// ```
    /// use ownership_match::Address;
    /// let address = Address::parse("FLAT 4 18 HARROW WEIR TERRACE LONDON SW10 4QP", None).unwrap();
    /// assert_eq!(address.country().unwrap().code(), "GB");
    /// assert_eq!(address.parts().house_number.as_deref(), Some("18"));
    /// assert!(Address::parse("N/A", None).is_none());
    /// ```
    #[must_use]
    pub fn parse(raw: &str, country: Option<Country>) -> Option<Address> {
        let mut address = None;
        Address::read(&mut address, raw, country);
        address
    }

    /// The same, where it is to stay.
    pub(crate) fn read(address: &mut Option<Address>, raw: &str, country: Option<Country>) {
        if !placeholder::is_placeholder(raw) {
            Address::read_text(address, raw, None, country);
        }
    }

    /// Reads a text that holds one address or more, in the country that a field beside it names.
    fn read_text(address: &mut Option<Address>, raw: &str, named: Option<Country>, default: Option<Country>) {
        if named.is_none() && plain::read_line(address, raw).is_some() {
            return;
        }
        let mut ends = read::Ends::default();
        ends.lexer.read(raw);
        placeholder::drop_filler_zip(&mut ends.lexer);
        *address = match several::parts(raw, named, default) {
            Some(parts) => Address::of_several(parts),
            None => Address::read_one(&mut ends, raw, named, default),
        }
    }

    /// What was read of some texts. It stays where it is returned.
    fn build(ends: &mut read::Ends, texts: &[&str]) -> Option<Address> {
        let initial = ends.with_initial();
        let mut built = split::build(ends);
        if let Some(address) = &mut built {
            address.read_initial(initial);
            address.keep_whole(texts);
        }
        built
    }

    /// An address with others, each of which may stand beside any address of the other side.
    fn of_several(addresses: impl IntoIterator<Item = Address>) -> Option<Address> {
        let mut addresses = addresses.into_iter();
        let mut first = addresses.next()?;
        first.more.get_or_insert_default().readings.extend(addresses.map(|address| (Reading::Further, address)));
        Some(first)
    }

    /// Reads a line that holds one address.
    pub(super) fn parse_one(raw: &str, named: Option<Country>, default: Option<Country>) -> Option<Address> {
        let mut ends = read::Ends::default();
        ends.lexer.read(raw);
        Address::read_one(&mut ends, raw, named, default)
    }

    /// Reads a line of one address from its lexemes.
    fn read_one(ends: &mut read::Ends, raw: &str, named: Option<Country>, default: Option<Country>) -> Option<Address> {
        let american = named.is_none_or(|named| named == Country::US);
        let others = [ends.lexer.with_joined_direction(), ends.lexer.with_unit_for_mark()];
        read::line(ends, named, default);
        let plausible = if named.is_some() { SmallVec::new() } else { countries::plausible(ends) };
        let typed = ends.type_at_end();
        let otherwise =
            ends.saint.is_some() || ends.attempt.is_some() || ends.tail_code || ends.cut_word || typed.is_some();
        // What other readings begin with.
        let again = (otherwise || !plausible.is_empty()).then(|| Again {
            lexer: ends.lexer.clone(),
            // A foreign country's name that is taken for a city is the whole of it.
            name: countries::words_of_name(ends),
            named: named.or(ends.country.filter(|_| ends.named_by.is_some())),
            by_field: named,
            typed,
        });
        let (turned, turned_in) = ahead::turned(ends);
        let initial = ends.with_initial();
        // It stays where it is returned.
        let mut built = split::build(ends);
        let Some(address) = &mut built else { return built };
        address.read_initial(initial);
        for (at, line) in turned.into_iter().enumerate() {
            address.read_turned(line, named.or(turned_in), at < ahead::IN_EACH_COUNTRY);
        }
        if american {
            address.add_lines(others, named);
        }
        if let Some(again) = again {
            address.read_again(ends, again, &plausible);
        }
        address.keep_whole(&[raw]);
        built
    }

    /// Adds the other readings of a line.
    fn read_again(&mut self, ends: &read::Ends, again: Again, plausible: &[Country]) {
        let Again { lexer, name, named, by_field, typed } = again;
        if let Some(attempt) = ends.attempt {
            let ends = attempt::read(lexer.clone(), attempt, named);
            self.add_reading(Reading::Otherwise, ends.and_then(|mut ends| split::build(&mut ends)));
        }
        if ends.tail_code {
            if let Some(mut reading) = split::build(&mut read::line_with_tail(lexer.clone())) {
                reading.flags |= TAIL;
                self.add_reading(Reading::Otherwise, Some(reading));
            }
        }
        if let Some((standard, classes)) = typed {
            let mut lexer = lexer.clone();
            lexer.becomes(lexer.lexemes.len() - 1, standard, classes);
            // It is no code any more.
            if let Some(last) = lexer.lexemes.last_mut() {
                (last.raw, last.raw_len) = (last.start, last.len);
            }
            self.add_reading(Reading::Otherwise, split::build(&mut read::line_otherwise(lexer, named)));
        }
        if ends.cut_word {
            let mut lexer = lexer.clone();
            let mut cut_word = [0; crate::address::LONGEST_CUT_WORD];
            // `DEPTO 10 COL. CE`: the mark of a quarter says nothing without its name.
            let is_mark =
                |word: &Lexeme| matches!(lexer.bytes(word), b"col" | b"colonia" | b"fracc" | b"barrio" | b"bairro");
            if let [.., mark, _] = lexer.lexemes.as_slice() {
                if is_mark(mark) {
                    lexer.lexemes.pop();
                }
            }
            if let Some(last) = lexer.lexemes.pop() {
                let letters = lexer.code(&last).iter();
                cut_word.iter_mut().zip(letters).for_each(|(held, letter)| *held = *letter);
            }
            let length = cut_word.iter().take_while(|&&letter| letter != 0).count();
            let cut_regions = crate::tables::address::regions_that_begin(&cut_word[..length]);
            // `COL ROMA NOR` names no country where its last word is none.
            let whole = (Reading::Otherwise, read::line_otherwise(lexer.clone(), by_field));
            let in_each =
                plausible.iter().map(|&country| (Reading::In(country), read::line_in(lexer.clone(), country)));
            for (of, mut line) in core::iter::once(whole).chain(in_each) {
                let Some(mut reading) = split::build(&mut line) else { continue };
                let more = reading.more.get_or_insert_default();
                (more.cut_word, more.is_cut_at_width) = (cut_word, !ends.ends_inside_word());
                more.cut_regions.clone_from(&cut_regions);
                self.add_reading(of, Some(reading));
            }
        }
        if let Some(at) = ends.saint {
            let reading = split::build(&mut read::line_otherwise(lexer.clone().with_saint(at), named));
            self.add_reading(Reading::Otherwise, reading);
        }
        for &country in plausible {
            if let Some(mut reading) = split::build(&mut read::line_in(lexer.clone(), country)) {
                let taken = name.filter(|_| country == Country::US);
                if taken.is_some_and(|words| !countries::keep_whole_name(&mut reading, words)) {
                    continue;
                }
                reading.flags |= self.flags & CUT;
                self.add_reading(Reading::In(country), Some(reading));
            }
        }
    }

    /// Adds the reading in which the letter behind the house number is that of a given name.
    fn read_initial(&mut self, initial: Option<read::Ends>) {
        if let Some(mut ends) = initial.filter(|_| self.number.letter != 0) {
            let mut reading = split::build(&mut ends);
            reading.iter_mut().for_each(|reading| reading.marks |= INITIAL);
            self.add_reading(Reading::Otherwise, reading);
        }
    }

    /// Adds the readings of a line that begins with its place, in the usual order.
    fn read_turned(&mut self, line: ahead::Line, named: Option<Country>, in_each_country: bool) {
        let mut ends = read::line_otherwise(line.lexer.clone(), named);
        let holds = |ends: &read::Ends| line.is_read_with(&ends.postcode);
        let plausible = if named.is_some() || !in_each_country { SmallVec::new() } else { countries::plausible(&ends) };
        for country in plausible {
            let mut reading = read::line_in(ends.lexer.clone(), country);
            if holds(&reading) {
                self.add_reading(Reading::In(country), split::build(&mut reading));
            }
        }
        if holds(&ends) {
            self.add_reading(Reading::Otherwise, split::build(&mut ends));
        }
    }

    /// Reads a structured address. `None` when it holds nothing but blanks and placeholders.
    ///
    /// Parts may be empty; when there is no city, or no street, all of them are read as one line.
    #[must_use]
    pub fn from_parts(parts: &PostalAddress) -> Option<Address> {
        let mut address = None;
        Address::read_parts(&mut address, parts.parts());
        address
    }

    /// The same, where it is to stay.
    pub(crate) fn read_parts(address: &mut Option<Address>, parts: [Option<&str>; 6]) {
        let clean = parts.map(|part| part.filter(|text| !placeholder::is_placeholder(text)));
        if plain::read_parts(address, clean).is_none() {
            Address::read_parts_by_rules(address, clean);
        }
    }

    /// Reads parts that are no placeholders.
    #[inline(never)]
    fn read_parts_by_rules(address: &mut Option<Address>, clean: [Option<&str>; 6]) {
        let [line1, line2, city, state, postal_code, country] = clean;
        if [line1, line2, city, state, postal_code].iter().all(Option::is_none) {
            return;
        }
        // `BOISE ID 83702` in the field of the city, and nothing in the others.
        let whole = state.is_none() && postal_code.is_none() && city.is_some_and(read::ends_in_zip);
        if city.is_some() && !whole && (line1.is_some() || line2.is_some()) {
            let mut ends = read::Ends::default();
            let (after_lines, after_city) = read::parts(&mut ends, line1, line2, [city, state, postal_code, country]);
            ends.take_parts(after_lines, after_city);
            *address = Address::build(&mut ends, &clean.map(Option::unwrap_or_default));
            return;
        }
        let named = country.and_then(read::country_of_field);
        let lines: SmallVec<[&str; 5]> = [line1, line2, city, state, postal_code].into_iter().flatten().collect();
        Address::read_text(address, &lines.join(", "), named, None);
    }

    /// Adds the readings of a line with a direction of two words, and with a unit where the mark of the road's number may be one.
    fn add_lines(&mut self, [joined, marked]: [Option<Lexer>; 2], named: Option<Country>) {
        let marked = marked.filter(|_| self.units.is_empty());
        for lexer in [joined, marked].into_iter().flatten() {
            self.add_reading(Reading::Otherwise, split::build(&mut read::line_otherwise(lexer, named)));
        }
    }

    fn add_reading(&mut self, of: Reading, reading: Option<Address>) {
        if let Some(reading) = reading {
            self.more.get_or_insert_default().readings.push((of, reading));
        }
    }
}
