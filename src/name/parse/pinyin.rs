//! Names of China in Pinyin, and of Vietnam: which words are syllables, each of which is a name of its own.

use crate::name::compare::is_vowel;
use crate::name::word::{EASTERN, PINYIN, Word};
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
        for word in words.iter_mut() {
            if tables::is_pinyin_syllables(word.text(text)) {
                word.flags |= PINYIN;
            }
        }
    }
    if words.len() > 2 && words.iter().any(|word| word.is(EASTERN) && is_family_of_vietnam(word.text(text))) {
        // Thang is not Tang, nor Khanh Canh: told by the same flag, for such syllables are names as those of Pinyin are. What nobody
        // is called by has a slip.
        for word in words {
            if (word.given > 0 || word.surname > 0) && is_syllable_of_vietnam(word.text(text)) {
                word.flags |= PINYIN;
            }
        }
    }
}

/// Whether a family name that stands first is one of Vietnam and of no other people.
fn is_family_of_vietnam(word: &[u8]) -> bool {
    matches!(
        word,
        b"bui"
            | b"dang"
            | b"dinh"
            | b"doan"
            | b"duong"
            | b"hoang"
            | b"huynh"
            | b"luong"
            | b"ngo"
            | b"nguyen"
            | b"pham"
            | b"phan"
            | b"tran"
            | b"trinh"
            | b"truong"
            | b"vo"
            | b"vu"
    )
}

/// Letters of the longest syllable of Vietnamese: `nghieng`.
const LONGEST_OF_VIETNAM: usize = 7;

/// Whether a word is one syllable of Vietnamese: a consonant, vowels, and one of few consonants at the end, any of them but the vowels
/// left out.
fn is_syllable_of_vietnam(word: &[u8]) -> bool {
    let onset = word.iter().take_while(|letter| !is_vowel(**letter)).count();
    let (onset, rest) = word.split_at(onset);
    let vowels = rest.iter().take_while(|letter| is_vowel(**letter)).count();
    let (nucleus, coda) = rest.split_at(vowels);
    word.len() <= LONGEST_OF_VIETNAM
        && (1..=3).contains(&nucleus.len())
        && matches!(
            onset,
            b"" | b"b"
                | b"c"
                | b"ch"
                | b"d"
                | b"g"
                | b"gh"
                | b"h"
                | b"k"
                | b"kh"
                | b"l"
                | b"m"
                | b"n"
                | b"ng"
                | b"ngh"
                | b"nh"
                | b"ph"
                | b"q"
                | b"r"
                | b"s"
                | b"t"
                | b"th"
                | b"tr"
                | b"v"
                | b"x"
        )
        && matches!(coda, b"" | b"c" | b"ch" | b"m" | b"n" | b"ng" | b"nh" | b"p" | b"t")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_vietnam() {
        for word in ["nguyen", "thang", "tuan", "khanh", "thuy", "anh", "quyen", "nghi"] {
            assert!(is_syllable_of_vietnam(word.as_bytes()), "{word}");
        }
        for word in ["kevin", "mark", "thomas", "steve", "brian", "linda", "johan", "ng", "nghuyeng", "aiea"] {
            assert!(!is_syllable_of_vietnam(word.as_bytes()), "{word}");
        }
    }
}
