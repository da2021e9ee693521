//! The findings as people and programs read them: one file per format.

pub mod audit;
mod card;
mod closing;
mod concise;
mod escape;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod lines;
mod markdown;
mod picture;
mod sarif;
mod statistics;
mod table;

use std::io::{self, Write};

use jiff::civil::Date;

use crate::{
    finding::Severity, judge::Judged, lint::CheckedFile, rule::RuleSet, sanitize::without_commands,
    source::Source, text::Lang,
};

pub use picture::Painter;
pub(crate) use picture::{Head, Picture};
pub(crate) use table::{Cell, draw as table};

/// A format of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Pictures of the places, for a person at a terminal.
    Human,
    /// One line per finding.
    Concise,
    /// One JSON value, as in the output contract.
    Json,
    /// One JSON value per line: each document or broken file, then the summary.
    Ndjson,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// JUnit XML, for the lists of tests of Jenkins, GitLab and others.
    Junit,
    /// Workflow commands, for remarks in pull requests of GitHub.
    Github,
    /// Code Quality, for merge requests of GitLab.
    Gitlab,
    /// Markdown, for the summary of a job.
    Markdown,
}

/// What a report needs besides the findings.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The language of messages.
    pub lang: Lang,
    /// The day of the run.
    pub today: Date,
    /// Whether to use colour.
    pub colour: bool,
    /// Width of the screen in columns.
    pub width: usize,
    /// Most pictures shown; none for all. Counts and exit codes do not depend on it.
    pub most_pictures: Option<usize>,
    /// The least grave finding that makes the run fail; none where nothing does.
    pub fail_on: Option<Severity>,
    /// Whether to count by rule and by unit.
    pub statistics: bool,
    /// The score that a document should reach, 0 to 100, where the settings name one.
    pub target: Option<f64>,
}

/// The text of a file as it was when it was checked; nothing where that cannot be had any more.
pub type Texts<'a> = dyn Fn(&CheckedFile) -> Option<Source> + 'a;

/// Writes the findings, with those lines around them that they carry.
///
/// # Errors
///
/// Those of the writer.
pub fn write(
    format: Format,
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    write_with(format, judged, rules, options, &|_| None, out)
}

/// As [`write()`], but lines that findings do not carry come from `texts`: only those that are
/// shown need be had.
///
/// # Errors
///
/// Those of the writer.
pub fn write_with(
    format: Format,
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    texts: &Texts<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Human | Format::Concise if options.statistics => {
            statistics::write(judged, rules, options, out)
        }
        Format::Human => in_a_log(out, |out| human::write(judged, rules, options, texts, out)),
        Format::Concise => in_a_log(out, |out| concise::write(judged, rules, options, out)),
        Format::Json => json::write(judged, rules, options, out),
        Format::Ndjson => json::write_lines(judged, rules, options, out),
        Format::Sarif => sarif::write(judged, rules, options, out),
        Format::Junit => junit::write(judged, rules, options, out),
        Format::Github => github::write(judged, rules, options, out),
        Format::Gitlab => gitlab::write(judged, rules, options, out),
        Format::Markdown => markdown::write(judged, rules, options, out),
    }
}

/// Writes what a build service may show line by line, and would take commands from.
fn in_a_log(
    out: &mut dyn Write,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    lines::write_changed(out, without_commands, |out| write(out))
}

/// A finding with the file and document it stands in.
#[derive(Debug, Clone, Copy)]
struct Located<'a> {
    file: &'a CheckedFile,
    document: Option<&'a crate::lint::CheckedDocument>,
    finding: &'a crate::finding::Finding,
}

impl<'a> Located<'a> {
    /// The name of the file.
    fn name(&self) -> &'a str {
        &self.file.name
    }

    fn kind(&self) -> Option<&str> {
        self.document.and_then(|document| document.kind.as_deref())
    }
}

/// All findings in the order of files and places.
fn all(judged: &Judged) -> impl Iterator<Item = Located<'_>> {
    judged.files.iter().flat_map(|file| {
        let of_file = file.findings.iter().map(|finding| (None, finding));
        let of_documents = file
            .documents
            .iter()
            .flat_map(|d| d.findings.iter().map(move |f| (Some(d), f)));
        let mut found: Vec<_> = of_documents.chain(of_file).collect();
        found.sort_by_key(|(_, finding)| (finding.range, finding.rule));
        found.into_iter().map(|(document, finding)| Located {
            file,
            document,
            finding,
        })
    })
}

/// A number as it is written in a language: at most two decimals, none where they are zero.
pub(crate) fn decimal(number: f64, lang: Lang) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    lang.pick(text.replace('.', ","), text.to_owned())
}

/// A score with its grade, like `71,43 (C, kualitas sedang)`.
fn score_words(score: f64, rules: &RuleSet, lang: Lang) -> String {
    let number = decimal(score, lang);
    match rules.grades().of(score) {
        Some(band) => format!("{number} ({}, {})", band.grade, band.title.get(lang)),
        None => number,
    }
}

/// What is wrong and what to do, as sentences.
fn full_text(located: &Located<'_>, rules: &RuleSet, lang: Lang) -> String {
    let rule = rules.rule(located.finding.rule);
    let arguments = &located.finding.arguments;
    let message = rule.message.render(lang, arguments);
    let stop = if message.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("{message}{stop} {}", rule.help.render(lang, arguments))
}
