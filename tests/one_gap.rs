//! One gap, one finding: a document without fault that loses one component gets one new finding,
//! and that is about the component.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use sopan::{
    document::{self, Limits, NodeId},
    judge::{Judge, Policy, Verdicts},
    lint::{CheckedFile, Linter},
    rule::{Packs, RuleSet},
    source::Source,
};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| Packs::builtin().unwrap().compile().unwrap());

fn check(text: &str) -> CheckedFile {
    let linter = Linter {
        rules: &RULES,
        today: jiff::civil::date(2026, 11, 21),
        limits: Limits::default(),
        excerpts: false,
    };
    let verdicts = Verdicts::new(&RULES, &[], &[], None);
    let checked = linter.check_bytes("a.yaml", text.as_bytes().to_vec(), None);
    Judge::new(linter, &verdicts).file(checked, &Policy::new(&RULES))
}

/// Rule and path of everything that was found.
fn found(text: &str) -> Vec<(String, String)> {
    let file = check(text);
    let of_documents = file.documents.iter().flat_map(|d| &d.findings);
    of_documents
        .chain(&file.findings)
        .map(|finding| {
            let code = RULES.rule(finding.rule).code.clone();
            (code, finding.path.clone())
        })
        .collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push(path);
        }
    }
}

/// The example documents of one document each in which nothing is found.
fn perfect() -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    files(Path::new("examples"), &mut paths);
    paths.sort();
    let texts = paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    });
    texts
        .filter(|(_, text)| found(text).is_empty() && check(text).documents.len() == 1)
        .collect()
}

/// Keys of the head of every document that say the same as a component, which is asked for only
/// where neither is there.
const SAME: [(&str, &str); 3] = [
    ("nomor_sop", "nomor"),
    ("tanggal_efektif", "tanggal_penetapan"),
    ("disahkan_oleh", "ditetapkan_oleh"),
];

/// The text without the lines of a key at the top.
fn without(text: &str, key: &str) -> Option<String> {
    let source = Arc::new(Source::from_text("a.yaml", text));
    let parsed = document::parse(&source, &Limits::default());
    let document = &parsed.documents[0];
    let mut starts: Vec<_> = document.keys(NodeId::ROOT).collect();
    starts.sort_by_key(|(_, span, _)| span.start);
    let at = starts.iter().position(|(own, _, _)| *own == key)?;
    let start = starts[at].1.start;
    let end = starts.get(at + 1).map_or(text.len(), |next| next.1.start);
    Some(format!("{}{}", &text[..start], &text[end..]))
}

#[test]
fn a_component_that_is_taken_out_is_one_finding() {
    let documents = perfect();
    assert!(documents.len() > 10, "{}", documents.len());
    let mut tried = BTreeSet::new();
    let mut wrong = Vec::new();
    for (path, text) in &documents {
        let checked = check(text);
        let document = &checked.documents[0];
        let Some(kind) = RULES
            .kinds()
            .iter()
            .find(|kind| document.kind.as_deref() == Some(&*kind.name))
        else {
            continue;
        };
        let components = kind.components.iter().zip(&document.not_asked);
        for (component, _) in components.filter(|(_, not_asked)| !**not_asked) {
            let key = &component.key;
            let Some(mut text) = without(text, key) else {
                continue;
            };
            if let Some((_, other)) = SAME.iter().find(|(own, _)| own == key) {
                text = without(&text, other).unwrap_or(text);
            }
            let found = found(&text);
            tried.insert((kind.name.clone(), key.clone()));
            let is_about_it = |path: &str| path == format!("/{key}");
            match found.as_slice() {
                [(_, path)] if is_about_it(path) => {}
                _ => wrong.push(format!("{} without {key}: {found:?}", path.display())),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let all = RULES.kinds().iter().flat_map(|kind| {
        let components = kind.components.iter();
        components.map(|component| (kind.name.clone(), component.key.clone()))
    });
    let untried: Vec<_> = all.filter(|one| !tried.contains(one)).collect();
    assert!(untried.is_empty(), "no perfect document has {untried:?}");
}
