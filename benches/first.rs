//! What the first pair of a fresh process costs beside the steady ones: this program runs itself, many times.
//!
//! `cargo bench --bench first` prints medians over all processes, each of which begins with another US pair of
//! `benches/data/pairs.jsonl`. The first number that needs the whole numbering plan is told apart: few numbers do.

mod common;

use ownership_match::{Country, MatchOptions, Phone, Record};
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

/// Fresh processes.
const PROCESSES: usize = 101;

/// How often each process walks all pairs before it looks at the median of a walk.
const WALKS: usize = 9;

/// Says that this is one of the fresh processes, and which pair comes first.
const FIRST: &str = "--first-pair";

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn nanoseconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_nanos() as f64
}

/// In the fresh process: the first pair, a steady one, `strsim` on a pair of names, the first number that needs the plan.
fn fresh(first: usize) {
    let pairs = common::pairs();
    let names = common::lower_names(&pairs);
    let options = MatchOptions::default();
    let compare = |pair: &common::Pair| {
        let given = Record::of_given(black_box(&pair.given), &options);
        let _ = black_box(given.compare(&Record::of_owner(black_box(&pair.owner), &options)));
    };
    let first_pair = nanoseconds(|| compare(&pairs[first % pairs.len()]));
    let walks = (0..WALKS).map(|_| nanoseconds(|| pairs.iter().for_each(compare)) / pairs.len() as f64).collect();
    let strsim = (0..WALKS)
        .map(|_| {
            let similarity = |(a, b): &(String, String)| {
                black_box(strsim::jaro_winkler(black_box(a), black_box(b)));
            };
            nanoseconds(|| names.iter().for_each(similarity)) / names.len() as f64
        })
        .collect();
    // A mobile number as it is dialled within Argentina: the 15 stands in the middle and moves to the front as a 9.
    let plan = nanoseconds(|| {
        black_box(Phone::parse(black_box("0343 15 555 1212"), Country::new("AR")));
    });
    println!("{first_pair}\t{}\t{}\t{plan}", median(walks), median(strsim));
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == FIRST) {
        return fresh(arguments.get(at + 1).and_then(|first| first.parse().ok()).expect("which pair is the first"));
    }
    let program = std::env::current_exe().expect("a bench knows where it is");
    let mut columns: [Vec<f64>; 4] = Default::default();
    // Without `--bench` this is a test, in a debug build: one process shows that it works.
    let processes = if arguments.iter().any(|argument| argument == "--bench") { PROCESSES } else { 1 };
    for process in 0..processes {
        let output = Command::new(&program).args([FIRST, &process.to_string()]).output().expect("it runs itself");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let line = String::from_utf8(output.stdout).expect("text");
        let times: Vec<f64> = line.split_whitespace().filter_map(|time| time.parse().ok()).collect();
        assert_eq!(times.len(), columns.len(), "{line}");
        columns.iter_mut().zip(times).for_each(|(column, time)| column.push(time));
    }
    let [first, steady, strsim, plan] = columns.map(median);
    common::keep(
        "first.tsv",
        &[
            ("first_pair_ns", first),
            ("steady_pair_ns", steady),
            ("strsim_jaro_winkler_ns", strsim),
            ("numbering_plan_first_call_ns", plan),
        ],
    );
}
