//! What other programs build on: every field of the output contract.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::fs;

use common::{Sopan, TODAY, findings, sopan};
use serde_json::{Value, json};

const DRAFT: &str = "\
jenis: sop
nama: Penerbitan KTP
unit: Kecamatan Contoh
wilayah: Kota Contoh
jumlah: ☕ TBD
nomor: 188.45/.../2026
";

fn report(run: &Sopan) -> Value {
    run.exits(1).json()
}

fn check(text: &str, rules: &str) -> Value {
    let args = ["check", "--format", "json", "--select", rules];
    report(&sopan().file("draf.yaml", text).args(args))
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn the_whole_report() {
    let report = check(DRAFT, "BHS003");
    let fingerprint = report["documents"][0]["findings"][0]["fingerprint"].clone();
    assert_eq!(fingerprint.as_str().unwrap().len(), 32);
    let expected = json!({
        "schema_version": 1,
        "tool": { "name": "sopan", "version": env!("CARGO_PKG_VERSION") },
        "today": TODAY,
        "summary": {
            "files": 1, "documents": 1, "error": 1, "warning": 0, "info": 0, "fixable": 0,
            "suppressed": 0, "baselined": 0, "unreadable": 0, "skipped": 0
        },
        "documents": [{
            "file": "draf.yaml", "index": 0, "kind": "sop", "name": "Penerbitan KTP",
            "unit": "Kecamatan Contoh", "region": "Kota Contoh",
            "findings": [{
                "rule": "BHS003", "name": "nomor-dikosongkan", "severity": "error",
                "message": "Nomor `188.45/.../2026` belum lengkap",
                "help": "Tulis nomornya selengkapnya seperti pada keputusan; selama belum \
                         bernomor, hapus kunci ini dan pakai `status: draf`.",
                "reference": "UU 25/2009 Pasal 20 ayat (1); tata naskah dinas \
                              (Peraturan ANRI 5/2021)",
                "path": "/nomor",
                "span": {
                    "start": { "line": 6, "column": 15, "offset": 106 },
                    "end": { "line": 6, "column": 18, "offset": 109 }
                },
                "fingerprint": fingerprint
            }]
        }],
        "files": []
    });
    let mut report = report;
    // What later versions add at these places is tested where it is made.
    let added = |value: &mut Value, keys: &[&str]| {
        keys.iter()
            .for_each(|key| drop(value.as_object_mut().unwrap().remove(*key)));
    };
    added(&mut report["documents"][0], &["score", "grade"]);
    assert_eq!(report, expected);
}

#[test]
fn what_is_absent_is_left_out() {
    let report = check("nama: [TBD]\njenis: sop\nx: TBD\n", "BHS001");
    let document = &report["documents"][0];
    let keys = keys(document);
    for absent in ["name", "unit", "region"] {
        assert!(!keys.contains(&absent), "{keys:?}");
    }
    assert!(!report.to_string().contains("null"), "{report}");
    for finding in document["findings"].as_array().unwrap() {
        assert!(finding.get("related").is_none() && finding.get("fix").is_none());
    }
}

#[test]
fn a_related_place_has_file_path_message_and_span() {
    let report = check("jenis: sop\nbiaya: a\nbiaya: b\n", "DOK010");
    let finding = &report["documents"][0]["findings"][0];
    assert_eq!(finding["path"], "/biaya");
    assert_eq!(finding["span"]["start"]["line"], 3);
    let expected = json!([{
        "file": "draf.yaml", "path": "/biaya", "message": "yang pertama di sini",
        "span": {
            "start": { "line": 2, "column": 1, "offset": 11 },
            "end": { "line": 2, "column": 6, "offset": 16 }
        }
    }]);
    assert_eq!(finding["related"], expected);
}

#[test]
fn a_missing_key_has_the_path_it_would_have() {
    let report = check(DRAFT, "SP004");
    let finding = &report["documents"][0]["findings"][0];
    assert_eq!(finding["path"], "/jangka_waktu");
    assert_eq!(finding["span"]["start"]["line"], 1);
}

#[test]
fn what_could_not_be_read_stands_in_files() {
    let run = sopan()
        .file(
            "a.yaml",
            "jenis: sop\nnama: TBD\n---\njenis: sop\nnama: 'KTP\n",
        )
        .bytes("b.yaml", b"jenis: sop\nnama: caf\xe9\n")
        .file("c.yaml", "jenis: sop\nnama: KTP\n");
    let args = ["check", "--format", "json", "--select", "BHS001"];
    let report = report(&run.args(args));
    let files: Vec<_> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| {
            let finding = &file["findings"][0];
            let at = &finding["span"]["start"];
            json!([
                file["file"],
                finding["rule"],
                at["line"],
                at["column"],
                at["offset"]
            ])
        })
        .collect();
    let expected = json!([
        ["a.yaml", "DOK004", 5, 7, 42],
        ["b.yaml", "DOK003", 2, 10, 20]
    ]);
    assert_eq!(Value::from(files), expected);
    // The document before the broken one is checked and counted.
    assert_eq!(report["documents"][0]["findings"][0]["rule"], "BHS001");
    let summary = &report["summary"];
    assert_eq!(
        [
            &summary["files"],
            &summary["documents"],
            &summary["unreadable"],
            &summary["error"]
        ],
        [3, 2, 1, 3]
    );
}

#[test]
fn documents_and_findings_are_sorted() {
    let two = "jenis: sop\nnama: TBD\nunit: TBD\n---\nunit: TBD\njenis: sop\n";
    let run = ["z.yaml", "b/a.yaml", "b.yaml", "A.yaml"]
        .into_iter()
        .fold(sopan(), |run, name| run.file(name, two));
    let args = [
        "check", "z.yaml", "b", "b.yaml", "A.yaml", "--format", "json",
    ];
    let report = report(&run.args(args));
    let documents = report["documents"].as_array().unwrap();
    let order: Vec<_> = documents
        .iter()
        .map(|document| {
            (
                document["file"].as_str().unwrap(),
                document["index"].as_u64().unwrap(),
            )
        })
        .collect();
    let mut sorted = order.clone();
    sorted.sort_unstable();
    assert_eq!(order, sorted);
    assert_eq!(order.len(), 8);
    for document in documents {
        let places: Vec<_> = document["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                let offset = finding["span"]["start"]["offset"].as_u64().unwrap();
                let end = finding["span"]["end"]["offset"].as_u64().unwrap();
                (offset, end, finding["rule"].as_str().unwrap())
            })
            .collect();
        assert!(places.is_sorted(), "{places:?}");
    }
}

/// The text that the offsets of a finding cut out of the bytes of its file.
fn cut(bytes: &[u8], finding: &Value, decode: impl Fn(&[u8]) -> String) -> String {
    let offset = |end: &str| finding["span"][end]["offset"].as_u64().unwrap() as usize;
    decode(&bytes[offset("start")..offset("end")])
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_owned()).unwrap()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<_> = bytes
        .chunks(2)
        .map(|pair| unit([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units).unwrap()
}

#[test]
fn offsets_count_bytes_of_the_file_itself() {
    let text = "jenis: sop\r\nnama: \"☕ 🏛️ é\"\r\nunit: '林 [nama unit] x'\r\n";
    let bom = format!("\u{feff}{text}");
    let le: Vec<u8> = bom.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let be: Vec<u8> = bom.encode_utf16().flat_map(u16::to_be_bytes).collect();
    type Decode = fn(&[u8]) -> String;
    let cases: [(Vec<u8>, Decode); 4] = [
        (text.as_bytes().to_owned(), utf8),
        (bom.clone().into_bytes(), utf8),
        (le, |bytes| utf16(bytes, u16::from_le_bytes)),
        (be, |bytes| utf16(bytes, u16::from_be_bytes)),
    ];
    for (bytes, decode) in cases {
        let args = ["check", "--format", "json", "--select", "BHS001,SP004"];
        let report = report(&sopan().bytes("draf.yaml", &bytes).args(args));
        let found = findings(&report);
        let cuts: Vec<_> = found
            .iter()
            .map(|(_, finding)| cut(&bytes, finding, decode))
            .collect();
        assert_eq!(cuts, ["jenis", "[nama unit]"]);
        let at = &found[1].1["span"]["start"];
        assert_eq!((&at["line"], &at["column"]), (&json!(3), &json!(10)));
    }
}

#[test]
fn paths_are_relative_to_where_the_run_began() {
    let run = sopan().file("unit/draf.yaml", DRAFT);
    let absolute = run.path("unit").display().to_string();
    for path in [
        "unit",
        "./unit/",
        "unit/draf.yaml",
        "./unit/./draf.yaml",
        &absolute,
    ] {
        let args = ["check", path, "--format", "json", "--select", "BHS003"];
        let run = sopan().file("unit/draf.yaml", DRAFT);
        let path = path.replace(&absolute, &run.path("unit").display().to_string());
        let args = args.map(|arg| {
            if arg == absolute {
                path.clone()
            } else {
                arg.into()
            }
        });
        let report = report(&run.args(args));
        assert_eq!(report["documents"][0]["file"], "unit/draf.yaml");
    }
}

#[test]
fn a_fingerprint_outlives_edits_elsewhere() {
    let print =
        |text: &str| check(text, "BHS003")["documents"][0]["findings"][0]["fingerprint"].clone();
    let before = print(DRAFT);
    assert_eq!(print(&format!("# baru\n\n{DRAFT}")), before);
    assert_ne!(print(&DRAFT.replace("...", "....")), before);
}

#[test]
fn english_words_come_with_lang_en() {
    let args = [
        "check", "--format", "json", "--select", "BHS003", "--lang", "en",
    ];
    let report = report(&sopan().file("draf.yaml", DRAFT).args(args));
    let message = &report["documents"][0]["findings"][0]["message"];
    assert_eq!(message, "The number `188.45/.../2026` is not complete");
}

#[test]
fn ndjson_has_the_same_in_lines() {
    let run = || {
        sopan()
            .file(
                "a.yaml",
                "jenis: sop\nnama: TBD\n---\njenis: sop\nnama: 'KTP\n",
            )
            .file("b.yaml", DRAFT)
            .file("ci.yaml", "on: push\n")
    };
    let whole = report(&run().args(["check", "--format", "json"]));
    let out = run().args(["check", "--format", "ndjson"]).exits(1).stdout;
    let mut lines: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let last = lines.pop().unwrap();
    assert_eq!(last, json!({ "summary": whole["summary"] }));
    let all = whole["documents"].as_array().unwrap().iter();
    let all: Vec<_> = all
        .chain(whole["files"].as_array().unwrap())
        .cloned()
        .collect();
    assert_eq!(lines, all);
}

#[test]
fn json_in_a_file_is_that_of_standard_output() {
    let args = [
        "check",
        "draf.yaml",
        "--format",
        "json",
        "-o",
        "laporan.json",
    ];
    let run = sopan().file("draf.yaml", DRAFT).args(args);
    run.exits(1);
    let report = fs::read_to_string(run.path("laporan.json")).unwrap();
    let args = [
        "check",
        "draf.yaml",
        "--format",
        "json",
        "--color",
        "always",
    ];
    assert_eq!(run.args(args).exits(1).stdout, report);
}

#[test]
fn a_clean_run_is_a_report_too() {
    let args = ["check", "--format", "json", "--select", "BHS001", "--files"];
    let out = sopan()
        .file("a.yaml", "jenis: sop\n")
        .args(&args[..5])
        .exits(0);
    let report = out.json();
    assert_eq!(report["documents"][0]["findings"], json!([]));
    assert_eq!(report["files"], json!([]));
    // A list of files is no report.
    let out = sopan().file("a.yaml", "jenis: sop\n").args(args).exits(0);
    assert_eq!(out.stdout, "a.yaml: diperiksa\n");
}
