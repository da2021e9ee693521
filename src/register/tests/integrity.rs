//! The data files agree with each other.

use std::collections::HashSet;
use std::fs;

use super::super::*;
use crate::value::citation::Kind;

const YAML: &str = include_str!("../../../rules/data/regulations.yaml");

/// Regulations the register refers to without having an entry for them, all as amendments or
/// as one old repealing law. A new one is either a slip or belongs on this list.
const WITHOUT_ENTRY: [&str; 46] = [
    "uu 9/1994",
    "uu 16/2000",
    "uu 28/2007",
    "uu 16/2009",
    "uu 12/1994",
    "uu 9/2004",
    "uu 51/2009",
    "uu 5/2026",
    "uu 17/2016",
    "uu 10/2008",
    "uu 18/2025",
    "uu 7/2023",
    "uu 151/2024",
    "pp 32/2013",
    "pp 13/2015",
    "pp 74/2012",
    "pp 38/2008",
    "pp 102/2012",
    "pp 18/2022",
    "pp 19/2017",
    "pp 4/2014",
    "pp 76/2015",
    "pp 47/2015",
    "pp 11/2019",
    "pp 39/2023",
    "pp 51/2023",
    "pp 49/2025",
    "perpres 35/2010",
    "perpres 67/2011",
    "perpres 126/2012",
    "perpres 111/2013",
    "perpres 19/2016",
    "perpres 28/2016",
    "perpres 12/2021",
    "perpres 46/2025",
    "perpres 75/2019",
    "perpres 64/2020",
    "perpres 59/2024",
    "perpres 32/2021",
    "perpres 11/2024",
    "perpres 49/2021",
    "permen dagri 59/2007",
    "permen dagri 21/2011",
    "permen dagri 17/2023",
    "peraturan bkn 7/2021",
    "peraturan lkpp 4/2024",
];

#[test]
#[ignore = "writes rules/data/regulations.tsv"]
fn write_compact_register() {
    let entries = load::read(YAML).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/data/regulations.tsv");
    fs::write(path, compact::write(&entries)).unwrap();
}

#[test]
fn compact_table_equals_the_yaml_file() {
    let entries = load::read(YAML).unwrap();
    assert_eq!(entries.len(), 565);
    assert_eq!(
        Register::builtin().entries(),
        entries,
        "run `cargo test write_compact_register -- --ignored`"
    );
}

#[test]
fn ids_are_unique_and_references_resolve_or_are_listed() {
    let register = Register::builtin();
    let mut seen = HashSet::new();
    let mut missing = HashSet::new();
    for entry in register.entries() {
        assert!(seen.insert(&entry.key), "{} stands twice", entry.key);
        assert_eq!(entry.key.to_string().parse(), Ok(entry.key.clone()));
        let relations = entry
            .repealed_by
            .iter()
            .chain(&entry.suspected)
            .chain(&entry.amended_by);
        for relation in relations {
            assert_ne!(relation.key, entry.key);
            if register.get(&relation.key).is_none() {
                missing.insert(relation.key.to_string());
            }
        }
        let repealed = entry.status == Status::Repealed;
        assert_eq!(repealed, !entry.repealed_by.is_empty(), "{}", entry.key);
        if let Some(ln) = entry.ln {
            assert_eq!(ln.year, entry.key.year(), "{}", entry.key);
        }
    }
    let mut listed: HashSet<String> = WITHOUT_ENTRY.iter().map(|id| (*id).to_owned()).collect();
    listed.insert("peraturan ori 48/2020".into());
    assert_eq!(missing, listed);
}

#[test]
fn every_body_of_the_register_is_known() {
    let bodies = Bodies::builtin();
    for entry in Register::builtin().entries() {
        let issuer = entry.key.issuer();
        let needs = matches!(
            entry.key.kind(),
            Kind::Permen | Kind::Kepmen | Kind::Peraturan
        );
        assert_eq!(
            needs || matches!(entry.key.kind(), Kind::Pedoman | Kind::SuratEdaran),
            !issuer.is_empty(),
            "{}",
            entry.key
        );
        if !issuer.is_empty() {
            assert!(bodies.short(issuer).is_some(), "{}", entry.key);
        }
    }
}

#[test]
fn every_key_reads_as_a_citation() {
    let unread: Vec<_> = Register::builtin()
        .entries()
        .iter()
        .filter(|entry| entry.key.citation().is_none())
        .map(|entry| entry.key.to_string())
        .collect();
    assert!(unread.is_empty(), "{unread:?}");
    let names = [
        ("uu 25/2009", "Undang-Undang Nomor 25 Tahun 2009"),
        (
            "permen kes 19/2024",
            "Peraturan Menteri Kesehatan Nomor 19 Tahun 2024",
        ),
        (
            "permen panrb 15/2014",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014",
        ),
        (
            "perda kota pontianak 3/2015",
            "Peraturan Daerah Kota Pontianak Nomor 3 Tahun 2015",
        ),
    ];
    for (key, name) in names {
        let key: Key = key.parse().unwrap();
        let citation = key.citation().map(|citation| citation.name());
        assert_eq!(citation.as_deref(), Some(name));
    }
}
