//! What the quick answers tell at once. One that says less is right as well, and every stranger would cost as much as a relative.

use super::glance::{Glance, Lanes, related};
use super::join::meet;
use super::pair::Pair;
use super::person::{glance, whole_view};
use super::relation::{Link, Side, is_unrelated, may_be_slip, relate_closely};
use crate::evidence::Evidence;
use crate::name::word::{Word, word_of};
use crate::name::{Name, PartySlot};
use crate::tables::name as tables;
use proptest::prelude::*;

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn first(name: &Name) -> &PartySlot {
    &name.parties[0]
}

/// A word of no name: it has no links.
fn word(text: &str) -> Word {
    word_of(tables::word(text.as_bytes()), text.as_bytes(), 0)
}

#[test]
fn plain_names_are_compared_as_such() {
    let is_plain = |text: &str| {
        let name = name(text);
        super::is_plain(&name, first(&name))
    };
    assert!(is_plain("Jenny Rosen") && is_plain("ROSEN, JENNY JR"));
    for other in ["Jenny (Jen) Rosen", "Rosen Bakery LLC", "Estate of Jenny Rosen", "Jenny Rosen 1234"] {
        assert!(!is_plain(other), "{other}");
    }
}

/// No words of either side together, nor initials of it, may be a word of the other.
#[test]
fn most_names_have_nothing_to_join() {
    for (one, other) in [
        ("Li Wu", "LU WU"),
        ("Min Se", "SE MIN"),
        ("Poa Hale", "BO YU"),
        ("AJ Lane", "AMY CHU"),
        ("Peggy Lee", "AWP"),
        ("Ian Cho", "IAN CHOI"),
        ("Li Wu", "XYLO.COM"),
        ("Pao Lee", "PAO L LEE"),
        ("Nell Holder", "JOHN H DOE"),
        ("Paul A Smith", "POA P HALE"),
        ("Jane Smith", "ANN E STONE"),
        ("Ann E Stone", "ANAND REDDY"),
        ("Olena Marchenko", "ANN E STONE"),
        ("John S Mith", "OMAR HASSAN"),
        ("Ruth L Sutton", "BROWN REALTY"),
    ] {
        let (a, b) = (name(one), name(other));
        assert!(!glance(&a, first(&a), &b, first(&b)).may_join, "{one} ~ {other}");
        assert!(!glance(&b, first(&b), &a, first(&a)).may_join, "{other} ~ {one}");
    }
}

/// Texts in which words are joined, parted, cut and misspelled.
fn text() -> impl Strategy<Value = String> {
    const WORDS: [&str; 24] = [
        "Mary", "Beth", "Marybeth", "Mari", "Sun", "Hee", "Sunhi", "Hye", "Jin", "Haejin", "De", "La", "Cruz",
        "Delacruz", "O", "Brien", "Obrien", "J", "P", "JP", "Van", "Dyke", "Vandike", "McDonald",
    ];
    let word = (prop::sample::select(&WORDS[..]), 0_usize..12, 0_usize..26).prop_map(|(word, at, letter)| {
        let mut letters = word.as_bytes().to_vec();
        // Mostly as it stands: else another letter, or one less.
        match letters.get_mut(at) {
            Some(held) if letter < 13 => *held = b'a' + letter as u8,
            Some(_) if letter < 20 && word.len() > 2 => drop(letters.remove(at)),
            _ => {}
        }
        String::from_utf8(letters).expect("letters")
    });
    prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a glance says that cannot be joined or parted is not, and what it says that have nothing to do with each other have not.
    #[test]
    fn a_glance_misses_nothing(one in text(), other in text()) {
        let (Some(a), Some(b)) = (Name::parse(&one), Name::parse(&other)) else { return Ok(()) };
        let (slot_a, slot_b) = (first(&a), first(&b));
        let (view_a, view_b) = (whole_view(&a, slot_a), whole_view(&b, slot_b));
        let seen = glance(&a, slot_a, &b, slot_b);
        let made = meet(view_a, &a, view_b, &b);
        prop_assert!(seen.may_join || made.0.is_none() && made.1.is_none(), "{} ~ {}", one, other);
        let related = |x: &Word, y: &Word| relate_closely(*x, a.side(), *y, b.side()) != Link::NONE;
        let any = view_a.words.iter().any(|x| view_b.words.iter().any(|y| related(x, y)));
        prop_assert!(!(any && seen.is_empty()), "{} ~ {}", one, other);
    }
}

#[test]
fn strangers_have_no_word_to_look_at() {
    let (a, b) = (name("Jenny Rosen"), name("MARK GUPTA"));
    assert!(glance(&a, first(&a), &b, first(&b)).is_empty());
}

/// Each differs by one thing only from words that have to be looked at.
#[test]
fn words_are_told_apart_by_letters_sound_and_beginning() {
    for (one, other) in [
        ("stevens", "garcia"),
        ("li", "bill"),
        ("so", "stevens"),
        ("hale", "li"),
        ("mary", "mill"),
        ("liu", "lumio"),
        ("ali", "olu"),
        ("r", "2010"),
    ] {
        let side = |text: &'static str| Side { text: text.as_bytes(), links: &[] };
        let (x, y) = (word(one), word(other));
        assert!(is_unrelated(&x, side(one), &y, side(other)), "{one} ~ {other}");
        assert!(is_unrelated(&y, side(other), &x, side(one)), "{other} ~ {one}");
    }
    assert!(!may_be_slip(&word("stevens"), &word("garcia")));
    // Two names may have one bit in `kin`.
    let (x, y) = (Word { kin: 1, ..word("stevens") }, Word { kin: 1, ..word("garcia") });
    assert!(is_unrelated(&x, Side { text: b"stevens", links: &[] }, &y, Side { text: b"garcia", links: &[] }));
}

#[test]
#[cfg(feature = "transliteration")]
fn words_of_a_script_without_vowels_are_told_apart() {
    let omar = name("عمر فاروق");
    let (x, y) = (omar.words[0], omar.words[1]);
    assert!(is_unrelated(&x, omar.side(), &y, omar.side()));
}

/// The words of a side, held against a word at once, say no more than each of them.
#[test]
fn words_are_told_apart_at_once() {
    let garcia = word("garcia");
    // The first letter or the second in common, and no more.
    let strangers = [word("stevens"), word("harold"), word("gibson")];
    assert_eq!(Lanes::of(&strangers).alike(&garcia), 0);
    assert_eq!(Lanes::of(&[Word { kin: 2, ..strangers[0] }]).alike(&Word { kin: 1, ..garcia }), 0);
    for like in [word("gallo"), word("gracia"), word("g"), Word { kin: 3, ..strangers[0] }] {
        for (place, wanted) in [(0, 0b1), (1, 0b10), (2, 0b100)] {
            let mut words = strangers;
            words[place] = like;
            assert_eq!(Lanes::of(&words).alike(&Word { kin: 1, ..garcia }), wanted);
        }
    }
    // What has as few letters as slips change is no slip of a word that is not there.
    assert_eq!(Lanes::of(&strangers).alike(&word("li")), 0);
    // An initial meets what begins as it does.
    assert_eq!(["j", "s", "h", "g"].map(|letter| Lanes::of(&strangers).alike(&word(letter))), [0, 0b1, 0b10, 0b100]);
}

fn with_pair<T>(one: &str, other: &str, ask: impl Fn(&Pair<'_>) -> T) -> T {
    let (a, b) = (name(one), name(other));
    let (view_a, view_b) = (whole_view(&a, first(&a)), whole_view(&b, first(&b)));
    let found = related(view_a, &a, view_b, &b, Glance::of_views(view_a, &a, view_b, &b));
    ask(&Pair::new((&a, first(&a), view_a), (&b, first(&b), view_b), &found))
}

/// Readings of which no words are reached need not be compared.
#[test]
fn words_are_reached_only_by_what_they_relate_to() {
    // The words of the second name that the given name and the surname of the first reach, and in which of its readings.
    let reached = |one: &str, other: &str| {
        with_pair(one, other, |pair| {
            let reach = pair.reach(&pair.parts_of_a(&mut None)[0]);
            let places: (Vec<u8>, Vec<u8>) = (reach.0.collect(), reach.1.collect());
            (places, pair.parts_of_b(&mut None).iter().map(|b| pair.is_within(reach, b)).collect::<Vec<_>>())
        })
    };
    // Given name first, surname first.
    assert_eq!(reached("Anna Lopez", "ANNA QUIST"), ((vec![0], vec![]), vec![true, false]));
    assert_eq!(reached("Anna Lopez", "QUIST LOPEZ"), ((vec![], vec![1]), vec![true, false]));
    assert_eq!(reached("William Lopez", "BILL QUIST"), ((vec![0], vec![]), vec![true, false]));
    // No surname is a nickname of another, and no given name is cut off in so short a text.
    assert_eq!(reached("Lopez William", "BILL QUIST"), ((vec![], vec![]), vec![false, false]));
    assert_eq!(reached("Santo, Budi", "BUDIMAN AGUS"), ((vec![], vec![]), vec![false, false]));
}

/// Whoever has no surname has none that differs.
#[test]
fn what_is_not_there_does_not_differ() {
    with_pair("Budi", "MARIA LOPEZ", |pair| {
        let (mut room_a, mut room_b) = (None, None);
        let (of_a, of_b) = (pair.parts_of_a(&mut room_a), pair.parts_of_b(&mut room_b));
        for a in of_a.iter() {
            let reasons = pair.read_apart(a, &of_b[0]).reasons;
            assert_eq!(reasons.contains(Evidence::NameSurnameDiffers), !a.surname.is_empty());
            assert_eq!(reasons.contains(Evidence::NameGivenDiffers), !a.given.is_empty());
        }
        assert!(of_a.iter().any(|a| a.surname.is_empty()) && of_a.iter().any(|a| a.given.is_empty()));
    });
}
