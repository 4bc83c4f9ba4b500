//! Results as a table for people.

use ownership_match::{Field, FieldResult};
use std::io::{self, Write};

/// The number of characters in a bar.
const BAR: usize = 20;

/// The width of the columns before the reasons.
const INDENT: usize = 8 + 1 + 7 + 2 + BAR + 2 + 14 + 2;

/// Writes the head of the table.
pub(crate) fn head(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{:<8} {:>7}  {:<BAR$}  {:<14}  reasons", "field", "score", "", "interpretation")
}

/// Writes the row of a field: score, bar, interpretation and the reasons, one to a line.
pub(crate) fn row(out: &mut impl Write, field: Field, result: Option<FieldResult>) -> io::Result<()> {
    let key = field.key();
    let Some(result) = result else {
        return writeln!(out, "{key:<8} {:>7}  {:BAR$}  not given", "-", "");
    };
    let Some(comparison) = result.comparison() else {
        return writeln!(
            out,
            "{key:<8} {:>7}  {:BAR$}  {:<14}  there is nothing to compare with",
            "missing", "", "no score"
        );
    };
    let score = comparison.score.get();
    let interpretation = comparison.interpretation().code().replace('_', " ");
    let mut reasons = comparison.reasons.iter().map(|reason| format!("{} ({})", reason.sentence(), reason.code()));
    let first = reasons.next().unwrap_or_default();
    let line = format!("{key:<8} {score:>7}  {}  {interpretation:<14}  {first}", bar(score));
    writeln!(out, "{}", line.trim_end())?;
    reasons.try_for_each(|reason| writeln!(out, "{:INDENT$}{reason}", ""))
}

/// A bar of twenty characters, full where the score is.
fn bar(score: u8) -> String {
    // Rounded down, so that only 100 fills it.
    let full = usize::from(score) * BAR / 100;
    "█".repeat(full) + &"░".repeat(BAR - full)
}

/// A text that may be printed: what could move the cursor or colour the screen is replaced.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// A time in seconds since 1970-01-01 UTC, for people: `2022-05-05 21:09:59 UTC`.
pub(crate) fn time(seconds: i64) -> String {
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Years of 365.2425 days that begin in March, in eras of 400: the leap day is the last of its year, so that the month
    // follows from the day alone (H. Hinnant, "chrono-compatible low-level date algorithms").
    let shifted = days + 719_468;
    let (era, day) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day_of_month:02} {hour:02}:{minute:02}:{second:02} UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_dates() {
        assert_eq!(time(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(time(1_651_784_999), "2022-05-05 21:09:59 UTC");
        assert_eq!(time(951_782_400), "2000-02-29 00:00:00 UTC");
        assert_eq!(time(-1), "1969-12-31 23:59:59 UTC");
        let _ = (time(i64::MAX), time(i64::MIN));
    }

    #[test]
    fn only_a_hundred_fills_the_bar() {
        assert_eq!(bar(99).chars().filter(|&c| c == '█').count(), BAR - 1);
        assert_eq!(bar(100), "█".repeat(BAR));
        assert_eq!(bar(0).chars().count(), BAR);
    }
}
