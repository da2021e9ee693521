//! Findings that belong to a file and to none of its documents: what cannot be read, what is
//! empty, comments that silence nothing.

use super::{
    Report,
    findings::{Finder, Shown},
    words,
};
use crate::{finding::Severity, lint::CheckedFile, report::audit::outside};

/// Most files in the page.
const MOST_FILES: usize = 200;

/// Most findings of each file.
const MOST_FINDINGS: usize = 20;

/// The files with findings of their own.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) files: Vec<File>,
    /// Files that are not shown.
    pub(super) left_out: usize,
    /// Findings of all files, shown or not.
    pub(super) error: usize,
    /// See `error`.
    pub(super) warning: usize,
    /// See `error`.
    pub(super) info: usize,
}

/// A file with findings of its own.
#[derive(Debug)]
pub(super) struct File {
    pub(super) name: String,
    pub(super) findings: Vec<Shown>,
    pub(super) left_out: usize,
}

impl Files {
    pub(super) fn new(report: &Report<'_>, finder: &Finder<'_>) -> Self {
        let files = report.judged.files.iter();
        let files: Vec<_> = files.filter(|file| !file.findings.is_empty()).collect();
        let count = |severity| outside(report.judged, severity);
        let file = |file: &&CheckedFile| File {
            name: words::plain(&file.name),
            findings: file
                .findings
                .iter()
                .take(MOST_FINDINGS)
                .map(|one| finder.show(one, None))
                .collect(),
            left_out: file.findings.len().saturating_sub(MOST_FINDINGS),
        };
        Self {
            left_out: files.len().saturating_sub(MOST_FILES),
            error: count(Severity::Error),
            warning: count(Severity::Warning),
            info: count(Severity::Info),
            files: files.iter().take(MOST_FILES).map(file).collect(),
        }
    }
}
