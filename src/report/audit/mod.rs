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
    judge::Judged,
    rule::RuleSet,
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
