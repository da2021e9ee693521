//! Reads the lists of regions, other names and common words.

use std::collections::{HashMap, HashSet};

use super::{Form, Kind, Name, Region, Regions};

/// A line of the region lists that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{list}, line {line}: {problem}")]
pub struct RegionDataError {
    /// Which of the lists: `regions`, `names` or `common words`.
    pub list: &'static str,
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: &'static str,
}

impl Regions {
    pub(super) fn empty() -> Self {
        Self {
            list: Vec::new(),
            names: HashMap::new(),
            beginnings: Beginnings::default(),
            common: HashSet::new(),
        }
    }

    /// Builds the look-up from lists: `kode,jenis,nama` with a head line, other names as
    /// `kode,macam,nama`, and common words as `name: what else it may be`. Lines that begin
    /// with `#` are comments in the last two.
    ///
    /// # Errors
    /// [`RegionDataError`] for the first line that cannot be used.
    pub fn from_data(regions: &str, names: &str, common: &str) -> Result<Self, RegionDataError> {
        let mut built = Self::empty();
        let mut by_code = HashMap::new();
        for (line, fields) in rows(regions).skip(1) {
            let wrong = |problem| RegionDataError {
                list: "regions",
                line,
                problem,
            };
            let [code, kind, name] = fields.ok_or_else(|| wrong("three fields expected"))?;
            let kind = match kind {
                "provinsi" => Kind::Province,
                "kabupaten" => Kind::Kabupaten,
                "kota" => Kind::Kota,
                _ => return Err(wrong("kind is not provinsi, kabupaten or kota")),
            };
            let at = built.list.len();
            if by_code.insert(code, at).is_some() {
                return Err(wrong("the code is there twice"));
            }
            let (code, name) = (code.to_owned(), name.to_owned());
            built.add_name(at, &name, Form::Official);
            // `Kep. Siau Tagulandang Biaro` and the like are also read in full.
            if let Some(rest) = name.strip_prefix("Kep. ") {
                built.add_name(at, &format!("Kepulauan {rest}"), Form::Other);
            }
            built.list.push(Region {
                code,
                kind,
                name,
                note: None,
            });
        }
        for (line, fields) in rows(names) {
            let wrong = |problem| RegionDataError {
                list: "names",
                line,
                problem,
            };
            let [code, form, name] = fields.ok_or_else(|| wrong("three fields expected"))?;
            let at = *by_code
                .get(code)
                .ok_or_else(|| wrong("no region has this code"))?;
            let form = match form {
                "lain" => Form::Other,
                "singkatan" => Form::Capitals,
                "lama" => Form::Former,
                "catatan" => {
                    if let Some(region) = built.list.get_mut(at) {
                        region.note = Some(name.to_owned());
                    }
                    continue;
                }
                _ => return Err(wrong("not lain, singkatan, lama or catatan")),
            };
            built.add_name(at, name, form);
        }
        for (line, text) in lines(common) {
            let name = text.split_once(':').map(|(name, _)| key(name));
            match name.filter(|name| built.names.contains_key(name)) {
                Some(name) => built.common.insert(name),
                None => {
                    let problem = "not a name of a region, a colon and a reason";
                    return Err(RegionDataError {
                        list: "common words",
                        line,
                        problem,
                    });
                }
            };
        }
        Ok(built)
    }

    fn add_name(&mut self, region: usize, name: &str, form: Form) {
        let key = key(name);
        self.beginnings.add(&key);
        let words = name.split([' ', '-']).count();
        self.names.entry(key).or_default().push(Name {
            region,
            form,
            words,
        });
    }
}

/// The first three letters of all names, whatever their case.
#[derive(Debug, Clone)]
pub(super) struct Beginnings(Vec<bool>);

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![false; LETTERS * LETTERS * LETTERS])
    }
}

/// Letters of the alphabet.
const LETTERS: usize = 26;

impl Beginnings {
    fn add(&mut self, name: &str) {
        let place = Self::place(name);
        if let Some(known) = place.and_then(|place| self.0.get_mut(place)) {
            *known = true;
        }
    }

    /// Whether some name begins with these letters. So it is thought of fewer than three, and of
    /// others than those of the alphabet.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        let place = Self::place(text);
        place.is_none_or(|place| self.0.get(place).copied().unwrap_or(true))
    }

    fn place(text: &str) -> Option<usize> {
        text.as_bytes()
            .first_chunk::<3>()?
            .iter()
            .try_fold(0, |sum, byte| {
                let letter = byte.to_ascii_lowercase().checked_sub(b'a')?;
                let letter = usize::from(letter);
                (letter < LETTERS).then_some(sum * LETTERS + letter)
            })
    }
}

/// The letters of a name, in lower case.
pub(super) fn key(name: &str) -> String {
    name.chars()
        .filter(|sign| sign.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = (1..).zip(text.lines());
    numbered.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

fn rows(text: &str) -> impl Iterator<Item = (usize, Option<[&str; 3]>)> {
    lines(text).map(|(number, line)| {
        let mut fields = line.splitn(3, ',').map(str::trim);
        let row = (|| Some([fields.next()?, fields.next()?, fields.next()?]))();
        (
            number,
            row.filter(|row| row.iter().all(|field| !field.is_empty())),
        )
    })
}
