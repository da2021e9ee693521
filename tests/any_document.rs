//! What holds for any file at all: an exit code that is promised, every format whole, and the
//! same bytes whatever the threads and the order.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;
#[path = "common/schema.rs"]
mod schema;

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    sync::LazyLock,
};

use common::TODAY;
use proptest::prelude::*;
use schema::{gitlab_mistakes, junit_mistakes, sarif_mistakes};
use serde_json::Value;
use sopan::{
    corpus::{self, Extent},
    judge::{Judge, Judged, Policy, Verdicts, judge},
    lint::Linter,
    report::{self, Format, Options},
    rule::{Packs, RuleSet},
    sanitize::visible,
    text::Lang,
};

const NONE: [String; 0] = [];

static RULES: LazyLock<RuleSet> = LazyLock::new(|| Packs::builtin().unwrap().compile().unwrap());

/// The documents inside the rules and those of the example city.
static DOCUMENTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let of_rules = RULES.rules().iter().flat_map(|rule| {
        let examples = rule.examples().fail.iter().chain(&rule.examples().pass);
        examples.map(|example| example.yaml.clone().into_bytes())
    });
    let mut found: Vec<_> = of_rules.collect();
    collect(Path::new("examples"), &mut found);
    found.sort();
    found
});

fn collect(folder: &Path, found: &mut Vec<Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push(fs::read(path).unwrap());
        }
    }
}

/// Bytes that mean something to YAML or to us.
const PIECES: [&[u8]; 24] = [
    b"\n",
    b"\r\n",
    b"\r",
    b"\n---\n",
    b"\n...\n",
    b"- ",
    b": ",
    b"? ",
    b"&a ",
    b"*a",
    b"<<: *a\n",
    b"!!str ",
    b"|\n",
    b"{[",
    b"\"",
    b"'",
    b"# sopan: abaikan BHS001 -- x\n",
    b"\t",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x8f\x9b",
    b"\xc3",
];

/// A document with some of its bytes taken out, doubled, changed, or given a piece more.
fn changed() -> impl Strategy<Value = Vec<u8>> {
    let at = any::<prop::sample::Index>;
    let piece = prop::sample::select(PIECES.as_slice());
    let change = (0..5u8, at(), 1..40usize, piece, any::<u8>());
    let document = prop::sample::select(DOCUMENTS.as_slice());
    let changes = prop::collection::vec(change, 0..5);
    (document, changes).prop_map(|(mut bytes, changes)| {
        for (kind, at, length, piece, byte) in changes {
            let at = at.index(bytes.len() + 1);
            let end = (at + length).min(bytes.len());
            match kind {
                0 => drop(bytes.drain(at..end)),
                1 => {
                    let part = bytes[at..end].to_vec();
                    drop(bytes.splice(at..at, part));
                }
                2 => drop(bytes.splice(at..at, piece.iter().copied())),
                3 => bytes.truncate(at),
                _ => {
                    if let Some(old) = bytes.get_mut(at) {
                        *old = byte;
                    }
                }
            }
        }
        bytes
    })
}

fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![6 => changed(), 1 => prop::collection::vec(any::<u8>(), 0..400)]
}

fn looked_at(files: &[Vec<u8>]) -> Judged {
    let linter = Linter {
        rules: &RULES,
        today: jiff::civil::date(2026, 11, 21),
        limits: Default::default(),
        excerpts: true,
    };
    let verdicts = Verdicts::new(&RULES, &[], &[], None);
    let names = (0..).map(|number| format!("{number}.yaml"));
    let files = files.iter().zip(names);
    let files = files.map(|(bytes, name)| linter.check_bytes(&name, bytes.clone(), None));
    let mut files: Vec<_> = files.collect();
    corpus::check(&mut files, &RULES, Extent::Part);
    let judging = Judge::new(linter, &verdicts).across(Extent::Part);
    let policy = Policy::new(&RULES);
    let files = files.into_iter().map(|file| judging.file(file, &policy));
    judge(files.collect(), &RULES, &verdicts, None, 0)
}

fn render(judged: &Judged, format: Format, lang: Lang) -> String {
    let options = Options {
        lang,
        width: 60,
        ..Options::default()
    };
    let mut out = Vec::new();
    report::write(format, judged, &RULES, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// How a run over a folder ends, and all that it says.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_sopan"))
        .current_dir(folder)
        .args(args)
        .args(["--today", TODAY])
        .env_remove("GITHUB_ACTIONS")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    (out.status.code(), text(out.stdout), text(out.stderr))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_is_whole(files in prop::collection::vec(any_bytes(), 1..4), english in any::<bool>()) {
        let lang = if english { Lang::En } else { Lang::Id };
        let judged = looked_at(&files);
        // A failure of a rule would be a finding, and the run would go on.
        let fails = |file: &sopan::lint::CheckedFile| {
            file.findings.iter().any(|finding| RULES.rule(finding.rule).name == "galat-internal")
        };
        prop_assert!(!judged.files.iter().any(fails));

        let json: Value = serde_json::from_str(&render(&judged, Format::Json, lang)).unwrap();
        let documents: usize = judged.files.iter().map(|file| file.documents.len()).sum();
        prop_assert_eq!(json["documents"].as_array().map(Vec::len), Some(documents));
        for line in render(&judged, Format::Ndjson, lang).lines() {
            prop_assert!(serde_json::from_str::<Value>(line).is_ok(), "{}", line);
        }
        // The rules are the same every time, and many.
        let mut sarif: Value = serde_json::from_str(&render(&judged, Format::Sarif, lang)).unwrap();
        sarif["runs"][0]["tool"]["driver"]["rules"] = Value::Array(Vec::new());
        prop_assert_eq!(sarif_mistakes(&sarif.to_string()), NONE);
        prop_assert_eq!(gitlab_mistakes(&render(&judged, Format::Gitlab, lang)), NONE);
        prop_assert_eq!(junit_mistakes(&render(&judged, Format::Junit, lang)), NONE);
        for format in [Format::Human, Format::Concise, Format::Github, Format::Markdown] {
            for line in render(&judged, format, lang).lines() {
                prop_assert_eq!(visible(line), line);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_run_ends_as_promised(bytes in any_bytes(), format in prop::sample::select(vec![
        "human", "concise", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown",
    ])) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), &bytes).unwrap();
        let (code, _, error) = run(folder.path(), &["check", "a.yaml", "--format", format]);
        prop_assert!(matches!(code, Some(0 | 1)), "{:?} {}", code, error);
        prop_assert_eq!(error, "");
        // Where some of it is an error, and only there, the run fails.
        let (_, out, _) = run(folder.path(), &["check", "a.yaml", "--format", "json"]);
        let report: Value = serde_json::from_str(&out).unwrap();
        let has_errors = report["summary"]["error"].as_u64() > Some(0);
        prop_assert_eq!(code, Some(i32::from(has_errors)), "{}", report);
        let (code, _, error) = run(folder.path(), &["audit", "a.yaml", "--format", "csv"]);
        prop_assert_eq!(code, Some(0), "{}", error);
    }

    #[test]
    fn threads_and_order_change_nothing(
        files in prop::collection::vec(any_bytes(), 1..9),
        threads in 2..9u8,
        format in prop::sample::select(vec!["human", "json", "sarif", "junit", "markdown"]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut names = Vec::new();
        for (number, bytes) in files.iter().enumerate() {
            let name = format!("{number}.yaml");
            fs::write(folder.path().join(&name), bytes).unwrap();
            names.push(name);
        }
        let said = |threads: &str, names: &[String]| {
            let args = ["check", "--format", format, "--threads", threads].into_iter();
            run(folder.path(), &args.chain(names.iter().map(String::as_str)).collect::<Vec<_>>())
        };
        let one = said("1", &names);
        names.reverse();
        prop_assert_eq!(said(&threads.to_string(), &names), one);
    }
}
