//! Running the built command.

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run gave.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Standard output as one JSON value.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", self.stdout, self.stderr))
    }

    /// Standard output as JSON lines.
    #[allow(dead_code)]
    pub(crate) fn lines(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
    }

    /// Nothing went wrong, and nothing was said on standard error.
    #[track_caller]
    pub(crate) fn good(self) -> Run {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
        self
    }

    /// The run ended with this code and one message, which holds the given parts.
    #[allow(dead_code)]
    #[track_caller]
    pub(crate) fn bad(self, code: i32, parts: &[&str]) -> Run {
        assert_eq!(self.code, code, "{}", self.stderr);
        assert_eq!(self.stderr.matches("error:").count(), 1, "{}", self.stderr);
        for part in parts {
            assert!(self.stderr.contains(part), "{part} is not in {}", self.stderr);
        }
        self
    }
}

/// Runs the command with an empty standard input.
pub(crate) fn run(args: &[&str]) -> Run {
    run_with(args, b"")
}

/// Runs the command with bytes on standard input.
pub(crate) fn run_with(args: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ownership-match"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let input = input.to_vec();
    // A command that refuses its arguments may be gone before it reads: that is no failure of the test.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    let text = |bytes| String::from_utf8(bytes).expect("the command writes UTF-8");
    Run {
        code: output.status.code().expect("the command exits"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// The path of a sample file.
#[allow(dead_code)]
pub(crate) fn sample(name: &str) -> String {
    format!("{}/../../data/samples/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A file of this test run; the name must be unique among the tests.
#[allow(dead_code)]
pub(crate) fn file(name: &str, bytes: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the test directory can be written");
    path.display().to_string()
}
