//! Arguments, help, standard input, output files, and runs with nothing to check.

mod common;

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::Stdio,
};

use common::{Sopan, sopan};
use insta::assert_snapshot;

const DRAFT: &str = "jenis: sop\nnama: TBD\n";

/// What is said about arguments that make no sense.
#[track_caller]
fn refused(args: &[&str]) -> String {
    let out = sopan().args(args).as_given().exits(2);
    assert_eq!(out.stdout, "");
    out.stderr
}

#[test]
fn help_of_the_program() {
    let out = sopan().args(["--help"]).as_given().exits(0);
    assert_snapshot!(out.stdout, @"
    Memeriksa Standar Pelayanan dan SOP dalam YAML terhadap peraturan yang mengaturnya

    Penggunaan: sopan [OPSI] <PERINTAH>

    Perintah:
      check    Memeriksa dokumen dan menunjukkan setiap kekurangannya
      rules    Menampilkan daftar aturan, atau menguji contoh di dalamnya
      explain  Menjelaskan satu aturan: apa yang diminta, mengapa, contoh salah dan benar

    Opsi semua perintah:
          --lang <id|en>               Bahasa pesan: id (bawaan) atau en
          --color <auto|always|never>  Warna: auto (bawaan), always, atau never
          --rules <PAKET>              Paket aturan tambahan (berkas atau folder); yang bernama sama
                                       menggantikan bawaan
          --today <TTTT-BB-HH>         Tanggal pemeriksaan (bawaan: hari ini)
      -o, --output <BERKAS>            Menulis hasil ke berkas, bukan ke layar

    Opsi:
      -h, --help     Menampilkan bantuan ini
      -V, --version  Menampilkan versi

    Kode keluar: 0 tidak ada temuan yang menggagalkan; 1 ada; 2 pemeriksaan tidak dapat dijalankan.
    ");
}

#[test]
fn help_of_the_program_in_english() {
    let out = sopan().args(["--help", "--lang", "en"]).as_given().exits(0);
    assert_snapshot!(out.stdout, @"
    Checks Indonesian service standards and SOPs in YAML against the regulations

    Usage: sopan [OPTIONS] <COMMAND>

    Commands:
      check    Check documents and show every gap
      rules    List the rules, or run the examples inside them
      explain  Explain a rule: what it asks, why, examples wrong and right

    Options of every command:
          --lang <id|en>               Language of messages: id (default) or en
          --color <auto|always|never>  Colour: auto (default), always or never
          --rules <PACK>               Further rule packs (file or folder); one of the same name
                                       replaces a built-in one
          --today <YYYY-MM-DD>         The day of the run (default: today)
      -o, --output <FILE>              Write the report to a file instead of the screen

    Options:
      -h, --help     Print this help
      -V, --version  Print the version

    Exit codes: 0 nothing that fails the run; 1 something; 2 the run itself failed.
    ");
    let by_locale = sopan().args(["-h"]).as_given().env("LANG", "en_US.UTF-8");
    assert_eq!(by_locale.exits(0), out);
}

#[test]
fn help_of_check() {
    let out = sopan().args(["check", "--help"]).as_given().exits(0);
    assert_snapshot!(out.stdout, @"
    Memeriksa dokumen dan menunjukkan setiap kekurangannya

    Penggunaan: sopan check [OPSI] [BERKAS|FOLDER]...

    Argumen:
      [BERKAS|FOLDER]...  Berkas atau folder yang diperiksa; - untuk masukan standar (bawaan: folder
                          ini)

    Opsi:
          --format <human|concise|json|ndjson>
              Bentuk laporan: human (bawaan), concise, json, atau ndjson
          --select <ATURAN>
              Hanya aturan ini: kode, nama, atau keluarga, dipisah koma
          --ignore <ATURAN>
              Tanpa aturan ini: kode, nama, atau keluarga, dipisah koma
          --fail-on <error|warning|info|never>
              Temuan paling ringan yang menggagalkan: error (bawaan), warning, info, atau never
          --show <N|all>
              Banyaknya tempat yang ditampilkan (bawaan: 20), atau all untuk semua
          --files
              Menampilkan berkas mana yang diperiksa, dan mengapa yang lain tidak
          --stdin-filename <BERKAS>
              Nama yang ditampilkan untuk masukan standar
          --threads <N>
              Jumlah utas (bawaan: sebanyak inti prosesor)
      -h, --help
              Menampilkan bantuan ini

    Opsi semua perintah:
          --lang <id|en>               Bahasa pesan: id (bawaan) atau en
          --color <auto|always|never>  Warna: auto (bawaan), always, atau never
          --rules <PAKET>              Paket aturan tambahan (berkas atau folder); yang bernama sama
                                       menggantikan bawaan
          --today <TTTT-BB-HH>         Tanggal pemeriksaan (bawaan: hari ini)
      -o, --output <BERKAS>            Menulis hasil ke berkas, bukan ke layar
    ");
    let also = sopan().args(["check", "--bantuan"]).as_given();
    assert_eq!(also.exits(0), out);
}

#[test]
fn help_of_check_in_english() {
    let args = ["check", "--help", "--lang=en"];
    let out = sopan().args(args).as_given().exits(0);
    assert_snapshot!(out.stdout, @"
    Check documents and show every gap

    Usage: sopan check [OPTIONS] [FILE|FOLDER]...

    Arguments:
      [FILE|FOLDER]...  Files or folders to check; - for standard input (default: this folder)

    Options:
          --format <human|concise|json|ndjson>
              Form of the report: human (default), concise, json or ndjson
          --select <RULE>
              Only these rules: code, name or family, separated by commas
          --ignore <RULE>
              Without these rules: code, name or family, separated by commas
          --fail-on <error|warning|info|never>
              Least grave finding that fails the run: error (default), warning, info or never
          --show <N|all>
              Most places shown (default: 20), or all
          --files
              List which files are checked, and why the others are not
          --stdin-filename <FILE>
              The name shown for standard input
          --threads <N>
              Number of threads (default: one per core)
      -h, --help
              Print this help

    Options of every command:
          --lang <id|en>               Language of messages: id (default) or en
          --color <auto|always|never>  Colour: auto (default), always or never
          --rules <PACK>               Further rule packs (file or folder); one of the same name
                                       replaces a built-in one
          --today <YYYY-MM-DD>         The day of the run (default: today)
      -o, --output <FILE>              Write the report to a file instead of the screen
    ");
}

#[test]
fn every_command_has_help_without_leftovers_of_another_language() {
    for command in ["check", "rules", "explain"] {
        let out = sopan().args([command, "--help"]).as_given().exits(0).stdout;
        for word in ["Usage", "OPTIONS", "PATH", "FILE", "Options", "Print"] {
            assert!(!out.contains(word), "{word}: {out}");
        }
    }
}

#[test]
fn without_a_command_the_help_is_shown_but_it_is_a_mistake() {
    let help = sopan().args(["--help"]).as_given().exits(0).stdout;
    let none: [&str; 0] = [];
    assert_eq!(refused(&none), help);
}

#[test]
fn version() {
    let expected = format!("sopan {}\n", env!("CARGO_PKG_VERSION"));
    for flag in ["--version", "-V"] {
        let out = sopan().args([flag]).as_given().exits(0);
        assert_eq!(out.stdout, expected);
    }
}

#[test]
fn arguments_that_are_not_known() {
    let cases: [&[&str]; 6] = [
        &["chek", "draf.yaml"],
        &["draf.yaml"],
        &["check", "--fromat", "json"],
        &["rules", "tst"],
        &["explain"],
        &["check", "--files=1"],
    ];
    let said = cases.map(|args| format!("$ sopan {}\n{}", args.join(" "), refused(args)));
    assert_snapshot!(said.join("\n"), @"
    $ sopan chek draf.yaml
    galat: perintah `chek` tidak ada
       bantuan: mungkin maksud Anda `check`
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan draf.yaml
    galat: perintah `draf.yaml` tidak ada
       bantuan: untuk memeriksa berkas atau folder: sopan check draf.yaml
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --fromat json
    galat: argumen `--fromat` tidak dikenal
       bantuan: mungkin maksud Anda `--format`
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan rules tst
    galat: perintah `tst` tidak ada
       bantuan: mungkin maksud Anda `list` atau `test`
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan explain
    galat: argumen yang wajib belum ada: <ATURAN>...
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --files=1
    galat: `--files` tidak memakai nilai
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help
    ");
}

#[test]
fn values_that_cannot_be_used() {
    let cases: [&[&str]; 9] = [
        &["check", "--format", "jsn"],
        &["check", "--format"],
        &["check", "--fail-on", "semua"],
        &["check", "--today", "kemarin"],
        &["check", "--show", "banyak"],
        &["check", "--threads", "0"],
        &["check", "--lang", "fr"],
        &["check", "--output"],
        &["check", "--color", "never", "--color", "always"],
    ];
    let said = cases.map(|args| format!("$ sopan {}\n{}", args.join(" "), refused(args)));
    assert_snapshot!(said.join("\n"), @"
    $ sopan check --format jsn
    galat: nilai `jsn` tidak dapat dipakai untuk `--format <human|concise|json|ndjson>`
       bantuan: mungkin maksud Anda `json`
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --format
    galat: `--format <human|concise|json|ndjson>` memerlukan nilai
       bantuan: yang dapat dipakai: human, concise, json, ndjson
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --fail-on semua
    galat: nilai `semua` tidak dapat dipakai untuk `--fail-on <error|warning|info|never>`
       bantuan: yang dapat dipakai: error, warning, info, never
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --today kemarin
    galat: nilai `kemarin` tidak dapat dipakai untuk `--today <TTTT-BB-HH>`
       bantuan: tulis tanggal seperti 2026-01-15
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --show banyak
    galat: nilai `banyak` tidak dapat dipakai untuk `--show <N|all>`
       bantuan: tulis bilangan seperti 50, atau all
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --threads 0
    galat: nilai `0` tidak dapat dipakai untuk `--threads <N>`
       bantuan: tulis bilangan dari 1 sampai 512
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --lang fr
    galat: nilai `fr` tidak dapat dipakai untuk `--lang <id|en>`
       bantuan: yang dapat dipakai: id, en
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --output
    galat: `--output <BERKAS>` memerlukan nilai
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help

    $ sopan check --color never --color always
    galat: `--color <auto|always|never>` disebut dua kali atau bersama argumen yang bertentangan
       bantuan: keterangan lengkap: sopan --help, atau sopan PERINTAH --help
    ");
}

#[test]
fn arguments_that_are_not_known_in_english() {
    let cases: [&[&str]; 4] = [
        &["chek", "--lang", "en"],
        &["check", "--format", "jsn", "--lang=en"],
        &["check", "--today", "2026-02-30", "--lang=en"],
        &["draf.yml", "--lang=en"],
    ];
    let said = cases.map(|args| format!("$ sopan {}\n{}", args.join(" "), refused(args)));
    assert_snapshot!(said.join("\n"), @"
    $ sopan chek --lang en
    error: there is no command `chek`
       help: perhaps you mean `check`
       help: all about it: sopan --help, or sopan COMMAND --help

    $ sopan check --format jsn --lang=en
    error: the value `jsn` cannot be used for `--format <human|concise|json|ndjson>`
       help: perhaps you mean `json`
       help: all about it: sopan --help, or sopan COMMAND --help

    $ sopan check --today 2026-02-30 --lang=en
    error: the value `2026-02-30` cannot be used for `--today <YYYY-MM-DD>`
       help: write a date like 2026-01-15
       help: all about it: sopan --help, or sopan COMMAND --help

    $ sopan draf.yml --lang=en
    error: there is no command `draf.yml`
       help: to check a file or folder: sopan check draf.yml
       help: all about it: sopan --help, or sopan COMMAND --help
    ");
}

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
    let args = ["check", "ci.yaml", "--format", "concise", "--select", "DOK008"];
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
    let named = args.into_iter().chain(["--stdin-filename", "unit/draf.yaml"]);
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
    let args = ["check", "-", "a.yaml", "--format", "concise", "--select", "BHS001"];
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
    assert_eq!(run.args(["check", "--select", "BHS001"]).exits(1).stdout, report);
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
    // A report of last time is no document.
    let run = sopan().file("draf.yaml", DRAFT).file("lap.yaml", "lama\n");
    run.args(["check", "-o", "lap.yaml"]).exits(1);
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
        let mut child = run.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        let mut stdout = BufReader::with_capacity(16, child.stdout.take().unwrap());
        stdout.read_line(&mut line).unwrap();
        drop(stdout);
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
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
