//! One line per finding, for `grep` and editors.

mod common;

use common::sopan;
use insta::assert_snapshot;

const DRAFT: &str = "\
jenis: sop
nama: TBD
biaya: Gratis
biaya: Rp5.000,00
prosedur:
- uraian: Peraturan Nomor ... Tahun ...
---
jenis: sop
nama: 'KTP
";

#[test]
fn a_line_for_each_finding() {
    let args = ["check", "--format", "concise", "--select", "BHS001,DOK"];
    let out = sopan().file("unit/draf.yaml", DRAFT).args(args).exits(1);
    assert_snapshot!(out.stdout, @"
    unit/draf.yaml:2:7: galat[BHS001] Isian sementara `TBD` belum diganti
    unit/draf.yaml:4:1: galat[DOK010] Kunci `biaya` ditulis dua kali
    unit/draf.yaml:6:21: galat[BHS001] Isian sementara `Nomor ...` belum diganti
    unit/draf.yaml:9:7: galat[DOK004] Susunan YAML salah: tanda kutip `'` dibuka di sini tetapi tidak ditutup
    1 dokumen dalam 1 berkas diperiksa: 4 galat
    ");
}

#[test]
fn a_line_for_each_finding_in_english() {
    let args = [
        "check",
        "--format",
        "concise",
        "--select",
        "BHS001,DOK",
        "--lang",
        "en",
    ];
    let out = sopan().file("unit/draf.yaml", DRAFT).args(args).exits(1);
    assert_snapshot!(out.stdout, @"
    unit/draf.yaml:2:7: error[BHS001] The placeholder `TBD` is still there
    unit/draf.yaml:4:1: error[DOK010] The key `biaya` is written twice
    unit/draf.yaml:6:21: error[BHS001] The placeholder `Nomor ...` is still there
    unit/draf.yaml:9:7: error[DOK004] Not valid YAML: the quote `'` is opened here and never closed
    1 document in 1 file checked: 4 errors
    ");
}

#[test]
fn pictures_have_nothing_to_say_here() {
    let run = |show| {
        let args = ["check", "--format", "concise", "--show", show];
        sopan().file("draf.yaml", DRAFT).args(args).exits(1).stdout
    };
    assert_eq!(run("0"), run("all"));
}

#[test]
fn a_value_of_many_lines_stays_on_one() {
    let text = "jenis: sop\nstatus: |\n  satu\n  dua\n  tiga\n";
    let args = ["check", "--format", "concise", "--select", "KEP004"];
    let out = sopan().file("draf.yaml", text).args(args).exits(1);
    assert_snapshot!(out.stdout, @"
    draf.yaml:3:3: galat[KEP004] Status `satu dua tiga` tidak dikenal
    1 dokumen dalam 1 berkas diperiksa: 1 galat
    ");
}

#[test]
fn the_column_of_a_file_with_a_byte_order_mark_is_that_of_the_text() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend("nama: TBD\njenis: sop\n".bytes());
    let utf16: Vec<u8> = "\u{feff}nama: TBD\njenis: sop\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let run = sopan().bytes("bom.yaml", bytes).bytes("utf16.yaml", utf16);
    let args = ["check", "--format", "concise", "--select", "BHS001"];
    assert_snapshot!(run.args(args).exits(1).stdout, @"
    bom.yaml:1:7: galat[BHS001] Isian sementara `TBD` belum diganti
    utf16.yaml:1:7: galat[BHS001] Isian sementara `TBD` belum diganti
    2 dokumen dalam 2 berkas diperiksa: 2 galat
    ");
}
