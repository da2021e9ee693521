//! Tests of silencing as a whole.

use std::{
    sync::{Arc, LazyLock},
    time::{Duration, Instant},
};

use jiff::civil::{Date, date};

use super::*;
use crate::{
    document::{self, Limits},
    finding::Finding,
    lint::Linter,
    rule::{Packs, RuleSet},
    source::Source,
};

mod adding;
mod faults;
mod scopes;
mod words;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| Packs::builtin().unwrap().compile().unwrap());
const TODAY: Date = date(2026, 11, 21);

fn linter() -> Linter<'static> {
    Linter {
        rules: &RULES,
        today: TODAY,
        limits: Limits::default(),
        excerpts: false,
    }
}

/// The comments of all documents of a text.
fn comments(text: &str) -> Vec<Suppression> {
    let source = Arc::new(Source::from_text("uji.yaml", text));
    let parsed = document::parse(&source, &Limits::default());
    assert!(parsed.problems.is_empty(), "{text}: {:?}", parsed.problems);
    let of_documents = parsed.documents.iter().filter_map(|d| read(d, &RULES));
    of_documents.flat_map(|found| found.list).collect()
}

/// What a run makes of a text: codes and paths of what counts, and of what is silenced.
fn judged(text: &str) -> (Vec<String>, Vec<String>) {
    let verdicts = crate::judge::Verdicts::new(&RULES, &[], &[], None);
    let judge = crate::judge::Judge::new(linter(), &verdicts);
    let policy = crate::judge::Policy::new(&RULES);
    let checked = linter().check_bytes("uji.yaml", text.as_bytes().to_vec(), None);
    let checked = judge.file(checked, &policy);
    let name = |finding: &Finding| format!("{} {}", RULES.rule(finding.rule).code, finding.path);
    let documents = checked.documents.iter();
    let counting = documents.clone().flat_map(|d| &d.findings).map(name);
    let silenced = documents.flat_map(|d| &d.suppressed).map(name);
    (counting.collect(), silenced.collect())
}

/// Only those about fillers and about comments, to keep the cases short.
fn short((counting, silenced): (Vec<String>, Vec<String>)) -> (Vec<String>, Vec<String>) {
    let keep = |list: Vec<String>| {
        let is_kept = |name: &String| name.starts_with("BHS001") || name.starts_with("DOK02");
        list.into_iter().filter(is_kept).collect()
    };
    (keep(counting), keep(silenced))
}

#[test]
fn the_examples_of_the_documentation_are_true() {
    let page = include_str!("../../../docs/mengabaikan.md");
    let examples = page.split("```yaml\n").skip(1);
    let examples: Vec<_> = examples
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let (counting, silenced) = judged(example);
        let is_fault = |name: &&String| name.starts_with("DOK02");
        assert_eq!(counting.iter().find(is_fault), None, "{example}");
        assert!(!silenced.is_empty());
    }
    let is_code = |word: &&str| {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        (2..=3).contains(&letters.len())
            && word.len() == letters.len() + 3
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let codes: Vec<_> = page
        .split(|c: char| !c.is_alphanumeric())
        .filter(is_code)
        .collect();
    assert!(codes.len() > 10);
    for code in codes {
        assert_eq!(RULES.find(code).len(), 1, "{code}");
    }
}

#[test]
fn many_comments_cost_no_more_than_their_number() {
    let mut many = String::from("jenis: sop\nprosedur:\n");
    let mut head = String::new();
    let mut one = String::from("jenis: sop\n# sopan: abaikan ");
    let mut flow = String::from("jenis: sop\npersyaratan: [\n");
    for number in 0..10_000 {
        many.push_str(&format!(
            "  # sopan: abaikan BHS001, ZZ{number} -- x\n  - TBD\n"
        ));
        head.push_str("# sopan: abaikan BHS, BHS001, KEP001 -- x # sopan: abaikn ###\n");
        one.push_str("BHS001, BHS, zzz, ");
        flow.push_str("  TBD, # sopan: abaikan BHS001 -- x\n");
    }
    head.push_str("jenis: sop\nnama: TBD\n");
    one.push_str("-- x\nnama: TBD\n");
    flow.push_str("]\n");
    let mut deep = String::from("jenis: sop\nx: ");
    deep.push_str(&"[".repeat(90));
    for _ in 0..10_000 {
        deep.push_str("TBD, # sopan: abaikan BHS001 -- x\n");
    }
    deep.push_str(&"]".repeat(90));
    for (name, text) in [
        ("many", many),
        ("head", head),
        ("one", one),
        ("flow", flow),
        ("deep", deep),
    ] {
        let started = Instant::now();
        let source = Arc::new(Source::from_text("uji.yaml", &*text));
        let parsed = document::parse(&source, &Limits::default());
        let found = read(&parsed.documents[0], &RULES).unwrap();
        let finding = |path: String| {
            let hit = crate::finding::Hit::new(Path::parse(&path).unwrap(), Span::default());
            let id = RULES.find("BHS001")[0];
            linter().finding(&source, id, hit, None)
        };
        let paths = (0..10_000).map(|number| match name {
            "deep" => format!("/x{}/{number}", "/0".repeat(89)),
            "flow" => format!("/persyaratan/{number}"),
            _ => format!("/prosedur/{number}"),
        });
        let findings: Vec<_> = paths.map(finding).collect();
        let outcome = apply(&found.list, &findings, &view(&|_| false));
        let faults = linter().fault_findings(&found, &outcome.faults);
        assert!(faults.len() <= 4 * found.list.len(), "{name}");
        // Squares of ten thousand take minutes in a debug build.
        let took = started.elapsed();
        assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    }
}

fn view<'a>(is_locked: &'a dyn Fn(crate::finding::RuleId) -> bool) -> View<'a> {
    View {
        today: TODAY,
        reason_required: true,
        is_locked,
        is_run: &|_| true,
        is_known: &|_| true,
    }
}
