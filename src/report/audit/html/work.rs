//! What must be revised because a regulation was repealed.

use std::{cmp::Reverse, collections::HashMap};

use super::{Report, findings::severity_title, words};
use crate::corpus;

/// Most lines in the page.
const MOST_LINES: usize = 2_000;

/// Documents that cite regulations no longer in force, by unit.
#[derive(Debug, Default)]
pub(super) struct Work {
    pub(super) units: Vec<Unit>,
    pub(super) documents: usize,
    pub(super) left_out: usize,
}

/// What one unit must revise.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) name: String,
    pub(super) count: usize,
    pub(super) lines: Vec<Line>,
}

/// A repealed regulation that a document cites.
#[derive(Debug)]
pub(super) struct Line {
    /// Its position among the documents of the audit.
    pub(super) document: Option<usize>,
    pub(super) name: String,
    /// From 1.
    pub(super) line: usize,
    pub(super) regulation: String,
    pub(super) replacement: Option<String>,
    /// `error`, `warning` or `info`.
    pub(super) severity: &'static str,
    pub(super) severity_title: &'static str,
}

impl Work {
    /// The unit with the most first.
    pub(super) fn new(report: &Report<'_>) -> Self {
        let documents = report.audit.documents.iter().enumerate();
        let numbers: HashMap<(&str, usize), usize> = documents
            .map(|(number, row)| ((&*row.file.name, row.document.index), number))
            .collect();
        let line = |revision: &corpus::Revision| Line {
            document: numbers.get(&(&*revision.file, revision.document)).copied(),
            name: words::plain(&revision.name),
            line: revision.line,
            regulation: words::plain(&revision.regulation),
            replacement: revision.replacement.as_deref().map(words::plain),
            severity: revision.severity.name(),
            severity_title: severity_title(revision.severity, report.lang),
        };
        let mut work = Self::default();
        for unit in report.revisions {
            let mut documents: Vec<_> = unit
                .revisions
                .iter()
                .map(|one| (&*one.file, one.document))
                .collect();
            documents.sort_unstable();
            documents.dedup();
            work.documents += documents.len();
            work.units.push(Unit {
                name: match &*unit.unit {
                    "" => report
                        .lang
                        .pick("(unit tidak disebut)", "(no unit named)")
                        .to_owned(),
                    name => words::plain(name),
                },
                count: documents.len(),
                lines: unit.revisions.iter().map(line).collect(),
            });
        }
        work.units.sort_by_key(|unit| Reverse(unit.count));
        let mut room = MOST_LINES;
        for unit in &mut work.units {
            let shown = unit.lines.len().min(room);
            work.left_out += unit.lines.len() - shown;
            unit.lines.truncate(shown);
            room -= shown;
        }
        work.units.retain(|unit| !unit.lines.is_empty());
        work
    }
}
