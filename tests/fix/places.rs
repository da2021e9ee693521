//! Files, links, standard input and differences.

use std::{fs, path::Path};

use crate::{
    FAULTY, MENDED,
    common::{read, sopan},
    only_files,
};

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
