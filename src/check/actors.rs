//! `actors`: the actors of the steps and the list of actors agree.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::{Check, Mistake, Target, step, word_list::NamedList, word_pairs::NamedPairs};
use crate::{
    document::{NodeId, Value},
    finding::Hit,
    reading::Step,
    rule::Environment,
    text::Phrase,
};

/// Every actor of a step is in the list of actors, and every actor of the list has a step.
/// Case, spacing and punctuation do not matter. Without a list there is nothing to compare.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Actors {
    /// What to report.
    report: Report,
    /// Short forms of offices with what they stand for, to find the name that is meant.
    short: NamedPairs,
    /// Placeholders, which other rules report.
    unfilled: NamedList,
}

/// What can be wrong between the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Report {
    /// An actor of a step that is not in the list; all its steps are one finding.
    Undeclared,
    /// An actor of the list without a step.
    Unused,
}

/// Most words of all actors of a step; a longer text is no list of names.
const MOST_WORDS_IN_ALL: usize = 64;

/// Longest name in words.
const MOST_WORDS: usize = 16;

/// Most names that are compared letter by letter.
const MOST_COMPARED: usize = 40;

/// Longest text, in bytes, that is searched for names.
const MOST_BYTES: usize = 4096;

/// The name of an actor as written in a step.
pub(super) struct Name {
    /// The text.
    pub(super) text: String,
    /// Where it stands.
    pub(super) node: NodeId,
}

/// An actor of the list.
struct Declared {
    /// As written.
    name: String,
    /// See [`plain`], without short forms.
    plain: String,
    node: NodeId,
}

/// The list of actors.
struct List {
    /// Where each is one entry; a text may name several that nothing tells apart.
    actors: Vec<Declared>,
    /// All of it as one text.
    text: String,
    /// The plain names, each with that of the entry: `ppk` is `Pejabat Pembuat Komitmen (PPK)`.
    known: HashMap<String, String>,
    /// Whether the entries are told apart.
    is_told_apart: bool,
}

impl Check for Actors {
    fn arguments(&self) -> &'static [&'static str] {
        match self.report {
            Report::Undeclared => &["actor", "numbers", "count", "advice"],
            Report::Unused => &["actor"],
        }
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let mistakes: Vec<_> = [
            self.short.prepare("short", environment),
            self.unfilled.prepare("unfilled", environment),
        ]
        .into_iter()
        .flatten()
        .collect();
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(list) = self.list(target) else {
            return;
        };
        let Some(procedure) = target.top("prosedur") else {
            return;
        };
        let steps = target.readings.steps(target.document, procedure.node);
        let mut used = HashSet::new();
        let mut strangers: Vec<(String, Vec<(&Step, Name)>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut has_actors = false;
        for step in steps.iter() {
            for name in of_step(target, step.node) {
                if self.unfilled.is_all_of(&name.text) {
                    continue;
                }
                has_actors = true;
                let plain = plain_name(&name.text);
                let either = brackets(&name.text).into_iter().flatten();
                let mut names = std::iter::once(plain.clone()).chain(either);
                if names.any(|name| list.takes(&name, &mut used)) {
                    continue;
                }
                let at = *known.entry(plain.clone()).or_insert(strangers.len());
                if at == strangers.len() {
                    strangers.push((plain, Vec::new()));
                }
                if let Some((_, uses)) = strangers.get_mut(at) {
                    uses.push((step, name));
                }
            }
        }
        let unused = |actor: &&Declared| !used.contains(&actor.plain);
        let unused: Vec<_> = list.actors.iter().filter(unused).collect();
        let meant: Vec<_> = strangers
            .iter()
            .take(MOST_COMPARED)
            .map(|(plain, _)| self.meant(plain, &list, &unused))
            .collect();
        match self.report {
            Report::Undeclared => {
                for (at, (_, uses)) in strangers.iter().enumerate() {
                    let meant = meant.get(at).copied().flatten();
                    hits.extend(undeclared(&procedure, uses, meant));
                }
            }
            // Steps without any actor are another gap, and so is a name that is only misspelt.
            Report::Unused if has_actors && list.is_told_apart => {
                let is_meant = |actor: &Declared| {
                    let same = |meant: &&Declared| meant.node == actor.node;
                    meant.iter().flatten().any(same)
                };
                for actor in unused.into_iter().filter(|actor| !is_meant(actor)) {
                    let actor_name = Phrase::same(actor.name.clone());
                    let hit = target.with(actor.node).hit();
                    hits.push(hit.argument("actor", actor_name));
                }
            }
            Report::Unused => {}
        }
    }
}

fn undeclared(
    procedure: &Target<'_>,
    uses: &[(&Step, Name)],
    meant: Option<&Declared>,
) -> Option<Hit> {
    let document = procedure.document;
    let (_, first) = uses.first()?;
    let steps: Vec<_> = uses.iter().map(|(step, _)| *step).collect();
    let place = |step: &Step| {
        let name = uses
            .iter()
            .find(|(other, _)| other.position == step.position);
        let node = name.map_or(step.node, |(_, name)| name.node);
        (document.path_of(node), document.place(node).value())
    };
    let words = |step: &Step| {
        let label = &step.label;
        Phrase::new(format!("langkah {label}"), format!("step {label}"))
    };
    let actor = first.text.trim();
    let advice = match meant {
        Some(meant) => Phrase::new(
            format!("Mungkin maksud Anda `{}`; samakan tulisannya.", meant.name),
            format!("Perhaps you mean `{}`; write both alike.", meant.name),
        ),
        None => Phrase::new(
            format!("Tambahkan `{actor}` pada `pelaksana`, atau pakai salah satu nama di sana."),
            format!("Add `{actor}` to `pelaksana`, or use one of the names there."),
        ),
    };
    let mut hit = step::one_gap(procedure, &steps, place, words)?;
    hit.path = document.path_of(first.node);
    Some(
        hit.argument("actor", Phrase::same(actor.to_owned()))
            .argument("advice", advice),
    )
}

impl Actors {
    /// The list of actors; none where there is nothing in it.
    fn list(&self, target: &Target<'_>) -> Option<List> {
        let document = target.document;
        let node = target.top("pelaksana")?.node;
        let mut actors = Vec::new();
        let mut texts = Vec::new();
        let entries = match document.value(node) {
            Value::List => document.items(node),
            _ => std::slice::from_ref(&node),
        };
        for &entry in entries {
            let name = match document.value(entry) {
                Value::Map => ["nama", "jabatan", "pelaksana", "peran", "uraian"]
                    .iter()
                    .find_map(|key| document.get(entry, key)),
                _ => Some(entry),
            };
            let Some((name, node)) = name.and_then(|n| Some((document.text(n)?.trim(), n))) else {
                continue;
            };
            if self.unfilled.is_all_of(name) {
                continue;
            }
            let plain = plain_name(name);
            texts.push(plain.clone());
            let name = name.to_owned();
            actors.push(Declared { name, plain, node });
        }
        let is_told_apart = document.value(node) == Value::List;
        let shorter: Vec<_> = actors.iter().flat_map(without_brackets).collect();
        (!actors.is_empty()).then(|| List {
            known: actors
                .iter()
                .map(|actor| (actor.plain.clone(), actor.plain.clone()))
                .chain(shorter)
                .collect(),
            actors,
            text: format!(" {} ", texts.join(" | ")),
            is_told_apart,
        })
    }

    /// The actor of the list that a name most likely means, an unused one before the others.
    fn meant<'a>(
        &self,
        plain: &str,
        list: &'a List,
        unused: &[&'a Declared],
    ) -> Option<&'a Declared> {
        if !list.is_told_apart {
            return None;
        }
        let wanted = expand(plain, &self.short);
        let of = |actors: &[&'a Declared]| {
            let full = |actor: &Declared| expand(&actor.plain, &self.short);
            let same = actors.iter().find(|actor| full(actor) == wanted);
            let near = || {
                let near = actors.iter().take(MOST_COMPARED).map(|actor| {
                    let length = actor.plain.len().max(plain.len());
                    let distance = strsim::osa_distance(&full(actor), &wanted);
                    (distance * 4 <= length, distance, actor)
                });
                let near = near.filter(|(is_near, ..)| *is_near);
                near.min_by_key(|(_, distance, _)| *distance)
                    .map(|(.., actor)| actor)
            };
            // `Kepala` for `Kepala Dinas`, where only one name is left that it can mean.
            let part = || {
                let holds = |actor: &&&'a Declared| {
                    format!(" {} ", full(actor)).contains(&format!(" {wanted} "))
                        || format!(" {wanted} ").contains(&format!(" {} ", full(actor)))
                };
                let mut parts = actors.iter().take(MOST_COMPARED).filter(holds);
                parts.next().filter(|_| parts.next().is_none())
            };
            same.or_else(near).or_else(part).copied()
        };
        let all: Vec<_> = list.actors.iter().collect();
        of(unused).or_else(|| of(&all))
    }
}

impl List {
    /// Whether a name, in its plain form, is made of nothing but actors of the list; they are
    /// then `used`.
    fn takes(&self, plain: &str, used: &mut HashSet<String>) -> bool {
        if !self.is_told_apart {
            // So long a text is no list of names, and searching it for every step takes long.
            return self.text.len() > MOST_BYTES || self.text.contains(&format!(" {plain} "));
        }
        takes(&self.known, plain, used)
    }
}

/// What stands before brackets in a name, and in them, which both mean the same actor.
fn without_brackets(actor: &Declared) -> Vec<(String, String)> {
    let names = brackets(&actor.name).into_iter().flatten();
    names.map(|name| (name, actor.plain.clone())).collect()
}

/// What stands before brackets in a name, and in them, in the plain form.
fn brackets(name: &str) -> Option<impl Iterator<Item = String> + use<>> {
    let (before, rest) = name.split_once('(')?;
    let within = rest.split(')').next().unwrap_or_default();
    let names = [before, within].map(plain_name).into_iter();
    Some(names.filter(|name| !name.is_empty()))
}

/// Whether a name is actors of the list, joined by words such as `dan`.
fn takes(known: &HashMap<String, String>, plain: &str, used: &mut HashSet<String>) -> bool {
    if let Some(name) = known.get(plain) {
        used.insert(name.clone());
        return true;
    }
    let words: Vec<_> = plain.split(' ').take(MOST_WORDS_IN_ALL + 1).collect();
    if words.len() > MOST_WORDS_IN_ALL {
        return true;
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let longest = (1..=MOST_WORDS.min(words.len() - at))
            .rev()
            .find_map(|length| {
                let name = words.get(at..at + length)?.join(" ");
                Some((length, known.get(&name)?.clone()))
            });
        match (longest, words.get(at)) {
            (Some((length, name)), _) => {
                found.push(name);
                at += length;
            }
            (None, Some(&("dan" | "atau" | "serta" | "bersama" | "dengan"))) => at += 1,
            _ => return false,
        }
    }
    let is_any = !found.is_empty();
    used.extend(found);
    is_any
}

/// The actors of a step, each entry of a list on its own.
pub(super) fn of_step(target: &Target<'_>, step: NodeId) -> Vec<Name> {
    let document = target.document;
    let Some(node) = document.get(step, "pelaksana") else {
        return Vec::new();
    };
    let entries = match document.value(node) {
        Value::List => document.items(node),
        _ => std::slice::from_ref(&node),
    };
    let name = |&node: &NodeId| {
        let text = document.text(node)?.trim().to_owned();
        (!text.is_empty()).then_some(Name { text, node })
    };
    entries.iter().filter_map(name).collect()
}

/// A name in lower case, its words apart by one space, nothing else in it.
fn plain_name(name: &str) -> String {
    let name = name.get(step::behind_mark(name)..).unwrap_or_default();
    // `Kedaruratan & Logistik`
    let name = name.replace('&', " dan ");
    let words = step::words(&name).into_iter();
    let words = words.map(|(word, _)| word.replace('-', " "));
    words.collect::<Vec<_>>().join(" ")
}

/// A name in the plain form, with short forms written out.
pub(super) fn plain(name: &str, short: &NamedPairs) -> String {
    expand(&plain_name(name), short)
}

fn expand(plain: &str, short: &NamedPairs) -> String {
    let words: Vec<_> = plain
        .split(' ')
        .map(|word| short.get(word).unwrap_or(word))
        .collect();
    words.join(" ")
}
