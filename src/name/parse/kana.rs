//! Japanese syllables in Latin letters as passports write them: Hepburn, without long vowels.

use unicode_normalization::UnicodeNormalization;

/// Hiragana, katakana, and katakana of half width.
pub(super) const fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// The katakana from ア on, two columns of each: the syllable, and the one of which it is written small.
const SYLLABLES: [&str; 90] = [
    "'a", "a", "'i", "i", "'u", "u", "'e", "e", "'o", "o", "ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go",
    "sa", "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo", "ta", "da", "chi", "ji", "+", "tsu", "zu", "te", "de",
    "to", "do", "na", "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi", "bi", "pi", "fu", "bu", "pu", "he", "be", "pe",
    "ho", "bo", "po", "ma", "mi", "mu", "me", "mo", "-ya", "ya", "-yu", "yu", "-yo", "yo", "ra", "ri", "ru", "re",
    "ro", "wa", "wa", "i", "e", "o", "n", "vu", "ka", "ke", "va", "vi", "ve", "vo",
];

/// The text in Latin letters; what is no kana stays as it is.
pub(super) fn latinise(raw: &str) -> String {
    // Half width has the mark of a voiced syllable behind it, which this makes one character of.
    let plain: Vec<char> = raw.nfkc().collect();
    let mut out = String::new();
    let mut doubled = false;
    for (at, &c) in plain.iter().enumerate() {
        let syllable = match c {
            '\u{3041}'..='\u{3096}' => SYLLABLES.get((u32::from(c) - 0x3041) as usize),
            '\u{30a1}'..='\u{30fa}' => SYLLABLES.get((u32::from(c) - 0x30a1) as usize),
            // Between the words of foreign names.
            '・' => Some(&" "),
            // The vowel before is long, or the syllable before comes again, which no name in kana shows otherwise.
            'ー' | 'ヽ' | 'ゝ' => continue,
            _ => None,
        };
        let Some(&syllable) = syllable else {
            out.push(c);
            continue;
        };
        if syllable == "+" {
            doubled = true;
            continue;
        }
        if let Some(small) = syllable.strip_prefix('-') {
            // キャ is kya, シャ is sha.
            if out.ends_with('i') {
                out.pop();
                let soft = out.ends_with("sh") || out.ends_with("ch") || out.ends_with('j');
                out.push_str(if soft { &small[1..] } else { small });
                continue;
            }
            out.push_str(small);
            continue;
        }
        if let Some(small) = syllable.strip_prefix('\'') {
            // ファ is fa, ティ is ti, ウィ is wi.
            if out.ends_with(['a', 'i', 'u', 'e', 'o']) {
                let vowel = out.pop();
                if vowel == Some('u') && !out.ends_with(|letter: char| letter.is_ascii_lowercase()) {
                    out.push('w');
                }
            }
            out.push_str(small);
            continue;
        }
        let before = out.chars().next_back();
        // シュウ and ユウコ, but マツウラ; サトウ and オオタニ, but イノウエ.
        let glide = out.len() >= 2 && matches!(&out.as_bytes()[out.len() - 2..], b"yu" | b"hu" | b"ju");
        let long = match (before, syllable) {
            (Some('o'), "u") => !matches!(plain.get(at + 1), Some('エ' | 'え')),
            (Some('o'), "o") => true,
            (Some('u'), "u") => glide,
            _ => false,
        };
        if long {
            continue;
        }
        if doubled {
            out.push(if syllable.starts_with('c') { 't' } else { syllable.chars().next().unwrap_or(' ') });
            doubled = false;
        }
        out.push_str(syllable);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_are_spelled_as_in_passports() {
        for (kana, latin) in [
            ("サトウ ケンジ", "sato kenji"),
            ("イトウ シンジ", "ito shinji"),
            ("ツジ フミコ", "tsuji fumiko"),
            ("オオタニ ショウヘイ", "otani shohei"),
            ("ﾔﾏﾀﾞ ﾀﾛｳ", "yamada taro"),
            ("カトウ ジュンイチ", "kato junichi"),
            ("ハットリ エッちゃん", "hattori etchan"),
            ("やまもと ゆうこ", "yamamoto yuko"),
            ("イノウエ マツウラ", "inoue matsuura"),
            ("ワタナベ リョウ", "watanabe ryo"),
            ("キャサリン・フォード", "kyasarin fodo"),
            ("ティナ ウィル ヴァン", "tina wiru van"),
            ("ヲ ン ヷ ヺ ヶ", "o n va vo ke"),
        ] {
            assert_eq!(latinise(kana), latin, "{kana}");
        }
    }
}
