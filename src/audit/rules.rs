//! What mending the findings of one rule everywhere would gain.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Row,
    group::{count, rounded},
    kind_of,
};
use crate::{
    finding::{Finding, RuleId},
    judge::{State, breaks},
    lint::CheckedFile,
    rule::RuleSet,
};

/// A rule with its findings in all documents, and in files outside of documents.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleRow {
    /// The rule.
    pub rule: RuleId,
    /// Its findings, those included that belong to a file and to none of its documents, so that
    /// those of all rules add up to those of the audit.
    pub findings: usize,
    /// Documents with at least one of them; none where all belong to files.
    pub documents: usize,
    /// How far the overall score would rise if all of them were mended, in points.
    pub gain: f64,
}

/// The rules with findings, the one that gains most first.
pub(super) fn rows(documents: &[Row<'_>], files: &[CheckedFile], rules: &RuleSet) -> Vec<RuleRow> {
    let mut counts: BTreeMap<RuleId, (usize, usize, f64)> = BTreeMap::new();
    for row in documents {
        let mut seen = BTreeSet::new();
        for finding in &row.document.findings {
            let entry = counts.entry(finding.rule).or_default();
            entry.0 += 1;
            entry.1 += usize::from(seen.insert(finding.rule));
        }
        for (rule, points) in points(row, rules) {
            counts.entry(rule).or_default().2 += points;
        }
    }
    for finding in files.iter().flat_map(|file| &file.findings) {
        counts.entry(finding.rule).or_default().0 += 1;
    }
    let scored = documents.iter().filter(|row| row.score.is_some()).count();
    let row = |(rule, (findings, documents, points)): (_, (_, _, f64))| RuleRow {
        rule,
        findings,
        documents,
        gain: if scored == 0 {
            0.0
        } else {
            rounded(points / count(scored))
        },
    };
    let mut rows: Vec<_> = counts.into_iter().map(row).collect();
    rows.sort_by(|one, other| {
        let by_gain = other.gain.total_cmp(&one.gain);
        by_gain
            .then_with(|| other.findings.cmp(&one.findings))
            .then_with(|| one.rule.cmp(&other.rule))
    });
    rows
}

/// The points a document gains when all errors of one rule are mended: only a component at which
/// no other rule has an error becomes met.
fn points(row: &Row<'_>, rules: &RuleSet) -> Vec<(RuleId, f64)> {
    let document = row.document;
    let pair = document.score.as_ref().zip(kind_of(document, rules));
    let Some((score, kind)) = pair else {
        return Vec::new();
    };
    let hidden = document.suppressed.iter().chain(&document.baselined);
    let all: Vec<&Finding> = document.findings.iter().chain(hidden).collect();
    let states = kind.components.iter().zip(&score.components);
    let not_met = states.filter(|(_, state)| **state == State::NotMet);
    let gained = not_met.filter_map(|(component, _)| {
        let asks = kind.asking_for(&component.key);
        let mut at = all
            .iter()
            .filter(|finding| breaks(finding, &component.key, asks));
        let first = at.next()?.rule;
        let is_alone = at.all(|finding| finding.rule == first);
        is_alone.then(|| (first, score.points(component.weight)))
    });
    gained.collect()
}
