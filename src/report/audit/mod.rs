//! A whole city at a glance, in every form: one screen, tables, a page.

pub mod html;

use std::io::{self, Write};

use jiff::civil::Date;

use crate::{
    audit::{Audit, Comparison},
    judge::Judged,
    rule::RuleSet,
    text::Lang,
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
        Format::Human | Format::Json | Format::Csv | Format::Xlsx | Format::Markdown => {
            Err(io::ErrorKind::Unsupported.into())
        }
    }
}
