//! JUnit: every document is a test.

use insta::assert_snapshot;

use crate::{DRAFT, NONE, city, common::sopan, draft, schema::junit_mistakes};

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
