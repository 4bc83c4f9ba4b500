//! Names of Japan, which consist of few syllables: another one is another name, also where it is one letter.

use super::sound::is_vowel;

/// What surnames, and given names that parents make of parts, end with.
#[rustfmt::skip]
const ENDINGS: [&[u8]; 34] = [
    b"kawa", b"gawa", b"sawa", b"zawa", b"mura", b"moto", b"yama", b"shima", b"jima", b"saki", b"zaki", b"wara",
    b"hara", b"guchi", b"kuchi", b"shita", b"hashi", b"bashi", b"matsu", b"da", b"suke", b"shige", b"ji", b"hiko",
    b"ko", b"hiro", b"ya", b"ichi", b"to", b"ta", b"nori", b"haru", b"yuki", b"aki",
];

/// What such names begin with, in order.
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

/// Whether a word is a name of a stem and an ending. A slip seldom makes one: KUROWAWA and KIROSAWA are none.
fn is_japanese(word: &[u8]) -> bool {
    let begins = |stem: &[u8]| core::str::from_utf8(stem).is_ok_and(|stem| STEMS.binary_search(&stem).is_ok());
    ENDINGS.iter().any(|ending| word.strip_suffix(*ending).is_some_and(begins))
}

/// Kurosawa and Kurokawa, Takada and Takeda, Eisuke and Keisuke: whether two words are names of Japan and differ in a syllable.
/// Nakajima and Nakashima, Satoh and Sato are not told apart by it.
pub(super) fn are_two_japanese(x: &[u8], y: &[u8]) -> bool {
    x.len().min(y.len()) >= SHORTEST
        && is_japanese(x)
        && is_japanese(y)
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
            assert!(are_two_japanese(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
    }

    #[test]
    fn stems_stand_in_order() {
        assert!(STEMS.windows(2).all(|two| two[0] < two[1]));
        assert!(is_japanese(b"kurosawa") && !is_japanese(b"kirosawa") && !is_japanese(b"yamomoto"));
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
            assert!(!are_two_japanese(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
    }

    #[test]
    fn syllables_leave_out_how_they_are_written() {
        for (x, y) in [
            ("ohta", "ota"),
            ("ohara", "ohara"),
            ("satoh", "sato"),
            ("syouji", "shoji"),
            ("tyuji", "chuji"),
            ("zyunko", "junko"),
            ("homma", "honma"),
            ("shimpei", "sinpei"),
            ("ken", "gen"),
            ("yuuki", "yuki"),
            ("kyouko", "gyoko"),
        ] {
            assert!(syllables(x.as_bytes()).eq(syllables(y.as_bytes())), "{x} {y}");
        }
        for (x, y) in [
            ("ohara", "oara"),
            ("sha", "sa"),
            ("shi", "sha"),
            ("kya", "ka"),
            ("joji", "soji"),
            ("chiya", "cha"),
            ("ken", "ke"),
            ("kem", "ke"),
            ("yoko", "oko"),
            ("naka", "maka"),
            ("anna", "ana"),
            ("ka", "ki"),
            ("kaa", "ka"),
        ] {
            assert!(!syllables(x.as_bytes()).eq(syllables(y.as_bytes())), "{x} {y}");
        }
        let others = ["smith", "kal", "kyy", "ty", "kat", "nyx"];
        assert!(others.iter().all(|word| syllables(word.as_bytes()).any(|syllable| syllable.is_none())));
        // The number of a syllable: its consonant, whether it is soft, its vowel.
        let soft = u32::from(b't') << 16 | 1 << 8 | u32::from(b'a');
        assert_eq!(syllables(b"chan").collect::<Vec<_>>(), [Some(soft), Some(u32::from(b'n'))]);
        assert_eq!(syllables(b"kaxa").last(), Some(None));
        assert_eq!(syllables(b"ommo").count(), 3);
    }
}
