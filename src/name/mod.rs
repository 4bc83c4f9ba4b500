//! Names: one owner string becomes a typed name; two names are compared.
//!
//! - `parse`: the string → words and marks → parties with their roles (`JOHN & JANE SMITH`, `SMITH TTEE`), each with given
//!   names, middle names, surname and suffix, or a business with its legal form.
//! - `word`: one word with what the tables say; `sketch`: all words of a party at a glance; `reading`: which word is the
//!   surname.
//! - `compare`: how two words relate (the same, a nickname, another spelling …), two parties → points and reasons, and the
//!   best of all parties.
//! - `named`: words that rules call by their letters; `json`: what was understood, for people.

mod aliases;
mod compare;
#[cfg(feature = "serde")]
mod json;
mod links;
mod named;
mod parse;
mod reading;
mod sketch;
#[cfg(feature = "zeroize")]
mod wipe;
mod word;

use crate::evidence::Comparison;
use crate::privacy::redacted_debug;
use links::Kept;
use sketch::Sketch;
use smallvec::SmallVec;
use word::Word;

pub use aliases::{AliasError, Aliases};

/// Whether a party is a person or a business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartyKind {
    /// A person.
    Person,
    /// A company, a firm, an institution.
    Business,
}

/// What a party is to the account, where its title says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Owner, alone or jointly; also where nothing is said.
    Owner,
    /// Trustee (`TTEE`).
    Trustee,
    /// A trust that carries the name of its maker (`… REVOCABLE TRUST`).
    Trust,
    /// The trust of a family (`… FAMILY TRUST`).
    FamilyTrust,
    /// Custodian of a minor's account (`CUST`).
    Custodian,
    /// Guardian, conservator or agent for another.
    Guardian,
    /// The minor or ward (`UTMA`).
    Minor,
    /// Receives the money when the owner dies (`POD`, `TOD`).
    Beneficiary,
    /// The account is held for this person's benefit (`FBO`).
    Fbo,
    /// Receives the letters (`C/O`, `ATTN`).
    Attention,
    /// A relative who only tells the owner apart (`S/O`, son of).
    Relative,
    /// Has died (`ESTATE OF`).
    Estate,
    /// Executor or attorney in fact.
    ActsFor,
    /// Most likely the one another acts for, who is named behind the power of attorney (`POA`).
    Principal,
    /// Trade name of the party before (`DBA`).
    TradeName,
    /// Another name of the party before (`AKA`).
    Alias,
}

impl Role {
    /// The stable code used in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Trustee => "trustee",
            Role::Trust => "trust",
            Role::FamilyTrust => "family_trust",
            Role::Custodian => "custodian",
            Role::Guardian => "guardian",
            Role::Minor => "minor",
            Role::Beneficiary => "beneficiary",
            Role::Fbo => "for_benefit_of",
            Role::Attention => "attention",
            Role::Relative => "relative",
            Role::Estate => "estate",
            Role::ActsFor => "acts_for",
            Role::Principal => "principal",
            Role::TradeName => "trade_name",
            Role::Alias => "alias",
        }
    }
}

/// No surname is marked by a comma.
const UNSTATED: u8 = u8::MAX;

/// One party: where its words are and what was understood.
#[derive(Clone, Copy, PartialEq, Eq)]
struct PartySlot {
    /// Its first word and how many it has, aliases left out.
    first: u8,
    count: u8,
    /// Nicknames in quotes or parentheses, behind the others.
    aliases: u8,
    /// The word where the surname starts, counted from `first`, where a comma says so.
    surname: u8,
    kind: PartyKind,
    role: Role,
    /// 1 senior, 2 junior, 22 the second, 3 …; 0 none. Of a business: a further legal form.
    generation: u8,
    /// Number of the legal form; 0 none.
    legal: u8,
    /// A second way to read the party before.
    alternative: bool,
    sketch: Sketch,
}

/// The name of a person or business, ready to be compared.
///
/// One string may name several parties: `JOHN & JANE SMITH`, `MARY JONES TTEE`. Each is read into its parts; comparing
/// takes the pair of parties that fits best and never mixes the words of two.
///
/// ```
/// use ownership_match::Name;
/// let name = Name::parse("DR JOHN A SMITH JR OR MARY JONES").unwrap();
/// let parties: Vec<_> = name.parties().collect();
/// assert_eq!(parties.len(), 2);
/// assert_eq!(parties[0].given(), ["john"]);
/// assert_eq!(parties[0].surname(), ["smith"]);
/// assert_eq!(parties[0].generation(), Some("jr"));
/// ```
#[derive(Clone)]
pub struct Name {
    text: SmallVec<[u8; MOST_LETTERS]>,
    words: SmallVec<[Word; 6]>,
    links: Kept,
    parties: SmallVec<[PartySlot; 1]>,
    beside: Option<Box<Beside>>,
}

/// Letters that a name keeps within itself; two of a hundred have more.
const MOST_LETTERS: usize = 40;

/// Words that one party keeps. A business name of 140 characters has about 20.
const MOST_PARTY_WORDS: u8 = 20;

/// What few names have beside their words.
#[derive(Clone, Default, PartialEq, Eq)]
struct Beside {
    /// The letters as they were, where another script was spelled out.
    original: Option<Box<str>>,
    /// What stands beside the name and is no part of it, as a number that tells it from others; 0 nothing.
    unread: u64,
    /// A digest of the whole text, where a part of it is not kept.
    whole: [u64; 2],
    /// The numbers among it: the year of a trust, the end of an account number; 0 none.
    number: u64,
    /// Which one of several trusts it is; 0 not said.
    which: u16,
}

redacted_debug!(Name);

impl Name {
    /// What a name is read into.
    #[inline]
    fn empty() -> Name {
        Name {
            text: SmallVec::new(),
            words: SmallVec::new(),
            links: Kept::default(),
            parties: SmallVec::new(),
            beside: None,
        }
    }

    /// The letters as they were, where another script was spelled out.
    fn original(&self) -> Option<&str> {
        self.beside.as_ref()?.original.as_deref()
    }

    /// What stands beside the name and is no part of it, as a number that tells it from others; 0 nothing.
    fn unread(&self) -> u64 {
        self.beside.as_ref().map_or(0, |beside| beside.unread)
    }

    /// A digest of the whole text, where a part of it is not kept.
    fn whole(&self) -> [u64; 2] {
        self.beside.as_ref().map_or([0; 2], |beside| beside.whole)
    }

    /// The numbers that stand beside the name, as a number that tells them from others; 0 none.
    fn number(&self) -> u64 {
        self.beside.as_ref().map_or(0, |beside| beside.number)
    }

    /// Which one of several trusts it is; 0 not said.
    fn which(&self) -> u16 {
        self.beside.as_ref().map_or(0, |beside| beside.which)
    }

    /// Reads a name. `None` when the text holds none: it is blank, or a placeholder such as `N/A`.
    ///
    /// ```
    /// use ownership_match::Name;
    /// assert!(Name::parse("Jenny Rosen").is_some());
    /// assert!(Name::parse(" N/A ").is_none());
    /// ```
    #[must_use]
    pub fn parse(raw: &str) -> Option<Name> {
        Name::parse_with(raw, &const { Aliases::new() })
    }

    /// Reads a name with the nicknames and other names that the caller adds; the other side is read with the same.
    ///
    /// ```
    /// use ownership_match::{Aliases, Name};
    /// let mut aliases = Aliases::new();
    /// aliases.add_nickname("Bimbo", "Abimbola")?;
    /// let given = Name::parse_with("Bimbo Adeyemi", &aliases).unwrap();
    /// let owner = Name::parse_with("ABIMBOLA ADEYEMI", &aliases).unwrap();
    /// assert_eq!(given.compare(&owner).score.get(), 85);
    /// # Ok::<(), ownership_match::AliasError>(())
    /// ```
    #[must_use]
    pub fn parse_with(raw: &str, aliases: &Aliases) -> Option<Name> {
        let mut name = None;
        Name::read(&mut name, raw, aliases);
        name
    }

    /// The same, where it is to stay.
    #[inline]
    pub(crate) fn read(name: &mut Option<Name>, raw: &str, aliases: &Aliases) {
        parse::parse(name, raw, aliases);
    }

    /// Compares two names; symmetric.
    ///
    /// ```
    /// use ownership_match::Name;
    /// let score = |a: &str, b: &str| Name::parse(a).unwrap().compare(&Name::parse(b).unwrap()).score.get();
    /// assert_eq!(score("Jenny Rosen", "ROSEN, JENNY"), 100);
    /// assert_eq!(score("Jenny Rosen", "Jennifer Rosen"), 85);
    /// assert!(score("John Jones", "JOHN SMITH OR MARY JONES") < 60);
    /// ```
    pub fn compare(&self, other: &Name) -> Comparison {
        compare::compare(self, other)
    }

    /// Both sides part beside part, `self` as the given one: the pair of parties that compares best, in the readings that compare best.
    ///
    /// It shows both values. An explanation that does not is [`Comparison::explain`].
    pub fn align(&self, owner: &Name) -> crate::Alignment {
        compare::align(self, owner)
    }

    /// The parties that the text names, in its order.
    pub fn parties(&self) -> impl Iterator<Item = Party<'_>> {
        self.parties.iter().filter(|slot| !slot.alternative).map(|slot| Party { name: self, slot })
    }

    fn words_of(&self, slot: &PartySlot) -> &[Word] {
        let first = usize::from(slot.first);
        self.words.get(first..first + usize::from(slot.count)).unwrap_or(&[])
    }

    fn aliases_of(&self, slot: &PartySlot) -> &[Word] {
        let first = usize::from(slot.first) + usize::from(slot.count);
        self.words.get(first..first + usize::from(slot.aliases)).unwrap_or(&[])
    }

    /// The words of a party, each with a blank behind it: what aliases are found by.
    fn key(&self, slot: &PartySlot) -> Box<[u8]> {
        self.words_of(slot).iter().flat_map(|word| word.text(&self.text).iter().chain(b" ")).copied().collect()
    }

    fn side(&self) -> compare::Side<'_> {
        compare::Side { text: &self.text, links: &self.links.0 }
    }
}

/// One party of a [`Name`]: what was understood of it. Words are folded: lower-case ASCII letters and digits.
#[derive(Clone, Copy)]
pub struct Party<'a> {
    name: &'a Name,
    slot: &'a PartySlot,
}

impl core::fmt::Debug for Party<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Party").finish_non_exhaustive()
    }
}

impl<'a> Party<'a> {
    /// Whether it is a person or a business.
    #[must_use]
    pub fn kind(&self) -> PartyKind {
        self.slot.kind
    }

    /// What it is to the account.
    #[must_use]
    pub fn role(&self) -> Role {
        self.slot.role
    }

    /// The first given name of a person; nothing for a business or a lone surname.
    #[must_use]
    pub fn given(&self) -> Vec<&'a str> {
        self.part(|reading| reading.given)
    }

    /// The further given names or initials of a person, with particles that stand among them.
    #[must_use]
    pub fn middle(&self) -> Vec<&'a str> {
        self.part(|reading| reading.middle)
    }

    /// The words of the surname with their particles, or of the whole business name without its legal form.
    #[must_use]
    pub fn surname(&self) -> Vec<&'a str> {
        if self.slot.kind == PartyKind::Business {
            return self.text(self.name.words_of(self.slot).iter());
        }
        self.part(|reading| reading.surname)
    }

    /// Nicknames that the text states in quotes or parentheses.
    #[must_use]
    pub fn nicknames(&self) -> Vec<&'a str> {
        self.text(self.name.aliases_of(self.slot).iter())
    }

    /// The generational suffix: `sr`, `jr`, `ii`, `iii` …
    #[must_use]
    pub fn generation(&self) -> Option<&'static str> {
        if self.slot.kind == PartyKind::Business {
            return None;
        }
        Some(match self.slot.generation {
            0 => return None,
            1 => "sr",
            2 => "jr",
            22 => "ii",
            3 => "iii",
            4 => "iv",
            5 => "v",
            6 => "vi",
            _ => "other",
        })
    }

    /// Whether the order of the words is stated by a comma rather than supposed.
    #[must_use]
    pub fn is_order_stated(&self) -> bool {
        self.slot.surname != UNSTATED
    }

    /// Whether a business name ends with a legal form.
    #[must_use]
    pub fn has_legal_form(&self) -> bool {
        self.slot.legal != 0
    }

    fn part(&self, of: fn(&reading::Reading) -> reading::Range) -> Vec<&'a str> {
        if self.slot.kind == PartyKind::Business {
            return Vec::new();
        }
        let words = self.name.words_of(self.slot);
        let reading = reading::readings(words, self.slot.surname)[0];
        let range = of(&reading);
        self.text(words[usize::from(range.0)..usize::from(range.1)].iter())
    }

    fn text(&self, words: impl Iterator<Item = &'a Word>) -> Vec<&'a str> {
        words.map(|word| core::str::from_utf8(word.text(&self.name.text)).unwrap_or("")).collect()
    }
}
