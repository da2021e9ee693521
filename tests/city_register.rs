//! Regulations of a city that its folder of packs adds to the register.

mod common;

use common::{Sopan, sopan};
use insta::assert_snapshot;

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
- jenis: perda
  wilayah: Kota Contoh
  nomor: '4'
  tahun: 2023
  tentang: Pajak Daerah dan Retribusi Daerah
  status: berlaku
  yakin: pasti
";

/// A folder of packs has at least one pack.
const PACK: &str = "\
pack: kota
title: { id: Kota Contoh, en: City of Contoh }
source: Perda Kota Contoh 4/2023
";

fn with_regulations(regulations: &str) -> Sopan {
    let draft = "jenis: standar-pelayanan\nwilayah: Kota Contoh\ndasar_hukum:\n\
        - Peraturan Daerah Kota Contoh Nomor 3 Tahun 2012 tentang Retribusi Jasa Umum\n";
    sopan()
        .file("draf.yaml", draft)
        .file("aturan/kota.yaml", PACK)
        .file("aturan/data/perda.yaml", regulations)
        .args([
            "check",
            "draf.yaml",
            "--rules",
            "aturan",
            "--select",
            "HKM003",
            "--format",
            "concise",
        ])
}

#[test]
fn a_repealed_regulation_of_the_city_is_found() {
    let out = with_regulations(REGULATIONS).exits(1).stdout;
    assert_snapshot!(out.lines().next().unwrap(), @"draf.yaml:4:3: galat[HKM003] Perda Kota Contoh 3/2012 sudah tidak berlaku: dicabut oleh Perda Kota Contoh 4/2023");
}

#[test]
fn regulations_that_cannot_be_used_stop_the_run() {
    let broken = REGULATIONS.replace("status: berlaku", "status: bagus");
    assert_snapshot!(with_regulations(&broken).exits(2).stderr, @"
    galat: nilai `bagus` tidak dikenal untuk `status`
        ╭─[aturan/data/perda.yaml:15:11]
     14 │   tentang: Pajak Daerah dan Retribusi Daerah
     15 │   status: bagus
        ·           ─────
     16 │   yakin: pasti
        ╰────
       bantuan: Yang dikenal: `berlaku`, `diubah`, `dicabut`, `tidak-diketahui`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
    let broken = REGULATIONS.replace("[perda kota contoh 4/2023]", "[perda baru]");
    assert_snapshot!(with_regulations(&broken).exits(2).stderr, @"
    galat: `perda baru` bukan penunjuk peraturan
       ╭─[aturan/data/perda.yaml:8:17]
     7 │   status: dicabut
     8 │   dicabut_oleh: [perda baru]
       ·                 ────────────
     9 │   yakin: pasti
       ╰────
       bantuan: Tulis jenis, penetap, nomor, dan tahunnya, misalnya `perda kota contoh 4/2023` atau
                `uu 25/2009`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
    let broken = REGULATIONS.replace("  tahun: 2012\n", "");
    assert_snapshot!(with_regulations(&broken).exits(2).stderr, @"
    galat: di sini belum ada `tahun`
       ╭─[aturan/data/perda.yaml:2:3]
     1 │ peraturan:
     2 │ - jenis: perda
       ·   ─────
     3 │   wilayah: Kota Contoh
       ╰────

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
    let broken = REGULATIONS.replace("tentang: Retribusi", "tentang: [Retribusi");
    assert_snapshot!(with_regulations(&broken).exits(2).stderr, @"
    galat: kurung `[` tidak berpasangan
       ╭─[aturan/data/perda.yaml:6:12]
     5 │   tahun: 2012
     6 │   tentang: [Retribusi Jasa Umum
       ·            ─
     7 │   status: dicabut
       ╰────
       bantuan: Lengkapi pasangan kurungnya, atau apit nilai dengan tanda kutip.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
}
