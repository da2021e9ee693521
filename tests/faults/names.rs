//! Names and folders of every kind.

use std::{
    ffi::OsStr,
    fs,
    os::unix::{ffi::OsStrExt, fs::symlink},
    process::Command,
};

use insta::assert_snapshot;
use serde_json::Value;

use super::{FAULTY, end, reports, schema};
use crate::common::{Sopan, assert_harmless, sopan};

/// A folder below many others, and a document in it: the path from the folder of the run has
/// about so many bytes.
fn deep(run: Sopan, bytes: usize) -> Sopan {
    let part = "folder-yang-namanya-panjang-sekali-untuk-menguji-jalur-yang-dalam-nian";
    let count = bytes / (part.len() + 1);
    run.with(|folder| {
        fs::write(folder.join("a.yaml"), FAULTY).unwrap();
        // A path of this length cannot be named at once.
        let script =
            "for number in $(seq $1); do mkdir $2 && cd -P $2 || exit 1; done; cat > b.yaml";
        let status = Command::new("bash")
            .args(["-c", script, "bash", &count.to_string(), part])
            .current_dir(folder)
            .stdin(fs::File::open(folder.join("a.yaml")).unwrap())
            .status();
        assert!(status.unwrap().success());
    })
}

#[test]
fn a_path_of_four_thousand_bytes_is_read() {
    let run = deep(sopan(), 3_950).args(["check", "--format", "json"]);
    let report = run.exits(1).json();
    let names: Vec<_> = report["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| document["file"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names.iter().any(|name| name.len() > 3_800));
    for args in reports() {
        let mut command = run.command();
        command.args(args);
        let ended = end(sopan().args(args).command().current_dir(run.path("")));
        assert!(matches!(ended.code, Some(0 | 1)), "{args:?}: {ended:?}");
    }
}

#[test]
fn a_path_longer_than_the_system_names_is_said_and_the_rest_is_checked() {
    let run = deep(sopan(), 6_000).args(["check", "--format", "json"]);
    let report = run.exits(1).json();
    assert_eq!(report["documents"].as_array().unwrap().len(), 1);
    let broken = report["files"].to_string();
    assert!(broken.contains("DOK"), "{broken}");
}

#[test]
fn names_that_are_no_text_are_told_apart_in_every_report() {
    let run = || {
        sopan().with(|folder| {
            for name in [
                &b"surat-\xff.yaml"[..],
                b"surat-\xfe.yaml",
                b"surat-\xc3\x28.yaml",
            ] {
                fs::write(folder.join(OsStr::from_bytes(name)), FAULTY).unwrap();
            }
        })
    };
    for args in reports().filter(|args| args[2] != "xlsx") {
        let ended = end(&mut run().args(args).command());
        assert!(matches!(ended.code, Some(0 | 1)), "{args:?}: {ended:?}");
        assert!(
            !ended.stdout.contains('\u{fffd}'),
            "{args:?}: {}",
            ended.stdout
        );
        assert_eq!(ended.stderr, "");
    }
    let report = run().args(["check", "--format", "json"]).exits(1).json();
    let names: Vec<_> = report["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| &d["file"])
        .collect();
    assert_snapshot!(format!("{names:?}"), @r#"[String("surat-\\xc3(.yaml"), String("surat-\\xfe.yaml"), String("surat-\\xff.yaml")]"#);
    let report = run().args(["check", "--format", "sarif"]).exits(1).stdout;
    assert_eq!(schema::sarif_mistakes(&report), [""; 0]);
    let report = run().args(["check", "--format", "junit"]).exits(1).stdout;
    assert_eq!(schema::junit_mistakes(&report), [""; 0]);
    let report = run().args(["check", "--format", "gitlab"]).exits(1).stdout;
    assert_eq!(schema::gitlab_mistakes(&report), [""; 0]);
}

#[test]
fn a_document_whose_name_is_no_text_is_mended() {
    let name = OsStr::from_bytes(b"surat-\xff.yaml");
    let run = sopan()
        .with(|folder| fs::write(folder.join(name), FAULTY).unwrap())
        .args(["check", "--fix"]);
    run.exits(1);
    let text = fs::read_to_string(run.path("").join(name)).unwrap();
    assert!(text.contains("Rp5.000,00"), "{text}");
}

#[test]
fn reports_may_go_to_a_name_that_is_no_text() {
    let run = sopan().file("a.yaml", FAULTY);
    let name = OsStr::from_bytes(b"lap-\xff.json");
    let args: [&OsStr; 5] = ["check", "--format", "json", "--output"]
        .map(OsStr::new)
        .iter()
        .copied()
        .chain([name])
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let run = run.args(args);
    run.exits(1);
    let report = fs::read(run.path("").join(name)).unwrap();
    assert!(serde_json::from_slice::<Value>(&report).is_ok());
}

#[test]
fn twins_that_differ_in_case_are_two_files() {
    let run = sopan()
        .file("Surat.yaml", FAULTY)
        .file("surat.yaml", &FAULTY.replace("5.000", "7.000"))
        .file("surat.YAML", &FAULTY.replace("5.000", "9.000"))
        .args(["check", "--format", "json"]);
    let report = run.exits(1).json();
    let names: Vec<_> = report["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["file"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["Surat.yaml", "surat.YAML", "surat.yaml"]);
    let run = run.args(["check", "--fix"]);
    run.exits(1);
    for (name, money) in [
        ("Surat.yaml", "Rp5.000,00"),
        ("surat.yaml", "Rp7.000,00"),
        ("surat.YAML", "Rp9.000,00"),
    ] {
        let text = fs::read_to_string(run.path(name)).unwrap();
        assert!(text.contains(money), "{name}: {text}");
    }
}

#[test]
fn links_that_lead_round_in_circles_end() {
    let run = sopan()
        .file("d/a.yaml", FAULTY)
        .with(|folder| {
            symlink("sendiri.yaml", folder.join("d/sendiri.yaml")).unwrap();
            symlink("dua.yaml", folder.join("d/satu.yaml")).unwrap();
            symlink("satu.yaml", folder.join("d/dua.yaml")).unwrap();
            symlink(".", folder.join("d/sini")).unwrap();
            symlink("..", folder.join("d/atas")).unwrap();
            symlink("../d", folder.join("d/kembali")).unwrap();
        })
        .args(["check", "d", "--format", "concise", "--select", "DOK"]);
    let out = run.exits(1);
    assert_eq!(out.stderr, "");
    assert_snapshot!(out.stdout, @"
    d/atas:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautan ini kembali ke folder tempatnya berada
    d/dua.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautannya berputar ke dirinya sendiri
    d/kembali:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautan ini kembali ke folder tempatnya berada
    d/satu.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautannya berputar ke dirinya sendiri
    d/sendiri.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautannya berputar ke dirinya sendiri
    d/sini:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautan ini kembali ke folder tempatnya berada
    1 dokumen dalam 7 berkas diperiksa: 6 galat
    6 berkas tidak dapat dibaca
    ");
    for path in ["d/sini/sini/sini/a.yaml", "d/atas/d/atas/d/a.yaml"] {
        let out = run_in(&run, path);
        assert!(out.contains("1 dokumen dalam 1 berkas"), "{out}");
    }
}

fn run_in(run: &Sopan, path: &str) -> String {
    let args = ["check", path, "--format", "concise", "--fail-on", "never"];
    let ended = end(sopan().args(args).command().current_dir(run.path("")));
    assert_eq!(ended.code, Some(0), "{ended:?}");
    ended.stdout
}

#[test]
fn a_link_out_of_the_folder_is_not_followed_to_a_folder() {
    let run = sopan()
        .file("luar/rahasia.yaml", FAULTY)
        .file("d/a.yaml", FAULTY)
        .with(|folder| symlink("../luar", folder.join("d/keluar")).unwrap())
        .args(["check", "d", "--fix", "--format", "json"]);
    let report = run.exits(1).json();
    assert_eq!(report["documents"].as_array().unwrap().len(), 1);
    assert_eq!(
        fs::read_to_string(run.path("luar/rahasia.yaml")).unwrap(),
        FAULTY
    );
}

#[test]
fn a_link_to_a_file_is_followed_only_within_the_tree() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("rahasia.yaml");
    let text = "jenis: sop\nsandi: [rahasia-sekali\nbiaya: Rp. 5.000\n";
    fs::write(&secret, text).unwrap();
    let run = sopan()
        .file("d/a.yaml", FAULTY)
        .file("bersama/b.yaml", FAULTY)
        .with(|folder| {
            symlink(&secret, folder.join("d/keluar.yaml")).unwrap();
            symlink("keluar.yaml", folder.join("d/lewat.yaml")).unwrap();
            symlink("../bersama/b.yaml", folder.join("d/b.yaml")).unwrap();
        });
    for args in reports() {
        let mut command = run.command();
        let ended = end(command.args(args).arg("d"));
        assert!(matches!(ended.code, Some(0 | 1)), "{args:?}: {ended:?}");
        assert!(
            !ended.stdout.contains("rahasia-sekali"),
            "{args:?}: {}",
            ended.stdout
        );
    }
    let run = run.args([
        "check", "d", "--fix", "--format", "concise", "--select", "DOK",
    ]);
    let out = run.exits(1);
    assert_snapshot!(out.stdout, @"
    d/keluar.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautan ini menuju berkas di luar folder yang diperiksa; sebut namanya langsung bila memang dimaksud
    d/lewat.yaml:1:1: galat[DOK001] Berkas tidak dapat dibaca: tautan ini menuju berkas di luar folder yang diperiksa; sebut namanya langsung bila memang dimaksud
    2 dokumen dalam 4 berkas diperiksa: 2 galat
    2 berkas tidak dapat dibaca
    ");
    assert_eq!(fs::read_to_string(&secret).unwrap(), text);
    // Who names the link means what it leads to.
    let named = run.args(["check", "d/keluar.yaml"]).exits(1).stdout;
    assert!(named.contains("rahasia-sekali"), "{named}");
}

#[test]
fn a_name_cannot_act_on_the_terminal() {
    let name = "surat\u{1b}[2J\u{202e}\nbaris.yaml";
    for args in reports().filter(|args| args[2] == "human" || args[2] == "concise") {
        let run = sopan().file(name, FAULTY).args(args);
        let ended = end(&mut run.command());
        assert_harmless(&ended.stdout, format!("{args:?}"));
        assert_harmless(&ended.stderr, format!("{args:?}"));
    }
    let to = format!("tiada/{name}");
    for args in [
        vec!["check", name, "--output", &to],
        vec!["check", &to],
        vec!["check", name, "--output", name],
        vec!["check", "--baseline", &to],
        vec!["check", "--config", &to],
        vec!["audit", "--compare", &to],
    ] {
        let run = sopan().file(name, FAULTY).args(args.clone());
        let ended = end(&mut run.command());
        assert_eq!(ended.code, Some(2), "{args:?}: {ended:?}");
        assert_harmless(&ended.stderr, format!("{args:?}"));
        assert!(
            !ended.stderr.contains("\nbaris"),
            "{args:?}: {}",
            ended.stderr
        );
    }
}

/// So many documents in one folder: a line for each in a report, none lost.
fn folder_of(count: usize) {
    let run = sopan().with(|folder| {
        for number in 0..count {
            let path = folder.join(format!("{number:06}.yaml"));
            fs::write(path, "jenis: sop\nnama: TBD\n").unwrap();
        }
    });
    let run = run.args(["check", "--format", "ndjson", "--select", "BHS001"]);
    let output = run.command().output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    let report = String::from_utf8(output.stdout).unwrap();
    assert_eq!(report.matches("\"BHS001\"").count(), count);
}

#[test]
fn five_thousand_files_in_one_folder() {
    folder_of(5_000);
}

#[test]
#[ignore = "takes minutes without optimisation"]
fn a_hundred_thousand_files_in_one_folder() {
    folder_of(100_000);
}
