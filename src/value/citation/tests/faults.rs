//! Texts that are no complete citation.

use super::super::{Citation, CitationError, Kind};

#[test]
fn prose_is_not_a_citation() {
    for text in [
        "",
        ";",
        "-",
        "ketentuan yang berlaku",
        "Peraturan perundang-undangan yang berlaku",
        "Sesuai peraturan yang berlaku",
        "Undang-undang yang berlaku",
        "Peraturan Menteri Kesehatan yang berlaku",
        "Terlampir",
        "SOP Pendaftaran Pasien",
        "KTP Nomor 12 Tahun 2010",
        "Nota Kesepahaman Nomor 5 Tahun 2020",
        "Burgerlijk Wetboek",
        "Keputusan rapat tanggal 5 Maret 2020",
        "Surat tugas",
    ] {
        assert_eq!(
            Citation::parse(text),
            Err(CitationError::NotCitation),
            "{text}"
        );
    }
}

#[test]
fn a_missing_number_is_named_with_what_was_read() {
    for (text, kind, year, title, read) in [
        (
            "Undang-Undang tentang Pelayanan Publik",
            Kind::Uu,
            None,
            Some("Pelayanan Publik"),
            "Undang-Undang",
        ),
        (
            "UU Pelayanan Publik",
            Kind::Uu,
            None,
            Some("Pelayanan Publik"),
            "UU",
        ),
        (
            "1. Peraturan Daerah Kota Pontianak tentang Retribusi Jasa Umum;",
            Kind::Perda,
            None,
            Some("Retribusi Jasa Umum"),
            "Peraturan Daerah Kota Pontianak",
        ),
        ("Perda", Kind::Perda, None, None, "Perda"),
        ("Sesuai PERDA", Kind::Perda, None, None, "PERDA"),
        (
            "UU Tahun 2009 tentang Pelayanan Publik",
            Kind::Uu,
            Some(2009),
            Some("Pelayanan Publik"),
            "UU Tahun 2009",
        ),
        (
            "Peraturan Menteri Kesehatan",
            Kind::Permen,
            None,
            None,
            "Peraturan Menteri Kesehatan",
        ),
        (
            "Permendagri Nomor ... Tahun 2015",
            Kind::Permen,
            None,
            None,
            "Permendagri",
        ),
    ] {
        match Citation::parse(text) {
            Err(CitationError::NumberMissing {
                kind: k,
                year: y,
                title: t,
                range,
            }) => {
                assert_eq!((k, y, t.as_deref()), (kind, year, title), "{text}");
                assert_eq!(&text[range], read, "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_missing_year_is_named_with_what_was_read() {
    for (text, number, title) in [
        (
            "UU Nomor 25 tentang Pelayanan Publik",
            "25",
            Some("Pelayanan Publik"),
        ),
        ("Perda Kota Pontianak No. 3", "3", None),
        ("Permenkes Nomor 43", "43", None),
        (
            "Peraturan Menteri Keuangan Nomor 215/PMK.05",
            "215/PMK.05",
            None,
        ),
    ] {
        match Citation::parse(text) {
            Err(CitationError::YearMissing {
                number: n,
                title: t,
                ..
            }) => {
                assert_eq!((n.as_str(), t.as_deref()), (number, title), "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    let text = "UU Nomor 25 Tahun 20009";
    match Citation::parse(text) {
        Err(CitationError::YearUnclear { written, range, .. }) => {
            assert_eq!((written.as_str(), &text[range]), ("20009", "20009"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_complete_citation_wins_over_an_incomplete_one_before_it() {
    let found = Citation::parse("Perda tentang retribusi, lihat UU 28/2009").map(|c| c.short());
    assert_eq!(found.as_deref(), Ok("UU 28/2009"));
}
