//! `partner`: a document of one kind has one of another beside it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    service_names::{ServiceNames, alike},
    word_list::{self, NamedList},
};
use crate::{
    corpus::{Across, AcrossHit, Fact, Holder, View, names},
    document::{KIND_KEY, NodeId},
    finding::Hit,
    rule::Environment,
    text::Phrase,
};

/// The fact of a document that wants a partner.
const WANTS: &str = "perlu";
/// The fact of a document that is one.
const IS: &str = "ada";

/// The root of documents of both kinds. A document of kind `of` has one of kind `by`, of the same
/// unit. Where a unit has none at all, that is one gap, at its first document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Partner {
    /// The kind that has a partner.
    of: String,
    /// The kind of the partner.
    by: String,
    /// How services are known again; without it one partner is enough for all of the unit, or of
    /// the region where the partner is of the whole regional government.
    #[serde(default)]
    names: Option<ServiceNames>,
    /// Words for those who are served: only documents whose actors include one are looked at.
    #[serde(default)]
    served: Option<NamedList>,
    /// Words of the names of documents that need no partner.
    #[serde(default)]
    except: Option<NamedList>,
}

/// Most words that name a part of a unit.
const MOST_WORDS: usize = 12;

/// The documents of a unit.
#[derive(Default)]
struct Unit<'v, 'a> {
    want: Vec<(&'v Holder<'a>, &'a Fact)>,
    have: Vec<&'v Holder<'a>>,
}

/// By region and name of a unit, the units that are named as parts of it: `Bidang Perizinan Dinas
/// Contoh`, `UPTD Puskesmas Melati`.
fn parts<'u, 'v, 'a>(
    units: &'u BTreeMap<(String, String), Unit<'v, 'a>>,
) -> BTreeMap<(&'u str, &'u str), Vec<&'u Unit<'v, 'a>>> {
    let mut parts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for ((region, name), unit) in units.iter().filter(|(_, unit)| !unit.have.is_empty()) {
        for whole in wholes(name) {
            parts.entry((&**region, whole)).or_default().push(unit);
        }
    }
    parts
}

/// The names with which that of a unit ends, of two words at least: those of which it can be a
/// part.
fn wholes(name: &str) -> impl Iterator<Item = &str> {
    let ends = name.match_indices(' ').map(|(at, _)| at + 1);
    let ends = ends.filter_map(|at| name.get(at..));
    ends.filter(|end| end.contains(' ')).take(MOST_WORDS)
}

impl Check for Partner {
    fn arguments(&self) -> &'static [&'static str] {
        &["unit", "service"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if let Some(names) = &mut self.names {
            names.prepare(environment)?;
        }
        let served = self.served.as_mut().map(|list| ("served", list));
        let except = self.except.as_mut().map(|list| ("except", list));
        word_list::prepare(served.into_iter().chain(except), environment)
    }

    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn across(&self) -> Option<&dyn Across> {
        Some(self)
    }
}

impl Across for Partner {
    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        let kind = target.top(KIND_KEY).and_then(|kind| kind.text());
        let kind = kind.map(str::trim).unwrap_or_default();
        let role = match kind {
            _ if kind == self.by => IS,
            _ if kind == self.of && self.is_served(target) => WANTS,
            _ => return,
        };
        let name = target.document.get(NodeId::ROOT, "nama");
        let words = name.and_then(|name| target.document.text(name));
        let is_exempt = |list: &NamedList| words.is_some_and(|words| list.is_in(words));
        if role == WANTS && self.except.as_ref().is_some_and(is_exempt) {
            return;
        }
        let key = names::plain(words.unwrap_or_default());
        facts.push(Fact::new(target, name.unwrap_or(target.node), key).role(role));
    }

    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        let mut units: BTreeMap<(String, String), Unit<'_, '_>> = BTreeMap::new();
        for (holder, fact) in view.facts() {
            let key = (names::region(holder.document), names::unit(holder.document));
            let unit = units.entry(key).or_default();
            match &*fact.role {
                IS => unit.have.push(holder),
                _ => unit.want.push((holder, fact)),
            }
        }
        // What the regional government declares holds for all of its units.
        let all = units.iter().filter(|(_, unit)| !unit.have.is_empty());
        let all = all.filter(|((region, name), _)| names::region_of(name) == *region);
        let for_all: BTreeSet<_> = all.map(|((region, _), _)| region.clone()).collect();
        let parts = parts(&units);
        for ((region, name), unit) in &units {
            let Some((first, fact)) = unit.want.first().filter(|_| !name.is_empty()) else {
                continue;
            };
            // What a part of the unit has, and what it has as a part of another.
            let of_part = parts.get(&(&**region, &**name));
            let of_part = of_part.into_iter().flatten().copied();
            let of_whole =
                wholes(name).filter_map(|whole| units.get(&(region.clone(), whole.to_owned())));
            let have = std::iter::once(unit).chain(of_part).chain(of_whole);
            let mut have = have.flat_map(|unit| &unit.have).peekable();
            if have.peek().is_none() {
                if self.names.is_none() && for_all.contains(region) {
                    continue;
                }
                let service = match unit.want.len() {
                    1 => named(first),
                    count => Phrase::new(
                        format!("satu pun dari {count} layanannya"),
                        format!("any of its {count} services"),
                    ),
                };
                hits.push(hit(first, fact, service));
            } else if let Some(service_names) = &self.names {
                let have = have.map(|have| service_names.service(have.document));
                let have: Vec<_> = have.collect();
                for (holder, fact) in &unit.want {
                    let service = service_names.service(holder.document);
                    if !service.is_empty() && !have.iter().any(|have| alike(have, &service)) {
                        hits.push(hit(holder, fact, named(holder)));
                    }
                }
            }
        }
    }

    fn needs_everything(&self) -> bool {
        true
    }
}

impl Partner {
    /// Whether somebody who is served is among the actors, where that is asked.
    fn is_served(&self, target: &Target<'_>) -> bool {
        let Some(served) = &self.served else {
            return true;
        };
        let flow = target.readings.flow(target.document);
        let mut steps = flow.iter().flat_map(|flow| &flow.steps);
        steps.any(|step| step.actors.iter().any(|actor| served.is_in(&actor.text)))
    }
}

fn named(holder: &Holder<'_>) -> Phrase {
    let name = names::document_shown(holder.document, holder.file);
    Phrase::same(format!("`{name}`"))
}

fn hit(holder: &Holder<'_>, fact: &Fact, service: Phrase) -> AcrossHit {
    let unit = Phrase::same(names::unit_shown(holder.document));
    let hit = AcrossHit::new(holder, fact).argument("unit", unit);
    hit.argument("service", service)
}
