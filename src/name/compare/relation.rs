//! How two words of a name relate, and what that costs.

use super::gender::is_gendered_surname;
use super::japanese::are_two_japanese;
use super::korean::{are_two_korean, may_be_korean, same_korean};
use super::slip::{fragment, is_only_transposed, slip, surname_fragment, truncated};
use super::sound::{
    has_written_vowels, is_mac_pair, is_of_the_faith, is_servant, is_yo_pair, other_reading, same_skeleton, same_sound,
    same_tight, same_with_ij,
};
use crate::calibration::name as points;
use crate::name::links::Links;
use crate::name::sketch::SPECIAL;
use crate::name::word::{ABJAD, DAMAGED, DIGIT, FILLS, INITIAL, JOINED, ORIGIN, PINYIN, SCRIPT, SOUND, Word, same};
use crate::tables::name::{KINDRED, grade};
use crate::text::similarity::has_at_most;
use smallvec::SmallVec;

/// How two words relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// The same letters.
    Equal,
    /// The same letters, written together on one side.
    Joined,
    /// The same but for the second reading of a letter, a lost letter or a look-alike digit.
    Reading,
    /// Another spelling or romanisation of the same name.
    Spelling,
    /// The feminine and the masculine form of one surname.
    Gendered,
    /// A slip of the pen.
    Typo,
    /// Cut off at the end of the text.
    Truncated,
    /// A nickname that hardly anybody doubts.
    Nickname,
    /// A nickname that several names share, or the same name in another language.
    LooseNickname,
    /// An initial that agrees.
    Initial,
    /// Looks alike, but is another name.
    Near,
    /// Has nothing to do with it.
    None,
}

/// A relation with what it costs, as a given name and as a surname, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) relation: Relation,
    pub(super) given: i32,
    pub(super) surname: i32,
}

impl Link {
    pub(super) const NONE: Link = Link { relation: Relation::None, given: points::CONFLICT, surname: points::CONFLICT };

    pub(super) const fn both(relation: Relation, cost: i32) -> Link {
        Link { relation, given: cost, surname: cost }
    }

    /// Whether a given name that is a middle name of the other side may be the same.
    pub(super) fn is_close(self) -> bool {
        self.relation <= Relation::Nickname && self.given <= points::NICKNAME
    }

    /// What two middle names cost that may be one.
    pub(super) fn of_middles(self) -> Option<i32> {
        (self.given < points::OTHER_NAME || self.relation == Relation::Initial).then_some(self.given)
    }
}

/// A word with the text and the links of its name.
#[derive(Clone, Copy)]
pub(in crate::name) struct Side<'a> {
    pub(in crate::name) text: &'a [u8],
    pub(in crate::name) links: &'a [u16],
}

impl<'a> Side<'a> {
    fn links_of(self, word: Word) -> Links<'a> {
        let start = usize::from(word.first_link);
        Links(self.links.get(start..start + usize::from(word.links)).unwrap_or(&[]))
    }

    /// The character that a word was before transliteration.
    fn origin_of(self, word: Word) -> Option<u32> {
        self.links_of(word).find(|link| link & ORIGIN != 0)
    }
}

/// How word `a` relates to word `b`; symmetric.
pub(super) fn relate(a: Word, side_a: Side<'_>, b: Word, side_b: Side<'_>) -> Link {
    // Most pairs of words have nothing to do with each other, and this shows without reading them.
    if is_unrelated(&a, side_a, &b, side_b) { Link::NONE } else { relate_closely(a, side_a, b, side_b) }
}

/// How two words relate that may have something to do with each other.
pub(super) fn relate_closely(a: Word, side_a: Side<'_>, b: Word, side_b: Side<'_>) -> Link {
    let (x, y) = (a.text(side_a.text), b.text(side_b.text));
    if same(a, side_a.text, b, side_b.text) {
        let scripts = a.flags & b.flags & SCRIPT != 0;
        if scripts && side_a.origin_of(a).zip(side_b.origin_of(b)).is_some_and(|(p, q)| p != q) {
            return Link { relation: Relation::Near, given: points::HOMOPHONE, surname: points::SPELLING };
        }
        let joined = (a.flags ^ b.flags) & JOINED != 0;
        return if joined { Link::both(Relation::Joined, points::JOINED) } else { Link::both(Relation::Equal, 0) };
    }
    if a.is(INITIAL) || b.is(INITIAL) {
        return if x.first() == y.first() {
            Link { relation: Relation::Initial, given: points::INITIAL, surname: points::SURNAME_INITIAL }
        } else {
            Link::NONE
        };
    }
    // Nothing but an a is left out.
    if (a.letters ^ b.letters) & !1 == 0 && is_mac_pair(x, y) {
        return Link::both(Relation::Spelling, points::SPELLING);
    }
    if let Some(cost) = other_reading(a, x, b, y) {
        return Link::both(Relation::Reading, cost);
    }
    let sexes_differ = a.sex != 0 && b.sex != 0 && a.sex != b.sex;
    if let Some((link, grades)) = named(a, side_a.links_of(a), b, side_b.links_of(b)) {
        // Daniel and Danielle are one name in two forms, and two people.
        let two_people = sexes_differ && grades == (grade::ITSELF, grade::EQUIVALENT);
        let link = if two_people { Link { relation: Relation::Near, given: points::NEAR, ..link } } else { link };
        // `… TIMOTHY SHER` is Sherry cut at the end of a field, before it is a nickname.
        let cut = if (a.flags | b.flags) & FILLS != 0 { truncated(a, side_a, b, side_b) } else { None };
        let link = match cut {
            Some(cut) if cut.fills && !sexes_differ && cut.cost < link.given => Link {
                relation: Relation::Truncated,
                given: cut.cost,
                surname: cut.surname.map_or(link.surname, |cost| cost.min(link.surname)),
            },
            _ => link,
        };
        if !matches!(link.relation, Relation::Nickname | Relation::LooseNickname) {
            return link;
        }
        // What is short for what says nothing of surnames: Heinrich and Hinrich are compared by their letters. Nor of two short forms
        // of one name, which may be one with a slip: Niki and Nikki.
        let letters = by_letters(a, side_a, b, side_b, sexes_differ);
        let apart = || are_read_apart(side_a.links_of(a), side_b.links_of(b));
        let closer = grades.0 != grade::ITSELF && letters.given < link.given && !apart();
        return if closer { letters } else { Link { surname: letters.surname, ..link } };
    }
    by_letters(a, side_a, b, side_b, sexes_differ)
}

/// How two words relate by their letters alone.
fn by_letters(a: Word, side_a: Side<'_>, b: Word, side_b: Side<'_>, sexes_differ: bool) -> Link {
    let (x, y) = (a.text(side_a.text), b.text(side_b.text));
    let scripts = (a.flags | b.flags) & SCRIPT != 0;
    // What begins a word, or has its stem, has its first two letters.
    let begins = (a.hint ^ b.hint) & !SOUND == 0 && a.second == b.second;
    if begins && is_with_honorific(x, y) {
        return Link { relation: Relation::Spelling, given: points::GLUED_HONORIFIC, ..Link::NONE };
    }
    if begins && !sexes_differ && is_short_of_god(x, y) {
        return Link { relation: Relation::Nickname, given: points::NICKNAME, ..Link::NONE };
    }
    let (written, other) = if a.is(ABJAD) { (x, y) } else { (y, x) };
    if (a.flags ^ b.flags) & ABJAD != 0 && same_skeleton(x, y) && has_written_vowels(written, other) {
        return Link::both(Relation::Spelling, points::SCRIPT_SPELLING);
    }
    if scripts && same_with_h(a, x, b, y) {
        return Link::both(Relation::Spelling, points::SCRIPT_SPELLING);
    }
    // Two different syllables of Chinese are two names, however alike they sound to others: Zhang and Zheng.
    let pinyin = a.is(PINYIN) && b.is(PINYIN) && !scripts;
    // Of one script, what has the same letters in other places is another name: Danae and Danne. LIUDMYLA is what Людмила is spelled as.
    let respelled = || scripts && !is_only_transposed(x, y);
    let transposed = a.letters == b.letters && x.len() == y.len() && !respelled();
    if !sexes_differ
        && !pinyin
        && !transposed
        && a.sound() == b.sound()
        && x.len().min(y.len()) >= 4
        && same_sound(x, y)
        && !are_two_japanese(x, y)
        && !(may_be_korean(a, b) && are_two_korean(x, y, 2) && !same_korean(x, y))
    {
        let cost = if scripts { points::SCRIPT_SPELLING } else { points::SOUND };
        // Gary and Gerry, Bell and Ball: two names that many have are two people, unless only the spelling differs.
        let loose = !scripts && !same_tight(x, y);
        let two = |p: u8, q: u8| loose && p >= points::IN_USE && q >= points::IN_USE;
        let apart = || (a.flags ^ b.flags) & JOINED != 0 && is_with_ann(if a.is(JOINED) { (x, y) } else { (y, x) });
        let given = if two(a.given, b.given) || apart() { points::OTHER_NAME } else { cost };
        let surname = if two(a.surname, b.surname) { points::OTHER_SURNAME } else { cost };
        let relation = if given.max(surname) > cost { Relation::Typo } else { Relation::Spelling };
        return Link { relation, given, surname };
    }
    if !scripts && !sexes_differ && may_be_korean(a, b) && same_korean(x, y) {
        return Link::both(Relation::Spelling, points::SPELLING);
    }
    if begins && a.letters & b.letters & 0b1011 == 0b1011 && is_servant(x, y) {
        return Link::both(Relation::Spelling, points::SPELLING);
    }
    if x.first() == y.first() && is_of_the_faith(x, y) {
        return Link::both(Relation::Spelling, points::SPELLING);
    }
    const Y: u32 = 1 << (b'y' - b'a');
    const J: u32 = 1 << (b'j' - b'a');
    if (a.letters ^ b.letters) & (J | Y) == J | Y && same_with_ij(x, y) {
        return Link::both(Relation::Spelling, points::SPELLING);
    }
    if (a.letters | b.letters) & Y != 0 && is_yo_pair(x, y) {
        return Link::both(Relation::Spelling, points::SPELLING);
    }
    let mut link = slip(a, x, b, y, sexes_differ);
    if !begins {
        return link;
    }
    if is_gendered_surname(x, y) {
        link = Link { relation: Relation::Gendered, given: link.given, surname: points::GENDERED };
    }
    // XIAOLI is no beginning of XIAOLIN: names in Pinyin are short, so that only a long text shows a cut.
    if let Some(cut) = truncated(a, side_a, b, side_b).filter(|cut| cut.long_text || !pinyin) {
        if cut.long_text && !sexes_differ && cut.cost < link.given {
            link = Link { relation: Relation::Truncated, given: cut.cost, surname: link.surname };
        }
        if let Some(cost) = cut.surname.filter(|cost| *cost < link.surname) {
            link.surname = cost;
            if link.relation == Relation::None {
                link.relation = Relation::Truncated;
            }
        }
    }
    if link.given > points::FRAGMENT && !sexes_differ {
        if let Some(cost) = fragment(a, x, b, y).filter(|cost| *cost < link.given) {
            link = Link { relation: Relation::Truncated, given: cost, surname: link.surname };
        }
    }
    if link.surname > points::SURNAME_FRAGMENT && surname_fragment(a, x, b, y) {
        link = Link { relation: Relation::Truncated, given: link.given, surname: points::SURNAME_FRAGMENT };
    }
    link
}

/// Євген and Yevhen, Гончар and Honchar: г is h in Ukrainian, and mostly g where other letters do not show the language.
fn same_with_h(a: Word, x: &[u8], b: Word, y: &[u8]) -> bool {
    const G: u32 = 1 << (b'g' - b'a');
    const H: u32 = 1 << (b'h' - b'a');
    let softened = |word: &[u8]| -> SmallVec<[u8; 32]> {
        let mut word = SmallVec::from_slice(word);
        for at in 0..word.len() {
            if word[at] == b'g' && word.get(at + 1) != Some(&b'h') {
                word[at] = b'h';
            }
        }
        word
    };
    (a.letters & G != 0 && b.letters & H != 0 || b.letters & G != 0 && a.letters & H != 0)
        && x.len().min(y.len()) >= 4
        && same_sound(&softened(x), &softened(y))
}

/// Jo Ann and Joan, Mary Ann and Marian: two given names with Ann, and a name of its own.
fn is_with_ann((joined, other): (&[u8], &[u8])) -> bool {
    (joined.ends_with(b"ann") || joined.ends_with(b"anne")) && other.ends_with(b"an")
}

/// Sanjaykumar, Sanjaybhai and Sanjay: the honorific that Gujarat writes as one with a given name.
fn is_with_honorific(x: &[u8], y: &[u8]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let rest = long.strip_prefix(short).unwrap_or(&[]);
    short.len() >= SHORTEST_BESIDE_HONORIFIC && matches!(rest, b"kumar" | b"kumari" | b"bhai" | b"ben" | b"lal")
}

/// Oluwaseun and Oluseun, Oluwatobiloba and Oluwatobi: names of Yoruba that say what God (Oluwa) did, in full and in short.
fn is_short_of_god(x: &[u8], y: &[u8]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let Some(rest) = long.strip_prefix(b"oluwa") else { return false };
    match short.strip_prefix(b"oluwa") {
        Some(begun) => begun.len() >= SHORTEST_BESIDE_GOD && rest.len() >= begun.len() + 2 && rest.starts_with(begun),
        None => rest.len() >= SHORTEST_BESIDE_GOD && short.strip_prefix(b"olu") == Some(rest),
    }
}

/// Letters of the shortest word that says what God did: Oluwaseun.
const SHORTEST_BESIDE_GOD: usize = 4;

/// Letters of the shortest given name that is told from an honorific behind it.
const SHORTEST_BESIDE_HONORIFIC: usize = 4;

/// The most slips in words the shorter of which has so many letters; a second reading changes fewer letters.
pub(super) const fn most_slips(length: u8) -> u8 {
    if length <= 5 {
        1
    } else if length <= 10 {
        2
    } else {
        3
    }
}

/// Whether nothing above can relate two words: seen from their lengths, sets of letters, first letters and links alone.
#[inline(always)]
pub(super) fn is_unrelated(a: &Word, side_a: Side<'_>, b: &Word, side_b: Side<'_>) -> bool {
    // Most pairs differ in their first letter, which is all that initials say, and in each of what follows.
    let hint = a.hint ^ b.hint;
    if hint & !SOUND != 0 {
        let flags = a.flags | b.flags;
        if flags & INITIAL != 0 {
            return true;
        }
        let apart = hint & SOUND != 0 && a.kin & b.kin == 0 && flags & SPECIAL == 0;
        if apart && !may_be_slip(a, b) {
            return true;
        }
    }
    is_unrelated_closely(a, side_a, b, side_b)
}

/// Whether slips may make one word of two, by their letters alone. A slip changes two letters at most.
#[inline(always)]
pub(super) fn may_be_slip(a: &Word, b: &Word) -> bool {
    has_at_most(a.letters ^ b.letters, 2 * most_slips(a.len.min(b.len)) as u32)
}

/// The letters that another reading of a word leaves out, but for `a`, and the one that Mc leaves out of Mac.
const LEFT_OUT: u32 = 1 | 1 << (b'e' - b'a') | 1 << (b'j' - b'a');

/// The same, with the limits that hold for these two words.
#[inline(always)]
pub(super) fn is_unrelated_closely(a: &Word, side_a: Side<'_>, b: &Word, side_b: Side<'_>) -> bool {
    let same_first = (a.hint ^ b.hint) & !SOUND == 0;
    let flags = a.flags | b.flags;
    if flags & INITIAL != 0 {
        return !same_first || a.first(side_a.text) != b.first(side_b.text);
    }
    let differing = a.letters ^ b.letters;
    // What begins a word has its second letter too; only another reading leaves it out, and Mc of Mac.
    let left_out = || differing & !LEFT_OUT == 0 && has_at_most(differing, 2);
    // It has all letters of the beginning; or the endings of one stem differ, by four letters at most (-ek and -kova).
    let begins = || differing & a.letters == 0 || differing & b.letters == 0 || has_at_most(differing, 4);
    if same_first && (a.second == b.second && begins() || left_out()) {
        return false;
    }
    let (least, apart) = (a.len.min(b.len), a.len.abs_diff(b.len));
    // Each slip adds one letter to each side at most.
    let most = most_slips(least);
    let slips = || {
        apart <= most
            && has_at_most(differing & a.letters, most.into())
            && has_at_most(differing & b.letters, most.into())
    };
    let sounds = || apart <= 4 && least >= 4 && a.sound() == b.sound();
    let written = || flags & (DAMAGED | DIGIT) != 0 || (a.flags ^ b.flags) & ABJAD != 0;
    let linked = || {
        let reach = |link: u32, mut links: Links<'_>| links.any(|other| other >> 2 == link >> 2);
        a.kin & b.kin != 0 && side_a.links_of(*a).any(|link| reach(link, side_b.links_of(*b)))
    };
    !(slips() || sounds() || written() || linked())
}

/// Whether a link leads to a surname of one origin, or to a given name that is read apart. Those of a caller's aliases have
/// higher bits.
const fn is_kindred(link: u32) -> bool {
    link >> 15 == (KINDRED >> 15) as u32
}

/// Kathy and Katie: whether two short forms of one name are heard as two, although they are written as one sound may be.
fn are_read_apart(mut x: Links<'_>, y: Links<'_>) -> bool {
    x.any(|link| is_kindred(link) && y.clone().any(|other| other == link))
}

/// What the tables of nicknames and spellings say, and the grades of the two links that say it, the lower one first.
fn named(a: Word, x: Links<'_>, b: Word, y: Links<'_>) -> Option<(Link, (u16, u16))> {
    if a.kin & b.kin == 0 {
        return None;
    }
    let mut best: Option<(Link, (u16, u16))> = None;
    // Bobby and Rob, but not Peggy and Daisy: two nicknames of one name are one person where they resemble.
    let (common, least) = ((a.letters & b.letters).count_ones(), a.letters.count_ones().min(b.letters.count_ones()));
    let alike = 3 * common >= 2 * least;
    for p in x {
        for q in y {
            if p >> 2 != q >> 2 {
                continue;
            }
            let grade = |link: u32| (link & 3) as u16;
            let grades = (grade(p).min(grade(q)), grade(p).max(grade(q)));
            let link = match grades {
                // Of one origin and two families: Klein and Kline; two given names: Maria and Mariah. What one side alone
                // has in another script is read as any of them.
                (grade::ITSELF, grade::ITSELF) if is_kindred(p) && (a.flags ^ b.flags) & SCRIPT == 0 => {
                    Link { relation: Relation::Typo, given: points::OTHER_NAME, surname: points::OTHER_SURNAME }
                }
                (grade::ITSELF, grade::ITSELF) => Link::both(Relation::Spelling, points::SPELLING),
                (grade::ITSELF, grade::SURE) => {
                    Link { relation: Relation::Nickname, given: points::NICKNAME, ..Link::NONE }
                }
                (grade::ITSELF, grade::SHARED) => {
                    Link { relation: Relation::LooseNickname, given: points::SHARED_NICKNAME, ..Link::NONE }
                }
                (grade::ITSELF, grade::EQUIVALENT) => {
                    Link { relation: Relation::LooseNickname, given: points::EQUIVALENT, ..Link::NONE }
                }
                (grade::SURE, grade::SURE) if alike => {
                    Link { relation: Relation::Nickname, given: points::TWO_NICKNAMES, ..Link::NONE }
                }
                (grade::SURE, grade::SURE | grade::SHARED) => {
                    Link { relation: Relation::LooseNickname, given: points::DISTANT_NICKNAMES, ..Link::NONE }
                }
                _ => continue,
            };
            // Of two that cost the same the closer relation counts, whichever side is called the first.
            if best.is_none_or(|(held, _)| (link.given, link.relation) < (held.given, held.relation)) {
                best = Some((link, grades));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;

    /// Endings that have no letter in common, and none of the stem.
    #[test]
    fn two_forms_of_a_surname_are_looked_at() {
        let (x, y) = (Name::parse("Smrcek").expect("a name"), Name::parse("Smrckova").expect("a name"));
        let (a, b) = (x.words[0], y.words[0]);
        assert_eq!((a.letters ^ b.letters).count_ones(), 4);
        assert_eq!(relate(a, x.side(), b, y.side()).relation, Relation::Gendered);
        assert_eq!(relate(b, y.side(), a, x.side()).relation, Relation::Gendered);
    }

    #[test]
    fn what_is_ruled_out_at_a_glance_is_unrelated() {
        let cases = include_str!("../../../tests/cases/name.tsv");
        let cells = cases.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split('\t').take(2));
        let names: Vec<Name> = cells.step_by(3).filter_map(Name::parse).collect();
        let mut ruled_out = 0;
        for x in &names {
            for y in &names {
                for (&a, &b) in x.words.iter().take(3).flat_map(|a| y.words.iter().take(3).map(move |b| (a, b))) {
                    if is_unrelated(&a, x.side(), &b, y.side()) {
                        ruled_out += 1;
                        let link = relate_closely(a, x.side(), b, y.side());
                        assert_eq!(link.relation, Relation::None, "{:?}", core::str::from_utf8(a.text(&x.text)));
                        assert_eq!(link, Link::NONE);
                    }
                }
            }
        }
        assert!(ruled_out > 100_000, "{ruled_out}");
    }

    #[test]
    fn names_of_yoruba_in_short() {
        for (x, y) in [("oluwatobi", "oluwatobiloba"), ("oluseun", "oluwaseun"), ("olutobi", "oluwatobi")] {
            assert!(
                is_short_of_god(x.as_bytes(), y.as_bytes()) && is_short_of_god(y.as_bytes(), x.as_bytes()),
                "{x} {y}"
            );
        }
        for (x, y) in [
            // A letter more is a slip, three letters say nothing, and others tell another name.
            ("oluwatobi", "oluwatobia"),
            ("oluwatob", "oluwatobx"),
            ("oluwase", "oluwaseun"),
            ("oluwatobi", "oluwaseunfunmi"),
            ("oluojo", "oluwaojo1"),
            ("oluojo", "oluwaadeojo"),
            ("oluojo", "oluwaoju"),
            ("oluojo", "oluwaojoo"),
            ("olade", "oluwade"),
            ("oluade", "oluwaade1"),
            ("oluwatobi", "oluwatobi"),
        ] {
            assert!(!is_short_of_god(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
        assert!(!is_short_of_god(b"oluade", b"oluwade") && is_short_of_god(b"oluwatola", b"oluwatolani"));
    }
}
