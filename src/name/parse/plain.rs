//! Plain names: one person in Latin letters, perhaps with a title in front, the surname first with a comma, a suffix behind; or
//! two whole persons with `or`, `and` or an ampersand between them. Most names are. One pass over their bytes reads them; what
//! the other modules do for the rest gives the same for them, and takes longer.

mod finish;

use super::glued::SHORTEST as SHORTEST_GLUED;
use super::joins::{may_be_and, may_join};
use super::label::may_stand_behind;
use super::line::{LONGEST, Line, STEP};
use super::lost::is_tilde;
use super::party::{NAME_NOT_TITLE, is_bachelor, is_plain_suffix};
use super::share::{are_two_given, may_be_given_names, surname_in_front};
use super::strip::may_be_surname;
use super::title::SHORTEST_CUT;
use super::words::{NUMBERS, number};
use crate::name::named::MORE;
use crate::name::word::{EASTERN, HYPHEN, PINYIN, UMLAUT, Word, kin, plain_word};
use crate::name::{MOST_LETTERS, Name, UNSTATED};
use crate::tables::name::{self as tables, Hash};

/// The class of a suffix, and that of one that is a title before a name (`SR`).
const SUFFIX: u16 = tables::GENERATION;
const SENIOR: u16 = tables::GENERATION | tables::HONORIFIC | tables::AMBIGUOUS;
/// Words of the longest plain name, title and suffix included: a bit of a byte stands for each.
const MOST_WORDS: usize = 8;

/// A plain name while it is read.
struct Plain<'n> {
    /// The letters of the words, one behind the other in the order of the text, and room behind them.
    text: [u8; LONGEST + MOST_LETTERS],
    len: usize,
    /// Where the letters of the name begin: behind a title.
    begin: usize,
    /// How many words the text has, title and suffix included.
    count: usize,
    /// How many words stand before a comma; 0 no comma.
    surname: usize,
    /// 1 where the first word is a title.
    title: usize,
    /// The suffix that the last word is; 0 none.
    generation: u8,
    /// Letters of the last word, whether the census knows it, and the suffix that it may be.
    last_len: usize,
    last_known: bool,
    last_generation: u8,
    marks: Marks,
    /// Words of the first of two persons; 0 there is one. What is said of words here is said of those of the second.
    parted: usize,
    /// Characters of what joins them, and a blank.
    joined: usize,
    /// The name, with its words in the order of the text, without title and suffix.
    name: &'n mut Name,
}

/// Which words of the text are what, a bit for each.
#[derive(Clone, Copy, Default)]
struct Marks {
    /// They have one letter.
    letters: u8,
    /// … which may join two persons.
    joins: u8,
    particles: u8,
    /// They begin phrases.
    phrases: u8,
    /// They are a suffix of one letter, or an initial.
    fifths: u8,
    /// They are much more often given names than surnames.
    given: u8,
    /// They are Chinese in Pinyin, or a family name that stands first.
    syllables: u8,
    /// They end as no syllable of Pinyin does.
    not_chinese: u8,
}

/// Whether the first word of a name may be a given one: hardly any more people have it as a surname.
const fn may_be_given(word: &Word) -> bool {
    word.given > 0 && word.given + 1 >= word.surname
}

/// Whether a word has a mark.
const fn has(marks: u8, word: usize) -> bool {
    marks >> (word % MOST_WORDS) & 1 != 0
}

/// Reads a plain name into an empty one; `None` where the text is more than its words, or they may be more than names.
pub(super) fn read(name: &mut Name, raw: &str) -> Option<()> {
    let mut line = Line::new();
    line.read(raw)?;
    let mut plain = Plain {
        text: [0; LONGEST + MOST_LETTERS],
        len: 0,
        begin: 0,
        count: 0,
        surname: 0,
        title: 0,
        generation: 0,
        last_len: 0,
        last_known: false,
        last_generation: 0,
        marks: Marks::default(),
        parted: 0,
        joined: 0,
        name,
    };
    let (mut at, mut rest) = (0, line.letters);
    while rest != 0 {
        let start = rest.trailing_zeros() as usize;
        let end = start + (!(rest >> start)).trailing_zeros() as usize;
        rest &= u64::MAX << end;
        let mut flags = match line.text.get(at..start)? {
            [b' '] => 0,
            [b' ', b'&' | b'+', b' '] => plain.join(1)?,
            // A gap between columns may part two owners.
            [b' ', b' ', ..] if plain.count >= 2 && rest != 0 => return None,
            marks => plain.between(marks, false)?,
        };
        if let [b' ', b'o', b'r', b' ', ..] | [b' ', b'a', b'n', b'd', b' ', ..] = line.text.get(at..)? {
            plain.join(end - start)?;
            // `AND WIFE` is more than a word that joins.
            let next = end + 1;
            let behind = rest >> next;
            let phrase = line.text.get(start..next + (!behind).trailing_zeros() as usize)?;
            if behind & 1 == 0 || core::str::from_utf8(phrase).ok().and_then(tables::phrase).is_some() {
                return None;
            }
            at = end;
            continue;
        }
        if line.umlauts != 0 && line.umlauts >> start << start & !(u64::MAX << end) != 0 {
            flags |= UMLAUT;
        }
        plain.word(&line.text, start, end, flags)?;
        at = end;
    }
    plain.between(line.text.get(at..line.end)?, true)?;
    if plain.parted > 0 {
        plain.ends_joint().then(|| plain.finish_joint())?;
    } else {
        (plain.take_fifth() && plain.is_one_person()).then(|| plain.finish())?;
    }
    Some(())
}

impl Plain<'_> {
    /// Reads what stands before, between or behind the words; gives the flag of the next one.
    fn between(&mut self, marks: &[u8], is_end: bool) -> Option<u16> {
        let rest = match marks {
            [b'-'] if self.count > 0 && !is_end => return Some(HYPHEN),
            // An initial or an abbreviation; letters behind it would be one with it.
            [b'.'] if !is_end => return None,
            [b'.', rest @ ..] if self.count > 0 => rest,
            _ => marks,
        };
        for mark in rest {
            match mark {
                b' ' => {}
                b',' if self.count > 0 && self.surname == 0 => self.surname = self.count,
                _ => return None,
            }
        }
        Some(0)
    }

    /// Reads the word from one place of the text to another.
    #[inline(always)]
    fn word(&mut self, line: &[u8; LONGEST + STEP], start: usize, end: usize, flags: u16) -> Option<()> {
        let text = line.get(start..end)?;
        if self.generation != 0 || self.count == MOST_WORDS {
            return None;
        }
        let bit = 1 << self.count;
        // The letters a step at a time, whatever stands behind them.
        let mut from = 0;
        loop {
            let room = self.text.get_mut(self.len + from..).and_then(<[u8]>::first_chunk_mut::<STEP>)?;
            *room = *line.get(start + from..).and_then(<[u8]>::first_chunk::<STEP>)?;
            from += STEP;
            if from >= text.len() {
                break;
            }
        }
        let (mut letters, mut hash) = (0_u32, Hash::new());
        for &letter in text {
            letters |= 1 << (letter & 31);
            hash.add(letter);
        }
        let hash = hash.finish();
        let known = tables::look_up(text.len(), hash);
        let held = tables::held(text, hash, known);
        if known.is_named() && MORE.iter().any(|more| more.as_bytes() == text) {
            return None;
        }
        let place = self.len;
        // MU OZ
        if matches!(text.first(), Some(b'a' | b'e' | b'i' | b'o' | b'u')) && (text.len() > 1 || !self.last_known) {
            let before = self.text.get(place - self.last_len..place)?;
            if is_tilde(before, text) {
                return None;
            }
        }
        self.len += text.len();
        self.count += 1;
        self.last_len = text.len();
        self.last_known = known.is_name();
        self.last_generation = held.generation;
        // A letter may begin a phrase the second word of which is in the tables.
        let mut names = tables::PARTICLE;
        if let [letter] = text {
            names |= tables::PHRASE;
            self.marks.letters |= bit;
            // VAN T HOFF
            if *letter == b't' && self.text.get(..place).is_some_and(|before| before.ends_with(b"van")) {
                return None;
            }
            // `LUIS Y ROSA QUINTERO`, `UWE U. PETRA KESTREL`; the others stand behind two words.
            if may_join(core::slice::from_ref(letter)) && (bit > 2 || matches!(letter, b'y' | b'u')) {
                self.marks.joins |= bit;
            }
        } else if text.first() == Some(&b'a') && may_be_and(text) {
            self.marks.joins |= bit;
        }
        if held.class != 0 {
            if held.is(tables::PARTICLE) {
                // MC DONALD
                if matches!(text, b"mc" | b"mac") {
                    return None;
                }
                self.marks.particles |= bit;
            }
            if held.is(tables::PHRASE) {
                self.marks.phrases |= bit;
            }
            if held.class & !names != 0 {
                match held.class {
                    // `HERR ROSALIND` may begin with a surname.
                    tables::HONORIFIC if may_be_surname(text, known.surname()) => return None,
                    tables::HONORIFIC if bit == 1 && self.parted == 0 && known.given() < NAME_NOT_TITLE => {
                        (self.title, self.begin) = (1, self.len);
                        return Some(());
                    }
                    SUFFIX | SENIOR if is_plain_suffix(text) => {
                        self.generation = held.generation;
                        return Some(());
                    }
                    // `V` is an initial, or the fifth behind a whole name: see [`Plain::take_fifth`].
                    SUFFIX if text.len() == 1 => self.marks.fifths |= bit,
                    _ => return None,
                }
            }
        }
        let entry = held.of(text, known);
        if known.is_clearly_given() {
            self.marks.given |= bit;
        }
        if !tables::may_end_syllable(text) {
            self.marks.not_chinese |= bit;
        }
        let mut word = plain_word(entry, text, letters >> 1, flags);
        if word.is(PINYIN | EASTERN) {
            self.marks.syllables |= bit;
        }
        word.start = (place - self.begin) as u16;
        word.first_link = self.name.links.end();
        if known.is_named() {
            if let Some(number) = number(entry, text) {
                word.meaning = NUMBERS + number;
            }
        }
        if known.may_be_held() {
            for &link in entry.links() {
                word.links += 1;
                word.kin |= kin(u32::from(link));
                self.name.links.push(link);
            }
        }
        self.name.words.push(word);
        Some(())
    }

    /// A second person follows the first behind so many characters; `None` where that one, or both, may be something else.
    fn join(&mut self, characters: usize) -> Option<u16> {
        let last = self.count.checked_sub(1)?;
        // A letter may begin a phrase with the word that joins, and two given names may belong to the family of the second.
        let phrase = has(self.marks.phrases, last);
        let two_given = are_two_given(&self.name.words);
        if self.parted > 0 || phrase || two_given || !self.is_whole_person() {
            return None;
        }
        self.parted = self.name.words.len();
        // The letters of a title stand before those of the name, and a blank behind it.
        self.joined = characters + 1 + self.title;
        (self.count, self.marks, self.title) = (0, Marks::default(), 0);
        Some(0)
    }

    /// Whether the words since the last person are one with a name of his own, and nothing that has to be looked at twice.
    fn is_whole_person(&self) -> bool {
        let Marks { letters, joins, particles, phrases, fifths, given, .. } = self.marks;
        // As `Builder::lacks_surname` has it: one name alone behind its initial is a surname unless it is clearly a given one.
        let whole = match self.count.saturating_sub(self.title + letters.count_ones() as usize) {
            0 => false,
            1 => has(letters, 0) && given == 0,
            _ => true,
        };
        // A letter may be a particle, join two persons or begin a phrase only behind others.
        let plain =
            particles & !letters == 0 && (self.count <= 3 || particles == 0) && (joins >> 1 | phrases >> 2) == 0;
        // NORA QUIST M D
        let apart = letters & letters >> 1 & !3;
        whole && plain && apart == 0 && fifths == 0 && self.surname == 0 && self.generation == 0
    }

    /// Whether the text ends with the second of two persons.
    fn ends_joint(&self) -> bool {
        if !self.is_whole_person() || self.may_be_cut() || self.may_be_one_family() {
            return false;
        }
        // Two letters at the end may be a legal form.
        let letters = has(self.marks.letters, self.count - 1) && has(self.marks.letters, self.count - 2);
        !letters && !self.may_complete() && !super::is_placeholder(self.text.get(..self.len).unwrap_or(&[]))
    }

    /// `QUIST HAROLD AND INGRID LEE`: whether the second person may have the surname of the first.
    fn may_be_one_family(&self) -> bool {
        let (first, second) = self.name.words.split_at(self.parted);
        may_be_given_names(second) && surname_in_front(first, UNSTATED).is_some()
    }

    /// `HAROLD QUIST AND INGRID QUI`: whether the last word begins the surname of the first person.
    fn may_complete(&self) -> bool {
        let Some(surname) = self.parted.checked_sub(1).and_then(|last| self.name.words.get(last)) else { return false };
        let from = self.begin + usize::from(surname.start);
        let long = self.text.get(from..from + usize::from(surname.len)).unwrap_or(&[]);
        let last = self.text.get(self.len - self.last_len..self.len).unwrap_or(&[]);
        last.len() > 1 && last.len() < long.len() && long.starts_with(last)
    }

    /// Whether the last word is in no table, and may be a title that was cut.
    fn may_be_cut(&self) -> bool {
        let last = self.text.get(self.len - self.last_len..self.len).unwrap_or(&[]);
        !self.last_known && last.len() >= 4 && core::str::from_utf8(last).is_ok_and(tables::begins_phrase)
    }

    /// Takes a suffix of one letter from behind two words and more; whether it stands where it is one, or an initial.
    fn take_fifth(&mut self) -> bool {
        // Right before the comma it may be the suffix of what stands there.
        if self.marks.fifths == 0 {
            return true;
        }
        if self.surname > 0 && has(self.marks.fifths, self.surname - 1) {
            return false;
        }
        let last = self.count - 1;
        if self.generation == 0 && has(self.marks.fifths, last) {
            // One word and a letter are read by the other modules.
            if last < self.title + 2 {
                return false;
            }
            // `QUIST NORA V`: the surname stands in front, so that an initial ends the name.
            let in_front = |word: &Word| word.surname > word.given && !word.is_given();
            if self.surname == 0 && has(self.marks.given, last - 1) && self.name.words.first().is_some_and(in_front) {
                return true;
            }
            // `QUIST, NORA V`: behind a comma and one name it is an initial.
            if self.surname > 0 && last == self.surname + 1 {
                return true;
            }
            self.generation = self.last_generation;
            self.marks.not_chinese &= !(1 << last);
            if let Some(word) = self.name.words.pop() {
                self.name.links.0.truncate(usize::from(word.first_link));
            }
        }
        true
    }

    /// Whether the words are there and are those of one person, whatever the other modules look for.
    fn is_one_person(&self) -> bool {
        let Some(last) = self.count.checked_sub(1) else { return false };
        // Each side of the comma has more than a title or a suffix.
        let end = self.end();
        let named = if self.surname == 0 { self.title < end } else { self.title < self.surname && self.surname < end };
        if !named || super::is_placeholder(self.text.get(..self.len).unwrap_or(&[])) {
            return false;
        }
        if self.generation == 0 && self.len >= SHORTEST_CUT && self.may_be_cut() {
            return false;
        }
        // CASTELLANOREBECCA
        if let [Word { len, given: 0, surname: 0, .. }] = *self.name.words {
            if usize::from(len) >= SHORTEST_GLUED {
                return false;
            }
        }
        let Marks { letters, joins, particles, phrases, given, .. } = self.marks;
        // One word behind the comma: JOSEPH AROJO, B; NADIA PROKOP, BA; NADIA PROKOP, BA SR; NADIA PROKOP, TX
        let one_behind = end == self.surname + 1;
        if self.surname >= 2 && one_behind && (has(letters, self.surname) || self.ends_with_degree()) {
            return false;
        }
        // `CAROLYN E, SAVAGE`
        if self.surname >= 2 && has(letters, self.surname - 1) {
            return false;
        }
        // ANN, BETH DUNPHY
        if self.surname == 1 && self.count >= 3 && has(given, 0) && has(given, 1) {
            return false;
        }
        if self.count >= 3 {
            // BLUE HERON L L C, NORA QUIST P O D IVO QUIST
            if has(letters, last) && has(letters, last - 1) || letters & letters >> 1 & letters >> 2 & !3 != 0 {
                return false;
            }
            // JONG, MARIJKE DE: the particle stands behind. A letter is none there.
            let behind = particles & !letters;
            if has(behind, end - 1) || self.surname >= 2 && has(behind, self.surname - 1) {
                return false;
            }
        }
        if self.surname >= 2 && self.count >= self.surname + 2 {
            // Two people may stand on the sides of the comma, but not where a title stands before it.
            let full = has(given, self.surname) && !has(given | letters, last);
            // `DE LA CRUZ, JOSE SR`: a particle is no given name.
            let before = || !has(particles, 0) && self.name.words.first().is_none_or(may_be_given);
            let clear = self.title == 0 && (has(given, 0) || full && before());
            // `WEI LIU, MEI ZHANG` may be two.
            let called = |word: &Word| may_be_given(word) || word.given > 0 && word.is(PINYIN);
            let first = |place: usize| self.name.words.get(place).is_none_or(called);
            let ends = [self.surname - 1, end - 1].map(|place| self.name.words.get(place));
            let family = |word: &&Word| word.surname > 0 && word.len > 1 && !word.is_given();
            let two = self.title == 0 && first(0) && first(self.surname) && ends.iter().flatten().all(family);
            if clear || two || self.is_one_family() {
                return false;
            }
        }
        // `JUAN GARCIA Y MARIA LOPEZ`, `JUAN Y MARIA LOPEZ` are two.
        if self.count >= 4 && joins >> 1 & ((1 << (self.count - 3)) - 1) != 0 {
            return false;
        }
        // `KELLER HANS U ERIKA`
        if self.count == 4 && has(joins, 2) && has(given, 3) {
            return false;
        }
        // Two people may stand side by side: not behind a title, nor where a hyphen joins the last two.
        let joined = || self.name.words.get(3).is_some_and(|word| word.is(HYPHEN));
        let two_given = self.count == 4 && has(given, 2) && (has(given, 0) || !has(given, 3));
        let two_given = two_given && self.title == 0 && !joined();
        let side_by_side = self.surname == 0 && (two_given || self.count >= 4 && self.may_be_two());
        // The last words may be a phrase that was cut: behind two others.
        self.count < 4 || !side_by_side && (phrases & ((1 << last) - 1)) >> 2 == 0
    }

    /// Whether the last word but a suffix is a degree, or may be no part of the name.
    fn ends_with_degree(&self) -> bool {
        let text = self.text.get(self.begin..self.len).unwrap_or(&[]);
        let word = self.name.words.last().map_or(&[][..], |last| last.text(text));
        is_bachelor(word) || may_stand_behind(word)
    }

    /// Whether both sides of the comma begin or end with one word.
    fn is_one_family(&self) -> bool {
        let (words, text) = (self.name.words.as_slice(), self.text.get(self.begin..self.len).unwrap_or(&[]));
        let same = |one: Option<&Word>, other: Option<&Word>| {
            one.zip(other).is_none_or(|(one, other)| one.text(text) == other.text(text))
        };
        let comma = self.surname - self.title;
        same(words.first(), words.get(comma)) || same(words.get(comma - 1), words.last())
    }

    /// Whether the last or the first word stands among the others as well, or two initials do: `HAROLD P QUIST INGRID J QUIST`,
    /// `QUIST HAROLD QUIST INGRID`, `QUIST HAROLD P INGRID J`.
    fn may_be_two(&self) -> bool {
        let initials = self.marks.letters & if self.count == 5 { u8::MAX } else { !(1 << (self.count - 1)) };
        let words = &self.name.words[..self.end() - self.title - usize::from(self.generation == 0)];
        let text = self.text.get(self.begin..self.len).unwrap_or(&[]);
        let last = &text[text.len() - self.last_len..];
        let among = |words: &[Word], letters: &[u8]| words.iter().any(|word| word.text(text) == letters);
        let again = || words.split_first().is_some_and(|(first, others)| among(others, first.text(text)));
        initials.count_ones() == 2 || among(words, last) || again()
    }

    /// Where the words of the name end.
    const fn end(&self) -> usize {
        self.count - (self.generation != 0) as usize
    }
}
