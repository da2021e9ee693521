//! Procedures drawn by the command line.

mod common;

use common::sopan;
use insta::assert_snapshot;

/// An SOP with a decision, a loop and a time that is none.
const SOP: &str = "\
jenis: sop
nama: Legalisasi Surat
unit: Kecamatan Contoh
pelaksana:
  - Pemohon
  - Petugas Loket
prosedur:
  - no: 1
    uraian: Menyerahkan surat
    pelaksana: Pemohon
    simbol: mulai
    waktu: 5 menit
  - no: 2
    uraian: Memeriksa surat
    pelaksana: Petugas Loket
    waktu: 3 (empat) menit
    jika:
      ya: 3
      tidak: 1
  - no: 3
    uraian: Menerima surat
    pelaksana: pemohon
    simbol: selesai
    waktu: 5 menit
";

/// A document without steps.
const POLICY: &str = "jenis: maklumat-pelayanan\nnama: Maklumat\nunit: Kecamatan Contoh\n";

#[test]
fn draws_on_the_screen() {
    let out = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml"])
        .exits(0);
    assert_eq!(out.stderr, "");
    assert_snapshot!(out.stdout, @"
    Legalisasi Surat
    Kecamatan Contoh

    No Uraian kegiatan   ┊   Pemohon  ┊ Petugas Loket ┊ Waktu
    ─────────────────────┊────────────┊───────────────┊─────────────
    1  Menyerahkan surat ┊   (!1 )◄──┐┊               ┊ 5 menit
                         ┊     │     │┊               ┊
                         ┊     └─────┼──────────┐     ┊
                         ┊           │┊         ▼     ┊
    2  Memeriksa surat   ┊           └──tidak─<!2 >   ┊ 3 (empat)
                         ┊            ┊         │ya   ┊ menit
                         ┊     ┌────────────────┘     ┊
                         ┊     ▼      ┊               ┊
    3  Menerima surat    ┊   (!3 )    ┊               ┊ 5 menit
                         ┊            ┊               ┊

    ( ) mulai / selesai, < > keputusan

    galat[SOP025] Output (mutu baku) belum ditulis pada langkah 1, 2
    galat[SOP023] Kelengkapan (mutu baku) belum ditulis pada langkah 2, 3
    galat[ANG001] langkah 2: Angka `3` dan terbilangnya `empat` berbeda
    ");
}

#[test]
fn speaks_english_when_asked() {
    let out = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml", "--lang", "en"])
        .exits(0);
    assert!(out.stdout.contains("Activity"), "{}", out.stdout);
    assert!(out.stdout.contains("( ) start / end"), "{}", out.stdout);
}

#[test]
fn colours_only_when_asked() {
    let run = |color| {
        let out = sopan()
            .file("a.yaml", SOP)
            .args(["flow", "a.yaml", "--color", color])
            .exits(0);
        out.stdout
    };
    assert!(run("always").contains("\u{1b}["));
    assert!(!run("auto").contains('\u{1b}'));
    let svg = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml", "--format", "svg", "--color", "always"])
        .exits(0);
    assert!(!svg.stdout.contains('\u{1b}'));
}

#[test]
fn the_name_of_the_file_chooses_the_format() {
    for (name, begin) in [
        ("x.svg", "<svg "),
        ("x.mmd", "%% Legalisasi"),
        ("x.txt", "Legalisasi"),
    ] {
        let run = sopan()
            .file("a.yaml", SOP)
            .args(["flow", "a.yaml", "--output", name]);
        let out = run.exits(0);
        assert_eq!(out.stdout, "");
        let written = std::fs::read_to_string(run.path(name)).unwrap();
        assert!(written.starts_with(begin), "{written}");
    }
    let run = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml", "--output", "x.txt", "--format", "svg"]);
    run.exits(0);
    let written = std::fs::read_to_string(run.path("x.txt")).unwrap();
    assert!(written.starts_with("<svg "));
    let out = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml", "--output", "x.pdf"])
        .exits(2);
    assert_snapshot!(out.stderr, @"
    galat: bagan alir tidak dapat ditulis sebagai .pdf
       bantuan: Pakai .svg (gambar; dapat dicetak dari peramban), .mmd (Mermaid), atau .txt; atau sebut
                `--format`.
    ");
}

#[test]
fn marks_what_was_found_in_a_step() {
    let svg = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml", "--format", "svg"])
        .exits(0);
    let begin = svg
        .stdout
        .find("<g><title>2. keputusan: Memeriksa surat")
        .unwrap();
    let symbol = &svg.stdout[begin..];
    let symbol = &symbol[..symbol.find("</g>").unwrap()];
    assert!(symbol.contains("ANG001 (galat): Angka"), "{symbol}");
    assert!(symbol.contains("class=\"symbol error\""), "{symbol}");
    assert!(symbol.contains(">!</text>"), "{symbol}");
    assert!(svg.stdout.contains(">ANG001</text>"));
    let mermaid = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml", "--format", "mermaid"])
        .exits(0);
    assert!(
        mermaid.stdout.contains("class s1,s2,s3 error"),
        "{}",
        mermaid.stdout
    );
}

#[test]
fn a_list_without_actors_is_a_straight_line() {
    let sp = "jenis: standar-pelayanan\nnama: A\nprosedur:\n  - Datang\n  - Menunggu\n  - Pulang\n";
    let out = sopan().file("a.yaml", sp).args(["flow", "a.yaml"]).exits(0);
    assert_snapshot!(out.stdout, @"
    A

    No Uraian kegiatan ┊          ┊
    ───────────────────┊──────────┊
    1  Datang          ┊  [ 1 ]   ┊
                       ┊    ▼     ┊
    2  Menunggu        ┊  [ 2 ]   ┊
                       ┊    ▼     ┊
    3  Pulang          ┊  [ 3 ]   ┊
                       ┊          ┊

    [ ] proses
    ");
}

#[test]
fn chooses_the_document() {
    let several = format!(
        "{SOP}---\n{POLICY}---\n{}",
        SOP.replace("Legalisasi", "Pencatatan")
    );
    let run = |args: &[&str], code| {
        let args = ["flow", "a.yaml"].iter().chain(args).copied();
        sopan().file("a.yaml", &several).args(args).exits(code)
    };
    assert!(
        run(&["--document", "3"], 0)
            .stdout
            .starts_with("Pencatatan Surat")
    );
    assert_snapshot!(run(&[], 2).stderr, @"
    galat: ada 2 dokumen dengan prosedur di a.yaml
       bantuan: Pilih satu dengan `--document`: nomor 1 (Legalisasi Surat), nomor 3 (Pencatatan Surat).
    ");
    assert_snapshot!(run(&["--document", "2"], 2).stderr, @"
    galat: tidak ada prosedur untuk digambar di a.yaml
       bantuan: Yang digambar adalah daftar langkah pada kunci `prosedur`.
    ");
    assert_snapshot!(run(&["--document", "4"], 2).stderr, @"galat: tidak ada dokumen ke-4 di a.yaml: isinya 3 dokumen");
    assert_snapshot!(run(&["--document", "0"], 2).stderr, @"galat: tidak ada dokumen ke-0 di a.yaml: isinya 3 dokumen");
    let one = format!("{POLICY}---\n{SOP}");
    let out = sopan()
        .file("a.yaml", &one)
        .args(["flow", "a.yaml"])
        .exits(0);
    assert!(
        out.stdout.starts_with("Legalisasi Surat"),
        "the only one with a procedure"
    );
}

#[test]
fn says_why_nothing_is_drawn() {
    let said = |text: &[u8]| {
        sopan()
            .bytes("a.yaml", text)
            .args(["flow", "a.yaml"])
            .exits(2)
            .stderr
    };
    assert_snapshot!(said(POLICY.as_bytes()), @"
    galat: tidak ada prosedur untuk digambar di a.yaml
       bantuan: Yang digambar adalah daftar langkah pada kunci `prosedur`.
    ");
    assert_snapshot!(said(b"jenis: sop\nprosedur: [a\n"), @"
    galat: a.yaml tidak dapat digambar: Susunan YAML salah: kurung `[` tidak berpasangan (baris 2)
       bantuan: Perbaiki dahulu berkasnya; lihat `sopan check a.yaml`.
    ");
    assert_snapshot!(said(b"\xff\xfe\x00\xd8"), @"
    galat: a.yaml tidak dapat digambar: Berkas ini bukan teks UTF-8: UTF-16 terputus di bita ke-2 (baris
           1)
       bantuan: Perbaiki dahulu berkasnya; lihat `sopan check a.yaml`.
    ");
    assert_snapshot!(said(b""), @"
    galat: a.yaml tidak dapat digambar: Dokumen ini kosong
       bantuan: Perbaiki dahulu berkasnya; lihat `sopan check a.yaml`.
    ");
    assert_snapshot!(sopan().args(["flow", "b.yaml"]).exits(2).stderr, @"galat: tidak ditemukan: b.yaml");
}

#[test]
fn reads_standard_input() {
    let out = sopan().stdin(SOP).args(["flow", "-"]).exits(0);
    assert!(out.stdout.starts_with("Legalisasi Surat"));
}

#[test]
fn never_writes_over_the_document() {
    let run = sopan()
        .file("a.yaml", SOP)
        .args(["flow", "a.yaml", "--format", "svg", "--output", "a.yaml"]);
    run.exits(2);
    assert_eq!(std::fs::read_to_string(run.path("a.yaml")).unwrap(), SOP);
}

#[test]
fn a_procedure_of_ten_thousand_steps_ends() {
    let steps: String = (1..=10_000)
        .map(|no| {
            format!(
                "  - {{no: {no}, uraian: Memeriksa berkas, pelaksana: P{}}}\n",
                no % 7
            )
        })
        .collect();
    let text = format!("jenis: sop\nnama: Panjang\nprosedur:\n{steps}");
    for format in ["svg", "mermaid", "terminal"] {
        let run = sopan()
            .file("a.yaml", &text)
            .args(["flow", "a.yaml", "--format", format]);
        let out = run.exits(0);
        assert!(out.stdout.lines().count() > 10_000, "{format}");
    }
}

/// Two steps without completeness are one finding about the whole procedure.
#[test]
fn every_step_of_a_shared_fault_is_marked() {
    let text = "\
jenis: sop
nama: Surat
prosedur:
- {no: 1, uraian: Mencatat surat, pelaksana: Agendaris, waktu: 5 menit, output: Catatan}
- {no: 4, uraian: Menilai surat, pelaksana: Camat, waktu: 5 menit, output: Nilai}
- {no: 2, uraian: Menelaah surat, pelaksana: Camat, waktu: 5 menit, output: Telaahan}
- {no: 3, uraian: Mengarsipkan, pelaksana: Agendaris, kelengkapan: Surat, waktu: 5 menit, output: Arsip}
";
    let run = sopan().file("a.yaml", text);
    let out = run
        .args(["flow", "a.yaml", "--format", "terminal"])
        .exits(0);
    let marks = out.stdout.lines().filter(|line| line.contains("[!"));
    assert_eq!(marks.count(), 2, "{}", out.stdout);
    assert!(
        out.stdout
            .contains("galat[SOP023] Kelengkapan (mutu baku) belum ditulis pada langkah 4, 2"),
        "{}",
        out.stdout
    );
}

/// A link to another page stands where the flow leaves off, not in a lane of its own.
#[test]
fn links_to_pages_need_no_actor() {
    let text = "\
jenis: sop
nama: Surat
prosedur:
- {no: 1, uraian: Mencatat, pelaksana: Agendaris, simbol: mulai}
- {no: 2, uraian: A, simbol: halaman}
- {no: 3, uraian: A, simbol: halaman}
- {no: 4, uraian: Menelaah, pelaksana: Camat, simbol: selesai}
";
    let run = sopan().file("a.yaml", text);
    let out = run.args(["flow", "a.yaml", "--format", "mermaid"]).exits(0);
    assert!(!out.stdout.contains("tanpa pelaksana"), "{}", out.stdout);
}

/// What a comment silences or the settings disable is no fault of the drawing.
#[test]
fn what_is_silenced_is_not_marked() {
    let sop = SOP.replace(
        "    waktu: 3 (empat) menit",
        "    # sopan: abaikan ANG001 -- kutipan naskah lama\n    waktu: 3 (empat) menit",
    );
    let run = sopan().file("a.yaml", &sop).args(["flow", "a.yaml"]);
    assert!(!run.exits(0).stdout.contains("ANG001"));
    let run = sopan()
        .file("a.yaml", SOP)
        .file("sopan.yaml", "disable: [ANG001, SOP]\n");
    let out = run.args(["flow", "a.yaml"]).exits(0);
    assert!(
        !out.stdout.contains("ANG001") && !out.stdout.contains("SOP0"),
        "{}",
        out.stdout
    );
}
