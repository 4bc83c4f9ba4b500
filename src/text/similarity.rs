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
    if !(a.is_ascii() && b.is_ascii()) {
        // Domains may hold letters of any script, and the mark of a lost one: edits are of letters, not of bytes.
        let (a, b) = (core::str::from_utf8(a).unwrap_or(""), core::str::from_utf8(b).unwrap_or(""));
        let distance = strsim::osa_distance(a, b);
        return (distance <= most).then_some(distance);
    }
    // What is the same at both ends needs no edit.
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        // The lengths differ by no more than is allowed.
        return Some(long.len());
    }
    if most <= MOST_TRIED {
        return (1..=most).find(|&most| are_within(short, long, most));
    }
    if short.len() < ROW {
        return osa(short, long, most);
    }
    // Both are ASCII, so this never fails.
    let (a, b) = (core::str::from_utf8(a).unwrap_or(""), core::str::from_utf8(b).unwrap_or(""));
    let distance = strsim::osa_distance(a, b);
    (distance <= most).then_some(distance)
}

/// So few edits are tried one by one.
const MOST_TRIED: usize = 3;

/// Whether two words that begin with different letters, the second of which is no shorter, are within so many edits of each
/// other: one at least. The first edit takes the first letter of either or both, or swaps the first two.
fn are_within(short: &[u8], long: &[u8], most: usize) -> bool {
    let rest = |short: &[u8], long: &[u8]| {
        let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
        let (short, long) = (&short[head..], &long[head..]);
        let (short, long) = if short.len() <= long.len() { (short, long) } else { (long, short) };
        let (most, apart) = (most - 1, long.len() - short.len());
        apart <= most && (short.is_empty() || most > 0 && are_within(short, long, most))
    };
    let ([first, short_rest @ ..], [other, long_rest @ ..]) = (short, long) else { return false };
    if rest(short_rest, long_rest) || rest(short, long_rest) {
        return true;
    }
    // One letter less on the shorter side is made good by one more edit on the longer.
    if most > 1 && rest(short_rest, long) {
        return true;
    }
    match (short_rest, long_rest) {
        ([second, short @ ..], [with, long @ ..]) => first == with && second == other && rest(short, long),
        _ => false,
    }
}

/// Words shorter than this are measured on the stack.
const ROW: usize = 32;

/// The distance of [`edits`], given up as soon as it must be above `most`.
fn osa(short: &[u8], long: &[u8], most: usize) -> Option<usize> {
    let mut rows = [[0_u8; ROW]; 3];
    let width = short.len() + 1;
    for (at, cell) in rows[0][..width].iter_mut().enumerate() {
        *cell = at as u8;
    }
    for (i, &letter) in long.iter().enumerate() {
        let (now, last, before) = ((i + 1) % 3, i % 3, (i + 2) % 3);
        // Longer words are out of reach of any number of edits that is asked for.
        let first = u8::try_from(i + 1).ok()?;
        rows[now][0] = first;
        let mut least = first;
        for j in 1..width {
            let other = short[j - 1];
            let mut cell = rows[last][j - 1].saturating_add(u8::from(letter != other));
            cell = cell.min(rows[last][j].saturating_add(1)).min(rows[now][j - 1].saturating_add(1));
            if i > 0 && j > 1 && letter == short[j - 2] && long[i - 1] == other {
                cell = cell.min(rows[before][j - 2].saturating_add(1));
            }
            rows[now][j] = cell;
            least = least.min(cell);
        }
        // No later row goes below: a swap reaches back over one row, which is one below at most, and costs one.
        if usize::from(least) > most {
            return None;
        }
    }
    let distance = usize::from(rows[long.len() % 3][width - 1]);
    (distance <= most).then_some(distance)
}

/// Whether no more than so many bits are set: six at most are asked for.
#[inline]
pub(crate) const fn has_at_most(bits: u32, most: u32) -> bool {
    without(bits, most) == 0
}

/// What is left without so many of the lowest bits that are set.
#[inline]
pub(crate) const fn without(bits: u32, lowest: u32) -> u32 {
    let (mut bits, mut left) = (bits, lowest);
    while left > 0 {
        bits &= bits.wrapping_sub(1);
        left -= 1;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// strsim is the oracle.
        #[test]
        fn edits_are_those_of_strsim(a in "[a-e]{0,12}", b in "[a-e]{0,12}", most in 0_usize..5) {
            let distance = strsim::osa_distance(&a, &b);
            proptest::prop_assert_eq!(edits(a.as_bytes(), b.as_bytes(), most), (distance <= most).then_some(distance));
        }

        /// Words of one origin, so that most are near to each other; beyond the row on the stack too.
        #[test]
        fn near_edits_are_those_of_strsim(a in "[ab]{0,40}", cut in 0_usize..40, put in "[ab]{0,3}", most in 0_usize..5) {
            let cut = cut.min(a.len());
            let b = format!("{}{put}{}", &a[..cut], &a[(cut + 1).min(a.len())..]);
            let distance = strsim::osa_distance(&a, &b);
            proptest::prop_assert_eq!(edits(a.as_bytes(), b.as_bytes(), most), (distance <= most).then_some(distance));
        }
    }

    /// Every pair of short words of three letters, with so many edits allowed that none is given up.
    #[test]
    fn edits_of_short_words_are_those_of_strsim() {
        let mut words = vec![String::new()];
        let mut from = 0;
        for _ in 0..5 {
            let longer: Vec<String> =
                words[from..].iter().flat_map(|word| ["a", "b", "c"].map(|letter| format!("{word}{letter}"))).collect();
            from = words.len();
            words.extend(longer);
        }
        for (at, a) in words.iter().enumerate() {
            for b in &words[at..] {
                assert_eq!(edits(a.as_bytes(), b.as_bytes(), 9), Some(strsim::osa_distance(a, b)), "{a} {b}");
            }
        }
    }

    #[test]
    fn words_about_as_long_as_a_row_are_measured() {
        for length in ROW - 1..=ROW + 1 {
            let (a, b) = ("a".repeat(length), "b".repeat(length));
            assert_eq!(edits(a.as_bytes(), b.as_bytes(), length), Some(length));
            assert_eq!(edits(a.as_bytes(), b.as_bytes(), length - 1), None);
        }
    }

    #[test]
    fn bits_are_counted_as_far_as_asked() {
        for bits in 0_u32..64 {
            for most in 0..6 {
                assert_eq!(has_at_most(bits << 20, most), bits.count_ones() <= most);
            }
        }
    }

    #[test]
    fn a_lost_letter_is_one_edit() {
        assert_eq!(edits("gmai\u{fffd}.com".as_bytes(), b"gmail.com", 2), Some(1));
    }

    #[test]
    fn edits_count_slips() {
        assert_eq!(edits(b"rosen", b"rosen", 0), Some(0));
        assert_eq!(edits(b"jenny", b"jneny", 2), Some(1));
        assert_eq!(edits(b"rosen", b"rossen", 2), Some(1));
        assert_eq!(edits(b"mark", b"jenny", 2), None);
    }
}
