//! What is read at once, beside what the general rules read.

use super::*;
use crate::address::Token;
use crate::address::lex::Lexer;
use crate::address::parse::several;
use proptest::sample::select;

/// All of a value that a comparison sees: texts by their letters, wherever these stand.
fn seen(address: &Address) -> String {
    let text = |text: Text| String::from_utf8_lossy(address.written(text)).into_owned();
    let token =
        |token: &Token| (String::from_utf8_lossy(address.spelling(*token)).into_owned(), token.hash, token.letters);
    let words: Vec<_> = address.tokens.iter().map(|word| (token(word), word.classes)).collect();
    let ends: Vec<_> =
        address.splits().map(|split| (split.name, split.street, split.city, split.before, split.behind)).collect();
    let units: Vec<_> = address.units.iter().map(|unit| (unit.kind, unit.designator, text(unit.identifier))).collect();
    let boxes: Vec<_> =
        address.deliveries().map(|delivery| (delivery.kind, text(delivery.route), text(delivery.number))).collect();
    let number = HouseNumber { spelled: Text::default(), ..address.number };
    let place = (address.postcode, address.country, address.region, address.zip_region);
    let marks = (address.stated, address.common, address.name_to, address.region_from, address.flags);
    let kept = (address.names, address.street_words, address.marks);
    let texts = (
        text(address.number.spelled),
        text(address.care_of),
        text(address.whole),
        address.more.as_ref().map(|more| more.cut_word),
    );
    format!(
        "{words:?} {ends:?} {units:?} {boxes:?} {number:?} {place:?} {marks:?} {kept:?} {texts:?} {}",
        address.margin
    ) + if address.more.is_some() { " and other readings" } else { "" }
}

/// Words that rules begin with, or that look so.
const WORDS: [&str; 81] = [
    "mill",
    "king",
    "boulevard",
    "mem",
    "lindenstr",
    "oak",
    "elm",
    "main",
    "st",
    "street",
    "st",
    "pl",
    "ave",
    "avenue",
    "of",
    "the",
    "americas",
    "mlk",
    "rd",
    "road",
    "old",
    "post",
    "county",
    "state",
    "hwy",
    "s",
    "n",
    "south",
    "w",
    "nw",
    "so",
    "no",
    "r",
    "u",
    "us",
    "c",
    "o",
    "jr",
    "cl",
    "est",
    "junior",
    "ranch",
    "farm",
    "apt",
    "unit",
    "ste",
    "fl",
    "#",
    "#7",
    "#12b",
    "private",
    "twp",
    "rm",
    "floor",
    "upper",
    "box",
    "po",
    "4",
    "3b",
    "42nd",
    "5",
    "12",
    "b",
    "second",
    "twenty",
    "hauptstrasse",
    "saint",
    "louis",
    "las",
    "vegas",
    "city",
    "mount",
    "o'brien",
    "12-3",
    "1/2",
    "de",
    "la",
    "rue",
    "attn",
    "parks",
    "bis",
];

/// Places with their states and ZIP codes.
const PLACES: [&str; 14] = [
    "reno nv 89501",
    "las vegas, nv 89101",
    "new york ny 10001",
    "saint louis mo 63101",
    "louis mo 63101-1234 usa",
    "salt lake city, ut 84101",
    "s salt lake city ut 84115",
    "washington dc 20001 us",
    "north las vegas nv 89030",
    "winston-salem nc 27101",
    "ssf ca 94080",
    "ponce pr 00716",
    "houston, houston tx 77001",
    "paul id 83347",
];

/// The value of a line that is read at once is what the general rules read; whether it is.
fn is_read_alike(line: &str) -> bool {
    let (mut plain, mut short, mut lexer) = (None, Short::new(), Lexer::default());
    if short.read(line).is_some() {
        lexer.read(line);
        assert_eq!(
            format!("{:?} {:?}", short.words(), short.lexer()),
            format!("{:?} {lexer:?}", lexer.lexemes.as_slice()),
            "{line}"
        );
    }
    let _ = read_line(&mut plain, line);
    let Some(plain) = plain.filter(|_| several::parts(line, None, None).is_none()) else { return false };
    let general = Address::parse_one(line, None, None).expect("an address");
    assert_eq!(seen(&plain), seen(&general), "{line}");
    true
}

/// The same of parts.
fn are_read_alike(parts: [Option<&str>; 6]) -> bool {
    let parts = parts.map(|part| part.filter(|text| !text.trim().is_empty()));
    let (mut plain, mut general) = (None, None);
    if read_parts(&mut plain, parts).is_none() {
        return false;
    }
    Address::read_parts_by_rules(&mut general, parts);
    assert_eq!(plain.as_ref().map(seen), general.as_ref().map(seen), "{parts:?}");
    true
}

/// What a file of the repository holds; nothing where it is no part of a package.
fn held(file: &str) -> String {
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap_or_default()
}

/// A text with a letter or two that are others, in another place, left out or doubled.
fn mutated(text: &str, seed: &mut u64) -> String {
    const LETTERS: &[u8] = b"aensSTR019 ,.-#/'&\n";
    let mut draw = |below: usize| {
        *seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        (*seed >> 33) as usize % below
    };
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=draw(2) {
        let (at, letter) = (draw(letters.len().max(1)), char::from(LETTERS[draw(LETTERS.len())]));
        match draw(4) {
            0 if at < letters.len() => drop(letters.remove(at)),
            1 if at + 1 < letters.len() => letters.swap(at, at + 1),
            2 if at < letters.len() => letters[at] = letter,
            _ => letters.insert(at.min(letters.len()), letter),
        }
    }
    letters.into_iter().collect()
}

/// Every address of the cases, the golden rows and the pairs of the benches, and each mutated a few times.
#[test]
fn held_addresses_are_read_as_by_the_general_rules() {
    let mut texts: Vec<String> = Vec::new();
    for file in ["tests/cases/address.tsv", "tests/cases/us_bank_lines.tsv"] {
        texts.extend(
            held(file).lines().flat_map(|line| line.split('\t').take(7).map(str::to_owned).collect::<Vec<_>>()),
        );
    }
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    for file in ["tests/golden/pairs.jsonl", "benches/data/pairs.jsonl"] {
        for row in held(file).lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()) {
            let sides = [&row["a"], &row["b"], &row["given"]["address"], &row["owner"]["raw_address"]];
            for side in sides.into_iter().filter(|side| !side.is_null()) {
                let fields = ["line1", "line2", "city", "state", "postal_code", "country"];
                texts.push(match side.as_str() {
                    Some(line) => line.to_owned(),
                    None => fields.map(|field| text(&side[field])).join(" | "),
                });
            }
        }
    }
    let (mut seed, mut lines, mut in_parts) = (25, 0, 0);
    for text in &texts {
        for turn in 0..6 {
            let text = match turn {
                0 => text.clone(),
                1 => text.to_uppercase(),
                _ => mutated(text, &mut seed),
            };
            lines += usize::from(is_read_alike(&text));
            let parts: Vec<&str> = text.split(" | ").collect();
            if let [line1, line2, city, state, postal_code, country] = parts[..] {
                let parts = [line1, line2, city, state, postal_code, country].map(Some);
                in_parts += usize::from(are_read_alike(parts));
            }
        }
    }
    // A package has the cases alone.
    assert!(lines > 2000 && (in_parts > 1000 || held("tests/golden/pairs.jsonl").is_empty()), "{lines} {in_parts}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(20_000))]
    /// What is read at once is what the general rules read.
    #[test]
    fn plain_addresses_are_read_as_by_the_general_rules(
        number in select(&["12", "980", "1", "0012", "1234567890", "42nd", "po box", "n"][..]),
        words in proptest::collection::vec(select(&WORDS[..]), 0..6),
        commas in 0_u8..64,
        place in select(&PLACES[..]),
    ) {
        let mut street = String::from(number);
        for (at, word) in words.iter().enumerate() {
            street += if commas & 9 << at == 9 << at { ", " } else { " " };
            street += word;
        }
        is_read_alike(&format!("{street}{} {place}", ["", ",", "\n"][usize::from(commas % 3)]));
        // The same street with a place of its own.
        let (city, rest) = place.split_at(place.rfind([' ']).unwrap_or(0));
        let (city, state) = city.split_at(city.rfind([' ']).unwrap_or(0));
        let second = ["", "apt 4", "# 7"][usize::from(commas % 3)];
        are_read_alike([street.as_str(), second, city, state.trim(), rest.trim(), "us"].map(Some));
    }
}
