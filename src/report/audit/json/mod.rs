//! The output contract for other programs: it may only grow.

mod model;

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use self::model::{
    ChangeOut, ComparisonOut, CountsOut, DocumentChangeOut, DocumentOut, FileOut, GroupChangeOut,
    GroupOut, Overall, Root, RuleOut, Tool, Worst,
};
use super::{Options, Report};
use crate::{
    audit::{Change, Comparison, FindingCounts, FindingKey, Group, GroupBy, Row, Trend},
    finding::{Finding, Fingerprint},
    report::escape,
    rule::RuleSet,
};

/// Version of the contract.
const SCHEMA_VERSION: u32 = 1;
/// Documents that are named as the worst of a unit.
const WORST: usize = 5;

/// Writes one JSON value.
pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let Report {
        judged,
        audit,
        rules,
        comparison,
        coverage,
        revisions,
    } = *report;
    let overall = &audit.overall;
    let (units, positions) = audit.groups_by(GroupBy::Unit);
    let named = units.iter().filter(|unit| !unit.name.is_empty()).count();
    let own = audit.documents.iter().map(|row| row.group);
    let other = audit.group_by != GroupBy::Unit;
    let groups = other.then(|| {
        let positions: Vec<_> = own.collect();
        groups(report, &audit.groups, &positions, false)
    });
    let root = Root {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        today: options.today.to_string(),
        target: audit.target,
        overall: Overall {
            documents: overall.documents,
            units: named,
            score: overall.score,
            grade: grade(overall.score, rules),
            at_target: overall.at_target,
            scored: overall.scored,
            error: judged.summary.error,
            warning: judged.summary.warning,
            info: judged.summary.info,
            suppressed: judged.summary.suppressed,
            unreadable: judged.summary.unreadable,
            skipped: judged.summary.skipped,
        },
        units: self::groups(report, &units, &positions, true),
        group_by: other.then(|| audit.group_by.name()),
        groups,
        documents: audit
            .documents
            .iter()
            .map(|row| document(row, rules))
            .collect(),
        rules: audit
            .rules
            .iter()
            .map(|row| {
                let rule = rules.rule(row.rule);
                RuleOut {
                    rule: &rule.code,
                    name: &rule.name,
                    findings: row.findings,
                    documents: row.documents,
                    gain: row.gain,
                }
            })
            .collect(),
        files: judged
            .files
            .iter()
            .filter(|file| !file.findings.is_empty())
            .map(|file| FileOut {
                file: &file.name,
                unreadable: file.is_unreadable,
                fingerprints: fingerprints(&file.findings, rules),
            })
            .collect(),
        comparison: comparison.map(comparison_out),
        coverage: (!coverage.units.is_empty()).then_some(coverage),
        revisions,
    };
    escape::write_pretty(&root, out)
}

fn grade(score: Option<f64>, rules: &RuleSet) -> Option<&str> {
    let band = rules.grades().of(score?)?;
    Some(&band.grade)
}

fn groups<'a>(
    report: &Report<'a>,
    groups: &[Group],
    positions: &[usize],
    are_units: bool,
) -> Vec<GroupOut<'a>> {
    let mut worst: Vec<Vec<(f64, &'a Row<'a>)>> = vec![Vec::new(); groups.len()];
    for (row, &position) in report.audit.documents.iter().zip(positions) {
        if let (Some(score), Some(of)) = (row.score, worst.get_mut(position)) {
            of.push((score, row));
        }
    }
    let out = |(group, mut worst): (&Group, Vec<(f64, &'a Row<'a>)>)| {
        worst.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let name = (!group.name.is_empty()).then(|| group.name.clone());
        let (unit, name) = if are_units {
            (name, None)
        } else {
            (None, name)
        };
        GroupOut {
            unit,
            name,
            region: group.region.clone(),
            documents: group.documents,
            score: group.score,
            grade: grade(group.score, report.rules),
            at_target: group.at_target,
            scored: group.scored,
            components: group.components.clone(),
            worst: worst
                .into_iter()
                .take(WORST)
                .map(|(score, row)| Worst {
                    file: &row.file.name,
                    index: row.document.index,
                    name: row.document.name.as_deref(),
                    score,
                })
                .collect(),
            error: group.error,
            warning: group.warning,
            info: group.info,
        }
    };
    groups.iter().zip(worst).map(out).collect()
}

fn document<'a>(row: &'a Row<'a>, rules: &'a RuleSet) -> DocumentOut<'a> {
    let document = row.document;
    DocumentOut {
        file: &row.file.name,
        index: document.index,
        kind: document.kind.as_deref(),
        name: document.name.as_deref(),
        unit: document.unit.as_deref(),
        region: document.region.as_deref(),
        score: row.score,
        grade: grade(row.score, rules),
        components: &row.components,
        error: row.error,
        warning: row.warning,
        info: row.info,
        fingerprints: fingerprints(&document.findings, rules),
    }
}

fn fingerprints<'a>(
    findings: &[Finding],
    rules: &'a RuleSet,
) -> BTreeMap<&'a str, Vec<Fingerprint>> {
    let mut by_rule: BTreeMap<&str, Vec<Fingerprint>> = BTreeMap::new();
    for finding in findings {
        let code = &*rules.rule(finding.rule).code;
        by_rule.entry(code).or_default().push(finding.fingerprint);
    }
    by_rule
        .values_mut()
        .for_each(|prints| prints.sort_unstable());
    by_rule
}

fn comparison_out(comparison: &Comparison) -> ComparisonOut<'_> {
    let knows = comparison.knows_findings;
    let counts = |counts: FindingCounts| {
        knows.then_some(CountsOut {
            new: counts.new,
            mended: counts.mended,
            remaining: counts.remaining,
            gone: counts.gone,
        })
    };
    let trends = Trend::ALL.into_iter().map(Trend::name);
    ComparisonOut {
        today: &comparison.today,
        overall: change(comparison.overall),
        at_target_before: comparison.at_target_before,
        documents_by_trend: trends.zip(comparison.went()).collect(),
        findings: counts(comparison.findings),
        groups: comparison
            .groups
            .iter()
            .map(|group| GroupChangeOut {
                name: &group.name,
                trend: group.trend.name(),
                score: change(group.score),
                documents_before: group.documents_before,
                documents_now: group.documents_now,
                findings: counts(group.findings),
            })
            .collect(),
        documents: comparison
            .documents
            .iter()
            .map(|document| DocumentChangeOut {
                file: &document.file,
                index: document.index,
                moved_from: document.moved_from.as_deref(),
                name: document.name.as_deref(),
                trend: document.trend.name(),
                score: change(document.score),
                new: by_rule(&document.new),
                mended: by_rule(&document.mended),
                remaining: document.remaining,
            })
            .collect(),
    }
}

fn by_rule(keys: &[FindingKey]) -> BTreeMap<&str, Vec<&str>> {
    let mut by_rule: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for key in keys {
        by_rule.entry(&key.rule).or_default().push(&key.fingerprint);
    }
    by_rule
}

fn change(change: Change) -> ChangeOut {
    ChangeOut {
        before: change.before,
        now: change.now,
        difference: change.difference(),
    }
}
