//! That no check looks farther than it says.

use std::{fmt::Write as _, fs, path::Path as FilePath, sync::Arc};

use super::*;
use crate::{
    check::Sight,
    rule::{Packs, RuleSet, jsonpath},
};

const TODAY: Date = jiff::civil::date(2026, 11, 22);

/// What conditions of rules ask for, and what checks may know of any document.
const HEAD: [&str; 3] = ["jenis", "wilayah", "status"];

/// A value as YAML on one line; every text is quoted, so that only what is said can matter.
fn print(document: &Document, node: NodeId, out: &mut String) {
    match document.value(node) {
        document::Value::Null => out.push('~'),
        document::Value::Scalar { text, .. } => out.push_str(&quoted(text)),
        document::Value::List => {
            let items = document.items(node).iter().copied();
            list(out, items, |out, item| print(document, item, out));
        }
        document::Value::Map => map(out, document, document.entries(node)),
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn list<T>(out: &mut String, items: impl Iterator<Item = T>, print: impl Fn(&mut String, T)) {
    out.push('[');
    for item in items {
        print(out, item);
        out.push_str(", ");
    }
    out.push(']');
}

fn map(out: &mut String, document: &Document, entries: Vec<(&str, NodeId)>) {
    out.push('{');
    for (key, node) in entries {
        write!(out, "{}: ", quoted(key)).unwrap();
        print(document, node, out);
        out.push_str(", ");
    }
    out.push('}');
}

/// A document of nothing but its head and one node, where that stood.
fn alone(document: &Document, node: NodeId) -> String {
    let mut value = String::new();
    print(document, node, &mut value);
    let path = document.path_of(node);
    let (first, steps) = path.steps().split_first().unwrap();
    for step in steps.iter().rev() {
        value = match step {
            document::Step::Key(key) => format!("{{{}: {value}}}", quoted(key)),
            document::Step::Index(_) => format!("[{value}]"),
        };
    }
    let document::Step::Key(first) = first else {
        panic!("the top of a document is a mapping");
    };
    let mut out = String::new();
    for key in HEAD.into_iter().filter(|key| key != first) {
        if let Some(node) = document.get(NodeId::ROOT, key) {
            write!(out, "{key}: ").unwrap();
            print(document, node, &mut out);
            out.push('\n');
        }
    }
    out + &format!("{}: {value}\n", quoted(first))
}

/// The document with all keys of another that it does not have.
fn among_others(document: &Document, other: &Document) -> String {
    let mut out = String::new();
    let own = document.entries(NodeId::ROOT);
    let is_new = |key: &str| !HEAD.contains(&key) && own.iter().all(|(known, _)| *known != key);
    let others = other.entries(NodeId::ROOT).into_iter();
    let others = others.filter(|(key, _)| is_new(key));
    for (document, entries) in [(document, own.clone()), (other, others.collect())] {
        for (key, node) in entries {
            write!(out, "{}: ", quoted(key)).unwrap();
            print(document, node, &mut out);
            out.push('\n');
        }
    }
    out
}

fn parse(text: &str) -> document::Parsed {
    let source = Arc::new(Source::from_text("a.yaml", text));
    document::parse(&source, &Limits::default())
}

/// What a rule finds at and below a path, in its words; all where no path is given.
fn found(rules: &RuleSet, id: RuleId, text: &str, below: Option<&str>) -> Vec<String> {
    let linter = Linter {
        rules,
        today: TODAY,
        limits: Limits::default(),
        excerpts: false,
    };
    let rule = rules.rule(id);
    let file = linter.check_bytes("a.yaml", text.as_bytes().to_vec(), Some((id, rule)));
    // A part that is passed over the next time could not tell that day.
    let turns = file
        .documents
        .iter()
        .any(|document| document.turns.is_some());
    assert!(!turns, "{} looks at the day", rule.code);
    let findings = file
        .documents
        .iter()
        .flat_map(|document| &document.findings);
    let is_below = |path: &str| {
        below.is_none_or(|below| {
            let rest = path.strip_prefix(below);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    let mut found: Vec<_> = findings
        .filter(|finding| is_below(&finding.path))
        .map(|finding| format!("{:?} {:?}", finding.severity, finding.arguments))
        .collect();
    found.sort();
    found
}

#[test]
fn what_stands_elsewhere_in_a_document_changes_nothing() {
    let rules = Packs::builtin().unwrap().compile().unwrap();
    let other = FilePath::new(env!("CARGO_MANIFEST_DIR"))
        .join("examples/kota-contoh/disdukcapil/sp-akta-kelahiran.yaml");
    let other = parse(&fs::read_to_string(other).unwrap());
    let other = &other.documents[0];
    let (mut looked_at, mut with_findings) = (0, 0);
    for id in rules.ids() {
        let rule = rules.rule(id);
        if rule.check().sight() == Sight::Document || rule.given == "$" {
            continue;
        }
        let path = jsonpath::Path::compile(&rule.given).unwrap();
        for example in rule.examples().pass.iter().chain(&rule.examples().fail) {
            for document in &parse(&example.yaml).documents {
                let all = among_others(document, other);
                let parsed = parse(&all);
                let all_document = &parsed.documents[0];
                let mut nodes = Vec::new();
                let budget = &mut jsonpath::Budget::default();
                path.select(all_document, budget, &mut nodes).unwrap();
                // Those of the other document come last.
                let own = document.entries(NodeId::ROOT).len();
                let first_of_other = all_document.written_children(NodeId::ROOT).nth(own);
                nodes.retain(|node| first_of_other.is_none_or(|first| *node < first));
                for node in nodes {
                    let at = all_document.path_of(node).to_string();
                    let among = found(&rules, id, &all, Some(&at));
                    let text = alone(all_document, node);
                    let single = found(&rules, id, &text, None);
                    assert_eq!(among, single, "{} at {at}\n{all}\n{text}", rule.code);
                    looked_at += 1;
                    with_findings += usize::from(!single.is_empty());
                }
            }
        }
    }
    assert!(looked_at > 500, "{looked_at}");
    assert!(with_findings > 100, "{with_findings}");
}

#[test]
fn what_is_found_stays_until_the_day_that_is_told() {
    let rules = Packs::builtin().unwrap().compile().unwrap();
    // Examples are of long ago, or of a time to come.
    let years = [2018, 2020, 2023, 2026, 2100];
    let days = [(1, 1), (6, 30), (11, 22), (12, 31)];
    let of_year = |year| days.map(|(month, day)| jiff::civil::date(year, month, day));
    let (mut kept, mut turned) = (0, 0);
    for id in rules.ids() {
        let rule = rules.rule(id);
        for example in rule.examples().pass.iter().chain(&rule.examples().fail) {
            let on = |today| {
                let linter = Linter {
                    rules: &rules,
                    today,
                    limits: Limits::default(),
                    excerpts: false,
                };
                let bytes = example.yaml.as_bytes().to_vec();
                let file = linter.check_bytes("a.yaml", bytes, Some((id, rule)));
                let turns: Vec<_> = file.documents.iter().filter_map(|d| d.turns).collect();
                (turns, format!("{:?}", file.documents))
            };
            for days in years.map(of_year) {
                let found = days.map(on);
                let pairs =
                    (0..days.len()).flat_map(|from| (from..days.len()).map(move |to| (from, to)));
                for (from, to) in pairs {
                    let ((turns, before), (_, after)) = (&found[from], &found[to]);
                    if turns.iter().any(|turn| *turn <= days[to]) {
                        turned += usize::from(before != after);
                    } else {
                        let place = (&rule.code, days[from], days[to]);
                        assert_eq!(before, after, "{place:?}\n{}", example.yaml);
                        kept += 1;
                    }
                }
            }
        }
    }
    assert!(kept > 1000 && turned > 0, "{kept} {turned}");
}
