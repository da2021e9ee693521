//! `region`: the region of a document exists, and the document speaks of no other by mistake.

mod mention;
mod own;

use std::collections::BTreeMap;

use serde::Deserialize;

use self::own::Own;
use super::{
    Check, Mistake, Target,
    word_list::{self, NamedList},
};
use crate::{
    document::{MERGE_KEY, NodeId, REGION_KEY, Step, Value},
    finding::{Hit, Severity},
    rule::Environment,
    text::Phrase,
    value::region::{Region, RegionError, Regions},
};

/// Names of regions, compared with the region of the document.
#[derive(Debug, Deserialize)]
#[serde(
    tag = "report",
    rename_all = "snake_case",
    rename_all_fields = "snake_case",
    deny_unknown_fields
)]
pub(super) enum RegionCheck {
    /// The node names a region that does not exist, but nearly.
    Unknown {},
    /// The node names a region with the word for another kind, or a name it no longer has.
    WrongKind {},
    /// The node names a region without saying which of several.
    Ambiguous {},
    /// The document cites the regulation of another region.
    Regulation {
        /// Words that a citation of a regional regulation holds.
        words: NamedList,
        /// Words inside the name of an office of the state: it may cite any region.
        state: NamedList,
        /// Provinces by code, with those they were cut from, whose regulations went on there.
        #[serde(default)]
        born_of: BTreeMap<String, Vec<String>>,
        /// In the same province, regulations before this year may be those of the region it was
        /// cut from: worth knowing, no more.
        #[serde(default)]
        split_before: u16,
    },
    /// The document speaks of the government of another region as its own.
    Government {
        /// Offices of a region: `pemerintah`, `dinas`.
        offices: NamedList,
        /// Words that, before an office, show another region is meant: `dari`, `tujuan`.
        elsewhere: NamedList,
        /// Words that, before an office, show it is the own one: `di lingkungan`, `oleh`.
        ours: NamedList,
        /// Words inside the name of an office of the state, not of a region.
        national: NamedList,
        /// Words inside the name of a unit that is an office of the state: it may speak of any
        /// region.
        state: NamedList,
        /// Keys at the top whose text names the provider.
        provider: Vec<String>,
        /// Keys at the top where other regions have their place.
        skip: Vec<String>,
    },
}

impl Check for RegionCheck {
    fn arguments(&self) -> &'static [&'static str] {
        match self {
            Self::Unknown {} | Self::WrongKind {} | Self::Ambiguous {} => &["value", "advice"],
            _ => &["value", "region", "own"],
        }
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        match self {
            Self::Regulation { words, state, .. } => {
                word_list::prepare([("words", words), ("state", state)], environment)
            }
            Self::Government {
                offices,
                elsewhere,
                ours,
                national,
                state,
                ..
            } => word_list::prepare(
                [
                    ("offices", offices),
                    ("elsewhere", elsewhere),
                    ("ours", ours),
                    ("national", national),
                    ("state", state),
                ],
                environment,
            ),
            _ => Ok(()),
        }
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        match self {
            Self::Unknown {} | Self::WrongKind {} | Self::Ambiguous {} => {
                hits.extend(self.name(target));
            }
            Self::Regulation { state, .. } | Self::Government { state, .. } => {
                let Some(own) = Own::of(target) else { return };
                let unit = target.top("unit").and_then(|unit| unit.text());
                if unit.is_some_and(|unit| state.is_in(unit)) {
                    return;
                }
                let readings = target.readings;
                for (node, mentions) in readings.mentions(target.document).iter() {
                    let node = *node;
                    let top = top_of(target, node);
                    if top.as_deref() == Some(REGION_KEY)
                        || !target.document.is_below(node, target.node)
                    {
                        continue;
                    }
                    hits.extend(match self {
                        Self::Regulation {
                            words,
                            born_of,
                            split_before,
                            ..
                        } => {
                            let cited = mention::Cited {
                                words,
                                born_of,
                                split_before: *split_before,
                            };
                            cited.look(&target.with(node), mentions, &own)
                        }
                        Self::Government {
                            offices,
                            elsewhere,
                            ours,
                            national,
                            provider,
                            skip,
                            ..
                        } => {
                            let spoken = mention::Spoken {
                                offices,
                                elsewhere,
                                ours,
                                national,
                                provider,
                                skip,
                            };
                            spoken.look(&target.with(node), mentions, top.as_deref(), &own)
                        }
                        _ => None,
                    });
                }
            }
        }
    }
}

impl RegionCheck {
    /// Looks at a value that should name one region.
    fn name(&self, target: &Target<'_>) -> Option<Hit> {
        let text = target.text()?;
        let error = Regions::builtin().parse_one(text).err()?;
        let (range, near): (_, Vec<Region>) = match (self, error) {
            (
                Self::Unknown {},
                RegionError::Unknown {
                    kind,
                    name,
                    nearest,
                    range,
                },
            ) => {
                let near = own::meant(kind, &name, nearest);
                if near.is_empty() {
                    return None;
                }
                (range, near)
            }
            (Self::WrongKind {}, RegionError::WrongKind { regions, range, .. })
            | (Self::Ambiguous {}, RegionError::Ambiguous { regions, range, .. }) => {
                (range, regions)
            }
            (Self::WrongKind {}, RegionError::Renamed { now, range }) => (range, vec![*now]),
            _ => return None,
        };
        let hit = target
            .hit_part(range.clone())
            .argument("value", Phrase::same(text.trim().to_owned()))
            .argument("advice", choices(&near));
        // The whole value is the name, and only one can be meant.
        let [only] = near.as_slice() else {
            return Some(hit);
        };
        let plain = matches!(target.document.value(target.node), Value::Scalar { .. });
        let whole = text.trim() == text && text.trim_end().len() == range.end;
        if !plain || !whole || text.contains(',') {
            return Some(hit);
        }
        let span = target.document.place(target.node).part(0..text.len());
        let title = Phrase::new(format!("Tulis `{only}`"), format!("Write `{only}`"));
        Some(hit.fix(title, false, span, only.to_string()))
    }
}

/// `Kota Bogor` atau `Kabupaten Bogor`
fn choices(regions: &[Region]) -> Phrase {
    let join = |word: &str| {
        let names: Vec<String> = regions.iter().map(|region| format!("`{region}`")).collect();
        match names.as_slice() {
            [others @ .., last] if !others.is_empty() => {
                format!("{} {word} {last}", others.join(", "))
            }
            _ => names.concat(),
        }
    };
    Phrase::new(join("atau"), join("or"))
}

/// The key at the top of the document under which a node stands; keys that `<<` takes over stand at
/// the top.
fn top_of(target: &Target<'_>, node: NodeId) -> Option<String> {
    let path = target.document.path_of(node);
    let mut keys = path.steps().iter().filter_map(|step| match step {
        Step::Key(key) if key != MERGE_KEY => Some(key.clone()),
        _ => None,
    });
    keys.next()
}

/// How grave a gap is where the rule's own severity would be too much.
fn lowered(hit: Hit, lower: bool) -> Hit {
    if lower {
        hit.severity(Severity::Info)
    } else {
        hit
    }
}
