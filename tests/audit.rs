//! `sopan audit`: scores of a whole city, in every form, and against last time.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use common::{Sopan, assert_harmless, sopan};
use insta::assert_snapshot;
use serde_json::{Value, json};

/// Three of its fourteen components are met, and one is vague.
const DRAFT: &str = "\
jenis: standar-pelayanan
nama: Surat Keterangan Usaha
unit: Kecamatan Utara
wilayah: Kota Contoh
dasar_hukum: [Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik]
persyaratan: [KTP asli]
prosedur: [Pemohon menyerahkan berkas, Petugas menyerahkan surat]
jangka_waktu: secepatnya
";

/// Two units: one with documents that meet three and four of fourteen, one with two.
fn city() -> Sopan {
    let better = DRAFT
        .replace("Surat Keterangan Usaha", "Legalisasi Dokumen")
        .replace("secepatnya", "3 (tiga) hari kerja");
    let worse = DRAFT
        .replace("Surat Keterangan Usaha", "Rekomendasi Izin Keramaian")
        .replace("Kecamatan Utara", "Kecamatan Selatan")
        .replace(
            "prosedur: [Pemohon menyerahkan berkas, Petugas menyerahkan surat]\n",
            "",
        );
    sopan()
        .file("utara/a.yaml", DRAFT)
        .file("utara/b.yaml", &better)
        .file("selatan/c.yaml", &worse)
}

fn audit(run: Sopan, args: &[&str]) -> Value {
    let all = ["audit", "--format", "json"];
    run.args(all.iter().chain(args).copied()).exits(0).json()
}

fn rule<'a>(report: &'a Value, code: &str) -> &'a Value {
    let mut rules = report["rules"].as_array().unwrap().iter();
    rules.find(|rule| rule["rule"] == code).unwrap()
}

#[test]
fn scores_shares_and_gains_are_as_computed_by_hand() {
    let report = audit(city(), &["--target", "25"]);
    // 3, 4 and 2 of 14.
    let scores: Vec<_> = report["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| (document["file"].clone(), document["score"].clone()))
        .collect();
    assert_eq!(
        scores,
        [
            (json!("selatan/c.yaml"), json!(14.29)),
            (json!("utara/a.yaml"), json!(21.43)),
            (json!("utara/b.yaml"), json!(28.57)),
        ]
    );
    let overall = &report["overall"];
    assert_eq!(overall["score"], 21.43);
    assert_eq!(overall["grade"], "E");
    assert_eq!(overall["documents"], 3);
    assert_eq!(overall["units"], 2);
    assert_eq!(overall["at_target"], 1);
    let units = report["units"].as_array().unwrap();
    assert_eq!(units[0]["unit"], "Kecamatan Selatan");
    assert_eq!(units[0]["score"], 14.29);
    assert_eq!(units[1]["unit"], "Kecamatan Utara");
    assert_eq!(units[1]["region"], "Kota Contoh");
    assert_eq!(units[1]["score"], 25.0);
    assert_eq!(units[1]["components"]["jangka_waktu"], 0.5);
    assert_eq!(units[1]["components"]["prosedur"], 1.0);
    assert_eq!(units[1]["components"]["biaya"], 0.0);
    assert_eq!(units[1]["worst"][0]["file"], "utara/a.yaml");
    // A component is worth 100 / 14 = 7.14 points; it lacks in all of three, in two, in one.
    assert_eq!(rule(&report, "SP005")["gain"], 7.14);
    assert_eq!(rule(&report, "SP005")["documents"], 3);
    assert_eq!(rule(&report, "WKT001")["gain"], 4.76);
    assert_eq!(rule(&report, "SP003")["gain"], 2.38);
}

#[test]
fn every_score_is_the_one_of_a_check() {
    let check = city().args(["check", "--format", "json"]).exits(1).json();
    let audit = audit(city(), &[]);
    let documents = audit["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 3);
    for (one, other) in documents.iter().zip(check["documents"].as_array().unwrap()) {
        for key in ["file", "index", "score", "grade", "components"] {
            assert_eq!(one[key], other[key]);
        }
    }
}

#[test]
fn one_screen() {
    let out = city().args(["audit"]).exits(0);
    assert_snapshot!(out.stdout, @"
    Audit 3 dokumen dari 2 unit, 2026-11-21
      Nilai             ████▎···············   21,43 E  kualitas terendah
      Sasaran           ····················      0%  0 dari 3 dokumen mencapai 95
      Temuan            33 galat, 2 peringatan, 2 info

    Unit, terlemah lebih dahulu
      Kecamatan Selatan  ██▉·················   14,29 E  0 dari 1 di sasaran
      Kecamatan Utara    █████···············   25,00 E  0 dari 2 di sasaran

    Paling menaikkan nilai bila dibenahi (poin)
        +7,14  SP005   biaya-tidak-ada                               3 dokumen
        +7,14  SP006   produk-tidak-ada                              3 dokumen
        +7,14  SP007   sarana-prasarana-tidak-ada                    3 dokumen
        +7,14  SP008   kompetensi-pelaksana-tidak-ada                3 dokumen
        +7,14  SP009   pengawasan-internal-tidak-ada                 3 dokumen

    Perbedaan dan kekurangan antardokumen (temuan)
            2  KOR040  layanan-tanpa-sop
            2  KOR042  maklumat-unit-tidak-ada

    Semua dokumen: --details; laporan untuk pimpinan: --format html atau xlsx
    ");
    assert!(out.stdout.lines().count() <= 40);
}

#[test]
fn one_screen_in_english_by_folder() {
    let run = city().args(["audit", "--lang", "en", "--group-by", "folder", "--details"]);
    assert_snapshot!(run.exits(0).stdout, @"
    Audit of 3 documents of 2 units, 2026-11-21
      Score             ████▎···············   21.43 E  lowest quality
      Target            ····················      0%  0 of 3 documents reach 95
      Findings          33 errors, 2 warnings, 2 info

    Folders, the weakest first
      selatan  ██▉·················   14.29 E  0 of 1 at target
      utara    █████···············   25.00 E  0 of 2 at target

    What raises the score most when mended (points)
        +7.14  SP005   biaya-tidak-ada                               3 documents
        +7.14  SP006   produk-tidak-ada                              3 documents
        +7.14  SP007   sarana-prasarana-tidak-ada                    3 documents
        +7.14  SP008   kompetensi-pelaksana-tidak-ada                3 documents
        +7.14  SP009   pengawasan-internal-tidak-ada                 3 documents

    Drift and gaps between documents (findings)
            2  KOR040  layanan-tanpa-sop
            2  KOR042  maklumat-unit-tidak-ada

    All documents

      selatan
       14.29 E  12 errors  Rekomendasi Izin Keramaian              selatan/c.yaml

      utara
       21.43 E  11 errors  Surat Keterangan Usaha                  utara/a.yaml
       28.57 E  10 errors  Legalisasi Dokumen                      utara/b.yaml

    A report to hand on: --format html or xlsx, with --output
    ");
}

#[test]
fn forty_units_still_fit_one_screen() {
    let mut run = sopan();
    for number in 0..40 {
        let text = DRAFT
            .replace("Kecamatan Utara", &format!("Kecamatan {number}"))
            .replace("Keterangan Usaha", &format!("Keterangan {number}"));
        run = run.file(&format!("{number}.yaml"), &text);
    }
    let out = run.args(["audit"]).exits(0);
    assert!(out.stdout.lines().count() <= 40, "{}", out.stdout);
    assert!(out.stdout.contains("dan 28 lagi"), "{}", out.stdout);
    let longest = out.stdout.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(100), "{longest:?}");
}

#[test]
fn units_that_differ_in_spelling_are_one() {
    let run = sopan()
        .file("a.yaml", DRAFT)
        .file(
            "b.yaml",
            &DRAFT.replace("Kecamatan Utara", "KECAMATAN  UTARA"),
        )
        .file("c.yaml", &DRAFT.replace("wilayah: Kota Contoh\n", ""));
    let report = audit(run, &[]);
    assert_eq!(report["overall"]["units"], 1);
    assert_eq!(report["units"][0]["unit"], "Kecamatan Utara");
}

#[test]
fn units_of_two_regions_are_two() {
    let other = DRAFT.replace("Kota Contoh", "Kabupaten Lain");
    let report = audit(sopan().file("a.yaml", DRAFT).file("b.yaml", &other), &[]);
    assert_eq!(report["overall"]["units"], 2);
}

#[test]
fn a_low_score_fails_the_run_and_a_form_never_does() {
    for form in ["human", "json", "csv", "markdown", "xlsx"] {
        let with =
            |min: &str| city().args(["audit", "--format", form, "-o", "x", "--min-score", min]);
        with("21.43").exits(0);
        with("21.44").exits(1);
    }
}

#[test]
fn an_empty_folder_has_nothing_to_audit() {
    let out = sopan().args(["audit"]).exits(2);
    assert_eq!(out.stdout, "");
    assert!(
        out.stderr.contains("tidak ada dokumen untuk diperiksa"),
        "{}",
        out.stderr
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let out = city()
        .bytes("rusak.yaml", [0xff, 0xfe, 0x00])
        .args(["audit"])
        .exits(0);
    assert!(
        out.stdout.contains("1 berkas tidak dapat dibaca"),
        "{}",
        out.stdout
    );
}

#[test]
fn the_target_is_that_of_the_settings_unless_said() {
    let with = || city().file("sopan.yaml", "target: 28\n");
    assert_eq!(audit(with(), &[])["overall"]["at_target"], 1);
    assert_eq!(
        audit(with(), &["--target", "10"])["overall"]["at_target"],
        3
    );
    assert_eq!(audit(city(), &[])["target"], 95.0);
}

#[test]
fn tasks_and_repealed_regulations_are_told() {
    let tasks = "jenis: tupoksi\nnama: Tugas\nunit: Kecamatan Utara\nwilayah: Kota Contoh\n\
        tugas: [{ id: T-01, uraian: Melayani usaha }, { id: T-02, uraian: Melayani keramaian }]\n";
    let sop = "jenis: sop\nnama: Melayani Usaha\nunit: Kecamatan Utara\nwilayah: Kota Contoh\n\
        tupoksi: T-01\ndasar_hukum: [Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah]\n";
    let run = || city().file("utara/t.yaml", tasks).file("utara/s.yaml", sop);
    let report = audit(run(), &[]);
    assert_eq!(report["overall"]["documents"], 5);
    assert_eq!(report["overall"]["scored"], 4);
    let of_unit = report["coverage"]["units"][0]["tasks"].as_array().unwrap();
    let sops: Vec<_> = of_unit
        .iter()
        .map(|task| task["sops"].as_array().unwrap().len())
        .collect();
    assert_eq!(sops, [1, 0]);
    assert_eq!(
        report["revisions"][0]["revisions"][0]["regulation"],
        "UU 32/2004"
    );
    let screen = run().args(["audit"]).exits(0).stdout;
    assert!(
        screen.contains("1 dari 2 tugas unit memiliki SOP"),
        "{screen}"
    );
    assert!(
        screen.contains("1 dokumen di 1 unit merujuk peraturan"),
        "{screen}"
    );
    assert!(
        screen.contains("1 dokumen tanpa nilai: 1 tupoksi"),
        "{screen}"
    );
}

/// The city, and the audit of a year ago: `a` had no title of law, `b` stood elsewhere, `c` was
/// better, `d` is new, and one document is gone.
fn city_with_last() -> Sopan {
    let before = sopan()
        .file(
            "utara/a.yaml",
            &DRAFT.replace(
                "dasar_hukum: [Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik]\n",
                "",
            ),
        )
        .file(
            "utara/lama.yaml",
            &DRAFT
                .replace("Surat Keterangan Usaha", "Legalisasi Dokumen")
                .replace("secepatnya", "3 (tiga) hari kerja"),
        )
        .file(
            "selatan/c.yaml",
            &DRAFT
                .replace("Surat Keterangan Usaha", "Rekomendasi Izin Keramaian")
                .replace("Kecamatan Utara", "Kecamatan Selatan"),
        )
        .file(
            "hilang.yaml",
            &DRAFT.replace("Kecamatan Utara", "Kecamatan Barat"),
        );
    let last = before.args(["audit", "--format", "json"]).exits(0).stdout;
    city()
        .file(
            "timur/d.yaml",
            &DRAFT.replace("Kecamatan Utara", "Kecamatan Timur"),
        )
        .file("lalu.json", &last)
}

#[test]
fn against_last_time() {
    let report = audit(city_with_last(), &["--compare", "lalu.json"]);
    let comparison = &report["comparison"];
    let trend = |list: &str, key: &str, wanted: &str| {
        let mut of = comparison[list].as_array().unwrap().iter();
        of.find(|one| one[key] == wanted).unwrap().clone()
    };
    // 2 of 14 became 3.
    let better = trend("documents", "file", "utara/a.yaml");
    assert_eq!(better["trend"], "better");
    assert_eq!(
        better["score"],
        json!({ "before": 14.29, "now": 21.43, "difference": 7.14 })
    );
    assert_eq!(
        better["mended"]
            .as_object()
            .unwrap()
            .keys()
            .collect::<Vec<_>>(),
        ["SP001"]
    );
    assert_eq!(better.get("new"), None);
    let moved = trend("documents", "file", "utara/b.yaml");
    assert_eq!(moved["trend"], "same");
    assert_eq!(moved["moved_from"], "utara/lama.yaml");
    let worse = trend("documents", "file", "selatan/c.yaml");
    assert_eq!(worse["trend"], "worse");
    assert!(worse["new"].get("SP003").is_some(), "{worse}");
    assert_eq!(trend("documents", "file", "timur/d.yaml")["trend"], "new");
    assert_eq!(trend("documents", "file", "hilang.yaml")["trend"], "gone");
    assert_eq!(
        trend("groups", "name", "Kecamatan Utara")["trend"],
        "better"
    );
    assert_eq!(
        trend("groups", "name", "Kecamatan Selatan")["trend"],
        "worse"
    );
    assert_eq!(trend("groups", "name", "Kecamatan Timur")["trend"], "new");
    assert_eq!(trend("groups", "name", "Kecamatan Barat")["trend"], "gone");
    assert_eq!(
        comparison["documents_by_trend"],
        json!({ "better": 1, "gone": 1, "new": 1, "same": 1, "worse": 1 })
    );
    let screen = city_with_last()
        .args(["audit", "--compare", "lalu.json"])
        .exits(0);
    let (_, compared) = screen.stdout.split_once("Dibandingkan").unwrap();
    assert_snapshot!(compared, @"
     dengan audit 2026-11-21
      Nilai      tetap 21,43
      Unit       1 naik, 1 turun, 1 baru, 1 tidak ada lagi
      Dokumen    1 naik, 1 turun, 1 tetap, 1 baru, 1 tidak ada lagi
      Temuan     14 baru, 1 sudah dibenahi, 36 masih ada
      Turun      Kecamatan Selatan: 21,43 menjadi 14,29 (-7,14)

    Semua dokumen: --details; laporan untuk pimpinan: --format html atau xlsx
    ");
}

#[test]
fn against_itself_nothing_changed() {
    let last = city().args(["audit", "--format", "json"]).exits(0).stdout;
    let report = audit(city().file("lalu.json", &last), &["--compare", "lalu.json"]);
    let findings = &report["comparison"]["findings"];
    assert_eq!(
        (&findings["new"], &findings["mended"]),
        (&json!(0), &json!(0))
    );
    let rules = report["rules"].as_array().unwrap().iter();
    let all: u64 = rules.map(|rule| rule["findings"].as_u64().unwrap()).sum();
    assert!(all > 0);
    assert_eq!(findings["remaining"], all);
}

#[test]
fn what_is_no_audit_is_refused() {
    let check = city().args(["check", "--format", "json"]).exits(1).stdout;
    let own = city().args(["audit", "--format", "json"]).exits(0).stdout;
    let newer = own.replace("\"schema_version\": 1", "\"schema_version\": 2");
    let cases = [
        (check.as_str(), "adalah hasil `sopan check`"),
        ("[1, 2]", "bukan hasil audit sopan"),
        ("{\"documents\": []}", "bukan hasil audit sopan"),
        ("{ rusak", "bukan hasil audit yang utuh"),
        (newer.as_str(), "berversi 2"),
        ("", "bukan hasil audit yang utuh"),
    ];
    for (last, said) in cases {
        let run = city()
            .file("lalu.json", last)
            .args(["audit", "--compare", "lalu.json"]);
        let out = run.exits(2);
        assert!(out.stderr.contains(said), "{said}: {}", out.stderr);
        assert!(
            out.stderr.contains("sopan audit --format json"),
            "{}",
            out.stderr
        );
    }
    let out = city()
        .args(["audit", "--compare", "tidak-ada.json"])
        .exits(2);
    assert!(
        out.stderr.contains("tidak-ada.json tidak dapat dibaca"),
        "{}",
        out.stderr
    );
}

/// A document whose every text is an attack on a spreadsheet, a terminal, XML or Markdown.
const HOSTILE: &str = "\
jenis: standar-pelayanan
nama: '=HYPERLINK(\"http://x\",\"klik\")'
unit: \"@SUM(1)\\x1b[31m\\uFFFE_x0041_<b>|x|\"
wilayah: '+62\tab'
";

#[test]
fn a_table_is_read_back_and_holds_no_formula() {
    let run = city().file("-h/=1+1.yaml", HOSTILE);
    let out = run.args(["audit", "--format", "csv"]).exits(0).stdout;
    assert_harmless(&out, "csv");
    let mut table = csv::Reader::from_reader(out.as_bytes());
    assert_eq!(table.headers().unwrap().get(6), Some("score"));
    let rows: Vec<_> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 4);
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
    let score = |file: &str| {
        let row = rows.iter().find(|row| &row[0] == file).unwrap();
        row[6].to_owned()
    };
    assert_eq!(score("utara/a.yaml"), "21.43");
    assert_eq!(score("'-h/=1+1.yaml"), "0");
}

fn workbook(run: &Sopan) -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = std::fs::read(run.path("audit.xlsx")).unwrap();
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn a_workbook_is_read_back() {
    let run = city_with_last().file("-h/=1+1.yaml", HOSTILE);
    let args = ["audit", "--format", "xlsx", "--output", "audit.xlsx"];
    let run = run.args(args.into_iter().chain(["--compare", "lalu.json"]));
    run.exits(0);
    let mut book = workbook(&run);
    assert_eq!(
        book.sheet_names(),
        [
            "Ikhtisar",
            "Unit",
            "Dokumen",
            "Komponen",
            "Temuan",
            "Tugas",
            "Revisi",
            "Perubahan",
            "Tidak ada lagi"
        ]
    );
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.used_cells().next().is_none(), "{name}");
    }
    let documents = book.worksheet_range("Dokumen").unwrap();
    assert_eq!(documents.height(), 6);
    let row = documents
        .rows()
        .find(|row| row[10] == *"utara/a.yaml")
        .unwrap();
    assert_eq!(row[0], Data::from("Surat Keterangan Usaha"));
    assert_eq!(row[4], Data::Float(21.43));
    assert_eq!(row[12], Data::Float(14.29));
    let hostile = documents
        .rows()
        .find(|row| row[10] == *"-h/=1+1.yaml")
        .unwrap();
    assert_eq!(hostile[0], Data::from("=HYPERLINK(\"http://x\",\"klik\")"));
    let findings = book.worksheet_range("Temuan").unwrap();
    let report = audit(city_with_last().file("-h/=1+1.yaml", HOSTILE), &[]);
    let all: u64 = ["error", "warning", "info"]
        .iter()
        .map(|level| report["overall"][level].as_u64().unwrap())
        .sum();
    assert_eq!(findings.height() as u64, all + 1);
    let components = book.worksheet_range("Komponen").unwrap();
    let head: Vec<_> = components.rows().next().unwrap().to_vec();
    let column = head
        .iter()
        .position(|cell| *cell == *"jangka_waktu")
        .unwrap();
    let utara = components
        .rows()
        .find(|row| row[0] == *"Kecamatan Utara")
        .unwrap();
    assert_eq!(utara[column], Data::Float(0.5));
}

#[test]
fn the_same_audit_is_the_same_workbook() {
    let make = || {
        let run = city().args(["audit", "--format", "xlsx", "-o", "audit.xlsx"]);
        run.exits(0);
        std::fs::read(run.path("audit.xlsx")).unwrap()
    };
    assert_eq!(make(), make());
}

#[test]
fn markdown_has_no_effect_of_documents() {
    let run = city().file("h.yaml", HOSTILE);
    let out = run.args(["audit", "--format", "markdown"]).exits(0).stdout;
    assert_harmless(&out, "markdown");
    assert!(!out.contains("<b>"), "{out}");
    for line in out.lines().filter(|line| line.starts_with('|')) {
        assert!(line.ends_with(" |"), "{line}");
    }
}

#[test]
fn nothing_hostile_reaches_the_screen() {
    let run = city().file("-h/=1+1.yaml", HOSTILE);
    let out = run
        .args(["audit", "--details", "--color", "never"])
        .exits(0);
    assert_harmless(&out.stdout, "screen");
}

#[test]
fn several_forms_at_once() {
    let run = city().args([
        "audit", "--format", "json", "-o", "a.json", "--format", "csv", "-o", "a.csv", "--format",
        "human",
    ]);
    let out = run.exits(0);
    assert!(out.stdout.starts_with("Audit 3 dokumen"), "{}", out.stdout);
    assert!(run.path("a.json").exists() && run.path("a.csv").exists());
}

#[test]
fn a_report_never_takes_the_place_of_a_document() {
    let run = city().args(["audit", "--format", "json", "-o", "utara/a.yaml"]);
    assert!(run.exits(2).stderr.contains("menimpa"));
}
