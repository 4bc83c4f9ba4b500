//! How a run ends badly: one message on standard error, and the exit code.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Why a run ended. Messages quote no personal data.
pub(crate) enum Failure {
    /// The command line asks for something that cannot be: exit code 2.
    Usage(String),
    /// The input is bad, or the request is refused: exit code 1.
    Data(String),
    /// The output cannot be written: exit code 1, or quietly 0 where nobody reads it any more.
    Output(String, io::Error),
}

impl Failure {
    /// What is written to `name` cannot be.
    pub(crate) fn output(name: &str, error: io::Error) -> Failure {
        Failure::Output(name.to_owned(), error)
    }

    /// Tells standard error, and gives the exit code.
    pub(crate) fn report(self) -> ExitCode {
        let (message, code) = match self {
            Failure::Usage(message) => (message, 2),
            Failure::Data(message) => (message, 1),
            // The reader closed the pipe, as `head` does: it has what it wanted.
            Failure::Output(_, error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Failure::Output(name, error) => (format!("{name} cannot be written: {error}"), 1),
        };
        // Nothing is left to do when standard error is closed too.
        let _ = writeln!(io::stderr(), "error: {message}");
        ExitCode::from(code)
    }
}
