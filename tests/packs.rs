//! Rule packs that a run brings along, and what their authors get wrong.

mod common;

use common::{Sopan, sopan};
use insta::assert_snapshot;

/// A pack of one rule that works; tests break it.
const PACK: &str = "\
pack: perwali
title: { id: Peraturan wali kota, en: Mayor regulation }
source: Perwali Contoh 1/2026
rules:
  - id: PWK001
    name: nama-terlalu-panjang
    severity: warning
    given: $.nama
    check: { length: { max: 10 } }
    message: { id: Nama lebih dari 10 huruf, en: The name is too long }
    help: { id: Pendekkan namanya, en: Make it shorter }
    reference: Perwali Contoh 1/2026 Pasal 2
    examples:
      pass: ['nama: KTP']
      fail: ['nama: Penerbitan Kartu Keluarga']
";

const DRAFT: &str = "jenis: sop\nnama: Penerbitan Kartu Keluarga\n";

fn with_pack(pack: &str) -> Sopan {
    sopan().file("draf.yaml", DRAFT).file("paket.yaml", pack)
}

#[test]
fn a_pack_of_ones_own_is_added() {
    let args = [
        "check",
        "draf.yaml",
        "--rules",
        "paket.yaml",
        "--select",
        "PWK",
    ];
    let out = with_pack(PACK).args(args).exits(0);
    assert_snapshot!(out.stdout, @"
    peringatan[PWK001] Nama lebih dari 10 huruf
       ╭─[draf.yaml:2:7]
     2 │ nama: Penerbitan Kartu Keluarga
       ·       ─────────────────────────
       ╰────
       bantuan: Pendekkan namanya
       dasar: Perwali Contoh 1/2026 Pasal 2

    1 dokumen dalam 1 berkas diperiksa: 1 peringatan
    ");
    let args = ["explain", "PWK001", "--rules", "paket.yaml"];
    assert_snapshot!(with_pack(PACK).args(args).exits(0).stdout, @"
    PWK001 nama-terlalu-panjang  peringatan

    Pesan
      Nama lebih dari 10 huruf

    Cara memperbaiki
      Pendekkan namanya

    Dasar
      Perwali Contoh 1/2026 Pasal 2

    Paket
      Peraturan wali kota (Perwali Contoh 1/2026)

    Salah
      nama: Penerbitan Kartu Keluarga

    Benar
      nama: KTP

    Mengabaikan
      # sopan: abaikan nama-terlalu-panjang -- alasan
    ");
}

#[test]
fn a_folder_of_packs_brings_its_word_lists() {
    let pack = PACK
        .replace("{ length: { max: 10 } }", "{ words: { list: larangan } }")
        .replace(
            "Nama lebih dari 10 huruf",
            "'Kata `{match}` tidak boleh dipakai'",
        );
    let list = "about: Kata yang tidak boleh\nwords: [kartu keluarga]\n";
    let run = sopan()
        .file("draf.yaml", DRAFT)
        .file("aturan/perwali.yaml", &pack)
        .file("aturan/data/larangan.yaml", list)
        .file("aturan/catatan.txt", "bukan paket");
    let args = ["check", "draf.yaml", "--rules", "aturan", "--select", "PWK"];
    let out = run
        .args(args.into_iter().chain(["--format", "concise"]))
        .exits(0);
    assert_snapshot!(out.stdout, @"
    draf.yaml:2:18: peringatan[PWK001] Kata `Kartu Keluarga` tidak boleh dipakai
    1 dokumen dalam 1 berkas diperiksa: 1 peringatan
    ");
}

#[test]
fn a_pack_replaces_the_built_in_one_of_its_name() {
    let pack = PACK.replace("pack: perwali", "pack: bahasa");
    let args = ["rules", "--rules", "paket.yaml"];
    let out = with_pack(&pack).args(args).exits(0).stdout;
    assert!(out.contains("PWK001") && !out.contains("BHS001"), "{out}");
}

#[test]
fn the_examples_of_a_pack_are_tests() {
    let args = ["rules", "test", "--rules", "paket.yaml"];
    with_pack(PACK).args(args).exits(0);
    let pack = PACK
        .replace("pass: ['nama: KTP']", "pass: ['nama: Kartu Keluarga']")
        .replace(
            "fail: ['nama: Penerbitan",
            "fail: ['nama: KTP', 'nama: Penerbitan",
        );
    let out = with_pack(&pack).args(args).exits(1).stdout;
    let failed: Vec<_> = out.lines().filter(|line| line.contains("PWK")).collect();
    assert_snapshot!(failed.join("\n"), @"
    gagal PWK001 nama-terlalu-panjang pass[0]: diharapkan tidak ada temuan; ditemukan `/nama` `Kartu Keluarga`
    gagal PWK001 nama-terlalu-panjang fail[0]: diharapkan satu temuan di `/nama`; ditemukan tidak ada temuan
    ");
    assert!(out.ends_with(", 2 gagal\n"), "{out}");
    let english = with_pack(&pack).args(args.into_iter().chain(["--lang", "en"]));
    let out = english.exits(1).stdout;
    assert!(out.contains("expected no finding; found"), "{out}");
}

/// What is said about the pack with one thing in it replaced.
#[track_caller]
fn mistake(right: &str, wrong: &str) -> String {
    assert!(PACK.contains(right));
    refused(&PACK.replacen(right, wrong, 1))
}

#[track_caller]
fn refused(pack: &str) -> String {
    let args = ["check", "draf.yaml", "--rules", "paket.yaml"];
    let out = with_pack(pack).args(args).exits(2);
    assert_eq!(out.stdout, "");
    out.stderr
}

#[test]
fn a_field_that_does_not_exist() {
    assert_snapshot!(mistake("severity: warning", "severty: warning"), @"
    galat: kunci `severty` tidak dikenal di sini
       ╭─[paket.yaml:7:5]
     6 │     name: nama-terlalu-panjang
     7 │     severty: warning
       ·     ───────
     8 │     given: $.nama
       ╰────
       bantuan: Mungkin maksud Anda `severity`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn a_check_that_does_not_exist() {
    assert_snapshot!(mistake("length: { max: 10 }", "lenght: { max: 10 }"), @"
    galat: pemeriksaan `lenght` tidak ada
        ╭─[paket.yaml:9:14]
      8 │     given: $.nama
      9 │     check: { lenght: { max: 10 } }
        ·              ──────
     10 │     message: { id: Nama lebih dari 10 huruf, en: The name is too long }
        ╰────
       bantuan: Mungkin maksud Anda `length`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn a_parameter_that_does_not_fit() {
    assert_snapshot!(mistake("{ max: 10 }", "{ max: sepuluh }"), @r#"
    galat: di sini diharapkan bilangan bulat, bukan teks "sepuluh"
        ╭─[paket.yaml:9:29]
      8 │     given: $.nama
      9 │     check: { length: { max: sepuluh } }
        ·                             ───────
     10 │     message: { id: Nama lebih dari 10 huruf, en: The name is too long }
        ╰────

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    "#);
}

#[test]
fn a_path_that_is_none() {
    assert_snapshot!(mistake("given: $.nama", "given: $.nama["), @"
    galat: `given` bukan JSONPath: di sini seharusnya nama dalam tanda kutip, angka, `*`, atau saringan
           `?`, tetapi jalurnya sudah habis
       ╭─[paket.yaml:8:18]
     7 │     severity: warning
     8 │     given: $.nama[
       ·                  ─
     9 │     check: { length: { max: 10 } }
       ╰────

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn a_pattern_that_grows_beyond_measure() {
    let wrong = r"pattern: { matches: '(?:\pL{900}){900}' }";
    assert_snapshot!(mistake("length: { max: 10 }", wrong), @r"
    galat: pola tidak dapat dipakai: terlalu besar setelah pengulangannya diuraikan
        ╭─[paket.yaml:9:34]
      8 │     given: $.nama
      9 │     check: { pattern: { matches: '(?:\pL{900}){900}' } }
        ·                                  ───────────────────
     10 │     message: { id: Nama lebih dari 10 huruf, en: The name is too long }
        ╰────
       bantuan: Perkecil angka pengulangannya, misalnya `{0,60}`, terutama yang berada di dalam
                pengulangan lain.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn a_pack_that_is_no_text_is_told_in_the_language_of_the_run() {
    let run = sopan().bytes("gambar.yaml", b"\x89PNG\r\n\x1a\n\0");
    let out = run.args(["rules", "--rules", "gambar.yaml"]).exits(2);
    assert_eq!(
        out.stderr,
        "galat: paket aturan gambar.yaml tidak dapat dibaca: isinya tampaknya gambar\n"
    );
}

#[test]
fn a_pattern_that_is_none() {
    let wrong = "pattern: { matches: '^(KTP' }";
    assert_snapshot!(mistake("length: { max: 10 }", wrong), @r"
    galat: pola tidak dapat dipakai: kurung `(` belum ditutup
        ╭─[paket.yaml:9:34]
      8 │     given: $.nama
      9 │     check: { pattern: { matches: '^(KTP' } }
        ·                                  ───────
     10 │     message: { id: Nama lebih dari 10 huruf, en: The name is too long }
        ╰────
       bantuan: Bila tanda itu sendiri yang dimaksud, dahului dengan `\`, misalnya `\(`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn a_code_that_is_taken() {
    assert_snapshot!(mistake("id: PWK001", "id: SP004"), @"
    galat: `SP004` sudah dipakai aturan lain di paket `inti`
       ╭─[paket.yaml:5:9]
     4 │ rules:
     5 │   - id: SP004
       ·         ─────
     6 │     name: nama-terlalu-panjang
       ╰────
       bantuan: Setiap aturan memerlukan kode dan nama sendiri.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn an_example_that_is_missing() {
    let wrong = "fail: []";
    assert_snapshot!(mistake("fail: ['nama: Penerbitan Kartu Keluarga']", wrong), @"
    galat: aturan ini belum punya contoh `fail`
        ╭─[paket.yaml:15:7]
     14 │       pass: ['nama: KTP']
     15 │       fail: []
        ·       ────
        ╰────
       bantuan: Contoh `fail` harus ditemukan aturan ini, contoh `pass` tidak; keduanya adalah ujinya.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn a_pack_that_is_no_yaml() {
    assert_snapshot!(mistake("severity: warning", "severity:warning"), @"
    galat: tidak ada spasi sesudah titik dua pada `severity:`
       ╭─[paket.yaml:7:5]
     6 │     name: nama-terlalu-panjang
     7 │     severity:warning
       ·     ─────────
     8 │     given: $.nama
       ╰────
       bantuan: Tulis `severity: ...`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn a_pack_of_two_documents() {
    assert_snapshot!(refused(&format!("{PACK}---\npack: lain\n")), @"
    galat: satu berkas memuat satu paket; pindahkan yang kedua ke berkas lain
        ╭─[paket.yaml:17:1]
     16 │ ---
     17 │ pack: lain
        · ────
        ╰────

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}

#[test]
fn several_mistakes_are_told_at_once() {
    let pack = PACK
        .replace("severity: warning", "severity: gawat")
        .replace("id: PWK001", "id: pwk1");
    let first = refused(&pack);
    assert!(first.contains("`gawat`"), "{first}");
    let pack = PACK
        .replace("id: PWK001", "id: pwk1")
        .replace("given: $.nama", "given: nama");
    let args = ["rules", "--rules", "paket.yaml", "--lang", "en"];
    assert_snapshot!(with_pack(&pack).args(args).exits(2).stderr, @"
    error: the code `pwk1` must be 2 to 4 capital letters and three digits, like `SP021`
       ╭─[paket.yaml:5:9]
     4 │ rules:
     5 │   - id: pwk1
       ·         ────
     6 │     name: nama-terlalu-panjang
       ╰────

    error: `given` is not a JSONPath: expected `$` at the start, found `nama`
       ╭─[paket.yaml:8:12]
     7 │     severity: warning
     8 │     given: nama
       ·            ────
     9 │     check: { length: { max: 10 } }
       ╰────

    error: the rule packs cannot be used: 2 mistakes
    ");
}

#[test]
fn a_place_without_packs() {
    let run = || {
        sopan()
            .file("kosong/a.txt", "")
            .bytes("biner.yaml", b"\xff\x00")
    };
    let said = ["tiada", "kosong", "biner.yaml"]
        .map(|path| run().args(["rules", "--rules", path]).exits(2).stderr);
    assert_snapshot!(said.join(""), @"
    galat: paket aturan tiada tidak dapat dibaca: berkas atau folder yang dituju tidak ada
    galat: tidak ada paket aturan (*.yaml) di kosong
    galat: paket aturan biner.yaml tidak dapat dibaca: bita ke-1 bernilai 0; tampaknya UTF-16 tanpa
           tanda urutan bita
    ");
}

#[test]
fn a_broken_word_list() {
    let run = sopan().file("aturan/perwali.yaml", PACK).file(
        "aturan/data/larangan.yaml",
        "tentang: x\nwords:\n  satu: dua\n",
    );
    let out = run.args(["rules", "--rules", "aturan"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: ini bukan daftar kata (`about` dan `words`): unknown field `tentang`, expected `about` or
           `words`
       ╭─[aturan/data/larangan.yaml:1:1]
     1 │ tentang: x
       · ──────────
     2 │ words:
       ╰────

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}
