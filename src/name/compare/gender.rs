//! Names of a man and a woman that differ in their ending: given names that are two, and the two forms of one surname.

use super::sound::is_vowel;

/// Xo and Xa, X and Xa, X and Xe, Xe and Xee: the masculine and the feminine name in many languages. Leann and Leanne are one.
pub(super) fn is_gender_pair(x: &[u8], y: &[u8]) -> bool {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    if long.len() == short.len() {
        let split = short.len() - 1;
        return short[..split] == long[..split]
            && matches!(
                (short[split].min(long[split]), short[split].max(long[split])),
                (b'a', b'o') | (b'a', b'e') | (b'a', b'i') | (b'e', b'o') | (b'a', b'u')
            );
    }
    if is_ko_pair(short, long) {
        return true;
    }
    long.len() == short.len() + 1
        && long.starts_with(short)
        && matches!(long[long.len() - 1], b'a' | b'e')
        && (!is_vowel(short[short.len() - 1]) || long.ends_with(b"ee"))
        && !(long.len() > 5 && long.ends_with(b"anne"))
}

/// Yoshio and Yoshiko: a man and a woman of Japan.
pub(super) fn is_ko_pair(short: &[u8], long: &[u8]) -> bool {
    let stem = short.strip_suffix(b"o").filter(|stem| stem.len() >= 3 && is_vowel(stem[stem.len() - 1]));
    stem.is_some_and(|stem| long.strip_suffix(b"ko") == Some(stem))
}

/// Ivanov and Ivanova, Kowalski and Kowalska, Tolstoy and Tolstaya, Novak and Novakova, Svoboda and Svobodova,
/// Papadopoulos and Papadopoulou, Kazlauskas, Kazlauskiene (his wife) and Kazlauskaite (his daughter).
pub(super) fn is_gendered_surname(x: &[u8], y: &[u8]) -> bool {
    const ENDINGS: [(&[u8], &[u8]); 34] = [
        (b"ov", b"ova"),
        (b"ev", b"eva"),
        (b"in", b"ina"),
        (b"yn", b"yna"),
        (b"sky", b"skaya"),
        (b"ski", b"skaya"),
        (b"skiy", b"skaya"),
        (b"skii", b"skaia"),
        (b"skyi", b"ska"),
        (b"sky", b"ska"),
        (b"ski", b"ska"),
        (b"cki", b"cka"),
        (b"dzki", b"dzka"),
        (b"oy", b"aya"),
        (b"y", b"a"),
        (b"", b"ova"),
        (b"ek", b"kova"),
        (b"ec", b"cova"),
        (b"el", b"lova"),
        (b"os", b"ou"),
        (b"is", b"i"),
        // Not Corda and Cordova, Cana and Canova.
        (b"ka", b"kova"),
        (b"ha", b"hova"),
        (b"la", b"lova"),
        (b"ra", b"rova"),
        (b"oda", b"odova"),
        (b"as", b"iene"),
        (b"is", b"iene"),
        (b"us", b"iene"),
        (b"ys", b"iene"),
        (b"as", b"aite"),
        (b"is", b"yte"),
        (b"ys", b"yte"),
        (b"us", b"ute"),
    ];
    let pair = |masculine: &[u8], feminine: &[u8]| {
        ENDINGS.iter().any(|(m, f)| {
            masculine.len() >= m.len() + 3
                && masculine
                    .strip_suffix(*m)
                    .is_some_and(|stem| feminine.strip_suffix(*f).is_some_and(|other| other == stem))
        })
    };
    // The stem has three letters at least.
    x.get(..3).is_some_and(|stem| y.starts_with(stem)) && (pair(x, y) || pair(y, x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gendered_surnames_are_one() {
        for (x, y) in
            [("ivanov", "ivanova"), ("kowalski", "kowalska"), ("novak", "novakova"), ("papadopoulos", "papadopoulou")]
        {
            assert!(is_gendered_surname(x.as_bytes(), y.as_bytes()), "{x} {y}");
        }
    }

    #[test]
    fn leann_and_leanne_are_one() {
        assert!(!is_gender_pair(b"leann", b"leanne") && !is_gender_pair(b"suzann", b"suzanne"));
        assert!(is_gender_pair(b"louis", b"louise") && is_gender_pair(b"daniel", b"daniela"));
    }
}
