//! Names in a local part: whether two parts of a local part are forms of one given name, or names of two people.
//!
//! What is looked up here is looked up while comparing, and only for local parts that are nearly the same: which letters of an
//! unsegmented local part are the given name shows only beside the other one.

use crate::tables::name::{Entry, KINDRED, grade, links, word};
use crate::text::similarity::edits;

/// The shortest beginning that two forms of a name share.
const SHARED: usize = 3;
/// ... without an ending that makes short forms.
const LONG_SHARED: usize = 4;

/// Whether two different words may be forms of one given name.
///
/// Forms that share their beginning are seen here (`jen`, `jenny`, `jennifer`; `rob`, `robert`); others (`bill`, `william`)
/// are for [`share_name`].
pub(super) fn are_variants(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // `paul` and `paula` begin alike and are two people; `sam` and `samantha` are linked.
    // Of two forms of one length either may be the short one: `jeny`, `jenn`.
    let alike = begin_alike(short, long) || short.len() == long.len() && begin_alike(long, short);
    short.len() >= SHARED && short != long && alike && kinship(a, b) != Kinship::TwoPeople
}

/// Whether two words begin alike as forms of one given name do.
fn begin_alike(short: &[u8], long: &[u8]) -> bool {
    let shared = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if shared == short.len() {
        return true;
    }
    // jenny/jennifer, robbie/robert: a short form in -y or -ie, with its last consonant perhaps doubled.
    let stem = short.strip_suffix(b"ie").or_else(|| short.strip_suffix(b"y")).unwrap_or(short);
    let undoubled = match stem {
        [rest @ .., last, doubled] if last == doubled && rest.len() + 1 >= SHARED => &stem[..stem.len() - 1],
        _ => stem,
    };
    if stem.len() < short.len() && undoubled.len() >= SHARED && long.starts_with(undoubled) {
        return true;
    }
    // jennifer/jennie, catherine/cathleen share four letters: only where one of them is clearly the longer.
    shared >= LONG_SHARED && long.len() >= short.len() + 2
}

/// Whether two words stand for one name by the name tables (`bill` and `william`): numbers of names with their grade. As
/// between names, one side is the name itself or both are sure nicknames of it; but the same name in another language
/// (`juan`, `john`) or of the other sex (`andrew`, `andrea`) is another person's. `most` is the loosest grade that counts.
fn share_name(a: &[u16], b: &[u16], most: u16) -> bool {
    let is_one =
        |p: u16, q: u16| (p.min(q) == grade::ITSELF && p.max(q) <= most) || (p, q) == (grade::SURE, grade::SURE);
    a.iter().any(|&p| p < KINDRED && b.iter().any(|&q| p >> 2 == q >> 2 && is_one(p & 3, q & 3)))
}

/// Whether two words are given names of different people, however few letters apart.
///
/// Names of a man and a woman that differ in their last letter are seen here (`maria`, `mario`); others (`tim`, `tom`) are for
/// the name tables.
pub(super) fn are_different(a: &[u8], b: &[u8]) -> bool {
    match (a, b) {
        ([stem_a @ .., b'a'], [stem_b @ .., b'o']) | ([stem_a @ .., b'o'], [stem_b @ .., b'a']) => {
            stem_a.len() >= SHARED && stem_a == stem_b
        }
        _ => false,
    }
}

/// How two given names relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kinship {
    /// One of them is no name in use, or they are forms of one.
    Unknown,
    /// Two frequent names (`tim`, `tom`).
    Other,
    /// Two names in use of which a woman has one and a man the other (`paul`, `paula`), or that more than two letters part
    /// (`carlos`, `charlie`): no slip at all.
    TwoPeople,
}

/// How much more often (log2) one of two names must be met, for the other to be taken for a slip in it, as between names.
const SLIP_RATIO: u8 = 8;

/// log2 of the people that a rarer name needs to be one in use beside another that is about as rare: `ajit` and `amit`, `jiwon` and
/// `jihoon` are two people.
const GIVEN_IN_USE: u8 = 9;
/// How much more often (log2) one of two names may be met of which one is rare.
const RARE_RATIO: u8 = 3;

/// Letters off that may be slips in one given name.
const SLIPS: usize = 2;

/// How two different words relate as given names.
pub(super) fn kinship(a: &[u8], b: &[u8]) -> Kinship {
    let (left, right) = (word(a), word(b));
    let is_slip = left.given == 0 || right.given == 0 || left.given.abs_diff(right.given) >= SLIP_RATIO;
    // What may be short for one of several names is another name: Alex, Alexis.
    if a == b || is_slip || share_name(left.links(), right.links(), grade::SURE) {
        return Kinship::Unknown;
    }
    if (left.sex, right.sex) == (1, 2) || (left.sex, right.sex) == (2, 1) {
        return Kinship::TwoPeople;
    }
    // `brian`, `brain` and `ana`, `anna`: swapped and doubled letters are slips before they are other names.
    let letters = |word: &[u8]| word.iter().fold(0_u32, |mask, letter| mask | 1 << (letter & 31));
    let rare = !left.is_given() || !right.is_given();
    let is_in_use = |word: Entry| word.given >= GIVEN_IN_USE && word.given > word.surname;
    let in_use = is_in_use(left) && is_in_use(right) && left.given.abs_diff(right.given) <= RARE_RATIO;
    if rare && !in_use || letters(a) == letters(b) {
        Kinship::Unknown
    } else if rare || edits(a, b, SLIPS).is_some() {
        Kinship::Other
    } else {
        Kinship::TwoPeople
    }
}

/// The longest word that is looked up as a form of a given name: `christopher`, `maximiliano`.
const LONGEST: usize = 11;

/// Whether two words are forms of one given name by the name tables (`mike`, `michael`).
pub(super) fn are_one_name(a: &[u8], b: &[u8]) -> bool {
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    (SHARED..=LONGEST).contains(&shorter) && longer <= LONGEST && share_name(links(a), links(b), grade::SHARED)
}

/// Whether a word may be a form of another one by the name tables.
pub(super) fn has_forms(word: &[u8]) -> bool {
    (SHARED..=LONGEST).contains(&word.len()) && !links(word).is_empty()
}

/// Whether a word is a frequent given name.
pub(super) fn is_given(letters: &[u8]) -> bool {
    word(letters).is_given()
}

/// Whether a word is a frequent surname.
pub(super) fn is_surname(letters: &[u8]) -> bool {
    word(letters).is_surname()
}

/// Whether a word is a surname, however rare.
pub(super) fn is_any_surname(letters: &[u8]) -> bool {
    word(letters).surname > 0
}

/// Whether a word is a frequent surname that is hardly a given name.
pub(super) fn is_clearly_surname(letters: &[u8]) -> bool {
    let word = word(letters);
    word.is_surname() && word.is_clearly_surname()
}

/// log2 of the people that a surname needs to be one in use beside another: far fewer than a frequent one, for a surname of two
/// thousand is still rather a name than a slip.
const IN_USE: u8 = 11;

/// Whether two different words are surnames in use, neither of them so rare beside the other that it is rather a slip.
/// Swapped and doubled letters are slips before they are other names.
pub(super) fn are_surnames_apart(a: &[u8], b: &[u8]) -> bool {
    let letters = |word: &[u8]| word.iter().fold(0_u32, |mask, letter| mask | 1 << (letter & 31));
    if letters(a) == letters(b) {
        return false;
    }
    let (left, right) = (word(a).surname, word(b).surname);
    left.min(right) >= IN_USE && left.abs_diff(right) <= SLIP_RATIO
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_share_their_beginning() {
        for (a, b) in
            [("jen", "jenny"), ("jenny", "jennifer"), ("robbie", "robert"), ("dan", "daniel"), ("mike", "mikey")]
        {
            assert!(are_variants(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("mark", "maria"), ("jo", "joseph"), ("jenny", "jenny"), ("tara", "owen"), ("marcus", "martin")]
        {
            assert!(!are_variants(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
    }

    #[test]
    fn surnames_of_two_people() {
        let of = |a: &str, b: &str| are_surnames_apart(a.as_bytes(), b.as_bytes());
        assert!(of("carter", "carver") && of("mendez", "mendes") && of("thomson", "thompson"));
        for (a, b) in [("jenkins", "jenkin"), ("jenkins", "jenkns"), ("philips", "phillips"), ("garcia", "garica")] {
            assert!(!of(a, b), "{a} {b}");
        }
    }

    #[test]
    fn names_of_two_people() {
        let of = |a: &str, b: &str| kinship(a.as_bytes(), b.as_bytes());
        assert_eq!(of("tim", "tom"), Kinship::Other);
        assert_eq!(of("paul", "paula"), Kinship::TwoPeople);
        assert_eq!(of("maria", "mario"), Kinship::TwoPeople);
        assert_eq!(of("francois", "francoise"), Kinship::TwoPeople);
        for (a, b) in [("sara", "sarah"), ("brian", "brain"), ("jenny", "jneny"), ("jon", "john"), ("mike", "michael")]
        {
            assert_eq!(of(a, b), Kinship::Unknown, "{a} {b}");
        }
        assert_eq!(of("juan", "john"), Kinship::Other);
        assert_ne!(of("andrew", "andrea"), Kinship::Unknown);
        assert!(are_one_name(b"mike", b"michael") && !are_one_name(b"mark", b"michael"));
    }
}
