//! The generated pairs: what a customer stated, and the same or another owner's text as a bank may have damaged it.
//!
//! Everything follows from the pair's number and the seeds, with whole numbers only: the same pairs on every machine.

use serde_json::Value;

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of `0..sides`.
    fn below(&mut self, sides: usize) -> usize {
        (self.roll() % sides.max(1) as u64) as usize
    }
}

/// One text of each field on either side; an address of the given side may be in parts.
pub(crate) struct Pair {
    pub(crate) given: [Value; 4],
    pub(crate) owner: [String; 4],
}

const KEYS: [&str; 4] = ["name", "email", "phone", "raw_address"];

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The parts of a stated address on one line.
fn line(address: &Value) -> String {
    let part = |key: &str| text(&address[key]);
    let parts = [part("line1"), part("line2"), part("city"), format!("{} {}", part("state"), part("postal_code"))];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
}

/// `count` pairs from the benchmark's pairs. Of four pairs, two hold the stated texts damaged, one the bank's texts damaged,
/// and one the bank's texts as they are.
pub(crate) fn pairs(seeds: &str, count: usize) -> Vec<Pair> {
    let seeds: Vec<Value> =
        seeds.lines().map(|line| serde_json::from_str(line).expect("a benchmark pair is JSON")).collect();
    (0..count)
        .map(|number| {
            let seed = &seeds[number % seeds.len()];
            let other = &seeds[(number * 7 + 3) % seeds.len()];
            let (given, owner) = (&seed["given"], &seed["owner"]);
            let mut dice = Dice(number as u64);
            let stated = [text(&given["name"]), text(&given["email"]), text(&given["phone"]), line(&given["address"])];
            let texts: [String; 4] = std::array::from_fn(|field| {
                let reported = text(&owner[KEYS[field]]);
                let stranger = text(&other["owner"][KEYS[field]]);
                match number % 4 {
                    0 | 1 => damaged(&stated[field], &stranger, &mut dice),
                    2 => damaged(&reported, &stranger, &mut dice),
                    _ => reported,
                }
            });
            let given = [&given["name"], &given["email"], &given["phone"], &given["address"]].map(Value::clone);
            Pair { given, owner: texts }
        })
        .collect()
}

/// One to three slips of people, keyboards and systems.
fn damaged(whole: &str, stranger: &str, dice: &mut Dice) -> String {
    (0..1 + dice.below(3)).fold(whole.to_owned(), |text, _| damage(&text, stranger, dice))
}

fn damage(text: &str, stranger: &str, dice: &mut Dice) -> String {
    let letters: Vec<char> = text.chars().collect();
    let words: Vec<&str> = text.split(' ').collect();
    let others: Vec<&str> = stranger.split(' ').collect();
    let (at, word) = (dice.below(letters.len()), dice.below(words.len()));
    let around = |put: &str| {
        let behind = letters.iter().skip(at + 1);
        letters.iter().take(at).copied().chain(put.chars()).chain(behind.copied()).collect::<String>()
    };
    let letter = letters.get(at).copied().unwrap_or('x');
    let replaced = |put: String| {
        let mut words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        words[word] = put;
        words.join(" ")
    };
    match dice.below(16) {
        0 => text.to_uppercase(),
        1 => around(""),
        2 => around(&format!("{letter}{letter}")),
        3 => around(&char::from(b'a' + dice.below(26) as u8).to_string()),
        4 => around(&char::from(b'0' + dice.below(10) as u8).to_string()),
        5 => {
            let mut letters = letters.clone();
            let end = letters.len();
            if end > 1 {
                letters.swap(at.min(end - 2), at.min(end - 2) + 1);
            }
            letters.into_iter().collect()
        }
        6 => replaced(String::new()),
        7 => replaced(others[dice.below(others.len())].to_owned()),
        8 => replaced(words[word].chars().next().unwrap_or('J').to_string()),
        9 => words.iter().skip(word).chain(words.iter().take(word)).copied().collect::<Vec<_>>().join(" "),
        10 => letters[..letters.len() - letters.len() / 4].iter().collect(),
        11 => words.concat(),
        12 => format!("{text} OR {stranger}"),
        13 => around("ü"),
        14 => around("\u{fffd}"),
        _ => text.replace([',', '.', '-', '(', ')'], " "),
    }
}
