//! A whole city at a glance, in every form: one screen, tables, a page.

mod csv;
pub mod html;
mod human;
mod json;
mod markdown;
mod xlsx;

use std::io::{self, Write};

use jiff::civil::Date;

use crate::{
    audit::{Audit, Comparison, Group, GroupBy},
    corpus::{Coverage, UnitRevisions},
    finding::Severity,
    judge::Judged,
    rule::{Kind, RuleSet},
    text::{Lang, Phrase},
};

/// A form of an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One screen, for a person at a terminal.
    Human,
    /// One JSON value, as in the output contract.
    Json,
    /// A table of the documents.
    Csv,
    /// A workbook for Excel and LibreOffice.
    Xlsx,
    /// Markdown, for the summary of a job.
    Markdown,
    /// A page for a browser, of one file.
    Html,
}

impl Format {
    /// Whether it is bytes that no screen can show.
    pub fn is_binary(self) -> bool {
        self == Self::Xlsx
    }
}

/// All that a report of an audit tells.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The judged files.
    pub judged: &'a Judged,
    /// The scores, groups and rules.
    pub audit: &'a Audit<'a>,
    /// The rules.
    pub rules: &'a RuleSet,
    /// The audit against the one of last time, where that was asked for.
    pub comparison: Option<&'a Comparison>,
    /// The tasks of the units and the SOPs that carry them out.
    pub coverage: &'a Coverage,
    /// The documents that cite repealed regulations, unit by unit.
    pub revisions: &'a [UnitRevisions],
}

/// How a report of an audit is told.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The language of messages.
    pub lang: Lang,
    /// The day of the run.
    pub today: Date,
    /// Whether to use colour.
    pub colour: bool,
    /// Width of the screen in columns.
    pub width: usize,
    /// Whether to show all groups and documents on the screen.
    pub details: bool,
    /// The lowest overall score that does not make the run fail.
    pub min_score: Option<f64>,
}

/// Writes an audit.
///
/// # Errors
///
/// Those of the writer.
pub fn write(
    format: Format,
    report: &Report<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Html => html::write(report, options, out),
        Format::Human => human::write(report, options, out),
        Format::Json => json::write(report, options, out),
        Format::Csv => csv::write(report, options, out),
        Format::Xlsx => xlsx::write(report, options, out),
        Format::Markdown => markdown::write(report, options, out),
    }
}

impl Report<'_> {
    /// Documents that must be revised as they cite a repealed regulation, and their units.
    fn must_be_revised(&self) -> (usize, usize) {
        let documents = |unit: &UnitRevisions| {
            let places = unit.revisions.iter();
            let places = places.map(|one| (&*one.file, one.document));
            places.collect::<std::collections::BTreeSet<_>>().len()
        };
        let all = self.revisions.iter().map(documents).sum();
        (all, self.revisions.len())
    }
}

/// What a group is called in the head of a table.
fn group_title(group_by: GroupBy) -> Phrase {
    match group_by {
        GroupBy::Unit => Phrase::same("Unit"),
        GroupBy::Region => Phrase::new("Wilayah", "Region"),
        GroupBy::Kind => Phrase::new("Jenis", "Kind"),
        GroupBy::Folder => Phrase::same("Folder"),
    }
}

/// The name of a group, or what stands for it where its documents name none.
fn group_name(group: &Group, group_by: GroupBy, lang: Lang) -> String {
    match (group.name.is_empty(), group_by) {
        (false, _) => group.name.clone(),
        (true, GroupBy::Folder) => ".".to_owned(),
        (true, _) => lang.pick("(tidak disebut)", "(not named)").to_owned(),
    }
}

/// How people call a kind of document; none where no pack knows it.
fn kind_title<'a>(name: &str, rules: &'a RuleSet, lang: Lang) -> Option<&'a str> {
    let mut kinds = rules.kinds().iter();
    let kind = kinds.find(|kind| kind.name == name)?;
    Some(kind.title.get(lang))
}

/// How people call a component of a kind.
fn component_title(kind: &Kind, key: &str, lang: Lang) -> String {
    let form = kind.form.keys.get(key);
    let title = form.and_then(|form| form.title.as_ref());
    title.map_or_else(|| key.replace('_', " "), |title| title.get(lang).to_owned())
}

/// What stands for the files in a table of groups: their findings belong to no group, and without
/// them the rows would not add up to all findings.
fn outside_title(lang: Lang) -> &'static str {
    lang.pick("Berkas, di luar dokumen", "Files, outside of documents")
}

/// Findings of this severity that belong to a file and to none of its documents.
fn outside(judged: &Judged, severity: Severity) -> usize {
    let findings = judged.files.iter().flat_map(|file| &file.findings);
    findings.filter(|one| one.severity == severity).count()
}
