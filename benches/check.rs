//! How long checking takes beside only parsing, on the same documents in one run.
//!
//! `cargo bench --bench check -- 6000` prints the median of five rounds in which the two take
//! turns, on one thread, and their ratio. With a folder as second argument it also writes the
//! documents there, to run the program itself on them.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::use_debug,
    reason = "a program for a person"
)]

mod corpus;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use sopan::{document, lint::Linter, rule::Packs, source::Source};

const ROUNDS: usize = 5;

fn main() {
    let arguments: Vec<_> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .collect();
    let count = arguments
        .first()
        .map_or(6000, |count| count.parse().expect("a number"));
    let documents = corpus::documents(count);
    let bytes: usize = documents.iter().map(String::len).sum();
    if let Some(folder) = arguments.get(1) {
        for (number, text) in documents.iter().enumerate() {
            let folder = format!("{folder}/unit-{:02}", number % 40);
            std::fs::create_dir_all(&folder).expect("a writable folder");
            std::fs::write(format!("{folder}/{number:05}.yaml"), text).expect("a writable file");
        }
    }
    let started = Instant::now();
    let rules = Packs::builtin()
        .and_then(Packs::compile)
        .expect("the packs are sound");
    let loading = started.elapsed();
    let linter = Linter {
        rules: &rules,
        today: jiff::civil::date(2026, 11, 21),
        limits: document::Limits::default(),
        excerpts: false,
    };
    let (mut parse, mut check) = (Vec::new(), Vec::new());
    let mut findings = 0;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        for text in &documents {
            let source = Arc::new(Source::from_text("a.yaml", text.as_str()));
            std::hint::black_box(document::parse(&source, &linter.limits));
        }
        parse.push(started.elapsed());
        let started = Instant::now();
        findings = 0;
        for text in &documents {
            let file = linter.check_bytes("a.yaml", text.as_bytes().to_vec(), None);
            findings += file
                .documents
                .iter()
                .map(|d| d.findings.len())
                .sum::<usize>();
        }
        check.push(started.elapsed());
    }
    let (parse, check) = (median(parse), median(check));
    println!(
        "{count} documents, {} KiB, {findings} findings",
        bytes / 1024
    );
    println!("loading the rules  {loading:?}");
    println!("parsing only       {parse:?}");
    println!("checking           {check:?}");
    println!(
        "ratio              {:.2}",
        check.as_secs_f64() / parse.as_secs_f64()
    );
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
