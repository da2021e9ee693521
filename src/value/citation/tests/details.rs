//! Articles, gazettes, rank, and citations given in parts.

use super::super::{Bodies, Citation, GazetteKind, Kind, Parts};
use super::{read, title};

#[test]
fn articles_stand_before_or_behind() {
    for (text, articles) in [
        ("Pasal 21 huruf d UU 25/2009", "Pasal 21 huruf d"),
        (
            "UU 25/2009 Pasal 36 ayat (1) dan (4)",
            "Pasal 36 ayat (1)|Pasal 36 ayat (4)",
        ),
        (
            "UU 14/2008 tentang KIP Pasal 22 ayat (7)",
            "Pasal 22 ayat (7)",
        ),
        ("UU 24/2013 tentang Adminduk (Pasal 79A)", "Pasal 79A"),
        (
            "UU 6/2011 tentang Keimigrasian (Pasal 75 mengenai A dan Pasal 83 mengenai B).",
            "Pasal 75|Pasal 83",
        ),
        (
            "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
            "Pasal 18 ayat (6)",
        ),
        ("PP 24/1997 Pasal 24", "Pasal 24"),
        (
            "Pasal 5 ayat (2) huruf b angka 3 Peraturan Presiden Nomor 96 Tahun 2018",
            "Pasal 5 ayat (2) huruf b angka 3",
        ),
    ] {
        let found: Vec<String> = read(text)
            .articles
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found.join("|"), articles, "{text}");
    }
}

#[test]
fn gazettes_in_full_and_short() {
    for text in [
        "Undang-undang Republik Indonesia Nomor 36 Tahun 2009 Tentang Kesehatan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 144, Tambahan Lembaran Negara Republik Indonesia Nomor 5063);",
        "UU 36/2009 tentang Kesehatan (LN RI Tahun 2009 No. 144; TLN RI No. 5063)",
        "UU 36/2009 tentang Kesehatan, LN Tahun 2009 Nomor 144, TLN Nomor 5063",
        "UU 36/2009 tentang Kesehatan (LN 2009/144, TLN 5063)",
        "UU 36/2009 tentang Kesehatan (Lembaran Negara Tahun 2009 Nomor 144, Tambahan Lembaran Negara Nomor 5.063)",
    ] {
        let citation = read(text);
        assert_eq!(title(&citation), "Kesehatan", "{text}");
        let note = citation.gazette.unwrap_or_else(|| panic!("{text}"));
        assert_eq!(note.kind, GazetteKind::LembaranNegara);
        let values = (
            note.year.map(|y| y.value),
            note.number.clone().map(|n| n.value),
            note.supplement.map(|s| s.value),
        );
        assert_eq!(values, (Some(2009), Some(144), Some(5063)), "{text}");
        assert_eq!(
            &text[note.number.map(|n| n.range).unwrap_or_default()],
            "144"
        );
    }
    let perbup = read(
        "Peraturan Bupati Buton Nomor 12 Tahun 2019 tentang Tugas (Berita Daerah Kabupaten Buton Tahun 2019 Nomor 12)",
    );
    assert_eq!(
        perbup.gazette.map(|g| g.kind),
        Some(GazetteKind::BeritaDaerah)
    );
}

#[test]
fn republik_indonesia_is_marked_where_it_is_an_addition() {
    for (text, written) in [
        (
            "Undang-Undang Republik Indonesia Nomor 25 Tahun 2009",
            Some("Republik Indonesia"),
        ),
        ("UU RI No.25/2009", Some("RI")),
        ("Permenkes RI No 43 Tahun 2019", Some("RI")),
        (
            "Peraturan Menteri Kesehatan Republik Indonesia Nomor 43 Tahun 2019",
            Some("Republik Indonesia"),
        ),
        ("Peraturan Kepala BKN RI Nomor 22 Tahun 2007", Some("RI")),
        ("Undang-Undang Nomor 25 Tahun 2009", None),
        (
            "Peraturan Ombudsman Republik Indonesia Nomor 61 Tahun 2025",
            None,
        ),
        (
            "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
            None,
        ),
        (
            "UU 12/2006 tentang Kewarganegaraan Republik Indonesia",
            None,
        ),
    ] {
        let found = read(text)
            .says_republik_indonesia
            .map(|range| text[range].to_owned());
        assert_eq!(found.as_deref(), written, "{text}");
    }
}

#[test]
fn ranks_follow_the_hierarchy() {
    for (text, rank) in [
        ("UUD 1945", Some(1)),
        ("TAP MPR No. XI/MPR/1998", Some(2)),
        ("UU 25/2009", Some(3)),
        ("Perppu 2/2022", Some(3)),
        ("PP 96/2012", Some(4)),
        ("Perpres 96/2018", Some(5)),
        ("Perda Provinsi Jawa Barat 3/2015", Some(6)),
        ("Qanun Aceh 8/2008", Some(6)),
        ("Perda Kota Pontianak 3/2015", Some(7)),
        ("Qanun Kota Banda Aceh 8/2008", Some(7)),
        ("Perda 3/2015", None),
        ("Permenkes 43/2019", None),
        ("Perwali Pontianak 3/2015", None),
    ] {
        assert_eq!(read(text).rank(), rank, "{text}");
    }
    let places: Vec<u8> = Kind::all().map(Kind::usual_place).collect();
    for kind in Kind::all() {
        assert_eq!(Kind::from_id(kind.id()), Some(kind));
        // The custom never turns the law's order round.
        for other in Kind::all() {
            if let (Some(a), Some(b)) = (kind.rank(), other.rank())
                && a < b
            {
                assert!(
                    kind.usual_place() < other.usual_place(),
                    "{kind:?} {other:?}"
                );
            }
        }
    }
    assert_eq!(places.len(), 32);
}

#[test]
fn parts_read_as_the_text_does() {
    let part = |jenis, nomor, tahun, tentang| Parts {
        jenis,
        nomor,
        tahun,
        tentang,
    };
    for (parts, expected) in [
        (
            part("UU", "25", "2009", "Pelayanan Publik"),
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        ),
        (
            part("uu", "Nomor 25", "2009", ""),
            "Undang-Undang Nomor 25 Tahun 2009",
        ),
        (
            part("uu", "25/2009", "", ""),
            "Undang-Undang Nomor 25 Tahun 2009",
        ),
        (
            part("Peraturan Menteri Dalam Negeri", "74", "2015", "X"),
            "Peraturan Menteri Dalam Negeri Nomor 74 Tahun 2015 tentang X",
        ),
        (
            part("permen dagri", "74", "2015", ""),
            "Peraturan Menteri Dalam Negeri Nomor 74 Tahun 2015",
        ),
        (
            part("peraturan-menteri-keuangan", "215/PMK.05/2016", "2016", ""),
            "Peraturan Menteri Keuangan Nomor 215/PMK.05/2016",
        ),
        (
            part("Perda Kota Pontianak", "3", "2015", "tentang Y"),
            "Peraturan Daerah Kota Pontianak Nomor 3 Tahun 2015 tentang Y",
        ),
        (
            part("se", "2", "2026", ""),
            "Surat Edaran Nomor 2 Tahun 2026",
        ),
        (
            part("perpres", "96", "2018", ""),
            "Peraturan Presiden Nomor 96 Tahun 2018",
        ),
    ] {
        let found = Citation::from_parts(parts).unwrap_or_else(|e| panic!("{parts:?}: {e}"));
        assert_eq!(found.to_string(), expected, "{parts:?}");
    }
    assert!(Citation::from_parts(Parts::default()).is_err());
    assert!(Citation::from_parts(part("UU", "", "2009", "X")).is_err());
    assert_eq!(Bodies::builtin().short("panrb"), Some("PAN-RB"));
}
