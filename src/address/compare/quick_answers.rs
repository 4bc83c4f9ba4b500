//! The quick answers beside the whole comparison: what they say is right, and most strangers are told by them.
//!
//! How many are told is held, because nothing else shows it: an answer that says less is as right, and costs only time.

use super::choose::{Choice, best_of_splits, compare_closely, compare_strangers};
use super::evaluate::Common;
use super::far::streets_are_far;
use super::glance::{are_apart, is_far, share_word};
use super::names::{Names, by_all_comparisons};
use super::outline::{Outline, are_strangers};
use super::phrase::{Likeness, Phrase, by_letters, likeness_by};
use crate::address::Address;

/// A small generator with whole numbers only (Knuth, MMIX).
struct Dice(u64);

impl Dice {
    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(self.0 >> 33) as usize % all.len()]
    }
}

/// Names of streets: short and long, with articles, numbers, titles and directions, in letters that are left out elsewhere.
const NAMES: [&str; 48] = [
    "Oak",
    "Elm",
    "Elk",
    "Maple",
    "Cedar",
    "Pine Ridge",
    "Washington",
    "Wash",
    "Lexington",
    "Martin Luther King",
    "Juniper Hollow",
    "Oyster Point",
    "Oysterpoint",
    "Southgate",
    "South Gate",
    "Westbrook",
    "de la Cruz",
    "El Camino Real",
    "The Green",
    "Saint Mary",
    "St Joseph",
    "Koelner",
    "Goethe",
    "Aachener",
    "Dr Fleming",
    "Doctor Roux",
    "Col Hidalgo",
    "9 Mile",
    "Nine Mile",
    "5th",
    "42nd",
    "County Road 12",
    "Highway 101",
    "FM 1960",
    "Avenue C",
    "K",
    "Old Mill",
    "Hill",
    "Mill Creek",
    "Baker",
    "Parker",
    "Rue de Lyon",
    "Via Garibaldi",
    "Camino del Sol",
    "Knightsbridge",
    "Massachusetts",
    "Zxqj",
    "Fitzwilliam Upper Mountjoy",
];
const TYPES: [&str; 10] = ["", "St", "St", "Ave", "Rd", "Blvd", "Ln", "Ct", "Drive", "Way"];
const DIRECTIONS: [&str; 10] = ["", "", "", "", "", "", "N", "S", "West", "NE"];
const CITIES: [&str; 16] = [
    "Reno NV 89501",
    "Elko NV 89801",
    "Austin TX 78701",
    "South San Francisco CA 94080",
    "San Francisco CA 94107",
    "Los Angeles CA 90012",
    "St Louis MO 63101",
    "El Paso TX 79901",
    "Cranston RI 02910",
    "Oakland CA 94607",
    "Reno NV 89502",
    "Washington DC 20001",
    "West Des Moines IA 50265",
    "Elkhorn NE 68022",
    "Salt Lake City UT 84101",
    "The Dalles OR 97058",
];

/// That each answer tells as many as it did.
fn hold<const ANSWERS: usize>(told: [usize; ANSWERS], held: [usize; ANSWERS]) {
    assert!(told.iter().zip(&held).all(|(told, held)| told >= held), "{told:?} are told, not {held:?}");
}

fn street(dice: &mut Dice) -> String {
    let words = [dice.one_of(&DIRECTIONS), dice.one_of(&NAMES), dice.one_of(&TYPES)];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn read(line: &str) -> Address {
    Address::parse(line, None).expect("an address")
}

/// What is said of phrases, and of the whole street whatever of it is read.
#[test]
fn strange_streets_are_told_at_once() {
    let mut dice = Dice(1);
    let addresses: Vec<Address> = (0..160)
        .map(|turn| {
            let comma = if turn % 4 == 0 { "" } else { "," };
            read(&format!("12 {}{comma} {}", street(&mut dice), dice.one_of(&CITIES)))
        })
        .collect();
    let mut told = [0; 5];
    for (at, a) in addresses.iter().enumerate() {
        for b in &addresses[..at] {
            let (first, second) = (a.split_at(0), b.split_at(0));
            let (x, y) = (Phrase::of(a, first.street), Phrase::of(b, second.street));
            let (of_x, of_y) = (x.sum(), y.sum());
            if !share_word(x, &of_x, y, &of_y) {
                let said = [
                    are_apart((x, &of_x), (y, &of_y)),
                    is_far((of_x.letters.all, of_y.letters.all), (x, &of_x), (y, &of_y)),
                ];
                let is_different = said != [false; 2] && by_letters(x, y, x, y, false) == Likeness::Different;
                assert!(said == [false; 2] || is_different);
                told[0] += usize::from(said[0]);
                told[1] += usize::from(said[1]);
            }
            let (one, other) = (Outline::of_first_street(a, &first), Outline::of_first_street(b, &second));
            if are_strangers(&one, &other) {
                told[2] += 1;
                assert!(by_all_comparisons(x, y) == Names::Different);
            }
            let (one, other) = (Outline::of_first_city(a, &first), Outline::of_first_city(b, &second));
            if are_strangers(&one, &other) {
                told[3] += 1;
                let found = likeness_by(by_letters, Phrase::of(a, first.city), Phrase::of(b, second.city));
                assert_eq!(found, Likeness::Different);
            }
            if streets_are_far(a, b) {
                told[4] += 1;
                for (one, other) in a.splits().flat_map(|one| b.splits().map(move |other| (one, other))) {
                    let streets = by_all_comparisons(Phrase::of(a, one.street), Phrase::of(b, other.street));
                    assert!(!matches!(streets, Names::Agree { .. }));
                }
            }
        }
    }
    hold(told, [10_382, 10_536, 8_805, 11_440, 1_344]);
}

/// Lines with and without commas, with units and without, boxes, parts that are missing.
fn line(dice: &mut Dice) -> String {
    let number = dice.one_of(&["12", "12", "14", "1200", "12A", ""]);
    let unit = dice.one_of(&["", "", "", "Apt 4", "Unit B", "Fl 2 Apt 4"]);
    let comma = dice.one_of(&["", ","]);
    let place = dice.one_of(&CITIES);
    let place = match dice.one_of(&[0, 0, 0, 0, 1, 2]) {
        0 => place.to_owned(),
        1 => place.rsplit_once(' ').expect("a ZIP code").0.to_owned(),
        _ => place.split(' ').rev().take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" "),
    };
    match dice.one_of(&[0, 0, 0, 0, 0, 0, 1, 2, 3]) {
        1 => format!("PO Box 12, {place}"),
        2 => format!("PO Box 12, {number} {}{comma} {place}", street(dice)),
        3 => place,
        _ => format!("{number} {} {unit}{comma} {place}", street(dice)),
    }
}

/// What is said of whole addresses and of their readings.
#[test]
fn strangers_are_told_at_once() {
    let mut dice = Dice(2);
    let addresses: Vec<Address> = (0..140).map(|_| read(&line(&mut dice))).collect();
    let mut told = [0; 2];
    for (at, a) in addresses.iter().enumerate() {
        for b in &addresses[..=at] {
            let closely = compare_closely(a, b);
            if let Some(found) = compare_strangers(a, b) {
                told[0] += 1;
                assert_eq!(found, closely);
            }
            let common = Common::of(a, b);
            let mut best: Option<Choice> = None;
            let mut most = None;
            for splits in (0..a.ends.len()).flat_map(|i| (0..b.ends.len()).map(move |j| (i, j))) {
                let (first, second) = (a.split_at(splits.0), b.split_at(splits.1));
                let Some((points, reasons)) = common.evaluate((a, &first), (b, &second), |_| true) else { continue };
                if common.is_most(points, a, b) {
                    told[1] += 1;
                    most = most.max(Some(points));
                }
                let found = Choice { points, reasons, splits };
                let rank = |choice: &Choice| (choice.points, core::cmp::Reverse(choice.splits.0 + choice.splits.1));
                let is_better = |held: &Choice| {
                    rank(&found) > rank(held) || rank(&found) == rank(held) && found.is_better_than(held)
                };
                if best.as_ref().is_none_or(is_better) {
                    best = Some(found);
                }
            }
            let answer = |choice: Choice| (choice.points, choice.reasons);
            let best = best.map(answer);
            assert!(most <= best.map(|(points, _)| points));
            assert!(best_of_splits(&common, a, b).map(answer) == best);
        }
    }
    hold(told, [2_525, 42_410]);
}
