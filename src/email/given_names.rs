//! Names in a local part: whether two parts of a local part are forms of one given name.

/// The shortest beginning that two forms of a name share.
const SHARED: usize = 3;
/// ... without an ending that makes short forms.
const LONG_SHARED: usize = 4;

/// Whether two different words may be forms of one given name.
///
/// Forms that share their beginning are seen here (`jen`, `jenny`, `jennifer`; `rob`, `robert`); others (`bill`, `william`)
/// are for [`share_name`].
pub(super) fn are_variants(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < SHARED || short == long {
        return false;
    }
    let shared = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if shared == short.len() {
        return true;
    }
    // jenny/jennifer, robbie/robert: a short form in -y or -ie, with its last consonant perhaps doubled.
    let stem = short.strip_suffix(b"ie").or_else(|| short.strip_suffix(b"y")).unwrap_or(short);
    let undoubled = match stem {
        [rest @ .., last, doubled] if last == doubled && rest.len() + 1 >= SHARED => &stem[..stem.len() - 1],
        _ => stem,
    };
    if stem.len() < short.len() && undoubled.len() >= SHARED && long.starts_with(undoubled) {
        return true;
    }
    // jennifer/jennie, catherine/cathleen share four letters: only where one of them is clearly the longer.
    shared >= LONG_SHARED && long.len() >= short.len() + 2
}

/// Whether two words stand for one name by the name tables (`bill` and `william`): numbers of names with their grade, read
/// when the mailbox was. As between names, one side is the name itself or both are sure nicknames of it.
pub(super) fn share_name(a: &[u16], b: &[u16]) -> bool {
    a.iter().any(|p| b.iter().any(|q| p >> 2 == q >> 2 && ((p & 3).min(q & 3) == 0 || (p & 3, q & 3) == (1, 1))))
}

/// Whether two words are given names of different people, however few letters apart.
///
/// Names of a man and a woman that differ in their last letter are seen here (`maria`, `mario`); others (`tim`, `tom`) are for
/// the name tables.
pub(super) fn are_different(a: &[u8], b: &[u8]) -> bool {
    match (a, b) {
        ([stem_a @ .., b'a'], [stem_b @ .., b'o']) | ([stem_a @ .., b'o'], [stem_b @ .., b'a']) => {
            stem_a.len() >= SHARED && stem_a == stem_b
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_share_their_beginning() {
        for (a, b) in
            [("jen", "jenny"), ("jenny", "jennifer"), ("robbie", "robert"), ("dan", "daniel"), ("mike", "mikey")]
        {
            assert!(are_variants(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("mark", "maria"), ("jo", "joseph"), ("jenny", "jenny"), ("tara", "owen"), ("marcus", "martin")]
        {
            assert!(!are_variants(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
    }
}
