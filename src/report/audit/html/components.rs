//! The heat map: which components the documents of each group meet.

use super::{Report, overview::ratio, words};
use crate::{report::audit::component_title, rule::Kind};

/// Most groups in a heat map, the worst first.
const MOST_ROWS: usize = 400;

/// The heat map of one kind of document.
#[derive(Debug)]
pub(super) struct Heat {
    pub(super) kind: String,
    pub(super) heads: Vec<Head>,
    pub(super) rows: Vec<Line>,
    /// All groups together.
    pub(super) all: Vec<Cell>,
    pub(super) documents: usize,
    pub(super) left_out: usize,
}

/// A component.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) reference: String,
}

/// A group.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) documents: usize,
    pub(super) cells: Vec<Cell>,
}

/// The share of documents that meet a component.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Whole percent; none where the component is asked of no document.
    pub(super) percent: Option<usize>,
    /// From 0 for none to 10 for all; 10 only where really all meet it.
    pub(super) class: usize,
    pub(super) met: usize,
    pub(super) of: usize,
}

impl Cell {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 100"
    )]
    fn new((met, of): (usize, usize)) -> Self {
        let share = ratio(met, of);
        // Rounded down: what is not complete must not look complete.
        Self {
            percent: (of > 0).then_some((share * 100.0).floor() as usize),
            class: (share * 10.0).floor() as usize,
            met,
            of,
        }
    }
}

/// A heat map for each kind of document that has components, in the order of the packs.
pub(super) fn heat(report: &Report<'_>) -> Vec<Heat> {
    let kinds = report.rules.kinds().iter();
    kinds
        .filter(|kind| kind.components.len() > 1)
        .filter_map(|kind| of_kind(kind, report))
        .collect()
}

fn of_kind(kind: &Kind, report: &Report<'_>) -> Option<Heat> {
    let audit = report.audit;
    let keys: Vec<&str> = kind.components.iter().map(|one| &*one.key).collect();
    let mut counts = vec![(0, vec![(0, 0); keys.len()]); audit.groups.len()];
    let mut all = vec![(0, 0); keys.len()];
    let mut documents = 0;
    let rows = audit.documents.iter();
    for row in rows.filter(|row| row.document.kind.as_deref() == Some(&kind.name)) {
        if row.components.is_empty() {
            continue;
        }
        documents += 1;
        let Some((number, counts)) = counts.get_mut(row.group) else {
            continue;
        };
        *number += 1;
        for ((key, own), all) in keys.iter().zip(counts).zip(&mut all) {
            if let Some(is_met) = row.components.get(key) {
                for (met, of) in [own, all] {
                    *met += usize::from(*is_met);
                    *of += 1;
                }
            }
        }
    }
    if documents == 0 {
        return None;
    }
    let lines = audit.groups.iter().zip(counts).enumerate();
    let lines = lines.filter(|(_, (_, (number, _)))| *number > 0);
    let line = |(number, (group, (documents, cells))): (usize, (&crate::audit::Group, _))| {
        let cells: Vec<(usize, usize)> = cells;
        Line {
            number,
            name: words::group_name(&group.name, report),
            documents,
            cells: cells.into_iter().map(Cell::new).collect(),
        }
    };
    let mut rows: Vec<Line> = lines.map(line).collect();
    let left_out = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let head = |component: &crate::rule::ComponentSpec| Head {
        title: component_title(kind, &component.key, report.lang),
        reference: component.reference.clone(),
    };
    Some(Heat {
        kind: words::kind(Some(&kind.name), report.rules, report.lang),
        heads: kind.components.iter().map(head).collect(),
        rows,
        all: all.into_iter().map(Cell::new).collect(),
        documents,
        left_out,
    })
}
