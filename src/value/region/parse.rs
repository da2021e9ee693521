//! Reads a value that is one region.

use std::ops::Range;

use super::data::key;
use super::find::{begins_kind, candidates, find_all, name_at};
use super::kind::{Kind, stated_before};
use super::{Region, Regions};
use crate::value::scan::{Token, TokenKind, tokens};

/// More than this is no value that names one region.
const MOST_BYTES: usize = 400;
/// Names proposed for one that does not exist.
const MOST_NEAREST: usize = 3;

/// Why a value is not the name of one region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegionError {
    /// Something else: a ministry, an agency, a village, or no name at all.
    #[error("not a region")]
    NotARegion,
    /// The kind is there, a name is not: `Kabupaten ...`, `Kabupaten/Kota`.
    #[error("the name of the region is missing")]
    NoName {
        /// The kind, and what stands for the name.
        range: Range<usize>,
    },
    /// No region of that name, in any kind.
    #[error("no {kind} is named `{name}`")]
    Unknown {
        /// The kind in the text.
        kind: Kind,
        /// The name in the text.
        name: String,
        /// Up to three regions with nearly that name, the nearest first.
        nearest: Vec<Region>,
        /// The name.
        range: Range<usize>,
    },
    /// The name is one of another kind: `Kabupaten Surabaya`.
    #[error("there is no {kind} of that name, only {}", list(regions))]
    WrongKind {
        /// The kind in the text.
        kind: Kind,
        /// The regions that have the name.
        regions: Vec<Region>,
        /// Kind and name.
        range: Range<usize>,
    },
    /// The region has another name now: `Kabupaten Pontianak` is Kabupaten Mempawah.
    #[error("the region is now named {now}")]
    Renamed {
        /// The region.
        now: Box<Region>,
        /// Kind and name.
        range: Range<usize>,
    },
    /// Several regions have the name, and the kind is not stated.
    #[error("the name stands for {}", list(regions))]
    Ambiguous {
        /// The regions that have the name.
        regions: Vec<Region>,
        /// The name.
        range: Range<usize>,
    },
}

fn list(regions: &[Region]) -> String {
    regions
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn parse_one<'a>(regions: &'a Regions, text: &str) -> Result<&'a Region, RegionError> {
    if text.len() > MOST_BYTES {
        return Err(RegionError::NotARegion);
    }
    let all = tokens(text);
    let start = all.iter().position(|token| token.kind == TokenKind::Word);
    let start = start.ok_or(RegionError::NotARegion)?;
    let first = all.get(start).ok_or(RegionError::NotARegion)?;
    // Other agencies (`Badan`, `Sekretariat`, `Inspektorat`) may be those of a region.
    let national = [
        "kementerian",
        "kementrian",
        "kemenko",
        "kejaksaan",
        "kepolisian",
        "komisi",
        "lembaga",
        "mahkamah",
        "ombudsman",
        "otorita",
        "direktorat",
        "polri",
        "tni",
    ];
    if first.is_any(&national) {
        return Err(RegionError::NotARegion);
    }
    if let Some(name) = after_kind(&all, start) {
        return named(regions, text, &all, name);
    }
    if let Some(hit) = name_at(regions, &all, start)
        && is_end(&all, hit.end)
    {
        let (found, former, _) = candidates(regions, &hit, None);
        let range = first.range.start..end_of(&all, hit.end);
        return one(found, former, range);
    }
    // A unit in front: `Dinas Kesehatan Kota Pontianak`, `Kecamatan Bojong Kabupaten Pekalongan`.
    let mut mentions = find_all(regions, text);
    mentions.retain(|mention| mention.certain && mention.kind_stated.is_some());
    match mentions.first() {
        Some(mention) => one(
            mention.candidates.clone(),
            mention.former,
            mention.range.clone(),
        ),
        None => Err(RegionError::NotARegion),
    }
}

/// Index of the token behind the kind words the value begins with.
fn after_kind(all: &[Token<'_>], start: usize) -> Option<usize> {
    let mut at = start;
    while all
        .get(at)
        .is_some_and(|token| token.is_any(&["pemerintah", "pemerintahan", "wilayah"]))
    {
        at += 1;
    }
    let mut behind = None;
    // The longest run of kind words: `Kabupaten/Kota`, `Kota Administrasi`, `Wali Kota`.
    for end in at + 1..=(at + 6).min(all.len()) {
        if stated_before(all, end).is_some_and(|stated| stated.start == at) {
            behind = Some(end);
        }
    }
    behind
}

/// Reads the name from token `at` on, the kind stands before it.
fn named<'a>(
    regions: &'a Regions,
    text: &str,
    all: &[Token<'_>],
    at: usize,
) -> Result<&'a Region, RegionError> {
    let stated = stated_before(all, at).ok_or(RegionError::NotARegion)?;
    let from = all.get(stated.start).map_or(0, |token| token.range.start);
    let end = name_end(all, at);
    let whole = all.get(at).map(|first| first.range.start..end_of(all, end));
    let name = whole
        .clone()
        .and_then(|range| text.get(range))
        .unwrap_or_default();
    let Some(whole) = whole.filter(|_| !is_placeholder(name)) else {
        return Err(RegionError::NoName {
            range: from..end_of(all, end).max(from),
        });
    };
    let unknown = |kind| {
        let nearest = nearest(regions, kind, name);
        RegionError::Unknown {
            kind,
            name: name.to_owned(),
            nearest,
            range: whole.clone(),
        }
    };
    let Some(hit) = name_at(regions, all, at) else {
        return Err(stated.kind.map_or(RegionError::NotARegion, unknown));
    };
    if let Some(kind) = stated.kind
        && hit.end < end
        && is_longer_name(regions, kind, all, hit.end, name)
    {
        return Err(unknown(kind));
    }
    let range = from..end_of(all, hit.end);
    let (found, former, fits) = candidates(regions, &hit, stated.kind);
    match stated.kind {
        Some(kind) if !fits => {
            let regions = found.into_iter().cloned().collect();
            Err(RegionError::WrongKind {
                kind,
                regions,
                range,
            })
        }
        _ => one(found, former, range),
    }
}

fn one(found: Vec<&Region>, former: bool, range: Range<usize>) -> Result<&Region, RegionError> {
    match found.as_slice() {
        [] => Err(RegionError::NotARegion),
        [region] if former => Err(RegionError::Renamed {
            now: Box::new((*region).clone()),
            range,
        }),
        [region] => Ok(region),
        _ => {
            let regions = found.into_iter().cloned().collect();
            Err(RegionError::Ambiguous { regions, range })
        }
    }
}

/// Index behind the name: it ends at a sign, another kind word or after five words.
fn name_end(all: &[Token<'_>], at: usize) -> usize {
    let mut end = at;
    while let Some(token) = all.get(end) {
        let inside = match token.kind {
            TokenKind::Word => end == at || !begins_kind(token),
            TokenKind::Number => false,
            TokenKind::Sign => matches!(token.text, "-" | "'" | "." | "’") && end > at,
        };
        if !inside || end >= at + 6 {
            break;
        }
        end += 1;
    }
    end
}

fn end_of(all: &[Token<'_>], end: usize) -> usize {
    end.checked_sub(1)
        .and_then(|at| all.get(at))
        .map_or(0, |token| token.range.end)
}

/// Whether only a full stop, a bracket or another region follows.
fn is_end(all: &[Token<'_>], at: usize) -> bool {
    all.get(at)
        .is_none_or(|token| token.kind == TokenKind::Sign || begins_kind(token))
}

fn is_placeholder(name: &str) -> bool {
    let letters = key(name);
    letters.len() < 2
        || letters.chars().all(|letter| letter == 'x')
        || matches!(
            letters.as_str(),
            "nama" | "anda" | "setempat" | "dan" | "atau" | "abc" | "contoh"
        )
}

/// Whether the words behind a known name make it another, unknown one: `Bandung Baratt`,
/// `Pontianak Barat`. A province, a year or a note may well follow.
fn is_longer_name(regions: &Regions, kind: Kind, all: &[Token<'_>], at: usize, name: &str) -> bool {
    let Some(next) = all.get(at).filter(|token| token.kind == TokenKind::Word) else {
        return false;
    };
    let direction = [
        "utara", "selatan", "barat", "timur", "tengah", "tenggara", "pusat",
    ];
    name_at(regions, all, at).is_none()
        && (next.is_any(&direction)
            || nearest(regions, kind, name).iter().any(|near| {
                near.name.split(' ').count() > 1
                    && strsim::osa_distance(&key(&near.name), &key(name)) <= 2
            }))
}

/// Regions with nearly this name: those of the kind first, then by how near they are.
fn nearest(regions: &Regions, kind: Kind, name: &str) -> Vec<Region> {
    let wanted: String = key(name).chars().take(40).collect();
    let length = wanted.chars().count();
    if length < 3 {
        return Vec::new();
    }
    let mut near: Vec<(usize, bool, &Region)> = Vec::new();
    for region in &regions.list {
        let known = key(&region.name);
        // One letter in four may differ; `Kalimantan` is near to all that begin with it.
        let distance = strsim::osa_distance(&wanted, &known);
        if distance <= (length / 4).max(1) {
            near.push((distance, region.kind != kind, region));
        } else if length >= 5
            && region.kind == kind
            && (known.starts_with(&wanted) || wanted.starts_with(&known))
        {
            near.push((length, false, region));
        }
    }
    near.sort_by_key(|(distance, other_kind, region)| {
        (*distance, *other_kind, region.code.clone())
    });
    near.truncate(MOST_NEAREST);
    near.into_iter()
        .map(|(_, _, region)| region.clone())
        .collect()
}
