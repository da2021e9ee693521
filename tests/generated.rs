//! The documents that the benches measure: realistic, the same every time, and with exactly the
//! faults that their manifest tells.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;
#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use sopan::{finding::Severity, rule::Packs};

use self::common::{Sopan, TODAY, findings, sopan};
use self::corpus::{Data, Manifest, write};

/// Documents of all kinds of units, and of procedures as of standards.
const COUNT: usize = 240;

/// A rule, and where it is told.
type Told = (String, String, String);

fn run(manifest: &mut Manifest, args: &[&str]) -> Sopan {
    sopan()
        .with(|folder| *manifest = write(COUNT, folder).unwrap())
        .args(args)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// How often each is there.
fn counted<T: Ord>(all: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts
}

#[test]
fn every_seeded_fault_is_told_once_and_nothing_else_above_info() {
    let mut manifest = Manifest::empty();
    let report = run(&mut manifest, &["check", "--format", "json"]);
    let report = report.exits(1).json();
    let seeded = manifest.faults.iter().filter(|fault| !fault.only_in_audits);
    let seeded = counted(
        seeded
            .map(|fault| -> Told { (fault.file.clone(), fault.rule.clone(), fault.path.clone()) }),
    );
    let told = findings(&report).into_iter().map(|(file, finding)| {
        let told: Told = (file, text(&finding["rule"]), text(&finding["path"]));
        (told, finding["severity"] == "info")
    });
    // An info may be true of a document that nothing was done to.
    let told = told.filter(|(told, is_info)| !is_info || seeded.contains_key(told));
    let told = counted(told.map(|(told, _)| told));
    let missed: Vec<_> = seeded
        .iter()
        .filter(|(one, _)| !told.contains_key(*one))
        .collect();
    assert!(missed.is_empty(), "not told: {missed:#?}");
    assert_eq!(told, seeded);
    assert_eq!(report["summary"]["documents"], COUNT);
    assert_eq!(report["summary"]["unreadable"], 0);
}

/// An audit knows what is nowhere, and tells no more than that besides.
#[test]
fn an_audit_counts_every_seeded_fault() {
    let mut manifest = Manifest::empty();
    let report = run(&mut manifest, &["audit", "--format", "json"]);
    let report = report.exits(0).json();
    let seeded = counted(manifest.faults.iter().map(|fault| fault.rule.clone()));
    let rules = report["rules"].as_array().unwrap();
    let told: BTreeMap<_, _> = rules
        .iter()
        .map(|rule| (text(&rule["rule"]), rule["findings"].as_u64().unwrap()))
        .collect();
    for (rule, count) in &seeded {
        let count = u64::try_from(*count).unwrap();
        assert_eq!(told.get(rule), Some(&count), "{rule}");
    }
    // What else it tells is no more than a hint.
    let rules = Packs::builtin().unwrap().compile().unwrap();
    let severity = |code: &str| rules.rule(rules.find(code)[0]).severity;
    let others = told.keys().filter(|rule| !seeded.contains_key(*rule));
    let graver: Vec<_> = others
        .filter(|rule| severity(rule) != Severity::Info)
        .collect();
    assert!(graver.is_empty(), "{graver:?}");
    assert!(seeded.len() > 75, "faults of {} rules", seeded.len());
}

#[test]
fn documents_differ_and_are_the_same_every_time() {
    let (data, again) = (Data::read(), Data::read());
    let documents: Vec<_> = (0..COUNT).map(|index| data.document(index)).collect();
    let files: BTreeSet<_> = documents.iter().map(|one| &one.file).collect();
    assert_eq!(files.len(), COUNT, "no two of one name");
    let texts: BTreeSet<_> = documents.iter().map(|one| &one.text).collect();
    assert_eq!(texts.len(), COUNT, "no two alike");
    for (index, document) in documents.iter().enumerate() {
        let once_more = again.document(index);
        assert_eq!(document.text, once_more.text);
        assert_eq!(document.file, once_more.file);
    }
    let bytes: usize = documents.iter().map(|one| one.text.len()).sum();
    assert!((3000..10_000).contains(&(bytes / COUNT)), "{bytes}");
    // Not one text with another name in it: of two documents of the same kind and unit sort,
    // a good part of the lines differ.
    let lines = |index: usize| -> BTreeSet<&str> { documents[index].text.lines().collect() };
    let mut shared = 0;
    let mut all = 0;
    for index in 41..95 {
        let (one, other) = (lines(index), lines(index + 1));
        shared += one.intersection(&other).count();
        all += one.len();
    }
    assert!(shared * 4 < all * 3, "{shared} of {all} lines are shared");
}

/// So many documents lie in several regions, which a city's documents do not.
#[test]
fn documents_far_apart_are_of_different_regions() {
    let data = Data::read();
    let region = |index: usize| {
        let file = data.document(index).file;
        file.split_once('/').unwrap().0.to_owned()
    };
    let regions: BTreeSet<_> = (0..100).map(|city| region(city * 6000 + 17)).collect();
    assert_eq!(regions.len(), 100);
    assert_eq!(region(1), region(5999));
}

#[test]
fn the_manifest_says_on_which_day_it_holds() {
    assert_eq!(Manifest::empty().today, TODAY);
    let manifest = serde_json::to_value(Manifest::empty()).unwrap();
    assert_eq!(
        manifest,
        serde_json::json!({"today": TODAY, "documents": 0, "bytes": 0, "faults": []})
    );
}
