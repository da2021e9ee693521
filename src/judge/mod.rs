//! Which findings count. Every list, count, score, fix and exit code comes from here, so that
//! they cannot disagree.
//!
//! 1. [`Judge::file`], for each file by itself: what the settings disable or make more or less
//!    grave ([`Policy`]), comments that silence, what the command line selects ([`Verdicts`]), two
//!    findings of one gap, and the [`Score`].
//! 2. [`judge`], for all files: what a [`Baseline`] knows, and the numbers.

mod baseline;
mod grade;
mod policy;
mod same_gap;
mod score;
mod silence;
mod summary;
mod verdicts;

use std::collections::BTreeMap;

use crate::{
    corpus::Extent,
    lint::{CheckedDocument, CheckedFile, Linter},
    rule::{Kind, RuleSet},
};

pub use self::{
    baseline::{Baseline, BaselineError, Entry},
    grade::{Band, Grades, GradesError},
    policy::Policy,
    score::{Score, State, breaks},
    summary::Summary,
    verdicts::Verdicts,
};

/// Decides over the findings of one file.
#[derive(Debug, Clone)]
pub struct Judge<'a> {
    linter: Linter<'a>,
    verdicts: &'a Verdicts,
    looks_behind_comments: bool,
    /// How much the documents were held against others; none where they were not.
    extent: Option<Extent>,
    kinds: BTreeMap<&'a str, &'a Kind>,
}

/// All files of a run with the findings that count, and the numbers.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// The files in the order of their names.
    pub files: Vec<CheckedFile>,
    /// The numbers.
    pub summary: Summary,
    /// Entries of the baseline that nothing answers to any more.
    pub stale: Vec<Entry>,
    /// The lowest score that was asked for.
    pub min_score: Option<f64>,
}

impl<'a> Judge<'a> {
    /// Decides over what this linter finds, by what the command line asked for.
    pub fn new(linter: Linter<'a>, verdicts: &'a Verdicts) -> Self {
        let kinds = linter.rules.kinds().iter().map(|kind| (&*kind.name, kind));
        Self {
            linter,
            verdicts,
            looks_behind_comments: false,
            extent: None,
            kinds: kinds.collect(),
        }
    }

    /// Lets all findings count, whatever comments silence.
    #[must_use]
    pub fn look_behind_comments(mut self, looks: bool) -> Self {
        self.looks_behind_comments = looks;
        self
    }

    /// For files that were held against one another by [`crate::corpus::check`].
    #[must_use]
    pub fn across(mut self, extent: Extent) -> Self {
        self.extent = Some(extent);
        self
    }

    /// The file with the findings that count, a baseline apart.
    pub fn file(&self, mut file: CheckedFile, policy: &Policy) -> CheckedFile {
        let counts = |id| self.verdicts.counts(id);
        file.findings
            .retain_mut(|finding| policy.admits(finding) && counts(finding.rule));
        for document in &mut file.documents {
            document
                .findings
                .retain_mut(|finding| policy.admits(finding));
            if !self.looks_behind_comments {
                silence::apply(document, &self.linter, policy, self.extent);
            }
            document.findings.retain(|finding| counts(finding.rule));
            document.suppressed.retain(|finding| counts(finding.rule));
            same_gap::merge(&mut document.findings);
            if self.verdicts.are_all_rules() {
                document.score = self.score(document, policy);
            }
        }
        file
    }

    fn score(&self, document: &CheckedDocument, policy: &Policy) -> Option<Score> {
        let kind = self.kinds.get(document.kind.as_deref()?)?;
        let silenced = match policy.silenced_meets {
            true => [].iter(),
            false => document.suppressed.iter(),
        };
        let findings = document.findings.iter().chain(silenced);
        Score::new(kind, policy, &document.not_asked, findings)
    }
}

/// Decides over files that [`Judge::file`] has seen, each by itself.
pub fn judge(
    mut files: Vec<CheckedFile>,
    rules: &RuleSet,
    verdicts: &Verdicts,
    baseline: Option<&Baseline>,
    skipped: usize,
) -> Judged {
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let looks_for = |code: &str| {
        let ids = rules.find(code);
        ids.is_empty() || ids.into_iter().any(|id| verdicts.counts(id))
    };
    let stale = baseline.map_or_else(Vec::new, |known| known.apply(&mut files, looks_for));
    let mut summary = Summary {
        files: files.len(),
        skipped,
        stale: stale.len(),
        ..Summary::default()
    };
    for file in &files {
        summary.documents += file.documents.len();
        summary.unreadable += usize::from(file.is_unreadable);
        summary.baselined += file.baselined.len();
        for document in &file.documents {
            summary.suppressed += document.suppressed.len();
            summary.baselined += document.baselined.len();
            let is_below = verdicts.is_below_min(document.score.as_ref());
            summary.below_min_score += usize::from(is_below);
        }
        let of_documents = file
            .documents
            .iter()
            .flat_map(|document| &document.findings);
        of_documents
            .chain(&file.findings)
            .for_each(|finding| summary.add(finding));
    }
    Judged {
        files,
        summary,
        stale,
        min_score: verdicts.min_score,
    }
}
