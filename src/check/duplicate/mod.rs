//! `duplicate`: no document is there twice, and none keeps the name of the unit it was copied from.

mod copies;
mod read;
mod sketch;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use self::{
    copies::{Copies, group},
    read::Text,
    sketch::Sketch,
};
use super::{
    Check, Mistake, Target,
    service_names::{Peer, ServiceNames},
    word_list::{self, NamedList},
};
use crate::{
    corpus::{Across, AcrossHit, Fact, Holder, View, names},
    finding::Hit,
    rule::Environment,
    text::Phrase,
};

/// The fact that stands for the whole text: its digest and its sketch.
const WHOLE: &str = "naskah";
/// The fact that tells the parts of the text, each with its digest.
const PARTS: &str = "bagian";
/// The keys at the top under which the text names its own unit.
const OWN: &str = "sendiri";
/// Another unit that the text names; the value is the key at the top.
const NAMED: &str = "sebut";
/// The same after a word such as `ke`, where another unit may well be meant.
const TOWARD: &str = "arah";

/// Least share of the text, in percent, that copies have in common.
const COPY: usize = 66;

/// Least share, in percent, that two versions of one text have in common.
const VERSION: usize = 50;

/// Most things of a kind that a message names, and most other documents beside a gap.
const MOST_NAMED: usize = 5;

/// The root of a document. That units share a text is as it should be; what is odd is reported.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Duplicate {
    /// What to report.
    report: Report,
    /// How services are known again.
    names: ServiceNames,
    /// Words before the name of a unit: `kecamatan`, `camat`.
    called: NamedList,
    /// Keys at the top under which a text may well name other units: `dasar_hukum`.
    #[serde(default)]
    except: Vec<String>,
    /// Words after which another unit may be meant, as in `dirujuk ke Puskesmas Melati`: only
    /// where the text it was copied from names itself under the same key is it left over.
    #[serde(default)]
    toward: Vec<String>,
}

/// What can be wrong with texts that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// The same words throughout, head and all.
    Identical,
    /// A copy of the text of another unit of the sort still names that unit.
    LeftOver,
    /// A unit has the same service twice, in texts that are alike but not the same.
    Versions,
}

impl Check for Duplicate {
    fn arguments(&self) -> &'static [&'static str] {
        &["name", "other", "unit", "match", "percent", "differs"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        self.names.prepare(environment)?;
        word_list::prepare([("called", &mut self.called)], environment)
    }

    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn across(&self) -> Option<&dyn Across> {
        Some(self)
    }
}

impl Across for Duplicate {
    fn reading(&self) -> Option<String> {
        let Self {
            report: _,
            names,
            called,
            except,
            toward,
        } = self;
        let sorts = names.sorts();
        Some(format!(
            "duplicate {sorts:?} {called:?} {except:?} {toward:?}"
        ))
    }

    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        let text = Text::of(target);
        if text.is_short() {
            return;
        }
        facts.push(text.whole(target));
        facts.push(text.parts());
        let unit = target.top("unit").and_then(|unit| unit.text());
        if let Some(own) = unit.and_then(|unit| self.names.peer(unit)) {
            self.named(target, &own, facts);
        }
    }

    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        match self.report {
            Report::Identical => identical(view, hits),
            Report::LeftOver => self.left_over(view, hits),
            Report::Versions => self.versions(view, hits),
        }
    }
}

fn identical(view: &View<'_>, hits: &mut Vec<AcrossHit>) {
    let mut by_digest: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (holder, fact) in view.facts().filter(|(_, fact)| fact.role == WHOLE) {
        by_digest.entry(&fact.key).or_default().push((holder, fact));
    }
    for same in by_digest.values() {
        let Some(((first, fact), others)) = same.split_first() else {
            continue;
        };
        for (holder, again) in others {
            let message = Phrase::new("naskah yang sama", "the same text");
            let hit = hit(holder, again, first).known_by(known_by(first));
            hits.push(hit.related(first, fact, message));
        }
    }
}

impl Duplicate {
    fn left_over(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        let mut places = self.names.places();
        // Only texts of units that some other names can be what a name is left over from.
        let named = view.facts().filter(|(_, fact)| names_other(fact));
        let named: BTreeSet<&str> = named.map(|(_, fact)| &*fact.key).collect();
        let is_named = |peer: &Peer| {
            let own = peer.own.join(" ");
            let mut from = named.range(&*own..);
            from.next().is_some_and(|name| name.starts_with(&own))
        };
        let mut known = Copies::default();
        for holder in view.holders() {
            let place = places.of(holder.document);
            if let Some(peer) = place.peer.as_ref().filter(|peer| is_named(peer))
                && let Some(sketch) = sketch(holder)
            {
                known.add(holder, group(holder, &place, peer.clone()), sketch);
            }
        }
        for holder in view.holders() {
            let named = holder.facts.iter().filter(|fact| names_other(fact));
            let mut named = named.peekable();
            if named.peek().is_none() {
                continue;
            }
            let place = places.of(holder.document);
            let Some((peer, own)) = place.peer.as_ref().zip(sketch(holder)) else {
                continue;
            };
            let mut told: Option<(AcrossHit, &str)> = None;
            for fact in named {
                if let Some((hit, name)) = told.take() {
                    let again = *name == *fact.key;
                    let message = Phrase::new("juga di sini", "here too");
                    let hit = if again {
                        hit.related(holder, fact, message)
                    } else {
                        hit
                    };
                    told = Some((hit, name));
                    continue;
                }
                // The words that follow may say more than the name: `Kecamatan Contoh Utara Kota Contoh`.
                let words: Vec<_> = fact.key.split(' ').map(str::to_owned).collect();
                let copy = (1..=words.len()).rev().find_map(|length| {
                    let other = Peer {
                        sort: peer.sort.clone(),
                        own: words.get(..length)?.to_vec(),
                    };
                    let is_other = |from: &Holder<'_>| from.at != holder.at;
                    let admits = |from: &Holder<'_>| is_other(from) && is_left_over(fact, from);
                    known.nearest(&group(holder, &place, other), &own, admits)
                });
                if let Some((percent, other)) = copy {
                    let shown = Phrase::same(fact.shown.to_string());
                    let hit = hit(holder, fact, other)
                        .argument("match", shown)
                        .argument("percent", Phrase::same(percent.to_string()));
                    told = Some((with_copy(hit, other), &fact.key));
                }
            }
            hits.extend(told.map(|(hit, _)| hit));
        }
    }

    fn versions(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        let mut groups: BTreeMap<_, Vec<&Holder<'_>>> = BTreeMap::new();
        let mut places = self.names.places();
        for holder in view.holders() {
            let document = holder.document;
            let place = places.of(document);
            let (unit, service) = (names::unit(document), places.service(document, &place));
            if !unit.is_empty() && !service.is_empty() {
                let key = (place.region.clone(), &document.kind, unit, service);
                groups.entry(key).or_default().push(holder);
            }
        }
        for group in groups.values() {
            let Some((first, others)) = group.split_first() else {
                continue;
            };
            for holder in others {
                let (Some(whole), Some(known)) = (whole(holder), whole(first)) else {
                    continue;
                };
                let pair = sketch(holder).zip(sketch(first));
                let percent = pair.map_or(0, |(one, other)| one.percent(&other));
                if whole.key == known.key || percent < VERSION {
                    continue;
                }
                let hit = hit(holder, whole, first)
                    .known_by(known_by(first))
                    .argument("percent", Phrase::same(percent.to_string()));
                hits.push(with_copy(hit, first));
            }
        }
    }
}

fn names_other(fact: &Fact) -> bool {
    fact.role == NAMED || fact.role == TOWARD
}

/// Whether a name can be left over from a text.
fn is_left_over(fact: &Fact, from: &Holder<'_>) -> bool {
    let mut own = from.facts.iter().filter(|fact| fact.role == OWN);
    fact.role == NAMED || own.any(|own| own.value == fact.value)
}

fn whole<'a>(holder: &Holder<'a>) -> Option<&'a Fact> {
    holder.facts.iter().find(|fact| fact.role == WHOLE)
}

fn sketch(holder: &Holder<'_>) -> Option<Sketch> {
    Sketch::parse(&whole(holder)?.value)
}

/// A gap of a document that is like another.
fn hit(holder: &Holder<'_>, fact: &Fact, other: &Holder<'_>) -> AcrossHit {
    let name = names::document_shown(holder.document, holder.file);
    let place = if other.at.file == holder.at.file {
        let number = other.at.document + 1;
        Phrase::new(
            format!("dokumen ke-{number} berkas ini"),
            format!("document {number} of this file"),
        )
    } else {
        Phrase::same(other.file.to_owned())
    };
    AcrossHit::new(holder, fact)
        .argument("name", Phrase::same(name))
        .argument("other", place)
        .argument("unit", Phrase::same(names::unit_shown(other.document)))
        .argument("differs", differs(holder, other))
}

/// By what a document is known again when its text has changed: what it is, and of whom.
fn known_by(holder: &Holder<'_>) -> String {
    let document = holder.document;
    let name = names::document_shown(document, holder.file);
    let kind = document.kind.as_deref().unwrap_or_default();
    let (region, unit) = (names::region(document), names::unit(document));
    [kind, &region, &unit, &names::plain(&name)].join("/")
}

fn with_copy(hit: AcrossHit, other: &Holder<'_>) -> AcrossHit {
    match whole(other) {
        Some(fact) => hit.related(
            other,
            fact,
            Phrase::new("naskah yang mirip", "the text like it"),
        ),
        None => hit,
    }
}

/// The keys whose texts differ.
fn differs(one: &Holder<'_>, other: &Holder<'_>) -> Phrase {
    let parts = |holder: &Holder<'_>| -> BTreeSet<String> {
        let parts = holder.facts.iter().filter(|fact| fact.role == PARTS);
        parts
            .flat_map(|fact| fact.value.split(' ').map(str::to_owned))
            .collect()
    };
    let (one, other) = (parts(one), parts(other));
    let key = |part: &String| part.split_once(':').map(|(key, _)| format!("`{key}`"));
    let keys: BTreeSet<_> = one.symmetric_difference(&other).filter_map(key).collect();
    let mut keys: Vec<_> = keys.into_iter().collect();
    if keys.is_empty() {
        return Phrase::new("susunannya", "the order");
    }
    if keys.len() > MOST_NAMED {
        keys.truncate(MOST_NAMED);
        keys.push("…".to_owned());
    }
    Phrase::same(keys.join(", "))
}
