//! Names in other scripts: which script it is, and what one character at a time cannot know.

/// A script other than Latin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Writes no short vowels: Arabic, Hebrew.
    Abjad,
    /// One character is one word or syllable.
    Han,
    /// Syllables of Korean.
    Hangul,
    /// Greek.
    Greek,
    /// The scripts of India.
    Indic,
    /// Syllables of Japanese.
    Kana,
    /// Cyrillic with letters that Serbian and Macedonian alone have.
    Balkan,
    /// Cyrillic with a hard sign where Bulgarian alone has one.
    Bulgarian,
    /// Any other.
    Other,
}

/// The script of the first letter that is not Latin.
pub(super) fn of(raw: &str) -> Option<Script> {
    if raw.is_ascii() {
        return None;
    }
    let found = raw.chars().find_map(|c| match c {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' if c.is_alphabetic() => Some(Script::Greek),
        '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}'
        | '\u{66e}'..='\u{6d3}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Some(Script::Abjad),
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Some(Script::Han),
        '\u{ac00}'..='\u{d7a3}' => Some(Script::Hangul),
        c if super::indic::is_indic(c) && c.is_alphabetic() => Some(Script::Indic),
        c if super::kana::is_kana(c) && c.is_alphabetic() => Some(Script::Kana),
        '\u{400}'..='\u{52f}' | '\u{531}'..='\u{587}' | '\u{900}'..='\u{1fff}' if c.is_alphabetic() && !is_latin(c) => {
            Some(Script::Other)
        }
        _ => None,
    });
    match found {
        Some(Script::Other) if raw.contains(is_balkan) => Some(Script::Balkan),
        Some(Script::Other) if is_bulgarian(raw) => Some(Script::Bulgarian),
        found => found,
    }
}

/// Whether a hard sign is a vowel: Петър, Катъров. In Russian it stands before a soft vowel only, and in old spelling at the end.
fn is_bulgarian(raw: &str) -> bool {
    let hard = |c: &char| matches!(c, 'ъ' | 'Ъ');
    let mut behind = raw.chars().skip_while(|c| !hard(c)).skip(1);
    behind.next().is_some_and(|c| c.is_alphabetic() && !"еёюяіэийЕЁЮЯІЭИЙ".contains(c))
}

/// Letters of Serbian and Macedonian that no other language has.
const fn is_balkan(c: char) -> bool {
    matches!(
        c,
        'ђ' | 'Ђ'
            | 'ј'
            | 'Ј'
            | 'љ'
            | 'Љ'
            | 'њ'
            | 'Њ'
            | 'ћ'
            | 'Ћ'
            | 'џ'
            | 'Џ'
            | 'ѓ'
            | 'Ѓ'
            | 'ќ'
            | 'Ќ'
            | 'ѕ'
            | 'Ѕ'
    )
}

fn is_latin(c: char) -> bool {
    matches!(c, '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}')
}

/// What a script needs before its characters are spelled out one by one; `None` where that is enough.
pub(super) fn latinise(raw: &str, script: Script) -> Option<String> {
    if !cfg!(feature = "transliteration") {
        return None;
    }
    match script {
        Script::Hangul => Some(hangul(raw)),
        Script::Greek => Some(greek(raw)),
        Script::Abjad => Some(super::hebrew::latinise(&abjad(raw))),
        Script::Indic => Some(super::indic::latinise(raw)),
        Script::Kana => Some(super::kana::latinise(raw)),
        Script::Balkan => Some(balkan(raw)),
        Script::Bulgarian => Some(bulgarian(raw)),
        Script::Han | Script::Other => None,
    }
}

/// How people write their surname, where they hardly ever follow the Revised Romanization.
const SURNAMES: [(char, &str); 22] = [
    ('김', "kim"),
    ('이', "lee"),
    ('박', "park"),
    ('최', "choi"),
    ('정', "jung"),
    ('강', "kang"),
    ('조', "cho"),
    ('윤', "yoon"),
    ('임', "lim"),
    ('신', "shin"),
    ('권', "kwon"),
    ('안', "ahn"),
    ('류', "ryu"),
    ('유', "yoo"),
    ('고', "ko"),
    ('문', "moon"),
    ('백', "baek"),
    ('허', "heo"),
    ('노', "noh"),
    ('구', "koo"),
    ('주', "joo"),
    ('우', "woo"),
];

/// The same for syllables of given names.
const SYLLABLES: [(char, &str); 22] = [
    ('영', "young"),
    ('현', "hyun"),
    ('희', "hee"),
    ('정', "jung"),
    ('성', "sung"),
    ('선', "sun"),
    ('은', "eun"),
    ('경', "kyung"),
    ('수', "soo"),
    ('우', "woo"),
    ('훈', "hoon"),
    ('준', "jun"),
    ('윤', "yoon"),
    ('승', "seung"),
    ('철', "chul"),
    ('숙', "sook"),
    ('순', "soon"),
    ('주', "joo"),
    ('국', "kook"),
    ('규', "kyu"),
    ('광', "kwang"),
    ('균', "kyun"),
];

/// Korean as its people write their names, else by the Revised Romanization; a name without a blank is its surname and its
/// given name.
fn hangul(raw: &str) -> String {
    const FIRST: [&str; 19] =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    const MIDDLE: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ];
    const LAST: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ];
    const DOUBLE_SURNAMES: [&str; 8] = ["남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방"];
    let is_syllable = |c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c);
    let mut out = String::new();
    let words = raw.trim().split(' ').count();
    let korean = raw.split(' ').filter(|word| word.chars().any(is_syllable)).count();
    for (index, word) in raw.split(' ').enumerate() {
        if index > 0 {
            out.push(' ');
        }
        let syllables = word.chars().count();
        // `Dr. 김민준`: beside words in Latin letters a given name has two syllables.
        let least = if words == 1 { 2 } else { 3 };
        let alone = word.chars().all(is_syllable) && (least..=4).contains(&syllables) && korean == 1;
        let surname = if !alone {
            0
        } else if syllables > 2 && DOUBLE_SURNAMES.iter().any(|double| word.starts_with(double)) {
            2
        } else {
            1
        };
        for (place, c) in word.chars().enumerate() {
            if place == surname && surname > 0 {
                out.push(' ');
            }
            if is_syllable(c) {
                let usual = if place < surname { &SURNAMES[..] } else { &SYLLABLES[..] };
                if let Some((_, spelled)) = usual.iter().find(|(syllable, _)| *syllable == c) {
                    out.push_str(spelled);
                    continue;
                }
                let code = u32::from(c) - 0xac00;
                out.push_str(FIRST[(code / 588) as usize]);
                out.push_str(MIDDLE[(code % 588 / 28) as usize]);
                out.push_str(LAST[(code % 28) as usize]);
            } else {
                out.push(c);
            }
        }
    }
    out
}

/// Greek digraphs, by ELOT 743: ου → ou, αυ and ευ → av and ev (af, ef before the voiceless), μπ → b at the start.
fn greek(raw: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain: Vec<char> = raw.to_lowercase().nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    let mut out = String::new();
    let mut at = 0;
    while at < plain.len() {
        let next = plain.get(at + 1).copied().unwrap_or(' ');
        let start = at == 0 || !plain[at - 1].is_alphabetic();
        let (latin, step): (&str, usize) = match (plain[at], next) {
            ('ο', 'υ') => ("ou", 2),
            ('α', 'υ') => ("av", 2),
            ('ε', 'υ') => ("ev", 2),
            ('μ', 'π') if start => ("b", 2),
            ('ν', 'τ') if start => ("d", 2),
            ('γ', 'κ') if start => ("g", 2),
            ('γ', 'γ') => ("ng", 2),
            ('υ', _) => ("y", 1),
            ('η', _) => ("i", 1),
            ('χ', _) => ("ch", 1),
            ('ω', _) => ("o", 1),
            ('φ', _) => ("f", 1),
            ('ξ', _) => ("x", 1),
            ('ψ', _) => ("ps", 1),
            ('θ', _) => ("th", 1),
            ('β', _) => ("v", 1),
            (other, _) => {
                out.push(other);
                at += 1;
                continue;
            }
        };
        out.push_str(latin);
        at += step;
    }
    out
}

/// Serbian and Macedonian as their people write them in Latin letters, where it is not as Russian is spelled.
fn balkan(raw: &str) -> String {
    let mut out = String::new();
    for c in raw.chars().flat_map(char::to_lowercase) {
        match c {
            'ђ' => out.push_str("dj"),
            'ѓ' => out.push_str("gj"),
            'ќ' => out.push_str("kj"),
            'љ' => out.push_str("lj"),
            'њ' => out.push_str("nj"),
            'џ' | 'ѕ' => out.push_str("dz"),
            'ј' => out.push('j'),
            'ж' => out.push('z'),
            'ц' | 'ч' | 'ћ' => out.push('c'),
            'ш' => out.push('s'),
            'х' => out.push('h'),
            other => out.push(other),
        }
    }
    out
}

/// Bulgarian by its law of transliteration, where it is not as Russian is spelled.
fn bulgarian(raw: &str) -> String {
    let mut out = String::new();
    for c in raw.chars().flat_map(char::to_lowercase) {
        match c {
            'ъ' => out.push('a'),
            'щ' => out.push_str("sht"),
            'х' => out.push('h'),
            other => out.push(other),
        }
    }
    out
}

/// Arabic and Persian, of which consonants alone are written: `abd` is one name with what follows it, the article in front of a later
/// word is one of its own, and letters whose one-letter spelling is punctuation or misleading in names are others.
fn abjad(raw: &str) -> String {
    let persian = raw.contains(['پ', 'چ', 'ژ', 'گ', 'ک', 'ی']);
    let mut out = String::new();
    let mut joins = false;
    for (index, word) in raw.split(' ').enumerate() {
        let article = word.strip_prefix("ال").filter(|rest| !rest.starts_with('ل'));
        if index > 0 && !joins {
            out.push(' ');
        }
        match article {
            Some(rest) if index > 0 && !joins && rest.chars().count() >= SHORTEST_BEHIND_ARTICLE => {
                out.push_str("al ");
                out.extend(rest.chars().filter_map(|c| arabic(c, persian)));
            }
            _ => out.extend(word.chars().filter_map(|c| arabic(c, persian))),
        }
        joins = word == "عبد";
    }
    out
}

/// Letters of the shortest word behind the Arabic article: إلياس and ألبير begin with the same two letters.
const SHORTEST_BEHIND_ARTICLE: usize = 3;

/// A letter as it is spelled; `None` for signs of vowels. Persian speaks four letters as one z, and three as one s.
const fn arabic(c: char, persian: bool) -> Option<char> {
    Some(match c {
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => return None,
        'ا' | 'ع' | 'أ' | 'إ' | 'آ' | 'ى' => 'a',
        'ة' => 'ه',
        'ئ' => 'ي',
        'ؤ' => 'و',
        'ض' | 'ظ' | 'ذ' if persian => 'z',
        'ث' | 'ص' if persian => 's',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_names_split_into_surname_and_given_name() {
        assert_eq!(hangul("김민준"), "kim minjun");
        assert_eq!(hangul("남궁민수"), "namgung minsoo");
        assert_eq!(hangul("박 서연"), "bak seoyeon");
        assert_eq!(hangul("Dr. 김민준"), "Dr. kim minjun");
        assert_eq!(hangul("Kim 민준"), "Kim minjun");
    }

    #[test]
    fn serbian_is_not_spelled_as_russian() {
        assert_eq!(of("Љубица Његош"), Some(Script::Balkan));
        assert!(balkan("Љубица").starts_with("lj") && balkan("Његош").ends_with('s'));
        assert_eq!(of("Владимир"), Some(Script::Other));
    }

    #[test]
    fn the_hard_sign_is_a_vowel_in_bulgarian() {
        assert_eq!((of("Петър Щерев"), of("Ангел Въчев")), (Some(Script::Bulgarian), Some(Script::Bulgarian)));
        assert_eq!((of("Подъячев"), of("Петръ")), (Some(Script::Other), Some(Script::Other)));
        assert!(bulgarian("Щерев").starts_with("sht") && bulgarian("Петър").contains('a'));
    }

    #[test]
    fn the_arabic_article_is_a_word_and_abd_is_none() {
        assert!(abjad("عمر الشريف").contains(" al "));
        assert_eq!(abjad("محمد عبد الله").split(' ').count(), 2);
        assert!(!abjad("الياس خوري").contains("al "));
        assert_eq!((arabic('ض', true), arabic('ض', false)), (Some('z'), Some('ض')));
    }

    #[test]
    fn greek_digraphs_are_read() {
        assert!(greek("Νικολάου").ends_with("ou"));
        assert!(greek("Ευάγγελος").starts_with("ev"));
    }
}
