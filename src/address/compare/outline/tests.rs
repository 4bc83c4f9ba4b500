//! What is kept of an address, and the quick answers from it, beside the same told by sets of letters, bit by bit.

use super::*;

/// Lines of which many are near each other: names glued and parted, articles, types before and behind, numbers, slips.
const LINES: &str = "12 Elm Wood Rd, Reno NV 89501; 12 Klmwood Rd, Reno NV 89501; 12 The Elmwood, Reno NV 89501; 12 The K, Reno NV 89501; \
    12 Oak Hill St, Elk Grove CA 95624; 12 Oak Hall St, Elk Green CA 95624; 9 Juniper Hollow Ave, South Elk CA 95624; \
    9 Zuniper Hallow Ave, Xouth Elkin CA 95624; 9 Rue de Lyon, 75001 Paris; 9 Rue Lyon, 75008 Paris; 9 Chemin de Dyon, 75001 \
    Baris; 7 Rue Garibaldi, Montreal QC H2X 1Y4; 7 Streetsville Rd, Montreal QC H2X 1Y4; 7 Aroadley Rue, Montreal QC H2X 1Y4; \
    4 Via Roma, 20121 Milano; 4 Roma Via, 20121 Wilano; 3 Dame St, Dublin 4; 3 Lame St, Wexford 6; 3 Mill Creek Rd, Quarry 8; \
    5 Southgate Rd, Waco TX 76701; 5 Quarry, Mill Ln, Waco TX 76701; 5 Quarry Mill Ln, Waco TX 76701; Mill House, 5 Quarry, Mill Ln, Waco TX 76701; \
    10115 Berlin, Quarry, Mill Str 5; Apt 4, 5 Quarry, Mill Ln, Waco TX 76701; Waco TX 76701, 5 Quarry, Mill Ln; Flat 2, \
    Mill House, 14 Cornhill Rd, Wortley, Leeds LS1 4AB; 8 9 Mile Rd, Katy TX 77449; \
    8 K St NW, Washington DC 20001; 8 J St NW, Washingtom DC 20001; 8 Massachusetts Ave, Zxqj; 8 Washington; 8 Fitzwilliam Upper \
    Mountjoy Crescent, Dublin; 8 Xitzwilliam Upper Kountjoy Crescent, Bublin; 1 St Joseph St, St Paul MN 55101; 1 Ct Joseph \
    St, St Saul MN 55101; 1 El Camino Real, Vista CA 92083; 1 Camino Deal, Nista CA 92083; 2 Westbrook, Lima OH 45801; 2 \
    Qestbrook, Lime OH 45801; 6 Ox Rd, Ulm MN 56073; 6 Ax Rd, Elm MN 56073; 6 Oxbow Rd, Ulmer MN 56073";

/// Letters as the numbers of their bits.
fn set(letters: u32) -> impl Iterator<Item = u32> + Clone {
    (0..32).filter(move |bit| letters & 1 << bit != 0)
}

/// How many letters of one set are not in another.
fn missing(letters: u32, others: u32) -> usize {
    set(letters).filter(|letter| !set(others).any(|other| other == *letter)).count()
}

fn union(words: &[Token]) -> u32 {
    (0..32).filter(|bit| words.iter().any(|word| word.letters & 1 << bit != 0)).map(|bit| 1 << bit).sum()
}

fn has(classes: u8, class: u8) -> bool {
    classes & class != 0
}

fn addresses() -> Vec<Address> {
    LINES.split(';').map(|line| Address::parse(line.trim(), None).expect("an address")).collect()
}

#[test]
fn what_is_kept_of_a_street_is_what_its_words_show() {
    for address in addresses() {
        let split = address.split_at(0);
        let words = address.token_range(split.street);
        let (from, to) = name_of(words);
        let name = address.names.street;
        assert_eq!(usize::from(address.street_words), words.len());
        assert_eq!(name.beside(), (from, words.len() - to));
        assert_eq!(has(name.classes, SINGLE), to - from == 1);
        let outline = Outline::of_first_street(&address);
        assert_eq!(outline.core().all, union(&words[from..to]));
        let bilingual =
            type_of(words, (from, to)).is_some_and(|word| matches!(address.spelling(word), b"rue" | b"chemin"));
        assert_eq!(has(name.classes, MORE), bilingual || missing(outline.core().all, name.needed) > 0);
        let parted = (split.street.0 + 1..split.street.1).any(|at| address.stated >> at & 1 != 0);
        let turned = words.get(from).is_some_and(|word| begins_with_direction(address.spelling(*word)));
        let untold = has(Name::of(&address, words, (from, to)).classes, UNTOLD);
        assert_eq!(has(name.classes, UNTOLD), parted || turned || untold);
    }
}

#[test]
fn streets_are_told_apart_by_the_letters_that_only_one_has() {
    let addresses = addresses();
    let mut told = [0; 2];
    for (a, b) in addresses.iter().flat_map(|a| addresses.iter().map(move |b| (a, b))) {
        let (x, y) = (&a.names, &b.names);
        let most = usize::from((x.street.classes % 4).max(y.street.classes % 4));
        let differ = |of_a: usize, of_b: usize| of_a > most || of_b > most;
        let (one, other) = (x.street.needed, y.street.needed);
        let more = has(x.street.classes, MORE) || has(y.street.classes, MORE);
        let by_letters = differ(missing(one, y.all), missing(other, x.all))
            || !more
                && differ(missing(one, other), missing(other, one))
                && differ(missing(x.typed, other), missing(other, x.all))
                && differ(missing(one, y.all), missing(y.typed, one));
        assert_eq!(have_strange_letters(a, b), by_letters);
        told[usize::from(by_letters)] += 1;

        let (first, with) = (first_of_street(a), first_of_street(b));
        let by_beginnings = first.zip(with).is_some_and(|(first, with)| {
            let strange = missing(first.letters, y.all) > 0 && missing(with.letters, x.all) > 0;
            strange && !first.is(LEFT_OUT) && !with.is(LEFT_OUT) && !are_near_words(*first, *with)
        });
        assert_eq!(have_strange_beginnings(a, b), by_beginnings);
    }
    assert!(told.iter().all(|&pairs| pairs > 50), "{told:?}");
}

#[test]
fn cities_are_told_apart_by_the_letters_that_only_one_has() {
    let addresses = addresses();
    let mut told = [0; 2];
    for (a, b) in addresses.iter().flat_map(|a| addresses.iter().map(move |b| (a, b))) {
        let of_city = |address: &Address| address.token_range(address.split_at(0).city).to_vec();
        let (one, other) = (of_city(a), of_city(b));
        let classes = (a.names.city.classes, b.names.city.classes);
        let most = usize::from((classes.0 % 4).max(classes.1 % 4));
        let only = (missing(a.names.city.needed, union(&other)), missing(b.names.city.needed, union(&one)));
        let far = a.tokens.last().zip(b.tokens.last()).is_some_and(|(x, y)| are_far_words(*x, *y));
        let by_letters = only.0 > 0
            && only.1 > 0
            && (only.0 > most || only.1 > most)
            && (has(classes.0, SINGLE) || one.len() != other.len() || far);
        assert_eq!(have_strange_letters_of_cities(a, b), by_letters);
        told[usize::from(by_letters)] += 1;
        let is_asked = |class: u8| !has(class, UNTOLD) && !has(class, NUMBER);
        if !is_asked(classes.0) || !is_asked(classes.1) {
            assert!(!have_strange_cities(a, b));
        }
    }
    assert!(told.iter().all(|&pairs| pairs > 50), "{told:?}");
}
