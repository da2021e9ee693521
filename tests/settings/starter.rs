//! `sopan init`: settings to begin with.

use insta::assert_snapshot;

use crate::repository;

#[test]
fn a_starter_is_written_once() {
    let document = |name: &str| format!("jenis: sop\nnama: {name}\nwilayah: Kota Bogor\n");
    let run = || {
        repository()
            .file("a/x.yaml", &document("A"))
            .file("b/y.yaml", &document("B"))
    };
    let out = run().args(["init"]).exits(0);
    assert_snapshot!(out.stdout, @"
    sopan.yaml sudah ditulis.
    Wilayah `Kota Bogor` diambil dari 2 dokumen yang sudah ada.

    Selanjutnya:
      1. Buka berkas itu dan hapus tanda # di depan setelan yang dipakai.
      2. Lihat setelan yang berlaku: sopan settings
      3. Periksa dokumen: sopan check
      4. Bila temuan lama sangat banyak, catat sebagai yang sudah diketahui:
         sopan check --write-baseline
    ");
    let run = run().args(["init"]);
    run.exits(0);
    let text = std::fs::read_to_string(run.path("sopan.yaml")).unwrap();
    assert_snapshot!(text, @"
    # Setelan sopan untuk folder ini dan semua yang di dalamnya.
    # Hapus tanda # di depan setelan yang dipakai. Keterangan: docs/setelan.md

    # --- Untuk berkas di folder ini ---

    # Hanya berkas ini yang diperiksa; pola seperti di .gitignore.
    # include: [sp/, sop/]

    # Berkas dan folder yang tidak diperiksa; pola seperti di .gitignore.
    # exclude: [arsip/, '*.draf.yaml']

    # Wilayah dokumen yang tidak menyebut `wilayah`.
    region: Kota Bogor

    # Tingkat temuan per aturan atau keluarga aturan: error, warning, atau info.
    # severity:
    #   BHS: info
    #   BHS004: error

    # Aturan atau keluarga aturan yang tidak dipakai.
    # disable: [BHS004]

    # Aturan atau keluarga aturan yang dipakai kembali.
    # enable: [BHS010]

    # Setelan lain untuk sebagian berkas; yang lebih bawah berlaku.
    # overrides:
    #   - files: [rsud/]
    #     disable: [BHS]
    #     severity:
    #       SP004: warning

    # --- Untuk seluruh pemeriksaan; hanya dibaca dari setelan teratas ---

    # Setelan di folder yang lebih atas tidak dicari lagi. Bawaan: false.
    # root: true

    # Paket aturan tambahan: berkas atau folder.
    # rules: [aturan/]

    # Berkas daftar peraturan daerah sendiri (kunci `peraturan`).
    # registers: [peraturan-kota.yaml]

    # Aturan yang tidak dapat dimatikan, diringankan, atau diabaikan oleh unit.
    # locked: [SP, WKT]

    # Temuan paling ringan yang menggagalkan pemeriksaan. Bawaan: error.
    # fail_on: warning

    # Nilai yang ingin dicapai setiap dokumen, 0 sampai 100. Bawaan: 95.
    # target: 95

    # Bahasa pesan. Bawaan: id.
    # lang: en

    # Berkas temuan lama yang sudah diketahui dan tidak dihitung.
    # baseline: sopan-baseline.jsonl

    # Cara mengabaikan temuan dengan komentar.
    # reason_required: Komentar `# sopan: abaikan` harus menyebut alasannya.
    # ignores:
    #   reason_required: false

    # Cara menghitung nilai.
    # silenced_meets: Komponen yang temuannya diabaikan dihitung terpenuhi.
    # score:
    #   silenced_meets: true
    ");
    let again = run.args(["init"]);
    assert_snapshot!(again.exits(2).stderr, @"
    galat: sopan.yaml sudah ada dan tidak ditimpa
       bantuan: Ubah berkas itu, atau lihat isinya yang berlaku dengan `sopan settings`.
    ");
    // It is read without a word.
    let out = again.args(["settings"]).exits(0);
    assert_eq!(out.stderr, "");
}

#[test]
fn a_starter_names_no_region_where_documents_differ() {
    let run = repository()
        .file("unit/a.yaml", "jenis: sop\nwilayah: Kota Bogor\n")
        .file("unit/b.yaml", "jenis: sop\nwilayah: Kota Depok\n")
        .args(["init", "unit", "--lang", "en"]);
    assert_snapshot!(run.exits(0).stdout, @"
    unit/sopan.yaml was written.

    Next:
      1. Open that file and remove the # before the settings you want.
      2. See the settings that count: sopan settings
      3. Check documents: sopan check
      4. Where old findings are many, note them as known:
         sopan check --write-baseline
    ");
    let text = std::fs::read_to_string(run.path("unit/sopan.yaml")).unwrap();
    assert!(text.contains("\n# region: "), "{text}");
}
