//! The built-in rules: listed, tested, explained.

mod common;

use common::sopan;
use insta::assert_snapshot;

#[test]
fn the_list_has_every_rule_once() {
    let out = sopan().args(["rules"]).exits(0).stdout;
    assert_eq!(sopan().args(["rules", "list"]).exits(0).stdout, out);
    let inti: Vec<_> = out
        .lines()
        .skip_while(|line| !line.starts_with("Inti "))
        .take(3)
        .collect();
    // How wide the columns are depends on all rules.
    let plain = |line: &&str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let inti: Vec<_> = inti.iter().map(plain).collect();
    assert_snapshot!(inti.join("\n"), @"
    Inti standar pelayanan dan SOP (UU 25/2009 Pasal 21; PermenPAN-RB 35/2012)
    SP001 galat dasar-hukum-tidak-ada UU 25/2009 Pasal 21 huruf a
    SP002 galat persyaratan-tidak-ada UU 25/2009 Pasal 21 huruf b
    ");
    // Only a screen is too narrow for a whole article.
    assert!(!out.contains('…'), "{out}");
    assert!(
        out.contains("UU 25/2009 Pasal 20 ayat (1); tata naskah dinas (Peraturan ANRI 5/2021)")
    );
    let codes: Vec<_> = out
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
        .collect();
    let mut unique = codes.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(codes.len(), unique.len());
    let counted = format!("{} aturan. ", codes.len());
    assert!(out.lines().last().unwrap().starts_with(&counted), "{out}");
}

#[test]
fn the_examples_of_the_built_in_rules_hold() {
    let out = sopan()
        .args(["rules", "test"])
        .without_today()
        .exits(0)
        .stdout;
    assert!(out.ends_with(" lulus, 0 gagal\n"), "{out}");
    let out = sopan().args(["rules", "test", "--today", "2031-01-01"]);
    out.without_today().exits(0);
}

#[test]
fn a_rule_is_explained() {
    let by_code = sopan().args(["explain", "SP004"]).exits(0);
    assert_snapshot!(by_code.stdout, @"
    SP004 jangka-waktu-tidak-ada  galat

    Pesan
      Jangka waktu penyelesaian belum ada

    Mengapa
      Tanpa jangka waktu warga tidak tahu kapan haknya dipenuhi, dan keterlambatan tidak dapat diadukan.

    Cara memperbaiki
      Tulis lama penyelesaian seluruh proses dengan satuannya, misalnya
      `jangka_waktu: 3 (tiga) hari kerja`.

    Dasar
      UU 25/2009 Pasal 21 huruf d
      Bagi jenis `sop`: PermenPAN-RB 35/2012 Lampiran (mutu baku waktu)

    Paket
      Inti standar pelayanan dan SOP (UU 25/2009 Pasal 21; PermenPAN-RB 35/2012)

    Salah
      biaya: Gratis

      jangka_waktu: ~

    Benar
      jangka_waktu: 3 (tiga) hari kerja

      jangka_waktu:
      - layanan: Baru
        waktu: 1 hari kerja

    Mengabaikan
      # sopan: abaikan jangka-waktu-tidak-ada -- alasan
    ");
    let by_name = sopan().args(["explain", "jangka-waktu-tidak-ada"]).exits(0);
    assert_eq!(by_name, by_code);
    let twice = sopan().args(["explain", "sp004", "SP004"]).exits(0);
    assert_eq!(twice, by_code);
}

#[test]
fn a_rule_is_explained_in_english() {
    let args = ["explain", "kunci-tidak-dikenal", "--lang", "en"];
    let out = sopan().args(args).exits(0);
    assert_snapshot!(out.stdout, @"
    DOK011 kunci-tidak-dikenal  warning

    Message
      The key `persayaratan` is not known

    Why
      No rule reads what stands under a key that is not known. If the key is misspelt, the component
      that is meant counts as missing; the two are reported as one finding.

    How to mend it
      Perhaps you mean `persyaratan`. Under the wrong name `persyaratan` counts as missing.

    Basis
      Format dokumen sopan versi 1

    Pack
      Form of files and documents (Format dokumen sopan versi 1)

    Wrong
      jenis: standar-pelayanan
      persayaratan: KTP

      jenis: sop
      alur: Verifikasi

      jenis: sop
      prosedur:
      - uraain: Memeriksa berkas

    Right
      jenis: standar-pelayanan
      persyaratan: KTP

      jenis: tupoksi
      catatan: apa saja

    Silencing
      # sopan: abaikan kunci-tidak-dikenal -- reason
    ");
}

#[test]
fn a_family_is_explained_rule_by_rule() {
    let out = sopan().args(["explain", "SP"]).exits(0).stdout;
    let heads = out.lines().filter(|line| line.starts_with("SP0"));
    assert!(heads.count() >= 14, "{out}");
}

#[test]
fn a_rule_that_does_not_exist_cannot_be_explained() {
    let out = sopan().args(["explain", "SP0004"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada aturan atau keluarga aturan `SP0004`
       bantuan: Mungkin maksud Anda `SP004`.
    ");
    let out = sopan().args(["explain", "SP004", "xyz"]).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: tidak ada aturan atau keluarga aturan `xyz`
       bantuan: Lihat semuanya dengan `sopan rules`.
    ");
    assert_eq!(out.stdout, "");
}
