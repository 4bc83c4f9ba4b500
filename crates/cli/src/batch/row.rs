//! A chunk of rows in, the answers to them out: what every thread does for itself.

use super::cells::Cells;
use super::csv::Table;
use super::json;
use super::packing::Packing;
use super::rows::{Chunk, Fault, Layout, MAX_ROW, Row};
use super::tally::Tally;

use crate::problem::Problem;
use ownership_match::{Field, MatchOptions, Results};
use serde::Serialize;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

/// What is asked of every row.
pub(super) struct Job {
    pub(super) options: MatchOptions,
    pub(super) layout: Layout,
    pub(super) passes_through: bool,
    pub(super) min_score: Option<u8>,
    pub(super) errors: ErrorLines,
    pub(super) packing: Packing,
}

/// What is written of a bad row beside its line of the output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ErrorLines {
    /// Nothing.
    None,
    /// What is wrong with it.
    Codes,
    /// That, and the row itself.
    WithText,
}

/// The score of a row.
pub(super) struct Score {
    pub(super) results: Results,
    /// A cell was not UTF-8.
    pub(super) is_replaced: bool,
}

impl Score {
    /// Nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        Field::ALL.into_iter().all(|field| self.results.field(field).is_none())
    }
}

pub(super) fn nothing_given() -> Problem {
    Problem::new("nothing_given", "nothing is given: none of name, email, phone and address")
}

/// What became of a chunk.
#[derive(Default)]
pub(super) struct Scored {
    /// The rows of the output, packed as it is.
    pub(super) output: Vec<u8>,
    /// The lines of the error file.
    pub(super) errors: Vec<u8>,
    /// The counts.
    pub(super) tally: Tally,
    /// The position of the chunk.
    pub(super) position: u64,
}

/// A line of the error file.
#[derive(Serialize)]
struct ErrorLine<'a> {
    line: u64,
    code: &'static str,
    field: Option<&'a str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
}

/// Scores chunk after chunk.
pub(super) struct Scorer {
    job: Arc<Job>,
    cells: Cells,
}

impl Scorer {
    /// A scorer for one thread.
    pub(super) fn new(job: Arc<Job>) -> Scorer {
        let cells = match &job.layout {
            Layout::JsonLines => Cells::new(b',', 0),
            Layout::Csv { delimiter, columns } => Cells::new(*delimiter, columns.headers.len()),
        };
        Scorer { job, cells }
    }

    /// Scores the rows of a chunk.
    pub(super) fn score(&mut self, chunk: &Chunk) -> Scored {
        let mut scored = Scored { position: chunk.position, ..Scored::default() };
        scored.output.reserve(2 * chunk.bytes.len());
        for row in &chunk.rows {
            let text = row.text(chunk);
            let begin = scored.output.len();
            // A row must never cost the others, not even by a mistake of this program.
            let result = panic::catch_unwind(AssertUnwindSafe(|| self.score_row(row, text, &mut scored.output)));
            match result.unwrap_or_else(|_| Err(Problem::new("internal_error", "a mistake of this program"))) {
                Ok(score) => {
                    scored.tally.add_scored(&score.results, !self.is_wanted(&score), score.is_replaced);
                }
                Err(problem) => {
                    scored.output.truncate(begin);
                    self.write_problem(row, text, &problem, &mut scored);
                    scored.tally.add_error(row.line, problem);
                }
            }
        }
        scored.output = self.job.packing.pack(scored.output);
        scored
    }

    fn is_wanted(&self, score: &Score) -> bool {
        is_wanted(score, self.job.min_score)
    }

    fn score_row(&mut self, row: &Row, text: &[u8], out: &mut Vec<u8>) -> Result<Score, Problem> {
        match row.fault {
            Some(Fault::TooLong) => {
                return Err(Problem::new("line_too_long", format!("the line is longer than {MAX_ROW} bytes")));
            }
            Some(Fault::OpenQuote) => return Err(Problem::new("open_quote", "a quote is not closed")),
            None => {}
        }
        let job = &self.job;
        let is_wanted = |score: &Score| is_wanted(score, job.min_score);
        match &job.layout {
            Layout::JsonLines => json::score(text, &job.options, job.passes_through, is_wanted, out),
            Layout::Csv { delimiter, columns } => {
                let table = Table { columns, delimiter: *delimiter, passes_through: job.passes_through };
                table.score(&mut self.cells, text, &job.options, is_wanted, out)
            }
        }
    }

    fn write_problem(&mut self, row: &Row, text: &[u8], problem: &Problem, scored: &mut Scored) {
        let job = &self.job;
        match &job.layout {
            Layout::JsonLines => json::write_problem(text, row.line, problem, job.passes_through, &mut scored.output),
            Layout::Csv { delimiter, columns } => {
                let table = Table { columns, delimiter: *delimiter, passes_through: job.passes_through };
                table.write_problem(&mut self.cells, text, row.line, problem, &mut scored.output);
            }
        }
        if job.errors == ErrorLines::None {
            return;
        }
        let raw = (job.errors == ErrorLines::WithText).then(|| String::from_utf8_lossy(text));
        let line = ErrorLine {
            line: row.line,
            code: problem.code,
            field: problem.field.as_deref(),
            message: &problem.message,
            raw: raw.as_deref(),
        };
        // Memory can always be written, and the line holds nothing that JSON cannot.
        if serde_json::to_writer(&mut scored.errors, &line).is_ok() {
            scored.errors.push(b'\n');
        }
    }
}

fn is_wanted(score: &Score, min_score: Option<u8>) -> bool {
    min_score.is_none_or(|least| score.results.mean().is_some_and(|mean| mean >= f64::from(least)))
}
