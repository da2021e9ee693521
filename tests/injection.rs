//! Documents and file names that try to be commands, markup or formulas, through every format.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;
#[path = "common/schema.rs"]
mod schema;

use std::{fs, sync::LazyLock};

use common::{Sopan, sopan};
use proptest::prelude::*;
use schema::{gitlab_mistakes, junit_mistakes, sarif_mistakes};
use serde_json::Value;
use sopan::{
    judge::{Judge, Judged, Policy, Verdicts, judge},
    lint::Linter,
    report::{self, Format, Options},
    rule::{Packs, RuleSet},
    sanitize::visible,
    text::Lang,
};

const NONE: [String; 0] = [];

const FORMATS: [&str; 9] = [
    "human", "concise", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown",
];

/// Each tries to be more than text somewhere.
const HOSTILE: [&str; 20] = [
    "a ::error::kena",
    "::error file=a,line=1::kena",
    "kata\n::stop-commands::x\nkata",
    "kata\r\n  ::add-mask::x",
    "##[error]kena ##vso[task.setvariable variable=a]b ##teamcity[x]",
    "a%0A::error::kena%0D%25",
    "]]><failure/>&amp;<!-- -->",
    "</failure></testcase><testcase name=\"x\"/>",
    "\u{1b}[31mmerah\u{1b}]8;;http://x\u{7}x",
    "\u{202e}kilab\u{202c} \u{2066}x\u{2069} \u{200b}\u{feff}\u{ad}",
    "\u{1}\u{8}\u{b}\u{c}\u{7f}\u{85}\u{9b}2J",
    "\u{fffe}\u{ffff}\u{e0041}\u{1fffe}",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a|b|c\\|d\\",
    "`kode` ``dua`` ```tiga",
    "[klik](http://jahat.example) ![g](http://jahat.example/x.png) <http://jahat.example>",
    "www.jahat.example @semua #1 **tebal** $x$ :x: {0} {{x}}",
    "\\u{1b} &#60;script&#62; %3Cscript%3E",
];

/// Text in YAML that nothing of YAML can refuse: every character spelled out.
fn quoted(text: &str) -> String {
    let spelled: String = text
        .chars()
        .map(|c| format!("\\U{:08x}", u32::from(c)))
        .collect();
    format!("\"{spelled}\"")
}

/// A document that says it wherever rules repeat what they found.
fn document(text: &str) -> String {
    let with = |after: &str| quoted(&format!("{text}{after}"));
    format!(
        "jenis: sop\nnama: {}\nunit: {}\nwilayah: {}\nnomor_sop: {}\n{}: TBD\n\
         dasar_hukum:\n  - {}\nbiaya: {}\njangka_waktu: {}\npengaduan: {}\n",
        with(" TBD"),
        with(""),
        with(""),
        with(" 1/.../2026"),
        with(" kunci"),
        with(" UU Nomor 32 Tahun 2004 tentang Apa Saja"),
        with(" mulai dari Rp10.000"),
        with(" 3 (empat) hari"),
        with(""),
    )
}

/// All of it, in values and in names of files.
fn folder() -> Sopan {
    let mut run = sopan();
    for (number, text) in HOSTILE.iter().enumerate() {
        let other = format!("---\njenis: {}\nnama: {}\n", quoted(text), quoted(text));
        run = run.file(&format!("{number:02}.yaml"), &(document(text) + &other));
        if cfg!(target_os = "linux") {
            let name = file_name(text);
            run = run.file(&name, "jenis: sop\nnomor_sop: 1/.../2026\n");
            run = run.file(&format!("dinas/ {name}"), "jenis: sop\nnama: [\n");
        }
    }
    run
}

/// Every format of one run.
struct Reports(Vec<(&'static str, String)>);

impl Reports {
    fn new(more: &[&str]) -> Self {
        let files = FORMATS.map(|format| ["--format", format, "--output", format]);
        let args = ["check", "--show", "all", "."].into_iter();
        let args = args.chain(files.into_iter().flatten());
        let run = folder().args(args.chain(more.iter().copied()));
        let out = run.exits(1);
        assert_eq!((out.stdout, out.stderr), (String::new(), String::new()));
        let read = |format| (format, fs::read_to_string(run.path(format)).unwrap());
        Self(FORMATS.map(read).into())
    }

    fn get(&self, format: &str) -> &str {
        &self.0.iter().find(|(name, _)| *name == format).unwrap().1
    }

    fn json(&self) -> Value {
        serde_json::from_str(self.get("json")).unwrap()
    }
}

/// No sign acts or hides, and no build service takes a line for a command.
#[track_caller]
fn assert_tame(format: &str, text: &str) {
    for line in text.lines() {
        assert_eq!(visible(line), line, "{format}");
        let is_ours = format == "github"
            && [
                "::error file=",
                "::warning file=",
                "::notice file=",
                "::notice title=sopan::",
            ]
            .iter()
            .any(|start| line.starts_with(start));
        assert!(
            is_ours || !line.trim_start().starts_with("::"),
            "{format}: {line}"
        );
        if !is_ours {
            for (at, _) in line.match_indices('[') {
                let before = line[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic());
                assert!(!before.ends_with("##"), "{format}: {line}");
            }
        }
    }
}

#[test]
fn no_format_lets_anything_through() {
    let reports = Reports::new(&[]);
    for (format, text) in &reports.0 {
        assert_tame(format, text);
    }
    every_format_stays_what_it_is(&reports);
    a_test_of_junit_is_no_other(&reports);
    no_message_of_sarif_makes_a_link_or_asks_for_a_value(&reports);
}

#[test]
fn statistics_and_lists_let_nothing_through() {
    let reports = Reports::new(&["--statistics"]);
    for (format, text) in &reports.0 {
        assert_tame(format, text);
    }
    markdown_has_only_our_markup(&reports);
    let list = folder().args(["check", "--files"]).exits(0).stdout;
    assert_tame("--files", &list);
}

fn every_format_stays_what_it_is(reports: &Reports) {
    let json: Value = reports.json();
    for line in reports.get("ndjson").lines() {
        let _: Value = serde_json::from_str(line).unwrap();
    }
    assert_eq!(sarif_mistakes(reports.get("sarif")), NONE);
    assert_eq!(gitlab_mistakes(reports.get("gitlab")), NONE);
    assert_eq!(junit_mistakes(reports.get("junit")), NONE);
    // What JSON says is the very text, whatever it holds.
    let names: Vec<_> = json["documents"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|document| document["unit"].as_str())
        .collect();
    for text in HOSTILE {
        assert!(names.contains(&text.trim()), "{text:?}");
    }
}

fn a_test_of_junit_is_no_other(reports: &Reports) {
    let report = reports.get("junit");
    let tree = roxmltree::Document::parse(report).unwrap();
    let cases = tree
        .descendants()
        .filter(|node| node.has_tag_name("testcase"));
    let names: Vec<_> = cases
        .clone()
        .filter_map(|case| case.attribute("name"))
        .collect();
    let unique: std::collections::HashSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
    let json: Value = reports.json();
    let expected =
        json["documents"].as_array().unwrap().len() + json["files"].as_array().unwrap().len();
    assert_eq!(names.len(), expected);
    for case in cases {
        let children = case.children().filter(roxmltree::Node::is_element);
        let children: Vec<_> = children.map(|child| child.tag_name().name()).collect();
        let known: [&[&str]; 4] = [
            &[],
            &["failure"],
            &["system-out"],
            &["failure", "system-out"],
        ];
        assert!(known.contains(&children.as_slice()), "{children:?}");
    }
}

fn file_name(text: &str) -> String {
    format!("{}.yaml", text.replace('/', "∕"))
}

#[cfg(target_os = "linux")]
#[test]
fn a_command_of_github_is_one_line_with_our_properties() {
    // One by one, because of many findings only the first are shown.
    for text in HOSTILE {
        let run = sopan().file(&file_name(text), &document(text));
        let report = run.args(["check", "--format", "github"]).exits(1).stdout;
        assert_tame("github", &report);
        let commands: Vec<_> = report
            .lines()
            .filter(|line| line.starts_with("::"))
            .collect();
        assert!(commands.len() > 1, "{report}");
        for line in commands {
            let (properties, text) = line[2..].split_once("::").unwrap();
            let (_, properties) = properties.split_once(' ').unwrap();
            let names: Vec<_> = properties
                .split(',')
                .map(|property| property.split_once('=').map_or(property, |(name, _)| name))
                .collect();
            let known: [&[&str]; 3] = [
                &["file", "line", "col", "endColumn", "title"],
                &["file", "line", "endLine", "title"],
                &["title"],
            ];
            assert!(known.contains(&names.as_slice()), "{line}");
            for part in [properties, text] {
                for escape in part.split('%').skip(1) {
                    assert!(["0A", "25", "3A", "2C"].contains(&&escape[..2]), "{line}");
                }
            }
        }
    }
}

fn markdown_has_only_our_markup(reports: &Reports) {
    let report = reports.get("markdown");
    let mut columns = 0;
    for line in report.lines() {
        let bare = line
            .replace("<code>", "")
            .replace("</code>", "")
            .replace("<br>", "");
        let bare = bare.replace("**", "");
        let is_row = line.starts_with("| ");
        if is_row {
            let bars = bare.matches('|').count();
            if columns == 0 {
                columns = bars;
            }
            assert_eq!(bars, columns, "{line}");
        } else {
            columns = 0;
            assert!(!bare.contains('|'), "{line}");
        }
        let text = bare.trim_start_matches(['#', ' ']);
        for sign in [
            "<", ">", "`", "*", "_", "\\", "[", "]", "$", "@", "~", "!", "{", "}",
        ] {
            assert!(!text.contains(sign), "{sign} in {line}");
        }
        for (at, _) in text.match_indices('#') {
            assert!(text[..at].ends_with('&'), "{line}");
        }
        for (at, _) in text.match_indices('&') {
            assert!(text[at..].starts_with("&#"), "{line}");
        }
        assert!(!text.contains("://") && !text.contains("www."), "{line}");
    }
    assert!(report.lines().count() > 100);
}

fn no_message_of_sarif_makes_a_link_or_asks_for_a_value(reports: &Reports) {
    let sarif: Value = serde_json::from_str(reports.get("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let mut braces = 0;
    for result in results {
        let text = result["message"]["text"].as_str().unwrap();
        assert!(!text.contains("]("), "{text}");
        let single = text.replace("{{", "").replace("}}", "");
        assert!(!single.contains(['{', '}']), "{text}");
        braces += text.matches("{{").count();
    }
    assert!(braces > 0, "no value with braces came through");
}

static RULES: LazyLock<RuleSet> = LazyLock::new(|| Packs::builtin().unwrap().compile().unwrap());

fn look(text: &str) -> Judged {
    let linter = Linter {
        rules: &RULES,
        today: jiff::civil::date(2026, 11, 21),
        limits: Default::default(),
        excerpts: true,
    };
    let name = format!("{text}.yaml");
    let file = linter.check_bytes(&name, document(text).into_bytes(), None);
    let verdicts = Verdicts::new(&RULES, &[], &[], None);
    let file = Judge::new(linter, &verdicts).file(file, &Policy::new(&RULES));
    judge(vec![file], &RULES, &verdicts, None, 0)
}

fn render(judged: &Judged, format: Format) -> String {
    let options = Options {
        lang: Lang::En,
        width: 60,
        ..Options::default()
    };
    let mut out = Vec::new();
    report::write(format, judged, &RULES, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Any text, often with signs that mean something.
fn any_text() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "::", "\n", "\r", "##[", "[", "](", "|", "`", "<", "]]>", "&", "%", "{", "}", "\"", "\\",
        "\u{1b}", "\u{202e}", "\u{1}", "\u{fffe}", ":", "error", " ", "*",
    ]);
    let part = prop_oneof![
        3 => sign.prop_map(str::to_owned),
        1 => any::<char>().prop_filter("no text holds it", |c| *c != '\0').prop_map(String::from),
    ];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_text_leaves_every_format_whole(text in any_text()) {
        let judged = look(&text);
        let [human, concise, json, ndjson, sarif, junit, github, gitlab, markdown] = [
            Format::Human, Format::Concise, Format::Json, Format::Ndjson, Format::Sarif,
            Format::Junit, Format::Github, Format::Gitlab, Format::Markdown,
        ].map(|format| render(&judged, format));
        // The rules are the same every time, and many.
        let mut results: Value = serde_json::from_str(&sarif).unwrap();
        results["runs"][0]["tool"]["driver"]["rules"] = Value::Array(Vec::new());
        prop_assert_eq!(sarif_mistakes(&results.to_string()), NONE);
        prop_assert_eq!(gitlab_mistakes(&gitlab), NONE);
        prop_assert!(roxmltree::Document::parse(&junit).is_ok(), "{}", junit);
        let value: Value = serde_json::from_str(&json).unwrap();
        prop_assert!(value["documents"][0]["findings"].as_array().is_some());
        let all = [human, concise, json, ndjson, sarif, junit, github, gitlab, markdown];
        for (name, text) in FORMATS.into_iter().zip(all) {
            assert_tame(name, &text);
        }
    }
}
