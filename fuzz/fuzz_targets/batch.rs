//! The reader of `batch`: any bytes, packed or not, as JSON lines and as CSV. Each row is answered once, in order, and the
//! same bytes are always answered alike.

#![no_main]
// The files of the command are built in here as they are; not all of them is needed.
#![allow(dead_code, unused_imports, unreachable_pub)]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/cli/src/args.rs"]
mod args;
#[path = "../../crates/cli/src/failure.rs"]
mod failure;
#[path = "../../crates/cli/src/input.rs"]
mod input;
#[path = "../../crates/cli/src/problem.rs"]
mod problem;
#[path = "../../crates/cli/src/scored.rs"]
mod scored;

/// As in the command.
enum Ending {
    Good,
    Bad,
    BadLines(String),
    Stopped { message: String, code: u8 },
}

#[path = "."]
mod batch {
    #[path = "../../crates/cli/src/batch/begin.rs"]
    mod begin;
    #[path = "../../crates/cli/src/batch/cells.rs"]
    mod cells;
    #[path = "../../crates/cli/src/batch/columns.rs"]
    mod columns;
    #[path = "../../crates/cli/src/batch/csv.rs"]
    mod csv;
    #[path = "../../crates/cli/src/batch/id.rs"]
    mod id;
    #[path = "../../crates/cli/src/batch/json.rs"]
    mod json;
    #[path = "../../crates/cli/src/batch/packing.rs"]
    mod packing;
    #[path = "../../crates/cli/src/batch/row.rs"]
    mod row;
    #[path = "../../crates/cli/src/batch/rows.rs"]
    mod rows;
    #[path = "../../crates/cli/src/batch/source.rs"]
    mod source;
    #[path = "../../crates/cli/src/batch/split.rs"]
    mod split;
    #[path = "../../crates/cli/src/batch/tally.rs"]
    mod tally;
    #[path = "../../crates/cli/src/batch/written.rs"]
    mod written;
    #[path = "../../crates/cli/src/batch/zstd.rs"]
    mod zstd;

    use crate::args::BatchArgs;
    pub(crate) use columns::is_column_key;
    use row::{ErrorLines, Job, Scorer};
    use rows::Rows;
    use std::sync::Arc;

    /// How many rows were read, and what was answered.
    pub(crate) fn answers(args: &BatchArgs) -> Option<(usize, Vec<u8>)> {
        let mut rows = Rows::new(source::open(&args.input).ok()?, args.limit);
        let layout = begin::layout(&mut rows, args).ok()?;
        let job = Job {
            options: args.region.options(ownership_match::Aliases::new()),
            layout,
            passes_through: args.pass_through,
            min_score: None,
            errors: ErrorLines::WithText,
            packing: packing::Packing::None,
        };
        let mut scorer = Scorer::new(Arc::new(job));
        let (mut count, mut output) = (0, Vec::new());
        let mut line = 0;
        while let Ok(Some(chunk)) = rows.next_chunk() {
            count += chunk.rows.len();
            for row in &chunk.rows {
                assert!(row.line > line, "rows come in order");
                line = row.line;
            }
            let scored = scorer.score(&chunk);
            assert!(std::str::from_utf8(&scored.errors).is_ok());
            output.extend_from_slice(&scored.output);
        }
        Some((count, output))
    }
}

#[derive(clap::Parser)]
struct Line {
    #[command(flatten)]
    batch: args::BatchArgs,
}

fn args(format: &str, pass_through: bool, path: &str) -> args::BatchArgs {
    let mut line = vec!["batch", "-q", "--format", format, path];
    if pass_through {
        line.push("--pass-through");
    }
    <Line as clap::Parser>::parse_from(line).batch
}

fuzz_target!(|bytes: &[u8]| {
    let path = std::env::temp_dir().join(format!("ownership-match-fuzz-{}", std::process::id()));
    std::fs::write(&path, bytes).expect("a file can be written");
    let path = path.to_str().expect("a path in UTF-8");
    for (format, pass_through) in [("jsonl", false), ("jsonl", true), ("csv", false), ("csv", true)] {
        let args = args(format, pass_through, path);
        let Some((count, output)) = batch::answers(&args) else { continue };
        if format == "jsonl" {
            let lines: Vec<&[u8]> = output.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
            assert_eq!(lines.len(), count, "one line for each row");
            for line in lines {
                serde_json::from_slice::<serde_json::Value>(line).expect("a line of the output is JSON");
            }
        }
        assert_eq!(batch::answers(&args).map(|(_, again)| again), Some(output), "the same answer again");
    }
});
