//! The tables of groups and rules, and what drifts between documents.

use std::collections::{BTreeMap, BTreeSet};

use super::{Report, findings::Finder, overview::Score, words};
use crate::{
    audit::Row,
    finding::{Finding, RuleId, Severity},
    report::decimal,
};

/// Most lines in each list of places.
const MOST_PLACES: usize = 60;

/// A group in the table of groups.
#[derive(Debug)]
pub(super) struct UnitLine {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) region: Option<String>,
    pub(super) documents: usize,
    pub(super) score: Option<Score>,
    pub(super) at_target: usize,
    pub(super) scored: usize,
    pub(super) share: Option<f64>,
    pub(super) share_text: String,
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
}

/// The groups, the worst first.
pub(super) fn units(report: &Report<'_>) -> Vec<UnitLine> {
    let one_region = report.audit.overall.region.is_some();
    let line = |(number, group): (usize, &crate::audit::Group)| UnitLine {
        number,
        name: words::group_name(&group.name, report),
        region: group
            .region
            .as_deref()
            .filter(|_| !one_region)
            .map(words::plain),
        documents: group.documents,
        score: group.score.map(|score| Score::new(score, report)),
        at_target: group.at_target,
        scored: group.scored,
        share: group.share_at_target(),
        share_text: group
            .share_at_target()
            .map(|share| words::percent(share, report.lang))
            .unwrap_or_default(),
        error: group.error,
        warning: group.warning,
        info: group.info,
    };
    report.audit.groups.iter().enumerate().map(line).collect()
}

/// A rule in the table of rules.
#[derive(Debug)]
pub(super) struct RuleLine {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) text: String,
    pub(super) reference: String,
    /// An example, where the words of the rule say little alone.
    pub(super) example: Option<String>,
    /// What its findings are: `error`, `warning` or `info`, the gravest first, each with its word.
    pub(super) severities: Vec<(&'static str, String)>,
    /// The same names with spaces between.
    pub(super) names: String,
    pub(super) rank: usize,
    pub(super) findings: usize,
    pub(super) documents: usize,
    pub(super) gain: f64,
    pub(super) gain_text: String,
}

/// The rules with findings, the one that gains most first.
pub(super) fn rules(report: &Report<'_>, finder: &Finder<'_>) -> Vec<RuleLine> {
    let lang = report.lang;
    let severities = severities(report);
    let line = |row: &crate::audit::RuleRow| {
        let rule = report.rules.rule(row.rule);
        let severities = severities.get(&row.rule).into_iter().flatten();
        let severities: Vec<_> = severities
            .map(|one| (one.name(), one.title().get(lang).to_owned()))
            .collect();
        let names: Vec<_> = severities.iter().map(|(name, _)| *name).collect();
        RuleLine {
            code: rule.code.clone(),
            name: rule.name.clone(),
            text: finder.title(row.rule),
            reference: rule.reference(None).to_owned(),
            example: finder.example(row.rule),
            names: names.join(" "),
            rank: Severity::ALL
                .iter()
                .take_while(|one| !names.contains(&one.name()))
                .count(),
            severities,
            findings: row.findings,
            documents: row.documents,
            gain: row.gain,
            gain_text: decimal(row.gain, lang),
        }
    };
    report.audit.rules.iter().map(line).collect()
}

/// What the findings of each rule are; settings and documents may make them less than the rule
/// says.
fn severities(report: &Report<'_>) -> BTreeMap<RuleId, BTreeSet<Severity>> {
    let rows = report.audit.documents.iter();
    let of_documents = rows.flat_map(|row| &row.document.findings);
    let of_files = report.audit.files.iter().flat_map(|file| &file.findings);
    let mut severities: BTreeMap<RuleId, BTreeSet<Severity>> = BTreeMap::new();
    for finding in of_documents.chain(of_files) {
        severities
            .entry(finding.rule)
            .or_default()
            .insert(finding.severity);
    }
    severities
}

/// What one rule found between documents.
#[derive(Debug)]
pub(super) struct Drift {
    pub(super) code: String,
    pub(super) text: String,
    /// What helps against all of them; none where each has its own.
    pub(super) help: Option<String>,
    pub(super) findings: usize,
    pub(super) documents: usize,
    pub(super) units: usize,
    pub(super) places: Vec<Place>,
    pub(super) left_out: usize,
}

/// A finding with the document it stands in.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) document: usize,
    pub(super) name: String,
    pub(super) unit: String,
    /// Messages, each with its own help where that is not the same for all.
    pub(super) messages: Vec<(String, Option<String>)>,
}

/// What the rules that hold documents against one another found, the most frequent first.
pub(super) fn drift(report: &Report<'_>, finder: &Finder<'_>) -> Vec<Drift> {
    let ids = report.rules.ids();
    let across = ids.filter(|&id| report.rules.rule(id).check().across().is_some());
    let mut drifts: Vec<Drift> = across
        .filter_map(|id| of_rule(id, report, finder))
        .collect();
    drifts.sort_by_key(|drift| std::cmp::Reverse(drift.findings));
    drifts
}

fn of_rule(id: RuleId, report: &Report<'_>, finder: &Finder<'_>) -> Option<Drift> {
    let rule = report.rules.rule(id);
    let mut units = BTreeSet::new();
    let mut helps = BTreeSet::new();
    let mut findings = 0;
    let mut documents = 0;
    let mut places = Vec::new();
    for (number, row) in report.audit.documents.iter().enumerate() {
        let here = of_document(row, id);
        if here.is_empty() {
            continue;
        }
        findings += here.len();
        units.insert(row.group);
        helps.extend(here.iter().map(|one| finder.help(one)));
        if places.len() < MOST_PLACES {
            places.push(place(number, row, &here, report, finder));
        }
        documents += 1;
    }
    // One help for all stands once, at the head.
    let help = helps.pop_first().filter(|_| helps.is_empty());
    if help.is_some() {
        let messages = places.iter_mut().flat_map(|place| &mut place.messages);
        messages.for_each(|(_, own)| *own = None);
    }
    let left_out = documents - places.len();
    (findings > 0).then(|| Drift {
        code: rule.code.clone(),
        text: finder.title(id),
        help,
        findings,
        documents,
        units: units.len(),
        places,
        left_out,
    })
}

fn of_document<'a>(row: &Row<'a>, id: RuleId) -> Vec<&'a Finding> {
    let findings = row.document.findings.iter();
    findings.filter(|finding| finding.rule == id).collect()
}

fn place(
    document: usize,
    row: &Row<'_>,
    findings: &[&Finding],
    report: &Report<'_>,
    finder: &Finder<'_>,
) -> Place {
    let group = report.audit.groups.get(row.group);
    let unit = group.map(|group| words::group_name(&group.name, report));
    Place {
        document,
        name: words::plain(row.name()),
        unit: unit.unwrap_or_default(),
        messages: findings
            .iter()
            .map(|one| (finder.message(one), Some(finder.help(one))))
            .collect(),
    }
}
