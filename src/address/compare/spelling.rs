//! How near the spellings of two words are: slips of the pen, beginnings, second letters of digraphs.

use super::phrase::Likeness;
use crate::address::lex::compound_types;
use crate::calibration::address as points;
use crate::tables::address as tables;
use crate::text::similarity::edits;
use smallvec::SmallVec;

/// Letters of words in a row.
pub(super) type Letters = SmallVec<[u8; 64]>;

/// How many slips of the pen a word of so many letters may hold and still be the same word.
pub(super) fn allowed(letters: usize) -> Option<usize> {
    match letters {
        0..=3 => None,
        4..=7 => Some(1),
        8..=12 => Some(2),
        _ => Some(3),
    }
}

/// The same where words of three letters are slips of each other beside a name that is the same, or where two letters are
/// swapped: `RDE BUD`, `WHITE OK`.
pub(super) fn allowed_beside(letters: usize) -> Option<usize> {
    if letters == 3 { Some(1) } else { allowed(letters) }
}

/// How a word of three letters is like another one of two or three; `beside_name` says whether a name beside it is the same.
pub(super) fn short_likeness(a: &[u8], b: &[u8], beside_name: impl Fn() -> bool) -> Likeness {
    if a.len().max(b.len()) != 3 || a.len().min(b.len()) < 2 || edits(a, b, 1).is_none() {
        return Likeness::Different;
    }
    let (weighed, same_length) = (weighed(1, a, b), a.len() == b.len());
    match weighed {
        // Two letters that changed places. In a name of one word they make another street: Amy and May.
        1 if beside_name() => Likeness::Typo(1, weighed),
        // Elk and Elm, Old and Odd: another letter makes another word.
        _ if beside_name() && same_length => Likeness::Typo(1, weighed + points::STREET_OTHER_NAME),
        _ if beside_name() => Likeness::Typo(1, weighed),
        _ => Likeness::Different,
    }
}

/// How one word is like another one; `beside_others` words that agree an initial is one.
pub(super) fn word_likeness(a: &[u8], b: &[u8], beside_others: bool) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    // `MASSACHUSET`: so many letters are those of a word of which the last were lost.
    let lost = short.len() >= 9 && allowed(long.len()).is_some_and(|most| long.len() - short.len() <= most);
    if are_of_two_persons(a, b) {
        return Likeness::Different;
    }
    if long.starts_with(short)
        && !lost
        && (short.len() >= 3 && long.len() - short.len() >= 2 || short.len() == 1 && beside_others)
    {
        return Likeness::Shortened;
    }
    if are_opposites(a, b) {
        return Likeness::Different;
    }
    match slips(a, b) {
        Some((slips, weighed)) => Likeness::Typo(slips, weighed),
        None => Likeness::Different,
    }
}

/// How many slips of the pen make one word, or several in a row, of another one, and the same weighed.
///
/// In `GALENSTRAAT` and `GOYENSTRAAT` the names before the type are told apart: the type makes them no liker.
pub(super) fn slips(a: &[u8], b: &[u8]) -> Option<(u8, u8)> {
    let Some((of_a, of_b)) = stems(a, b) else {
        let slips = edits(a, b, allowed(a.len().max(b.len()))?)?;
        return Some((slips as u8, weighed(slips, a, b)));
    };
    let longest = of_a.len().max(of_b.len());
    let slips = edits(of_a, of_b, allowed_beside(longest)?)?;
    let weighed = weighed(slips, of_a, of_b);
    // Of three letters another one makes another name: Seeweg and Teeweg.
    (longest > 3 || weighed == 1).then_some((slips as u8, weighed))
}

/// The names of two words before the street type in which both end: Linden and Rosen of Lindenweg and Rosenweg.
pub(super) fn stems<'a>(a: &'a [u8], b: &'a [u8]) -> Option<(&'a [u8], &'a [u8])> {
    let ends = |of_type: &&&[u8]| a.ends_with(of_type) && b.ends_with(of_type);
    let end = compound_types(a).iter().filter(ends).map(|of_type| of_type.len()).max()?;
    (a.len().min(b.len()) > end + 2).then(|| (&a[..a.len() - end], &b[..b.len() - end]))
}

/// Whether two words are the rank of a man and that of a woman: Prins Mauritslaan, Prinses Beatrixlaan.
pub(super) fn are_of_two_persons(a: &[u8], b: &[u8]) -> bool {
    const RANKS: [(&[u8], &[u8]); 16] = [
        (b"prins", b"prinses"),
        (b"prins", b"prinsessans"),
        (b"prinz", b"prinzessin"),
        (b"prince", b"princess"),
        (b"prince", b"princesse"),
        (b"koning", b"koningin"),
        (b"konig", b"konigin"),
        (b"koenig", b"koenigin"),
        (b"keizer", b"keizerin"),
        (b"kaiser", b"kaiserin"),
        (b"hertog", b"hertogin"),
        (b"herzog", b"herzogin"),
        (b"graaf", b"gravin"),
        (b"graf", b"grafin"),
        (b"graf", b"graefin"),
        (b"baron", b"baroness"),
    ];
    a.first() == b.first() && RANKS.iter().any(|&(man, woman)| (a, b) == (man, woman) || (b, a) == (man, woman))
}

/// Slips of the pen, weighed: in a short word, or in its first letter, one makes another word (Hill and Mill, Rose and Rise),
/// unless two letters are swapped, one is doubled or one was lost on the way.
pub(super) fn weighed(slips: usize, a: &[u8], b: &[u8]) -> u8 {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let of_pen = if a.len() == b.len() {
        short[head..].len() > 1 && short[head] == long[head + 1] && short[head + 1] == long[head]
    } else {
        head > 0 && long.get(head) == long.get(head - 1)
    };
    if of_pen && slips == 1 || a.contains(&b'?') || b.contains(&b'?') {
        return slips as u8;
    }
    // A letter too many or too few is a slip of the pen more often than another letter is.
    let by_length = match (long.len(), long.len() - short.len()) {
        (0..=4, 0) => 2,
        (0..=4, _) | (5, 0) => 1,
        _ => 0,
    };
    slips as u8 + by_length + u8::from(head == 0)
}

/// Whether one word has an `s` or `e` more at its end: King and Kings, Green and Greene.
pub(super) fn differ_in_ending(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    matches!(long.strip_prefix(short), Some(b"s" | b"e"))
}

/// Whether two words are the same but for digits in place of the letters that look like them: `GLENM00R` and Glenmoor.
pub(super) fn look_alike(a: &[u8], b: &[u8]) -> bool {
    let letter = |byte: u8| match byte {
        b'0' => b'o',
        b'1' | b'i' => b'l',
        b'5' => b's',
        other => other,
    };
    let digits = |word: &[u8]| word.iter().filter(|byte| byte.is_ascii_digit()).count();
    a.len() == b.len()
        && a.len() >= 4
        && digits(a).min(digits(b)) == 0
        && digits(a).max(digits(b)) * 2 < a.len()
        && a.first() == b.first()
        && a.iter().zip(b).all(|(&one, &other)| letter(one) == letter(other))
}

/// Whether two words name opposite ends of a compass: Westbrook and Eastbrook.
pub(super) fn are_opposites(a: &[u8], b: &[u8]) -> bool {
    const POINTS: [&[u8]; 4] = [b"north", b"south", b"east", b"west"];
    let behind = |word: &'_ [u8]| POINTS.iter().find(|point| word.starts_with(point)).map_or(0, |point| point.len());
    let (of_a, of_b) = (behind(a), behind(b));
    of_a > 0 && of_b > 0 && a[..of_a] != b[..of_b] && a[of_a..] == b[of_b..]
}

/// Whether one of two words is the letter of a direction, as directions are kept, and the other a slip of its name.
pub(super) fn is_slip_of_direction(a: &[u8], b: &[u8]) -> bool {
    let of = |letter: &[u8], word: &[u8]| {
        let name: &[u8] = match letter {
            b"n" => b"north",
            b"s" => b"south",
            b"e" => b"east",
            b"w" => b"west",
            _ => return false,
        };
        edits(name, word, 1).is_some()
    };
    of(a, b) || of(b, a)
}

/// Whether one word is a title or the beginning of a name, and the other one of its short forms, as they are read: `DR` is also
/// Drive, `STA` Station. Both begin with the same letter.
pub(super) fn is_title_of(a: &[u8], b: &[u8]) -> bool {
    a.first() == b.first() && (tables::is_title(a, b) || tables::is_title(b, a))
}

/// Whether a word is the name of a number up to twenty, or its Roman spelling: `VIA XX SETTEMBRE`.
pub(super) fn is_number_in_words(digits: &[u8], word: &[u8]) -> bool {
    const NUMBERS: [&[u8]; 20] = [
        b"one",
        b"two",
        b"three",
        b"four",
        b"five",
        b"six",
        b"seven",
        b"eight",
        b"nine",
        b"ten",
        b"eleven",
        b"twelve",
        b"thirteen",
        b"fourteen",
        b"fifteen",
        b"sixteen",
        b"seventeen",
        b"eighteen",
        b"nineteen",
        b"twenty",
    ];
    let value = match digits {
        [digit] => usize::from(digit.wrapping_sub(b'0')),
        [b'1', digit] => 10 + usize::from(digit.wrapping_sub(b'0')),
        b"20" => 20,
        _ => return false,
    };
    let roman = match word {
        b"ii" => 2,
        b"iii" => 3,
        b"iv" => 4,
        b"vi" => 6,
        b"ix" => 9,
        b"xi" => 11,
        b"xx" => 20,
        _ => 0,
    };
    // No word stands for a nought.
    value > 0 && roman == value || NUMBERS.get(value.wrapping_sub(1)).is_some_and(|number| *number == word)
}

/// Whether the kind of a numbered road leaves open which one of another kind it is: Highway 41 may be US Highway 41, but Loop 410 is
/// no Highway 410. Road 204 is a county road.
pub(super) fn is_open_kind(open: &[u8], kind: &[u8]) -> bool {
    open == b"road" && kind == b"cr"
        || matches!(open, b"highway" | b"route")
            && matches!(kind, b"highway" | b"route" | b"ushwy" | b"sr" | b"cr" | b"fm" | b"rm" | b"interstate")
}

/// Koeln and Köln (which folds to Koln): the second letter of ae, oe, ue, aa is left out.
pub(super) fn without_digraphs(letters: &[u8]) -> Letters {
    let mut plain = Letters::new();
    let mut at = 0;
    while at < letters.len() {
        plain.push(letters[at]);
        let digraph = matches!(letters.get(at..at + 2), Some(b"ae" | b"oe" | b"ue" | b"aa"));
        at += if digraph { 2 } else { 1 };
    }
    plain
}

/// Types that are written with an `s` and without it for one street.
const PLURALS: [&[u8]; 5] = [b"estate", b"meadow", b"spring", b"garden", b"mill"];

/// Whether two street types are one: the bilingual streets of Canada are Rue Sherbrooke and Sherbrooke Street.
pub(super) fn same_type(a: &[u8], b: &[u8]) -> bool {
    let english = |word: &[u8]| match word {
        b"rue" => 1,
        b"street" => 2,
        b"chemin" => 3,
        b"road" => 4,
        _ => 0,
    };
    // `SUNSET RIDGE EST`, `SUNSET RIDGE ESTATES`
    let plural = |one: &[u8], other: &[u8]| one.strip_suffix(b"s") == Some(other) && PLURALS.contains(&other);
    a == b || matches!((english(a), english(b)), (1, 2) | (2, 1) | (3, 4) | (4, 3)) || plural(a, b) || plural(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_and_in_roman() {
        let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        for (at, word) in words.into_iter().enumerate() {
            assert!(is_number_in_words((at + 1).to_string().as_bytes(), word.as_bytes()), "{word}");
        }
        for (digits, word) in [
            ("13", "thirteen"),
            ("19", "nineteen"),
            ("20", "twenty"),
            ("2", "ii"),
            ("3", "iii"),
            ("4", "iv"),
            ("6", "vi"),
        ] {
            assert!(is_number_in_words(digits.as_bytes(), word.as_bytes()), "{word}");
        }
        for (digits, word) in [("9", "ix"), ("11", "xi"), ("20", "xx")] {
            assert!(is_number_in_words(digits.as_bytes(), word.as_bytes()), "{word}");
        }
        for (digits, word) in [("3", "two"), ("0", "ten"), ("12", "two"), ("21", "one"), ("120", "twenty"), ("5", "iv")]
        {
            assert!(!is_number_in_words(digits.as_bytes(), word.as_bytes()), "{word}");
        }
    }

    /// What stands before the type has three letters at least.
    #[test]
    fn stems_before_a_type() {
        let of = |a: &'static str, b: &'static str| stems(a.as_bytes(), b.as_bytes());
        assert_eq!(of("lindenweg", "rosenweg"), Some((&b"linden"[..], &b"rosen"[..])));
        assert_eq!(of("seeweg", "teeweg"), Some((&b"see"[..], &b"tee"[..])));
        assert!(of("amweg", "seeweg").is_none() && of("seeweg", "amweg").is_none() && of("linden", "rosen").is_none());
    }
}
