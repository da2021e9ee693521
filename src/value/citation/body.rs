//! Ministries and agencies: many names of one body, kept as data in `rules/data/bodies.yaml`.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::Kind;

/// Longest written name that is compared with typing errors in mind, in bytes.
const LONGEST_NAME: usize = 160;

/// `rules/data/bodies.yaml` in a compact form; see `build.rs`.
const COMPACT: &str = include_str!(concat!(env!("OUT_DIR"), "/rules/data/bodies.json"));

/// The table of bodies.
#[derive(Debug, Default)]
pub struct Bodies {
    records: Vec<Record>,
    ministries: HashMap<String, Named>,
    agencies: HashMap<String, Named>,
    codes: HashMap<String, usize>,
    nicknames: HashMap<String, Nickname>,
}

/// One body as the table gives it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: String,
    nama: String,
    singkat: String,
    #[serde(default)]
    nama_lain: Vec<OtherName>,
    #[serde(default)]
    singkatan: Vec<String>,
    #[serde(default)]
    kode: Vec<String>,
    keluarga: Option<String>,
    #[serde(skip)]
    is_ministry: bool,
}

/// Another full name of a body, with the abbreviations that stand for this name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OtherName {
    nama: String,
    #[serde(default)]
    singkatan: Vec<String>,
}

/// A single word that holds kind and body: `PMK`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nickname {
    tulis: String,
    jenis: String,
    /// The bodies it may mean, the likeliest first.
    lembaga: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kementerian: Vec<Record>,
    lembaga: Vec<Record>,
    sebutan: Vec<Nickname>,
}

/// A written name found in the table: which body, and which spelling to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Named {
    record: usize,
    /// 0 for `nama`, n for the n-th of `nama_lain`.
    spelling: usize,
}

/// A body that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) is_ministry: bool,
}

impl Bodies {
    /// The table built into the program, read on first use.
    pub fn builtin() -> &'static Bodies {
        static TABLE: OnceLock<Bodies> = OnceLock::new();
        TABLE.get_or_init(|| {
            // A test reads the same, so the fallback is never seen.
            Bodies::read(COMPACT).unwrap_or_default()
        })
    }

    fn read(json: &str) -> Result<Bodies, serde_json::Error> {
        let file: File = serde_json::from_str(json)?;
        let mut table = Bodies::default();
        let ministries = file.kementerian.into_iter().map(|r| (true, r));
        let agencies = file.lembaga.into_iter().map(|r| (false, r));
        for (is_ministry, mut record) in ministries.chain(agencies) {
            record.is_ministry = is_ministry;
            table.add(record);
        }
        for nickname in file.sebutan {
            table.nicknames.insert(key(&nickname.tulis), nickname);
        }
        Ok(table)
    }

    fn add(&mut self, record: Record) {
        let index = self.records.len();
        let names = if record.is_ministry {
            &mut self.ministries
        } else {
            &mut self.agencies
        };
        // The first spelling of a key wins: names before abbreviations, `nama` before all.
        let mut note = |text: &str, spelling: usize| {
            names.entry(key(text)).or_insert(Named {
                record: index,
                spelling,
            });
        };
        note(&record.nama, 0);
        for (nth, other) in record.nama_lain.iter().enumerate() {
            note(&other.nama, nth + 1);
            for short in &other.singkatan {
                note(short, nth + 1);
            }
        }
        for short in record.singkatan.iter().chain([&record.singkat, &record.id]) {
            note(short, 0);
        }
        for code in &record.kode {
            self.codes.entry(key(code)).or_insert(index);
        }
        self.records.push(record);
    }

    fn known(&self, named: Named) -> Option<Known<'_>> {
        let record = self.records.get(named.record)?;
        let other = named
            .spelling
            .checked_sub(1)
            .and_then(|nth| record.nama_lain.get(nth));
        Some(Known {
            id: &record.id,
            name: other.map_or(&record.nama, |o| &o.nama),
            is_ministry: record.is_ministry,
        })
    }

    /// The ministry named by `written`, without the word `Menteri`.
    pub(super) fn ministry(&self, written: &str) -> Option<Known<'_>> {
        self.find(&self.ministries, written)
    }

    /// The agency or directorate general named by `written`, without the office (`Kepala`).
    pub(super) fn agency(&self, written: &str) -> Option<Known<'_>> {
        self.find(&self.agencies, written)
    }

    fn find(&self, names: &HashMap<String, Named>, written: &str) -> Option<Known<'_>> {
        if written.len() > LONGEST_NAME {
            return None;
        }
        let wanted = key(written);
        if wanted.is_empty() {
            return None;
        }
        let named = names
            .get(&wanted)
            .copied()
            .or_else(|| closest(names, &wanted))?;
        self.known(named)
    }

    /// The body whose code a segment of a number holds: `PMK.05`, `Menkes`, `PB`.
    pub(super) fn by_code(&self, segment: &str) -> Option<Known<'_>> {
        if segment.len() > 24 {
            return None;
        }
        let letters = segment.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        let record = *self.codes.get(&key(letters))?;
        self.known(Named {
            record,
            spelling: 0,
        })
    }

    /// The kind and the bodies a single word stands for.
    pub(super) fn nickname(&self, word: &str) -> Option<(Kind, &[String])> {
        if word.len() > 12 {
            return None;
        }
        let found = self.nicknames.get(&key(word))?;
        Some((Kind::from_id(&found.jenis)?, &found.lembaga))
    }

    /// The body with this id.
    pub(super) fn by_id(&self, id: &str) -> Option<Known<'_>> {
        let record = self.records.iter().position(|r| r.id == id)?;
        self.known(Named {
            record,
            spelling: 0,
        })
    }

    /// The short form of the body with this id: `PAN-RB`, `dagri`, `BKN`.
    pub fn short(&self, id: &str) -> Option<&str> {
        self.records
            .iter()
            .find(|r| r.id == id)
            .map(|r| r.singkat.as_str())
    }

    /// Ids of the bodies that replaced this one or were replaced by it. They never existed
    /// side by side, so number and year alone tell their regulations apart.
    pub fn successors(&self, id: &str) -> impl Iterator<Item = &str> {
        let family = self
            .records
            .iter()
            .find(|r| r.id == id)
            .and_then(|r| r.keluarga.as_deref());
        self.records
            .iter()
            .filter(move |r| family.is_some() && r.keluarga.as_deref() == family)
            .map(|r| r.id.as_str())
            .filter(move |other| *other != id)
    }
}

/// A name without what may differ between spellings: case, spaces, punctuation, `dan`,
/// `Republik Indonesia`, and `Negara` at the beginning (`Menteri Negara ...`).
fn key(text: &str) -> String {
    let mut joined = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let word = word.to_lowercase();
        match word.as_str() {
            "dan" | "ri" | "republik" | "indonesia" => {}
            "negara" if joined.is_empty() => {}
            _ => joined.push_str(&word),
        }
    }
    joined
}

/// The one body whose key is nearly `wanted`: one typing error for five letters and more, two
/// for fifteen and more. Two bodies equally near are no answer.
fn closest(names: &HashMap<String, Named>, wanted: &str) -> Option<Named> {
    let allowed = match wanted.len() {
        0..4 => return None,
        4..15 => 1,
        _ => 2,
    };
    let mut near: Vec<(usize, Named)> = names
        .keys()
        // Short keys are abbreviations, where one letter more or less is another body.
        .filter(|name| name.len() >= 5 && name.len().abs_diff(wanted.len()) <= allowed)
        .filter_map(|name| Some((strsim::osa_distance(name, wanted), *names.get(name)?)))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    near.sort_by_key(|(distance, named)| (*distance, named.record, named.spelling));
    let (distance, best) = *near.first()?;
    let rival = near
        .iter()
        .any(|(d, n)| *d == distance && n.record != best.record);
    (!rival).then_some(best)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_no_name_means_two_bodies() {
        let file: File = serde_json::from_str(COMPACT).unwrap();
        for records in [&file.kementerian, &file.lembaga] {
            let mut seen: HashMap<String, &str> = HashMap::new();
            for record in records {
                let names = [&record.nama, &record.id, &record.singkat].into_iter();
                let others = record
                    .nama_lain
                    .iter()
                    .flat_map(|o| o.singkatan.iter().chain([&o.nama]));
                for name in names.chain(others).chain(&record.singkatan) {
                    let other = seen.insert(key(name), &record.id);
                    assert!(other.is_none_or(|o| o == record.id), "{name}: {other:?}");
                }
            }
        }
        for nickname in &file.sebutan {
            assert!(
                Kind::from_id(&nickname.jenis).is_some(),
                "{}",
                nickname.tulis
            );
            for id in &nickname.lembaga {
                assert!(Bodies::builtin().by_id(id).is_some(), "{id}");
            }
        }
    }

    #[test]
    fn many_names_are_one_ministry() {
        let cases = [
            (
                "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
                "panrb",
            ),
            (
                "Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
                "panrb",
            ),
            (
                "PENDAYAGUNAAN APARATUR NEGARA & REFORMASI BIROKRASI RI",
                "panrb",
            ),
            (
                "Pendayagunan Aparatur Negara dan Reformasi Birokrasi",
                "panrb",
            ),
            ("PAN-RB", "panrb"),
            ("PAN dan RB", "panrb"),
            ("Negara Agraria/KBPN", "agraria"),
            ("ATR/BPN", "agraria"),
            ("dalam Negeri", "dagri"),
            ("dgri", "dagri"),
            ("Pendidikan & Kebudayaan", "dikbud"),
            (
                "Pendidikan, Kebudayaan, Riset dan Teknologi",
                "dikbudristek",
            ),
            ("PU dan PR", "pupr"),
            ("Kesehatan Republik Indonesia", "kes"),
        ];
        for (written, id) in cases {
            let found = Bodies::builtin().ministry(written).map(|k| k.id);
            assert_eq!(found, Some(id), "{written}");
        }
        for written in [
            "",
            "Republik Indonesia",
            "Urusan Kucing",
            "kss",
            "yang bersangkutan",
        ] {
            assert_eq!(Bodies::builtin().ministry(written), None, "{written}");
        }
    }

    #[test]
    fn codes_inside_numbers_name_the_body() {
        for (segment, id) in [
            ("PMK.05", "keu"),
            ("Menkes", "kes"),
            ("M.PAN", "panrb"),
            ("M-DAG", "dag"),
            ("PB", "ditjen-perbendaharaan"),
        ] {
            assert_eq!(
                Bodies::builtin().by_code(segment).map(|k| k.id),
                Some(id),
                "{segment}"
            );
        }
        assert_eq!(Bodies::builtin().by_code("III"), None);
        assert_eq!(Bodies::builtin().by_code(""), None);
    }

    #[test]
    fn successors_share_a_line_and_others_have_none() {
        let pendidikan: Vec<_> = Bodies::builtin().successors("dikbud").collect();
        assert!(pendidikan.contains(&"dikbudristek") && !pendidikan.contains(&"dikbud"));
        assert_eq!(Bodies::builtin().successors("kes").count(), 0);
    }
}
