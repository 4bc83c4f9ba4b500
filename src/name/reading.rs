//! The ways to read the words of a person: which is the given name, which the surname.

use super::word::{EASTERN, HYPHEN, INITIAL, PARTICLE, PINYIN, Word, hint};

/// Words from one to before another, counted inside the party.
pub(super) type Range = (u8, u8);

/// One way to read the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) given: Range,
    pub(super) middle: Range,
    pub(super) surname: Range,
    /// The surname stands first, and no comma says so.
    pub(super) reversed: bool,
}

/// The readings of a party, the canonical one first. Never empty.
#[derive(Clone, Copy)]
pub(super) struct Readings {
    held: [Reading; MOST_READINGS],
    count: usize,
}

/// A party has no more readings.
pub(super) const MOST_READINGS: usize = 5;

impl Readings {
    fn push(&mut self, reading: Reading) {
        if let Some(place) = self.held.get_mut(self.count) {
            *place = reading;
            self.count += 1;
        }
    }
}

impl core::ops::Deref for Readings {
    type Target = [Reading];

    fn deref(&self) -> &[Reading] {
        self.held.get(..self.count).unwrap_or(&[])
    }
}

impl<'a> IntoIterator for &'a Readings {
    type Item = &'a Reading;
    type IntoIter = core::slice::Iter<'a, Reading>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The readings of the words of a party.
pub(super) fn readings(words: &[Word], surname: u8) -> Readings {
    const NONE: Reading = Reading { given: (0, 0), middle: (0, 0), surname: (0, 0), reversed: false };
    let mut out = Readings { held: [NONE; MOST_READINGS], count: 0 };
    let n = words.len() as u8;
    let reading = |given: Range, middle: Range, surname: Range, reversed| Reading { given, middle, surname, reversed };
    if surname < n {
        // A comma says which is the surname.
        let given_end = unit_end(words, 0).min(surname);
        out.push(reading((0, given_end), (given_end, surname), (surname, n), false));
        return out;
    }
    if n == 2 && !words[0].is(PARTICLE) {
        out.push(reading((0, 1), (1, 1), (1, 2), false));
        out.push(reading((1, 2), (2, 2), (0, 1), true));
        return out;
    }
    // Where each unit starts: a word with the particles before it.
    let mut starts = [n; MOST_UNITS];
    let (mut at, mut units) = (0, 0);
    while at < n {
        if let Some(start) = starts.get_mut(units) {
            *start = at;
            units += 1;
        }
        at = unit_end(words, at);
    }
    let start = |unit: usize| starts.get(unit).copied().unwrap_or(n);
    if units <= 1 {
        out.push(reading((0, 0), (0, 0), (0, n), false));
        out.push(reading((0, n), (n, n), (n, n), false));
        return out;
    }
    if is_vietnamese(words) {
        out.push(reading((n - 1, n), (1, n - 1), (0, 1), true));
        out.push(reading((1, 2), (2, n), (0, 1), true));
        out.push(reading((2, 3), (3, n), (0, 2), true));
        return out;
    }
    // The last two words, joined by a hyphen, are one double surname.
    let hyphen_behind = units >= 3 && words[usize::from(start(units - 1))].is(HYPHEN);
    let hyphen_before = units >= 3 && words[usize::from(start(1))].is(HYPHEN);
    let last = start(units - 1);
    if !hyphen_behind {
        out.push(reading((0, start(1)), (start(1), last), (last, n), false));
    }
    if units >= 3 {
        let double = start(units - 2);
        out.push(reading((0, start(1)), (start(1), double), (double, n), false));
    }
    // Surname first.
    out.push(reading((start(1), start(2)), (start(2), n), (0, start(1)), true));
    if units >= 3 && (!hyphen_behind || hyphen_before || units > 3) {
        out.push(reading((start(2), start(3)), (start(3), n), (0, start(2)), true));
    }
    // TRAN THI BICH NGOC, LAM WAI KUEN GRACE: the surname first, and the name that is called by last.
    let (first, final_word) = (words[0], words[usize::from(last)]);
    let called = final_word.is_clearly_given() && !final_word.is(PINYIN);
    // KIM MIN JUN DAVID: between a surname and a given name two short words that are hardly ever given names here, as the
    // syllables of a Korean name are. Of other names in this order the same is true.
    let syllable = |word: &Word| (2..=LONGEST_SYLLABLE).contains(&word.len) && word.given <= FEW_GIVEN;
    let korean = units == 4 && n == 4 && first.surname > first.given && words[1..3].iter().all(syllable);
    // MICHAEL WONG KA HO, ADRIAN TAN WEI JIE: the name that he is called by, the surname, and his name in Chinese. ADRIAN ONG
    // RIVERA LOPEZ has further surnames.
    let chinese = |word: &Word| syllable(word) || !word.is_clearly_given();
    let eastern = |word: &Word| chinese(word) && (word.surname < MANY_SURNAMES || word.is(EASTERN));
    let syllables = || {
        words[2..]
            .iter()
            .all(|word| word.len <= LONGEST_SYLLABLE && word.len >= 2 && eastern(word) && !word.is(PARTICLE))
    };
    if units == 4
        && n == 4
        && words[1].is(EASTERN)
        && first.is_given()
        && first.given > first.surname
        && !first.is(PINYIN)
        && syllables()
    {
        out.push(reading((0, 1), (2, n), (1, 2), false));
    }
    if units >= 3 && (first.is(EASTERN) || called && (first.is(PINYIN) || korean)) {
        out.push(reading((last, n), (start(1), last), (0, start(1)), true));
    }
    out
}

/// Whether words none of which is a particle or stands behind a hyphen, and none a surname that a comma states, are read in no way
/// but those of any other words.
pub(super) fn are_read_as_any(words: &[Word]) -> bool {
    let [first, _, .., last] = words else { return true };
    let called = last.is_clearly_given() && !last.is(PINYIN);
    match words.len() {
        2 => true,
        4 => !(called || first.is(EASTERN) || words[1].is(EASTERN)),
        _ => !(called && first.is(PINYIN) || first.is(EASTERN)),
    }
}

/// `NGUYEN THI HOA`, `TRAN VAN TUAN`: behind a family name that stands first, the middle name of most women of Vietnam, or that of most
/// men. `MAI VAN HORN` ends with a surname.
fn is_vietnamese(words: &[Word]) -> bool {
    let [family, middle, .., last] = words else { return false };
    let is = |letters: [u8; 3]| {
        let mask = letters.iter().fold(0, |mask, letter| mask | 1 << (letter - b'a'));
        middle.len == 3 && middle.letters == mask && middle.hint == hint(mask, &letters) && middle.second == letters[1]
    };
    let others = words[1..].iter().all(|word| !word.is(PARTICLE) && !word.is(HYPHEN) && !word.is(INITIAL));
    // Mai is called so as often as named so.
    let surname = family.is(EASTERN) && family.surname > family.given;
    surname && others && (is(*b"thi") || is(*b"van") && !last.is_frequent_surname())
}

/// Letters of the longest syllable of Korean in Latin letters (`hyeong`, `gyeong`).
const LONGEST_SYLLABLE: u8 = 6;
/// A given name of fewer people (log2, of the United States): those that share their letters with a syllable (`jin`, `sung`) have
/// about 8,000, `kay` and `ray` 60,000.
const FEW_GIVEN: u8 = 13;
/// A surname of that many people (log2, of the United States) is no syllable: 65,000 are called Rios, 16,000 Yee.
const MANY_SURNAMES: u8 = 16;

/// No party has more words, not even where those of another are added to its own.
const MOST_UNITS: usize = 64;

/// Where the unit that starts at a word ends: the particles and the word that they belong to, one behind the last word where there
/// is none.
fn unit_end(words: &[Word], start: u8) -> u8 {
    let mut at = usize::from(start);
    while words.get(at).is_some_and(|word| word.is(PARTICLE)) {
        at += 1;
    }
    (at + 1) as u8
}
