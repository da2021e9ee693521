//! Findings as they are read in the page.

use super::{Report, titles::Titles, words};
use crate::{
    finding::{Finding, RuleId, Severity},
    sanitize::one_line,
    text::Lang,
};

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
    titles: Titles,
}

impl<'a> Finder<'a> {
    pub(super) fn new(report: &Report<'a>) -> Self {
        Self {
            report: *report,
            titles: Titles::new(report),
        }
    }

    /// What the findings of a rule are about.
    pub(super) fn title(&self, rule: RuleId) -> String {
        self.titles.of(rule).to_owned()
    }

    /// A finding of the rule, where its words say little alone.
    pub(super) fn example(&self, rule: RuleId) -> Option<String> {
        self.titles.example(rule).map(str::to_owned)
    }

    /// What is wrong.
    pub(super) fn message(&self, finding: &Finding) -> String {
        let rule = self.report.rules.rule(finding.rule);
        let text = rule.message.render(self.report.lang, &finding.arguments);
        one_line(&text)
    }

    /// What to do about it.
    pub(super) fn help(&self, finding: &Finding) -> String {
        let rule = self.report.rules.rule(finding.rule);
        one_line(&rule.help.render(self.report.lang, &finding.arguments))
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
            help: self.help(finding),
            source,
            lines,
            related: elsewhere.take(MOST_RELATED).collect(),
        }
    }
}

/// The word for it at the head of a finding.
pub(super) fn severity_title(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("Galat", "Error"),
        Severity::Warning => lang.pick("Peringatan", "Warning"),
        Severity::Info => "Info",
    }
}
