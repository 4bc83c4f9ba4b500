//! What was read of an address, in words: for explanations and for `normalize`.

use super::postcode::Detail;
use super::splits::Split;
use super::street::DeliveryKind;
use super::{Address, Delivery, Text, Token};
use crate::address::compare::choose;
use crate::tables::address as tables;

/// A unit inside a building.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondaryUnit {
    /// The standard designator (`apt`, `ste`, `fl`, `#`); `None` where none was written.
    pub designator: Option<String>,
    /// The identifier, lower case, without leading zeros and with hyphens only between numbers; a unit without one repeats its
    /// designator.
    pub identifier: String,
}

/// The parts of an address as they were understood, in folded standard spelling. Street and city are those of the
/// likeliest reading; a comparison may choose another.
///
/// ```
/// use ownership_match::Address;
/// let parts = Address::parse("1847 Juniper Hollow Road Apt 3B, Asheville NC 28803-1912", None).unwrap().parts();
/// assert_eq!(parts.house_number.as_deref(), Some("1847"));
/// assert_eq!(parts.thoroughfare.as_deref(), Some("juniper hollow road"));
/// assert_eq!(parts.units[0].identifier, "3b");
/// assert_eq!(parts.city.as_deref(), Some("asheville"));
/// assert_eq!(parts.state.as_deref(), Some("NC"));
/// assert_eq!(parts.postal_code.as_deref(), Some("28803"));
/// assert_eq!(parts.postal_code_detail.as_deref(), Some("1912"));
/// assert_eq!(parts.country.as_deref(), Some("US"));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AddressParts {
    /// Words before the house number: a building, a company, a person.
    pub name: Option<String>,
    /// The house number with its hyphens, letter and fraction.
    pub house_number: Option<String>,
    /// The directional before the street: `n`, `sw`.
    pub predirectional: Option<String>,
    /// The street with its type, without directionals.
    pub thoroughfare: Option<String>,
    /// The directional behind the street.
    pub postdirectional: Option<String>,
    /// Apartments, suites, floors, buildings.
    pub units: Vec<SecondaryUnit>,
    /// The number of a post office box, or of the box on a route; of two, where the address has two.
    pub po_box: Option<String>,
    /// A route in place of a street: `rr 2`, `hc 1`, `psc 3`.
    pub route: Option<String>,
    /// The city; words of a region that the tables do not know stand in [`state`](AddressParts::state).
    pub city: Option<String>,
    /// The code of the state, province or prefecture; or the words of one that the tables do not know.
    pub state: Option<String>,
    /// ZIP or postcode without blanks, upper case.
    pub postal_code: Option<String>,
    /// The last four digits of a ZIP+4; the three letters behind an Argentine postcode.
    pub postal_code_detail: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country that is named or follows from the form.
    pub country: Option<String>,
}

crate::privacy::redacted_debug!(SecondaryUnit, AddressParts);

impl Address {
    /// What was read, part by part.
    #[must_use]
    pub fn parts(&self) -> AddressParts {
        self.parts_of(0)
    }

    /// What was read, part by part, where the other side is known: of the places where the street can end, the one at which
    /// the two addresses fit best is taken, and of several addresses in one text the one that fits best. The other side
    /// chooses among the readings of this one; it adds none.
    ///
    /// ```
    /// use ownership_match::Address;
    /// let line = Address::parse("12 Rose Park Ridge IL 60068", None).unwrap();
    /// let given = Address::parse("12 Rose, Park Ridge, IL 60068", None).unwrap();
    /// assert_eq!(line.parts_beside(&given).city.as_deref(), Some("park ridge"));
    /// ```
    #[must_use]
    pub fn parts_beside(&self, other: &Address) -> AddressParts {
        self.beside(other, |(reading, split), _| reading.parts_of(split))
    }

    /// Both sides as they are compared.
    pub(super) fn parts_of_both(&self, other: &Address) -> (AddressParts, AddressParts) {
        let parts = |(reading, split): choose::Chosen<'_>| {
            let mut parts = reading.parts_of(split);
            if parts.name.is_none() && reading.flags & super::CARE_OF != 0 {
                // Whose care it is in is not kept.
                parts.name = Some("c/o".to_owned());
            }
            parts
        };
        self.beside(other, |mine, theirs| (parts(mine), parts(theirs)))
    }

    /// What is told of the two addresses as they are compared.
    fn beside<T>(&self, other: &Address, tell: impl FnOnce(choose::Chosen<'_>, choose::Chosen<'_>) -> T) -> T {
        let (mine, theirs) = choose::beside(self, other);
        tell(mine, theirs)
    }

    /// How much likelier the place where the street ends and the city begins is than the next likely one, 0 to 100: 100
    /// where it is known (an address from parts, a postcode between street and city), about 40 where only a comma says so, 0
    /// where it is a guess.
    ///
    /// ```
    /// use ownership_match::Address;
    /// let margin = |line| Address::parse(line, None).unwrap().boundary_margin();
    /// assert!(margin("6105 N Meridian St, Indianapolis IN 46208") > margin("6105 Rose Park Ridge IL 60068"));
    /// assert_eq!(margin("Lindenstr. 48, 50674 Koeln"), 100);
    /// ```
    #[must_use]
    pub fn boundary_margin(&self) -> u8 {
        self.margin
    }

    fn parts_of(&self, split: usize) -> AddressParts {
        let none = Split { name: (0, 0), street: (0, 0), city: (0, 0), before: 0, behind: 0 };
        let split = self.split(split).unwrap_or(none);
        let directional = |at: u8| at.checked_sub(1).and_then(|at| self.words((at, at + 1)));
        let region = tables::region_code(self.region).map(|(_, code)| code.to_uppercase());
        let text = |text: Text| String::from_utf8_lossy(self.written(text)).into_owned();
        let route = |delivery: &Delivery| {
            let kind = match delivery.kind {
                DeliveryKind::PoBox => return String::new(),
                DeliveryKind::General => return "general delivery".to_owned(),
                DeliveryKind::RuralRoute => "rr",
                DeliveryKind::HighwayContract => "hc",
                DeliveryKind::Military => "psc",
            };
            format!("{kind} {}", text(delivery.route))
        };
        let joined = |texts: Vec<String>| {
            let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
            Some(texts.join(", ")).filter(|text| !text.is_empty())
        };
        AddressParts {
            name: self.words(split.name),
            house_number: self.house_number(),
            predirectional: directional(split.before),
            thoroughfare: self.words(split.street),
            postdirectional: directional(split.behind),
            units: self
                .units
                .iter()
                .map(|unit| SecondaryUnit {
                    designator: Some(unit.designator.text().to_owned()).filter(|text| !text.is_empty()),
                    identifier: text(unit.identifier),
                })
                .collect(),
            po_box: joined(self.deliveries().map(|delivery| text(delivery.number)).collect()),
            route: joined(self.deliveries().map(route).collect()),
            city: self.words(split.city),
            state: region.or_else(|| self.words((self.region_from, self.tokens.len() as u8))),
            postal_code: Some(String::from_utf8_lossy(self.postcode.as_bytes()).to_uppercase())
                .filter(|code| !code.is_empty()),
            postal_code_detail: self.postcode.detail.map(Detail::written),
            country: self.country.map(|country| country.to_string()),
        }
    }

    fn words(&self, range: (u8, u8)) -> Option<String> {
        let words: Vec<_> = self
            .token_range(range)
            .iter()
            .map(|&token: &Token| String::from_utf8_lossy(self.spelling(token)))
            .collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    fn house_number(&self) -> Option<String> {
        let number = &self.number;
        let mut text = String::from_utf8_lossy(self.written(number.spelled)).into_owned();
        if text.is_empty() || number.lookalike {
            let parts: Vec<String> = number.parts[..usize::from(number.count)].iter().map(u32::to_string).collect();
            text = parts.join("-");
        }
        if text.is_empty() {
            return None;
        }
        if number.letter != 0 {
            text.push(char::from(number.letter));
        }
        if number.fraction != 0 {
            text.push_str(&format!(" {}/{}", number.fraction >> 4, number.fraction & 15));
        }
        Some(text)
    }
}
