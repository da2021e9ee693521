//! Which tasks of a unit its SOPs carry out.
//!
//! A document of kind `tupoksi` lists the tasks of its unit; SOPs of that unit name those they
//! carry out. Made of the facts of the rules whose check is `covers`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Fact, Holder, View, names};
use crate::{lint::CheckedFile, rule::RuleSet};

/// What a fact of the check `covers` is.
pub(crate) mod role {
    /// A task that a unit has.
    pub(crate) const TASK: &str = "tugas";
    /// A task that an SOP names.
    pub(crate) const NAMED: &str = "disebut";
    /// An SOP that names none.
    pub(crate) const NONE: &str = "tanpa";
}

/// Stands between the `id` and the words of a task in what its fact shows.
pub(crate) const BETWEEN: &str = ": ";

/// The tasks of all units that have told theirs, and the SOPs that carry them out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The units that have a document of kind `tupoksi`, by region and name.
    pub units: Vec<UnitCoverage>,
}

/// The tasks of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitCoverage {
    /// The unit, as its first document of tasks writes it.
    pub unit: String,
    /// Its region, where that is known.
    pub region: Option<String>,
    /// Its tasks, in their order.
    pub tasks: Vec<TaskCoverage>,
    /// File and name of its SOPs that name no task of the unit.
    pub sops_without_task: Vec<(String, String)>,
}

/// A task of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskCoverage {
    /// Its `id`; its position from 1 where it has none.
    pub id: String,
    /// Its words, shortened.
    pub text: String,
    /// File and name of the SOPs that name it.
    pub sops: Vec<(String, String)>,
}

impl Coverage {
    /// Tasks that some SOP carries out, and all tasks.
    pub fn covered(&self) -> (usize, usize) {
        let tasks = || self.units.iter().flat_map(|unit| &unit.tasks);
        let covered = tasks().filter(|task| !task.sops.is_empty()).count();
        (covered, tasks().count())
    }
}

/// The matrix of units, tasks and SOPs; empty where no unit tells its tasks.
///
/// The files must be in the order of their names.
pub fn coverage(files: &[CheckedFile], rules: &RuleSet) -> Coverage {
    let is_told = |id: &_| {
        let across = rules.rule(*id).check().across();
        across.is_some_and(super::Across::tells_coverage)
    };
    let Some(told) = rules.ids().find(is_told) else {
        return Coverage::default();
    };
    let view = View::new(files, told);
    let units = units(&view)
        .into_values()
        .filter(|unit| !unit.tasks.is_empty());
    Coverage {
        units: units.map(|unit| unit.coverage()).collect(),
    }
}

/// What is known of a unit.
#[derive(Debug, Default)]
pub(crate) struct Unit<'v, 'a> {
    /// Its tasks, each with its document.
    pub(crate) tasks: Vec<(&'v Holder<'a>, &'a Fact)>,
    /// Its SOPs, each with what it says of tasks.
    pub(crate) sops: Vec<&'v Holder<'a>>,
}

/// All units, by region and name; documents that do not say their unit belong to none.
pub(crate) fn units<'v, 'a>(view: &'v View<'a>) -> BTreeMap<(String, String), Unit<'v, 'a>> {
    let mut units: BTreeMap<_, Unit<'_, '_>> = BTreeMap::new();
    for holder in view.holders() {
        let name = names::unit(holder.document);
        if name.is_empty() {
            continue;
        }
        let unit = units
            .entry((names::region(holder.document), name))
            .or_default();
        let mut is_sop = false;
        for fact in holder.facts {
            match &*fact.role {
                role::TASK => unit.tasks.push((holder, fact)),
                _ => is_sop = true,
            }
        }
        if is_sop {
            unit.sops.push(holder);
        }
    }
    units
}

impl Unit<'_, '_> {
    /// Whether any of its SOPs names a task, known or not.
    pub(crate) fn is_linked(&self) -> bool {
        let mut facts = self.sops.iter().flat_map(|sop| sop.facts);
        facts.any(|fact| fact.role == role::NAMED)
    }

    /// The tasks by what an SOP may call them: their `id` or their words.
    pub(crate) fn index(&self) -> BTreeMap<&str, usize> {
        let mut index = BTreeMap::new();
        for (at, (_, task)) in self.tasks.iter().enumerate() {
            index.entry(&*task.key).or_insert(at);
        }
        for (at, (_, task)) in self.tasks.iter().enumerate() {
            index.entry(&*task.value).or_insert(at);
        }
        index
    }

    fn coverage(&self) -> UnitCoverage {
        let first = self.tasks.first().map(|(holder, _)| holder.document);
        let index = self.index();
        let task = |(_, fact): &(_, &Fact)| {
            let (id, text) = fact.shown.split_once(BETWEEN).unwrap_or((&fact.key, ""));
            TaskCoverage {
                id: id.to_owned(),
                text: text.to_owned(),
                sops: Vec::new(),
            }
        };
        let mut tasks: Vec<_> = self.tasks.iter().map(task).collect();
        let mut without = Vec::new();
        for sop in &self.sops {
            let name = names::document_shown(sop.document, sop.file);
            let entry = (sop.file.to_owned(), name);
            let named = sop.facts.iter().filter(|fact| fact.role == role::NAMED);
            let mut has_task = false;
            for at in named.filter_map(|fact| index.get(&*fact.key)) {
                has_task = true;
                if let Some(task) = tasks.get_mut(*at)
                    && !task.sops.contains(&entry)
                {
                    task.sops.push(entry.clone());
                }
            }
            if !has_task {
                without.push(entry);
            }
        }
        UnitCoverage {
            unit: first.map(names::unit_shown).unwrap_or_default(),
            region: first.and_then(|document| document.region.clone()),
            tasks,
            sops_without_task: without,
        }
    }
}
