//! Which rules count, and how a run ends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use common::{Sopan, findings, sopan};
use insta::assert_snapshot;

const DRAFT: &str = "jenis: sop\nnama: TBD\nunit: Kecamatan Contoh\nkunci_lain: x\n";

fn draft() -> Sopan {
    sopan().file("draf.yaml", DRAFT)
}

/// The codes that are found with these arguments, without repetition.
#[track_caller]
fn codes(arguments: &[&str]) -> Vec<String> {
    let args = ["check", "--format", "json", "--fail-on", "never"];
    let out = draft().args(args.iter().chain(arguments)).exits(0);
    let report = out.json();
    let mut codes: Vec<_> = findings(&report)
        .into_iter()
        .map(|(_, finding)| finding["rule"].as_str().unwrap().to_owned())
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn a_rule_has_a_code_a_name_and_a_family() {
    assert_eq!(codes(&["--select", "BHS001"]), ["BHS001"]);
    assert_eq!(codes(&["--select", "isian-belum-diganti"]), ["BHS001"]);
    assert_eq!(codes(&["--select", "bhs001"]), ["BHS001"]);
    assert_eq!(codes(&["--select", "Isian-Belum-Diganti"]), ["BHS001"]);
    assert_eq!(codes(&["--select", " BHS001 "]), ["BHS001"]);
    assert_eq!(codes(&["--select", "kep"]), ["KEP003"]);
    assert_eq!(codes(&["--select", "BHS001,KEP"]), ["BHS001", "KEP003"]);
    assert_eq!(
        codes(&["--select", "BHS001", "--select", "KEP"]),
        ["BHS001", "KEP003"]
    );
}

#[test]
fn a_family_is_no_prefix_of_another() {
    let out = sopan().args(["explain", "SP"]).exits(0).stdout;
    assert!(out.contains("SP001") && !out.contains("SOP0"), "{out}");
}

#[test]
fn ignore_takes_from_what_select_gives() {
    let all = codes(&[]);
    assert!(all.iter().any(|code| code == "BHS001"), "{all:?}");
    let less = codes(&["--ignore", "BHS"]);
    assert!(less.iter().all(|code| !code.starts_with("BHS")), "{less:?}");
    assert_eq!(
        codes(&["--select", "BHS001,KEP", "--ignore", "wilayah-tidak-ada"]),
        ["BHS001"]
    );
}

#[test]
fn nothing_left_to_look_for_is_a_mistake() {
    let args = ["check", "--select", "BHS001", "--ignore", "BHS"];
    let out = draft().args(args).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada aturan yang tersisa: semua yang dipilih dengan --select juga diabaikan dengan
           --ignore
    ");
    assert_eq!(out.stdout, "");
}

#[test]
fn an_unknown_rule_stops_the_run() {
    let out = draft().args(["check", "--select", "BHS01"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada aturan atau keluarga aturan `BHS01`
       bantuan: Mungkin maksud Anda `BHS001`.
    ");
    let out = draft().args(["check", "--ignore", "kota"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada aturan atau keluarga aturan `kota`
       bantuan: Lihat semuanya dengan `sopan rules`.
    ");
    let args = [
        "check",
        "--select",
        "KEP,isian-belum-digant",
        "--lang",
        "en",
    ];
    let out = draft().args(args).exits(2);
    assert_snapshot!(out.stderr, @"
    error: there is no rule or family of rules `isian-belum-digant`
       help: Perhaps you mean `isian-belum-diganti`.
    ");
}

#[test]
fn a_document_that_could_not_be_checked_is_never_clean() {
    let run = sopan()
        .file("a.yaml", "jenis: sop\nnama: 'KTP\n")
        .bytes("b.yaml", b"jenis: sop\nnama: caf\xe9\n");
    let out = run
        .args(["check", "--select", "BHS001", "--format", "concise"])
        .exits(1);
    assert_snapshot!(out.stdout, @"
    a.yaml:2:7: galat[DOK004] Susunan YAML salah: tanda kutip `'` dibuka di sini tetapi tidak ditutup
    b.yaml:2:10: galat[DOK003] Berkas ini bukan teks UTF-8: bita ke-20 (baris 2) bernilai 0xE9, bukan UTF-8
    0 dokumen dalam 2 berkas diperiksa: 2 galat
    1 berkas tidak dapat dibaca
    ");
}

#[test]
fn but_even_that_can_be_ignored() {
    let args = ["check", "--ignore", "sintaks-salah"];
    let out = sopan()
        .file("a.yaml", "jenis: sop\nnama: 'KTP\n")
        .args(args)
        .exits(0);
    assert_snapshot!(out.stdout, @"0 dokumen dalam 1 berkas diperiksa: tidak ada temuan");
}

#[test]
fn fail_on_decides_over_the_exit_code_alone() {
    let warning = "jenis: sop\nnama: KTP\nwilayah_kerja_x: Kota\n";
    let run = |text: &str, rules: &str, fail_on: &str, code: i32| {
        let args = ["check", "--select", rules, "--fail-on", fail_on];
        let out = sopan().file("a.yaml", text).args(args).exits(code);
        out.stdout
    };
    let error = run(DRAFT, "BHS001", "error", 1);
    for fail_on in ["warning", "info"] {
        assert_eq!(run(DRAFT, "BHS001", fail_on, 1), error);
    }
    assert_eq!(run(DRAFT, "BHS001", "never", 0), error);
    let found = run(warning, "KEP003", "error", 0);
    assert!(found.contains("1 peringatan"), "{found}");
    for (fail_on, code) in [("warning", 1), ("info", 1), ("never", 0)] {
        assert_eq!(run(warning, "KEP003", fail_on, code), found);
    }
}

#[test]
fn an_info_fails_only_when_asked_to() {
    let pack = "pack: uji\ntitle: { id: Uji, en: Test }\nsource: Uji\nrules:\n\
        - id: UJI001\n  name: uji\n  severity: info\n  given: $.nama\n  \
        check: { length: { max: 2 } }\n  message: { id: Panjang, en: Long }\n  \
        help: { id: Pendekkan, en: Shorten }\n  reference: Uji\n  \
        examples: { pass: ['nama: a'], fail: ['nama: abc'] }\n";
    for (fail_on, code) in [("error", 0), ("warning", 0), ("info", 1), ("never", 0)] {
        let args = ["check", "draf.yaml", "--rules", "uji.yaml"];
        let args = args
            .into_iter()
            .chain(["--select", "UJI", "--fail-on", fail_on]);
        let run = sopan().file("draf.yaml", DRAFT).file("uji.yaml", pack);
        let out = run.args(args).exits(code).stdout;
        assert!(out.ends_with("diperiksa: 1 info\n"), "{out}");
    }
}

#[test]
fn no_format_changes_the_exit_code() {
    for format in ["human", "concise", "json", "ndjson"] {
        let run = |rules, code| {
            let args = ["check", "--format", format, "--select", rules];
            draft().args(args).exits(code)
        };
        run("BHS001", 1);
        run("KEP003", 0);
        run("BHS01", 2);
    }
}
