//! From a citation to its entry, and on to what replaced it.

use super::super::*;
use super::{cite, key};
use crate::value::citation::Kind;

#[test]
fn every_entry_is_found_by_its_own_citation() {
    let register = Register::builtin();
    for entry in register.entries() {
        let key = &entry.key;
        let issuer = match (key.kind(), key.issuer()) {
            (_, "") => key.kind().name().to_owned(),
            (Kind::Permen | Kind::Kepmen, id) => {
                format!(
                    "{}{}",
                    key.kind().short(),
                    Bodies::builtin().short(id).unwrap()
                )
            }
            (Kind::Pedoman | Kind::SuratEdaran, id) => format!(
                "{} Men{}",
                key.kind().name(),
                Bodies::builtin().short(id).unwrap()
            )
            .replace("Pedoman Men", "Pedoman Menteri "),
            (_, id) => format!(
                "{} {}",
                key.kind().name(),
                Bodies::builtin().short(id).unwrap()
            ),
        };
        for text in [
            format!(
                "{issuer} Nomor {} Tahun {} tentang {}",
                key.number(),
                key.year(),
                entry.title
            ),
            format!("{issuer} No. {} Th. {}", key.number(), key.year()),
        ] {
            let citation = cite(&text);
            let found = register.lookup(&citation);
            assert_eq!(found.map(|e| &e.key), Some(key), "{text}");
            if let Some(title) = &citation.title {
                assert_eq!(
                    title_matches(&title.text, &entry.title),
                    TitleMatch::Same,
                    "{text}"
                );
            }
            assert!(citation.links.is_empty(), "{text}");
        }
        if let Some(full) = &entry.full_number {
            let found = register.lookup(&cite(&format!(
                "{issuer} Nomor {full} Tahun {}",
                key.year()
            )));
            assert_eq!(found.map(|e| &e.key), Some(key), "{full}");
        }
    }
}

#[test]
fn lookup_follows_renamed_and_ambiguous_bodies() {
    let register = Register::builtin();
    for (text, id) in [
        ("Permendikbud 32 Tahun 2022", "permen dikbudristek 32/2022"),
        (
            "PMK No. 43 Tahun 2019 tentang Puskesmas",
            "permen kes 43/2019",
        ),
        ("PMK 46/PMK.01/2021", "permen keu 46/2021"),
        ("63/KEP/M.PAN/7/2003", "kepmen panrb 63/2003"),
        ("Kepmenpan 63 Tahun 2003", "kepmen panrb 63/2003"),
        ("KMK HK.01.07/MENKES/165/2023", "kepmen kes 165/2023"),
        ("PP 24/1997", "pp 24/1997"),
        (
            "Peraturan Menteri Negara Agraria/KBPN No. 3 Tahun 1997",
            "permen agraria 3/1997",
        ),
        ("SE Menpan RB No 2 Tahun 2026", "se panrb 2/2026"),
        (
            "Kepmendagri No. 300.2.2-2138 Tahun 2025",
            "kepmen dagri 300.2.2-2138/2025",
        ),
    ] {
        assert_eq!(
            register
                .lookup(&cite(text))
                .map(|e| e.key.to_string())
                .as_deref(),
            Some(id),
            "{text}"
        );
    }
    for text in [
        "UU 999/2009",
        "Permendagri 15/2014",
        "Perda Kota Pontianak 25/2009",
        "UUD 1945",
    ] {
        assert_eq!(register.lookup(&cite(text)), None, "{text}");
    }
}

#[test]
fn repeals_are_followed_to_what_is_in_force() {
    let register = Register::builtin();
    for (id, chain) in [
        ("uu 32/2004", vec!["uu 23/2014"]),
        ("uu 43/1999", vec!["uu 5/2014", "uu 20/2023"]),
        ("uu 11/2020", vec!["uu 6/2023"]),
        ("uu 36/2009", vec!["uu 17/2023"]),
        ("permen panrb 36/2012", vec!["permen panrb 15/2014"]),
        ("uu 12/2003", vec!["uu 10/2008"]),
    ] {
        let found = register
            .replacement(&key(id))
            .unwrap_or_else(|| panic!("{id}"));
        let steps: Vec<String> = found.chain.iter().map(|k| k.to_string()).collect();
        assert_eq!(steps, chain, "{id}");
    }
    for id in ["uu 25/2009", "uu 999/2009", "kepmen panrb 63/2003"] {
        assert_eq!(register.replacement(&key(id)), None, "{id}");
    }
    assert_eq!(
        register
            .replacement(&key("uu 32/2004"))
            .map(|r| r.certainty),
        Some(Certainty::Pasti)
    );
    // UU 43/1999 is certain, UU 5/2014 less so.
    assert_eq!(
        register
            .replacement(&key("uu 43/1999"))
            .map(|r| r.certainty),
        Some(Certainty::Yakin)
    );
}

#[test]
fn gazette_numbers_are_compared() {
    let register = Register::builtin();
    let check = |note: &str| {
        let text = format!("UU 25/2009 tentang Pelayanan Publik {note}");
        let citation = cite(&text);
        let entry = register.lookup(&citation).unwrap();
        entry.ln_mismatch(&citation).map(|m| {
            let part = |range: Option<std::ops::Range<usize>>| range.map(|r| text[r].to_owned());
            (
                part(m.year.map(|w| w.written.range)),
                part(m.number.map(|w| w.written.range)),
                part(m.supplement.map(|w| w.written.range)),
            )
        })
    };
    assert_eq!(check(""), None);
    assert_eq!(
        check(
            "(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038)"
        ),
        None
    );
    assert_eq!(check("(LN Tahun 2009 Nomor 112)"), None);
    assert_eq!(
        check("(LN Tahun 2008 Nomor 112, TLN Nomor 5038)"),
        Some((Some("2008".into()), None, None))
    );
    assert_eq!(
        check("(LN Tahun 2009 Nomor 12, TLN 5083)"),
        Some((None, Some("12".into()), Some("5083".into())))
    );
    assert_eq!(check("(Berita Negara Tahun 2010 Nomor 3)"), None);
}
