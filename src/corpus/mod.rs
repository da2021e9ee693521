//! What only shows when documents are held side by side.
//!
//! A check across documents is a check like any other: a rule names it, and its `given` selects
//! nodes. Of each document it keeps [`Fact`]s, small and without the text they come from; when
//! all documents were read it sees the facts of all of them, and nothing else. So memory grows
//! with the facts, and a run can be split: facts from several runs are as good as from one.

mod coverage;
mod fact;
pub(crate) mod names;
mod revisions;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeMap;

use crate::{
    check::Target,
    document::Path,
    finding::{Finding, Related, RuleId},
    lint::{CheckedFile, fingerprint_of},
    rule::RuleSet,
};

pub(crate) use self::coverage::{BETWEEN, role, units};
pub use self::{
    coverage::{Coverage, TaskCoverage, UnitCoverage, coverage},
    fact::{DocumentFacts, Fact},
    revisions::{Revision, UnitRevisions, revisions},
    view::{AcrossHit, At, Holder, View},
};

/// Looks at many documents together.
pub trait Across {
    /// What it needs of a node of one document.
    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>);

    /// The gaps that the facts of all documents show.
    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>);

    /// Whether it reports that something is nowhere to be found. Such a gap can only be told
    /// where everything was looked at.
    fn needs_everything(&self) -> bool {
        false
    }

    /// Whether its facts tell which tasks of a unit its SOPs carry out; see [`coverage()`].
    fn tells_coverage(&self) -> bool {
        false
    }
}

/// How much of what there is a run looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Some documents: what is missing among them may stand in another.
    Part,
    /// All of them.
    Everything,
}

/// Whether what a rule finds is known where documents were held against one another so far; a rule
/// about single documents always is.
pub(crate) fn is_known(rules: &RuleSet, id: RuleId, extent: Option<Extent>) -> bool {
    let across = rules.rule(id).check().across();
    across.is_none_or(|across| match extent {
        None => false,
        Some(Extent::Part) => !across.needs_everything(),
        Some(Extent::Everything) => true,
    })
}

/// Runs the checks across documents on the facts of these files, and puts what they find with
/// the documents that a person would open to mend it.
///
/// The files must be in the order of their names.
pub fn check(files: &mut [CheckedFile], rules: &RuleSet, extent: Extent) {
    let mut found: BTreeMap<At, Vec<Finding>> = BTreeMap::new();
    for id in rules.ids() {
        let rule = rules.rule(id);
        let Some(across) = rule.check().across() else {
            continue;
        };
        if across.needs_everything() && extent == Extent::Part {
            continue;
        }
        let view = View::new(files, &rule.code);
        let mut hits = Vec::new();
        across.compare(&view, &mut hits);
        for hit in hits {
            let (at, finding) = finding(&view, rules, id, hit);
            found.entry(at).or_default().push(finding);
        }
    }
    for (at, findings) in found {
        let document = files
            .get_mut(at.file)
            .and_then(|file| file.documents.get_mut(at.document));
        if let Some(document) = document {
            document.findings.extend(findings);
            document.findings.sort_by(Finding::order);
        }
    }
}

fn finding(view: &View<'_>, rules: &RuleSet, id: RuleId, hit: AcrossHit) -> (At, Finding) {
    let rule = rules.rule(id);
    let AcrossHit {
        at,
        fact,
        severity,
        label,
        arguments,
        related,
    } = hit;
    let related = related.into_iter().filter_map(|(at, fact, message)| {
        let holder = view.holder(at)?;
        Some(Related {
            file: (holder.at.file != at.file).then(|| holder.file.to_owned()),
            path: fact.path,
            range: fact.range,
            message,
        })
    });
    let related = related.collect();
    let path = Path::parse(&fact.path).unwrap_or_else(|_| Path::root());
    let finding = Finding {
        rule: id,
        severity: severity.unwrap_or(rule.severity),
        is_unsure: severity.is_some(),
        fingerprint: fingerprint_of(&rule.code, &path, &fact.key),
        path: fact.path,
        range: fact.range,
        label,
        arguments,
        related,
        stands_for: None,
        fix: None,
        excerpt: None,
    };
    (at, finding)
}
