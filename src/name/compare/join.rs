//! Words and initials of one side that are written together on the other.

use super::korean::{has_shifting, is_shifted, same_korean};
use super::sound::{is_of_the_faith, is_servant, is_vowel, same_skeleton, same_sound};
use crate::name::sketch::{MOST_LONGER, length_bit, may_be_initials};
use crate::name::word::{
    ABJAD, DAMAGED, DIGIT, INITIAL, JOINED, PARTICLE, PINYIN, SCRIPT, SOUND, Word, consonants, hint, same,
};
use crate::name::{Name, UNSTATED};
use crate::text::similarity::{edits, has_at_most};
use smallvec::SmallVec;

/// The words of one side, as they stand or some of them joined to meet the other side.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) words: &'a [Word],
    pub(super) surname: u8,
}

/// Words of one side that were joined or parted to meet the other side.
#[derive(Clone)]
pub(super) struct Made {
    words: SmallVec<[Word; 10]>,
    surname: u8,
}

impl Made {
    pub(super) fn view(&self) -> View<'_> {
        View { words: &self.words, surname: self.surname }
    }
}

/// What was made of a side, or the side as it stands.
pub(super) fn view<'a>(made: Option<&'a Made>, whole: View<'a>) -> View<'a> {
    made.map_or(whole, Made::view)
}

/// Letters of the shortest word that is met by joined words which sound like it (`Sun Hee`, Sunhi).
const SHORTEST_SOUND: usize = 4;
/// Letters of the shortest word that is met by joined words one slip away (`Hye-jin`, Haejin). A particle has none: VAN DER
/// MEER is not Vermeer.
const SHORTEST_SLIP: usize = 6;

/// Joins the words of each side, and splits its initials, to meet the other side as it is before: neither comes first.
pub(super) fn meet(a: View<'_>, name_a: &Name, b: View<'_>, name_b: &Name) -> (Option<Made>, Option<Made>) {
    let mut held: (Option<Made>, Option<Made>) = (None, None);
    // What was joined on one side may now be met by joining on the other; a third time nothing is new.
    for _ in 0..2 {
        let (x, y) = (view(held.0.as_ref(), a), view(held.1.as_ref(), b));
        let made = (joined(x, name_a, y, name_b), joined(y, name_b, x, name_a));
        if !put(made, &mut held) {
            break;
        }
    }
    let (x, y) = (view(held.0.as_ref(), a), view(held.1.as_ref(), b));
    let made = (expanded(x, name_a, y, name_b), expanded(y, name_b, x, name_a));
    put(made, &mut held);
    held
}

/// Puts what was made in the place of what is held; `false` where nothing was.
fn put(made: (Option<Made>, Option<Made>), held: &mut (Option<Made>, Option<Made>)) -> bool {
    let some = made.0.is_some() || made.1.is_some();
    held.0 = made.0.or(held.0.take());
    held.1 = made.1.or(held.1.take());
    some
}

/// Whether [`meet`] may split the initials of a side; `abbreviated` says which sides have a word that may be some.
pub(super) fn may_split(a: View<'_>, b: View<'_>, abbreviated: (bool, bool)) -> bool {
    // Neighbours on the other side begin with its first two letters.
    let begin = |word: &Word, pair: &[Word]| {
        (pair[0].hint ^ word.hint) & !SOUND == 0 && pair[1].hint >> SOUND.count_ones() == u16::from(word.second & 31)
    };
    let begins = |word: &Word, held: &Word| (held.hint ^ word.hint) & !SOUND == 0;
    let may = |view: View<'_>, other: View<'_>| {
        let mut short = view.words.iter().enumerate().filter(|(_, word)| may_be_initials(**word));
        short.any(|(at, word)| {
            other.words.windows(2).any(|pair| begin(word, pair))
                || may_be_first_of(view, at, other) && other.words.iter().any(|held| begins(word, held))
        })
    };
    abbreviated.0 && may(a, b) || abbreviated.1 && may(b, a)
}

/// Whether a word may be two initials of a person of whom the other side has the first name only.
fn may_be_first_of(view: View<'_>, at: usize, other: View<'_>) -> bool {
    let word = &view.words[at];
    word.len == 2
        && word.may_be_initials()
        && word.links == 0
        && !word.is_given()
        && !word.is(DAMAGED)
        && (at == 0 || view.words.len() == 2)
        && other.words.len() <= view.words.len()
}

/// Words of a side that are compared, with the name that they are of.
type Held<'a> = (View<'a>, &'a Name);

/// Whether [`meet`] joins neighbouring words to be a word of the other side. `joined` are the lengths that they may have together,
/// `sounds` the consonants that they all have.
#[inline]
pub(super) fn may_join(held: Held<'_>, joined: u16, sounds: u16, other: Held<'_>) -> bool {
    for target in other.0.words {
        // What sounds the same has the same consonants, and a slip adds one at most.
        if joined & length_bit(u32::from(target.len)) != 0
            && has_at_most((target.sound() & !sounds).into(), 1)
            && is_run(held, target, other)
        {
            return true;
        }
    }
    false
}

/// Whether neighbouring words together are a word of the other side.
#[inline(never)]
fn is_run(held: Held<'_>, target: &Word, other: Held<'_>) -> bool {
    may_be_run(held.0.words, target) && run_of(held, *target, other).is_some()
}

/// The l of the Arabic article, which is not always spoken: Shams El Din, Shamsuddin.
const ARTICLE: u16 = consonants(1 << (b'l' - b'a'));

/// Whether words written together may be a word. `sound` are the consonants of all their letters: those of each.
fn is_alike(letters: u32, sound: u16, len: u8, target: &Word) -> bool {
    len.abs_diff(target.len) <= MOST_LONGER
        && ((sound ^ target.sound()) & !ARTICLE == 0
            || has_at_most(letters ^ target.letters, 2)
            || has_shifting(letters, target.letters))
}

/// Joins neighbouring words that together are one word of the other side: MARY BETH and MARYBETH, DE LA CRUZ and DELACRUZ,
/// HSIU YING and Xiuying. `None` where there is nothing to join.
fn joined(whole: View<'_>, name: &Name, other: View<'_>, other_name: &Name) -> Option<Made> {
    let mut made: Option<Made> = None;
    for target in other.words {
        let Some((at, end)) = run_of((view(made.as_ref(), whole), name), *target, (other, other_name)) else {
            continue;
        };
        let view = made.get_or_insert_with(|| Made { words: whole.words.into(), surname: whole.surname });
        let first = view.words[at];
        let letters = view.words[at..end].iter().fold(0, |letters, word| letters | word.letters);
        // DE LA beside DELA stays a particle, D E does not become one; XIAO LI is Pinyin as XIAOLI is, but for Korean syllables
        // that only look like it.
        let all = |flag: u16| view.words[at..end].iter().all(|word| word.is(flag));
        let any_initial = view.words[at..end].iter().any(|word| word.is(INITIAL));
        let kept = target.flags & (if any_initial { 0 } else { PARTICLE } | if all(PINYIN) { PINYIN } else { 0 });
        view.words[at] = Word {
            len: view.words[at..end].iter().map(|word| word.len).sum(),
            flags: (first.flags & !(INITIAL | PARTICLE | PINYIN)) | JOINED | kept,
            links: 0,
            kin: 0,
            sex: 0,
            given: 0,
            surname: 0,
            hint: consonants(letters) | first.hint & !SOUND,
            second: name.text.get(usize::from(first.start) + 1).copied().unwrap_or(0),
            letters,
            ..first
        };
        view.words.drain(at + 1..end);
        if view.surname != UNSTATED && usize::from(view.surname) > at {
            view.surname -= (end - at - 1) as u8;
        }
    }
    made
}

/// Whether some neighbouring words may be a word together, by their lengths and sets of letters.
#[inline]
fn may_be_run(mut words: &[Word], target: &Word) -> bool {
    while let [first, behind @ ..] = words {
        if may_begin(first, target) {
            let (mut letters, mut sound, mut len) = (first.letters, first.sound(), first.len);
            for next in behind {
                letters |= next.letters;
                sound |= next.sound();
                len = len.saturating_add(next.len);
                if is_alike(letters, sound, len, target) {
                    return true;
                }
            }
        }
        words = behind;
    }
    false
}

/// Whether a word may be the first of those that are written together, by its letters: a slip takes one of them.
#[inline]
fn may_begin(first: &Word, target: &Word) -> bool {
    first.len < target.len
        && if first.is(INITIAL) {
            // With initials only the same letters meet.
            (first.hint ^ target.hint) & !SOUND == 0
        } else {
            first.sound() & !target.sound() == 0
                || has_at_most(first.letters & !target.letters, 1)
                || is_shifted(first.letters & !target.letters)
        }
}

/// The neighbouring words that together are a word of the other side, which stands on neither side yet: from one to before another.
#[inline(never)]
fn run_of((view, name): Held<'_>, target: Word, (other, other_name): Held<'_>) -> Option<(usize, usize)> {
    let wanted = target.text(&other_name.text);
    if wanted.len() < 2 || view.words.iter().any(|word| same(*word, &name.text, target, &other_name.text)) {
        return None;
    }
    let meets = |first: Word, joined: &[u8], initials: bool| {
        joined == wanted
            || !initials
                && joined.len().min(wanted.len()) >= SHORTEST_SOUND
                && usize::from(first.len) < wanted.len()
                && (same_sound(joined, wanted)
                    || same_korean(joined, wanted)
                    || is_servant(joined, wanted)
                    || is_of_the_faith(joined, wanted)
                    || first.is(PARTICLE) && first.is(ABJAD) && same_skeleton(joined, wanted)
                    || joined.len().min(wanted.len()) >= SHORTEST_SLIP
                        && (!first.is(PARTICLE) || begins_like(wanted, first.text(&name.text)))
                        && edits(joined, wanted, 1).is_some())
    };
    (0..view.words.len().saturating_sub(1)).find_map(|at| {
        let end = run(view, name, at, target, &meets)?;
        let whole = !view.words[at..end].iter().any(|word| is_taken(*word, (view, name), (other, other_name)));
        whole.then_some((at, end))
    })
}

/// Whether a word begins as a particle is heard: ELSAYED with Al, DIANGELO with De, but not VERMEER with Der.
fn begins_like(word: &[u8], particle: &[u8]) -> bool {
    word.len() > particle.len() && word.iter().zip(particle).all(|(p, q)| p == q || is_vowel(*p) && is_vowel(*q))
}

/// Splits initials that are written together where the other side has the names: AJ Brown and Andrew James Brown.
fn expanded(view: View<'_>, name: &Name, other: View<'_>, other_name: &Name) -> Option<Made> {
    for at in 0..view.words.len() {
        let word = view.words[at];
        if !may_be_initials(word) || word.flags & (PARTICLE | SCRIPT | DIGIT) != 0 {
            continue;
        }
        let letters = word.text(&name.text);
        let begins = |names: &[Word]| {
            let first = names.first().is_some_and(|held| held.len > 1);
            first
                && names.iter().zip(letters).all(|(held, letter)| held.text(&other_name.text)[0] == *letter)
                && (word.may_be_initials() || names.iter().all(|held| {
                        held.is(INITIAL) || held.is_clearly_given() || is_patronymic(held.text(&other_name.text))
                    }))
                // WM MOSS is William Moss by its abbreviation: the surname, which both have, is not the second initial.
                && !names.iter().any(|held| is_met(*held, other_name, view, name))
        };
        // TJ SMITH, Thomas Smith: the other side has the first of the names only, and every other word. TM may be Thomas as well.
        let first_of = || {
            let [first, second] = letters else { return false };
            let names = |held: &Word| {
                let text = held.text(&other_name.text);
                text.len() > 2 && text.first() == Some(first) && !text.contains(second)
            };
            may_be_first_of(view, at, other)
                && other.words.iter().any(|held| names(held) && !is_met(*held, other_name, view, name))
                && view
                    .words
                    .iter()
                    .enumerate()
                    .all(|(place, held)| place == at || is_met(*held, name, other, other_name))
        };
        if view.words.len() < 2
            || !(other.words.windows(letters.len()).any(begins) || first_of())
            || is_met(word, name, other, other_name)
        {
            continue;
        }
        let initial = |place: usize| {
            let set = crate::name::word::letters(&letters[place..=place]);
            Word {
                start: word.start + place as u16,
                len: 1,
                given: 0,
                flags: word.flags | INITIAL,
                hint: hint(set, &letters[place..]),
                letters: set,
                ..word
            }
        };
        let initials: SmallVec<[Word; 3]> = (0..letters.len()).map(initial).collect();
        let mut view = Made { words: view.words.into(), surname: view.surname };
        if view.surname != UNSTATED && usize::from(view.surname) > at {
            view.surname += initials.len() as u8 - 1;
        }
        view.words.remove(at);
        view.words.insert_many(at, initials);
        return Some(view);
    }
    None
}

/// Petrovich, Sergeyevna: the name of the father, behind the given name of Russians. SIDOROV I P is one of them, not Ip.
fn is_patronymic(word: &[u8]) -> bool {
    let son = |rest: &[u8]| rest.ends_with(b"ich") || rest.ends_with(b"ych") || rest.ends_with(b"na");
    word.len() >= SHORTEST_PATRONYMIC
        && son(word)
        && word[..word.len() - 2].windows(2).any(|pair| matches!(pair, b"ov" | b"ev" | b"vi"))
}

const SHORTEST_PATRONYMIC: usize = 7;

/// Where the shortest run of words from one on ends that, written together, are what is wanted.
fn run(
    view: View<'_>,
    name: &Name,
    at: usize,
    target: Word,
    meets: &impl Fn(Word, &[u8], bool) -> bool,
) -> Option<usize> {
    let most = usize::from(target.len) + 2;
    let first = view.words[at];
    let (mut letters, mut sound) = (first.letters, first.sound());
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
        sound |= next.sound();
        initials += usize::from(next.is(INITIAL));
        // LATIF A SULEIMAN is not Latifa: an initial belongs to other initials (J P, JP) or before a name (O Brien).
        let mixed = next.is(INITIAL) && initials != end + 1 - at;
        let surname = usize::from(view.surname);
        let within = view.surname == UNSTATED || surname <= at || surname > end;
        if u8::try_from(len).is_ok_and(|len| is_alike(letters, sound, len, &target))
            && !mixed
            && within
            && name.text.get(start..start + len).is_some_and(|joined| meets(first, joined, initials > 0))
        {
            return Some(end + 1);
        }
    }
    None
}

/// Whether a word meets its like on the other side. `LUCA DE LUCA` has one Luca more than Luca Deluca.
fn is_taken(word: Word, (view, name): Held<'_>, (other, other_name): Held<'_>) -> bool {
    let count =
        |words: &[Word], of: &Name| words.iter().filter(|held| same(**held, &of.text, word, &name.text)).count();
    count(other.words, other_name) >= count(view.words, name)
}

/// Whether a word stands on the other side as well.
fn is_met(word: Word, name: &Name, other: View<'_>, other_name: &Name) -> bool {
    other.words.iter().any(|held| same(*held, &other_name.text, word, &name.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::compare::person::whole_view;

    /// `JOHN & ELSA LASE`: Lase stands apart from John, and what stands behind John is Elsa.
    #[test]
    fn words_that_stand_apart_are_not_joined() {
        let couple = Name::parse("John & Elsa Lase").expect("a name");
        let target = Name::parse("JOHNELSA").expect("a name").words[0];
        let run_of = |party: usize| {
            let view = whole_view(&couple, &couple.parties[party]);
            run(view, &couple, 0, target, &|_, _, _| true)
        };
        assert_eq!([run_of(0), run_of(1)], [None, None]);
    }

    #[test]
    fn particles_and_patronymics_by_their_letters() {
        assert!(begins_like(b"elsayed", b"al") && begins_like(b"diangelo", b"de"));
        assert!(!begins_like(b"al", b"el") && !begins_like(b"vermeer", b"der"));
        for word in ["petrovich", "sergeyevna", "ivanovych", "ilyinichnavi", "petrovna"] {
            let is = word != "ilyinichnavi";
            assert_eq!(is_patronymic(word.as_bytes()), is, "{word}");
        }
        // Too short, without the name of a father, without the ending of one.
        for word in ["ovich", "evna", "susannah", "mariana", "heinrich", "kovalova", "vishnevsky"] {
            assert!(!is_patronymic(word.as_bytes()), "{word}");
        }
    }
}
