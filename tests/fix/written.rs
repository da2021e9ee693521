//! What is mended in documents, and what a person is told.

use crate::{
    FAULTY, MENDED,
    common::{read, sopan},
    only_files,
};

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
fn mended_documents_are_held_against_one_another_again() {
    let run = sopan()
        .file(
            "a.yaml",
            "jenis: sop\nnomor_sop: SOP/01\nbiaya: Rp. 7.000\n",
        )
        .file(
            "b.yaml",
            "jenis: sop\nnomor_sop: SOP/01\nbiaya: Rp. 8.000\n",
        )
        .file(
            "c.yaml",
            "jenis: sop\nnomor_sop: SOP/02\nbiaya: Rp9.000,00\n",
        )
        .args([
            "check",
            "--fix",
            "--format",
            "concise",
            "--select",
            "BYA007,KOR002",
            "--fail-on",
            "warning",
        ]);
    let out = run.exits(1);
    assert_eq!(
        read(&run, "b.yaml"),
        "jenis: sop\nnomor_sop: SOP/01\nbiaya: Rp8.000,00\n"
    );
    insta::assert_snapshot!(out.stdout, @"
    b.yaml:2:12: peringatan[KOR002] Nomor SOP `SOP/01` juga dipakai di a.yaml
    3 dokumen dalam 3 berkas diperiksa: 1 peringatan
    ");
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
fn a_misspelt_key_stays_in_its_quotes() {
    let start = "jenis: standar-pelayanan\n";
    for (before, after) in [
        (
            "{\"jenis\":\"standar-pelayanan\",\"persyaratn\":[\"KTP\"]}",
            "{\"jenis\":\"standar-pelayanan\",\"persyaratan\":[\"KTP\"]}",
        ),
        (
            "{\"jenis\": \"standar-pelayanan\", \"persyaratn\": [\"KTP\"]}\n",
            "{\"jenis\": \"standar-pelayanan\", \"persyaratan\": [\"KTP\"]}\n",
        ),
        ("'persyaratn': KTP # a\n", "'persyaratan': KTP # a\n"),
        ("\"persyar\\x61tn\" : KTP\n", "\"persyaratan\" : KTP\n"),
        ("? \"persyaratn\"\n: KTP\n", "? \"persyaratan\"\n: KTP\n"),
        ("? &a 'persyaratn'\n: KTP\n", "? &a 'persyaratan'\n: KTP\n"),
        ("persyaratn: KTP\n", "persyaratan: KTP\n"),
    ] {
        let head = if before.starts_with('{') { "" } else { start };
        let run = sopan()
            .stdin(format!("{head}{before}"))
            .args(["check", "--fix", "-", "--select", "DOK011"]);
        assert_eq!(run.exits(0).stdout, format!("{head}{after}"));
    }
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
