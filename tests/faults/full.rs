//! A disk without room.

use std::fs::{self, File};

use insta::assert_snapshot;

use super::{AS_OTHERS, Ended, FAULTY, end, mode, names_in, reports, through};
use crate::common::{Sopan, sopan};

/// No file may grow beyond 4 KB; what a disk without room says, at a size that a test can choose.
const SMALL_DISK: &str = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";

/// As [`SMALL_DISK`], with room for nothing.
const NO_DISK: &str = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";

/// A document with gaps that no 4 KB hold.
fn large() -> String {
    let line = "# catatan kerja yang panjang, yang harus tetap seperti semula\n";
    format!("{FAULTY}{}", line.repeat(100))
}

#[track_caller]
fn assert_said(ended: &Ended, what: &str) {
    assert_eq!(ended.code, Some(2), "{what}: {ended:?}");
    let one = ended.stderr.matches("galat: ").count();
    assert_eq!(one, 1, "{what}: {}", ended.stderr);
    assert!(!ended.stderr.contains("panicked"), "{what}: {ended:?}");
}

#[test]
fn a_full_disk_is_said_for_every_form_of_report() {
    for args in reports() {
        let to_file = args.into_iter().chain(["--output", "/dev/full"]);
        let run = sopan().file("a.yaml", FAULTY).args(to_file);
        let ended = end(&mut run.command());
        assert_said(&ended, &format!("{args:?}"));
        assert!(
            ended
                .stderr
                .contains("ditulis ke /dev/full: ruang penyimpanan penuh"),
            "{ended:?}"
        );
        let run = sopan().file("a.yaml", FAULTY).args(args);
        let mut command = run.command();
        let full = File::options().write(true).open("/dev/full").unwrap();
        let child = command.stdout(full).stderr(std::process::Stdio::piped());
        let ended = super::end_of(child.spawn().unwrap());
        assert_said(&ended, &format!("{args:?}"));
        assert!(
            ended
                .stderr
                .contains("keluaran standar: ruang penyimpanan penuh"),
            "{ended:?}"
        );
    }
}

#[test]
fn other_commands_say_it_too() {
    let commands: &[&[&str]] = &[
        &["check", "--files"],
        &["check", "--diff"],
        &["check", "--help"],
        &["check", "--fix", "-"],
        &["rules"],
        &["explain", "SP001"],
        &["settings"],
        &["schema"],
        &["man"],
        &["completions", "bash"],
        &["--version"],
    ];
    for args in commands {
        let run = sopan()
            .file("a.yaml", FAULTY)
            .without_today()
            .args(args.iter().copied());
        let mut command = through(
            &run,
            "printf 'jenis: sop\\nbiaya: Rp. 5.000\\n' | \"$@\" > /dev/full",
        );
        let ended = end(&mut command);
        assert_eq!(ended.code, Some(2), "{args:?}: {ended:?}");
        assert!(ended.stderr.contains("penuh"), "{args:?}: {ended:?}");
    }
}

#[test]
fn the_report_of_last_time_stays_where_a_new_one_has_no_room() {
    for args in reports() {
        let args = args.into_iter().chain(["--output", "lap"]);
        let run = sopan()
            .file("a.yaml", FAULTY)
            .file("lap", "lama\n")
            .args(args);
        let ended = end(&mut through(&run, NO_DISK));
        assert_eq!(fs::read_to_string(run.path("lap")).unwrap(), "lama\n");
        assert_said(&ended, "lap");
        assert_eq!(names_in(&run.path("")), ["a.yaml", "lap"]);
    }
}

#[test]
fn a_baseline_without_room_for_the_new_one_stays() {
    let run = many_findings().args(["check", "--write-baseline"]);
    run.exits(0);
    let before = fs::read(run.path("sopan-baseline.jsonl")).unwrap();
    assert!(before.len() > 8192);
    let names = names_in(&run.path(""));
    let ended = end(&mut through(&run, SMALL_DISK));
    assert!(fs::read(run.path("sopan-baseline.jsonl")).unwrap() == before);
    assert_eq!(names_in(&run.path("")), names);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"
    galat: baseline sopan-baseline.jsonl tidak dapat ditulis: berkasnya lebih besar daripada yang
           diizinkan sistem
    ");
}

#[test]
fn a_baseline_that_can_only_be_written_in_place_is_put_back() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .file("kunci/isi.txt", "")
        .args(["check", "--baseline", "kunci/b.jsonl", "--write-baseline"]);
    run.exits(0);
    let before = fs::read(run.path("kunci/b.jsonl")).unwrap();
    for number in 0..40 {
        fs::write(run.path(&format!("{number}.yaml")), FAULTY).unwrap();
    }
    mode(&run.path("kunci"), 0o555);
    let script = AS_OTHERS.replace("exec", "trap '' XFSZ; ulimit -f 8; exec");
    let ended = end(&mut through(&run, &script));
    mode(&run.path("kunci"), 0o755);
    assert!(fs::read(run.path("kunci/b.jsonl")).unwrap() == before);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"
    galat: baseline kunci/b.jsonl tidak dapat ditulis: berkasnya lebih besar daripada yang diizinkan
           sistem
    ");
}

fn many_findings() -> Sopan {
    (0..40).fold(sopan(), |run, number| {
        run.file(&format!("{number}.yaml"), FAULTY)
    })
}

#[test]
fn a_document_without_room_for_its_mended_text_stays_and_the_others_are_mended() {
    let run = sopan()
        .file("a.yaml", &large())
        .file("b.yaml", FAULTY)
        .args([
            "check",
            "--fix",
            "--format",
            "concise",
            "--fail-on",
            "never",
        ]);
    let ended = end(&mut through(&run, SMALL_DISK));
    let read = |name| fs::read_to_string(run.path(name)).unwrap();
    assert_eq!(read("a.yaml"), large());
    assert!(read("b.yaml").contains("Rp5.000,00"), "{}", read("b.yaml"));
    assert_eq!(names_in(&run.path("")), ["a.yaml", "b.yaml"]);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_snapshot!(ended.stderr, @"
    galat: a.yaml tidak dapat diperbaiki: berkasnya lebih besar daripada yang diizinkan sistem
    2 temuan diperbaiki di 1 berkas
    ");
}

#[test]
fn a_document_without_room_for_comments_stays() {
    let run = sopan().file("a.yaml", &large()).args([
        "check",
        "--add-ignores",
        "diperbaiki bertahap sampai 2027-06-30",
    ]);
    let ended = end(&mut through(&run, SMALL_DISK));
    assert_eq!(fs::read_to_string(run.path("a.yaml")).unwrap(), large());
    assert_eq!(names_in(&run.path("")), ["a.yaml"]);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert_eq!(ended.stderr, "");
    let why = "tidak diabaikan: berkasnya lebih besar daripada yang diizinkan sistem";
    assert!(ended.stdout.contains(why), "{}", ended.stdout);
}

#[test]
fn a_draft_without_room_leaves_nothing() {
    for args in [&["new", "sop", "--output", "draf.yaml"][..], &["init"]] {
        let run = sopan().without_today().args(args.iter().copied());
        let ended = end(&mut through(&run, NO_DISK));
        assert_said(&ended, &format!("{args:?}"));
        let left = names_in(&run.path(""));
        assert!(left.is_empty(), "{args:?}: {left:?}");
    }
}
