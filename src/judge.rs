//! Which findings count. Every list, count and exit code comes from here, so that they cannot
//! disagree.

use std::collections::HashMap;

use crate::{
    finding::{Finding, RuleId, Severity},
    lint::CheckedFile,
    rule::RuleSet,
};

/// Problems of form that do not keep the other rules from looking.
const HARMLESS: [&str; 2] = ["empty", "duplicate-key"];

/// What the user asked to count.
#[derive(Debug, Clone)]
pub struct Verdicts {
    /// The rules that count.
    selected: Vec<bool>,
    /// The least grave finding that makes a run fail; none where nothing does.
    pub fail_on: Option<Severity>,
}

impl Verdicts {
    /// All rules count, except as `select` and `ignore` say. An empty `select` means all. What
    /// kept a document from being checked counts unless it is ignored: without it, a broken
    /// document would look like one in which nothing was found.
    pub fn new(
        rules: &RuleSet,
        select: &[RuleId],
        ignore: &[RuleId],
        fail_on: Option<Severity>,
    ) -> Self {
        let is_wanted = |id: RuleId| {
            let problem = rules.rule(id).check().problem();
            let hides_others = problem.is_some_and(|name| !HARMLESS.contains(&name));
            select.is_empty() || select.contains(&id) || hides_others
        };
        let counts = |id: RuleId| is_wanted(id) && !ignore.contains(&id);
        Self {
            selected: rules.ids().map(counts).collect(),
            fail_on,
        }
    }

    fn counts(&self, rule: RuleId) -> bool {
        self.selected.get(rule.index()).copied().unwrap_or(false)
    }
}

/// All files of a run with the findings that count, and the numbers.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// The files in the order of their names.
    pub files: Vec<CheckedFile>,
    /// The numbers.
    pub summary: Summary,
}

/// How much was checked and found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that were checked.
    pub files: usize,
    /// Documents in them.
    pub documents: usize,
    /// Findings by severity.
    pub error: usize,
    /// See `error`.
    pub warning: usize,
    /// See `error`.
    pub info: usize,
    /// Findings with a fix.
    pub fixable: usize,
    /// Findings silenced by a comment.
    pub suppressed: usize,
    /// Findings known from a baseline.
    pub baselined: usize,
    /// Files whose bytes could not be read.
    pub unreadable: usize,
    /// YAML files in folders that are not documents of ours.
    pub skipped: usize,
}

impl Summary {
    /// All findings.
    pub fn findings(&self) -> usize {
        self.error + self.warning + self.info
    }

    /// Findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Info => self.info,
        }
    }

    /// Whether something is at least as grave as `fail_on`.
    pub fn fails(&self, fail_on: Option<Severity>) -> bool {
        let is_grave = |severity: &Severity| fail_on.is_some_and(|limit| *severity >= limit);
        Severity::ALL
            .into_iter()
            .filter(is_grave)
            .any(|severity| self.count(severity) > 0)
    }
}

/// Decides over the findings of all files.
pub fn judge(mut files: Vec<CheckedFile>, verdicts: &Verdicts, skipped: usize) -> Judged {
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let mut summary = Summary {
        files: files.len(),
        skipped,
        ..Summary::default()
    };
    for file in &mut files {
        file.findings
            .retain(|finding| verdicts.counts(finding.rule));
        for document in &mut file.documents {
            document
                .findings
                .retain(|finding| verdicts.counts(finding.rule));
            one_gap_once(&mut document.findings);
        }
        summary.documents += file.documents.len();
        summary.unreadable += usize::from(file.is_unreadable);
        let all = file
            .documents
            .iter()
            .flat_map(|d| &d.findings)
            .chain(&file.findings);
        for finding in all {
            summary.fixable += usize::from(finding.fix.is_some());
            match finding.severity {
                Severity::Error => summary.error += 1,
                Severity::Warning => summary.warning += 1,
                Severity::Info => summary.info += 1,
            }
        }
    }
    Judged { files, summary }
}

/// A misspelt key explains why the right one is missing: the two are one gap, as grave as the
/// graver of them.
fn one_gap_once(findings: &mut Vec<Finding>) {
    let explained: HashMap<String, usize> = findings
        .iter()
        .enumerate()
        .filter_map(|(index, finding)| Some((finding.stands_for.clone()?, index)))
        .collect();
    if explained.is_empty() {
        return;
    }
    let mut dropped = vec![false; findings.len()];
    for index in 0..findings.len() {
        let Some(finding) = findings.get(index) else {
            continue;
        };
        if finding.stands_for.is_some() {
            continue;
        }
        let (severity, explains) = (finding.severity, explained.get(&finding.path).copied());
        if let Some(explains) = explains
            && let Some(other) = findings.get_mut(explains)
        {
            other.severity = other.severity.max(severity);
            if let Some(dropped) = dropped.get_mut(index) {
                *dropped = true;
            }
        }
    }
    let mut dropped = dropped.into_iter();
    findings.retain(|_| !dropped.next().unwrap_or(false));
}
