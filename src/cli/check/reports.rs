//! How `sopan check` tells what it found, and where to.

use std::{
    io::{self, Write},
    path::Path,
};

use jiff::civil::Date;

use crate::{
    cli::{
        args::{Asked, Check, FormatArg, Global},
        failure::Failure,
        output::Output,
        run::{is_one_of, pair},
    },
    discover::Discovered,
    finding::Severity,
    judge::Judged,
    lint::CheckedFile,
    report::{self, Format},
    rule::RuleSet,
};

/// The reports that the arguments ask for, in their order.
pub(super) struct Reports<'a> {
    check: &'a Check,
    global: &'a Global,
    reports: Vec<(Format, Output)>,
}

impl<'a> Reports<'a> {
    /// # Errors
    ///
    /// [`Failure`] where the arguments do not say which report goes where.
    pub(super) fn new(check: &'a Check, global: &'a Global) -> Result<Self, Failure> {
        Ok(Self {
            check,
            global,
            reports: reports(&check.asked)?,
        })
    }

    /// The files that are written to; none for standard output.
    pub(super) fn places(&self) -> impl Iterator<Item = Option<&Path>> {
        self.reports.iter().map(|(_, output)| output.path())
    }

    /// A report never takes the place of a document that was just checked.
    pub(super) fn refuse_to_overwrite(
        &self,
        files: &[CheckedFile],
        found: &Discovered,
    ) -> Result<(), Failure> {
        let mut paths = self.places().flatten();
        match paths.find(|path| is_one_of(path, files, found)) {
            Some(path) => Err(Failure::WouldOverwrite(path.to_owned())),
            None => self
                .reports
                .iter()
                .try_for_each(|(_, output)| output.refuse_precious()),
        }
    }

    /// Writes the reports. Where one cannot be written the others still are.
    pub(super) fn write(
        &self,
        judged: &Judged,
        rules: &RuleSet,
        today: Date,
        fail_on: Option<Severity>,
        texts: &report::Texts<'_>,
    ) -> Result<(), Failure> {
        self.write_those(judged, rules, today, fail_on, texts, |_| true)
    }

    fn write_those(
        &self,
        judged: &Judged,
        rules: &RuleSet,
        today: Date,
        fail_on: Option<Severity>,
        texts: &report::Texts<'_>,
        is_wanted: impl Fn(&Output) -> bool,
    ) -> Result<(), Failure> {
        let mut failures = Vec::new();
        for (format, output) in &self.reports {
            if !is_wanted(output) {
                continue;
            }
            let options = report::Options {
                lang: self.global.lang(),
                today,
                colour: output.has_colour(self.global.color),
                width: output.width(),
                most_pictures: self.check.show.0,
                fail_on,
                statistics: self.check.statistics,
                target: self.global.found.run().target.map(|said| said.value),
            };
            let write = |out: &mut dyn Write| {
                report::write_with(*format, judged, rules, &options, texts, out)
            };
            failures.extend(output.write_by(write).err());
        }
        match failures.pop() {
            None => Ok(()),
            Some(last) => {
                for failure in failures {
                    failure.report(self.global);
                }
                Err(last)
            }
        }
    }
}

fn reports(asked: &[Asked<FormatArg>]) -> Result<Vec<(Format, Output)>, Failure> {
    let pairs = pair(asked, FormatArg::Human)?;
    Ok(pairs
        .into_iter()
        .map(|(form, output)| (format(form), output))
        .collect())
}

fn format(format: FormatArg) -> Format {
    match format {
        FormatArg::Human => Format::Human,
        FormatArg::Concise => Format::Concise,
        FormatArg::Json => Format::Json,
        FormatArg::Ndjson => Format::Ndjson,
        FormatArg::Sarif => Format::Sarif,
        FormatArg::Junit => Format::Junit,
        FormatArg::Github => Format::Github,
        FormatArg::Gitlab => Format::Gitlab,
        FormatArg::Markdown => Format::Markdown,
    }
}

impl Reports<'_> {
    /// Writes the reports that go to files. In the place of one for standard output, which holds
    /// a document, one line for each finding goes to standard error.
    ///
    /// # Errors
    ///
    /// As [`Reports::write`].
    pub(super) fn write_aside(
        &self,
        judged: &Judged,
        rules: &RuleSet,
        today: Date,
        fail_on: Option<Severity>,
        texts: &report::Texts<'_>,
    ) -> Result<(), Failure> {
        let is_stdout = |output: &Output| output.path().is_none();
        if self.reports.iter().any(|(_, output)| is_stdout(output)) {
            self.write_lines(judged, rules, today, fail_on);
        }
        self.write_those(judged, rules, today, fail_on, texts, |output| {
            !is_stdout(output)
        })
    }

    fn write_lines(
        &self,
        judged: &Judged,
        rules: &RuleSet,
        today: Date,
        fail_on: Option<Severity>,
    ) {
        let options = report::Options {
            lang: self.global.lang(),
            today,
            colour: false,
            width: Output::Stdout.width(),
            most_pictures: None,
            fail_on,
            ..report::Options::default()
        };
        let mut bytes = Vec::new();
        // Where standard error is closed, nobody is there to be told.
        let _ = report::write(Format::Concise, judged, rules, &options, &mut bytes)
            .and_then(|()| io::stderr().lock().write_all(&bytes));
    }
}
