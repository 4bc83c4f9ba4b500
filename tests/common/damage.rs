//! Texts as people, keyboards and systems damage them.
//!
//! Everything follows from a seed, with whole numbers only: the same texts on every machine.

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of `0..sides`.
    pub(crate) fn below(&mut self, sides: usize) -> usize {
        (self.roll() % sides.max(1) as u64) as usize
    }
}

/// One to three slips of people, keyboards and systems.
pub(crate) fn damaged(whole: &str, stranger: &str, dice: &mut Dice) -> String {
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
