//! Where the time of a run went.

mod common;

use self::common::sopan;

#[test]
fn every_stage_and_the_dearest_rules_are_told_beside_the_report() {
    let run = |args: &[&str]| {
        sopan()
            .file("a.yaml", "jenis: sop\nnama: Surat Masuk\n")
            .args(args)
    };
    let plain = run(&["check", "--format", "concise"]).exits(1);
    let timed = run(&["check", "--format", "concise", "--timings"]).exits(1);
    assert_eq!(timed.stdout, plain.stdout, "the report is as without");
    assert!(plain.stderr.is_empty());
    let table = &timed.stderr;
    for words in [
        "memuat aturan",
        "mengurai YAML",
        "memeriksa dokumen",
        " ms ",
        "%",
    ] {
        assert!(table.contains(words), "{words}: {table}");
    }
    // Rules are named by code and name, each with its time.
    let (_, rules) = table.split_once("Aturan yang paling lama:\n").unwrap();
    assert!(rules.lines().count() > 3, "{table}");
    for line in rules.lines() {
        let words: Vec<_> = line.split_whitespace().collect();
        assert!(
            matches!(words.as_slice(), [code, name, _, "ms", share]
                if (5..=6).contains(&code.len()) && name.contains('-') && share.ends_with('%')),
            "{line}"
        );
    }
    let audit = run(&["audit", "--lang", "en", "--timings"]);
    assert!(audit.exits(0).stderr.contains("Rules that took longest:"));
}
