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
    /// Different digits: more than leaving them out.
    pub(crate) const DIGITS_CONFLICT: i32 = 260;
    /// The digits of one side continue the other's (`85`, `1985`): added, and a little more.
    pub(crate) const DIGITS_EXTENDED: i32 = 20;
    /// At a public provider digits tell people apart.
    pub(crate) const DIGITS_PUBLIC: i32 = 40;
    /// ... and different ones do so for certain: below the threshold of 70.
    pub(crate) const DIGITS_CONFLICT_PUBLIC: i32 = 70;
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
    /// A mask that does not fit.
    pub(crate) const MASK_CONFLICT: i32 = 100;
    /// A relay's name says nothing about its holder: the lowest band, with its reason.
    pub(crate) const RELAY: i32 = 150;
    /// Text without a mailbox.
    pub(crate) const UNREADABLE: i32 = 0;
}

/// Phones.
pub(crate) mod phone {}

/// Addresses.
pub(crate) mod address {}
