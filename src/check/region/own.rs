//! The region a document belongs to.

use crate::{
    check::Target,
    text::Phrase,
    value::region::{Kind, Mention, Region, RegionError, Regions},
};

/// The region of the document, as far as it can be told.
pub(super) struct Own {
    /// The regions it may be; none for a name that no region has.
    regions: Vec<Region>,
    name: String,
}

/// The regions that a misspelt name may stand for: of the kind it states, and with a name long
/// enough that a likeness is no accident.
pub(super) fn meant(kind: Kind, name: &str, mut nearest: Vec<Region>) -> Vec<Region> {
    nearest.retain(|region| region.kind() == kind);
    if name.chars().filter(|sign| sign.is_alphabetic()).count() < SHORTEST_NAME {
        nearest.clear();
    }
    nearest
}

const SHORTEST_NAME: usize = 5;

/// `Kota Contoh` names an invented region, where `Kabupaten ...` and `Kabupaten/Kota` name none.
fn is_invented(written: &str) -> bool {
    let kinds = ["kota", "kabupaten", "provinsi", "nama", "xxxx"];
    written.split_whitespace().next_back().is_some_and(|name| {
        let low = name.to_lowercase();
        low.len() >= SHORTEST_NAME
            && low.chars().all(char::is_alphabetic)
            && !kinds.iter().any(|kind| low.starts_with(kind))
    })
}

impl Own {
    /// From `wilayah`, or the settings; without both, from the name of the unit. Nothing for ministries, agencies,
    /// villages and whatever else is no region: they may speak of every region.
    pub(super) fn of(target: &Target<'_>) -> Option<Self> {
        let all = Regions::builtin();
        let Some(written) = target.home() else {
            let unit = target.top("unit")?.text()?;
            let mentions = all.find_all(unit);
            let [only] = mentions.as_slice() else {
                return None;
            };
            let region = only
                .region()
                .filter(|_| only.certain && only.kind_stated.is_some())?;
            return Some(Self {
                name: region.to_string(),
                regions: vec![region.clone()],
            });
        };
        let regions = match all.parse_one(written) {
            Ok(region) => vec![region.clone()],
            // Misspelt: the regions meant count as the own one.
            Err(RegionError::Unknown {
                kind,
                name,
                nearest,
                ..
            }) => meant(kind, &name, nearest),
            Err(
                RegionError::WrongKind { regions, .. } | RegionError::Ambiguous { regions, .. },
            ) => regions,
            Err(RegionError::Renamed { now, .. }) => vec![*now],
            Err(RegionError::NoName { .. }) if is_invented(written) => Vec::new(),
            Err(RegionError::NotARegion | RegionError::NoName { .. }) => return None,
        };
        Some(Self {
            regions,
            name: written.split_whitespace().collect::<Vec<_>>().join(" "),
        })
    }

    /// How the document calls it.
    pub(super) fn name(&self) -> Phrase {
        Phrase::same(self.name.clone())
    }

    /// Whether the text names, with the word for its kind, a region that has nothing to do
    /// with the own one. An invented region lies in no province, so it may name any of them.
    pub(super) fn is_foreign(&self, mention: &Mention<'_>) -> bool {
        if !mention.certain {
            return false;
        }
        if self.regions.is_empty() {
            return mention
                .candidates
                .iter()
                .all(|region| region.kind() != Kind::Province);
        }
        self.regions.iter().all(|own| mention.is_foreign_to(own))
    }

    /// Whether it lies in the same province.
    pub(super) fn is_neighbour(&self, mention: &Mention<'_>) -> bool {
        self.regions.iter().any(|own| {
            let same = |region: &Region| region.province_code() == own.province_code();
            mention.candidates.iter().any(|region| same(region))
        })
    }

    /// The codes of the provinces it may lie in.
    pub(super) fn provinces(&self) -> impl Iterator<Item = &str> {
        self.regions.iter().map(Region::province_code)
    }
}
