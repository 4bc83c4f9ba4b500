//! Evidence: machine-readable reasons, what they did to the score, and the sentence for people.

mod reasons;

use core::fmt;
pub use reasons::{Comparison, Reasons};

/// One of the four compared fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
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
    /// It speaks against, something is missing, or it keeps the score below 100.
    Lowered,
    /// It is worth knowing but moved nothing.
    Noted,
}

impl Effect {
    /// The stable code: `raised`, `lowered`, `noted`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Effect::Raised => "raised",
            Effect::Lowered => "lowered",
            Effect::Noted => "noted",
        }
    }
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
            #[inline]
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
        NameStatedNickname "name.stated_nickname" Lowered "a side states the nickname itself";
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
        NameTransliterated "name.transliterated" Lowered "a side is written in another script";
        NameAbbreviation "name.abbreviation" Lowered "a word of the business is abbreviated";
        NameLegalFormDiffers "name.legal_form_differs" Lowered "the legal forms differ";
        NameLegalFormMissing "name.legal_form_missing" Lowered "a legal form is on one side only";
        NameBusinessWordMissing "name.business_word_missing" Lowered "a word of the business name is on one side only";
        NameAcronym "name.acronym" Lowered "one side is the initials of the other";
        NameJointParty "name.joint_party" Lowered "the match is with one of several parties in the text";
        NameCut "name.cut" Lowered "the text was too long and was read in part";
        NameTextBeside "name.text_beside" Lowered "the names agree, but one side holds more than the name";
        NameRole "name.role" Lowered "the matching party has a role other than owner, such as trustee or custodian";
        NameBusinessDetected "name.business_detected" Noted "a side names a business";
        NameBusinessWordsAgree "name.business_words_agree" Raised "the words that make the business this one agree";
        NameSurnameAgrees "name.surname_agrees" Raised "the surnames agree";
        NameGivenAgrees "name.given_agrees" Raised "the given names agree";
        NameMiddleAgrees "name.middle_agrees" Raised "the middle names agree";
    }
    Email {
        EmailExact "email.exact" Raised "the mailboxes are the same";
        EmailTagIgnored "email.tag_ignored" Noted "a tag was ignored, as the provider documents";
        EmailDotsIgnored "email.dots_ignored" Noted "dots were ignored, as the provider documents";
        EmailDomainAlias "email.domain_alias" Noted "both domains lead to one mailbox, as the provider documents";
        EmailUnreadable "email.unreadable" Lowered "a text holds no mailbox";
        EmailRelay "email.relay" Lowered "a forwarding service hides the mailbox, so nothing can be known";
        EmailMasked "email.masked" Lowered "a side is masked, so only what it shows was compared";
        EmailMaskFits "email.mask_fits" Raised "what the mask shows agrees";
        EmailOneOfSeveral "email.one_of_several" Lowered "one of several mailboxes in the field was compared";
        EmailCut "email.cut" Lowered "the text was too long and was read in part";
        EmailRepaired "email.repaired" Lowered "a slip in the spelling of a mailbox was repaired";
        EmailAtMissing "email.at_missing" Lowered "the at sign is missing, the rest is the same";
        EmailLookAlikeLetters "email.look_alike_letters" Lowered "letters of another script stand for letters that look alike";
        EmailDiacritics "email.diacritics" Lowered "the names of the mailboxes differ in marks or in script";
        EmailRole "email.role" Lowered "the name of a mailbox is a function and not a person";
        EmailSameLocal "email.same_local" Raised "the names of the mailboxes are the same";
        EmailSameDomain "email.same_domain" Raised "the domains are the same";
        EmailPublicProvider "email.public_provider" Noted "the shared domain is a public mail provider, which says little";
        EmailDomainDiffers "email.domain_differs" Lowered "the domains differ";
        EmailDomainTypo "email.domain_typo" Lowered "one domain is a slip of the other";
        EmailProviderTypo "email.provider_typo" Lowered "one domain is a slip of a known mail provider";
        EmailDomainLookAlike "email.domain_look_alike" Lowered "one domain looks like the other: a slip, or made to deceive";
        EmailDomainTruncated "email.domain_truncated" Lowered "one domain is cut short";
        EmailDomainMissing "email.domain_missing" Lowered "one side has no domain";
        EmailSubdomain "email.subdomain" Lowered "one domain is a part of the other, or both are parts of one";
        EmailSameBrand "email.same_brand" Lowered "the domains differ only in their end";
        EmailSameHouse "email.same_house" Lowered "both domains belong to one provider, whose mailboxes are separate";
        EmailLikelyRule "email.likely_rule" Lowered "one mailbox by a rule that the provider does not document";
        EmailTagDiffers "email.tag_differs" Lowered "the tags differ, at a domain whose rule is not documented";
        EmailSeparators "email.separators_differ" Lowered "the names of the mailboxes differ in dots, hyphens or underscores";
        EmailTypo "email.typo" Lowered "the names of the mailboxes are a few letters off";
        EmailOtherName "email.other_given_name" Lowered "the given names are two names in use, a few letters apart";
        EmailDigitsAdded "email.digits_added" Lowered "one side has more digits";
        EmailDigitsConflict "email.digits_conflict" Lowered "the digits differ";
        EmailDigitsMoved "email.digits_moved" Lowered "the digits stand elsewhere";
        EmailNumericId "email.numeric_id" Lowered "the mailboxes are numbers, of which any digit counts";
        EmailSwapped "email.order_swapped" Lowered "the parts of the name stand in the other order";
        EmailMiddleInitial "email.middle_initial" Lowered "one side has one more initial";
        EmailMiddlePart "email.middle_part" Lowered "one side has one more part";
        EmailInitials "email.initials" Lowered "one side has an initial for a part of the other";
        EmailNickname "email.nickname" Lowered "one given name is a short form of the other";
        EmailPartOfName "email.part_of_name" Lowered "one name is a part of the other";
        EmailInitialConflict "email.initial_conflict" Lowered "the initials differ";
        EmailSharedSurname "email.shared_surname" Lowered "only the end of the name is shared, as in one household";
        EmailSharedGivenName "email.shared_given_name" Lowered "only the beginning of the name is shared";
        EmailNameInDomain "email.name_in_domain" Raised "the domain of one side names the other";
        EmailLocalDiffers "email.local_differs" Lowered "the names of the mailboxes differ";
        EmailShortLocal "email.short_local" Lowered "the name of the mailbox is too short to tell people apart";
        EmailDisposable "email.disposable" Noted "a mailbox belongs to a service for throw-away mail";
    }
    Phone {
        PhoneExact "phone.exact" Raised "the numbers are the same";
        PhoneSameNumber "phone.same_number" Raised "the national number is the same";
        PhoneOneDigitOff "phone.one_digit_off" Lowered "one digit differs";
        PhoneDigitsSwapped "phone.digits_swapped" Lowered "two neighbouring digits are swapped";
        PhoneDigitMissing "phone.digit_missing" Lowered "one side has one digit more";
        PhoneTwoDigitsOff "phone.two_digits_off" Lowered "two digits differ, are missing or extra";
        PhoneAreaCodeMissing "phone.area_code_missing" Lowered "the same number, with the area code on one side only";
        PhoneShownDigitsAgree "phone.shown_digits_agree" Raised "the digits that are shown agree";
        PhoneAreaCodeConflict "phone.area_code_conflict" Lowered "the area codes differ";
        PhoneAreaCodeOnly "phone.area_code_only" Lowered "only the area code, or little more, is the same";
        PhoneCallingCodeConflict "phone.calling_code_conflict" Lowered "the country calling codes differ";
        PhoneDifferent "phone.different" Lowered "the numbers are different";
        PhoneUnreadable "phone.unreadable" Lowered "one side holds a text that is no phone number";
        PhoneExtensionConflict "phone.extension_conflict" Lowered "the extensions differ";
        PhoneExtensionMissing "phone.extension_missing" Lowered "only one side has an extension";
        PhoneMobileDigit "phone.mobile_digit" Lowered "one side writes a mobile digit (Mexico's 1, Argentina's 9) that the other leaves out";
        PhoneRegionAssumed "phone.region_assumed" Lowered "a number without a country code was read in the country of the other one";
        PhoneRepaired "phone.repaired" Lowered "one side was repaired: letters that stand for digits, zeros that fill a field, or a plus too many";
        PhoneReadInPart "phone.read_in_part" Lowered "part of a text beside the number was not compared";
        PhoneMasked "phone.masked" Lowered "digits are hidden";
        PhoneSeveral "phone.several" Lowered "one side holds several numbers; the best pair was compared";
    }
    Address {
        AddressExact "address.exact" Raised "the addresses are the same";
        AddressCountryConflict "address.country_conflict" Lowered "the countries are different";
        AddressStreetConflict "address.street_conflict" Lowered "the streets are different";
        AddressStreetMissing "address.street_missing" Lowered "one side has no street";
        AddressPoBoxConflict "address.po_box_conflict" Lowered "the post office boxes or routes are different";
        AddressPoBoxVersusStreet "address.po_box_versus_street" Lowered "one side has a post office box or route, the other a street";
        AddressHouseNumberConflict "address.house_number_conflict" Lowered "the house numbers are different";
        AddressHouseNumberNear "address.house_number_near" Lowered "the house numbers are neighbours or one digit apart";
        AddressHouseNumberDigits "address.house_number_digits" Lowered "digits of the house number are swapped, dropped or doubled";
        AddressHouseNumberMissing "address.house_number_missing" Lowered "one side has no house number";
        AddressHouseNumberDetailConflict "address.house_number_detail_conflict" Lowered "the letters or fractions of the house number are different";
        AddressHouseNumberDetail "address.house_number_detail" Lowered "one house number has a letter, a fraction or a range";
        AddressHouseNumberFormat "address.house_number_format" Lowered "the house number is written with and without a hyphen";
        AddressStateConflict "address.state_conflict" Lowered "the states are different";
        AddressCityConflict "address.city_conflict" Lowered "the cities are different";
        AddressPostalCodeConflict "address.postal_code_conflict" Lowered "the postal codes are different";
        AddressDirectionalConflict "address.directional_conflict" Lowered "the directionals of the streets are different";
        AddressStreetTypeConflict "address.street_type_conflict" Lowered "the street types are different";
        AddressUnitConflict "address.unit_conflict" Lowered "the units in the building are different";
        AddressStreetInitials "address.street_initials" Lowered "one street is written by its initials";
        AddressStreetPartial "address.street_partial" Lowered "part of the street is on one side only";
        AddressStreetTruncated "address.street_truncated" Lowered "one line ends inside the street";
        AddressStreetShortened "address.street_shortened" Lowered "a word of one street is shortened";
        AddressStreetTypo "address.street_typo" Lowered "a few letters of the street are off";
        AddressStreetVariant "address.street_variant" Lowered "the street is spelled in two ways";
        AddressStreetTypeMissing "address.street_type_missing" Lowered "one street has no type";
        AddressDirectionalMissing "address.directional_missing" Lowered "one street has no directional";
        AddressDirectionalMoved "address.directional_moved" Lowered "the directional stands before one street and behind the other";
        AddressUnitMissing "address.unit_missing" Lowered "one side has no unit";
        AddressUnitDetail "address.unit_detail" Lowered "one side says more about the unit";
        AddressUnitDesignator "address.unit_designator" Lowered "the units have other designators";
        AddressUnitLookalike "address.unit_lookalike" Lowered "the units differ in characters that look alike";
        AddressPostalCodeNear "address.postal_code_near" Lowered "the postal codes are one digit apart or of one area";
        AddressPostalCodeMissing "address.postal_code_missing" Lowered "at least one side has no postal code";
        AddressPostalCodeDetail "address.postal_code_detail" Lowered "the last four digits of the ZIP codes are different";
        AddressCityMissing "address.city_missing" Lowered "one side has no city";
        AddressCityPartial "address.city_partial" Lowered "part of the city is on one side only";
        AddressCityTruncated "address.city_truncated" Lowered "one line ends inside the city";
        AddressCityInitials "address.city_initials" Lowered "one city is written by its initials";
        AddressCityTypo "address.city_typo" Lowered "a few letters of the city are off";
        AddressCityVariant "address.city_variant" Lowered "the city is spelled in two ways";
        AddressCityAlias "address.city_alias" Lowered "one city is written by another name";
        AddressStateMissing "address.state_missing" Lowered "one side has no state";
        AddressNameConflict "address.name_conflict" Lowered "other names stand before the streets";
        AddressNameExtra "address.name_extra" Lowered "one side has a name before the street";
        AddressPoBoxExtra "address.po_box_extra" Lowered "one side has a post office box beside the street";
        AddressGeneralDelivery "address.general_delivery" Lowered "general delivery is no premises";
        AddressPoBox "address.po_box" Raised "the post office box or route is the same";
        AddressStreetMatch "address.street_match" Raised "the street and the house number are the same";
        AddressUnitMatch "address.unit_match" Raised "the unit is the same";
        AddressPostalCodeMatch "address.postal_code_match" Raised "the postal code is the same";
        AddressCityMatch "address.city_match" Raised "the city is the same";
        AddressCityStateSwapped "address.city_state_swapped" Lowered "city and state stand in each other's place on one side";
        AddressOtherReading "address.other_reading" Lowered "the addresses agree, but not as each is read by itself";
        AddressOneOfSeveral "address.one_of_several" Lowered "one side holds several addresses; the one that fits best is compared";
        AddressCut "address.cut" Lowered "one address is too long to be read whole, or a letter of it was lost";
    }
}

impl Evidence {
    /// The bit that stands for it among the reasons of its field.
    #[inline(always)]
    pub(crate) const fn bit(self) -> u64 {
        1 << self.position()
    }

    /// The position among the evidence of its field.
    #[inline]
    const fn position(self) -> u32 {
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

    proptest::proptest! {
        /// Lists of reasons, element by element, are the oracle.
        #[test]
        fn reasons_come_in_the_order_of_lists(a in 0_u64..256, b in 0_u64..256) {
            let set = |bits: u64| Reasons::of_bits(Field::Address, bits);
            proptest::prop_assert_eq!(set(a).come_before(set(b)), set(a).iter().lt(set(b).iter()));
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
