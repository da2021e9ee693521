//! What earlier runs found is used again, and changes nothing that is told.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;
#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
};

use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use self::common::{Output, Sopan, sopan};

/// As many documents as it takes for anything to be kept, and more.
const COUNT: usize = 100;

/// Where results are kept in these tests.
const KEPT: &str = "simpanan";

/// A folder `documents` with documents.
fn city() -> Sopan {
    sopan()
        .with(|folder| drop(corpus::write(COUNT, &folder.join("documents")).unwrap()))
        .file("documents/ci.yaml", "on: push\n")
        .file("documents/rusak.yaml", "jenis: 'sop\n")
        .bytes("documents/biner.yaml", b"\xff\xfe\x00")
        .file(
            "documents/diam.yaml",
            "# sopan: abaikan BHS001 sampai 2026-12-31 -- menunggu\n\njenis: sop\nnama: TBD\n",
        )
}

impl Sopan {
    /// Runs with results that are kept; the folder of the run has both.
    fn keeping(self) -> Self {
        let folder = self.path(KEPT);
        self.env("SOPAN_CACHE_DIR", folder.to_str().unwrap())
    }
}

/// The files in which results are kept.
fn caches(run: &Sopan) -> Vec<PathBuf> {
    let entries = fs::read_dir(run.path(KEPT)).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "sopan-cache"));
    paths.sort();
    paths
}

/// The run as it is without anything kept, when something is first kept, and when that is used.
#[track_caller]
fn all_ways(mut run: Sopan, args: &[&str], code: i32) -> (Output, Sopan) {
    run = run.args(args.iter().chain(&["--no-cache"]));
    let plain = run.exits(code);
    assert_eq!(caches(&run), Vec::<PathBuf>::new(), "{args:?}");
    run = run.args(args);
    assert_eq!(run.exits(code), plain, "{args:?}");
    let kept = caches(&run);
    assert_eq!(kept.len(), 1, "{args:?}");
    let before = fs::read(&kept[0]).unwrap();
    assert_eq!(run.exits(code), plain, "{args:?}");
    assert_eq!(fs::read(&kept[0]).unwrap(), before, "nothing was new");
    (plain, run)
}

#[test]
fn what_is_told_is_the_same_in_every_form() {
    let (_, mut run) = all_ways(city().keeping(), &["check", "documents"], 1);
    let checks: [&[&str]; 12] = [
        &["--format", "human", "--show", "all"],
        &["--format", "concise"],
        &["--format", "json"],
        &["--format", "ndjson"],
        &["--format", "sarif"],
        &["--format", "junit"],
        &["--format", "github"],
        &["--format", "gitlab"],
        &["--format", "markdown"],
        &["--statistics", "--lang", "en"],
        &["--no-ignores", "--min-score", "90"],
        &["--select", "HKM,KOR"],
    ];
    for more in checks {
        run = same(run, &[&["check", "documents"], more].concat(), 1);
    }
    let kept = caches(&run);
    run = same(run, &["check", "documents", "--files"], 0);
    assert_eq!(caches(&run), kept);
    let audit = ["audit", "documents", "--format"];
    let (_, mut run) = all_ways(city().keeping(), &[&audit[..], &["human"]].concat(), 0);
    for format in ["json", "csv", "markdown"] {
        run = same(run, &[&audit[..], &[format]].concat(), 0);
    }
}

/// The run with what was kept says the same as the run without.
#[track_caller]
fn same(mut run: Sopan, args: &[&str], code: i32) -> Sopan {
    run = run.args(args.iter().chain(&["--no-cache"]));
    let plain = run.exits(code);
    run = run.args(args);
    assert_eq!(run.exits(code), plain, "{args:?}");
    run
}

/// Writes a cache again, with other results.
fn change(path: &Path, change: impl Fn(String) -> String) {
    let mut old = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut new = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..old.len() {
        let mut entry = old.by_index(at).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        new.start_file(entry.name().unwrap().into_owned(), options)
            .unwrap();
        new.write_all(change(text).as_bytes()).unwrap();
    }
    fs::write(path, new.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn what_was_kept_is_used() {
    let (plain, run) = all_ways(
        city().keeping(),
        &["check", "documents", "--format", "json"],
        1,
    );
    let path = &caches(&run)[0];
    change(path, |text| {
        text.replace("\"severity\":\"error\"", "\"severity\":\"info\"")
    });
    let changed = run.exits(1);
    assert_ne!(changed, plain);
    // Whatever is no result is looked for again, and kept.
    for wrong in ["", "{\"made\":\"2026-11-21\"}"] {
        change(path, |_| wrong.to_owned());
        assert_eq!(run.exits(1), plain, "{wrong:?}");
        assert_eq!(run.exits(1), plain, "{wrong:?}");
        change(path, |text| {
            assert_ne!(text, wrong);
            text
        });
    }
}

/// What it is, how it is made, and with which arguments.
type Change<'a> = (&'a str, Box<dyn FnOnce()>, &'a [&'a str]);

#[test]
fn what_changes_is_looked_at_again() {
    let run = city()
        .keeping()
        .args(["check", "documents", "--format", "json"]);
    run.exits(1);
    let documents = run.path("documents");
    let first = fs::read_dir(&documents).unwrap();
    let folder = first
        .map(|entry| entry.unwrap().path())
        .find(|path| path.is_dir());
    let mut files: Vec<_> = walkdir::WalkDir::new(folder.unwrap())
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.is_file())
        .collect();
    let mut file = || files.pop().unwrap();
    let changes: [Change; 11] = [
        (
            "a document",
            Box::new({
                let path = file();
                move || {
                    fs::write(
                        &path,
                        fs::read_to_string(&path).unwrap() + "tambahan: TBD\n",
                    )
                    .unwrap()
                }
            }),
            &[],
        ),
        (
            "the name of a document",
            Box::new({
                let path = file();
                move || fs::rename(&path, path.with_file_name("00.yaml")).unwrap()
            }),
            &[],
        ),
        (
            "a copy of a document",
            Box::new({
                let path = file();
                move || assert!(fs::copy(&path, path.with_file_name("01.yaml")).is_ok())
            }),
            &[],
        ),
        (
            "one less",
            Box::new({
                let path = file();
                move || fs::remove_file(&path).unwrap()
            }),
            &[],
        ),
        (
            "severity",
            Box::new({
                let path = run.path("sopan.yaml");
                move || fs::write(path, "severity: { DOK004: warning }\n").unwrap()
            }),
            &[],
        ),
        (
            "the region of documents without one",
            Box::new({
                let path = run.path("sopan.yaml");
                move || fs::write(path, "region: Kota Banjarmasin\n").unwrap()
            }),
            &[],
        ),
        ("the year", Box::new(|| ()), &["--today", "2031-01-01"]),
        (
            "the day on which a comment ends",
            Box::new(|| ()),
            &["--today", "2027-01-01"],
        ),
        (
            "an earlier day",
            Box::new(|| ()),
            &["--today", "2025-01-01"],
        ),
        (
            "rules",
            Box::new({
                let path = run.path("aturan.yaml");
                move || fs::write(path, PACK).unwrap()
            }),
            &["--rules", "aturan.yaml"],
        ),
        (
            "a rule",
            Box::new({
                let path = run.path("aturan.yaml");
                move || fs::write(path, PACK.replace("jangka_waktu", "biaya")).unwrap()
            }),
            &["--rules", "aturan.yaml"],
        ),
    ];
    let mut run = run.without_today();
    let mut last = None;
    for (what, change, args) in changes {
        change();
        let mut args: Vec<_> = ["check", "documents", "--format", "json"]
            .into_iter()
            .chain(args.iter().copied())
            .collect();
        if !args.contains(&"--today") {
            args.extend(["--today", common::TODAY]);
        }
        run = run.args(args.iter().chain(&["--no-cache"]));
        let plain = run.exits(1);
        assert_ne!(last.as_ref(), Some(&plain), "{what} changes something");
        run = run.args(args);
        for _ in 0..2 {
            assert_eq!(run.exits(1), plain, "{what}");
        }
        last = Some(plain);
    }
}

const PACK: &str = "\
pack: kota
title: { id: Kota, en: City }
source: Surat Edaran Wali Kota
rules:
  - id: KOTA001
    name: tidak-boleh-ada
    severity: warning
    given: $.jangka_waktu
    check: { not_pattern: { patterns: ['[a-z]'] } }
    message: { id: Ada isinya, en: It is filled }
    help: { id: Kosongkan, en: Empty it }
    reference: Surat Edaran
    examples:
      pass: ['jangka_waktu: 3']
      fail: ['jangka_waktu: hari']
";

/// The same texts are other rules where one of them lies among data.
#[test]
fn the_role_of_a_file_of_rules_counts() {
    let second = PACK
        .replace("pack: kota", "pack: dinas")
        .replace("tidak-boleh-ada", "tidak-boleh-berisi")
        .replace("KOTA001", "DNS001")
        .replace("jangka_waktu", "biaya");
    let run = city()
        .keeping()
        .file("satu/data/a.yaml", PACK)
        .file("satu/b.yaml", &second)
        .file("dua/a.yaml", PACK)
        .file("dua/b.yaml", &second);
    let check = ["check", "documents", "--format", "json", "--rules"];
    let (first, run) = all_ways(run, &[&check[..], &["satu"]].concat(), 1);
    let args = [&check[..], &["dua", "--no-cache"]].concat();
    let run = run.args(&args);
    let other = run.exits(1);
    assert_ne!(first, other);
    assert_eq!(run.args(&args[..args.len() - 1]).exits(1), other);
}

#[test]
fn a_document_that_is_gone_leaves_nothing_behind() {
    let name = "Layanan Rahasia";
    let text = format!("jenis: sop\nnama: {name}\n");
    let run = city()
        .keeping()
        .file("documents/rahasia.yaml", &text)
        .args(["check", "documents"]);
    run.exits(1);
    let is_kept = |run: &Sopan| {
        let bytes = fs::read(&caches(run)[0]).unwrap();
        String::from_utf8_lossy(&bytes).contains(name)
    };
    assert!(is_kept(&run));
    fs::remove_file(run.path("documents/rahasia.yaml")).unwrap();
    run.exits(1);
    assert!(!is_kept(&run));
}

/// A loader is the same file for all programs.
#[cfg(all(target_os = "linux", target_arch = "x86_64", target_env = "gnu"))]
#[test]
fn nothing_is_kept_for_a_program_that_cannot_be_told_from_others() {
    let run = city().keeping().args(["check", "documents"]);
    let started = |program: &str, before: &[&str]| {
        let mut command = std::process::Command::new(program);
        command.args(before).args(["check", "documents"]);
        command.args(["--today", common::TODAY]);
        command.current_dir(run.path(""));
        command.env("SOPAN_CACHE_DIR", run.path(KEPT));
        command.output().unwrap()
    };
    let sopan = env!("CARGO_BIN_EXE_sopan");
    let by_loader = started("/lib64/ld-linux-x86-64.so.2", &[sopan]);
    assert_eq!(by_loader.status.code(), Some(1), "{by_loader:?}");
    assert_eq!(caches(&run), Vec::<PathBuf>::new());
    let by_itself = started(sopan, &[]);
    assert_eq!(by_itself.stdout, by_loader.stdout);
    assert_eq!(caches(&run).len(), 1);
}

/// A home that is named without where it begins would lie among the documents.
#[cfg(target_os = "linux")]
#[test]
fn the_usual_folder_is_below_an_absolute_home() {
    let run = city();
    let check = |home: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sopan"));
        command.args(["check", "documents", "--today", common::TODAY]);
        command.current_dir(run.path("")).env("HOME", home);
        command.env_remove("SOPAN_CACHE_DIR");
        command.env_remove("XDG_CACHE_HOME");
        assert_eq!(command.output().unwrap().status.code(), Some(1));
    };
    check("rumah");
    assert!(!run.path("rumah").exists());
    fs::create_dir(run.path("rumah")).unwrap();
    check("rumah");
    assert_eq!(fs::read_dir(run.path("rumah")).unwrap().count(), 0);
    check(run.path("rumah").to_str().unwrap());
    assert!(run.path("rumah/.cache/sopan").is_dir());
}

#[test]
fn what_is_mended_is_as_without_anything_kept() {
    let mended = |run: Sopan| {
        let run = run.args(["check", "documents", "--fix", "--unsafe-fixes"]);
        let said = run.exits(1);
        let files = walkdir::WalkDir::new(run.path("documents")).sort_by_file_name();
        let files = files.into_iter().map(|entry| entry.unwrap().into_path());
        let texts: Vec<_> = files
            .filter(|path| path.is_file())
            .map(|path| fs::read(path).unwrap())
            .collect();
        (said, texts, run.exits(1))
    };
    let plain = mended(city());
    assert_eq!(mended(city().keeping()), plain);
    let run = city().keeping().args(["check", "documents"]);
    run.exits(1);
    assert_eq!(mended(run), plain);
}

#[test]
fn where_nothing_can_be_kept_nothing_else_changes() {
    let args = ["check", "documents"];
    let plain = city().args(args).exits(1);
    // In the place of the folder stands a file, or where it would be made.
    let run = city().file(KEPT, "").keeping().args(args);
    assert_eq!(run.exits(1), plain);
    let run = city().file("lain", "").args(args);
    let below = run.path("lain/simpanan");
    assert_eq!(
        run.env("SOPAN_CACHE_DIR", below.to_str().unwrap()).exits(1),
        plain
    );
    let run = city().keeping().args(args);
    run.exits(1);
    let path = &caches(&run)[0];
    for damaged in [&b""[..], b"PK", b"PK\x05\x06\0\0\0\0", &[0xff; 4096]] {
        fs::write(path, damaged).unwrap();
        assert_eq!(run.exits(1), plain);
    }
    fs::remove_file(path).unwrap();
    fs::create_dir(path).unwrap();
    assert_eq!(run.exits(1), plain);
}

#[test]
fn nothing_is_kept_that_is_not_worth_it_or_not_wanted() {
    let few = sopan()
        .with(|folder| drop(corpus::write(20, &folder.join("documents")).unwrap()))
        .keeping();
    let few = few.args(["check", "documents"]);
    few.exits(1);
    assert!(!few.path(KEPT).exists());
    for args in [
        &["check", "documents", "--no-cache"][..],
        &["check", "documents", "--timings"],
        &[
            "audit",
            "documents",
            "--format",
            "html",
            "--output",
            "a.html",
        ],
        &["check", "documents", "--facts-out", "fakta"],
    ] {
        let code = i32::from(args[0] == "check");
        let run = city().keeping().args(args);
        run.exits(code);
        assert!(!run.path(KEPT).exists(), "{args:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let run = city().keeping().args(["check", "documents"]);
    run.exits(1);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&run.path(KEPT)), 0o700);
    assert_eq!(mode(&caches(&run)[0]), 0o600);
}

#[test]
fn runs_at_the_same_time_do_not_disturb_each_other() {
    let run = city().keeping().args(["check", "documents"]);
    let plain = city().args(["check", "documents"]).exits(1);
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| assert_eq!(run.exits(1), plain));
        }
    });
    assert_eq!(run.exits(1), plain);
    assert_eq!(caches(&run).len(), 1);
}
