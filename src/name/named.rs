//! Words that the rules call by their letters. The packed table of names marks them, so that no other word is looked for here.

/// Family names of nine in ten people of Vietnam and the usual ones of Hong Kong, which stand first.
pub(super) const EASTERN_SURNAMES: [&str; 46] = [
    "nguyen", "tran", "le", "pham", "huynh", "hoang", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
    "ly", "dinh", "doan", "trinh", "truong", "luong", "mai", "lam", "cao", "chan", "wong", "cheung", "leung", "lau",
    "ng", "cheng", "yeung", "tsang", "kwok", "tang", "fung", "chow", "yip", "tam", "chu", "mak", "lai", "poon", "tse",
    "siu", "lo",
];

/// Words that say a number: number words, ordinals, Roman numerals.
pub(super) const NUMBER_WORDS: [(&str, u16); 43] = [
    ("one", 1),
    ("first", 1),
    ("1st", 1),
    ("i", 1),
    ("two", 2),
    ("second", 2),
    ("2nd", 2),
    ("ii", 2),
    ("three", 3),
    ("third", 3),
    ("3rd", 3),
    ("iii", 3),
    ("four", 4),
    ("fourth", 4),
    ("4th", 4),
    ("iv", 4),
    ("five", 5),
    ("fifth", 5),
    ("5th", 5),
    ("v", 5),
    ("six", 6),
    ("sixth", 6),
    ("vi", 6),
    ("seven", 7),
    ("seventh", 7),
    ("vii", 7),
    ("eight", 8),
    ("eighth", 8),
    ("viii", 8),
    ("nine", 9),
    ("ninth", 9),
    ("ix", 9),
    ("ten", 10),
    ("tenth", 10),
    ("x", 10),
    ("eleven", 11),
    ("eleventh", 11),
    ("twelve", 12),
    ("twelfth", 12),
    ("twenty", 20),
    ("twentieth", 20),
    ("fifty", 50),
    ("hundred", 100),
];

/// Words that are no names of the tables and may be more than names: they show a business, or are abbreviations.
pub(super) const MORE: [&str; 8] = ["the", "of", "for", "at", "on", "by", "ma", "jos"];
