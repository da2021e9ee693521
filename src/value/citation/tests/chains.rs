//! Amendments and other links.

use super::super::{Citation, Relation};
use super::{read, title};

fn links(citation: &Citation) -> Vec<(Relation, String)> {
    citation
        .links
        .iter()
        .map(|l| (l.relation, l.citation.short()))
        .collect()
}

#[test]
fn linked_regulations_are_one_basis() {
    use Relation::{AmendedBy, Juncto, LastAmendedBy, ReplacedBy};
    for (text, main, expected) in [
        (
            "UU 23/2006 sebagaimana telah diubah dengan UU 24/2013",
            "UU 23/2006",
            vec![(AmendedBy, "UU 24/2013")],
        ),
        (
            "Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan sebagaimana telah diubah dengan Undang-Undang Nomor 24 Tahun 2013 tentang Perubahan Atas Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan;",
            "UU 23/2006",
            vec![(AmendedBy, "UU 24/2013")],
        ),
        (
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 9 Tahun 2015",
            "UU 23/2014",
            vec![(LastAmendedBy, "UU 9/2015")],
        ),
        (
            "UU No.23/2014 tentang Pemda sebagaimana telah diubah beberapa kali terakhir dengan UU No.9/2015",
            "UU 23/2014",
            vec![(LastAmendedBy, "UU 9/2015")],
        ),
        (
            "UU No.23/2014 yang telah dirubah dengan UU No.9/2015",
            "UU 23/2014",
            vec![(AmendedBy, "UU 9/2015")],
        ),
        (
            "UU 1/1974 tentang Perkawinan (sebagaimana diubah dengan UU 16/2019)",
            "UU 1/1974",
            vec![(AmendedBy, "UU 16/2019")],
        ),
        (
            "PP 24/1997 Pasal 24 jo. Peraturan Menteri Negara Agraria/KBPN No. 3 Tahun 1997",
            "PP 24/1997",
            vec![(Juncto, "PermenATR/BPN 3/1997")],
        ),
        (
            "UU 11/2008 jo UU 19/2016 juncto UU 1/2024 tentang ITE",
            "UU 11/2008",
            vec![(Juncto, "UU 19/2016"), (Juncto, "UU 1/2024")],
        ),
        (
            "UU Nomor 23 Tahun 2006 jo. Nomor 24 Tahun 2013",
            "UU 23/2006",
            vec![(Juncto, "UU 24/2013")],
        ),
        (
            "UU 8/1974 jis. UU 43/1999",
            "UU 8/1974",
            vec![(Juncto, "UU 43/1999")],
        ),
        (
            "UU 36/2009 sebagaimana telah dicabut dengan UU 17/2023",
            "UU 36/2009",
            vec![(ReplacedBy, "UU 17/2023")],
        ),
        (
            "Peraturan Presiden Nomor 26 Tahun 2009 tentang Penerapan KTP, sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Presiden Nomor 112 Tahun 2013 tentang Perubahan Keempat Atas Peraturan Presiden Nomor 26 Tahun 2009 tentang Penerapan KTP;",
            "Perpres 26/2009",
            vec![(LastAmendedBy, "Perpres 112/2013")],
        ),
    ] {
        let citation = read(text);
        assert_eq!(citation.short(), main, "{text}");
        let found = links(&citation);
        let found: Vec<(Relation, &str)> = found.iter().map(|(r, s)| (*r, s.as_str())).collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(Citation::find_all(text).len(), 1, "{text}");
    }
}

#[test]
fn a_link_inside_a_title_belongs_to_the_regulation_the_title_names() {
    let text = "Peraturan Pemerintah Nomor 40 Tahun 2019 tentang Pelaksanaan Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan sebagaimana telah diubah dengan Undang-Undang Nomor 24 Tahun 2013 tentang Perubahan atas Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan";
    let citation = read(text);
    assert!(citation.links.is_empty());
    assert!(title(&citation).ends_with("Administrasi Kependudukan"));
    let pp37 = "PP 37/2007 tentang Pelaksanaan UU 23/2006 tentang Adminduk sebagaimana telah diubah dengan PP 102/2012";
    assert_eq!(
        title(&read(pp37)),
        "Pelaksanaan UU 23/2006 tentang Adminduk"
    );
    assert_eq!(
        links(&read(pp37)),
        [(Relation::AmendedBy, "PP 102/2012".to_owned())]
    );
}

#[test]
fn an_amending_regulation_names_what_it_amends() {
    for (text, amends, expected_title) in [
        (
            "UU 24/2013 tentang Perubahan atas UU No. 23 Tahun 2006 tentang Administrasi Kependudukan",
            "UU 23/2006",
            "Administrasi Kependudukan",
        ),
        (
            "UU 43/1999 Perubahan Undang-undang Nomor 8 Tahun 1974 tentang Pokok-pokok Kepegawaian",
            "UU 8/1974",
            "Pokok-pokok Kepegawaian",
        ),
        (
            "Perpres 112/2013 tentang Perubahan Keempat Atas Peraturan Presiden Nomor 26 Tahun 2009 tentang KTP",
            "Perpres 26/2009",
            "KTP",
        ),
        (
            "Peraturan Menteri Keuangan Nomor 215/PMK.05/2016 tentang Perubahan Atas Peraturan Menteri Keuangan Nomor 213/PMK.05/2013 tentang Sistem Akuntansi",
            "Permenkeu 213/2013",
            "Sistem Akuntansi",
        ),
        (
            "Perda Kota Bukittinggi No. 7 Tahun 2019 tentang Perubahan Atas Peraturan Daerah No. 3 Tahun 2013 Retribusi Pelayanan Kesehatan",
            "Perda Kota Bukittinggi 3/2013",
            "Retribusi Pelayanan Kesehatan",
        ),
    ] {
        let citation = read(text);
        let amended = citation
            .amends
            .as_deref()
            .unwrap_or_else(|| panic!("{text}"));
        assert_eq!(amended.short(), amends, "{text}");
        assert_eq!(title(amended), expected_title, "{text}");
        assert_eq!(Citation::find_all(text).len(), 1, "{text}");
    }
    assert_eq!(
        read("PP 96/2012 tentang Pelaksanaan UU 25/2009 tentang Pelayanan Publik").amends,
        None
    );
}

#[test]
fn a_linked_regulation_without_region_is_of_the_same_region() {
    let citation = read(
        "Perda Kota Malang No 1 Th 2011 tentang Retribusi sebagaimana telah diubah dengan Perda No. 3 Tahun 2015",
    );
    assert_eq!(
        links(&citation),
        [(Relation::AmendedBy, "Perda Kota Malang 3/2015".to_owned())]
    );
    let other = read("Perda Kota Malang No 1 Th 2011 jo. Perwali No. 3 Tahun 2015");
    assert_eq!(
        links(&other),
        [(Relation::Juncto, "Perwali 3/2015".to_owned())]
    );
}

#[test]
fn a_replaced_regulation_is_history() {
    use Relation::{Juncto, ReplacedBy, Replaces};
    for (text, main, expected) in [
        (
            "UU 1/2022 tentang HKPD yang menggantikan UU 28/2009 tentang Pajak Daerah",
            "UU 1/2022",
            vec![(Replaces, "UU 28/2009")],
        ),
        (
            "UU 17/2023 tentang Kesehatan (mencabut UU 36/2009 tentang Kesehatan)",
            "UU 17/2023",
            vec![(Replaces, "UU 36/2009")],
        ),
        (
            "PP 28/2025 tentang Perizinan, pengganti PP 5/2021",
            "PP 28/2025",
            vec![(Replaces, "PP 5/2021")],
        ),
        (
            "PP 46/2011 (sudah tidak berlaku, diganti dengan PP 30/2019)",
            "PP 46/2011",
            vec![(ReplacedBy, "PP 30/2019")],
        ),
        (
            "UU 31/1999 (Tipikor) jo. UU 20/2001",
            "UU 31/1999",
            vec![(Juncto, "UU 20/2001")],
        ),
        (
            "Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022",
            "Perppu 2/2022",
            vec![],
        ),
        (
            "Peratumn Pemerintah Nomor 96 Tahun 2012",
            "PP 96/2012",
            vec![],
        ),
        ("PM. 133 Tahun 2015", "Permenhub 133/2015", vec![]),
    ] {
        let citation = read(text);
        assert_eq!(citation.short(), main, "{text}");
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(r, s)| (r, s.to_owned()))
            .collect();
        assert_eq!(links(&citation), expected, "{text}");
    }
}
