//! Names of Japan, which consist of few syllables: another one is another name, also where it is one letter.

use super::sound::is_vowel;
use crate::name::word::Word;

/// What surnames, and given names that parents make of parts, end with; hardly any other language has them behind syllables like
/// these.
const ENDINGS: [&[u8]; 33] = [
    b"kawa", b"gawa", b"sawa", b"zawa", b"mura", b"moto", b"yama", b"shima", b"jima", b"saki", b"zaki", b"wara",
    b"hara", b"guchi", b"kuchi", b"shita", b"hashi", b"bashi", b"matsu", b"mada", b"keda", b"kada", b"koda", b"suke",
    b"shige", b"eiji", b"hiko", b"ako", b"iko", b"uko", b"eko", b"oko", b"hiro",
];

/// What also ends names behind a stem, and is too short to tell them alone.
const BEHIND_STEM: [&[u8]; 3] = [b"da", b"ko", b"ji"];

/// Stems of such names, in order.
#[rustfmt::skip]
const STEMS: [&str; 239] = [
    "ai", "aka", "aki", "ama", "ao", "ara", "asa", "asu", "aya", "chi", "chie", "chiyo", "da", "dai",
    "e", "ei", "emi", "eri", "fuji", "fuku", "fumi", "furu", "fuse", "haga", "hama", "hana", "hara",
    "haru", "hase", "hashi", "hata", "hatsu", "haya", "hayashi", "hide", "higa", "higashi", "hira",
    "hiro", "hisa", "hon", "hori", "hoshi", "hoso", "ichi", "ike", "ima", "ina", "inoue", "ishi", "iso",
    "ito", "iwa", "izu", "jun", "kado", "kaga", "kaji", "kama", "kame", "kana", "kane", "kasa", "kasu",
    "kata", "kato", "katsu", "kawa", "kazu", "kei", "ken", "kichi", "kiku", "kimi", "kino", "kishi",
    "kita", "kiyo", "ko", "kobaya", "koi", "koizu", "koma", "komi", "kon", "kubo", "kudo", "kuma",
    "kumi", "kuni", "kura", "kuri", "kuro", "kusu", "kyo", "mae", "maki", "man", "mari", "maru", "masa",
    "masu", "matsu", "mei", "michi", "mie", "mika", "miki", "mina", "mine", "mino", "misa", "mitsu",
    "miya", "mizu", "mori", "moto", "muka", "muko", "mura", "nabe", "naga", "naka", "nami", "nao",
    "nari", "natsu", "ne", "nishi", "no", "nobu", "noda", "nomi", "nori", "o", "oda", "ogi", "oka",
    "oki", "omi", "oo", "osa", "oto", "rei", "rie", "ritsu", "ryo", "ryu", "sachi", "sae", "sai",
    "saka", "saki", "sama", "sana", "sano", "sasa", "sato", "sawa", "se", "sei", "seki", "seri", "seto",
    "setsu", "shiba", "shibu", "shige", "shika", "shima", "shimi", "shin", "shino", "shio", "shira",
    "shiro", "shizu", "sho", "sono", "su", "sue", "suga", "sugi", "sumi", "suna", "suzu", "ta", "tachi",
    "tada", "taka", "take", "taki", "tama", "tami", "tane", "tani", "taro", "tatsu", "tera", "teru",
    "tetsu", "to", "toki", "tomi", "tomo", "tori", "toshi", "toyo", "tsu", "tsuchi", "tsugi", "tsuka",
    "tsuki", "tsune", "tsuru", "uchi", "ue", "ume", "uno", "ura", "wada", "waka", "washi", "wata", "ya",
    "yagi", "yama", "yanagi", "yasu", "yo", "yoko", "yone", "yoshi", "yosu", "yu", "yuka", "yuki",
    "yumi", "yuri",
];

/// Letters of the shortest name that is told by its ending.
const SHORTEST: usize = 5;

/// The syllables of a word, each as one number that leaves out what is written in several ways: voiced or voiceless, Hepburn or
/// Kunrei, a long vowel. `None` ends a word that has others.
fn syllables(word: &[u8]) -> impl Iterator<Item = Option<u32>> + '_ {
    let mut at = 0;
    core::iter::from_fn(move || {
        let rest = word.get(at..).filter(|rest| !rest.is_empty())?;
        let consonants = rest.iter().take_while(|&&letter| !is_vowel(letter)).count();
        let glide = usize::from(rest.get(consonants) == Some(&b'y'));
        let onset = match &rest[..consonants] {
            b"" => 0,
            b"k" | b"g" => b'k',
            b"s" | b"z" | b"j" | b"sh" => b's',
            b"t" | b"d" | b"ch" | b"ts" => b't',
            b"h" | b"b" | b"p" | b"f" => b'h',
            [letter @ (b'n' | b'm' | b'r' | b'w')] => *letter,
            // A syllable of its own before a consonant and at the end: Honda, Homma, Ken.
            [b'n' | b'm', ..] => {
                at += 1;
                return Some(Some(u32::from(b'n')));
            }
            _ => {
                at = word.len();
                return Some(None);
            }
        };
        let Some(&vowel) = rest.get(consonants + glide) else {
            at = word.len();
            return Some((onset == b'n' || onset == b'm').then_some(u32::from(b'n')));
        };
        if !is_vowel(vowel) || vowel == b'y' {
            at = word.len();
            return Some(None);
        }
        at += consonants + glide + 1;
        let long = match (vowel, word.get(at)) {
            (b'o', Some(b'o' | b'u')) | (b'u', Some(b'u')) => true,
            (b'o', Some(b'h')) => word.get(at + 1).is_none_or(|letter| !is_vowel(*letter)),
            _ => false,
        };
        at += usize::from(long);
        // Sha and sya, cha and tya, ja and zya.
        let soft = glide == 1 || matches!(&rest[..consonants], b"sh" | b"ch" | b"j") && vowel != b'i';
        Some(Some(u32::from(onset) << 16 | u32::from(soft) << 8 | u32::from(vowel)))
    })
}

/// Takada and Takeda, Kurosawa and Kurokawa: whether two words that the census knows, or that are made of a stem and an ending each,
/// are names of Japan and differ in a syllable. Any other may be a slip: YAMOMOTO.
pub(super) fn are_two_japanese(a: Word, x: &[u8], b: Word, y: &[u8]) -> bool {
    let known = |word: Word| word.given > 0 || word.surname > 0;
    let made =
        |word: &[u8]| ENDINGS.iter().chain(&BEHIND_STEM).any(|ending| word.strip_suffix(*ending).is_some_and(is_stem));
    have_other_syllables(x, y) && (known(a) && known(b) || made(x) && made(y))
}

fn is_stem(word: &[u8]) -> bool {
    core::str::from_utf8(word).is_ok_and(|word| STEMS.binary_search(&word).is_ok())
}

/// Nakajima and Nakashima, Satoh and Sato are not told apart by it.
fn have_other_syllables(x: &[u8], y: &[u8]) -> bool {
    let ends = |word: &[u8]| ENDINGS.iter().any(|ending| word.ends_with(ending));
    x.len().min(y.len()) >= SHORTEST
        && ends(x)
        && ends(y)
        && syllables(x).all(|syllable| syllable.is_some())
        && syllables(y).all(|syllable| syllable.is_some())
        && !syllables(x).eq(syllables(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_syllable_is_another_name() {
        for (x, y) in [
            ("kurosawa", "kurokawa"),
            ("takada", "takeda"),
            ("ichikawa", "ishikawa"),
            ("eisuke", "keisuke"),
            ("kiyoko", "kyoko"),
            ("miyazaki", "miyazawa"),
            ("hamada", "yamada"),
        ] {
            assert!(have_other_syllables(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
    }

    #[test]
    fn stems_stand_in_order() {
        assert!(STEMS.windows(2).all(|two| two[0] < two[1]));
        assert!(is_stem(b"kuro") && !is_stem(b"kiro"));
    }

    #[test]
    fn romanisations_are_none() {
        for (x, y) in [
            ("nakajima", "nakashima"),
            ("ohsawa", "osawa"),
            ("oosawa", "osawa"),
            ("shoko", "syouko"),
            ("yukiko", "yuukiko"),
            ("tsukamoto", "tukamoto"),
            ("kenmotsu", "kemmotsu"),
            ("almada", "armada"),
            ("honda", "hondo"),
        ] {
            assert!(!have_other_syllables(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
    }
}
