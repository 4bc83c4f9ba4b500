//! Words and initials of one side that are written together on the other.

use super::sound::same_sound;
use crate::name::word::{DIGIT, INITIAL, JOINED, PARTICLE, PINYIN, SCRIPT, Word, consonants, same};
use crate::name::{Name, UNSTATED};
use crate::text::similarity::edits;
use smallvec::SmallVec;

/// The words of one side, some of them joined to meet the other side.
#[derive(Clone)]
pub(super) struct View {
    pub(super) words: SmallVec<[Word; 10]>,
    pub(super) surname: u8,
}

impl View {
    /// How much speaks for the given name standing first: above 0 for it, below 0 for the surname standing first.
    pub(super) fn given_first(&self) -> i32 {
        if self.surname != UNSTATED {
            return 0;
        }
        let mut names = self.words.iter().filter(|word| !word.is(PARTICLE));
        let (Some(first), Some(last)) = (names.next(), names.next_back()) else { return 0 };
        let leaning = |word: &Word| i32::from(word.given > word.surname) - i32::from(word.surname > word.given);
        // A name that begins with a particle begins with its surname.
        let begins = if self.words.first().is_some_and(|word| word.is(PARTICLE)) { -1 } else { leaning(first) };
        begins - leaning(last)
    }
}

/// Letters of the shortest word that is met by joined words which sound like it (`Sun Hee`, Sunhi).
const SHORTEST_SOUND: usize = 4;
/// Letters of the shortest word that is met by joined words one slip away (`Hye-jin`, Haejin).
const SHORTEST_SLIP: usize = 6;

/// Joins the words of each side, and splits its initials, to meet the other side as it is before: neither comes first.
pub(super) fn meet(a: &mut View, name_a: &Name, b: &mut View, name_b: &Name) {
    // What was joined on one side may now be met by joining on the other; a third time nothing is new.
    for _ in 0..2 {
        let made = (joined(a, name_a, b, name_b), joined(b, name_b, a, name_a));
        if !put(made, a, b) {
            break;
        }
    }
    let made = (expanded(a, name_a, b, name_b), expanded(b, name_b, a, name_a));
    put(made, a, b);
}

/// Puts what was made in the places of both sides; `false` where nothing was.
fn put(made: (Option<View>, Option<View>), a: &mut View, b: &mut View) -> bool {
    let some = made.0.is_some() || made.1.is_some();
    if let Some(view) = made.0 {
        *a = view;
    }
    if let Some(view) = made.1 {
        *b = view;
    }
    some
}

/// Joins neighbouring words that together are one word of the other side: MARY BETH and MARYBETH, DE LA CRUZ and DELACRUZ,
/// HSIU YING and Xiuying. `None` where there is nothing to join.
fn joined(whole: &View, name: &Name, other: &View, other_name: &Name) -> Option<View> {
    let mut made: Option<View> = None;
    for target in &other.words {
        let view = made.as_ref().unwrap_or(whole);
        let wanted = target.text(&other_name.text);
        if wanted.len() < 2 || view.words.iter().any(|word| same(*word, &name.text, *target, &other_name.text)) {
            continue;
        }
        let meets = |first: Word, joined: &[u8], initials: bool| {
            joined == wanted
                || !initials
                    && joined.len().min(wanted.len()) >= SHORTEST_SOUND
                    && usize::from(first.len) < wanted.len()
                    && (same_sound(joined, wanted)
                        || joined.len().min(wanted.len()) >= SHORTEST_SLIP && edits(joined, wanted, 1).is_some())
        };
        let run = (0..view.words.len().saturating_sub(1)).find_map(|at| {
            let end = run(view, name, at, *target, &meets)?;
            let whole = !view.words[at..end].iter().any(|word| is_met(*word, name, other, other_name));
            whole.then_some((at, end))
        });
        let Some((at, end)) = run else { continue };
        let view = made.get_or_insert_with(|| whole.clone());
        let first = view.words[at];
        view.words[at] = Word {
            len: view.words[at..end].iter().map(|word| word.len).sum(),
            // Syllables of Korean may look like Pinyin.
            flags: (first.flags & !(INITIAL | PARTICLE | PINYIN)) | JOINED,
            links: (0, 0),
            sex: 0,
            given: 0,
            surname: 0,
            letters: view.words[at..end].iter().fold(0, |letters, word| letters | word.letters),
            ..first
        };
        view.words.drain(at + 1..end);
        if view.surname != UNSTATED && usize::from(view.surname) > at {
            view.surname -= (end - at - 1) as u8;
        }
    }
    made
}

/// Whether a word, joined with some of the `rest` that begin with it, may be another one, or may be initials of it and the
/// names behind it; `same_first` says whether both begin with the same letter.
pub(super) fn may_join(word: Word, rest: usize, target: Word, same_first: bool) -> bool {
    let within = consonants(word.letters) & !consonants(target.letters) == 0
        || (word.letters & !target.letters).count_ones() <= 1;
    rest > 1 && word.len < target.len && within || same_first && (2..=3).contains(&word.len)
}

/// Splits initials that are written together where the other side has the names: AJ Brown and Andrew James Brown.
fn expanded(view: &View, name: &Name, other: &View, other_name: &Name) -> Option<View> {
    for at in 0..view.words.len() {
        let word = view.words[at];
        if !(2..=3).contains(&word.len) || word.surname != 0 || word.flags & (PARTICLE | SCRIPT | DIGIT) != 0 {
            continue;
        }
        let letters = word.text(&name.text);
        let begins = |names: &[Word]| {
            let first = names.first().is_some_and(|held| held.len > 1);
            first && names.iter().zip(letters).all(|(held, letter)| held.text(&other_name.text)[0] == *letter)
        };
        if view.words.len() < 2
            || !other.words.windows(letters.len()).any(begins)
            || is_met(word, name, other, other_name)
        {
            continue;
        }
        let initial = |place: usize| Word {
            start: word.start + place as u16,
            len: 1,
            sex: 0,
            given: 0,
            flags: word.flags | INITIAL,
            links: (0, 0),
            letters: crate::name::word::letters(&letters[place..=place]),
            ..word
        };
        let initials: SmallVec<[Word; 3]> = (0..letters.len()).map(initial).collect();
        let mut view = view.clone();
        if view.surname != UNSTATED && usize::from(view.surname) > at {
            view.surname += initials.len() as u8 - 1;
        }
        view.words.remove(at);
        view.words.insert_many(at, initials);
        return Some(view);
    }
    None
}

/// Where the shortest run of words from one on ends that, written together, are what is wanted.
fn run(view: &View, name: &Name, at: usize, target: Word, meets: &impl Fn(Word, &[u8], bool) -> bool) -> Option<usize> {
    let most = usize::from(target.len) + 2;
    let mut letters = view.words[at].letters;
    let first = view.words[at];
    let start = usize::from(first.start);
    let mut len = usize::from(first.len);
    let mut initials = usize::from(first.is(INITIAL));
    for end in at + 1..view.words.len() {
        let next = view.words[end];
        if start + len != usize::from(next.start) || len > most {
            return None;
        }
        len += usize::from(next.len);
        letters |= next.letters;
        initials += usize::from(next.is(INITIAL));
        // LATIF A SULEIMAN is not Latifa: an initial belongs to other initials (J P, JP) or before a name (O Brien).
        let mixed = next.is(INITIAL) && initials != end + 1 - at;
        let surname = usize::from(view.surname);
        let within = view.surname == UNSTATED || surname <= at || surname > end;
        // A slip changes two letters at most; what sounds the same has the same consonants.
        let alike = (letters ^ target.letters).count_ones() <= 2 || consonants(letters) == consonants(target.letters);
        if alike
            && !mixed
            && within
            && name.text.get(start..start + len).is_some_and(|joined| meets(first, joined, initials > 0))
        {
            return Some(end + 1);
        }
    }
    None
}

/// Whether a word stands on the other side as well.
fn is_met(word: Word, name: &Name, other: &View, other_name: &Name) -> bool {
    other.words.iter().any(|held| same(*held, &other_name.text, word, &name.text))
}
