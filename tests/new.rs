//! `sopan new`: documents to fill in.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::fs;

use common::{findings, sopan};
use insta::assert_snapshot;
use sopan::{draft::PLACEHOLDER, rule::Packs};

/// The kinds that the packs bring.
fn kinds() -> Vec<String> {
    let rules = Packs::builtin().unwrap().compile().unwrap();
    rules.kinds().iter().map(|kind| kind.name.clone()).collect()
}

/// The places to fill in: not those that a comment speaks of.
fn places(text: &str) -> usize {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter(|line| line.contains(PLACEHOLDER)).count()
}

#[test]
fn every_place_to_fill_is_found_once_and_nothing_else() {
    for kind in kinds() {
        for lang in ["id", "en"] {
            let text = sopan().args(["new", &kind, "--lang", lang]).exits(0).stdout;
            let args = ["check", "a.yaml", "--format", "json"];
            let report = sopan().file("a.yaml", &text).args(args).exits(1).json();
            let found = findings(&report);
            for (_, finding) in &found {
                assert_eq!(finding["name"], "isian-belum-diganti", "{kind}: {finding}");
            }
            assert_eq!(found.len(), places(&text), "{kind}\n{text}");
            assert!(found.len() >= 3, "{kind}");
        }
    }
}

#[test]
fn a_filled_document_has_no_gap() {
    let text = sopan().args(["new", "standar-pelayanan"]).exits(0).stdout;
    // The comments hold an example of each value: with these in place nothing is left.
    let mut filled = String::new();
    let mut example = Vec::new();
    let mut skipping = false;
    for line in text.lines() {
        if let Some(value) = line.strip_prefix("# Contoh: ") {
            example = vec![value.to_owned()];
        } else if line == "# Contoh:" {
            example = vec![String::new()];
        } else if let Some(value) = line.strip_prefix("#   ").filter(|_| !example.is_empty()) {
            example.push(format!("  {value}"));
        } else if !line.starts_with([' ', '#']) && !example.is_empty() {
            let (key, _) = line.split_once(':').unwrap();
            filled.push_str(&format!("{key}: {}\n", example.join("\n")));
            example.clear();
            skipping = true;
            continue;
        }
        skipping &= line.starts_with(' ');
        if !skipping && !line.starts_with('#') {
            filled.push_str(&format!("{line}\n"));
        }
    }
    assert_eq!(places(&filled), 0, "{filled}");
    let args = ["check", "a.yaml", "--format", "concise"];
    let out = sopan().file("a.yaml", &filled).args(args).exits(0);
    assert_snapshot!(out.stdout, @"
    a.yaml:37:1: info[ADU007] Penanggung jawab pengaduan tidak disebut
    1 dokumen dalam 1 berkas diperiksa: 1 info
    ");
}

#[test]
fn the_optional_keys_can_be_used_as_they_stand() {
    for kind in ["standar-pelayanan", "sop", "tupoksi"] {
        let text = sopan().args(["new", kind]).exits(0).stdout;
        let is_key = |line: &str| {
            let key = line
                .strip_prefix("# ")
                .and_then(|line| line.split_once(':'));
            key.is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        };
        let mut used = String::new();
        let mut in_key = false;
        for line in text.lines() {
            in_key = is_key(line) || (in_key && line.starts_with("#  "));
            let line = line.strip_prefix("# ").filter(|_| in_key).unwrap_or(line);
            used.push_str(&format!("{line}\n"));
        }
        assert!(used.contains("\npublikasi:\n"), "{used}");
        let args = ["check", "a.yaml", "--format", "json"];
        let report = sopan().file("a.yaml", &used).args(args).exits(1).json();
        for (_, finding) in findings(&report) {
            let name = &finding["name"];
            let is_blank = name == "isian-belum-diganti" || finding["severity"] == "info";
            assert!(is_blank, "{kind}: {finding}\n{used}");
        }
    }
}

#[test]
fn the_head_can_be_given() {
    let args = [
        "new",
        "sop",
        "--name",
        "Izin: #1 {a}",
        "--unit",
        "RSUD \"B\"\n'C'",
    ];
    let args = args
        .into_iter()
        .chain(["--region", "10.000", "--output", "a.yaml"]);
    let run = sopan().args(args);
    assert_eq!(run.exits(0).stdout, "");
    let text = fs::read_to_string(run.path("a.yaml")).unwrap();
    let document: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
    assert_eq!(document["nama"], "Izin: #1 {a}");
    assert_eq!(document["unit"], "RSUD \"B\" 'C'");
    assert_eq!(document["wilayah"], "10.000");
}

#[test]
fn no_file_is_overwritten() {
    let run = sopan()
        .file("a.yaml", "milik: orang\n")
        .args(["new", "sop", "--output", "a.yaml"]);
    let out = run.exits(2);
    assert_snapshot!(out.stderr, @"
    galat: berkas a.yaml sudah ada dan tidak ditimpa
       bantuan: Beri nama lain dengan `--output`, atau pindahkan berkas itu dahulu.
    ");
    assert_eq!(
        fs::read_to_string(run.path("a.yaml")).unwrap(),
        "milik: orang\n"
    );
}

#[test]
fn kinds_are_listed_and_suggested() {
    assert_snapshot!(sopan().args(["new"]).exits(0).stdout, @"
    Jenis dokumen:
      standar-pelayanan      Standar Pelayanan
      sop                    Standar Operasional Prosedur
      maklumat-pelayanan     Maklumat Pelayanan
      pengelolaan-pengaduan  Pengelolaan Pengaduan
      kode-etik              Kode Etik
      survei-kepuasan        Survei Kepuasan Masyarakat
      piagam-warga           Piagam Warga
      inovasi                Inovasi Pelayanan Publik
      zona-integritas        Zona Integritas
      tupoksi                Tugas Pokok dan Fungsi

    Templatnya: sopan new JENIS --output BERKAS
    ");
    assert_snapshot!(sopan().args(["new", "standar pelayananan"]).exits(2).stderr, @"
    galat: tidak ada jenis dokumen `standar pelayananan`
       bantuan: Mungkin maksud Anda `standar-pelayanan`.
    ");
    let out = sopan().args(["new", "Standar Pelayanan"]).exits(0);
    assert!(out.stdout.contains("\njenis: standar-pelayanan\n"));
}

#[test]
fn a_template_in_short() {
    let args = ["new", "kode-etik", "--unit", "Kecamatan Contoh"];
    assert_snapshot!(sopan().args(args).exits(0).stdout, @"
    # Draf Kode Etik.
    # Ganti setiap `mohon diisi`, lalu jalankan `sopan check` pada berkas ini.
    # Kunci yang diawali `#` tidak wajib: hapus `# ` di depannya untuk memakainya.

    jenis: kode-etik

    # Nama: Nama layanan atau prosedur, seperti pada keputusan penetapannya.
    # Dasar: Format dokumen sopan versi 1
    # Contoh: Penerbitan Kartu Keluarga karena Pindah Datang
    nama: mohon diisi

    # Unit penyelenggara: Nama resmi unit yang menyelenggarakan, tanpa singkatan.
    # Dasar: Format dokumen sopan versi 1
    unit: Kecamatan Contoh

    # Wilayah: Pemerintah daerah, kementerian, atau lembaganya.
    # Dasar: Format dokumen sopan versi 1
    # Contoh: Kota Pontianak
    wilayah: mohon diisi

    # Status: `draf` selama dokumen disusun, `ditetapkan` setelah ada keputusannya, `dicabut`
    #   bila tidak berlaku lagi. Draf boleh belum bernomor dan bertanggal.
    status: draf

    # Nomor: Nomor keputusan yang menetapkan dokumen ini, ditulis selengkapnya.
    # nomor: 000.8.3/41/DISDUKCAPIL/2025

    # Tanggal penetapan: Tanggal keputusan yang menetapkan dokumen ini.
    # tanggal_penetapan: 15 Januari 2026

    # Pejabat yang menetapkan: Pejabat yang menandatangani keputusannya.
    # ditetapkan_oleh:
    #   jabatan: Kepala Dinas Kependudukan dan Pencatatan Sipil
    #   nama: Dra. Ratna Puspitasari, M.Si.
    #   nip: '19690514 199403 2 004'

    # Tanggal tinjau ulang: Tanggal peninjauan ulang yang terakhir bersama masyarakat.
    # tinjau_ulang: 10 Maret 2026

    # Publikasi: Tempat masyarakat dapat membaca dokumen ini.
    # publikasi:
    #   - https://disdukcapil.contohkota.go.id/standar-pelayanan
    #   - Papan informasi ruang pelayanan

    # Jenis ini boleh memuat bagian lain; tambahkan di bawah.
    ");
    let args = ["new", "sop", "--lang", "en"];
    let text = sopan().args(args).exits(0).stdout;
    let steps = text.find("\nprosedur:\n").unwrap();
    assert_snapshot!(&text[steps..], @"

    prosedur:
      - no: 1
        uraian: mohon diisi
        pelaksana: mohon diisi
        simbol: mulai
        kelengkapan: mohon diisi
        waktu: mohon diisi
        output: mohon diisi
      - no: 2
        uraian: mohon diisi
        pelaksana: mohon diisi
        simbol: selesai
        kelengkapan: mohon diisi
        waktu: mohon diisi
        output: mohon diisi
    ");
}

#[test]
fn the_template_of_tasks_asks_for_tasks() {
    let text = sopan().args(["new", "tupoksi"]).exits(0).stdout;
    let tasks = text.find("\n# Dasar hukum").unwrap();
    assert_snapshot!(&text[tasks..], @"

    # Dasar hukum: Peraturan tentang susunan organisasi yang memuat tugas ini.
    # Contoh:
    #   - Peraturan Wali Kota Contoh Nomor 41 Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi, serta Tata Kerja Dinas Kependudukan dan Pencatatan Sipil
    dasar_hukum:
      - mohon diisi

    # Tugas: Satu butir untuk setiap tugas. SOP menyebut `id` tugas yang dijalankannya, misalnya
    #   `tupoksi: [T-01]`.
    # Dasar: Format dokumen sopan versi 1
    # Contoh:
    #   - id: T-01
    #     uraian: Menerbitkan Kartu Keluarga
    #   - id: T-02
    #     uraian: Merekam data dan menerbitkan KTP elektronik
    tugas:
      - id: T-01
        uraian: mohon diisi
      - id: T-02
        uraian: mohon diisi

    # Jenis ini boleh memuat bagian lain; tambahkan di bawah.
    ");
    let document: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
    assert_eq!(document["tugas"][1]["id"], "T-02");
}

const CITY: &str = "
pack: kota-contoh
title: { id: Kota Contoh, en: City of Contoh }
source: Perwal
kinds: [{ name: izin-keramaian, title: { id: Izin Keramaian, en: Crowd permit }, source: Perwal }]
";

#[test]
fn a_pack_of_a_city_brings_its_own() {
    let keys = "keys: { telepon: { title: { id: Telepon, en: Telephone }, form: text } }\n";
    let guide = "guide: [{ key: telepon, template: '{isi}', example: (0561) 555123 }]\n";
    let text = sopan()
        .file("kota.yaml", &format!("{CITY}{keys}{guide}"))
        .args(["new", "izin-keramaian", "--rules", "kota.yaml"])
        .exits(0)
        .stdout;
    assert!(
        text.contains("# Telepon\n# Contoh: (0561) 555123\ntelepon: mohon diisi\n"),
        "{text}"
    );
}

#[test]
fn mistakes_in_a_guide_are_shown_at_their_place() {
    let guide = "guide:\n- key: namaa\n- { key: unit, example: '[a' }\n- key: unit\n";
    let out = sopan()
        .file("kota.yaml", &format!("{CITY}{guide}"))
        .args(["rules", "--rules", "kota.yaml"])
        .exits(2);
    assert_snapshot!(out.stderr, @"
    galat: kunci `namaa` tidak dikenal paket mana pun
       ╭─[kota.yaml:7:8]
     6 │ guide:
     7 │ - key: namaa
       ·        ─────
     8 │ - { key: unit, example: '[a' }
       ╰────
       bantuan: Mungkin maksud Anda `nama`.

    galat: ini bukan satu nilai YAML yang benar
       ╭─[kota.yaml:8:25]
     7 │ - key: namaa
     8 │ - { key: unit, example: '[a' }
       ·                         ────
     9 │ - key: unit
       ╰────

    galat: `unit` sudah dijelaskan di atas
       ╭─[kota.yaml:9:8]
     8 │ - { key: unit, example: '[a' }
     9 │ - key: unit
       ·        ────
       ╰────

    galat: paket aturan belum dapat dipakai: 3 kesalahan
    ");
}
