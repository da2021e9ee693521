//! How `sopan check` tells what it found, and where to.

use std::{collections::HashSet, path::Path};

use jiff::civil::Date;

use crate::{
    cli::{
        args::{Check, FormatArg, Global},
        failure::Failure,
        output::Output,
    },
    discover::Discovered,
    judge::Judged,
    lint::CheckedFile,
    report::{self, Format},
    rule::RuleSet,
};

/// The report that the arguments ask for.
pub(super) struct Reports<'a> {
    check: &'a Check,
    global: &'a Global,
    format: Format,
    output: Output,
}

impl<'a> Reports<'a> {
    pub(super) fn new(check: &'a Check, global: &'a Global) -> Self {
        let format = match check.format {
            FormatArg::Human => Format::Human,
            FormatArg::Concise => Format::Concise,
            FormatArg::Json => Format::Json,
            FormatArg::Ndjson => Format::Ndjson,
        };
        Self {
            check,
            global,
            format,
            output: Output::new(global),
        }
    }

    /// Whether lines of the documents are shown.
    pub(super) fn has_excerpts(&self) -> bool {
        self.format == Format::Human
    }

    /// A report never takes the place of a document that was just checked.
    pub(super) fn refuse_to_overwrite(
        &self,
        files: &[CheckedFile],
        found: &Discovered,
    ) -> Result<(), Failure> {
        match self.output.path() {
            Some(path) if is_one_of(path, files, found) => {
                Err(Failure::WouldOverwrite(path.to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// Writes the report.
    pub(super) fn write(
        &self,
        judged: &Judged,
        rules: &RuleSet,
        today: Date,
    ) -> Result<(), Failure> {
        let options = report::Options {
            lang: self.global.lang(),
            today,
            colour: self.output.has_colour(self.global.color),
            width: self.output.width(),
            most_pictures: self.check.show.0,
        };
        let mut bytes = Vec::new();
        report::write(self.format, judged, rules, &options, &mut bytes)
            .map_err(|reason| Failure::Unwritable { path: None, reason })?;
        self.output.write(&bytes)
    }
}

/// Whether the report would take the place of a document that was just checked.
fn is_one_of(output: &Path, files: &[CheckedFile], found: &Discovered) -> bool {
    let Ok(output) = output.canonicalize() else {
        return false;
    };
    let checked: HashSet<_> = files.iter().map(|file| file.name.as_str()).collect();
    found
        .files
        .iter()
        .filter(|file| checked.contains(file.name.as_str()))
        .any(|file| file.path.canonicalize().is_ok_and(|path| path == output))
}
