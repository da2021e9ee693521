//! Files that sopan wrote and reads again, in any state: a baseline, the facts of a part of a
//! run, the audit of last time, a result in a cache. The first line tells which.

#![no_main]

use std::{path::Path, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use sopan::{
    audit::Last,
    cache::{Cache, Folder, Program},
    corpus::Extent,
    judge::{Baseline, Judged, Policy, judge},
    lint::CheckedFile,
    shard::{self, Facts},
};
use sopan_fuzz::{RULES, TODAY, VERDICTS, check, choice, judged_file, linter, run, shown};

static FILE: LazyLock<CheckedFile> = LazyLock::new(|| {
    check(include_bytes!(
        "../../examples/kota-contoh/disdukcapil/sp-akta-kelahiran.yaml"
    ))
});

static JUDGED: LazyLock<Judged> = LazyLock::new(|| run(vec![FILE.clone()], Extent::Everything));

fn baseline(text: &str, choice: u64) {
    let Ok(known) = Baseline::parse(text, Path::new("/kota")) else {
        return;
    };
    let mut out = Vec::new();
    known.write(&mut out).expect("memory takes all");
    let written = String::from_utf8(out).expect("a baseline is UTF-8");
    let again = Baseline::parse(&written, Path::new("/kota")).expect("what was written is read");
    let mut entries = known.entries().to_owned();
    let mut read = again.entries().to_owned();
    entries.sort();
    read.sort();
    assert_eq!(entries, read);
    let file = judged_file(FILE.clone());
    let judged = judge(vec![file], &RULES, &VERDICTS, Some(&known), 0);
    shown::assert_reports(&judged, choice);
}

/// The digest and the version belong to the program that wrote them; any other is refused at once.
fn of_this_program(text: &str) -> String {
    let (head, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut written = Vec::new();
    let none = std::iter::empty::<(&CheckedFile, &Policy)>();
    shard::write(none, 0, &RULES, TODAY, &mut written).expect("memory takes all");
    let written = String::from_utf8(written).expect("facts are UTF-8");
    let own = written.split_once('\n').map_or("", |(head, _)| head);
    match serde_json::from_str::<Value>(head) {
        Ok(Value::Object(_)) => format!("{own}\n{rest}"),
        _ => text.to_owned(),
    }
}

fn facts(text: &str, choice: u64) {
    let mut facts = Facts::default();
    let Ok(()) = facts.read(of_this_program(text).as_bytes(), &RULES) else {
        return;
    };
    let files = facts.files.iter().map(|(file, policy)| (file, policy));
    let mut out = Vec::new();
    shard::write(files, facts.skipped, &RULES, TODAY, &mut out).expect("memory takes all");
    let mut again = Facts::default();
    again
        .read(out.as_slice(), &RULES)
        .expect("what was written is read");
    assert_eq!(again.files.len(), facts.files.len());
    let files: Vec<_> = facts.files.into_iter().map(|(file, _)| file).collect();
    if files.is_empty() {
        return;
    }
    let judged = run(
        files,
        if choice & 1 == 0 {
            Extent::Everything
        } else {
            Extent::Part
        },
    );
    shown::assert_reports(&judged, choice);
    shown::assert_audit(&judged, None, choice);
}

fn result(text: &str, choice: u64) {
    // Nothing is kept in it, so nothing is written.
    let (folder, program) = (Folder::at("/dev/null"), Program::named("fuzz"));
    let cache = Cache::open(folder, &[], &program, linter(), Extent::Everything);
    let key = cache.key(b"", None);
    let Some(file) = cache.read(&key, "a.yaml", text.as_bytes()) else {
        return;
    };
    let written = cache.write(&file).expect("it was in a cache before");
    let again = cache.read(&key, "a.yaml", &written);
    let again = again.expect("what was written is read");
    assert_eq!(format!("{file:?}"), format!("{again:?}"));
    let judged = run(vec![file], Extent::Everything);
    shown::assert_reports(&judged, choice);
    shown::assert_audit(&judged, None, choice);
}

fn last(text: &str, choice: u64) {
    if let Ok(last) = Last::parse(text) {
        shown::assert_audit(&JUDGED, Some(&last), choice);
    }
}

fuzz_target!(|text: &str| {
    let choice = choice(text.as_bytes());
    let head = text.lines().next().unwrap_or_default();
    if head.contains("sopan_baseline") {
        baseline(text, choice);
    } else if head.contains("sopan_facts") {
        facts(text, choice);
    } else if head.starts_with("{\"made\"") {
        result(text, choice);
    } else {
        last(text, choice);
    }
});
