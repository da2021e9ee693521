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
                            // Its position in the list is none of its own.
                            let mut known_by = [&task.value, &task.key].into_iter();
                            let known_by = known_by.find(|words| !words.is_empty());
                            let known_by = known_by.map(ToString::to_string);
                            let hit = hit(holder, task).argument("task", words);
                            hits.push(hit.known_by(known_by.unwrap_or_default()));
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

/// By what an id, or the words of a task, is known: `T-01`, `T.1` and `t 01` are one.
fn key(text: &str) -> String {
    let mut key = String::new();
    let mut last = ' ';
    for c in text.chars().flat_map(char::to_lowercase) {
        let is_next = !c.is_alphanumeric() || c.is_ascii_digit() != last.is_ascii_digit();
        if is_next && !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
        let is_leading = c == '0' && key.chars().last().is_none_or(|c| c == ' ');
        if c.is_alphanumeric() && !is_leading {
            key.push(c);
        }
        last = c;
    }
    key.trim_end().to_owned()
}

/// The letter or number with which an entry of a list written by hand begins, and the words after
/// it: `a. menerima surat`, `2) mengelola arsip`.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let (mark, words) = text.trim().split_once(char::is_whitespace)?;
    let id = mark.strip_suffix(['.', ')'])?.trim_start_matches('(');
    let is_letter = id.len() == 1 && id.chars().all(char::is_alphabetic);
    let is_number = (1..=2).contains(&id.len()) && id.chars().all(|c| c.is_ascii_digit());
    (is_letter || is_number).then(|| (id, words.trim_start()))
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
        let in_order = |words| match numbered(words) {
            Some((id, words)) => (id.to_owned(), words),
            None => ((at + 1).to_string(), words),
        };
        let (node, (id, words)) = match document.value(entry) {
            Value::Map => match (part("id"), part("uraian")) {
                (Some((_, id)), Some((node, words))) => (node, (id.to_owned(), words)),
                (None, Some((node, words))) => (node, in_order(words)),
                (Some((node, id)), None) => (node, (id.to_owned(), "")),
                (None, None) => continue,
            },
            _ => match list.with(entry).text() {
                Some(words) => (entry, in_order(words)),
                None => continue,
            },
        };
        let fact = Fact::new(list, node, key(&id)).value(key(words));
        let fact = fact.role(role::TASK);
        facts.push(fact.shown(&format!("{}{BETWEEN}{words}", id.trim())));
    }
}

/// The tasks that an entry of `tupoksi` names.
fn named_tasks(entry: &Target<'_>, facts: &mut Vec<Fact>) {
    let Some(text) = entry.text() else {
        return;
    };
    let mut add = |words: &str| {
        let words = numbered(words).map_or(words, |(_, words)| words);
        let key = key(words);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_makes_no_other_id() {
        for id in ["T-01", "T.1", "t 01", "T01"] {
            assert_eq!(key(id), "t 1", "{id}");
        }
        assert_ne!(key("1.01"), key("10.1"));
        assert_ne!(key("T-10"), key("T-1"));
        assert_eq!(key("Mengelola surat, masuk;"), "mengelola surat masuk");
    }

    #[test]
    fn marks_of_lists_are_no_words() {
        assert_eq!(numbered("a. menerima surat"), Some(("a", "menerima surat")));
        assert_eq!(numbered("(2) arsip"), Some(("2", "arsip")));
        assert_eq!(numbered("T.01 menerima"), None);
        assert_eq!(numbered("Rp. 5"), None);
        assert_eq!(numbered("b."), None);
    }
}
