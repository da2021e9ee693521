//! Files that change while a run is under way.
//!
//! A run finds its files first, then reads standard input to its end, then the files: as long as
//! standard input stays open, a test can change what was found.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    os::unix::fs::symlink,
    path::Path,
    process::{Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use insta::assert_snapshot;

use super::{Ended, FAULTY, end_of, names_in};
use crate::common::sopan;

/// More than a pipe holds: once it is written the run reads, and has found its files.
fn long_input() -> String {
    format!("{FAULTY}{}", "# catatan\n".repeat(20_000))
}

/// Runs the command, whose standard input is a document, and changes files once they were found.
#[track_caller]
fn changed_meanwhile(command: &mut Command, change: impl FnOnce()) -> Ended {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(long_input().as_bytes()).unwrap();
    change();
    drop(stdin);
    end_of(child)
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn what_became_of_a_file_is_a_finding_and_the_rest_is_checked() {
    let names = [
        "berlipat", "folder", "hilang", "kosong", "pipa", "putar", "tetap",
    ];
    let run = names.iter().fold(sopan(), |run, name| {
        run.file(&format!("d/{name}.yaml"), FAULTY)
    });
    let run = run.args([
        "check", "-", "d", "--format", "concise", "--select", "DOK,BHS",
    ]);
    let change = || {
        let path = |name: &str| run.path(&format!("d/{name}.yaml"));
        for gone in ["folder", "hilang", "pipa", "putar"] {
            fs::remove_file(path(gone)).unwrap();
        }
        fs::create_dir(path("folder")).unwrap();
        pipe(&path("pipa"));
        symlink("putar.yaml", path("putar")).unwrap();
        fs::write(path("kosong"), "").unwrap();
        fs::write(path("berlipat"), vec![b'#'; 9 << 20]).unwrap();
    };
    let ended = changed_meanwhile(&mut run.command(), change);
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert_eq!(ended.stderr, "");
    assert_snapshot!(ended.stdout, @"
    d/berlipat.yaml:1:1: galat[DOK002] Berkas lebih besar dari 8 MiB sehingga tidak dibaca
    d/folder.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau perangkat
    d/hilang.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: berkas atau folder yang dituju tidak ada
    d/pipa.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau perangkat
    d/putar.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautannya berputar ke dirinya sendiri
    2 dokumen dalam 7 berkas diperiksa: 5 galat
    5 berkas tidak dapat dibaca
    1 berkas YAML tanpa `jenis` dilewati (lihat --files)
    ");
}

#[test]
fn an_audit_goes_on_without_a_file_that_vanished() {
    let run = sopan()
        .file("d/a.yaml", FAULTY)
        .file("d/b.yaml", FAULTY)
        .args(["audit", "-", "d", "--format", "json"]);
    let ended = changed_meanwhile(&mut run.command(), || {
        fs::remove_file(run.path("d/a.yaml")).unwrap();
    });
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(ended.stderr, "");
    assert!(ended.stdout.contains("d/b.yaml"), "{}", ended.stdout);
    assert!(ended.stdout.contains("d/a.yaml"), "{}", ended.stdout);
}

#[test]
fn a_file_that_vanished_is_not_made_again_by_fixes() {
    let run = sopan()
        .file("d/a.yaml", FAULTY)
        .file("d/b.yaml", FAULTY)
        .args(["check", "-", "d", "--fix", "--format", "concise"]);
    let ended = changed_meanwhile(&mut run.command(), || {
        fs::remove_file(run.path("d/a.yaml")).unwrap();
    });
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert_eq!(names_in(&run.path("d")), ["b.yaml"]);
    let mended = fs::read_to_string(run.path("d/b.yaml")).unwrap();
    assert!(mended.contains("Rp5.000,00"), "{mended}");
}

#[test]
fn the_folder_itself_vanishes() {
    let run = sopan()
        .file("d/a.yaml", FAULTY)
        .args(["check", "-", "d", "--format", "concise", "--select", "DOK"]);
    let ended = changed_meanwhile(&mut run.command(), || {
        fs::remove_dir_all(run.path("d")).unwrap();
    });
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert_snapshot!(ended.stdout, @"
    d/a.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: berkas atau folder yang dituju tidak ada
    1 dokumen dalam 2 berkas diperiksa: 1 galat
    1 berkas tidak dapat dibaca
    ");
}

#[test]
fn a_file_that_grows_while_it_is_read_ends_all_the_same() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .args(["check", "--format", "json"]);
    let path = run.path("a.yaml");
    let is_over = AtomicBool::new(false);
    let ended = thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = OpenOptions::new().append(true).open(&path).unwrap();
            // A little at a time, and no more than a disk can spare.
            for _ in 0..50_000 {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                file.write_all(&[b'#'; 1024]).unwrap();
            }
        });
        let ended = super::end(&mut run.command());
        is_over.store(true, Ordering::Relaxed);
        ended
    });
    assert_eq!(ended.code, Some(1), "{}", ended.stderr);
    assert_eq!(ended.stderr, "");
    let report: serde_json::Value = serde_json::from_str(&ended.stdout).unwrap();
    assert!(!crate::common::findings(&report).is_empty());
}

#[test]
fn files_that_vanish_one_after_another_never_break_a_run() {
    let run = (0..1_500).fold(sopan(), |run, number| {
        run.file(&format!("d/{number:04}.yaml"), FAULTY)
    });
    let run = run.args([
        "check",
        "d",
        "--fix",
        "--format",
        "concise",
        "--fail-on",
        "never",
    ]);
    let child = run
        .command()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // From the back, while the run works from the front.
    for number in (0..1_500).rev() {
        fs::remove_file(run.path(&format!("d/{number:04}.yaml"))).unwrap();
        thread::sleep(std::time::Duration::from_micros(500));
    }
    let ended = end_of(child);
    assert!(
        matches!(ended.code, Some(0 | 2)),
        "{:?} {}",
        ended.code,
        ended.stderr
    );
    assert!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
    let hidden = |name: &String| name.starts_with('.');
    assert!(!names_in(&run.path("d")).iter().any(hidden));
}
