//! Documents that belong together.

use std::{cmp::Ordering, collections::BTreeMap, path::Path};

use super::Row;
use crate::lint::{CheckedDocument, CheckedFile};

/// By what documents are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GroupBy {
    /// The unit that provides the service.
    #[default]
    Unit,
    /// The region, ministry or agency.
    Region,
    /// The kind of document.
    Kind,
    /// The folder of the file.
    Folder,
}

/// What a document says of where it belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Belongs<'a> {
    pub(super) file: &'a str,
    pub(super) kind: Option<&'a str>,
    pub(super) unit: Option<&'a str>,
    pub(super) region: Option<&'a str>,
}

impl<'a> Belongs<'a> {
    pub(super) fn of(file: &'a CheckedFile, document: &'a CheckedDocument) -> Self {
        Self {
            file: &file.name,
            kind: document.kind.as_deref(),
            unit: document.unit.as_deref(),
            region: document.region.as_deref(),
        }
    }
}

/// By what a group is known: its name, and the region of a unit, as units of many regions have
/// the same name. Case, spaces and full stops do not make another group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) region: String,
}

impl GroupBy {
    /// The word for it on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Region => "region",
            Self::Kind => "kind",
            Self::Folder => "folder",
        }
    }

    /// The name of the group a document belongs to, as it says it; empty where it does not.
    pub(super) fn said(self, of: &Belongs<'_>) -> String {
        let said = match self {
            Self::Unit => of.unit,
            Self::Region => of.region,
            Self::Kind => of.kind,
            Self::Folder => Path::new(of.file).parent().and_then(Path::to_str),
        };
        let words = said.unwrap_or_default().split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    /// The key of the group of each document.
    pub(super) fn keys(self, documents: &[Belongs<'_>]) -> Vec<Key> {
        let mut keys: Vec<_> = documents
            .iter()
            .map(|of| Key {
                name: match self {
                    Self::Folder => self.said(of),
                    _ => folded(&self.said(of)),
                },
                region: match self {
                    Self::Unit => folded(of.region.unwrap_or_default()),
                    _ => String::new(),
                },
            })
            .collect();
        // A document that names no region belongs to the unit of that name, where there is
        // just one.
        let mut regions: BTreeMap<String, Option<String>> = BTreeMap::new();
        for key in keys.iter().filter(|key| !key.region.is_empty()) {
            let only = || Some(key.region.clone());
            regions
                .entry(key.name.clone())
                .and_modify(|known| *known = known.take().filter(|known| *known == key.region))
                .or_insert_with(only);
        }
        for key in keys.iter_mut().filter(|key| key.region.is_empty()) {
            if let Some(Some(region)) = regions.get(&key.name) {
                key.region.clone_from(region);
            }
        }
        keys
    }
}

/// A name without what two spellings of it may differ in.
pub(super) fn folded(name: &str) -> String {
    let name = name.replace('.', " ").to_lowercase();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Documents that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The unit, region, kind or folder; empty for all documents, and for those that name none.
    pub name: String,
    /// The region of its documents, where all name the same.
    pub region: Option<String>,
    /// Its documents.
    pub documents: usize,
    /// Those that have a score.
    pub scored: usize,
    /// The mean of their scores, 0 to 100, rounded to two decimals.
    pub score: Option<f64>,
    /// Documents whose score is the target or better.
    pub at_target: usize,
    /// The share of its documents that meet each component, 0 to 1.
    pub components: BTreeMap<String, f64>,
    /// Findings by severity.
    pub error: usize,
    /// See `error`.
    pub warning: usize,
    /// See `error`.
    pub info: usize,
}

impl Group {
    pub(super) fn new<'a>(
        name: &str,
        rows: impl Iterator<Item = &'a Row<'a>>,
        target: f64,
    ) -> Self {
        let mut group = Self {
            name: name.to_owned(),
            region: None,
            documents: 0,
            scored: 0,
            score: None,
            at_target: 0,
            components: BTreeMap::new(),
            error: 0,
            warning: 0,
            info: 0,
        };
        let mut sum = 0.0;
        let mut met: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let mut region: Option<Option<&str>> = None;
        for row in rows {
            group.documents += 1;
            group.error += row.error;
            group.warning += row.warning;
            group.info += row.info;
            if let Some(score) = row.score {
                group.scored += 1;
                group.at_target += usize::from(score >= target);
                sum += score;
            }
            for (key, is_met) in row.components.iter() {
                let (count, of) = met.entry(key).or_default();
                *count += usize::from(*is_met);
                *of += 1;
            }
            let own = row.document.region.as_deref();
            region = match region {
                None => Some(own),
                Some(known) if known == own => Some(known),
                Some(_) => Some(None),
            };
        }
        group.region = region.flatten().map(str::to_owned);
        group.score = (group.scored > 0).then(|| rounded(sum / count(group.scored)));
        let share = |(key, (met, of)): (&str, (usize, usize))| {
            (key.to_owned(), (count(met) / count(of) * 1e4).round() / 1e4)
        };
        group.components = met.into_iter().map(share).collect();
        group
    }

    /// The share of its scored documents that reach the target, 0 to 1.
    pub fn share_at_target(&self) -> Option<f64> {
        (self.scored > 0).then(|| count(self.at_target) / count(self.scored))
    }

    pub(super) fn worst_first(&self, other: &Self) -> Ordering {
        // A group without any score comes last: nothing is known of it.
        let score = |group: &Self| group.score.unwrap_or(f64::INFINITY);
        let by_score = score(self).total_cmp(&score(other));
        by_score.then_with(|| self.name.cmp(&other.name))
    }
}

/// A count as a number that can be divided; exact for all counts of documents.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

/// Rounded to two decimals.
pub(super) fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
