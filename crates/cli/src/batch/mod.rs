//! `batch`: rows in, one row out for each, in the same order and format, on all cores and in constant memory.
//!
//! ```text
//! source ─▶ rows ══▶ row (json | csv) ══▶ the writer here ─▶ output
//!  unpack   chunks    score, pack          in order           whole or not at all
//! ```
//!
//! A double arrow goes between threads ([`threads`]).
//!
//! - [`source`] (with [`zstd`]): the input as text; [`begin`]: what it is; [`columns`]: which column of CSV is what;
//! - [`rows`] and [`split`]: where rows end; [`cells`]: the cells of a row;
//! - [`row`]: chunks to answers, with [`json`] (and [`id`]) and [`csv`] for a row of either format; [`packing`];
//! - [`output`], [`tally`] (the summary), [`progress`], [`interrupt`].

mod begin;
mod cells;
mod columns;
mod csv;
mod id;
mod interrupt;
mod json;
mod output;
mod packing;
mod progress;
mod row;
mod rows;
mod source;
mod split;
mod tally;
mod threads;
mod written;
mod zstd;

pub(crate) use columns::is_column_key;

use crate::Ending;
use crate::aliases;
use crate::args::BatchArgs;
use crate::failure::Failure;
use crate::input;
use csv::Table;
use interrupt::Interrupt;
use output::WholeFile;
use packing::Packing;
use progress::Progress;
use row::{ErrorLines, Job};
use rows::{Layout, Rows};
use std::io::{self, Write};
use std::panic;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use tally::Tally;
use threads::{Answers, Next};

pub(crate) fn run(args: &BatchArgs, out: &mut impl Write) -> Result<Ending, Failure> {
    // The input is opened first: a wrong name of it must not cost an output that is there already.
    let source = source::open(&args.input)?;
    distinct(args)?;
    let size = source.size;
    let aliases = aliases::read(args.aliases.as_deref())?.aliases;
    let mut rows = Rows::new(source, args.limit);
    let layout = begin::layout(&mut rows, args)?;
    let packing = args.output.as_deref().map_or(Packing::None, Packing::of_name);
    let header = header(args, &layout, packing)?;
    let mut sink = Sink {
        file: args.output.as_deref().map(create).transpose()?,
        errors: args.errors.as_deref().map(create).transpose()?,
        out,
        is_empty: true,
        args,
    };
    hide_panics();
    let unheard = |error: io::Error| Failure::Data(format!("signals cannot be listened to: {error}"));
    let interrupt = Interrupt::listen().map_err(unheard)?;
    let errors = match (&args.errors, args.errors_raw) {
        (None, _) => ErrorLines::None,
        (Some(_), false) => ErrorLines::Codes,
        (Some(_), true) => ErrorLines::WithText,
    };
    let job = Job {
        options: args.region.options(aliases),
        layout,
        passes_through: args.pass_through,
        min_score: args.min_score,
        errors,
        packing,
    };
    let count = args.threads.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from);
    let unstarted = |error: io::Error| Failure::Data(format!("threads cannot be started: {error}"));
    let mut progress = Progress::begin(size, args.limit, !args.quiet, args.output.is_none());
    let answers = threads::start(rows, &Arc::new(job), count).map_err(unstarted)?;
    sink.write(&header)?;
    let mut tally = Tally::default();
    let end = sink.take(answers, &interrupt, &mut tally, &mut progress);
    progress.end();
    let end = end?;
    let file = input::name(&args.input);
    let ending = sink.close(&end, &tally, packing)?;
    if !args.quiet {
        // Nothing is lost where nobody listens to it.
        let _ = tally.write(progress.time(), &mut io::stderr());
    }
    match (ending, end) {
        (Some(left), End::Stopped(code)) => Ok(Ending::Stopped { message: format!("interrupted: {left}"), code }),
        (Some(left), End::Failed(error)) => Err(Failure::Data(format!("{file} cannot be read: {error}; {left}"))),
        _ => Ok(tally.told(&file).map_or(Ending::Good, Ending::BadLines)),
    }
}

/// How the rows ended.
enum End {
    /// All are answered.
    Whole,
    /// A signal came; the exit code that says so.
    Stopped(u8),
    /// The input could be read so far.
    Failed(io::Error),
}

/// Where everything is written.
struct Sink<'a, W> {
    file: Option<WholeFile>,
    errors: Option<WholeFile>,
    out: &'a mut W,
    /// Nothing was written to the output yet.
    is_empty: bool,
    args: &'a BatchArgs,
}

impl<W: Write> Sink<'_, W> {
    /// Takes the answers in order until there is an end to it.
    fn take(
        &mut self,
        mut answers: Answers,
        interrupt: &Interrupt,
        tally: &mut Tally,
        progress: &mut Progress,
    ) -> Result<End, Failure> {
        loop {
            if let Some(code) = interrupt.code() {
                return Ok(End::Stopped(code));
            }
            match answers.next() {
                Next::Waiting => {}
                Next::End => return Ok(End::Whole),
                Next::Failed(error) => return Ok(End::Failed(error)),
                Next::Scored(scored) => {
                    self.write(&scored.output)?;
                    if let Some(errors) = &mut self.errors {
                        errors.write_all(&scored.errors).map_err(|error| self.errors_failed(error))?;
                    }
                    tally.add(scored.tally);
                    progress.show(tally.rows, scored.position);
                }
            }
        }
    }

    /// Writes to the output.
    fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.is_empty &= bytes.is_empty();
        let written = match &mut self.file {
            Some(file) => file.write_all(bytes),
            None => self.out.write_all(bytes),
        };
        written.map_err(|error| self.output_failed(error))
    }

    /// Gives the files their names. What could not be ended is left as it is: then the answer says where.
    fn close(&mut self, end: &End, tally: &Tally, packing: Packing) -> Result<Option<String>, Failure> {
        if self.is_empty {
            self.write(&packing.of_nothing())?;
        }
        self.out.flush().map_err(|error| Failure::output("standard output", error))?;
        let (file, errors) = (self.file.take(), self.errors.take());
        if matches!(end, End::Whole) {
            file.map_or(Ok(()), WholeFile::finish).map_err(|error| self.output_failed(error))?;
            errors.map_or(Ok(()), WholeFile::finish).map_err(|error| self.errors_failed(error))?;
            return Ok(None);
        }
        let left = match file {
            None => "standard output".to_owned(),
            Some(file) => {
                let left = file.leave().map_err(|error| self.output_failed(error))?;
                let path = left.as_deref().or(self.args.output.as_deref()).unwrap_or(Path::new(""));
                path.display().to_string()
            }
        };
        errors.map_or(Ok(None), WholeFile::leave).map_err(|error| self.errors_failed(error))?;
        Ok(Some(format!("what was finished ({}) is in {left}", tally::rows(tally.rows))))
    }

    fn output_failed(&self, error: io::Error) -> Failure {
        failed(self.args.output.as_deref(), error)
    }

    fn errors_failed(&self, error: io::Error) -> Failure {
        failed(self.args.errors.as_deref(), error)
    }
}

fn failed(path: Option<&Path>, error: io::Error) -> Failure {
    Failure::output(&path.map_or_else(|| "standard output".to_owned(), |path| path.display().to_string()), error)
}

fn create(path: &Path) -> Result<WholeFile, Failure> {
    WholeFile::create(path).map_err(|error| failed(Some(path), error))
}

/// No file may be written that is read, and none twice.
fn distinct(args: &BatchArgs) -> Result<(), Failure> {
    let is_file = |path: &&Path| !input::is_standard(path);
    let aliases = args.aliases.as_deref();
    if input::is_standard(&args.input) && aliases.is_some_and(input::is_standard) {
        return Err(Failure::Usage("standard input can be read once: only one of the files can be -".to_owned()));
    }
    let (input, aliases) = (Some(args.input.as_path()).filter(is_file), aliases.filter(is_file));
    let (output, errors) = (args.output.as_deref(), args.errors.as_deref());
    let pairs = [
        (input, output, "the output would overwrite the input"),
        (input, errors, "the errors would overwrite the input"),
        (output, errors, "the errors would overwrite the output"),
        (aliases, output, "the output would overwrite the aliases"),
        (aliases, errors, "the errors would overwrite the aliases"),
    ];
    for (one, other, what) in pairs {
        if one.zip(other).is_some_and(|(one, other)| output::is_same(one, other)) {
            return Err(Failure::Usage(what.to_owned()));
        }
    }
    Ok(())
}

/// What stands before the rows of the output; on the way, columns that look misspelled are told.
fn header(args: &BatchArgs, layout: &Layout, packing: Packing) -> Result<Vec<u8>, Failure> {
    let Layout::Csv { delimiter, columns } = layout else { return Ok(Vec::new()) };
    let file = input::name(&args.input);
    let mut header = Vec::new();
    let table = Table { columns, delimiter: *delimiter, passes_through: args.pass_through };
    table.write_header(&mut header).map_err(|name| {
        Failure::Usage(format!(
            "{file} has a column {name} already, as the output would: rename it, or no --pass-through"
        ))
    })?;
    if !args.quiet {
        for name in columns.unused() {
            let _ = writeln!(io::stderr(), "note: {file}: the column {name} is not used");
        }
    }
    Ok(packing.pack(header))
}

/// A panic costs its row only, and what it says may be somebody's data: only its place is told.
fn hide_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!(" in {}, line {}", place.file(), place.line()));
        let _ = writeln!(io::stderr(), "a mistake of this program{}", place.unwrap_or_default());
    }));
}
