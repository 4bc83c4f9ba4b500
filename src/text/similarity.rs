//! How far apart two folded words are.

/// The number of insertions, deletions, substitutions and swaps of neighbours between two folded words (optimal string
/// alignment), or `None` above `most`.
pub(crate) fn edits(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    // Folded text is ASCII, so this never fails; an empty string would only make words look further apart.
    let (a, b) = (core::str::from_utf8(a).unwrap_or(""), core::str::from_utf8(b).unwrap_or(""));
    let distance = strsim::osa_distance(a, b);
    (distance <= most).then_some(distance)
}

/// Jaro–Winkler similarity of two folded words, 0.0 to 1.0.
#[allow(dead_code)]
pub(crate) fn jaro_winkler(a: &[u8], b: &[u8]) -> f64 {
    strsim::jaro_winkler(core::str::from_utf8(a).unwrap_or(""), core::str::from_utf8(b).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_count_slips() {
        assert_eq!(edits(b"rosen", b"rosen", 0), Some(0));
        assert_eq!(edits(b"jenny", b"jneny", 2), Some(1));
        assert_eq!(edits(b"rosen", b"rossen", 2), Some(1));
        assert_eq!(edits(b"mark", b"jenny", 2), None);
    }
}
