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
        // To grow into it would take as much memory again.
        let count = regions.lines().count();
        built.list.reserve(count);
        built.names.reserve(count + names.lines().count());
        let mut by_code = HashMap::with_capacity(count);
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
            built.add_name(at, &name, Form::Official).map_err(wrong)?;
            // `Kep. Siau Tagulandang Biaro` and the like are also read in full.
            if let Some(rest) = name.strip_prefix("Kep. ") {
                let long = format!("Kepulauan {rest}");
                built.add_name(at, &long, Form::Other).map_err(wrong)?;
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
            built.add_name(at, name, form).map_err(wrong)?;
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

    /// Adds a name, or says what is wrong with it.
    fn add_name(&mut self, region: usize, name: &str, form: Form) -> Result<(), &'static str> {
        let key = key(name);
        if key.len() < FEWEST_LETTERS {
            return Err("a name has at least three letters");
        }
        self.beginnings.add(&key);
        let words = name.split([' ', '-']).count();
        // Nearly every name is that of one region.
        let same = self.names.entry(key);
        same.or_insert_with(|| Vec::with_capacity(1)).push(Name {
            region,
            form,
            words,
        });
        Ok(())
    }
}

/// The first letters of all names, whatever their case: of each name three and so on to eight, as a
/// bit at a place that these letters give.
#[derive(Debug, Clone)]
pub(super) struct Beginnings(Vec<u64>);

/// The most letters of a beginning that are looked at.
const MOST_LETTERS: usize = 8;
/// No name has fewer, and nothing is said of fewer.
pub(super) const FEWEST_LETTERS: usize = 3;
/// Bits; of those for other letters about one in twenty is taken by a name.
const PLACES: usize = 1 << 16;

impl Default for Beginnings {
    fn default() -> Self {
        Self(vec![0; PLACES / 64])
    }
}

impl Beginnings {
    fn add(&mut self, name: &str) {
        for count in FEWEST_LETTERS..=MOST_LETTERS {
            let letters = name.as_bytes().get(..count);
            let place = letters.and_then(Self::place);
            if let Some((at, bit)) = place
                && let Some(bits) = self.0.get_mut(at)
            {
                *bits |= bit;
            }
        }
    }

    /// Whether some name may begin with these letters. So it is thought of fewer than three, and of
    /// others than those of the alphabet.
    pub(super) fn may_begin(&self, letters: &[u8]) -> bool {
        let letters = letters.get(..MOST_LETTERS).unwrap_or(letters);
        let place = (letters.len() >= FEWEST_LETTERS).then(|| Self::place(letters));
        let bits = place
            .flatten()
            .and_then(|(at, bit)| Some(self.0.get(at)? & bit));
        bits != Some(0)
    }

    /// The position among the bits, and the bit there.
    fn place(letters: &[u8]) -> Option<(usize, u64)> {
        let add = |sum: usize, byte: &u8| {
            let letter = byte
                .is_ascii_alphabetic()
                .then(|| byte.to_ascii_lowercase());
            letter.map(|letter| sum.wrapping_mul(31).wrapping_add(usize::from(letter)))
        };
        let place = letters.iter().try_fold(letters.len(), add)? % PLACES;
        Some((place / 64, 1 << (place % 64)))
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
