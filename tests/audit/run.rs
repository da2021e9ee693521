//! How a run ends, and what it writes.

use crate::{city, common::sopan};

#[test]
fn a_low_score_fails_the_run_and_a_form_never_does() {
    for form in ["human", "json", "csv", "markdown", "xlsx"] {
        let with =
            |min: &str| city().args(["audit", "--format", form, "-o", "x", "--min-score", min]);
        with("21.43").exits(0);
        with("21.44").exits(1);
    }
}

#[test]
fn an_empty_folder_has_nothing_to_audit() {
    let out = sopan().args(["audit"]).exits(2);
    assert_eq!(out.stdout, "");
    assert!(
        out.stderr.contains("tidak ada dokumen untuk diperiksa"),
        "{}",
        out.stderr
    );
}

#[test]
fn several_forms_at_once() {
    let run = city().args([
        "audit", "--format", "json", "-o", "a.json", "--format", "csv", "-o", "a.csv", "--format",
        "human",
    ]);
    let out = run.exits(0);
    assert!(out.stdout.starts_with("Audit 3 dokumen"), "{}", out.stdout);
    assert!(run.path("a.json").exists() && run.path("a.csv").exists());
}

#[test]
fn a_report_never_takes_the_place_of_a_document() {
    let run = city().args(["audit", "--format", "json", "-o", "utara/a.yaml"]);
    assert!(run.exits(2).stderr.contains("menimpa"));
}
