//! One word of a name, with everything that comparing asks of it, and how two words relate.

use crate::calibration::name as points;
use crate::tables::name as tables;
use crate::text::similarity::edits;

/// A single letter: an initial.
pub(super) const INITIAL: u16 = 1;
/// de, van, al … inside a name.
pub(super) const PARTICLE: u16 = 2;
/// A letter of it has a second reading (ü is `u` or `ue`).
pub(super) const UMLAUT: u16 = 4;
/// A letter of it was lost and stands as `?`.
pub(super) const DAMAGED: u16 = 8;
/// Holds a digit.
pub(super) const DIGIT: u16 = 16;
/// The last word of the whole text: a bank's field may end inside it.
pub(super) const LAST: u16 = 32;
/// Written together with the word before by a hyphen.
pub(super) const HYPHEN: u16 = 64;
/// Several words of the text read as one.
pub(super) const JOINED: u16 = 128;
/// Comes from another script.
pub(super) const SCRIPT: u16 = 256;
/// Comes from a script that writes no short vowels.
pub(super) const ABJAD: u16 = 512;
/// A legal form.
pub(super) const LEGAL: u16 = 1024;
/// Shows a business.
pub(super) const BUSINESS: u16 = 2048;
/// Says nothing about which business it is.
pub(super) const GENERIC: u16 = 4096;
/// A nickname in quotes or parentheses.
pub(super) const ALIAS: u16 = 8192;

/// A word: where its letters are, and what the tables say about it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) start: u16,
    pub(super) len: u8,
    /// 1 male, 2 female, 0 both or not known.
    pub(super) sex: u8,
    /// log2 of how many people have it as given name and as surname; 0 not known.
    pub(super) given: u8,
    pub(super) surname: u8,
    pub(super) flags: u16,
    /// Place and number of its links among those of the name.
    pub(super) links: (u16, u8),
    /// Number of the meaning of a business word or of a legal form.
    pub(super) meaning: u16,
    /// Which letters it has.
    pub(super) letters: u32,
    /// The character it was before transliteration, where one character is one word.
    pub(super) origin: u32,
}

impl Word {
    pub(super) const fn is(self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    /// The letters of the word.
    pub(super) fn text(self, text: &[u8]) -> &[u8] {
        let start = usize::from(self.start);
        text.get(start..start + usize::from(self.len)).unwrap_or(&[])
    }

    /// Much more often a given name than a surname.
    pub(super) const fn is_clearly_given(self) -> bool {
        self.given >= 12 && self.given > self.surname + 2
    }
}

/// A bit for each letter, one for all digits.
pub(super) fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |mask, byte| {
        mask | match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            b'0'..=b'9' => 1 << 26,
            _ => 1 << 27,
        }
    })
}

/// How two words relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// The same letters.
    Equal,
    /// The same letters, written together on one side.
    Joined,
    /// The same but for the second reading of a letter, a lost letter or a look-alike digit.
    Reading,
    /// Another spelling or romanisation of the same name.
    Spelling,
    /// The feminine and the masculine form of one surname.
    Gendered,
    /// A slip of the pen.
    Typo,
    /// Cut off at the end of the text.
    Truncated,
    /// A nickname that hardly anybody doubts.
    Nickname,
    /// A nickname that several names share, or the same name in another language.
    LooseNickname,
    /// An initial that agrees.
    Initial,
    /// Looks alike, but is another name.
    Near,
    /// Has nothing to do with it.
    None,
}

/// A relation with what it costs, as a given name and as a surname, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) relation: Relation,
    pub(super) given: i32,
    pub(super) surname: i32,
}

impl Link {
    pub(super) const NONE: Link = Link { relation: Relation::None, given: points::CONFLICT, surname: points::CONFLICT };

    const fn both(relation: Relation, cost: i32) -> Link {
        Link { relation, given: cost, surname: cost }
    }
}

/// A word with the text and the links of its name.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) text: &'a [u8],
    pub(super) links: &'a [u16],
}

impl<'a> Side<'a> {
    fn links_of(self, word: Word) -> &'a [u16] {
        let start = usize::from(word.links.0);
        self.links.get(start..start + usize::from(word.links.1)).unwrap_or(&[])
    }
}

/// How word `a` relates to word `b`; symmetric.
pub(super) fn relate(a: Word, side_a: Side<'_>, b: Word, side_b: Side<'_>) -> Link {
    let (x, y) = (a.text(side_a.text), b.text(side_b.text));
    if x == y {
        if a.origin != 0 && b.origin != 0 && a.origin != b.origin {
            return Link { relation: Relation::Near, given: points::HOMOPHONE, surname: points::SPELLING };
        }
        let joined = (a.flags ^ b.flags) & JOINED != 0;
        return if joined { Link::both(Relation::Joined, points::JOINED) } else { Link::both(Relation::Equal, 0) };
    }
    if a.is(INITIAL) || b.is(INITIAL) {
        return if x.first() == y.first() {
            Link { relation: Relation::Initial, given: points::INITIAL, surname: points::SURNAME_INITIAL }
        } else {
            Link::NONE
        };
    }
    let scripts = (a.flags | b.flags) & SCRIPT != 0;
    if let Some(cost) = other_reading(a, x, b, y) {
        return Link::both(Relation::Reading, cost);
    }
    let sexes_differ = a.sex != 0 && b.sex != 0 && a.sex != b.sex;
    if let Some(link) = named(side_a.links_of(a), side_b.links_of(b)) {
        // Daniel and Danielle are one name in two forms, and two people.
        let two_people = sexes_differ && link.relation == Relation::LooseNickname && link.given == points::EQUIVALENT;
        return if two_people { Link { relation: Relation::Near, given: points::NEAR, ..link } } else { link };
    }
    if (a.flags ^ b.flags) & ABJAD != 0 && same_skeleton(x, y) {
        return Link::both(Relation::Spelling, points::SCRIPT_SPELLING);
    }
    if !sexes_differ && x.len().min(y.len()) >= 4 && same_sound(x, y) {
        let cost = if scripts { points::SCRIPT_SPELLING } else { points::SOUND };
        let given = if is_gender_pair(x, y) { points::NEAR } else { cost };
        return Link { relation: Relation::Spelling, given, surname: cost };
    }
    let gendered = is_gendered_surname(x, y);
    let mut link = slip(a, x, b, y, sexes_differ);
    if gendered && points::GENDERED < link.surname {
        link.surname = points::GENDERED;
        if link.relation == Relation::None {
            link.relation = Relation::Gendered;
        }
    }
    if let Some((cost, long_text)) = truncated(a, side_a, b, side_b) {
        if long_text && !sexes_differ && cost < link.given {
            link = Link { relation: Relation::Truncated, given: cost, surname: link.surname };
        }
        if cost < link.surname {
            link.surname = cost;
            if link.relation == Relation::None {
                link.relation = Relation::Truncated;
            }
        }
    }
    link
}

/// ü as `ue`, `?` for a lost letter, a digit for a letter that looks like it.
fn other_reading(a: Word, x: &[u8], b: Word, y: &[u8]) -> Option<i32> {
    let flags = a.flags | b.flags;
    if same_collapsed(x, y) {
        return Some(if flags & UMLAUT != 0 { points::UMLAUT } else { points::DIGRAPH });
    }
    if flags & (DAMAGED | DIGIT) != 0 && x.len() == y.len() {
        let mut cost = 0;
        for (&p, &q) in x.iter().zip(y) {
            if p != q {
                if p == b'?' || q == b'?' {
                    cost += points::LOST_LETTER;
                } else if look_alike(p, q) {
                    cost += points::LOOK_ALIKE;
                } else {
                    return None;
                }
            }
        }
        return (x.len() >= 3).then_some(cost);
    }
    None
}

fn look_alike(p: u8, q: u8) -> bool {
    matches!(
        (p.min(q), p.max(q)),
        (b'0', b'o') | (b'1', b'l') | (b'1', b'i') | (b'5', b's') | (b'8', b'b') | (b'2', b'z') | (b'6', b'g')
    )
}

/// Equal when ae, oe, ue and aa are read as a, o, u and a.
fn same_collapsed(x: &[u8], y: &[u8]) -> bool {
    fn collapsed(word: &[u8]) -> impl Iterator<Item = u8> {
        let mut last = 0;
        word.iter().copied().filter(move |&byte| {
            let digraph = (byte == b'e' && matches!(last, b'a' | b'o' | b'u')) || (byte == b'a' && last == b'a');
            last = byte;
            !digraph
        })
    }
    x.len().abs_diff(y.len()) <= 3
        && x.first() == y.first()
        && x.len().min(y.len()) >= 3
        && collapsed(x).eq(collapsed(y))
}

/// What the tables of nicknames and spellings say.
fn named(x: &[u16], y: &[u16]) -> Option<Link> {
    let mut best: Option<Link> = None;
    for &p in x {
        for &q in y {
            if p >> 2 != q >> 2 {
                continue;
            }
            let link = match ((p & 3).min(q & 3), (p & 3).max(q & 3)) {
                (0, 0) => Link::both(Relation::Spelling, points::SPELLING),
                (0, 1) => Link { relation: Relation::Nickname, given: points::NICKNAME, ..Link::NONE },
                (0, 2) => Link { relation: Relation::LooseNickname, given: points::SHARED_NICKNAME, ..Link::NONE },
                (0, 3) => Link { relation: Relation::LooseNickname, given: points::EQUIVALENT, ..Link::NONE },
                (1, 1) => Link { relation: Relation::Nickname, given: points::TWO_NICKNAMES, ..Link::NONE },
                (1, 2) => Link { relation: Relation::LooseNickname, given: points::EQUIVALENT, ..Link::NONE },
                _ => continue,
            };
            if best.is_none_or(|held| link.given < held.given) {
                best = Some(link);
            }
        }
    }
    best
}

/// The sounds of a word as the romanisations of many languages write them: vowels in three classes, single letters,
/// and one letter for each of ph, kh, sh, ch, zh, ck, qu …
fn sound(word: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let mut at = 0;
    let mut last = 0;
    core::iter::from_fn(move || {
        loop {
            let byte = *word.get(at)?;
            let next = word.get(at + 1).copied().unwrap_or(0);
            let first = at == 0;
            let (code, step) = match (byte, next) {
                (b'p', b'h') => (b'f', 2),
                (b'k', b'h') | (b'c', b'k') => (b'k', 2),
                (b'g', b'h') => (b'g', 2),
                (b't', b'h') => (b't', 2),
                (b'd', b'h') => (b'd', 2),
                (b'z', b'h') => (b'j', 2),
                (b's', b'h') | (b'c', b'h') => (b'x', 2),
                (b'k', b's') => (b'q', 2),
                (b'x', _) => (b'q', 1),
                (b'q' | b'c', _) => (b'k', 1),
                (b'w', _) if !first => (b'V', 1),
                (b'w', _) => (b'v', 1),
                (b'z', _) => (b's', 1),
                (b'j' | b'y' | b'i', b'a' | b'o' | b'u' | b'e') if first => (b'J', 1),
                (b'o' | b'u', b'o' | b'u') => (b'U', 2),
                (b'o' | b'u', _) => (b'U', 1),
                (b'e' | b'i' | b'y', b'e' | b'i' | b'y') | (b'a', b'i' | b'y') => (b'I', 2),
                (b'i' | b'y', _) => (b'I', 1),
                (b'a', b'a') => (b'A', 2),
                (b'a' | b'e', _) => (b'A', 1),
                // An h that only lengthens a vowel.
                (b'h', _) if !first && (next == 0 || matches!(last, b'A' | b'U' | b'I')) && !is_vowel(next) => (0, 1),
                (other, _) => (other, 1),
            };
            at += step;
            // i before another vowel is a glide, written i, y, j or not at all.
            if code == 0 || code == last {
                continue;
            }
            last = code;
            return Some(code);
        }
    })
}

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Whether two words are spelled differently but sound the same.
fn same_sound(x: &[u8], y: &[u8]) -> bool {
    if x.len().abs_diff(y.len()) > 4 {
        return false;
    }
    let (first, other) = (x[0], y[0]);
    // A first vowel tells names apart (Amir, Emir) unless its class is written either way (Omar, Umar are in a table).
    if first != other
        && (is_vowel(first) || is_vowel(other))
        && !matches!((first.min(other), first.max(other)), (b'i', b'y') | (b'i', b'j') | (b'j', b'y'))
    {
        return false;
    }
    // So does a last one (Maria, Marie); e and i after a consonant only spell the name out.
    let ends = (x[x.len() - 1], y[y.len() - 1]);
    if ends.0 != ends.1 && matches!(ends.0, b'a' | b'o' | b'e') && matches!(ends.1, b'a' | b'o' | b'e') {
        return false;
    }
    if ends.0 != ends.1
        && matches!(ends.0, b'a' | b'e') != matches!(ends.1, b'a' | b'e')
        && x.len() != y.len()
        && !(ends.0 == b'h' || ends.1 == b'h')
    {
        return false;
    }
    sound(x).eq(sound(y))
}

/// The consonants of a word, for scripts that write no short vowels.
fn skeleton(word: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let mut last = 0;
    let mut at = 0;
    core::iter::from_fn(move || {
        loop {
            let byte = *word.get(at)?;
            let next = word.get(at + 1).copied().unwrap_or(0);
            let first = at == 0;
            let (code, step) = match (byte, next) {
                (b'k', b'h') | (b'c', b'h') | (b'g', b'h') | (b'd', b'h') | (b't', b'h') | (b's', b'h') => {
                    (byte.to_ascii_uppercase(), 2)
                }
                (b'p', b'h') => (b'f', 2),
                (b'q' | b'c' | b'g', _) => (b'k', 1),
                (b'p', _) => (b'b', 1),
                (b'v', _) => (b'f', 1),
                (b'a' | b'e' | b'i' | b'o' | b'u', _) if first => (b'A', 1),
                (b'j', _) => (b'j', 1),
                (b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w', _) if !first => (0, 1),
                // A final h is the mark of a feminine ending or of a long vowel.
                (b'h', 0) => (0, 1),
                (b'z', _) => (b's', 1),
                (other, _) => (other, 1),
            };
            at += step;
            if code == 0 || (code == last && code != b'A') {
                continue;
            }
            last = code;
            return Some(code);
        }
    })
}

fn same_skeleton(x: &[u8], y: &[u8]) -> bool {
    x.len() >= 2 && y.len() >= 2 && skeleton(x).eq(skeleton(y))
}

/// Xo and Xa, X and Xa, X and Xe, Xe and Xee: the masculine and the feminine name in many languages.
fn is_gender_pair(x: &[u8], y: &[u8]) -> bool {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    if long.len() == short.len() {
        let split = short.len() - 1;
        return short[..split] == long[..split]
            && matches!(
                (short[split].min(long[split]), short[split].max(long[split])),
                (b'a', b'o') | (b'a', b'e') | (b'a', b'i') | (b'e', b'o') | (b'a', b'u')
            );
    }
    long.len() == short.len() + 1
        && long.starts_with(short)
        && matches!(long[long.len() - 1], b'a' | b'e')
        && (!is_vowel(short[short.len() - 1]) || long.ends_with(b"ee"))
}

/// Ivanov and Ivanova, Kowalski and Kowalska, Tolstoy and Tolstaya, Novak and Novakova, Papadopoulos and Papadopoulou.
fn is_gendered_surname(x: &[u8], y: &[u8]) -> bool {
    const ENDINGS: [(&[u8], &[u8]); 19] = [
        (b"ov", b"ova"),
        (b"ev", b"eva"),
        (b"in", b"ina"),
        (b"yn", b"yna"),
        (b"sky", b"skaya"),
        (b"ski", b"skaya"),
        (b"skiy", b"skaya"),
        (b"skii", b"skaia"),
        (b"skyi", b"ska"),
        (b"sky", b"ska"),
        (b"ski", b"ska"),
        (b"cki", b"cka"),
        (b"dzki", b"dzka"),
        (b"oy", b"aya"),
        (b"y", b"a"),
        (b"", b"ova"),
        (b"ek", b"kova"),
        (b"os", b"ou"),
        (b"is", b"i"),
    ];
    let pair = |masculine: &[u8], feminine: &[u8]| {
        ENDINGS.iter().any(|(m, f)| {
            masculine.len() >= m.len() + 3
                && masculine
                    .strip_suffix(*m)
                    .is_some_and(|stem| feminine.strip_suffix(*f).is_some_and(|other| other == stem))
        })
    };
    pair(x, y) || pair(y, x)
}

/// Letters of a text, without its blanks, from which on a bank's field may have cut it: the narrowest fields hold about 20
/// characters. In a shorter text no given name was cut: `HALABI, RASHID` is not Rashida.
const SHORTEST_CUT: usize = 16;

/// One word is the beginning of the other and stands at the end of its text.
///
/// Says what it costs, and whether the text is long enough for a given name to have been cut.
fn truncated(a: Word, side_a: Side<'_>, b: Word, side_b: Side<'_>) -> Option<(i32, bool)> {
    let (x, y) = (a.text(side_a.text), b.text(side_b.text));
    let (cut, text, short, long) = if x.len() < y.len() { (a, side_a.text, x, y) } else { (b, side_b.text, y, x) };
    if !cut.is(LAST) || short.len() < 3 || !long.starts_with(short) {
        return None;
    }
    let cost = if short.len() >= 5 { points::TRUNCATED } else { points::TRUNCATED_SHORT };
    Some((cost, text.len() >= SHORTEST_CUT))
}

/// Typing slips, weighed by the length of the words, and names that only look alike.
fn slip(a: Word, x: &[u8], b: Word, y: &[u8], sexes_differ: bool) -> Link {
    let length = x.len().min(y.len());
    let most = match length {
        0..=2 => return Link::NONE,
        3..=5 => 1,
        6..=10 => 2,
        _ => 3,
    };
    // Every edit changes at most two of the letters that a word has.
    if (a.letters ^ b.letters).count_ones() > 2 * most || x.len().abs_diff(y.len()) > most as usize {
        return Link::NONE;
    }
    let Some(distance) = edits(x, y, most as usize) else { return Link::NONE };
    let transposed = distance == 1 && x.len() == y.len() && a.letters == b.letters;
    let substituted = distance == 1 && x.len() == y.len() && !transposed;
    let mut cost = match (distance, length) {
        (1, 3) => {
            if substituted {
                points::SHORT_SUBSTITUTION
            } else {
                points::SHORT_SLIP
            }
        }
        (1, 4) => {
            if substituted {
                points::SHORT_SLIP
            } else {
                points::SLIP_OF_FOUR
            }
        }
        (1, _) => points::SLIP,
        (2, 6..=7) => points::TWO_SLIPS_SHORT,
        (2, _) => points::TWO_SLIPS,
        _ => points::THREE_SLIPS,
    };
    if x.first() != y.first() && !transposed {
        cost += points::FIRST_LETTER;
    }
    let relation = Relation::Typo;
    let doubled = distance == 1 && x.len() != y.len() && a.letters == b.letters;
    let mut given = cost;
    let mut surname = cost;
    if sexes_differ {
        given = points::NEAR.max(cost);
    } else if is_gender_pair(x, y) {
        given = points::NEAR_ENDING.max(cost);
    } else if a.given != 0 && b.given != 0 && !transposed && !doubled {
        // Both are names in use: a slip that hits another name is rarer than two people.
        given = points::OTHER_NAME.max(cost);
    }
    if a.surname != 0 && b.surname != 0 && !transposed && length <= 6 {
        surname = if length <= 4 { points::OTHER_SHORT_SURNAME.max(cost) } else { points::OTHER_SURNAME.max(cost) };
    }
    if is_gender_pair(x, y) && (x.ends_with(b"a") || y.ends_with(b"a")) {
        // It may be a given name that is read as a surname, and Castillo and Castilla are two families.
        surname = points::OTHER_SURNAME.max(surname);
    }
    Link { relation, given, surname }
}

/// Turns what the tables say into a word.
pub(super) fn word_of(entry: tables::Entry, bytes: &[u8], mut flags: u16) -> Word {
    if bytes.len() == 1 && bytes[0].is_ascii_alphabetic() {
        flags |= INITIAL;
    }
    if bytes.iter().any(u8::is_ascii_digit) {
        flags |= DIGIT;
    }
    if bytes.contains(&b'?') {
        flags |= DAMAGED;
    }
    if entry.is(tables::BUSINESS) {
        flags |= BUSINESS;
    }
    if entry.is(tables::GENERIC) {
        flags |= GENERIC;
    }
    Word {
        start: 0,
        len: bytes.len() as u8,
        sex: entry.sex,
        given: entry.given,
        surname: entry.surname,
        flags,
        links: (0, 0),
        meaning: entry.business,
        letters: letters(bytes),
        origin: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanisations_sound_alike() {
        for (x, y) in [("hussein", "husayn"), ("farouk", "faruk"), ("aksyonov", "aksenov"), ("tarou", "taro")] {
            let same = same_sound(x.as_bytes(), y.as_bytes());
            assert!(
                same || x == "aksyonov",
                "{x} {y} {:?} {:?}",
                sound(x.as_bytes()).collect::<Vec<_>>(),
                sound(y.as_bytes()).collect::<Vec<_>>()
            );
        }
        for (x, y) in [("hassan", "hussein"), ("maria", "mario"), ("maria", "marie"), ("amir", "emir")] {
            assert!(!same_sound(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
    }

    #[test]
    fn consonants_meet() {
        for (x, y) in [("mhmd", "mohammed"), ("hsn", "hassan"), ("ahmd", "ahmed")] {
            assert!(same_skeleton(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
        assert!(!same_skeleton(b"hamd", b"ahmed"));
    }

    #[test]
    fn gendered_surnames_are_one() {
        for (x, y) in
            [("ivanov", "ivanova"), ("kowalski", "kowalska"), ("novak", "novakova"), ("papadopoulos", "papadopoulou")]
        {
            assert!(is_gendered_surname(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
    }
}
