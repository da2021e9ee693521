//! The page of an audit: what stands in it, and how it behaves in a browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod browser;
#[path = "../common/mod.rs"]
mod common;
mod everyone;
mod markup;
mod numbers;
mod shown;

use std::{fs, path::PathBuf};

use sopan::{
    audit::{Audit, GroupBy},
    corpus::{self, Extent},
    judge::{Judge, Judged, Policy, Verdicts, judge},
    lint::Linter,
    report::audit::{
        Options, Report,
        html::{Limits, write_within},
    },
    rule::{Packs, RuleSet},
    text::Lang,
};
use tempfile::TempDir;

use self::common::sopan;

/// Words that would do something where they were taken for more than words.
pub(crate) const HOSTILE: &str = r#"<script>window.caught=1</script>"><img src=x onerror=window.caught=1></script><!--<svg onload=window.caught=1>' javascript:window.caught=1 `&lt;b&gt;` {{7*7}} ]]>"#;

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Documents of three units, with gaps, with hostile words wherever words may stand.
pub(crate) fn documents() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for number in 0..12 {
        let unit = ["Dinas Kesehatan", "Dinas Sosial", "Kecamatan Contoh"][number % 3];
        let mut text = format!("jenis: standar-pelayanan\nnama: Layanan {number}\nunit: {unit}\n");
        text.push_str("wilayah: Kota Contoh\nnomor: 065/1/2025\n");
        text.push_str(&format!("tanggal_penetapan: 2025-01-{:02}\n", number + 1));
        if number % 3 != 1 {
            text.push_str("jangka_waktu: secepatnya\nbiaya: Sesuai ketentuan\n");
        }
        if number % 4 == 0 {
            text.push_str("dasar_hukum: [UU No. 22 Th. 1999]\nproduk: TBD\n");
        }
        files.push((format!("a/{number}.yaml"), text));
    }
    let hostile = quoted(HOSTILE);
    files.push((
        "x/jahat.yaml".to_owned(),
        format!(
            "jenis: standar-pelayanan\nnama: {hostile}\nunit: {hostile}\nwilayah: {hostile}\n\
             nomor: {hostile}\njangka_waktu: {hostile}\nbiaya: {hostile}\nproduk: TBD {HOSTILE}\n\
             dasar_hukum: [{hostile}, UU No. 22 Th. 1999]\n{hostile}: {hostile}\n"
        ),
    ));
    files.push((
        "x/tugas.yaml".to_owned(),
        format!(
            "jenis: tupoksi\nnama: Tugas\nunit: Dinas Sosial\nwilayah: Kota Contoh\ntugas:\n\
             - {{id: T-01, uraian: {hostile}}}\n- {{id: T-02, uraian: Membina lembaga}}\n---\n\
             jenis: sop\nnama: Pembinaan\nunit: Dinas Sosial\nwilayah: Kota Contoh\n\
             tupoksi: [T-02]\n"
        ),
    ));
    files.push((
        "x/rusak.yaml".to_owned(),
        format!("jenis: sop\nnama: [{HOSTILE}\n"),
    ));
    files
}

/// The page of these documents.
pub(crate) fn page(args: &[&str]) -> String {
    let all = ["audit", ".", "--format", "html"].iter().chain(args);
    let mut run = sopan().args(all);
    for (name, text) in documents() {
        run = run.file(&name, &text);
    }
    run.exits(0).stdout
}

pub(crate) fn rules() -> RuleSet {
    Packs::builtin().unwrap().compile().unwrap()
}

pub(crate) fn judged(rules: &RuleSet, files: &[(String, String)]) -> Judged {
    let linter = Linter {
        rules,
        today: common::TODAY.parse().unwrap(),
        limits: Default::default(),
        excerpts: true,
    };
    let check =
        |(name, text): &(String, String)| linter.check_bytes(name, text.clone().into(), None);
    let mut files: Vec<_> = files.iter().map(check).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    corpus::check(&mut files, rules, Extent::Everything);
    let verdicts = Verdicts::new(rules, &[], &[], None);
    let judging = Judge::new(linter, &verdicts).across(Extent::Everything);
    let policy = Policy::new(rules);
    let files = files.into_iter().map(|file| judging.file(file, &policy));
    judge(files.collect(), rules, &verdicts, None, 0)
}

/// The page of documents within limits.
pub(crate) fn within(rules: &RuleSet, judged: &Judged, limits: Limits, lang: Lang) -> String {
    let audit = Audit::new(judged, rules, 95.0, GroupBy::Unit);
    let coverage = corpus::coverage(&judged.files, rules);
    let revisions = corpus::revisions(&judged.files, rules);
    let report = Report {
        coverage: &coverage,
        revisions: &revisions,
        judged,
        audit: &audit,
        rules,
        comparison: None,
    };
    let options = Options {
        lang,
        today: common::TODAY.parse().unwrap(),
        colour: false,
        width: 80,
        details: false,
        min_score: None,
    };
    let mut bytes = Vec::new();
    write_within(&report, &options, limits, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A file with the page, and its folder.
pub(crate) fn saved(page: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("audit.html");
    fs::write(&path, page).unwrap();
    (folder, path)
}
