//! One screen for a person at a terminal.

use insta::assert_snapshot;

use crate::{
    DRAFT, HOSTILE, city,
    common::{assert_harmless, sopan},
};

#[test]
fn one_screen() {
    let out = city().args(["audit"]).exits(0);
    assert_snapshot!(out.stdout, @"
    Audit 3 dokumen dari 2 unit, 2026-11-21
      Nilai             ████▎···············   21,43 E  kualitas terendah
      Sasaran           ····················      0%  0 dari 3 dokumen mencapai 95
      Temuan            33 galat, 2 peringatan, 2 info

    Unit, terlemah lebih dahulu
      Kecamatan Selatan  ██▉·················   14,29 E  0 dari 1 di sasaran
      Kecamatan Utara    █████···············   25,00 E  0 dari 2 di sasaran

    Paling menaikkan nilai bila dibenahi (poin)
        +7,14  SP005   biaya-tidak-ada                               3 dokumen
        +7,14  SP006   produk-tidak-ada                              3 dokumen
        +7,14  SP007   sarana-prasarana-tidak-ada                    3 dokumen
        +7,14  SP008   kompetensi-pelaksana-tidak-ada                3 dokumen
        +7,14  SP009   pengawasan-internal-tidak-ada                 3 dokumen

    Perbedaan dan kekurangan antardokumen (temuan)
            2  KOR040  layanan-tanpa-sop
            2  KOR042  maklumat-unit-tidak-ada

    Semua dokumen: --details; laporan untuk pimpinan: --format html atau xlsx
    ");
    assert!(out.stdout.lines().count() <= 40);
}

#[test]
fn one_screen_in_english_by_folder() {
    let run = city().args(["audit", "--lang", "en", "--group-by", "folder", "--details"]);
    assert_snapshot!(run.exits(0).stdout, @"
    Audit of 3 documents of 2 units, 2026-11-21
      Score             ████▎···············   21.43 E  lowest quality
      Target            ····················      0%  0 of 3 documents reach 95
      Findings          33 errors, 2 warnings, 2 info

    Folders, the weakest first
      selatan  ██▉·················   14.29 E  0 of 1 at target
      utara    █████···············   25.00 E  0 of 2 at target

    What raises the score most when mended (points)
        +7.14  SP005   biaya-tidak-ada                               3 documents
        +7.14  SP006   produk-tidak-ada                              3 documents
        +7.14  SP007   sarana-prasarana-tidak-ada                    3 documents
        +7.14  SP008   kompetensi-pelaksana-tidak-ada                3 documents
        +7.14  SP009   pengawasan-internal-tidak-ada                 3 documents

    Drift and gaps between documents (findings)
            2  KOR040  layanan-tanpa-sop
            2  KOR042  maklumat-unit-tidak-ada

    All documents

      selatan
       14.29 E  12 errors  Rekomendasi Izin Keramaian              selatan/c.yaml

      utara
       21.43 E  11 errors  Surat Keterangan Usaha                  utara/a.yaml
       28.57 E  10 errors  Legalisasi Dokumen                      utara/b.yaml

    A report to hand on: --format html or xlsx, with --output
    ");
}

#[test]
fn forty_units_still_fit_one_screen() {
    let mut run = sopan();
    for number in 0..40 {
        let text = DRAFT
            .replace("Kecamatan Utara", &format!("Kecamatan {number}"))
            .replace("Keterangan Usaha", &format!("Keterangan {number}"));
        run = run.file(&format!("{number}.yaml"), &text);
    }
    let out = run.args(["audit"]).exits(0);
    assert!(out.stdout.lines().count() <= 40, "{}", out.stdout);
    assert!(out.stdout.contains("dan 28 lagi"), "{}", out.stdout);
    let longest = out.stdout.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(100), "{longest:?}");
}

#[test]
fn what_cannot_be_read_is_said() {
    let out = city()
        .bytes("rusak.yaml", [0xff, 0xfe, 0x00])
        .args(["audit"])
        .exits(0);
    assert!(
        out.stdout.contains("1 berkas tidak dapat dibaca"),
        "{}",
        out.stdout
    );
}

#[test]
fn nothing_hostile_reaches_the_screen() {
    let run = city().file("-h/=1+1.yaml", HOSTILE);
    let out = run
        .args(["audit", "--details", "--color", "never"])
        .exits(0);
    assert_harmless(&out.stdout, "screen");
}
