//! Components that are missing, offered at their places.

use crate::common::{read, sopan};

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
fn no_component_is_offered_for_a_document_in_brackets() {
    let text = "{\n  jenis: standar-pelayanan,\n  nama: A,\n  biaya: Gratis\n}\n";
    let run = sopan().file("a.yaml", text);
    let report = run.args(["check", "a.yaml", "--format", "json"]);
    let report = report.exits(1);
    assert!(report.stdout.contains("\"SP001\""));
    assert!(!report.stdout.contains("\"fix\""), "{}", report.stdout);
}
