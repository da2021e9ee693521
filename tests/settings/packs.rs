//! Packs and registers that settings name.

use insta::assert_snapshot;

use crate::{DRAFT, repository};

const PACK: &str = "\
pack: kota
title: { id: Kota Contoh, en: City of Contoh }
source: Perda Kota Contoh 4/2023
rules:
  - id: KT001
    name: telepon-tidak-ada
    severity: warning
    given: $
    check: { required: { key: telepon } }
    message: { id: 'Telepon {state}', en: 'The telephone {state}' }
    help: { id: 'Tulis.', en: 'Write.' }
    reference: Perda Kota Contoh 4/2023
    examples:
      pass: ['telepon: (0561) 555123']
      fail: ['nama: Kartu']
";

const REGULATIONS: &str = "\
peraturan:
- jenis: perda
  wilayah: Kota Contoh
  nomor: '3'
  tahun: 2012
  tentang: Retribusi Jasa Umum
  status: dicabut
  dicabut_oleh: [perda kota contoh 4/2023]
  yakin: pasti
";

#[test]
fn packs_and_registers_of_a_city() {
    let draft = "jenis: standar-pelayanan\nwilayah: Kota Contoh\ndasar_hukum:\n\
        - Peraturan Daerah Kota Contoh Nomor 3 Tahun 2012 tentang Retribusi Jasa Umum\n";
    let run = |register: &str| {
        repository()
            .file(
                "kota/sopan.yaml",
                "rules: [../aturan/kota.yaml]\nregisters: perda.yaml\nseverity: { KT: info }\n",
            )
            .file("aturan/kota.yaml", PACK)
            .file("kota/perda.yaml", register)
            .file("kota/unit/a.yaml", draft)
    };
    let args = [
        "check",
        "kota/unit",
        "--select",
        "KT001,HKM003",
        "--format",
        "concise",
    ];
    assert_snapshot!(run(REGULATIONS).args(args).exits(1).stdout, @"
    kota/unit/a.yaml:1:1: info[KT001] Telepon belum ada
    kota/unit/a.yaml:4:3: galat[HKM003] Perda Kota Contoh 3/2012 sudah tidak berlaku: dicabut oleh Perda Kota Contoh 4/2023
    1 dokumen dalam 1 berkas diperiksa: 1 galat, 1 info
    ");
    let out = run("daftar: []\n").args(args).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: kunci `daftar` tidak dikenal di sini
       ╭─[kota/perda.yaml:1:1]
     1 │ daftar: []
       · ──────
       ╰────
       bantuan: Yang dikenal: `meta`, `peraturan`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
    // The rules of the settings are there for other commands too.
    let out = run(REGULATIONS)
        .within("kota")
        .args(["explain", "KT001"])
        .exits(0);
    assert!(
        out.stdout.starts_with("KT001 telepon-tidak-ada"),
        "{}",
        out.stdout
    );
}

#[test]
fn packs_that_are_not_there() {
    let run = repository().file("a.yaml", DRAFT).file(
        "sopan.yaml",
        "rules: [aturan/]\nregisters: [perda.yaml]\ndisable: [KT001]\n",
    );
    assert_snapshot!(run.args(["check"]).exits(2).stderr, @"
    galat: berkas atau folder `aturan/` tidak ada
       ╭─[sopan.yaml:1:9]
     1 │ rules: [aturan/]
       ·         ───────
       ╰────
       bantuan: Jalur dihitung dari folder tempat berkas setelan ini berada.

    galat: berkas atau folder `perda.yaml` tidak ada
       ╭─[sopan.yaml:2:13]
     2 │ registers: [perda.yaml]
       ·             ──────────
       ╰────
       bantuan: Jalur dihitung dari folder tempat berkas setelan ini berada.

    galat: setelan belum dapat dipakai: 2 kesalahan
    ");
}
