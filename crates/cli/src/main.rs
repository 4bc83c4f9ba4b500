//! Scores customers against the owners of bank accounts, from the command line.
//!
//! One file per sub-command ([`match_account`], [`compare`], [`normalize`], [`batch`], [`examples`]); what they share:
//!
//! - [`args`]: the command line; [`aliases`]: names that the caller adds;
//! - [`input`] and [`problem`]: reading JSON, and what is wrong with it in words that quote nothing;
//! - [`scored`]: the JSON of a field's result; [`table`]: the same for people;
//! - [`understood`]: what the library understood of one value;
//! - [`failure`]: how a run ends badly.

mod aliases;
mod args;
mod batch;
mod compare;
mod examples;
mod failure;
mod input;
mod match_account;
mod normalize;
mod problem;
mod scored;
mod table;
mod understood;

use args::Command;
use failure::Failure;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// How a run ended that was not refused as a whole.
enum Ending {
    /// Everything went well.
    Good,
    /// The output is complete and says it all, but something in it is bad: exit code 1.
    Bad,
    /// The output is complete, but some lines of the input were bad: told on standard error, exit code 1.
    BadLines(String),
    /// Somebody stopped it: told on standard error, with an exit code of its own.
    Stopped {
        /// What is left of it.
        message: String,
        /// The exit code.
        code: u8,
    },
}

fn main() -> ExitCode {
    let command = match args::read() {
        Ok(command) => command,
        Err(code) => return code,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let ending = run(command, &mut out).and_then(|ending| {
        out.flush().map_err(|error| Failure::output("standard output", error))?;
        Ok(ending)
    });
    match ending {
        Ok(Ending::Good) => ExitCode::SUCCESS,
        Ok(Ending::Bad) => ExitCode::from(1),
        Ok(Ending::BadLines(told)) => Failure::Data(told).report(),
        Ok(Ending::Stopped { message, code }) => {
            // Nothing is left to do when standard error is closed too.
            let _ = writeln!(io::stderr(), "{message}");
            ExitCode::from(code)
        }
        Err(failure) => {
            // Best effort: an error object may wait in the buffer, and standard output may be the thing that failed.
            let _ = out.flush();
            failure.report()
        }
    }
}

fn run(command: Command, out: &mut impl Write) -> Result<Ending, Failure> {
    match command {
        Command::Match(args) => match_account::run(&args, out),
        Command::Compare(args) => compare::run(&args, out),
        Command::Normalize(args) => normalize::run(&args, out),
        Command::Batch(args) => batch::run(&args, out),
        Command::Examples => examples::run(out),
    }
}
