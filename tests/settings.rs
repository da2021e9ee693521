//! `sopan.yaml`: what it changes, what is said about it, `sopan settings` and `sopan init`.

mod common;

use common::{Sopan, sopan};
use insta::assert_snapshot;

const DRAFT: &str =
    "jenis: standar-pelayanan\nnama: Kartu\nunit: Dinas Contoh\njangka_waktu: segera\n";

/// A folder with `.git`, so that no settings above it count.
fn repository() -> Sopan {
    sopan().file(".git/HEAD", "")
}

/// The codes found, by file.
fn codes(stdout: &str) -> Vec<String> {
    let found = stdout.lines().filter_map(|line| {
        let (file, rest) = line.split_once(':')?;
        let code = rest.split_once('[')?.1.split_once(']')?.0;
        Some(format!("{file} {code}"))
    });
    found.collect()
}

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
fn mistakes_of_all_files_are_shown_together() {
    let run = repository()
        .file("a.yaml", DRAFT)
        .file(
            "sopan.yaml",
            "exlude: [arsip/]\ndisable: [SP004, jangka-waktu-tidak-tentu]\n",
        )
        .file(
            "unit/sopan.yaml",
            "severity:\n  SP01: error\n  BHS: sedang\nlang: en\nlang: id\n",
        )
        .file("unit/b.yaml", DRAFT);
    let out = run.args(["check"]).exits(2);
    assert_eq!(out.stdout, "");
    assert_snapshot!(out.stderr, @"
    galat: kunci `exlude` tidak dikenal dalam setelan
       ╭─[sopan.yaml:1:1]
     1 │ exlude: [arsip/]
       · ──────
       ╰────
       bantuan: Mungkin maksud Anda `exclude`.

    galat: tidak ada aturan atau keluarga aturan `jangka-waktu-tidak-tentu`
       ╭─[sopan.yaml:2:18]
     2 │ disable: [SP004, jangka-waktu-tidak-tentu]
       ·                  ────────────────────────
       ╰────
       bantuan: Mungkin maksud Anda `jangka-waktu-tidak-ada`.

    galat: tidak ada aturan atau keluarga aturan `SP01`
       ╭─[unit/sopan.yaml:2:3]
     2 │   SP01: error
       ·   ────
       ╰────
       bantuan: Mungkin maksud Anda `SP001`.

    galat: nilai `sedang` tidak dapat dipakai untuk `BHS`
       ╭─[unit/sopan.yaml:3:8]
     3 │   BHS: sedang
       ·        ──────
       ╰────
       bantuan: Yang dikenal: `error`, `warning`, dan `info`.

    galat: kunci `lang` sudah ada di baris 4
       ╭─[unit/sopan.yaml:5:1]
     5 │ lang: id
       · ────
       ╰────
       bantuan: Gabungkan keduanya menjadi satu.

    galat: setelan belum dapat dipakai: 5 kesalahan
    ");
}

#[test]
fn mistakes_in_english() {
    let run = repository().file("a.yaml", DRAFT).file(
        "sopan.yaml",
        "lang: en\nfail_on: critical\nexclude: ['../lain']\n",
    );
    assert_snapshot!(run.args(["check", "a.yaml"]).exits(2).stderr, @"
    error: the value `critical` cannot be used for `fail_on`
       ╭─[sopan.yaml:2:10]
     2 │ fail_on: critical
       ·          ────────
       ╰────
       help: Known are: `error`, `warning`, `info`, and `never`.

    error: a pattern cannot lead out of the folder of its settings
       ╭─[sopan.yaml:3:11]
     3 │ exclude: ['../lain']
       ·           ─────────
       ╰────

    error: the settings cannot be used: 2 mistakes
    ");
}

#[test]
fn what_does_not_count_is_said_and_the_run_goes_on() {
    let run = repository()
        .file(
            "sopan.yaml",
            "locked: [WKT001]\nexclude: [arsip/]\nseverity: { SP001: error }\n",
        )
        .file("unit/sopan.yaml", "disable: [WKT]\nfail_on: never\n")
        .file("unit/b.yaml", DRAFT)
        .file("lain/.sopan.yml", "");
    let out = run.args(["check", "--format", "json"]).exits(1);
    assert_snapshot!(out.stderr, @"
    peringatan: `.sopan.yml` tidak dibaca: berkas setelan harus bernama `sopan.yaml`
       ╭─[lain/.sopan.yml]
       ╰────
       bantuan: Ganti namanya menjadi `sopan.yaml`.

    peringatan: pola `arsip/` tidak cocok dengan berkas mana pun
       ╭─[sopan.yaml:2:11]
     2 │ exclude: [arsip/]
       ·           ──────
       ╰────
       bantuan: Pola dihitung dari folder setelan ini; lihat berkasnya dengan `sopan check --files`.

    info: `SP001` sudah bertingkat error menurut paket aturannya
       ╭─[sopan.yaml:3:13]
     3 │ severity: { SP001: error }
       ·             ─────
       ╰────
       bantuan: Baris ini tidak mengubah apa pun dan dapat dihapus.

    peringatan: `WKT001` tidak dapat dimatikan di sini: dikunci oleh sopan.yaml:1
       ╭─[unit/sopan.yaml:1:11]
     1 │ disable: [WKT]
       ·           ───
       ╰────
       bantuan: Hapus baris ini, atau minta pemilik setelan teratas melepas kuncinya.

    peringatan: `fail_on` di sini tidak berlaku: setelan untuk seluruh pemeriksaan hanya dibaca dari
                setelan teratas
       ╭─[unit/sopan.yaml:2:1]
     2 │ fail_on: never
       · ───────
       ╰────
       bantuan: Pindahkan ke sopan.yaml, atau hapus.
    ");
    assert!(out.stdout.starts_with('{'), "{}", out.stdout);
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

const PACK: &str = "\
pack: kota
title: { id: Kota Contoh, en: City of Contoh }
source: Perda Kota Contoh 4/2023
rules:
  - id: KT001
    name: telepon-tidak-ada
    severity: warning
    given: $
    check: { required: { key: telepon } }
    message: { id: 'Telepon {state}', en: 'The telephone {state}' }
    help: { id: 'Tulis.', en: 'Write.' }
    reference: Perda Kota Contoh 4/2023
    examples:
      pass: ['telepon: (0561) 555123']
      fail: ['nama: Kartu']
";

const REGULATIONS: &str = "\
peraturan:
- jenis: perda
  wilayah: Kota Contoh
  nomor: '3'
  tahun: 2012
  tentang: Retribusi Jasa Umum
  status: dicabut
  dicabut_oleh: [perda kota contoh 4/2023]
  yakin: pasti
";

#[test]
fn packs_and_registers_of_a_city() {
    let draft = "jenis: standar-pelayanan\nwilayah: Kota Contoh\ndasar_hukum:\n\
        - Peraturan Daerah Kota Contoh Nomor 3 Tahun 2012 tentang Retribusi Jasa Umum\n";
    let run = |register: &str| {
        repository()
            .file(
                "kota/sopan.yaml",
                "rules: [../aturan/kota.yaml]\nregisters: perda.yaml\nseverity: { KT: info }\n",
            )
            .file("aturan/kota.yaml", PACK)
            .file("kota/perda.yaml", register)
            .file("kota/unit/a.yaml", draft)
    };
    let args = [
        "check",
        "kota/unit",
        "--select",
        "KT001,HKM003",
        "--format",
        "concise",
    ];
    assert_snapshot!(run(REGULATIONS).args(args).exits(1).stdout, @"
    kota/unit/a.yaml:1:1: info[KT001] Telepon belum ada
    kota/unit/a.yaml:4:3: galat[HKM003] Perda Kota Contoh 3/2012 sudah tidak berlaku: dicabut oleh Perda Kota Contoh 4/2023
    1 dokumen dalam 1 berkas diperiksa: 1 galat, 1 info
    ");
    let out = run("daftar: []\n").args(args).exits(2);
    assert_snapshot!(out.stderr, @"
    galat: kunci `daftar` tidak dikenal di sini
       ╭─[kota/perda.yaml:1:1]
     1 │ daftar: []
       · ──────
       ╰────
       bantuan: Yang dikenal: `meta`, `peraturan`.

    galat: paket aturan belum dapat dipakai: 1 kesalahan
    ");
    // The rules of the settings are there for other commands too.
    let out = run(REGULATIONS)
        .within("kota")
        .args(["explain", "KT001"])
        .exits(0);
    assert!(
        out.stdout.starts_with("KT001 telepon-tidak-ada"),
        "{}",
        out.stdout
    );
}

#[test]
fn packs_that_are_not_there() {
    let run = repository().file("a.yaml", DRAFT).file(
        "sopan.yaml",
        "rules: [aturan/]\nregisters: [perda.yaml]\ndisable: [KT001]\n",
    );
    assert_snapshot!(run.args(["check"]).exits(2).stderr, @"
    galat: berkas atau folder `aturan/` tidak ada
       ╭─[sopan.yaml:1:9]
     1 │ rules: [aturan/]
       ·         ───────
       ╰────
       bantuan: Jalur dihitung dari folder tempat berkas setelan ini berada.

    galat: berkas atau folder `perda.yaml` tidak ada
       ╭─[sopan.yaml:2:13]
     2 │ registers: [perda.yaml]
       ·             ──────────
       ╰────
       bantuan: Jalur dihitung dari folder tempat berkas setelan ini berada.

    galat: setelan belum dapat dipakai: 2 kesalahan
    ");
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

#[test]
fn settings_that_are_no_text() {
    let run = repository()
        .file("a.yaml", DRAFT)
        .bytes("sopan.yaml", b"region: \xff\n");
    assert_snapshot!(run.args(["check"]).exits(2).stderr, @"
    galat: berkas setelan ini bukan teks UTF-8
       ╭─[sopan.yaml]
       ╰────
       bantuan: Simpan kembali sebagai UTF-8: bita ke-8 (baris 1) bernilai 0xFF, bukan UTF-8.

    galat: setelan belum dapat dipakai: 1 kesalahan
    ");
}

fn city() -> Sopan {
    repository()
        .file(
            "sopan.yaml",
            "region: Kota Pontianak\nlocked: [SP001, WKT]\nfail_on: warning\nexclude: [arsip/]\n",
        )
        .file(
            "rsud/sopan.yaml",
            "disable: [SP, KEP003]\nseverity: { BHS: info }\nexclude: [igd/]\n",
        )
        .file("rsud/a.yaml", DRAFT)
        .file("rsud/igd/b.yaml", DRAFT)
}

/// Without the rules that come and go with the packs.
fn some_rules(stdout: &str) -> String {
    let kept = ["SP001", "SP002", "KEP003", "BHS001"];
    let is_rule = |line: &str| {
        let code = line.split_whitespace().next().unwrap_or_default();
        line.starts_with("  ")
            && code
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let lines = stdout
        .lines()
        .filter(|line| !is_rule(line) || kept.iter().any(|code| line.trim().starts_with(code)));
    // The columns are as wide as the longest name.
    let squeezed = lines.map(|line| match is_rule(line) {
        true => line.split_whitespace().collect::<Vec<_>>().join(" "),
        false => line.to_owned(),
    });
    squeezed.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_settings_of_a_file() {
    let out = city().args(["settings", "rsud/a.yaml"]).exits(0);
    assert_snapshot!(some_rules(&out.stdout), @"
    Setelan untuk rsud/a.yaml

    Berkas setelan
      rsud/sopan.yaml
      sopan.yaml  (teratas)
      Pencarian berhenti di sini: puncak repositori (.git).

    Isi
      root     false                  bawaan
      exclude  arsip/                 sopan.yaml:4
               igd/                   rsud/sopan.yaml:3
      region   Kota Pontianak         sopan.yaml:1
      locked   SP001                  sopan.yaml:2
      fail_on  warning                sopan.yaml:3
      target   95                     bawaan
      lang     id                     bawaan
      ignores  reason_required: true  bawaan
      score    silenced_meets: false  bawaan

    Aturan yang berbeda dari paketnya
    BHS001 isian-belum-diganti info (bawaan galat) rsud/sopan.yaml:2
    KEP003 wilayah-tidak-ada mati rsud/sopan.yaml:1
    SP001 dasar-hukum-tidak-ada dikunci sopan.yaml:2
    SP002 persyaratan-tidak-ada mati rsud/sopan.yaml:1
    ");
    let out = city()
        .args(["settings", "rsud/igd/b.yaml", "--lang", "en"])
        .exits(0);
    assert_snapshot!(some_rules(&out.stdout), @"
    Settings for rsud/igd/b.yaml
      excluded by rsud/sopan.yaml:3: checked by locked rules only

    Settings files
      rsud/sopan.yaml
      sopan.yaml  (topmost)
      rsud/igd/sopan.yaml: not there
      The search ends here: the top of the repository (.git).

    Values
      root     false                  default
      exclude  arsip/                 sopan.yaml:4
               igd/                   rsud/sopan.yaml:3
      region   Kota Pontianak         sopan.yaml:1
      locked   SP001                  sopan.yaml:2
      fail_on  warning                sopan.yaml:3
      target   95                     default
      lang     en                     command line
      ignores  reason_required: true  default
      score    silenced_meets: false  default

    Rules that differ from their pack
    KEP003 wilayah-tidak-ada off rsud/sopan.yaml:1
    SP001 dasar-hukum-tidak-ada locked sopan.yaml:2
    SP002 persyaratan-tidak-ada off rsud/sopan.yaml:1
    ");
    let out = sopan().args(["settings", "--no-settings"]).exits(0);
    assert_snapshot!(some_rules(&out.stdout), @"
    Setelan di folder ini

    Berkas setelan
      tidak dipakai (--no-settings)

    Isi
      root     false                  bawaan
      fail_on  error                  bawaan
      target   95                     bawaan
      lang     id                     bawaan
      ignores  reason_required: true  bawaan
      score    silenced_meets: false  bawaan
    ");
}

#[test]
fn the_settings_of_a_file_for_programs() {
    let out = city()
        .args(["settings", "rsud/igd/b.yaml", "--format", "json"])
        .exits(0)
        .json();
    let mut out = out;
    let rules = out["rules"].take();
    assert_snapshot!(serde_json::to_string_pretty(&out).unwrap(), @r#"
    {
      "schema_version": 1,
      "tool": {
        "name": "sopan",
        "version": "0.1.0"
      },
      "file": "rsud/igd/b.yaml",
      "checked": "locked",
      "excluded_by": {
        "file": "rsud/sopan.yaml",
        "line": 3
      },
      "files": [
        "rsud/sopan.yaml",
        "sopan.yaml"
      ],
      "looked_for": [
        "rsud/igd/sopan.yaml",
        "rsud/sopan.yaml",
        "sopan.yaml"
      ],
      "stopped_by": "git",
      "values": [
        {
          "key": "root",
          "value": "false",
          "from": "default"
        },
        {
          "key": "exclude",
          "value": "arsip/",
          "from": {
            "file": "sopan.yaml",
            "line": 4
          }
        },
        {
          "key": "exclude",
          "value": "igd/",
          "from": {
            "file": "rsud/sopan.yaml",
            "line": 3
          }
        },
        {
          "key": "region",
          "value": "Kota Pontianak",
          "from": {
            "file": "sopan.yaml",
            "line": 1
          }
        },
        {
          "key": "locked",
          "value": "SP001",
          "from": {
            "file": "sopan.yaml",
            "line": 2
          }
        },
        {
          "key": "locked",
          "value": "WKT",
          "from": {
            "file": "sopan.yaml",
            "line": 2
          }
        },
        {
          "key": "fail_on",
          "value": "warning",
          "from": {
            "file": "sopan.yaml",
            "line": 3
          }
        },
        {
          "key": "target",
          "value": "95",
          "from": "default"
        },
        {
          "key": "lang",
          "value": "id",
          "from": "default"
        },
        {
          "key": "ignores",
          "value": "reason_required: true",
          "from": "default"
        },
        {
          "key": "score",
          "value": "silenced_meets: false",
          "from": "default"
        }
      ],
      "rules": null
    }
    "#);
    let of = |code: &str| {
        let rule = rules
            .as_array()
            .unwrap()
            .iter()
            .find(|rule| rule["rule"] == code);
        serde_json::to_string(rule.unwrap()).unwrap()
    };
    assert_snapshot!([of("SP001"), of("SP002"), of("BHS001")].join("\n"), @r#"
    {"rule":"SP001","name":"dasar-hukum-tidak-ada","enabled":true,"enabled_from":"default","severity":"error","severity_from":"default","locked_by":{"file":"sopan.yaml","line":2}}
    {"rule":"SP002","name":"persyaratan-tidak-ada","enabled":false,"enabled_from":{"file":"rsud/sopan.yaml","line":1},"severity":"error","severity_from":"default"}
    {"rule":"BHS001","name":"isian-belum-diganti","enabled":false,"enabled_from":{"file":"rsud/sopan.yaml","line":3},"severity":"info","severity_from":{"file":"rsud/sopan.yaml","line":2}}
    "#);
}

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
