//! `drift`: units that serve alike promise the same for the same service.

mod lists;
mod read;
mod single;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    service_names::ServiceNames,
    word_list::{self, NamedList},
    word_pairs::NamedPairs,
};
use crate::{
    corpus::{Across, AcrossHit, Fact, Holder, View, names},
    finding::Hit,
    rule::Environment,
    text::Phrase,
};

/// The fact that stands for the whole value; others stand for its entries.
const WHOLE: &str = "seluruhnya";

/// Fewest units among which some can be odd; of two, nobody knows which.
const FEWEST: usize = 3;

/// Most things of a kind that a message names.
const MOST_NAMED: usize = 4;

/// Most other documents that are named beside a gap.
const MOST_RELATED: usize = 5;

/// The same service of units of one sort (`kecamatan`) and region says the same here. Documents
/// are of one service where the words of their names are the same, leaving out the unit and the
/// region. A unit with several documents of the service that differ does not take part.
///
/// Where more than half of at least three units agree, the others are odd, each on its own; where
/// no such majority is, there is one gap for all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Drift {
    /// As what the node is read.
    #[serde(rename = "as")]
    kind: Kind,
    /// How services are known again.
    names: ServiceNames,
    /// Keys of entries that are mappings, of which the first counts.
    #[serde(default)]
    at: Vec<String>,
    /// Words that do not tell one entry from another.
    #[serde(default)]
    noise: Option<NamedList>,
    /// Words and what else they are called, as `fc = fotokopi`.
    #[serde(default)]
    same: Option<NamedPairs>,
}

/// As what a node is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// Times; what cannot be read, or is not definite, does not take part.
    Duration,
    /// Costs; formulas and what cannot be read do not take part.
    Cost,
    /// A list whose entries are the same where two thirds of their words are.
    Entries,
    /// Regulations; decisions do not take part, since every unit has its own.
    Bases,
}

/// The documents of units that serve alike, about one service; one of each unit.
struct Group<'v, 'a> {
    /// What the units are: `kecamatan`.
    sort: &'v str,
    members: Vec<&'v Holder<'a>>,
}

impl Check for Drift {
    fn arguments(&self) -> &'static [&'static str] {
        &["service", "gap"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        self.names.prepare(environment)?;
        if let Some(noise) = &mut self.noise {
            word_list::prepare([("noise", noise)], environment)?;
        }
        let pairs = self.same.as_mut();
        match pairs.and_then(|pairs| pairs.prepare("same", environment)) {
            Some(mistake) => Err(vec![mistake]),
            None => Ok(()),
        }
    }

    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn across(&self) -> Option<&dyn Across> {
        Some(self)
    }
}

impl Across for Drift {
    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        let unit = target.top("unit").and_then(|unit| unit.text());
        if unit.is_some_and(|unit| self.names.peer(unit).is_some()) {
            self.facts(target, facts);
        }
    }

    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        let mut groups: BTreeMap<_, BTreeMap<String, Vec<_>>> = BTreeMap::new();
        let mut places = self.names.places();
        for holder in view.holders() {
            let document = holder.document;
            let place = places.of(document);
            // Without a region, units of different cities would stand side by side.
            let Some(peer) = place.peer.as_ref().filter(|_| !place.region.is_empty()) else {
                continue;
            };
            let service = places.service(document, &place);
            if service.is_empty() {
                continue;
            }
            let key = (
                &document.kind,
                place.region.clone(),
                peer.sort.clone(),
                service,
            );
            let units = groups.entry(key).or_default();
            units.entry(peer.own.join(" ")).or_default().push(holder);
        }
        for ((_, _, sort, _), units) in &groups {
            let one = |holders: &Vec<_>| one_of(holders);
            let members: Vec<_> = units.values().filter_map(one).collect();
            if members.len() < 2 {
                continue;
            }
            let group = Group { sort, members };
            match self.kind {
                Kind::Duration | Kind::Cost => single::compare(&group, hits),
                Kind::Entries => lists::compare(&group, true, hits),
                Kind::Bases => lists::compare(&group, false, hits),
            }
        }
    }
}

/// The document that stands for a unit: the first, where all of them say the same.
fn one_of<'v, 'a>(holders: &[&'v Holder<'a>]) -> Option<&'v Holder<'a>> {
    let said = |holder: &Holder<'a>| -> BTreeSet<&'a str> {
        holder.facts.iter().map(|fact| &*fact.value).collect()
    };
    let (first, others) = holders.split_first()?;
    let same = others.iter().all(|other| said(other) == said(first));
    same.then_some(*first)
}

/// The fact that stands for the whole value of a document.
fn whole<'a>(holder: &Holder<'a>) -> Option<&'a Fact> {
    holder.facts.iter().find(|fact| fact.role == WHOLE)
}

/// A gap at the whole value of a document.
fn hit(holder: &Holder<'_>, gap: Phrase) -> Option<AcrossHit> {
    let name = names::document_shown(holder.document, holder.file);
    let hit = AcrossHit::new(holder, whole(holder)?);
    Some(
        hit.argument("service", Phrase::same(name))
            .argument("gap", gap),
    )
}

/// With the same place in other documents, as far as they are named.
fn related<'a>(
    mut hit: AcrossHit,
    others: impl IntoIterator<Item = &'a Holder<'a>>,
    message: impl Fn(&str) -> Phrase,
) -> AcrossHit {
    for other in others.into_iter().take(MOST_RELATED) {
        if let Some(fact) = whole(other) {
            let unit = names::unit_shown(other.document);
            hit = hit.related(other, fact, message(&unit));
        }
    }
    hit
}

/// Things in backticks, with `…` where there are more than a message names.
fn quoted<'a>(things: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = things.into_iter();
    let named: Vec<_> = all
        .by_ref()
        .take(MOST_NAMED)
        .map(|one| format!("`{one}`"))
        .collect();
    let more = if all.next().is_some() { ", …" } else { "" };
    format!("{}{more}", named.join(", "))
}
