//! The reports that build services read: valid by their schemas, and with everything in them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

#[path = "../common/mod.rs"]
mod common;
mod hosts;
mod junit;
#[cfg(unix)]
mod pipelines;
mod sarif;
#[path = "../common/schema.rs"]
mod schema;
mod summary;

use std::path::Path;

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::{
    common::{TODAY, copy, sopan},
    schema::{junit_mistakes, sarif_mistakes},
};

const NONE: [String; 0] = [];

const DRAFT: &str = "\
jenis: sop
nama: Penerbitan KTP
unit: Kec. Contoh
wilayah: Kota Contoh
nomor_sop: ☕ 188.45/.../2026
";

/// The report on the example city, with files that cannot be read or parsed beside it.
fn city(format: &str) -> String {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let run = sopan()
        .file("rusak [1].yaml", "jenis: sop\nnama: [a\n")
        .bytes("biner.yaml", b"jenis: \xff\xfe\x00".as_slice())
        .with(|folder| copy(&examples, &folder.join("examples")));
    run.args(["check", "--format", format]).exits(1).stdout
}

fn draft(format: &str, more: &[&str]) -> String {
    let args = ["check", "--format", format, "--select", "BHS003,ISI"];
    let args = args.iter().chain(more).copied();
    sopan().file("draf.yaml", DRAFT).args(args).exits(1).stdout
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn statistics_count_by_rule_and_by_unit() {
    let run = || {
        sopan()
            .file("a.yaml", DRAFT)
            .file("b.yaml", "jenis: sop\nnomor_sop: 1/.../2\n")
    };
    let args = |format| {
        [
            "check",
            "--select",
            "BHS003",
            "--statistics",
            "--format",
            format,
        ]
    };
    assert_snapshot!(run().args(args("human")).exits(1).stdout, @"
    Temuan per aturan
      2  galat  BHS003  nomor-dikosongkan  di 2 dokumen

    Temuan per unit
      galat  peringatan  info  dokumen  unit
          1           0     0        1  (unit tidak disebut)
          1           0     0        1  Kec. Contoh, Kota Contoh

    2 dokumen dalam 2 berkas diperiksa: 2 galat
    ");
    assert_eq!(
        run().args(args("concise")).exits(1),
        run().args(args("human")).exits(1)
    );
    let json = run().args(args("json")).exits(1).json();
    let expected = json!({
        "by_rule": [{
            "rule": "BHS003", "name": "nomor-dikosongkan", "severity": "error",
            "findings": 2, "documents": 2
        }],
        "by_unit": [
            { "documents": 1, "error": 1, "warning": 0, "info": 0 },
            {
                "unit": "Kec. Contoh", "region": "Kota Contoh",
                "documents": 1, "error": 1, "warning": 0, "info": 0
            }
        ]
    });
    assert_eq!(json["statistics"], expected);
    let lines = run().args(args("ndjson")).exits(1).stdout;
    let last: Value = value(lines.lines().last().unwrap());
    assert_eq!(last["statistics"], expected);
    let without = sopan()
        .file("a.yaml", DRAFT)
        .args(["check", "--format", "json"]);
    assert!(without.exits(1).json().get("statistics").is_none());
}

#[test]
fn the_form_never_changes_the_exit_code() {
    for format in [
        "human", "concise", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown",
    ] {
        for (fail_on, code) in [("error", 1), ("never", 0)] {
            let args = [
                "check",
                "--format",
                format,
                "--fail-on",
                fail_on,
                "--today",
                TODAY,
            ];
            sopan()
                .without_today()
                .file("draf.yaml", DRAFT)
                .args(args)
                .exits(code);
        }
        let clean = sopan().file("a.yaml", "jenis: sop\n");
        let args = ["check", "--format", format, "--select", "BHS003"];
        let out = clean.args(args).exits(0).stdout;
        match format {
            "sarif" => assert_eq!(sarif_mistakes(&out), NONE),
            "junit" => assert_eq!(junit_mistakes(&out), NONE),
            "gitlab" => assert_eq!(value(&out), json!([])),
            _ => assert!(!out.is_empty()),
        }
    }
}
