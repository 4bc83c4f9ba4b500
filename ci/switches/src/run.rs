//! Runs tests for each mutant.

use crate::survivors::{self, Listed};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::Write;
use std::num::NonZero;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How a test ended.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Passed,
    Failed,
    TimedOut,
}

/// By number of a mutant: how each test ended, by its name.
type Known = BTreeMap<String, Vec<(String, String)>>;

fn start(test: &str, mutant: &str, reached: Option<&Path>) -> Child {
    let mut words = test.split(' ');
    let binary = words.next().expect("a binary");
    // A mutant may ask for all the memory there is.
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -v 4000000; exec \"$0\" \"$@\"", binary]).args(words);
    command.env("MUTANT", mutant).stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    if let Some(path) = reached {
        command.env("REACHED", path);
    }
    command.spawn().expect("a test can be started")
}

fn run_one(test: &str, mutant: &str, reached: Option<&Path>, limit: Duration) -> (End, Duration) {
    let begin = Instant::now();
    let mut child = start(test, mutant, reached);
    let end = loop {
        match child.try_wait().expect("a child") {
            Some(status) => break if status.success() { End::Passed } else { End::Failed },
            None if begin.elapsed() > limit => {
                child.kill().expect("a child can be ended");
                child.wait().expect("a child");
                break End::TimedOut;
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    (end, begin.elapsed())
}

/// Each test: a path of a binary and its arguments, parted by blanks. What `outcomes.tsv` holds already is not run again:
/// caught mutants stay caught, and a test that let one pass is not asked twice.
/// Succeeds if every survivor is argued, and nothing else.
pub(crate) fn run(tree: &Path, seconds: u64, tests: &[&str]) -> ExitCode {
    let list = std::fs::read_to_string(tree.join("mutants.tsv")).expect("the list");
    let list = survivors::listed(&list);
    let outcomes = tree.join("outcomes.tsv");
    let mut known = Known::new();
    for line in std::fs::read_to_string(&outcomes).unwrap_or_default().lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        known.entry(cells[0].to_owned()).or_default().push((cells[1].to_owned(), cells[2].to_owned()));
    }
    let mut out = std::fs::OpenOptions::new().create(true).append(true).open(&outcomes).expect("the outcomes");
    for test in tests {
        let file = test.split(' ').next().and_then(|path| path.rsplit('/').next()).unwrap_or(test);
        let name = file.rsplit_once('-').map_or(file, |(name, _)| name).to_owned();
        let reached = tree.join("reached.tmp");
        let _ = std::fs::remove_file(&reached);
        let (end, took) = run_one(test, "reached", Some(&reached), Duration::from_secs(600));
        assert!(end == End::Passed, "{test} fails without any mutant");
        let reached: HashSet<String> =
            std::fs::read_to_string(&reached).unwrap_or_default().lines().map(str::to_owned).collect();
        let (_, quick) = run_one(test, "4000000000", None, Duration::from_secs(600));
        eprintln!(
            "{name}: {:.2} s, {} mutants reached (recorded in {:.2} s)",
            quick.as_secs_f64(),
            reached.len(),
            took.as_secs_f64()
        );
        let limit = Duration::from_secs(seconds).max(quick * 20);
        let is_asked = |id: &str| {
            known
                .get(id)
                .is_none_or(|told| !told.iter().any(|(test, end)| end == "caught" || end == "timeout" || *test == name))
        };
        let asked: Vec<&str> =
            list.iter().filter(|mutant| mutant.is_switched).map(|mutant| mutant.id).filter(|id| is_asked(id)).collect();
        let (next, told) = (AtomicUsize::new(0), Mutex::new((&mut out, Vec::new())));
        let work = || {
            while let Some(&id) = asked.get(next.fetch_add(1, Ordering::Relaxed)) {
                let end = if reached.contains(id) {
                    match run_one(test, id, None, limit).0 {
                        End::Passed => "missed",
                        End::Failed => "caught",
                        End::TimedOut => "timeout",
                    }
                } else {
                    "unreached"
                };
                let mut told = told.lock().expect("no worker panics");
                writeln!(told.0, "{id}\t{name}\t{end}").expect("the outcome");
                told.1.push((id.to_owned(), end.to_owned()));
            }
        };
        std::thread::scope(|scope| {
            let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
            (0..cores).for_each(|_| drop(scope.spawn(work)));
        });
        for (id, end) in told.into_inner().expect("no worker panics").1 {
            known.entry(id).or_default().push((name.clone(), end));
        }
    }
    ExitCode::from(u8::from(!table(tree, &list, &known)))
}

/// Prints what was tried, caught and survived of each file, the survivors that no row of `ci/survivors` argues, and the rows that
/// argue what does not survive; writes the survivors to `missed.txt`. Whether every survivor of these files is argued, and no more.
fn table(tree: &Path, list: &[Listed], known: &Known) -> bool {
    let (argued, mut wrong) = survivors::argued(tree);
    let (mut files, mut missed, mut open) = (BTreeMap::<&str, [usize; 5]>::new(), String::new(), Vec::new());
    let mut survived = BTreeSet::new();
    for mutant in list {
        let counts = files.entry(&mutant.key.file).or_default();
        if !mutant.is_switched {
            counts[4] += 1;
            continue;
        }
        counts[0] += 1;
        if known.get(mutant.id).is_some_and(|told| told.iter().any(|(_, end)| end == "caught" || end == "timeout")) {
            counts[1] += 1;
            continue;
        }
        counts[2] += 1;
        missed += &format!("{}\n", mutant.name);
        survived.insert(&mutant.key);
        if argued.contains_key(&mutant.key) {
            counts[3] += 1;
        } else {
            open.push(mutant);
        }
    }
    println!("file\ttried\tcaught\tsurvived\tof these argued\tnot behind a switch");
    for (file, [tried, caught, survived, argued, left]) in &files {
        println!("{file}\t{tried}\t{caught}\t{survived}\t{argued}\t{left}");
    }
    std::fs::write(tree.join("missed.txt"), missed).expect("the survivors can be written");
    open.sort_by_key(|mutant| &mutant.key);
    for mutant in &open {
        println!("not argued: {}\t({})", mutant.key, mutant.name.split(": ").next().unwrap_or_default());
    }
    for (key, place) in &argued {
        if files.contains_key(key.file.as_str()) && !survived.contains(key) {
            wrong.push(format!("{place}: does not survive, or is no mutant: {key}"));
        }
    }
    for wrong in &wrong {
        println!("{wrong}");
    }
    open.is_empty() && wrong.is_empty()
}
