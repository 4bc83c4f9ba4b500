//! How far a run is, on a terminal: one line that is written again and again.

use super::tally::{clock, grouped, rate};
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often the line is written again.
const PERIOD: Duration = Duration::from_millis(100);

/// The number of characters in the bar.
const BAR: usize = 20;

/// The line.
pub(super) struct Progress {
    started: Instant,
    written: Option<Instant>,
    /// The bytes of the input, where they are known.
    size: Option<u64>,
    /// The rows that were asked for.
    limit: Option<u64>,
    is_shown: bool,
}

impl Progress {
    /// Begins to show how far a run is; only where somebody watches, and the rows do not run over the same screen.
    pub(super) fn begin(size: Option<u64>, limit: Option<u64>, is_wanted: bool, is_output_shown: bool) -> Progress {
        let is_shown = is_wanted && io::stderr().is_terminal() && !(is_output_shown && io::stdout().is_terminal());
        Progress { started: Instant::now(), written: None, size, limit, is_shown }
    }

    /// Since when the run is going.
    pub(super) fn time(&self) -> Duration {
        self.started.elapsed()
    }

    /// Shows how far the run is, if it is time to.
    pub(super) fn show(&mut self, rows: u64, position: u64) {
        if !self.is_shown || self.written.is_some_and(|written| written.elapsed() < PERIOD) {
            return;
        }
        self.written = Some(Instant::now());
        let part = [(position, self.size), (rows, self.limit)]
            .into_iter()
            .filter_map(|(done, all)| all.map(|all| if all == 0 { 1.0 } else { done as f64 / all as f64 }))
            .reduce(f64::max);
        // A terminal that is gone is no reason to stop.
        let _ = write!(io::stderr(), "\r{}\x1b[K", line(rows, part, self.time()));
    }

    /// Takes the line away.
    pub(super) fn end(&mut self) {
        if self.is_shown && self.written.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
        self.is_shown = false;
    }
}

/// The line: the part that is done, rows, rate, remaining time.
fn line(rows: u64, part: Option<f64>, time: Duration) -> String {
    let said = format!("{} rows  {} rows/s", grouped(rows), grouped(rate(rows, time)));
    let Some(part) = part.map(|part| part.clamp(0.0, 1.0)) else {
        return format!("{said}  {}", clock(time.as_secs()));
    };
    let full = (part * BAR as f64) as usize;
    let bar = format!("{}{}", "█".repeat(full), "░".repeat(BAR - full));
    let left =
        if part > 0.0 { clock((time.as_secs_f64() * (1.0 - part) / part).min(1e9) as u64) } else { "-:--".to_owned() };
    format!("{:>3}%  {bar}  {said}  {left} left", (part * 100.0) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_and_how_long() {
        let time = Duration::from_secs(10);
        let said = line(1_000_000, Some(0.25), time);
        assert_eq!(said, " 25%  █████░░░░░░░░░░░░░░░  1,000,000 rows  100,000 rows/s  0:30 left");
        assert_eq!(line(20, None, time), "20 rows  2 rows/s  0:10");
        assert_eq!(line(0, Some(0.0), time), "  0%  ░░░░░░░░░░░░░░░░░░░░  0 rows  0 rows/s  -:-- left");
        assert!(line(20, Some(2.0), time).starts_with("100%  ████████████████████  "));
        assert!(line(u64::MAX, Some(1.0), time).chars().count() < 120);
    }
}
