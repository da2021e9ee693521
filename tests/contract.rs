//! For documents nobody thought of: the report is valid, and its places are where the text is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::{
    fs,
    process::{Command, Stdio},
};

use common::TODAY;
use proptest::prelude::*;
use serde_json::Value;

/// A line of something like a document.
fn line() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        Just("nama"),
        Just("biaya"),
        Just("jenis"),
        Just("nomor"),
        Just("status"),
        Just("prosedur"),
        Just("persayaratan"),
        Just("tanggal_efektif"),
        Just("ünit"),
        Just("\"\\u001b\""),
    ];
    let value = prop_oneof![
        Just("TBD"),
        Just("'Nomor ... Tahun ...'"),
        Just("☕ 林 [nama unit] é"),
        Just("31 Februari 2025"),
        Just("sop"),
        Just("[a, TBD, {b: xxx}]"),
        Just("|\n  satu\n  Lorem ipsum"),
        Just("&x TBD"),
        Just("*x"),
        Just("\"tak ditutup"),
        Just(""),
        Just("\u{202e}TBD\u{200b}"),
        Just("\u{1f600}\t____"),
    ];
    let end = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\n---\n"),
        Just("\n\t"),
        Just(" # TBD\n")
    ];
    prop_oneof![
        8 => (key, value, end).prop_map(|(key, value, end)| format!("{key}: {value}{end}")),
        2 => Just("- uraian: TBD\n".to_owned()),
        1 => "\\PC{0,12}\n",
    ]
}

/// How a file may hold its text.
#[derive(Debug, Clone, Copy)]
enum Form {
    Plain,
    Bom,
    Utf16Le,
    Utf16Be,
}

fn encode(text: &str, form: Form) -> Vec<u8> {
    let units = || "\u{feff}".encode_utf16().chain(text.encode_utf16());
    match form {
        Form::Plain => text.as_bytes().to_owned(),
        Form::Bom => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Form::Utf16Le => units().flat_map(u16::to_le_bytes).collect(),
        Form::Utf16Be => units().flat_map(u16::to_be_bytes).collect(),
    }
}

fn decode(bytes: &[u8], form: Form) -> String {
    let units = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<_> = bytes
            .chunks_exact(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        String::from_utf16(&units).expect("a place between characters")
    };
    match form {
        Form::Plain | Form::Bom => {
            String::from_utf8(bytes.to_owned()).expect("a place between characters")
        }
        Form::Utf16Le => units(u16::from_le_bytes),
        Form::Utf16Be => units(u16::from_be_bytes),
    }
}

fn run(folder: &std::path::Path, format: &str) -> String {
    let args = [
        "check",
        "a.yaml",
        "--format",
        format,
        "--today",
        TODAY,
        "--fail-on",
        "never",
    ];
    let out = Command::new(env!("CARGO_BIN_EXE_sopan"))
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(0), "{out:?}");
    assert_eq!(String::from_utf8_lossy(&out.stderr), "");
    String::from_utf8(out.stdout).unwrap()
}

fn number(value: &Value, key: &str) -> usize {
    usize::try_from(value[key].as_u64().unwrap()).unwrap()
}

/// The byte of the text that a line and a column, both from 1, stand for.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line - 1)
        .map(str::len)
        .sum();
    let rest = &text[start..];
    let skipped: usize = rest.chars().take(column - 1).map(char::len_utf8).sum();
    start + skipped
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn offsets_lines_and_columns_agree(
        lines in proptest::collection::vec(line(), 0..8),
        form in prop_oneof![
            3 => Just(Form::Plain),
            1 => Just(Form::Bom),
            1 => Just(Form::Utf16Le),
            1 => Just(Form::Utf16Be),
        ],
    ) {
        let text = lines.concat();
        let bytes = encode(&text, form);
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), &bytes).unwrap();
        let report: Value = serde_json::from_str(&run(folder.path(), "json")).unwrap();
        let concise = run(folder.path(), "concise");
        let found = common::findings(&report);
        let mut counted = 0;
        for (_, finding) in &found {
            let (start, end) = (&finding["span"]["start"], &finding["span"]["end"]);
            let (from, to) = (number(start, "offset"), number(end, "offset"));
            prop_assert!(from <= to && to <= bytes.len().max(1), "{finding}");
            let cut = decode(bytes.get(from..to).unwrap_or_default(), form);
            let by_line = |at: &Value| byte_at(&text, number(at, "line"), number(at, "column"));
            let by_line = text.get(by_line(start)..by_line(end)).unwrap_or_default();
            prop_assert_eq!(&cut, by_line, "{}", finding);
            let head = format!(
                "a.yaml:{}:{}: {}[{}] ",
                start["line"],
                start["column"],
                match finding["severity"].as_str().unwrap() {
                    "error" => "galat",
                    "warning" => "peringatan",
                    _ => "info",
                },
                finding["rule"].as_str().unwrap(),
            );
            counted += 1;
            prop_assert!(concise.contains(&head), "{} in {}", head, concise);
            prop_assert!(!finding["message"].as_str().unwrap().is_empty());
        }
        prop_assert_eq!(concise.lines().filter(|l| l.starts_with("a.yaml:")).count(), counted);
        let summary = &report["summary"];
        let total = ["error", "warning", "info"].map(|level| number(summary, level));
        prop_assert_eq!(total.iter().sum::<usize>(), counted);
        common::assert_harmless(&concise, "concise");
        common::assert_harmless(&run(folder.path(), "human"), "human");
    }

    #[test]
    fn any_bytes_at_all_give_a_report(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), &bytes).unwrap();
        let report: Value = serde_json::from_str(&run(folder.path(), "json")).unwrap();
        prop_assert_eq!(number(&report["summary"], "files"), 1);
        common::assert_harmless(&run(folder.path(), "human"), "human");
    }
}
