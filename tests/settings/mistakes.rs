//! Mistakes in settings, each at its place.

use insta::assert_snapshot;

use crate::{DRAFT, repository};

#[test]
fn mistakes_of_all_files_are_shown_together() {
    let run = repository()
        .file("a.yaml", DRAFT)
        .file(
            "sopan.yaml",
            "exlude: [arsip/]\ndisable: [SP004, jangka-waktu-tidak-tentu]\n",
        )
        .file(
            "unit/sopan.yaml",
            "severity:\n  SP01: error\n  BHS: sedang\nlang: en\nlang: id\n",
        )
        .file("unit/b.yaml", DRAFT);
    let out = run.args(["check"]).exits(2);
    assert_eq!(out.stdout, "");
    assert_snapshot!(out.stderr, @"
    galat: kunci `exlude` tidak dikenal dalam setelan
       ╭─[sopan.yaml:1:1]
     1 │ exlude: [arsip/]
       · ──────
       ╰────
       bantuan: Mungkin maksud Anda `exclude`.

    galat: tidak ada aturan atau keluarga aturan `jangka-waktu-tidak-tentu`
       ╭─[sopan.yaml:2:18]
     2 │ disable: [SP004, jangka-waktu-tidak-tentu]
       ·                  ────────────────────────
       ╰────
       bantuan: Mungkin maksud Anda `jangka-waktu-tidak-ada`.

    galat: tidak ada aturan atau keluarga aturan `SP01`
       ╭─[unit/sopan.yaml:2:3]
     2 │   SP01: error
       ·   ────
       ╰────
       bantuan: Mungkin maksud Anda `SP001`.

    galat: nilai `sedang` tidak dapat dipakai untuk `BHS`
       ╭─[unit/sopan.yaml:3:8]
     3 │   BHS: sedang
       ·        ──────
       ╰────
       bantuan: Yang dikenal: `error`, `warning`, dan `info`.

    galat: kunci `lang` sudah ada di baris 4
       ╭─[unit/sopan.yaml:5:1]
     5 │ lang: id
       · ────
       ╰────
       bantuan: Gabungkan keduanya menjadi satu.

    galat: setelan belum dapat dipakai: 5 kesalahan
    ");
}

#[test]
fn mistakes_in_english() {
    let run = repository().file("a.yaml", DRAFT).file(
        "sopan.yaml",
        "lang: en\nfail_on: critical\nexclude: ['../lain']\n",
    );
    assert_snapshot!(run.args(["check", "a.yaml"]).exits(2).stderr, @"
    error: the value `critical` cannot be used for `fail_on`
       ╭─[sopan.yaml:2:10]
     2 │ fail_on: critical
       ·          ────────
       ╰────
       help: Known are: `error`, `warning`, `info`, and `never`.

    error: a pattern cannot lead out of the folder of its settings
       ╭─[sopan.yaml:3:11]
     3 │ exclude: ['../lain']
       ·           ─────────
       ╰────

    error: the settings cannot be used: 2 mistakes
    ");
}

#[test]
fn what_does_not_count_is_said_and_the_run_goes_on() {
    let run = repository()
        .file(
            "sopan.yaml",
            "locked: [WKT001]\nexclude: [arsip/]\nseverity: { SP001: error }\n",
        )
        .file("unit/sopan.yaml", "disable: [WKT]\nfail_on: never\n")
        .file("unit/b.yaml", DRAFT)
        .file("lain/.sopan.yml", "");
    let out = run.args(["check", "--format", "json"]).exits(1);
    assert_snapshot!(out.stderr, @"
    peringatan: `.sopan.yml` tidak dibaca: berkas setelan harus bernama `sopan.yaml`
       ╭─[lain/.sopan.yml]
       ╰────
       bantuan: Ganti namanya menjadi `sopan.yaml`.

    peringatan: pola `arsip/` tidak cocok dengan berkas mana pun
       ╭─[sopan.yaml:2:11]
     2 │ exclude: [arsip/]
       ·           ──────
       ╰────
       bantuan: Pola dihitung dari folder setelan ini; lihat berkasnya dengan `sopan check --files`.

    info: `SP001` sudah bertingkat error menurut paket aturannya
       ╭─[sopan.yaml:3:13]
     3 │ severity: { SP001: error }
       ·             ─────
       ╰────
       bantuan: Baris ini tidak mengubah apa pun dan dapat dihapus.

    peringatan: `WKT001` tidak dapat dimatikan di sini: dikunci oleh sopan.yaml:1
       ╭─[unit/sopan.yaml:1:11]
     1 │ disable: [WKT]
       ·           ───
       ╰────
       bantuan: Hapus baris ini, atau minta pemilik setelan teratas melepas kuncinya.

    peringatan: `fail_on` di sini tidak berlaku: setelan untuk seluruh pemeriksaan hanya dibaca dari
                setelan teratas
       ╭─[unit/sopan.yaml:2:1]
     2 │ fail_on: never
       · ───────
       ╰────
       bantuan: Pindahkan ke sopan.yaml, atau hapus.
    ");
    assert!(out.stdout.starts_with('{'), "{}", out.stdout);
}

#[test]
fn settings_that_are_no_text() {
    let run = repository()
        .file("a.yaml", DRAFT)
        .bytes("sopan.yaml", b"region: \xff\n");
    assert_snapshot!(run.args(["check"]).exits(2).stderr, @"
    galat: berkas setelan ini bukan teks UTF-8
       ╭─[sopan.yaml]
       ╰────
       bantuan: Simpan kembali sebagai teks UTF-8: bita ke-8 (baris 1) bernilai 0xFF, bukan UTF-8.

    galat: setelan belum dapat dipakai: 1 kesalahan
    ");
}
