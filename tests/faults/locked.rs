//! Files and folders that may not be written.

use std::{
    fs,
    os::unix::fs::{MetadataExt, chown},
};

use insta::assert_snapshot;

use super::{AS_OTHERS, FAULTY, end, mode, names_in, through};
use crate::common::sopan;

#[test]
fn a_folder_that_is_read_only_keeps_its_files_and_others_are_mended() {
    let run = sopan()
        .file("beku/a.yaml", FAULTY)
        .file("lain/b.yaml", FAULTY)
        .args(["check", "--fix", "--format", "concise"])
        .with(|folder| mode(&folder.join("beku"), 0o555));
    let ended = end(&mut through(&run, AS_OTHERS));
    mode(&run.path("beku"), 0o755);
    let read = |name| fs::read_to_string(run.path(name)).unwrap();
    assert_eq!(read("beku/a.yaml"), FAULTY);
    assert!(read("lain/b.yaml").contains("Rp5.000,00"));
    assert_eq!(names_in(&run.path("beku")), ["a.yaml"]);
    assert_eq!(names_in(&run.path("lain")), ["b.yaml"]);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"
    galat: beku/a.yaml tidak dapat diperbaiki: foldernya ditandai hanya dapat dibaca
    2 temuan diperbaiki di 1 berkas
    ");
}

#[test]
fn a_folder_of_someone_else_keeps_its_files() {
    let run = sopan()
        .file("orang/a.yaml", FAULTY)
        .args(["check", "--fix", "--format", "concise"]);
    // Only root can give a folder away; for others the test above says as much.
    if chown(run.path("orang"), Some(65_534), None).is_err() {
        return;
    }
    let ended = end(&mut through(&run, AS_OTHERS));
    assert_eq!(
        fs::read_to_string(run.path("orang/a.yaml")).unwrap(),
        FAULTY
    );
    assert_eq!(names_in(&run.path("orang")), ["a.yaml"]);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"
    galat: orang/a.yaml tidak dapat diperbaiki: tidak diizinkan oleh sistem
    tidak ada yang diperbaiki
    ");
}

#[test]
fn what_is_replaced_keeps_its_owner_and_permissions() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .file("lap", "lama\n")
        .file("fakta", "lama\n")
        .args(["check", "--write-baseline"]);
    run.exits(0);
    let names = ["a.yaml", "lap", "fakta", "sopan-baseline.jsonl"];
    let all = |name| chown(run.path(name), Some(65_534), Some(65_533));
    // Only root can give a file away.
    if names.map(all).iter().any(Result::is_err) {
        return;
    }
    names.iter().for_each(|name| mode(&run.path(name), 0o660));
    let before = names.map(|name| fs::metadata(run.path(name)).unwrap().ino());
    let run = run.args(["check", "--facts-out", "fakta", "--output", "lap"]);
    run.exits(1);
    let run = run.args(["check", "--fix"]);
    run.exits(1);
    let run = run.args(["check", "--write-baseline"]);
    run.exits(0);
    for (name, before) in names.into_iter().zip(before) {
        let meta = fs::metadata(run.path(name)).unwrap();
        assert_ne!(meta.ino(), before, "{name} is replaced");
        assert_eq!((meta.uid(), meta.gid()), (65_534, 65_533), "{name}");
        assert_eq!(meta.mode() & 0o7777, 0o660, "{name}");
    }
}

#[test]
fn a_document_that_may_not_be_read_is_a_finding() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .file("rahasia/b.yaml", FAULTY)
        .file("tutup.yaml", FAULTY)
        .args(["check", "--format", "concise", "--select", "DOK"])
        .with(|folder| {
            mode(&folder.join("rahasia"), 0);
            mode(&folder.join("tutup.yaml"), 0);
        });
    let ended = end(&mut through(&run, AS_OTHERS));
    mode(&run.path("rahasia"), 0o755);
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert_eq!(ended.stderr, "");
    assert_snapshot!(ended.stdout, @"
    rahasia:1:1: galat[DOK001] Berkas tidak dapat dibaca: tidak diizinkan oleh sistem
    tutup.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tidak diizinkan oleh sistem
    1 dokumen dalam 3 berkas diperiksa: 2 galat
    2 berkas tidak dapat dibaca
    ");
}

#[test]
fn a_baseline_that_cannot_be_written_is_said_and_stays() {
    let folder_in_its_place = sopan()
        .file("a.yaml", FAULTY)
        .file("b.jsonl/isi.txt", "isi\n")
        .args(["check", "--baseline", "b.jsonl", "--write-baseline"]);
    let ended = end(&mut folder_in_its_place.command());
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"galat: baseline b.jsonl tidak dapat dibaca: ini folder, bukan berkas");
    assert_eq!(names_in(&folder_in_its_place.path("b.jsonl")), ["isi.txt"]);

    let no_folder = sopan().file("a.yaml", FAULTY).args([
        "check",
        "--baseline",
        "tiada/b.jsonl",
        "--write-baseline",
    ]);
    let ended = end(&mut no_folder.command());
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"galat: baseline tiada/b.jsonl tidak dapat ditulis: berkas atau folder yang dituju tidak ada");
    assert_eq!(names_in(&no_folder.path("")), ["a.yaml"]);

    let locked = sopan()
        .file("a.yaml", FAULTY)
        .args(["check", "--baseline", "kunci/b.jsonl", "--write-baseline"])
        .with(|folder| fs::create_dir(folder.join("kunci")).unwrap());
    locked.exits(0);
    let before = fs::read(locked.path("kunci/b.jsonl")).unwrap();
    fs::write(locked.path("c.yaml"), FAULTY).unwrap();
    mode(&locked.path("kunci/b.jsonl"), 0o444);
    mode(&locked.path("kunci"), 0o555);
    let ended = end(&mut through(&locked, AS_OTHERS));
    mode(&locked.path("kunci"), 0o755);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"galat: baseline kunci/b.jsonl tidak dapat ditulis: tidak diizinkan oleh sistem");
    assert!(fs::read(locked.path("kunci/b.jsonl")).unwrap() == before);
    assert_eq!(names_in(&locked.path("kunci")), ["b.jsonl"]);
}

#[test]
fn a_baseline_alone_in_a_locked_folder_is_renewed_in_place() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .args(["check", "--baseline", "kunci/b.jsonl", "--write-baseline"])
        .with(|folder| fs::create_dir(folder.join("kunci")).unwrap());
    run.exits(0);
    let before = fs::read_to_string(run.path("kunci/b.jsonl")).unwrap();
    fs::write(run.path("c.yaml"), FAULTY).unwrap();
    mode(&run.path("kunci"), 0o555);
    let ended = end(&mut through(&run, AS_OTHERS));
    mode(&run.path("kunci"), 0o755);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    let after = fs::read_to_string(run.path("kunci/b.jsonl")).unwrap();
    assert!(after.len() > before.len());
    assert_eq!(names_in(&run.path("kunci")), ["b.jsonl"]);
}
