//! A repository of old documents: only new gaps fail the run.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::fs;

use common::{Sopan, sopan};
use insta::assert_snapshot;

const OLD: &str = "\
jenis: standar-pelayanan
nama: Surat Keterangan Usaha
unit: Kecamatan Contoh
wilayah: Kota Contoh
persyaratan: [KTP asli, dll]
jangka_waktu: secepatnya
";

fn check(run: Sopan, args: &[&str]) -> Sopan {
    let all = ["check", ".", "--format", "concise"].iter().chain(args);
    run.args(all.copied())
}

/// A folder with an old document and the baseline of its findings.
fn adopted() -> Sopan {
    let run = check(
        sopan().file("kecamatan/usaha.yaml", OLD),
        &["--write-baseline"],
    );
    run.exits(0);
    run
}

fn baseline(run: &Sopan) -> String {
    fs::read_to_string(run.path("sopan-baseline.jsonl")).unwrap()
}

const WITH: [&str; 2] = ["--baseline", "sopan-baseline.jsonl"];

#[test]
fn what_was_known_does_not_count() {
    let run = adopted();
    let out = check(run, &WITH).exits(0);
    assert_snapshot!(out.stdout, @"
    1 dokumen dalam 1 berkas diperiksa: tidak ada temuan
    14 temuan sudah tercatat di baseline
    ");
}

#[test]
fn a_baseline_is_sorted_and_has_an_entry_a_line() {
    let text = baseline(&adopted());
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("{\"sopan_baseline\":1}"));
    let rest: Vec<_> = lines.collect();
    let mut sorted = rest.clone();
    sorted.sort_unstable();
    assert_eq!(rest, sorted);
    let head: Vec<_> = rest
        .iter()
        .take(1)
        .map(|line| &line[..line.len() - 35])
        .collect();
    assert_snapshot!(head.join("\n"), @r#"{"file":"kecamatan/usaha.yaml","document":"surat keterangan usaha","path":"/biaya","rule":"SP005","fingerprint":"#);
}

#[test]
fn writing_it_again_changes_nothing() {
    let run = adopted();
    let before = baseline(&run);
    let run = check(run, &["--write-baseline"]);
    let out = run.exits(0);
    assert_snapshot!(out.stderr, @"14 temuan dicatat di sopan-baseline.jsonl; pakai dengan --baseline sopan-baseline.jsonl");
    assert_eq!(baseline(&run), before);
}

#[test]
fn only_the_new_gap_fails() {
    let run = adopted().file(
        "kecamatan/baru.yaml",
        &OLD.replace("Usaha", "Domisili")
            .replace("secepatnya", "segera"),
    );
    let out = check(run, &WITH).exits(1);
    assert!(
        out.stdout
            .lines()
            .all(|line| !line.starts_with("kecamatan/usaha.yaml"))
    );
    assert!(
        out.stdout.contains("kecamatan/baru.yaml:1:1: galat[SP005]"),
        "{}",
        out.stdout
    );
}

#[test]
fn a_new_gap_in_an_old_document_fails() {
    let run = adopted().file("kecamatan/usaha.yaml", &format!("{OLD}biaya: terserah\n"));
    let out = check(run, &WITH).exits(1);
    assert_snapshot!(out.stdout, @"
    kecamatan/usaha.yaml:7:8: galat[BYA001] Biaya `terserah` tidak memberi kepastian
    1 dokumen dalam 1 berkas diperiksa: 1 galat
    13 temuan sudah tercatat di baseline
    1 catatan baseline sudah tidak ditemukan; hapus dengan --prune-baseline:
      SP005  kecamatan/usaha.yaml /biaya
    ");
}

#[test]
fn keys_and_entries_put_above_it_leave_it_known() {
    let moved = OLD
        .replace(
            "persyaratan: [",
            "nomor: 1/2024\npersyaratan: [Kartu Keluarga, ",
        )
        .replace("jangka_waktu:", "# catatan\n\njangka_waktu:");
    let run = adopted().file("kecamatan/usaha.yaml", &moved);
    let out = check(run, &WITH).exits(0);
    assert!(!out.stdout.contains("galat"), "{}", out.stdout);
}

#[test]
fn a_moved_file_is_known() {
    let run = adopted().with(|folder| {
        fs::create_dir(folder.join("kelurahan")).unwrap();
        let to = folder.join("kelurahan/sku.yaml");
        fs::rename(folder.join("kecamatan/usaha.yaml"), to).unwrap();
    });
    let out = check(run, &WITH).exits(0);
    assert!(!out.stdout.contains("galat") && !out.stdout.contains("catatan baseline"));
}

#[test]
fn a_copy_is_not_a_move() {
    let out = check(adopted().file("kelurahan/sku.yaml", OLD), &WITH).exits(1);
    assert!(out.stdout.contains("kelurahan/sku.yaml"));
}

#[test]
fn the_folder_of_the_run_does_not_matter() {
    let run = adopted().within("kecamatan");
    let run = run.args([
        "check",
        "usaha.yaml",
        "--baseline",
        "../sopan-baseline.jsonl",
    ]);
    run.exits(0);
}

#[test]
fn a_run_over_a_part_keeps_what_is_known_of_the_rest() {
    let run = check(
        adopted().file("kelurahan/lain.yaml", OLD),
        &["--write-baseline"],
    );
    run.exits(0);
    let all = baseline(&run);
    let run = run.args([
        "check",
        "kelurahan",
        "--baseline",
        WITH[1],
        "--write-baseline",
    ]);
    run.exits(0);
    assert_eq!(baseline(&run), all);
    let out = run
        .args(["check", "kelurahan", "--baseline", WITH[1]])
        .exits(0);
    assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
}

/// A text of enough words to be a copy.
const TWIN: &str = "\
jenis: standar-pelayanan
nama: Surat Keterangan Usaha
unit: Kecamatan Contoh
wilayah: Kota Contoh
dasar_hukum: [UU Nomor 25 Tahun 2009 tentang Pelayanan Publik]
persyaratan: [KTP asli pemohon, Surat pengantar dari RT dan RW]
prosedur: [Pemohon menyerahkan berkas kepada petugas loket, Petugas memeriksa berkas]
jangka_waktu: 3 (tiga) hari kerja
biaya: Gratis
";

fn twins() -> Sopan {
    let run = sopan()
        .file("kecamatan/usaha.yaml", TWIN)
        .file("kelurahan/lain.yaml", TWIN);
    let run = check(run, &["--write-baseline"]);
    run.exits(0);
    assert!(baseline(&run).contains("KOR020"), "{}", baseline(&run));
    run
}

#[test]
fn a_twin_stays_known_when_both_texts_change() {
    let again = TWIN.replace("petugas loket", "petugas di loket");
    let run = twins()
        .file("kecamatan/usaha.yaml", &again)
        .file("kelurahan/lain.yaml", &again);
    let out = check(run, &WITH).exits(0);
    assert!(!out.stdout.contains("KOR"), "{}", out.stdout);
    assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
}

#[test]
fn a_twin_that_is_not_looked_at_is_still_one() {
    let run = twins();
    let of_part = ["check", "kelurahan", "--baseline", WITH[1]];
    for mode in [None, Some("--prune-baseline"), Some("--write-baseline")] {
        let before = baseline(&run);
        let run = twins().args(of_part.into_iter().chain(mode));
        let out = run.exits(0);
        assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
        assert_eq!(baseline(&run), before, "{mode:?}");
    }
}

#[test]
fn a_twin_that_is_no_more_is_told_and_pruned() {
    let other = TWIN.replace("Usaha", "Domisili");
    let run = check(twins().file("kelurahan/lain.yaml", &other), &WITH);
    let out = run.exits(0);
    assert!(
        out.stdout.contains("KOR020  kelurahan/lain.yaml"),
        "{}",
        out.stdout
    );
    let run = check(run, &[WITH[0], WITH[1], "--prune-baseline"]);
    run.exits(0);
    assert!(!baseline(&run).contains("KOR020"));
}

#[test]
fn mended_gaps_are_told_and_pruned() {
    let mended = OLD
        .replace("secepatnya", "3 (tiga) hari kerja")
        .replace(", dll", "");
    let run = adopted().file("kecamatan/usaha.yaml", &mended);
    let before = baseline(&run).lines().count();
    let run = check(run, &WITH);
    assert_snapshot!(run.exits(0).stdout, @"
    1 dokumen dalam 1 berkas diperiksa: tidak ada temuan
    12 temuan sudah tercatat di baseline
    2 catatan baseline sudah tidak ditemukan; hapus dengan --prune-baseline:
      WKT001  kecamatan/usaha.yaml /jangka_waktu
      BHS010  kecamatan/usaha.yaml /persyaratan/1
    ");
    assert_eq!(baseline(&run).lines().count(), before);
    let run = check(run, &[WITH[0], WITH[1], "--prune-baseline"]);
    let out = run.exits(0);
    assert_snapshot!(out.stderr + &out.stdout, @"
    2 catatan dihapus dari sopan-baseline.jsonl
    1 dokumen dalam 1 berkas diperiksa: tidak ada temuan
    12 temuan sudah tercatat di baseline
    ");
    assert_eq!(baseline(&run).lines().count(), before - 2);
    let out = check(run, &WITH).exits(0);
    assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
}

/// What makes a file one that cannot be checked, wholly or in part.
fn broken() -> [Vec<u8>; 5] {
    let after = |end: &[u8]| [OLD.as_bytes(), end].concat();
    [
        after(b"a: [\n"),
        after(b"---\nbiaya: [\n"),
        after(b"a: \xff\n"),
        after(b"a: *tidak\n"),
        after(&b"# terlalu besar\n".repeat(700_000)),
    ]
}

#[test]
fn what_is_known_of_a_file_that_cannot_be_checked_stays() {
    for bytes in broken() {
        for mode in [None, Some("--prune-baseline"), Some("--write-baseline")] {
            let run = adopted().with(|folder| {
                fs::write(folder.join("kecamatan/usaha.yaml"), &bytes).unwrap();
            });
            let before = baseline(&run);
            let args: Vec<_> = WITH.into_iter().chain(mode).collect();
            let run = check(run, &args);
            let out = run.exits(i32::from(mode != Some("--write-baseline")));
            assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
            let after = baseline(&run);
            assert!(before.lines().all(|line| after.contains(line)), "{after}");
            let run = check(run.file("kecamatan/usaha.yaml", OLD), &WITH);
            assert!(!run.exits(0).stdout.contains("galat"));
        }
    }
}

#[test]
fn a_file_that_can_be_checked_again_leaves_no_trace_of_its_fault() {
    let run = adopted().file("kecamatan/usaha.yaml", &format!("{OLD}a: [\n"));
    let before = baseline(&adopted());
    let run = check(run, &["--write-baseline"]);
    run.exits(0);
    assert!(baseline(&run).contains("DOK004"));
    let run = run.file("kecamatan/usaha.yaml", OLD);
    let run = check(run, &[WITH[0], WITH[1], "--prune-baseline"]);
    run.exits(0);
    assert_eq!(baseline(&run), before);
}

#[test]
fn a_twin_that_cannot_be_read_is_still_one() {
    for mode in [None, Some("--prune-baseline"), Some("--write-baseline")] {
        let run = twins().file("kelurahan/lain.yaml", &format!("{TWIN}a: [\n"));
        let before = baseline(&run);
        let args: Vec<_> = WITH.into_iter().chain(mode).collect();
        let run = check(run, &args);
        let out = run.exits(i32::from(mode != Some("--write-baseline")));
        assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
        let after = baseline(&run);
        assert!(before.lines().all(|line| after.contains(line)), "{after}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_looked_into_is_not_gone() {
    let run = adopted().with(|folder| {
        fs::rename(folder.join("kecamatan"), folder.join("simpan")).unwrap();
        // Like one without permission, also for the superuser.
        std::os::unix::fs::symlink("kecamatan", folder.join("kecamatan")).unwrap();
    });
    let before = baseline(&run);
    let run = run.file("lain.yaml", "jenis: sop\n").args([
        "check",
        "lain.yaml",
        WITH[0],
        WITH[1],
        "--prune-baseline",
    ]);
    run.exits(1);
    assert_eq!(baseline(&run), before);
}

#[test]
fn merge_tells_nothing_of_a_file_that_could_not_be_checked() {
    let run = adopted().file("kecamatan/usaha.yaml", &format!("{OLD}a: [\n"));
    let run = run.args(["check", "--facts-out", "fakta"]);
    run.exits(1);
    let run = run.args(["merge", "fakta", "--as", "check", WITH[0], WITH[1]]);
    let out = run.exits(1);
    assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
}

#[test]
fn a_rule_that_was_not_run_leaves_nothing_stale() {
    let run = check(adopted(), &[WITH[0], WITH[1], "--select", "SP004"]);
    let out = run.exits(0);
    assert!(!out.stdout.contains("catatan baseline"), "{}", out.stdout);
}

#[test]
fn baselines_that_cannot_be_used() {
    let merge = "{\"sopan_baseline\":1}\n<<<<<<< HEAD\n";
    let cases = [
        ("tidak-ada.jsonl", None),
        ("bukan.jsonl", Some("[]\n")),
        ("baru.jsonl", Some("{\"sopan_baseline\":2}\n")),
        ("gabungan.jsonl", Some(merge)),
    ];
    let said = cases.map(|(name, text)| {
        let run = sopan().file("a.yaml", OLD);
        let run = match text {
            Some(text) => run.file(name, text),
            None => run,
        };
        run.args(["check", "a.yaml", "--baseline", name])
            .exits(2)
            .stderr
    });
    assert_snapshot!(said.join("\n"), @r#"
    galat: baseline tidak-ada.jsonl tidak dapat dibaca: berkas atau folder yang dituju tidak ada
       bantuan: Buat dahulu dengan `--baseline tidak-ada.jsonl --write-baseline`, atau periksa namanya.

    galat: baseline bukan.jsonl tidak dapat dipakai: baris pertamanya bukan `{"sopan_baseline":1}`
       bantuan: Bila berkas ini sisa penggabungan (`<<<<<<<`), selesaikan dahulu; bila bukan baseline,
                hapus lalu buat baru dengan --write-baseline.

    galat: baseline baru.jsonl tidak dapat dipakai: versinya 2, sedangkan yang dikenal versi 1
       bantuan: Pakai sopan yang lebih baru, atau buat baseline baru dengan --write-baseline.

    galat: baseline gabungan.jsonl tidak dapat dipakai: baris 2 bukan catatan temuan
       bantuan: Bila berkas ini sisa penggabungan (`<<<<<<<`), selesaikan dahulu; bila bukan baseline,
                hapus lalu buat baru dengan --write-baseline.
    "#);
    for args in [
        &["--prune-baseline"][..],
        &["--write-baseline", "--select", "SP"],
    ] {
        let out = check(sopan().file("a.yaml", OLD), args).exits(2);
        assert_eq!(out.stdout, "");
    }
}

#[test]
fn json_counts_what_is_known_and_names_what_is_stale() {
    let run = adopted().file("kecamatan/usaha.yaml", &OLD.replace("secepatnya", "2 jam"));
    let run = run.args(["check", ".", "--format", "json", WITH[0], WITH[1]]);
    let report = run.exits(0).json();
    assert_eq!(report["summary"]["error"], 0);
    assert_eq!(
        report["summary"]["baselined"].as_u64().unwrap() as usize,
        baseline(&run).lines().count() - 2
    );
    assert_eq!(report["stale"][0]["rule"], "WKT001");
    assert_eq!(report["stale"][0]["file"], "kecamatan/usaha.yaml");
}
