//! How two rows of digits differ.

use super::digits::Digits;

/// The difference of two rows of national digits. Places are counted from the front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// None.
    None,
    /// As many digits on both sides; so many differ.
    Digits {
        /// How many differ.
        count: usize,
        /// The first place that differs.
        first: usize,
        /// The last place that differs.
        last: usize,
    },
    /// Two neighbours are swapped; `first` is the place of the first of them.
    Swapped {
        /// The place of the first of the two.
        first: usize,
    },
    /// One side has one digit more; `first` is where the shorter one goes on as the longer one after it.
    Missing {
        /// The place of the digit in the longer row.
        first: usize,
    },
    /// One side has two digits more and one is left when they are taken away, or one more and another differs.
    Two,
    /// More than that.
    Many,
}

/// Compares two rows, all places at once.
pub(super) fn difference(a: Digits, b: Digits) -> Difference {
    if a == b {
        return Difference::None;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (length, more) = (short.len(), long.len() - short.len());
    // Of the places that differ, a low bit is a late place.
    let front = |apart: u64| length.saturating_sub((67 - apart.leading_zeros() as usize) / 4);
    let back = |apart: u64| length.min(apart.trailing_zeros() as usize / 4);
    if more == 0 {
        let apart = short.places_apart(long);
        let (count, first, last) = (Digits::count_apart(apart), front(apart), length - 1 - back(apart));
        let pair = |row: Digits, cut: usize| row.middle(length - 1 - cut, 1);
        if count == 2
            && last == first + 1
            && pair(short, first) == pair(long, last)
            && pair(short, last) == pair(long, first)
        {
            return Difference::Swapped { first };
        }
        return Difference::Digits { count, first, last };
    }
    if more > 2 {
        return Difference::Many;
    }
    let front = front(short.places_apart(long.take(length)));
    let back = back(short.places_apart(long.skip(more)));
    if front + back >= length {
        return if more == 1 { Difference::Missing { first: front } } else { Difference::Two };
    }
    // What is left begins and ends with other digits, so one edit is spent on each end, and between them all is the same.
    let left = length - front - back;
    let between = long.middle(back + 1, left + more - 2);
    let is_near = if more == 1 {
        // The digit more stands in front of the other edit, or behind it.
        between == short.middle(back + 1, left - 1) || between == short.middle(back, left - 1)
    } else {
        between == short.middle(back, left)
    };
    if is_near { Difference::Two } else { Difference::Many }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(a: &str, b: &str) -> Difference {
        let digits = |text: &str| {
            Digits::new(&text.bytes().map(|byte| byte - b'0').collect::<Vec<_>>()).expect("at most sixteen digits")
        };
        let forth = difference(digits(a), digits(b));
        assert_eq!(forth, difference(digits(b), digits(a)), "{a} {b}");
        forth
    }

    #[test]
    fn slips_are_told_apart() {
        assert_eq!(of("2125555555", "2125555555"), Difference::None);
        assert_eq!(of("2125555555", "2125555559"), Difference::Digits { count: 1, first: 9, last: 9 });
        assert_eq!(of("2125555555", "3475555559"), Difference::Digits { count: 4, first: 0, last: 9 });
        assert_eq!(of("2125551234", "2125551243"), Difference::Swapped { first: 8 });
        assert_eq!(of("2125551234", "2125551432"), Difference::Digits { count: 2, first: 7, last: 9 });
        assert_eq!(of("212555555", "2125555555"), Difference::Missing { first: 9 });
        assert_eq!(of("2125551234", "21255151234"), Difference::Missing { first: 5 });
        assert_eq!(of("2125551234", "21251234"), Difference::Two);
        assert_eq!(of("2125551234", "212551239"), Difference::Two);
        assert_eq!(of("2125551234", "5551234"), Difference::Many);
        assert_eq!(of("", "12"), Difference::Two);
    }

    #[test]
    fn every_difference_is_what_the_table_of_edits_says() {
        let mut state = 7_u64;
        let mut random = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let mut seen = [0; 3];
        for _ in 0..60_000 {
            let digits = 2 + random(3);
            let mut a: Vec<u8> = (0..random(12)).map(|_| random(digits) as u8).collect();
            let mut b = a.clone();
            for _ in 0..random(4) {
                let at = random(b.len() as u64 + 1) as usize;
                match random(3) {
                    0 => b.insert(at, random(digits) as u8),
                    1 if at < b.len() => drop(b.remove(at)),
                    _ if at < b.len() => b[at] = random(digits) as u8,
                    _ => {}
                }
            }
            if random(2) == 0 {
                core::mem::swap(&mut a, &mut b);
            }
            let text = |row: &[u8]| row.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
            let edits = strsim::levenshtein(&text(&a), &text(&b));
            let found = of(&text(&a), &text(&b));
            let of_other_length = match found {
                Difference::None => edits == 0,
                Difference::Missing { .. } => edits == 1 && a.len() != b.len(),
                Difference::Two => edits == 2 && a.len() != b.len(),
                Difference::Many => edits > 2 && a.len() != b.len(),
                Difference::Digits { count, first, last } => {
                    let apart: Vec<usize> = (0..a.len()).filter(|&place| a[place] != b[place]).collect();
                    a.len() == b.len()
                        && (count, Some(&first), Some(&last)) == (apart.len(), apart.first(), apart.last())
                }
                Difference::Swapped { first } => {
                    let mut swapped = a.clone();
                    swapped.swap(first, first + 1);
                    swapped == b
                }
            };
            assert!(of_other_length, "{a:?} {b:?} {found:?}, {edits} edits");
            seen[usize::from(matches!(found, Difference::Two)) + 2 * usize::from(matches!(found, Difference::Many))] +=
                1;
        }
        assert!(seen.iter().all(|&count| count > 1_000), "{seen:?}");
    }
}
