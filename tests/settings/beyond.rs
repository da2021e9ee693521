//! Settings that a run comes upon may be those of a stranger: of files outside of their folder no
//! text is shown.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{fs, os::unix::fs::symlink};

use insta::assert_snapshot;

use super::{DRAFT, codes, repository, sopan};
use crate::common::Sopan;

const SECRET: &str = "machine git.contoh login budi password rahasia-sekali\n";

/// A run in which settings lead to the secret, in every way they can.
fn runs() -> Vec<Sopan> {
    let secret = || sopan().file("rahasia.yaml", SECRET).file("d/a.yaml", DRAFT);
    let with = |settings: &str| secret().file("d/sopan.yaml", settings);
    let linked = |run: Sopan, link: &'static str| {
        run.with(|folder| symlink(folder.join("rahasia.yaml"), folder.join(link)).unwrap())
    };
    vec![
        linked(secret(), "d/sopan.yaml"),
        linked(secret().file("d/unit/a.yaml", DRAFT), "d/unit/sopan.yaml"),
        with("rules: [../rahasia.yaml]\n"),
        with("registers: [../rahasia.yaml]\n"),
        with("baseline: ../rahasia.yaml\n"),
        linked(
            with("rules: [paket]\n").file("d/paket/a.yaml", "pack: a\n"),
            "d/paket/b.yaml",
        ),
        linked(
            with("rules: [paket]\n").file("d/paket/data/a.yaml", "words: [a]\n"),
            "d/paket/b.yaml",
        ),
    ]
}

#[test]
fn no_text_of_a_file_outside_is_shown() {
    for (number, run) in runs().into_iter().enumerate() {
        for command in ["check", "audit", "settings"] {
            let out = run.command().args([command, "d"]).output().unwrap();
            // The others have no use for all of these.
            if command == "check" {
                assert_eq!(out.status.code(), Some(2), "{number} {command}: {out:?}");
            }
            let told = [out.stdout, out.stderr].concat();
            let told = String::from_utf8(told).unwrap();
            assert!(!told.contains("rahasia-sekali"), "{number}: {told}");
            assert!(!told.is_empty());
        }
    }
}

#[test]
fn it_is_said_why() {
    let mut said = Vec::new();
    for run in runs() {
        said.push(run.args(["check", "d"]).exits(2).stderr);
    }
    assert_snapshot!(said.get(..4).unwrap().join("\n"), @"
    galat: berkas setelan ini tautan ke luar foldernya, dan yang dituju bukan setelan yang benar
       ╭─[d/sopan.yaml]
       ╰────
       bantuan: Isinya tidak ditampilkan karena bukan bagian dari folder ini. Bila tautannya memang
                dimaksud, periksa dengan `--settings d/sopan.yaml`; bila tidak, hapus tautannya.

    galat: setelan belum dapat dipakai: 1 kesalahan

    galat: berkas setelan ini tautan ke luar foldernya, dan yang dituju bukan setelan yang benar
       ╭─[d/unit/sopan.yaml]
       ╰────
       bantuan: Isinya tidak ditampilkan karena bukan bagian dari folder ini. Bila tautannya memang
                dimaksud, periksa dengan `--settings d/unit/sopan.yaml`; bila tidak, hapus tautannya.

    galat: setelan belum dapat dipakai: 1 kesalahan

    galat: rahasia.yaml, yang disebut di setelan, berada di luar foldernya dan bukan paket yang benar
       bantuan: Isinya tidak ditampilkan karena bukan bagian dari folder ini. Bila memang dimaksud,
                periksa dengan `sopan rules test --no-settings --rules rahasia.yaml`.

    galat: rahasia.yaml, yang disebut di setelan, berada di luar foldernya dan bukan paket yang benar
       bantuan: Isinya tidak ditampilkan karena bukan bagian dari folder ini. Bila memang dimaksud,
                periksa dengan `sopan rules test --no-settings --rules rahasia.yaml`.
    ");
}

/// What git keeps for itself is not part of the folder either: it holds passwords.
#[test]
fn nor_of_what_git_keeps() {
    let run = repository()
        .file(".git/config", SECRET)
        .file("a.yaml", DRAFT)
        .with(|folder| symlink(".git/config", folder.join("sopan.yaml")).unwrap());
    let out = run.args(["check"]).exits(2);
    assert!(!out.stderr.contains("rahasia-sekali"), "{}", out.stderr);
}

#[test]
fn a_link_to_right_settings_is_followed() {
    let run = sopan()
        .file("bersama/sopan.yaml", "disable: [WKT001]\n")
        .file("d/a.yaml", DRAFT)
        .with(|folder| symlink("../bersama/sopan.yaml", folder.join("d/sopan.yaml")).unwrap());
    let out = run.args(["check", "d", "--format", "concise"]).exits(1);
    let codes = codes(&out.stdout);
    assert!(!codes.is_empty() && !codes.contains(&"d/a.yaml WKT001".to_owned()));
}

#[test]
fn who_names_the_settings_sees_them() {
    let run = sopan()
        .file("rahasia.yaml", SECRET)
        .file("d/a.yaml", DRAFT)
        .with(|folder| {
            fs::create_dir(folder.join("e")).unwrap();
            symlink("../rahasia.yaml", folder.join("e/sopan.yaml")).unwrap();
        });
    let out = run
        .args(["check", "d", "--settings", "e/sopan.yaml"])
        .exits(2);
    assert!(out.stderr.contains("rahasia-sekali"), "{}", out.stderr);
}

#[test]
fn links_that_lead_nowhere() {
    let run = |target: &str| {
        let run = sopan().file("a.yaml", DRAFT);
        let run = run.with(|folder| symlink(target, folder.join("sopan.yaml")).unwrap());
        run.args(["check", "."]).exits(2).stderr
    };
    assert_snapshot!([run("tiada"), run("sopan.yaml")].join("\n"), @"
    galat: berkas setelan tidak dapat dibaca: tautan ini menuju berkas yang tidak ada
       ╭─[sopan.yaml]
       ╰────

    galat: setelan belum dapat dipakai: 1 kesalahan

    galat: berkas setelan tidak dapat dibaca: tautannya berputar ke dirinya sendiri
       ╭─[sopan.yaml]
       ╰────

    galat: setelan belum dapat dipakai: 1 kesalahan
    ");
}
