//! `sopan audit`: scores of a whole city, in every form, and against last time.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../common/mod.rs"]
mod common;
mod last;
mod numbers;
mod run;
mod screen;
mod tables;

use serde_json::Value;

use crate::common::{Sopan, sopan};

/// Three of its fourteen components are met, and one is vague.
const DRAFT: &str = "\
jenis: standar-pelayanan
nama: Surat Keterangan Usaha
unit: Kecamatan Utara
wilayah: Kota Contoh
dasar_hukum: [Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik]
persyaratan: [KTP asli]
prosedur: [Pemohon menyerahkan berkas, Petugas menyerahkan surat]
jangka_waktu: secepatnya
";

/// Two units: one with documents that meet three and four of fourteen, one with two.
fn city() -> Sopan {
    let better = DRAFT
        .replace("Surat Keterangan Usaha", "Legalisasi Dokumen")
        .replace("secepatnya", "3 (tiga) hari kerja");
    let worse = DRAFT
        .replace("Surat Keterangan Usaha", "Rekomendasi Izin Keramaian")
        .replace("Kecamatan Utara", "Kecamatan Selatan")
        .replace(
            "prosedur: [Pemohon menyerahkan berkas, Petugas menyerahkan surat]\n",
            "",
        );
    sopan()
        .file("utara/a.yaml", DRAFT)
        .file("utara/b.yaml", &better)
        .file("selatan/c.yaml", &worse)
}

fn audit(run: Sopan, args: &[&str]) -> Value {
    let all = ["audit", "--format", "json"];
    run.args(all.iter().chain(args).copied()).exits(0).json()
}

fn rule<'a>(report: &'a Value, code: &str) -> &'a Value {
    let mut rules = report["rules"].as_array().unwrap().iter();
    rules.find(|rule| rule["rule"] == code).unwrap()
}

/// The city, and the audit of a year ago: `a` had no title of law, `b` stood elsewhere, `c` was
/// better, `d` is new, and one document is gone.
fn city_with_last() -> Sopan {
    let before = sopan()
        .file(
            "utara/a.yaml",
            &DRAFT.replace(
                "dasar_hukum: [Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik]\n",
                "",
            ),
        )
        .file(
            "utara/lama.yaml",
            &DRAFT
                .replace("Surat Keterangan Usaha", "Legalisasi Dokumen")
                .replace("secepatnya", "3 (tiga) hari kerja"),
        )
        .file(
            "selatan/c.yaml",
            &DRAFT
                .replace("Surat Keterangan Usaha", "Rekomendasi Izin Keramaian")
                .replace("Kecamatan Utara", "Kecamatan Selatan"),
        )
        .file(
            "hilang.yaml",
            &DRAFT.replace("Kecamatan Utara", "Kecamatan Barat"),
        );
    let last = before.args(["audit", "--format", "json"]).exits(0).stdout;
    city()
        .file(
            "timur/d.yaml",
            &DRAFT.replace("Kecamatan Utara", "Kecamatan Timur"),
        )
        .file("lalu.json", &last)
}

/// A document whose every text is an attack on a spreadsheet, a terminal, XML or Markdown.
const HOSTILE: &str = "\
jenis: standar-pelayanan
nama: '=HYPERLINK(\"http://x\",\"klik\")'
unit: \"@SUM(1)\\x1b[31m\\uFFFE_x0041_<b>|x|\"
wilayah: '+62\tab'
";
