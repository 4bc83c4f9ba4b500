//! Evidence: machine-readable reasons, what they did to the score, and the sentence for people.

use core::fmt;

/// One of the four compared fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// The name of the person or business.
    Name = 0,
    /// The email address.
    Email = 1,
    /// The phone number.
    Phone = 2,
    /// The postal address.
    Address = 3,
}

impl Field {
    /// All fields in the order of the documentation's input: name, email, phone, address.
    pub const ALL: [Field; 4] = [Field::Name, Field::Email, Field::Phone, Field::Address];

    /// The key of the field in the documented JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Email => "email",
            Field::Phone => "phone",
            Field::Address => "address",
        }
    }

    /// The scale on which scores of this field are read.
    #[must_use]
    pub const fn scale(self) -> crate::Scale {
        match self {
            Field::Phone => crate::Scale::Phone,
            Field::Name | Field::Email | Field::Address => crate::Scale::General,
        }
    }
}

/// What a piece of evidence did to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Effect {
    /// It speaks for the same owner.
    Raised,
    /// It speaks against, or something is missing.
    Lowered,
    /// It is worth knowing but moved nothing.
    Noted,
}

/// Declares the evidence of all fields in one table: variant, code, effect, sentence. A field has 64 at most, so that
/// the reasons of one comparison fit one `u64`.
macro_rules! evidence {
    ($($field:ident { $($variant:ident $code:literal $effect:ident $sentence:literal;)* })*) => {
        /// One reason behind a score. The [code](Evidence::code) is stable; new ones may be added.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Evidence {
            $($(#[doc = concat!("Code `", $code, "`: ", $sentence, ".")] $variant,)*)*
        }

        $(
            #[allow(non_snake_case)]
            mod $field {
                /// The evidence of the field, in the order in which it is told.
                pub(super) const ALL: &[super::Evidence] = &[$(super::Evidence::$variant),*];
            }
        )*

        impl Evidence {
            /// The stable code, `field.reason`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($(Evidence::$variant => $code,)*)* }
            }

            /// The field that the evidence is about.
            #[must_use]
            pub const fn field(self) -> Field {
                match self { $($(Evidence::$variant => Field::$field,)*)* }
            }

            /// What it did to the score.
            #[must_use]
            pub const fn effect(self) -> Effect {
                match self { $($(Evidence::$variant => Effect::$effect,)*)* }
            }

            /// A sentence for people, without its full stop. It quotes no value of either side.
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self { $($(Evidence::$variant => $sentence,)*)* }
            }

            /// Every piece of evidence about a field, in the order in which it is told.
            #[must_use]
            pub const fn all(field: Field) -> &'static [Evidence] {
                match field { $(Field::$field => $field::ALL,)* }
            }
        }
    };
}

evidence! {
    Name {
        NameExact "name.exact" Raised "the names are the same";
        NameSurnameDiffers "name.surname_differs" Lowered "the surnames differ";
        NameGivenDiffers "name.given_differs" Lowered "the given names differ";
        NameGivenLooksAlike "name.given_looks_alike" Lowered "the given names look alike but are different names";
        NameSurnamePartDiffers "name.surname_part_differs" Lowered "one of two surnames differs";
        NameMiddleDiffers "name.middle_differs" Lowered "the middle names differ";
        NameMiddleInitialDiffers "name.middle_initial_differs" Lowered "the middle initials differ";
        NameGenerationDiffers "name.generation_differs" Lowered "the generational suffixes differ, as of father and son";
        NamePersonAndBusiness "name.person_and_business" Lowered "one side names a person, the other a business";
        NameNumberDiffers "name.number_differs" Lowered "the numbers in the business names differ";
        NameDistinctiveWordDiffers "name.distinctive_word_differs" Lowered "the words that make the business this one differ";
        NameOnlyGenericWords "name.only_generic_words" Lowered "the business names share nothing but words that many have";
        NameNotAnOwner "name.not_an_owner" Lowered "the matching party is a beneficiary, a minor, or acts for the owner";
        NameEstate "name.estate" Lowered "the account belongs to the estate of the matching party";
        NameFirstOrLastOnly "name.first_or_last_only" Lowered "only the given name or only the surname agrees";
        NameGivenMissing "name.given_missing" Lowered "the given name is on one side only";
        NameSurnameMissing "name.surname_missing" Lowered "the surname is on one side only";
        NameNickname "name.nickname" Lowered "a given name is a nickname of the other";
        NameLooseNickname "name.loose_nickname" Lowered "a given name may be a nickname of the other, or is the same name in another language";
        NameStatedNickname "name.stated_nickname" Noted "a side states the nickname itself";
        NameMiddleMissing "name.middle_missing" Lowered "a middle name is on one side only";
        NameMiddleInitialMissing "name.middle_initial_missing" Lowered "a middle initial is on one side only";
        NameSurnamePartMissing "name.surname_part_missing" Lowered "one of two surnames is on one side only";
        NameGoesByMiddle "name.goes_by_middle_name" Lowered "one side leaves the first given name out";
        NameMiddleSwapped "name.middle_swapped" Lowered "given and middle name have changed places";
        NameInitial "name.initial" Lowered "an initial stands for a name and agrees with it";
        NameTypo "name.typo" Lowered "a few characters differ";
        NameTruncated "name.truncated" Lowered "one side is cut off";
        NameSpelling "name.spelling" Lowered "a name is spelled in another way";
        NameGenderedSurname "name.gendered_surname" Lowered "the surname has its masculine and its feminine form";
        NameGenerationMissing "name.generation_missing" Lowered "a generational suffix is on one side only";
        NameParticleMissing "name.particle_missing" Lowered "particles of the surname differ";
        NameOrderSwapped "name.order_swapped" Lowered "the words stand in another order";
        NameJoined "name.joined" Lowered "words are written together on one side";
        NameOtherReading "name.other_reading" Lowered "letters agree in their second reading, or were damaged";
        NameTransliterated "name.transliterated" Noted "a side is written in another script";
        NameLegalFormDiffers "name.legal_form_differs" Lowered "the legal forms differ";
        NameLegalFormMissing "name.legal_form_missing" Lowered "the legal form is on one side only";
        NameBusinessWordMissing "name.business_word_missing" Lowered "a word of the business name is on one side only";
        NameAcronym "name.acronym" Lowered "one side is the initials of the other";
        NameJointParty "name.joint_party" Noted "the match is with one of several parties in the text";
        NameRole "name.role" Noted "the matching party has a role other than owner, such as trustee or custodian";
        NameBusinessDetected "name.business_detected" Noted "a side names a business";
        NameSurnameAgrees "name.surname_agrees" Raised "the surnames agree";
        NameGivenAgrees "name.given_agrees" Raised "the given names agree";
        NameMiddleAgrees "name.middle_agrees" Raised "the middle names agree";
    }
    Email {
        EmailExact "email.exact" Raised "the mailboxes are the same";
    }
    Phone {
        PhoneExact "phone.exact" Raised "the numbers are the same";
    }
    Address {
        AddressExact "address.exact" Raised "the addresses are the same";
    }
}

impl Evidence {
    /// The position among the evidence of its field.
    fn position(self) -> u32 {
        let first = Evidence::all(self.field())[0];
        self as u32 - first as u32
    }
}

impl fmt::Debug for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The reasons of one comparison: a set of [`Evidence`] about one field, without allocation.
///
/// ```
/// use ownership_match::{Evidence, Name};
/// let given = Name::parse("Jenny Rosen").unwrap();
/// let comparison = given.compare(&given);
/// assert_eq!(comparison.reasons.iter().collect::<Vec<_>>(), [Evidence::NameExact]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reasons {
    field: Field,
    bits: u64,
}

impl Reasons {
    /// No reasons yet.
    pub(crate) const fn new(field: Field) -> Reasons {
        Reasons { field, bits: 0 }
    }

    /// Adds a reason; one about another field is a mistake of the caller and is ignored.
    pub(crate) fn add(&mut self, evidence: Evidence) {
        debug_assert_eq!(evidence.field(), self.field);
        if evidence.field() == self.field {
            self.bits |= 1 << evidence.position();
        }
    }

    /// A number that orders sets of reasons, for a fixed choice between equal scores.
    pub(crate) const fn rank(self) -> u64 {
        self.bits
    }

    /// The field that the reasons are about.
    #[must_use]
    pub const fn field(self) -> Field {
        self.field
    }

    /// Whether a reason is among them.
    #[must_use]
    pub fn contains(self, evidence: Evidence) -> bool {
        evidence.field() == self.field && self.bits & (1 << evidence.position()) != 0
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The reasons in the order in which they are told.
    pub fn iter(self) -> impl Iterator<Item = Evidence> {
        Evidence::all(self.field).iter().copied().filter(move |&evidence| self.contains(evidence))
    }

    /// The stable codes in the order in which they are told.
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        self.iter().map(Evidence::code)
    }
}

impl fmt::Debug for Reasons {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// The answer of one comparator: the score and its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct Comparison {
    /// The score.
    pub score: crate::Score,
    /// What raised and lowered it.
    pub reasons: Reasons,
}

impl Comparison {
    /// What the score says on the scale of its field.
    #[must_use]
    pub fn interpretation(self) -> crate::Interpretation {
        self.reasons.field.scale().interpret(self.score)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_begin_with_their_field() {
        let mut seen = std::collections::BTreeSet::new();
        for field in Field::ALL {
            assert!(Evidence::all(field).len() <= 64, "reasons of one field fit 64 bits");
            for &evidence in Evidence::all(field) {
                assert!(evidence.code().starts_with(&format!("{}.", field.key())), "{evidence}");
                assert!(seen.insert(evidence.code()), "{evidence} twice");
                assert_eq!(evidence.field(), field);
            }
        }
    }

    #[test]
    fn reasons_keep_what_was_added() {
        for field in Field::ALL {
            for &evidence in Evidence::all(field) {
                let mut reasons = Reasons::new(field);
                reasons.add(evidence);
                assert_eq!(reasons.iter().collect::<Vec<_>>(), [evidence]);
            }
        }
    }
}
