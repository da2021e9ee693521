//! What a person reads: pictures of the places, and the numbers at the end.

mod common;

use common::{Sopan, sopan};
use insta::assert_snapshot;

/// Checks one document for some rules only, so that new rules leave these pictures alone.
fn check(text: &str, rules: &str) -> Sopan {
    sopan()
        .file("draf.yaml", text)
        .args(["check", "draf.yaml", "--select", rules])
}

#[test]
fn one_finding() {
    let out = check("jenis: sop\nnama: TBD\n", "BHS001").exits(1);
    assert_snapshot!(out.stdout, @"
    galat[BHS001] Isian sementara `TBD` belum diganti
       ╭─[draf.yaml:2:7]
     2 │ nama: TBD
       ·       ───
       ╰────
       bantuan: Ganti dengan isi yang sebenarnya. Bila nomor atau tanggalnya belum ada, pakai
                `status: draf` dan hapus bagian itu.
       dasar: UU 25/2009 Pasal 21 (setiap komponen harus berisi)

    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
    assert_eq!(out.stderr, "");
}

#[test]
fn one_finding_in_english() {
    let out = sopan()
        .file("draf.yaml", "jenis: sop\nnama: TBD\n")
        .args(["check", "--select", "BHS001", "--lang", "en"])
        .exits(1);
    assert_snapshot!(out.stdout, @"
    error[BHS001] The placeholder `TBD` is still there
       ╭─[draf.yaml:2:7]
     2 │ nama: TBD
       ·       ───
       ╰────
       help: Replace it by what it stands for. Without a number or date yet, use `status: draf` and
             leave the part out.
       basis: UU 25/2009 Pasal 21 (setiap komponen harus berisi)

    1 document in 1 file checked: 1 error
    ");
}

#[test]
fn findings_at_one_place_share_a_picture() {
    let out = check("# draf\njenis: sop\nnama: KTP\n", "SP001,SP004,KEP003").exits(1);
    assert_snapshot!(out.stdout, @"
    galat[SP001] Dasar hukum belum ada
    galat[SP004] Jangka waktu penyelesaian belum ada
    peringatan[KEP003] Wilayah belum ada
       ╭─[draf.yaml:2:1]
     2 │ jenis: sop
       · ──┬──
       ·   ╰── di sini belum ada `dasar_hukum`, `jangka_waktu`, `wilayah`
       ╰────
       SP001: Sebut peraturan yang menjadi dasar layanan ini, satu per butir, misalnya
              `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik`. [PermenPAN-RB 35/2012
              Lampiran (dasar hukum pada identitas SOP AP)]
       SP004: Tulis lama penyelesaian seluruh proses dengan satuannya, misalnya
              `jangka_waktu: 3 (tiga) hari kerja`. [PermenPAN-RB 35/2012 Lampiran (mutu baku waktu)]
       KEP003: Tulis pemerintah daerah, kementerian, atau lembaganya, misalnya
               `wilayah: Kota Pontianak`. [Format dokumen sopan versi 1]

    1 dokumen dalam 1 berkas diperiksa: 2 galat, 1 peringatan
    2 dapat diperbaiki dengan --unsafe-fixes, lalu perlu dibaca ulang
    ");
}

#[test]
fn a_missing_key_points_at_the_key_above() {
    let out = check("nama: KTP\nbiaya: Gratis\njenis: sop\n", "SP004").exits(1);
    assert_snapshot!(out.stdout, @"
    galat[SP004] Jangka waktu penyelesaian belum ada
       ╭─[draf.yaml:3:1]
     3 │ jenis: sop
       · ──┬──
       ·   ╰── di sini belum ada `jangka_waktu`
       ╰────
       bantuan: Tulis lama penyelesaian seluruh proses dengan satuannya, misalnya
                `jangka_waktu: 3 (tiga) hari kerja`.
       dasar: PermenPAN-RB 35/2012 Lampiran (mutu baku waktu)

    1 dokumen dalam 1 berkas diperiksa: 1 galat
    1 dapat diperbaiki dengan --unsafe-fixes, lalu perlu dibaca ulang
    ");
}

#[test]
fn a_related_place_is_shown_too() {
    let text = "jenis: sop\nbiaya: Gratis\nproduk: KTP\n\n\nbiaya: Rp10.000,00\n";
    let out = check(text, "kunci-ganda").exits(1);
    assert_snapshot!(out.stdout, @"
    galat[DOK010] Kunci `biaya` ditulis dua kali
       ╭─[draf.yaml:2:1]
     2 │ biaya: Gratis
       · ──┬──
       ·   ╰── yang pertama di sini
       ╰────
       ╭─[draf.yaml:6:1]
     6 │ biaya: Rp10.000,00
       · ──┬──
       ·   ╰── yang kedua
       ╰────
       bantuan: Gabungkan isinya di bawah satu kunci; hanya yang terakhir yang terbaca.
       dasar: YAML 1.2, bagian 3.2.1.3

    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
}

#[test]
fn a_long_line_is_shortened_around_the_place() {
    let text = format!(
        "jenis: sop\nprosedur: {} Nomor ... {}\n",
        "Pemohon menunggu. ".repeat(40),
        "Petugas memanggil. ".repeat(40)
    );
    let out = check(&text, "BHS001").exits(1);
    assert_snapshot!(out.stdout, @"
    galat[BHS001] Isian sementara `Nomor ...` belum diganti
       ╭─[draf.yaml:2:732]
     2 │ …u. Pemohon menunggu. Pemohon menunggu.  Nomor ... Petugas memanggil. Petugas memanggil. Petugas memanggil. Petugas meman…
       ·                                          ─────────
       ╰────
       bantuan: Ganti dengan isi yang sebenarnya. Bila nomor atau tanggalnya belum ada, pakai
                `status: draf` dan hapus bagian itu.
       dasar: UU 25/2009 Pasal 21 (setiap komponen harus berisi)

    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
}

#[test]
fn columns_count_characters_and_lines_stand_below_wide_ones() {
    let out = check("jenis: sop\nprosedur: 林さん 🏛️ é Nomor ...\n", "BHS001").exits(1);
    assert_snapshot!(out.stdout, @"
    galat[BHS001] Isian sementara `Nomor ...` belum diganti
       ╭─[draf.yaml:2:20]
     2 │ prosedur: 林さん 🏛️ é Nomor ...
       ·                      ─────────
       ╰────
       bantuan: Ganti dengan isi yang sebenarnya. Bila nomor atau tanggalnya belum ada, pakai
                `status: draf` dan hapus bagian itu.
       dasar: UU 25/2009 Pasal 21 (setiap komponen harus berisi)

    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
}

#[test]
fn a_tab_is_shown_as_an_arrow() {
    let out = check("jenis: sop\nprosedur:\n\t- Periksa\n", "DOK004").exits(1);
    assert_snapshot!(out.stdout, @"
    galat[DOK004] Susunan YAML salah: tab dipakai sebagai jarak; YAML hanya mengenal spasi
       ╭─[draf.yaml:3:1]
     2 │ prosedur:
     3 │ →   - Periksa
       · ──┬─
       ·   ╰── tab
       ╰────
       bantuan: Ganti setiap tab dengan dua spasi.
       dasar: YAML 1.2

    0 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
}

#[test]
fn a_file_without_lines_to_show() {
    let out = sopan()
        .bytes("kosong.yaml", "")
        .bytes("rusak.yaml", b"jenis: sop\nnama: caf\xe9\n")
        .args(["check", "kosong.yaml", "rusak.yaml", "--select", "DOK"])
        .exits(1);
    assert_snapshot!(out.stdout, @"
    galat[DOK007] Dokumen ini kosong
       ╭─[kosong.yaml]
       ╰────
       bantuan: Isi dokumennya, atau hapus `---` yang tidak diperlukan.
       dasar: Format dokumen sopan versi 1

    galat[DOK003] Berkas ini bukan teks UTF-8: bita ke-20 (baris 2) bernilai 0xE9, bukan UTF-8
       ╭─[rusak.yaml:2:10]
       ╰────
       bantuan: Simpan ulang sebagai UTF-8 (di Notepad pilih Simpan Sebagai, lalu UTF-8 pada Pengodean
                atau Encoding). Bila isinya bukan teks, kembalikan akhiran namanya dan tulis dokumennya
                di berkas baru: `sopan new` membuat templatnya.
       dasar: Format dokumen sopan versi 1

    0 dokumen dalam 2 berkas diperiksa: 2 galat
    1 berkas tidak dapat dibaca
    ");
}

#[test]
fn text_in_backticks_stays_on_one_line() {
    let out = check("jenis: sop\nnama: TBD\n", "BHS001").exits(1);
    for line in out.stdout.lines() {
        assert_eq!(line.matches('`').count() % 2, 0, "{line}");
    }
}

#[test]
fn nothing_found() {
    let out = check("jenis: sop\nnama: KTP\n", "BHS001").exits(0);
    assert_snapshot!(out.stdout, @"1 dokumen dalam 1 berkas diperiksa: tidak ada temuan");
}

#[test]
fn the_last_line_counts_everything() {
    let out = sopan()
        .file("a.yaml", "jenis: sop\n---\njenis: sop\n")
        .file("b.yaml", "jenis: sop\nsyarat: KTP\n")
        .file("ci.yaml", "on: push\n")
        .args(["check", "--select", "KEP,DOK011", "--show", "0"])
        .exits(1);
    let end: Vec<_> = out.stdout.lines().rev().take(2).collect();
    assert_snapshot!(end.join("\n"), @"
    1 berkas YAML tanpa `jenis` dilewati (lihat --files)
    7 dapat diperbaiki dengan --unsafe-fixes, lalu perlu dibaca ulang
    ");
}

/// A folder whose gravest finding stands in its last file.
fn many() -> Sopan {
    let run = (0..30).fold(sopan(), |run, number| {
        let name = format!("{number:02}.yaml");
        run.file(
            &name,
            &format!("jenis: sop\nnama: KTP\nkunci_{number}: x\n"),
        )
    });
    run.file("zz.yaml", "jenis: sop\nnama: TBD\n")
}

#[test]
fn more_than_twenty_places_end_in_a_table() {
    let out = many()
        .args(["check", "--select", "BHS001,DOK011"])
        .exits(1)
        .stdout;
    assert_eq!(out.matches('╭').count(), 20);
    let (_, rest) = out.split_once("Mungkin").unwrap_or(("", &out));
    let rest = rest.rsplit("\n\n").take(2).collect::<Vec<_>>();
    assert_snapshot!(format!("{}\n\n{}", rest[1], rest[0]), @"
    11 tempat lagi tidak ditampilkan; lihat semua dengan --show all. Jumlah temuan per aturan:
       1  galat       BHS001  isian-belum-diganti
      30  peringatan  DOK011  kunci-tidak-dikenal

    31 dokumen dalam 31 berkas diperiksa: 1 galat, 30 peringatan
    ");
}

#[test]
fn the_gravest_places_are_shown_first_to_be_left() {
    let out = many()
        .args(["check", "--select", "BHS001,DOK011", "--show", "1"])
        .exits(1)
        .stdout;
    assert_snapshot!(out, @"
    galat[BHS001] Isian sementara `TBD` belum diganti
       ╭─[zz.yaml:2:7]
     2 │ nama: TBD
       ·       ───
       ╰────
       bantuan: Ganti dengan isi yang sebenarnya. Bila nomor atau tanggalnya belum ada, pakai
                `status: draf` dan hapus bagian itu.
       dasar: UU 25/2009 Pasal 21 (setiap komponen harus berisi)

    30 tempat lagi tidak ditampilkan; lihat semua dengan --show all. Jumlah temuan per aturan:
       1  galat       BHS001  isian-belum-diganti
      30  peringatan  DOK011  kunci-tidak-dikenal

    31 dokumen dalam 31 berkas diperiksa: 1 galat, 30 peringatan
    ");
}

#[test]
fn how_many_are_shown_changes_no_count() {
    let last = |show: &str| {
        let args = ["check", "--select", "BHS001,DOK011", "--show", show];
        let out = many().args(args).exits(1).stdout;
        let shown = out.matches('╭').count();
        (shown, out.lines().last().unwrap().to_owned())
    };
    let (all, counted) = last("all");
    assert_eq!(all, 31);
    assert_eq!(last("3"), (3, counted.clone()));
    assert_eq!(last("0"), (0, counted.clone()));
    assert_eq!(last("31"), (31, counted.clone()));
    assert_eq!(
        counted,
        "31 dokumen dalam 31 berkas diperiksa: 1 galat, 30 peringatan"
    );
}

#[test]
fn colour_only_where_it_is_wanted() {
    let run = |color: &str, env: Option<(&str, &str)>| {
        let run = check("jenis: sop\nnama: TBD\n", "BHS001");
        let run = match env {
            Some((name, value)) => run.env(name, value),
            None => run,
        };
        run.args(["check", "--select", "BHS001", "--color", color])
            .exits(1)
            .stdout
    };
    assert!(run("always", None).contains("\u{1b}["));
    assert!(!run("never", None).contains('\u{1b}'));
    assert!(!run("never", Some(("CLICOLOR_FORCE", "1"))).contains('\u{1b}'));
    assert!(!run("auto", None).contains('\u{1b}'));
    assert!(!run("auto", Some(("NO_COLOR", "1"))).contains('\u{1b}'));
    assert!(run("auto", Some(("CLICOLOR_FORCE", "1"))).contains('\u{1b}'));
}

#[test]
fn colour_changes_no_text() {
    let run = |color: &str| {
        check("jenis: sop\nnama: TBD\n", "BHS001")
            .args(["check", "--color", color])
            .exits(1)
            .stdout
    };
    let mut plain = String::new();
    let coloured = run("always");
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, run("never"));
}

#[test]
fn a_value_full_of_gaps_does_not_flood_the_screen() {
    let text = format!("jenis: sop\nnama: {}\n", "Nomor ... ".repeat(2000));
    let out = check(&text, "BHS001").exits(1).stdout;
    assert_eq!(out.matches("juga di sini").count(), 5, "{out}");
    assert!(out.contains("   … dan di tempat lain lagi\n"), "{out}");
}
