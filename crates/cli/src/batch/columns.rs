//! Which column of CSV is what: the scheme of the header, and what the command line says beside it.
//!
//! A column is named `id`, `given_PART` or `owner_PART`; further owners are `owner2_PART`, `owner3_PART` and so on, and
//! `owner1_PART` is `owner_PART`. A part is `name`, `email`, `phone`, `address` (one line; of an owner also `raw_address`), or
//! one of `line1`, `line2`, `city`, `state`, `postal_code`, `country`, each of these also behind `address_`. For `given_` the
//! documented `owner_information_` may stand. Capitals do not count, and any other character is an underscore.

use super::cells::Cells;
use ownership_match::{AccountOwner, OwnerInformation, PostalAddress};

/// The most columns of a file: as many as a spreadsheet has.
const MAX_COLUMNS: usize = 16_384;

/// The most owners of a row.
const MAX_OWNERS: usize = 99;

/// The parts of an address in the order of [`PostalAddress::parts`].
const ADDRESS_PARTS: [&str; 6] = ["line1", "line2", "city", "state", "postal_code", "country"];

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Id,
    Given(Part),
    /// Of the owner with this number, from 0.
    Owner(usize, Part),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Name,
    Email,
    Phone,
    RawAddress,
    /// One of [`ADDRESS_PARTS`].
    Address(usize),
}

/// Where the cells of a file are.
pub(super) struct Columns {
    /// The header as it was written.
    pub(super) headers: Vec<Vec<u8>>,
    /// The column of the id.
    pub(super) id: Option<usize>,
    given: Side,
    /// The owners with their numbers from 0, in this order.
    owners: Vec<(usize, Side)>,
}

/// Where the cells of one side are.
#[derive(Default)]
struct Side {
    name: Option<usize>,
    email: Option<usize>,
    phone: Option<usize>,
    raw_address: Option<usize>,
    address: [Option<usize>; 6],
}

impl Side {
    fn place(&mut self, part: Part) -> &mut Option<usize> {
        match part {
            Part::Name => &mut self.name,
            Part::Email => &mut self.email,
            Part::Phone => &mut self.phone,
            Part::RawAddress => &mut self.raw_address,
            Part::Address(index) => &mut self.address[index],
        }
    }

    fn postal_address(&self, text: &mut impl FnMut(Option<usize>) -> Option<String>) -> Option<PostalAddress> {
        let [line1, line2, city, state, postal_code, country] = self.address.map(text);
        let address = PostalAddress { line1, line2, city, state, postal_code, country };
        (!address.is_empty()).then_some(address)
    }
}

impl Columns {
    /// Reads a header. `named` are the pairs of a key and a header that the command line gave; they come before the scheme.
    pub(super) fn read(header: &[u8], delimiter: u8, named: &[(String, String)]) -> Result<Columns, String> {
        let mut cells = Cells::new(delimiter, MAX_COLUMNS);
        cells.read(header);
        if cells.count() > MAX_COLUMNS {
            return Err(format!("more than {MAX_COLUMNS} columns"));
        }
        let headers: Vec<_> = (0..cells.count()).map(|index| cells.get(index).to_vec()).collect();
        let mut columns = Columns { headers, id: None, given: Side::default(), owners: Vec::new() };
        let mut taken = Vec::new();
        for (key_text, wanted) in named {
            let mut found =
                (0..columns.headers.len()).filter(|&at| columns.headers[at].trim_ascii() == wanted.as_bytes());
            let index = found.next().ok_or_else(|| format!("no column has the header {wanted}"))?;
            if found.next().is_some() {
                return Err(format!("more than one column has the header {wanted}"));
            }
            if let Some(key) = key(key_text) {
                columns.set(key, index, key_text)?;
                taken.push((key, index));
            }
        }
        for index in 0..columns.headers.len() {
            let text = String::from_utf8_lossy(&columns.headers[index]).into_owned();
            let Some(key) = key(&text) else { continue };
            if !taken.iter().any(|&(other, at)| other == key || at == index) {
                columns.set(key, index, &text)?;
            }
        }
        columns.owners.sort_by_key(|&(number, _)| number);
        Ok(columns)
    }

    /// Whether there is something to compare.
    pub(super) fn is_complete(&self) -> Result<(), &'static str> {
        let Side { name, email, phone, address, .. } = &self.given;
        let is_given = name.or(*email).or(*phone).is_some() || address.iter().any(Option::is_some);
        if !is_given {
            return Err(
                "no column of the given side: name one given_name, given_email … or say --column given_name=HEADER",
            );
        }
        if self.owners.is_empty() {
            return Err("no column of an owner: name one owner_name, owner_email … or say --column owner_name=HEADER");
        }
        Ok(())
    }

    /// Headers that look as if they were meant for the scheme, and are not used.
    pub(super) fn unused(&self) -> impl Iterator<Item = String> + '_ {
        self.headers.iter().enumerate().filter_map(|(index, header)| {
            let text = folded(&String::from_utf8_lossy(header));
            let is_meant = text.starts_with("given_") || text.starts_with("owner");
            let sides = std::iter::once(&self.given).chain(self.owners.iter().map(|(_, side)| side));
            let is_used = self.id == Some(index)
                || sides.into_iter().any(|side| {
                    let parts = [side.name, side.email, side.phone, side.raw_address];
                    parts.iter().chain(&side.address).any(|place| *place == Some(index))
                });
            (is_meant && !is_used).then_some(text)
        })
    }

    /// The two sides of a row; the owners with their numbers. A cell that is not UTF-8 is read with U+FFFD, and then
    /// `is_replaced` is set.
    pub(super) fn sides(
        &self,
        cells: &Cells,
        is_replaced: &mut bool,
    ) -> (OwnerInformation, Vec<usize>, Vec<AccountOwner>) {
        let mut text = |place: Option<usize>| {
            let text = String::from_utf8_lossy(cells.get(place?));
            *is_replaced |= matches!(text, std::borrow::Cow::Owned(_));
            (!text.trim().is_empty()).then(|| text.into_owned())
        };
        let side = &self.given;
        let given = OwnerInformation {
            name: text(side.name),
            email: text(side.email),
            phone: text(side.phone),
            address: side.postal_address(&mut text),
        };
        let mut numbers = Vec::with_capacity(self.owners.len());
        let mut owners = Vec::with_capacity(self.owners.len());
        for (number, side) in &self.owners {
            let owner = AccountOwner {
                name: text(side.name),
                email: text(side.email),
                phone: text(side.phone),
                raw_address: text(side.raw_address),
                address: side.postal_address(&mut text),
                ..AccountOwner::default()
            };
            // Most rows have fewer owners than the file has columns for; one without data is none.
            if owner != AccountOwner::default() {
                numbers.push(*number);
                owners.push(owner);
            }
        }
        (given, numbers, owners)
    }

    fn set(&mut self, key: Key, index: usize, text: &str) -> Result<(), String> {
        let place = match key {
            Key::Id => &mut self.id,
            Key::Given(part) => self.given.place(part),
            Key::Owner(number, part) => {
                let at = self.owners.iter().position(|&(other, _)| other == number).unwrap_or_else(|| {
                    self.owners.push((number, Side::default()));
                    self.owners.len() - 1
                });
                self.owners[at].1.place(part)
            }
        };
        match place.replace(index) {
            None => Ok(()),
            Some(first) => Err(format!("columns {} and {} are both {}", first + 1, index + 1, folded(text))),
        }
    }
}

/// Whether a line looks like the header of a file: a column of it is one of the scheme.
pub(super) fn is_header(line: &[u8], delimiter: u8) -> bool {
    let mut cells = Cells::new(delimiter, MAX_COLUMNS);
    cells.read(line);
    let mut texts = (0..cells.count()).map(|index| String::from_utf8_lossy(cells.get(index)));
    texts.any(|text| matches!(key(&text), Some(Key::Given(_) | Key::Owner(..))))
}

/// Whether a text is the key of a column.
pub(crate) fn is_column_key(text: &str) -> bool {
    key(text).is_some()
}

fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_ascii_lowercase()
}

fn key(text: &str) -> Option<Key> {
    let text = folded(text);
    if text == "id" {
        return Some(Key::Id);
    }
    // The longer prefix first: `owner_information` is no part of an owner.
    if let Some(rest) = text.strip_prefix("owner_information_").or_else(|| text.strip_prefix("given_")) {
        // A given address is structured; a line of it is read as its first.
        return match part(rest)? {
            Part::RawAddress if rest == "address" => Some(Key::Given(Part::Address(0))),
            Part::RawAddress => None,
            part => Some(Key::Given(part)),
        };
    }
    let rest = text.strip_prefix("owner")?;
    let digits = rest.trim_start_matches('_');
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let (number, rest) = digits.split_at(end);
    let number = if number.is_empty() { 1 } else { number.parse().ok()? };
    let part = part(rest.strip_prefix('_').unwrap_or(rest))?;
    (1..=MAX_OWNERS).contains(&number).then(|| Key::Owner(number - 1, part))
}

fn part(text: &str) -> Option<Part> {
    Some(match text {
        "name" => Part::Name,
        "email" => Part::Email,
        "phone" => Part::Phone,
        "address" | "raw_address" => Part::RawAddress,
        _ => {
            let text = text.strip_prefix("address_").unwrap_or(text);
            Part::Address(ADDRESS_PARTS.iter().position(|&part| part == text)?)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_names_columns() {
        for (text, expected) in [
            ("id", Some(Key::Id)),
            ("ID", Some(Key::Id)),
            ("given_name", Some(Key::Given(Part::Name))),
            (" Given Name ", Some(Key::Given(Part::Name))),
            ("owner_information.address.postal_code", Some(Key::Given(Part::Address(4)))),
            ("given_address", Some(Key::Given(Part::Address(0)))),
            ("given_line2", Some(Key::Given(Part::Address(1)))),
            ("given_raw_address", None),
            ("owner_name", Some(Key::Owner(0, Part::Name))),
            ("owner1_name", Some(Key::Owner(0, Part::Name))),
            ("owner_2_raw_address", Some(Key::Owner(1, Part::RawAddress))),
            ("Owner 12 City", Some(Key::Owner(11, Part::Address(2)))),
            ("owner-address", Some(Key::Owner(0, Part::RawAddress))),
            ("owner_0_name", None),
            ("owner100_name", None),
            ("owner99999999999999999999_name", None),
            ("owner", None),
            ("owner_nmae", None),
            ("name", None),
            ("", None),
        ] {
            assert_eq!(key(text), expected, "{text}");
        }
    }

    #[test]
    fn the_command_line_comes_before_the_scheme() {
        let named = [("given_name".to_owned(), "Customer".to_owned())];
        let columns = Columns::read(b"given_name,Customer,owner_name", b',', &named).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((columns.given.name, columns.id), (Some(1), None));
        assert_eq!(columns.unused().collect::<Vec<_>>(), ["given_name"]);
        for (header, says) in [
            ("owner_name,given_name,given name", "columns 2 and 3 are both given_name"),
            ("Customer,Customer,owner_name", "more than one column has the header Customer"),
            ("owner_name", "no column has the header Customer"),
        ] {
            let named = if header.contains("given") { &[][..] } else { &named };
            assert_eq!(Columns::read(header.as_bytes(), b',', named).err().as_deref(), Some(says));
        }
    }

    #[test]
    fn a_header_is_told_from_other_lines() {
        for header in ["given_name,owner_name", "\"Given Name\",x", "x,owner2 phone"] {
            assert!(is_header(header.as_bytes(), b','), "{header}");
        }
        for line in ["id,name", "{\"id\": 1, \"given_name\": 2}", "", "given_name;owner_name", "\u{0}PNG"] {
            assert!(!is_header(line.as_bytes(), b','), "{line}");
        }
    }

    #[test]
    fn both_sides_need_a_column() {
        let complete =
            |header: &[u8]| Columns::read(header, b',', &[]).unwrap_or_else(|e| panic!("{e}")).is_complete().is_ok();
        assert!(complete(b"given_city,owner3_phone"));
        assert!(!complete(b"given_name,id") && !complete(b"owner_name") && !complete(b""));
    }
}
