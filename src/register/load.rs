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
    Yaml(#[from] serde_yaml::Error),
    /// A word that is not one of the register's.
    #[error("{id}: `{field}: {value}` is not known")]
    Word {
        /// The entry, as `jenis nomor/tahun`.
        id: String,
        /// The key whose value is wrong.
        field: &'static str,
        /// The value.
        value: String,
    },
    /// The id of an entry and its other fields disagree.
    #[error("id `{id}` does not fit the entry, which is `{key}`")]
    Id {
        /// The id as written.
        id: String,
        /// The identity the other fields give.
        key: Key,
    },
    /// A reference that is not an id.
    #[error("{id}: {source}")]
    Reference {
        /// The entry.
        id: String,
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
    yakin: String,
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
    let file: File = serde_yaml::from_str(yaml)?;
    file.peraturan.into_iter().map(entry).collect()
}

fn entry(record: Record) -> Result<Entry, RegisterError> {
    let number = match &record.nomor {
        Text::Digits(digits) => digits.to_string(),
        Text::Words(words) => words.clone(),
    };
    let id = record
        .id
        .clone()
        .unwrap_or_else(|| format!("{} {number}/{}", record.jenis, record.tahun));
    let word = |field: &'static str, value: &str| RegisterError::Word {
        id: id.clone(),
        field,
        value: value.to_owned(),
    };
    let kind = Kind::from_id(&record.jenis).ok_or_else(|| word("jenis", &record.jenis))?;
    let certain = |value: &str| Certainty::from_id(value).ok_or_else(|| word("yakin", value));
    let certainty = certain(&record.yakin)?;
    let issuer = record
        .lembaga
        .as_deref()
        .or(record.wilayah.as_deref())
        .unwrap_or_default();
    let key = Key::new(kind, issuer, &number, record.tahun);
    if let Some(written) = &record.id
        && written.parse::<Key>().ok().as_ref() != Some(&key)
    {
        return Err(RegisterError::Id {
            id: written.clone(),
            key,
        });
    }
    let relations =
        |ids: &[String], certainty: Certainty| -> Result<Vec<Reference>, RegisterError> {
            ids.iter()
                .map(|text| match text.parse() {
                    Ok(key) => Ok(Reference { key, certainty }),
                    Err(source) => Err(RegisterError::Reference {
                        id: id.clone(),
                        source,
                    }),
                })
                .collect()
        };
    let ln = match &record.ln {
        None => None,
        Some(ln) => Some(LembaranNegara {
            year: ln.tahun,
            number: ln.nomor,
            supplement: ln.tln,
            certainty: certain(&ln.yakin)?,
        }),
    };
    Ok(Entry {
        status: Status::from_id(&record.status).ok_or_else(|| word("status", &record.status))?,
        certainty,
        repealed_by: relations(&record.dicabut_oleh, certainty)?,
        // Suspicions are unchecked by their name, however sure the rest of the entry is.
        suspected: relations(&record.diduga_dicabut_oleh, Certainty::PerluVerifikasi)?,
        amended_by: relations(&record.diubah_oleh, certainty)?,
        title: record.tentang,
        ln,
        full_number: record.nomor_lengkap,
        note: record.catatan,
        key,
    })
}
