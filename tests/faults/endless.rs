//! Files that never end, where a file is wanted: refused, whoever names them.

use std::{path::Path, process::Command};

use insta::assert_snapshot;

use super::{FAULTY, end};
use crate::common::sopan;

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn devices_are_refused() {
    let run = sopan().file("a.yaml", FAULTY);
    let told = |args: &[&str]| {
        let ended = end(run.command().args(args));
        assert_eq!(ended.code, Some(2), "{args:?}: {ended:?}");
        ended.stderr
    };
    let all = [
        told(&["check", "a.yaml", "--baseline", "/dev/zero"]),
        told(&[
            "check",
            "a.yaml",
            "--write-baseline",
            "--baseline",
            "/dev/full",
        ]),
        told(&["audit", "a.yaml", "--compare", "/dev/zero"]),
        told(&["merge", "/dev/zero"]),
        told(&["check", "a.yaml", "--rules", "/dev/zero"]),
        told(&["check", "a.yaml", "--settings", "/dev/zero"]),
    ];
    assert_snapshot!(all.join("\n"), @"
    galat: baseline /dev/zero tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau
           perangkat

    galat: baseline /dev/full tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau
           perangkat

    galat: audit sebelumnya /dev/zero tidak dapat dibaca: ini bukan berkas biasa, melainkan folder,
           pipa, atau perangkat
       bantuan: Yang diperlukan: hasil `sopan audit --format json --output audit.json` dari pemeriksaan
                sebelumnya.

    galat: berkas fakta /dev/zero tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa,
           atau perangkat
       bantuan: Jalankan kembali `sopan check --facts-out` atau `sopan audit --facts-out` untuk bagian
                itu, dengan versi sopan, paket aturan, dan tanggal yang sama dengan bagian lainnya.

    galat: paket aturan /dev/zero tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa,
           atau perangkat

    galat: setelan /dev/zero tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau
           perangkat
    ");
}

/// Settings of a stranger may name a pipe to which nobody writes.
#[test]
fn a_pipe_for_a_baseline_is_refused() {
    let run = sopan()
        .file("d/a.yaml", FAULTY)
        .file("d/sopan.yaml", "baseline: b.jsonl\nrules: []\n")
        .with(|folder| pipe(&folder.join("d/b.jsonl")));
    let ended = end(run.command().args(["check", "d"]));
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"
    galat: baseline d/b.jsonl tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau
           perangkat
    ");
}

/// `sopan merge <(zcat fakta.gz)` and the like.
#[test]
fn a_pipe_that_a_person_names_is_read() {
    let run = sopan().file("a.yaml", FAULTY);
    let args = ["check", "a.yaml", "--facts-out", "a.fakta"];
    let args = args.iter().chain(&["--today", "2026-11-21"]);
    let ended = end(run.command().args(args));
    assert_eq!(ended.code, Some(1), "{ended:?}");
    let script = format!(
        "cat a.fakta | {} merge /dev/stdin --today 2026-11-21",
        env!("CARGO_BIN_EXE_sopan")
    );
    let mut command = Command::new("sh");
    let ended = end(command.args(["-c", &script]).current_dir(run.path("")));
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.stdout.contains("1 dokumen"), "{ended:?}");
}
