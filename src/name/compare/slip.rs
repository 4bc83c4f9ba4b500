//! Words that look alike: slips of the pen, words cut off, the two forms of a surname, and names that are other names.

use super::gender::{is_gender_pair, is_ko_pair};
use super::japanese::are_two_japanese;
use super::korean::are_two_korean;
use super::relation::{Link, Relation, Side, most_slips};
use super::sound::is_vowel;
use crate::calibration::name as points;
use crate::name::word::{BUSINESS, FILLS, LAST, PINYIN, Word};
use crate::text::similarity::edits;

/// Letters of a text, without its blanks, from which on a bank's field may have cut it: the narrowest fields hold about 20
/// characters. In a shorter text no given name was cut: `HALABI, RASHID` is not Rashida.
pub(super) const SHORTEST_CUT: usize = 16;

/// One word is the beginning of the other and stands at the end of its text.
///
/// Says what it costs, whether the text is long enough for a given name to have been cut, and whether it may be a surname.
pub(super) fn truncated(a: Word, side_a: Side<'_>, b: Word, side_b: Side<'_>) -> Option<Cut> {
    let (x, y) = (a.text(side_a.text), b.text(side_b.text));
    let (cut, text, short, long) = if x.len() < y.len() { (a, side_a.text, x, y) } else { (b, side_b.text, y, x) };
    let long_text = text.len() >= SHORTEST_CUT;
    if !cut.is(LAST) || short.len() < if long_text { 2 } else { 3 } || !long.starts_with(short) {
        return None;
    }
    let whole = if x.len() < y.len() { b } else { a };
    let fills = cut.is(FILLS);
    // Williams and Williamson are two families, however long the given name before them is.
    let families = cut.surname >= COMMON_SURNAME && whole.surname != 0;
    if families && !fills && whole.given <= whole.surname {
        return None;
    }
    if !long_text && cut.surname > 0 {
        // Nothing shows a cut, and what stands there is a surname of its own: Moroz is not Morozov, Chen not Cheng.
        return None;
    }
    let cost = match short.len() {
        2 => points::TRUNCATED_TO_TWO,
        3..5 => points::TRUNCATED_SHORT,
        _ => points::TRUNCATED,
    };
    let surname = match (families, fills) {
        (false, _) => Some(cost),
        (true, true) => Some(cost.max(points::TRUNCATED_TO_FAMILY)),
        (true, false) => None,
    };
    Some(Cut { cost, surname, long_text, fills })
}

/// What [`truncated`] says of two words.
#[derive(Clone, Copy)]
pub(super) struct Cut {
    pub(super) cost: i32,
    /// What it costs where it is a surname; `None` where it is another one.
    pub(super) surname: Option<i32>,
    /// The text is so long that a given name may have been cut.
    pub(super) long_text: bool,
    /// The text is as wide as a field.
    pub(super) fills: bool,
}

/// A surname of so many people (log2) is not taken for the beginning of another.
const COMMON_SURNAME: u8 = 12;

/// Letters of the shortest abbreviation of a given name that says more than an initial.
const SHORTEST_FRAGMENT: usize = 3;

/// The fewest letters to which systems cut given names: what is left of a widespread one is a rare name in the register itself.
const CUT_TO: usize = 4;

/// One word begins the other and is no given name of its own, Krish for Krishnamurthy, or a rare one beside a widespread one,
/// Jona for Jonathan: what it costs.
pub(super) fn fragment(a: Word, x: &[u8], b: Word, y: &[u8]) -> Option<i32> {
    let (cut, whole, short, long) = if x.len() < y.len() { (a, b, x, y) } else { (b, a, y, x) };
    if short.len() < SHORTEST_FRAGMENT || long.len() < short.len() + 2 || !long.starts_with(short) {
        return None;
    }
    let slip = short.len() >= CUT_TO && whole.given >= WIDESPREAD && whole.given >= cut.given + SLIP_RATIO;
    match cut.given {
        0 => Some(points::FRAGMENT),
        _ => slip.then_some(points::FRAGMENT_IN_USE),
    }
}

/// Letters of the narrowest columns that hold a surname.
const NARROWEST: usize = 10;

/// One word is a long beginning of the other and no name that is known: a surname that its column cut, wherever it stands.
pub(super) fn surname_fragment(a: Word, x: &[u8], b: Word, y: &[u8]) -> bool {
    let (cut, short, long) = if x.len() < y.len() { (a, x, y) } else { (b, y, x) };
    !cut.is(BUSINESS)
        && cut.given == 0
        && cut.surname == 0
        && short.len() >= NARROWEST
        && long.len() >= short.len() + 2
        && long.starts_with(short)
}

/// How much more often (log2) one of two names must be met, for the other to be taken for a slip in it.
const SLIP_RATIO: u8 = 8;

/// Whether both words are names in use, and neither so rare beside the other that it must be a slip.
fn are_two_names(a: u8, b: u8) -> bool {
    a != 0 && b != 0 && a.abs_diff(b) < SLIP_RATIO
}

/// A name of so many people (log2, in the United States) is widespread.
const WIDESPREAD: u8 = 15;

/// A given name of no more people (log2), or of none that is known, is met less often than a slip in a widespread one. Among
/// names that are all rare in the United States, brothers are called Rajesh and Rakesh.
const RARE_GIVEN: u8 = 11;

/// A name of no more people (log2) is hardly more than the slips of the registers themselves: Mikhal beside Mikhail.
const HARDLY_MET: u8 = 8;
/// Letters of the shortest surname of which that is true: Suen and Sun, Chae and Cha are surnames, however few have them here.
/// Nor is it where one letter stands for another: Mehta and Mehra are rare in the United States, not in the world.
const SHORTEST_RARE: usize = 5;

/// Beside a given name of so many people (log2) what no list knows is a slip.
const WELL_KNOWN: u8 = 12;

/// Whether one of two given names is so rare, and the other so widespread, that it must be a slip: Lind beside Linda. Another
/// letter in the place of one makes a name in use much more seldom than a letter that is left out: Arina is not Alina.
fn is_rare_beside(a: u8, b: u8, substituted: bool) -> bool {
    let (most, least) = (a.max(b), a.min(b));
    !substituted && (most >= WIDESPREAD && least <= RARE_GIVEN || most >= WELL_KNOWN - 1 && least <= HARDLY_MET)
        || most >= WELL_KNOWN && least == 0
}

/// Logan and Hogan, Susan and Suman, Abdulhakim and Abdulhalim: whether another letter in the place of one, but a vowel for a vowel
/// inside, makes of a given name one that many have, or of a compound another one. A finger that slips hardly ever hits those.
fn makes_another_name(a: Word, x: &[u8], b: Word, y: &[u8], of_compounds: bool) -> bool {
    let Some((&p, &q)) = x.iter().zip(y).find(|(p, q)| p != q) else { return false };
    let vowels = is_vowel(p) && is_vowel(q);
    // A digit is a fault of a machine.
    let letters = p.is_ascii_lowercase() && q.is_ascii_lowercase();
    if of_compounds {
        letters && !vowels
    } else {
        (!vowels || x.first() != y.first()) && a.given.min(b.given) >= points::IN_USE
    }
}

/// Whether both words are given names that many have, and one of them is nobody's surname.
fn is_given_alone(a: Word, b: Word) -> bool {
    a.given.min(b.given) >= points::IN_USE && a.surname.min(b.surname) == 0
}

/// Whether one word is the other with m for rn, or w for vv, as machines read them, or the other way round.
fn is_misread(x: &[u8], y: &[u8]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let at = short.iter().zip(long).take_while(|(p, q)| p == q).count();
    short.len() + 1 == long.len()
        && matches!((&short[at..], &long[at..]), ([b'm', rest @ ..], [b'r', b'n', other @ ..]) | ([b'w', rest @ ..], [b'v', b'v', other @ ..]) if rest == other)
}

/// Whether two neighbouring letters changed places, and no other letter is another.
pub(super) fn is_only_transposed(x: &[u8], y: &[u8]) -> bool {
    is_transposed(x, y) && x.iter().zip(y).filter(|(p, q)| p != q).count() == 2
}

/// Whether two neighbouring letters changed places, in words one slip apart.
fn is_transposed(x: &[u8], y: &[u8]) -> bool {
    let Some(at) = x.iter().zip(y).position(|(p, q)| p != q) else { return false };
    at + 1 < x.len() && x[at] == y[at + 1] && x[at + 1] == y[at]
}

/// A name that so many people have (log2) is one of its own beside any other, also where two letters changed places.
const OWN_NAME: u8 = 13;

/// How many people (log2) must have the rarer of two names that meet by two letters that changed places, and how much more
/// often the other one may be met: Daniel and Danile are one.
#[derive(Clone, Copy)]
struct Transposed {
    least: u8,
    ratio: u8,
}

const GIVEN: Transposed = Transposed { least: 9, ratio: 3 };
/// The first two letters, which fingers swap less than others: Ahmed and Hamed.
const FRONT_OF_GIVEN: Transposed = Transposed { least: 9, ratio: 5 };
const SURNAME: Transposed = Transposed { least: 11, ratio: 4 };
/// Ahmed and Hamed are surnames as well.
const FRONT_OF_SURNAME: Transposed = Transposed { least: 11, ratio: 5 };

/// Orlando and Rolando, Khan and Kahn: two neighbouring letters that changed places make another name in use. Fingers swap
/// letters so often that both must be known well; and where only the spelling of a vowel or of an ending differs (Reuben,
/// Weiner, Kunkel), the name is the same.
fn are_two_transposed(x: &[u8], y: &[u8], a: u8, b: u8, limits: Transposed) -> bool {
    let fewer = a.min(b);
    let in_use = fewer >= limits.least && a.abs_diff(b) <= limits.ratio;
    (in_use || fewer >= OWN_NAME && a.abs_diff(b) < SLIP_RATIO) && !is_respelled(x, y)
}

/// Letters of the shortest name in which two vowels that changed places are one sound: Mai and Mia are two names.
const SHORTEST_RESPELLED: usize = 5;

/// Whether two letters that changed places spell the same sound: ie and ei, ea and ae, er and re, and -ne and -ye at the end.
fn is_respelled(x: &[u8], y: &[u8]) -> bool {
    let Some(at) = x.iter().zip(y).position(|(p, q)| p != q) else { return true };
    let Some(&[p, q]) = x.get(at..at + 2) else { return false };
    let ends = at + 2 == x.len();
    x.len() >= SHORTEST_RESPELLED
        && match (p.min(q), p.max(q)) {
            (b'a', b'e') | (b'e', b'i' | b'u') | (b'i', b'o') => !ends,
            (b'e', b'l' | b'r') => at > 0,
            (b'e', b'n' | b'y') => ends,
            _ => false,
        }
}

/// Rodriguez and Rodriquez, Sorensen and Sorenson: words one letter apart, which differ in the g of -guez, read as a q, or in
/// the vowel of -sen, as only the writing of one surname does.
fn is_other_ending(x: &[u8], y: &[u8]) -> bool {
    let stem = |end: usize| x.len() == y.len() && x.len() >= end + 3 && x[..x.len() - end] == y[..y.len() - end];
    let ends = |p: &[u8], q: &[u8]| x.ends_with(p) && y.ends_with(q) || x.ends_with(q) && y.ends_with(p);
    ends(b"guez", b"quez") && stem(4) || ends(b"gues", b"ques") && stem(4) || ends(b"sen", b"son") && stem(3)
}

/// Ghamdi and Hamdi, Ghassan and Hassan, Shadi and Hadi: gh and sh are letters of Arabic, and none of them was lost. Khalil is Halil
/// in Turkey.
fn is_digraph_pair(x: &[u8], y: &[u8]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    matches!(long, [b'g' | b's', rest @ ..] if rest == short && rest.first() == Some(&b'h'))
}

/// Whether the one letter more repeats the letter before it, in words one slip apart.
fn is_doubled(x: &[u8], y: &[u8]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    if short.len() == long.len() {
        return false;
    }
    let at = short.iter().zip(long).position(|(p, q)| p != q).unwrap_or(short.len());
    at > 0 && long[at] == long[at - 1]
}

/// Saleem and Salem, Rasheed and Rashed: a long vowel of Arabic before the last consonant, in words of which one repeats a letter;
/// asked of men, for Aileen is Ailen.
fn is_long_e(x: &[u8], y: &[u8]) -> bool {
    let long = |word: &[u8]| matches!(word, [.., b'e', b'e', last] if !is_vowel(*last));
    let short = |word: &[u8]| matches!(word, [.., before, b'e', last] if *before != b'e' && !is_vowel(*last));
    long(x) && short(y) || short(x) && long(y)
}

/// Letters of the shortest compound that is told by its beginning: Nuruddin.
const SHORTEST_WITH_ENDING: usize = 8;

/// The same before an article that belongs to the second part: Aminul.
const SHORTEST_WITH_ARTICLE: usize = 6;

/// Abdulhamid and Abdulmajid, Oluwabunmi and Oluwasanmi, Jamaluddin and Jalaluddin: letters before or behind what tells two compounds
/// apart, which say nothing.
fn stem(x: &[u8], y: &[u8]) -> usize {
    let begun = |word: &[u8]| match word {
        [b'a', b'b', b'd', b'u', b'l', ..] => b"abdul".as_slice(),
        [b'a', b'b', b'd', b'e', b'l', ..] => b"abdel",
        [b'o', b'l', b'u', b'w', b'a', ..] => b"oluwa",
        [b'c', b'h', b'u', b'k', b'w', b'u', ..] => b"chukwu",
        _ => b"",
    };
    let ended = |word: &[u8]| match word {
        [.., b'u', b'd', b'd', b'i', b'n'] => b"uddin".as_slice(),
        [.., b'e', b'd', b'd', b'i', b'n'] => b"eddin",
        [.., b'e', b'd', b'd', b'i', b'n', b'e'] => b"eddine",
        [.., b'e', b'l', b'd', b'i', b'n'] => b"eldin",
        _ => b"",
    };
    // Aminul and Amirul, Habibur and Hasibur: names of Bengal whose second part stands apart. Wilbur has two consonants before it.
    let open = |word: &[u8]| match word {
        [.., vowel, consonant, b'u', b'l'] if is_vowel(*vowel) && !is_vowel(*consonant) => b"ul".as_slice(),
        [.., vowel, consonant, b'u', b'r'] if is_vowel(*vowel) && !is_vowel(*consonant) => b"ur",
        _ => b"",
    };
    let same = |p: &'static [u8], q: &[u8]| if p == q { p.len() } else { 0 };
    let stem = if x.first() == y.first() { same(begun(x), begun(y)) } else { 0 };
    let shorter = x.len().min(y.len());
    match stem {
        0 if shorter >= SHORTEST_WITH_ENDING && same(ended(x), ended(y)) > 0 => same(ended(x), ended(y)),
        0 if shorter >= SHORTEST_WITH_ARTICLE => same(open(x), open(y)),
        stem => stem,
    }
}

/// Typing slips, weighed by the length of the words, and names that only look alike.
pub(super) fn slip(a: Word, x: &[u8], b: Word, y: &[u8], sexes_differ: bool) -> Link {
    let stem = stem(x, y);
    let length = x.len().min(y.len()) - stem;
    if length <= 2 {
        return Link::NONE;
    }
    let most = u32::from(most_slips(length as u8));
    // Every edit changes at most two of the letters that a word has.
    if (a.letters ^ b.letters).count_ones() > 2 * most || x.len().abs_diff(y.len()) > most as usize {
        return Link::NONE;
    }
    // One slip leaves one end as it is, and two that change both ends leave what is between.
    let between = || x.get(2..4).is_some_and(|letters| y.windows(2).skip(1).take(3).any(|held| held == letters));
    if x.first() != y.first() && x.last() != y.last() && (most == 1 || most == 2 && !between()) {
        return Link::NONE;
    }
    let Some(distance) = edits(x, y, most as usize) else { return Link::NONE };
    let transposed = distance == 1 && x.len() == y.len() && is_transposed(x, y);
    let substituted = distance == 1 && x.len() == y.len() && !transposed;
    let mut cost = match (distance, length) {
        (1, 3) => {
            if substituted {
                points::SHORT_SUBSTITUTION
            } else {
                points::SHORT_SLIP
            }
        }
        (1, 4) => {
            if substituted {
                points::SHORT_SLIP
            } else {
                points::SLIP_OF_FOUR
            }
        }
        (1, _) => points::SLIP,
        (2, _) if is_misread(x, y) => points::SLIP,
        (2, 6..=7) => points::TWO_SLIPS_SHORT,
        (2, _) => points::TWO_SLIPS,
        _ => points::THREE_SLIPS,
    };
    if x.first() != y.first() && !transposed {
        cost += points::FIRST_LETTER;
    }
    let relation = Relation::Typo;
    // Syllables of Chinese, Korean or Japanese of which each is a name: Jiyeon and Jiyeong.
    let pinyin =
        a.is(PINYIN) && b.is(PINYIN) || !transposed && are_two_korean(x, y, distance as u32) || are_two_japanese(x, y);
    let doubled = distance == 1 && is_doubled(x, y);
    let (limits, of_surnames) =
        if x.first() == y.first() { (GIVEN, SURNAME) } else { (FRONT_OF_GIVEN, FRONT_OF_SURNAME) };
    let families = transposed && are_two_transposed(x, y, a.surname, b.surname, of_surnames);
    // LOU WEN and LUO WEN: also where a reading has the surname for the given name, unless it is Gary, a given name first.
    let of_families = families && (a.surname > a.given || b.surname > b.given) && a.given.max(b.given) < WIDESPREAD;
    let two_given = transposed && (of_families || pinyin || are_two_transposed(x, y, a.given, b.given, limits));
    let mut given = cost;
    let mut surname = cost;
    let gender_pair = is_gender_pair(x, y);
    // Stella and Stellan, Henrik and Henrike: a letter at the end makes the name of the other sex.
    let begins = x.starts_with(y) || y.starts_with(x);
    let (short, long) = if x.len() < y.len() { (a, b) } else { (b, a) };
    // Joseph and Josepha, Victor and Victory: a rare name that goes on is one of its own. What is cut off is Lind beside Linda.
    let goes_on = begins && long.given < short.given && (long.given != 0 || gender_pair);
    // Paul and Parul, Amelia and Camelia: a name of the other sex, or one that begins with another letter, that some have is no slip.
    let known = a.given.min(b.given) > HARDLY_MET && (sexes_differ || x.first() != y.first() && !transposed);
    let rare =
        distance == 1 && !pinyin && !goes_on && !two_given && !known && is_rare_beside(a.given, b.given, substituted);
    if sexes_differ && (gender_pair || begins || !rare) {
        given = points::NEAR.max(cost);
    } else if rare && (!gender_pair || a.given.max(b.given) >= WIDESPREAD) {
        // What stands in no list, or in hardly any passport, is no name beside one that many have.
    } else if gender_pair {
        given = points::NEAR_ENDING.max(cost);
    } else if two_given
        || !transposed
            && (!doubled || !(a.sex == 2 || b.sex == 2) && is_long_e(x, y))
            && (are_two_names(a.given, b.given) || pinyin)
        || substituted && makes_another_name(a, x, b, y, stem > 0)
    {
        // Both are names in use: a slip that hits another name is rarer than two people.
        given = cost.max(if distance == 1 { points::OTHER_NAME } else { points::FAR_NAME });
    }
    let (most, least) = (a.surname.max(b.surname), a.surname.min(b.surname));
    let rare = distance == 1
        && x.first() == y.first()
        && length >= SHORTEST_RARE
        && !substituted
        && (least == 0 || least <= HARDLY_MET && most >= WELL_KNOWN)
        && !pinyin;
    let two_families = match transposed {
        true => families || pinyin,
        false => are_two_names(a.surname, b.surname) && !(substituted && is_other_ending(x, y)) || pinyin,
    };
    if two_families && !rare && (!doubled || length <= 4) {
        let other = match (distance, length) {
            (1, ..=4) => points::OTHER_SHORT_SURNAME,
            // XIAOLI is a given name, also where a reading has it for the surname.
            (1, _) if pinyin => points::OTHER_NAME,
            (1, 8..) if x.first() == y.first() && x.len() != y.len() => points::OTHER_LONG_SURNAME,
            (1, _) => points::OTHER_SURNAME,
            _ => points::FAR_NAME,
        };
        surname = cost.max(other);
    }
    // BUI QUOC KHANH and BUI QUOC KHANG, Abdulaziz and Abdulazim: given names, also where a reading has them for the surnames.
    if substituted && given >= points::OTHER_NAME && (stem > 0 || is_given_alone(a, b)) {
        surname = points::OTHER_SURNAME.max(surname);
    }
    if distance == 1 && is_digraph_pair(x, y) {
        (given, surname) = (given.max(points::OTHER_NAME), surname.max(points::OTHER_SURNAME));
    }
    let unknown = |word: Word| word.given == 0 && word.surname == 0;
    let japanese = || is_ko_pair(x, y) || is_ko_pair(y, x);
    if gender_pair && (japanese() || (x.ends_with(b"a") || y.ends_with(b"a")) && unknown(a) == unknown(b)) {
        // It may be a given name that is read as a surname, and Castillo and Castilla are two families.
        surname = points::OTHER_SURNAME.max(surname);
    }
    Link { relation, given, surname }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::word::word_of;
    use crate::tables::name as tables;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever is ruled out before the edits are counted is further away: words of one origin, most of them slips.
        #[test]
        fn slips_are_as_many_as_the_edits(
            word in "[abc]{3,12}",
            edits_at in prop::collection::vec((0_usize..12, 0_usize..4, "[abcd]"), 0..4),
        ) {
            let mut other = word.clone().into_bytes();
            for (at, kind, letter) in edits_at {
                let at = at % other.len();
                match kind {
                    0 => other[at] = letter.as_bytes()[0],
                    1 => other.insert(at, letter.as_bytes()[0]),
                    2 if at + 1 < other.len() => other.swap(at, at + 1),
                    _ if other.len() > 3 => drop(other.remove(at)),
                    _ => {}
                }
            }
            let of = |text: &[u8]| word_of(tables::word(text), text, 0);
            let (a, b) = (of(word.as_bytes()), of(&other));
            let most = usize::from(most_slips(a.len.min(b.len)));
            let within = edits(word.as_bytes(), &other, most).is_some_and(|distance| distance > 0);
            if word.as_bytes() != other {
                let link = slip(a, word.as_bytes(), b, &other, false);
                prop_assert_eq!(link != Link::NONE, within, "{} {:?}", word, String::from_utf8(other));
            }
        }
    }

    #[test]
    fn letters_that_changed_places() {
        assert!(is_only_transposed(b"danae", b"danea") && is_only_transposed(b"abcd", b"abdc"));
        assert!(!is_only_transposed(b"abcd", b"badc") && !is_only_transposed(b"liudmyla", b"lyudmila"));
        assert!(!is_only_transposed(b"abcd", b"abcd") && !is_only_transposed(b"abcd", b"abcx"));
    }

    #[test]
    fn compounds_have_their_stem_on_both_sides() {
        for (x, y, letters) in [
            ("abdulhadi", "abdulhamid", 5),
            ("abdulhadi", "abdilhadi", 0),
            ("abdilhadi", "abdulhadi", 0),
            ("nuruddin", "saifuddin", 5),
            ("nuruddin", "nurudain", 0),
            ("nurudain", "nuruddin", 0),
            ("uddin", "nuruddin", 0),
            ("najmeddin", "najjeddin", 5),
            ("najmeddine", "najjeddine", 6),
            ("najmeldin", "najjeldin", 5),
            ("chukwuemeka", "chukwuebuka", 6),
            // Eight letters and another ending.
            ("shamimul", "shamirul", 2),
            // Two consonants before it; five letters.
            ("manzul", "marzul", 0),
            ("rahul", "rasul", 0),
        ] {
            assert_eq!(stem(x.as_bytes(), y.as_bytes()), letters, "{x} {y}");
        }
    }

    #[test]
    fn a_long_vowel_is_on_one_side() {
        assert!(is_long_e(b"saleem", b"salem") && is_long_e(b"salem", b"saleem"));
        for (x, y) in
            [("saleem", "saleem"), ("salem", "salem"), ("salam", "salem"), ("saleem", "salam"), ("salem", "salam")]
        {
            assert!(!is_long_e(x.as_bytes(), y.as_bytes()) && !is_long_e(y.as_bytes(), x.as_bytes()), "{x} {y}");
        }
    }
}
