//! `sopan.yaml`: what it changes, what is said about it, `sopan settings` and `sopan init`.

#[cfg(unix)]
mod beyond;
#[path = "../common/mod.rs"]
mod common;
mod counts;
mod mistakes;
mod packs;
mod shown;
mod starter;

use crate::common::{Sopan, sopan};

const DRAFT: &str =
    "jenis: standar-pelayanan\nnama: Kartu\nunit: Dinas Contoh\njangka_waktu: segera\n";

/// A folder with `.git`, so that no settings above it count.
fn repository() -> Sopan {
    sopan().file(".git/HEAD", "")
}

/// The codes found, by file.
fn codes(stdout: &str) -> Vec<String> {
    let found = stdout.lines().filter_map(|line| {
        let (file, rest) = line.split_once(':')?;
        let code = rest.split_once('[')?.1.split_once(']')?.0;
        Some(format!("{file} {code}"))
    });
    found.collect()
}
