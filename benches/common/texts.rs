//! Hostile texts: what the tests and benches fill a field with.

/// The size of a hostile field.
pub(crate) const FIELD: usize = 64 << 10;

/// Units that are repeated to fill a field: names, what looks like many owners, marks, blanks, separators, digits.
pub(crate) const UNITS: [(&str, &str); 26] = [
    ("one letter", "a"),
    ("one token", "Rosen "),
    ("initials", "J "),
    ("commas", ","),
    ("commas and blanks", ", "),
    ("hyphens", "-"),
    ("quotes", "'"),
    ("parentheses", "("),
    ("combining marks", "\u{301}"),
    ("letters with marks", "e\u{301}\u{323}"),
    ("right-to-left overrides", "\u{202e}"),
    ("zero-width joiners", "\u{200d}"),
    ("zero-width spaces", "\u{200b}"),
    ("lost letters", "\u{fffd}"),
    ("ligatures that fold long", "\u{fdfa}"),
    ("ideographs", "王"),
    ("co-owners", "A Li OR "),
    ("owners by ampersand", "Jo Roe & "),
    ("trades", "DBA Acme "),
    ("nicknames", "Jenny Bill Bob "),
    ("mailboxes", "a@b.co "),
    ("at signs", "@"),
    ("digits", "5"),
    ("numbers", "503-555-0187 or "),
    ("units", "Apt 4 # 5 "),
    ("addresses", "12 Elm St Apt 3, Dover, DE 19901; "),
];

/// A text of at least so many bytes.
pub(crate) fn fill(unit: &str, length: usize) -> String {
    unit.repeat(length.div_ceil(unit.len()))
}
