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

/// Compares two rows.
pub(super) fn difference(a: Digits, b: Digits) -> Difference {
    if a == b {
        return Difference::None;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (shorts, longs) = (short.unpack(), long.unpack());
    let (short, long) = (&shorts[..short.len()], &longs[..long.len()]);
    let same = |pair: &(&u8, &u8)| pair.0 == pair.1;
    let front = short.iter().zip(long).take_while(same).count();
    if short.len() == long.len() {
        let count = short.iter().zip(long).filter(|pair| pair.0 != pair.1).count();
        let last = short.len() - 1 - short.iter().rev().zip(long.iter().rev()).take_while(same).count();
        if count == 2 && last == front + 1 && short[front] == long[last] && short[last] == long[front] {
            return Difference::Swapped { first: front };
        }
        return Difference::Digits { count, first: front, last };
    }
    let back = short.iter().rev().zip(long.iter().rev()).take_while(same).count();
    match long.len() - short.len() {
        1 if front + back >= short.len() => Difference::Missing { first: front },
        1 | 2 if at_most_two(short, long) => Difference::Two,
        _ => Difference::Many,
    }
}

/// Whether at most two edits (a digit more, less or other) lead from one row to the other.
fn at_most_two(short: &[u8], long: &[u8]) -> bool {
    // The last row of the usual table of edits, one row at a time; rows are at most 16 long.
    let mut costs = [0_u8; Digits::MOST + 1];
    for (place, cost) in costs.iter_mut().enumerate() {
        *cost = place as u8;
    }
    for (row, digit) in long.iter().enumerate() {
        let mut diagonal = costs[0];
        costs[0] = row as u8 + 1;
        for (column, other) in short.iter().enumerate() {
            let kept = diagonal + u8::from(digit != other);
            diagonal = costs[column + 1];
            costs[column + 1] = kept.min(diagonal + 1).min(costs[column] + 1);
        }
    }
    costs[short.len()] <= 2
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
}
