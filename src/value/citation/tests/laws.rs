//! Laws, government and presidential regulations, written in many ways.

use super::check;

#[test]
fn laws_and_government_regulations() {
    let uu = "Undang-Undang Nomor 25 Tahun 2009";
    let pp = "Peraturan Pemerintah Nomor 96 Tahun 2012";
    check(&[
        (
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        ("UU No. 25 Th. 2009", uu, "UU 25/2009", ""),
        ("UU 25/2009", uu, "UU 25/2009", ""),
        ("UU RI No.25/2009", uu, "UU 25/2009", ""),
        (
            "UU No 25 Tahun 2009 tentang Pelayanan Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "1. UU Nomor : 25 Tahun 2009 tantang Pelayanan Publik;",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "1, Undang-undang No, 25 tahun 2009 Tentang Pelayanan Publik ; dan",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "a. Undang Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "- Undang – Undang Nomer 25 Tahum 2009",
            uu,
            "UU 25/2009",
            "",
        ),
        (
            "• Undang-Undang (UU) Nomor 25 Tahun 2009 ttg Pelayanan Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 25 TAHUN 2009",
            uu,
            "UU 25/2009",
            "",
        ),
        ("Undang2 No.25 Thn 2009", uu, "UU 25/2009", ""),
        ("U.U. R.I. No. 25 Tahun 2009", uu, "UU 25/2009", ""),
        (
            "Undnag-Undang Nomor 25 Tahun 2009 tentnag Pelayanan Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "Undang-Undang Nomor 25 Tahun 2OO9 tentang Pelayanan Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        ("UU No. 25 2009", uu, "UU 25/2009", ""),
        (
            "UU 25/2009: Pelayanan Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "UU 25/2009 (Pelayanan Publik)",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "UU Pelayanan Publik Nomor 25 Tahun 2009",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        ("UU Tahun 2009 Nomor 25", uu, "UU 25/2009", ""),
        (
            "Undang-Undang\u{a0}Nomor\u{a0}25 Tahun 2009 tentang\u{a0}Pelayanan \n Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        (
            "Undang-Undang Nomor 025 Tahun 2009 tentang “Pelayanan Publik”;",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        ("UU 25/09", uu, "UU 25/2009", ""),
        (
            "UU No. 25 Tahun 2009 tanggal 18 Juli 2009 tentang Pelayanan Publik",
            uu,
            "UU 25/2009",
            "Pelayanan Publik",
        ),
        ("PP 96/2012", pp, "PP 96/2012", ""),
        ("PP RI No. 96 Tahun 2012", pp, "PP 96/2012", ""),
        (
            "Peraturan Pemerintah Republik Indonesia Nomor 96 Tahun 2012",
            pp,
            "PP 96/2012",
            "",
        ),
        ("Perturan Pemerintah No.96 Th 2012", pp, "PP 96/2012", ""),
        ("Peraturan Pemerintah No. 96/ 2012", pp, "PP 96/2012", ""),
        (
            "Perpu No 2 Tahun 2022",
            "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
            "Perppu 2/2022",
            "",
        ),
        (
            "Peraturan Presiden No.96/2018",
            "Peraturan Presiden Nomor 96 Tahun 2018",
            "Perpres 96/2018",
            "",
        ),
        (
            "Kepres No 68 Tahun 1995",
            "Keputusan Presiden Nomor 68 Tahun 1995",
            "Keppres 68/1995",
            "",
        ),
        (
            "Instruksi Presiden No 3 Tahun 2003",
            "Instruksi Presiden Nomor 3 Tahun 2003",
            "Inpres 3/2003",
            "",
        ),
        (
            "UU 5/60 tentang UUPA",
            "Undang-Undang Nomor 5 Tahun 1960",
            "UU 5/1960",
            "UUPA",
        ),
        (
            "Undang-Undang Nomor l Tahun 2004",
            "Undang-Undang Nomor 1 Tahun 2004",
            "UU 1/2004",
            "",
        ),
        (
            "TAP MPR RI No. XI/MPR/1998",
            "Ketetapan Majelis Permusyawaratan Rakyat Nomor XI/MPR/1998",
            "TAP MPR XI/MPR/1998",
            "",
        ),
    ]);
}
