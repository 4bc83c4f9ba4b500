//! The calibration: every constant that turns evidence into points, each with its reason and the examples that pin it.
//!
//! Points are permille of the scale: 1000 stands for 100. Rounding to a score happens once, at the end.

/// The version of constants, rules and tables together. It travels with every result; whatever can move a score moves it.
pub const VERSION: &str = "2026.11.1";

/// The whole scale.
pub(crate) const WHOLE: i32 = 1000;
/// What an equality earns that was reached through another reading, or with more detail on one side: never 100.
pub(crate) const NEARLY_WHOLE: i32 = 990;

/// How the fields of one owner are weighed to find the owner who fits best as a whole.
pub(crate) mod owner {
    /// Name counts twice: it is the one field that every bank reports, and the one that is asked for (spec, section 4).
    pub(crate) const NAME_WEIGHT: u32 = 2;
    /// Email, phone and address count once each.
    pub(crate) const OTHER_WEIGHT: u32 = 1;
    /// A missing field counts as 50: it speaks neither for nor against (spec, section 4).
    pub(crate) const MISSING: u32 = 50;
}

/// Names.
pub(crate) mod name {}

/// Emails.
pub(crate) mod email {}

/// Phones.
pub(crate) mod phone {
    /// One digit differs (`212 555 5559`: 70–99). Any plan assigns its neighbours, so the middle of the band and not more.
    pub(crate) const ONE_DIGIT: i32 = 850;
    /// Two neighbours are swapped: one slip of the hand, and a likelier one than a wrong digit.
    pub(crate) const SWAPPED: i32 = ONE_DIGIT + 20;
    /// One digit too few or too many (`212 555 555`: 70–99). What is there agrees, but a digit is not known.
    pub(crate) const MISSING_DIGIT: i32 = ONE_DIGIT - 30;
    /// What a slip costs inside the area code: it stays one slip, in the lowest part of its band, and above
    /// [`AREA_CONFLICT`].
    pub(crate) const IN_AREA: i32 = 120;
    /// Seven digits or more that agree, the area code on one side only: weaker than a slip, stronger than another area.
    pub(crate) const AREA_MISSING: i32 = 690;
    /// All but the area code (`347 555 5555`: 50–69).
    pub(crate) const AREA_CONFLICT: i32 = 600;
    /// The same national digits under two stated calling codes: often a wrong default country, never proof.
    pub(crate) const CALLING_CODE_CONFLICT: i32 = 600;
    /// Two digits of the number differ: beyond one slip, so below its band.
    pub(crate) const TWO_DIGITS: i32 = 600;
    /// Two digits are missing or extra, or one is and another differs.
    pub(crate) const TWO_SLIPS: i32 = TWO_DIGITS - 50;
    /// Three digits differ.
    pub(crate) const THREE_DIGITS: i32 = 450;
    /// The area code and the exchange agree, the line does not.
    pub(crate) const SAME_EXCHANGE: i32 = 400;
    /// Only the area code (`212 999 9999`: 20–49).
    pub(crate) const AREA_ONLY: i32 = 330;
    /// Another area code and one digit off: below all but the area code.
    pub(crate) const AREA_AND_DIGIT: i32 = 250;
    /// Nothing in common but chance (`347 999 9999`: 0–19).
    pub(crate) const NONE: i32 = 50;
    /// An extension on one side only is detail.
    pub(crate) const EXTENSION_MISSING: i32 = 50;
    /// Two extensions are two desks behind one line: the same switchboard, so still possible.
    pub(crate) const EXTENSION_CONFLICT: i32 = 200;
    /// Digits that make a local number.
    pub(crate) const LOCAL_DIGITS: usize = 7;
    /// Shown digits that say something: the usual four at the end.
    pub(crate) const SHOWN_DIGITS: usize = 4;
    /// The shown digits agree: one number in ten thousand does so by chance.
    pub(crate) const SHOWN_AGREE: i32 = 580;
    /// Fewer are shown: they say next to nothing.
    pub(crate) const SHOWN_TOO_FEW: i32 = 250;

    const _: () = assert!(SWAPPED < super::NEARLY_WHOLE - EXTENSION_MISSING);
    const _: () = assert!(MISSING_DIGIT - IN_AREA >= 700 && ONE_DIGIT - IN_AREA >= 700);
    const _: () = assert!(AREA_MISSING < MISSING_DIGIT - IN_AREA && AREA_MISSING > AREA_CONFLICT);
    const _: () = assert!(TWO_DIGITS < ONE_DIGIT && THREE_DIGITS < TWO_SLIPS && SAME_EXCHANGE < THREE_DIGITS);
    const _: () = assert!(AREA_ONLY < SAME_EXCHANGE && AREA_AND_DIGIT < AREA_CONFLICT && NONE < AREA_ONLY);
    const _: () = assert!(EXTENSION_MISSING < EXTENSION_CONFLICT && super::WHOLE - EXTENSION_CONFLICT >= 700);
}

/// Addresses.
///
/// Two regimes. Where the streets are the same (by any of the likenesses), the score is the whole less what each other part
/// costs; a part that conflicts costs at least what its absence costs. Where the streets differ or one is missing, only the
/// place is in common and the score is what that place is worth ([`place`](address::place)).
pub(crate) mod address {
    use super::WHOLE;

    /// No unit on one side: documented as 85–99 (example 2).
    pub(crate) const UNIT_MISSING: i32 = 70;
    /// A building or floor beside the unit on one side only.
    pub(crate) const UNIT_DETAIL: i32 = 40;
    /// `#4` and `Apt 4`: the mark stands for any designator, but it is not the same value.
    pub(crate) const UNIT_MARK: i32 = 10;
    /// `Unit 4` and `Apt 4`.
    pub(crate) const UNIT_GENERIC: i32 = 25;
    /// `Apt 4` and `Ste 4`: one number, two kinds of unit.
    pub(crate) const UNIT_KIND: i32 = 80;

    /// Another unit of the building. Documented example 3 (another floor, no suffix, part of the city) is 70 or more, which leaves no more than this.
    pub(crate) const UNIT_CONFLICT: i32 = 160;
    /// Another unit is a strong match at most: the household next door.
    pub(crate) const UNIT_CONFLICT_CAP: i32 = 790;

    /// No suffix on one side.
    pub(crate) const TYPE_MISSING: i32 = 80;
    /// `Maple St` and `Maple Ave`.
    pub(crate) const TYPE_CONFLICT: i32 = 250;
    /// `5th St` and `5th Ave` are two real streets: weak.
    pub(crate) const NUMBERED_TYPE_CONFLICT: i32 = 430;
    /// No directional on one side.
    pub(crate) const DIRECTION_MISSING: i32 = 110;
    /// The same in a grid, where the quadrant is part of the address (Washington DC, Salt Lake City).
    pub(crate) const DIRECTION_MISSING_GRID: i32 = 250;
    /// `E 5th St` and `5th St E`.
    pub(crate) const DIRECTION_MOVED: i32 = 110;
    /// Another directional is another block: below 70 whatever else agrees.
    pub(crate) const DIRECTION_CONFLICT: i32 = 340;

    /// `Oysterpoint`, an article left out, `Koeln`.
    pub(crate) const STREET_VARIANT: i32 = 40;
    /// One letter of the street.
    pub(crate) const STREET_TYPO: i32 = 60;
    /// Every further letter.
    pub(crate) const STREET_TYPO_MORE: i32 = 50;
    /// `G. Garibaldi`.
    pub(crate) const STREET_SHORTENED: i32 = 100;
    /// The line ends inside the street.
    pub(crate) const STREET_TRUNCATED: i32 = 50;
    /// `OP Blvd` (example 4: with a missing unit and an abbreviated city 60–69).
    pub(crate) const STREET_INITIALS: i32 = 230;
    /// `Victor Hugo` and `Hugo`.
    pub(crate) const STREET_PARTIAL: i32 = 140;

    /// `41-18` and `4118`.
    pub(crate) const NUMBER_JOINED: i32 = 30;
    /// `1935-37` and `1935`.
    pub(crate) const NUMBER_RANGE: i32 = 80;
    /// `14A` and `14`, `27 1/2` and `27`: may be another door.
    pub(crate) const NUMBER_DETAIL: i32 = 170;
    /// `14A` and `14B`.
    pub(crate) const NUMBER_OTHER_DETAIL: i32 = 280;
    /// Digits swapped, dropped or doubled: 70–75, alone.
    pub(crate) const NUMBER_DIGITS: i32 = 275;
    /// No house number on one side: possible.
    pub(crate) const NUMBER_MISSING: i32 = 350;
    /// The neighbour: below 70 whatever else agrees.
    pub(crate) const NUMBER_NEAR: i32 = 330;
    /// Another house of the street: weak.
    pub(crate) const NUMBER_FAR: i32 = 490;

    /// No postcode on one side; city and state tell the place.
    pub(crate) const POSTCODE_MISSING: i32 = 80;
    /// A digit of the postcode is off.
    pub(crate) const POSTCODE_SLIP: i32 = 100;
    /// Another postcode of the same area.
    pub(crate) const POSTCODE_AREA: i32 = 170;
    /// Another postcode.
    pub(crate) const POSTCODE_CONFLICT: i32 = 220;
    /// Other last four digits of ZIP+4.
    pub(crate) const POSTCODE_DETAIL: i32 = 60;

    /// No city on one side, the postcode tells it.
    pub(crate) const CITY_MISSING: i32 = 70;
    /// An alias from the table: SF, NYC, Cologne.
    pub(crate) const CITY_ALIAS: i32 = 15;
    /// The same letters parted otherwise, or words that say nothing (township).
    pub(crate) const CITY_VARIANT: i32 = 20;
    /// One letter of the city.
    pub(crate) const CITY_TYPO: i32 = 40;
    /// Every further letter.
    pub(crate) const CITY_TYPO_MORE: i32 = 20;
    /// The line ends inside the city.
    pub(crate) const CITY_TRUNCATED: i32 = 60;
    /// The initials of the city, without an entry in the table.
    pub(crate) const CITY_INITIALS: i32 = 60;
    /// `San Francisco` and `South San Francisco`.
    pub(crate) const CITY_PARTIAL: i32 = 50;
    /// Another city with the same postcode: a neighbourhood, a vanity name.
    pub(crate) const CITY_CONFLICT: i32 = 110;
    /// No state on one side, the ZIP code tells it.
    pub(crate) const STATE_IMPLIED: i32 = 40;
    /// No state on one side.
    pub(crate) const STATE_MISSING: i32 = 60;
    /// Region words of a country that does not need them, on one side only.
    pub(crate) const REGION_WORDS: i32 = 20;
    /// Another state with the same postcode: a slip.
    pub(crate) const STATE_CONFLICT: i32 = 350;

    /// Neither postcode, city nor state in common to compare: a street line alone.
    pub(crate) const NO_PLACE_CAP: i32 = 710;
    /// City and postcode differ: the same street name elsewhere.
    pub(crate) const OTHER_PLACE_CAP: i32 = 480;
    /// The city differs and there is no postcode to confirm it.
    pub(crate) const OTHER_CITY_CAP: i32 = 550;
    /// State and postcode differ.
    pub(crate) const OTHER_STATE_CAP: i32 = 400;
    /// The country differs: no match.
    pub(crate) const OTHER_COUNTRY_CAP: i32 = 290;

    /// A building, company or person before the street on one side only.
    pub(crate) const NAME_EXTRA: i32 = 30;
    /// Two different ones.
    pub(crate) const NAME_CONFLICT: i32 = 60;
    /// A post office box beside the street on one side only.
    pub(crate) const BOX_EXTRA: i32 = 50;
    /// Both sides have a street and a box, and the boxes differ.
    pub(crate) const BOX_OTHER: i32 = 120;
    /// General delivery is no premises.
    pub(crate) const GENERAL_DELIVERY_CAP: i32 = 750;

    /// What the place alone is worth where the streets differ or one is missing.
    pub(crate) mod place {
        /// The same postcode, and one side has no street: consistent, but no evidence.
        pub(crate) const POSTCODE_ONLY_PLACE: i32 = 500;
        /// The same postcode, other streets (documented as weak; example 5 has less in common and is 30 or more).
        pub(crate) const POSTCODE: i32 = 460;
        /// Only the postcode is there.
        pub(crate) const BARE_POSTCODE: i32 = 350;
        /// The same city, other postcode.
        pub(crate) const CITY: i32 = 390;
        /// Part of the city's name in the same state (example 5).
        pub(crate) const CITY_PARTIAL: i32 = 330;
        /// A postcode a digit off, or of the same area, where no city agrees.
        pub(crate) const POSTCODE_AREA: i32 = 270;
        /// Only the state.
        pub(crate) const STATE: i32 = 160;
        /// Only the country, or nothing.
        pub(crate) const COUNTRY: i32 = 60;
        /// The house number is the same as well.
        pub(crate) const NUMBER: i32 = 20;
        /// Another box of the same post office.
        pub(crate) const OTHER_BOX: i32 = 30;
    }

    /// How likely a street ends at a place of a line; only their order matters.
    pub(crate) mod split {
        /// A unit or a house number stood there.
        pub(crate) const GAP: i32 = 45;
        /// A comma.
        pub(crate) const COMMA: i32 = 38;
        /// A street type that is seldom part of a name stands before.
        pub(crate) const TYPE: i32 = 36;
        /// A type that is often part of a name stands before.
        pub(crate) const WEAK_TYPE: i32 = 20;
        /// A type stands behind: the street goes on.
        pub(crate) const SPLIT_TYPE: i32 = 20;
        /// A directional that is written out rather begins a city.
        pub(crate) const SPELLED: i32 = 12;
        /// Nothing is left for the city.
        pub(crate) const NO_CITY: i32 = 15;
        /// Nothing is left for the street.
        pub(crate) const NO_STREET: i32 = 40;
        /// Each word of a city beyond three.
        pub(crate) const LONG_CITY: i32 = 5;
    }

    const _: () = {
        assert!(UNIT_MISSING <= UNIT_CONFLICT && UNIT_DETAIL <= UNIT_MISSING && UNIT_MARK < UNIT_GENERIC);
        assert!(TYPE_MISSING <= TYPE_CONFLICT && TYPE_CONFLICT < NUMBERED_TYPE_CONFLICT);
        assert!(DIRECTION_MISSING <= DIRECTION_MISSING_GRID && DIRECTION_MISSING_GRID < DIRECTION_CONFLICT);
        assert!(NUMBER_DETAIL <= NUMBER_OTHER_DETAIL && NUMBER_DIGITS < NUMBER_NEAR && NUMBER_NEAR < NUMBER_FAR);
        assert!(
            POSTCODE_MISSING <= POSTCODE_SLIP && POSTCODE_SLIP < POSTCODE_AREA && POSTCODE_AREA < POSTCODE_CONFLICT
        );
        assert!(
            CITY_MISSING <= CITY_CONFLICT
                && STATE_MISSING <= STATE_CONFLICT
                && NAME_EXTRA <= NAME_CONFLICT
                && BOX_EXTRA <= BOX_OTHER
        );
        // Another house number or directional is below the documented threshold of 70.
        assert!(WHOLE - NUMBER_NEAR < 695 && WHOLE - DIRECTION_CONFLICT < 695 && WHOLE - NUMBER_DIGITS >= 695);
        // Weak is 30 to 59, none is below 30.
        assert!(
            place::POSTCODE_ONLY_PLACE + place::NUMBER < 595
                && place::CITY_PARTIAL >= 295
                && place::STATE + place::NUMBER < 295
        );
        assert!(OTHER_COUNTRY_CAP <= 294 && UNIT_CONFLICT_CAP < 845);
    };
}
