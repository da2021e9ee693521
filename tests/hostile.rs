//! Files that were made to break the program, beside a good one that must still be checked.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]
#![cfg(unix)]

mod common;

use std::{
    ffi::OsStr,
    fs,
    os::unix::{ffi::OsStrExt, fs::symlink},
    path::Path,
    process::Command,
};

use common::{Sopan, assert_harmless, findings, sopan};

const GOOD: &str = "jenis: sop\nnama: TBD\n";

/// Text that moves the cursor, turns the line around, and hides.
const ACTS: &str = "\u{1b}[31m\u{1b}]0;x\u{7}\u{202e}\u{2066}\u{200b}\u{feff}\u{85}\u{9b}2J";

/// The code of each finding in a file.
fn codes(run: Sopan, file: &str) -> Vec<String> {
    let args = ["check", ".", "--format", "json", "--fail-on", "never"];
    let report = run.args(args).exits(0).json();
    let found = findings(&report).into_iter();
    let of_file = found.filter(|(name, _)| name == file);
    of_file
        .map(|(_, finding)| finding["rule"].as_str().unwrap().to_owned())
        .collect()
}

fn alias_bomb() -> String {
    let mut text = "jenis: sop\na0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let nine = vec![format!("*a{}", level - 1); 9].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{nine}]\n"));
    }
    text
}

fn make_fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Everything bad at once, and a good file.
fn folder() -> Sopan {
    sopan()
        .file("baik.yaml", GOOD)
        .file("alias.yaml", &alias_bomb())
        .file(
            "dalam.yaml",
            &format!("jenis: sop\na: {}", "[".repeat(100_000)),
        )
        .file(
            "dalam-balok.yaml",
            &(0..2000)
                .map(|level| format!("{}a:\n", " ".repeat(level)))
                .collect::<String>(),
        )
        .file(
            "baris.yaml",
            &format!("jenis: sop\nnama: {}\n", "x".repeat(9_000_000)),
        )
        .bytes("besar.yaml", vec![b'#'; 50_000_000])
        .bytes("nul.yaml", b"jenis: sop\nnama: a\0b\n")
        .bytes("bukan-utf8.yaml", b"jenis: sop\nnama: \xf0\x28\x8c\xbc\n")
        .bytes(
            "acak.yaml",
            (0..20_000_u32)
                .map(|n| (n * n % 251) as u8)
                .collect::<Vec<_>>(),
        )
        .file("map.yaml/dalam.yaml", GOOD)
        .with(|folder| {
            make_fifo(&folder.join("pipa.yaml"));
            symlink("tiada.yaml", folder.join("putus.yaml")).unwrap();
            symlink("diri.yaml", folder.join("diri.yaml")).unwrap();
            symlink(".", folder.join("putar")).unwrap();
            symlink("/dev/zero", folder.join("nol.yaml")).unwrap();
        })
}

#[test]
fn every_broken_file_has_its_own_finding_and_the_good_one_is_checked() {
    let args = ["check", ".", "--format", "json"];
    let report = folder().args(args).exits(1).json();
    let mut found: Vec<_> = findings(&report)
        .into_iter()
        .map(|(file, finding)| format!("{file} {}", finding["rule"].as_str().unwrap()))
        .filter(|line| line.contains(" DOK00") || line.starts_with("baik"))
        .collect();
    found.sort();
    found.dedup();
    for line in [
        "acak.yaml DOK003",
        "alias.yaml DOK006",
        "baik.yaml BHS001",
        "besar.yaml DOK002",
        "bukan-utf8.yaml DOK003",
        "dalam-balok.yaml DOK005",
        "dalam.yaml DOK005",
        "diri.yaml DOK001",
        "nol.yaml DOK001",
        "nul.yaml DOK003",
        "pipa.yaml DOK001",
        "putar DOK001",
        "putus.yaml DOK001",
    ] {
        assert!(
            found.iter().any(|known| known == line),
            "{line} in {found:#?}"
        );
    }
    let names = report["documents"].as_array().unwrap().iter();
    let names: Vec<_> = names
        .map(|document| document["file"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"map.yaml/dalam.yaml"), "{names:?}");
}

#[test]
fn every_format_bears_it() {
    for format in [
        "human", "concise", "json", "ndjson", "junit", "github", "gitlab", "markdown",
    ] {
        let out = folder().args(["check", "--format", format]).exits(1);
        assert_eq!(out.stderr, "");
        assert_harmless(&out.stdout, format);
        assert!(out.stdout.len() < 200_000, "{format}: {}", out.stdout.len());
    }
    let out = folder().args(["check", "--show", "all"]).exits(1);
    assert_harmless(&out.stdout, "--show all");
}

#[test]
fn why_a_file_cannot_be_read_is_said_in_the_language_of_the_run() {
    let run = |lang| {
        let args = ["check", "--format", "concise", "--select", "DOK001"];
        folder()
            .args(args.into_iter().chain(["--lang", lang]))
            .exits(1)
            .stdout
    };
    let links = |out: String| {
        let lines = out.lines().filter(|line| line.contains("[DOK001]"));
        lines.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(links(run("id")), @"
    diri.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautannya berputar ke dirinya sendiri
    nol.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau perangkat
    pipa.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: ini bukan berkas biasa, melainkan folder, pipa, atau perangkat
    putar:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautan ini kembali ke folder tempatnya berada
    putus.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: berkas atau folder yang dituju tidak ada
    ");
    insta::assert_snapshot!(links(run("en")), @"
    diri.yaml:1:1: error[DOK001] The file cannot be read: the link leads back to itself
    nol.yaml:1:1: error[DOK001] The file cannot be read: this is no regular file but a folder, a pipe or a device
    pipa.yaml:1:1: error[DOK001] The file cannot be read: this is no regular file but a folder, a pipe or a device
    putar:1:1: error[DOK001] The file cannot be read: this link leads back to a folder that it stands in
    putus.yaml:1:1: error[DOK001] The file cannot be read: no such file or folder
    ");
}

#[test]
fn a_broken_file_may_be_named_as_well() {
    for name in [
        "pipa.yaml",
        "putus.yaml",
        "diri.yaml",
        "nol.yaml",
        "/dev/zero",
        "/dev/null",
    ] {
        let args = ["check", name, "--format", "concise", "--select", "DOK001"];
        let out = folder().args(args).exits(1).stdout;
        assert_eq!(out.matches("[DOK001]").count(), 1, "{out}");
    }
    let args = [
        "check",
        ".",
        "putus.yaml",
        "./putus.yaml",
        "--select",
        "DOK001",
    ];
    let out = folder()
        .args(args.into_iter().chain(["--format", "concise"]))
        .exits(1);
    assert_eq!(
        out.stdout.matches("putus.yaml:").count(),
        1,
        "{}",
        out.stdout
    );
}

#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let run = sopan()
        .file("baik.yaml", GOOD)
        .file("tutup.yaml", GOOD)
        .with(|folder| {
            let closed = fs::Permissions::from_mode(0o000);
            fs::set_permissions(folder.join("tutup.yaml"), closed).unwrap();
        });
    // The superuser reads it all the same.
    let is_closed = fs::read(run.path("tutup.yaml")).is_err();
    let found = codes(run, "tutup.yaml");
    assert_eq!(found.contains(&"DOK001".to_owned()), is_closed, "{found:?}");
}

/// File names that act on a terminal or are no text.
fn names() -> [Vec<u8>; 6] {
    [
        format!("{ACTS}.yaml").into_bytes(),
        b"baris\nbaru\r\n.yaml".to_vec(),
        b"kutip'\"`$(x).yaml".to_vec(),
        b"bita-\xff.yaml".to_vec(),
        b"bita-\xfe.yaml".to_vec(),
        "林 🏛️.yaml".as_bytes().to_vec(),
    ]
}

fn named() -> Sopan {
    sopan().with(|folder| {
        for name in names() {
            fs::write(folder.join(OsStr::from_bytes(&name)), GOOD).unwrap();
        }
    })
}

#[test]
fn every_file_is_checked_whatever_its_name() {
    let args = ["check", "--format", "json", "--select", "BHS001"];
    let report = named().args(args).exits(1).json();
    assert_eq!(findings(&report).len(), names().len());
    let mut files: Vec<_> = findings(&report)
        .into_iter()
        .map(|(file, _)| file)
        .collect();
    files.dedup();
    assert_eq!(files.len(), names().len(), "{files:?}");
}

#[test]
fn a_line_stays_a_line_whatever_the_name() {
    let args = ["check", "--format", "concise", "--select", "BHS001"];
    let out = named().args(args).exits(1).stdout;
    assert_eq!(out.lines().count(), names().len() + 1, "{out}");
    let out = named().args(["check", "--files"]).exits(0).stdout;
    assert_eq!(out.lines().count(), names().len(), "{out}");
}

#[test]
fn names_do_not_act_on_the_terminal() {
    for args in [
        &["check"][..],
        &["check", "--format", "concise"],
        &["check", "--files", "--fail-on", "never"],
    ] {
        let code = i32::from(!args.contains(&"--files"));
        let out = named().args(args).exits(code);
        assert_harmless(&out.stdout, format!("{args:?}"));
        assert_eq!(out.stderr, "");
    }
}

#[test]
fn nor_do_arguments() {
    let run = |args: &[&str]| {
        let args = args.iter().map(|arg| arg.replace("ACTS", ACTS));
        let out = sopan().file("a.yaml", GOOD).args(args).exits(2);
        assert_harmless(&out.stderr, "standard error");
        assert_harmless(&out.stdout, "standard output");
    };
    run(&["check", "ACTS"]);
    run(&["check", "--select", "ACTS"]);
    run(&["explain", "ACTS"]);
    run(&["ACTS"]);
    run(&["check", "--ACTS"]);
    run(&["check", "--format", "ACTS"]);
    run(&["check", "--today", "ACTS"]);
    run(&["check", "a.yaml", "--output", "ACTS/x"]);
    run(&["rules", "--rules", "ACTS"]);
    let bytes = OsStr::from_bytes(b"tiada-\xff\x1b.yaml");
    let out = sopan().args([OsStr::new("check"), bytes]).exits(2);
    assert_harmless(&out.stderr, "not UTF-8");
    let args = ["check", "-", "--stdin-filename", ACTS];
    assert_harmless(
        &sopan().stdin(GOOD).args(args).exits(1).stdout,
        "--stdin-filename",
    );
}

#[test]
fn what_a_document_says_does_not_act_on_the_terminal() {
    let quoted = "\\e[31m\\a\\u202e\\u2066\\u200b\\ufeff\\x85\\x9b2J\\0";
    let texts = [
        format!("jenis: \"{quoted}\"\nnama: \"TBD{quoted}\"\n"),
        format!("jenis: sop\n\"{quoted}\": x\n\"{quoted}\": y\nstatus: \"{quoted}\"\n"),
        format!("jenis: sop\nnama: {{ \"{quoted}\": x }}\nnomor: \"...{quoted}\"\n"),
        format!("jenis: sop\ntanggal_efektif: \"{quoted} Januari\"\nunit: '[nama {ACTS}]'\n"),
        "jenis: sop\nnama: a\u{202e}b TBD\nstatus: x\u{200b}\u{2066}y\nk\u{200d}unci: 1\n".into(),
        "jenis: sop\nnama: *\u{202e}x\n".into(),
        "jenis: sop\nnama: \u{2028}: \u{feff}: x\n\u{202e}:x\n".into(),
        "jenis: sop\nnama: \u{7f}\u{85}\u{9b}31m TBD\n".into(),
    ];
    for (number, text) in texts.iter().enumerate() {
        for format in ["human", "concise"] {
            let run = sopan().file("a.yaml", text);
            let args = ["check", "a.yaml", "--format", format, "--show", "all"];
            let out = run.args(args).exits(1);
            assert_harmless(&out.stdout, format!("{number} {format}"));
            assert_eq!(out.stderr, "");
        }
    }
}

#[test]
fn nor_does_a_rule_pack() {
    let pack = |name: &str, given: &str| {
        format!(
            "pack: uji\ntitle: {{ id: \"Uji \\e[31m\\u202e\", en: \"\\a\" }}\nsource: \"\\e[2J\"\n\
             rules:\n- id: UJI001\n  name: {name}\n  severity: error\n  given: {given}\n  \
             check: {{ length: {{ max: 2 }} }}\n  message: {{ id: \"\\e[31m\\u202e\", en: a }}\n  \
             help: {{ id: \"\\e[31m\\n\\u202e\", en: a }}\n  why: {{ id: \"\\e\\n\", en: a }}\n  \
             reference: \"\\e[31m\\u202e\"\n  examples:\n    pass: [\"nama: \\\"\\e\\\"\"]\n    \
             fail: [\"nama: \\\"\\e\\u202eabc\\\"\"]\n"
        )
    };
    let run = |pack: &str, args: &[&str], code| {
        let run = sopan()
            .file("a.yaml", "jenis: sop\nnama: KTP\n")
            .file("uji.yml", pack);
        let out = run
            .args(args.iter().chain(&["--rules", "uji.yml"]))
            .exits(code);
        assert_harmless(&out.stdout, format!("{args:?}"));
        assert_harmless(&out.stderr, format!("{args:?}"));
    };
    let good = pack("uji", "$.nama");
    run(&good, &["rules"], 0);
    run(&good, &["explain", "UJI001"], 0);
    run(&good, &["check", "a.yaml", "--select", "UJI"], 1);
    run(
        &good,
        &["check", "a.yaml", "--select", "UJI", "--format", "concise"],
        1,
    );
    run(&pack("\"\\e[31m\\u202e\"", "$.nama"), &["rules"], 2);
    run(&pack("uji", "\"$.\\e[31m\\u202e\""), &["rules"], 2);
    run(&format!("{good}\"\\e\\u202e\": 1\n"), &["rules"], 2);
    let test = good.replace(
        "pass: [\"nama",
        "pass: [\"nama: \\e[31mabc\\u202e\", \"nama",
    );
    run(&test, &["rules", "test"], 1);
}

#[test]
fn a_huge_number_of_findings_does_not_flood_the_screen() {
    let keys = (0..2_000).map(|number| format!("k{number}: x\n"));
    let text = format!("jenis: sop\n{}", keys.collect::<String>());
    let run = sopan().file("a.yaml", &text);
    let out = run
        .args(["check", "a.yaml", "--select", "DOK011"])
        .exits(0)
        .stdout;
    assert!(out.lines().count() < 400, "{}", out.lines().count());
    assert!(out.contains("2000 peringatan"), "{out}");
}

#[test]
fn values_of_a_hundred_thousand_words_end_in_time() {
    let text = format!(
        "jenis: standar-pelayanan\nnama: x\nwilayah: Kota Pontianak\nbiaya: '{}'\n\
         jangka_waktu: '{}'\ndasar_hukum: '{}'\nprosedur: '{}'\n",
        "Rp50.000,00 per lembar, gratis bagi BPJS; ".repeat(4000),
        "3 (tiga) hari kerja, ".repeat(4000),
        "UU 25/2009; PP 96/2012, ".repeat(4000),
        "Pemerintah Kota Singkawang menerima berkas, ".repeat(4000),
    );
    // The harness ends a run that takes longer than a minute.
    let out = sopan()
        .file("panjang.yaml", &text)
        .args(["check", "--show", "1"]);
    out.exits(1);
}

#[test]
fn a_list_of_twenty_thousand_regulations_ends_in_time() {
    let laws: String = (0..20_000)
        .map(|at| format!("- Undang-Undang Nomor {at} Tahun 2009 tentang Hal {at}\n"))
        .collect();
    let run = sopan()
        .file("a.yaml", &format!("{GOOD}dasar_hukum:\n{laws}"))
        .args([
            "check",
            ".",
            "--format",
            "json",
            "--select",
            "HKM008,HKM011",
        ]);
    run.exits(0);
}
