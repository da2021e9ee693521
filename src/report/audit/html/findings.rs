//! Findings as they are read in the page.

use std::collections::BTreeMap;

use super::{Report, words};
use crate::{
    finding::{Finding, RuleId, Severity},
    sanitize::one_line,
    text::Lang,
};

/// Most files that belong to no document.
const MOST_FILES: usize = 200;

/// A finding, every text in the language of the page.
#[derive(Debug)]
pub(super) struct Shown {
    /// `error`, `warning` or `info`.
    pub(super) severity: &'static str,
    pub(super) severity_title: &'static str,
    pub(super) rank: usize,
    pub(super) message: String,
    pub(super) help: String,
    /// Rule and article, and the line where no text of it is shown.
    pub(super) source: String,
    pub(super) lines: Vec<Line>,
    /// What belongs to it in other files.
    pub(super) related: Vec<String>,
}

/// A line of a document.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) number: usize,
    /// Every second part is what the finding is about.
    pub(super) parts: Vec<String>,
}

/// Most other places that are named with a finding.
const MOST_RELATED: usize = 6;

/// From 0 for an error to 2.
pub(super) fn rank(severity: Severity) -> usize {
    let all = Severity::ALL.iter();
    all.take_while(|one| **one != severity).count()
}

/// Makes findings ready to be shown.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    report: Report<'a>,
    titles: BTreeMap<RuleId, String>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(report: &Report<'a>) -> Self {
        Self {
            report: *report,
            titles: titles(report),
        }
    }

    /// What the findings of a rule are about.
    pub(super) fn title(&self, rule: RuleId) -> String {
        self.titles.get(&rule).cloned().unwrap_or_default()
    }

    /// What is wrong.
    pub(super) fn message(&self, finding: &Finding) -> String {
        let rule = self.report.rules.rule(finding.rule);
        let text = rule.message.render(self.report.lang, &finding.arguments);
        one_line(&text)
    }

    /// Everything a person needs to mend it.
    pub(super) fn show(&self, finding: &Finding, kind: Option<&str>) -> Shown {
        let Report { lang, rules, .. } = self.report;
        let rule = rules.rule(finding.rule);
        let line = |(number, parts): (usize, Vec<&str>)| Line {
            number,
            parts: parts.into_iter().map(str::to_owned).collect(),
        };
        let excerpt = finding.excerpt.as_deref();
        let excerpt = excerpt.filter(|excerpt| !excerpt.is_empty());
        let elsewhere = finding.related.iter().filter_map(|related| {
            let file = related.file.as_deref()?;
            let message = one_line(related.message.get(lang));
            Some(format!(
                "{}:{}: {message}",
                words::plain(file),
                related.range.start.line
            ))
        });
        let mut lines: Vec<Line> = excerpt
            .into_iter()
            .flat_map(|one| one.lines())
            .map(line)
            .collect();
        // What is not there has no line; the first line of the document says nothing of it.
        let key = rule.check().key().filter(|_| rule.given == "$");
        if key.is_some_and(|key| !lines.iter().any(|line| line.parts.concat().contains(key))) {
            lines.clear();
        }
        // Only what is about a line with words in it helps.
        lines.retain(|line| line.parts.iter().any(|part| !part.trim().is_empty()));
        let mut source = format!("{} {} · {}", rule.code, rule.name, rule.reference(kind));
        if lines.is_empty() && key.is_none() {
            let line = lang.pick("baris", "line");
            source.push_str(&format!(" · {line} {}", finding.range.start.line));
        }
        Shown {
            severity: finding.severity.name(),
            severity_title: severity_title(finding.severity, lang),
            rank: rank(finding.severity),
            message: self.message(finding),
            help: one_line(&rule.help.render(lang, &finding.arguments)),
            source,
            lines,
            related: elsewhere.take(MOST_RELATED).collect(),
        }
    }
}

/// What the findings of each rule are about: the message that most of them have, else the words
/// of the rule itself.
fn titles(report: &Report<'_>) -> BTreeMap<RuleId, String> {
    let mut counts: BTreeMap<RuleId, BTreeMap<String, usize>> = BTreeMap::new();
    for row in &report.audit.documents {
        for finding in &row.document.findings {
            let rule = report.rules.rule(finding.rule);
            let message = rule.message.render(report.lang, &finding.arguments);
            let counts = counts.entry(finding.rule).or_default();
            *counts.entry(one_line(&message)).or_default() += 1;
        }
    }
    let title = |(id, counts): (RuleId, BTreeMap<String, usize>)| {
        let all: usize = counts.values().sum();
        let most = counts.into_iter().find(|(_, count)| count * 2 > all);
        let rule = report.rules.rule(id);
        let own = || match report.lang {
            Lang::Id => capitalised(&rule.name.replace('-', " ")),
            Lang::En => rule.message.with_gaps(Lang::En),
        };
        (id, most.map_or_else(own, |(message, _)| message))
    };
    counts.into_iter().map(title).collect()
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

/// The word for it at the head of a finding.
pub(super) fn severity_title(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("Galat", "Error"),
        Severity::Warning => lang.pick("Peringatan", "Warning"),
        Severity::Info => "Info",
    }
}

/// Files of which not all could be read.
#[derive(Debug)]
pub(super) struct Unreadable {
    pub(super) files: Vec<UnreadableFile>,
    pub(super) left_out: usize,
}

/// A file of which not all could be read.
#[derive(Debug)]
pub(super) struct UnreadableFile {
    pub(super) name: String,
    pub(super) problems: Vec<(String, String)>,
}

impl Unreadable {
    pub(super) fn new(report: &Report<'_>, finder: &Finder<'_>) -> Self {
        let files = report.judged.files.iter();
        let files: Vec<_> = files.filter(|file| !file.findings.is_empty()).collect();
        let problem = |finding: &Finding| {
            let shown = finder.show(finding, None);
            (
                format!(
                    "{} ({})",
                    shown.message,
                    report.rules.rule(finding.rule).code
                ),
                shown.help,
            )
        };
        let file = |file: &&crate::lint::CheckedFile| UnreadableFile {
            name: words::plain(&file.name),
            problems: file.findings.iter().take(5).map(problem).collect(),
        };
        Self {
            left_out: files.len().saturating_sub(MOST_FILES),
            files: files.iter().take(MOST_FILES).map(file).collect(),
        }
    }
}
