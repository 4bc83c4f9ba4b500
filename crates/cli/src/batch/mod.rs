//! `batch`: JSON lines in, one line out for every line that is not blank, in the same order and in constant memory.

mod id;
mod line;

use crate::Ending;
use crate::args::BatchArgs;
use crate::failure::Failure;
use crate::input::{self, Lines};
use crate::problem::BadLines;
use ownership_match::MatchOptions;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

pub(crate) fn run(args: &BatchArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    // The input is opened first: a wrong name of it must not cost an output that is there already.
    let mut lines = Lines::new(input::open(&args.input)?);
    let options = args.region.options();
    match &args.output {
        None => score(&mut lines, &options, out, args, "standard output"),
        Some(path) => {
            if is_same_file(&args.input, path) {
                return Err(Failure::Usage("the output would overwrite the input".to_owned()));
            }
            let name = path.display().to_string();
            let cannot = |error: io::Error| Failure::output(&name, error);
            let mut file = BufWriter::with_capacity(1 << 16, File::create(path).map_err(cannot)?);
            let ending = score(&mut lines, &options, &mut file, args, &name)?;
            file.flush().map_err(cannot)?;
            Ok(ending)
        }
    }
}

fn is_same_file(input: &Path, output: &Path) -> bool {
    if input::is_standard(input) {
        return false;
    }
    matches!((fs::canonicalize(input), fs::canonicalize(output)), (Ok(input), Ok(output)) if input == output)
}

fn score(
    lines: &mut Lines<Box<dyn io::BufRead>>,
    options: &MatchOptions,
    out: &mut impl Write,
    args: &BatchArgs,
    output: &str,
) -> Result<Ending, Failure> {
    let mut bad = BadLines::of(input::name(&args.input));
    while let Some(line) = lines.next_line().map_err(|error| input::unreadable(&args.input, &error))? {
        bad.count();
        let written = match line::score(&line, options, out) {
            Ok(written) => written,
            Err(mut problem) => {
                bad.add(line.number, &mut problem);
                line::write_problem(&line, &problem, out)
            }
        };
        written.and_then(|()| out.write_all(b"\n")).map_err(|error| Failure::output(output, error))?;
    }
    Ok(bad.ending())
}
