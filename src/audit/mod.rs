//! A whole city at a glance: every document scored, and the scores of its units.
//!
//! Made of judged findings, so that an audit and a check can never disagree. The score of a group
//! is the mean of the scores of its documents; a document without a score (a kind without
//! components, or one that cannot be read) is counted, but not in the mean.

mod compare;
mod group;
mod last;
mod rules;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use crate::{
    finding::Severity,
    judge::{Judged, Score, State},
    lint::{CheckedDocument, CheckedFile},
    rule::{Kind, RuleSet},
};

use self::group::{Belongs, Key};
pub use self::{
    compare::{Change, Comparison, DocumentChange, FindingCounts, FindingKey, GroupChange, Trend},
    group::{Group, GroupBy},
    last::{Last, LastDocument, LastError},
    rules::RuleRow,
};

/// A whole city at a glance.
#[derive(Debug)]
pub struct Audit<'a> {
    /// The score that is aimed at, 0 to 100.
    pub target: f64,
    /// By what the groups are made.
    pub group_by: GroupBy,
    /// All documents together; findings of files are not among its findings.
    pub overall: Group,
    /// The files, which may have findings that belong to none of their documents.
    pub files: &'a [CheckedFile],
    /// The groups, the worst first.
    pub groups: Vec<Group>,
    /// The documents, by file and position.
    pub documents: Vec<Row<'a>>,
    /// The rules with findings, the one whose mending gains most first.
    pub rules: Vec<RuleRow>,
}

/// A document of an audit.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its file.
    pub file: &'a CheckedFile,
    /// The document.
    pub document: &'a CheckedDocument,
    /// The position of its group among [`Audit::groups`].
    pub group: usize,
    /// Its score, 0 to 100.
    pub score: Option<f64>,
    /// Whether each component that applies is met, by key; shared by documents of a kind of which
    /// all are alike.
    pub components: Arc<BTreeMap<&'a str, bool>>,
    /// Findings by severity.
    pub error: usize,
    /// See `error`.
    pub warning: usize,
    /// See `error`.
    pub info: usize,
}

impl Row<'_> {
    /// How people call it: its name, or its file where it has none.
    pub fn name(&self) -> &str {
        let name = self.document.name.as_deref();
        name.filter(|name| !name.is_empty())
            .unwrap_or(&self.file.name)
    }
}

impl<'a> Audit<'a> {
    /// Sums up judged documents.
    pub fn new(judged: &'a Judged, rules: &'a RuleSet, target: f64, group_by: GroupBy) -> Self {
        let mut documents = Vec::with_capacity(judged.summary.documents);
        let mut known = HashMap::new();
        for file in &judged.files {
            for document in &file.documents {
                let states = document.score.as_ref().map(|score| &*score.components);
                let components = known
                    .entry((document.kind.as_deref(), states))
                    .or_insert_with(|| Arc::new(components(document, rules)));
                documents.push(row(file, document, Arc::clone(components)));
            }
        }
        let (groups, positions) = grouped(&documents, target, group_by);
        for (row, position) in documents.iter_mut().zip(positions) {
            row.group = position;
        }
        Self {
            target,
            group_by,
            overall: Group::new("", documents.iter(), target),
            files: &judged.files,
            rules: rules::rows(&documents, &judged.files, rules),
            groups,
            documents,
        }
    }

    /// The groups by something else than [`Audit::group_by`], the worst first, and for each
    /// document the position of its group among them.
    pub fn groups_by(&self, group_by: GroupBy) -> (Vec<Group>, Vec<usize>) {
        grouped(&self.documents, self.target, group_by)
    }

    /// The documents of a group, the worst first.
    pub fn members(&self, group: usize) -> Vec<&Row<'a>> {
        let rows = self.documents.iter().filter(|row| row.group == group);
        let mut rows: Vec<_> = rows.collect();
        let score = |row: &Row<'_>| row.score.unwrap_or(-1.0);
        rows.sort_by(|one, other| score(one).total_cmp(&score(other)));
        rows
    }
}

/// The groups of documents, the worst first, and the position of each document's group.
fn grouped(documents: &[Row<'_>], target: f64, group_by: GroupBy) -> (Vec<Group>, Vec<usize>) {
    let belongs: Vec<_> = documents
        .iter()
        .map(|row| Belongs::of(row.file, row.document))
        .collect();
    let keys = group_by.keys(&belongs);
    let mut members: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
    for (index, key) in keys.iter().enumerate() {
        members.entry(key).or_default().push(index);
    }
    let group = |members: Vec<usize>| {
        let said = members.iter().filter_map(|&index| belongs.get(index));
        let name = usual(said.map(|of| group_by.said(of)));
        let rows = members.iter().filter_map(|&index| documents.get(index));
        (Group::new(&name, rows, target), members)
    };
    let mut groups: Vec<(Group, Vec<usize>)> = members.into_values().map(group).collect();
    groups.sort_by(|(one, _), (other, _)| one.worst_first(other));
    let mut positions = vec![0; documents.len()];
    for (position, (_, members)) in groups.iter().enumerate() {
        for &member in members {
            if let Some(slot) = positions.get_mut(member) {
                *slot = position;
            }
        }
    }
    let groups = groups.into_iter().map(|(group, _)| group).collect();
    (groups, positions)
}

/// The spelling that most use; of equally many the first in the alphabet.
fn usual(spellings: impl Iterator<Item = String>) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for spelling in spellings {
        *counts.entry(spelling).or_default() += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or_else(String::new, |(spelling, _)| spelling)
}

fn row<'a>(
    file: &'a CheckedFile,
    document: &'a CheckedDocument,
    components: Arc<BTreeMap<&'a str, bool>>,
) -> Row<'a> {
    let count = |severity| {
        let findings = document.findings.iter();
        findings.filter(|found| found.severity == severity).count()
    };
    Row {
        file,
        document,
        group: 0,
        score: document.score.as_ref().map(Score::value),
        components,
        error: count(Severity::Error),
        warning: count(Severity::Warning),
        info: count(Severity::Info),
    }
}

/// The kind of a document.
pub(crate) fn kind_of<'a>(document: &CheckedDocument, rules: &'a RuleSet) -> Option<&'a Kind> {
    let name = document.kind.as_deref()?;
    rules.kinds().iter().find(|kind| kind.name == name)
}

/// Whether each component that applies is met, by key.
pub(crate) fn components<'a>(
    document: &CheckedDocument,
    rules: &'a RuleSet,
) -> BTreeMap<&'a str, bool> {
    let pair = document.score.as_ref().zip(kind_of(document, rules));
    let Some((score, kind)) = pair else {
        return BTreeMap::new();
    };
    let states = kind.components.iter().zip(&score.components);
    states
        .filter(|(_, state)| **state != State::NotApplicable)
        .map(|(component, state)| (&*component.key, *state == State::Met))
        .collect()
}
