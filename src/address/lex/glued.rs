//! Words that are written as one: a designator and its number, a city with its state and ZIP code, a name with its type.

use crate::tables::address::{self as tables, Sense, Word};
use smallvec::SmallVec;

/// What is missing of a type at the end of a word, by what stands behind it: `BAHNHOFPL 6`, `BAHNHOFPL. 6`, `BURGG. 20`.
pub(super) fn short_type(word: &[u8], behind: &[u8]) -> Option<&'static [u8]> {
    const LONGEST: usize = 30;
    let rest: &[u8] = match word {
        [.., b'p', b'l'] if word.len() > 6 => b"atz",
        [.., b'g'] if word.len() > 4 => b"asse",
        _ => return None,
    };
    let stopped = behind.first() == Some(&b'.');
    let behind = if stopped { &behind[1..] } else { behind };
    let number = matches!(behind, [b' ', digit, ..] if digit.is_ascii_digit());
    (number && (stopped || rest == b"atz") && word.len() < LONGEST && tables::entry(word).is_none()).then_some(rest)
}

/// `APT3B`, `FL1`, `POBOX7`, `CA94080`: letters that name something and its number without a blank.
pub(super) fn splits_behind(text: &[u8], letters: usize) -> bool {
    let (head, tail) = text.split_at(letters);
    if tail.len() == 5 && tail.iter().all(u8::is_ascii_digit) && !tables::regions(head).is_empty() {
        return true;
    }
    if is_state_and_long_zip(head, tail) {
        return true;
    }
    matches!((head, tail), (b"ph", [_] | [_, _]))
        || matches!(
            head,
            b"us"
                | b"rt"
                | b"rte"
                | b"fm"
                | b"sh"
                | b"ih"
                | b"pobox"
                | b"pob"
                | b"box"
                | b"rr"
                | b"hc"
                | b"psc"
                | b"cmr"
                | b"no"
                | b"number"
                | b"hwy"
                | b"cp"
        )
        || tables::word(head)
            .and_then(|word| word.unit)
            .is_some_and(|unit| unit.identifier == tables::Identifier::Follows)
}

/// `CA904051830`: the code of a state and a ZIP+4 of it.
fn is_state_and_long_zip(head: &[u8], tail: &[u8]) -> bool {
    let zip = tail.strip_suffix(b"usa").or_else(|| tail.strip_suffix(b"us")).unwrap_or(tail);
    let long = zip.len() == 9 && zip.iter().all(u8::is_ascii_digit);
    let of_zip = if long { crate::address::postcode::zip_prefix(&zip[..5]).and_then(tables::zip_region) } else { None };
    of_zip.is_some() && tables::region_of("US", head) == of_zip
}

/// Where letters that a ZIP code follows are parted: before the state that it lies in (`PLANOTX75074`, `MIAMIFLORIDA33101`), between the
/// words of its name (`NEWYORK10001`), or behind all (`FLORIDA33101`, `RHODE ISLAND02895`).
pub(super) fn state_before_zip(text: &[u8], letters: usize) -> Option<usize> {
    const SHORTEST: usize = "nev".len();
    const LONGEST: usize = "massachusetts".len();
    let (head, zip) = text.split_at(letters);
    let prefix = if zip.len() == 5 { crate::address::postcode::zip_prefix(zip) } else { None };
    let state = prefix.and_then(tables::zip_region)?;
    // `BELMONT59046` is a city.
    let names = |from: &usize| {
        tables::region_of("US", &head[*from..]) == Some(state) && !tables::has_sense(&head[*from..], Sense::STATE)
    };
    let code = letters.checked_sub(2).filter(|from| *from > 1 && names(from));
    let behind = |from: usize| if from == 0 { letters } else { from };
    let name = || (letters.saturating_sub(LONGEST)..=letters.saturating_sub(SHORTEST)).find(names).map(behind);
    let last = || ends_name_of(head, state).is_some().then_some(letters);
    code.or_else(name).or_else(last).or_else(|| between_words(head, state))
}

/// The first word of the name of a state of which another word is the last.
fn ends_name_of(word: &[u8], state: u16) -> Option<&'static str> {
    let found = FIRST_WORDS.into_iter().find(|(_, first)| {
        let name: SmallVec<[u8; 32]> = first.bytes().chain(*b" ").chain(word.iter().copied()).collect();
        tables::region_of("US", &name) == Some(state)
    });
    found.map(|(written, _)| written)
}

/// First words of the names of states that have two words and more, and their standard spellings.
const FIRST_WORDS: [(&str, &str); 6] =
    [("district of", "district of"), ("new", "new"), ("north", "n"), ("rhode", "rhode"), ("south", "s"), ("west", "w")];

/// Where the name of a state whose words are written as one begins at the end of letters; where they are that name, between its words.
fn between_words(head: &[u8], state: u16) -> Option<usize> {
    const SHORTEST: usize = "york".len();
    const LONGEST: usize = "hampshire".len();
    (head.len().saturating_sub(LONGEST)..=head.len().saturating_sub(SHORTEST)).find_map(|last| {
        let first = ends_name_of(&head[last..], state).filter(|first| head[..last].ends_with(first.as_bytes()))?;
        let from = last - first.len();
        Some(if from == 0 { last } else { from })
    })
}

/// Where the word for the side of a floor begins behind its digits.
pub(super) fn side_behind(bytes: &[u8], digits: usize) -> Option<usize> {
    let rest = bytes.get(digits..).filter(|_| digits > 0)?;
    let side = rest.strip_prefix(b"o").unwrap_or(rest);
    (side.len() > 2 && crate::address::street::secondary::side(side).is_some()).then(|| bytes.len() - side.len())
}

/// Letters of the shortest word with a street type at its end.
pub(super) const SHORTEST_COMPOUND: usize = "abcstr".len();

/// The last two letters of the words that [`compound_types`] and [`joined_type`] tell, and of `str`.
const ENDINGS: [&[u8; 2]; 25] = [
    b"ta", b"de", b"ee", b"se", b"ef", b"eg", b"ej", b"jk", b"el", b"mm", b"an", b"en", b"in", b"er", b"at", b"ht",
    b"tu", b"tz", b"tr", b"et", b"ue", b"ad", b"ve", b"rd", b"nt",
];

/// The letters before the last one of [`ENDINGS`], as bits, by the last.
static BEFORE_LAST: [u32; 32] = {
    let (mut letters, mut at) = ([0; 32], 0);
    while at < ENDINGS.len() {
        let [before, last] = *ENDINGS[at];
        letters[last as usize & 31] |= 1 << (before & 31);
        at += 1;
    }
    letters
};

/// Whether a word may end in the type of its street; most words do not.
#[inline(always)]
pub(super) fn may_end_in_type(word: &[u8]) -> bool {
    matches!(word, [.., before, last] if BEFORE_LAST[usize::from(last & 31)] >> (before & 31) & 1 != 0)
}

/// Street types at the end of a compound word (Lindenstraße, Kastanjelaan, Storgatan): those that end in its last two letters.
pub(in crate::address) fn compound_types(word: &[u8]) -> &'static [&'static [u8]] {
    match word {
        [.., b't', b'a'] => &[b"gata"],
        [.., b'd', b'e'] => &[b"kade", b"gade"],
        [.., b'e', b'e'] => &[b"allee"],
        [.., b's', b'e'] => &[b"strasse", b"gasse"],
        [.., b'e', b'f'] => &[b"dreef"],
        [.., b'e', b'g'] => &[b"weg", b"steenweg"],
        [.., b'e', b'j'] => &[b"vej"],
        [.., b'j', b'k'] => &[b"dijk"],
        [.., b'e', b'l'] => &[b"singel"],
        [.., b'm', b'm'] => &[b"damm"],
        [.., b'a', b'n'] => &[b"laan", b"gatan"],
        [.., b'e', b'n'] => &[b"vagen", b"vegen", b"veien", b"stigen"],
        [.., b'i', b'n'] => &[b"plein"],
        [.., b'e', b'r'] => &[b"ufer"],
        [.., b'a', b't'] => &[b"straat"],
        [.., b'h', b't'] => &[b"gracht"],
        [.., b't', b'u'] => &[b"katu"],
        [.., b't', b'z'] => &[b"platz"],
        _ => &[],
    }
}

/// What a word is that may end in the type of its street.
#[inline(always)]
pub(super) fn classes_of_compound(text: &[u8]) -> u16 {
    let typed = compound_types(text).iter().any(|end| text.len() > end.len() + 2 && text.ends_with(end));
    if typed { Word::AFTER } else { 0 }
}

/// `5th`, `1er`, `2e`, `3o` (3º).
pub(super) fn is_ordinal_ending(ending: &[u8]) -> bool {
    // The swapped ones are slips of the pen that mean nothing else.
    matches!(
        ending,
        b"st"
            | b"nd"
            | b"rd"
            | b"th"
            | b"er"
            | b"re"
            | b"ere"
            | b"eme"
            | b"ieme"
            | b"o"
            | b"ts"
            | b"dn"
            | b"dr"
            | b"ht"
    )
}

/// The type of a street at the end of a word that is its name too: `BONIWELLSTREET`. Shorter types end other words.
pub(in crate::address) fn joined_type(word: &[u8]) -> Option<&'static str> {
    const SHORTEST_NAME: usize = 4;
    let written = match word {
        [.., b'e', b't'] => "street",
        [.., b'u', b'e'] => "avenue",
        [.., b'a', b'd'] => "road",
        [.., b'v', b'e'] => "drive",
        [.., b'r', b'd'] => "boulevard",
        [.., b'n', b't'] => "crescent",
        _ => return None,
    };
    let name = word.strip_suffix(written.as_bytes())?;
    (name.len() >= SHORTEST_NAME && !matches!(name, b"rail" | b"cross" | b"over")).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_end_in_a_type_are_told_by_two_letters() {
        let joined = ["street", "avenue", "road", "drive", "boulevard", "crescent"];
        for before in b'a'..=b'z' {
            for last in b'a'..=b'z' {
                let word = [b'x', b'x', before, last];
                let told = !compound_types(&word).is_empty()
                    || joined.iter().any(|of_type| of_type.as_bytes().ends_with(&word[2..]))
                    || word.ends_with(b"tr");
                assert_eq!(may_end_in_type(&word), told, "{}", String::from_utf8_lossy(&word));
            }
        }
        assert!(joined.iter().all(|of_type| joined_type(format!("boniwell{of_type}").as_bytes()) == Some(of_type)));
    }
}
