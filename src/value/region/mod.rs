//! Provinces, regencies and cities: which one a text names.
//!
//! The regions, their other names and the names that are ordinary words too are data;
//! see `rules/data/`.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::OnceLock;

mod data;
mod find;
mod kind;
mod parse;
#[cfg(test)]
mod tests;

pub use data::RegionDataError;
pub use find::Mention;
pub use kind::Kind;
pub use parse::RegionError;

/// A province, regency or city.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Region {
    code: String,
    kind: Kind,
    name: String,
    note: Option<String>,
}

impl Region {
    /// Code of the Ministry of Home Affairs: `32` for a province, `32.07` below it.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Province, regency or city.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The name without its kind: `Ciamis`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a user should know about the name, in Indonesian.
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// The code of the province it is, or lies in.
    pub fn province_code(&self) -> &str {
        self.code.split('.').next().unwrap_or_default()
    }

    /// Whether this is `other` or lies in it.
    pub fn same_or_within(&self, other: &Self) -> bool {
        self.code == other.code
            || (other.kind == Kind::Province && self.province_code() == other.code)
    }

    /// Whether one of the two is, or lies in, the other: a document of one may well name the
    /// other. Two regencies of one province are not related.
    pub fn related(&self, other: &Self) -> bool {
        self.same_or_within(other) || other.same_or_within(self)
    }
}

/// The official full name: `Kabupaten Ciamis`, `Kota Administrasi Jakarta Pusat`.
impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.name)
    }
}

/// How a name belongs to a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The official name.
    Official,
    /// Another spelling or a short form.
    Other,
    /// An abbreviation, only in capitals.
    Capitals,
    /// A name it no longer has.
    Former,
}

#[derive(Debug, Clone, Copy)]
struct Name {
    /// Index of the region.
    region: usize,
    form: Form,
    /// Words of the name as listed.
    words: usize,
}

/// All regions, ready for look-up.
#[derive(Debug)]
pub struct Regions {
    list: Vec<Region>,
    /// By letters only, in lower case: `lubuklinggau`.
    names: HashMap<String, Vec<Name>>,
    /// How the keys of `names` begin, to pass over other words quickly.
    beginnings: data::Beginnings,
    common: HashSet<String>,
}

static BUILTIN: OnceLock<Regions> = OnceLock::new();

impl Regions {
    /// The regions that come with the program, made ready at the first call.
    pub fn builtin() -> &'static Self {
        BUILTIN.get_or_init(|| {
            let read = Self::from_data(
                include_str!("../../../rules/data/regions.csv"),
                include_str!("../../../rules/data/regions-names.csv"),
                include_str!("../../../rules/data/regions-common-words.txt"),
            );
            // The files are part of the program and tested; an empty list is never seen.
            read.unwrap_or_else(|_| Self::empty())
        })
    }

    /// Every region, in the order of the data.
    pub fn all(&self) -> &[Region] {
        &self.list
    }

    /// The region with this code.
    pub fn by_code(&self, code: &str) -> Option<&Region> {
        self.list.iter().find(|region| region.code == code)
    }

    /// The province a region is or lies in.
    pub fn province(&self, region: &Region) -> Option<&Region> {
        self.by_code(region.province_code())
    }

    /// Every place where the text names a region, in order; see [`Mention`].
    ///
    /// Takes time linear in the length of the text.
    pub fn find_all(&self, text: &str) -> Vec<Mention<'_>> {
        find::find_all(self, text)
    }

    /// Whether the text may name a region; where not, it surely names none.
    pub fn may_name(&self, text: &str) -> bool {
        find::may_name(self, text)
    }

    /// The region a whole value names, as in `wilayah: Kota Pontianak`.
    ///
    /// # Errors
    /// [`RegionError`]: no region, one that does not exist, the wrong kind, or not clear which.
    pub fn parse_one(&self, text: &str) -> Result<&Region, RegionError> {
        parse::parse_one(self, text)
    }

    fn get(&self, at: usize) -> Option<&Region> {
        self.list.get(at)
    }
}
