//! What a run costs, part by part, on generated documents: `cargo bench`.
//!
//! - `parse`: making trees of the text, on one thread
//! - `rules`: running all rules on the trees, and of this what each family of rules took
//! - `cache`: keeping what was found, and reading it back, on one thread
//! - `run`: the whole program over a folder, as `sopan check` and `sopan audit` do it, on all
//!   threads; with the report for people, as JSON, and the audit, each without anything kept
//!
//! The times are those of this program on this machine; `benches/table` holds sopan against other
//! tools. Without `--bench`, as in `cargo test --benches`, all of it runs once on few documents.

#![expect(clippy::expect_used, reason = "a measurement that cannot go on stops")]

mod corpus;

use std::{
    collections::BTreeSet,
    ffi::OsString,
    hint::black_box,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use criterion::{
    BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
    measurement::WallTime,
};
use sopan::{
    cache::{Cache, Folder, Program},
    cli,
    corpus::Extent,
    document::{self, Limits},
    lint::{Ask, Linter, Stage, Timings},
    rule::{Packs, RuleSet},
    source::Source,
};

/// Documents that are measured, and those that only show that all of it still runs; the first
/// 121 are a declaration and standards, then procedures follow.
const DOCUMENTS: (usize, usize) = (600, 130);

fn count() -> usize {
    let is_measured = std::env::args().any(|argument| argument == "--bench");
    if is_measured {
        DOCUMENTS.0
    } else {
        DOCUMENTS.1
    }
}

fn texts() -> Vec<String> {
    let data = corpus::Data::read();
    (0..count())
        .map(|index| data.document(index).text)
        .collect()
}

/// A group whose figures are per document, with as few samples as one may take of what is slow.
fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10);
    group.warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(8));
    // Each run is long: as many of them in every sample.
    group.sampling_mode(SamplingMode::Flat);
    group.throughput(Throughput::Elements(count() as u64));
    group
}

fn parse(criterion: &mut Criterion) {
    let texts = texts();
    let limits = Limits::default();
    let mut group = group(criterion, "parse");
    group.bench_function("yaml", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                let source = Arc::new(Source::from_text("a.yaml", text.as_str()));
                black_box(document::parse(&source, &limits));
            }
        });
    });
    group.finish();
}

fn linter(rules: &RuleSet) -> Linter<'_> {
    Linter {
        rules,
        today: corpus::TODAY.parse().expect("a day"),
        limits: Limits::default(),
        excerpts: false,
    }
}

/// Checks every document by itself, so many times, and gives what that took.
fn timed(rules: &RuleSet, texts: &[String], times: u64) -> Timings {
    let linter = linter(rules);
    let timings = Timings::new(rules);
    for _ in 0..times {
        for text in texts {
            let ask = Ask {
                facts: Some(Extent::Part),
                timings: Some(&timings),
                ..Ask::default()
            };
            black_box(linter.look(ask, "a.yaml", text.clone().into_bytes()));
        }
    }
    timings
}

fn rules(criterion: &mut Criterion) {
    let texts = texts();
    let rules = Packs::builtin()
        .and_then(Packs::compile)
        .expect("the packs are sound");
    let mut group = group(criterion, "rules");
    group.bench_function("all", |bencher| {
        bencher.iter_custom(|times| timed(&rules, &texts, times).stage(Stage::Rules));
    });
    // What several rules need counts for the first of them, as in `--timings`.
    // Families of which no rule runs on these documents are left out.
    let ran = timed(&rules, &texts, 1).rules().into_iter();
    let families: BTreeSet<_> = ran.map(|(id, _)| rules.rule(id).family()).collect();
    for family in families {
        group.bench_function(family, |bencher| {
            bencher.iter_custom(|times| {
                let timings = timed(&rules, &texts, times);
                let of_family = timings.rules().into_iter();
                let of_family = of_family.filter(|(id, _)| rules.rule(*id).family() == family);
                of_family.map(|(_, took)| took).sum()
            });
        });
    }
    group.finish();
}

fn cache(criterion: &mut Criterion) {
    let texts = texts();
    let rules = Packs::builtin()
        .and_then(Packs::compile)
        .expect("the packs are sound");
    let folder = tempfile::tempdir().expect("a folder for a while");
    let open = || {
        let (folder, program) = (Folder::at(folder.path()), Program::named("bench"));
        Cache::open(folder, &[], &program, linter(&rules), Extent::Everything)
    };
    let look =
        |text: &String| linter(&rules).check_bytes("a.yaml", text.clone().into_bytes(), None);
    let files: Vec<_> = texts.iter().map(look).collect();
    let keep = || {
        let cache = open();
        for (text, file) in texts.iter().zip(&files) {
            cache.keep(&cache.key(text.as_bytes(), None), file);
        }
    };
    let mut group = group(criterion, "cache");
    group.bench_function("keep", |bencher| bencher.iter(keep));
    keep();
    group.bench_function("find", |bencher| {
        bencher.iter(|| {
            let cache = open();
            for text in &texts {
                let found = cache.find(&cache.key(text.as_bytes(), None), "a.yaml");
                black_box(found.expect("it was kept"));
            }
        });
    });
    group.finish();
}

/// Runs the program in this process, so many times, and gives what that took.
fn program(command: &[&str], folder: &Path, report: &Path, times: u64) -> Duration {
    let started = Instant::now();
    for _ in 0..times {
        let mut arguments: Vec<OsString> = vec!["sopan".into()];
        arguments.extend(command.iter().map(OsString::from));
        arguments.extend([folder.into(), "--output".into(), report.into()]);
        let alone = ["--no-settings", "--no-cache", "--today", corpus::TODAY];
        arguments.extend(alone.map(OsString::from));
        black_box(cli::main(arguments));
    }
    started.elapsed()
}

fn run(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let documents = folder.path().join("documents");
    corpus::write(count(), &documents).expect("a writable folder");
    let report = folder.path().join("report");
    let mut group = group(criterion, "run");
    for (name, command) in [
        ("human", ["check", "--format", "human"].as_slice()),
        ("json", &["check", "--format", "json"]),
        ("audit", &["audit", "--format", "json"]),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let took = program(command, &documents, &report, times);
                std::fs::remove_file(&report).expect("a report was written");
                took
            });
        });
    }
    group.finish();
}

criterion_group!(benches, parse, rules, cache, run);
criterion_main!(benches);
