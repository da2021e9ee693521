//! How many findings there are, by rule and by unit.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use serde::Serialize;

use super::{Cell, Options, Painter, all, closing, table};
use crate::{
    finding::Severity,
    judge::Judged,
    rule::RuleSet,
    sanitize::{one_line, without_commands},
};

/// The numbers.
#[derive(Debug, Serialize)]
pub(super) struct Statistics<'a> {
    /// The most frequent rule first.
    pub(super) by_rule: Vec<ByRule<'a>>,
    /// The unit with the most errors first.
    pub(super) by_unit: Vec<ByUnit<'a>>,
}

/// Findings of one rule.
#[derive(Debug, Serialize)]
pub(super) struct ByRule<'a> {
    pub(super) rule: &'a str,
    pub(super) name: &'a str,
    /// The gravest of its findings.
    pub(super) severity: Severity,
    pub(super) findings: usize,
    /// Documents with such a finding; a file that could not be read counts as one.
    pub(super) documents: usize,
}

/// Findings in the documents of one unit.
#[derive(Debug, Serialize)]
pub(super) struct ByUnit<'a> {
    /// Left out for documents that name no unit and files that are no documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<&'a str>,
    pub(super) documents: usize,
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
}

impl<'a> Statistics<'a> {
    pub(super) fn new(judged: &'a Judged, rules: &'a RuleSet) -> Self {
        let mut of_rules: BTreeMap<_, (Severity, usize, BTreeSet<_>)> = BTreeMap::new();
        let mut of_units: BTreeMap<_, ByUnit<'a>> = BTreeMap::new();
        let unit = |document: Option<&'a crate::lint::CheckedDocument>| {
            document.map_or((None, None), |d| (d.unit.as_deref(), d.region.as_deref()))
        };
        let empty = |(unit, region)| ByUnit {
            unit,
            region,
            documents: 0,
            error: 0,
            warning: 0,
            info: 0,
        };
        for document in judged.files.iter().flat_map(|file| &file.documents) {
            let key = unit(Some(document));
            of_units.entry(key).or_insert_with(|| empty(key)).documents += 1;
        }
        for located in all(judged) {
            let finding = located.finding;
            let place = (located.name(), located.document.map(|d| d.index));
            let rule =
                of_rules
                    .entry(finding.rule)
                    .or_insert((finding.severity, 0, BTreeSet::new()));
            rule.0 = rule.0.max(finding.severity);
            rule.1 += 1;
            rule.2.insert(place);
            let key = unit(located.document);
            let of_unit = of_units.entry(key).or_insert_with(|| empty(key));
            match finding.severity {
                Severity::Error => of_unit.error += 1,
                Severity::Warning => of_unit.warning += 1,
                Severity::Info => of_unit.info += 1,
            }
        }
        let by_rule = of_rules.into_iter().map(|(id, (severity, findings, in_))| {
            let rule = rules.rule(id);
            ByRule {
                rule: &rule.code,
                name: &rule.name,
                severity,
                findings,
                documents: in_.len(),
            }
        });
        let mut by_rule: Vec<_> = by_rule.collect();
        // Sorting keeps the order of the codes, and of the names below, among equals.
        by_rule.sort_by_key(|rule| Reverse(rule.findings));
        let mut by_unit: Vec<_> = of_units.into_values().collect();
        by_unit.sort_by_key(|unit| Reverse((unit.error, unit.warning, unit.info)));
        Self { by_rule, by_unit }
    }
}

/// Writes tables for a person.
pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = options.lang;
    let painter = Painter::new(options);
    let statistics = Statistics::new(judged, rules);
    let mut text = String::new();
    let mut section = |title: &str, rows: Vec<Vec<Cell>>| {
        if !rows.is_empty() {
            text.push_str(&format!("{}\n{}\n", painter.strong(title), table(&rows)));
        }
    };
    let row = |rule: &ByRule<'_>| {
        let level = rule.severity.title();
        let level = level.get(lang);
        let documents = rule.documents;
        vec![
            Cell::right(rule.findings.to_string()),
            Cell::painted(painter.level(rule.severity, level), level.chars().count()),
            Cell::left(rule.rule),
            Cell::left(rule.name),
            Cell::left(&lang.pick(
                format!("di {documents} dokumen"),
                format!(
                    "in {documents} document{}",
                    if documents == 1 { "" } else { "s" }
                ),
            )),
        ]
    };
    section(
        lang.pick("Temuan per aturan", "Findings by rule"),
        statistics.by_rule.iter().map(row).collect(),
    );
    let head = [
        lang.pick("galat", "errors"),
        lang.pick("peringatan", "warnings"),
        lang.pick("info", "info"),
        lang.pick("dokumen", "documents"),
    ];
    let mut rows = Vec::new();
    if !statistics.by_unit.is_empty() {
        let mut titles: Vec<_> = head.map(|title| Cell::right(title.to_owned())).into();
        titles.push(Cell::left("unit"));
        rows.push(titles);
    }
    rows.extend(statistics.by_unit.iter().map(|of| {
        let counts = [of.error, of.warning, of.info, of.documents];
        let mut row: Vec<_> = counts.map(|count| Cell::right(count.to_string())).into();
        let unit = of.unit.map_or_else(
            || {
                lang.pick("(unit tidak disebut)", "(no unit named)")
                    .to_owned()
            },
            one_line,
        );
        row.push(Cell::left(&match of.region {
            Some(region) => format!("{unit}, {}", one_line(region)),
            None => unit,
        }));
        row
    }));
    section(lang.pick("Temuan per unit", "Findings by unit"), rows);
    out.write_all(without_commands(&text).as_bytes())?;
    closing::write(judged, options, out)
}
