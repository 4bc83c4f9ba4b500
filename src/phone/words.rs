//! The words of a phone field: labels, extensions, conjunctions, and letters that stand for digits.

/// Words that say what kind of number it is, and carry nothing.
pub(super) fn is_label(word: &[u8]) -> bool {
    matches!(
        word,
        b"h" | b"home"
            | b"house"
            | b"c"
            | b"cell"
            | b"cellular"
            | b"m"
            | b"mob"
            | b"mobile"
            | b"handy"
            | b"movil"
            | b"celular"
            | b"cel"
            | b"w"
            | b"work"
            | b"business"
            | b"bus"
            | b"office"
            | b"off"
            | b"o"
            | b"d"
            | b"direct"
            | b"p"
            | b"t"
            | b"tel"
            | b"tlf"
            | b"telefon"
            | b"telefono"
            | b"telefone"
            | b"telephone"
            | b"ph"
            | b"phone"
            | b"number"
            | b"no"
            | b"nr"
            | b"num"
            | b"f"
            | b"fax"
            | b"main"
            | b"primary"
            | b"secondary"
            | b"other"
            | b"day"
            | b"evening"
            | b"eve"
            | b"night"
            | b"landline"
            | b"residence"
            | b"res"
            | b"preferred"
            | b"contact"
            | b"call"
            | b"sms"
            | b"text"
            | b"whatsapp"
            | b"voice"
            | b"portable"
            | b"mobil"
            | b"gsm"
            | b"pager"
            | b"alt"
            | b"line"
            | b"fixe"
            | b"fijo"
            | b"casa"
            | b"personal"
            | b"private"
            | b"privat"
    )
}

/// Words that stand between two numbers.
pub(super) fn is_conjunction(word: &[u8]) -> bool {
    matches!(word, b"or" | b"and" | b"und" | b"oder" | b"ou" | b"et" | b"y" | b"e" | b"of" | b"en")
}

/// Words before an extension.
pub(super) fn is_extension(word: &[u8]) -> bool {
    matches!(
        word,
        b"x" | b"ext"
            | b"exte"
            | b"extn"
            | b"xt"
            | b"xtn"
            | b"extension"
            | b"extensao"
            | b"extencion"
            | b"anexo"
            | b"int"
            | b"interno"
            | b"dob"
            | b"poste"
            | b"dw"
            | b"durchwahl"
            | b"apparat"
            | b"toestel"
            | b"ramal"
            | b"wew"
    )
}

/// The keypad digit of a letter (ITU-T E.161).
pub(super) fn keypad(letter: u8) -> u8 {
    match letter {
        b'a'..=b'c' => 2,
        b'd'..=b'f' => 3,
        b'g'..=b'i' => 4,
        b'j'..=b'l' => 5,
        b'm'..=b'o' => 6,
        b'p'..=b's' => 7,
        b't'..=b'v' => 8,
        _ => 9,
    }
}

/// The digit that a letter is written for: capital O for zero, small L or capital I for one (also what optical reading makes
/// of them).
pub(super) fn slipped_digit(letter: u8) -> Option<u8> {
    match letter {
        b'o' => Some(0),
        b'l' | b'i' => Some(1),
        _ => None,
    }
}
