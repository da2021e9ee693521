//! The score of a document, and its card.

mod common;

use common::{Sopan, sopan};
use insta::assert_snapshot;

/// A document with three of its components met and the rest missing, and one that is vague.
const DRAFT: &str = "\
jenis: standar-pelayanan
nama: Surat Keterangan Usaha
unit: Kecamatan Contoh
wilayah: Kota Contoh
dasar_hukum: [Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik]
persyaratan: [KTP asli]
prosedur: [Pemohon menyerahkan berkas, Petugas menyerahkan surat]
jangka_waktu: secepatnya
";

fn json(run: Sopan, args: &[&str]) -> serde_json::Value {
    let all = ["check", ".", "--format", "json", "--fail-on", "never"];
    run.args(all.iter().chain(args).copied()).exits(0).json()
}

#[test]
fn the_score_is_met_weight_over_applicable_weight() {
    let report = json(sopan().file("a.yaml", DRAFT), &[]);
    let document = &report["documents"][0];
    // 3 of 14.
    assert_eq!(document["score"], 21.43);
    assert_eq!(document["grade"], "E");
    let components = document["components"].as_object().unwrap();
    assert_eq!(components.len(), 14);
    let met: Vec<_> = components
        .iter()
        .filter(|(_, met)| **met == true)
        .map(|(key, _)| &**key)
        .collect();
    assert_eq!(met, ["dasar_hukum", "persyaratan", "prosedur"]);
}

#[test]
fn a_misspelt_component_is_not_met() {
    let misspelt = DRAFT.replace("persyaratan:", "persayaratan:");
    let report = json(sopan().file("a.yaml", &misspelt), &[]);
    assert_eq!(report["documents"][0]["components"]["persyaratan"], false);
}

#[test]
fn what_a_baseline_knows_is_not_met() {
    let run = sopan()
        .file("a.yaml", DRAFT)
        .args(["check", ".", "--write-baseline"]);
    run.exits(0);
    let report = json(run, &["--baseline", "sopan-baseline.jsonl"]);
    assert_eq!(report["documents"][0]["score"], 21.43);
}

#[test]
fn without_all_rules_there_is_no_score() {
    let report = json(sopan().file("a.yaml", DRAFT), &["--ignore", "SP"]);
    assert_eq!(report["documents"][0].get("score"), None);
}

#[test]
fn kinds_without_components_have_no_score() {
    let report = json(sopan().file("a.yaml", "jenis: tupoksi\nnama: Tugas\n"), &[]);
    assert_eq!(report["documents"][0].get("score"), None);
}

#[test]
fn the_card_of_one_document() {
    let out = sopan()
        .file("a.yaml", DRAFT)
        .args(["check", "a.yaml", "--show", "0"])
        .exits(1);
    let card = out.stdout.split_once("Nilai").unwrap().1;
    assert_snapshot!(card, @"
     21,43 (E, kualitas terendah): 3 dari 14 komponen terpenuhi
      predikat menurut rentang penilaian Ombudsman 2022-2024
      penyampaian pelayanan (service delivery)
        ✔  Persyaratan
        ✔  Sistem, mekanisme, dan prosedur
        ✘  Jangka waktu penyelesaian                 WKT001  +7,14
        ✘  Biaya atau tarif                          SP005   +7,14
        ✘  Produk pelayanan                          SP006   +7,14
        ✘  Penanganan pengaduan, saran, dan masukan  SP010   +7,14
      pengelolaan internal (manufacturing)
        ✔  Dasar hukum
        ✘  Sarana, prasarana, dan/atau fasilitas       SP007  +7,14
        ✘  Kompetensi pelaksana                        SP008  +7,14
        ✘  Pengawasan internal                         SP009  +7,14
        ✘  Jumlah pelaksana                            SP011  +7,14
        ✘  Jaminan pelayanan                           SP012  +7,14
        ✘  Jaminan keamanan dan keselamatan pelayanan  SP013  +7,14
        ✘  Evaluasi kinerja pelaksana                  SP014  +7,14
    Paling cepat menaikkan nilai: Jangka waktu penyelesaian (WKT001), +7,14.

    1 dokumen dalam 1 berkas diperiksa: 11 galat
    10 dapat diperbaiki dengan --unsafe-fixes, lalu perlu dibaca ulang
    ");
}

#[test]
fn several_documents_have_no_card() {
    let run = sopan().file("a.yaml", DRAFT).file("b.yaml", DRAFT);
    let out = run.args(["check", ".", "--show", "0"]).exits(1);
    assert!(!out.stdout.contains("Nilai"));
}

#[test]
fn a_lowest_score_fails_the_run() {
    let run = || sopan().file("a.yaml", &format!("{DRAFT}---\n{DRAFT}"));
    let args = [
        "check",
        ".",
        "--fail-on",
        "never",
        "--format",
        "concise",
        "--min-score",
    ];
    let with = |min: &str| run().args(args.into_iter().chain([min]));
    with("21.43").exits(0);
    let out = with("21,44").exits(1);
    let end: Vec<_> = out.stdout.lines().rev().take(3).collect();
    assert_snapshot!(end.into_iter().rev().collect::<Vec<_>>().join("\n"), @"
       21,43  a.yaml
       21,43  a.yaml (dokumen ke-2)
    20 dapat diperbaiki dengan --unsafe-fixes, lalu perlu dibaca ulang
    ");
    run()
        .args(["check", ".", "--min-score", "50", "--ignore", "SP004"])
        .exits(2);
}

#[test]
fn the_card_tells_of_the_target_of_the_settings() {
    let shown = |target: &str| {
        let run = sopan()
            .file("a.yaml", DRAFT)
            .file("sopan.yaml", &format!("target: {target}\n"));
        let out = run.args(["check", "a.yaml", "--show", "0"]).exits(1);
        let line = out.stdout.lines().find(|line| line.contains("predikat"));
        line.unwrap_or_default().to_owned()
    };
    let told = [shown("95"), shown("21.43")].join("\n");
    assert_snapshot!(told, @"
      predikat menurut rentang penilaian Ombudsman 2022-2024; sasaran 95 belum tercapai
      predikat menurut rentang penilaian Ombudsman 2022-2024; sasaran 21,43 tercapai
    ");
}
