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
///
/// A comparison starts at [`WHOLE`](super::WHOLE) and pays for what differs. Rows in quotes pin a constant.
pub(crate) mod name {
    use super::WHOLE;

    // What two words cost in the same place of two names.

    /// Two words that have nothing to do with each other: more than any other cost, so that it can be told from them.
    pub(crate) const CONFLICT: i32 = WHOLE;
    /// Mary Beth and Marybeth: the same letters.
    pub(crate) const JOINED: i32 = 10;
    /// ü stood there and `ue` came back: the other reading of the same letter.
    pub(crate) const UMLAUT: i32 = JOINED;
    /// Mueller and Muller, where no side shows the ü.
    pub(crate) const DIGRAPH: i32 = 40;
    /// Each letter that a bank's system lost (REN?E).
    pub(crate) const LOST_LETTER: i32 = 50;
    /// Each digit that looks like the letter (0LIVIA, MAXWE11).
    pub(crate) const LOOK_ALIKE: i32 = 50;
    /// Stephen and Steven, Mohammed and Muhammad: one name, two spellings.
    pub(crate) const SPELLING: i32 = 60;
    /// Spelled differently, sounds the same, and no table knows it.
    pub(crate) const SOUND: i32 = 70;
    /// The same, where one side came from another script: its letters have no one spelling.
    pub(crate) const SCRIPT_SPELLING: i32 = 30;
    /// Ivanov and Ivanova: the same surname of a man and a woman.
    pub(crate) const GENDERED: i32 = 50;
    /// Two ideographs that sound the same: the surname may be one, the given name hardly is.
    pub(crate) const HOMOPHONE: i32 = 350;
    /// One slip in a word of five letters or more: "Jneny Jane Rosen" is very strong.
    pub(crate) const SLIP: i32 = 80;
    /// One slip in a word of four letters.
    pub(crate) const SLIP_OF_FOUR: i32 = 130;
    /// A letter replaced in four, or one missing in three: Jon, John.
    pub(crate) const SHORT_SLIP: i32 = 200;
    /// A letter replaced in three: Amy, Ana.
    pub(crate) const SHORT_SUBSTITUTION: i32 = 400;
    /// Two slips in a long word.
    pub(crate) const TWO_SLIPS: i32 = 2 * SLIP;
    /// Two slips in a word of six or seven letters.
    pub(crate) const TWO_SLIPS_SHORT: i32 = 240;
    /// Three slips in a word of more than ten letters.
    pub(crate) const THREE_SLIPS: i32 = 3 * SLIP;
    /// A slip in the first letter is rarer than elsewhere.
    pub(crate) const FIRST_LETTER: i32 = 40;
    /// Daniel and Danielle: two names that both exist and that people of different sex have.
    pub(crate) const NEAR: i32 = 400;
    /// The same told by the ending alone, where no table knows the names.
    pub(crate) const NEAR_ENDING: i32 = 360;
    /// Laura and Lauren, Tim and Jim: two names that both exist.
    pub(crate) const OTHER_NAME: i32 = 340;
    /// Ross and Rose: two short surnames that both exist.
    pub(crate) const OTHER_SHORT_SURNAME: i32 = 400;
    /// Martin and Marvin: the same, with more letters in common.
    pub(crate) const OTHER_SURNAME: i32 = 320;
    /// The end of the bank's field fell inside the word.
    pub(crate) const TRUNCATED: i32 = 80;
    /// The same, with less than five letters left.
    pub(crate) const TRUNCATED_SHORT: i32 = 180;
    /// "Jenny Rosen" and "Jennifer Rosen" are exactly 85: a nickname alone costs 15.
    pub(crate) const NICKNAME: i32 = 150;
    /// Two nicknames of one name: Bobby, Rob.
    pub(crate) const TWO_NICKNAMES: i32 = NICKNAME + 30;
    /// A nickname that several names share: Chris.
    pub(crate) const SHARED_NICKNAME: i32 = NICKNAME + 30;
    /// The same name in another language, or a nickname that only may be meant: Juan, John.
    pub(crate) const EQUIVALENT: i32 = NICKNAME + 100;
    /// An initial in place of the given name, where nothing else helps.
    pub(crate) const INITIAL: i32 = 330;
    /// How much of that a rare surname takes away.
    pub(crate) const RARITY: i32 = 80;
    /// An initial in place of the only surname.
    pub(crate) const SURNAME_INITIAL: i32 = 340;
    /// An initial in place of the given name, where the middle name agrees as well: J. Walter Penn.
    pub(crate) const INITIAL_BESIDE_NAME: i32 = 110;
    /// The same, where the middle name is an initial too.
    pub(crate) const INITIAL_BESIDE_INITIAL: i32 = 190;
    /// An initial in place of a middle name.
    pub(crate) const MIDDLE_INITIAL: i32 = 60;
    /// An initial in place of the second of two surnames.
    pub(crate) const SECOND_SURNAME_INITIAL: i32 = 110;

    // What the names as a whole cost.

    /// The given name stands behind on one side only.
    pub(crate) const ORDER: i32 = 40;
    /// The words are all there in another order that is no usual one.
    pub(crate) const OTHER_ORDER: i32 = 110;
    /// Both sides are read surname first although the first word is clearly a given name.
    pub(crate) const IMPLAUSIBLE_ORDER: i32 = 120;
    /// Given and middle name have changed places.
    pub(crate) const MIDDLE_SWAPPED: i32 = 120;
    /// Somebody who goes by the middle name: the given name is missing on one side.
    pub(crate) const GOES_BY_MIDDLE: i32 = 290;
    /// The same, where only an initial is missing.
    pub(crate) const GOES_BY_MIDDLE_INITIAL: i32 = 140;
    /// "Jenny Jane Rosen" and "Jenny Rosen" are strong; together with a nickname they are 60 to 69.
    pub(crate) const MIDDLE_MISSING: i32 = 220;
    /// One middle name is missing and another agrees.
    pub(crate) const ONE_MIDDLE_MISSING: i32 = 160;
    /// A patronymic is left out in daily life, and says less than a middle name that somebody chose.
    pub(crate) const PATRONYMIC_MISSING: i32 = 150;
    /// A middle initial is missing.
    pub(crate) const MIDDLE_INITIAL_MISSING: i32 = 140;
    /// Two middle names differ: a contradiction, more than any omission.
    pub(crate) const MIDDLE_CONFLICT: i32 = 380;
    /// Two middle initials differ.
    pub(crate) const MIDDLE_INITIAL_CONFLICT: i32 = 360;
    /// One of two surnames is missing.
    pub(crate) const SURNAME_PART_MISSING: i32 = 230;
    /// The last of two words behind the given name is missing, and no hyphen says that they are surnames.
    pub(crate) const LAST_SURNAME_MISSING: i32 = 270;
    /// One of two surnames agrees, the other differs.
    pub(crate) const SURNAME_PART_CONFLICT: i32 = 390;
    /// de, van, al … on one side only.
    pub(crate) const PARTICLE_MISSING: i32 = 90;
    /// Different particles.
    pub(crate) const PARTICLE_CONFLICT: i32 = 110;
    /// Jr on one side only.
    pub(crate) const GENERATION_MISSING: i32 = 80;
    /// Jr and Sr are father and son.
    pub(crate) const GENERATION_CONFLICT: i32 = 430;
    /// Jr and II mostly mean the same.
    pub(crate) const GENERATION_SIMILAR: i32 = 340;
    /// Of several omissions the largest counts in full, the others by this divisor: a bank that leaves things out does so
    /// for all of them at once.
    pub(crate) const FURTHER_OMISSIONS: i32 = 3;
    /// Everything was written as one word.
    pub(crate) const ALL_JOINED: i32 = 130;
    /// A nickname that the other side states in quotes or parentheses.
    pub(crate) const STATED_NICKNAME: i32 = 20;
    /// One of several owners in the text.
    pub(crate) const ONE_OF_SEVERAL: i32 = 20;
    /// A value reached through another reading, never 100.
    pub(crate) const OTHER_READING: i32 = 10;

    // Where names as a whole come out when a part contradicts.

    /// "Jenny Jane Rosen" and "Mark Rosen": a household; the surname alone.
    pub(crate) const SURNAME_ONLY: i32 = 450;
    /// How much a rare surname adds to that.
    pub(crate) const SURNAME_ONLY_RARE: i32 = 100;
    /// The surname alone, and the other side names nobody else.
    pub(crate) const SURNAME_ALONE: i32 = 470;
    /// The given name alone: less than the surname.
    pub(crate) const GIVEN_ONLY: i32 = 340;
    /// How much an agreeing middle name adds to the given name.
    pub(crate) const MIDDLE_BESIDE_GIVEN: i32 = 110;
    /// The given name alone, and the other side has no surname.
    pub(crate) const GIVEN_ALONE: i32 = 390;
    /// A word in another place, or a middle name.
    pub(crate) const STRAY_WORD: i32 = 180;
    /// Nothing.
    pub(crate) const NOTHING: i32 = 60;

    // Roles: what a party costs that is no plain owner, and how far it can come.

    /// A trustee holds the account.
    pub(crate) const TRUSTEE: i32 = 60;
    /// A trust that carries the name of its maker.
    pub(crate) const TRUST: i32 = 160;
    /// A custodian holds the account for a minor.
    pub(crate) const CUSTODIAN: i32 = 90;
    /// The account is held for this person's benefit.
    pub(crate) const FBO: i32 = 120;
    /// A trade name of the owner.
    pub(crate) const TRADE_NAME: i32 = 50;
    /// Another name of the owner.
    pub(crate) const ALIAS: i32 = 30;
    /// The owner is dead; who asks is somebody else.
    pub(crate) const ESTATE: i32 = 380;
    /// A beneficiary, minor or ward is no owner.
    pub(crate) const NOT_AN_OWNER: i32 = 450;
    /// Somebody whom letters reach, or who acts for the owner.
    pub(crate) const ACTS_FOR: i32 = 520;

    // Businesses.

    /// The legal form on one side only.
    pub(crate) const FORM_MISSING: i32 = 50;
    /// LLC against Inc.
    pub(crate) const FORM_CONFLICT: i32 = 120;
    /// A word that only says what kind of business it is, on one side only.
    pub(crate) const TRADE_MISSING: i32 = 160;
    /// A generic word on one side only.
    pub(crate) const GENERIC_MISSING: i32 = 110;
    /// A word that makes the business this one, on one side only.
    pub(crate) const DISTINCTIVE_MISSING: i32 = 320;
    /// The distinctive words agree, the trade differs.
    pub(crate) const TRADE_CONFLICT: i32 = 480;
    /// Distinctive words agree and others differ.
    pub(crate) const DISTINCTIVE_CONFLICT: i32 = 420;
    /// Numbers differ.
    pub(crate) const NUMBER_CONFLICT: i32 = 520;
    /// Nothing but generic words is shared.
    pub(crate) const GENERIC_ONLY: i32 = 200;
    /// Initials of all words.
    pub(crate) const ACRONYM: i32 = 230;
    /// The words of a business in another order.
    pub(crate) const WORD_ORDER: i32 = 60;

    // A person against a business.

    /// The business carries the whole name of the person.
    pub(crate) const BUSINESS_OF_NAME: i32 = 560;
    /// The business carries the surname.
    pub(crate) const BUSINESS_OF_SURNAME: i32 = 380;

    const _: () = assert!(NICKNAME < SHARED_NICKNAME && SHARED_NICKNAME < EQUIVALENT);
    const _: () = assert!(NICKNAME + MIDDLE_MISSING >= 306 && SHARED_NICKNAME + MIDDLE_MISSING <= 400);
    const _: () = assert!(MIDDLE_INITIAL_MISSING < MIDDLE_MISSING && MIDDLE_MISSING < MIDDLE_INITIAL_CONFLICT);
    const _: () = assert!(MIDDLE_INITIAL_CONFLICT <= MIDDLE_CONFLICT);
    const _: () = assert!(SURNAME_PART_MISSING <= LAST_SURNAME_MISSING && LAST_SURNAME_MISSING < SURNAME_PART_CONFLICT);
    const _: () = assert!(GENERATION_MISSING < GENERATION_SIMILAR && GENERATION_SIMILAR < GENERATION_CONFLICT);
    const _: () = assert!(GIVEN_ONLY < SURNAME_ONLY && SURNAME_ONLY + SURNAME_ONLY_RARE < 595);
    const _: () = assert!(SURNAME_ONLY <= SURNAME_ALONE && GIVEN_ONLY <= GIVEN_ALONE);
    const _: () = assert!(NEAR > 305 && NEAR_ENDING > 305 && OTHER_NAME > 305);
}

/// Emails.
pub(crate) mod email {}

/// Phones.
pub(crate) mod phone {}

/// Addresses.
pub(crate) mod address {}
