//! The parts of a value that a piece of evidence is about.

use crate::evidence::Evidence;

/// A part of a name, email, phone or address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The value as a whole.
    Whole,
    /// The first given name of a person.
    GivenName,
    /// Further given names and initials.
    MiddleName,
    /// The surname with its particles.
    Surname,
    /// The generational suffix: Jr, Sr, III.
    Generation,
    /// A nickname that a side states itself.
    Nickname,
    /// The name of a business without its legal form.
    BusinessName,
    /// The legal form of a business: LLC, GmbH.
    LegalForm,
    /// Which of several parties, and what it is to the account.
    Party,
    /// The name of a mailbox, before the at sign.
    Mailbox,
    /// The tag of a mailbox, behind a plus sign.
    Tag,
    /// The domain, behind the at sign.
    Domain,
    /// The country calling code.
    CallingCode,
    /// The area code.
    AreaCode,
    /// The subscriber's number, behind the area code.
    Number,
    /// The extension.
    Extension,
    /// A building, company or person before the street.
    Premises,
    /// The house number.
    HouseNumber,
    /// The street with its type and directionals.
    Street,
    /// Apartment, suite, floor.
    Unit,
    /// A post office box or a route.
    PoBox,
    /// The city.
    City,
    /// The state, province or prefecture.
    State,
    /// ZIP or postcode.
    PostalCode,
    /// The last four digits of a ZIP+4.
    PostalCodeDetail,
    /// The country.
    Country,
}

impl Part {
    /// The stable code, snake case: `given_name`, `postal_code`, `whole`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Part::Whole => "whole",
            Part::GivenName => "given_name",
            Part::MiddleName => "middle_name",
            Part::Surname => "surname",
            Part::Generation => "generation",
            Part::Nickname => "nickname",
            Part::BusinessName => "business_name",
            Part::LegalForm => "legal_form",
            Part::Party => "party",
            Part::Mailbox => "mailbox",
            Part::Tag => "tag",
            Part::Domain => "domain",
            Part::CallingCode => "calling_code",
            Part::AreaCode => "area_code",
            Part::Number => "number",
            Part::Extension => "extension",
            Part::Premises => "premises",
            Part::HouseNumber => "house_number",
            Part::Street => "street",
            Part::Unit => "unit",
            Part::PoBox => "po_box",
            Part::City => "city",
            Part::State => "state",
            Part::PostalCode => "postal_code",
            Part::PostalCodeDetail => "postal_code_detail",
            Part::Country => "country",
        }
    }

    /// The words for people: `given name`.
    #[must_use]
    pub fn words(self) -> String {
        self.code().replace('_', " ")
    }

    /// The part that a piece of evidence is about.
    ///
    /// ```
    /// use ownership_match::{Evidence, Part};
    /// assert_eq!(Part::of(Evidence::NameNickname), Part::GivenName);
    /// assert_eq!(Part::of(Evidence::AddressUnitMissing), Part::Unit);
    /// assert_eq!(Part::of(Evidence::PhoneExact), Part::Whole);
    /// ```
    #[must_use]
    pub fn of(evidence: Evidence) -> Part {
        let code = evidence.code();
        PARTS.iter().find(|(beginning, _)| code.starts_with(beginning)).map_or(Part::Whole, |&(_, part)| part)
    }
}

/// How the codes about a part begin. The first that fits counts; what fits none is about the whole.
const PARTS: &[(&str, Part)] = &[
    ("name.given", Part::GivenName),
    ("name.gendered_surname", Part::Surname),
    ("name.nickname", Part::GivenName),
    ("name.loose_nickname", Part::GivenName),
    ("name.stated_nickname", Part::Nickname),
    ("name.goes_by_middle_name", Part::MiddleName),
    ("name.middle", Part::MiddleName),
    ("name.surname", Part::Surname),
    ("name.particle", Part::Surname),
    ("name.generation", Part::Generation),
    ("name.legal_form", Part::LegalForm),
    ("name.number", Part::BusinessName),
    ("name.distinctive_word", Part::BusinessName),
    ("name.only_generic_words", Part::BusinessName),
    ("name.business_word", Part::BusinessName),
    ("name.acronym", Part::BusinessName),
    ("name.not_an_owner", Part::Party),
    ("name.estate", Part::Party),
    ("name.joint_party", Part::Party),
    ("name.role", Part::Party),
    ("email.tag", Part::Tag),
    ("email.domain", Part::Domain),
    ("email.same_domain", Part::Domain),
    ("email.public_provider", Part::Domain),
    ("email.provider_typo", Part::Domain),
    ("email.subdomain", Part::Domain),
    ("email.same_brand", Part::Domain),
    ("email.same_house", Part::Domain),
    ("email.disposable", Part::Domain),
    ("email.name_in_domain", Part::Domain),
    ("email.relay", Part::Domain),
    ("email.exact", Part::Whole),
    ("email.unreadable", Part::Whole),
    ("email.masked", Part::Whole),
    ("email.mask_fits", Part::Whole),
    ("email.one_of_several", Part::Whole),
    ("email.cut", Part::Whole),
    ("email.repaired", Part::Whole),
    ("email.at_missing", Part::Whole),
    ("email.look_alike_letters", Part::Whole),
    ("email.", Part::Mailbox),
    ("phone.area_code", Part::AreaCode),
    ("phone.calling_code", Part::CallingCode),
    ("phone.region_assumed", Part::CallingCode),
    ("phone.extension", Part::Extension),
    ("phone.same_number", Part::Number),
    ("phone.one_digit", Part::Number),
    ("phone.digit", Part::Number),
    ("phone.two_digits", Part::Number),
    ("phone.mobile_digit", Part::Number),
    ("address.country", Part::Country),
    ("address.street", Part::Street),
    ("address.directional", Part::Street),
    ("address.po_box", Part::PoBox),
    ("address.general_delivery", Part::PoBox),
    ("address.house_number", Part::HouseNumber),
    ("address.state", Part::State),
    ("address.city", Part::City),
    ("address.postal_code_detail", Part::PostalCodeDetail),
    ("address.postal_code", Part::PostalCode),
    ("address.unit", Part::Unit),
    ("address.name", Part::Premises),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Field;

    #[test]
    fn every_beginning_begins_a_code() {
        for (beginning, part) in PARTS {
            let mut all = Field::ALL.into_iter().flat_map(Evidence::all);
            assert!(all.any(|evidence| evidence.code().starts_with(beginning)), "{beginning}");
            let reached = Field::ALL.into_iter().flat_map(Evidence::all).any(|&evidence| {
                let first = PARTS.iter().find(|(beginning, _)| evidence.code().starts_with(beginning));
                first.is_some_and(|(first, _)| first == beginning)
            });
            assert!(reached, "{beginning} ({}) stands behind one that takes all of it", part.code());
        }
    }

    #[test]
    fn the_parts_belong_to_the_field() {
        for &evidence in Evidence::all(Field::Address) {
            assert!(!matches!(Part::of(evidence), Part::GivenName | Part::Mailbox | Part::Number), "{evidence}");
        }
    }
}
