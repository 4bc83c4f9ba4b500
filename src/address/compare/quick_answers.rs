//! The quick answers beside the whole comparison: what they say is right, and most strangers are told by them.
//!
//! How many are told is held, because nothing else shows it: an answer that says less is as right, and costs only time.

use super::choose::{Choice, best_of_splits, compare_closely, compare_strangers, lend_words};
use super::evaluate::{Common, Streets, number_cost};
use super::far::streets_are_far;
use super::glance::{are_apart, is_far, share_word};
use super::names::{Names, by_all_comparisons};
use super::outline::{have_other_ends, have_strange_cities, have_strange_streets};
use super::phrase::{Likeness, Phrase, by_letters, in_a_row, likeness_by, may_be_joined, word_by_word};
use crate::address::Address;
use crate::calibration::{WHOLE, address as points};

/// A small generator with whole numbers only (Knuth, MMIX).
struct Dice(u64);

impl Dice {
    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(self.0 >> 33) as usize % all.len()]
    }
}

/// Names of streets: short and long, with articles, numbers, titles and directions, in letters that are left out elsewhere, with
/// slips of the pen, and what begins with another word but is the same.
const NAMES: &str = "Oak, Elm, Elk, Eml, Maple, Mapel, Cedar, Pine Ridge, Pine Rigde, Washington, Wash, Lexington, Lexignton, \
    Martin Luther King, Martin Luthre King, Juniper Hollow, Juniper Holow, JH, Oyster Point, Oysterpoint, Oyster Piont, \
    Southgate, South Gate, Westbrook, de la Cruz, de la Cruz Mesa, CM, Cruz, El Camino Real, Elcamino Real, The Green, Thegreen, \
    The Green Meadow, GM, Green Meadow, Saint Mary, Stmary, St Joseph, Street Joseph, Koelner, Kolner, Goethe, Gothe, Aachener, \
    Achener, Dr Fleming, Doctor Fleming, Doctor Roux, Dr Roux, Col Hidalgo, Cnel Hidalgo, 9 Mile, Nine Mile, 5th, 42nd, Forty, \
    County Road 12, Highway 101, FM 1960, Route 9, US Highway 9, Avenue C, Avenue of Commerce, K, Old Mill, Old Mil, Hill, Mill, \
    Mill Creek, Mill Creak, Baker, Parker, Rue de Lyon, Rue Lyon, Via Garibaldi, Via G Garibaldi, Garibaldi, Camino del Sol, \
    Knightsbridge, Knihgtsbridge, Massachusetts, Masachusetts, Zxqj, Fitzwilliam Upper Mountjoy, Orchard, Orhcard, Sherbrooke";
const TYPES: [&str; 10] = ["", "St", "St", "Ave", "Rd", "Blvd", "Ln", "Ct", "Drive", "Way"];
const DIRECTIONS: [&str; 10] = ["", "", "", "", "", "", "N", "S", "West", "NE"];
const PLACES: &str = "Reno NV 89501; Elko NV 89801; Austin TX 78701; South San Francisco CA 94080; San Francisco CA 94107; \
    Los Angeles CA 90012; St Louis MO 63101; El Paso TX 79901; Cranston RI 02910; Oakland CA 94607; Reno NV 89502; \
    Washington DC 20001; West Des Moines IA 50265; Elkhorn NE 68022; Salt Lake City UT 84101; The Dalles OR 97058; 10115 Berlin; \
    75001 Paris; 75008 Paris; 50667 Koeln; 50667 Koln; 20121 Milano; Dublin 4; Wash 4";

/// Lines that are near each other where it shows least.
const NEAR: &str = "12 Theg; 12 Delac; 12 Massachus; 12 Street Oakwood Reno NV 89501; 12 Oak Wood Reno NV 89501; 12 Blackmountains Reno NV \
    89501; 12 Xlaczmoqntains Reno NV 89501; 12 South Gate Rd Reno NV 89501; 12 Southgate Rd Reno NV 89501; 12 Rue Jeon \
    Moulin, 75001 Paris; 12 Jean M, 75001 Paris; 12 Martin Luther King, Reno NV 89501; 12 Martinluther Kinq, Reno NV 89501; \
    14 Cornhill Rd, Wortley, Leeds LS1 4AB; 14 Kornhil Rd, Leeds LS1 4AB; 12 Rew Street, Montreal QC H2X 1Y4; 12 Rue Streat, \
    Montreal QC H2X 1Y4; 12 Cruzmesa St, Reno NV 89501; 12 de la Cruz Mesa St, Reno NV 89501; Aachener Muehlen Koelner \
    Goethe Weg 12, 10115 Berlin; Achener Muhlen Kolner Gothe Weg 12, 10115 Berlin; 12 Highway Reno NV 89501; 12 Route Reno \
    NV 89501; 12 Saint Elmwood Reno NV 89501; 12 Elm Wood Reno NV 89501; 12 South Quip Erie PA 16501; 12 Southquip Erie PA \
    16501; 12 The Greenmeadow, Reno NV 89501; 12 Thegre; Mill House 14 Cornhill Rd, Wortley, Leeds LS1 4AB; 12 Chemin \
    Roadwayquz, Montreal QC H2X 1Y4; 12 Cheminotsky Road, Montreal QC H2X 1Y4; 14 Kornhil Rd, Leeds LS1 4AB; 12 Chemin \
    Roadwayquz, Montreal QC H2X 1Y4; 12 Juniper St, Reno NV 89501; 12 J Streez, Reno NV 89501; 12 Street, \
    Reno NV 89501; 12 Juniper Street, Reno NV 89501; 12 Street, Reno NV 89501; 12 Cornhill Juniper, Reno NV 89501; 12 \
    Kornhill J, Reno NV 89501; 9 Elm St, De la Cruz Mesa, TX 79901; 9 Elm St, Dela Cruz Mexa, TX 79901; 9 Elm St, Salem \
    Juniper, TX 79901; 9 Elm St, Salex J, TX 79901; 9 Elm St, Dalton, TX 79901; 9 Elm St, Dalxon, TX 79901";

/// Lines the cities of which are strangers, but for the last words of one of them.
const LENT: &str = "9 Fox Hunt Quay Dalton TX 79901; 9 Brickell Plum, Xenia Daltan, NM 88001; 9 Fox Hunt Quay Dalton TX 79901; 9 Fox \
    Hunt Quay, Docteur Mim, TX 79901; 9 Brickell Plum, Xenab Dr Mim, NM 88001; 9 Brickell Plum, Xenia Dalton Villx, NM 88001; \
    9 Fox Hunt Quay, Da Ltonville, TX 79901; 9 Fox Hunt Quay, Cornhill Brickell Plumtree, TX 79901; 9 Brickell Plum, Xenia \
    Dornwill Friskell Vlumtree, NM 88001";

/// Streets, cities and postcodes of Texas, some of which have a street or a city in common where they are read otherwise.
const TEXAS: &str = "3985 Cedar Ln|Houston|77009; 8592 N Wilshire Ter|San Antonio|78242; 8212 Old Post Ct Ste 99|San Antonio|78216; \
    1847 Maple Ave|El Paso|79901; 7016 Elm St|Del Rio|75840; 7928 Washington Ct|Houston|77009; 412 Mapel|El Paso|79901; 5120 Nine \
    Mile Rd|Dallas|75201; 64 9 Mile Rd|El Paso|79901; 9031 Green Lake Rd|Waco|76701; 88 The Green Lake Rd|Houston|77009; 2205 \
    Bay|City|77414; 640 Quay St|Bay City|77414; 31 Elm|Rio|79840; 7413 Southgate Rd|Waco|76701; 96 Gate Rd|Dallas|75201; 1200 \
    Quay|Paso|75201; 5300 Route 9|Houston|77009; 2750 Highway 9|Waco|76701; 3|Houston|77009; 7650 Oak Hill|Antonio|75460; 918 \
    Dr Roux St|Laredo|78040; 3307 Doctor Roux St|Tyler|75701; 4410 Peach Ln|Katy|77449";

fn split<'a>(texts: &'a str, by: &str) -> Vec<&'a str> {
    texts.split(by).map(str::trim).collect()
}

/// That each answer tells as many as it did.
fn hold<const ANSWERS: usize>(told: [usize; ANSWERS], held: [usize; ANSWERS]) {
    assert!(told.iter().zip(&held).all(|(told, held)| told >= held), "{told:?} are told, not {held:?}");
}

/// A name of a street with a type behind it, and a direction before it.
fn street(name: &str, dice: &mut Dice) -> String {
    let words = [dice.one_of(&DIRECTIONS), name, dice.one_of(&TYPES)];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn read(line: &str) -> Address {
    Address::parse(line, None).expect("an address")
}

/// What is said of phrases, and of the whole street whatever of it is read.
#[test]
fn strange_streets_are_told_at_once() {
    let mut dice = Dice(1);
    let (names, places) = (split(NAMES, ","), split(PLACES, ";"));
    let addresses: Vec<Address> = (0..2 * names.len())
        .map(|turn| {
            let comma = if turn % 4 == 0 { "" } else { "," };
            read(&format!("12 {}{comma} {}", street(names[turn / 2], &mut dice), dice.one_of(&places)))
        })
        .chain([NEAR, LENT].into_iter().flat_map(|lines| split(lines, ";")).map(read))
        .collect();
    let mut told = [0; 8];
    for (at, a) in addresses.iter().enumerate() {
        for b in &addresses[..at] {
            let (first, second) = (a.split_at(0), b.split_at(0));
            let (x, y) = (Phrase::of(a, first.street), Phrase::of(b, second.street));
            let (of_x, of_y) = (x.sum(), y.sum());
            if !share_word(x, &of_x, y, &of_y) {
                let said = [are_apart((x, &of_x), (y, &of_y)), is_far((x, &of_x), (y, &of_y))];
                let is_different = said != [false; 2] && by_letters(x, y, x, y, false) == Likeness::Different;
                assert!(said == [false; 2] || is_different);
                told[0] += usize::from(said[0]);
                told[1] += usize::from(said[1]);
            }
            for (x, y) in [(x, y), (y, x)] {
                if !x.is_empty() && !y.is_empty() && !may_be_joined(x, y, x, y) {
                    told[5] += 1;
                    assert_eq!(word_by_word(x, y, x, y, false), in_a_row(x, y, x, y, false));
                }
            }
            if have_strange_streets(a, b) {
                told[2] += 1;
                assert!(by_all_comparisons(x, y) == Names::Different);
            }
            let (x, y) = (Phrase::of(a, first.city), Phrase::of(b, second.city));
            if have_strange_cities(a, b) {
                told[3] += 1;
                assert_eq!(likeness_by(by_letters, x, y), Likeness::Different);
                if have_other_ends(a, b) {
                    told[6] += 1;
                    assert!(!lend_words(a, b));
                } else if lend_words(a, b) {
                    told[7] += 1;
                }
            }
            if streets_are_far(a, b) {
                told[4] += 1;
                let common = |far| Common { far, ..Common::of(a, b) };
                for (one, other) in a.splits().flat_map(|one| b.splits().map(move |other| (one, other))) {
                    let found = [true, false].map(|far| common(far).evaluate((a, &one), (b, &other), |_| true));
                    assert!(found[0] == found[1]);
                }
            }
        }
    }
    hold(told, [22_236, 22_461, 19_967, 20_805, 3_615, 23_398, 13_875, 5]);
}

/// Lines with and without commas, with units and without, boxes, parts that are missing.
fn line(names: &[&str], places: &[&str], dice: &mut Dice) -> String {
    let number = dice.one_of(&["12", "12", "14", "1200", "12A", ""]);
    let unit = dice.one_of(&["", "", "", "Apt 4", "Unit B", "Fl 2 Apt 4"]);
    let comma = dice.one_of(&["", ","]);
    let street = street(dice.one_of(names), dice);
    let place = dice.one_of(places);
    let place = match dice.one_of(&[0, 0, 0, 0, 1, 2]) {
        0 => place.to_owned(),
        1 => place.rsplit_once(' ').expect("two words").0.to_owned(),
        _ => place.split(' ').rev().take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" "),
    };
    match dice.one_of(&[0, 0, 0, 0, 0, 0, 1, 2, 3]) {
        1 => format!("PO Box 12, {place}"),
        2 => format!("PO Box 12, {number} {street}{comma} {place}"),
        3 => place,
        _ => format!("{number} {street} {unit}{comma} {place}"),
    }
}

/// Addresses of one state, each in a line and in parts.
fn texans() -> impl Iterator<Item = Address> {
    split(TEXAS, ";").into_iter().flat_map(|text| {
        let [street, city, postcode] = split(text, "|")[..] else { unreachable!("three parts") };
        [read(&format!("{street} {city} TX {postcode}")), american([street, city, "TX", postcode])]
    })
}

/// Street, city, state and postcode of an address of the United States, in fields.
fn american(fields: [&str; 4]) -> Address {
    of_country("US", fields)
}

fn of_country(code: &str, fields: [&str; 4]) -> Address {
    let [line1, city, state, postal_code] = fields.map(|text| Some(text.to_owned()));
    let country = Some(code.to_owned());
    let parts = crate::PostalAddress { line1, city, state, postal_code, country, ..crate::PostalAddress::default() };
    Address::from_parts(&parts).expect("an address")
}

/// What is said of whole addresses and of their readings.
#[test]
fn strangers_are_told_at_once() {
    let mut dice = Dice(2);
    let (names, places) = (split(NAMES, ","), split(PLACES, ";"));
    let lines = (0..150).map(|_| line(&names, &places, &mut dice));
    let lines = lines.chain(split(LENT, ";").into_iter().map(str::to_owned)).map(|line| read(&line));
    let addresses: Vec<Address> = lines.chain(texans()).collect();
    let mut told = [0; 3];
    for (at, a) in addresses.iter().enumerate() {
        for b in &addresses[..=at] {
            let closely = compare_closely(a, b);
            let common = Common::of(a, b);
            if let Some(found) = compare_strangers(a, b) {
                told[0] += 1;
                assert_eq!(found, closely);
                // Told by all readings of two addresses of one state.
                let place = common.place_points(Likeness::Different, &Streets::Different, a, b);
                told[2] += usize::from(!common.is_most(place, a, b) && common.is_most_of_strangers(place, a, b));
            }
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
    hold(told, [3_576, 38_517, 362]);
}

/// Of a name of more letters than are counted nothing is told.
#[test]
fn a_name_of_too_many_letters_is_not_told() {
    let rest = " blackmount".repeat(26);
    let one = read(&format!("12 Blackmoqnt{rest} Oak Fum, Reno NV 89501"));
    let other = read(&format!("12 Blackmoznt{rest} Oakfum, Reno NV 89501"));
    assert!(!have_strange_streets(&one, &other));
}

/// The answer is given at the bound that it names, and not for places that may be worth more.
#[test]
fn strangers_are_told_from_their_bound_on() {
    let stranger = american(["98 Juniper Rd", "Austin", "TX", "78701"]);
    for fields in [
        ["12 Oak St", "Reno", "NV", "89501"],
        ["12 Oak St", "Dallas", "TX", "75201"],
        ["98 Oak St", "Dallas", "TX", "75201"],
        ["98 Oak St", "Dallas", "TX", ""],
        ["12 Oak St", "Dallas", "", ""],
    ] {
        let other = american(fields);
        for (a, b) in [(&stranger, &other), (&other, &stranger)] {
            let common = Common::of_strangers(a, b);
            let place = common.postcode_cost().0 + common.region_cost() + points::CITY_MISSING;
            let bound = WHOLE - place - points::STREET_TYPO - number_cost(a, b).0;
            assert!(common.is_most_of_strangers(bound, a, b), "{fields:?}");
            assert!(!common.is_most_of_strangers(bound - 1, a, b), "{fields:?}");
        }
    }
    // Worth more than that may be the same postcode, what an open end goes on to, a street that begins alike, a near city.
    for fields in [
        ["12 Oak St", "Dallas", "TX", "78701"],
        ["12 Oak Hill", "", "", ""],
        ["12 Jumiper Rd", "Dallas", "TX", "75201"],
        ["12 Oak St", "Austin Hills", "TX", "75201"],
    ] {
        let other = american(fields);
        for (a, b) in [(&stranger, &other), (&other, &stranger)] {
            assert!(!Common::of_strangers(a, b).is_most_of_strangers(WHOLE, a, b), "{fields:?}");
        }
    }
    // Nor is anything said of another country.
    let other = of_country("CA", ["12 Oak St", "Toronto", "ON", "M5V 2T6"]);
    assert!(!Common::of_strangers(&stranger, &other).is_most_of_strangers(WHOLE, &stranger, &other));
}
