//! The numbers of a run.

use crate::finding::{Finding, Severity};

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
    /// Findings whose fix keeps the meaning.
    pub safely_fixable: usize,
    /// Findings silenced by a comment.
    pub suppressed: usize,
    /// Findings known from a baseline.
    pub baselined: usize,
    /// Entries of the baseline that nothing answers to any more.
    pub stale: usize,
    /// Documents below the lowest score that was asked for.
    pub below_min_score: usize,
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

    /// Whether something is at least as grave as `fail_on`, or a score is too low.
    pub fn fails(&self, fail_on: Option<Severity>) -> bool {
        let is_grave = |severity: &Severity| fail_on.is_some_and(|limit| *severity >= limit);
        let is_found = |severity| self.count(severity) > 0;
        Severity::ALL.into_iter().filter(is_grave).any(is_found) || self.below_min_score > 0
    }

    pub(super) fn add(&mut self, finding: &Finding) {
        self.fixable += usize::from(finding.fix.is_some());
        self.safely_fixable += usize::from(finding.fix.as_ref().is_some_and(|fix| fix.safe));
        match finding.severity {
            Severity::Error => self.error += 1,
            Severity::Warning => self.warning += 1,
            Severity::Info => self.info += 1,
        }
    }
}
