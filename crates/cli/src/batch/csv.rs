//! A row that is a record of CSV.

use super::cells::{Cells, Record};
use super::columns::Columns;
use super::row::{Score, nothing_given};
use crate::problem::Problem;
use ownership_match::{CALIBRATION, Field, FieldResult, MatchOptions, match_owners};

/// What a field's result is written in: `name_score` and so on.
const PARTS: [&str; 4] = ["score", "missing", "interpretation", "reasons"];

/// The columns behind those of the fields. The last four are those of a bad row.
const LAST: [&str; 5] = ["calibration", "error_line", "error_code", "error_field", "error_message"];

/// The columns of the results, in order.
fn header() -> impl Iterator<Item = String> {
    let fields = Field::ALL.into_iter().flat_map(|field| PARTS.map(|part| format!("{}_{part}", field.key())));
    std::iter::once("owner".to_owned()).chain(fields).chain(LAST.map(str::to_owned))
}

/// How records are read and written.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    /// Where the cells of the input are.
    pub(super) columns: &'a Columns,
    /// What stands between cells, of the input and of the output.
    pub(super) delimiter: u8,
    /// Whether the cells of the input are kept.
    pub(super) passes_through: bool,
}

impl Table<'_> {
    /// Writes the line of column names. An error names the column of the input that would come twice.
    pub(super) fn write_header(self, out: &mut Vec<u8>) -> Result<(), String> {
        let headers = &self.columns.headers;
        let mut record = Record::begin(out, self.delimiter);
        if self.passes_through {
            headers.iter().for_each(|header| record.cell(header));
        } else {
            record.cell("id");
        }
        for name in header() {
            if self.passes_through && headers.iter().any(|header| header.trim_ascii() == name.as_bytes()) {
                return Err(name);
            }
            record.cell(name);
        }
        record.end();
        Ok(())
    }

    /// Scores a record, and writes the answer where it is wanted.
    pub(super) fn score(
        self,
        cells: &mut Cells,
        text: &[u8],
        options: &MatchOptions,
        is_wanted: impl Fn(&Score) -> bool,
        out: &mut Vec<u8>,
    ) -> Result<Score, Problem> {
        cells.read(text);
        let width = self.columns.headers.len();
        if cells.count() != width {
            let found = if cells.count() > width { "more than".to_owned() } else { format!("{} of", cells.count()) };
            return Err(Problem::new("wrong_columns", format!("{found} {width} cells")));
        }
        let mut is_replaced = false;
        let (given, numbers, owners) = self.columns.sides(cells, &mut is_replaced);
        let result = match_owners(&given, &owners, options);
        let score = Score { results: result.results, is_replaced };
        if score.is_empty() {
            return Err(nothing_given());
        }
        if is_wanted(&score) {
            let mut record = self.begin(cells, out);
            record.cell(result.owner.map_or_else(String::new, |owner| numbers[owner].to_string()));
            for field in Field::ALL {
                write_field(&mut record, result.results.field(field));
            }
            record.cell(CALIBRATION);
            (1..LAST.len()).for_each(|_| record.cell(""));
            record.end();
        }
        Ok(score)
    }

    /// Writes what stands in the place of a record that could not be scored.
    pub(super) fn write_problem(self, cells: &mut Cells, text: &[u8], line: u64, problem: &Problem, out: &mut Vec<u8>) {
        cells.read(text);
        let mut record = self.begin(cells, out);
        // The owner, the fields, the calibration.
        (0..1 + Field::ALL.len() * PARTS.len() + 1).for_each(|_| record.cell(""));
        record.cell(line.to_string());
        record.cell(problem.code);
        record.cell(problem.field.as_deref().unwrap_or_default());
        record.cell(&problem.message);
        record.end();
    }

    /// Begins a record of the output with what comes from the input.
    fn begin<'out>(self, cells: &Cells, out: &'out mut Vec<u8>) -> Record<'out> {
        let mut record = Record::begin(out, self.delimiter);
        if self.passes_through {
            (0..self.columns.headers.len()).for_each(|index| record.cell(cells.get(index)));
        } else {
            record.cell(self.columns.id.map_or(&b""[..], |index| cells.get(index)));
        }
        record
    }
}

fn write_field(record: &mut Record<'_>, result: Option<FieldResult>) {
    let Some(result) = result else { return PARTS.iter().for_each(|_| record.cell("")) };
    let comparison = result.comparison();
    record.cell(comparison.map_or_else(String::new, |comparison| comparison.score.to_string()));
    record.cell(if result.missing_data() { "true" } else { "false" });
    record.cell(comparison.map_or("", |comparison| comparison.interpretation().code()));
    record.words(comparison.iter().flat_map(|comparison| comparison.reasons.codes()));
}
