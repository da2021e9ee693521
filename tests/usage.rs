//! Arguments that make no sense.

mod common;

use common::sopan;
use insta::assert_snapshot;

/// What is said about arguments that make no sense.
#[track_caller]
fn refused(args: &[&str]) -> String {
    let out = sopan().args(args).without_today().exits(2);
    assert_eq!(out.stdout, "");
    out.stderr
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
       bantuan: Mungkin maksud Anda `check` atau `schema`.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan draf.yaml
    galat: perintah `draf.yaml` tidak ada
       bantuan: Untuk memeriksa berkas atau folder: `sopan check draf.yaml`.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --fromat json
    galat: argumen `--fromat` tidak dikenal
       bantuan: Mungkin maksud Anda `--format`.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan rules tst
    galat: perintah `tst` tidak ada
       bantuan: Mungkin maksud Anda `test` atau `list`.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan explain
    galat: argumen yang wajib belum ada: <ATURAN>...
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --files=1
    galat: `--files` tidak memakai nilai
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.
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
    galat: nilai `jsn` tidak dapat dipakai untuk `--format <BENTUK>`
       bantuan: Mungkin maksud Anda `json`.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --format
    galat: `--format <BENTUK>` memerlukan nilai
       bantuan: Yang dapat dipakai: human, concise, json, ndjson, sarif, junit, github, gitlab, markdown.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --fail-on semua
    galat: nilai `semua` tidak dapat dipakai untuk `--fail-on <error|warning|info|never>`
       bantuan: Yang dapat dipakai: error, warning, info, never.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --today kemarin
    galat: nilai `kemarin` tidak dapat dipakai untuk `--today <TTTT-BB-HH>`
       bantuan: Tulis tanggal seperti 2026-01-15.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --show banyak
    galat: nilai `banyak` tidak dapat dipakai untuk `--show <N|all>`
       bantuan: Tulis bilangan seperti 50, atau all.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --threads 0
    galat: nilai `0` tidak dapat dipakai untuk `--threads <N>`
       bantuan: Tulis bilangan dari 1 sampai 512.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --lang fr
    galat: nilai `fr` tidak dapat dipakai untuk `--lang <id|en>`
       bantuan: Yang dapat dipakai: id, en.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --output
    galat: `--output <BERKAS>` memerlukan nilai
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.

    $ sopan check --color never --color always
    galat: `--color <auto|always|never>` disebut dua kali atau bersama argumen yang bertentangan
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.
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
       help: Perhaps you mean `check` or `schema`.
       help: All about it: `sopan --help`, or `sopan COMMAND --help`.

    $ sopan check --format jsn --lang=en
    error: the value `jsn` cannot be used for `--format <FORM>`
       help: Perhaps you mean `json`.
       help: All about it: `sopan --help`, or `sopan COMMAND --help`.

    $ sopan check --today 2026-02-30 --lang=en
    error: the value `2026-02-30` cannot be used for `--today <YYYY-MM-DD>`
       help: Write a date like 2026-01-15.
       help: All about it: `sopan --help`, or `sopan COMMAND --help`.

    $ sopan draf.yml --lang=en
    error: there is no command `draf.yml`
       help: To check a file or folder: `sopan check draf.yml`.
       help: All about it: `sopan --help`, or `sopan COMMAND --help`.
    ");
}
