//! Several reports of one run, and where each goes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::fs;

use common::{Sopan, read, sopan};
use insta::assert_snapshot;
use serde_json::Value;

const DRAFT: &str = "jenis: sop\nnomor_sop: 188.45/.../2026\n";

fn run(args: &[&str]) -> Sopan {
    let all = ["check", "--select", "BHS003"].iter().chain(args).copied();
    sopan().file("draf.yaml", DRAFT).args(all)
}

#[test]
fn each_report_goes_to_the_output_after_it() {
    let run = run(&[
        "--format", "sarif", "--output", "a.sarif", "--format", "human", "--format", "junit", "-o",
        "b.xml",
    ]);
    let out = run.exits(1);
    assert_eq!(out.stderr, "");
    assert!(out.stdout.starts_with("galat[BHS003]"), "{}", out.stdout);
    let sarif: Value = serde_json::from_str(&read(&run, "a.sarif")).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert!(read(&run, "b.xml").starts_with("<?xml"));
    // Nothing else is left behind.
    let mut names: Vec<_> = fs::read_dir(run.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["a.sarif", "b.xml", "draf.yaml"]);
}

#[test]
fn one_report_takes_its_output_in_any_order() {
    let orders: [&[&str]; 5] = [
        &["check", "--format", "json", "--output", "a"],
        &["check", "--output", "a", "--format", "json"],
        &["--output", "a", "check", "--format", "json"],
        &["check", "-oa", "--format=json"],
        &["--lang", "id", "--output=a", "check", "--format", "json"],
    ];
    for order in orders {
        let run = sopan().file("draf.yaml", DRAFT).args(order);
        assert_eq!(run.exits(1).stdout, "");
        let report: Value = serde_json::from_str(&read(&run, "a")).unwrap();
        assert_eq!(report["schema_version"], 1, "{order:?}");
    }
    // Without a format it is the picture.
    let run = run(&["--output", "a"]);
    run.exits(1);
    assert!(read(&run, "a").starts_with("galat[BHS003]"));
    // A dash is standard output, also in between.
    let dash = [
        "--format", "json", "-o", "-", "--format", "concise", "-o", "a",
    ];
    let dash = self::run(&dash);
    assert!(dash.exits(1).stdout.starts_with('{'));
    assert!(read(&dash, "a").starts_with("draf.yaml:2:"));
}

#[test]
fn what_is_unclear_is_refused_before_anything_is_written() {
    let cases: [&[&str]; 8] = [
        &["--format", "json", "--format", "human"],
        &["--format", "json", "-o", "-", "--format", "human"],
        &["-o", "a", "--format", "json", "--format", "human"],
        &["--format", "json", "-o", "a", "-o", "b"],
        &[
            "--format", "json", "-o", "a", "-o", "b", "--format", "human",
        ],
        &[
            "--format", "json", "-o", "a", "--format", "sarif", "-o", "./a",
        ],
        &["--format", "sarif", "-o", "draf.yaml", "--format", "human"],
        &["-o", "a", "-o", "b"],
    ];
    let said = cases.map(|args| {
        let run = run(args);
        let out = run.exits(2);
        assert_eq!(out.stdout, "");
        assert_eq!(fs::read_dir(run.path(".")).unwrap().count(), 1);
        assert_eq!(read(&run, "draf.yaml"), DRAFT);
        format!("$ {}\n{}", args.join(" "), out.stderr)
    });
    assert_snapshot!(said.join("\n"), @"
    $ --format json --format human
    galat: dua laporan ditujukan ke layar (keluaran standar)
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.

    $ --format json -o - --format human
    galat: dua laporan ditujukan ke layar (keluaran standar)
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.

    $ -o a --format json --format human
    galat: `--output a` disebut sebelum `--format`, sehingga tidak jelas laporan mana yang dimaksud
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.

    $ --format json -o a -o b
    galat: `--output` kedua untuk laporan yang sama: b
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.

    $ --format json -o a -o b --format human
    galat: `--output` kedua untuk laporan yang sama: b
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.

    $ --format json -o a --format sarif -o ./a
    galat: dua laporan ditujukan ke berkas yang sama: ./a
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.

    $ --format sarif -o draf.yaml --format human
    galat: laporan akan menimpa dokumen yang diperiksa: draf.yaml
       bantuan: Beri laporan nama lain, misalnya `--output laporan.txt`.

    $ -o a -o b
    galat: `--output` kedua untuk laporan yang sama: b
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.
    ");
    // What stands before the command comes first.
    for args in [
        &["-o", "a", "check", "--format", "json", "--format", "human"][..],
        &[
            "-o", "a", "check", "--format", "json", "-o", "a", "--format", "human",
        ],
        &["-o", "a", "check", "--format", "json", "-o", "b"],
        &["-o", "a", "check", "-o", "a"],
    ] {
        let run = sopan().file("draf.yaml", DRAFT).args(args);
        assert!(run.exits(2).stderr.contains("--output"), "{args:?}");
        assert_eq!(fs::read_dir(run.path(".")).unwrap().count(), 1);
    }
    let rules = sopan().args(["rules", "-o", "a", "-o", "b"]);
    assert_snapshot!(rules.exits(2).stderr, @"
    galat: `--output` kedua untuk laporan yang sama: b
       bantuan: Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa
                berkas, misalnya `--format sarif --output a.sarif --format human`.
    ");
}

#[test]
fn a_report_that_cannot_be_written_stops_no_other() {
    let run = run(&[
        "--format",
        "sarif",
        "-o",
        "tiada/a.sarif",
        "--format",
        "gitlab",
        "-o",
        "b.json",
        "--format",
        "junit",
        "-o",
        "tiada/c.xml",
        "--format",
        "concise",
    ]);
    let out = run.exits(2);
    assert!(out.stdout.starts_with("draf.yaml:2:"), "{}", out.stdout);
    assert!(read(&run, "b.json").starts_with('['));
    assert_snapshot!(out.stderr, @"
    galat: laporan tidak dapat ditulis ke tiada/a.sarif: berkas atau folder yang dituju tidak ada
    galat: laporan tidak dapat ditulis ke tiada/c.xml: berkas atau folder yang dituju tidak ada
    ");
}

#[cfg(unix)]
#[test]
fn a_report_takes_the_place_of_an_old_one_whole() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let run = run(&["--format", "json", "-o", "tautan.json"]).with(|folder| {
        fs::create_dir(folder.join("laporan")).unwrap();
        fs::write(folder.join("laporan/a.json"), "x".repeat(100_000)).unwrap();
        let mode = fs::Permissions::from_mode(0o640);
        fs::set_permissions(folder.join("laporan/a.json"), mode).unwrap();
        symlink("laporan/a.json", folder.join("tautan.json")).unwrap();
    });
    run.exits(1);
    // The link is still one, and the file has its rights.
    assert!(
        fs::symlink_metadata(run.path("tautan.json"))
            .unwrap()
            .is_symlink()
    );
    let meta = fs::metadata(run.path("laporan/a.json")).unwrap();
    assert_eq!(meta.permissions().mode() & 0o777, 0o640);
    let report: Value = serde_json::from_str(&read(&run, "laporan/a.json")).unwrap();
    assert_eq!(report["schema_version"], 1);
    // A new file may be read by others, as any file a program writes.
    let new = self::run(&["--format", "json", "-o", "a.json"]);
    new.exits(1);
    let mode = fs::metadata(new.path("a.json"))
        .unwrap()
        .permissions()
        .mode();
    let usual = fs::metadata(new.path("draf.yaml"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode, usual);
    // A device is written to and stays what it is.
    self::run(&["--format", "json", "-o", "/dev/null"]).exits(1);
}
