//! Nicknames, spellings and whole names that a caller adds to the tables at run time.

use super::parse::{self, tokens};
use super::word::ORIGIN;
use super::{Name, PartySlot};
use crate::tables::name::grade;
use core::fmt;
use smallvec::SmallVec;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Links of the tables are numbered below this; those that a caller adds, from it on. Two bits more are those of the grade, and
/// the next one marks what a word was before transliteration.
const OWN: u32 = 1 << 28;
const _: () = assert!((2 * OWN) << 2 <= ORIGIN);

/// Nicknames and other names that a caller knows and the tables do not.
///
/// Both sides of a comparison are read with the same aliases: [`Name::parse_with`], or
/// [`MatchOptions::with_aliases`](crate::MatchOptions::with_aliases) for whole matches. What is added acts like a row of the
/// tables: it never makes two names equal (a score stays at most 99), and it is never followed from one to the next — a
/// nickname of a nickname is no nickname. Cheap to clone.
///
/// ```
/// use ownership_match::{Aliases, Name};
/// let mut aliases = Aliases::new();
/// aliases.add_nickname("Zuzu", "Zuzanna")?;
/// aliases.add_spelling("Kszysztof", "Krzysztof")?;
/// aliases.add_name("Mark Twain", "Samuel Clemens")?;
/// let score = |a, b| {
///     let read = |raw| Name::parse_with(raw, &aliases).unwrap();
///     read(a).compare(&read(b)).score.get()
/// };
/// assert_eq!(score("Zuzu Nowak", "ZUZANNA NOWAK"), 85);
/// assert!(score("Mark Twain", "SAMUEL L CLEMENS") >= 85);
/// # Ok::<(), ownership_match::AliasError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Aliases {
    /// `None` where none was added: nothing is allocated for it.
    held: Option<Arc<Held>>,
}

#[derive(Clone, Default, PartialEq, Eq)]
struct Held {
    /// Folded word → links.
    words: BTreeMap<Box<[u8]>, SmallVec<[u32; 2]>>,
    /// Folded words of a name, with a blank behind each → the names that it also goes by.
    names: BTreeMap<Box<[u8]>, SmallVec<[Box<str>; 1]>>,
}

impl fmt::Debug for Aliases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.held.as_ref().map_or((0, 0), |held| (held.words.len(), held.names.len()));
        f.debug_struct("Aliases").field("words", &count.0).field("names", &count.1).finish()
    }
}

/// Why an alias is refused. It quotes neither name.
///
/// ```
/// use ownership_match::{AliasError, Aliases};
/// assert_eq!(Aliases::new().add_nickname("Mary Beth", "Marybeth"), Err(AliasError::NotOneWord));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AliasError {
    /// A nickname or a spelling is one word, and so is what it stands for; see [`Aliases::add_name`] for more.
    NotOneWord,
    /// Nothing to read: blank, a placeholder, or several people.
    NotOneName,
    /// Both are the same.
    Same,
}

impl fmt::Display for AliasError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            AliasError::NotOneWord => "a nickname or spelling and the name it stands for are one word each",
            AliasError::NotOneName => "an alias and the name it stands for are the name of one person or business each",
            AliasError::Same => "an alias differs from the name it stands for",
        })
    }
}

impl core::error::Error for AliasError {}

impl Aliases {
    /// Without any.
    #[must_use]
    pub const fn new() -> Aliases {
        Aliases { held: None }
    }

    /// Whether none was added.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.held.is_none()
    }

    /// Adds a nickname of a given name: costs what a sure nickname of the tables costs, 15 of 100.
    ///
    /// # Errors
    /// [`AliasError::NotOneWord`], [`AliasError::Same`].
    pub fn add_nickname(&mut self, nickname: &str, name: &str) -> Result<(), AliasError> {
        self.add_word(nickname, name, grade::SURE)
    }

    /// Adds another spelling or romanisation of a given name, a surname or a word of a business: costs little.
    ///
    /// # Errors
    /// [`AliasError::NotOneWord`], [`AliasError::Same`].
    pub fn add_spelling(&mut self, spelling: &str, name: &str) -> Result<(), AliasError> {
        self.add_word(spelling, name, grade::ITSELF)
    }

    /// Adds another name of one person or business, whole: a name before marriage, a pen name, a brand. Each is read as the
    /// other as well, in the order of words in which it was added.
    ///
    /// # Errors
    /// [`AliasError::NotOneName`], [`AliasError::Same`].
    pub fn add_name(&mut self, alias: &str, name: &str) -> Result<(), AliasError> {
        let key = |raw: &str| match Name::parse(raw) {
            Some(name) if name.parties.len() == 1 && name.unread() == 0 => Ok(name.key(&name.parties[0])),
            _ => Err(AliasError::NotOneName),
        };
        let (alias_key, name_key) = (key(alias)?, key(name)?);
        if alias_key == name_key {
            return Err(AliasError::Same);
        }
        let names = &mut self.held_mut().names;
        for (from, to) in [(alias_key, name), (name_key, alias)] {
            let held = names.entry(from).or_default();
            if !held.iter().any(|other| **other == *to) {
                held.push(to.into());
            }
        }
        Ok(())
    }

    fn held_mut(&mut self) -> &mut Held {
        Arc::make_mut(self.held.get_or_insert_default())
    }

    fn add_word(&mut self, alias: &str, name: &str, grade: u16) -> Result<(), AliasError> {
        let (alias, name) = (word(alias)?, word(name)?);
        if alias == name {
            return Err(AliasError::Same);
        }
        let class = OWN | (fnv(&name) & (OWN - 1));
        let words = &mut self.held_mut().words;
        for (word, grade) in [(alias, grade), (name, grade::ITSELF)] {
            let (link, links) = (class << 2 | u32::from(grade), words.entry(word).or_default());
            if !links.contains(&link) {
                links.push(link);
            }
        }
        Ok(())
    }

    /// Links of a folded word.
    pub(super) fn links(&self, word: &[u8]) -> &[u32] {
        self.held.as_ref().and_then(|held| held.words.get(word)).map_or(&[], |links| links)
    }

    /// Names that a party also goes by.
    pub(super) fn names(&self, name: &Name, slot: &PartySlot) -> SmallVec<[Name; 1]> {
        let names = self.held.as_ref().filter(|held| !held.names.is_empty());
        let names = names.and_then(|held| held.names.get(&name.key(slot)));
        names.into_iter().flatten().filter_map(|raw| parse::parse_stated(raw, self)).collect()
    }
}

/// The one word of a text, folded.
fn word(raw: &str) -> Result<Box<[u8]>, AliasError> {
    let tokens = tokens::tokens(raw);
    match tokens.tokens.as_slice() {
        [token] if !tokens.word(*token).is_empty() && !tokens.cut => Ok(tokens.word(*token).into()),
        _ => Err(AliasError::NotOneWord),
    }
}

/// Fowler–Noll–Vo, 1a: the same number for the same name in every table of aliases.
fn fnv(word: &[u8]) -> u32 {
    word.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(aliases: &Aliases, a: &str, b: &str) -> u8 {
        let read = |raw| Name::parse_with(raw, aliases).expect("is taken");
        let (a, b) = (read(a), read(b));
        assert_eq!(a.compare(&b).score, b.compare(&a).score);
        a.compare(&b).score.get()
    }

    #[test]
    fn nicknames_are_not_followed() {
        let mut aliases = Aliases::new();
        aliases.add_nickname("Qib", "Quibell").expect("is taken");
        aliases.add_nickname("Qub", "Qib").expect("is taken");
        assert_eq!(score(&aliases, "Qib Jones", "QUIBELL JONES"), 85);
        assert_eq!(score(&aliases, "Qub Jones", "QIB JONES"), 85);
        assert!(score(&aliases, "Qub Jones", "QUIBELL JONES") < 60);
        assert!(score(&Aliases::new(), "Qib Jones", "QUIBELL JONES") < 60);
    }

    #[test]
    fn whole_names_meet_both_ways_and_never_make_a_hundred() {
        let mut aliases = Aliases::new();
        aliases.add_name("Brightwater", "Harbour Lane Holdings Ltd").expect("is taken");
        let found = score(&aliases, "BRIGHTWATER LLC", "Harbour Lane Holdings Limited");
        assert!((85..100).contains(&found), "{found}");
        let joint = score(&aliases, "Brightwater", "JOHN SMITH OR HARBOUR LANE HOLDINGS LTD");
        assert!(joint >= 80, "{joint}");
        assert_eq!(aliases.add_name("A & B", ""), Err(AliasError::NotOneName));
        assert_eq!(aliases.add_name("John Smith", "JOHN SMITH"), Err(AliasError::Same));
    }

    #[test]
    fn an_alias_is_no_original_of_a_transliterated_word() {
        let mut aliases = Aliases::new();
        aliases.add_nickname("Waylon", "Wei").expect("is taken");
        // Two characters that are spelled Wei.
        let (one, other) = ("李\u{4f1f}", "李\u{73ae}");
        assert_eq!(score(&aliases, one, other), score(&Aliases::new(), one, other));
        assert!(score(&aliases, one, other) < 100);
    }

    #[test]
    fn debug_shows_no_name() {
        let mut aliases = Aliases::new();
        aliases.add_nickname("Marker", "Markerson").expect("is taken");
        assert!(!format!("{aliases:?}").contains("arker"));
    }
}
