//! Given names of Korea: two syllables, which their people romanise as they like (Jong-seok, Jongsuk).

use super::sound::is_vowel;
use crate::name::word::{PINYIN, Word};

/// Letters that such names are not written with.
const FOREIGN: u32 = mask(b"fqvxz");
/// Letters that two romanisations of one name may differ in.
const SHIFTING: u32 = mask(b"aeioughkpbsw");

const fn mask(letters: &[u8]) -> u32 {
    let (mut mask, mut at) = (0, 0);
    while at < letters.len() {
        mask |= 1 << (letters[at] - b'a');
        at += 1;
    }
    mask
}

/// Letters of the longest name that is looked at: `kyounghyeon`.
const LONGEST: u8 = 12;

/// Whether a word may hold one of [`MARKS`], by its letters.
const fn may_be_marked(letters: u32) -> bool {
    const ANY: [u32; 9] = [
        mask(b"eo"),
        mask(b"eu"),
        mask(b"hy"),
        mask(b"hw"),
        mask(b"wo"),
        mask(b"yo"),
        mask(b"gw"),
        mask(b"kw"),
        mask(b"ky"),
    ];
    let mut at = 0;
    while at < ANY.len() {
        if letters & ANY[at] == ANY[at] {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether two words may be two romanisations of a Korean given name, by their letters.
pub(super) const fn may_be_korean(a: Word, b: Word) -> bool {
    has_shifting(a.letters, b.letters) && a.len <= LONGEST && b.len <= LONGEST && !(a.is(PINYIN) && b.is(PINYIN))
}

/// Whether two sets of letters may be those of two romanisations.
pub(super) const fn has_shifting(x: u32, y: u32) -> bool {
    (x | y) & FOREIGN == 0 && (x ^ y) & !SHIFTING == 0 && (may_be_marked(x) || may_be_marked(y))
}

/// Whether what the first of two syllables has beside the letters of the name may be another romanisation: KYUNG of Gyeongmin.
pub(super) const fn is_shifted(letters: u32) -> bool {
    letters & !mask(b"egkouw") == 0
}

// The vowels of Korean that are romanised in several ways, a bit each: a way to write one may stand for several.
const EO: u16 = 1;
const U: u16 = 2;
const EU: u16 = 4;
const YEO: u16 = 8;
const YU: u16 = 16;
const UI: u16 = 32;
const I: u16 = 64;
const WO: u16 = 128;
const O: u16 = 256;
const A: u16 = 512;
const AE: u16 = 1024;
const E: u16 = 2048;
const OTHER: u16 = 4096;

/// A syllable as it is written.
#[derive(Clone, Copy)]
struct Syllable<'w> {
    onset: &'w [u8],
    nucleus: &'w [u8],
    coda: &'w [u8],
}

impl<'w> Syllable<'w> {
    /// The syllables with which letters may begin: two at most for each vowel, and the longest vowel first.
    fn all(letters: &'w [u8]) -> impl Iterator<Item = (Syllable<'w>, &'w [u8])> {
        let onset = letters.iter().take_while(|&&letter| !is_vowel(letter) && letter != b'w').count();
        let (onset, rest) = letters.split_at(onset);
        let known = matches!(
            onset,
            b"" | b"g"
                | b"k"
                | b"n"
                | b"d"
                | b"t"
                | b"r"
                | b"l"
                | b"m"
                | b"b"
                | b"p"
                | b"s"
                | b"sh"
                | b"j"
                | b"ch"
                | b"h"
        );
        let most = if known { LONGEST_VOWEL.min(rest.len()) } else { 0 };
        let split = move |(vowel, coda): (usize, usize)| {
            let (nucleus, behind) = rest.split_at(vowel);
            let (coda, behind) = (behind.get(..coda)?, behind.get(coda..)?);
            let closed = matches!(coda, b"" | b"n" | b"ng" | b"m" | b"l" | b"k" | b"g" | b"p" | b"b");
            // Two letters that are one vowel are not those of two syllables.
            let parted = coda.is_empty()
                && matches!((nucleus, behind.first()), (b"e", Some(b'o' | b'u' | b'e')) | (b"o", Some(b'o')));
            (closed && !parted).then_some((Syllable { onset, nucleus, coda }, behind))
        };
        (1..=most).rev().flat_map(|vowel| (0..=2).rev().map(move |coda| (vowel, coda))).filter_map(split)
    }

    /// The vowels that are meant. `strict`: the name is spelled by the Revised Romanization, which has `eo`.
    fn vowels(&self, strict: bool) -> u16 {
        let closed = !self.coda.is_empty();
        match self.nucleus {
            b"eo" => EO,
            // SUN, SUK and YUL are syllables of names with either vowel; HYUN, JUNG, SUNG and CHUL hardly are.
            b"u" if strict && matches!(self.coda, b"n" | b"k" | b"l") && self.onset != b"ch" => U,
            // Luna is not Leona: such syllables begin with few consonants.
            b"u" if closed => {
                let eo = match self.onset {
                    b"" | b"s" | b"j" | b"h" | b"g" | b"ch" => EO,
                    b"b" if self.coda == b"m" => EO,
                    b"d" if self.coda == b"k" => EO,
                    _ => 0,
                };
                let eu = if self.coda == b"n" && matches!(self.onset, b"" | b"g" | b"k") { EU } else { 0 };
                U | eo | eu
            }
            b"u" | b"oo" | b"woo" | b"wu" => U,
            b"eu" => EU,
            b"yeo" => YEO,
            b"you" => YEO | YU,
            // HYUN and KYUNG; but Jiyun is not Jiyeon.
            b"yu" if closed && (!self.onset.is_empty() || self.coda == b"ng") => YEO | YU,
            b"yu" | b"yoo" => YU,
            b"i" | b"ee" if matches!(self.onset, b"h") => I | UI,
            b"i" | b"ee" => I,
            b"ui" | b"eui" => UI,
            b"wo" | b"weo" => WO,
            b"o" => O,
            b"a" | b"ah" => A,
            b"ae" => AE,
            b"e" => E,
            b"ya" | b"yo" | b"ye" | b"wa" | b"wi" | b"oe" => OTHER,
            _ => 0,
        }
    }

    /// Whether two syllables may be one. `strict` as for [`Syllable::vowels`]; `marked`: no language but Korean has both words.
    fn meets(&self, strict: bool, other: &Syllable<'_>, other_strict: bool, marked: bool) -> bool {
        let vowels = self.vowels(strict) & other.vowels(other_strict);
        if vowels == 0 || vowels == OTHER && self.nucleus != other.nucleus {
            return false;
        }
        let coda = |coda: &[u8]| match coda {
            b"g" => b'k',
            b"b" => b'p',
            b"ng" => b'G',
            [letter, ..] => *letter,
            [] => 0,
        };
        if coda(self.coda) != coda(other.coda)
            || self.coda != other.coda && !marked && self.nucleus != b"eo" && other.nucleus != b"eo"
        {
            return false;
        }
        match (self.onset, other.onset) {
            (x, y) if x == y => true,
            // GYEONG and KYUNG, GWANG and KWANG, but not Gina and Kina.
            (b"g", b"k") | (b"k", b"g") => {
                let korean = |nucleus: &[u8]| nucleus.len() > 1 && matches!(nucleus[0], b'y' | b'w' | b'e');
                // Nor Geonna and Keonna.
                let one = self.nucleus == b"eo" && other.nucleus == b"eo";
                !one && (marked || korean(self.nucleus) || korean(other.nucleus))
            }
            // SIK and SHIK.
            (b"s", b"sh") | (b"sh", b"s") => vowels == I && coda(self.coda) == b'k',
            _ => false,
        }
    }
}

/// Letters of the shortest name of two syllables that is told from names of others: `unji`.
const SHORTEST: usize = 4;

/// Letters of the longest vowel: `yeo`.
const LONGEST_VOWEL: usize = 3;

/// Whether two words are two romanisations of one Korean given name of two syllables: Jongseok and Jongsuk, Gyeongsu and Kyungsoo.
/// Seonyeong and Sunyeong are two names: by the rules that have `yeo`, they are.
pub(super) fn same_korean(x: &[u8], y: &[u8]) -> bool {
    let (strict_x, strict_y) = (holds(x, &MARKS[..1]), holds(y, &MARKS[..1]));
    let marks = (holds(x, &MARKS), holds(y, &MARKS));
    if !(marks.0 || marks.1) || x.len().min(y.len()) < SHORTEST {
        return false;
    }
    let marked = marks.0 && marks.1;
    let meets = |p: &Syllable<'_>, q: &Syllable<'_>| p.meets(strict_x, q, strict_y, marked);
    Syllable::all(x).any(|(first, rest)| {
        !rest.is_empty()
            && Syllable::all(y).any(|(other, other_rest)| {
                meets(&first, &other)
                    && Syllable::all(rest).filter(|(_, rest)| rest.is_empty()).any(|(last, _)| {
                        Syllable::all(other_rest)
                            .filter(|(_, rest)| rest.is_empty())
                            .any(|(other_last, _)| meets(&last, &other_last))
                    })
            })
    })
}

/// Whether a word is one syllable of given names of Korea or two. A slip seldom makes one: SAGHYEON is none.
fn is_korean(word: &[u8]) -> bool {
    is_syllable(word) || (1..word.len()).any(|at| is_syllable(&word[..at]) && is_syllable(&word[at..]))
}

/// Whether letters are one syllable of given names of Korea.
pub(super) fn is_syllable(part: &[u8]) -> bool {
    core::str::from_utf8(part).is_ok_and(|part| SYLLABLES.binary_search(&part).is_ok())
}

/// Syllables of given names, in order: by the Revised Romanization, and as their people write them.
#[rustfmt::skip]
const SYLLABLES: [&str; 173] = [
    "a", "ae", "ah", "an", "baek", "beom", "bin", "bo", "bok", "bong", "bum", "byeong", "byung", "chae", "chan", "chang", "cheol",
    "cheon", "chi", "cho", "choon", "chul", "chun", "chung", "da", "dae", "dan", "deok", "do", "dong", "eon", "eop", "eul", "eum",
    "eun", "ga", "gang", "geon", "geun", "gi", "gil", "gon", "goo", "gu", "guk", "gun", "gwan", "gwang", "gyeong", "gyo", "gyu",
    "gyun", "ha", "hae", "hak", "han", "hee", "heon", "heum", "heung", "ho", "hong", "hoon", "hui", "hun", "hwa", "hwan", "hyang",
    "hye", "hyeok", "hyeon", "hyeong", "hyo", "hyuk", "hyun", "hyung", "i", "ik", "il", "in", "ja", "jae", "jang", "je", "jeong",
    "ji", "jin", "jo", "jong", "joo", "joon", "ju", "jun", "jung", "keun", "ki", "kil", "kon", "kook", "kuk", "kwan", "kwang",
    "kyeong", "kyu", "kyun", "kyung", "man", "mi", "min", "mo", "moon", "mun", "myeong", "myung", "na", "nam", "ok", "ra", "rae",
    "ran", "ri", "rin", "rok", "ryeong", "ryong", "sang", "se", "seo", "seob", "seok", "seol", "seon", "seong", "seop", "seung",
    "si", "sik", "so", "sol", "song", "soo", "sook", "soon", "su", "sub", "suk", "sun", "sung", "tae", "taek", "u", "uk", "un",
    "ung", "up", "wan", "won", "woo", "wook", "wun", "ye", "yeol", "yeon", "yeong", "yeop", "yi", "yong", "yoo", "yoon", "young",
    "yu", "yul", "yun",
];

/// What hardly any other language writes: words of syllables of Korean that hold one of these are.
const MARKS: [&[u8]; 10] = [b"eo", b"eu", b"hy", b"hw", b"woo", b"yoo", b"you", b"gw", b"kw", b"ky"];

fn holds(word: &[u8], marks: &[&[u8]]) -> bool {
    marks.iter().any(|mark| word.windows(mark.len()).any(|part| part == *mark))
}

/// Dongha and Donghwan, Jiyeon and Jiyeong: whether of two words that are few letters apart, and no romanisations of one name, each
/// is a name of Korea. Brothers and sisters have a syllable in common. One consonant tells two syllables apart, but for those that
/// are heard alike; a vowel only where both follow the rules that have `eo`.
pub(super) fn are_two_korean(x: &[u8], y: &[u8], distance: u32) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let one_consonant = || {
        let Some(at) = short.iter().zip(long).position(|(p, q)| p != q).or(Some(short.len())) else { return false };
        let consonant = |letter: Option<&u8>| letter.is_some_and(|letter| !is_vowel(*letter) && *letter != b'w');
        let (p, q) = (short.get(at), long.get(at));
        if short.len() < long.len() {
            return consonant(q);
        }
        let alike = |pair: &[u8; 2]| p.is_some_and(|p| pair.contains(p)) && q.is_some_and(|q| pair.contains(q));
        consonant(p) && consonant(q) && ![b"lr", b"bp", b"dt", b"gk", b"cj"].into_iter().any(alike)
    };
    let strict = || holds(x, &MARKS[..1]) && holds(y, &MARKS[..1]);
    let marked = || holds(x, &MARKS) && holds(y, &MARKS);
    // Seungjin and Seungjun, Donghun and Donghyun: one syllable is the same, and the other one another.
    let one_syllable = || {
        (holds(x, &MARKS) || holds(y, &MARKS))
            && (2..short.len() - 1).any(|at| {
                let (front, back) = (short.len() - at, long.len() - at);
                short[..at] == long[..at] && [&short[..at], &short[at..], &long[at..]].into_iter().all(is_syllable)
                    || short[front..] == long[back..]
                        && [&short[front..], &short[..front], &long[..back]].into_iter().all(is_syllable)
            })
            && !same_korean(x, y)
    };
    (distance <= 2 && strict() || distance == 1 && (marked() && one_consonant() || one_syllable()))
        && is_korean(x)
        && is_korean(y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanisations_of_one_name_meet() {
        for (x, y) in [
            ("jongseok", "jongsuk"),
            ("jiyoung", "jiyeong"),
            ("gyeongsu", "kyungsoo"),
            ("seongmin", "sungmin"),
            ("yeonghui", "younghee"),
            ("hyeonu", "hyunwoo"),
            ("eunjeong", "eunjung"),
            ("geunhye", "keunhye"),
            ("hyeonseop", "hyunsub"),
            ("gwangsik", "kwangshik"),
            ("sangu", "sangwoo"),
            ("unji", "eunji"),
            ("seonyeong", "sunyoung"),
        ] {
            assert!(same_korean(x.as_bytes(), y.as_bytes()) && same_korean(y.as_bytes(), x.as_bytes()), "{x} {y}");
        }
    }

    #[test]
    fn syllables_stand_in_order() {
        assert!(SYLLABLES.windows(2).all(|two| two[0] < two[1]));
        assert!(is_korean(b"dohyeon") && is_korean(b"doyeon") && is_korean(b"jun"));
        assert!(!is_korean(b"saghyeon") && !is_korean(b"seoeong"));
    }

    #[test]
    fn other_names_do_not() {
        for (x, y) in [
            ("seonyeong", "sunyeong"),
            ("jeongsuk", "jeongseok"),
            ("gina", "kina"),
            ("gamal", "kamal"),
            ("leona", "luna"),
            ("agim", "akim"),
            ("jiyeon", "jiyun"),
            ("adee", "adi"),
            ("geonna", "keonna"),
            ("euna", "una"),
            ("minji", "minjae"),
            ("jihye", "jihyun"),
            ("jinsuk", "jinsook"),
            ("seungho", "sungho"),
            ("yunseo", "yeonseo"),
            ("hana", "hanna"),
            ("rina", "lina"),
            ("jin", "jeen"),
        ] {
            assert!(!same_korean(x.as_bytes(), y.as_bytes()) && !same_korean(y.as_bytes(), x.as_bytes()), "{x} {y}");
        }
    }

    /// Every way to write each vowel and final consonant, beside every other.
    fn names() -> Vec<String> {
        #[rustfmt::skip]
        const FIRST: [&str; 38] = [
            "ji", "jeong", "jung", "hye", "hyeon", "hyun", "hyoun", "seo", "su", "soo", "suk", "seok", "sook", "bum", "beom", "deok", "duk",
            "eun", "un", "yu", "yung", "young", "yeong", "gyeong", "kyung", "geun", "keun", "keon", "wu", "won", "weon", "hui", "hee",
            "eui", "jae", "je", "ah", "chul",
        ];
        const LAST: [&str; 14] =
            ["min", "hyeon", "hyun", "seok", "sug", "shik", "sik", "woo", "u", "ok", "og", "yub", "kyu", "gyu"];
        FIRST.iter().flat_map(|first| LAST.iter().map(move |last| format!("{first}{last}"))).collect()
    }

    /// How many pairs of the names a rule holds for, and which, as one number.
    fn held(rule: impl Fn(&[u8], &[u8]) -> bool) -> (usize, u64) {
        let names = names();
        let (mut count, mut which) = (0, 0_u64);
        for (at, x) in names.iter().enumerate() {
            for y in &names[at + 1..] {
                let holds = rule(x.as_bytes(), y.as_bytes());
                assert_eq!(holds, rule(y.as_bytes(), x.as_bytes()), "{x} {y}");
                count += usize::from(holds);
                which = which.wrapping_mul(1_099_511_628_211).wrapping_add(u64::from(holds) + 1);
            }
        }
        (count, which)
    }

    /// Most names differ in one way that is told above; that no other pair is taken for one name, or for two, is held as a whole.
    #[test]
    fn pairs_of_all_syllables_are_held() {
        let letters = |word: &[u8]| mask(word);
        let same = held(|x, y| {
            let same = same_korean(x, y);
            // What is looked at before finds each of them.
            assert!(!same || has_shifting(letters(x), letters(y)), "{x:?} {y:?}");
            assert!(!holds(x, &MARKS) || may_be_marked(letters(x)), "{x:?}");
            same
        });
        let two = |distance: u32| held(|x, y| are_two_korean(x, y, distance));
        assert_eq!(same, (566, 9_703_306_357_147_432_448));
        assert_eq!(two(1), (23_408, 6_918_184_271_747_072_982));
        assert_eq!(two(2), (8_385, 2_725_184_928_827_514_627));
    }

    #[test]
    fn syllables_are_read_by_their_parts() {
        let of = |onset: &'static str, nucleus: &'static str, coda: &'static str| Syllable {
            onset: onset.as_bytes(),
            nucleus: nucleus.as_bytes(),
            coda: coda.as_bytes(),
        };
        // What `u` may stand for behind and before some consonants.
        for (syllable, vowels) in [
            (of("b", "u", "m"), U | EO),
            (of("b", "u", "n"), U),
            (of("d", "u", "k"), U | EO),
            (of("d", "u", "n"), U),
            (of("g", "u", "n"), U | EO | EU),
            (of("g", "u", "k"), U | EO),
            (of("m", "u", "n"), U),
            (of("h", "i", ""), I | UI),
            (of("m", "i", ""), I),
        ] {
            assert_eq!(syllable.vowels(false), vowels, "{:?} {:?}", syllable.onset, syllable.coda);
        }
        // G and k, s and sh are one before some vowels.
        for (x, y, meets) in [
            (of("g", "e", ""), of("k", "e", ""), false),
            (of("g", "oo", ""), of("k", "oo", ""), false),
            (of("g", "u", "n"), of("k", "eo", "n"), true),
            (of("g", "eo", "n"), of("k", "eo", "n"), false),
            (of("g", "woo", ""), of("k", "u", ""), true),
            (of("g", "u", ""), of("k", "u", ""), false),
            (of("s", "i", "k"), of("sh", "i", "k"), true),
            (of("s", "i", "n"), of("sh", "i", "n"), false),
            (of("s", "o", "k"), of("sh", "o", "k"), false),
        ] {
            assert_eq!(x.meets(false, &y, false, false), meets, "{:?} {:?}", x.nucleus, y.nucleus);
            assert_eq!(y.meets(false, &x, false, false), meets, "{:?} {:?}", y.nucleus, x.nucleus);
        }
    }
}
