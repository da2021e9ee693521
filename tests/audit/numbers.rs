//! Scores, shares, gains, and what counts as one unit.

use serde_json::json;

use crate::{DRAFT, audit, city, common::sopan, rule};

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
