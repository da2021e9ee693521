//! What holds for any text.

use std::ops::Range;

use proptest::prelude::*;

use super::super::{Citation, CitationError};

/// Every range of a citation and of what it holds.
fn ranges(citation: &Citation, all: &mut Vec<Range<usize>>) {
    all.extend([
        citation.range.clone(),
        citation.head_range.clone(),
        citation.year.range.clone(),
    ]);
    all.extend(citation.body.iter().map(|b| b.range.clone()));
    all.extend(citation.region.iter().map(|r| r.range.clone()));
    all.extend(citation.number.iter().map(|n| n.range.clone()));
    all.extend(citation.says_republik_indonesia.clone());
    all.extend(citation.articles.iter().map(|a| a.range.clone()));
    if let Some(title) = &citation.title {
        all.push(title.range.clone());
        all.extend(title.about.clone());
    }
    if let Some(note) = &citation.gazette {
        all.push(note.range.clone());
        all.extend(note.year.iter().map(|p| p.range.clone()));
        all.extend(
            note.number
                .iter()
                .chain(&note.supplement)
                .map(|p| p.range.clone()),
        );
    }
    for link in &citation.links {
        all.push(link.range.clone());
        ranges(&link.citation, all);
    }
    if let Some(amended) = &citation.amends {
        ranges(amended, all);
    }
}

fn check_ranges(text: &str) {
    let mut all = Vec::new();
    let parsed = Citation::parse(text);
    match &parsed {
        Ok(citation) => ranges(citation, &mut all),
        Err(CitationError::NotCitation) => {}
        Err(
            CitationError::NumberMissing { range, .. }
            | CitationError::YearMissing { range, .. }
            | CitationError::YearUnclear { range, .. },
        ) => all.push(range.clone()),
    }
    let found = Citation::find_all(text);
    let mut last = 0;
    for citation in &found {
        assert!(citation.range.start >= last, "{text}: citations overlap");
        last = citation.range.end;
        ranges(citation, &mut all);
    }
    for range in all {
        assert!(text.get(range.clone()).is_some(), "{text:?}: {range:?}");
    }
}

/// Pieces of citations in any order, as broken documents have them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "UU",
        "Undang-Undang",
        "Republik Indonesia",
        "RI",
        "Nomor",
        "No.",
        "25",
        "2009",
        "25/2009",
        "Tahun",
        "Th.",
        "tentang",
        "Pelayanan",
        "Publik",
        "jo.",
        "sebagaimana telah diubah dengan",
        "Perubahan atas",
        "Peraturan",
        "Menteri",
        "Dalam Negeri",
        "Permenkes",
        "PMK",
        "PER-8/PJ/2025",
        "(",
        ")",
        ";",
        ",",
        ".",
        "-",
        "/",
        "\n",
        "1.",
        "Pasal",
        "ayat (1)",
        "huruf b",
        "Perda",
        "Kota",
        "Pontianak",
        "(Lembaran Negara",
        "LN",
        "TLN 5038",
        "dan",
        "é",
        "\u{a0}",
        "“",
        "Keputusan",
        "Kepala",
        "Dinas",
        "HK.01.07/Menkes/1186/2022",
        "UUD",
        "1945",
        "SE",
        "2O09",
        "M.",
        "Bersama",
    ]);
    let glue = prop::sample::select(vec![" ", " ", " ", "", "\n"]);
    prop::collection::vec((piece, glue), 0..24)
        .prop_map(|parts| parts.into_iter().map(|(a, b)| format!("{a}{b}")).collect())
}

/// Citations in standard form.
fn standard() -> impl Strategy<Value = String> {
    let head = prop::sample::select(vec![
        "Undang-Undang",
        "Peraturan Pemerintah",
        "Peraturan Pemerintah Pengganti Undang-Undang",
        "Peraturan Presiden",
        "Keputusan Presiden",
        "Peraturan Menteri Dalam Negeri",
        "Peraturan Menteri Pendidikan, Kebudayaan, Riset, dan Teknologi",
        "Keputusan Menteri Kesehatan",
        "Peraturan Menteri Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional",
        "Peraturan Kepala Badan Pusat Statistik",
        "Peraturan Ombudsman Republik Indonesia",
        "Peraturan Direktur Jenderal Imigrasi",
        "Peraturan Daerah Kota Pontianak",
        "Peraturan Daerah Provinsi Kalimantan Barat",
        "Peraturan Daerah Pekalongan",
        "Peraturan Bupati Ciamis",
        "Peraturan Wali Kota Pontianak",
        "Keputusan Kepala Dinas Kesehatan",
        "Surat Edaran Menteri Dalam Negeri",
        "Instruksi Gubernur Jawa Barat",
        "Qanun Aceh",
        "Peraturan Desa Sukamaju",
    ]);
    let number = prop_oneof![
        (1_u32..999).prop_map(|n| n.to_string()),
        Just("PM 26".to_owned()),
        Just("M.05.IL.02.01".to_owned()),
        Just("440/12/ORG".to_owned()),
        Just("9A".to_owned()),
    ];
    let word = prop::sample::select(vec![
        "Pelayanan",
        "Publik",
        "dan",
        "Retribusi",
        "Daerah",
        "Kesehatan",
        "(BLUD)",
        "Tata Kerja",
        "di",
        "Desa",
        "Tahun 2020-2024",
        "Pajak,",
    ]);
    let title = prop::collection::vec(word, 1..6)
        .prop_map(|words| format!("Pedoman {} Umum", words.join(" ")));
    let article = prop::option::of(("[1-9][0-9]?", prop::option::of("[1-9]")));
    let note = prop::option::of((1_u32..300, 1000_u32..7000));
    (article, head, number, 1945_u16..2027, prop::option::of(title), note).prop_map(
        |(article, head, number, year, title, note)| {
            let mut text = String::new();
            if let Some((pasal, ayat)) = article {
                text.push_str(&format!("Pasal {pasal} "));
                if let Some(ayat) = ayat {
                    text.push_str(&format!("ayat ({ayat}) "));
                }
            }
            text.push_str(&format!("{head} Nomor {number} Tahun {year}"));
            if let Some(title) = title {
                text.push_str(&format!(" tentang {title}"));
            }
            if let Some((ln, tln)) = note {
                text.push_str(&format!(" (Lembaran Negara Republik Indonesia Tahun {year} Nomor {ln}, Tambahan Lembaran Negara Republik Indonesia Nomor {tln})"));
            }
            text
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,120}") {
        check_ranges(&text);
    }

    #[test]
    fn any_pieces_are_read_without_panic(text in pieces()) {
        check_ranges(&text);
    }

    #[test]
    fn the_standard_form_is_printed_as_it_was_read(text in standard()) {
        let citation = Citation::parse(&text).map_err(|e| TestCaseError::fail(format!("{text}: {e}")))?;
        prop_assert_eq!(citation.to_string(), text);
    }

    #[test]
    fn links_survive_printing(
        one in standard(),
        two in standard(),
        words in prop::sample::select(vec![
            "jo.",
            "sebagaimana telah diubah dengan",
            "sebagaimana telah beberapa kali diubah, terakhir dengan",
            "sebagaimana telah dicabut dengan",
        ]),
    ) {
        let text = format!("{one} {words} {two}");
        let citation = Citation::parse(&text).map_err(|e| TestCaseError::fail(format!("{text}: {e}")))?;
        prop_assert_eq!(citation.links.len(), 1);
        prop_assert_eq!(citation.to_string(), text);
    }

    #[test]
    fn what_was_printed_is_the_same_regulation(text in pieces()) {
        if let Ok(citation) = Citation::parse(&text) {
            let again = Citation::parse(&citation.name());
            prop_assert!(again.is_ok(), "{} -> {}", text, citation.name());
            prop_assert!(again.is_ok_and(|a| a.is_same_regulation(&citation)), "{} -> {}", text, citation.name());
        }
    }
}

#[test]
fn long_texts_are_read_in_reasonable_time() {
    // Each of these made an earlier reader go over the rest of the text again and again.
    let units = [
        "UU tentang ",
        "UU 1/2000 (Pasal x ",
        "Pasal 1, ",
        "1/",
        "jo. ",
        "UU 1/2000 jo. ",
        "(",
        "UU 25/2009 tentang Perubahan atas ",
        "UU 1/2000 tentang X (LN ",
        "é ",
        "Peraturan X ",
        "UU Nomor 5 Tahun 20009 tentang ",
        "Perda Kota Bau ",
        "UU Pelayanan ",
    ];
    for unit in units {
        let start = std::time::Instant::now();
        let text = unit.repeat(100_000 / unit.len());
        let _ = Citation::parse(&text);
        let _ = Citation::find_all(&text);
        assert!(start.elapsed().as_secs() < 10, "{unit}");
    }
}
