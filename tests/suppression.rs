//! Comments that silence findings.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::{fs, path::Path};

use common::{Sopan, assert_harmless, findings, read, sopan};
use insta::assert_snapshot;

const WITH: &str = "\
# sopan: abaikan KEP003 -- kantor pusat, bukan daerah

jenis: tupoksi
unit: Kecamatan Contoh
# sopan: abaikan BHS001 sampai 2026-12-31 -- nama menunggu Perwal
nama: TBD
tugas:
  - id: a
    uraian: TBD # sopan: abaikan BHS001 -- butir contoh
";

fn check(text: &str, args: &[&str]) -> Sopan {
    let all = ["check", "--format", "concise"].iter().chain(args);
    sopan().file("a.yaml", text).args(all.copied())
}

#[test]
fn what_is_silenced_is_counted_and_not_shown() {
    let out = check(WITH, &[]).exits(0);
    assert_snapshot!(out.stdout, @"
    1 dokumen dalam 1 berkas diperiksa: tidak ada temuan
    3 temuan diabaikan dengan komentar (lihat dengan --no-ignores)
    ");
    let report = sopan()
        .file("a.yaml", WITH)
        .args(["check", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(report["summary"]["suppressed"], 3);
    assert!(findings(&report).is_empty());
}

#[test]
fn one_flag_looks_behind_all_comments() {
    let text = format!("{WITH}# sopan: abaikan SP001 -- tidak terpakai\n");
    let out = check(&text, &["--no-ignores"]).exits(1);
    assert_snapshot!(out.stdout, @"
    a.yaml:3:1: peringatan[KEP003] Wilayah belum ada
    a.yaml:6:7: galat[BHS001] Isian sementara `TBD` belum diganti
    a.yaml:9:13: galat[BHS001] Isian sementara `TBD` belum diganti
    1 dokumen dalam 1 berkas diperiksa: 2 galat, 1 peringatan
    ");
}

#[test]
fn after_the_last_day_it_counts_again() {
    let run = sopan().file("a.yaml", WITH).without_today().args([
        "check",
        "--today",
        "2027-01-01",
        "--select",
        "BHS,DOK",
    ]);
    assert_snapshot!(run.exits(1).stdout, @"
    peringatan[DOK023] Pengabaian `BHS001` hanya berlaku sampai 2026-12-31
       ╭─[a.yaml:5:1]
     5 │ # sopan: abaikan BHS001 sampai 2026-12-31 -- nama menunggu Perwal
       · ─────────────────────────────────────────────────────────────────
       ╰────
       bantuan: Perbaiki kekurangannya, atau beri tanggal baru bila alasannya masih berlaku.
       dasar: Format dokumen sopan versi 1

    galat[BHS001] Isian sementara `TBD` belum diganti
       ╭─[a.yaml:6:7]
     6 │ nama: TBD
       ·       ───
       ╰────
       bantuan: Ganti dengan isi yang sebenarnya. Bila nomor atau tanggalnya belum ada, pakai
                `status: draf` dan hapus bagian itu.
       dasar: UU 25/2009 Pasal 21 (setiap komponen harus berisi)

    1 dokumen dalam 1 berkas diperiksa: 1 galat, 1 peringatan
    1 temuan diabaikan dengan komentar (lihat dengan --no-ignores)
    ");
}

#[test]
fn what_does_nothing_is_told_in_both_languages() {
    let text = "\
jenis: tupoksi
wilayah: Kota Contoh
unit: Kecamatan Contoh # sopan: abaikan BHS001 -- sudah diperbaiki
nama: TBD # sopan: abaikan BHS
tugas: [] # noqa
";
    let run = check(text, &["--fail-on", "error"]);
    assert_snapshot!(run.exits(1).stdout, @"
    a.yaml:3:24: peringatan[DOK021] Komentar ini tidak mengabaikan apa pun: tidak ada temuan `BHS001` di sini
    a.yaml:4:7: galat[BHS001] Isian sementara `TBD` belum diganti
    a.yaml:4:28: peringatan[DOK026] Komentar ini harus menyebut aturan satu per satu: `BHS` bukan satu aturan
    a.yaml:5:1: galat[TUP001] Daftar tugas unit masih kosong
    a.yaml:5:13: peringatan[DOK027] Komentar ini tidak berlaku sebagai pengabaian: `noqa` bukan bentuk yang dikenal sopan
    1 dokumen dalam 1 berkas diperiksa: 2 galat, 3 peringatan
    1 dapat diperbaiki dengan --fix
    ");
    let run = check(text, &["--fail-on", "error", "--lang", "en"]);
    assert_snapshot!(run.exits(1).stdout, @"
    a.yaml:3:24: warning[DOK021] This comment silences nothing: there is no finding of `BHS001` here
    a.yaml:4:7: error[BHS001] The placeholder `TBD` is still there
    a.yaml:4:28: warning[DOK026] This comment must name every rule: `BHS` is not one rule
    a.yaml:5:1: error[TUP001] The list of tasks of the unit is still empty
    a.yaml:5:13: warning[DOK027] This comment does not silence anything: `noqa` is not a form that sopan knows
    1 document in 1 file checked: 2 errors, 3 warnings
    1 can be mended with --fix
    ");
}

#[test]
fn what_the_command_line_leaves_out_is_not_unused() {
    for args in [["--select", "DOK"], ["--ignore", "BHS001"]] {
        let out = check(WITH, &args).exits(0);
        assert!(!out.stdout.contains("DOK021"), "{}", out.stdout);
    }
}

#[test]
fn a_score_does_not_rise_by_silencing() {
    let text = "jenis: standar-pelayanan\nnama: KTP\nunit: Dinas\nwilayah: Kota Contoh\n";
    let score = |text: &str| {
        let run =
            sopan()
                .file("a.yaml", text)
                .args(["check", "--format", "json", "--fail-on", "never"]);
        run.exits(0).json()["documents"][0]["score"].clone()
    };
    let silenced = format!("# sopan: abaikan SP005 -- tidak dipungut\n\n{text}");
    assert_eq!(score(text), score(&silenced));
}

#[test]
fn hostile_words_are_shown_safely() {
    let text = "jenis: tupoksi\nnama: TBD # sopan: abaikan \u{202e}zz\u{85}z, <b>, ::error::, `x` sampai \u{200b}kini -- a\u{9b}31m\nunit: TBD # sopan: abaikan \u{202e}SP -- \u{feff}\n";
    for format in ["human", "concise"] {
        let run = sopan()
            .file("a.yaml", text)
            .args(["check", "--format", format]);
        assert_harmless(&run.exits(1).stdout, format);
    }
}

#[test]
fn comments_are_written_for_what_was_found() {
    let text = "jenis: tupoksi\r\nunit: Kecamatan Contoh\r\nnama: TBD\r\ntugas:\r\n  - id: a\r\n    uraian: TBD\r\n";
    let run = check(
        text,
        &[
            "--add-ignores",
            "lama, diperbaiki bertahap sampai 2027-06-30",
        ],
    );
    assert_snapshot!(run.exits(0).stdout, @"3 temuan diabaikan dengan 3 komentar di 1 berkas");
    let written = read(&run, "a.yaml");
    assert_eq!(
        written.matches('\n').count(),
        written.matches("\r\n").count()
    );
    assert_snapshot!(written.replace('\r', ""), @"
    # sopan: abaikan KEP003 sampai 2027-06-30 -- lama, diperbaiki bertahap

    jenis: tupoksi
    unit: Kecamatan Contoh
    # sopan: abaikan BHS001 sampai 2027-06-30 -- lama, diperbaiki bertahap
    nama: TBD
    tugas:
      - id: a
        # sopan: abaikan BHS001 sampai 2027-06-30 -- lama, diperbaiki bertahap
        uraian: TBD
    ");
    let after = run.args(["check", "--format", "concise"]);
    assert_snapshot!(after.exits(0).stdout, @"
    1 dokumen dalam 1 berkas diperiksa: tidak ada temuan
    3 temuan diabaikan dengan komentar (lihat dengan --no-ignores)
    ");
    let again = after.args(["check", "--add-ignores", "lagi"]);
    assert_snapshot!(again.exits(0).stdout, @"tidak ada komentar yang ditulis");
    assert_eq!(read(&again, "a.yaml"), written);
}

#[test]
fn what_cannot_be_silenced_is_told() {
    let run = sopan()
        .file("rusak.yaml", "jenis: tupoksi\nnama:\n\t- TBD\n")
        .bytes("utf16.yaml", utf16("jenis: tupoksi\nnama: TBD\ntugas: [Melayani warga]\n"))
        .file(
            "ya.yaml",
            "\u{feff}jenis: tupoksi\nwilayah: Kota\nunit: Dinas\nnama: TBD\ntugas: [Melayani warga]\n",
        )
        .args(["check", "--add-ignores", "lama"]);
    assert_snapshot!(run.exits(1).stdout, @"
    rusak.yaml:3:1: DOK004 tidak diabaikan: bagian ini tidak dapat dibaca; perbaiki dahulu
    utf16.yaml:1:1: KEP002 tidak diabaikan: berkasnya memakai UTF-16; simpan ulang sebagai UTF-8
    utf16.yaml:1:1: KEP003 tidak diabaikan: berkasnya memakai UTF-16; simpan ulang sebagai UTF-8
    utf16.yaml:2:7: BHS001 tidak diabaikan: berkasnya memakai UTF-16; simpan ulang sebagai UTF-8
    1 temuan diabaikan dengan 1 komentar di 1 berkas; 4 temuan tidak diabaikan
    ");
    // The byte order mark stays the first.
    assert_eq!(
        read(&run, "ya.yaml"),
        "\u{feff}jenis: tupoksi\nwilayah: Kota\nunit: Dinas\n# sopan: abaikan BHS001 -- lama\nnama: TBD\ntugas: [Melayani warga]\n"
    );
    assert_eq!(read(&run, "rusak.yaml"), "jenis: tupoksi\nnama:\n\t- TBD\n");
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xFF, 0xFE].into_iter().chain(units).collect()
}

#[test]
fn a_misspelt_key_and_the_gap_behind_it() {
    let text = "jenis: standar-pelayanan\nnama: KTP\nbiya: Gratis\n";
    let run = check(text, &["--add-ignores", "lama"]);
    run.exits(0);
    let after = run.args(["check", "--format", "concise", "--fail-on", "info"]);
    after.exits(0);
}

#[test]
fn what_a_baseline_knows_gets_no_comment() {
    let text = "jenis: tupoksi\nunit: Dinas\nwilayah: Kota\nnama: TBD\n";
    let run = check(text, &["--write-baseline"]);
    run.exits(0);
    let run = run.file("a.yaml", &format!("{text}tugas: TBD\n")).args([
        "check",
        "--baseline",
        "sopan-baseline.jsonl",
        "--add-ignores",
        "baru",
    ]);
    run.exits(0);
    let written = read(&run, "a.yaml");
    assert!(written.starts_with(text), "{written}");
    assert!(
        written.contains("# sopan: abaikan BHS001 -- baru\ntugas: TBD"),
        "{written}"
    );
}

#[test]
fn a_reason_must_be_one() {
    let text = "jenis: tupoksi\nnama: TBD\n";
    let run = check(text, &["--add-ignores", " "]);
    assert_snapshot!(run.exits(2).stderr, @r#"
    galat: alasan pada --add-ignores belum diisi
       bantuan: Contoh: `--add-ignores "SOP lama, diperbaiki bertahap sampai 2027-06-30"`.
    "#);
    let run = check(text, &["--add-ignores", "a\nb"]);
    assert_snapshot!(run.exits(2).stderr, @r#"
    galat: alasan pada --add-ignores harus satu baris teks biasa
       bantuan: Contoh: `--add-ignores "SOP lama, diperbaiki bertahap sampai 2027-06-30"`.
    "#);
    let run = check(text, &["--add-ignores", "lama sampai 2026-01-01"]);
    assert_snapshot!(run.exits(2).stderr, @r#"
    galat: tanggal akhir pada --add-ignores sudah lewat
       bantuan: Contoh: `--add-ignores "SOP lama, diperbaiki bertahap sampai 2027-06-30"`.
    "#);
    let run = check(text, &["--add-ignores", "a.yaml"]);
    assert_snapshot!(run.exits(2).stderr, @r#"
    galat: sesudah --add-ignores diharapkan alasan, bukan nama berkas: a.yaml
       bantuan: Tulis `sopan check a.yaml --add-ignores "alasan"`.
    "#);
    let run = check(text, &["-", "--add-ignores", "lama"]).stdin(text);
    assert_snapshot!(run.exits(2).stderr, @"
    galat: --add-ignores menulis ke berkas, jadi tidak dapat dipakai untuk masukan standar
       bantuan: Sebut berkasnya.
    ");
    assert_eq!(read(&run, "a.yaml"), text);
}

/// Every YAML file below a folder, by its name.
fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            found.push((path.display().to_string(), fs::read(path).unwrap()));
        }
    }
}

#[test]
fn a_whole_city_can_be_taken_over() {
    let mut originals = Vec::new();
    files(Path::new("examples"), &mut originals);
    assert!(originals.len() > 10);
    let mut run = sopan();
    for (name, bytes) in &originals {
        run = run.bytes(name, bytes);
    }
    let run = run.args(["check", ".", "--add-ignores", "lama", "--fail-on", "never"]);
    run.exits(0);
    let run = run.args(["check", ".", "--format", "json", "--fail-on", "never"]);
    let report = run.exits(0).json();
    let left: Vec<_> = findings(&report);
    // What is not YAML cannot be silenced; all else is, and no comment is unused.
    assert!(
        left.iter().all(|(_, finding)| finding["rule"] == "DOK004"),
        "{left:#?}"
    );
    assert!(report["summary"]["suppressed"].as_u64().unwrap() > 20);
    let mut written = Vec::new();
    files(&run.path("examples"), &mut written);
    for ((name, before), (_, after)) in originals.iter().zip(&written) {
        let lines = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            let lines = text.lines().map(str::to_owned);
            lines
                .filter(|line| !line.contains("# sopan: abaikan") && !line.is_empty())
                .collect::<Vec<_>>()
        };
        assert_eq!(lines(before), lines(after), "{name}");
    }
    let run = run.args(["check", ".", "--add-ignores", "lagi", "--fail-on", "never"]);
    run.exits(0);
    let mut again = Vec::new();
    files(&run.path("examples"), &mut again);
    assert_eq!(written, again);
}
