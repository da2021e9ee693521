//! What is read and written: paths, folders, standard input, output files, closed pipes.

mod common;

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::Stdio,
};

use common::{Sopan, sopan};
use insta::assert_snapshot;

const DRAFT: &str = "jenis: sop\nnama: TBD\n";

#[test]
fn a_path_that_does_not_exist() {
    let run = || sopan().file("sop/draf.yaml", DRAFT);
    let out = run().args(["check", "sop/drap.yaml"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ditemukan: sop/drap.yaml
       bantuan: Mungkin maksud Anda sop/draf.yaml.
    ");
    let out = run().args(["check", "spo", "lain", "sop"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ditemukan: spo, lain
       bantuan: Mungkin maksud Anda sop.
    ");
    let args = ["check", "tiada", "--lang", "en"];
    assert_snapshot!(run().args(args).exits(2).stderr, @"error: no such file or folder: tiada");
}

#[test]
fn nothing_to_check() {
    let out = sopan().args(["check"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada dokumen untuk diperiksa di folder ini
       bantuan: Yang dicari: berkas *.yaml atau *.yml dengan kunci `jenis`, misalnya
                `jenis: standar-pelayanan`.
    ");
    assert_eq!(out.stdout, "");
    let out = sopan()
        .file("surat/catatan.txt", "")
        .args(["check", "surat"])
        .exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada dokumen untuk diperiksa di surat
       bantuan: Yang dicari: berkas *.yaml atau *.yml dengan kunci `jenis`, misalnya
                `jenis: standar-pelayanan`.
    ");
}

#[test]
fn only_yaml_of_other_programs() {
    let run = sopan()
        .file("ci.yaml", "on: push\n")
        .file("compose.yml", "services: {}\n");
    let out = run.args(["check"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada dokumen untuk diperiksa di folder ini
       bantuan: Ada 2 berkas YAML, tetapi tidak satu pun memuat kunci `jenis`; lihat `--files`, atau
                sebut berkasnya langsung.
    ");
    let run = sopan().file("ci.yaml", "on: push\n");
    let out = run.args(["check", "--lang", "en"]).exits(2);
    assert_snapshot!(out.stderr, @"
    error: there is no document to check in this folder
       help: There is one YAML file, but without the key `jenis`; see `--files`, or name the file
             itself.
    ");
}

fn mixed() -> Sopan {
    sopan()
        .file("draf.yaml", DRAFT)
        .file("ci.yaml", "on: push\n")
        .file("catatan.txt", "jenis: sop\n")
        .file(".github/x.yaml", DRAFT)
        .file(".gitignore", "arsip/\n")
        .file("arsip/lama.yaml", DRAFT)
        .bytes("rusak.yaml", b"\xff\xff")
}

#[test]
fn yaml_without_jenis_is_passed_over_in_a_folder_and_checked_when_named() {
    let args = ["check", "--format", "concise", "--select", "DOK"];
    assert_snapshot!(mixed().args(args).exits(1).stdout, @"
    rusak.yaml:1:1: galat[DOK003] Berkas ini bukan teks UTF-8: bita ke-0 (baris 1) bernilai 0xFF, bukan UTF-8
    1 dokumen dalam 2 berkas diperiksa: 1 galat
    1 berkas tidak dapat dibaca
    1 berkas YAML tanpa `jenis` dilewati (lihat --files)
    ");
    let args = [
        "check", "ci.yaml", "--format", "concise", "--select", "DOK008",
    ];
    assert_snapshot!(mixed().args(args).exits(1).stdout, @"
    ci.yaml:1:1: galat[DOK008] Kunci `jenis` belum ada, sehingga dokumen ini tidak dapat dinilai
    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
}

#[test]
fn files_says_what_is_checked_and_why_not() {
    let out = mixed().args(["check", "--files"]).exits(0).stdout;
    assert_snapshot!(out, @"
    .github/: dilewati: tersembunyi
    .gitignore: dilewati: tersembunyi
    arsip/: dilewati: tercantum di .gitignore
    catatan.txt: dilewati: bukan .yaml atau .yml
    ci.yaml: dilewati: tidak ada kunci `jenis`
    draf.yaml: diperiksa
    rusak.yaml: tidak dapat dibaca
    ");
    let args = ["check", "--files", "ci.yaml", ".", "--lang", "en"];
    assert_snapshot!(mixed().args(args).exits(0).stdout, @"
    .github/: skipped: hidden
    .gitignore: skipped: hidden
    arsip/: skipped: in .gitignore
    catatan.txt: skipped: not .yaml or .yml
    ci.yaml: checked (named)
    draf.yaml: checked
    rusak.yaml: cannot be read
    ");
}

#[test]
fn standard_input() {
    let args = ["check", "-", "--format", "concise", "--select", "BHS001"];
    let out = sopan().stdin(DRAFT).args(args).exits(1);
    assert_snapshot!(out.stdout, @"
    -:2:7: galat[BHS001] Isian sementara `TBD` belum diganti
    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
    let named = args
        .into_iter()
        .chain(["--stdin-filename", "unit/draf.yaml"]);
    let out = sopan().stdin(DRAFT).args(named).exits(1);
    assert_snapshot!(out.stdout, @"
    unit/draf.yaml:2:7: galat[BHS001] Isian sementara `TBD` belum diganti
    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
    let out = sopan().args(["check", "-", "--format", "concise"]).exits(1);
    assert_snapshot!(out.stdout, @"
    -:1:1: galat[DOK007] Dokumen ini kosong
    0 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
}

#[test]
fn standard_input_beside_files() {
    let args = [
        "check", "-", "a.yaml", "--format", "concise", "--select", "BHS001",
    ];
    let out = sopan().file("a.yaml", DRAFT).stdin(DRAFT).args(args);
    assert_snapshot!(out.exits(1).stdout, @"
    -:2:7: galat[BHS001] Isian sementara `TBD` belum diganti
    a.yaml:2:7: galat[BHS001] Isian sementara `TBD` belum diganti
    2 dokumen dalam 2 berkas diperiksa: 2 galat
    ");
}

#[test]
fn the_report_can_go_to_a_file() {
    let run = sopan().file("draf.yaml", DRAFT);
    let args = ["check", "--select", "BHS001", "-o", "laporan.txt"];
    let run = run.args(args);
    let out = run.exits(1);
    assert_eq!((out.stdout.as_str(), out.stderr.as_str()), ("", ""));
    let report = fs::read_to_string(run.path("laporan.txt")).unwrap();
    assert_eq!(
        run.args(["check", "--select", "BHS001"]).exits(1).stdout,
        report
    );
}

#[test]
fn a_dash_as_output_is_standard_output() {
    let run = sopan().file("draf.yaml", DRAFT);
    let run = run.args(["check", "--select", "BHS001", "-o", "-"]);
    assert!(run.exits(1).stdout.contains("BHS001"));
    assert!(!run.path("-").exists());
}

#[test]
fn a_file_that_cannot_be_written() {
    let run = || sopan().file("draf.yaml", DRAFT);
    let out = run().args(["check", "-o", "tiada/laporan.txt"]).exits(2);
    assert_snapshot!(out.stderr, @"galat: laporan tidak dapat ditulis ke tiada/laporan.txt: berkas atau folder yang dituju tidak ada");
    let out = run().args(["check", "-o", "."]).exits(2);
    assert_snapshot!(out.stderr, @"galat: laporan tidak dapat ditulis ke .: ini folder, bukan berkas");
    let out = run().args(["rules", "-o", ".", "--lang", "en"]).exits(2);
    assert_snapshot!(out.stderr, @"error: the report cannot be written to .: this is a folder, not a file");
}

#[test]
fn a_report_never_takes_the_place_of_a_document() {
    let run = sopan().file("draf.yaml", DRAFT);
    let run = run.args(["check", ".", "-o", "./draf.yaml"]);
    assert_snapshot!(run.exits(2).stderr, @"
    galat: laporan akan menimpa dokumen yang diperiksa: ./draf.yaml
       bantuan: Beri laporan nama lain, misalnya `--output laporan.txt`.
    ");
    assert_eq!(fs::read_to_string(run.path("draf.yaml")).unwrap(), DRAFT);
    // A report of last time is no document; what is named like one may be.
    let run = sopan().file("draf.yaml", DRAFT).file("lap.txt", "lama\n");
    run.args(["check", "-o", "lap.txt"]).exits(1);
    let run = sopan().file("draf.yaml", DRAFT).file("lap.yaml", "lama\n");
    run.args(["check", "draf.yaml", "-o", "lap.yaml"]).exits(2);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let run = sopan();
    let run = (0..400).fold(run, |run, number| {
        run.file(&format!("{number}.yaml"), DRAFT)
    });
    for args in [
        vec!["check", "--show", "all", "--fail-on", "never"],
        vec!["check", "--format", "ndjson", "--fail-on", "never"],
        vec!["rules"],
        vec!["explain", "SP", "DOK", "BHS", "KEP"],
        vec!["check", "--help"],
    ] {
        let mut run = sopan_with(&run, &args);
        let mut child = run
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut stdout = BufReader::with_capacity(16, child.stdout.take().unwrap());
        stdout.read_line(&mut line).unwrap();
        drop(stdout);
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?}: {said}");
        assert_eq!(said, "");
        assert!(!line.is_empty());
    }
}

fn sopan_with(run: &Sopan, args: &[&str]) -> std::process::Command {
    let mut command = run.command();
    command.args(args);
    command
}
