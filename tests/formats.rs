//! The reports that build services read: valid by their schemas, and with everything in them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;
#[path = "common/schema.rs"]
mod schema;

use std::{collections::HashSet, fs, path::Path};

use common::{TODAY, findings, sopan};
use insta::assert_snapshot;
use schema::{gitlab_mistakes, junit_mistakes, sarif_mistakes};
use serde_json::{Value, json};

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

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
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
fn sarif_is_valid_and_complete() {
    let (sarif, json) = (city("sarif"), value(&city("json")));
    assert_eq!(sarif_mistakes(&sarif), NONE);
    let sarif = value(&sarif);
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    let found = findings(&json);
    assert_eq!(results.len(), found.len());
    assert!(results.len() > 20, "{}", results.len());
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64() >= Some(1), "{result}");
    }
    // Each place is that of the JSON report.
    let place =
        |rule: &Value, line: &Value, column: &Value, offset: &Value, fingerprint: &Value| {
            format!("{rule} {line} {column} {offset} {fingerprint}")
        };
    let mut places: Vec<_> = results
        .iter()
        .map(|result| {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            place(
                &result["ruleId"],
                &region["endLine"],
                &region["endColumn"],
                &region["byteOffset"],
                &result["partialFingerprints"]["sopan/v1"],
            )
        })
        .collect();
    let mut expected: Vec<_> = found
        .iter()
        .map(|(_, finding)| {
            let (start, end) = (&finding["span"]["start"], &finding["span"]["end"]);
            place(
                &finding["rule"],
                &end["line"],
                &end["column"],
                &start["offset"],
                &finding["fingerprint"],
            )
        })
        .collect();
    places.sort();
    expected.sort();
    assert_eq!(places, expected);
}

#[test]
fn sarif_of_one_finding() {
    let mut sarif = value(&draft("sarif", &[]));
    let fingerprint =
        value(&draft("json", &[]))["documents"][0]["findings"][0]["fingerprint"].clone();
    let first = format!("{}:1", fingerprint.as_str().unwrap());
    let run = &mut sarif["runs"][0];
    let index = run["results"][0]["ruleIndex"].as_u64().unwrap();
    let rule = run["tool"]["driver"]["rules"][usize::try_from(index).unwrap()].take();
    assert_eq!(
        run["results"],
        json!([{
            "ruleId": "BHS003", "ruleIndex": index, "level": "error",
            "message": { "text": "Nomor `☕ 188.45/.../2026` belum lengkap. Tulis nomornya \
                selengkapnya seperti pada keputusan; selama belum bernomor, hapus kunci ini dan \
                pakai `status: draf`." },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": "draf.yaml", "uriBaseId": "%SRCROOT%" },
                    "region": {
                        "startLine": 5, "startColumn": 21, "endLine": 5, "endColumn": 24,
                        "byteOffset": 93, "byteLength": 3
                    }
                },
                "logicalLocations": [{ "fullyQualifiedName": "/nomor_sop" }]
            }],
            "partialFingerprints": { "primaryLocationLineHash": first, "sopan/v1": fingerprint },
            "properties": {
                "reference": "UU 25/2009 Pasal 20 ayat (1); tata naskah dinas \
                    (Peraturan ANRI 5/2021)"
            }
        }])
    );
    assert_eq!(rule["id"], "BHS003");
    assert_eq!(rule["name"], "nomor-dikosongkan");
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    assert_eq!(rule["shortDescription"]["text"], "Nomor `…` belum lengkap");
    assert!(
        rule["help"]["markdown"]
            .as_str()
            .unwrap()
            .contains("**Salah**:\n\n    ")
    );
    assert!(rule.get("helpUri").is_none());
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert!(run["originalUriBaseIds"]["%SRCROOT%"].get("uri").is_none());
}

#[test]
fn sarif_names_files_by_uris() {
    let run = sopan().file("dinas/a b%[é]:1.yaml", DRAFT);
    let args = ["check", "--format", "sarif", "--select", "BHS003"];
    let sarif = run.args(args).exits(1).stdout;
    assert_eq!(sarif_mistakes(&sarif), NONE);
    let place = &value(&sarif)["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].clone();
    assert_eq!(uri, "dinas/a%20b%25%5B%C3%A9%5D%3A1.yaml");
}

#[test]
fn sarif_has_fixes_and_related_places() {
    let sarif = city("sarif");
    let (sarif, json) = (value(&sarif), value(&city("json")));
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let found = findings(&json);
    let count = |key: &str| found.iter().filter(|(_, f)| f.get(key).is_some()).count();
    let with = |key: &str| results.iter().filter(|r| r.get(key).is_some()).count();
    assert_eq!(with("fixes"), count("fix"));
    assert_eq!(with("relatedLocations"), count("related"));
    assert!(with("relatedLocations") > 0);
    let edits: Vec<_> = results
        .iter()
        .filter_map(|result| result.get("fixes"))
        .map(|fixes| fixes[0]["artifactChanges"][0]["replacements"][0].clone())
        .collect();
    assert!(!edits.is_empty(), "no example has a fix");
    let mends = found.iter().filter_map(|(_, finding)| finding.get("fix"));
    let mends = mends.map(|fix| &fix["edits"][0]);
    let expected = mends.map(|edit| {
        let (start, end) = (
            edit["start"].as_u64().unwrap(),
            edit["end"].as_u64().unwrap(),
        );
        json!({
            "deletedRegion": { "byteOffset": start, "byteLength": end - start },
            "insertedContent": { "text": edit["text"] }
        })
    });
    let expected: HashSet<_> = expected.map(|edit| edit.to_string()).collect();
    for edit in edits {
        assert!(expected.contains(&edit.to_string()), "{edit}");
    }
}

#[test]
fn junit_is_valid() {
    let report = city("junit");
    assert_eq!(junit_mistakes(&report), NONE);
    // The schema sees what is wrong.
    for (from, to) in [
        ("<testcase name=", "<testcase nama="),
        (" failures=", " gagal="),
        ("<failure ", "<failure file=\"a\" "),
        ("</testsuites>", ""),
    ] {
        assert!(report.contains(from), "{from}");
        assert!(
            !junit_mistakes(&report.replacen(from, to, 1)).is_empty(),
            "{to}"
        );
    }
}

#[test]
fn junit_of_one_document() {
    assert_snapshot!(draft("junit", &[]), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="sopan" tests="1" failures="1" errors="0">
      <testsuite name="draf.yaml" tests="1" failures="1" errors="0" skipped="0" file="draf.yaml">
        <testcase name="draf.yaml: Penerbitan KTP" classname="Kec Contoh">
          <failure type="BHS003" message="Nomor `☕ 188.45/.../2026` belum lengkap">galat[BHS003] draf.yaml:5:21: Nomor `☕ 188.45/.../2026` belum lengkap. Tulis nomornya selengkapnya seperti pada keputusan; selama belum bernomor, hapus kunci ini dan pakai `status: draf`.
      dasar: UU 25/2009 Pasal 20 ayat (1); tata naskah dinas (Peraturan ANRI 5/2021)</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "#);
}

#[test]
fn a_document_that_passes_is_a_test_that_passes() {
    // The warnings of the example do not fail the run, so they fail no test.
    let check = |fail_on: &str, code| {
        let text =
            "jenis: sop\nnama: Penerbitan KTP\nunit: A\nstatus: ☕ bernomor\n---\njenis: sop\n";
        let args = [
            "check",
            "--format",
            "junit",
            "--select",
            "BHS",
            "--fail-on",
            fail_on,
        ];
        sopan()
            .file("draf.yaml", text)
            .args(args)
            .exits(code)
            .stdout
    };
    let report = check("error", 0);
    assert!(
        report.contains(r#"tests="2" failures="0" errors="0""#),
        "{report}"
    );
    assert!(
        report.contains(r##"<testcase name="draf.yaml#2" classname="(unit tidak disebut)"/>"##)
    );
    // A run that never fails still tells which documents have errors.
    let args = [
        "check",
        "--format",
        "junit",
        "--select",
        "BHS003",
        "--fail-on",
        "never",
    ];
    let report = sopan().file("draf.yaml", DRAFT).args(args).exits(0).stdout;
    assert!(report.contains(r#"tests="1" failures="1""#), "{report}");
}

#[test]
fn a_file_that_cannot_be_read_is_an_error_of_its_test() {
    let run = sopan().bytes("biner.yaml", b"jenis: \xff\n");
    let report = run.args(["check", "--format", "junit"]).exits(1).stdout;
    assert!(
        report.contains(r#"tests="1" failures="0" errors="1""#),
        "{report}"
    );
    assert!(report.contains("<error type=\"DOK003\""), "{report}");
    assert_eq!(junit_mistakes(&report), NONE);
}

#[test]
fn gitlab_is_valid_and_no_fingerprint_comes_twice() {
    // The same document twice, and the same gap twice in one of them.
    let twice = format!("{DRAFT}---\n{DRAFT}");
    let run = sopan().file("a.yaml", &twice).file("b.yaml", DRAFT);
    let run = run.args(["check", "--format", "gitlab"]);
    for report in [city("gitlab"), run.exits(1).stdout] {
        assert_eq!(gitlab_mistakes(&report), NONE);
        let report = value(&report);
        let issues = report.as_array().unwrap();
        assert!(issues.len() > 3);
        let unique: HashSet<_> = issues
            .iter()
            .map(|i| i["fingerprint"].to_string())
            .collect();
        assert_eq!(unique.len(), issues.len());
    }
    // Lines above change nothing.
    let args = ["check", "--format", "gitlab", "--select", "BHS003"];
    let moved = sopan().file("draf.yaml", &format!("# catatan\n\n{DRAFT}"));
    let moved = value(&moved.args(args).exits(1).stdout);
    let before = value(&draft("gitlab", &[]));
    assert_eq!(moved[0]["fingerprint"], before[0]["fingerprint"]);
    assert_eq!(moved[0]["location"]["lines"]["begin"], 7);
    assert!(!gitlab_mistakes(r#"[{"description": "a"}]"#).is_empty());
}

#[test]
fn github_shows_the_gravest_and_counts_the_rest() {
    assert_snapshot!(draft("github", &[]), @"
    ::error file=draf.yaml,line=5,col=21,endColumn=24,title=BHS003 nomor-dikosongkan::Nomor `☕ 188.45/.../2026` belum lengkap%0ATulis nomornya selengkapnya seperti pada keputusan; selama belum bernomor, hapus kunci ini dan pakai `status: draf`.%0ADasar: UU 25/2009 Pasal 20 ayat (1); tata naskah dinas (Peraturan ANRI 5/2021)
    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
    let many = |levels: &str| {
        let text = "jenis: sop\nnomor_sop: 1/.../2026\nnama: TBD\nunit: ''\ndasar_hukum:\n  - UU 32/2004\n";
        let run = (0..14).fold(sopan(), |run, n| run.file(&format!("{n:02}.yaml"), text));
        let args = ["check", "--format", "github", "--select", levels];
        run.args(args).exits(1).stdout
    };
    let out = many("BHS,KEP,DOK,SP,ISI,HKM");
    let count = |start: &str| out.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!(count("::error "), 10, "{out}");
    assert!(count("::warning ") <= 10);
    assert!(count("::notice ") <= 10);
    assert_eq!(count("::notice title=sopan::"), 1);
    let levels: Vec<_> = out
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    let first_warning = levels.iter().position(|level| *level == "::warning");
    let last_error = levels.iter().rposition(|level| *level == "::error");
    assert!(last_error.is_some() && first_warning.is_some());
    assert!(last_error < first_warning, "{out}");
    let rest = out
        .lines()
        .find(|line| line.starts_with("::notice title=sopan"));
    assert!(
        rest.unwrap().contains("Tidak ditampilkan di sini: "),
        "{out}"
    );
}

#[test]
fn github_gives_no_columns_for_several_lines() {
    let text = "jenis: sop\nnama: |\n  TBD\n  TBD\nprosedur:\n  a: b\n  c: d\n";
    let args = ["check", "--format", "github", "--fail-on", "never"];
    let out = sopan().file("a.yaml", text).args(args).exits(0).stdout;
    for line in out
        .lines()
        .filter(|line| line.starts_with("::") && line.contains("file="))
    {
        assert_ne!(line.contains("endLine="), line.contains("col="), "{line}");
    }
}

#[test]
fn markdown_of_one_document() {
    assert_snapshot!(draft("markdown", &["--lang", "en", "--statistics"]), @"
    ## sopan

    1 document in 1 file checked: **1 error**

    | Errors | Warnings | Info | Documents | Files |
    | ---: | ---: | ---: | ---: | ---: |
    | 1 | 0 | 0 | 1 | 1 |

    ### Findings by rule

    | Findings | Documents | Level | Rule |
    | ---: | ---: | --- | --- |
    | 1 | 1 | error | BHS003 nomor-dikosongkan |

    ### Findings by unit

    | Errors | Warnings | Info | Documents | Unit |
    | ---: | ---: | ---: | ---: | --- |
    | 1 | 0 | 0 | 1 | Kec. Contoh, Kota Contoh |

    ### Findings

    #### draf.yaml

    | Place | Level | Rule | Message | How to mend it |
    | --- | --- | --- | --- | --- |
    | 5:21 | error | BHS003 nomor-dikosongkan | The number <code>☕ 188.45/.../2026</code> is not complete | Write the number in full as in the decree; while there is none, leave the key out and use <code>status&#58; draf</code>.<br>UU 25/2009 Pasal 20 ayat (1); tata naskah dinas (Peraturan ANRI 5/2021) |
    ");
}

#[test]
fn markdown_stays_below_the_limit_and_says_so() {
    let text = (0..4000).fold(String::from("jenis: sop\n"), |text, n| {
        text + &format!("kunci{n}: {}TBD\n", "~`|<".repeat(40))
    });
    let run = sopan().file("a.yaml", &text).file("b.yaml", DRAFT);
    let out = run.args(["check", "--format", "markdown"]).exits(1).stdout;
    assert!(out.len() < 1 << 20, "{}", out.len());
    assert!(out.len() > 900_000, "{}", out.len());
    let last = out.lines().last().unwrap();
    assert!(
        last.ends_with("lihat laporan dengan bentuk lain.**"),
        "{last}"
    );
    let shown = out
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains("<br>"))
        .count();
    let more: usize = last
        .trim_matches('*')
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let report = run_json(&text);
    assert_eq!(shown + more, report);
}

fn run_json(text: &str) -> usize {
    let run = sopan().file("a.yaml", text).file("b.yaml", DRAFT);
    findings(&run.args(["check", "--format", "json"]).exits(1).json()).len()
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
