//! Registers written in YAML, as `rules/data/regulations.yaml` and a city's own file.

use serde::Deserialize;
use thiserror::Error;

use super::{Certainty, Entry, Key, LembaranNegara, Reference, Status};
use crate::value::citation::Kind;

/// Why a register file is not usable.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// Not YAML, or not in the structure of a register.
    #[error("register cannot be read: {0}")]
    Yaml(#[from] serde_path_to_error::Error<serde_yaml::Error>),
    /// An entry that cannot be used.
    #[error("entry {index}, `{field}`: {reason}")]
    Entry {
        /// Its position in the file, from 0.
        index: usize,
        /// The key whose value is wrong.
        field: &'static str,
        /// What is wrong with it.
        reason: EntryError,
    },
}

/// What is wrong with an entry of a register.
#[derive(Debug, Error)]
pub enum EntryError {
    /// A word that is not one of the register's.
    #[error("`{value}` is not known; known are {}", known.join(", "))]
    Word {
        /// The value.
        value: String,
        /// The words that are known.
        known: Vec<&'static str>,
    },
    /// The id of an entry and its other fields disagree.
    #[error("`{id}` does not fit the entry, which is `{key}`")]
    Id {
        /// The id as written.
        id: String,
        /// The identity the other fields give.
        key: Key,
    },
    /// A reference that is not an id.
    #[error("{text}: {source}")]
    Reference {
        /// The reference.
        text: String,
        /// What is wrong.
        source: super::KeyError,
    },
    /// The same regulation twice in one file.
    #[error("{key} stands twice in the file")]
    Duplicate {
        /// Which.
        key: Key,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "meta")]
    _meta: serde::de::IgnoredAny,
    peraturan: Vec<Record>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: Option<String>,
    jenis: String,
    lembaga: Option<String>,
    /// Level and name of the region, for regional kinds: `Kota Pontianak`.
    wilayah: Option<String>,
    nomor: Text,
    nomor_lengkap: Option<String>,
    tahun: u16,
    tentang: String,
    status: String,
    #[serde(default)]
    dicabut_oleh: Vec<String>,
    #[serde(default)]
    diubah_oleh: Vec<String>,
    #[serde(default)]
    diduga_dicabut_oleh: Vec<String>,
    ln: Option<Ln>,
    catatan: Option<String>,
    #[serde(default, rename = "sumber")]
    _sumber: serde::de::IgnoredAny,
    /// Whoever lists the regulations of his own region knows them.
    #[serde(default = "certain")]
    yakin: String,
}

fn certain() -> String {
    Certainty::Pasti.id().to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ln {
    tahun: u16,
    nomor: u32,
    tln: u32,
    yakin: String,
}

/// A number that people also write without quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Digits(u64),
    Words(String),
}

/// Reads a register.
pub(super) fn read(yaml: &str) -> Result<Vec<Entry>, RegisterError> {
    let deserializer = serde_yaml::Deserializer::from_str(yaml);
    let file: File = serde_path_to_error::deserialize(deserializer)?;
    let records = file.peraturan.into_iter().enumerate();
    let entry = |(index, record)| {
        let wrong = |(field, reason)| RegisterError::Entry {
            index,
            field,
            reason,
        };
        entry(record).map_err(wrong)
    };
    records.map(entry).collect()
}

/// The key whose value is wrong, and what is wrong with it.
type Wrong = (&'static str, EntryError);

fn word(field: &'static str, value: &str, known: Vec<&'static str>) -> Wrong {
    let value = value.to_owned();
    (field, EntryError::Word { value, known })
}

fn certainty(field: &'static str, value: &str) -> Result<Certainty, Wrong> {
    let known = || Certainty::ALL.map(Certainty::id).to_vec();
    Certainty::from_id(value).ok_or_else(|| word(field, value, known()))
}

fn relations(
    field: &'static str,
    texts: &[String],
    certainty: Certainty,
) -> Result<Vec<Reference>, Wrong> {
    let reference = |text: &String| match text.parse() {
        Ok(key) => Ok(Reference { key, certainty }),
        Err(source) => {
            let text = text.clone();
            Err((field, EntryError::Reference { text, source }))
        }
    };
    texts.iter().map(reference).collect()
}

fn entry(record: Record) -> Result<Entry, Wrong> {
    let number = match &record.nomor {
        Text::Digits(digits) => digits.to_string(),
        Text::Words(words) => words.clone(),
    };
    let kinds = || Kind::all().map(Kind::id).collect();
    let kind = Kind::from_id(&record.jenis).ok_or_else(|| word("jenis", &record.jenis, kinds()))?;
    let certainty_of_entry = certainty("yakin", &record.yakin)?;
    let issuer = record
        .lembaga
        .as_deref()
        .or(record.wilayah.as_deref())
        .unwrap_or_default();
    let key = Key::new(kind, issuer, &number, record.tahun);
    if let Some(written) = &record.id
        && written.parse::<Key>().ok().as_ref() != Some(&key)
    {
        let id = written.clone();
        return Err(("id", EntryError::Id { id, key }));
    }
    let ln = match &record.ln {
        None => None,
        Some(ln) => Some(LembaranNegara {
            year: ln.tahun,
            number: ln.nomor,
            supplement: ln.tln,
            certainty: certainty("ln", &ln.yakin)?,
        }),
    };
    let states = || Status::ALL.map(Status::id).to_vec();
    let status = Status::from_id(&record.status);
    let sure = certainty_of_entry;
    Ok(Entry {
        status: status.ok_or_else(|| word("status", &record.status, states()))?,
        certainty: sure,
        repealed_by: relations("dicabut_oleh", &record.dicabut_oleh, sure)?,
        // Suspicions are unchecked by their name, however sure the rest of the entry is.
        suspected: relations(
            "diduga_dicabut_oleh",
            &record.diduga_dicabut_oleh,
            Certainty::PerluVerifikasi,
        )?,
        amended_by: relations("diubah_oleh", &record.diubah_oleh, sure)?,
        title: record.tentang,
        ln,
        full_number: record.nomor_lengkap,
        note: record.catatan,
        key,
    })
}
