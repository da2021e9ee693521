//! `covers`: the tasks of a unit have SOPs, and its SOPs have tasks.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Check, Target, nearest};
use crate::{
    corpus::{Across, AcrossHit, BETWEEN, Fact, Holder, View, names, role, units},
    document::{KIND_KEY, NodeId, Value},
    finding::Hit,
    text::Phrase,
};

/// Longest entry of `tupoksi`, in words, that is taken for a list of ids.
const LONGEST_IDS: usize = 6;

/// What a unit's document of tasks lists under `tugas`, its SOPs name under `tupoksi`; the given
/// node is the root of either. Units that have not told their tasks are left alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Covers {
    /// What to report.
    report: Report,
    /// The kind of document that lists the tasks of a unit.
    tasks_of: String,
}

/// What can be missing between tasks and SOPs.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// A task that no SOP names. Where none of the SOPs of the unit names any, nothing is known.
    TaskWithoutSop,
    /// An SOP names a task that its unit does not have.
    UnknownTask,
    /// An SOP names no task; one gap for all where none of the unit does.
    SopWithoutTask,
}

impl Check for Covers {
    fn arguments(&self) -> &'static [&'static str] {
        &["unit", "task", "gap", "advice"]
    }

    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn across(&self) -> Option<&dyn Across> {
        Some(self)
    }
}

impl Across for Covers {
    fn reading(&self) -> Option<String> {
        Some(format!("covers {}", self.tasks_of))
    }

    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        let kind = target.top(KIND_KEY).and_then(|kind| kind.text());
        if kind.is_some_and(|kind| kind.trim() == self.tasks_of) {
            if let Some(list) = target.top("tugas") {
                tasks(&list, facts);
            }
            return;
        }
        let named = target.top("tupoksi");
        let before = facts.len();
        for node in named
            .iter()
            .flat_map(|named| named.entries(&["id", "uraian"]))
        {
            named_tasks(&target.with(node), facts);
        }
        if facts.len() == before {
            let own = target.document.get(NodeId::ROOT, "nama");
            let node = own.unwrap_or(target.node);
            facts.push(Fact::new(target, node, "").role(role::NONE));
        }
    }

    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        for unit in units(view).into_values() {
            let Some((document, _)) = unit.tasks.first() else {
                continue;
            };
            let shown = Phrase::same(names::unit_shown(document.document));
            let hit = |holder: &Holder<'_>, fact: &Fact| {
                AcrossHit::new(holder, fact).argument("unit", shown.clone())
            };
            match self.report {
                Report::TaskWithoutSop => {
                    if !unit.is_linked() && !unit.sops.is_empty() {
                        continue;
                    }
                    let index = unit.index();
                    let facts = unit.sops.iter().flat_map(|sop| sop.facts);
                    let named = facts.filter_map(|fact| index.get(&*fact.key));
                    let named: BTreeSet<usize> = named.copied().collect();
                    for (at, (holder, task)) in unit.tasks.iter().enumerate() {
                        if !named.contains(&at) {
                            let words = Phrase::same(task.shown.to_string());
                            hits.push(hit(holder, task).argument("task", words));
                        }
                    }
                }
                Report::UnknownTask => {
                    let index = unit.index();
                    for sop in &unit.sops {
                        let named = sop.facts.iter().filter(|fact| fact.role == role::NAMED);
                        for fact in named.filter(|fact| !index.contains_key(&*fact.key)) {
                            let tasks = unit.tasks.iter();
                            let known =
                                tasks.filter_map(|(_, task)| task.shown.split(BETWEEN).next());
                            let advice = advice(&fact.shown, known, document.file);
                            let words = Phrase::same(fact.shown.to_string());
                            let hit = hit(sop, fact).argument("task", words);
                            hits.push(hit.argument("advice", advice));
                        }
                    }
                }
                Report::SopWithoutTask => {
                    let facts = unit.sops.iter().flat_map(|sop| {
                        let none = sop.facts.iter().find(|fact| fact.role == role::NONE);
                        none.map(|fact| (sop, fact))
                    });
                    let facts: Vec<_> = facts.collect();
                    let count = facts.len();
                    if unit.is_linked() || count == 1 {
                        let gap = || {
                            Phrase::new(
                                "SOP ini belum menyebut tugas yang dijalankannya",
                                "This SOP does not name the task it carries out",
                            )
                        };
                        let found = facts.into_iter();
                        hits.extend(found.map(|(sop, fact)| hit(sop, fact).argument("gap", gap())));
                    } else if let Some((sop, fact)) = facts.first() {
                        let gap = Phrase::new(
                            format!(
                                "Belum satu pun dari {count} SOP unit ini menyebut tugas yang dijalankannya"
                            ),
                            format!(
                                "None of the {count} SOPs of this unit names the task it carries out"
                            ),
                        );
                        hits.push(hit(sop, fact).argument("gap", gap));
                    }
                }
            }
        }
    }

    fn needs_everything(&self) -> bool {
        true
    }

    fn tells_coverage(&self) -> bool {
        true
    }
}

/// The tasks of a list.
fn tasks(list: &Target<'_>, facts: &mut Vec<Fact>) {
    let document = list.document;
    let none: [&str; 0] = [];
    for (at, entry) in list.entries(&none).into_iter().enumerate() {
        let part = |key| {
            let node = document.get(entry, key)?;
            Some((node, list.with(node).text()?))
        };
        let (node, id, words) = match document.value(entry) {
            Value::Map => match (part("id"), part("uraian")) {
                (Some((_, id)), Some((node, words))) => (node, id.to_owned(), words),
                (None, Some((node, words))) => (node, (at + 1).to_string(), words),
                (Some((node, id)), None) => (node, id.to_owned(), ""),
                (None, None) => continue,
            },
            _ => match list.with(entry).text() {
                Some(words) => (entry, (at + 1).to_string(), words),
                None => continue,
            },
        };
        let fact = Fact::new(list, node, names::plain(&id));
        let fact = fact.value(names::plain(words)).role(role::TASK);
        facts.push(fact.shown(&format!("{}{BETWEEN}{words}", id.trim())));
    }
}

/// The tasks that an entry of `tupoksi` names.
fn named_tasks(entry: &Target<'_>, facts: &mut Vec<Fact>) {
    let Some(text) = entry.text() else {
        return;
    };
    let mut add = |words: &str| {
        let key = names::plain(words);
        if !key.is_empty() {
            let fact = Fact::new(entry, entry.node, key).shown(words);
            facts.push(fact.role(role::NAMED));
        }
    };
    if names::words(text).len() > LONGEST_IDS {
        return add(text);
    }
    for part in text.split([',', ';', '\n']) {
        add(part);
    }
}

fn advice<'a>(named: &str, known: impl Iterator<Item = &'a str>, file: &str) -> Phrase {
    match nearest(named, known) {
        Some(near) => Phrase::new(
            format!("Mungkin maksudnya `{near}`; daftar tugasnya ada di {file}."),
            format!("Perhaps `{near}` is meant; the tasks are in {file}."),
        ),
        None => Phrase::new(
            format!("Pakai `id` dari daftar tugas di {file}."),
            format!("Use an `id` of the tasks in {file}."),
        ),
    }
}
