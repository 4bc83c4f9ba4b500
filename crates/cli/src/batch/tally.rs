//! What a run counts, and the summary of it.

use crate::problem::Problem;
use ownership_match::{Field, FieldResult, Interpretation, Results, Scale};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

/// The columns of the histogram: every interpretation of either scale, and what has no score.
const INTERPRETATIONS: [Interpretation; 7] = [
    Interpretation::Exact,
    Interpretation::VeryStrong,
    Interpretation::Strong,
    Interpretation::Possible,
    Interpretation::Weak,
    Interpretation::Unlikely,
    Interpretation::None,
];
const MISSING: usize = INTERPRETATIONS.len();
const NOT_GIVEN: usize = MISSING + 1;

/// The counts of some rows; those of a chunk are added to those of the run in the order of the input.
#[derive(Default)]
pub(super) struct Tally {
    /// Rows that are not blank.
    pub(super) rows: u64,
    /// Rows that were scored, whether they were written or left out.
    scored: u64,
    /// Scored rows below the least mean.
    left_out: u64,
    /// Rows with a cell that is not UTF-8.
    replaced: u64,
    errors: BTreeMap<&'static str, u64>,
    /// The first bad row: its line and what is wrong.
    first_error: Option<(u64, Problem)>,
    bands: [[u64; NOT_GIVEN + 1]; 4],
}

impl Tally {
    /// Counts a row that was scored.
    pub(super) fn add_scored(&mut self, results: &Results, is_left_out: bool, is_replaced: bool) {
        self.rows += 1;
        self.scored += 1;
        self.left_out += u64::from(is_left_out);
        self.replaced += u64::from(is_replaced);
        for (bands, field) in self.bands.iter_mut().zip(Field::ALL) {
            bands[column(results.field(field))] += 1;
        }
    }

    /// Counts a bad row.
    pub(super) fn add_error(&mut self, line: u64, problem: Problem) {
        self.rows += 1;
        *self.errors.entry(problem.code).or_default() += 1;
        self.first_error.get_or_insert((line, problem));
    }

    /// Adds the counts of the rows that follow.
    pub(super) fn add(&mut self, next: Tally) {
        self.rows += next.rows;
        self.scored += next.scored;
        self.left_out += next.left_out;
        self.replaced += next.replaced;
        for (code, count) in next.errors {
            *self.errors.entry(code).or_default() += count;
        }
        if self.first_error.is_none() {
            self.first_error = next.first_error;
        }
        for (bands, next) in self.bands.iter_mut().zip(next.bands) {
            bands.iter_mut().zip(next).for_each(|(count, next)| *count += next);
        }
    }

    /// The bad rows as a sentence for standard error; `None` where there are none.
    pub(super) fn told(&self, file: &str) -> Option<String> {
        let (line, problem) = self.first_error.as_ref()?;
        let field = problem.field.as_deref().map(|field| format!(", field {field}")).unwrap_or_default();
        let bad: u64 = self.errors.values().sum();
        let said = &problem.message;
        Some(format!("{file}, line {line}{field}: {said} ({bad} of {} lines could not be read)", self.rows))
    }

    /// Writes the summary.
    pub(super) fn write(&self, time: Duration, out: &mut impl Write) -> io::Result<()> {
        let rate = rate(self.rows, time);
        write!(out, "{} in {} ({} rows/s)", rows(self.rows), seconds(time), grouped(rate))?;
        writeln!(out, ": {} scored, {} bad", grouped(self.scored), grouped(self.rows - self.scored))?;
        for (code, count) in &self.errors {
            writeln!(out, "  {:>13}  {code}", grouped(*count))?;
        }
        if self.left_out > 0 {
            writeln!(out, "{} left out below --min-score", grouped(self.left_out))?;
        }
        if self.replaced > 0 {
            let are = if self.replaced == 1 { "is" } else { "are" };
            writeln!(out, "{} {are} not UTF-8: what is not was read as U+FFFD", rows(self.replaced))?;
        }
        if self.scored == 0 {
            return Ok(());
        }
        let words = INTERPRETATIONS.map(|interpretation| interpretation.code().replace('_', " "));
        let words: Vec<&str> = words.iter().map(String::as_str).chain(["missing", "not given"]).collect();
        let widths: Vec<usize> = (0..=NOT_GIVEN)
            .map(|at| self.bands.iter().map(|bands| grouped(bands[at]).len()).chain([words[at].len()]).max())
            .map(Option::unwrap_or_default)
            .collect();
        write!(out, "{:<8}", "field")?;
        words.iter().zip(&widths).try_for_each(|(word, width)| write!(out, "  {word:>width$}"))?;
        writeln!(out)?;
        for (bands, field) in self.bands.iter().zip(Field::ALL) {
            write!(out, "{:<8}", field.key())?;
            for (at, width) in widths.iter().enumerate() {
                let count = if is_on_scale(field, at) { grouped(bands[at]) } else { "-".to_owned() };
                write!(out, "  {count:>width$}")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

fn column(result: Option<FieldResult>) -> usize {
    let Some(result) = result else { return NOT_GIVEN };
    let Some(comparison) = result.comparison() else { return MISSING };
    let interpretation = comparison.interpretation();
    INTERPRETATIONS.iter().position(|&other| other == interpretation).unwrap_or(MISSING)
}

fn is_on_scale(field: Field, column: usize) -> bool {
    let scale = if field == Field::Phone { Scale::Phone } else { Scale::General };
    INTERPRETATIONS
        .get(column)
        .is_none_or(|&interpretation| scale.bands().iter().any(|band| band.interpretation == interpretation))
}

/// Rows in a second.
pub(super) fn rate(rows: u64, time: Duration) -> u64 {
    (rows as f64 / time.as_secs_f64().max(1e-3)) as u64
}

/// A number of rows.
pub(super) fn rows(count: u64) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{} rows", grouped(count)) }
}

/// A number with a comma before every three digits.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A time as it is said: `0.42 s`, `12.3 s`, `4:05`, `1:02:03`.
pub(super) fn seconds(time: Duration) -> String {
    match time.as_secs() {
        0..=9 => format!("{:.2} s", time.as_secs_f64()),
        10..=59 => format!("{:.1} s", time.as_secs_f64()),
        whole => clock(whole),
    }
}

/// Seconds as minutes or hours: `0:07`, `12:34`, `1:02:03`.
pub(super) fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        let all = [0, 12, 123, 1234, 123_456, 1_234_567].map(grouped);
        assert_eq!(all, ["0", "12", "123", "1,234", "123,456", "1,234,567"]);
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        let all = [0.004, 9.5, 12.34, 61.0, 3723.0].map(|time| seconds(Duration::from_secs_f64(time)));
        assert_eq!(all, ["0.00 s", "9.50 s", "12.3 s", "1:01", "1:02:03"]);
    }

    #[test]
    fn every_interpretation_has_its_column() {
        for (scale, field) in [(Scale::General, Field::Name), (Scale::Phone, Field::Phone)] {
            for band in scale.bands() {
                let at = INTERPRETATIONS.iter().position(|&other| other == band.interpretation).expect("a column");
                assert!(is_on_scale(field, at));
            }
            assert!(is_on_scale(field, MISSING) && is_on_scale(field, NOT_GIVEN));
        }
        assert!(!is_on_scale(Field::Name, 5) && !is_on_scale(Field::Phone, 1));
    }

    #[test]
    fn the_first_bad_row_is_the_one_that_is_told() {
        let mut all = Tally::default();
        for line in [3, 5] {
            let mut next = Tally::default();
            next.add_error(line, Problem::new("invalid_json", "not JSON").at_field("x"));
            all.add(next);
        }
        let told = all.told("file").expect("there are bad rows");
        assert_eq!(told, "file, line 3, field x: not JSON (2 of 2 lines could not be read)");
        assert_eq!(Tally::default().told("file"), None);
    }
}
