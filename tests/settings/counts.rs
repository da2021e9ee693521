//! What settings change in a check.

use insta::assert_snapshot;

use crate::{DRAFT, codes, repository};

#[test]
fn rules_are_disabled_and_graded_by_folder() {
    let out = repository()
        .file("a.yaml", DRAFT)
        .file("unit/b.yaml", DRAFT)
        .file("sopan.yaml", "disable: [SP, KEP]\n")
        .file(
            "unit/sopan.yaml",
            "enable: [SP001]\nseverity: { WKT: info }\n",
        )
        .args(["check", "--format", "concise"])
        .exits(1);
    assert_snapshot!(out.stdout, @"
    a.yaml:4:15: galat[WKT001] Jangka waktu `segera` tidak memberi kepastian
    unit/b.yaml:1:1: galat[SP001] Dasar hukum belum ada
    unit/b.yaml:4:15: info[WKT001] Jangka waktu `segera` tidak memberi kepastian
    2 dokumen dalam 2 berkas diperiksa: 2 galat, 1 info
    1 dapat diperbaiki dengan --unsafe-fixes, lalu perlu dibaca ulang
    ");
    assert_eq!(out.stderr, "");
}

#[test]
fn a_locked_rule_looks_at_what_a_unit_excludes() {
    let run = || {
        repository()
            .file("sopan.yaml", "locked: [WKT001]\nexclude: [arsip/]\n")
            .file(
                "unit/sopan.yaml",
                "exclude: [draf/]\nseverity: { WKT001: info }\n",
            )
            .file("unit/draf/b.yaml", DRAFT)
            .file("arsip/c.yaml", DRAFT)
    };
    let out = run().args(["check", "--format", "concise"]).exits(1);
    assert_eq!(codes(&out.stdout), ["unit/draf/b.yaml WKT001"]);
    let out = run().args(["check", "--files"]).exits(0);
    assert_snapshot!(out.stdout, @"
    .git/: dilewati: tersembunyi
    arsip/: dikecualikan oleh sopan.yaml:2
    sopan.yaml: dilewati: berkas setelan
    unit/draf/b.yaml: diperiksa: hanya aturan yang dikunci (dikecualikan oleh unit/sopan.yaml:1)
    unit/sopan.yaml: dilewati: berkas setelan
    ");
}

#[test]
fn files_that_are_excluded_and_why() {
    let run = || {
        repository()
            .file(
                "sopan.yaml",
                "include: [sp/, sop/]\nexclude:\n  - arsip/\n  - '*.draf.yaml'\n",
            )
            .file("sp/a.yaml", DRAFT)
            .file("sp/a.draf.yaml", DRAFT)
            .file("sp/arsip/a.yaml", DRAFT)
            .file("lain.yaml", DRAFT)
    };
    assert_snapshot!(run().args(["check", "--files"]).exits(0).stdout, @"
    .git/: dilewati: tersembunyi
    lain.yaml: dilewati: tidak termasuk `include` di sopan.yaml:1
    sopan.yaml: dilewati: berkas setelan
    sp/a.draf.yaml: dikecualikan oleh sopan.yaml:4
    sp/a.yaml: diperiksa
    sp/arsip/: dikecualikan oleh sopan.yaml:3
    ");
    // What is named is looked at, as long as nobody insists.
    let files = |args: &[&str]| run().args(args).exits(0).stdout;
    assert_snapshot!(files(&["check", "--files", "sp/a.draf.yaml", "lain.yaml"]), @"
    lain.yaml: diperiksa (disebut langsung)
    sp/a.draf.yaml: diperiksa (disebut langsung)
    ");
    assert_snapshot!(files(&["check", "--files", "--force-exclude", "sp/a.draf.yaml", "sp/arsip/a.yaml", "sp/a.yaml"]), @"
    sp/a.draf.yaml: dikecualikan oleh sopan.yaml:4
    sp/a.yaml: diperiksa (disebut langsung)
    sp/arsip/a.yaml: dikecualikan oleh sopan.yaml:3
    ");
}

#[test]
fn the_command_line_counts_more() {
    let run = || {
        repository()
            .file("a.yaml", DRAFT)
            .file(
                "sopan.yaml",
                "fail_on: never\nlang: en\ndisable: [WKT001]\n",
            )
            .file("lain.yaml", "disable: [WKT, SP, KEP]\n")
    };
    let out = run().args(["check", "--format", "concise"]).exits(0);
    assert!(out.stdout.contains("error["), "{}", out.stdout);
    run().args(["check", "--fail-on", "error"]).exits(1);
    let out = run()
        .args(["check", "--lang", "id", "--format", "concise"])
        .exits(0);
    assert!(out.stdout.contains("galat["), "{}", out.stdout);
    let select = |rule| {
        run()
            .args(["check", "--format", "concise", "--select", rule])
            .exits(0)
    };
    assert_eq!(codes(&select("WKT001").stdout), ["a.yaml WKT001"]);
    assert_eq!(codes(&select("WKT").stdout), Vec::<String>::new());
    run().args(["check", "--no-settings"]).exits(1);
    let out = run()
        .args([
            "check",
            "a.yaml",
            "--settings",
            "lain.yaml",
            "--format",
            "concise",
        ])
        .exits(0);
    assert_eq!(codes(&out.stdout), Vec::<String>::new());
    let out = run().args(["check", "--settings", "tiada.yaml"]).exits(2);
    assert_snapshot!(out.stderr, @"galat: setelan tiada.yaml tidak dapat dibaca: berkas atau folder yang dituju tidak ada");
}

#[test]
fn the_region_of_the_settings_is_that_of_documents_without_one() {
    let text = "jenis: standar-pelayanan\ndasar_hukum:\n- Peraturan Wali Kota Bogor Nomor 1 Tahun 2020 tentang Pelayanan\n";
    let run = |settings: &str, text: &str| {
        let args = [
            "check",
            "--format",
            "concise",
            "--select",
            "WIL001,KEP003",
            "--fail-on",
            "never",
        ];
        let out = repository()
            .file("sopan.yaml", settings)
            .file("a.yaml", text)
            .args(args)
            .exits(0);
        codes(&out.stdout)
    };
    assert_eq!(run("", text), ["a.yaml KEP003"]);
    assert_eq!(run("region: Kota Pontianak\n", text), ["a.yaml WIL001"]);
    assert_eq!(run("region: Kota Bogor\n", text), Vec::<String>::new());
    let own = format!("{text}wilayah: Kota Bogor\n");
    assert_eq!(run("region: Kota Pontianak\n", &own), Vec::<String>::new());
    let out = repository()
        .file("sopan.yaml", "region: Kota Pontianak\n")
        .file("a.yaml", text)
        .args(["check", "--format", "json"])
        .exits(1);
    assert_eq!(out.json()["documents"][0]["region"], "Kota Pontianak");
}

#[test]
fn settings_are_no_document() {
    let run = || {
        repository()
            .file("a.yaml", DRAFT)
            .file("sopan.yaml", "disable: [SP, KEP, WKT]\n")
    };
    let out = run().args(["check", "sopan.yaml"]).exits(0);
    assert_snapshot!(out.stdout, @"0 dokumen dalam 0 berkas diperiksa: tidak ada temuan");
    let out = run().args(["check", "sopan.yaml", "a.yaml"]).exits(0);
    assert_snapshot!(out.stdout, @"1 dokumen dalam 1 berkas diperiksa: tidak ada temuan");
    let out = run()
        .file("sopan.yaml", "disable: [XY]\n")
        .args(["check", "sopan.yaml"])
        .exits(2);
    assert!(out.stderr.contains("`XY`"), "{}", out.stderr);
}

#[test]
fn standard_input_counts_as_the_file_it_is_named_after() {
    let run = repository()
        .file("unit/sopan.yaml", "disable: [SP, KEP, WKT]\n")
        .stdin(DRAFT);
    run.args(["check", "-", "--stdin-filename", "unit/a.yaml"])
        .exits(0);
}
