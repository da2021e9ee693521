//! Tables and workbooks, read back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::{
    HOSTILE, audit, city, city_with_last,
    common::{Sopan, assert_harmless},
};

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
    assert_eq!(row[3], Data::from("Standar Pelayanan"));
    assert_eq!(row[4], Data::Float(21.43));
    // In the order of the law, by the names it gives them.
    let not_met = row[6].to_string();
    assert!(
        not_met.starts_with("Jangka waktu penyelesaian; Biaya atau tarif; "),
        "{not_met}"
    );
    assert_eq!(not_met.split("; ").count(), 11);
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
        .position(|cell| *cell == *"Jangka waktu penyelesaian")
        .unwrap();
    let utara = components
        .rows()
        .find(|row| row[0] == *"Kecamatan Utara")
        .unwrap();
    assert_eq!(utara[column], Data::Float(0.5));
}

#[test]
fn rows_of_units_add_up_to_all_findings() {
    let broken = || city().file("rusak [1].yaml", "jenis: sop\nnama: [a\n");
    let report = audit(broken(), &[]);
    let made = |run: Sopan, args: &[&str]| {
        let all = ["audit", "--format", "xlsx", "-o", "audit.xlsx"];
        let run = run.args(all.iter().chain(args).copied());
        run.exits(0);
        workbook(&run)
    };
    let mut book = made(broken(), &[]);
    let units = book.worksheet_range("Unit").unwrap();
    let last = units.rows().next_back().unwrap();
    assert_eq!(last[0], Data::from("Berkas, di luar dokumen"));
    assert!(last[1..7].iter().all(|cell| *cell == Data::Empty));
    for (column, level) in [(7, "error"), (8, "warning"), (9, "info")] {
        let counts = units.rows().skip(1).map(|row| row[column].to_string());
        let sum: u64 = counts.map(|count| count.parse::<u64>().unwrap()).sum();
        assert_eq!(Some(sum), report["overall"][level].as_u64(), "{level}");
    }
    assert_eq!(last[7], Data::Float(1.0));
    // No such row where every finding is that of a document; kinds by the names people know.
    let mut book = made(city(), &["--group-by", "kind", "--lang", "en"]);
    let kinds = book.worksheet_range("Kind").unwrap();
    let names: Vec<_> = kinds.rows().map(|row| row[0].to_string()).collect();
    assert_eq!(names, ["Kind", "Service standard"]);
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
