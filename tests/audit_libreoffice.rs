//! The workbook of an audit, opened by the office program most units have.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::{env, fs, path::Path, process::Command};

use common::{Sopan, sopan};

const DRAFT: &str = "\
jenis: standar-pelayanan
nama: Surat Keterangan Usaha
unit: Kecamatan Utara
wilayah: Kota Contoh
dasar_hukum: [Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah]
persyaratan: [KTP asli]
";
const TASKS: &str = "\
jenis: tupoksi
nama: Tugas
unit: Kecamatan Utara
wilayah: Kota Contoh
tugas: [{ id: T-01, uraian: Melayani usaha }]
";
/// Would be calculated, or fetched, if it were taken for a formula.
const HOSTILE: &str = "\
jenis: standar-pelayanan
nama: '=40+2'
unit: '@SUM(1)<b>'
wilayah: '=WEBSERVICE(\"http://x.invalid\")'
";

/// Whether LibreOffice is there; `SOPAN_LIBREOFFICE` says that it must be.
fn is_there() -> bool {
    let version = Command::new("soffice").arg("--version").output();
    let there = version.is_ok_and(|output| output.status.success());
    let must = env::var_os("SOPAN_LIBREOFFICE").is_some_and(|value| value == "1");
    assert!(
        there || !must,
        "SOPAN_LIBREOFFICE=1, but there is no LibreOffice"
    );
    there
}

/// Converts the workbook with a profile of its own, beside what else may be running.
fn convert(run: &Sopan, to: &str) {
    let profile = run.path("profile");
    let output = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", to, "--outdir"])
        .args([run.path("out"), run.path("audit.xlsx")])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

fn table(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .unwrap();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn every_sheet_arrives_and_no_text_is_calculated() {
    if !is_there() {
        return;
    }
    let last = sopan()
        .file("a.yaml", DRAFT)
        .file("gone.yaml", DRAFT)
        .args(["audit", "--format", "json"])
        .exits(0)
        .stdout;
    let run = sopan()
        .file("a.yaml", DRAFT)
        .file("t.yaml", TASKS)
        .file("=1+1.yaml", HOSTILE)
        .file("lalu.json", &last)
        .file("rusak.yaml", "jenis: sop\nnama: [a\n")
        .args([
            "audit",
            "--compare",
            "lalu.json",
            "--format",
            "xlsx",
            "-o",
            "audit.xlsx",
            "--format",
            "json",
            "-o",
            "audit.json",
        ]);
    run.exits(0);
    // Comma, quotes, UTF-8, values as shown, every sheet in a file of its own.
    convert(
        &run,
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    );
    let sheet = |name: &str| table(&run.path(&format!("out/audit-{name}.csv")));
    let row = |name: &str, column: usize, text: &str| {
        let rows = sheet(name);
        let mut of = rows.iter().filter(|row| row[column] == text);
        of.next()
            .unwrap_or_else(|| panic!("{name}: {text} in {rows:?}"))
            .clone()
    };

    // 1 and 0 of 14 components: a repealed law is no legal basis.
    assert_eq!(row("Ikhtisar", 0, "Nilai")[1], "3.57");
    assert_eq!(row("Ikhtisar", 0, "Dokumen: tidak ada lagi")[1], "1");
    assert_eq!(row("Unit", 0, "Kecamatan Utara")[2], "7.14");
    let document = row("Dokumen", 0, "Surat Keterangan Usaha");
    assert_eq!(document[4], "7.14");
    assert_eq!(document[10], "a.yaml");
    let hostile = row("Dokumen", 0, "=40+2");
    assert_eq!(hostile[1], "@SUM(1)<b>");
    assert_eq!(hostile[2], "=WEBSERVICE(\"http://x.invalid\")");
    assert_eq!(hostile[10], "=1+1.yaml");
    let score = &row("Unit", 0, "@SUM(1)<b>")[2];
    assert_eq!(score.parse(), Ok(0.0));
    let outside = row("Unit", 0, "Berkas, di luar dokumen");
    assert_eq!(outside[2..10], ["", "", "", "", "", "1", "0", "0"]);
    assert_eq!(hostile[3], "Standar Pelayanan");
    assert_eq!(sheet("Komponen")[0][1], "Persyaratan");
    let shares = row("Komponen", 0, "Kecamatan Utara");
    assert!(
        shares.iter().any(|share| share == "1" || share == "100%"),
        "{shares:?}"
    );
    assert_eq!(row("Tugas", 2, "T-01")[4], "0");
    assert_eq!(row("Revisi", 3, "UU 32/2004")[5], "a.yaml");
    assert_eq!(row("Perubahan", 2, "t.yaml")[7], "baru");
    assert_eq!(row("Tidak ada lagi", 2, "gone.yaml")[7], "tidak ada lagi");
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(run.path("audit.json")).unwrap()).unwrap();
    let count = |level: &str| report["overall"][level].as_u64().unwrap();
    let all = count("error") + count("warning") + count("info");
    assert_eq!(sheet("Temuan").len() as u64, all + 1);

    convert(&run, "pdf");
    let pdf = fs::read(run.path("out/audit.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}
