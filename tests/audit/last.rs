//! The audit against the one of last time.

use insta::assert_snapshot;
use serde_json::json;

use crate::{audit, city, city_with_last};

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
