//! The section of each group, with its documents and their findings.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Limits, Report,
    data::Data,
    findings::{Finder, Shown},
    overview::{Score, ratio},
    words,
};
use crate::{
    audit::{Row, kind_of},
    report::audit::component_title,
};

/// A group with its documents.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) region: Option<String>,
    pub(super) score: Option<Score>,
    pub(super) documents: usize,
    pub(super) at_target: usize,
    pub(super) scored: usize,
    /// What most of its documents miss, the most first.
    pub(super) missing: Vec<Missing>,
    pub(super) list: Vec<Document>,
    pub(super) left_out: usize,
}

/// A component that documents of a group do not meet.
#[derive(Debug)]
pub(super) struct Missing {
    pub(super) title: String,
    pub(super) documents: usize,
    pub(super) of: usize,
    pub(super) percent: f64,
}

/// A document.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) file: String,
    pub(super) kind: String,
    pub(super) score: Option<Score>,
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
    pub(super) missing: String,
    pub(super) findings: Findings,
}

/// Where the findings of a document stand.
#[derive(Debug)]
pub(super) enum Findings {
    /// There are none.
    None,
    /// In the markup.
    Here(Vec<Shown>),
    /// In the data; the script shows them.
    InData(usize),
    /// In other reports only, as the page would be too large.
    Elsewhere(usize),
}

/// The groups with their documents, the worst first, as far as the limits go.
pub(super) fn sections(
    report: &Report<'_>,
    finder: &Finder<'_>,
    limits: Limits,
    data: &mut Data,
) -> Vec<Section> {
    let audit = report.audit;
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, row) in audit.documents.iter().enumerate() {
        members.entry(row.group).or_default().push(number);
    }
    for members in members.values_mut() {
        members.sort_by(|&one, &other| worse(audit.documents.get(one), audit.documents.get(other)));
    }
    let shown = worst(report, limits.documents);
    let listed = worst(report, limits.listed);
    let here = in_the_markup(report, limits, &members, &shown);
    let mut sections = Vec::with_capacity(members.len());
    for (number, members) in members {
        let Some(group) = audit.groups.get(number) else {
            continue;
        };
        let rows = members.iter().filter_map(|&member| {
            let row = audit.documents.get(member)?;
            shown.contains(&member).then_some((member, row))
        });
        let list: Vec<Document> = rows
            .map(|(member, row)| {
                document(member, row, here.contains(&member), finder, report, data)
            })
            .collect();
        // The others can still be found in the list of all.
        let others = members.iter().filter(|member| !shown.contains(member));
        for &other in others.filter(|other| listed.contains(other)) {
            if let Some(row) = audit.documents.get(other) {
                data.document(other, row);
            }
        }
        let rows = members
            .iter()
            .filter_map(|&member| audit.documents.get(member));
        sections.push(Section {
            number,
            name: words::group_name(&group.name, report),
            region: group.region.as_deref().map(words::plain),
            score: group.score.map(|score| Score::new(score, report)),
            documents: group.documents,
            at_target: group.at_target,
            scored: group.scored,
            missing: missing(rows, report),
            left_out: members.len() - list.len(),
            list,
        });
    }
    sections
}

/// The worst first; those without a score by their findings, after those with one.
fn worse(one: Option<&Row<'_>>, other: Option<&Row<'_>>) -> std::cmp::Ordering {
    let score = |row: Option<&Row<'_>>| row.and_then(|row| row.score).unwrap_or(f64::INFINITY);
    let counts = |row: Option<&Row<'_>>| row.map(|row| (row.error, row.warning, row.info));
    score(one)
        .total_cmp(&score(other))
        .then_with(|| counts(other).cmp(&counts(one)))
}

/// The worst of all documents.
fn worst(report: &Report<'_>, most: usize) -> BTreeSet<usize> {
    let documents = &report.audit.documents;
    let mut numbers: Vec<usize> = (0..documents.len()).collect();
    if numbers.len() > most {
        numbers.sort_by(|&one, &other| worse(documents.get(one), documents.get(other)));
        numbers.truncate(most);
    }
    numbers.into_iter().collect()
}

/// The documents whose findings stand in the markup: the worst of each group, each group with an
/// equal part of the room.
fn in_the_markup(
    report: &Report<'_>,
    limits: Limits,
    members: &BTreeMap<usize, Vec<usize>>,
    shown: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let count = |&number: &usize| {
        let row = report.audit.documents.get(number);
        row.map_or(0, |row| row.document.findings.len())
    };
    let total: usize = shown.iter().map(count).sum();
    if total <= limits.static_findings {
        return shown.clone();
    }
    let mut here = BTreeSet::new();
    let each = limits.static_findings / members.len().max(1);
    for members in members.values() {
        let mut room = each;
        for member in members.iter().filter(|member| shown.contains(member)) {
            let Some(left) = room.checked_sub(count(member)) else {
                break;
            };
            room = left;
            here.insert(*member);
        }
    }
    here
}

fn document(
    number: usize,
    row: &Row<'_>,
    is_here: bool,
    finder: &Finder<'_>,
    report: &Report<'_>,
    data: &mut Data,
) -> Document {
    let document = row.document;
    let kind = document.kind.as_deref();
    let show = |finding| finder.show(finding, kind);
    let count = document.findings.len();
    data.document(number, row);
    let findings = if count == 0 {
        Findings::None
    } else if is_here {
        Findings::Here(document.findings.iter().map(show).collect())
    } else if data.findings(number, document.findings.iter().map(show)) {
        Findings::InData(count)
    } else {
        Findings::Elsewhere(count)
    };
    Document {
        number,
        name: words::plain(row.name()),
        file: words::plain(&row.file.name),
        kind: words::kind(kind, report.rules, report.lang),
        score: row.score.map(|score| Score::new(score, report)),
        error: row.error,
        warning: row.warning,
        info: row.info,
        missing: unmet(row, report).join(", "),
        findings,
    }
}

/// The components that a document does not meet, in the order of its kind.
fn unmet(row: &Row<'_>, report: &Report<'_>) -> Vec<String> {
    let Some(kind) = kind_of(row.document, report.rules) else {
        return Vec::new();
    };
    let keys = kind.components.iter().map(|component| &*component.key);
    keys.filter(|key| row.components.get(key) == Some(&false))
        .map(|key| component_title(kind, key, report.lang))
        .collect()
}

/// What the documents of a group miss, the most frequent first; one title for all kinds.
fn missing<'a>(rows: impl Iterator<Item = &'a Row<'a>>, report: &Report<'_>) -> Vec<Missing> {
    const MOST: usize = 6;
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in rows {
        let Some(kind) = kind_of(row.document, report.rules) else {
            continue;
        };
        for (key, is_met) in row.components.iter() {
            let title = component_title(kind, key, report.lang);
            let (missing, of) = counts.entry(title).or_default();
            *missing += usize::from(!is_met);
            *of += 1;
        }
    }
    let line = |(title, (documents, of)): (String, (usize, usize))| Missing {
        title,
        documents,
        of,
        percent: ratio(documents, of) * 100.0,
    };
    let mut missing: Vec<_> = counts.into_iter().map(line).collect();
    missing.retain(|one| one.documents > 0);
    missing.sort_by(|one, other| {
        let by_share = other.percent.total_cmp(&one.percent);
        by_share.then_with(|| one.title.cmp(&other.title))
    });
    missing.truncate(MOST);
    missing
}
