//! What a run writes never takes the place of what people wrote, and nothing that was asked for
//! is left out without a word.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::fs;

use common::sopan;

const FAULTY: &str = "\
jenis: standar-pelayanan
nama: Kartu Keluarga
unit: Dinas Kependudukan
biaya: Rp 5.000
";

#[test]
fn no_command_writes_over_a_document_or_settings() {
    let commands: &[&[&str]] = &[
        &["check", "a.yaml", "--output", "b.yaml"],
        &["check", "a.yaml", "--fix", "--output", "b.yaml"],
        &[
            "check", "a.yaml", "--format", "json", "--output", "b.yaml", "--format", "human",
        ],
        &["check", "a.yaml", "--diff", "--output", "b.yaml"],
        &["check", "a.yaml", "--files", "--output", "b.yaml"],
        &[
            "check",
            "a.yaml",
            "--add-ignores",
            "lama",
            "--output",
            "b.yaml",
        ],
        &["settings", "--output", "b.yaml"],
        &["schema", "--output", "b.yaml"],
        &["rules", "--output", "b.yaml"],
        &["man", "--output", "b.yaml"],
        &["completions", "bash", "--output", "b.yaml"],
        &["explain", "SP001", "--output", "b.yaml"],
        &["flow", "alur.yaml", "--format", "svg", "--output", "b.yaml"],
    ];
    for command in commands {
        let run = sopan()
            .file("a.yaml", FAULTY)
            .file("b.yaml", FAULTY)
            .file(
                "alur.yaml",
                "jenis: sop\nnama: A\nprosedur: [Memeriksa berkas]\n",
            )
            .args(command.iter().copied());
        let output = run.exits(2);
        assert!(output.stderr.contains("b.yaml sudah ada"), "{output:?}");
        assert_eq!(fs::read_to_string(run.path("b.yaml")).unwrap(), FAULTY);
        assert_eq!(
            fs::read_to_string(run.path("a.yaml")).unwrap(),
            FAULTY,
            "{command:?} ends before anything is written"
        );
    }
}

#[test]
fn what_is_refused_is_said_in_words() {
    let run = sopan()
        .file("sopan.yaml", "region: Kota Pontianak\n")
        .args(["schema", "--output", "sopan.yaml"]);
    insta::assert_snapshot!(run.exits(2).stderr, @"
    galat: sopan.yaml sudah ada dan tidak ditimpa: itu dokumen, setelan, atau baseline
       bantuan: Beri nama lain dengan `--output`, atau pindahkan berkas itu dahulu.
    ");
}

#[test]
fn a_new_or_empty_file_of_any_name_is_written() {
    let run = sopan()
        .file("kosong.yaml", "")
        .args(["schema", "--output", "kosong.yaml"]);
    run.exits(0);
    assert!(fs::read_to_string(run.path("kosong.yaml")).unwrap().len() > 100);
    let run = run.args(["schema", "--output", "baru.yaml"]);
    run.exits(0);
}

#[test]
fn a_report_never_takes_the_place_of_the_baseline() {
    let run = sopan().file("a.yaml", FAULTY);
    let run = run.args([
        "check",
        "a.yaml",
        "--write-baseline",
        "--output",
        "sopan-baseline.jsonl",
    ]);
    run.exits(2);
    let written = fs::read_to_string(run.path("sopan-baseline.jsonl")).unwrap();
    assert!(written.starts_with("{\"sopan_baseline\":1}"), "{written}");
    let run = run.args(["check", "a.yaml", "--baseline", "sopan-baseline.jsonl"]);
    run.exits(0);
    // The baseline itself is written again, whatever its name is.
    let run = run.args(["check", ".", "--write-baseline", "--baseline", "lama.yaml"]);
    run.exits(0);
    run.exits(0);
}

#[test]
fn facts_and_something_else_never_share_a_file() {
    let commands: &[&[&str]] = &[
        &[
            "check",
            "--format",
            "json",
            "--output",
            "g",
            "--facts-out",
            "g",
        ],
        &["check", "--output", "./g", "--facts-out", "g"],
        &["audit", "--output", "g", "--facts-out", "./g"],
        &[
            "check",
            "--write-baseline",
            "--baseline",
            "g",
            "--facts-out",
            "./g",
        ],
    ];
    for command in commands {
        let run = sopan().file("a.yaml", FAULTY).args(command.iter().copied());
        let output = run.exits(2);
        assert_eq!(output.stdout, "");
        assert!(output.stderr.contains("berkas yang sama: "), "{output:?}");
        assert!(!run.path("g").exists(), "{command:?}");
    }
    // An old file is as it was, and links are followed.
    let run = sopan()
        .file("a.yaml", FAULTY)
        .file("lap/g", "lama\n")
        .args(["check", "-o", "lap/../lap/g", "--facts-out", "lap/g"]);
    insta::assert_snapshot!(run.exits(2).stderr, @"
    galat: dua laporan ditujukan ke berkas yang sama: lap/g
       bantuan: Beri `--facts-out` nama lain, misalnya `--facts-out bagian.fakta`.
    ");
    assert_eq!(fs::read_to_string(run.path("lap/g")).unwrap(), "lama\n");
    let run = run.args(["check", "--facts-out", "-"]);
    let output = run.exits(2);
    assert_eq!(output.stdout, "");
    assert!(output.stderr.contains("ke layar"), "{output:?}");
    let run = run.args(["check", "--facts-out", "-", "--output", "lap/g"]);
    assert!(run.exits(1).stdout.starts_with("{\"sopan_facts\""));
}

#[test]
fn a_report_never_takes_the_place_of_what_it_is_made_of() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .args(["check", "--facts-out", "h.fakta"]);
    run.exits(1);
    let facts = fs::read_to_string(run.path("h.fakta")).unwrap();
    let run = run.args(["merge", "h.fakta", "--output", "./h.fakta"]);
    insta::assert_snapshot!(run.exits(2).stderr, @"
    galat: laporan akan menimpa berkas yang digabungkan: ./h.fakta
       bantuan: Beri laporan nama lain, misalnya `--output laporan.txt`.
    ");
    let run = run.args([
        "merge", "h.fakta", "--as", "check", "--format", "json", "-o", "h.fakta",
    ]);
    assert_eq!(run.exits(2).stdout, "");
    assert_eq!(fs::read_to_string(run.path("h.fakta")).unwrap(), facts);
    run.args(["merge", "h.fakta", "--output", "laporan"])
        .exits(0);
}

#[test]
fn what_only_shows_leaves_nothing_out_without_a_word() {
    let cases: [&[&str]; 5] = [
        &["--diff", "--write-baseline"],
        &["--files", "--write-baseline"],
        &["--unsafe-fixes", "--prune-baseline", "--baseline", "b"],
        &["--diff", "--format", "json", "--output", "x"],
        &["--files", "--format", "json", "--output", "x"],
    ];
    let said = cases.map(|args| {
        let run = sopan().file("a.yaml", FAULTY);
        let run = run.args(["check", "a.yaml"].iter().chain(args).copied());
        let output = run.exits(2);
        assert_eq!(output.stdout, "");
        assert_eq!(fs::read_dir(run.path("")).unwrap().count(), 1, "{args:?}");
        format!("$ {}\n{}", args.join(" "), output.stderr)
    });
    insta::assert_snapshot!(said.join("\n"), @"
    $ --diff --write-baseline
    galat: --write-baseline menulis ke berkas, sedangkan --diff hanya memperlihatkan
       bantuan: Pakai salah satu.

    $ --files --write-baseline
    galat: --write-baseline menulis ke berkas, sedangkan --files hanya memperlihatkan
       bantuan: Pakai salah satu.

    $ --unsafe-fixes --prune-baseline --baseline b
    galat: --prune-baseline menulis ke berkas, sedangkan --unsafe-fixes tanpa --fix hanya memperlihatkan
       bantuan: Pakai salah satu.

    $ --diff --format json --output x
    galat: `--format json` adalah bentuk laporan, sedangkan --diff tidak membuat laporan
       bantuan: Hapus `--format`; `--output` boleh tetap dipakai.

    $ --files --format json --output x
    galat: `--format json` adalah bentuk laporan, sedangkan --files tidak membuat laporan
       bantuan: Hapus `--format`; `--output` boleh tetap dipakai.
    ");
    for args in [
        &["--files", "--fix"][..],
        &["--files", "--diff"],
        &["--files", "--unsafe-fixes"],
        &["--diff", "--format", "json"],
        &["--diff", "--fix", "--write-baseline"],
    ] {
        let run = sopan().file("a.yaml", FAULTY);
        let run = run.args(["check", "a.yaml"].iter().chain(args).copied());
        assert_eq!(run.exits(2).stdout, "");
        assert_eq!(fs::read_to_string(run.path("a.yaml")).unwrap(), FAULTY);
    }
    let run = sopan().file("a.yaml", FAULTY);
    let run = run.args([
        "check", "a.yaml", "--files", "--format", "human", "--output", "x",
    ]);
    run.exits(0);
    let list = fs::read_to_string(run.path("x")).unwrap();
    assert_eq!(list, "a.yaml: diperiksa (disebut langsung)\n");
    let run = run.args(["check", "a.yaml", "--diff", "--format", "human"]);
    assert!(run.exits(1).stdout.contains("+biaya"));
}

#[test]
fn a_diff_goes_where_output_says() {
    let run = sopan().file("a.yaml", FAULTY);
    let run = run.args([
        "check", "a.yaml", "--diff", "--output", "d.patch", "--color", "always",
    ]);
    assert_eq!(run.exits(1).stdout, "");
    let diff = fs::read_to_string(run.path("d.patch")).unwrap();
    assert!(diff.contains("+biaya: Rp5.000,00"), "{diff}");
}

#[test]
fn the_report_of_standard_input_goes_where_output_says() {
    let run = sopan().stdin(FAULTY).args([
        "check",
        "--fix",
        "-",
        "--format",
        "json",
        "--output",
        "laporan.json",
    ]);
    let output = run.exits(1);
    assert_eq!(output.stdout, FAULTY.replace("Rp 5.000", "Rp5.000,00"));
    let report = fs::read_to_string(run.path("laporan.json")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["summary"]["documents"], 1);
}

#[test]
fn what_is_mended_before_the_rest_is_silenced_is_said() {
    let run = sopan().file("a.yaml", FAULTY);
    let run = run.args(["check", "a.yaml", "--fix", "--add-ignores", "lama"]);
    let output = run.exits(0);
    assert!(
        output.stderr.starts_with("1 temuan diperbaiki di 1 berkas"),
        "{output:?}"
    );
    let text = fs::read_to_string(run.path("a.yaml")).unwrap();
    assert!(text.contains("biaya: Rp5.000,00"), "{text}");
    assert!(text.starts_with("# sopan: abaikan "), "{text}");
}

#[test]
fn comments_are_not_written_where_changes_are_only_shown() {
    for shown in ["--diff", "--unsafe-fixes"] {
        let run = sopan().file("a.yaml", FAULTY);
        let run = run.args(["check", "a.yaml", "--add-ignores", "lama", shown]);
        let output = run.exits(2);
        assert!(output.stderr.contains("--add-ignores"), "{output:?}");
        assert_eq!(fs::read_to_string(run.path("a.yaml")).unwrap(), FAULTY);
    }
}

#[test]
fn standard_input_without_a_name_makes_no_baseline() {
    let run = sopan()
        .stdin(FAULTY)
        .args(["check", "-", "--write-baseline"]);
    let output = run.exits(2);
    assert!(output.stderr.contains("--stdin-filename"), "{output:?}");
    assert!(!run.path("sopan-baseline.jsonl").exists());
    let run = run.args([
        "check",
        "-",
        "--write-baseline",
        "--stdin-filename",
        "a.yaml",
    ]);
    run.exits(0);
}

#[cfg(unix)]
#[test]
fn comments_that_cannot_be_written_make_the_run_fail() {
    use std::os::unix::fs::PermissionsExt;
    let run = sopan().file("a.yaml", FAULTY).with(|folder| {
        let read_only = fs::Permissions::from_mode(0o444);
        fs::set_permissions(folder.join("a.yaml"), read_only).unwrap();
    });
    let run = run.args([
        "check",
        "a.yaml",
        "--add-ignores",
        "lama",
        "--fail-on",
        "never",
    ]);
    run.exits(2);
    assert_eq!(fs::read_to_string(run.path("a.yaml")).unwrap(), FAULTY);
}
