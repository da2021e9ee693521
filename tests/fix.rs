//! `sopan check --fix`, `--unsafe-fixes` and `--diff` as a user meets them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::{fs, path::Path};

use common::{Sopan, sopan};

const FAULTY: &str = "\
# kepala tetap
jenis: sop
nama: Legalisasi   # bukan izin

dasar_hukum:
  - Undang-undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
  # alasan tetap
  - Undang-undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
persayaratan: 'KTP asli'
jangka_waktu: 30 mnt
biaya: \"Rp. 5.000,-\"
";

const MENDED: &str = "\
# kepala tetap
jenis: sop
nama: Legalisasi   # bukan izin

dasar_hukum:
  - Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
  # alasan tetap
persyaratan: 'KTP asli'
jangka_waktu: 30 (tiga puluh) menit
biaya: \"Rp5.000,00\"
";

fn read(run: &Sopan, name: &str) -> String {
    fs::read_to_string(run.path(name)).unwrap()
}

fn only_files(run: &Sopan, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(run.path(folder)).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn safe_fixes_are_written_and_the_rest_is_reported() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .file("b.yaml", "jenis: sop\nbiaya: Rp. 7.000\n")
        .args([
            "check",
            "--fix",
            "--format",
            "concise",
            "--select",
            "BYA007,DOK011,HKM,WKT",
        ]);
    let out = run.exits(0);
    assert_eq!(read(&run, "a.yaml"), MENDED);
    assert_eq!(read(&run, "b.yaml"), "jenis: sop\nbiaya: Rp7.000,00\n");
    assert_eq!(
        out.stdout,
        "2 dokumen dalam 2 berkas diperiksa: tidak ada temuan\n"
    );
    assert_eq!(out.stderr, "6 temuan diperbaiki di 2 berkas\n");
    assert_eq!(only_files(&run, "."), ["a.yaml", "b.yaml"]);
    // Once more changes nothing.
    let again = run.exits(0);
    assert_eq!(read(&run, "a.yaml"), MENDED);
    assert_eq!(
        again.stderr,
        "tidak ada temuan yang dapat diperbaiki otomatis\n"
    );
}

#[test]
fn a_person_is_told_which_rules_were_mended() {
    let run = sopan()
        .file(
            "a.yaml",
            "jenis: sop\nbiaya: Rp. 7.000\njangka_waktu: 3 hr kerja\n",
        )
        .args(["check", "--fix", "--select", "BYA007,WKT015"]);
    insta::assert_snapshot!(run.exits(0).stderr, @"
    2 temuan diperbaiki di 1 berkas
        1  BYA007 penulisan-rupiah-tidak-baku
        1  WKT015 penulisan-waktu-tidak-baku
    ");
    let run = run.file("a.yaml", "jenis: sop\nbiaya: Rp. 7.000\n").args([
        "check", "--fix", "--select", "BYA007", "--lang", "en", "--format", "json",
    ]);
    let out = run.exits(0);
    assert_eq!(out.stderr, "1 finding in 1 file mended\n");
    assert_eq!(out.json()["summary"]["info"], 0);
}

#[test]
fn what_changes_the_meaning_is_only_written_when_asked() {
    let text = "jenis: standar-pelayanan\nnama: Legalisasi\njangka_waktu: 3 (empat) hari kerja\n";
    let run = sopan()
        .file("a.yaml", text)
        .args(["check", "--fix", "--select", "ANG001,SP005"]);
    run.exits(1);
    assert_eq!(read(&run, "a.yaml"), text);
    let shown = run.args(["check", "--unsafe-fixes", "--select", "ANG001,SP005"]);
    insta::assert_snapshot!(shown.exits(1).stdout, @"
    --- a.yaml
    +++ a.yaml
    @@ -1,3 +1,4 @@
     jenis: standar-pelayanan
     nama: Legalisasi
    -jangka_waktu: 3 (empat) hari kerja
    +jangka_waktu: 3 (tiga) hari kerja
    +biaya: mohon diisi
    ");
    assert_eq!(read(&shown, "a.yaml"), text);
    let run = shown.args([
        "check",
        "--fix",
        "--unsafe-fixes",
        "--select",
        "ANG001,SP005",
    ]);
    run.exits(0);
    let after = "jenis: standar-pelayanan\nnama: Legalisasi\njangka_waktu: 3 (tiga) hari kerja\nbiaya: mohon diisi\n";
    assert_eq!(read(&run, "a.yaml"), after);
}

#[test]
fn a_document_of_two_lines_gets_all_components_in_their_order() {
    let run = sopan()
        .file("a.yaml", "jenis: standar-pelayanan\nnama: Legalisasi KTP\n")
        .args([
            "check",
            "--fix",
            "--unsafe-fixes",
            "--select",
            "SP,BHS001",
            "--format",
            "concise",
        ]);
    insta::assert_snapshot!(run.exits(1).stdout, @"
    a.yaml:3:14: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:4:11: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:5:15: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:6:8: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:7:9: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:8:12: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:9:14: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:10:19: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:11:23: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:12:22: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:13:19: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:14:20: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:15:19: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    a.yaml:16:19: galat[BHS001] Isian sementara `mohon diisi` belum diganti
    1 dokumen dalam 1 berkas diperiksa: 14 galat
    ");
    insta::assert_snapshot!(read(&run, "a.yaml"), @"
    jenis: standar-pelayanan
    nama: Legalisasi KTP
    persyaratan: mohon diisi
    prosedur: mohon diisi
    jangka_waktu: mohon diisi
    biaya: mohon diisi
    produk: mohon diisi
    pengaduan: mohon diisi
    dasar_hukum: mohon diisi
    sarana_prasarana: mohon diisi
    kompetensi_pelaksana: mohon diisi
    pengawasan_internal: mohon diisi
    jumlah_pelaksana: mohon diisi
    jaminan_pelayanan: mohon diisi
    jaminan_keamanan: mohon diisi
    evaluasi_kinerja: mohon diisi
    ");
}

#[test]
fn a_skeleton_goes_where_the_regulation_has_it() {
    let select = [
        "check",
        "--fix",
        "--unsafe-fixes",
        "--select",
        "SP004,SP005,SP006,SP014",
    ];
    let table = [
        // Behind the components before it, with the comment that belongs to them.
        (
            "jenis: standar-pelayanan\nprosedur:\n  - a\n  # tentang a\n# tentang biaya\nbiaya: Gratis\nproduk: KK\nevaluasi_kinerja: ada\n",
            "jenis: standar-pelayanan\nprosedur:\n  - a\n  # tentang a\njangka_waktu: mohon diisi\n# tentang biaya\nbiaya: Gratis\nproduk: KK\nevaluasi_kinerja: ada\n",
        ),
        // Before the end of the document, with the line ends of the file.
        (
            "jenis: standar-pelayanan\r\nbiaya: |\r\n  Gratis\r\n\r\n...\r\n---\r\njenis: tupoksi\r\n",
            "jenis: standar-pelayanan\r\njangka_waktu: mohon diisi\r\nbiaya: |\r\n  Gratis\r\nproduk: mohon diisi\r\nevaluasi_kinerja: mohon diisi\r\n\r\n...\r\n---\r\njenis: tupoksi\r\n",
        ),
        // A file without a last line end keeps to that.
        (
            "jenis: standar-pelayanan\njangka_waktu: 1 jam\nbiaya: Gratis\nevaluasi_kinerja:\n- ada # cukup",
            "jenis: standar-pelayanan\njangka_waktu: 1 jam\nbiaya: Gratis\nproduk: mohon diisi\nevaluasi_kinerja:\n- ada # cukup",
        ),
        (
            "jenis: standar-pelayanan\njangka_waktu: 1 jam\nproduk: KK\nbiaya: Gratis",
            "jenis: standar-pelayanan\njangka_waktu: 1 jam\nproduk: KK\nbiaya: Gratis\nevaluasi_kinerja: mohon diisi",
        ),
        // Deeper than the margin.
        (
            "---\n  jenis: standar-pelayanan\n  jangka_waktu: 1 jam\n  produk: {a: b,\n    c: d}\n  evaluasi_kinerja: [a,\n  b]\n",
            "---\n  jenis: standar-pelayanan\n  jangka_waktu: 1 jam\n  biaya: mohon diisi\n  produk: {a: b,\n    c: d}\n  evaluasi_kinerja: [a,\n  b]\n",
        ),
        // Not into brackets.
        (
            "{jenis: standar-pelayanan, biaya: Gratis}\n",
            "{jenis: standar-pelayanan, biaya: Gratis}\n",
        ),
        (
            "--- {jenis: standar-pelayanan}\n",
            "--- {jenis: standar-pelayanan}\n",
        ),
    ];
    for (before, after) in table {
        let run = sopan().file("a.yaml", before).args(select);
        let command = run.command().output().unwrap();
        assert_ne!(command.status.code(), Some(2), "{before}");
        assert_eq!(read(&run, "a.yaml"), after, "{before}");
    }
}

#[test]
fn a_diff_can_be_given_to_patch_and_writes_nothing() {
    let run = sopan()
        .file("a.yaml", FAULTY)
        .file("baik.yaml", "jenis: sop\nbiaya: Gratis\n")
        .args(["check", "--diff", "--select", "BYA007,WKT015"]);
    let out = run.exits(1);
    assert_eq!(read(&run, "a.yaml"), FAULTY);
    insta::assert_snapshot!(out.stdout, @r#"
    --- a.yaml
    +++ a.yaml
    @@ -7,5 +7,5 @@
       # alasan tetap
       - Undang-undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
     persayaratan: 'KTP asli'
    -jangka_waktu: 30 mnt
    -biaya: "Rp. 5.000,-"
    +jangka_waktu: 30 (tiga puluh) menit
    +biaya: "Rp5.000,00"
    "#);
    insta::assert_snapshot!(out.stderr, @"
    2 temuan di 1 berkas dapat diperbaiki dengan `--fix`
        1  BYA007 penulisan-rupiah-tidak-baku
        1  WKT015 penulisan-waktu-tidak-baku
    ");
    // --diff never writes, whatever stands beside it.
    let run = run.args(["check", "--diff", "--fix", "--select", "BYA007,WKT015"]);
    assert_eq!(run.exits(1).stdout, out.stdout);
    assert_eq!(read(&run, "a.yaml"), FAULTY);
    let run = run.args(["check", "--diff", "--select", "BYA007", "baik.yaml"]);
    let out = run.exits(0);
    assert_eq!(out.stdout, "");
    let run = run.args(["check", "--diff", "--select", "BYA007", "--color", "always"]);
    assert!(run.exits(1).stdout.contains("\u{1b}[32m+biaya"));
}

#[test]
fn standard_input_comes_out_mended() {
    let run =
        sopan()
            .stdin(FAULTY)
            .args(["check", "--fix", "-", "--select", "BYA007,DOK011,HKM,WKT"]);
    let out = run.exits(0);
    assert_eq!(out.stdout, MENDED);
    // What cannot be mended comes out as it is.
    for text in ["jenis: sop\nbiaya: [\n", "", "jenis: sop\nnama: TBD\n"] {
        let run = sopan().stdin(text).args(["check", "--fix", "-"]);
        let out = run.exits(1);
        assert_eq!(out.stdout, text);
        assert!(out.stderr.contains("galat["), "{out:?}");
    }
    let run = sopan().stdin("jenis: sop\nbiaya: Rp 5.000\n").args([
        "check",
        "--diff",
        "-",
        "--stdin-filename",
        "x.yaml",
        "--select",
        "BYA007",
    ]);
    insta::assert_snapshot!(run.exits(1).stdout, @"
    --- x.yaml
    +++ x.yaml
    @@ -1,2 +1,2 @@
     jenis: sop
    -biaya: Rp 5.000
    +biaya: Rp5.000,00
    ");
}

#[test]
fn only_findings_that_count_are_mended() {
    let run = sopan().file("a.yaml", FAULTY).args([
        "check",
        "--fix",
        "--ignore",
        "BYA007,DOK011,HKM",
        "--fail-on",
        "never",
    ]);
    run.exits(0);
    assert_eq!(
        read(&run, "a.yaml"),
        FAULTY.replace("30 mnt", "30 (tiga puluh) menit")
    );
    // What a baseline knows does not count either.
    let run = sopan()
        .file("a.yaml", "jenis: sop\nbiaya: Rp. 5.000\n")
        .args(["check", "--write-baseline"]);
    run.exits(0);
    let run = run.args(["check", "--fix", "--baseline", "sopan-baseline.jsonl"]);
    run.exits(0);
    assert_eq!(read(&run, "a.yaml"), "jenis: sop\nbiaya: Rp. 5.000\n");
}

#[test]
fn utf16_and_broken_yaml_are_left_with_a_reason() {
    let mut wide = vec![0xFF, 0xFE];
    wide.extend(
        "jenis: sop\nbiaya: Rp. 5.000\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes),
    );
    let broken = "jenis: sop\nbiaya: Rp. 5.000\n---\na: [\n";
    let run = sopan()
        .bytes("lebar.yaml", &wide)
        .file("rusak.yaml", broken)
        .args([
            "check", "--fix", "--select", "BYA007", "--format", "concise",
        ]);
    let out = run.exits(1);
    assert_eq!(fs::read(run.path("lebar.yaml")).unwrap(), wide);
    assert_eq!(read(&run, "rusak.yaml"), broken);
    insta::assert_snapshot!(out.stderr, @"
    BYA007 di lebar.yaml tidak diperbaiki: berkasnya memakai UTF-16; simpan ulang sebagai UTF-8, lalu jalankan lagi
    BYA007 di rusak.yaml tidak diperbaiki: susunan YAML berkas ini salah; perbaiki itu dahulu
    tidak ada temuan yang dapat diperbaiki otomatis
    ");
}

#[cfg(unix)]
#[test]
fn what_is_read_only_is_named_and_the_others_are_mended() {
    use std::os::unix::fs::PermissionsExt;
    let mark = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let text = "jenis: sop\nbiaya: Rp. 5.000\n";
    let run = sopan()
        .file("beku/a.yaml", text)
        .file("berkas.yaml", text)
        .file("lain.yaml", text)
        .args([
            "check", "--fix", "--select", "BYA007", "--format", "concise",
        ]);
    mark(&run.path("berkas.yaml"), 0o444);
    mark(&run.path("beku"), 0o555);
    let out = run.exits(2);
    mark(&run.path("beku"), 0o755);
    assert_eq!(read(&run, "beku/a.yaml"), text);
    assert_eq!(read(&run, "berkas.yaml"), text);
    assert_eq!(read(&run, "lain.yaml"), "jenis: sop\nbiaya: Rp5.000,00\n");
    assert_eq!(only_files(&run, "beku"), ["a.yaml"]);
    insta::assert_snapshot!(out.stdout, @"
    beku/a.yaml:2:8: info[BYA007] Nilai rupiah `Rp. 5.000` ditulis tidak baku
    berkas.yaml:2:8: info[BYA007] Nilai rupiah `Rp. 5.000` ditulis tidak baku
    3 dokumen dalam 3 berkas diperiksa: 2 info
    2 dapat diperbaiki dengan --fix
    ");
    insta::assert_snapshot!(out.stderr, @"
    galat: beku/a.yaml tidak dapat diperbaiki: foldernya ditandai hanya dapat dibaca
    galat: berkas.yaml tidak dapat diperbaiki: berkas ini ditandai hanya dapat dibaca
    1 temuan diperbaiki di 1 berkas
    ");
}

#[cfg(unix)]
#[test]
fn links_stay_links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let text = "jenis: sop\nbiaya: Rp. 5.000\n";
    let run = sopan()
        .file("asli/a.yaml", text)
        .with(|folder| {
            symlink("asli/a.yaml", folder.join("tautan.yaml")).unwrap();
            let mode = fs::Permissions::from_mode(0o640);
            fs::set_permissions(folder.join("asli/a.yaml"), mode).unwrap();
        })
        .args([
            "check",
            "--fix",
            "--select",
            "BYA007",
            "--format",
            "concise",
            "asli/a.yaml",
            "tautan.yaml",
        ]);
    let out = run.exits(0);
    assert!(!out.stderr.contains("galat"), "{out:?}");
    assert!(
        fs::symlink_metadata(run.path("tautan.yaml"))
            .unwrap()
            .is_symlink()
    );
    let meta = fs::metadata(run.path("asli/a.yaml")).unwrap();
    assert_eq!(meta.permissions().mode() & 0o7777, 0o640);
    assert_eq!(read(&run, "asli/a.yaml"), "jenis: sop\nbiaya: Rp5.000,00\n");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let run = |threads: &str| {
        let mut run = sopan();
        for n in 0..12 {
            run = run.file(&format!("{n}.yaml"), FAULTY);
        }
        let run = run.args(["check", "--diff", "--unsafe-fixes", "--threads", threads]);
        run.exits(1)
    };
    assert_eq!(run("1"), run("3"));
}

#[test]
fn no_component_is_offered_for_a_document_in_brackets() {
    let text = "{\n  jenis: standar-pelayanan,\n  nama: A,\n  biaya: Gratis\n}\n";
    let run = sopan().file("a.yaml", text);
    let report = run.args(["check", "a.yaml", "--format", "json"]);
    let report = report.exits(1);
    assert!(report.stdout.contains("\"SP001\""));
    assert!(!report.stdout.contains("\"fix\""), "{}", report.stdout);
}

#[test]
fn many_entries_that_say_the_same_are_one_afterwards() {
    let same = "- UU 25/2009 tentang Pelayanan Publik\n";
    for count in [2, 3, 5, 17, 200] {
        let text = |count| {
            let entries = same.repeat(count);
            format!("jenis: standar-pelayanan\nbiaya: Rp 5.000\ndasar_hukum:\n{entries}# akhir\n")
        };
        let run = sopan().file("a.yaml", &text(count));
        let run = run.args(["check", "a.yaml", "--fix", "--fail-on", "never"]);
        run.exits(0);
        let mended = std::fs::read_to_string(run.path("a.yaml")).unwrap();
        assert_eq!(mended, text(1).replace("Rp 5.000", "Rp5.000,00"), "{count}");
    }
}
