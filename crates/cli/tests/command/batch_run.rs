//! `batch` as a run: threads, memory, packed files, output files, signals, the summary.

use crate::run::{Run, file, run, run_with, sample};
use serde_json::{Value, json};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn line(id: usize, given: &str, owner: &str) -> String {
    format!(
        "{{\"id\": {id}, \"owner_information\": {{\"name\": \"{given}\"}}, \"owners\": [{{\"name\": \"{owner}\"}}]}}\n"
    )
}

/// Enough rows for many chunks, with a bad one now and then.
fn many(count: usize) -> String {
    let rest = "x".repeat(400);
    (0..count)
        .map(|id| match id % 50 {
            7 => "{\"id\": 7, \"owners\": 5}\n".to_owned(),
            _ => {
                line(id, "Jenny Rosen", "ROSEN, JENNY").replace("\"owners\"", &format!("\"x\": \"{rest}\", \"owners\""))
            }
        })
        .collect()
}

fn path(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let input = file("batch_threads.jsonl", many(3000).as_bytes());
    let output = path("batch_threads_out.jsonl.gz");
    let answers: Vec<_> = ["1", "2", "3", "16"]
        .iter()
        .map(|count| {
            let answer = run(&["batch", "-q", "--threads", count, &input]).bad(1, &["(60 of 3000 lines"]);
            run(&["batch", "-q", "--threads", count, &input, "-o", &text(&output)]).bad(1, &[]);
            (answer.stdout, answer.stderr, fs::read(&output).expect("the output"))
        })
        .collect();
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    let lines = answers[0].0.lines().enumerate();
    for (index, line) in lines {
        let id = if index % 50 == 7 { 7 } else { index };
        assert!(line.starts_with(&format!("{{\"id\":{id},")), "{index}: {line}");
    }
    run(&["batch", "--threads", "0"]).bad(2, &["--threads"]);
}

/// Runs with so many KiB of address space, fed by a thread; what comes out is only counted.
#[cfg(target_os = "linux")]
fn bounded(
    kib: u32,
    args: &[&str],
    feed: impl FnOnce(&mut dyn Write) + Send + 'static,
) -> (Option<i32>, usize, String) {
    let script = format!("ulimit -v {kib} && exec \"$0\" \"$@\"");
    let mut child = Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_ownership-match")])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let feeder = thread::spawn(move || feed(&mut stdin));
    let mut stdout = child.stdout.take().expect("standard output is piped");
    let mut buffer = vec![0; 1 << 16];
    let mut lines = 0;
    loop {
        let count = stdout.read(&mut buffer).expect("standard output can be read");
        if count == 0 {
            break;
        }
        lines += buffer[..count].iter().filter(|&&byte| byte == b'\n').count();
    }
    let output = child.wait_with_output().expect("the command ends");
    feeder.join().expect("the feeder ends");
    (output.status.code(), lines, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Three times as much text as there is memory, for the program and its tables too.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_file() {
    const LIMIT_KIB: u32 = 64 << 10;
    let padding = "x".repeat(100_000);
    let count = 3 * (LIMIT_KIB as usize) * 1024 / padding.len();
    let row = line(1, "Jenny Rosen", "JENNY ROSEN").replace("\"owners\"", &format!("\"x\": \"{padding}\", \"owners\""));
    let (code, lines, stderr) = bounded(LIMIT_KIB, &["batch", "-q", "--threads", "2"], move |stdin| {
        (0..count).for_each(|_| stdin.write_all(row.as_bytes()).expect("it reads on"));
    });
    assert_eq!((code, lines, stderr.as_str()), (Some(0), count, ""));
    let row = format!("Jenny Rosen,JENNY ROSEN,\"{padding}\n\"\n");
    let (code, lines, stderr) = bounded(LIMIT_KIB, &["batch", "-q", "--threads", "2"], move |stdin| {
        stdin.write_all(b"given_name,owner_name,x\n").expect("it reads");
        (0..count).for_each(|_| stdin.write_all(row.as_bytes()).expect("it reads on"));
    });
    assert_eq!((code, lines, stderr.as_str()), (Some(0), count + 1, ""));
    // One line without an end.
    let (code, lines, stderr) = bounded(LIMIT_KIB, &["batch", "-q", "--threads", "2"], move |stdin| {
        (0..count).for_each(|_| stdin.write_all(padding.as_bytes()).expect("it reads on"));
    });
    assert_eq!((code, lines), (Some(1), 1), "{stderr}");
}

/// Nobody takes what comes out: soon nothing more may be read.
#[test]
fn a_slow_reader_slows_the_run() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ownership-match"))
        .args(["batch", "--threads", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let taken = Arc::new(AtomicUsize::new(0));
    let feeder = thread::spawn({
        let taken = Arc::clone(&taken);
        let rows = many(100);
        // Until the run is over and the pipe closed.
        move || {
            while stdin.write_all(rows.as_bytes()).is_ok() {
                taken.fetch_add(rows.len(), Ordering::Relaxed);
            }
        }
    });
    let begun = Instant::now();
    let (mut last, mut since) = (0, Instant::now());
    while last == 0 || since.elapsed() < Duration::from_secs(2) {
        assert!(begun.elapsed() < Duration::from_secs(60), "it reads on and on: {last} bytes");
        thread::sleep(Duration::from_millis(50));
        let now = taken.load(Ordering::Relaxed);
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
    assert!(last < 4 << 20, "{last} bytes were taken in");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    feeder.join().expect("the feeder ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "a closed pipe is no error");
}

#[test]
fn the_summary_counts() {
    let input = [line(1, "Jim", "Jim"), line(2, "Jim", "Zoltan"), "x\n".to_owned(), "\n".to_owned()].concat();
    let answer = run_with(&["batch"], input.as_bytes());
    let said: Vec<_> = answer.stderr.lines().collect();
    assert!(said[0].starts_with("3 rows in 0.") && said[0].ends_with(" rows/s): 2 scored, 1 bad"), "{}", said[0]);
    assert_eq!(said[1].split_whitespace().collect::<Vec<_>>(), ["1", "invalid_json"]);
    let row = |at: usize| said[at].split_whitespace().collect::<Vec<_>>();
    assert_eq!(said[2].split_whitespace().count(), 1 + 9 + 2, "two of the words are two");
    assert_eq!(row(3), ["name", "1", "0", "0", "0", "0", "-", "1", "0", "0"]);
    assert_eq!(row(5), ["phone", "0", "-", "-", "0", "0", "0", "0", "0", "2"]);
    assert_eq!((said.len(), said[7].starts_with("error: standard input, line 3: ")), (8, true));
    assert!(!answer.stderr.contains('\r'), "no progress where nobody watches");
}

#[test]
fn rows_below_a_score_are_left_out_and_counted() {
    let rows = [
        json!({"id": 1, "owner_information": {"name": "Jim", "phone": "+12125555555"}, "owners": [{"name": "Jim"}]}),
        json!({"id": 2, "owner_information": {"name": "Jim", "phone": "+12125555555"}, "owners": []}),
        json!({"id": 3, "owner_information": {"name": "Jim"}, "owners": [{"name": "Jim"}]}),
        json!({"id": 4}),
    ];
    let input = rows.map(|row| format!("{row}\n")).concat();
    // The first has (2 × 100 + 50) / 3 = 83.3, the second 50.
    for (least, ids, left_out) in [
        ("0", vec![1, 2, 3, 4], 0),
        ("50", vec![1, 2, 3, 4], 0),
        ("51", vec![1, 3, 4], 1),
        ("83", vec![1, 3, 4], 1),
        ("84", vec![3, 4], 2),
        ("100", vec![3, 4], 2),
    ] {
        let answer = run_with(&["batch", "--min-score", least], input.as_bytes());
        let found: Vec<_> = answer.lines().iter().filter_map(|line| line["id"].as_u64()).collect();
        assert_eq!(found, ids, "{least}");
        let says = format!("{left_out} left out below --min-score");
        assert_eq!(answer.stderr.contains(&says), left_out > 0, "{}", answer.stderr);
        assert!(answer.stderr.contains("3 scored, 1 bad"), "{}", answer.stderr);
    }
    run(&["batch", "--min-score", "101"]).bad(2, &["--min-score"]);
}

#[test]
fn a_limit_ends_the_run_early() {
    let input = [line(1, "a", "a"), "\n".to_owned(), "x\n".to_owned(), line(3, "c", "c")].concat();
    for (limit, count) in [("0", 0), ("1", 1), ("2", 2), ("3", 3), ("9", 3)] {
        let answer = run_with(&["batch", "-q", "--limit", limit], input.as_bytes());
        assert_eq!((answer.lines().len(), answer.code), (count, i32::from(count > 1)), "{limit}");
    }
    let answer = run_with(&["batch", "-q", "--limit", "0", "--format", "csv"], b"given_name,owner_name\na,a\n").good();
    assert_eq!(answer.stdout.lines().count(), 1);
}

#[test]
fn bad_rows_are_listed_with_their_text_only_on_request() {
    let input = [
        &b"{\"id\": 1, \"owners\": [{\"name\": 5, \"x\": \"Zzyzx\"}]}\n\n"[..],
        line(2, "a", "a").as_bytes(),
        b"Zzy\xffzx",
    ]
    .concat();
    let errors = path("batch_errors.jsonl");
    let args = ["batch", "-q", "--errors", &text(&errors)];
    let answer = run_with(&args, &input).bad(1, &["line 1"]);
    assert_eq!(answer.lines().len(), 3, "they stay in their place too");
    let read = || {
        fs::read_to_string(&errors)
            .expect("the errors")
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect::<Vec<Value>>()
    };
    let told = json!([
        {"line": 1, "code": "invalid_type", "field": "owners[0].name", "message": "a number where a text belongs"},
        {"line": 4, "code": "invalid_utf8", "field": null, "message": "not UTF-8 from byte 4 on"},
    ]);
    assert_eq!(json!(read()), told);
    run_with(&[&args[..], &["--errors-raw"]].concat(), &input).bad(1, &[]);
    let raw: Vec<_> = read().iter().map(|line| line["raw"].as_str().map(str::to_owned)).collect();
    assert_eq!(raw[1].as_deref(), Some("Zzy\u{fffd}zx"));
    assert!(raw[0].as_deref().is_some_and(|raw| raw.starts_with("{\"id\": 1")));
    run(&["batch", "--errors-raw"]).bad(2, &["--errors"]);
    run_with(&args, line(2, "a", "a").as_bytes()).good();
    assert_eq!(read(), Vec::<Value>::new(), "no errors are an empty file");
}

#[test]
fn a_mark_before_the_text_is_no_part_of_it() {
    let input = format!("\u{feff}{}", line(1, "Jim", "Jim"));
    assert_eq!(run_with(&["batch", "-q"], input.as_bytes()).good().lines()[0]["id"], 1);
}

#[test]
fn lines_pass_through() {
    let input = "{\"id\": 1, \"x\": 1.50, \"owner_information\": {\"name\": \"a\"}}\r\n{\"id\": 2}\nx\n";
    let answer = run_with(&["batch", "-q", "--pass-through"], input.as_bytes());
    let lines: Vec<_> = answer.stdout.lines().collect();
    assert!(
        lines[0].ends_with(",\"input\":{\"id\": 1, \"x\": 1.50, \"owner_information\": {\"name\": \"a\"}}}"),
        "{}",
        lines[0]
    );
    assert!(lines[1].ends_with(",\"input\":{\"id\": 2}}"), "{}", lines[1]);
    assert!(!lines[2].contains("\"input\""), "{}", lines[2]);
}

/// The sample packed and unpacked again by this program.
fn packed(name: &str) -> (PathBuf, Run) {
    let output = path(name);
    let plain = run(&["batch", "-q", "--pass-through", &sample("batch.jsonl")]).good();
    run(&["batch", "-q", "--pass-through", &sample("batch.jsonl"), "-o", &text(&output)]).good();
    (output, plain)
}

#[test]
fn packed_files_are_read_and_written() {
    for name in ["batch_packed.jsonl.gz", "batch_packed.jsonl.zst"] {
        let (output, plain) = packed(name);
        let bytes = fs::read(&output).expect("the output");
        assert!(bytes.len() < plain.stdout.len() / 2);
        // The output of a run is an input of the next: it has no owner_information, so that each of its lines is told.
        let again = run(&["batch", "-q", &text(&output)]).bad(1, &["(5 of 5 lines"]);
        assert_eq!(run_with(&["batch", "-q"], plain.stdout.as_bytes()).stdout, again.stdout);
        assert_eq!(run_with(&["batch", "-q"], &bytes).stdout, again.stdout, "from standard input");
        // Two packed files, one after the other, are one.
        let twice = run_with(&["batch", "-q"], &[&bytes[..], &bytes].concat()).bad(1, &["(10 of 10 lines"]);
        assert_eq!(twice.stdout.lines().count(), 10);
        // A run without rows, or with none that is wanted, gives a packed file of nothing.
        for input in [String::new(), line(1, "Jim", "Zoltan")] {
            run_with(&["batch", "-q", "--min-score", "99", "-o", &text(&output)], input.as_bytes()).good();
            assert!(fs::metadata(&output).expect("the output").len() > 0);
            assert_eq!(run(&["batch", "-q", &text(&output)]).good().stdout, "");
        }
    }
    run(&["batch", &file("batch_empty.jsonl.gz", b"")]).bad(1, &["is empty"]);
}

#[test]
fn a_packed_file_that_ends_too_early_leaves_what_was_finished() {
    for name in ["batch_cut.jsonl.gz", "batch_cut.jsonl.zst"] {
        let whole = path(name);
        // Many members or frames: the last of them is cut.
        let input = file("batch_cut_in.jsonl", many(3000).as_bytes());
        run(&["batch", "-q", "--pass-through", "-o", &text(&whole), &input]).bad(1, &[]);
        let bytes = fs::read(&whole).expect("the output");
        fs::write(&whole, &bytes[..bytes.len() - 20]).expect("it can be written");
        let (output, partial) = (path("batch_cut_out.jsonl"), path("batch_cut_out.jsonl.partial"));
        let answer = run(&["batch", "-q", &text(&whole), "-o", &text(&output)]).bad(1, &["cannot be read", ".partial"]);
        assert!(!output.exists(), "what is not whole must not look so");
        let rows = fs::read_to_string(&partial).expect("what was finished");
        assert!(rows.ends_with('\n') && (1000..3000).contains(&rows.lines().count()), "{}", answer.stderr);
        let answer = run(&["batch", "-q", &text(&whole)]).bad(1, &["is in standard output"]);
        assert_eq!(answer.stdout, rows);
    }
}

#[test]
fn a_single_frame_that_ends_too_early_gives_its_rows() {
    let rows = many(3000);
    let packed = ruzstd::encoding::compress_to_vec(rows.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    let (output, partial) = (path("batch_frame_out.jsonl"), path("batch_frame_out.jsonl.partial"));
    let whole = file("batch_frame.jsonl.zst", &packed);
    run(&["batch", "-q", &whole, "-o", &text(&output)]).bad(1, &["of 3000 lines"]);
    fs::remove_file(&output).expect("an output");
    let cut = file("batch_frame_cut.jsonl.zst", &packed[..packed.len() - 20]);
    run(&["batch", "-q", &cut, "-o", &text(&output)]).bad(1, &["cannot be read", ".partial"]);
    let kept = fs::read_to_string(&partial).expect("what was finished").lines().count();
    assert!((500..3000).contains(&kept), "{kept}");
    let mut damaged = packed.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 40].fill(0xff);
    let damaged = file("batch_frame_damaged.jsonl.zst", &damaged);
    let answer = run(&["batch", "-q", &damaged]).bad(1, &["cannot be read"]);
    assert!(!answer.stderr.contains("Error"), "{}", answer.stderr);
}

#[test]
fn an_output_is_whole_or_not_there() {
    let input = file("batch_whole.jsonl", line(1, "Jim", "Jim").as_bytes());
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("batch_whole");
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir(&directory).expect("a directory");
    let at = |name: &str| text(&directory.join(name));
    run(&["batch", "-q", &input, "-o", &at("missing/out.jsonl")]).bad(1, &["missing/out.jsonl cannot be written"]);
    run(&["batch", "-q", &input, "-o", &text(&directory)]).bad(1, &["cannot be written"]);
    run(&["batch", "-q", &input, "-o", &at("out.jsonl"), "--errors", &at("missing/e")]).bad(1, &["cannot be written"]);
    run(&["batch", "-q", &text(&directory)]).bad(1, &["cannot be read"]);
    assert_eq!(fs::read_dir(&directory).expect("a directory").count(), 0, "nothing is left behind");
    run(&["batch", "-q", &input, "-o", &at("out.jsonl"), "--errors", &at("e.jsonl")]).good();
    assert_eq!(fs::read_dir(&directory).expect("a directory").count(), 2);
    for args in [["-o", &input], ["--errors", &input]] {
        run(&[&["batch", "-q", &input][..], &args].concat()).bad(2, &["overwrite the input"]);
    }
    run(&["batch", "-q", &input, "-o", &at("new"), "--errors", &at("./new")]).bad(2, &["overwrite the output"]);
    assert!(fs::read_to_string(&input).expect("the input").contains("Jim"));
}

#[cfg(unix)]
#[test]
fn links_and_devices_are_written_through() {
    let input = file("batch_link.jsonl", line(1, "Jim", "Jim").as_bytes());
    let (target, link) = (path("batch_link_target.jsonl"), path("batch_link_link.jsonl"));
    fs::write(&target, "old").expect("a file");
    std::os::unix::fs::symlink(&target, &link).expect("a link");
    run(&["batch", "-q", &input, "-o", &text(&link)]).good();
    assert!(fs::read_to_string(&target).expect("the target").starts_with("{\"id\":1,"));
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    run(&["batch", "-q", &input, "-o", "/dev/null"]).good();
    let answer = run(&["batch", "-q", &input, "-o", "/dev/full"]);
    assert!(answer.code == 1 && answer.stderr.contains("/dev/full cannot be written"), "{}", answer.stderr);
}

/// A run whose input does not end, stopped by a signal once something was written.
#[cfg(unix)]
fn stopped(signal: &str, output: &Path) -> (Option<i32>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ownership-match"))
        .args(["batch", "-q", "-o", &text(output)])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    stdin.write_all(many(2000).as_bytes()).expect("it reads");
    let name = output.file_name().and_then(|name| name.to_str()).expect("a name");
    let temporary = output.with_file_name(format!(".{name}.{}.tmp", child.id()));
    let begun = Instant::now();
    while fs::metadata(&temporary).map_or(0, |data| data.len()) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing is written");
        thread::sleep(Duration::from_millis(10));
    }
    let kill = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill starts");
    assert!(kill.success());
    // Standard input stays open: the run must end all the same.
    let output = child.wait_with_output().expect("the command ends");
    drop(stdin);
    assert!(!temporary.exists());
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[cfg(unix)]
#[test]
fn a_signal_leaves_the_finished_rows() {
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let (output, partial) = (path("batch_signal.jsonl"), path("batch_signal.jsonl.partial"));
        let (ended, stderr) = stopped(signal, &output);
        assert_eq!(ended, Some(code), "{stderr}");
        let rows = fs::read_to_string(&partial).expect("what was finished");
        let count = rows.lines().count();
        assert!(rows.ends_with('\n') && count > 100, "{count}");
        rows.lines().for_each(|line| assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}"));
        assert!(
            stderr.contains("interrupted: what was finished (") && stderr.contains("batch_signal.jsonl.partial"),
            "{stderr}"
        );
        assert!(!output.exists());
    }
}
