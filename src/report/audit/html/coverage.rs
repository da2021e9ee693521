//! Which tasks of each unit its SOPs carry out.

use std::collections::HashMap;

use super::{Report, words};
use crate::corpus;

/// Most tasks in the page.
const MOST_TASKS: usize = 3_000;

/// Most SOPs that belong to no task, of each unit.
const MOST_SOPS: usize = 100;

/// The tasks of all units that tell theirs.
#[derive(Debug)]
pub(super) struct Matrix {
    pub(super) covered: usize,
    pub(super) tasks: usize,
    pub(super) percent: f64,
    pub(super) units: Vec<Unit>,
    pub(super) left_out: usize,
}

/// The tasks of a unit.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) name: String,
    pub(super) covered: usize,
    pub(super) total: usize,
    pub(super) tasks: Vec<Task>,
    pub(super) without: Vec<Sop>,
    pub(super) without_left_out: usize,
}

/// A task of a unit.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) sops: Vec<Sop>,
}

/// An SOP, and where it stands in the page.
#[derive(Debug)]
pub(super) struct Sop {
    pub(super) name: String,
    pub(super) document: Option<usize>,
}

impl Matrix {
    pub(super) fn new(report: &Report<'_>) -> Self {
        let coverage = report.coverage;
        let (covered, tasks) = coverage.covered();
        let documents = report.audit.documents.iter().enumerate();
        let numbers: HashMap<(&str, &str), usize> = documents
            .rev()
            .map(|(number, row)| ((&*row.file.name, row.name()), number))
            .collect();
        let sop = |(file, name): &(String, String)| Sop {
            name: words::plain(name),
            document: numbers.get(&(&**file, &**name)).copied(),
        };
        let mut room = MOST_TASKS;
        let mut units = Vec::with_capacity(coverage.units.len());
        for unit in &coverage.units {
            let shown = unit.tasks.len().min(room);
            room -= shown;
            let task = |task: &corpus::TaskCoverage| Task {
                id: words::plain(&task.id),
                text: words::plain(&task.text),
                sops: task.sops.iter().map(sop).collect(),
            };
            let covered = unit.tasks.iter().filter(|task| !task.sops.is_empty());
            let without = unit.sops_without_task.iter();
            units.push(Unit {
                name: words::plain(&unit.unit),
                covered: covered.count(),
                total: unit.tasks.len(),
                tasks: unit.tasks.iter().take(shown).map(task).collect(),
                without: without.take(MOST_SOPS).map(sop).collect(),
                without_left_out: unit.sops_without_task.len().saturating_sub(MOST_SOPS),
            });
        }
        // The unit with the most gaps first.
        units.sort_by_key(|unit| std::cmp::Reverse(unit.total - unit.covered));
        let shown: usize = units.iter().map(|unit| unit.tasks.len()).sum();
        Self {
            covered,
            tasks,
            percent: super::overview::ratio(covered, tasks) * 100.0,
            left_out: tasks - shown,
            units,
        }
    }
}
