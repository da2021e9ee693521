//! `sopan check --fix`, `--unsafe-fixes` and `--diff` as a user meets them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

#[path = "../common/mod.rs"]
mod common;
mod places;
mod skeleton;
mod written;

use std::fs;

use crate::common::Sopan;

const FAULTY: &str = "\
# kepala tetap
jenis: sop
nama: Legalisasi   # bukan izin

dasar_hukum:
  - Undang-undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
  # alasan tetap
  - Undang-undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
persayaratan: 'KTP asli'
jangka_waktu: 30 mnt
biaya: \"Rp. 5.000,-\"
";

const MENDED: &str = "\
# kepala tetap
jenis: sop
nama: Legalisasi   # bukan izin

dasar_hukum:
  - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
  # alasan tetap
persyaratan: 'KTP asli'
jangka_waktu: 30 (tiga puluh) menit
biaya: \"Rp5.000,00\"
";

fn only_files(run: &Sopan, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(run.path(folder)).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
