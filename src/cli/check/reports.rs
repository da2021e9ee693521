//! How `sopan check` tells what it found, and where to.

use std::{
    collections::HashSet,
    io::{self, Write},
    path::{Path, PathBuf},
};

use jiff::civil::Date;

use crate::{
    cli::{
        args::{Asked, Check, FormatArg, Global},
        failure::Failure,
        output::Output,
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
            reports: pair(&check.asked)?,
        })
    }

    /// Whether lines of the documents are shown.
    pub(super) fn has_excerpts(&self) -> bool {
        let is_human = |(format, _): &(Format, Output)| *format == Format::Human;
        self.reports.iter().any(is_human) && !self.check.statistics
    }

    /// A report never takes the place of a document that was just checked.
    pub(super) fn refuse_to_overwrite(
        &self,
        files: &[CheckedFile],
        found: &Discovered,
    ) -> Result<(), Failure> {
        let paths = self.reports.iter().filter_map(|(_, output)| output.path());
        match paths.into_iter().find(|path| is_one_of(path, files, found)) {
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
    ) -> Result<(), Failure> {
        self.write_those(judged, rules, today, fail_on, |_| true)
    }

    fn write_those(
        &self,
        judged: &Judged,
        rules: &RuleSet,
        today: Date,
        fail_on: Option<Severity>,
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
            let mut bytes = Vec::new();
            let written = report::write(*format, judged, rules, &options, &mut bytes)
                .map_err(|reason| Failure::Unwritable {
                    path: output.path().map(Path::to_owned),
                    reason,
                })
                .and_then(|()| output.write(&bytes));
            failures.extend(written.err());
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

/// Which report goes where: an `--output` belongs to the `--format` before it. With at most one
/// of each their order does not matter.
fn pair(asked: &[Asked]) -> Result<Vec<(Format, Output)>, Failure> {
    let formats = asked.iter().filter_map(|asked| match asked {
        Asked::Format(form) => Some(format(*form)),
        Asked::Output(_) => None,
    });
    let formats: Vec<_> = formats.collect();
    if let [] | [_] = formats.as_slice() {
        let mut outputs = asked.iter().filter_map(|asked| match asked {
            Asked::Output(path) => Some(path),
            Asked::Format(_) => None,
        });
        let output = outputs
            .next()
            .map_or(Output::Stdout, |path| Output::to(path));
        return match outputs.next() {
            Some(second) => Err(Failure::OutputTwice(second.clone())),
            None => {
                let format = formats.first().copied().unwrap_or(Format::Human);
                Ok(vec![(format, output)])
            }
        };
    }
    let mut reports: Vec<(Format, Option<Output>)> = Vec::new();
    for asked in asked {
        match (asked, reports.last_mut()) {
            (Asked::Format(form), _) => reports.push((format(*form), None)),
            (Asked::Output(path), Some((_, output @ None))) => *output = Some(Output::to(path)),
            (Asked::Output(path), Some(_)) => return Err(Failure::OutputTwice(path.clone())),
            (Asked::Output(path), None) => return Err(Failure::OutputFirst(path.clone())),
        }
    }
    let reports = reports
        .into_iter()
        .map(|(format, output)| (format, output.unwrap_or(Output::Stdout)));
    let reports: Vec<_> = reports.collect();
    let mut seen = HashSet::new();
    for (_, output) in &reports {
        let place = output.path().map(place);
        if !seen.insert(place) {
            return Err(match output.path() {
                Some(path) => Failure::SameOutput(path.to_owned()),
                None => Failure::OneScreen,
            });
        }
    }
    Ok(reports)
}

/// The file that a path leads to, also where it does not exist yet.
fn place(path: &Path) -> PathBuf {
    if let Ok(place) = path.canonicalize() {
        return place;
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok();
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
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
    ) -> Result<(), Failure> {
        let is_stdout = |output: &Output| output.path().is_none();
        if self.reports.iter().any(|(_, output)| is_stdout(output)) {
            self.write_lines(judged, rules, today, fail_on);
        }
        self.write_those(judged, rules, today, fail_on, |output| !is_stdout(output))
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
