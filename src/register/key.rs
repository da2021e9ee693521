//! What identifies a regulation: kind, issuer, number, year.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::value::citation::{Citation, Kind, RegionLevel};

/// Identity of a regulation. Printed and read as the ids of the register: `uu 25/2009`,
/// `permen dagri 3/2017`, `perda kota pontianak 3/2015`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    kind: Kind,
    /// Id of the body, or level and name of the region in lower case; empty where neither
    /// belongs to the kind.
    issuer: String,
    number: String,
    year: u16,
}

/// A text that is not a key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{text}` is not an id of a regulation; expected e.g. `uu 25/2009` or `permen dagri 3/2017`"
)]
pub struct KeyError {
    /// The text.
    pub text: String,
}

impl Key {
    /// A key of its parts. `issuer` is the id of a body (`panrb`) or a region with its level
    /// (`Kota Pontianak`); empty for kinds that need none.
    pub fn new(kind: Kind, issuer: &str, number: &str, year: u16) -> Key {
        // A Perda is one kind; the region tells the level.
        let kind = if kind == Kind::PerdaProvinsi {
            Kind::Perda
        } else {
            kind
        };
        let issuer = issuer
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let number = number.trim();
        let plain = number.bytes().all(|b| b.is_ascii_digit());
        let number = match number.trim_start_matches('0') {
            digits if plain && !digits.is_empty() => digits.to_owned(),
            _ => number.to_uppercase(),
        };
        Key {
            kind,
            issuer,
            number,
            year,
        }
    }

    /// The keys a citation may stand for, the likeliest first; empty for the constitution.
    ///
    /// More than one only where the text leaves something open: `Perda Pekalongan` does not
    /// say whether city or regency, `PMK` may be finance or health.
    pub fn of(citation: &Citation) -> Vec<Key> {
        let Some(number) = &citation.number else {
            return Vec::new();
        };
        let number = number.canonical();
        let key = |issuer: &str| Key::new(citation.kind, issuer, &number, citation.year.value);
        if let Some(body) = &citation.body {
            let first = body.id.as_deref().unwrap_or(&body.name);
            let others = body.ambiguous.iter().flat_map(|a| &a.others);
            return [first]
                .into_iter()
                .chain(others.map(String::as_str))
                .map(key)
                .collect();
        }
        match &citation.region {
            None => vec![key("")],
            Some(region) => {
                let levels = match region.level {
                    Some(level) => vec![level],
                    None => vec![
                        RegionLevel::Kota,
                        RegionLevel::Kabupaten,
                        RegionLevel::Provinsi,
                    ],
                };
                levels
                    .iter()
                    .map(|l| key(&format!("{} {}", l.name(), region.name)))
                    .collect()
            }
        }
    }

    /// Kind of the regulation; a provincial Perda is [`Kind::Perda`] here.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Id of the body, or level and name of the region in lower case; may be empty.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Number: the running number where it is plain, else the whole number in capitals.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// Year.
    pub fn year(&self) -> u16 {
        self.year
    }

    /// The same regulation from another issuer.
    pub(super) fn with_issuer(&self, issuer: &str) -> Key {
        Key {
            issuer: issuer.to_lowercase(),
            ..self.clone()
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.id())?;
        if !self.issuer.is_empty() {
            write!(f, " {}", self.issuer)?;
        }
        write!(f, " {}/{}", self.number, self.year)
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Key, KeyError> {
        let error = || KeyError {
            text: text.to_owned(),
        };
        let trimmed = text.trim();
        let (kind, rest) = trimmed.split_once(' ').ok_or_else(error)?;
        let kind = Kind::from_id(kind).ok_or_else(error)?;
        let (issuer, number) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let (number, year) = number.rsplit_once('/').ok_or_else(error)?;
        let year = year.parse().map_err(|_| error())?;
        if number.is_empty() || !(1945..=2100).contains(&year) {
            return Err(error());
        }
        Ok(Key::new(kind, issuer, number, year))
    }
}
