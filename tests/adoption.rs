//! A team adopts sopan on Monday, and fails only on new gaps by Tuesday.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;

use common::{Sopan, sopan};
use insta::assert_snapshot;

fn old(number: usize) -> String {
    format!(
        "jenis: standar-pelayanan\nnama: Layanan Nomor {number}\nunit: Dinas Contoh\n\
         wilayah: Kota Contoh\npersyaratan:\n  - KTP asli\njangka_waktu: secepatnya\n"
    )
}

/// Forty old documents in four units, with settings that name a baseline.
fn city() -> Sopan {
    let run = sopan().file("sopan.yaml", "baseline: sopan-baseline.jsonl\n");
    (1..=40).fold(run, |run, number| {
        run.file(&format!("unit{}/sp{number}.yaml", number % 4), &old(number))
    })
}

fn check(run: Sopan, args: &[&str]) -> Sopan {
    let all = ["check", ".", "--format", "concise"].iter().chain(args);
    run.args(all.copied())
}

fn change(run: &Sopan, file: &str, from: &str, to: &str) {
    let path = run.path(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn a_team_adopts_sopan() {
    let run = check(city(), &["--write-baseline"]);
    assert_snapshot!(run.exits(0).stdout, @"
    40 dokumen dalam 40 berkas diperiksa: tidak ada temuan
    520 temuan sudah tercatat di baseline
    ");

    // One new gap fails, and it alone.
    change(
        &run,
        "unit1/sp1.yaml",
        "KTP asli",
        "KTP asli\nbiaya: terserah",
    );
    let run = check(run, &[]);
    assert_snapshot!(run.exits(1).stdout, @"
    unit1/sp1.yaml:7:8: galat[BYA001] Biaya `terserah` tidak memberi kepastian
    40 dokumen dalam 40 berkas diperiksa: 1 galat
    519 temuan sudah tercatat di baseline
    1 catatan baseline sudah tidak ditemukan; hapus dengan --prune-baseline:
      SP005  unit1/sp1.yaml /biaya
    ");

    // Silenced with a reason, it passes; the reason stands in the file.
    let run = check(
        run,
        &[
            "--add-ignores",
            "tarif ditetapkan bulan depan, sampai 2027-01-31",
        ],
    );
    run.exits(0);
    let text = fs::read_to_string(run.path("unit1/sp1.yaml")).unwrap();
    assert_snapshot!(text, @"
    jenis: standar-pelayanan
    nama: Layanan Nomor 1
    unit: Dinas Contoh
    wilayah: Kota Contoh
    persyaratan:
      - KTP asli
    # sopan: abaikan BYA001 sampai 2027-01-31 -- tarif ditetapkan bulan depan
    biaya: terserah
    jangka_waktu: secepatnya
    ");
    let run = check(run, &[]);
    run.exits(0);

    // After that day it counts again.
    let late = run.args(["check", ".", "--today", "2027-02-01", "--format", "concise"]);
    let run = late.without_today();
    assert_snapshot!(run.exits(1).stdout, @"
    unit1/sp1.yaml:7:1: peringatan[DOK023] Pengabaian `BYA001` hanya berlaku sampai 2027-01-31
    unit1/sp1.yaml:8:8: galat[BYA001] Biaya `terserah` tidak memberi kepastian
    40 dokumen dalam 40 berkas diperiksa: 1 galat, 1 peringatan
    519 temuan sudah tercatat di baseline
    1 catatan baseline sudah tidak ditemukan; hapus dengan --prune-baseline:
      SP005  unit1/sp1.yaml /biaya
    ");

    // An old gap that was mended is told, and taken out of the baseline.
    change(&run, "unit2/sp2.yaml", "secepatnya", "3 (tiga) hari kerja");
    let run = check(run, &["--today", "2026-11-21"]);
    assert_snapshot!(run.exits(0).stdout, @"
    40 dokumen dalam 40 berkas diperiksa: tidak ada temuan
    1 temuan diabaikan dengan komentar (lihat dengan --no-ignores)
    518 temuan sudah tercatat di baseline
    2 catatan baseline sudah tidak ditemukan; hapus dengan --prune-baseline:
      SP005  unit1/sp1.yaml /biaya
      WKT001  unit2/sp2.yaml /jangka_waktu
    ");
    let before = fs::read_to_string(run.path("sopan-baseline.jsonl")).unwrap();
    let run = check(run, &["--prune-baseline", "--today", "2026-11-21"]);
    run.exits(0);
    let after = fs::read_to_string(run.path("sopan-baseline.jsonl")).unwrap();
    let gone: Vec<_> = before
        .lines()
        .filter(|line| !after.contains(*line))
        .collect();
    let has = |file: &str, rule: &str| {
        let is_it = |line: &&str| line.contains(file) && line.contains(rule);
        gone.iter().any(is_it)
    };
    // The missing cost is mended as well: what stands there now is the silenced gap.
    assert!(has("unit1/sp1.yaml", "SP005"), "{gone:?}");
    assert!(has("unit2/sp2.yaml", "WKT001"), "{gone:?}");
    assert_eq!(gone.len(), 2, "{gone:?}");
}
