//! Two mailboxes whose local parts share nothing, told apart by a few machine words.
//!
//! Of one address against many, nearly all others are such, so that what `slip` and `explain` would look for is ruled out
//! here first. Nothing is decided otherwise than they do: each test says which of their findings it rules out.

use super::mailbox::{HAS_FORMS, Mailbox, PLAIN};
use crate::calibration::email as points;

/// The letters of a local part, for first questions.
#[derive(Clone, Copy, Default)]
pub(super) struct Sketch {
    /// Which letters occur (low half), and which twice or more (high half).
    pub(super) held: u64,
    /// The first four letters.
    head: u32,
    /// The last four letters.
    tail: u32,
}

impl Sketch {
    /// Sketches lower-case letters.
    pub(super) fn of(letters: &[u8]) -> Sketch {
        let (mut once, mut twice) = (0_u64, 0_u64);
        for &letter in letters {
            let bit = 1 << (letter & 31);
            twice |= once & bit;
            once |= bit;
        }
        let four = |letters: &[u8]| match *letters {
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
            _ => 0,
        };
        let head = letters.get(..4).map_or(0, four);
        let tail = letters.len().checked_sub(4).and_then(|start| letters.get(start..)).map_or(0, four);
        Sketch { held: once | twice << 32, head, tail }
    }

    /// How many letters differ at least: one that is inserted or left out changes one bit, one that is exchanged two.
    pub(super) fn bits_apart(self, other: Sketch) -> u32 {
        (self.held ^ other.held).count_ones()
    }

    /// How many different letters only one of the two has.
    pub(super) fn letters_apart(self, other: Sketch) -> u32 {
        ((self.held ^ other.held) as u32).count_ones()
    }
}

/// Letters off that may be a slip in a word of so many.
pub(super) const fn most_edits(letters: usize) -> u32 {
    let mut edits = super::slip::MAX_EDITS;
    while edits > 0 && points::slip(letters, edits).is_none() {
        edits -= 1;
    }
    edits as u32
}

/// Whether two mailboxes are plain and certainly unrelated, as `local::relate` would find after all its questions.
pub(super) fn are_distant(a: &Mailbox, b: &Mailbox) -> bool {
    // No function, mask, repair, letter outside ASCII, relay, and no provider whose rules go beyond dots and plus signs.
    if !(a.has(PLAIN) && b.has(PLAIN)) {
        return false;
    }
    let (left, right) = (a.sketch, b.sketch);
    // The same letters, one cut short, shared ends of four letters.
    if left.head == right.head || left.tail == right.tail {
        return false;
    }
    let (short, long) = if a.letter_count() <= b.letter_count() { (a, b) } else { (b, a) };
    if short.letter_count() == long.letter_count() {
        // The parts in the other order: the same letters.
        if left.held as u32 == right.held as u32 {
            return false;
        }
    } else if short.sketch.held as u32 & !(long.sketch.held as u32) == 0 {
        // A part of the name, one part more, initials: every letter of the short one is in the long one.
        return false;
    }
    // Two forms of one name.
    if a.has(HAS_FORMS) && b.has(HAS_FORMS) {
        return false;
    }
    !may_be_slip(a, b) && !may_share_parts(a, b)
}

/// Whether as many letters as the sketches differ in may be slips.
pub(super) fn may_be_slip(a: &Mailbox, b: &Mailbox) -> bool {
    let apart = a.sketch.bits_apart(b.sketch);
    let parts = if a.parts() == b.parts() { a.parts().max(1) } else { 1 };
    let most = if parts > 1 {
        (0..parts).map(|index| most_edits(a.part_length(index).max(b.part_length(index)))).sum()
    } else {
        most_edits(a.letter_count().max(b.letter_count()))
    };
    apart <= 2 * most
}

/// Whether a first or last part of one is a first or last part of the other.
fn may_share_parts(a: &Mailbox, b: &Mailbox) -> bool {
    if a.parts() < 2 || b.parts() < 2 {
        return false;
    }
    [0, a.parts() - 1].into_iter().any(|of_a| {
        [0, b.parts() - 1]
            .into_iter()
            .any(|of_b| a.part_length(of_a) == b.part_length(of_b) && a.part(of_a) == b.part(of_b))
    })
}

#[cfg(test)]
mod tests {
    use super::super::Email;
    use super::super::compare::{compare_distant, compare_mailboxes};
    use super::super::slip::word_slip;
    use super::*;
    use proptest::prelude::*;

    /// Parts of local parts: names with other forms, names that are near each other, initials, words of a job.
    const PARTS: [&str; 28] = [
        "jenny",
        "jennifer",
        "jen",
        "rosen",
        "rosenfeld",
        "rosa",
        "mark",
        "marc",
        "smith",
        "smyth",
        "schmidt",
        "j",
        "m",
        "jr",
        "tim",
        "tom",
        "maria",
        "mario",
        "lopez",
        "lopes",
        "anna",
        "hannah",
        "coleman",
        "cole",
        "info",
        "sales",
        "1985",
        "7",
    ];
    const DOMAINS: [&str; 10] = [
        "gmail.com",
        "googlemail.com",
        "gmial.com",
        "yahoo.com",
        "outlook.com",
        "rosenfamily.com",
        "rosenfamily.net",
        "smithlopez.de",
        "mail.smithlopez.de",
        "example.com",
    ];

    fn local() -> impl Strategy<Value = String> {
        let parts = prop::collection::vec(prop::sample::select(&PARTS[..]), 1..4);
        prop_oneof![
            (parts, prop::sample::select(vec!["", ".", "_", "-"])).prop_map(|(parts, between)| parts.join(between)),
            "[a-e]{1,10}",
            "[a-e]{2,5}\\.[a-e]{2,5}(\\.[a-e]{2,4})?",
        ]
    }

    /// A mailbox and another one, or itself with slips in it.
    fn pair() -> impl Strategy<Value = (String, String)> {
        let slips = prop::collection::vec((any::<prop::sample::Index>(), prop::option::of("[a-z.]")), 0..5);
        (local(), local(), slips, any::<bool>()).prop_map(|(one, other, slips, is_other)| {
            let mut letters: Vec<char> = if is_other { other } else { one.clone() }.chars().collect();
            for (index, put) in slips {
                let at = index.index(letters.len().max(1)).min(letters.len());
                letters.splice(at..(at + 1).min(letters.len()), put.iter().flat_map(|put| put.chars()));
            }
            (one, letters.into_iter().collect())
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 8_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// What a few words of a machine say at once is what the whole comparison says.
        #[test]
        fn quick_answers_are_those_of_the_whole(
            (one, other) in pair(), a in prop::sample::select(&DOMAINS[..]), b in prop::sample::select(&DOMAINS[..])
        ) {
            let read = |local: &str, domain: &str| Email::parse(&format!("{local}@{domain}"));
            let (Some(a), Some(b)) = (read(&one, a), read(&other, b)) else { return Ok(()) };
            if a.rare.is_some() || b.rare.is_some() {
                return Ok(());
            }
            let (a, b) = (&a.first, &b.first);
            if are_distant(a, b) {
                prop_assert!(!a.is_same(b));
                prop_assert_eq!(compare_distant(a, b), compare_mailboxes(a, b));
            }
            // A slip is looked for wherever there may be one.
            let (left, right) = (a.letters(), b.letters());
            let is_slip = if a.parts() > 1 && a.parts() == b.parts() {
                (0..a.parts()).all(|part| a.part(part) == b.part(part) || word_slip(a.part(part), b.part(part)).is_some())
            } else {
                word_slip(left, right).is_some()
            };
            prop_assert!(may_be_slip(a, b) || !is_slip);
        }
    }

    /// What the common strangers are told by: without it each of them would cost as much as a mailbox that is near.
    #[test]
    fn strangers_are_told_at_once() {
        let told = |a: &str, b: &str| {
            let mailbox = |text: &str| Email::parse(text).expect("a mailbox").first;
            (are_distant(&mailbox(a), &mailbox(b)), are_distant(&mailbox(b), &mailbox(a)))
        };
        for (a, b) in [
            ("jennyrosen@example.com", "t.quill84@example.com"),
            ("jennyrosen@example.com", "mark.smith@gmail.com"),
            ("jenny.rosen@gmail.com", "mark.smith@gmail.com"),
            ("jenny.rosen@gmail.com", "achterbergw@yahoo.com"),
            ("jenny_rosen@gmail.com", "dana.kovacs@gmail.com"),
            ("jenny.k.rosen@gmail.com", "mark.t.smythe@gmail.com"),
        ] {
            assert_eq!(told(a, b), (true, true), "{a} ~ {b}");
        }
        for (a, b) in [
            ("jennyrosen@example.com", "jrosen@example.com"),
            ("jennyrosen@example.com", "rosenjenny@example.com"),
            ("jenny.rosen@gmail.com", "tim.rosen@gmail.com"),
            ("jenny.rosen@gmail.com", "jenny.quill@gmail.com"),
            ("info@example.com", "dana.kovacs@example.com"),
        ] {
            assert_eq!(told(a, b), (false, false), "{a} ~ {b}");
        }
    }
}
