//! `examples`: the documented examples with their scores.

use crate::Ending;
use crate::failure::Failure;
use ownership_match::documented::{EXAMPLES, Expected};
use ownership_match::{CALIBRATION, Comparison, Field};
use std::io::{self, Write};

pub(crate) fn run(out: &mut impl Write) -> Result<Ending, Failure> {
    write(out).map_err(|error| Failure::output("standard output", error))
}

fn write(out: &mut impl Write) -> io::Result<Ending> {
    let mut documented = Count::default();
    let mut flattened = Count::default();
    for field in Field::ALL {
        writeln!(out, "{}", field.key())?;
        for example in EXAMPLES.iter().filter(|example| example.field == field) {
            let values = format!("{}  |  {}", example.given, example.owner);
            documented.line(out, example.expected, example.compare(), &values)?;
        }
        writeln!(out)?;
    }
    writeln!(out, "address, the owner side as one line; in upper case; without commas")?;
    for example in EXAMPLES {
        for (line, comparison) in example.compare_flattened() {
            flattened.line(out, example.expected, comparison, &line)?;
        }
    }
    writeln!(out, "\n{} of {} documented examples are in their interval", documented.inside, documented.all)?;
    writeln!(out, "{} of {} flattened addresses are in their interval", flattened.inside, flattened.all)?;
    writeln!(out, "calibration {CALIBRATION}")?;
    let is_good = documented.inside == documented.all && flattened.inside == flattened.all;
    Ok(if is_good { Ending::Good } else { Ending::Bad })
}

/// How many were shown, and how many of them are in their interval.
#[derive(Default)]
struct Count {
    inside: usize,
    all: usize,
}

impl Count {
    fn line(
        &mut self,
        out: &mut impl Write,
        expected: Expected,
        comparison: Option<Comparison>,
        values: &str,
    ) -> io::Result<()> {
        let is_inside = expected.is_met_by(comparison);
        self.all += 1;
        self.inside += usize::from(is_inside);
        let mark = if is_inside { '✓' } else { '✗' };
        let score = comparison.map_or_else(|| "null".to_owned(), |comparison| comparison.score.to_string());
        writeln!(out, "  {mark} {score:>4}  {:<12}  {values}", expected.to_string())
    }
}
