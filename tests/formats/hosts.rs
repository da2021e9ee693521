//! What GitHub and GitLab show beside a change.

use std::collections::HashSet;

use insta::assert_snapshot;

use crate::{DRAFT, NONE, city, common::sopan, draft, schema::gitlab_mistakes, value};

#[test]
fn gitlab_is_valid_and_no_fingerprint_comes_twice() {
    // The same document twice, and the same gap twice in one of them.
    let twice = format!("{DRAFT}---\n{DRAFT}");
    let run = sopan().file("a.yaml", &twice).file("b.yaml", DRAFT);
    let run = run.args(["check", "--format", "gitlab"]);
    for report in [city("gitlab"), run.exits(1).stdout] {
        assert_eq!(gitlab_mistakes(&report), NONE);
        let report = value(&report);
        let issues = report.as_array().unwrap();
        assert!(issues.len() > 3);
        let unique: HashSet<_> = issues
            .iter()
            .map(|i| i["fingerprint"].to_string())
            .collect();
        assert_eq!(unique.len(), issues.len());
    }
    // Lines above change nothing.
    let args = ["check", "--format", "gitlab", "--select", "BHS003"];
    let moved = sopan().file("draf.yaml", &format!("# catatan\n\n{DRAFT}"));
    let moved = value(&moved.args(args).exits(1).stdout);
    let before = value(&draft("gitlab", &[]));
    assert_eq!(moved[0]["fingerprint"], before[0]["fingerprint"]);
    assert_eq!(moved[0]["location"]["lines"]["begin"], 7);
    assert!(!gitlab_mistakes(r#"[{"description": "a"}]"#).is_empty());
}

#[test]
fn github_shows_the_gravest_and_counts_the_rest() {
    assert_snapshot!(draft("github", &[]), @"
    ::error file=draf.yaml,line=5,col=21,endColumn=24,title=BHS003 nomor-dikosongkan::Nomor `☕ 188.45/.../2026` belum lengkap%0ATulis nomornya selengkapnya seperti pada keputusan; selama belum bernomor, hapus kunci ini dan pakai `status: draf`.%0ADasar: UU 25/2009 Pasal 20 ayat (1); tata naskah dinas (Peraturan ANRI 5/2021)
    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
    let many = |levels: &str| {
        let text = "jenis: sop\nnomor_sop: 1/.../2026\nnama: TBD\nunit: ''\ndasar_hukum:\n  - UU 32/2004\n";
        let run = (0..14).fold(sopan(), |run, n| run.file(&format!("{n:02}.yaml"), text));
        let args = ["check", "--format", "github", "--select", levels];
        run.args(args).exits(1).stdout
    };
    let out = many("BHS,KEP,DOK,SP,ISI,HKM");
    let count = |start: &str| out.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!(count("::error "), 10, "{out}");
    assert!(count("::warning ") <= 10);
    assert!(count("::notice ") <= 10);
    assert_eq!(count("::notice title=sopan::"), 1);
    let levels: Vec<_> = out
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    let first_warning = levels.iter().position(|level| *level == "::warning");
    let last_error = levels.iter().rposition(|level| *level == "::error");
    assert!(last_error.is_some() && first_warning.is_some());
    assert!(last_error < first_warning, "{out}");
    let rest = out
        .lines()
        .find(|line| line.starts_with("::notice title=sopan"));
    assert!(
        rest.unwrap().contains("Tidak ditampilkan di sini: "),
        "{out}"
    );
}

#[test]
fn github_gives_no_columns_for_several_lines() {
    let text = "jenis: sop\nnama: |\n  TBD\n  TBD\nprosedur:\n  a: b\n  c: d\n";
    let args = ["check", "--format", "github", "--fail-on", "never"];
    let out = sopan().file("a.yaml", text).args(args).exits(0).stdout;
    for line in out
        .lines()
        .filter(|line| line.starts_with("::") && line.contains("file="))
    {
        assert_ne!(line.contains("endLine="), line.contains("col="), "{line}");
    }
}
