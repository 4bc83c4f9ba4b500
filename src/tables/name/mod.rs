//! Tables of the name comparator: what is known about one word, and the phrases of account titles.
//!
//! One look-up per word answers everything that [`crate::name`] asks; it happens while a name is read, never while two
//! are compared.

mod census;
#[rustfmt::skip]
mod forms;
mod label;
#[rustfmt::skip]
mod phrases;
#[rustfmt::skip]
mod pinyin;
#[rustfmt::skip]
mod words;

use super::beginnings::Beginnings;

/// Stands before a name and carries no weight.
pub(crate) const HONORIFIC: u16 = 1;
/// An honorific that is also a name.
pub(crate) const AMBIGUOUS: u16 = 2;
/// Stands behind a name and carries no weight.
pub(crate) const POST_NOMINAL: u16 = 4;
/// Jr, Sr, III …
pub(crate) const GENERATION: u16 = 8;
/// de, van, al …
pub(crate) const PARTICLE: u16 = 16;
/// LLC, GmbH …
pub(crate) const LEGAL: u16 = 32;
/// Shows a business.
pub(crate) const BUSINESS: u16 = 64;
/// A business word that says nothing about which business it is.
pub(crate) const GENERIC: u16 = 128;
/// Begins a phrase of account titles.
pub(crate) const PHRASE: u16 = 256;
/// A title that is also written behind an article: The Honorable.
pub(crate) const ARTICLE: u16 = 512;

pub(crate) use census::{Hash, Known, look_up};
pub(crate) use label::Label;

/// What the tables say about a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// The bits above.
    pub(crate) class: u16,
    /// 1 male, 2 female, 0 both or not known.
    pub(crate) sex: u8,
    /// log2 of how many people in the United States have it as a given name; 0 not known.
    pub(crate) given: u8,
    /// log2 of how many people in the United States have it as a surname; 0 not known.
    pub(crate) surname: u8,
    /// 1 senior, 2 junior, 22 the second, 3 the third …; 0 no suffix.
    pub(crate) generation: u8,
    /// Number of the legal form; 0 none.
    pub(crate) legal: u8,
    /// Number of the meaning of a business word; 0 none.
    pub(crate) business: u16,
    /// Whether it is Chinese in Pinyin.
    pub(crate) pinyin: bool,
    /// Whether the rules may call it by its letters.
    pub(crate) named: bool,
    links: (u16, u8),
}

/// What the tables say about a word that they do not hold.
pub(crate) const UNKNOWN: Entry = entry(0, 0, 0, 0, 0, 0);

const fn entry(class: u16, generation: u8, legal: u8, business: u16, first_link: u16, links: u8) -> Entry {
    Entry {
        class,
        sex: 0,
        given: 0,
        surname: 0,
        generation,
        legal,
        business,
        pinyin: false,
        named: false,
        links: (first_link, links),
    }
}

/// A name of fewer people (log2, of the United States) is hardly one: more are called Dev and Okafor, fewer Baptist and Harbor.
pub(crate) const RARELY_GIVEN: u8 = 11;
/// A given name that so many people have (log2) is met every day; the rarer ones are only names in use.
pub(crate) const FREQUENT_GIVEN: u8 = 12;
/// The same for a surname.
pub(crate) const FREQUENT_SURNAME: u8 = 13;

impl Known {
    /// Whether it is much more often a given name than a surname.
    pub(crate) const fn is_clearly_given(self) -> bool {
        self.given() >= FREQUENT_GIVEN && self.given() > self.surname() + 2
    }
}

impl Entry {
    /// The same for a word with what is known of the people who are called so. What the census knows was tried for Pinyin when
    /// its table was made.
    #[inline]
    pub(crate) fn of(self, folded: &[u8], known: Known) -> Entry {
        Entry {
            given: known.given(),
            surname: known.surname(),
            sex: known.sex(),
            pinyin: if known.is_name() { known.is_pinyin() } else { is_pinyin(folded) },
            named: known.is_named(),
            ..self
        }
    }

    /// Whether so many more people have it as a surname that it is hardly a given name.
    pub(crate) const fn is_clearly_surname(self) -> bool {
        self.surname >= self.given + 3
    }

    /// Whether any of the bits is set.
    pub(crate) const fn is(self, class: u16) -> bool {
        self.class & class != 0
    }

    /// Whether it is a frequent given name or surname. A rare one may as well be a word of another kind.
    pub(crate) const fn is_name(self) -> bool {
        self.is_given() || self.is_surname()
    }

    /// Whether it is a word of firms, and hardly anybody's name.
    pub(crate) const fn shows_firm(self) -> bool {
        self.is(BUSINESS | LEGAL) && !self.is_name()
    }

    /// Whether it is a word of many firms that some people are called by: Dev.
    pub(crate) const fn is_given_for_firm(self) -> bool {
        self.is(GENERIC) && self.given >= RARELY_GIVEN
    }

    /// Whether it is a frequent given name.
    pub(crate) const fn is_given(self) -> bool {
        self.given >= FREQUENT_GIVEN
    }

    /// Whether it is a frequent surname.
    pub(crate) const fn is_surname(self) -> bool {
        self.surname >= FREQUENT_SURNAME
    }

    /// Whether it is much more often a given name than a surname.
    pub(crate) const fn is_clearly_given(self) -> bool {
        self.is_given() && self.given > self.surname + 2
    }

    /// The names that it may stand for, and from [`KINDRED`] on those that are like it and another name: number × 4 + [`grade`].
    pub(crate) fn links(self) -> &'static [u16] {
        let start = usize::from(self.links.0);
        words::LINKS.get(start..start + usize::from(self.links.1)).unwrap_or(&[])
    }
}

/// Looks a folded word up.
pub(crate) fn word(folded: &[u8]) -> Entry {
    hashed(folded, census::hash(folded))
}

/// Looks a folded word up by its hash.
pub(crate) fn hashed(folded: &[u8], hash: u64) -> Entry {
    let known = look_up(folded.len(), hash);
    held(folded, hash, known).of(folded, known)
}

/// How a word leads to a name: the lowest two bits of a link.
pub(crate) mod grade {
    /// It is the name, or a spelling of it.
    pub(crate) const ITSELF: u16 = 0;
    /// Short for it, and for no other that many have.
    pub(crate) const SURE: u16 = 1;
    /// Short for several names.
    pub(crate) const SHARED: u16 = 2;
    /// The same in another language, or of the other sex.
    pub(crate) const EQUIVALENT: u16 = 3;
}

/// The links from here on lead to surnames of one origin, which are two families: Klein and Kline; or to given names of one sound in
/// writing, which are two people: Maria and Mariah.
pub(crate) const KINDRED: u16 = 1 << 15;

/// The names that a folded word may stand for: see [`Entry::links`].
pub(crate) fn links(folded: &[u8]) -> &'static [u16] {
    find(folded, census::hash(folded)).links()
}

/// What the tables that keep words as text say about a word, without what the census knows.
#[inline]
pub(crate) fn held(folded: &[u8], hash: u64, known: Known) -> &'static Entry {
    if known.may_be_held() { find(folded, hash) } else { &UNKNOWN }
}

/// The same for a word of which nothing is known.
fn find(folded: &[u8], hash: u64) -> &'static Entry {
    let bucket = (hash >> 52) as usize;
    let bounds = words::STARTS.get(bucket).zip(words::STARTS.get(bucket + 1));
    let bucket = bounds.and_then(|(&first, &end)| words::WORDS.get(usize::from(first)..usize::from(end)));
    let mut rows = bucket.unwrap_or(&[]).iter();
    rows.find(|(word, _)| *word == folded).map_or(&UNKNOWN, |(_, entry)| entry)
}

/// Letters of the longest syllable of Standard Chinese: `zhuang`.
pub(crate) const LONGEST_SYLLABLE: usize = 6;
/// Letters of a Chinese word in Pinyin: a double surname or a given name of two syllables, and some.
const LONGEST_PINYIN: usize = 14;

/// Whether a folded word is Chinese in Pinyin: it consists of syllables, and one of them is hardly met in European names.
fn is_pinyin(folded: &[u8]) -> bool {
    syllables(folded) == (true, true)
}

/// Whether a folded word consists of syllables of Chinese in Pinyin, also of those that are met elsewhere.
pub(crate) fn is_pinyin_syllables(folded: &[u8]) -> bool {
    syllables(folded).0
}

/// Whether a folded word is one or two syllables of Pinyin, as surnames and given names of Chinese are, and whether one of them
/// is hardly met in European names. Boateng and Balogun are three.
fn syllables(folded: &[u8]) -> (bool, bool) {
    if !(2..=LONGEST_PINYIN).contains(&folded.len()) || !may_end_syllable(folded) {
        return (false, false);
    }
    let (mut found, mut own) = (false, false);
    let mut first = 0_u64;
    for end in 1..=LONGEST_SYLLABLE.min(folded.len()) {
        first |= u64::from(folded[end - 1]) << (8 * (8 - end));
        let Some(says) = syllable(first) else { continue };
        let rest = &folded[end..];
        let second = if rest.is_empty() {
            Some(false)
        } else if rest.len() <= LONGEST_SYLLABLE {
            syllable(rest.iter().enumerate().fold(0, |key, (at, &byte)| key | u64::from(byte) << (8 * (7 - at))))
        } else {
            None
        };
        found |= second.is_some();
        own |= second.is_some_and(|second| says || second);
    }
    (found, own)
}

/// Whether letters as a number are a syllable of Pinyin, and then whether it is hardly met in European names.
fn syllable(key: u64) -> Option<bool> {
    let place = pinyin::SYLLABLES.binary_search_by_key(&key, |(key, _)| *key).ok()?;
    Some(pinyin::SYLLABLES[place].1)
}

/// Whether a folded word ends as a syllable of Pinyin does.
pub(crate) const fn may_end_syllable(folded: &[u8]) -> bool {
    matches!(folded, [.., last] if ENDINGS >> (*last & 31) & 1 != 0)
}

/// The letters that end a syllable of Pinyin, as bits.
const ENDINGS: u32 = {
    let (mut endings, mut at) = (0, 0);
    while at < pinyin::SYLLABLES.len() {
        // The last letter is the lowest byte that is not zero.
        let key = pinyin::SYLLABLES[at].0;
        endings |= 1 << (key >> (key.trailing_zeros() / 8 * 8) & 31);
        at += 1;
    }
    endings
};

/// What a phrase of an account title does to the names before or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    /// Separates owners.
    Joint,
    /// Carries nothing.
    Drop,
    /// Carries nothing, and belongs to the title as a whole.
    DropTail,
    /// The party before is a trustee.
    Trustee,
    /// The party before is a trustee, what follows the trust.
    TrusteeOf,
    /// Before who made a trust: `REVOCABLE TRUST OF`.
    TrustOf,
    /// The party before is a custodian, what follows the minor.
    Custodian,
    /// The same, with "for".
    CustodianFor,
    /// The party before is a guardian.
    Guardian,
    /// The party before signs for the owner.
    Signer,
    /// The party before is a guardian, what follows the ward.
    GuardianFor,
    /// A gift to a minor; a state follows.
    Utma,
    /// The party before is a minor.
    MinorTail,
    /// What follows is a beneficiary.
    Beneficiary,
    /// What follows is the person for whose benefit the account is held.
    Fbo,
    /// What follows only receives the letters.
    Attention,
    /// What follows is a relative who tells the owner apart.
    Relative,
    /// What follows is the trade name of the party before.
    Dba,
    /// What follows is another name of the party before.
    Alias,
    /// What follows is dead.
    Estate,
    /// The same of a person, or the beginning of another name.
    Late,
    /// The party before is dead.
    EstateTail,
    /// The party before acts for an estate.
    Executor,
    /// The same, and the estate follows.
    ExecutorOf,
    /// The party before acts for another.
    Attorney,
    /// The same, and the other follows.
    AttorneyFor,
    /// Somebody acts for the party before, and may follow.
    WithAttorney,
    /// The party before is an agent for the one that follows.
    AgentFor,
    /// The party before is a trust of its maker.
    Trust,
    /// The same, where it is the last word.
    TrustTail,
    /// The party before is the trust of a family.
    FamilyTrust,
    /// A date follows.
    Dated,
    /// Says what kind of account it is.
    Account,
    /// The same: what a lawyer or an agent holds for clients, which is not quite the party's own.
    ClientAccount,
    /// The same of a lawyer, or the account of a firm that is called so.
    Escrow,
    /// What the person before is at the bank, or which account of hers it is.
    Standing,
    /// What the person before does for a living, or her firm.
    Profession,
    /// What systems write where there is no name.
    Nothing,
}

impl Marker {
    /// Whether its beginning at the end of a text is told from a name. What only holds behind a whole name is not.
    const fn may_be_cut(self) -> bool {
        !matches!(self, Marker::Standing | Marker::Profession | Marker::Nothing)
    }

    /// Whether it says that the money is that of clients.
    const fn is_for_clients(self) -> bool {
        matches!(self, Marker::ClientAccount | Marker::Escrow)
    }
}

/// Looks a phrase up: folded words with single blanks between.
pub(crate) fn phrase(folded: &str) -> Option<Marker> {
    phrases::PHRASES.get(folded).copied()
}

/// All phrases.
#[cfg(test)]
pub(crate) fn all_phrases() -> impl Iterator<Item = &'static str> {
    phrases::PHRASES.keys().copied()
}

/// Whether a text is the beginning of a phrase, and not the whole.
pub(crate) fn begins_phrase(folded: &str) -> bool {
    let begins = |phrase: &str| phrase.len() > folded.len() && phrase.starts_with(folded);
    BEGINNINGS.may_have(folded.as_bytes())
        && phrases::PHRASES.entries().any(|(phrase, marker)| begins(phrase) && marker.may_be_cut())
}

/// Whether a word is the first of several that name an account held for clients.
pub(crate) fn begins_client_account(word: &str) -> bool {
    let goes_on = |phrase: &str| phrase.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    begins_phrase(word) && phrases::PHRASES.entries().any(|(phrase, marker)| marker.is_for_clients() && goes_on(phrase))
}

/// Whether a text is the beginning of phrases, all of which name an account held for clients.
pub(crate) fn begins_client_account_only(folded: &str) -> bool {
    let mut markers = phrases::PHRASES
        .entries()
        .filter(|(phrase, _)| phrase.starts_with(folded))
        .map(|(_, marker)| *marker)
        .peekable();
    markers.peek().is_some() && markers.all(Marker::is_for_clients)
}

/// The beginnings of all phrases.
static BEGINNINGS: Beginnings = {
    let (mut beginnings, mut at) = (Beginnings::NONE, 0);
    while at < phrases::PHRASES.entries.len() {
        beginnings = beginnings.with(phrases::PHRASES.entries[at].0.as_bytes());
        at += 1;
    }
    beginnings
};

/// Legal forms that are spelled out, the longer ones first, and the word of the tables that means the same.
pub(crate) fn spelled_out_forms() -> &'static [(&'static [&'static [u8]], &'static [u8])] {
    &forms::SPELLED_OUT
}

/// Whether a legal form that is spelled out may end with a word.
pub(crate) fn ends_form(word: &[u8]) -> bool {
    forms::ENDS.contains(&word)
}

/// The words of the states and territories of the United States.
pub(crate) fn us_states() -> &'static [&'static [&'static [u8]]] {
    &forms::STATES
}

/// Whether a folded word is a family name of a people that writes it first.
pub(crate) fn is_eastern_surname(word: &[u8]) -> bool {
    forms::EASTERN.binary_search(&word).is_ok()
}

/// Whether the letter `ñ` between two parts of a word makes a surname of them.
pub(crate) fn is_tilde(before: &[u8], behind: &[u8]) -> bool {
    let joins = |surname: &&[u8]| {
        surname.len() == before.len() + 1 + behind.len()
            && surname[before.len()] == b'~'
            && surname.starts_with(before)
            && surname.ends_with(behind)
    };
    forms::TILDES.iter().any(joins)
}

/// Whether a short form in the name of a business, which is another word as well, may stand for a word.
pub(crate) fn is_abbreviation(short: &[u8], long: &[u8]) -> bool {
    abbreviation(short, long).is_some()
}

/// Whether it says so only beside another word that makes the business this one.
pub(crate) fn is_doubtful_abbreviation(short: &[u8], long: &[u8]) -> bool {
    abbreviation(short, long) == Some(false)
}

fn abbreviation(short: &[u8], long: &[u8]) -> Option<bool> {
    let held = forms::ABBREVIATIONS.binary_search_by_key(&(short, long), |&(short, long, _)| (short, long));
    held.ok().map(|place| forms::ABBREVIATIONS[place].2)
}

/// A name in Hebrew letters as its people write it in Latin ones.
pub(crate) fn hebrew(word: &str) -> Option<&'static str> {
    forms::HEBREW.iter().find(|(name, _)| *name == word).map(|(_, latin)| *latin)
}

/// Whether a word is one of those that [`hebrew`] gives.
pub(crate) fn is_hebrew_name(word: &[u8]) -> bool {
    forms::HEBREW.iter().any(|(_, latin)| latin.as_bytes() == word)
}

/// Looks up an abbreviation whose letters stood between slashes, by its letters.
pub(crate) fn slashed(folded: &str) -> Option<Marker> {
    let mut key = [b'/'; 8];
    let end = folded.len() + 1;
    key.get_mut(1..end)?.copy_from_slice(folded.as_bytes());
    phrase(core::str::from_utf8(&key[..end]).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name keeps them beside such as take more room, behind this mark.
    #[test]
    fn no_link_is_the_mark_of_a_wide_one() {
        assert!(words::LINKS.len() > 1000 && words::LINKS.iter().all(|&link| link < u16::MAX));
    }

    #[test]
    fn phrases_are_told_by_their_beginnings() {
        for (phrase, _) in phrases::PHRASES.entries().filter(|(_, marker)| marker.may_be_cut()) {
            for end in 1..phrase.len() {
                assert!(begins_phrase(&phrase[..end]), "{phrase} {end}");
            }
        }
        assert!(!begins_phrase("quist") && !begins_phrase("trusx") && !begins_phrase("borro"));
    }

    #[test]
    fn words_are_found() {
        assert_eq!(word(b"william").sex, 1);
        assert!(word(b"llc").is(LEGAL));
        assert_eq!(word(b"jr").generation, 2);
        assert_eq!(phrase("jt ten"), Some(Marker::DropTail));
        assert_eq!((slashed("co"), phrase("co")), (Some(Marker::Attention), None));
        let bill = word(b"bill").links();
        let william = word(b"william").links();
        assert!(bill.iter().any(|b| william.iter().any(|w| b >> 2 == w >> 2 && b & 3 == 1 && w & 3 == 0)));
    }
}
