//! Two mailboxes whose local parts share nothing, told apart by a few machine words.
//!
//! Of one address against many, nearly all others are such, so that what `slip` and `explain` would look for is ruled out
//! here first. Nothing is decided otherwise than they do: each test says which of their findings it rules out.

use super::mailbox::Mailbox;
use crate::calibration::email as points;

/// The letters of a local part, for first questions.
#[derive(Clone, Copy, Default)]
pub(super) struct Sketch {
    /// Which letters occur (low half), and which twice or more (high half).
    held: u64,
    /// Four hashes: of the first four letters, of the last four, and of the first and the last part; of the first and last four
    /// again where there are not two parts. Other hashes are other letters.
    words: u64,
}

/// A hash of letters.
fn hash(letters: &[u8]) -> u64 {
    let mixed = letters.iter().fold(0_u32, |mixed, &letter| (mixed ^ u32::from(letter)).wrapping_mul(0x9e37_79b1));
    u64::from(mixed >> 16)
}

/// Whether one of four hashes is 0.
const fn has_none(hashes: u64) -> bool {
    const LOW: u64 = 0x0001_0001_0001_0001;
    hashes.wrapping_sub(LOW) & !hashes & LOW << 15 != 0
}

impl Sketch {
    /// Sketches lower-case letters, of which `parts` are the first and the last part where there are two or more.
    pub(super) fn of(letters: &[u8], parts: Option<(&[u8], &[u8])>) -> Sketch {
        let (mut once, mut twice) = (0_u64, 0_u64);
        for &letter in letters {
            let bit = 1 << (letter & 31);
            twice |= once & bit;
            once |= bit;
        }
        // Of fewer than four letters nothing is told.
        let head = letters.get(..4).map_or(0, hash);
        let tail = letters.len().checked_sub(4).and_then(|start| letters.get(start..)).map_or(0, hash);
        let (first, last) = parts.map_or((head, tail), |(first, last)| (hash(first), hash(last)));
        Sketch { held: once | twice << 32, words: head << 48 | tail << 32 | first << 16 | last }
    }

    /// Whether both may begin or end in the same four letters, or share a first or last part; certainly where both have fewer than
    /// four letters.
    #[inline(always)]
    fn may_share_words(self, other: Sketch) -> bool {
        let crossed = other.words & 0xffff_ffff_0000_0000 | u64::from((other.words as u32).rotate_left(16));
        has_none(self.words ^ other.words) || has_none(self.words ^ crossed)
    }

    /// Whether every letter of the one is in the other.
    #[inline(always)]
    const fn are_within(self, other: Sketch) -> bool {
        let apart = (self.held ^ other.held) as u32;
        apart & self.held as u32 == 0 || apart & other.held as u32 == 0
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

/// More different letters that only one of two has are no slip: a letter that is inserted or exchanged makes two at most.
pub(super) const SLIP_LETTERS: usize = 2 * super::slip::MAX_EDITS;

/// Letters off that may be a slip in a word of so many.
pub(super) const fn most_edits(letters: usize) -> u32 {
    MOST_EDITS[if letters < LONG { letters } else { LONG }] as u32
}

/// All words of so many letters or more are held to the same.
const LONG: usize = 16;

/// The answers of [`most_edits`], by the letters of the word.
const MOST_EDITS: [u8; LONG + 1] = {
    let (mut most, mut letters) = ([0; LONG + 1], 0);
    while letters <= LONG {
        let mut edits = super::slip::MAX_EDITS;
        while edits > 0 && points::slip(letters, edits).is_none() {
            edits -= 1;
        }
        most[letters] = edits as u8;
        letters += 1;
    }
    most
};

/// Whether two mailboxes are plain and certainly unrelated, as `local::relate` would find after all its questions.
#[inline(always)]
pub(super) fn are_distant(a: &Mailbox, b: &Mailbox) -> bool {
    let (left, right) = (a.sketch, b.sketch);
    // No function, mask, repair, letter outside ASCII, relay, and no provider whose rules go beyond dots and plus signs; nor two
    // forms of one name.
    a.are_plain(b)
        // The same letters, one cut short, shared ends of four letters, a shared part.
        && !left.may_share_words(right)
        // The parts in the other order, a part of the name, one part more, initials.
        && !left.are_within(right)
        && (left.letters_apart(right) as usize > SLIP_LETTERS || !may_be_slip(a, b))
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

#[cfg(test)]
mod tests {
    use super::super::Email;
    use super::super::compare::{compare_distant, compare_mailboxes, told};
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
    const DOMAINS: [&str; 11] = [
        "jennifer.net",
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
                prop_assert_eq!(compare_distant(a, b), told(compare_mailboxes(a, b)));
            }
            prop_assert!(!a.has_same_domain(b) || a.may_share_domain(b));
            prop_assert!(!a.share_known_domain(b) || a.has_same_domain(b));
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

    #[test]
    fn as_many_edits_are_slips_as_have_a_price() {
        for letters in 0..80 {
            let most = (1..=5).filter(|&edits| points::slip(letters, edits).is_some()).max();
            assert_eq!(most_edits(letters) as usize, most.unwrap_or(0), "{letters}");
        }
    }

    /// Strangers may meet in a domain all the same.
    #[test]
    fn the_domains_of_strangers_are_compared() {
        let found = |a: &str, b: &str| {
            let (a, b) = (Email::parse(a).expect("a mailbox"), Email::parse(b).expect("a mailbox"));
            assert!(are_distant(&a.first, &b.first));
            assert_eq!(a.compare(&b), b.compare(&a));
            (a.compare(&b).score.get(), a.compare(&b).reasons.codes().collect::<Vec<_>>().join(" "))
        };
        for (a, b, score, reasons) in [
            ("jennifer", "t.quack@gmail.com", 5, "email.domain_differs email.local_differs"),
            ("jennifer", "t.quack@jennifer.com", 45, "email.domain_differs email.name_in_domain email.local_differs"),
            ("jennifer", "t.quack@jennifes.com", 5, "email.domain_differs email.local_differs"),
            ("jennifer", "t.quack@yahoo.com", 25, "email.same_domain email.public_provider email.local_differs"),
            ("outlook", "b.quax@outlook.com", 5, "email.domain_differs email.local_differs"),
        ] {
            assert_eq!(found(&format!("{a}@yahoo.com"), b), (score, reasons.to_owned()), "{a} ~ {b}");
        }
        let (score, reasons) = found("jennifer@gmail.com", "t.quack@googlemail.com");
        assert!(score == 25 && reasons.contains("email.domain_alias"), "{reasons}");
        assert_eq!(found("jennifer@rosenlaw.com", "t.quack@rosenlaw.com").0, 45);
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
            ("bill@example.com", "william@example.com"),
            ("al.quill@gmail.com", "al.rosen@gmail.com"),
            ("jenny.rosen@gmail.com", "rosen.quill@gmail.com"),
            // Four letters exchanged in sixteen are a slip.
            ("bcdfghjklmnpqrst@example.com", "acdfgejklmipqrso@example.com"),
        ] {
            assert_eq!(told(a, b), (false, false), "{a} ~ {b}");
        }
    }
}
