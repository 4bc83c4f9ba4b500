//! Names of Chinese in Pinyin: which words are its syllables.

use crate::name::word::{PINYIN, Word};
use crate::tables::name as tables;

/// Letters of the shortest word that is read as several syllables of Pinyin by them alone: shorter ones are names elsewhere (Dana).
const SHORTEST_OF_SYLLABLES: u8 = 5;

/// Beside a word that is Chinese in Pinyin, what consists of syllables is Chinese as well (Zhang Yuchen); so is a name that
/// consists of nothing else: three or more (Chen Wei Min), or several in one word that is no name of many others (Chen Weimin).
pub(super) fn spread_pinyin(words: &mut [Word], text: &[u8]) {
    let syllabic = |word: &Word| tables::is_pinyin_syllables(word.text(text));
    let several = |word: &Word| word.len >= SHORTEST_OF_SYLLABLES && !word.is_given() && !word.is_frequent_surname();
    if words.len() > 1
        && (words.iter().any(|word| word.is(PINYIN))
            || (words.len() >= 3 || words.iter().any(several))
                && words
                    .iter()
                    .any(|word| word.is_frequent_surname() && usize::from(word.len) <= tables::LONGEST_SYLLABLE)
                && words.iter().all(syllabic))
    {
        for word in words {
            if tables::is_pinyin_syllables(word.text(text)) {
                word.flags |= PINYIN;
            }
        }
    }
}
