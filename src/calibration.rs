//! The calibration: every constant that turns evidence into points, each with its reason and the examples that pin it.
//!
//! Points are permille of the scale: 1000 stands for 100. Rounding to a score happens once, at the end.

/// The version of constants, rules and tables together. It travels with every result; whatever can move a score moves it.
pub const VERSION: &str = "2026.11.19";

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
    /// A lead of this many points over the next owner is clear: the narrowest band below the top (possible, 60 to 69) is as
    /// wide, so that the two owners stand in different bands as a whole.
    pub(crate) const CLEAR: crate::Score = match crate::Score::new(10) {
        Some(score) => score,
        None => crate::Score::MAX,
    };
}

/// Names.
///
/// A comparison starts at [`WHOLE`](super::WHOLE) and pays for what differs. Rows in quotes pin a constant.
pub(crate) mod name {
    use super::WHOLE;

    // What two words cost in the same place of two names.

    /// Two words that have nothing to do with each other: more than any other cost, so that it can be told from them.
    pub(crate) const CONFLICT: i32 = WHOLE;
    /// Sanjaykumar and Sanjay: an honorific that is written as one with the name costs a little less than a middle initial
    /// that is left out.
    pub(crate) const GLUED_HONORIFIC: i32 = 130;
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
    /// Ivanov and Ivanova: the same surname of a man and a woman. A bank may drop the ending; a spouse has the other.
    pub(crate) const GENDERED: i32 = 60;
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
    pub(crate) const TWO_SLIPS_SHORT: i32 = 310;
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
    /// Sunita and Sangita, Garnier and Gautier: two names in use, two slips apart.
    pub(crate) const FAR_NAME: i32 = 440;
    /// Ross and Rose: two short surnames that both exist.
    pub(crate) const OTHER_SHORT_SURNAME: i32 = 400;
    /// Martin and Marvin: the same, with more letters in common.
    pub(crate) const OTHER_SURNAME: i32 = 320;
    /// Oliveira and Olivera, Robertson and Roberson: so long that, beside the same given name, a letter lost is likelier than
    /// another family.
    pub(crate) const OTHER_LONG_SURNAME: i32 = 260;
    const _: () = assert!(OTHER_LONG_SURNAME < OTHER_SURNAME && OTHER_LONG_SURNAME > TWO_SLIPS);
    /// Names in the other order, neither of which is the same: two people with names that resemble (Alan Drew, Andrew Alan).
    pub(crate) const UNSURE_ORDER: i32 = 160;
    /// The end of the bank's field fell inside the word.
    pub(crate) const TRUNCATED: i32 = 80;
    /// The same, with less than five letters left.
    pub(crate) const TRUNCATED_SHORT: i32 = 180;
    /// The same, with two letters left.
    pub(crate) const TRUNCATED_TO_TWO: i32 = 240;
    /// What is left is a common surname of its own, and only the width of the text tells of a cut: `HAROLD EUGENE WILLIAMS` may
    /// be Williamson in a field of 22 characters, and may be Williams. Possible, no more.
    pub(crate) const TRUNCATED_TO_FAMILY: i32 = 310;
    /// The beginning of a given name that is no name of its own, and nothing shows a cut: Krish, Krishnamurthy.
    pub(crate) const FRAGMENT: i32 = 260;
    /// The same of a widespread name, where the beginning is what a few people are called: Jona, Jonathan. Possible, no more.
    pub(crate) const FRAGMENT_IN_USE: i32 = 310;
    /// Ten letters and more of a surname that go on in the other one, and are no name themselves; nothing else shows a cut.
    pub(crate) const SURNAME_FRAGMENT: i32 = 200;
    /// "Jenny Rosen" and "Jennifer Rosen" are exactly 85: a nickname alone costs 15.
    pub(crate) const NICKNAME: i32 = 150;
    /// Two nicknames of one name: Bobby, Rob.
    pub(crate) const TWO_NICKNAMES: i32 = NICKNAME + 30;
    /// Two nicknames of one name that have little in common (Peggy, Daisy), or one of them of several names: below strong.
    pub(crate) const DISTANT_NICKNAMES: i32 = 340;
    /// Names of so many people (log2, in the United States) are met too often for a sound to make them one.
    pub(crate) const IN_USE: u8 = 10;
    /// A nickname that several names share: Chris.
    pub(crate) const SHARED_NICKNAME: i32 = NICKNAME + 30;
    /// The same name in another language, or a nickname that only may be meant: Juan, John.
    pub(crate) const EQUIVALENT: i32 = NICKNAME + 100;
    /// An initial in place of the given name, where nothing else helps: it agrees as far as it goes, 70 ("J GARCIA").
    pub(crate) const INITIAL: i32 = 300;
    /// How much of that a rare surname takes away: so little that at 70 the owners of frequent surnames, as most of China, Korea and
    /// Latin America, are missed as rarely as others.
    pub(crate) const RARITY: i32 = 30;
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
    /// The two surnames have changed places ("Juan Perez Garcia", "JUAN GARCIA PEREZ"): another family, a cousin's; less than leaving the
    /// second one out.
    pub(crate) const SURNAMES_EXCHANGED: i32 = 320;
    const _: () = assert!(SURNAMES_EXCHANGED > SURNAME_BESIDE_MIDDLE && SURNAMES_EXCHANGED < SURNAME_PART_CONFLICT);
    /// A side is read surname first although nothing, or less, speaks for it. It may not make a near name of the other sex
    /// (Mario and Maria, held to [`NEAR`]) a slip in a surname: with [`SLIP`] it comes to less than that, so that the reason told is
    /// the one that reads the names as they stand ("Karen Stone", "JAREN STONE").
    pub(crate) const IMPLAUSIBLE_ORDER: i32 = 360;
    /// The names on the two sides of bin, ibn, ben have changed places: father and son.
    pub(crate) const FATHER_AND_SON: i32 = 400;
    /// Given and middle name have changed places.
    pub(crate) const MIDDLE_SWAPPED: i32 = 120;
    /// What names come to at most that have the same syllables in another order behind the family name that stands first: another
    /// person ("Nguyen Anh Tuan", "NGUYEN TUAN ANH").
    pub(crate) const SYLLABLES_EXCHANGED: i32 = 660;
    /// Somebody who goes by the middle name: the given name is missing on one side.
    pub(crate) const GOES_BY_MIDDLE: i32 = 290;
    /// The same, where only an initial is missing.
    pub(crate) const GOES_BY_MIDDLE_INITIAL: i32 = 140;
    /// Somebody who goes by a short form of the middle name ("Bob Tate", "JAMES ROBERT TATE"): possible, as a nickname and a missing
    /// middle name are.
    pub(crate) const NICKNAME_OF_MIDDLE: i32 = 80;
    /// "Jenny Jane Rosen" and "Jenny Rosen" are strong; together with a nickname they are 60 to 69.
    pub(crate) const MIDDLE_MISSING: i32 = 220;
    /// One middle name is missing and another agrees.
    pub(crate) const ONE_MIDDLE_MISSING: i32 = 160;
    /// A patronymic is left out in daily life, and says less than a middle name that somebody chose.
    pub(crate) const PATRONYMIC_MISSING: i32 = 150;
    /// A middle initial is missing.
    pub(crate) const MIDDLE_INITIAL_MISSING: i32 = 140;
    /// The same beside an initial of the given name ("Arthur Postlethwaite", "A J POSTLETHWAITE"): who writes the one as an initial
    /// writes the other, too. Below 70 also of the rarest surname.
    pub(crate) const INITIAL_MISSING_BESIDE_INITIAL: i32 = 70;
    const _: () = assert!(INITIAL - RARITY + INITIAL_MISSING_BESIDE_INITIAL > 305);
    /// Two middle names differ: a contradiction, more than any omission.
    pub(crate) const MIDDLE_CONFLICT: i32 = 380;
    /// Two middle initials differ.
    pub(crate) const MIDDLE_INITIAL_CONFLICT: i32 = 360;
    /// One of two surnames is missing, whichever: who has four names is known by two of them ("Carlos Eduardo Ríos Medina", "CARLOS
    /// RIOS": 70 with the middle name, as is asked of names of every origin).
    pub(crate) const SURNAME_PART_MISSING: i32 = 230;
    /// The same where the other side has a middle name instead ("Mary Jane Smith", "MARY SMITH-JONES").
    pub(crate) const SURNAME_BESIDE_MIDDLE: i32 = 270;
    /// The same where the word that is there may as well be a given name ("Laura Jean Pruitt", "LAURA JEAN"): the surname may be
    /// what is missing, so that it stays below 70.
    pub(crate) const SURNAME_MAY_BE_MISSING: i32 = 360;
    /// One of two surnames agrees, the other differs.
    pub(crate) const SURNAME_PART_CONFLICT: i32 = 390;
    /// The same where the one that agrees may as well be a middle name ("Emily Rose Novak", "EMILY ROSE HART"): two people.
    pub(crate) const SURNAME_BEHIND_MIDDLE_CONFLICT: i32 = 480;
    const _: () =
        assert!(SURNAME_BEHIND_MIDDLE_CONFLICT > 400 && SURNAME_PART_CONFLICT < SURNAME_BEHIND_MIDDLE_CONFLICT);
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
    /// Less than anything that two people come to.
    pub(crate) const LEAST: i32 = i32::MIN;

    // Roles: what a party costs that is no plain owner, and how far it can come.

    /// A trustee holds the account.
    pub(crate) const TRUSTEE: i32 = 60;
    /// A trust that carries the name of its maker.
    pub(crate) const TRUST: i32 = 160;
    /// A custodian holds the account for a minor.
    pub(crate) const CUSTODIAN: i32 = 90;
    /// The account is held for this person's benefit.
    pub(crate) const FBO: i32 = 120;
    /// `NORA QUIST POA PETER HALE`: she is most likely the owner, and he acts for her; some banks write it the other way round.
    pub(crate) const PRINCIPAL: i32 = 150;
    /// A trade name of the owner.
    pub(crate) const TRADE_NAME: i32 = 50;
    /// Another name of the owner.
    pub(crate) const ALIAS: i32 = 30;
    /// The owner is dead; who asks is somebody else.
    pub(crate) const ESTATE: i32 = 380;
    /// Who gets the money when the owner dies owns nothing yet: at the lower edge of what may be a household.
    pub(crate) const BENEFICIARY: i32 = 500;
    /// The money is the minor's or ward's, but somebody else disposes of it.
    pub(crate) const WARD: i32 = 560;
    const _: () = assert!(BENEFICIARY < WARD && WARD < 600);
    /// A guardian or conservator holds the account in the place of its owner, by order of a court.
    pub(crate) const GUARDIAN: i32 = 690;
    /// Somebody whom letters reach, or who acts for the owner.
    pub(crate) const ACTS_FOR: i32 = 520;

    // Businesses.

    /// The legal form on one side only.
    pub(crate) const FORM_MISSING: i32 = 50;
    /// SEC for SECURITY, PAC for PACIFIC, and no other word that makes the business this one: it may stand for something else.
    pub(crate) const SOLE_SHORT_FORM: i32 = 340;
    /// At most this where a firm may be one of several partners, and the other one has not all of their names.
    pub(crate) const SOME_PARTNERS: i32 = 640;
    /// GRP for GROUP, 1ST for FIRST: a word of a business in short, or a number in words.
    pub(crate) const ABBREVIATION: i32 = 20;
    /// LLC against Inc.
    pub(crate) const FORM_CONFLICT: i32 = 120;
    /// A word that only says what kind of business it is, on one side only.
    pub(crate) const TRADE_MISSING: i32 = 160;
    /// A generic word on one side only.
    pub(crate) const GENERIC_MISSING: i32 = 110;
    /// The name of a business ends where a field of the bank ends, and the other goes on with the same letters.
    pub(crate) const CUT_AT_FIELD: i32 = 120;
    /// The same, where the last word is whole: the name may be whole as well.
    pub(crate) const CUT_AT_WORD: i32 = CUT_AT_FIELD + 40;
    /// The same, where only the cut word shows it.
    pub(crate) const CUT_IN_WORD: i32 = 200;
    /// At most this where both sides have a number beside the name, a year of a trust or the end of an account number, and not one:
    /// two trusts of one family, two stores.
    pub(crate) const OTHER_NUMBER: i32 = 650;
    /// At most this where one side has words beyond the twenty that a party keeps and the other has not the same: they may tell
    /// another person.
    pub(crate) const PARTY_CUT: i32 = 650;
    /// At most this where one side says which one of several trusts it is, and the other one does not: it may be another.
    pub(crate) const TRUST_NOT_SAID: i32 = 950;
    /// At most this where the parties of both sides are initials and differ: an initial says little, and it may be a firm.
    pub(crate) const INITIAL_OF_SEVERAL: i32 = 690;
    /// A small number, or a word as Foundation or Employees, on one side only: most likely a firm or body beside the other.
    pub(crate) const SISTER_FIRM: i32 = 310;
    /// Each side has a generic word of its own: Holdings and Properties are two firms of one owner, not one.
    pub(crate) const GENERIC_CONFLICT: i32 = 320;
    /// A number on one side only: most likely a shop of the same firm.
    pub(crate) const NUMBER_MISSING: i32 = 260;
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
    /// A slip in the one word that makes a business this one.
    pub(crate) const SOLE_WORD_SLIP: i32 = 150;
    /// The words of a business in another order.
    pub(crate) const WORD_ORDER: i32 = 60;

    // A person against a business.

    /// The business carries the whole name of the person.
    pub(crate) const BUSINESS_OF_NAME: i32 = 560;
    /// The business carries the surname.
    pub(crate) const BUSINESS_OF_SURNAME: i32 = 380;

    const _: () = assert!(CUT_AT_FIELD < CUT_AT_WORD && CUT_AT_WORD <= CUT_IN_WORD);
    const _: () = assert!(NICKNAME < SHARED_NICKNAME && SHARED_NICKNAME < EQUIVALENT);
    const _: () = assert!(NICKNAME + MIDDLE_MISSING >= 306 && SHARED_NICKNAME + MIDDLE_MISSING <= 400);
    const _: () = assert!(MIDDLE_INITIAL_MISSING < MIDDLE_MISSING && MIDDLE_MISSING < MIDDLE_INITIAL_CONFLICT);
    const _: () = assert!(MIDDLE_INITIAL_CONFLICT <= MIDDLE_CONFLICT);
    const _: () =
        assert!(SURNAME_PART_MISSING < SURNAME_BESIDE_MIDDLE && SURNAME_BESIDE_MIDDLE < SURNAME_MAY_BE_MISSING);
    const _: () = assert!(SURNAME_MAY_BE_MISSING > 300 && SURNAME_MAY_BE_MISSING < SURNAME_PART_CONFLICT);
    const _: () = assert!(GENERATION_MISSING < GENERATION_SIMILAR && GENERATION_SIMILAR < GENERATION_CONFLICT);
    const _: () = assert!(GIVEN_ONLY < SURNAME_ONLY && SURNAME_ONLY + SURNAME_ONLY_RARE < 595);
    const _: () = assert!(SURNAME_ONLY <= SURNAME_ALONE && GIVEN_ONLY <= GIVEN_ALONE);
    const _: () = assert!(NEAR > 305 && NEAR_ENDING > 305 && OTHER_NAME > 305);
}

/// Emails.
///
/// The local parts are related first: a [`Level`] (what is the same) less costs (what is off). The domains then choose the
/// column of the level, or take a cost of their own. Costs add up, so that more damage never raises.
pub(crate) mod email {
    use super::WHOLE;

    /// What a relation of two local parts earns: at one private domain, at one public provider, at two unrelated domains.
    ///
    /// A public provider tells its millions apart by just such differences, a firm or family hardly ever has two such people.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) struct Level {
        /// At one private domain.
        pub(crate) private: i32,
        /// At one public provider.
        pub(crate) public: i32,
        /// At unrelated domains.
        pub(crate) elsewhere: i32,
    }

    const fn level(private: i32, public: i32, elsewhere: i32) -> Level {
        assert!(private >= public && public >= elsewhere);
        Level { private, public, elsewhere }
    }

    /// The same local part. Elsewhere: documented, `jennyrosen@test.com` is exactly 65.
    pub(crate) const SAME: Level = level(WHOLE, WHOLE, 650);
    /// One initial more (`tara.j.gill`): a few characters off.
    pub(crate) const MIDDLE_INITIAL: Level = level(870, 850, 560);
    /// One part more (`tara.jane.gill`): the majority matches, as in names.
    pub(crate) const MIDDLE_PART: Level = level(780, 740, 500);
    /// The parts in the other order (`rosenjenny`): the majority matches.
    pub(crate) const SWAPPED: Level = level(780, 730, 490);
    /// A short form of the given name (`jen.rosen`): names give 85; a public provider has both.
    pub(crate) const NICKNAME: Level = level(770, 710, 450);
    /// A short form with no surname beside it (`jenny`, `jennifer`): below a part of the name, which agrees by the letter.
    pub(crate) const NICKNAME_ALONE: Level = level(650, 450, 300);
    /// An initial for a part (`jrosen`): strong among colleagues, common at a public provider.
    pub(crate) const INITIALS: Level = level(750, 650, 450);
    /// An initial for a part, and a second initial (`jmrosen`, `jenny.rosen`): a step below.
    pub(crate) const INITIALS_AND_MORE: Level = level(690, 590, 400);
    /// A part of the name (`jenny`): a partial match.
    pub(crate) const PART_OF_NAME: Level = level(680, 560, 380);
    /// One of several parts differs, more than one agrees (`tara.jane.gill`, `tara.mary.gill`): less than leaving it out.
    pub(crate) const PART_DIFFERS: Level = level(640, 560, 360);
    /// Only the end is shared (`markrosen`): documented as the household member of the weak band.
    pub(crate) const SHARED_SURNAME: Level = level(520, 400, 200);
    /// The initials differ, the surname is shared (`jrosen`, `mrosen`): two people of one household.
    pub(crate) const INITIAL_CONFLICT: Level = level(500, 370, 180);
    /// Two functions of one firm (`info`, `sales`): the firm is the same, no person is named.
    pub(crate) const TWO_ROLES: Level = level(470, 250, 100);
    /// Only the beginning is shared (`jenny.smith`).
    pub(crate) const SHARED_GIVEN_NAME: Level = level(460, 310, 120);
    /// Two numbers (`123456789@qq.com`): any digit is another person.
    pub(crate) const NUMERIC_ID: Level = level(450, 400, 100);
    /// Nothing in common. Private: documented, `marksmith@example.com` is 30-59. Elsewhere: `marksmith@test.com` is 0-29.
    pub(crate) const UNRELATED: Level = level(450, 250, 50);
    /// A function against a person.
    pub(crate) const ROLE_AND_PERSON: Level = level(420, 220, 50);

    const _: () = assert!(MIDDLE_PART.private > PART_DIFFERS.private && MIDDLE_PART.public > PART_DIFFERS.public);
    const _: () = assert!(INITIALS.private > INITIAL_CONFLICT.private && INITIALS.public > INITIAL_CONFLICT.public);
    const _: () = assert!(NICKNAME_ALONE.private < PART_OF_NAME.private && NICKNAME_ALONE.public < PART_OF_NAME.public);
    const _: () = assert!(SHARED_SURNAME.private < 600, "a household member is below the possible band");
    const _: () = assert!(UNRELATED.elsewhere < 300, "unrelated is in the lowest band");

    /// Elsewhere a cost weighs less: the scale is shorter there (650 instead of 1000).
    pub(crate) const fn elsewhere_cost(cost: i32) -> i32 {
        cost * SAME.elsewhere / WHOLE
    }

    /// The same function at two domains (`info@`) names nobody: an exception to the 65 of a same local part.
    pub(crate) const SAME_ROLE_ELSEWHERE: i32 = 350;
    /// One or two characters at two domains are hardly an identity.
    pub(crate) const TINY_LOCAL_ELSEWHERE: i32 = 450;
    /// Three characters at two domains: initials, below the 65 of a name.
    pub(crate) const SHORT_LOCAL_ELSEWHERE: i32 = 580;
    /// The domain of one side holds the rest of the name of the other (`jenny@rosenfamily`, `jennyrosen@`): similar fields.
    pub(crate) const NAME_IN_DOMAIN: i32 = 450;

    /// One mailbox by a likely rule, or `+tag` where the tag rule is not documented: 95-99.
    pub(crate) const LIKELY: i32 = 30;
    /// Two different tags: a contradiction costs more than an omission.
    pub(crate) const TAG_CONFLICT: i32 = LIKELY + 10;
    /// A tag at a provider that is known to have none.
    pub(crate) const TAG_WITHOUT_RULE: i32 = 90;
    /// `nick-a` against `nick` at Yahoo: the nickname need not be the account.
    pub(crate) const HYPHEN_OMITTED: i32 = 100;
    /// Separators: documented, `jenny.rosen` is 85-99; two owners are possible where dots count.
    pub(crate) const SEPARATORS: i32 = 60;
    /// The digits stand elsewhere in the same letters.
    pub(crate) const DIGITS_MOVED: i32 = 120;
    /// Marks only (`jénny`), or another script.
    pub(crate) const DIACRITICS: i32 = 100;
    /// Letters that look alike: never very strong, and under the threshold of 70: an honest typist hardly mixes scripts.
    pub(crate) const LOOK_ALIKE: i32 = 350;

    /// Letters off by one to four, by the length of the word: a slip in a long word is a few characters off (85-99),
    /// in a short one it is another word (`jo`, `jp`).
    pub(crate) const fn slip(letters: usize, edits: usize) -> Option<i32> {
        Some(match (edits, letters) {
            (1, 8..) => 80,
            (1, 6..) => 110,
            (1, 5) => 150,
            (1, 4) => 220,
            (1, 3) => 320,
            (1, 2) => 420,
            (2, 10..) => 150,
            (2, 8..) => 190,
            (2, 6..) => 280,
            (3, 15..) => 220,
            (3, 11..) => 270,
            (4, 16..) => 300,
            _ => return None,
        })
    }

    /// A slip in three or four letters at a public provider (`bob`, `rob`): each of them is somebody's.
    pub(crate) const SHORT_SLIP_PUBLIC: i32 = 150;

    /// Two given names in use, a few letters apart (`tim.smith`, `tom.smith`): as in names, below the threshold of 70 and above
    /// the household.
    pub(crate) const OTHER_NAME: i32 = super::name::OTHER_NAME;
    /// ... and at a public provider there are both.
    pub(crate) const OTHER_NAME_PUBLIC: i32 = 60;
    /// What a slip costs in all at a public provider where it makes another surname, or an initial more: there are both mailboxes.
    pub(crate) const OTHER_AT_PROVIDER: i32 = OTHER_NAME + OTHER_NAME_PUBLIC;
    /// ... where the two are spellings of one surname (`gonzalez`, `gonzales`; `williams`, `william`): the owner himself is
    /// written both ways, so above another surname, still possible with a slip in the provider, and below the threshold of 70.
    pub(crate) const OTHER_SPELLING: i32 = 320;
    /// What such a slip costs more at a public provider than elsewhere. At a firm it stays a slip.
    pub(crate) const fn other_public(cost: i32, most: i32) -> i32 {
        if cost < most { most - cost } else { 0 }
    }
    /// A man's and a woman's name alone, a letter left out or two swapped (`kyle`, `kylee`): a slip as likely as two people, so
    /// as much as a part of a name, which the one often is of the other ...
    pub(crate) const CUT_GIVEN: i32 = WHOLE - PART_OF_NAME.private;
    /// ... and at a public provider as much as another surname.
    pub(crate) const CUT_GIVEN_PUBLIC: i32 = OTHER_AT_PROVIDER - CUT_GIVEN;
    const _: () = assert!(OTHER_SPELLING < OTHER_AT_PROVIDER && WHOLE - OTHER_SPELLING < 700);
    const _: () =
        assert!(WHOLE - OTHER_SPELLING - PROVIDER_SLIP >= 600 && WHOLE - OTHER_AT_PROVIDER - PROVIDER_SLIP < 600);
    const _: () = assert!(CUT_GIVEN_PUBLIC > 0 && WHOLE - CUT_GIVEN < 700);
    const _: () = assert!(WHOLE - OTHER_NAME < 700 && WHOLE - OTHER_NAME > SHARED_SURNAME.private);
    const _: () = assert!(WHOLE - OTHER_NAME - OTHER_NAME_PUBLIC > SHARED_SURNAME.public);

    /// The fewest letters that a name cut off at its end keeps: fewer may be another name.
    pub(crate) const TRUNCATED_LETTERS: usize = 8;
    /// Letters cut off at the end: the first one is a slip, each further one costs nearly as much.
    pub(crate) const fn truncated(letters: usize) -> Option<i32> {
        match letters {
            1..=4 => Some(80 + 60 * (letters as i32 - 1)),
            _ => None,
        }
    }

    /// Digits on one side: documented, `jennyrosen12345` is 70-84; one digit is less than five.
    pub(crate) const fn digits_added(count: usize) -> i32 {
        match count {
            0 => 0,
            1 => 160,
            2 => 180,
            3 => 195,
            4 => 210,
            _ => 220,
        }
    }
    /// Different digits: more than leaving them out, and below the threshold of 70: a firm that has a `jsmith2` has a `jsmith1`.
    pub(crate) const DIGITS_CONFLICT: i32 = 310;
    /// The digits of one side continue the other's (`85`, `1985`): added, and a little more.
    pub(crate) const DIGITS_EXTENDED: i32 = 20;
    /// At a public provider digits tell people apart.
    pub(crate) const DIGITS_PUBLIC: i32 = 40;
    /// ... and different ones a little more.
    pub(crate) const DIGITS_CONFLICT_PUBLIC: i32 = 20;
    /// Few letters beside the digits carry little (`kwu88`, `kwu`).
    pub(crate) const fn short_stem(letters: usize) -> i32 {
        match letters {
            0 | 1 => 250,
            2 => 160,
            3 => 120,
            4 => 60,
            _ => 0,
        }
    }
    const _: () = assert!(DIGITS_CONFLICT > digits_added(5));
    const _: () = assert!(WHOLE - digits_added(5) - DIGITS_PUBLIC >= 700, "added digits are strong");

    /// A slip in the end of a domain (`.con`).
    pub(crate) const SUFFIX_SLIP: i32 = 60;
    /// A dot of the domain is missing or moved (`gmailcom`).
    pub(crate) const DOT_SLIP: i32 = 60;
    /// The domain of a known provider is cut short (`gmail`): no more than a slip, since nothing contradicts.
    pub(crate) const PROVIDER_TRUNCATED: i32 = 60;
    /// A slip in the name of a known provider (`gmial.com`): very strong.
    pub(crate) const PROVIDER_SLIP: i32 = 80;
    /// `gmail.co`: no mail host, but a real top-level domain.
    pub(crate) const PROVIDER_SUFFIX: i32 = 100;
    /// Two slips in the name of a known provider.
    pub(crate) const PROVIDER_TWO_SLIPS: i32 = 130;
    /// A sub-domain, or two of one registrable domain.
    pub(crate) const SUBDOMAIN: i32 = 100;
    /// A private domain cut short.
    pub(crate) const DOMAIN_TRUNCATED: i32 = 140;
    /// A slip in a private domain: strong and not more, since the other domain may be real.
    pub(crate) const DOMAIN_SLIP: i32 = 180;
    /// A look-alike of a private domain (`examp1e`): a typo or an attack.
    pub(crate) const DOMAIN_LOOK_ALIKE: i32 = 240;
    /// Two slips in a private domain.
    pub(crate) const DOMAIN_TWO_SLIPS: i32 = 260;
    /// The same brand under another end (`example.co.uk`).
    pub(crate) const SAME_BRAND: i32 = 260;
    /// Two domains of one provider, with separate mailboxes: hardly more than two domains.
    pub(crate) const SAME_HOUSE: i32 = 340;
    /// No domain at all: nothing contradicts, so hardly more than another domain.
    pub(crate) const DOMAIN_MISSING: i32 = 340;
    const _: () = assert!(WHOLE - SAME_HOUSE >= SAME.elsewhere && WHOLE - DOMAIN_MISSING >= SAME.elsewhere);
    const _: () = assert!(PROVIDER_TRUNCATED <= PROVIDER_SUFFIX && DOMAIN_TRUNCATED <= SAME_BRAND);

    /// A repaired slip in the spelling (`@@`, `,com`, a blank inside).
    pub(crate) const REPAIRED: i32 = 30;
    /// The at sign is missing; the rest is the same.
    pub(crate) const AT_MISSING: i32 = 120;
    /// A mask that fits (`j***n@`): possible.
    pub(crate) const MASK_FITS: i32 = 600;
    /// A mask that shows nothing of the name (`****@gmail.com`): the domain alone, as between strangers at a public provider.
    pub(crate) const MASK_SHOWS_NOTHING: i32 = UNRELATED.public;
    /// A mask that does not fit.
    pub(crate) const MASK_CONFLICT: i32 = 100;
    /// A relay's name says nothing about its holder: the lowest band, with its reason.
    pub(crate) const RELAY: i32 = 150;
    /// A text that is the local part alone: weak, as the provider may be any.
    pub(crate) const LOCAL_ALONE: i32 = 450;
    /// Text without a mailbox.
    pub(crate) const UNREADABLE: i32 = 0;
}

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
    /// What leaving the area code out costs beside a slip in the rest (`555-5559`): as much as beside none.
    pub(crate) const LOCAL_COST: i32 = super::WHOLE - AREA_MISSING;
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
    /// One digit of the area code and one of the number differ: two slips, of which one is another area; below two in the
    /// number, and not more than what only the area code earns at its best.
    pub(crate) const DIGIT_IN_EACH: i32 = THREE_DIGITS;
    /// Another area code and one digit off: below all but the area code.
    pub(crate) const AREA_AND_DIGIT: i32 = 250;
    /// Nothing in common but chance (`347 999 9999`: 0–19).
    pub(crate) const NONE: i32 = 50;
    /// An extension on one side only is detail.
    pub(crate) const EXTENSION_MISSING: i32 = 50;
    /// Two extensions are two desks behind one line: the same switchboard, so still possible.
    pub(crate) const EXTENSION_CONFLICT: i32 = 200;
    /// With fewer digits every number is a slip of another one (911, 912). The shortest numbers of any plan have five.
    pub(crate) const FEWEST_DIGITS: usize = 5;
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
    const _: () =
        assert!(SWAPPED - LOCAL_COST < AREA_CONFLICT, "a slip without the area code is below all but the area code");
    const _: () = assert!(TWO_DIGITS - LOCAL_COST > AREA_AND_DIGIT, "an omission costs no more than a contradiction");
    const _: () = assert!(TWO_DIGITS < ONE_DIGIT && THREE_DIGITS < TWO_SLIPS && SAME_EXCHANGE < THREE_DIGITS);
    const _: () =
        assert!(DIGIT_IN_EACH < TWO_DIGITS && DIGIT_IN_EACH < AREA_CONFLICT && AREA_AND_DIGIT < DIGIT_IN_EACH);
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
    /// `Apt 1O` and `Apt 10`: letters and digits that look alike, as scanners and tired eyes read them.
    pub(crate) const UNIT_LOOKALIKE: i32 = 80;
    /// `Apt 4` and `Ste 4`: one number, two kinds of unit.
    pub(crate) const UNIT_KIND: i32 = 80;

    /// Another unit of the building. Documented example 3 (another floor, no suffix, part of the city) is 70 or more, which
    /// leaves no more than this.
    pub(crate) const UNIT_CONFLICT: i32 = 160;
    /// Another unit is a strong match at most: the household next door.
    pub(crate) const UNIT_CONFLICT_CAP: i32 = 790;
    /// The same where no house number tells the building: a lot, a unit of an estate. Possible at most, as a neighbour is.
    pub(crate) const UNIT_CONFLICT_NO_NUMBER_CAP: i32 = WHOLE - NUMBER_NEAR;

    /// `88B Elm St` and `88 Elm St Apt B`: the letter is the unit.
    pub(crate) const NUMBER_LETTER_UNIT: i32 = 60;
    const _: () = assert!(NUMBER_LETTER_UNIT < UNIT_MISSING);

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

    /// Another name of the same street: 6th Avenue and Avenue of the Americas, MLK and Martin Luther King.
    pub(crate) const STREET_ALIAS: i32 = 40;
    /// `Oysterpoint`, an article left out, `Koeln`.
    pub(crate) const STREET_VARIANT: i32 = 40;
    /// `South Gate Rd` and `Southgate Rd`: the direction may also stand before a street called Gate.
    pub(crate) const STREET_PARTED: i32 = 100;
    const _: () = assert!(STREET_VARIANT < STREET_PARTED && STREET_PARTED < DIRECTION_MISSING);
    /// One letter of the street.
    pub(crate) const STREET_TYPO: i32 = 60;
    /// Every further letter; and what makes another word more likely: a short word, its first letter (Hill and Mill, Rose and Rise).
    pub(crate) const STREET_TYPO_MORE: i32 = 50;
    /// So many letters more count where both words are names that many streets have (Hill and Mill, Brown and Crown): a real slip
    /// seldom makes such a name.
    pub(crate) const STREET_OTHER_NAME: u8 = 3;
    /// So many more where two letters are other ones: no slip makes Lakewood of Oakwood. Possible at most.
    pub(crate) const STREET_OTHER_NAME_MORE: u8 = 2;
    /// So many letters at least count between two such names (Edgewood and Wedgewood). Possible at most.
    pub(crate) const STREET_OTHER_NAME_LEAST: u8 = 6;
    const _: () = assert!(WHOLE - STREET_TYPO - STREET_TYPO_MORE * (STREET_OTHER_NAME_LEAST as i32 - 1) < 695);
    /// `G. Garibaldi`.
    pub(crate) const STREET_SHORTENED: i32 = 100;
    /// `Wash St` and Washington Street, which may be as different as Elm and Elmwood: possible.
    pub(crate) const STREET_BEGINS: i32 = 330;
    /// The line ends inside the street.
    pub(crate) const STREET_TRUNCATED: i32 = 50;
    /// `OP Blvd` (example 4: with a missing unit and an abbreviated city 60–69).
    pub(crate) const STREET_INITIALS: i32 = 230;
    /// One side has a type, the other further words in its place: `Chemin du Lac` and `Tour du Lac`. Possible at most.
    pub(crate) const TYPE_FOR_WORDS: i32 = 190;
    /// Words on one side only, most of them on both: `Juniper Hollow Farm` and `Juniper Hollow`. Also the surname alone,
    /// `Victor Hugo` and `Hugo`. Strong: "the majority matches".
    pub(crate) const STREET_PARTIAL: i32 = 160;
    /// Words behind a comma on one side only: `Calle Hidalgo, Col. Centro`.
    pub(crate) const STREET_ADDED: i32 = 140;
    /// A title on one side only: `Martin Luther King Jr`.
    pub(crate) const STREET_TITLE: i32 = 100;
    /// The same with a word that tells one street from another: `Mill Creek` and `Old Mill Creek`.
    pub(crate) const STREET_TOLD_APART: i32 = 230;
    /// Not more of the name is shared than is on one side only: `Lake` and `Lake Shore`, `Bourke` and `Little Bourke` may be two
    /// streets. Possible at most.
    pub(crate) const STREET_PART: i32 = 310;

    /// Words of the street on one side only, where no house number tells the door: possible at most.
    pub(crate) const PARTIAL_NO_NUMBER_CAP: i32 = WHOLE - NUMBER_NEAR;
    /// The same Eircode, which no other door in Ireland has, beside streets that agree in part: strong at least
    /// (`DERRYBEG, GALWAY` beside Derrybeg, Salthill, Galway).
    pub(crate) const SAME_DOOR_FLOOR: i32 = WHOLE - 120;
    /// Another urbanización in Puerto Rico: `CALLE 3` lies in each of them, so that it is another street.
    pub(crate) const URBANIZATION_CONFLICT_CAP: i32 = WHOLE - NUMBER_NEAR;

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
    /// The line ends inside the postcode.
    pub(crate) const POSTCODE_CUT: i32 = 70;
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
    /// Other region words: West Yorkshire and Kent. The postcode says more.
    pub(crate) const REGION_WORDS_CONFLICT: i32 = 60;
    /// Another state with the same postcode: a slip.
    pub(crate) const STATE_CONFLICT: i32 = 350;

    /// Neither postcode, city nor state in common to compare: a street line alone.
    pub(crate) const NO_PLACE_CAP: i32 = 710;
    /// City and postcode differ: the same street name elsewhere.
    pub(crate) const OTHER_PLACE_CAP: i32 = 480;
    /// The city differs and there is no postcode to confirm it.
    pub(crate) const OTHER_CITY_CAP: i32 = 550;
    /// Two towns that share words or letters (Union and Union City), and no second postcode tells whether one was written for the
    /// other: possible, no more.
    pub(crate) const OTHER_TOWN_CAP: i32 = 600;
    const _: () = assert!(OTHER_TOWN_CAP > OTHER_CITY_CAP && OTHER_TOWN_CAP < 695);
    /// `5th St` and `E 5th St` in one city, with other ZIP codes: as a rule two streets of a grid. `ELM ST SOUTH HUNTINGTON` and Elm
    /// St, Huntington: two streets or two towns.
    pub(crate) const DIRECTED_ELSEWHERE_CAP: i32 = 670;
    /// `207 R PARKS AVE` beside Rosa Parks Ave: `207 H OAK ST` may be a flat, and Holly Oak St another street.
    pub(crate) const INITIAL_CAP: i32 = 690;
    /// Station Road in two districts of London.
    pub(crate) const OTHER_DISTRICT_CAP: i32 = 640;
    /// State and postcode differ.
    pub(crate) const OTHER_STATE_CAP: i32 = 400;
    /// The country differs: no match.
    pub(crate) const OTHER_COUNTRY_CAP: i32 = 290;
    /// Another country beside the same state, postcode and city: a form with the wrong country chosen. Possible, no more.
    pub(crate) const COUNTRY_SLIP: i32 = 310;

    /// City and state in each other's field.
    pub(crate) const SWAPPED: i32 = 10;
    /// A building, company or person before the street on one side only.
    pub(crate) const NAME_EXTRA: i32 = 30;
    /// Two different ones.
    pub(crate) const NAME_CONFLICT: i32 = 60;
    /// A post office box beside the street on one side only.
    pub(crate) const BOX_EXTRA: i32 = 50;
    /// The same number of a box, with a postcode of another office: boxes are numbered in each. Possible, no more.
    pub(crate) const BOX_ELSEWHERE_CAP: i32 = 660;
    const _: () = assert!(BOX_ELSEWHERE_CAP < 695);
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
        /// The words behind are a place whose ZIP codes begin with the digits of this one.
        pub(crate) const CITY_OF_ZIP: i32 = 34;
        /// They are a place of the state.
        pub(crate) const CITY_OF_STATE: i32 = 18;
        /// Each word of a city beyond three.
        pub(crate) const LONG_CITY: i32 = 5;
    }

    const _: () = {
        assert!(
            STREET_TITLE < STREET_ADDED
                && STREET_ADDED < STREET_PARTIAL
                && STREET_PARTIAL < STREET_TOLD_APART
                && STREET_TOLD_APART < STREET_PART
        );
        // Strong is 70 to 84, possible 60 to 69.
        assert!(WHOLE - STREET_PARTIAL < 845 && WHOLE - STREET_TOLD_APART >= 695 && WHOLE - STREET_PART < 695);
        assert!(UNIT_LOOKALIKE < UNIT_CONFLICT && POSTCODE_CUT < POSTCODE_MISSING);
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
                && REGION_WORDS <= REGION_WORDS_CONFLICT
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
