//! Names that are read at once, beside the whole machinery, and what it rests on.

use super::*;

/// What a letter may begin is no name by its second word, so that a plain name holds no phrase.
#[test]
fn phrases_of_a_letter_go_on_with_a_word_of_the_tables() {
    for phrase in tables::all_phrases() {
        let Some((first, rest)) = phrase.split_once(' ') else { continue };
        let second = rest.split(' ').next().unwrap_or(rest);
        assert!(first.len() > 1 || tables::word(second.as_bytes()).class != 0, "{phrase}");
    }
}

/// What joins two persons is told by one word behind it from a phrase that begins so.
#[test]
fn phrases_that_begin_as_persons_are_joined_are_short() {
    for phrase in tables::all_phrases().filter(|phrase| phrase.starts_with("or ") || phrase.starts_with("and ")) {
        assert_eq!(phrase.split(' ').count(), 2, "{phrase}");
    }
}

#[test]
fn plain_names_read_as_by_the_whole_machinery() {
    let cases = include_str!("../../../tests/cases/name.tsv");
    let cells = cases.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split('\t').take(2));
    let cells: Vec<&str> = cells.collect();
    let mut plain = 0;
    let mut check = |raw: &str| {
        let mut quick = Name::empty();
        let Some(()) = plain::read(&mut quick, raw) else { return };
        plain += 1;
        let whole = parse_stated(raw, &Aliases::new()).expect("a name");
        assert_eq!((&quick.text, &quick.links, quick.unread()), (&whole.text, &whole.links, whole.unread()), "{raw}");
        assert!(quick.words == whole.words && quick.parties == whole.parties, "{raw}");
    };
    for pair in cells.windows(2) {
        let (one, two) = (pair[0], pair[1]);
        let first = one.split(' ').next().unwrap_or(one);
        check(one);
        check(first);
        check(&format!("{one} {two}"));
        check(&format!("{one}, {two}"));
        check(&format!("{one}, BA"));
        check(&format!("{one}, TX"));
        check(&format!("{one}, Owner"));
        check(&format!("{one} DO"));
        check(&format!("POA {one}"));
        check(&format!("{one} with {two}"));
        check(&format!("{first} {two}."));
        for joint in ["or", "AND", "&", "and wife", "or  a"] {
            check(&format!("{one} {joint} {two}"));
            check(&format!("{first} {joint} {two}"));
            check(&format!("A {two} {joint} {one}"));
            for title in ["MRS", "Dr.", "MR A"] {
                check(&format!("{title} {one} {joint} {two}"));
            }
            check(&format!("MR {first} {joint} {two}"));
            check(&format!("MR {first} {one} {joint} MRS {two}"));
        }
        check(&format!("{two} A {first}"));
        for title in ["MRS", "Dr."] {
            check(&format!("{title} {one}, {two}"));
            check(&format!("{title} {first}, {two} A"));
            check(&format!("{title} {first}, {two} {first}"));
            check(&format!("{title} {one} {first}"));
            check(&format!("{title} {two} {one}"));
        }
        check(&format!("{one}, {first} Jr"));
        check(&format!("{one}-{first}, {two} Sr"));
        check(&format!("DE LA {one}, {first} Sr"));
        check(&format!("VAN DER {first}, {one}"));
        check(&format!("{one}, BA Jr"));
        check(&format!("{one} Al-{first}"));
        check(&format!("{one} {first}-{two}"));
        check(&format!("{one} {first} ANNA"));
        check(&format!("{two} {first} {two}"));
        check(&format!("{first}, {two} y {first}"));
        for suffix in ["V", "V.", "Sr", "SR.", "V Sr", "V V", "Jr V", "V Jr"] {
            check(&format!("{one} {suffix}"));
            check(&format!("{suffix} {one}"));
            check(&format!("{first}, {two} {suffix}"));
            check(&format!("{first} {suffix}, {two}"));
            check(&format!("{first} {suffix}"));
            check(&format!("{first}, {suffix}"));
            check(&format!("{first} {suffix} {two}"));
            check(&format!("{first} {two} {suffix} {first}"));
            check(&format!("MR {first} {suffix}"));
            check(&format!("MR {one}, {suffix} {first}"));
        }
        for letter in ["A", "E", "U", "Y"] {
            check(&format!("{one} {letter}"));
            check(&format!("{one} {letter}."));
            check(&format!("{first}, {two} {letter}"));
            check(&format!("{one} {letter}, {first}"));
            check(&format!("{first} {letter} {two}"));
            check(&format!("{letter} {two} Jr"));
            check(&format!("{first} {letter} {two} Sr"));
            check(&format!("{first} {letter} Al-{two}"));
            check(&format!("{first} {first} {letter} {two}"));
            check(&format!("{letter} de la {two}"));
        }
        check(&one.replacen(' ', ", ", 1));
        check(&one.replacen(' ', "-", 1));
        check(&one.replace(' ', ". "));
        check(&one.replace(' ', " '"));
    }
    for raw in ["Pä Ly Smith", "Anna Rosenlø", "Ø Ek", "ELSÄ, JOHN", "O'Brieü Ann", "Zoë Ü. Æ Ölø"] {
        check(raw);
    }
    assert!(plain > 4_000, "{plain}");
}
