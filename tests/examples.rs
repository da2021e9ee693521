//! The example city: its whole report, and the documents in it that must stay without a
//! finding. When rules are added, look at the change of the snapshot and accept it with
//! `cargo insta review`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::path::Path;

use common::{Sopan, copy, findings, sopan};

/// Documents that were written to have no gap.
const PERFECT: [&str; 17] = [
    "disdukcapil/sp-kartu-keluarga-pindah-datang.yaml",
    "disdukcapil/sp-akta-kelahiran.yaml",
    "disdukcapil/sop-penerbitan-kartu-keluarga.yaml",
    "disdukcapil/sop-perekaman-ktp-el.yaml",
    "dpmptsp/sp-surat-izin-praktik-perawat.yaml",
    "dpmptsp/sp-persetujuan-bangunan-gedung.yaml",
    "dpmptsp/sop-persetujuan-bangunan-gedung.yaml",
    "dinkes/puskesmas-melati/sp-pemeriksaan-umum.yaml",
    "dinkes/puskesmas-melati/sp-imunisasi-dasar.yaml",
    "dinkes/puskesmas-melati/sop-pendaftaran-pasien.yaml",
    "rsud/sp-gawat-darurat.yaml",
    "rsud/sop-pelayanan-gawat-darurat.yaml",
    "kecamatan-contoh-barat/sp-legalisasi-sktm.yaml",
    "disdukcapil/tupoksi.yaml",
    "kecamatan-contoh-utara/maklumat.yaml",
    "kecamatan-contoh-utara/sp-pelayanan-umum.yaml",
    "kecamatan-contoh-utara/sop-penerimaan-berkas-kependudukan.yaml",
];

fn examples() -> Sopan {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    sopan().with(|folder| copy(&from, &folder.join("examples")))
}

#[test]
fn the_whole_report() {
    let out = examples()
        .args(["check", "examples/", "--show", "all"])
        .exits(1);
    insta::assert_snapshot!("examples", out.stdout);
    assert_eq!(out.stderr, "");
}

#[test]
fn good_documents_have_no_finding() {
    let args = [
        "check",
        "examples",
        "--format",
        "json",
        "--fail-on",
        "never",
    ];
    let report = examples().args(args).exits(0).json();
    let found: Vec<_> = findings(&report)
        .into_iter()
        .filter(|(file, _)| PERFECT.iter().any(|name| file.ends_with(name)))
        .map(|(file, finding)| format!("{file} {} {}", finding["rule"], finding["message"]))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    for name in PERFECT {
        let documents = report["documents"].as_array().unwrap();
        let is_named = |file: &str| file == format!("examples/kota-contoh/{name}");
        assert!(
            documents
                .iter()
                .any(|d| is_named(d["file"].as_str().unwrap())),
            "{name}"
        );
    }
}

/// The audit of a year ago stays readable, and shows every way in which documents change.
#[test]
fn the_audit_of_last_year_is_compared() {
    let last = "examples/kota-contoh/audit-2025.json";
    let args = ["audit", "examples", "--compare", last, "--format", "json"];
    let report = examples().args(args).exits(0).json();
    let comparison = &report["comparison"];
    assert_eq!(comparison["today"], "2025-11-20");
    let trend = |name: &str| {
        let documents = comparison["documents"].as_array().unwrap();
        let file = format!("examples/kota-contoh/{name}");
        let mut of = documents.iter().filter(|one| one["file"] == file);
        let one = of.next().expect(name).clone();
        (one["trend"].clone(), one)
    };
    assert_eq!(trend("disdukcapil/sp-akta-kelahiran.yaml").0, "better");
    assert_eq!(
        trend("dpmptsp/sp-izin-penyelenggaraan-reklame.yaml").0,
        "worse"
    );
    assert_eq!(trend("rsud/sop-pelayanan-gawat-darurat.yaml").0, "new");
    assert_eq!(trend("dpmptsp/sp-izin-gangguan.yaml").0, "gone");
    let (same, moved) = trend("kecamatan-contoh-utara/sp-pelayanan-umum.yaml");
    assert_eq!(same, "same");
    assert_eq!(
        moved["moved_from"],
        "examples/kota-contoh/kecamatan-contoh-utara/sp-kecamatan.yaml"
    );
    for count in ["new", "mended", "remaining", "gone"] {
        assert!(
            comparison["findings"][count].as_u64().unwrap() > 0,
            "{count}"
        );
    }
}
